/*
 * What the card and the badge of a comparison say.
 */
#ifndef VIEW_PICTURE_H
#define VIEW_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum { CARD_BARS = 6 };

struct card_bar {
	struct str name, value;
	size_t slot;
	double share; /* 0..1 */
	bool is_leader;
};

/* The picture that is shown with a shared link. */
struct card {
	struct str site, title, result; /* result: one sentence, or empty */
	const struct card_bar *bars;	/* best first; CARD_BARS at the most */
	size_t bar_count;
	struct str more; /* "and 2 more", or empty */
};

/* "Node.js vs Python | Node.js 8 of 10" */
struct badge {
	struct str label, result;
	size_t slot; /* the colour of the result, when it has a leader */
	bool has_leader;
};

#endif
