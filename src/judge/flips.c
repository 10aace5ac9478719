#include "judge/flips.h"

#include <math.h>

#include "judge/tally.h"
#include "judge/topsis.h"
#include "judge/utility.h"

/* A criterion at work: room for what a changed score makes of it. */
struct bench {
	const struct comparison *c;
	const struct matrix *m;
	const struct rest *rest;
	size_t criterion;
	double *values;	   /* as given, but for the one that is changed */
	double *utilities; /* of these values, and so on: */
	double *cells, *terms, *sums, *totals;
	bool *wins;
};

static struct bench bench_for(const struct comparison *c,
			      const struct matrix *m, struct arena *arena);
static double step_of(const struct bench *b, size_t option);
static double stepped(const struct bench *b, size_t option, double step);
static size_t first_with(struct bench *b, size_t option, double value);
static void make_cells(struct bench *b);
static size_t first_alone(const double *totals, size_t count);

struct flips flips_all(const struct comparison *c, const struct matrix *m,
		       const struct rest *rests, size_t first,
		       struct arena *arena)
{
	struct flip *items = NULL;
	size_t n = m->option_count, count = 0;
	struct bench b = bench_for(c, m, arena);

	for (size_t k = 0; first < n && k < m->row_count; k++) {
		if (rests[k].share == 0)
			continue;
		b.rest = &rests[k];
		b.criterion = m->criteria[k];
		utility_values(c, b.criterion, b.values);
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
					(struct flip){ b.criterion, i / 2, from,
						       to, then };
		}
	}
	return (struct flips){ items, count };
}

static struct bench bench_for(const struct comparison *c,
			      const struct matrix *m, struct arena *arena)
{
	size_t n = m->option_count, width = matrix_width(m);

	return (struct bench){
		.c = c,
		.m = m,
		.values = arena_array(arena, double, n),
		.utilities = arena_array(arena, double, n),
		.cells = arena_array(arena, double, n),
		.terms = arena_array(arena, double, width),
		.sums = arena_array(arena, double, width),
		.totals = arena_array(arena, double, n),
		.wins = arena_array(arena, bool, n),
	};
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

	if (isnan(to) || b->c->criteria[b->criterion].measure.given)
		return to;
	return fmin(s->max, fmax(s->min, to));
}

/* Who is first alone with that one value changed; the option count: nobody. */
static size_t first_with(struct bench *b, size_t option, double value)
{
	double before = b->values[option];

	b->values[option] = value;
	make_cells(b);
	b->values[option] = before;
	matrix_terms(b->m, b->cells, b->terms);
	rest_totals(b->m, b->rest, b->terms, b->rest->share, b->sums,
		    b->totals);
	return first_alone(b->totals, b->m->option_count);
}

static void make_cells(struct bench *b)
{
	switch (b->m->method) {
	case METHOD_POINTS:
		utility_row(b->c, b->criterion, b->values, b->utilities);
		tally_row(b->c, b->utilities, b->wins, b->cells);
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

static size_t first_alone(const double *totals, size_t count)
{
	size_t best = 0;

	for (size_t i = 1; i < count; i++)
		if (totals[i] > totals[best])
			best = i;
	for (size_t i = 0; i < count; i++)
		if (i != best && totals[i] >= totals[best] - UTILITY_EQUAL)
			return count;
	return best;
}
