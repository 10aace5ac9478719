#include "unit.h"

#include <sys/resource.h>
#include <unistd.h>

#include "read/text.h"

/* What is reported of a file that holds `bytes`; its name is left out. */
static struct str complaints(struct str bytes, struct arena *arena);
static const char *file_with(struct str bytes);

static void a_byte_order_mark_is_not_part_of_the_text(void **state)
{
	struct diags *diags = diags_new();
	const char *path = file_with(STR("\xEF\xBB\xBFone\r\n\ttwo\n"));
	struct str text;

	assert_true(text_read(diags, path, 100, &text, *state));
	assert_str(text, "one\r\n\ttwo\n");
	assert_int_equal(text.ptr[text.len], '\0');
	unlink(path);
	diags_free(diags);
}

static void an_empty_file_is_an_empty_text(void **state)
{
	assert_str(complaints(STR(""), *state), "");
}

static void a_missing_file_is_an_error(void **state)
{
	struct diags *diags = diags_new();
	struct str text;

	assert_false(text_read(diags, "no/such.md", 100, &text, *state));
	assert_str(printed(diags, *state),
		   "no/such.md: error: there is no such file\n");
	assert_false(text_read(diags, "/", 100, &text, *state));
	assert_str(printed(diags, *state),
		   "/: error: this is a folder, not a file\n");
	diags_free(diags);
}

static void a_file_that_cannot_be_read_is_a_failure_of_the_system(void **state)
{
	struct rlimit usual, none = { .rlim_cur = 0 };
	struct diags *diags = diags_new();
	struct str text;

	getrlimit(RLIMIT_NOFILE, &usual);
	none.rlim_max = usual.rlim_max;
	setrlimit(RLIMIT_NOFILE, &none);
	assert_false(text_read(diags, "/etc/passwd", 100, &text, *state));
	setrlimit(RLIMIT_NOFILE, &usual);
	assert_int_equal(diags_status(diags), 3);
	assert_str(printed(diags, *state),
		   "paragone: error: /etc/passwd: cannot be read: "
		   "Too many open files\n");
	diags_free(diags);
}

static void a_file_has_at_most_so_many_bytes(void **state)
{
	assert_str(complaints(STR("0123456789"), *state), "");
	assert_str(complaints(STR("0123456789a"), *state),
		   ": error: the file has 11 bytes; at most 10 are read\n");
}

static void what_is_not_utf_8_is_shown_at_its_place(void **state)
{
	assert_str(
		complaints(STR("a\n\xC3\xA9 \xE9!"), *state),
		":2:3: error: the byte 0xE9 is not UTF-8: the file seems to be Windows-1252, where it is \"\xC3\xA9\"\n"
		"  hint: save the file as UTF-8; in a spreadsheet, save it "
		"as \"CSV UTF-8\"\n");
}

static void another_encoding_is_one_error(void **state)
{
	assert_str(
		complaints(STR("\xE9 \xE8 \xFC"), *state),
		":1:1: error: the byte 0xE9 is not UTF-8: the file seems to be Windows-1252, where it is \"\xC3\xA9\"\n"
		"  hint: save the file as UTF-8; in a spreadsheet, save it "
		"as \"CSV UTF-8\"\n");
	assert_str(complaints(STR("a\0b\0c\0"), *state),
		   ":1:2: error: the control character U+0000 is not text\n"
		   "    1 | a\xEF\xBF\xBD"
		   "b\xEF\xBF\xBD"
		   "c\xEF\xBF\xBD\n"
		   "      |  ^\n"
		   "  hint: save the file as UTF-8; in a spreadsheet, save it "
		   "as \"CSV UTF-8\"\n");
}

static void utf_16_with_its_mark_is_text(void **state)
{
	assert_str(complaints(STR("\xFF\xFE"
				  "a\0\xE9\0\x3D\xD8\0\xDE"),
			      *state),
		   "");
	assert_str(complaints(STR("\xFE\xFF\0a\0\n\xD8\x3D\0!"), *state),
		   ":2:1: error: the file begins as UTF-16, and what stands "
		   "here is none\n"
		   "  hint: save the file as UTF-8; in a spreadsheet, save it "
		   "as \"CSV UTF-8\"\n");
	/* Cut in the middle of a character. */
	assert_str(complaints(STR("\xFF\xFE"
				  "a\0b"),
			      *state),
		   ":1:2: error: the file begins as UTF-16, and what stands "
		   "here is none\n"
		   "  hint: save the file as UTF-8; in a spreadsheet, save it "
		   "as \"CSV UTF-8\"\n");
}

