/*
 * What `paragone rename` and `paragone remove` do with content that is written
 * oddly, and what they refuse.  tests/rename has what is usual.
 */
#include "line.h"

#define REST "summary: B\ndate: 2026-11-21\noptions: [oak, elm, yew]\n---\n"
#define HEAD "---\ntitle: A\nsummary: B\ndate: 2026-11-21\n"

/* A file as it is before, and as it is after. */
struct edit {
	const char *words[7], *path, *before, *after;
};

/* `moved` is where it is then; `site` is site.yaml, or NULL. */
static void assert_edited(const struct edit *edit, const char *moved,
			  const char *site, struct arena *arena)
{
	struct str told, after;

	site_enter();
	folder_put("c/trees/options/yew.md", "---\nname: Yew\n---\n");
	folder_put("c/trees/comparison.md",
		   HEAD "options: [oak, elm, yew]\n---\n");
	folder_put("c/trees/criteria/10-speed.md",
		   "---\ntitle: Speed\n---\n## Oak\n\n## Elm\n\n## Yew\n");
	folder_put("c/trees/criteria/20-height.md",
		   "---\ntitle: Height\n---\n## Oak\n\n## Elm\n\n## Yew\n");
	folder_put("c/trees/scores.csv",
		   "criterion,oak,elm,yew\nspeed,4,8,2\nheight,2,3,3\n");
	folder_put("c/trees/tables/uses.csv", "Use,oak,elm,yew\nBow,,,x\n");
	folder_put("c/trees/profiles/avenue.md",
		   "---\ntitle: A\nweights: { speed: 2, height: 1 }\n---\n");
	folder_put("c/trees/samples/saw/oak.py", NULL);
	folder_put("c/trees/samples/saw/elm.js", NULL);
	rmdir("c/trees/samples/saw");
	if (site)
		folder_put("c/site.yaml", site);
	folder_put(edit->path, edit->before);
	told = line_run(arena, edit->words);
	after = said_by(moved, arena);
	if (!str_starts(told, "[0] ") || !str_is(after, edit->after))
		fail_msg("%s of\n%s\nis\n%s\nnot\n%s\n%s", edit->path,
			 edit->before, after.ptr, edit->after, told.ptr);
	folder_leave();
}

#define ASSERT_EDITED(table)                                          \
	for (size_t i = 0; i < sizeof(table) / sizeof(*(table)); i++) \
	assert_edited(&(table)[i], (table)[i].path, NULL, *state)

/* Versions of clang-format set braces in macros differently. */
/* clang-format off */
#define RENAME { "rename", "option", "trees", "elm", "Field elm", "c" }
#define REMOVE { "remove", "option", "trees", "elm", "c" }
/* clang-format on */
#define TREES "c/trees/comparison.md"

static void the_front_matter_may_be_written_in_any_form(void **state)
{
	static const struct edit EDITS[] = {
		{ RENAME, TREES,
		  HEAD "options: ['oak', \"elm\" , yew]\nverdict: 'Elm' # it\n"
		       "---\n",
		  HEAD "options: ['oak', field-elm , yew]\nverdict: Field elm "
		       "# it\n---\n" },
		{ RENAME, TREES,
		  "\xEF\xBB\xBF" HEAD "options: [oak, elm, yew]\n---\n",
		  "\xEF\xBB\xBF" HEAD "options: [oak, field-elm, yew]\n---\n" },
		{ RENAME, TREES,
		  "---\r\ntitle: A\r\nsummary: B\r\ndate: 2026-11-21\r\n"
		  "options:\r\n- oak\r\n- elm\r\n- yew\r\n---\r\n",
		  "---\r\ntitle: A\r\nsummary: B\r\ndate: 2026-11-21\r\n"
		  "options:\r\n- oak\r\n- field-elm\r\n- yew\r\n---\r\n" },
		{ RENAME, TREES,
		  HEAD "options: [oak, elm, yew]\n"
		       "pairs: { list: [[oak, elm], [yew, oak]] }\n"
		       "decision: { chosen: elm, status: accepted }\n---\n",
		  HEAD "options: [oak, field-elm, yew]\n"
		       "pairs: { list: [[oak, field-elm], [yew, oak]] }\n"
		       "decision: { chosen: field-elm, status: accepted }\n"
		       "---\n" },
		{ RENAME, TREES,
		  HEAD "options: [oak, elm, yew]\npairs: { top: 2 }\n"
		       "decision:\n  chosen: Elm\n---\n",
		  HEAD "options: [oak, field-elm, yew]\npairs: { top: 2 }\n"
		       "decision:\n  chosen: Field elm\n---\n" },
		{ RENAME, TREES,
		  HEAD "options: [oak, elm, yew]\npairs: all\n"
		       "scoring: { close: 1 }\n---\n",
		  HEAD "options: [oak, field-elm, yew]\npairs: all\n"
		       "scoring: { close: 1 }\n---\n" },
		{ REMOVE, TREES,
		  HEAD
		  "options: [oak, elm, yew]\nverdict: Elm\n"
		  "pairs:\n- [oak, yew]\n- [elm, yew]\n- [oak, elm]\n---\n",
		  HEAD "options: [oak, yew]\npairs:\n- [oak, yew]\n---\n" },
		{ REMOVE, TREES,
		  HEAD "options: [elm, oak, yew]\n"
		       "pairs: [[elm, yew], [oak, elm], [oak, yew]]\n---\n",
		  HEAD "options: [oak, yew]\npairs: [[oak, yew]]\n---\n" },
		{ REMOVE, TREES,
		  HEAD "options:\n  - oak\n  - elm\n\n  - yew\n---\n",
		  HEAD "options:\n  - oak\n\n  - yew\n---\n" },
		{ REMOVE, TREES,
		  HEAD "options: [oak, elm, yew]\npairs:\n  - - oak\n\n"
		       "    - elm\n\n  - - yew\n    - oak\n---\n",
		  HEAD "options: [oak, yew]\npairs:\n\n  - - yew\n    - oak\n"
		       "---\n" },
	};

	ASSERT_EDITED(EDITS);
}

