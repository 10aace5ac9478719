/*
 * Checks that the texts of a scene can be read.
 */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "draw/scene.h"
#include "unit.h"

struct box {
	double left, top, right, bottom;
};

/* Where a text is seen, from its capitals to its descenders. */
static inline struct box box_of(const struct mark *mark)
{
	double shift = mark->anchor == ANCHOR_START    ? 0
		       : mark->anchor == ANCHOR_MIDDLE ? 0.5
						       : 1;
	double width = text_width(mark->text, mark->style);
	double left = mark->x - shift * width;

	return (struct box){ left, mark->y - 0.75 * mark->style.size,
			     left + width, mark->y + 0.22 * mark->style.size };
}

static inline bool overlap(struct box a, struct box b)
{
	return fmin(a.right, b.right) - fmax(a.left, b.left) > 0.5 &&
	       fmin(a.bottom, b.bottom) - fmax(a.top, b.top) > 0.5;
}

/* No text is over another, leaves the frame or is smaller than `floor`. */
static inline void assert_clear_from(const struct scene *scene,
				     const char *what, double floor)
{
	struct box *boxes =
		arena_array(scene->arena, struct box, scene->mark_count);
	const struct mark **texts = arena_array(
		scene->arena, const struct mark *, scene->mark_count);
	size_t count = 0;

	for (size_t i = 0; i < scene->mark_count; i++) {
		const struct mark *mark = &scene->marks[i];
		struct box box;

		if (mark->kind != MARK_TEXT)
			continue;
		box = box_of(mark);
		if (mark->style.size < floor)
			fail_msg("%s: a text of %g", what, mark->style.size);
		if (box.left < -0.5 || box.top < 0 ||
		    box.right > scene->width + 0.5 ||
		    box.bottom > scene->height)
			fail_msg("%s: \"%.*s\" leaves the frame", what,
				 STR_ARG(mark->text));
		for (size_t k = 0; k < count; k++)
			if (overlap(box, boxes[k]))
				fail_msg("%s: \"%.*s\" is over \"%.*s\"", what,
					 STR_ARG(mark->text),
					 STR_ARG(texts[k]->text));
		texts[count] = mark;
		boxes[count++] = box;
	}
}

/* What lies under a point of the picture when mark `before` is drawn. */
static inline struct ink ground_at(const struct scene *scene, size_t before,
				   double x, double y)
{
	for (size_t i = before; i-- > 0;) {
		const struct mark *mark = &scene->marks[i];

		/* Lines and dots are no ground. */
		if (mark->kind == MARK_RECT && mark->fill.paint != PAINT_NONE &&
		    mark->width > 4 && mark->height > 4 && x >= mark->x &&
		    x <= mark->x + mark->width && y >= mark->y &&
		    y <= mark->y + mark->height)
			return mark->fill;
	}
	return ink(PAINT_NONE);
}

/* No text runs from one ground over the border of another. */
static inline void assert_on_one_ground(const struct scene *scene,
					const char *what)
{
	for (size_t i = 0; i < scene->mark_count; i++) {
		const struct mark *mark = &scene->marks[i];
		struct box box;
		struct ink first, other;
		double y;

		if (mark->kind != MARK_TEXT || !mark->text.len)
			continue;
		box = box_of(mark);
		y = mark->y - 0.3 * mark->style.size;
		first = ground_at(scene, i, box.left, y);
		for (int k = 1; k <= 8; k++) {
			double part = (box.right - box.left) * k / 8;

			other = ground_at(scene, i, box.left + part, y);
			if (other.paint != first.paint ||
			    other.slot != first.slot)
				fail_msg("%s: \"%.*s\" stands on two grounds",
					 what, STR_ARG(mark->text));
		}
	}
}

/* A number that lost its end is another number. */
static inline void assert_whole_number(const struct scene *scene,
				       struct str number, const char *what)
{
	for (size_t i = 0; i < scene->mark_count; i++) {
		struct str text = scene->marks[i].text;

		if (scene->marks[i].kind == MARK_TEXT && text.len > 3 &&
		    number.len && str_ends(text, "\xE2\x80\xA6") &&
		    str_find_str(number, str_slice(text, 0, text.len - 3)) == 0)
			fail_msg("%s: \"%.*s\" of \"%.*s\"", what,
				 STR_ARG(text), STR_ARG(number));
	}
}

static inline void assert_clear(const struct scene *scene, const char *what)
{
	assert_clear_from(scene, what, 12);
}

#endif
