/*
 * A comparison in another language of the site: all that its files may say
 * there, and every mistake in them.
 */
#include "folder.h"
#include "read/columns.h"
#include "read/edition.h"

/* The comparison in German, or what is wrong with it. */
struct german {
	struct site edition;
	struct comparison c;
	struct str said;
	bool ok;
};

static void put_site(void)
{
	folder_put_trees();
	folder_put("c/site.yaml", "title: Trees\nlanguages: { de: }\n"
				  "base_url: https://a.org/\n"
				  "menu:\n  - title: Us\n    page: about\n"
				  "  - title: Home\n    url: https://b.org/\n");
	folder_put("c/trees/comparison.md",
		   "---\ntitle: Oak or elm\nsummary: Which tree?\n"
		   "date: 2026-11-21\noptions: [oak, elm]\ntags: [wood]\n"
		   "aliases: [old]\ncanonical: https://c.org/\n"
		   "facts: { years: 500 years }\nparams: { a: one }\n"
		   "decision: { status: open, because: Tall. }\n"
		   "disclosure: None.\n---\nA question of [=years].\n");
	folder_put("c/trees/options/oak.md",
		   "---\nname: Oak tree\nshort: Oak\nprice: $1\n"
		   "group: Broad\nwebsite: https://oak.org/\n"
		   "facts: { Height: 40 m }\npros: [hard]\n"
		   "params: { a: one }\n---\nAn oak.\n");
	folder_put("c/trees/criteria/10-speed.md",
		   "---\ntitle: Speed\ngroup: Growth\nparams: { a: one }\n"
		   "rubric: { 0: slow, 8: fast }\n---\n"
		   "## Oak\nSlow.\n\n## Elm\nFast.\n");
	folder_put("c/trees/scores.csv",
		   "criterion,oak,elm,note\nspeed,4,8,Seen.\nheight,20,30,\n");
	folder_put("c/trees/guide.md", "---\ntitle: Guide\n---\nPlant it.\n");
	folder_put("c/trees/faq.md",
		   "---\ntitle: FAQ\n---\nAsk.\n\n## Why?\n\nSo.\n");
	folder_put("c/trees/comparison.de.md", "---\ntitle: Eiche\n---\n");
}

static void read_german(struct german *g, struct arena *arena)
{
	struct diags *diags = diags_new();
	struct str *files;
	struct site site;
	size_t count;

	*g = (struct german){ 0 };
	g->ok = content_read_site(diags, "c", &site, arena) &&
		content_read_pages(diags, &site, &files, &count, arena) &&
		edition_of(diags, &site, 0, &g->edition, arena) &&
		content_read_pages(diags, &g->edition, &files, &count, arena);
	if (g->ok)
		g->ok = content_read_comparison(diags, &g->edition,
						g->edition.slugs[0], &g->c,
						&files, &count, arena);
	g->said = printed(diags, arena);
	diags_free(diags);
}

