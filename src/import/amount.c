#include "import/amount.h"

#include "import/phrases.h"
#include "import/wording.h"

enum { DIGITS_MOST = 15, GROUP = 3 };

static size_t read_number(struct str text, struct amount *amount);
static size_t digits_at(struct str text, size_t at);
static size_t skip_groups(struct str text, size_t at);
static bool is_unit(struct str text);
static bool is_unit_word(struct str word);

bool amount_is(struct str text, struct amount *amount)
{
	size_t front, digits;
	struct str rest;

	*amount = (struct amount){ 0 };
	text = str_trim(text);
	front = wording_starts_any(text, PHRASES_ABOUT);
	amount->about = front > 0;
	text = str_trim(str_from_byte(text, front));
	front = wording_starts_any(text, PHRASES_MONEY);
	amount->sign = str_slice(text, 0, front);
	text = str_trim(str_from_byte(text, front));
	digits = read_number(text, amount);
	if (!digits)
		return false;
	rest = str_from_byte(text, digits);
	amount->unit = str_trim(rest);
	/* "2nd" is no measure, nor is "3 pm", nor "5 points". */
	if (wording_is_any(amount->unit, PHRASES_NO_UNIT))
		return false;
	if (front && rest.len)
		return (str_starts(amount->unit, "/") ||
			wording_starts(amount->unit, "per ")) &&
		       is_unit(amount->unit);
	return !rest.len || is_unit(amount->unit);
}

struct str amount_unit_said(struct str label, struct str *rest)
{
	size_t open = str_find(label, '(');
	struct str unit = str_from_byte(label, open);

	*rest = label;
	if (!open || unit.len < 3 || !str_ends(label, ")"))
		return STR("");
	unit = str_trim(str_slice(unit, 1, unit.len - 2));
	if (!wording_is_any(unit, PHRASES_UNITS) &&
	    !wording_is_any(unit, PHRASES_MONEY))
		return STR("");
	*rest = str_trim(str_slice(label, 0, open));
	return unit;
}

/*
 * Most tables that measure have prices, weights and times; of the rest, more
 * of it is what a maker boasts of.  The report asks to confirm it.
 */
bool amount_is_cost(struct str label, struct str unit)
{
	if (wording_has_any(label, PHRASES_GAINS))
		return false;
	return wording_has_any(label, PHRASES_COSTS) ||
	       wording_starts_any(unit, PHRASES_MONEY) ||
	       wording_is_any(unit, PHRASES_UNITS_OF_COST);
}

/*
 * "1,299.50", "1.299,50", "1 299", "4,5".  Three digits behind the one comma
 * are thousands as English has them; behind the one point nobody knows.
 */
static size_t read_number(struct str text, struct amount *amount)
{
	char plain[2 * DIGITS_MOST + 4];
	size_t at = str_starts(text, "-") ? 1 : 0, len = 0, whole, end;
	size_t first = digits_at(text, at);
	char mark;

	if (!first)
		return 0;
	whole = skip_groups(text, at);
	mark = at + first < text.len ? text.ptr[at + first] : ' ';
	end = whole;
	amount->group = whole > at + first ? mark : 0;
	if (whole < text.len && strchr(".,", text.ptr[whole])) {
		size_t part = digits_at(text, whole + 1);

		if (!part || (whole > at + first && text.ptr[whole] == mark))
			return 0;
		amount->about |= whole == at + first && part == GROUP &&
				 text.ptr[whole] == ',';
		amount->point = text.ptr[whole];
		end = whole + 1 + part;
	} else {
		amount->about |= whole == at + first + GROUP + 1 && mark == '.';
	}
	for (size_t i = 0; i < end; i++) {
		bool digit = text.ptr[i] >= '0' && text.ptr[i] <= '9';

		if (len == sizeof(plain))
			return 0;
		if (digit || (!i && at))
			plain[len++] = text.ptr[i];
		else if (i == whole)
			plain[len++] = '.';
	}
	return str_to_number((struct str){ plain, len }, &amount->value) ? end
									 : 0;
}

static size_t digits_at(struct str text, size_t at)
{
	size_t end = at;

	while (end < text.len && text.ptr[end] >= '0' && text.ptr[end] <= '9')
		end++;
	return end - at;
}

/* Where the whole part ends: digits, or groups of three parted by one mark. */
static size_t skip_groups(struct str text, size_t at)
{
	size_t first = digits_at(text, at), end = at + first;

	if (first > GROUP || end >= text.len || text.ptr[at] == '0')
		return end;
	while (end < text.len && strchr(",.' ", text.ptr[end]) &&
	       text.ptr[end] == text.ptr[at + first] &&
	       digits_at(text, end + 1) == GROUP)
		end += 1 + GROUP;
	return end;
}

/* "g", "°C", "km/h", "/month", "km per charge". */
static bool is_unit(struct str text)
{
	struct str rest = text, word;
	size_t count = wording_count(text);

	if (wording_starts(rest, "per "))
		return is_unit_word(str_from_byte(rest, strlen("per ")));
	word = str_cut(&rest, ' ');
	return is_unit_word(word) &&
	       (count == 1 ||
		(count == 3 && wording_starts(rest, "per ") &&
		 is_unit_word(str_from_byte(rest, strlen("per ")))));
}

static bool is_unit_word(struct str word)
{
	static const char *const SIGNS[] = { "/", "%", "°", "µ", "²", "³",
					     "€", "$", "£", "¥", "₹" };

	for (size_t at = 0; at < word.len;) {
		size_t len = 0;

		for (size_t k = 0; k < sizeof(SIGNS) / sizeof(*SIGNS); k++)
			if (str_starts(str_from_byte(word, at), SIGNS[k]))
				len = strlen(SIGNS[k]);
		if (!len && wording_in_word(word, at) &&
		    !strchr("0123456789+#", word.ptr[at]))
			len = 1;
		if (!len)
			return false;
		at += len;
	}
	return word.len > 0;
}
