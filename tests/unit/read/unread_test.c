/* Files of no use are found, and nothing else is. */
#include "read/unread.h"

#include "folder.h"

/*
 * Beside what the fixture has, these files and links, each what it leads to
 * and its path; only `linked` is used.
 */
static struct str said(struct arena *arena, const char *const *files,
		       const char *linked, const char *const (*links)[2]);
static bool is_linked(void *linked, struct str path);

static struct str said(struct arena *arena, const char *const *files,
		       const char *linked, const char *const (*links)[2])
{
	struct unread lists[2] = { { 0 } };
	struct str text;
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_put("c/static/x.css", "x");
	for (; *files; files++)
		folder_put(*files, "---\ntitle: A\n---\n");
	for (size_t i = 0; links && links[i][0]; i++)
		if (symlink(links[i][0], links[i][1]))
			fail_msg("%s cannot be made", links[i][1]);
	folder_read(&f, arena);
	unread_in_comparison(&f.site, STR("trees"), &lists[0], arena);
	unread_in_site(&f.site, &lists[1], arena);
	unread_report(f.diags, &f.site, lists, 2, is_linked, (void *)linked,
		      arena);
	text = printed(f.diags, arena);
	diags_free(f.diags);
	folder_leave();
	return text;
}

static bool is_linked(void *linked, struct str path)
{
	return str_is(path, linked);
}

#define SAID(linked, ...) \
	said(*state, (const char *const[]){ __VA_ARGS__, NULL }, linked, NULL)
#define OF_NO_USE "nothing on the site reads or links to this file"

static void what_is_read_or_linked_to_is_of_use(void **state)
{
	assert_str(SAID("", "c/trees/guide.md"), "");
	assert_str(SAID("trees/a.png", "c/trees/a.png"), "");
	assert_str(SAID("img/a/b.png", "c/img/a/b.png"), "");
	assert_str(SAID("", "c/guides/move.md", "c/guides/more/x.md"), "");
	assert_str(SAID("", "c/syntax/a.yaml"), "");
	assert_str(SAID("", "c/syntax/a.yml"),
		   "c/syntax/a.yml: warning: " OF_NO_USE " [unread]\n");
}

static void what_belongs_to_systems_and_editors_is_passed_over(void **state)
{
	assert_str(SAID("", "c/.DS_Store", "c/trees/.x.swp", "c/trees/faq.md~"),
		   "");
}

/* It is not among the site's comparisons, but its folder looks like one. */
static void a_draft_is_none_of_its_business(void **state)
{
	struct unread list = { 0 };
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_put("c/trees/x.png", "x");
	folder_put("c/elms/x.png", "x");
	folder_read(&f, *state);
	f.site.slug_count = 0;
	unread_in_site(&f.site, &list, *state);
	assert_int_equal(list.count, 1);
	assert_str(list.paths[0], "elms/x.png");
	diags_free(f.diags);
	folder_leave();
}

static void what_is_of_no_use_is_said_once_a_folder(void **state)
{
	assert_str(SAID("", "c/a.txt"),
		   "c/a.txt: warning: " OF_NO_USE " [unread]\n");
	assert_str(SAID("img/b.png", "c/img/a.png", "c/img/b.png",
			"c/img/c.png"),
		   "c/img/a.png: warning: " OF_NO_USE
		   ", nor to \"c.png\" of its folder [unread]\n");
	assert_str(SAID("", "c/img/a.png", "c/img/b.png", "c/img/c.png",
			"c/img/d.png"),
		   "c/img/a.png: warning: " OF_NO_USE
		   ", nor to \"b.png\" and 2 others of its folder [unread]\n");
	assert_str(SAID("", "c/img/a.png", "c/img/b.png", "c/img/c.png",
			"c/trees/criteria/x.txt"),
		   "c/img/a.png: warning: " OF_NO_USE
		   ", nor to \"b.png\" and 1 other of its folder [unread]\n"
		   "c/trees/criteria/x.txt: warning: " OF_NO_USE " [unread]\n");
}

static void a_near_name_is_offered(void **state)
{
	assert_str(SAID("", "c/trees/option.csv"),
		   "c/trees/option.csv: warning: " OF_NO_USE " [unread]\n"
		   "  hint: did you mean \"options.csv\"?\n");
	assert_str(SAID("", "c/trees/FAQ.md"),
		   "c/trees/FAQ.md: warning: " OF_NO_USE " [unread]\n"
		   "  hint: did you mean \"faq.md\"?\n");
	assert_str(SAID("", "c/trees/guide.md", "c/trees/Guide.md"),
		   "c/trees/Guide.md: warning: " OF_NO_USE " [unread]\n"
		   "  hint: \"guide.md\" stands beside it: one of the two will "
		   "do\n");
	assert_str(SAID("", "c/trees/option/oak.md"),
		   "c/trees/option/oak.md: warning: " OF_NO_USE " [unread]\n"
		   "  hint: did you mean \"options\"?\n");
	assert_str(SAID("", "c/Static/a.txt"),
		   "c/Static/a.txt: warning: " OF_NO_USE " [unread]\n"
		   "  hint: did you mean \"static\"?\n");
	assert_str(SAID("", "c/trees/comparison.sv.md"),
		   "c/trees/comparison.sv.md: warning: " OF_NO_USE " [unread]\n"
		   "  hint: for a page in another language: `languages: { sv: "
		   "}` in site.yaml\n");
	assert_str(SAID("", "c/trees/a.md"),
		   "c/trees/a.md: warning: " OF_NO_USE " [unread]\n");
}

