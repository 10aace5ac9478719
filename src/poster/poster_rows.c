#include <math.h>

#include "chart/spread.h"
#include "poster/poster_sheet.h"

/*
 * One row a criterion: its title, how the options do on it, and who wins.
 * Where points are given, a line an option runs down the rows and steps to
 * the right by what is won; else there is a sign an option on a track.
 */
enum {
	TITLES = 320,	    /* width of the titles, at the most */
	WINNERS = 262,	    /* of the winners, at the most */
	COLUMN_LEAST = 140, /* of either */
	INDENT = 38,	    /* of the winner's name, behind its sign */
	SPACE = 28,
	FINISH = 76,
	SIGN = 11,
};

/* What is the same for all rows. */
struct rows {
	size_t *chosen, count;	/* of the criteria, in the author's order */
	double *tops;		/* one more than rows: where the last ends */
	double titles, winners; /* widths of columns */
	double left, right;	/* of the plot, between them */
	double ends;   /* of scores beside the signs; 0: they are not */
	double more;   /* height of a row beyond what it needs */
	bool has_path; /* of points */
};

static size_t *heaviest(const struct sheet *sheet, size_t count);
static void put_rows(struct sheet *sheet, struct rows *rows);
static void place_columns(const struct sheet *sheet, struct rows *rows);
static double widest_end(const struct sheet *sheet, const struct rows *rows);
static void put_key(struct sheet *sheet);
static bool has_group(const struct sheet *sheet, const struct rows *rows,
		      size_t k);
static void put_row(struct sheet *sheet, const struct rows *rows,
		    const struct poster_row *row);
static double row_least(const struct sheet *sheet);
static struct lines scores_of(const struct sheet *sheet,
			      const struct rows *rows,
			      const struct poster_row *row);
static void put_scores(struct sheet *sheet, const struct poster_row *row,
		       double y);
static double scores_width(const struct sheet *sheet,
			   const struct poster_row *row);
static struct lines winner_of(const struct sheet *sheet,
			      const struct rows *rows,
			      const struct poster_row *row);
static struct lines margin_of(const struct sheet *sheet,
			      const struct rows *rows,
			      const struct poster_row *row);
static void put_winner(struct sheet *sheet, const struct rows *rows,
		       const struct poster_row *row, double middle);
static void put_signs(struct sheet *sheet, const struct rows *rows,
		      const struct poster_row *row, double middle);
static void put_ends(struct sheet *sheet, const struct poster_row *row,
		     const double *x, double middle);
static void put_tally(struct sheet *sheet, const struct rows *rows);
static void put_path(struct sheet *sheet, const struct rows *rows, size_t i,
		     double finish);
static double tally_y(const struct rows *rows, size_t j, size_t count);
static double tally_x(const struct sheet *sheet, const struct rows *rows,
		      size_t i, double points);
static double lane(const struct sheet *sheet, size_t i);
static void put_titles(struct sheet *sheet, const struct rows *rows);

void poster_rows(struct sheet *sheet, size_t most, double more)
{
	const struct poster *poster = sheet->poster;
	struct rows rows = {
		.count = most < poster->row_count ? most : poster->row_count,
		.more = more,
	};
	struct setting left_out = sheet_small(sheet);

	if (!rows.count)
		return;
	rows.chosen = heaviest(sheet, rows.count);
	rows.has_path =
		poster->has_points && 2 * rows.count > poster->row_count;
	sheet_heading(sheet, rows.has_path && poster->word_tally.len
				     ? poster->word_tally
				     : poster->word_criteria);
	if (poster_is_scored(poster))
		put_rows(sheet, &rows);
	else
		put_titles(sheet, &rows);
	if (rows.count == poster->row_count)
		return;
	left_out.most = 2;
	sheet->y = sheet_set(sheet, SHEET_MARGIN, sheet->y + 12, SHEET_INNER,
			     sheet_fill(sheet, poster->word_rows_left,
					poster->row_count - rows.count,
					poster->row_count),
			     left_out);
}

/* By weight, of equals the first ones; then in the author's order again. */
static size_t *heaviest(const struct sheet *sheet, size_t count)
{
	const struct poster *poster = sheet->poster;
	size_t *chosen = arena_array(sheet->arena, size_t, count), n = 0;

	for (size_t j = 0; j < poster->row_count; j++) {
		size_t heavier = 0;

		for (size_t k = 0; k < poster->row_count; k++)
			heavier += poster->rows[k].weight >
					   poster->rows[j].weight ||
				   (poster->rows[k].weight ==
					    poster->rows[j].weight &&
				    k < j);
		if (heavier < count)
			chosen[n++] = j;
	}
	return chosen;
}

