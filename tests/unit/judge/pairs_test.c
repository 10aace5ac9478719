#include "table.h"

#include "judge/result.h"

/* "ab ac": the pairs of options a, b, c … that have a page, in their order. */
static const char *pages_of(const struct result *r, char text[64])
{
	struct pair pair = { 0, 0 };
	size_t at = 0, count = 0;

	for (; pairs_next(&r->pairs, &pair); count++) {
		assert_true(pairs_has(&r->pairs, pair));
		text[at++] = (char)('a' + pair.one);
		text[at++] = (char)('a' + pair.other);
		text[at++] = ' ';
	}
	assert_int_equal(count, r->pairs.count);
	text[at ? at - 1 : 0] = '\0';
	return text;
}

static const char TABLE[] = "  a b c d\n"
			    "x 1 8 4 4 2\n"
			    "y 1 8 4 4 -\n";

static void nothing_has_a_page_until_it_is_asked_for(void **state)
{
	struct comparison *c = comparison_from(TABLE, *state);
	const struct result *r = result_of(c, *state);
	char text[64];

	assert_string_equal(pages_of(r, text), "");
	assert_false(pairs_has(&r->pairs, (struct pair){ 0, 1 }));
}

static void all_pairs_have_the_order_of_their_options(void **state)
{
	struct comparison *c = comparison_from(TABLE, *state);
	char text[64];

	c->pairs.kind = PAIRS_ALL;
	assert_string_equal(pages_of(result_of(c, *state), text),
			    "ab ac ad bc bd cd");
	assert_int_equal(pair_of(3, 1).one, 1);
	assert_int_equal(pair_of(1, 3).other, 3);
}

/* "y" counts for nobody, so there are ranks by "x": 1, 2, 2, 4. */
static void the_best_are_those_of_that_rank_equals_included(void **state)
{
	struct comparison *c = comparison_from(TABLE, *state);
	char text[64];

	c->pairs.kind = PAIRS_ALL;
	c->pairs.top = 2;
	assert_string_equal(pages_of(result_of(c, *state), text), "ab ac bc");
}

static void who_is_ruled_out_is_not_among_the_best(void **state)
{
	struct comparison *c = comparison_from(TABLE, *state);
	char text[64];

	c->criteria[0].must = (struct must){ .kind = MUST_AT_MOST, .bound = 5 };
	c->pairs.kind = PAIRS_ALL;
	c->pairs.top = 3;
	assert_string_equal(pages_of(result_of(c, *state), text), "bc bd cd");
}

static void a_group_keeps_to_itself(void **state)
{
	struct comparison *c = comparison_from(TABLE, *state);
	char text[64];

	c->pairs.kind = PAIRS_ALL;
	c->pairs.within_group = true;
	c->options[0].group.str = c->options[2].group.str = STR("G");
	assert_string_equal(pages_of(result_of(c, *state), text), "ac");
}

static void a_pair_that_shares_too_little_is_counted(void **state)
{
	struct comparison *c = comparison_from(TABLE, *state);
	const struct result *r;
	char text[64];

	c->pairs.kind = PAIRS_ALL;
	c->pairs.min_shared = 2;
	r = result_of(c, *state);
	assert_string_equal(pages_of(r, text), "ab ac bc");
	assert_int_equal(r->pairs.thin, 3);
}

static void a_list_has_its_pairs_alone(void **state)
{
	struct comparison *c = comparison_from(TABLE, *state);
	struct pair list[] = { { 1, 3 }, { 0, 2 } };
	char text[64];

	c->pairs.kind = PAIRS_LIST;
	c->pairs.list = list;
	c->pairs.list_count = 2;
	assert_string_equal(pages_of(result_of(c, *state), text), "ac bd");
}

static void no_pair_at_all_is_said(void **state)
{
	struct comparison *c = comparison_from(TABLE, *state);
	struct diags *diags = diags_new();

	c->pairs.kind = PAIRS_ALL;
	c->pairs.min_shared = 3;
	c->pairs.at = table_place(1);
	pairs_tell(diags, c, &result_of(c, *state)->pairs);
	assert_string_equal(
		printed(diags, *state).ptr,
		"table:1:1: warning: no pair of options has a page\n"
		"  hint: none of the 6 shares 3 scored criteria, which "
		"\"min_shared\" asks for\n");
	diags_free(diags);
}

