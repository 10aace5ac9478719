#include "view/matrix_view.h"

#include <math.h>

#include "judge/utility.h"
#include "view/catalogue.h"
#include "view/judging_view.h"
#include "view/parts.h"
#include "view/repository.h"

enum {
	PICK_OVER = 2,	  /* columns that a phone shows beside each other */
	NUMBER_SHORT = 9, /* characters that fit into the narrowest column */
};

/* What rows are made with; `notes` is told in print, numbered from 1. */
struct sheet {
	const struct subject *s;
	const size_t *order;	      /* of the columns */
	const struct value *criteria; /* of the comparison */
	struct value *notes;	      /* one list for each row */
	size_t numbered, same;
};

static void add_totals(const struct subject *s, struct value *o);
static void set_none(struct value *o);
static const struct value *columns_view(const struct sheet *sheet,
					const struct value *options);
static const struct value *groups_view(struct sheet *sheet);
static const struct value *row_view(struct sheet *sheet, size_t j);
static bool is_same(const struct subject *s, size_t j);
static struct str best_columns(const struct sheet *sheet, size_t j);
static const struct value *cell_view(struct sheet *sheet, size_t j, size_t k,
				     struct value *notes);
static const char *answer_name(enum answer answer);
static const struct value *note_view(struct sheet *sheet, size_t j, size_t k,
				     const struct value *score);
static const struct value *grounds_view(const struct subject *s, size_t j,
					const struct score *score);
static const struct value *ground_view(const struct subject *s, size_t j,
				       const struct evidence *e, bool several);
static struct str line_of(const struct subject *s, struct place at);
static struct str line_url(const struct subject *s, struct place at);
static struct str worth(const struct subject *s, size_t j, size_t i);
static struct str end_words(const struct subject *s, size_t j, double end,
			    double given);
static struct value *copy_of(const struct value *o, struct arena *arena);

void matrix_add(const struct subject *s, const struct value *criteria,
		const struct value *options, struct value *o)
{
	struct sheet sheet = { .s = s,
			       .order = catalogue_order(s),
			       .criteria = criteria,
			       .notes = value_list(s->arena) };

	add_totals(s, o);
	if (is_catalogue(s->c)) {
		set_none(o);
		return;
	}
	value_set(o, "columns", columns_view(&sheet, options));
	value_set(o, "groups", groups_view(&sheet));
	value_set(o, "notes", sheet.notes);
	value_set_bool(o, "has_notes", sheet.notes->as.list.count);
	value_set_bool(o, "has_numbered", sheet.numbered);
	value_set_bool(o, "can_differ",
		       sheet.same && sheet.same < s->c->criterion_count);
	value_set_bool(o, "can_pick", s->c->option_count > PICK_OVER);
	value_setf(o, "size", "n%zu", s->c->option_count);
	value_set_bool(o, "is_wide", s->c->option_count >= CATALOGUE_OVER);
}

/* What a script says of totals: the width of their scale, and the limit. */
static void add_totals(const struct subject *s, struct value *o)
{
	const struct scoring *scoring = &s->c->scoring;
	double span = subject_totals_are_shares(s) ? 100
		      : scoring->method == METHOD_POINTS
			      ? s->r->points_available
			      : scoring->max - scoring->min;

	value_set_text(o, "span", exact_number(span, s->arena));
	value_set_text(o, "close", exact_number(scoring->close, s->arena));
	value_setf(o, "places", "%d", s->figures.total);
	value_set_text(o, "compare_url",
		       judging_is_choice(s->c, s->r)
			       ? subject_url(s, STR("compare"))
			       : STR(""));
}

struct str exact_number(double number, struct arena *arena)
{
	return isnan(number) ? STR("") : arena_printf(arena, "%.12g", number);
}

