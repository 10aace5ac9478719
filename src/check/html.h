/*
 * A finished page, as far as it is checked: what it holds and what it names.
 *
 * It is read with libxml2's SAX parser.  That one knows no HTML5, so whether
 * the markup is valid is not for us to say; what it reports is not heard.
 */
#ifndef CHECK_HTML_H
#define CHECK_HTML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/* Something of the page, with the line of the page that it is on. */
struct html_part {
	struct str text;
	unsigned line;
};

struct html_list {
	struct html_part *items;
	size_t count;
};

struct html_page {
	struct str title, description, language;
	bool no_index; /* search engines are asked to leave it out */
	struct html_list ids, ways; /* ways: links to other pages */
	struct html_list files;	    /* other addresses, images among them */
	struct html_list images;    /* addresses of images in the text */
	struct html_list bare;	    /* those of images without alt */
	struct html_list refs;	    /* ids that attributes refer to */
	struct html_list headings;
	int *levels; /* of the headings */
	size_t level_count;
};

/* All of it is the arena's. */
void html_read(struct str bytes, struct html_page *page, struct arena *arena);

#endif
