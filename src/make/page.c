#include "make/page.h"

#include <string.h>

#include "base/address.h"
#include "base/root_mark.h"
#include "chart/chart.h"
#include "draw/scene_svg.h"
#include "make/joined.h"

static void join(struct buf *page);
static struct str with_policy(struct str page, struct str policy,
			      struct arena *arena);
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
	if (job->is_joined)
		join(&page);
	page_fill_root(with_policy(buf_str(&page), job->policy, arena),
		       job->root.ptr ? job->root : page_root(job->path, arena),
		       to);
	buf_release(&page);
	return ok;
}

static void join(struct buf *page)
{
	struct buf joined = { 0 };

	joined_put(buf_str(page), &joined);
	buf_release(page);
	*page = joined;
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

/* A theme's own frame of a page may not know of it. */
static struct str with_policy(struct str page, struct str policy,
			      struct arena *arena)
{
	const struct str head = STR("<head>");
	size_t at = str_find_str(page, head);
	struct buf made = { 0 };

	if (!policy.len || at == page.len ||
	    str_find_str(page, STR("http-equiv=\"Content-Security-Policy\"")) <
		    page.len)
		return page;
	at += head.len;
	buf_raw(&made, str_slice(page, 0, at));
	buf_text(&made,
		 "\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
	buf_html(&made, policy);
	buf_text(&made, "\">");
	buf_raw(&made, str_from_byte(page, at));
	page = buf_copy(&made, arena);
	buf_release(&made);
	return page;
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
