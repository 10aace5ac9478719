#include "view/price.h"

#include <math.h>
#include <string.h>

enum { RUNS_MOST = 8, DIGITS_MOST = 32 };

/* "1.299,50": runs of digits, and what parts them. */
struct amount {
	struct str before, after;
	char digits[DIGITS_MOST + 1];
	size_t ends[RUNS_MOST]; /* of the runs in `digits` */
	char marks[RUNS_MOST]; /* before each but the first: . , ' or a blank */
	size_t count;
	bool is_whole, is_fraction; /* how it can be read */
};

/* What the prices that have one reading do with the point and the comma. */
struct custom {
	bool decimals[2], thousands[2];
};

static struct amount amount_of(const struct locale *locale, struct str text);
static bool take_run(struct amount *amount, struct str text, size_t *at);
static char mark_at(const struct locale *locale, struct str text, size_t *at);
static bool has_digit(struct str text);
static bool are_thousands(const struct amount *amount, size_t count);
static void note(struct custom *custom, const struct amount *amount);
static struct price price_of(const struct locale *locale,
			     const struct custom *custom,
			     const struct amount *amount, struct arena *arena);
static void settle(const struct locale *locale, const struct custom *custom,
		   struct amount *amount);
static double value_of(const struct amount *amount);
static bool is_comma(char mark);
static bool is_digit(char c);

struct price *prices_of(const struct locale *locale, const struct str *texts,
			size_t count, struct arena *arena)
{
	struct price *prices = arena_array(arena, struct price, count);
	struct custom custom = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct amount amount = amount_of(locale, texts[i]);

		note(&custom, &amount);
	}
	for (size_t i = 0; i < count; i++) {
		struct amount amount = amount_of(locale, texts[i]);

		prices[i] = price_of(locale, &custom, &amount, arena);
	}
	return prices;
}

/* Neither a whole number nor one with decimals: it is none. */
static struct amount amount_of(const struct locale *locale, struct str text)
{
	struct amount amount = { 0 };
	size_t from = 0, at, end, last;

	while (from < text.len && !is_digit(text.ptr[from]))
		from++;
	at = end = from;
	while (take_run(&amount, text, &at)) {
		end = at;
		if (amount.count < RUNS_MOST)
			amount.marks[amount.count] = mark_at(locale, text, &at);
		if (at == end)
			break;
	}
	amount.before = str_trim(str_slice(text, 0, from));
	amount.after = str_trim(str_from_byte(text, end));
	if (!amount.count || has_digit(amount.after) ||
	    str_ends(amount.before, "-") ||
	    str_ends(amount.before, "\xE2\x88\x92"))
		return amount;
	last = amount.count - 1;
	amount.is_whole = are_thousands(&amount, amount.count);
	amount.is_fraction =
		last && strchr(".,", amount.marks[last]) &&
		are_thousands(&amount, last) &&
		(last == 1 || amount.marks[1] != amount.marks[last]);
	return amount;
}

static bool take_run(struct amount *amount, struct str text, size_t *at)
{
	size_t from = *at,
	       len = amount->count ? amount->ends[amount->count - 1] : 0;

	while (*at < text.len && is_digit(text.ptr[*at]))
		++*at;
	if (*at == from || amount->count == RUNS_MOST ||
	    len + *at - from > DIGITS_MOST) {
		*at = from;
		return false;
	}
	memcpy(amount->digits + len, text.ptr + from, *at - from);
	amount->ends[amount->count++] = len + *at - from;
	return true;
}

/* Only before a digit; a plain blank only where the language parts by blanks. */
static char mark_at(const struct locale *locale, struct str text, size_t *at)
{
	static const char *const NO_BREAK[] = { "\xC2\xA0", "\xE2\x80\xAF",
						"\xE2\x80\x89" };
	struct str rest = str_from_byte(text, *at);
	size_t len = 0;
	char mark = '\0';

	if (rest.len && strchr(".,'", rest.ptr[0])) {
		mark = rest.ptr[0];
		len = 1;
	} else if (str_starts(rest, "\xE2\x80\x99")) {
		mark = '\'';
		len = 3;
	} else if (str_starts(rest, " ") &&
		   str_is(locale->group, NO_BREAK[0])) {
		mark = ' ';
		len = 1;
	}
	for (size_t k = 0; k < 3 && !len; k++)
		if (str_starts(rest, NO_BREAK[k])) {
			mark = ' ';
			len = strlen(NO_BREAK[k]);
		}
	if (len >= rest.len || !is_digit(rest.ptr[len]))
		return '\0';
	*at += len;
	return mark;
}

static bool has_digit(struct str text)
{
	for (size_t k = 0; k < text.len; k++)
		if (is_digit(text.ptr[k]))
			return true;
	return false;
}

/* So many of the runs; one alone is none, but nothing against them. */
static bool are_thousands(const struct amount *amount, size_t count)
{
	if (count > 1 && (amount->ends[0] > 3 || amount->digits[0] == '0'))
		return false;
	for (size_t k = 1; k < count; k++)
		if (amount->ends[k] - amount->ends[k - 1] != 3 ||
		    amount->marks[k] != amount->marks[1])
			return false;
	return true;
}

static void note(struct custom *custom, const struct amount *amount)
{
	size_t last = amount->count - 1;
	char first = amount->marks[1];

	if (amount->is_whole == amount->is_fraction || !last)
		return;
	if (amount->is_fraction)
		custom->decimals[is_comma(amount->marks[last])] = true;
	if ((amount->is_whole || last > 1) && strchr(".,", first))
		custom->thousands[is_comma(first)] = true;
}

static struct price price_of(const struct locale *locale,
			     const struct custom *custom,
			     const struct amount *amount, struct arena *arena)
{
	struct price price = { .amount = NAN };
	struct amount settled = *amount;

	settle(locale, custom, &settled);
	if (!settled.is_whole && !settled.is_fraction)
		return price;
	price.unit = ARENA_JOIN(
		arena, amount->before,
		amount->before.len && amount->after.len ? STR(" ") : STR(""),
		amount->after);
	if (settled.is_whole != settled.is_fraction) {
		price.amount = value_of(&settled);
		return price;
	}
	price.whole = arena_printf(arena, "%s", amount->digits);
	price.fraction =
		arena_printf(arena, "%.*s%.*s%s0", (int)amount->ends[0],
			     amount->digits, STR_ARG(locale->decimal),
			     amount->digits + amount->ends[0]);
	return price;
}

/* Leaves one reading of two, where there is reason to. */
static void settle(const struct locale *locale, const struct custom *custom,
		   struct amount *amount)
{
	char mark[] = { amount->marks[1], '\0' };
	bool parts = str_is(locale->group, mark);
	bool comma = is_comma(mark[0]);

	if (!amount->is_whole || !amount->is_fraction)
		return;
	if (!custom->decimals[comma] && (parts || custom->thousands[comma]))
		amount->is_fraction = false;
	else if (custom->decimals[comma] && !custom->thousands[comma] && !parts)
		amount->is_whole = false;
}

static double value_of(const struct amount *amount)
{
	char text[DIGITS_MOST + 2];
	size_t whole = amount->is_fraction ? amount->ends[amount->count - 2]
					   : amount->ends[amount->count - 1];
	double value = NAN;

	snprintf(text, sizeof(text), "%.*s.%s", (int)whole, amount->digits,
		 amount->digits + whole);
	if (!amount->is_fraction)
		text[whole] = '\0';
	return str_to_number(str_from(text), &value) ? value : NAN;
}

static bool is_comma(char mark)
{
	return mark == ',';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}
