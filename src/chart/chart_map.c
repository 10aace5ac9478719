#include <math.h>

#include "chart/chart_frame.h"

/*
 * A triangle whose points are weightings of three groups, or a bar of those of
 * two, in the colours of who is first there.  Names stand on plates of the
 * ground where these fit, signs where they do not; the key has all of them
 * with their shares.
 */
enum {
	SIDE = 404, /* of the triangle */
	BAR = 64,
	BORDER = 3,
	PLATE = 26, /* height */
	PAD = 8,
	SIGN = 6,
	TINY = 11, /* radius of a plate with a sign alone */
	RING = 8,
	HATCH = 7,
	LINE = 18,
	ROW = 28,
	KEY_GAP = 36,
	CORNER = 22,
	GRID_STEPS = 24,
	KEYED_MOST = 12, /* rows of the key; of more a note tells */
};

struct plot {
	double left, top, width, height;
	bool triangle;
};

struct plate {
	struct point at; /* its middle */
	double width;	 /* 0: there is no room for one */
	bool named;
};

static struct plot plot_of(struct frame_of_chart *f);
static void draw_corners(struct frame_of_chart *f, const struct plot *p);
static void draw_corner(struct frame_of_chart *f, double x, double y,
			double width, struct str text, enum anchor anchor);
static void draw_region(struct frame_of_chart *f, const struct plot *p,
			const struct series *s);
static void draw_frame(struct frame_of_chart *f, const struct plot *p);
static void draw_hatch(struct frame_of_chart *f, const struct point *points,
		       size_t count);
static struct point *points_of(const struct frame_of_chart *f,
			       const struct plot *p,
			       const struct chart_place *outline,
			       size_t *count);
static struct point point_at(const struct plot *p,
			     const struct chart_place *place);
static void draw_plate(struct frame_of_chart *f, const struct plot *p,
		       const struct series *s);
static struct plate plate_of(const struct frame_of_chart *f,
			     const struct plot *p, const struct point *points,
			     size_t count, double width, double height);
static struct point middle_of(const struct point *points, size_t count);
static bool holds_box(const struct point *points, size_t count,
		      struct point middle, double width, double height);
static bool holds(const struct point *points, size_t count, struct point at);
static bool is_near_mark(const struct frame_of_chart *f, const struct plot *p,
			 struct point middle, double width, double height);
static void draw_marks(struct frame_of_chart *f, const struct plot *p);
static bool is_hatched(const struct chart_data *data);
static void draw_key(struct frame_of_chart *f, double left, double width);
static void draw_words(struct frame_of_chart *f, double left, double width,
		       struct str text);

struct scene *chart_map_of_weights(const struct chart_data *data,
				   enum chart_width width, struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct plot p = plot_of(&f);
	bool beside = p.triangle && !f.narrow;
	double bottom, left = beside ? p.left + p.width + KEY_GAP : 0;

	for (size_t i = 0; i < data->series_count; i++)
		draw_region(&f, &p, &data->series[i]);
	draw_frame(&f, &p);
	draw_marks(&f, &p);
	for (size_t i = 0; i < data->series_count; i++)
		draw_plate(&f, &p, &data->series[i]);
	draw_corners(&f, &p);
	bottom = f.top;
	if (beside)
		f.top = p.top - CORNER;
	draw_key(&f, left, f.scene->width - left);
	f.scene->height = fmax(f.top, bottom) + 4;
	return f.scene;
}

static struct plot plot_of(struct frame_of_chart *f)
{
	struct plot p = { .left = 1, .triangle = f->data->corner_count > 2 };

	p.width = p.triangle ? fmin(SIDE, f->scene->width - 2)
			     : f->scene->width - 2;
	p.height = p.triangle ? p.width * sqrt(3) / 2 : BAR;
	p.top = f->top + CORNER;
	return p;
}

/* The first at the top, or on the left of a bar. */
static void draw_corners(struct frame_of_chart *f, const struct plot *p)
{
	const struct chart_data *data = f->data;
	double middle = p->left + p->width / 2, bottom = p->top + p->height;
	double half = p->width / 2 - 8;

	if (p->triangle)
		draw_corner(f, middle, p->top - CORNER / 2.0, p->width,
			    data->corners[0], ANCHOR_MIDDLE);
	draw_corner(f, p->left, bottom + CORNER / 2.0 + 2, half,
		    data->corners[p->triangle ? 1 : 0], ANCHOR_START);
	draw_corner(f, p->left + p->width, bottom + CORNER / 2.0 + 2, half,
		    data->corners[p->triangle ? 2 : 1], ANCHOR_END);
	f->top = bottom + CORNER + LINE + 6;
}

