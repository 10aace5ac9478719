/*
 * What every unit test needs: cmocka, near enough numbers, and an arena that
 * each test gets fresh as its state.
 */
#ifndef UNIT_H
#define UNIT_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

#define assert_near(got, want)                                            \
	do {                                                              \
		double got_ = (got), want_ = (want);                      \
		if (!(fabs(got_ - want_) <= 5e-5))                        \
			fail_msg(#got " is %.9g, not %.9g", got_, want_); \
	} while (0)

#define assert_str(got, want)                                                 \
	do {                                                                  \
		struct str got_ = (got);                                      \
		const char *want_ = (want);                                   \
		if (!str_is(got_, want_))                                     \
			fail_msg("%s is\n%.*s\nnot\n%s", #got, STR_ARG(got_), \
				 want_);                                      \
	} while (0)

/* A test whose state is an arena of its own. */
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, arena_setup, arena_teardown)

/* Runs the table of tests, honouring CMOCKA_TEST_FILTER. */
#define RUN(tests)                                                            \
	(cmocka_set_test_filter(getenv("CMOCKA_TEST_FILTER") &&               \
						*getenv("CMOCKA_TEST_FILTER") \
					? getenv("CMOCKA_TEST_FILTER")        \
					: NULL),                              \
	 cmocka_run_group_tests_name(#tests, tests, NULL, NULL))

/* What a test's folder or file is called at most, with its zero. */
enum { SCRATCH_MAX = 256 };

static inline void scratch_path(char path[SCRATCH_MAX])
{
	const char *base = getenv("TMPDIR");

	snprintf(path, SCRATCH_MAX, "%s/paragone-XXXXXX",
		 base && *base ? base : "/tmp");
}

/* Makes an empty folder where TMPDIR says; its path is written to `path`. */
static inline void scratch_folder(char path[SCRATCH_MAX])
{
	scratch_path(path);
	if (!mkdtemp(path))
		fail_msg("%s cannot be made", path);
}

/* The same for a file; its descriptor, open to be written. */
static inline int scratch_file(char path[SCRATCH_MAX])
{
	int file;

	scratch_path(path);
	file = mkstemp(path);
	if (file < 0)
		fail_msg("%s cannot be made", path);
	return file;
}

static inline int arena_setup(void **state)
{
	*state = calloc(1, sizeof(struct arena));
	return *state ? 0 : -1;
}

static inline int arena_teardown(void **state)
{
	arena_release(*state);
	free(*state);
	return 0;
}

/* What diags_print() writes, as text in the arena. */
static inline struct str printed(struct diags *diags, struct arena *arena)
{
	char *text = NULL;
	size_t len = 0;
	FILE *to = open_memstream(&text, &len);
	struct str copy;

	diags_print(diags, to, (struct diag_style){ 0 });
	fclose(to);
	copy = arena_str(arena, (struct str){ text, len });
	free(text);
	return copy;
}

#endif
