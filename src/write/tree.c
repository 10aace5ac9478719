#include "write/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "write/manifest.h"

/*
 * Beside the folder `out` stand, while a build runs, `.out.paragone-lock`
 * and the stage `.out.paragone-stage`.  A killed build leaves them; its lock
 * is gone with it, so the next build clears the stage away.
 */
struct tree {
	struct arena arena;
	pthread_mutex_t lock; /* of the arena, the lists and the folders */
	const char *out, *stage, *lock_path;
	int lock_fd, stage_fd, out_fd; /* out_fd: -1 where there is no out */
	struct manifest old, now;
	struct manifest folders; /* made in the stage, by path */
	struct tree_summary summary;
};

static bool take_lock(struct tree *tree, struct diags *diags);
static bool resolve_out(struct tree *tree, struct diags *diags,
			const char *out);
static bool inspect_out(struct tree *tree, struct diags *diags);
static bool is_empty(const char *dir, struct arena *arena);
static bool make_stage(struct tree *tree, struct diags *diags);
static bool reserve_path(struct tree *tree, struct diags *diags,
			 struct manifest_entry entry,
			 struct manifest_entry **old);
static bool make_folders(struct tree *tree, struct diags *diags,
			 struct str path);
static bool keep_file(struct tree *tree, const struct manifest_entry *old,
		      const struct manifest_entry *now, struct str bytes);
static bool same_bytes(int dir, const char *path, struct str bytes);
static bool write_file(struct tree *tree, struct diags *diags, const char *path,
		       struct str bytes);
static bool write_all(int fd, struct str bytes);
static int64_t nanoseconds(struct timespec time);
static bool carry_unknown(struct tree *tree, struct diags *diags,
			  struct str dir);
static bool carry_entry(struct tree *tree, struct diags *diags,
			struct str path);
static bool carry_file(struct tree *tree, struct diags *diags, struct str path,
		       const struct stat *st);
static bool copy_file(struct tree *tree, const char *path,
		      const struct stat *st);
static bool write_manifest(struct tree *tree, struct diags *diags);
static bool exchange(struct tree *tree, struct diags *diags);
static void count_changes(struct tree *tree);
static void remove_tree(const char *path);

struct tree *tree_open(struct diags *diags, const char *out)
{
	struct tree *tree = memory_alloc(sizeof(*tree));

	*tree = (struct tree){ .lock_fd = -1, .stage_fd = -1, .out_fd = -1 };
	pthread_mutex_init(&tree->lock, NULL);
	if (resolve_out(tree, diags, out) && take_lock(tree, diags) &&
	    inspect_out(tree, diags) && make_stage(tree, diags))
		return tree;
	tree_close(tree);
	return NULL;
}

bool tree_put(struct tree *tree, struct diags *diags, struct str path,
	      struct str bytes, struct str origin)
{
	struct manifest_entry entry = { .hash = hash_of(bytes),
					.size = bytes.len };
	struct manifest_entry *old;
	bool ok;

	pthread_mutex_lock(&tree->lock);
	entry.path = arena_str(&tree->arena, path);
	entry.origin = arena_str(&tree->arena, origin);
	ok = reserve_path(tree, diags, entry, &old) &&
	     make_folders(tree, diags, entry.path);
	pthread_mutex_unlock(&tree->lock);
	if (!ok)
		return false;
	return (old && keep_file(tree, old, &entry, bytes)) ||
	       write_file(tree, diags, entry.path.ptr, bytes);
}

bool tree_has(struct tree *tree, struct str path)
{
	bool found;

	pthread_mutex_lock(&tree->lock);
	found = manifest_find(&tree->now, path) != NULL;
	pthread_mutex_unlock(&tree->lock);
	return found;
}

bool tree_publish(struct tree *tree, struct diags *diags,
		  struct tree_summary *summary)
{
	if (tree->out_fd >= 0 && !carry_unknown(tree, diags, STR("")))
		return false;
	if (!write_manifest(tree, diags))
		return false;
	count_changes(tree);
	if (!exchange(tree, diags))
		return false;
	*summary = tree->summary;
	return true;
}

void tree_close(struct tree *tree)
{
	if (!tree)
		return;
	if (tree->out_fd >= 0)
		close(tree->out_fd);
	if (tree->stage_fd >= 0) {
		close(tree->stage_fd);
		remove_tree(tree->stage);
	}
	if (tree->lock_fd >= 0) {
		unlink(tree->lock_path);
		close(tree->lock_fd);
	}
	manifest_release(&tree->old);
	manifest_release(&tree->now);
	manifest_release(&tree->folders);
	pthread_mutex_destroy(&tree->lock);
	arena_release(&tree->arena);
	free(tree);
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
	tree->out = arena_str(arena, path).ptr;
	tree->stage = path_join(parent,
				arena_printf(arena, ".%.*s.paragone-stage",
					     STR_ARG(name)),
				arena);
	tree->lock_path = path_join(parent,
				    arena_printf(arena, ".%.*s.paragone-lock",
						 STR_ARG(name)),
				    arena);
	return true;
}

