#include "fonts.h"
#include "judged.h"
#include "layout.h"
#include "poster/poster.h"
#include "view/poster_view.h"

enum { NAMES = 6, FORMS = POSTER_PRINT + 1, A3_FLOOR = 14, FLOOR = 19 };

static const char *const NAMES_OF[NAMES] = {
	"Go",
	"Draco Work 15",
	"Java with Spring Boot and all that it brings along by itself",
	"Kraftfahrzeughaftpflichtversicherungsvergleichsportal Premium",
	"比較表の選択肢の名前はとても長いのですがそれでも読めるはずです",
	"مقارنة طويلة جدا بين الخيارات المتاحة في الجدول الكبير",
};

/* What a comparison is like. */
struct kit {
	size_t options, criteria, groups;
	const char *name;
	enum method method;
	bool gaps, unscored, level, logos;
	bool measured; /* long numbers with units */
	double max;    /* of the scale; 0: by the method */
};

static struct comparison *comparison_of(struct kit kit, struct arena *arena);
static void fill_options(struct comparison *c, struct kit kit,
			 struct arena *arena);
static void fill_criteria(struct comparison *c, struct kit kit,
			  struct arena *arena);
static void set_measure(struct criterion *criterion, size_t at, size_t count);
static void add_profiles(struct comparison *c, struct arena *arena);
static void assert_posters_clear(struct kit kit, struct arena *arena);

static struct comparison *comparison_of(struct kit kit, struct arena *arena)
{
	struct comparison *c = arena_new(arena, struct comparison);

	c->slug = STR("probe");
	c->title.str = arena_printf(arena, "Which %s?", kit.name);
	c->summary.str = STR("A probe.");
	c->scored = !kit.unscored;
	c->scoring =
		(struct scoring){ .method = kit.method,
				  .max = kit.method == METHOD_POINTS ? 1 : 10,
				  .tie = 1,
				  .close = 0.05 };
	if (kit.max > 0)
		c->scoring.max = kit.max;
	if (kit.gaps)
		c->scoring.missing = MISSING_AVAILABLE;
	fill_options(c, kit, arena);
	fill_criteria(c, kit, arena);
	add_profiles(c, arena);
	return c;
}

static void fill_options(struct comparison *c, struct kit kit,
			 struct arena *arena)
{
	struct prose *best = arena_array(arena, struct prose, 2);

	best[0].plain = STR("files that the oldest tools must read");
	best[1].plain = STR("nearly everything that is not the web of old");
	c->option_count = kit.options;
	c->options = arena_array(arena, struct option, kit.options);
	for (size_t i = 0; i < kit.options; i++) {
		struct option *option = &c->options[i];

		option->id = arena_printf(arena, "o%zu", i);
		option->name.str =
			arena_printf(arena, "%s %zu", kit.name, i + 1);
		option->short_name = option->name;
		if (kit.logos)
			option->logo.str = arena_printf(arena, "%zu.png", i);
		option->best_for = (struct prose_list){ best, 1 + i % 2 };
	}
}

/* By a linear congruence: the same on every machine. */
static void fill_criteria(struct comparison *c, struct kit kit,
			  struct arena *arena)
{
	unsigned long state = 7 + kit.options * 31 + kit.criteria;

	c->criterion_count = kit.criteria;
	c->criteria = arena_array(arena, struct criterion, kit.criteria);
	for (size_t j = 0; j < kit.criteria; j++) {
		struct criterion *to = &c->criteria[j];

		to->id = arena_printf(arena, "c%zu", j);
		to->title.str = arena_printf(arena, "%s %zu", kit.name, j + 1);
		to->weight = 1 + (double)(j * 7 % 4);
		if (kit.groups)
			to->group.str = arena_printf(arena, "%s G%zu", kit.name,
						     j % kit.groups + 1);
		to->measure.best = to->measure.worst = NAN;
		if (kit.unscored)
			continue;
		to->scores = arena_array(arena, struct score, kit.options);
		for (size_t i = 0; i < kit.options; i++) {
			state = (state * 1103515245 + 12345) % 2147483648UL;
			to->scores[i].value =
				kit.level ? 7
				: kit.method == METHOD_POINTS
					? (double)(state / 65536 % 2)
					: (double)(state / 65536 % 21) / 2;
			if (kit.gaps && (i + j) % 7 == 6)
				to->scores[i].value = NAN;
		}
		if (kit.measured)
			set_measure(to, j, kit.options);
	}
}

