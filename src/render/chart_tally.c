#include <math.h>

#include "render/chart_frame.h"

/*
 * The criteria run down the page, points to the right: names keep their
 * room however many there are, and the lines read like a race.
 */
enum { ROW = 28, LANE = 3 };

struct plot {
	double left, right, top;
};

static void draw_rows(struct frame_of_chart *f, const struct plot *p,
		      double names, double scores);
static struct str score_of(const struct frame_of_chart *f, size_t row);
static void draw_line(struct frame_of_chart *f, const struct plot *p, size_t i);
static double lane(const struct frame_of_chart *f, size_t i);
static double x_of(const struct frame_of_chart *f, const struct plot *p,
		   size_t i, double value);

struct scene *chart_tally_lines(const struct chart_data *data,
				enum chart_width width, struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	double names = chart_names_width(data->categories, data->category_count,
					 chart_text(), f.narrow ? 118 : 230);
	double scores = 0;
	struct plot p;

	for (size_t j = 0; j < data->category_count; j++)
		scores =
			fmax(scores, text_width(score_of(&f, j), chart_bold()));
	scores = fmin(ceil(scores), f.scene->width / 4);
	chart_key(&f);
	p = (struct plot){ names + 20, f.scene->width - scores - 24, f.top };
	draw_rows(&f, &p, names, scores);
	for (size_t i = 0; i < data->series_count; i++)
		draw_line(&f, &p, i);
	f.scene->height = f.top + ROW * (double)data->category_count + 10;
	return f.scene;
}

static void draw_rows(struct frame_of_chart *f, const struct plot *p,
		      double names, double scores)
{
	const struct chart_data *data = f->data;

	for (size_t j = 0; j < data->category_count; j++) {
		double y = p->top + ROW * (double)j;
		bool last = j + 1 == data->category_count;

		scene_line(f->scene, 0, y + ROW, f->scene->width, y + ROW,
			   ink(PAINT_GRID));
		scene_text(f->scene, 0, y + 19,
			   text_fit(data->categories[j], chart_text(), names,
				    f->arena),
			   chart_text(), ink(PAINT_INK));
		scene_text(f->scene, f->scene->width, y + 19,
			   text_fit(score_of(f, j),
				    last ? chart_bold() : chart_text(), scores,
				    f->arena),
			   last ? chart_bold() : chart_text(),
			   ink(last ? PAINT_INK : PAINT_MUTED))
			->anchor = ANCHOR_END;
	}
}

/* "8 – 6"; of many series it would not fit, and the key has them. */
static struct str score_of(const struct frame_of_chart *f, size_t row)
{
	const struct chart_data *data = f->data;
	struct str text = { "", 0 };

	for (size_t i = 0; i < data->series_count && i < 4; i++)
		text = arena_printf(f->arena, "%.*s%s%.*s", STR_ARG(text),
				    i ? " \xE2\x80\x93 " : "",
				    STR_ARG(data->series[i].labels[row]));
	return text;
}

/* Down a row, then across by what was won on it. */
static void draw_line(struct frame_of_chart *f, const struct plot *p, size_t i)
{
	const struct chart_data *data = f->data;
	const struct series *s = &data->series[i];
	size_t count = data->category_count;
	struct point *points =
		arena_array(f->arena, struct point, 2 * count + 1);
	size_t n = 0;
	double x = x_of(f, p, i, 0), y = p->top;
	struct mark *line;

	points[n++] = (struct point){ x, y };
	for (size_t j = 0; j < count; j++) {
		y = p->top + ROW * (j + 0.5) + lane(f, i);
		points[n++] = (struct point){ x, y };
		x = x_of(f, p, i, s->values[j]);
		points[n++] = (struct point){ x, y };
	}
	y = p->top + ROW * (double)count;
	points[n - 1].x = x;
	line = scene_path(f->scene, points, n);
	line->stroke = series_ink(s->slot);
	line->stroke_width = 2.5;
	scene_sign(f->scene, x, points[n - 1].y, 6, s->slot);
}

/* Lines that run together run side by side. */
static double lane(const struct frame_of_chart *f, size_t i)
{
	return LANE * ((double)i - ((double)f->data->series_count - 1) / 2);
}

static double x_of(const struct frame_of_chart *f, const struct plot *p,
		   size_t i, double value)
{
	return chart_map(f->data, value, p->left + 8, p->right - 8) +
	       lane(f, i);
}
