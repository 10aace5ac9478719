#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "read/common.h"
#include "read/lexical.h"
#include "read/number.h"
#include "read/reader.h"

enum { COLUMN_LIMIT = 4096 };

/* What a column is; a thing's index stands in `things`. */
enum { THING_NONE = 0, THING_FACT, THING_FIRST };

/* A sheet that is read, and what is known of its rows. */
struct desk {
	struct reader *r;
	struct score_sheet *sheet;
	struct place *shared[2]; /* per criterion: its weight, its group */
	struct buf *text;	 /* of all sheets as one table; or NULL */
	bool has_scores; /* two columns of options of this sheet have some */
};

static bool read_sheet(struct desk *desk);
static bool read_header(struct desk *desk);
static void guess_shape(struct desk *desk);
static size_t called_so(struct reader *r, enum called kind,
			const struct record *header);
static bool read_column(struct desk *desk, size_t at);
static bool is_remark(const struct desk *desk, size_t at, size_t option);
static bool has_scores(const struct desk *desk);
static bool refuse_remark(const struct desk *desk, const struct field *field);
static enum column own_column(const struct desk *desk, struct str heading,
			      bool exact);
static uint32_t columns_of(const struct score_sheet *sheet);
static enum called across(const struct score_sheet *sheet);
static bool set_thing(struct desk *desk, size_t at, size_t thing);
static void refuse_column(struct desk *desk, const struct field *field);
static size_t drop_present(const struct record *header, struct str *names,
			   size_t count);
static bool needs_columns(struct desk *desk);
static void note_marks(struct desk *desk);
static bool read_row(struct desk *desk, const struct record *row);
static bool read_crosswise(struct desk *desk, const struct record *row,
			   bool known, size_t thing,
			   const struct evidence *shared);
static bool add_fact(struct desk *desk, bool known, size_t option,
		     size_t column, const struct field *field);
static bool find_named(struct desk *desk, const struct record *row,
		       enum called kind, size_t *index);
static const struct field *cell(const struct score_sheet *sheet,
				const struct record *row, enum column column);
static bool read_shared(struct desk *desk, const struct record *row,
			struct evidence *e);
static bool read_confidence(struct reader *r, const struct field *field,
			    enum confidence *confidence);
static bool read_weight(struct desk *desk, const struct record *row, size_t j);
static bool read_group(struct desk *desk, const struct record *row, size_t j);
static bool refuse_other(struct desk *desk, const char *key, size_t j,
			 struct place at, struct place first);
static bool add_score(struct desk *desk, const struct record *row,
		      struct criterion *criterion, size_t option,
		      const struct field *field, const struct evidence *shared);
static bool read_score(const struct desk *desk,
		       const struct criterion *criterion,
		       const struct field *field, struct evidence *e);
static struct quantity_style style_of(const struct desk *desk, bool measured);
static struct str unit_of(const struct criterion *criterion);
static bool not_a_number(const struct desk *desk,
			 const struct criterion *criterion,
			 const struct quantity_style *style,
			 const struct field *field);
static void hint_at_form(const struct desk *desk,
			 const struct criterion *criterion, struct str text);
static bool holds_unseen(struct str text);
static bool is_number_like(struct str text, double *number);
static bool other_unit(const struct desk *desk,
		       const struct criterion *criterion,
		       const struct field *field, struct str other);
static void put_row(struct desk *desk, const struct record *row,
		    const struct criterion *criterion, size_t option,
		    const struct evidence *e);
static void put_cell(struct buf *to, struct str text, char end);
static bool check_digits(struct reader *r, const struct criterion *criterion);
static bool check_apart(struct reader *r, const struct criterion *criterion,
			size_t option, const struct evidence *e);
static bool check_judges(struct reader *r, const struct criterion *criterion,
			 size_t option);
static int compare_judges(const void *a, const void *b);
static void average(struct score *score);
static void warn_of_rows(struct reader *r);

