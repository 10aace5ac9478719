#include "base/fence.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/arena.h"

struct fence {
	char *dir;	  /* without a slash at its end */
	const char *name; /* for messages */
	int fd;		  /* of the folder */
};

static struct fence *fences;
static size_t fence_count;

static size_t bare_length(const char *dir);
static struct fence *fence_named(const char *dir, size_t len);
static const struct fence *fence_around(const char *path, const char **rest);
static bool climbs(const char *rest);
static int open_plainly(const struct fence *fence, const char *rest, int flags,
			mode_t mode);
static int open_through_links(const struct fence *fence, const char *rest,
			      int flags);
static int make_through_links(const struct fence *fence, const char *rest,
			      int flags, mode_t mode);
static int find_inside(const struct fence *fence, const char *rest);
static bool lies_inside(const struct fence *fence, int fd);
static bool path_of(int fd, char *path);
static int closed(int fd, int result);

bool fence_folder(const char *dir, const char *name)
{
	size_t len = bare_length(dir);
	struct fence *fence = fence_named(dir, len);

	if (fence && fence->fd >= 0)
		close(fence->fd);
	if (!fence) {
		fences = memory_grow(fences,
				     (fence_count + 1) * sizeof(*fences));
		fence = &fences[fence_count++];
		fence->dir = memory_alloc(len + 1);
		memcpy(fence->dir, dir, len);
		fence->dir[len] = '\0';
	}
	fence->name = name;
	fence->fd = open(dir, O_PATH | O_DIRECTORY | O_CLOEXEC);
	return fence->fd >= 0;
}

/*
 * Where no link is met, and that is nearly always, the kernel says so in the
 * one call that opens the file.  Else, and where the kernel is too old, what
 * was found is looked at before it is opened.
 */
int fence_open(const char *path, int flags, mode_t mode)
{
	const char *rest;
	const struct fence *fence = fence_around(path, &rest);
	int fd;

	flags |= O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
	if (!fence)
		return open(path, flags, mode);
	fd = open_plainly(fence, rest, flags, mode);
	if (fd >= 0 || (errno != ELOOP && errno != EXDEV && errno != ENOSYS &&
			errno != EPERM && errno != EAGAIN))
		return fd;
	return flags & O_CREAT ? make_through_links(fence, rest, flags, mode)
			       : open_through_links(fence, rest, flags);
}

bool fence_holds(const char *path)
{
	int fd = fence_open(path, O_PATH, 0);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

const char *fence_name(const char *path)
{
	const char *rest;
	const struct fence *fence = fence_around(path, &rest);

	return fence ? fence->name : "its folder";
}

static size_t bare_length(const char *dir)
{
	size_t len = strlen(dir);

	while (len && dir[len - 1] == '/')
		len--;
	return len;
}

static struct fence *fence_named(const char *dir, size_t len)
{
	for (size_t i = 0; i < fence_count; i++)
		if (strlen(fences[i].dir) == len &&
		    !memcmp(fences[i].dir, dir, len))
			return &fences[i];
	return NULL;
}

/* The narrowest one; `rest` is the path below it. */
static const struct fence *fence_around(const char *path, const char **rest)
{
	const struct fence *found = NULL;

	for (size_t i = 0; i < fence_count; i++) {
		size_t len = strlen(fences[i].dir);
		const char *below = path + len;

		if (strncmp(path, fences[i].dir, len) != 0 ||
		    (*below && *below != '/') || climbs(below) ||
		    (found && len < strlen(found->dir)))
			continue;
		found = &fences[i];
		while (*below == '/')
			below++;
		*rest = *below ? below : ".";
	}
	return found;
}

/* "content/../themes": nobody but this program writes such a path. */
static bool climbs(const char *rest)
{
	while (*rest == '/')
		rest++;
	return !strncmp(rest, "..", 2) && (!rest[2] || rest[2] == '/');
}

static int open_plainly(const struct fence *fence, const char *rest, int flags,
			mode_t mode)
{
	struct open_how how = {
		/* Of a path alone, nothing else may be asked. */
		.flags =
			(unsigned)(flags & O_PATH ? O_PATH | O_CLOEXEC : flags),
		.mode = flags & O_CREAT ? mode : 0,
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS,
	};

	return (int)syscall(SYS_openat2, fence->fd, rest, &how, sizeof(how));
}

/* What is opened is what was looked at, whatever changes meanwhile. */
static int open_through_links(const struct fence *fence, const char *rest,
			      int flags)
{
	int found = find_inside(fence, rest);
	char name[64];

	if (found < 0 || flags & O_PATH)
		return found;
	snprintf(name, sizeof(name), "/proc/self/fd/%d", found);
	return closed(found, open(name, flags));
}

/* The folder may be reached by links; the new file is none. */
static int make_through_links(const struct fence *fence, const char *rest,
			      int flags, mode_t mode)
{
	const char *slash = strrchr(rest, '/');
	char parent[PATH_MAX];
	int found;

	if (snprintf(parent, sizeof(parent), "%.*s",
		     slash ? (int)(slash - rest) : 1,
		     slash ? rest : ".") >= PATH_MAX) {
		errno = ENAMETOOLONG;
		return -1;
	}
	found = find_inside(fence, parent);
	if (found < 0)
		return found;
	return closed(found, openat(found, slash ? slash + 1 : rest,
				    flags | O_NOFOLLOW, mode));
}

/* A descriptor that stands for the path only: nothing is opened by it. */
static int find_inside(const struct fence *fence, const char *rest)
{
	int fd = openat(fence->fd, rest, O_PATH | O_CLOEXEC);
	struct stat st;

	if (fd < 0)
		return -1;
	if (!lies_inside(fence, fd) || fstat(fd, &st) < 0)
		return closed(fd, -1);
	if (S_ISREG(st.st_mode) || S_ISDIR(st.st_mode))
		return fd;
	errno = ENXIO;
	return closed(fd, -1);
}

static bool lies_inside(const struct fence *fence, int fd)
{
	char root[PATH_MAX], path[PATH_MAX];
	size_t len;

	if (!path_of(fence->fd, root) || !path_of(fd, path))
		return false;
	len = bare_length(root);
	if (!strncmp(path, root, len) && (!path[len] || path[len] == '/'))
		return true;
	errno = EXDEV;
	return false;
}

static bool path_of(int fd, char *path)
{
	char name[64];
	ssize_t len;

	snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);
	len = readlink(name, path, PATH_MAX);
	if (len < 0)
		return false;
	if (len == PATH_MAX) {
		errno = ENAMETOOLONG;
		return false;
	}
	path[len] = '\0';
	return true;
}

/* Closes one descriptor; the result, and why it failed, is another call's. */
static int closed(int fd, int result)
{
	int reason = errno;

	close(fd);
	errno = reason;
	return result;
}
