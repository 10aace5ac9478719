#include "draw/scene_hash.h"
#include "fonts.h"

static struct scene *scene_of(struct arena *arena)
{
	const struct point path[] = { { 1, 2 }, { 3, 4 } };
	struct scene *scene = scene_new(100, 50, arena);

	scene_rect(scene, 1, 2, 3, 4, ink(PAINT_INK));
	scene_path(scene, path, 2);
	scene_text(scene, 5, 6, STR("ab"),
		   (struct text_style){ FONT_BODY, 14, false }, series_ink(1));
	return scene;
}

static struct hash hash_now(const struct scene *scene)
{
	struct palette palette = test_palette();

	return scene_hash(scene, &palette, "png", 1);
}

static void the_same_scene_has_the_same_hash(void **state)
{
	assert_true(hash_equals(hash_now(scene_of(*state)),
				hash_now(scene_of(*state))));
}

/* Each change on its own. */
static void whatever_is_seen_changes_the_hash(void **state)
{
	struct hash seen[12] = { hash_now(scene_of(*state)) };
	struct scene *scenes[11];

	for (size_t i = 0; i < 11; i++)
		scenes[i] = scene_of(*state);
	scenes[0]->marks[0].x += 0.01;
	scenes[1]->marks[0].fill = ink(PAINT_MUTED);
	scenes[2]->marks[1].points[1].y = 5;
	scenes[3]->marks[1].closed = true;
	scenes[4]->marks[2].text = STR("ac");
	scenes[5]->marks[2].style.bold = true;
	scenes[6]->marks[2].fill = series_ink(2);
	scenes[7]->marks[2].anchor = ANCHOR_END;
	scenes[8]->width = 101;
	scenes[9]->title = STR("a");
	scenes[10]->description = STR("a");
	for (size_t i = 0; i < 11; i++)
		seen[i + 1] = hash_now(scenes[i]);
	for (size_t i = 0; i < 12; i++)
		for (size_t k = 0; k < i; k++)
			assert_false(hash_equals(seen[i], seen[k]));
}

static void colours_scale_and_form_change_the_hash(void **state)
{
	struct scene *scene = scene_of(*state);
	struct palette palette = test_palette();
	struct hash png = scene_hash(scene, &palette, "png", 1);

	assert_false(hash_equals(png, scene_hash(scene, &palette, "png", 2)));
	assert_false(hash_equals(png, scene_hash(scene, &palette, "pdf", 1)));
	palette.light.series[11] ^= 1;
	assert_false(hash_equals(png, scene_hash(scene, &palette, "png", 1)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_same_scene_has_the_same_hash),
		TEST(whatever_is_seen_changes_the_hash),
		TEST(colours_scale_and_form_change_the_hash),
	};

	return RUN_WITH_FONTS(tests);
}
