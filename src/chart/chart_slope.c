#include <math.h>

#include "chart/chart_frame.h"
#include "chart/spread.h"

/*
 * A line an option between two columns.  Names stand at both ends, apart from
 * each other; the lines of who leads on either side are in their colours.
 */
enum {
	HEAD = 30,
	LINE = 20, /* between names */
	HEIGHT = 320,
	SIGN = 6,
	GAP = 12,
	REACH = 18, /* from a name to its sign */
	NAMES_MOST = 210,
	NAMES_MOST_NARROW = 126,
};

struct side {
	double sign, name; /* where they stand */
	enum anchor anchor;
};

static double height_of(const struct frame_of_chart *f);
static double names_width(const struct frame_of_chart *f, size_t k);
static double *places_of(const struct frame_of_chart *f, size_t k, double top,
			 double height);
static bool leads(const struct series *s);
static bool is_known(const struct series *s);
static void draw_line(struct frame_of_chart *f, const struct series *s,
		      const struct side sides[2], const double y[2]);
static void draw_end(struct frame_of_chart *f, const struct series *s, size_t k,
		     const struct side *side, double y, double name_y,
		     double width);

struct scene *chart_slope(const struct chart_data *data, enum chart_width width,
			  struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	double names[] = { names_width(&f, 0), names_width(&f, 1) };
	double height = height_of(&f), top = f.top + HEAD + LINE / 2.0;
	double wide = f.scene->width;
	struct side sides[] = {
		{ names[0] + REACH + GAP, names[0], ANCHOR_END },
		{ wide - names[1] - REACH - GAP, wide - names[1],
		  ANCHOR_START },
	};
	double *places[] = { places_of(&f, 0, top, height),
			     places_of(&f, 1, top, height) };

	for (size_t k = 0; k < 2; k++) {
		chart_label(&f, k ? wide : 0, f.top + 10, wide / 2 - 8,
			    data->categories[k],
			    (struct text_style){ FONT_BODY, 14, true },
			    PAINT_INK)
			->anchor = k ? ANCHOR_END : ANCHOR_START;
		scene_line(f.scene, sides[k].sign, top - 8, sides[k].sign,
			   top + height + 8, ink(PAINT_GRID));
	}
	/* Those in colour last, over the others. */
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < data->series_count; i++) {
			const struct series *s = &data->series[i];
			double y[2];

			if (leads(s) != pass || !is_known(s))
				continue;
			for (size_t k = 0; k < 2; k++)
				y[k] = top +
				       chart_map(data, s->values[k], height, 0);
			draw_line(&f, s, sides, y);
			for (size_t k = 0; k < 2; k++)
				draw_end(&f, s, k, &sides[k], y[k],
					 places[k][i], names[k]);
		}
	f.scene->height = top + height + LINE / 2.0 + 6;
	return f.scene;
}

static double height_of(const struct frame_of_chart *f)
{
	double names = LINE * (double)(f->data->series_count - 1);

	return fmax(names, f->narrow ? HEIGHT * 0.75 : HEIGHT);
}

/* Of a name with its total; with little room, of the total alone at first. */
static double names_width(const struct frame_of_chart *f, size_t k)
{
	const struct chart_data *data = f->data;
	double width = 0;

	for (size_t i = 0; i < data->series_count; i++) {
		const struct series *s = &data->series[i];
		double total = text_width(s->labels[k], chart_bold()) + 2;

		width = fmax(width,
			     f->narrow && !k
				     ? total
				     : total + 8 +
					       text_width(chart_short_name(s),
							  chart_bold()));
	}
	return fmin(ceil(width), f->narrow ? NAMES_MOST_NARROW : NAMES_MOST);
}

/* Of the names, one under the other. */
static double *places_of(const struct frame_of_chart *f, size_t k, double top,
			 double height)
{
	const struct chart_data *data = f->data;
	double *y = arena_array(f->arena, double, data->series_count);

	for (size_t i = 0; i < data->series_count; i++)
		y[i] = top +
		       chart_map(data, data->series[i].values[k], height, 0);
	spread_apart(y, data->series_count, LINE, top, top + height, f->arena);
	return y;
}

static bool leads(const struct series *s)
{
	return chart_is_best(s, 0) || chart_is_best(s, 1);
}

/* On both sides: else there is no line. */
static bool is_known(const struct series *s)
{
	return !isnan(s->values[0]) && !isnan(s->values[1]);
}

static void draw_line(struct frame_of_chart *f, const struct series *s,
		      const struct side sides[2], const double y[2])
{
	struct mark *line =
		scene_line(f->scene, sides[0].sign, y[0], sides[1].sign, y[1],
			   leads(s) ? series_ink(s->slot) : ink(PAINT_MUTED));

	line->stroke_width = leads(s) ? 4 : 1.5;
}

static void draw_end(struct frame_of_chart *f, const struct series *s, size_t k,
		     const struct side *side, double y, double name_y,
		     double width)
{
	struct text_style style =
		chart_is_best(s, k) ? chart_bold() : chart_text();
	double way = k ? 1 : -1, total = text_width(s->labels[k], style);
	double edge = side->name;
	struct mark *mark;

	if (fabs(name_y - y) > 1)
		scene_line(f->scene, side->sign + way * SIGN, y, edge - way * 3,
			   name_y, ink(PAINT_GRID));
	chart_sign(f, side->sign, y, SIGN, s->slot);
	/* The total next to the line, the name outside. */
	mark = chart_figure(f, edge, name_y, width, s->labels[k], style,
			    PAINT_INK);
	mark->anchor = side->anchor;
	if (f->narrow && !k)
		return;
	mark = chart_label_name(f, edge + way * (total + 8), name_y,
				width - total - 8, chart_short_name(s), style,
				leads(s) ? PAINT_INK : PAINT_MUTED);
	mark->anchor = side->anchor;
}
