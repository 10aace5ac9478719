#include "unit.h"

#include "site_folder.h"

/* What the folders were, to see which of them were exchanged. */
static const char *const FOLDERS[] = { "out", "out/a", "out/a/x", "out/a/y",
				       "out/b" };
enum { FOLDER_COUNT = sizeof(FOLDERS) / sizeof(*FOLDERS) };

#define SITE(x)                                                               \
	FILES("a/x/1", x, "a/x/2", "2", "a/y/3", "3", "a/4", "4", "b/5", "5", \
	      "6", "6")

static void number(ino_t numbers[FOLDER_COUNT])
{
	for (size_t i = 0; i < FOLDER_COUNT; i++)
		numbers[i] =
			is_there(FOLDERS[i]) ? stat_of(FOLDERS[i]).st_ino : 0;
}

/* Builds the site; which folders are others then, as a digit each. */
static const char *exchanged(struct site_folder *f, const char *const *files)
{
	static char text[FOLDER_COUNT + 1];
	ino_t before[FOLDER_COUNT], after[FOLDER_COUNT];

	number(before);
	assert_true(built(f, "out", files, NULL));
	nothing_is_left_beside();
	number(after);
	for (size_t i = 0; i < FOLDER_COUNT; i++)
		text[i] = before[i] == after[i] ? '.' : 'x';
	return text;
}

static void the_smallest_folder_of_what_changes_is_exchanged(void **state)
{
	struct site_folder *f = *state;
	struct stat before;

	assert_true(built(f, "out", SITE("1"), NULL));
	before = stat_of("out/a/x/2");
	assert_string_equal(exchanged(f, SITE("one")), "..x..");
	assert_str(said_by(f, "out/a/x/1"), "one");
	assert_int_equal(stat_of("out/a/x/2").st_ino, before.st_ino);
	assert_string_equal(exchanged(f, SITE("one")), ".....");
	/* Of two folders the one that they are in. */
	assert_string_equal(exchanged(f, FILES("a/x/1", "1", "a/x/2", "2",
					       "a/y/3", "three", "a/4", "4",
					       "b/5", "5", "6", "6")),
			    ".xxx.");
	assert_str(said_by(f, "out/a/y/3"), "three");
	assert_str(said_by(f, "out/a/x/1"), "1");
	assert_string_equal(exchanged(f, FILES("a/x/1", "1", "a/x/2", "2",
					       "a/y/3", "three", "a/4", "4",
					       "b/5", "5", "6", "six")),
			    "xxxxx");
	assert_str(said_by(f, "out/6"), "six");
	assert_int_equal(stat_of("out/a/x/2").st_ino, before.st_ino);
}

static void what_comes_and_goes_changes_the_folder_it_is_in(void **state)
{
	struct site_folder *f = *state;
	const char *const *less = FILES("a/x/1", "1", "a/x/2", "2", "a/4", "4",
					"b/5", "5", "6", "6");
	struct tree_summary sum;

	assert_true(built(f, "out", SITE("1"), NULL));
	assert_string_equal(exchanged(f,
				      FILES("a/x/1", "1", "a/y/3", "3", "a/4",
					    "4", "b/5", "5", "6", "6")),
			    "..x..");
	assert_false(is_there("out/a/x/2"));
	assert_string_equal(exchanged(f, SITE("1")), "..x..");
	assert_str(said_by(f, "out/a/x/2"), "2");
	/* A folder that goes, and comes again. */
	assert_string_equal(exchanged(f, less), ".xxx.");
	assert_false(is_there("out/a/y"));
	assert_string_equal(exchanged(f, SITE("1")), ".xxx.");
	assert_true(built(f, "out", less, &sum));
	assert_int_equal(sum.written, 0);
	assert_int_equal(sum.unchanged, 5);
	assert_int_equal(sum.removed, 1);
	assert_true(built(f, "out", less, &sum));
	assert_int_equal(sum.removed, 0);
}

static void a_file_becomes_a_folder_and_back(void **state)
{
	struct site_folder *f = *state;
	const char *const *file = FILES("a/x", "1", "a/4", "4", "b/5", "5");
	const char *const *folder = FILES("a/x/1", "1", "a/4", "4", "b/5", "5");

	assert_true(built(f, "out", file, NULL));
	assert_string_equal(exchanged(f, folder), ".xx..");
	assert_str(said_by(f, "out/a/x/1"), "1");
	assert_string_equal(exchanged(f, file), ".xx..");
	assert_str(said_by(f, "out/a/x"), "1");
}

