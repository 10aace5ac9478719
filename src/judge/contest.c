#include "judge/contest.h"

#include <math.h>

#include "judge/utility.h"

/* What musts make of the options; arrays as in struct contest. */
struct trial {
	bool *fails, *unknown;
};

static double value_of(const struct comparison *c, size_t j, size_t i);
static double *coverage_of(const struct comparison *c, const double *weights,
			   struct arena *arena);
static void try_must(const struct comparison *c, size_t j,
		     const struct must *must, const struct trial *trial);
static bool any_of(const bool *table, const struct comparison *c, size_t i);

struct contest contest_of(const struct comparison *c, const double *weights,
			  const struct must *musts, struct arena *arena)
{
	size_t n = c->option_count, cells = c->criterion_count * n;
	bool *in = arena_array(arena, bool, n);
	bool *out = arena_array(arena, bool, n);
	bool *thin = arena_array(arena, bool, n);
	struct trial trial = { arena_array(arena, bool, cells),
			       arena_array(arena, bool, cells) };
	const double *coverage = coverage_of(c, weights, arena);
	bool available = c->scoring.missing == MISSING_AVAILABLE;
	struct contest f = { .in = in,
			     .coverage = coverage,
			     .ruled_out = out,
			     .thin = thin,
			     .fails = trial.fails,
			     .unknown = trial.unknown };

	for (size_t j = 0; c->scored && j < c->criterion_count; j++) {
		try_must(c, j, &c->criteria[j].must, &trial);
		if (musts)
			try_must(c, j, &musts[j], &trial);
	}
	for (size_t i = 0; i < n; i++) {
		out[i] = any_of(trial.fails, c, i);
		thin[i] = available && (coverage[i] == 0 ||
					coverage[i] < c->scoring.min_coverage -
							      UTILITY_EQUAL);
		in[i] = !out[i] && !thin[i];
		f.count += in[i];
		f.out_count += out[i];
		f.thin_count += thin[i];
		f.unknown_count += any_of(trial.unknown, c, i);
	}
	return f;
}

/* A mean of judges may be a bound but for its last digits. */
bool must_holds(const struct must *must, double value)
{
	double near = 1e-9 * fmax(1, fabs(must->bound));
	bool same = fabs(value - must->bound) <= near;

	switch (must->kind) {
	case MUST_NONE:
		break;
	case MUST_AT_LEAST:
		return value > must->bound || same;
	case MUST_ABOVE:
		return value > must->bound && !same;
	case MUST_AT_MOST:
		return value < must->bound || same;
	case MUST_BELOW:
		return value < must->bound && !same;
	case MUST_EQUAL:
		return same;
	}
	return true;
}

static double value_of(const struct comparison *c, size_t j, size_t i)
{
	return c->scored ? c->criteria[j].scores[i].value : NAN;
}

static double *coverage_of(const struct comparison *c, const double *weights,
			   struct arena *arena)
{
	double *coverage = arena_array(arena, double, c->option_count);
	double sum = 0;

	for (size_t j = 0; j < c->criterion_count; j++) {
		double weight = weights ? weights[j] : c->criteria[j].weight;

		sum += weight;
		for (size_t i = 0; i < c->option_count; i++)
			if (!isnan(value_of(c, j, i)))
				coverage[i] += weight;
	}
	for (size_t i = 0; i < c->option_count; i++)
		coverage[i] = sum > 0 ? coverage[i] / sum : 0;
	return coverage;
}

static void try_must(const struct comparison *c, size_t j,
		     const struct must *must, const struct trial *trial)
{
	size_t n = c->option_count;

	for (size_t i = 0; must->kind != MUST_NONE && i < n; i++) {
		double value = value_of(c, j, i);

		if (isnan(value))
			trial->unknown[j * n + i] = true;
		else if (!must_holds(must, value))
			trial->fails[j * n + i] = true;
	}
}

static bool any_of(const bool *table, const struct comparison *c, size_t i)
{
	for (size_t j = 0; j < c->criterion_count; j++)
		if (table[j * c->option_count + i])
			return true;
	return false;
}
