#include <math.h>

#include "chart/chart_frame.h"
#include "chart/labels.h"

/*
 * Dots by two counts, the better on the right and above.  With a line: over
 * the ground of what is beaten, through those that are not.
 */
enum {
	HEIGHT = 400,
	HEIGHT_NARROW = 300,
	SIGN = 7,
	DOT = 5,
	HEAD = 22, /* the name of the way up */
	AXIS = 26,
	FOOT = 22, /* and across */
	NOTE = 18,
	FIELD = 22, /* for the name of a field */
	LINE = 17,  /* of a name */
	NAME_MOST = 190,
	NAME_MOST_NARROW = 120,
	NAMED_MOST = 40, /* dots; of more only those on the line */
	NAMED_MOST_NARROW = 10,
	NOTED_MOST = 8, /* on the line, with figures under their names */
};

struct plot {
	double left, top, right, bottom;
};

/* What stands at one place: its options, and how they are told apart. */
struct dot {
	struct point at;
	const struct series *series; /* the first of them */
	struct str name, note;
	bool front;  /* on the line, or first: its sign, and not a dot */
	bool strong; /* likewise its name; of fields those of the best */
	bool named;
};

static struct plot plot_of(const struct frame_of_chart *f);
static struct dot *dots_of(const struct frame_of_chart *f, const struct plot *p,
			   size_t *count);
static struct dot *dot_at(struct dot *dots, size_t count, struct point at);
static bool is_front(const struct chart_data *data, const struct series *s);
static bool is_strong(const struct chart_data *data, const struct series *s);
static void draw_axes(struct frame_of_chart *f, const struct plot *p);
static void draw_fields(struct frame_of_chart *f, const struct plot *p);
static void draw_feet(struct frame_of_chart *f, const struct plot *p);
static struct point *line_of(const struct frame_of_chart *f,
			     const struct plot *p, size_t *count);
static struct point *borders_of(const struct frame_of_chart *f,
				const struct plot *p, size_t *count);
static size_t *front_order(const struct frame_of_chart *f, size_t *count);
static void draw_ground(struct frame_of_chart *f, const struct plot *p,
			const struct point *line, size_t count);
static void draw_dots(struct frame_of_chart *f, const struct dot *dots,
		      size_t count);
static struct label *labels_of(const struct frame_of_chart *f, struct dot *dots,
			       size_t count);
static struct text_style name_style(const struct dot *dot);
static bool draw_labels(struct frame_of_chart *f, const struct dot *dots,
			const struct label *labels, size_t count);
static void draw_note(struct frame_of_chart *f);

struct scene *chart_scatter(const struct chart_data *data,
			    enum chart_width width, struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct plot p = plot_of(&f);
	size_t count, line_count = 0;
	struct dot *dots = dots_of(&f, &p, &count);
	struct point *line = line_of(&f, &p, &line_count);
	struct label *labels = labels_of(&f, dots, count);

	draw_axes(&f, &p);
	draw_fields(&f, &p);
	if (data->has_line)
		draw_ground(&f, &p, line, line_count);
	labels_place(labels, count,
		     (struct label_box){
			     p.left + 2,
			     p.top - (data->fields[0].len ? 0 : HEAD - 4),
			     f.scene->width - 1,
			     p.bottom - (data->fields[0].len ? FIELD : 2) },
		     line, line_count, arena);
	draw_dots(&f, dots, count);
	draw_feet(&f, &p);
	if (!draw_labels(&f, dots, labels, count))
		draw_note(&f);
	f.scene->height = f.top;
	return f.scene;
}

static struct plot plot_of(const struct frame_of_chart *f)
{
	const struct chart_axis *up = &f->data->up;
	double labels = 0;

	for (size_t k = 0; k < up->tick_count; k++)
		labels = fmax(labels,
			      text_width(up->ticks[k].label, chart_small()));
	return (struct plot){
		.left = ceil(labels) + 10,
		.top = f->top + HEAD * 2,
		.right = f->scene->width - (f->narrow ? 10 : 24),
		.bottom = f->top + HEAD * 2 +
			  (f->narrow ? HEIGHT_NARROW : HEIGHT),
	};
}

