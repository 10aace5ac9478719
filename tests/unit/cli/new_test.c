/* What `paragone new` makes, and that it makes nothing else. */
#include "line.h"

struct refusal {
	const char *words[8];
	const char *told;	 /* the whole of it */
	const char *path, *text; /* what is put wrong before; or NULL */
};

/* Whatever ends it: the content is as it was. */
static void assert_refused(const struct refusal *refusal, struct arena *arena)
{
	struct str before, told;

	site_enter();
	if (refusal->path)
		folder_put(refusal->path, refusal->text);
	before = all_of(".", arena);
	told = line_run(arena, refusal->words);
	if (!str_is(told, refusal->told))
		fail_msg("%s %s gives\n%s\nnot\n%s", refusal->words[1],
			 refusal->words[2], told.ptr, refusal->told);
	assert_str(all_of(".", arena), before.ptr);
	folder_leave();
}

#define NOTHING "paragone: nothing was made\n"
#define GERMAN "c/site.yaml", "title: Trees\nlanguages: { de: }\n"

static void what_would_be_a_mistake_is_not_made(void **state)
{
	static const struct refusal REFUSALS[] = {
		{ { "new", "page", "404", "c" },
		  "[1] c/404.md: error: a page cannot be called \"404\"\n" NOTHING,
		  NULL,
		  NULL },
		{ { "new", "comparison", "De", "c" },
		  "[1] c/de: error: a comparison cannot be called "
		  "\"de\"\n" NOTHING,
		  GERMAN },
		{ { "new", "comparison", "Tags", "c" },
		  "[1] c/tags: error: a comparison cannot be called "
		  "\"tags\"\n" NOTHING,
		  NULL,
		  NULL },
		{ { "new", "comparison", "Trees", "c" },
		  "[1] c/trees: error: this is there already\n" NOTHING,
		  NULL,
		  NULL },
		{ { "new", "profile", "trees", "Avenue", "c" },
		  "[1] c/trees/profiles/avenue.md: error: this is there "
		  "already\n" NOTHING,
		  NULL,
		  NULL },
		{ { "new", "profile", "tree", "Avenue", "c" },
		  "[1] c: error: there is no comparison \"tree\"\n"
		  "  hint: did you mean \"trees\"?\n" NOTHING,
		  NULL,
		  NULL },
		{ { "new", "criterion", "trees", "Wo\xFFod", "c" },
		  "[1] paragone: error: the name is not UTF-8\n" NOTHING,
		  NULL,
		  NULL },
		{ { "new", "option", "trees", "Oak", "c" },
		  "[1] c/trees/comparison.md:1:1: error: there is an option "
		  "\"oak\" already\n    1 | ---\n      | ^~~\n" NOTHING,
		  NULL,
		  NULL },
		{ { "new", "option", "trees", "Yew", "c", "--id", "Yew" },
		  "[1] paragone: error: the id \"Yew\" must be lower-case "
		  "letters, digits and hyphens\n" NOTHING,
		  NULL,
		  NULL },
		{ { "new", "page", "A page", "d" },
		  "[1] d/site.yaml: error: there is no such file\n"
		  "  hint: `paragone new site d` makes one\n" NOTHING,
		  NULL,
		  NULL },
		{ { "new", "site", "c", "--ci", "gitlab" },
		  "[1] .gitlab-ci.yml: error: this is there already\n" NOTHING,
		  ".gitlab-ci.yml",
		  "x" },
		{ { "new", "site", "d", "--ci", "github" },
		  "[1] d/index.md: error: this is there already\n" NOTHING,
		  "d/index.md",
		  "x" },
		{ { "new", "comparison", "A vs B", "c", "--options", "a,,b" },
		  "[1] paragone: error: no id can be made of the option "
		  "\"\"\n" NOTHING,
		  NULL,
		  NULL },
		{ { "new", "comparison", "A vs B", "c", "--options",
		    "Source, B" },
		  "[1] paragone: error: \"Source, B\" does not give each option "
		  "an id of its own\n"
		  "  hint: name two or more: --options \"Tea, Coffee\"\n" NOTHING,
		  NULL,
		  NULL },
	};

	for (size_t i = 0; i < sizeof(REFUSALS) / sizeof(*REFUSALS); i++)
		assert_refused(&REFUSALS[i], *state);
}

/* A file before and after. */
struct addition_made {
	const char *words[8], *path, *before, *after;
};

static void assert_added(const struct addition_made *made, struct arena *arena)
{
	struct str told, after;

	site_enter();
	folder_put("c/trees/tables/uses.csv", NULL);
	folder_put("c/trees/samples/saw/oak.py", NULL);
	folder_put("c/trees/samples/saw/elm.js", NULL);
	rmdir("c/trees/samples/saw");
	folder_put("c/trees/criteria/10-speed.md",
		   "---\ntitle: Speed\n---\n## Oak\n\n## Elm\n");
	if (made->before)
		folder_put(made->path, made->before);
	told = line_run(arena, made->words);
	after = said_by(made->path, arena);
	if (!str_starts(told, "[0] ") || !str_is(after, made->after))
		fail_msg("%s %s: %s is\n%s\nnot\n%s\n%s", made->words[1],
			 made->words[3], made->path, after.ptr, made->after,
			 told.ptr);
	folder_leave();
}

#define ADDED(...) \
	assert_added(&(const struct addition_made){ __VA_ARGS__ }, *state)