/* A catalogue has `turned` instead. */
static void set_none(struct value *o)
{
	static const char *const NAMES[] = {
		"columns",    "groups",	  "notes", "has_notes", "has_numbered",
		"can_differ", "can_pick", "size",  "is_wide"
	};

	for (size_t k = 0; k < sizeof(NAMES) / sizeof(*NAMES); k++)
		value_set(o, NAMES[k], value_null());
}

static const struct value *columns_view(const struct sheet *sheet,
					const struct value *options)
{
	const struct subject *s = sheet->s;
	struct value *list = value_list(s->arena);

	for (size_t k = 0; k < s->c->option_count; k++) {
		size_t i = sheet->order[k];
		struct value *o = copy_of(options->as.list.items[i], s->arena);

		value_setf(o, "column", "%zu", k + 1);
		value_set_bool(o, "is_column_1", k == 0);
		value_set_bool(o, "is_column_2", k == 1);
		value_set_text(
			o, "place",
			!s->r->judged || !s->r->ranks[i]
				? STR("")
				: PHRASE(s->phrases, WORD_RANK_NAME, s->arena,
					 { "n",
					   arena_printf(s->arena, "%zu",
							s->r->ranks[i]) }));
		value_append(list, o);
	}
	return list;
}

static const struct value *groups_view(struct sheet *sheet)
{
	const struct comparison *c = sheet->s->c;
	struct arena *arena = sheet->s->arena;
	const size_t *order = criteria_by_group(c, arena);
	struct value *groups = value_list(arena), *rows = NULL;

	for (size_t k = 0; k < c->criterion_count; k++) {
		if (group_begins(c, order, k)) {
			struct value *group = value_add_object(groups);

			rows = value_list(arena);
			value_setf(group, "anchor", "group-%zu",
				   groups->as.list.count);
			group_add_head(sheet->s,
				       c->criteria[order[k]].group.str, group);
			value_set(group, "rows", rows);
		}
		value_append(rows, row_view(sheet, order[k]));
	}
	return groups;
}

void group_add_head(const struct subject *s, struct str name, struct value *o)
{
	double weight = 0, others = 0;
	size_t count = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		const struct criterion *criterion = &s->c->criteria[j];
		bool here = str_equals(criterion->group.str, name);

		count += here;
		if (!s->c->scored || !s->r->counts[j])
			continue;
		if (here)
			weight += criterion->weight;
		else
			others += criterion->weight;
	}
	value_set_text(o, "title", name);
	value_set_text(o, "count",
		       phrase_count(s->phrases, PLURAL_CRITERIA, count,
				    s->arena));
	value_set_text(
		o, "share",
		weight > 0 ? subject_weight_share(s, weight / (weight + others),
						  others <= 0)
			   : STR(""));
}

/* A criterion's own values, and its cells in the order of the columns. */
static const struct value *row_view(struct sheet *sheet, size_t j)
{
	const struct subject *s = sheet->s;
	struct arena *arena = s->arena;
	const struct criterion *criterion = &s->c->criteria[j];
	struct value *o = copy_of(sheet->criteria->as.list.items[j], arena);
	struct value *cells = value_list(arena), *notes = value_list(arena);
	struct value *row_notes;
	bool same = is_same(s, j);

	value_setf(o, "anchor", "row-%.*s", STR_ARG(criterion->id));
	value_setf(o, "notes_anchor", "notes-%.*s", STR_ARG(criterion->id));
	value_set_bool(o, "is_same", same);
	value_set_text(o, "weight_exact",
		       exact_number(criterion->weight, arena));
	value_set_text(o, "best_columns", best_columns(sheet, j));
	for (size_t k = 0; k < s->c->option_count; k++)
		value_append(cells, cell_view(sheet, j, k, notes));
	value_set(o, "cells", cells);
	value_set_bool(o, "has_notes", notes->as.list.count);
	sheet->same += same;
	if (!notes->as.list.count)
		return o;
	row_notes = value_add_object(sheet->notes);
	value_setf(row_notes, "anchor", "notes-%.*s", STR_ARG(criterion->id));
	value_set_text(row_notes, "title", criterion->title.str);
	value_setf(row_notes, "row_url", "#row-%.*s", STR_ARG(criterion->id));
	value_set(row_notes, "cells", notes);
	return o;
}

