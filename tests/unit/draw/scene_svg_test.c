#include "draw/scene_svg.h"
#include "fonts.h"

static const struct text_style BODY = { FONT_BODY, 14, false };
static const struct text_style TITLE = { FONT_DISPLAY, 20, true };

static struct scene *scene_of(void **state)
{
	struct scene *scene = scene_new(100, 50.5, *state);

	scene->title = STR("Speed & \"size\"");
	scene->description = STR("Go < C");
	return scene;
}

static struct str inline_svg(const struct scene *scene)
{
	struct buf buf = { 0 };
	struct str text;

	scene_svg_inline(scene, STR("speed"), "wide", &buf);
	text = buf_copy(&buf, scene->arena);
	buf_release(&buf);
	return text;
}

static struct str file_in(const struct scene *scene,
			  const struct palette *palette)
{
	struct buf buf = { 0 };
	struct str text;

	scene_svg_file(scene, palette, &buf);
	text = buf_copy(&buf, scene->arena);
	buf_release(&buf);
	return text;
}

static struct str file_svg(const struct scene *scene)
{
	struct palette palette = test_palette();

	return file_in(scene, &palette);
}

static struct str style_of(struct str svg)
{
	struct str rest =
		str_from_byte(svg, str_find_str(svg, STR("<style>")) + 7);

	return str_slice(rest, 0, str_find_str(rest, STR("</style>")));
}

static bool has(struct str text, const char *part)
{
	return str_find_str(text, str_from(part)) < text.len;
}

/* What stands between the description and the end. */
static struct str marks_of(struct str svg)
{
	size_t at = str_find_str(svg, STR("</desc>\n")) + 8;
	struct str marks = str_from_byte(svg, at);

	return str_slice(marks, 0, str_find_str(marks, STR("</svg>")));
}

static void a_picture_in_a_page_has_title_and_description(void **state)
{
	assert_str(inline_svg(scene_of(state)),
		   "<svg class=\"chart wide\" role=\"img\" "
		   "aria-labelledby=\"speed-t speed-d\" direction=\"ltr\" "
		   "width=\"100\" height=\"50.5\" viewBox=\"0 0 100 50.5\">"
		   "<title id=\"speed-t\">Speed &amp; &quot;size&quot;</title>"
		   "<desc id=\"speed-d\">Go &lt; C</desc>\n</svg>");
}

static void a_file_of_a_given_width_is_as_high_as_that_makes_it(void **state)
{
	struct palette palette = test_palette();
	struct scene *scene = scene_of(state);
	struct buf buf = { 0 };

	scene->margin = 2;
	scene_svg_sized(scene, 52, &palette, &buf);
	assert_true(has(buf_str(&buf), " width=\"52\" height=\"27.25\" "
				       "viewBox=\"-2 -2 104 54.5\">"));
	buf_reset(&buf);
	scene_svg_sized(scene, 104, &palette, &buf);
	assert_true(str_equals(buf_str(&buf), file_svg(scene)));
	buf_release(&buf);
}

static void marks_have_classes_and_no_colours(void **state)
{
	struct scene *scene = scene_of(state);
	const struct point path[] = { { 1, 2 }, { 3.456, 4 }, { 5, -6 } };
	struct mark *mark;

	scene_rect(scene, 1, 2, 30, 4, ink(PAINT_PANEL))->radius = 2;
	scene_rect(scene, 1, 2, 30, 4, series_ink(11));
	scene_line(scene, 0, 0.005, 10, 20, ink(PAINT_GRID));
	scene_line(scene, 3, 4, 3, 9, ink(PAINT_GRID));
	scene_line(scene, 3, 4, 7.5, 4, ink(PAINT_GRID));
	scene_line(scene, 3, 4, 5, 4, ink(PAINT_GRID))->stroke_width = 2;
	scene_line(scene, 3, 4, 5, 4, ink(PAINT_INK));
	scene_circle(scene, 5, 6, 7, ink(PAINT_ACCENT));
	mark = scene_path(scene, path, 3);
	mark->stroke = series_ink(0);
	mark->stroke_width = 2.5;
	mark = scene_path(scene, path, 3);
	mark->closed = true;
	mark->fill = series_ink(PALETTE_SLOTS);
	mark->stroke = ink(PAINT_SURFACE);
	assert_str(
		marks_of(inline_svg(scene)),
		"<rect x=\"1\" y=\"2\" width=\"30\" height=\"4\" rx=\"2\" "
		"class=\"f-panel\"/>\n"
		"<rect x=\"1\" y=\"2\" width=\"30\" height=\"4\" "
		"class=\"f-s12\"/>\n"
		"<path d=\"M0 0.01L10 20M3 4V9M3 4H7.5\" class=\"l-grid\"/>\n"
		"<path d=\"M3 4H5\" stroke-width=\"2\" class=\"l-grid\"/>\n"
		"<path d=\"M3 4H5\" class=\"l-ink\"/>\n"
		"<circle cx=\"5\" cy=\"6\" r=\"7\" class=\"f-accent\"/>\n"
		"<path d=\"M1 2L3.46 4L5 -6\" stroke-linejoin=\"round\" "
		"stroke-width=\"2.5\" fill=\"none\" class=\"l-s1\"/>\n"
		"<path d=\"M1 2L3.46 4L5 -6Z\" class=\"f-s1 l-surface\"/>"
		"\n");
}

