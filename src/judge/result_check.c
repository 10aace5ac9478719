#include "judge/result.h"

#include <math.h>

static bool check_missing(struct diags *diags, const struct comparison *c);
static bool check_weights(struct diags *diags, const struct comparison *c,
			  const struct result *r);
static bool check_winner(struct diags *diags, const struct comparison *c,
			 const struct result *r, size_t j);
static bool check_verdict(struct diags *diags, const struct comparison *c,
			  const struct result *r);
static const char *claim_name(enum claim claim);
static size_t win_count(const struct result *r, size_t j, size_t *last);
static struct place score_place(const struct comparison *c, size_t j);

bool result_check(struct diags *diags, const struct comparison *c,
		  const struct result *r)
{
	bool ok = true;

	if (!c->scored) {
		if (c->verdict.claim == CLAIM_NONE_MADE)
			return true;
		ok = diag_error(diags, c->verdict.as_written.at,
				"a verdict without scores cannot be checked");
		diag_hint(diags, "add scores.csv, or remove `verdict`");
		return ok;
	}
	ok &= check_missing(diags, c);
	ok &= check_weights(diags, c, r);
	for (size_t j = 0; j < c->criterion_count; j++)
		ok &= check_winner(diags, c, r, j);
	ok &= check_verdict(diags, c, r);
	return ok;
}

static bool check_missing(struct diags *diags, const struct comparison *c)
{
	bool ok = true;

	if (c->scoring.missing != MISSING_ERROR)
		return true;
	for (size_t j = 0; j < c->criterion_count; j++)
		for (size_t i = 0; i < c->option_count; i++) {
			const struct score *score = &c->criteria[j].scores[i];

			if (!isnan(score->value))
				continue;
			ok = diag_error(diags,
					score->evidence_count
						? score->evidence[0].at
						: c->scores_at,
					"%.*s has no score on \"%.*s\"",
					STR_ARG(c->options[i].id),
					STR_ARG(c->criteria[j].id));
			diag_hint(diags, "scoring.missing is \"error\"");
		}
	return ok;
}

static bool check_weights(struct diags *diags, const struct comparison *c,
			  const struct result *r)
{
	bool ok = true, any = false;

	for (size_t j = 0; j < c->criterion_count; j++)
		any |= c->criteria[j].weight > 0;
	if (!any && c->criterion_count)
		return diag_error(diags, c->criteria[0].weight_at,
				  "the weights of all criteria are zero");
	for (size_t p = 0; p < c->profile_count; p++) {
		double sum = 0;

		for (size_t j = 0; j < c->criterion_count; j++)
			sum += c->profiles[p].weights[j];
		if (sum > 0 || !r->judged)
			continue;
		ok = diag_error(diags, c->profiles[p].at,
				"the weights of profile \"%.*s\" are all zero",
				STR_ARG(c->profiles[p].id));
	}
	return ok;
}

static bool check_winner(struct diags *diags, const struct comparison *c,
			 const struct result *r, size_t j)
{
	const struct claimed *said = &c->criteria[j].winner;
	size_t winner = c->option_count;
	size_t count = win_count(r, j, &winner);
	enum claim found = count == 0	? CLAIM_NOBODY
			   : count == 1 ? CLAIM_OPTION
					: CLAIM_TIE;

	if (said->claim == CLAIM_NONE_MADE ||
	    (said->claim == found &&
	     (found != CLAIM_OPTION || said->option == winner)))
		return true;
	if (!r->counts[j])
		diag_error(diags, said->as_written.at,
			   "winner \"%.*s\" cannot be checked: a score is "
			   "missing",
			   STR_ARG(said->as_written.str));
	else if (found == CLAIM_OPTION)
		diag_error(diags, said->as_written.at,
			   "winner \"%.*s\" contradicts the scores: \"%.*s\" "
			   "is best",
			   STR_ARG(said->as_written.str),
			   STR_ARG(c->options[winner].id));
	else
		diag_error(diags, said->as_written.at,
			   "winner \"%.*s\" contradicts the scores: %s",
			   STR_ARG(said->as_written.str), claim_name(found));
	diag_note(diags, score_place(c, j), "the scores are here");
	return false;
}

static bool check_verdict(struct diags *diags, const struct comparison *c,
			  const struct result *r)
{
	const struct claimed *said = &c->verdict;
	size_t best, next;

	if (said->claim == CLAIM_NONE_MADE || !r->judged)
		return true;
	if (said->claim == CLAIM_OPTION ? said->option == r->leader
					: r->leader == r->option_count)
		return true;
	best = r->order[0];
	next = r->order[1];
	if (r->leader < r->option_count)
		diag_error(diags, said->as_written.at,
			   "verdict \"%.*s\" contradicts the scores: \"%.*s\" "
			   "leads with a total of %.3f to %.3f",
			   STR_ARG(said->as_written.str),
			   STR_ARG(c->options[r->leader].id), r->totals[best],
			   r->totals[next]);
	else
		diag_error(diags, said->as_written.at,
			   "verdict \"%.*s\" contradicts the scores: \"%.*s\" "
			   "and \"%.*s\" are too close to call, with totals of "
			   "%.3f and %.3f",
			   STR_ARG(said->as_written.str),
			   STR_ARG(c->options[best].id),
			   STR_ARG(c->options[next].id), r->totals[best],
			   r->totals[next]);
	diag_note(diags, c->scores_at, "the scores are here");
	return false;
}

static const char *claim_name(enum claim claim)
{
	return claim == CLAIM_TIE ? "several options are equally good"
				  : "nobody scores above the worst";
}

static size_t win_count(const struct result *r, size_t j, size_t *last)
{
	size_t count = 0;

	for (size_t i = 0; i < r->option_count; i++)
		if (r->wins[j * r->option_count + i]) {
			*last = i;
			count++;
		}
	return count;
}

/* The first row of the criterion in the scoring table. */
static struct place score_place(const struct comparison *c, size_t j)
{
	for (size_t i = 0; i < c->option_count; i++)
		if (c->criteria[j].scores[i].evidence_count)
			return c->criteria[j].scores[i].evidence[0].at;
	return c->scores_at;
}
