/*
 * What the pages of a comparison are made with.
 */
#ifndef VIEW_PAGE_PARTS_H
#define VIEW_PAGE_PARTS_H

#include "view/page_view.h"

/* A page of the comparison, in the folder `at` below it; its values follow. */
struct page page_start(const struct book *book, struct str at,
		       const char *template, struct str title,
		       struct str description);

/* "Matrix: what is compared, and why": of a page where nothing is scored. */
struct str page_unscored(const struct subject *s, struct str title);

/* Sets the page's values: those of every page, to which it adds its own. */
struct value *page_values(const struct book *book, struct page *page,
			  const struct value *json_ld, bool is_article);

/* Notes that the chart is to be drawn; gives its object. */
const struct value *page_add_chart(struct page *page, struct chart *chart);

/* The words of a criterion's prose. */
size_t criterion_words(const struct criterion *criterion, size_t count);

/*
 * What stands on a page of its own and in the report: a criterion with its
 * evidence (and with `page` its chart), the guide and the questions (or null),
 * the further tables.
 */
struct value *criterion_detail(const struct book *book, size_t j,
			       struct page *page);
const struct value *guide_view(const struct subject *s);
const struct value *faq_view(const struct subject *s);
const struct value *tables_view(const struct subject *s);

/* A criterion as a link to it: `title`, `url`, `number`. */
const struct value *neighbour_view(const struct subject *s, size_t j);

#endif