static void put_rows(struct sheet *sheet, struct rows *rows)
{
	const struct poster *poster = sheet->poster;
	size_t ground;

	place_columns(sheet, rows);
	rows->ends = widest_end(sheet, rows);
	rows->tops = arena_array(sheet->arena, double, rows->count + 1);
	if (sheet->is_tall)
		put_key(sheet);
	scene_rect(sheet->scene, rows->left - 12, sheet->y,
		   rows->right - rows->left + 24, 0, ink(PAINT_NONE))
		->radius = 16;
	ground = sheet->scene->mark_count - 1;
	for (size_t k = 0; k < rows->count; k++) {
		const struct poster_row *row = &poster->rows[rows->chosen[k]];
		struct setting group = sheet_small(sheet);

		rows->tops[k] = sheet->y;
		group.style.bold = true;
		group.paint = PAINT_ACCENT;
		if (has_group(sheet, rows, k))
			sheet->y = sheet_set(sheet, SHEET_MARGIN, sheet->y + 20,
					     TITLES, row->group, group);
		put_row(sheet, rows, row);
	}
	rows->tops[rows->count] = sheet->y;
	if (!rows->has_path)
		return;
	sheet->scene->marks[ground].fill = ink(PAINT_PANEL);
	sheet->scene->marks[ground].height =
		sheet->y - sheet->scene->marks[ground].y;
	put_tally(sheet, rows);
	sheet->y += FINISH;
}

/* Words take no more than they need, and the plot has the rest. */
static void place_columns(const struct sheet *sheet, struct rows *rows)
{
	struct text_style plain = sheet_text(sheet).style, bold = plain;
	struct text_style small = sheet_small(sheet).style;
	double titles = COLUMN_LEAST, winners = COLUMN_LEAST;

	bold.bold = true;
	for (size_t k = 0; k < rows->count; k++) {
		const struct poster_row *row =
			&sheet->poster->rows[rows->chosen[k]];

		titles = fmax(titles, text_width(row->title, plain));
		winners = fmax(winners,
			       INDENT + text_width(row->winner_words, bold));
		winners =
			fmax(winners, INDENT + text_width(row->margin, small));
		if (sheet->is_tall && row->group.len)
			titles = fmax(titles, text_width(row->group, bold));
		if (sheet->is_tall)
			titles = fmax(titles,
				      scores_width(sheet, row) > TITLES
					      ? 0
					      : scores_width(sheet, row));
	}
	rows->titles = fmin(ceil(titles) + 1, TITLES);
	rows->winners = fmin(ceil(winners) + 1, WINNERS);
	rows->left = SHEET_MARGIN + rows->titles + SPACE;
	rows->right = SHEET_RIGHT - rows->winners - SPACE;
}

/* Two scores may stand beside their signs, when all of them are short. */
static double widest_end(const struct sheet *sheet, const struct rows *rows)
{
	const struct poster *poster = sheet->poster;
	struct text_style style = sheet_small(sheet).style;
	double widest = 0;

	style.bold = true;
	if (rows->has_path || poster->option_count != 2)
		return 0;
	for (size_t k = 0; k < rows->count; k++) {
		const struct poster_row *row = &poster->rows[rows->chosen[k]];

		for (size_t i = 0; i < 2; i++)
			if (!isnan(row->utilities[i]))
				widest = fmax(widest, text_width(row->scores[i],
								 style));
	}
	return widest > 84 ? 0 : widest;
}

/* Signs and names of all options, in as many lines as they need. */
static void put_key(struct sheet *sheet)
{
	struct setting set = sheet_small(sheet);
	double x = SHEET_MARGIN;

	for (size_t i = 0; i < sheet->poster->option_count; i++) {
		const struct poster_option *option = &sheet->poster->options[i];
		struct lines name =
			sheet_lines(sheet, option->name, SHEET_INNER - 32, set);
		double width = 32 + lines_width(&name);

		if (x > SHEET_MARGIN && x + width > SHEET_RIGHT) {
			x = SHEET_MARGIN;
			sheet->y += name.leading + 4;
		}
		scene_sign(sheet->scene, x + 10, sheet->y + name.leading / 2, 9,
			   option->slot);
		sheet_put(sheet, x + 32, sheet->y, &name);
		x += width + 36;
	}
	sheet->y += 52;
}

