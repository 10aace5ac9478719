/*
 * The methods side by side: what each makes of the same scores and weights.
 *
 * A result that hangs on the method is a weaker one.  So the options are
 * ranked by every method that can be applied, and those are counted that put
 * the same option first as the comparison's own method does.
 *
 * The comparison's own method applies, whatever it is.  Of the others, points
 * do on a scale of 0 to 1, where they are the default: elsewhere scores say by
 * how much one is better, which points leave out.  A method that gives every
 * option 0 says nothing and does not apply: so a weighted product where each
 * option has a utility of 0 somewhere.
 *
 * Margins of different methods are not on one scale; a lead by one may be a
 * close call by another.  Hence options are compared by who is first.
 */
#ifndef JUDGE_METHODS_H
#define JUDGE_METHODS_H

#include "judge/outcome.h"

struct method_result {
	bool applies;
	struct outcome outcome; /* all zero where it does not apply */
};

struct method_panel {
	const struct method_result *results; /* [enum method] */
	size_t applied;			     /* how many apply */
	size_t agreeing; /* of these, how many put the same option first alone
			    as the comparison's own; 0 where that has none */
};

/* What the methods start from; see result.h. */
struct method_basis {
	const double *utilities, *won; /* all criteria; see judge/tally.h */
	const bool *counts;
	const bool *in;	    /* per option: in the running */
	struct outcome own; /* by the comparison's own method */
};

/* In the arena; the weights can be divided by their sum. */
struct method_panel methods_all(const struct comparison *c,
				const struct method_basis *basis,
				struct arena *arena);

/* What a method's matrix is made from; see matrix_of(). */
const double *method_cells(const struct comparison *c, enum method method,
			   const struct method_basis *basis,
			   struct arena *arena);

#endif
