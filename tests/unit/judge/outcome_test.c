#include "table.h"

#include "judge/outcome.h"

/* The outcome of one criterion with these two utilities. */
static struct outcome outcome(double a, double b, double close,
			      struct arena *arena)
{
	const double u[] = { a, b };
	const double w[] = { 1 };
	const size_t rows[] = { 0 };
	struct matrix m = {
		METHOD_WEIGHTED_SUM, 2, 1, 1, rows, u, u, w, false,
	};

	return outcome_of(&m, w, close, NULL, arena);
}

static void a_lead_below_the_margin_is_a_close_call(void **state)
{
	struct outcome o = outcome(0.60, 0.64, 0.05, *state);

	assert_true(o.close);
	assert_int_equal(o.leader, 2);
	assert_int_equal(o.first, 1);
	assert_near(o.margin, 0.04);
	assert_int_equal(o.ranks[1], 1);
	assert_int_equal(o.ranks[0], 2);
}

static void the_margin_itself_is_enough(void **state)
{
	/* The difference is a little below 0.05 in binary. */
	struct outcome o = outcome(0.35, 0.30, 0.05, *state);

	assert_true(o.margin < 0.05);
	assert_false(o.close);
	assert_int_equal(o.leader, 0);
	assert_true(outcome(0.65, 0.60 + 1e-8, 0.05, *state).close);
	assert_false(outcome(0.65, 0.60 - 1e-8, 0.05, *state).close);
}

static void a_tie_at_the_top_has_no_leader(void **state)
{
	struct outcome o = outcome(0.5, 0.5 + 1e-10, 0, *state);

	assert_int_equal(o.leader, 2);
	assert_int_equal(o.first, 2);
	assert_true(o.close);
	assert_true(o.margin == 0);
	assert_int_equal(outcome(0.5, 0.5 + 1e-8, 0, *state).leader, 1);
}

static void without_weights_nobody_is_ranked(void **state)
{
	const double u[] = { 1, 0 };
	const double w[] = { 0 };
	const size_t rows[] = { 0 };
	struct matrix m = {
		METHOD_WEIGHTED_SUM, 2, 1, 1, rows, u, u, w, false,
	};
	struct outcome o = outcome_of(&m, w, 0.05, NULL, *state);

	assert_true(isnan(o.totals[0]));
	assert_int_equal(o.ranks[0], 0);
	assert_int_equal(o.order[1], 1);
	assert_int_equal(o.first, 2);
	assert_int_equal(o.leader, 2);
	assert_false(o.close);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_lead_below_the_margin_is_a_close_call),
		TEST(the_margin_itself_is_enough),
		TEST(a_tie_at_the_top_has_no_leader),
		TEST(without_weights_nobody_is_ranked),
	};

	return RUN(tests);
}
