#include "view/judging_view.h"

#include <math.h>

#include "base/bidi.h"
#include "base/json.h"
#include "judge/tally.h"
#include "judge/topsis.h"
#include "judge/utility.h"

/* As {{t.*}} has them; those that both scripts say. */
static const struct {
	const char *key;
	enum word_id id;
} WORDS[] = {
	{ "measure", WORD_MEASURE },
	{ "n_more", WORD_N_MORE },
	{ "less_than", WORD_LESS_THAN },
	{ "over", WORD_OVER },
	{ "y", WORD_YES },
	{ "p", WORD_PARTIAL },
	{ "n", WORD_NO },
	{ "not_scored", WORD_NOT_SCORED },
	{ "headline", WORD_HEADLINE },
	{ "headline_close", WORD_HEADLINE_CLOSE },
	{ "headline_tie", WORD_HEADLINE_TIE },
	{ "headline_none", WORD_HEADLINE_NONE },
	{ "detail", WORD_DETAIL },
	{ "detail_close", WORD_DETAIL_CLOSE },
	{ "detail_tie", WORD_DETAIL_TIE },
	{ "detail_only", WORD_DETAIL_ONLY },
	{ "detail_none", WORD_DETAIL_NONE },
	{ "out_fails", WORD_OUT_FAILS },
	{ "out_thin", WORD_OUT_THIN },
	{ "out_unscored", WORD_OUT_UNSCORED },
	{ "must_unknown", WORD_MUST_UNKNOWN },
	{ "gte", WORD_MUST_AT_LEAST },
	{ "gt", WORD_MUST_ABOVE },
	{ "lte", WORD_MUST_AT_MOST },
	{ "lt", WORD_MUST_BELOW },
	{ "eq", WORD_MUST_EQUAL },
	{ "nothing", WORD_NOTHING_COUNTS },
	{ "author_was", WORD_AUTHOR_WAS },
	{ "was", WORD_WAS_RANK },
	{ "moved", WORD_MOVED },
	{ "not_moved", WORD_NOT_MOVED },
	{ "moved_most", WORD_MOVED_MOST },
	{ "yours", WORD_YOURS_AUTHOR },
	{ "rules_out", WORD_RULES_OUT },
	{ "rules_out_none", WORD_RULES_OUT_NONE },
	{ "copied", WORD_COPIED },
	{ "of", WORD_OF },
	{ "out", WORD_OUT },
	{ "best", WORD_WINNER_MARK },
	{ "equal", WORD_COMPARE_EQUAL },
	{ "apart", WORD_COMPARE_APART },
};

static void put_scoring(struct json *to, const struct subject *s);
static void put_options(struct json *to, const struct subject *s);
static void put_criterion(struct json *to, const struct subject *s, size_t j,
			  bool sources);
static void put_cells(struct json *to, const struct subject *s, size_t j,
		      const double *values);
static void put_cites(struct json *to, const struct subject *s, size_t j);
static void put_sources(struct json *to, const struct subject *s);
static void put_values(struct json *to, const struct subject *s, size_t j);
static void put_answers(struct json *to, const struct subject *s, size_t j);
static void put_profile(struct json *to, const struct subject *s, size_t p);
static void put_must(struct json *to, const struct must *must, size_t j);
static void put_words(struct json *to, const struct subject *s);
static void put_locale(struct json *to, const struct phrases *phrases,
		       struct arena *arena);
static void put_points(struct json *to, const struct phrases *phrases);
static struct str groups_pattern(const struct locale *locale,
				 struct arena *arena);
static void put_text(struct json *to, const char *key, struct str text);
static void put_number(struct json *to, const char *key, double number);
static void put_isolated(struct json *to, const char *key,
			 const struct subject *s, struct str text);

bool judging_is_possible(const struct comparison *c, const struct result *r)
{
	bool any = false;

	for (size_t j = 0; c->scored && j < c->criterion_count; j++)
		any |= r->counts[j];
	return any;
}

