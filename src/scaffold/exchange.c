#include "scaffold/exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fence.h"
#include "base/file.h"

static const char *end_of_links(const char *path, struct arena *arena);
static const char *beside(const char *file, const char *ending,
			  struct arena *arena);
static bool is_left(struct diags *diags, const char *path);
static bool write_fresh(struct diags *diags, const struct exchange *exchange,
			struct str text);
static bool take_mode(int fd, const char *file);

bool exchange_prepare(struct diags *diags, struct exchange *exchange,
		      const char *path, struct str text, struct arena *arena)
{
	const char *file = end_of_links(path, arena);

	if (!file)
		return diag_system(diags, path, "cannot be written");
	*exchange = (struct exchange){
		.path = path,
		.file = file,
		.fresh = beside(file, "~new", arena),
		.before = beside(file, "~before", arena),
	};
	exchange->is_fresh = !is_left(diags, exchange->fresh) &&
			     !is_left(diags, exchange->before) &&
			     write_fresh(diags, exchange, text);
	return exchange->is_fresh;
}

/* A second name for what was before; where there are none, its only one. */
bool exchange_make(struct diags *diags, struct exchange *exchange)
{
	exchange->is_kept = link(exchange->file, exchange->before) == 0 ||
			    (errno != EEXIST &&
			     rename(exchange->file, exchange->before) == 0);
	if (exchange->is_kept && rename(exchange->fresh, exchange->file) == 0) {
		exchange->is_fresh = false;
		return true;
	}
	return diag_system(diags, exchange->path, "cannot be written");
}

bool exchange_undo(struct diags *diags, struct exchange *exchange)
{
	if (exchange->is_fresh)
		unlink(exchange->fresh);
	exchange->is_fresh = false;
	if (!exchange->is_kept)
		return true;
	exchange->is_kept = false;
	if (rename(exchange->before, exchange->file) == 0) {
		/* Of two names of one file, rename() leaves both. */
		unlink(exchange->before);
		return true;
	}
	diag_system(diags, exchange->path, "cannot be put back");
	diag_hint(diags, "what it said is in %s: move that back yourself",
		  exchange->before);
	return false;
}

bool exchange_follow(struct exchange *exchange, const char *from,
		     const char *to, struct arena *arena)
{
	struct str rest =
		str_from_byte(str_from(exchange->before), strlen(from));

	if (!str_starts(str_from(exchange->before), from) ||
	    !str_starts(rest, "/"))
		return false;
	exchange->before = ARENA_JOIN(arena, str_from(to), rest).ptr;
	return true;
}

bool exchange_finish(struct diags *diags, struct exchange *exchange)
{
	if (!exchange->is_kept || unlink(exchange->before) == 0)
		return true;
	diag_system(diags, exchange->before, "cannot be removed");
	diag_hint(diags, "it is no part of the content any more: remove it "
			 "yourself");
	return false;
}

const char *exchange_file(const char *path, struct arena *arena)
{
	char *real = realpath(path, NULL);
	const char *file = real ? arena_str(arena, str_from(real)).ptr : path;

	free(real);
	return file;
}

/* NULL with errno. */
static const char *end_of_links(const char *path, struct arena *arena)
{
	struct stat st;
	char *real;

	if (lstat(path, &st) != 0)
		return NULL;
	if (!S_ISLNK(st.st_mode))
		return path;
	real = realpath(path, NULL);
	path = real ? arena_str(arena, str_from(real)).ptr : NULL;
	free(real);
	return path;
}

static const char *beside(const char *file, const char *ending,
			  struct arena *arena)
{
	struct str path = str_from(file), base = path_base(path);

	return arena_printf(arena, "%.*s.%.*s%s", (int)(path.len - base.len),
			    file, STR_ARG(base), ending)
		.ptr;
}

static bool is_left(struct diags *diags, const char *path)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return false;
	diag_error(diags, (struct place){ .file = path },
		   "this is there already");
	diag_hint(diags, "a change of the content was ended half way: see what "
			 "it says, and remove it");
	return true;
}

static bool write_fresh(struct diags *diags, const struct exchange *exchange,
			struct str text)
{
	int fd = fence_open(exchange->fresh, O_WRONLY | O_CREAT | O_EXCL, 0600);
	bool ok =
		fd >= 0 && file_put(fd, text) && take_mode(fd, exchange->file);
	int reason = errno;

	if (fd >= 0 && close(fd) != 0 && ok) {
		ok = false;
		reason = errno;
	}
	if (!ok && fd >= 0)
		unlink(exchange->fresh);
	errno = reason;
	if (!ok && reason == EXDEV)
		return diag_unread(diags, exchange->path);
	return ok || diag_system(diags, exchange->path, "cannot be written");
}

/* Whose it is matters to one who may be anybody; nobody else can give it. */
static bool take_mode(int fd, const char *file)
{
	struct stat st;

	if (stat(file, &st) != 0)
		return false;
	if (fchown(fd, st.st_uid, st.st_gid) != 0 &&
	    fchown(fd, (uid_t)-1, st.st_gid) != 0)
		st.st_mode &= 0777;
	return fchmod(fd, st.st_mode & 07777) == 0;
}
