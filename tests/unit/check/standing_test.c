/*
 * Statements held against three trees, whatever sentence made them:
 *
 *	            pine  yew  lime
 *	strength 2     9    6     3     a score
 *	price    1    30   20    10     in EUR, less is better
 *	size     1     5    5     0     a score
 *
 * so that pine is first, lime is last, and price is lime's.  claims_test
 * begins with the sentences.
 */
#include "check/standing.h"

#include "studied.h"

/* Versions of clang-format set braces in macros differently. */
/* clang-format off */
#define PINE { .kind = TERM_GROUP, .member = 0, .member_count = 1 }
#define YEW { .kind = TERM_GROUP, .member = 1, .member_count = 1 }
#define LIME { .kind = TERM_GROUP, .member = 2, .member_count = 1 }
#define PINE_YEW { .kind = TERM_GROUP, .member_count = 2 }
#define YEW_LIME { .kind = TERM_GROUP, .member = 1, .member_count = 2 }
#define GROUP(of) { .kind = TERM_GROUP, .quantity = QUANTITY_##of }
#define NO_YEW_LIME { .kind = TERM_GROUP, .quantity = QUANTITY_NONE, \
		      .member = 1, .member_count = 2 }
/* clang-format on */

enum { STRENGTH, PRICE, SIZE, OVERALL };

struct stated {
	const char *said;
	size_t about;
	enum truth truth;
	struct statement st;
};

static const struct adjective BETTER = { 1, 0, "" }, WORSE = { -1, 0, "" },
			      DEAR = { 0, 1, "price" }, BIG = { 0, 1, "size" };
static const struct unit EUR = { .names = "eur" }, KG = { .names = "kg" };

static struct comparison *trees(struct arena *arena)
{
	struct comparison *c = comparison_from("         pine yew lime\n"
					       "strength 2  9   6    3\n"
					       "price    1 30  20   10\n"
					       "size     1  5   5    0\n",
					       arena);

	measure(c, "price", true, 0, 100);
	c->criteria[PRICE].measure.unit.str = STR("EUR");
	return c;
}

/* As the lexicon has it. */
static const struct unit *known(const struct names *names,
				const struct unit *unit)
{
	return unit ? names_unit(names, str_from(unit->names)) : NULL;
}

static void assert_claims(const struct stated *claims, size_t count,
			  struct arena *arena)
{
	struct comparison *c = trees(arena);
	struct studied *s = studied_text(c, "Text.\n", arena);
	const struct names *names = names_open(c, arena);
	struct reading *reading = arena_new(arena, struct reading);

	for (size_t i = 0; i < 3; i++)
		reading->members[i] = i;
	for (size_t i = 0; i < count; i++) {
		struct subject_matter page = { claims[i].about,
					       c->profile_count, 1 };
		struct statement st = claims[i].st;
		size_t criterion;
		enum truth truth;

		st.unit = known(names, st.unit);
		st.given = known(names, st.given);
		truth = standing_of(&s->study, names, &page, &st, reading,
				    &criterion);
		if (truth != claims[i].truth)
			fail_msg("%s: %d, not %d", claims[i].said, truth,
				 claims[i].truth);
	}
	diags_free(s->study.diags);
}

#define ASSERT_CLAIMS(claims) \
	assert_claims(claims, sizeof(claims) / sizeof(*(claims)), *state)
/* The same. */
/* clang-format off */
#define IS(relation_, ...) { .relation = RELATION_##relation_, __VA_ARGS__ }
/* clang-format on */