static void all_that_is_said_is_said_in_the_other_language(void **state)
{
	struct german g;
	struct comparison *c = &g.c;

	folder_enter();
	put_site();
	folder_put("c/about.de.md", "---\ntitle: Wir\n---\n");
	folder_put("c/trees/comparison.de.md",
		   "---\ntitle: Eiche oder Ulme\nsummary: Was?\nslug: eiche\n"
		   "tags: [Holz]\ncanonical: https://d.org/\n"
		   "facts: { years: 500 Jahre }\nparams: { a: eins }\n"
		   "decision: { status: offen, because: Hoch. }\n"
		   "groups: { Growth: Wuchs, Broad: Laub }\n"
		   "units: { m: Meter }\ndisclosure: Keine.\n---\n"
		   "Eine Frage von [=years].\n");
	folder_put("c/trees/options/oak.de.md",
		   "---\nname: Eiche\nprice: 1 Euro\n"
		   "website: https://eiche.org/\nfacts: { H\xC3\xB6he: 40 m }\n"
		   "pros: [hart]\nparams: { a: eins }\n---\nEine Eiche.\n");
	folder_put("c/trees/options/elm.de.md", "---\nname: Ulme\n---\n");
	folder_put("c/trees/criteria/10-speed.de.md",
		   "---\ntitle: Tempo\nquestion: Wie schnell?\n"
		   "rubric: { 0: langsam, 8: schnell }\nnote: Gesehen.\n"
		   "params: { a: eins }\n---\n## Oak\nLangsam.\n\n"
		   "## Elm\nSchnell.\n");
	folder_put("c/trees/criteria/20-height.de.md",
		   "---\nnote: { elm: Hoch. }\n---\n");
	folder_put("c/trees/profiles/avenue.de.md",
		   "---\ntitle: Allee\nsummary: Am Weg.\n"
		   "params: { a: eins }\n---\nLang.\n");
	folder_put("c/trees/guide.de.md", "---\ntitle: Rat\n---\nPflanze.\n");
	folder_put("c/trees/faq.de.md",
		   "---\ntitle: Fragen\n---\nFrag.\n\n## Warum?\n\nDarum.\n");
	read_german(&g, *state);
	folder_leave();
	assert_str(g.said, "");
	assert_true(g.ok);
	assert_str(g.edition.base_url.str, "https://a.org/de/");
	assert_int_equal(g.edition.menu_count, 2);
	assert_str(g.edition.menu[0].page.str, "about");
	assert_str(g.edition.menu[1].title.str, "Home");
	assert_str(c->slug, "eiche");
	assert_str(c->title.str, "Eiche oder Ulme");
	assert_str(c->summary.str, "Was?");
	assert_str(c->tags[0].str, "Holz");
	assert_str(c->canonical.str, "https://d.org/");
	assert_int_equal(c->alias_count, 0);
	assert_str(c->params.items[0].text, "eins");
	assert_str(c->decision.status.str, "offen");
	assert_str(c->decision.status_written, "open");
	assert_str(c->decision.because.plain, "Hoch.");
	assert_str(c->disclosure.plain, "Keine.");
	assert_str(c->body.plain, "Eine Frage von 500 Jahre.");
	assert_str(c->options[0].name.str, "Eiche");
	assert_str(c->options[0].short_name.str, "Oak");
	assert_str(c->options[0].group.str, "Laub");
	assert_str(c->options[0].price.str, "1 Euro");
	assert_str(c->options[0].website.str, "https://eiche.org/");
	assert_int_equal(c->options[0].fact_count, 1);
	assert_str(c->options[0].facts[0].label.str, "H\xC3\xB6he");
	assert_str(c->options[0].pros.items[0].plain, "hart");
	assert_str(c->options[0].params.items[0].text, "eins");
	assert_str(c->options[0].body.plain, "Eine Eiche.");
	assert_str(c->options[1].short_name.str, "Ulme");
	assert_str(c->criteria[0].title.str, "Tempo");
	assert_str(c->criteria[0].group.str, "Wuchs");
	assert_str(c->criteria[0].question.str, "Wie schnell?");
	assert_str(c->criteria[0].rubric[1].text.plain, "schnell");
	assert_str(c->criteria[0].scores[0].evidence[0].note.plain, "Gesehen.");
	assert_str(c->criteria[0].params.items[0].text, "eins");
	assert_str(c->criteria[0].sections[1].plain, "Schnell.");
	assert_str(c->criteria[1].title.str, "Height");
	assert_str(c->criteria[1].measure.unit.str, "Meter");
	assert_str(c->criteria[1].scores[0].evidence[0].note.plain, "");
	assert_str(c->criteria[1].scores[1].evidence[0].note.plain, "Hoch.");
	assert_str(c->profiles[0].title.str, "Allee");
	assert_str(c->profiles[0].summary.str, "Am Weg.");
	assert_str(c->profiles[0].params.items[0].text, "eins");
	assert_str(c->profiles[0].body.plain, "Lang.");
	assert_str(c->guide_title.str, "Rat");
	assert_str(c->guide.plain, "Pflanze.");
	assert_str(c->faq_title.str, "Fragen");
	assert_str(c->faq_intro.plain, "Frag.");
	assert_str(c->questions[0].question.str, "Warum?");
}

