#include "view/price.h"

#include <math.h>

static size_t number_end(struct str text, size_t from);
static bool is_digit(char c);

struct price price_of(struct str text, struct arena *arena)
{
	struct price price = { .amount = NAN };
	size_t from = 0, end;
	struct str before, after;

	while (from < text.len && !is_digit(text.ptr[from]))
		from++;
	end = number_end(text, from);
	if (from == text.len)
		return price;
	for (size_t k = end; k < text.len; k++)
		if (is_digit(text.ptr[k]))
			return price;
	before = str_trim((struct str){ text.ptr, from });
	after = str_trim((struct str){ text.ptr + end, text.len - end });
	if (str_ends(before, "-") || str_ends(before, "\xE2\x88\x92") ||
	    !str_to_number((struct str){ text.ptr + from, end - from },
			   &price.amount))
		return (struct price){ .amount = NAN };
	price.unit =
		ARENA_JOIN(arena, before,
			   before.len && after.len ? STR(" ") : STR(""), after);
	return price;
}

/* Digits, and decimals behind a point. */
static size_t number_end(struct str text, size_t from)
{
	size_t end = from;

	while (end < text.len && is_digit(text.ptr[end]))
		end++;
	if (end + 1 < text.len && text.ptr[end] == '.' &&
	    is_digit(text.ptr[end + 1]))
		for (end++; end < text.len && is_digit(text.ptr[end]);)
			end++;
	return end;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}
