#include "judged.h"

#include "view/chart_view.h"
#include "view/contest_view.h"
#include "view/result_view.h"

static struct comparison *trees(struct arena *arena)
{
	return comparison_from("        oak elm\n"
			       "speed  3  8   6\n"
			       "height 1  4   9\n",
			       arena);
}

static void contributions_are_weight_times_utility(void **state)
{
	struct subject s = subject_in(trees(*state), *state);
	const struct chart_data *data = &contributions_chart(&s)->data;

	assert_int_equal(data->category_count, 2);
	assert_near(data->series[0].values[0], 0.75 * 0.8);
	assert_near(data->series[0].values[1], 0.25 * 0.4);
	assert_str(data->series[0].labels[0], "6.00");
	assert_str(data->series[1].labels[1], "2.25");
}

static void contributions_are_of_two_criteria_that_are_judged(void **state)
{
	struct subject one =
		subject_in(comparison_from("  a b\nx 1 4 8\n", *state), *state);
	struct subject none = subject_in(
		comparison_from("  a b\nx 1 - -\ny 1 - -\n", *state), *state);

	assert_null(contributions_chart(&one));
	assert_null(contributions_chart(&none));
}

/* Slivers in a row with a key of forty numbers say nothing. */
static void contributions_of_many_criteria_are_no_chart(void **state)
{
	for (size_t count = 24; count < 26; count++) {
		struct str table = STR("   a b\n");
		struct subject s;

		for (size_t j = 0; j < count; j++)
			table = arena_printf(*state, "%.*sc%zu 1 4 8\n",
					     STR_ARG(table), j);
		s = subject_in(comparison_from(table.ptr, *state), *state);
		assert_int_equal(contributions_chart(&s) != NULL, count == 24);
	}
}

/* In a close call nobody leads. */
static void the_series_of_the_result_leads(void **state)
{
	struct subject close = subject_in(trees(*state), *state);
	struct subject clear = subject_in(comparison_from("        oak elm\n"
							  "speed  3  8   3\n"
							  "height 1  4   5\n",
							  *state),
					  *state);
	const struct chart_data *data = &contributions_chart(&clear)->data;

	assert_true(data->series[0].leads);
	assert_false(data->series[1].leads);
	assert_false(contributions_chart(&close)->data.series[0].leads);
}

/* On a scale from 1 to 5 a utility of 0.5 is 3. */
static void a_scale_may_begin_above_zero(void **state)
{
	struct comparison *c = comparison_from("        oak elm\n"
					       "speed  3  5   3\n"
					       "height 1  1   4\n",
					       *state);
	struct subject s;
	const struct chart_data *data;

	c->scoring.min = 1;
	c->scoring.max = 5;
	c->criteria[0].group.str = STR("Use");
	c->criteria[1].group.str = STR("Looks");
	s = subject_in(c, *state);
	data = &groups_chart(&s)->data;
	assert_near(data->series[1].values[0], 0.5);
	assert_str(data->series[1].labels[0], "3.00");
	assert_str(data->series[0].labels[1], "1.00");
	data = &contributions_chart(&s)->data;
	assert_str(data->series[1].labels[0], "1.50");
	assert_str(data->description,
		   "Each criterion adds its weight times "
		   "its score above 1, the lowest there is.");
}

static void gaps_come_widest_first(void **state)
{
	struct subject s = subject_in(trees(*state), *state);
	const struct chart *chart = gaps_chart(&s);

	assert_int_equal(chart->kind, CHART_DIVERGING);
	assert_str(chart->data.categories[0], "height");
	assert_str(chart->data.series[1].labels[0], "9 to 4");
	assert_str(chart->data.series[0].labels[1], "8 to 6");
}

static void gaps_are_for_two_options(void **state)
{
	struct subject s = subject_in(
		comparison_from("   a b c\nx 1 1 2 3\ny 1 4 5 6\n", *state),
		*state);

	assert_null(gaps_chart(&s));
	assert_non_null(heat_chart(&s));
}

