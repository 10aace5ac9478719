/*
 * Totals as towers of what each group of criteria adds: poster/poster.h.
 *
 * The leader's tower fills the hero; all stand on 0.  Where names or totals
 * are too wide for a column the towers lie.
 */
#include <math.h>

#include "poster/poster_sheet.h"

enum {
	LABEL_GAP = 20, /* from a label to the towers */
	COLUMN_LEAST = 150,
	GAP = 18,
	LEGEND_LINE = 32,
	WINS_LINE = 25,
	WINS_ROOM = 50
};
static const double NUMBER_ROOM_OF = 1.25, BEST_ROOM = 2.6, SEAM = 3;

/* Where a block lies, upright or not. */
struct block {
	double x, y, width, height;
};

static double columns_left(const struct sheet *sheet);
static bool labels_fit(const struct sheet *sheet, double room);
static double column_width(const struct sheet *sheet, double left);
static bool names_fit(const struct sheet *sheet, double width);
static bool totals_fit(const struct sheet *sheet, double width);
static struct lines total_of(const struct sheet *sheet, size_t k, double width);
static double names_height(const struct sheet *sheet, double width);
static double most_of(const struct poster *poster);
static double draw_legend(struct sheet *sheet, double y);
static void draw_upright(struct sheet *sheet, double left);
static void draw_tower(struct sheet *sheet, size_t k, double x, double width,
		       double base, double scale);
static void draw_block(struct sheet *sheet, size_t k, size_t g,
		       struct block at);
static void put_number(struct sheet *sheet, size_t k, size_t g, struct block at,
		       uint32_t ground);
static bool is_framed(const struct sheet *sheet, size_t k, size_t g);
static void draw_labels(struct sheet *sheet, double right, double base,
			double scale);
static void draw_under(struct sheet *sheet, size_t k, struct block at,
		       double left);
static void put_wins_head(struct sheet *sheet, double left, double y);
static double wins_line(const struct sheet *sheet, double left);
static struct lines wins_head(const struct sheet *sheet, double left);
static bool has_logos(const struct poster *poster);
static void draw_lying(struct sheet *sheet);
static void draw_lying_tower(struct sheet *sheet, size_t k, double y,
			     double height, double scale);

bool poster_towers_lie(const struct sheet *sheet)
{
	double left = columns_left(sheet);

	return !names_fit(sheet, column_width(sheet, left)) ||
	       !totals_fit(sheet, column_width(sheet, left));
}

void poster_towers(struct sheet *sheet)
{
	double left = columns_left(sheet);

	if (poster_towers_lie(sheet)) {
		draw_lying(sheet);
		return;
	}
	if (left <= SHEET_MARGIN && sheet->poster->group_count > 1)
		sheet->top = draw_legend(sheet, sheet->top);
	draw_upright(sheet, left);
}

/* Beside labels, wide ones where few towers leave the room; or at the margin. */
static double columns_left(const struct sheet *sheet)
{
	static const double LEFTS[] = { 198, 250, 310 };

	for (size_t k = 0; k < sizeof(LEFTS) / sizeof(*LEFTS); k++)
		if (labels_fit(sheet, LEFTS[k] - LABEL_GAP - SHEET_MARGIN) &&
		    (!k || column_width(sheet, LEFTS[k]) >= COLUMN_LEAST))
			return LEFTS[k];
	return SHEET_MARGIN;
}

static bool labels_fit(const struct sheet *sheet, double room)
{
	struct setting set = { FONT_BODY, true, 24, SHEET_FLOOR, 2, 1.1 };
	struct text_style small = { FONT_BODY, 20, false };

	for (size_t g = 0; g < sheet->poster->group_count; g++) {
		const struct poster_group *group = &sheet->poster->groups[g];

		if (!sheet_lines(sheet, group->title, room, set).is_whole ||
		    text_width(group->of, small) > room)
			return false;
	}
	return true;
}

static double column_width(const struct sheet *sheet, double left)
{
	double n = (double)sheet->poster->option_count;

	return (SHEET_RIGHT - left - GAP * (n - 1)) / n;
}

static bool names_fit(const struct sheet *sheet, double width)
{
	struct setting set = { FONT_BODY, true, 30, 20, 2, 1.1 };

	for (size_t k = 0; k < sheet->poster->option_count; k++)
		if (!sheet_lines(sheet, sheet->poster->options[k].name, width,
				 set)
			     .is_whole &&
		    !sheet_lines(sheet, sheet->poster->options[k].short_name,
				 width, set)
			     .is_whole)
			return false;
	return true;
}