/* Whether all options show the same here, whatever it is worth. */
static bool is_same(const struct subject *s, size_t j)
{
	if (!s->c->scored)
		return false;
	for (size_t i = 1; i < s->c->option_count; i++)
		if (!str_equals(subject_score(s, i, j), subject_score(s, 0, j)))
			return false;
	return true;
}

/* " w1 w3": the classes of style.css of the columns that are best. */
static struct str best_columns(const struct sheet *sheet, size_t j)
{
	const struct value *scores =
		value_find(sheet->criteria->as.list.items[j], STR("scores"));
	struct str classes = STR("");

	for (size_t k = 0; k < sheet->s->c->option_count; k++)
		if (value_is_truthy(
			    value_find(scores->as.list.items[sheet->order[k]],
				       STR("is_best"))))
			classes = arena_printf(sheet->s->arena, "%.*s w%zu",
					       STR_ARG(classes), k + 1);
	return classes;
}

/* A score's own values, and its column; its note goes to `notes`. */
static const struct value *cell_view(struct sheet *sheet, size_t j, size_t k,
				     struct value *notes)
{
	const struct subject *s = sheet->s;
	const struct criterion *criterion = &s->c->criteria[j];
	size_t i = sheet->order[k];
	const struct value *score =
		value_find(sheet->criteria->as.list.items[j], STR("scores"))
			->as.list.items[i];
	struct value *o = copy_of(score, s->arena);
	const struct score *given =
		criterion->scores ? &criterion->scores[i] : NULL;
	const struct value *note = value_null();

	value_setf(o, "column", "%zu", k + 1);
	value_set_text(o, "score_number", subject_number(s, i, j));
	value_set_bool(o, "is_long",
		       str_char_count(subject_number(s, i, j)) > NUMBER_SHORT);
	value_setf(o, "anchor", "cell-%.*s.%.*s", STR_ARG(criterion->id),
		   STR_ARG(s->c->options[i].id));
	value_set_text(o, "worth_exact",
		       exact_number(s->r->utilities[j * s->c->option_count + i],
				    s->arena));
	value_set_text(o, "answer",
		       given ? str_from(answer_name(given->answer)) : STR(""));
	if (given && given->evidence_count) {
		note = note_view(sheet, j, k, o);
		value_append(notes, note);
	}
	value_set(o, "note", note);
	return o;
}

static const char *answer_name(enum answer answer)
{
	switch (answer) {
	case ANSWER_YES:
		return "yes";
	case ANSWER_PARTIAL:
		return "partial";
	case ANSWER_NO:
		return "no";
	case ANSWER_NONE:
		break;
	}
	return "";
}

/* What a cell opens; it has a number where print has more to say than it. */
static const struct value *note_view(struct sheet *sheet, size_t j, size_t k,
				     const struct value *cell)
{
	const struct subject *s = sheet->s;
	size_t i = sheet->order[k];
	const struct criterion *criterion = &s->c->criteria[j];
	const struct score *score = &criterion->scores[i];
	struct value *o = value_object(s->arena);
	bool says = score->evidence_count > 1 ||
		    value_find(cell, STR("notes"))->as.list.count;

	value_setf(o, "anchor", "note-%.*s.%.*s", STR_ARG(criterion->id),
		   STR_ARG(s->c->options[i].id));
	value_setf(o, "cell_url", "#cell-%.*s.%.*s", STR_ARG(criterion->id),
		   STR_ARG(s->c->options[i].id));
	value_set_text(o, "number",
		       says ? arena_printf(s->arena, "%zu", ++sheet->numbered)
			    : STR(""));
	value_set_text(o, "option", s->c->options[i].short_name.str);
	value_set_text(o, "class", option_class(i));
	value_set_text(o, "criterion", criterion->title.str);
	value_set_text(o, "value", subject_score(s, i, j));
	value_set(o, "spread", value_find(cell, STR("spread")));
	value_set(o, "out", value_find(cell, STR("out")));
	value_set(o, "grounds", grounds_view(s, j, score));
	value_set_text(o, "worth", worth(s, j, i));
	value_set(o, "dispute_url", value_find(cell, STR("dispute_url")));
	return o;
}

