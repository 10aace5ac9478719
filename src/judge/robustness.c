#include "judge/robustness.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "judge/rank.h"
#include "judge/utility.h"

/* Steps to spend on sampling: some tenths of a second, however many options. */
static const double STEP_LIMIT = 1.2e9;

/* And on the exact central weights of two options: some hundredths of it. */
static const double CENTRAL_LIMIT = 2e7;

static const uint64_t SEED = UINT64_C(0x9E3779B97F4A7C15);

/* Fewer draws than this tell nothing of a mean's error. */
enum { DRAWS_LEAST = 30 };

/* The weightings that put an option first: sums over them. */
struct central {
	double draws;
	double *sums, *squares; /* a row each */
};

/* P(form <= 0) and P(form > 0). */
struct halves {
	double below, above;
};

static struct robustness drawn_before(const struct matrix *m,
				      const double *draws, size_t draw_count,
				      struct arena *arena);
static struct robustness exact(const struct matrix *m, bool central,
			       struct arena *arena);
static void differences_of(const struct matrix *m, double *d);
static bool has_zero(const struct matrix *m, size_t option);
static double *sorted_copy(const double *d, size_t count, bool *level,
			   struct arena *arena);
static struct halves split(const double *d, size_t count, double *room);
static void add_central(const struct matrix *m, const double *d,
			const double *sorted, struct share *shares,
			struct arena *arena);
static size_t count_distinct(const double *sorted, size_t count);
static struct halves split_with(const double *sorted, size_t count,
				size_t twice, double *room);
static struct robustness sampled(const struct matrix *m, struct arena *arena);
static size_t draw_count(const struct matrix *m);
static void draw_weights(uint64_t *state, double *weights, size_t count);
static void count_ranks(const double *totals, size_t options, size_t *order,
			double *ranks);
static void count_weights(const struct matrix *m, const double *weights,
			  const double *totals, const size_t *order,
			  struct central *central);
static void take_central(const struct matrix *m, const struct central *sums,
			 struct share *share, struct arena *arena);
static double standard_error(double share, size_t draws);
static double uniform(uint64_t *state);
static int compare_numbers(const void *a, const void *b);

struct robustness robustness_of(const struct matrix *m, struct arena *arena)
{
	return m->option_count == 2 && m->method != METHOD_TOPSIS && !m->partial
		       ? exact(m, true, arena)
		       : sampled(m, arena);
}

bool robustness_is_above(double share, double other, size_t draws)
{
	double gap = share - other;
	double variance = share + other - gap * gap;

	return gap > (draws ? ROBUSTNESS_ERRORS * sqrt(variance / (double)draws)
			    : 0) +
			     UTILITY_EQUAL;
}

struct robustness robustness_of_two(const struct matrix *m, const double *draws,
				    size_t draw_count, struct arena *arena)
{
	return m->method == METHOD_TOPSIS || m->partial
		       ? drawn_before(m, draws, draw_count, arena)
		       : exact(m, false, arena);
}

const double *robustness_draws(size_t criterion_count, size_t draw_count,
			       struct arena *arena)
{
	double *draws = arena_array(arena, double, criterion_count *draw_count);
	uint64_t state = SEED;

	draw_weights(&state, draws, criterion_count * draw_count);
	return draws;
}

/* Exponentials of some rows are as uniform over these as those of all. */
static struct robustness drawn_before(const struct matrix *m,
				      const double *draws, size_t draw_count,
				      struct arena *arena)
{
	size_t rows = m->row_count;
	const struct lead *leads = lead_all(m, arena);
	struct share *shares = arena_array(arena, struct share, 2);
	double *weights = arena_array(arena, double, rows);
	double *sums = arena_array(arena, double, matrix_width(m));
	double *ranks = arena_array(arena, double, 4), totals[2];
	size_t order[2] = { 0, 1 };
	double error;

	for (size_t draw = 0; draw < draw_count; draw++) {
		for (size_t k = 0; k < rows; k++)
			weights[k] = draws[draw * m->criterion_count +
					   m->criteria[k]];
		total_into(m, weights, sums, totals);
		count_ranks(totals, 2, order, ranks);
		for (size_t k = rank_group_end(order, totals, 2, 0); k--;)
			shares[order[k]].top++;
	}
	for (size_t at = 0; at < 4; at++)
		ranks[at] /= (double)draw_count;
	for (size_t i = 0; i < 2; i++)
		shares[i] = (struct share){ .first = ranks[2 * i],
					    .top = shares[i].top /
						   (double)draw_count,
					    .ranks = ranks + 2 * i,
					    .lead = leads[i] };
	error = fmax(standard_error(shares[0].first, draw_count),
		     standard_error(shares[1].first, draw_count));
	return (struct robustness){ shares, error, draw_count };
}

