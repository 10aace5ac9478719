#include "import/outline.h"

#include "base/buf.h"

#include "unit.h"

/*
 * The outline of an article about oak and elm, a line each section: deeper
 * ones indented, its topic, "@" and the option it is about.
 */
static struct str outlined(const char *markdown, struct arena *arena)
{
	struct diags *diags = diags_new();
	struct article article = { .path = "a.md", .arena = arena };
	struct names names = { 0 };
	struct outline outline;
	struct buf buf = { 0 };
	struct str text;

	names_add(&names, STR("Oak"), arena);
	names_add(&names, STR("Elm"), arena);
	assert_true(
		article_read_markdown(diags, &article, str_from(markdown), 1));
	outline = outline_of(&article, &names, NO_HEADING);
	for (size_t s = 1; s < outline.count; s++) {
		const struct section *section = &outline.sections[s];

		for (size_t t = 1; t < s; t++)
			if (outline.sections[t].next > s)
				buf_text(&buf, "  ");
		buf_raw(&buf, section->topic);
		if (section->subject < names.count)
			buf_printf(&buf, "@%.*s",
				   STR_ARG(names.name[section->subject]));
		buf_char(&buf, '\n');
	}
	text = buf_copy(&buf, arena);
	buf_release(&buf);
	diags_free(diags);
	return text;
}

static void a_bold_line_is_a_heading_below_the_last(void **state)
{
	assert_str(outlined("## Price\n\n**Oak**\n\nDear.\n\n**Elm**\n\n"
			    "Cheap.\n\n**Oak costs more.**\n",
			    *state),
		   "Price\n"
		   "  @Oak\n"
		   "  @Elm\n");
}

static void a_heading_leaves_its_result_to_the_text(void **state)
{
	static const struct {
		const char *heading, *topic;
	} HEADINGS[] = {
		{ "Search – Winner: Oak", "Search\n" },
		{ "Search (winner: Oak)", "Search\n" },
		{ "**Search** - *Oak wins*", "Search\n" },
		{ "Search: a tie", "Search\n" },
		{ "Search: Oak 8/10, Elm 7/10", "Search\n" },
		{ "Search: 8/10", "Search\n" },
		{ "Oak (8/10)", "@Oak\n" },
		{ "Oak ★★★★", "@Oak\n" },
		{ "Winner: Oak", "" },
		{ "Score: 8/10", "" },
		/* These tell of no result. */
		{ "Round 3/5", "Round 3/5\n" },
		{ "Search: if Oak wins", "Search: if wins@Oak\n" },
		{ "Search (in Oak)", "Search (in@Oak\n" },
		{ "Oak search: Elm wins", "Search wins\n" },
	};

	for (size_t i = 0; i < sizeof(HEADINGS) / sizeof(*HEADINGS); i++) {
		char text[100];

		snprintf(text, sizeof(text), "## %s\n\nText.\n",
			 HEADINGS[i].heading);
		assert_str(outlined(text, *state), HEADINGS[i].topic);
	}
}

static void names_that_come_again_lie_below_their_topic(void **state)
{
	assert_str(outlined("## Price\n\n## Oak\n\na\n\n## Elm\n\nb\n\n"
			    "## Shade\n\n## Oak\n\nc\n\n## Elm\n\nd\n",
			    *state),
		   "Price\n"
		   "  @Oak\n"
		   "  @Elm\n"
		   "Shade\n"
		   "  @Oak\n"
		   "  @Elm\n");
}

static void a_topic_of_one_option_lies_below_that_of_both(void **state)
{
	assert_str(outlined("## Oak vs elm: price\n\n## Oak price\n\na\n\n"
			    "## Elm price\n\nb\n\n## Shade\n\nc\n",
			    *state),
		   "Price\n"
		   "  Price@Oak\n"
		   "  Price@Elm\n"
		   "Shade\n");
}

static void a_name_below_another_section_is_its_child_alone(void **state)
{
	assert_str(outlined("## Strengths\n\n### Oak\n\n#### Pros\n\na\n\n"
			    "#### Cons\n\nb\n\n### Elm\n\n#### Pros\n\nc\n\n"
			    "## Sum\n\n### Oak\n\nd\n",
			    *state),
		   "Strengths\n"
		   "  @Oak\n"
		   "    Pros\n"
		   "    Cons\n"
		   "  @Elm\n"
		   "    Pros\n"
		   "Sum\n"
		   "  @Oak\n");
}

static void a_winner_in_a_heading_heads_nothing(void **state)
{
	assert_str(outlined("## Price\n\na\n\n### Winner: Elm\n\nb\n\n"
			    "### Oak 0 – 1 Elm\n\n## Shade\n\nc\n",
			    *state),
		   "Price\n"
		   "Shade\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_bold_line_is_a_heading_below_the_last),
		TEST(a_heading_leaves_its_result_to_the_text),
		TEST(names_that_come_again_lie_below_their_topic),
		TEST(a_topic_of_one_option_lies_below_that_of_both),
		TEST(a_name_below_another_section_is_its_child_alone),
		TEST(a_winner_in_a_heading_heads_nothing),
	};

	return RUN(tests);
}
