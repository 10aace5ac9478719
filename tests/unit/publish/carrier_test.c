/*
 * What the carriers make of programs that fail, and of those that say what
 * nobody expects.  rsync, rclone and git are stand-ins here, shell scripts
 * that note how they are called; tests/publish does it with the real ones.
 */
#include "publish/plan.h"

#include "unit.h"
#include "write/site_folder.h"

static const char RSYNC[] =
	"for last; do :; done\n"
	"case \"$*\" in\n"
	"--list-only*) [ -f ours ] && echo 'drwxr-xr-x 9 2026/11/28 a' ;;\n"
	"--dirs\\ --include*) cp .*-of-*.paragone \"$last\" ;;\n"
	"--dry-run*) cat compared ;;\n"
	"--\\ *) [ -f ours ] || exit 23; cp ours \"$last\" ;;\n"
	"-nv*) cat removing ;;\n"
	"--ignore-times*) cp \"${5}\" sent ;;\n"
	"esac 2>>noise\n"
	"exit 0\n";

static const char RCLONE[] =
	"for last; do :; done\n"
	"case \"$*\" in\n"
	"lsf*) [ -f ours ] && echo index.html || exit 3 ;;\n"
	"copyto\\ --\\ *) [ -f ours ] || exit 4; cp ours \"$last\" ;;\n"
	"copy\\ --max-depth*) cp .*-of-*.paragone \"$last\" ;;\n"
	"check*) cat compared; exit 1 ;;\n"
	"copyto\\ --ignore-times*) cp \"$4\" sent ;;\n"
	"esac 2>>noise\n"
	"exit 0\n";

/* Each file has an object; what git tells stands in files of that name. */
static const char GIT[] = "case \"$*\" in\n"
			  "*remote\\ get-url*) cat url || exit 2 ;;\n"
			  "*hash-object*) sed 's/.*/1111/' ;;\n"
			  "*ls-remote*) cat branch ;;\n"
			  "*ls-tree*) cat tree ;;\n"
			  "*--first-parent*) cat last ;;\n"
			  "*--format=%B*) cat message ;;\n"
			  "*diff-tree*) cat since ;;\n"
			  "*update-index*) cat >index ;;\n"
			  "*write-tree*) echo 2222 ;;\n"
			  "*commit-tree*) echo 3333 ;;\n"
			  "esac 2>>noise\n"
			  "exit 0\n";

#define OURS(lines) "paragone manifest 1\n" lines "end\n"
#define ENTRY(path) "00000000000000010000000000000abc 5 0 " path "\n"

static int folder_setup(void **state)
{
	int failed = site_setup(state);
	struct site_folder *f = *state;

	setenv("PATH_BEFORE", getenv("PATH"), 1);
	setenv("PATH",
	       arena_printf(&f->arena, "%s/bin:%s", f->path, getenv("PATH"))
		       .ptr,
	       1);
	setenv("TMPDIR", f->path, 1);
	if (failed || mkdir("bin", 0777) || mkdir("out", 0777))
		return -1;
	hand_written("out/a.css", "a{}");
	hand_written("out/index.html", "<p>Trees");
	hand_written("out/robots.txt", "");
	hand_written("out/" MANIFEST_NAME,
		     OURS(ENTRY("a.css") ENTRY("index.html")
				  ENTRY("robots.txt")));
	hand_written("compared", "");
	return 0;
}

static int folder_teardown(void **state)
{
	setenv("PATH", getenv("PATH_BEFORE"), 1);
	unsetenv("TMPDIR");
	return site_teardown(state);
}

#define CARRIER_TEST(name) \
	cmocka_unit_test_setup_teardown(name, folder_setup, folder_teardown)

/* In its place, after it has noted how it was called; `first` goes first. */
static void stand_in(struct site_folder *f, const char *program,
		     const char *first, const char *shell)
{
	const char *path = arena_printf(&f->arena, "bin/%s", program).ptr;

	hand_written(path, arena_printf(&f->arena,
					"#!/bin/sh\necho \"$*\" >>calls\n"
					"%s\n%s",
					first, shell)
				   .ptr);
	assert_int_equal(chmod(path, 0777), 0);
}