/* With as many digits as there are anywhere, and as long units. */
static void set_measure(struct criterion *criterion, size_t at, size_t count)
{
	static const char *const UNITS[] = { "km",    "\xE2\x82\xAC",
					     "kWh",   "طلب/ث",
					     "dB(A)", "平方キロメートル" };
	static const double SIZES[] = { 1, 3.1e6, 6125012345.6, -4.25e9, 1e13 };

	criterion->measure.given = true;
	criterion->measure.unit.str = str_from(UNITS[at % 6]);
	criterion->measure.lower_is_better = at % 2;
	for (size_t i = 0; i < count; i++)
		criterion->scores[i].value *= SIZES[at % 5];
}

static void add_profiles(struct comparison *c, struct arena *arena)
{
	c->profile_count = 4;
	c->profiles = arena_array(arena, struct profile, 4);
	for (size_t p = 0; p < 4; p++) {
		c->profiles[p].id = arena_printf(arena, "p%zu", p);
		c->profiles[p].title.str = c->options[0].name.str;
		c->profiles[p].weights =
			arena_array(arena, double, c->criterion_count);
		for (size_t j = 0; j < c->criterion_count; j++)
			c->profiles[p].weights[j] = 1 + (double)((j + p) % 3);
	}
}

static const struct str *logos_of(struct kit kit, struct arena *arena)
{
	struct str *logos = arena_array(arena, struct str, kit.options);

	for (size_t i = 0; i < kit.options; i++)
		logos[i] = STR("logo.png");
	return kit.logos ? logos : NULL;
}

static void assert_numbers_whole(const struct scene *scene,
				 const struct poster *poster, const char *what)
{
	for (size_t k = 0; k < poster->option_count; k++) {
		assert_whole_number(scene, poster->options[k].total, what);
	}
	for (size_t k = 0; k < poster->row_count && poster->rows; k++)
		for (size_t side = 0; side < 2; side++)
			assert_whole_number(scene, poster->rows[k].scores[side],
					    what);
	for (size_t g = 0; g < poster->group_count; g++) {
		assert_whole_number(scene, poster->groups[g].of, what);
		for (size_t k = 0; k < poster->option_count; k++)
			assert_whole_number(scene, poster->groups[g].words[k],
					    what);
	}
}

/* In every form; words of a story keep off its ends. */
static void assert_posters_clear(struct kit kit, struct arena *arena)
{
	struct palette palette = test_palette();
	struct comparison *c = comparison_of(kit, arena);
	struct subject s = subject_in(c, arena);
	struct poster poster = poster_of(&s, logos_of(kit, arena));

	for (int form = 0; form < FORMS; form++) {
		struct scene *scene = poster_scene(
			&poster, (enum poster_form)form, &palette, arena);
		struct str what = arena_printf(
			arena,
			"%zu options, %zu criteria, %zu groups, %s%s, "
			"picture %d, form %d",
			kit.options, kit.criteria, kit.groups, kit.name,
			kit.gaps ? ", gaps" : "", poster.kind, form);

		assert_clear_from(scene, what.ptr,
				  form == POSTER_PRINT ? A3_FLOOR : FLOOR);
		assert_on_one_ground(scene, what.ptr);
		assert_numbers_whole(scene, &poster, what.ptr);
		for (size_t i = 0; i < scene->mark_count; i++) {
			const struct mark *mark = &scene->marks[i];

			if (form == POSTER_STORY && mark->kind == MARK_TEXT &&
			    (mark->y - mark->style.size < STORY_TOP ||
			     mark->y > STORY_BOTTOM))
				fail_msg("%s: \"%.*s\" is covered", what.ptr,
					 STR_ARG(mark->text));
		}
	}
}

