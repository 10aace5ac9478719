#include <math.h>

#include "poster/poster_sheet.h"

/*
 * Two or three options stand face to face, with large totals; more of them
 * make a list, the best first.
 */
enum {
	FACES = 3,
	GUTTER = 24,
	PAD = 32,
	CORNER = 16,
	LOGO = 88,
	BAR_LEAST = 60
};

/* Of a list: what is the same for all rows. */
struct list {
	double width; /* of a row */
	double names, totals;
	bool has_totals, has_bars;
};

static void put_faces(struct sheet *sheet);
static double put_names(struct sheet *sheet, double y, double width);
static double put_total(struct sheet *sheet, const struct poster_option *option,
			double x, double y, double width);
static double put_facts(struct sheet *sheet, double y, double width);
static double put_fact(struct sheet *sheet, struct poster_pair fact, double x,
		       double y, double width);
static double put_purposes(struct sheet *sheet, double y, double width);
static void put_list(struct sheet *sheet, size_t most);
static size_t *best_first(const struct sheet *sheet);
static struct list list_of(const struct sheet *sheet, size_t columns);
static double put_row(struct sheet *sheet, const struct list *list,
		      const struct poster_option *option, double x, double y);
static struct str note_of(const struct sheet *sheet,
			  const struct poster_option *option);
static void put_bar(struct sheet *sheet, const struct poster_option *option,
		    double x, double y, double width, double height);
static struct setting name_setting(const struct sheet *sheet,
				   const struct poster_option *option);
static double face_x(size_t i, double width);

void poster_options(struct sheet *sheet, size_t most)
{
	if (sheet->poster->option_count <= FACES)
		put_faces(sheet);
	else
		put_list(sheet, most);
}

/* Line by line over all faces, so that like stands beside like. */
static void put_faces(struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	size_t count = poster->option_count, first = sheet->scene->mark_count;
	double width = (SHEET_INNER - GUTTER * ((double)count - 1)) /
		       (double)count,
	       pad = sheet->is_tall ? PAD : 20, top = sheet->y, y = top + pad;

	for (size_t i = 0; i < count; i++)
		scene_rect(sheet->scene, face_x(i, width), top, width, 0,
			   ink(PAINT_PANEL))
			->radius = CORNER;
	y = put_names(sheet, y, width);
	if (poster_is_scored(poster)) {
		double line = y;

		for (size_t i = 0; i < count; i++)
			y = fmax(y, put_total(sheet, &poster->options[i],
					      face_x(i, width) + PAD, line,
					      width - 2 * PAD));
	}
	if (sheet->is_tall)
		y = put_facts(sheet, y, width);
	if (sheet->is_tall || !poster_is_scored(poster))
		y = put_purposes(sheet, y, width);
	sheet->y = y + pad;
	for (size_t i = 0; i < count; i++) {
		struct mark *face = &sheet->scene->marks[first + i];

		face->height = sheet->y - top;
		if (!poster->options[i].is_leader)
			continue;
		face->stroke = series_ink(poster->options[i].slot);
		face->stroke_width = 5;
	}
}

static double put_names(struct sheet *sheet, double y, double width)
{
	const struct poster *poster = sheet->poster;
	double end = y;

	for (size_t i = 0; i < poster->option_count; i++) {
		const struct poster_option *option = &poster->options[i];
		struct setting set = name_setting(sheet, option);
		double x = face_x(i, width) + PAD;
		struct lines lines;

		double logo = sheet->is_tall && option->logo.len ? LOGO : 0;

		set.most = sheet->is_tall ? 8 : 2;
		lines = sheet_lines(
			sheet, option->name,
			width - 2 * PAD - 42 - (logo > 0 ? logo + 16 : 0), set);
		if (logo > 0)
			scene_image(sheet->scene, x + width - 2 * PAD - logo, y,
				    logo, logo, option->logo);
		scene_sign(sheet->scene, x + 14, y + lines.leading / 2, 14,
			   option->slot);
		end = fmax(end,
			   fmax(sheet_put(sheet, x + 42, y, &lines), y + logo));
	}
	return end;
}

static double put_total(struct sheet *sheet, const struct poster_option *option,
			double x, double y, double width)
{
	struct setting set = {
		.style = { FONT_DISPLAY, sheet->sizes->total, true },
		.paint = PAINT_SERIES,
		.slot = option->slot,
		.least = 28,
	};
	double bar = sheet->is_tall ? 20 : 12;
	struct lines lines = sheet_lines(sheet, option->total, width, set);

	/* On one line, whatever its size. */
	y += set.style.size * 1.12;
	sheet_put(sheet, x, y - lines.leading, &lines);
	y += sheet->is_tall ? 14 : 4;
	put_bar(sheet, option, x, y, width, bar);
	return y + bar;
}

static double put_facts(struct sheet *sheet, double y, double width)
{
	const struct poster *poster = sheet->poster;
	enum { FACTS = 4 };

	for (size_t k = 0; k < FACTS; k++) {
		double line = y;

		for (size_t i = 0; i < poster->option_count; i++)
			if (k < poster->options[i].fact_count)
				y = fmax(y,
					 put_fact(sheet,
						  poster->options[i].facts[k],
						  face_x(i, width) + PAD,
						  line + (k ? 12 : 28),
						  width - 2 * PAD));
	}
	return y;
}

static double put_fact(struct sheet *sheet, struct poster_pair fact, double x,
		       double y, double width)
{
	struct setting label = sheet_small(sheet), value = sheet_text(sheet);

	label.most = 2;
	value.most = 3;
	y = sheet_set(sheet, x, y, width, fact.label, label);
	return sheet_set(sheet, x, y, width, fact.value, value);
}

