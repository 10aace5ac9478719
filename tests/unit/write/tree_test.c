#include "unit.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include "site_folder.h"

static bool same_file(struct stat a, struct stat b)
{
	return a.st_ino == b.st_ino && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
	       a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

static void touch(const char *path, time_t seconds)
{
	struct timespec times[] = { { seconds, 0 }, { seconds, 0 } };

	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void a_site_is_published_where_nothing_was(void **state)
{
	struct tree_summary sum;

	assert_true(built(*state, "out",
			  FILES("index.html", "home", "a/b/index.html", "deep",
				"empty", ""),
			  &sum));
	assert_str(said_by(*state, "out/index.html"), "home");
	assert_str(said_by(*state, "out/a/b/index.html"), "deep");
	assert_str(said_by(*state, "out/empty"), "");
	assert_int_equal(sum.written, 3);
	assert_int_equal(sum.unchanged, 0);
	assert_int_equal(sum.removed, 0);
	nothing_is_left_beside();
}

static void out_is_untouched_until_it_is_published(void **state)
{
	struct site_folder *f = *state;
	struct tree *tree;

	assert_true(built(f, "out", FILES("index.html", "old"), NULL));
	tree = tree_open(f->diags, "out");
	assert_non_null(tree);
	assert_true(tree_put(tree, f->diags, STR("index.html"), STR("new"),
			     STR("index.md")));
	assert_true(tree_has(tree, STR("index.html")));
	assert_false(tree_has(tree, STR("other.html")));
	assert_true(tree_has_from(tree, STR("index.html"), STR("index.md")));
	assert_str(tree_obstacle(tree, STR("Index.html")), "index.html");
	assert_str(tree_obstacle(tree, STR("index.html/a/b")), "index.html");
	assert_str(tree_obstacle(tree, STR("a/index.html")), "");
	assert_false(tree_has_from(tree, STR("index.html"), STR("index.html")));
	assert_str(said_by(f, "out/index.html"), "old");
	tree_close(tree);
	assert_str(said_by(f, "out/index.html"), "old");
	nothing_is_left_beside();
}

static void an_unchanged_file_keeps_its_inode_and_time(void **state)
{
	struct tree_summary sum;
	struct stat same, other;

	assert_true(
		built(*state, "out", FILES("same", "1", "other", "1"), NULL));
	same = stat_of("out/same");
	other = stat_of("out/other");
	assert_true(
		built(*state, "out", FILES("same", "1", "other", "2"), &sum));
	assert_true(same_file(same, stat_of("out/same")));
	assert_false(same_file(other, stat_of("out/other")));
	assert_int_equal(stat_of("out/same").st_nlink, 1);
	assert_str(said_by(*state, "out/other"), "2");
	assert_int_equal(sum.written, 1);
	assert_int_equal(sum.unchanged, 1);
}

static void a_site_that_has_not_changed_is_left_as_it_is(void **state)
{
	struct tree_summary sum;
	struct stat before;

	assert_true(built(*state, "out", FILES("a", "1", "b/c", "2"), NULL));
	before = stat_of("out");
	assert_true(built(*state, "out", FILES("b/c", "2", "a", "1"), &sum));
	assert_true(same_file(before, stat_of("out")));
	assert_int_equal(sum.unchanged, 2);
	assert_int_equal(sum.written, 0);
	nothing_is_left_beside();
}

static void old_files_are_kept_without_their_bytes(void **state)
{
	struct site_folder *f = *state;
	const struct manifest_entry *old[2], *other;
	struct tree_summary sum;
	struct tree *tree;
	struct stat same;
	size_t count;

	assert_true(built(f, "out",
			  FILES("a/x", "1", "a/y", "2", "a.z", "3", "b", "4"),
			  NULL));
	same = stat_of("out/a/x");
	tree = tree_open(f->diags, "out");
	other = tree_old_files(tree, STR("a/"), &count);
	assert_int_equal(count, 2);
	for (size_t i = 0; i < 2; i++) {
		old[i] = &other[i];
		assert_true(tree_stands_file(tree, old[i]));
	}
	tree_old_files(tree, STR("c"), &count);
	assert_int_equal(count, 0);
	assert_null(tree_old_file(tree, STR("a")));
	assert_true(tree_keep_all(tree, f->diags, old, 2, STR("a.md")));
	tree_set_kept(tree, STR("kept so\n"));
	assert_true(tree_publish(tree, f->diags, &sum));
	tree_close(tree);
	assert_true(same_file(same, stat_of("out/a/x")));
	assert_int_equal(sum.unchanged, 2);
	assert_int_equal(sum.removed, 2);
	tree = tree_open(f->diags, "out");
	assert_str(tree_kept(tree), "kept so\n");
	tree_close(tree);
}

static void an_old_file_that_was_touched_does_not_stand(void **state)
{
	struct site_folder *f = *state;
	struct tree *tree;

	assert_true(built(f, "out", FILES("a", "1"), NULL));
	touch("out/a", 1000000000);
	tree = tree_open(f->diags, "out");
	assert_false(tree_stands_file(tree, tree_old_file(tree, STR("a"))));
	tree_close(tree);
}

static void a_spare_file_gives_way(void **state)
{
	struct site_folder *f = *state;
	struct tree_summary sum;
	struct tree *tree;
	bool already;

	assert_true(built(f, "out", FILES("a", "1", "b", "1"), NULL));
	tree = tree_open(f->diags, "out");
	assert_true(tree_put_spare(tree, f->diags, STR("a"), STR("2"),
				   STR("one"), &already));
	assert_false(already);
	assert_true(tree_put_spare(tree, f->diags, STR("a"), STR("3"),
				   STR("other"), &already));
	assert_true(already);
	assert_true(tree_keep_spare(
		tree, f->diags, tree_old_file(tree, STR("a")), STR("third")));
	assert_true(tree_keep_spare(
		tree, f->diags, tree_old_file(tree, STR("b")), STR("third")));
	assert_true(tree_publish(tree, f->diags, &sum));
	tree_close(tree);
	assert_str(said_by(f, "out/a"), "2");
	assert_str(said_by(f, "out/b"), "1");
}

static void a_page_edited_while_the_site_is_built_is_an_error(void **state)
{
	struct site_folder *f = *state;
	struct tree_summary sum;
	struct tree *tree;

	assert_true(built(f, "out", FILES("a", "1", "b", "1"), NULL));
	tree = tree_open(f->diags, "out");
	assert_true(tree_put(tree, f->diags, STR("a"), STR("1"), STR("a.md")));
	assert_true(tree_put(tree, f->diags, STR("b"), STR("2"), STR("b.md")));
	hand_written("out/a", "x");
	touch("out/a", 1000000000);
	assert_false(tree_publish(tree, f->diags, &sum));
	tree_close(tree);
	assert_str(complaint(f), "~/out: error: a was changed while the site "
				 "was built\n"
				 "  hint: build again\n");
	assert_true(built(f, "out", FILES("a", "1", "b", "2"), NULL));
	assert_str(said_by(f, "out/a"), "1");
}

/* Whether the picture was kept; puts "made" where it was not. */
static bool picture(struct site_folder *f, uint64_t key, const char *page)
{
	struct tree *tree = tree_open(f->diags, "out");
	struct hash hash = { key, 1 };
	struct tree_summary sum;
	bool kept;

	assert_non_null(tree);
	kept = tree_keep(tree, f->diags, STR("a/card.png"), hash, STR("a.md"));
	if (!kept)
		assert_true(tree_put_made(tree, f->diags, STR("a/card.png"),
					  STR("made"), hash, STR("a.md")));
	assert_true(tree_has(tree, STR("a/card.png")));
	assert_false(tree_keep(tree, f->diags, STR("a/card.png"), hash,
			       STR("b.md")));
	assert_true(tree_put(tree, f->diags, STR("page"), str_from(page),
			     STR("page.md")));
	assert_true(tree_publish(tree, f->diags, &sum));
	tree_close(tree);
	assert_int_equal(sum.removed, 0);
	return kept;
}

static void a_picture_is_made_again_when_its_key_changes(void **state)
{
	struct stat made;

	assert_false(picture(*state, 7, "1"));
	made = stat_of("out/a/card.png");
	assert_true(picture(*state, 7, "1"));
	assert_true(picture(*state, 7, "2"));
	assert_true(same_file(made, stat_of("out/a/card.png")));
	assert_false(picture(*state, 8, "2"));
	assert_str(said_by(*state, "out/a/card.png"), "made");
}

static void a_picture_that_was_touched_is_made_again(void **state)
{
	assert_false(picture(*state, 7, "1"));
	hand_written("out/a/card.png", "edit");
	assert_false(picture(*state, 7, "2"));
	assert_str(said_by(*state, "out/a/card.png"), "made");
	assert_int_equal(unlink("out/a/card.png"), 0);
	assert_false(picture(*state, 7, "3"));
	assert_str(said_by(*state, "out/a/card.png"), "made");
}

static void a_touched_file_with_the_same_bytes_is_kept(void **state)
{
	static const time_t TIMES[] = { 1000000000, -86400, 32503680000 };

	for (size_t i = 0; i < sizeof(TIMES) / sizeof(*TIMES); i++) {
		struct tree_summary sum;
		struct stat touched;

		assert_true(built(*state, "out", FILES("page", "1"), NULL));
		touch("out/page", TIMES[i]);
		touched = stat_of("out/page");
		assert_true(built(*state, "out", FILES("page", "1"), &sum));
		assert_true(same_file(touched, stat_of("out/page")));
		assert_int_equal(sum.unchanged, 1);
	}
}

static void a_page_edited_by_hand_is_replaced(void **state)
{
	assert_true(built(*state, "out", FILES("page", "ours"), NULL));
	hand_written("out/page", "hand");
	touch("out/page", 1000000000);
	assert_true(built(*state, "out", FILES("page", "ours"), NULL));
	assert_str(said_by(*state, "out/page"), "ours");
}

static void a_page_made_a_link_by_hand_is_replaced(void **state)
{
	assert_true(built(*state, "out", FILES("page", "ours"), NULL));
	hand_written("elsewhere", "ours");
	assert_int_equal(unlink("out/page"), 0);
	assert_int_equal(symlink("../elsewhere", "out/page"), 0);
	assert_true(built(*state, "out", FILES("page", "ours"), NULL));
	assert_true(S_ISREG(stat_of("out/page").st_mode));
	assert_str(said_by(*state, "elsewhere"), "ours");
}

static void stale_pages_and_their_folders_disappear(void **state)
{
	struct tree_summary sum;

	assert_true(built(*state, "out",
			  FILES("index.html", "1", "a/index.html", "2",
				"a/b/c.html", "3"),
			  NULL));
	assert_true(built(*state, "out", FILES("index.html", "1"), &sum));
	assert_false(is_there("out/a"));
	assert_int_equal(sum.removed, 2);
	assert_true(built(*state, "out", FILES("a", "now a file"), NULL));
	assert_true(built(*state, "out", FILES("a/b", "a folder again"), NULL));
	assert_str(said_by(*state, "out/a/b"), "a folder again");
}

static void unknown_files_and_folders_stay(void **state)
{
	struct stat cname;

	assert_true(built(*state, "out", FILES("a/index.html", "1"), NULL));
	hand_written("out/CNAME", "example.org");
	hand_written("out/a/notes.txt", "mine");
	assert_int_equal(mkdir("out/.git", 0700), 0);
	assert_int_equal(mkdir("out/.git/refs", 0500), 0);
	hand_written("out/.git/HEAD", "ref: x");
	assert_int_equal(symlink("nowhere", "out/link"), 0);
	assert_int_equal(mkfifo("out/pipe", 0600), 0);
	cname = stat_of("out/CNAME");
	assert_true(built(*state, "out", FILES("index.html", "1"), NULL));
	assert_false(is_there("out/a/index.html"));
	assert_true(same_file(cname, stat_of("out/CNAME")));
	assert_str(said_by(*state, "out/CNAME"), "example.org");
	assert_str(said_by(*state, "out/a/notes.txt"), "mine");
	assert_str(said_by(*state, "out/.git/HEAD"), "ref: x");
	assert_int_equal(stat_of("out/.git").st_mode & 0777, 0700);
	assert_int_equal(stat_of("out/.git/refs").st_mode & 0777, 0500);
	assert_true(S_ISLNK(stat_of("out/link").st_mode));
	assert_true(S_ISFIFO(stat_of("out/pipe").st_mode));
	nothing_is_left_beside();
}

static void the_folder_keeps_its_mode(void **state)
{
	assert_true(built(*state, "out", FILES("a", "1"), NULL));
	assert_int_equal(chmod("out", 02750), 0);
	assert_true(built(*state, "out", FILES("a", "2"), NULL));
	assert_int_equal(stat_of("out").st_mode & 07777, 02750);
}

/* Also one that held files of ours, while they change and when they go. */
static void folders_inside_keep_their_modes(void **state)
{
	const char *const *const sites[] = {
		FILES("a/b/x", "1", "c", "1"), FILES("a/b/x", "2", "c", "1"),
		FILES("a/b/x", "2", "c", "2"), FILES("c", "2"),
		FILES("a/b/x", "3", "c", "2"),
	};

	assert_int_equal(mkdir("out", 0755), 0);
	assert_int_equal(mkdir("out/.git", 0755), 0);
	for (size_t i = 0; i < sizeof(sites) / sizeof(*sites); i++) {
		assert_true(built(*state, "out", sites[i], NULL));
		if (i == 0) {
			hand_written("out/a/b/mine", "mine");
			assert_int_equal(chmod("out/a/b", 0500), 0);
			assert_int_equal(chmod("out/a", 02700), 0);
		}
		assert_int_equal(stat_of("out/a").st_mode & 07777, 02700);
		assert_int_equal(stat_of("out/a/b").st_mode & 07777, 0500);
		assert_int_equal(stat_of("out/.git").st_mode & 07777, 0755);
		assert_str(said_by(*state, "out/a/b/mine"), "mine");
		nothing_is_left_beside();
	}
}

static void modes_follow_the_umask(void **state)
{
	mode_t before = umask(027);

	assert_true(built(*state, "out", FILES("a/b", "1"), NULL));
	umask(before);
	assert_int_equal(stat_of("out/a").st_mode & 0777, 0750);
	assert_int_equal(stat_of("out/a/b").st_mode & 0777, 0640);
}

static void an_unknown_file_in_the_way_is_an_error(void **state)
{
	static const struct {
		const char *made, *put, *message;
	} CASES[] = {
		{ "page", "page", "page" },
		{ "dir", "dir/page", "dir" },
		{ "old/mine", "old", "old/mine" },
	};
	struct site_folder *f = *state;

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct str want = arena_printf(
			&f->arena,
			"~/out: error: %s is there, and Paragone did not write "
			"it\n"
			"  hint: move it away, or rename what is to stand "
			"there: page.md\n",
			CASES[i].message);

		assert_true(built(f, "out", FILES("old/page", "1"), NULL));
		hand_written(
			arena_printf(&f->arena, "out/%s", CASES[i].made).ptr,
			"mine");
		assert_false(built(f, "out", FILES(CASES[i].put, "2"), NULL));
		assert_int_equal(diags_status(f->diags), 1);
		assert_str(complaint(f), want.ptr);
		assert_str(said_by(f, "out/old/page"), "1");
		nothing_is_left_beside();
		folder_remove(AT_FDCWD, "out");
	}
}

static void an_unknown_folder_in_the_way_is_an_error(void **state)
{
	struct site_folder *f = *state;

	assert_true(built(f, "out", FILES("page", "1"), NULL));
	assert_int_equal(unlink("out/page"), 0);
	assert_int_equal(mkdir("out/page", 0755), 0);
	hand_written("out/page/mine", "mine");
	assert_false(built(f, "out", FILES("page", "1"), NULL));
	assert_str(complaint(f),
		   "~/out: error: page/ is there, and Paragone did not write "
		   "it\n"
		   "  hint: move it away, or rename what is to stand there: "
		   "page.md\n");
	assert_true(built(f, "out", FILES("other", "1"), NULL));
	assert_str(said_by(f, "out/page/mine"), "mine");
}

static void a_linked_folder_in_the_way_is_an_error(void **state)
{
	struct site_folder *f = *state;

	assert_true(built(f, "out", FILES("a/page", "1"), NULL));
	assert_int_equal(rename("out/a", "moved"), 0);
	assert_int_equal(symlink("../moved", "out/a"), 0);
	assert_false(built(f, "out", FILES("a/page", "2"), NULL));
	assert_str(complaint(f),
		   "~/out: error: a is there, and Paragone did not write it\n"
		   "  hint: move it away, or rename what is to stand there: "
		   "page.md\n");
	assert_str(said_by(f, "moved/page"), "1");
}

static void a_folder_that_is_not_ours_is_refused(void **state)
{
	struct site_folder *f = *state;

	assert_int_equal(mkdir("out", 0755), 0);
	hand_written("out/thesis.txt", "mine");
	assert_null(tree_open(f->diags, "out"));
	assert_int_equal(diags_status(f->diags), 1);
	assert_str(complaint(f),
		   "~/out: error: the folder is not empty, and Paragone did "
		   "not write it\n"
		   "  hint: build into another folder with -o\n");
	assert_str(said_by(f, "out/thesis.txt"), "mine");
	nothing_is_left_beside();
}

static void a_file_and_the_root_are_no_folder_to_build_into(void **state)
{
	struct site_folder *f = *state;

	hand_written("file", "mine");
	assert_null(tree_open(f->diags, "file"));
	assert_str(complaint(f), "~/file: error: this is no folder\n");
	assert_int_equal(symlink("nowhere", "link"), 0);
	assert_null(tree_open(f->diags, "link"));
	assert_str(complaint(f), "link: error: this link leads nowhere\n");
	assert_null(tree_open(f->diags, "/"));
	assert_str(complaint(f), "/: error: this cannot be exchanged for a new "
				 "folder\n");
	assert_null(tree_open(f->diags, "no/such/folder"));
	assert_int_equal(diags_status(f->diags), 3);
	assert_str(complaint(f),
		   "paragone: error: no/such/folder: the lock beside it cannot "
		   "be made: No such file or directory\n"
		   "  hint: make the folder that it is to lie in\n");
}

static void a_folder_may_be_named_with_slashes(void **state)
{
	struct site_folder *f = *state;
	char whole[sizeof(f->path) + 8];

	assert_true(built(f, "out//", FILES("a.html", "1"), NULL));
	assert_str(said_by(f, "out/a.html"), "1");
	assert_true(built(f, "./out/", FILES("a.html", "2"), NULL));
	assert_str(said_by(f, "out/a.html"), "2");
	snprintf(whole, sizeof(whole), "%s/new/", f->path);
	assert_true(built(f, whole, FILES("a.html", "3"), NULL));
	assert_str(said_by(f, "new/a.html"), "3");
	assert_false(built(f, "none/..", FILES("a.html", "4"), NULL));
	assert_str(complaint(f), "none/..: error: this cannot be exchanged for "
				 "a new folder\n");
}

static void a_folder_with_only_hidden_files_counts_as_empty(void **state)
{
	assert_int_equal(mkdir("out", 0755), 0);
	hand_written("out/.gitignore", "*");
	assert_true(built(*state, "out", FILES("index.html", "1"), NULL));
	assert_str(said_by(*state, "out/.gitignore"), "*");
	assert_str(said_by(*state, "out/index.html"), "1");
}

static void a_link_to_a_folder_stays_a_link(void **state)
{
	assert_int_equal(mkdir("real", 0755), 0);
	assert_int_equal(symlink("real", "out"), 0);
	assert_true(built(*state, "out/", FILES("index.html", "1"), NULL));
	assert_true(S_ISLNK(stat_of("out").st_mode));
	assert_str(said_by(*state, "real/index.html"), "1");
	assert_false(is_there(".real.paragone-stage"));
}

static void two_sources_of_a_path_are_an_error(void **state)
{
	struct site_folder *f = *state;
	struct tree *tree = tree_open(f->diags, "out");
	struct tree_summary sum;

	assert_true(tree_put(tree, f->diags, STR("a.html"), STR("1"),
			     STR("static/a")));
	assert_false(
		tree_put(tree, f->diags, STR("a.html"), STR("2"), STR("a.md")));
	assert_false(tree_publish(tree, f->diags, &sum));
	assert_int_equal(diags_status(f->diags), 1);
	assert_str(complaint(f), "paragone: error: two sources give the file "
				 "a.html\n"
				 "  hint: one is a.md, the other static/a\n");
	tree_close(tree);
	assert_false(is_there("out"));
}

/* The same is said whichever comes first, and whichever is left to others. */
static void a_file_where_a_folder_is_to_be_is_an_error(void **state)
{
	static const struct {
		const char *file, *within, *folder;
	} CASES[] = {
		{ "a", "a/b/c", "a/" },
		{ "a/b", "a/b/c", "a/b/" },
		{ "a/B", "a/b/c", "a/b/" },
		{ "a/b", "A/b/c", "A/b/" },
		{ "cafe\xCC\x81", "caf\xC3\xA9/b", "caf\xC3\xA9/" },
	};
	struct site_folder *f = *state;

	for (size_t i = 0; i < 4 * sizeof(CASES) / sizeof(*CASES); i++) {
		const char *file = CASES[i / 4].file;
		const char *within = CASES[i / 4].within;
		struct tree *tree = tree_open(f->diags, "out");
		bool swap = i & 1, exact = i / 4 < 2;
		const char *first = swap ? within : file;
		const char *second = swap ? file : within;
		struct str origins[] = { STR("static/a"), STR("a.md") };
		struct str want = arena_printf(
			&f->arena,
			"paragone: error: the file %s would stand where the "
			"folder %s is to be\n%s"
			"  hint: static/a gives the file, a.md the folder\n",
			file, CASES[i / 4].folder,
			exact ? ""
			      : "paragone: note: their names differ in upper "
				"case or Unicode form only, which not every "
				"file system tells apart\n");

		assert_true(i & 2 ? tree_leave(tree, f->diags, str_from(first),
					       origins[swap])
				  : tree_put(tree, f->diags, str_from(first),
					     STR("1"), origins[swap]));
		assert_str(tree_obstacle(tree, str_from(second)), first);
		assert_false(tree_put(tree, f->diags, str_from(second),
				      STR("2"), origins[!swap]));
		assert_int_equal(diags_status(f->diags), 1);
		assert_str(complaint(f), want.ptr);
		tree_close(tree);
		assert_false(is_there("out"));
	}
}

/* A folder may be there for many files: one of them is named, always. */
static void the_first_file_of_a_folder_is_named(void **state)
{
	static const char *const FILES[] = { "a/y", "a.x", "A/x", "a/z" };
	struct site_folder *f = *state;
	struct tree *tree = tree_open(f->diags, "out");

	for (size_t i = 0; i < sizeof(FILES) / sizeof(*FILES); i++)
		assert_true(tree_put(tree, f->diags, str_from(FILES[i]),
				     STR("1"), str_from(FILES[i])));
	assert_false(
		tree_put(tree, f->diags, STR("a"), STR("2"), STR("static/a")));
	assert_str(complaint(f),
		   "paragone: error: the file a would stand where the folder "
		   "A/ is to be\n"
		   "paragone: note: their names differ in upper case or "
		   "Unicode form only, which not every file system tells "
		   "apart\n"
		   "  hint: static/a gives the file, A/x the folder\n");
	tree_close(tree);
}

/* Whether a file of another tree, as its list has it, is put into a new one. */
static bool taken(struct site_folder *f, const char *from, const char *path)
{
	struct tree *there = tree_open(f->diags, from);
	struct tree *tree = tree_open(f->diags, "out");
	int dir = open(from, O_RDONLY | O_DIRECTORY);
	struct tree_summary sum;
	bool ok = tree_take(tree, f->diags, dir,
			    tree_old_file(there, str_from(path)),
			    str_from(from)) &&
		  tree_publish(tree, f->diags, &sum);

	close(dir);
	tree_close(tree);
	tree_close(there);
	return ok;
}

static void what_another_tree_has_is_taken_if_its_bytes_are_whole(void **state)
{
	struct site_folder *f = *state;
	struct tree_summary sum;
	struct tree *tree;

	tree = tree_open(f->diags, "part");
	assert_true(tree_put(tree, f->diags, STR("page"), STR("12345"),
			     STR("a.md")));
	assert_true(tree_put_made(tree, f->diags, STR("card"), STR("12345"),
				  hash_of(STR("key")), STR("a.md")));
	assert_true(tree_publish(tree, f->diags, &sum));
	tree_close(tree);
	assert_true(taken(f, "part", "page"));
	assert_true(taken(f, "part", "card"));
	assert_str(said_by(f, "out/card"), "12345");
	hand_written("part/page", "12245");
	assert_false(taken(f, "part", "page"));
	assert_str(complaint(f),
		   "part: error: page is not there as it was written\n"
		   "  hint: build or copy this part again\n");
	assert_int_equal(unlink("part/card"), 0);
	hand_written("part/card", "12445");
	/* The site has it already, whole. */
	assert_true(taken(f, "part", "card"));
	assert_int_equal(unlink("out/card"), 0);
	assert_false(taken(f, "part", "card"));
}

/* As files that were read before are. */
static void a_kept_picture_has_its_place(void **state)
{
	struct site_folder *f = *state;
	struct hash key = hash_of(STR("key"));
	struct tree_summary sum;
	struct tree *tree = tree_open(f->diags, "out");

	assert_true(tree_put_made(tree, f->diags, STR("a/Card.png"), STR("1"),
				  key, STR("a.md")));
	assert_true(tree_publish(tree, f->diags, &sum));
	tree_close(tree);
	tree = tree_open(f->diags, "out");
	assert_true(
		tree_keep(tree, f->diags, STR("a/Card.png"), key, STR("a.md")));
	assert_false(
		tree_put(tree, f->diags, STR("A"), STR("2"), STR("static/A")));
	assert_false(tree_put(tree, f->diags, STR("a/card.png"), STR("2"),
			      STR("static/a/card.png")));
	tree_close(tree);
}

static void names_that_not_every_file_system_tells_apart_are_an_error(
	void **state)
{
	static const char *const PAIRS[][2] = {
		{ "a/Logo.png", "a/logo.png" },
		{ "logo.png", "LOGO.png" },
		{ "caf\xC3\xA9", "cafe\xCC\x81" },
	};
	struct site_folder *f = *state;

	for (size_t i = 0; i < sizeof(PAIRS) / sizeof(*PAIRS); i++) {
		struct tree *tree = tree_open(f->diags, "out");
		struct str want = arena_printf(
			&f->arena,
			"paragone: error: two sources give the file %s\n"
			"paragone: note: their names differ in upper case or "
			"Unicode form only, which not every file system tells "
			"apart\n"
			"  hint: one is first, the other second\n",
			PAIRS[i][1]);

		assert_true(tree_put(tree, f->diags, str_from(PAIRS[i][0]),
				     STR("1"), STR("first")));
		assert_false(tree_put(tree, f->diags, str_from(PAIRS[i][1]),
				      STR("2"), STR("second")));
		assert_str(complaint(f), want.ptr);
		tree_close(tree);
	}
}

static void what_windows_cannot_hold_is_told_once(void **state)
{
	struct site_folder *f = *state;
	struct tree *tree = tree_open(f->diags, "out");

	assert_true(tree_put(tree, f->diags, STR("con/a"), STR("1"),
			     STR("con.md")));
	assert_true(tree_put(tree, f->diags, STR("con/b"), STR("1"),
			     STR("con.md")));
	assert_int_equal(diags_status(f->diags), 0);
	assert_str(complaint(f), "paragone: warning: Windows can hold no file "
				 "or folder \"con\" (con.md)\n");
	tree_close(tree);
}

static void what_is_kept_is_told_of_again(void **state)
{
	struct site_folder *f = *state;
	struct hash key = hash_of(STR("key"));
	struct str want = STR("paragone: warning: Windows can hold no file or "
			      "folder \"a/con.png\" (a.md)\n");

	for (size_t i = 0; i < 3; i++) {
		struct tree *tree = tree_open(f->diags, "out");
		const struct manifest_entry *old =
			tree_old_file(tree, STR("a/con.png"));
		struct tree_summary sum;

		assert_true(
			i == 0 ? tree_put_made(tree, f->diags, STR("a/con.png"),
					       STR("1"), key, STR("a.md"))
			: i == 1 ? tree_keep(tree, f->diags, STR("a/con.png"),
					     key, STR("a.md"))
				 : tree_keep_all(tree, f->diags, &old, 1,
						 STR("a.md")));
		assert_str(complaint(f), want.ptr);
		assert_true(tree_publish(tree, f->diags, &sum));
		tree_close(tree);
		diags_free(f->diags);
		f->diags = diags_new();
	}
}

/* A cold build tells of each, too. */
static void all_that_is_kept_and_not_free_is_told(void **state)
{
	struct site_folder *f = *state;
	const struct manifest_entry *old[2];
	struct tree *tree;

	assert_true(built(f, "out", FILES("a", "1", "b", "2"), NULL));
	tree = tree_open(f->diags, "out");
	for (size_t i = 0; i < 2; i++) {
		old[i] = tree_old_file(tree, i ? STR("b") : STR("a"));
		assert_true(tree_put(tree, f->diags, old[i]->path, STR("3"),
				     STR("static")));
	}
	assert_false(tree_keep_all(tree, f->diags, old, 2, STR("a.md")));
	assert_str(complaint(f),
		   "paragone: error: two sources give the file a\n"
		   "  hint: one is a.md, the other static\n"
		   "paragone: error: two sources give the file b\n"
		   "  hint: one is a.md, the other static\n");
	tree_close(tree);
}

static void a_path_that_leaves_the_site_is_an_error(void **state)
{
	static const char *const PATHS[] = {
		"",  "/etc/passwd", "../a",  "a/../../b", "a//b",
		".", "a/",	    "a/./b", "a\nb",	  ".paragone-manifest",
	};
	struct site_folder *f = *state;
	struct tree *tree = tree_open(f->diags, "out");

	for (size_t i = 0; i < sizeof(PATHS) / sizeof(*PATHS); i++)
		assert_false(tree_put(tree, f->diags, str_from(PATHS[i]),
				      STR("x"), STR("static")));
	assert_false(
		tree_put(tree, f->diags, STR("a\0b"), STR("x"), STR("static")));
	assert_int_equal(diags_error_count(f->diags),
			 sizeof(PATHS) / sizeof(*PATHS) + 1);
	tree_close(tree);
	complaint(f);
	tree = tree_open(f->diags, "out");
	assert_false(
		tree_put(tree, f->diags, STR("../a"), STR("x"), STR("static")));
	tree_close(tree);
	assert_str(complaint(f), "paragone: error: \"../a\" of static is no "
				 "name for a file of a site\n");
}

static void names_may_hold_spaces_and_other_scripts(void **state)
{
	struct tree_summary sum;
	const char *const *files =
		FILES(" 1 a", "1", "\xC3\xA9t\xC3\xA9/ b ", "2", "c'd", "3");

	assert_true(built(*state, "out", files, NULL));
	assert_true(built(*state, "out", files, &sum));
	assert_int_equal(sum.unchanged, 3);
}

static void a_damaged_list_is_an_error_and_nothing_is_touched(void **state)
{
	static const char HEAD[] = "paragone manifest 1\n";
	static const char LINE[] =
		"0123456789abcdef0123456789abcdef 5 17 page\n";
	static const struct {
		const char *lines[3];
		int line;
	} CASES[] = {
		{ { HEAD, LINE, "" }, 3 }, /* cut short */
		{ { HEAD, LINE, "en" }, 3 },
		{ { HEAD, LINE, "end" }, 3 },
		{ { HEAD, "end\n", "x" }, 2 },
		{ { HEAD, LINE, LINE }, 3 }, /* twice the same */
		{ { HEAD, "\n", "end\n" }, 2 },
		{ { HEAD, "0123 5 17 page\n", "end\n" }, 2 },
		{ { HEAD, "0123456789abcdef0123456789abcdeX 5 17 a\n",
		    "end\n" },
		  2 },
		{ { HEAD, "0123456789abcdef0123456789abcdef -5 17 a\n",
		    "end\n" },
		  2 },
		{ { HEAD,
		    "0123456789abcdef0123456789abcdef 5 "
		    "99999999999999999999 a\n",
		    "end\n" },
		  2 },
		{ { HEAD, "0123456789abcdef0123456789abcdef 5 17\n", "end\n" },
		  2 },
		{ { HEAD, "0123456789abcdef0123456789abcdef 5 17 ../a\n",
		    "end\n" },
		  2 },
	};
	struct site_folder *f = *state;

	assert_int_equal(mkdir("out", 0755), 0);
	hand_written("out/page", "1");
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const char *const *lines = CASES[i].lines;
		struct str text = arena_printf(&f->arena, "%s%s%s", lines[0],
					       lines[1], lines[2]);
		struct str want =
			arena_printf(&f->arena,
				     "~/" MANIFEST
				     ":%d:1: error: the list of Paragone's "
				     "files is damaged here\n",
				     CASES[i].line);
		struct str said;

		hand_written(MANIFEST, text.ptr);
		assert_null(tree_open(f->diags, "out"));
		assert_int_equal(diags_status(f->diags), 1);
		said = complaint(f);
		if (!str_starts(said, want.ptr))
			fail_msg("case %zu: %s", i, said.ptr);
		assert_true(str_ends(said, "  hint: build into another folder, "
					   "or empty this one yourself\n"));
		assert_str(said_by(f, MANIFEST), text.ptr);
		nothing_is_left_beside();
	}
}

