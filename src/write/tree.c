#include "write/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/leftover.h"
#include "write/file_name.h"
#include "write/folder.h"
#include "write/manifest.h"
#include "write/origins.h"
#include "write/path_set.h"
#include "write/stage.h"
#include "write/swap.h"

/*
 * Beside the folder `out` stand, while a build runs, `.out.paragone-lock`
 * and the stage `.out.paragone-stage`.  A killed build leaves them; its lock
 * is gone with it, so the next build clears the stage away.
 */
enum { PATHS_ROOM = 16000 }; /* four of them fill a block of the arena */

struct tree {
	struct arena arena;
	struct arena folds;   /* of the path at hand */
	pthread_mutex_t lock; /* of the arenas and the lists of paths */
	struct origins origins;
	char *paths; /* where the next one goes, and what room there is */
	size_t paths_room;
	const char *lock_path;
	int lock_fd;
	struct stage stage;
	struct manifest old, now;
	struct manifest left;	/* not made here */
	struct path_set folded; /* paths that are not as they fold */
	/* Those of all files, folded; marked are such as they are in the
	   stage. */
	struct path_set folders;
	struct manifest unfit; /* told of: Windows cannot hold them */
	atomic_size_t written, unchanged;
	atomic_bool spoilt; /* a file could not be put: never to be published */
};

/* What is in the way of a file. */
struct clash {
	const struct manifest_entry *with; /* or NULL */
	bool is_alike;	/* the names are not the same, but may be taken so */
	bool in_folder; /* it is in a folder where the file is to be */
	bool is_above;	/* it is a file where a folder is to be */
};

static bool renew_list(struct tree *tree, struct diags *diags);
static bool no_lock(const struct tree *tree, struct diags *diags);
static bool take_lock(struct tree *tree, struct diags *diags);
static bool resolve_out(struct tree *tree, struct diags *diags,
			const char *out);
static bool inspect_out(struct tree *tree, struct diags *diags);
static bool is_empty(const char *dir, struct arena *arena);
static bool keep_old(struct tree *tree, struct diags *diags,
		     const struct manifest_entry *old, struct str origin,
		     bool is_spare);
static bool keep_if_intact(struct tree *tree, struct diags *diags,
			   const struct manifest_entry *old, struct str path,
			   struct str origin);
static bool stands(struct tree *tree, struct str path);
static bool put_or_spoil(struct tree *tree, struct diags *diags,
			 struct str path, struct str bytes, struct hash key,
			 struct str origin, bool *already);
static bool put(struct tree *tree, struct diags *diags, struct str path,
		struct str bytes, struct hash hash, struct str origin,
		bool *already);
static bool is_whole(struct tree *tree, struct diags *diags, int dir,
		     const struct manifest_entry *entry);
static bool take(struct tree *tree, struct diags *diags, int dir,
		 const struct manifest_entry *entry, const struct stat *st);
static bool is_fit(struct diags *diags, struct str path, struct str origin);
static void name_entry(struct tree *tree, struct manifest_entry *entry,
		       struct str path, struct str origin);
static struct str path_kept(struct tree *tree, struct str path);
static bool reserve_path(struct tree *tree, struct diags *diags,
			 struct manifest_entry entry, struct manifest *list);
static struct clash clash_of(struct tree *tree, struct str path);
static const struct manifest_entry *file_at(const struct tree *tree,
					    struct str path);
static const struct manifest_entry *file_alike(struct tree *tree,
					       struct str folded);
static const struct manifest_entry *first_like(struct tree *tree,
					       struct str folded,
					       bool is_folder);
static bool is_like(struct str path, struct str folded, bool is_folder,
		    struct arena *arena);
static struct str folder_like(struct str path, struct str within);
static void take_down(struct tree *tree, struct manifest_entry entry,
		      struct manifest *list);
static void warn_of_unfit(struct tree *tree, struct diags *diags,
			  struct manifest_entry entry);
static void report_lost(struct tree *tree, struct diags *diags,
			const struct manifest_entry *entry);