/* Options at one place are one dot with all their names. */
static struct dot *dots_of(const struct frame_of_chart *f, const struct plot *p,
			   size_t *count)
{
	const struct chart_data *data = f->data;
	struct dot *dots =
		arena_array(f->arena, struct dot, data->series_count);

	*count = 0;
	for (size_t i = 0; i < data->series_count; i++) {
		const struct series *s = &data->series[i];
		struct point at = {
			p->left + s->values[0] * (p->right - p->left),
			p->bottom - s->values[1] * (p->bottom - p->top),
		};
		struct dot *dot = dot_at(dots, *count, at);
		struct str name = chart_short_name(s);

		if (dot) {
			dot->name = ARENA_JOIN(f->arena, dot->name,
					       STR(" \xC2\xB7 "), name);
			dot->front |= is_front(data, s);
			dot->strong |= is_strong(data, s);
			continue;
		}
		dots[(*count)++] = (struct dot){ .at = at,
						 .series = s,
						 .name = name,
						 .note = s->note,
						 .front = is_front(data, s),
						 .strong = is_strong(data, s) };
	}
	return dots;
}

static struct dot *dot_at(struct dot *dots, size_t count, struct point at)
{
	for (size_t k = 0; k < count; k++)
		if (hypot(dots[k].at.x - at.x, dots[k].at.y - at.y) < 0.01)
			return &dots[k];
	return NULL;
}

/* Without a line all are alike, but for who leads. */
static bool is_front(const struct chart_data *data, const struct series *s)
{
	return !data->has_line || chart_is_best(s, 0) || s->leads;
}

static bool is_strong(const struct chart_data *data, const struct series *s)
{
	if (!data->fields[0].len)
		return is_front(data, s);
	return s->leads || (s->values[0] >= data->split[0] - 1e-9 &&
			    s->values[1] >= data->split[1] - 1e-9);
}

static void draw_axes(struct frame_of_chart *f, const struct plot *p)
{
	const struct chart_axis *up = &f->data->up, *across = &f->data->across;
	double free_from = 0, last = INFINITY;

	for (size_t k = 0; k < up->tick_count; k++) {
		double y = p->bottom - up->ticks[k].at * (p->bottom - p->top);

		if (y < p->top - 0.5 || y > p->bottom + 0.5)
			continue;
		scene_line(f->scene, p->left, y, p->right, y, ink(PAINT_GRID));
		if (fabs(last - y) < 18)
			continue;
		chart_label(f, p->left - 8, y, p->left, up->ticks[k].label,
			    chart_small(), PAINT_MUTED)
			->anchor = ANCHOR_END;
		last = y;
	}
	for (size_t k = 0; k < across->tick_count; k++) {
		const struct tick *tick = &across->ticks[k];
		double x = p->left + tick->at * (p->right - p->left);
		double half = text_width(tick->label, chart_small()) / 2;
		double at = fmax(fmin(x, f->scene->width - half), half);

		if (x < p->left - 0.5 || x > p->right + 0.5)
			continue;
		scene_line(f->scene, x, p->bottom, x, p->bottom + 5,
			   ink(PAINT_MUTED));
		if (tick->at > 0 && at - half < free_from)
			continue;
		chart_label(f, at, p->bottom + 15, f->scene->width, tick->label,
			    chart_small(), PAINT_MUTED)
			->anchor = ANCHOR_MIDDLE;
		free_from = at + half + 8;
	}
	scene_line(f->scene, p->left, p->bottom, p->right, p->bottom,
		   ink(PAINT_MUTED));
}

/* Their names in the corners, the best field on a ground of its own. */
static void draw_fields(struct frame_of_chart *f, const struct plot *p)
{
	const struct chart_data *data = f->data;
	struct text_style bold = { FONT_BODY, chart_small().size, true };
	double x = p->left + data->split[0] * (p->right - p->left);
	double y = p->bottom - data->split[1] * (p->bottom - p->top);

	if (!data->fields[0].len)
		return;
	x = fmax(p->left, fmin(x, p->right));
	y = fmax(p->top, fmin(y, p->bottom));
	scene_rect(f->scene, x, p->top - FIELD, p->right - x,
		   y - p->top + FIELD, ink(PAINT_PANEL));
	scene_line(f->scene, x, p->top - FIELD, x, p->bottom, ink(PAINT_MUTED));
	scene_line(f->scene, p->left, y, p->right, y, ink(PAINT_MUTED));
	for (size_t k = 0; k < CHART_FIELDS; k++) {
		bool right = k % 2, low = k > 1;
		double at =
			low ? p->bottom - FIELD / 2.0 : p->top - FIELD / 2.0;

		chart_label(f, right ? p->right - 6 : p->left + 6, at,
			    (p->right - p->left) / 2 - 12, data->fields[k],
			    bold, PAINT_MUTED)
			->anchor = right ? ANCHOR_END : ANCHOR_START;
	}
}

