#include "judged.h"

static struct comparison *trees(struct arena *arena)
{
	return comparison_from("       oak elm\n"
			       "speed 3  8   6\n"
			       "price 1  4   -\n",
			       arena);
}

static void addresses_begin_at_the_root(void **state)
{
	struct subject s = subject_in(trees(*state), *state);

	assert_str(subject_url(&s, STR("")), "\xFFtrees/index.html");
	assert_str(subject_url(&s, STR("matrix")),
		   "\xFFtrees/matrix/index.html");
	assert_str(subject_url(&s, STR("options/oak")),
		   "\xFFtrees/options/oak/index.html");
	assert_str(subject_file_url(&s, "card.png"), "\xFFtrees/card.png");
	assert_str(site_url(STR("feed.xml"), *state), "\xFF"
						      "feed.xml");
}

static void an_address_is_the_authors_or_below_the_sites(void **state)
{
	struct site site = { .dir = "c" };
	struct comparison *c = trees(*state);
	struct subject s = subject_in(c, *state);

	s.site = &site;
	assert_str(subject_address(&s, STR("")), "");
	assert_str(subject_shown_address(&s, STR("speed")), "");
	site.base_url.str = STR("https://a.example/b/");
	assert_str(subject_address(&s, STR("")), "https://a.example/b/trees/");
	assert_str(subject_address(&s, STR("speed")),
		   "https://a.example/b/trees/speed/");
	assert_str(subject_shown_address(&s, STR("")), "a.example/b/trees");
	c->canonical.str = STR("http://c.example/oak/");
	assert_str(subject_address(&s, STR("")), "http://c.example/oak/");
	assert_str(subject_shown_address(&s, STR("")), "c.example/oak");
	assert_str(subject_shown_address(&s, STR("speed")),
		   "a.example/b/trees/speed");
	site.base_url.str = STR("https://a.example");
	assert_str(subject_address(&s, STR("speed")),
		   "https://a.example/trees/speed/");
}

static void forty_eight_options_have_classes_of_their_own(void **state)
{
	(void)state;
	assert_str(option_class(0), "s1");
	assert_str(option_class(11), "s12");
	assert_str(option_class(12), "s13");
	assert_str(option_class(47), "s48");
	assert_str(option_class(48), "s1");
	assert_str(option_class(25), "s26");
}

static void a_total_has_two_places(void **state)
{
	struct subject s = subject_in(trees(*state), *state);

	assert_int_equal(s.figures.total, 2);
	assert_str(subject_total(&s, 7), "7.00");
	assert_str(subject_total(&s, 7.456), "7.46");
	assert_str(subject_share_total(&s, 0.46), "4.60");
}

static void points_show_no_zeros(void **state)
{
	struct subject s = subject_in(points_from(TALLY_TABLE, *state), *state);

	assert_str(subject_total(&s, 8), "8");
	assert_str(subject_share_total(&s, 0.6), "6");
	s = subject_in(points_from("  a b\n"
				   "x 1.5 1 0\n"
				   "y 1 0 1\n",
				   *state),
		       *state);
	assert_str(subject_total(&s, 1), "1.0");
}

/* 7.996 and 8.004 would both be 8.00. */
static void totals_that_differ_look_different(void **state)
{
	struct comparison *c = comparison_from("  a    b\n"
					       "x 1 7.996 8.004\n",
					       *state);
	struct subject s = subject_in(c, *state);

	assert_int_equal(s.figures.total, 3);
	assert_str(subject_total(&s, 7.996), "7.996");
	c = comparison_from("  a b\nx 1 7.00001 7.00002\n", *state);
	s = subject_in(c, *state);
	assert_int_equal(s.figures.total, 5);
	c = comparison_from("  a b\nx 1 7 7\n", *state);
	s = subject_in(c, *state);
	assert_int_equal(s.figures.total, 2);
}

static void a_share_is_put_on_the_scale(void **state)
{
	struct comparison *c = trees(*state);
	struct subject s;

	c->scoring.min = 1;
	c->scoring.max = 5;
	s = subject_in(c, *state);
	assert_str(subject_share_total(&s, 0), "1.00");
	assert_str(subject_share_total(&s, 0.5), "3.00");
	assert_str(subject_share_total(&s, 1), "5.00");
}

static void a_score_is_said_as_it_was_given(void **state)
{
	struct comparison *c = trees(*state);
	struct subject s = subject_in(c, *state);

	assert_str(subject_score(&s, 0, 0), "8");
	assert_str(subject_score(&s, 1, 1), "not scored");
	c->criteria[0].scores[0].value = 20.0 / 3;
	assert_str(subject_score(&s, 0, 0), "6.67");
	c->criteria[0].scores[0].answer = ANSWER_YES;
	assert_str(subject_score(&s, 0, 0), "yes");
	c->criteria[0].scores[0].answer = ANSWER_PARTIAL;
	assert_str(subject_score(&s, 0, 0), "partly");
	c->criteria[0].scores[0].answer = ANSWER_NO;
	assert_str(subject_score(&s, 0, 0), "no");
	measure(c, "price", true, NAN, NAN);
	c->criteria[1].measure.unit.str = STR("$");
	c->criteria[1].scores[0].value = 1234.5678;
	assert_str(subject_score(&s, 0, 1), "1,234.57\u00A0$");
	assert_str(subject_value(&s, 1, NAN, ANSWER_NONE), "not scored");
	c->criteria[1].scores = NULL;
	assert_str(subject_score(&s, 0, 1), "not scored");
}