/* A group has its name over the first of its rows. */
static bool has_group(const struct sheet *sheet, const struct rows *rows,
		      size_t k)
{
	const struct poster_row *all = sheet->poster->rows;
	struct str group = all[rows->chosen[k]].group;

	return sheet->is_tall && group.len &&
	       (!k || !str_equals(group, all[rows->chosen[k - 1]].group));
}

static void put_row(struct sheet *sheet, const struct rows *rows,
		    const struct poster_row *row)
{
	struct setting set = sheet_text(sheet);
	double top = sheet->y, pad = sheet->is_tall ? 11 : 2, height, block;
	struct lines title, scores = scores_of(sheet, rows, row);
	struct lines winner = winner_of(sheet, rows, row);
	struct lines margin = margin_of(sheet, rows, row);

	set.most = sheet->is_tall ? 6 : 2;
	set.least = sheet->sizes->small;
	title = sheet_lines(sheet, row->title, rows->titles, set);
	block = lines_height(&title) + lines_height(&scores);
	height = lines_height(&winner) + lines_height(&margin);
	height = fmax(fmax(block, height) + 2 * pad, row_least(sheet)) +
		 rows->more;
	sheet_put(sheet, SHEET_MARGIN, top + (height - block) / 2, &title);
	if (scores.count)
		put_scores(sheet, row,
			   top + (height + block) / 2 - scores.leading);
	if (!rows->has_path)
		put_signs(sheet, rows, row, top + height / 2);
	put_winner(sheet, rows, row, top + height / 2);
	sheet->y = top + height;
	scene_line(sheet->scene, SHEET_MARGIN, sheet->y, SHEET_RIGHT, sheet->y,
		   ink(PAINT_GRID));
}

static double row_least(const struct sheet *sheet)
{
	return sheet->is_tall || !sheet->poster->has_points
		       ? sheet->sizes->row
		       : sheet->sizes->text * 1.32 + 6;
}

/* Room for the line of scores under the title, when they all go there. */
static struct lines scores_of(const struct sheet *sheet,
			      const struct rows *rows,
			      const struct poster_row *row)
{
	struct lines none = { .count = 0 };

	if (!sheet->is_tall || rows->ends > 0 ||
	    scores_width(sheet, row) > TITLES)
		return none;
	return sheet_lines(sheet, STR("0"), TITLES, sheet_small(sheet));
}

static double scores_width(const struct sheet *sheet,
			   const struct poster_row *row)
{
	double width = 0;

	for (size_t i = 0; i < sheet->poster->option_count; i++)
		width += text_width(row->scores[i], sheet_small(sheet).style) +
			 46;
	return width - 20;
}

static void put_scores(struct sheet *sheet, const struct poster_row *row,
		       double y)
{
	double x = SHEET_MARGIN;

	for (size_t i = 0; i < sheet->poster->option_count; i++) {
		struct lines score = sheet_lines(sheet, row->scores[i], TITLES,
						 sheet_small(sheet));

		scene_sign(sheet->scene, x + 8, y + score.leading / 2, 7,
			   sheet->poster->options[i].slot);
		sheet_put(sheet, x + 26, y, &score);
		x += lines_width(&score) + 46;
	}
}

static struct lines winner_of(const struct sheet *sheet,
			      const struct rows *rows,
			      const struct poster_row *row)
{
	bool is_won = row->winner < sheet->poster->option_count;
	struct setting set = is_won ? sheet_text(sheet) : sheet_small(sheet);

	set.style.bold = is_won;
	set.most = sheet->is_tall ? 8 : is_won ? 2 : 3;
	set.least = sheet->sizes->small;
	return sheet_lines(sheet, row->winner_words, rows->winners - INDENT,
			   set);
}

/*
 * A line of points says by how much they are won, so that there is room for
 * more of it: the path is the better the more rows it has.  Where room is
 * scarce, a name in two lines is worth more than the margin.
 */
static struct lines margin_of(const struct sheet *sheet,
			      const struct rows *rows,
			      const struct poster_row *row)
{
	struct lines none = { .count = 0 };

	if (!row->margin.len ||
	    (!sheet->is_tall && (sheet->poster->has_points ||
				 winner_of(sheet, rows, row).count > 1)))
		return none;
	return sheet_lines(sheet, row->margin, rows->winners - INDENT,
			   sheet_small(sheet));
}

