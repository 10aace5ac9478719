/*
 * A site on its way to a folder: assembled beside it (write/stage.h), exchanged
 * in one step (write/swap.h).
 *
 * Whatever ends the program, the folder holds the old site or the new one,
 * whole.  A file that has not changed is the same file still (or a hard link,
 * with its inode and time), so that what syncs folders has little to do; a
 * site that has not changed at all is left as it is, and so is every folder
 * beside the smallest that holds all changes.  Files that Paragone did
 * not write stay, and folders keep their modes; a folder that is neither empty
 * nor Paragone's is refused.
 *
 * Against a crash of the machine the files' data is not synced: the content
 * is still there to build from.
 */
#ifndef WRITE_TREE_H
#define WRITE_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/hash.h"
#include "base/str.h"
#include "write/manifest.h"

struct tree;

struct tree_summary {
	size_t written, unchanged, removed;
};

/*
 * Begins a stage beside `out`; NULL with diagnostics when that folder is not
 * ours or another build is at it.
 */
struct tree *tree_open(struct diags *diags, const char *out);

/*
 * Adds a file at a path below the folder.  `origin` says where it comes
 * from: two origins of one path are an error that names both.  May be called
 * from several threads at once, each with its own diagnostics.
 */
bool tree_put(struct tree *tree, struct diags *diags, struct str path,
	      struct str bytes, struct str origin);

/* The same; where something stands at that path already it does nothing. */
bool tree_put_spare(struct tree *tree, struct diags *diags, struct str path,
		    struct str bytes, struct str origin, bool *already);

/*
 * A file that costs much to make, a picture: `key` is a hash of all that its
 * bytes depend on, of which the high half counts.  tree_keep() adds the old file when it has that key and is
 * as it was written; where it returns false, make the bytes and put them.
 */
bool tree_keep(struct tree *tree, struct diags *diags, struct str path,
	       struct hash key, struct str origin);
bool tree_put_made(struct tree *tree, struct diags *diags, struct str path,
		   struct str bytes, struct hash key, struct str origin);

/*
 * Notes that a file will stand at that path which is not made here: what
 * others want to put there is their error still.
 */
bool tree_leave(struct tree *tree, struct diags *diags, struct str path,
		struct str origin);

/*
 * Adds a file that another tree has, of which `file` is what its list says;
 * `dir` is that tree's folder.  It is linked where it can be, and else copied;
 * that its bytes are those that were written is looked at before.
 */
bool tree_take(struct tree *tree, struct diags *diags, int dir,
	       const struct manifest_entry *file, struct str origin);

/*
 * The files of the site in the folder whose paths begin so, one behind the
 * other; the one of that path, or NULL; whether one is as it was written.
 */
const struct manifest_entry *tree_old_files(const struct tree *tree,
					    struct str prefix, size_t *count);
const struct manifest_entry *tree_old_file(const struct tree *tree,
					   struct str path);
bool tree_stands_file(struct tree *tree, const struct manifest_entry *old);

/*
 * Adds old files that are so, all from one origin, without their bytes; or one
 * where nothing stands at its path yet.
 */
bool tree_keep_all(struct tree *tree, struct diags *diags,
		   const struct manifest_entry *const *old, size_t count,
		   struct str origin);
bool tree_keep_spare(struct tree *tree, struct diags *diags,
		     const struct manifest_entry *old, struct str origin);

/* All that was put so far, and where one of them comes from. */
const struct manifest *tree_files(const struct tree *tree);
const char *tree_origin(const struct tree *tree,
			const struct manifest_entry *file);

/* Whether a file was put, or left, at that path. */
bool tree_has(struct tree *tree, struct str path);

/* The path of what would hinder a file there; empty where nothing does. */
struct str tree_obstacle(struct tree *tree, struct str path);

/* Whether what was put there is from that origin. */
bool tree_has_from(struct tree *tree, struct str path, struct str origin);

/* Whether the folder holds just what was put, and all of it unchanged. */
bool tree_is_published(const struct tree *tree);

/*
 * What the site in the folder was made of, if its list says so, and what the
 * one in the stage is: tree_publish() notes it, also where no file changes.
 */
struct manifest_inputs tree_inputs(const struct tree *tree);
void tree_set_inputs(struct tree *tree, struct manifest_inputs inputs);

/* The same for the site that is there; where that fails it stays as it is. */
void tree_note_inputs(struct tree *tree, struct manifest_inputs inputs);

/*
 * What the last build left for this one, or nothing, and what this one leaves
 * for the next: the text must stay until the site is published.
 */
struct str tree_kept(const struct tree *tree);
void tree_set_kept(struct tree *tree, struct str kept);

/* Whether all files of the site are there as they were written; how many. */
bool tree_stands(struct tree *tree, size_t *files);

/*
 * Exchanges the folder for the stage; all or nothing.  False, too, after a
 * tree_put() that failed.
 */
bool tree_publish(struct tree *tree, struct diags *diags,
		  struct tree_summary *summary);

/* Ends it, removing what was not published.  NULL is fine. */
void tree_close(struct tree *tree);

/*
 * Removes what a build into `out` that died left beside it, unless another
 * build is at it.
 */
void tree_clear(const char *out);

#endif
