#include "draw/look.h"

#include "draw/scene.h"
#include "fonts.h"

static const struct look USUAL = { .corners = 1, .rules = 1, .signs = 1 };

static void a_bar_of_blocks_is_as_long_as_the_bar(void **state)
{
	double begin, length, end = 0;
	unsigned n = 0;

	(void)state;
	for (; (length = look_block(50, n, &begin)) > 0; n++) {
		assert_true(begin >= end);
		end = begin + length;
	}
	assert_int_equal(n, 6);
	assert_near(end, 49.5);
	assert_near(look_block(45, 5, &begin), 2.5);
	assert_near(look_block(0, 0, &begin), 0);
}

static void only_bars_without_words_become_blocks(void **state)
{
	struct look look = USUAL;
	struct scene *scene = scene_new(100, 100, *state);
	struct mark *bar = scene_rect(scene, 0, 0, 50, 9, series_ink(0));

	bar->radius = 3;
	assert_false(scene_is_blocks(bar));
	look.blocks = true;
	look_set(&look);
	assert_true(scene_is_blocks(bar));
	bar->is_solid = true;
	assert_false(scene_is_blocks(bar));
	bar->is_solid = false;
	bar->fill = shade_ink(2);
	assert_false(scene_is_blocks(bar));
	bar->fill = series_ink(0);
	bar->radius = 0;
	assert_false(scene_is_blocks(bar));
	look_set(&USUAL);
}

static void a_headline_in_capitals_is_measured_in_capitals(void **state)
{
	struct text_style display = { FONT_DISPLAY, 40, true };
	struct text_style body = { FONT_BODY, 40, true };
	double small = text_width(STR("Oak leads"), display);
	double large = text_width(STR("OAK LEADS"), display);
	double words = text_width(STR("Oak leads"), body);
	struct look look = USUAL;

	assert_true(large > small + 10);
	look.capitals = true;
	look_set(&look);
	text_measure_end_thread();
	assert_near(text_width(STR("Oak leads"), display), large);
	assert_near(text_width(STR("Stra\xC3\x9F"
				   "e"),
			       display),
		    text_width(STR("STRASSE"), display));
	assert_near(text_width(STR("Oak leads"), body), words);
	look_set(&USUAL);
	text_measure_end_thread();
	assert_near(text_width(STR("Oak leads"), display), small);
	(void)state;
}

static void a_light_headline_is_not_bold(void **state)
{
	struct text_style bold = { FONT_BODY, 40, true };
	double width = text_width(STR("Oak leads"), bold);
	struct look look = USUAL;

	look.light_display = true;
	look_set(&look);
	text_measure_end_thread();
	assert_near(text_width(STR("Oak leads"), bold), width);
	look_set(&USUAL);
	text_measure_end_thread();
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_bar_of_blocks_is_as_long_as_the_bar),
		TEST(only_bars_without_words_become_blocks),
		TEST(a_headline_in_capitals_is_measured_in_capitals),
		TEST(a_light_headline_is_not_bold),
	};

	return RUN_WITH_FONTS(tests);
}
