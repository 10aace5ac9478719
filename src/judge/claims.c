#include "judge/claims.h"

#include <math.h>

static bool cannot_check_winner(struct diags *diags, const struct comparison *c,
				const struct result *r, size_t j);
static bool wrong_winner(struct diags *diags, const struct comparison *c,
			 size_t j, const char *found, struct str who);
static size_t find_winner(const struct result *r, size_t j, size_t *count);
static size_t find_missing(const struct result *r, size_t j);
static struct place score_place(const struct comparison *c, size_t j);
static bool cannot_check_verdict(struct diags *diags,
				 const struct comparison *c);
static bool nobody_left(struct diags *diags, const struct comparison *c);
static bool wrong_verdict(struct diags *diags, const struct comparison *c,
			  const struct result *r);
static int places_apart(double a, double b);
static size_t failed_must(const struct result *r, size_t option);
static void against_must(struct diags *diags, const struct comparison *c,
			 size_t must);
static void against_leader(struct diags *diags, const struct comparison *c,
			   const struct result *r);

bool claims_check_winner(struct diags *diags, const struct comparison *c,
			 const struct result *r, size_t criterion)
{
	const struct claimed *said = &c->criteria[criterion].winner;
	const struct str nobody = { "", 0 };
	size_t count, winner = find_winner(r, criterion, &count);

	if (said->claim == CLAIM_NONE_MADE ||
	    (said->claim == CLAIM_NOBODY && count == 0) ||
	    (said->claim == CLAIM_TIE && count > 1) ||
	    (said->claim == CLAIM_OPTION && count == 1 &&
	     said->option == winner))
		return true;
	if (!r->counts[criterion])
		return cannot_check_winner(diags, c, r, criterion);
	if (count == 1)
		return wrong_winner(diags, c, criterion, "the best is ",
				    c->options[winner].id);
	return wrong_winner(diags, c, criterion,
			    count ? "several options are equally good"
				  : "nobody scores above the worst",
			    nobody);
}

bool claims_check_verdict(struct diags *diags, const struct comparison *c,
			  const struct result *r)
{
	const struct claimed *said = &c->verdict;

	if (said->claim == CLAIM_NONE_MADE)
		return true;
	if (!c->scored || (!r->judged && said->claim == CLAIM_OPTION))
		return cannot_check_verdict(diags, c);
	if (said->claim == CLAIM_OPTION ? said->option == r->leader
					: r->leader == r->option_count)
		return true;
	return wrong_verdict(diags, c, r);
}

bool claims_check_decision(struct diags *diags, const struct comparison *c,
			   const struct result *r)
{
	const struct decision *d = &c->decision;
	size_t must;

	if (d->chosen.claim != CLAIM_OPTION || !prose_is_empty(&d->because))
		return true;
	must = failed_must(r, d->chosen.option);
	if (must < r->criterion_count)
		against_must(diags, c, must);
	else if (r->judged && r->leader < r->option_count &&
		 r->leader != d->chosen.option)
		against_leader(diags, c, r);
	else
		return true;
	diag_hint(diags, "give the reason as `because`");
	diag_note(diags,
		  must < r->criterion_count
			  ? c->criteria[must].must.as_written.at
			  : c->scores_at,
		  must < r->criterion_count ? "the must is here"
					    : "the scores are here");
	return false;
}

static bool cannot_check_winner(struct diags *diags, const struct comparison *c,
				const struct result *r, size_t j)
{
	const struct text *written = &c->criteria[j].winner.as_written;

	if (!c->scored) {
		diag_error(diags, written->at,
			   "winner \"%.*s\" cannot be checked without scores",
			   STR_ARG(written->str));
		diag_hint(diags, "add scores.csv, or remove `winner`");
		return false;
	}
	diag_error(diags, written->at,
		   "winner \"%.*s\" cannot be checked: \"%.*s\" has no score "
		   "on \"%.*s\"",
		   STR_ARG(written->str),
		   STR_ARG(c->options[find_missing(r, j)].id),
		   STR_ARG(c->criteria[j].id));
	diag_note(diags, score_place(c, j), "the scores are here");
	return false;
}

/* `who` follows `found` in quotes, unless it is empty. */
static bool wrong_winner(struct diags *diags, const struct comparison *c,
			 size_t j, const char *found, struct str who)
{
	const struct text *written = &c->criteria[j].winner.as_written;
	const char *quote = who.len ? "\"" : "";

	diag_error(diags, written->at,
		   "winner \"%.*s\" contradicts the scores: %s%s%.*s%s",
		   STR_ARG(written->str), found, quote, STR_ARG(who), quote);
	diag_note(diags, score_place(c, j), "the scores are here");
	return false;
}

/* The last of the `*count` options that win the criterion. */
static size_t find_winner(const struct result *r, size_t j, size_t *count)
{
	const bool *wins = r->wins + j * r->option_count;
	size_t last = r->option_count;

	*count = 0;
	for (size_t i = 0; i < r->option_count; i++)
		if (wins[i]) {
			last = i;
			++*count;
		}
	return last;
}

