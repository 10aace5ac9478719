/*
 * A library to be loaded before libc: the n-th call of one function fails.
 *
 *	FAULTS=openat:7:EIO    the seventh openat() of a process fails so
 *	FAULTS=openat:7:KILL   SIGKILL ends the process there
 *	FAULTS_COUNT=FILE      at the end, a line `openat 12` for each function
 *
 * All allocators count as one, "alloc", as do the variants of a function.  A
 * program and those that it forks count together.  What gcov does at the end
 * is not the program's: from its first file on nothing is counted or fails.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Each version of the formatter lays such macros out otherwise. */
/* clang-format off */
#define CALLS(X)                                                                  \
	X(access)                                                                 \
	X(alloc)                                                                  \
	X(close) X(closedir) X(dup2) X(fchmod) X(fchmodat) X(fclose) X(           \
		fdopen) X(fdopendir) X(fflush) X(flock) X(fopen) X(fork)          \
		X(fread) X(fstat) X(fstatat) X(fsync) X(ftruncate) X(futimens) X( \
			fwrite) X(getcwd) X(link) X(linkat) X(lseek) X(lstat)     \
			X(memfd_create) X(mkdir) X(mkdirat) X(mkdtemp) X(mmap) X( \
				open) X(open_memstream) X(openat) X(openat2)      \
				X(opendir) X(pipe2) X(posix_spawnp) X(pread) X(   \
					pthread_create) X(pwrite) X(read)         \
					X(readdir) X(readlink) X(readlinkat) X(   \
						realpath) X(rename) X(renameat)   \
						X(renameat2)              \
						X(rmdir) X(stat) X(statx) X(      \
							symlinkat) X(unlink)      \
							X(unlinkat) X(            \
								utimensat)        \
								X(write)

enum call {
#define X(name) CALL_##name,
	CALLS(X)
#undef X
		CALL_COUNT
};

static const char *const NAMES[] = {
#define X(name) #name,
	CALLS(X)
#undef X
};

static atomic_ulong early[CALL_COUNT];
static atomic_ulong *counts = early;
static enum call failing = CALL_COUNT;
static atomic_bool is_over;
static unsigned long failing_at;
static int failing_with; /* 0: it dies */

static int reason_named(const char *name)
{
	static const struct {
		const char *name;
		int reason;
	} REASONS[] = { { "EIO", EIO },	      { "ENOSPC", ENOSPC },
			{ "EACCES", EACCES }, { "EMFILE", EMFILE },
			{ "ENOMEM", ENOMEM }, { "EAGAIN", EAGAIN },
			{ "KILL", 0 } };

	for (size_t i = 0; i < sizeof(REASONS) / sizeof(*REASONS); i++)
		if (!strcmp(REASONS[i].name, name))
			return REASONS[i].reason;
	return EIO;
}