/* In two lines where need be, under each other. */
static void draw_corner(struct frame_of_chart *f, double x, double y,
			double width, struct str text, enum anchor anchor)
{
	struct text_style bold = { FONT_BODY, chart_small().size, true };
	struct str lines[2];
	size_t count = text_wrap(text, bold, width, lines,
				 anchor == ANCHOR_MIDDLE ? 1 : 2, f->arena);

	for (size_t k = 0; k < count; k++)
		chart_label(f, x, y + LINE * (double)k, f->scene->width,
			    lines[k], bold, PAINT_INK)
			->anchor = anchor;
}

/* Hatched, and plain where the lead is no close call. */
static void draw_region(struct frame_of_chart *f, const struct plot *p,
			const struct series *s)
{
	size_t count = s->outline_count, inner = s->inner_count;
	struct point *points = points_of(f, p, s->outline, &count);
	struct point *plain = points_of(f, p, s->inner, &inner);
	struct mark *mark;

	if (!count)
		return;
	mark = scene_path(f->scene, points, count);
	mark->closed = true;
	mark->fill = series_ink(s->slot);
	draw_hatch(f, points, count);
	if (inner) {
		mark = scene_path(f->scene, plain, inner);
		mark->closed = true;
		mark->fill = series_ink(s->slot);
	}
	mark = scene_path(f->scene, points, count);
	mark->closed = true;
	mark->stroke = ink(PAINT_SURFACE);
	mark->stroke_width = BORDER;
}

/* Around it all, where the hatching would fray its edge. */
static void draw_frame(struct frame_of_chart *f, const struct plot *p)
{
	struct point corners[] = { { p->left, p->top },
				   { p->left + p->width, p->top },
				   { p->left + p->width, p->top + p->height },
				   { p->left, p->top + p->height } };
	struct mark *mark;

	if (p->triangle)
		corners[0].x = corners[1].x = p->left + p->width / 2;
	mark = scene_path(f->scene, corners, 4);
	mark->closed = true;
	mark->stroke = ink(PAINT_MUTED);
	mark->stroke_width = 1.5;
}

/* Lines from the lower left to the upper right, within the outline. */
static void draw_hatch(struct frame_of_chart *f, const struct point *points,
		       size_t count)
{
	double low = INFINITY, high = -INFINITY;

	for (size_t k = 0; k < count; k++) {
		low = fmin(low, points[k].x + points[k].y);
		high = fmax(high, points[k].x + points[k].y);
	}
	for (double c = ceil(low / HATCH) * HATCH; c < high; c += HATCH) {
		struct point ends[2];
		size_t found = 0;

		for (size_t k = 0; k < count && found < 2; k++) {
			const struct point *a = &points[k];
			const struct point *b = &points[(k + 1) % count];
			double at = a->x + a->y - c, next = b->x + b->y - c;

			if ((at >= 0) == (next >= 0))
				continue;
			ends[found].x = a->x + at / (at - next) * (b->x - a->x);
			ends[found++].y =
				a->y + at / (at - next) * (b->y - a->y);
		}
		if (found == 2)
			scene_line(f->scene, ends[0].x, ends[0].y, ends[1].x,
				   ends[1].y, ink(PAINT_SURFACE))
				->stroke_width = 1.3;
	}
}

/* Of a bar four corners for its two ends. */
static struct point *points_of(const struct frame_of_chart *f,
			       const struct plot *p,
			       const struct chart_place *outline, size_t *count)
{
	struct point *points = arena_array(f->arena, struct point, *count + 4);

	for (size_t k = 0; k < *count; k++)
		points[k] = point_at(p, &outline[k]);
	if (p->triangle || *count != 2)
		return points;
	for (size_t k = 0; k < 2; k++)
		points[3 - k] = (struct point){ points[k].x, p->top + BAR };
	*count = 4;
	return points;
}

