/* XLSX, as in ECMA-376. */
#include "import/table_book.h"

#include <ctype.h>

#include "base/file.h"
#include "import/table_format.h"
#include "import/table_part.h"
#include "import/table_sparse.h"
#include "import/table_value.h"

enum {
	LETTERS = 26,
	FORMATS_MOST = 65536,
	PARTS_MOST = 10000,
};

struct relation {
	struct str id, type, target;
};

struct relations {
	struct relation *items;
	size_t count;
};

/* Words, and those struck out among them. */
struct rich {
	struct str words, struck;
};

/* What a cell's style makes of it. */
struct cell_style {
	struct format format;
	bool is_struck;
};

/* A sheet in the list of the workbook. */
struct listed {
	struct str name, relation;
	bool hidden;
};

struct xlsx {
	struct diags *diags;
	struct workbook *book;
	struct arena *arena;
	struct archive archive;
	struct rich *strings; /* that cells share */
	size_t string_count;
	struct cell_style *styles;
	size_t style_count;
	bool *fonts; /* whether each strikes out */
	size_t font_count;
	struct listed *sheets;
	size_t sheet_count;
	bool from_1904;
};

static bool read_all(struct xlsx *x);
static bool read_relations(struct xlsx *x, const char *part,
			   struct relations *relations);
static bool read_list(struct xlsx *x);
static bool read_strings(struct xlsx *x);
static struct rich read_text(struct part *part);
static bool read_formats(struct xlsx *x);
static void add_style(struct xlsx *x, const struct part *part,
		      const struct format *named, const bool *is_named);
static void read_font(struct xlsx *x, struct part *part);
static bool read_sheet(struct xlsx *x, const struct listed *listed,
		       const char *name);
static bool read_cells(struct xlsx *x, struct part *part,
		       struct sparse *sparse);
static bool add_hidden(struct xlsx *x, const struct part *part,
		       struct sparse *sparse);
static bool read_cell(struct xlsx *x, struct part *part, struct sparse *sparse,
		      size_t row, size_t *column);
static void fill_cell(struct xlsx *x, struct cell *cell, struct str type,
		      size_t style, struct rich text);
static bool add_merged(struct xlsx *x, const struct part *part,
		       struct sparse *sparse);
static bool read_comments(struct xlsx *x, const char *sheet,
			  struct sparse *sparse);
static void take_comment(struct xlsx *x, struct part *part,
			 const struct sparse *sparse);
static bool read_place(struct str text, size_t *row, size_t *column);
static bool read_size(struct str text, size_t *size);

bool workbook_read_xlsx(struct diags *diags, struct workbook *book)
{
	struct xlsx x = { .diags = diags, .book = book, .arena = book->arena };
	bool ok;

	ok = archive_open(diags, book->path, &x.archive, book->arena) &&
	     read_all(&x);
	archive_close(&x.archive);
	return ok;
}

static bool read_all(struct xlsx *x)
{
	struct relations relations = { 0 };

	if (!archive_has(&x->archive, "xl/workbook.xml")) {
		diag_error(x->diags, (struct place){ .file = x->book->path },
			   "there is no \"xl/workbook.xml\" in it: this is no "
			   ".xlsx file");
		return false;
	}
	if (!read_list(x) ||
	    !read_relations(x, "xl/workbook.xml", &relations) ||
	    !read_strings(x) || !read_formats(x))
		return false;
	for (size_t s = 0; s < x->sheet_count; s++) {
		const struct listed *listed = &x->sheets[s];

		if (listed->hidden) {
			workbook_remark(x->book,
					"the sheet \"%.*s\" is hidden, and "
					"left out; show it and import it again "
					"to have it",
					STR_ARG(listed->name));
			continue;
		}
		for (size_t r = 0; r < relations.count; r++)
			if (str_equals(relations.items[r].id,
				       listed->relation) &&
			    str_ends(relations.items[r].type, "/worksheet") &&
			    !read_sheet(x, listed,
					relations.items[r].target.ptr))
				return false;
	}
	return true;
}

