/*
 * What readers find: an index of titles, cut by first letters into files of
 * which a search loads a few.
 *
 * The keys of a record are the words of its title, each followed by a word of
 * its context ("performance postgresql"), or of the title itself where it has
 * none.  The files are a tree over them: search/i-.json is its root,
 * search/i-pe.json holds what begins with "pe".  A file with at most
 * INDEX_LEAF bytes of records has all of them, the best first; else it has
 * the best, up to INDEX_BEST bytes, and says in `n` with what letters the
 * keys go on, each of which has a file of its own:
 *
 *	{"r":[[3,"Performance","a-vs-b/performance/","A vs B"]],"n":"rf|st"}
 *
 * Better is what is no heading, then what begins with the word, then the
 * kind, the shorter title, and then title and address by their bytes.
 *
 * Before each of kana and Han in a key stands the first of the 64 characters
 * that it is one of: else `n` would name thousands of ways on.
 *
 * Memory does not grow with the records: keys are sorted in runs of
 * INDEX_RUN bytes, which go to a file without a name, and merged.  Whatever
 * the order of adding, the files are the same.
 */
#ifndef SEARCH_INDEX_H
#define SEARCH_INDEX_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

enum {
	INDEX_RUN = 1 << 20,
	INDEX_LEAF = 5000,
	INDEX_BEST = 2500,
};

/* The number is what search.js knows it by, and its place among equals. */
enum find_kind {
	FIND_COMPARISON,
	FIND_PAGE,
	FIND_OPTION,
	FIND_CRITERION,
	FIND_TAG,
	FIND_HEADING,
};

struct find {
	enum find_kind kind;
	struct str title;
	struct str url;	    /* below the root: "a-vs-b/speed/#why" */
	struct str context; /* what it belongs to: "A vs B", or empty */
};

struct index;

struct index *index_new(void);
void index_free(struct index *index); /* NULL is fine */

/* Several threads may add; a failure is told by index_write(). */
void index_add(struct index *index, const struct find *find,
	       struct arena *arena);

/*
 * Gives each file of the index once, in the order of their paths' keys; false
 * when a visit was, or with a diagnostic where the system failed.
 */
bool index_write(struct index *index, struct diags *diags,
		 bool (*visit)(void *context, struct str path,
			       struct str bytes),
		 void *context);

#endif
