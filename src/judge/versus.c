#include "judge/versus.h"

#include <math.h>

#include "judge/tally.h"
#include "judge/topsis.h"
#include "judge/utility.h"

/* Draws of weightings for all pairs, where shares are not exact. */
enum { DRAWS = 4000 };

static void pick_comparison(const struct versus_basis *basis, struct versus *v,
			    struct arena *arena);
static double *pick_utilities(const struct versus_basis *basis,
			      struct pair pair, struct arena *arena);
static bool *find_counting(const struct versus_basis *basis,
			   const double *utilities, struct arena *arena);
static struct contest pick_contest(const struct contest *all,
				   const struct comparison *c, struct pair pair,
				   struct arena *arena);
static bool *pick_bools(const bool *all, size_t rows, size_t n,
			struct pair pair, struct arena *arena);
static struct matrix matrix_of_two(const struct versus_basis *basis,
				   const struct versus *v,
				   const struct tally *tally,
				   struct arena *arena);
static void vary(const struct versus_basis *basis, const struct matrix *m,
		 struct result *r, struct arena *arena);
static const struct share *shares_of_none(struct arena *arena);
static const struct profile_result *profiles_of_two(
	const struct versus_basis *basis, const struct versus *v,
	const struct matrix *m, struct arena *arena);
static void count_better(const struct result *r, struct versus *v);
static void hold_against_all(const struct versus_basis *basis,
			     struct versus *v);

struct versus_basis versus_basis_of(const struct comparison *c,
				    const struct result *r, struct arena *arena)
{
	struct versus_basis basis = { .c = c, .r = r };
	bool topsis = c->scoring.method == METHOD_TOPSIS;

	if (topsis)
		basis.ideal = matrix_of(c, METHOD_TOPSIS,
					topsis_all(c, r->counts, arena),
					r->counts, arena);
	if (topsis || c->scoring.missing == MISSING_AVAILABLE) {
		basis.draw_count = DRAWS;
		basis.draws =
			robustness_draws(c->criterion_count, DRAWS, arena);
	}
	return basis;
}

struct versus versus_of(const struct versus_basis *basis, struct pair pair,
			struct arena *arena)
{
	const struct comparison *c = basis->c;
	struct versus v = { .pair = pair };
	struct result *r = arena_new(arena, struct result);
	double *utilities = pick_utilities(basis, pair, arena);
	struct tally tally;
	struct outcome own;
	struct matrix m;

	pick_comparison(basis, &v, arena);
	v.r = r;
	r->option_count = 2;
	r->criterion_count = c->criterion_count;
	r->utilities = utilities;
	r->counts = find_counting(basis, utilities, arena);
	r->contest = pick_contest(&basis->r->contest, c, pair, arena);
	tally = tally_of(&v.c, utilities, r->counts, arena);
	r->wins = tally.wins;
	r->points = tally.points;
	r->tally = tally.sums;
	m = matrix_of_two(basis, &v, &tally, arena);
	r->points_available = total_weight(&m, m.weights);
	r->judged = total_is_possible(r->points_available);
	own = outcome_of(&m, m.weights, c->scoring.close, r->contest.in, arena);
	result_take_outcome(r, &v.c, &own, arena);
	r->profiles = profiles_of_two(basis, &v, &m, arena);
	if (r->judged)
		vary(basis, &m, r, arena);
	count_better(r, &v);
	hold_against_all(basis, &v);
	return v;
}

static void pick_comparison(const struct versus_basis *basis, struct versus *v,
			    struct arena *arena)
{
	const struct comparison *c = basis->c;
	size_t count = c->criterion_count;
	struct criterion *criteria =
		arena_array(arena, struct criterion, count);
	struct score *scores = arena_array(arena, struct score, 2 * count);

	v->c = *c;
	v->c.option_count = 2;
	v->c.options = arena_array(arena, struct option, 2);
	v->c.options[0] = c->options[v->pair.one];
	v->c.options[1] = c->options[v->pair.other];
	v->c.criteria = criteria;
	for (size_t j = 0; j < count; j++) {
		criteria[j] = c->criteria[j];
		if (!c->criteria[j].scores)
			continue;
		criteria[j].scores = scores + 2 * j;
		scores[2 * j] = c->criteria[j].scores[v->pair.one];
		scores[2 * j + 1] = c->criteria[j].scores[v->pair.other];
	}
}

static double *pick_utilities(const struct versus_basis *basis,
			      struct pair pair, struct arena *arena)
{
	size_t n = basis->c->option_count, count = basis->c->criterion_count;
	double *two = arena_array(arena, double, 2 * count);

	for (size_t j = 0; j < count; j++) {
		two[2 * j] = basis->r->utilities[j * n + pair.one];
		two[2 * j + 1] = basis->r->utilities[j * n + pair.other];
	}
	return two;
}

/* Where options are judged by what is available, one that has it is enough. */
static bool *find_counting(const struct versus_basis *basis,
			   const double *utilities, struct arena *arena)
{
	const struct comparison *c = basis->c;
	bool *counts = arena_array(arena, bool, c->criterion_count);
	bool some = c->scoring.missing == MISSING_AVAILABLE;

	for (size_t j = 0; j < c->criterion_count; j++) {
		int known =
			!isnan(utilities[2 * j]) + !isnan(utilities[2 * j + 1]);

		counts[j] = known == 2 || (some && known);
		if (c->scoring.method == METHOD_TOPSIS)
			counts[j] &= basis->r->counts[j];
	}
	return counts;
}