static void who_wins_is_held_against_the_scores(void **state)
{
	static const struct stated CLAIMS[] = {
		{ "pine wins strength", STRENGTH, TRUTH_YES,
		  IS(WIN, .subject = PINE) },
		{ "one of them wins", STRENGTH, TRUTH_UNKNOWN,
		  IS(WIN, .subject = GROUP(ANY)) },
		{ "all others win", STRENGTH, TRUTH_UNKNOWN,
		  IS(WIN, .subject = GROUP(OTHERS)) },
		{ "it does not win", STRENGTH, TRUTH_YES,
		  IS(WIN, .subject = GROUP(IT), .negated = true) },
		{ "neither yew nor lime wins", STRENGTH, TRUTH_YES,
		  IS(WIN, .subject = NO_YEW_LIME) },
		{ "neither yew nor lime wins price", PRICE, TRUTH_NO,
		  IS(WIN, .subject = NO_YEW_LIME) },
		{ "neither yew nor lime loses", STRENGTH, TRUTH_UNKNOWN,
		  IS(LOSE, .subject = NO_YEW_LIME) },
		{ "neither yew nor lime wins overall", OVERALL, TRUTH_YES,
		  IS(WIN, .subject = NO_YEW_LIME) },
		{ "nobody wins overall", OVERALL, TRUTH_NO,
		  IS(WIN, .subject = GROUP(NONE)) },
		{ "nobody gets the point for size", SIZE, TRUTH_NO,
		  IS(POINT, .subject = GROUP(NONE)) },
		{ "nobody wins size", SIZE, TRUTH_YES,
		  IS(WIN, .subject = GROUP(NONE)) },
		{ "pine and yew win size", SIZE, TRUTH_YES,
		  IS(WIN, .subject = PINE_YEW) },
		{ "pine wins size", SIZE, TRUTH_DOUBT,
		  IS(WIN, .subject = PINE) },
		{ "pine alone wins size", SIZE, TRUTH_NO,
		  IS(WIN, .subject = PINE, .alone = true) },
		{ "pine gets a point for size", SIZE, TRUTH_YES,
		  IS(POINT, .subject = PINE) },
		{ "pine loses size", SIZE, TRUTH_DOUBT,
		  IS(LOSE, .subject = PINE) },
		{ "pine loses strength", STRENGTH, TRUTH_NO,
		  IS(LOSE, .subject = PINE) },
		{ "lime loses size", SIZE, TRUTH_YES,
		  IS(LOSE, .subject = LIME) },
		{ "pine gets the point overall", OVERALL, TRUTH_UNKNOWN,
		  IS(POINT, .subject = PINE) },
		{ "pine and yew win overall", OVERALL, TRUTH_NO,
		  IS(WIN, .subject = PINE_YEW) },
		{ "pine is ahead", OVERALL, TRUTH_YES,
		  IS(AHEAD, .subject = PINE) },
		{ "pine loses overall", OVERALL, TRUTH_NO,
		  IS(LOSE, .subject = PINE) },
		{ "lime loses overall", OVERALL, TRUTH_YES,
		  IS(LOSE, .subject = LIME) },
		{ "pine is the best of strength and price", OVERALL, TRUTH_NO,
		  IS(WIN, .subject = PINE,
		     .scope = { SCOPE_CRITERIA, { STRENGTH, PRICE }, 2 }) },
		{ "pine is the strongest on price", OVERALL, TRUTH_UNKNOWN,
		  IS(WIN, .subject = PINE, .noun = STR_INIT("strength"),
		     .scope = { SCOPE_CRITERIA, { PRICE }, 1 }) },
		{ "pine wins all but price", OVERALL, TRUTH_YES,
		  IS(WIN, .subject = PINE,
		     .scope = { SCOPE_ALL_BUT, { PRICE }, 1 }) },
		{ "lime wins all but price", OVERALL, TRUTH_NO,
		  IS(WIN, .subject = LIME,
		     .scope = { SCOPE_ALL_BUT, { PRICE }, 1 }) },
		{ "here pine wins overall", STRENGTH, TRUTH_UNKNOWN,
		  IS(WIN, .subject = PINE,
		     .scope = { .kind = SCOPE_OVERALL }) },
	};

	ASSERT_CLAIMS(CLAIMS);
}

