#include "model/site.h"

#include <stdlib.h>

static int compare_pages(const void *a, const void *b);
static int compare_name(const void *name, const void *page);

struct str site_folder(const struct site *site, struct str slug)
{
	for (size_t i = 0; site->folders && i < site->slug_count; i++)
		if (str_equals(site->slugs[i], slug))
			return site->folders[i];
	return slug;
}

struct str site_source(const struct site *site, size_t slug,
		       struct arena *arena)
{
	struct str folder =
		site->folders ? site->folders[slug] : site->slugs[slug];

	return ARENA_JOIN(arena, folder, STR("/comparison"),
			  site->edition.len ? STR(".") : STR(""), site->edition,
			  STR(".md"));
}

struct str edition_path(const struct site *from, const struct site *to,
			struct str path, struct arena *arena)
{
	struct str rest = path, slug = str_cut(&rest, '/'), folder;

	if (str_ends(path, "/infographic/index.html") &&
	    !(to->pictures & PICTURE_INFOGRAPHICS))
		return (struct str){ NULL, 0 };
	if (from == to || str_is(path, "index.html") ||
	    str_is(path, "search/index.html"))
		return path;
	if (!str_ends(path, "/index.html"))
		return str_ends(path, ".html") &&
				       site_find_page(to,
						      str_slice(path, 0,
								path.len - 5))
			       ? path
			       : (struct str){ NULL, 0 };
	folder = site_folder(from, slug);
	for (size_t i = 0; i < to->slug_count; i++)
		if (str_equals(site_folder(to, to->slugs[i]), folder))
			return ARENA_JOIN(arena, to->slugs[i], STR("/"), rest);
	return (struct str){ NULL, 0 };
}

struct str site_up(const struct site *site)
{
	return site->home ? STR("../") : STR("");
}

void site_sort_pages(struct site *site)
{
	if (site->page_count)
		qsort(site->pages, site->page_count, sizeof(*site->pages),
		      compare_pages);
}

const struct site_page *site_find_page(const struct site *site, struct str name)
{
	return site->page_count ? bsearch(&name, site->pages, site->page_count,
					  sizeof(*site->pages), compare_name)
				: NULL;
}

struct str site_home_title(const struct site *site)
{
	const struct site_page *text = site_find_page(site, STR("index"));

	return text && text->title.str.len ? text->title.str : site->title.str;
}

static int compare_pages(const void *a, const void *b)
{
	return compare_name(&((const struct site_page *)a)->name, b);
}

static int compare_name(const void *name, const void *page)
{
	return str_compare(*(const struct str *)name,
			   ((const struct site_page *)page)->name);
}
