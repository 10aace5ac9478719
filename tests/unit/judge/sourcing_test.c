#include "table.h"

#include "judge/sourcing.h"

/* Three criteria and two options, and sources "s", "t" and "u". */
static struct comparison *table(struct arena *arena)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 6\n"
					       "y 1 7 5\n"
					       "z 1 9 1\n"
					       "q 1 - 4\n",
					       arena);

	for (size_t s = 0; s < 3; s++)
		arena_push(arena, c->sources, c->source_count)->id =
			str_from((const char *[]){ "s", "t", "u" }[s]);
	return c;
}

static struct evidence *row(struct comparison *c, size_t criterion,
			    size_t option)
{
	return &c->criteria[criterion].scores[option].evidence[0];
}

static void cite(struct comparison *c, size_t criterion, size_t option,
		 size_t source, struct arena *arena)
{
	struct evidence *e = row(c, criterion, option);

	*arena_push(arena, e->sources, e->source_count) = source;
}

/* Source `s` on both options of the first `count` criteria. */
static void cite_rows(struct comparison *c, size_t count, struct arena *arena)
{
	for (size_t j = 0; j < count; j++)
		for (size_t i = 0; i < 2; i++)
			cite(c, j, i, 0, arena);
}

static void shares_are_of_the_scores_given(void **state)
{
	struct comparison *c = table(*state);
	const struct sourcing *s;

	cite_rows(c, 2, *state);
	cite(c, 0, 0, 1, *state);
	s = sourcing_of(c, *state);
	assert_int_equal(s->scores, 7);
	assert_int_equal(s->sourced, 4);
	assert_int_equal(s->sources[0].scores, 4);
	assert_near(s->sources[0].share, 4.0 / 7);
	assert_near(s->sources[1].share, 1.0 / 7);
	assert_near(s->sources[2].share, 0);
}

static void criteria_without_a_source_are_marked(void **state)
{
	struct comparison *c = table(*state);
	const struct sourcing *s;

	cite(c, 0, 1, 0, *state);
	c->criteria[3].scores[1].evidence[0].value = NAN;
	s = sourcing_of(c, *state);
	assert_false(s->unsourced[0]);
	assert_true(s->unsourced[1]);
	assert_true(s->unsourced[2]);
	assert_false(s->unsourced[3]); /* it has no score to rest on one */
	assert_int_equal(s->unsourced_count, 2);
}

static void a_source_that_always_favours_one_is_one_sided(void **state)
{
	struct comparison *c = table(*state);
	const struct sourcing *s;

	cite_rows(c, 3, *state);
	s = sourcing_of(c, *state);
	assert_int_equal(s->sources[0].criteria, 3);
	assert_int_equal(s->sources[0].favours, 0);
	assert_true(s->sources[0].one_sided);
	assert_int_equal(s->sources[1].favours, 2);
	assert_false(s->sources[1].one_sided);
}

static void two_criteria_are_too_few_to_be_one_sided(void **state)
{
	struct comparison *c = table(*state);
	const struct sourcing *s;

	cite_rows(c, 2, *state);
	cite(c, 2, 0, 0, *state); /* a alone is no comparison */
	s = sourcing_of(c, *state);
	assert_int_equal(s->sources[0].criteria, 2);
	assert_int_equal(s->sources[0].favours, 0);
	assert_false(s->sources[0].one_sided);
}

static void a_tie_or_another_winner_is_not_one_sided(void **state)
{
	struct comparison *c = table(*state);

	cite_rows(c, 3, *state);
	row(c, 1, 1)->value = 7;
	assert_false(sourcing_of(c, *state)->sources[0].one_sided);
	row(c, 1, 1)->value = 8;
	assert_false(sourcing_of(c, *state)->sources[0].one_sided);
}

static void less_can_be_what_a_source_favours(void **state)
{
	struct comparison *c = table(*state);

	cite_rows(c, 3, *state);
	measure(c, "y", true, NAN, NAN);
	assert_false(sourcing_of(c, *state)->sources[0].one_sided);
	row(c, 1, 1)->value = 9;
	assert_true(sourcing_of(c, *state)->sources[0].one_sided);
}

static struct date year(int y)
{
	return (struct date){ .year = y, .month = 1, .day = 1 };
}

static void dates_are_the_scores_own_or_the_newest_sources(void **state)
{
	struct comparison *c = table(*state);
	const struct sourcing *s = sourcing_of(c, *state);

	assert_int_equal(s->dated, 0);
	assert_int_equal(s->newest.year, 0);
	c->sources[0].date = year(2015);
	c->sources[1].date = year(2018);
	row(c, 0, 0)->date = year(2020); /* before any source's */
	cite(c, 0, 0, 0, *state);
	cite(c, 0, 1, 0, *state);
	cite(c, 1, 0, 0, *state);
	cite(c, 1, 0, 1, *state);
	row(c, 1, 1)->date = year(2011);
	s = sourcing_of(c, *state);
	assert_int_equal(s->dated, 4); /* 2011, 2015, 2018, 2020 */
	assert_int_equal(s->oldest.year, 2011);
	assert_int_equal(s->median.year, 2015);
	assert_int_equal(s->newest.year, 2020);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(shares_are_of_the_scores_given),
		TEST(criteria_without_a_source_are_marked),
		TEST(a_source_that_always_favours_one_is_one_sided),
		TEST(two_criteria_are_too_few_to_be_one_sided),
		TEST(a_tie_or_another_winner_is_not_one_sided),
		TEST(less_can_be_what_a_source_favours),
		TEST(dates_are_the_scores_own_or_the_newest_sources),
	};

	return RUN(tests);
}
