#include "template/mustache_parse.h"

#include <string.h>

enum {
	DEPTH_LIMIT = 64,     /* of tags within tags */
	DELIMITER_LIMIT = 16, /* bytes */
};

/* A piece of the source: at most a line of text, or a tag. */
struct token {
	char sigil;	   /* 'T': text; 'N': name; '{' '&' '#' '^' '/' … */
	struct str text;   /* the text, or what stands inside the tag */
	struct str indent; /* of a tag that stands alone on its line */
	char closes;	   /* of a '/': the sigil that it answers, or 0 */
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
	unsigned line, column; /* of `at` */
	size_t line_start;
	struct token *tokens;
	size_t count;
	struct template *template;
	size_t stack[DEPTH_LIMIT]; /* nodes that are open */
	bool alone[DEPTH_LIMIT];   /* their opening tags ended a line */
	size_t depth;
	bool cut_short; /* the rest of the source was given up */
	bool ok;
};

static void scan(struct parser *p);
static void scan_text(struct parser *p, size_t end);
static bool scan_tag(struct parser *p);
static bool give_up(struct parser *p);
static void check_name(struct parser *p, struct token *token, struct str close);
static struct str without_star(struct str name);
static bool set_delimiters(struct parser *p, struct str inside,
			   struct place at);
static bool is_delimiter(struct str text);
static struct place place_of(const struct parser *p, size_t len);
static void advance(struct parser *p, size_t to);
static void pair_tags(struct parser *p);
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
static bool is_opening(char sigil);
static enum node_kind node_kind_of(char sigil);
static void read_name(struct parser *p, struct node *node, struct str name);
static void open_node(struct parser *p, const struct token *token,
		      bool ends_line);
static void close_node(struct parser *p, const struct token *token);
static bool is_closed_by(const struct node *node, const struct token *token);
static void pop_node(struct parser *p);
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
		.column = 1,
		.template = template,
		.ok = true,
	};

	scan(&p);
	pair_tags(&p);
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
		t->at = place_of(p, len);
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
		diag_error(p->diags, place_of(p, p->open.len),
			   "the tag is not closed: \"%.*s\" is missing",
			   STR_ARG(close));
		return give_up(p);
	}
	rest = str_slice(rest, 0, end);
	t = arena_push(p->arena, p->tokens, p->count);
	t->at = place_of(p, p->open.len + end + close.len);
	t->starts_line = start == p->line_start;
	advance(p, inside + end + close.len);
	if (delimiters) {
		t->sigil = '!';
		return set_delimiters(p, str_from_byte(rest, 1), t->at);
	}
	t->sigil = rest.len && strchr("#^/>&<$!{", rest.ptr[0]) ? rest.ptr[0]
								: 'N';
	t->text = str_trim(str_from_byte(rest, t->sigil != 'N'));
	if (t->sigil != '!')
		check_name(p, t, close);
	return true;
}

/* What comes after cannot be read, so that it gives no more errors. */
static bool give_up(struct parser *p)
{
	p->cut_short = true;
	p->ok = false;
	return false;
}

/* A tag without a proper name is taken for a comment from here on. */
static void check_name(struct parser *p, struct token *token, struct str close)
{
	struct str name = token->text;
	size_t len = 0;

	if (strchr("></", token->sigil))
		name = without_star(name);
	while (len < name.len && !strchr(" \t\r\n", name.ptr[len]))
		len++;
	if (len && len == name.len)
		return;
	if (!len)
		diag_error(p->diags, token->at, "the tag has no name");
	else
		diag_error(p->diags, token->at,
			   "expected \"%.*s\" after \"%.*s\"", STR_ARG(close),
			   STR_ARG(str_slice(name, 0, len)));
	p->ok = false;
	token->sigil = '!';
}

/* The star of a dynamic name, "*x". */
static struct str without_star(struct str name)
{
	return str_starts(name, "*") ? str_trim(str_from_byte(name, 1)) : name;
}

static bool set_delimiters(struct parser *p, struct str inside, struct place at)
{
	struct str rest = str_trim(inside);
	size_t space = 0;

	while (space < rest.len && !strchr(" \t\r\n", rest.ptr[space]))
		space++;
	p->open = arena_str(p->arena, str_slice(rest, 0, space));
	p->close = arena_str(p->arena, str_trim(str_from_byte(rest, space)));
	if (is_delimiter(p->open) && is_delimiter(p->close))
		return true;
	diag_error(p->diags, at,
		   "expected two delimiters, as in {{=<%% %%>=}}");
	return give_up(p);
}

static bool is_delimiter(struct str text)
{
	return text.len && text.len <= DELIMITER_LIMIT &&
	       !strpbrk(text.ptr, " \t\r\n=");
}

/* The place of the `len` bytes that come next, as far as the line goes. */
static struct place place_of(const struct parser *p, size_t len)
{
	struct str line = str_slice(p->source, p->at, len);

	line.len = str_find(line, '\n');
	return (struct place){
		.file = p->file,
		.line = p->line,
		.column = p->column,
		.width = (unsigned)str_char_count(line),
	};
}

