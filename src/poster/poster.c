#include "poster/poster.h"

#include <math.h>
#include <string.h>

#include "poster/poster_sheet.h"

enum { FIGURES = 6, PROFILES = 8, ROWS_LEAST = 3, OPTIONS_LEAST = 4 };

static const struct sheet_sizes SIZES[] = {
	[POSTER_TALL] = { .top = 76,
			  .title = 100,
			  .title_least = 52,
			  .title_lines = 8,
			  .headline = 80,
			  .headline_least = 48,
			  .headline_lines = 5,
			  .total = 150,
			  .text = 28,
			  .small = 24,
			  .row = 84,
			  .gap = 72 },
	[POSTER_SQUARE] = { .height = 1080,
			    .top = 44,
			    .title = 64,
			    .title_least = 36,
			    .title_lines = 2,
			    .headline = 48,
			    .headline_least = 30,
			    .headline_lines = 2,
			    .total = 80,
			    .text = 22,
			    .small = 20,
			    .row = 56,
			    .gap = 24 },
	[POSTER_PORTRAIT] = { .height = 1350,
			      .top = 56,
			      .title = 76,
			      .title_least = 40,
			      .title_lines = 2,
			      .headline = 56,
			      .headline_least = 34,
			      .headline_lines = 2,
			      .total = 100,
			      .text = 24,
			      .small = 22,
			      .row = 60,
			      .gap = 32 },
	[POSTER_STORY] = { .height = 1920,
			   .top = 120,
			   .bottom = 90,
			   .title = 92,
			   .title_least = 44,
			   .title_lines = 3,
			   .headline = 68,
			   .headline_least = 40,
			   .headline_lines = 3,
			   .total = 120,
			   .text = 26,
			   .small = 22,
			   .row = 66,
			   .gap = 48 },
};

/* How much of each part a preset of fixed height shows. */
struct plan {
	size_t options, rows, figures, profiles;
	bool has_robustness;
	double more; /* height of each row */
	double gap;  /* between parts, beyond the least */
};

static void draw_tall(struct sheet *sheet);
static void draw_fixed(struct sheet *sheet);
static struct plan plan_of(struct sheet *sheet, double end);
static size_t most_options(struct sheet *sheet, double end);
static size_t most_rows(struct sheet *sheet, struct plan plan, size_t rows,
			double end);
static void spread(struct sheet *sheet, struct plan *plan, double end);
static bool fits(struct sheet *sheet, const struct plan *plan, double end);
static double height_of(struct sheet *sheet, const struct plan *plan);
static void take_back(struct sheet *sheet, size_t marks, double top);
static void draw_plan(struct sheet *sheet, const struct plan *plan);
static void gap(struct sheet *sheet, double more);

struct scene *poster_scene(const struct poster *poster,
			   enum poster_preset preset, struct arena *arena)
{
	struct sheet sheet = {
		.poster = poster,
		.sizes = &SIZES[preset],
		.scene = scene_new(POSTER_WIDTH, SIZES[preset].height, arena),
		.is_tall = preset == POSTER_TALL,
		.kept = arena_array(arena, struct kept_lines *, SHEET_KEPT),
		.arena = arena,
	};

	sheet.scene->title = poster->title;
	sheet.scene->description =
		!poster_is_scored(poster) ? poster->summary
		: poster->detail.len	  ? ARENA_JOIN(arena, poster->headline,
						       STR(" "), poster->detail)
					  : poster->headline;
	sheet.scene->has_ground = true;
	poster_hero(&sheet);
	gap(&sheet, 0);
	if (sheet.is_tall)
		draw_tall(&sheet);
	else
		draw_fixed(&sheet);
	return sheet.scene;
}

static void draw_tall(struct sheet *sheet)
{
	struct plan all = {
		.options = POSTER_OPTIONS,
		.rows = POSTER_ROWS,
		.figures = FIGURES,
		.profiles = PROFILES,
		.has_robustness = true,
	};

	draw_plan(sheet, &all);
	poster_foot(sheet);
	sheet->scene->height = sheet->y;
}

/* The foot stands at the end; what is over between it and the rest is shared. */
static void draw_fixed(struct sheet *sheet)
{
	size_t marks = sheet->scene->mark_count;
	double top = sheet->y, foot;
	struct plan plan;

	poster_foot(sheet);
	foot = sheet->sizes->height - (sheet->y - top);
	take_back(sheet, marks, top);
	plan = plan_of(sheet, foot);
	draw_plan(sheet, &plan);
	sheet->y = foot;
	poster_foot(sheet);
}

