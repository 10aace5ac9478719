#include "read/markdown_tree.h"

#include <stddef.h>
#include <ctype.h>
#include <string.h>

#include <cmark.h>

#include "base/buf.h"
#include "read/markdown_place.h"
#include "read/markdown_strike.h"

/*
 * Characters that mean something to us but nothing to cmark, and that stand
 * behind a backslash, or a "^" or "=" behind an entity, which may be that of
 * a bracket.  No author can write what stands for them in the source.
 */
static const struct {
	char plain, coded;
} CODES[] = { { '~', '\x05' }, { '[', '\x06' }, { ':', '\x0E' },
	      { '.', '\x0F' }, { '@', '\x0B' }, { '^', '\x03' },
	      { '=', '\x04' } };
#define CODE_COUNT (sizeof(CODES) / sizeof(*CODES))

enum {
	BRACKETS = 256,			    /* open at once in a paragraph */
	BLOCK_HEAD = _Alignof(max_align_t), /* holds the size of a block */
};

/* cmark asks for memory without saying for whom: this thread's parse(). */
static _Thread_local struct arena *nodes_arena;

/* A line of the source without the markers of lists and quotes before it. */
struct line {
	struct str text;
	size_t number; /* in the source, from 0 */
	size_t column; /* bytes before the text */
};

struct finder {
	const struct markdown_env *env;
	struct locator locator;
	struct markdown_tree *tree;
	struct str source; /* as cmark has read it */
	struct buf cells;  /* the source of the second tree */
	size_t block_count;
	size_t cell_total; /* of all tables */
	bool ok;
};

/* Lines, from 0, that hold code or raw HTML. */
struct verbatim {
	size_t first, last;
};

static bool check_limits(const struct markdown_env *env, struct str text,
			 struct place at);
static bool check_nesting(const struct markdown_env *env,
			  struct locator *locator);
static size_t marker_count(struct str line);
static bool is_thematic_break(struct str line);
static bool check_brackets(const struct markdown_env *env,
			   struct locator *locator);
static cmark_node *parse(const struct markdown_env *env, struct str text,
			 struct notes *notes, bool *ok);
static void *nodes_calloc(size_t count, size_t size);
static void *nodes_realloc(void *old, size_t size);
static void nodes_free(void *block);

static cmark_mem nodes_memory = { nodes_calloc, nodes_realloc, nodes_free };

static void settle_all(cmark_node *root, bool escapes, bool strikes);
static bool mark_escapes(struct str text, struct buf *marked);
static void settle_text(cmark_node *root);
static void part_text(cmark_node *text);
static bool has_references(struct str text);
static size_t autolink_len(struct str text);
static size_t coded_at(struct str text);
static cmark_node *end_piece(cmark_node *text, struct buf *piece);
static void settle(cmark_node *node, const char *(*get)(cmark_node *),
		   int (*set)(cmark_node *, const char *));
static char coded(char c);
static char decoded(char c);
static bool is_control(char c);
static bool check_definitions(const struct markdown_env *env, struct str text,
			      struct place at, cmark_node *root);
static size_t definition_len(struct str line, size_t *indent);
static size_t list_verbatim(cmark_node *root, struct verbatim **list,
			    struct arena *arena);
static void find_tables(struct finder *f);
static void find_below(struct finder *f, cmark_node *root);
static void try_block(struct finder *f, cmark_node *block);
static size_t block_lines(struct finder *f, cmark_node *block,
			  struct line **lines);
static size_t heading_lines(const struct line *lines, size_t count);
static bool is_underline(struct str line);
static struct line strip_markers(struct str text, size_t number, size_t column,
				 int quotes);
static size_t header_line(struct finder *f, const struct line *lines,
			  size_t count);
static struct place line_place(struct finder *f, const struct line *line);
static bool is_delimiters(struct str line, enum align *aligns, size_t *count);
static size_t split_row(struct str line, struct str *cells, size_t most);
static void add_grid(struct finder *f, cmark_node *block,
		     const struct line *lines, size_t count, size_t header);
static size_t add_lead(struct finder *f, const struct line *lines,
		       size_t count);
static void add_row(struct finder *f, struct grid *grid, size_t row,
		    const struct line *line);