/* All of it; the plan, and what was told. */
static struct str published(struct site_folder *f, const char *to,
			    const char *target, const char *part)
{
	struct publishing where = {
		.to.str = str_from(to),
		.target = { str_from(target), { "site.yaml", 3, 9, 1 } },
		.branch.str = STR("gh-pages"),
		.dir = ".",
	};
	struct publication p = { .arena = &f->arena,
				 .where = &where,
				 .part = part };
	char *plan = NULL;
	size_t len = 0;
	FILE *printed_to = open_memstream(&plan, &len);
	struct str all;
	bool ok;

	diags_free(f->diags);
	p.diags = f->diags = diags_new();
	unlink("calls");
	hand_written("calls", "");
	ok = plan_make(&p, "out");
	if (ok)
		plan_print(&p, printed_to);
	ok = ok && p.carrier->send(&p);
	assert_int_equal(ok, diags_error_count(f->diags) == 0);
	fclose(printed_to);
	all = complaint(f);
	all = arena_printf(&f->arena, "%s%.*s", plan, STR_ARG(all));
	free(plan);
	publication_release(&p);
	return all;
}

/* The last of the calls, from its beginning to a blank. */
static struct str last_call(struct site_folder *f, size_t words)
{
	struct str rest = str_trim(said_by(f, "calls")), line = { "", 0 };
	size_t len = 0;

	while (rest.ptr)
		line = str_cut(&rest, '\n');
	for (; words && len < line.len; len++)
		words -= line.ptr[len] == ' ';
	return str_trim(str_slice(line, 0, len));
}

struct failure {
	const char *call; /* as a pattern of the shell */
	const char *told;
	const char *plan; /* it was made before; or NULL */
};

/* Nothing is called after what failed, and what it was is told. */
static void assert_told(struct site_folder *f, const char *program,
			const char *shell, const char *target,
			const struct failure *failure)
{
	const char *first = arena_printf(&f->arena,
					 "case \"$*\" in %s) echo FAILED "
					 ">>calls; exit 9 ;; esac",
					 failure->call)
				    .ptr;
	struct str told;

	stand_in(f, program, first, shell);
	told = published(f, program, target, NULL);
	if (!strstr(told.ptr, failure->told))
		fail_msg("%s gives\n%s\nnot\n%s", failure->call, told.ptr,
			 failure->told);
	assert_str(last_call(f, 1), "FAILED");
	assert_int_equal(strstr(told.ptr, " removed\n") != NULL,
			 failure->plan != NULL);
	if (failure->plan && !strstr(told.ptr, failure->plan))
		fail_msg("%s gives\n%s\nnot\n%s", failure->call, told.ptr,
			 failure->plan);
}

#define UNREACHABLE(program)                                                 \
	"site.yaml:3:9: error: " program " cannot reach \"host:/srv/site\" " \
	"(status 9)\n"
#define PLAN "1 added, 1 changed, 1 removed\n"

static void what_rsync_fails_at_is_told_and_ends_it(void **state)
{
	static const struct failure FAILURES[] = {
		{ "--list-only*", UNREACHABLE("rsync"), NULL },
		{ "--\\ *", UNREACHABLE("rsync"), NULL },
		{ "--dirs\\ --include*", UNREACHABLE("rsync"), NULL },
		{ "--dry-run*", "error: rsync failed with status 9\n", NULL },
		{ "--ignore-times*",
		  "error: rsync failed with status 9\n"
		  "  hint: the list of what is published is kept in "
		  "host:/srv/.site.paragone; `list` of site.yaml says where "
		  "else\n",
		  PLAN },
		{ "-t*", "error: rsync failed with status 9\n", PLAN },
		{ "-nv*", "error: rsync failed with status 9\n", NULL },
		{ "-q*", "error: rsync failed with status 9\n", PLAN },
		{ "--dirs\\ --delete*", "error: rsync failed with status 9\n",
		  PLAN },
	};

	hand_written("ours", OURS(ENTRY("index.html") ENTRY("old.html")));
	hand_written(".site.1-of-2.paragone", OURS(ENTRY("index.html")));
	hand_written("compared", ">f+++++++++ a.css\n"
				 "<f.st...... index.html\n");
	hand_written("removing", "deleting old.html\n");
	for (size_t i = 0; i < sizeof(FAILURES) / sizeof(*FAILURES); i++)
		assert_told(*state, "rsync", RSYNC, "host:/srv/site",
			    &FAILURES[i]);
}

