/*
 * The verdict map: who is first under which weights of two or three bundles
 * of criteria.
 *
 * Inside a bundle the weights keep their proportions, so an option has one
 * value there, V(i,g) = sum of w(j) * u(i,j) / sum of w(j) over the j of the
 * bundle.  Under weights a(g) of the bundles, which add up to 1, its total is
 * the sum of a(g) * V(i,g): linear in the weights.  So an option is first in
 * the part of a triangle (a line, of two bundles) that one half-plane for each
 * other option leaves: a convex polygon, found by clipping (Sutherland &
 * Hodgman 1974), exact.  Its share is its area.
 *
 * That holds for sums only: weighted sums and points, and where no option is
 * judged by some of the criteria alone.
 */
#ifndef JUDGE_VERDICT_MAP_H
#define JUDGE_VERDICT_MAP_H

#include "judge/result.h"

enum { MAP_BUNDLES = 3 };

/* Weights of the bundles; the sum is 1. */
struct map_point {
	double at[MAP_BUNDLES];
};

struct map_outline {
	struct map_point *corners; /* two ends, or a polygon in its order */
	size_t count;
};

struct map_region {
	size_t option;	   /* the first of those that hold it */
	const bool *names; /* per option: all of them, whose values are alike */
	struct map_outline outline;
	struct map_outline
		clear; /* where the lead is no close call; or empty */
	double share;
};

struct verdict_map {
	size_t bundle_count;
	struct map_region *regions; /* the largest first */
	size_t region_count;
	bool proved; /* the only region's option is ahead at every corner */
	struct map_point own; /* as weighed */
	/* The nearest way out of the first's region, one bundle gaining. */
	bool turns;
	size_t turn_bundle;
	struct map_point turn;
	size_t turn_to; /* who is ahead beyond; the option count: several */
	const char *refusal; /* why there is none, or NULL */
};

/*
 * `bundle` has one for each criterion, from 0; what is not below `count` plays
 * no part, as it has no weight.  In the arena.
 */
struct verdict_map verdict_map_of(const struct comparison *c,
				  const struct result *r, const size_t *bundle,
				  size_t count, struct arena *arena);

#endif
