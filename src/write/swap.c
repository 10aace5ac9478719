#include "write/swap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "write/folder.h"

static bool note_times(struct stage *stage, struct diags *diags);
static struct str changed_folder(const struct stage *stage, size_t *removed);
static size_t removed_count(const struct stage *stage);
static void hold(struct str *folder, struct str path);
static bool can_be_swapped(const struct stage *stage, struct str folder);
static bool is_plain_folder(const struct stage *stage, struct str folder);
static bool is_in_doubt(const struct stage *stage);
static bool swap_part(struct stage *stage, struct diags *diags,
		      struct str folder, bool are_two);
static const struct manifest *list_of_both(struct stage *stage);
static bool move_list(const struct stage *stage);
static bool swap_whole(const struct stage *stage, struct diags *diags);

/*
 * Once the folders are exchanged the new site stands, whichever of two lists
 * does; before, whatever failed, the old one.
 */
bool swap_site(struct stage *stage, struct diags *diags, size_t *removed)
{
	struct str folder;

	if (!note_times(stage, diags))
		return false;
	folder = changed_folder(stage, removed);
	if (folder.len) {
		folder = arena_str(&stage->carried, folder);
		if (!stage_fill(stage, diags, folder))
			return false;
		if (swap_part(stage, diags, folder,
			      *removed || is_in_doubt(stage)))
			return true;
		if (atomic_load(&stage->broken))
			return false;
		unlinkat(stage->fd, MANIFEST_NAME, 0);
	}
	return stage_fill(stage, diags, STR("")) &&
	       stage_write_list(stage, diags, stage->now) &&
	       swap_whole(stage, diags);
}

static bool note_times(struct stage *stage, struct diags *diags)
{
	for (size_t i = 0; i < stage->now->count; i++) {
		struct manifest_entry *entry = &stage->now->entries[i];
		struct stat st;

		if (entry->kept)
			continue;
		if (fstatat(stage->fd, entry->path.ptr, &st, 0) < 0)
			return diag_system(diags, stage->out,
					   "the new %s cannot be found",
					   entry->path.ptr);
		entry->mtime = file_nanoseconds(st.st_mtim);
	}
	return true;
}

/* The smallest that can be exchanged; empty: the whole. */
static struct str changed_folder(const struct stage *stage, size_t *removed)
{
	const struct manifest *old = stage->old, *now = stage->now;
	struct str folder = { NULL, 0 };

	*removed = removed_count(stage);
	for (size_t i = 0; i < now->count; i++)
		if (!now->entries[i].kept)
			hold(&folder, now->entries[i].path);
	for (size_t i = 0; i < old->count && *removed; i++)
		if (!manifest_find(now, old->entries[i].path))
			hold(&folder, old->entries[i].path);
	while (folder.len && !can_be_swapped(stage, folder))
		folder = path_dir(folder);
	return folder;
}

/* What is kept was there. */
static size_t removed_count(const struct stage *stage)
{
	size_t count = stage->old->count;

	for (size_t i = 0; i < stage->now->count; i++) {
		const struct manifest_entry *entry = &stage->now->entries[i];

		count -= entry->kept || manifest_find(stage->old, entry->path);
	}
	return count;
}

/* Makes it a folder that holds the path, too. */
static void hold(struct str *folder, struct str path)
{
	if (!folder->ptr)
		*folder = path_dir(path);
	while (!stage_is_below(path, *folder))
		*folder = path_dir(*folder);
}

/* One that will be empty goes: that is a change of the folder it is in. */
static bool can_be_swapped(const struct stage *stage, struct str folder)
{
	for (size_t i = 0; i < stage->now->count; i++)
		if (stage_is_below(stage->now->entries[i].path, folder))
			return is_plain_folder(stage, folder);
	return false;
}