static void pairs_are_held_against_the_scores(void **state)
{
	static const struct stated CLAIMS[] = {
		{ "pine beats yew", STRENGTH, TRUTH_YES,
		  IS(OVER, .subject = PINE, .object = YEW) },
		{ "pine is worse than yew", STRENGTH, TRUTH_NO,
		  IS(UNDER, .subject = PINE, .object = YEW) },
		{ "yew is worse than all others", STRENGTH, TRUTH_NO,
		  IS(UNDER, .subject = YEW, .object = GROUP(OTHERS)) },
		{ "all others are worse than pine", STRENGTH, TRUTH_YES,
		  IS(UNDER, .subject = GROUP(OTHERS), .object = PINE) },
		{ "yew is better", STRENGTH, TRUTH_DOUBT,
		  IS(OVER, .subject = YEW, .adjective = &BETTER, .sense = 1) },
		{ "yew is worse", STRENGTH, TRUTH_UNKNOWN,
		  IS(UNDER, .subject = YEW) },
		{ "pine is as big as yew", SIZE, TRUTH_YES,
		  IS(AT_LEAST, .subject = PINE, .object = YEW) },
		{ "lime is as big as yew", SIZE, TRUTH_NO,
		  IS(AT_LEAST, .subject = LIME, .object = YEW) },
		{ "pine is better than yew at size", SIZE, TRUTH_DOUBT,
		  IS(OVER, .subject = PINE, .object = YEW, .adjective = &BETTER,
		     .sense = 1) },
		{ "no tree beats pine", STRENGTH, TRUTH_YES,
		  IS(OVER, .subject = GROUP(NONE), .object = PINE) },
		{ "no tree beats yew", STRENGTH, TRUTH_NO,
		  IS(OVER, .subject = GROUP(NONE), .object = YEW) },
		{ "pine is weaker than lime", STRENGTH, TRUTH_NO,
		  IS(OVER, .subject = PINE, .object = LIME, .adjective = &WORSE,
		     .sense = 1) },
		{ "pine is dearer than lime", PRICE, TRUTH_YES,
		  IS(OVER, .subject = PINE, .object = LIME, .adjective = &DEAR,
		     .sense = 1) },
		{ "pine is dearer, where strength is judged", STRENGTH,
		  TRUTH_YES,
		  IS(OVER, .subject = PINE, .object = LIME, .adjective = &DEAR,
		     .sense = 1) },
		{ "lime is bigger, by no measure", OVERALL, TRUTH_UNKNOWN,
		  IS(OVER, .subject = LIME, .object = YEW, .adjective = &BIG,
		     .sense = 1) },
		{ "pine is not better than yew", STRENGTH, TRUTH_NO,
		  IS(OVER, .subject = PINE, .object = YEW, .negated = true) },
		{ "pine beats yew by 99 points", STRENGTH, TRUTH_DOUBT,
		  IS(OVER, .subject = PINE, .object = YEW, .lead = 99) },
		{ "pine beats itself", STRENGTH, TRUTH_UNKNOWN,
		  IS(OVER, .subject = PINE, .object = PINE) },
	};

	ASSERT_CLAIMS(CLAIMS);
}

