#include "judge/verdict_map.h"

#include <math.h>

#include "judge/utility.h"

/* A region of less than this share is a line or a point. */
static const double AREA_LEAST = 1e-12;

/* The options in the running by bundle: [option * MAP_BUNDLES + bundle]. */
struct atlas {
	const struct result *r;
	size_t option_count, count;
	double *values;
	struct map_point *rooms[2]; /* of the outline at hand, and its next */
	struct arena *arena;
};

static const char *refusal(const struct comparison *c, const struct result *r,
			   size_t count);
static struct atlas atlas_of(const struct comparison *c, const struct result *r,
			     const size_t *bundle, size_t count,
			     struct map_point *own, struct arena *arena);
static double cell(const struct comparison *c, const struct result *r, size_t j,
		   size_t i);
static bool in(const struct atlas *a, size_t i);
static bool alike(const struct atlas *a, size_t i, size_t o);
static size_t first_alike(const struct atlas *a, size_t i);
static struct map_region region_of(const struct atlas *a, size_t i,
				   double close);
static struct map_outline outline_of(const struct atlas *a, size_t i,
				     double margin);
static struct map_point corner_of(size_t bundle);
static struct map_outline clip(const struct atlas *a,
			       const struct map_outline *outline,
			       const double *ahead, struct map_point *kept);
static struct map_outline copy_of(const struct map_outline *outline,
				  struct arena *arena);
static double side(const struct atlas *a, const struct map_point *p,
		   const double *ahead);
static struct map_point between(const struct map_point *p,
				const struct map_point *q, double share);
static double share_of(const struct atlas *a,
		       const struct map_outline *outline);
static void find_turn(const struct atlas *a, struct verdict_map *map);
static bool is_ahead_everywhere(const struct atlas *a, size_t i);

struct verdict_map verdict_map_of(const struct comparison *c,
				  const struct result *r, const size_t *bundle,
				  size_t count, struct arena *arena)
{
	struct verdict_map map = { .bundle_count = count,
				   .refusal = refusal(c, r, count) };
	struct atlas a;

	if (map.refusal)
		return map;
	a = atlas_of(c, r, bundle, count, &map.own, arena);
	map.regions = arena_array(arena, struct map_region, a.option_count);
	for (size_t i = 0; i < a.option_count; i++) {
		struct map_region region;
		size_t k = map.region_count;

		if (!in(&a, i) || first_alike(&a, i) != i)
			continue;
		region = region_of(&a, i, c->scoring.close);
		if (!(region.share > AREA_LEAST))
			continue;
		for (; k > 0 && map.regions[k - 1].share < region.share; k--)
			map.regions[k] = map.regions[k - 1];
		map.regions[k] = region;
		map.region_count++;
	}
	map.proved = map.region_count == 1 &&
		     is_ahead_everywhere(&a, map.regions[0].option);
	find_turn(&a, &map);
	return map;
}

static const char *refusal(const struct comparison *c, const struct result *r,
			   size_t count)
{
	if (!r->judged || r->ranked < 2)
		return "fewer than two options are in the running";
	if (c->scoring.method != METHOD_WEIGHTED_SUM &&
	    c->scoring.method != METHOD_POINTS)
		return "its regions are exact only where totals are sums "
		       "(weighted-sum, points)";
	if (count < 2 || count > MAP_BUNDLES)
		return "it needs two or three groups of criteria that count";
	for (size_t j = 0; j < c->criterion_count; j++)
		for (size_t i = 0; i < c->option_count; i++)
			if (r->counts[j] && r->ranks[i] &&
			    isnan(r->utilities[j * c->option_count + i]))
				return "some options are judged by some "
				       "criteria only, so totals are no sums "
				       "of the same weights";
	return NULL;
}

