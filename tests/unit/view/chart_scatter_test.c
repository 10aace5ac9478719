/*
 * Two counts held against each other, and two profiles: what is drawn of
 * them, and why not.
 */
#include "judged.h"

#include "view/chart_parts.h"
#include "view/chart_view.h"

/* Three trees, of which the last has no speed. */
static struct comparison *priced(const char *a, const char *b, const char *c,
				 struct arena *arena)
{
	const char *const prices[] = { a, b, c };
	struct comparison *trees = comparison_from("       oak elm ash\n"
						   "speed  1  8   6   2\n"
						   "height 1  4   5   9\n"
						   "luck   0  1   2   3\n",
						   arena);

	for (size_t i = 0; i < 3; i++)
		trees->options[i].price.str = str_from(prices[i]);
	return trees;
}

static void why_there_is_no_chart_is_said(void **state)
{
	static const struct {
		const char *prices[3], *x, *y, *says;
	} CASES[] = {
		{ { "$1", "$2", "$3" }, "", "", NULL },
		{ { "$1", "$2", "$3" }, "price", "Speed", NULL },
		{ { "$1", "", "$3" }, "price", "total", NULL },
		{ { "$1", "", "" },
		  "price",
		  "total",
		  "fewer than two options in the running have both values" },
		{ { "", "", "" },
		  "",
		  "",
		  "no option has a price, and no criterion is one" },
		{ { "$1", "cheap", "" },
		  "",
		  "",
		  "the price \"cheap\" is no number" },
		{ { "$1", "1.299 EUR", "" },
		  "",
		  "",
		  "the price \"1.299 EUR\" may be 1299 or 1.2990" },
		{ { "$1", "2 EUR", "" },
		  "",
		  "",
		  "prices are in \"$\" and in \"EUR\"" },
		{ { "", "", "" },
		  "spede",
		  "total",
		  "there is no criterion \"spede\"" },
		{ { "", "", "" },
		  "luck",
		  "spede",
		  "there is no criterion \"spede\"" },
		{ { "", "", "" },
		  "price",
		  "price",
		  "no option has a price, and no criterion is one" },
	};

	for (size_t k = 0; k < sizeof(CASES) / sizeof(*CASES); k++) {
		struct comparison *c =
			priced(CASES[k].prices[0], CASES[k].prices[1],
			       CASES[k].prices[2], *state);
		struct asked_chart asked = { .name.str = STR("value"),
					     .x.str = str_from(CASES[k].x),
					     .y.str = str_from(CASES[k].y) };
		struct subject s = subject_in(c, *state);
		struct place at;
		const char *says = value_refusal(&s, &asked, &at);

		if (!says != !CASES[k].says ||
		    (says && strcmp(says, CASES[k].says)))
			fail_msg("%zu: %s", k, says ? says : "(drawn)");
		c->charts = &asked;
		c->chart_count = 1;
		assert_int_equal(!value_chart(&s), says != NULL);
	}
}

/* Unasked a chart takes three prices, so of two nothing is told. */
static void of_a_price_in_doubt_is_warned(void **state)
{
	static const struct {
		const char *prices[3];
		size_t warnings;
	} CASES[] = {
		{ { "$1.299", "$900", "$1.5" }, 0 },
		{ { "$1.299", "$900", "$1.500" }, 2 },
		{ { "$1,299", "$900", "$1,500" }, 0 },
		{ { "$1.299", "$900", "" }, 0 },
	};

	for (size_t k = 0; k < sizeof(CASES) / sizeof(*CASES); k++) {
		const char *const *prices = CASES[k].prices;
		struct comparison *c =
			priced(prices[0], prices[1], prices[2], *state);
		struct subject s = subject_in(c, *state);
		struct diags *diags = diags_new();

		assert_true(charts_check(diags, &s));
		assert_int_equal(diags_warning_count(diags), CASES[k].warnings);
		diags_free(diags);
	}
}

static void without_totals_they_are_no_side(void **state)
{
	struct asked_chart speed = { .x.str = STR("speed"),
				     .y.str = STR("total") };
	struct subject s;
	struct place at;

	s = subject_in(comparison_from("      a b\nspeed 1 - -\n", *state),
		       *state);
	assert_string_equal(value_refusal(&s, &speed, &at),
			    "there are no totals");
	s = subject_in(comparison_from("      a b\nspeed 1 1 2\nluck 0 1 2\n",
				       *state),
		       *state);
	assert_string_equal(value_refusal(&s, &speed, &at),
			    "nothing is left of the total without the other "
			    "side");
}

