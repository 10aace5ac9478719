/*
 * Moving and removing what lies in folders, following no symbolic link.
 *
 * The paths are below an open folder.  Nothing is reported: on failure errno
 * tells why.
 */
#ifndef WRITE_FOLDER_H
#define WRITE_FOLDER_H

#include <stdbool.h>
#include <sys/stat.h>

/*
 * The same file at the same path below another folder, where nothing may
 * stand yet: a hard link, or where there can be none a copy with the mode
 * and time of `st`, which says what the file is.
 */
bool folder_share(int from, int to, const char *path, const struct stat *st);

/* Whether another file system, or a bind mount, begins at that folder. */
bool folder_is_mount(int dir, const char *path);

/*
 * Removes a file, or a folder with all that is in it, as far as it can.
 * Whether nothing is there any more.
 */
bool folder_remove(int dir, const char *path);

#endif
