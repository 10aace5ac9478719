#include <errno.h>
#include <pthread.h>
#include <unistd.h>

#include <fontconfig/fontconfig.h>
#include <pango/pango.h>

#include "base/file.h"
#include "draw/fonts.h"
#include "draw/pango_context.h"
#include "fonts.h"

static const struct text_style BODY = { FONT_BODY, 14, false };
static const struct text_style BOLD = { FONT_BODY, 14, true };

static void a_width_grows_with_the_size_and_the_weight(void **state)
{
	double width = text_width(STR("Node.js"), BODY);

	(void)state;
	assert_near(text_width(STR("Node.js"),
			       (struct text_style){ FONT_BODY, 28, false }),
		    2 * width);
	assert_true(text_width(STR("Node.js"), BOLD) > width);
	assert_true(text_width(STR("Node.js"),
			       (struct text_style){ FONT_DISPLAY, 14,
						    false }) != width);
	assert_near(text_width(STR(""), BODY), 0);
}

/* Inter's "i" is 0.24 em and its "M" 0.9 em; DejaVu's are 0.28 and 0.86. */
static void the_theme_s_compressed_fonts_are_used(void **state)
{
	struct text_style em = { FONT_BODY, 1000, false };

	(void)state;
	assert_true(text_width(STR("i"), em) < 260);
	assert_true(text_width(STR("M"), em) > 870);
}

/* No font need have what nobody sees. */
static void what_parts_lines_is_drawn_as_a_blank(void **state)
{
	struct str text = STR("Oak\u2028and\u2029elm");
	PangoLayout *layout = pango_layout_to_draw(text, BODY);

	(void)state;
	assert_int_equal(pango_layout_get_line_count(layout), 1);
	assert_int_equal(pango_layout_get_unknown_glyphs_count(layout), 0);
	assert_int_equal(strlen(pango_layout_get_text(layout)), text.len);
	assert_false(fonts_failed(NULL));
}

/* Controls, tabs, joiners: where a glyph lacks, a font is said to fail. */
static void no_character_makes_a_font_fail(void **state)
{
	struct buf text = { 0 };

	(void)state;
	for (uint32_t c = 1; c < 0x10000; c++) {
		if ((c >= 0xD800 && c < 0xE000) || !fonts_have(c, FONTS_PINNED))
			continue;
		buf_reset(&text);
		buf_text(&text, "Oak");
		buf_utf8(&text, c);
		buf_text(&text, "elm");
		pango_layout_to_draw(buf_str(&text), BODY);
		if (fonts_failed(NULL))
			fail_msg("U+%04X", (unsigned)c);
	}
	buf_release(&text);
}

static void what_is_never_drawn_is_never_lacking(void **state)
{
	static const uint32_t ENDS[][2] = {
		{ 0x7F, 0xA0 },	    { 0xAD, 0xAD },	  { 0x61C, 0x61C },
		{ 0x180B, 0x180F }, { 0x2000, 0x200F },	  { 0x2028, 0x202F },
		{ 0x205F, 0x206F }, { 0x3000, 0x3000 },	  { 0xFE00, 0xFE0F },
		{ 0xFEFF, 0xFEFF }, { 0xE0000, 0xE0FFF },
	};
	struct buf text = { 0 }, lacking = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(ENDS) / sizeof(*ENDS); i++)
		for (size_t k = 0; k < 2; k++) {
			assert_true(fonts_have(ENDS[i][k], FONTS_PINNED));
			buf_utf8(&text, ENDS[i][k]);
		}
	/* No font has a private letter of the last plane; it is told once. */
	buf_utf8(&text, 0x10FFFD);
	buf_utf8(&text, 0x10FFFD);
	fonts_lacking(buf_str(&text), &lacking);
	assert_str(buf_str(&lacking), "\xF4\x8F\xBF\xBD");
	assert_false(fonts_have(0x10FFFD, FONTS_PINNED));
	assert_false(fonts_have(0x1810, FONTS_PINNED));
	buf_release(&text);
	buf_release(&lacking);
}

