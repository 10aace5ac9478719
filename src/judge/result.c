#include "judge/result.h"

#include <math.h>

#include "judge/dominance.h"
#include "judge/reckoning.h"

/* The options in the running, as a matrix of their own. */
struct runners {
	struct matrix m;
	const size_t *options; /* of each of its columns */
	size_t first;	       /* a column, or their count */
};

static double *raw_totals(const struct comparison *c, const struct result *r,
			  struct arena *arena);
static double *available(const struct comparison *c, const struct result *r,
			 struct arena *arena);
static struct runners runners_of(const struct result *r, const struct matrix *m,
				 struct arena *arena);
static const bool *dominated(const struct comparison *c, const struct result *r,
			     const struct runners *runners,
			     struct arena *arena);
static void vary_weights(struct result *r, const struct runners *runners,
			 struct arena *arena);
static void put_robustness(struct result *r, const struct runners *runners,
			   struct arena *arena);
static const struct share *shares_for_all(const struct result *r,
					  const struct runners *runners,
					  const struct share *shares,
					  struct arena *arena);
static void name_options(struct result *r, const struct runners *runners,
			 struct switch_point *points, struct arena *arena);
static void vary_scores(struct result *r, const struct comparison *c,
			const struct matrix *m, struct arena *arena);

const struct result *result_of(const struct comparison *c, struct arena *arena)
{
	struct result *r = arena_new(arena, struct result);
	struct reckoning k = reckoning_of(c, arena);
	struct runners runners;

	r->option_count = c->option_count;
	r->criterion_count = c->criterion_count;
	r->utilities = k.utilities;
	r->counts = k.counts;
	r->contest = k.contest;
	r->gaps = gaps_of(c, r->counts, arena);
	r->wins = k.tally.wins;
	r->points = k.tally.points;
	r->tally = k.tally.sums;
	r->points_available = total_weight(&k.matrix, k.matrix.weights);
	r->judged = k.judged;
	result_take_outcome(r, c, &k.basis.own, arena);
	r->pairs = pairs_of(c, r->ranks, arena);
	r->bounds = bounds_all(c, &r->contest, &k.basis.own, arena);
	runners = runners_of(r, &k.matrix, arena);
	r->dominated = dominated(c, r, &runners, arena);
	r->profiles = profiles_all(c, &k.matrix, arena);
	if (c->scored) {
		r->agreement = agreement_of(c, arena);
		r->sourcing = sourcing_of(c, arena);
	}
	if (!r->judged)
		return r;
	vary_weights(r, &runners, arena);
	vary_scores(r, c, &k.matrix, arena);
	r->methods = methods_all(c, &k.basis, arena);
	r->omissions = omissions_of(c, r->first, arena);
	return r;
}