/* Neither a link, nor a place where another file system begins, nor in one. */
static bool is_plain_folder(const struct stage *stage, struct str folder)
{
	char path[4096];
	struct stat st;

	if (!folder.len)
		return true;
	if (folder.len >= sizeof(path))
		return false;
	snprintf(path, sizeof(path), "%.*s", STR_ARG(folder));
	return is_plain_folder(stage, path_dir(folder)) &&
	       fstatat(stage->out_fd, path, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	       S_ISDIR(st.st_mode) && !folder_is_mount(stage->out_fd, path);
}

/* Whether an old file has the size and time of the new one by chance. */
static bool is_in_doubt(const struct stage *stage)
{
	for (size_t i = 0; i < stage->now->count; i++) {
		const struct manifest_entry *entry = &stage->now->entries[i];
		struct stat st;

		if (!entry->kept &&
		    fstatat(stage->out_fd, entry->path.ptr, &st,
			    AT_SYMLINK_NOFOLLOW) == 0 &&
		    (uint64_t)st.st_size == entry->size &&
		    file_nanoseconds(st.st_mtim) == entry->mtime)
			return true;
	}
	return false;
}

/*
 * Of two lists the last one is left in the stage, so that it need only be
 * moved.  What hinders that, or the exchange, may not hinder the whole: rights
 * to write into one of the folders, or a quota of its own.
 */
static bool swap_part(struct stage *stage, struct diags *diags,
		      struct str folder, bool are_two)
{
	if (!stage_write_list(stage, diags,
			      are_two ? list_of_both(stage) : stage->now) ||
	    !move_list(stage) ||
	    (are_two && !stage_write_list(stage, diags, stage->now)) ||
	    renameat2(stage->fd, folder.ptr, stage->out_fd, folder.ptr,
		      RENAME_EXCHANGE) < 0)
		return false;
	if (are_two)
		move_list(stage);
	return true;
}

/* The old one becomes it; of a file that both have it says what none is. */
static const struct manifest *list_of_both(struct stage *stage)
{
	struct manifest *both = stage->old;

	both->inputs = (struct manifest_inputs){ .time = 0 };
	both->kept = STR("");
	for (size_t i = 0; i < stage->now->count; i++) {
		const struct manifest_entry *entry = &stage->now->entries[i];
		struct manifest_entry *old;

		if (entry->kept)
			continue;
		old = manifest_find(both, entry->path);
		if (old)
			old->size = MANIFEST_SIZE_MOST;
		else
			manifest_add(both, *entry);
	}
	return both;
}

bool swap_list(struct stage *stage, struct diags *diags,
	       const struct manifest *list)
{
	int reason;

	if (!stage_write_list(stage, diags, list))
		return false;
	if (move_list(stage))
		return true;
	reason = errno;
	diag_system(diags, stage->out, "its list cannot be exchanged");
	swap_hint_rights(diags, reason);
	return false;
}

void swap_hint_rights(struct diags *diags, int reason)
{
	if (reason == EACCES || reason == EPERM || reason == EROFS)
		diag_hint(diags, "the site is made beside the old one: one "
				 "must be able to write into it and into the "
				 "folder that it lies in");
}

static bool move_list(const struct stage *stage)
{
	return renameat(stage->fd, MANIFEST_NAME, stage->out_fd,
			MANIFEST_NAME) == 0;
}

/*
 * The new folder takes over the old one's mode.  After the exchange the
 * stage's name holds the old site, which stage_close() removes.
 */
static bool swap_whole(const struct stage *stage, struct diags *diags)
{
	struct stat st;
	int reason;

	if (stage->out_fd >= 0 && (fstat(stage->out_fd, &st) < 0 ||
				   fchmod(stage->fd, st.st_mode & 07777) < 0))
		return diag_system(diags, stage->out,
				   "its mode cannot be kept");
	if (stage->out_fd < 0 ? rename(stage->path, stage->out) == 0
			      : renameat2(AT_FDCWD, stage->path, AT_FDCWD,
					  stage->out, RENAME_EXCHANGE) == 0)
		return true;
	reason = errno;
	diag_system(diags, stage->out, "cannot be exchanged for the new site");
	if (reason == EINVAL || reason == ENOSYS || reason == EXDEV)
		diag_hint(diags, "this file system cannot exchange two "
				 "folders: build elsewhere and copy");
	swap_hint_rights(diags, reason);
	return false;
}