static void letters_in_a_table_are_as_wide_as_shaped_ones(void **state)
{
	/* A letter of Hebrew makes pango shape the whole of it. */
	struct text_style em = { FONT_BODY, 100, false };
	double alef = text_width(STR("\xD7\x90"), em);
	double shaped = text_width(STR("\xD7\x90 speed of a caf\xC3\xA9"), em);
	double summed = text_width(STR(" speed of a caf\xC3\xA9"), em);

	(void)state;
	assert_true(fabs(shaped - alef - summed) < 0.02 * summed);
}

/* More texts than are kept, each measured twice in four styles. */
static void a_width_that_is_kept_is_that_of_its_text_and_style(void **state)
{
	enum { TEXTS = 400 };
	static double widths[TEXTS][4];

	for (size_t i = 0; i < 8 * TEXTS; i++) {
		struct text_style style = { (enum font)(i / 2 % 2),
					    20 + (double)(i % 2), false };
		struct str text = arena_printf(
			*state, "\xD7\x90 %zu \xE2\x86\x92", 1 + i / 4 % TEXTS);
		double *width = &widths[i / 4 % TEXTS][i % 4];

		if (i < 4 * TEXTS)
			*width = text_width(text, style);
		else
			assert_near(text_width(text, style), *width);
		assert_true(*width > 0);
	}
	for (size_t k = 0; k < 9; k++) {
		assert_true(widths[k][1] > widths[k][0]);
		assert_true(widths[k + 9][0] > widths[k][0]);
	}
}

/* Inter's hyphen is widened with its figures, and its "1" is narrow. */
static void figures_are_of_one_width_and_words_as_the_font_has_them(
	void **state)
{
	struct text_style em = { FONT_BODY, 1000, false };

	(void)state;
	assert_false(text_has_figures(STR("")));
	assert_false(text_has_figures(STR("server-side / caf\xC3\xA9:")));
	assert_true(text_has_figures(STR("0")));
	assert_true(text_has_figures(STR("Python 9")));
	assert_near(text_width(STR("111"), em), text_width(STR("908"), em));
	assert_true(text_width(STR("a-b"), em) + 100 <
		    text_width(STR("a-b1"), em) - text_width(STR("1"), em));
}

static void chinese_letters_are_squares(void **state)
{
	(void)state;
	assert_near(text_width(STR("比較表"), BODY), 3 * 14);
}

static void a_text_that_fits_stays_as_it_is(void **state)
{
	assert_str(text_fit(STR("Python"), BODY, 100, *state), "Python");
}

/* What tells two models apart is often the end of their names. */
static void a_name_too_long_keeps_its_number(void **state)
{
	struct str lines[2];
	size_t count;

	(void)state;
	assert_str(text_fit_name(STR("Oak 1982"), BODY, 200, *state),
		   "Oak 1982");
	assert_str(text_fit_name(STR("Chevrolet Citation 1982"), BODY, 120,
				 *state),
		   "Chevrolet… 1982");
	/* Nothing to tell apart by, or no room for more than it. */
	assert_str(text_fit_name(STR("Chevrolet Monte Carlo 1970 by 0.32"),
				 BODY, 160, *state),
		   "Chevrol\xE2\x80\xA6 1970 by 0.32");
	assert_str(text_fit_name(STR("Chevrolet Monte Carlo 1970 by 0.32"),
				 BODY, 130, *state),
		   "Chevrolet M\xE2\x80\xA6 0.32");
	assert_str(text_fit_name(STR("Oldsmobile Cutlass"), BODY, 100, *state),
		   text_fit(STR("Oldsmobile Cutlass"), BODY, 100, *state).ptr);
	assert_str(text_fit_name(STR("Oak 19821982198219821982"), BODY, 100,
				 *state),
		   text_fit(STR("Oak 19821982198219821982"), BODY, 100, *state)
			   .ptr);
	for (double width = 60; width < 160; width += 3) {
		struct str fit = text_fit_name(STR("Toyota Corolla 1200 1974"),
					       BODY, width, *state);

		assert_true(text_width(fit, BODY) <= width);
	}
	count = text_wrap_name(STR("Pontiac Catalina Brougham Estate 1971"),
			       BODY, 120, lines, 2, *state);
	assert_int_equal(count, 2);
	assert_true(str_ends(lines[1], "… 1971"));
}

