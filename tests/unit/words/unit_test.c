/* What a unit's symbol tells of what it measures. */
#include "unit.h"

#include "words/unit.h"

static void a_unit_tells_its_kind(void **state)
{
	static const struct {
		const char *unit;
		enum unit_kind kind;
	} UNITS[] = {
		{ "MB/s", UNIT_RATE },	  { "km/h", UNIT_RATE },
		{ "fps", UNIT_RATE },	  { "ms", UNIT_TIME },
		{ "h", UNIT_TIME },	  { "mm", UNIT_LENGTH },
		{ "kg", UNIT_MASS },	  { "€", UNIT_PRICE },
		{ "USD", UNIT_PRICE },	  { "MiB", UNIT_AMOUNT },
		{ "bytes", UNIT_AMOUNT }, { "to 1", UNIT_RATIO },
		{ "%", UNIT_PERCENT },	  { "°C", UNIT_OTHER },
		{ "dB", UNIT_OTHER },	  { "", UNIT_OTHER },
		{ "mp", UNIT_OTHER },	  { "s min", UNIT_OTHER },
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
