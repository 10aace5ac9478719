/* ODS, as in OASIS OpenDocument. */
#include "import/table_book.h"

#include "base/buf.h"
#include "import/table_format.h"
#include "import/table_part.h"
#include "import/table_sparse.h"
#include "import/table_style.h"
#include "import/table_words.h"

static const char CONTENT[] = "content.xml";

/* What cells of these columns have where they do not say. */
struct columns_style {
	size_t from, end;
	struct str style;
};

struct ods {
	struct diags *diags;
	struct workbook *book;
	struct arena *arena;
	struct part *part;
	size_t sheet_count;
	struct styles styles;
	struct style *style; /* that is being read, or NULL */
	struct sparse sheet;
	size_t row, column;
	struct str row_style; /* of cells that have none of their own */
	struct columns_style *column_styles; /* where the row has none */
	size_t column_style_count;
};

static bool read_named_styles(struct ods *o, struct archive *archive);
static bool read_content(struct ods *o, struct archive *archive);
static void note_style(struct ods *o, const struct part *part);
static struct style *add_style(struct ods *o, const struct part *part);
static bool read_table(struct ods *o);
static bool read_column(struct ods *o);
static bool read_row(struct ods *o);
static bool add_hidden(struct ods *o, bool row, size_t from, size_t count);
static bool read_cell(struct ods *o);
static struct str style_of_cell(const struct ods *o);
static void fill_cell(const struct ods *o, struct cell *cell);
static bool read_words(struct ods *o, struct cell *cell);
static size_t count_in(const struct ods *o, const char *name);

bool workbook_read_ods(struct diags *diags, struct workbook *book)
{
	struct ods o = { .diags = diags, .book = book, .arena = book->arena };
	struct archive archive;
	bool ok = archive_open(diags, book->path, &archive, book->arena);

	if (ok && !archive_has(&archive, CONTENT))
		ok = diag_error(diags, (struct place){ .file = book->path },
				"there is no \"content.xml\" in it: this is no "
				".ods file");
	ok = ok && read_named_styles(&o, &archive) &&
	     read_content(&o, &archive);
	archive_close(&archive);
	return ok;
}

/* Those that have names, which styles of cells are made from. */
static bool read_named_styles(struct ods *o, struct archive *archive)
{
	struct part *part =
		part_open(archive, "styles.xml", true, NULL, o->arena);

	while (part_next(part))
		note_style(o, part);
	return part_close(part);
}

static bool read_content(struct ods *o, struct archive *archive)
{
	bool ok = true;

	o->part = part_open(archive, CONTENT, false, &o->styles, o->arena);
	while (ok && part_next(o->part)) {
		if (!o->sheet_count)
			note_style(o, o->part);
		if (part_starts(o->part, "body"))
			styles_settle(&o->styles);
		else if (part_starts(o->part, "table"))
			ok = read_table(o);
	}
	return part_close(o->part) && ok;
}

/* What the element at hand says of a style. */
static void note_style(struct ods *o, const struct part *part)
{
	struct str through, kind;

	if (part_ends(part, "style"))
		o->style = NULL;
	if (part_starts(part, "style"))
		o->style = add_style(o, part);
	if (!o->style)
		return;
	if (part_starts(part, "table-properties") &&
	    str_is(part_attribute(part, "display"), "false"))
		styles_mark(&o->styles, o->style, STYLE_HIDDEN);
	if (!part_starts(part, "text-properties"))
		return;
	if (str_starts(part_attribute(part, "text-position"), "super"))
		styles_mark(&o->styles, o->style, STYLE_RAISED);
	through = part_attribute(part, "text-line-through-style");
	kind = part_attribute(part, "text-line-through-type");
	through = through.len ? through : kind;
	o->style->says_line |= through.len > 0;
	if (through.len && !str_is(through, "none"))
		styles_mark(&o->styles, o->style, STYLE_STRUCK);
}

/* NULL where it is empty, or too many; not that of a sheet, which may hide it. */
static struct style *add_style(struct ods *o, const struct part *part)
{
	struct str family = part_attribute(part, "family");
	struct style *style;

