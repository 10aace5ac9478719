#include "folder.h"
#include "read/columns.h"
#include "words/phrase.h"

/* A site with everything in it, and one comparison read field by field. */
static const struct {
	const char *path, *text;
} FULL[] = {
	{ "c/site.yaml",
	  "title: Trees\nbase_url: https://a.org/b\nlanguage: de\nmenu:\n"
	  "  - { title: Us, page: about }\n" },
	{ "c/index.md",
	  "---\n---\nWelcome to [oaks](trees/options/oak.md).\n" },
	{ "c/static/css/x.css", "a{}\n" },
	{ "c/static/favicon.svg", "<svg/>\n" },
	{ "c/ash/comparison.md",
	  "---\ntitle: Ash or yew\nsummary: Which?\ndate: 2026-11-21\n"
	  "options: [ash, yew]\n---\n" },
	{ "c/ash/options/ash.md", "---\nname: Ash\n---\n" },
	{ "c/ash/options/yew.md", "---\nname: Yew\n---\n" },
	{ "c/static/.well-known/security.txt", "Contact\n" },
	{ "c/trees/images/oak.svg", "<svg/>\n" },
	{ "c/trees/images/plan.png", "x" },
	{ "c/trees/comparison.md",
	  "---\ntitle: 2009\nsummary: Which tree?\ndate: 2020-02-29\n"
	  "updated: '2026-11-21T16:00:00.000Z'\nauthors: [Ann, Bob]\n"
	  "tags: []\noptions: [oak, elm]\n"
	  "scoring: { scale: [0, 1], tie: 0.5, missing: worst }\n"
	  "verdict: both\npairs: none\nrelated: [ash]\n"
	  "canonical: https://b.org/\ndraft: no\n"
	  "disclosure: We *grow* oaks.\n---\n"
	  "# Why\n\nA [plan](images/plan.png).\n" },
	{ "c/trees/options/oak.md",
	  "---\nname: Oak tree\nshort: Oak\ncolor: '#2b5f9e'\n"
	  "logo: ../images/oak.svg\nwebsite: https://oak.org/\n"
	  "facts: { Age: '500[^flora]', Height: 40 m }\npros: [old, '*big*']\n"
	  "cons: []\nbest_for: [ships]\n"
	  "used_by:\n  - { organisation: Navy, for: hulls }\n---\nStrong.\n\n## Main\n" },
	{ "c/trees/criteria/10-speed.md",
	  "---\ntitle: Speed\nquestion: How fast?\nweight: 2.5\ngroup: Growth\n"
	  "rubric: { 0: slow, 1: fast }\nwinner: elm\n"
	  "samples: [saw, { id: axe, title: Felling }]\n---\nIntro.\n\n"
	  "## elm\nFast.\n\n## OAK\nSlow, see [it](20-height.md).\n\n"
	  "## Verdict\nElm.\n" },
	{ "c/trees/criteria/20-height.md",
	  "---\ntitle: Height\nmeasure: { unit: m, better: lower, best: 0 }\n"
	  "---\n## Oak\nHigh.\n\n## Elm\nHigh.\n" },
	{ "c/trees/criteria/100-hardy.md",
	  "---\ntitle: Hardy\n---\n## Oak\nYes.\n\n## Elm\nNo.\n" },
	{ "c/trees/scores.csv",
	  "\xEF\xBB\xBF"
	  "criterion;option;score;judge;confidence;source;date;note\r\n"
	  "speed;oak;0.5;ann;high;flora;2020-01-14;\"so; *so*\"\r\n"
	  "speed;oak;1;bob;low;;;\r\n"
	  "speed;elm;;ann;;;;\r\n"
	  "height;oak;20;;;;;\r\nheight;elm;-3e1;;;;;\r\n"
	  "hardy;oak;yes;ann;;;;\r\nhardy;oak;yes;bob;;;;\r\n"
	  "hardy;elm;partial;ann;;;;\r\nhardy;elm;no;bob;;;;\r\n" },
	{ "c/trees/sources.yaml",
	  "flora:\n  title: Flora\n  author: C. L.\n  publisher: Salvius\n"
	  "  url: https://flora.org/\n  date: 1753-05-01\n" },
	{ "c/trees/profiles/avenue.md",
	  "---\ntitle: Avenue\nsummary: For a street.\n"
	  "weights: { height: 3, speed: 0.5 }\n---\nA street.\n\n## Main\n" },
	{ "c/trees/tables/timber-uses.csv",
	  "Use,Elm,oak\nBoats,\"rudder; *keel*\",\na\\;b,,x\\;y\n" },
	{ "c/trees/tables/uses.md",
	  "---\ntitle: More uses\nsummary: '*Some*'\n---\n"
	  "| Use | oak | elm |\n|---|---|---|\n| Beds | a; b | c |\n" },
	{ "c/trees/samples/axe/oak.py", "axe()\n" },
	{ "c/trees/guide.md", "---\ntitle: Which?\nsamples: [saw]\n---\n"
			      "## When oak\nOften.\n" },
	{ "c/trees/faq.md",
	  "---\n---\nAsked often.\n\n## When oak\nNow.\n\n## Why?\nSo.\n" },
};

static void read_full(struct folder *f, struct arena *arena)
{
	folder_enter();
	folder_put_trees();
	folder_put("c/trees/tables/uses.csv", NULL);
	for (size_t i = 0; i < sizeof(FULL) / sizeof(*FULL); i++)
		folder_put(FULL[i].path, FULL[i].text);
	folder_read(f, arena);
	assert_str(printed(f->diags, arena), "");
	assert_true(f->ok);
}

