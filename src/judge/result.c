#include "judge/result.h"

#include <math.h>

#include "judge/dominance.h"
#include "judge/outcome.h"
#include "judge/tally.h"
#include "judge/utility.h"

static void take_outcome(struct result *r, const struct outcome *outcome);
static double *raw_totals(const struct comparison *c, const struct result *r,
			  struct arena *arena);
static struct switch_point *sensitivity_of(const struct comparison *c,
					   const struct matrix *m, size_t first,
					   struct arena *arena);

const struct result *result_of(const struct comparison *c, struct arena *arena)
{
	bool by_points = c->scoring.method == METHOD_POINTS;
	struct result *r = arena_new(arena, struct result);
	struct tally tally;
	struct matrix given, counted;
	struct outcome outcome;
	struct robustness robustness;

	r->option_count = c->option_count;
	r->criterion_count = c->criterion_count;
	r->utilities = utility_all(c, arena);
	r->counts = utility_counts(c, r->utilities, arena);
	tally = tally_of(c, r->utilities, r->counts, arena);
	r->wins = tally.wins;
	r->points = tally.points;
	r->tally = tally.sums;
	given = matrix_of(c, r->utilities, r->counts, arena);
	counted = by_points ? matrix_of(c, tally.won, r->counts, arena) : given;
	r->points_available = total_weight(&counted, counted.weights);
	r->judged = total_is_possible(r->points_available);
	outcome =
		outcome_of(&counted, counted.weights, c->scoring.close, arena);
	take_outcome(r, &outcome);
	r->raw_totals = raw_totals(c, r, arena);
	r->dominated = dominance_all(&given, arena);
	r->profiles = profiles_all(c, &counted, arena);
	if (!r->judged)
		return r;
	r->sensitivity = sensitivity_of(c, &counted, r->first, arena);
	robustness = robustness_of(&counted, arena);
	r->robustness = robustness.shares;
	r->robustness_error = robustness.error;
	r->robustness_draws = robustness.draws;
	return r;
}

static void take_outcome(struct result *r, const struct outcome *outcome)
{
	r->totals = outcome->totals;
	r->ranks = outcome->ranks;
	r->order = outcome->order;
	r->first = outcome->first;
	r->leader = outcome->leader;
	r->margin = outcome->margin;
	r->close = outcome->close;
}

/* The last of the tally, or the totals put back on the author's scale. */
static double *raw_totals(const struct comparison *c, const struct result *r,
			  struct arena *arena)
{
	const struct scoring *s = &c->scoring;
	double *raw = arena_array(arena, double, c->option_count);

	for (size_t i = 0; i < c->option_count; i++) {
		double u = r->totals[i];

		raw[i] = s->min * (1 - u) + s->max * u;
		if (r->judged && s->method == METHOD_POINTS)
			raw[i] = r->tally[(c->criterion_count - 1) *
						  c->option_count +
					  i];
	}
	return raw;
}

/* One for each criterion; those that do not count have no weight. */
static struct switch_point *sensitivity_of(const struct comparison *c,
					   const struct matrix *m, size_t first,
					   struct arena *arena)
{
	struct switch_point *own = sensitivity_all(m, first, arena);
	struct switch_point *points =
		arena_array(arena, struct switch_point, c->criterion_count);

	for (size_t j = 0; j < c->criterion_count; j++)
		points[j] = (struct switch_point){ 0, NAN, c->option_count };
	for (size_t k = 0; k < m->row_count; k++)
		points[m->criteria[k]] = own[k];
	return points;
}
