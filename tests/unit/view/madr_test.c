#include "judged.h"

#include "view/madr.h"
#include "view/madr_text.h"

static struct str record(struct comparison *c, struct arena *arena)
{
	struct subject s = subject_in(c, arena);
	struct buf buf = { 0 };
	struct str text;

	madr_record(&s, &buf);
	text = buf_copy(&buf, arena);
	buf_release(&buf);
	return text;
}

static void assert_says(struct str text, const char *words, bool does)
{
	bool found = str_find_str(text, str_from(words)) < text.len;

	if (found != does)
		print_error("%s \"%s\":\n%.*s\n", does ? "no" : "has", words,
			    STR_ARG(text));
	assert_int_equal(found, does);
}

static struct str inline_of(const char *html, struct arena *arena)
{
	struct buf buf = { 0 };
	struct str text;

	madr_inline(&buf, str_from(html), STR("https://a.org/"));
	text = buf_copy(&buf, arena);
	buf_release(&buf);
	return text;
}

static void without_a_decision_it_is_a_proposal_of_the_leader(void **state)
{
	struct comparison *c =
		comparison_from("  a b c\nx 1 9 6 3\ny 1 5 7 -\n", *state);
	struct str text;

	c->scoring.missing = MISSING_WORST;
	text = record(c, *state);
	assert_says(text, "status: \"proposed\"\n", true);
	assert_says(text,
		    "Chosen option: \"a\", because it leads by the "
		    "scores.\n",
		    true);
	assert_says(text, "No decision is recorded", true);
	assert_says(text, "a leads with 7.00 of 10", true);
	assert_says(text, "It is ahead of b by 5.0% of the scale.", true);
	assert_says(text, "* Bad, because b is better on y: 7 to 5\n", true);
	assert_says(text, "* Neutral, because it was not scored on y\n", true);
	assert_says(text, "decision-makers", false);
	assert_says(text, "### Confirmation\n\na comes first in ", true);
	assert_says(text, "The scores are judged anew", true);
}

static void where_nobody_leads_none_is_chosen(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 9 9\n", *state);
	struct str text = record(c, *state);

	assert_says(text, "Chosen option: none so far.\n", true);
	assert_says(text, "### Consequences", false);
	c->criteria[0].scores[0].value = NAN;
	text = record(c, *state);
	assert_says(text, "No decision is recorded.\n", true);
	assert_says(text, "### Confirmation", false);
}

static void a_choice_with_nothing_against_it_has_no_consequences(void **state)
{
	struct comparison *c =
		comparison_from("  a b\nx 1 9 6\ny 1 9 8\n", *state);
	struct str text = record(c, *state);

	assert_says(text, "Chosen option: \"a\"", true);
	assert_says(text, "### Consequences", false);
	assert_says(text, "\n\n### Confirmation\n\n", true);
	c->criteria[0].must = (struct must){ .kind = MUST_ABOVE, .bound = 8 };
	text = record(c, *state);
	assert_says(text, "Chosen option: \"a\"", true);
	assert_says(text, "### Consequences", false);
}

static void who_is_first_most_often_stands_alone_in_its_section(void **state)
{
	struct comparison *c =
		comparison_from("  a b\nx 9 9 1\ny 1 1 9\nz 1 1 9\n", *state);
	struct str text = record(c, *state);

	assert_says(text, "a leads with", true);
	assert_says(text, "### Confirmation\n\nb comes first in ", true);
	assert_says(text, "though", false);
}

static void a_decision_stands_as_it_was_made(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 9 6\n", *state);
	struct text deciders[] = { { .str = STR("Ann \"A\"") } };
	struct str text;

	c->decision = (struct decision){
		.given = true,
		.deciders = deciders,
		.decider_count = 1,
		.date = { .year = 2026, .month = 2, .day = 3 },
		.chosen = { .claim = CLAIM_OPTION, .option = 1 },
		.because = { .html = STR("it is <em>near</em>.") },
	};
	text = record(c, *state);
	assert_says(text, "status", false);
	assert_says(text, "date: 2026-02-03\n", true);
	assert_says(text, "decision-makers: [\"Ann \\\"A\\\"\"]\n", true);
	assert_says(text, "Chosen option: \"b\", because it is *near*.\n",
		    true);
	assert_says(text, "The scores say a; the decision is b.\n", true);
	assert_says(text, "No decision is recorded", false);
	c->criteria[0].must = (struct must){ .kind = MUST_ABOVE, .bound = 8 };
	text = record(c, *state);
	assert_says(text, "* x (weight 1; a must: above 8)\n", true);
	assert_says(text, "* Bad, because it fails a must: x: 6\n", true);
	assert_says(text, "b is ruled out by x.\n", true);
}

