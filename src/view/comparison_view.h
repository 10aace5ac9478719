/*
 * A comparison as templates get it: the object `comparison`, which all of
 * its pages share, and the objects of single pages.
 *
 * `docs/templates.md` lists every name.  Links begin with ROOT_MARK, so one
 * tree serves pages of any depth.  All values live in the subject's arena.
 */
#ifndef VIEW_COMPARISON_VIEW_H
#define VIEW_COMPARISON_VIEW_H

#include "view/subject.h"
#include "view/value.h"

/* `comparison` in docs/templates.md; makes the subject's sources first. */
const struct value *comparison_view(struct subject *s);

/* One option and one criterion as listed there. */
struct value *option_view(const struct subject *s, size_t option);
struct value *criterion_view(const struct subject *s, size_t criterion);

/* The sources of that many indices; after comparison_view(). */
const struct value *sources_view(const struct subject *s, const size_t *sources,
				 size_t count);

/* `result`, or null unless judged. */
const struct value *result_view(const struct subject *s);

/* The option that wins the criterion alone, or the number of options. */
size_t criterion_winner(const struct subject *s, size_t criterion);

/* "Node.js wins", "a tie"; the points so far, "Node.js 2 and Python 1". */
struct str winner_sentence(const struct subject *s, size_t criterion);
struct str tally_sentence(const struct subject *s, size_t criterion);

/* Why a criterion does not count. */
struct str not_counting_reason(const struct subject *s, size_t criterion);

/* "8 of 10 points", "7.4 of 10". */
struct str total_sentence(const struct subject *s, double raw_total);

/* "Node.js leads with 8 of 10 points"; empty unless judged. */
struct str result_headline(const struct subject *s);

/*
 * The margin in a sentence, and the author's verdict: empty where there is
 * none; of a comparison that is judged.
 */
struct str result_detail(const struct subject *s);
struct str result_verdict(const struct subject *s);

/* Both totals under a profile, the higher first. */
struct str profile_sentence(const struct subject *s,
			    const struct profile_result *result);

/* Names of the options in `order` for which `picked` holds, as a list. */
struct str option_names(const struct subject *s, const bool *picked);

/* Titles of criteria as a list. */
struct str criterion_list(const struct subject *s, const size_t *criteria,
			  size_t count);

/* Why a comparison with scores has no result, and who was never scored. */
struct str unjudged_sentence(const struct subject *s);
struct str never_scored_sentence(const struct subject *s);

/* Bars of totals, best first, `most` at the most; and of a profile's, all. */
const struct value *bars_view(const struct subject *s, size_t most);
const struct value *profile_bars(const struct subject *s,
				 const struct profile_result *result);

/* Prose as markup, or null; a list of them. */
const struct value *prose_view(const struct prose *prose, struct arena *arena);
const struct value *prose_list_view(const struct prose_list *list,
				    struct arena *arena);
const struct value *text_list_view(const struct text *texts, size_t count,
				   struct arena *arena);

/* `title` and `blocks` of the samples named. */
const struct value *samples_view(const struct subject *s,
				 const struct sample_ref *refs, size_t count);

#endif