static struct robustness exact(const struct matrix *m, bool central,
			       struct arena *arena)
{
	size_t rows = m->row_count;
	struct share *shares = arena_array(arena, struct share, 2);
	const struct lead *leads = lead_all(m, arena);
	double *d = arena_array(arena, double, rows), *sorted;
	struct halves halves = { 0.5, 0.5 };
	bool level;

	differences_of(m, d);
	sorted = sorted_copy(d, rows, &level, arena);
	if (!level)
		halves = split(sorted, rows,
			       arena_array(arena, double, 2 * rows));
	for (size_t i = 0; i < 2; i++) {
		double *ranks = arena_array(arena, double, 2);

		ranks[0] = i ? halves.below : halves.above;
		ranks[1] = i ? halves.above : halves.below;
		shares[i] = (struct share){
			.first = ranks[0],
			.top = ranks[0],
			.ranks = ranks,
			.lead = leads[i],
		};
	}
	if (central)
		add_central(m, d, sorted, shares, arena);
	return (struct robustness){ .shares = shares };
}

/*
 * Per row, what its weight is multiplied by in the lead of the first option.
 * In a product an option with a utility of 0 has lost in all weightings (that
 * weigh everything), whatever else it has.
 */
static void differences_of(const struct matrix *m, double *d)
{
	bool product = m->method == METHOD_WEIGHTED_PRODUCT;
	bool zero[2] = { product && has_zero(m, 0), product && has_zero(m, 1) };

	for (size_t k = 0; k < m->row_count; k++) {
		d[k] = zero[0] || zero[1]
			       ? zero[1] - zero[0]
			       : m->terms[2 * k] - m->terms[2 * k + 1];
		if (fabs(d[k]) <= UTILITY_EQUAL)
			d[k] = 0;
	}
}

static bool has_zero(const struct matrix *m, size_t option)
{
	for (size_t k = 0; k < m->row_count; k++)
		if (m->cells[k * m->option_count + option] == 0)
			return true;
	return false;
}

/* A copy; `level`: all are 0. */
static double *sorted_copy(const double *d, size_t count, bool *level,
			   struct arena *arena)
{
	double *sorted = arena_array(arena, double, count);

	*level = true;
	for (size_t j = 0; j < count; j++) {
		sorted[j] = fabs(d[j]) <= UTILITY_EQUAL ? 0 : d[j];
		*level &= sorted[j] == 0;
	}
	qsort(sorted, count, sizeof(*sorted), compare_numbers);
	return sorted;
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
 * ever taken.  G is the same for P(form > 0), where 1 - F would be one.
 * `room` is for twice `count`.
 */
static struct halves split(const double *d, size_t count, double *room)
{
	double *f = room, *g = room + count;

	for (size_t a = count; a-- > 0;) {
		/* f[b] holds F(a + 1, b) and becomes F(a, b). */
		f[a] = d[a] <= 0;
		g[a] = d[a] > 0;
		for (size_t b = a + 1; b < count; b++) {
			double by = d[b] - d[a];

			/* All from a to b on one side: f[b] is as it began. */
			if (d[b] <= 0 || d[a] >= 0)
				continue;
			f[b] = (d[b] * f[b] - d[a] * f[b - 1]) / by;
			g[b] = (d[b] * g[b] - d[a] * g[b - 1]) / by;
		}
	}
	return (struct halves){ f[count - 1], g[count - 1] };
}

/*
 * P' / (n P) for each row; equal differences have the same mean.  Where all
 * are 0, no weighting tells the two apart.
 */
static void add_central(const struct matrix *m, const double *d,
			const double *sorted, struct share *shares,
			struct arena *arena)
{
	size_t rows = m->row_count;
	double *room = arena_array(arena, double, 3 * (rows + 1));
	double *central[2], cost = (double)rows * (double)rows;

