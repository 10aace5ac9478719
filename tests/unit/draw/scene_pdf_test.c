#include "draw/scene_pdf.h"
#include "fonts.h"

static struct scene *scene_of(struct arena *arena)
{
	struct scene *scene = scene_new(400, 200, arena);

	scene->title = STR("Speed");
	scene->description = STR("Go leads");
	scene_rect(scene, 10, 10, 100, 20, series_ink(0));
	scene_text(scene, 10, 60, STR("Hello"),
		   (struct text_style){ FONT_BODY, 14, false }, ink(PAINT_INK));
	return scene;
}

static struct str pdf_of(void **state, double width, double height)
{
	struct palette palette = test_palette();
	struct diags *diags = diags_new();
	struct buf buf = { 0 };
	struct str pdf;

	assert_true(scene_pdf(diags, "a/card.pdf", scene_of(*state), &palette,
			      width, height, STR("2026-11-21"), &buf));
	assert_int_equal(diags_error_count(diags), 0);
	pdf = buf_copy(&buf, *state);
	buf_release(&buf);
	diags_free(diags);
	return pdf;
}

static bool has(struct str pdf, const char *text)
{
	return str_find_str(pdf, str_from(text)) < pdf.len;
}

static void a_page_is_as_large_as_its_scene(void **state)
{
	struct str pdf = pdf_of(state, 0, 0);

	assert_true(str_starts(pdf, "%PDF-1."));
	assert_true(has(pdf, "/MediaBox [ 0 0 300 150 ]"));
	assert_true(has(pdf, "/FontFile"));
}

static void a_page_may_have_a_size_of_its_own(void **state)
{
	assert_true(has(pdf_of(state, PDF_A3_WIDTH, PDF_A3_HEIGHT),
			"/MediaBox [ 0 0 841.89 1190.55 ]"));
}

/* The date is that of the content, not of today. */
static void the_same_scene_has_the_same_bytes(void **state)
{
	struct str pdf = pdf_of(state, 0, 0);

	assert_true(has(pdf, "CreationDate (20261121000000Z)"));
	assert_true(str_equals(pdf, pdf_of(state, 0, 0)));
}

/* Whether the PDF of the scene has tags; how often that was warned of. */
static bool is_tagged(const struct scene *scene, size_t *warnings)
{
	struct palette palette = test_palette();
	struct diags *diags = diags_new();
	struct buf buf = { 0 };
	bool tagged;

	assert_true(scene_pdf(diags, "a/x.pdf", scene, &palette, 0, 0,
			      STR("2026-11-21"), &buf));
	*warnings = diags_warning_count(diags);
	tagged = has(buf_str(&buf), "/StructTreeRoot") &&
		 has(buf_str(&buf), "/Lang (de)") &&
		 has(buf_str(&buf), "/URI (https://a.example/)");
	buf_release(&buf);
	diags_free(diags);
	return tagged;
}

/* A ground that covers the page is drawn before the first tag begins. */
static void a_page_is_tagged_on_whatever_ground(void **state)
{
	static const double HEIGHTS[] = { 200, 200.5, 333 };
	size_t warnings;

	for (size_t k = 0; k < 3; k++) {
		struct scene *scene = scene_new(400, HEIGHTS[k], *state);

		scene->language = STR("de");
		scene_rect(scene, 0, 0, 400, HEIGHTS[k], exact_ink(0xF6F1E6));
		scene_text(scene, 10, 60, STR("Hello"),
			   (struct text_style){ FONT_BODY, 14, false },
			   ink(PAINT_INK))
			->link = STR("https://a.example/");
		scene_rect(scene, 0, 0, 200, HEIGHTS[k], series_ink(0));
		scene_text(scene, 10, 90, STR("again"),
			   (struct text_style){ FONT_BODY, 14, false },
			   ink(PAINT_INK));
		assert_true(is_tagged(scene, &warnings));
		assert_int_equal(warnings, 0);
	}
}

static void a_page_without_tags_is_told_of(void **state)
{
	struct scene *scene = scene_new(400, 200, *state);
	size_t warnings;

	scene_text(scene, 10, 60, STR("Hello"),
		   (struct text_style){ FONT_BODY, 14, false }, ink(PAINT_INK));
	scene_rect(scene, 0, 0, 400, 200, exact_ink(0xF6F1E6));
	assert_false(is_tagged(scene, &warnings));
	assert_int_equal(warnings, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_page_is_as_large_as_its_scene),
		TEST(a_page_may_have_a_size_of_its_own),
		TEST(the_same_scene_has_the_same_bytes),
		TEST(a_page_is_tagged_on_whatever_ground),
		TEST(a_page_without_tags_is_told_of),
	};

	return RUN_WITH_FONTS(tests);
}
