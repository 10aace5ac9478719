#include "make/script_tokens.h"

#include <stdint.h>
#include <string.h>

enum { DEPTH_MAX = 64 };

struct reader {
	struct str text;
	size_t at;
	struct arena *arena;
	struct script_tokens *to;
	size_t open, depth; /* the innermost bracket */
	bool starts_line;
};

static bool read_token(struct reader *r);
static bool read_word(struct reader *r);
static bool read_string(struct reader *r, char quote);
static bool read_template(struct reader *r, size_t len);
static bool read_slash(struct reader *r);
static int divides(const struct reader *r);
static bool read_pattern(struct reader *r);
static bool read_mark(struct reader *r);
static bool open_bracket(struct reader *r, size_t len);
static bool close_bracket(struct reader *r);
static bool is_block(const struct reader *r);
static struct script_token *add(struct reader *r, enum script_kind kind,
				size_t len);
static bool ahead(const struct reader *r, const char *text);
static char char_at(const struct reader *r, size_t at);
static bool is_word_char(char c);

bool script_tokens(struct str source, struct arena *arena,
		   struct script_tokens *tokens)
{
	struct reader r = { .text = source, .arena = arena, .to = tokens };
	bool ok = true;

	*tokens = (struct script_tokens){ 0 };
	add(&r, SCRIPT_MARK, 0);
	while (ok && r.at < source.len)
		ok = read_token(&r);
	add(&r, SCRIPT_MARK, 0);
	return ok && !r.open;
}

static bool read_token(struct reader *r)
{
	char c = char_at(r, r->at);

	if (c == '\n' || c == ' ' || c == '\t') {
		r->starts_line |= c == '\n';
		r->at++;
		return true;
	}
	if (is_word_char(c))
		return read_word(r);
	if (c == '"' || c == '\'')
		return read_string(r, c);
	if (c == '`')
		return read_template(r, 1);
	return c == '/' ? read_slash(r) : read_mark(r);
}

static bool read_word(struct reader *r)
{
	char c = char_at(r, r->at);
	size_t len = 1;

	while (is_word_char(char_at(r, r->at + len)))
		len++;
	add(r, c >= '0' && c <= '9' ? SCRIPT_VALUE : SCRIPT_WORD, len);
	return true;
}

static bool read_string(struct reader *r, char quote)
{
	size_t len = 1;
	char c;

	while ((c = char_at(r, r->at + len)) != quote) {
		if (!c || c == '\n')
			return false;
		len += c == '\\' ? 2 : 1;
	}
	add(r, SCRIPT_VALUE, len + 1);
	return r->at <= r->text.len;
}

/* From its start, or after an expression within, to the next of those. */
static bool read_template(struct reader *r, size_t len)
{
	char c;

	for (; (c = char_at(r, r->at + len)) != '`'; len += c == '\\' ? 2 : 1) {
		if (!c || c == '\n')
			return false;
		if (c == '$' && char_at(r, r->at + len + 1) == '{') {
			add(r, SCRIPT_VALUE, len);
			return open_bracket(r, 2);
		}
	}
	add(r, SCRIPT_VALUE, len + 1);
	return true;
}

static bool read_slash(struct reader *r)
{
	int how = ahead(r, "//") || ahead(r, "/*") ? -1 : divides(r);

	if (how > 0)
		add(r, SCRIPT_MARK, 1);
	return how > 0 || (!how && read_pattern(r));
}

/* Whether a slash here does; below 0: not plain. */
static int divides(const struct reader *r)
{
	const struct script_token *all = r->to->items;
	const struct script_token *last = &all[r->to->count - 1];

	if (last->kind == SCRIPT_VALUE || script_is(last, "]"))
		return 1;
	if (script_is(last, ")"))
		return !script_is_of(&all[last->partner - 1],
				     " if while for with ");
	if (script_is_of(last, " } ++ -- "))
		return -1;
	if (last->kind == SCRIPT_MARK)
		return 0;
	if (script_is_of(last - 1, " . ?. "))
		return 1;
	if (script_is_of(last, " of async await yield let get set static "))
		return -1;
	return !script_is_of(last, " return typeof case in delete void throw "
				   "new else do instanceof ");
}

