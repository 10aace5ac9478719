#include "fonts.h"
#include "layout.h"
#include "poster/card.h"

static const char *const TITLES[] = {
	"Tabs",
	"Node.js vs Python for the back end",
	"Which of the many back-end runtimes should a small team choose for "
	"its next product, and why does it matter so much?",
	"Which of the many back-end runtimes should a small team choose for "
	"its next product, and why does it matter so much, and what would "
	"have to change for another one to be the better choice of them all?",
	"Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlung",
	"比較表の選択肢の名前はとても長いのですがそれでも読めるはずです比較表の選択肢の名前",
	"שפת תכנות ארוכה מאוד לבדיקה של הרוחב בתרשים הזה",
};

static const struct card_bar BARS[CARD_BARS] = {
	{ STR_INIT("Node.js"), STR_INIT("8 points"), 0, 0.8, true },
	{ STR_INIT("Java with Spring Boot and all that it brings along"),
	  STR_INIT("6.25 of 10 points in all, as judged"), 1, 0.6, false },
	{ STR_INIT("比較表の選択肢の名前はとても長いのですが"), STR_INIT("5"),
	  2, 0.5, false },
	{ STR_INIT("שפת תכנות"), STR_INIT("4"), 3, 0.4, false },
	{ STR_INIT("C"), STR_INIT("0"), 4, 0, false },
	{ STR_INIT("D"), STR_INIT("6.7"), 5, 0, false },
};

static const struct mark *find(const struct scene *scene, enum mark_kind kind,
			       const char *text, enum paint fill)
{
	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == kind &&
		    scene->marks[i].fill.paint == fill &&
		    (!text || str_is(scene->marks[i].text, text)))
			return &scene->marks[i];
	fail_msg("there is no such mark");
	return NULL;
}

static void no_text_of_a_card_meets_another_or_leaves(void **state)
{
	for (size_t i = 0; i < sizeof(TITLES) / sizeof(*TITLES); i++)
		for (size_t count = 0; count <= CARD_BARS; count++) {
			struct card card = {
				.site = str_from(TITLES[3]),
				.title = str_from(TITLES[i]),
				.result = str_from(TITLES[3]),
				.bars = BARS,
				.bar_count = count,
				.more = STR_INIT("and 6 more"),
			};

			assert_clear(card_scene(&card, *state), TITLES[i]);
		}
}

static void a_name_of_sixty_letters_is_whole(void **state)
{
	static const struct card_bar LONG = {
		STR_INIT("An exceedingly long winded name of an option of "
			 "sixty letters"),
		STR_INIT("5.730"), 0, 0.6, false
	};
	struct card_bar bars[CARD_BARS];
	struct card card = { .title = STR_INIT("Tabs"), .bars = bars };

	for (size_t i = 0; i < CARD_BARS; i++)
		bars[i] = LONG;
	for (card.bar_count = 1; card.bar_count <= CARD_BARS;
	     card.bar_count++) {
		const struct scene *scene = card_scene(&card, *state);

		assert_clear(scene, "sixty letters");
		for (size_t i = 0; i < scene->mark_count; i++)
			assert_false(
				scene->marks[i].kind == MARK_TEXT &&
				str_ends(scene->marks[i].text, "\xE2\x80\xA6"));
	}
}

static void a_short_title_is_large_and_a_long_one_is_not(void **state)
{
	struct card card = { .title = STR_INIT("Tabs"),
			     .result = STR_INIT("No winner.") };

	assert_near(find(card_scene(&card, *state), MARK_TEXT, "Tabs",
			 PAINT_INK)
			    ->style.size,
		    76);
	card.title = str_from(TITLES[3]);
	assert_near(card_scene(&card, *state)->marks[2].style.size, 44);
	card.title = STR("Donaudampfschifffahrtsgesellschaft");
	assert_near(find(card_scene(&card, *state), MARK_TEXT,
			 "Donaudampfschifffahrtsgesellschaft", PAINT_INK)
			    ->style.size,
		    52);
}

static void a_card_may_have_no_words(void **state)
{
	struct card card = { .bar_count = 0 };

	assert_near(card_scene(&card, *state)->width, 1200);
}

static void a_title_is_broken_into_lines_of_one_length(void **state)
{
	struct card card = { .title = str_from(TITLES[1]) };
	const struct scene *scene = card_scene(&card, *state);

	find(scene, MARK_TEXT, "Node.js vs Python", PAINT_INK);
	find(scene, MARK_TEXT, "for the back end", PAINT_INK);
}

