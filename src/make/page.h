/*
 * A page's values to the bytes of its file.
 */
#ifndef MAKE_PAGE_H
#define MAKE_PAGE_H

#include "make/drawings.h"
#include "template/mustache.h"
#include "view/series.h"

struct page_job {
	const char *path, *template;
	const struct value *values;
	struct chart *const *charts; /* to be drawn into the values */
	size_t chart_count;
	const struct drawings *drawings; /* that are drawn already, or NULL */
	const struct value *samples;	 /* that stand in texts; or NULL */
	struct str root;   /* what links begin with, in place of the way up */
	bool is_joined;	   /* see make/joined.h */
	struct str policy; /* that the page is to carry; empty: none */
};

/*
 * Draws the charts, renders the template, each sample that stands in a text
 * by the template `samples`, and fills in the way to the root of
 * the site: "../" for each folder that the page is in.  A page whose templates
 * leave the policy out gets it at the beginning of its head.
 */
bool page_render(struct diags *diags, const struct templates *templates,
		 const struct page_job *job, struct arena *arena,
		 struct buf *to);

/* The way from a page at `path` to the root. */
struct str page_root(const char *path, struct arena *arena);

/* Copies `text`, each mark of the root replaced by `root`. */
void page_fill_root(struct str text, struct str root, struct buf *to);

#endif