static void leave(struct folder *f)
{
	diags_free(f->diags);
	folder_leave();
}

static void a_site_is_read_with_its_pages_and_lists(void **state)
{
	struct folder f;

	read_full(&f, *state);
	assert_str(f.site.title.str, "Trees");
	assert_int_equal(f.site.title.at.column, 8);
	assert_str(f.site.base_url.str, "https://a.org/b/");
	assert_str(f.site.language.str, "de");
	assert_str(f.site.theme.str, "default");
	assert_false(f.site.unsafe_html);
	assert_str(f.site.menu[0].page.str, "about");
	assert_int_equal(f.site.page_count, 2);
	assert_str(f.site.pages[0].name, "about");
	assert_str(f.site.pages[1].body.plain, "Welcome to oaks.");
	assert_non_null(strstr(f.site.pages[1].body.html.ptr,
			       "\"\xFFtrees/options/oak/index.html\""));
	assert_int_equal(f.site.slug_count, 2);
	assert_int_equal(f.site.static_file_count, 3);
	assert_str(f.site.static_files[1], "css/x.css");
	leave(&f);
}

/* Neither a day that is shown nor an instant that is told goes back. */
static void what_is_updated_is_no_earlier(void **state)
{
	static const struct {
		const char *date, *updated, *shown, *from, *to;
	} DATES[] = {
		{ "2018-11-20T00:30:00+02:00", "2018-11-19T23:00:00Z",
		  "2018-11-20", "2018-11-19T22:30:00Z",
		  "2018-11-19T23:00:00Z" },
		{ "2026-01-02T10:00:00Z", "2026-01-02", "2026-01-02",
		  "2026-01-02T10:00:00Z", "2026-01-02T10:00:00Z" },
		{ "2026-01-01T23:30:00-05:00", "2026-01-02", "2026-01-02",
		  "2026-01-02T04:30:00Z", "2026-01-02T05:00:00Z" },
		{ "2026-01-02", "2026-01-02T00:30:00+09:00", "2026-01-02",
		  "2026-01-01T15:00:00Z", "2026-01-01T15:30:00Z" },
		{ "2026-01-02", "2026-01-03", "2026-01-03",
		  "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z" },
		{ "2026-01-02T10:00:00+02:00", "9999-12-31T21:59:59Z",
		  "9999-12-31", "2026-01-02T08:00:00Z",
		  "9999-12-31T21:59:59Z" },
	};

	for (size_t i = 0; i < sizeof(DATES) / sizeof(*DATES); i++) {
		struct folder f;

		folder_enter();
		folder_put_trees();
		folder_put(
			"c/trees/comparison.md",
			arena_printf(*state,
				     "---\ntitle: A\nsummary: B\ndate: %s\n"
				     "updated: %s\noptions: [oak, elm]\n---\n",
				     DATES[i].date, DATES[i].updated)
				.ptr);
		folder_read(&f, *state);
		assert_str(printed(f.diags, *state), "");
		assert_str(phrase_date_iso(f.c.updated, *state),
			   DATES[i].shown);
		assert_str(phrase_timestamp(f.c.date, *state), DATES[i].from);
		assert_str(phrase_timestamp(f.c.updated, *state), DATES[i].to);
		leave(&f);
	}
}

static void the_head_of_a_comparison_is_read(void **state)
{
	const struct comparison *c;
	struct folder f;

	read_full(&f, *state);
	c = &f.c;
	assert_str(c->title.str, "2009");
	assert_int_equal(c->title.at.line, 2);
	assert_str(c->title.at.file ? str_from(c->title.at.file) : STR(""),
		   "c/trees/comparison.md");
	assert_int_equal(c->date.day, 29);
	assert_int_equal(c->updated.second, 16 * 3600);
	assert_int_equal(c->author_count, 2);
	assert_str(c->authors[1].str, "Bob");
	assert_int_equal(c->tag_count, 0);
	assert_int_equal(c->scoring.method, METHOD_POINTS);
	assert_int_equal(c->scoring.missing, MISSING_WORST);
	assert_near(c->scoring.tie, 0.5);
	assert_near(c->scoring.close, 0.05);
	assert_int_equal(c->verdict.claim, CLAIM_TIE);
	assert_int_equal(c->pairs.kind, PAIRS_NONE);
	assert_str(c->related[0].str, "ash");
	assert_str(c->disclosure.html, "We <em>grow</em> oaks.");
	assert_int_equal(f.file_count, 2);
	assert_str(f.files[0], "trees/images/oak.svg");
	assert_str(f.files[1], "trees/images/plan.png");
	leave(&f);
}

static void options_are_read_in_the_order_listed(void **state)
{
	const struct option *oak;
	struct folder f;

	read_full(&f, *state);
	assert_int_equal(f.c.option_count, 2);
	assert_str(f.c.options[1].short_name.str, "Elm");
	oak = &f.c.options[0];
	assert_str(oak->name.str, "Oak tree");
	assert_str(oak->short_name.str, "Oak");
	assert_str(oak->color.str, "#2b5f9e");
	assert_str(oak->logo.str, "trees/images/oak.svg");
	assert_int_equal(oak->fact_count, 2);
	assert_str(oak->facts[0].label.str, "Age");
	assert_int_equal(oak->facts[0].text.source_count, 1);
	assert_str(oak->facts[1].text.plain, "40 m");
	assert_int_equal(oak->pros.count, 2);
	assert_str(oak->pros.items[1].html, "<em>big</em>");
	assert_int_equal(oak->cons.count, 0);
	assert_str(oak->uses[0].organisation.str, "Navy");
	assert_str(oak->uses[0].purpose.plain, "hulls");
	assert_str(oak->body.headings[0].id, "main-2");
	leave(&f);
}