bool read_scores(struct reader *r)
{
	size_t count = r->c->criterion_count;
	struct buf text = { 0 };
	struct desk desk = {
		.r = r,
		.shared = { arena_array(r->arena, struct place, count + 1),
			    arena_array(r->arena, struct place, count + 1) },
		.text = r->has_judges_sheets ? &text : NULL,
	};
	bool ok = true;

	if (!r->c->scored)
		return true;
	for (int kind = CALLED_OPTION; kind <= CALLED_CRITERION; kind++)
		r->names[kind] = reader_names(r, (enum called)kind);
	for (size_t j = 0; j < count; j++)
		r->c->criteria[j].scores =
			arena_array(r->arena, struct score, r->c->option_count);
	if (desk.text)
		buf_text(desk.text, "criterion,option,score,judge,confidence,"
				    "source,date,note\n");
	for (size_t k = 0; k < r->sheet_count; k++) {
		desk.sheet = &r->sheets[k];
		ok &= read_sheet(&desk);
	}
	if (desk.text)
		r->c->scores_text = buf_copy(desk.text, r->arena);
	buf_release(&text);
	for (size_t j = 0; j < count; j++) {
		common_mark(r->c, j);
		ok &= check_digits(r, &r->c->criteria[j]);
		for (size_t i = 0; i < r->c->option_count; i++) {
			ok &= check_judges(r, &r->c->criteria[j], i);
			average(&r->c->criteria[j].scores[i]);
		}
	}
	/* A row that was refused is not missing. */
	if (ok && !r->sheets_are_broken)
		warn_of_rows(r);
	return ok;
}

bool column_is_taken(struct str name)
{
	bool taken = false;

	for (enum column k = 0; k < COLUMN_COUNT; k++)
		taken |= COLUMN_BIT(k) & COLUMNS_OF_LONG &&
			 str_is(name, column_name(k));
	return taken;
}

static bool read_sheet(struct desk *desk)
{
	const struct csv *csv = &desk->sheet->csv;
	bool ok = read_header(desk);

	if (ok)
		note_marks(desk);
	for (size_t i = 1; i < csv->count; i++)
		ok &= read_row(desk, &csv->records[i]);
	return ok;
}

static bool read_header(struct desk *desk)
{
	struct score_sheet *sheet = desk->sheet;
	const struct record *header = &sheet->csv.records[0];
	bool ok = true;

	if (header->count > COLUMN_LIMIT)
		return diag_error(desk->r->diags, header->at,
				  "the table has more than %d columns",
				  COLUMN_LIMIT);
	sheet->things = arena_array(desk->r->arena, size_t, header->count);
	for (size_t k = 0; k < COLUMN_COUNT; k++)
		sheet->columns[k] = NO_COLUMN;
	if (sheet->shape == SHEET_OPEN)
		guess_shape(desk);
	desk->has_scores = has_scores(desk);
	for (size_t k = 0; k < header->count; k++)
		ok &= read_column(desk, k);
	/* A column that is not known may be the one that is missing. */
	return ok && needs_columns(desk);
}

/*
 * Many a spreadsheet leaves its first heading empty, or has one of its own.
 * Where all others name options, or criteria, there is no doubt what it is.
 */
static void guess_shape(struct desk *desk)
{
	struct score_sheet *sheet = desk->sheet;
	const struct record *header = &sheet->csv.records[0];
	size_t options = called_so(desk->r, CALLED_OPTION, header);
	size_t criteria = called_so(desk->r, CALLED_CRITERION, header);
	bool open;

	sheet->shape = criteria > options ? SHEET_BY_OPTION : SHEET_WIDE;
	open = own_column(desk, header->fields[0].text, false) == COLUMN_COUNT;
	for (size_t k = 1; k < header->count; k++)
		open &= own_column(desk, header->fields[k].text, false) <
				COLUMN_COUNT ||
			name_index_find(desk->r->names[across(sheet)],
					header->fields[k].text) >= 0;
	open &= name_index_find(desk->r->names[across(sheet)],
				header->fields[0].text) == NAME_NONE;
	if (open && (options > 1 || criteria > 0))
		sheet->columns[sheet->shape == SHEET_WIDE ? COLUMN_CRITERION
							  : COLUMN_OPTION] = 0;
}

/* How many of the headings name one of those. */
static size_t called_so(struct reader *r, enum called kind,
			const struct record *header)
{
	size_t count = 0;

	for (size_t k = 0; k < header->count; k++)
		count += name_index_find(r->names[kind],
					 header->fields[k].text) >= 0;
	return count;
}