static void texts_stay_texts(void **state)
{
	struct text_style small = BODY;
	struct scene *scene = scene_of(state);
	struct mark *mark;

	small.size = 13;
	scene_text(scene, 1, 2, STR("<script>"), BODY, ink(PAINT_INK));
	scene_text(scene, 1, 2, STR("a"), TITLE, ink(PAINT_MUTED))->anchor =
		ANCHOR_END;
	mark = scene_text(scene, 1, 2, STR("8"), BODY, ink(PAINT_INK));
	mark->anchor = ANCHOR_MIDDLE;
	mark->stroke = ink(PAINT_SURFACE);
	mark->stroke_width = 4;
	scene_text(scene, 1, 2, STR("b"), small, exact_ink(0x010203));
	assert_str(
		marks_of(inline_svg(scene)),
		"<text x=\"1\" y=\"2\" class=\"f-ink\">"
		"&lt;script&gt;</text>\n"
		"<text x=\"1\" y=\"2\" font-size=\"20\" "
		"class=\"f-muted t-display t-bold t-end\">a</text>\n"
		"<text x=\"1\" y=\"2\" stroke-width=\"4\" "
		"class=\"f-ink l-surface t-figures t-middle t-halo\">8</text>\n"
		"<text x=\"1\" y=\"2\" fill=\"#010203\" "
		"class=\"t-small\">b</text>\n");
}

/* A strict policy for content allows none of these in a page. */
static void a_picture_in_a_page_has_no_styles(void **state)
{
	struct scene *scene = scene_of(state);
	struct str svg;

	scene_sign(scene, 5, 5, 5, 7);
	scene_text(scene, 1, 2, STR("a"), TITLE, ink(PAINT_MUTED));
	svg = inline_svg(scene);
	assert_false(has(svg, "style"));
	assert_false(has(svg, "#"));
}

static void a_file_brings_its_colours_in_light_and_dark(void **state)
{
	struct scene *scene = scene_of(state);
	struct str svg;

	scene->has_ground = true;
	scene->margin = 10;
	scene_rect(scene, 0, 0, 1, 1, ink(PAINT_INK));
	scene_line(scene, 0, 0, 1, 1, series_ink(11));
	svg = file_svg(scene);
	assert_true(str_starts(svg, "<?xml version=\"1.0\" "
				    "encoding=\"UTF-8\"?>\n<svg xmlns="
				    "\"http://www.w3.org/2000/svg\" "));
	assert_true(has(svg, "viewBox=\"-10 -10 120 70.5\""));
	assert_true(has(svg, "<rect x=\"-10\" y=\"-10\" width=\"120\" "
			     "height=\"70.5\" class=\"f-surface\"/>"));
	assert_true(has(svg, "\n.f-ink{fill:#1c1a17}"));
	assert_true(has(svg, ".f-surface{fill:#faf8f4}"));
	assert_true(has(svg, "@media (prefers-color-scheme:dark){.f-ink"
			     "{fill:#f1eee8}"));
	assert_true(has(svg, ".l-s12{stroke:#475569}"));
	assert_true(has(svg, "font-family:\"Inter\","));
}

/* A policy allows it by its hash, so it says nothing of a single picture. */
static void all_files_of_a_theme_have_one_style_sheet(void **state)
{
	struct palette theme = test_palette(), own = theme;
	struct scene *plain = scene_of(state), *full = scene_of(state);
	struct buf style = { 0 };

	own.theme = &theme;
	own.light.series[1] = 0x123456;
	own.dark.series[1] = 0xabcdef;
	scene_rect(full, 0, 0, 1, 1, series_ink(1));
	scene_line(full, 0, 0, 1, 1, ink(PAINT_GRID));
	scene_svg_style(&own, &style);
	assert_str(style_of(file_in(plain, &theme)), style.ptr);
	assert_str(style_of(file_in(full, &own)), style.ptr);
	buf_release(&style);
}