static double put_purposes(struct sheet *sheet, double y, double width)
{
	const struct poster *poster = sheet->poster;
	struct setting set = sheet_text(sheet);
	double line = y + (sheet->is_tall ? 28 : 10);

	set.most = 5;
	for (size_t i = 0; i < poster->option_count; i++) {
		struct str words = poster->options[i].best_for;

		if (words.len)
			y = fmax(y,
				 sheet_set(sheet, face_x(i, width) + PAD, line,
					   width - 2 * PAD, words, set));
	}
	return y;
}

/* In two columns where room is scarce. */
static void put_list(struct sheet *sheet, size_t most)
{
	size_t all = sheet->poster->option_count, *order = best_first(sheet);
	size_t count = most < all ? most : all;
	size_t columns = !sheet->is_tall && count > 6 ? 2 : 1;
	size_t half = (count + columns - 1) / columns;
	struct list list = list_of(sheet, columns);
	double top = sheet->y, y = top;

	for (size_t i = 0; i < count; i++) {
		if (i % half == 0)
			y = top;
		y = put_row(sheet, &list, &sheet->poster->options[order[i]],
			    SHEET_MARGIN +
				    (double)(i / half) * (list.width + 48),
			    y);
		sheet->y = fmax(sheet->y, y);
	}
	if (count < all)
		sheet->y = sheet_set(
			sheet, SHEET_MARGIN, sheet->y + 6, SHEET_INNER,
			sheet_fill(sheet, sheet->poster->word_profiles_left,
				   all - count, all),
			sheet_small(sheet));
}

static size_t *best_first(const struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	size_t *order = arena_array(sheet->arena, size_t, poster->option_count);

	for (size_t i = 0; i < poster->option_count; i++) {
		size_t at = i;

		for (; at > 0 && poster_is_scored(poster) &&
		       poster->options[order[at - 1]].share <
			       poster->options[i].share;
		     at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	return order;
}

static struct list list_of(const struct sheet *sheet, size_t columns)
{
	const struct poster *poster = sheet->poster;
	struct list list = {
		.width = columns > 1 ? (SHEET_INNER - 48) / 2.0 : SHEET_INNER,
		.has_totals = poster_is_scored(poster),
		.has_bars = poster_is_scored(poster),
	};
	double most;

	for (size_t i = 0; i < poster->option_count; i++) {
		struct text_style style =
			name_setting(sheet, &poster->options[i]).style;

		list.names = fmax(list.names,
				  text_width(poster->options[i].name, style));
		list.totals = fmax(list.totals,
				   text_width(poster->options[i].total, style));
	}
	list.totals = fmin(ceil(list.totals) + 1, list.width * 0.25);
	/* Names before bars, which say again what the totals say. */
	most = list.width - 40 - list.totals - 20;
	if (list.has_bars && ceil(list.names) + 1 > most - 24 - BAR_LEAST)
		list.has_bars = false;
	else if (list.has_bars)
		most -= 24 + BAR_LEAST;
	list.names = fmin(ceil(list.names) + 1, most);
	return list;
}

static double put_row(struct sheet *sheet, const struct list *list,
		      const struct poster_option *option, double x, double y)
{
	struct setting set = name_setting(sheet, option);
	struct setting small = sheet_small(sheet);
	double left = x + 40 + list->names + 24,
	       right = x + list->width - list->totals, middle;
	struct lines name, total;

	set.most = sheet->is_tall ? 4 : 2;
	name = sheet_lines(sheet, option->name, list->names, set);
	set.most = 1;
	total = sheet_lines(sheet, option->total, list->totals, set);
	y += sheet->is_tall ? 12 : 6;
	middle = y + lines_height(&name) / 2;
	scene_sign(sheet->scene, x + 13, middle, sheet->is_tall ? 13 : 10,
		   option->slot);
	sheet_put(sheet, x + 40, y, &name);
	y += lines_height(&name);
	if (list->has_bars) {
		double height = sheet->is_tall ? 26 : 18;

		put_bar(sheet, option, left, middle - height / 2,
			right - 20 - left, height);
	}
	if (list->has_totals) {
		sheet_put(sheet, x + list->width - lines_width(&total),
			  middle - total.leading / 2, &total);
	}
	small.most = 3;
	if (sheet->is_tall && note_of(sheet, option).len)
		y = sheet_set(sheet, x + 40, y + 2, list->width - 40,
			      note_of(sheet, option), small);
	return y + (sheet->is_tall ? 12 : 6);
}

/* What it is for, or else its facts on one line. */
static struct str note_of(const struct sheet *sheet,
			  const struct poster_option *option)
{
	struct str note = { "", 0 };

	if (option->best_for.len)
		return option->best_for;
	for (size_t i = 0; i < option->fact_count && i < 3; i++)
		note = ARENA_JOIN(sheet->arena, note,
				  i ? STR(" \xC2\xB7 ") : STR(""),
				  option->facts[i].label, STR(" "),
				  option->facts[i].value);
	return note;
}

static void put_bar(struct sheet *sheet, const struct poster_option *option,
		    double x, double y, double width, double height)
{
	double share = fmin(fmax(option->share, 0), 1);

	scene_rect(sheet->scene, x, y, width, height, ink(PAINT_GRID))->radius =
		height / 2;
	scene_rect(sheet->scene, x, y, fmax(width * share, height), height,
		   series_ink(option->slot))
		->radius = height / 2;
}

static struct setting name_setting(const struct sheet *sheet,
				   const struct poster_option *option)
{
	struct setting set = sheet_text(sheet);

	set.style.bold = option->is_leader;
	if (sheet->is_tall)
		set.style.size += 4;
	return set;
}

static double face_x(size_t i, double width)
{
	return SHEET_MARGIN + (double)i * (width + GUTTER);
}
