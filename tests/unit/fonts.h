/*
 * The fonts of the default theme, and colours, for tests of pictures.
 */
#ifndef FONTS_H
#define FONTS_H

#include <glob.h>

#include "draw/scene_png.h"
#include "draw/text_measure.h"
#include "unit.h"
#include "view/palette.h"

static inline int test_fonts_load(void **state)
{
	struct diags *diags = diags_new();
	glob_t fonts;
	bool ok = !glob("themes/default/assets/fonts/*", 0, NULL, &fonts) &&
		  text_measure_init(diags, (const char *const *)fonts.gl_pathv,
				    "Inter", "Fraunces");

	(void)state;
	globfree(&fonts);
	diags_print(diags, stderr, (struct diag_style){ 0 });
	diags_free(diags);
	return ok ? 0 : -1;
}

static inline int test_fonts_unload(void **state)
{
	(void)state;
	scene_png_end_thread();
	text_measure_end_thread();
	text_measure_end();
	return 0;
}

/* Runs the table of tests with the fonts loaded. */
#define RUN_WITH_FONTS(tests)                                                 \
	(cmocka_set_test_filter(getenv("CMOCKA_TEST_FILTER") &&               \
						*getenv("CMOCKA_TEST_FILTER") \
					? getenv("CMOCKA_TEST_FILTER")        \
					: NULL),                              \
	 cmocka_run_group_tests_name(#tests, tests, test_fonts_load,          \
				     test_fonts_unload))

/* Every token has a colour of its own. */
static inline struct palette test_palette(void)
{
	struct palette palette = {
		.light = { 0x1c1a17,
			   0x5f584e,
			   0xddd6ca,
			   0xfaf8f4,
			   0xefebe3,
			   0xa3341f,
			   0xf4e7cf,
			   0x6b4c12,
			   { 0 } },
		.dark = { 0xf1eee8,
			  0xb5b0a6,
			  0x3a3e46,
			  0x16171a,
			  0x2a2d33,
			  0xf08a6c,
			  0x3a3020,
			  0xe6c37a,
			  { 0 } },
		.font_body = "Inter",
		.font_display = "Fraunces",
	};
	static const uint32_t SERIES[PALETTE_COLOURS] = {
		0x1f5fa8, 0xb8540a, 0x1f7a55, 0x8a3f9e, 0x9a6b00, 0xb3315f,
		0x3c7385, 0x6a5acd, 0x7a5230, 0x4d7c0f, 0xbe123c, 0x475569,
	};

	for (size_t i = 0; i < PALETTE_SLOTS; i++)
		palette.light.series[i] = palette.dark.series[i] =
			SERIES[i % PALETTE_COLOURS];
	palette.paper = palette_poster_of(&palette.light);
	palette.night = palette_poster_of(&palette.dark);
	return palette;
}

#endif
