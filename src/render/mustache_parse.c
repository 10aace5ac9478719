#include "render/mustache_parse.h"

#include <string.h>

enum { DEPTH_LIMIT = 64 };

/* A piece of the source: at most a line of text, or a tag. */
struct token {
	char sigil;	   /* 'T': text; 'N': name; '{' '&' '#' '^' '/' … */
	struct str text;   /* the text, or what stands inside the tag */
	struct str indent; /* of a tag that stands alone on its line */
	bool starts_line;
	bool gone; /* text of a line that holds only tags */
	struct place at;
};

struct parser {
	struct diags *diags;
	struct arena *arena;
	const char *file;
	struct str source;
	struct str open, close; /* the delimiters in force */
	size_t at;
	unsigned line;
	size_t line_start;
	struct token *tokens;
	size_t count;
	struct template *template;
	size_t stack[DEPTH_LIMIT]; /* nodes that are open */
	bool alone[DEPTH_LIMIT];   /* their opening tags ended a line */
	size_t depth;
	bool ok;
};

static void scan(struct parser *p);
static void scan_text(struct parser *p, size_t end);
static bool scan_tag(struct parser *p);
static bool set_delimiters(struct parser *p, struct str inside,
			   struct place at);
static struct place place_at(const struct parser *p, size_t offset, size_t len);
static void advance(struct parser *p, size_t to);
static void mark_lines(struct parser *p);
static void mark_line(struct parser *p, size_t from, size_t to);
static bool is_blank(struct str text);
static bool may_stand_alone(char sigil);
static void build(struct parser *p);
static struct node *node_add(struct parser *p, enum node_kind kind,
			     const struct token *token);
static void add_text(struct parser *p, const struct token *token);
static void add_tag(struct parser *p, const struct token *token,
		    bool ends_line);
static enum node_kind node_kind_of(char sigil);
static bool read_name(struct parser *p, struct node *node, struct str name);
static void open_node(struct parser *p, const struct token *token,
		      bool ends_line);
static void close_node(struct parser *p, const struct token *token);
static void finish_block(struct parser *p, size_t block, bool alone);
static struct str intrinsic_indent(const struct parser *p, size_t block);
static void strip_indent(struct parser *p, size_t block, size_t width);
static struct str strip_text(const struct parser *p, struct str text,
			     bool starts_line, size_t width);
static size_t blank_width(struct str text);
static struct str same_line(struct parser *p, const struct token *token);

bool template_parse(struct diags *diags, const char *file, struct str source,
		    struct template *template, struct arena *arena)
{
	struct parser p = {
		.diags = diags,
		.arena = arena,
		.file = file,
		.source = source,
		.open = STR("{{"),
		.close = STR("}}"),
		.line = 1,
		.template = template,
		.ok = true,
	};

	scan(&p);
	mark_lines(&p);
	build(&p);
	return p.ok;
}

static void scan(struct parser *p)
{
	while (p->at < p->source.len) {
		struct str rest = str_from_byte(p->source, p->at);
		size_t tag = str_find_str(rest, p->open);

		scan_text(p, p->at + tag);
		if (tag == rest.len || !scan_tag(p))
			return;
	}
}

/* Text becomes one token a line, so that lines can be judged alone. */
static void scan_text(struct parser *p, size_t end)
{
	while (p->at < end) {
		struct str rest = str_slice(p->source, p->at, end - p->at);
		size_t len = str_find(rest, '\n');
		struct token *t = arena_push(p->arena, p->tokens, p->count);

		len += len < rest.len;
		t->sigil = 'T';
		t->text = str_slice(rest, 0, len);
		t->starts_line = p->at == p->line_start;
		t->at = place_at(p, p->at, len);
		advance(p, p->at + len);
	}
}