static void what_is_not_ours_stays_in_a_folder_that_is_exchanged(void **state)
{
	struct site_folder *f = *state;

	assert_true(built(f, "out", SITE("1"), NULL));
	hand_written("out/a/x/mine", "mine");
	assert_int_equal(mkdir("out/a/x/empty", 0750), 0);
	assert_int_equal(symlink("nowhere", "out/a/x/link"), 0);
	assert_int_equal(chmod("out/a/x", 02711), 0);
	assert_int_equal(chmod("out/a", 0700), 0);
	assert_string_equal(exchanged(f, SITE("one")), "..x..");
	assert_str(said_by(f, "out/a/x/mine"), "mine");
	assert_true(is_there("out/a/x/link"));
	assert_int_equal(stat_of("out/a/x/empty").st_mode & 07777, 0750);
	assert_int_equal(stat_of("out/a/x").st_mode & 07777, 02711);
	assert_int_equal(stat_of("out/a").st_mode & 07777, 0700);
	hand_written("out/a/x/7", "mine");
	assert_false(built(f, "out", FILES("a/x/1", "1", "a/x/7", "7"), NULL));
	assert_str(complaint(f),
		   "~/out: error: a/x/7 is there, and Paragone did not write "
		   "it\n"
		   "  hint: move it away, or rename what is to stand there: "
		   "page.md\n");
	assert_str(said_by(f, "out/a/x/1"), "one");
	assert_str(said_by(f, "out/a/x/7"), "mine");
}

/* The folder alone is plain, but not what it is in. */
static void nothing_is_exchanged_behind_a_link(void **state)
{
	struct site_folder *f = *state;

	assert_true(built(f, "out", SITE("1"), NULL));
	assert_int_equal(rename("out/a", "moved"), 0);
	assert_int_equal(symlink("../moved", "out/a"), 0);
	assert_false(built(f, "out", SITE("one"), NULL));
	assert_str(complaint(f),
		   "~/out: error: a is there, and Paragone did not write it\n"
		   "  hint: move it away, or rename what is to stand there: "
		   "page.md\n");
	assert_str(said_by(f, "moved/x/1"), "1");
}

static void what_is_mounted_hinders_where_it_is_alone(void **state)
{
	struct site_folder *f = *state;
	const char *const *edited = SITE("one");

	assert_true(built(f, "out", SITE("1"), NULL));
	assert_int_equal(mkdir("photos", 0755), 0);
	assert_int_equal(mkdir("out/photos", 0755), 0);
	if (!mounted("photos", "out/photos", NULL, MS_BIND, NULL))
		skip();
	assert_string_equal(exchanged(f, edited), "..x..");
	assert_int_equal(mount("out/a/x", "out/a/x", NULL, MS_BIND, NULL), 0);
	assert_false(built(f, "out", SITE("1"), NULL));
	umount("out/a/x");
	umount("out/photos");
	assert_str(complaint(f),
		   "~/out: error: a/x is a mount point, which cannot be kept\n"
		   "  hint: unmount it, or build into another folder\n");
	assert_str(said_by(f, "out/a/x/1"), "one");
}

/* Somebody without rights, to the end of the test. */
static void become_nobody(void)
{
	if (geteuid() == 0) {
		assert_int_equal(chown(".", 65534, 65534), 0);
		assert_int_equal(seteuid(65534), 0);
	}
}

static void a_folder_that_cannot_be_exchanged_is_with_the_whole(void **state)
{
	struct site_folder *f = *state;

	become_nobody();
	assert_true(built(f, "out", SITE("1"), NULL));
	hand_written("out/a/x/mine", "mine");
	assert_int_equal(chmod("out/a/x", 0555), 0);
	assert_string_equal(exchanged(f, SITE("one")), "xxxxx");
	assert_str(said_by(f, "out/a/x/1"), "one");
	assert_str(said_by(f, "out/a/x/2"), "2");
	assert_str(said_by(f, "out/a/x/mine"), "mine");
	assert_str(said_by(f, "out/a/y/3"), "3");
	assert_int_equal(stat_of("out/a/x").st_mode & 07777, 0555);
	/* Where a file goes there were two lists. */
	assert_string_equal(exchanged(f,
				      FILES("a/x/1", "1", "a/y/3", "3", "a/4",
					    "4", "b/5", "5", "6", "6")),
			    "xxxxx");
	assert_false(is_there("out/a/x/2"));
	assert_str(said_by(f, "out/a/x/1"), "1");
	assert_string_equal(exchanged(f, SITE("1")), "xxxxx");
	assert_int_equal(chmod("out/a/x", 0755), 0);
}

/* Nor can the list be, then, that comes first. */
static void in_a_site_that_is_shut_the_whole_is_exchanged(void **state)
{
	struct site_folder *f = *state;
	struct tree_summary sum;

	become_nobody();
	assert_true(built(f, "out", SITE("1"), NULL));
	assert_int_equal(chmod("out", 0555), 0);
	assert_string_equal(exchanged(f, SITE("one")), "xxxxx");
	assert_str(said_by(f, "out/a/x/1"), "one");
	assert_int_equal(stat_of("out").st_mode & 07777, 0555);
	assert_string_equal(exchanged(f,
				      FILES("a/x/1", "1", "a/y/3", "3", "a/4",
					    "4", "b/5", "5", "6", "6")),
			    "xxxxx");
	assert_false(is_there("out/a/x/2"));
	assert_str(said_by(f, "out/a/x/1"), "1");
	assert_true(built(f, "out", SITE("1"), &sum));
	assert_int_equal(sum.written, 1);
	assert_true(built(f, "out", SITE("1"), &sum));
	assert_int_equal(sum.unchanged, 6);
	assert_int_equal(sum.removed, 0);
	assert_int_equal(chmod("out", 0755), 0);
}