static void warn_of_excess(struct finder *f, const struct line *line,
			   const struct str *cells, size_t count,
			   size_t columns);
static size_t add_cell(struct finder *f, struct str cell);
static void parse_cells(struct finder *f);
static bool begins_cell(cmark_node *block);

bool markdown_tree_make(const struct markdown_env *env, struct str text,
			struct place at, struct markdown_tree *tree)
{
	struct finder f = { .env = env,
			    .locator = locator_in(text, at, env->written),
			    .tree = tree,
			    .ok = true };
	struct buf marked = { 0 };

	*tree = (struct markdown_tree){ 0 };
	if (!check_limits(env, text, at))
		return false;
	markdown_notes_mark(env, text, at, &tree->notes, &marked);
	f.source = marked.len ? buf_str(&marked) : text;
	tree->root = parse(env, f.source, &tree->notes, &f.ok);
	f.ok &= check_definitions(env, f.source, at, tree->root);
	if (str_find(text, '|') < text.len)
		find_tables(&f);
	buf_release(&f.cells);
	buf_release(&marked);
	return f.ok;
}

bool markdown_tree_make_line(const struct markdown_env *env, struct str text,
			     struct place at, struct markdown_tree *tree)
{
	struct buf line = { 0 };

	*tree = (struct markdown_tree){ 0 };
	if (!check_limits(env, text, at))
		return false;
	buf_text(&line, MARKDOWN_CELL);
	buf_raw(&line, text);
	tree->root = parse(env, buf_str(&line), NULL, NULL);
	buf_release(&line);
	return true;
}

/* A block holds the number of its grid, from 1. */
const struct grid *markdown_tree_grid(const struct markdown_tree *tree,
				      cmark_node *block)
{
	size_t number = (size_t)cmark_node_get_user_data(block);

	return number ? &tree->grids[number - 1] : NULL;
}

void markdown_tree_put_cell(struct buf *to, struct str source)
{
	for (size_t i = 0; i < source.len; i++)
		if (source.ptr[i] != '\\' || i + 1 == source.len ||
		    source.ptr[i + 1] != '|')
			buf_char(to, source.ptr[i]);
}

static bool check_limits(const struct markdown_env *env, struct str text,
			 struct place at)
{
	struct locator lines = locator_in(text, at, env->written);
	struct locator brackets = lines;

	if (text.len > MARKDOWN_BYTES)
		return diag_error(env->diags, at,
				  "the text has %zu bytes; at most %d are read",
				  text.len, MARKDOWN_BYTES);
	return check_nesting(env, &lines) && check_brackets(env, &brackets);
}

static bool check_nesting(const struct markdown_env *env,
			  struct locator *locator)
{
	struct str rest = locator->text;

	for (size_t n = 0; rest.ptr; n++) {
		struct str line = str_cut(&rest, '\n');

		if (marker_count(line) <= MARKDOWN_NESTING ||
		    is_thematic_break(line))
			continue;
		return diag_error(env->diags,
				  locator_find(locator, n, 0, STR("")),
				  "more than %d lists and quotes begin on one "
				  "line",
				  MARKDOWN_NESTING);
	}
	return true;
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

/* "* * *" and the like, of any length. */
static bool is_thematic_break(struct str line)
{
	line = str_trim(line);
	for (size_t i = 0; i < line.len; i++)
		if (line.ptr[i] != ' ' && line.ptr[i] != '\t' &&
		    (line.ptr[i] != *line.ptr || !strchr("*-", *line.ptr)))
			return false;
	return true;
}

/*
 * For each link cmark goes through all the brackets still open before it, so
 * that a run of "![[]()" takes it quadratic time.
 */
static bool check_brackets(const struct markdown_env *env,
			   struct locator *locator)
{
	struct str rest = locator->text;
	size_t count = 0;