static void put_winner(struct sheet *sheet, const struct rows *rows,
		       const struct poster_row *row, double middle)
{
	struct lines winner = winner_of(sheet, rows, row);
	struct lines margin = margin_of(sheet, rows, row);
	double x = SHEET_RIGHT - rows->winners, y;

	y = middle - (lines_height(&winner) + lines_height(&margin)) / 2;
	if (row->winner < sheet->poster->option_count)
		scene_sign(sheet->scene, x + 13, y + winner.leading / 2, SIGN,
			   sheet->poster->options[row->winner].slot);
	y = sheet_put(sheet, x + INDENT, y, &winner);
	sheet_put(sheet, x + INDENT, y, &margin);
}

/* The winner's is the largest and lies on top. */
static void put_signs(struct sheet *sheet, const struct rows *rows,
		      const struct poster_row *row, double middle)
{
	size_t count = sheet->poster->option_count;
	double room = rows->ends > 0 ? rows->ends + 2 * SIGN : SIGN;
	double left = rows->left + room, right = rows->right - room;
	double *x = arena_array(sheet->arena, double, count);
	double low = INFINITY, high = -INFINITY;

	for (size_t i = 0; i < count; i++)
		x[i] = left +
		       (right - left) *
			       (isnan(row->utilities[i])
					? 0
					: fmin(fmax(row->utilities[i], 0), 1));
	spread_apart(x, count, count > 2 ? SIGN * 1.2 : SIGN * 2.0, left, right,
		     sheet->arena);
	scene_rect(sheet->scene, rows->left, middle - 3,
		   rows->right - rows->left, 6, ink(PAINT_PANEL))
		->radius = 3;
	for (size_t i = 0; i < count; i++)
		if (!isnan(row->utilities[i])) {
			low = fmin(low, x[i]);
			high = fmax(high, x[i]);
		}
	if (high > low)
		scene_rect(
			sheet->scene, low, middle - 4, high - low, 8,
			row->winner < count && count == 2
				? series_ink(sheet->poster->options[row->winner]
						     .slot)
				: ink(PAINT_GRID));
	for (size_t k = count + 1; k-- > 0;) {
		size_t i = k ? k - 1 : row->winner;

		if (i < count && (k == 0) == (i == row->winner) &&
		    !isnan(row->utilities[i]))
			scene_sign(sheet->scene, x[i], middle,
				   k ? SIGN - 1 : SIGN + 3,
				   sheet->poster->options[i].slot);
	}
	if (rows->ends > 0)
		put_ends(sheet, row, x, middle);
}

/* The lower score to the left of both signs, the other to the right. */
static void put_ends(struct sheet *sheet, const struct poster_row *row,
		     const double *x, double middle)
{
	size_t right = x[1] >= x[0];

	if (isnan(row->utilities[0]) || isnan(row->utilities[1]))
		right = isnan(row->utilities[0]);
	for (size_t i = 0; i < 2; i++) {
		struct text_style style = sheet_small(sheet).style;
		struct mark *score;

		if (isnan(row->utilities[i]))
			continue;
		style.bold = i == row->winner;
		score = scene_text(sheet->scene,
				   x[i] + (i == right ? 1 : -1) * (SIGN + 12),
				   middle + 0.36 * style.size, row->scores[i],
				   style,
				   ink(style.bold ? PAINT_INK : PAINT_MUTED));
		score->anchor = i == right ? ANCHOR_START : ANCHOR_END;
		score->stroke = ink(PAINT_SURFACE);
		score->stroke_width = 12;
	}
}

/* Below the last row is the finish, where signs stand apart. */
static void put_tally(struct sheet *sheet, const struct rows *rows)
{
	const struct poster *poster = sheet->poster;
	size_t count = poster->option_count;
	double *finish = arena_array(sheet->arena, double, count), gap = 0;
	struct text_style style = sheet_text(sheet).style;

	style.bold = true;
	for (size_t i = 0; i < count; i++) {
		finish[i] =
			tally_x(sheet, rows, i,
				poster->rows[poster->row_count - 1].tally[i]);
		gap = fmax(gap, text_width(poster->options[i].total, style));
	}
	if ((gap + 16) * (double)count > rows->right - rows->left)
		gap = 0;
	spread_apart(finish, count, fmax(gap, 2 * SIGN) + 10,
		     rows->left + gap / 2, rows->right - gap / 2, sheet->arena);
	/* The first option last, so that it lies on top. */
	for (size_t i = count; i-- > 0;)
		put_path(sheet, rows, i, finish[i]);
	for (size_t i = 0; gap > 0 && i < count; i++)
		scene_text(sheet->scene, finish[i],
			   rows->tops[rows->count] + FINISH - 8,
			   poster->options[i].total, style, ink(PAINT_INK))
			->anchor = ANCHOR_MIDDLE;
}

