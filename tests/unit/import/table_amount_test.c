#include "import/table_amount.h"
#include "unit.h"

static void a_measure_has_a_number_and_a_unit(void **state)
{
	static const struct {
		const char *text;
		double value;
		const char *unit;
	} AMOUNTS[] = {
		{ "$10", 10, "$" },
		{ "€1,299", 1299, "€" },
		{ "1,299.50 EUR", 1299.5, "EUR" },
		{ "999 €", 999, "€" },
		{ "12 500 km", 12500, "km" },
		{ "$5/month", 5, "$/month" },
		{ "$8 per user per month", 8, "$ per user per month" },
		{ "4 km per charge", 4, "km per charge" },
		{ "0.125 l", 0.125, "l" },
		{ "-5 °C", -5, "°C" },
		{ "40 km/h", 40, "km/h" },
		{ "99.9%", 99.9, "%" },
		{ "310ms", 310, "ms" },
		{ "1,200", 1200, "" },
	};
	struct arena *arena = *state;

	for (size_t k = 0; k < sizeof(AMOUNTS) / sizeof(*AMOUNTS); k++) {
		struct amount amount;

		if (!amount_is(str_from(AMOUNTS[k].text), &amount, arena))
			fail_msg("no amount: %s", AMOUNTS[k].text);
		assert_near(amount.value, AMOUNTS[k].value);
		assert_true(str_is(amount.unit, AMOUNTS[k].unit));
	}
}

static void other_figures_are_no_measure(void **state)
{
	static const char *const TEXTS[] = {
		"",	      "free",	    "2nd",
		"3 pm",	      "5 points",   "2 or 3",
		"10-12 h",    "5 h 30",	    "8 of 10",
		"v3",	      "4/5",	    "1,2,3 g",
		"$10 or so",  "$10 off",    "4.8 m; wide",
		"$",	      "10+ hours",  "3 (three)",
		"1.299 €",    "1.299,50 €", "4,5 kg",
		"about 5 km", "~450 g",	    "24/7",
		"1.2.3",      "5 GB free",  "1234567890123456 g",
	};
	struct arena *arena = *state;
	struct amount amount;

	for (size_t k = 0; k < sizeof(TEXTS) / sizeof(*TEXTS); k++)
		if (amount_is(str_from(TEXTS[k]), &amount, arena))
			fail_msg("an amount: %s", TEXTS[k]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_measure_has_a_number_and_a_unit),
		TEST(other_figures_are_no_measure),
	};

	return RUN(tests);
}