static void levels_and_ranks_are_held_against_the_scores(void **state)
{
	static const struct stated CLAIMS[] = {
		{ "none are level", SIZE, TRUTH_UNKNOWN,
		  IS(LEVEL, .subject = GROUP(NONE)) },
		{ "it is a tie", SIZE, TRUTH_YES, IS(LEVEL, .number = 0) },
		{ "it is a tie", STRENGTH, TRUTH_NO, IS(LEVEL, .number = 0) },
		{ "it is a tie overall", OVERALL, TRUTH_NO,
		  IS(LEVEL, .number = 0) },
		{ "pine and yew are level", SIZE, TRUTH_YES,
		  IS(LEVEL, .subject = PINE_YEW) },
		{ "yew and lime are level", SIZE, TRUTH_NO,
		  IS(LEVEL, .subject = YEW_LIME) },
		{ "yew is level with pine", SIZE, TRUTH_YES,
		  IS(LEVEL, .subject = YEW, .object = PINE) },
		{ "yew is level with lime", SIZE, TRUTH_NO,
		  IS(LEVEL, .subject = YEW, .object = LIME) },
		{ "pine and yew are level overall", OVERALL, TRUTH_NO,
		  IS(LEVEL, .subject = PINE_YEW) },
		{ "yew is second", OVERALL, TRUTH_YES,
		  IS(RANK, .subject = YEW, .number = 2) },
		{ "yew is third", OVERALL, TRUTH_NO,
		  IS(RANK, .subject = YEW, .number = 3) },
		{ "lime is last", OVERALL, TRUTH_YES,
		  IS(RANK, .subject = LIME, .number = 0) },
		{ "yew is last", OVERALL, TRUTH_NO,
		  IS(RANK, .subject = YEW, .number = 0) },
		{ "pine and yew are second", SIZE, TRUTH_UNKNOWN,
		  IS(RANK, .subject = PINE_YEW, .number = 2) },
		{ "yew is second in size", SIZE, TRUTH_YES,
		  IS(RANK, .subject = YEW, .number = 2) },
	};

	ASSERT_CLAIMS(CLAIMS);
}

