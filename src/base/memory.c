/*
 * No allocation of this program fails in silence.
 *
 * Font libraries and others answer a failed allocation by leaving out what
 * they were asked for, or by a crash.  So malloc and its kin are ours: they
 * call those that come next, libc's, and where these have nothing to give the
 * program ends as memory_exhausted() says, whoever asked.
 *
 * Under the address sanitiser they stay its own.
 */
#include "base/arena.h"

#ifndef __SANITIZE_ADDRESS__

#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

/* A function of libc's, as dlsym() finds it. */
union function {
	void *found;
	void *(*one)(size_t);
	void *(*two)(size_t, size_t);
	void *(*again)(void *, size_t);
	int (*aligned)(void **, size_t, size_t);
};

static union function next(_Atomic(void *) *known, const char *name);
static void *given(void *memory);

void *malloc(size_t size)
{
	static _Atomic(void *) known;
	union function libc = next(&known, "malloc");

	return libc.found ? given(libc.one(size)) : NULL;
}

void *calloc(size_t count, size_t size)
{
	static _Atomic(void *) known;
	union function libc = next(&known, "calloc");

	return libc.found ? given(libc.two(count, size)) : NULL;
}

/* Of nothing, it may free what there was and give nothing. */
void *realloc(void *old, size_t size)
{
	static _Atomic(void *) known;
	union function libc = next(&known, "realloc");
	void *memory = libc.found ? libc.again(old, size) : NULL;

	return size && libc.found ? given(memory) : memory;
}

void *aligned_alloc(size_t alignment, size_t size)
{
	static _Atomic(void *) known;
	union function libc = next(&known, "aligned_alloc");

	return libc.found ? given(libc.two(alignment, size)) : NULL;
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
	static _Atomic(void *) known;
	union function libc = next(&known, "posix_memalign");
	int reason =
		libc.found ? libc.aligned(memory, alignment, size) : ENOMEM;

	if (reason == ENOMEM && libc.found)
		memory_exhausted();
	return reason;
}

/*
 * The function of that name behind ours.  While it is looked for, dlsym() may
 * call us for memory that it can do without.
 */
static union function next(_Atomic(void *) *known, const char *name)
{
	static _Thread_local bool looking;
	void *found = atomic_load_explicit(known, memory_order_relaxed);

	if (!found && !looking) {
		looking = true;
		found = dlsym(RTLD_NEXT, name);
		looking = false;
		atomic_store_explicit(known, found, memory_order_relaxed);
	}
	return (union function){ .found = found };
}

static void *given(void *memory)
{
	if (!memory)
		memory_exhausted();
	return memory;
}

#endif
