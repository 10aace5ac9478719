/*
 * A site in memory that follows its content.
 *
 * A file is made when it is asked for and kept until the next change.  After
 * a change only the comparisons it touches are read and judged at once; those
 * it may touch, by links to a file that came or went, are looked at again
 * when there is nothing else to do, one a call of preview_work().  What
 * cannot be made because of a mistake stays as it was last made.
 */
#ifndef CLI_PREVIEW_H
#define CLI_PREVIEW_H

#include "make/order.h"
#include "serve/http.h"
#include "serve/watch.h"

struct preview;

/* A mistake of the author's is no reason to fail: preview_errors() has it. */
struct preview *preview_open(const struct order *order);
void preview_close(struct preview *preview);

/* Watches all that the site is made of; false with diagnostics. */
bool preview_watch(struct preview *preview, struct watch *watch,
		   struct diags *diags);

/* The file at a path, for struct http_site. */
enum http_found preview_get(void *preview, struct str path, struct str *bytes);

/* The policy of its pages, for struct http_site. */
const char *preview_policy(struct preview *preview);

enum preview_news {
	PREVIEW_SAME,	/* what is shown stays: there are only mistakes */
	PREVIEW_STYLES, /* other style sheets, nothing else */
	PREVIEW_PAGES,	/* anything may be different */
};
enum preview_news preview_change(struct preview *preview,
				 const struct watch_change *changes,
				 size_t count);

/* Looks at one more comparison; false when there was none left. */
bool preview_work(struct preview *preview);

/* The mistakes as on a terminal, or an empty text; valid until a change. */
struct str preview_errors(struct preview *preview);

#endif
