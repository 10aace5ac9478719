#include <pthread.h>

#include <png.h>

#include "draw/scene_png.h"
#include "fonts.h"
#include "poster/card.h"

/* A decoded picture: three bytes a pixel. */
struct picture {
	png_uint_32 width, height;
	unsigned char *pixels;
};

static struct scene *scene_of(struct arena *arena)
{
	struct scene *scene = scene_new(60, 40, arena);

	scene->title = STR("Speed");
	scene_rect(scene, 10, 10, 20, 20, series_ink(1));
	return scene;
}

static struct picture decode(const struct buf *png, struct arena *arena)
{
	png_image image = { .version = PNG_IMAGE_VERSION };
	struct picture picture;

	assert_true(
		png_image_begin_read_from_memory(&image, png->ptr, png->len));
	image.format = PNG_FORMAT_RGB;
	picture = (struct picture){
		.width = image.width,
		.height = image.height,
		.pixels = arena_array(arena, unsigned char,
				      PNG_IMAGE_SIZE(image)),
	};
	assert_true(
		png_image_finish_read(&image, NULL, picture.pixels, 0, NULL));
	return picture;
}

static struct picture drawn(const struct scene *scene, double scale)
{
	struct palette palette = test_palette();
	struct diags *diags = diags_new();
	struct buf png = { 0 };
	struct picture picture;

	assert_true(
		scene_png(diags, "a/card.png", scene, &palette, scale, &png));
	picture = decode(&png, scene->arena);
	buf_release(&png);
	diags_free(diags);
	return picture;
}

static unsigned colour_at(const struct picture *picture, size_t x, size_t y)
{
	const unsigned char *at =
		picture->pixels + 3 * (y * picture->width + x);

	return (unsigned)at[0] << 16 | (unsigned)at[1] << 8 | at[2];
}

static void paints_are_drawn_in_light_colours(void **state)
{
	struct picture picture = drawn(scene_of(*state), 1);

	assert_int_equal(picture.width, 60);
	assert_int_equal(picture.height, 40);
	assert_int_equal(colour_at(&picture, 0, 0), 0xfaf8f4);
	assert_int_equal(colour_at(&picture, 20, 20), 0xb8540a);
	assert_int_equal(colour_at(&picture, 40, 20), 0xfaf8f4);
}

static void a_scale_and_a_margin_make_it_larger(void **state)
{
	struct scene *scene = scene_of(*state);
	struct picture picture;

	scene->margin = 5;
	picture = drawn(scene, 2);
	assert_int_equal(picture.width, 140);
	assert_int_equal(picture.height, 100);
	assert_int_equal(colour_at(&picture, 29, 50), 0xfaf8f4);
	assert_int_equal(colour_at(&picture, 31, 50), 0xb8540a);
}

static void every_kind_of_mark_is_drawn(void **state)
{
	struct scene *scene = scene_new(100, 100, *state);
	const struct point path[] = { { 50, 0 }, { 60, 0 }, { 60, 10 } };
	struct picture picture;
	struct mark *mark;
	bool text = false;

	scene_rect(scene, 0, 0, 10, 10, ink(PAINT_INK))->radius = 4;
	scene_line(scene, 20, 5, 30, 5, ink(PAINT_MUTED))->stroke_width = 4;
	scene_circle(scene, 40, 5, 5, ink(PAINT_ACCENT));
	mark = scene_path(scene, path, 3);
	mark->closed = true;
	mark->fill = ink(PAINT_PANEL);
	mark = scene_text(scene, 50, 80, STR("Text"),
			  (struct text_style){ FONT_DISPLAY, 30, true },
			  series_ink(0));
	mark->anchor = ANCHOR_MIDDLE;
	mark->stroke = ink(PAINT_GRID);
	mark->stroke_width = 6;
	picture = drawn(scene, 1);
	assert_int_equal(colour_at(&picture, 0, 0), 0xfaf8f4);
	assert_int_equal(colour_at(&picture, 5, 5), 0x1c1a17);
	assert_int_equal(colour_at(&picture, 25, 5), 0x5f584e);
	assert_int_equal(colour_at(&picture, 40, 5), 0xa3341f);
	assert_int_equal(colour_at(&picture, 58, 3), 0xefebe3);
	for (size_t x = 0; x < 100; x++)
		text |= colour_at(&picture, x, 70) == 0x1f5fa8;
	assert_true(text);
}

/* More shades than a picture of 256 colours has places for. */
static void paints_keep_their_colours_among_many_shades(void **state)
{
	struct scene *scene = scene_new(700, 400, *state);
	struct picture picture;

	for (size_t i = 0; i < 12; i++)
		for (size_t k = 0; k < 20; k++)
			scene_text(scene, 10 + 3.3 * (double)i,
				   10 + 16.6 * (double)k,
				   STR("the quick brown fox jumps over it"),
				   (struct text_style){ FONT_DISPLAY, 15,
							i % 2 == 0 },
				   series_ink(i));
	for (size_t i = 0; i < 12; i++)
		scene_rect(scene, 400, 20 * (double)i, 8, 8, series_ink(i));
	picture = drawn(scene, 1);
	for (size_t i = 0; i < 12; i++)
		assert_int_equal(colour_at(&picture, 404, 20 * i + 4),
				 test_palette().light.series[i]);
}

