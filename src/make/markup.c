#include "make/markup.h"

#include <string.h>

static size_t find_tag(struct str text);
static struct str name_of(struct str text, size_t at);
static size_t raw_end(struct str text, struct str name);
static size_t tag_end(struct str text, size_t at);
static struct str attributes_of(struct str tag, size_t from);
static size_t take_value(struct str text, size_t at, struct str *value);
static bool is_letter(char c);
static bool is_blank(char c);

bool markup_next(struct str *rest, struct markup *tag)
{
	size_t at = find_tag(*rest), from, end = 0;
	struct str text = { rest->ptr + at, rest->len - at };

	*tag = (struct markup){ .before = { rest->ptr, at } };
	if (!text.len)
		return false;
	tag->is_end = text.ptr[1] == '/';
	from = 1u + tag->is_end;
	tag->name = name_of(text, from);
	from += tag->name.len;
	if (!tag->is_end)
		end = raw_end(text, tag->name);
	if (!end) {
		end = tag_end(text, from);
		tag->attributes =
			attributes_of((struct str){ text.ptr, end }, from);
	}
	tag->text = (struct str){ text.ptr, end };
	*rest = (struct str){ text.ptr + end, text.len - end };
	return true;
}

/* A "<" of a value is written as a reference, so ends of tags do not matter. */
void markup_skip(struct str *rest, struct str name)
{
	struct str text = *rest;

	for (size_t depth = 1; depth;) {
		size_t end = 0, at = find_tag(text);
		struct str found;
		bool ends;

		text = (struct str){ text.ptr + at, text.len - at };
		if (!text.len)
			break;
		ends = text.ptr[1] == '/';
		found = name_of(text, 1u + ends);
		if (str_equals(found, name))
			depth += ends ? (size_t)-1 : 1;
		if (!depth)
			end = tag_end(text, 0);
		else if (!ends)
			end = raw_end(text, found);
		text = str_from_byte(text, end ? end : 1);
	}
	*rest = text;
}

bool markup_attribute(struct str *rest, struct markup_attribute *a)
{
	struct str s = *rest;
	size_t from = 0, at;

	while (from < s.len && is_blank(s.ptr[from]))
		from++;
	at = from;
	while (at < s.len && s.ptr[at] != '=' && !is_blank(s.ptr[at]))
		at++;
	if (at == from)
		return false;
	a->name = (struct str){ s.ptr + from, at - from };
	a->value = (struct str){ 0 };
	if (at < s.len && s.ptr[at] == '=')
		at = take_value(s, at + 1, &a->value);
	a->text = (struct str){ s.ptr + from, at - from };
	*rest = (struct str){ s.ptr + at, s.len - at };
	return true;
}

struct str markup_value(const struct markup *tag, const char *name)
{
	struct str rest = tag->attributes;
	struct markup_attribute a;

	while (!tag->is_end && markup_attribute(&rest, &a))
		if (str_is(a.name, name) && a.value.ptr)
			return a.value;
	return STR("");
}

/* Where the next tag begins, or the end. */
static size_t find_tag(struct str text)
{
	size_t at = str_find(text, '<');

	while (at + 1 < text.len) {
		struct str here = { text.ptr + at, text.len - at };

		if (is_letter(here.ptr[1]) ||
		    (here.ptr[1] == '/' && here.len > 2 &&
		     is_letter(here.ptr[2])))
			return at;
		at += str_starts(here, "<!--") ? str_find_str(here, STR("-->"))
					       : 1;
		at += str_find(str_from_byte(text, at), '<');
	}
	return text.len;
}

/* As HTML has it (13.2.5.8): a theme's <a-card> is no <a>. */
static struct str name_of(struct str text, size_t at)
{
	size_t end = at;

	/* Letters are above all that ends a name. */
	while (end < text.len &&
	       (text.ptr[end] > '>' ||
		(text.ptr[end] != '>' && text.ptr[end] != '/' &&
		 !is_blank(text.ptr[end]))))
		end++;
	return (struct str){ text.ptr + at, end - at };
}

/* Behind a script or a style that begins here; 0 for other tags. */
static size_t raw_end(struct str text, struct str name)
{
	struct str end;
	size_t at;

	if (name.ptr[0] != 's')
		return 0;
	if (str_is(name, "script"))
		end = STR("</script>");
	else if (str_is(name, "style"))
		end = STR("</style>");
	else
		return 0;
	at = str_find_str(text, end);
	return at < text.len ? at + end.len : text.len;
}

/* Behind the ">" that is in no value. */
static size_t tag_end(struct str text, size_t at)
{
	while (at < text.len) {
		char c = text.ptr[at++];

		if (c == '>')
			return at;
		if (c == '"' || c == '\'')
			at += str_find(str_from_byte(text, at), c) + 1;
	}
	return text.len;
}

/* Of a tag whose name ends at `from`. */
static struct str attributes_of(struct str tag, size_t from)
{
	size_t end = tag.len;

	if (end > from && tag.ptr[end - 1] == '>')
		end--;
	if (end > from && tag.ptr[end - 1] == '/')
		end--;
	return (struct str){ tag.ptr + from, end - from };
}

/* Its value, which begins at `at`; gives where the attribute ends. */
static size_t take_value(struct str text, size_t at, struct str *value)
{
	char quote = at < text.len ? text.ptr[at] : ' ';

	if (quote != '"' && quote != '\'') {
		size_t end = at;

		while (end < text.len && !is_blank(text.ptr[end]))
			end++;
		*value = (struct str){ text.ptr + at, end - at };
		return end;
	}
	*value = str_from_byte(text, at + 1);
	value->len = str_find(*value, quote);
	at += value->len + 2;
	return at < text.len ? at : text.len;
}

static bool is_letter(char c)
{
	unsigned char lower = (unsigned char)(c | ' ');

	return lower >= 'a' && lower <= 'z';
}

static bool is_blank(char c)
{
	return c <= ' ' && (c == ' ' || (c >= '\t' && c <= '\r' && c != '\v'));
}