/* One name of so many, in turn: of hundreds of kits one name each. */
static size_t turn(void)
{
	const char *tests = getenv("TESTS");

	return tests && strcmp(tests, "all") == 0 ? 3 : NAMES;
}

static void posters_of_all_sizes_are_clear(void **state)
{
	static const size_t OPTIONS[] = { 2, 3, 5, 8, 12, 40 };
	static const size_t CRITERIA[] = { 1, 4, 16, 40 };

	for (size_t n = 0; n < 6; n++)
		for (size_t m = 0; m < 4; m++)
			for (size_t k = (n + m) % turn(); k < NAMES;
			     k += turn()) {
				struct arena arena = { 0 };

				(void)state;
				assert_posters_clear(
					(struct kit){
						.options = OPTIONS[n],
						.criteria = CRITERIA[m],
						.groups = k % 3 * 3,
						.name = NAMES_OF[k],
						.method = METHOD_WEIGHTED_SUM,
						.gaps = (n + k) % 4 == 3 },
					&arena);
				arena_release(&arena);
			}
}

static void posters_of_all_methods_are_clear(void **state)
{
	for (int method = 0; method < METHOD_COUNT; method++)
		for (size_t n = 2; n < 14; n += 5)
			for (size_t k = n % 3; k < NAMES; k += 3)
				assert_posters_clear(
					(struct kit){
						.options = n,
						.criteria = 9 + 13 * (k % 2),
						.name = NAMES_OF[k],
						.method = (enum method)method },
					*state);
}

/* None is cut, runs over a border or under a name. */
static void long_numbers_stay_whole(void **state)
{
	static const size_t OPTIONS[] = { 2, 3, 8, 12 };

	for (size_t n = 0; n < 4; n++)
		for (size_t m = 1; m < 20; m += 3)
			for (size_t k = (n + m) % turn(); k < NAMES;
			     k += turn())
				assert_posters_clear(
					(struct kit){
						.options = OPTIONS[n],
						.criteria = m,
						.name = NAMES_OF[k],
						.method = METHOD_WEIGHTED_SUM,
						.max = m % 2 ? 1e6 : 100,
						.measured = m != 7 },
					*state);
}

static void what_is_level_or_unscored_has_a_poster(void **state)
{
	for (size_t n = 2; n < 50; n += n < 8 ? 2 : 9)
		for (size_t k = (n / 2 + 2) % turn(); k < NAMES; k += turn()) {
			assert_posters_clear(
				(struct kit){ .options = n,
					      .criteria = 5,
					      .name = NAMES_OF[k],
					      .method = METHOD_WEIGHTED_SUM,
					      .level = true },
				*state);
			assert_posters_clear(
				(struct kit){ .options = n,
					      .criteria = 5,
					      .name = NAMES_OF[k],
					      .method = METHOD_WEIGHTED_SUM,
					      .unscored = true },
				*state);
		}
}

static bool has_text(const struct scene *scene, const char *words)
{
	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == MARK_TEXT &&
		    str_find_str(scene->marks[i].text, str_from(words)) <
			    scene->marks[i].text.len)
			return true;
	return false;
}

static bool is_text(const struct scene *scene, const char *words)
{
	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == MARK_TEXT &&
		    str_is(scene->marks[i].text, words))
			return true;
	return false;
}

/* The numbers under towers have a head, also where it has no room beside. */
static void what_is_won_alone_has_a_head(void **state)
{
	struct palette palette = test_palette();
	size_t all = 0, lie = 0, headed = 0;

	for (size_t n = 3; n < 9; n++)
		for (size_t k = 0; k < 2; k++) {
			struct kit kit = { .options = n,
					   .criteria = 4,
					   .groups = n % 2 * 2,
					   .name = NAMES_OF[k],
					   .method = METHOD_WEIGHTED_SUM };
			struct subject s =
				subject_in(comparison_of(kit, *state), *state);
			struct poster poster = poster_of(&s, NULL);

			assert_int_equal(poster.kind, POSTER_TOWERS);
			for (int form = 0; form < FORMS; form++) {
				const struct scene *scene =
					poster_scene(&poster,
						     (enum poster_form)form,
						     &palette, *state);

				/* Lying ones have no such numbers. */
				lie += !has_text(scene, "won alone: best");
				headed += is_text(scene, "won alone") ||
					  is_text(scene, "won");
				all++;
			}
		}
	assert_true(lie < all / 2);
	assert_int_equal(headed + lie, all);
}

