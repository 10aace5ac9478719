#include "read/quantity.h"

#include <string.h>

#include "read/number.h"

enum { CELL_MOST = 2 * NUMBER_SIZE }; /* a number and its unit */

static struct str without_units(const struct quantity_style *style,
				struct str text);
static bool is_open(struct str text, char mark);
static bool with_point(struct str text, char *point);
static bool is_unit(struct str text);

void quantity_note(struct quantity_style *style, struct str text)
{
	char point[NUMBER_SIZE];
	double number;

	if (!style->takes_comma || text.len > CELL_MOST)
		return;
	text = without_units(style, text);
	if (str_find(text, '.') < text.len && str_to_number(text, &number)) {
		style->has_point = true;
		style->sure_point |= !is_open(text, '.');
	}
	if (with_point(text, point) &&
	    str_to_number(str_from(point), &number)) {
		style->has_comma = true;
		style->sure_comma |= !is_open(text, ',');
	}
}

/* Whichever they are, before or behind the number. */
static struct str without_units(const struct quantity_style *style,
				struct str text)
{
	size_t from = 0;

	while (from < text.len && !strchr("+-0123456789", text.ptr[from]))
		from++;
	text = str_from_byte(text, from);
	return quantity_bare(quantity_unit(style, text), text);
}

bool quantity_read(const struct quantity_style *style, struct str unit,
		   struct str text, double *number)
{
	char point[NUMBER_SIZE];

	text = quantity_bare(unit, text);
	if (str_to_number(text, number))
		return !style->takes_comma || !is_open(text, '.') ||
		       (style->sure_point && !style->has_comma);
	return style->takes_comma && with_point(text, point) &&
	       str_to_number(str_from(point), number) &&
	       (!is_open(text, ',') ||
		(style->sure_comma && !style->has_point));
}

bool quantity_is_doubtful(struct diags *diags, struct place at,
			  const char *what, const struct quantity_style *style,
			  struct str unit, struct str text)
{
	struct str bare = quantity_bare(unit, text);
	struct number_meant meant;
	double number;

	if (!style->takes_comma || quantity_read(style, unit, text, &number) ||
	    !number_meant(bare, &meant) || !meant.other[0])
		return false;
	diag_error(diags, at, "%s \"%.*s\" may be %s or %s: %s", what,
		   STR_ARG(text), meant.right, meant.other,
		   style->has_comma && style->has_point
			   ? "the table has decimal commas and points"
			   : "no other number of the table tells which");
	number_hint(diags, STR(""), bare, STR(""));
	return true;
}

struct str quantity_bare(struct str unit, struct str text)
{
	size_t rest = text.len - unit.len;

	if (!unit.len || unit.len >= text.len)
		return text;
	if (str_equals(str_from_byte(text, rest), unit))
		return number_trim(str_slice(text, 0, rest));
	if (str_equals(str_slice(text, 0, unit.len), unit))
		return number_trim_start(str_from_byte(text, unit.len));
	return text;
}

struct str quantity_unit(const struct quantity_style *style, struct str text)
{
	size_t len = text.len;
	struct number_meant meant;
	struct str unit;
	double number;

	while (len && !(text.ptr[len - 1] >= '0' && text.ptr[len - 1] <= '9'))
		len--;
	/* "m2" and "CO2" end in a digit that is no number's. */
	for (; len; len--) {
		unit = number_trim_start(str_from_byte(text, len));
		if (unit.len && is_unit(unit) &&
		    (quantity_read(style, STR(""), str_slice(text, 0, len),
				   &number) ||
		     number_meant(str_slice(text, 0, len), &meant)))
			return unit;
	}
	return STR("");
}

/* A word that begins with a letter or a sign such as % and °. */
static bool is_unit(struct str text)
{
	unsigned char first = (unsigned char)text.ptr[0];
	size_t at = 0;

	return !strchr("0123456789/+-:;()", first) &&
	       !number_has_mark(str_char_next(text, &at)) &&
	       str_find(text, ' ') == text.len &&
	       str_char_count(text) <= NUMBER_SIZE;
}

/* Whether the mark may part thousands as well as decimals. */
static bool is_open(struct str text, char mark)
{
	struct number_meant meant;

	return str_find(text, mark) < text.len && number_meant(text, &meant) &&
	       meant.other[0];
}

/* "8,5" as "8.5" in `point`; false for what is not like that. */
static bool with_point(struct str text, char *point)
{
	size_t comma = str_find(text, ',');

	if (comma == text.len || text.len >= NUMBER_SIZE ||
	    str_find(text, '.') < text.len)
		return false;
	memcpy(point, text.ptr, text.len);
	point[comma] = '.';
	point[text.len] = '\0';
	return true;
}
