#include "judged.h"

#include "view/headline.h"

static struct subject *subject_from(const char *table, struct arena *arena)
{
	struct subject *s = arena_new(arena, struct subject);

	*s = subject_in(comparison_from(table, arena), arena);
	return s;
}

/* The sentence of a rule, or empty where it does not hold. */
static struct str said(const struct subject *s, const char *rule)
{
	struct headline list[HEADLINES_MOST];
	size_t count = headlines_of(s, list);

	for (size_t k = 0; k < count; k++)
		if (!strcmp(list[k].rule, rule))
			return list[k].text;
	return STR("");
}

static void who_wins_nothing_may_lead(void **state)
{
	static const char TABLE[] = "      zip lz xz\n"
				    "size  1 7 3 9\n"
				    "speed 1 7 9 %s\n"
				    "care  1 7 3 7\n";
	const char *losses = arena_printf(*state, TABLE, "1").ptr;
	struct subject *s = subject_from(losses, *state);

	assert_str(said(s, "never-outright"),
		   "zip wins nothing outright and still leads");
	/* With one win of its own the sentence goes. */
	s = subject_from("      zip lz xz\n"
			 "size  1 9.5 3 9\n"
			 "speed 1 7 9 1\n"
			 "care  1 7 3 7\n",
			 *state);
	assert_str(said(s, "never-outright"), "");
	assert_str(said(s, "plain"), "zip leads with 7.83 of 10");
	/* What does not count, as a score is missing, it may well have won. */
	s = subject_from(
		arena_printf(*state, "%s%s", losses, "noise 1 9 5 -\n").ptr,
		*state);
	assert_str(said(s, "never-outright"), "");
}

static void a_close_call_names_no_leader(void **state)
{
	struct subject *s = subject_from("      oak elm\n"
					 "speed 1 9 5\n"
					 "price 1 5 8.8\n",
					 *state);
	struct headline list[HEADLINES_MOST];

	assert_int_equal(headlines_of(s, list), 1);
	assert_str(list[0].text, "Too close to call");
	assert_str(list[0].more, "oak gains most on “speed”, elm on “price”.");
}

static void what_nobody_beats_is_beaten_at_nothing(void **state)
{
	struct subject *s = subject_from("  a b\nx 1 9 6\ny 1 5 5\n", *state);

	assert_str(said(s, "unbeaten"), "a is beaten at nothing");
	s = subject_from("  a b\nx 1 9 6\ny 1 5 5.1\n", *state);
	assert_str(said(s, "unbeaten"), "");
	s = subject_from("  a b\nx 1 9 6\ny 1 5 -\n", *state);
	assert_str(said(s, "unbeaten"), "");
}

static void a_switch_is_rounded_away_from_the_weight_of_today(void **state)
{
	struct subject *s = subject_from("            a b\n"
					 "time        3 8 4\n"
					 "security    5 3 7\n"
					 "operability 2 9 2\n",
					 *state);

	assert_str(said(s, "flips"), "security over 57%, and b is first");
}

static void a_measure_with_a_zero_has_a_ratio(void **state)
{
	struct comparison *c =
		comparison_from("      lz zip\nspeed 1 250 100\n", *state);
	struct subject s;

	measure(c, "speed", false, 400, 0);
	s = subject_in(c, *state);
	assert_str(criterion_headline(&s, 0).text, "lz: 2.5 times the next");
	measure(c, "speed", false, 400, 10);
	s = subject_in(c, *state);
	assert_str(criterion_headline(&s, 0).text, "lz wins: 250 against 100");
	measure(c, "speed", false, 400, 0);
	c->criteria[0].measure.unit.str = STR("\u00B0C");
	s = subject_in(c, *state);
	assert_str(criterion_headline(&s, 0).text,
		   "lz wins: 250\u00A0\u00B0C against 100\u00A0\u00B0C");
}

/* As many as the close limit holds, not the first two alone. */
static void all_within_the_limit_are_in_front(void **state)
{
	struct subject *s = subject_from("  a b c d\n"
					 "x 1 6.2 6.1 6 4\n",
					 *state);

	assert_true(s->r->close);
	assert_int_equal(headline_front(s), 3);
	s = subject_from("  a b c\nx 1 5 5 5\n", *state);
	assert_int_equal(headline_front(s), 3);
	s = subject_from("  a b c\nx 1 8 5 5\n", *state);
	assert_int_equal(headline_front(s), 1);
}

/* Who is ruled out has taken wins that say nothing about the leader. */
static void wins_of_one_without_a_rank_are_no_finding(void **state)
{
	struct comparison *c = comparison_from("  a b c d\n"
					       "x 1 9 6 5 4\n"
					       "y 1 9 6 5 4\n"
					       "z 1 9 6 5 4\n",
					       *state);
	struct subject s;

	c->criteria[0].must = (struct must){ .kind = MUST_BELOW, .bound = 9 };
	s = subject_in(c, *state);
	assert_int_equal(s.r->ranked, 3);
	assert_str(said(&s, "never-outright"), "");
	assert_str(said(&s, "plain"), "b leads with 6.00 of 10");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_wins_nothing_may_lead),
		TEST(a_close_call_names_no_leader),
		TEST(what_nobody_beats_is_beaten_at_nothing),
		TEST(a_switch_is_rounded_away_from_the_weight_of_today),
		TEST(a_measure_with_a_zero_has_a_ratio),
		TEST(all_within_the_limit_are_in_front),
		TEST(wins_of_one_without_a_rank_are_no_finding),
	};

	return RUN(tests);
}
