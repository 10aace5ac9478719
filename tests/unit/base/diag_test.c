#include "base/buf.h"
#include "unit.h"

#include <errno.h>
#include <unistd.h>

#include <jansson.h>

static struct diags *diags;

static int diags_setup(void **state)
{
	diags = diags_new();
	return arena_setup(state);
}

static int diags_teardown(void **state)
{
	diags_free(diags);
	return arena_teardown(state);
}

#define DIAG_TEST(name) \
	cmocka_unit_test_setup_teardown(name, diags_setup, diags_teardown)

/* A file with that text, which the test removes. */
static const char *file_with(const char *text)
{
	static char path[SCRATCH_MAX];
	FILE *file;

	file = fdopen(scratch_file(path), "w");
	fputs(text, file);
	fclose(file);
	return path;
}

/* What is printed, without the first line's file and place. */
static void assert_excerpt(const char *text, struct place at, const char *want,
			   struct arena *arena)
{
	struct str said;

	at.file = file_with(text);
	diag_error(diags, at, "wrong");
	said = printed(diags, arena);
	unlink(at.file);
	str_cut(&said, '\n');
	assert_str(said, want);
}

static struct str printed_as(struct diag_style style, struct arena *arena)
{
	char *text = NULL;
	size_t len = 0;
	FILE *to = open_memstream(&text, &len);
	struct str copy;

	diags_print(diags, to, style);
	fclose(to);
	copy = arena_str(arena, (struct str){ text, len });
	free(text);
	return copy;
}

static void a_message_shows_the_line_and_underlines_the_text(void **state)
{
	assert_excerpt("a,b\nvim,8/10\n",
		       (struct place){ .line = 2, .column = 5, .width = 4 },
		       "    2 | vim,8/10\n"
		       "      |     ^~~~\n",
		       *state);
	assert_excerpt("a,b\nvim,8/10,x\n",
		       (struct place){ .line = 2, .column = 5, .width = 4 },
		       "    2 | vim,8/10,x\n"
		       "      |     ^~~~\n",
		       *state);
}

static void the_place_comes_first(void **state)
{
	diag_error(diags, (struct place){ "no-file", 3, 7, 2 }, "\"%s\" is bad",
		   "x");
	assert_str(printed(diags, *state),
		   "no-file:3:7: error: \"x\" is bad\n");
	diag_error(diags, (struct place){ .file = "no-file" }, "is empty");
	assert_str(printed(diags, *state), "no-file: error: is empty\n");
	diag_error(diags, (struct place){ .file = NULL }, "nothing to do");
	assert_str(printed(diags, *state), "paragone: error: nothing to do\n");
}

static void tabs_keep_the_caret_in_its_column(void **state)
{
	assert_excerpt("\ta:\tb\n", (struct place){ .line = 1, .column = 5 },
		       "    1 | \ta:\tb\n"
		       "      | \t  \t^\n",
		       *state);
}

static void columns_count_characters_not_bytes(void **state)
{
	assert_excerpt("\xC3\xA9t\xC3\xA9: \xE2\x82\xAC\xE2\x82\xAC\n",
		       (struct place){ .line = 1, .column = 6, .width = 2 },
		       "    1 | \xC3\xA9t\xC3\xA9: \xE2\x82\xAC\xE2\x82\xAC\n"
		       "      |      ^~\n",
		       *state);
}

