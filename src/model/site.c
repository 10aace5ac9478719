#include "model/site.h"

#include <stdlib.h>

static int compare_pages(const void *a, const void *b);
static int compare_name(const void *name, const void *page);

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

static int compare_pages(const void *a, const void *b)
{
	return compare_name(&((const struct site_page *)a)->name, b);
}

static int compare_name(const void *name, const void *page)
{
	return str_compare(*(const struct str *)name,
			   ((const struct site_page *)page)->name);
}
