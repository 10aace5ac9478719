/*
 * Ranks from group to group as lines: poster/poster.h.
 */
#include <math.h>

#include "poster/poster_sheet.h"

enum {
	BENDS = 18,
	NAMES_MOST = 300,
	NAMES_ALONE = 480,
	TWO_LINES = 48,
	NAME = 20,
	HEADS = 92,
	HEAD_LEVEL = 50
};
static const double STEP_MOST = 62, ZONE_LEAST = 380;

struct field {
	double left, right; /* of the first and the last column */
	double top, step;   /* of rank 1, and to the next */
	double step_x;
	double logo;	 /* how large they are; 0: none */
	bool has_left;	 /* names at the left, too */
	bool has_levels; /* every other title stands higher */
};

static void draw_option(struct sheet *sheet, const struct field *f, size_t k);
static bool is_strong(const struct sheet *sheet, size_t k);
static struct field field_of(const struct sheet *sheet);
static double names_alone(const struct sheet *sheet);
static double row_room(const struct sheet *sheet, double top);
static double widest_name(const struct sheet *sheet);
static double y_of(const struct field *f, double rank);
static double rank_at(const struct sheet *sheet, size_t k, size_t column);
static struct lines head_of(const struct sheet *sheet, size_t column,
			    double room);
static double head_room(const struct field *f, size_t column);
static bool heads_fit(const struct sheet *sheet, double room);
static void draw_heads(struct sheet *sheet, const struct field *f);
static void draw_line(struct sheet *sheet, const struct field *f, size_t k,
		      double width, uint32_t colour);
static void draw_knots(struct sheet *sheet, const struct field *f, size_t k,
		       double radius, uint32_t colour);
static void draw_ranks(struct sheet *sheet, const struct field *f);
static void draw_names(struct sheet *sheet, const struct field *f);
static void draw_starts(struct sheet *sheet, const struct field *f);
static uint32_t colour_of(const struct sheet *sheet, size_t k);
static uint32_t gold(const struct sheet *sheet);

void poster_field(struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	struct field f = field_of(sheet);

	draw_heads(sheet, &f);
	for (size_t k = poster->option_count; k-- > 0;)
		draw_option(sheet, &f, k);
	draw_names(sheet, &f);
	if (f.has_left)
		draw_starts(sheet, &f);
}

/* The leader in gold with its ranks; of a close call all in front alike. */
static void draw_option(struct sheet *sheet, const struct field *f, size_t k)
{
	bool close = sheet->poster->is_close, leads = k == 0 && !close;
	uint32_t colour = colour_of(sheet, k);

	if (!is_strong(sheet, k)) {
		draw_line(sheet, f, k, 3, colour);
		draw_knots(sheet, f, k, 6, colour);
		return;
	}
	draw_line(sheet, f, k,
		  leads	  ? 18
		  : close ? 10
			  : 13,
		  sheet->colours.paper);
	draw_line(sheet, f, k, leads ? 11 : close ? 6 : 4, colour);
	if (leads)
		draw_ranks(sheet, f);
	else
		draw_knots(sheet, f, k, 7, colour);
}

/* Those in front, and the second of all. */
static bool is_strong(const struct sheet *sheet, size_t k)
{
	return k < 2 || k < sheet->poster->front;
}

static struct field field_of(const struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	double names = fmin(widest_name(sheet), NAMES_MOST);
	struct text_style big = { FONT_DISPLAY, 30, true };
	double total = text_width(poster->options[0].total, big);
	struct field f = { .has_left = true };
	f.logo = logo_side(sheet,
			   row_room(sheet, sheet->top + HEADS + HEAD_LEVEL));
	f.left = SHEET_MARGIN + names + 34;
	f.right = SHEET_RIGHT - total - 18 - names - 34 -
		  (f.logo > 0 ? f.logo + 8 : 0);
	if (f.right - f.left < ZONE_LEAST) {
		names = fmin(widest_name(sheet), names_alone(sheet));
		f.has_left = false;
		f.left = SHEET_MARGIN + 40;
		f.right = SHEET_RIGHT - total - 18 - names - 34 -
			  (f.logo > 0 ? f.logo + 8 : 0);
	}
	f.step_x = (f.right - f.left) / (double)poster->column_count;
	f.has_levels = !heads_fit(sheet, f.step_x - 12);
	f.top = sheet->top + HEADS + (f.has_levels ? HEAD_LEVEL : 0);
	f.step = row_room(sheet, f.top);
	return f;
}

/* Rows that are high enough have names on two lines. */
static double names_alone(const struct sheet *sheet)
{
	double step = row_room(sheet, sheet->top + HEADS + HEAD_LEVEL);

	return step > TWO_LINES ? NAMES_MOST : NAMES_ALONE;
}

