#include "folder.h"
#include "read/theme.h"

#define MODE                                                                  \
	"ink: '#111111', muted: '#222222', grid: '#333333', surface: "        \
	"'#444444', panel: '#555555', accent: '#666666', series: ['#000001'," \
	" '#000002', '#000003', '#000004', '#000005', '#000006']"
#define THEME(light, fonts)                                             \
	"name: Plain\ncolors:\n  light: { " light " }\n  dark: { " MODE \
	" }\nfonts: { " fonts " }\nradius: 10\n"
#define FONTS "body: Inter, display: Fraunces"

static void refuses(const char *text, const char *message, struct arena *arena)
{
	struct diags *diags = diags_new();
	struct theme theme;

	folder_put("t/theme.yaml", text);
	assert_false(theme_read(diags, "t", &theme, arena));
	text = printed(diags, arena).ptr;
	if (!strstr(text, message))
		fail_msg("%s\nnot\n%s", text, message);
	diags_free(diags);
}

static void a_theme_has_two_modes_and_its_fonts(void **state)
{
	struct diags *diags = diags_new();
	struct theme theme;

	folder_enter();
	folder_put("t/theme.yaml", THEME(MODE ", warm: '#AbCdEf'", FONTS));
	assert_true(theme_read(diags, "t", &theme, *state));
	assert_str(theme.name.str, "Plain");
	assert_int_equal(theme_find(&theme.light, "warm")->colour, 0xABCDEF);
	assert_null(theme_find(&theme.dark, "warm"));
	assert_int_equal(theme.dark.series_count, 6);
	assert_int_equal(theme.dark.series[5].colour, 6);
	assert_str(theme_font(&theme, "display"), "Fraunces");
	assert_near(theme.numbers[LOOK_RADIUS], 10);
	diags_free(diags);
	folder_leave();
}

static void a_theme_without_what_images_use_is_refused(void **state)
{
	folder_enter();
	refuses("name: a\n",
		"t/theme.yaml:1:1: error: a theme needs \"colors\"", *state);
	refuses(THEME("ink: '#111111'", FONTS),
		"t/theme.yaml:3:10: error: \"light\" needs the colour \"muted\"",
		*state);
	refuses(THEME(MODE ", x: red", FONTS),
		"error: \"x\" must be a colour such as \"#2b5f9e\", found "
		"\"red\"",
		*state);
	refuses(THEME("series: ['#000001']", FONTS),
		"t/theme.yaml:3:20: error: \"series\" must be a list of 6 to "
		"12 colours",
		*state);
	refuses(THEME("ink: '#111111', muted: '#222222', grid: '#333333', "
		      "surface: '#444444', panel: '#555555', accent: "
		      "'#666666'",
		      FONTS),
		"t/theme.yaml:3:10: error: \"light\" needs \"series\" of 6 "
		"to 12 colours",
		*state);
	refuses(THEME(MODE, "body: Inter"),
		"t/theme.yaml:5:8: error: \"fonts\" needs \"display\"", *state);
	refuses("colors: { light: { " MODE " } }\nfonts: {}\n",
		"t/theme.yaml:1:9: error: \"colors\" needs a mapping \"dark\"",
		*state);
	refuses(THEME(MODE ", x: [a]", FONTS),
		"error: \"x\" must be text, found a list", *state);
	refuses(THEME(MODE, FONTS) "poster: { light: { sides: '#111111' } }\n",
		"t/theme.yaml:7:27: error: \"sides\" must be a list of 2 "
		"colours",
		*state);
	refuses(THEME(MODE,
		      FONTS) "poster: { light: { sides: ['#111111'] } }\n",
		"t/theme.yaml:7:27: error: \"sides\" must be a list of 2 "
		"colours",
		*state);
	refuses(THEME(MODE, FONTS) "poster: { dark: { side: '#111111' } }\n",
		"t/theme.yaml:7:19: error: a poster has no colour \"side\"",
		*state);
	refuses(THEME(MODE,
		      FONTS) "poster: { dark: { sides: ['#111111', red] } "
			     "}\n",
		"must be a colour such as \"#2b5f9e\", found \"red\"", *state);
	refuses("colors: { dark: {} }\nfonts: {}\n",
		"t/theme.yaml:1:9: error: \"colors\" needs a mapping \"light\"",
		*state);
	folder_leave();
}

static struct theme read_ok(const char *dir, struct arena *arena)
{
	struct diags *diags = diags_new();
	struct theme theme;

	assert_true(theme_read(diags, dir, &theme, arena));
	diags_free(diags);
	return theme;
}