/* What the ways are: up over the plot, across under it. */
static void draw_feet(struct frame_of_chart *f, const struct plot *p)
{
	const struct chart_data *data = f->data;
	const struct chart_axis *axes[] = { &data->up, &data->across };
	double y[] = { p->top - HEAD * 1.5, p->bottom + AXIS + FOOT / 2.0 };
	struct text_style strong = { FONT_BODY, chart_small().size, true };

	for (size_t k = 0; k < 2; k++) {
		double way = text_width(axes[k]->better, strong);
		double room = f->scene->width - way - 16;
		struct mark *mark =
			chart_label(f, k ? p->right : f->scene->width, y[k],
				    f->scene->width, axes[k]->better, strong,
				    PAINT_INK);

		mark->anchor = ANCHOR_END;
		if (!k) {
			mark->x =
				fmin(text_width(axes[k]->title, chart_small()),
				     room) +
				12;
			mark->anchor = ANCHOR_START;
		}
		chart_label(f, k ? p->left : 0, y[k],
			    k ? room - p->left - (f->scene->width - p->right)
			      : room,
			    axes[k]->title, chart_small(), PAINT_MUTED);
	}
	f->top = p->bottom + AXIS + FOOT;
}

/* A stair from the upper left to the lower right; empty without a line. */
static struct point *line_of(const struct frame_of_chart *f,
			     const struct plot *p, size_t *count)
{
	const struct chart_data *data = f->data;
	size_t steps;
	const size_t *order = front_order(f, &steps);
	struct point *line = arena_array(f->arena, struct point, 2 * steps + 2);

	*count = 0;
	if (data->fields[0].len)
		return borders_of(f, p, count);
	for (size_t k = 0; k < steps; k++) {
		const struct series *s = &data->series[order[k]];
		double x = p->left + s->values[0] * (p->right - p->left);
		double y = p->bottom - s->values[1] * (p->bottom - p->top);

		line[*count] =
			(struct point){ *count ? line[*count - 1].x : p->left,
					y };
		++*count;
		line[(*count)++] = (struct point){ x, y };
	}
	if (*count) {
		line[*count] = (struct point){ line[*count - 1].x, p->bottom };
		++*count;
	}
	return line;
}

/* Those of the fields, of which names keep clear as of a line. */
static struct point *borders_of(const struct frame_of_chart *f,
				const struct plot *p, size_t *count)
{
	const double *split = f->data->split;
	double x = p->left + split[0] * (p->right - p->left);
	double y = p->bottom - split[1] * (p->bottom - p->top);
	struct point *line = arena_array(f->arena, struct point, 5);

	line[0] = (struct point){ x, p->top };
	line[1] = (struct point){ x, p->bottom };
	line[2] = (struct point){ x, y };
	line[3] = (struct point){ p->left, y };
	line[4] = (struct point){ p->right, y };
	*count = 5;
	return line;
}

/* Those on the line from the left to the right. */
static size_t *front_order(const struct frame_of_chart *f, size_t *count)
{
	const struct chart_data *data = f->data;
	size_t *order = arena_array(f->arena, size_t, data->series_count);

	*count = 0;
	for (size_t i = 0; data->has_line && i < data->series_count; i++) {
		size_t k = *count;

		if (!chart_is_best(&data->series[i], 0))
			continue;
		for (; k > 0 && data->series[order[k - 1]].values[0] >
					data->series[i].values[0];
		     k--)
			order[k] = order[k - 1];
		order[k] = i;
		++*count;
	}
	return order;
}

static void draw_ground(struct frame_of_chart *f, const struct plot *p,
			const struct point *line, size_t count)
{
	struct point *ground = arena_array(f->arena, struct point, count + 1);
	struct mark *mark;

	for (size_t k = 0; k < count; k++)
		ground[k] = line[k];
	ground[count] = (struct point){ p->left, p->bottom };
	mark = scene_path(f->scene, ground, count + 1);
	mark->closed = true;
	mark->fill = ink(PAINT_PANEL);
	for (size_t k = 0; k < f->data->up.tick_count; k++) {
		double y = p->bottom -
			   f->data->up.ticks[k].at * (p->bottom - p->top);
		double x = p->left;

		for (size_t n = 1; n < count; n++)
			if (line[n].y <= y + 0.01)
				x = fmax(x, line[n].x);
		if (y > p->top && y < p->bottom - 1 && x > p->left)
			scene_line(f->scene, p->left, y, x, y, ink(PAINT_GRID));
	}
	mark = scene_path(f->scene, line, count);
	mark->stroke = ink(PAINT_ACCENT);
	mark->stroke_width = 2.5;
}