__attribute__((constructor)) static void begin(void)
{
	const char *text = getenv("FAULTS");
	char name[32], reason[16];
	long shared =
		syscall(SYS_mmap, NULL, sizeof(early), PROT_READ | PROT_WRITE,
			MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (shared > 0)
		counts = memcpy((void *)shared, early, sizeof(early));
	if (!text ||
	    sscanf(text, "%31[^:]:%lu:%15s", name, &failing_at, reason) != 3)
		return;
	failing_with = reason_named(reason);
	for (int call = 0; call < CALL_COUNT; call++)
		if (!strcmp(NAMES[call], name))
			failing = (enum call)call;
}

__attribute__((destructor)) static void end(void)
{
	const char *path = getenv("FAULTS_COUNT");
	FILE *to;

	failing = CALL_COUNT;
	to = path ? fopen(path, "a") : NULL;
	for (int call = 0; to && call < CALL_COUNT; call++)
		fprintf(to, "%s %lu\n", NAMES[call],
			atomic_load(&counts[call]));
	if (to)
		fclose(to);
}

static bool fails(enum call call)
{
	unsigned long count;

	if (is_over)
		return false;
	count = atomic_fetch_add(&counts[call], 1) + 1;
	if (call != failing || count != failing_at)
		return false;
	if (!failing_with)
		kill(getpid(), SIGKILL);
	errno = failing_with;
	return true;
}

static void *behind(_Atomic(void *) *known, const char *name)
{
	void *found = atomic_load(known);

	if (!found) {
		found = dlsym(RTLD_NEXT, name);
		atomic_store(known, found);
	}
	return found;
}

/* The function of libc's behind ours, called by its own type. */
#define NEXT(name)                                                   \
	({                                                           \
		static _Atomic(void *) known;                        \
		(__typeof__(&name))(uintptr_t)behind(&known, #name); \
	})

#define FAIL(call, type, name, parameters, arguments, failure) \
	type name parameters                                   \
	{                                                      \
		if (fails(CALL_##call))                        \
			return failure;                        \
		return NEXT(name) arguments;                   \
	}

/* What is closed is closed, also when that fails. */
#define FAIL_AFTER(call, type, name, parameters, arguments, failure) \
	type name parameters                                         \
	{                                                            \
		type given = NEXT(name) arguments;                   \
                                                                     \
		return fails(CALL_##call) ? failure : given;         \
	}

FAIL(access, int, access, (const char *p, int m), (p, m), -1)
FAIL(alloc, void *, malloc, (size_t n), (n), NULL)
FAIL(alloc, void *, calloc, (size_t c, size_t n), (c, n), NULL)
FAIL(alloc, void *, realloc, (void *o, size_t n), (o, n), NULL)
FAIL(alloc, void *, aligned_alloc, (size_t a, size_t n), (a, n), NULL)
FAIL(alloc, int, posix_memalign, (void **m, size_t a, size_t n), (m, a, n),
     ENOMEM)
FAIL_AFTER(close, int, close, (int f), (f), -1)
FAIL_AFTER(closedir, int, closedir, (DIR * d), (d), -1)
FAIL(dup2, int, dup2, (int a, int b), (a, b), -1)
FAIL(fchmod, int, fchmod, (int f, mode_t m), (f, m), -1)
FAIL(fchmodat, int, fchmodat, (int d, const char *p, mode_t m, int f),
     (d, p, m, f), -1)
FAIL_AFTER(fclose, int, fclose, (FILE * f), (f), EOF)
FAIL(fdopen, FILE *, fdopen, (int f, const char *m), (f, m), NULL)
FAIL(fdopendir, DIR *, fdopendir, (int f), (f), NULL)
FAIL(fflush, int, fflush, (FILE * f), (f), EOF)
FAIL(flock, int, flock, (int f, int o), (f, o), -1)
FAIL(fopen, FILE *, fopen, (const char *p, const char *m), (p, m), NULL)
FAIL(fopen, FILE *, fopen64, (const char *p, const char *m), (p, m), NULL)
FAIL(fork, pid_t, fork, (void), (), -1)
FAIL(fread, size_t, fread, (void *b, size_t s, size_t n, FILE *f), (b, s, n, f),
     0)
FAIL(fstat, int, fstat, (int f, struct stat *s), (f, s), -1)
FAIL(fstat, int, fstat64, (int f, struct stat64 *s), (f, s), -1)
FAIL(fstatat, int, fstatat, (int d, const char *p, struct stat *s, int f),
     (d, p, s, f), -1)
FAIL(fstatat, int, fstatat64, (int d, const char *p, struct stat64 *s, int f),
     (d, p, s, f), -1)
FAIL(fsync, int, fsync, (int f), (f), -1)
FAIL(ftruncate, int, ftruncate, (int f, off_t n), (f, n), -1)
FAIL(futimens, int, futimens, (int f, const struct timespec t[2]), (f, t), -1)
FAIL(fwrite, size_t, fwrite, (const void *b, size_t s, size_t n, FILE *f),
     (b, s, n, f), 0)
FAIL(getcwd, char *, getcwd, (char *b, size_t n), (b, n), NULL)
FAIL(link, int, link, (const char *a, const char *b), (a, b), -1)
FAIL(linkat, int, linkat, (int d, const char *a, int e, const char *b, int f),
     (d, a, e, b, f), -1)
FAIL(lseek, off_t, lseek, (int f, off_t o, int w), (f, o, w), -1)
FAIL(lstat, int, lstat, (const char *p, struct stat *s), (p, s), -1)
FAIL(lstat, int, lstat64, (const char *p, struct stat64 *s), (p, s), -1)
FAIL(memfd_create, int, memfd_create, (const char *n, unsigned f), (n, f), -1)
FAIL(mkdir, int, mkdir, (const char *p, mode_t m), (p, m), -1)
FAIL(mkdirat, int, mkdirat, (int d, const char *p, mode_t m), (d, p, m), -1)
FAIL(mkdtemp, char *, mkdtemp, (char *t), (t), NULL)
FAIL(mmap, void *, mmap, (void *a, size_t n, int p, int f, int d, off_t o),
     (a, n, p, f, d, o), MAP_FAILED)
FAIL(mmap, void *, mmap64, (void *a, size_t n, int p, int f, int d, off64_t o),
     (a, n, p, f, d, o), MAP_FAILED)
FAIL(open_memstream, FILE *, open_memstream, (char **b, size_t *n), (b, n),
     NULL)
FAIL(opendir, DIR *, opendir, (const char *p), (p), NULL)
FAIL(pipe2, int, pipe2, (int p[2], int f), (p, f), -1)
FAIL(posix_spawnp, int, posix_spawnp,
     (pid_t * c, const char *p, const posix_spawn_file_actions_t *f,
      const posix_spawnattr_t *t, char *const a[], char *const e[]),
     (c, p, f, t, a, e), EAGAIN)
FAIL(pread, ssize_t, pread, (int f, void *b, size_t n, off_t o), (f, b, n, o),
     -1)
FAIL(pthread_create, int, pthread_create,
     (pthread_t * t, const pthread_attr_t *a, void *(*r)(void *), void *x),
     (t, a, r, x), EAGAIN)
FAIL(pwrite, ssize_t, pwrite, (int f, const void *b, size_t n, off_t o),
     (f, b, n, o), -1)
FAIL(read, ssize_t, read, (int f, void *b, size_t n), (f, b, n), -1)
FAIL(readdir, struct dirent *, readdir, (DIR * d), (d), NULL)
FAIL(readdir, struct dirent64 *, readdir64, (DIR * d), (d), NULL)
FAIL(readlink, ssize_t, readlink, (const char *p, char *b, size_t n), (p, b, n),
     -1)
FAIL(readlinkat, ssize_t, readlinkat, (int d, const char *p, char *b, size_t n),
     (d, p, b, n), -1)
FAIL(realpath, char *, realpath, (const char *p, char *r), (p, r), NULL)
FAIL(rename, int, rename, (const char *a, const char *b), (a, b), -1)
FAIL(renameat, int, renameat, (int d, const char *a, int e, const char *b),
     (d, a, e, b), -1)
FAIL(renameat2, int, renameat2,
     (int d, const char *a, int e, const char *b, unsigned f), (d, a, e, b, f),
     -1)
FAIL(rmdir, int, rmdir, (const char *p), (p), -1)
FAIL(stat, int, stat, (const char *p, struct stat *s), (p, s), -1)
FAIL(stat, int, stat64, (const char *p, struct stat64 *s), (p, s), -1)
FAIL(statx, int, statx,
     (int d, const char *p, int f, unsigned m, struct statx *s),
     (d, p, f, m, s), -1)
FAIL(symlinkat, int, symlinkat, (const char *a, int d, const char *b),
     (a, d, b), -1)
FAIL(unlink, int, unlink, (const char *p), (p), -1)
FAIL(unlinkat, int, unlinkat, (int d, const char *p, int f), (d, p, f), -1)
FAIL(utimensat, int, utimensat,
     (int d, const char *p, const struct timespec t[2], int f), (d, p, t, f),
     -1)
FAIL(write, ssize_t, write, (int f, const void *b, size_t n), (f, b, n), -1)

static bool is_of_gcov(const char *path)
{
	const char *end = strrchr(path, '.');

	return end && !strcmp(end, ".gcda");
}

/* Those with arguments that may be missing. */
#define MODE_OF(flags, before)                         \
	({                                             \
		va_list more;                          \
		mode_t given;                          \
		va_start(more, before);                \
		given = va_arg(more, mode_t);          \
		va_end(more);                          \
		(flags) & O_CREAT ? given : (mode_t)0; \
	})

#define FAIL_OPEN(name)                               \
	int name(const char *path, int flags, ...)    \
	{                                             \
		mode_t mode = MODE_OF(flags, flags);  \
                                                      \
		if (is_of_gcov(path))                 \
			is_over = true;               \
		if (fails(CALL_open))                 \
			return -1;                    \
		return NEXT(name)(path, flags, mode); \
	}

#define FAIL_OPENAT(name)                                   \
	int name(int dir, const char *path, int flags, ...) \
	{                                                   \
		mode_t mode = MODE_OF(flags, flags);        \
                                                            \
		if (fails(CALL_openat))                     \
			return -1;                          \
		return NEXT(name)(dir, path, flags, mode);  \
	}

FAIL_OPEN(open)
FAIL_OPEN(open64)
FAIL_OPENAT(openat)
FAIL_OPENAT(openat64)

long syscall(long number, ...)
{
	va_list more;
	long a[6];

	va_start(more, number);
	for (int i = 0; i < 6; i++)
		a[i] = va_arg(more, long);
	va_end(more);
	if (number == SYS_openat2 && fails(CALL_openat2))
		return -1;
	return NEXT(syscall)(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
