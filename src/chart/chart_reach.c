#include <math.h>

#include "chart/chart_frame.h"

/*
 * A row a category, in it a line from one value to another, with a sign at its
 * end: how far a weight is from turning the result, how far the lead reaches
 * when something is left out.
 */
enum {
	ROW = 25,
	MORE = 11, /* of a name in two lines */
	ROW_NARROW = 42,
	LANE = 22, /* of it, below the name */
	BAR = 26,
	HEAD = 24,
	GAP = 12,
	SIGN = 6,
	CLEAR = 5, /* between a label and the line where the axis begins */
	NAMES_MOST = 210,
	COLUMN_MOST = 170,
	KEY_LINE = 19,
};

struct plot {
	double left, right;
	double names; /* width of the column of names */
};

/* Where the next of the pieces without room is told. */
struct key {
	double left, x, y;
};

static double row_height(const struct frame_of_chart *f, const struct plot *p,
			 size_t j);
static double name_room(const struct frame_of_chart *f, const struct plot *p,
			size_t j);
static double beside_name(const struct frame_of_chart *f, size_t column,
			  size_t j);
static struct plot plot_of(const struct frame_of_chart *f);
static double width_in_two(const struct frame_of_chart *f, struct str name);
static double column_width(const struct frame_of_chart *f, size_t column);
static double outside(const struct frame_of_chart *f, bool after);
static void draw_pieces(struct frame_of_chart *f, const struct plot *p);
static bool draw_piece(struct frame_of_chart *f, const struct piece *piece,
		       double x, double width);
static void put_white_sign(struct frame_of_chart *f, double x, double y,
			   size_t slot);
static void put_in_key(struct frame_of_chart *f, struct key *key,
		       const struct piece *piece);
static void draw_ground(struct frame_of_chart *f, const struct plot *p,
			double height);
static void draw_band(struct frame_of_chart *f, const struct plot *p,
		      double top, double height);
static void draw_lane(struct frame_of_chart *f, const struct plot *p,
		      double top);
static void draw_row(struct frame_of_chart *f, const struct plot *p, size_t j);
static void draw_reach(struct frame_of_chart *f, const struct plot *p, size_t j,
		       double y);
static void draw_end(struct frame_of_chart *f, const struct plot *p, double x,
		     double y, bool right, struct str text,
		     struct text_style style, enum paint paint);
static bool stands_over(const struct frame_of_chart *f, size_t j, double x,
			bool right, struct text_style style);
static double over_room(const struct frame_of_chart *f, size_t j);
static struct mark *draw_label(struct frame_of_chart *f, double x, double y,
			       double room, struct str text,
			       struct text_style style, enum paint paint);
static bool begins_with_figure(struct str text);
static void draw_columns(struct frame_of_chart *f, const struct plot *p,
			 size_t j, double y);

struct scene *chart_reach(const struct chart_data *data, enum chart_width width,
			  struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct plot p = plot_of(&f);
	double height = 0;

	for (size_t j = 0; j < data->category_count; j++)
		height += row_height(&f, &p, j);
	if (data->piece_count)
		draw_pieces(&f, &p);
	if (data->category_count)
		draw_ground(&f, &p, height);
	for (size_t j = 0; j < data->category_count; j++) {
		draw_row(&f, &p, j);
		f.top += row_height(&f, &p, j);
	}
	f.scene->height = f.top + 4;
	return f.scene;
}

static double row_height(const struct frame_of_chart *f, const struct plot *p,
			 size_t j)
{
	struct text_style style = chart_is_best(&f->data->series[0], j)
					  ? chart_bold()
					  : chart_text();
	double row = f->narrow ? ROW_NARROW : ROW;

	return text_width(f->data->categories[j], style) > name_room(f, p, j)
		       ? row + MORE
		       : row;
}

/* In the narrow layout it is beside the last of the columns. */
static double name_room(const struct frame_of_chart *f, const struct plot *p,
			size_t j)
{
	double width = f->scene->width;

	if (!f->narrow)
		return p->names;
	if (f->data->column_count)
		width -= beside_name(f, f->data->column_count - 1, j) + GAP;
	return width;
}

/* Of a column in the narrow layout: what the name leaves, or half the width. */
static double beside_name(const struct frame_of_chart *f, size_t column,
			  size_t j)
{
	double name = chart_names_width(&f->data->categories[j], 1,
					chart_bold(), f->scene->width);
	double half = fmin(column_width(f, column), f->scene->width / 2);

	return fmax(half,
		    fmin(ceil(text_width(f->data->columns[column].cells[j],
					 chart_small())),
			 f->scene->width - name - GAP));
}