static struct atlas atlas_of(const struct comparison *c, const struct result *r,
			     const size_t *bundle, size_t count,
			     struct map_point *own, struct arena *arena)
{
	size_t n = c->option_count;
	struct atlas a = {
		.r = r,
		.option_count = n,
		.count = count,
		.values = arena_array(arena, double, n *MAP_BUNDLES),
		.arena = arena,
	};
	double weights[MAP_BUNDLES] = { 0 }, all = 0;

	/* Each half-plane adds a corner at the most. */
	for (size_t k = 0; k < 2; k++)
		a.rooms[k] = arena_array(arena, struct map_point,
					 n + MAP_BUNDLES + 1);
	for (size_t j = 0; j < c->criterion_count; j++) {
		double w = c->criteria[j].weight;

		if (!r->counts[j] || bundle[j] >= count || !(w > 0))
			continue;
		weights[bundle[j]] += w;
		all += w;
		for (size_t i = 0; i < n; i++)
			a.values[i * MAP_BUNDLES + bundle[j]] +=
				w * cell(c, r, j, i);
	}
	for (size_t g = 0; g < count; g++) {
		own->at[g] = weights[g] / all;
		for (size_t i = 0; i < n; i++)
			a.values[i * MAP_BUNDLES + g] /= weights[g];
	}
	return a;
}

/* What is weighed: a utility, or the part that is won of the points. */
static double cell(const struct comparison *c, const struct result *r, size_t j,
		   size_t i)
{
	size_t at = j * c->option_count + i;

	return c->scoring.method == METHOD_POINTS
		       ? r->points[at] / c->criteria[j].weight
		       : r->utilities[at];
}

static bool in(const struct atlas *a, size_t i)
{
	return a->r->ranks[i] > 0;
}

static bool alike(const struct atlas *a, size_t i, size_t o)
{
	for (size_t g = 0; g < a->count; g++)
		if (fabs(a->values[i * MAP_BUNDLES + g] -
			 a->values[o * MAP_BUNDLES + g]) > UTILITY_EQUAL)
			return false;
	return true;
}

static size_t first_alike(const struct atlas *a, size_t i)
{
	size_t o = 0;

	while (!in(a, o) || !alike(a, i, o))
		o++;
	return o;
}

static struct map_region region_of(const struct atlas *a, size_t i,
				   double close)
{
	bool *names = arena_array(a->arena, bool, a->option_count);
	struct map_region region = { .option = i,
				     .names = names,
				     .outline = outline_of(a, i, 0) };
	size_t count = 0;

	for (size_t o = 0; o < a->option_count; o++) {
		names[o] = in(a, o) && alike(a, i, o);
		count += names[o];
	}
	region.share = share_of(a, &region.outline);
	/* Those that are level lead nowhere. */
	if (count == 1)
		region.clear = outline_of(a, i, close);
	return region;
}

/* Where it is ahead of each other that is not alike by so much at least. */
static struct map_outline outline_of(const struct atlas *a, size_t i,
				     double margin)
{
	struct map_outline outline = { a->rooms[0], a->count };

	for (size_t g = 0; g < a->count; g++)
		outline.corners[g] = corner_of(g);
	for (size_t o = 0; o < a->option_count && outline.count; o++) {
		double ahead[MAP_BUNDLES];

		if (!in(a, o) || alike(a, i, o))
			continue;
		for (size_t g = 0; g < a->count; g++)
			ahead[g] = a->values[i * MAP_BUNDLES + g] -
				   a->values[o * MAP_BUNDLES + g] - margin;
		outline = clip(a, &outline, ahead,
			       a->rooms[outline.corners == a->rooms[0]]);
	}
	return copy_of(&outline, a->arena);
}

static struct map_point corner_of(size_t bundle)
{
	struct map_point corner = { { 0 } };

	corner.at[bundle] = 1;
	return corner;
}

