/* What is told where a command line is not one. */
#include "line.h"

struct line {
	const char *words[12];
	int status;
	const char *told; /* a part of it */
};

static void assert_told(const struct line *line, struct arena *arena)
{
	struct str told = line_run(arena, line->words);
	struct str status = arena_printf(arena, "[%d] ", line->status);

	if (!str_starts(told, status.ptr) || !strstr(told.ptr, line->told))
		fail_msg("%s %s gives\n%s\nnot %s%s",
			 line->words[0] ? line->words[0] : "",
			 line->words[0] && line->words[1] ? line->words[1] : "",
			 told.ptr, status.ptr, line->told);
}

#define ASSERT_TOLD(lines)                                            \
	for (size_t i = 0; i < sizeof(lines) / sizeof(*(lines)); i++) \
	assert_told(&(lines)[i], *state)

static void a_line_that_is_no_use_is_told_why(void **state)
{
	static const struct line LINES[] = {
		{ { NULL }, 2, "expected a command\n" },
		{ { "" }, 2, "there is no command \"\"\n" },
		{ { "-x" }, 2, "there is no command \"-x\"\n" },
		{ { "buidl" }, 2, "did you mean \"build\"?\n" },
		{ { "help", "nothing" },
		  2,
		  "paragone: there is no command \"nothing\"" },
		{ { "help", "help" }, 0, "Usage: paragone COMMAND" },
		{ { "-h" }, 0, "Usage: paragone COMMAND" },
		{ { "serve", "-h" }, 0, "Usage: paragone serve" },
		{ { "help", "merge" }, 0, "Usage: paragone merge" },
		{ { "build", "-j" }, 2, "\"--jobs\" needs a value\n" },
		{ { "build", "-j", "1.5" }, 2, "must be 1 to 64, not \"1.5\"" },
		{ { "build", "-j=65" }, 2, "must be 1 to 64, not \"65\"" },
		{ { "build", "--job=2" }, 2, "did you mean \"--jobs\"?\n" },
		{ { "build", "--strict=no" }, 2, "takes no value\n" },
		{ { "build", "--shard", "9/8" }, 2, "must be auto, or K/N" },
		{ { "build", "--diagnostics=sarif" },
		  2,
		  "can be json or text" },
		{ { "build", "--single", "a", "--shard", "1/2" },
		  2,
		  "\"--single\" is one file" },
		{ { "merge" }, 2, "expected the parts" },
		{ { "merge", "a", "b", "-o", "x" }, 1, "error: " },
		{ { "new" }, 2, "expected site comparison page" },
		{ { "new", "site", "a", "b" }, 2, "new site [FOLDER]\n" },
		{ { "new", "option", "a", "b", "c", "d", "e", "f", "g", "h" },
		  2,
		  "new option COMPARISON NAME [CONTENT]\n" },
		{ { "new", "page", "x", "--options", "a" }, 2, "go with" },
		{ { "new", "page", "x", "--criteria", "a" }, 2, "go with" },
		{ { "new", "page", "x", "--tables" }, 2, "go with" },
		{ { "new", "page", "x", "--markdown" }, 2, "go with" },
		{ { "rename" }, 2, "expected option criterion comparison" },
		{ { "rename", "option", "a", "b", "c", "d", "e" },
		  2,
		  "rename option COMPARISON OPTION NEW [CONTENT]\n" },
		{ { "remove", "criterion", "a" }, 2, "COMPARISON CRITERION " },
		{ { "import" }, 2, "expected a file" },
		{ { "import", "a.doc" }, 2, "a.doc" },
		{ { "import", "a.md", "b.md" }, 2, "what is \"b.md\" for?" },
		{ { "import", "a.md" },
		  1,
		  "a.md: error: there is no such file" },
		{ { "import", "a.csv" },
		  1,
		  "a.csv: error: there is no such file" },
		{ { "schema", "site", "-o", "x" }, 2, "or -o and a folder" },
		{ { "schema", "a", "b" }, 2, "or -o and a folder" },
		{ { "schema", "scores-long" }, 0, "\"fields\"" },
		{ { "schema", "theme" }, 0, "json-schema.org" },
		{ { "completion", "fish" }, 0, "complete -c paragone" },
		{ { "completion", "bash", "zsh" },
		  2,
		  "what is \"zsh\" for?\n" },
		{ { "export", "madr", "a", "b", "c" }, 2, "expected madr" },
	};

	folder_enter();
	ASSERT_TOLD(LINES);
	folder_leave();
}

static void what_cannot_be_published_is_told(void **state)
{
	static const struct {
		const char *publish;
		struct line line;
	} CASES[] = {
		{ "", { { "publish", "c" }, 1, "nowhere to publish to" } },
		{ "publish: { to: rsync }\n",
		  { { "publish", "c" },
		    1,
		    "c/site.yaml:2:16: error: \"publish\" has no "
		    "\"target\"\n" } },
		{ "publish: { target: h:/a }\n",
		  { { "publish", "c" },
		    1,
		    "c/site.yaml:2:20: error: \"publish\" has no \"to\"\n" } },
		{ "publish: { to: git, target: h:a }\n",
		  { { "publish", "c", "--part", "p" },
		    1,
		    "c/site.yaml:2:16: error: git takes a site whole: "
		    "`paragone merge` the parts, and publish that\n" } },
		{ "publish: { to: rsync, target: h:/a }\n",
		  { { "publish", "c", "--part", "p" }, 1, "p: error: " } },
		{ "publish: { to: rsync, target: -a }\n",
		  { { "publish", "c" }, 1, "cannot begin with \"-\"" } },
		{ "", { { "publish", "d" }, 1, "there is no content folder" } },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		site_enter();
		folder_put("c/site.yaml", arena_printf(*state, "title: a\n%s",
						       CASES[i].publish)
						  .ptr);
		assert_told(&CASES[i].line, *state);
		folder_leave();
	}
}

static void a_sheet_of_no_table_is_told_why(void **state)
{
	static const struct {
		const char *text, *told;
	} SHEETS[] = {
		{ ",Importance (1-5)\nGrowth,5\nPrice,3\n",
		  "there are no two options to compare" },
		{ "a\n", "there is no table with a header" },
		{ "", "error: " },
		{ "\n,,\n", "error: " },
		{ "a,\"b\n", "the quote is not closed" },
	};

	for (size_t i = 0; i < sizeof(SHEETS) / sizeof(*SHEETS); i++) {
		folder_enter();
		folder_put("x.csv", SHEETS[i].text);
		assert_told(&(struct line){ { "import", "x.csv", "-o", "c" },
					    1,
					    SHEETS[i].told },
			    *state);
		assert_int_equal(access("c", F_OK), -1);
		folder_leave();
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_line_that_is_no_use_is_told_why),
		TEST(what_cannot_be_published_is_told),
		TEST(a_sheet_of_no_table_is_told_why),
	};

	return RUN(tests);
}