struct str method_name(enum method method)
{
	static const struct str NAMES[METHOD_COUNT] = {
		STR_INIT("points"),
		STR_INIT("weighted-sum"),
		STR_INIT("weighted-product"),
		STR_INIT("topsis"),
	};

	return NAMES[method];
}

struct str must_kind_name(enum must_kind kind)
{
	static const char *const NAMES[] = {
		[MUST_NONE] = "",    [MUST_AT_LEAST] = "gte",
		[MUST_ABOVE] = "gt", [MUST_AT_MOST] = "lte",
		[MUST_BELOW] = "lt", [MUST_EQUAL] = "eq",
	};

	return str_from(NAMES[kind]);
}

struct str answer_letter(enum answer answer)
{
	static const char LETTERS[] = "-npy";

	return (struct str){ &LETTERS[answer], 1 };
}

bool judging_is_choice(const struct comparison *c, const struct result *r)
{
	return c->option_count > 1 && judging_is_possible(c, r);
}

const struct value *judging_view(const struct subject *s, bool sources)
{
	struct buf buf = { 0 };
	struct json json = { .to = &buf };
	const struct value *made;

	json_open(&json, '{');
	put_scoring(&json, s);
	put_options(&json, s);
	json_key(&json, "criteria");
	json_open(&json, '[');
	for (size_t j = 0; j < s->c->criterion_count; j++)
		put_criterion(&json, s, j, sources);
	json_close(&json, ']');
	json_key(&json, "profiles");
	json_open(&json, '[');
	for (size_t p = 0; p < s->c->profile_count; p++)
		put_profile(&json, s, p);
	json_close(&json, ']');
	if (sources)
		put_sources(&json, s);
	put_words(&json, s);
	json_close(&json, '}');
	made = value_markup(buf_copy(&buf, s->arena), s->arena);
	buf_release(&buf);
	return made;
}

static void put_scoring(struct json *to, const struct subject *s)
{
	static const char *const MISSING[] = {
		[MISSING_SKIP] = "skip",
		[MISSING_WORST] = "worst",
		[MISSING_ERROR] = "error",
		[MISSING_AVAILABLE] = "available",
	};
	const struct scoring *scoring = &s->c->scoring;

	put_text(to, "method", method_name(scoring->method));
	put_text(to, "missing", str_from(MISSING[scoring->missing]));
	put_number(to, "least", scoring->min_coverage);
	put_number(to, "tie", scoring->tie);
	put_number(to, "close", scoring->close);
	json_key(to, "scale");
	json_open(to, '[');
	json_number(to, scoring->min);
	json_number(to, scoring->max);
	json_close(to, ']');
}

static void put_options(struct json *to, const struct subject *s)
{
	json_key(to, "options");
	json_open(to, '[');
	for (size_t i = 0; i < s->c->option_count; i++) {
		const struct option *option = &s->c->options[i];

		json_open(to, '{');
		put_text(to, "id", option->id);
		put_isolated(to, "name", s, option->name.str);
		if (subject_total_on(s, i).len)
			put_text(to, "on", subject_total_on(s, i));
		json_close(to, '}');
	}
	json_close(to, ']');
}

