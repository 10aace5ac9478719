#include "unit.h"

#include <png.h>

#include "draw/png.h"

/* A picture as places in its palette. */
struct picture {
	size_t width, height, colours;
	unsigned char *indices;
};

static unsigned noise_state;

/* The same numbers in every run (xorshift, Marsaglia 2003). */
static unsigned noise(void)
{
	noise_state ^= noise_state << 13;
	noise_state ^= noise_state >> 17;
	noise_state ^= noise_state << 5;
	return noise_state;
}

static struct picture blank(size_t width, size_t height, struct arena *arena)
{
	return (struct picture){
		.width = width,
		.height = height,
		.colours = 3,
		.indices = arena_array(arena, unsigned char, width *height),
	};
}

static struct picture noisy(size_t width, size_t height, unsigned colours,
			    struct arena *arena)
{
	struct picture picture = blank(width, height, arena);

	noise_state = 2463534242u;
	picture.colours = colours;
	for (size_t i = 0; i < width * height; i++)
		picture.indices[i] = (unsigned char)((noise() >> 8) % colours);
	return picture;
}

/* No two of the 256 are alike. */
static uint32_t colour_of(size_t index)
{
	return (uint32_t)(index << 16 | (255 - index) << 8 | (index ^ 0x5A));
}

static void encode(const struct picture *picture, struct buf *to)
{
	size_t width = picture->width, len = png_rows_len(width, 1);
	unsigned char *rows =
		memory_alloc(png_rows_len(width, picture->height));
	uint32_t colours[PNG_COLOURS];

	for (size_t i = 0; i < picture->colours; i++)
		colours[i] = colour_of(i);
	for (size_t y = 0; y < picture->height; y++) {
		rows[y * len] = 0;
		memcpy(rows + y * len + 1, picture->indices + y * width, width);
	}
	png_write(&(struct png){ .width = width,
				 .height = picture->height,
				 .colours = colours,
				 .colour_count = picture->colours,
				 .rows = rows },
		  to);
	free(rows);
}

struct reader {
	struct str rest;
};

static void read_bytes(png_structp png, png_bytep to, size_t count)
{
	struct reader *reader = png_get_io_ptr(png);

	if (reader->rest.len < count)
		png_error(png, "the file is cut");
	memcpy(to, reader->rest.ptr, count);
	reader->rest = str_from_byte(reader->rest, count);
}

static void fail_reading(png_structp png, png_const_charp message)
{
	(void)png;
	fail_msg("libpng: %s", message);
}

static void check_head(png_structp png, png_infop info,
		       const struct picture *picture)
{
	png_colorp palette;
	int count = 0;

	assert_int_equal(png_get_image_width(png, info), picture->width);
	assert_int_equal(png_get_image_height(png, info), picture->height);
	assert_int_equal(png_get_bit_depth(png, info), 8);
	assert_int_equal(png_get_color_type(png, info), PNG_COLOR_TYPE_PALETTE);
	png_get_PLTE(png, info, &palette, &count);
	assert_int_equal(count, picture->colours);
	for (size_t i = 0; i < picture->colours; i++)
		assert_int_equal(palette[i].red << 16 | palette[i].green << 8 |
					 palette[i].blue,
				 colour_of(i));
}

/* Also that nothing follows the file's end, and every checksum is right. */
static void check(const struct picture *picture, const struct buf *file)
{
	struct reader reader = { buf_str(file) };
	png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL,
						 fail_reading, fail_reading);
	png_infop info = png_create_info_struct(png);
	unsigned char *row = memory_alloc(picture->width);

	png_set_user_limits(png, 0x7FFFFFFF, 0x7FFFFFFF);
	png_set_read_fn(png, &reader, read_bytes);
	png_read_info(png, info);
	check_head(png, info, picture);
	for (size_t y = 0; y < picture->height; y++) {
		png_read_row(png, row, NULL);
		assert_memory_equal(row, picture->indices + y * picture->width,
				    picture->width);
	}
	png_read_end(png, NULL);
	assert_int_equal(reader.rest.len, 0);
	png_destroy_read_struct(&png, &info, NULL);
	free(row);
}

static void survives(const struct picture *picture)
{
	struct buf file = { 0 };

	encode(picture, &file);
	check(picture, &file);
	buf_release(&file);
}

static const size_t SIZES[] = { 1, 2, 3, 5, 257, 1200, 40000 };
enum { SIZE_COUNT = sizeof(SIZES) / sizeof(*SIZES) };

static void a_picture_of_one_pixel_is_a_file(void **state)
{
	struct picture picture = blank(1, 1, *state);

	survives(&picture);
	picture.indices[0] = 2;
	survives(&picture);
}

static void a_picture_may_be_one_pixel_wide_or_high(void **state)
{
	for (size_t i = 0; i < SIZE_COUNT; i++) {
		struct picture picture = noisy(SIZES[i], 1, 256, *state);

		survives(&picture);
		picture = noisy(1, SIZES[i], 2, *state);
		survives(&picture);
		picture = blank(SIZES[i], 1, *state);
		survives(&picture);
		picture = blank(1, SIZES[i], *state);
		survives(&picture);
	}
}

static void noise_comes_back_whatever_the_width(void **state)
{
	for (size_t i = 0; i < SIZE_COUNT; i++) {
		struct picture picture = noisy(SIZES[i], 9, 2, *state);

		survives(&picture);
		picture = noisy(SIZES[i], 9, 256, *state);
		survives(&picture);
	}
}

static void one_colour_comes_back_whatever_the_width(void **state)
{
	for (size_t i = 0; i < SIZE_COUNT; i++) {
		struct picture picture = blank(SIZES[i], 7, *state);

		memset(picture.indices, 2, SIZES[i] * 7);
		survives(&picture);
	}
}

static void a_file_is_appended_to_what_is_there(void **state)
{
	struct picture picture = noisy(5, 5, 256, *state);
	struct buf alone = { 0 }, after = { 0 };

	encode(&picture, &alone);
	buf_text(&after, "before");
	encode(&picture, &after);
	assert_true(str_starts(buf_str(&after), "before"));
	assert_true(
		str_equals(str_from_byte(buf_str(&after), 6), buf_str(&alone)));
	buf_release(&alone);
	buf_release(&after);
}

/* Bars on a ground, 1200 by 630. */
static void a_flat_card_is_small(void **state)
{
	struct picture picture = blank(1200, 630, *state);
	struct buf file = { 0 };

	for (size_t bar = 0; bar < 6; bar++)
		for (size_t y = 0; y < 60; y++)
			memset(picture.indices + (100 * bar + y) * 1200 + 100,
			       1, 1000 - 100 * bar);
	encode(&picture, &file);
	check(&picture, &file);
	assert_true(file.len < 2000);
	buf_release(&file);
}

/* Of 256 colours at random nothing repeats. */
static void noise_is_hardly_longer_than_its_bytes(void **state)
{
	struct picture picture = noisy(1200, 100, 256, *state);
	struct buf file = { 0 };

	encode(&picture, &file);
	check(&picture, &file);
	assert_true(file.len < 1201 * 100 + 2000);
	buf_release(&file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_picture_of_one_pixel_is_a_file),
		TEST(a_picture_may_be_one_pixel_wide_or_high),
		TEST(noise_comes_back_whatever_the_width),
		TEST(one_colour_comes_back_whatever_the_width),
		TEST(a_file_is_appended_to_what_is_there),
		TEST(a_flat_card_is_small),
		TEST(noise_is_hardly_longer_than_its_bytes),
	};

	return RUN(tests);
}
