/*
 * What surrounds the content of every page: site, navigation, breadcrumbs,
 * and the data for search engines and for sharing.
 */
#ifndef VIEW_FRAME_H
#define VIEW_FRAME_H

#include "view/page_view.h"

struct crumb {
	struct str title, url;
};

/* The particulars of one page. */
struct page_head {
	const char *path, *template;
	const char *source; /* the file of the content to edit, or NULL */
	struct str title, description;
	const struct crumb *crumbs; /* from the home page to this page */
	size_t crumb_count;
	const struct book *book; /* of a comparison's page, or NULL */
	struct str colors_path;	 /* a style sheet of options' colours */
	bool is_article, is_home;
	struct date date; /* of a page of its own, or none */
	bool is_draft;
	struct str image;		/* path of its picture, or empty */
	const struct params *params[2]; /* of the page itself, or NULL */
	const struct value *pager;	/* of a list of cards, or NULL */
	const struct value *json_ld;	/* further JSON-LD objects: a list */
};

/* The values that every page has; the page's own are added by the caller. */
struct value *frame_values(const struct frame *frame,
			   const struct page_head *head, struct arena *arena);

/* The class of what shows a comparison's options in their own colours. */
const struct value *colors_class(struct str slug, struct arena *arena);

/* `path` below base_url; empty when the site has none. */
struct str frame_absolute(const struct frame *frame, struct str path,
			  struct arena *arena);

/* A page in one of the languages of the site. */
struct alternate {
	struct str language, name; /* "de", "Deutsch" */
	struct str path;	   /* from the root of all languages */
	struct str url;		   /* absolute; empty without base_url */
	bool is_current, is_default;
};

/*
 * The page at a path of the frame's site in each language that has it, where
 * there are two or more; how many.
 */
size_t frame_alternates(const struct frame *frame, struct str path,
			struct alternate **alternates, struct arena *arena);

/* HTML whose links into the site are absolute. */
struct str frame_absolute_html(const struct frame *frame, struct str html,
			       struct arena *arena);

/* The headings of the prose, as a list of `title`, `url`, `level`, `is_sub`. */
void toc_add(struct value *list, const struct prose *prose);
void toc_add_entry(struct value *list, struct str title, struct str anchor,
		   int level);

/* "7 minutes to read" for so many words. */
struct str reading_time(const struct phrases *phrases, size_t words,
			struct arena *arena);

#endif