/* False when the tag does not end: the rest cannot be read. */
static bool scan_tag(struct parser *p)
{
	size_t start = p->at, inside = start + p->open.len, end;
	struct str close = p->close;
	struct str rest = str_from_byte(p->source, inside);
	bool triple = str_starts(rest, "{");
	bool delimiters = str_starts(rest, "=");
	struct token *t;

	if (triple)
		close = arena_printf(p->arena, "}%.*s", STR_ARG(p->close));
	else if (delimiters)
		close = arena_printf(p->arena, "=%.*s", STR_ARG(p->close));
	end = str_find_str(str_from_byte(rest, delimiters || triple), close) +
	      (delimiters || triple);
	if (end >= rest.len) {
		p->ok = diag_error(p->diags, place_at(p, start, p->open.len),
				   "the tag is not closed: \"%.*s\" is missing",
				   STR_ARG(close));
		return false;
	}
	rest = str_slice(rest, 0, end);
	t = arena_push(p->arena, p->tokens, p->count);
	t->at = place_at(p, start, p->open.len + end + close.len);
	t->starts_line = start == p->line_start;
	advance(p, inside + end + close.len);
	if (delimiters) {
		t->sigil = '!';
		return set_delimiters(p, str_from_byte(rest, 1), t->at);
	}
	t->sigil = rest.len && strchr("#^/>&<$!{", rest.ptr[0]) ? rest.ptr[0]
								: 'N';
	t->text = str_trim(str_from_byte(rest, t->sigil != 'N'));
	if (t->text.len == 0 && t->sigil != '!')
		p->ok = diag_error(p->diags, t->at, "the tag has no name");
	return true;
}

static bool set_delimiters(struct parser *p, struct str inside, struct place at)
{
	struct str rest = str_trim(inside);
	size_t space = 0;

	while (space < rest.len && !strchr(" \t\r\n", rest.ptr[space]))
		space++;
	p->open = arena_str(p->arena, str_slice(rest, 0, space));
	p->close = arena_str(p->arena, str_trim(str_from_byte(rest, space)));
	if (p->open.len && p->close.len && !strpbrk(p->close.ptr, " \t\r\n="))
		return true;
	p->ok = diag_error(p->diags, at,
			   "expected two delimiters, as in {{=<%% %%>=}}");
	return false;
}

static struct place place_at(const struct parser *p, size_t offset, size_t len)
{
	struct str before =
		str_slice(p->source, p->line_start, offset - p->line_start);
	struct str line = str_slice(p->source, offset, len);

	line.len = str_find(line, '\n');
	return (struct place){
		.file = p->file,
		.line = p->line,
		.column = (unsigned)str_char_count(before) + 1,
		.width = (unsigned)str_char_count(line),
	};
}

static void advance(struct parser *p, size_t to)
{
	for (; p->at < to; p->at++)
		if (p->source.ptr[p->at] == '\n') {
			p->line++;
			p->line_start = p->at + 1;
		}
}

static void mark_lines(struct parser *p)
{
	size_t from = 0;

	for (size_t i = 0; i < p->count; i++)
		if (i + 1 == p->count || (p->tokens[i].sigil == 'T' &&
					  str_ends(p->tokens[i].text, "\n"))) {
			mark_line(p, from, i + 1);
			from = i + 1;
		}
}

/*
 * A line stands alone when it holds one tag that shows nothing by itself; or
 * several of inheritance, one of them a parent's, as "{{<a}}{{$b}}" does.
 */
static void mark_line(struct parser *p, size_t from, size_t to)
{
	size_t tags = 0;
	bool inherits = true, parent = false;
	struct token *first = NULL;
	struct str indent = { "", 0 };

	for (size_t i = from; i < to; i++) {
		struct token *t = &p->tokens[i];

		if (t->sigil == 'T') {
			if (!is_blank(t->text))
				return;
			if (!first)
				indent = t->text;
			continue;
		}
		if (!may_stand_alone(t->sigil))
			return;
		inherits &= strchr("<$/", t->sigil) != NULL;
		parent |= t->sigil == '<' || (t->sigil == '/' && tags > 0);
		first = first ? first : t;
		tags++;
	}
	if (!tags || (tags > 1 && !(inherits && parent)))
		return;
	/* "{{$b}}{{/b}}" is a place to fill, not a line to drop. */
	if (tags == 2 && first->sigil == '$')
		return;
	first->indent = indent;
	for (size_t i = from; i < to; i++)
		p->tokens[i].gone = p->tokens[i].sigil == 'T';
}

