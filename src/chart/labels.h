/*
 * Names beside the dots of a scatter, none over another name or a dot.
 *
 * Each label has places to choose from around its dot, the near ones first;
 * farther ones are joined to it by a line.  The labels that weigh most choose
 * first, and of these those that have least to choose from.  One that finds
 * all its places taken may move a label of the same weight or less, if that
 * has another place.  What finds none is left out, and says so.  The same
 * dots give the same places.
 */
#ifndef CHART_LABELS_H
#define CHART_LABELS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "draw/scene.h"

struct label_box {
	double left, top, right, bottom;
};

struct label {
	struct point dot;
	double reach;	      /* how far the dot reaches from its centre */
	double width, height; /* of the words; 0: it has none */
	int weight;	      /* the greater, the sooner it chooses */
	bool outward;	      /* better on the right and above than elsewhere */
	bool near;	      /* without a line only */
	/* What becomes of it. */
	bool placed, far;
	struct label_box box;
	struct point from, to; /* the line, where it is far */
};

/* In the frame; a line to be kept free of words, if that can be. */
void labels_place(struct label *labels, size_t count, struct label_box frame,
		  const struct point *line, size_t line_count,
		  struct arena *arena);

#endif
