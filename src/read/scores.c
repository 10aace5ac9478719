#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "read/common.h"
#include "read/csv.h"
#include "read/lexical.h"
#include "read/number.h"
#include "read/reader.h"
#include "read/text.h"

enum { COLUMN_LIMIT = 4096 };

/* What a column of the table holds; of an option, its index. */
enum column {
	COLUMN_CRITERION,
	COLUMN_OPTION,
	COLUMN_SCORE,
	COLUMN_JUDGE,
	COLUMN_CONFIDENCE,
	COLUMN_SOURCE,
	COLUMN_DATE,
	COLUMN_NOTE,
	COLUMN_COUNT,
};

static const char *const COLUMN_NAMES[] = { "criterion", "option",     "score",
					    "judge",	 "confidence", "source",
					    "date",	 "note" };

struct sheet {
	struct reader *r;
	struct csv csv;
	struct name_index *called[2]; /* per enum called */
	bool wide;
	struct quantity_style style;
	size_t columns[COLUMN_COUNT]; /* where each is, or NO_COLUMN */
	size_t *options;	      /* wide: the column of each option */
};

static const size_t NO_COLUMN = (size_t)-1;

static bool read_header(struct sheet *sheet);
static bool read_column(struct sheet *sheet, size_t at);
static void refuse_column(struct sheet *sheet, const struct field *field);
static size_t drop_present(const struct record *header, struct str *names,
			   size_t count);
static bool needs_columns(struct sheet *sheet);
static void note_marks(struct sheet *sheet);
static bool read_row(struct sheet *sheet, const struct record *row);
static bool find_named(struct sheet *sheet, const struct record *row,
		       enum called kind, size_t *index);
static const struct field *cell(const struct sheet *sheet,
				const struct record *row, enum column column);
static bool read_shared(struct sheet *sheet, const struct record *row,
			struct evidence *e);
static bool read_confidence(struct reader *r, const struct field *field,
			    enum confidence *confidence);
static bool add_score(struct sheet *sheet, struct criterion *criterion,
		      size_t option, const struct field *field,
		      const struct evidence *shared);
static bool read_score(struct sheet *sheet, const struct criterion *criterion,
		       const struct field *field, struct evidence *e);
static struct str unit_of(const struct criterion *criterion);
static bool not_a_number(const struct sheet *sheet,
			 const struct criterion *criterion,
			 const struct field *field);
static bool other_unit(const struct sheet *sheet,
		       const struct criterion *criterion,
		       const struct field *field, struct str other);
static bool check_judges(struct sheet *sheet, const struct criterion *criterion,
			 size_t option);
static int compare_judges(const void *a, const void *b);
static void average(struct score *score);
static void warn_of_rows(struct reader *r);

bool read_scores(struct reader *r)
{
	const char *path = reader_path(r, "scores.csv");
	struct sheet sheet = { .r = r };
	bool ok;

	r->c->scores_at = (struct place){ .file = path };
	if (!text_read(r->diags, path, TABLE_LIMIT, &r->c->scores_text,
		       r->arena))
		return false;
	r->c->scored = true;
	reader_enter(r, "");
	for (size_t j = 0; j < r->c->criterion_count; j++)
		r->c->criteria[j].scores =
			arena_array(r->arena, struct score, r->c->option_count);
	ok = csv_parse(r->diags, path, r->c->scores_text, &sheet.csv, r->arena);
	if (!sheet.csv.count)
		return ok && diag_error(r->diags, r->c->scores_at,
					"the scoring table has no header");
	sheet.called[CALLED_OPTION] = reader_names(r, CALLED_OPTION);
	sheet.called[CALLED_CRITERION] = reader_names(r, CALLED_CRITERION);
	ok &= read_header(&sheet);
	if (ok)
		note_marks(&sheet);
	for (size_t i = 1; i < sheet.csv.count; i++)
		ok &= read_row(&sheet, &sheet.csv.records[i]);
	for (size_t j = 0; j < r->c->criterion_count; j++) {
		common_mark(r->c, j);
		for (size_t i = 0; i < r->c->option_count; i++) {
			ok &= check_judges(&sheet, &r->c->criteria[j], i);
			average(&r->c->criteria[j].scores[i]);
		}
	}
	/* A row that was refused is not missing. */
	if (ok)
		warn_of_rows(r);
	return ok;
}