/* A name of ours, an option or criterion, a word for a column, a fact. */
static bool read_column(struct desk *desk, size_t at)
{
	struct score_sheet *sheet = desk->sheet;
	const struct field *field = &sheet->csv.records[0].fields[at];
	enum column column = own_column(desk, field->text, true);
	long thing = NAME_NONE;

	if (at == sheet->columns[COLUMN_CRITERION] ||
	    at == sheet->columns[COLUMN_OPTION])
		return true;
	if (sheet->shape != SHEET_LONG)
		thing = name_index_find(desk->r->names[across(sheet)],
					field->text);
	if (thing >= 0 &&
	    (column == COLUMN_COUNT ||
	     (sheet->shape == SHEET_BY_OPTION && column != COLUMN_OPTION)))
		return is_remark(desk, at, (size_t)thing)
			       ? refuse_remark(desk, field)
			       : set_thing(desk, at,
					   THING_FIRST + (size_t)thing);
	if (column == COLUMN_COUNT)
		column = own_column(desk, field->text, false);
	if (column == COLUMN_COUNT) {
		if (thing == NAME_NONE && sheet->shape == SHEET_BY_OPTION &&
		    field->text.len && sheet_is_text(desk->r, sheet, at))
			return set_thing(desk, at, THING_FACT);
		refuse_column(desk, field);
		return false;
	}
	desk->r->columns.met |= COLUMN_BIT(column);
	if (sheet->columns[column] != NO_COLUMN)
		return diag_error(desk->r->diags, field->at,
				  "the column \"%.*s\" is there twice",
				  STR_ARG(field->text));
	sheet->columns[column] = at;
	if (column == COLUMN_JUDGE && sheet->judge.len) {
		diag_error(desk->r->diags, field->at,
			   "this is the sheet of \"%.*s\": it needs no column "
			   "for judges",
			   STR_ARG(sheet->judge));
		diag_hint(desk->r->diags,
			  "a table of several judges is scores.csv");
		return false;
	}
	return true;
}

/*
 * Whether it is an option by this heading alone, and has words where two others
 * have scores: "Remarks".
 */
static bool is_remark(const struct desk *desk, size_t at, size_t option)
{
	const struct score_sheet *sheet = desk->sheet;
	const struct record *header = &sheet->csv.records[0];
	const struct place *named = &desk->r->c->options[option].at;

	return sheet->shape == SHEET_WIDE && desk->has_scores &&
	       named->file == sheet->path &&
	       named->column == header->fields[at].at.column &&
	       sheet_is_text(desk->r, sheet, at);
}

static bool has_scores(const struct desk *desk)
{
	const struct record *header = &desk->sheet->csv.records[0];
	size_t count = 0;

	for (size_t k = 0; k < header->count && count < 2; k++)
		count += name_index_find(desk->r->names[CALLED_OPTION],
					 header->fields[k].text) >= 0 &&
			 !sheet_is_text(desk->r, desk->sheet, k);
	return count == 2;
}

static bool refuse_remark(const struct desk *desk, const struct field *field)
{
	struct reader *r = desk->r;

	diag_error(r->diags, field->at,
		   "no cell of the column \"%.*s\" is a score",
		   STR_ARG(field->text));
	if (desk->sheet->columns[COLUMN_NOTE] == NO_COLUMN &&
	    !r->columns.given[COLUMN_NOTE].str.len)
		diag_hint(r->diags,
			  "if it has notes, say so in comparison.md: %.*s; if "
			  "it is an option, leave open what is not scored",
			  STR_ARG(reader_columns_said(r, COLUMN_NOTE,
						      field->text)));
	return false;
}

/* The column of this shape; `exact`: by its name in small letters alone. */
static enum column own_column(const struct desk *desk, struct str heading,
			      bool exact)
{
	enum column column = column_called(&desk->r->columns,
					   columns_of(desk->sheet), heading);

	return exact && column < COLUMN_COUNT &&
			       !str_equals(heading,
					   column_words(&desk->r->columns,
							column))
		       ? COLUMN_COUNT
		       : column;
}

static uint32_t columns_of(const struct score_sheet *sheet)
{
	switch (sheet->shape) {
	case SHEET_LONG:
		return COLUMNS_OF_LONG;
	case SHEET_BY_OPTION:
		return COLUMNS_BY_OPTION;
	case SHEET_WIDE:
	case SHEET_OPEN:
		break;
	}
	return COLUMNS_OF_WIDE;
}

/* What the columns are, where the rows are the other. */
static enum called across(const struct score_sheet *sheet)
{
	return sheet->shape == SHEET_BY_OPTION ? CALLED_CRITERION
					       : CALLED_OPTION;
}

