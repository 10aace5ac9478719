#include "view/judged_view.h"

#include <math.h>

#include "judge/tally.h"
#include "judge/utility.h"
#include "view/catalogue.h"
#include "view/chart_parts.h"
#include "view/contest_view.h"
#include "view/criterion_answer.h"
#include "view/parts.h"
#include "view/repository.h"

enum { NOTES_MOST = 3 }; /* options whose notes have room beside the scores */

static const struct value *row_view(const struct subject *s, size_t j,
				    struct str judge);
static const struct value *cell_view(const struct subject *s, size_t j,
				     size_t i, struct str judge);
static const struct value *mean_view(const struct subject *s, size_t j);
static struct str gap_words(const struct subject *s, size_t j, double one,
			    double other, bool answers);
static struct str confidence(const struct phrases *phrases,
			     enum confidence level);
static size_t judges_on(const struct subject *s, size_t j, bool silent,
			struct str **judges);
static const struct evidence *given_by(const struct subject *s, size_t j,
				       size_t i, struct str judge);
static bool common_values(const struct subject *s, size_t j,
			  const struct str *judges, size_t count,
			  double *values, size_t *common);

const struct value *judged_view(const struct subject *s, size_t j)
{
	struct str *judges;
	size_t count = judges_on(s, j, true, &judges);
	struct value *rows, *table;

	if (count < 2)
		return value_null();
	rows = value_list(s->arena);
	table = value_object(s->arena);
	for (size_t k = 0; k < count; k++)
		value_append(rows, row_view(s, j, judges[k]));
	value_set(table, "rows", rows);
	value_set(table, "mean", mean_view(s, j));
	value_set_bool(table, "has_gap", s->c->option_count == 2);
	value_set_bool(table, "notes_beside", s->c->option_count <= NOTES_MOST);
	return table;
}

static const struct value *row_view(const struct subject *s, size_t j,
				    struct str judge)
{
	struct value *row = value_object(s->arena);
	struct value *cells = value_list(s->arena);
	const struct evidence *two[2] = { NULL, NULL };

	for (size_t i = 0; i < s->c->option_count; i++) {
		if (i < 2)
			two[i] = given_by(s, j, i, judge);
		value_append(cells, cell_view(s, j, i, judge));
	}
	value_set_text(row, "judge", contest_judge_name(s, judge));
	value_set(row, "cells", cells);
	value_set_text(row, "gap",
		       s->c->option_count == 2 && two[0] && two[1]
			       ? gap_words(s, j, two[0]->value, two[1]->value,
					   two[0]->answer != ANSWER_NONE &&
						   two[1]->answer !=
							   ANSWER_NONE)
			       : STR(""));
	return row;
}

/* All that the judge has said there, be it a note without a score. */
static const struct value *cell_view(const struct subject *s, size_t j,
				     size_t i, struct str judge)
{
	const struct score *score = &s->c->criteria[j].scores[i];
	const struct evidence *e = given_by(s, j, i, judge);
	struct value *cell = value_object(s->arena);
	struct value *given = value_list(s->arena);
	bool tells = false, leads = false;

	for (size_t k = 0; k < score->evidence_count; k++) {
		const struct evidence *one = &score->evidence[k];
		const struct value *view;

		if (!str_equals(one->judge, judge))
			continue;
		view = evidence_view(s, j, i, one);
		tells |= one->source_count || one->date.year ||
			 one->confidence != CONFIDENCE_NONE ||
			 !prose_is_empty(&one->note);
		leads |= value_is_truthy(
			value_find(view, STR("source_line_url")));
		value_append(given, view);
	}
	value_set_text(cell, "option", chart_short(s, i));
	value_set_text(cell, "class", option_class(i));
	value_set_text(cell, "value",
		       e ? subject_value(s, j, e->value, e->answer)
			 : phrase(s->phrases, tells ? WORD_TAKES_NO_SIDE
						    : WORD_NOT_SCORED));
	value_set_bool(cell, "is_missing", !e);
	value_set_bool(cell, "is_left_out", e && e->left_out);
	value_set_bool(cell, "says", tells || leads);
	value_set(cell, "given", given);
	return cell;
}

static const struct value *mean_view(const struct subject *s, size_t j)
{
	const struct score *scores = s->c->criteria[j].scores;
	struct value *mean = value_object(s->arena);
	struct value *cells = value_list(s->arena);

	for (size_t i = 0; i < s->c->option_count; i++) {
		struct value *cell = value_add_object(cells);

		value_set_text(cell, "option", chart_short(s, i));
		value_set_text(cell, "class", option_class(i));
		value_set_text(cell, "value", subject_score(s, i, j));
		value_set_bool(cell, "is_missing", isnan(scores[i].value));
		value_set_bool(cell, "is_winner",
			       s->r->wins[j * s->c->option_count + i]);
	}
	value_set(mean, "cells", cells);
	value_set_text(
		mean, "gap",
		s->c->option_count == 2 && !isnan(scores[0].value) &&
				!isnan(scores[1].value)
			? gap_words(s, j, scores[0].value, scores[1].value,
				    scores[0].answer != ANSWER_NONE &&
					    scores[1].answer != ANSWER_NONE)
			: STR(""));
	return mean;
}

