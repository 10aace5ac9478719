/*
 * Who is in the running and who is not, what empty cells leave open, and who
 * leads when something is left out: in words.
 *
 * Sources: contest_view.c.
 */
#ifndef VIEW_CONTEST_VIEW_H
#define VIEW_CONTEST_VIEW_H

#include "view/subject.h"
#include "view/value.h"

/* Why an option has no rank, and what is not known of it; or empty. */
struct str contest_reason(const struct subject *s, size_t option);

/* The same of a profile, whose musts stand beside the comparison's. */
struct str contest_profile_reasons(const struct subject *s, size_t profile);

/* Options that are out or not known, `name`, `class`, `url`, `reason`. */
const struct value *contest_out(const struct subject *s);

/* "at least 16 GB": what a criterion's must asks for; or empty. */
struct str contest_must(const struct subject *s, size_t criterion);

/* "at least {n}", as it is asked for; and the same of any must there. */
enum word_id contest_must_word(enum must_kind kind);
struct str contest_must_words(const struct subject *s, size_t criterion,
			      const struct must *must);

/*
 * A total under other evidence, 0..1.  Points are told in per cent of those
 * that there are, which change with the evidence.
 */
struct str contest_total(const struct subject *s, double total);

/* Where cells are empty, a row an option: coverage, total and rank; or null. */
const struct value *contest_bounds(const struct subject *s);

/* Sentences, one for each judge, source and group that is left out. */
const struct value *contest_without(const struct subject *s);

/* What is left out: "the judge Ann"; and for a chart, "Ann". */
struct str contest_omission_name(const struct subject *s,
				 const struct omission *o);
struct str contest_omission_short(const struct subject *s,
				  const struct omission *o);

/* Each judge's own result: `name`, `sentence`, `totals`; empty: one judge. */
const struct value *contest_judges(const struct subject *s);

/* A judge, or the author, by name. */
struct str contest_judge_name(const struct subject *s, struct str judge);

#endif
