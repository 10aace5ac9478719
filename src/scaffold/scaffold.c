#include "scaffold/scaffold.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fence.h"
#include "base/file.h"

static void add(struct scaffold *s, const char *path, struct str text,
		bool changed);
static bool make_folders(struct diags *diags, const char *path,
			 struct arena *arena);
static bool make_file(struct diags *diags, const struct scaffold_file *file);

void scaffold_make(struct scaffold *s, const char *path, struct str text)
{
	add(s, path, text, false);
}

void scaffold_change(struct scaffold *s, const char *path, struct str text)
{
	add(s, path, text, true);
}

bool scaffold_write(struct scaffold *s)
{
	struct stat st;
	bool ok = true;

	for (size_t i = 0; i < s->count; i++)
		if (!s->files[i].changed && lstat(s->files[i].path, &st) == 0)
			ok = diag_error(
				s->diags,
				(struct place){ .file = s->files[i].path },
				"this is there already");
	/* What others refer to comes first. */
	for (int changed = 0; changed < 2; changed++)
		for (size_t i = 0; ok && i < s->count; i++) {
			const struct scaffold_file *file = &s->files[i];

			if (file->changed != changed)
				continue;
			if (!changed)
				ok = make_folders(s->diags, file->path,
						  s->arena) &&
				     make_file(s->diags, file);
			else if (!file_write(file->path, file->text))
				ok = diag_system(s->diags, file->path,
						 "cannot be written");
		}
	return ok;
}

void scaffold_print(const struct scaffold *s, FILE *to)
{
	for (size_t i = 0; i < s->count; i++)
		fprintf(to, "%s %s\n", s->files[i].changed ? "changed" : "made",
			s->files[i].path);
}

static void add(struct scaffold *s, const char *path, struct str text,
		bool changed)
{
	*arena_push(s->arena, s->files, s->count) =
		(struct scaffold_file){ path, text, changed };
}

static bool make_folders(struct diags *diags, const char *path,
			 struct arena *arena)
{
	struct str dir = path_dir(str_from(path));
	const char *name;

	if (!dir.len)
		return true;
	name = arena_str(arena, dir).ptr;
	if (file_is_dir(name))
		return true;
	if (!make_folders(diags, name, arena))
		return false;
	return mkdir(name, 0777) == 0 || errno == EEXIST ||
	       diag_system(diags, name, "cannot be made");
}

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
	return ok || diag_system(diags, file->path, "cannot be written");
}
