#include "table.h"

#include "judge/contest.h"
#include "judge/result.h"

static struct comparison *laptops(struct arena *arena)
{
	return comparison_from("       a b c\n"
			       "ram  1 9 6 -\n"
			       "cost 2 4 8 8\n"
			       "look 1 5 5 9\n",
			       arena);
}

static void a_must_holds_up_to_its_bound(void **state)
{
	const struct {
		enum must_kind kind;
		bool below, at, above;
	} table[] = {
		{ MUST_NONE, true, true, true },
		{ MUST_AT_LEAST, false, true, true },
		{ MUST_ABOVE, false, false, true },
		{ MUST_AT_MOST, true, true, false },
		{ MUST_BELOW, true, false, false },
		{ MUST_EQUAL, false, true, false },
	};

	(void)state;
	for (size_t k = 0; k < sizeof(table) / sizeof(*table); k++) {
		struct must must = { .kind = table[k].kind, .bound = 16 };

		assert_int_equal(must_holds(&must, 15.9), table[k].below);
		assert_int_equal(must_holds(&must, 16), table[k].at);
		assert_int_equal(must_holds(&must, 16 + 1e-12), table[k].at);
		assert_int_equal(must_holds(&must, 16.1), table[k].above);
	}
}

static void who_fails_a_must_loses_the_rank_and_keeps_the_total(void **state)
{
	struct comparison *c = laptops(*state);
	const struct result *r;

	c->scoring.missing = MISSING_WORST;
	c->criteria[1].must =
		(struct must){ .kind = MUST_AT_LEAST, .bound = 5 };
	c->criteria[0].weight = 100;
	r = result_of(c, *state);
	assert_true(r->contest.ruled_out[0]);
	assert_true(r->contest.fails[3]);
	assert_int_equal(r->ranks[0], 0);
	assert_near(r->totals[0], (900 + 8 + 5) / 1030.0);
	assert_int_equal(r->ranks[1], 1);
	assert_int_equal(r->first, 1);
	assert_int_equal(r->order[2], 0);
	assert_int_equal(r->ranked, 2);
	assert_true(r->robustness[0].first == 0);
	assert_true(r->robustness[0].lead.chance == LEAD_NEVER);
	assert_near(r->robustness[1].first + r->robustness[2].first, 1);
	for (size_t j = 0; j < 3; j++)
		assert_int_not_equal(r->sensitivity[j].to, 0);
}

static void a_missing_score_shows_nothing_of_a_must(void **state)
{
	struct comparison *c = laptops(*state);
	const struct result *r;

	c->criteria[0].must =
		(struct must){ .kind = MUST_AT_LEAST, .bound = 5 };
	r = result_of(c, *state);
	assert_false(r->contest.ruled_out[2]);
	assert_true(r->contest.unknown[2]);
	assert_int_equal(r->contest.unknown_count, 1);
	assert_int_equal(r->ranked, 3);
}

/* Where c was scored on 3 of 4 of the weights. */
static void below_the_least_coverage_there_is_no_rank(void **state)
{
	struct comparison *c = laptops(*state);
	const struct result *r;

	c->scoring.missing = MISSING_AVAILABLE;
	c->scoring.min_coverage = 0.75;
	r = result_of(c, *state);
	assert_near(r->contest.coverage[2], 0.75);
	assert_int_equal(r->ranks[2], 1);
	assert_near(r->totals[2], (16 + 9) / 30.0);
	c->scoring.min_coverage = 0.8;
	r = result_of(c, *state);
	assert_true(r->contest.thin[2]);
	assert_int_equal(r->ranks[2], 0);
	assert_near(r->totals[2], (16 + 9) / 30.0);
	assert_int_equal(r->first, 1);
}

static void all_ruled_out_leaves_nobody(void **state)
{
	struct comparison *c = laptops(*state);
	const struct result *r;

	c->criteria[2].must = (struct must){ .kind = MUST_ABOVE, .bound = 9 };
	r = result_of(c, *state);
	assert_true(r->judged);
	assert_int_equal(r->ranked, 0);
	assert_int_equal(r->first, 3);
	assert_int_equal(r->leader, 3);
	assert_int_equal(r->flips.count, 0);
}

static void the_only_one_left_leads(void **state)
{
	struct comparison *c = laptops(*state);
	const struct result *r;

	c->criteria[2].must =
		(struct must){ .kind = MUST_AT_LEAST, .bound = 9 };
	r = result_of(c, *state);
	assert_int_equal(r->ranked, 1);
	assert_int_equal(r->leader, 2);
	assert_false(r->close);
	assert_true(r->margin == 0);
}

static void a_profile_has_musts_of_its_own(void **state)
{
	struct comparison *c = laptops(*state);
	double weights[] = { 0, 1, 0 };
	struct must musts[3] = { { .kind = MUST_NONE } };
	struct profile *p = profile_add(c, "cheap", weights, *state);
	const struct result *r;

	musts[2] = (struct must){ .kind = MUST_AT_LEAST, .bound = 6 };
	p->musts = musts;
	c->criteria[1].must =
		(struct must){ .kind = MUST_AT_LEAST, .bound = 5 };
	r = result_of(c, *state);
	assert_int_equal(r->ranked, 2);
	assert_int_equal(r->profiles[0].ranked, 1);
	assert_int_equal(r->profiles[0].leader, 2);
	assert_true(r->profiles[0].contest.fails[1 * 3 + 0]);
	assert_true(r->profiles[0].contest.fails[2 * 3 + 1]);
}

/* One step down on cost, and b is out. */
static void a_step_past_a_must_flips(void **state)
{
	struct comparison *c = laptops(*state);
	const struct result *r;
	bool found = false;

	c->criteria[1].must =
		(struct must){ .kind = MUST_AT_LEAST, .bound = 8 };
	c->criteria[2].weight = 0;
	c->criteria[2].scores[2].value = 4;
	c->criteria[1].scores[1].value = 9;
	c->criteria[0].weight = 0;
	r = result_of(c, *state);
	assert_int_equal(r->first, 1);
	for (size_t k = 0; k < r->flips.count; k++)
		found |= r->flips.items[k].criterion == 1 &&
			 r->flips.items[k].option == 1 &&
			 r->flips.items[k].to == 8;
	assert_true(found);
	c->criteria[1].scores[1].value = 8;
	c->criteria[1].scores[2].value = 7;
	r = result_of(c, *state);
	assert_int_equal(r->first, 1);
	found = false;
	for (size_t k = 0; k < r->flips.count; k++)
		found |= r->flips.items[k].option == 1 &&
			 r->flips.items[k].to == 7 &&
			 r->flips.items[k].first == 3;
	assert_true(found);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_must_holds_up_to_its_bound),
		TEST(who_fails_a_must_loses_the_rank_and_keeps_the_total),
		TEST(a_missing_score_shows_nothing_of_a_must),
		TEST(below_the_least_coverage_there_is_no_rank),
		TEST(all_ruled_out_leaves_nobody),
		TEST(the_only_one_left_leads),
		TEST(a_profile_has_musts_of_its_own),
		TEST(a_step_past_a_must_flips),
	};

	return RUN(tests);
}
