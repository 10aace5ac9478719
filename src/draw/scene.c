#include "draw/scene.h"

#include <string.h>

#include "draw/look.h"
#include "view/sign.h"

static struct mark *put_ring(struct scene *scene, double x, double y, double r,
			     const struct sign_ring *ring);
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

/* In the colour, the ground and the colour again, from the outside in. */
void scene_sign(struct scene *scene, double x, double y, double r, size_t slot)
{
	struct sign sign = sign_of(slot);

	r *= look_of()->signs;
	for (size_t k = 0; k < sign.ring_count; k++) {
		struct mark *mark = put_ring(scene, x, y, r, &sign.rings[k]);

		mark->fill = k % 2 ? ink(PAINT_SURFACE) : series_ink(slot);
		if (sign.ring_count > 1)
			continue;
		mark->stroke = ink(PAINT_SURFACE);
		mark->stroke_width = 1.5;
	}
}

/* Cells and grounds are square, or have colours of their own. */
bool scene_is_blocks(const struct mark *mark)
{
	return look_of()->blocks && mark->radius > 0 && !mark->is_solid &&
	       mark->width > 12 && mark->stroke.paint == PAINT_NONE &&
	       mark->fill.paint != PAINT_EXACT &&
	       mark->fill.paint != PAINT_HEAT && mark->fill.paint != PAINT_BAND;
}

static struct mark *put_ring(struct scene *scene, double x, double y, double r,
			     const struct sign_ring *ring)
{
	struct point points[SIGN_POINTS];
	struct mark *mark;

	if (ring->radius > 0) {
		mark = scene_circle(scene, x, y, r * ring->radius,
				    ink(PAINT_NONE));
		mark->closed = true;
		return mark;
	}
	for (size_t k = 0; k < ring->count; k++)
		points[k] = (struct point){ x + r * ring->x[k],
					    y + r * ring->y[k] };
	mark = scene_path(scene, points, ring->count);
	mark->closed = true;
	return mark;
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

void scene_mirror(struct scene *scene)
{
	static const enum anchor OTHER[] = { ANCHOR_END, ANCHOR_MIDDLE,
					     ANCHOR_START };

	for (size_t i = 0; i < scene->mark_count; i++) {
		struct mark *mark = &scene->marks[i];

		mark->x = scene->width - mark->x;
		mark->anchor = OTHER[mark->anchor];
		if (mark->kind == MARK_RECT || mark->kind == MARK_IMAGE)
			mark->x -= mark->width;
		else
			mark->width = -mark->width;
		for (size_t k = 0; k < mark->point_count; k++)
			mark->points[k].x = scene->width - mark->points[k].x;
	}
}

struct ink exact_ink(uint32_t colour)
{
	return (struct ink){ PAINT_EXACT, colour };
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
