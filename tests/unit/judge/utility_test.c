#include "table.h"

#include "judge/utility.h"

static void a_measure_lies_between_worst_and_best(void **state)
{
	struct comparison *c = comparison_from("  a  b   c   d   e\n"
					       "t 1 50 100 250 300 20\n",
					       *state);

	c->criteria[0].measure = (struct measure){ .given = true,
						   .lower_is_better = true,
						   .best = 50,
						   .worst = 250 };
	assert_near(utility_of(c, 0, 0), 1);
	assert_near(utility_of(c, 1, 0), 0.75);
	assert_near(utility_of(c, 2, 0), 0);
	assert_near(utility_of(c, 3, 0), 0);
	assert_near(utility_of(c, 4, 0), 1);
}

static void without_bounds_the_data_set_the_range(void **state)
{
	struct comparison *c = comparison_from("  a  b  c\n"
					       "t 1 10 20 40\n",
					       *state);

	c->criteria[0].measure = (struct measure){ .given = true,
						   .lower_is_better = true,
						   .best = NAN,
						   .worst = NAN };
	assert_near(utility_of(c, 0, 0), 1);
	assert_near(utility_of(c, 1, 0), 2.0 / 3);
	assert_near(utility_of(c, 2, 0), 0);
	c->criteria[0].scores[0].value = c->criteria[0].scores[1].value = 40;
	assert_near(utility_of(c, 2, 0), 1);
}

static void equals_within_a_billionth_share_the_win(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "t 1 7 7 3\n"
					       "u 1 0 0 0\n",
					       *state);

	c->criteria[0].scores[1].value += 1e-10;
	assert_true(utility_is_best(c, 0, 0));
	assert_true(utility_is_best(c, 1, 0));
	assert_false(utility_is_best(c, 2, 0));
	assert_int_equal(utility_best_count(c, 0), 2);
	assert_int_equal(utility_best_count(c, 1), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_measure_lies_between_worst_and_best),
		TEST(without_bounds_the_data_set_the_range),
		TEST(equals_within_a_billionth_share_the_win),
	};

	return RUN(tests);
}
