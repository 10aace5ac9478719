/*
 * Names of files, as other machines and people take them.
 *
 * A site is copied to file systems that know no upper case (Windows, macOS),
 * that take the forms of a letter for one, or that hold some names not at
 * all; and a name with unseen signs is not what it seems to be.
 */
#ifndef WRITE_FILE_NAME_H
#define WRITE_FILE_NAME_H

#include "base/arena.h"
#include "base/str.h"

/*
 * The path as the file system that tells the least apart has it: in lower
 * case and in one Unicode form; the path itself where that is the same.
 */
struct str file_name_fold(struct str path, struct arena *arena);

/*
 * What makes the path no name for a file of a site: that it is no UTF-8, or
 * has signs that are not seen; or NULL.
 */
const char *file_name_fault(struct str path);

/*
 * The beginning of the path up to the first part that Windows cannot hold
 * (CON, a dot at the end, a colon); empty where there is none.
 */
struct str file_name_unfit(struct str path);

#endif
