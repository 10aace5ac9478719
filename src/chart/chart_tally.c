#include <math.h>

#include "chart/chart_frame.h"
#include "chart/spread.h"

/*
 * The criteria run down the page, points to the right: names keep their
 * room however many there are, and the lines read like a race.  Below the
 * last row is the finish, where signs stand apart that have the same points.
 */
enum { ROW = 28, FINISH = 28, HEAD = 20, COLUMNS_MOST = 4, SIGN = 15 };

struct plot {
	double left, right, top;
	double names;		      /* width of the column of names */
	double columns[COLUMNS_MOST]; /* right ends of the points so far */
	double widths[COLUMNS_MOST];
	size_t column_count; /* 0: there is no room for them */
};

static struct plot plot_of(struct frame_of_chart *f);
static void place_columns(struct frame_of_chart *f, struct plot *p);
static void draw_heads(struct frame_of_chart *f, const struct plot *p);
static void draw_rows(struct frame_of_chart *f, const struct plot *p);
static void draw_points(struct frame_of_chart *f, const struct plot *p,
			size_t row);
static void draw_lines(struct frame_of_chart *f, const struct plot *p);
static void draw_line(struct frame_of_chart *f, const struct plot *p, size_t i,
		      double finish);
static double lane(const struct frame_of_chart *f, size_t i);
static double x_of(const struct frame_of_chart *f, const struct plot *p,
		   size_t i, double value);

struct scene *chart_tally_lines(const struct chart_data *data,
				enum chart_width width, struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct plot p = plot_of(&f);

	chart_key(&f, !p.column_count);
	if (p.column_count)
		draw_heads(&f, &p);
	p.top = f.top;
	draw_rows(&f, &p);
	draw_lines(&f, &p);
	f.scene->height = p.top + ROW * (double)data->category_count + FINISH;
	return f.scene;
}

static struct plot plot_of(struct frame_of_chart *f)
{
	const struct chart_data *data = f->data;
	struct plot p = { .right = f->scene->width };

	p.names = chart_categories_width(data, f->narrow ? 122 : 240);
	p.left = p.names + 16;
	place_columns(f, &p);
	return p;
}

/* From the right end; a few only, as the lines need most of the room. */
static void place_columns(struct frame_of_chart *f, struct plot *p)
{
	const struct chart_data *data = f->data;
	double x = f->scene->width, most = f->narrow ? 90 : 220;

	if (data->series_count > COLUMNS_MOST)
		return;
	for (size_t i = data->series_count; i-- > 0;) {
		p->columns[i] = x;
		p->widths[i] = chart_names_width(data->series[i].labels,
						 data->category_count,
						 chart_bold(), most + 1);
		x -= fmax(p->widths[i], SIGN) + (f->narrow ? 12 : 18);
	}
	if (f->scene->width - x > most)
		return;
	p->right = x;
	p->column_count = data->series_count;
}

/* The sign of a series over its points. */
static void draw_heads(struct frame_of_chart *f, const struct plot *p)
{
	for (size_t i = 0; i < p->column_count; i++)
		scene_sign(f->scene,
			   p->columns[i] - fmax(p->widths[i], SIGN) / 2,
			   f->top + 6, 5, f->data->series[i].slot);
	f->top += HEAD;
}

static void draw_rows(struct frame_of_chart *f, const struct plot *p)
{
	const struct chart_data *data = f->data;

	for (size_t j = 0; j < data->category_count; j++) {
		double y = p->top + ROW * (double)j;

		scene_line(f->scene, 0, y + ROW, f->scene->width, y + ROW,
			   ink(PAINT_GRID));
		chart_name(f, 0, y + ROW / 2.0, p->names, data->categories[j],
			   chart_text());
		draw_points(f, p, j);
	}
}

/* The last row's are the result. */
static void draw_points(struct frame_of_chart *f, const struct plot *p,
			size_t row)
{
	bool last = row + 1 == f->data->category_count;

	for (size_t i = 0; i < p->column_count; i++) {
		const struct series *s = &f->data->series[i];
		struct text_style style =
			last ? chart_name_style(s) : chart_text();

		scene_text(f->scene,
			   p->columns[i] - fmax(SIGN - p->widths[i], 0) / 2,
			   p->top + ROW * (double)row + 19, s->labels[row],
			   style, ink(last ? PAINT_INK : PAINT_MUTED))
			->anchor = ANCHOR_END;
	}
}

static void draw_lines(struct frame_of_chart *f, const struct plot *p)
{
	const struct chart_data *data = f->data;
	double *finish = arena_array(f->arena, double, data->series_count);

	for (size_t i = 0; i < data->series_count; i++)
		finish[i] =
			x_of(f, p, i,
			     data->series[i].values[data->category_count - 1]);
	spread_apart(finish, data->series_count, SIGN, p->left + SIGN / 2.0,
		     p->right - SIGN / 2.0, f->arena);
	/* The first series last, so that it lies on top. */
	for (size_t i = data->series_count; i-- > 0;)
		draw_line(f, p, i, finish[i]);
}

/* Down a row, then across by what was won on it. */
static void draw_line(struct frame_of_chart *f, const struct plot *p, size_t i,
		      double finish)
{
	const struct series *s = &f->data->series[i];
	size_t count = f->data->category_count, n = 0;
	struct point *points =
		arena_array(f->arena, struct point, 2 * count + 3);
	double x = x_of(f, p, i, 0), y = p->top;
	struct mark *line;

	points[n++] = (struct point){ x, y };
	for (size_t j = 0; j < count; j++) {
		double to = x_of(f, p, i, s->values[j]);

		if (to == x)
			continue;
		y = p->top + ROW * ((double)j + 0.5) + lane(f, i);
		points[n++] = (struct point){ x, y };
		points[n++] = (struct point){ to, y };
		x = to;
	}
	y = p->top + ROW * (double)count;
	points[n++] = (struct point){ x, y };
	points[n++] = (struct point){ finish, y + FINISH / 2.0 };
	line = scene_path(f->scene, points, n);
	line->stroke = series_ink(s->slot);
	line->stroke_width = f->data->series_count > 4 ? 2 : 2.5;
	scene_sign(f->scene, finish, y + FINISH / 2.0, 6, s->slot);
}

/* Lines that run together run side by side. */
static double lane(const struct frame_of_chart *f, size_t i)
{
	double count = (double)f->data->series_count;
	double step = count > 1 ? fmin(3, 16 / (count - 1)) : 0;

	return step * ((double)i - (count - 1) / 2);
}

static double x_of(const struct frame_of_chart *f, const struct plot *p,
		   size_t i, double value)
{
	return chart_map(f->data, value, p->left + 10, p->right - 14) +
	       lane(f, i);
}
