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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_page_is_as_large_as_its_scene),
		TEST(a_page_may_have_a_size_of_its_own),
		TEST(the_same_scene_has_the_same_bytes),
	};

	return RUN_WITH_FONTS(tests);
}
