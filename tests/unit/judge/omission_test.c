#include "table.h"

#include "judge/result.h"

/* Ann and Bob agree on a, Cyd alone puts b first. */
static struct comparison *judged(struct arena *arena)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 - -\n"
					       "y 1 - -\n",
					       arena);

	judged_by(c, "Ann", 0, 0, 8, arena);
	judged_by(c, "Ann", 0, 1, 6, arena);
	judged_by(c, "Ann", 1, 0, 6, arena);
	judged_by(c, "Ann", 1, 1, 5, arena);
	judged_by(c, "Cyd", 0, 0, 1, arena);
	judged_by(c, "Cyd", 0, 1, 9, arena);
	c->criteria[0].group.str = STR("G");
	return c;
}

static void each_judge_has_totals_and_a_leader(void **state)
{
	const struct result *r = result_of(judged(*state), *state);
	const struct judge_result *judges = r->omissions.judges;

	assert_int_equal(r->first, 1);
	assert_int_equal(r->omissions.judge_count, 2);
	assert_str(judges[0].id, "Ann");
	assert_near(judges[0].totals[0], 0.7);
	assert_near(judges[0].totals[1], 0.55);
	assert_int_equal(judges[0].left.leader, 0);
	assert_near(judges[0].left.margin, 0.15);
	assert_int_equal(judges[0].scores, 4);
	/* Cyd scored x only. */
	assert_near(judges[1].totals[0], 0.1);
	assert_near(judges[1].totals[1], 0.9);
	assert_int_equal(judges[1].left.leader, 1);
}

static void without_a_judge_another_leads(void **state)
{
	const struct result *r = result_of(judged(*state), *state);
	const struct omission *o = r->omissions.items;

	/* Two judges, two groups (one without a name), no sources. */
	assert_int_equal(r->omissions.count, 4);
	assert_int_equal(o[1].kind, OMIT_JUDGE);
	assert_str(o[1].id, "Cyd");
	assert_int_equal(o[1].left.leader, 0);
	assert_near(o[1].left.ahead, -0.15);
	assert_int_equal(o[0].left.leader, 1);
	assert_near(o[0].left.ahead, 0.8);
	assert_int_equal(o[2].kind, OMIT_GROUP);
	assert_str(o[2].id, "G");
	assert_int_equal(o[2].left.leader, 0);
	assert_str(o[3].id, "");
	assert_int_equal(o[3].left.leader, 1);
}

static void of_too_many_judges_none_is_left_out(void **state)
{
	for (size_t count = OMISSIONS_MOST; count <= OMISSIONS_MOST + 1;
	     count++) {
		struct comparison *c = comparison_from("  a b\n"
						       "x 1 - -\n",
						       *state);
		const struct result *r;

		for (size_t k = 0; k < count; k++)
			for (size_t i = 0; i < 2; i++)
				judged_by(c,
					  arena_printf(*state, "J%zu", k).ptr,
					  0, i, (double)(3 + i), *state);
		r = result_of(c, *state);
		assert_int_equal(r->omissions.judge_count,
				 count > OMISSIONS_MOST ? 0 : count);
		assert_int_equal(r->omissions.count,
				 count > OMISSIONS_MOST ? 0 : count);
	}
}

static void without_a_source_all_that_cite_it_is_gone(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 9 2\n"
					       "y 1 3 6\n",
					       *state);
	size_t first[] = { 0 }, both[] = { 0, 1 };
	struct source sources[2] = { { .id = STR("s") }, { .id = STR("t") } };
	const struct result *r;

	c->sources = sources;
	c->source_count = 2;
	for (size_t i = 0; i < 2; i++) {
		c->criteria[0].scores[i].evidence[0].sources = first;
		c->criteria[0].scores[i].evidence[0].source_count = 1;
		c->criteria[1].scores[i].evidence[0].sources = both;
		c->criteria[1].scores[i].evidence[0].source_count = 2;
	}
	r = result_of(c, *state);
	assert_int_equal(r->omissions.count, 2);
	assert_false(r->omissions.items[0].left.judged);
	assert_true(isnan(r->omissions.items[0].left.margin));
	assert_int_equal(r->omissions.items[0].left.leader, 2);
	assert_str(r->omissions.items[1].id, "t");
	assert_near(r->omissions.items[1].left.margin, 0.7);
}

/* As if the rows were not there: Ann did not score every option then. */
static void common_judges_are_found_anew(void **state)
{
	struct comparison *c = judged(*state);
	size_t first[] = { 0 };
	struct source source = { .id = STR("s") };
	const struct result *r;

	c->sources = &source;
	c->source_count = 1;
	c->scoring.judges = JUDGES_COMMON;
	c->criteria[0].scores[1].evidence[1].sources = first;
	c->criteria[0].scores[1].evidence[1].source_count = 1;
	r = result_of(c, *state);
	assert_int_equal(r->omissions.count, 5);
	assert_int_equal(r->omissions.items[2].kind, OMIT_SOURCE);
	/* Cyd's 1 and 9, Ann's 6 and 5. */
	assert_near(r->omissions.items[2].left.margin, 0.35);
	assert_int_equal(r->omissions.items[2].left.leader, 1);
}

static void one_judge_one_source_and_one_group_are_not_left_out(void **state)
{
	const struct result *r = result_of(comparison_from("  a b\n"
							   "x 1 9 2\n",
							   *state),
					   *state);

	assert_int_equal(r->omissions.count, 0);
	assert_int_equal(r->omissions.judge_count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_judge_has_totals_and_a_leader),
		TEST(without_a_judge_another_leads),
		TEST(of_too_many_judges_none_is_left_out),
		TEST(without_a_source_all_that_cite_it_is_gone),
		TEST(common_judges_are_found_anew),
		TEST(one_judge_one_source_and_one_group_are_not_left_out),
	};

	return RUN(tests);
}