static void weights_are_shares_the_heaviest_first(void **state)
{
	struct subject s = subject_in(
		comparison_from("   a b\nx 1 1 2\ny 3 4 5\n", *state), *state);
	const struct chart_data *data = &weights_chart(&s)->data;

	assert_str(data->categories[0], "y");
	assert_near(data->series[0].values[0], 0.75);
	assert_str(data->series[0].labels[1], "25%");
	assert_int_equal(data->series[0].slot, SLOT_NONE);
	assert_near(data->max, 0.75);
}

static void equal_weights_have_no_chart(void **state)
{
	struct subject s = subject_in(
		comparison_from("   a b\nx 2 1 2\ny 2 4 5\n", *state), *state);

	assert_null(weights_chart(&s));
}

/* Lead 0.025: without speed -0.5, doubled (6 to 1): 0.7429 - 0.6429. */
static void a_tornado_has_the_lead_without_and_doubled(void **state)
{
	struct subject s = subject_in(trees(*state), *state);
	const struct chart_data *data = &tornado_chart(&s)->data;

	assert_str(data->categories[0], "speed");
	assert_near(data->series[0].values[0], 0.025);
	assert_near(data->series[0].low[0], -0.5);
	assert_near(data->series[0].high[0], 0.2 * 6 / 7 - 0.5 / 7);
	assert_near(data->mark, 0);
	assert_true(data->min <= -0.5);
}

static void ranks_are_shares_of_all_weightings(void **state)
{
	struct subject s = subject_in(trees(*state), *state);
	const struct chart_data *data = &ranks_chart(&s)->data;

	assert_int_equal(data->series_count, 2);
	assert_str(data->series[0].name, "rank 1");
	assert_near(data->series[0].values[0] + data->series[1].values[0], 1);
	assert_near(data->series[0].values[0] + data->series[0].values[1], 1);
}

/* There are five shades, and two ranks of one shade could not be told apart. */
static void ranks_without_a_shade_are_taken_together(void **state)
{
	struct subject s = subject_in(comparison_from("  a b c d e f g\n"
						      "x 1 9 8 7 6 5 4 3\n"
						      "y 1 3 4 5 6 7 8 9\n",
						      *state),
				      *state);
	const struct chart_data *data = &ranks_chart(&s)->data;

	assert_int_equal(data->series_count, 5);
	assert_str(data->series[3].name, "rank 4");
	assert_str(data->series[4].name, "rank 5 or lower");
	for (size_t k = 0; k < 7; k++) {
		double sum = 0;

		for (size_t rank = 0; rank < 5; rank++)
			sum += data->series[rank].values[k];
		assert_near(sum, 1);
	}
}

static void charts_that_do_not_apply_are_left_out(void **state)
{
	struct subject s = subject_in(trees(*state), *state);
	struct chart *charts[CHARTS_MOST];
	size_t count = charts_all(&s, charts);

	assert_null(radar_chart(&s));
	assert_null(profiles_chart(&s));
	assert_null(judges_chart(&s));
	assert_null(groups_chart(&s));
	assert_null(tally_chart(&s));
	assert_null(value_chart(&s));
	assert_null(slope_chart(&s));
	assert_null(features_chart(&s));
	assert_null(intervals_chart(&s));
	assert_int_equal(count, 13);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < i; k++)
			assert_false(str_equals(charts[i]->id, charts[k]->id));
}

static struct comparison *grouped(const char *table, struct arena *arena)
{
	static const char *const GROUPS[] = { "Use", "Money", "Looks" };
	struct comparison *c = comparison_from(table, arena);

	for (size_t j = 0; j < c->criterion_count; j++)
		c->criteria[j].group.str = str_from(GROUPS[j]);
	return c;
}