/* Sentences begin large and end. */
static void a_total_its_coverage_and_why_it_has_no_rank_are_one_sentence(
	void **state)
{
	struct comparison *c =
		comparison_from("  a b\nx 1 9 6\ny 3 - 4\n", *state);
	struct str text;

	c->scoring.missing = MISSING_AVAILABLE;
	c->criteria[0].must = (struct must){ .kind = MUST_ABOVE, .bound = 8 };
	text = record(c, *state);
	assert_says(text, "Total: 9.00 of 10 on 1 of 2 criteria, rank 1.\n",
		    true);
	assert_says(text,
		    "Total: 4.50 of 10; ruled out, as x is 6 and must be "
		    "above 8.\n",
		    true);
}

static void a_decision_without_a_reason_has_that_of_the_scores(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 9 6\n", *state);
	struct str text;

	c->decision = (struct decision){
		.given = true,
		.chosen = { .claim = CLAIM_OPTION, .option = 0 },
	};
	text = record(c, *state);
	assert_says(text,
		    "Chosen option: \"a\", because it leads by the "
		    "scores.\n",
		    true);
	c->decision.chosen.option = 1;
	text = record(c, *state);
	assert_says(text,
		    "Chosen option: \"b\", because it was decided so; no "
		    "reason is recorded.\n",
		    true);
	c->criteria[0].scores[0].value = c->criteria[0].scores[1].value = NAN;
	text = record(c, *state);
	assert_says(text, "### Consequences", false);
	assert_says(text, "no reason is recorded.\n", true);
}

static void what_was_not_scored_is_not_called_worse(void **state)
{
	struct comparison *c =
		comparison_from("  a b\nx 1 3 9\ny 1 8 -\n", *state);
	struct str text;

	c->scoring.missing = MISSING_AVAILABLE;
	text = record(c, *state);
	assert_says(text, "Chosen option: \"b\"", true);
	assert_says(text, "a is better on", false);
	c->criteria[1].scores[1].value = 7;
	text = record(c, *state);
	assert_says(text, "* Bad, because a is better on y: 8 to 7\n", true);
}

static void markdown_means_what_the_page_says(void **state)
{
	assert_str(inline_of("a <strong>b</strong> <del>c</del> 1 * 2_3 "
			     "[x] &lt;b&gt; R&amp;D",
			     *state),
		   "a **b** ~~c~~ 1 \\* 2\\_3 \\[x\\] \\<b\\> R\\&D");
	assert_str(inline_of("<code>a*b &lt; `c`</code>", *state),
		   "`` a*b < `c` ``");
	assert_str(inline_of("<a href=\"\xFFx/y.html?a&amp;b\">z</a>", *state),
		   "[z](<https://a.org/x/y.html?a&b>)");
	assert_str(
		inline_of("so<sup class=\"cite\"><a href=\"\xFFx/#source-s\" "
			  "title=\"A &amp; B\">[1]</a></sup>.",
			  *state),
		"so[^s].");
	assert_str(inline_of("<img loading=\"lazy\" src=\"\xFFp.png\" "
			     "alt=\"a&quot;b\" />",
			     *state),
		   "![a\"b](<https://a.org/p.png>)");
	assert_str(inline_of("- a", *state), "\\- a");
	assert_str(inline_of("1. First, 2.", *state), "1\\. First, 2.");
	assert_str(inline_of("3.5", *state), "3.5");
	assert_str(inline_of("", *state), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(without_a_decision_it_is_a_proposal_of_the_leader),
		TEST(where_nobody_leads_none_is_chosen),
		TEST(a_choice_with_nothing_against_it_has_no_consequences),
		TEST(who_is_first_most_often_stands_alone_in_its_section),
		TEST(a_decision_stands_as_it_was_made),
		TEST(a_total_its_coverage_and_why_it_has_no_rank_are_one_sentence),
		TEST(a_decision_without_a_reason_has_that_of_the_scores),
		TEST(what_was_not_scored_is_not_called_worse),
		TEST(markdown_means_what_the_page_says),
	};

	return RUN(tests);
}
