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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_missing_score_takes_its_criterion_out_for_all),
		TEST(weights_that_cannot_be_divided_by_give_no_total),
	};

	return RUN(tests);
}