static bool report_clash(const struct tree *tree, struct diags *diags,
			 const struct manifest_entry *entry,
			 struct clash clash);
static void report_twins(struct diags *diags, struct str path, const char *a,
			 const char *b);
static void report_folder(struct diags *diags, struct str path,
			  struct str folder, const char *file,
			  const char *within);
static bool is_unchanged(struct tree *tree, const struct manifest_entry *old,
			 struct manifest_entry *now, struct str bytes);
static bool is_intact(struct tree *tree, const struct manifest_entry *old);
static bool same_bytes(int dir, const char *path, struct str bytes);

struct tree *tree_open(struct diags *diags, const char *out)
{
	struct tree *tree = memory_alloc(sizeof(*tree));

	*tree = (struct tree){
		.lock_fd = -1,
		.stage = { .out_fd = -1,
			   .fd = -1,
			   .old = &tree->old,
			   .now = &tree->now,
			   .origins = &tree->origins,
			   .folders = &tree->folders },
	};
	pthread_mutex_init(&tree->lock, NULL);
	if (resolve_out(tree, diags, out)) {
		leftover_add(tree->stage.out);
		if (take_lock(tree, diags) && inspect_out(tree, diags) &&
		    stage_make(&tree->stage, diags))
			return tree;
	}
	tree_close(tree);
	return NULL;
}

bool tree_put(struct tree *tree, struct diags *diags, struct str path,
	      struct str bytes, struct str origin)
{
	return put_or_spoil(tree, diags, path, bytes, hash_of(bytes), origin,
			    NULL);
}

bool tree_keep(struct tree *tree, struct diags *diags, struct str path,
	       struct hash key, struct str origin)
{
	const struct manifest_entry *old = manifest_find(&tree->old, path);

	return old && old->hash.high == key.high &&
	       keep_if_intact(tree, diags, old, path, origin);
}

static bool keep_if_intact(struct tree *tree, struct diags *diags,
			   const struct manifest_entry *old, struct str path,
			   struct str origin)
{
	struct manifest_entry entry = *old;
	bool is_free;

	if (!is_intact(tree, old))
		return false;
	entry.kept = true;
	name_entry(tree, &entry, path, origin);
	pthread_mutex_lock(&tree->lock);
	is_free = !clash_of(tree, path).with &&
		  reserve_path(tree, diags, entry, &tree->now);
	pthread_mutex_unlock(&tree->lock);
	if (!is_free)
		return false;
	atomic_fetch_add(&tree->unchanged, 1);
	return true;
}

bool tree_put_made(struct tree *tree, struct diags *diags, struct str path,
		   struct str bytes, struct hash key, struct str origin)
{
	key.low = hash_of(bytes).low;
	return put_or_spoil(tree, diags, path, bytes, key, origin, NULL);
}

bool tree_put_spare(struct tree *tree, struct diags *diags, struct str path,
		    struct str bytes, struct str origin, bool *already)
{
	*already = false;
	return put_or_spoil(tree, diags, path, bytes, hash_of(bytes), origin,
			    already);
}

static bool put_or_spoil(struct tree *tree, struct diags *diags,
			 struct str path, struct str bytes, struct hash key,
			 struct str origin, bool *already)
{
	if (atomic_load(&tree->stage.broken))
		return false;
	if (put(tree, diags, path, bytes, key, origin, already))
		return true;
	atomic_store(&tree->spoilt, true);
	return false;
}

bool tree_keep_all(struct tree *tree, struct diags *diags,
		   const struct manifest_entry *const *old, size_t count,
		   struct str origin)
{
	bool ok = true;

	for (size_t i = 0; i < count; i++)
		ok &= keep_old(tree, diags, old[i], origin, false);
	return ok;
}

bool tree_keep_spare(struct tree *tree, struct diags *diags,
		     const struct manifest_entry *old, struct str origin)
{
	return keep_old(tree, diags, old, origin, true);
}