static void criteria_are_read_in_the_order_of_their_numbers(void **state)
{
	const struct criterion *speed;
	struct folder f;

	read_full(&f, *state);
	assert_int_equal(f.c.criterion_count, 3);
	assert_str(f.c.criteria[1].id, "height");
	assert_str(f.c.criteria[2].id, "hardy");
	assert_near(f.c.criteria[1].weight, 1);
	assert_true(f.c.criteria[1].measure.given);
	assert_true(f.c.criteria[1].measure.lower_is_better);
	assert_near(f.c.criteria[1].measure.best, 0);
	assert_true(isnan(f.c.criteria[1].measure.worst));
	speed = &f.c.criteria[0];
	assert_str(speed->question.str, "How fast?");
	assert_near(speed->weight, 2.5);
	assert_int_equal(speed->weight_at.line, 4);
	assert_str(speed->group.str, "Growth");
	assert_int_equal(speed->rubric_count, 2);
	assert_str(speed->rubric[1].score.str, "1");
	assert_str(speed->rubric[1].text.plain, "fast");
	assert_int_equal(speed->winner.claim, CLAIM_OPTION);
	assert_int_equal(speed->winner.option, 1);
	assert_int_equal(speed->sample_count, 2);
	assert_str(speed->samples[0].title.str, "Saw");
	assert_str(speed->samples[1].title.str, "Felling");
	assert_str(speed->body.plain, "Intro.");
	assert_str(speed->sections[0].plain, "Slow, see it.");
	assert_non_null(strstr(speed->sections[0].html.ptr,
			       "\"\xFFtrees/height/index.html\""));
	assert_str(speed->sections[1].plain, "Fast.");
	assert_str(speed->verdict.plain, "Elm.");
	leave(&f);
}

static void a_related_draft_is_left_out(void **state)
{
	struct str drafts[] = { STR("pines") };
	struct folder f;
	struct comparison c;

	folder_enter();
	folder_put_trees();
	folder_put("c/trees/comparison.md",
		   "---\ntitle: A\nsummary: B\ndate: 2026-11-21\n"
		   "options: [oak, elm]\nrelated: [pines, pine]\n---\n");
	f.diags = diags_new();
	assert_true(content_read_site(f.diags, "c", &f.site, *state));
	f.site.drafts = drafts;
	f.site.draft_count = 1;
	assert_false(content_read_comparison(f.diags, &f.site, STR("trees"), &c,
					     &f.files, &f.file_count, *state));
	/* Nor is a draft what was meant. */
	assert_str(printed(f.diags, *state),
		   "c/trees/comparison.md:6:18: error: there is no comparison "
		   "\"pine\"\n"
		   "    6 | related: [pines, pine]\n"
		   "      |                  ^~~~\n");
	assert_int_equal(c.related_count, 0);
	diags_free(f.diags);
	folder_leave();
}

static void a_table_may_call_things_by_their_names(void **state)
{
	static const struct {
		const char *table;
		double oak, elm;
	} TABLES[] = {
		{ "sep=;\ncriterion;Oak tree;ELM;;\nSpeed;8,5;6;;\n;;;;\n", 8.5,
		  6 },
		{ "criterion\toption\tscore\nspeed\toak\t7,25\nSPEED\telm\t2\n",
		  7.25, 2 },
		{ "criterion,Oak,elm\nspeed,Yes,✗\n", 10, 0 },
		{ "criterion,Oak,elm\nspeed,:white_check_mark:,:x:\n", 10, 0 },
		/* On this scale no score is 8125. */
		{ "criterion\toak\telm\nspeed\t8.125\t6\n", 8.125, 6 },
		{ "criterion;oak;elm\nspeed;8,125;6\n", 8.125, 6 },
		{ "criterion,oak,elm\nSpeed,TRUE,Partial\n", 10, 5 },
	};

	for (size_t i = 0; i < sizeof(TABLES) / sizeof(*TABLES); i++) {
		struct folder f;
		struct str said;

		folder_enter();
		folder_put_trees();
		folder_put("c/trees/criteria/20-height.md", NULL);
		folder_put("c/trees/scores.csv", TABLES[i].table);
		folder_read(&f, *state);
		said = printed(f.diags, *state);
		if (!f.ok || said.len)
			fail_msg("%s: %.*s", TABLES[i].table, STR_ARG(said));
		assert_near(f.c.criteria[0].scores[0].value, TABLES[i].oak);
		assert_near(f.c.criteria[0].scores[1].value, TABLES[i].elm);
		diags_free(f.diags);
		folder_leave();
	}
}