/* The column counts characters; the caret stands where the eye sees them. */
static void the_caret_is_below_wide_and_joined_characters(void **state)
{
	assert_excerpt("東京,４x,8\n",
		       (struct place){ .line = 1, .column = 4, .width = 2 },
		       "    1 | 東京,４x,8\n"
		       "      |      ^~~\n",
		       *state);
	assert_excerpt("e\u0301e\u0301,9,8x\n",
		       (struct place){ .line = 1, .column = 8, .width = 2 },
		       "    1 | e\u0301e\u0301,9,8x\n"
		       "      |      ^~\n",
		       *state);
	assert_excerpt("\U0001F680\u200D,x\n",
		       (struct place){ .line = 1, .column = 4, .width = 9 },
		       "    1 | \U0001F680\u200D,x\n"
		       "      |    ^\n",
		       *state);
	/* What is shown as one character in its place is as wide. */
	assert_excerpt("\u202Ea,x\n", (struct place){ .line = 1, .column = 4 },
		       "    1 | \uFFFDa,x\n"
		       "      |    ^\n",
		       *state);
}

static void a_byte_order_mark_takes_no_column(void **state)
{
	assert_excerpt("\xEF\xBB\xBFtitel: x\r\n",
		       (struct place){ .line = 1, .column = 1, .width = 5 },
		       "    1 | titel: x\n"
		       "      | ^~~~~\n",
		       *state);
}

static void a_place_behind_the_line_has_its_caret_there(void **state)
{
	assert_excerpt("ab",
		       (struct place){ .line = 1, .column = 3, .width = 9 },
		       "    1 | ab\n"
		       "      |   ^\n",
		       *state);
	assert_excerpt("ab\n", (struct place){ .line = 2, .column = 1 },
		       "    2 | \n"
		       "      | ^\n",
		       *state);
}

static void a_line_that_cannot_be_shown_is_left_out(void **state)
{
	char long_line[500];

	memset(long_line, 'x', sizeof(long_line) - 1);
	long_line[sizeof(long_line) - 1] = '\0';
	assert_excerpt(long_line, (struct place){ .line = 1, .column = 1 }, "",
		       *state);
	assert_excerpt("a\xFFz", (struct place){ .line = 1, .column = 2 }, "",
		       *state);
	assert_excerpt("one\n", (struct place){ .line = 3, .column = 1 }, "",
		       *state);
}

static void hints_and_notes_follow_their_message(void **state)
{
	struct place at = { "b.md", 2, 1, 0 };

	diag_error(diags, at, "two pages for one address");
	diag_note(diags, (struct place){ "a.md", 1, 4, 0 }, "the %s is here",
		  "first");
	diag_note(diags, (struct place){ .file = "c.md" }, "and one here");
	diag_hint(diags, "rename one of %d", 3);
	assert_str(printed(diags, *state),
		   "b.md:2:1: error: two pages for one address\n"
		   "a.md:1:4: note: the first is here\n"
		   "c.md: note: and one here\n"
		   "  hint: rename one of 3\n");
	diag_hint(diags, "of nothing");
	diag_note(diags, at, "of nothing");
	assert_str(printed(diags, *state), "");
}

static void messages_come_by_file_line_and_column_and_once(void **state)
{
	diag_error(diags, (struct place){ "b", 1, 1, 0 }, "five");
	diag_error(diags, (struct place){ "a", 10, 1, 0 }, "four");
	diag_error(diags, (struct place){ "a", 2, 9, 0 }, "three");
	diag_warning(diags, (struct place){ "a", 2, 3, 0 }, "two");
	diag_error(diags, (struct place){ "a", 2, 3, 0 }, "one");
	diag_error(diags, (struct place){ "a", 2, 3, 0 }, "one");
	assert_str(printed(diags, *state), "a:2:3: error: one\n"
					   "a:2:3: warning: two\n"
					   "a:2:9: error: three\n"
					   "a:10:1: error: four\n"
					   "b:1:1: error: five\n");
	assert_str(printed(diags, *state), "");
}

static void one_mistake_made_often_is_told_once_with_its_places(void **state)
{
	for (unsigned line = 2; line < 122; line++) {
		diag_error(diags, (struct place){ "a", line, 7, 3 },
			   "there is no option \"ash\"");
		diag_hint(diags, "plant one");
	}
	diag_error(diags, (struct place){ "b", 1, 1, 3 },
		   "there is no option \"ash\"");
	diag_hint(diags, "plant one");
	assert_int_equal(diags_error_count(diags), 1);
	assert_str(printed(diags, *state),
		   "a:2:7: error: there is no option \"ash\"\n"
		   "  hint: plant one\n"
		   "  the same at 3:7, 4:7, 5:7, 6:7, 7:7, 8:7, 9:7, 10:7, "
		   "11:7, 12:7 and 110 more places\n");
}

