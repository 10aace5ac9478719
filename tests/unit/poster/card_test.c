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
	{ STR_INIT("Node.js"), STR_INIT("Node.js"), STR_INIT("8 points"), 0,
	  0.8, true },
	{ STR_INIT("Java with Spring Boot and all that it brings along"),
	  STR_INIT("Java"), STR_INIT("6.25"), 1, 0.6, false },
	{ STR_INIT("比較表の選択肢の名前はとても長いのですが"),
	  STR_INIT("比較表の選択肢の名前はとても長いのですが"), STR_INIT("5"),
	  2, 0.5, false },
	{ STR_INIT("שפת תכנות"), STR_INIT("שפת תכנות"), STR_INIT("4"), 3, 0.4,
	  false },
	{ STR_INIT("C"), STR_INIT("C"), STR_INIT("0"), 4, 0, false },
	{ STR_INIT("D"), STR_INIT("D"), STR_INIT("6.7"), 5, 0, false },
};

static const struct mark *first_of(enum font font, const struct scene *scene)
{
	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == MARK_TEXT &&
		    scene->marks[i].style.font == font)
			return &scene->marks[i];
	fail_msg("no text of that font");
	return NULL;
}

static const struct mark *mark_of(const struct scene *scene, const char *text)
{
	for (size_t i = 0; i < scene->mark_count; i++)
		if (str_equals(scene->marks[i].text, str_from(text)))
			return &scene->marks[i];
	fail_msg("no text \"%s\"", text);
	return NULL;
}

/* Nor runs a text over the end of a bar; all numbers are whole. */
static void assert_card(const struct card *card, const char *what,
			struct arena *arena)
{
	struct palette palette = test_palette();
	const struct scene *scene = card_scene(card, &palette, arena);

	assert_clear_from(scene, what, 18);
	assert_on_one_ground(scene, what);
	for (size_t k = 0; k < card->bar_count; k++)
		assert_whole_number(scene, card->bars[k].value, what);
	for (size_t k = 0; k < card->row_count; k++)
		for (size_t side = 0; side < 2; side++)
			assert_whole_number(scene, card->rows[k].scores[side],
					    what);
	for (size_t side = 0; side < 2; side++)
		assert_whole_number(scene, card->sides[side].total, what);
}

static void no_text_of_a_card_meets_another_or_leaves(void **state)
{
	for (size_t i = 0; i < sizeof(TITLES) / sizeof(*TITLES); i++)
		for (size_t count = 0; count <= CARD_BARS; count++)
			for (int wide = 0; wide < 2; wide++) {
				struct headline headline = {
					"plain", str_from(TITLES[i]),
					str_from(TITLES[1])
				};
				struct card card = {
					.eyebrow = str_from(TITLES[3]),
					.headlines = &headline,
					.headline_count = 1,
					.address = STR("example.org/a-long/one"
						       "-of-the/addresses"),
					.bars = BARS,
					.bar_count = count,
					.more = STR_INIT("and 6 more"),
					.is_wide = wide && count,
				};

				assert_card(&card, TITLES[i], *state);
			}
}

/* Bars of all lengths, with short and long names and values. */
static void no_word_of_a_bar_crosses_its_end(void **state)
{
	static const char *const VALUES[] = { "7.5",
					      "61,250,123,456 \xE2\x82\xAC",
					      "12,345,678 of 100,000,000",
					      "3,400 طلب/ث" };
	struct headline headline = { "plain", STR("Oak leads"), STR("") };

	for (size_t round = 0; round < 240; round++) {
		struct card_bar bars[CARD_BARS];
		struct card card = {
			.eyebrow = STR("Trees"),
			.headlines = &headline,
			.headline_count = 1,
			.bars = bars,
			.bar_count = 1 + round % CARD_BARS,
			.full = round % 5 == 4 ? 1 : 0,
			.is_wide = round % 7 == 6,
		};

		for (size_t k = 0; k < CARD_BARS; k++) {
			bars[k] = BARS[(round / 3 + k) % CARD_BARS];
			bars[k].share = (double)(round * 7 + k * 13) / 1800;
			bars[k].value = str_from(VALUES[(round / 6 + k) % 4]);
			bars[k].is_front = k == 0;
		}
		assert_card(&card, arena_printf(*state, "round %zu", round).ptr,
			    *state);
	}
}

static void a_pairs_card_is_clear(void **state)
{
	for (size_t i = 0; i < sizeof(TITLES) / sizeof(*TITLES); i++)
		for (size_t count = 1; count <= CARD_ROWS; count++) {
			struct headline headline = { "pair",
						     str_from(TITLES[i]),
						     str_from(TITLES[1]) };
			struct poster_row rows[CARD_ROWS];
			struct card card = {
				.eyebrow = str_from(TITLES[3]),
				.headlines = &headline,
				.headline_count = 1,
				.address = STR("example.org/a-long/address"),
				.short_address = STR("example.org"),
				.rows = rows,
				.row_count = count,
				.word_level = STR("level"),
				.more = STR("and 12 criteria more"),
			};

			for (size_t k = 0; k < 2; k++)
				card.sides[k] = (struct card_side){
					str_from(TITLES[(i + k) % 3]),
					STR("short"),
					i % 2 ? STR("7.43")
					      : STR("1,000,000.00"),
					k
				};
			for (size_t k = 0; k < count; k++)
				rows[k] = (struct poster_row){
					.title = str_from(TITLES[(i + k) % 7]),
					.weight = 0.2,
					.lead = 0.4 - 0.2 * (double)k,
					.scores = { STR("61,250,123,456 kWh"),
						    STR("7 平方キロメートル") },
				};
			assert_card(&card, TITLES[i], *state);
		}
}

