#include "base/file.h"

#include <stdio.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fence.h"
#include "base/wording.h"

static bool list(const char *dir, bool dotted, struct str **names,
		 size_t *count, struct arena *arena);
static pthread_mutex_t doubts = PTHREAD_MUTEX_INITIALIZER;
static char doubt_path[PATH_MAX];
static int doubt_reason; /* 0: there is none */

static bool read_all(int fd, char *to, size_t len);
static bool is_of(const char *path, mode_t kind);
static void note_doubt(const char *path);
static int compare_names(const void *a, const void *b);

bool file_read(const char *path, struct str *text, struct arena *arena)
{
	int fd = fence_open(path, O_RDONLY, 0), saved;
	struct stat st;
	char *bytes;
	bool ok;

	if (fd < 0)
		return false;
	ok = fstat(fd, &st) == 0;
	if (ok && !S_ISREG(st.st_mode)) {
		errno = S_ISDIR(st.st_mode) ? EISDIR : ENXIO;
		ok = false;
	}
	if (ok) {
		bytes = arena_array(arena, char, (size_t)st.st_size + 1);
		ok = read_all(fd, bytes, (size_t)st.st_size);
		*text = (struct str){ bytes, (size_t)st.st_size };
	}
	saved = errno;
	close(fd);
	errno = saved;
	return ok;
}

bool file_is_regular(const char *path)
{
	return is_of(path, S_IFREG);
}

bool file_is_dir(const char *path)
{
	return is_of(path, S_IFDIR);
}

bool file_identify(const char *path, struct file_id *id)
{
	struct stat st;

	if (stat(path, &st) < 0) {
		note_doubt(path);
		return false;
	}
	*id = (struct file_id){ (uint64_t)st.st_dev, (uint64_t)st.st_ino };
	return true;
}

const char *file_doubt(void)
{
	static char path[PATH_MAX];
	int reason;

	pthread_mutex_lock(&doubts);
	reason = doubt_reason;
	doubt_reason = 0;
	memcpy(path, doubt_path, sizeof(path));
	pthread_mutex_unlock(&doubts);
	errno = reason;
	return reason ? path : NULL;
}

/* No name that is too long is anybody's. */
bool file_is_absent(int reason)
{
	return reason == ENOENT || reason == ENOTDIR || reason == ENAMETOOLONG;
}

bool file_is_there(const char *path)
{
	struct stat st;

	if (lstat(path, &st) == 0)
		return true;
	note_doubt(path);
	return false;
}

bool file_is_link(const char *path)
{
	struct stat info;

	if (lstat(path, &info) == 0)
		return S_ISLNK(info.st_mode);
	note_doubt(path);
	return false;
}

bool file_list(const char *dir, struct str **names, size_t *count,
	       struct arena *arena)
{
	return list(dir, false, names, count, arena);
}

bool file_list_all(const char *dir, struct str **names, size_t *count,
		   struct arena *arena)
{
	return list(dir, true, names, count, arena);
}

static bool list(const char *dir, bool dotted, struct str **names,
		 size_t *count, struct arena *arena)
{
	int fd = fence_open(dir, O_RDONLY | O_DIRECTORY, 0), reason;
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *entry;

	*names = NULL;
	*count = 0;
	if (!d) {
		reason = errno;
		if (fd >= 0)
			close(fd);
		errno = reason;
		return false;
	}
	while (errno = 0, (entry = readdir(d)))
		if (dotted ? strcmp(entry->d_name, ".") &&
				     strcmp(entry->d_name, "..")
			   : entry->d_name[0] != '.')
			*arena_push(arena, *names, *count) =
				arena_str(arena, str_from(entry->d_name));
	reason = errno;
	closedir(d);
	errno = reason;
	if (reason)
		return false;
	if (*count)
		qsort(*names, *count, sizeof(**names), compare_names);
	return true;
}