static void a_list_of_another_version_is_an_error(void **state)
{
	struct site_folder *f = *state;

	assert_int_equal(mkdir("out", 0755), 0);
	hand_written(MANIFEST, "paragone manifest 2\nend\n");
	assert_null(tree_open(f->diags, "out"));
	assert_str(complaint(f),
		   "~/" MANIFEST ":1:1: error: this is no list of files that "
		   "this version of Paragone knows: expected \"paragone "
		   "manifest 1\"\n"
		   "    1 | paragone manifest 2\n"
		   "      | ^\n"
		   "  hint: build into another folder, or empty this one "
		   "yourself\n");
	hand_written(MANIFEST, "");
	assert_null(tree_open(f->diags, "out"));
}

static void a_list_that_cannot_be_read_is_a_system_error(void **state)
{
	struct site_folder *f = *state;

	assert_int_equal(mkdir("out", 0755), 0);
	assert_int_equal(mkdir(MANIFEST, 0755), 0);
	assert_null(tree_open(f->diags, "out"));
	assert_int_equal(diags_status(f->diags), 3);
	assert_str(complaint(f), "paragone: error: ~/" MANIFEST
				 ": cannot be read: Is a directory\n");
}

static void two_builds_at_once_are_an_error(void **state)
{
	struct site_folder *f = *state;
	struct tree *first = tree_open(f->diags, "out");
	struct tree_summary sum;

	assert_null(tree_open(f->diags, "out"));
	assert_int_equal(diags_status(f->diags), 3);
	assert_str(complaint(f),
		   "paragone: error: out: another build is writing here\n");
	assert_true(tree_put(first, f->diags, STR("a"), STR("1"), STR("a.md")));
	assert_true(tree_publish(first, f->diags, &sum));
	tree_close(first);
	assert_true(built(f, "out", FILES("a", "2"), NULL));
}

