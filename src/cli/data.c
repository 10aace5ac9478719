#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/catalog.h"
#include "cli/options.h"
#include "render/page.h"

static bool find_page(struct workshop *w, struct arena *arena,
		      struct page *page);
static bool take_page(void *page, const struct item *item);
static struct str normal_path(const char *given, struct arena *arena);
static void print_values(const struct page *page, struct arena *arena);

int command_data(const struct options *options)
{
	struct workshop w;
	struct arena arena = { 0 };
	struct page page = { .path = NULL };
	int status;

	if (workshop_open(&w, options) && w.ready &&
	    find_page(&w, &arena, &page))
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
static bool find_page(struct workshop *w, struct arena *arena,
		      struct page *page)
{
	struct str path = normal_path(w->options->page, arena);
	struct str slug = catalog_slug(path);
	struct digest *digests =
		arena_array(arena, struct digest, w->site.slug_count);
	struct bench *bench = arena_new(arena, struct bench);
	struct catalog catalog = {
		.w = w,
		.arena = arena,
		.only = path,
		.visit = take_page,
		.context = page,
	};

	for (size_t i = 0; i < w->site.slug_count; i++) {
		bool own = str_equals(w->site.slugs[i], slug);

		if (!own && !catalog_needs_digests(path))
			continue;
		if (!bench_set_up(bench, w, i, w->diags, arena))
			return false;
		digests[i] = digest_of(&bench->subject, bench->colors, arena);
		if (own && catalog_comparison(&catalog, bench) && page->path)
			return true;
	}
	if (catalog_needs_digests(path))
		digests_sort(digests, w->site.slug_count);
	if (catalog_site(&catalog, digests, w->site.slug_count) && page->path)
		return true;
	diag_error(w->diags, (struct place){ .file = NULL },
		   "there is no page \"%s\"", w->options->page);
	diag_suggest(w->diags, slug, w->site.slugs, w->site.slug_count);
	return false;
}

static bool take_page(void *page, const struct item *item)
{
	if (item->page)
		*(struct page *)page = *item->page;
	return true;
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
