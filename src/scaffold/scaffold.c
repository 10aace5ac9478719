#include "scaffold/scaffold.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fence.h"
#include "base/file.h"

static bool is_taken(const struct scaffold *s, const char *path);
static bool act(struct scaffold *s, struct scaffold_file *file);
static bool make_folders(struct scaffold *s, const char *path);
static bool make_file(struct diags *diags, const struct scaffold_file *file);
static bool change_file(struct scaffold *s, struct scaffold_file *file);
static void undo(struct scaffold *s, struct scaffold_file *file);
static bool remove_all(struct diags *diags, const char *path,
		       struct arena *arena);

void scaffold_make(struct scaffold *s, const char *path, struct str text)
{
	*arena_push(s->arena, s->files, s->count) = (struct scaffold_file){
		.act = SCAFFOLD_MAKE, .path = path, .text = text
	};
}

void scaffold_change(struct scaffold *s, const char *path, struct str text)
{
	*arena_push(s->arena, s->files, s->count) = (struct scaffold_file){
		.act = SCAFFOLD_CHANGE, .path = path, .text = text
	};
}

void scaffold_move(struct scaffold *s, const char *from, const char *to)
{
	struct str dir = path_dir(str_from(from));
	struct str hidden = arena_printf(s->arena, ".%.*s~",
					 STR_ARG(path_base(str_from(from))));

	*arena_push(s->arena, s->files, s->count) = (struct scaffold_file){
		.act = SCAFFOLD_MOVE,
		.path = from,
		.to = to ? to
			 : path_join(arena_str(s->arena, dir).ptr, hidden,
				     s->arena),
		.removes = !to,
	};
}

/* What others refer to comes first, and moves when its text is there. */
bool scaffold_write(struct scaffold *s)
{
	bool ok = true;

	for (size_t i = 0; i < s->count; i++) {
		const struct scaffold_file *file = &s->files[i];

		if (file->act == SCAFFOLD_MAKE)
			ok &= !is_taken(s, file->path);
		if (file->act == SCAFFOLD_MOVE)
			ok &= !is_taken(s, file->to);
	}
	for (int kind = SCAFFOLD_MAKE; kind <= SCAFFOLD_MOVE; kind++)
		for (size_t i = 0; ok && i < s->count; i++)
			if ((int)s->files[i].act == kind)
				ok = act(s, &s->files[i]);
	return ok;
}

void scaffold_undo(struct scaffold *s)
{
	for (int kind = SCAFFOLD_MOVE; kind >= SCAFFOLD_MAKE; kind--)
		for (size_t i = s->count; i-- > 0;) {
			struct scaffold_file *file = &s->files[i];

			if ((int)file->act == kind && file->done)
				undo(s, file);
		}
	while (s->folder_count)
		rmdir(s->folders[--s->folder_count]);
}

void scaffold_finish(struct scaffold *s)
{
	for (size_t i = 0; i < s->count; i++) {
		struct scaffold_file *file = &s->files[i];

		if (!file->removes || remove_all(s->diags, file->to, s->arena))
			continue;
		diag_hint(s->diags,
			  "it is no part of the content any more: "
			  "remove %s yourself",
			  file->to);
	}
}

void scaffold_print(const struct scaffold *s, FILE *to)
{
	for (size_t i = 0; i < s->count; i++)
		fprintf(to, "%s %s\n",
			s->files[i].act == SCAFFOLD_CHANGE ? "changed" : "made",
			s->files[i].path);
}

static bool is_taken(const struct scaffold *s, const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 &&
	       !diag_error(s->diags, (struct place){ .file = path },
			   "this is there already");
}

static bool act(struct scaffold *s, struct scaffold_file *file)
{
	if (file->act == SCAFFOLD_MAKE)
		file->done = make_folders(s, file->path) &&
			     make_file(s->diags, file);
	else if (file->act == SCAFFOLD_CHANGE)
		file->done = change_file(s, file);
	else
		file->done =
			rename(file->path, file->to) == 0 ||
			diag_system(s->diags, file->path, "cannot be moved");
	return file->done;
}

static bool make_folders(struct scaffold *s, const char *path)
{
	struct str dir = path_dir(str_from(path));
	const char *name;

	if (!dir.len)
		return true;
	name = arena_str(s->arena, dir).ptr;
	if (file_is_dir(name))
		return true;
	if (!make_folders(s, name))
		return false;
	if (mkdir(name, 0777) != 0)
		return errno == EEXIST ||
		       diag_system(s->diags, name, "cannot be made");
	*arena_push(s->arena, s->folders, s->folder_count) = name;
	return true;
}

/* What could not be written whole does not stay. */
static bool make_file(struct diags *diags, const struct scaffold_file *file)
{
	int fd = fence_open(file->path, O_WRONLY | O_CREAT | O_EXCL, 0666);
	struct str rest = file->text;
	bool ok = fd >= 0;

	while (ok && rest.len) {
		ssize_t wrote = write(fd, rest.ptr, rest.len);

		ok = wrote > 0 || (wrote < 0 && errno == EINTR);
		if (wrote > 0)
			rest = str_from_byte(rest, (size_t)wrote);
	}
	if (fd >= 0)
		ok &= close(fd) == 0;
	if (!ok && errno == EXDEV)
		return diag_unread(diags, file->path);
	if (!ok)
		diag_system(diags, file->path, "cannot be written");
	if (!ok && fd >= 0)
		unlink(file->path);
	return ok;
}

/* Its bytes, whatever text they were read as. */
static bool change_file(struct scaffold *s, struct scaffold_file *file)
{
	if (!file_read(file->path, &file->before, s->arena))
		return diag_system(s->diags, file->path, "cannot be read");
	return file_write(file->path, file->text) ||
	       diag_system(s->diags, file->path, "cannot be written");
}

static void undo(struct scaffold *s, struct scaffold_file *file)
{
	bool ok;

	if (file->act == SCAFFOLD_MAKE)
		ok = unlink(file->path) == 0;
	else if (file->act == SCAFFOLD_CHANGE)
		ok = file_write(file->path, file->before);
	else
		ok = rename(file->to, file->path) == 0;
	if (!ok)
		diag_system(s->diags, file->path, "cannot be put back");
	file->done = false;
}

/* A folder with all that is in it; of a link, the link. */
static bool remove_all(struct diags *diags, const char *path,
		       struct arena *arena)
{
	struct str *names;
	size_t count = 0;
	bool folder = file_is_dir(path) && !file_is_link(path);

	if (folder && !file_list_all(path, &names, &count, arena))
		return diag_system(diags, path, "cannot be read");
	for (size_t i = 0; i < count; i++)
		if (!remove_all(diags, path_join(path, names[i], arena), arena))
			return false;
	return (folder ? rmdir(path) : unlink(path)) == 0 ||
	       diag_system(diags, path, "cannot be removed");
}