static struct point point_at(const struct plot *p,
			     const struct chart_place *place)
{
	const double *w = place->at;

	if (!p->triangle)
		return (struct point){ p->left + w[1] * p->width, p->top };
	return (struct point){
		p->left + (w[0] / 2 + w[2]) * p->width,
		p->top + (1 - w[0]) * p->height,
	};
}

/* The name, the sign alone, or nothing: as there is room. */
static void draw_plate(struct frame_of_chart *f, const struct plot *p,
		       const struct series *s)
{
	struct text_style bold = chart_bold();
	size_t count = s->outline_count;
	struct point *points = points_of(f, p, s->outline, &count);
	double wide = text_width(s->short_name, bold) + 3 * PAD + 2 * SIGN;
	struct plate plate;
	struct mark *mark;

	if (!count)
		return;
	plate = plate_of(f, p, points, count, wide, PLATE);
	plate.named = plate.width > 0;
	if (!plate.named)
		plate = plate_of(f, p, points, count, 2 * TINY, 2 * TINY);
	if (!(plate.width > 0))
		return;
	mark = scene_rect(f->scene, plate.at.x - plate.width / 2,
			  plate.at.y - (plate.named ? PLATE / 2.0 : TINY),
			  plate.width, plate.named ? PLATE : 2 * TINY,
			  ink(PAINT_SURFACE));
	mark->radius = plate.named ? PLATE / 2.0 : TINY;
	if (!plate.named) {
		chart_sign(f, plate.at.x, plate.at.y, SIGN, s->slot);
		return;
	}
	chart_sign(f, plate.at.x - plate.width / 2 + PAD + SIGN, plate.at.y,
		   SIGN, s->slot);
	chart_label_name(f, plate.at.x - plate.width / 2 + 2 * PAD + 2 * SIGN,
			 plate.at.y, plate.width, s->short_name, bold,
			 PAINT_INK);
}

/* The place in the outline nearest to its middle that has room. */
static struct plate plate_of(const struct frame_of_chart *f,
			     const struct plot *p, const struct point *points,
			     size_t count, double width, double height)
{
	struct point middle = middle_of(points, count);
	struct plate plate = { .width = 0 };
	double nearest = INFINITY;

	for (int row = 0; row <= GRID_STEPS; row++)
		for (int k = 0; k <= GRID_STEPS; k++) {
			struct point at = {
				p->left + p->width * k / GRID_STEPS,
				p->top + p->height * row / GRID_STEPS,
			};
			double away;

			/* The middle itself first. */
			if (!row && !k)
				at = middle;
			away = hypot(at.x - middle.x, at.y - middle.y);
			if (away >= nearest ||
			    !holds_box(points, count, at, width + 6,
				       height + 6) ||
			    is_near_mark(f, p, at, width, height))
				continue;
			nearest = away;
			plate = (struct plate){ .at = at, .width = width };
		}
	return plate;
}

static struct point middle_of(const struct point *points, size_t count)
{
	struct point middle = { 0 };
	double area = 0;

	for (size_t k = 0; k < count; k++) {
		const struct point *a = &points[k],
				   *b = &points[(k + 1) % count];
		double part = a->x * b->y - b->x * a->y;

		area += part;
		middle.x += (a->x + b->x) * part / 3;
		middle.y += (a->y + b->y) * part / 3;
	}
	if (fabs(area) < 1e-6)
		return points[0];
	return (struct point){ middle.x / area, middle.y / area };
}

static bool holds_box(const struct point *points, size_t count,
		      struct point middle, double width, double height)
{
	for (int k = 0; k < 4; k++)
		if (!holds(points, count,
			   (struct point){
				   middle.x + (k & 1 ? width : -width) / 2,
				   middle.y + (k & 2 ? height : -height) / 2 }))
			return false;
	return true;
}

/* Convex: on one side of all edges. */
static bool holds(const struct point *points, size_t count, struct point at)
{
	bool left = false, right = false;

	for (size_t k = 0; k < count; k++) {
		const struct point *a = &points[k],
				   *b = &points[(k + 1) % count];
		double turn = (b->x - a->x) * (at.y - a->y) -
			      (b->y - a->y) * (at.x - a->x);

		left |= turn > 0;
		right |= turn < 0;
	}
	return !(left && right);
}

