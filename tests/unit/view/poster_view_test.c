#include "judged.h"

#include "view/poster_view.h"

static struct poster poster_in(struct comparison *c, struct arena *arena)
{
	struct subject *s = arena_new(arena, struct subject);

	*s = subject_in(c, arena);
	return poster_of(s, NULL);
}

static struct comparison *with(const char *table, enum infographic wanted,
			       struct arena *arena)
{
	struct comparison *c = comparison_from(table, arena);

	c->infographic = wanted;
	return c;
}

static void the_picture_follows_from_what_is_compared(void **state)
{
	static const char TWO[] = "  a b\nx 1 9 6\ny 1 5 8\n";
	static const char THREE[] = "  a b c\nx 1 9 6 2\ny 1 5 8 1\n";
	static const char NINE[] = "  a b c d e f g h i\n"
				   "x 1 9 6 2 3 4 5 6 7 8\n"
				   "y 1 5 8 1 2 3 4 5 6 7\n";

	assert_int_equal(poster_in(comparison_from(TWO, *state), *state).kind,
			 POSTER_DUEL);
	assert_int_equal(
		poster_in(points_from(TALLY_TABLE, *state), *state).kind,
		POSTER_STEPS);
	assert_int_equal(poster_in(comparison_from(THREE, *state), *state).kind,
			 POSTER_TOWERS);
	/* Two criteria are too few for lines from rank to rank. */
	assert_int_equal(poster_in(comparison_from(NINE, *state), *state).kind,
			 POSTER_QUILT);
	assert_int_equal(poster_in(comparison_from("  a b\nx 1 - 4\n", *state),
				   *state)
				 .kind,
			 POSTER_UNSCORED);
}

static struct str told(const char *table, enum infographic wanted,
		       struct arena *arena)
{
	struct diags *diags = diags_new();
	struct comparison *c = with(table, wanted, arena);
	struct subject s;
	struct str text;

	c->infographic_at = table_place(4);
	s = subject_in(c, arena);
	poster_check(diags, &s);
	text = printed(diags, arena);
	diags_free(diags);
	return text;
}

static void a_picture_that_does_not_fit_is_an_error_with_a_hint(void **state)
{
	static const char TWO[] = "  a b\nx 1 9 6\ny 1 5 8\n";
	static const char THREE[] = "  a b c\nx 1 9 6 2\ny 1 5 8 1\n";

	assert_str(told(TWO, INFOGRAPHIC_DUEL, *state), "");
	assert_str(told(THREE, INFOGRAPHIC_TOWERS, *state), "");
	assert_true(str_find_str(told(THREE, INFOGRAPHIC_DUEL, *state),
				 STR("error: \"infographic\" cannot be "
				     "\"duel\": it needs two options and a "
				     "result")) <
		    told(THREE, INFOGRAPHIC_DUEL, *state).len);
	assert_true(str_find_str(told(THREE, INFOGRAPHIC_DUEL, *state),
				 STR("`auto`, which draws towers here")) <
		    told(THREE, INFOGRAPHIC_DUEL, *state).len);
	assert_true(told(TWO, INFOGRAPHIC_STEPS, *state).len > 0);
	assert_true(told(TWO, INFOGRAPHIC_FIELD, *state).len > 0);
	assert_true(told(TWO, INFOGRAPHIC_QUILT, *state).len > 0);
}

static void the_pulls_differ_by_the_lead(void **state)
{
	struct poster poster = poster_in(
		comparison_from("  a b\nx 3 9 6\ny 1 5 8\n", *state), *state);

	assert_str(poster.pulls[0], "pulls 2.25");
	assert_str(poster.pulls[1], "pulls 0.75");
	assert_str(poster.equation, "2.25 − 0.75 = 1.50 of 10");
	assert_str(poster.rests[1], "left out: 1 criterion, adding 0.75 for b");
}

/* What each group adds is at most its part of all weights. */
static void towers_add_up_to_totals(void **state)
{
	struct poster poster = poster_in(comparison_from("  a b c\n"
							 "x 3 9 6 2\n"
							 "y 1 5 8 1\n",
							 *state),
					 *state);

	assert_int_equal(poster.group_count, 2);
	assert_str(poster.groups[0].of, "of 7.50");
	for (size_t k = 0; k < 3; k++)
		assert_near(poster.groups[0].parts[k] +
				    poster.groups[1].parts[k],
			    poster.options[k].share);
	assert_true(poster.groups[0].best[0]);
	assert_false(poster.groups[1].best[0]);
}

/* The shares of the spread add up to 1. */
static void a_quilt_tells_what_decides(void **state)
{
	struct poster poster = poster_in(with("  a b c d\n"
					      "x 3 9 6 2 1\n"
					      "y 1 5 5 5 4\n",
					      INFOGRAPHIC_QUILT, *state),
					 *state);

	assert_int_equal(poster.column_count, 2);
	assert_str(poster.columns[0].title, "x");
	assert_str(poster.headlines[0].rule[0] == 'd' ? poster.headlines[0].text
						      : STR(""),
		   "x makes 97% of the difference");
	assert_str(poster.columns[1].words, "3%");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_picture_follows_from_what_is_compared),
		TEST(a_picture_that_does_not_fit_is_an_error_with_a_hint),
		TEST(the_pulls_differ_by_the_lead),
		TEST(towers_add_up_to_totals),
		TEST(a_quilt_tells_what_decides),
	};

	return RUN(tests);
}