static void what_is_not_translated_stays_as_it_is(void **state)
{
	static const char *const FILES[] = {
		"c/trees/options/oak.de.md",
		"c/trees/criteria/10-speed.de.md",
		"c/trees/profiles/avenue.de.md",
		"c/trees/guide.de.md",
		"c/trees/faq.de.md",
	};
	struct german g;
	struct comparison *c = &g.c;

	folder_enter();
	put_site();
	for (size_t i = 0; i < sizeof(FILES) / sizeof(*FILES); i++)
		folder_put(FILES[i], "---\n---\n");
	read_german(&g, *state);
	folder_leave();
	assert_str(g.said, "");
	assert_true(g.ok);
	assert_int_equal(g.edition.menu_count, 1);
	assert_str(c->slug, "trees");
	assert_str(c->summary.str, "Which tree?");
	assert_str(c->tags[0].str, "wood");
	assert_str(c->canonical.str, "");
	assert_str(c->params.items[0].text, "one");
	assert_str(c->decision.because.plain, "Tall.");
	assert_str(c->body.plain, "A question of 500 years.");
	assert_str(c->options[0].name.str, "Oak tree");
	assert_str(c->options[0].facts[0].label.str, "Height");
	assert_str(c->options[0].params.items[0].text, "one");
	assert_str(c->options[0].body.plain, "An oak.");
	assert_str(c->criteria[0].rubric[1].text.plain, "fast");
	assert_str(c->criteria[0].scores[0].evidence[0].note.plain, "Seen.");
	assert_str(c->criteria[0].sections[1].plain, "Fast.");
	assert_str(c->profiles[0].title.str, "Avenue");
	assert_str(c->guide_title.str, "Guide");
	assert_str(c->guide.plain, "Plant it.");
	assert_str(c->faq_intro.plain, "Ask.");
	assert_int_equal(c->question_count, 1);
}

#define HEAD(yaml) "c/trees/comparison.de.md", "---\n" yaml "\n---\n"
#define SPEED(yaml) "c/trees/criteria/10-speed.de.md", "---\n" yaml "\n---\n"

