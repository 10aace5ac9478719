#include "read/markdown_place.h"

#include <string.h>

/* How far behind its node a token may begin: longer link texts are rare. */
enum { WINDOW = 4096 };

static char quote_twice(struct str text, struct place start);
static unsigned span_of(const struct locator *locator, struct str text);
static struct place place_at(struct locator *locator, size_t at,
			     unsigned width);
static struct place written_at(struct locator *locator, size_t at,
			       unsigned width);

struct locator locator_of(struct str text, struct place start)
{
	return (struct locator){
		.text = text,
		.start = start,
		.twice = quote_twice(text, start),
		.line_len = str_find(text, '\n'),
	};
}

struct locator locator_in(struct str text, struct place start,
			  const struct written *written)
{
	struct locator locator = locator_of(text, start);

	if (written)
		locator.walk = written_walk_of(written);
	return locator;
}

static char quote_twice(struct str text, struct place start)
{
	static const char QUOTES[] = { '"', '\'' };
	size_t count = start.width > 1 ? str_char_count(text) : 0;

	for (size_t k = 0; k < 2 && start.width > count && count; k++) {
		size_t quotes = 0;

		for (size_t i = 0; i < text.len; i++)
			quotes += text.ptr[i] == QUOTES[k];
		if (start.width == count + quotes)
			return QUOTES[k];
	}
	return '\0';
}

size_t locator_line(struct locator *locator, size_t line)
{
	struct str text = locator->text;
	size_t at = locator->line_at, len = locator->line_len;

	while (locator->line < line && at + len < text.len) {
		at += len + 1;
		len = str_find(str_from_byte(text, at), '\n');
		locator->line++;
	}
	while (locator->line > line) {
		const char *end = memrchr(text.ptr, '\n', at - 1);
		size_t before = end ? (size_t)(end - text.ptr) + 1 : 0;

		len = at - 1 - before;
		at = before;
		locator->line--;
	}
	if (at != locator->line_at) {
		locator->line_at = locator->at = at;
		locator->characters = 0;
	}
	locator->line_len = len;
	return at;
}

struct place locator_find(struct locator *locator, size_t line, size_t column,
			  struct str token)
{
	size_t at = locator_line(locator, line);
	size_t len = locator->line_len;
	struct str window;
	size_t found;

	at += column < len ? column : len;
	window = str_slice(locator->text, at, WINDOW + token.len);
	found = str_find_str(window, token);
	if (!token.len || found == window.len)
		return place_at(locator, at, 1);
	at += found;
	for (size_t i = at - found; i < at; i++)
		if (locator->text.ptr[i] == '\n')
			locator_line(locator, locator->line + 1);
	return place_at(locator, at, span_of(locator, token));
}

/* Of a byte of the line found last. */
static struct place place_at(struct locator *locator, size_t at, unsigned width)
{
	struct place place = locator->start;

	if (locator->walk.written)
		return written_at(locator, at, width);
	if (at < locator->at) {
		locator->at = locator->line_at;
		locator->characters = 0;
	}
	locator->characters +=
		span_of(locator, str_slice(locator->text, locator->at,
					   at - locator->at));
	locator->at = at;
	if (locator->line) {
		place.line += (unsigned)locator->line;
		place.column = 1;
	}
	place.column += (unsigned)locator->characters;
	place.width = width;
	return place;
}

/* A word is as wide as there, if it ends on its line. */
static struct place written_at(struct locator *locator, size_t at,
			       unsigned width)
{
	struct place place = locator->start;
	struct written_walk end;

	if (at < locator->walk.at)
		locator->walk = written_walk_of(locator->walk.written);
	written_walk_to(&locator->walk, locator->text, at);
	end = locator->walk;
	for (; width && end.at < locator->text.len; width--)
		written_walk_to(&end, locator->text, end.at + 1);
	place.line = locator->walk.line;
	place.column = locator->walk.column;
	place.width = end.line == place.line && end.column > place.column
			      ? end.column - place.column
			      : 1;
	return place;
}

/* How many characters of its file it takes. */
static unsigned span_of(const struct locator *locator, struct str text)
{
	size_t count = str_char_count(text);

	for (size_t i = 0; locator->twice && i < text.len; i++)
		count += text.ptr[i] == locator->twice;
	return (unsigned)count;
}
