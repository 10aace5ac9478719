/*
 * The whole matrix as colours: poster/poster.h.
 *
 * A column is as wide as its criterion weighs, so the ink in a row is the
 * total; the first column, which makes most of the difference, has a hue of
 * its own.
 */
#include <math.h>

#include "poster/poster_sheet.h"

enum { SEAM = 5, SHADES = 16 };
static const double NARROWEST = 26, ROW_LEAST = 20, CELL_SEAM = 2, LEVEL = 25;
struct quilt {
	double left, right, top, step;
	double base; /* of the lowest heads */
	double logo; /* how large they are; 0: none */
	struct lines titles[POSTER_COLUMNS];
	double lefts[POSTER_COLUMNS];
	size_t levels[POSTER_COLUMNS];
	size_t columns, rows;
	double weight; /* of those columns */
};

static struct quilt quilt_of(const struct sheet *sheet);
static size_t columns_fit(const struct sheet *sheet, double zone,
			  double *weight);
static double names_width(const struct sheet *sheet);
static double widest_word(struct str text, struct text_style style);
static double column_width(const struct sheet *sheet, const struct quilt *q,
			   size_t column);
static void place_heads(const struct sheet *sheet, struct quilt *q);
static void draw_heads(struct sheet *sheet, const struct quilt *q);
static void draw_column(struct sheet *sheet, const struct quilt *q,
			size_t column, double x, double width);
static uint32_t shade_of(const struct sheet *sheet, double utility, bool warm);
static void draw_gap(struct sheet *sheet, double x, double y, double width,
		     double height);
static void draw_names(struct sheet *sheet, const struct quilt *q);
static void draw_note(struct sheet *sheet, const struct quilt *q, double width);

struct str poster_quilt_rest(const struct sheet *sheet)
{
	struct quilt q = quilt_of(sheet);
	size_t left = sheet->poster->row_count - q.columns;

	return sheet_join(sheet, sheet->poster->cuts[q.rows],
			  left ? sheet->poster->rests[left] : STR(""));
}

void poster_quilt(struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	struct quilt q = quilt_of(sheet);
	double x = q.left;

	draw_heads(sheet, &q);
	for (size_t c = 0; c < q.columns; c++) {
		double width = column_width(sheet, &q, c);

		draw_column(sheet, &q, c, x, width);
		x += width + SEAM;
	}
	draw_names(sheet, &q);
	if (poster->deciding.len)
		draw_note(sheet, &q, column_width(sheet, &q, 0));
}

static struct quilt quilt_of(const struct sheet *sheet)
{
	struct text_style style = { FONT_BODY, 21, true };
	double totals = 0, room;
	struct quilt q = { 0 };

	for (size_t k = 0; k < sheet->poster->option_count; k++)
		totals =
			fmax(totals, text_width(sheet->poster->options[k].total,
						style));
	/* Heads and the note take so much at the most. */
	q.logo = logo_side(sheet, (sheet->bottom - sheet->top - 190) /
					  (double)sheet->poster->option_count);
	q.left = SHEET_MARGIN + names_width(sheet) + 14 +
		 (q.logo > 0 ? q.logo + 8 : 0);
	q.right = SHEET_RIGHT - totals - 16;
	q.columns = columns_fit(sheet, q.right - q.left, &q.weight);
	place_heads(sheet, &q);
	q.top = q.base + 40;
	room = sheet->bottom - (sheet->poster->deciding.len ? 62 : 24) - q.top;
	q.rows = (size_t)fmax(floor(room / ROW_LEAST), 1);
	if (q.rows > sheet->poster->option_count)
		q.rows = sheet->poster->option_count;
	q.step = fmin(room / (double)q.rows, 64);
	return q;
}

/* The last, which make least of the difference, go where one is too narrow. */
static size_t columns_fit(const struct sheet *sheet, double zone,
			  double *weight)
{
	const struct poster *poster = sheet->poster;

	for (size_t count = poster->column_count;; count--) {
		double least = INFINITY, sum = 0;

		for (size_t c = 0; c < count; c++) {
			sum += poster->columns[c].weight;
			least = fmin(least, poster->columns[c].weight);
		}
		*weight = sum;
		if (count <= 1 ||
		    (zone - SEAM * (double)(count - 1)) * least / sum >=
			    NARROWEST)
			return count;
	}
}

