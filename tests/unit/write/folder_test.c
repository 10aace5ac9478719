#include "unit.h"

#include "site_folder.h"

static void a_shared_file_is_the_same_file(void **state)
{
	struct stat before, after;
	int here = open(".", O_RDONLY | O_DIRECTORY), there;

	(void)state;
	assert_int_equal(mkdir("to", 0755), 0);
	there = open("to", O_RDONLY | O_DIRECTORY);
	hand_written("a", "1");
	assert_int_equal(stat("a", &before), 0);
	assert_true(folder_share(here, there, "a", &before));
	assert_int_equal(stat("to/a", &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_false(folder_share(here, there, "a", &before));
	close(here);
	close(there);
}

/* Makes a folder in another file system, to which no hard link can lead. */
static bool made_elsewhere(char path[SCRATCH_MAX])
{
	static const char *const BASES[] = { "/dev/shm", "/tmp", "/var/tmp" };
	struct stat here, there;

	assert_int_equal(stat(".", &here), 0);
	for (size_t i = 0; i < sizeof(BASES) / sizeof(*BASES); i++) {
		snprintf(path, SCRATCH_MAX, "%s/paragone-XXXXXX", BASES[i]);
		if (!stat(BASES[i], &there) && there.st_dev != here.st_dev &&
		    mkdtemp(path))
			return true;
	}
	return false;
}

static void where_no_link_can_lead_a_copy_keeps_time_and_mode(void **state)
{
	struct timespec times[] = { { 1000000000, 5 }, { 1000000000, 5 } };
	char path[SCRATCH_MAX];
	int here = open(".", O_RDONLY | O_DIRECTORY), there;
	struct stat st, copy;
	char target[16];

	if (!made_elsewhere(path)) {
		print_message("skipped: no other file system\n");
		skip();
	}
	there = open(path, O_RDONLY | O_DIRECTORY);
	hand_written("a", "text");
	assert_int_equal(chmod("a", 0604), 0);
	assert_int_equal(utimensat(AT_FDCWD, "a", times, 0), 0);
	assert_int_equal(stat("a", &st), 0);
	assert_true(folder_share(here, there, "a", &st));
	assert_int_equal(fstatat(there, "a", &copy, 0), 0);
	assert_int_equal(copy.st_mode, st.st_mode);
	assert_int_equal(copy.st_mtim.tv_sec, 1000000000);
	assert_int_equal(copy.st_mtim.tv_nsec, 5);
	assert_int_equal(copy.st_size, 4);

	assert_int_equal(symlink("nowhere", "link"), 0);
	assert_int_equal(lstat("link", &st), 0);
	assert_true(folder_share(here, there, "link", &st));
	assert_int_equal(readlinkat(there, "link", target, sizeof(target)), 7);

	assert_int_equal(mkfifo("pipe", 0600), 0);
	assert_int_equal(lstat("pipe", &st), 0);
	assert_false(folder_share(here, there, "pipe", &st));
	folder_remove(AT_FDCWD, path);
	assert_false(is_there(path));
	close(here);
	close(there);
	(void)state;
}

static void removing_a_folder_follows_no_link(void **state)
{
	assert_int_equal(mkdir("keep", 0755), 0);
	hand_written("keep/a", "mine");
	assert_int_equal(mkdir("go", 0755), 0);
	assert_int_equal(mkdir("go/deep", 0755), 0);
	hand_written("go/deep/b", "1");
	assert_int_equal(symlink("../../keep", "go/deep/link"), 0);
	assert_int_equal(symlink("keep", "link"), 0);
	folder_remove(AT_FDCWD, "go");
	folder_remove(AT_FDCWD, "link");
	folder_remove(AT_FDCWD, "nothing");
	assert_false(is_there("go"));
	assert_false(is_there("link"));
	assert_str(said_by(*state, "keep/a"), "mine");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SITE_TEST(a_shared_file_is_the_same_file),
		SITE_TEST(where_no_link_can_lead_a_copy_keeps_time_and_mode),
		SITE_TEST(removing_a_folder_follows_no_link),
	};

	return RUN(tests);
}
