#include "fonts.h"
#include "layout.h"
#include "poster/poster.h"

enum { OPTIONS = 12, ROWS = 40, FACTS = 7, PROFILES = 8, NAMES = 5 };

static const char *const NAMES_OF[NAMES] = {
	"Go",
	"Node.js",
	"Java with Spring Boot and all that it brings along by itself",
	"比較表の選択肢の名前はとても長いのですがそれでも読めるはずです",
	"שפת תכנות ארוכה מאוד לבדיקה של הרוחב בתרשים הזה",
};

static const enum poster_preset PRESETS[] = { POSTER_TALL, POSTER_SQUARE,
					      POSTER_PORTRAIT, POSTER_STORY };

/* What a poster is made of. */
struct kit {
	size_t options, rows, facts, profiles;
	const char *name;
	bool has_points, is_unscored;
};

static struct poster poster_of(struct kit kit, struct arena *arena);
static void fill_options(struct poster *p, struct kit kit, struct arena *arena);
static void fill_rows(struct poster *p, struct kit kit, struct arena *arena);
static void fill_notes(struct poster *p, struct kit kit, struct arena *arena);

static struct poster poster_of(struct kit kit, struct arena *arena)
{
	struct poster p = {
		.site = STR_INIT("Paragone"),
		.title = str_from(kit.name),
		.summary = STR_INIT("Five articles compare them. We put their "
				    "judgements into one table."),
		.headline = STR_INIT("Too close to call between the first two"),
		.detail = STR_INIT("A lead of less than half a point."),
		.robustness = STR_INIT("It holds in 71 of 100 weightings."),
		.verdict = STR_INIT("Take both."),
		.address = STR_INIT("example.org/nodejs-vs-python"),
		.date = STR_INIT("21 November 2026"),
		.has_points = kit.has_points,
		.points_most = ROWS,
		.word_result = STR_INIT("The result"),
		.word_criteria = STR_INIT("Criterion by criterion"),
		.word_figures = STR_INIT("Figures"),
		.word_choose = STR_INIT("Which one to choose"),
		.word_robustness = STR_INIT("How robust it is"),
		.word_tally = STR_INIT("Point by point"),
		.word_rows_left =
			STR_INIT("{n} of {of} criteria are not shown"),
		.word_profiles_left = STR_INIT("{n} more profiles"),
	};

	if (kit.is_unscored)
		p.headline = p.detail = p.robustness = (struct str){ "", 0 };
	fill_options(&p, kit, arena);
	fill_rows(&p, kit, arena);
	fill_notes(&p, kit, arena);
	return p;
}

/* The first one leads. */
static void fill_options(struct poster *p, struct kit kit, struct arena *arena)
{
	static const struct poster_pair FACT_PAIRS[] = {
		{ STR_INIT("First released"), STR_INIT("2009") },
		{ STR_INIT("Language"), STR_INIT("JavaScript, TypeScript") },
	};
	struct poster_option *options =
		arena_array(arena, struct poster_option, kit.options);

	for (size_t i = 0; i < kit.options; i++)
		options[i] = (struct poster_option){
			.name = arena_printf(arena, "%s", kit.name),
			.total = kit.is_unscored
					 ? (struct str){ "", 0 }
					 : arena_printf(arena, "%zu.5",
							i < 15 ? 15 - i : 0),
			.share = 0.9 - 0.07 * (double)i,
			.slot = i,
			.is_leader = i == 0 && !kit.is_unscored,
			.facts = FACT_PAIRS,
			.fact_count = 2,
			.best_for = STR("work that waits"),
		};
	p->options = options;
	p->option_count = kit.options;
}

