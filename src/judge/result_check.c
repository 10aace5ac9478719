#include "judge/result.h"

#include <math.h>

#include "judge/claims.h"
#include "judge/total.h"

static void tell_profiles(struct diags *diags, const struct comparison *c);
static bool check_scores(struct diags *diags, const struct comparison *c);
static bool check_weights(struct diags *diags, const struct comparison *c);
static bool check_profile(struct diags *diags, const struct comparison *c,
			  const struct profile *profile);

bool result_check(struct diags *diags, const struct comparison *c,
		  const struct result *r)
{
	bool weighed, ok;

	/* Too few options were reported when they were read. */
	if (c->option_count < 2)
		return true;
	ok = weighed = check_weights(diags, c);
	for (size_t p = 0; p < c->profile_count; p++)
		ok &= check_profile(diags, c, &c->profiles[p]);
	ok &= check_scores(diags, c);
	for (size_t j = 0; j < c->criterion_count; j++)
		ok &= claims_check_winner(diags, c, r, j);
	/* Without weights there is no total to hold a verdict against. */
	if (weighed || !c->scored) {
		ok &= claims_check_verdict(diags, c, r);
		ok &= claims_check_decision(diags, c, r);
	}
	ok &= pairs_check(diags, c, &r->pairs);
	if (ok)
		gaps_tell(diags, c, r->counts, &r->gaps);
	if (ok)
		pairs_tell(diags, c, &r->pairs);
	if (!c->scored)
		tell_profiles(diags, c);
	return ok;
}

/* Pages have them where they have a result. */
static void tell_profiles(struct diags *diags, const struct comparison *c)
{
	for (size_t p = 0; p < c->profile_count; p++) {
		diag_warning(diags, c->profiles[p].at,
			     "a profile says nothing where nothing is scored");
		diag_hint(diags, "give the scores, or leave it out: what it "
				 "tells may stand in guide.md");
	}
}

static bool check_scores(struct diags *diags, const struct comparison *c)
{
	bool ok = true;

	if (!c->scored || c->scoring.missing != MISSING_ERROR)
		return true;
	for (size_t j = 0; j < c->criterion_count; j++)
		for (size_t i = 0; i < c->option_count; i++) {
			const struct criterion *criterion = &c->criteria[j];
			const struct score *score = &criterion->scores[i];

			if (!isnan(score->value))
				continue;
			ok = diag_error(diags,
					score->evidence_count
						? score->evidence[0].at
						: criterion->at,
					"\"%.*s\" has no score on \"%.*s\"",
					STR_ARG(c->options[i].id),
					STR_ARG(criterion->id));
			diag_hint(diags, "scoring.missing is \"error\"");
		}
	return ok;
}

/* An unscored comparison weighs nothing. */
static bool check_weights(struct diags *diags, const struct comparison *c)
{
	double sum = 0;

	for (size_t j = 0; j < c->criterion_count; j++)
		sum += c->criteria[j].weight;
	if (!c->scored || !c->criterion_count || total_is_possible(sum))
		return true;
	diag_error(diags, c->criteria[0].weight_at,
		   sum > 0 ? "the weights of all criteria add up to more than "
			     "a number can hold"
			   : "the weights of all criteria are zero");
	if (!(sum > 0))
		diag_hint(diags, "give one a weight above 0; without `weight` "
				 "it has 1");
	return false;
}

static bool check_profile(struct diags *diags, const struct comparison *c,
			  const struct profile *profile)
{
	double sum = 0;

	for (size_t j = 0; j < c->criterion_count; j++)
		sum += profile->weights[j];
	if (!c->scored || !c->criterion_count || total_is_possible(sum))
		return true;
	diag_error(diags, profile->weights_at,
		   sum > 0 ? "the weights of profile \"%.*s\" add up to more "
			     "than a number can hold"
			   : "the weights of profile \"%.*s\" are all zero",
		   STR_ARG(profile->id));
	if (!(sum > 0))
		diag_hint(diags, "give a criterion a weight above 0; one that "
				 "is not named has none");
	return false;
}