static void advance(struct parser *p, size_t to)
{
	struct str passed = str_slice(p->source, p->at, to - p->at);
	size_t newline = str_find(passed, '\n');

	while (newline < passed.len) {
		passed = str_from_byte(passed, newline + 1);
		newline = str_find(passed, '\n');
		p->line++;
		p->column = 1;
		p->line_start = to - passed.len;
	}
	p->column += (unsigned)str_char_count(passed);
	p->at = to;
}

/* Finds out what each closing tag closes, if all is well. */
static void pair_tags(struct parser *p)
{
	char open[DEPTH_LIMIT];
	size_t depth = 0;

	for (size_t i = 0; i < p->count; i++) {
		struct token *t = &p->tokens[i];

		if (t->sigil == '/' && depth) {
			t->closes = open[--depth];
		} else if (is_opening(t->sigil)) {
			if (depth == DEPTH_LIMIT)
				return;
			open[depth++] = t->sigil;
		}
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
		char sigil;

		if (t->sigil == 'T') {
			if (!is_blank(t->text))
				return;
			if (!first)
				indent = t->text;
			continue;
		}
		if (!may_stand_alone(t->sigil))
			return;
		sigil = t->sigil == '/' ? t->closes : t->sigil;
		inherits &= sigil == '<' || sigil == '$';
		parent |= sigil == '<';
		first = first ? first : t;
		tags++;
	}
	if (!tags || (tags > 1 && !(inherits && parent)))
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
	for (; p->depth; pop_node(p)) {
		const struct node *open =
			&p->template->nodes[p->stack[p->depth - 1]];

		if (p->cut_short)
			continue;
		p->ok = diag_error(p->diags, open->at, "\"%.*s\" is not closed",
				   STR_ARG(open->text));
		diag_hint(p->diags, "close it with {{/%s%.*s}}",
			  open->dynamic ? "*" : "", STR_ARG(open->text));
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
	if (token->sigil == '/')
		close_node(p, token);
	else if (is_opening(token->sigil))
		open_node(p, token, ends_line);
	else if (token->sigil != '!')
		read_name(p, node_add(p, node_kind_of(token->sigil), token),
			  token->text);
}

static bool is_opening(char sigil)
{
	return sigil == '#' || sigil == '^' || sigil == '<' || sigil == '$';
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
static void read_name(struct parser *p, struct node *node, struct str name)
{
	bool whole = node->kind == NODE_BLOCK;

	if (node->kind == NODE_PARTIAL || node->kind == NODE_PARENT) {
		node->dynamic = str_starts(name, "*");
		node->text = name = without_star(name);
		whole = !node->dynamic;
	}
	if (whole || str_is(name, "."))
		return;
	while (name.ptr) {
		struct str part = str_cut(&name, '.');

		*arena_push(p->arena, node->parts, node->part_count) = part;
		if (part.len)
			continue;
		p->ok = diag_error(p->diags, node->at,
				   "\"%.*s\" has a dot too many",
				   STR_ARG(node->text));
		return;
	}
}

static void open_node(struct parser *p, const struct token *token,
		      bool ends_line)
{
	struct node *node = node_add(p, node_kind_of(token->sigil), token);

	read_name(p, node, token->text);
	if (node->kind == NODE_BLOCK && !token->indent.ptr)
		node->indent = same_line(p, token);
	if (p->depth == DEPTH_LIMIT) {
		diag_error(p->diags, token->at,
			   "more than %d tags are open here", DEPTH_LIMIT);
		p->count = 0;
		give_up(p);
		return;
	}
	p->alone[p->depth] = ends_line;
	p->stack[p->depth++] = p->template->count - 1;
}

static void close_node(struct parser *p, const struct token *token)
{
	const struct node *open;
	size_t level = p->depth;

	if (!p->depth) {
		p->ok = diag_error(p->diags, token->at,
				   "\"%.*s\" is closed but was not opened",
				   STR_ARG(token->text));
		return;
	}
	open = &p->template->nodes[p->stack[p->depth - 1]];
	if (!is_closed_by(open, token)) {
		p->ok = diag_error(p->diags, token->at,
				   "\"%.*s\" is closed, but \"%.*s\" is open",
				   STR_ARG(token->text), STR_ARG(open->text));
		diag_note(p->diags, open->at, "it was opened here");
	}
	while (level &&
	       !is_closed_by(&p->template->nodes[p->stack[level - 1]], token))
		level--;
	if (!level) /* a slip of the pen: it means the innermost */
		level = p->depth;
	while (p->depth >= level)
		pop_node(p);
}

static bool is_closed_by(const struct node *node, const struct token *token)
{
	return str_equals(node->text, node->dynamic ? without_star(token->text)
						    : token->text);
}

static void pop_node(struct parser *p)
{
	size_t index = p->stack[--p->depth];
	struct node *node = &p->template->nodes[index];

	node->end = p->template->count;
	if (node->kind == NODE_BLOCK)
		finish_block(p, index, p->alone[p->depth]);
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