static void what_rclone_fails_at_is_told_and_ends_it(void **state)
{
	static const struct failure FAILURES[] = {
		{ "lsf*", UNREACHABLE("rclone"), NULL },
		{ "copyto\\ --\\ *", UNREACHABLE("rclone"), NULL },
		{ "copy\\ --max-depth*", UNREACHABLE("rclone"), NULL },
		{ "check*", UNREACHABLE("rclone"), NULL },
		{ "copyto\\ --ignore-times*",
		  "error: rclone failed with status 9\n"
		  "  hint: the list of what is published is kept in "
		  "host:/srv/.site.paragone; `list` of site.yaml says where "
		  "else\n",
		  "1 added, 2 changed, 1 removed\n" },
		{ "copy\\ --no-traverse*",
		  "error: rclone failed with status 9\n",
		  "1 added, 2 changed, 1 removed\n" },
		{ "delete\\ --rmdirs*", "error: rclone failed with status 9\n",
		  "1 added, 2 changed, 1 removed\n" },
		{ "delete\\ --files-from-raw*",
		  "error: rclone failed with status 9\n",
		  "1 added, 2 changed, 1 removed\n" },
	};

	hand_written("ours", OURS(ENTRY("index.html") ENTRY("old.html")));
	hand_written(".site.1-of-2.paragone", OURS(ENTRY("index.html")));
	hand_written("compared",
		     "+ a.css\n* index.html\n= robots.txt\n- old.html\n");
	for (size_t i = 0; i < sizeof(FAILURES) / sizeof(*FAILURES); i++)
		assert_told(*state, "rclone", RCLONE, "host:/srv/site",
			    &FAILURES[i]);
}

static void what_git_fails_at_is_told_and_ends_it(void **state)
{
	static const char *const CALLS[] = {
		"init*",
		"*hash-object*",
		"*ls-remote*",
		"*fetch\\ -q\\ --depth\\ 1\\ *",
		"*ls-tree*",
		"*log*--first-parent*",
		"*log*--format=%B*",
		"*diff-tree*",
		"*update-index*",
		"*write-tree*",
		"*commit-tree*",
		"*push*",
	};

	hand_written("branch", "1234 refs/heads/gh-pages\n");
	hand_written("tree", "100644 blob 1111\tindex.html");
	hand_written("last", "4321\n");
	hand_written("message", "Published-by: Paragone\n");
	hand_written("since", "");
	for (size_t i = 0; i < sizeof(CALLS) / sizeof(*CALLS); i++)
		assert_told(*state, "git", GIT, "host:site.git",
			    &(struct failure){
				    CALLS[i],
				    "error: git failed with status 9\n",
				    i < 8 ? NULL
					  : "2 added, 0 changed, 0 removed\n",
			    });
}

/* "tab\#011.txt" is how rsync writes a tab. */
static void what_rsync_says_of_no_file_of_ours_is_passed_over(void **state)
{
	struct site_folder *f = *state;

	hand_written("out/tab\t.txt", "x");
	hand_written("out/\\#9", "x");
	hand_written("out/" MANIFEST_NAME,
		     OURS(ENTRY("\\#9") ENTRY("a.css") ENTRY("index.html")
				  ENTRY("tab\t.txt")));
	hand_written("ours", OURS(""));
	hand_written("compared", "cd+++++++++ ./\n"
				 "rubbish\n"
				 "\n"
				 "<f\n"
				 "<f+++++++++\n"
				 "<f+++++++++ theirs.txt\n"
				 "<f+++++++++ tab\\#011.txt\n"
				 "<f.s....... \\#9\n");
	stand_in(f, "rsync", "", RSYNC);
	assert_str(published(f, "rsync", "host:/srv/site", NULL),
		   "added    tab\t.txt\n"
		   "changed  \\#9\n"
		   "1 added, 1 changed, 0 removed\n");
}

static void what_rclone_says_of_no_file_of_ours_is_passed_over(void **state)
{
	struct site_folder *f = *state;
	struct buf list = { 0 };

	buf_text(&list, "paragone manifest 1\n");
	hash_put(hash_of(STR("")), &list);
	buf_text(&list, " 0 0 robots.txt\n" ENTRY("index.html") "end\n");
	hand_written("ours", buf_str(&list).ptr);
	buf_release(&list);
	hand_written("compared", "= index.html\n"
				 "= robots.txt\n"
				 "=\n"
				 "rubbish\n"
				 "- theirs.txt\n"
				 "+ theirs.txt\n"
				 "= theirs.txt\n");
	stand_in(f, "rclone", "", RCLONE);
	/* Of a.css nothing is said; index.html is as long, and another. */
	assert_str(published(f, "rclone", "host:/srv/site", NULL),
		   "changed  a.css\n"
		   "changed  index.html\n"
		   "0 added, 2 changed, 0 removed\n");
}