/* Over the towers. */
static bool totals_fit(const struct sheet *sheet, double width)
{
	for (size_t k = 0; k < sheet->poster->option_count; k++)
		if (!total_of(sheet, k, width).is_whole)
			return false;
	return true;
}

static struct lines total_of(const struct sheet *sheet, size_t k, double width)
{
	struct setting set = {
		FONT_DISPLAY, true, is_bright(sheet->poster, k) ? 54 : 38,
		22,	      1,    0
	};

	return sheet_lines(sheet, sheet->poster->options[k].total, width + 8,
			   set);
}

/* Of the one that needs most lines. */
static double names_height(const struct sheet *sheet, double width)
{
	struct setting set = { FONT_BODY, true, 30, 20, 2, 1.1 };
	double most = 0;

	for (size_t k = 0; k < sheet->poster->option_count; k++) {
		const struct poster_option *option = &sheet->poster->options[k];
		struct lines name = sheet_name(sheet, option->name,
					       option->short_name, width, set);

		most = fmax(most, lines_height(&name));
	}
	return most;
}

static double most_of(const struct poster *poster)
{
	double most = 1e-6;

	for (size_t k = 0; k < poster->option_count; k++)
		most = fmax(most, poster->options[k].share);
	return most;
}

/* Squares and names, as many to a line as there is room. */
static double draw_legend(struct sheet *sheet, double y)
{
	const struct poster *poster = sheet->poster;
	struct setting set = { FONT_BODY, true, 21, SHEET_FLOOR, 1, 0 };
	struct text_style small = { FONT_BODY, 20, false };
	double x = SHEET_MARGIN;

	for (size_t g = 0; g < poster->group_count; g++) {
		const struct poster_group *group = &poster->groups[g];
		double of = text_width(group->of, small);
		struct lines title =
			sheet_name(sheet, group->title, group->title,
				   SHEET_INNER - of - 40, set);
		double width = 30 + lines_width(&title) + 10 + of;

		if (x > SHEET_MARGIN && x + width > SHEET_RIGHT) {
			x = SHEET_MARGIN;
			y += LEGEND_LINE;
		}
		sheet_rect(sheet, x, y + 6, 20, 20, sheet->colours.groups[g]);
		sheet_put(sheet, x + 30, y + 23, ANCHOR_START, &title,
			  sheet->colours.ink);
		sheet_text(sheet, x + width - of, y + 23, ANCHOR_START,
			   group->of, small, sheet->colours.muted);
		x += width + 28;
	}
	return y + LEGEND_LINE + 8;
}

static void draw_upright(struct sheet *sheet, double left)
{
	const struct poster *poster = sheet->poster;
	double width = column_width(sheet, left), base, scale;
	double under = 52 + names_height(sheet, width) + wins_line(sheet, left);
	bool gaps = false;

	for (size_t k = 0; k < poster->option_count; k++)
		gaps |= poster->options[k].missing.len > 0;
	if (has_logos(poster))
		under += 58;
	base = sheet->bottom - under - (gaps ? 28 : 0) - 26;
	scale = (base - sheet->top - 66) / most_of(poster);
	for (size_t k = 0; k < poster->option_count; k++) {
		double x = left + (width + GAP) * (double)k;

		draw_tower(sheet, k, x, width, base, scale);
		draw_under(sheet, k, (struct block){ x, base, width, 0 }, left);
	}
	sheet_rect(sheet, left, base, SHEET_RIGHT - left, 3,
		   sheet->colours.ink);
	if (left > SHEET_MARGIN && poster->group_count > 1)
		draw_labels(sheet, left - LABEL_GAP, base, scale);
}

static void draw_tower(struct sheet *sheet, size_t k, double x, double width,
		       double base, double scale)
{
	const struct poster *poster = sheet->poster;
	bool bright = is_bright(poster, k);
	struct lines total = total_of(sheet, k, width);
	double y = base;

	for (size_t g = 0; g < poster->group_count; g++) {
		double height = poster->groups[g].parts[k] * scale;

		draw_block(sheet, k, g,
			   (struct block){ x, y - height, width,
					   fmax(height - SEAM, 0) });
		y -= height;
	}
	sheet_put(sheet, x + width / 2, y - 16, ANCHOR_MIDDLE, &total,
		  bright ? sheet->colours.ink : sheet->colours.muted);
}