static void a_text_too_long_ends_in_an_ellipsis(void **state)
{
	static const char *const TEXTS[] = {
		"the quick brown fox jumps over the lazy dog",
		"比較表の選択肢の名前はとても長いのです",
		"שפת תכנות ארוכה מאוד לבדיקה של הרוחב",
		"العربية لغة طويلة جدا لاختبار العرض هنا",
		"e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
		"👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧",
	};

	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++)
		for (double width = 14; width < 120; width += 7) {
			struct str text = str_from(TEXTS[i]);
			struct str fit = text_fit(text, BODY, width, *state);

			if (str_equals(fit, text))
				continue;
			assert_true(str_ends(fit, "…"));
			assert_true(text_width(fit, BODY) <= width + 1);
			assert_true(str_utf8_error(fit) == fit.len);
		}
}

static void a_letter_keeps_its_accent_when_cut(void **state)
{
	struct str text = STR("aaaaaaaaaae\u0301");
	double width = text_width(STR("aaaaaaaaaae"), BODY) +
		       text_width(STR("…"), BODY);

	for (double w = 20; w < width; w += 1) {
		struct str fit = text_fit(text, BODY, w, *state);

		assert_false(str_ends(fit, "e…"));
	}
}

static void a_text_is_broken_between_words(void **state)
{
	struct str lines[3];
	double width = text_width(STR("how much it"), BODY) + 1;

	assert_int_equal(text_wrap(STR("how much it weighs"), BODY, width,
				   lines, 3, *state),
			 2);
	assert_str(lines[0], "how much it");
	assert_str(lines[1], "weighs");
}

/* Halves of one length would be "PostgreS" and "QL wins". */
static void lines_of_one_length_break_no_word(void **state)
{
	struct str lines[4];
	double width = text_width(STR("PostgreSQL w"), BODY);

	assert_int_equal(text_balance(STR("PostgreSQL wins"), BODY, width,
				      lines, 3, *state),
			 2);
	assert_str(lines[0], "PostgreSQL");
	assert_str(lines[1], "wins");
}

static void a_word_longer_than_a_line_is_broken_anywhere(void **state)
{
	struct str lines[3];

	assert_int_equal(text_wrap(STR("aaaaaaaaaa"), BODY,
				   text_width(STR("aaaaa"), BODY) + 1, lines, 3,
				   *state),
			 2);
	assert_str(lines[0], "aaaaa");
	assert_int_equal(text_wrap(STR("比較表の選択肢"), BODY, 4 * 14, lines,
				   3, *state),
			 2);
	assert_str(lines[0], "比較表の");
}

static void the_last_line_is_shortened(void **state)
{
	struct str lines[2];
	double width = text_width(STR("how much it"), BODY) + 1;

	assert_int_equal(text_wrap(STR("how much it weighs and what it costs"),
				   BODY, width, lines, 2, *state),
			 2);
	assert_true(str_ends(lines[1], "…"));
	assert_true(text_width(lines[1], BODY) <= width);
}

static void an_empty_text_has_no_line(void **state)
{
	struct str lines[2];

	assert_int_equal(text_wrap(STR("  "), BODY, 50, lines, 2, *state), 0);
}

static void *measure(void *widths)
{
	static const char *const TEXTS[] = { "speed", "café", "比較",
					     "שפת תכנות", "العربية" };

	for (size_t i = 0; i < 200; i++)
		((double *)widths)[i] =
			text_width(str_from(TEXTS[i % 5]),
				   (struct text_style){ (enum font)(i % 2),
							11 + (double)(i % 7),
							i % 3 == 0 });
	text_measure_end_thread();
	return NULL;
}

static void threads_measure_alike(void **state)
{
	double widths[4][200];
	pthread_t threads[4];

	(void)state;
	for (size_t i = 0; i < 4; i++)
		pthread_create(&threads[i], NULL, measure, widths[i]);
	for (size_t i = 0; i < 4; i++)
		pthread_join(threads[i], NULL);
	for (size_t i = 1; i < 4; i++)
		assert_memory_equal(widths[i], widths[0], sizeof(widths[0]));
}

