#include "fonts.h"
#include "judged.h"

#include "make/glyphs.h"

/* What is said of words that hold these texts. */
static struct str said_of(const char *one, const char *other,
			  const char *pictures, struct arena *arena)
{
	struct word items[] = {
		{ STR("leads"), { .str = str_from(one) } },
		{ STR("columns.option"), { .str = STR("\xF4\x8F\xBF\xBC") } },
		{ STR("ahead"), { .str = str_from(other) } },
	};
	struct words words = { items, 3, STR("xx"), { .file = "xx.yaml" } };
	struct diags *diags = diags_new();
	struct subject s =
		subject_in(comparison_from("  a b\nx 1 9 6\n", arena), arena);
	struct phrases phrases = *s.phrases;
	struct site site = *s.site;
	struct str text;

	phrases.words = &words;
	site.slugs = (struct str[]){ s.c->slug };
	site.slug_count = 1;
	site.pictures = *pictures ? ~0u : 0;
	s.phrases = &phrases;
	s.site = &site;
	glyphs_check(diags, &s, arena);
	text = printed(diags, arena);
	diags_free(diags);
	return text;
}

static void words_that_no_font_has_are_told_once(void **state)
{
	assert_str(said_of("\xF4\x8F\xBF\xBD leads",
			   "\xF4\x8F\xBF\xBD is \xF4\x8F\xBF\xBE ahead", "yes",
			   *state),
		   "xx.yaml: warning: no font of this machine has "
		   "\"\xF4\x8F\xBF\xBD\xF4\x8F\xBF\xBE\" (U+10FFFD, U+10FFFE), "
		   "so pictures show boxes [glyph]\n"
		   "  hint: install a font that has it, as Noto's for its "
		   "script\n");
}

static void without_pictures_nothing_is_told(void **state)
{
	assert_str(said_of("\xF4\x8F\xBF\xBD", "", "", *state), "");
	assert_str(said_of("leads", "ahead", "yes", *state), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(words_that_no_font_has_are_told_once),
		TEST(without_pictures_nothing_is_told),
	};

	return RUN_WITH_FONTS(tests);
}