/* The next finding is taken where the first does not fit. */
static void a_finding_that_does_not_fit_leaves_its_place(void **state)
{
	struct palette palette = test_palette();
	struct headline headlines[] = {
		{ "long", str_from(TITLES[3]), STR("") },
		{ "short", STR("Too close to call"), STR("By 0.2.") },
	};
	struct card card = { .eyebrow = STR("Trees"),
			     .headlines = headlines,
			     .headline_count = 2,
			     .bars = BARS,
			     .bar_count = 2 };
	const struct scene *scene = card_scene(&card, &palette, *state);

	for (size_t i = 0; i < scene->mark_count; i++)
		if (str_starts(scene->marks[i].text, "Too close")) {
			assert_true(scene->marks[i].style.size > 60);
			return;
		}
	fail_msg("the second headline is not there");
}

/* Of two words, and of a sentence. */
static void a_short_headline_is_larger(void **state)
{
	struct palette palette = test_palette();
	struct headline headlines[] = {
		{ "close", STR("Too close to call"), STR("") },
		{ "never-outright",
		  STR("zstd wins nothing outright and still leads"), STR("") },
	};
	double sizes[2];

	for (size_t k = 0; k < 2; k++) {
		struct card card = { .eyebrow = STR("Trees"),
				     .headlines = &headlines[k],
				     .headline_count = 1,
				     .bars = BARS,
				     .bar_count = 2 };

		sizes[k] = first_of(FONT_DISPLAY,
				    card_scene(&card, &palette, *state))
				   ->style.size;
	}
	assert_true(sizes[0] > 90);
	assert_true(sizes[1] > 60 && sizes[1] < sizes[0]);
}

/* "lz4: 2.6 times the next" says nothing without it. */
static void what_a_card_is_about_stands_larger_than_its_comparison(void **state)
{
	struct palette palette = test_palette();
	struct headline headline = { "criterion", STR("lz4: 2.6 times"),
				     STR("") };
	struct card card = { .subject = STR("Compression speed"),
			     .eyebrow = STR("Which compressor?"),
			     .headlines = &headline,
			     .headline_count = 1,
			     .bars = BARS,
			     .bar_count = 2,
			     .is_wide = true };
	const struct scene *scene = card_scene(&card, &palette, *state);
	const struct mark *subject = mark_of(scene, "Compression speed");
	const struct mark *eyebrow = mark_of(scene, "Which compressor?");

	assert_near(subject->y, eyebrow->y);
	assert_true(subject->style.size > eyebrow->style.size + 6);
	assert_str(scene->title,
		   "Compression speed \xC2\xB7 Which compressor?");
}

/* In, over and beside their bars. */
static void names_of_bars_are_of_one_size_and_whole(void **state)
{
	static const char *const NAMES[] = {
		"Civo", "Amazon Web Services Elastic Kubernetes Service",
		"Red Hat OpenShift Dedicated"
	};
	struct palette palette = test_palette();
	struct headline headline = { "close", STR("Too close to call"),
				     STR("") };
	struct card_bar bars[CARD_BARS];

	for (size_t round = 0; round < 6; round++) {
		struct card card = { .eyebrow = STR("Trees"),
				     .headlines = &headline,
				     .headline_count = 1,
				     .bars = bars,
				     .bar_count = CARD_BARS,
				     .is_wide = round % 2 };
		const struct scene *scene;
		double size = 0;

		for (size_t k = 0; k < CARD_BARS; k++)
			bars[k] = (struct card_bar){
				.name = str_from(NAMES[round / 2 ? k % 3 : 0]),
				.short_name =
					str_from(NAMES[round / 2 ? k % 3 : 0]),
				.value = STR("7.5"),
				.share = 0.9,
			};
		scene = card_scene(&card, &palette, *state);
		for (size_t i = 0; i < scene->mark_count; i++) {
			const struct mark *mark = &scene->marks[i];

			if (mark->kind != MARK_TEXT || !mark->text.len ||
			    mark->style.font == FONT_DISPLAY ||
			    str_equals(mark->text, STR("7.5")) ||
			    str_equals(mark->text, STR("Trees")))
				continue;
			assert_true(
				str_find_str(mark->text, STR("\xE2\x80\xA6")) ==
				mark->text.len);
			if (size > 0)
				assert_near(mark->style.size, size);
			size = mark->style.size;
		}
		assert_true(size >= 22);
	}
}

static void a_card_is_as_large_as_networks_want_it(void **state)
{
	struct palette palette = test_palette();
	struct headline headline = { "plain", STR("Oak leads"), STR("") };
	struct card card = { .eyebrow = STR("Trees"),
			     .headlines = &headline,
			     .headline_count = 1 };
	const struct scene *scene = card_scene(&card, &palette, *state);

	assert_near(scene->width, 1200);
	assert_near(scene->height, 630);
	assert_str(scene->description, "Oak leads");
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
		TEST(no_word_of_a_bar_crosses_its_end),
		TEST(a_pairs_card_is_clear),
		TEST(a_finding_that_does_not_fit_leaves_its_place),
		TEST(a_short_headline_is_larger),
		TEST(what_a_card_is_about_stands_larger_than_its_comparison),
		TEST(names_of_bars_are_of_one_size_and_whole),
		TEST(a_card_is_as_large_as_networks_want_it),
		TEST(a_badge_is_as_wide_as_its_texts),
		TEST(a_badge_without_a_leader_has_no_sign),
	};

	return RUN_WITH_FONTS(tests);
}