	while (rest.ptr && count <= BRACKETS) {
		str_cut(&rest, '[');
		count++;
	}
	if (!rest.ptr)
		return true;
	rest = locator->text;
	for (size_t n = 0, open = 0; rest.ptr; n++) {
		struct str line = str_cut(&rest, '\n');

		if (!str_trim(line).len)
			open = 0;
		for (size_t i = 0; i < line.len; i++) {
			char c = line.ptr[i];

			open += c == '[';
			open -= c == ']' && open;
			i += c == '\\';
			if (open <= BRACKETS)
				continue;
			return diag_error(env->diags,
					  locator_find(locator, n, i, STR("")),
					  "more than %d brackets are open here",
					  BRACKETS);
		}
	}
	return true;
}

static cmark_node *parse(const struct markdown_env *env, struct str text,
			 struct notes *notes, bool *ok)
{
	struct buf marked = { 0 };
	bool escapes = mark_escapes(text, &marked);
	cmark_parser *parser;
	cmark_node *root;

	nodes_arena = env->arena;
	parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, &nodes_memory);

	if (escapes)
		text = buf_str(&marked);
	cmark_parser_feed(parser, text.len ? text.ptr : "", text.len);
	root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	if (notes && notes->count)
		*ok &= markdown_notes_take(env, root, notes);
	settle_all(root, escapes || has_references(text),
		   str_find(text, '~') < text.len);
	for (size_t i = 0; notes && i < notes->count; i++)
		if (notes->notes[i].item)
			settle_all(notes->notes[i].item, true, true);
	buf_release(&marked);
	return root;
}

static void settle_all(cmark_node *root, bool escapes, bool strikes)
{
	if (escapes)
		settle_text(root);
	if (strikes)
		markdown_strike(root, &nodes_memory);
}

static void *nodes_calloc(size_t count, size_t size)
{
	size_t *block;

	if (__builtin_mul_overflow(count, size, &size))
		size = SIZE_MAX / 4;
	block = arena_alloc(nodes_arena, 1, BLOCK_HEAD + size);
	*block = size;
	return (char *)block + BLOCK_HEAD;
}

static void *nodes_realloc(void *old, size_t size)
{
	size_t had = old ? *(size_t *)(void *)((char *)old - BLOCK_HEAD) : 0;
	void *block;

	if (old && size <= had)
		return old;
	block = nodes_calloc(1, size);
	return old ? memcpy(block, old, had) : block;
}

/* With the arena. */
static void nodes_free(void *block)
{
	(void)block;
}

/*
 * What is escaped means nothing of ours, but in the tree it is a character
 * like any other.  So it becomes one that no author can write, until the tree
 * is there; false if there is none.  In <https://a.org/\[> a backslash is one.
 */
static bool mark_escapes(struct str text, struct buf *marked)
{
	if (str_find(text, '\\') == text.len && !has_references(text))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i],
		     next = i + 1 < text.len ? text.ptr[i + 1] : ' ';
		size_t link = autolink_len(str_from_byte(text, i));

		if (link) {
			buf_raw(marked, str_slice(text, i, link));
			i += link - 1;
			continue;
		}
		buf_char(marked, c);
		if ((c == '\\' && next && strchr("~[:.@", next)) ||
		    (c == ';' && next && strchr("^=", next)))
			buf_char(marked, coded(text.ptr[++i]));
		else if (c == '\\' && (next == '\\' || next == '<'))
			buf_char(marked, text.ptr[++i]);
	}
	return true;
}

/* Such as "&#91;", by which the "[" of a "[^" may be written. */
static bool has_references(struct str text)
{
	return str_find(text, '&') < text.len;
}

/* The length of "<scheme:…>" that the text begins with, or 0. */
static size_t autolink_len(struct str text)
{
	size_t len = 1;

	if (!str_starts(text, "<"))
		return 0;
	while (len < text.len && len < 34 &&
	       (isalnum((unsigned char)text.ptr[len]) ||
		(len > 1 && strchr("+.-", text.ptr[len]))))
		len++;
	if (len < 3 || len == text.len || text.ptr[len] != ':' ||
	    !isalpha((unsigned char)text.ptr[1]))
		return 0;
	while (len < text.len && (unsigned char)text.ptr[len] > ' ' &&
	       text.ptr[len] != '<' && text.ptr[len] != '>')
		len++;
	return len < text.len && text.ptr[len] == '>' ? len + 1 : 0;
}

static char coded(char c)
{
	for (size_t k = 0; k < CODE_COUNT; k++)
		if (CODES[k].plain == c)
			return CODES[k].coded;
	return c;
}

