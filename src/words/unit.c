#include "words/unit.h"

#include <stddef.h>

static const struct {
	enum unit_kind kind;
	const char *units; /* each between blanks */
} KINDS[] = {
	{ UNIT_RATE, " fps rps qps iops IOPS mph " },
	{ UNIT_TIME, " ns µs us ms s sec min h hr d second seconds minute "
		     "minutes hour hours day days week weeks month months year "
		     "years " },
	{ UNIT_LENGTH, " nm µm mm cm m km in ft mi " },
	{ UNIT_MASS, " µg mg g kg t oz lb lbs " },
	{ UNIT_PRICE, " € $ £ ¥ EUR USD GBP CHF JPY SEK NOK DKK PLN CZK " },
	{ UNIT_AMOUNT, " byte bytes B kB KB MB GB TB KiB MiB GiB TiB W mW kW "
		       "Wh kWh mAh J kJ MJ ml l cl lines files cores " },
	{ UNIT_RATIO, " :1 " },
	{ UNIT_PERCENT, " % " },
};

static bool is_among(struct str unit, const char *units);

enum unit_kind unit_kind_of(struct str unit)
{
	if (str_ends(unit, "/s") || str_ends(unit, "/h") ||
	    str_ends(unit, "/min"))
		return UNIT_RATE;
	if (str_is(unit, "to 1"))
		return UNIT_RATIO;
	for (size_t k = 0; unit.len && k < sizeof(KINDS) / sizeof(*KINDS); k++)
		if (is_among(unit, KINDS[k].units))
			return KINDS[k].kind;
	return UNIT_OTHER;
}

static bool is_among(struct str unit, const char *units)
{
	struct str rest = str_from(units + 1);

	while (rest.len)
		if (str_equals(str_cut(&rest, ' '), unit))
			return true;
	return false;
}
