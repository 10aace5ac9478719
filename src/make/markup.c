#include "make/markup.h"

#include <string.h>

static size_t find_tag(struct str text);
static size_t tag_end(struct str text, size_t at);
static bool is_letter(char c);
static bool is_blank(char c);
static struct str raw_end(struct str name);

bool markup_next(struct str *rest, struct markup *tag)
{
	size_t at = find_tag(*rest), end, name;

	*tag = (struct markup){ .before = str_slice(*rest, 0, at) };
	if (at == rest->len)
		return false;
	end = tag_end(*rest, at);
	tag->text = str_slice(*rest, at, end - at);
	tag->is_end = tag->text.ptr[1] == '/';
	name = tag->is_end ? 2 : 1;
	tag->name = str_from_byte(tag->text, name);
	for (name = 0; name < tag->name.len; name++)
		if (!is_letter(tag->name.ptr[name]) &&
		    !(tag->name.ptr[name] >= '0' && tag->name.ptr[name] <= '9'))
			break;
	tag->attributes = str_from_byte(tag->name, name);
	tag->name.len = name;
	if (str_ends(tag->attributes, ">"))
		tag->attributes.len--;
	if (str_ends(tag->attributes, "/"))
		tag->attributes.len--;
	tag->attributes =
		raw_end(tag->text).len ? STR("") : str_trim(tag->attributes);
	*rest = str_from_byte(*rest, end);
	return true;
}

bool markup_attribute(struct str *rest, struct markup_attribute *a)
{
	struct str s = str_trim(*rest);
	size_t name = 0, end;

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
	char quote = '\0';

	if (end.len) {
		size_t last = str_find_str(here, end);

		return last < here.len ? at + last + end.len : text.len;
	}
	for (; at < text.len; at++) {
		char c = text.ptr[at];

		if (quote && c == quote)
			quote = '\0';
		else if (!quote && (c == '"' || c == '\''))
			quote = c;
		else if (!quote && c == '>')
			return at + 1;
	}
	return text.len;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_blank(char c)
{
	return c && strchr(" \t\n\r\f", c);
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
