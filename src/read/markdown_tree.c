#include "read/markdown_tree.h"

#include <string.h>

#include <cmark.h>

#include "base/buf.h"
#include "read/text.h"

/* A line of the source without the markers of lists and quotes before it. */
struct line {
	struct str text;
	size_t at; /* byte in the source */
};

struct finder {
	const struct markdown_env *env;
	struct str text;
	struct place at;
	size_t *line_starts;
	size_t line_count;
	struct markdown_tree *tree;
	struct buf cells; /* the source of the second tree */
	size_t cell_count;
	bool ok;
};

static bool check_limits(const struct markdown_env *env, struct str text,
			 struct place at);
static size_t marker_count(struct str line);
static bool check_definition(const struct markdown_env *env, struct str text,
			     struct place at, size_t offset, struct str line);
static void find_tables(struct finder *f);
static void index_lines(struct finder *f);
static void try_paragraph(struct finder *f, cmark_node *paragraph);
static size_t paragraph_lines(struct finder *f, cmark_node *paragraph,
			      struct line **lines);
static struct line strip_markers(struct str text, size_t at, int quotes);
static size_t header_line(struct finder *f, const struct line *lines,
			  size_t count);
static bool is_delimiters(struct str line, enum align *aligns, size_t *count);
static size_t split_row(struct str line, struct str *cells, size_t most);
static void add_grid(struct finder *f, cmark_node *paragraph,
		     const struct line *lines, size_t count, size_t header);
static void add_row(struct finder *f, struct grid *grid, size_t row,
		    const struct line *line);
static size_t add_cell(struct finder *f, struct str cell);
static void parse_cells(struct finder *f);
static void add_definitions(struct finder *f);

bool markdown_tree_make(const struct markdown_env *env, struct str text,
			struct place at, struct markdown_tree *tree)
{
	struct finder f = {
		.env = env, .text = text, .at = at, .tree = tree, .ok = true
	};

	*tree = (struct markdown_tree){ 0 };
	if (!check_limits(env, text, at))
		return false;
	tree->root = cmark_parse_document(text.len ? text.ptr : "", text.len,
					  CMARK_OPT_DEFAULT);
	cmark_consolidate_text_nodes(tree->root);
	if (str_find(text, '|') < text.len)
		find_tables(&f);
	buf_release(&f.cells);
	return f.ok;
}

void markdown_tree_release(struct markdown_tree *tree)
{
	if (tree->root)
		cmark_node_free(tree->root);
	if (tree->cell_root)
		cmark_node_free(tree->cell_root);
	*tree = (struct markdown_tree){ 0 };
}

const struct grid *markdown_tree_grid(const struct markdown_tree *tree,
				      const struct cmark_node *paragraph)
{
	for (size_t i = 0; i < tree->grid_count; i++)
		if (tree->grids[i].paragraph == paragraph)
			return &tree->grids[i];
	return NULL;
}

static bool check_limits(const struct markdown_env *env, struct str text,
			 struct place at)
{
	struct str rest = text;
	bool ok = true;

	while (rest.ptr) {
		struct str line = str_cut(&rest, '\n');
		size_t offset = (size_t)(line.ptr - text.ptr);

		if (marker_count(line) > MARKDOWN_NESTING)
			return diag_error(env->diags,
					  text_place(at, text, offset, 1),
					  "more than %d lists and quotes begin "
					  "on one line",
					  MARKDOWN_NESTING);
		ok &= check_definition(env, text, at, offset, line);
	}
	return ok;
}

/* Markers of quotes and lists at the start of a line. */
static size_t marker_count(struct str line)
{
	size_t count = 0, i = 0;

	for (; i < line.len && count <= MARKDOWN_NESTING; i++) {
		size_t digits = i;
		char c = line.ptr[i];

		if (c == ' ' || c == '\t')
			continue;
		if (c == '>') {
			count++;
			continue;
		}
		while (digits < line.len && line.ptr[digits] >= '0' &&
		       line.ptr[digits] <= '9')
			digits++;
		if (digits > i && digits < line.len &&
		    strchr(".)", line.ptr[digits]))
			i = digits;
		else if (!strchr("-+*", c))
			break;
		if (i + 1 < line.len && line.ptr[i + 1] != ' ' &&
		    line.ptr[i + 1] != '\t')
			break;
		count++;
	}
	return count;
}

/* "[^id]: …" is how others write footnotes; cmark would take it as a link. */
static bool check_definition(const struct markdown_env *env, struct str text,
			     struct place at, size_t offset, struct str line)
{
	struct str trimmed = str_trim(line);
	size_t close = str_find_str(trimmed, STR("]:"));

	if (!str_starts(trimmed, "[^") || close == trimmed.len ||
	    str_find(trimmed, ' ') < close)
		return true;
	diag_error(env->diags,
		   text_place(at, text, offset, (unsigned)close + 2),
		   "a source cannot be defined in a text");
	diag_hint(env->diags, "list it in sources.yaml under its id");
	return false;
}