static void a_listed_pair_that_shares_too_little_leaves_none(void **state)
{
	struct comparison *c = comparison_from(TABLE, *state);
	struct diags *diags = diags_new();
	struct pair list[] = { { 0, 1 } };
	const struct result *r;
	char text[64];

	c->pairs.kind = PAIRS_LIST;
	c->pairs.list = list;
	c->pairs.list_count = 1;
	c->pairs.min_shared = 3;
	c->pairs.at = table_place(1);
	r = result_of(c, *state);
	assert_string_equal(pages_of(r, text), "");
	assert_int_equal(r->pairs.count, 0);
	assert_int_equal(r->pairs.thin, 1);
	pairs_tell(diags, c, &r->pairs);
	assert_string_equal(
		printed(diags, *state).ptr,
		"table:1:1: warning: no pair of options has a page\n"
		"  hint: the only one shares fewer than 3 scored "
		"criteria, which \"min_shared\" asks for\n");
	diags_free(diags);
}

/* Of the first two, which have ranks, each stands in a group of its own. */
static void the_best_of_different_groups_are_told(void **state)
{
	struct comparison *c =
		comparison_from("  a b c d\nx 1 8 6 4 2\n", *state);
	struct diags *diags = diags_new();

	c->pairs.kind = PAIRS_ALL;
	c->pairs.top = 2;
	c->pairs.within_group = true;
	c->options[0].group.str = c->options[2].group.str = STR("G");
	c->options[1].group.str = c->options[3].group.str = STR("H");
	c->pairs.at = table_place(1);
	pairs_tell(diags, c, &result_of(c, *state)->pairs);
	assert_string_equal(printed(diags, *state).ptr,
			    "table:1:1: warning: no pair of options has a "
			    "page\n"
			    "  hint: no two of the first 2 stand in one "
			    "group\n");
	diags_free(diags);
}

static void two_pairs_of_one_address_are_both_named(void **state)
{
	static const struct {
		const char *ids[4];
		bool some; /* all but the last pair */
		const char *message;
	} CASES[] = {
		{ { "a", "b-vs-c", "a-vs-b", "c" },
		  false,
		  "the pair of \"a\" and \"b-vs-c\" has the address of that "
		  "of \"a-vs-b\" and \"c\"" },
		{ { "c", "a", "a-vs-b", "b-vs-c" },
		  false,
		  "the pair of \"a\" and \"b-vs-c\" has the address of that "
		  "of \"c\" and \"a-vs-b\"" },
		{ { "a-vs", "b", "a", "vs-b" },
		  false,
		  "the pair of \"a\" and \"vs-b\" has the address of that "
		  "of \"a-vs\" and \"b\"" },
		{ { "a", "b-vs-c", "a-vs-b", "c" }, true, NULL },
		{ { "a", "b-vs-d", "a-vs-b", "c" }, false, NULL },
		{ { "a", "a-vs-a", "vs-a", "c-vs" }, false, NULL },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct comparison *c = comparison_from(TABLE, *state);
		struct diags *diags = diags_new();
		struct str want = STR("");
		struct pair list[3] = { { 0, 1 }, { 0, 2 }, { 1, 2 } };

		for (size_t k = 0; k < 4; k++)
			c->options[k].id = str_from(CASES[i].ids[k]);
		c->pairs.kind = CASES[i].some ? PAIRS_LIST : PAIRS_ALL;
		c->pairs.list = CASES[i].some ? list : NULL;
		c->pairs.list_count = CASES[i].some ? 3 : 0;
		if (CASES[i].message)
			want = arena_printf(*state, "paragone: error: %s\n",
					    CASES[i].message);
		assert_int_equal(pairs_check(diags, c,
					     &result_of(c, *state)->pairs),
				 !CASES[i].message);
		assert_str(printed(diags, *state), want.ptr);
		diags_free(diags);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_has_a_page_until_it_is_asked_for),
		TEST(all_pairs_have_the_order_of_their_options),
		TEST(the_best_are_those_of_that_rank_equals_included),
		TEST(who_is_ruled_out_is_not_among_the_best),
		TEST(a_group_keeps_to_itself),
		TEST(a_pair_that_shares_too_little_is_counted),
		TEST(a_list_has_its_pairs_alone),
		TEST(no_pair_at_all_is_said),
		TEST(a_listed_pair_that_shares_too_little_leaves_none),
		TEST(the_best_of_different_groups_are_told),
		TEST(two_pairs_of_one_address_are_both_named),
	};

	return RUN(tests);
}
