#include "model/site.h"

const struct site_page *site_find_page(const struct site *site, struct str name)
{
	for (size_t i = 0; i < site->page_count; i++)
		if (str_equals(site->pages[i].name, name))
			return &site->pages[i];
	return NULL;
}
