/*
 * Findings: what may be written over a picture of a comparison.
 *
 * Each rule has a condition over what was judged, and a sentence that says no
 * more than the condition proves.  docs/judging.md lists them.  They come best
 * first: the first that fits is the headline, another may stand under it.  A
 * rule that needs all scores is left out where one is missing, and what is too
 * close to call has no sentence that names a leader.
 *
 * Sources: headline_part.c.
 */
#ifndef VIEW_HEADLINE_H
#define VIEW_HEADLINE_H

#include "view/subject.h"

enum { HEADLINES_MOST = 40 };

struct headline {
	const char *rule; /* "never-outright" */
	struct str text;  /* no full stop */
	struct str more;  /* what is said under it, or empty */
};

/* How many there are, one at least; the last is short. */
size_t headlines_of(const struct subject *s, struct headline *list);

/* Whether it speaks of purposes: pictures that show none leave it out. */
bool headline_is_of_purposes(const struct headline *headline);

/* Likewise for the cards of a criterion, an option, a pair. */
struct headline criterion_headline(const struct subject *s, size_t j);
size_t option_headlines(const struct subject *s, size_t option,
			struct headline *list);
struct pair_subject;
struct headline pair_headline(const struct pair_subject *p);

/* "0.58 of 10", "2 points": the lead as it stands beside totals. */
struct str headline_lead(const struct subject *s);

/*
 * How many of the first are in front: the leader alone; of a close call or a
 * tie all that are within the close limit of the first; 0 without a result.
 */
size_t headline_front(const struct subject *s);

/* Whether so far behind the first is in front with it, where no one leads. */
bool headline_is_front(const struct subject *s, double gap);

/* A whole number in the site's language. */
struct str headline_number(const struct subject *s, size_t n);

/* On how many criteria an option is best alone. */
size_t headline_wins(const struct subject *s, size_t option);

/*
 * Ranks under one bundle of criteria (bundles_of()): 1 is best, equals share
 * the mean of their places; of the options in the running, the others 0.
 */
double *headline_ranks(const struct subject *s, size_t bundle);

#endif