/* A score without a weight, or beside one that is missing, is a score. */
static void what_does_not_count_is_not_called_unscored(void **state)
{
	struct subject weightless = subject_in(grouped("      oak elm ash\n"
						       "speed 1 7   5   5\n"
						       "price 0 6   4   3\n"
						       "taste 1 5   6   9\n",
						       *state),
					       *state);
	struct subject gap = subject_in(grouped("      oak elm ash\n"
						"speed 3 7   5   5\n"
						"price 1 6   4   -\n"
						"taste 1 5   6   9\n",
						*state),
					*state);

	assert_str(chart_csv(groups_chart(&weightless), *state),
		   "Group,oak,elm,ash\r\n"
		   "Use,7.00,5.00,5.00\r\n"
		   "Money,does not count,does not count,does not count\r\n"
		   "Looks,5.00,6.00,9.00\r\n");
	assert_str(chart_csv(groups_chart(&gap), *state),
		   "Group,oak,elm,ash\r\n"
		   "Use,7.00,5.00,5.00\r\n"
		   "Money,does not count,does not count,not scored\r\n"
		   "Looks,5.00,6.00,9.00\r\n");
}

/* Ash has a score, but none with a weight; bay has none at all. */
static void who_has_scores_but_no_total_has_no_rank(void **state)
{
	struct comparison *c = comparison_from("      oak elm ash bay\n"
					       "speed 1 7   5   -   -\n"
					       "price 0 6   4   3   -\n",
					       *state);
	double weights[] = { 1, 0 };
	struct subject s;

	c->scoring.missing = MISSING_AVAILABLE;
	profile_add(c, "racer", weights, *state);
	s = subject_in(c, *state);
	assert_str(chart_csv(scoreboard_chart(&s), *state),
		   "Option,Total,Scored on\r\n"
		   "oak,7.00,100%\r\n"
		   "elm,5.00,100%\r\n"
		   "ash,no rank,0%\r\n"
		   "bay,not scored,0%\r\n");
	assert_str(subject_total_under(&s, &s.r->profiles[0], 2), "no rank");
	assert_str(subject_total_under(&s, &s.r->profiles[0], 3), "not scored");
	assert_str(total_sentence(&s, 2), "no rank");
	assert_str(total_sentence(&s, 3), "not scored");
}

/* `b` has two points of four now, and five of seven then. */
static void points_once_nothing_is_missing_are_shares(void **state)
{
	struct subject s = subject_in(points_from("  a b c\n"
						  "x 1 1 0 0\n"
						  "y 1 0 1 0\n"
						  "z 1 0 1 0\n"
						  "w 1 0 0 1\n"
						  "v 1 - 1 0\n"
						  "u 1 - 1 0\n"
						  "t 1 - 1 0\n",
						  *state),
				      *state);

	assert_str(
		chart_csv(intervals_chart(&s), *state),
		"Option,Total,By each judge alone,Once nothing is missing\r\n"
		"b,50.0%,,71.4%\r\n"
		"a,25.0%,,14.3% to 57.1%\r\n"
		"c,25.0%,,14.3%\r\n");
}

/* Ann scored elm on nothing, and so nothing of hers counts. */
static void a_judge_whose_scores_do_not_count_has_no_total(void **state)
{
	struct comparison *c = comparison_from(
		"  oak elm\nspeed 1 - -\nprice 1 4 6\n", *state);
	const struct value *judges;
	struct subject s;

	judged_by(c, "ann", 0, 0, 2, *state);
	judged_by(c, "bob", 0, 0, 6, *state);
	judged_by(c, "bob", 0, 1, 7, *state);
	s = subject_in(c, *state);
	judges = contest_judges(&s);
	assert_str(member(judges->as.list.items[0], "totals.0"), "no rank");
	assert_str(member(judges->as.list.items[0], "totals.1"), "not scored");
}

