#include <math.h>

#include "chart/chart_frame.h"

enum {
	ROW = 32,
	ROW_NARROW = 50,
	GAP = 10,
	LABEL_MOST = 150,   /* on either side */
	LABEL_SINGLE = 190, /* where there is but one */
	LABEL_NARROW = 92,
	LANE = 13,	/* between dots that would hide each other */
	LANES_MOST = 3, /* then they move aside */
	NEAR = 9,	/* so near one dot hides the other */
};

struct plot {
	double left, right; /* of the axis */
	double names;	    /* width of the column of names */
	double labels;	    /* of one, at the most */
};

/* A row with its dots set apart. */
struct dots {
	struct point *at; /* y from the row's middle; of every series */
	size_t lanes;
	size_t low, high; /* series with these values */
	double min, max;  /* where the first and last dot stand */
	bool any;
};

static struct plot plot_of(const struct frame_of_chart *f);
static double labels_most(const struct frame_of_chart *f);
static double labels_width(const struct chart_data *data, double most);
static double row_height(const struct frame_of_chart *f,
			 const struct dots *dots);
static struct dots dots_of(const struct frame_of_chart *f, const struct plot *p,
			   size_t j);
static void find_extent(const struct chart_data *data, size_t j,
			struct dots *dots);
static size_t order_dots(const struct frame_of_chart *f, const struct plot *p,
			 size_t j, struct point *at, size_t *order);
static void place_pile(const struct plot *p, struct point *at,
		       const size_t *pile, size_t count);
static void draw_grid(struct frame_of_chart *f, const struct plot *p,
		      double bottom);
static void draw_row(struct frame_of_chart *f, const struct plot *p, size_t j,
		     const struct dots *dots);
static void draw_link(struct frame_of_chart *f, const struct plot *p, double y,
		      const struct dots *dots);
static void draw_labels(struct frame_of_chart *f, const struct plot *p,
			size_t j, double y, const struct dots *dots);
static void put_label(struct frame_of_chart *f, const struct plot *p, double x,
		      double y, struct str text, bool bold, bool on_left);

struct scene *chart_dots(const struct chart_data *data, enum chart_width width,
			 struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct dots *rows =
		arena_array(arena, struct dots, data->category_count);
	struct plot p = plot_of(&f);
	double bottom;

	chart_key(&f, false);
	bottom = f.top;
	for (size_t j = 0; j < data->category_count; j++) {
		rows[j] = dots_of(&f, &p, j);
		bottom += row_height(&f, &rows[j]);
	}
	draw_grid(&f, &p, bottom);
	for (size_t j = 0; j < data->category_count; j++) {
		draw_row(&f, &p, j, &rows[j]);
		f.top += row_height(&f, &rows[j]);
	}
	f.scene->height = bottom + 8;
	return f.scene;
}

/* Room for a label on either side of the axis; a single dot has but one. */
static struct plot plot_of(const struct frame_of_chart *f)
{
	const struct chart_data *data = f->data;
	double most = labels_most(f);
	double labels = labels_width(data, most) + GAP + 6;
	double names = f->narrow ? 0 : chart_categories_width(data, 210);

	return (struct plot){
		.left = (f->narrow ? 0 : names + 16) +
			(data->series_count > 1 ? labels : 8),
		.right = f->scene->width - labels,
		.names = f->narrow ? f->scene->width : names,
		.labels = most,
	};
}

static double labels_most(const struct frame_of_chart *f)
{
	bool single = f->data->series_count == 1;

	if (f->narrow)
		return single ? LABEL_MOST : LABEL_NARROW;
	return single ? LABEL_SINGLE : LABEL_MOST;
}

/* What is missing is said there as well. */
static double labels_width(const struct chart_data *data, double most)
{
	double width = chart_labels_width(data, chart_bold(), most);

	for (size_t i = 0; i < data->series_count; i++)
		for (size_t j = 0; j < data->category_count; j++)
			if (isnan(data->series[i].values[j]))
				return fmin(
					ceil(fmax(width,
						  text_width(data->missing,
							     chart_small()))),
					most);
	return width;
}

static double row_height(const struct frame_of_chart *f,
			 const struct dots *dots)
{
	return (f->narrow ? ROW_NARROW : ROW) +
	       LANE * (double)(dots->lanes - 1);
}

/*
 * Dots so near that one would hide another are a pile.  A pile that had to
 * be widened takes the next dot in when it comes too near to that one.
 */
static struct dots dots_of(const struct frame_of_chart *f, const struct plot *p,
			   size_t j)
{
	size_t most = f->data->series_count, size;
	size_t *order = arena_array(f->arena, size_t, most);
	struct dots dots = {
		.at = arena_array(f->arena, struct point, most),
		.lanes = 1,
		.min = p->right,
		.max = p->left,
	};
	size_t count = order_dots(f, p, j, dots.at, order);

	find_extent(f->data, j, &dots);
	for (size_t start = 0; start < count; start += size) {
		for (size = 1; start + size < count; size++) {
			const size_t *next = &order[start + size];

			if (dots.at[*next].x - dots.at[next[-1]].x >= NEAR)
				break;
			place_pile(p, dots.at, &order[start], size + 1);
		}
		if (size > dots.lanes)
			dots.lanes = size < LANES_MOST ? size : LANES_MOST;
	}
	for (size_t k = 0; k < count; k++) {
		dots.min = fmin(dots.min, dots.at[order[k]].x);
		dots.max = fmax(dots.max, dots.at[order[k]].x);
	}
	return dots;
}

