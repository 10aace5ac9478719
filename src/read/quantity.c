#include "read/quantity.h"

#include <string.h>

#include "read/number.h"

static bool is_open(struct str text, char mark);
static bool with_point(struct str text, char *point);
static bool is_unit(struct str text);

void quantity_note(struct quantity_style *style, struct str text)
{
	char point[NUMBER_SIZE];
	double number;

	if (!style->takes_comma)
		return;
	style->has_point |=
		str_find(text, '.') < text.len && str_to_number(text, &number);
	style->has_comma |= with_point(text, point) &&
			    str_to_number(str_from(point), &number);
}

bool quantity_read(const struct quantity_style *style, struct str unit,
		   struct str text, double *number)
{
	char point[NUMBER_SIZE];

	text = quantity_bare(unit, text);
	if (str_to_number(text, number))
		return !style->has_comma || !is_open(text, '.');
	return style->takes_comma && with_point(text, point) &&
	       str_to_number(str_from(point), number) &&
	       (!style->has_point || !is_open(text, ','));
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

/*
 * Whether the mark may part thousands.  Where others of the table have the
 * other mark before their decimals, it may well do.
 */
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