/* Of a rank, at the most. */
static double row_room(const struct sheet *sheet, double top)
{
	double n = (double)sheet->poster->option_count;

	return fmin(STEP_MOST, (sheet->bottom - 44 - top) / fmax(n - 1, 1));
}

static double widest_name(const struct sheet *sheet)
{
	struct text_style style = { FONT_BODY, NAME, true };
	double widest = 0;

	for (size_t k = 0; k < sheet->poster->option_count; k++)
		widest = fmax(widest, text_width(sheet->poster->options[k].name,
						 style));
	return widest;
}

static double y_of(const struct field *f, double rank)
{
	return f->top + (rank - 1) * f->step;
}

/* In the last column they stand as they are ranked in all. */
static double rank_at(const struct sheet *sheet, size_t k, size_t column)
{
	return column < sheet->poster->column_count
		       ? sheet->poster->columns[column].values[k]
		       : (double)k + 1;
}

/* A title as wide as its column; on two levels it has twice the room. */
static struct lines head_of(const struct sheet *sheet, size_t column,
			    double room)
{
	const struct poster *poster = sheet->poster;
	struct setting set = { FONT_BODY, true, 21, SHEET_FLOOR, 2, 1.1 };
	struct str title = column == poster->column_count
				   ? poster->word_total
				   : poster->columns[column].title;

	return sheet_name(sheet, title, title, room, set);
}

/* The first is moved from the edge, and must not reach the second's line. */
static double head_room(const struct field *f, size_t column)
{
	double room = f->step_x * (f->has_levels ? 2 : 1) - 12;

	return column ? room
		      : fmin(room, f->left - SHEET_MARGIN + f->step_x - 8);
}

static bool heads_fit(const struct sheet *sheet, double room)
{
	for (size_t c = 0; c <= sheet->poster->column_count; c++) {
		struct lines head = head_of(sheet, c, room);

		if (!head.is_whole)
			return false;
	}
	return true;
}

/* Titles over each other in two levels where they are wide. */
static void draw_heads(struct sheet *sheet, const struct field *f)
{
	const struct poster *poster = sheet->poster;
	struct text_style small = { FONT_BODY, SHEET_FLOOR, false };

	for (size_t c = 0; c <= poster->column_count; c++) {
		bool last = c == poster->column_count;
		double x = f->left + f->step_x * (double)c;
		double room = head_room(f, c);
		double up = f->has_levels && c % 2 ? HEAD_LEVEL : 0, half, y;
		struct lines lines = head_of(sheet, c, room);

		half = lines_width(&lines) / 2;
		y = f->top - (last ? 26 : 50) - up -
		    lines.leading * ((double)lines.count - 1);
		if (up > 0)
			y -= last ? 24 : 0;
		sheet_rect(sheet, x - 0.75, f->top - 14 - up, 1.5,
			   f->step * ((double)poster->option_count - 1) + 28 +
				   up,
			   sheet->colours.rule);
		sheet_put(sheet,
			  fmin(fmax(x, SHEET_MARGIN + half),
			       SHEET_RIGHT - half),
			  y, ANCHOR_MIDDLE, &lines,
			  last ? sheet->colours.ink : sheet->colours.muted);
		if (!last)
			sheet_text(sheet, x, f->top - 26, ANCHOR_MIDDLE,
				   poster->columns[c].words, small,
				   sheet->colours.muted);
	}
}

/* Bends leave and arrive level. */
static void draw_line(struct sheet *sheet, const struct field *f, size_t k,
		      double width, uint32_t colour)
{
	size_t columns = sheet->poster->column_count, count = 0;
	struct point *points =
		arena_array(sheet->arena, struct point, columns * BENDS + 1);
	struct mark *path;

	for (size_t c = 0; c < columns; c++) {
		double x = f->left + f->step_x * (double)c;
		double from = y_of(f, rank_at(sheet, k, c));
		double to = y_of(f, rank_at(sheet, k, c + 1));

		for (size_t b = c > 0; b <= BENDS; b++) {
			double t = (double)b / BENDS, u = 1 - t;
			/* A cubic with both handles half a column away. */
			double along = 3 * u * u * t * 0.5 +
				       3 * u * t * t * 0.5 + t * t * t;
			double down = 3 * u * t * t + t * t * t;

			points[count++] =
				(struct point){ x + f->step_x * along,
						from + (to - from) * down };
		}
	}
	path = scene_path(sheet->scene, points, count);
	path->stroke = exact_ink(colour);
	path->stroke_width = width;
}

