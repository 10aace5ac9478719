/*
 * Sourcing: what the scores of a comparison rest on.
 *
 * How old they are, which criteria have no source, how much rests on each
 * source, and which source is one-sided.  A score here is one row of the
 * scoring table with a value: what one judge gave an option on a criterion.
 * A score that cites two sources rests on both, so the shares of sources may
 * add up to more than 1.
 *
 * A score's date is its own; where it has none, that of the newest source it
 * cites that has one.  No age is counted from today: pages are the same
 * whenever they are built.
 *
 * A source is one-sided when it scored more than one option on at least three
 * criteria, and the same option is best alone on every one of them, by the
 * scores that cite it (the mean of several).
 */
#ifndef JUDGE_SOURCING_H
#define JUDGE_SOURCING_H

#include "base/arena.h"
#include "model/comparison.h"

enum { SOURCING_ONE_SIDED = 3 };

struct source_use {
	size_t scores;	 /* that cite it */
	double share;	 /* of all scores, 0..1 */
	size_t criteria; /* on which it scored more than one option */
	size_t favours;	 /* the option best alone on all of these; the option
			    count: none */
	bool one_sided;
};

struct sourcing {
	size_t scores, sourced, dated; /* all; that cite one; with a date */
	/* Year 0 when none is dated; of two middle ones the older. */
	struct date oldest, median, newest;
	const bool *unsourced; /* per criterion: scores, none with a source */
	size_t unsourced_count;
	const struct source_use *sources; /* per source of the comparison */
};

/* Of a comparison with scores; in the arena. */
const struct sourcing *sourcing_of(const struct comparison *c,
				   struct arena *arena);

/* Its own, else that of the newest source it cites; year 0 where there is none. */
struct date sourcing_date(const struct comparison *c, const struct evidence *e);

#endif
