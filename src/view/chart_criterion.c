#include "view/chart_view.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "judge/utility.h"
#include "view/catalogue.h"
#include "view/chart_parts.h"
#include "view/criterion_answer.h"

enum {
	STEPS = 5,	  /* of an axis whose numbers are not whole */
	WHOLE_MOST = 12,  /* and of one whose numbers are */
	LEVEL_MOST = 26,  /* letters of the name of a level */
	RINGS_MOST = 100, /* of an option */
};

static bool any_scored(const struct subject *s, size_t j);
static bool all_answered(const struct subject *s, size_t j);
static void set_scale(const struct subject *s, size_t j,
		      struct chart_data *data);
static void set_answers(const struct subject *s, size_t j,
			struct chart_data *data);
static void set_measure(const struct subject *s, size_t j,
			struct chart_data *data);
static void set_levels(const struct subject *s, size_t j,
		       struct chart_data *data);
static struct str level_name(struct str plain);
static bool ends_part(struct str text, size_t at);
static size_t letters_before(struct str text, size_t at);
static bool starts_number(struct str text);
static bool set_rings(const struct subject *s, size_t j, struct series *series);
static struct str how_to_read(const struct subject *s, size_t j, bool rings,
			      bool levels);
static bool has_two_ends(struct ends ends);
static struct str end_words(const struct subject *s, size_t j, double end,
			    bool is_lower);

struct chart *criterion_chart(const struct subject *s, size_t j)
{
	const struct criterion *criterion = &s->c->criteria[j];
	struct series *series;
	struct chart *chart;
	bool rings;

	assert(j < s->c->criterion_count);
	if (!any_scored(s, j) || is_catalogue(s->c))
		return NULL;
	chart = chart_new(s, CHART_SCALE,
			  chart_id(s, "criterion", criterion->id),
			  WORD_CRITERIA);
	if (!comparison_asked(s->c, "criterion"))
		chart->home = criterion->id;
	chart->name = chart->data.title =
		PHRASE(s->phrases,
		       criterion->measure.given ? WORD_CHART_MEASURED
						: WORD_CHART_SCORED,
		       s->arena, { "criterion", criterion->title.str });
	series = chart_series(s, 1);
	for (size_t i = 0; i < s->c->option_count; i++)
		chart_set_score(s, &series[i], 0, j, i);
	if (subject_unit_is_long(s, j))
		chart->data.unit = criterion->measure.unit.str;
	chart->data.max = 1;
	if (criterion->measure.given)
		set_measure(s, j, &chart->data);
	else if (all_answered(s, j))
		set_answers(s, j, &chart->data);
	else
		set_scale(s, j, &chart->data);
	rings = set_rings(s, j, series);
	chart->data.description =
		how_to_read(s, j, rings, chart->data.level_count > 0);
	chart_finding(chart, criterion_spread(s, j));
	chart_finish(s, chart, series, WORD_COLUMN_SCORE);
	return chart;
}

const char *criterion_refusal(const struct subject *s)
{
	bool any = false;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		any |= any_scored(s, j) && !is_catalogue(s->c);
	return any		    ? NULL
	       : is_catalogue(s->c) ? "of more than eight options each has a "
				      "ranking instead"
				    : "nothing has a score";
}

bool criterion_is_answered(const struct subject *s, size_t j)
{
	return any_scored(s, j) && all_answered(s, j);
}

static bool any_scored(const struct subject *s, size_t j)
{
	const struct score *scores = s->c->criteria[j].scores;

	for (size_t i = 0; scores && i < s->c->option_count; i++)
		if (!isnan(scores[i].value))
			return true;
	return false;
}

static bool all_answered(const struct subject *s, size_t j)
{
	const struct score *scores = s->c->criteria[j].scores;

	for (size_t i = 0; i < s->c->option_count; i++)
		if (!isnan(scores[i].value) && scores[i].answer == ANSWER_NONE)
			return false;
	return true;
}

static void set_scale(const struct subject *s, size_t j,
		      struct chart_data *data)
{
	double min = s->c->scoring.min, range = s->c->scoring.max - min;
	bool whole = min == round(min) && range == round(range) &&
		     range <= WHOLE_MOST;
	size_t steps = whole ? (size_t)range : STEPS;
	struct tick *ticks = arena_array(s->arena, struct tick, steps + 1);