static void what_a_killed_build_left_is_cleared_away(void **state)
{
	struct site_folder *f = *state;

	hand_written(LOCK, "");
	hand_written("precious", "mine");
	assert_int_equal(mkdir(STAGE, 0755), 0);
	assert_int_equal(mkdir(STAGE "/a", 0755), 0);
	hand_written(STAGE "/a/b", "half");
	assert_int_equal(symlink("..", STAGE "/up"), 0);
	assert_int_equal(chmod(STAGE "/a", 0500), 0);
	assert_true(built(f, "out", FILES("index.html", "1"), NULL));
	assert_false(is_there("out/a"));
	assert_str(said_by(f, "precious"), "mine");
	nothing_is_left_beside();
}

struct share {
	struct tree *tree;
	struct diags *diags;
	unsigned thread;
	bool ok;
};

enum { THREADS = 4, EACH = 200 };

/* Every thread puts its own pages, all of them into the same folders. */
static void *put_share(void *argument)
{
	struct share *share = argument;

	share->ok = true;
	for (unsigned i = 0; i < EACH; i++) {
		char path[64];

		snprintf(path, sizeof(path), "%u/x/%u.html", i % 17,
			 i * THREADS + share->thread);
		share->ok &= tree_put(share->tree, share->diags, str_from(path),
				      str_from(path), STR("thread"));
	}
	return NULL;
}