/* The character that `c` stands for, or 0. */
static char decoded(char c)
{
	for (size_t k = 0; k < CODE_COUNT; k++)
		if (CODES[k].coded == c)
			return CODES[k].plain;
	return 0;
}

/* Takes the marks out again, and the characters that "&#1;" stands for. */
static void settle_text(cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event != CMARK_EVENT_ENTER)
			continue;
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_TEXT:
			part_text(node);
			break;
		case CMARK_NODE_LINK:
		case CMARK_NODE_IMAGE:
			settle(node, cmark_node_get_title,
			       cmark_node_set_title);
			settle(node, cmark_node_get_url, cmark_node_set_url);
			break;
		case CMARK_NODE_CODE_BLOCK:
			settle(node, cmark_node_get_fence_info,
			       cmark_node_set_fence_info);
			settle(node, cmark_node_get_literal,
			       cmark_node_set_literal);
			break;
		case CMARK_NODE_CODE:
		case CMARK_NODE_HTML_BLOCK:
		case CMARK_NODE_HTML_INLINE:
			settle(node, cmark_node_get_literal,
			       cmark_node_set_literal);
			break;
		default:
			break;
		}
	}
	cmark_iter_free(iter);
}

/* An empty node stands behind what was escaped, or before it an entity. */
static void part_text(cmark_node *text)
{
	struct buf literal = { 0 }, piece = { 0 };
	struct str rest;
	size_t cut;

	buf_text(&literal, cmark_node_get_literal(text));
	rest = buf_str(&literal);
	cut = coded_at(rest);
	if (cut == rest.len) {
		settle(text, cmark_node_get_literal, cmark_node_set_literal);
		buf_release(&literal);
		return;
	}
	while (cut < rest.len) {
		bool escaped = cut && rest.ptr[cut - 1] == '\\';

		buf_raw(&piece, str_slice(rest, 0, cut - escaped));
		if (escaped)
			buf_char(&piece, decoded(rest.ptr[cut]));
		text = end_piece(text, &piece);
		if (!escaped)
			buf_char(&piece, decoded(rest.ptr[cut]));
		rest = str_from_byte(rest, cut + 1);
		cut = coded_at(rest);
	}
	buf_raw(&piece, rest);
	cmark_node_set_literal(text, piece.len ? piece.ptr : "");
	settle(text, cmark_node_get_literal, cmark_node_set_literal);
	buf_release(&piece);
	buf_release(&literal);
}

static size_t coded_at(struct str text)
{
	size_t at = 0;

	while (at < text.len && !decoded(text.ptr[at]))
		at++;
	return at;
}

/* Puts the piece into `text`, and behind it a gap and the next text's node. */
static cmark_node *end_piece(cmark_node *text, struct buf *piece)
{
	cmark_node *gap = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_INLINE,
						  &nodes_memory);
	cmark_node *next =
		cmark_node_new_with_mem(CMARK_NODE_TEXT, &nodes_memory);

	cmark_node_set_literal(text, piece->len ? piece->ptr : "");
	settle(text, cmark_node_get_literal, cmark_node_set_literal);
	cmark_node_insert_after(text, gap);
	cmark_node_insert_after(gap, next);
	buf_reset(piece);
	return next;
}

/*
 * The first character may be that of MARKDOWN_CELL.  A backslash stays in
 * what is verbatim; elsewhere it was an escape.
 */
static void settle(cmark_node *node, const char *(*get)(cmark_node *),
		   int (*set)(cmark_node *, const char *))
{
	struct str text = str_from(get(node));
	size_t from = str_starts(text, MARKDOWN_CELL);
	bool verbatim = get == cmark_node_get_literal &&
			cmark_node_get_type(node) != CMARK_NODE_TEXT;
	struct buf clean = { 0 };

	while (from < text.len && !is_control(text.ptr[from]))
		from++;
	if (from == text.len)
		return;
	buf_raw(&clean, str_slice(text, 0, from));
	for (size_t i = from; i < text.len; i++) {
		char c = decoded(text.ptr[i]);

		if (c && !verbatim && str_ends(buf_str(&clean), "\\"))
			clean.len--;
		if (c)
			buf_char(&clean, c);
		else if (is_control(text.ptr[i]))
			buf_utf8(&clean, 0xFFFD);
		else
			buf_char(&clean, text.ptr[i]);
	}
	set(node, clean.ptr);
	buf_release(&clean);
}