static bool keep_old(struct tree *tree, struct diags *diags,
		     const struct manifest_entry *old, struct str origin,
		     bool is_spare)
{
	struct manifest_entry entry = *old;
	bool ok;

	name_entry(tree, &entry, old->path, origin);
	entry.kept = true;
	pthread_mutex_lock(&tree->lock);
	if (is_spare && stands(tree, entry.path)) {
		pthread_mutex_unlock(&tree->lock);
		return true;
	}
	ok = reserve_path(tree, diags, entry, &tree->now);
	pthread_mutex_unlock(&tree->lock);
	if (!ok)
		atomic_store(&tree->spoilt, true);
	atomic_fetch_add(&tree->unchanged, 1);
	return ok;
}

bool tree_stands_file(struct tree *tree, const struct manifest_entry *old)
{
	return is_intact(tree, old);
}

/* The list is sorted, or what is not found is made anew. */
const struct manifest_entry *tree_old_files(const struct tree *tree,
					    struct str prefix, size_t *count)
{
	const struct manifest *old = &tree->old;
	size_t from = 0, to = old->count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_compare(old->entries[middle].path, prefix) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	for (*count = 0; from + *count < old->count; ++*count)
		if (!str_equals(str_slice(old->entries[from + *count].path, 0,
					  prefix.len),
				prefix))
			break;
	return old->entries + from;
}

const struct manifest_entry *tree_old_file(const struct tree *tree,
					   struct str path)
{
	return manifest_find(&tree->old, path);
}

const struct manifest *tree_files(const struct tree *tree)
{
	return &tree->now;
}

const char *tree_origin(const struct tree *tree,
			const struct manifest_entry *file)
{
	return origins_at(&tree->origins, file->origin);
}

struct str tree_kept(const struct tree *tree)
{
	return tree->old.kept;
}

void tree_set_kept(struct tree *tree, struct str kept)
{
	tree->now.kept = kept;
}

bool tree_leave(struct tree *tree, struct diags *diags, struct str path,
		struct str origin)
{
	struct manifest_entry entry = { .size = 0 };
	bool ok = is_fit(diags, path, origin);

	if (ok) {
		name_entry(tree, &entry, path, origin);
		pthread_mutex_lock(&tree->lock);
		ok = reserve_path(tree, diags, entry, &tree->left);
		pthread_mutex_unlock(&tree->lock);
	}
	if (!ok)
		atomic_store(&tree->spoilt, true);
	return ok;
}

bool tree_take(struct tree *tree, struct diags *diags, int dir,
	       const struct manifest_entry *file, struct str origin)
{
	struct manifest_entry entry = { .hash = file->hash,
					.size = file->size };
	const struct manifest_entry *old =
		manifest_find(&tree->old, file->path);
	struct stat st;

	if (atomic_load(&tree->stage.broken))
		return false;
	name_entry(tree, &entry, file->path, origin);
	if (fstatat(dir, entry.path.ptr, &st, AT_SYMLINK_NOFOLLOW) < 0 ||
	    !S_ISREG(st.st_mode) || (uint64_t)st.st_size != entry.size)
		report_lost(tree, diags, &entry);
	else if ((old && hash_equals(old->hash, entry.hash) &&
		  keep_if_intact(tree, diags, old, entry.path, origin)) ||
		 (is_whole(tree, diags, dir, &entry) &&
		  take(tree, diags, dir, &entry, &st)))
		return true;
	atomic_store(&tree->spoilt, true);
	return false;
}

bool tree_has(struct tree *tree, struct str path)
{
	bool found;

	pthread_mutex_lock(&tree->lock);
	found = stands(tree, path);
	pthread_mutex_unlock(&tree->lock);
	return found;
}

/* With the lock held. */
static bool stands(struct tree *tree, struct str path)
{
	return file_at(tree, path) != NULL;
}

struct str tree_obstacle(struct tree *tree, struct str path)
{
	const struct manifest_entry *other;
	struct str found = { "", 0 };