static void a_tree_of_git_holds_more_than_our_files(void **state)
{
	struct site_folder *f = *state;
	FILE *tree = fopen("tree", "w");
	static const char ENTRIES[] = "120000 blob 1111\ta.css\0"
				      "100644 blob 1111\tindex.html\0"
				      "100644 blob 9999\tgone.html\0"
				      "100644 blob 9999\tmy 100%.txt\0"
				      "100644 blob 9999\tlater\0"
				      "100644 blob 9999\t" MANIFEST_NAME;
	/* What is not ours goes first. */
	static const char INDEX[] = "100644 blob 9999\tmy 100%.txt\0"
				    "100644 blob 9999\tlater\0"
				    "100644 blob 9999\t" MANIFEST_NAME "\0"
				    "100644 1111\ta.css\0"
				    "100644 1111\tindex.html\0"
				    "100644 1111\trobots.txt";
	struct str index;

	fwrite(ENTRIES, 1, sizeof(ENTRIES), tree);
	fclose(tree);
	hand_written("branch", "1234 refs/heads/gh-pages\n");
	hand_written("last", "4321\n");
	hand_written("message", "Publish the site\n\n"
				"Keeps: my%20100%25.txt\n"
				"Keeps: my%20100%25.txt\n"
				"Keeps: \n"
				"Published-by: Paragone\n");
	hand_written("since", "later");
	stand_in(f, "git", "", GIT);
	assert_str(published(f, "git", "host:site.git", NULL),
		   "added    robots.txt\n"
		   "changed  a.css\n"
		   "removed  gone.html\n"
		   "1 added, 1 changed, 1 removed\n");
	index = said_by(f, "index");
	assert_int_equal(index.len, sizeof(INDEX));
	assert_memory_equal(index.ptr, INDEX, sizeof(INDEX));
}

static void an_object_that_git_has_not_made_is_told(void **state)
{
	struct site_folder *f = *state;

	stand_in(f, "git",
		 "case \"$*\" in *hash-object*) echo 1111; exit ;; esac", GIT);
	assert_str(
		published(f, "git", "host:site.git", NULL),
		"paragone: error: git has made no object of \"index.html\"\n");
}

static void an_address_of_a_remote_that_runs_programs_is_refused(void **state)
{
	struct site_folder *f = *state;

	stand_in(f, "git", "", GIT);
	hand_written("url", "ext::sh -c x\n");
	assert_true(str_starts(
		published(f, "git", "origin", NULL),
		"site.yaml:3:9: error: the address of the remote \"origin\" "
		"must be an address with https, http, ssh, git or file, "));
	hand_written("url", "https://host/site.git\n");
	assert_str(published(f, "git", "origin", NULL),
		   "added    a.css\n"
		   "added    index.html\n"
		   "added    robots.txt\n"
		   "3 added, 0 changed, 0 removed\n");
	assert_non_null(strstr(said_by(f, "calls").ptr,
			       "push -q -- https://host/site.git 3333:"));
}

/* A list that was found, and where it is looked for. */
static void the_list_lies_beside_the_target_or_nowhere(void **state)
{
	static const struct {
		const char *target, *list;
	} CASES[] = {
		{ "host:/srv/site/", "host:/srv/.site.paragone" },
		{ "host:site", "host:.site.paragone" },
		{ "site", ".site.paragone" },
		{ "host::module/site", "host::module/.site.paragone" },
		{ "rsync://host/m/site", "rsync://host/m/.site.paragone" },
		{ "host:", NULL },
		{ "host:~", NULL },
		{ "host:/", NULL },
		{ "/", NULL },
		{ "host:.hidden", NULL },
		{ "host::module", NULL },
		{ "rsync://host/module", NULL },
		{ "rsync://host/module/", NULL },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct site_folder *f = *state;
		struct str told;

		stand_in(f, "rsync", "", RSYNC);
		told = published(f, "rsync", CASES[i].target, NULL);
		if (!CASES[i].list) {
			assert_str(told,
				   "site.yaml:3:9: error: beside this there is "
				   "no place for the list of what is "
				   "published\n"
				   "  hint: say where with `list`, which ends "
				   "in .paragone\n");
			assert_str(said_by(f, "calls"), "");
			continue;
		}
		assert_str(told, "0 added, 0 changed, 0 removed\n");
		if (!strstr(said_by(f, "calls").ptr,
			    arena_printf(&f->arena, "-- %s ", CASES[i].list)
				    .ptr))
			fail_msg("%s: %s", CASES[i].target,
				 said_by(f, "calls").ptr);
	}
}