bool column_is_taken(struct str name)
{
	bool taken = false;

	for (size_t k = 0; k < COLUMN_COUNT; k++)
		taken |= str_is(name, COLUMN_NAMES[k]);
	return taken;
}

static bool read_header(struct sheet *sheet)
{
	const struct record *header = &sheet->csv.records[0];
	struct reader *r = sheet->r;
	bool ok = true;

	if (header->count > COLUMN_LIMIT)
		return diag_error(r->diags, header->at,
				  "the table has more than %d columns",
				  COLUMN_LIMIT);
	for (size_t k = 0; k < COLUMN_COUNT; k++)
		sheet->columns[k] = NO_COLUMN;
	sheet->options = arena_array(r->arena, size_t, r->c->option_count);
	for (size_t i = 0; i < r->c->option_count; i++)
		sheet->options[i] = NO_COLUMN;
	sheet->wide = true;
	for (size_t k = 0; k < header->count; k++)
		sheet->wide &= !str_is(header->fields[k].text, "score") &&
			       !str_is(header->fields[k].text, "option");
	for (size_t k = 0; k < header->count; k++)
		ok &= read_column(sheet, k);
	/* A column that is not known may be the one that is missing. */
	return ok && needs_columns(sheet);
}

static bool read_column(struct sheet *sheet, size_t at)
{
	struct reader *r = sheet->r;
	const struct field *field = &sheet->csv.records[0].fields[at];
	long option =
		name_index_find(sheet->called[CALLED_OPTION], field->text);
	size_t *place = NULL;

	for (size_t k = 0; k < COLUMN_COUNT; k++)
		if (str_is(field->text, COLUMN_NAMES[k]) &&
		    !(sheet->wide &&
		      (k == COLUMN_JUDGE || k == COLUMN_CONFIDENCE)))
			place = &sheet->columns[k];
	if (!place && sheet->wide && option >= 0)
		place = &sheet->options[option];
	if (place && *place != NO_COLUMN)
		return diag_error(r->diags, field->at,
				  "the column \"%.*s\" is there twice",
				  STR_ARG(field->text));
	if (place)
		*place = at;
	else
		refuse_column(sheet, field);
	return place;
}

static void refuse_column(struct sheet *sheet, const struct field *field)
{
	struct reader *r = sheet->r;
	size_t count = 0;
	struct str *names;

	if (!field->text.len) {
		diag_error(r->diags, field->at,
			   "this column has cells but no name");
		return;
	}
	if (sheet->wide && reader_may_be(r, CALLED_OPTION, field->text))
		return;
	diag_error(r->diags, field->at, "there is no column \"%.*s\"%s",
		   STR_ARG(field->text),
		   sheet->wide ? " and no such option" : "");
	if (!diag_is_kept(r->diags))
		return;
	names = arena_array(r->arena, struct str,
			    COLUMN_COUNT + 3 * r->c->option_count);
	for (size_t k = 0; k < COLUMN_COUNT; k++)
		if (!sheet->wide ||
		    (k != COLUMN_JUDGE && k != COLUMN_CONFIDENCE &&
		     k != COLUMN_OPTION && k != COLUMN_SCORE))
			names[count++] = str_from(COLUMN_NAMES[k]);
	for (size_t i = 0; sheet->wide && i < r->c->option_count; i++) {
		names[count++] = r->c->options[i].id;
		names[count++] = r->c->options[i].name.str;
		names[count++] = r->c->options[i].short_name.str;
	}
	count = drop_present(&sheet->csv.records[0], names, count);
	diag_suggest(r->diags, field->text, names, count);
}

/* What the header has already would be there twice. */
static size_t drop_present(const struct record *header, struct str *names,
			   size_t count)
{
	size_t kept = 0;

	for (size_t n = 0; n < count; n++) {
		bool present = false;

		for (size_t k = 0; k < header->count; k++)
			present |= str_equals(header->fields[k].text, names[n]);
		if (!present)
			names[kept++] = names[n];
	}
	return kept;
}

