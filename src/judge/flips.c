#include "judge/flips.h"

#include <math.h>

#include "judge/tally.h"
#include "judge/topsis.h"
#include "judge/utility.h"

/* A criterion at work: room for what a changed score makes of it. */
struct bench {
	const struct comparison *c;
	const struct flips_basis *basis;
	const struct matrix *m;
	const struct rest *rest; /* NULL: it has no weight */
	size_t criterion;
	double *values;	   /* as given, but for the one that is changed */
	double *utilities; /* of these values, and so on: */
	double *cells, *terms, *sums, *totals;
	bool *wins, *in;
};

static struct bench bench_for(const struct comparison *c,
			      const struct flips_basis *basis,
			      struct arena *arena);
static const struct rest *rest_of(const struct flips_basis *basis, size_t j);
static double step_of(const struct bench *b, size_t option);
static double stepped(const struct bench *b, size_t option, double step);
static bool is_below_nothing(const struct bench *b);
static size_t first_with(struct bench *b, size_t option, double value);
static bool is_in(const struct bench *b, size_t option, double value);
static void make_totals(struct bench *b);
static void make_cells(struct bench *b);
static void keep_missing(struct bench *b);
static size_t first_alone(const double *totals, const bool *in, size_t count);

struct flips flips_all(const struct comparison *c,
		       const struct flips_basis *basis, struct arena *arena)
{
	struct flip *items = NULL;
	size_t n = c->option_count, count = 0, first = basis->first;
	struct bench b = bench_for(c, basis, arena);

	for (size_t j = 0; first < n && j < c->criterion_count; j++) {
		b.rest = rest_of(basis, j);
		b.criterion = j;
		if (!b.rest && c->criteria[j].must.kind == MUST_NONE)
			continue;
		utility_values(c, j, b.values);
		for (size_t i = 0; i < 2 * n; i++) {
			double from = b.values[i / 2];
			double step = step_of(&b, i / 2);
			double to = stepped(&b, i / 2, i % 2 ? step : -step);
			size_t then;

			/* Also true of NAN: no score, or no step. */
			if (!(fabs(to - from) > 0))
				continue;
			then = first_with(&b, i / 2, to);
			if (then != first)
				*arena_push(arena, items, count) =
					(struct flip){ j, i / 2, from, to,
						       then };
		}
	}
	return (struct flips){ items, count };
}

static struct bench bench_for(const struct comparison *c,
			      const struct flips_basis *basis,
			      struct arena *arena)
{
	size_t n = c->option_count, width = matrix_width(basis->m);
	struct bench b = {
		.c = c,
		.basis = basis,
		.m = basis->m,
		.values = arena_array(arena, double, n),
		.utilities = arena_array(arena, double, n),
		.cells = arena_array(arena, double, n),
		.terms = arena_array(arena, double, width),
		.sums = arena_array(arena, double, width),
		.totals = arena_array(arena, double, n),
		.wins = arena_array(arena, bool, n),
		.in = arena_array(arena, bool, n),
	};

	for (size_t i = 0; i < n; i++)
		b.in[i] = basis->contest->in[i] && !isnan(basis->totals[i]);
	return b;
}

/* NULL where the criterion does not count, or weighs nothing. */
static const struct rest *rest_of(const struct flips_basis *basis, size_t j)
{
	for (size_t k = 0; k < basis->m->row_count; k++)
		if (basis->m->criteria[k] == j)
			return basis->rests[k].share > 0 ? &basis->rests[k]
							 : NULL;
	return NULL;
}

static double step_of(const struct bench *b, size_t option)
{
	const struct criterion *criterion = &b->c->criteria[b->criterion];
	const struct scoring *s = &b->c->scoring;
	struct ends ends;

	if (!criterion->measure.given)
		return criterion->scores[option].answer == ANSWER_NONE
			       ? 1
			       : (s->max - s->min) / 2;
	ends = utility_ends(b->c, b->criterion, b->values);
	return fabs(ends.best / 10 - ends.worst / 10);
}

static double stepped(const struct bench *b, size_t option, double step)
{
	const struct scoring *s = &b->c->scoring;
	double to = b->values[option] + step;

	if (isnan(to))
		return to;
	if (b->c->criteria[b->criterion].measure.given)
		return is_below_nothing(b) ? to : fmax(0, to);
	return fmin(s->max, fmax(s->min, to));
}

/* A time of -0.4 s is none, where no measure is below 0. */
static bool is_below_nothing(const struct bench *b)
{
	const struct measure *m = &b->c->criteria[b->criterion].measure;
	bool below = m->best < 0 || m->worst < 0;

	for (size_t i = 0; i < b->c->option_count; i++)
		below |= b->values[i] < 0;
	return below;
}

/* Who is first alone with that one value changed; the option count: nobody. */
static size_t first_with(struct bench *b, size_t option, double value)
{
	double before = b->values[option];
	bool was_in = b->in[option];
	size_t first, n = b->c->option_count;

	b->values[option] = value;
	b->in[option] = is_in(b, option, value);
	if (b->rest)
		make_totals(b);
	first = first_alone(b->rest ? b->totals : b->basis->totals, b->in, n);
	b->values[option] = before;
	b->in[option] = was_in;
	return first;
}

/* It may fail, or no longer fail, the must of the criterion at work. */
static bool is_in(const struct bench *b, size_t option, double value)
{
	const struct contest *contest = b->basis->contest;
	const struct comparison *c = b->c;

	if (contest->thin[option] || isnan(b->basis->totals[option]) ||
	    !must_holds(&c->criteria[b->criterion].must, value))
		return false;
	for (size_t j = 0; j < c->criterion_count; j++)
		if (j != b->criterion &&
		    contest->fails[j * c->option_count + option])
			return false;
	return true;
}

static void make_totals(struct bench *b)
{
	make_cells(b);
	matrix_terms(b->m, b->cells, b->terms);
	rest_totals(b->m, b->rest, b->terms, b->rest->share, b->sums,
		    b->totals);
}

static void make_cells(struct bench *b)
{
	switch (b->m->method) {
	case METHOD_POINTS:
		utility_row(b->c, b->criterion, b->values, b->utilities);
		tally_row(b->c, b->utilities, b->wins, b->cells);
		keep_missing(b);
		break;
	case METHOD_WEIGHTED_SUM:
	case METHOD_WEIGHTED_PRODUCT:
		utility_row(b->c, b->criterion, b->values, b->cells);
		break;
	case METHOD_TOPSIS:
		topsis_row(b->c, b->criterion, b->values, b->cells);
		break;
	}
}

static void keep_missing(struct bench *b)
{
	for (size_t i = 0; i < b->c->option_count; i++)
		if (isnan(b->utilities[i]))
			b->cells[i] = NAN;
}

static size_t first_alone(const double *totals, const bool *in, size_t count)
{
	size_t best = count;

	for (size_t i = 0; i < count; i++)
		if (in[i] && (best == count || totals[i] > totals[best]))
			best = i;
	for (size_t i = 0; i < count; i++)
		if (in[i] && i != best &&
		    totals[i] >= totals[best] - UTILITY_EQUAL)
			return count;
	return best;
}
