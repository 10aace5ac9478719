#include "judged.h"

#include "view/answer.h"
#include "view/criterion_answer.h"
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

static void a_picture_has_forty_options_at_the_most(void **state)
{
	struct buf table = { 0 };

	for (int i = 0; i < 45; i++)
		buf_printf(&table, " o%d", i);
	for (int j = 0; j < 3; j++) {
		buf_printf(&table, "\nc%d 1", j);
		for (int i = 0; i < 45; i++)
			buf_printf(&table, " %d", (i * (j + 3)) % 10);
	}
	buf_char(&table, '\n');
	assert_int_equal(poster_in(comparison_from(buf_str(&table).ptr, *state),
				   *state)
				 .option_count,
			 40);
	buf_release(&table);
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
	bool fits;

	c->infographic_at = table_place(4);
	s = subject_in(c, arena);
	fits = poster_check(diags, &s);
	text = printed(diags, arena);
	assert_int_equal(fits, text.len == 0);
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
	assert_true(told(TWO, INFOGRAPHIC_TOWERS, *state).len > 0);
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

static void a_poster_says_on_how_little_totals_are_judged(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 2 9 6 5\n"
					       "y 1 6 3 2\n"
					       "z 3 - 7 8\n",
					       *state);

	c->scoring.missing = MISSING_AVAILABLE;
	assert_str(poster_in(c, *state).notes, "a scored on 2 of 3 criteria");
	assert_str(poster_in(c, *state).groups[0].of, "");
	c->criteria[1].scores[2].value = NAN;
	assert_str(poster_in(c, *state).notes,
		   "a scored on 2 of 3 criteria \xC2\xB7 "
		   "c scored on 2 of 3 criteria");
	c->criteria[0].scores[1].value = NAN;
	assert_str(poster_in(c, *state).notes,
		   "some totals are over part of the criteria");
	c->scoring.missing = MISSING_WORST;
	assert_str(poster_in(c, *state).notes, "");
}

/* Of as much weight, but of other criteria: no pull is a gap of scores. */
static void who_is_scored_on_other_criteria_is_not_pulled(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 9 -\n"
					       "y 1 - 2\n"
					       "z 1 5 6\n",
					       *state);
	struct subject s;

	c->scoring.missing = MISSING_AVAILABLE;
	assert_str(poster_in(c, *state).pulls[0], "");
	s = subject_in(c, *state);
	assert_false(pulls_are_gaps(&s, 0, 1));
	assert_true(str_find_str(criterion_effect(&s, 0), STR("pulls")) ==
		    criterion_effect(&s, 0).len);
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
/* Whoever wins a criterion has all of it, whatever it weighs. */
static void of_points_a_row_tells_the_part_that_was_won(void **state)
{
	struct comparison *c = points_from("  a b\nx 4 1 0\ny 1 0 1\n", *state);
	struct subject s = subject_in(c, *state);
	struct poster_row rows[2];

	assert_int_equal(poster_rows_by_lead(&s, rows), 2);
	assert_str(rows[0].title, "x");
	assert_near(rows[0].won[0], 1);
	assert_near(rows[0].won[1], 0);
	assert_near(rows[0].lead, 1);
	assert_near(rows[1].lead, -1);
}

/* The key says that slices add up: those of other methods do not. */
static void towers_of_no_sums_have_no_key(void **state)
{
	static const char THREE[] = "  a b c\nx 1 9 6 2\ny 1 5 8 1\n";
	struct comparison *c = with(THREE, INFOGRAPHIC_TOWERS, *state);
	struct poster poster = poster_in(c, *state);

	assert_true(poster.key.len && poster.lying_key.len);
	c->scoring.method = METHOD_TOPSIS;
	poster = poster_in(c, *state);
	assert_int_equal(poster.kind, POSTER_TOWERS);
	assert_str(poster.key, "");
	assert_str(poster.lying_key, "");
}

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

/* The first and the last of equals are two of any. */
static void a_quilt_of_equals_has_no_ends(void **state)
{
	static const char *const LEVEL[] = {
		"  a b c d e f\nx 1 5 5 5 5 5 5\n",
		"  a b c d e f\nx 1 5 5 5 5 5 4\n"
	};

	for (size_t k = 0; k < 2; k++) {
		struct poster poster = poster_in(
			with(LEVEL[k], INFOGRAPHIC_QUILT, *state), *state);

		assert_int_equal(poster.deciding.len > 0, k);
	}
}

enum { OPTIONS = 10, CRITERIA = 5, SEEDS = 24, CHANGES = 4 };