	for (size_t k = 0; k <= steps; k++)
		ticks[k] = (struct tick){
			.at = (double)k / (double)steps,
			.label = subject_given(
				s, min + range * (double)k / (double)steps),
		};
	data->ticks = ticks;
	data->tick_count = steps + 1;
	data->better = phrase(s->phrases, WORD_CHART_BETTER);
	set_levels(s, j, data);
}

static void set_answers(const struct subject *s, size_t j,
			struct chart_data *data)
{
	static const enum answer ANSWERS[] = { ANSWER_NO, ANSWER_PARTIAL,
					       ANSWER_YES };
	struct tick *ticks = arena_array(s->arena, struct tick, 3);

	for (size_t k = 0; k < 3; k++)
		ticks[k] = (struct tick){
			.at = (double)k / 2,
			.label = subject_value(s, j, 0, ANSWERS[k]),
		};
	data->ticks = ticks;
	data->tick_count = 3;
	data->better = phrase(s->phrases, WORD_CHART_BETTER);
}

/* What is worth nothing at the left, what is worth all at the right. */
static void set_measure(const struct subject *s, size_t j,
			struct chart_data *data)
{
	bool lower = s->c->criteria[j].measure.lower_is_better;
	struct tick *ticks = arena_array(s->arena, struct tick, 2);
	struct ends ends = subject_ends(s, j);

	if (!has_two_ends(ends)) {
		data->better = data->unit;
		return;
	}
	ticks[0].label = end_words(s, j, ends.worst, !lower);
	ticks[1].at = 1;
	ticks[1].label = end_words(s, j, ends.best, lower);
	data->ticks = ticks;
	data->tick_count = 2;
	data->better = phrase(s->phrases, lower ? WORD_CHART_BETTER_LOWER
						: WORD_CHART_BETTER);
}

/* Those whose score is a number of the scale and which have a short name. */
static void set_levels(const struct subject *s, size_t j,
		       struct chart_data *data)
{
	const struct criterion *criterion = &s->c->criteria[j];
	double min = s->c->scoring.min, range = s->c->scoring.max - min;
	struct tick *levels =
		arena_array(s->arena, struct tick, criterion->rubric_count);
	size_t count = 0;

	for (size_t k = 0; k < criterion->rubric_count; k++) {
		const struct level *level = &criterion->rubric[k];
		struct str name = level_name(level->text.plain), score;
		size_t at = count;
		char *end;
		double value;

		score = arena_printf(s->arena, "%.*s",
				     STR_ARG(level->score.str));
		value = (strtod(score.ptr, &end) - min) / range;
		if (!score.len || *end || !(value >= 0 && value <= 1) ||
		    !name.len)
			continue;
		for (; at > 0 && levels[at - 1].at > value; at--)
			levels[at] = levels[at - 1];
		levels[at] = (struct tick){ .at = value, .label = name };
		count++;
	}
	data->levels = levels;
	data->level_count = count;
}

/*
 * "clearly ahead", of "clearly ahead, or recommended without reservation": up
 * to the first mark that ends a part, and whole where none does.
 */
static struct str level_name(struct str plain)
{
	size_t len = 0;
	struct str name;

	while (len < plain.len && !ends_part(plain, len))
		len++;
	name = str_trim(str_slice(plain, 0, len));
	return str_char_count(name) > LEVEL_MOST ? STR("") : name;
}

/* No mark within a number does: "over 2.5 s", "1,000 users". */
static bool ends_part(struct str text, size_t at)
{
	struct str after = str_trim(str_from_byte(text, at + 1));
	bool parted = at + 1 == text.len || strchr(" \n", text.ptr[at + 1]);

	switch (text.ptr[at]) {
	case '\n':
		return true;
	case '(':
		return at && text.ptr[at - 1] == ' ';
	case ',':
	case ';':
	case ':':
		return parted && !starts_number(after);
	case '.':
		return !after.len ||
		       (point_ends_sentence(text, at) &&
			letters_before(text, at) >= ABBREVIATION_MOST);
	default:
		return false;
	}
}