/*
 * Adds one part after another for as long as all fits above `end`: criteria,
 * for which robustness makes room down to a few; then, when none is left out,
 * figures and profiles.
 */
static struct plan plan_of(struct sheet *sheet, double end)
{
	const struct poster *poster = sheet->poster;
	size_t rows = poster->row_count < POSTER_ROWS ? poster->row_count
						      : POSTER_ROWS;
	struct plan plan = {
		.options = most_options(sheet, end),
		.has_robustness = poster->robustness.len > 0,
	};
	struct plan next;

	plan.rows = most_rows(sheet, plan, rows, end);
	if (plan.has_robustness &&
	    plan.rows < (rows < ROWS_LEAST ? rows : ROWS_LEAST)) {
		plan.has_robustness = false;
		plan.rows = most_rows(sheet, plan, rows, end);
	}
	if (plan.rows == poster->row_count) {
		next = plan;
		next.figures = poster->fact_count < 3 ? poster->fact_count : 3;
		if (next.figures && fits(sheet, &next, end))
			plan = next;
		next = plan;
		next.profiles = poster->profile_count < PROFILES
					? poster->profile_count
					: PROFILES;
		while (next.profiles && !fits(sheet, &next, end))
			next.profiles--;
		plan = next;
	}
	spread(sheet, &plan, end);
	return plan;
}

/* So many that a few criteria have room as well. */
static size_t most_options(struct sheet *sheet, double end)
{
	const struct poster *poster = sheet->poster;
	struct plan plan = {
		.rows = poster->row_count < ROWS_LEAST ? poster->row_count
						       : ROWS_LEAST,
	};
	size_t low = OPTIONS_LEAST, high = poster->option_count;

	while (low < high) {
		plan.options = (low + high + 1) / 2;
		if (fits(sheet, &plan, end))
			low = plan.options;
		else
			high = plan.options - 1;
	}
	return high;
}

/* By halves, as the height grows with every criterion. */
static size_t most_rows(struct sheet *sheet, struct plan plan, size_t rows,
			double end)
{
	size_t low = 0, high = rows;

	while (low < high) {
		plan.rows = (low + high + 1) / 2;
		if (fits(sheet, &plan, end))
			low = plan.rows;
		else
			high = plan.rows - 1;
	}
	return low;
}

/* What is over goes to the criteria first, then between the parts. */
static void spread(struct sheet *sheet, struct plan *plan, double end)
{
	double over = end - sheet->y - height_of(sheet, plan);

	if (plan->rows)
		plan->more = fmin(fmax(over, 0) * 0.6 / (double)plan->rows,
				  sheet->sizes->row * 0.7);
	plan->gap = fmax(over - plan->more * (double)plan->rows, 0) / 4;
}

static bool fits(struct sheet *sheet, const struct plan *plan, double end)
{
	return sheet->y + height_of(sheet, plan) <= end;
}

/* It is drawn, and taken back. */
static double height_of(struct sheet *sheet, const struct plan *plan)
{
	size_t marks = sheet->scene->mark_count;
	double top = sheet->y, height;

	draw_plan(sheet, plan);
	height = sheet->y - top;
	take_back(sheet, marks, top);
	return height;
}

/* A new mark is taken to be all zero. */
static void take_back(struct sheet *sheet, size_t marks, double top)
{
	struct scene *scene = sheet->scene;

	memset(scene->marks + marks, 0,
	       (scene->mark_count - marks) * sizeof(*scene->marks));
	scene->mark_count = marks;
	sheet->y = top;
}

static void draw_plan(struct sheet *sheet, const struct plan *plan)
{
	const struct poster *poster = sheet->poster;

	if (poster_is_scored(poster)) {
		poster_result(sheet);
		gap(sheet, plan->gap);
	}
	poster_options(sheet, plan->options);
	gap(sheet, plan->gap);
	if (plan->rows && poster->row_count) {
		poster_rows(sheet, plan->rows, plan->more);
		gap(sheet, plan->gap);
	}
	if (plan->figures && poster->fact_count) {
		poster_figures(sheet, plan->figures);
		gap(sheet, plan->gap);
	}
	if (plan->has_robustness && poster->robustness.len) {
		poster_robustness(sheet);
		gap(sheet, plan->gap);
	}
	if (plan->profiles && poster->profile_count) {
		poster_profiles(sheet, plan->profiles);
		gap(sheet, plan->gap);
	}
}

static void gap(struct sheet *sheet, double more)
{
	sheet->y += sheet->sizes->gap + more;
}
