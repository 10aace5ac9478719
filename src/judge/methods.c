#include "judge/methods.h"

#include <math.h>

#include "judge/topsis.h"

static const double *won_of_known(const struct comparison *c,
				  const struct method_basis *basis,
				  struct arena *arena);
static bool can_apply(const struct comparison *c, enum method method);
static bool all_zero(const double *totals, size_t count);

struct method_panel methods_all(const struct comparison *c,
				const struct method_basis *basis,
				struct arena *arena)
{
	struct method_result *results =
		arena_array(arena, struct method_result, METHOD_COUNT);
	struct method_panel panel = { .results = results };

	for (size_t k = 0; k < METHOD_COUNT; k++) {
		enum method method = (enum method)k;
		struct outcome outcome = basis->own;

		if (method != c->scoring.method) {
			struct matrix m;

			if (!can_apply(c, method))
				continue;
			m = matrix_of(c, method,
				      method_cells(c, method, basis, arena),
				      basis->counts, arena);
			outcome = outcome_of(&m, m.weights, c->scoring.close,
					     basis->in, arena);
			if (all_zero(outcome.totals, c->option_count))
				continue;
		}
		results[method] = (struct method_result){ true, outcome };
		panel.applied++;
		panel.agreeing += outcome.first == basis->own.first &&
				  outcome.first < c->option_count;
	}
	return panel;
}

const double *method_cells(const struct comparison *c, enum method method,
			   const struct method_basis *basis,
			   struct arena *arena)
{
	switch (method) {
	case METHOD_POINTS:
		return c->scoring.missing == MISSING_AVAILABLE
			       ? won_of_known(c, basis, arena)
			       : basis->won;
	case METHOD_WEIGHTED_SUM:
	case METHOD_WEIGHTED_PRODUCT:
		break;
	case METHOD_TOPSIS:
		return topsis_all(c, basis->counts, arena);
	}
	return basis->utilities;
}

/* NAN where there was nothing to win by. */
static const double *won_of_known(const struct comparison *c,
				  const struct method_basis *basis,
				  struct arena *arena)
{
	size_t cells = c->criterion_count * c->option_count;
	double *won = arena_array(arena, double, cells);

	for (size_t at = 0; at < cells; at++)
		won[at] = isnan(basis->utilities[at]) ? NAN : basis->won[at];
	return won;
}

static bool can_apply(const struct comparison *c, enum method method)
{
	return method != METHOD_POINTS ||
	       (c->scoring.min == 0 && c->scoring.max == 1);
}

static bool all_zero(const double *totals, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (totals[i] > 0)
			return false;
	return true;
}
