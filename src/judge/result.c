#include "judge/result.h"

#include "judge/dominance.h"
#include "judge/outcome.h"
#include "judge/tally.h"
#include "judge/utility.h"

static void take_outcome(struct result *r, const struct outcome *outcome);
static double *raw_totals(const struct comparison *c, const struct result *r,
			  struct arena *arena);
static const bool *dominated(const struct comparison *c, const struct result *r,
			     const struct matrix *m, struct arena *arena);
static void vary(struct result *r, const struct comparison *c,
		 const struct matrix *m, struct arena *arena);
static const struct upset *upsets_of(const struct matrix *m,
				     struct arena *arena);

const struct result *result_of(const struct comparison *c, struct arena *arena)
{
	struct result *r = arena_new(arena, struct result);
	struct tally tally;
	struct method_basis basis;
	struct matrix m;

	r->option_count = c->option_count;
	r->criterion_count = c->criterion_count;
	r->utilities = utility_all(c, arena);
	r->counts = utility_counts(c, r->utilities, arena);
	r->gaps = gaps_of(c, r->counts, arena);
	tally = tally_of(c, r->utilities, r->counts, arena);
	r->wins = tally.wins;
	r->points = tally.points;
	r->tally = tally.sums;
	basis = (struct method_basis){ .utilities = r->utilities,
				       .won = tally.won,
				       .counts = r->counts };
	m = matrix_of(c, c->scoring.method,
		      method_cells(c, c->scoring.method, &basis, arena),
		      r->counts, arena);
	r->points_available = total_weight(&m, m.weights);
	r->judged = total_is_possible(r->points_available);
	basis.own = outcome_of(&m, m.weights, c->scoring.close, arena);
	take_outcome(r, &basis.own);
	r->raw_totals = raw_totals(c, r, arena);
	r->dominated = dominated(c, r, &m, arena);
	r->profiles = profiles_all(c, &m, arena);
	if (c->scored) {
		r->agreement = agreement_of(c, arena);
		r->sourcing = sourcing_of(c, arena);
	}
	if (!r->judged)
		return r;
	vary(r, c, &m, arena);
	r->methods = methods_all(c, &basis, arena);
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

/* By utilities, whatever the method makes of them. */
static const bool *dominated(const struct comparison *c, const struct result *r,
			     const struct matrix *m, struct arena *arena)
{
	struct matrix given = *m;

	if (m->method == METHOD_POINTS || m->method == METHOD_TOPSIS)
		given = matrix_of(c, METHOD_WEIGHTED_SUM, r->utilities,
				  r->counts, arena);
	return dominance_all(&given, arena);
}

/* What other weights and other scores would make of it. */
static void vary(struct result *r, const struct comparison *c,
		 const struct matrix *m, struct arena *arena)
{
	const struct rest *rests = rest_all(m, arena);
	struct robustness robustness = robustness_of(m, arena);

	r->sensitivity = sensitivity_all(m, rests, r->first, arena);
	r->flips = flips_all(c, m, rests, r->first, arena);
	r->robustness = robustness.shares;
	r->robustness_error = robustness.error;
	r->robustness_draws = robustness.draws;
	r->upsets = upsets_of(m, arena);
}

static const struct upset *upsets_of(const struct matrix *m,
				     struct arena *arena)
{
	struct upset *upsets =
		arena_array(arena, struct upset, m->option_count);

	for (size_t i = 0; i < m->option_count; i++)
		upsets[i] = lead_upset(m, i);
	return upsets;
}
