/*
 * Charts as they stand in pages, drawn once for those that several have: the
 * scoreboard, the report, and the files of charts.
 */
#ifndef MAKE_DRAWINGS_H
#define MAKE_DRAWINGS_H

#include "base/arena.h"
#include "draw/scene.h"
#include "view/series.h"

struct drawing {
	struct str id; /* of the chart */
	struct str wide, narrow;
};

/* Of one comparison; all zero: none yet. */
struct drawings {
	struct arena arena;
	struct drawing *items;
	size_t count;
};

/* Keeps the chart's two pictures, of these scenes. */
void drawings_add(struct drawings *drawings, const struct chart *chart,
		  const struct scene *wide, const struct scene *narrow);

/* Those of the chart, or NULL; `drawings` may be NULL. */
const struct drawing *drawings_find(const struct drawings *drawings,
				    const struct chart *chart);

/* One of a chart's pictures, in the arena: `form` is "wide" or "narrow". */
struct str drawing_of(const struct chart *chart, const struct scene *scene,
		      const char *form, struct arena *arena);

/*
 * Where what is drawn begins and ends in a picture, behind its title and
 * description: nobody links to it, nor does it to anything.  Empty where that
 * is not so.
 */
struct str drawing_marks(struct str svg);

void drawings_release(struct drawings *drawings);

#endif
