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

/* What is told by the links, too: they are known by whole paths. */
static void what_links_lead_to_is_told_of_by_their_names(void **state)
{
	struct yard *yard = *state;
	char in[SCRATCH_MAX + 8], path[SCRATCH_MAX + 32];

	run("ln -s sub in/link && ln -s a in/same && ln -s none in/lost");
	snprintf(in, sizeof(in), "%s/in", yard->dir);
	assert_true(watch_add(yard->watch, yard->diags, in));
	assert_true(watch_add(yard->watch, yard->diags, in));
	run("echo 2 >in/sub/b");
	snprintf(path, sizeof(path), "%s/link/b", in);
	assert_true(tells_of(yard->watch, path));
	run("echo 2 >in/a");
	snprintf(path, sizeof(path), "%s/same", in);
	assert_true(tells_of(yard->watch, path));
	run("echo 2 >in/none");
	snprintf(path, sizeof(path), "%s/lost", in);
	assert_true(tells_of(yard->watch, path));
	run("ln -sfn ../by in/link && ln -s sub in/new && echo 3 >in/sub/b");
	snprintf(path, sizeof(path), "%s/new/b", in);
	assert_true(tells_of(yard->watch, path));
}

static void what_begins_with_a_dot_is_told_of_by_links_alone(void **state)
{
	struct yard *yard = *state;
	char in[SCRATCH_MAX + 8], path[SCRATCH_MAX + 32];

	run("mkdir -p in/.h/er && echo 1 >in/.h/c && echo 1 >in/.h/er/d &&"
	    " echo 1 >in/.e && ln -s ../.h/c in/sub/c && ln -s ../in in/.h/up");
	snprintf(in, sizeof(in), "%s/in", yard->dir);
	assert_true(watch_add(yard->watch, yard->diags, in));
	watch_read(yard->watch);
	watch_forget(yard->watch);
	run("echo 2 >in/.h/c");
	snprintf(path, sizeof(path), "%s/sub/c", in);
	assert_true(tells_of(yard->watch, path));
	run("echo 3 >in/.h/x && mv in/.h/x in/.h/c");
	assert_true(tells_of(yard->watch, path));
	run("ln -s ../.h/er in/sub/er && ln -s .e in/e");
	snprintf(path, sizeof(path), "%s/e", in);
	assert_true(tells_of(yard->watch, path));
	run("echo 2 >in/.e");
	assert_true(tells_of(yard->watch, path));
	run("echo 2 >in/.h/er/d");
	snprintf(path, sizeof(path), "%s/sub/er/d", in);
	assert_true(tells_of(yard->watch, path));
	run("echo 2 >in/.h/unlinked && echo 1 >in/.e.swp &&"
	    " echo 1 >in/.h/er/.d.swp");
	usleep(20000);
	watch_read(yard->watch);
	assert_int_equal(watch_wait(yard->watch), -1);
}

static void more_changes_than_can_be_told_are_all_of_it(void **state)
{
	struct yard *yard = *state;
	const struct watch_change *changes;
	size_t count;

	run("cd in/sub && seq 1100 | xargs touch");
	watch_read(yard->watch);
	changes = watch_changes(yard->watch, &count);
	assert_in_range(count, 1, 110);
	assert_string_equal(changes[0].path, "in");
	assert_true(changes[0].comes_or_goes);
	watch_forget(yard->watch);
	run("echo 2 >in/sub/b");
	assert_true(tells_of(yard->watch, "in/sub/b"));
}

/* One of two is there still; the other is looked for now and then. */
static void one_of_two_folders_may_be_gone(void **state)
{
	struct yard *yard = *state;

	assert_true(watch_add(yard->watch, yard->diags, "by"));
	run("mv by/deep gone && rm -r by");
	assert_true(tells_of(yard->watch, "by"));
	assert_in_range(watch_wait(yard->watch), 1, 1000);
	run("echo 2 >in/a && touch in/.hidden in/4913");
	assert_true(tells_of(yard->watch, "in/a"));
	run("mv gone by");
	assert_true(tells_of(yard->watch, "by"));
	run("echo 2 >by/er/d");
	assert_true(tells_of(yard->watch, "by/er/d"));
	assert_int_equal(watch_wait(yard->watch), -1);
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
		YARD(what_links_lead_to_is_told_of_by_their_names),
		YARD(what_begins_with_a_dot_is_told_of_by_links_alone),
		YARD(more_changes_than_can_be_told_are_all_of_it),
		YARD(one_of_two_folders_may_be_gone),
	};

	return RUN(tests);
}
