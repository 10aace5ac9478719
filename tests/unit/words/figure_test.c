#include "judged.h"

#include "view/answer.h"
#include "view/chart_view.h"
#include "view/result_view.h"
#include "words/figure.h"

static struct figures figures_in(const struct comparison *c,
				 struct arena *arena)
{
	return figures_of(c, result_of(c, arena), arena);
}

static void a_lead_below_the_limit_looks_below_it(void **state)
{
	struct subject s = subject_in(comparison_from("  a         b\n"
						      "x 1 7.4999996 7\n",
						      *state),
				      *state);

	assert_str(subject_margin(&s, s.r->margin), "4.999996% of the scale");
	s = subject_in(comparison_from("  a    b\n"
				       "x 1 5.55 5.5\n"
				       "y 1 7    7.04\n",
				       *state),
		       *state);
	assert_str(subject_margin(&s, s.r->margin), "0.05% of the scale");
}

/* A headline, a picture and a chart: 8.7 beside 8.72 looks like two numbers. */
static void a_total_looks_the_same_everywhere(void **state)
{
	struct subject s = subject_in(comparison_from("  a    b\n"
						      "x 3 9.48 7\n"
						      "y 1 6.44 7\n",
						      *state),
				      *state);

	assert_str(subject_option_total(&s, 0), "8.72");
	assert_str(answer_total(&s, 0), "8.72");
	assert_str(result_headline(&s), "a leads with 8.72 of 10");
	assert_str(scoreboard_chart(&s)->data.series[0].labels[0], "8.72");
}

/* Beyond, the ranks tell the others apart. */
static void totals_have_a_third_place_where_it_tells_all_apart(void **state)
{
	struct comparison *c = comparison_from("  a b     c\n"
					       "x 1 9 7.001 7\n",
					       *state);

	assert_int_equal(figures_in(c, *state).total, 3);
	c = comparison_from("  a b      c\n"
			    "x 1 9 7.0001 7\n",
			    *state);
	assert_int_equal(figures_in(c, *state).total, 2);
	c = comparison_from("  a b      c\n"
			    "x 1 7 7.0001 5\n",
			    *state);
	assert_true(figures_in(c, *state).total > 3);
}

/* Three places part 7.0049 from 7.004, and make it look like 7.005. */
static void a_further_place_makes_no_two_alike(void **state)
{
	struct comparison *c = comparison_from("  a     b     c\n"
					       "x 1 7.005 7.004 7.0049\n"
					       "y 1 6     6     6\n",
					       *state);
	struct figures f = figures_in(c, *state);

	assert_int_equal(f.scores[0], 4);
	assert_int_equal(f.total, 5);
}

static void a_switch_looks_unlike_the_weight_and_unlike_nothing(void **state)
{
	struct comparison *c = comparison_from("  a     b\n"
					       "x 1 7     6\n"
					       "y 1 5.999 7\n",
					       *state);
	struct figures f = figures_in(c, *state);

	c = comparison_from("  a b\n"
			    "x 1 8 6\n"
			    "y 1 4 5\n",
			    *state);
	assert_int_equal(figures_in(c, *state).weight, 1);
	c->criteria[0].weight = 9999;
	assert_int_equal(figures_in(c, *state).weight, 2);
	assert_true(f.weight > 1);
}

static void scores_have_the_places_of_the_comparison(void **state)
{
	struct comparison *c = comparison_from("  a     b\n"
					       "x 1 7     6\n"
					       "y 1 5.5   7\n"
					       "z 1 5.004 5\n",
					       *state);
	struct figures f = figures_in(c, *state);

	/* Two at most, but where two would look alike. */
	assert_int_equal(f.scores[0], 2);
	assert_int_equal(f.scores[1], 2);
	assert_int_equal(f.scores[2], 3);
}

static void a_measure_has_the_places_of_its_criterion(void **state)
{
	struct comparison *c = comparison_from("  a    b\n"
					       "x 1 240  12.5\n"
					       "y 1 5000 0.00012\n",
					       *state);
	struct figures f;

	measure(c, "x", true, NAN, NAN);
	measure(c, "y", true, NAN, NAN);
	f = figures_in(c, *state);
	assert_int_equal(f.scores[0], 1);
	assert_int_equal(f.scores[1], FIGURE_AS_GIVEN);
	assert_int_equal(figure_value_places(&f, c, 1, 5000), 0);
	assert_int_equal(figure_value_places(&f, c, 1, 0.00012), 5);
}