static void a_judge_that_is_a_source_goes_by_its_label(void **state)
{
	struct comparison *c = trees(*state);
	struct subject s = subject_in(c, *state);
	struct source *source =
		arena_push(s.arena, c->sources, c->source_count);

	source->id = STR("survey");
	source->title.str = STR("The survey");
	assert_str(judge_name(&s, STR("Ann")), "Ann");
	assert_str(judge_name(&s, STR("survey")), "The survey");
	source->publisher.str = STR("Roads Office");
	assert_str(judge_name(&s, STR("survey")), "Roads Office");
	*arena_push(s.arena, c->sources, c->source_count) =
		(struct source){ .id = STR("census"),
				 .title.str = STR("The census"),
				 .publisher.str = STR("Roads Office") };
	assert_str(judge_name(&s, STR("survey")), "The survey");
	assert_str(judge_name(&s, STR("census")), "The census");
}

static void weights_have_three_places_at_the_most(void **state)
{
	struct subject s = subject_in(trees(*state), *state);

	assert_str(subject_weight(&s, 3), "3");
	assert_str(subject_weight(&s, 0.25), "0.25");
	assert_str(subject_weight(&s, 1.0 / 3), "0.333");
	assert_str(subject_weight(&s, 0), "0");
	assert_str(subject_weight(&s, 1e-12), "less than 0.000000001");
}

static void what_a_list_leaves_out_is_counted(void **state)
{
	struct comparison *c = trees(*state);
	struct subject s = subject_in(c, *state);

	assert_str(subject_more(&s, 1), "and 1 more");
	assert_str(subject_more(&s, 0), "and 2 more");
	assert_str(subject_more(&s, 2), "");
	assert_str(subject_more(&s, 6), "");
	c = comparison_from("  a b\nx 1 - -\n", *state);
	s = subject_in(c, *state);
	assert_str(subject_more(&s, 1), "");
}

static void a_bar_is_between_nothing_and_all(void **state)
{
	assert_str(percent_whole(0, *state), "0");
	assert_str(percent_whole(0.005, *state), "1");
	assert_str(percent_whole(0.494, *state), "49");
	assert_str(percent_whole(1, *state), "100");
	assert_str(percent_whole(1.2, *state), "100");
	assert_str(percent_whole(-0.2, *state), "0");
}

static void a_share_that_is_nearly_all_is_over_what_can_be_told(void **state)
{
	struct subject s = subject_in(trees(*state), *state);

	s.figures.share = 0;
	s.figures.least_share = 0.001;
	assert_str(subject_share(&s, 0.5, false), "50%");
	assert_str(subject_share(&s, 0.985, false), "99%");
	assert_str(subject_share(&s, 0.9996, false), "over 99.9%");
	assert_str(subject_share(&s, 1, false), "over 99.9%");
	assert_str(subject_share(&s, 1, true), "100%");
	assert_str(subject_share(&s, 0.0004, false), "less than 0.1%");
	assert_str(subject_share(&s, 0, false), "less than 0.1%");
	assert_str(subject_share(&s, 0, true), "0%");
}

/* However the shares of single ranks are rounded, they are all of them. */
static void ranks_that_are_all_it_can_have_are_100_percent(void **state)
{
	struct subject s = subject_in(comparison_from("  a b c d\n"
						      "x 1 9 8 2 5\n"
						      "y 1 9 3 7 4\n"
						      "z 1 9 1 4 8\n",
						      *state),
				      *state);

	assert_str(subject_rank_share(&s, 0, 0, 1), "100.0%");
	for (size_t i = 1; i < 4; i++) {
		assert_str(subject_rank_share(&s, i, 0, 1), "0.0%");
		assert_str(subject_rank_share(&s, i, 1, 4), "100.0%");
		assert_str(subject_rank_share(&s, i, 0, 4), "100.0%");
	}
	assert_false(str_is(subject_rank_share(&s, 1, 1, 3), "100.0%"));
	/* 0.7 + 0.2 + 0.1 is less than 1 in binary. */
	memcpy((double *)s.r->robustness[1].ranks,
	       (double[]){ 0, 0.7, 0.2, 0.1 }, 4 * sizeof(double));
	assert_str(subject_rank_share(&s, 1, 1, 4), "100.0%");
	assert_str(subject_rank_share(&s, 1, 1, 3), "90.0%");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(addresses_begin_at_the_root),
		TEST(an_address_is_the_authors_or_below_the_sites),
		TEST(forty_eight_options_have_classes_of_their_own),
		TEST(a_total_has_two_places),
		TEST(points_show_no_zeros),
		TEST(totals_that_differ_look_different),
		TEST(a_share_is_put_on_the_scale),
		TEST(a_score_is_said_as_it_was_given),
		TEST(a_judge_that_is_a_source_goes_by_its_label),
		TEST(weights_have_three_places_at_the_most),
		TEST(what_a_list_leaves_out_is_counted),
		TEST(a_bar_is_between_nothing_and_all),
		TEST(a_share_that_is_nearly_all_is_over_what_can_be_told),
		TEST(ranks_that_are_all_it_can_have_are_100_percent),
	};

	return RUN(tests);
}
