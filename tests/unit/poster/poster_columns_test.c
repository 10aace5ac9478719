#include "fonts.h"
#include "poster/poster.h"

/* Blocks of 200 with gaps of 40 between them. */
static struct scene *blocks(size_t count, struct arena *arena)
{
	struct scene *scene = scene_new(1080, 240 * (double)count, arena);

	for (size_t i = 0; i < count; i++)
		scene_rect(scene, 10, 240 * (double)i, 1000, 200,
			   ink(PAINT_PANEL));
	return scene;
}

static double bottom(const struct scene *scene)
{
	double most = 0;

	for (size_t i = 0; i < scene->mark_count; i++)
		most = fmax(most, scene->marks[i].y + scene->marks[i].height);
	return most;
}

static void a_low_poster_stays_one_column(void **state)
{
	struct scene *scene =
		poster_columns(blocks(6, *state), 842, 1191, *state);

	assert_near(scene->width, 1080);
	assert_near(scene->height, 1440);
}

static void a_tall_one_is_cut_between_its_blocks(void **state)
{
	struct scene *scene =
		poster_columns(blocks(24, *state), 842, 1191, *state);

	assert_near(scene->width, 2 * 1080 + 48);
	assert_int_equal(scene->mark_count, 24);
	for (size_t i = 0; i < 24; i++) {
		assert_near(scene->marks[i].x, i < 12 ? 10 : 10 + 1128);
		assert_true(scene->marks[i].y >= 0);
	}
	assert_true(scene->marks[12].y < 40);
	assert_true(bottom(scene) <= scene->height);
}

/* One path from top to bottom cannot be parted. */
static void nothing_is_cut_through(void **state)
{
	const struct point path[] = { { 0, 0 }, { 5, 5760 } };
	struct scene *tall = blocks(24, *state), *scene;

	scene_path(tall, path, 2);
	scene = poster_columns(tall, 842, 1191, *state);
	assert_near(scene->width, 1080);
	assert_near(scene->marks[24].points[1].y, 5760);
}

static void the_points_of_a_path_move_with_it(void **state)
{
	const struct point path[] = { { 1, 5000 }, { 2, 5010 } };
	struct scene *tall = blocks(24, *state), *scene;

	scene_path(tall, path, 2);
	scene = poster_columns(tall, 842, 1191, *state);
	assert_near(scene->marks[24].points[0].x, 1 + 1128);
	assert_near(scene->marks[24].points[1].y - scene->marks[24].points[0].y,
		    10);
	assert_near(tall->marks[24].points[0].x, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_low_poster_stays_one_column),
		TEST(a_tall_one_is_cut_between_its_blocks),
		TEST(nothing_is_cut_through),
		TEST(the_points_of_a_path_move_with_it),
	};

	return RUN(tests);
}