static bool read_pattern(struct reader *r)
{
	bool in_class = false;
	size_t len = 1;
	char c;

	for (; (c = char_at(r, r->at + len)) != '/' || in_class;
	     len += c == '\\' ? 2 : 1) {
		if (!c || c == '\n' ||
		    (c == '\\' && char_at(r, r->at + len + 1) == '\n'))
			return false;
		in_class = c == '[' || (in_class && c != ']');
	}
	for (len++; is_word_char(char_at(r, r->at + len));)
		len++;
	add(r, SCRIPT_VALUE, len);
	return true;
}

static bool read_mark(struct reader *r)
{
	static const char *const LONG[] = { "...", "=>", "++", "--", "??" };
	char c = char_at(r, r->at), third = char_at(r, r->at + 2);

	if (!strchr("(){}[],;:?=<>+-*%&|^!~.", c) || !c || ahead(r, "<!--") ||
	    ahead(r, "-->"))
		return false;
	if (strchr("({[", c))
		return open_bracket(r, 1);
	if (strchr(")}]", c))
		return close_bracket(r);
	for (size_t i = 0; i < sizeof(LONG) / sizeof(*LONG); i++)
		if (ahead(r, LONG[i])) {
			add(r, SCRIPT_MARK, strlen(LONG[i]));
			return true;
		}
	add(r, SCRIPT_MARK,
	    ahead(r, "?.") && !(third >= '0' && third <= '9') ? 2 : 1);
	return true;
}

static bool open_bracket(struct reader *r, size_t len)
{
	size_t at = r->to->count;
	bool block = char_at(r, r->at) == '{' && is_block(r);

	add(r, SCRIPT_MARK, len)->is_block = block;
	r->open = at;
	return ++r->depth < DEPTH_MAX;
}

static bool close_bracket(struct reader *r)
{
	static const char PAIRS[] = "()[]{}";
	struct script_token *open = &r->to->items[r->open];
	char c = char_at(r, r->at);
	bool is_template = script_is(open, "${");

	if (!r->open ||
	    strchr(PAIRS, open->text.ptr[open->text.len - 1])[1] != c)
		return false;
	open->partner = r->to->count;
	r->depth--;
	add(r, SCRIPT_MARK, 1)->partner = r->open;
	/* Adding may have moved them. */
	r->open = r->to->items[r->open].parent;
	r->to->items[r->to->count - 1].parent = r->open;
	return !is_template || read_template(r, 0);
}

/* Whether a brace here is around statements; a wrong "no" is seen later. */
static bool is_block(const struct reader *r)
{
	const struct script_token *all = r->to->items;
	size_t last = r->to->count - 1;
	bool in_block = !r->open || all[r->open].is_block;

	return script_is_of(&all[last], " ) => ") ||
	       (script_is_of(&all[last], " else do try finally ") &&
		!script_is_of(&all[last - 1], " . ?. ")) ||
	       (in_block &&
		(last == r->open || script_is_of(&all[last], " ; } ")));
}

static struct script_token *add(struct reader *r, enum script_kind kind,
				size_t len)
{
	struct script_token *token =
		arena_push(r->arena, r->to->items, r->to->count);

	*token = (struct script_token){ .text = str_slice(r->text, r->at, len),
					.kind = kind,
					.starts_line = r->starts_line,
					.parent = r->open };
	r->starts_line = false;
	r->at += len;
	return token;
}

bool script_is_of(const struct script_token *token, const char *list)
{
	struct str rest = str_from(list);

	if (token->kind == SCRIPT_VALUE || !token->text.len)
		return false;
	while (rest.len)
		if (str_equals(str_cut(&rest, ' '), token->text))
			return true;
	return false;
}

static bool ahead(const struct reader *r, const char *text)
{
	return str_starts(str_from_byte(r->text, r->at), text);
}

/* 0 after the end. */
static char char_at(const struct reader *r, size_t at)
{
	return at < r->text.len ? r->text.ptr[at] : '\0';
}

static bool is_word_char(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}