static void the_leader_is_shown_in_bold(void **state)
{
	struct card card = { .title = str_from(TITLES[1]),
			     .bars = BARS,
			     .bar_count = CARD_BARS };
	const struct scene *scene = card_scene(&card, *state);

	assert_true(find(scene, MARK_TEXT, "Node.js", PAINT_INK)->style.bold);
	assert_false(find(scene, MARK_TEXT, "C", PAINT_INK)->style.bold);
}

/* The second rectangle in accent: the first is the rule at the top. */
static void the_result_stands_in_a_band_at_the_foot(void **state)
{
	struct card card = { .title = str_from(TITLES[1]),
			     .result = STR_INIT("Node.js leads with 8 of 10"),
			     .bars = BARS,
			     .bar_count = 2 };
	const struct scene *scene = card_scene(&card, *state);
	const struct mark *result =
		find(scene, MARK_TEXT, card.result.ptr, PAINT_SURFACE);
	const struct mark *band = result - 1;

	assert_int_equal(band->kind, MARK_RECT);
	assert_int_equal(band->fill.paint, PAINT_ACCENT);
	assert_near(band->width, CARD_WIDTH);
	assert_near(band->y + band->height, CARD_HEIGHT);
	assert_true(result->y - result->style.size > band->y);
	assert_near(result->style.size, 46);
	card.result = STR("Too close to call: Oracle Database is just ahead "
			  "with 6.80 of 10");
	scene = card_scene(&card, *state);
	find(scene, MARK_TEXT, "Too close to call: Oracle Database",
	     PAINT_SURFACE);
	find(scene, MARK_TEXT, "is just ahead with 6.80 of 10", PAINT_SURFACE);
	card.result = STR("");
	scene = card_scene(&card, *state);
	for (size_t i = 0; i < scene->mark_count; i++)
		assert_true(scene->marks[i].kind != MARK_RECT ||
			    scene->marks[i].fill.paint != PAINT_ACCENT ||
			    scene->marks[i].y < 1);
}

/* Digits are wider in one weight, letters in the other. */
static void no_value_is_cut_short(void **state)
{
	static const struct card_bar TWO[] = {
		{ STR_INIT("Node.js"), STR_INIT("6.7"), 0, 0.67, false },
		{ STR_INIT("Python"), STR_INIT("6.3"), 1, 0.63, true },
	};
	struct card card = { .bars = TWO, .bar_count = 2 };
	const struct scene *scene = card_scene(&card, *state);

	for (size_t i = 0; i < 2; i++) {
		find(scene, MARK_TEXT, TWO[i].name.ptr, PAINT_INK);
		find(scene, MARK_TEXT, TWO[i].value.ptr, PAINT_INK);
	}
}

static void a_card_is_as_large_as_networks_want_it(void **state)
{
	struct card card = { .title = str_from(TITLES[1]),
			     .result = STR_INIT("Node.js leads.") };
	const struct scene *scene = card_scene(&card, *state);

	assert_near(scene->width, 1200);
	assert_near(scene->height, 630);
	assert_str(scene->title, TITLES[1]);
	assert_str(scene->description, "Node.js leads.");
}

static void a_badge_is_as_wide_as_its_texts(void **state)
{
	struct badge badge = { STR_INIT("Node.js vs Python"),
			       STR_INIT("Node.js 8 of 14"), 0, true };
	const struct scene *narrow = badge_scene(&badge, *state), *wide;

	assert_clear(narrow, "badge");
	badge.label = str_from(TITLES[3]);
	badge.result = str_from(TITLES[2]);
	wide = badge_scene(&badge, *state);
	assert_clear(wide, "badge");
	assert_true(wide->width > narrow->width);
	assert_true(wide->width < 720);
}

static void a_badge_without_a_leader_has_no_sign(void **state)
{
	struct badge badge = { STR_INIT("Tabs vs spaces"), STR_INIT("a tie"), 0,
			       false };
	const struct scene *scene = badge_scene(&badge, *state);

	for (size_t i = 0; i < scene->mark_count; i++)
		assert_int_not_equal(scene->marks[i].fill.paint, PAINT_SERIES);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_text_of_a_card_meets_another_or_leaves),
		TEST(a_name_of_sixty_letters_is_whole),
		TEST(a_short_title_is_large_and_a_long_one_is_not),
		TEST(a_card_may_have_no_words),
		TEST(a_title_is_broken_into_lines_of_one_length),
		TEST(the_leader_is_shown_in_bold),
		TEST(the_result_stands_in_a_band_at_the_foot),
		TEST(no_value_is_cut_short),
		TEST(a_card_is_as_large_as_networks_want_it),
		TEST(a_badge_is_as_wide_as_its_texts),
		TEST(a_badge_without_a_leader_has_no_sign),
	};

	return RUN_WITH_FONTS(tests);
}