static void threads_put_files_at_once(void **state)
{
	struct site_folder *f = *state;

	for (int round = 0; round < 2; round++) {
		struct tree *tree = tree_open(f->diags, "out");
		struct share shares[THREADS];
		pthread_t threads[THREADS];
		struct tree_summary sum;

		for (unsigned i = 0; i < THREADS; i++) {
			shares[i] = (struct share){ tree, diags_new(), i, 0 };
			pthread_create(&threads[i], NULL, put_share,
				       &shares[i]);
		}
		for (unsigned i = 0; i < THREADS; i++) {
			pthread_join(threads[i], NULL);
			assert_true(shares[i].ok);
			diags_free(shares[i].diags);
		}
		assert_true(tree_publish(tree, f->diags, &sum));
		tree_close(tree);
		assert_int_equal(round ? sum.unchanged : sum.written,
				 THREADS * EACH);
	}
	assert_str(said_by(f, "out/0/x/0.html"), "0/x/0.html");
}

static void the_list_does_not_depend_on_the_order(void **state)
{
	struct site_folder *f = *state;
	struct str before;

	assert_true(
		built(f, "out", FILES("b", "1", "a/c", "2", "a-", "3"), NULL));
	before = said_by(f, MANIFEST);
	assert_true(
		built(f, "out", FILES("a-", "3", "a/c", "2", "b", "1"), NULL));
	assert_str(said_by(f, MANIFEST), before.ptr);
}

