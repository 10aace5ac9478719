/*
 * The files of the search index, made of its entries as these come sorted.
 *
 * What is open is the path to the key at hand, a level for each of its
 * characters.  A level keeps its records while they fit into one file; from
 * then on it keeps the best of them, and what is below it has files of its
 * own.  So what is in memory does not grow with the index.
 */
#ifndef SEARCH_TREE_H
#define SEARCH_TREE_H

#include "search/entry.h"

struct search_tree;

struct search_tree *search_tree_new(bool (*visit)(void *context,
						  struct str path,
						  struct str bytes),
				    void *context);

/* The next entry, in the order of entry_compare(). */
void search_tree_add(struct search_tree *tree, const struct entry *entry);

/* Gives the files that are left, and ends; false when a visit was. */
bool search_tree_end(struct search_tree *tree);

#endif