static const struct {
	const char *path, *text, *message;
} MISTAKES[] = {
	{ HEAD("title: [a"),
	  "comparison.de.md:3:1: error: this is no YAML: did not find" },
	{ HEAD("slug: Eiche"),
	  "comparison.de.md:2:7: error: a comparison cannot be called "
	  "\"Eiche\"\n    2 | slug: Eiche\n      |       ^~~~~\n"
	  "  hint: a slug is lower-case letters, digits and hyphens\n" },
	{ HEAD("slug: tags"),
	  "comparison.de.md:2:7: error: a comparison cannot be called "
	  "\"tags\"\n" },
	{ HEAD("slug: search"),
	  "comparison.de.md:2:7: error: a comparison cannot be called "
	  "\"search\"\n" },
	{ HEAD("slug: { a: b }"),
	  "comparison.de.md:2:7: error: \"slug\" must be text, found a "
	  "mapping\n" },
	{ HEAD("facts: { age: 5 }"),
	  "comparison.de.md:2:10: error: comparison.md has no fact \"age\"\n" },
	{ HEAD("facts: { years: [5] }"),
	  "comparison.de.md:2:17: error: an entry of \"facts\" must be text, "
	  "found a list\n" },
	{ HEAD("decision: no"),
	  "comparison.de.md:2:11: error: \"decision\" must be a mapping, "
	  "found text\n" },
	{ HEAD("decision: { chosen: elm }"),
	  "comparison.de.md:2:13: error: the translation of a decision has no "
	  "key \"chosen\"\n" },
	{ HEAD("groups: { Grow: a }"),
	  "comparison.de.md:2:11: error: there is no group \"Grow\"\n" },
	{ HEAD("units: { km: a }"),
	  "comparison.de.md:2:10: error: there is no unit \"km\"\n" },
	{ HEAD("units: { m: [a] }"),
	  "comparison.de.md:2:13: error: an entry of \"units\" must be text, "
	  "found a list\n" },
	{ "c/trees/comparison.de.md", "---\n---\n[a](b.md)\n",
	  "comparison.de.md:3:5: error: there is no file \"trees/b.md\" in c\n" },
	{ "c/trees/options/ash.de.md", "---\n---\n",
	  "ash.de.md: error: there is no option \"ash\"\n" },
	{ "c/trees/options/oak.de.md", "Text.\n",
	  "oak.de.md:1:1: error: expected front matter: a line of ---\n" },
	{ "c/trees/options/oak.de.md", "---\nname: Elm\n---\n",
	  "oak.de.md:2:7: error: \"Elm\" is what the option \"oak\" is "
	  "called, too\n" },
	{ "c/trees/options/elm.de.md", "---\nshort: OAK\n---\n",
	  "elm.de.md:2:8: error: \"OAK\" is what the option \"oak\" is "
	  "called, too\n" },
	{ "c/trees/options/oak.de.md", "---\nfacts: [a]\n---\n",
	  "oak.de.md:2:8: error: \"facts\" must be a mapping, found a list\n" },
	{ "c/trees/options/oak.de.md", "---\n---\n[a](b.md)\n",
	  "oak.de.md:3:5: error: there is no file \"trees/options/b.md\" in c\n" },
	{ "c/trees/criteria/30-fun.de.md", "---\n---\n",
	  "30-fun.de.md: error: there is no criterion \"fun\"\n" },
	{ "c/trees/criteria/10-speed.de.md", "Text.\n",
	  "10-speed.de.md:1:1: error: expected front matter: a line of "
	  "---\n" },
	{ SPEED("rubric: { 0: a, 9: b }"),
	  "10-speed.de.md:2:9: error: the rubric has other scores than that "
	  "of the criterion\n" },
	{ SPEED("rubric: { 0: a }"),
	  "10-speed.de.md:2:9: error: the rubric has other scores than that "
	  "of the criterion\n" },
	{ SPEED("rubric: [a]"),
	  "10-speed.de.md:2:9: error: \"rubric\" must be text or a mapping "
	  "from scores, found a list\n" },
	{ SPEED("note: { ash: a }"),
	  "10-speed.de.md:2:9: error: there is no option \"ash\"\n" },
	{ SPEED("note: { oak: a, Oak tree: b }"),
	  "10-speed.de.md:2:17: error: \"Oak tree\" is the option \"oak\" "
	  "once more\n" },
	{ SPEED("note: { oak: [a] }"),
	  "10-speed.de.md:2:14: error: \"note\" must be text, found a "
	  "list\n" },
	{ SPEED("note: [a]"),
	  "10-speed.de.md:2:7: error: \"note\" must be text or a mapping from "
	  "options, found a list\n" },
	{ "c/trees/profiles/park.de.md", "---\n---\n",
	  "park.de.md: error: there is no profile \"park\"\n" },
	{ "c/trees/profiles/avenue.de.md", "Text.\n",
	  "avenue.de.md:1:1: error: expected front matter: a line of ---\n" },
	{ "c/trees/profiles/avenue.de.md", "---\nweights: { speed: 1 }\n---\n",
	  "avenue.de.md:2:1: error: the translation of a profile has no key "
	  "\"weights\"\n" },
	{ "c/trees/guide.de.md", "Text.\n",
	  "guide.de.md:1:1: error: expected front matter: a line of ---\n" },
	{ "c/trees/guide.de.md", "---\nsamples: [saw]\n---\n",
	  "guide.de.md:2:1: error: the translation of the guide has no key "
	  "\"samples\"\n" },
	{ "c/trees/faq.de.md", "---\ntitle: [a]\n---\n",
	  "faq.de.md:2:8: error: \"title\" must be text, found a list\n" },
	{ "c/trees/faq.de.md", "---\n---\n[a](b.md)\n",
	  "faq.de.md:3:5: error: there is no file \"trees/b.md\" in c\n" },
	{ "c/elms/comparison.de.md", "---\nslug: trees\n---\n",
	  "c/trees/comparison.de.md: error: \"elms\" is called \"trees\", "
	  "too\n" },
};

