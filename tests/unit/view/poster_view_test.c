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

/* Where one is measured it stands first, and others where there is room. */
static void what_was_measured_comes_before_what_was_judged(void **state)
{
	struct comparison *c = comparison_from("       oak elm\n"
					       "speed 3 9 1\n"
					       "price 1 30 20\n",
					       *state);
	struct subject s;
	struct poster poster;

	measure(c, "price", false, 40, 0);
	s = subject_in(c, *state);
	poster = poster_of(&s, NULL);
	assert_int_equal(poster.fact_count, 2);
	assert_str(poster.facts[0].label, "price: oak");
	assert_str(poster.facts[0].value, "30");
	assert_str(poster.facts[1].label, "speed: oak");
	c->scoring.method = METHOD_POINTS;
	assert_int_equal(poster_of(&s, NULL).fact_count, 0);
}

static void its_headings_are_in_the_language_of_the_site(void **state)
{
	struct poster poster = poster_in("  a b\nx 1 9 6\n", *state);

	assert_str(poster.word_result, "Result");
	assert_str(poster.word_criteria, "Criteria");
	assert_str(poster.word_figures, "In figures");
	assert_str(poster.word_choose, "Weighed for a purpose");
	assert_str(poster.word_robustness, "How sure is that?");
	assert_str(poster.word_tally, "The tally, criterion by criterion");
	assert_str(poster.word_rows_left, "{n} of {of} criteria are not shown");
	assert_str(poster.word_profiles_left, "and {n} more");
}

/* Few words have room: short facts, and the first of what it is best for. */
static void an_option_has_a_few_words(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 9 -\n", *state);
	struct prose best[] = { { .plain = STR_INIT("parks") },
				{ .plain = STR_INIT("streets") } };
	struct fact facts[8];
	struct subject s;
	struct poster poster;

	for (size_t k = 0; k < 8; k++) {
		facts[k] = (struct fact){ .label.str = STR_INIT("Age") };
		facts[k].text.plain = k ? arena_printf(*state, "%zu", k)
					: arena_printf(*state, "%0200d", 0);
	}
	c->options[0].facts = facts;
	c->options[0].fact_count = 8;
	c->options[0].best_for = (struct prose_list){ best, 2 };
	s = subject_in(c, *state);
	poster = poster_of(&s, NULL);
	assert_str(poster.options[0].best_for, "parks");
	assert_true(poster.options[0].fact_count > 1);
	assert_true(poster.options[0].fact_count < 8);
	assert_str(poster.options[0].facts[0].value, "1");
	assert_str(poster.options[1].best_for, "");
	assert_int_equal(poster.options[1].fact_count, 0);
	assert_str(poster.options[1].total, "");
	assert_near(poster.options[1].share, 0);
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
		TEST(what_was_measured_comes_before_what_was_judged),
		TEST(its_headings_are_in_the_language_of_the_site),
		TEST(an_option_has_a_few_words),
		TEST(a_tie_has_no_winner_and_no_margin),
	};

	return RUN(tests);
}