static struct contest pick_contest(const struct contest *all,
				   const struct comparison *c, struct pair pair,
				   struct arena *arena)
{
	size_t n = c->option_count, cells = c->criterion_count;
	double *coverage = arena_array(arena, double, 2);
	struct contest two = *all;

	coverage[0] = all->coverage[pair.one];
	coverage[1] = all->coverage[pair.other];
	two.coverage = coverage;
	two.in = pick_bools(all->in, 1, n, pair, arena);
	two.ruled_out = pick_bools(all->ruled_out, 1, n, pair, arena);
	two.thin = pick_bools(all->thin, 1, n, pair, arena);
	two.fails = pick_bools(all->fails, cells, n, pair, arena);
	two.unknown = pick_bools(all->unknown, cells, n, pair, arena);
	two.count = (size_t)two.in[0] + two.in[1];
	return two;
}

static bool *pick_bools(const bool *all, size_t rows, size_t n,
			struct pair pair, struct arena *arena)
{
	bool *two = arena_array(arena, bool, 2 * rows);

	for (size_t j = 0; j < rows; j++) {
		two[2 * j] = all[j * n + pair.one];
		two[2 * j + 1] = all[j * n + pair.other];
	}
	return two;
}

static struct matrix matrix_of_two(const struct versus_basis *basis,
				   const struct versus *v,
				   const struct tally *tally,
				   struct arena *arena)
{
	enum method method = v->c.scoring.method;
	const struct matrix *ideal = &basis->ideal;
	size_t n = basis->c->option_count;
	struct method_basis of = { .utilities = v->r->utilities,
				   .won = tally->won,
				   .counts = v->r->counts };
	bool *in;

	if (method != METHOD_TOPSIS)
		return matrix_of(&v->c, method,
				 method_cells(&v->c, method, &of, arena),
				 v->r->counts, arena);
	in = arena_array(arena, bool, n);
	in[v->pair.one] = in[v->pair.other] = true;
	return matrix_pick(ideal, in, arena);
}

/* What other weights would make of it, where both are in the running. */
static void vary(const struct versus_basis *basis, const struct matrix *m,
		 struct result *r, struct arena *arena)
{
	bool both = r->ranked == 2;
	struct robustness robustness;
	struct upset *upsets = arena_array(arena, struct upset, 2);

	r->sensitivity = sensitivity_all(m, rest_all(m, arena),
					 both ? r->first : 2, arena);
	r->robustness = shares_of_none(arena);
	if (!both)
		return;
	robustness =
		robustness_of_two(m, basis->draws, basis->draw_count, arena);
	r->robustness = robustness.shares;
	r->robustness_error = robustness.error;
	r->robustness_draws = robustness.draws;
	for (size_t i = 0; i < 2; i++)
		upsets[i] = lead_upset(m, i);
	r->upsets = upsets;
}

static const struct share *shares_of_none(struct arena *arena)
{
	struct share *shares = arena_array(arena, struct share, 2);

	for (size_t i = 0; i < 2; i++)
		shares[i] = (struct share){
			.ranks = arena_array(arena, double, 2),
			.lead = { .chance = LEAD_NEVER, .alike = i },
		};
	return shares;
}

static const struct profile_result *profiles_of_two(
	const struct versus_basis *basis, const struct versus *v,
	const struct matrix *m, struct arena *arena)
{
	const struct comparison *c = &v->c;
	struct profile_result *all =
		arena_array(arena, struct profile_result, c->profile_count);
	double *weights = arena_array(arena, double, m->row_count);

	for (size_t p = 0; p < c->profile_count; p++) {
		struct contest contest =
			pick_contest(&basis->r->profiles[p].contest, basis->c,
				     v->pair, arena);
		struct outcome outcome;

		for (size_t k = 0; k < m->row_count; k++)
			weights[k] = c->profiles[p].weights[m->criteria[k]];
		outcome = outcome_of(m, weights, c->scoring.close, contest.in,
				     arena);
		all[p] = profile_result_of(c, &c->profiles[p], &contest,
					   &outcome, total_weight(m, weights));
	}
	return all;
}

static void count_better(const struct result *r, struct versus *v)
{
	for (size_t j = 0; j < r->criterion_count; j++) {
		double gap = r->utilities[2 * j] - r->utilities[2 * j + 1];

		if (isnan(gap) || !r->counts[j])
			continue;
		v->counted++;
		if (fabs(gap) <= UTILITY_EQUAL)
			v->level++;
		else
			v->better[gap < 0]++;
	}
}

/* Totals that share a rank are one number there, as near as that is. */
static void hold_against_all(const struct versus_basis *basis, struct versus *v)
{
	const struct result *all = basis->r;
	const struct scoring *s = &basis->c->scoring;
	double unit = s->method == METHOD_POINTS ? all->points_available
						 : s->max - s->min;
	const size_t at[2] = { v->pair.one, v->pair.other };

	for (size_t j = 0; j < all->criterion_count; j++)
		v->fewer |= v->r->counts[j] && !all->counts[j];
	for (size_t i = 0; i < 2; i++) {
		double own = v->r->raw_totals[i],
		       there = all->raw_totals[at[i]];

		v->differs |= !isnan(own) &&
			      !(fabs(own - there) <=
				2 * UTILITY_EQUAL * fmax(unit, fabs(own)));
	}
}
