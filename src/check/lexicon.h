/*
 * The words and phrases of English that `check` knows, all in one place.
 */
#ifndef CHECK_LEXICON_H
#define CHECK_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* What a word does to what is claimed; bits, as a word may be several. */
enum word_class {
	CLASS_PLAIN = 1,     /* changes nothing */
	CLASS_HEDGE = 2,     /* condition, opinion, report, past or future */
	CLASS_NOT = 4,	     /* turns it round */
	CLASS_BE = 8,	     /* is, was */
	CLASS_DO = 16,	     /* does, has: before a verb */
	CLASS_ON = 32,	     /* "on speed": says where it holds */
	CLASS_BREAK = 64,    /* another clause begins */
	CLASS_CONTEST = 128, /* "round": what is won */
	CLASS_OVERALL = 256, /* it is of the whole comparison */
	CLASS_BESIDE = 1024, /* "of Elm", "than Elm": that is no subject */
	CLASS_BOUND = 2048,  /* "about": the next number is not exact */
	CLASS_LABEL = 4096,  /* "chapter": a number follows that is no result */
	CLASS_HAVE = 8192,   /* "has", "takes": "… the lower price" */
	CLASS_GO = 16384,    /* "runs", "scores": "… faster than Elm" */
	CLASS_RESULT = 32768, /* "points", "tally": 8-6 beside it is a result */
};

/* "fast", "faster", "fastest". */
enum degree { DEGREE_NONE, DEGREE_BASE, DEGREE_COMPARATIVE, DEGREE_MOST };

struct adjective {
	int merit; /* 1: praise, -1: blame, 0: it depends; 2 and -2: such as
		      "strong", which of the whole may be said of a part */
	int raw;   /* of a measure, 1: more of it, -1: less; 0: its merit */
	const char *topics; /* beginnings of words of the criteria that it
			       speaks of, as in "speed|time"; "": any */
};

/* Those of one dimension can be converted. */
struct unit {
	const char *names;
	int dimension;
	double factor;
	const char *topics; /* what is measured in it */
};

/* Fixed words that are read as one other word. */
struct phrase {
	struct str words, as;
};

/* All that is known of a word. */
struct lexeme {
	struct str word;
	unsigned classes;
	const struct adjective *adjective;
	enum degree degree;
	const struct unit *unit;
	double number;		/* "two": 2; NAN */
	double scale;		/* "million": 1e6; else 0 */
	double ordinal;		/* "second": 2; else 0 */
	struct phrase *phrases; /* that begin with it */
	size_t phrase_count;
};

struct lexicon;

/* In the arena. */
struct lexicon *lexicon_open(struct arena *arena);

/* Of a word in lower case; never NULL. */
const struct lexeme *lexicon_find(const struct lexicon *lexicon,
				  struct str word);

/* Words of one topic with the noun: "speed|time" of "performance"; or "". */
const char *lexicon_topics(struct str noun);

/*
 * Whether `word` is one of "a|b|c", up to a space or "?"; "win+" is "win" and
 * what ends in -s, -es, -d or -ed.  Or whether it begins with one.
 */
bool lexicon_lists(const char *list, struct str word);
bool lexicon_begins(const char *list, struct str word);

#endif