/* "6 to Node.js"; of answers, which are no numbers, "to Node.js". */
static struct str gap_words(const struct subject *s, size_t j, double one,
			    double other, bool answers)
{
	const struct measure *measure = &s->c->criteria[j].measure;
	bool lower = measure->given && measure->lower_is_better;
	size_t better = lower ? other < one : other > one;

	if (one == other)
		return phrase(s->phrases, WORD_GAP_LEVEL);
	return PHRASE(s->phrases, answers ? WORD_GAP_SIDE : WORD_GAP_TO,
		      s->arena, { "n", criterion_gap(s, j, one, other) },
		      { "name", chart_short(s, better) });
}

const struct value *evidence_view(const struct subject *s, size_t j, size_t i,
				  const struct evidence *e)
{
	struct arena *arena = s->arena;
	struct value *o = value_object(arena);

	value_set_text(o, "option", s->c->options[i].name.str);
	value_set_text(o, "class", option_class(i));
	value_set_text(o, "value", subject_value(s, j, e->value, e->answer));
	value_set_bool(o, "is_missing", isnan(e->value));
	value_set_text(o, "judge", judge_name(s, e->judge));
	value_set_text(o, "confidence", confidence(s->phrases, e->confidence));
	value_set_text(o, "date", phrase_date(s->phrases, e->date, arena));
	value_set_text(o, "date_iso", phrase_date_iso(e->date, arena));
	value_set(o, "sources", sources_view(s, e->sources, e->source_count));
	value_set(o, "note", prose_view(&e->note, arena));
	repository_add_score(s, j, i, e, o);
	return o;
}

static struct str confidence(const struct phrases *phrases,
			     enum confidence level)
{
	switch (level) {
	case CONFIDENCE_NONE:
		break;
	case CONFIDENCE_LOW:
		return phrase(phrases, WORD_CONFIDENCE_LOW);
	case CONFIDENCE_MEDIUM:
		return phrase(phrases, WORD_CONFIDENCE_MEDIUM);
	case CONFIDENCE_HIGH:
		return phrase(phrases, WORD_CONFIDENCE_HIGH);
	}
	return STR("");
}

/* Who is best by those who scored all, where that is another result. */
struct str judged_uneven(const struct subject *s, size_t j)
{
	size_t n = s->c->option_count, common, winners = 0;
	struct str *judges, said;
	size_t count = judges_on(s, j, false, &judges);
	double *values = arena_array(s->arena, double, n);
	double *utilities = arena_array(s->arena, double, n);
	double *won = arena_array(s->arena, double, n);
	bool *wins = arena_array(s->arena, bool, n), same = true;

	if (count < 2 || !common_values(s, j, judges, count, values, &common))
		return STR("");
	said = phrase(s->phrases, s->c->scoring.judges == JUDGES_COMMON
					  ? WORD_UNEVEN_COMMON
					  : WORD_UNEVEN);
	if (!common || !s->r->counts[j] ||
	    s->c->scoring.judges == JUDGES_COMMON)
		return said;
	utility_row(s->c, j, values, utilities);
	tally_row(s->c, utilities, wins, won);
	for (size_t i = 0; i < n; i++) {
		winners += wins[i];
		same &= wins[i] == s->r->wins[j * n + i];
	}
	if (same)
		return said;
	return phrase_join(
		s->phrases, said,
		PHRASE(s->phrases,
		       winners == 1 ? WORD_UNEVEN_WINS
		       : winners    ? WORD_UNEVEN_TIE
				    : WORD_UNEVEN_NOBODY,
		       s->arena,
		       { "n", phrase_number(s->phrases, (double)common, 0,
					    s->arena) },
		       { "names", option_names(s, wins) }),
		s->arena);
}

/* As met; none where there are more than are told of one by one. */
static size_t judges_on(const struct subject *s, size_t j, bool silent,
			struct str **judges)
{
	const struct score *scores = s->c->criteria[j].scores;
	struct str *names = NULL;
	size_t count = 0;

	for (size_t i = 0; scores && i < s->c->option_count; i++)
		for (size_t e = 0; e < scores[i].evidence_count; e++) {
			const struct evidence *given = &scores[i].evidence[e];
			size_t k = 0;

			if ((isnan(given->value) && !silent) ||
			    count > OMISSIONS_MOST)
				continue;
			while (k < count && !str_equals(names[k], given->judge))
				k++;
			if (k == count)
				*arena_push(s->arena, names, count) =
					given->judge;
		}
	*judges = names;
	return count > OMISSIONS_MOST ? 0 : count;
}

static const struct evidence *given_by(const struct subject *s, size_t j,
				       size_t i, struct str judge)
{
	const struct score *score = &s->c->criteria[j].scores[i];

	for (size_t e = 0; e < score->evidence_count; e++)
		if (!isnan(score->evidence[e].value) &&
		    str_equals(score->evidence[e].judge, judge))
			return &score->evidence[e];
	return NULL;
}

/*
 * The means by the judges who scored all options that are scored; false where
 * every judge did.
 */
static bool common_values(const struct subject *s, size_t j,
			  const struct str *judges, size_t count,
			  double *values, size_t *common)
{
	size_t n = s->c->option_count, scored = 0;

	*common = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < count; k++)
			if (given_by(s, j, i, judges[k])) {
				scored++;
				break;
			}
	for (size_t k = 0; k < count; k++) {
		size_t there = 0;

		for (size_t i = 0; i < n; i++)
			there += given_by(s, j, i, judges[k]) != NULL;
		if (there < scored)
			continue;
		++*common;
		for (size_t i = 0; i < n; i++) {
			const struct evidence *e = given_by(s, j, i, judges[k]);

			values[i] += e ? e->value : NAN;
		}
	}
	for (size_t i = 0; i < n; i++)
		values[i] /= (double)*common;
	return *common < count;
}
