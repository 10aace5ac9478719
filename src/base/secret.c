#include "base/secret.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static struct str credential_of(struct str text, size_t at);
static struct str of_address(struct str rest);
static struct str of_pair(struct str text, size_t at);
static struct str of_name(struct str text, size_t at);
static bool is_port(struct str text);
static size_t word_end(struct str text);
static bool names_secret(struct str name);
static bool starts_so(struct str text, const char *word);

struct str secret_hidden(struct str text, struct arena *arena)
{
	char *shown = NULL;
	size_t len = 0, copied = 0;

	for (size_t at = 0; at < text.len; at++) {
		struct str found = credential_of(text, at);
		size_t from = (size_t)(found.ptr - text.ptr);

		if (!found.len)
			continue;
		if (!shown)
			shown = arena_array(arena, char, text.len + 1);
		memcpy(shown + len, text.ptr + copied, from - copied);
		len += from - copied;
		memset(shown + len, '*', str_char_count(found));
		len += str_char_count(found);
		copied = from + found.len;
		at = copied - 1;
	}
	if (!shown)
		return text;
	memcpy(shown + len, text.ptr + copied, text.len - copied);
	return (struct str){ shown, len + text.len - copied };
}

/* What is to be hidden of a place that begins at `at`; empty: nothing. */
static struct str credential_of(struct str text, size_t at)
{
	struct str rest = str_from_byte(text, at);

	switch (text.ptr[at]) {
	case ':':
		return str_starts(rest, "://")
			       ? of_address(str_from_byte(rest, 3))
			       : of_pair(text, at);
	case '=':
		return of_name(text, at);
	}
	return (struct str){ rest.ptr, 0 };
}

/*
 * All before the @: a token often stands alone there.  A password with a
 * slash in it ends what should be the host, and leaves no number as its port.
 */
static struct str of_address(struct str rest)
{
	struct str word = str_slice(rest, 0, word_end(rest));
	struct str host = str_slice(word, 0, str_find(word, '/'));
	size_t colon = str_find(host, ':'), end = host.len;

	if (colon < host.len && !is_port(str_from_byte(host, colon + 1)))
		end = word.len;
	while (end && word.ptr[end - 1] != '@')
		end--;
	return str_slice(rest, 0, end ? end - 1 : 0);
}

/* "ann:pw@host" without a scheme; "mailto:ann@host" is none. */
static struct str of_pair(struct str text, size_t at)
{
	struct str rest = str_from_byte(text, at + 1);
	size_t from = at, end = 0;

	while (from && (isalnum((unsigned char)text.ptr[from - 1]) ||
			strchr("._%+-", text.ptr[from - 1])))
		from--;
	while (end < rest.len && !isspace((unsigned char)rest.ptr[end]) &&
	       !strchr("@:/\"'<>()[]", rest.ptr[end]))
		end++;
	if (from == at || end == rest.len || rest.ptr[end] != '@' ||
	    str_is(str_slice(text, from, at - from), "mailto"))
		end = 0;
	return str_slice(rest, 0, end);
}

/* `pass=x,`; in quotes up to the next. */
static struct str of_name(struct str text, size_t at)
{
	struct str rest = str_from_byte(text, at + 1);
	size_t from = at, end = 0;

	while (from && (isalnum((unsigned char)text.ptr[from - 1]) ||
			strchr("_-", text.ptr[from - 1])))
		from--;
	if (!names_secret(str_slice(text, from, at - from)))
		return str_slice(rest, 0, 0);
	if (rest.len && strchr("\"'", rest.ptr[0]))
		return str_slice(rest, 1,
				 str_find(str_from_byte(rest, 1), rest.ptr[0]));
	while (end < rest.len && !isspace((unsigned char)rest.ptr[end]) &&
	       !strchr(",;:&\"'", rest.ptr[end]))
		end++;
	return str_slice(rest, 0, end);
}

static bool is_port(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!isdigit((unsigned char)text.ptr[i]))
			return false;
	return true;
}

static size_t word_end(struct str text)
{
	size_t end = 0;

	while (end < text.len && !isspace((unsigned char)text.ptr[end]) &&
	       !strchr("\"'<>", text.ptr[end]))
		end++;
	return end;
}

/* "key" alone is a word of everyday. */
static bool names_secret(struct str name)
{
	static const char *const PARTS[] = { "pass",  "secret",	    "token",
					     "creds", "credential", "bearer",
					     "sas" };
	bool single = str_find(name, '_') == name.len &&
		      str_find(name, '-') == name.len;

	for (size_t at = 0; at < name.len; at++) {
		struct str part = str_from_byte(name, at);

		if (at && !strchr("_-", name.ptr[at - 1]))
			continue;
		if (!single && starts_so(part, "key"))
			return true;
		for (size_t k = 0; k < sizeof(PARTS) / sizeof(*PARTS); k++)
			if (starts_so(part, PARTS[k]))
				return true;
	}
	return false;
}

static bool starts_so(struct str text, const char *word)
{
	return text.len >= strlen(word) &&
	       !strncasecmp(text.ptr, word, strlen(word));
}