/* A comparison as numbers, and what follows from them, reckoned here. */
struct reckoning {
	size_t n, m;
	double scores[CRITERIA][OPTIONS], weights[CRITERIA], all;
	double totals[OPTIONS];
	size_t order[OPTIONS]; /* best first */
};

static unsigned draw(unsigned long *state, unsigned below)
{
	*state = (*state * 1103515245 + 12345) % 2147483648UL;
	return (unsigned)(*state / 65536 % below);
}

static void reckon(struct reckoning *r)
{
	r->all = 0;
	for (size_t j = 0; j < r->m; j++)
		r->all += r->weights[j];
	for (size_t i = 0; i < r->n; i++) {
		size_t at = i;

		r->totals[i] = 0;
		for (size_t j = 0; j < r->m; j++)
			r->totals[i] +=
				r->weights[j] * r->scores[j][i] / 10 / r->all;
		for (; at && r->totals[r->order[at - 1]] < r->totals[i] - 1e-9;
		     at--)
			r->order[at] = r->order[at - 1];
		r->order[at] = i;
	}
}

static struct comparison *comparison_as(const struct reckoning *r,
					struct arena *arena)
{
	struct str table = STR(" ");
	struct comparison *c;

	for (size_t i = 0; i < r->n; i++)
		table = arena_printf(arena, "%.*s %c", STR_ARG(table),
				     (int)('a' + i));
	for (size_t j = 0; j < r->m; j++) {
		table = arena_printf(arena, "%.*s\n%c %g", STR_ARG(table),
				     (int)('p' + j), r->weights[j]);
		for (size_t i = 0; i < r->n; i++)
			table = arena_printf(arena, "%.*s %g", STR_ARG(table),
					     r->scores[j][i]);
	}
	c = comparison_from(arena_printf(arena, "%.*s\n", STR_ARG(table)).ptr,
			    arena);
	c->scoring.close = 0.05;
	return c;
}

/* Whether the first number of the text is that value, as far as it says. */
static void assert_says(struct str text, double value)
{
	size_t at = 0, places = 0;
	double said;
	char *end;

	while (at < text.len && !(text.ptr[at] >= '0' && text.ptr[at] <= '9'))
		at++;
	said = strtod(text.ptr + at, &end);
	for (const char *dot =
		     memchr(text.ptr + at, '.', (size_t)(end - text.ptr) - at);
	     dot && ++dot < end;)
		places++;
	if (str_starts(text, "less than") ? value < said
	    : str_starts(text, "over")	  ? value > said
					  : false)
		return;
	if (fabs(said - value) > 0.5 * pow(10, -(double)places) + 1e-9)
		fail_msg("\"%.*s\" is not %g", STR_ARG(text), value);
}

static const struct headline *rule_of(const struct poster *poster,
				      const char *rule)
{
	for (size_t k = 0; k < poster->headline_count; k++)
		if (!strcmp(poster->headlines[k].rule, rule))
			return &poster->headlines[k];
	return NULL;
}

static size_t alone_best(const struct reckoning *r, size_t i)
{
	size_t count = 0;

	for (size_t j = 0; j < r->m; j++) {
		bool best = true;

		for (size_t k = 0; k < r->n; k++)
			best &= k == i || r->scores[j][k] < r->scores[j][i];
		count += best;
	}
	return count;
}

static void assert_headlines(const struct poster *poster,
			     const struct reckoning *r)
{
	size_t leader = r->order[0];
	double margin = r->totals[leader] - r->totals[r->order[1]];
	const struct headline *plain = rule_of(poster, "plain");
	bool leads = margin > 1e-9 && margin >= 0.05 - 1e-9;
	bool unbeaten = leads;

	for (size_t j = 0; j < r->m; j++)
		for (size_t k = 0; k < r->n; k++)
			unbeaten &= r->scores[j][k] <= r->scores[j][leader];
	assert_int_equal(plain != NULL, leads);
	assert_int_equal(rule_of(poster, "level") != NULL, margin <= 1e-9);
	assert_int_equal(rule_of(poster, "close") != NULL,
			 !leads && margin > 1e-9);
	assert_int_equal(rule_of(poster, "unbeaten") != NULL, unbeaten);
	assert_int_equal(rule_of(poster, "never-outright") != NULL,
			 leads && r->n >= 3 && r->m >= 3 &&
				 !alone_best(r, leader));
	assert_int_equal(rule_of(poster, "runaway") != NULL,
			 leads && margin >= 0.2 - 1e-9);
	if (!plain)
		return;
	assert_int_equal(plain->text.ptr[0], 'a' + leader);
	assert_says(plain->text, r->totals[leader] * 10);
	assert_says(rule_of(poster, "lead")->text, margin * 10);
}

