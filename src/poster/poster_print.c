/*
 * What stands below the hero on paper: what decides, for whom, how sure, and
 * the sources: poster/poster.h.
 */
#include <math.h>

#include "poster/poster_sheet.h"

/* A little more than 10 points of A3. */
enum { GUTTER = 31, TEXT = 15, SMALL = 14 };
enum { BELOW = 18, SPARE = 40 }; /* for what asks for room before it stands */
enum { MORE = 20 };		 /* the line that says how many are left out */
enum { SWITCH = 45, BAR = 21, OVER = 18 /* a line of words */ };
static const double NAMES_OF = 0.36; /* of a column, before its bars */

struct column {
	struct sheet *sheet;
	double x, y, width, bottom;
};

static struct column column_of(struct sheet *sheet, size_t count, double top,
			       double bottom);
static struct column next_column(const struct column *c, double top);
static void begin_column(struct column *c, double top);
static bool has_room(const struct column *c, double height);
static void put_topic(struct column *c, const struct poster_topic *topic);
static void put_note(struct column *c, struct str text);
static void put_label(struct column *c, struct str text);
static void put_decides(struct column *c);
static void put_switch(struct column *c, const struct poster_switch *at,
		       double most);
static double switch_height(const struct column *c,
			    const struct poster_switch *at);
static void put_whom(struct column *c);
static double bar_height(const struct column *c, const struct poster_bar *bars,
			 size_t count);
static void put_bar(struct column *c, const struct poster_bar *bar, double most,
		    double height);
static void put_sure(struct column *c);
static void put_sources(struct column *c);

double poster_print_columns(struct sheet *sheet, double top, double bottom)
{
	const struct poster *poster = sheet->poster;
	bool decides = poster->decides.title.len > 0;
	bool whom = poster->weighed_count > 0;
	size_t count = 1 + (size_t)decides + (size_t)whom;
	struct column c = column_of(sheet, count, top, bottom);

	double end = 0;

	if (decides) {
		put_decides(&c);
		end = c.y;
		c = next_column(&c, top);
	}
	if (whom) {
		put_whom(&c);
		end = fmax(end, c.y);
		c = next_column(&c, top);
	}
	if (poster->share_count)
		put_sure(&c);
	put_sources(&c);
	return fmax(end, c.y) + BELOW + SPARE;
}

/* The first of so many. */
static struct column column_of(struct sheet *sheet, size_t count, double top,
			       double bottom)
{
	double gutters = GUTTER * ((double)count - 1);
	struct column c = { .sheet = sheet,
			    .x = SHEET_MARGIN,
			    .width = (SHEET_INNER - gutters) / (double)count,
			    .bottom = bottom - BELOW };

	begin_column(&c, top);
	return c;
}

static struct column next_column(const struct column *c, double top)
{
	struct column next = *c;

	next.x += c->width + GUTTER;
	begin_column(&next, top);
	return next;
}

static void begin_column(struct column *c, double top)
{
	c->y = top + 24;
	sheet_rect(c->sheet, c->x, c->y, c->width, 3, c->sheet->colours.ink);
	c->y += 24;
}

static bool has_room(const struct column *c, double height)
{
	return c->y + height <= c->bottom;
}

static void put_label(struct column *c, struct str text)
{
	struct text_style style = { FONT_BODY, SMALL, true };

	if (!has_room(c, SMALL))
		return;
	sheet_text(c->sheet, c->x, c->y, ANCHOR_START,
		   sheet_cut(c->sheet, text, style, c->width), style,
		   c->sheet->colours.groups[0]);
	c->y += 10;
}

static void put_topic(struct column *c, const struct poster_topic *topic)
{
	struct setting set = { FONT_DISPLAY, true, 25, 19, 3, 1.12 };
	struct lines title = sheet_lines(c->sheet, topic->title, c->width, set);

	put_label(c, topic->label);
	c->y += title.style.size;
	sheet_put(c->sheet, c->x, c->y, ANCHOR_START, &title,
		  c->sheet->colours.ink);
	c->y += title.leading * ((double)title.count - 1) + 20;
}

static void put_note(struct column *c, struct str text)
{
	struct setting set = { FONT_BODY, false, SMALL, SMALL, 4, 1.35 };
	struct lines lines = sheet_lines(c->sheet, text, c->width, set);

	if (!text.len || !has_room(c, lines_height(&lines)))
		return;
	sheet_put(c->sheet, c->x, c->y + SMALL, ANCHOR_START, &lines,
		  c->sheet->colours.muted);
	c->y += lines_height(&lines) + 8;
}

/* The axis begins at 0 and ends at the next 5 % above the greatest. */
static void put_decides(struct column *c)
{
	const struct poster *poster = c->sheet->poster;
	double most = 0.05;
	size_t shown = 0;

	put_topic(c, &poster->decides);
	for (size_t k = 0; k < poster->switch_count; k++)
		most = fmax(most, fmax(poster->switches[k].now,
				       poster->switches[k].then));
	most = fmin(ceil(most * 20) / 20, 1);
	while (shown < poster->switch_count &&
	       has_room(c, switch_height(c, &poster->switches[shown]) + 63))
		put_switch(c, &poster->switches[shown++], most);
	put_note(c, poster->decides.note);
	put_note(c, poster->mores[poster->switch_all - shown]);
}

/* The new leader stands beside the title, or below it. */
static double switch_height(const struct column *c,
			    const struct poster_switch *at)
{
	struct text_style bold = { FONT_BODY, TEXT, true };
	double both = text_width(at->title, bold) + text_width(at->to, bold);

	return both + 12 <= c->width ? SWITCH : SWITCH + OVER;
}