static void a_mistake_in_a_translation_is_shown_at_its_place(void **state)
{
	for (size_t i = 0; i < sizeof(MISTAKES) / sizeof(*MISTAKES); i++) {
		struct german g;

		folder_enter();
		put_site();
		folder_put("c/elms/comparison.md",
			   "---\ntitle: A\nsummary: B\ndate: 2026-11-21\n"
			   "options: [a, b]\n---\n");
		folder_put(MISTAKES[i].path, MISTAKES[i].text);
		read_german(&g, *state);
		folder_leave();
		if (!strstr(g.said.ptr, MISTAKES[i].message))
			fail_msg("%s gives\n%s\nnot\n%s", MISTAKES[i].text,
				 g.said.ptr, MISTAKES[i].message);
		assert_false(g.ok);
	}
}

/* Two judges have each their own reasons. */
/* Each is read in the words of its language, as a theme has them. */
static void a_text_is_read_in_the_words_of_its_own_language(void **state)
{
	struct diags *diags = diags_new();
	struct site site, edition;
	struct comparison c;
	struct str *files, said;
	size_t count;

	folder_enter();
	put_site();
	folder_put("c/trees/criteria/10-speed.md",
		   "---\ntitle: Speed\nrubric: { oui: fast }\n---\n"
		   "## Oak\n\n## Elm\n\n## Arr\xC3\xAAt\n\nElm.\n");
	folder_put("c/trees/criteria/10-speed.de.md",
		   "---\nrubric: { oui: schnell }\n---\n"
		   "## Oak\n\n## Elm\n\n## Fazit\n\nUlme.\n");
	folder_put("c/trees/scores.csv",
		   "crit\xC3\xA8re,oak,elm\nspeed,oui,2\nheight,20,30\n");
	assert_true(content_read_site(diags, "c", &site, *state));
	site.verdict = STR("Arr\xC3\xAAt");
	site.answers[0] = STR("oui");
	site.columns = arena_array(*state, struct str, COLUMN_COUNT);
	((struct str *)site.columns)[COLUMN_CRITERION] = STR("crit\xC3\xA8re");
	assert_true(edition_of(diags, &site, 0, &edition, *state));
	edition.verdict = STR("Fazit");
	edition.answers[0] = STR("ja");
	edition.columns = arena_array(*state, struct str, COLUMN_COUNT);
	assert_true(content_read_comparison(diags, &edition, edition.slugs[0],
					    &c, &files, &count, *state));
	said = printed(diags, *state);
	folder_leave();
	diags_free(diags);
	assert_str(said, "");
	assert_str(c.criteria[0].verdict.plain, "Ulme.");
	assert_true(c.criteria[0].scores[0].value == 10);
	assert_str(c.criteria[0].rubric[0].text.plain, "schnell");
}

static void a_note_names_its_option_in_either_language(void **state)
{
	static const char *const NAMES[] = { "elm", "Elm", "Ulme" };
	struct german g;

	for (size_t i = 0; i < sizeof(NAMES) / sizeof(*NAMES); i++) {
		folder_enter();
		put_site();
		folder_put("c/trees/options/elm.de.md",
			   "---\nname: Ulme\n---\n");
		/* Its name in German is the id of another. */
		folder_put("c/trees/options/oak.de.md",
			   "---\nname: elm\n---\n");
		folder_put("c/trees/criteria/20-height.de.md",
			   arena_printf(*state,
					"---\nnote: { %s: Hoch. }\n---\n",
					NAMES[i])
				   .ptr);
		read_german(&g, *state);
		folder_leave();
		assert_str(g.said, "");
		assert_str(g.c.criteria[1].scores[1].evidence[0].note.plain,
			   "Hoch.");
	}
}