static bool is_control(char c)
{
	return ((unsigned char)c < ' ' && !strchr("\t\r\n", c)) || c == 0x7F;
}

/*
 * "[^id]: …" is how others write footnotes.  To cmark it is a link's
 * definition or plain text, so it is looked for in the lines.
 */
static bool check_definitions(const struct markdown_env *env, struct str text,
			      struct place at, cmark_node *root)
{
	struct locator locator = locator_in(text, at, env->written);
	struct verbatim *verbatim = NULL;
	size_t count = 0, next = 0, found = 0;
	struct str rest = text;

	if (str_find(text, '^') == text.len)
		return true;
	for (size_t n = 0; rest.ptr; n++) {
		size_t indent;
		struct str line = str_cut(&rest, '\n');
		size_t len = definition_len(line, &indent);

		if (!len)
			continue;
		if (!verbatim)
			count = list_verbatim(root, &verbatim, env->arena);
		while (next < count && verbatim[next].last < n)
			next++;
		if (next < count && verbatim[next].first <= n)
			continue;
		diag_error(env->diags,
			   locator_find(&locator, n, indent,
					str_slice(line, indent, len)),
			   "a source cannot be defined in a text");
		diag_hint(env->diags, "list it in sources.yaml under its id");
		found++;
	}
	return found == 0;
}

/* The bytes of "[^id]:" that begin a line behind `indent` others, or 0. */
static size_t definition_len(struct str line, size_t *indent)
{
	size_t close;

	*indent = 0;
	while (*indent < line.len && strchr(" \t>", line.ptr[*indent]))
		++*indent;
	line = str_from_byte(line, *indent);
	if (!str_starts(line, "[^"))
		return 0;
	close = str_find(line, ']');
	if (close == 2 || close + 1 >= line.len || line.ptr[close + 1] != ':' ||
	    str_find(line, ' ') < close)
		return 0;
	return close + 2;
}

static size_t list_verbatim(cmark_node *root, struct verbatim **list,
			    struct arena *arena)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	size_t count = 0;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (type == CMARK_NODE_CODE_BLOCK ||
		    type == CMARK_NODE_HTML_BLOCK)
			*arena_push(arena, *list, count) = (struct verbatim){
				(size_t)cmark_node_get_start_line(node) - 1,
				(size_t)cmark_node_get_end_line(node) - 1,
			};
	}
	cmark_iter_free(iter);
	if (!count)
		*list = arena_new(arena, struct verbatim);
	return count;
}

static void find_tables(struct finder *f)
{
	const struct notes *notes = &f->tree->notes;

	find_below(f, f->tree->root);
	for (size_t i = 0; i < notes->count; i++)
		if (notes->notes[i].item)
			find_below(f, notes->notes[i].item);
	if (f->tree->grid_count)
		parse_cells(f);
}

static void find_below(struct finder *f, cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (event == CMARK_EVENT_ENTER &&
		    (type == CMARK_NODE_PARAGRAPH ||
		     type == CMARK_NODE_HEADING))
			try_block(f, node);
	}
	cmark_iter_free(iter);
}

static void try_block(struct finder *f, cmark_node *block)
{
	struct line *lines;
	size_t count = block_lines(f, block, &lines);
	size_t header = header_line(f, lines, count);

	if (header < count)
		add_grid(f, block, lines, count, header);
}

/* None when no line has a pipe: most blocks go no further. */
static size_t block_lines(struct finder *f, cmark_node *block,
			  struct line **lines)
{
	size_t first = (size_t)cmark_node_get_start_line(block) - 1;
	size_t last = (size_t)cmark_node_get_end_line(block) - 1;
	size_t indent = (size_t)cmark_node_get_start_column(block) - 1;
	size_t count = 0;
	struct str rest, ahead;
	bool pipe = false;
	int quotes = 0;

