#include "judged.h"

#include "view/data_view.h"

/* They are made one at a time, when they are written. */
static const struct value *criterion_of(const struct value *data, size_t j,
					struct arena *arena)
{
	const struct value *made = value_find(data, STR("criteria"));

	assert_int_equal(made->kind, VALUE_MADE);
	assert_true(j < made->as.made.count);
	return made->as.made.make(made->as.made.context, j, arena);
}

static void data_has_numbers_and_ids(void **state)
{
	struct subject s =
		subject_in(comparison_from("  a b\nx 3 8 2\n", *state), *state);
	const struct value *data = data_view(&s), *x, *b;

	assert_member(data, "slug", "trees");
	assert_member(data, "method", "weighted-sum");
	assert_member(data, "options.1.id", "b");
	b = value_find(data, STR("options"))->as.list.items[1];
	assert_near(value_find(b, STR("total"))->as.number, 0.2);
	assert_near(value_find(b, STR("rank"))->as.number, 2);
	assert_null(value_find(b, STR("points")));
	x = criterion_of(data, 0, *state);
	assert_near(value_find(x, STR("weight"))->as.number, 3);
	assert_member(x, "counts", "true");
	assert_member(x, "scores.0.winner", "true");
	assert_member(x, "scores.1.missing", "false");
	assert_member(data, "result.leader", "a");
	assert_member(data, "result.close", "false");
	assert_member(data, "result.dominated.0", "b");
	assert_member(data, "sensitivity.0.to", "(null)");
}

static double margin_of(const struct subject *s)
{
	return value_find(value_find(data_view(s), STR("result")),
			  STR("margin"))
		->as.number;
}

/* One left leads by nothing; of none it is not close. */
static void without_a_second_there_is_no_margin(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 3 8 2\n", *state);
	struct subject s;

	c->criteria[0].must =
		(struct must){ .kind = MUST_AT_LEAST, .bound = 5 };
	s = subject_in(c, *state);
	assert_member(data_view(&s), "result.leader", "a");
	assert_true(isnan(margin_of(&s)));
	c->criteria[0].must.bound = 9;
	s = subject_in(c, *state);
	assert_member(data_view(&s), "result.leader", "(null)");
	assert_true(isnan(margin_of(&s)));
	assert_member(data_view(&s), "result.close", "false");
}

static struct palette grounds(void)
{
	struct palette palette = { .light.surface = 0xFFFFFF,
				   .light.panel = 0xFFFFFF,
				   .dark.surface = 0x000000,
				   .dark.panel = 0x000000 };

	for (size_t i = 0; i < PALETTE_SLOTS; i++)
		palette.light.series[i] = palette.dark.series[i] =
			(uint32_t)(0x808000 + i);
	return palette;
}

static void options_may_bring_their_colours(void **state)
{
	struct comparison *c = comparison_from("  a b c\nx 1 8 2 1\n", *state);
	struct subject s = subject_in(c, *state);
	struct palette base = grounds(), own;

	assert_false(palette_with_options(&s, &base, &own));
	c->options[1].color.str = STR("#767676");
	assert_true(palette_with_options(&s, &base, &own));
	assert_int_equal(own.light.series[1], 0x767676);
	assert_int_equal(own.dark.series[1], 0x767676);
	assert_str(colors_css(&own, c, *state),
		   ".of-trees{--s1:#808000;--s2:#767676;--s3:#808002;}\n"
		   "@media screen and (prefers-color-scheme:dark){"
		   ".of-trees{--s1:#808000;--s2:#767676;--s3:#808002;}\n"
		   "}\n");
	c->options[0].color.str = STR("#ffffff");
	assert_true(palette_with_options(&s, &base, &own));
	assert_int_equal(own.dark.series[0], 0xFFFFFF);
	assert_true(palette_contrast(own.light.series[0], 0xFFFFFF) >= 3);
	assert_true(palette_contrast(own.light.series[0], 0xFFFFFF) < 3.5);
}

