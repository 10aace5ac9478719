#include "write/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool copy_file(int from, int to, const char *path,
		      const struct stat *st);
static bool copy_link(int from, int to, const char *path);
static bool copy_bytes(int from, int to);
static void empty(DIR *dir);

bool folder_share(int from, int to, const char *path, const struct stat *st)
{
	int reason;

	if (linkat(from, path, to, path, 0) == 0)
		return true;
	reason = errno;
	if (reason == EEXIST || reason == ENOENT)
		return false;
	if (S_ISREG(st->st_mode))
		return copy_file(from, to, path, st);
	if (S_ISLNK(st->st_mode))
		return copy_link(from, to, path);
	errno = reason;
	return false;
}

/* The device alone does not tell: a bind mount may be of the same one. */
bool folder_is_mount(int dir, const char *path)
{
	struct statx st;

	return statx(dir, path, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT,
		     STATX_TYPE, &st) == 0 &&
	       (st.stx_attributes & STATX_ATTR_MOUNT_ROOT);
}

bool folder_remove(int dir, const char *path)
{
	int fd;
	DIR *d;

	if (unlinkat(dir, path, 0) == 0 || errno == ENOENT)
		return true;
	fd = openat(dir, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return false;
	d = fdopendir(fd);
	if (!d) {
		close(fd);
		return false;
	}
	empty(d);
	closedir(d);
	return unlinkat(dir, path, AT_REMOVEDIR) == 0;
}

static bool copy_file(int from, int to, const char *path, const struct stat *st)
{
	const struct timespec times[] = { st->st_atim, st->st_mtim };
	int in = openat(from, path,
			O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	int out, reason;
	bool ok;

	if (in < 0)
		return false;
	out = openat(to, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	ok = out >= 0 && copy_bytes(in, out) &&
	     fchmod(out, st->st_mode & 07777) == 0 && futimens(out, times) == 0;
	reason = errno;
	close(in);
	if (out >= 0 && close(out) < 0 && ok) {
		reason = errno;
		ok = false;
	}
	errno = reason;
	return ok;
}

static bool copy_link(int from, int to, const char *path)
{
	char target[PATH_MAX + 1];
	ssize_t len = readlinkat(from, path, target, sizeof(target) - 1);

	if (len < 0)
		return false;
	target[len] = '\0';
	return symlinkat(target, to, path) == 0;
}

static bool copy_bytes(int from, int to)
{
	char chunk[65536];
	ssize_t got, put;

	while ((got = read(from, chunk, sizeof(chunk))) > 0)
		for (ssize_t at = 0; at < got; at += put) {
			put = write(to, chunk + at, (size_t)(got - at));
			if (put < 0)
				return false;
		}
	return got == 0;
}

/* A folder that its owner may not write to is made one that he may. */
static void empty(DIR *dir)
{
	struct dirent *entry;
	struct stat st;

	if (fstat(dirfd(dir), &st) == 0 && (st.st_mode & 0300) != 0300)
		fchmod(dirfd(dir), 0700);
	while ((entry = readdir(dir)))
		if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
			folder_remove(dirfd(dir), entry->d_name);
}
