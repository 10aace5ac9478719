/*
 * The options an article compares, and where a text speaks of them.
 *
 * "Node.js", "Node JS" and "NodeJS" are one name: letters and digits count,
 * a dot, a hyphen or a space between them does not.  Names of one or two
 * letters, such as Go and R, must have their capitals.
 */
#ifndef IMPORT_NAMES_H
#define IMPORT_NAMES_H

#include "import/article.h"

enum { NAMES_MOST = 12, NAMES_FORMS = 5 };

struct names {
	struct str name[NAMES_MOST]; /* as the article mostly writes it */
	struct str id[NAMES_MOST];
	struct str key[NAMES_MOST];   /* letters and digits */
	struct str alias[NAMES_MOST]; /* a shorter key, or empty */
	/* Shorter forms in their own case, such as "S3" of "AWS S3". */
	struct str form[NAMES_MOST][NAMES_FORMS];
	size_t form_count[NAMES_MOST];
	size_t count;
};

struct mention {
	size_t option; /* names.count: there is none */
	size_t at, len;
};

/*
 * The options of "X vs Y: which one?" or of "The best of 2024: X, Y and Z",
 * as written; fewer than two when the title names none.  `article` tells how
 * much of "Y in 2025" is a name.
 */
struct names names_of_title(struct str title, const struct article *article,
			    struct arena *arena);

/* Adds a name, with its id, unless it is there. */
void names_add(struct names *names, struct str name, struct arena *arena);

/*
 * Takes the form in which the article writes each name most often, and learns
 * the shorter ones: one of its words, or its initials, where the article uses
 * them as a name.
 */
void names_settle(struct names *names, const struct article *article,
		  struct arena *arena);

/* Letters and digits of a name; a short one keeps its case. */
struct str names_key(struct str name, struct arena *arena);

/* Whether a heading or a table's first row or column is just that. */
bool names_is_label(const struct article *article, struct str name,
		    struct arena *arena);

/* The first mention from byte `from` on. */
struct mention names_find(const struct names *names, struct str text,
			  size_t from);

/* How often each option is mentioned; the sum of it. */
size_t names_count(const struct names *names, struct str text,
		   size_t counts[NAMES_MOST]);

/* How many options are mentioned at all. */
size_t names_spread(const struct names *names, struct str text);

/* Whom a text is about: an option, or names->count when it is about several
 * or none. */
size_t names_owner(const struct names *names, struct str text);

#endif