/* Each weighs more than the one before; every fifth is a tie. */
static void fill_rows(struct poster *p, struct kit kit, struct arena *arena)
{
	struct poster_row *rows =
		arena_array(arena, struct poster_row, kit.rows);
	const double *before = NULL;

	for (size_t j = 0; j < kit.rows; j++) {
		size_t winner = j % 5 ? j % kit.options : kit.options;
		struct str *scores =
			arena_array(arena, struct str, kit.options);
		double *utilities = arena_array(arena, double, kit.options);
		double *tally = arena_array(arena, double, kit.options);

		for (size_t i = 0; i < kit.options; i++) {
			utilities[i] = (i + j) % 7 == 6 ? NAN : i == winner;
			scores[i] = isnan(utilities[i]) ? STR("not scored")
							: STR("7.5");
			tally[i] = (before ? before[i] : 0) +
				   (i == winner || winner == kit.options);
		}
		rows[j] = (struct poster_row){
			.title = arena_printf(arena, "%s %zu", kit.name, j + 1),
			.group = j < 3 ? STR("Running it") : STR("Writing it"),
			.winner = winner,
			.winner_words = winner < kit.options
						? p->options[winner].name
						: STR("a tie"),
			.margin = winner < kit.options ? STR("4.8 ahead")
						       : STR(""),
			.weight = (double)(j + 1) / 1000,
			.scores = scores,
			.utilities = utilities,
			.tally = kit.has_points ? tally : NULL,
		};
		before = tally;
	}
	p->rows = rows;
	p->row_count = kit.rows;
}

static void fill_notes(struct poster *p, struct kit kit, struct arena *arena)
{
	struct poster_fact *facts =
		arena_array(arena, struct poster_fact, kit.facts);
	struct poster_profile *profiles =
		arena_array(arena, struct poster_profile, kit.profiles);

	for (size_t i = 0; i < kit.facts; i++)
		facts[i] = (struct poster_fact){
			.value = i % 2 ? str_from(kit.name) : STR("4.98 to 1"),
			.label = STR("size at the best level"),
			.source = STR("RFC 8878"),
			.slot = i % 2 ? SLOT_NONE : i % kit.options,
		};
	for (size_t i = 0; i < kit.profiles; i++) {
		double *totals = arena_array(arena, double, kit.options);

		profiles[i] = (struct poster_profile){
			.title = str_from(kit.name),
			.sentence = STR("Node.js leads, 8.3 to 4.7"),
			.leader = i % (kit.options + 1),
			.totals = totals,
		};
	}
	p->facts = facts;
	p->fact_count = kit.facts;
	p->profiles = profiles;
	p->profile_count = kit.profiles;
}

static const struct mark *find_text(const struct scene *scene, const char *text)
{
	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == MARK_TEXT &&
		    str_is(scene->marks[i].text, text))
			return &scene->marks[i];
	return NULL;
}

static size_t count_starting(const struct scene *scene, const char *start)
{
	size_t count = 0;

	for (size_t i = 0; i < scene->mark_count; i++)
		count += scene->marks[i].kind == MARK_TEXT &&
			 str_starts(scene->marks[i].text, start);
	return count;
}

/* Not even where bands begin and end. */
static void assert_inside(const struct scene *scene, const char *what)
{
	for (size_t i = 0; i < scene->mark_count; i++) {
		const struct mark *mark = &scene->marks[i];

		if (mark->x < 0 || mark->y < 0 ||
		    mark->x + mark->width > scene->width ||
		    mark->y + mark->height > scene->height + 0.01)
			fail_msg("%s: a mark at %g, %g leaves the frame", what,
				 mark->x, mark->y);
	}
}

static void assert_holds(struct kit kit, struct arena *arena)
{
	struct poster p = poster_of(kit, arena);

	for (size_t k = 0; k < 4; k++) {
		struct scene *scene = poster_scene(&p, PRESETS[k], arena);
		const char *what =
			arena_printf(arena,
				     "preset %zu, %zu options, %zu "
				     "criteria, \"%s\"",
				     k, kit.options, kit.rows, kit.name)
				.ptr;

		assert_clear(scene, what);
		assert_inside(scene, what);
		for (size_t i = 0; i < scene->mark_count; i++)
			if (scene->marks[i].kind == MARK_TEXT)
				assert_true(scene->marks[i].style.size >= 20);
	}
}

static void no_text_of_a_poster_meets_another_or_leaves(void **state)
{
	static const size_t COUNTS[] = { 1, 2, 3, 5, OPTIONS };

	for (size_t name = 0; name < NAMES; name++)
		for (size_t i = 0; i < 5; i++) {
			struct kit kit = { .options = COUNTS[i],
					   .name = NAMES_OF[name] };

			kit.rows = 5;
			assert_holds(kit, *state);
			kit.rows = ROWS;
			kit.facts = FACTS;
			kit.profiles = PROFILES;
			assert_holds(kit, *state);
			kit.rows = 10;
			kit.has_points = true;
			assert_holds(kit, *state);
			kit.is_unscored = true;
			assert_holds(kit, *state);
		}
}

