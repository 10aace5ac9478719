#include "unit.h"

#include <png.h>

#include "draw/flat_png.h"

/* A picture as indices into its colours, and how its rows are given. */
struct picture {
	size_t width, height, colours;
	unsigned char *indices;
};

/* Gives one row to the encoder; NULL for `above`: there is none. */
typedef void give_row(struct flat_png *png, const unsigned char *row,
		      const unsigned char *above, size_t width);

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

static void whole(struct flat_png *png, const unsigned char *row,
		  const unsigned char *above, size_t width)
{
	(void)above;
	flat_png_pixels(png, row, width);
}

static void pixel_by_pixel(struct flat_png *png, const unsigned char *row,
			   const unsigned char *above, size_t width)
{
	(void)above;
	for (size_t i = 0; i < width; i++)
		flat_png_pixels(png, row + i, 1);
}

/* What is like the row above is said to be so, in pieces of up to 7. */
static void same_in_pieces(struct flat_png *png, const unsigned char *row,
			   const unsigned char *above, size_t width)
{
	for (size_t i = 0, end; i < width; i = end) {
		bool same = above && row[i] == above[i];

		for (end = i + 1; end < width && end < i + 7; end++)
			if (same != (above && row[end] == above[end]))
				break;
		if (same)
			flat_png_same(png, end - i);
		else
			flat_png_pixels(png, row + i, end - i);
	}
}

/* A whole row like the one above in one call, else the row. */
static void same_rows(struct flat_png *png, const unsigned char *row,
		      const unsigned char *above, size_t width)
{
	if (above && !memcmp(row, above, width))
		flat_png_same(png, width);
	else
		flat_png_pixels(png, row, width);
}

static give_row *const WAYS[] = { whole, pixel_by_pixel, same_in_pieces,
				  same_rows };

static void encode(const struct picture *picture, give_row *give,
		   struct buf *to)
{
	size_t width = picture->width;
	const unsigned char *row = picture->indices, *above = NULL;
	uint32_t colours[FLAT_PNG_COLOURS];
	struct flat_png png;

	for (size_t i = 0; i < picture->colours; i++)
		colours[i] = colour_of(i);
	flat_png_begin(&png, width, picture->height);
	for (size_t y = 0; y < picture->height; y++) {
		give(&png, row, above, width);
		above = row;
		row += width;
	}
	flat_png_end(&png, colours, picture->colours, to);
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

	for (size_t i = 0; i < sizeof(WAYS) / sizeof(*WAYS); i++) {
		buf_reset(&file);
		encode(picture, WAYS[i], &file);
		check(picture, &file);
	}
	buf_release(&file);
}

/* The fixed widths are those at which repetitions of a row's bytes change. */
static const size_t SIZES[] = { 1,   2,	  3,   4,   5,	 256,
				257, 258, 259, 260, 261, 1200 };
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

/* A row longer than deflate's window cannot repeat the one above. */
static void rows_may_be_longer_than_the_window(void **state)
{
	static const size_t WIDTHS[] = { 32766, 32767, 32768, 32769, 40000 };

	for (size_t i = 0; i < sizeof(WIDTHS) / sizeof(*WIDTHS); i++) {
		struct picture picture = noisy(WIDTHS[i], 3, 2, *state);

		survives(&picture);
		memcpy(picture.indices + WIDTHS[i], picture.indices, WIDTHS[i]);
		survives(&picture);
		picture = blank(WIDTHS[i], 3, *state);
		survives(&picture);
	}
}

/* The repeated bytes, filters included, are of every remainder by 258. */
static void repeated_rows_end_in_every_remainder(void **state)
{
	static const size_t WIDTHS[] = { 1, 2, 4, 256, 257, 258 };

	for (size_t i = 0; i < sizeof(WIDTHS) / sizeof(*WIDTHS); i++) {
		size_t most = WIDTHS[i] < 256 ? 262 : 6;

		for (size_t height = 1; height <= most; height++) {
			struct picture picture =
				blank(WIDTHS[i], height, *state);

			picture.colours = 4;
			for (size_t k = 0; k < WIDTHS[i] * height; k++)
				picture.indices[k] = k % WIDTHS[i] % 3;
			survives(&picture);
			/* Something else follows the repetition. */
			picture.indices[WIDTHS[i] * height - 1] ^= 1;
			survives(&picture);
			arena_reset(*state);
		}
	}
}

