#include "judge/gaps.h"

#include <math.h>

#include "model/finding.h"

enum { GAPS_SHOWN = 3 };

static bool is_scored(const struct comparison *c, size_t j);
static bool is_never_scored(const struct comparison *c, size_t option);
static bool is_given(const struct criterion *criterion, size_t option);
static void tell_never_scored(struct diags *diags, const struct comparison *c,
			      size_t option, const struct gaps *gaps);
static void tell_weight(struct diags *diags, const struct comparison *c,
			const bool *counts, const struct gaps *gaps);
static struct place gap_place(const struct comparison *c, const bool *counts);
static void note_missing(struct diags *diags, const struct comparison *c,
			 size_t j);
static void note_none(struct diags *diags, const struct criterion *criterion,
		      bool judged);
static void hint(struct diags *diags, const struct comparison *c,
		 const struct gaps *gaps);

struct gaps gaps_of(const struct comparison *c, const bool *counts,
		    struct arena *arena)
{
	bool *never = arena_array(arena, bool, c->option_count);
	struct gaps gaps = { .never_scored = never };
	double all = 0;

	for (size_t j = 0; j < c->criterion_count; j++) {
		double weight = c->criteria[j].weight;

		all += weight;
		gaps.weight += counts[j] ? 0 : weight;
		gaps.available += counts[j] || !is_scored(c, j) ? 0 : weight;
	}
	gaps.weight = all > 0 ? gaps.weight / all : 0;
	gaps.available = all > 0 ? gaps.available / all : 0;
	for (size_t i = 0; c->scored && i < c->option_count; i++) {
		never[i] = is_never_scored(c, i);
		gaps.never_count += never[i];
	}
	return gaps;
}

void gaps_tell(struct diags *diags, const struct comparison *c,
	       const bool *counts, const struct gaps *gaps)
{
	bool all = gaps->never_count == c->option_count;

	if (!c->scored || c->scoring.missing != MISSING_SKIP ||
	    !c->criterion_count)
		return;
	for (size_t i = 0; !all && i < c->option_count; i++)
		if (gaps->never_scored[i])
			tell_never_scored(diags, c, i, gaps);
	/* What follows from an option without scores has been told. */
	if (gaps->weight >= GAPS_TOLD && (all || !gaps->never_count))
		tell_weight(diags, c, counts, gaps);
}

static bool is_scored(const struct comparison *c, size_t j)
{
	const struct score *scores = c->criteria[j].scores;

	for (size_t i = 0; scores && i < c->option_count; i++)
		if (!isnan(scores[i].value))
			return true;
	return false;
}

static bool is_never_scored(const struct comparison *c, size_t option)
{
	for (size_t j = 0; j < c->criterion_count; j++)
		if (is_given(&c->criteria[j], option))
			return false;
	return true;
}

/* Also what does not count, as its judge did not score all. */
static bool is_given(const struct criterion *criterion, size_t option)
{
	const struct score *score = &criterion->scores[option];

	for (size_t e = 0; criterion->scores && e < score->evidence_count; e++)
		if (!isnan(score->evidence[e].value))
			return true;
	return criterion->scores && !isnan(score->value);
}

static void tell_never_scored(struct diags *diags, const struct comparison *c,
			      size_t option, const struct gaps *gaps)
{
	diag_warning(diags, gap_place(c, NULL),
		     "\"%.*s\" has no score on any criterion, so %s",
		     STR_ARG(c->options[option].id),
		     gaps->weight == 1 ? "none counts and there is no result"
				       : "no criterion counts");
	diag_name(diags, finding_kind(FINDING_NO_SCORE)->name);
	hint(diags, c, gaps);
}

static void tell_weight(struct diags *diags, const struct comparison *c,
			const bool *counts, const struct gaps *gaps)
{
	size_t skipped = 0, shown = 0;

	for (size_t j = 0; j < c->criterion_count; j++)
		skipped += !counts[j];
	if (skipped == c->criterion_count)
		diag_warning(diags, gap_place(c, counts),
			     "each criterion lacks a score, so none counts and "
			     "there is no result");
	else
		diag_warning(diags, gap_place(c, counts),
			     "%zu of %zu criteria %s a score and %s not "
			     "count: %.3g %% of the weights",
			     skipped, c->criterion_count,
			     skipped == 1 ? "lacks" : "lack",
			     skipped == 1 ? "does" : "do", gaps->weight * 100);
	diag_name(diags, finding_kind(FINDING_NO_SCORE)->name);
	for (size_t j = 0; j < c->criterion_count && shown < GAPS_SHOWN; j++) {
		if (counts[j])
			continue;
		note_missing(diags, c, j);
		shown++;
	}
	hint(diags, c, gaps);
}

/*
 * Where the policy was chosen; else the first row of a criterion that does not
 * count; else the scores.
 */
static struct place gap_place(const struct comparison *c, const bool *counts)
{
	if (c->scoring.missing_at.line)
		return c->scoring.missing_at;
	for (size_t j = 0; counts && j < c->criterion_count; j++)
		for (size_t i = 0; !counts[j] && i < c->option_count; i++)
			if (c->criteria[j].scores[i].evidence_count)
				return c->criteria[j].scores[i].evidence[0].at;
	return c->scores_at;
}

/* One option stands for all that lack a score there. */
static void note_missing(struct diags *diags, const struct comparison *c,
			 size_t j)
{
	const struct criterion *criterion = &c->criteria[j];
	size_t i = 0, missing = 0, first = 0;
	bool judged = false;

	for (; i < c->option_count; i++) {
		judged |= is_given(criterion, i);
		if (criterion->scores && !isnan(criterion->scores[i].value))
			continue;
		if (!missing++)
			first = i;
	}
	if (missing == c->option_count)
		note_none(diags, criterion, judged);
	else if (missing > 1)
		diag_note(diags, criterion->at,
			  "\"%.*s\" has no score of \"%.*s\" and %zu more",
			  STR_ARG(criterion->id), STR_ARG(c->options[first].id),
			  missing - 1);
	else
		diag_note(diags, criterion->at,
			  "\"%.*s\" has no score of \"%.*s\"",
			  STR_ARG(criterion->id),
			  STR_ARG(c->options[first].id));
}

static void note_none(struct diags *diags, const struct criterion *criterion,
		      bool judged)
{
	diag_note(diags, criterion->at,
		  judged ? "\"%.*s\" has no judge who scored every option"
			 : "\"%.*s\" has no score",
		  STR_ARG(criterion->id));
}

/* What would change nothing is not advised. */
static void hint(struct diags *diags, const struct comparison *c,
		 const struct gaps *gaps)
{
	if (gaps->available > 0)
		diag_hint(diags,
			  "judge each option by what it was scored on, with "
			  "`missing: available` under `scoring`, or count a "
			  "missing score as the worst, with `missing: worst`; "
			  "or give the scores, or leave the option or the "
			  "criterion out");
	else if (c->scoring.judges == JUDGES_COMMON)
		diag_hint(diags,
			  "count the scores of all judges, without `judges: "
			  "common`; or give those that are missing, or leave "
			  "the criterion out");
	else
		diag_hint(diags, "give the scores, or leave the criterion out");
}