/* The columns' shares of the spread; all others say totals and parts. */
static void assert_shares(const struct poster *poster,
			  const struct reckoning *r)
{
	double mean = 0, spread = 0;

	for (size_t i = 0; i < r->n; i++)
		mean += r->totals[i] / (double)r->n;
	for (size_t i = 0; i < r->n; i++)
		spread += (r->totals[i] - mean) * (r->totals[i] - mean);
	for (size_t c = 0; spread > 1e-9 && c < poster->column_count; c++) {
		size_t j = (size_t)(poster->columns[c].title.ptr[0] - 'p');
		double share = 0;

		for (size_t i = 0; i < r->n; i++)
			share += r->weights[j] * r->scores[j][i] / 10 / r->all *
				 (r->totals[i] - mean);
		assert_near(poster->columns[c].weight, r->weights[j]);
		assert_says(poster->columns[c].words,
			    fabs(share / spread) * 100);
	}
}

static void assert_poster(const struct poster *poster,
			  const struct reckoning *r)
{
	double lead = 0;

	assert_headlines(poster, r);
	for (size_t k = 0; k < poster->option_count; k++) {
		size_t i = poster->options[k].slot;
		double sum = 0;

		assert_near(r->totals[i], r->totals[r->order[k]]);
		assert_says(poster->options[k].total, r->totals[i] * 10);
		for (size_t g = 0; g < poster->group_count; g++) {
			sum += poster->groups[g].parts[k];
			assert_says(poster->groups[g].words[k],
				    poster->groups[g].parts[k] * 10);
		}
		if (poster->group_count)
			assert_near(sum, r->totals[i]);
	}
	for (size_t k = 0; poster->rows && k < poster->row_count; k++) {
		size_t j = (size_t)(poster->rows[k].title.ptr[0] - 'p');

		assert_says(poster->rows[k].scores[0],
			    r->scores[j][poster->options[0].slot]);
		assert_near(poster->rows[k].weight, r->weights[j] / r->all);
		lead += poster->rows[k].weight * poster->rows[k].lead;
	}
	if (poster->kind == POSTER_DUEL)
		assert_near(lead,
			    r->totals[r->order[0]] - r->totals[r->order[1]]);
	if (poster->kind == POSTER_QUILT)
		assert_shares(poster, r);
}

/* One score or weight is changed at a time; all that is said follows. */
static void what_a_poster_says_follows_each_change(void **state)
{
	static const size_t SIZES[] = { 2, 3, 5, 10 };
	unsigned long random = 5;

	for (size_t seed = 0; seed < SEEDS; seed++) {
		struct reckoning r = { .n = SIZES[seed % 4],
				       .m = 2 + draw(&random, CRITERIA - 1) };

		for (size_t j = 0; j < r.m; j++) {
			r.weights[j] = 1 + draw(&random, 4);
			for (size_t i = 0; i < r.n; i++)
				r.scores[j][i] = draw(&random, 11);
		}
		for (size_t k = 0; k <= CHANGES; k++) {
			struct arena arena = { 0 };
			size_t j = draw(&random, (unsigned)r.m);
			struct poster poster;
			struct comparison *c;

			(void)state;
			if (k && k % 2)
				r.scores[j][draw(&random, (unsigned)r.n)] =
					draw(&random, 11);
			else if (k)
				r.weights[j] = 1 + draw(&random, 6);
			reckon(&r);
			c = comparison_as(&r, &arena);
			c->infographic = r.n == 10 ? INFOGRAPHIC_QUILT
						   : INFOGRAPHIC_AUTO;
			poster = poster_in(c, &arena);
			assert_poster(&poster, &r);
			arena_release(&arena);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_picture_has_forty_options_at_the_most),
		TEST(the_picture_follows_from_what_is_compared),
		TEST(a_picture_that_does_not_fit_is_an_error_with_a_hint),
		TEST(the_pulls_differ_by_the_lead),
		TEST(a_poster_says_on_how_little_totals_are_judged),
		TEST(who_is_scored_on_other_criteria_is_not_pulled),
		TEST(towers_add_up_to_totals),
		TEST(of_points_a_row_tells_the_part_that_was_won),
		TEST(towers_of_no_sums_have_no_key),
		TEST(a_quilt_tells_what_decides),
		TEST(a_quilt_of_equals_has_no_ends),
		TEST(what_a_poster_says_follows_each_change),
	};

	return RUN(tests);
}