static bool set_thing(struct desk *desk, size_t at, size_t thing)
{
	struct score_sheet *sheet = desk->sheet;
	const struct field *field = &sheet->csv.records[0].fields[at];

	for (size_t k = 0; k < at; k++)
		if (thing >= THING_FIRST
			    ? sheet->things[k] == thing
			    : str_is_like(sheet->csv.records[0].fields[k].text,
					  field->text))
			return diag_error(desk->r->diags, field->at,
					  "the column \"%.*s\" is there twice",
					  STR_ARG(field->text));
	sheet->things[at] = thing;
	return true;
}

static void refuse_column(struct desk *desk, const struct field *field)
{
	struct reader *r = desk->r;
	const struct score_sheet *sheet = desk->sheet;
	enum called kind = across(sheet);
	bool named = sheet->shape != SHEET_LONG;
	size_t count = 0, things = kind == CALLED_OPTION
					   ? r->c->option_count
					   : r->c->criterion_count;
	struct str *names;

	if (!field->text.len) {
		diag_error(r->diags, field->at,
			   "this column has cells but no name");
		return;
	}
	if (named && reader_may_be(r, kind, field->text))
		return;
	diag_error(r->diags, field->at, "there is no column \"%.*s\"%s",
		   STR_ARG(field->text),
		   !named		   ? ""
		   : kind == CALLED_OPTION ? " and no such option"
					   : " and no such criterion");
	if (kind == CALLED_CRITERION)
		diag_hint(r->diags, "give it a row in criteria.csv, or put it "
				    "into options.csv as a fact");
	if (!diag_is_kept(r->diags))
		return;
	names = arena_array(r->arena, struct str, COLUMN_COUNT + 3 * things);
	for (enum column k = 0; k < COLUMN_COUNT; k++)
		if (COLUMN_BIT(k) & columns_of(sheet))
			names[count++] = column_words(&r->columns, k);
	for (size_t i = 0; named && i < things; i++) {
		if (kind == CALLED_CRITERION) {
			names[count++] = r->c->criteria[i].id;
			names[count++] = r->c->criteria[i].title.str;
			continue;
		}
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

static bool needs_columns(struct desk *desk)
{
	struct reader *r = desk->r;
	const struct score_sheet *sheet = desk->sheet;
	struct place at = sheet->csv.records[0].at;
	uint32_t needed = sheet->shape == SHEET_BY_OPTION
				  ? COLUMN_BIT(COLUMN_OPTION)
			  : sheet->shape == SHEET_LONG
				  ? COLUMN_BIT(COLUMN_CRITERION) |
					    COLUMN_BIT(COLUMN_OPTION) |
					    COLUMN_BIT(COLUMN_SCORE)
				  : COLUMN_BIT(COLUMN_CRITERION);
	bool *seen = arena_array(r->arena, bool, r->c->option_count);
	bool ok = true;

	for (enum column k = 0; k <= COLUMN_SCORE; k++)
		if (needed & COLUMN_BIT(k) && sheet->columns[k] == NO_COLUMN) {
			ok = diag_error(r->diags, at,
					"the column \"%s\" is missing",
					column_name(k));
			diag_hint(r->diags,
				  "where it is called otherwise, say so in "
				  "comparison.md: `columns: { %s: … }`",
				  column_name(k));
		}
	/* Which options there are, or how they are called, may be wrong. */
	if (sheet->shape != SHEET_WIDE || r->has_judges_sheets ||
	    r->options_are_unnamed)
		return ok;
	for (size_t k = 0; k < sheet->csv.records[0].count; k++)
		if (sheet->things[k] >= THING_FIRST)
			seen[sheet->things[k] - THING_FIRST] = true;
	for (size_t i = 0; i < r->c->option_count; i++)
		if (!seen[i])
			ok = diag_error(r->diags, at,
					"the column of option \"%.*s\" is "
					"missing",
					STR_ARG(r->c->options[i].id));
	return ok;
}

/* Before any is read, as one cell may be read by the light of another. */
static void note_marks(struct desk *desk)
{
	struct score_sheet *sheet = desk->sheet;

	for (size_t row = 1; row < sheet->csv.count; row++) {
		const struct record *record = &sheet->csv.records[row];

		quantity_note(&sheet->style,
			      cell(sheet, record, COLUMN_SCORE)->text);
		quantity_note(&sheet->style,
			      cell(sheet, record, COLUMN_WEIGHT)->text);
		for (size_t k = 0; k < record->count; k++)
			if (sheet->things[k] >= THING_FIRST)
				quantity_note(&sheet->style,
					      record->fields[k].text);
	}
}

/* Of a bad row all cells are told that are bad by themselves. */
static bool read_row(struct desk *desk, const struct record *row)
{
	struct reader *r = desk->r;
	struct score_sheet *sheet = desk->sheet;
	bool by_option = sheet->shape == SHEET_BY_OPTION, known, ok;
	struct evidence shared = { .at = row->at };
	struct criterion *criterion = NULL;
	size_t option = r->c->option_count, j = 0;

	if (by_option) {
		known = find_named(desk, row, CALLED_OPTION, &option);
		ok = read_shared(desk, row, &shared) && known;
		return read_crosswise(desk, row, known, option, &shared) && ok;
	}
	known = find_named(desk, row, CALLED_CRITERION, &j);
	if (known)
		criterion = &r->c->criteria[j];
	ok = read_shared(desk, row, &shared) && known;
	if (!known || !read_weight(desk, row, j)) {
		r->weights_are_broken = true;
		ok = false;
	}
	ok &= known && read_group(desk, row, j);
	if (sheet->shape == SHEET_WIDE)
		return read_crosswise(desk, row, known, j, &shared) && ok;
	ok &= find_named(desk, row, CALLED_OPTION, &option);
	return add_score(desk, row, criterion, option,
			 cell(sheet, row, COLUMN_SCORE), &shared) &&
	       ok;
}

/* A score for each column; `thing` is the row's criterion or option. */
static bool read_crosswise(struct desk *desk, const struct record *row,
			   bool known, size_t thing,
			   const struct evidence *shared)
{
	struct reader *r = desk->r;
	const struct score_sheet *sheet = desk->sheet;
	bool by_option = sheet->shape == SHEET_BY_OPTION, ok = true;

	for (size_t k = 0; sheet->things && k < row->count; k++) {
		size_t other = sheet->things[k] - THING_FIRST;
		size_t j = by_option ? other : thing;
		size_t option = by_option ? thing : other;

		if (sheet->things[k] == THING_FACT)
			ok &= add_fact(desk, known, thing, k, &row->fields[k]);
		else if (sheet->things[k] >= THING_FIRST)
			ok &= add_score(desk, row,
					by_option || known ? &r->c->criteria[j]
							   : NULL,
					option, &row->fields[k], shared);
	}
	return ok;
}

/* Words in a table of scores are facts, as those of options.csv are. */
static bool add_fact(struct desk *desk, bool known, size_t option,
		     size_t column, const struct field *field)
{
	struct reader *r = desk->r;
	const struct field *label = &desk->sheet->csv.records[0].fields[column];
	struct option *o = known ? &r->c->options[option] : NULL;
	struct fact *fact;

	if (!o || !field->text.len)
		return true;
	for (size_t k = 0; k < o->fact_count; k++)
		if (str_is_like(o->facts[k].label.str, label->text)) {
			diag_error(r->diags, field->at,
				   "the fact \"%.*s\" of \"%.*s\" is given "
				   "twice",
				   STR_ARG(label->text), STR_ARG(o->id));
			diag_note(r->diags, o->facts[k].text.at, "first here");
			return false;
		}
	fact = arena_push(r->arena, o->facts, o->fact_count);
	fact->label = (struct text){ label->text, label->at };
	return name_check(r->diags, "facts", label->text, label->at) &&
	       markdown_inline(&r->env, field_prose(field), field->at,
			       &fact->text);
}

/* The option or criterion that the row is about. */
static bool find_named(struct desk *desk, const struct record *row,
		       enum called kind, size_t *index)
{
	enum column column =
		kind == CALLED_OPTION ? COLUMN_OPTION : COLUMN_CRITERION;
	const struct field *called = cell(desk->sheet, row, column);

	/* Without the column every row lacks it: that was told. */
	return desk->sheet->columns[column] != NO_COLUMN &&
	       reader_find(desk->r, kind,
			   (struct text){ called->text, called->at }, index);
}

/* An empty field where the table has no such column. */
static const struct field *cell(const struct score_sheet *sheet,
				const struct record *row, enum column column)
{
	static const struct field EMPTY = { .text = STR_INIT("") };

	assert(sheet->columns[column] == NO_COLUMN ||
	       sheet->columns[column] < row->count);
	return sheet->columns[column] == NO_COLUMN
		       ? &EMPTY
		       : &row->fields[sheet->columns[column]];
}

static bool read_shared(struct desk *desk, const struct record *row,
			struct evidence *e)
{
	struct reader *r = desk->r;
	const struct score_sheet *sheet = desk->sheet;
	const struct field *source = cell(sheet, row, COLUMN_SOURCE);
	const struct field *date = cell(sheet, row, COLUMN_DATE);
	const struct field *note = cell(sheet, row, COLUMN_NOTE);
	bool ok;

	e->judge = sheet->judge.len ? sheet->judge
				    : cell(sheet, row, COLUMN_JUDGE)->text;
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
		ok &= markdown_inline(&r->env, field_prose(note), note->at,
				      &e->note);
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

/* Rows of one criterion may all say what it weighs, if they say the same. */
static bool read_weight(struct desk *desk, const struct record *row, size_t j)
{
	struct reader *r = desk->r;
	struct criterion *criterion = &r->c->criteria[j];
	const struct field *field = cell(desk->sheet, row, COLUMN_WEIGHT);
	struct place *first = &desk->shared[0][j];
	bool percent = str_find(field->text, '%') < field->text.len;
	double weight;

	if (!field->text.len)
		return true;
	if (!quantity_read(&desk->sheet->style, STR("%"), field->text,
			   &weight)) {
		if (quantity_is_doubtful(r->diags, field->at, "\"weight\"",
					 &desk->sheet->style, STR("%"),
					 field->text))
			return false;
		diag_error(r->diags, field->at,
			   "\"weight\" must be a number, found \"%.*s\"",
			   STR_ARG(field->text));
		number_hint(r->diags, STR(""),
			    quantity_bare(STR("%"), field->text), STR(""));
		return false;
	}
	if (weight < 0)
		return diag_error(r->diags, field->at,
				  "\"weight\" must be at least 0, found %g",
				  weight);
	if (first->file ? weight != criterion->weight ||
				  percent != criterion->weight_is_percent
			: criterion->weight_is_given)
		return refuse_other(desk, "weight", j, field->at,
				    criterion->weight_at);
	if (first->file)
		return true;
	criterion->weight = weight;
	criterion->weight_at = *first = field->at;
	criterion->weight_is_given = true;
	criterion->weight_is_percent = percent;
	return true;
}

static bool read_group(struct desk *desk, const struct record *row, size_t j)
{
	struct criterion *criterion = &desk->r->c->criteria[j];
	const struct field *field = cell(desk->sheet, row, COLUMN_GROUP);
	struct place *first = &desk->shared[1][j];

	if (!field->text.len)
		return true;
	if (criterion->group.str.len &&
	    (!first->file || !str_equals(criterion->group.str, field->text)))
		return refuse_other(desk, "group", j, field->at,
				    criterion->group.at);
	if (!first->file)
		*first = field->at;
	criterion->group = (struct text){ field->text, *first };
	return name_check(desk->r->diags, "group", field->text, field->at);
}

static bool refuse_other(struct desk *desk, const char *key, size_t j,
			 struct place at, struct place first)
{
	bool table = desk->shared[!strcmp(key, "group")][j].file != NULL;

	diag_error(desk->r->diags, at,
		   table ? "\"%s\" of \"%.*s\" is not what another row says"
			 : "\"%s\" of \"%.*s\" is given elsewhere, too",
		   key, STR_ARG(desk->r->c->criteria[j].id));
	diag_note(desk->r->diags, first, "it is given here");
	return false;
}

/* No criterion, or an option beyond the last: the score is only looked at. */
static bool add_score(struct desk *desk, const struct record *row,
		      struct criterion *criterion, size_t option,
		      const struct field *field, const struct evidence *shared)
{
	struct reader *r = desk->r;
	struct evidence e = *shared;
	struct score *score;

	e.at = field->at.line ? field->at : shared->at;
	if (!read_score(desk, criterion, field, &e))
		return false;
	if (!criterion || option == r->c->option_count)
		return true;
	score = &criterion->scores[option];
	*arena_push(r->arena, score->evidence, score->evidence_count) = e;
	if (desk->text)
		put_row(desk, row, criterion, option, &e);
	return true;
}

/* An empty cell is a missing score, which is allowed. */
static bool read_score(const struct desk *desk,
		       const struct criterion *criterion,
		       const struct field *field, struct evidence *e)
{
	const struct scoring *s = &desk->r->c->scoring;
	bool measured = criterion && criterion->measure.given;
	struct quantity_style style = style_of(desk, measured);
	struct str bare;

	e->value = NAN;
	if (str_is_empty(field->text))
		return true;
	if (reader_answer(desk->r, field->text, &e->answer)) {
		double share = (e->answer - ANSWER_NO) / 2.0;

		if (measured)
			return diag_error(desk->r->diags, field->at,
					  "\"%.*s\" is no measure: \"%.*s\" is "
					  "measured in numbers",
					  STR_ARG(field->text),
					  STR_ARG(criterion->id));
		e->value = s->min + share * (s->max - s->min);
		return true;
	}
	if (!quantity_read(&style, unit_of(criterion), field->text, &e->value))
		return not_a_number(desk, criterion, &style, field);
	bare = quantity_bare(unit_of(criterion), field->text);
	if (!number_check(desk->r->diags, field->at, bare, e->value))
		return false;
	if (!number_is_kept(bare, e->value))
		e->digits = bare;
	/* Which numbers may stand there, only the criterion tells. */
	if (!criterion || measured ||
	    (e->value >= s->min && e->value <= s->max))
		return true;
	return diag_error(desk->r->diags, field->at,
			  "score %g is outside the scale, %g to %g", e->value,
			  s->min, s->max);
}

/* On a scale that ends below a thousand, no score has thousands. */
static struct quantity_style style_of(const struct desk *desk, bool measured)
{
	const struct scoring *s = &desk->r->c->scoring;
	struct quantity_style style = desk->sheet->style;

	if (!measured && s->min > -1000 && s->max < 1000)
		style.sure_comma = style.sure_point = true;
	return style;
}

/* Which numbers may have; a score has none. */
static struct str unit_of(const struct criterion *criterion)
{
	return criterion && criterion->measure.given
		       ? criterion->measure.unit.str
		       : STR("");
}

static bool not_a_number(const struct desk *desk,
			 const struct criterion *criterion,
			 const struct quantity_style *style,
			 const struct field *field)
{
	struct diags *diags = desk->r->diags;
	struct str own = unit_of(criterion);
	struct str bare = quantity_bare(own, field->text);
	struct str other = quantity_unit(style, field->text);
	struct number_meant meant;

	if (own.len && other.len && !number_meant(bare, &meant))
		return other_unit(desk, criterion, field, other);
	if (quantity_is_doubtful(diags, field->at, "score", style, own,
				 field->text))
		return false;
	diag_error(diags, field->at, "score \"%.*s\" is not a number",
		   STR_ARG(field->text));
	if (!number_hint(diags, STR(""), bare, STR("")))
		hint_at_form(desk, criterion, field->text);
	return false;
}

/* What a number may be there, where none is meant or one of several. */
static void hint_at_form(const struct desk *desk,
			 const struct criterion *criterion, struct str text)
{
	const struct scoring *s = &desk->r->c->scoring;
	struct diags *diags = desk->r->diags;
	size_t slash = str_find(text, '/');
	struct str alone = number_trim(str_slice(text, 0, slash));
	double number;

	if (holds_unseen(text))
		diag_hint(diags,
			  "a character in it is not seen: delete it, and "
			  "write it anew");
	else if (criterion && criterion->measure.given)
		diag_hint(diags,
			  "\"%.*s\" is measured in numbers: write the "
			  "number alone, or nothing",
			  STR_ARG(criterion->id));
	else if (slash < text.len && is_number_like(alone, &number))
		diag_hint(diags, "write the score alone, from %g to %g: %g",
			  s->min, s->max, number);
	else
		diag_hint(
			diags,
			"a score is a number from %g to %g, yes, partial, no, "
			"or nothing",
			s->min, s->max);
}

/* As U+200B is, but no blank. */
static bool holds_unseen(struct str text)
{
	size_t at = 0;

	while (at < text.len) {
		uint32_t c = str_char_next(text, &at);

		if (str_char_is_unseen(c) && !number_has_mark(c))
			return true;
	}
	return false;
}

/* As "8" and "8,5" of "8,5/10" are. */
static bool is_number_like(struct str text, double *number)
{
	struct number_meant meant;

	return str_to_number(text, number) ||
	       (number_meant(text, &meant) && !meant.other[0] &&
		str_to_number(str_from(meant.right), number));
}

/* It is for the author to convert, as 1.3 kg may be meant by 1300 g. */
static bool other_unit(const struct desk *desk,
		       const struct criterion *criterion,
		       const struct field *field, struct str other)
{
	diag_error(desk->r->diags, field->at,
		   "\"%.*s\" is in %.*s, and \"%.*s\" is measured in %.*s",
		   STR_ARG(field->text), STR_ARG(other), STR_ARG(criterion->id),
		   STR_ARG(unit_of(criterion)));
	diag_hint(desk->r->diags, "write the number in %.*s",
		  STR_ARG(unit_of(criterion)));
	return false;
}

/* The sheets of all judges as one table, which is published. */
static void put_row(struct desk *desk, const struct record *row,
		    const struct criterion *criterion, size_t option,
		    const struct evidence *e)
{
	static const enum column SAME[] = { COLUMN_CONFIDENCE, COLUMN_SOURCE,
					    COLUMN_DATE, COLUMN_NOTE };
	static const char *const ANSWERS[] = { "", "no", "partial", "yes" };
	struct buf *to = desk->text;

	put_cell(to, criterion->id, ',');
	put_cell(to, desk->r->c->options[option].id, ',');
	if (e->answer)
		buf_text(to, ANSWERS[e->answer]);
	else if (!isnan(e->value))
		buf_raw(to, number_exact(e->value, desk->r->arena));
	buf_char(to, ',');
	put_cell(to, e->judge, ',');
	for (size_t k = 0; k < 4; k++)
		put_cell(to, field_prose(cell(desk->sheet, row, SAME[k])),
			 k < 3 ? ',' : '\n');
}

static void put_cell(struct buf *to, struct str text, char end)
{
	buf_csv(to, text, ",");
	buf_char(to, end);
}

/* Two that differ only in digits that are not kept would make a tie. */
static bool check_digits(struct reader *r, const struct criterion *criterion)
{
	bool ok = true;

	for (size_t i = 0; i < r->c->option_count; i++) {
		const struct score *score = &criterion->scores[i];

		for (size_t k = 0; k < score->evidence_count; k++)
			if (score->evidence[k].digits.len)
				ok &= check_apart(r, criterion, i,
						  &score->evidence[k]);
	}
	return ok;
}

/* From what other options have; told at the latter of two. */
static bool check_apart(struct reader *r, const struct criterion *criterion,
			size_t option, const struct evidence *e)
{
	for (size_t i = 0; i < r->c->option_count; i++) {
		const struct score *other = &criterion->scores[i];

		for (size_t k = 0; k < other->evidence_count; k++) {
			const struct evidence *o = &other->evidence[k];

			if (i == option || o->value != e->value ||
			    (i > option && o->digits.len) ||
			    (o->digits.len &&
			     number_is_same(o->digits, e->digits)))
				continue;
			diag_error(r->diags, e->at,
				   "\"%.*s\" and the score of \"%.*s\" "
				   "differ in digits that are not kept",
				   STR_ARG(e->digits),
				   STR_ARG(r->c->options[i].id));
			diag_note(r->diags, o->at, "it is this one");
			diag_hint(r->diags, "15 digits count: write both with "
					    "no more");
			return false;
		}
	}
	return true;
}

/* One score a judge.  Sorted, as there may be very many judges. */
static bool check_judges(struct reader *r, const struct criterion *criterion,
			 size_t option)
{
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
				r->sheets[0].shape == SHEET_LONG ||
						sorted[k]->judge.len
					? " by the same judge"
					: "");
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
		if (rows)
			continue;
		if (r->has_judges_sheets)
			diag_warning(r->diags, criterion->at,
				     "no sheet in scores/ scores \"%.*s\"",
				     STR_ARG(criterion->id));
		else
			diag_warning(r->diags, criterion->at,
				     "\"%.*s\" has no %s in scores.csv",
				     STR_ARG(criterion->id),
				     r->sheets[0].shape == SHEET_BY_OPTION
					     ? "column"
					     : "row");
	}
}
