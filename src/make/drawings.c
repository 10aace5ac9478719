#include "make/drawings.h"

#include "base/buf.h"
#include "draw/scene_svg.h"

static bool is_plain(struct str marks);

void drawings_add(struct drawings *drawings, const struct chart *chart,
		  const struct scene *wide, const struct scene *narrow)
{
	struct arena *arena = &drawings->arena;
	struct drawing *drawing;

	if (drawings_find(drawings, chart))
		return;
	drawing = arena_push(arena, drawings->items, drawings->count);
	drawing->id = arena_str(arena, chart->id);
	drawing->wide = drawing_of(chart, wide, "wide", arena);
	drawing->narrow = drawing_of(chart, narrow, "narrow", arena);
}

const struct drawing *drawings_find(const struct drawings *drawings,
				    const struct chart *chart)
{
	for (size_t i = 0; drawings && i < drawings->count; i++)
		if (str_equals(drawings->items[i].id, chart->id))
			return &drawings->items[i];
	return NULL;
}

struct str drawing_of(const struct chart *chart, const struct scene *scene,
		      const char *form, struct arena *arena)
{
	struct str id = ARENA_JOIN(arena, chart->id, STR("-"), str_from(form));
	struct buf svg = { 0 };
	struct str made;

	scene_svg_inline(scene, id, form, &svg);
	made = buf_copy(&svg, arena);
	buf_release(&svg);
	return made;
}

struct str drawing_marks(struct str svg)
{
	const struct str BEFORE = STR("</desc>"), END = STR("</svg>");
	struct str marks =
		str_from_byte(svg, str_find_str(svg, BEFORE) + BEFORE.len);

	if (!str_ends(svg, END.ptr) || marks.len < END.len)
		return STR("");
	marks.len -= END.len;
	return is_plain(marks) ? marks : STR("");
}

/* No place, no link, no reference to one. */
static bool is_plain(struct str marks)
{
	if (str_find(marks, '#') < marks.len)
		return false;
	for (size_t at = str_find(marks, '='); at < marks.len;
	     at += 1 + str_find(str_from_byte(marks, at + 1), '=')) {
		const char *end = marks.ptr + at, *name = end;

		while (name > marks.ptr && name[-1] > ' ')
			name--;
		if (name[0] == 'a' || (end - name == 2 && name[0] == 'i') ||
		    (end > name && end[-1] == 'f'))
			return false;
	}
	return true;
}

void drawings_release(struct drawings *drawings)
{
	arena_release(&drawings->arena);
	*drawings = (struct drawings){ .count = 0 };
}