static void a_note_of_several_judges_is_not_translated(void **state)
{
	struct german g;

	folder_enter();
	put_site();
	folder_put("c/trees/scores.csv",
		   "criterion,option,score,judge,note\n"
		   "speed,oak,4,Ann,Seen.\nspeed,oak,5,Bo,Read.\n"
		   "speed,elm,8,Ann,Seen.\n");
	folder_put("c/trees/criteria/10-speed.de.md",
		   "---\nnote: { elm: Gesehen. }\n---\n");
	read_german(&g, *state);
	assert_true(g.ok);
	folder_put("c/trees/criteria/10-speed.de.md",
		   "---\nnote: { oak: Gesehen. }\n---\n");
	read_german(&g, *state);
	folder_leave();
	assert_false(g.ok);
	assert_non_null(strstr(g.said.ptr,
			       "10-speed.de.md:2:14: error: a note is "
			       "translated where one judge gave the score\n"));
}

static void of_unread_languages_any_may_be_one(void **state)
{
	static const char *const SITES[] = {
		"title: Trees\ntitle: T\n", "title: [\n",
		"title: Trees\nlanguages: de\n",
		"title: Trees\nlangauges: { de: }\n"
	};

	for (size_t k = 0; k < 4; k++) {
		struct diags *diags = diags_new();
		struct site site;
		struct comparison c;
		struct str *files, said;
		size_t count;

		folder_enter();
		put_site();
		folder_put("c/about.de.md", "---\ntitle: Wir\n---\n");
		folder_put("c/trees/options/oak.de.md",
			   "---\nname: Eiche\n---\n");
		folder_put("c/site.yaml", SITES[k]);
		assert_false(content_read_site(diags, "c", &site, *state));
		content_read_comparison(diags, &site, site.slugs[0], &c, &files,
					&count, *state);
		said = printed(diags, *state);
		assert_non_null(strstr(said.ptr, "c/site.yaml:"));
		assert_null(strstr(strstr(said.ptr, "error:") + 1, "error:"));
		diags_free(diags);
		folder_leave();
	}
}

static void a_translation_is_known_by_its_name(void **state)
{
	static const struct {
		const char *file, *stem, *language;
	} NAMES[] = {
		{ "about.de.md", "about", "de" },
		{ "a-b.pt-BR.md", "a-b", "pt-BR" },
		{ "a.zh-Hant.csv", "a", "zh-Hant" },
		{ "a.d.md", NULL, NULL },
		{ "a.md", NULL, NULL },
		{ ".de.md", NULL, NULL },
		{ "a.v2.md", NULL, NULL },
		{ "a.-de.md", NULL, NULL },
		{ "a.d-e.md", NULL, NULL },
		{ "a.abcdefghijklm.md", NULL, NULL },
		{ "a.de_AT.md", NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(NAMES) / sizeof(*NAMES); i++) {
		struct str stem, language;
		bool is = edition_is_translation(str_from(NAMES[i].file), &stem,
						 &language);

		if (is != (NAMES[i].stem != NULL))
			fail_msg("%s", NAMES[i].file);
		if (!is)
			continue;
		assert_str(stem, NAMES[i].stem);
		assert_str(language, NAMES[i].language);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(all_that_is_said_is_said_in_the_other_language),
		TEST(what_is_not_translated_stays_as_it_is),
		TEST(a_mistake_in_a_translation_is_shown_at_its_place),
		TEST(a_text_is_read_in_the_words_of_its_own_language),
		TEST(a_note_names_its_option_in_either_language),
		TEST(a_note_of_several_judges_is_not_translated),
		TEST(of_unread_languages_any_may_be_one),
		TEST(a_translation_is_known_by_its_name),
	};

	return RUN(tests);
}