/* Neither the folder can be exchanged nor the whole, when all is ready. */
static bool failed_at_the_exchange(struct site_folder *f, struct tree *tree)
{
	struct tree_summary sum;
	bool ok;

	assert_int_equal(chmod("out/a", 0555), 0);
	assert_int_equal(chmod(".", 0555), 0);
	ok = tree_publish(tree, f->diags, &sum);
	assert_int_equal(chmod(".", 0755), 0);
	assert_int_equal(chmod("out/a", 0755), 0);
	tree_close(tree);
	assert_int_equal(diags_status(f->diags), 3);
	return !ok;
}

static void after_an_exchange_that_failed_the_next_build_is_right(void **state)
{
	struct site_folder *f = *state;
	struct tree *tree;

	become_nobody();
	assert_true(built(f, "out", FILES("a/x/1", "1", "a/x/2", "2"), NULL));
	tree = tree_open(f->diags, "out");
	assert_true(tree_put(tree, f->diags, STR("a/x/1"), STR("one"),
			     STR("page.md")));
	assert_true(tree_put(tree, f->diags, STR("a/x/3"), STR("3"),
			     STR("page.md")));
	assert_true(failed_at_the_exchange(f, tree));
	assert_str(said_by(f, "out/a/x/1"), "1");
	assert_str(said_by(f, "out/a/x/2"), "2");
	assert_false(is_there("out/a/x/3"));
	/* All are ours still, and none is taken for what it is not. */
	assert_true(built(f, "out", FILES("a/x/1", "one", "a/x/3", "3"), NULL));
	assert_str(said_by(f, "out/a/x/1"), "one");
	assert_false(is_there("out/a/x/2"));
	nothing_is_left_beside();
}

/* Times may be coarse, so that an old file looks as the new one does. */
static void an_old_file_is_never_taken_for_the_new_one(void **state)
{
	struct site_folder *f = *state;
	const struct timespec times[] = { { 1000000000, 0 },
					  { 1000000000, 0 } };
	struct hash key = { 1, hash_of(STR("new")).low };
	struct manifest_entry file = { .path = STR("a/x/1"),
				       .hash = key,
				       .size = 3 };
	struct tree *tree;
	int dir;

	become_nobody();
	assert_int_equal(mkdir("part", 0755) | mkdir("part/a", 0755) |
				 mkdir("part/a/x", 0755),
			 0);
	dir = open("part", O_RDONLY | O_DIRECTORY);
	hand_written("part/a/x/1", "new");
	assert_true(built(f, "out", FILES("a/x/1", "old"), NULL));
	utimensat(AT_FDCWD, "part/a/x/1", times, 0);
	utimensat(AT_FDCWD, "out/a/x/1", times, 0);
	tree = tree_open(f->diags, "out");
	assert_true(tree_take(tree, f->diags, dir, &file, STR("part")));
	assert_true(failed_at_the_exchange(f, tree));
	assert_str(said_by(f, "out/a/x/1"), "old");
	tree = tree_open(f->diags, "out");
	assert_false(tree_keep(tree, f->diags, STR("a/x/1"), key, STR("part")));
	tree_close(tree);
	close(dir);
}

/* What a machine that stops at the exchange leaves. */
static void the_list_may_be_ahead_of_the_site(void **state)
{
	struct site_folder *f = *state;
	struct tree_summary sum;

	for (int i = 0; i < 2; i++) {
		assert_true(built(f, "out", SITE("1"), NULL));
		assert_int_equal(rename("out/a/x", "before"), 0);
		assert_int_equal(mkdir("out/a/x", 0755), 0);
		assert_int_equal(link("before/1", "out/a/x/1"), 0);
		assert_int_equal(link("before/2", "out/a/x/2"), 0);
		assert_true(built(f, "out", SITE("one"), NULL));
		assert_true(folder_remove(AT_FDCWD, "out/a/x"));
		assert_int_equal(rename("before", "out/a/x"), 0);
		assert_true(built(f, "out", SITE(i ? "one" : "1"), &sum));
		assert_str(said_by(f, "out/a/x/1"), i ? "one" : "1");
		assert_int_equal(sum.written, 1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SITE_TEST(the_smallest_folder_of_what_changes_is_exchanged),
		SITE_TEST(what_comes_and_goes_changes_the_folder_it_is_in),
		SITE_TEST(a_file_becomes_a_folder_and_back),
		SITE_TEST(what_is_not_ours_stays_in_a_folder_that_is_exchanged),
		SITE_TEST(nothing_is_exchanged_behind_a_link),
		SITE_TEST(what_is_mounted_hinders_where_it_is_alone),
		SITE_TEST(a_folder_that_cannot_be_exchanged_is_with_the_whole),
		SITE_TEST(in_a_site_that_is_shut_the_whole_is_exchanged),
		SITE_TEST(
			after_an_exchange_that_failed_the_next_build_is_right),
		SITE_TEST(an_old_file_is_never_taken_for_the_new_one),
		SITE_TEST(the_list_may_be_ahead_of_the_site),
	};

	return RUN(tests);
}
