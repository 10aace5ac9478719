#include "table.h"

#include "judge/total.h"
#include "judge/utility.h"

static struct matrix matrix(const struct comparison *c, struct arena *arena)
{
	const double *u = utility_all(c, arena);

	return matrix_of(c, c->scoring.method, u, utility_counts(c, u, arena),
			 arena);
}

static void a_missing_score_takes_its_criterion_out_for_all(void **state)
{
	struct comparison *c = comparison_from("       oak elm\n"
					       "price  1 4 -\n"
					       "speed  3 8 6\n",
					       *state);
	struct matrix m = matrix(c, *state);
	const double *totals = total_all(&m, m.weights, *state);

	assert_int_equal(m.row_count, 1);
	assert_int_equal(m.criteria[0], 1);
	assert_near(total_weight(&m, m.weights), 3);
	assert_near(totals[option_named(c, "oak")], 0.8);
	assert_near(totals[option_named(c, "elm")], 0.6);
}

static void weights_that_cannot_be_divided_by_give_no_total(void **state)
{
	struct matrix m = matrix(comparison_from("  a b\n"
						 "x 0 8 6\n"
						 "y 0 8 6\n",
						 *state),
				 *state);
	const double huge[] = { 1.5e308, 1.5e308 };

	assert_true(isnan(total_all(&m, m.weights, *state)[0]));
	assert_true(isnan(total_all(&m, huge, *state)[0]));
	assert_false(total_is_possible(0));
	assert_true(total_is_possible(1e-300));
}

static struct comparison *product_from(const char *table, struct arena *arena)
{
	struct comparison *c = comparison_from(table, arena);

	c->scoring.method = METHOD_WEIGHTED_PRODUCT;
	return c;
}

static void a_product_gives_the_published_ratios(void **state)
{
	/*
	 * Triantaphyllou, Multi-Criteria Decision Making Methods: A
	 * Comparative Study, 2000: R(A1/A2) = 2.5^.20 * (20/30)^.15 *
	 * (15/20)^.40 * 1^.25 = 1.2011 * 0.9410 * 0.8913 = 1.0074, and
	 * R(A1/A3) = (25/30)^.20 * 2^.15 * .5^.40 * 3^.25 = 0.9642 * 1.1096 *
	 * 0.7579 * 1.3161 = 1.0671; printed as 1.007 and 1.067.
	 */
	struct comparison *c = product_from("      a1 a2 a3\n"
					    "c1 20 25 10 30\n"
					    "c2 15 20 30 10\n"
					    "c3 40 15 20 30\n"
					    "c4 25 30 30 10\n",
					    *state);
	struct matrix m;
	const double *totals;

	c->scoring.max = 30;
	m = matrix(c, *state);
	totals = total_all(&m, m.weights, *state);
	assert_near(totals[0] / totals[1], 1.0074);
	assert_near(totals[0] / totals[2], 1.0671);
	assert_near(totals[1] / totals[2], 1.0671 / 1.0074);
	/* The same by a sum, of 30: 21.5, 22 and 22. */
	m.method = METHOD_WEIGHTED_SUM;
	m.terms = m.cells;
	totals = total_all(&m, m.weights, *state);
	assert_near(totals[0] * 30, 21.5);
	assert_near(totals[1] * 30, 22);
	assert_near(totals[2] * 30, 22);
}

static void a_product_is_a_mean_on_the_scale(void **state)
{
	struct matrix m = matrix(product_from("  a b\n"
					      "x 1 4 6\n"
					      "y 1 9 6\n",
					      *state),
				 *state);
	const double *totals = total_all(&m, m.weights, *state);

	assert_near(totals[0], 0.6); /* sqrt(.4 * .9) */
	assert_near(totals[1], 0.6);
}

static void in_a_product_nothing_is_a_veto(void **state)
{
	struct matrix m = matrix(product_from("  a  b\n"
					      "x 1 0  2\n"
					      "y 3 10 1\n",
					      *state),
				 *state);
	const double without_x[] = { 0, 3 };

	assert_true(total_all(&m, m.weights, *state)[0] == 0);
	assert_true(total_all(&m, m.weights, *state)[1] > 0);
	/* But what weighs nothing has no veto. */
	assert_near(total_all(&m, without_x, *state)[0], 1);
	assert_near(total_all(&m, without_x, *state)[1], 0.1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_missing_score_takes_its_criterion_out_for_all),
		TEST(weights_that_cannot_be_divided_by_give_no_total),
		TEST(a_product_gives_the_published_ratios),
		TEST(a_product_is_a_mean_on_the_scale),
		TEST(in_a_product_nothing_is_a_veto),
	};

	return RUN(tests);
}