/* "xl/worksheets/_rels/sheet1.xml.rels" of "xl/worksheets/sheet1.xml". */
static bool read_relations(struct xlsx *x, const char *name,
			   struct relations *relations)
{
	struct str dir = path_dir(str_from(name));
	const char *path =
		arena_printf(x->arena, "%.*s/_rels/%.*s.rels", STR_ARG(dir),
			     STR_ARG(path_base(str_from(name))))
			.ptr;
	struct part *part = part_open(&x->archive, path, true, NULL, x->arena);

	while (part_next(part)) {
		struct relation *r;
		struct str target;

		if (!part_starts(part, "Relationship") ||
		    relations->count == PARTS_MOST)
			continue;
		target = part_attribute(part, "Target");
		r = arena_push(x->arena, relations->items, relations->count);
		r->id = part_attribute(part, "Id");
		r->type = part_attribute(part, "Type");
		r->target =
			str_starts(target, "/")
				? arena_str(x->arena, str_from_byte(target, 1))
				: path_clean(ARENA_JOIN(x->arena, dir, STR("/"),
							target),
					     x->arena);
		if (!r->target.ptr)
			r->target = STR("");
	}
	return part_close(part);
}

static bool read_list(struct xlsx *x)
{
	struct part *part = part_open(&x->archive, "xl/workbook.xml", false,
				      NULL, x->arena);

	while (part_next(part)) {
		if (part_starts(part, "workbookPr")) {
			struct str from = part_attribute(part, "date1904");

			x->from_1904 =
				str_is(from, "1") || str_is(from, "true");
		}
		if (part_starts(part, "sheet") &&
		    x->sheet_count < GRID_SHEETS) {
			struct str state = part_attribute(part, "state");
			struct listed *listed =
				arena_push(x->arena, x->sheets, x->sheet_count);

			listed->name = part_attribute(part, "name");
			listed->relation = part_attribute(part, "id");
			listed->hidden = str_is(state, "hidden") ||
					 str_is(state, "veryHidden");
		}
	}
	return part_close(part);
}

static bool read_strings(struct xlsx *x)
{
	struct part *part = part_open(&x->archive, "xl/sharedStrings.xml", true,
				      NULL, x->arena);
	bool ok = true;

	while (ok && part_next(part)) {
		if (!part_starts(part, "si"))
			continue;
		if (x->string_count == GRID_CELLS)
			ok = diag_error(x->diags,
					(struct place){ .file = x->book->path },
					"the workbook has more than %d texts",
					GRID_CELLS);
		else
			*arena_push(x->arena, x->strings, x->string_count) =
				read_text(part);
	}
	return part_close(part) && ok;
}

/* Without how it is spoken. */
static struct rich read_text(struct part *part)
{
	struct rich text;

	text.words = part_words(part, "rPh|phoneticPr", &text.struck);
	return text;
}

/* Of numFmts the codes, and of cellXfs which each style has. */
static bool read_formats(struct xlsx *x)
{
	struct part *part =
		part_open(&x->archive, "xl/styles.xml", true, NULL, x->arena);
	struct format *named =
		arena_array(x->arena, struct format, FORMATS_MOST);
	bool *is_named = arena_array(x->arena, bool, FORMATS_MOST);
	bool in_cells = false, in_fonts = false;

	while (part_next(part)) {
		size_t id = 0;

		if (part_starts(part, "cellXfs"))
			in_cells = !part_is_empty(part);
		else if (part_ends(part, "cellXfs"))
			in_cells = false;
		if (part_starts(part, "fonts") || part_ends(part, "fonts"))
			in_fonts = part_starts(part, "fonts");
		else if (in_fonts && part_starts(part, "font"))
			read_font(x, part);
		if (part_starts(part, "numFmt") &&
		    read_size(part_attribute(part, "numFmtId"), &id) &&
		    id < FORMATS_MOST) {
			named[id] = format_of_code(
				part_attribute(part, "formatCode"), x->arena);
			is_named[id] = true;
		}
		if (in_cells && part_starts(part, "xf"))
			add_style(x, part, named, is_named);
	}
	return part_close(part);
}

