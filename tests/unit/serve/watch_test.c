#include "unit.h"

#include <poll.h>
#include <unistd.h>

#include "serve/watch.h"

/* A watched folder `in`, and one beside it that is not, `by`. */
struct yard {
	char dir[SCRATCH_MAX];
	struct diags *diags;
	struct watch *watch;
};

static void run(const char *command)
{
	assert_int_equal(system(command), 0);
}

static int set_up(void **state)
{
	struct yard *yard = calloc(1, sizeof(*yard));

	scratch_folder(yard->dir);
	assert_int_equal(chdir(yard->dir), 0);
	run("mkdir -p in/sub by/deep/er && echo 1 >in/a && echo 1 >in/sub/b &&"
	    " echo 1 >by/c && echo 1 >by/deep/er/d");
	yard->diags = diags_new();
	yard->watch = watch_new(yard->diags);
	assert_true(watch_add(yard->watch, yard->diags, "in"));
	*state = yard;
	return 0;
}

static int tear_down(void **state)
{
	struct yard *yard = *state;
	char command[SCRATCH_MAX + sizeof("rm -rf ")];

	watch_free(yard->watch);
	diags_free(yard->diags);
	assert_int_equal(chdir("/"), 0);
	snprintf(command, sizeof(command), "rm -rf %s", yard->dir);
	run(command);
	free(yard);
	return 0;
}

/* Waits until the burst is over; whether `path` is in it. */
static bool tells_of(struct watch *watch, const char *path)
{
	const struct watch_change *changes;
	size_t count;
	bool found = false;

	for (int round = 0; round < 200 && watch_wait(watch) != 0; round++) {
		struct pollfd polled = { .fd = watch_fd(watch),
					 .events = POLLIN };

		poll(&polled, 1, 5);
		watch_read(watch);
	}
	changes = watch_changes(watch, &count);
	for (size_t i = 0; i < count; i++)
		found |= !strcmp(changes[i].path, path);
	watch_forget(watch);
	return found;
}

static void a_file_written_in_place_is_told_of(void **state)
{
	struct yard *yard = *state;

	run("echo 2 >in/sub/b");
	assert_true(tells_of(yard->watch, "in/sub/b"));
}

static void a_file_saved_by_rename_is_told_of(void **state)
{
	struct yard *yard = *state;

	run("echo 2 >in/.a.new && mv in/.a.new in/a");
	assert_true(tells_of(yard->watch, "in/a"));
	run("echo 2 >by/x && mv by/x in/a");
	assert_true(tells_of(yard->watch, "in/a"));
}

static void new_and_removed_files_are_told_of(void **state)
{
	struct yard *yard = *state;

	run("echo 1 >in/new");
	assert_true(tells_of(yard->watch, "in/new"));
	run("rm in/new");
	assert_true(tells_of(yard->watch, "in/new"));
}

static void a_folder_that_moves_in_is_followed(void **state)
{
	struct yard *yard = *state;

	run("mv by/deep in/deep");
	assert_true(tells_of(yard->watch, "in/deep/er/d"));
	run("echo 2 >in/deep/er/d");
	assert_true(tells_of(yard->watch, "in/deep/er/d"));
	run("mkdir -p in/x/y && echo 1 >in/x/y/z");
	assert_true(tells_of(yard->watch, "in/x/y/z"));
}

static void a_renamed_folder_is_known_by_its_new_name(void **state)
{
	struct yard *yard = *state;

	run("mv in/sub in/other");
	assert_true(tells_of(yard->watch, "in/other/b"));
	run("echo 3 >in/other/b");
	assert_true(tells_of(yard->watch, "in/other/b"));
}

static void a_folder_that_moves_out_is_forgotten(void **state)
{
	struct yard *yard = *state;

	run("mv in/sub by/sub");
	assert_true(tells_of(yard->watch, "in/sub"));
	run("echo 2 >by/sub/b");
	assert_false(tells_of(yard->watch, "in/sub/b"));
}

static void editors_own_files_are_left_out(void **state)
{
	struct yard *yard = *state;

	run("echo 1 >in/.a.swp && echo 1 >in/a~ && echo 1 >in/4913");
	usleep(20000);
	watch_read(yard->watch);
	assert_int_equal(watch_wait(yard->watch), -1);
}

static void the_watched_folder_itself_may_be_replaced(void **state)
{
	struct yard *yard = *state;

	run("mv in gone");
	assert_true(tells_of(yard->watch, "in"));
	run("mkdir in && echo 1 >in/a");
	assert_true(tells_of(yard->watch, "in"));
	run("echo 2 >in/a");
	assert_true(tells_of(yard->watch, "in/a"));
}

static void a_folder_that_is_not_there_cannot_be_watched(void **state)
{
	struct yard *yard = *state;
	struct arena arena = { 0 };

	assert_false(watch_add(yard->watch, yard->diags, "gone"));
	assert_int_equal(diags_status(yard->diags), 3);
	assert_str(printed(yard->diags, &arena),
		   "paragone: error: gone: cannot be watched: No such file or "
		   "directory\n");
	arena_release(&arena);
}

#define YARD(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		YARD(a_file_written_in_place_is_told_of),
		YARD(a_file_saved_by_rename_is_told_of),
		YARD(new_and_removed_files_are_told_of),
		YARD(a_folder_that_moves_in_is_followed),
		YARD(a_renamed_folder_is_known_by_its_new_name),
		YARD(a_folder_that_moves_out_is_forgotten),
		YARD(editors_own_files_are_left_out),
		YARD(the_watched_folder_itself_may_be_replaced),
		YARD(a_folder_that_is_not_there_cannot_be_watched),
	};

	return RUN(tests);
}
