#include "import/table_words.h"
#include "unit.h"

static void a_head_has_a_title_a_unit_and_a_direction(void **state)
{
	static const struct {
		const char *text, *title, *unit;
		enum direction better;
	} HEADS[] = {
		{ "price", "Price", "", DIRECTION_LOWER },
		{ "Price (€)", "Price", "€", DIRECTION_LOWER },
		{ "Weight [kg]", "Weight", "kg", DIRECTION_LOWER },
		{ "Weight_in_lbs", "Weight", "lbs", DIRECTION_LOWER },
		{ "battery-wh", "Battery", "Wh", DIRECTION_HIGHER },
		{ "batteryLife", "BatteryLife", "", DIRECTION_HIGHER },
		{ "Leistung / kW", "Leistung", "kW", DIRECTION_HIGHER },
		{ "Gesamtpreis, EUR", "Gesamtpreis", "EUR", DIRECTION_LOWER },
		{ "Miles_per_Gallon", "Miles per Gallon", "",
		  DIRECTION_HIGHER },
		{ "charging time", "Charging time", "", DIRECTION_LOWER },
		{ "memory usage", "Memory usage", "", DIRECTION_LOWER },
		{ "Noise (dB, lower is better)", "Noise", "dB",
		  DIRECTION_LOWER },
		{ "Doors ↑", "Doors", "", DIRECTION_HIGHER },
		{ "Price ↑", "Price", "", DIRECTION_HIGHER },
		{ "Cylinders", "Cylinders", "", DIRECTION_UNKNOWN },
		{ "battery price", "Battery price", "", DIRECTION_UNKNOWN },
		{ "Support (24/7)", "Support (24/7)", "", DIRECTION_HIGHER },
		{ "iPhone", "iPhone", "", DIRECTION_UNKNOWN },
		{ "pH", "pH", "", DIRECTION_UNKNOWN },
		{ "Vitamin C", "Vitamin C", "", DIRECTION_UNKNOWN },
		{ "Plan B", "Plan B", "", DIRECTION_UNKNOWN },
		{ "Share in percent", "Share", "%", DIRECTION_UNKNOWN },
		{ "Speed in m", "Speed", "m", DIRECTION_HIGHER },
		{ "Speed m", "Speed m", "", DIRECTION_HIGHER },
		{ "Speed_in_km/h", "Speed", "km/h", DIRECTION_HIGHER },
		{ "Weight (kg", "Weight (kg", "", DIRECTION_LOWER },
		{ "(kg)", "(kg)", "", DIRECTION_UNKNOWN },
		{ "Price, higher is better", "Price, higher is better", "",
		  DIRECTION_HIGHER },
		{ "Error rate", "Error rate", "", DIRECTION_LOWER },
		{ "", "", "", DIRECTION_UNKNOWN },
	};
	struct arena *arena = *state;

	for (size_t k = 0; k < sizeof(HEADS) / sizeof(*HEADS); k++) {
		struct head head;

		head_read(str_from(HEADS[k].text), &head, arena);
		if (!str_is(head.title, HEADS[k].title) ||
		    !str_is(head.unit, HEADS[k].unit) ||
		    head.better != HEADS[k].better)
			fail_msg("%s: \"%.*s\" in \"%.*s\", %d", HEADS[k].text,
				 STR_ARG(head.title), STR_ARG(head.unit),
				 head.better);
	}
}

static void a_direction_that_is_said_is_no_guess(void **state)
{
	struct head head;

	head_read(STR("Price (higher is better)"), &head, *state);
	assert_true(head.said && head.better == DIRECTION_HIGHER);
	head_read(STR("Price"), &head, *state);
	assert_false(head.said);
}

/* From 0 or 1 to 100 at most, and to more than what follows. */
static void a_head_may_say_its_scale(void **state)
{
	static const struct {
		const char *text, *title;
		double min, max;
	} HEADS[] = {
		{ "Comfort (1-5)", "Comfort", 1, 5 },
		{ "Comfort (0-100)", "Comfort", 0, 100 },
		{ "Comfort (2-5)", "Comfort (2-5)", 0, 0 },
		{ "Comfort (1-2)", "Comfort (1-2)", 0, 0 },
		{ "Comfort (1-200)", "Comfort (1-200)", 0, 0 },
		{ "Comfort (a-5)", "Comfort (a-5)", 0, 0 },
	};

	for (size_t k = 0; k < sizeof(HEADS) / sizeof(*HEADS); k++) {
		struct head head;

		head_read(str_from(HEADS[k].text), &head, *state);
		assert_str(head.title, HEADS[k].title);
		assert_near(head.min, HEADS[k].min);
		assert_near(head.max, HEADS[k].max);
	}
}

static void heads_say_what_a_column_is_for(void **state)
{
	(void)state;
	assert_true(words_are(STR("Gewichtung"), ROLE_WEIGHT));
	assert_true(words_are(STR("Criteria"), ROLE_CRITERION));
	assert_false(words_are(STR("Weight (kg)"), ROLE_WEIGHT));
	assert_false(words_are(STR(""), ROLE_NONE));
}

static void weights_are_called_so_in_many_ways(void **state)
{
	static const char *const HEADS[] = {
		"Weight:",	   "Weight (%)",       "Weight [1-5]",
		"Importance, 1-5", "Weight factor",    "Wt.",
		"Relative weight", "Gewichtung in %",  "Group weight (%)",
		"Multiplier",	   "Weight (of five)", "Importance rank",
	};
	static const char *const OTHERS[] = {
		"Weight (kg)",	   "Weight [in g]", "Weight in kg", "Rank",
		"Weight Watchers", "Weighted",	    "(weight)",	    "Level 5",
	};

	for (size_t k = 0; k < sizeof(HEADS) / sizeof(*HEADS); k++)
		if (!words_are(str_from(HEADS[k]), ROLE_WEIGHT))
			fail_msg("%s", HEADS[k]);
	for (size_t k = 0; k < sizeof(OTHERS) / sizeof(*OTHERS); k++)
		if (words_are(str_from(OTHERS[k]), ROLE_WEIGHT))
			fail_msg("%s", OTHERS[k]);
	(void)state;
}

static void answers_are_known_in_words_and_signs(void **state)
{
	(void)state;
	assert_near(words_answer(STR("JA")), 1);
	assert_near(words_answer(STR("✗")), 0);
	assert_near(words_answer(STR(":white_check_mark:")), 1);
	assert_near(words_answer(STR(":x:")), 0);
	assert_near(words_answer(STR("partly")), 0.5);
	assert_near(words_answer(STR("maybe")), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_head_has_a_title_a_unit_and_a_direction),
		TEST(a_direction_that_is_said_is_no_guess),
		TEST(a_head_may_say_its_scale),
		TEST(heads_say_what_a_column_is_for),
		TEST(weights_are_called_so_in_many_ways),
		TEST(answers_are_known_in_words_and_signs),
	};

	return RUN(tests);
}
