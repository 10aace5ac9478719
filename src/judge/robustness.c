#include "judge/robustness.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "judge/rank.h"
#include "judge/utility.h"

/* Steps to spend on sampling: about a second, however many options. */
static const double STEP_LIMIT = 4e9;

static const uint64_t SEED = UINT64_C(0x9E3779B97F4A7C15);

static struct robustness exact(const struct matrix *m, struct arena *arena);
static struct robustness sampled(const struct matrix *m, struct arena *arena);
static size_t draw_count(const struct matrix *m);
static void draw_weights(uint64_t *state, double *weights, size_t count);
static void add_up(const struct matrix *m, const double *weights,
		   double *totals);
static void count_ranks(const double *totals, size_t options, size_t *order,
			double *ranks);
static double standard_error(double share, size_t draws);
static double uniform(uint64_t *state);
static int compare_numbers(const void *a, const void *b);

struct robustness robustness_of(const struct matrix *m, struct arena *arena)
{
	return m->option_count == 2 ? exact(m, arena) : sampled(m, arena);
}

/*
 * The B-spline recurrence for P(form <= 0), in the form of de Boor's
 * algorithm for the triangular array
 *
 *	F(k, k) = [d(k) <= 0],
 *	F(a, b) = (d(b) * F(a+1, b) - d(a) * F(a, b-1)) / (d(b) - d(a)),
 *
 * over sorted d: the divided difference of x -> (-x)+^(n-1) written so that
 * each step is an average of probabilities with weights 0..1 where d(a) < 0
 * < d(b), and 0 or 1 elsewhere.  No difference of nearly equal numbers is
 * ever taken.
 */
double robustness_pair(const double *differences, size_t count,
		       struct arena *arena)
{
	double *d = arena_array(arena, double, count);
	double *f = arena_array(arena, double, count);
	bool level = true;

	for (size_t j = 0; j < count; j++) {
		d[j] = fabs(differences[j]) <= UTILITY_EQUAL ? 0
							     : differences[j];
		level &= d[j] == 0;
	}
	if (level)
		return 0.5;
	qsort(d, count, sizeof(*d), compare_numbers);
	for (size_t a = count; a-- > 0;) {
		/* f[b] holds F(a + 1, b) and becomes F(a, b). */
		f[a] = d[a] <= 0;
		for (size_t b = a + 1; b < count; b++) {
			if (d[b] <= 0)
				f[b] = 1;
			else if (d[a] >= 0)
				f[b] = 0;
			else
				f[b] = (d[b] * f[b] - d[a] * f[b - 1]) /
				       (d[b] - d[a]);
		}
	}
	return 1 - f[count - 1];
}

static struct robustness exact(const struct matrix *m, struct arena *arena)
{
	struct share *shares = arena_array(arena, struct share, 2);
	double *d = arena_array(arena, double, m->row_count);
	double first;

	for (size_t k = 0; k < m->row_count; k++)
		d[k] = m->utilities[2 * k] - m->utilities[2 * k + 1];
	first = robustness_pair(d, m->row_count, arena);
	for (size_t i = 0; i < 2; i++) {
		double *ranks = arena_array(arena, double, 2);

		ranks[0] = i ? 1 - first : first;
		ranks[1] = 1 - ranks[0];
		shares[i] = (struct share){ ranks[0], ranks };
	}
	return (struct robustness){ .shares = shares };
}

static struct robustness sampled(const struct matrix *m, struct arena *arena)
{
	size_t n = m->option_count, draws = draw_count(m);
	struct share *shares = arena_array(arena, struct share, n);
	double *weights = arena_array(arena, double, m->row_count);
	double *totals = arena_array(arena, double, n);
	double *ranks = arena_array(arena, double, n *n);
	size_t *order = arena_array(arena, size_t, n);
	uint64_t state = SEED;
	double error = 0;

	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (size_t draw = 0; draw < draws; draw++) {
		draw_weights(&state, weights, m->row_count);
		add_up(m, weights, totals);
		count_ranks(totals, n, order, ranks);
	}
	for (size_t at = 0; at < n * n; at++)
		ranks[at] /= (double)draws;
	for (size_t i = 0; i < n; i++) {
		shares[i] = (struct share){ ranks[i * n], ranks + i * n };
		error = fmax(error, standard_error(shares[i].first, draws));
	}
	return (struct robustness){ shares, error, draws };
}

/* A draw adds up all utilities and, at the worst, moves every option. */
static size_t draw_count(const struct matrix *m)
{
	double n = (double)m->option_count;
	double most = STEP_LIMIT / (n * ((double)m->row_count + n));

	return most >= ROBUSTNESS_DRAWS ? ROBUSTNESS_DRAWS
	       : most > 1		? (size_t)most
					: 1;
}

/*
 * Exponential spacings: independent exponentials over their sum are uniform
 * on the simplex (Devroye, Non-Uniform Random Variate Generation, 1986,
 * chapter V).
 * Their sum need not be divided out to rank.
 */
static void draw_weights(uint64_t *state, double *weights, size_t count)
{
	for (size_t k = 0; k < count; k++)
		weights[k] = -log(uniform(state));
}

static void add_up(const struct matrix *m, const double *weights,
		   double *totals)
{
	size_t n = m->option_count;

	for (size_t i = 0; i < n; i++)
		totals[i] = 0;
	for (size_t k = 0; k < m->row_count; k++)
		for (size_t i = 0; i < n; i++)
			totals[i] += weights[k] * m->utilities[k * n + i];
}

/*
 * Equals share the ranks that they take up evenly.  `order` is that of the
 * draw before: nearly sorted, as good options tend to stay good.
 */
static void count_ranks(const double *totals, size_t options, size_t *order,
			double *ranks)
{
	rank_sort(order, totals, options);
	for (size_t from = 0, to; from < options; from = to) {
		to = rank_group_end(order, totals, options, from);
		for (size_t k = from; k < to; k++)
			for (size_t r = from; r < to; r++)
				ranks[order[k] * options + r] +=
					1.0 / (double)(to - from);
	}
}

/*
 * sqrt(p (1 - p) / n), p taken as (k + 1) / (n + 2) for k of n draws
 * (Laplace's rule of succession): never having been first in the draws is
 * not the same as never being first.
 */
static double standard_error(double share, size_t draws)
{
	double n = (double)draws;
	double p = (share * n + 1) / (n + 2);

	return sqrt(p * (1 - p) / n);
}

/*
 * splitmix64 (Steele, Lea & Flood, OOPSLA 2014), its upper 53 bits as a
 * number above 0 and at most 1.
 */
static double uniform(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	z ^= z >> 31;
	return (double)((z >> 11) + 1) * 0x1p-53;
}

static int compare_numbers(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}
