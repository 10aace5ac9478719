#include "unit.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static char folder[SCRATCH_MAX];

/* A folder with `text`, empty `none`, a pipe, a folder and a hidden file. */
static int folder_setup(void **state)
{
	static const char *const FILES[][2] = { { "text", "one\ntwo" },
						{ "none", "" },
						{ ".hidden", "x" },
						{ "Zeta", "x" } };

	scratch_folder(folder);
	if (chdir(folder) < 0)
		return -1;
	for (size_t i = 0; i < sizeof(FILES) / sizeof(*FILES); i++) {
		FILE *file = fopen(FILES[i][0], "w");

		fputs(FILES[i][1], file);
		fclose(file);
	}
	if (mkdir("sub", 0755) < 0 || mkfifo("pipe", 0600) < 0 ||
	    symlink("text", "link") < 0)
		return -1;
	return arena_setup(state);
}

static int folder_teardown(void **state)
{
	static const char *const NAMES[] = { "text", "none", ".hidden",
					     "Zeta", "pipe", "link" };

	for (size_t i = 0; i < sizeof(NAMES) / sizeof(*NAMES); i++)
		unlink(NAMES[i]);
	rmdir("sub");
	rmdir(folder);
	return chdir("/") | arena_teardown(state);
}

#define FOLDER_TEST(name) \
	cmocka_unit_test_setup_teardown(name, folder_setup, folder_teardown)

static void a_file_is_read_whole_and_terminated(void **state)
{
	struct str text;

	assert_true(file_read("text", &text, *state));
	assert_str(text, "one\ntwo");
	assert_int_equal(text.ptr[text.len], '\0');
	assert_true(file_read("none", &text, *state));
	assert_str(text, "");
	assert_true(file_read("link", &text, *state));
	assert_str(text, "one\ntwo");
}

static void what_is_no_file_is_not_read(void **state)
{
	struct str text;

	assert_false(file_read("missing", &text, *state));
	assert_int_equal(errno, ENOENT);
	assert_false(file_read("sub", &text, *state));
	assert_int_equal(errno, EISDIR);
	assert_false(file_read("text/x", &text, *state));
	assert_int_equal(errno, ENOTDIR);
	assert_false(file_read("pipe", &text, *state));
	assert_int_equal(errno, ENXIO);
}

static void files_and_folders_are_told_apart(void **state)
{
	(void)state;
	assert_true(file_is_regular("text"));
	assert_true(file_is_regular("link"));
	assert_false(file_is_regular("sub"));
	assert_false(file_is_regular("pipe"));
	assert_false(file_is_regular("missing"));
	assert_true(file_is_dir("sub"));
	assert_false(file_is_dir("text"));
	assert_false(file_is_dir("missing"));
}

static void a_list_is_sorted_by_bytes_without_hidden_names(void **state)
{
	static const char *const WANT[] = { "Zeta", "link", "none",
					    "pipe", "sub",  "text" };
	struct str *names;
	size_t count;

	assert_true(file_list(".", &names, &count, *state));
	assert_int_equal(count, 6);
	for (size_t i = 0; i < count; i++)
		assert_str(names[i], WANT[i]);
	assert_true(file_list("sub", &names, &count, *state));
	assert_int_equal(count, 0);
	assert_false(file_list("missing", &names, &count, *state));
	assert_int_equal(errno, ENOENT);
	assert_int_equal(count, 0);
}

static void paths_are_joined_with_one_slash(void **state)
{
	assert_string_equal(path_join("a", STR("b"), *state), "a/b");
	assert_string_equal(path_join("a/", STR("b"), *state), "a/b");
	assert_string_equal(path_join("", STR("b"), *state), "b");
	assert_string_equal(path_join("/", STR("b"), *state), "/b");
}

static void a_path_is_taken_apart(void **state)
{
	static const struct {
		const char *path, *dir, *base, *stem, *extension;
	} CASES[] = {
		{ "a/10-speed.md", "a", "10-speed.md", "10-speed", "md" },
		{ "a/b/c", "a/b", "c", "c", "" },
		{ "x.tar.gz", "", "x.tar.gz", "x.tar", "gz" },
		{ ".hidden", "", ".hidden", ".hidden", "" },
		{ "a.b/c", "a.b", "c", "c", "" },
		{ "/a", "", "a", "a", "" },
		{ "a/", "a", "", "", "" },
		{ "end.", "", "end.", "end.", "" },
		{ "", "", "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct str path = str_from(CASES[i].path);

		assert_str(path_dir(path), CASES[i].dir);
		assert_str(path_base(path), CASES[i].base);
		assert_str(path_stem(path), CASES[i].stem);
		assert_str(path_extension(path), CASES[i].extension);
	}
}

static void a_clean_path_never_climbs(void **state)
{
	assert_str(path_clean(STR("a/b/../c"), *state), "a/c");
	assert_str(path_clean(STR("./a//b/."), *state), "a/b");
	assert_str(path_clean(STR("a/.."), *state), "");
	assert_str(path_clean(STR("/a"), *state), "a");
	assert_str(path_clean(STR("..."), *state), "...");
	assert_null(path_clean(STR(".."), *state).ptr);
	assert_null(path_clean(STR("a/../../b"), *state).ptr);
	assert_null(path_clean(STR("/.."), *state).ptr);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FOLDER_TEST(a_file_is_read_whole_and_terminated),
		FOLDER_TEST(what_is_no_file_is_not_read),
		FOLDER_TEST(files_and_folders_are_told_apart),
		FOLDER_TEST(a_list_is_sorted_by_bytes_without_hidden_names),
		TEST(paths_are_joined_with_one_slash),
		TEST(a_path_is_taken_apart),
		TEST(a_clean_path_never_climbs),
	};

	return RUN(tests);
}