static void tables_may_be_written_in_any_form(void **state)
{
	static const struct edit EDITS[] = {
		{ RENAME, "c/trees/scores.csv",
		  "\xEF\xBB\xBF"
		  "criterion;oak;elm;yew\r\nspeed;4;8;2\r\n",
		  "\xEF\xBB\xBF"
		  "criterion;oak;field-elm;yew\r\n"
		  "speed;4;8;2\r\n" },
		{ RENAME, "c/trees/scores.csv",
		  "criterion,option,score\nspeed, Elm ,4\nspeed,oak,2\n\n",
		  "criterion,option,score\nspeed, Field elm ,4\nspeed,oak,2\n\n" },
		{ REMOVE, "c/trees/scores.csv",
		  "criterion,option,score\nspeed,elm,4\nspeed,oak,2\n",
		  "criterion,option,score\nspeed,oak,2\n" },
		{ { "rename", "option", "trees", "elm", "Elm, \"tall\"", "c",
		    NULL },
		  "c/trees/scores.csv",
		  "criterion,oak,Elm,yew\nspeed,4,8,2\n",
		  "criterion,oak,\"Elm, \"\"tall\"\"\",yew\nspeed,4,8,2\n" },
		{ RENAME, "c/trees/tables/more.md",
		  "---\ntitle: Uses\n---\n| Use \\| a | oak | Elm | yew |\n"
		  "|---|---|---|---|\n| Bow | | x | |\n",
		  "---\ntitle: Uses\n---\n"
		  "| Use \\| a | oak | Field elm | yew |\n"
		  "|---|---|---|---|\n| Bow | | x | |\n" },
		{ REMOVE, "c/trees/tables/more.md",
		  "---\ntitle: Uses\n---\nUse | oak | elm | yew\n"
		  "---|---|---|---\nBow | | x | y\n",
		  "---\ntitle: Uses\n---\nUse | oak | yew\n"
		  "---|---|---\nBow | | y\n" },
		{ RENAME, "c/trees/tables/uses.csv",
		  "Use;oak;elm;yew\r\n\"Bow; arrow\";;;x\r\n",
		  "Use;oak;field-elm;yew\r\n\"Bow; arrow\";;;x\r\n" },
	};

	ASSERT_EDITED(EDITS);
}

static void prose_keeps_what_is_no_name_of_it(void **state)
{
	static const struct edit EDITS[] = {
		{ RENAME, "c/trees/criteria/10-speed.md",
		  "\xEF\xBB\xBF---\ntitle: Speed\n---\nText.\n\n"
		  "## Oak\n\n## elm\nElm.\n\n### Elm\n\nYew\n---\n",
		  "\xEF\xBB\xBF---\ntitle: Speed\n---\nText.\n\n"
		  "## Oak\n\n## field-elm\nElm.\n\n### Elm\n\nYew\n---\n" },
		{ REMOVE, "c/trees/criteria/10-speed.md",
		  "---\ntitle: Speed\n---\nText.\n\n## Elm\nElm.\n\n## Oak\n\n"
		  "## Yew\n",
		  "---\ntitle: Speed\n---\nText.\n\n## Oak\n\n## Yew\n" },
		/* Links by any way, and what only looks like one. */
		{ RENAME, "c/about.md",
		  "---\ntitle: A\n---\n[a](trees/options/elm.md#x)\n"
		  "[b](/trees/options/elm/) [c](<trees/options/elm.md>)\n"
		  "<a href=\"trees/options/elm.md?q\">d</a> trees/elm.\n"
		  "`trees/options/elm.mdx` ../../trees/options/elm.md\n"
		  "[e](trees/options/%65lm.md) [f](./trees//options/elm.md)\n",
		  "---\ntitle: A\n---\n[a](trees/options/field-elm.md#x)\n"
		  "[b](/trees/options/elm/) [c](<trees/options/field-elm.md>)\n"
		  "<a href=\"trees/options/field-elm.md?q\">d</a> trees/elm.\n"
		  "`trees/options/elm.mdx` ../../trees/options/elm.md\n"
		  "[e](trees/options/field-elm.md) "
		  "[f](./trees//options/field-elm.md)\n" },
		{ REMOVE, "c/about.md",
		  "---\ntitle: A\n---\n[a [b]](trees/options/elm.md \"t\"), "
		  "![i](trees/options/elm.md) and [c](<trees/options/elm.md>)\n"
		  "trees/options/elm.md (trees/options/elm.md)\n",
		  "---\ntitle: A\n---\na [b], "
		  "![i](trees/options/elm.md) and c\n"
		  "trees/options/elm.md (trees/options/elm.md)\n" },
	};

	ASSERT_EDITED(EDITS);
}