/* Labels of any length stand beside or over them, and leave nothing empty. */
static void towers_end_at_the_margin(void **state)
{
	struct palette palette = test_palette();
	size_t upright = 0;

	for (size_t n = 3; n < 7; n++)
		for (size_t k = 0; k < NAMES; k++) {
			struct kit kit = { .options = n,
					   .criteria = 5,
					   .name = NAMES_OF[k],
					   .method = METHOD_WEIGHTED_SUM };
			struct subject s =
				subject_in(comparison_of(kit, *state), *state);
			struct poster poster = poster_of(&s, NULL);
			const struct scene *scene = poster_scene(
				&poster, POSTER_PORTRAIT, &palette, *state);
			double right = 0;

			for (size_t i = 0; i < scene->mark_count; i++) {
				const struct mark *mark = &scene->marks[i];

				if (mark->kind == MARK_RECT &&
				    mark->height > 120 && mark->width < 500)
					right = fmax(right,
						     mark->x + mark->width);
			}
			if (right > 0 && !text_lines_are_rtl()) {
				assert_near(right, 1024);
				upright++;
			}
		}
	assert_true(upright > 4);
}

static double height_of_hero(const struct scene *scene)
{
	double bottom = 0;

	/* The line on which towers stand. */
	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == MARK_RECT &&
		    scene->marks[i].height == 3 && scene->marks[i].width > 600)
			bottom = scene->marks[i].y;
	return bottom;
}

/* What has little to say below its hero has a larger one, and says all. */
static void a_print_without_purposes_is_full(void **state)
{
	struct palette palette = test_palette();
	struct kit kit = { .options = 3,
			   .criteria = 3,
			   .name = NAMES_OF[0],
			   .method = METHOD_WEIGHTED_SUM };
	double heights[2];

	for (size_t k = 0; k < 2; k++) {
		struct comparison *c = comparison_of(kit, *state);
		struct subject s;
		struct poster poster;
		const struct scene *scene;

		if (!k)
			c->profile_count = 0;
		s = subject_in(c, *state);
		poster = poster_of(&s, NULL);
		scene = poster_scene(&poster, POSTER_PRINT, &palette, *state);
		heights[k] = height_of_hero(scene);
		for (size_t j = 0; j < poster.switch_count; j++)
			assert_true(has_text(
				scene,
				arena_printf(*state, "%.*s",
					     STR_ARG(poster.switches[j].words))
					.ptr));
	}
	assert_true(heights[0] > heights[1] + 50);
}

static void towers_say_whether_their_blocks_are_groups(void **state)
{
	struct kit kit = { .options = 4,
			   .criteria = 4,
			   .name = "x",
			   .method = METHOD_WEIGHTED_SUM };
	struct subject s = subject_in(comparison_of(kit, *state), *state);

	assert_str(poster_of(&s, NULL).key,
		   "height: what a criterion adds to the total");
	assert_str(poster_of(&s, NULL).lying_key,
		   "length: what a criterion adds to the total");
	kit.groups = 2;
	s = subject_in(comparison_of(kit, *state), *state);
	assert_str(poster_of(&s, NULL).key,
		   "height: what a group of criteria adds to the total");
}

/* "8.72" in the headline, over the tower and in the sentence. */
static void a_picture_has_one_figure_for_a_total(void **state)
{
	for (size_t n = 2; n < 8; n++) {
		struct kit kit = { .options = n,
				   .criteria = 3 + n,
				   .name = "x",
				   .method = METHOD_WEIGHTED_SUM };
		struct subject s =
			subject_in(comparison_of(kit, *state), *state);
		struct poster poster = poster_of(&s, NULL);

		for (size_t k = 0; k < poster.headline_count; k++) {
			struct headline said = poster.headlines[k];

			if (strcmp(said.rule, "plain"))
				continue;
			assert_true(str_find_str(said.text,
						 poster.options[0].total) <
				    said.text.len);
			assert_true(str_find_str(said.more,
						 poster.options[1].total) <
				    said.more.len);
			assert_true(str_find_str(said.more,
						 poster.options[0].name) ==
				    said.more.len);
		}
	}
}