	pthread_mutex_lock(&tree->lock);
	other = clash_of(tree, path).with;
	if (other)
		found = other->path;
	pthread_mutex_unlock(&tree->lock);
	return found;
}

bool tree_has_from(struct tree *tree, struct str path, struct str origin)
{
	const struct manifest_entry *entry;
	bool found;

	pthread_mutex_lock(&tree->lock);
	entry = file_at(tree, path);
	found = entry && str_is(origin, tree_origin(tree, entry));
	pthread_mutex_unlock(&tree->lock);
	return found;
}

/* Every old file serves again, so that there is nothing to exchange. */
bool tree_is_published(const struct tree *tree)
{
	return tree->now.count && tree->now.count == tree->old.count &&
	       atomic_load(&tree->unchanged) == tree->now.count;
}

struct manifest_inputs tree_inputs(const struct tree *tree)
{
	return tree->old.inputs;
}

void tree_set_inputs(struct tree *tree, struct manifest_inputs inputs)
{
	tree->now.inputs = inputs;
}

void tree_note_inputs(struct tree *tree, struct manifest_inputs inputs)
{
	struct diags *unheard = diags_new();

	tree->old.inputs = inputs;
	swap_list(&tree->stage, unheard, &tree->old);
	diags_free(unheard);
}

bool tree_stands(struct tree *tree, size_t *files)
{
	*files = tree->old.count;
	for (size_t i = 0; i < tree->old.count; i++)
		if (!is_intact(tree, &tree->old.entries[i]))
			return false;
	return tree->old.count > 0;
}

bool tree_publish(struct tree *tree, struct diags *diags,
		  struct tree_summary *summary)
{
	size_t removed = 0;

	if (atomic_load(&tree->spoilt))
		return false;
	if (!(tree_is_published(tree)
		      ? renew_list(tree, diags)
		      : swap_site(&tree->stage, diags, &removed)))
		return false;
	*summary = (struct tree_summary){
		.written = atomic_load(&tree->written),
		.unchanged = atomic_load(&tree->unchanged),
		.removed = removed,
	};
	return true;
}

/* The site is the same; what it was made of may not be. */
static bool renew_list(struct tree *tree, struct diags *diags)
{
	if (!memcmp(&tree->now.inputs, &tree->old.inputs,
		    sizeof(tree->now.inputs)) &&
	    str_equals(tree->now.kept, tree->old.kept))
		return true;
	return swap_list(&tree->stage, diags, &tree->now);
}

void tree_close(struct tree *tree)
{
	bool cleared;

	if (!tree)
		return;
	cleared = stage_close(&tree->stage);
	if (tree->lock_fd >= 0) {
		cleared &= unlink(tree->lock_path) == 0;
		close(tree->lock_fd);
	}
	/* What is noted still is tried once more when we have ended. */
	if (tree->stage.out && tree->lock_fd >= 0 && cleared)
		leftover_drop(tree->stage.out);
	manifest_release(&tree->old);
	manifest_release(&tree->now);
	manifest_release(&tree->left);
	path_set_release(&tree->folders);
	path_set_release(&tree->folded);
	manifest_release(&tree->unfit);
	pthread_mutex_destroy(&tree->lock);
	arena_release(&tree->arena);
	arena_release(&tree->folds);
	free(tree);
}

void tree_clear(const char *out)
{
	struct tree tree = { .lock_fd = -1 };
	struct diags *unheard = diags_new();

	if (resolve_out(&tree, unheard, out) && take_lock(&tree, unheard)) {
		folder_remove(AT_FDCWD, tree.stage.path);
		unlink(tree.lock_path);
		close(tree.lock_fd);
	}
	diags_free(unheard);
	arena_release(&tree.arena);
}

