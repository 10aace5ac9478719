#include "import/amount.h"

#include "import/phrases.h"
#include "import/wording.h"

enum { DIGITS_MOST = 15, GROUP = 3 };

static size_t read_number(struct str text, double *value);
static size_t digits_at(struct str text, size_t at);
static bool is_unit(struct str text);

bool amount_is(struct str text, struct amount *amount)
{
	size_t front = wording_starts_any(text, PHRASES_MONEY), digits;

	amount->sign = str_slice(text, 0, front);
	text = str_trim(str_from_byte(text, front));
	digits = read_number(text, &amount->value);
	text = str_from_byte(text, digits);
	amount->unit = str_trim(text);
	/* "2nd" is no measure, nor is "3 pm", nor "5 points", nor "$10 off". */
	if (!digits || wording_is_any(amount->unit, PHRASES_NO_UNIT) ||
	    (front && text.len &&
	     !wording_starts_any(amount->unit, PHRASES_PER)))
		return false;
	return !text.len || is_unit(amount->unit);
}

struct str amount_unit_said(struct str label)
{
	struct str unit = str_from_byte(label, str_find(label, '(') + 1);

	unit = str_trim(wording_without(unit, ")"));
	return str_ends(label, ")") && (wording_is_any(unit, PHRASES_UNITS) ||
					wording_is_any(unit, PHRASES_MONEY))
		       ? unit
		       : STR("");
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

/* "1,299.50", "0.125"; not "1.299", "4,5" and "1,2,3". */
static size_t read_number(struct str text, double *value)
{
	char plain[2 * DIGITS_MOST];
	size_t whole = digits_at(text, 0), end = whole, len = 0, part;

	while (whole && whole <= GROUP && end < text.len &&
	       text.ptr[end] == ',' && digits_at(text, end + 1) == GROUP)
		end += 1 + GROUP;
	if (end < text.len && text.ptr[end] == '.') {
		part = digits_at(text, end + 1);
		if (!part || (part == GROUP && end == whole && whole <= GROUP &&
			      text.ptr[0] != '0'))
			return 0;
		end += 1 + part;
	}
	if (!whole || end > DIGITS_MOST ||
	    (end < text.len && strchr(".,", text.ptr[end])))
		return 0;
	for (size_t i = 0; i < end; i++)
		if (text.ptr[i] != ',')
			plain[len++] = text.ptr[i];
	return str_to_number((struct str){ plain, len }, value) ? end : 0;
}

static size_t digits_at(struct str text, size_t at)
{
	size_t end = at;

	while (end < text.len && text.ptr[end] >= '0' && text.ptr[end] <= '9')
		end++;
	return end - at;
}

/* "g", "°C", "km/h", "/month", "km per charge": letters and their signs. */
static bool is_unit(struct str text)
{
	size_t words = wording_count(text);

	if (words > 1 && !wording_has_any(text, "per"))
		return false;
	for (size_t at = 0; at < text.len;) {
		struct str rest = str_from_byte(text, at);
		size_t len = wording_starts_any(rest, PHRASES_UNIT_SIGNS);

		if (!len && wording_in_word(text, at) &&
		    !strchr("0123456789+#", text.ptr[at]))
			len = 1;
		if (!len)
			return false;
		at += len;
	}
	return words <= 3;
}