/* Where all others name options, or criteria, the first may say anything. */
static void a_table_may_call_its_first_column_anything(void **state)
{
	static const struct {
		const char *table;
		bool ok;
	} TABLES[] = {
		{ "Kriterium,oak,elm\nspeed,8,6\n", true },
		{ ",oak,elm,note\nspeed,8,6,So\n", true },
		{ "Baum,speed\noak,8\nelm,6\n", true },
		{ "Baum,note,speed\noak,So,8\nelm,So,6\n", true },
		{ "Kriterium,oak,elm,ash\nspeed,8,6,5\n", false },
		{ "Kriterium,oak,Wert\nspeed,8,6\n", false },
		{ "oak,oak,elm\nspeed,8,6\n", false },
		{ "note,oak,elm\nspeed,8,6\n", false },
	};

	for (size_t i = 0; i < sizeof(TABLES) / sizeof(*TABLES); i++) {
		struct folder f;

		folder_enter();
		folder_put_trees();
		folder_put("c/trees/criteria/20-height.md", NULL);
		folder_put("c/trees/scores.csv", TABLES[i].table);
		folder_read(&f, *state);
		if (f.ok != TABLES[i].ok)
			fail_msg("%s: %.*s", TABLES[i].table,
				 STR_ARG(printed(f.diags, *state)));
		if (f.ok) {
			assert_near(f.c.criteria[0].scores[0].value, 8);
			assert_near(f.c.criteria[0].scores[1].value, 6);
		}
		diags_free(f.diags);
		folder_leave();
	}
}

/* The judge of a comparison points there, where all are zero. */
static void a_weight_of_the_table_has_its_place_there(void **state)
{
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_put("c/trees/scores.csv", "criterion,weight,oak,elm\n"
					 "height,,20,30\nspeed,2.5,8,6\n");
	folder_read(&f, *state);
	assert_str(printed(f.diags, *state), "");
	assert_near(f.c.criteria[0].weight, 2.5);
	assert_str(str_from(f.c.criteria[0].weight_at.file),
		   "c/trees/scores.csv");
	assert_int_equal(f.c.criteria[0].weight_at.line, 3);
	assert_int_equal(f.c.criteria[0].weight_at.column, 7);
	assert_near(f.c.criteria[1].weight, 1);
	assert_str(str_from(f.c.criteria[1].weight_at.file),
		   "c/trees/criteria/20-height.md");
	diags_free(f.diags);
	folder_leave();
}

static void a_measure_in_percent_may_have_its_sign(void **state)
{
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_put("c/trees/criteria/20-height.md",
		   "---\ntitle: Height\nmeasure: { unit: \"%\" }\n---\n"
		   "## Oak\n\n## Elm\n");
	folder_put(
		"c/trees/scores.csv",
		"criterion,oak,elm\nspeed,1,2\nheight,12\xE2\x80\xAF%,30\xC2\xA0%\n");
	folder_read(&f, *state);
	assert_true(f.ok);
	assert_near(f.c.criteria[1].scores[0].value, 12);
	assert_near(f.c.criteria[1].scores[1].value, 30);
	diags_free(f.diags);
	folder_leave();
}

/* "Note" is a word for a column of notes, too. */
static void in_a_row_an_option_a_criterion_goes_before_a_column_of_that_name(
	void **state)
{
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_put("c/trees/criteria/20-height.md",
		   "---\ntitle: Note\n---\n## Oak\n\n## Elm\n");
	folder_put("c/trees/scores.csv",
		   "option,speed,Note\noak,1,7\nelm,2,5\n");
	folder_read(&f, *state);
	assert_true(f.ok);
	assert_near(f.c.criteria[1].scores[0].value, 7);
	assert_near(f.c.criteria[1].scores[1].value, 5);
	diags_free(f.diags);
	folder_leave();
}

static void a_title_that_two_criteria_have_names_neither(void **state)
{
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_put("c/trees/criteria/20-height.md",
		   "---\ntitle: Speed up\n---\n## Oak\n\n## Elm\n");
	folder_put("c/trees/criteria/30-rise.md",
		   "---\ntitle: speed up\n---\n## Oak\n\n## Elm\n");
	folder_put("c/trees/scores.csv",
		   "criterion,oak,elm\nspeed,1,2\nSpeed up,1,2\n");
	folder_read(&f, *state);
	assert_false(f.ok);
	assert_str(printed(f.diags, *state),
		   "c/trees/scores.csv:3:1: error: several criteria are called "
		   "\"Speed up\"\n"
		   "    3 | Speed up,1,2\n"
		   "      | ^~~~~~~~\n"
		   "  hint: write the id: \"height\" or \"rise\"\n");
	diags_free(f.diags);
	folder_leave();
}

static void scores_are_the_mean_of_their_judges(void **state)
{
	const struct score *oak, *elm;
	struct folder f;

	read_full(&f, *state);
	oak = &f.c.criteria[0].scores[0];
	assert_near(oak->value, 0.75);
	assert_int_equal(oak->evidence_count, 2);
	assert_str(oak->evidence[0].judge, "ann");
	assert_int_equal(oak->evidence[0].confidence, CONFIDENCE_HIGH);
	assert_int_equal(oak->evidence[0].source_count, 1);
	assert_int_equal(oak->evidence[0].date.year, 2020);
	assert_str(oak->evidence[0].note.html, "so; <em>so</em>");
	assert_int_equal(oak->evidence[1].at.line, 3);
	assert_int_equal(oak->evidence[1].at.column, 11);
	assert_true(isnan(f.c.criteria[0].scores[1].value));
	assert_near(f.c.criteria[1].scores[1].value, -30);
	oak = &f.c.criteria[2].scores[0];
	elm = &f.c.criteria[2].scores[1];
	assert_near(oak->value, 1);
	assert_int_equal(oak->answer, ANSWER_YES);
	assert_near(elm->value, 0.25);
	assert_int_equal(elm->answer, ANSWER_NONE);
	leave(&f);
}

