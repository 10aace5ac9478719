#include "words/phrase.h"

#include <math.h>
#include <string.h>

#include "base/bidi.h"
#include "base/buf.h"

static struct str fill_in(const struct phrases *phrases, struct str text,
			  const struct fill *fills, struct arena *arena);
static const struct fill *fill_find(const struct fill *fills, struct str name);
static struct str localize(const struct phrases *phrases, struct str plain,
			   struct arena *arena);

#define WORD_KEY(name, key) STR_INIT(key),
static const struct str KEYS[] = { WORD_LIST(WORD_KEY) };
#undef WORD_KEY

bool phrases_init(struct diags *diags, struct phrases *phrases,
		  const struct words *words)
{
	bool ok = true;

	phrases->words = words;
	phrases->is_rtl = bidi_is_rtl(words->language);
	for (size_t i = 0; i < WORD_COUNT; i++) {
		const struct text *text = words_find(words, KEYS[i]);

		if (text)
			phrases->texts[i] = text->str;
		else
			ok = diag_error(diags, words->at,
					"the word \"%.*s\" is missing",
					STR_ARG(KEYS[i]));
	}
	return ok;
}

struct str phrase_of(const struct phrases *phrases, enum word_id id,
		     const struct fill *fills, struct arena *arena)
{
	return fill_in(phrases, phrases->texts[id], fills, arena);
}

struct str phrase(const struct phrases *phrases, enum word_id id)
{
	return phrases->texts[id];
}

struct str phrase_count(const struct phrases *phrases, enum word_id one,
			size_t n, struct arena *arena)
{
	struct str number = phrase_number(phrases, (double)n, 0, arena);

	return PHRASE(phrases, n == 1 ? one : one + 1, arena, { "n", number });
}

struct str phrase_plain_number(double number, struct arena *arena)
{
	char room[NUMBER_ROOM];

	return arena_str(arena, number_text(room, number, 2));
}

struct str phrase_number(const struct phrases *phrases, double number,
			 int decimals, struct arena *arena)
{
	char room[NUMBER_ROOM];

	return localize(phrases,
			arena_str(arena, number_text(room, number, decimals)),
			arena);
}

struct str phrase_fixed(const struct phrases *phrases, double number,
			int decimals, struct arena *arena)
{
	static const struct str ZEROS = STR_INIT("000000000");
	char room[NUMBER_ROOM];
	struct str text = number_text(room, number, decimals);
	size_t point = str_find(text, '.');
	size_t shown = point < text.len ? text.len - point - 1 : 0;
	struct str zeros = str_slice(ZEROS, 0, (size_t)decimals - shown);

	if (decimals && !shown)
		return localize(phrases,
				ARENA_JOIN(arena, text, STR("."), zeros),
				arena);
	return localize(phrases, ARENA_JOIN(arena, text, zeros), arena);
}

struct str phrase_measure(const struct phrases *phrases, double number,
			  int places, struct str unit, struct arena *arena)
{
	struct str n = phrase_fixed(phrases, number, places, arena);

	if (str_is_empty(unit))
		return n;
	return PHRASE(phrases, WORD_MEASURE, arena, { "n", n },
		      { "unit", unit });
}

struct str phrase_percent(const struct phrases *phrases, double share,
			  int decimals, struct arena *arena)
{
	return PHRASE(phrases, WORD_PERCENT, arena,
		      { "n",
			phrase_fixed(phrases, share * 100, decimals, arena) });
}

struct str phrase_date(const struct phrases *phrases, struct date date,
		       struct arena *arena)
{
	struct str year, month;

	if (!date.year)
		return STR("");
	year = arena_printf(arena, "%d", date.year);
	if (!date.month)
		return year;
	month = phrase(phrases, (enum word_id)(WORD_MONTH_1 + date.month - 1));
	if (!date.day)
		return PHRASE(phrases, WORD_DATE_MONTH, arena,
			      { "month", month }, { "year", year });
	return PHRASE(phrases, WORD_DATE, arena,
		      { "day", arena_printf(arena, "%d", date.day) },
		      { "month", month }, { "year", year });
}

struct str phrase_date_iso(struct date date, struct arena *arena)
{
	if (!date.year)
		return STR("");
	if (!date.month)
		return arena_printf(arena, "%04d", date.year);
	if (!date.day)
		return arena_printf(arena, "%04d-%02d", date.year, date.month);
	return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month,
			    date.day);
}

struct str phrase_timestamp(struct date date, struct arena *arena)
{
	if (!date.year)
		return STR("");
	date = date_utc(date);
	return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", date.year,
			    date.month, date.day, date.second / 3600,
			    date.second / 60 % 60, date.second % 60);
}

struct str phrase_instant(struct date date, struct arena *arena)
{
	return date.timed ? phrase_timestamp(date, arena)
			  : phrase_date_iso(date, arena);
}

struct str phrase_list(const struct phrases *phrases, const struct str *items,
		       size_t count, struct arena *arena)
{
	struct str list = count ? items[0] : STR("");

	for (size_t i = 1; i < count; i++)
		list = PHRASE(phrases,
			      i + 1 < count ? WORD_LIST_MORE : WORD_LIST_LAST,
			      arena, { "a", list }, { "b", items[i] });
	return list;
}

/* A {name} that is not to be filled in stays as it is. */
static struct str fill_in(const struct phrases *phrases, struct str text,
			  const struct fill *fills, struct arena *arena)
{
	struct buf buf = { 0 };
	struct str made;

	while (text.len) {
		size_t open = str_find(text, '{');
		struct str after = str_from_byte(text, open + 1);
		size_t close = str_find(after, '}');
		const struct fill *fill =
			close < after.len
				? fill_find(fills, str_slice(after, 0, close))
				: NULL;

		buf_raw(&buf, str_slice(text, 0, open));
		if (fill) {
			buf_raw(&buf, bidi_isolate(fill->text, phrases->is_rtl,
						   arena));
			text = str_from_byte(after, close + 1);
		} else {
			buf_raw(&buf, str_slice(text, open, 1));
			text = after;
		}
	}
	made = buf_copy(&buf, arena);
	buf_release(&buf);
	return made;
}

static const struct fill *fill_find(const struct fill *fills, struct str name)
{
	for (; fills->name; fills++)
		if (str_is(name, fills->name))
			return fills;
	return NULL;
}

/* A C number with the language's decimal point and groups of thousands. */
static struct str localize(const struct phrases *phrases, struct str plain,
			   struct arena *arena)
{
	size_t sign = plain.len && plain.ptr[0] == '-';
	size_t exponent = str_find(plain, 'e');
	size_t point = str_find(str_slice(plain, 0, exponent), '.');
	struct buf buf = { 0 };
	struct str made;

	if (exponent < plain.len || (!sign && point <= 3 && point == plain.len))
		return plain;
	if (sign)
		buf_text(&buf, "\xE2\x88\x92");
	for (size_t i = sign; i < point; i++) {
		if (i > sign && (point - i) % 3 == 0 && point - sign > 4)
			buf_raw(&buf, phrase(phrases, WORD_THOUSANDS));
		buf_char(&buf, plain.ptr[i]);
	}
	if (point < plain.len) {
		buf_raw(&buf, phrase(phrases, WORD_DECIMAL_POINT));
		buf_raw(&buf, str_from_byte(plain, point + 1));
	}
	made = buf_copy(&buf, arena);
	buf_release(&buf);
	return made;
}
