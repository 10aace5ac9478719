#include <math.h>

#include "chart/chart_frame.h"

/*
 * Names stand around the web where two lines of each have room; else numbers
 * do, and the names follow below.
 */
enum {
	RADIUS = 170,
	RADIUS_NARROW = 74,
	RADIUS_NUMBERS = 190,
	RADIUS_NUMBERS_NARROW = 112,
	AXES_MOST = 16, /* with names */
	LINE = 15,
	GAP = 14, /* between the web and what stands around */
	NAME_MOST = 160,
	RINGS = 4,
};

struct axis {
	double sine, cosine; /* clockwise from the top */
	struct str lines[2];
	size_t line_count;
	double x, y; /* of the name: y is its top */
};

struct web {
	struct axis *axes;
	size_t count;
	bool numbered;
	double radius;
	struct point centre;
};

static struct web web_of(const struct frame_of_chart *f);
static bool wrap_names(const struct frame_of_chart *f, struct web *web);
static double name_room(const struct frame_of_chart *f, const struct web *web,
			const struct axis *axis);
static bool is_upright(const struct axis *axis);
static void place_names(struct web *web);
static void part_side(struct web *web, size_t first, int step, size_t count);
static void keep_off(struct web *web, size_t at);
static double name_height(const struct axis *axis);
static double place_web(struct frame_of_chart *f, struct web *web);
static void draw_web(struct frame_of_chart *f, const struct web *web);
static void draw_names(struct frame_of_chart *f, const struct web *web);
static void draw_around(struct frame_of_chart *f, const struct web *web);
static void draw_series(struct frame_of_chart *f, const struct web *web,
			size_t i);
static void draw_run(struct frame_of_chart *f, const struct web *web, size_t i,
		     size_t start, size_t count, bool closed);
static struct point point_of(const struct web *web, size_t j, double radius);
static double reach_of(const struct frame_of_chart *f, const struct web *web,
		       size_t i, size_t j);

struct scene *chart_radar(const struct chart_data *data, enum chart_width width,
			  struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct web web = web_of(&f);
	double bottom;

	chart_key(&f, false);
	bottom = place_web(&f, &web);
	draw_web(&f, &web);
	/* The first series last, so that it lies on top. */
	for (size_t i = data->series_count; i-- > 0;)
		draw_series(&f, &web, i);
	if (web.numbered)
		draw_around(&f, &web);
	else
		draw_names(&f, &web);
	f.top = bottom;
	if (web.numbered)
		chart_numbers(&f);
	f.scene->height = f.top;
	return f.scene;
}

static struct web web_of(const struct frame_of_chart *f)
{
	size_t count = f->data->category_count;
	struct web web = {
		.axes = arena_array(f->arena, struct axis, count),
		.count = count,
		.radius = f->narrow ? RADIUS_NARROW : RADIUS,
	};

	for (size_t j = 0; j < count; j++) {
		double angle = 2 * M_PI * (double)j / (double)count;

		web.axes[j].sine = sin(angle);
		web.axes[j].cosine = cos(angle);
	}
	if (count <= AXES_MOST && wrap_names(f, &web)) {
		place_names(&web);
		return web;
	}
	web.numbered = true;
	web.radius = f->narrow ? RADIUS_NUMBERS_NARROW : RADIUS_NUMBERS;
	return web;
}

/* Whether all have room; on a wide chart they are shortened if need be. */
static bool wrap_names(const struct frame_of_chart *f, struct web *web)
{
	for (size_t j = 0; j < web->count; j++) {
		struct axis *axis = &web->axes[j];
		bool whole;

		axis->line_count = chart_wrap(f, f->data->categories[j],
					      name_room(f, web, axis),
					      axis->lines, &whole);
		if (f->narrow && !whole)
			return false;
	}
	return true;
}

static double name_room(const struct frame_of_chart *f, const struct web *web,
			const struct axis *axis)
{
	double room =
		f->scene->width / 2 - (web->radius + GAP) * fabs(axis->sine);

	return fmin(is_upright(axis) ? 2 * room : room, NAME_MOST);
}

static bool is_upright(const struct axis *axis)
{
	return fabs(axis->sine) < 1e-9;
}

/* From the centre, for now; those of a side are moved apart. */
static void place_names(struct web *web)
{
	size_t half = web->count / 2;

	for (size_t j = 0; j < web->count; j++) {
		struct axis *axis = &web->axes[j];
		double height = name_height(axis);

		axis->x = (web->radius + GAP) * axis->sine;
		axis->y = -(web->radius + GAP) * axis->cosine - height / 2;
		if (is_upright(axis))
			axis->y -= axis->cosine * height / 2;
	}
	part_side(web, 1, 1, (web->count - 1) / 2);
	part_side(web, web->count - 1, -1, (web->count - 1) / 2);
	keep_off(web, 0);
	if (web->count % 2 == 0)
		keep_off(web, half);
}

/*
 * The axes of a side, from the uppermost: the `step` leads down.  From the
 * middle one they give way up and down.
 */
