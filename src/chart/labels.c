#include "chart/labels.h"

#include <math.h>

enum {
	GAP = 4,   /* between a dot and its name */
	CLEAR = 2, /* between a name and a dot, or names above each other */
	WORD = 8, /* between names in a row, so that they are not read as one */
	APART = 10, /* a name with a line from other dots: it is not theirs */
	SHIFTS = 6,
	HEIGHTS = 21,
	ABOVES = 12,
	CANDIDATES = 2 * SHIFTS * HEIGHTS + ABOVES,
	FAR = 12, /* from a dot's edge: then a line is drawn */
	LINE_COST = 70,
	ROUNDS = 2,
	MOVED_MOST = 100, /* places that another is moved for */
};

static const double SHIFT[SHIFTS] = { 0, 18, 40, 70, 105, 150 };

struct spot {
	struct label_box box;
	double cost;
	bool far;
	struct point from, to;
};

struct choice {
	struct spot places[CANDIDATES]; /* the cheapest first */
	size_t count;
};

struct desk {
	struct label *labels;
	size_t count;
	struct label_box frame;
	const struct point *line;
	size_t line_count;
	struct choice *choices;
};

static void find_places(struct desk *d, size_t i);
static void try_place(struct desk *d, size_t i, double left, double middle,
		      double cost);
static void add_place(struct choice *choice, const struct spot *place);
static void join(const struct label *label, struct spot *place);
static bool covers_dot(const struct desk *d, size_t i,
		       const struct spot *place);
static bool overlap(const struct label_box *a, const struct label_box *b,
		    double clear);
static bool too_near(const struct label_box *a, const struct label_box *b);
static bool meets(const struct label_box *box, struct point a, struct point b);
static bool holds(const struct label_box *box, struct point p);
static bool cross(struct point a, struct point b, struct point c,
		  struct point d);
static double turn(struct point a, struct point b, struct point c);
static bool crosses_line(const struct desk *d, const struct label_box *box);
static size_t next_label(const struct desk *d, const bool *done);
static size_t conflict(const struct desk *d, size_t i,
		       const struct spot *place);
static bool settle(struct desk *d, size_t i);
static bool settle_by_moving(struct desk *d, size_t i);
static void put(struct label *label, const struct spot *place);

void labels_place(struct label *labels, size_t count, struct label_box frame,
		  const struct point *line, size_t line_count,
		  struct arena *arena)
{
	struct desk d = {
		labels, count,	    frame,
		line,	line_count, arena_array(arena, struct choice, count)
	};
	bool *done = arena_array(arena, bool, count);
	size_t i;

	for (i = 0; i < count; i++)
		find_places(&d, i);
	while ((i = next_label(&d, done)) < count) {
		done[i] = true;
		if (!settle(&d, i))
			settle_by_moving(&d, i);
	}
	/* What has moved on has left room, maybe. */
	for (int round = 0; round < ROUNDS; round++)
		for (i = 0; i < count; i++)
			if (labels[i].width > 0 && !labels[i].placed &&
			    !settle(&d, i))
				settle_by_moving(&d, i);
	/* And what was moved may go back. */
	for (i = 0; i < count; i++)
		if (labels[i].placed)
			settle(&d, i);
}

/* Beside the dot at several heights, and over and under it. */
static void find_places(struct desk *d, size_t i)
{
	const struct label *l = &d->labels[i];
	double beside = l->reach + GAP;

	if (!(l->width > 0))
		return;
	for (size_t k = 0; k < SHIFTS; k++)
		for (int h = 0; h < HEIGHTS; h++) {
			double steps = (h + 1) / 2 * (h % 2 ? -1 : 1);
			double y = l->dot.y + steps * l->height / 2;
			double cost = SHIFT[k] * 1.5 +
				      fabs(steps) * l->height / 2 +
				      (l->outward && steps > 0 ? 15 : 0);

			try_place(d, i, l->dot.x + beside + SHIFT[k], y, cost);
			try_place(d, i, l->dot.x - beside - SHIFT[k] - l->width,
				  y, cost + (l->outward ? 40 : 3));
		}
	for (int h = 0; h < ABOVES; h++) {
		double steps = h / 2;
		double away = beside + l->height / 2 + steps * l->height / 2;
		bool under = h % 2;

		try_place(d, i, l->dot.x - l->width / 2,
			  l->dot.y + (under ? away : -away),
			  5 + steps * l->height / 2 +
				  (under ? l->outward ? 40 : 4 : 0));
	}
}

static void try_place(struct desk *d, size_t i, double left, double middle,
		      double cost)
{
	const struct label *l = &d->labels[i];
	struct spot place = {
		.box = { left, middle - l->height / 2, left + l->width,
			 middle + l->height / 2 },
		.cost = cost,
	};

	if (place.box.left < d->frame.left || place.box.top < d->frame.top ||
	    place.box.right > d->frame.right ||
	    place.box.bottom > d->frame.bottom)
		return;
	join(l, &place);
	if ((place.far && l->near) || covers_dot(d, i, &place))
		return;
	if (crosses_line(d, &place.box))
		place.cost += LINE_COST;
	add_place(&d->choices[i], &place);
}

/* Behind those that cost no more. */
static void add_place(struct choice *choice, const struct spot *place)
{
	size_t k = choice->count++;

	for (; k > 0 && choice->places[k - 1].cost > place->cost; k--)
		choice->places[k] = choice->places[k - 1];
	choice->places[k] = *place;
}