static void content_is_read_in_the_words_of_its_language(void **state)
{
	static const struct edit GERMAN = {
		RENAME, "c/trees/criteria/10-speed.md",
		"---\ntitle: Speed\n---\n## Elm\n\n## Fazit\nElm.\n",
		"---\ntitle: Speed\n---\n## Field elm\n\n## Fazit\nElm.\n"
	};
	static const struct edit SPANISH = {
		REMOVE, "c/trees/scores.csv",
		"criterion,oak,elm,yew\nspeed,sí,no,en parte\nheight,1,2,3\n",
		"criterion,oak,yew\nspeed,sí,en parte\nheight,1,3\n"
	};

	assert_edited(&GERMAN, GERMAN.path, "title: T\nlanguage: de\n", *state);
	assert_edited(&SPANISH, SPANISH.path, "title: T\nlanguage: es\n",
		      *state);
}

/* Versions of clang-format set braces in macros differently. */
/* clang-format off */
#define WOODS { "rename", "comparison", "trees", "woods", "c" }
/* clang-format on */
#define OPTIONS "options: [oak, elm, yew]\n---\n"

static void an_old_address_leads_on_in_any_form(void **state)
{
	static const struct {
		const char *before, *after;
	} ALIASES[] = {
		{ "", "aliases: [/trees/]\n" },
		{ "aliases: []\n", "aliases: [/trees/]\n" },
		{ "aliases: # none\n", "aliases: [/trees/]\n" },
		{ "aliases: ~\n", "aliases: [/trees/]\n" },
		{ "aliases: [old.html]\n", "aliases: [old.html, /trees/]\n" },
		{ "aliases: ['a', \"b\" ]\n",
		  "aliases: ['a', \"b\", /trees/ ]\n" },
		{ "aliases:\n  - old.html\n",
		  "aliases:\n  - old.html\n  - /trees/\n" },
		{ "aliases: [/woods, x]\n", "aliases: [/trees/, x]\n" },
		{ "aliases:\n- x\n- woods/ # old\n",
		  "aliases:\n- x\n- /trees/ # old\n" },
	};

	for (size_t i = 0; i < sizeof(ALIASES) / sizeof(*ALIASES); i++) {
		struct arena *arena = *state;
		struct edit edit = {
			WOODS,
			TREES,
			arena_printf(arena, "---\n%stitle: A\n%s",
				     ALIASES[i].before, REST)
				.ptr,
			arena_printf(arena, "---\n%stitle: A\n%s",
				     ALIASES[i].after, REST)
				.ptr,
		};

		assert_edited(&edit, "c/woods/comparison.md", NULL, arena);
	}
}

static void others_are_related_to_the_new_name(void **state)
{
	static const struct edit EDITS[] = {
		{ WOODS, "c/elms/comparison.md",
		  HEAD "related: [trees]\ndraft: yes\n" OPTIONS
		       "[a](../trees/comparison.md) [b](/trees)\n",
		  HEAD "related: [woods]\ndraft: yes\n" OPTIONS
		       "[a](../woods/comparison.md) [b](/woods)\n" },
		{ { "remove", "comparison", "trees", "c" },
		  "c/elms/comparison.md",
		  HEAD "related:\n- trees\n" OPTIONS "[a](../trees/)\n",
		  HEAD "related:\n" OPTIONS "a\n" },
	};

	ASSERT_EDITED(EDITS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_front_matter_may_be_written_in_any_form),
		TEST(tables_may_be_written_in_any_form),
		TEST(prose_keeps_what_is_no_name_of_it),
		TEST(content_is_read_in_the_words_of_its_language),
		TEST(an_old_address_leads_on_in_any_form),
		TEST(others_are_related_to_the_new_name),
	};

	return RUN(tests);
}
