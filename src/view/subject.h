/*
 * What the pages of one comparison are about: its facts, its result, and
 * the way to put both in words.
 */
#ifndef VIEW_SUBJECT_H
#define VIEW_SUBJECT_H

#include "base/arena.h"
#include "judge/result.h"
#include "model/comparison.h"
#include "model/site.h"
#include "view/palette.h"
#include "view/phrase.h"
#include "view/value.h"

struct subject {
	const struct site *site;
	const struct phrases *phrases;
	const struct comparison *c;
	const struct result *r;
	int total_decimals; /* so that totals that differ look different */
	const struct value **sources; /* each as a value, made once */
	struct arena *arena; /* of the comparison: its values live here */
};

/* Ready to be asked; `c` and `r` must outlive it. */
struct subject subject_of(const struct site *site,
			  const struct phrases *phrases,
			  const struct comparison *c, const struct result *r,
			  struct arena *arena);

/*
 * URLs below the root of the site, beginning with ROOT_MARK: the page
 * `path` of the comparison ("" for its overview, "matrix"), or a file.
 */
struct str subject_url(const struct subject *s, struct str page);
struct str subject_file_url(const struct subject *s, const char *file);
struct str site_url(struct str path, struct arena *arena);

/* "s3": the class that gives an option its colour. */
struct str option_class(size_t option);

/* A total in words: "7.4" on the scale, "8" points. */
struct str subject_total(const struct subject *s, double raw_total);

/* A utility or total 0..1 in those words. */
struct str subject_share_total(const struct subject *s, double total);

/* What option `i` was given on criterion `j`: "8", "yes", "240 ms". */
struct str subject_score(const struct subject *s, size_t option,
			 size_t criterion);

/* One judge's value on that criterion, in the same words. */
struct str subject_value(const struct subject *s, size_t criterion,
			 double value, enum answer answer);

/*
 * Which sources the judges of a score cite: one bool for each source of the
 * comparison.
 */
const bool *subject_sources_used(const struct subject *s,
				 const struct score *score);

/* A judge by name: a source's label where the judge is a source's id. */
struct str judge_name(const struct subject *s, struct str judge);

/* A weight as the author gave it. */
struct str subject_weight(const struct subject *s, double weight);

/* "and 2 more": the options that a list of `shown` leaves out; or empty. */
struct str subject_more(const struct subject *s, size_t shown);

/* Up to about 180 bytes, cut at the end of a sentence or a word. */
struct str first_words(struct str plain, struct arena *arena);

/* A number 0..100, whole, for bars. */
struct str percent_whole(double share, struct arena *arena);

#endif