static bool needs_columns(struct sheet *sheet)
{
	struct reader *r = sheet->r;
	struct place at = sheet->csv.records[0].at;
	bool ok = true;

	for (size_t k = 0; k <= COLUMN_SCORE; k++)
		if (sheet->columns[k] == NO_COLUMN &&
		    !(sheet->wide && k > COLUMN_CRITERION))
			ok = diag_error(r->diags, at,
					"the column \"%s\" is missing",
					COLUMN_NAMES[k]);
	for (size_t i = 0; sheet->wide && i < r->c->option_count; i++)
		if (sheet->options[i] == NO_COLUMN)
			ok = diag_error(r->diags, at,
					"the column of option \"%.*s\" is "
					"missing",
					STR_ARG(r->c->options[i].id));
	return ok;
}

/* Before any is read, as one cell may be read by the light of another. */
static void note_marks(struct sheet *sheet)
{
	const struct csv *csv = &sheet->csv;

	sheet->style.takes_comma = csv->delimiter != ',';
	if (!sheet->style.takes_comma)
		return;
	for (size_t row = 1; row < csv->count; row++) {
		const struct field *fields = csv->records[row].fields;

		if (!sheet->wide)
			quantity_note(&sheet->style,
				      cell(sheet, &csv->records[row],
					   COLUMN_SCORE)
					      ->text);
		for (size_t i = 0; sheet->wide && i < sheet->r->c->option_count;
		     i++)
			if (sheet->options[i] != NO_COLUMN)
				quantity_note(&sheet->style,
					      fields[sheet->options[i]].text);
	}
}

/* Of a bad row all cells are told that are bad by themselves. */
static bool read_row(struct sheet *sheet, const struct record *row)
{
	struct reader *r = sheet->r;
	struct evidence shared = { .at = row->at };
	struct criterion *criterion = NULL;
	size_t option = r->c->option_count, j;
	bool ok = find_named(sheet, row, CALLED_CRITERION, &j);

	if (ok)
		criterion = &r->c->criteria[j];
	ok &= read_shared(sheet, row, &shared);
	if (!sheet->wide) {
		ok &= find_named(sheet, row, CALLED_OPTION, &option);
		return add_score(sheet, criterion, option,
				 cell(sheet, row, COLUMN_SCORE), &shared) &&
		       ok;
	}
	for (option = 0; option < r->c->option_count; option++)
		if (sheet->options[option] != NO_COLUMN)
			ok &= add_score(sheet, criterion, option,
					&row->fields[sheet->options[option]],
					&shared);
	return ok;
}

/* The option or criterion that the row is about. */
static bool find_named(struct sheet *sheet, const struct record *row,
		       enum called kind, size_t *index)
{
	static const struct {
		enum column column;
		const char *one, *several;
	} NAMED[] = {
		[CALLED_OPTION] = { COLUMN_OPTION, "option", "options" },
		[CALLED_CRITERION] = { COLUMN_CRITERION, "criterion",
				       "criteria" },
	};
	struct reader *r = sheet->r;
	enum column column = NAMED[kind].column;
	const struct field *called = cell(sheet, row, column);
	long found = name_index_find(sheet->called[kind], called->text);

	if (found >= 0)
		*index = (size_t)found;
	/* Without the column every row lacks it: that was told. */
	if (found >= 0 || sheet->columns[column] == NO_COLUMN)
		return found >= 0;
	if (found == NAME_SEVERAL) {
		diag_error(r->diags, called->at,
			   "several %s are called \"%.*s\"",
			   NAMED[kind].several, STR_ARG(called->text));
		diag_hint(r->diags,
			  "write the id, which is the name of its file");
	} else if (!reader_may_be(r, kind, called->text)) {
		diag_error(r->diags, called->at, "there is no %s \"%.*s\"",
			   NAMED[kind].one, STR_ARG(called->text));
		reader_suggest(r, kind, false, called->text);
	}
	return false;
}

/* An empty field where the table has no such column. */
static const struct field *cell(const struct sheet *sheet,
				const struct record *row, enum column column)
{
	static const struct field EMPTY = { { "", 0 }, { 0 } };

	assert(sheet->columns[column] == NO_COLUMN ||
	       sheet->columns[column] < row->count);
	return sheet->columns[column] == NO_COLUMN
		       ? &EMPTY
		       : &row->fields[sheet->columns[column]];
}

static bool read_shared(struct sheet *sheet, const struct record *row,
			struct evidence *e)
{
	struct reader *r = sheet->r;
	const struct field *source = cell(sheet, row, COLUMN_SOURCE);
	const struct field *date = cell(sheet, row, COLUMN_DATE);
	const struct field *note = cell(sheet, row, COLUMN_NOTE);
	bool ok;