static void a_few_of_one_kind_are_told_each(void **state)
{
	for (unsigned line = 1; line < 4; line++)
		diag_error(diags, (struct place){ "a", line, 1, 0 }, "wrong");
	assert_int_equal(diags_error_count(diags), 3);
	assert_str(printed(diags, *state), "a:1:1: error: wrong\n"
					   "a:2:1: error: wrong\n"
					   "a:3:1: error: wrong\n");
	for (unsigned k = 1; k < 5; k++) {
		diag_error(diags, (struct place){ "a", k, 1, 0 }, "wrong");
		diag_hint(diags, "write %u", k);
	}
	assert_int_equal(diags_error_count(diags), 4);
}

static void alike_in_other_files_is_one_mistake_too(void **state)
{
	static const char *const FILES[] = { "a", "b", "c", "d" };

	for (size_t i = 0; i < 4; i++)
		diag_warning(diags, (struct place){ FILES[i], 2, 1, 0 }, "odd");
	assert_int_equal(diags_warning_count(diags), 1);
	assert_str(printed(diags, *state),
		   "a:2:1: warning: odd\n"
		   "  the same at b:2:1, c:2:1, d:2:1\n");
}

static void of_many_mistakes_in_a_file_the_first_are_told(void **state)
{
	struct str said, line = { "", 0 };
	size_t lines = 0;

	for (unsigned k = 1; k <= 20000; k++)
		diag_error(diags, (struct place){ "a", k, 1, 0 }, "wrong: %u",
			   k);
	diag_error(diags, (struct place){ "b", 1, 1, 0 }, "wrong");
	assert_int_equal(diags_error_count(diags), 20001);
	assert_int_equal(diags_error_count(diags), 20001);
	said = printed(diags, *state);
	for (; said.len && !str_starts(said, "b:"); lines++)
		line = str_cut(&said, '\n');
	assert_int_equal(lines, DIAG_FILE_MOST + 1);
	assert_str(line, "a: error: 19950 more errors in this file");
	assert_str(said, "b:1:1: error: wrong\n");
}

static void of_many_warnings_in_a_file_the_first_are_told(void **state)
{
	struct str said;

	for (unsigned k = 1; k <= 20000; k++)
		diag_warning(diags, (struct place){ "a", k, 1, 0 }, "odd: %u",
			     k);
	assert_int_equal(diags_warning_count(diags), 20000);
	assert_int_equal(diags_error_count(diags), 0);
	said = printed(diags, *state);
	assert_true(str_ends(said,
			     "a: warning: 19950 more warnings in this file\n"));
}

static bool is_not_off(void *context, const struct diag *diag)
{
	++*(int *)context;
	return !diag->name || strcmp(diag->name, "off");
}

static void what_nobody_wants_takes_no_room(void **state)
{
	int asked = 0;

	diags_set_keep(diags, is_not_off, &asked);
	for (unsigned k = 1; k <= 1000; k++) {
		diag_error(diags, (struct place){ "a", k, 1, 0 }, "wrong: %u",
			   k);
		diag_name(diags, "off");
	}
	diag_error(diags, (struct place){ "a", 1, 1, 0 }, "wrong");
	diag_hint(diags, "right");
	diags_set_keep(diags, NULL, NULL);
	assert_int_equal(asked, 1001);
	assert_int_equal(diags_error_count(diags), 1);
	assert_str(printed(diags, *state),
		   "a:1:1: error: wrong\n  hint: right\n");
}