static bool is_blank(struct str text)
{
	return str_trim(text).len == 0;
}

static bool may_stand_alone(char sigil)
{
	return strchr("#^/><$!", sigil) != NULL;
}

static void build(struct parser *p)
{
	for (size_t i = 0; i < p->count; i++) {
		const struct token *t = &p->tokens[i];
		bool ends_line = i + 1 < p->count && p->tokens[i + 1].gone &&
				 str_ends(p->tokens[i + 1].text, "\n");

		if (t->sigil == 'T')
			add_text(p, t);
		else
			add_tag(p, t, ends_line);
	}
	while (p->depth) {
		const struct node *open =
			&p->template->nodes[p->stack[--p->depth]];

		p->ok = diag_error(p->diags, open->at, "\"%.*s\" is not closed",
				   STR_ARG(open->text));
		diag_hint(p->diags, "close it with {{/%.*s}}",
			  STR_ARG(open->text));
		p->template->nodes[p->stack[p->depth]].end = p->template->count;
	}
}

static struct node *node_add(struct parser *p, enum node_kind kind,
			     const struct token *token)
{
	struct template *t = p->template;
	struct node *node = arena_push(p->arena, t->nodes, t->count);

	node->kind = kind;
	node->text = token->text;
	node->starts_line = token->starts_line;
	node->indent = token->indent;
	node->at = token->at;
	node->end = t->count;
	return node;
}

/* Lines that follow each other in the source become one text again. */
static void add_text(struct parser *p, const struct token *token)
{
	struct template *t = p->template;
	struct node *last = t->count ? &t->nodes[t->count - 1] : NULL;
	bool opened = p->depth && p->stack[p->depth - 1] + 1 == t->count;

	if (token->gone || !token->text.len)
		return;
	if (last && last->kind == NODE_TEXT && !opened &&
	    last->text.ptr + last->text.len == token->text.ptr)
		last->text.len += token->text.len;
	else
		node_add(p, NODE_TEXT, token);
}

static void add_tag(struct parser *p, const struct token *token, bool ends_line)
{
	switch (token->sigil) {
	case '!':
		break;
	case '/':
		close_node(p, token);
		break;
	case '#':
	case '^':
	case '<':
	case '$':
		open_node(p, token, ends_line);
		break;
	default:
		read_name(p, node_add(p, node_kind_of(token->sigil), token),
			  token->text);
		break;
	}
}

static enum node_kind node_kind_of(char sigil)
{
	switch (sigil) {
	case '{':
	case '&':
		return NODE_RAW;
	case '#':
		return NODE_SECTION;
	case '^':
		return NODE_INVERTED;
	case '>':
		return NODE_PARTIAL;
	case '<':
		return NODE_PARENT;
	case '$':
		return NODE_BLOCK;
	default:
		return NODE_NAME;
	}
}

/* Splits a dotted name; a partial's star says that it is looked up. */
static bool read_name(struct parser *p, struct node *node, struct str name)
{
	struct str rest;

	if ((node->kind == NODE_PARTIAL || node->kind == NODE_PARENT) &&
	    str_starts(name, "*")) {
		node->dynamic = true;
		name = str_trim(str_from_byte(name, 1));
		node->text = name;
	}
	if (str_is(name, ".") ||
	    ((node->kind == NODE_PARTIAL || node->kind == NODE_PARENT) &&
	     !node->dynamic))
		return true;
	rest = name;
	while (rest.ptr) {
		struct str part = str_trim(str_cut(&rest, '.'));

		*arena_push(p->arena, node->parts, node->part_count) = part;
	}
	return true;
}