static void find_tables(struct finder *f)
{
	cmark_iter *iter = cmark_iter_new(f->tree->root);
	cmark_event_type event;

	index_lines(f);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event == CMARK_EVENT_ENTER &&
		    cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH)
			try_paragraph(f, node);
	}
	cmark_iter_free(iter);
	if (f->tree->grid_count)
		parse_cells(f);
}

static void index_lines(struct finder *f)
{
	struct str rest = f->text;

	while (rest.ptr) {
		struct str line = str_cut(&rest, '\n');

		*arena_push(f->env->arena, f->line_starts, f->line_count) =
			(size_t)(line.ptr - f->text.ptr);
	}
}

static void try_paragraph(struct finder *f, cmark_node *paragraph)
{
	struct line *lines;
	size_t count = paragraph_lines(f, paragraph, &lines);
	size_t header = header_line(f, lines, count);

	if (header < count)
		add_grid(f, paragraph, lines, count, header);
}

/* None when no line has a pipe: most paragraphs go no further. */
static size_t paragraph_lines(struct finder *f, cmark_node *paragraph,
			      struct line **lines)
{
	size_t first = (size_t)cmark_node_get_start_line(paragraph) - 1;
	size_t last = (size_t)cmark_node_get_end_line(paragraph) - 1;
	size_t indent = (size_t)cmark_node_get_start_column(paragraph) - 1;
	size_t count = 0, from, to;
	int quotes = 0;

	*lines = NULL;
	if (last <= first || last >= f->line_count)
		return 0;
	from = f->line_starts[first];
	to = last + 1 < f->line_count ? f->line_starts[last + 1] : f->text.len;
	if (str_find(str_slice(f->text, from, to - from), '|') == to - from)
		return 0;
	for (cmark_node *up = cmark_node_parent(paragraph); up;
	     up = cmark_node_parent(up))
		quotes += cmark_node_get_type(up) == CMARK_NODE_BLOCK_QUOTE;
	for (size_t n = first; n <= last; n++) {
		size_t start = f->line_starts[n] + (n == first ? indent : 0);
		struct str text = str_from_byte(f->text, start);

		text.len = str_find(text, '\n');
		*arena_push(f->env->arena, *lines, count) =
			strip_markers(text, start, n == first ? 0 : quotes);
	}
	return count;
}

static struct line strip_markers(struct str text, size_t at, int quotes)
{
	struct line line;
	const char *start = text.ptr;

	text = str_trim(text);
	for (; quotes && str_starts(text, ">"); quotes--)
		text = str_trim(str_from_byte(text, 1));
	line.text = text;
	line.at = at + (text.len ? (size_t)(text.ptr - start) : 0);
	return line;
}

/* The line before the first row of delimiters of as many cells, or count. */
static size_t header_line(struct finder *f, const struct line *lines,
			  size_t count)
{
	for (size_t i = 0; i + 1 < count; i++) {
		enum align aligns[MARKDOWN_COLUMNS];
		size_t columns = MARKDOWN_COLUMNS;

		if (!is_delimiters(lines[i + 1].text, aligns, &columns))
			continue;
		if (columns > MARKDOWN_COLUMNS) {
			f->ok = diag_error(f->env->diags,
					   text_place(f->at, f->text,
						      lines[i].at, 1),
					   "the table has more than %d columns",
					   MARKDOWN_COLUMNS);
			return count;
		}
		if (split_row(lines[i].text, NULL, 0) == columns)
			return i;
	}
	return count;
}

/* Cells of hyphens, a colon at either end; *count in: the room. */
static bool is_delimiters(struct str line, enum align *aligns, size_t *count)
{
	size_t columns = 0;
	bool pipe = str_find(line, '|') < line.len;
	struct str rest = line;

	if (str_starts(rest, "|"))
		rest = str_from_byte(rest, 1);
	if (str_ends(rest, "|"))
		rest.len--;
	if (!rest.len || !(pipe || str_find(line, ':') < line.len))
		return false;
	while (rest.ptr) {
		struct str cell = str_trim(str_cut(&rest, '|'));
		bool left = str_starts(cell, ":"), right;

		cell = str_from_byte(cell, left);
		right = str_ends(cell, ":");
		cell.len -= right;
		if (!cell.len)
			return false;
		for (size_t i = 0; i < cell.len; i++)
			if (cell.ptr[i] != '-')
				return false;
		if (columns < *count)
			aligns[columns] = left && right ? ALIGN_CENTER
					  : left	? ALIGN_LEFT
					  : right	? ALIGN_RIGHT
							: ALIGN_NONE;
		columns++;
	}
	*count = columns;
	return true;
}

/*
 * The cells of a row, at most so many of them, trimmed; returns how many
 * there are.  A pipe behind a backslash does not end a cell.
 */