static void what_is_not_kept_takes_no_hint(void **state)
{
	struct str said;

	for (unsigned k = 1; k <= 201; k++)
		diag_error(diags, (struct place){ "a", k, 1, 0 }, "wrong: %u",
			   k);
	diag_hint(diags, "of the last");
	diag_note(diags, (struct place){ "a", 1, 1, 0 }, "of the last");
	diag_name(diags, "last");
	said = printed(diags, *state);
	assert_int_equal(str_find_str(said, STR("last")), said.len);
}

static void a_long_text_is_cut_between_characters(void **state)
{
	char text[1000];
	struct str said;

	memset(text, 'x', sizeof(text));
	memcpy(text + DIAG_TEXT_MOST - 1, "\xC3\xA9", 2);
	diag_error(diags, (struct place){ .file = NULL }, "%.1000s", text);
	said = printed(diags, *state);
	assert_true(str_ends(said, "xx\xE2\x80\xA6\n"));
	assert_int_equal(str_utf8_error(said), said.len);
}

static void merged_messages_keep_their_places_and_counts(void **state)
{
	struct diags *other = diags_new();

	for (unsigned k = 1; k <= 1500; k++)
		diag_error(other, (struct place){ "b", k, 1, 0 }, "wrong");
	diags_merge(diags, other);
	diags_free(other);
	assert_str(
		printed(diags, *state),
		"b:1:1: error: wrong\n"
		"  the same at 2:1, 3:1, 4:1, 5:1, 6:1, 7:1, 8:1, 9:1, 10:1, "
		"11:1 and 1489 more places\n");
}

static void errors_decide_the_status(void **state)
{
	struct place at = { "a", 1, 1, 0 };

	(void)state;
	assert_int_equal(diags_status(diags), 0);
	assert_false(diag_warning(diags, at, "odd"));
	assert_int_equal(diags_status(diags), 0);
	assert_int_equal(diags_warning_count(diags), 1);
	assert_int_equal(diags_error_count(diags), 0);
	assert_false(diag_error(diags, at, "wrong"));
	assert_int_equal(diags_status(diags), 1);
	errno = ENOSPC;
	assert_false(diag_system(diags, "out", "cannot be written"));
	assert_int_equal(diags_status(diags), 3);
	assert_int_equal(diags_error_count(diags), 2);
	assert_int_equal(diags_warning_count(diags), 1);
}

static void strictness_makes_warnings_errors(void **state)
{
	diag_warning(diags, (struct place){ "a", 1, 1, 0 }, "odd");
	diags_set_strict(diags);
	assert_int_equal(diags_status(diags), 1);
	assert_int_equal(diags_error_count(diags), 1);
	assert_int_equal(diags_warning_count(diags), 0);
	assert_str(printed(diags, *state), "a:1:1: error: odd\n");
}

static void a_system_error_names_the_path_and_the_reason(void **state)
{
	errno = EACCES;
	diag_system(diags, "out/a", "cannot be %s", "written");
	assert_str(printed(diags, *state),
		   "paragone: error: out/a: cannot be written: Permission "
		   "denied\n");
}

static void the_nearest_name_is_suggested(void **state)
{
	static const struct {
		const char *wrong, *hint;
	} CASES[] = {
		{ "wieght", "  hint: did you mean \"weight\"?\n" },
		{ "titel", "  hint: did you mean \"title\"?\n" },
		{ "tilte2", "  hint: did you mean \"title\"?\n" },
		{ "Title", "  hint: did you mean \"title\"?\n" },
		{ "title", "" }, /* what was written is no help */
		{ "nothing", "" },
		{ "x", "" },
		{ "", "" },
	};
	static const struct str NAMES[] = { STR_INIT("a"), STR_INIT("title"),
					    STR_INIT("weight") };

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct str said;

		diag_error(diags, (struct place){ .file = NULL }, "unknown");
		diag_suggest(diags, str_from(CASES[i].wrong), NAMES, 3);
		said = printed(diags, *state);
		str_cut(&said, '\n');
		assert_str(said, CASES[i].hint);
	}
}