/* As near as 16 bits a pixel can tell. */
static bool about(uint32_t a, uint32_t b)
{
	for (int shift = 0; shift <= 16; shift += 8)
		if (abs((int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF)) >
		    8)
			return false;
	return true;
}

/* Of 2 by 1 pixels, red, in a box of 40 by 40: a strip in its middle. */
static void an_image_is_fitted_into_its_box(void **state)
{
	struct scene *red = scene_new(2, 1, *state), *scene;
	struct palette palette = test_palette();
	struct diags *diags = diags_new();
	struct buf file = { 0 };
	struct picture picture;

	scene_rect(red, 0, 0, 2, 1, ink(PAINT_ACCENT));
	assert_true(scene_png(diags, "a/card.png", red, &palette, 1, &file));
	scene = scene_new(60, 60, *state);
	scene_image(scene, 10, 10, 40, 40, buf_str(&file));
	scene_image(scene, 0, 0, 10, 10, STR("\x89PNG broken"));
	scene_image(scene, 0, 0, 10, 10, STR("<svg/>"));
	picture = drawn(scene, 1);
	assert_true(about(colour_at(&picture, 30, 30), 0xa3341f));
	assert_int_equal(colour_at(&picture, 30, 12), 0xfaf8f4);
	assert_int_equal(colour_at(&picture, 5, 5), 0xfaf8f4);
	buf_release(&file);
	diags_free(diags);
}

static void a_picture_too_large_is_an_error(void **state)
{
	struct palette palette = test_palette();
	struct scene *scene = scene_new(40000, 10, *state);
	struct diags *diags = diags_new();
	struct buf png = { 0 };

	scene->title = STR("Speed");
	assert_false(scene_png(diags, "a/card.png", scene, &palette, 1, &png));
	assert_str(printed(diags, *state),
		   "paragone: error: the picture a/card.png is too large to "
		   "be drawn\n");
	assert_int_equal(png.len, 0);
	diags_free(diags);
}

static void *draw_card(void *png)
{
	static const struct card_bar BARS[] = {
		{ STR_INIT("Node.js"), STR_INIT("Node.js"),
		  STR_INIT("8 points"), 0, 0.8, true },
		{ STR_INIT("שפת תכנות"), STR_INIT("שפת תכנות"),
		  STR_INIT("6 points"), 1, 0.6, false },
	};
	static const struct headline HEADLINE = {
		"runaway", STR_INIT("Node.js leads by 2 points"), STR_INIT("")
	};
	static const struct card CARD = {
		.eyebrow = STR_INIT("Node.js vs Python"),
		.headlines = &HEADLINE,
		.headline_count = 1,
		.bars = BARS,
		.bar_count = 2,
	};
	struct palette palette = test_palette();
	struct diags *diags = diags_new();
	struct arena arena = { 0 };

	scene_png(diags, "a/card.png", card_scene(&CARD, &palette, &arena),
		  &palette, 1, png);
	scene_png_end_thread();
	text_measure_end_thread();
	arena_release(&arena);
	diags_free(diags);
	return NULL;
}

static void a_card_has_the_same_bytes_in_every_thread(void **state)
{
	struct buf pngs[4] = { 0 };
	pthread_t threads[4];

	(void)state;
	for (size_t i = 0; i < 4; i++)
		pthread_create(&threads[i], NULL, draw_card, &pngs[i]);
	for (size_t i = 0; i < 4; i++)
		pthread_join(threads[i], NULL);
	assert_true(pngs[0].len > 5000);
	assert_true(pngs[0].len < 100000);
	for (size_t i = 0; i < 4; i++)
		assert_true(str_equals(buf_str(&pngs[i]), buf_str(&pngs[0])));
	for (size_t i = 0; i < 4; i++)
		buf_release(&pngs[i]);
}

/* What a user sets in the environment must not change a byte. */
static void a_card_has_the_same_bytes_in_any_environment(void **state)
{
	struct buf here = { 0 }, there = { 0 };

	draw_card(&here);
	setenv("LANGUAGE", "ja:he", 1);
	setenv("PANGO_LANGUAGE", "ja:he", 1);
	setenv("LC_ALL", "he_IL.UTF-8", 1);
	setenv("FONTCONFIG_FILE", "/nowhere", 1);
	test_fonts_unload(state);
	assert_int_equal(test_fonts_load(state), 0);
	draw_card(&there);
	assert_true(str_equals(buf_str(&here), buf_str(&there)));
	buf_release(&here);
	buf_release(&there);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(paints_are_drawn_in_light_colours),
		TEST(a_scale_and_a_margin_make_it_larger),
		TEST(every_kind_of_mark_is_drawn),
		TEST(paints_keep_their_colours_among_many_shades),
		TEST(an_image_is_fitted_into_its_box),
		TEST(a_picture_too_large_is_an_error),
		TEST(a_card_has_the_same_bytes_in_every_thread),
		TEST(a_card_has_the_same_bytes_in_any_environment),
	};

	return RUN_WITH_FONTS(tests);
}