/* The fields meet at 5 of the scale and at 2 of the prices, 1 to 3. */
static void the_fields_of_a_quadrant_meet_in_the_middle(void **state)
{
	static struct text fields[] = { { .str = STR_INIT("dear and slow") },
					{ .str = STR_INIT("dear and fast") },
					{ .str = STR_INIT("cheap and slow") },
					{ .str = STR_INIT("cheap and fast") } };
	struct asked_chart asked = { .name.str = STR("quadrant"),
				     .x.str = STR("speed"),
				     .y.str = STR("price"),
				     .fields = fields,
				     .field_count = 4 };
	struct comparison *c = priced("$1", "$2", "$3", *state);
	struct subject s = subject_in(c, *state);
	const struct chart_data *data;
	const struct series *series;

	assert_null(quadrant_chart(&s));
	c->charts = &asked;
	c->chart_count = 1;
	data = &quadrant_chart(&s)->data;
	series = data->series;
	assert_int_equal(data->series_count, 3);
	assert_str(data->fields[1], "dear and fast");
	/* elm stands on the border of the price, and between oak and ash. */
	assert_near(series[1].values[1], data->split[1]);
	assert_true(series[0].values[1] > series[1].values[1]);
	assert_true(series[0].values[0] > data->split[0]);
	assert_true(series[2].values[0] < data->split[0]);
	assert_str(series[0].labels[1], "$1");
	assert_str(series[0].note, "8 \xC2\xB7 $1");
	asked.y.str = STR("total");
	data = &quadrant_chart(&s)->data;
	assert_str(data->up.title, "Total without speed");
	asked.y.str = STR("spede");
	assert_null(quadrant_chart(&s));
}

static void a_slope_needs_two_profiles_that_judge(void **state)
{
	static const struct {
		const char *from, *to, *says;
	} CASES[] = {
		{ "", "", NULL },
		{ "Quick", "cheap", NULL },
		{ "quick", "dear", "there is no profile \"dear\"" },
		{ "dear", "", "there is no profile \"dear\"" },
		{ "quick", "none", "under one of the profiles nothing counts" },
		{ "none", "quick", "under one of the profiles nothing counts" },
	};
	struct comparison *c = priced("", "", "", *state);
	double fast[] = { 3, 1, 0 }, cheap[] = { 1, 3, 0 },
	       none[] = { 0, 0, 0 };
	struct asked_chart asked = { .name.str = STR("slope") };
	struct subject s = subject_in(c, *state);
	struct place at;

	assert_string_equal(slope_refusal(&s, &asked, &at),
			    "there are fewer than two profiles");
	profile_add(c, "quick", fast, *state)->title.str = STR("Quick");
	profile_add(c, "cheap", cheap, *state);
	profile_add(c, "none", none, *state);
	c->charts = &asked;
	c->chart_count = 1;
	s = subject_in(c, *state);
	for (size_t k = 0; k < sizeof(CASES) / sizeof(*CASES); k++) {
		const char *says;

		asked.from.str = str_from(CASES[k].from);
		asked.to.str = str_from(CASES[k].to);
		says = slope_refusal(&s, &asked, &at);
		if (!says != !CASES[k].says ||
		    (says && strcmp(says, CASES[k].says)))
			fail_msg("%zu: %s", k, says ? says : "(drawn)");
		assert_int_equal(!slope_chart(&s), says != NULL);
	}
	s = subject_in(comparison_from("  a b\nx 1 - 1\n", *state), *state);
	assert_string_equal(slope_refusal(&s, &asked, &at),
			    "there are no totals");
}

/* All lines would be one and the axis have no length. */
static void a_slope_of_equals_is_level(void **state)
{
	struct comparison *c =
		comparison_from("  a b\nx 1 7 7\ny 1 7 7\n", *state);
	double one[] = { 3, 1 }, other[] = { 1, 3 };
	const struct chart_data *data;
	struct subject s;

	profile_add(c, "one", one, *state);
	profile_add(c, "other", other, *state);
	s = subject_in(c, *state);
	data = &slope_chart(&s)->data;
	assert_near(data->min, 0.2);
	assert_near(data->max, 1.2);
	assert_near(data->series[0].values[0], 0.7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(why_there_is_no_chart_is_said),
		TEST(of_a_price_in_doubt_is_warned),
		TEST(without_totals_they_are_no_side),
		TEST(the_fields_of_a_quadrant_meet_in_the_middle),
		TEST(a_slope_needs_two_profiles_that_judge),
		TEST(a_slope_of_equals_is_level),
	};

	return RUN(tests);
}