static void put_criterion(struct json *to, const struct subject *s, size_t j,
			  bool sources)
{
	const struct criterion *criterion = &s->c->criteria[j];
	const struct measure *measure = &criterion->measure;
	double *values = arena_array(s->arena, double, s->c->option_count);
	struct ends ends;
	struct str one;

	utility_values(s->c, j, values);
	ends = utility_ends(s->c, j, values);
	json_open(to, '{');
	put_text(to, "id", criterion->id);
	put_isolated(to, "title", s, criterion->title.str);
	put_number(to, "weight", criterion->weight);
	put_number(to, "counts", s->r->counts[j]);
	put_number(to, "lower", measure->given && measure->lower_is_better);
	put_number(to, "measured", measure->given);
	put_number(to, "places", s->figures.scores[j]);
	if (measure->given && measure->unit.str.len)
		put_isolated(to, "unit", s, measure->unit.str);
	one = phrase_unit_one(s->phrases, measure->unit.str, s->arena);
	if (measure->given && one.len)
		put_isolated(to, "one", s, one);
	json_key(to, "ends");
	json_open(to, '[');
	json_number(to, ends.worst);
	json_number(to, ends.best);
	json_close(to, ']');
	if (criterion->must.kind != MUST_NONE) {
		json_key(to, "must");
		put_must(to, &criterion->must, j);
	}
	put_values(to, s, j);
	put_answers(to, s, j);
	put_cells(to, s, j, values);
	if (sources)
		put_cites(to, s, j);
	json_close(to, '}');
}

/*
 * What the method makes of the values, where that is not their utility: the
 * part of the points won, or TOPSIS's r.  No weight changes it.
 */
static void put_cells(struct json *to, const struct subject *s, size_t j,
		      const double *values)
{
	enum method method = s->c->scoring.method;
	size_t n = s->c->option_count;
	const double *utilities = s->r->utilities + j * n;
	double *cells = arena_array(s->arena, double, n);
	bool *wins = arena_array(s->arena, bool, n);

	if (!s->r->counts[j] ||
	    (method != METHOD_POINTS && method != METHOD_TOPSIS))
		return;
	if (method == METHOD_POINTS)
		tally_row(s->c, utilities, wins, cells);
	else
		topsis_row(s->c, j, values, cells);
	json_key(to, "cells");
	json_open(to, '[');
	for (size_t i = 0; i < n; i++)
		json_number(to, isnan(utilities[i]) ? NAN : cells[i]);
	json_close(to, ']');
}

/* The sources of each score, as indices; nothing where none has any. */
static void put_cites(struct json *to, const struct subject *s, size_t j)
{
	const struct score *scores = s->c->criteria[j].scores;
	bool any = false;

	for (size_t i = 0; i < s->c->option_count; i++)
		for (size_t k = 0; k < scores[i].evidence_count; k++)
			any |= scores[i].evidence[k].source_count > 0;
	if (!any)
		return;
	json_key(to, "cites");
	json_open(to, '[');
	for (size_t i = 0; i < s->c->option_count; i++) {
		const bool *used = subject_sources_used(s, &scores[i]);

		json_open(to, '[');
		for (size_t n = 0; n < s->c->source_count; n++)
			if (used[n])
				json_number(to, (double)n);
		json_close(to, ']');
	}
	json_close(to, ']');
}

static void put_sources(struct json *to, const struct subject *s)
{
	json_key(to, "sources");
	json_open(to, '[');
	for (size_t n = 0; n < s->c->source_count; n++) {
		json_open(to, '{');
		put_text(to, "id", s->c->sources[n].id);
		put_text(to, "label", s->c->sources[n].title.str);
		json_close(to, '}');
	}
	json_close(to, ']');
}

static void put_values(struct json *to, const struct subject *s, size_t j)
{
	json_key(to, "values");
	json_open(to, '[');
	for (size_t i = 0; i < s->c->option_count; i++)
		json_number(to, s->c->criteria[j].scores[i].value);
	json_close(to, ']');
}

/* A letter an option, where some are answers: "ynp-". */
static void put_answers(struct json *to, const struct subject *s, size_t j)
{
	size_t n = s->c->option_count;
	char *letters = arena_array(s->arena, char, n + 1);
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		enum answer answer = s->c->criteria[j].scores[i].answer;

		letters[i] = answer_letter(answer).ptr[0];
		any |= answer != ANSWER_NONE;
	}
	if (any)
		put_text(to, "answers", (struct str){ letters, n });
}

