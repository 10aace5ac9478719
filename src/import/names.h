/*
 * The options an article compares, and where a text speaks of them.
 *
 * A name is what the title or a heading writes, with its punctuation: AT&T,
 * TCP/IP, .NET, Yahoo!.  Whatever its case, and with or without the dots,
 * hyphens and blanks within it, a text means the same: "Node.js", "Node JS"
 * and "NodeJS" are one.  Names of one or two letters, such as Go and R, must
 * have their capitals.
 *
 * Sources: names_title.c.
 */
#ifndef IMPORT_NAMES_H
#define IMPORT_NAMES_H

#include "import/article.h"

enum { NAMES_MOST = 12 };

struct names {
	struct str name[NAMES_MOST]; /* as the article writes it */
	struct str id[NAMES_MOST];
	size_t count;
};

struct mention {
	size_t option; /* names.count: there is none */
	size_t at, len;
};

/*
 * The options of "X vs Y: which one?" or of "The best of 2024: X, Y and Z",
 * as written; fewer than two when the title names none.  `article` tells how
 * much of "Y in 2025" is a name: what it goes on to write.
 */
struct names names_of_title(struct str title, const struct article *article,
			    struct arena *arena);

/* Adds a name, with its id, unless it is there. */
void names_add(struct names *names, struct str name, struct arena *arena);

/* Gives a name the capital that a sentence gives it. */
void names_capitalise(struct str name, const struct article *article);

/* The first mention from byte `from` on. */
struct mention names_find(const struct names *names, struct str text,
			  size_t from);

/* The mention that a text begins with, behind "The"; len is 0 without. */
struct mention names_front(const struct names *names, struct str text);

/* The option that is meant by all of the text, or names->count. */
size_t names_exact(const struct names *names, struct str text);

/* Marks the options that are mentioned, and tells how many are. */
size_t names_seen(const struct names *names, struct str text,
		  bool seen[NAMES_MOST]);

/* How many options are mentioned at all. */
size_t names_spread(const struct names *names, struct str text);

/*
 * Whom a text is about, or names->count where that is not certain: the only
 * one it names, or the one that begins it where others are only held against
 * it ("than elm", "unlike elm").
 */
size_t names_owner(const struct names *names, struct str text);

/* Whether a heading, or a table's first row or column, is just that. */
bool names_is_label(const struct article *article, struct str name);

#endif
