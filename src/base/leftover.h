/*
 * The sites whose stage must go if this program dies before it clears up.
 *
 * The list lies in memory that a process shares with the parent that watches
 * over it.  Without leftovers_open() nothing is noted.
 */
#ifndef BASE_LEFTOVER_H
#define BASE_LEFTOVER_H

#include <stdbool.h>

/* Before the process that notes is forked; false with errno. */
bool leftovers_open(void);

/* Notes the folder of a site, and forgets it once nothing is beside it. */
void leftover_add(const char *path);
void leftover_drop(const char *path);

/* Takes one off the list: its path, valid until the next call, or NULL. */
const char *leftover_take(void);

#endif
