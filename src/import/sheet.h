/*
 * Markdown that is collected for one place of a draft.
 */
#ifndef IMPORT_SHEET_H
#define IMPORT_SHEET_H

#include "base/buf.h"
#include "import/article.h"

struct sheet {
	struct str path, part; /* what its blocks get for a place */
	struct buf text;
	enum block_kind last;
	int depth, level; /* of the last item: here, and in the article */
};

/* Appends a block, and notes where it went; an image is but listed. */
void sheet_add(struct sheet *sheet, struct block *block);
void sheet_add_heading(struct sheet *sheet, int level, struct str words);

#endif