static void the_other_files_are_read(void **state)
{
	const struct comparison *c;
	const struct table *t;
	struct folder f;

	read_full(&f, *state);
	c = &f.c;
	assert_str(c->sources[0].publisher.str, "Salvius");
	assert_int_equal(c->sources[0].date.year, 1753);
	assert_near(c->profiles[0].weights[0], 0.5);
	assert_near(c->profiles[0].weights[1], 3);
	assert_near(c->profiles[0].weights[2], 0);
	assert_int_equal(c->profiles[0].weights_at.line, 4);
	assert_str(c->profiles[0].body.plain, "A street. Main");
	assert_int_equal(c->table_count, 2);
	t = &c->tables[0];
	assert_str(t->title.str, "Timber uses");
	assert_str(t->row_label.str, "Use");
	assert_int_equal(t->rows[0].cells[0].count, 0);
	assert_int_equal(t->rows[0].cells[1].count, 2);
	assert_str(t->rows[0].cells[1].items[1].html, "<em>keel</em>");
	assert_int_equal(t->rows[1].cells[0].count, 1);
	assert_str(t->rows[1].cells[0].items[0].plain, "x;y");
	assert_str(c->tables[1].title.str, "More uses");
	assert_int_equal(c->tables[1].rows[0].cells[0].count, 2);
	assert_str(c->samples[1].id, "saw");
	assert_str(c->samples[1].code[0], "saw()\n");
	assert_str(c->samples[1].file[1], "elm.js");
	assert_str(c->guide_title.str, "Which?");
	assert_str(c->guide_samples[0].id.str, "saw");
	assert_str(c->faq_intro.plain, "Asked often.");
	assert_int_equal(c->question_count, 2);
	assert_str(c->questions[1].question.str, "Why?");
	assert_str(c->questions[1].answer.plain, "So.");
	leave(&f);
}

/* Those that a text shows are not at the page's end; their words are kept. */
static void a_link_alone_is_where_the_sample_stands(void **state)
{
	const struct criterion *speed;
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_put("c/trees/samples/axe/oak.py", "axe()\n");
	folder_put("c/trees/samples/row/oak.py", "row()\n");
	folder_put("c/trees/criteria/10-speed.md",
		   "---\ntitle: Speed\nsamples: [saw, axe]\n---\nOne.\n\n"
		   "[Saw *it*](../samples/saw)\n\n[Saw `it`](../samples/saw/)\n"
		   "\n- [An axe](../samples/axe)\n\n## Oak\n\nSee [it][a], "
		   "[code](../samples/saw/oak.py).\n\n[a]: samples/saw\n\n"
		   "## Elm\n\n[A row](samples/row)\n");
	folder_put("c/trees/guide.md",
		   "---\nsamples: [saw]\n---\n# Sample saw\n\n"
		   "[Saw](samples/saw)\n\n[Axe](samples/axe \"Cut\"), "
		   "[axe][x]\n\n[x]: samples/axe\n\n[Axe](samples/axe)\n");
	folder_read(&f, *state);
	assert_str(printed(f.diags, *state), "");
	speed = &f.c.criteria[0];
	assert_str(speed->body.html,
		   "<p>One.</p>\n<p><a href=\"\xFFtrees/speed/"
		   "index.html#sample-saw\">Saw <em>it</em></a></p>\n"
		   "\xFE"
		   "0\xFE\n<ul>\n<li><a href=\"\xFFtrees/speed/"
		   "index.html#sample-axe\">An axe</a></li>\n</ul>");
	assert_str(speed->body.plain, "One. Saw it Saw it An axe");
	assert_non_null(strstr(speed->sections[0].html.ptr, "saw/oak.py\""));
	assert_str(speed->sections[1].html, "\xFE"
					    "1\xFE");
	assert_int_equal(speed->sample_count, 1);
	assert_str(speed->samples[0].id.str, "axe");
	assert_int_equal(f.c.placed_count, 4);
	assert_str(f.c.placed[0].id.str, "saw");
	assert_str(f.c.placed[0].title.str, "Saw it");
	assert_str(f.c.placed[3].id.str, "axe");
	assert_int_equal(f.c.guide_sample_count, 0);
	/* The sample has this id on its page. */
	assert_str(f.c.guide.headings[0].id, "sample-saw-2");
	leave(&f);
}

static void the_ids_of_headings_are_unique_on_their_page(void **state)
{
	struct folder f;

	read_full(&f, *state);
	assert_str(f.c.body.headings[0].id, "why");
	assert_str(f.c.guide.headings[0].id, "when-oak");
	assert_str(f.c.questions[0].anchor, "when-oak-2");
	assert_str(f.c.questions[1].anchor, "why-2");
	assert_str(f.c.profiles[0].body.headings[0].id, "main-2");
	leave(&f);
}