static struct plot plot_of(const struct frame_of_chart *f)
{
	struct plot p = { .right = f->scene->width };

	if (!f->narrow) {
		p.names = fmax(
			chart_categories_width(f->data, NAMES_MOST),
			fmin(fmax(text_width(f->data->row_head, chart_small()),
				  width_in_two(f, f->data->piece_head)),
			     NAMES_MOST) +
				2);
		p.left = p.names + GAP;
		for (size_t k = 0; k < f->data->column_count; k++)
			p.right -= column_width(f, k) + GAP;
	}
	/* Room for what stands beyond the ends of a line. */
	p.left += outside(f, false);
	p.right -= outside(f, true);
	return p;
}

/* What chart_name() needs to set it bold, in two lines, whole. */
static double width_in_two(const struct frame_of_chart *f, struct str name)
{
	struct text_style style = chart_small();
	struct str lines[3];
	double width = 0;
	size_t count;

	style.bold = true;
	count = text_balance(name, style, text_width(name, style) - 1, lines, 2,
			     f->arena);
	for (size_t k = 0; k < count; k++)
		width = fmax(width, text_width(lines[k], style));
	return ceil(width);
}

static double column_width(const struct frame_of_chart *f, size_t column)
{
	const struct chart_column *c = &f->data->columns[column];
	double width = text_width(c->head, chart_small());

	return fmax(ceil(fmin(width, COLUMN_MOST)),
		    chart_names_width(c->cells, f->data->category_count,
				      chart_small(), COLUMN_MOST));
}

/* How far labels reach beyond the ends of the domain, at the most. */
static double outside(const struct frame_of_chart *f, bool after)
{
	const struct series *s = &f->data->series[0];
	double most = SIGN + 2;

	for (size_t j = 0; j < f->data->category_count; j++) {
		bool right = s->values[j] >= s->low[j];

		if (isnan(s->values[j]))
			continue;
		if (right == after)
			most = fmax(most, chart_names_width(&s->labels[j], 1,
							    chart_bold(), 200));
		else if (s->froms)
			most = fmax(most,
				    chart_names_width(&s->froms[j], 1,
						      chart_small(), 200));
	}
	return fmin(most, f->narrow ? 90 : 200) + GAP;
}

/* One bar, 1 long; what has no room in it is told under it, with its sign. */
static void draw_pieces(struct frame_of_chart *f, const struct plot *p)
{
	const struct chart_data *data = f->data;
	double left = f->narrow ? 0 : p->names + GAP, x = left;
	double width = f->scene->width - left;
	struct key key = { .left = left, .x = left };

	chart_name(f, 0, f->top + (f->narrow ? 9 : BAR / 2.0),
		   f->narrow ? f->scene->width : p->names, data->piece_head,
		   chart_bold());
	f->top += f->narrow ? 24 : 0;
	key.y = f->top + BAR + 6;
	for (size_t k = 0; k < data->piece_count; k++) {
		double long_as = data->pieces[k].share * width;

		if (!draw_piece(f, &data->pieces[k], x, long_as))
			put_in_key(f, &key, &data->pieces[k]);
		x += long_as;
	}
	f->top = key.y + (key.x > left ? KEY_LINE : 0) + 14;
}

/* Whether what it is has room in it. */
static bool draw_piece(struct frame_of_chart *f, const struct piece *piece,
		       double x, double width)
{
	bool other = piece->slot == SLOT_NONE;
	double sign = other ? 0 : 2 * SIGN + 4, middle = f->top + BAR / 2.0;
	struct mark *bar;

	if (width > 0.25) {
		bar = scene_rect(f->scene, x, f->top, fmax(width - 2, 0.5), BAR,
				 other ? ink(PAINT_FILL)
				       : series_ink(piece->slot));
		bar->radius = 2;
		bar->is_solid = true;
	}
	/* Of two colours that are alike the sign tells which is which. */
	if (!other && width >= 2 * SIGN + 6)
		put_white_sign(f, fmin(x + 7 + SIGN, x + width / 2 - 1), middle,
			       piece->slot);
	if (text_width(piece->label, chart_bold()) + 14 + sign > width)
		return false;
	chart_label(f, x + 7 + sign, middle, width, piece->label, chart_bold(),
		    other ? PAINT_INK : PAINT_SURFACE);
	return true;
}