	if (o->styles.count >=
	    STYLES_MOST + (str_is(family, "table") ? GRID_SHEETS : 0))
		return NULL;
	style = arena_push(o->arena, o->styles.items, o->styles.count);
	style->family = family;
	style->name = part_attribute(part, "name");
	style->parent = part_attribute(part, "parent-style-name");
	return part_is_empty(part) ? NULL : style;
}

static bool read_table(struct ods *o)
{
	struct str name = part_attribute(o->part, "name");
	bool hidden = styles_have(&o->styles, NULL,
				  part_attribute(o->part, "style-name"),
				  STYLE_HIDDEN);
	bool ok = true;

	o->sheet = (struct sparse){ .name = name };
	o->row = o->column = o->column_style_count = 0;
	o->column_styles = NULL;
	if (part_is_empty(o->part) || o->sheet_count++ == GRID_SHEETS)
		return true;
	while (ok && part_next(o->part) && !part_ends(o->part, "table")) {
		if (part_starts(o->part, "table-column"))
			ok = read_column(o);
		else if (part_starts(o->part, "table-row"))
			ok = read_row(o);
		else if (part_starts(o->part, "shapes") ||
			 part_starts(o->part, "forms"))
			part_text(o->part, "");
	}
	if (!ok)
		return false;
	if (hidden) {
		workbook_remark(o->book,
				"the sheet \"%.*s\" is hidden, and left out; "
				"show it and import it again to have it",
				STR_ARG(name));
		return true;
	}
	sparse_sort(&o->sheet);
	return sparse_finish(o->diags, o->book, &o->sheet);
}

static bool read_column(struct ods *o)
{
	size_t count = count_in(o, "number-columns-repeated");
	size_t from = o->column;
	struct str style = part_attribute(o->part, "default-cell-style-name");

	o->column += count;
	if (style.len && o->column_style_count < STYLES_MOST)
		*arena_push(o->arena, o->column_styles, o->column_style_count) =
			(struct columns_style){ from, o->column, style };
	return add_hidden(o, false, from, count);
}

static bool read_row(struct ods *o)
{
	size_t count = count_in(o, "number-rows-repeated"), first = o->row;
	size_t before = o->sheet.cell_count, after;
	bool ok = add_hidden(o, true, o->row, count);

	o->column = 0;
	o->row_style = part_attribute(o->part, "default-cell-style-name");
	if (part_is_empty(o->part)) {
		o->row += count;
		return ok;
	}
	while (ok && part_next(o->part) && !part_ends(o->part, "table-row"))
		if (part_starts(o->part, "table-cell") ||
		    part_starts(o->part, "covered-table-cell"))
			ok = read_cell(o);
	after = o->sheet.cell_count;
	/* Rows that are the same are written once. */
	for (size_t r = 1; ok && after > before && r < count; r++)
		for (size_t c = before; ok && c < after; c++) {
			size_t column = o->sheet.cells[c].column;
			struct cell *copy =
				sparse_add(o->diags, o->book, &o->sheet,
					   first + r, column);

			ok = copy;
			if (copy)
				*copy = o->sheet.cells[c].cell;
		}
	o->row = first + count;
	return ok;
}

static bool add_hidden(struct ods *o, bool row, size_t from, size_t count)
{
	struct str shown = part_attribute(o->part, "visibility");
	struct sparse_area area = {
		.row = row ? from : 0,
		.last_row = row ? from + count - 1 : SPARSE_ROWS,
		.column = row ? 0 : from,
		.last_column = row ? SPARSE_COLUMNS : from + count - 1,
	};

	if (!str_is(shown, "collapse") && !str_is(shown, "filter"))
		return true;
	return sparse_area_add(o->diags, o->book, &o->sheet.hidden,
			       &o->sheet.hidden_count, area);
}

