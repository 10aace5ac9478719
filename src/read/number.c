#include "read/number.h"

#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"

enum { RUNS_MOST = 16 };

/* Up to here a double tells all whole numbers. */
static const double WHOLE_MOST = 9007199254740992;

#define DECIMAL ':' /* in place of a mark that parts nothing else */

/* "−1.200,5": a sign, runs of digits, and what parts them. */
struct runs {
	bool minus;
	struct str digits[RUNS_MOST];
	/* Before each but the first: , . ' a blank or DECIMAL. */
	char marks[RUNS_MOST];
	size_t count;
};

/* "-0.0120" is 12 with the power -3, and minus. */
struct decimal {
	bool minus;
	char digits[NUMBER_SIZE];
	size_t len;
	long power;
};

static void put_shortest(char *to, double number);
static struct decimal decimal_of(struct str text);
static long power_of(struct str text);
static struct str plain_digits(struct str text, char *to);
static bool split(struct str text, struct runs *runs);
static char mark_of(uint32_t c);
static bool are_thousands(const struct runs *runs, size_t count);
static void join(const struct runs *runs, size_t whole, char *to);
static void put_apart(char *decimal);

bool number_meant(struct str text, struct number_meant *meant)
{
	char plain[NUMBER_SIZE];
	struct runs runs = { 0 };
	size_t last;
	char mark;

	*meant = (struct number_meant){ 0 };
	if (text.len >= NUMBER_SIZE || !split(plain_digits(text, plain), &runs))
		return false;
	last = runs.count - 1;
	mark = runs.marks[last];
	if (are_thousands(&runs, runs.count)) {
		join(&runs, runs.count, meant->right);
		if (last == 1 && strchr(",.", mark)) {
			join(&runs, last, meant->other);
			put_apart(meant->other);
		}
		return true;
	}
	if (!strchr(",.:", mark) || !are_thousands(&runs, last) ||
	    (last > 1 && runs.marks[1] == mark))
		return false;
	join(&runs, last, meant->right);
	return true;
}

bool number_hint(struct diags *diags, struct str before, struct str text,
		 struct str behind)
{
	struct number_meant meant;

	if (!number_meant(text, &meant))
		return false;
	if (meant.other[0])
		diag_hint(diags,
			  "write %.*s%s%.*s or %.*s%s%.*s, whichever is meant",
			  STR_ARG(before), meant.right, STR_ARG(behind),
			  STR_ARG(before), meant.other, STR_ARG(behind));
	else
		diag_hint(diags, "write it so: %.*s%s%.*s", STR_ARG(before),
			  meant.right, STR_ARG(behind));
	return true;
}

bool number_has_mark(uint32_t c)
{
	return mark_of(c) != '\0';
}

bool number_is_kept(struct str text, double number)
{
	char shortest[NUMBER_SIZE];

	put_shortest(shortest, number);
	return number_is_same(text, str_from(shortest));
}

bool number_is_same(struct str a, struct str b)
{
	struct decimal left = decimal_of(a), right = decimal_of(b);

	return left.len == right.len && left.minus == right.minus &&
	       (!left.len || left.power == right.power) &&
	       !memcmp(left.digits, right.digits, left.len);
}

bool number_check(struct diags *diags, struct place at, struct str text,
		  double number)
{
	char near[NUMBER_ROOM];

	if (fabs(number) < WHOLE_MOST || number_is_kept(text, number))
		return true;
	diag_error(diags, at,
		   "\"%.*s\" has more digits than are kept: it would be %.*s",
		   STR_ARG(text), STR_ARG(number_text(near, number, 0)));
	diag_hint(diags, "write 15 digits that count, and zeros behind them");
	return false;
}

struct str number_exact(double number, struct arena *arena)
{
	char shortest[NUMBER_SIZE];

	put_shortest(shortest, number);
	return arena_str(arena, str_from(shortest));
}

static void put_shortest(char *to, double number)
{
	for (int digits = 15; digits <= 17; digits++) {
		double same;

		snprintf(to, NUMBER_SIZE, "%.*g", digits, number);
		if (str_to_number(str_from(to), &same) && same == number)
			break;
	}
}

/* Without zeros at either end, which say nothing but where the point is. */
static struct decimal decimal_of(struct str text)
{
	struct decimal d = { .minus = str_starts(text, "-") };
	bool fraction = false;
	size_t k = 0;