static void numbers_are_held_against_the_scores(void **state)
{
	static const struct stated CLAIMS[] = {
		{ "pine is three times as strong as lime", STRENGTH, TRUTH_YES,
		  IS(RATIO, .subject = PINE, .object = LIME, .number = 3) },
		{ "lime is twice as strong as pine", STRENGTH, TRUTH_NO,
		  IS(RATIO, .subject = LIME, .object = PINE, .number = 2) },
		{ "pine is twice as big as yew", SIZE, TRUTH_DOUBT,
		  IS(RATIO, .subject = PINE, .object = YEW, .number = 2) },
		{ "lime is three times as cheap as pine", PRICE, TRUTH_YES,
		  IS(RATIO, .subject = LIME, .object = PINE, .number = 3,
		     .digit = 1) },
		{ "lime is nine times as cheap as pine", PRICE, TRUTH_DOUBT,
		  IS(RATIO, .subject = LIME, .object = PINE, .number = 9,
		     .digit = 1) },
		{ "lime is about three times as cheap", PRICE, TRUTH_YES,
		  IS(RATIO, .subject = LIME, .object = PINE, .number = 3.5,
		     .bound = BOUND_ABOUT) },
		{ "lime is cheaper by twice its price", PRICE, TRUTH_YES,
		  IS(RATIO, .subject = LIME, .object = PINE, .number = 2,
		     .digit = 1, .other = 1) },
		{ "lime is not three times as cheap", PRICE, TRUTH_UNKNOWN,
		  IS(RATIO, .subject = LIME, .object = PINE, .number = 3,
		     .digit = 1, .negated = true) },
		{ "yew is a third cheaper than pine", PRICE, TRUTH_YES,
		  IS(SHARE, .subject = YEW, .object = PINE, .number = 0.33,
		     .digit = 0.01) },
		{ "yew is cheaper by half its price", PRICE, TRUTH_YES,
		  IS(SHARE, .subject = YEW, .object = PINE, .number = 0.5,
		     .digit = 0.1) },
		{ "yew is 90 % cheaper", PRICE, TRUTH_DOUBT,
		  IS(SHARE, .subject = YEW, .object = PINE, .number = 0.9,
		     .digit = 0.01, .adjective = &DEAR, .sense = -1) },
		{ "pine is 10 % cheaper than yew", PRICE, TRUTH_NO,
		  IS(SHARE, .subject = PINE, .object = YEW, .number = 0.1) },
		{ "pine is 10 % stronger than yew", STRENGTH, TRUTH_YES,
		  IS(SHARE, .subject = PINE, .object = YEW, .number = 0.1) },
		{ "pine is 10 % bigger than yew", SIZE, TRUTH_DOUBT,
		  IS(SHARE, .subject = PINE, .object = YEW, .number = 0.1) },
		{ "yew is 10 EUR cheaper than pine", PRICE, TRUTH_YES,
		  IS(DIFFERENCE, .subject = YEW, .object = PINE, .number = 10,
		     .digit = 1, .unit = &EUR) },
		{ "yew is 3 EUR cheaper than pine", PRICE, TRUTH_DOUBT,
		  IS(DIFFERENCE, .subject = YEW, .object = PINE, .number = 3,
		     .digit = 1, .unit = &EUR) },
		{ "pine is 10 EUR cheaper than yew", PRICE, TRUTH_NO,
		  IS(DIFFERENCE, .subject = PINE, .object = YEW, .number = 10,
		     .digit = 1, .unit = &EUR) },
		{ "pine is 10 kg lighter than yew", PRICE, TRUTH_UNKNOWN,
		  IS(DIFFERENCE, .subject = PINE, .object = YEW, .number = 10,
		     .unit = &KG) },
		{ "pine costs 30 EUR", PRICE, TRUTH_YES,
		  IS(VALUE, .subject = PINE, .number = 30, .digit = 1,
		     .unit = &EUR) },
		{ "pine costs 31 EUR", PRICE, TRUTH_DOUBT,
		  IS(VALUE, .subject = PINE, .number = 31, .digit = 1,
		     .unit = &EUR) },
		{ "pine and yew cost 30 EUR", PRICE, TRUTH_DOUBT,
		  IS(VALUE, .subject = PINE_YEW, .number = 30, .digit = 1,
		     .unit = &EUR) },
		{ "none costs 30 EUR", PRICE, TRUTH_UNKNOWN,
		  IS(VALUE, .subject = GROUP(NONE), .number = 30,
		     .unit = &EUR) },
		{ "pine is 30", PRICE, TRUTH_UNKNOWN,
		  IS(VALUE, .subject = PINE, .number = 30) },
		{ "pine is 30 kg strong", STRENGTH, TRUTH_UNKNOWN,
		  IS(VALUE, .subject = PINE, .number = 30, .unit = &KG) },
		{ "at 30 EUR pine is not the best", PRICE, TRUTH_YES,
		  IS(WIN, .subject = PINE, .negated = true, .given = &EUR,
		     .given_number = 30) },
		{ "at 20 EUR pine is the best", PRICE, TRUTH_DOUBT,
		  IS(WIN, .subject = PINE, .given = &EUR, .given_number = 20) },
		{ "at 20 kg pine is the best", PRICE, TRUTH_UNKNOWN,
		  IS(WIN, .subject = PINE, .given = &KG, .given_number = 20) },
		{ "at 20 EUR pine is the strongest", STRENGTH, TRUTH_UNKNOWN,
		  IS(WIN, .subject = PINE, .given = &EUR, .given_number = 20) },
	};

	ASSERT_CLAIMS(CLAIMS);
}