static void a_font_that_cannot_be_read_is_named(void **state)
{
	char dir[SCRATCH_MAX];
	struct diags *diags = diags_new();
	const char *path;
	FILE *file;

	test_fonts_unload(NULL);
	scratch_folder(dir);
	path = arena_printf(*state, "%s/broken.woff2", dir).ptr;
	file = fopen(path, "w");
	fputs("wOF2 and no more", file);
	fclose(file);
	assert_false(text_measure_init(
		diags, (const char *const[]){ path, NULL }, "Inter", "Inter"));
	assert_int_equal(diags_status(diags), 3);
	assert_str(printed(diags, *state),
		   arena_printf(*state,
				"paragone: error: %s: cannot read this font: "
				"Invalid argument\n",
				path)
			   .ptr);
	unlink(path);
	rmdir(dir);
	diags_free(diags);
	assert_int_equal(test_fonts_load(NULL), 0);
}

/* DejaVu to DejaVx, in both encodings: a family that the machine lacks. */
static void rename_family(char *font, size_t len)
{
	for (size_t i = 0; i + 4 < len; i++)
		if (!memcmp(font + i, "\0V\0u", 4))
			font[i + 3] = 'x';
		else if (!memcmp(font + i, "aVu", 3))
			font[i + 2] = 'x';
}

/* Pango draws boxes then, and says nothing. */
static void a_font_that_goes_away_fails_what_is_drawn_with_it(void **state)
{
	char dir[SCRATCH_MAX];
	struct diags *diags = diags_new();
	struct arena arena = { 0 };
	struct str font;
	const char *path;

	test_fonts_unload(NULL);
	scratch_folder(dir);
	path = arena_printf(*state, "%s/own.ttf", dir).ptr;
	assert_true(file_read("/usr/share/fonts/truetype/dejavu/"
			      "DejaVuSerif.ttf",
			      &font, &arena));
	rename_family((char *)font.ptr, font.len);
	assert_true(file_write(path, font));
	arena_release(&arena);
	assert_true(text_measure_init(diags,
				      (const char *const[]){ path, NULL },
				      "DejaVx Serif", "DejaVx Serif"));
	assert_false(fonts_failed(diags));
	unlink(path);
	text_width(STR("\xD7\x90"), BODY);
	text_width(STR("Node.js"), BODY);
	assert_true(fonts_failed(diags));
	assert_true(fonts_failed(diags));
	assert_int_equal(diags_status(diags), 3);
	assert_str(printed(diags, *state),
		   arena_printf(*state,
				"paragone: error: %s: cannot be drawn with: "
				"No such file or directory\n",
				path)
			   .ptr);
	rmdir(dir);
	diags_free(diags);
	test_fonts_unload(NULL);
	assert_int_equal(test_fonts_load(NULL), 0);
}

/* It is drawn from memory, where it lies unpacked. */
static void a_web_font_that_fails_is_named_by_its_file(void **state)
{
	const FcFontSet *set =
		FcConfigGetFonts(fonts_config(FONTS_PINNED), FcSetApplication);
	struct diags *diags = diags_new();
	FcChar8 *path;
	int i = 0;

	while (i < set->nfont && (FcPatternGetString(set->fonts[i], FC_FILE, 0,
						     &path) != FcResultMatch ||
				  strncmp((char *)path, "/proc/self/fd/", 14)))
		i++;
	assert_true(i < set->nfont);
	errno = 0;
	fonts_note_failure(set->fonts[i]);
	assert_true(fonts_failed(diags));
	assert_str(str_slice(printed(diags, *state), 0, 50),
		   "paragone: error: themes/default/assets/fonts/fraun");
	diags_free(diags);
	test_fonts_unload(NULL);
	assert_int_equal(test_fonts_load(NULL), 0);
}

static uint32_t number_at(const unsigned char *at, int bytes)
{
	uint32_t number = 0;

	while (bytes--)
		number = number << 8 | *at++;
	return number;
}

static void put_number_at(unsigned char *at, uint32_t number)
{
	for (int i = 0; i < 4; i++)
		at[i] = (unsigned char)(number >> (24 - 8 * i));
}

