/*
 * What options have and can do: "only Oak supports several threads".  It is
 * held against a criterion of that name that is answered by yes or no.
 */
#ifndef CHECK_FEATURE_H
#define CHECK_FEATURE_H

#include "check/parser.h"

/* Behind a subject, whose verb is at `at`; whether it made a claim. */
bool feature_read(struct parser *p, size_t at, struct statement *claim);

/*
 * Whether a "yes" says that an option has what the criterion is called after:
 * not where it is answered by a number, nor where "yes" stands for "no ads".
 * Sure is what its question asks for.
 */
enum feature_sense { FEATURE_UNKNOWN, FEATURE_LIKELY, FEATURE_SURE };
enum feature_sense feature_sense(const struct criterion *criterion,
				 size_t options);

#endif