	*lines = NULL;
	if (last <= first)
		return 0;
	/* A footnote's table may begin behind its name. */
	if (markdown_notes_at(&f->tree->notes, first) &&
	    indent < markdown_notes_at(&f->tree->notes, first)->end)
		indent = markdown_notes_at(&f->tree->notes, first)->end;
	rest = str_from_byte(f->locator.text, locator_line(&f->locator, first));
	ahead = rest;
	for (size_t n = first; n <= last && ahead.ptr && !pipe; n++) {
		struct str line = str_cut(&ahead, '\n');

		pipe = str_find(line, '|') < line.len;
	}
	if (!pipe)
		return 0;
	for (cmark_node *up = cmark_node_parent(block); up;
	     up = cmark_node_parent(up))
		quotes += cmark_node_get_type(up) == CMARK_NODE_BLOCK_QUOTE;
	for (size_t n = first; n <= last && rest.ptr; n++) {
		struct str text = str_cut(&rest, '\n');
		size_t skip = n == first ? indent : 0;

		*arena_push(f->env->arena, *lines, count) =
			strip_markers(str_from_byte(text, skip), n, skip,
				      n == first ? 0 : quotes);
	}
	if (cmark_node_get_type(block) == CMARK_NODE_HEADING)
		count = heading_lines(*lines, count);
	return count;
}

/*
 * The lines up to the underline, which is the last or, as cmark has it unless
 * the text ends there, the last but one.
 */
static size_t heading_lines(const struct line *lines, size_t count)
{
	if (is_underline(lines[count - 1].text) &&
	    !is_underline(lines[count - 2].text))
		return count;
	return count - 1;
}

static bool is_underline(struct str line)
{
	for (size_t i = 0; i < line.len; i++)
		if (line.ptr[i] != *line.ptr || !strchr("-=", line.ptr[i]))
			return false;
	return line.len > 0;
}

static struct line strip_markers(struct str text, size_t number, size_t column,
				 int quotes)
{
	const char *start = text.ptr;

	text = str_trim(text);
	for (; quotes && str_starts(text, ">"); quotes--)
		text = str_trim(str_from_byte(text, 1));
	if (text.len)
		column += (size_t)(text.ptr - start);
	return (struct line){ text, number, column };
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
					   line_place(f, &lines[i]),
					   "the table has more than %d columns",
					   MARKDOWN_COLUMNS);
			return count;
		}
		if (split_row(lines[i].text, NULL, 0) == columns)
			return i;
	}
	return count;
}