/* In light by the attribute, in dark as the rule of the class says. */
static void an_own_colour_stands_in_attributes(void **state)
{
	struct palette theme = test_palette(), own = theme;
	struct scene *scene = scene_of(state);
	struct mark *line;
	struct str svg;

	own.theme = &theme;
	own.light.series[1] = 0x123456;
	own.dark.series[1] = 0xabcdef;
	scene_rect(scene, 1, 2, 3, 4, series_ink(1));
	line = scene_line(scene, 0, 0, 1, 1, series_ink(1));
	line->fill = ink(PAINT_SURFACE);
	scene_rect(scene, 5, 6, 7, 8, series_ink(0));
	svg = file_in(scene, &own);
	assert_true(has(svg, "height=\"4\" fill=\"#123456\" "
			     "color=\"#abcdef\" class=\"f-own\"/>"));
	assert_true(has(svg, "d=\"M0 0L1 1\" stroke=\"#123456\" "
			     "color=\"#abcdef\" class=\"f-surface l-own\"/>"));
	assert_true(has(svg, "height=\"8\" class=\"f-s1\"/>"));
	assert_true(has(svg, ".f-own{fill:currentColor}"
			     ".l-own{stroke:currentColor}}"));
}

/* An <img> of any width has the ratio of its width and height. */
static void a_file_has_its_size_and_a_box_of_the_same_ratio(void **state)
{
	struct scene *scene = scene_of(state);
	struct str svg;

	scene->margin = 10;
	scene->has_ground = true;
	svg = file_svg(scene);
	assert_true(has(svg, "direction=\"ltr\" width=\"120\" "
			     "height=\"70.5\" "
			     "viewBox=\"-10 -10 120 70.5\"><title"));
	assert_true(has(svg, "<rect x=\"-10\" y=\"-10\" width=\"120\" "
			     "height=\"70.5\" class=\"f-surface\"/>"));
	assert_false(has(svg, "<set"));
}

static void an_image_is_part_of_the_file(void **state)
{
	struct scene *scene = scene_of(state);

	scene_image(scene, 1, 2, 30, 40, STR("\x89PNG"));
	scene_image(scene, 5, 6, 7, 8, STR("<svg/>"));
	assert_true(has(file_svg(scene),
			"<image x=\"1\" y=\"2\" width=\"30\" height=\"40\" "
			"href=\"data:image/png;base64,iVBORw==\"/>"));
	assert_true(has(file_svg(scene),
			"href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>"));
}

static void a_file_fixes_the_widths_of_its_texts(void **state)
{
	struct scene *scene = scene_of(state);
	struct buf want = { 0 };

	scene_text(scene, 1, 2, STR("Node.js"), BODY, ink(PAINT_INK));
	buf_text(&want, " textLength=\"");
	buf_number(&want, text_width(STR("Node.js"), BODY), 2);
	buf_text(&want, "\" lengthAdjust=\"spacingAndGlyphs\"");
	assert_true(has(file_svg(scene), want.ptr));
	assert_false(has(inline_svg(scene), "textLength"));
	buf_release(&want);
}

/* By their shapes alone: colours are taken away. */
static void forty_eight_series_have_as_many_signs(void **state)
{
	struct str signs[PALETTE_SLOTS];

	for (size_t i = 0; i < PALETTE_SLOTS; i++) {
		struct scene *scene = scene_of(state);

		scene_sign(scene, 10, 10, 6, i);
		for (size_t k = 0; k < scene->mark_count; k++)
			if (scene->marks[k].fill.paint == PAINT_SERIES)
				scene->marks[k].fill.slot = 0;
		signs[i] = marks_of(inline_svg(scene));
		for (size_t k = 0; k < i; k++)
			assert_false(str_equals(signs[i], signs[k]));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_picture_in_a_page_has_title_and_description),
		TEST(a_file_of_a_given_width_is_as_high_as_that_makes_it),
		TEST(marks_have_classes_and_no_colours),
		TEST(texts_stay_texts),
		TEST(a_picture_in_a_page_has_no_styles),
		TEST(a_file_brings_its_colours_in_light_and_dark),
		TEST(all_files_of_a_theme_have_one_style_sheet),
		TEST(an_own_colour_stands_in_attributes),
		TEST(a_file_has_its_size_and_a_box_of_the_same_ratio),
		TEST(an_image_is_part_of_the_file),
		TEST(a_file_fixes_the_widths_of_its_texts),
		TEST(forty_eight_series_have_as_many_signs),
	};

	return RUN_WITH_FONTS(tests);
}
