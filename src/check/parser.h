/*
 * What the parts of the grammar share: a clause as it is being read.
 */
#ifndef CHECK_PARSER_H
#define CHECK_PARSER_H

#include "check/grammar.h"

struct parser {
	const struct reading *reading;
	const struct term *terms;
	size_t from, to; /* the clause */
	bool opens_verdict;
	bool has_last; /* a claim was made before in this part */
	struct statement last;
	bool goes_on;	   /* a predicate of the same subject came before */
	bool has;	   /* "has the cheapest …": that is not the subject */
	struct term among; /* "of Oak and Elm, …"; TERM_END: nobody */
	bool against;	   /* they are the others: "against Elm, …" */
	bool is_muted;	   /* "leaving Elm aside, …": nothing is certain */
	bool has_scope;	   /* and one said where it holds */
	struct scope scope;
	struct statements *claims;
	size_t first; /* of the claims, that of this part */
};

/* Whether the term is that mark. */
bool parser_marks(const struct parser *p, size_t at, const char *mark);

/* Whether the term is a place among others: "second", "last". */
bool parser_is_place(const struct term *term);

/*
 * Where the pattern ends that begins at `at`, or 0.  Its elements are words
 * ("win+|won"); one with "?" may be absent, and one with "*" may be there
 * several times.  Others are signs:
 *
 *	$*  words that change nothing	@  the claim's subject
 *	=   "about", "more than"	>  its object
 *	#   a number that is no result	&  another: of so many
 *	%   "second", "last"		C  "half of the criteria"
 *	-x  no x comes next		<x  an x stood before
 *	!x  x, which negates		^x  x: it is the only one
 *	.   nothing that the number before it could be one of
 */
size_t parser_match(const struct parser *p, size_t at, const char *pattern);

/* Keeps what the signs found in the claim, also where it returns 0. */
size_t parser_read(const struct parser *p, size_t at, const char *pattern,
		   struct statement *claim);

/* "about", "more than": moves behind it. */
enum bound parser_bound(const struct parser *p, size_t *at);

/* "half of the criteria": where it ends, or 0. */
size_t parser_criteria_count(const struct parser *p, size_t at,
			     struct statement *claim);

/*
 * Makes the claim, with what follows its verb from `end` on, where `end` is
 * not 0 and that is understood; `*at` moves behind it.
 */
bool parser_finish(struct parser *p, size_t *at, size_t end,
		   struct statement *claim);

/*
 * What stands before the subject or the winner: every word of it has to
 * change nothing, or to say where the claim holds.
 */
bool parser_lead_in(const struct parser *p, size_t at, struct statement *claim);

/* The name that follows as the claim's object: "Elm", "the others". */
bool parser_object(const struct parser *p, size_t *at, struct statement *claim);

/*
 * What follows the verb up to the end of its clause; false when it may
 * change the claim and is not understood.
 */
bool parser_tail(const struct parser *p, size_t *at, struct statement *claim);

/* Gives the claim the scope that was said before; whether there was one. */
bool parser_inherit(const struct parser *p, struct statement *claim);

/* ", not Elm,": four terms */
bool parser_not_aside(const struct parser *p, size_t at);

/* "speed, syntax and the libraries round" are added to the scope. */
void parser_criteria(const struct parser *p, size_t *at, struct scope *scope);

/* Whether another predicate of the same subject follows. */
bool parser_and(const struct parser *p, size_t *at);

/* The claim is made by the words up to before `end`. */
void parser_state(struct parser *p, struct statement *claim, size_t end);

/*
 * The claim is of the names at `names`, which words from `from` on lead to:
 * "the winner is Oak"; false where there are none.
 */
bool parser_names(struct parser *p, size_t from, size_t names,
		  struct statement *claim);

void scope_only(struct scope *scope, size_t criterion);

#endif
