#include "make/redirects.h"

#include <assert.h>
#include <stdlib.h>

#include "base/diag.h"
#include "view/frame.h"

static void add_comparison(struct redirect **redirects, size_t *count,
			   const struct site *const *sites, size_t site_count,
			   size_t slug, const struct comparison *head,
			   struct arena *arena);
static struct str address_in(const struct site *edition, struct str alias,
			     struct str folder, struct arena *arena);
static void add_pages(struct redirect **redirects, size_t *count,
		      const struct site *site, struct arena *arena);
static void add(struct redirect **redirects, size_t *count,
		const struct text *aliases, size_t alias_count, struct str to,
		struct arena *arena);
static void find_repeated(struct redirect *redirects, size_t count,
			  struct arena *arena);
static int compare(const void *one, const void *other);

struct redirect *redirects_of(const struct site *const *sites,
			      size_t site_count, const struct comparison *heads,
			      size_t *count, struct arena *arena)
{
	struct redirect *redirects = NULL;

	*count = 0;
	add_pages(&redirects, count, sites[0], arena);
	for (size_t i = 0; i < sites[0]->slug_count; i++)
		add_comparison(&redirects, count, sites, site_count, i,
			       &heads[i], arena);
	for (size_t k = 1; k < site_count; k++)
		add_pages(&redirects, count, sites[k], arena);
	find_repeated(redirects, *count, arena);
	return redirects;
}

bool redirects_check(struct diags *diags, const struct redirect *redirects,
		     size_t count)
{
	bool ok = true;

	for (size_t i = 0; i < count; i++)
		if (redirects[i].before)
			ok = diag_error(diags, redirects[i].at,
					"\"%.*s\" is an alias already, in %s",
					STR_ARG(redirects[i].from),
					redirects[i].before->at.file);
	return ok;
}

struct page redirect_page(const struct frame *frame,
			  const struct redirect *redirect, struct arena *arena)
{
	struct str to = redirect->to;
	struct page_head head = {
		.path = redirect->path.ptr,
		.template = "redirect",
		.title = to,
	};
	struct value *values = frame_values(frame, &head, arena);

	assert(!redirect->before);
	if (str_ends(to, "/"))
		to = ARENA_JOIN(arena, to, STR("index.html"));
	value_set_text(values, "to_url", site_url(to, arena));
	return (struct page){
		.path = head.path,
		.template = head.template,
		.title = head.title,
		.values = values,
	};
}

/* "/de/old/" leads to the comparison in that language, where it is. */
static void add_comparison(struct redirect **redirects, size_t *count,
			   const struct site *const *sites, size_t site_count,
			   size_t slug, const struct comparison *head,
			   struct arena *arena)
{
	struct str folder = sites[0]->slugs[slug];

	for (size_t i = 0; i < head->alias_count; i++) {
		struct str to = ARENA_JOIN(arena, folder, STR("/"));

		for (size_t k = 1; k < site_count; k++) {
			struct str own = address_in(
				sites[k], head->aliases[i].str, folder, arena);

			if (own.len)
				to = own;
		}
		add(redirects, count, &head->aliases[i], 1, to, arena);
	}
}

/* Of an alias below the edition: where its comparison is; else empty. */
static struct str address_in(const struct site *edition, struct str alias,
			     struct str folder, struct arena *arena)
{
	struct str prefix = ARENA_JOIN(arena, edition->edition, STR("/"));

	if (str_starts(alias, "/"))
		alias = str_from_byte(alias, 1);
	for (size_t i = 0; i < edition->slug_count; i++)
		if (str_starts(alias, prefix.ptr) &&
		    str_equals(edition->folders[i], folder))
			return ARENA_JOIN(arena, prefix, edition->slugs[i],
					  STR("/"));
	return STR("");
}

static void add_pages(struct redirect **redirects, size_t *count,
		      const struct site *site, struct arena *arena)
{
	struct str edition = site->edition;

	for (size_t i = 0; i < site->page_count; i++)
		add(redirects, count, site->pages[i].aliases,
		    site->pages[i].alias_count,
		    arena_printf(arena, "%.*s%s%.*s.html", STR_ARG(edition),
				 edition.len ? "/" : "",
				 STR_ARG(site->pages[i].name)),
		    arena);
}

static void add(struct redirect **redirects, size_t *count,
		const struct text *aliases, size_t alias_count, struct str to,
		struct arena *arena)
{
	for (size_t i = 0; i < alias_count; i++) {
		struct str from = aliases[i].str;
		const char *file;

		if (str_starts(from, "/"))
			from = str_from_byte(from, 1);
		file = str_ends(from, ".html") ? ""
		       : str_ends(from, "/")   ? "index.html"
					       : "/index.html";
		*arena_push(arena, *redirects, *count) = (struct redirect){
			.from = from,
			.to = to,
			.path = arena_printf(arena, "%.*s%s", STR_ARG(from),
					     file),
			.at = aliases[i].at,
		};
	}
}

static void find_repeated(struct redirect *redirects, size_t count,
			  struct arena *arena)
{
	struct redirect **sorted = arena_array(arena, struct redirect *, count);

	for (size_t i = 0; i < count; i++)
		sorted[i] = &redirects[i];
	if (count)
		qsort(sorted, count, sizeof(*sorted), compare);
	for (size_t i = 1; i < count; i++)
		if (str_equals(sorted[i - 1]->path, sorted[i]->path))
			sorted[i]->before = sorted[i - 1];
}

/* Equals stay in the order of their places, so that the same one is told. */
static int compare(const void *one, const void *other)
{
	const struct redirect *a = *(const struct redirect *const *)one;
	const struct redirect *b = *(const struct redirect *const *)other;
	int order = str_compare(a->path, b->path);

	return order ? order : a < b ? -1 : a > b;
}