/* Every length of a repetition by itself, of the row above and of a run. */
static void repetitions_have_every_length(void **state)
{
	struct picture picture = noisy(800, 2, 256, *state);
	unsigned char *below = picture.indices + 800;

	for (size_t length = 0; length <= 800; length++) {
		for (size_t k = 0; k < 800; k++)
			below[k] = (unsigned char)(picture.indices[k] +
						   (k >= length));
		survives(&picture);
		memset(below, 7, 800);
		for (size_t k = length; k < 800; k++)
			below[k] = (unsigned char)(8 + k % 2);
		survives(&picture);
	}
}

static void a_row_may_differ_in_any_one_pixel(void **state)
{
	static const size_t WIDTHS[] = { 1, 2, 3, 4, 17, 261 };

	for (size_t i = 0; i < sizeof(WIDTHS) / sizeof(*WIDTHS); i++) {
		size_t width = WIDTHS[i];

		for (size_t at = 0; at < width; at++) {
			struct picture picture = noisy(width, 4, 2, *state);

			for (size_t y = 1; y < 4; y++)
				memcpy(picture.indices + y * width,
				       picture.indices, width);
			picture.colours = 3;
			picture.indices[width + at] = 2;
			survives(&picture);
		}
		arena_reset(*state);
	}
}

/* After rows said to be the same, the row above is still known. */
static void rows_alike_may_be_followed_by_one_that_differs(void **state)
{
	struct picture picture = noisy(33, 30, 4, *state);

	for (size_t y = 0; y < 30; y++)
		if (y % 5)
			memcpy(picture.indices + y * 33,
			       picture.indices + (y - 1) * 33,
			       y % 5 == 4 ? 20 : 33);
	survives(&picture);
}

static void a_file_is_appended_to_what_is_there(void **state)
{
	struct picture picture = noisy(5, 5, 256, *state);
	struct buf alone = { 0 }, after = { 0 };

	encode(&picture, whole, &alone);
	buf_text(&after, "before");
	encode(&picture, whole, &after);
	assert_true(str_starts(buf_str(&after), "before"));
	assert_true(
		str_equals(str_from_byte(buf_str(&after), 6), buf_str(&alone)));
	buf_release(&alone);
	buf_release(&after);
}

/*
 * Bars on a ground, 1200 by 630: a repetition takes 25 bits for 258 bytes.
 * Repetitions are looked for in one call's pixels only.
 */
static void a_flat_card_is_small(void **state)
{
	static give_row *const IN_ROWS[] = { whole, same_rows };
	struct picture picture = blank(1200, 630, *state);
	struct buf file = { 0 };

	for (size_t bar = 0; bar < 6; bar++)
		for (size_t y = 0; y < 60; y++)
			memset(picture.indices + (100 * bar + y) * 1200 + 100,
			       1, 1000 - 100 * bar);
	for (size_t i = 0; i < sizeof(IN_ROWS) / sizeof(*IN_ROWS); i++) {
		buf_reset(&file);
		encode(&picture, IN_ROWS[i], &file);
		check(&picture, &file);
		assert_true(file.len >= 1000 && file.len <= 8500);
	}
	buf_release(&file);
}

/* Noise takes 9 bits a byte at the most. */
static void noise_costs_an_eighth_at_the_most(void **state)
{
	struct picture picture = noisy(1200, 100, 256, *state);
	struct buf file = { 0 };

	for (size_t i = 0; i < 1200 * 100; i++)
		picture.indices[i] |= 0x90;
	encode(&picture, whole, &file);
	check(&picture, &file);
	assert_true(file.len >= 1201 * 100 &&
		    file.len <= 1201 * 100 / 8 * 9 + 1000);
	buf_release(&file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_picture_of_one_pixel_is_a_file),
		TEST(a_picture_may_be_one_pixel_wide_or_high),
		TEST(noise_comes_back_whatever_the_width),
		TEST(one_colour_comes_back_whatever_the_width),
		TEST(rows_may_be_longer_than_the_window),
		TEST(repeated_rows_end_in_every_remainder),
		TEST(repetitions_have_every_length),
		TEST(a_row_may_differ_in_any_one_pixel),
		TEST(rows_alike_may_be_followed_by_one_that_differs),
		TEST(a_file_is_appended_to_what_is_there),
		TEST(a_flat_card_is_small),
		TEST(noise_costs_an_eighth_at_the_most),
	};

	return RUN(tests);
}
