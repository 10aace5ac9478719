#include "view/sign.h"

#include <math.h>

enum { SHAPES = 12, ROUND_CORNERS = 24 };
enum form { FORM_FILLED, FORM_HOLLOW, FORM_DOTTED, FORM_HALF };

/* Of the hole of a hollow sign, of one with a dot, and of the dot. */
static const double HOLE = 0.6, DOT_HOLE = 0.7, DOT = 0.32;

/* Of about the same area each. */
static const struct {
	double points[SIGN_POINTS][2];
	size_t count;
} OUTLINES[SHAPES] = {
	{ { { 0 } }, 0 }, /* a circle */
	{ { { -.89, -.89 }, { .89, -.89 }, { .89, .89 }, { -.89, .89 } }, 4 },
	{ { { 0, -1.25 }, { 1.25, 0 }, { 0, 1.25 }, { -1.25, 0 } }, 4 },
	{ { { 0, -1.2 }, { 1.2, .96 }, { -1.2, .96 } }, 3 },
	{ { { 0, 1.2 }, { 1.2, -.96 }, { -1.2, -.96 } }, 3 },
	{ { { -.534, -1.25 },
	    { .534, -1.25 },
	    { .534, 1.25 },
	    { -.534, 1.25 } },
	  4 },
	/* a plus */
	{ { { -.42, -1.2 },
	    { .42, -1.2 },
	    { .42, -.42 },
	    { 1.2, -.42 },
	    { 1.2, .42 },
	    { .42, .42 },
	    { .42, 1.2 },
	    { -.42, 1.2 },
	    { -.42, .42 },
	    { -1.2, .42 },
	    { -1.2, -.42 },
	    { -.42, -.42 } },
	  12 },
	/* a triangle to the right, and to the left */
	{ { { 1.2, 0 }, { -.96, 1.2 }, { -.96, -1.2 } }, 3 },
	{ { { -1.2, 0 }, { .96, -1.2 }, { .96, 1.2 } }, 3 },
	/* a lying bar */
	{ { { -1.25, -.534 },
	    { 1.25, -.534 },
	    { 1.25, .534 },
	    { -1.25, .534 } },
	  4 },
	/* a cross */
	{ { { 0, -.6 },
	    { .6, -1.2 },
	    { 1.2, -.6 },
	    { .6, 0 },
	    { 1.2, .6 },
	    { .6, 1.2 },
	    { 0, .6 },
	    { -.6, 1.2 },
	    { -1.2, .6 },
	    { -.6, 0 },
	    { -1.2, -.6 },
	    { -.6, -1.2 } },
	  12 },
	/* a star */
	{ { { 0, -1.3 },
	    { .34, -.47 },
	    { 1.24, -.4 },
	    { .55, .18 },
	    { .76, 1.05 },
	    { 0, .58 },
	    { -.76, 1.05 },
	    { -.55, .18 },
	    { -1.24, -.4 },
	    { -.34, -.47 } },
	  10 },
};

static struct sign_ring shape_of(size_t shape);
static struct sign_ring scaled(const struct sign_ring *ring, double by);
static struct sign_ring circle(double radius);
static struct sign_ring right_half(const struct sign_ring *ring);
static void add(struct sign_ring *ring, double x, double y);
static size_t corner_count(const struct sign_ring *ring);
static void put_ring(const struct sign_ring *ring, struct buf *to);
static void put_corner(const struct sign_ring *ring, size_t k, struct buf *to);

struct sign sign_of(size_t slot)
{
	size_t at = slot % PALETTE_SLOTS;
	struct sign sign = { .rings = { shape_of(at % SHAPES) },
			     .ring_count = 1 };
	struct sign_ring hole = scaled(&sign.rings[0], HOLE);

