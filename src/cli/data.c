#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/options.h"
#include "cli/workshop.h"
#include "view/data_view.h"
#include "view/poster_view.h"
#include "render/page.h"
#include "render/poster.h"

static bool find_page(struct workshop *w, struct bench *bench,
		      struct arena *arena, struct page *page);
static bool find_site_page(struct workshop *w, const char *path,
			   struct digest *digests, struct arena *arena,
			   struct page *page);
static bool find_comparison_page(struct bench *bench, const char *path,
				 struct page *page);
static bool find_picture_page(struct bench *bench, const char *path,
			      struct page *page);
static struct str normal_path(const char *given, struct arena *arena);
static void print_values(const struct page *page, struct arena *arena);

int command_data(const struct options *options)
{
	struct workshop w;
	struct arena arena = { 0 };
	struct bench bench;
	struct page page;
	int status;

	if (workshop_open(&w, options) && w.ready &&
	    find_page(&w, &bench, &arena, &page))
		print_values(&page, &arena);
	status = diags_status(w.diags);
	diags_print(w.diags, stderr,
		    (struct diag_style){ .colour = isatty(STDERR_FILENO),
					 .json = options->json });
	arena_release(&arena);
	workshop_close(&w);
	return status;
}

/* All comparisons are read for the home page, else the page's own. */
static bool find_page(struct workshop *w, struct bench *bench,
		      struct arena *arena, struct page *page)
{
	struct str path = normal_path(w->options->page, arena), rest = path;
	struct str slug = str_cut(&rest, '/');
	struct digest *digests =
		arena_array(arena, struct digest, w->site.slug_count);

	for (size_t i = 0; i < w->site.slug_count; i++) {
		bool own = str_equals(w->site.slugs[i], slug);

		if (!own && strcmp(path.ptr, "index.html"))
			continue;
		if (!bench_set_up(bench, w, i, w->diags, arena))
			return false;
		digests[i] = digest_of(&bench->subject, bench->colors, arena);
		if (own && find_comparison_page(bench, path.ptr, page))
			return true;
	}
	if (find_site_page(w, path.ptr, digests, arena, page))
		return true;
	diag_error(w->diags, (struct place){ .file = NULL },
		   "there is no page \"%s\"", w->options->page);
	diag_suggest(w->diags, slug, w->site.slugs, w->site.slug_count);
	return false;
}

static bool find_site_page(struct workshop *w, const char *path,
			   struct digest *digests, struct arena *arena,
			   struct page *page)
{
	if (!strcmp(path, "index.html")) {
		struct str css;

		digests_sort(digests, w->site.slug_count);
		css = all_colors_css(digests, w->site.slug_count, arena);
		*page = home_page(&w->frame, digests, w->site.slug_count,
				  colors_path(STR("_all"), css, arena), arena);
		return true;
	}
	if (!strcmp(path, "404.html")) {
		*page = missing_page(&w->frame, arena);
		return true;
	}
	for (size_t i = 0; i < w->site.page_count; i++) {
		*page = text_page(&w->frame, &w->site.pages[i], arena);
		if (!strcmp(path, page->path))
			return true;
	}
	return false;
}

static bool find_comparison_page(struct bench *bench, const char *path,
				 struct page *page)
{
	const struct book *book = &bench->book;
	size_t criteria = bench->c.criterion_count;
	size_t count = 3 + criteria + bench->c.option_count;

	for (size_t k = 0; k < count; k++) {
		if (k == 1 && !bench->c.scored)
			continue;
		*page = k == 0	 ? overview_page(book)
			: k == 1 ? scoreboard_page(book)
			: k == 2 ? matrix_page(book)
			: k < 3 + criteria
				? criterion_page(book, k - 3)
				: option_page(book, k - 3 - criteria);
		if (!strcmp(page->path, path))
			return true;
	}
	return find_picture_page(bench, path, page);
}

/* The infographic, and the pages of single charts. */
static bool find_picture_page(struct bench *bench, const char *path,
			      struct page *page)
{
	const struct subject *s = &bench->subject;
	struct str rest = str_from(path), id;

	str_cut(&rest, '/');
	if (str_is(rest, "infographic/index.html") &&
	    s->site->pictures & PICTURE_INFOGRAPHICS) {
		struct poster poster = poster_of(s, bench_logos(bench));

		*page = infographic_page(&bench->book,
					 poster_scene(&poster, POSTER_TALL,
						      bench->arena)
						 ->height);
		return true;
	}
	id = str_cut(&rest, '/');
	if (str_is(id, "embed") && rest.ptr) {
		struct chart *chart = chart_find(s, path_stem(rest));

		if (chart)
			*page = embed_page(&bench->book, chart);
		return chart != NULL;
	}
	return false;
}

/* "a/matrix/", "a/matrix" and "a/matrix/index.html" are one page. */
static struct str normal_path(const char *given, struct arena *arena)
{
	struct str path = str_from(given);

	while (str_starts(path, "/"))
		path = str_from_byte(path, 1);
	while (str_ends(path, "/"))
		path.len--;
	if (str_ends(path, ".html"))
		return arena_str(arena, path);
	return arena_printf(arena, "%.*s%sindex.html", STR_ARG(path),
			    path.len ? "/" : "");
}

static void print_values(const struct page *page, struct arena *arena)
{
	struct buf json = { 0 }, filled = { 0 };

	value_to_json(page->values, &json);
	page_fill_root(buf_str(&json), page_root(page->path, arena), &filled);
	fwrite(filled.ptr, 1, filled.len, stdout);
	putchar('\n');
	buf_release(&filled);
	buf_release(&json);
}