static void add_style(struct xlsx *x, const struct part *part,
		      const struct format *named, const bool *is_named)
{
	size_t id = 0, font = 0;

	if (x->style_count == FORMATS_MOST)
		return;
	read_size(part_attribute(part, "numFmtId"), &id);
	read_size(part_attribute(part, "fontId"), &font);
	*arena_push(x->arena, x->styles, x->style_count) = (struct cell_style){
		.format = id < FORMATS_MOST && is_named[id]
				  ? named[id]
				  : format_built_in((unsigned)id),
		.is_struck = font < x->font_count && x->fonts[font],
	};
}

static void read_font(struct xlsx *x, struct part *part)
{
	bool strikes = false, is_empty = part_is_empty(part);

	while (!is_empty && part_next(part) && !part_ends(part, "font"))
		if (part_starts(part, "strike")) {
			struct str value = part_attribute(part, "val");

			strikes =
				!str_is(value, "0") && !str_is(value, "false");
		}
	if (x->font_count < FORMATS_MOST)
		*arena_push(x->arena, x->fonts, x->font_count) = strikes;
}

static bool read_sheet(struct xlsx *x, const struct listed *listed,
		       const char *name)
{
	struct sparse sparse = { .name = listed->name };
	struct part *part = part_open(&x->archive, name, false, NULL, x->arena);
	bool ok = read_cells(x, part, &sparse);

	if (!part_close(part) || !ok)
		return false;
	sparse_sort(&sparse);
	return read_comments(x, name, &sparse) &&
	       sparse_finish(x->diags, x->book, &sparse);
}

static bool read_cells(struct xlsx *x, struct part *part, struct sparse *sparse)
{
	size_t row = 0, column = 0, cols = 0;
	bool ok = true;

	while (ok && part_next(part)) {
		if (part_starts(part, "row")) {
			size_t number;

			/* Without a number it is the next one. */
			row = read_size(part_attribute(part, "r"), &number) &&
					      number
				      ? number
				      : row + 1;
			column = 0;
			ok = add_hidden(x, part, sparse);
		} else if (part_starts(part, "col") &&
			   cols++ < SPARSE_COLUMNS) {
			ok = add_hidden(x, part, sparse);
		} else if (part_starts(part, "c")) {
			ok = read_cell(x, part, sparse, row ? row - 1 : 0,
				       &column);
		} else if (part_starts(part, "mergeCell")) {
			ok = add_merged(x, part, sparse);
		}
	}
	return ok;
}

/* A row or columns that are not shown. */
static bool add_hidden(struct xlsx *x, const struct part *part,
		       struct sparse *sparse)
{
	struct str hidden = part_attribute(part, "hidden");
	struct sparse_area area = { .last_row = SPARSE_ROWS,
				    .last_column = SPARSE_COLUMNS };
	bool ok;

	if (!str_is(hidden, "1") && !str_is(hidden, "true"))
		return true;
	if (part_starts(part, "row")) {
		ok = read_size(part_attribute(part, "r"), &area.row) &&
		     area.row--;
		area.last_row = area.row;
	} else {
		ok = read_size(part_attribute(part, "min"), &area.column) &&
		     read_size(part_attribute(part, "max"),
			       &area.last_column) &&
		     area.column-- && area.last_column--;
		ok = ok && area.last_column < SPARSE_COLUMNS;
	}
	return !ok || sparse_area_add(x->diags, x->book, &sparse->hidden,
				      &sparse->hidden_count, area);
}

static bool read_cell(struct xlsx *x, struct part *part, struct sparse *sparse,
		      size_t row, size_t *column)
{
	struct str type = part_attribute(part, "t");
	size_t style = 0, said = row, at = *column;
	struct rich value = { STR(""), STR("") };
	bool is_formula = false;
	struct cell *cell;

	read_size(part_attribute(part, "s"), &style);
	if (read_place(part_attribute(part, "r"), &said, &at))
		row = said;
	*column = at + 1;
	if (part_is_empty(part))
		return true;
	while (part_next(part) && !part_ends(part, "c")) {
		/* "f" is the formula, of which "v" is what it gave. */
		if (part_starts(part, "v") || part_starts(part, "is"))
			value = read_text(part);
		else if (part_starts(part, "f")) {
			is_formula = true;
			part_text(part, "");
		}
	}
	/* "str" is what gave no words. */
	if (is_formula && !value.words.len && !str_is(type, "str"))
		sparse_unknown(sparse, row, at);
	if (!value.words.len && !value.struck.len)
		return true;
	cell = sparse_add(x->diags, x->book, sparse, row, at);
	if (cell)
		fill_cell(x, cell, type, style, value);
	return cell;
}

