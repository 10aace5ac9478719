/*
 * Who is ahead, by how much, and what would turn it: in sentences and bars.
 */
#ifndef VIEW_RESULT_VIEW_H
#define VIEW_RESULT_VIEW_H

#include "view/subject.h"
#include "view/value.h"

/* `result`, or null unless judged. */
const struct value *result_view(const struct subject *s);

/* "8 of 10 points", "7.4 of 10". */
struct str total_sentence(const struct subject *s, size_t option);

/* "Node.js leads with 8 of 10 points"; empty unless judged. */
struct str result_headline(const struct subject *s);

/* The margin in a sentence, of a comparison that is judged; or empty. */
struct str result_detail(const struct subject *s);

/* Both totals under a profile, the higher first, and how little is known. */
struct str profile_sentence(const struct subject *s,
			    const struct profile_result *result);

/* "judged on only 40% of the weights" */
struct str profile_known(const struct subject *s,
			 const struct profile_result *result);

/*
 * How often the leader of the comparison also leads under a profile; nothing
 * where too little is known of one.
 */
struct str profiles_sentence(const struct subject *s);

/* Why a comparison with scores has no result, and who was never scored. */
struct str unjudged_sentence(const struct subject *s);
struct str never_scored_sentence(const struct subject *s);

/* Bars of totals, best first, `most` at the most. */
const struct value *bars_view(const struct subject *s, size_t most);

#endif
