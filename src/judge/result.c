#include "judge/result.h"

#include <math.h>

#include "judge/rank.h"
#include "judge/total.h"
#include "judge/utility.h"

static void fill_table(const struct comparison *c, struct result *r,
		       struct arena *arena);
static void fill_totals(const struct comparison *c, const struct matrix *m,
			struct result *r, struct arena *arena);
static void fill_trust(const struct comparison *c, const struct matrix *m,
		       struct result *r, struct arena *arena);
static void fill_profiles(const struct comparison *c, const struct matrix *m,
			  struct result *r, struct arena *arena);
static struct profile_result profile_of(const struct comparison *c,
					const struct matrix *m,
					const double *weights,
					struct arena *arena);

const struct result *result_of(const struct comparison *c, struct arena *arena)
{
	struct result *r = arena_new(arena, struct result);
	struct matrix m;

	r->option_count = c->option_count;
	r->criterion_count = c->criterion_count;
	r->leader = r->first = c->option_count;
	fill_table(c, r, arena);
	m = matrix_of(c, arena);
	r->points_available = total_weight(&m, m.weights);
	r->judged = r->points_available > 0;
	if (!r->judged)
		return r;
	fill_totals(c, &m, r, arena);
	fill_trust(c, &m, r, arena);
	fill_profiles(c, &m, r, arena);
	return r;
}

static void fill_table(const struct comparison *c, struct result *r,
		       struct arena *arena)
{
	size_t n = c->option_count, cells = n * c->criterion_count;
	double *utilities = arena_array(arena, double, cells);
	double *points = arena_array(arena, double, cells);
	double *tally = arena_array(arena, double, cells);
	bool *wins = arena_array(arena, bool, cells);
	bool *counts = arena_array(arena, bool, c->criterion_count);
	bool by_points = c->scoring.method == METHOD_POINTS;

	for (size_t j = 0; j < c->criterion_count; j++) {
		counts[j] = c->scored && utility_counts(c, j);
		for (size_t i = 0; i < n; i++) {
			size_t at = j * n + i;

			utilities[at] = utility_of(c, i, j);
			wins[at] = counts[j] && utility_is_best(c, i, j);
			if (by_points && counts[j])
				points[at] = c->criteria[j].weight *
					     utility_counted(c, i, j);
			tally[at] = (j ? tally[at - n] : 0) + points[at];
		}
	}
	r->utilities = utilities;
	r->points = points;
	r->tally = tally;
	r->wins = wins;
	r->counts = counts;
}

static void fill_totals(const struct comparison *c, const struct matrix *m,
			struct result *r, struct arena *arena)
{
	const struct scoring *s = &c->scoring;
	double *raw = arena_array(arena, double, c->option_count);
	bool *dominated = arena_array(arena, bool, c->option_count);
	struct ranking ranking;

	r->totals = total_all(m, m->weights, arena);
	for (size_t i = 0; i < c->option_count; i++) {
		raw[i] = s->method == METHOD_POINTS
				 ? r->totals[i] * r->points_available
				 : s->min + r->totals[i] * (s->max - s->min);
		dominated[i] = rank_is_dominated(m, i);
	}
	ranking = rank_all(r->totals, c->option_count, s->close, arena);
	r->raw_totals = raw;
	r->dominated = dominated;
	r->ranks = ranking.ranks;
	r->order = ranking.order;
	r->first = ranking.first;
	r->leader = ranking.leader;
	r->margin = ranking.margin;
	r->close = ranking.close;
}

static void fill_trust(const struct comparison *c, const struct matrix *m,
		       struct result *r, struct arena *arena)
{
	struct switch_point *points =
		arena_array(arena, struct switch_point, c->criterion_count);

	for (size_t j = 0; j < c->criterion_count; j++)
		points[j] = (struct switch_point){ 0, NAN, c->option_count };
	for (size_t k = 0; k < m->row_count; k++)
		points[m->criteria[k]] = sensitivity_of(m, k, r->first);
	r->sensitivity = points;
	r->robustness = robustness_of(m, &r->robustness_error, arena);
	r->robustness_draws = r->robustness_error > 0 ? ROBUSTNESS_DRAWS : 0;
}

static void fill_profiles(const struct comparison *c, const struct matrix *m,
			  struct result *r, struct arena *arena)
{
	struct profile_result *profiles =
		arena_array(arena, struct profile_result, c->profile_count);

	for (size_t p = 0; p < c->profile_count; p++)
		profiles[p] = profile_of(c, m, c->profiles[p].weights, arena);
	r->profiles = profiles;
}

/* `weights` has one for each criterion; only those that count are used. */
static struct profile_result profile_of(const struct comparison *c,
					const struct matrix *m,
					const double *weights,
					struct arena *arena)
{
	double *own = arena_array(arena, double, m->row_count);
	struct profile_result profile = { .leader = c->option_count };
	struct ranking ranking;

	for (size_t k = 0; k < m->row_count; k++)
		own[k] = weights[m->criteria[k]];
	profile.totals = total_all(m, own, arena);
	if (isnan(profile.totals[0])) {
		profile.ranks = arena_array(arena, size_t, c->option_count);
		return profile;
	}
	ranking = rank_all(profile.totals, c->option_count, c->scoring.close,
			   arena);
	profile.ranks = ranking.ranks;
	profile.leader = ranking.leader;
	profile.margin = ranking.margin;
	profile.close = ranking.close;
	return profile;
}
