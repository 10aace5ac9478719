/*
 * An article as a list of blocks: what a reader sees one below the other,
 * whatever it was written in.
 *
 * Words keep their emphasis, code and links as inline Markdown of our own
 * making, so that nothing of a page's markup is carried over: raw HTML goes,
 * a relative link leaves its words, and what looks like a citation is
 * escaped.  Every block knows its line, and in the end what became of it.
 *
 * Sources: blocks.c, read_html.c, read_markdown.c, read_plain.c.
 */
#ifndef IMPORT_ARTICLE_H
#define IMPORT_ARTICLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

/*
 * What an article may hold; what is longer is refused with its place.  Each
 * is some ten times what people write, and keeps all that looks at every
 * block, or at two at a time, within its bounds.
 */
enum {
	ARTICLE_BLOCKS = 5000,
	ARTICLE_LINKS = 2000,
	ARTICLE_CELLS = 20000, /* as many as a page may have */
};

enum block_kind {
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_ITEM,
	BLOCK_TABLE,
	BLOCK_CODE,
	BLOCK_IMAGE,
};

/* What became of a block; how a report words it stands there. */
enum fate {
	FATE_NONE,   /* nothing yet */
	FATE_PLACED, /* it stands in the file `path`, in its part `part` */
	FATE_HEADS,  /* left out: it heads what stands elsewhere */
	FATE_START,  /* left out: the score before the first criterion */
	FATE_LISTED, /* an image: listed in the report */
};

struct block {
	enum block_kind kind;
	unsigned line;
	int level;	  /* of a heading, from 1; how deep an item lies */
	int number;	  /* of an ordered item or a numbered heading, else 0 */
	bool quoted;	  /* in a quotation */
	bool strong;	  /* all of it in bold */
	bool aside;	  /* navigation, forms, footnotes and the like */
	bool hidden;	  /* and that, for the page does not show it */
	bool lowered;	  /* a heading, but of nothing: "Winner: Oak" */
	bool rated;	  /* its ratings are those of a criterion */
	struct str text;  /* inline Markdown; code as it is; an image's words */
	struct str plain; /* the same without markup */
	struct str lead;  /* the bold words it begins with */
	struct str url;	  /* of an image */
	struct str language;
	struct str *cells;  /* of a table: inline Markdown, the header first */
	struct str *labels; /* the cells without markup */
	size_t row_count, column_count;
	enum fate fate;
	struct str path, part;
};

struct link {
	struct str url, text;
};

struct article {
	const char *path;
	struct arena *arena;
	struct block *blocks;
	size_t block_count;
	struct link *links; /* each address once, in the order met */
	size_t link_count;
	size_t cell_count;
	const char *beyond; /* what it has too many of, or NULL */
	unsigned last_line; /* of the last block */
	bool flat;	    /* plain text: its headings have no levels */
	bool muted;	    /* links of a menu and the like are no sources */
	/* What it says of itself; empty where it does not.  Dates are days. */
	struct str title, description, canonical, date, updated;
	struct str *authors, *tags, *other_keys;
	size_t author_count, tag_count, other_key_count;
};

/* Reads .md, .markdown, .txt, .html or .htm; false with diagnostics. */
bool article_read(struct diags *diags, const char *path,
		  struct article *article, struct arena *arena);

/* Whether the ending of that name is one of these. */
bool article_is_known(const char *path);

/* blocks.c: what readers add to an article. */
/* Appends the block unless it holds no words, or the article is too long. */
void article_add(struct article *article, const struct block *block);

/* Makes room for cells; none where article_add() will find them too many. */
void article_grid(const struct article *article, struct block *table,
		  size_t rows, size_t columns);

/* Notes an address to be listed among the sources. */
void article_link(struct article *article, struct str url, struct str text);

/* Keeps what a page or front matter says under `key`; false: unknown. */
bool article_say(struct article *article, struct str key, struct str value);

/* Notes where a block stands. */
void block_place(struct block *block, struct str path, struct str part);

/* read_markdown.c, read_html.c and read_plain.c: append their blocks; `line` is the first's. */
bool article_read_markdown(struct diags *diags, struct article *article,
			   struct str text, unsigned line);
bool article_read_html(struct diags *diags, struct article *article,
		       struct str text, unsigned line);
void article_read_plain(struct article *article, struct str text,
			unsigned line);

#endif