static bool take_lock(struct tree *tree, struct diags *diags)
{
	struct stat held, there;
	int fd;

	do {
		fd = open(tree->lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
		if (fd < 0)
			return diag_system(diags, tree->lock_path,
					   "cannot be made");
		if (flock(fd, LOCK_EX | LOCK_NB) < 0) {
			close(fd);
			diag_error(diags, (struct place){ .file = tree->out },
				   "another build is writing here");
			return false;
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
	struct place at = { .file = tree->out };
	bool ours;

	tree->out_fd = open(tree->out, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (tree->out_fd < 0 && errno == ENOENT)
		return true;
	if (tree->out_fd < 0 && errno == ENOTDIR)
		return diag_error(diags, at, "this is no folder");
	if (tree->out_fd < 0)
		return diag_system(diags, tree->out, "cannot be opened");
	if (!manifest_read(diags, tree->out, &tree->old, &ours, &tree->arena))
		return false;
	if (ours || is_empty(tree->out, &tree->arena))
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

static bool make_stage(struct tree *tree, struct diags *diags)
{
	remove_tree(tree->stage);
	if (mkdir(tree->stage, 0777) < 0)
		return diag_system(diags, tree->stage, "cannot be made");
	tree->stage_fd = open(tree->stage, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (tree->stage_fd < 0)
		return diag_system(diags, tree->stage, "cannot be opened");
	return true;
}

/* Takes the path, unless it is taken or is somebody else's file. */
static bool reserve_path(struct tree *tree, struct diags *diags,
			 struct manifest_entry entry,
			 struct manifest_entry **old)
{
	struct manifest_entry *twin = manifest_find(&tree->now, entry.path);
	struct stat st;

	if (twin) {
		bool swap = str_compare(twin->origin, entry.origin) > 0;

		diag_error(diags, (struct place){ .file = NULL },
			   "two sources give the file %.*s",
			   STR_ARG(entry.path));
		diag_hint(diags, "one is %.*s, the other %.*s",
			  STR_ARG(swap ? entry.origin : twin->origin),
			  STR_ARG(swap ? twin->origin : entry.origin));
		return false;
	}
	*old = manifest_find(&tree->old, entry.path);
	if (!*old && tree->out_fd >= 0 &&
	    fstatat(tree->out_fd, entry.path.ptr, &st, AT_SYMLINK_NOFOLLOW) ==
		    0 &&
	    !S_ISDIR(st.st_mode)) {
		diag_error(diags, (struct place){ .file = tree->out },
			   "the file %.*s is there, and Paragone did not write "
			   "it",
			   STR_ARG(entry.path));
		diag_hint(diags, "move it away");
		return false;
	}
	manifest_add(&tree->now, entry);
	return true;
}

static bool make_folders(struct tree *tree, struct diags *diags,
			 struct str path)
{
	struct str dir = path_dir(path);

	if (!dir.len || manifest_find(&tree->folders, dir))
		return true;
	dir = arena_str(&tree->arena, dir);
	if (!make_folders(tree, diags, dir))
		return false;
	if (mkdirat(tree->stage_fd, dir.ptr, 0777) < 0 && errno != EEXIST)
		return diag_system(diags, tree->stage, "%.*s cannot be made",
				   STR_ARG(dir));
	manifest_add(&tree->folders, (struct manifest_entry){ .path = dir });
	return true;
}

/*
 * Links the old file when it is as we wrote it and says the same.  Where the
 * file was touched since, its bytes decide.
 */
static bool keep_file(struct tree *tree, const struct manifest_entry *old,
		      const struct manifest_entry *now, struct str bytes)
{
	const char *path = now->path.ptr;
	struct stat st;

	if (old->size != now->size || !hash_equals(old->hash, now->hash) ||
	    fstatat(tree->out_fd, path, &st, AT_SYMLINK_NOFOLLOW) < 0 ||
	    !S_ISREG(st.st_mode) || (uint64_t)st.st_size != old->size)
		return false;
	if (nanoseconds(st.st_mtim) != old->mtime &&
	    !same_bytes(tree->out_fd, path, bytes))
		return false;
	return linkat(tree->out_fd, path, tree->stage_fd, path, 0) == 0;
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

static bool write_file(struct tree *tree, struct diags *diags, const char *path,
		       struct str bytes)
{
	int fd = openat(tree->stage_fd, path,
			O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	bool ok = fd >= 0 && write_all(fd, bytes);

	if (fd >= 0 && close(fd) < 0)
		ok = false;
	return ok ||
	       diag_system(diags, tree->out, "%s cannot be written", path);
}

static bool write_all(int fd, struct str bytes)
{
	while (bytes.len) {
		ssize_t put = write(fd, bytes.ptr, bytes.len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		bytes = str_from_byte(bytes, (size_t)put);
	}
	return true;
}

static int64_t nanoseconds(struct timespec time)
{
	return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* What we did not write: it is put into the stage before the exchange. */
static bool carry_unknown(struct tree *tree, struct diags *diags,
			  struct str dir)
{
	const char *path =
		dir.len ? path_join(tree->out, dir, &tree->arena) : tree->out;
	DIR *d = opendir(path);
	struct dirent *entry;
	bool ok = true;

	if (!d)
		return diag_system(diags, path, "cannot be read");
	while (ok && (entry = readdir(d))) {
		struct str name = str_from(entry->d_name);

		if (str_is(name, ".") || str_is(name, "..") ||
		    (!dir.len && str_is(name, MANIFEST_NAME)))
			continue;
		ok = carry_entry(
			tree, diags,
			str_from(
				dir.len ? path_join(dir.ptr, name, &tree->arena)
					: arena_str(&tree->arena, name).ptr));
	}
	closedir(d);
	return ok;
}

/* Folders are gone through; an empty one is ours or nobody's and goes. */
static bool carry_entry(struct tree *tree, struct diags *diags, struct str path)
{
	struct stat st;

	if (manifest_find(&tree->old, path))
		return true;
	if (fstatat(tree->out_fd, path.ptr, &st, AT_SYMLINK_NOFOLLOW) < 0)
		return diag_system(diags, tree->out, "%s cannot be read",
				   path.ptr);
	if (S_ISDIR(st.st_mode))
		return carry_unknown(tree, diags, path);
	if (!make_folders(tree, diags, path))
		return false;
	return carry_file(tree, diags, path, &st);
}

static bool carry_file(struct tree *tree, struct diags *diags, struct str path,
		       const struct stat *st)
{
	if (linkat(tree->out_fd, path.ptr, tree->stage_fd, path.ptr, 0) == 0 ||
	    copy_file(tree, path.ptr, st))
		return true;
	return diag_system(diags, tree->out, "%s cannot be kept", path.ptr);
}

/* Where the file system has no hard links. */
static bool copy_file(struct tree *tree, const char *path,
		      const struct stat *st)
{
	const struct timespec times[] = { st->st_atim, st->st_mtim };
	struct arena arena = { 0 };
	struct str bytes;
	int fd;
	bool ok = false;

	if (!S_ISREG(st->st_mode) ||
	    !file_read(path_join(tree->out, str_from(path), &arena), &bytes,
		       &arena)) {
		arena_release(&arena);
		return false;
	}
	fd = openat(tree->stage_fd, path,
		    O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, st->st_mode);
	if (fd >= 0) {
		ok = write_all(fd, bytes) && futimens(fd, times) == 0;
		ok = close(fd) == 0 && ok;
	}
	arena_release(&arena);
	return ok;
}

static bool write_manifest(struct tree *tree, struct diags *diags)
{
	struct buf buf = { 0 };
	bool ok = true;

	for (size_t i = 0; i < tree->now.count; i++) {
		struct manifest_entry *entry = &tree->now.entries[i];
		struct stat st;

		if (fstatat(tree->stage_fd, entry->path.ptr, &st, 0) < 0) {
			buf_release(&buf);
			return diag_system(diags, tree->stage,
					   "%s is not there", entry->path.ptr);
		}
		entry->mtime = nanoseconds(st.st_mtim);
	}
	manifest_print(&tree->now, &buf);
	ok = write_file(tree, diags, MANIFEST_NAME, buf_str(&buf));
	buf_release(&buf);
	return ok;
}

/* After it the stage's name holds the old site, which tree_close() removes. */
static bool exchange(struct tree *tree, struct diags *diags)
{
	bool ok = tree->out_fd < 0 ? rename(tree->stage, tree->out) == 0
				   : renameat2(AT_FDCWD, tree->stage, AT_FDCWD,
					       tree->out, RENAME_EXCHANGE) == 0;
	int reason = errno;

	if (ok)
		return true;
	diag_system(diags, tree->out, "cannot be exchanged for the new site");
	if (reason == EBUSY)
		diag_hint(diags, "it is a mount point: build into a folder "
				 "inside it");
	else if (reason == EINVAL || reason == ENOSYS)
		diag_hint(diags, "this file system cannot exchange two "
				 "folders: build elsewhere and copy");
	return false;
}

static void count_changes(struct tree *tree)
{
	for (size_t i = 0; i < tree->now.count; i++) {
		const struct manifest_entry *entry = &tree->now.entries[i];
		const struct manifest_entry *old =
			manifest_find(&tree->old, entry->path);

		if (old && old->mtime == entry->mtime &&
		    hash_equals(old->hash, entry->hash))
			tree->summary.unchanged++;
		else
			tree->summary.written++;
	}
	for (size_t i = 0; i < tree->old.count; i++)
		tree->summary.removed +=
			!manifest_find(&tree->now, tree->old.entries[i].path);
}

/* By hand, as nothing that is a link may be followed. */
static void remove_tree(const char *path)
{
	DIR *d = opendir(path);
	struct dirent *entry;

	if (d) {
		while ((entry = readdir(d))) {
			struct str name = str_from(entry->d_name);

			if (str_is(name, ".") || str_is(name, ".."))
				continue;
			if (unlinkat(dirfd(d), entry->d_name, 0) < 0) {
				struct arena arena = { 0 };

				remove_tree(path_join(path, name, &arena));
				arena_release(&arena);
			}
		}
		closedir(d);
	}
	rmdir(path);
}
