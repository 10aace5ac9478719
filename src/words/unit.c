#include "words/unit.h"

#include <stddef.h>
#include <string.h>

static const struct {
	enum unit_kind kind;
	const char *units; /* each between blanks */
} KINDS[] = {
	{ UNIT_SPEED, " fps rps qps iops IOPS " },
	{ UNIT_TIME, " ns µs us ms s sec min h hr d second seconds minute "
		     "minutes hour hours day days week weeks month months " },
	{ UNIT_PRICE, " € $ £ ¥ EUR USD GBP CHF JPY SEK NOK DKK PLN CZK " },
	{ UNIT_AMOUNT, " nm µm mm cm m km in ft mi µg mg g kg t oz lb lbs "
		       "byte bytes B kB KB MB GB TB KiB MiB GiB TiB W mW kW "
		       "Wh kWh mAh J kJ MJ ml l cl lines files cores mph :1 " },
	{ UNIT_PERCENT, " % " },
	{ UNIT_LEVEL, " °C °F ℃ ℉ dB dBA dB(A) pH " },
};

/* Data, and pieces of work. */
static const char DONE[] =
	" bit kbit Mbit Gbit byte bytes B kB KB MB GB TB KiB MiB GiB TiB "
	"req requests queries ops operations transactions frames images pages "
	"lines files rows records messages tokens words ";

static const char *const PER_TIME[] = { "/s", "/min", "/h" };

static bool is_among(struct str unit, const char *units);

enum unit_kind unit_kind_of(struct str unit)
{
	for (size_t k = 0; k < sizeof(PER_TIME) / sizeof(*PER_TIME); k++) {
		if (!str_ends(unit, PER_TIME[k]))
			continue;
		unit.len -= strlen(PER_TIME[k]);
		return is_among(unit, DONE) ? UNIT_SPEED : UNIT_AMOUNT;
	}
	if (str_is(unit, "to 1"))
		return UNIT_AMOUNT;
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
