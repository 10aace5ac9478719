/*
 * What a site is made of, in one hash: that of a later build being the same,
 * and every file of the site standing as it was written, nothing need be read.
 *
 * It takes in the name, kind, size, times and inode of everything below the
 * content folder and the folders of templates and themes, likewise the
 * program, its libraries and DejaVu's folders, and what was asked for.  Times
 * tell nothing of a file that changed shortly before the hash was taken, or
 * seems to have changed after it (a clock may be set back): a later change
 * could leave them as they are.  So of such a file the bytes count, instead
 * of its times: which those are depends on the time of the first hash, so
 * that the second takes that time, too.
 *
 * Fonts of the machine beyond DejaVu are not taken in: whoever needed them
 * adds fonts_machine_hash().
 */
#ifndef MAKE_INPUTS_H
#define MAKE_INPUTS_H

#include <stdint.h>

#include "base/hash.h"
#include "make/order.h"

/* Now, as the hash wants it: nanoseconds since 1970. */
int64_t inputs_now(void);

/* Of a folder's files those that translate others: "guide.de.md". */
struct inputs_language {
	struct str tag; /* "de", whether the site speaks it or not */
	struct hash sum;
};

/* What of it is of one of the folders in the content folder. */
struct inputs_folder {
	struct str name;
	struct hash sum;   /* all of it: its share of the whole hash */
	struct hash names; /* of what lies in it, whatever that holds */
	struct inputs_language *languages; /* their shares of the sum */
	size_t language_count;
	bool has_links; /* that may lead out of it */
};

struct inputs {
	struct hash hash;
	bool in_doubt; /* bytes were read: one of some seconds later does without */
	struct inputs_folder *folders; /* by name */
	size_t folder_count;
	bool has_links; /* beside the folders, and into them, maybe */
};

/* In the arena; false where something could not be looked at. */
bool inputs_look(const struct order *order, int64_t time, struct inputs *inputs,
		 struct arena *arena);

/* The same, of the whole alone. */
bool inputs_hash(const struct order *order, int64_t time, struct hash *hash,
		 bool *in_doubt);

/*
 * What a site is made of, told by names and bytes alone: the same on every
 * machine, and one hash for each of what may differ.  False as above.
 */
struct prints {
	struct hash content, program, theme, options;
};

bool inputs_prints(const struct order *order, struct prints *prints);

#endif
