#include "view/price.h"

#include <math.h>

#include "unit.h"

static void assert_price(const char *text, double amount, const char *unit,
			 struct arena *arena)
{
	struct price price = price_of(str_from(text), arena);

	assert_near(price.amount, amount);
	assert_true(str_is(price.unit, unit));
}

static void assert_none(const char *text, struct arena *arena)
{
	if (!isnan(price_of(str_from(text), arena).amount))
		fail_msg("\"%s\" was read as a price", text);
}

static void a_number_has_what_stands_around_it_for_its_unit(void **state)
{
	assert_price("12 \xE2\x82\xAC", 12, "\xE2\x82\xAC", *state);
	assert_price("$9.50", 9.5, "$", *state);
	assert_price("US$ 9 a month", 9, "US$ a month", *state);
	assert_price("1200", 1200, "", *state);
}

static void what_may_be_two_numbers_is_none(void **state)
{
	assert_none("1,200 \xE2\x82\xAC", *state);
	assert_none("1.200.000", *state);
	assert_none("12 to 15", *state);
	assert_none("-5", *state);
	assert_none("free", *state);
	assert_none("", *state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_number_has_what_stands_around_it_for_its_unit),
		TEST(what_may_be_two_numbers_is_none),
	};

	return RUN(tests);
}
