#include "unit.h"
#include "view/palette.h"

/* The extremes, and WCAG's own example of a grey at its limit. */
static void contrast_is_that_of_wcag(void **state)
{
	(void)state;
	assert_near(palette_contrast(0x000000, 0xFFFFFF), 21);
	assert_near(palette_contrast(0xFFFFFF, 0x000000), 21);
	assert_near(palette_contrast(0x777777, 0x777777), 1);
	assert_true(palette_contrast(0x767676, 0xFFFFFF) >= 4.5);
	assert_true(palette_contrast(0x777777, 0xFFFFFF) < 4.5);
}

static void a_colour_with_contrast_enough_is_kept(void **state)
{
	(void)state;
	assert_int_equal(palette_adapt(0x1F5FA8, 0xFFFFFF, 3), 0x1F5FA8);
	assert_int_equal(palette_adapt(0xFFD43B, 0x16171A, 3), 0xFFD43B);
}

static void a_colour_is_adapted_to_its_ground(void **state)
{
	static const uint32_t COLOURS[] = { 0xFFFFFF, 0x000000, 0xFFD43B,
					    0x1F5FA8, 0x808080 };
	static const uint32_t GROUNDS[] = { 0xFFFFFF, 0xFAF8F4, 0x16171A,
					    0x000000 };

	(void)state;
	for (size_t i = 0; i < 5; i++)
		for (size_t k = 0; k < 4; k++)
			assert_true(
				palette_contrast(palette_adapt(COLOURS[i],
							       GROUNDS[k], 3),
						 GROUNDS[k]) >= 3);
	assert_true((palette_adapt(0xFFD43B, 0xFFFFFF, 3) >> 16 & 0xFF) >
		    (palette_adapt(0xFFD43B, 0xFFFFFF, 3) & 0xFF));
}

static void a_paint_has_the_colour_of_its_mode(void **state)
{
	struct palette_mode mode = {
		.ink = 1,
		.muted = 2,
		.grid = 3,
		.surface = 4,
		.panel = 5,
		.accent = 6,
		.series = { [0] = 7, [11] = 8 },
	};

	(void)state;
	assert_int_equal(palette_colour(&mode, PAINT_INK, 0), 1);
	assert_int_equal(palette_colour(&mode, PAINT_MUTED, 0), 2);
	assert_int_equal(palette_colour(&mode, PAINT_GRID, 0), 3);
	assert_int_equal(palette_colour(&mode, PAINT_SURFACE, 0), 4);
	assert_int_equal(palette_colour(&mode, PAINT_PANEL, 0), 5);
	assert_int_equal(palette_colour(&mode, PAINT_ACCENT, 0), 6);
	assert_int_equal(palette_colour(&mode, PAINT_SERIES, 11), 8);
	assert_int_equal(palette_colour(&mode, PAINT_SERIES, PALETTE_SLOTS), 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(contrast_is_that_of_wcag),
		TEST(a_colour_with_contrast_enough_is_kept),
		TEST(a_colour_is_adapted_to_its_ground),
		TEST(a_paint_has_the_colour_of_its_mode),
	};

	return RUN(tests);
}