static void open_node(struct parser *p, const struct token *token,
		      bool ends_line)
{
	struct node *node = node_add(p, node_kind_of(token->sigil), token);

	read_name(p, node, token->text);
	if (node->kind == NODE_BLOCK && !token->indent.ptr)
		node->indent = same_line(p, token);
	if (p->depth == DEPTH_LIMIT) {
		p->ok = diag_error(p->diags, token->at,
				   "more than %d tags are open here",
				   DEPTH_LIMIT);
		return;
	}
	p->alone[p->depth] = ends_line;
	p->stack[p->depth++] = p->template->count - 1;
}

static void close_node(struct parser *p, const struct token *token)
{
	struct template *t = p->template;
	struct node *open;

	if (!p->depth) {
		p->ok = diag_error(p->diags, token->at,
				   "\"%.*s\" is closed but was not opened",
				   STR_ARG(token->text));
		return;
	}
	open = &t->nodes[p->stack[p->depth - 1]];
	if (!str_equals(open->text, token->text) &&
	    !(open->dynamic && str_starts(token->text, "*"))) {
		p->ok = diag_error(p->diags, token->at,
				   "\"%.*s\" is closed, but \"%.*s\" is open",
				   STR_ARG(token->text), STR_ARG(open->text));
		diag_note(p->diags, open->at, "it was opened here");
	}
	p->depth--;
	open->end = t->count;
	if (open->kind == NODE_BLOCK)
		finish_block(p, p->stack[p->depth], p->alone[p->depth]);
}

/*
 * What overrides a block is indented as the block's own content is, or else
 * as its tag.  A block that overrides (its parent's content) loses its own
 * indentation, and so does what is nested in it.
 */
static void finish_block(struct parser *p, size_t block, bool alone)
{
	struct node *nodes = p->template->nodes;
	struct str own =
		alone ? intrinsic_indent(p, block) : (struct str){ "", 0 };
	bool overrides =
		p->depth && nodes[p->stack[p->depth - 1]].kind == NODE_PARENT;

	if (overrides)
		strip_indent(p, block, own.len);
	else if (alone && nodes[block].end > block + 1)
		nodes[block].indent = own;
}

static struct str intrinsic_indent(const struct parser *p, size_t block)
{
	const struct node *nodes = p->template->nodes;
	const struct node *first = &nodes[block + 1];

	if (nodes[block].end == block + 1)
		return nodes[block].indent;
	if (first->kind != NODE_TEXT || !first->starts_line)
		return (struct str){ "", 0 };
	return str_slice(first->text, 0, blank_width(first->text));
}

static void strip_indent(struct parser *p, size_t block, size_t width)
{
	struct node *nodes = p->template->nodes;

	for (size_t i = block + 1; width && i < nodes[block].end; i++) {
		struct node *node = &nodes[i];

		if (node->kind == NODE_TEXT)
			node->text = strip_text(p, node->text,
						node->starts_line, width);
		else if (node->indent.len)
			node->indent = str_from_byte(
				node->indent, width < node->indent.len
						      ? width
						      : node->indent.len);
	}
}

static struct str strip_text(const struct parser *p, struct str text,
			     bool starts_line, size_t width)
{
	char *made = arena_array(p->arena, char, text.len + 1);
	size_t len = 0;

	while (text.len) {
		size_t line = str_find(text, '\n');
		size_t skip = starts_line ? blank_width(text) : 0;

		line += line < text.len;
		skip = skip < width ? skip : width;
		skip = skip < line ? skip : line;
		memcpy(made + len, text.ptr + skip, line - skip);
		len += line - skip;
		text = str_from_byte(text, line);
		starts_line = true;
	}
	return (struct str){ made, len };
}

static size_t blank_width(struct str text)
{
	size_t width = 0;

	while (width < text.len &&
	       (text.ptr[width] == ' ' || text.ptr[width] == '\t'))
		width++;
	return width;
}

/* The blanks before a tag that is the first thing on its line. */
static struct str same_line(struct parser *p, const struct token *token)
{
	const struct token *before = token > p->tokens ? token - 1 : NULL;
	struct str nothing = { "", 0 };

	if (!before || before->sigil != 'T' || before->gone ||
	    !before->starts_line || !is_blank(before->text) ||
	    str_ends(before->text, "\n"))
		return nothing;
	return before->text;
}
