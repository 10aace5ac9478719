#include "words/phrase.h"

#include <math.h>
#include <string.h>

#include "base/bidi.h"
#include "base/buf.h"

static struct str digits_of(int number, size_t least, struct arena *arena);
static struct str fill_in(const struct phrases *phrases, struct str text,
			  const struct fill *fills, struct arena *arena);
static const struct fill *fill_find(const struct fill *fills, struct str name);
static size_t plural_len(struct str key);
static bool read_forms(struct diags *diags, struct phrases *phrases,
		       enum plural_id id, struct arena *arena);
static struct str forms_named(const struct phrases *phrases,
			      struct arena *arena);
static enum form form_shown(const struct phrases *phrases, struct str shown);
static bool begins_group(const struct locale *locale, size_t digits);
static struct str localize(const struct phrases *phrases, struct str plain,
			   struct arena *arena);

#define WORD_KEY(name, key) STR_INIT(key),
static const struct str KEYS[] = { WORD_LIST(WORD_KEY) };
#undef WORD_KEY
#define PLURAL_KEY(name, key) STR_INIT(key),
static const struct str PLURALS[] = { PLURAL_LIST(PLURAL_KEY) };
#undef PLURAL_KEY

bool phrases_init(struct diags *diags, struct phrases *phrases,
		  const struct words *words, struct arena *arena)
{
	const struct text *locale = words_find(words, STR("locale"));
	bool ok = true;

	*phrases = (struct phrases){ .words = words };
	phrases->is_rtl = bidi_is_rtl(words->language);
	if (!locale) {
		diag_error(diags, words->at, "the key \"locale\" is missing");
		diag_hint(diags,
			  "how numbers, dates and plurals are formed: locale: "
			  "\"%.*s\"",
			  STR_ARG(words->language));
		return false;
	}
	if (!locale_open(diags, locale, &phrases->locale, arena))
		return false;
	for (size_t i = 0; i < WORD_COUNT; i++) {
		const struct text *text = words_find(words, KEYS[i]);

		if (text)
			phrases->texts[i] = text->str;
		else
			ok = diag_error(diags, words->at,
					"the word \"%.*s\" is missing",
					STR_ARG(KEYS[i]));
	}
	for (enum plural_id id = 0; id < PLURAL_COUNT; id++)
		ok &= read_forms(diags, phrases, id, arena);
	return ok;
}

bool phrase_knows(struct str key)
{
	for (size_t i = 0; i < WORD_COUNT; i++)
		if (str_equals(KEYS[i], key))
			return true;
	return str_is(key, "locale") || plural_len(key);
}

struct str phrase_form_other(struct str key, struct arena *arena)
{
	size_t len = plural_len(key);

	return len ? ARENA_JOIN(arena, str_slice(key, 0, len), STR("_other"))
		   : key;
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

struct str phrase_count(const struct phrases *phrases, enum plural_id id,
			size_t n, struct arena *arena)
{
	struct fill fills[] = {
		{ "n", phrase_number(phrases, (double)n, 0, arena) },
		{ NULL, { NULL, 0 } },
	};

	return plural_of(phrases, id, n, fills, arena);
}

struct str phrase_count_shown(const struct phrases *phrases, enum plural_id id,
			      struct str n, struct arena *arena)
{
	struct fill fills[] = { { "n", n }, { NULL, { NULL, 0 } } };

