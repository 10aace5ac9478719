#include "judge/agreement.h"

#include <math.h>
#include <stdlib.h>

#include "judge/rank.h"
#include "judge/utility.h"

/* Of some values: how many, their mean, and squares about it. */
struct moments {
	double count, mean, squares;
};

/* What alpha and the disputes are made of. */
struct pool {
	struct moments all; /* of every unit's values */
	double observed;    /* n * Do */
	double squares, freedom;
};

static size_t count_judges(const struct comparison *c,
			   const struct spread *spreads, struct arena *arena);
static size_t take_names(const struct score *score, bool all,
			 struct str *names);
static bool one_name(const struct comparison *c, size_t *values);
static int compare_names(const void *a, const void *b);
static struct spread spread_of(const struct score *score);
static void add_unit(struct pool *pool, const struct score *score,
		     struct ends ends);
static void add_value(struct moments *moments, double value);
static void take_alpha(struct agreement *a, const struct pool *pool);
static void order_disputes(struct agreement *a, size_t count,
			   struct arena *arena);

const struct agreement *agreement_of(const struct comparison *c,
				     struct arena *arena)
{
	size_t n = c->option_count;
	struct agreement *a = arena_new(arena, struct agreement);
	struct spread *spreads =
		arena_array(arena, struct spread, c->criterion_count * n);
	double *dispute = arena_array(arena, double, c->criterion_count);
	double *values = arena_array(arena, double, n);
	struct pool pool = { 0 };

	a->judge_count = count_judges(c, NULL, arena);
	for (size_t j = 0; j < c->criterion_count; j++) {
		const struct score *scores = c->criteria[j].scores;
		struct ends ends;

		utility_values(c, j, values);
		ends = utility_ends(c, j, values);
		pool.squares = pool.freedom = 0;
		for (size_t i = 0; i < n; i++) {
			struct spread *spread = &spreads[j * n + i];

			*spread = spread_of(&scores[i]);
			if (spread->judges < 2)
				continue;
			a->units++;
			add_unit(&pool, &scores[i], ends);
		}
		dispute[j] = pool.freedom > 0
				     ? sqrt(pool.squares / pool.freedom)
				     : NAN;
	}
	a->spreads = spreads;
	a->paired = a->units ? count_judges(c, spreads, arena) : 0;
	a->dispute = dispute;
	take_alpha(a, &pool);
	order_disputes(a, c->criterion_count, arena);
	return a;
}

/*
 * Mostly there is but one; else names are sorted, as there may be many.  With
 * spreads, of the scores alone that have two judges.
 */
static size_t count_judges(const struct comparison *c,
			   const struct spread *spreads, struct arena *arena)
{
	size_t n = c->option_count, values = 0, count = 0, judges;
	struct str *names;

	if (one_name(c, &values))
		return values > 0;
	names = arena_array(arena, struct str, values);
	for (size_t j = 0; j < c->criterion_count; j++)
		for (size_t i = 0; i < n; i++)
			if (!spreads || spreads[j * n + i].judges > 1)
				count += take_names(&c->criteria[j].scores[i],
						    !spreads, names + count);
	qsort(names, count, sizeof(*names), compare_names);
	judges = 1;
	for (size_t k = 1; k < count; k++)
		judges += !str_equals(names[k - 1], names[k]);
	return judges;
}

static size_t take_names(const struct score *score, bool all, struct str *names)
{
	size_t count = 0;

	for (size_t e = 0; e < score->evidence_count; e++)
		if (all ? !isnan(score->evidence[e].value)
			: evidence_counts(&score->evidence[e]))
			names[count++] = score->evidence[e].judge;
	return count;
}

/* Whether all values are of one judge; and how many there are. */
static bool one_name(const struct comparison *c, size_t *values)
{
	const struct str *first = NULL;
	bool one = true;

	for (size_t j = 0; j < c->criterion_count; j++)
		for (size_t i = 0; i < c->option_count; i++) {
			const struct score *score = &c->criteria[j].scores[i];

			for (size_t e = 0; e < score->evidence_count; e++) {
				const struct evidence *given =
					&score->evidence[e];

				if (isnan(given->value))
					continue;
				if (!first)
					first = &given->judge;
				one &= str_equals(*first, given->judge);
				++*values;
			}
		}
	return one;
}

static int compare_names(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static struct spread spread_of(const struct score *score)
{
	struct spread spread = { 0, NAN, NAN, NAN, NAN };
	struct moments moments = { 0 };

	for (size_t e = 0; e < score->evidence_count; e++) {
		double value = score->evidence[e].value;

		if (!evidence_counts(&score->evidence[e]))
			continue;
		spread.judges++;
		add_value(&moments, value);
		spread.least = fmin(spread.least, value);
		spread.most = fmax(spread.most, value);
	}
	if (spread.judges)
		spread.mean = score->value;
	if (spread.judges > 1)
		spread.deviation = sqrt(moments.squares / (moments.count - 1));
	return spread;
}

static void add_unit(struct pool *pool, const struct score *score,
		     struct ends ends)
{
	struct moments unit = { 0 };

	for (size_t e = 0; e < score->evidence_count; e++) {
		double value = score->evidence[e].value;

		if (!evidence_counts(&score->evidence[e]))
			continue;
		value = utility_between(ends, value);
		add_value(&unit, value);
		add_value(&pool->all, value);
	}
	pool->observed += 2 * unit.count * unit.squares / (unit.count - 1);
	pool->squares += unit.squares;
	pool->freedom += unit.count - 1;
}

/* Welford's update (Technometrics 4(3), 1962): one pass, no cancellation. */
static void add_value(struct moments *moments, double value)
{
	double away = value - moments->mean;

	moments->count++;
	moments->mean += away / moments->count;
	moments->squares += away * (value - moments->mean);
}

static void take_alpha(struct agreement *a, const struct pool *pool)
{
	double n = pool->all.count;
	double expected = 2 * pool->all.squares / (n - 1);

	a->status = a->judge_count < 2 ? ALPHA_ONE_JUDGE
		    : a->units == 0    ? ALPHA_NO_OVERLAP
		    : a->units == 1    ? ALPHA_ONE_SCORE
		    : sqrt(pool->all.squares / n) <= UTILITY_EQUAL
			    ? ALPHA_NO_VARIATION
			    : ALPHA_DEFINED;
	a->alpha = a->status == ALPHA_DEFINED
			   ? 1 - pool->observed / n / expected
			   : NAN;
}

/* Equals stay as written. */
static void order_disputes(struct agreement *a, size_t count,
			   struct arena *arena)
{
	size_t *order = arena_array(arena, size_t, count);

	for (size_t j = 0; j < count; j++)
		if (a->dispute[j] > UTILITY_EQUAL)
			order[a->disputed_count++] = j;
	rank_sort(order, a->dispute, a->disputed_count);
	a->disputed = order;
}