static void part_side(struct web *web, size_t first, int step, size_t count)
{
	for (size_t k = count / 2; k + 1 < count; k++) {
		struct axis *above = &web->axes[first] + step * (int)k,
			    *below = above + step;

		below->y = fmax(below->y, above->y + name_height(above));
	}
	for (size_t k = count / 2; k > 0; k--) {
		struct axis *below = &web->axes[first] + step * (int)k,
			    *above = below - step;

		above->y = fmin(above->y, below->y - name_height(above));
	}
}

/* The name at the top stands over its neighbours', that below under them. */
static void keep_off(struct web *web, size_t at)
{
	struct axis *axis = &web->axes[at];

	for (size_t k = 0; k < 2; k++) {
		const struct axis *next =
			&web->axes[(at + (k ? 1 : web->count - 1)) %
				   web->count];

		if (axis->cosine > 0)
			axis->y = fmin(axis->y, next->y - name_height(axis));
		else
			axis->y = fmax(axis->y, next->y + name_height(next));
	}
}

static double name_height(const struct axis *axis)
{
	return LINE * (double)axis->line_count + 2;
}

/* Below what is above; returns where it ends. */
static double place_web(struct frame_of_chart *f, struct web *web)
{
	double above = web->radius + 2 * GAP, below = above;

	for (size_t j = 0; j < web->count && !web->numbered; j++) {
		const struct axis *axis = &web->axes[j];

		above = fmax(above, -axis->y);
		below = fmax(below, axis->y + name_height(axis));
	}
	web->centre.x = f->scene->width / 2;
	web->centre.y = f->top + above;
	return web->centre.y + below + 8;
}

static void draw_web(struct frame_of_chart *f, const struct web *web)
{
	struct point *points = arena_array(f->arena, struct point, web->count);

	for (int ring = 1; ring <= RINGS; ring++) {
		struct mark *mark;

		for (size_t j = 0; j < web->count; j++)
			points[j] =
				point_of(web, j, web->radius * ring / RINGS);
		mark = scene_path(f->scene, points, web->count);
		mark->closed = true;
		mark->stroke = ink(PAINT_GRID);
	}
	for (size_t j = 0; j < web->count; j++)
		scene_line(f->scene, web->centre.x, web->centre.y, points[j].x,
			   points[j].y, ink(PAINT_GRID));
}

static void draw_names(struct frame_of_chart *f, const struct web *web)
{
	for (size_t j = 0; j < web->count; j++) {
		const struct axis *axis = &web->axes[j];

		for (size_t k = 0; k < axis->line_count; k++)
			scene_text(
				f->scene, web->centre.x + axis->x,
				web->centre.y + axis->y + LINE * (double)k + 12,
				axis->lines[k], chart_small(), ink(PAINT_INK))
				->anchor = is_upright(axis) ? ANCHOR_MIDDLE
					   : axis->sine > 0 ? ANCHOR_START
							    : ANCHOR_END;
	}
}

/* The numbers; not each of them where they would meet. */
static void draw_around(struct frame_of_chart *f, const struct web *web)
{
	double radius = web->radius + GAP;
	size_t step =
		1 + (size_t)((double)web->count * 20 / (2 * M_PI * radius));

	for (size_t j = 0; j + step <= web->count; j += step) {
		struct point at = point_of(web, j, radius);

		chart_label(f, at.x, at.y, 40, chart_number(f, j),
			    chart_small(), PAINT_INK)
			->anchor = ANCHOR_MIDDLE;
	}
}

/* Lines only, as areas would cover each other; broken where a value lacks. */
static void draw_series(struct frame_of_chart *f, const struct web *web,
			size_t i)
{
	const double *values = f->data->series[i].values;
	size_t first = 0, len;

	while (first < web->count && !isnan(values[first]))
		first++;
	if (first == web->count) {
		draw_run(f, web, i, 0, web->count, true);
		return;
	}
	/* All the way round, from a value that is missing. */
	for (size_t k = 1; k < web->count; k += len + 1) {
		for (len = 0; k + len < web->count &&
			      !isnan(values[(first + k + len) % web->count]);)
			len++;
		if (len)
			draw_run(f, web, i, first + k, len, false);
	}
}

static void draw_run(struct frame_of_chart *f, const struct web *web, size_t i,
		     size_t start, size_t count, bool closed)
{
	size_t slot = f->data->series[i].slot;
	struct point *points = arena_array(f->arena, struct point, count);
	struct mark *mark;

	for (size_t k = 0; k < count; k++) {
		size_t j = (start + k) % web->count;

		points[k] = point_of(web, j, reach_of(f, web, i, j));
	}
	mark = scene_path(f->scene, points, count);
	mark->closed = closed;
	mark->stroke = series_ink(slot);
	mark->stroke_width = 2;
	for (size_t k = 0; k < count; k++)
		chart_sign(f, points[k].x, points[k].y,
			   web->count > AXES_MOST ? 4 : 5, slot);
}

static struct point point_of(const struct web *web, size_t j, double radius)
{
	return (struct point){
		web->centre.x + radius * web->axes[j].sine,
		web->centre.y - radius * web->axes[j].cosine,
	};
}

static double reach_of(const struct frame_of_chart *f, const struct web *web,
		       size_t i, size_t j)
{
	return chart_map(f->data, f->data->series[i].values[j], 0, web->radius);
}