	return fill_in(phrases, phrases->plurals[id][form_shown(phrases, n)],
		       fills, arena);
}

struct str plural_of(const struct phrases *phrases, enum plural_id id, size_t n,
		     const struct fill *fills, struct arena *arena)
{
	enum form form = locale_plural(&phrases->locale, (double)n, 0);

	return fill_in(phrases, phrases->plurals[id][form], fills, arena);
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

struct str phrase_signed(const struct phrases *phrases, double number,
			 int decimals, struct arena *arena)
{
	const struct locale *locale = &phrases->locale;

	/* Its marks of direction keep it before the number in each line. */
	return ARENA_JOIN(arena, number < 0 ? locale->minus : locale->plus,
			  phrase_fixed(phrases, fabs(number), decimals, arena));
}

struct str phrase_measure(const struct phrases *phrases, double number,
			  int places, struct str unit, struct arena *arena)
{
	struct str n = phrase_fixed(phrases, number, places, arena);

	return str_is_empty(unit) ? n : phrase_in_unit(phrases, n, unit, arena);
}

struct str phrase_in_unit(const struct phrases *phrases, struct str n,
			  struct str unit, struct arena *arena)
{
	struct str one = str_is(n, "1") ? phrase_unit_one(phrases, unit, arena)
					: STR("");

	return PHRASE(phrases, WORD_MEASURE, arena, { "n", n },
		      { "unit", one.len ? one : unit });
}

struct str phrase_unit_one(const struct phrases *phrases, struct str unit,
			   struct arena *arena)
{
	const struct text *one = words_find(
		phrases->words, ARENA_JOIN(arena, STR("units."), unit));

	return one ? one->str : STR("");
}

struct str phrase_percent(const struct phrases *phrases, double share,
			  int decimals, struct arena *arena)
{
	return phrase_percent_of(
		phrases, phrase_fixed(phrases, share * 100, decimals, arena),
		arena);
}

struct str phrase_percent_of(const struct phrases *phrases, struct str n,
			     struct arena *arena)
{
	struct fill fills[] = { { "n", n }, { NULL, { NULL, 0 } } };

	return fill_in(phrases, phrases->locale.percent, fills, arena);
}

struct str phrase_date(const struct phrases *phrases, struct date date,
		       struct arena *arena)
{
	const struct locale *locale = &phrases->locale;
	int month = date.month ? date.month - 1 : 0;
	struct fill fills[] = {
		{ "year", digits_of(date.year, 1, arena) },
		{ "month", locale->months[month] },
		{ "month_alone", locale->months_alone[month] },
		{ "month_number", digits_of(date.month, 1, arena) },
		{ "month_number2", digits_of(date.month, 2, arena) },
		{ "day", digits_of(date.day, 1, arena) },
		{ "day2", digits_of(date.day, 2, arena) },
		{ NULL, { NULL, 0 } },
	};

	if (!date.year)
		return STR("");
	return fill_in(phrases,
		       !date.month ? locale->date_year
		       : !date.day ? locale->date_month
				   : locale->date,
		       fills, arena);
}

/* At least one or two of them. */
static struct str digits_of(int number, size_t least, struct arena *arena)
{
	char room[NUMBER_ROOM];
	struct str digits = number_text(room, number, 0);

	return digits.len < least ? ARENA_JOIN(arena, STR("0"), digits)
				  : arena_str(arena, digits);
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

struct str phrase_clause(const struct phrases *phrases, struct str sentence)
{
	struct str end = phrases->texts[WORD_SENTENCE_END];

	if (str_ends(sentence, end.ptr))
		sentence.len -= end.len;
	return sentence;
}

struct str phrase_sentence(const struct phrases *phrases, struct str clause,
			   struct arena *arena)
{
	struct str end = phrases->texts[WORD_SENTENCE_END];

	return str_ends(clause, end.ptr) ? clause
					 : ARENA_JOIN(arena, clause, end);
}

struct str phrase_join(const struct phrases *phrases, struct str sentence,
		       struct str next, struct arena *arena)
{
	if (!sentence.len || !next.len)
		return sentence.len ? sentence : next;
	return ARENA_JOIN(arena, sentence, phrases->texts[WORD_SENTENCE_GAP],
			  next);
}

struct str phrase_list(const struct phrases *phrases, const struct str *items,
		       size_t count, struct arena *arena)
{
	struct str *parts = arena_array(arena, struct str, count + 1);

	if (count == 1)
		return items[0];
	for (size_t i = 0; i < count; i++)
		parts[i] = bidi_isolate(items[i], phrases->is_rtl, arena);
	return locale_list(&phrases->locale, parts, count, arena);
}

/*
 * A {name} that is not to be filled in stays as it is; one that ends in a full
 * stop, as "Acme Inc." does, ends the sentence as well.
 */
static struct str fill_in(const struct phrases *phrases, struct str text,
			  const struct fill *fills, struct arena *arena)
{
	const char *end = phrases->texts[WORD_SENTENCE_END].ptr;
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
			if (fill->text.len && str_ends(fill->text, end) &&
			    str_starts(text, end))
				text = str_from_byte(text, strlen(end));
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

/* Of "options" in "options_few"; 0 where it is no form of a plural. */
static size_t plural_len(struct str key)
{
	for (enum plural_id id = 0; id < PLURAL_COUNT; id++) {
		size_t len = PLURALS[id].len;

		if (key.len < len + 2 || key.ptr[len] != '_' ||
		    memcmp(key.ptr, PLURALS[id].ptr, len))
			continue;
		for (enum form form = 0; form < FORM_COUNT; form++)
			if (str_is(str_from_byte(key, len + 1),
				   form_name(form)))
				return len;
	}
	return 0;
}

/* The forms that the language has, and no other. */
static bool read_forms(struct diags *diags, struct phrases *phrases,
		       enum plural_id id, struct arena *arena)
{
	bool ok = true;

	for (enum form form = 0; form < FORM_COUNT; form++) {
		struct str key =
			arena_printf(arena, "%.*s_%s", STR_ARG(PLURALS[id]),
				     form_name(form));
		const struct text *text = words_find(phrases->words, key);
		bool has = phrases->locale.forms[form];

		if (text && has)
			phrases->plurals[id][form] = text->str;
		if (!text && has)
			ok = diag_error(diags, phrases->words->at,
					"the word \"%.*s\" is missing",
					STR_ARG(key));
		if (text && !has) {
			ok = diag_error(diags, text->at,
					"the language of \"%.*s\" has no "
					"form \"%s\"",
					STR_ARG(phrases->locale.tag),
					form_name(form));
			diag_hint(diags, "its forms are %.*s",
				  STR_ARG(forms_named(phrases, arena)));
		}
	}
	return ok;
}

static struct str forms_named(const struct phrases *phrases,
			      struct arena *arena)
{
	struct buf buf = { 0 };
	struct str made;

	for (enum form form = 0; form < FORM_COUNT; form++)
		if (phrases->locale.forms[form])
			buf_printf(&buf, "%s%s", buf.len ? ", " : "",
				   form_name(form));
	made = buf_copy(&buf, arena);
	buf_release(&buf);
	return made;
}

/* What counts is what a reader sees: "1", and not what was rounded to it. */
static enum form form_shown(const struct phrases *phrases, struct str shown)
{
	struct str decimal = phrases->locale.decimal;
	size_t point = str_find_str(shown, decimal);
	double number = 0, unit = 1;
	int places = 0;

	for (size_t i = 0; i < shown.len; i++) {
		bool digit = shown.ptr[i] >= '0' && shown.ptr[i] <= '9';

		if (!digit)
			continue;
		if (i < point) {
			number = number * 10 + (shown.ptr[i] - '0');
			continue;
		}
		unit /= 10;
		number += unit * (shown.ptr[i] - '0');
		places++;
	}
	return locale_plural(&phrases->locale, number, places);
}

/* A C number with the language's decimal point and groups of thousands. */
static struct str localize(const struct phrases *phrases, struct str plain,
			   struct arena *arena)
{
	const struct locale *locale = &phrases->locale;
	size_t sign = plain.len && plain.ptr[0] == '-';
	size_t exponent = str_find(plain, 'e');
	size_t point = str_find(str_slice(plain, 0, exponent), '.');
	struct buf buf = { 0 };
	struct str made;

	if (exponent < plain.len || (!sign && point <= 3 && point == plain.len))
		return plain;
	if (sign)
		buf_raw(&buf, locale->minus);
	for (size_t i = sign; i < point; i++) {
		if (i > sign && point - sign >= locale->least_grouped &&
		    begins_group(locale, point - i))
			buf_raw(&buf, locale->group);
		buf_char(&buf, plain.ptr[i]);
	}
	if (point < plain.len) {
		buf_raw(&buf, locale->decimal);
		buf_raw(&buf, str_from_byte(plain, point + 1));
	}
	made = buf_copy(&buf, arena);
	buf_release(&buf);
	return made;
}

/* With so many digits to come before the point: 12,34,567 in Hindi. */
static bool begins_group(const struct locale *locale, size_t digits)
{
	return digits == locale->groups[0] ||
	       (digits > locale->groups[0] &&
		(digits - locale->groups[0]) % locale->groups[1] == 0);
}