static void fill_cell(struct xlsx *x, struct cell *cell, struct str type,
		      size_t style, struct rich text)
{
	struct cell_style plain = { .format = { .unit = STR("") } };
	const struct cell_style *of =
		style < x->style_count ? &x->styles[style] : &plain;
	struct str value = text.words;
	double number;
	size_t at;

	if (str_is(type, "s"))
		text = read_size(value, &at) && at < x->string_count
			       ? x->strings[at]
			       : (struct rich){ STR(""), STR("") };
	cell->text = text.words;
	if (str_is(type, "b")) {
		cell->text = str_is(value, "1") ? STR("TRUE") : STR("FALSE");
	} else if (str_is(type, "d")) {
		cell->text = str_slice(value, 0, strlen("2026-11-21"));
	} else if ((!type.len || str_is(type, "n")) &&
		   str_to_number(value, &number)) {
		format_number(cell, &of->format, number, x->from_1904,
			      x->arena);
	}
	sparse_strike(cell, text.struck);
	cell->is_struck |= of->is_struck;
}

static bool add_merged(struct xlsx *x, const struct part *part,
		       struct sparse *sparse)
{
	struct str rest = part_attribute(part, "ref");
	struct str first = str_cut(&rest, ':');
	struct sparse_area area;

	if (!rest.ptr || !read_place(first, &area.row, &area.column) ||
	    !read_place(rest, &area.last_row, &area.last_column))
		return true;
	return sparse_area_add(x->diags, x->book, &sparse->merged,
			       &sparse->merged_count, area);
}

static bool read_comments(struct xlsx *x, const char *sheet,
			  struct sparse *sparse)
{
	struct relations relations = { 0 };
	bool ok = read_relations(x, sheet, &relations);

	for (size_t r = 0; ok && r < relations.count; r++) {
		struct part *part;

		if (!str_ends(relations.items[r].type, "/comments"))
			continue;
		part = part_open(&x->archive, relations.items[r].target.ptr,
				 false, NULL, x->arena);
		while (part_next(part))
			if (part_starts(part, "comment"))
				take_comment(x, part, sparse);
		ok = part_close(part);
	}
	return ok;
}

static void take_comment(struct xlsx *x, struct part *part,
			 const struct sparse *sparse)
{
	struct str ref = part_attribute(part, "ref");
	struct str note = part_text(part, "rPh");
	size_t row, column;
	struct cell *cell = read_place(ref, &row, &column)
				    ? sparse_find(sparse, row, column)
				    : NULL;

	if (cell)
		cell->note = note;
	else if (note.len)
		workbook_remark(x->book,
				"the comment at %.*s of the sheet \"%.*s\", "
				"where nothing stands: %.*s",
				STR_ARG(ref), STR_ARG(sparse->name),
				STR_ARG(note));
}

/* "B7", or "$B$7": row 6, column 1. */
static bool read_place(struct str text, size_t *row, size_t *column)
{
	size_t i = 0, across = 0, down = 0;

	i += str_starts(text, "$");
	for (; i < text.len && isalpha((unsigned char)text.ptr[i]) &&
	       across < SPARSE_COLUMNS;
	     i++)
		across = across * LETTERS +
			 (size_t)(toupper((unsigned char)text.ptr[i]) - 'A') +
			 1;
	i += i < text.len && text.ptr[i] == '$';
	if (!across || !read_size(str_from_byte(text, i), &down) || !down ||
	    across > SPARSE_COLUMNS || down > SPARSE_ROWS)
		return false;
	*row = down - 1;
	*column = across - 1;
	return true;
}

/* Digits alone, below a thousand million. */
static bool read_size(struct str text, size_t *size)
{
	size_t number = 0;

	if (!text.len || text.len > 9)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (!isdigit((unsigned char)text.ptr[i]))
			return false;
		number = number * 10 + (size_t)(text.ptr[i] - '0');
	}
	*size = number;
	return true;
}