static bool read_cell(struct ods *o)
{
	size_t repeated = count_in(o, "number-columns-repeated");
	size_t rows = count_in(o, "number-rows-spanned");
	size_t columns = count_in(o, "number-columns-spanned");
	bool covered = part_starts(o->part, "covered-table-cell");
	bool is_unknown = part_attribute(o->part, "formula").len &&
			  !part_attribute(o->part, "value-type").len;
	size_t from = o->column;
	struct cell cell = {
		.text = STR(""),
		.is_struck = styles_have(&o->styles, "table-cell",
					 style_of_cell(o), STYLE_STRUCK),
	};
	bool ok = true;

	o->column += repeated;
	fill_cell(o, &cell);
	if (!part_is_empty(o->part))
		ok = read_words(o, &cell);
	if (ok && !covered && !cell.text.len && is_unknown)
		sparse_unknown(&o->sheet, o->row, from);
	/* What is covered is not shown. */
	if (!ok || covered || !cell.text.len)
		return ok;
	if (rows > 1 || columns > 1)
		ok = sparse_area_add(
			o->diags, o->book, &o->sheet.merged,
			&o->sheet.merged_count,
			(struct sparse_area){ o->row, from, o->row + rows - 1,
					      from + columns - 1 });
	for (size_t k = 0; ok && k < repeated; k++) {
		struct cell *added = sparse_add(o->diags, o->book, &o->sheet,
						o->row, from + k);

		ok = added;
		if (added)
			*added = cell;
	}
	return ok;
}

/* Its own, or that of its row, or else of its column. */
static struct str style_of_cell(const struct ods *o)
{
	struct str own = part_attribute(o->part, "style-name");

	if (own.len || o->row_style.len)
		return own.len ? own : o->row_style;
	for (size_t i = 0; i < o->column_style_count; i++)
		if (o->column >= o->column_styles[i].from &&
		    o->column < o->column_styles[i].end)
			return o->column_styles[i].style;
	return own;
}

/* By the type that the cell says it has; a text is read with its words. */
static void fill_cell(const struct ods *o, struct cell *cell)
{
	struct str type = part_attribute(o->part, "value-type");
	struct str value = part_attribute(o->part, "value");
	struct format format = { .unit = STR("") };
	double number;

	if (str_is(type, "boolean")) {
		cell->text =
			str_is(part_attribute(o->part, "boolean-value"), "true")
				? STR("TRUE")
				: STR("FALSE");
	} else if (str_is(type, "date")) {
		cell->text = str_slice(part_attribute(o->part, "date-value"), 0,
				       strlen("2026-11-21"));
		cell->kind = CELL_DATE;
	} else if (str_to_number(value, &number)) {
		if (str_is(type, "percentage"))
			format = (struct format){ FORMAT_PERCENT, STR("%") };
		else if (str_is(type, "currency"))
			format.unit = part_attribute(o->part, "currency");
		format_number(cell, &format, number, false, o->arena);
	}
}

/* The paragraphs of a cell, and the comment on it. */
static bool read_words(struct ods *o, struct cell *cell)
{
	struct buf words = { 0 }, out = { 0 };
	bool typed = cell->text.len > 0;

	while (part_next(o->part) && !part_ends(o->part, "table-cell") &&
	       !part_ends(o->part, "covered-table-cell")) {
		if (part_starts(o->part, "annotation")) {
			cell->note = part_text(o->part, "creator|date|"
							"date-string");
		} else if (part_starts(o->part, "p")) {
			struct str struck,
				text = part_words(o->part, "annotation",
						  &struck);

			buf_text(&words, words.len && text.len ? " " : "");
			buf_raw(&words, text);
			buf_text(&out, out.len && struck.len ? " " : "");
			buf_raw(&out, struck);
		}
	}
	/* "#N/A" is shown where the value is 0. */
	if (words.len && (!typed || words_are_fault(buf_str(&words)))) {
		cell->text = buf_copy(&words, o->arena);
		cell->kind = CELL_EMPTY;
		cell->unit = STR("");
	}
	if (!words.len && out.len)
		cell->text = STR("");
	sparse_strike(cell, buf_copy(&out, o->arena));
	buf_release(&out);
	buf_release(&words);
	return true;
}

/* A count of at least 1, and of no more than a sheet has. */
static size_t count_in(const struct ods *o, const char *name)
{
	double count;

	if (!str_to_number(part_attribute(o->part, name), &count) ||
	    !(count >= 1))
		return 1;
	return count < SPARSE_ROWS ? (size_t)count : SPARSE_ROWS;
}
