#include "render/scene.h"

#include <string.h>

static struct mark *add(struct scene *scene, enum mark_kind kind, double x,
			double y);

struct scene *scene_new(double width, double height, struct arena *arena)
{
	struct scene *scene = arena_new(arena, struct scene);

	scene->width = width;
	scene->height = height;
	scene->arena = arena;
	return scene;
}

struct mark *scene_rect(struct scene *scene, double x, double y, double width,
			double height, struct ink fill)
{
	struct mark *mark = add(scene, MARK_RECT, x, y);

	mark->width = width;
	mark->height = height;
	mark->fill = fill;
	return mark;
}

struct mark *scene_line(struct scene *scene, double x1, double y1, double x2,
			double y2, struct ink stroke)
{
	struct mark *mark = add(scene, MARK_LINE, x1, y1);

	mark->width = x2 - x1;
	mark->height = y2 - y1;
	mark->stroke = stroke;
	mark->stroke_width = 1;
	return mark;
}

struct mark *scene_circle(struct scene *scene, double x, double y,
			  double radius, struct ink fill)
{
	struct mark *mark = add(scene, MARK_CIRCLE, x, y);

	mark->radius = radius;
	mark->fill = fill;
	return mark;
}

struct mark *scene_path(struct scene *scene, const struct point *points,
			size_t count)
{
	struct mark *mark = add(scene, MARK_PATH, 0, 0);

	mark->points = arena_array(scene->arena, struct point, count);
	memcpy(mark->points, points, count * sizeof(*points));
	mark->point_count = count;
	mark->stroke_width = 1;
	return mark;
}

struct mark *scene_text(struct scene *scene, double x, double y,
			struct str text, struct text_style style,
			struct ink fill)
{
	struct mark *mark = add(scene, MARK_TEXT, x, y);

	mark->text = text;
	mark->style = style;
	mark->fill = fill;
	return mark;
}

/* Six shapes of about the same area, filled; then the same six hollow. */
void scene_sign(struct scene *scene, double x, double y, double r, size_t slot)
{
	const double s = r * 0.89, d = r * 1.25, t = r * 1.2;
	const struct point square[] = { { x - s, y - s },
					{ x + s, y - s },
					{ x + s, y + s },
					{ x - s, y + s } };
	const struct point diamond[] = {
		{ x, y - d }, { x + d, y }, { x, y + d }, { x - d, y }
	};
	const struct point up[] = { { x, y - t },
				    { x + t, y + t * 0.8 },
				    { x - t, y + t * 0.8 } };
	const struct point down[] = { { x, y + t },
				      { x + t, y - t * 0.8 },
				      { x - t, y - t * 0.8 } };
	const struct point bar[] = { { x - s * 0.6, y - d },
				     { x + s * 0.6, y - d },
				     { x + s * 0.6, y + d },
				     { x - s * 0.6, y + d } };
	const struct {
		const struct point *points;
		size_t count;
	} shapes[] = { { NULL, 0 }, { square, 4 }, { diamond, 4 },
		       { up, 3 },   { down, 3 },   { bar, 4 } };
	size_t shape = slot % (sizeof(shapes) / sizeof(*shapes));
	struct mark *mark;

	mark = shape ? scene_path(scene, shapes[shape].points,
				  shapes[shape].count)
		     : scene_circle(scene, x, y, r, series_ink(slot));
	mark->closed = true;
	mark->fill = series_ink(slot);
	mark->stroke = ink(PAINT_SURFACE);
	mark->stroke_width = 1.5;
	if (slot % PALETTE_SLOTS >= 6) {
		mark->stroke = mark->fill;
		mark->fill = ink(PAINT_SURFACE);
		mark->stroke_width = 2.2;
	}
}

struct mark *scene_image(struct scene *scene, double x, double y, double width,
			 double height, struct str file)
{
	struct mark *mark = add(scene, MARK_IMAGE, x, y);

	mark->width = width;
	mark->height = height;
	mark->image = file;
	return mark;
}

struct ink ink(enum paint paint)
{
	return (struct ink){ paint, 0 };
}

struct ink shade_ink(size_t shade)
{
	return (struct ink){ PAINT_HEAT, shade % PALETTE_SHADES };
}

struct ink series_ink(size_t slot)
{
	if (slot == SLOT_NONE)
		return ink(PAINT_ACCENT);
	return (struct ink){ PAINT_SERIES, slot % PALETTE_SLOTS };
}

static struct mark *add(struct scene *scene, enum mark_kind kind, double x,
			double y)
{
	struct mark *mark =
		arena_push(scene->arena, scene->marks, scene->mark_count);

	mark->kind = kind;
	mark->x = x;
	mark->y = y;
	return mark;
}
