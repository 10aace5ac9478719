/*
 * The sections of an article, and what each is for.
 *
 * Writers mark sections in several ways: by levels, by bold lines, by
 * numbers, or by nothing but the words.  This settles them all into one
 * tree, in which "Oak price" lies below "Oak vs elm: price".
 *
 * Sources: outline.c, outline_split.c.
 */
#ifndef IMPORT_OUTLINE_H
#define IMPORT_OUTLINE_H

#include "import/names.h"
#include "import/aim.h"

#define NO_HEADING ((size_t)-1)

struct section {
	size_t heading;	   /* its block; NO_HEADING where there is none */
	size_t first, end; /* the blocks below it, up to the next heading */
	size_t next;	   /* the section behind all that lie in it */
	size_t after;	   /* the block behind them all */
	size_t parent;	   /* the section it lies in; 0: none */
	int level;
	enum aim aim;
	size_t subject; /* the one option it is about, or names->count */
	size_t spread;	/* how many options its heading names */
	struct str words, text; /* its heading without a number; as Markdown */
	struct str topic;	/* the words without the options' names */
	bool question;
};

struct outline {
	struct section *sections;
	size_t count;
};

/*
 * The first section is what stands before the first heading; what follows
 * the title is another of the kind, in which nothing lies.
 */
struct outline outline_of(struct article *article, const struct names *names,
			  size_t title_block);

/*
 * outline_split.c: makes a heading and a paragraph of "Search – Winner: Oak",
 * "Price: Oak 8/10, elm 7/10" and "Oak (8/10)"; false of any other.
 */
bool outline_split(struct article *article, const struct names *names,
		   size_t b);

#endif
