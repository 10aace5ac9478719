#include "import/byline.h"

#include "base/wording.h"
#include "import/phrases.h"
#include "import/sentence.h"
#include "read/lexical.h"

enum { EARLY = 8, LONG = 120, DAY_LONG = 20, WORDS = 24 };

static struct str day_in(struct str text, struct arena *arena);
static struct str day_at(const struct str *words, size_t i,
			 struct arena *arena);
static int month_of(struct str word);
static int number_of(struct str word);

void byline_read(struct article *article)
{
	for (size_t b = 0; b < article->block_count && b < EARLY; b++) {
		struct str text = article->blocks[b].plain, day;
		struct str *to = wording_starts_any(text, PHRASES_UPDATED)
					 ? &article->updated
					 : &article->date;

		if (article->blocks[b].kind != BLOCK_PARAGRAPH || to->len)
			continue;
		day = byline_day(text, article->arena);
		*to = day.len ? day : *to;
	}
}

/* "By 4 May 2026 oak was dearer." is of something else. */
struct str byline_day(struct str text, struct arena *arena)
{
	if (text.len > LONG || str_ends(text, ".") ||
	    (text.len > DAY_LONG && !wording_starts_any(text, PHRASES_BYLINE)))
		return STR("");
	return day_in(text, arena);
}

bool byline_is(const struct article *article, const struct block *block)
{
	struct str text = block->plain;

	if (text.len > LONG || str_ends(text, "."))
		return false;
	return wording_starts_any(text, PHRASES_UPDATED) ||
	       wording_starts_any(text, PHRASES_BYLINE) ||
	       (text.len <= DAY_LONG && day_in(text, article->arena).len);
}

/* The one day that the text tells of, or empty. */
static struct str day_in(struct str text, struct arena *arena)
{
	struct str words[WORDS + 2] = { { "", 0 } }, found = { "", 0 };
	size_t count = 1;

	for (size_t at = 0; at < text.len && count < WORDS;) {
		size_t len = strcspn(text.ptr + at, " ,|()");

		len = len < text.len - at ? len : text.len - at;
		if (len)
			words[count++] = str_slice(text, at, len);
		at += len + 1;
	}
	for (size_t i = 1; i < count; i++) {
		struct str day = day_at(words, i, arena);

		if (day.len && found.len && !str_equals(day, found))
			return STR("");
		found = day.len ? day : found;
	}
	return found;
}

/* Of an ISO day, or of a month with its day and year around or behind it. */
static struct str day_at(const struct str *words, size_t i, struct arena *arena)
{
	struct str word = str_without(words[i], ".:;"), day = word;
	struct date date;
	int month = month_of(word), first = number_of(words[i - 1]);
	int behind = number_of(words[i + 1]);

	if (month && first > 0 && behind > 31)
		day = arena_printf(arena, "%04d-%02d-%02d", behind, month,
				   first);
	else if (month && behind > 0)
		day = arena_printf(arena, "%04d-%02d-%02d",
				   number_of(words[i + 2]), month, behind);
	return date_parse(day, &date) ? day : STR("");
}

/* 5 of "May", 9 of "Sept."; 0: it is none. */
static int month_of(struct str word)
{
	struct str rest = str_from(PHRASES_MONTHS);

	for (int month = 1; rest.ptr; month++) {
		struct str name = str_cut(&rest, '|');

		if (wording_equals(word, name) ||
		    ((word.len == 3 || word.len == 4) &&
		     wording_equals(word, str_slice(name, 0, word.len))))
			return month;
	}
	return 0;
}

/* 4 of "4", "4th" and "04."; 0: it is no number. */
static int number_of(struct str word)
{
	double number;

	word = str_without(word, ".:;");
	word.len -= wording_ends_any(word, "st|nd|rd|th");
	return sentence_decimal(word, 0, &number) == word.len && word.len
		       ? (int)number
		       : 0;
}