/* Through a symbolic link to the folder itself; names the files beside it. */
static bool resolve_out(struct tree *tree, struct diags *diags, const char *out)
{
	struct arena *arena = &tree->arena;
	struct str path = str_from(out), name;
	char *real = realpath(out, NULL);
	const char *parent;

	if (real) {
		path = arena_str(arena, str_from(real));
		free(real);
	} else if (file_is_link(out)) {
		return diag_error(diags, (struct place){ .file = out },
				  "this link leads nowhere");
	}
	while (path.len > 1 && str_ends(path, "/"))
		path.len--;
	name = path_base(path);
	if (!name.len || str_is(name, ".") || str_is(name, ".."))
		return diag_error(diags, (struct place){ .file = out },
				  "this cannot be exchanged for a new folder");
	parent = path_dir(path).len   ? arena_str(arena, path_dir(path)).ptr
		 : path.ptr[0] == '/' ? "/"
				      : ".";
	tree->stage.out = arena_str(arena, path).ptr;
	tree->stage.path = path_join(parent,
				     arena_printf(arena, ".%.*s.paragone-stage",
						  STR_ARG(name)),
				     arena);
	tree->lock_path = path_join(parent,
				    arena_printf(arena, ".%.*s.paragone-lock",
						 STR_ARG(name)),
				    arena);
	return true;
}

static bool no_lock(const struct tree *tree, struct diags *diags)
{
	int reason = errno;

	diag_system(diags, tree->stage.out,
		    "the lock beside it cannot be made");
	if (reason == ENOENT)
		diag_hint(diags, "make the folder that it is to lie in");
	swap_hint_rights(diags, reason);
	return false;
}

