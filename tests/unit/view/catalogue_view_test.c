#include "judged.h"

#include "view/catalogue.h"
#include "view/catalogue_view.h"
#include "view/chart_view.h"
#include "view/comparison_view.h"
#include "view/parts.h"

static const char TWELVE[] = "     a b c d e f g h i j k l\n"
			     "x 1  1 2 3 4 5 6 7 8 9 9 2 -\n"
			     "y 3  5 5 5 5 5 5 5 5 5 6 9 1\n";

static void nine_options_are_a_catalogue_and_eight_are_none(void **state)
{
	const struct comparison *eight =
		comparison_from("    a b c d e f g h\n"
				"x 1 1 2 3 4 5 6 7 8\n",
				*state);
	const struct comparison *nine =
		comparison_from("    a b c d e f g h i\n"
				"x 1 1 2 3 4 5 6 7 8 9\n",
				*state);
	struct subject s = subject_in(eight, *state);

	assert_false(is_catalogue(eight));
	assert_true(is_catalogue(nine));
	assert_member(comparison_view(&s), "catalogue", "(null)");
	assert_member(comparison_view(&s), "is_catalogue", "false");
}

/* Only y counts, on which all are scored: l is the last of them. */
static void ten_lead_and_the_others_follow_in_order(void **state)
{
	struct subject s = subject_in(comparison_from(TWELVE, *state), *state);
	const struct value *o = comparison_view(&s);

	assert_member(o, "catalogue.best.0.name", "k");
	assert_member(o, "catalogue.best.1.name", "j");
	assert_member(o, "catalogue.best.2.name", "a");
	assert_member(o, "catalogue.rest.0.name", "i");
	assert_member(o, "catalogue.rest.1.name", "l");
	assert_member(o, "catalogue.more", "Show the other 2");
	assert_member(o, "catalogue.figures.0.title", "y");
	assert_member(o, "catalogue.best.0.figures.0.value", "9");
	assert_member(o, "catalogue.best.0.figures.0.bar", "u90");
	assert_member(o, "catalogue.best.0.figures.0.is_winner", "true");
}

static void a_criterion_ranks_all_and_those_not_scored_last(void **state)
{
	struct subject s = subject_in(comparison_from(TWELVE, *state), *state);
	const struct value *o = comparison_view(&s);
	const struct value *ranking = catalogue_ranking(
		&s, 0,
		value_find(value_find(o, STR("criteria"))->as.list.items[0],
			   STR("scores")));

	assert_member(ranking, "best.0.score.option", "i");
	assert_member(ranking, "best.0.place", "1");
	assert_member(ranking, "best.1.score.option", "j");
	assert_member(ranking, "best.1.place", "1");
	assert_member(ranking, "best.2.place", "3");
	assert_member(ranking, "rest.1.score.option", "l");
	assert_member(ranking, "rest.1.place", "(null)");
	assert_member(ranking, "rest.1.score.bar", "(null)");
	assert_member(ranking, "low_end", "0");
	assert_member(ranking, "high_end", "10");
	assert_member(ranking, "more", "Show the other 2");
}

/* Who is left out is level with nine of the ten, or has no rank. */
static void a_chart_draws_the_first_ten_and_says_so(void **state)
{
	struct subject s = subject_in(comparison_from(TWELVE, *state), *state);
	const struct chart *chart = scoreboard_chart(&s);

	assert_int_equal(chart->data.series_count, 10);
	assert_str(chart->data.series[0].name, "k");
	assert_true(str_ends(chart->data.description,
			     ". The first 10 of 12 options are drawn."));
	assert_null(criterion_chart(&s, 0));
	assert_null(heat_chart(&s));
}

static void the_ten_best_are_those_whom_nobody_left_out_equals(void **state)
{
	struct comparison *c = comparison_from("     a b c d e f g h i j k l\n"
					       "y 3  5 5 5 5 5 5 5 5 4 6 9 1\n",
					       *state);
	struct subject s = subject_in(c, *state);

	assert_str(catalogue_lead_sentence(&s),
		   "The 10 best of 12 options are drawn.");
	c->criteria[0].must = (struct must){ .kind = MUST_AT_MOST, .bound = 5 };
	s = subject_in(c, *state);
	assert_str(catalogue_lead_sentence(&s),
		   "The 10 best of 12 options are drawn.");
	c->criteria[0].must.bound = 4;
	s = subject_in(c, *state);
	assert_str(catalogue_lead_sentence(&s),
		   "The first 10 of 12 options are drawn.");
}

static void a_sentence_names_the_first_few_of_many(void **state)
{
	struct subject s = subject_in(comparison_from(TWELVE, *state), *state);
	bool picked[12] = { false };

	for (size_t i = 0; i < 8; i++)
		picked[i] = true;
	assert_str(option_names(&s, picked), "a, b, c, d, e, f, g and h");
	picked[11] = true;
	assert_str(option_names(&s, picked), "a, b, c, d, e and 4 more");
}

static void an_option_of_many_has_those_ranked_beside_it(void **state)
{
	struct subject s = subject_in(comparison_from(TWELVE, *state), *state);
	const struct value *o = comparison_view(&s);
	const struct value *options = value_find(o, STR("options"));
	const struct value *first = catalogue_others(&s, 10, options);
	const struct value *last = catalogue_others(&s, 11, options);

	assert_int_equal(first->as.list.count, 4);
	assert_member(first, "0.name", "j");
	assert_int_equal(last->as.list.count, 4);
	assert_member(last, "3.name", "i");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nine_options_are_a_catalogue_and_eight_are_none),
		TEST(ten_lead_and_the_others_follow_in_order),
		TEST(a_criterion_ranks_all_and_those_not_scored_last),
		TEST(a_chart_draws_the_first_ten_and_says_so),
		TEST(the_ten_best_are_those_whom_nobody_left_out_equals),
		TEST(a_sentence_names_the_first_few_of_many),
		TEST(an_option_of_many_has_those_ranked_beside_it),
	};

	return RUN(tests);
}
