#include "judged.h"

#include "view/repository.h"

struct kept {
	struct subject subject;
	struct site site;
	struct comparison *c;
};

static void set_up(struct kept *k, enum forge forge, struct arena *arena)
{
	k->c = comparison_from("      oak elm\n"
			       "speed 3 8 6\n",
			       arena);
	k->c->title.str = STR("Oak & elm");
	k->c->slug = STR("trees");
	k->subject = subject_in(k->c, arena);
	k->site = *k->subject.site;
	k->site.dir = "c/site";
	k->site.repository = (struct repository){
		.url.str = STR("https://a.org/you/site"),
		.branch.str = STR("main"),
		.path.str = STR("content"),
		.forge = forge,
	};
	k->subject.site = &k->site;
}

static void each_host_has_its_own_addresses(void **state)
{
	static const struct {
		enum forge forge;
		const char *line, *edit, *issue;
	} FORMS[] = {
		{ FORGE_GITHUB, "/blob/main/content/a/s.csv?plain=1#L14",
		  "/edit/main/content/a/b%23c%20d.md",
		  "/issues/new?title=Oak+%26+elm:+speed,+oak+(8)&body=-+8+" },
		{ FORGE_GITLAB, "/-/blob/main/content/a/s.csv?plain=1#L14",
		  "/-/edit/main/content/a/b%23c%20d.md",
		  "/-/issues/new?issue%5Btitle%5D=Oak+%26+elm:+speed,+oak+(8)"
		  "&issue%5Bdescription%5D=-+8+" },
		{ FORGE_FORGEJO,
		  "/src/branch/main/content/a/s.csv?display=source#L14",
		  "/_edit/main/content/a/b%23c%20d.md",
		  "/issues/new?title=Oak+%26+elm:+speed,+oak+(8)&body=-+8+" },
	};
	struct place at = { .file = "c/site/a/s.csv", .line = 14 };

	for (size_t i = 0; i < sizeof(FORMS) / sizeof(*FORMS); i++) {
		struct kept k;
		struct str url;

		set_up(&k, FORMS[i].forge, *state);
		url = repository_line(&k.site, at, *state);
		assert_true(str_starts(url, "https://a.org/you/site"));
		assert_str(str_from_byte(url, 22), FORMS[i].line);
		url = repository_edit(&k.site, "c/site/a/b#c d.md", *state);
		assert_str(str_from_byte(url, 22), FORMS[i].edit);
		url = repository_dispute(&k.subject, 0, 0, NULL);
		assert_true(str_starts(str_from_byte(url, 22), FORMS[i].issue));
	}
}

static void without_a_repository_nothing_leads_there(void **state)
{
	struct value *o = value_object(*state);
	struct kept k;

	set_up(&k, FORGE_GITHUB, *state);
	k.site.repository = (struct repository){ 0 };
	assert_str(repository_line(&k.site, (struct place){ .file = "c" },
				   *state),
		   "");
	assert_str(repository_edit(&k.site, "c/site/a.md", *state), "");
	assert_str(repository_dispute(&k.subject, 0, 0, NULL), "");
	repository_add_score(&k.subject, 0, 0, NULL, o);
	assert_str(member(o, "source_line_url"), "(null)");
	assert_str(member(o, "dispute_url"), "(null)");
}

static void a_page_of_no_file_cannot_be_edited(void **state)
{
	struct kept k;

	set_up(&k, FORGE_GITHUB, *state);
	assert_str(repository_edit(&k.site, NULL, *state), "");
}

/* The folder may be the repository itself. */
static void the_root_of_the_repository_takes_no_path(void **state)
{
	struct kept k;

	set_up(&k, FORGE_GITHUB, *state);
	k.site.repository.path.str = STR("");
	k.site.dir = ".";
	assert_str(repository_edit(&k.site, "./about.md", *state),
		   "https://a.org/you/site/edit/main/about.md");
}

static void an_issue_has_score_judge_note_and_rubric(void **state)
{
	struct level level = { .score.str = STR("5"),
			       .text.plain = STR("fair; & square") };
	struct evidence *e;
	struct kept k;
	struct str url;

	set_up(&k, FORGE_GITHUB, *state);
	k.site.base_url.str = STR("https://b.org/");
	k.c->criteria[0].rubric = &level;
	k.c->criteria[0].rubric_count = 1;
	e = &k.c->criteria[0].scores[1].evidence[0];
	e->judge = STR("Ann");
	e->note.plain = STR("Why?\nSo + so.");
	e->at = (struct place){ .file = "c/site/s.csv", .line = 3 };
	url = repository_dispute(&k.subject, 0, 1, e);
	assert_str(url, "https://a.org/you/site/issues/new"
			"?title=Oak+%26+elm:+speed,+elm+(6)"
			"&body=-+6+(Ann).+Why%3F+So+%2B+so.+"
			"https://a.org/you/site/blob/main/content/s.csv"
			"%3Fplain%3D1%23L3%0A"
			"https://b.org/trees/speed/%0A"
			"What+the+scores+mean:+5:+fair%3B+%26+square%0A%0A"
			"What+should+it+be,+and+what+shows+it%3F%0A%0A");
}

/* Of two bytes each, so that a cut may fall within one. */
static void an_issue_is_never_too_long(void **state)
{
	struct evidence *e;
	struct kept k;
	struct str url;
	char note[8000];

	for (size_t i = 0; i + 1 < sizeof(note); i += 2)
		memcpy(note + i, "\xC3\xA9", 2);
	set_up(&k, FORGE_FORGEJO, *state);
	e = &k.c->criteria[0].scores[0].evidence[0];
	for (size_t odd = 0; odd < 7; odd++) {
		e->note.plain = (struct str){ note, sizeof(note) };
		e->judge = str_slice(STR("abcdefg"), 0, odd);
		url = repository_dispute(&k.subject, 0, 0, NULL);
		assert_true(url.len <= 8000 && url.len > 7994);
		assert_true(str_find_str(url, STR("%C3%A9%E2%80%A6%0A")) <
			    url.len);
		assert_true(str_ends(url, "what+shows+it%3F%0A%0A"));
	}
}

/* Those of all options at once would be larger than the page. */
static void a_catalogue_has_issues_on_the_pages_of_its_options(void **state)
{
	struct comparison *c = comparison_from("      a b c d e f g h i\n"
					       "speed 1 1 2 3 4 5 6 7 8 9\n",
					       *state);
	struct value *all = value_object(*state), *own = value_object(*state);
	struct subject s = subject_in(c, *state);
	struct site site = *s.site;

	site.dir = "c";
	site.repository.url.str = STR("https://github.com/you/site");
	s.site = &site;
	repository_add_score(&s, 0, 0, NULL, all);
	repository_add_own_score(&s, 0, 0, own);
	assert_true(str_ends(member(all, "source_line_url"), "plain=1#L2"));
	assert_str(member(all, "dispute_url"), "(null)");
	assert_true(str_starts(member(own, "dispute_url"), "https://"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_host_has_its_own_addresses),
		TEST(without_a_repository_nothing_leads_there),
		TEST(a_page_of_no_file_cannot_be_edited),
		TEST(the_root_of_the_repository_takes_no_path),
		TEST(an_issue_has_score_judge_note_and_rubric),
		TEST(an_issue_is_never_too_long),
		TEST(a_catalogue_has_issues_on_the_pages_of_its_options),
	};

	return RUN(tests);
}
