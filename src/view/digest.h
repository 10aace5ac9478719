/*
 * What is kept of a comparison once its pages are made.
 *
 * Sources: digest_pack.c.
 */
#ifndef VIEW_DIGEST_H
#define VIEW_DIGEST_H

#include "base/pack.h"
#include "view/subject.h"
#include "view/value.h"

/* What data.json says as `result`. */
struct digest_result {
	bool judged, close;
	struct str leader; /* its id, or empty */
	double margin;	   /* NAN where fewer than two are ranked */
};

/* What the home page, the feed and the sitemap need of a comparison. */
struct digest {
	struct str slug, title, summary, headline;
	struct date date, updated;
	struct str *tags, *authors;
	struct str cover; /* path of an image, or empty */
	size_t tag_count, author_count;
	size_t option_count, criterion_count;
	bool draft, scored;
	struct digest_result outcome;
	struct str colors;	  /* colors_css(), or empty */
	const struct value *bars; /* for home.comparisons[].bars */
	struct str more;	  /* "and 2 more", or empty */
	struct str *paths;	  /* of its pages, for the sitemap */
	size_t path_count;
	struct str
		*option_ids; /* where there are pairs, which have pages, too */
	struct pairs pairs;
	struct place at;
};

/* The digest's texts are copied to `arena`, which outlives the subject. */
struct digest digest_of(const struct subject *s, struct str colors,
			struct arena *arena);

/*
 * Writes one down for the next build, and takes it up again, its texts in the
 * arena; false where it is none.
 */
void digest_pack(const struct digest *d, struct buf *to);
bool digest_unpack(struct unpack *from, struct digest *d, struct arena *arena);

/* Newest first; those of one day by their slugs. */
void digests_sort(struct digest *digests, size_t count);

#endif