static void draw_block(struct sheet *sheet, size_t k, size_t g, struct block at)
{
	const struct palette_poster *c = &sheet->colours;
	uint32_t own = c->groups[g];
	uint32_t fill = is_bright(sheet->poster, k)
				? own
				: palette_mix(own, c->paper, sheet->fade);
	struct mark *mark;

	if (!(at.height > 0.5) || !(at.width > 0.5))
		return;
	sheet_rect(sheet, at.x, at.y, at.width, at.height, fill);
	if (is_framed(sheet, k, g) && !is_bright(sheet->poster, k) &&
	    at.height > 12 && at.width > 12) {
		mark = sheet_rect(sheet, at.x + 2.5, at.y + 2.5, at.width - 5,
				  at.height - 5, fill);
		mark->fill = ink(PAINT_NONE);
		mark->stroke = exact_ink(own);
		mark->stroke_width = 5;
	}
	put_number(sheet, k, g, at, fill);
}

/* Of a close call none of those in front is framed. */
static bool is_framed(const struct sheet *sheet, size_t k, size_t g)
{
	const struct poster *poster = sheet->poster;

	return poster->group_count > 1 && poster->groups[g].best[k] &&
	       !(poster->front > 1 && k < poster->front);
}

/* Nothing is printed into a sliver. */
static void put_number(struct sheet *sheet, size_t k, size_t g, struct block at,
		       uint32_t ground)
{
	const struct poster *poster = sheet->poster;
	bool best = is_framed(sheet, k, g);
	struct text_style style = { FONT_BODY, 24,
				    best || is_bright(poster, k) };
	struct text_style small = { FONT_BODY, 20, true };
	struct str words = poster->groups[g].words[k];
	bool both = best && at.height > BEST_ROOM * style.size &&
		    text_width(poster->word_best, small) < at.width - 16;
	double x = at.x + at.width / 2, y = at.y + at.height / 2;

	/* One block is the total, which stands over it. */
	if (poster->group_count < 2 ||
	    at.height < NUMBER_ROOM_OF * style.size ||
	    text_width(words, style) > at.width - 12)
		return;
	sheet_text(sheet, x, y + (both ? -4 : 8.5), ANCHOR_MIDDLE, words, style,
		   text_on(ground));
	if (both)
		sheet_text(sheet, x, y + 22, ANCHOR_MIDDLE, poster->word_best,
			   small, text_on(ground));
}

/*
 * At the middle of the leader's blocks, pushed apart where they are low: so
 * each has its colour beside it.
 */
static void draw_labels(struct sheet *sheet, double right, double base,
			double scale)
{
	const struct poster *poster = sheet->poster;
	struct setting set = { FONT_BODY, true, 24, SHEET_FLOOR, 2, 1.1 };
	struct text_style small = { FONT_BODY, 20, false };
	double y = base, last = base + 12;

	for (size_t g = 0; g < poster->group_count; g++) {
		double height = poster->groups[g].parts[0] * scale;
		struct lines title = sheet_lines(sheet, poster->groups[g].title,
						 right - SHEET_MARGIN, set);
		double own = lines_height(&title) + 26;
		double middle = fmin(y - height / 2, last - own / 2 - 4);
		double top = middle - own / 2;

		sheet_put(sheet, right, top + title.style.size * 0.9,
			  ANCHOR_END, &title, sheet->colours.ink);
		sheet_text(sheet, right, top + own - 8, ANCHOR_END,
			   poster->groups[g].of, small, sheet->colours.muted);
		sheet_rect(sheet, right + 7, top, 6, own - 4,
			   sheet->colours.groups[g]);
		last = top;
		y -= height;
	}
}

/* The name, what it won alone, what it lacks; `left`: of the columns. */
static void draw_under(struct sheet *sheet, size_t k, struct block at,
		       double left)
{
	double x = at.x, width = at.width, base = at.y;
	const struct poster *poster = sheet->poster;
	const struct poster_option *option = &poster->options[k];
	bool bright = is_bright(poster, k);
	uint32_t colour = bright ? sheet->colours.ink : sheet->colours.muted;
	struct setting set = { FONT_BODY, true, 30, 20, 2, 1.1 };
	struct setting small = { FONT_BODY, bright, 21, SHEET_FLOOR, 1, 0 };
	struct lines name =
		sheet_name(sheet, option->name, option->short_name, width, set);
	struct lines wins = sheet_lines(sheet, option->wins, width, small);
	struct lines gaps;
	double y = base + 14;

	if (has_logos(poster)) {
		sheet_logo(sheet, k, x + width / 2 - 24, y, 48);
		y += 56;
	}
	sheet_put(sheet, x + width / 2, y + 30, ANCHOR_MIDDLE, &name, colour);
	y += names_height(sheet, width) + 32 + wins_line(sheet, left);
	if (k == 0)
		put_wins_head(sheet, left, y);
	sheet_put(sheet, x + width / 2, y, ANCHOR_MIDDLE, &wins, colour);
	if (!option->missing.len)
		return;
	gaps = sheet_lines(sheet, option->missing, width + GAP - 4, small);
	if (gaps.is_whole)
		sheet_put(sheet, x + width / 2, y + 27, ANCHOR_MIDDLE, &gaps,
			  sheet->colours.muted);
}