/* The numbers are of that criterion: it stands at their head. */
static void numbers_of_one_criterion_have_its_name(void **state)
{
	struct subject points = subject_in(
		points_from("      oak elm ash\ntaste 1 1 0 0\n", *state),
		*state);
	struct subject sums = subject_in(
		comparison_from("      oak elm ash\ntaste 1 9 6 3\n", *state),
		*state);

	struct subject two = subject_in(comparison_from("      oak elm ash\n"
							"taste 1 9 6 3\n"
							"size  1 5 7 2\n",
							*state),
					*state);

	assert_str(chart_csv(tally_chart(&points), *state),
		   "Option,taste\r\noak,1\r\nelm,0\r\nash,0\r\n");
	assert_str(chart_csv(chart_find(&points, STR("parts")), *state),
		   "Option,taste\r\noak,1\r\nelm,0\r\nash,0\r\n");
	assert_str(chart_csv(chart_find(&two, STR("parts")), *state),
		   "Criterion,oak,elm,ash\r\n"
		   "taste,4.50,3.00,1.50\r\n"
		   "size,2.50,3.50,1.00\r\n");
	assert_str(chart_csv(option_chart(&sums, 0), *state),
		   "Option,taste\r\noak,9\r\n");
	assert_str(chart_csv(scoreboard_chart(&sums), *state),
		   "Option,Total\r\noak,9.00\r\nelm,6.00\r\nash,3.00\r\n");
}

/* Oak and elm are alike, and so they are first together. */
static void several_are_first_on_the_map(void **state)
{
	struct subject some = subject_in(comparison_from("  oak elm ash\n"
							 "x 1 9   9   2\n"
							 "y 1 2   2   8\n"
							 "z 1 8   8   7\n",
							 *state),
					 *state);
	struct subject all = subject_in(comparison_from("  oak elm ash\n"
							"x 1 9   9   2\n"
							"y 1 9   9   8\n"
							"z 1 8   8   7\n",
							*state),
					*state);

	assert_str(map_chart(&some)->data.title,
		   "oak and elm are first on 60% of the map of weights");
	assert_str(
		map_chart(&all)->data.title,
		"No weighting of these groups puts another ahead of oak and elm");
}

/* A list of all that are equal would be no title. */
static void of_many_equal_pulls_three_are_named(void **state)
{
	struct subject s = subject_in(comparison_from("  oak elm\n"
						      "a 1 9   5\n"
						      "b 1 9   5\n"
						      "c 1 9   5\n"
						      "d 1 9   5\n"
						      "e 1 9   5\n"
						      "f 1 5   6\n",
						      *state),
				      *state);

	assert_str(
		chart_find(&s, STR("pulls"))->data.title,
		"oak gains 3.33, most of all on a, b, c and 2 more; elm takes "
		"back 0.17, over half of it on f");
}

/* By a product elm is first where x has no weight, which no share shows. */
static void both_rows_of_two_options_are_told_alike(void **state)
{
	struct comparison *c = comparison_from("  oak elm\n"
					       "x 1 5   0\n"
					       "y 1 5   9\n",
					       *state);
	struct subject s;

	c->scoring.method = METHOD_WEIGHTED_PRODUCT;
	s = subject_in(c, *state);
	assert_str(chart_csv(ranks_chart(&s), *state),
		   "Option,rank 1,rank 2\r\noak,100%,0%\r\nelm,0%,100%\r\n");
}

/* What is drawn from one end to the other has both in its table, too. */
static void the_ends_of_a_spread_stand_in_its_table(void **state)
{
	struct comparison *c =
		comparison_from("  oak elm\nspeed 1 4 6\n", *state);
	struct subject s;

	judged_by(c, "ann", 0, 0, 2, *state);
	judged_by(c, "bob", 0, 0, 6, *state);
	judged_by(c, "ann", 0, 1, 5, *state);
	judged_by(c, "bob", 0, 1, 7, *state);
	s = subject_in(c, *state);
	assert_str(chart_csv(judges_chart(&s), *state),
		   "Criterion,oak,oak: lowest,oak: highest,"
		   "elm,elm: lowest,elm: highest\r\n"
		   "speed,4,2,6,6,5,7\r\n");
}