/* Of the ring and the way out, which names must not cover. */
static bool is_near_mark(const struct frame_of_chart *f, const struct plot *p,
			 struct point middle, double width, double height)
{
	enum { STEPS = 12 };
	const struct chart_data *data = f->data;
	struct point own = point_at(p, &data->own);
	struct point end = data->turns ? point_at(p, &data->turn) : own;
	double lift = p->triangle ? 0 : BAR / 2.0;

	for (int k = 0; k <= STEPS; k++) {
		double x = own.x + (end.x - own.x) * k / STEPS;
		double y = own.y + lift + (end.y - own.y) * k / STEPS;

		if (fabs(x - middle.x) < width / 2 + RING + 4 &&
		    fabs(y - middle.y) < height / 2 + RING + 4)
			return true;
	}
	return false;
}

/* A ring as weighed, and dots to where another is first. */
static void draw_marks(struct frame_of_chart *f, const struct plot *p)
{
	const struct chart_data *data = f->data;
	struct point own = point_at(p, &data->own);
	struct mark *mark;

	if (!p->triangle)
		own.y += BAR / 2.0;
	if (data->turns) {
		struct point end = point_at(p, &data->turn);
		double away, steps;

		if (!p->triangle)
			end.y += BAR / 2.0;
		away = hypot(end.x - own.x, end.y - own.y);
		steps = fmax(floor(away / 8), 1);
		for (double k = 1; k <= steps; k++) {
			mark = scene_circle(f->scene,
					    own.x + (end.x - own.x) * k / steps,
					    own.y + (end.y - own.y) * k / steps,
					    k == steps ? 4 : 2,
					    ink(PAINT_SURFACE));
			mark->stroke = ink(PAINT_INK);
			mark->stroke_width = k == steps ? 1.5 : 1;
		}
	}
	mark = scene_circle(f->scene, own.x, own.y, RING, ink(PAINT_SURFACE));
	mark->stroke = ink(PAINT_INK);
	mark->stroke_width = 3;
}

static bool is_hatched(const struct chart_data *data)
{
	for (size_t i = 0; i < data->series_count; i++)
		if (data->series[i].outline_count) {
			const struct series *s = &data->series[i];

			if (s->inner_count != s->outline_count)
				return true;
			for (size_t k = 0; k < s->inner_count; k++)
				for (size_t g = 0; g < CHART_CORNERS; g++)
					if (fabs(s->inner[k].at[g] -
						 s->outline[k].at[g]) > 1e-9)
						return true;
		}
	return false;
}

/* Who holds how much of it, and what the marks are. */
static void draw_key(struct frame_of_chart *f, double left, double width)
{
	const struct chart_data *data = f->data;
	double labels = chart_labels_width(data, chart_bold(), width / 2);
	size_t rows = data->series_count < KEYED_MOST ? data->series_count
						      : KEYED_MOST;

	for (size_t i = 0; i < rows; i++) {
		const struct series *s = &data->series[i];
		double y = f->top + ROW / 2.0;

		chart_sign(f, left + 8, y, SIGN, s->slot);
		chart_name(f, left + 24, y, width - 24 - labels - 12, s->name,
			   chart_name_style(s));
		chart_label(f, left + width, y, labels + 1, s->labels[0],
			    chart_name_style(s),
			    s->outline_count ? PAINT_INK : PAINT_MUTED)
			->anchor = ANCHOR_END;
		f->top += ROW;
	}
	f->top += 8;
	if (rows < data->series_count)
		draw_words(f, left, width, data->unnamed);
	draw_words(f, left, width, data->own_label);
	if (data->turns)
		draw_words(f, left, width, data->turn_label);
	if (is_hatched(data))
		draw_words(f, left, width, data->hatch_label);
}

static void draw_words(struct frame_of_chart *f, double left, double width,
		       struct str text)
{
	enum { LINES = 6 };
	struct str lines[LINES];
	size_t count =
		text_wrap(text, chart_small(), width, lines, LINES, f->arena);

	for (size_t k = 0; k < count; k++) {
		chart_label(f, left, f->top + LINE / 2.0, width, lines[k],
			    chart_small(), PAINT_MUTED);
		f->top += LINE;
	}
	f->top += 6;
}
