#include "read/written.h"

#include <string.h>

static bool is_block(const struct written_walk *walk);
static char quote_of(const struct written_walk *walk);
static void skip_blanks(struct written_walk *walk);
static void skip_breaks(struct written_walk *walk);
static size_t escape_len(const struct written_walk *walk);
static void step(struct written_walk *walk);
static bool is_blank(char c);

struct written_walk written_walk_of(const struct written *written)
{
	struct written_walk walk = { .written = written,
				     .line = written->at.line,
				     .column = written->at.column };

	/* Behind the sign of a block may stand what is to be kept of it. */
	while (is_block(&walk) && walk.source < written->source.len &&
	       written->source.ptr[walk.source] != '\n')
		step(&walk);
	if (quote_of(&walk))
		step(&walk);
	skip_blanks(&walk);
	return walk;
}

void written_walk_to(struct written_walk *walk, struct str text, size_t at)
{
	while (walk->at < at) {
		if (is_blank(text.ptr[walk->at])) {
			while (walk->at < text.len &&
			       is_blank(text.ptr[walk->at]))
				walk->at++;
			skip_blanks(walk);
			continue;
		}
		str_char_next(text, &walk->at);
		for (size_t n = escape_len(walk); n; n--)
			step(walk);
		skip_breaks(walk);
	}
}

static bool is_block(const struct written_walk *walk)
{
	return walk->written->source.len &&
	       strchr("|>", walk->written->source.ptr[0]);
}

/* '"', '\'' or none. */
static char quote_of(const struct written_walk *walk)
{
	char first =
		walk->written->source.len ? walk->written->source.ptr[0] : '\0';

	return first == '"' || first == '\'' ? first : '\0';
}

/* With the escapes that are blanks. */
static void skip_blanks(struct written_walk *walk)
{
	struct str source = walk->written->source;

	while (walk->source < source.len) {
		struct str rest = str_from_byte(source, walk->source);

		if (is_blank(rest.ptr[0])) {
			step(walk);
			continue;
		}
		if (quote_of(walk) != '"' || rest.len < 2 ||
		    rest.ptr[0] != '\\' || !strchr("nrt \n\t", rest.ptr[1]))
			return;
		step(walk);
		step(walk);
	}
}

/* A line that ends in a backslash goes on behind the blanks of the next. */
static void skip_breaks(struct written_walk *walk)
{
	if (quote_of(walk) == '"' &&
	    str_starts(str_from_byte(walk->written->source, walk->source),
		       "\\\n"))
		skip_blanks(walk);
}

/* Characters of the source that are the next one of the text. */
static size_t escape_len(const struct written_walk *walk)
{
	struct str rest = str_from_byte(walk->written->source, walk->source);

	if (quote_of(walk) == '\'')
		return str_starts(rest, "''") ? 2 : 1;
	if (quote_of(walk) != '"' || rest.len < 2 || rest.ptr[0] != '\\')
		return 1;
	switch (rest.ptr[1]) {
	case 'x':
		return 4;
	case 'u':
		return 6;
	case 'U':
		return 10;
	default:
		return 2;
	}
}

static void step(struct written_walk *walk)
{
	struct str source = walk->written->source;

	if (walk->source >= source.len)
		return;
	walk->column++;
	if (source.ptr[walk->source] == '\n') {
		walk->line++;
		walk->column = 1;
	}
	str_char_next(source, &walk->source);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
