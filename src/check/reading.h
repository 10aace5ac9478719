/*
 * A sentence as `check` reads it: a row of terms.
 *
 * Words are in lower case, and a fixed phrase is one word ("when it comes to"
 * reads "on").  Names of options and lists of them are groups, and so are
 * "both", "neither" and their like; titles of criteria are found likewise;
 * numbers are read in digits and in words.  It knows English only.
 */
#ifndef CHECK_READING_H
#define CHECK_READING_H

#include "check/lexicon.h"
#include "model/comparison.h"

enum term_kind {
	TERM_END, /* behind the last one */
	TERM_WORD,
	TERM_NUMBER,
	TERM_GROUP,
	TERM_CRITERION,
	TERM_MARK, /* its word is one of , ; : ( ) and --, or ~ as in 8~6 */
};

/* Whom a group means. */
enum quantity {
	QUANTITY_NAMED,	 /* its members, each of them */
	QUANTITY_ANY,	 /* some of them: "Oak or Elm", "one of them" */
	QUANTITY_ALL,	 /* every option */
	QUANTITY_NONE,	 /* no option: "neither", "nobody" */
	QUANTITY_OTHERS, /* all but the one spoken of: "the rest" */
	QUANTITY_IT,	 /* the one spoken of */
};

struct term {
	enum term_kind kind;
	struct str text; /* as it stands in the sentence */
	struct str word; /* in lower case, or as the phrase is read */
	const struct lexeme *lexeme;
	double number;
	double digit; /* what its last digit stands for: 0.1 of "2.1" */
	enum quantity quantity;
	size_t member, member_count; /* of a group: in `members` */
	size_t criterion;
	bool is_guess; /* of which criterion it is */
};

/* Behind the last term there are some that end it, to look ahead at. */
enum { TERMS_MOST = 1010, TERMS_AHEAD = 6, MEMBERS_MOST = 1010, ROOM = 4000 };

struct reading {
	struct term terms[TERMS_MOST + TERMS_AHEAD];
	size_t count;
	size_t members[MEMBERS_MOST]; /* indices of options */
	size_t member_count;
	char room[ROOM]; /* for the words */
	size_t used;
};

/* The names of a comparison's options and criteria, and the lexicon. */
struct names;

/* In the arena. */
struct names *names_open(const struct comparison *c, struct arena *arena);

/* The unit that a measure is given in; NULL where it is not known. */
const struct unit *names_unit(const struct names *names, struct str unit);

/* Reads a sentence of at most 1000 bytes. */
void reading_make(struct str sentence, const struct names *names,
		  struct reading *reading);

/*
 * Whether the term is a word, and one of "win+|won"; "is" and "have" stand
 * for their other forms, too.
 */
bool term_is(const struct term *term, const char *words);
bool term_has(const struct term *term, unsigned classes);

/* Whether the term is one of those marks: ",;". */
bool term_marks(const struct term *term, const char *marks);

/* The text of the one goes on to that of the other. */
static inline void term_span(struct term *first, const struct term *last)
{
	first->text.len =
		(size_t)(last->text.ptr + last->text.len - first->text.ptr);
}

/* How a number is meant. */
enum bound { BOUND_EXACT, BOUND_ABOUT, BOUND_OVER, BOUND_UNDER };

/* Whether the term says so: "about", "more than". */
bool term_bound(const struct term *term, enum bound *bound);

/* Whether `number` can be the one stated, which is exact to `half`. */
bool bound_allows(enum bound bound, double stated, double number, double half);

#endif