/* "trees" is in no other language: its translations are in no edition. */
static void a_translation_is_read_beside_the_comparisons(void **state)
{
	static struct site_language german = { .tag = STR_INIT("de") };
	struct folder f;
	struct unread list = { 0 };
	struct str text;

	folder_enter();
	folder_put_trees();
	folder_read(&f, *state);
	f.site.languages = &german;
	f.site.language_count = 1;
	folder_put("c/trees/guide.de.md", "x");
	folder_put("c/trees/options/oak.de.md", "x");
	folder_put("c/trees/options/oak.sv.md", "x");
	unread_in_comparison(&f.site, STR("trees"), &list, *state);
	unread_report(f.diags, &f.site, &list, 1, is_linked, (void *)"",
		      *state);
	text = printed(f.diags, *state);
	assert_str(text,
		   "c/trees/guide.de.md: warning: " OF_NO_USE " [unread]\n"
		   "  hint: translations are read where the comparison has "
		   "\"comparison.de.md\"\n"
		   "c/trees/options/oak.de.md: warning: " OF_NO_USE
		   " [unread]\n"
		   "  hint: translations are read where the comparison has "
		   "\"comparison.de.md\"\n");
	folder_put("c/trees/comparison.de.md", "x");
	list.count = 0;
	unread_in_comparison(&f.site, STR("trees"), &list, *state);
	assert_int_equal(list.count, 0);
	folder_leave();
	diags_free(f.diags);
}

static void a_comparison_by_another_name_is_said_once(void **state)
{
	assert_str(SAID("", "c/ash/comparision.md", "c/ash/scores.csv",
			"c/ash/options/a.md"),
		   "c/ash/comparision.md: warning: nothing reads what has this "
		   "name [unread]\n"
		   "  hint: did you mean \"comparison.md\"?\n");
	assert_str(SAID("", "c/ash/scores.csv", "c/ash/criteria/a.md"),
		   "c/ash: warning: this is no comparison: it has no "
		   "comparison.md [unread]\n");
}

#define STORE "c/trees/store/"
#define SAID_WITH(from, to, linked, ...)                                 \
	said(*state, (const char *const[]){ __VA_ARGS__, NULL }, linked, \
	     (const char *const[][2]){ { from, to }, { NULL, NULL } })

static void what_a_link_leads_to_is_of_use_by_the_name_of_the_link(void **state)
{
	assert_str(SAID_WITH("store/w.txt", "c/trees/guide.md", "",
			     STORE "w.txt"),
		   "");
	assert_str(SAID_WITH("../trees/store/w.txt", "c/static/w.txt", "",
			     STORE "w.txt"),
		   "");
	assert_str(SAID_WITH("store/w.txt", "c/trees/a.png", "trees/a.png",
			     STORE "w.txt"),
		   "");
	assert_str(SAID_WITH("trees/store", "c/guides", "", STORE "a.md",
			     STORE "b.txt"),
		   "c/trees/store/b.txt: warning: " OF_NO_USE " [unread]\n");
	assert_str(SAID_WITH("..", STORE "circle", "", STORE "a.md"),
		   "c/trees/store/a.md: warning: " OF_NO_USE " [unread]\n");
}

/* By that name it is of no use either. */
static void a_link_alone_is_no_use(void **state)
{
	assert_str(SAID_WITH("../store/w.txt", "c/trees/criteria/w.txt", "",
			     STORE "w.txt"),
		   "c/trees/criteria/w.txt: warning: " OF_NO_USE " [unread]\n"
		   "c/trees/store/w.txt: warning: " OF_NO_USE " [unread]\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_read_or_linked_to_is_of_use),
		TEST(what_belongs_to_systems_and_editors_is_passed_over),
		TEST(a_draft_is_none_of_its_business),
		TEST(what_is_of_no_use_is_said_once_a_folder),
		TEST(a_near_name_is_offered),
		TEST(a_translation_is_read_beside_the_comparisons),
		TEST(a_comparison_by_another_name_is_said_once),
		TEST(what_a_link_leads_to_is_of_use_by_the_name_of_the_link),
		TEST(a_link_alone_is_no_use),
	};

	return RUN(tests);
}