/*
 * A file that may not grow beyond 1000 bytes stands for a disk that is full:
 * the write fails half way.
 */
static void a_write_that_fails_leaves_the_old_site(void **state)
{
	static const char BIG[2000];
	struct site_folder *f = *state;
	struct rlimit before, small;
	struct tree_summary sum;
	struct tree *tree;

	assert_true(built(f, "out", FILES("index.html", "old"), NULL));
	getrlimit(RLIMIT_FSIZE, &before);
	small = (struct rlimit){ 1000, before.rlim_max };
	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &small);
	tree = tree_open(f->diags, "out");
	assert_true(tree_put(tree, f->diags, STR("index.html"), STR("new"),
			     STR("index.md")));
	assert_false(tree_put(tree, f->diags, STR("big"),
			      (struct str){ BIG, sizeof(BIG) }, STR("big")));
	assert_false(tree_put(tree, f->diags, STR("next"), STR("1"),
			      STR("next.md")));
	assert_false(tree_publish(tree, f->diags, &sum));
	setrlimit(RLIMIT_FSIZE, &before);
	tree_close(tree);
	assert_int_equal(diags_status(f->diags), 3);
	assert_str(complaint(f), "paragone: error: ~/out: big cannot be "
				 "written: File too large\n");
	assert_str(said_by(f, "out/index.html"), "old");
	nothing_is_left_beside();
}

