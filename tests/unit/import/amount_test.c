#include "import/amount.h"
#include "unit.h"

static void a_measure_has_a_number_and_a_unit(void **state)
{
	static const struct {
		const char *text;
		double value;
		const char *sign, *unit;
	} AMOUNTS[] = {
		{ "$10", 10, "$", "" },
		{ "€1,299", 1299, "€", "" },
		{ "1,299.50 EUR", 1299.5, "", "EUR" },
		{ "$5/month", 5, "$", "/month" },
		{ "4 km per charge", 4, "", "km per charge" },
		{ "0.125 l", 0.125, "", "l" },
		{ "1,200", 1200, "", "" },
		{ "5 °C", 5, "", "°C" },
	};

	(void)state;
	for (size_t k = 0; k < sizeof(AMOUNTS) / sizeof(*AMOUNTS); k++) {
		struct amount amount;

		if (!amount_is(str_from(AMOUNTS[k].text), &amount))
			fail_msg("no amount: %s", AMOUNTS[k].text);
		assert_near(amount.value, AMOUNTS[k].value);
		assert_true(str_is(amount.sign, AMOUNTS[k].sign));
		assert_true(str_is(amount.unit, AMOUNTS[k].unit));
	}
}

static void other_figures_are_no_measure(void **state)
{
	static const char *const TEXTS[] = {
		"",
		"free",
		"2nd",
		"3 pm",
		"5 points",
		"2 or 3",
		"10-12 h",
		"5 h 30",
		"8 of 10",
		"v3",
		"4/5",
		"1,2,3 g",
		"$10 or so",
		"4.8 m; wide",
		"1 ★",
		"$",
		"10+ hours",
		"3 (three)",
		"1.299 €",
		"4,5 kg",
		"from $10",
		"~450 g",
		"12345678901234567890123456789012345 g",
	};
	struct amount amount;

	(void)state;
	for (size_t k = 0; k < sizeof(TEXTS) / sizeof(*TEXTS); k++)
		if (amount_is(str_from(TEXTS[k]), &amount))
			fail_msg("an amount: %s", TEXTS[k]);
}

static void a_label_may_say_the_unit(void **state)
{
	(void)state;
	assert_true(str_is(amount_unit_said(STR("Weight (g)")), "g"));
	assert_true(str_is(amount_unit_said(STR("Price (EUR)")), "EUR"));
	assert_false(amount_unit_said(STR("Looks (subjective)")).len);
	assert_false(amount_unit_said(STR("Looks (1-10)")).len);
	assert_false(amount_unit_said(STR("g")).len);
}

static void prices_weights_and_times_are_costs(void **state)
{
	(void)state;
	assert_true(amount_is_cost(STR("Price"), STR("€")));
	assert_true(amount_is_cost(STR("Pro plan"), STR("$/month")));
	assert_true(amount_is_cost(STR("Weight"), STR("g")));
	assert_true(amount_is_cost(STR("Cold start"), STR("ms")));
	assert_true(amount_is_cost(STR("Bundle size"), STR("kB")));
	assert_false(amount_is_cost(STR("Battery life"), STR("h")));
	assert_false(amount_is_cost(STR("Screen size"), STR("in")));
	assert_false(amount_is_cost(STR("Range"), STR("km")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_measure_has_a_number_and_a_unit),
		TEST(other_figures_are_no_measure),
		TEST(a_label_may_say_the_unit),
		TEST(prices_weights_and_times_are_costs),
	};

	return RUN(tests);
}
