/*
 * The words of rows that push a border: poster/poster_sheet.h.
 */
#include <math.h>

#include "poster/poster_sheet.h"

static const double GAP = 14, APART = 20, TWO_LINES = 54;
static const double LEAST_LEAD = 0.1;
/* How large scores are, as long as the border still reaches so far. */
static const double SCORE_LIKED = 26, REACH_LIKED = 0.8;
/* What a score takes of its side unless it needs more, and at the least. */
static const double SCORE_OF = 0.42, SCORE_ROOM = 200;

static double reach_for(const struct coast *wanted, double most,
			const struct poster_row *rows, const bool *shown,
			size_t count, double size);
static double score_width(struct str score, double size, bool bold);
static double score_size(const struct coast *coast,
			 const struct poster_row *row, double size);
static double side_of(const struct coast *coast, const struct poster_row *row,
		      size_t side);
static void put_score(struct sheet *sheet, const struct coast *coast,
		      const struct poster_row *row, size_t side, double middle,
		      struct text_style style);
static void put_title(struct sheet *sheet, const struct coast *coast,
		      const struct poster_row *row, double middle, double room,
		      struct setting set);
static void put_level(struct sheet *sheet, const struct coast *coast,
		      const struct poster_row *row, double middle, double room,
		      struct setting set);
static bool is_won(const struct poster_row *row, size_t side);

struct coast coast_of(const struct poster_row *rows, const bool *shown,
		      size_t count, struct coast wanted)
{
	struct coast coast = wanted;

	coast.most = LEAST_LEAD;
	for (size_t k = 0; k < count; k++)
		if (!shown || shown[k])
			coast.most = fmax(coast.most, fabs(rows[k].lead));
	for (double size = SCORE_LIKED; size >= coast.floor; size -= 1) {
		coast.reach = reach_for(&wanted, coast.most, rows, shown, count,
					size);
		if (coast.reach >= wanted.reach * REACH_LIKED)
			break;
	}
	return coast;
}

/* So far that scores of that size are whole. */
static double reach_for(const struct coast *wanted, double most,
			const struct poster_row *rows, const bool *shown,
			size_t count, double size)
{
	double reach = wanted->reach;

	for (size_t k = 0; k < count; k++) {
		double lead = fabs(rows[k].lead) / most, room;

		if (!(lead > 0) || (shown && !shown[k]))
			continue;
		room = wanted->width / 2 - SHEET_MARGIN - GAP -
		       score_width(rows[k].scores[rows[k].lead > 0], size,
				   false);
		reach = fmin(reach, fmax(room, 0) / lead);
	}
	return floor(reach);
}

double coast_border(const struct coast *coast, const struct poster_row *row)
{
	return round(coast->width / 2 + row->lead * coast->reach / coast->most);
}

void coast_words(struct sheet *sheet, const struct coast *coast,
		 const struct poster_row *row, double y, double height,
		 double size)
{
	size_t winner = row->lead < 0;
	double full = fmax(size, coast->floor), room[2];
	struct setting set = { FONT_BODY, row->lead != 0, full, coast->floor, 1,
			       1.1 };
	struct text_style style = { FONT_BODY, score_size(coast, row, full),
				    false };

	for (size_t k = 0; k < 2; k++) {
		style.bold = is_won(row, k);
		put_score(sheet, coast, row, k, y + height / 2, style);
		room[k] = side_of(coast, row, k) - GAP - APART -
			  text_width(row->scores[k], style);
	}
	if (height >= TWO_LINES &&
	    !sheet_lines(sheet, row->title, room[winner], set).is_whole) {
		set.most = 2;
		set.size = fmin(full, (height - 8) / 2.2);
	}
	put_title(sheet, coast, row, y + height / 2, room[winner], set);
	set.most = 1;
	if (row->lead == 0)
		put_level(sheet, coast, row, y + height / 2, room[1], set);
}

static double score_width(struct str score, double size, bool bold)
{
	return text_width(score, (struct text_style){ FONT_BODY, size, bold });
}

/* Of both, so that none looks more; the floor has room by the reach. */
static double score_size(const struct coast *coast,
			 const struct poster_row *row, double size)
{
	for (size_t k = 0; k < 2; k++) {
		double side = side_of(coast, row, k);
		double most = fmax(SCORE_ROOM, side * SCORE_OF);
		double room = is_won(row, !k) ? fmin(most, side - GAP) : most;

		while (size > coast->floor &&
		       score_width(row->scores[k], size, is_won(row, k)) > room)
			size = fmax(size - 1, coast->floor);
	}
	return size;
}

/* From the margin to the border. */
static double side_of(const struct coast *coast, const struct poster_row *row,
		      size_t side)
{
	double border = coast_border(coast, row);

	return (side ? coast->width - border : border) - SHEET_MARGIN;
}

static void put_score(struct sheet *sheet, const struct coast *coast,
		      const struct poster_row *row, size_t side, double middle,
		      struct text_style style)
{
	sheet_text(sheet, side ? coast->width - SHEET_MARGIN : SHEET_MARGIN,
		   middle + 0.36 * style.size, side ? ANCHOR_END : ANCHOR_START,
		   row->scores[side], style,
		   text_on(sheet->colours.sides[side]));
}

/* A level one stands on the first side. */
static void put_title(struct sheet *sheet, const struct coast *coast,
		      const struct poster_row *row, double middle, double room,
		      struct setting set)
{
	size_t side = row->lead < 0, from = sheet->scene->mark_count;
	struct lines title =
		sheet_name(sheet, row->title, row->title, room, set);

	sheet_put_middle(sheet, coast_border(coast, row) + (side ? GAP : -GAP),
			 middle, side ? ANCHOR_START : ANCHOR_END, &title,
			 text_on(sheet->colours.sides[side]));
	/* So that no dot of the middle crosses a letter. */
	for (size_t i = from; i < sheet->scene->mark_count; i++) {
		struct mark *mark = &sheet->scene->marks[i];

		mark->stroke = exact_ink(sheet->colours.sides[side]);
		mark->stroke_width = 7;
	}
}

static void put_level(struct sheet *sheet, const struct coast *coast,
		      const struct poster_row *row, double middle, double room,
		      struct setting set)
{
	struct lines level = sheet_name(sheet, coast->word_level,
					coast->word_level, room, set);

	sheet_put_middle(sheet, coast_border(coast, row) + GAP, middle,
			 ANCHOR_START, &level,
			 text_on(sheet->colours.sides[1]));
}

static bool is_won(const struct poster_row *row, size_t side)
{
	return row->lead != 0 && (row->lead < 0) == side;
}
