#include <ctype.h>

#include "base/file.h"
#include "base/wording.h"
#include "read/lexical.h"
#include "read/reader.h"
#include "read/text.h"

/* Names of what spreadsheets compute. */
static const char COMPUTED[] =
	"total|totals|total score|sum|average|avg|mean|rank|weighted total|"
	"weighted score|weighted sum|summe|gesamt|gesamtsumme|durchschnitt|"
	"mittelwert|rang";

static bool open_sheet(struct reader *r, const char *path, struct str judge,
		       struct str *text);
static bool open_folder(struct reader *r, const struct str *names,
			size_t count);
static bool refuse_both(struct reader *r, const char *path, const char *dir);
static void names_in_column(const struct score_sheet *sheet, size_t column,
			    struct text **names, size_t *count,
			    struct name_index *seen, struct arena *arena);
static void names_in_header(const struct reader *r,
			    const struct score_sheet *sheet,
			    struct text **names, size_t *count,
			    struct name_index *seen);
static void add_name(const struct field *field, struct text **names,
		     size_t *count, struct name_index *seen,
		     struct arena *arena);
static bool may_be_score(const struct reader *r, struct str text);

bool sheets_open(struct reader *r)
{
	const char *path = reader_path(r, "scores.csv");
	const char *dir = reader_path(r, "scores");
	struct str *names = NULL;
	size_t count = 0, sheets = 0;
	bool ok = true, alone = text_is_there(r->diags, path, &ok);

	if (!ok || !reader_list(r, "scores", &names, &count))
		return false;
	for (size_t k = 0; k < count; k++)
		if (str_ends(names[k], ".csv"))
			names[sheets++] = names[k];
	if (alone && sheets)
		return refuse_both(r, path, dir);
	r->has_judges_sheets = sheets > 0;
	r->c->scored = alone || sheets;
	r->c->scores_at = (struct place){ .file = alone ? path : dir };
	return alone ? open_sheet(r, path, STR(""), &r->c->scores_text)
		     : open_folder(r, names, sheets);
}

static bool refuse_both(struct reader *r, const char *path, const char *dir)
{
	diag_error(r->diags, (struct place){ .file = path },
		   "there are scores in this file and in the folder scores/");
	diag_note(r->diags, (struct place){ .file = dir },
		  "the folder is this one");
	diag_hint(r->diags, "give a sheet for each judge, or one table");
	return false;
}

static bool open_folder(struct reader *r, const struct str *names, size_t count)
{
	bool ok = true;

	for (size_t k = 0; k < count; k++) {
		const char *path =
			path_join(reader_path(r, "scores"), names[k], r->arena);
		struct str judge = name_on_line(path_stem(names[k]), r->arena);
		struct str text;

		ok &= name_check(r->diags, "judge", judge,
				 (struct place){ .file = path });
		ok &= open_sheet(r, path, judge, &text);
	}
	return ok;
}

static bool open_sheet(struct reader *r, const char *path, struct str judge,
		       struct str *text)
{
	struct score_sheet sheet = { .path = path, .judge = judge };
	bool ok;

	if (!text_read(r->diags, path, TABLE_LIMIT, text, r->arena))
		return false;
	ok = csv_parse(r->diags, path, *text, &sheet.csv, &r->rows, r->arena);
	if (!sheet.csv.count)
		return ok &&
		       diag_error(r->diags, (struct place){ .file = path },
				  "the scoring table has no header");
	sheet.style.takes_comma = sheet.csv.delimiter != ',';
	sheet_find_shape(r, &sheet);
	*arena_push(r->arena, r->sheets, r->sheet_count) = sheet;
	return ok;
}

/* Where options are is the question; the rest is looked for by its readers. */
void sheet_find_shape(struct reader *r, struct score_sheet *sheet)
{
	const struct record *header = &sheet->csv.records[0];
	bool score = false;

	for (size_t k = 0; k < COLUMN_COUNT; k++)
		sheet->columns[k] = NO_COLUMN;
	for (size_t k = 0; k < header->count; k++) {
		enum column column = column_called(&r->columns, COLUMNS_OF_LONG,
						   header->fields[k].text);

		if (column < COLUMN_COUNT &&
		    sheet->columns[column] == NO_COLUMN)
			sheet->columns[column] = k;
		score |= str_is(header->fields[k].text,
				column_name(COLUMN_SCORE));
	}
	if (sheet->columns[COLUMN_CRITERION] != NO_COLUMN)
		sheet->shape = sheet->columns[COLUMN_OPTION] != NO_COLUMN ||
					       sheet->columns[COLUMN_SCORE] !=
						       NO_COLUMN
				       ? SHEET_LONG
				       : SHEET_WIDE;
	else if (sheet->columns[COLUMN_OPTION] != NO_COLUMN)
		sheet->shape = score ? SHEET_LONG : SHEET_BY_OPTION;
	else
		sheet->shape = score ? SHEET_LONG : SHEET_OPEN;
}

struct text *sheets_names(struct reader *r, enum called kind, size_t *count)
{
	struct name_index *seen = name_index_new(r->arena);
	struct text *names = NULL;
	enum column own =
		kind == CALLED_OPTION ? COLUMN_OPTION : COLUMN_CRITERION;