/* As a pair they are told apart by who sees no hues. */
static void two_options_differ_in_lightness(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 8 2\n", *state);
	struct subject s = subject_in(c, *state);
	struct palette base = grounds(), own;
	const uint32_t *light = own.light.series, *dark = own.dark.series;

	c->options[0].color.str = STR("#2f7a3a");
	c->options[1].color.str = STR("#9a6200");
	assert_true(palette_with_options(&s, &base, &own));
	assert_true(palette_lightness(light[1]) - palette_lightness(light[0]) >
		    15);
	assert_true(fabs(palette_lightness(dark[1]) -
			 palette_lightness(dark[0])) > 15);
	for (size_t k = 0; k < 2; k++) {
		assert_true(palette_contrast(light[k], base.light.surface) >=
			    3);
		assert_true(palette_contrast(dark[k], base.dark.surface) >=
			    4.5);
	}
}

static void a_style_sheet_is_named_by_its_bytes(void **state)
{
	struct str one = colors_path(STR("oak"), STR(".a{}"), *state);
	struct str two = colors_path(STR("oak"), STR(".b{}"), *state);

	assert_true(str_starts(one, "assets/oak."));
	assert_true(str_ends(one, ".css"));
	assert_int_equal(one.len, strlen("assets/oak.0123456789.css"));
	assert_false(str_equals(one, two));
	assert_str(colors_path(STR("oak"), STR(""), *state), "");
}

static void the_home_page_has_the_colours_of_all(void **state)
{
	const struct digest digests[] = { { .colors = STR(".a{}\n") },
					  { .colors = STR("") },
					  { .colors = STR(".b{}\n") } };

	assert_str(all_colors_css(digests, 3, *state), ".a{}\n.b{}\n");
	assert_str(all_colors_css(digests + 1, 1, *state), "");
	assert_str(all_colors_css(NULL, 0, *state), "");
}

static void the_points_so_far_stand_at_each_criterion(void **state)
{
	struct subject s = subject_in(points_from("  a b\n"
						  "x 1 1 0\n"
						  "y 1 0 1\n"
						  "z 1 1 0\n",
						  *state),
				      *state);
	static const double WANT[][2] = { { 1, 0 }, { 1, 1 }, { 2, 1 } };
	const struct value *data = data_view(&s);

	for (size_t j = 0; j < 3; j++) {
		const struct value *tally =
			value_find(criterion_of(data, j, *state), STR("tally"));

		assert_int_equal(tally->as.list.count, 2);
		for (size_t i = 0; i < 2; i++)
			assert_near(tally->as.list.items[i]->as.number,
				    WANT[j][i]);
	}
}

static double number_of(const struct value *list, size_t i, const char *key)
{
	const struct value *item = list->as.list.items[i];

	return key ? value_find(item, str_from(key))->as.number
		   : item->as.number;
}

/* A mean leaves a trace in the digits behind its twelfth. */
static void what_was_given_keeps_its_digits(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 - - -\n",
					       *state);
	const struct value *x, *scores, *bounds;
	struct subject s;

	c->criteria[0].measure.given = true;
	judged_by(c, "Ann", 0, 0, 1234567890123, *state);
	judged_by(c, "Ann", 0, 1, 1234567890124, *state);
	judged_by(c, "Ann", 0, 2, 0.1, *state);
	judged_by(c, "Bob", 0, 2, 0.2, *state);
	s = subject_in(c, *state);
	x = criterion_of(data_view(&s), 0, *state);
	scores = value_find(x, STR("scores"));
	bounds = value_find(x, STR("bounds"));
	assert_true(number_of(scores, 0, "value") == 1234567890123);
	assert_true(number_of(scores, 1, "value") == 1234567890124);
	assert_true(number_of(scores, 2, "value") == 0.15);
	assert_true(number_of(bounds, 0, NULL) == 0.15);
	assert_true(number_of(bounds, 1, NULL) == 1234567890124);
	scores = value_find(scores->as.list.items[1], STR("judges"));
	assert_true(number_of(scores, 0, "value") == 1234567890124);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(data_has_numbers_and_ids),
		TEST(without_a_second_there_is_no_margin),
		TEST(options_may_bring_their_colours),
		TEST(two_options_differ_in_lightness),
		TEST(a_style_sheet_is_named_by_its_bytes),
		TEST(the_home_page_has_the_colours_of_all),
		TEST(what_was_given_keeps_its_digits),
		TEST(the_points_so_far_stand_at_each_criterion),
	};

	return RUN(tests);
}
