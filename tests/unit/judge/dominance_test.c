#include "table.h"

#include "judge/result.h"

static void an_option_never_better_is_dominated(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 5 5 1\n"
					       "y 1 6 5 9\n",
					       *state);
	const struct result *r = result_of(c, *state);

	assert_false(r->dominated[0]);
	assert_true(r->dominated[1]);
	assert_false(r->dominated[2]);
}

static void equal_options_do_not_dominate_each_other(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 5 5\n"
					       "y 1 6 6\n",
					       *state);
	const struct result *r = result_of(c, *state);

	assert_false(r->dominated[0]);
	assert_false(r->dominated[1]);
}

static void only_criteria_that_count_are_looked_at(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 6 5\n"
					       "y 1 - 9\n",
					       *state);

	assert_true(result_of(c, *state)->dominated[1]);
}

static void points_do_not_hide_who_is_better(void **state)
{
	/* b wins nothing, but is better than a on y and than c on x. */
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 9 6 5\n"
					       "y 1 5 6 9\n",
					       *state);
	const struct result *r;

	c->scoring.method = METHOD_POINTS;
	r = result_of(c, *state);
	assert_false(r->dominated[1]);
	c->criteria[0].scores[1].value = 5; /* now only than a */
	r = result_of(c, *state);
	assert_true(r->dominated[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_option_never_better_is_dominated),
		TEST(equal_options_do_not_dominate_each_other),
		TEST(only_criteria_that_count_are_looked_at),
		TEST(points_do_not_hide_who_is_better),
	};

	return RUN(tests);
}