static void what_is_demanded_and_decided_is_read(void **state)
{
	const struct comparison *c;
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_put("c/trees/comparison.md",
		   "---\ntitle: A\nsummary: B\ndate: 2026-11-21\n"
		   "options: [oak, elm]\nscoring: { missing: available, "
		   "min_coverage: 0.75, judges: common }\n"
		   "decision: { status: accepted, date: 2026-11-20, "
		   "deciders: [Ann, Bob], chosen: Oak tree, "
		   "because: 'It is *near*.' }\nparams: { a: b }\n---\n");
	folder_put("c/trees/options/oak.md",
		   "---\nname: Oak tree\ngroup: Broad\nprice: 12 €\n"
		   "image: oak.png\n---\n");
	folder_put("c/trees/options/oak.png", "x");
	folder_put("c/trees/criteria/10-speed.md",
		   "---\ntitle: Speed\nmust: partial\nsamples: [saw]\n---\n"
		   "## Oak tree\n\n## Elm\n");
	folder_put("c/trees/criteria/20-height.md",
		   "---\ntitle: Height\nmust: '<= 40 m'\n"
		   "measure: { unit: m }\n---\n## Oak tree\n\n## Elm\n");
	folder_put("c/trees/profiles/avenue.md",
		   "---\ntitle: Avenue\nweights: { speed: 2 }\n"
		   "must: { height: '> 1.5' }\n---\n");
	folder_read(&f, *state);
	assert_str(printed(f.diags, *state), "");
	c = &f.c;
	assert_int_equal(c->scoring.missing, MISSING_AVAILABLE);
	assert_near(c->scoring.min_coverage, 0.75);
	assert_int_equal(c->scoring.judges, JUDGES_COMMON);
	assert_int_equal(c->scoring.judges_at.line, 6);
	assert_true(c->decision.given);
	assert_str(c->decision.deciders[1].str, "Bob");
	assert_int_equal(c->decision.chosen.claim, CLAIM_OPTION);
	assert_int_equal(c->decision.chosen.option, 0);
	assert_str(c->decision.because.html, "It is <em>near</em>.");
	assert_str(c->params.items[0].text, "b");
	assert_str(c->options[0].price.str, "12 €");
	assert_str(c->options[0].image.str, "trees/options/oak.png");
	assert_int_equal(c->criteria[0].must.kind, MUST_AT_LEAST);
	assert_near(c->criteria[0].must.bound, 5);
	assert_int_equal(c->criteria[1].must.kind, MUST_AT_MOST);
	assert_near(c->criteria[1].must.bound, 40);
	assert_int_equal(c->profiles[0].musts[1].kind, MUST_ABOVE);
	assert_int_equal(c->profiles[0].musts[0].kind, MUST_NONE);
	leave(&f);
}

static void every_method_has_a_name(void **state)
{
	static const struct {
		enum method method;
		const char *head;
	} CASES[] = {
#define HEAD(method)                                                  \
	"---\ntitle: Oak or elm\nsummary: Which?\ndate: 2026-11-21\n" \
	"options: [oak, elm]\nscoring: { method: " method " }\n---\n"
		{ METHOD_POINTS, HEAD("points") },
		{ METHOD_WEIGHTED_SUM, HEAD("weighted-sum") },
		{ METHOD_WEIGHTED_PRODUCT, HEAD("weighted-product") },
		{ METHOD_TOPSIS, HEAD("topsis") },
#undef HEAD
	};

	for (size_t k = 0; k < sizeof(CASES) / sizeof(*CASES); k++) {
		struct folder f;

		folder_enter();
		folder_put_trees();
		folder_put("c/trees/comparison.md", CASES[k].head);
		folder_read(&f, *state);
		assert_true(f.ok);
		assert_int_equal(f.c.scoring.method, CASES[k].method);
		leave(&f);
	}
}

static void a_wide_table_gives_its_source_to_each_score(void **state)
{
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_read(&f, *state);
	assert_true(f.ok);
	assert_int_equal(f.c.scoring.method, METHOD_WEIGHTED_SUM);
	assert_near(f.c.criteria[0].scores[1].value, 8);
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(
			f.c.criteria[0].scores[i].evidence[0].source_count, 1);
	assert_int_equal(f.c.criteria[0].scores[1].evidence[0].at.column, 9);
	leave(&f);
}

static void a_comparison_without_a_table_is_unscored(void **state)
{
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_put("c/trees/scores.csv", NULL);
	folder_read(&f, *state);
	assert_true(f.ok);
	assert_false(f.c.scored);
	assert_null(f.c.criteria[0].scores);
	leave(&f);
}

static void links_lead_to_the_pages_that_files_become(void **state)
{
	static const struct {
		const char *href, *url;
	} LINKS[] = {
		{ "comparison.md", "trees/index.html" },
		{ "criteria/10-speed.md", "trees/speed/index.html" },
		{ "criteria/10-speed.md#oak", "trees/speed/index.html#oak" },
		{ "options/elm.md", "trees/options/elm/index.html" },
		{ "faq.md", "trees/index.html#faq" },
		{ "guide.md", "trees/index.html#guide" },
		{ "guide.md#a", "trees/index.html#a" },
		{ "profiles/avenue.md",
		  "trees/scoreboard/index.html#profile-avenue" },
		{ "tables/uses.csv", "trees/matrix/index.html#table-uses" },
		{ "scores.csv", "trees/scores.csv" },
		{ "sources.yaml", "trees/index.html#sources" },
		{ "matrix/index.html", "trees/matrix/index.html" },
		{ "scoreboard/", "trees/scoreboard/index.html" },
		{ "/about.md", "about.html" },
		{ "../about.md?a=b", "about.html?a=b" },
		{ "../guides/move.md#b", "guides/move.html#b" },
		{ "./options/../comparison.md", "trees/index.html" },
		{ "/static/a%20b.png", "a%20b.png" },
		{ "files/x.zip", "trees/files/x.zip" },
		{ "../javascript%3Ax.txt", "javascript:x.txt" },
		{ "/static/100%-1%3F%23.txt?a#b", "100%25-1%3F%23.txt?a#b" },
		{ "/static/page.html", "page.html" },
	};
	struct folder f;

	for (size_t i = 0; i < sizeof(LINKS) / sizeof(*LINKS); i++) {
		char text[200], want[200];

		folder_enter();
		folder_put_trees();
		folder_put("c/static/a b.png", "x");
		folder_put("c/trees/files/x.zip", "x");
		folder_put("c/javascript:x.txt", "x");
		folder_put("c/static/100%-1?#.txt", "x");
		folder_put("c/static/page.html", "x");
		folder_put("c/trees/faq.md", "---\n---\n## Why?\nSo.\n");
		folder_put("c/guides/move.md", "---\ntitle: Move\n---\n");
		snprintf(text, sizeof(text), "---\n---\n[a](<%s>)\n",
			 LINKS[i].href);
		snprintf(want, sizeof(want), "href=\"\xFF%s\"", LINKS[i].url);
		folder_put("c/trees/guide.md", text);
		folder_read(&f, *state);
		assert_str(printed(f.diags, *state), "");
		if (!strstr(f.c.guide.html.ptr, want))
			fail_msg("%s gives %s", LINKS[i].href,
				 f.c.guide.html.ptr);
		leave(&f);
	}
}

