#include "scaffold/scaffold.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fence.h"
#include "base/file.h"

static bool is_taken(const struct scaffold *s, const char *path);
static bool act(struct scaffold *s, struct scaffold_file *file);
static bool make_folders(struct scaffold *s, const char *path);
static bool make_file(struct diags *diags, const struct scaffold_file *file);
static void finish_change(struct scaffold *s, struct exchange *exchange);
static const char *beside(const char *path, const char *other,
			  struct arena *arena);
static void hold_signals(struct scaffold *s);
static void let_signals(struct scaffold *s);
static bool prepare(struct scaffold *s, size_t i);
static bool undo(struct scaffold *s, struct scaffold_file *file);
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

	hold_signals(s);
	for (size_t i = 0; i < s->count; i++) {
		const struct scaffold_file *file = &s->files[i];

		if (file->act == SCAFFOLD_MAKE)
			ok &= !is_taken(s, file->path);
		if (file->act == SCAFFOLD_MOVE)
			ok &= !is_taken(s, file->to);
	}
	for (size_t i = 0; ok && i < s->count; i++)
		ok = prepare(s, i);
	for (int kind = SCAFFOLD_MAKE; kind <= SCAFFOLD_MOVE; kind++)
		for (size_t i = 0; ok && i < s->count; i++)
			if ((int)s->files[i].act == kind)
				ok = act(s, &s->files[i]);
	return ok;
}

void scaffold_undo(struct scaffold *s)
{
	for (int kind = SCAFFOLD_MOVE; kind >= SCAFFOLD_MAKE; kind--)
		for (size_t i = s->count; i-- > 0;)
			if ((int)s->files[i].act == kind)
				s->stuck |= !undo(s, &s->files[i]);
	while (s->folder_count)
		rmdir(s->folders[--s->folder_count]);
	let_signals(s);
}

void scaffold_finish(struct scaffold *s)
{
	for (size_t i = 0; i < s->count; i++) {
		struct scaffold_file *file = &s->files[i];

		if (file->act == SCAFFOLD_CHANGE)
			finish_change(s, &file->exchange);
		if (!file->removes || remove_all(s->diags, file->to, s->arena))
			continue;
		diag_hint(s->diags,
			  "it is no part of the content any more: "
			  "remove %s yourself",
			  file->to);
	}
	let_signals(s);
}

void scaffold_print(const struct scaffold *s, FILE *to)
{
	for (size_t i = 0; i < s->count; i++)
		fprintf(to, "%s %s\n",
			s->files[i].act == SCAFFOLD_CHANGE ? "changed" : "made",
			s->files[i].path);
}

void scaffold_say_undone(const struct scaffold *s, const char *done, FILE *to)
{
	if (s->stuck)
		fputs("paragone: what is told above is left, and all else is "
		      "as it was\n",
		      to);
	else
		fprintf(to, "paragone: nothing was %s\n", done);
}

static bool is_taken(const struct scaffold *s, const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 &&
	       !diag_error(s->diags, (struct place){ .file = path },
			   "this is there already");
}

/* What it was lies in a folder that may be another now. */
static void finish_change(struct scaffold *s, struct exchange *exchange)
{
	for (size_t k = 0; k < s->count; k++) {
		const struct scaffold_file *move = &s->files[k];

		if (move->act != SCAFFOLD_MOVE ||
		    exchange_follow(exchange, move->path, move->to, s->arena))
			continue;
		if (move->real)
			exchange_follow(exchange, move->real,
					beside(move->real, move->to, s->arena),
					s->arena);
	}
	exchange_finish(s->diags, exchange);
}

/* A path whose last name is that of the other. */
static const char *beside(const char *path, const char *other,
			  struct arena *arena)
{
	return ARENA_JOIN(arena, path_dir(str_from(path)), STR("/"),
			  path_base(str_from(other)))
		.ptr;
}

static void hold_signals(struct scaffold *s)
{
	sigset_t endings;

	sigemptyset(&endings);
	sigaddset(&endings, SIGINT);
	sigaddset(&endings, SIGTERM);
	sigaddset(&endings, SIGHUP);
	sigaddset(&endings, SIGQUIT);
	s->holds = sigprocmask(SIG_BLOCK, &endings, &s->usual) == 0;
}

static void let_signals(struct scaffold *s)
{
	if (s->holds)
		sigprocmask(SIG_SETMASK, &s->usual, NULL);
	s->holds = false;
}

/* A file may have two paths, by links: it changes once. */
static bool prepare(struct scaffold *s, size_t i)
{
	struct scaffold_file *file = &s->files[i];
	const char *real = exchange_file(file->path, s->arena);

	if (file->act != SCAFFOLD_MOVE || !file_is_link(file->path))
		file->real = real;
	if (file->act != SCAFFOLD_CHANGE)
		return true;
	for (size_t k = 0; k < i; k++) {
		const struct scaffold_file *other = &s->files[k];

		if (other->act != SCAFFOLD_CHANGE ||
		    strcmp(other->real, real) != 0)
			continue;
		return str_equals(other->text, file->text) ||
		       diag_error(s->diags,
				  (struct place){ .file = file->path },
				  "this is %s, too, and would change in "
				  "another way",
				  other->path);
	}
	return exchange_prepare(s->diags, &file->exchange, file->path,
				file->text, s->arena);
}

static bool act(struct scaffold *s, struct scaffold_file *file)
{
	if (file->act == SCAFFOLD_MAKE)
		file->done = make_folders(s, file->path) &&
			     make_file(s->diags, file);
	else if (file->act == SCAFFOLD_CHANGE)
		file->done = !file->exchange.is_fresh ||
			     exchange_make(s->diags, &file->exchange);
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
	bool ok = fd >= 0 && file_put(fd, file->text);

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

static bool undo(struct scaffold *s, struct scaffold_file *file)
{
	bool done = file->done;

	file->done = false;
	if (file->act == SCAFFOLD_CHANGE)
		return exchange_undo(s->diags, &file->exchange);
	if (!done)
		return true;
	if (file->act == SCAFFOLD_MAKE) {
		if (unlink(file->path) == 0)
			return true;
		diag_system(s->diags, file->path, "cannot be removed");
		diag_hint(s->diags, "it is new: remove it yourself");
		return false;
	}
	if (rename(file->to, file->path) == 0)
		return true;
	diag_system(s->diags, file->path, "cannot be put back");
	diag_hint(s->diags, "it is %s now: move it back yourself", file->to);
	return false;
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
