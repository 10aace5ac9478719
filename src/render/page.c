#include "render/page.h"

#include <string.h>

#include "base/address.h"
#include "base/root_mark.h"
#include "render/chart.h"
#include "render/scene_svg.h"

static void draw(struct chart *chart, enum chart_width width, const char *class,
		 struct value *into, struct arena *arena);

bool page_render(struct diags *diags, const struct templates *templates,
		 const struct page_job *job, struct arena *arena,
		 struct buf *to)
{
	struct render render = { .templates = templates, .page = job->path };
	struct buf page = { 0 };
	bool ok;

	for (size_t i = 0; i < job->chart_count; i++) {
		struct chart *chart = job->charts[i];

		draw(chart, CHART_WIDE, "wide", chart->wide, arena);
		draw(chart, CHART_NARROW, "narrow", chart->narrow, arena);
	}
	ok = templates_render(diags, &render, str_from(job->template),
			      job->values, &page);
	page_fill_root(buf_str(&page),
		       job->root.ptr ? job->root : page_root(job->path, arena),
		       to);
	buf_release(&page);
	return ok;
}

struct str page_root(const char *path, struct arena *arena)
{
	struct buf buf = { 0 };
	struct str root;

	for (; *path; path++)
		if (*path == '/')
			buf_text(&buf, "../");
	root = buf_copy(&buf, arena);
	buf_release(&buf);
	return root;
}

/* "javascript:x.txt" is a file beside a page at the root, and no script. */
void page_fill_root(struct str text, struct str root, struct buf *to)
{
	while (text.ptr) {
		buf_raw(to, str_cut(&text, ROOT_MARK));
		if (!text.ptr)
			return;
		buf_raw(to, root);
		if (!root.len && address_needs_dot(text))
			buf_text(to, "./");
	}
}

static void draw(struct chart *chart, enum chart_width width, const char *class,
		 struct value *into, struct arena *arena)
{
	const struct scene *scene =
		chart_scene(chart->kind, width, &chart->data, arena);
	struct str id =
		arena_printf(arena, "%.*s-%s", STR_ARG(chart->id), class);
	struct buf svg = { 0 };

	scene_svg_inline(scene, id, class, &svg);
	into->as.text = buf_copy(&svg, arena);
	buf_release(&svg);
}