/* The line from the dot's edge to the nearest point of the words. */
static void join(const struct label *label, struct spot *place)
{
	const struct label_box *box = &place->box;
	double x = fmax(box->left, fmin(label->dot.x, box->right));
	double y = fmax(box->top, fmin(label->dot.y, box->bottom));
	double dx = x - label->dot.x, dy = y - label->dot.y;
	double away = hypot(dx, dy);

	place->far = away > label->reach + FAR;
	if (away > 0) {
		place->from.x = label->dot.x + dx / away * label->reach;
		place->from.y = label->dot.y + dy / away * label->reach;
	}
	place->to = (struct point){ x, y };
}

/* A name over a dot, or a line through one, is no place. */
static bool covers_dot(const struct desk *d, size_t i, const struct spot *place)
{
	for (size_t k = 0; k < d->count; k++) {
		const struct label *l = &d->labels[k];
		double r = l->reach;
		struct label_box dot = { l->dot.x - r, l->dot.y - r,
					 l->dot.x + r, l->dot.y + r };

		if (overlap(&place->box, &dot,
			    place->far && k != i ? APART : CLEAR))
			return true;
		if (place->far && k != i &&
		    hypot(l->dot.x - d->labels[i].dot.x,
			  l->dot.y - d->labels[i].dot.y) > r &&
		    meets(&dot, place->from, place->to))
			return true;
	}
	return false;
}

static bool overlap(const struct label_box *a, const struct label_box *b,
		    double clear)
{
	return a->left < b->right + clear && b->left < a->right + clear &&
	       a->top < b->bottom + clear && b->top < a->bottom + clear;
}

static bool too_near(const struct label_box *a, const struct label_box *b)
{
	return a->left < b->right + WORD && b->left < a->right + WORD &&
	       a->top < b->bottom + CLEAR && b->top < a->bottom + CLEAR;
}

static bool meets(const struct label_box *box, struct point a, struct point b)
{
	struct point corners[] = { { box->left, box->top },
				   { box->right, box->top },
				   { box->right, box->bottom },
				   { box->left, box->bottom } };

	if (holds(box, a) || holds(box, b))
		return true;
	for (size_t k = 0; k < 4; k++)
		if (cross(a, b, corners[k], corners[(k + 1) % 4]))
			return true;
	return false;
}

static bool holds(const struct label_box *box, struct point p)
{
	return p.x > box->left && p.x < box->right && p.y > box->top &&
	       p.y < box->bottom;
}

static bool cross(struct point a, struct point b, struct point c,
		  struct point d)
{
	return (turn(a, b, c) > 0) != (turn(a, b, d) > 0) &&
	       (turn(c, d, a) > 0) != (turn(c, d, b) > 0);
}

static double turn(struct point a, struct point b, struct point c)
{
	return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool crosses_line(const struct desk *d, const struct label_box *box)
{
	for (size_t k = 1; k < d->line_count; k++)
		if (meets(box, d->line[k - 1], d->line[k]))
			return true;
	return false;
}

/* Of the greatest weight the one with the fewest places. */
static size_t next_label(const struct desk *d, const bool *done)
{
	size_t next = d->count;

	for (size_t i = 0; i < d->count; i++) {
		int more = next < d->count ? d->labels[i].weight -
						     d->labels[next].weight
					   : 1;

		if (done[i] || !(d->labels[i].width > 0) || more < 0)
			continue;
		if (more > 0 || d->choices[i].count < d->choices[next].count)
			next = i;
	}
	return next;
}

/*
 * The one label that is in the way there; the number of labels: none is; one
 * more than that: several are.
 */
static size_t conflict(const struct desk *d, size_t i, const struct spot *place)
{
	size_t found = d->count;

	for (size_t k = 0; k < d->count; k++) {
		const struct label *l = &d->labels[k];
		bool there = l->placed && k != i &&
			     (too_near(&place->box, &l->box) ||
			      (place->far &&
			       meets(&l->box, place->from, place->to)) ||
			      (l->far && meets(&place->box, l->from, l->to)) ||
			      (l->far && place->far &&
			       cross(place->from, place->to, l->from, l->to)));

		if (there && found < d->count)
			return d->count + 1;
		if (there)
			found = k;
	}
	return found;
}

static bool settle(struct desk *d, size_t i)
{
	const struct choice *choice = &d->choices[i];

	for (size_t k = 0; k < choice->count; k++)
		if (conflict(d, i, &choice->places[k]) == d->count) {
			put(&d->labels[i], &choice->places[k]);
			return true;
		}
	return false;
}

/* Where one other is in the way and can move, it does. */
static bool settle_by_moving(struct desk *d, size_t i)
{
	const struct choice *choice = &d->choices[i];

	for (size_t k = 0; k < choice->count && k < MOVED_MOST; k++) {
		size_t other = conflict(d, i, &choice->places[k]);
		struct label before;

		if (other >= d->count ||
		    d->labels[other].weight > d->labels[i].weight)
			continue;
		before = d->labels[other];
		put(&d->labels[i], &choice->places[k]);
		d->labels[other].placed = d->labels[other].far = false;
		if (settle(d, other))
			return true;
		d->labels[other] = before;
		d->labels[i].placed = d->labels[i].far = false;
	}
	return false;
}

static void put(struct label *label, const struct spot *place)
{
	label->placed = true;
	label->far = place->far;
	label->box = place->box;
	label->from = place->from;
	label->to = place->to;
}
