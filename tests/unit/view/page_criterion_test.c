#include "judged.h"

#include "view/comparison_view.h"
#include "view/page_view.h"

#define NINE "  a b c d e f g h i\n"

static struct page page_of(const struct comparison *c, size_t j,
			   struct arena *arena)
{
	struct subject *s = arena_new(arena, struct subject);
	struct frame *frame = arena_new(arena, struct frame);
	struct book *book = arena_new(arena, struct book);

	*s = subject_in(c, arena);
	*frame = frame_of(s->site, s->phrases, NULL, 0, arena);
	*book = (struct book){ .frame = frame,
			       .subject = s,
			       .shared = comparison_view(s) };
	return criterion_page(book, j);
}

/* What the page says of its first criterion. */
static const struct value *said_of(const struct comparison *c,
				   struct arena *arena)
{
	return value_find(page_of(c, 0, arena).values, STR("criterion"));
}

static size_t section_count(const struct comparison *c, struct arena *arena)
{
	const struct value *o = said_of(c, arena);
	size_t count = value_find(o, STR("sections"))->as.list.count;

	assert_member(o, "has_sections", count ? "true" : "false");
	return count;
}

static void assert_count(const struct value *o, const char *list, size_t want)
{
	assert_int_equal(value_find(o, str_from(list))->as.list.count, want);
}

/* Whichever it is that something is told of. */
static void what_is_told_of_one_makes_room_for_both(void **state)
{
	for (size_t told = 0; told < 2; told++) {
		struct comparison *c =
			comparison_from("  a b\nx 1 8 6\n", *state);

		assert_int_equal(section_count(c, *state), 0);
		c->criteria[0].sections[told].html = STR("<p>So.</p>");
		assert_int_equal(section_count(c, *state), 2);
		assert_count(said_of(c, *state), "toc", 3);
	}
}

static void its_description_says_no_more_than_there_is(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 8 6\n", *state);

	c->title.str = STR("A or b");
	c->summary.str = STR("Two letters.");
	assert_str(page_of(c, 0, *state).description,
		   "x: a wins. A criterion of \u201cA or b\u201d, with the "
		   "evidence for every score.");
	c->scored = false;
	assert_str(page_of(c, 0, *state).description, "x: Two letters.");
	c->criteria[0].question.str = STR("Which?");
	assert_str(page_of(c, 0, *state).description, "Which?");
}

static void of_many_only_those_that_are_told_of_have_room(void **state)
{
	struct comparison *c =
		comparison_from(NINE "x 1 8 6 5 4 3 2 1 - 0\n", *state);
	const struct value *o;

	assert_int_equal(section_count(c, *state), 0);
	c->criteria[0].sections[0].html = STR("<p>So.</p>");
	c->criteria[0].sections[7].html = STR("<p>And so.</p>");
	o = said_of(c, *state);
	assert_count(o, "sections", 2);
	assert_member(o, "sections.0.name", "a");
	assert_member(o, "sections.0.is_missing", "false");
	assert_member(o, "sections.1.anchor", "h");
	assert_member(o, "sections.1.is_missing", "true");
	c->criteria[0].scores[7].value = 1;
	o = said_of(c, *state);
	assert_member(o, "sections.0.is_winner", "true");
	assert_member(o, "sections.1.is_winner", "false");
}

/* A note, a source, a date, a judge or how sure they are: each is evidence. */
static void of_many_bare_numbers_are_no_evidence(void **state)
{
	static const char *const KINDS[] = { "note",  "source",	    "date",
					     "judge", "confidence", "nothing" };

	for (size_t kind = 0; kind < 6; kind++) {
		struct comparison *c =
			comparison_from(NINE "x 1 8 6 5 4 3 2 1 1 0\n", *state);
		struct evidence *e = &c->criteria[0].scores[8].evidence[0];
		struct source source = { .id = STR("s"),
					 .title.str = STR_INIT("Flora") };
		size_t first = 0;
		const struct value *o;

		c->sources = &source;
		c->source_count = 1;
		if (kind == 0)
			e->note.html = STR("So.");
		else if (kind == 1)
			e->sources = &first, e->source_count = 1;
		else if (kind == 2)
			e->date = (struct date){ .year = 2026,
						 .month = 1,
						 .day = 1 };
		else if (kind == 3)
			e->judge = STR("Ann");
		else if (kind == 4)
			e->confidence = CONFIDENCE_LOW;
		o = said_of(c, *state);
		print_message("%s\n", KINDS[kind]);
		assert_member(o, "has_evidence", kind < 5 ? "true" : "false");
		assert_member(o, "has_dates", kind == 2 ? "true" : "false");
		assert_member(o, "has_judges", kind == 3 ? "true" : "false");
		assert_member(o, "has_confidence",
			      kind == 4 ? "true" : "false");
		assert_member(o, "evidence_count", "9 scores");
	}
}