	if (cost * (double)count_distinct(sorted, rows) > CENTRAL_LIMIT)
		return;
	for (size_t i = 0; i < 2; i++)
		central[i] = arena_array(arena, double, m->criterion_count);
	for (size_t s = 0; s < rows; s++) {
		struct halves part;

		if (s && sorted[s] == sorted[s - 1])
			continue;
		part = split_with(sorted, rows, s, room);
		for (size_t k = 0; k < rows; k++) {
			double n = (double)rows;

			if (d[k] != sorted[s])
				continue;
			central[0][m->criteria[k]] =
				part.above / (n * shares[0].first);
			central[1][m->criteria[k]] =
				part.below / (n * shares[1].first);
		}
	}
	for (size_t i = 0; i < 2; i++)
		if (shares[i].first > 0)
			shares[i].central = central[i];
}

static size_t count_distinct(const double *sorted, size_t count)
{
	size_t distinct = count > 0;

	for (size_t s = 1; s < count; s++)
		distinct += sorted[s] != sorted[s - 1];
	return distinct;
}

/* With the difference `twice` there once more; `room` is for 3 (count + 1). */
static struct halves split_with(const double *sorted, size_t count,
				size_t twice, double *room)
{
	for (size_t s = 0; s <= count; s++)
		room[s] = sorted[s <= twice ? s : s - 1];
	if (room[0] == 0 && room[count] == 0)
		return (struct halves){ 0.5, 0.5 };
	return split(room, count + 1, room + count + 1);
}

static struct robustness sampled(const struct matrix *m, struct arena *arena)
{
	size_t n = m->option_count, rows = m->row_count, draws = draw_count(m);
	struct share *shares = arena_array(arena, struct share, n);
	double *weights = arena_array(arena, double, rows);
	double *sums = arena_array(arena, double, matrix_width(m));
	double *totals = arena_array(arena, double, n);
	double *ranks = arena_array(arena, double, n *n);
	const struct lead *leads = lead_all(m, arena);
	struct central *central = arena_array(arena, struct central, n);
	size_t *order = arena_array(arena, size_t, n);
	uint64_t state = SEED;
	double error = 0;

	for (size_t i = 0; i < n; i++) {
		order[i] = i;
		central[i].sums = arena_array(arena, double, rows);
		central[i].squares = arena_array(arena, double, rows);
	}
	for (size_t draw = 0; draw < draws; draw++) {
		draw_weights(&state, weights, rows);
		total_into(m, weights, sums, totals);
		count_ranks(totals, n, order, ranks);
		count_weights(m, weights, totals, order, central);
	}
	for (size_t at = 0; at < n * n; at++)
		ranks[at] /= (double)draws;
	for (size_t i = 0; i < n; i++) {
		shares[i] = (struct share){
			.first = ranks[i * n],
			.top = central[i].draws / (double)draws,
			.ranks = ranks + i * n,
			.lead = leads[i],
		};
		take_central(m, &central[i], &shares[i], arena);
		error = fmax(error, standard_error(shares[i].first, draws));
	}
	return (struct robustness){ shares, error, draws };
}

/* A draw adds up all terms and, at the worst, moves every option. */
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
 * chapter V).  Totals do not mind their sum.
 */
static void draw_weights(uint64_t *state, double *weights, size_t count)
{
	for (size_t k = 0; k < count; k++)
		weights[k] = -log(uniform(state));
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

static void count_weights(const struct matrix *m, const double *weights,
			  const double *totals, const size_t *order,
			  struct central *central)
{
	size_t equals = rank_group_end(order, totals, m->option_count, 0);
	double unit = 1 / total_weight(m, weights);

	for (size_t e = 0; e < equals; e++) {
		struct central *own = &central[order[e]];

		own->draws++;
		for (size_t k = 0; k < m->row_count; k++) {
			double w = weights[k] * unit;

			own->sums[k] += w;
			own->squares[k] += w * w;
		}
	}
}

/* Per criterion: the means, adding up to 1, and their standard errors. */
static void take_central(const struct matrix *m, const struct central *sums,
			 struct share *share, struct arena *arena)
{
	double *central, *error, n = sums->draws;

	if (n == 0)
		return;
	share->central = central =
		arena_array(arena, double, m->criterion_count);
	error = arena_array(arena, double, m->criterion_count);
	for (size_t k = 0; k < m->row_count; k++) {
		double mean = sums->sums[k] / n;

		central[m->criteria[k]] = mean;
		error[m->criteria[k]] =
			sqrt(fmax(sums->squares[k] / n - mean * mean, 0) / n);
	}
	if (n >= DRAWS_LEAST)
		share->error = error;
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
