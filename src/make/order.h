/*
 * Which site is to be made, as it was asked for.
 */
#ifndef MAKE_ORDER_H
#define MAKE_ORDER_H

#include <stdbool.h>

#include "make/shard.h"

enum { JOBS_MOST = 64 };

struct order {
	const char *content;   /* the folder with site.yaml */
	const char *out;       /* where the site goes */
	const char *theme;     /* NULL: site.yaml's */
	const char *base_url;  /* NULL: site.yaml's */
	const char *served_at; /* the address of a preview; NULL: none */
	const char *nonce;     /* of its script; NULL: there is none */
	bool drafts;	       /* comparisons that are drafts, too */
	bool strict;	       /* warnings are errors */
	struct shard shard;    /* of the site; all zero: all of it */
	int jobs;	       /* 0: as many as there are processors */
};

#endif
