/* What a unit's symbol tells of what it measures. */
#include "unit.h"

#include "words/unit.h"

static void a_unit_tells_its_kind(void **state)
{
	static const struct {
		const char *unit;
		enum unit_kind kind;
	} UNITS[] = {
		{ "MB/s", UNIT_SPEED },	   { "files/min", UNIT_SPEED },
		{ "fps", UNIT_SPEED },	   { "requests/s", UNIT_SPEED },
		{ "km/h", UNIT_AMOUNT },   { "€/h", UNIT_AMOUNT },
		{ "°C/min", UNIT_AMOUNT }, { "errors/s", UNIT_AMOUNT },
		{ "/s", UNIT_AMOUNT },	   { "ms", UNIT_TIME },
		{ "h", UNIT_TIME },	   { "year", UNIT_OTHER },
		{ "mm", UNIT_AMOUNT },	   { "kg", UNIT_AMOUNT },
		{ "€", UNIT_PRICE },	   { "USD", UNIT_PRICE },
		{ "MiB", UNIT_AMOUNT },	   { "bytes", UNIT_AMOUNT },
		{ "to 1", UNIT_AMOUNT },   { ":1", UNIT_AMOUNT },
		{ "%", UNIT_PERCENT },	   { "°C", UNIT_LEVEL },
		{ "dB", UNIT_LEVEL },	   { "", UNIT_OTHER },
		{ "mp", UNIT_OTHER },	   { "s min", UNIT_OTHER },
	};

	(void)state;
	for (size_t k = 0; k < sizeof(UNITS) / sizeof(*UNITS); k++)
		assert_int_equal(unit_kind_of(str_from(UNITS[k].unit)),
				 UNITS[k].kind);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_unit_tells_its_kind),
	};

	return RUN(tests);
}