static void put_white_sign(struct frame_of_chart *f, double x, double y,
			   size_t slot)
{
	size_t from = f->scene->mark_count;

	chart_sign(f, x, y, SIGN - 1, slot);
	for (; from < f->scene->mark_count; from++) {
		struct mark *mark = &f->scene->marks[from];

		mark->fill = mark->fill.paint == PAINT_SERIES
				     ? ink(PAINT_SURFACE)
				     : series_ink(slot);
	}
}

/* Under the bar, in its order: the sign, and what stands for it. */
static void put_in_key(struct frame_of_chart *f, struct key *key,
		       const struct piece *piece)
{
	double room = f->scene->width - key->left - 18;
	double width = fmin(text_width(piece->label, chart_small()), room);

	if (key->x > key->left && key->x + 18 + width > f->scene->width) {
		key->x = key->left;
		key->y += KEY_LINE;
	}
	if (piece->slot == SLOT_NONE)
		scene_rect(f->scene, key->x + 1, key->y + 1, 10, 10,
			   ink(PAINT_FILL));
	else
		chart_sign(f, key->x + 6, key->y + 6, 5, piece->slot);
	chart_label_name(f, key->x + 18, key->y + 6, room, piece->label,
			 chart_small(), PAINT_MUTED);
	key->x += 18 + width + 14;
}

/* The heads of the columns, the band, and the axis over the rows. */
static void draw_ground(struct frame_of_chart *f, const struct plot *p,
			double height)
{
	const struct chart_data *data = f->data;
	double x = f->scene->width, top = f->top + HEAD;

	if (!f->narrow) {
		chart_label(f, 0, f->top + 8, p->names, data->row_head,
			    chart_small(), PAINT_MUTED);
		for (size_t k = data->column_count; k-- > 0;) {
			chart_label(f, x, f->top + 8, COLUMN_MOST,
				    data->columns[k].head, chart_small(),
				    PAINT_MUTED)
				->anchor = ANCHOR_END;
			x -= column_width(f, k) + GAP;
		}
	}
	if (f->narrow)
		height = 0;
	else
		draw_band(f, p, top, height);
	chart_ticks(f, p->left, p->right, f->top + 8, top, top + height);
	f->top = top;
}

static void draw_band(struct frame_of_chart *f, const struct plot *p,
		      double top, double height)
{
	const struct chart_data *data = f->data;
	double from = chart_map(data, data->band_low, p->left, p->right);
	double to = chart_map(data, data->band_high, p->left, p->right);

	if (data->band_low < data->band_high)
		scene_rect(f->scene, from, top, fmax(to - from, 1), height,
			   ink(PAINT_BAND));
}

/* In the narrow layout names lie over the axis, which is left out there. */
static void draw_lane(struct frame_of_chart *f, const struct plot *p,
		      double top)
{
	const struct chart_data *data = f->data;

	draw_band(f, p, top, LANE);
	for (size_t k = 0; k < data->tick_count; k++) {
		double x =
			chart_map(data, data->ticks[k].at, p->left, p->right);

		scene_line(f->scene, x, top, x, top + LANE,
			   ink(data->ticks[k].at == 0 ? PAINT_MUTED
						      : PAINT_GRID));
	}
}

static void draw_row(struct frame_of_chart *f, const struct plot *p, size_t j)
{
	const struct chart_data *data = f->data;
	const struct series *s = &data->series[0];
	double height = row_height(f, p, j), names = name_room(f, p, j);
	double y = f->top + (f->narrow ? height - LANE / 2.0 - 1 : height / 2);
	double head = f->narrow ? f->top + (height - LANE) / 2 : y;

	if (data->rules && data->rules[j])
		scene_line(f->scene, 0, f->top, f->scene->width, f->top,
			   ink(PAINT_GRID));
	if (f->narrow)
		draw_lane(f, p, y - LANE / 2.0);
	chart_name(f, 0, head, names, data->categories[j],
		   chart_is_best(s, j) ? chart_bold() : chart_text());
	draw_columns(f, p, j, head);
	if (isnan(s->values[j]))
		chart_label(f, p->left, y, p->right - p->left, s->labels[j],
			    chart_small(), PAINT_MUTED);
	else
		draw_reach(f, p, j, y);
}