/* A row of the scoring table each: who said so, why, and on what grounds. */
static const struct value *grounds_view(const struct subject *s, size_t j,
					const struct score *score)
{
	struct value *list = value_list(s->arena);

	for (size_t n = 0; n < score->evidence_count; n++)
		value_append(list, ground_view(s, j, &score->evidence[n],
					       score->evidence_count > 1));
	return list;
}

static const struct value *ground_view(const struct subject *s, size_t j,
				       const struct evidence *e, bool several)
{
	struct value *o = value_object(s->arena);

	value_set_text(o, "judge", judge_name(s, e->judge));
	value_set_text(o, "value",
		       several ? subject_value(s, j, e->value, e->answer)
			       : STR(""));
	value_set(o, "note", prose_view(&e->note, s->arena));
	value_set(o, "sources", sources_view(s, e->sources, e->source_count));
	value_set_bool(o, "has_sources", e->source_count);
	value_set_text(o, "date", phrase_date(s->phrases, e->date, s->arena));
	value_set_text(o, "date_iso", phrase_date_iso(e->date, s->arena));
	value_set_text(o, "line", line_of(s, e->at));
	value_set_text(o, "line_url", line_url(s, e->at));
	value_set_bool(o, "has_facts",
		       e->source_count || e->date.year > 0 ||
			       line_of(s, e->at).len);
	return o;
}

/* "scores.csv, line 47": of the file that is published as it is. */
static struct str line_of(const struct subject *s, struct place at)
{
	if (!at.file || !at.line || !str_ends(str_from(at.file), "/scores.csv"))
		return STR("");
	return PHRASE(s->phrases, WORD_LINE_OF, s->arena,
		      { "file", STR("scores.csv") },
		      { "n", arena_printf(s->arena, "%u", at.line) });
}

/* In the repository of the content, or the table as published. */
static struct str line_url(const struct subject *s, struct place at)
{
	struct str line = repository_line(s->site, at, s->arena);

	return line.len ? line : subject_file_url(s, "scores.csv");
}

/* Of a score on the scale it is the score itself. */
static struct str worth(const struct subject *s, size_t j, size_t i)
{
	double utility = s->r->utilities[j * s->c->option_count + i];
	struct ends ends;

	if (!s->c->criteria[j].measure.given || isnan(utility))
		return STR("");
	ends = subject_ends(s, j);
	if (ends.worst == ends.best)
		return STR("");
	return PHRASE(s->phrases, WORD_WORTH, s->arena,
		      { "share", subject_part(s, utility) },
		      { "worst", end_words(s, j, ends.worst,
					   s->c->criteria[j].measure.worst) },
		      { "best", end_words(s, j, ends.best,
					  s->c->criteria[j].measure.best) });
}

/* As the author wrote it, or a value of the data. */
static struct str end_words(const struct subject *s, size_t j, double end,
			    double given)
{
	struct str unit = s->c->criteria[j].measure.unit.str;

	if (isnan(given))
		return subject_value(s, j, end, ANSWER_NONE);
	if (!unit.len)
		return subject_given(s, given);
	return phrase_in_unit(s->phrases, subject_given(s, given), unit,
			      s->arena);
}

static struct value *copy_of(const struct value *o, struct arena *arena)
{
	struct value *copy = value_object(arena);

	for (size_t k = 0; k < o->as.object.count; k++)
		value_set_member(copy, o->as.object.members[k].name,
				 o->as.object.members[k].value);
	return copy;
}