/* As wide as the names, but no more than leaves room for the cells. */
static double names_width(const struct sheet *sheet)
{
	struct text_style style = { FONT_BODY, 20, true };
	double widest = 0, word = 0;

	for (size_t k = 0; k < sheet->poster->option_count; k++) {
		struct str name = sheet->poster->options[k].short_name;

		widest = fmax(widest, text_width(name, style));
		word = fmax(word, widest_word(name, style));
	}
	return fmax(fmin(widest, 420), fmin(word, 620));
}

static double widest_word(struct str text, struct text_style style)
{
	double widest = 0;

	while (text.ptr)
		widest = fmax(widest, text_width(str_cut(&text, ' '), style));
	return widest;
}

static double column_width(const struct sheet *sheet, const struct quilt *q,
			   size_t column)
{
	double zone = q->right - q->left - SEAM * (double)(q->columns - 1);

	return zone * sheet->poster->columns[column].weight / q->weight;
}

/* Each at the lowest level on which it touches no other. */
static void place_heads(const struct sheet *sheet, struct quilt *q)
{
	struct setting set = { FONT_BODY, true, 21, SHEET_FLOOR, 1, 1.05 };
	double rights[POSTER_COLUMNS], x = q->left;
	size_t most = 0;

	for (size_t c = 0; c < q->columns; c++) {
		struct str title = sheet->poster->columns[c].title;
		double width = column_width(sheet, q, c), own;

		q->titles[c] = sheet_name(sheet, title, title, 320, set);
		own = lines_width(&q->titles[c]);
		q->lefts[c] = fmin(fmax(x + width / 2 - own / 2, SHEET_MARGIN),
				   SHEET_RIGHT - own);
		rights[c] = q->lefts[c] + own;
		for (size_t k = 0; k < c; k++)
			if (q->levels[k] == q->levels[c] &&
			    q->lefts[c] < rights[k] + 12 &&
			    q->lefts[k] < rights[c] + 12) {
				q->levels[c]++;
				k = (size_t)-1;
			}
		most = q->levels[c] > most ? q->levels[c] : most;
		x += width + SEAM;
	}
	q->base = sheet->top + 8 + LEVEL * (double)(most + 1);
}

/* A line leads from a high one down to its column. */
static void draw_heads(struct sheet *sheet, const struct quilt *q)
{
	const struct poster *poster = sheet->poster;
	struct text_style small = { FONT_BODY, SHEET_FLOOR, false };
	double x = q->left, base = q->base;
	/* The last share and the head of the totals keep apart. */
	double end = SHEET_RIGHT - text_width(poster->word_total, small) - 10;

	for (size_t c = 0; c < q->columns; c++) {
		double width = column_width(sheet, q, c);
		double y = base - LEVEL * (double)q->levels[c];
		uint32_t colour = c ? sheet->colours.ink : sheet->colours.mark;
		struct text_style share = { FONT_BODY, SHEET_FLOOR, c == 0 };
		struct str words = poster->columns[c].words;

		if (q->levels[c])
			sheet_rect(sheet, x + width / 2 - 0.75, y + 8, 1.5,
				   base - y, sheet->colours.rule);
		sheet_put(sheet, q->lefts[c], y, ANCHOR_START, &q->titles[c],
			  colour);
		if (words.len &&
		    x + width / 2 + text_width(words, share) / 2 < end &&
		    text_width(words, share) <= width + SEAM - 2)
			sheet_text(sheet, x + width / 2, base + 27,
				   ANCHOR_MIDDLE, words, share, colour);
		x += width + SEAM;
	}
	if (poster->word_share.len &&
	    text_width(poster->word_share, small) < q->left - SHEET_MARGIN - 14)
		sheet_text(sheet, q->left - 14, base + 27, ANCHOR_END,
			   poster->word_share, small, sheet->colours.muted);
	sheet_text(sheet, SHEET_RIGHT, base + 27, ANCHOR_END,
		   poster->word_total, small, sheet->colours.muted);
}

