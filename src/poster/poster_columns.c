#include <math.h>

#include "poster/poster.h"

enum { MARGIN = 56 }; /* printers do not print to the edge */

enum { COLUMNS_MOST = 4, GAP = 48, STEP = 4, ROOM = 14 };

struct cuts {
	double at[COLUMNS_MOST + 1]; /* from the top to the end */
	size_t count;		     /* of columns */
};

static struct cuts cuts_of(const struct scene *tall, size_t columns);
static double free_height(const struct scene *tall, double wanted);
static bool is_free(const struct scene *tall, double y);
static struct box_of_mark {
	double top, bottom;
} box_of(const struct mark *mark);
static double misfit(const struct cuts *cuts, double scene_width, double width,
		     double height);
static double tallest(const struct cuts *cuts);

struct scene *poster_columns(const struct scene *tall, double width,
			     double height, struct arena *arena)
{
	struct cuts best = cuts_of(tall, 1);
	struct scene *scene;

	for (size_t n = 2; n <= COLUMNS_MOST; n++) {
		struct cuts cuts = cuts_of(tall, n);

		if (misfit(&cuts, tall->width, width, height) <
		    misfit(&best, tall->width, width, height))
			best = cuts;
	}
	scene = scene_new((tall->width + GAP) * (double)best.count - GAP,
			  tallest(&best), arena);
	scene->title = tall->title;
	scene->description = tall->description;
	scene->margin = MARGIN;
	scene->has_ground = tall->has_ground;
	scene->marks = arena_array(arena, struct mark, tall->mark_count);
	scene->mark_count = tall->mark_count;
	for (size_t i = 0; i < tall->mark_count; i++) {
		struct mark *mark = &scene->marks[i];
		size_t column = 0;
		double right, up;

		*mark = tall->marks[i];
		while (column + 1 < best.count &&
		       box_of(mark).top >= best.at[column + 1])
			column++;
		right = (tall->width + GAP) * (double)column;
		up = best.at[column];
		mark->x += right;
		mark->y -= up;
		if (mark->kind != MARK_PATH)
			continue;
		mark->points =
			arena_array(arena, struct point, mark->point_count);
		for (size_t k = 0; k < mark->point_count; k++)
			mark->points[k] = (struct point){
				tall->marks[i].points[k].x + right,
				tall->marks[i].points[k].y - up
			};
	}
	return scene;
}

/* Of about the same height. */
static struct cuts cuts_of(const struct scene *tall, size_t columns)
{
	struct cuts cuts = { .count = columns };

	for (size_t k = 1; k < columns; k++)
		cuts.at[k] = free_height(tall, tall->height * (double)k /
						       (double)columns);
	cuts.at[columns] = tall->height;
	return cuts;
}

/* The nearest one where no mark is cut through, nor parted from its heading. */
static double free_height(const struct scene *tall, double wanted)
{
	for (double off = 0; off < tall->height; off += STEP) {
		if (wanted + off < tall->height && is_free(tall, wanted + off))
			return wanted + off;
		if (wanted - off > 0 && is_free(tall, wanted - off))
			return wanted - off;
	}
	return tall->height;
}

static bool is_free(const struct scene *tall, double y)
{
	for (size_t i = 0; i < tall->mark_count; i++) {
		struct box_of_mark box = box_of(&tall->marks[i]);

		if (box.top < y + ROOM && box.bottom > y - ROOM)
			return false;
	}
	return true;
}

static struct box_of_mark box_of(const struct mark *mark)
{
	struct box_of_mark box = { mark->y, mark->y };

	switch (mark->kind) {
	case MARK_RECT:
	case MARK_LINE:
	case MARK_IMAGE:
		box.top = fmin(mark->y, mark->y + mark->height);
		box.bottom = fmax(mark->y, mark->y + mark->height);
		break;
	case MARK_CIRCLE:
		box.top -= mark->radius;
		box.bottom += mark->radius;
		break;
	case MARK_TEXT:
		box.top -= mark->style.size;
		box.bottom += mark->style.size * 0.3;
		break;
	case MARK_PATH:
		box.top = INFINITY;
		box.bottom = -INFINITY;
		for (size_t k = 0; k < mark->point_count; k++) {
			box.top = fmin(box.top, mark->points[k].y);
			box.bottom = fmax(box.bottom, mark->points[k].y);
		}
		break;
	}
	return box;
}

/* How much of the page stays empty, either way up: 0..1. */
static double misfit(const struct cuts *cuts, double scene_width, double width,
		     double height)
{
	double across = (scene_width + GAP) * (double)cuts->count - GAP;
	double down = tallest(cuts), page = width / height;
	double upright = fmax(across, down * page);
	double lying = fmax(across, down / page);
	double drawn = scene_width * cuts->at[cuts->count];

	return 1 - drawn / fmin(upright * upright / page, lying * lying * page);
}

static double tallest(const struct cuts *cuts)
{
	double most = 0;

	for (size_t k = 0; k < cuts->count; k++)
		most = fmax(most, cuts->at[k + 1] - cuts->at[k]);
	return most;
}