	*count = 0;
	for (size_t k = 0; k < r->sheet_count; k++) {
		const struct score_sheet *sheet = &r->sheets[k];
		enum sheet_shape across =
			kind == CALLED_OPTION ? SHEET_WIDE : SHEET_BY_OPTION;

		if (sheet->shape == across)
			names_in_header(r, sheet, &names, count, seen);
		else if (sheet->columns[own] != NO_COLUMN)
			names_in_column(sheet, sheet->columns[own], &names,
					count, seen, r->arena);
	}
	return names;
}

static void names_in_column(const struct score_sheet *sheet, size_t column,
			    struct text **names, size_t *count,
			    struct name_index *seen, struct arena *arena)
{
	for (size_t row = 1; row < sheet->csv.count; row++)
		add_name(&sheet->csv.records[row].fields[column], names, count,
			 seen, arena);
}

static void names_in_header(const struct reader *r,
			    const struct score_sheet *sheet,
			    struct text **names, size_t *count,
			    struct name_index *seen)
{
	const struct record *header = &sheet->csv.records[0];
	bool wide = sheet->shape == SHEET_WIDE;

	for (size_t k = 0; k < header->count; k++)
		if (column_called(&r->columns,
				  wide ? COLUMNS_OF_WIDE : COLUMNS_BY_OPTION,
				  header->fields[k].text) == COLUMN_COUNT &&
		    (wide || !sheet_is_text(r, sheet, k)))
			add_name(&header->fields[k], names, count, seen,
				 r->arena);
}

static void add_name(const struct field *field, struct text **names,
		     size_t *count, struct name_index *seen,
		     struct arena *arena)
{
	if (!field->text.len || name_index_find(seen, field->text) >= 0)
		return;
	name_index_add(seen, field->text, *count);
	*arena_push(arena, *names, *count) =
		(struct text){ field->text, field->at };
}

void sheets_warn_of_name(struct reader *r, enum called kind, struct text name)
{
	struct str plain =
		str_trim(str_slice(name.str, 0, str_find(name.str, '(')));
	enum column column = column_called(&r->columns, COLUMNS_OF_WIDE, plain);
	bool option = kind == CALLED_OPTION;
	bool beside = plain.len < name.str.len && column < COLUMN_COUNT;
	bool computed = wording_is_any(name.str, COMPUTED);
	const struct str weight = column_words(&r->columns, COLUMN_WEIGHT);
	bool near = diag_nearest(name.str, &weight, 1) != NULL;

	if (!computed &&
	    (!option || (!beside && !near && column != COLUMN_WEIGHT)))
		return;
	diag_warning(r->diags, name.at, "\"%.*s\" is taken for %s",
		     STR_ARG(name.str), option ? "an option" : "a criterion");
	if (near && !beside)
		diag_suggest(r->diags, name.str, &weight, 1);
	else if (beside && !computed)
		diag_hint(r->diags,
			  "a column of that kind is called \"%.*s\" alone; an "
			  "option that is called so has a row in options.csv",
			  STR_ARG(column_words(&r->columns, column)));
	else
		diag_hint(r->diags, "%s; %s that is called so has a row in %s",
			  computed ? "leave out what is computed of the others"
				   : "weights stand in a column \"weight\" of "
				     "criteria.csv",
			  option ? "an option" : "a criterion",
			  option ? "options.csv" : "criteria.csv");
}

bool sheet_is_text(const struct reader *r, const struct score_sheet *sheet,
		   size_t column)
{
	bool filled = false;

	for (size_t row = 1; row < sheet->csv.count; row++) {
		struct str text = sheet->csv.records[row].fields[column].text;

		if (may_be_score(r, text))
			return false;
		filled |= text.len > 0;
	}
	return filled;
}

/* An answer, or a text of which a number comes before any letter. */
static bool may_be_score(const struct reader *r, struct str text)
{
	enum answer answer;
	size_t at = 0;

	while (at < text.len && !isalnum((unsigned char)text.ptr[at]))
		at++;
	return (at < text.len && isdigit((unsigned char)text.ptr[at])) ||
	       reader_answer(r, text, &answer);
}

bool reader_table(struct reader *r, const char *name, struct csv *csv)
{
	const char *path = reader_path(r, name);
	struct str text;
	bool ok = true;

	*csv = (struct csv){ 0 };
	if (!text_is_there(r->diags, path, &ok))
		return ok;
	if (!text_read(r->diags, path, TABLE_LIMIT, &text, r->arena) ||
	    !csv_parse(r->diags, path, text, csv, &r->rows, r->arena))
		return false;
	return csv->count ||
	       diag_error(r->diags, (struct place){ .file = path },
			  "the table has no header");
}

bool reader_headings(struct reader *r, const struct csv *csv, uint32_t set,
		     enum column *columns)
{
	const struct record *header = &csv->records[0];
	struct name_index *seen = name_index_new(r->arena);
	uint32_t met = 0;
	bool ok = true;

	for (size_t k = 0; k < header->count; k++) {
		const struct field *field = &header->fields[k];
		enum column column =
			column_called(&r->columns, set, field->text);
		bool known = column < COLUMN_COUNT;

		columns[k] = column;
		if (!field->text.len)
			ok = diag_error(r->diags, field->at,
					"this column has cells but no name");
		else if (known ? (met & COLUMN_BIT(column)) != 0
			       : name_index_find(seen, field->text) >= 0)
			ok = diag_error(r->diags, field->at,
					"the column \"%.*s\" is there twice",
					STR_ARG(field->text));
		if (known)
			met |= COLUMN_BIT(column);
		else
			name_index_add(seen, field->text, k);
	}
	r->columns.met |= met;
	return ok;
}