/* Nobody's words are announced where there are none. */
static void options_of_which_nothing_is_said_have_no_key(void **state)
{
	struct palette palette = test_palette();
	struct kit kit = {
		.options = 3, .criteria = 2, .name = "x", .unscored = true
	};
	struct comparison *c = comparison_of(kit, *state);
	struct subject s = subject_in(c, *state);
	struct poster poster = poster_of(&s, NULL);

	assert_str(poster.key, "in the words of the authors");
	for (size_t i = 0; i < c->option_count; i++)
		c->options[i].best_for.count = 0;
	c->scored = true;
	for (size_t j = 0; j < c->criterion_count; j++) {
		c->criteria[j].scores = arena_array(*state, struct score, 3);
		for (size_t i = 0; i < 3; i++)
			c->criteria[j].scores[i].value = NAN;
	}
	s = subject_in(c, *state);
	poster = poster_of(&s, NULL);
	assert_str(poster.key, "");
	for (int form = 0; form < FORMS; form++)
		assert_true(
			has_text(poster_scene(&poster, (enum poster_form)form,
					      &palette, *state),
				 "There is no result yet"));
}

static size_t count_images(const struct scene *scene)
{
	size_t count = 0;

	for (size_t i = 0; i < scene->mark_count; i++) {
		const struct mark *mark = &scene->marks[i];

		if (mark->kind != MARK_IMAGE)
			continue;
		count++;
		assert_true(mark->x > 0 &&
			    mark->x + mark->width < scene->width);
		assert_true(mark->width >= 14 && mark->width == mark->height);
		assert_true(str_is(mark->text, "DW") ||
			    str_is(mark->text, "D"));
	}
	return count;
}

/* Where a picture cannot be drawn its letters are. */
static void logos_stand_beside_the_names(void **state)
{
	static const struct kit KITS[] = {
		{ .options = 2, .criteria = 4, .method = METHOD_WEIGHTED_SUM },
		{ .options = 2, .criteria = 9, .method = METHOD_POINTS },
		{ .options = 5, .criteria = 4, .method = METHOD_WEIGHTED_SUM },
		{ .options = 5,
		  .criteria = 6,
		  .groups = 3,
		  .method = METHOD_WEIGHTED_SUM },
		{ .options = 8, .criteria = 4, .method = METHOD_POINTS },
		{ .options = 12, .criteria = 5, .method = METHOD_WEIGHTED_SUM },
		{ .options = 2, .criteria = 3, .unscored = true },
		{ .options = 6, .criteria = 3, .unscored = true },
	};
	struct palette palette = test_palette();

	for (size_t k = 0; k < sizeof(KITS) / sizeof(*KITS); k++) {
		struct kit kit = KITS[k];
		struct comparison *c;
		struct subject s;
		struct poster poster;
		struct scene *scene;

		kit.logos = true;
		for (size_t n = k % 3; n < NAMES; n += 3) {
			kit.name = NAMES_OF[n];
			assert_posters_clear(kit, *state);
		}
		/* Beside a number as large as of a duel there is not much room. */
		kit.name = k ? "Draco  Work" : "D";
		c = comparison_of(kit, *state);
		for (size_t i = 0; i < kit.options; i++)
			c->options[i].short_name.str = str_from(kit.name);
		s = subject_in(c, *state);
		poster = poster_of(&s, logos_of(kit, *state));
		scene = poster_scene(&poster, POSTER_PORTRAIT, &palette,
				     *state);
		assert_int_equal(count_images(scene), kit.options);
	}
}