static void points_and_wins_are_counted(void **state)
{
	static const struct stated CLAIMS[] = {
		{ "pine has 9 points", STRENGTH, TRUTH_YES,
		  IS(POINTS, .subject = PINE, .number = 9, .digit = 1) },
		{ "pine has 4 points", STRENGTH, TRUTH_DOUBT,
		  IS(POINTS, .subject = PINE, .number = 4, .digit = 1) },
		{ "pine has 400 points, or is it a version", STRENGTH,
		  TRUTH_UNKNOWN,
		  IS(POINTS, .subject = PINE, .number = 400,
		     .doubtful = true) },
		{ "pine has 2 of 99 points", OVERALL, TRUTH_DOUBT,
		  IS(POINTS, .subject = PINE, .number = 2, .digit = 1,
		     .other = 99) },
		{ "nobody named has a point", OVERALL, TRUTH_UNKNOWN,
		  IS(POINTS, .number = 2) },
		{ "pine wins 2 criteria", OVERALL, TRUTH_YES,
		  IS(CRITERIA, .subject = PINE, .number = 2) },
		{ "pine alone wins 2 criteria", OVERALL, TRUTH_NO,
		  IS(CRITERIA, .subject = PINE, .number = 2, .alone = true) },
		{ "pine wins 2 of 3 criteria", OVERALL, TRUTH_YES,
		  IS(CRITERIA, .subject = PINE, .number = 2, .other = 3) },
		{ "pine wins 2 of 7 criteria", OVERALL, TRUTH_DOUBT,
		  IS(CRITERIA, .subject = PINE, .number = 2, .other = 7) },
		{ "pine wins 1 of 3 criteria", OVERALL, TRUTH_YES,
		  IS(CRITERIA, .subject = PINE, .number = 1, .other = 3) },
		{ "pine wins 3 of 2 criteria", OVERALL, TRUTH_DOUBT,
		  IS(CRITERIA, .subject = PINE, .number = 3, .other = 2) },
		{ "pine wins all criteria", OVERALL, TRUTH_NO,
		  IS(CRITERIA, .subject = PINE, .number = 1,
		     .is_share = true) },
		{ "pine wins most criteria", OVERALL, TRUTH_YES,
		  IS(CRITERIA, .subject = PINE, .number = 0.5, .is_share = true,
		     .bound = BOUND_OVER) },
		{ "pine and yew win 2 criteria", OVERALL, TRUTH_UNKNOWN,
		  IS(CRITERIA, .subject = PINE_YEW, .number = 2) },
		{ "pine does not win 2 criteria", OVERALL, TRUTH_UNKNOWN,
		  IS(CRITERIA, .subject = PINE, .number = 2, .negated = true) },
		{ "one criterion is tied", OVERALL, TRUTH_YES,
		  IS(TIES, .number = 1) },
		{ "three criteria are tied", OVERALL, TRUTH_NO,
		  IS(TIES, .number = 3) },
		{ "pine wins more criteria than lime", OVERALL, TRUTH_YES,
		  IS(MORE, .subject = PINE, .object = LIME) },
		{ "lime wins more criteria than pine", OVERALL, TRUTH_NO,
		  IS(MORE, .subject = LIME, .object = PINE) },
	};

	ASSERT_CLAIMS(CLAIMS);
}

/* What is measured in TB has a size, too, and "Weight" is the weight. */
static void a_criterion_is_found_by_its_name_before_its_unit(void **state)
{
	static const struct adjective LIGHT = { 1, -1, "weight|size" };
	struct comparison *c = comparison_from("         oak elm\n"
					       "weight   1 1.2 1.5\n"
					       "capacity 1 2   4\n",
					       *state);
	const struct names *names = names_open(c, *state);
	struct reading *reading = arena_new(*state, struct reading);
	struct statement st = IS(OVER, .subject = YEW, .object = PINE,
				 .adjective = &LIGHT, .sense = 1);
	struct subject_matter page = { 2, 0, 2 };
	struct studied *s;
	size_t criterion;

	measure(c, "weight", true, 0, 2);
	measure(c, "capacity", false, 0, 4);
	c->criteria[0].measure.unit.str = STR("kg");
	c->criteria[1].measure.unit.str = STR("TB");
	s = studied_text(c, "Text.\n", *state);
	reading->members[1] = 1;
	assert_int_equal(standing_of(&s->study, names, &page, &st, reading,
				     &criterion),
			 TRUTH_DOUBT);
	assert_int_equal(criterion, 0);
	diags_free(s->study.diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_wins_is_held_against_the_scores),
		TEST(pairs_are_held_against_the_scores),
		TEST(levels_and_ranks_are_held_against_the_scores),
		TEST(numbers_are_held_against_the_scores),
		TEST(points_and_wins_are_counted),
		TEST(a_criterion_is_found_by_its_name_before_its_unit),
	};

	return RUN(tests);
}