static void a_full_disk_leaves_the_old_site(void **state)
{
	static const char PAGE[20000];
	struct site_folder *f = *state;
	struct tree_summary sum;
	struct tree *tree;
	int put = 0;

	assert_int_equal(mkdir("disk", 0755), 0);
	if (!mounted("none", "disk", "tmpfs", 0, "size=256k"))
		skip();
	for (int i = 0; i < 3; i++) {
		char name[] = "0";

		assert_true(
			built(f, "disk/out", FILES("index.html", "old"), NULL));
		tree = tree_open(f->diags, "disk/out");
		for (put = 0; put < 50; put++) {
			name[0] = (char)('0' + put);
			if (!tree_put(tree, f->diags, str_from(name),
				      (struct str){ PAGE, sizeof(PAGE) },
				      STR("a")))
				break;
		}
		assert_true(put >= 5 && put <= 20);
		assert_false(tree_publish(tree, f->diags, &sum));
		tree_close(tree);
		assert_int_equal(diags_status(f->diags), 3);
		assert_true(str_ends(complaint(f),
				     "cannot be written: No space left on "
				     "device\n"));
		assert_str(said_by(f, "disk/out/index.html"), "old");
		assert_false(is_there("disk/.out.paragone-stage"));
	}
	umount("disk");
}