static void lists_of_parts_are_known_by_their_names(void **state)
{
	struct site_folder *f = *state;

	hand_written(".site.1-of-2.paragone",
		     OURS(ENTRY("index.html") ENTRY("gone.html")));
	hand_written(".site.2-of-2.paragone",
		     OURS("00000000000000010000000000000def 5 0 gone.html\n"));
	hand_written(".site.a-of-2.paragone", OURS(ENTRY("theirs")));
	hand_written(".other.1-of-2.paragone", OURS(ENTRY("theirs")));
	hand_written(".site.-of-.paragone~", OURS(ENTRY("theirs")));
	stand_in(f, "rsync", "", RSYNC);
	hand_written("removing", "deleting gone.html\ndeleting theirs\n");
	assert_str(published(f, "rsync", "host:/srv/site", NULL),
		   "removed  gone.html\n"
		   "0 added, 0 changed, 1 removed\n");
	/* What is there no more is not said to be removed. */
	hand_written("removing", "deleting theirs\nrubbish\n");
	assert_str(published(f, "rsync", "host:/srv/site", NULL),
		   "0 added, 0 changed, 0 removed\n");
	/* A part removes nothing, and its list is its own. */
	assert_str(published(f, "rsync", "host:/srv/site", "1-of-2"),
		   "0 added, 0 changed, 0 removed\n");
	assert_non_null(strstr(said_by(f, "calls").ptr,
			       " host:/srv/.site.1-of-2.paragone\n"));
	assert_null(strstr(said_by(f, "calls").ptr, "delete"));
	assert_non_null(strstr(said_by(f, "sent").ptr, "gone.html"));
	hand_written(".site.2-of-2.paragone", "no list");
	assert_str(published(f, "rsync", "host:/srv/site", NULL),
		   ".site.2-of-2.paragone:1:1: error: this is no list of files "
		   "that this version of Paragone knows: expected \"paragone "
		   "manifest 1\"\n    1 | no list\n      | ^\n");
}

static void what_is_not_a_site_is_not_sent(void **state)
{
	struct site_folder *f = *state;

	stand_in(f, "rsync", "", RSYNC);
	unlink("out/robots.txt");
	assert_str(
		published(f, "rsync", "host:/srv/site", NULL),
		"paragone: error: ~/out/robots.txt: cannot be read: No such file or "
		"directory\n");
	hand_written("out/" MANIFEST_NAME, OURS(""));
	assert_str(published(f, "rsync", "host:/srv/site", NULL),
		   "~/out: error: there is no site here\n");
	unlink("out/" MANIFEST_NAME);
	assert_str(published(f, "rsync", "host:/srv/site", NULL),
		   "~/out: error: there is no site here\n");
	rename("out", "away");
	assert_str(published(f, "rsync", "host:/srv/site", NULL),
		   "out: error: there is no site here\n");
	assert_str(said_by(f, "calls"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CARRIER_TEST(what_rsync_fails_at_is_told_and_ends_it),
		CARRIER_TEST(what_rclone_fails_at_is_told_and_ends_it),
		CARRIER_TEST(what_git_fails_at_is_told_and_ends_it),
		CARRIER_TEST(what_rsync_says_of_no_file_of_ours_is_passed_over),
		CARRIER_TEST(
			what_rclone_says_of_no_file_of_ours_is_passed_over),
		CARRIER_TEST(a_tree_of_git_holds_more_than_our_files),
		CARRIER_TEST(an_object_that_git_has_not_made_is_told),
		CARRIER_TEST(
			an_address_of_a_remote_that_runs_programs_is_refused),
		CARRIER_TEST(the_list_lies_beside_the_target_or_nowhere),
		CARRIER_TEST(lists_of_parts_are_known_by_their_names),
		CARRIER_TEST(what_is_not_a_site_is_not_sent),
	};

	return RUN(tests);
}