static void a_control_character_is_an_error(void **state)
{
	assert_str(complaints(STR("\xC3\xA9\x01"), *state),
		   ":1:2: error: the control character U+0001 is not text\n"
		   "    1 | \xC3\xA9\xEF\xBF\xBD\n"
		   "      |  ^\n");
	assert_str(complaints(STR("\x7F"), *state),
		   ":1:1: error: the control character U+007F is not text\n"
		   "    1 | \xEF\xBF\xBD\n"
		   "      | ^\n");
	assert_non_null(strstr(complaints(STR("ab\0c"), *state).ptr,
			       "U+0000 is not text"));
	assert_str(complaints(STR("\xC2\xA0 \xC2\x85"), *state),
		   ":1:3: error: the control character U+0085 is not text\n"
		   "    1 | \xC2\xA0 \xEF\xBF\xBD\n"
		   "      |   ^\n");
}

/* A feed or a picture that held one could not be parsed. */
static void what_xml_cannot_hold_is_an_error(void **state)
{
	struct diags *diags = diags_new();
	struct place start = { "a.md", 1, 1, 1 };

	assert_str(complaints(STR("\xC3\xA9\xEF\xBF\xBF"), *state),
		   ":1:2: error: U+FFFF is not a character\n"
		   "    1 | \xC3\xA9\xEF\xBF\xBF\n"
		   "      |  ^\n");
	assert_false(
		text_check(diags, start, STR("\xEF\xBF\xBE\xEF\xBF\xBF.\x01")));
	assert_str(printed(diags, *state),
		   "a.md:1:1: error: U+FFFE is not a character\n"
		   "a.md:1:2: error: U+FFFF is not a character\n"
		   "a.md:1:4: error: the control character U+0001 is not "
		   "text\n");
	assert_str(complaints(STR("\xEF\xBF\xBD\xEF\xBE\xBF"), *state), "");
	diags_free(diags);
}

static void a_carriage_return_stands_before_a_line_feed_only(void **state)
{
	assert_str(complaints(STR("a\r\nb\r\n"), *state), "");
	assert_non_null(
		strstr(complaints(STR("a\r\nb\rc"), *state).ptr,
		       ":2:2: error: a carriage return alone does not end a "
		       "line\n"));
	assert_non_null(strstr(complaints(STR("a\r"), *state).ptr,
			       "hint: save the file with LF or CRLF line "
			       "ends\n"));
}

static void every_offence_is_counted(void **state)
{
	struct diags *diags = diags_new();
	struct place start = { "a.md", 1, 1, 1 };
	char many[100];

	assert_false(text_check(diags, start, STR("\x01 \n\x02 \xC3\xA9\x03")));
	assert_str(printed(diags, *state),
		   "a.md:1:1: error: the control character U+0001 is not text\n"
		   "a.md:2:1: error: the control character U+0002 is not text\n"
		   "a.md:2:4: error: the control character U+0003 is not "
		   "text\n");
	memset(many, '\x04', sizeof(many));
	assert_false(
		text_check(diags, start, (struct str){ many, sizeof(many) }));
	assert_non_null(strstr(printed(diags, *state).ptr,
			       "the same at 1:2, 1:3, 1:4, 1:5, 1:6, 1:7, 1:8, "
			       "1:9, 1:10, 1:11 and 89 more places\n"));
	diags_free(diags);
}

static void a_file_with_thousands_of_offences_is_no_text(void **state)
{
	struct diags *diags = diags_new();
	char many[12000];

	memset(many, '\x04', sizeof(many));
	many[0] = 'a';
	assert_false(text_check(diags, (struct place){ "a.md", 1, 1, 1 },
				(struct str){ many, sizeof(many) }));
	assert_str(printed(diags, *state),
		   "a.md:1:2: error: this is no text: it has more than 10000 "
		   "control characters\n");
	diags_free(diags);
}

static struct str complaints(struct str bytes, struct arena *arena)
{
	struct diags *diags = diags_new();
	const char *path = file_with(bytes);
	struct str text, said;
	bool ok = text_read(diags, path, 10, &text, arena);

	said = printed(diags, arena);
	assert_int_equal(ok, said.len == 0);
	unlink(path);
	diags_free(diags);
	return said.len ? str_from_byte(said, strlen(path)) : said;
}

static const char *file_with(struct str bytes)
{
	static char path[SCRATCH_MAX];
	int file = scratch_file(path);

	assert_int_equal(write(file, bytes.ptr, bytes.len), bytes.len);
	close(file);
	return path;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_byte_order_mark_is_not_part_of_the_text),
		TEST(an_empty_file_is_an_empty_text),
		TEST(a_missing_file_is_an_error),
		TEST(a_file_that_cannot_be_read_is_a_failure_of_the_system),
		TEST(a_file_has_at_most_so_many_bytes),
		TEST(what_is_not_utf_8_is_shown_at_its_place),
		TEST(another_encoding_is_one_error),
		TEST(utf_16_with_its_mark_is_text),
		TEST(a_control_character_is_an_error),
		TEST(what_xml_cannot_hold_is_an_error),
		TEST(a_carriage_return_stands_before_a_line_feed_only),
		TEST(every_offence_is_counted),
		TEST(a_file_with_thousands_of_offences_is_no_text),
	};

	return RUN(tests);
}