/* The table of judges has their numbers: rows tell what it does not. */
static void rows_tell_what_the_table_of_judges_does_not(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 - -\n", *state);
	struct evidence *last;
	const struct value *o;

	for (size_t i = 0; i < 2; i++) {
		c->criteria[0].scores[i].evidence_count = 0;
		judged_by(c, "Ann", 0, i, 8, *state);
		last = judged_by(c, "Ben", 0, i, (double)(2 + i), *state);
	}
	o = said_of(c, *state);
	assert_count(value_find(o, STR("judged")), "rows", 2);
	assert_member(o, "judged.rows.0.judge", "Ann");
	assert_member(o, "judged.rows.1.judge", "Ben");
	assert_member(o, "judged.rows.1.cells.1.value", "3.0");
	assert_member(o, "has_evidence", "true");
	assert_member(o, "has_judges", "true");
	assert_member(o, "has_evidence_rows", "false");
	last->note.html = STR("Seen.");
	o = said_of(c, *state);
	assert_member(o, "has_evidence_rows", "false");
	assert_member(o, "judged.rows.1.cells.1.given.0.note", "Seen.");
	assert_member(o, "judged.rows.1.cells.1.says", "true");
	assert_member(o, "judged.rows.1.cells.0.says", "false");
	assert_member(o, "judged.rows.0.gap", "level");
	assert_member(o, "judged.rows.1.gap", "1.0 to b");
	assert_member(o, "judged.mean.gap", "0.5 to b");
	last->note.html = STR("");
	last->confidence = CONFIDENCE_HIGH;
	o = said_of(c, *state);
	assert_member(o, "judged.rows.1.cells.1.says", "true");
	assert_member(o, "evidence.3.confidence", "high");
	last->value = NAN;
	o = said_of(c, *state);
	assert_member(o, "judged.rows.1.cells.1.value", "takes no side");
	assert_member(o, "judged.rows.1.gap", "(null)");
	last->confidence = CONFIDENCE_NONE;
	o = said_of(c, *state);
	assert_member(o, "judged.rows.1.cells.1.value", "not scored");
}

static void a_score_by_one_has_its_row(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 8 -\n", *state);
	const struct value *o = said_of(c, *state);

	assert_member(o, "has_evidence", "true");
	assert_member(o, "has_evidence_rows", "true");
	assert_member(o, "evidence.0.option", "a");
	assert_member(o, "evidence.0.is_missing", "false");
	assert_member(o, "evidence.1.is_missing", "true");
	assert_member(o, "judged", "(null)");
	o = said_of(comparison_from("  a b\nx 1 - -\ny 1 2 3\n", *state),
		    *state);
	assert_member(o, "has_evidence", "false");
}

static void criteria_lead_to_those_beside_them(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 6\n"
					       "y 1 8 6\n"
					       "z 1 8 6\n",
					       *state);

	for (size_t j = 0; j < 3; j++) {
		const struct value *v = page_of(c, j, *state).values;

		if (j)
			assert_member(v, "previous.title", j == 1 ? "x" : "y");
		else
			assert_member(v, "previous", "(null)");
		if (j < 2)
			assert_member(v, "next.title", j ? "z" : "y");
		else
			assert_member(v, "next", "(null)");
		v = value_find(v, STR("criteria_nav"))->as.list.items[0];
		assert_count(v, "criteria", 3);
		for (size_t k = 0; k < 3; k++)
			assert_member(value_find(v, STR("criteria"))
					      ->as.list.items[k],
				      "is_current", k == j ? "true" : "false");
		assert_count(value_find(v, STR("criteria"))->as.list.items[0],
			     "winners", 1);
	}
}

static void whom_a_must_rules_out_is_named_with_why(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 8 2 -\n"
					       "y 1 8 6 5\n",
					       *state);
	const struct value *o;

	c->criteria[0].must =
		(struct must){ .kind = MUST_AT_LEAST, .bound = 5 };
	o = said_of(c, *state);
	assert_count(o, "out", 2);
	assert_member(o, "out.0.name", "b");
	assert_member(o, "out.1.name", "c");
	c->criteria[0].must.kind = MUST_NONE;
	assert_count(said_of(c, *state), "out", 0);
}

/* How many the contents of a page have, and which of them it is. */
static size_t listed(const struct page *page, size_t *current)
{
	const struct value *groups =
		value_find(page->values, STR("criteria_nav"));
	size_t count = 0;

	for (size_t g = 0; g < groups->as.list.count; g++) {
		const struct value *list =
			value_find(groups->as.list.items[g], STR("criteria"));

		for (size_t k = 0; k < list->as.list.count; k++, count++)
			if (value_is_truthy(value_find(list->as.list.items[k],
						       STR("is_current"))))
				*current = count;
	}
	return count;
}

static void of_very_many_the_contents_have_those_around(void **state)
{
	static const size_t AT[][2] = {
		{ 0, 0 }, { 100, 100 }, { 101, 100 }, { 150, 100 }, { 299, 199 }
	};
	struct buf table = { 0 };
	struct comparison *c;
	struct page page;
	size_t current = 0;

	buf_text(&table, "  a b\n");
	for (unsigned k = 0; k < 300; k++)
		buf_printf(&table, "c%u 1 8 6\n", k);
	c = comparison_from(buf_str(&table).ptr, *state);
	for (size_t i = 0; i < sizeof(AT) / sizeof(*AT); i++) {
		page = page_of(c, AT[i][0], *state);
		assert_int_equal(listed(&page, &current), 200);
		assert_int_equal(current, AT[i][1]);
		assert_member(page.values, "nav_is_part", "true");
	}
	c = comparison_from("  a b\nx 1 8 6\ny 1 8 6\n", *state);
	page = page_of(c, 1, *state);
	assert_int_equal(listed(&page, &current), 2);
	assert_member(page.values, "nav_is_part", "false");
	buf_release(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_told_of_one_makes_room_for_both),
		TEST(its_description_says_no_more_than_there_is),
		TEST(of_many_only_those_that_are_told_of_have_room),
		TEST(of_many_bare_numbers_are_no_evidence),
		TEST(rows_tell_what_the_table_of_judges_does_not),
		TEST(a_score_by_one_has_its_row),
		TEST(criteria_lead_to_those_beside_them),
		TEST(whom_a_must_rules_out_is_named_with_why),
		TEST(of_very_many_the_contents_have_those_around),
	};

	return RUN(tests);
}