static bool take_lock(struct tree *tree, struct diags *diags)
{
	struct stat held, there;
	int fd;

	do {
		fd = open(tree->lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
		if (fd < 0)
			return no_lock(tree, diags);
		if (flock(fd, LOCK_EX | LOCK_NB) < 0) {
			bool busy = errno == EWOULDBLOCK;

			close(fd);
			return busy ? diag_failure(diags,
						   "%s: another build is "
						   "writing here",
						   tree->stage.out)
				    : diag_system(diags, tree->lock_path,
						  "cannot be locked");
		}
		/* Its holder may have removed it since we opened it. */
		if (fstat(fd, &held) == 0 &&
		    stat(tree->lock_path, &there) == 0 &&
		    held.st_ino == there.st_ino)
			break;
		close(fd);
	} while (true);
	tree->lock_fd = fd;
	return true;
}

static bool inspect_out(struct tree *tree, struct diags *diags)
{
	struct place at = { .file = tree->stage.out };
	bool ours;

	tree->stage.out_fd =
		open(tree->stage.out, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (tree->stage.out_fd < 0 && errno == ENOENT)
		return true;
	if (tree->stage.out_fd < 0 && errno == ENOTDIR)
		return diag_error(diags, at, "this is no folder");
	if (tree->stage.out_fd < 0)
		return diag_system(diags, tree->stage.out, "cannot be opened");
	if (folder_is_mount(AT_FDCWD, tree->stage.out)) {
		diag_error(diags, at,
			   "this is a mount point, which cannot be "
			   "exchanged for a new folder");
		diag_hint(diags, "build into a folder inside it");
		return false;
	}
	if (!manifest_read(diags, tree->stage.out, &tree->old, &ours,
			   &tree->arena))
		return false;
	if (ours || is_empty(tree->stage.out, &tree->arena))
		return true;
	diag_error(diags, at,
		   "the folder is not empty, and Paragone did not write it");
	diag_hint(diags, "build into another folder with -o");
	return false;
}

/* Files that begin with a dot, such as .gitignore, do not count. */
static bool is_empty(const char *dir, struct arena *arena)
{
	struct str *names;
	size_t count;

	return file_list(dir, &names, &count, arena) && count == 0;
}

/*
 * What has not changed is only noted: it is linked when all is known.  A file
 * that gives way, which `already` says, does so if anything stands there.
 */
static bool put(struct tree *tree, struct diags *diags, struct str path,
		struct str bytes, struct hash hash, struct str origin,
		bool *already)
{
	struct manifest_entry entry = { .hash = hash, .size = bytes.len };
	const struct manifest_entry *old = manifest_find(&tree->old, path);
	bool ok;

	if (!is_fit(diags, path, origin))
		return false;
	name_entry(tree, &entry, path, origin);
	entry.kept = old && is_unchanged(tree, old, &entry, bytes);
	pthread_mutex_lock(&tree->lock);
	if (already && stands(tree, entry.path)) {
		*already = true;
		pthread_mutex_unlock(&tree->lock);
		return true;
	}
	ok = reserve_path(tree, diags, entry, &tree->now) &&
	     (entry.kept ||
	      stage_make_folders(&tree->stage, diags, entry.path));
	pthread_mutex_unlock(&tree->lock);
	if (!ok || (!old && !stage_is_free(&tree->stage, diags, &entry)))
		return false;
	if (entry.kept) {
		atomic_fetch_add(&tree->unchanged, 1);
		return true;
	}
	atomic_fetch_add(&tree->written, 1);
	return stage_write(&tree->stage, diags, entry.path.ptr, bytes);
}

/* A disk that failed, or a copy, may have changed a file and not its size. */
static bool is_whole(struct tree *tree, struct diags *diags, int dir,
		     const struct manifest_entry *entry)
{
	int fd =
		openat(dir, entry->path.ptr, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	struct hash hash;
	bool ok = fd >= 0 && hash_of_file(fd, &hash);

	if (!ok)
		diag_system(diags, tree_origin(tree, entry),
			    "%s cannot be read", entry->path.ptr);
	if (fd >= 0)
		close(fd);
	if (ok && hash.low != entry->hash.low)
		report_lost(tree, diags, entry);
	return ok && hash.low == entry->hash.low;
}

static bool take(struct tree *tree, struct diags *diags, int dir,
		 const struct manifest_entry *entry, const struct stat *st)
{
	bool ok;

	pthread_mutex_lock(&tree->lock);
	ok = reserve_path(tree, diags, *entry, &tree->now) &&
	     stage_make_folders(&tree->stage, diags, entry->path);
	pthread_mutex_unlock(&tree->lock);
	if (!ok || (!manifest_find(&tree->old, entry->path) &&
		    !stage_is_free(&tree->stage, diags, entry)))
		return false;
	atomic_fetch_add(&tree->written, 1);
	return stage_take(&tree->stage, diags, dir, entry->path.ptr, st);
}

static void report_lost(struct tree *tree, struct diags *diags,
			const struct manifest_entry *entry)
{
	diag_error(diags, (struct place){ .file = tree_origin(tree, entry) },
		   "%.*s is not there as it was written", STR_ARG(entry->path));
	diag_hint(diags, "build or copy this part again");
}

static bool is_fit(struct diags *diags, struct str path, struct str origin)
{
	const char *fault = file_name_fault(path);

	if (!fault && manifest_takes(path))
		return true;
	return diag_error(diags, (struct place){ .file = NULL },
			  "\"%.*s\" of %.*s is no name for a file of a "
			  "site%s%s",
			  STR_ARG(path), STR_ARG(origin), fault ? ": " : "",
			  fault ? fault : "");
}

static void name_entry(struct tree *tree, struct manifest_entry *entry,
		       struct str path, struct str origin)
{
	pthread_mutex_lock(&tree->lock);
	entry->path = path_kept(tree, path);
	entry->origin = origins_add(&tree->origins, origin, &tree->arena);
	pthread_mutex_unlock(&tree->lock);
}

/* Close behind each other, as there are many and none is long. */
static struct str path_kept(struct tree *tree, struct str path)
{
	char *copy = tree->paths;

	if (path.len >= tree->paths_room) {
		tree->paths_room = PATHS_ROOM + path.len;
		copy = arena_array(&tree->arena, char, tree->paths_room);
	}
	memcpy(copy, path.ptr, path.len);
	tree->paths = copy + path.len + 1;
	tree->paths_room -= path.len + 1;
	return (struct str){ copy, path.len };
}

/* Takes the path down in the list, unless it is another's already. */
static bool reserve_path(struct tree *tree, struct diags *diags,
			 struct manifest_entry entry, struct manifest *list)
{
	struct clash clash = clash_of(tree, entry.path);

	if (clash.with)
		return report_clash(tree, diags, &entry, clash);
	take_down(tree, entry, list);
	warn_of_unfit(tree, diags, entry);
	return true;
}

/*
 * A path is another's, too, where some file systems take the two for one, and
 * where one of them is a file and the other a folder.
 */
static struct clash clash_of(struct tree *tree, struct str path)
{
	struct clash clash = { .with = file_at(tree, path) };
	struct str folded;

	arena_reset(&tree->folds);
	folded = file_name_fold(path, &tree->folds);
	if (clash.with)
		return clash;
	clash.with = file_alike(tree, folded);
	if (!clash.with && path_set_has(&tree->folders, folded)) {
		clash.with = first_like(tree, folded, true);
		clash.in_folder = true;
	}
	for (struct str dir = path_dir(folded);
	     dir.len && !clash.with && !path_set_has(&tree->folders, dir);
	     dir = path_dir(dir)) {
		clash.with = file_alike(tree, dir);
		clash.is_above = true;
	}
	if (clash.with && clash.is_above)
		path = folder_like(clash.with->path, path);
	clash.is_alike = clash.with &&
			 !str_equals(path, folder_like(path, clash.with->path));
	return clash;
}

static const struct manifest_entry *file_at(const struct tree *tree,
					    struct str path)
{
	const struct manifest_entry *file = manifest_find(&tree->now, path);

	return file ? file : manifest_find(&tree->left, path);
}

static const struct manifest_entry *file_alike(struct tree *tree,
					       struct str folded)
{
	const struct manifest_entry *file = file_at(tree, folded);

	return file || !path_set_has(&tree->folded, folded)
		       ? file
		       : first_like(tree, folded, false);
}

/*
 * The first file by name, whenever it came, whose path folds so; or that is
 * in such a folder.  It is for a message, so all files are looked at.
 */
static const struct manifest_entry *first_like(struct tree *tree,
					       struct str folded,
					       bool is_folder)
{
	const struct manifest *const LISTS[] = { &tree->now, &tree->left };
	const struct manifest_entry *first = NULL;

	for (size_t i = 0; i < 2; i++)
		for (size_t j = 0; j < LISTS[i]->count; j++) {
			const struct manifest_entry *file =
				&LISTS[i]->entries[j];

			if (is_like(file->path, folded, is_folder,
				    &tree->folds) &&
			    (!first ||
			     str_compare(file->path, first->path) < 0))
				first = file;
		}
	return first;
}

static bool is_like(struct str path, struct str folded, bool is_folder,
		    struct arena *arena)
{
	struct str like = folder_like(folded, path);

	return is_folder == (like.len < path.len) &&
	       str_equals(file_name_fold(like, arena), folded);
}

/* As many parts of what is within as the path has. */
static struct str folder_like(struct str path, struct str within)
{
	struct str rest = within;

	while (path.ptr && rest.ptr) {
		str_cut(&path, '/');
		str_cut(&rest, '/');
	}
	return rest.ptr ? str_slice(within, 0,
				    (size_t)(rest.ptr - within.ptr) - 1)
			: within;
}

/* With its folders, and as it would be folded. */
static void take_down(struct tree *tree, struct manifest_entry entry,
		      struct manifest *list)
{
	struct str folded = file_name_fold(entry.path, &tree->folds);

	manifest_add(list, entry);
	if (!str_equals(folded, entry.path))
		path_set_add(&tree->folded, folded);
	for (struct str dir = path_dir(folded);
	     dir.len && !path_set_has(&tree->folders, dir); dir = path_dir(dir))
		path_set_add(&tree->folders, dir);
}

/* Once for all that stands in a folder. */
static void warn_of_unfit(struct tree *tree, struct diags *diags,
			  struct manifest_entry entry)
{
	entry.path = file_name_unfit(entry.path);
	if (!entry.path.len || manifest_find(&tree->unfit, entry.path))
		return;
	manifest_add(&tree->unfit, entry);
	diag_warning(diags, (struct place){ .file = NULL },
		     "Windows can hold no file or folder \"%.*s\" (%s)",
		     STR_ARG(entry.path), tree_origin(tree, &entry));
}

static bool report_clash(const struct tree *tree, struct diags *diags,
			 const struct manifest_entry *entry, struct clash clash)
{
	const char *origin = tree_origin(tree, entry);
	const char *other = tree_origin(tree, clash.with);

	if (clash.is_above)
		report_folder(diags, clash.with->path,
			      folder_like(clash.with->path, entry->path), other,
			      origin);
	else if (clash.in_folder)
		report_folder(diags, entry->path,
			      folder_like(entry->path, clash.with->path),
			      origin, other);
	else
		report_twins(diags, entry->path, origin, other);
	if (clash.is_alike)
		diag_note(diags, (struct place){ .file = NULL },
			  "their names differ in upper case or Unicode form "
			  "only, which not every file system tells apart");
	return false;
}

/* The paths, too, may look alike: the origins tell them apart. */
static void report_twins(struct diags *diags, struct str path, const char *a,
			 const char *b)
{
	bool swap = strcmp(a, b) > 0;

	diag_error(diags, (struct place){ .file = NULL },
		   "two sources give the file %.*s", STR_ARG(path));
	diag_hint(diags, "one is %s, the other %s", swap ? b : a, swap ? a : b);
}

static void report_folder(struct diags *diags, struct str path,
			  struct str folder, const char *file,
			  const char *within)
{
	diag_error(diags, (struct place){ .file = NULL },
		   "the file %.*s would stand where the folder %.*s/ is to be",
		   STR_ARG(path), STR_ARG(folder));
	diag_hint(diags, "%s gives the file, %s the folder", file, within);
}

/*
 * Whether the old file is as we wrote it and says the same.  Where it was
 * touched since, its bytes decide.  Notes its time.
 */
static bool is_unchanged(struct tree *tree, const struct manifest_entry *old,
			 struct manifest_entry *now, struct str bytes)
{
	const char *path = now->path.ptr;
	struct stat st;

	if (old->size != now->size || !hash_equals(old->hash, now->hash) ||
	    fstatat(tree->stage.out_fd, path, &st, AT_SYMLINK_NOFOLLOW) < 0 ||
	    !S_ISREG(st.st_mode) || (uint64_t)st.st_size != old->size)
		return false;
	now->mtime = file_nanoseconds(st.st_mtim);
	return now->mtime == old->mtime ||
	       same_bytes(tree->stage.out_fd, path, bytes);
}

/* As it was written, as far as size and time tell. */
static bool is_intact(struct tree *tree, const struct manifest_entry *old)
{
	const char *path = old->path.ptr;
	struct stat st;
	char name[4096];

	/* A path in the list need not end in a NUL. */
	if (old->path.len >= sizeof(name))
		return false;
	path = memcpy(name, path, old->path.len);
	name[old->path.len] = '\0';
	return fstatat(tree->stage.out_fd, path, &st, AT_SYMLINK_NOFOLLOW) ==
		       0 &&
	       S_ISREG(st.st_mode) && (uint64_t)st.st_size == old->size &&
	       file_nanoseconds(st.st_mtim) == old->mtime;
}

static bool same_bytes(int dir, const char *path, struct str bytes)
{
	int fd = openat(dir, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	char chunk[16384];
	size_t at = 0;
	ssize_t got = 0;

	if (fd < 0)
		return false;
	while (at < bytes.len) {
		got = read(fd, chunk, sizeof(chunk));
		if (got <= 0 || (size_t)got > bytes.len - at ||
		    memcmp(chunk, bytes.ptr + at, (size_t)got))
			break;
		at += (size_t)got;
	}
	close(fd);
	return at == bytes.len;
}