/* The last glyphs of the font become that of `c` (OpenType, "cmap"). */
static void map_last_to(unsigned char *font, uint32_t c)
{
	unsigned char *cmap = NULL, *last;

	for (uint32_t i = 0; i < number_at(font + 4, 2); i++)
		if (!memcmp(font + 12 + 16 * i, "cmap", 4))
			cmap = font + number_at(font + 12 + 16 * i + 8, 4);
	assert_non_null(cmap);
	for (uint32_t i = 0; i < number_at(cmap + 2, 2); i++) {
		unsigned char *map = cmap + number_at(cmap + 4 + 8 * i + 4, 4);

		if (number_at(map, 2) != 12)
			continue;
		last = map + 16 + 12 * (number_at(map + 12, 4) - 1);
		put_number_at(last, c);
		put_number_at(last + 4, c);
	}
}

/* A font of one square, U+10FFFC. */
#define BITMAPS                                                           \
	"STARTFONT 2.1\n"                                                 \
	"FONT -own-Own-Medium-R-Normal--8-80-75-75-C-80-ISO10646-1\n"     \
	"SIZE 8 75 75\nFONTBOUNDINGBOX 8 8 0 0\nSTARTPROPERTIES 4\n"      \
	"FONT_ASCENT 8\nFONT_DESCENT 0\nCHARSET_REGISTRY \"ISO10646\"\n"  \
	"CHARSET_ENCODING \"1\"\nENDPROPERTIES\nCHARS 1\nSTARTCHAR own\n" \
	"ENCODING 1114108\nSWIDTH 1000 0\nDWIDTH 8 0\nBBX 8 8 0 0\n"      \
	"BITMAP\nFF\nFF\nFF\nFF\nFF\nFF\nFF\nFF\nENDCHAR\nENDFONT\n"

/* Asked for only where the pinned ones lack something. */
static void a_font_of_the_machine_has_what_the_pinned_ones_lack(void **state)
{
	static const struct str RARE = STR_INIT("\xF4\x8F\xBF\xBD");
	char dir[SCRATCH_MAX];
	struct arena arena = { 0 };
	struct buf lacking = { 0 };
	struct str font, config;
	const char *path, *settings, *bitmaps;

	scratch_folder(dir);
	bitmaps = arena_printf(*state, "%s/own.bdf", dir).ptr;
	path = arena_printf(*state, "%s/own.ttf", dir).ptr;
	settings = arena_printf(*state, "%s/fonts.conf", dir).ptr;
	assert_true(file_read("/usr/share/fonts/truetype/dejavu/"
			      "DejaVuSerif.ttf",
			      &font, &arena));
	map_last_to((unsigned char *)font.ptr, 0x10FFFD);
	rename_family((char *)font.ptr, font.len);
	config = arena_printf(*state,
			      "<fontconfig><dir>%s</dir><cachedir>%s/cache"
			      "</cachedir></fontconfig>",
			      dir, dir);
	assert_true(file_write(path, font) && file_write(settings, config) &&
		    file_write(bitmaps, STR(BITMAPS)));
	test_fonts_unload(NULL);
	setenv("FONTCONFIG_FILE", settings, 1);
	assert_int_equal(test_fonts_load(NULL), 0);
	assert_int_equal(fonts_reach_of(STR("caf\xC3\xA9")), FONTS_PINNED);
	assert_int_equal(fonts_reach_of(RARE), FONTS_MACHINE);
	fonts_lacking(RARE, &lacking);
	assert_int_equal(lacking.len, 0);
	assert_true(text_width(RARE, BODY) > 1);
	assert_false(fonts_failed(NULL));
	/* Pango does not draw with fonts of bitmaps. */
	assert_false(fonts_have(0x10FFFC, FONTS_MACHINE));
	text_width(STR("\xF4\x8F\xBF\xBC"), BODY);
	assert_false(fonts_failed(NULL));
	assert_int_equal(pango_layout_get_unknown_glyphs_count(
				 pango_layout_for(RARE, BODY)),
			 0);
	test_fonts_unload(NULL);
	unsetenv("FONTCONFIG_FILE");
	unlink(path);
	unlink(settings);
	arena_release(&arena);
	assert_int_equal(test_fonts_load(NULL), 0);
	assert_int_equal(system(arena_printf(*state, "rm -rf %s", dir).ptr), 0);
}

