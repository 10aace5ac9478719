#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "base/root_mark.h"
#include "make/catalog.h"
#include "make/page.h"

/* The page that is asked for. */
struct finding {
	struct arena arena; /* of its values */
	bool is_found;
};

static int run(const struct options *options);
static void find_page(const struct workshop *w, const char *page,
		      struct arena *arena, struct finding *finding);
static bool find_in(const struct workshop *w, struct str path,
		    struct arena *arena, struct finding *finding);
static bool print_page(void *finding, const struct item *item);
static struct str normal_path(const char *given, struct arena *arena);
static void print_values(const struct page *page, struct arena *arena);
static void name_samples(struct str text, struct buf *to);

const struct command COMMAND_DATA = {
	.name = "data",
	.usage = "[CONTENT] PAGE",
	.does = "print a page's values as JSON",
	.wants = "a page, such as index.html",
	.is_product = true,
	.run = run,
	.help = "Usage: paragone data [CONTENT] PAGE [OPTIONS]\n"
		"\n"
		"Prints the values that the template of PAGE gets, as JSON. PAGE is a\n"
		"path of the site; `nodejs-vs-python/matrix` will do.\n"
		"\n"
		"      --theme NAME, --base-url URL, --drafts, --strict  as in build\n"
		"\n"
		"Example: paragone data content nodejs-vs-python/matrix\n",
};

static int run(const struct options *options)
{
	struct workshop w;
	struct arena arena = { 0 };
	struct finding finding = { 0 };
	int status;

	if (workshop_open(&w, &options->order) && w.ready)
		find_page(&w, options->page, &arena, &finding);
	status = output_diags(w.diags, options->json);
	arena_release(&arena);
	arena_release(&finding.arena);
	workshop_close(&w);
	return status;
}

static void find_page(const struct workshop *w, const char *page,
		      struct arena *arena, struct finding *finding)
{
	struct str path = normal_path(page, arena), own_path = path;
	const struct workshop *own =
		workshop_edition(w, workshop_edition_at(w, &own_path));
	struct catalog catalog = {
		.w = w,
		.arena = arena,
		.page = &finding->arena,
		.only = path,
		.visit = print_page,
		.context = finding,
	};

	if (!find_in(own, own_path, arena, finding) || finding->is_found ||
	    !catalog_host(&catalog, NULL, 0) || finding->is_found)
		return;
	diag_error(w->diags, (struct place){ .file = NULL },
		   "there is no page \"%s\"", page);
	diag_suggest(w->diags, catalog_slug(own_path), own->site.slugs,
		     own->site.slug_count);
}

/*
 * All comparisons are read for the home page, else the page's own; false when
 * one cannot be.
 */
static bool find_in(const struct workshop *w, struct str path,
		    struct arena *arena, struct finding *finding)
{
	struct str slug = catalog_slug(path);
	struct digest *digests =
		arena_array(arena, struct digest, w->site.slug_count);
	struct bench *bench = arena_new(arena, struct bench);
	struct catalog catalog = {
		.w = w,
		.arena = arena,
		.page = &finding->arena,
		.only = path,
		.visit = print_page,
		.context = finding,
	};

	for (size_t i = 0; i < w->site.slug_count; i++) {
		bool own = str_equals(w->site.slugs[i], slug);

		if (!own && !catalog_needs_digests(path))
			continue;
		if (!bench_set_up(bench, w, i, w->diags, arena))
			return false;
		digests[i] = digest_of(&bench->subject, bench->colors, arena);
		if (own && catalog_comparison(&catalog, bench) &&
		    finding->is_found)
			return true;
	}
	if (catalog_needs_digests(path))
		digests_sort(digests, w->site.slug_count);
	return catalog_site(&catalog, digests, w->site.slug_count);
}

/* The values last no longer than the call. */
static bool print_page(void *context, const struct item *item)
{
	struct finding *finding = context;

	struct page redirect;

	if (finding->is_found)
		return true;
	if (item->kind == ITEM_PAGE) {
		print_values(item->page, &finding->arena);
		finding->is_found = true;
	} else if (item->kind == ITEM_REDIRECT) {
		redirect = redirect_page(&item->w->frame, item->redirect,
					 &finding->arena);
		print_values(&redirect, &finding->arena);
		finding->is_found = true;
	}
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
	struct buf json = { 0 }, named = { 0 }, filled = { 0 };

	value_to_json(page->values, &json);
	name_samples(buf_str(&json), &named);
	page_fill_root(buf_str(&named), page_root(page->path, arena), &filled);
	fwrite(filled.ptr, 1, filled.len, stdout);
	putchar('\n');
	buf_release(&filled);
	buf_release(&named);
	buf_release(&json);
}

/* Samples of code that a text names are put there when a page is made. */
static void name_samples(struct str text, struct buf *to)
{
	for (bool inside = false; text.ptr; inside = !inside) {
		struct str part = str_cut(&text, SAMPLE_MARK);

		if (inside)
			buf_printf(to, "<!-- sample %.*s -->", STR_ARG(part));
		else
			buf_raw(to, part);
	}
}