/* From left to right, without those that are missing; returns how many. */
static size_t order_dots(const struct frame_of_chart *f, const struct plot *p,
			 size_t j, struct point *at, size_t *order)
{
	const struct chart_data *data = f->data;
	size_t count = 0;

	for (size_t i = 0; i < data->series_count; i++) {
		size_t k = count;

		if (isnan(data->series[i].values[j]))
			continue;
		at[i].x = chart_map(data, data->series[i].values[j], p->left,
				    p->right);
		for (; k > 0 && at[order[k - 1]].x > at[i].x; k--)
			order[k] = order[k - 1];
		order[k] = i;
		count++;
	}
	return count;
}

/* In lanes by turns, moved aside where a lane is taken. */
static void place_pile(const struct plot *p, struct point *at,
		       const size_t *pile, size_t count)
{
	size_t lanes = count < LANES_MOST ? count : LANES_MOST;
	double over;

	for (size_t k = 0; k < count; k++) {
		struct point *dot = &at[pile[k]];

		dot->y = LANE * ((double)(k % lanes) - ((double)lanes - 1) / 2);
		if (k >= lanes)
			dot->x = fmax(dot->x, at[pile[k - lanes]].x + LANE);
	}
	over = fmax(at[pile[count - 1]].x - p->right, 0);
	for (size_t k = 0; k < count; k++)
		at[pile[k]].x -= over;
}

static void find_extent(const struct chart_data *data, size_t j,
			struct dots *dots)
{
	for (size_t i = 0; i < data->series_count; i++) {
		double value = data->series[i].values[j];

		if (isnan(value))
			continue;
		if (!dots->any || value < data->series[dots->low].values[j])
			dots->low = i;
		if (!dots->any || value > data->series[dots->high].values[j])
			dots->high = i;
		dots->any = true;
	}
}

/* Not through the names, which stand over the dots when it is narrow. */
static void draw_grid(struct frame_of_chart *f, const struct plot *p,
		      double bottom)
{
	if (f->narrow)
		return;
	for (int k = 0; k <= 4; k++) {
		double x = p->left + (p->right - p->left) * k / 4;

		scene_line(f->scene, x, f->top, x, bottom, ink(PAINT_GRID));
	}
}

static void draw_row(struct frame_of_chart *f, const struct plot *p, size_t j,
		     const struct dots *dots)
{
	const struct chart_data *data = f->data;
	double middle = row_height(f, dots) / 2 + (f->narrow ? 9 : 0);
	double y = f->top + middle;

	chart_name(f, 0, f->narrow ? f->top + 11 : y, p->names,
		   data->categories[j], chart_text());
	if (f->narrow && dots->any)
		scene_line(f->scene, p->left, y, p->right, y, ink(PAINT_GRID));
	if (!dots->any) {
		scene_text(f->scene, p->left + 4, y + 4,
			   text_fit(data->missing, chart_small(),
				    p->right - p->left, f->arena),
			   chart_small(), ink(PAINT_MUTED));
		return;
	}
	draw_link(f, p, y, dots);
	/* The first series last, so that it lies on top. */
	for (size_t i = data->series_count; i-- > 0;)
		if (!isnan(data->series[i].values[j]))
			scene_sign(f->scene, dots->at[i].x, y + dots->at[i].y,
				   data->series_count > 4 ? 6 : 7,
				   data->series[i].slot);
	draw_labels(f, p, j, y, dots);
}

/* From the lowest to the highest; a single series' stem, from the axis. */
static void draw_link(struct frame_of_chart *f, const struct plot *p, double y,
		      const struct dots *dots)
{
	bool single = f->data->series_count == 1;
	struct mark *line = scene_line(f->scene, single ? p->left : dots->min,
				       y, dots->max, y, ink(PAINT_MUTED));

	line->stroke_width = 2;
	if (single) {
		line->stroke = series_ink(f->data->series[0].slot);
		line->stroke_width = 4;
	}
}

/* The ends only: what lies between has its number in the table. */
static void draw_labels(struct frame_of_chart *f, const struct plot *p,
			size_t j, double y, const struct dots *dots)
{
	const struct chart_data *data = f->data;
	const struct series *low = &data->series[dots->low];
	const struct series *high = &data->series[dots->high];
	bool missing = false;

	for (size_t i = 0; i < data->series_count; i++)
		missing |= isnan(data->series[i].values[j]);
	put_label(f, p, dots->max + GAP, y, high->labels[j],
		  chart_is_best(high, j), false);
	if (!str_equals(low->labels[j], high->labels[j]))
		put_label(f, p, dots->min - GAP, y, low->labels[j], false,
			  true);
	else if (missing && data->series_count > 1)
		scene_text(f->scene, p->left - GAP - 2, y + 4,
			   text_fit(data->missing, chart_small(), p->labels,
				    f->arena),
			   chart_small(), ink(PAINT_MUTED))
			->anchor = ANCHOR_END;
}

static void put_label(struct frame_of_chart *f, const struct plot *p, double x,
		      double y, struct str text, bool bold, bool on_left)
{
	struct text_style style = bold ? chart_bold() : chart_text();
	struct mark *label = chart_figure(f, x, y, p->labels, text, style,
					  bold ? PAINT_INK : PAINT_MUTED);

	label->anchor = on_left ? ANCHOR_END : ANCHOR_START;
	label->stroke = ink(PAINT_SURFACE); /* over the grid */
	label->stroke_width = 4;
}