static void merged_messages_outlive_where_they_came_from(void **state)
{
	struct diags *other = diags_new();
	char file[] = "b.md";

	diag_error(diags, (struct place){ "a.md", 1, 1, 0 }, "mine");
	diag_error(other, (struct place){ file, 1, 1, 0 }, "theirs");
	diag_note(other, (struct place){ file, 2, 2, 0 }, "note");
	diag_hint(other, "hint");
	strcpy(file, "gone");
	diags_merge(diags, other);
	assert_int_equal(diags_error_count(other), 0);
	diag_error(other, (struct place){ .file = NULL }, "over it");
	diags_free(other);
	assert_str(printed(diags, *state), "a.md:1:1: error: mine\n"
					   "b.md:1:1: error: theirs\n"
					   "b.md:2:2: note: note\n"
					   "  hint: hint\n");
}

static void what_was_found_cannot_command_the_terminal(void **state)
{
	diag_error(diags, (struct place){ "a\x1B", 1, 1, 0 },
		   "\"\x1B[2J\xC2\x9B\x7F\xFF\t\xC3\xA9\"");
	diag_hint(diags, "\a");
	assert_str(printed(diags, *state),
		   "a\xEF\xBF\xBD:1:1: error: \"\xEF\xBF\xBD[2J\xEF\xBF\xBD"
		   "\xEF\xBF\xBD\xEF\xBF\xBD\t\xC3\xA9\"\n"
		   "  hint: \xEF\xBF\xBD\n");
	assert_excerpt("x\x1B[31m\n", (struct place){ .line = 1, .column = 2 },
		       "    1 | x\xEF\xBF\xBD[31m\n"
		       "      |  ^\n",
		       *state);
}

/* What turns round the letters that follow, and its neighbours. */
static void what_turns_text_round_is_not_printed(void **state)
{
	static const struct {
		uint32_t first, last;
		bool shown;
	} ROWS[] = {
		{ 0x01, 0x08, false },	  { 0x09, 0x09, true },
		{ 0x0B, 0x1F, false },	  { 0x20, 0x7E, true },
		{ 0x7F, 0x9F, false },	  { 0xA0, 0xA0, true },
		{ 0x200E, 0x2029, true }, { 0x202A, 0x202E, false },
		{ 0x202F, 0x2065, true }, { 0x2066, 0x2069, false },
		{ 0x206A, 0x206A, true },
	};

	for (size_t i = 0; i < 2 * sizeof(ROWS) / sizeof(*ROWS); i++) {
		uint32_t c = i % 2 ? ROWS[i / 2].last : ROWS[i / 2].first;
		struct diags *own = diags_new();
		struct buf want = { 0 };

		buf_text(&want, "a.md:1:1: error: x");
		buf_utf8(&want, c);
		diag_error(own, (struct place){ "a.md", 1, 1, 0 }, "%s",
			   want.ptr + sizeof("a.md:1:1: error: ") - 1);
		if (!ROWS[i / 2].shown) {
			want.len = sizeof("a.md:1:1: error: x") - 1;
			buf_utf8(&want, 0xFFFD);
		}
		buf_char(&want, '\n');
		assert_str(printed(own, *state), want.ptr);
		buf_release(&want);
		diags_free(own);
	}
}

static void colour_marks_the_kind(void **state)
{
	struct diag_style style = { .colour = true };

	diag_error(diags, (struct place){ .file = "a" }, "wrong");
	diag_warning(diags, (struct place){ .file = "a" }, "odd");
	assert_str(printed_as(style, *state),
		   "a: \033[1;31merror:\033[0m wrong\n"
		   "a: \033[1;33mwarning:\033[0m odd\n");
}