static void a_theme_that_extends_another_gives_what_differs(void **state)
{
	struct theme child, parent;

	folder_enter();
	folder_put("t/theme.yaml",
		   THEME(MODE ", warm: '#abcdef'",
			 FONTS) "params: { a: 1, b: { x: 2 } }\n");
	folder_put("c/theme.yaml",
		   "extends: t\n"
		   "colors: { light: { ink: '#aaaaaa', cold: '#bbbbbb' } }\n"
		   "fonts: { display: Anton }\n"
		   "params: { b: 3, c: 4 }\n");
	folder_put("d/theme.yaml",
		   "extends: c\nradius: 0\n"
		   "colors: { dark: { series: ['#100001', '#100002', "
		   "'#100003', '#100004', '#100005', '#100006', '#100007'] } "
		   "}\n");
	parent = read_ok("t", *state);
	child = read_ok("c", *state);
	assert_str(child.extends.str, "t");
	theme_inherit(&child, &parent, *state);
	assert_int_equal(theme_find(&child.light, "ink")->colour, 0xAAAAAA);
	assert_int_equal(theme_find(&child.light, "muted")->colour, 0x222222);
	assert_int_equal(theme_find(&child.light, "warm")->colour, 0xABCDEF);
	assert_int_equal(theme_find(&child.light, "cold")->colour, 0xBBBBBB);
	assert_int_equal(theme_find(&child.dark, "ink")->colour, 0x111111);
	assert_str(theme_font(&child, "body"), "Inter");
	assert_str(theme_font(&child, "display"), "Anton");
	assert_near(child.numbers[LOOK_RADIUS], 10);
	assert_int_equal(child.params.count, 3);
	assert_str(child.params.items[0].text, "3");
	assert_int_equal(child.dir_count, 2);
	assert_string_equal(child.dirs[0], "t");
	assert_string_equal(child.dirs[1], "c");
	parent = child;
	child = read_ok("d", *state);
	theme_inherit(&child, &parent, *state);
	assert_int_equal(theme_find(&child.light, "ink")->colour, 0xAAAAAA);
	assert_int_equal(child.light.series_count, 6);
	assert_int_equal(child.dark.series_count, 7);
	assert_near(child.numbers[LOOK_RADIUS], 0);
	assert_int_equal(child.dir_count, 3);
	folder_leave();
}

static void words_of_a_theme_lie_over_those_of_its_parent(void **state)
{
	const char *const dirs[] = { "t", "none", "c" };
	struct diags *diags = diags_new();
	struct words words;

	folder_enter();
	folder_put("t/i18n/en.yaml", "a: One\nb: { c: Two, d: Three }\n");
	folder_put("c/i18n/en.yaml", "b: { d: Drei }\ne: Four\n");
	assert_true(words_read(diags, dirs, 3, STR("en"), &words, *state));
	assert_int_equal(words.count, 4);
	assert_str(words_find(&words, STR("a"))->str, "One");
	assert_str(words_find(&words, STR("b.c"))->str, "Two");
	assert_str(words_find(&words, STR("b.d"))->str, "Drei");
	assert_string_equal(words_find(&words, STR("b.d"))->at.file,
			    "c/i18n/en.yaml");
	assert_str(words_find(&words, STR("e"))->str, "Four");
	assert_true(words_read(diags, dirs + 1, 2, STR("en"), &words, *state));
	assert_false(words_read(diags, dirs + 1, 1, STR("en"), &words, *state));
	assert_str(printed(diags, *state),
		   "none/i18n/en.yaml: error: there is no such file\n");
	diags_free(diags);
	folder_leave();
}

static void words_of_nested_keys_are_joined_by_dots(void **state)
{
	struct diags *diags = diags_new();
	struct words words;
	const char *dir = "t";

	folder_enter();
	folder_put("t/i18n/en.yaml", "a: One\nb:\n  c: '{n} of two'\n");
	assert_true(words_read(diags, &dir, 1, STR("en"), &words, *state));
	assert_int_equal(words.count, 2);
	assert_str(words_find(&words, STR("b.c"))->str, "{n} of two");
	assert_int_equal(words_find(&words, STR("b.c"))->at.line, 3);
	assert_null(words_find(&words, STR("c")));
	folder_put("t/i18n/en.yaml", "a: [One]\n");
	assert_false(words_read(diags, &dir, 1, STR("en"), &words, *state));
	assert_false(words_read(diags, &dir, 1, STR("fr"), &words, *state));
	folder_put("t/i18n/de.yaml", "- Eins\n");
	assert_false(words_read(diags, &dir, 1, STR("de"), &words, *state));
	assert_str(printed(diags, *state),
		   "t/i18n/de.yaml:1:1: error: words must be a mapping, found "
		   "a list\n    1 | - Eins\n      | ^\n"
		   "t/i18n/en.yaml:1:4: error: a word must be text, found a "
		   "list\n    1 | a: [One]\n      |    ^\n"
		   "t/i18n/fr.yaml: error: there is no such file\n");
	diags_free(diags);
	folder_leave();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_theme_has_two_modes_and_its_fonts),
		TEST(a_theme_without_what_images_use_is_refused),
		TEST(a_theme_that_extends_another_gives_what_differs),
		TEST(words_of_a_theme_lie_over_those_of_its_parent),
		TEST(words_of_nested_keys_are_joined_by_dots),
	};

	return RUN(tests);
}
