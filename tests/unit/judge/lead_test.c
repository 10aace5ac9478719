#include "table.h"

#include "judge/lead.h"
#include "judge/utility.h"

/* By the table's weights; `method` takes the utilities as its cells. */
static struct matrix matrix_in(struct comparison *c, enum method method,
			       struct arena *arena)
{
	const double *utilities = utility_all(c, arena);

	return matrix_of(c, method, utilities,
			 utility_counts(c, utilities, arena), arena);
}

static struct lead *leads(const char *table, enum method method,
			  struct arena *arena)
{
	struct matrix m =
		matrix_in(comparison_from(table, arena), method, arena);

	return lead_all(&m, arena);
}

static void better_on_every_row_is_first_whatever_the_weights(void **state)
{
	const struct lead *l = leads("  a b c\n"
				     "x 1 9 5 1\n"
				     "y 1 8 2 3\n",
				     METHOD_WEIGHTED_SUM, *state);

	assert_int_equal(l[0].chance, LEAD_ALWAYS);
	assert_int_equal(l[1].chance, LEAD_NEVER);
	assert_int_equal(l[2].chance, LEAD_NEVER);
	assert_int_equal(l[0].above, 0);
	assert_int_equal(l[0].below, 2);
	assert_int_equal(l[1].above, 1);
	assert_int_equal(l[1].below, 0);
}

/* Where y alone weighs, a and b are level. */
static void as_good_on_one_row_is_never_behind(void **state)
{
	const struct lead *l = leads("  a b\n"
				     "x 1 9 5\n"
				     "y 1 8 8\n",
				     METHOD_WEIGHTED_SUM, *state);

	assert_int_equal(l[0].chance, LEAD_NEVER_BEHIND);
	assert_int_equal(l[1].chance, LEAD_NEVER_ALONE);
	assert_int_equal(l[1].alike, 1);
}

static void alike_are_those_with_the_same_cells(void **state)
{
	const struct lead *l = leads("  a b c\n"
				     "x 1 5 9 9\n"
				     "y 1 9 3 3\n",
				     METHOD_WEIGHTED_SUM, *state);

	assert_int_equal(l[0].chance, LEAD_SOMETIMES);
	assert_int_equal(l[1].chance, LEAD_NEVER_ALONE);
	assert_int_equal(l[2].alike, 1);
	assert_int_equal(l[2].above, 0);
}

static void a_veto_holds_wherever_all_rows_weigh(void **state)
{
	const struct lead *l = leads("  a b\n"
				     "x 1 0 4\n"
				     "y 1 9 4\n",
				     METHOD_WEIGHTED_PRODUCT, *state);

	assert_int_equal(l[0].chance, LEAD_NOT_WEIGHED);
	assert_int_equal(l[1].chance, LEAD_ALL_WEIGHED);
	l = leads("  a b\n"
		  "x 1 0 4\n"
		  "y 1 9 0\n",
		  METHOD_WEIGHTED_PRODUCT, *state);
	assert_int_equal(l[0].chance, LEAD_LEVEL);
	assert_int_equal(l[1].chance, LEAD_LEVEL);
}

static void an_upset_is_the_row_that_refutes_it(void **state)
{
	struct matrix m = matrix_in(comparison_from("  a b c\n"
						    "x 1 9 5 1\n"
						    "y 1 5 6 7\n",
						    *state),
				    METHOD_WEIGHTED_SUM, *state);
	struct upset upset = lead_upset(&m, 0);

	assert_int_equal(upset.criterion, 1);
	assert_int_equal(upset.option, 2);
	m = matrix_in(comparison_from("  a b\n"
				      "x 1 9 5\n"
				      "y 1 6 6\n",
				      *state),
		      METHOD_WEIGHTED_SUM, *state);
	assert_int_equal(lead_upset(&m, 0).option, 2); /* nobody */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(better_on_every_row_is_first_whatever_the_weights),
		TEST(as_good_on_one_row_is_never_behind),
		TEST(alike_are_those_with_the_same_cells),
		TEST(a_veto_holds_wherever_all_rows_weigh),
		TEST(an_upset_is_the_row_that_refutes_it),
	};

	return RUN(tests);
}