void result_take_outcome(struct result *r, const struct comparison *c,
			 const struct outcome *outcome, struct arena *arena)
{
	r->totals = outcome->totals;
	r->ranks = outcome->ranks;
	r->order = outcome->order;
	r->ranked = outcome->ranked;
	r->first = outcome->first;
	r->leader = outcome->leader;
	r->margin = outcome->margin;
	r->close = outcome->close;
	r->available = available(c, r, arena);
	r->raw_totals = raw_totals(c, r, arena);
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

static double *available(const struct comparison *c, const struct result *r,
			 struct arena *arena)
{
	size_t n = c->option_count;
	double *sums = arena_array(arena, double, n);

	for (size_t j = 0; j < c->criterion_count; j++)
		for (size_t i = 0; r->counts[j] && i < n; i++)
			if (!isnan(r->utilities[j * n + i]))
				sums[i] += c->criteria[j].weight;
	return sums;
}

static struct runners runners_of(const struct result *r, const struct matrix *m,
				 struct arena *arena)
{
	bool *in = arena_array(arena, bool, r->option_count);
	size_t *options = arena_array(arena, size_t, r->option_count);
	struct runners runners = { .options = options };
	size_t count = 0;

	for (size_t i = 0; i < r->option_count; i++) {
		in[i] = r->judged ? r->ranks[i] > 0 : r->contest.in[i];
		if (in[i])
			options[count++] = i;
	}
	runners.m = matrix_pick(m, in, arena);
	for (size_t k = 0; k < count && options[k] != r->first; k++)
		runners.first = k + 1;
	return runners;
}

/* By utilities, whatever the method makes of them. */
static const bool *dominated(const struct comparison *c, const struct result *r,
			     const struct runners *runners, struct arena *arena)
{
	const struct matrix *m = &runners->m;
	struct matrix given = *m;
	bool *all = arena_array(arena, bool, r->option_count), *some;

	if (m->method == METHOD_POINTS || m->method == METHOD_TOPSIS) {
		bool *in = arena_array(arena, bool, r->option_count);

		for (size_t k = 0; k < m->option_count; k++)
			in[runners->options[k]] = true;
		given = matrix_of(c, METHOD_WEIGHTED_SUM, r->utilities,
				  r->counts, arena);
		given = matrix_pick(&given, in, arena);
	}
	some = dominance_all(&given, arena);
	for (size_t k = 0; k < m->option_count; k++)
		all[runners->options[k]] = some[k];
	return all;
}

/* What other weights would make of it. */
static void vary_weights(struct result *r, const struct runners *runners,
			 struct arena *arena)
{
	const struct matrix *m = &runners->m;
	struct switch_point *points =
		sensitivity_all(m, rest_all(m, arena), runners->first, arena);

	name_options(r, runners, points, arena);
	r->sensitivity = points;
	put_robustness(r, runners, arena);
}

static void put_robustness(struct result *r, const struct runners *runners,
			   struct arena *arena)
{
	const struct matrix *m = &runners->m;
	size_t n = r->option_count;
	struct robustness robustness = { 0 };
	struct upset *upsets = arena_array(arena, struct upset, n);

	if (m->option_count)
		robustness = robustness_of(m, arena);
	r->robustness = shares_for_all(r, runners, robustness.shares, arena);
	r->robustness_error = robustness.error;
	r->robustness_draws = robustness.draws;
	for (size_t i = 0; i < n; i++)
		upsets[i].option = n;
	for (size_t k = 0; k < m->option_count; k++) {
		struct upset upset = lead_upset(m, k);

		if (upset.option < m->option_count)
			upsets[runners->options[k]] = (struct upset){
				upset.criterion, runners->options[upset.option]
			};
	}
	r->upsets = upsets;
}

static const struct share *shares_for_all(const struct result *r,
					  const struct runners *runners,
					  const struct share *shares,
					  struct arena *arena)
{
	size_t n = r->option_count, count = runners->m.option_count;
	const double *none = arena_array(arena, double, n);
	struct share *all = arena_array(arena, struct share, n);

	if (count == n)
		return shares;
	for (size_t i = 0; i < n; i++)
		all[i] = (struct share){
			.ranks = none,
			.lead = { .chance = LEAD_NEVER, .alike = i },
		};
	for (size_t k = 0; k < count; k++) {
		struct share *share = &all[runners->options[k]];
		double *ranks = arena_array(arena, double, n);

		*share = shares[k];
		share->lead.alike = runners->options[share->lead.alike];
		for (size_t rank = 0; rank < count; rank++)
			ranks[rank] = shares[k].ranks[rank];
		share->ranks = ranks;
	}
	return all;
}

/* From columns of the matrix to options. */
static void name_options(struct result *r, const struct runners *runners,
			 struct switch_point *points, struct arena *arena)
{
	size_t n = r->option_count, count = runners->m.option_count;

	if (count == n)
		return;
	for (size_t j = 0; j < r->criterion_count; j++) {
		struct switch_point *p = &points[j];
		bool *together =
			p->together ? arena_array(arena, bool, n) : NULL;

		for (size_t k = 0; together && k < count; k++)
			together[runners->options[k]] = p->together[k];
		p->together = together;
		p->to = p->to < count ? runners->options[p->to] : n;
		p->without =
			p->without < count ? runners->options[p->without] : n;
	}
}

/* What other scores would. */
static void vary_scores(struct result *r, const struct comparison *c,
			const struct matrix *m, struct arena *arena)
{
	struct flips_basis basis = {
		.m = m,
		.rests = rest_all(m, arena),
		.contest = &r->contest,
		.totals = r->totals,
		.first = r->first,
	};

	r->flips = flips_all(c, &basis, arena);
}