/* Versions of clang-format set braces in macros differently. */
/* clang-format off */
#define YEW { "new", "option", "trees", "Yew", "c" }
#define WOOD { "new", "criterion", "trees", "Wood", "c" }
/* clang-format on */
#define SCORES "c/trees/scores.csv"

static void a_table_in_any_form_gets_what_is_new(void **state)
{
	ADDED(YEW, SCORES, "criterion;oak;elm;note\r\nspeed;4;8;\"a;b\"\r\n",
	      "criterion;oak;elm;yew;note\r\nspeed;4;8;;\"a;b\"\r\n");
	ADDED(YEW, SCORES,
	      "\xEF\xBB\xBF"
	      "criterion,oak,elm\nspeed,4,8",
	      "\xEF\xBB\xBF"
	      "criterion,oak,elm,yew\nspeed,4,8,");
	ADDED(YEW, SCORES,
	      "criterion,option,score,note\nspeed,oak,1,elm\nspeed,elm,2,oak\n",
	      "criterion,option,score,note\nspeed,oak,1,elm\nspeed,elm,2,oak\n"
	      "speed,yew,,\n");
	ADDED(WOOD, SCORES,
	      "option,criterion,score\noak,speed,1\nelm,speed,2\n",
	      "option,criterion,score\noak,speed,1\nelm,speed,2\n"
	      "oak,wood,\nelm,wood,\n");
	ADDED(WOOD, SCORES, "option,speed,height\noak,1,2\nelm,3,4\n",
	      "option,speed,height,wood\noak,1,2,\nelm,3,4,\n");
	ADDED(WOOD, SCORES, "criterion,oak,elm\n",
	      "criterion,oak,elm\nwood,,\n");
	ADDED(YEW, SCORES, "criterion,option,score\n",
	      "criterion,option,score\n");
	ADDED(WOOD, "c/trees/criteria/30-wood.md", NULL,
	      "---\ntitle: Wood\n# question: Which one is better at this?\n"
	      "weight: 1\n---\nWhat is judged here, and "
	      "how.\n\n## Oak tree\n\nHow it does on this, and what that rests on.\n\n"
	      "## Elm\n\nHow it does on this, and what that rests on.\n");
}

static void a_title_is_quoted_where_yaml_would_read_it(void **state)
{
	static const struct {
		const char *title, *id, *written;
	} TITLES[] = {
		{ "About us", "about-us", "About us" },
		{ "Yes", "yes", "\"Yes\"" },
		{ "off", "off", "\"off\"" },
		{ "N", "n", "\"N\"" },
		{ "Null", "null", "\"Null\"" },
		{ "Nullable", "nullable", "Nullable" },
		{ "2nd place", "2nd-place", "\"2nd place\"" },
		{ "C#: a view", "csharp-a-view", "\"C#: a view\"" },
		{ "a: b", "a-b", "\"a: b\"" },
		{ "Größe (m/s)", "grosse-m-s", "Größe (m/s)" },
		{ "a \"b\" \\", "a-b", "\"a \\\"b\\\" \\\\\"" },
	};

	for (size_t i = 0; i < sizeof(TITLES) / sizeof(*TITLES); i++) {
		const char *path =
			arena_printf(*state, "c/%s.md", TITLES[i].id).ptr;
		const char *head = arena_printf(*state, "---\ntitle: %s\n---\n",
						TITLES[i].written)
					   .ptr;
		struct str told, text;

		site_enter();
		told = RUN_LINE("new", "page", TITLES[i].title, "c");
		text = said_by(path, *state);
		if (!str_starts(text, head))
			fail_msg("%s is\n%s\nnot\n%s\n%s", path, text.ptr, head,
				 told.ptr);
		folder_leave();
	}
}

static void a_site_may_be_the_folder_one_is_in(void **state)
{
	struct str told;

	folder_enter();
	told = RUN_LINE("new", "site", ".", "--ci", "github");
	assert_true(str_starts(told, "[0] made .github/workflows/site.yml\n"));
	assert_non_null(
		strstr(said_by(".github/workflows/site.yml", *state).ptr,
		       "paragone build \".\" -o public"));
	assert_int_equal(access("site.yaml", F_OK), 0);
	told = RUN_LINE("new", "page", "About", ".");
	assert_true(str_starts(told, "[0] made ./about.md\n"));
	told = RUN_LINE("new", "site", ".", "--ci", "gitlab");
	assert_non_null(strstr(told.ptr, "edit PARAGONE in the workflow\n"));
	folder_leave();
}

static void an_option_with_signs_of_markdown_heads_by_its_id(void **state)
{
	site_enter();
	assert_true(str_starts(RUN_LINE("new", "option", "trees", "Yew_2 [a]",
					"c", "--id", "yew"),
			       "[0] "));
	assert_non_null(
		strstr(said_by("c/trees/criteria/10-speed.md", *state).ptr,
		       "## yew\n"));
	assert_non_null(strstr(said_by("c/trees/options/yew.md", *state).ptr,
			       "name: \"Yew_2 [a]\"\n"));
	folder_leave();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_would_be_a_mistake_is_not_made),
		TEST(a_table_in_any_form_gets_what_is_new),
		TEST(a_title_is_quoted_where_yaml_would_read_it),
		TEST(a_site_may_be_the_folder_one_is_in),
		TEST(an_option_with_signs_of_markdown_heads_by_its_id),
	};

	return RUN(tests);
}
