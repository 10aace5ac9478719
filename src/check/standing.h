/*
 * Whether what a sentence states is so, by the scores as they were judged.
 */
#ifndef CHECK_STANDING_H
#define CHECK_STANDING_H

#include "check/grammar.h"
#include "check/study.h"

enum truth {
	TRUTH_UNKNOWN, /* the scores say nothing of it */
	TRUTH_YES,
	TRUTH_DOUBT, /* it is not so, as far as it can be told */
	TRUTH_NO,
};

/* What a page is about, and which option "it" is there. */
struct subject_matter {
	size_t criterion; /* or the criterion count */
	size_t profile;	  /* or the profile count */
	size_t option;	  /* or the option count */
};

/*
 * Of a statement on that page; `*criterion` is the one that it was held
 * against, or the criterion count where it was the result.
 */
enum truth standing_of(const struct study *s, const struct names *names,
		       const struct subject_matter *page,
		       const struct statement *statement,
		       const struct reading *reading, size_t *criterion);

/* How many criteria that count the option wins: with others, and alone. */
struct wins {
	size_t shared, alone;
};
struct wins standing_wins(const struct study *s, size_t option);

/* Above it a number is of something else: a version, say. */
double standing_most_points(const struct study *s);

#endif