static void characters_that_no_font_has_are_named_once(void **state)
{
	struct buf lacking = { 0 };

	(void)state;
	/* A private use of Unicode's last plane, and its joiner. */
	fonts_lacking(STR("a\xF4\x8F\xBF\xBD\xE2\x80\x8D"
			  "b\xF4\x8F\xBF\xBD\xD7\x90"),
		      &lacking);
	assert_str(buf_str(&lacking), "\xF4\x8F\xBF\xBD");
	fonts_lacking(STR("b\xF4\x8F\xBF\xBD\xF4\x8F\xBF\xBC"), &lacking);
	assert_str(buf_str(&lacking), "\xF4\x8F\xBF\xBD\xF4\x8F\xBF\xBC");
	buf_release(&lacking);
}

/* The base direction is the site's, not that of the first letter. */
static void a_line_runs_as_the_language_does(void **state)
{
	PangoLayout *layout;
	PangoRectangle at;

	(void)state;
	layout = pango_layout_for(STR("\xD7\x90 leads with 8"), BODY);
	pango_layout_index_to_pos(layout, 0, &at);
	assert_true(at.x < 20 * PANGO_SCALE);
	test_fonts_unload(NULL);
	text_lines_run(true);
	assert_int_equal(test_fonts_load(NULL), 0);
	layout = pango_layout_for(STR("\xD7\x90 leads with 8"), BODY);
	pango_layout_index_to_pos(layout, 0, &at);
	assert_true(at.x > 40 * PANGO_SCALE);
	test_fonts_unload(NULL);
	text_lines_run(false);
	assert_int_equal(test_fonts_load(NULL), 0);
}

static void without_a_folder_of_fonts_dejavu_is_used(void **state)
{
	struct text_style em = { FONT_BODY, 1000, false };
	struct diags *diags = diags_new();

	(void)state;
	test_fonts_unload(NULL);
	assert_true(text_measure_init(diags, NULL, "Inter", "Fraunces"));
	assert_true(fabs(text_width(STR("i"), em) - 277.8) < 0.5);
	test_fonts_unload(NULL);
	diags_free(diags);
	assert_int_equal(test_fonts_load(NULL), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_width_grows_with_the_size_and_the_weight),
		TEST(the_theme_s_compressed_fonts_are_used),
		TEST(a_width_that_is_kept_is_that_of_its_text_and_style),
		TEST(what_is_never_drawn_is_never_lacking),
		TEST(no_character_makes_a_font_fail),
		TEST(what_parts_lines_is_drawn_as_a_blank),
		TEST(letters_in_a_table_are_as_wide_as_shaped_ones),
		TEST(figures_are_of_one_width_and_words_as_the_font_has_them),
		TEST(chinese_letters_are_squares),
		TEST(a_text_that_fits_stays_as_it_is),
		TEST(a_name_too_long_keeps_its_number),
		TEST(a_text_too_long_ends_in_an_ellipsis),
		TEST(a_letter_keeps_its_accent_when_cut),
		TEST(a_text_is_broken_between_words),
		TEST(lines_of_one_length_break_no_word),
		TEST(a_word_longer_than_a_line_is_broken_anywhere),
		TEST(the_last_line_is_shortened),
		TEST(an_empty_text_has_no_line),
		TEST(threads_measure_alike),
		TEST(a_font_that_cannot_be_read_is_named),
		TEST(a_font_that_goes_away_fails_what_is_drawn_with_it),
		TEST(a_web_font_that_fails_is_named_by_its_file),
		TEST(a_font_of_the_machine_has_what_the_pinned_ones_lack),
		TEST(characters_that_no_font_has_are_named_once),
		TEST(a_line_runs_as_the_language_does),
		TEST(without_a_folder_of_fonts_dejavu_is_used),
	};

	return RUN_WITH_FONTS(tests);
}