/* What lies on the side where the sum of weight * ahead is >= 0. */
static struct map_outline clip(const struct atlas *a,
			       const struct map_outline *outline,
			       const double *ahead, struct map_point *kept)
{
	size_t count = 0;

	for (size_t k = 0; k < outline->count; k++) {
		const struct map_point *p = &outline->corners[k];
		const struct map_point *q =
			&outline->corners[(k + 1) % outline->count];
		double at = side(a, p, ahead), next = side(a, q, ahead);

		if (at >= 0)
			kept[count++] = *p;
		/* A line has one edge, a polygon is closed. */
		if ((at >= 0) != (next >= 0) && (a->count > 2 || k == 0))
			kept[count++] = between(p, q, at / (at - next));
	}
	return (struct map_outline){ kept, count };
}

static struct map_outline copy_of(const struct map_outline *outline,
				  struct arena *arena)
{
	struct map_outline copy = {
		.corners = arena_array(arena, struct map_point, outline->count),
		.count = outline->count,
	};

	for (size_t k = 0; k < copy.count; k++)
		copy.corners[k] = outline->corners[k];
	return copy;
}

static double side(const struct atlas *a, const struct map_point *p,
		   const double *ahead)
{
	double sum = 0;

	for (size_t g = 0; g < a->count; g++)
		sum += p->at[g] * ahead[g];
	return sum;
}

static struct map_point between(const struct map_point *p,
				const struct map_point *q, double share)
{
	struct map_point point;

	for (size_t g = 0; g < MAP_BUNDLES; g++)
		point.at[g] = p->at[g] + share * (q->at[g] - p->at[g]);
	return point;
}

/* Of the whole: the length of a line, or the areas of a fan of triangles. */
static double share_of(const struct atlas *a, const struct map_outline *outline)
{
	const struct map_point *p = outline->corners;
	double area = 0;

	if (a->count == 2)
		return outline->count == 2 ? fabs(p[1].at[0] - p[0].at[0]) : 0;
	for (size_t k = 2; k < outline->count; k++) {
		const double *u = p[0].at, *v = p[k - 1].at, *w = p[k].at;

		area += u[0] * (v[1] * w[2] - v[2] * w[1]) -
			u[1] * (v[0] * w[2] - v[2] * w[0]) +
			u[2] * (v[0] * w[1] - v[1] * w[0]);
	}
	return fabs(area);
}

/* Towards each corner in a straight line, on which others keep proportions. */
static void find_turn(const struct atlas *a, struct verdict_map *map)
{
	size_t first = a->r->first;
	double nearest = INFINITY;

	if (first >= a->option_count)
		return;
	for (size_t g = 0; g < a->count; g++)
		for (size_t o = 0; o < a->option_count; o++) {
			double now = 0, then, share, gain;

			if (!in(a, o) || o == first)
				continue;
			for (size_t k = 0; k < a->count; k++)
				now += map->own.at[k] *
				       (a->values[first * MAP_BUNDLES + k] -
					a->values[o * MAP_BUNDLES + k]);
			then = a->values[first * MAP_BUNDLES + g] -
			       a->values[o * MAP_BUNDLES + g];
			if (then >= -UTILITY_EQUAL || now <= 0)
				continue;
			share = now / (now - then);
			gain = share * (1 - map->own.at[g]);
			if (fabs(gain - nearest) <= UTILITY_EQUAL)
				map->turn_to = a->option_count;
			if (gain >= nearest - UTILITY_EQUAL)
				continue;
			nearest = gain;
			map->turns = true;
			map->turn_bundle = g;
			map->turn_to = o;
			for (size_t k = 0; k < a->count; k++)
				map->turn.at[k] =
					map->own.at[k] +
					share * ((k == g) - map->own.at[k]);
		}
}

static bool is_ahead_everywhere(const struct atlas *a, size_t i)
{
	for (size_t o = 0; o < a->option_count; o++)
		for (size_t g = 0; in(a, o) && o != i && g < a->count; g++)
			if (a->values[i * MAP_BUNDLES + g] -
				    a->values[o * MAP_BUNDLES + g] <=
			    UTILITY_EQUAL)
				return false;
	return true;
}
