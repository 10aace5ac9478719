/*
 * What a sentence claims of the options, as far as it is certain to be read.
 *
 * A sentence is cut into parts at semicolons, and these into clauses.  A part
 * that holds a condition, an opinion, a report, another time or a question
 * claims nothing here.  In a clause a subject and a verb make a claim when
 * every other word of it is known to change nothing, or says where it holds:
 * whatever is not understood is left alone.
 */
#ifndef CHECK_GRAMMAR_H
#define CHECK_GRAMMAR_H

#include "check/reading.h"

enum relation {
	RELATION_WIN,	     /* the best, and the only one */
	RELATION_POINT,	     /* among the best */
	RELATION_AHEAD,	     /* first, be it a close call */
	RELATION_LOSE,	     /* not among the best */
	RELATION_OVER,	     /* better than the object */
	RELATION_UNDER,	     /* worse than the object */
	RELATION_AT_LEAST,   /* as good as the object, or better */
	RELATION_LEVEL,	     /* alike; with no subject: several are best */
	RELATION_RANK,	     /* `number`: 1, 2 …; 0: last */
	RELATION_RATIO,	     /* `number` times the object */
	RELATION_SHARE,	     /* differs from it by `number` of 1 */
	RELATION_DIFFERENCE, /* differs from it by `number` units */
	RELATION_VALUE,	     /* is `number` units */
	RELATION_POINTS,     /* has `number` points */
	RELATION_LEAD,	     /* is ahead by `number` points */
	RELATION_CRITERIA,   /* wins `number` criteria, of `other` */
	RELATION_MORE,	     /* wins more criteria than the object */
	RELATION_TIES,	     /* `number` criteria are tied */
	RELATION_HAS,	     /* has what the criterion is called after */
};

enum scope_kind {
	SCOPE_HERE,	/* what the page is about */
	SCOPE_ROUND,	/* the criterion that the page is about */
	SCOPE_OVERALL,	/* the comparison as a whole */
	SCOPE_CRITERIA, /* those listed */
	SCOPE_ALL_BUT,	/* all but those */
};

enum { SCOPE_MOST = 6 };

struct scope {
	enum scope_kind kind;
	size_t criteria[SCOPE_MOST], count;
};

struct statement {
	enum relation relation;
	struct term subject, object; /* TERM_END: there is none */
	struct scope scope;
	bool negated, alone;
	bool sole;	 /* "only Oak …": no other does */
	bool doubtful;	 /* it may be meant otherwise */
	bool is_one;	 /* "a clear winner", "too": others may be as well */
	bool has_result; /* "leads 2–1", "by a point" */
	int sense;	 /* of an adjective: 1 better or more, -1 */
	const struct adjective *adjective; /* or NULL */
	double number;
	double digit; /* what the last digit of the number stands for */
	double other; /* of so many; 0: it does not say */
	double lead;  /* by so many points; 0: it does not say */
	double lead_digit;
	enum bound lead_bound;
	bool is_share; /* the number is a part of all criteria */
	enum bound bound;
	const struct unit *unit;
	const struct unit *given; /* "at 40 EUR, …": of `given_number` */
	double given_number, given_digit;
	struct str noun; /* "memory" of "less memory"; may be empty */
	struct str text; /* what claims it */
};

enum { STATEMENTS_MOST = 64 };

struct statements {
	struct statement items[STATEMENTS_MOST];
	size_t count;
};

/*
 * The claims of a sentence; of a short answer, too ("Elm.") where the
 * sentence opens a verdict.
 */
void grammar_read(const struct reading *reading, bool opens_verdict,
		  struct statements *claims);

/* Whether the terms from `from` to before `to` claim nothing for sure. */
bool grammar_hedged(const struct reading *reading, size_t from, size_t to);

#endif