	e->judge = cell(sheet, row, COLUMN_JUDGE)->text;
	ok = name_check(r->diags, "judge", e->judge,
			cell(sheet, row, COLUMN_JUDGE)->at);
	ok &= read_confidence(r, cell(sheet, row, COLUMN_CONFIDENCE),
			      &e->confidence);
	ok &= reader_sources(r, source->text, source->at, &e->sources,
			     &e->source_count);
	e->date.at = date->at;
	if (date->text.len && !date_parse(date->text, &e->date))
		ok = diag_error(r->diags, date->at,
				"\"date\" must be a date such as 2026-11-21, "
				"found \"%.*s\"",
				STR_ARG(date->text));
	if (note->text.len)
		ok &= markdown_inline(&r->env, note->text, note->at, &e->note);
	return ok;
}

static bool read_confidence(struct reader *r, const struct field *field,
			    enum confidence *confidence)
{
	static const struct str NAMES[] = { STR_INIT("low"), STR_INIT("medium"),
					    STR_INIT("high") };

	if (str_is_empty(field->text))
		return true;
	for (size_t i = 0; i < 3; i++)
		if (str_equals(field->text, NAMES[i])) {
			*confidence = (enum confidence)(CONFIDENCE_LOW + i);
			return true;
		}
	diag_error(r->diags, field->at,
		   "confidence must be high, medium or low, found \"%.*s\"",
		   STR_ARG(field->text));
	diag_suggest(r->diags, field->text, NAMES, 3);
	return false;
}

/* No criterion, or an option beyond the last: the score is only looked at. */
static bool add_score(struct sheet *sheet, struct criterion *criterion,
		      size_t option, const struct field *field,
		      const struct evidence *shared)
{
	struct reader *r = sheet->r;
	struct evidence e = *shared;
	struct score *score;

	e.at = field->at.line ? field->at : shared->at;
	if (!read_score(sheet, criterion, field, &e))
		return false;
	if (!criterion || option == r->c->option_count)
		return true;
	score = &criterion->scores[option];
	*arena_push(r->arena, score->evidence, score->evidence_count) = e;
	return true;
}

/* An empty cell is a missing score, which is allowed. */
static bool read_score(struct sheet *sheet, const struct criterion *criterion,
		       const struct field *field, struct evidence *e)
{
	const struct scoring *s = &sheet->r->c->scoring;
	bool measured = criterion && criterion->measure.given;

	e->value = NAN;
	if (str_is_empty(field->text))
		return true;
	if (reader_answer(sheet->r, field->text, &e->answer)) {
		double share = (e->answer - ANSWER_NO) / 2.0;

		if (measured)
			return diag_error(sheet->r->diags, field->at,
					  "\"%.*s\" is no measure: \"%.*s\" is "
					  "measured in numbers",
					  STR_ARG(field->text),
					  STR_ARG(criterion->id));
		e->value = s->min + share * (s->max - s->min);
		return true;
	}
	if (!quantity_read(&sheet->style, unit_of(criterion), field->text,
			   &e->value))
		return not_a_number(sheet, criterion, field);
	/* Which numbers may stand there, only the criterion tells. */
	if (!criterion || measured ||
	    (e->value >= s->min && e->value <= s->max))
		return true;
	return diag_error(sheet->r->diags, field->at,
			  "score %g is outside the scale, %g to %g", e->value,
			  s->min, s->max);
}

/* Which numbers may have; a score has none. */
static struct str unit_of(const struct criterion *criterion)
{
	return criterion && criterion->measure.given
		       ? criterion->measure.unit.str
		       : STR("");
}

