/*
 * Omissions: who leads when one judge, one source or one group of criteria is
 * left out; and who leads by each judge alone.
 *
 * A result that one judge or one source makes is a weaker one.  Without a
 * judge all scores that the judge gave are gone, without a source all that
 * cite it (also those that cite another), and the comparison is judged anew,
 * as ever: with `skip` a criterion may no longer count.  Without a group its
 * criteria weigh nothing, while its musts hold.
 *
 * There is an omission for each judge where there are two, for each source
 * that a score cites where there are two such or some scores cite none, and
 * for each group where there are two, criteria without a group being one.
 * Each judges all anew, so of more than OMISSIONS_MOST judges, sources or
 * groups none is left out: what one of so many changes is little, and a table
 * may have thousands.
 */
#ifndef JUDGE_OMISSION_H
#define JUDGE_OMISSION_H

#include "base/arena.h"
#include "model/comparison.h"

enum { OMISSIONS_MOST = 100 }; /* of each kind */

enum omission_kind { OMIT_JUDGE, OMIT_SOURCE, OMIT_GROUP };

/* What a comparison comes to with some of it left out. */
struct remainder {
	bool judged;	 /* there are totals */
	size_t criteria; /* that count and have a weight */
	size_t ranked;	 /* how many have a rank */
	size_t first;	 /* ranked first alone; the option count: nobody is */
	size_t leader;	 /* the same, but nobody in a close call */
	size_t second;	 /* who comes next; the option count: nobody */
	double margin;	 /* between first and second total; NAN: not judged */
	bool close;
	double ahead;	 /* how far `first` of the whole comparison is ahead of
			   the best other, below 0: behind; NAN: not known */
	const bool *top; /* per option: ranked first, alone or not */
};

struct omission {
	enum omission_kind kind;
	struct str id; /* a judge's name, a source's id, a group's title;
			       empty: the author, criteria without a group */
	struct remainder left;
};

/* One judge's table: the mean of what the judge gave. */
struct judge_result {
	struct str id;	       /* empty: the author */
	const double *totals;  /* per option; NAN: none */
	size_t scores;	       /* cells that the judge scored */
	struct remainder left; /* the rest left out */
};

struct omissions {
	const struct omission *items; /* judges, sources, groups, as written */
	size_t count;
	const struct judge_result *judges; /* none where there is but one */
	size_t judge_count;
};

/*
 * Of a comparison with scores; `first` is ranked first alone by all of it (or
 * the option count).  In the arena.
 */
struct omissions omissions_of(const struct comparison *c, size_t first,
			      struct arena *arena);

#endif
