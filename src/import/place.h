/*
 * Which block of an article belongs where in a comparison.
 */
#ifndef IMPORT_PLACE_H
#define IMPORT_PLACE_H

#include "import/draft.h"

/* Places every block that has no place yet. */
void place_blocks(struct draft *draft, size_t title_block);

#endif