static void put_profile(struct json *to, const struct subject *s, size_t p)
{
	const struct profile *profile = &s->c->profiles[p];

	json_open(to, '{');
	put_text(to, "id", profile->id);
	json_key(to, "weights");
	json_open(to, '[');
	for (size_t j = 0; j < s->c->criterion_count; j++)
		json_number(to, profile->weights[j]);
	json_close(to, ']');
	json_key(to, "musts");
	json_open(to, '[');
	for (size_t j = 0; profile->musts && j < s->c->criterion_count; j++)
		if (profile->musts[j].kind != MUST_NONE)
			put_must(to, &profile->musts[j], j);
	json_close(to, ']');
	json_close(to, '}');
}

static void put_must(struct json *to, const struct must *must, size_t j)
{
	json_open(to, '{');
	put_number(to, "at", (double)j);
	put_text(to, "kind", must_kind_name(must->kind));
	put_number(to, "bound", must->bound);
	if (must->answer != ANSWER_NONE)
		put_text(to, "answer", answer_letter(must->answer));
	json_close(to, '}');
}

static void put_words(struct json *to, const struct subject *s)
{
	json_key(to, "words");
	json_open(to, '{');
	put_text(to, "total", phrase(s->phrases, subject_total_word(s)));
	put_text(to, "margin",
		 phrase(s->phrases, s->c->scoring.method == METHOD_POINTS
					    ? WORD_MARGIN_POINTS
					    : WORD_MARGIN_SCALE));
	for (size_t k = 0; k < sizeof(WORDS) / sizeof(*WORDS); k++)
		put_text(to, WORDS[k].key, phrase(s->phrases, WORDS[k].id));
	put_locale(to, s->phrases, s->arena);
	if (s->c->scoring.method == METHOD_POINTS)
		put_points(to, s->phrases);
	json_close(to, '}');
}

/* As words/phrase writes numbers; lists and forms the browser knows itself. */
static void put_locale(struct json *to, const struct phrases *phrases,
		       struct arena *arena)
{
	const struct locale *locale = &phrases->locale;

	put_text(to, "locale", locale->tag);
	put_text(to, "point", locale->decimal);
	put_text(to, "group", locale->group);
	put_text(to, "minus", locale->minus);
	put_text(to, "percent", locale->percent);
	put_text(to, "groups", groups_pattern(locale, arena));
}

/* All forms that the browser may ask for, as locale_plural() has them. */
static void put_points(struct json *to, const struct phrases *phrases)
{
	const struct str *forms = phrases->plurals[PLURAL_POINTS];

	json_key(to, "points");
	json_open(to, '{');
	for (enum form form = 0; form < FORM_COUNT; form++)
		put_text(
			to, form_name(form),
			forms[phrases->locale.forms[form] ? form : FORM_OTHER]);
	json_close(to, '}');
}

/* Where digits before the point are parted, as a regular expression. */
static struct str groups_pattern(const struct locale *locale,
				 struct arena *arena)
{
	size_t last = locale->groups[0], least = locale->least_grouped;
	struct str pattern = arena_printf(arena, "\\B(?=(.{%zu})*.{%zu}$)",
					  locale->groups[1], last);

	if (least > 99)
		return STR("(?!)");
	/* Not before the last group of fewer digits. */
	return least == last + 1
		       ? pattern
		       : arena_printf(arena, "%.*s(?<!^.{1,%zu}(?=.{%zu}$))",
				      STR_ARG(pattern), least - last - 1, last);
}

static void put_text(struct json *to, const char *key, struct str text)
{
	json_key(to, key);
	json_text(to, text);
}

static void put_number(struct json *to, const char *key, double number)
{
	json_key(to, key);
	json_number(to, number);
}

/* What is filled into sentences keeps its own direction. */
static void put_isolated(struct json *to, const char *key,
			 const struct subject *s, struct str text)
{
	put_text(to, key, bidi_isolate(text, s->phrases->is_rtl, s->arena));
}