static void a_document_is_linked_to_in_static_only(void **state)
{
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_put("c/trees/page.HTML", "<script>x</script>");
	folder_put("c/about.md", "---\ntitle: A\n---\n[a](trees/page.HTML)\n");
	folder_read(&f, *state);
	assert_false(f.ok);
	assert_str(
		printed(f.diags, *state),
		"c/about.md:4:5: error: \"trees/page.HTML\" would be a page of "
		"its own, with scripts\n"
		"    4 | [a](trees/page.HTML)\n"
		"      |     ^~~~~~~~~~~~~~~\n"
		"  hint: what is in static/ is copied as it is, and can be "
		"linked to\n");
	diags_free(f.diags);
	folder_put("c/site.yaml", "title: Trees\nunsafe_html: yes\n");
	folder_read(&f, *state);
	assert_str(printed(f.diags, *state), "");
	leave(&f);
}

static void a_head_is_read_without_the_other_files(void **state)
{
	struct comparison head;
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_put("c/trees/comparison.md",
		   "---\ntitle: A\nsummary: B\ndate: 2026-11-21\ndraft: yes\n"
		   "options: [no]\ndisclosure: 'c[^d]'\n---\n");
	f.diags = diags_new();
	assert_true(content_read_site(f.diags, "c", &f.site, *state));
	content_read_head(f.diags, &f.site, f.site.slugs[0], &head, *state);
	assert_str(head.title.str, "A");
	assert_true(head.draft);
	assert_int_equal(diags_status(f.diags), 0);
	leave(&f);
}

/* With the words that the site's language has for them, or without. */
static void read_answers(struct folder *f, const struct str *own,
			 struct arena *arena)
{
	*f = (struct folder){ .diags = diags_new() };
	assert_true(content_read_site(f->diags, "c", &f->site, arena));
	for (size_t k = 0; own && k < 3; k++)
		f->site.answers[k] = own[k];
	f->ok = content_read_comparison(f->diags, &f->site, f->site.slugs[0],
					&f->c, &f->files, &f->file_count,
					arena);
}

static void yes_and_no_are_also_read_in_the_words_of_the_language(void **state)
{
	const struct str own[] = { STR("\xC3\x81no"),
				   STR("Z\xC4\x8D\xC3\xA1sti"), STR("Ne") };
	const struct score *speed;
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_put("c/trees/scores.csv", "criterion,oak,elm\n"
					 "speed,\xC3\xA1NO,ne\nheight,2,3\n");
	read_answers(&f, own, *state);
	assert_str(printed(f.diags, *state), "");
	speed = f.c.criteria[0].scores;
	assert_int_equal(speed[0].answer, ANSWER_YES);
	assert_near(speed[0].value, 10);
	assert_int_equal(speed[1].answer, ANSWER_NO);
	diags_free(f.diags);
	folder_put("c/trees/scores.csv",
		   "criterion,oak,elm\n"
		   "speed,z\xC4\x8D\xC3\xA1sti,No\nheight,2,3\n");
	read_answers(&f, own, *state);
	speed = f.c.criteria[0].scores;
	assert_int_equal(speed[0].answer, ANSWER_PARTIAL);
	assert_near(speed[0].value, 5);
	assert_int_equal(speed[1].answer, ANSWER_NO);
	diags_free(f.diags);
	read_answers(&f, NULL, *state);
	assert_false(f.ok);
	leave(&f);
}

/* As the heads of columns are. */
static void which_way_is_better_is_also_read_in_words(void **state)
{
	static const struct {
		const char *word;
		bool lower;
	} WORDS[] = {
		{ "lower", true }, { "Higher", false }, { "niedriger", true },
		{ "Mehr", false }, { "moins", true },
	};
	struct str lists[COLUMN_LISTS] = { { NULL, 0 } };
	struct folder f;

	lists[COLUMN_LOWER] = STR("plus bas, moins");
	for (size_t i = 0; i < sizeof(WORDS) / sizeof(*WORDS); i++) {
		folder_enter();
		folder_put_trees();
		folder_put("c/trees/criteria/20-height.md", NULL);
		folder_put("c/trees/criteria.csv",
			   arena_printf(*state,
					"id,title,besser\nheight,Height,%s\n",
					WORDS[i].word)
				   .ptr);
		f = (struct folder){ .diags = diags_new() };
		assert_true(content_read_site(f.diags, "c", &f.site, *state));
		f.site.columns = lists;
		assert_true(content_read_comparison(
			f.diags, &f.site, f.site.slugs[0], &f.c, &f.files,
			&f.file_count, *state));
		assert_int_equal(f.c.criteria[0].measure.lower_is_better,
				 WORDS[i].lower);
		leave(&f);
	}
}