bool file_write(const char *path, struct str bytes)
{
	struct arena arena = { 0 };
	const char *beside =
		arena_printf(&arena, "%s.paragone-%ld", path, (long)getpid())
			.ptr;
	int fd = fence_open(beside, O_WRONLY | O_CREAT | O_EXCL, 0666);
	FILE *file = fd < 0 ? NULL : fdopen(fd, "wb");
	bool ok = file != NULL;
	int reason;

	if (ok && bytes.len)
		ok = fwrite(bytes.ptr, 1, bytes.len, file) == bytes.len;
	if (file)
		ok &= fclose(file) == 0;
	ok = ok && rename(beside, path) == 0;
	reason = errno;
	if (!file && fd >= 0)
		close(fd);
	if (!ok && fd >= 0)
		unlink(beside);
	arena_release(&arena);
	errno = reason;
	return ok;
}

bool file_put(int fd, struct str bytes)
{
	while (bytes.len) {
		ssize_t put = write(fd, bytes.ptr, bytes.len);

		if (put > 0)
			bytes = str_from_byte(bytes, (size_t)put);
		else if (put == 0 || errno != EINTR)
			return false;
	}
	return true;
}

int64_t file_nanoseconds(struct timespec time)
{
	if (time.tv_sec < 0 || time.tv_sec >= INT64_MAX / 1000000000)
		return 0;
	return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

const char *path_join(const char *dir, struct str name, struct arena *arena)
{
	size_t len = strlen(dir);
	const char *slash = !len || dir[len - 1] == '/' ? "" : "/";

	return arena_printf(arena, "%s%s%.*s", dir, slash, STR_ARG(name)).ptr;
}

struct str path_base(struct str path)
{
	size_t at = path.len;

	while (at && path.ptr[at - 1] != '/')
		at--;
	return str_from_byte(path, at);
}

struct str path_dir(struct str path)
{
	size_t len = path.len - path_base(path).len;

	return str_slice(path, 0, len ? len - 1 : 0);
}

struct str path_stem(struct str path)
{
	struct str base = path_base(path), extension = path_extension(base);

	if (extension.len)
		base.len -= extension.len + 1;
	return base;
}

struct str path_extension(struct str path)
{
	struct str base = path_base(path);

	for (size_t at = base.len; at > 1; at--)
		if (base.ptr[at - 1] == '.')
			return str_from_byte(base, at);
	return STR("");
}

bool path_ends(const char *path, const char *extensions)
{
	struct str extension = path_extension(str_from(path));

	return extension.len && wording_is_any(extension, extensions);
}

struct str path_clean(struct str path, struct arena *arena)
{
	char *clean = arena_array(arena, char, path.len + 1);
	size_t len = 0;

	while (path.ptr) {
		struct str part = str_cut(&path, '/');

		if (part.len == 0 || str_is(part, "."))
			continue;
		if (str_is(part, "..")) {
			if (!len)
				return (struct str){ NULL, 0 };
			while (len && clean[len - 1] != '/')
				len--;
			len -= len > 0;
			continue;
		}
		if (len)
			clean[len++] = '/';
		memcpy(clean + len, part.ptr, part.len);
		len += part.len;
	}
	clean[len] = '\0';
	return (struct str){ clean, len };
}

static bool read_all(int fd, char *to, size_t len)
{
	while (len) {
		ssize_t got = read(fd, to, len);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0) {
			errno = got ? errno : EIO;
			return false;
		}
		to += got;
		len -= (size_t)got;
	}
	return true;
}

static bool is_of(const char *path, mode_t kind)
{
	struct stat st;

	if (stat(path, &st) < 0) {
		note_doubt(path);
		return false;
	}
	errno = ENOTDIR;
	return (st.st_mode & S_IFMT) == kind;
}

/* The first of several.  A link in a circle is known not to be there. */
static void note_doubt(const char *path)
{
	int reason = errno;

	if (file_is_absent(reason) || reason == ELOOP)
		return;
	pthread_mutex_lock(&doubts);
	if (!doubt_reason) {
		snprintf(doubt_path, sizeof(doubt_path), "%s", path);
		doubt_reason = reason;
	}
	pthread_mutex_unlock(&doubts);
	errno = reason;
}

static int compare_names(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}
