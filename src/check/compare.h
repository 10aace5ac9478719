/*
 * The part of the grammar that compares: "faster than", "twice as large as",
 * "10 EUR cheaper", "costs 30 EUR".  All take a clause at a term, and say
 * whether they made a claim of it.
 */
#ifndef CHECK_COMPARE_H
#define CHECK_COMPARE_H

#include "check/parser.h"

/* Behind a subject: `*at` is the verb, and moves behind what was read. */
bool compare_read(struct parser *p, size_t *at, struct statement *claim);

/* "The fastest is Oak", "The price of Oak is 30 EUR" */
bool compare_of_noun(struct parser *p, size_t at);

/* "Oak needs 10 MB, Elm 40 MB": the second half. */
bool compare_values_go_on(struct parser *p, size_t at);

#endif