static void json_has_one_object_a_place(void **state)
{
	struct diag_style style = { .json = true };
	struct str said;
	size_t lines = 0;

	for (unsigned k = 1; k <= 5; k++)
		diag_error(diags, (struct place){ "a", k, 1, 0 }, "wrong");
	said = printed_as(style, *state);
	for (; said.len; lines++)
		str_cut(&said, '\n');
	assert_int_equal(lines, 5);
}

static void json_has_one_object_a_line(void **state)
{
	struct diag_style style = { .json = true };
	struct str said, rest;

	diag_error(diags, (struct place){ "a.md", 1, 2, 3 }, "say \"%s\"", "x");
	diag_hint(diags, "say y");
	diag_note(diags, (struct place){ "b.md", 4, 5, 6 }, "one");
	diag_note(diags, (struct place){ .file = NULL }, "two");
	diag_warning(diags, (struct place){ .file = NULL }, "odd");
	said = printed_as(style, *state);
	assert_str(said,
		   "{\"file\":\"\",\"line\":0,\"column\":0,\"width\":0,"
		   "\"severity\":\"warning\",\"message\":\"odd\"}\n"
		   "{\"file\":\"a.md\",\"line\":1,\"column\":2,\"width\":3,"
		   "\"severity\":\"error\",\"message\":\"say \\\"x\\\"\","
		   "\"hint\":\"say y\",\"notes\":["
		   "{\"file\":\"b.md\",\"line\":4,\"column\":5,\"width\":6,"
		   "\"message\":\"one\"},"
		   "{\"file\":\"\",\"line\":0,\"column\":0,\"width\":0,"
		   "\"message\":\"two\"}]}\n");
	rest = said;
	while (rest.len) {
		struct str line = str_cut(&rest, '\n');
		json_t *json = json_loadb(line.ptr, line.len, 0, NULL);

		assert_non_null(json);
		json_decref(json);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DIAG_TEST(a_message_shows_the_line_and_underlines_the_text),
		DIAG_TEST(the_place_comes_first),
		DIAG_TEST(tabs_keep_the_caret_in_its_column),
		DIAG_TEST(columns_count_characters_not_bytes),
		DIAG_TEST(a_byte_order_mark_takes_no_column),
		DIAG_TEST(the_caret_is_below_wide_and_joined_characters),
		DIAG_TEST(a_place_behind_the_line_has_its_caret_there),
		DIAG_TEST(a_line_that_cannot_be_shown_is_left_out),
		DIAG_TEST(hints_and_notes_follow_their_message),
		DIAG_TEST(messages_come_by_file_line_and_column_and_once),
		DIAG_TEST(one_mistake_made_often_is_told_once_with_its_places),
		DIAG_TEST(a_few_of_one_kind_are_told_each),
		DIAG_TEST(alike_in_other_files_is_one_mistake_too),
		DIAG_TEST(of_many_mistakes_in_a_file_the_first_are_told),
		DIAG_TEST(of_many_warnings_in_a_file_the_first_are_told),
		DIAG_TEST(what_nobody_wants_takes_no_room),
		DIAG_TEST(what_is_not_kept_takes_no_hint),
		DIAG_TEST(a_long_text_is_cut_between_characters),
		DIAG_TEST(merged_messages_keep_their_places_and_counts),
		DIAG_TEST(errors_decide_the_status),
		DIAG_TEST(strictness_makes_warnings_errors),
		DIAG_TEST(a_system_error_names_the_path_and_the_reason),
		DIAG_TEST(the_nearest_name_is_suggested),
		DIAG_TEST(merged_messages_outlive_where_they_came_from),
		DIAG_TEST(what_was_found_cannot_command_the_terminal),
		DIAG_TEST(what_turns_text_round_is_not_printed),
		DIAG_TEST(colour_marks_the_kind),
		DIAG_TEST(json_has_one_object_a_line),
		DIAG_TEST(json_has_one_object_a_place),
	};

	return RUN(tests);
}