/* A sign where points are won. */
static void put_path(struct sheet *sheet, const struct rows *rows, size_t i,
		     double finish)
{
	const struct poster *poster = sheet->poster;
	size_t slot = poster->options[i].slot, n = 0;
	struct point *points = arena_array(sheet->arena, struct point,
					   2 * poster->row_count + 3);
	double x = tally_x(sheet, rows, i, 0), end = rows->tops[rows->count];
	struct mark *path;

	points[n++] = (struct point){ x, rows->tops[0] };
	for (size_t j = 0; j < poster->row_count; j++) {
		double to = tally_x(sheet, rows, i, poster->rows[j].tally[i]);
		double y = tally_y(rows, j, poster->row_count) + lane(sheet, i);

		if (to == x)
			continue;
		points[n++] = (struct point){ x, y };
		points[n++] = (struct point){ to, y };
		x = to;
	}
	points[n++] = (struct point){ x, end };
	points[n++] = (struct point){ finish, end + FINISH / 3.0 };
	path = scene_path(sheet->scene, points, n);
	path->stroke = series_ink(slot);
	path->stroke_width = poster->option_count > 4 ? 3.5 : 6;
	for (size_t k = 2; k + 2 < n; k += 2)
		scene_sign(sheet->scene, points[k].x, points[k].y, 9, slot);
	scene_sign(sheet->scene, finish, end + FINISH / 3.0, SIGN + 2, slot);
}

/*
 * The middle of a criterion's row.  What is left out is passed on the way
 * from the row before to the one after.
 */
static double tally_y(const struct rows *rows, size_t j, size_t count)
{
	size_t k = 0, before, after;
	double from = rows->tops[0], to = rows->tops[rows->count];

	while (k < rows->count && rows->chosen[k] < j)
		k++;
	before = k ? rows->chosen[k - 1] + 1 : 0;
	after = k < rows->count ? rows->chosen[k] + 1 : count + 1;
	if (k)
		from = (rows->tops[k - 1] + rows->tops[k]) / 2;
	if (k < rows->count)
		to = (rows->tops[k] + rows->tops[k + 1]) / 2;
	return from + (to - from) * (double)(j + 1 - before) /
			      (double)(after - before);
}

static double tally_x(const struct sheet *sheet, const struct rows *rows,
		      size_t i, double points)
{
	double most = sheet->poster->points_most;
	double share = most > 0 ? fmin(fmax(points / most, 0), 1) : 0;

	return rows->left + 20 + (rows->right - rows->left - 40) * share +
	       lane(sheet, i);
}

/* Lines that run together run side by side. */
static double lane(const struct sheet *sheet, size_t i)
{
	double count = (double)sheet->poster->option_count;
	double step = count > 1 ? fmin(7, 30 / (count - 1)) : 0;

	return step * ((double)i - (count - 1) / 2);
}

/* Without scores: the titles alone, in two columns. */
static void put_titles(struct sheet *sheet, const struct rows *rows)
{
	double width = (SHEET_INNER - 48) / 2.0, end = sheet->y;
	struct setting set = sheet_text(sheet);
	size_t half = (rows->count + 1) / 2;
	double top = sheet->y;

	set.most = 3;
	for (size_t k = 0; k < rows->count; k++) {
		double x = SHEET_MARGIN + (k < half ? 0 : width + 48);
		struct str title = sheet->poster->rows[rows->chosen[k]].title;
		double middle;
		struct lines lines = sheet_lines(sheet, title, width - 36, set);

		if (k == half)
			sheet->y = top;
		scene_line(sheet->scene, x, sheet->y, x + width, sheet->y,
			   ink(PAINT_GRID));
		middle = sheet->y + 14 + lines.leading / 2;
		scene_rect(sheet->scene, x, middle - 4, 18, 8,
			   ink(PAINT_ACCENT))
			->radius = 4;
		sheet->y = sheet_put(sheet, x + 36, sheet->y + 14, &lines) +
			   14 + rows->more;
		end = fmax(end, sheet->y);
	}
	sheet->y = end;
}
