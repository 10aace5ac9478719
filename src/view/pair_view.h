/*
 * Two options held against each other, in words: one sentence that says how
 * it stands, and by how much one is better on each criterion.
 */
#ifndef VIEW_PAIR_VIEW_H
#define VIEW_PAIR_VIEW_H

#include "judge/versus.h"
#include "view/subject.h"
#include "view/value.h"

/*
 * A pair as a subject of its own, whose options are the two: whatever puts a
 * comparison's result in words does so for them.
 */
struct pair_subject {
	const struct subject *all; /* the comparison */
	const struct versus *v;
	struct subject two;
};
struct pair_subject pair_subject_of(const struct subject *all,
				    const struct versus *v);

/* "nodejs-vs-python", the folder of its page; in the arena of `s`. */
struct str pair_folder(const struct subject *s, struct pair pair);

/* What its page is called: "Node.js vs Python". */
struct str pair_title(const struct subject *s, struct pair pair);

/*
 * A few links to pairs: those of the best, and those that an option is in with
 * whoever ranks nearest to the place `at` of the order, up and down by turns,
 * but not one that is in the list, nor the pair `but`.
 */
const struct value *pairs_of_best(const struct subject *s);
void pairs_add_near(const struct subject *s, size_t option, size_t at,
		    size_t most, struct pair but, struct value *list);

/* Where the option stands in the order of ranks. */
size_t pairs_place(const struct subject *s, size_t option);

/*
 * How it stands, in one sentence: who leads and by how much, on how many
 * criteria each is better and where most of all.
 */
struct str pair_summary(const struct pair_subject *p);

/* The first part of it alone, without a full stop. */
struct str pair_result(const struct pair_subject *p);

/* "zstd 4.1 times as fast": which is better on criterion `j`, by how much. */
struct str pair_by(const struct pair_subject *p, size_t j);

/* Why its totals are not those of the scoreboard; empty where they are. */
struct str pair_note(const struct pair_subject *p);

/*
 * For how many purposes each of the two is ahead of the other; empty without
 * profiles, and where not both are in the running.
 */
struct str pair_purposes(const struct pair_subject *p);

/* "Of all 6: xz": who leads under a profile, or (NULL) the author's weights. */
struct str pair_of_all(const struct pair_subject *p,
		       const struct profile_result *profile);

#endif
