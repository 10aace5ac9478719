#include "judge/reckoning.h"

#include "judge/utility.h"

struct reckoning reckoning_of(const struct comparison *c, struct arena *arena)
{
	struct reckoning k = { .utilities = utility_all(c, arena) };
	enum method method = c->scoring.method;

	k.counts = utility_counts(c, k.utilities, arena);
	k.tally = tally_of(c, k.utilities, k.counts, arena);
	k.contest = contest_of(c, NULL, NULL, arena);
	k.basis = (struct method_basis){ .utilities = k.utilities,
					 .won = k.tally.won,
					 .counts = k.counts,
					 .in = k.contest.in };
	k.matrix =
		matrix_of(c, method, method_cells(c, method, &k.basis, arena),
			  k.counts, arena);
	k.judged = total_is_possible(total_weight(&k.matrix, k.matrix.weights));
	k.basis.own = outcome_of(&k.matrix, k.matrix.weights, c->scoring.close,
				 k.contest.in, arena);
	return k;
}
