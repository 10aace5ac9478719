#include "judged.h"

#include "view/poster_view.h"

static struct poster poster_in(const char *table, struct arena *arena)
{
	struct subject *s = arena_new(arena, struct subject);

	*s = subject_in(comparison_from(table, arena), arena);
	return poster_of(s, NULL);
}

static void a_poster_says_what_the_pages_say(void **state)
{
	struct poster poster =
		poster_in("       oak elm\nspeed 3 9 6\nprice 1 4 5\n", *state);

	assert_str(poster.headline, "oak leads with 7.8 of 10");
	assert_int_equal(poster.option_count, 2);
	assert_str(poster.options[0].total, "7.8");
	assert_near(poster.options[1].share, 0.575);
	assert_true(poster.options[0].is_leader);
	assert_false(poster.options[1].is_leader);
	assert_int_equal(poster.row_count, 2);
	assert_int_equal(poster.rows[0].winner, 0);
	assert_str(poster.rows[0].winner_words, "oak wins");
	assert_str(poster.rows[0].margin, "3 ahead");
	assert_near(poster.rows[0].weight, 0.75);
	assert_str(poster.rows[1].scores[1], "5");
	assert_near(poster.rows[1].utilities[0], 0.4);
	assert_false(poster.has_points);
	assert_null(poster.rows[0].tally);
}

static void the_widest_gaps_are_its_figures(void **state)
{
	struct poster poster =
		poster_in("       oak elm\nspeed 3 9 8\nprice 1 4 9\n", *state);

	assert_int_equal(poster.fact_count, 2);
	assert_str(poster.facts[0].value, "9");
	assert_str(poster.facts[0].label, "price: elm");
	assert_int_equal(poster.facts[0].slot, 1);
	assert_str(poster.facts[1].label, "speed: oak");
}

static void a_tie_has_no_winner_and_no_margin(void **state)
{
	struct poster poster =
		poster_in("       oak elm\nspeed 3 5 5\n", *state);

	assert_int_equal(poster.rows[0].winner, 2);
	assert_str(poster.rows[0].margin, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_poster_says_what_the_pages_say),
		TEST(the_widest_gaps_are_its_figures),
		TEST(a_tie_has_no_winner_and_no_margin),
	};

	return RUN(tests);
}
