#include <math.h>

#include "poster/poster_sheet.h"

/* What stands beside the criteria: figures, robustness, profiles. */
enum { BARS = 380, BARS_MOST = 3, GUTTER = 48 };

static double put_figure(struct sheet *sheet, const struct poster_fact *fact,
			 double x, double y, double width);
static void put_group(struct sheet *sheet, size_t leader, size_t most);
static void put_leader(struct sheet *sheet, size_t leader);
static void put_profile(struct sheet *sheet,
			const struct poster_profile *profile);
static double put_bars(struct sheet *sheet,
		       const struct poster_profile *profile, double y);
static void put_bar(struct sheet *sheet, double y, double share, size_t slot);

/* Large numerals on a band, two or three abreast. */
void poster_figures(struct sheet *sheet, size_t most)
{
	const struct poster *poster = sheet->poster;
	size_t count = poster->fact_count < most ? poster->fact_count : most;
	size_t abreast = count == 3 && !sheet->is_tall ? 3 : 2;
	double width = (SHEET_INNER - GUTTER * ((double)abreast - 1)) /
		       (double)abreast;
	double pad = sheet->is_tall ? 60 : 24, line;
	size_t band;

	if (!count)
		return;
	band = sheet_band(sheet, PAINT_PANEL, pad);
	sheet_heading(sheet, poster->word_figures);
	line = sheet->y;
	for (size_t i = 0; i < count; i++) {
		if (i && i % abreast == 0)
			line = sheet->y + 40;
		sheet->y =
			fmax(sheet->y,
			     put_figure(sheet, &poster->facts[i],
					SHEET_MARGIN + (double)(i % abreast) *
							       (width + GUTTER),
					line, width));
	}
	sheet_band_end(sheet, band, pad);
}

static double put_figure(struct sheet *sheet, const struct poster_fact *fact,
			 double x, double y, double width)
{
	struct setting value = {
		.style = { FONT_DISPLAY, sheet->is_tall ? 80 : 56, true },
		.paint = fact->slot == SLOT_NONE ? PAINT_ACCENT : PAINT_SERIES,
		.slot = fact->slot == SLOT_NONE ? 0 : fact->slot,
		.most = 1,
		.least = 40,
	};
	struct setting label = sheet_text(sheet), source = sheet_small(sheet);
	struct lines lines = sheet_lines(sheet, fact->value, width, value);

	value.most = 3;
	value.style.size = lines.style.size;
	label.most = 4;
	source.most = 2;
	y = sheet_set(sheet, x, y, width, fact->value, value);
	y = sheet_set(sheet, x, y + 4, width, fact->label, label);
	return sheet_set(sheet, x, y + 2, width, fact->source, source);
}

/* One sentence, set off by a bar of the accent colour. */
void poster_robustness(struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	struct setting heading = sheet_small(sheet), set = sheet_text(sheet);
	double top = sheet->y, x = SHEET_MARGIN + (sheet->is_tall ? 44 : 28);
	double width = SHEET_RIGHT - x;

	if (!poster->robustness.len)
		return;
	heading.style.bold = true;
	heading.paint = PAINT_ACCENT;
	set.most = 3;
	if (sheet->is_tall) {
		set.style = (struct text_style){ FONT_DISPLAY, 44, true };
		set.least = 34;
		set.most = 6;
		sheet->y = sheet_set(sheet, x, sheet->y, width,
				     poster->word_robustness, heading) +
			   8;
	}
	sheet->y =
		sheet_set(sheet, x, sheet->y, width, poster->robustness, set);
	scene_rect(sheet->scene, SHEET_MARGIN, top, 8, sheet->y - top,
		   ink(PAINT_ACCENT))
		->radius = 4;
}

/* By the option that leads: "choose Node.js for …". */
void poster_profiles(struct sheet *sheet, size_t most)
{
	const struct poster *poster = sheet->poster;
	size_t count = poster->profile_count;
	struct setting left_out = sheet_small(sheet);

	if (!count)
		return;
	most = most < count ? most : count;
	sheet_heading(sheet, poster->word_choose);
	for (size_t i = 0; i <= poster->option_count; i++)
		put_group(sheet, i, most);
	if (most < count)
		sheet->y =
			sheet_set(sheet, SHEET_MARGIN, sheet->y + 12,
				  SHEET_INNER,
				  sheet_fill(sheet, poster->word_profiles_left,
					     count - most, count),
				  left_out);
}

static void put_group(struct sheet *sheet, size_t leader, size_t most)
{
	const struct poster *poster = sheet->poster;
	bool is_first = true;

	for (size_t i = 0; i < most; i++) {
		size_t leads = poster->profiles[i].leader;

		if ((leads < poster->option_count
			     ? leads
			     : poster->option_count) != leader)
			continue;
		if (is_first && leader < poster->option_count)
			put_leader(sheet, leader);
		is_first = false;
		put_profile(sheet, &poster->profiles[i]);
	}
	if (!is_first)
		sheet->y += sheet->is_tall ? 20 : 8;
}

static void put_leader(struct sheet *sheet, size_t leader)
{
	const struct poster_option *option = &sheet->poster->options[leader];
	struct setting set = sheet_text(sheet);
	struct lines lines;

	set.style.bold = true;
	set.style.size += sheet->is_tall ? 6 : 2;
	set.most = 2;
	sheet->y += sheet->is_tall ? 12 : 4;
	lines = sheet_lines(sheet, option->name, SHEET_INNER - 44, set);
	scene_sign(sheet->scene, SHEET_MARGIN + 14,
		   sheet->y + lines.leading / 2, 13, option->slot);
	sheet->y = sheet_put(sheet, SHEET_MARGIN + 44, sheet->y, &lines) + 8;
}

/* Words to the left, the totals as bars to the right. */
static void put_profile(struct sheet *sheet,
			const struct poster_profile *profile)
{
	struct setting title = sheet_text(sheet), words = sheet_small(sheet);
	double width = SHEET_INNER - 44 - BARS - GUTTER, x = SHEET_MARGIN + 44;
	double top = sheet->y, pad = sheet->is_tall ? 16 : 8, end;

	title.most = 3;
	words.most = 4;
	scene_line(sheet->scene, x, top, SHEET_RIGHT, top, ink(PAINT_GRID));
	end = sheet_set(sheet, x, top + pad, width, profile->title, title);
	end = sheet_set(sheet, x, end, width, profile->sentence, words);
	sheet->y = fmax(end, put_bars(sheet, profile, top + pad + 8)) + pad;
}

/* Of all options where they are few, else of the one that leads. */
static double put_bars(struct sheet *sheet,
		       const struct poster_profile *profile, double y)
{
	const struct poster *poster = sheet->poster;

	for (size_t i = 0; i < poster->option_count; i++) {
		if (poster->option_count > BARS_MOST && i != profile->leader)
			continue;
		put_bar(sheet, y, profile->totals[i], poster->options[i].slot);
		y += 24;
	}
	return y;
}

static void put_bar(struct sheet *sheet, double y, double share, size_t slot)
{
	double x = SHEET_RIGHT - BARS;

	share = isnan(share) ? 0 : fmin(fmax(share, 0), 1);
	scene_rect(sheet->scene, x, y, BARS, 16, ink(PAINT_PANEL))->radius = 8;
	scene_rect(sheet->scene, x, y, fmax(BARS * share, 16), 16,
		   series_ink(slot))
		->radius = 8;
}
