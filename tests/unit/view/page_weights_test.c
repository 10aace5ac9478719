#include "judged.h"

#include "view/page_view.h"

static const struct value *weigh_of(const struct subject *s)
{
	struct frame frame = frame_of(s->site, s->phrases, NULL, 0, s->arena);
	struct book book = { .frame = &frame, .subject = s };

	return value_find(weights_page(&book).values, STR("weigh"));
}

static struct comparison *trees(struct arena *arena)
{
	return comparison_from("      oak elm\n"
			       "speed 1  8   6\n"
			       "size  1  4   5\n",
			       arena);
}

static void a_total_over_part_of_the_criteria_says_so(void **state)
{
	struct comparison *c = trees(*state);
	const struct value *rows;
	struct subject s;

	c->scoring.missing = MISSING_AVAILABLE;
	c->criteria[1].scores[0].value = NAN;
	s = subject_in(c, *state);
	rows = value_find(
		value_find(weigh_of(&s), STR("results"))->as.list.items[0],
		STR("rows"));
	assert_member(rows, "0.total_on", "on 1 of 2 criteria");
	assert_false(value_is_truthy(
		value_find(rows->as.list.items[1], STR("total_on"))));
}

/* What two ask for alike has one row; the author's comes first. */
static void a_must_stands_once(void **state)
{
	double weights[] = { 1, 1 };
	struct must musts[2][2] = {
		{ { .kind = MUST_AT_LEAST, .bound = 3 },
		  { .kind = MUST_ABOVE, .bound = 2 } },
		{ { .kind = MUST_AT_LEAST, .bound = 5 },
		  { .kind = MUST_ABOVE, .bound = 2 } },
	};
	struct comparison *c = trees(*state);
	const struct value *given;
	struct subject s;

	c->criteria[0].must = musts[0][0];
	profile_add(c, "plain", weights, *state);
	profile_add(c, "one", weights, *state)->musts = musts[0];
	profile_add(c, "two", weights, *state)->musts = musts[1];
	s = subject_in(c, *state);
	given = value_find(value_find(weigh_of(&s), STR("musts")),
			   STR("given"));
	assert_int_equal(given->as.list.count, 3);
	assert_member(given, "0.title", "speed");
	assert_member(given, "0.bound", "3");
	assert_member(given, "0.is_authors", "true");
	assert_member(given, "1.bound", "5");
	assert_member(given, "1.is_authors", "false");
	assert_member(given, "2.title", "size");
	assert_member(given, "2.kind", "gt");
	assert_member(given, "2.before", "above");
	assert_member(given, "2.after", "(null)");
}

/* The middle value in shown digits, and so that its own option holds. */
static void a_proposed_bound_has_the_digits_that_are_shown(void **state)
{
	struct comparison *c =
		comparison_from("       oak         elm         fir\n"
				"speed 1 5.666666667 8.333333333 1\n"
				"size  1 5.666666667 8.333333333 1\n",
				*state);
	struct subject s;
	const struct value *given;

	measure(c, "size", true, NAN, NAN);
	s = subject_in(c, *state);
	given = value_find(value_find(weigh_of(&s), STR("musts")),
			   STR("given"));
	assert_member(given, "0.kind", "gte");
	assert_member(given, "0.bound", "5.66");
	assert_member(given, "1.kind", "lte");
	assert_member(given, "1.bound", "5.66667");
}

/* Room to double the largest, at a number of one digit. */
static void a_slider_ends_at_twice_the_largest_weight(void **state)
{
	static const struct {
		double weight;
		const char *most;
	} CASES[] = {
		{ 0, "10" },   { 1, "10" },  { 5, "10" },      { 6, "20" },
		{ 26, "100" }, { 0.3, "1" }, { 0.02, "0.05" },
	};

	for (size_t k = 0; k < sizeof(CASES) / sizeof(*CASES); k++) {
		struct comparison *c = trees(*state);
		struct subject s;

		c->criteria[0].weight = CASES[k].weight;
		c->criteria[1].weight = CASES[k].weight / 2;
		s = subject_in(c, *state);
		assert_member(weigh_of(&s), "most", CASES[k].most);
	}
}

static void a_group_has_the_share_of_its_weights(void **state)
{
	struct comparison *c = trees(*state);
	struct subject s;

	c->criteria[0].weight = 3;
	c->criteria[0].group.str = STR("Use");
	s = subject_in(c, *state);
	assert_member(weigh_of(&s), "groups.0.title", "Use");
	assert_member(weigh_of(&s), "groups.0.share", "75%");
	assert_member(weigh_of(&s), "groups.1.share", "25%");
	c->criteria[0].weight = c->criteria[1].weight = 0;
	s = subject_in(c, *state);
	assert_member(weigh_of(&s), "groups.0.share", "0%");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_total_over_part_of_the_criteria_says_so),
		TEST(a_must_stands_once),
		TEST(a_proposed_bound_has_the_digits_that_are_shown),
		TEST(a_slider_ends_at_twice_the_largest_weight),
		TEST(a_group_has_the_share_of_its_weights),
	};

	return RUN(tests);
}
