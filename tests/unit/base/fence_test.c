#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fence.h"
#include "base/file.h"

static char folder[SCRATCH_MAX];

static void put(const char *path)
{
	FILE *file = fopen(path, "w");

	if (!file || fputs(path, file) < 0 || fclose(file))
		fail_msg("%s cannot be written", path);
}

/* Two folders beside each other, `in` with links of all kinds. */
static int folder_setup(void **state)
{
	static const char *const FILES[] = { "in/file", "in/sub/file",
					     "out/file" };
	static const char *const LINKS[][2] = {
		{ "sub/file", "in/inner" },   { "../out/file", "in/outer" },
		{ "../../out", "in/sub/up" }, { "/dev/zero", "in/zero" },
		{ "ring", "in/ring" },	      { "sub/../..", "in/chain" },
		{ "../in/file", "in/round" }, { "in", "door" },
	};

	scratch_folder(folder);
	if (chdir(folder) < 0 || mkdir("in", 0755) < 0 ||
	    mkdir("out", 0755) < 0 || mkdir("in/sub", 0755) < 0 ||
	    mkfifo("in/pipe", 0600) < 0 || symlink("pipe", "in/tube") < 0)
		return -1;
	for (size_t i = 0; i < sizeof(FILES) / sizeof(*FILES); i++)
		put(FILES[i]);
	for (size_t i = 0; i < sizeof(LINKS) / sizeof(*LINKS); i++)
		if (symlink(LINKS[i][0], LINKS[i][1]) < 0)
			return -1;
	return arena_setup(state);
}

static int folder_teardown(void **state)
{
	char command[SCRATCH_MAX + sizeof("rm -rf ")];

	snprintf(command, sizeof(command), "rm -rf %s", folder);
	return chdir("/") | system(command) | arena_teardown(state);
}

static void assert_refused(const char *path, int reason, struct arena *arena)
{
	struct str text;

	errno = 0;
	if (file_read(path, &text, arena))
		fail_msg("%s is read", path);
	if (errno != reason)
		fail_msg("%s: %s", path, strerror(errno));
}

static void links_that_stay_inside_are_followed(void **state)
{
	struct str text;

	assert_true(fence_folder("in", "the folder"));
	assert_true(file_read("in/file", &text, *state));
	assert_str(text, "in/file");
	assert_true(file_read("in/inner", &text, *state));
	assert_str(text, "in/sub/file");
	assert_true(file_read("in//round", &text, *state));
	assert_str(text, "in/file");
	assert_true(fence_folder("door", "the folder"));
	assert_true(file_read("door/inner", &text, *state));
	assert_str(text, "in/sub/file");
}

static void what_leads_out_is_refused_whoever_asks(void **state)
{
	struct str *names;
	size_t count;

	assert_true(fence_folder("in/", "the folder"));
	assert_refused("in/outer", EXDEV, *state);
	assert_refused("in/sub/up/file", EXDEV, *state);
	assert_refused("in/chain/out/file", EXDEV, *state);
	assert_refused("in/sub/../../out/file", EXDEV, *state);
	assert_refused("in/zero", EXDEV, *state);
	assert_refused("in/ring", ELOOP, *state);
	assert_refused("in/pipe", ENXIO, *state);
	assert_refused("in/tube", ENXIO, *state);
	assert_false(file_list("in/sub/up", &names, &count, *state));
	assert_int_equal(errno, EXDEV);
	assert_false(file_write("in/sub/up/new", STR("x")));
	assert_int_equal(errno, EXDEV);
	assert_false(file_is_there("out/new"));
	assert_string_equal(fence_name("in/outer"), "the folder");
}

/* Themes stand beside the content, and a link to the fence is not below it. */
static void what_begins_outside_is_not_fenced(void **state)
{
	struct str text;

	assert_true(fence_folder("in", "the folder"));
	assert_true(file_read("in/../out/file", &text, *state));
	assert_str(text, "out/file");
	assert_true(file_read("out/file", &text, *state));
}

static void the_narrowest_fence_holds(void **state)
{
	struct str text;

	assert_true(fence_folder("in", "the folder"));
	assert_true(fence_folder("in/sub", "the one inside"));
	assert_int_equal(symlink("../file", "in/sub/over"), 0);
	assert_refused("in/sub/over", EXDEV, *state);
	assert_string_equal(fence_name("in/sub/over"), "the one inside");
	assert_true(file_read("in/file", &text, *state));
}

static void a_fence_is_set_anew_where_the_folder_is_another(void **state)
{
	struct str text;

	assert_true(fence_folder("in", "the folder"));
	assert_int_equal(rename("in", "old"), 0);
	assert_false(fence_folder("in", "the folder"));
	assert_int_equal(errno, ENOENT);
	assert_int_equal(rename("out", "in"), 0);
	assert_true(fence_folder("in", "the folder"));
	assert_true(file_read("in/file", &text, *state));
	assert_str(text, "out/file");
}

#define FOLDER_TEST(name) \
	cmocka_unit_test_setup_teardown(name, folder_setup, folder_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		FOLDER_TEST(links_that_stay_inside_are_followed),
		FOLDER_TEST(what_leads_out_is_refused_whoever_asks),
		FOLDER_TEST(what_begins_outside_is_not_fenced),
		FOLDER_TEST(the_narrowest_fence_holds),
		FOLDER_TEST(a_fence_is_set_anew_where_the_folder_is_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
