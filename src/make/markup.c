#include "make/markup.h"

#include <string.h>

static size_t find_tag(struct str text);
static size_t tag_end(struct str text, size_t at);
static bool is_letter(char c);
static bool is_digit(char c);
static bool is_blank(char c);
static bool has_name(struct str text, struct str name);
static struct str attributes_of(struct str tag, size_t from);
static struct str raw_end(struct str name);

bool markup_next(struct str *rest, struct markup *tag)
{
	size_t at = find_tag(*rest), end, name;
	struct str text;

	*tag = (struct markup){ .before = { rest->ptr, at } };
	if (at == rest->len)
		return false;
	end = tag_end(*rest, at);
	text = (struct str){ rest->ptr + at, end - at };
	tag->text = text;
	tag->is_end = text.ptr[1] == '/';
	name = tag->is_end ? 2 : 1;
	while (name < text.len &&
	       (is_letter(text.ptr[name]) || is_digit(text.ptr[name])))
		name++;
	tag->name = str_slice(text, 1u + tag->is_end, name - 1 - tag->is_end);
	tag->attributes = attributes_of(text, name);
	*rest = (struct str){ rest->ptr + end, rest->len - end };
	return true;
}

void markup_skip(struct str *rest, struct str name)
{
	size_t depth = 1, at = find_tag(*rest);

	while (at < rest->len) {
		struct str tag = { rest->ptr + at, rest->len - at };
		bool ends = tag.ptr[1] == '/';

		if (has_name(str_from_byte(tag, 1u + ends), name))
			depth += ends ? (size_t)-1 : 1;
		/* A "<" of a value is written as a reference. */
		at = depth && !raw_end(tag).len ? at + 1 : tag_end(*rest, at);
		if (!depth)
			break;
		at += find_tag(str_from_byte(*rest, at));
	}
	*rest = str_from_byte(*rest, at);
}

bool markup_attribute(struct str *rest, struct markup_attribute *a)
{
	struct str s = *rest;
	size_t name = 0, end;

	while (s.len && is_blank(s.ptr[0]))
		s = (struct str){ s.ptr + 1, s.len - 1 };
	while (name < s.len && s.ptr[name] != '=' && !is_blank(s.ptr[name]))
		name++;
	if (!name)
		return false;
	*a = (struct markup_attribute){ .name = str_slice(s, 0, name) };
	end = name;
	if (end < s.len && s.ptr[end] == '=') {
		struct str value = str_from_byte(s, end + 1);
		char quote = value.len ? value.ptr[0] : ' ';
		size_t len = 0;

		if (quote == '"' || quote == '\'') {
			value = str_from_byte(value, 1);
			len = str_find(value, quote);
			end += 3 + len;
		} else {
			while (len < value.len && !is_blank(value.ptr[len]))
				len++;
			end += 1 + len;
		}
		a->value = str_slice(value, 0, len);
	}
	end = end < s.len ? end : s.len;
	a->text = str_slice(s, 0, end);
	*rest = str_from_byte(s, end);
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
		struct str here = str_from_byte(text, at);
		size_t next = 1;

		if (is_letter(here.ptr[1]) ||
		    (here.ptr[1] == '/' && here.len > 2 &&
		     is_letter(here.ptr[2])))
			return at;
		if (str_starts(here, "<!--"))
			next = str_find_str(here, STR("-->"));
		at += next;
		at += str_find(str_from_byte(text, at), '<');
	}
	return text.len;
}

/* Behind the ">" that is in no value; of a script or style, behind that. */
static size_t tag_end(struct str text, size_t at)
{
	struct str here = str_from_byte(text, at), end = raw_end(here);

	if (end.len) {
		size_t last = str_find_str(here, end);

		return last < here.len ? at + last + end.len : text.len;
	}
	while (at < text.len) {
		char c = text.ptr[at++];

		if (c == '>')
			return at;
		if (c == '"' || c == '\'')
			at += str_find(str_from_byte(text, at), c) + 1;
	}
	return text.len;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}

static bool has_name(struct str text, struct str name)
{
	return text.len > name.len && !memcmp(text.ptr, name.ptr, name.len) &&
	       !is_letter(text.ptr[name.len]) && !is_digit(text.ptr[name.len]);
}

/* Of a tag whose name ends at `from`. */
static struct str attributes_of(struct str tag, size_t from)
{
	size_t end = tag.len;

	if (end > from && tag.ptr[end - 1] == '>')
		end--;
	if (end > from && tag.ptr[end - 1] == '/')
		end--;
	if (from == end || raw_end(tag).len)
		return STR("");
	return str_trim(str_slice(tag, from, end - from));
}

static struct str raw_end(struct str tag)
{
	if (tag.len < 2 || tag.ptr[1] != 's')
		return STR("");
	if (str_starts(tag, "<script"))
		return STR("</script>");
	if (str_starts(tag, "<style"))
		return STR("</style>");
	return STR("");
}
