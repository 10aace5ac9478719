#include "make/page.h"

#include <assert.h>
#include <string.h>

#include "base/address.h"
#include "base/root_mark.h"
#include "chart/chart.h"
#include "make/joined.h"

/* The marks of charts, while a page is joined. */
struct drawn {
	struct str *marks;
	size_t count;
};

static bool put_samples(struct diags *diags, const struct render *render,
			const struct page_job *job, struct arena *arena,
			struct buf *page);
static const struct value *with_sample(const struct page_job *job,
				       struct str number, struct arena *arena);
static void join(struct buf *page);
static struct str with_policy(struct str page, struct str policy,
			      struct arena *arena);
static void draw(const struct page_job *job, const struct chart *chart,
		 struct drawn *drawn, struct arena *arena);
static struct str set_aside(struct str svg, struct drawn *drawn,
			    struct arena *arena);
static void put_marks(struct buf *page, const struct drawn *drawn);
static size_t number_of(struct str digits);

bool page_render(struct diags *diags, const struct templates *templates,
		 const struct page_job *job, struct arena *arena,
		 struct buf *to)
{
	struct render render = { .templates = templates, .page = job->path };
	struct drawn drawn = { .count = 0 };
	struct buf page = { 0 };
	bool ok;

	if (job->is_joined)
		drawn.marks =
			arena_array(arena, struct str, 2 * job->chart_count);
	for (size_t i = 0; i < job->chart_count; i++)
		draw(job, job->charts[i], &drawn, arena);
	ok = templates_render(diags, &render, str_from(job->template),
			      job->values, &page);
	ok = ok && put_samples(diags, &render, job, arena, &page);
	if (job->is_joined) {
		join(&page);
		put_marks(&page, &drawn);
	}
	page_fill_root(with_policy(buf_str(&page), job->policy, arena),
		       job->root.ptr ? job->root : page_root(job->path, arena),
		       to);
	buf_release(&page);
	return ok;
}

static bool put_samples(struct diags *diags, const struct render *render,
			const struct page_job *job, struct arena *arena,
			struct buf *page)
{
	struct str rest = buf_str(page);
	struct buf made = { 0 };
	bool ok = true;

	if (str_find(rest, SAMPLE_MARK) == rest.len)
		return true;
	while (rest.ptr) {
		buf_raw(&made, str_cut(&rest, SAMPLE_MARK));
		if (rest.ptr)
			ok &= templates_render(
				diags, render, STR("samples"),
				with_sample(job, str_cut(&rest, SAMPLE_MARK),
					    arena),
				&made);
	}
	buf_release(page);
	*page = made;
	return ok;
}

/* The values of the page, but of its samples that one alone. */
static const struct value *with_sample(const struct page_job *job,
				       struct str number, struct arena *arena)
{
	struct value *values = value_extend(job->values, arena);
	struct value *one = value_list(arena);
	size_t k = number_of(number);

	assert(job->samples && k < job->samples->as.list.count);
	value_append(one, job->samples->as.list.items[k]);
	value_set(values, "samples", one);
	return values;
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

static void draw(const struct page_job *job, const struct chart *chart,
		 struct drawn *drawn, struct arena *arena)
{
	const struct drawing *known = drawings_find(job->drawings, chart);
	struct str wide, narrow;

	if (known) {
		wide = known->wide;
		narrow = known->narrow;
	} else {
		wide = drawing_of(chart,
				  chart_scene(chart->kind, CHART_WIDE,
					      &chart->data, arena),
				  "wide", arena);
		narrow = drawing_of(chart,
				    chart_scene(chart->kind, CHART_NARROW,
						&chart->data, arena),
				    "narrow", arena);
	}
	chart->wide->as.text =
		job->is_joined ? set_aside(wide, drawn, arena) : wide;
	chart->narrow->as.text =
		job->is_joined ? set_aside(narrow, drawn, arena) : narrow;
}

/* The picture with the number of its marks in their place. */
static struct str set_aside(struct str svg, struct drawn *drawn,
			    struct arena *arena)
{
	struct str marks = drawing_marks(svg);
	size_t before = (size_t)(marks.ptr - svg.ptr);

	if (!marks.len)
		return svg;
	drawn->marks[drawn->count] = marks;
	return arena_printf(arena, "%.*s%c%zu%c%.*s", (int)before, svg.ptr,
			    DRAWING_MARK, drawn->count++, DRAWING_MARK,
			    STR_ARG(str_from_byte(svg, before + marks.len)));
}

static void put_marks(struct buf *page, const struct drawn *drawn)
{
	struct str rest = buf_str(page);
	struct buf made = { 0 };

	while (rest.ptr) {
		buf_raw(&made, str_cut(&rest, DRAWING_MARK));
		if (rest.ptr)
			buf_raw(&made, drawn->marks[number_of(
					       str_cut(&rest, DRAWING_MARK))]);
	}
	buf_release(page);
	*page = made;
}

static size_t number_of(struct str digits)
{
	size_t number = 0;

	for (size_t i = 0; i < digits.len; i++)
		number = number * 10 + (size_t)(digits.ptr[i] - '0');
	return number;
}