static void posts_are_as_high_as_networks_want_them(void **state)
{
	static const double HEIGHTS[] = { 0, 1080, 1350, 1920 };
	struct poster p = poster_of(
		(struct kit){ .options = 2, .rows = 5, .name = "Go" }, *state);

	for (size_t k = 0; k < 4; k++) {
		struct scene *scene = poster_scene(&p, PRESETS[k], *state);

		assert_near(scene->width, POSTER_WIDTH);
		if (k)
			assert_near(scene->height, HEIGHTS[k]);
	}
}

static void a_tall_poster_is_as_high_as_it_needs(void **state)
{
	struct kit kit = { .options = 2, .rows = 5, .name = "Go" };
	struct poster few = poster_of(kit, *state), many;

	kit.rows = 10;
	many = poster_of(kit, *state);
	assert_true(poster_scene(&few, POSTER_TALL, *state)->height + 300 <
		    poster_scene(&many, POSTER_TALL, *state)->height);
}

static void what_is_left_out_is_said(void **state)
{
	struct kit kit = { .options = 2, .rows = ROWS, .name = "Node.js" };
	struct poster p = poster_of(kit, *state);

	p.title = STR("A title");
	p.address = STR("an address");
	for (size_t i = 0; i < 2; i++)
		((struct poster_option *)p.options)[i].name = STR("an option");
	for (size_t j = 0; j < ROWS; j++)
		((struct poster_row *)p.rows)[j].winner_words = STR("a winner");
	for (size_t k = 0; k < 4; k++) {
		struct scene *scene = poster_scene(&p, PRESETS[k], *state);
		size_t shown = count_starting(scene, "Node.js ");

		assert_true(shown >= 3);
		assert_true(k || shown == POSTER_ROWS);
		assert_non_null(find_text(
			scene,
			arena_printf(*state, "%zu of 40 criteria are not shown",
				     ROWS - shown)
				.ptr));
	}
}

static void nothing_is_said_of_criteria_that_are_all_shown(void **state)
{
	struct poster p = poster_of(
		(struct kit){ .options = 2, .rows = POSTER_ROWS, .name = "Go" },
		*state);
	struct scene *scene = poster_scene(&p, POSTER_TALL, *state);

	assert_int_equal(count_starting(scene, "0 of"), 0);
	assert_non_null(find_text(scene, "Go 1"));
	assert_non_null(find_text(scene, "Go 20"));
}

static void the_heaviest_criteria_keep_their_order(void **state)
{
	struct poster p = poster_of(
		(struct kit){ .options = 2, .rows = ROWS, .name = "Go" },
		*state);
	struct scene *scene = poster_scene(&p, POSTER_TALL, *state);

	assert_null(find_text(scene, "Go 20"));
	for (size_t j = 21; j < ROWS; j++) {
		const char *one = arena_printf(*state, "Go %zu", j).ptr;
		const char *next = arena_printf(*state, "Go %zu", j + 1).ptr;

		assert_true(find_text(scene, one)->y <
			    find_text(scene, next)->y);
	}
}

static void the_leader_of_a_poster_is_in_bold(void **state)
{
	static const size_t COUNTS[] = { 2, 3, 5, OPTIONS };

	for (size_t i = 0; i < 4; i++) {
		struct poster p = poster_of((struct kit){ .options = COUNTS[i],
							  .rows = 5,
							  .name = "Go" },
					    *state);

		((struct poster_option *)p.options)[0].name = STR("first");
		((struct poster_option *)p.options)[1].name = STR("second");
		for (size_t k = 0; k < 4; k++) {
			struct scene *scene =
				poster_scene(&p, PRESETS[k], *state);

			assert_true(find_text(scene, "first")->style.bold);
			assert_false(find_text(scene, "second")->style.bold);
		}
	}
}

static void the_best_option_of_many_is_on_top(void **state)
{
	struct poster p = poster_of(
		(struct kit){ .options = 5, .rows = 5, .name = "Go" }, *state);
	struct poster_option *options = (struct poster_option *)p.options;
	struct scene *scene;

	options[0].name = STR("first written");
	options[3].name = STR("best");
	options[3].share = 1;
	scene = poster_scene(&p, POSTER_SQUARE, *state);
	assert_true(find_text(scene, "best")->y <
		    find_text(scene, "first written")->y);
}