static void put_switch(struct column *c, const struct poster_switch *at,
		       double most)
{
	struct sheet *sheet = c->sheet;
	const struct palette_poster *colours = &sheet->colours;
	struct text_style bold = { FONT_BODY, TEXT, true };
	struct text_style plain = { FONT_BODY, SMALL, false };
	double axis = c->width - 72, y;
	double now = c->x + at->now / most * axis;
	double then = c->x + at->then / most * axis;
	struct mark *ring;

	sheet_text(sheet, c->x, c->y + 12, ANCHOR_START,
		   sheet_cut(sheet, at->title, bold, c->width), bold,
		   colours->ink);
	c->y += switch_height(c, at) - SWITCH;
	sheet_text(sheet, c->x + c->width, c->y + 12, ANCHOR_END,
		   sheet_cut(sheet, at->to, bold, c->width), bold,
		   colours->ink);
	y = c->y + 28;
	sheet_rect(sheet, c->x, y - 0.75, axis, 1.5, colours->rule);
	sheet_rect(sheet, fmin(now, then), y - 2, fabs(then - now), 4,
		   colours->groups[0]);
	ring = scene_circle(sheet->scene, now, y, 5.5,
			    exact_ink(colours->paper));
	ring->stroke = exact_ink(colours->groups[0]);
	ring->stroke_width = 3;
	scene_circle(sheet->scene, then, y, 7, exact_ink(colours->groups[0]));
	sheet_text(sheet, c->x + c->width, y + 5, ANCHOR_END, at->words, plain,
		   colours->muted);
	c->y += SWITCH;
}

static void put_whom(struct column *c)
{
	const struct poster *poster = c->sheet->poster;
	struct text_style bold = { FONT_BODY, TEXT, true };
	double most = 1e-6;

	put_topic(c, &poster->whom);
	for (size_t p = 0; p < poster->weighed_count; p++)
		for (size_t k = 0; k < poster->weighed[p].bar_count; k++)
			most = fmax(most, poster->weighed[p].bars[k].share);
	for (size_t p = 0; p < poster->weighed_count; p++) {
		const struct poster_purpose *purpose = &poster->weighed[p];
		double bar = bar_height(c, purpose->bars, purpose->bar_count);
		double height = 24 + bar * (double)purpose->bar_count +
				(purpose->note.len ? 22 : 0);

		if (!has_room(c, height + MORE)) {
			put_note(c, poster->mores[poster->weighed_count - p]);
			return;
		}
		sheet_text(c->sheet, c->x, c->y + 12, ANCHOR_START,
			   sheet_cut(c->sheet, purpose->title, bold, c->width),
			   bold, c->sheet->colours.ink);
		c->y += 20;
		for (size_t k = 0; k < purpose->bar_count; k++)
			put_bar(c, &purpose->bars[k], most, bar);
		put_note(c, purpose->note);
		c->y += 8;
	}
}

/* With names over the bars, if one has no room in a column before them. */
static double bar_height(const struct column *c, const struct poster_bar *bars,
			 size_t count)
{
	double height = BAR;

	for (size_t k = 0; k < count; k++) {
		struct text_style style = { FONT_BODY, SMALL, bars[k].strong };

		if (text_width(bars[k].name, style) > c->width * NAMES_OF - 8)
			height = BAR + OVER;
	}
	return height;
}

static void put_bar(struct column *c, const struct poster_bar *bar, double most,
		    double height)
{
	struct sheet *sheet = c->sheet;
	struct text_style style = { FONT_BODY, SMALL, bar->strong };
	uint32_t fill = bar->strong ? sheet->colours.groups[0]
				    : palette_mix(sheet->colours.groups[0],
						  sheet->colours.paper, 0.72);
	double value = text_width(bar->value, style);
	double names = height > BAR ? 0 : c->width * NAMES_OF;
	double width = (c->width - names - value - 16) * bar->share / most;

	sheet_text(sheet, c->x, c->y + 15, ANCHOR_START,
		   sheet_cut(sheet, bar->name, style, c->width), style,
		   sheet->colours.ink);
	c->y += height - BAR;
	sheet_rect(sheet, c->x + names, c->y + 2, fmax(width, 2), 17, fill);
	sheet_text(sheet, c->x + names + fmax(width, 2) + 8, c->y + 15,
		   ANCHOR_START, bar->value, style, sheet->colours.ink);
	c->y += BAR;
}

static void put_sure(struct column *c)
{
	const struct poster *poster = c->sheet->poster;
	double most = 0.01;
	double bar = bar_height(c, poster->shares, poster->share_count);
	size_t shown = 0;

	put_topic(c, &poster->sure);
	for (size_t k = 0; k < poster->share_count; k++)
		most = fmax(most, poster->shares[k].share);
	while (shown < poster->share_count && has_room(c, bar + MORE))
		put_bar(c, &poster->shares[shown++], most, bar);
	put_note(c, poster->mores[poster->share_all - shown]);
	c->y += 22;
}

static void put_sources(struct column *c)
{
	const struct poster *poster = c->sheet->poster;
	struct setting set = { FONT_BODY, false, SMALL, SMALL, 3, 1.3 };
	size_t k;

	if (poster->source_count && has_room(c, 50))
		put_label(c, poster->word_sources);
	c->y += 6;
	for (k = 0; k < poster->source_count; k++) {
		struct lines lines = sheet_lines(c->sheet, poster->sources[k],
						 c->width, set);

		if (!has_room(c, lines_height(&lines) + MORE))
			break;
		sheet_put(c->sheet, c->x, c->y + SMALL, ANCHOR_START, &lines,
			  c->sheet->colours.muted);
		c->y += lines_height(&lines) + 5;
	}
	put_note(c, poster->mores[poster->source_all - k]);
	c->y += 6;
	put_note(c, poster->disclosure);
}