/* What the row of numbers is: beside it, before the first, or over it. */
static void put_wins_head(struct sheet *sheet, double left, double y)
{
	struct lines head = wins_head(sheet, left);
	double line = wins_line(sheet, left);

	if (line > 0 || lines_width(&head) > left - 14 - SHEET_MARGIN)
		sheet_put(sheet, left, y - line, ANCHOR_START, &head,
			  sheet->colours.muted);
	else
		sheet_put(sheet, left - 14,
			  y - head.leading * ((double)head.count - 1),
			  ANCHOR_END, &head, sheet->colours.muted);
}

static double wins_line(const struct sheet *sheet, double left)
{
	struct lines head = wins_head(sheet, left);

	return lines_width(&head) <= left - 14 - SHEET_MARGIN ||
			       lines_width(&head) <
				       column_width(sheet, left) / 2 - WINS_ROOM
		       ? 0
		       : WINS_LINE;
}

static struct lines wins_head(const struct sheet *sheet, double left)
{
	struct setting set = { FONT_BODY, false, 20, SHEET_FLOOR, 2, 0 };
	struct str words = sheet->poster->word_wins;
	struct lines beside =
		sheet_lines(sheet, words, left - 14 - SHEET_MARGIN, set);

	set.most = 1;
	return left > SHEET_MARGIN && beside.is_whole
		       ? beside
		       : sheet_lines(sheet, words, SHEET_INNER, set);
}

static bool has_logos(const struct poster *poster)
{
	bool any = false;

	for (size_t k = 0; k < poster->option_count; k++)
		any |= poster->options[k].logo.len > 0;
	return any;
}

static void draw_lying(struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	double y = sheet->top, step, scale;
	struct text_style style = { FONT_DISPLAY, 34, true };
	double widest = 0;

	if (poster->group_count > 1)
		y = draw_legend(sheet, y);
	step = (sheet->bottom - y - 24) / (double)poster->option_count;
	for (size_t k = 0; k < poster->option_count; k++)
		widest = fmax(widest,
			      text_width(poster->options[k].total, style));
	scale = (SHEET_INNER - widest - 20) / most_of(poster);
	for (size_t k = 0; k < poster->option_count; k++)
		draw_lying_tower(sheet, k, y + step * (double)k, step, scale);
}

static void draw_lying_tower(struct sheet *sheet, size_t k, double y,
			     double height, double scale)
{
	const struct poster *poster = sheet->poster;
	const struct poster_option *option = &poster->options[k];
	uint32_t colour = is_bright(poster, k) ? sheet->colours.ink
					       : sheet->colours.muted;
	struct setting set = { FONT_BODY,   true, fmin(27, height * 0.42),
			       SHEET_FLOOR, 1,	  0 };
	double gaps = option->missing.len ? 170 : 0;
	struct lines name = sheet_name(sheet, option->name, option->short_name,
				       SHEET_INNER - gaps - 50, set);
	struct text_style small = { FONT_BODY, 20, false };
	double size = name.style.size, x = SHEET_MARGIN, side;
	double top = y + size + 8, bar = fmin(height - size - 16, 96);
	struct setting big = {
		FONT_DISPLAY, true, fmax(SHEET_FLOOR, fmin(34, bar)),
		SHEET_FLOOR,  1,    0
	};
	struct lines total = sheet_lines(sheet, option->total, 400, big);

	side = logo_side(sheet, fmin(size + 8, 34));
	sheet_logo(sheet, k, x, y + size * 0.64 - side / 2, side);
	sheet_put(sheet, option->logo.len && side > 0 ? x + side + 10 : x,
		  y + size, ANCHOR_START, &name, colour);
	if (option->missing.len && text_width(option->missing, small) < gaps)
		sheet_text(sheet, SHEET_RIGHT, y + size, ANCHOR_END,
			   option->missing, small, sheet->colours.muted);
	for (size_t g = 0; g < poster->group_count; g++) {
		double width = poster->groups[g].parts[k] * scale;

		draw_block(sheet, k, g,
			   (struct block){ x, top, fmax(width - SEAM, 0),
					   bar });
		x += width;
	}
	sheet_put_middle(sheet, x + 14, top + bar / 2, ANCHOR_START, &total,
			 colour);
}
