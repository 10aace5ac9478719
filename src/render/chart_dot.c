#include <math.h>

#include "render/chart_frame.h"

enum { ROW = 32, ROW_NARROW = 50, GAP = 10, LABEL_MOST = 92 };

struct plot {
	double left, right; /* of the axis */
	double names;	    /* width of the column of names */
};

static struct plot plot_of(const struct frame_of_chart *f);
static double labels_width(const struct chart_data *data);
static void draw_grid(struct frame_of_chart *f, const struct plot *p,
		      double bottom);
static void draw_row(struct frame_of_chart *f, const struct plot *p, size_t j);
static void draw_name(struct frame_of_chart *f, const struct plot *p, size_t j);
static bool extent(const struct chart_data *data, size_t j, size_t *low,
		   size_t *high);
static void draw_labels(struct frame_of_chart *f, const struct plot *p,
			size_t j, double y, size_t low, size_t high);
static void put_label(struct frame_of_chart *f, double x, double y,
		      struct str text, bool bold, bool on_left);

struct scene *chart_dots(const struct chart_data *data, enum chart_width width,
			 struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	double row = f.narrow ? ROW_NARROW : ROW, bottom;
	struct plot p = plot_of(&f);

	chart_key(&f);
	bottom = f.top + row * (double)data->category_count;
	draw_grid(&f, &p, bottom);
	for (size_t j = 0; j < data->category_count; j++, f.top += row)
		draw_row(&f, &p, j);
	f.scene->height = bottom + 8;
	return f.scene;
}

/* Room for a label on either side of the axis. */
static struct plot plot_of(const struct frame_of_chart *f)
{
	const struct chart_data *data = f->data;
	double labels = labels_width(data) + GAP + 6;
	double names = f->narrow ? 0
				 : chart_names_width(data->categories,
						     data->category_count,
						     chart_text(), 210);

	return (struct plot){
		.left = (f->narrow ? 0 : names + 16) + labels,
		.right = f->scene->width - labels,
		.names = f->narrow ? f->scene->width : names,
	};
}

static double labels_width(const struct chart_data *data)
{
	double width = text_width(data->missing, chart_small());

	for (size_t i = 0; i < data->series_count; i++)
		width = fmax(width,
			     chart_names_width(data->series[i].labels,
					       data->category_count,
					       chart_bold(), LABEL_MOST));
	return fmin(ceil(width), LABEL_MOST);
}

static void draw_grid(struct frame_of_chart *f, const struct plot *p,
		      double bottom)
{
	for (int k = 0; k <= 4; k++) {
		double x = p->left + (p->right - p->left) * k / 4;

		scene_line(f->scene, x, f->top, x, bottom, ink(PAINT_GRID));
	}
}

static void draw_row(struct frame_of_chart *f, const struct plot *p, size_t j)
{
	const struct chart_data *data = f->data;
	double y = f->top + (f->narrow ? 34 : ROW / 2.0);
	size_t low, high;
	struct mark *line;

	draw_name(f, p, j);
	if (!extent(data, j, &low, &high)) {
		scene_text(f->scene, p->left, y + 4,
			   text_fit(data->missing, chart_small(),
				    p->right - p->left, f->arena),
			   chart_small(), ink(PAINT_MUTED));
		return;
	}
	line = scene_line(f->scene,
			  chart_map(data, data->series[low].values[j], p->left,
				    p->right),
			  y,
			  chart_map(data, data->series[high].values[j], p->left,
				    p->right),
			  y, ink(PAINT_MUTED));
	line->stroke_width = 2;
	if (data->series_count == 1) {
		line->x = p->left;
		line->width = chart_map(data, data->series[high].values[j],
					p->left, p->right) -
			      p->left;
		line->stroke = series_ink(data->series[high].slot);
		line->stroke_width = 4;
	}
	/* The first series last, so that it lies on top. */
	for (size_t i = data->series_count; i-- > 0;) {
		double value = data->series[i].values[j];

		if (!isnan(value))
			scene_sign(f->scene,
				   chart_map(data, value, p->left, p->right), y,
				   7, data->series[i].slot);
	}
	draw_labels(f, p, j, y, low, high);
}

static void draw_name(struct frame_of_chart *f, const struct plot *p, size_t j)
{
	struct str name = f->data->categories[j];
	double y = f->narrow ? f->top + 15 : f->top + ROW / 2.0 + 5;

	scene_text(f->scene, 0, y,
		   text_fit(name, chart_text(), p->names, f->arena),
		   chart_text(), ink(PAINT_INK));
}

/* The lowest and the highest value's series; false when all are missing. */
static bool extent(const struct chart_data *data, size_t j, size_t *low,
		   size_t *high)
{
	*low = *high = data->series_count;
	for (size_t i = 0; i < data->series_count; i++) {
		double value = data->series[i].values[j];

		if (isnan(value))
			continue;
		if (*low == data->series_count ||
		    value < data->series[*low].values[j])
			*low = i;
		if (*high == data->series_count ||
		    value > data->series[*high].values[j])
			*high = i;
	}
	return *high < data->series_count;
}

/* The ends only: what lies between has its number in the table. */
static void draw_labels(struct frame_of_chart *f, const struct plot *p,
			size_t j, double y, size_t low, size_t high)
{
	const struct chart_data *data = f->data;
	bool missing = false;

	for (size_t i = 0; i < data->series_count; i++)
		missing |= isnan(data->series[i].values[j]);
	put_label(f,
		  chart_map(data, data->series[high].values[j], p->left,
			    p->right) +
			  GAP,
		  y, data->series[high].labels[j], true, false);
	if (low != high &&
	    data->series[low].values[j] < data->series[high].values[j] - 1e-9)
		put_label(f,
			  chart_map(data, data->series[low].values[j], p->left,
				    p->right) -
				  GAP,
			  y, data->series[low].labels[j], false, true);
	else if (missing && data->series_count > 1)
		scene_text(f->scene, p->left - GAP - 2, y + 4,
			   text_fit(data->missing, chart_small(), LABEL_MOST,
				    f->arena),
			   chart_small(), ink(PAINT_MUTED))
			->anchor = ANCHOR_END;
}

static void put_label(struct frame_of_chart *f, double x, double y,
		      struct str text, bool bold, bool on_left)
{
	struct text_style style = bold ? chart_bold() : chart_text();
	struct mark *label =
		scene_text(f->scene, x, y + 5,
			   text_fit(text, style, LABEL_MOST, f->arena), style,
			   ink(bold ? PAINT_INK : PAINT_MUTED));

	label->anchor = on_left ? ANCHOR_END : ANCHOR_START;
}