	switch ((enum form)(at / SHAPES)) {
	case FORM_FILLED:
		break;
	case FORM_HOLLOW:
		sign.rings[sign.ring_count++] = hole;
		break;
	case FORM_DOTTED:
		sign.rings[sign.ring_count++] =
			scaled(&sign.rings[0], DOT_HOLE);
		sign.rings[sign.ring_count++] = circle(DOT);
		break;
	case FORM_HALF:
		sign.rings[sign.ring_count++] = right_half(&hole);
		break;
	}
	return sign;
}

/*
 * Rings are joined by a way there and back, which has no area; by the rule
 * of "evenodd" each takes away from the one around it.
 */
void sign_clip_path(size_t slot, struct buf *to)
{
	struct sign sign = sign_of(slot);

	buf_text(to, "polygon(evenodd");
	for (size_t k = 0; k < sign.ring_count; k++)
		put_ring(&sign.rings[k], to);
	for (size_t k = sign.ring_count - 1; k-- > 0;)
		put_corner(&sign.rings[k], 0, to);
	buf_char(to, ')');
}

static struct sign_ring shape_of(size_t shape)
{
	struct sign_ring ring = { .radius = OUTLINES[shape].count ? 0 : 1 };

	for (size_t k = 0; k < OUTLINES[shape].count; k++)
		add(&ring, OUTLINES[shape].points[k][0],
		    OUTLINES[shape].points[k][1]);
	return ring;
}

/* About its middle, which is where its corners are on average. */
static struct sign_ring scaled(const struct sign_ring *ring, double by)
{
	struct sign_ring made = { .radius = ring->radius * by };
	double x = 0, y = 0;

	for (size_t k = 0; k < ring->count; k++) {
		x += ring->x[k] / (double)ring->count;
		y += ring->y[k] / (double)ring->count;
	}
	for (size_t k = 0; k < ring->count; k++)
		add(&made, x + (ring->x[k] - x) * by,
		    y + (ring->y[k] - y) * by);
	return made;
}

static struct sign_ring circle(double radius)
{
	return (struct sign_ring){ .radius = radius };
}

/* What of it lies to the right of the centre (Sutherland and Hodgman). */
static struct sign_ring right_half(const struct sign_ring *ring)
{
	struct sign_ring half = { 0 };

	if (ring->radius > 0) {
		for (int k = 0; k <= 8; k++)
			add(&half, ring->radius * sin(M_PI * k / 8),
			    -ring->radius * cos(M_PI * k / 8));
		return half;
	}
	for (size_t k = 0; k < ring->count; k++) {
		size_t next = (k + 1) % ring->count;
		double x = ring->x[k], to = ring->x[next];

		if (x >= 0)
			add(&half, x, ring->y[k]);
		if ((x < 0) != (to < 0))
			add(&half, 0,
			    ring->y[k] + (ring->y[next] - ring->y[k]) * -x /
						 (to - x));
	}
	return half;
}

static void add(struct sign_ring *ring, double x, double y)
{
	ring->x[ring->count] = x;
	ring->y[ring->count] = y;
	ring->count++;
}

/* A circle has corners too, so many that they are not seen. */
static size_t corner_count(const struct sign_ring *ring)
{
	return ring->radius > 0 ? ROUND_CORNERS : ring->count;
}

static void put_ring(const struct sign_ring *ring, struct buf *to)
{
	for (size_t k = 0; k <= corner_count(ring); k++)
		put_corner(ring, k % corner_count(ring), to);
}

static void put_corner(const struct sign_ring *ring, size_t k, struct buf *to)
{
	double angle = 2 * M_PI * (double)k / ROUND_CORNERS;
	double x = ring->radius > 0 ? ring->radius * sin(angle) : ring->x[k];
	double y = ring->radius > 0 ? -ring->radius * cos(angle) : ring->y[k];

	buf_char(to, ',');
	buf_number(to, 50 + 50 * x / SIGN_REACH, 1);
	buf_text(to, "% ");
	buf_number(to, 50 + 50 * y / SIGN_REACH, 1);
	buf_char(to, '%');
}