static struct place line_place(struct finder *f, const struct line *line)
{
	return locator_find(&f->locator, line->number, line->column,
			    line->text);
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

static void add_grid(struct finder *f, cmark_node *block,
		     const struct line *lines, size_t count, size_t header)
{
	struct arena *arena = f->env->arena;
	enum align aligns[MARKDOWN_COLUMNS];
	size_t columns = MARKDOWN_COLUMNS, cells;
	struct grid *grid;
	/* Hyphens made cmark take the rows before them for a heading. */
	bool rule = header + 2 < count && is_underline(lines[count - 1].text) &&
		    str_starts(lines[count - 1].text, "-");

	is_delimiters(lines[header + 1].text, aligns, &columns);
	count -= rule;
	cells = (count - header - 1) * columns;
	f->cell_total += cells;
	if (f->cell_total > MARKDOWN_CELLS) {
		/* Of many tables that are too much, the first tells enough. */
		if (f->cell_total - cells <= MARKDOWN_CELLS)
			f->ok = diag_error(f->env->diags,
					   line_place(f, &lines[header]),
					   "with this table the text has more "
					   "than %d table cells",
					   MARKDOWN_CELLS);
		return;
	}
	grid = arena_push(arena, f->tree->grids, f->tree->grid_count);
	cmark_node_set_user_data(block, (void *)f->tree->grid_count);
	grid->aligns = arena_array(arena, enum align, columns);
	memcpy(grid->aligns, aligns, columns * sizeof(*aligns));
	grid->column_count = columns;
	grid->row_count = count - header - 1;
	grid->rule = rule;
	/* Until the cells are parsed, a cell is its number in the tree. */
	grid->cells = arena_array(arena, cmark_node *, cells);
	grid->sources = arena_array(arena, struct text, cells);
	if (header)
		grid->lead = (cmark_node *)add_lead(f, lines, header);
	add_row(f, grid, 0, &lines[header]);
	for (size_t row = 1; row < grid->row_count; row++)
		add_row(f, grid, row, &lines[header + 1 + row]);
}

/*
 * What stands before a table is a block between two cells that are not shown,
 * or none where it defines links only.  Indented lines can begin nothing new.
 */
static size_t add_lead(struct finder *f, const struct line *lines, size_t count)
{
	size_t number = add_cell(f, STR("-"));

	for (size_t i = 0; i < count; i++) {
		buf_text(&f->cells, i ? "    " : "");
		buf_raw(&f->cells, lines[i].text);
		buf_char(&f->cells, '\n');
	}
	buf_char(&f->cells, '\n');
	add_cell(f, STR("-"));
	return number;
}

/* Short rows are padded and long ones cut, as GFM says. */
static void add_row(struct finder *f, struct grid *grid, size_t row,
		    const struct line *line)
{
	struct str cells[MARKDOWN_COLUMNS];
	size_t columns = grid->column_count;
	size_t count = split_row(line->text, cells, MARKDOWN_COLUMNS);

	warn_of_excess(f, line, cells, count, columns);

	for (size_t k = 0; k < columns && k < count; k++) {
		size_t at = row * columns + k;
		size_t column = line->column;

		if (cells[k].len)
			column += (size_t)(cells[k].ptr - line->text.ptr);
		grid->sources[at].str = cells[k];
		grid->sources[at].at = locator_find(&f->locator, line->number,
						    column, cells[k]);
		if (cells[k].len)
			grid->cells[at] = (cmark_node *)add_cell(f, cells[k]);
	}
}

/* Nothing that was written is left out in silence. */
static void warn_of_excess(struct finder *f, const struct line *line,
			   const struct str *cells, size_t count,
			   size_t columns)
{
	size_t first = columns;

	while (first < count && first < MARKDOWN_COLUMNS && !cells[first].len)
		first++;
	if (first >= count)
		return;
	if (first == MARKDOWN_COLUMNS)
		first--;
	diag_warning(f->env->diags,
		     locator_find(&f->locator, line->number,
				  line->column + (size_t)(cells[first].ptr -
							  line->text.ptr),
				  cells[first]),
		     "the row has more cells than the header: this is left "
		     "out");
	diag_hint(f->env->diags,
		  "write a \"|\" that parts no cells as \"\\|\"");
}

/* Its number from 1. */
static size_t add_cell(struct finder *f, struct str cell)
{
	buf_text(&f->cells, MARKDOWN_CELL);
	markdown_tree_put_cell(&f->cells, cell);
	buf_text(&f->cells, "\n\n");
	return ++f->block_count;
}

/*
 * The document follows its cells, so that they may use the links it defines;
 * behind it they could be swallowed by a fence that is left open.
 */
static void parse_cells(struct finder *f)
{
	struct markdown_tree *tree = f->tree;
	struct str text = f->source;
	cmark_node **cells =
		arena_array(f->env->arena, cmark_node *, f->block_count + 1);
	cmark_node *block;

	if (str_find_str(text, STR("]:")) < text.len)
		buf_raw(&f->cells, text);
	tree->cell_root = parse(f->env, buf_str(&f->cells), NULL, NULL);
	block = cmark_node_first_child(tree->cell_root);
	for (size_t n = 0; block && n < f->block_count;
	     block = cmark_node_next(block))
		if (begins_cell(block))
			cells[++n] = block;
	for (size_t g = 0; g < tree->grid_count; g++) {
		struct grid *grid = &tree->grids[g];
		size_t count = grid->row_count * grid->column_count;

		if (grid->lead) {
			block = cmark_node_next(cells[(size_t)grid->lead]);
			grid->lead = begins_cell(block) ? NULL : block;
		}
		for (size_t i = 0; i < count; i++)
			grid->cells[i] = cells[(size_t)grid->cells[i]];
	}
}

static bool begins_cell(cmark_node *block)
{
	cmark_node *first = cmark_node_first_child(block);

	return first && cmark_node_get_type(first) == CMARK_NODE_TEXT &&
	       str_starts(str_from(cmark_node_get_literal(first)), "\x02");
}