static void draw_column(struct sheet *sheet, const struct quilt *q,
			size_t column, double x, double width)
{
	const struct poster *poster = sheet->poster;
	double bottom = q->top + q->step * (double)q->rows;
	struct mark *frame;

	for (size_t k = 0; k < q->rows; k++) {
		double u = poster->columns[column].values[k];
		double y = round(q->top + q->step * (double)k);
		double end = round(q->top + q->step * (double)(k + 1));

		if (isnan(u))
			draw_gap(sheet, x, y, width, end - y - CELL_SEAM);
		else
			sheet_rect(sheet, x, y, width, end - y - CELL_SEAM,
				   shade_of(sheet, u, column == 0));
	}
	if (column)
		return;
	frame = sheet_rect(sheet, x - 4, q->top - 4, width + 7,
			   bottom - q->top + 6, 0);
	frame->fill = ink(PAINT_NONE);
	frame->stroke = exact_ink(sheet->colours.mark);
	frame->stroke_width = 4;
}

/* Better is stronger, in as many shades as an eye can tell. */
static uint32_t shade_of(const struct sheet *sheet, double utility, bool warm)
{
	const uint32_t *stops =
		warm ? sheet->colours.warm : sheet->colours.heat;
	double t = round(fmin(fmax(utility, 0), 1) * SHADES) / SHADES * 4;
	size_t at = t >= 4 ? 3 : (size_t)t;

	return palette_mix(stops[at], stops[at + 1], t - (double)at);
}

static void draw_gap(struct sheet *sheet, double x, double y, double width,
		     double height)
{
	struct mark *line;

	sheet_rect(sheet, x, y, width, height, sheet->colours.paper);
	line = scene_line(sheet->scene, x + 2, y + height - 2, x + width - 2,
			  y + 2, exact_ink(sheet->colours.muted));
	line->stroke_width = 2;
}

static void draw_names(struct sheet *sheet, const struct quilt *q)
{
	const struct poster *poster = sheet->poster;
	double size = fmin(24, fmax(SHEET_FLOOR, q->step * 0.82));

	for (size_t k = 0; k < q->rows; k++) {
		const struct poster_option *option = &poster->options[k];
		bool bright = is_bright(poster, k);
		struct setting set = { FONT_BODY,   bright, size,
				       SHEET_FLOOR, 1,	    1.05 };
		struct text_style number = { FONT_BODY, fmin(size, 21),
					     bright };
		double beside = q->logo > 0 ? q->logo + 8 : 0;
		double room = q->left - 14 - SHEET_MARGIN - beside, y;
		struct lines name = sheet_lines(sheet, option->name, room, set);

		if (!name.is_whole && q->step > 46) {
			set.most = 2;
			set.size = fmin(size, (q->step - 4) / 2.1);
		}
		name = sheet_name(sheet, option->name, option->short_name, room,
				  set);
		y = q->top + q->step * ((double)k + 0.5) - 1;

		if (q->logo > 0)
			sheet_logo(sheet, k, q->left - 10 - q->logo,
				   y + 1 - q->logo / 2, q->logo);
		sheet_put_middle(
			sheet, q->left - 14 - beside, y, ANCHOR_END, &name,
			bright ? sheet->colours.ink : sheet->colours.muted);
		sheet_text(sheet, SHEET_RIGHT, y + number.size * 0.36,
			   ANCHOR_END, option->total, number,
			   bright ? sheet->colours.ink : sheet->colours.muted);
	}
}

/* Joined to the column that it speaks of. */
static void draw_note(struct sheet *sheet, const struct quilt *q, double width)
{
	double y = q->top + q->step * (double)q->rows + 2;
	struct text_style small = { FONT_BODY, 20, false };
	double right = text_width(sheet->poster->word_width, small) + 28;
	struct setting set = { FONT_BODY, true, 23, SHEET_FLOOR, 1, 0 };
	double left = q->left;
	struct lines note = sheet_lines(sheet, sheet->poster->deciding,
					SHEET_RIGHT - left - right, set);
	double own = lines_width(&note);

	if (!note.is_whole) {
		note = sheet_lines(sheet, sheet->poster->deciding, SHEET_INNER,
				   set);
		own = lines_width(&note);
		left = fmax(SHEET_MARGIN, fmin(left, SHEET_RIGHT - own));
		right = 0;
	}
	sheet_rect(sheet, q->left + width / 2 - 2, y, 4, 14,
		   sheet->colours.mark);
	sheet_put(sheet, left, y + 36, ANCHOR_START, &note,
		  sheet->colours.mark);
	if (right > 0)
		sheet_text(sheet, SHEET_RIGHT, y + 36, ANCHOR_END,
			   sheet->poster->word_width, small,
			   sheet->colours.muted);
}