static void a_mount_point_is_not_exchanged(void **state)
{
	struct site_folder *f = *state;

	assert_int_equal(mkdir("out", 0755), 0);
	if (!mounted("none", "out", "tmpfs", 0, NULL))
		skip();
	assert_null(tree_open(f->diags, "out"));
	umount("out");
	assert_int_equal(diags_status(f->diags), 1);
	assert_str(complaint(f),
		   "~/out: error: this is a mount point, which cannot be "
		   "exchanged for a new folder\n"
		   "  hint: build into a folder inside it\n");
}

static void what_is_mounted_inside_is_not_removed(void **state)
{
	struct site_folder *f = *state;

	assert_true(built(f, "out", FILES("page", "1"), NULL));
	assert_int_equal(mkdir("photos", 0755), 0);
	hand_written("photos/cat", "mine");
	assert_int_equal(mkdir("out/photos", 0755), 0);
	if (!mounted("photos", "out/photos", NULL, MS_BIND, NULL))
		skip();
	assert_false(built(f, "out", FILES("page", "2"), NULL));
	umount("out/photos");
	assert_str(complaint(f),
		   "~/out: error: photos is a mount point, which cannot be "
		   "kept\n"
		   "  hint: unmount it, or build into another folder\n");
	assert_str(said_by(f, "photos/cat"), "mine");
	assert_str(said_by(f, "out/page"), "1");
}

/* The status with which somebody without rights fails to open "out". */
static int opened_by_nobody(struct site_folder *f, const char *said)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		if (geteuid() == 0 && seteuid(65534) < 0)
			_exit(99);
		if (tree_open(f->diags, "out"))
			_exit(98);
		status = diags_status(f->diags);
		_exit(strstr(printed(f->diags, &f->arena).ptr, said) ? status
								     : 97);
	}
	waitpid(child, &status, 0);
	return WEXITSTATUS(status);
}

static void without_permission_the_old_site_stands(void **state)
{
	struct site_folder *f = *state;
	int status;

	assert_true(built(f, "out", FILES("page", "1"), NULL));
	assert_int_equal(chmod(".", 0555), 0);
	status = opened_by_nobody(f, "Permission denied");
	chmod(".", 0755);
	assert_int_equal(status, 3);
	assert_str(said_by(f, "out/page"), "1");
}

/* Its list of what is ours cannot be read, so nothing may be written. */
static void a_folder_that_cannot_be_opened_is_a_system_error(void **state)
{
	struct site_folder *f = *state;
	int status;

	assert_true(built(f, "out", FILES("page", "1"), NULL));
	assert_int_equal(chmod("out", 0333), 0);
	assert_int_equal(chmod(".", 0777), 0);
	status = opened_by_nobody(f,
				  "out: cannot be opened: Permission denied\n");
	chmod("out", 0755);
	assert_int_equal(status, 3);
	assert_str(said_by(f, "out/page"), "1");
}

/*
 * The sites A and B share a page, differ in the text of others, and each has
 * pages that the other has not.  They may differ in one folder alone.
 */
enum { PAGES = 40 };

static bool publish_site(struct site_folder *f, const char *folder, char site)
{
	struct tree *tree = tree_open(f->diags, "out");
	struct tree_summary sum;
	bool ok = tree && tree_put(tree, f->diags, STR("same.html"),
				   STR("same"), STR("same"));

	for (int i = 0; ok && i < PAGES; i++) {
		char both[32], own[32], text[32];

		snprintf(both, sizeof(both), "%s%d/%d.html", folder, i % 5, i);
		snprintf(own, sizeof(own), "%s%c/%d.html", folder, site, i);
		snprintf(text, sizeof(text), "%c %d", site, i);
		ok = tree_put(tree, f->diags, str_from(both), str_from(text),
			      STR("both")) &&
		     tree_put(tree, f->diags, str_from(own), str_from(text),
			      STR("own"));
	}
	ok = ok && tree_publish(tree, f->diags, &sum);
	tree_close(tree);
	return ok;
}

