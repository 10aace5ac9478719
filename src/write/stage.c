#include "write/stage.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"
#include "write/folder.h"

static bool report_foreign(const struct stage *stage, struct diags *diags,
			   struct str path, const struct manifest_entry *ours);
static bool closed(struct stage *stage, struct diags *diags, const char *path,
		   int fd, bool ok);
static bool write_piece(void *fd, struct str piece);
static bool link_kept(struct stage *stage, struct diags *diags,
		      struct str folder);
static bool is_to_fill(const struct stage *stage, struct str path,
		       struct str folder);
static bool link_file(struct stage *stage, struct diags *diags,
		      const struct manifest_entry *entry);
static bool report_edited(const struct stage *stage, struct diags *diags,
			  struct str path);
static bool carry_unknown(struct stage *stage, struct diags *diags,
			  struct str folder);
static bool carry_folder(struct stage *stage, struct diags *diags,
			 struct str dir);
static bool carry_entry(struct stage *stage, struct diags *diags,
			struct str path, unsigned char type);
static bool carry_subfolder(struct stage *stage, struct diags *diags,
			    struct str path, mode_t mode);
static bool keep_mode(const struct stage *stage, struct diags *diags,
		      struct str path, mode_t mode);
static bool carry_file(struct stage *stage, struct diags *diags,
		       struct str path, const struct stat *st);
static const struct manifest_entry *first_below(const struct manifest *files,
						struct str folder);