static void what_is_not_scored_adds_nothing_and_says_so(void **state)
{
	struct comparison *c =
		comparison_from("  a b\nx 1 9 6\ny 3 - 4\n", *state);
	struct subject s;

	c->scoring.missing = MISSING_AVAILABLE;
	s = subject_in(c, *state);
	assert_str(contributions_chart(&s)->data.series[0].labels[1],
		   "not scored");
	assert_near(contributions_chart(&s)->data.series[0].values[1], 0);
}

/* Of what could be won, in per cent, as the totals are. */
static void shares_of_points_have_charts_in_shares(void **state)
{
	struct comparison *c = points_from("  a b\n"
					   "x 1 1 0\n"
					   "y 1 0 1\n"
					   "z 2 1 0\n",
					   *state);
	struct subject s;
	const struct chart_data *data;

	c->scoring.missing = MISSING_AVAILABLE;
	s = subject_in(c, *state);
	data = &contributions_chart(&s)->data;
	assert_str(data->series[0].labels[0], "25.0%");
	assert_str(data->series[0].labels[2], "50.0%");
	/* Without z both have a half; with twice z 5/6 and 1/6. */
	assert_str(chart_csv(tornado_chart(&s), *state),
		   "Criterion,\"The lead, without the criterion and with twice "
		   "its weight\"\r\n"
		   "y,20.0% to 100.0%\r\n"
		   "z,0.0% to 66.7%\r\n"
		   "x,33.3% to 60.0%\r\n");
}

static void a_chart_is_found_by_its_id(void **state)
{
	struct subject s = subject_in(trees(*state), *state);

	assert_str(chart_find(&s, STR("heat"))->id, "heat");
	assert_str(chart_find(&s, STR("criterion-speed"))->id,
		   "criterion-speed");
	assert_str(chart_find(&s, STR("option-elm"))->id, "option-elm");
	assert_null(chart_find(&s, STR("radar")));
	assert_null(chart_find(&s, STR("")));
}

static void a_radar_is_drawn_when_asked_for(void **state)
{
	struct comparison *c = comparison_from(
		"   a b\nw 1 1 2\nx 1 1 2\ny 3 4 5\nz 1 0 1\n", *state);
	struct asked_chart radar = { .name.str = STR("radar") };
	struct subject s;

	c->charts = &radar;
	c->chart_count = 1;
	s = subject_in(c, *state);
	assert_int_equal(radar_chart(&s)->kind, CHART_RADAR);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(contributions_are_weight_times_utility),
		TEST(contributions_are_of_two_criteria_that_are_judged),
		TEST(contributions_of_many_criteria_are_no_chart),
		TEST(the_series_of_the_result_leads),
		TEST(a_scale_may_begin_above_zero),
		TEST(gaps_come_widest_first),
		TEST(gaps_are_for_two_options),
		TEST(weights_are_shares_the_heaviest_first),
		TEST(equal_weights_have_no_chart),
		TEST(a_tornado_has_the_lead_without_and_doubled),
		TEST(ranks_are_shares_of_all_weightings),
		TEST(ranks_without_a_shade_are_taken_together),
		TEST(charts_that_do_not_apply_are_left_out),
		TEST(what_does_not_count_is_not_called_unscored),
		TEST(who_has_scores_but_no_total_has_no_rank),
		TEST(points_once_nothing_is_missing_are_shares),
		TEST(a_judge_whose_scores_do_not_count_has_no_total),
		TEST(numbers_of_one_criterion_have_its_name),
		TEST(several_are_first_on_the_map),
		TEST(of_many_equal_pulls_three_are_named),
		TEST(both_rows_of_two_options_are_told_alike),
		TEST(the_ends_of_a_spread_stand_in_its_table),
		TEST(what_is_not_scored_adds_nothing_and_says_so),
		TEST(shares_of_points_have_charts_in_shares),
		TEST(a_chart_is_found_by_its_id),
		TEST(a_radar_is_drawn_when_asked_for),
	};

	return RUN(tests);
}
