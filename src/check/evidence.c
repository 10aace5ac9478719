#include <math.h>

#include "check/study.h"
#include "judge/sourcing.h"
#include "read/report.h"
#include "words/phrase.h"

static void check_scores(const struct study *s, size_t j);
static void check_rubric(const struct study *s, size_t j);
static void check_ages(const struct study *s, size_t j);
static long day_number(struct date date);

void check_evidence(const struct study *s)
{
	for (size_t j = 0; s->c->scored && j < s->c->criterion_count; j++) {
		const struct criterion *criterion = &s->c->criteria[j];

		check_scores(s, j);
		check_rubric(s, j);
		check_ages(s, j);
		if (s->r->sourcing->unsourced[j]) {
			report(s->diags, FINDING_NO_SOURCE,
			       criterion->scores[0].evidence_count
				       ? criterion->scores[0].evidence[0].at
				       : criterion->at,
			       "no score of \"%.*s\" cites a source",
			       STR_ARG(criterion->id));
			diag_hint(s->diags, "name ids of sources.yaml in the "
					    "column `source`");
		}
	}
}

static void check_scores(const struct study *s, size_t j)
{
	const struct criterion *criterion = &s->c->criteria[j];

	for (size_t i = 0; i < s->c->option_count; i++) {
		const struct score *score = &criterion->scores[i];

		if (!isnan(score->value))
			continue;
		report(s->diags, FINDING_NO_SCORE,
		       score->evidence_count ? score->evidence[0].at
					     : criterion->at,
		       "\"%.*s\" has no score on \"%.*s\"",
		       STR_ARG(s->c->options[i].id), STR_ARG(criterion->id));
		if (s->c->scoring.missing == MISSING_SKIP)
			diag_hint(s->diags,
				  "so the criterion counts for no option");
	}
}

/* Measures say what they mean, and so do words and points for a win. */
static void check_rubric(const struct study *s, size_t j)
{
	const struct criterion *criterion = &s->c->criteria[j];
	bool spoken = s->c->scoring.method == METHOD_POINTS ||
		      criterion->measure.given || criterion->rubric_count;
	size_t answered = 0, scored = 0;

	for (size_t i = 0; i < s->c->option_count; i++) {
		scored += !isnan(criterion->scores[i].value);
		answered += criterion->scores[i].answer != ANSWER_NONE;
	}
	if (spoken || answered == scored)
		return;
	report(s->diags, FINDING_NO_RUBRIC, criterion->at,
	       "\"%.*s\" does not say what its scores mean",
	       STR_ARG(criterion->id));
	diag_hint(s->diags, "add `rubric`, or `measure`");
}

static void check_ages(const struct study *s, size_t j)
{
	const struct check_rules *rules = &s->site->check;
	const struct criterion *criterion = &s->c->criteria[j];

	if (!rules->max_age_days)
		return;
	for (size_t i = 0; i < s->c->option_count; i++)
		for (size_t k = 0; k < criterion->scores[i].evidence_count;
		     k++) {
			const struct evidence *e =
				&criterion->scores[i].evidence[k];
			struct date date = sourcing_date(s->c, e);

			if (isnan(e->value) || !date.year ||
			    day_number(s->newest) -
					    day_number(date_last(date)) <=
				    rules->max_age_days)
				continue;
			report(s->diags, FINDING_OLD_SCORE, e->at,
			       "this score is of %.*s, more than "
			       "%.*s before the newest date of the content, "
			       "%04d-%02d-%02d",
			       STR_ARG(phrase_date_iso(date, s->arena)),
			       STR_ARG(rules->max_age.str), s->newest.year,
			       s->newest.month, s->newest.day);
		}
}

/* Days of the Gregorian calendar from a day of its own, years from March. */
static long day_number(struct date date)
{
	long year = date.month > 2 ? date.year : date.year - 1;
	long month = (date.month + 9) % 12;

	return 365 * year + year / 4 - year / 100 + year / 400 +
	       (153 * month + 2) / 5 + date.day;
}