bool stage_make(struct stage *stage, struct diags *diags)
{
	struct stat st;

	folder_remove(AT_FDCWD, stage->path);
	if (mkdir(stage->path, 0777) < 0) {
		int reason = errno;

		diag_system(diags, stage->path, "cannot be made");
		if (reason == EEXIST)
			diag_hint(diags, "remove it: what an earlier build "
					 "left there is another user's");
		return false;
	}
	stage->fd = open(stage->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (stage->fd >= 0 && fstat(stage->fd, &st) == 0) {
		stage->mode = st.st_mode & 07777;
		return true;
	}
	diag_system(diags, stage->path, "cannot be opened");
	rmdir(stage->path);
	return false;
}

bool stage_close(struct stage *stage)
{
	bool cleared = true;

	if (stage->out_fd >= 0)
		close(stage->out_fd);
	if (stage->fd >= 0) {
		close(stage->fd);
		cleared = folder_remove(AT_FDCWD, stage->path);
	}
	path_set_release(&stage->old_folders);
	arena_release(&stage->arena);
	arena_release(&stage->carried);
	return cleared;
}

bool stage_make_folders(struct stage *stage, struct diags *diags,
			struct str path)
{
	struct str dir = path_dir(path);
	const struct manifest_entry *twin;
	const char *name;

	if (!dir.len || path_set_is_marked(stage->folders, dir))
		return true;
	twin = manifest_find(stage->now, dir);
	if (twin)
		return report_foreign(stage, diags, path, twin);
	if (!stage_make_folders(stage, diags, dir))
		return false;
	name = arena_str(&stage->arena, dir).ptr;
	if (mkdirat(stage->fd, name, 0777) < 0) {
		atomic_store(&stage->broken, true);
		return diag_system(diags, stage->out,
				   "the folder %s cannot be made", name);
	}
	arena_reset(&stage->arena);
	path_set_mark(stage->folders, dir);
	return true;
}

bool stage_is_free(const struct stage *stage, struct diags *diags,
		   const struct manifest_entry *entry)
{
	struct stat st;

	if (stage->out_fd < 0 ||
	    fstatat(stage->out_fd, entry->path.ptr, &st, AT_SYMLINK_NOFOLLOW) <
		    0 ||
	    S_ISDIR(st.st_mode))
		return true;
	return report_foreign(stage, diags, entry->path, entry);
}

static bool report_foreign(const struct stage *stage, struct diags *diags,
			   struct str path, const struct manifest_entry *ours)
{
	diag_error(diags, (struct place){ .file = stage->out },
		   "%.*s is there, and Paragone did not write it",
		   STR_ARG(path));
	diag_hint(diags, "move it away, or rename what is to stand there: %s",
		  origins_at(stage->origins, ours->origin));
	return false;
}

bool stage_write(struct stage *stage, struct diags *diags, const char *path,
		 struct str bytes)
{
	int fd = openat(stage->fd, path,
			O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

	return closed(stage, diags, path, fd, fd >= 0 && file_put(fd, bytes));
}

/* Whether all went well with it: the first failure is told. */
static bool closed(struct stage *stage, struct diags *diags, const char *path,
		   int fd, bool ok)
{
	int reason = errno;

	if (fd >= 0 && close(fd) < 0 && ok) {
		reason = errno;
		ok = false;
	}
	if (ok)
		return true;
	errno = reason;
	if (!atomic_exchange(&stage->broken, true))
		diag_system(diags, stage->out, "%s cannot be written", path);
	return false;
}

bool stage_take(struct stage *stage, struct diags *diags, int dir,
		const char *path, const struct stat *st)
{
	if (folder_share(dir, stage->fd, path, st))
		return true;
	atomic_store(&stage->broken, true);
	return diag_system(diags, stage->out, "%s cannot be written", path);
}

bool stage_write_list(struct stage *stage, struct diags *diags,
		      const struct manifest *list)
{
	int fd = openat(stage->fd, MANIFEST_NAME,
			O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

	return closed(stage, diags, MANIFEST_NAME, fd,
		      fd >= 0 && manifest_write(list, write_piece, &fd));
}

static bool write_piece(void *fd, struct str piece)
{
	return file_put(*(int *)fd, piece);
}

bool stage_fill(struct stage *stage, struct diags *diags, struct str folder)
{
	if (!link_kept(stage, diags, folder) ||
	    !carry_unknown(stage, diags, folder))
		return false;
	stage->filled = folder;
	return true;
}

static bool link_kept(struct stage *stage, struct diags *diags,
		      struct str folder)
{
	for (size_t i = 0; i < stage->now->count; i++) {
		const struct manifest_entry *entry = &stage->now->entries[i];

		if (entry->kept && is_to_fill(stage, entry->path, folder) &&
		    !link_file(stage, diags, entry))
			return false;
	}
	return true;
}

static bool is_to_fill(const struct stage *stage, struct str path,
		       struct str folder)
{
	return stage_is_below(path, folder) &&
	       (!stage->filled.len || !stage_is_below(path, stage->filled));
}

bool stage_is_below(struct str path, struct str folder)
{
	return !folder.len ||
	       (path.len > folder.len && path.ptr[folder.len] == '/' &&
		str_equals(str_slice(path, 0, folder.len), folder));
}

/* The link shares the inode: never write into a file that is there. */
static bool link_file(struct stage *stage, struct diags *diags,
		      const struct manifest_entry *entry)
{
	const char *path = entry->path.ptr;
	struct stat st;
	bool there;

	if (!stage_make_folders(stage, diags, entry->path))
		return false;
	there = fstatat(stage->out_fd, path, &st, AT_SYMLINK_NOFOLLOW) == 0;
	if (there && file_nanoseconds(st.st_mtim) == entry->mtime &&
	    folder_share(stage->out_fd, stage->fd, path, &st))
		return true;
	if (there ? file_nanoseconds(st.st_mtim) != entry->mtime
		  : file_is_absent(errno))
		return report_edited(stage, diags, entry->path);
	return diag_system(diags, stage->out, "%s cannot be kept", path);
}

static bool report_edited(const struct stage *stage, struct diags *diags,
			  struct str path)
{
	diag_error(diags, (struct place){ .file = stage->out },
		   "%.*s was changed while the site was built", STR_ARG(path));
	diag_hint(diags, "build again");
	return false;
}

/* What we did not write: it is put into the stage before the exchange. */
static bool carry_unknown(struct stage *stage, struct diags *diags,
			  struct str folder)
{
	if (stage->out_fd < 0)
		return true;
	for (size_t i = 0; i < stage->old->count; i++) {
		struct str path = stage->old->entries[i].path;

		if (!is_to_fill(stage, path, folder))
			continue;
		for (struct str dir = path_dir(path);
		     dir.len && !path_set_has(&stage->old_folders, dir);
		     dir = path_dir(dir))
			path_set_add(&stage->old_folders, dir);
	}
	return folder.len ? carry_entry(stage, diags, folder, DT_DIR)
			  : carry_folder(stage, diags, folder);
}

static bool carry_folder(struct stage *stage, struct diags *diags,
			 struct str dir)
{
	int fd = openat(stage->out_fd, dir.len ? dir.ptr : ".",
			O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *entry = NULL;
	bool ok = d != NULL;

	while (ok && (errno = 0, (entry = readdir(d)))) {
		struct str name = str_from(entry->d_name);

		if (str_is(name, ".") || str_is(name, "..") ||
		    (!dir.len && str_is(name, MANIFEST_NAME)))
			continue;
		name = str_from(path_join(dir.ptr, name, &stage->carried));
		ok = carry_entry(stage, diags, name, entry->d_type);
	}
	/* A list cut short would lose what is not on it. */
	if (!entry && (!d || errno)) {
		ok = diag_system(diags, stage->out, "\"%.*s\" cannot be read",
				 STR_ARG(dir));
		if (!d && fd >= 0)
			close(fd);
	}
	if (d)
		closedir(d);
	return ok;
}

static bool carry_entry(struct stage *stage, struct diags *diags,
			struct str path, unsigned char type)
{
	bool ours = manifest_find(stage->old, path);
	struct stat st;

	if ((ours && type != DT_DIR && type != DT_UNKNOWN) ||
	    (stage->filled.len && str_equals(path, stage->filled)))
		return true;
	if (fstatat(stage->out_fd, path.ptr, &st, AT_SYMLINK_NOFOLLOW) < 0)
		return diag_system(diags, stage->out, "%s cannot be read",
				   path.ptr);
	if (S_ISDIR(st.st_mode))
		return carry_subfolder(stage, diags, path, st.st_mode);
	return ours || carry_file(stage, diags, path, &st);
}

/*
 * A folder of ours goes when it is empty; another's stays (git knows no
 * repository without its empty folders).
 */
static bool carry_subfolder(struct stage *stage, struct diags *diags,
			    struct str path, mode_t mode)
{
	if (folder_is_mount(stage->out_fd, path.ptr)) {
		diag_error(diags, (struct place){ .file = stage->out },
			   "%s is a mount point, which cannot be kept",
			   path.ptr);
		diag_hint(diags, "unmount it, or build into another folder");
		return false;
	}
	if (!path_set_has(&stage->old_folders, path) &&
	    !stage_make_folders(stage, diags,
				arena_printf(&stage->carried, "%s/", path.ptr)))
		return false;
	return carry_folder(stage, diags, path) &&
	       keep_mode(stage, diags, path, mode & 07777);
}

/*
 * Whoever made the folder: who changed its mode meant to.  It comes last, as
 * it may forbid us to write there.
 */
static bool keep_mode(const struct stage *stage, struct diags *diags,
		      struct str path, mode_t mode)
{
	return mode == stage->mode ||
	       !path_set_is_marked(stage->folders, path) ||
	       fchmodat(stage->fd, path.ptr, mode, 0) == 0 ||
	       diag_system(diags, stage->out, "%s cannot be kept", path.ptr);
}

static bool carry_file(struct stage *stage, struct diags *diags,
		       struct str path, const struct stat *st)
{
	const struct manifest_entry *twin = manifest_find(stage->now, path);

	if (!twin && path_set_is_marked(stage->folders, path))
		twin = first_below(stage->now, path);
	if (twin)
		return report_foreign(stage, diags, path, twin);
	if (!stage_make_folders(stage, diags, path))
		return false;
	return folder_share(stage->out_fd, stage->fd, path.ptr, st) ||
	       diag_system(diags, stage->out, "%s cannot be kept", path.ptr);
}

static const struct manifest_entry *first_below(const struct manifest *files,
						struct str folder)
{
	const struct manifest_entry *first = NULL;

	for (size_t i = 0; i < files->count; i++) {
		const struct manifest_entry *file = &files->entries[i];

		if (stage_is_below(file->path, folder) &&
		    (!first || str_compare(file->path, first->path) < 0))
			first = file;
	}
	return first;
}
