#include "judge/robustness.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "judge/utility.h"

static void exact(const struct matrix *m, struct share *shares,
		  struct arena *arena);
static double sampled(const struct matrix *m, struct share *shares,
		      struct arena *arena);
static void draw_weights(uint64_t *state, double *weights, size_t count);
static void count_ranks(const double *totals, size_t options, double **ranks,
			size_t *order);
static double uniform(uint64_t *state);
static int compare_numbers(const void *a, const void *b);

struct share *robustness_of(const struct matrix *m, double *error,
			    struct arena *arena)
{
	struct share *shares =
		arena_array(arena, struct share, m->option_count);

	*error = 0;
	if (m->option_count == 2)
		exact(m, shares, arena);
	else
		*error = sampled(m, shares, arena);
	return shares;
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

static void exact(const struct matrix *m, struct share *shares,
		  struct arena *arena)
{
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
}

/* The standard error of a share p of n draws is sqrt(p (1 - p) / n). */
static double sampled(const struct matrix *m, struct share *shares,
		      struct arena *arena)
{
	size_t n = m->option_count;
	double *weights = arena_array(arena, double, m->row_count);
	double *totals = arena_array(arena, double, n);
	double **ranks = arena_array(arena, double *, n);
	size_t *order = arena_array(arena, size_t, n);
	uint64_t state = UINT64_C(0x9E3779B97F4A7C15);
	double error = 0;

	for (size_t i = 0; i < n; i++)
		ranks[i] = arena_array(arena, double, n);
	for (int draw = 0; draw < ROBUSTNESS_DRAWS; draw++) {
		draw_weights(&state, weights, m->row_count);
		for (size_t i = 0; i < n; i++)
			totals[i] = 0;
		for (size_t k = 0; k < m->row_count; k++)
			for (size_t i = 0; i < n; i++)
				totals[i] +=
					weights[k] * m->utilities[k * n + i];
		count_ranks(totals, n, ranks, order);
	}
	for (size_t i = 0; i < n; i++) {
		for (size_t r = 0; r < n; r++)
			ranks[i][r] /= ROBUSTNESS_DRAWS;
		shares[i] = (struct share){ ranks[i][0], ranks[i] };
		error = fmax(error, sqrt(ranks[i][0] * (1 - ranks[i][0]) /
					 ROBUSTNESS_DRAWS));
	}
	return error > 0 ? error : 1.0 / ROBUSTNESS_DRAWS;
}

/*
 * Exponential spacings: independent exponentials over their sum are uniform
 * on the simplex.  Their sum need not be divided out to rank.
 */
static void draw_weights(uint64_t *state, double *weights, size_t count)
{
	for (size_t k = 0; k < count; k++)
		weights[k] = -log(uniform(state));
}

/* Equals share the ranks that they take up evenly. */
static void count_ranks(const double *totals, size_t options, double **ranks,
			size_t *order)
{
	for (size_t k = 0; k < options; k++) {
		size_t at = k;

		for (; at && totals[order[at - 1]] < totals[k]; at--)
			order[at] = order[at - 1];
		order[at] = k;
	}
	for (size_t from = 0, to; from < options; from = to) {
		for (to = from + 1;
		     to < options &&
		     totals[order[from]] - totals[order[to]] < UTILITY_EQUAL;)
			to++;
		for (size_t k = from; k < to; k++)
			for (size_t r = from; r < to; r++)
				ranks[order[k]][r] += 1.0 / (double)(to - from);
	}
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