static void draw_knots(struct sheet *sheet, const struct field *f, size_t k,
		       double radius, uint32_t colour)
{
	for (size_t c = 0; c <= sheet->poster->column_count; c++)
		scene_circle(sheet->scene, f->left + f->step_x * (double)c,
			     y_of(f, rank_at(sheet, k, c)), radius,
			     exact_ink(colour));
}

/* The leader's rank in each knot. */
static void draw_ranks(struct sheet *sheet, const struct field *f)
{
	struct text_style style = { FONT_BODY, 20, true };

	for (size_t c = 0; c <= sheet->poster->column_count; c++) {
		double rank = rank_at(sheet, 0, c);
		double x = f->left + f->step_x * (double)c;
		double y = y_of(f, rank);

		scene_circle(sheet->scene, x, y, 18, exact_ink(gold(sheet)));
		if (rank == floor(rank))
			sheet_text(sheet, x, y + 7.2, ANCHOR_MIDDLE,
				   arena_printf(sheet->arena, "%.0f", rank),
				   style, text_on(gold(sheet)));
	}
}

static void draw_names(struct sheet *sheet, const struct field *f)
{
	const struct poster *poster = sheet->poster;
	struct text_style big = { FONT_DISPLAY, 30, true };
	double total = text_width(poster->options[0].total, big);
	double beside = f->logo > 0 ? f->logo + 8 : 0;
	double room = SHEET_RIGHT - total - 18 - f->right - 34 - beside;

	for (size_t k = 0; k < poster->option_count; k++) {
		const struct poster_option *option = &poster->options[k];
		bool bright = is_bright(poster, k);
		struct text_style number = { FONT_BODY, 22,
					     is_strong(sheet, k) };
		double size = fmin(bright ? 23 : 21, fmax(f->step, NAME));
		struct setting set = {
			FONT_BODY,   is_strong(sheet, k),	  size,
			SHEET_FLOOR, f->step > TWO_LINES ? 2 : 1, 1.05
		};
		struct lines name = sheet_name(sheet, option->name,
					       option->short_name, room, set);
		double y = y_of(f, (double)k + 1);

		if (bright)
			number = big;
		number.size = fmin(number.size, fmax(f->step, NAME));
		if (f->logo > 0)
			sheet_logo(sheet, k, f->right + 26, y - f->logo / 2,
				   f->logo);
		sheet_put_middle(sheet, f->right + 30 + beside, y, ANCHOR_START,
				 &name,
				 is_strong(sheet, k) ? colour_of(sheet, k)
						     : sheet->colours.muted);
		sheet_text(sheet, SHEET_RIGHT, y + number.size * 0.36,
			   ANCHOR_END, option->total, number,
			   is_strong(sheet, k) ? colour_of(sheet, k)
					       : sheet->colours.muted);
	}
}

/* In the order of the first column, each in a line of its own. */
static void draw_starts(struct sheet *sheet, const struct field *f)
{
	const struct poster *poster = sheet->poster;
	size_t n = poster->option_count;

	for (size_t k = 0; k < n; k++) {
		const struct poster_option *option = &poster->options[k];
		double own = rank_at(sheet, k, 0), place = 1, y;
		struct setting set = { FONT_BODY,
				       is_strong(sheet, k),
				       fmin(21, fmax(f->step, NAME)),
				       SHEET_FLOOR,
				       f->step > TWO_LINES ? 2 : 1,
				       1.05 };
		struct lines name =
			sheet_name(sheet, option->name, option->short_name,
				   f->left - SHEET_MARGIN - 32, set);
		struct mark *tie;

		for (size_t i = 0; i < n; i++) {
			double other = rank_at(sheet, i, 0);

			place += other < own || (other == own && i < k);
		}
		y = y_of(f, place);
		sheet_put_middle(sheet, f->left - 28, y, ANCHOR_END, &name,
				 is_strong(sheet, k) ? colour_of(sheet, k)
						     : sheet->colours.muted);
		if (place == own)
			continue;
		tie = scene_line(sheet->scene, f->left - 22, y, f->left,
				 y_of(f, own), exact_ink(colour_of(sheet, k)));
		tie->stroke_width = 2;
	}
}

static uint32_t colour_of(const struct sheet *sheet, size_t k)
{
	const struct palette_poster *c = &sheet->colours;

	if (k == 0 && !sheet->poster->is_close)
		return gold(sheet);
	return is_strong(sheet, k) ? c->ink
				   : palette_mix(c->muted, c->paper, 0.5);
}

static uint32_t gold(const struct sheet *sheet)
{
	return sheet->colours.mark;
}
