#include "unit.h"

#include "folder.h"
#include "check/contrast.h"
#include "check/sarif.h"
#include "read/report.h"

#define FILE_TEXT                               \
	"one <!-- check: off claim, fact -->\n" \
	"two\n"                                 \
	"<!-- check: off claim -->\n"           \
	"four\n"                                \
	"five: x # check: off claim\n"          \
	"six, and no comment: check: off claim\n"

/* Whether a finding at that line is still there. */
static bool is_heard(enum finding finding, unsigned line,
		     const struct check_rules *rules)
{
	struct diags *diags = diags_new();
	size_t count;

	report(diags, finding, (struct place){ "a.md", line, 1, 1 }, "x");
	report_silence(diags, rules);
	diags_sorted(diags, &count);
	diags_free(diags);
	return count;
}

static void a_comment_switches_a_finding_off_for_its_line(void **state)
{
	const struct check_rules none = { 0 };

	(void)state;
	folder_enter();
	folder_put("a.md", FILE_TEXT);
	assert_false(is_heard(FINDING_CLAIM, 1, &none));
	assert_false(is_heard(FINDING_FACT, 1, &none));
	assert_true(is_heard(FINDING_UNEVEN, 1, &none));
	assert_true(is_heard(FINDING_CLAIM, 2, &none));
	assert_false(is_heard(FINDING_CLAIM, 4, &none));
	assert_true(is_heard(FINDING_FACT, 4, &none));
	assert_false(is_heard(FINDING_CLAIM, 5, &none));
	assert_true(is_heard(FINDING_CLAIM, 6, &none));
	assert_false(is_heard(FINDING_CLAIM, 0, &none));
	assert_true(is_heard(FINDING_UNEVEN, 0, &none));
	folder_leave();
}

static void a_site_switches_a_finding_off_everywhere(void **state)
{
	struct text off[] = { { STR_INIT("uneven"), { 0 } } };
	const struct check_rules rules = { .off = off, .off_count = 1 };

	(void)state;
	folder_enter();
	assert_false(is_heard(FINDING_UNEVEN, 1, &rules));
	assert_true(is_heard(FINDING_CLAIM, 1, &rules));
	folder_leave();
}

static void a_finding_says_its_name_and_kind(void **state)
{
	struct diags *diags = diags_new();
	const struct place at = { "a.md", 0, 0, 0 };

	report(diags, FINDING_CLAIM, at, "one");
	report(diags, FINDING_UNEVEN, at, "two");
	assert_str(printed(diags, *state), "a.md: error: one [claim]\n"
					   "a.md: warning: two [uneven]\n");
	diags_free(diags);
	for (int k = 0; k < FINDING_COUNT; k++)
		assert_true(finding_is_known(
			str_from(finding_kind((enum finding)k)->name)));
	assert_false(finding_is_known(STR("claims")));
}

static void sarif_quotes_what_it_must(void **state)
{
	struct diags *diags = diags_new();
	char *text = NULL;
	size_t len = 0;
	FILE *to = open_memstream(&text, &len);

	(void)state;
	report(diags, FINDING_CLAIM, (struct place){ "a b.md", 2, 3, 4 },
	       "a \"b\"");
	sarif_print(diags, "1", to);
	fclose(to);
	assert_non_null(strstr(text, "\"text\":\"a \\\"b\\\"\""));
	assert_non_null(strstr(text, "\"uri\":\"a%20b.md\""));
	assert_non_null(strstr(text, "\"startLine\":2,\"startColumn\":3,"
				     "\"endColumn\":7"));
	free(text);
	diags_free(diags);
}

static void colours_need_contrast_with_their_ground(void **state)
{
	static struct token tokens[] = {
		{ STR_INIT("surface"), { STR_INIT(""), { 0 } }, 0xFFFFFF },
		{ STR_INIT("ink"),
		  { STR_INIT(""), { "t", 1, 1, 1 } },
		  0x777777 },
		{ STR_INIT("accent"),
		  { STR_INIT(""), { "t", 2, 1, 1 } },
		  0x888888 },
	};
	struct theme theme = { .light = { .tokens = tokens,
					  .token_count = 3 } };
	struct diags *diags = diags_new();

	check_contrast(diags, &theme);
	assert_str(printed(diags, *state),
		   "t:1:1: warning: the light colour \"ink\" has a contrast of "
		   "4.48 on \"surface\"; 4.5 is the least [contrast]\n");
	tokens[1].colour = 0x767676;
	check_contrast(diags, &theme);
	assert_str(printed(diags, *state), "");
	diags_free(diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_comment_switches_a_finding_off_for_its_line),
		TEST(a_site_switches_a_finding_off_everywhere),
		TEST(a_finding_says_its_name_and_kind),
		TEST(sarif_quotes_what_it_must),
		TEST(colours_need_contrast_with_their_ground),
	};

	return RUN(tests);
}