/* Those that are beaten first, so that they lie under the others. */
static void draw_dots(struct frame_of_chart *f, const struct dot *dots,
		      size_t count)
{
	for (size_t k = 0; k < count; k++) {
		struct mark *mark;

		if (dots[k].front)
			continue;
		mark = scene_circle(f->scene, dots[k].at.x, dots[k].at.y, DOT,
				    ink(PAINT_MUTED));
		mark->stroke = ink(PAINT_SURFACE);
		mark->stroke_width = 1.5;
	}
	for (size_t k = 0; k < count; k++)
		if (dots[k].front)
			scene_sign(f->scene, dots[k].at.x, dots[k].at.y, SIGN,
				   dots[k].series->slot);
}

static struct label *labels_of(const struct frame_of_chart *f, struct dot *dots,
			       size_t count)
{
	size_t most = f->narrow ? NAMED_MOST_NARROW : NAMED_MOST, front = 0;
	struct label *labels = arena_array(f->arena, struct label, count);
	double room = f->narrow ? NAME_MOST_NARROW : NAME_MOST;

	for (size_t k = 0; k < count; k++)
		front += dots[k].strong;
	for (size_t k = 0; k < count; k++) {
		struct dot *dot = &dots[k];
		bool noted = dot->strong && front <= NOTED_MOST && !f->narrow &&
			     dot->note.len;

		dot->named = dot->strong || count <= most;
		dot->name = text_fit_name(dot->name, name_style(dot), room,
					  f->arena);
		if (!noted)
			dot->note = STR("");
		dot->note = text_fit(dot->note, chart_small(), room, f->arena);
		labels[k] = (struct label){
			.dot = dot->at,
			.reach = dot->front ? SIGN * 1.2 : DOT + 1,
			.height = LINE * (noted ? 2 : 1),
			.weight = dot->strong,
			.outward = dot->front && f->data->has_line,
			.near = f->narrow && !dot->strong,
		};
		if (dot->named)
			labels[k].width =
				fmax(text_width(dot->name, name_style(dot)),
				     text_width(dot->note, chart_small()));
	}
	return labels;
}

static struct text_style name_style(const struct dot *dot)
{
	return dot->strong ? chart_bold() : chart_small();
}

/* Whether all dots have their names. */
static bool draw_labels(struct frame_of_chart *f, const struct dot *dots,
			const struct label *labels, size_t count)
{
	size_t named = 0;

	for (size_t k = 0; k < count; k++) {
		const struct label *l = &labels[k];
		bool end = l->placed && l->box.right < l->dot.x;
		bool middle = l->placed && !end && l->box.left < l->dot.x;
		double x = end	    ? l->box.right
			   : middle ? (l->box.left + l->box.right) / 2
				    : l->box.left;
		struct str lines[] = { dots[k].name, dots[k].note };

		named += l->placed;
		if (l->far)
			scene_line(f->scene, l->from.x, l->from.y, l->to.x,
				   l->to.y, ink(PAINT_MUTED));
		for (size_t n = 0; l->placed && n < 2 && lines[n].len; n++) {
			struct mark *mark = chart_label(
				f, x, l->box.top + LINE * ((double)n + 0.5),
				f->scene->width, lines[n],
				n ? chart_small() : name_style(&dots[k]),
				dots[k].strong && !n ? PAINT_INK : PAINT_MUTED);

			mark->anchor = end	? ANCHOR_END
				       : middle ? ANCHOR_MIDDLE
						: ANCHOR_START;
			mark->stroke = ink(PAINT_SURFACE);
			mark->stroke_width = 3;
		}
	}
	return named == count;
}

static void draw_note(struct frame_of_chart *f)
{
	struct str lines[2];
	size_t count = text_wrap(f->data->unnamed, chart_small(),
				 f->scene->width, lines, 2, f->arena);

	for (size_t k = 0; k < count; k++) {
		chart_label(f, 0, f->top + NOTE / 2.0, f->scene->width,
			    lines[k], chart_small(), PAINT_MUTED);
		f->top += NOTE;
	}
	f->top += 4;
}
