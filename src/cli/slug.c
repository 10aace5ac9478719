#include "cli/slug.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"

static bool is_letter(char c);
static bool is_digit(char c);
static void add_word(struct buf *id, const char *word);
static bool joins(struct str name, size_t at);
static size_t find_versus(struct str title, size_t *len);
static size_t pause_at(struct str title, size_t at);

struct str slug_of(struct str name, struct arena *arena)
{
	struct buf id = { 0 };
	struct str slug = { "", 0 };
	bool apart = false;

	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if ((unsigned char)c >= 0x80) {
			buf_release(&id);
			return slug;
		}
		if (is_letter(c) || is_digit(c)) {
			if (apart && id.len && id.ptr[id.len - 1] != '-')
				buf_char(&id, '-');
			buf_char(&id,
				 (char)(c >= 'A' && c <= 'Z' ? c + 32 : c));
			apart = false;
		} else if (c == '+' || c == '#') {
			buf_text(&id, c == '+' ? "plus" : "sharp");
		} else if (c == '&') {
			add_word(&id, "and");
			apart = true;
		} else if (!joins(name, i)) {
			apart = true;
		}
	}
	if (id.len)
		slug = buf_copy(&id, arena);
	buf_release(&id);
	return slug;
}

struct str slug_subject(struct str title)
{
	size_t len, at = find_versus(title, &len), start = 0, end = at + len;

	if (at == title.len)
		return title;
	for (size_t i = 0; i < at; i++)
		if (pause_at(title, i))
			start = i + pause_at(title, i);
	while (end < title.len && title.ptr[end] != '(' &&
	       !pause_at(title, end))
		end++;
	return str_trim(str_slice(title, start, end - start));
}

size_t slug_split(struct str title, struct str *names, size_t most)
{
	size_t count = 0, len, at;

	while (count + 1 < most &&
	       (at = find_versus(title, &len)) < title.len) {
		names[count++] = str_trim(str_slice(title, 0, at));
		title = str_from_byte(title, at + len);
	}
	names[count++] = str_trim(title);
	return count;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static void add_word(struct buf *id, const char *word)
{
	if (id->len && id->ptr[id->len - 1] != '-')
		buf_char(id, '-');
	buf_text(id, word);
}

/* "Node.js" and "don't" are one word each, "3.12" is two numbers. */
static bool joins(struct str name, size_t at)
{
	if (!strchr(".'", name.ptr[at]) || !at || at + 1 == name.len)
		return false;
	return is_letter(name.ptr[at + 1]);
}

/* Where the word between two names begins, or the title's length. */
static size_t find_versus(struct str title, size_t *len)
{
	static const char *const WORDS[] = { " vs ", " vs. ", " versus " };

	for (size_t i = 0; i < title.len; i++)
		for (size_t k = 0; k < sizeof(WORDS) / sizeof(*WORDS); k++) {
			*len = strlen(WORDS[k]);
			if (title.len - i > *len &&
			    !strncasecmp(title.ptr + i, WORDS[k], *len))
				return i;
		}
	return title.len;
}

/* How long the mark is after which another thought begins; 0 for none. */
static size_t pause_at(struct str title, size_t at)
{
	static const char *const MARKS[] = { ": ",  ", ",  "? ",  "! ",
					     " - ", " – ", " — ", " | " };
	struct str rest = str_from_byte(title, at);

	for (size_t k = 0; k < sizeof(MARKS) / sizeof(*MARKS); k++)
		if (str_starts(rest, MARKS[k]))
			return strlen(MARKS[k]);
	return rest.len == 1 && strchr("?!.:", rest.ptr[0]);
}