	for (; k < text.len && !strchr("eE", text.ptr[k]); k++) {
		char c = text.ptr[k];

		fraction |= c == '.' || c == ',';
		if (!isdigit((unsigned char)c))
			continue;
		d.power -= fraction;
		if ((d.len || c != '0') && d.len < NUMBER_SIZE)
			d.digits[d.len++] = c;
	}
	if (k < text.len)
		d.power += power_of(str_from_byte(text, k + 1));
	for (; d.len && d.digits[d.len - 1] == '0'; d.len--)
		d.power++;
	return d;
}

static long power_of(struct str text)
{
	double power = 0;

	return str_to_number(text, &power) ? (long)power : 0;
}

struct str number_trim(struct str text)
{
	while (text.len) {
		size_t at = text.len - 1, next;

		while (at && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
			at--;
		next = at;
		if (mark_of(str_char_next(text, &next)) != ' ')
			break;
		text.len = at;
	}
	return text;
}

struct str number_trim_start(struct str text)
{
	size_t at = 0, next = 0;

	while (at < text.len && mark_of(str_char_next(text, &next)) == ' ')
		at = next;
	return str_from_byte(text, at);
}

/* With digits of Arabic, Persian or full width as those of ASCII. */
static struct str plain_digits(struct str text, char *to)
{
	static const uint32_t ZEROS[] = { 0x660, 0x6F0, 0xFF10 };
	size_t at = 0, len = 0;

	while (at < text.len) {
		size_t from = at;
		uint32_t c = str_char_next(text, &at);
		char digit = '\0';

		for (size_t k = 0; k < sizeof(ZEROS) / sizeof(*ZEROS); k++)
			if (c >= ZEROS[k] && c < ZEROS[k] + 10)
				digit = (char)('0' + (c - ZEROS[k]));
		if (digit) {
			to[len++] = digit;
			continue;
		}
		memcpy(to + len, text.ptr + from, at - from);
		len += at - from;
	}
	return (struct str){ to, len };
}

static bool split(struct str text, struct runs *runs)
{
	size_t at = 0, from = 0;
	uint32_t sign = text.len ? str_char_next(text, &at) : 0;

	/* Also U+2212 and the dash that is typed for it. */
	runs->minus = sign == '-' || sign == 0x2212 || sign == 0x2013;
	if (!runs->minus && sign != '+')
		at = 0;
	for (from = at; runs->count < RUNS_MOST; from = at) {
		while (at < text.len && isdigit((unsigned char)text.ptr[at]))
			at++;
		if (at == from)
			return false;
		runs->digits[runs->count++] = str_slice(text, from, at - from);
		if (at == text.len)
			return true;
		if (runs->count < RUNS_MOST)
			runs->marks[runs->count] =
				mark_of(str_char_next(text, &at));
		if (runs->count < RUNS_MOST && !runs->marks[runs->count])
			return false;
	}
	return false;
}

/* One for all blanks: of any width, broken at or not. */
static char mark_of(uint32_t c)
{
	switch (c) {
	case ',':
	case '.':
	case '\'':
		return (char)c;
	case 0x2BC:
	case 0x2018:
	case 0x2019:
	case 0x66C: /* Arabic, of thousands */
		return '\'';
	case 0x66B: /* Arabic, of decimals */
		return DECIMAL;
	case ' ':
	case 0xA0:
	case 0x202F:
	case 0x205F:
	case 0x3000:
		return ' ';
	default:
		return c >= 0x2000 && c <= 0x200A ? ' ' : '\0';
	}
}

/* One run is no thousands, but nothing against them. */
static bool are_thousands(const struct runs *runs, size_t count)
{
	if (count > 1 &&
	    (runs->digits[0].len > 3 || runs->digits[0].ptr[0] == '0'))
		return false;
	for (size_t i = 1; i < count; i++)
		if (runs->digits[i].len != 3 || runs->marks[i] == DECIMAL ||
		    runs->marks[i] != runs->marks[1])
			return false;
	return true;
}

/* `whole` runs, and behind a point the one that may be left. */
static void join(const struct runs *runs, size_t whole, char *to)
{
	if (runs->minus)
		*to++ = '-';
	for (size_t i = 0; i < runs->count; i++) {
		if (i == whole)
			*to++ = '.';
		memcpy(to, runs->digits[i].ptr, runs->digits[i].len);
		to += runs->digits[i].len;
	}
	*to = '\0';
}

/* "1.200" as "1.2" and "1.234" as "1.2340", which no one takes for thousands. */
static void put_apart(char *decimal)
{
	size_t len = strlen(decimal);

	if (decimal[len - 1] != '0') {
		memcpy(decimal + len, "0", 2);
		return;
	}
	while (decimal[len - 1] == '0')
		len--;
	len -= decimal[len - 1] == '.';
	decimal[len] = '\0';
}