/* Whatever was read before it. */
static void a_link_is_relative_to_the_file_that_it_stands_in(void **state)
{
	struct folder f;
	struct str said;

	folder_enter();
	folder_put_trees();
	folder_put("c/trees/comparison.md",
		   "---\ntitle: A\nsummary: B\ndate: 2026-11-21\n"
		   "disclosure: '[a](options/elm.md)'\n"
		   "facts: { kind: '[f](options/elm.md)' }\n"
		   "decision: { chosen: oak, because: '[b](options/elm.md)' }\n"
		   "---\n[c](options/elm.md)\n");
	folder_put("c/trees/options.csv",
		   "id,name,Leaf\noak,Oak,[d](options/elm.md)\nelm,Elm,\n");
	folder_put("c/trees/options/oak.md",
		   "---\nfacts: { Bark: '[e](elm.md)' }\n---\n[g](elm.md)\n");
	folder_put("c/trees/options/elm.md", "---\n---\n");
	folder_put("c/trees/scores.csv", NULL);
	folder_put("c/trees/scores/ann.csv",
		   "criterion,option,score,note\n"
		   "speed,oak,4,[h](../options/elm.md)\n"
		   "speed,elm,8,\nheight,oak,20,\nheight,elm,30,\n");
	folder_read(&f, *state);
	said = printed(f.diags, *state);
	if (!f.ok || said.len)
		fail_msg("%.*s", STR_ARG(said));
	diags_free(f.diags);
	folder_leave();
}

/* Of a scale that does not begin at 0. */
static void an_answer_is_worth_a_place_on_the_scale(void **state)
{
	struct folder f;

	folder_enter();
	folder_put("c/site.yaml", "title: Trees\n");
	folder_put("c/trees/comparison.md",
		   "---\ntitle: Trees\nsummary: S\ndate: 2026-01-01\n"
		   "scoring: { scale: [2, 8] }\n---\n");
	folder_put("c/trees/scores.csv",
		   "criterion,oak,elm,ash\nHardy,yes,partial,no\n");
	folder_read(&f, *state);
	assert_near(f.c.criteria[0].scores[0].value, 8);
	assert_near(f.c.criteria[0].scores[1].value, 5);
	assert_near(f.c.criteria[0].scores[2].value, 2);
	diags_free(f.diags);
	folder_leave();
}

static size_t warnings_with(const char *site, struct arena *arena)
{
	struct folder f;
	size_t count;

	folder_enter();
	folder_put_trees();
	folder_put("c/site.yaml", site);
	folder_put("c/trees/comparison.md",
		   "---\ntitle: A\nsummary: B\ndate: 2026-11-21\n"
		   "options: [oak, elm]\ninfographic: duel\n---\n");
	folder_read(&f, arena);
	assert_true(f.ok);
	count = diags_warning_count(f.diags);
	diags_free(f.diags);
	folder_leave();
	return count;
}

static void an_infographic_that_is_not_drawn_is_told(void **state)
{
	size_t usual = warnings_with("title: a\n", *state);

	assert_int_equal(warnings_with("title: a\npictures: [cards]\n", *state),
			 usual + 1);
	assert_int_equal(warnings_with("title: a\npictures: [infographics]\n",
				       *state),
			 usual);
	assert_int_equal(warnings_with("title: a\npictures: []\nlanguages:\n"
				       "  de: { pictures: [infographics] }\n",
				       *state),
			 usual);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_infographic_that_is_not_drawn_is_told),
		TEST(an_answer_is_worth_a_place_on_the_scale),
		TEST(a_site_is_read_with_its_pages_and_lists),
		TEST(what_is_updated_is_no_earlier),
		TEST(the_head_of_a_comparison_is_read),
		TEST(options_are_read_in_the_order_listed),
		TEST(criteria_are_read_in_the_order_of_their_numbers),
		TEST(a_related_draft_is_left_out),
		TEST(a_table_may_call_things_by_their_names),
		TEST(a_link_is_relative_to_the_file_that_it_stands_in),
		TEST(a_table_may_call_its_first_column_anything),
		TEST(a_weight_of_the_table_has_its_place_there),
		TEST(a_measure_in_percent_may_have_its_sign),
		TEST(in_a_row_an_option_a_criterion_goes_before_a_column_of_that_name),
		TEST(a_title_that_two_criteria_have_names_neither),
		TEST(scores_are_the_mean_of_their_judges),
		TEST(the_other_files_are_read),
		TEST(a_link_alone_is_where_the_sample_stands),
		TEST(the_ids_of_headings_are_unique_on_their_page),
		TEST(what_is_demanded_and_decided_is_read),
		TEST(every_method_has_a_name),
		TEST(a_wide_table_gives_its_source_to_each_score),
		TEST(a_comparison_without_a_table_is_unscored),
		TEST(links_lead_to_the_pages_that_files_become),
		TEST(a_document_is_linked_to_in_static_only),
		TEST(a_head_is_read_without_the_other_files),
		TEST(yes_and_no_are_also_read_in_the_words_of_the_language),
		TEST(which_way_is_better_is_also_read_in_words),
	};

	return RUN(tests);
}