/* The areas beyond the middle differ by the margin. */
static void a_coast_is_pushed_by_the_lead(void **state)
{
	struct kit kit = { .options = 2,
			   .criteria = 4,
			   .name = "x",
			   .method = METHOD_WEIGHTED_SUM };
	struct comparison *c = comparison_of(kit, *state);
	struct subject s = subject_in(c, *state);
	struct poster poster = poster_of(&s, NULL);
	double sum = 0;

	assert_int_equal(poster.kind, POSTER_DUEL);
	for (size_t k = 0; k < poster.row_count; k++) {
		sum += poster.rows[k].weight * poster.rows[k].lead;
		if (k)
			assert_true(poster.rows[k].lead <=
				    poster.rows[k - 1].lead);
	}
	assert_near(sum, s.r->margin);
}

/* From right to left all stands as far from the other edge. */
static void a_poster_is_mirrored(void **state)
{
	struct kit kit = { .options = 2,
			   .criteria = 4,
			   .name = "x",
			   .method = METHOD_WEIGHTED_SUM };
	struct comparison *c = comparison_of(kit, *state);
	struct subject s = subject_in(c, *state);
	struct poster poster = poster_of(&s, NULL);
	struct palette palette = test_palette();
	struct scene *ltr, *rtl;

	ltr = poster_scene(&poster, POSTER_PORTRAIT, &palette, *state);
	poster.is_rtl = true;
	rtl = poster_scene(&poster, POSTER_PORTRAIT, &palette, *state);
	assert_int_equal(ltr->mark_count, rtl->mark_count);
	for (size_t i = 0; i < ltr->mark_count; i++) {
		const struct mark *from = &ltr->marks[i];
		const struct mark *to = &rtl->marks[i];

		if (from->kind == MARK_RECT)
			assert_near(to->x + to->width, POSTER_WIDTH - from->x);
		if (from->kind != MARK_TEXT)
			continue;
		assert_near(to->x, POSTER_WIDTH - from->x);
		if (from->anchor != ANCHOR_MIDDLE)
			assert_true(to->anchor != from->anchor);
		assert_true(str_equals(to->text, from->text));
	}
}

/* Options that the author coloured alike are still told apart. */
static void two_sides_differ_in_lightness(void **state)
{
	struct palette theme = test_palette(), own = theme;
	struct kit kit = { .options = 2,
			   .criteria = 4,
			   .name = "x",
			   .method = METHOD_WEIGHTED_SUM };
	struct comparison *c = comparison_of(kit, *state);
	struct subject s = subject_in(c, *state);
	struct poster poster = poster_of(&s, NULL);
	uint32_t found[2] = { 0, 0 };
	struct scene *scene;

	own.theme = &theme;
	own.light.series[0] = 0x2f7a3a;
	own.light.series[1] = 0x9a6200;
	scene = poster_scene(&poster, POSTER_PORTRAIT, &own, *state);
	for (size_t i = 0; i < scene->mark_count; i++) {
		const struct mark *mark = &scene->marks[i];

		if (mark->kind == MARK_RECT && mark->height > 20 &&
		    mark->y > 300 && mark->width < POSTER_WIDTH)
			found[mark->x > 0] = (uint32_t)mark->fill.slot;
	}
	assert_true(fabs(palette_lightness(found[0]) -
			 palette_lightness(found[1])) >= 30);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(posters_of_all_sizes_are_clear),
		TEST(posters_of_all_methods_are_clear),
		TEST(long_numbers_stay_whole),
		TEST(what_is_level_or_unscored_has_a_poster),
		TEST(what_is_won_alone_has_a_head),
		TEST(towers_end_at_the_margin),
		TEST(a_print_without_purposes_is_full),
		TEST(towers_say_whether_their_blocks_are_groups),
		TEST(a_picture_has_one_figure_for_a_total),
		TEST(options_of_which_nothing_is_said_have_no_key),
		TEST(logos_stand_beside_the_names),
		TEST(a_coast_is_pushed_by_the_lead),
		TEST(a_poster_is_mirrored),
		TEST(two_sides_differ_in_lightness),
	};

	return RUN_WITH_FONTS(tests);
}