static void draw_reach(struct frame_of_chart *f, const struct plot *p, size_t j,
		       double y)
{
	const struct series *s = &f->data->series[0];
	double from = chart_map(f->data, s->low[j], p->left, p->right);
	double to = chart_map(f->data, s->values[j], p->left, p->right);
	bool right = s->values[j] >= s->low[j];
	struct text_style style =
		s->froms || chart_is_best(s, j) ? chart_bold() : chart_text();
	size_t slot = s->slots[j];
	struct mark *ring;

	scene_line(f->scene, from, y, to, y,
		   s->froms	       ? ink(PAINT_MUTED)
		   : slot == SLOT_NONE ? ink(PAINT_FILL)
				       : series_ink(slot))
		->stroke_width = s->froms ? 1.5 : 3;
	if (s->froms) {
		ring = scene_circle(f->scene, from, y, 5, ink(PAINT_SURFACE));
		ring->stroke = ink(PAINT_MUTED);
		ring->stroke_width = 2;
		draw_end(f, p, from, y, !right, s->froms[j], chart_small(),
			 PAINT_MUTED);
	}
	if (slot == SLOT_NONE)
		scene_circle(f->scene, to, y, 4, ink(PAINT_MUTED));
	else
		chart_sign(f, to, y, SIGN, slot);
	if (stands_over(f, j, to, right, style))
		draw_label(f, f->scene->width,
			   f->top + (row_height(f, p, j) - LANE) / 2,
			   over_room(f, j), s->labels[j], style, PAINT_INK)
			->anchor = ANCHOR_END;
	else
		draw_end(f, p, to, y, right, s->labels[j], style, PAINT_INK);
}

/* With no room beside its sign, and more beside the name over it. */
static bool stands_over(const struct frame_of_chart *f, size_t j, double x,
			bool right, struct text_style style)
{
	double beside = (right ? f->scene->width - x : x) - GAP;

	return f->narrow && !f->data->column_count &&
	       text_width(f->data->series[0].labels[j], style) > beside &&
	       over_room(f, j) > beside;
}

static double over_room(const struct frame_of_chart *f, size_t j)
{
	return f->scene->width - GAP -
	       chart_names_width(&f->data->categories[j], 1, chart_bold(),
				 f->scene->width);
}

/* Beside a sign, on a ground of its own over the lines. */
static void draw_end(struct frame_of_chart *f, const struct plot *p, double x,
		     double y, bool right, struct str text,
		     struct text_style style, enum paint paint)
{
	double room = right ? f->scene->width - x - GAP + 1 : x - GAP;
	struct mark *label;

	if (!f->narrow)
		room = right ? p->right + outside(f, true) - x - GAP + 1
			     : x - p->names - GAP;
	if (!right) {
		double width = fmin(text_width(text, style), room);

		/* Beside the axis, not across it. */
		if (x - GAP - width < p->left + CLEAR &&
		    x - GAP > p->left - CLEAR)
			x = p->left - CLEAR + GAP;
		room = fmin(room, x - GAP);
	}
	label = draw_label(f, right ? x + GAP : x - GAP, y, room, text, style,
			   paint);
	label->anchor = right ? ANCHOR_START : ANCHOR_END;
	if (f->data->band_low < f->data->band_high)
		return;
	label->stroke = ink(PAINT_SURFACE); /* over the ticks */
	label->stroke_width = 4;
}

/* "Oak… 1.08" of "Oak in the garden by 1.08": by how much stays. */
static struct mark *draw_label(struct frame_of_chart *f, double x, double y,
			       double room, struct str text,
			       struct text_style style, enum paint paint)
{
	if (begins_with_figure(text))
		return chart_figure(f, x, y, room - 1, text, style, paint);
	return chart_label_name(f, x, y, room, text, style, paint);
}

static bool begins_with_figure(struct str text)
{
	return text_has_figures(str_cut(&text, ' '));
}

/* All of them in the wide layout; the last one in the narrow. */
static void draw_columns(struct frame_of_chart *f, const struct plot *p,
			 size_t j, double y)
{
	const struct chart_data *data = f->data;
	double x = f->scene->width;

	(void)p;
	for (size_t k = data->column_count; k-- > 0;) {
		double width =
			f->narrow ? beside_name(f, k, j) : column_width(f, k);

		chart_label_name(f, x, y, width + 1, data->columns[k].cells[j],
				 chart_small(), PAINT_MUTED)
			->anchor = ANCHOR_END;
		x -= width + GAP;
		if (f->narrow)
			return;
	}
}