/* Fails unless all of one site is there and nothing of the other. */
static char whole_site(struct site_folder *f, const char *folder)
{
	struct str out = ARENA_JOIN(&f->arena, STR("out/"), str_from(folder));
	char site = said_by(f, path_join(out.ptr, STR("0/0.html"), &f->arena))
			    .ptr[0];
	struct str other = site == 'A' ? STR("B") : STR("A");
	struct str *names;
	size_t count;

	assert_true(site == 'A' || site == 'B');
	assert_false(is_there(path_join(out.ptr, other, &f->arena)));
	assert_str(said_by(f, "out/same.html"), "same");
	assert_str(said_by(f, "out/CNAME"), "mine");
	for (int i = 0; i < PAGES; i++) {
		char path[32], text[32];

		snprintf(text, sizeof(text), "%c %d", site, i);
		snprintf(path, sizeof(path), "%s%d/%d.html", out.ptr, i % 5, i);
		assert_str(said_by(f, path), text);
		snprintf(path, sizeof(path), "%s%c/%d.html", out.ptr, site, i);
		assert_str(said_by(f, path), text);
	}
	assert_true(file_list(out.ptr, &names, &count, &f->arena));
	assert_int_equal(count, *folder ? 6 : 8);
	return site;
}

static unsigned microseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (unsigned)(now.tv_sec * 1000000 + now.tv_nsec / 1000);
}

/* Each child is killed at some moment of its first two builds or so. */
static void kill_at_random(struct site_folder *f, const char *folder)
{
	enum { KILLS = 150 };
	int seen[2] = { 0, 0 }, stages = 0;
	unsigned random = 1, one_build;

	assert_true(publish_site(f, folder, 'A'));
	hand_written("out/CNAME", "mine");
	one_build = microseconds();
	assert_true(publish_site(f, folder, 'B'));
	one_build = microseconds() - one_build;
	for (int i = 0; i < KILLS; i++) {
		pid_t child = fork();

		if (child == 0)
			for (int site = i;; site++)
				if (!publish_site(f, folder,
						  site % 2 ? 'B' : 'A'))
					_exit(1);
		random = random * 1103515245 + 12345;
		usleep(random / 16 % (2 * one_build));
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
		stages += is_there(STAGE);
		seen[whole_site(f, folder) == 'B']++;
	}
	assert_true(publish_site(f, folder, 'B'));
	assert_int_equal(whole_site(f, folder), 'B');
	nothing_is_left_beside();
	assert_true(seen[0] > 0 && seen[1] > 0 && stages > 0);
}

static void whatever_kills_it_the_site_is_whole(void **state)
{
	kill_at_random(*state, "");
}

static void whatever_kills_it_a_folder_is_whole(void **state)
{
	kill_at_random(*state, "in/here/");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SITE_TEST(a_site_is_published_where_nothing_was),
		SITE_TEST(out_is_untouched_until_it_is_published),
		SITE_TEST(an_unchanged_file_keeps_its_inode_and_time),
		SITE_TEST(a_site_that_has_not_changed_is_left_as_it_is),
		SITE_TEST(old_files_are_kept_without_their_bytes),
		SITE_TEST(an_old_file_that_was_touched_does_not_stand),
		SITE_TEST(a_spare_file_gives_way),
		SITE_TEST(a_page_edited_while_the_site_is_built_is_an_error),
		SITE_TEST(a_picture_is_made_again_when_its_key_changes),
		SITE_TEST(a_picture_that_was_touched_is_made_again),
		SITE_TEST(a_touched_file_with_the_same_bytes_is_kept),
		SITE_TEST(a_page_edited_by_hand_is_replaced),
		SITE_TEST(a_page_made_a_link_by_hand_is_replaced),
		SITE_TEST(stale_pages_and_their_folders_disappear),
		SITE_TEST(unknown_files_and_folders_stay),
		SITE_TEST(the_folder_keeps_its_mode),
		SITE_TEST(folders_inside_keep_their_modes),
		SITE_TEST(modes_follow_the_umask),
		SITE_TEST(an_unknown_file_in_the_way_is_an_error),
		SITE_TEST(an_unknown_folder_in_the_way_is_an_error),
		SITE_TEST(a_linked_folder_in_the_way_is_an_error),
		SITE_TEST(a_folder_that_is_not_ours_is_refused),
		SITE_TEST(a_file_and_the_root_are_no_folder_to_build_into),
		SITE_TEST(a_folder_may_be_named_with_slashes),
		SITE_TEST(a_folder_with_only_hidden_files_counts_as_empty),
		SITE_TEST(a_link_to_a_folder_stays_a_link),
		SITE_TEST(two_sources_of_a_path_are_an_error),
		SITE_TEST(a_file_where_a_folder_is_to_be_is_an_error),
		SITE_TEST(the_first_file_of_a_folder_is_named),
		SITE_TEST(a_kept_picture_has_its_place),
		SITE_TEST(
			what_another_tree_has_is_taken_if_its_bytes_are_whole),
		SITE_TEST(
			names_that_not_every_file_system_tells_apart_are_an_error),
		SITE_TEST(what_windows_cannot_hold_is_told_once),
		SITE_TEST(what_is_kept_is_told_of_again),
		SITE_TEST(all_that_is_kept_and_not_free_is_told),
		SITE_TEST(a_path_that_leaves_the_site_is_an_error),
		SITE_TEST(names_may_hold_spaces_and_other_scripts),
		SITE_TEST(a_damaged_list_is_an_error_and_nothing_is_touched),
		SITE_TEST(a_list_of_another_version_is_an_error),
		SITE_TEST(a_list_that_cannot_be_read_is_a_system_error),
		SITE_TEST(two_builds_at_once_are_an_error),
		SITE_TEST(what_a_killed_build_left_is_cleared_away),
		SITE_TEST(threads_put_files_at_once),
		SITE_TEST(the_list_does_not_depend_on_the_order),
		SITE_TEST(a_write_that_fails_leaves_the_old_site),
		SITE_TEST(a_full_disk_leaves_the_old_site),
		SITE_TEST(a_mount_point_is_not_exchanged),
		SITE_TEST(what_is_mounted_inside_is_not_removed),
		SITE_TEST(without_permission_the_old_site_stands),
		SITE_TEST(a_folder_that_cannot_be_opened_is_a_system_error),
		SITE_TEST(whatever_kills_it_the_site_is_whole),
		SITE_TEST(whatever_kills_it_a_folder_is_whole),
	};

	return RUN(tests);
}