static void points_run_down_the_rows_as_a_path(void **state)
{
	struct poster p = poster_of((struct kit){ .options = 2,
						  .rows = 10,
						  .name = "Go",
						  .has_points = true },
				    *state);

	for (size_t k = 0; k < 4; k++) {
		struct scene *scene = poster_scene(&p, PRESETS[k], *state);
		size_t paths = 0;

		for (size_t i = 0; i < scene->mark_count; i++)
			paths += scene->marks[i].kind == MARK_PATH &&
				 !scene->marks[i].closed;
		assert_int_equal(paths, 2);
		assert_non_null(find_text(scene, "Point by point"));
	}
}

static void an_unscored_poster_has_no_numbers(void **state)
{
	struct poster p = poster_of((struct kit){ .options = 2,
						  .rows = 5,
						  .name = "Go",
						  .is_unscored = true },
				    *state);

	for (size_t k = 0; k < 4; k++) {
		struct scene *scene = poster_scene(&p, PRESETS[k], *state);

		assert_non_null(find_text(scene, "Go"));
		assert_non_null(find_text(scene, "Go 5"));
		assert_null(find_text(scene, "7.5"));
		assert_null(find_text(scene, "4.8 ahead"));
		assert_null(find_text(scene, "The result"));
	}
}

static void a_tall_poster_cuts_no_text_short(void **state)
{
	static const size_t COUNTS[] = { 2, 3, 5, OPTIONS };

	for (size_t name = 0; name < NAMES; name++)
		for (size_t i = 0; i < 4; i++) {
			struct poster p = poster_of(
				(struct kit){ .options = COUNTS[i],
					      .rows = 5,
					      .profiles = 3,
					      .facts = 3,
					      .name = NAMES_OF[name] },
				*state);
			struct scene *scene =
				poster_scene(&p, POSTER_TALL, *state);

			for (size_t k = 0; k < scene->mark_count; k++)
				if (str_ends(scene->marks[k].text,
					     "\xE2\x80\xA6"))
					fail_msg("cut: %.*s",
						 STR_ARG(scene->marks[k].text));
		}
}

static void a_poster_says_in_words_what_it_shows(void **state)
{
	struct poster p = poster_of(
		(struct kit){ .options = 2, .rows = 5, .name = "Go" }, *state);
	struct scene *scene = poster_scene(&p, POSTER_TALL, *state);

	assert_str(scene->title, "Go");
	assert_str(scene->description,
		   "Too close to call between the first two "
		   "A lead of less than half a point.");
	assert_non_null(find_text(scene, "Take both."));
	assert_non_null(find_text(scene, "example.org/nodejs-vs-python"));
	assert_non_null(find_text(scene, "21 November 2026"));
}

/* No text is lost under the foot. */
static void a_long_list_of_options_says_how_many_it_leaves_out(void **state)
{
	struct poster p = poster_of(
		(struct kit){ .options = 40, .rows = 8, .name = "Go" }, *state);

	for (size_t i = 0; i < 4; i++) {
		const struct scene *scene =
			poster_scene(&p, PRESETS[i], *state);
		size_t shown = 0, told = 0;

		assert_clear(scene, "forty options");
		for (size_t k = 0; k < scene->mark_count; k++) {
			struct str text = scene->marks[k].text;

			shown += str_ends(text, ".5");
			if (str_ends(text, " more profiles"))
				told = strtoul(text.ptr, NULL, 10);
		}
		assert_true(shown >= 4);
		assert_int_equal(shown + told, 40);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_text_of_a_poster_meets_another_or_leaves),
		TEST(posts_are_as_high_as_networks_want_them),
		TEST(a_tall_poster_is_as_high_as_it_needs),
		TEST(what_is_left_out_is_said),
		TEST(nothing_is_said_of_criteria_that_are_all_shown),
		TEST(the_heaviest_criteria_keep_their_order),
		TEST(the_leader_of_a_poster_is_in_bold),
		TEST(the_best_option_of_many_is_on_top),
		TEST(points_run_down_the_rows_as_a_path),
		TEST(an_unscored_poster_has_no_numbers),
		TEST(a_tall_poster_cuts_no_text_short),
		TEST(a_poster_says_in_words_what_it_shows),
		TEST(a_long_list_of_options_says_how_many_it_leaves_out),
	};

	return RUN_WITH_FONTS(tests);
}
