/*
 * Files and paths.
 *
 * Paths are text with `/`.  These functions report nothing: on failure errno
 * tells why, and the caller knows whether that is the author's mistake.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * The whole file, in the arena and terminated; false with errno: EISDIR, or
 * ENXIO for what is no file at all.
 */
bool file_read(const char *path, struct str *text, struct arena *arena);

/*
 * Whether `path` is there as a regular file, or as a folder.  False with
 * errno: for file_is_absent() where that is known, else why it is not.
 */
bool file_is_regular(const char *path);
bool file_is_dir(const char *path);

/* Whether `path` itself is a symbolic link, wherever it leads. */
bool file_is_link(const char *path);

/* What a path leads to: the same by all its names.  False with errno. */
struct file_id {
	uint64_t device, inode;
};
bool file_identify(const char *path, struct file_id *id);

/*
 * A path of which one of these, in any thread, could not tell whether it is
 * there, with the reason in errno; NULL where there was none since the last
 * time.  What was made with the answer "no" must not be used.
 */
const char *file_doubt(void);

/* Whether that reason of errno says that there is no such thing. */
bool file_is_absent(int reason);

/*
 * Whether anything has that name, and be it a link to nowhere; else errno.
 * What cannot be looked at is file_doubt().
 */
bool file_is_there(const char *path);

/*
 * The names in a folder but for those that begin with a dot, sorted by
 * bytes; the array and names are the arena's.  False with errno.
 */
bool file_list(const char *dir, struct str **names, size_t *count,
	       struct arena *arena);

/* The same with the names that begin with a dot, but for "." and "..". */
bool file_list_all(const char *dir, struct str **names, size_t *count,
		   struct arena *arena);

/*
 * Writes the whole file, or leaves what is there: the bytes go to a file
 * beside it, which then takes its place.  False with errno.
 */
bool file_write(const char *path, struct str bytes);

/* Writes all of it to an open file.  False with errno. */
bool file_put(int fd, struct str bytes);

/* Nanoseconds since 1970; 0 for what 64 bits cannot hold, as no file has it. */
int64_t file_nanoseconds(struct timespec time);

/* `dir`/`name`; an empty dir gives the name alone. */
const char *path_join(const char *dir, struct str name, struct arena *arena);

/* "10-speed.md" of "a/10-speed.md"; "a" of it, "" where there is none. */
struct str path_base(struct str path);
struct str path_dir(struct str path);

/* "10-speed" of "a/10-speed.md"; "md" of it, "" where there is none. */
struct str path_stem(struct str path);
struct str path_extension(struct str path);

/* Whether its extension is one of these, "html|htm", whatever the case. */
bool path_ends(const char *path, const char *extensions);

/*
 * The path without "." and "..": "a/b/../c" is "a/c".  Its ptr is NULL when
 * it would climb above where it starts.
 */
struct str path_clean(struct str path, struct arena *arena);

#endif