static void what_is_neither_all_nor_nothing_is_not_said_to_be(void **state)
{
	struct subject s = subject_in(comparison_from("  a  b\n"
						      "x 1 10 0\n"
						      "y 1 0  .004\n",
						      *state),
				      *state);

	assert_str(subject_rank_share(&s, 0, 0, 1), "over 99.9%");
	assert_str(subject_rank_share(&s, 1, 0, 1), "less than 0.1%");
	s = subject_in(comparison_from("  a  b\n"
				       "x 1 10 0\n",
				       *state),
		       *state);
	assert_str(subject_rank_share(&s, 0, 0, 1), "100%");
	assert_str(subject_rank_share(&s, 1, 0, 1), "0%");
}

static void a_weight_is_nothing_or_all_only_where_it_is(void **state)
{
	struct subject s = subject_in(comparison_from("               a b\n"
						      "x 1000000000   9 1\n"
						      "y .000000001   1 9\n",
						      *state),
				      *state);

	assert_str(subject_weight_share(&s, 1, false), "over 99.9%");
	assert_str(subject_weight_share(&s, 1e-18, false), "less than 0.1%");
	assert_str(subject_weight_share(&s, 0, false), "0.0%");
	assert_str(subject_weight_share(&s, 1, true), "100.0%");
	assert_false(subject_weighs_alone(&s, NULL));
	assert_true(subject_weighs_alone(&s, (const double[]){ 3, 0 }));
	assert_str(subject_weight(&s, 1e-9), "0.000000001");
	assert_str(subject_weight(&s, 1e-12), "less than 0.000000001");
	assert_str(subject_weight(&s, 0), "0");
	assert_str(subject_weight(&s, 0.3333), "0.333");
}

static void alpha_looks_unlike_its_bounds(void **state)
{
	(void)state;
	assert_int_equal(figure_alpha_places(0.75), 2);
	assert_int_equal(figure_alpha_places(0.6661), 3);
	assert_int_equal(figure_alpha_places(0.6668), 4);
	assert_int_equal(figure_alpha_places(0.7996), 4);
	assert_int_equal(figure_alpha_places(1), 2);
}

/* 1 of 4,000 is 0.025 %: with one place it would look like nothing. */
static void a_profiles_weight_looks_unlike_nothing(void **state)
{
	static double weights[] = { 3999, 1 };
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 6\n"
					       "y 1 4 5\n",
					       *state);

	assert_int_equal(figures_in(c, *state).weight, 1);
	profile_add(c, "speed", weights, *state);
	assert_int_equal(figures_in(c, *state).weight, 2);
}

/* 99.96 % would look like all of the weight with one place. */
static void a_switch_near_all_looks_unlike_all(void **state)
{
	struct comparison *c = comparison_from("  a  b\n"
					       "x 1 5  5.004\n"
					       "y 1 10 0\n",
					       *state);

	assert_int_equal(figures_in(c, *state).weight, 2);
}

/* Two that are close have enough places of their own. */
static void measures_as_given_stay_so_beside_a_neighbour(void **state)
{
	struct comparison *c = comparison_from("  a      b c\n"
					       "x 1 1.9996 2 500\n",
					       *state);
	struct figures f;

	measure(c, "x", true, NAN, NAN);
	f = figures_in(c, *state);
	assert_int_equal(f.scores[0], FIGURE_AS_GIVEN);
	assert_int_equal(figure_value_places(&f, c, 0, 1.9996), 4);
	assert_int_equal(figure_value_places(&f, c, 0, 2), 0);
}

/* It is shown as a word. */
static void an_answer_needs_no_places(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 7.5 2\n"
					       "y 1 8 3\n",
					       *state);
	struct score *score = &c->criteria[0].scores[0];

	assert_int_equal(figures_in(c, *state).scores[0], 1);
	score->answer = score->evidence[0].answer = ANSWER_PARTIAL;
	assert_int_equal(figures_in(c, *state).scores[0], 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_lead_below_the_limit_looks_below_it),
		TEST(a_total_looks_the_same_everywhere),
		TEST(totals_have_a_third_place_where_it_tells_all_apart),
		TEST(a_further_place_makes_no_two_alike),
		TEST(a_switch_looks_unlike_the_weight_and_unlike_nothing),
		TEST(scores_have_the_places_of_the_comparison),
		TEST(a_measure_has_the_places_of_its_criterion),
		TEST(what_is_neither_all_nor_nothing_is_not_said_to_be),
		TEST(a_weight_is_nothing_or_all_only_where_it_is),
		TEST(alpha_looks_unlike_its_bounds),
		TEST(a_profiles_weight_looks_unlike_nothing),
		TEST(a_switch_near_all_looks_unlike_all),
		TEST(measures_as_given_stay_so_beside_a_neighbour),
		TEST(an_answer_needs_no_places),
	};

	return RUN(tests);
}