static bool not_a_number(const struct sheet *sheet,
			 const struct criterion *criterion,
			 const struct field *field)
{
	const struct scoring *s = &sheet->r->c->scoring;
	struct diags *diags = sheet->r->diags;
	size_t slash = str_find(field->text, '/');
	struct str own = unit_of(criterion);
	struct str other = quantity_unit(&sheet->style, field->text);
	struct number_meant meant;
	bool known = number_meant(quantity_bare(own, field->text), &meant);
	bool open = known && meant.other[0];
	double alone;

	if (own.len && other.len)
		return other_unit(sheet, criterion, field, other);
	if (open && (sheet->style.has_point || sheet->style.has_comma))
		diag_error(diags, field->at,
			   "score \"%.*s\" may be %s or %s: the table has "
			   "decimal commas and points",
			   STR_ARG(field->text), meant.right, meant.other);
	else
		diag_error(diags, field->at, "score \"%.*s\" is not a number",
			   STR_ARG(field->text));
	if (slash < field->text.len &&
	    str_to_number(str_trim(str_slice(field->text, 0, slash)), &alone))
		diag_hint(diags, "write the score alone, from %g to %g: %g",
			  s->min, s->max, alone);
	else if (open)
		diag_hint(diags, "write %s or %s, whichever is meant",
			  meant.right, meant.other);
	else if (known)
		diag_hint(diags, "write it so: %s", meant.right);
	else if (criterion && criterion->measure.given)
		diag_hint(diags,
			  "\"%.*s\" is measured in numbers: write the "
			  "number alone, or nothing",
			  STR_ARG(criterion->id));
	else
		diag_hint(
			diags,
			"a score is a number from %g to %g, yes, partial, no, "
			"or nothing",
			s->min, s->max);
	return false;
}

/* It is for the author to convert, as 1.3 kg may be meant by 1300 g. */
static bool other_unit(const struct sheet *sheet,
		       const struct criterion *criterion,
		       const struct field *field, struct str other)
{
	diag_error(sheet->r->diags, field->at,
		   "\"%.*s\" is in %.*s, and \"%.*s\" is measured in %.*s",
		   STR_ARG(field->text), STR_ARG(other), STR_ARG(criterion->id),
		   STR_ARG(unit_of(criterion)));
	diag_hint(sheet->r->diags, "write the number in %.*s",
		  STR_ARG(unit_of(criterion)));
	return false;
}

/* One score a judge.  Sorted, as there may be very many judges. */
static bool check_judges(struct sheet *sheet, const struct criterion *criterion,
			 size_t option)
{
	struct reader *r = sheet->r;
	const struct score *score = &criterion->scores[option];
	const struct evidence **sorted = arena_array(
		r->arena, const struct evidence *, score->evidence_count);
	bool ok = true;

	for (size_t k = 0; k < score->evidence_count; k++)
		sorted[k] = &score->evidence[k];
	if (score->evidence_count > 1)
		qsort(sorted, score->evidence_count, sizeof(*sorted),
		      compare_judges);
	for (size_t k = 1; k < score->evidence_count; k++) {
		if (!str_equals(sorted[k - 1]->judge, sorted[k]->judge))
			continue;
		ok = diag_error(r->diags, sorted[k]->at,
				"\"%.*s\" is scored twice on \"%.*s\"%s",
				STR_ARG(r->c->options[option].id),
				STR_ARG(criterion->id),
				sheet->wide ? "" : " by the same judge");
		diag_note(r->diags, sorted[k - 1]->at, "first here");
	}
	return ok;
}

/* By judge, then in the order written. */
static int compare_judges(const void *a, const void *b)
{
	const struct evidence *left = *(const struct evidence *const *)a;
	const struct evidence *right = *(const struct evidence *const *)b;
	int order = str_compare(left->judge, right->judge);

	return order ? order : (left > right) - (left < right);
}

/* The mean of those that count; their answer if it is the same. */
static void average(struct score *score)
{
	double sum = 0;
	size_t count = 0;
	enum answer answer = ANSWER_NONE;

	for (size_t k = 0; k < score->evidence_count; k++) {
		const struct evidence *e = &score->evidence[k];

		if (!evidence_counts(e))
			continue;
		answer =
			!count || answer == e->answer ? e->answer : ANSWER_NONE;
		sum += e->value;
		count++;
	}
	score->value = count ? sum / (double)count : NAN;
	score->answer = answer;
}

static void warn_of_rows(struct reader *r)
{
	for (size_t j = 0; j < r->c->criterion_count; j++) {
		const struct criterion *criterion = &r->c->criteria[j];
		size_t rows = 0;

		for (size_t i = 0; i < r->c->option_count; i++)
			rows += criterion->scores[i].evidence_count;
		if (!rows)
			diag_warning(r->diags, criterion->at,
				     "\"%.*s\" has no row in scores.csv",
				     STR_ARG(criterion->id));
	}
}
