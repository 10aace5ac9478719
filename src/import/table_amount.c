#include "import/table_amount.h"

#include "base/wording.h"
#include "import/phrases.h"
#include "read/number.h"

enum { DIGITS_MOST = 15, UNIT_WORDS = 5 };

bool amount_is(struct str text, struct amount *amount, struct arena *arena)
{
	size_t front = wording_starts_any(text, PHRASES_MONEY), end;
	struct str rest = str_trim(str_from_byte(text, front)), number;
	struct number_meant meant;
	const char *point;

	end = rest.len ? strspn(rest.ptr, "0123456789.,' -") : 0;
	number = str_trim(str_slice(rest, 0, end));
	rest = str_from_byte(rest, number.len);
	if (number.len > DIGITS_MOST || !number_meant(number, &meant) ||
	    !str_to_number(str_from(meant.right), &amount->value) ||
	    wording_starts_any(rest, PHRASES_RAISED))
		return false;
	point = strchr(meant.right, '.');
	/* "4,5", and "1.299", which may be 1299. */
	if ((point && number.ptr[number.len - strlen(point)] != '.') ||
	    (meant.other[0] && str_find(number, '.') < number.len))
		return false;
	amount->unit =
		str_trim(ARENA_JOIN(arena, str_slice(text, 0, front), rest));
	/* "2nd" is no measure, nor is "3 pm", nor "5 points", nor "$10 off". */
	front = wording_count(amount->unit);
	return !(rest.len && wording_is_any(str_trim(rest), PHRASES_NO_UNIT)) &&
	       strcspn(amount->unit.ptr, "0123456789.,;:()[]+*#!?<>=&'\"-") >=
		       amount->unit.len &&
	       (front < 2 || (front <= UNIT_WORDS &&
			      wording_has_any(amount->unit, PHRASES_PER)));
}