/* "ca. Hälfte": in so short a text more is taken for an abbreviation. */
static size_t letters_before(struct str text, size_t at)
{
	size_t word = at;

	while (word > 0 && text.ptr[word - 1] != ' ')
		word--;
	return at - word;
}

static bool starts_number(struct str text)
{
	return text.len && text.ptr[0] >= '0' && text.ptr[0] <= '9';
}

/*
 * One a judge; where each option has one value at most it is the mean's, and
 * beyond the ends of a measure no ring has its place, nor have more than
 * RINGS_MOST of an option, which nobody tells apart.
 */
static bool set_rings(const struct subject *s, size_t j, struct series *series)
{
	const struct criterion *criterion = &s->c->criteria[j];
	struct ends ends = subject_ends(s, j);
	bool any = false, unfit = false;

	for (size_t i = 0; i < s->c->option_count; i++) {
		const struct score *score = &criterion->scores[i];
		double *rings =
			arena_array(s->arena, double, score->evidence_count);
		size_t count = 0;

		for (size_t k = 0; k < score->evidence_count; k++)
			if (evidence_counts(&score->evidence[k])) {
				double value = score->evidence[k].value;

				unfit |= value < fmin(ends.worst, ends.best) ||
					 value > fmax(ends.worst, ends.best);
				rings[count++] = utility_between(ends, value);
			}
		series[i].rings = rings;
		series[i].ring_count = count;
		any |= count > 1;
		unfit |= count > RINGS_MOST;
	}
	any &= !unfit;
	for (size_t i = 0; !any && i < s->c->option_count; i++)
		series[i].ring_count = 0;
	return any;
}

static struct str how_to_read(const struct subject *s, size_t j, bool rings,
			      bool levels)
{
	const struct scoring *scoring = &s->c->scoring;
	struct str text;

	if (s->c->criteria[j].measure.given)
		text = phrase(s->phrases, WORD_CHART_SCALE_MEASURE);
	else
		text = PHRASE(s->phrases, WORD_CHART_SCALE_TEXT, s->arena,
			      { "min", subject_given(s, scoring->min) },
			      { "max", subject_given(s, scoring->max) });
	if (rings)
		text = phrase_join(s->phrases, text,
				   phrase(s->phrases, WORD_CHART_SCALE_RINGS),
				   s->arena);
	if (levels)
		text = phrase_join(s->phrases, text,
				   phrase(s->phrases, WORD_CHART_SCALE_LEVELS),
				   s->arena);
	return text;
}

void chart_measure_ends(const struct subject *s, size_t j,
			struct chart_data *data)
{
	bool lower = s->c->criteria[j].measure.lower_is_better;
	struct ends ends = subject_ends(s, j);

	if (!has_two_ends(ends)) {
		data->low_end = data->unit;
		return;
	}
	data->low_end = end_words(s, j, ends.worst, !lower);
	data->high_end =
		ARENA_JOIN(s->arena, end_words(s, j, ends.best, lower),
			   STR(" \xC2\xB7 "),
			   phrase(s->phrases, lower ? WORD_LOWER_IS_BETTER
						    : WORD_HIGHER_IS_BETTER));
}

/* Not where all are alike, and not where nobody was measured. */
static bool has_two_ends(struct ends ends)
{
	return isfinite(ends.worst) && isfinite(ends.best) &&
	       ends.worst != ends.best;
}

/*
 * With "at most" or "at least" as a sign where measures lie beyond; the better
 * end, which has more room, with its unit however long.
 */
static struct str end_words(const struct subject *s, size_t j, double end,
			    bool is_lower)
{
	bool better = is_lower == s->c->criteria[j].measure.lower_is_better;
	struct str words = better ? subject_value(s, j, end, ANSWER_NONE)
				  : subject_chart_value(s, j, end, ANSWER_NONE);

	for (size_t i = 0; i < s->c->option_count; i++) {
		double value = s->c->criteria[j].scores[i].value;

		if (is_lower ? value < end : value > end)
			return ARENA_JOIN(s->arena,
					  is_lower ? STR("\xE2\x89\xA4 ")
						   : STR("\xE2\x89\xA5 "),
					  words);
	}
	return words;
}