static size_t split_row(struct str line, struct str *cells, size_t most)
{
	size_t count = 0, from = str_starts(line, "|");

	for (size_t i = from; i <= line.len; i++) {
		if (i + 1 < line.len && line.ptr[i] == '\\') {
			i++;
			continue;
		}
		if (i < line.len && line.ptr[i] != '|')
			continue;
		if (i >= line.len && from >= line.len && count)
			break;
		if (count < most)
			cells[count] =
				str_trim(str_slice(line, from, i - from));
		count++;
		from = i + 1;
	}
	return count;
}

static void add_grid(struct finder *f, cmark_node *paragraph,
		     const struct line *lines, size_t count, size_t header)
{
	struct arena *arena = f->env->arena;
	struct grid *grid;
	size_t columns = MARKDOWN_COLUMNS, cells;

	grid = arena_push(arena, f->tree->grids, f->tree->grid_count);
	grid->paragraph = paragraph;
	grid->aligns = arena_array(arena, enum align, MARKDOWN_COLUMNS);
	is_delimiters(lines[header + 1].text, grid->aligns, &columns);
	grid->column_count = columns;
	grid->row_count = count - header - 1;
	cells = grid->row_count * columns;
	if (cells > MARKDOWN_CELLS) {
		f->ok = diag_error(
			f->env->diags,
			text_place(f->at, f->text, lines[header].at, 1),
			"the table has more than %d cells", MARKDOWN_CELLS);
		f->tree->grid_count--;
		return;
	}
	/* Until the cells are parsed, a cell is its number in the tree. */
	grid->cells = arena_array(arena, cmark_node *, cells);
	grid->sources = arena_array(arena, struct text, cells);
	if (header) {
		struct buf lead = { 0 };

		for (size_t i = 0; i < header; i++) {
			buf_raw(&lead, lines[i].text);
			buf_char(&lead, '\n');
		}
		grid->lead =
			(cmark_node *)add_cell(f, str_trim(buf_str(&lead)));
		buf_release(&lead);
	}
	add_row(f, grid, 0, &lines[header]);
	for (size_t row = 1; row < grid->row_count; row++)
		add_row(f, grid, row, &lines[header + 1 + row]);
}

/* Short rows are padded and long ones cut, as GFM says. */
static void add_row(struct finder *f, struct grid *grid, size_t row,
		    const struct line *line)
{
	struct str cells[MARKDOWN_COLUMNS];
	size_t columns = grid->column_count;
	size_t count = split_row(line->text, cells, columns);

	for (size_t k = 0; k < columns && k < count; k++) {
		size_t at = row * columns + k;
		size_t offset = line->at;

		if (cells[k].len)
			offset += (size_t)(cells[k].ptr - line->text.ptr);
		grid->sources[at].str = cells[k];
		grid->sources[at].at =
			text_place(f->at, f->text, offset,
				   (unsigned)str_char_count(cells[k]));
		if (cells[k].len)
			grid->cells[at] = (cmark_node *)add_cell(f, cells[k]);
	}
}

/* Its number from 1.  An escaped pipe is a pipe, in code too. */
static size_t add_cell(struct finder *f, struct str cell)
{
	buf_text(&f->cells, MARKDOWN_CELL);
	for (size_t i = 0; i < cell.len; i++)
		if (cell.ptr[i] != '\\' || i + 1 == cell.len ||
		    cell.ptr[i + 1] != '|')
			buf_char(&f->cells, cell.ptr[i]);
	buf_text(&f->cells, "\n\n");
	return ++f->cell_count;
}

static void parse_cells(struct finder *f)
{
	struct markdown_tree *tree = f->tree;
	cmark_node **paragraphs =
		arena_array(f->env->arena, cmark_node *, f->cell_count + 1);
	cmark_node *next;

	add_definitions(f);
	tree->cell_root = cmark_parse_document(f->cells.ptr, f->cells.len,
					       CMARK_OPT_DEFAULT);
	cmark_consolidate_text_nodes(tree->cell_root);
	next = cmark_node_first_child(tree->cell_root);
	for (size_t n = 1; n <= f->cell_count && next; n++) {
		paragraphs[n] = next;
		next = cmark_node_next(next);
	}
	for (size_t g = 0; g < tree->grid_count; g++) {
		struct grid *grid = &tree->grids[g];
		size_t cells = grid->row_count * grid->column_count;

		grid->lead = paragraphs[(size_t)grid->lead];
		for (size_t i = 0; i < cells; i++)
			grid->cells[i] = paragraphs[(size_t)grid->cells[i]];
	}
}

/* A cell may use the link definitions of the document. */
static void add_definitions(struct finder *f)
{
	struct str rest = f->text;

	while (rest.ptr) {
		struct str line = str_cut(&rest, '\n');
		struct str trimmed = str_trim(line);

		if (!str_starts(trimmed, "[") ||
		    str_find_str(trimmed, STR("]:")) == trimmed.len)
			continue;
		buf_raw(&f->cells, trimmed);
		buf_char(&f->cells, '\n');
	}
}