/* On a criterion that does not count, some option has no utility. */
static size_t find_missing(const struct result *r, size_t j)
{
	size_t i = 0;

	while (!isnan(r->utilities[j * r->option_count + i]))
		i++;
	return i;
}

/* The first row of the criterion in the scoring table. */
static struct place score_place(const struct comparison *c, size_t j)
{
	for (size_t i = 0; i < c->option_count; i++)
		if (c->criteria[j].scores[i].evidence_count)
			return c->criteria[j].scores[i].evidence[0].at;
	return c->scores_at;
}

static bool cannot_check_verdict(struct diags *diags,
				 const struct comparison *c)
{
	const struct text *written = &c->verdict.as_written;

	if (!c->scored) {
		diag_error(diags, written->at,
			   "verdict \"%.*s\" cannot be checked without scores",
			   STR_ARG(written->str));
		diag_hint(diags, "add scores.csv, or remove `verdict`");
		return false;
	}
	diag_error(diags, written->at,
		   "verdict \"%.*s\" cannot be checked: no criterion counts",
		   STR_ARG(written->str));
	diag_note(diags, c->scores_at, "the scores are here");
	return false;
}

static bool nobody_left(struct diags *diags, const struct comparison *c)
{
	diag_error(diags, c->verdict.as_written.at,
		   "verdict \"%.*s\" contradicts the scores: no option is "
		   "left in the running",
		   STR_ARG(c->verdict.as_written.str));
	diag_note(diags, c->scores_at, "the scores are here");
	return false;
}

/* The claimed option's total stands beside the leader's, else the second's. */
static bool wrong_verdict(struct diags *diags, const struct comparison *c,
			  const struct result *r)
{
	const struct claimed *said = &c->verdict;
	struct str written = said->as_written.str;
	size_t best = r->order[0], next = r->order[1];
	size_t other = said->claim == CLAIM_OPTION ? said->option : next;
	size_t beside = r->leader < r->option_count ? other : next;
	int places = places_apart(r->totals[best], r->totals[beside]);

	if (r->ranked < 1)
		return nobody_left(diags, c);

	if (r->leader < r->option_count && !r->ranks[other])
		diag_error(diags, said->as_written.at,
			   "verdict \"%.*s\" contradicts the scores: \"%.*s\" "
			   "leads, and \"%.*s\" has no rank",
			   STR_ARG(written), STR_ARG(c->options[best].id),
			   STR_ARG(c->options[other].id));
	else if (r->leader < r->option_count)
		diag_error(diags, said->as_written.at,
			   "verdict \"%.*s\" contradicts the scores: \"%.*s\" "
			   "leads with a total of %.*f to %.*f",
			   STR_ARG(written), STR_ARG(c->options[best].id),
			   places, r->totals[best], places, r->totals[other]);
	else
		diag_error(diags, said->as_written.at,
			   "verdict \"%.*s\" contradicts the scores: \"%.*s\" "
			   "and \"%.*s\" %s, with totals of %.*f and %.*f",
			   STR_ARG(written), STR_ARG(c->options[best].id),
			   STR_ARG(c->options[next].id),
			   r->first < r->option_count ? "are too close to call"
						      : "share the lead",
			   places, r->totals[best], places, r->totals[next]);
	diag_note(diags, c->scores_at, "the scores are here");
	return false;
}

/* As many digits as tell totals apart, unless they are equal. */
static int places_apart(double a, double b)
{
	double apart = fabs(a - b);
	int places = 3;

	while (apart > 0 && places < 9 && apart < pow(10, -places))
		places++;
	return places;
}

/* The first that rules the option out, or the count of criteria. */
static size_t failed_must(const struct result *r, size_t option)
{
	size_t j = 0;

	while (j < r->criterion_count &&
	       !r->contest.fails[j * r->option_count + option])
		j++;
	return j;
}

static void against_must(struct diags *diags, const struct comparison *c,
			 size_t must)
{
	const struct text *written = &c->decision.chosen.as_written;

	diag_error(diags, written->at,
		   "\"%.*s\" is chosen, and the must of \"%.*s\" rules it out",
		   STR_ARG(written->str), STR_ARG(c->criteria[must].id));
}

/* An option may be scored on too little to have a rank. */
static void against_leader(struct diags *diags, const struct comparison *c,
			   const struct result *r)
{
	const struct claimed *chosen = &c->decision.chosen;
	struct str leader = c->options[r->leader].id;
	double best = r->totals[r->leader], other = r->totals[chosen->option];
	int places = places_apart(best, other);

	if (!r->ranks[chosen->option])
		diag_error(diags, chosen->as_written.at,
			   "\"%.*s\" is chosen, and the scores say "
			   "otherwise: \"%.*s\" leads, and \"%.*s\" has no "
			   "rank",
			   STR_ARG(chosen->as_written.str), STR_ARG(leader),
			   STR_ARG(c->options[chosen->option].id));
	else
		diag_error(diags, chosen->as_written.at,
			   "\"%.*s\" is chosen, and the scores say "
			   "otherwise: \"%.*s\" leads with a total of %.*f to "
			   "%.*f",
			   STR_ARG(chosen->as_written.str), STR_ARG(leader),
			   places, best, places, other);
}
