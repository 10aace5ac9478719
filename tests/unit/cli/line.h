/*
 * A command line that is run within the test's program, in a folder of its
 * own with a site, "c" (read/folder.h), and what it prints.  Templates and
 * themes are not beside this program: it says where they are.
 */
#ifndef LINE_H
#define LINE_H

#include "base/fence.h"
#include "base/file.h"
#include "cli/commands.h"
#include "make/resources.h"
#include "read/folder.h"

static const struct command *const COMMANDS[] = {
	&COMMAND_NEW,	 &COMMAND_RENAME,     &COMMAND_REMOVE, &COMMAND_IMPORT,
	&COMMAND_BUILD,	 &COMMAND_MERGE,      &COMMAND_CHECK,  &COMMAND_SERVE,
	&COMMAND_DATA,	 &COMMAND_CHART,      &COMMAND_EXPORT, &COMMAND_PUBLISH,
	&COMMAND_SCHEMA, &COMMAND_COMPLETION, &COMMAND_HELP,   NULL,
};

enum { LINE_WORDS = 16 };

/* In place of the program's own, which would look beside this one. */
const char *resources_find(struct diags *diags, struct arena *arena)
{
	char *own = realpath("/proc/self/exe", NULL);
	struct str dir = str_from(own ? own : "");
	const char *top;

	(void)diags;
	for (int k = 0; k < 4; k++) /* build/tests/FOLDER/NAME_test */
		dir = path_dir(dir);
	top = arena_str(arena, dir).ptr;
	free(own);
	return top;
}

/* What a stream was told since then, and the stream as it was. */
static inline struct str line_end(FILE *stream, FILE *to, int before,
				  struct arena *arena)
{
	struct buf buf = { 0 };
	struct str text;
	char bytes[4096];
	size_t got;

	fflush(stream);
	dup2(before, fileno(stream));
	close(before);
	rewind(to);
	while ((got = fread(bytes, 1, sizeof(bytes), to)) > 0)
		buf_raw(&buf, (struct str){ bytes, got });
	fclose(to);
	text = arena_str(arena, buf_str(&buf));
	buf_release(&buf);
	return text;
}

static inline int line_begin(FILE *stream, FILE *to)
{
	int before;

	fflush(stream);
	before = dup(fileno(stream));
	dup2(fileno(to), fileno(stream));
	return before;
}

/*
 * "[2] " and what it printed: the exit status, what went to standard output,
 * and what to standard error.
 */
static inline struct str line_run(struct arena *arena, const char *const *words)
{
	char *arguments[LINE_WORDS] = { "paragone" };
	FILE *out = tmpfile(), *err = tmpfile();
	int said = line_begin(stdout, out), told = line_begin(stderr, err);
	struct options options;
	int count = 1, status;
	struct str printed_out, printed_err;

	for (; words[count - 1]; count++)
		arguments[count] = (char *)(uintptr_t)words[count - 1];
	if (options_parse(count, arguments, COMMANDS, &options, &status))
		status = options.command->run(&options);
	printed_out = line_end(stdout, out, said, arena);
	printed_err = line_end(stderr, err, told, arena);
	return arena_printf(arena, "[%d] %.*s%.*s", status,
			    STR_ARG(printed_out), STR_ARG(printed_err));
}

/* The site of read/folder.h, in a folder of its own. */
static inline void site_enter(void)
{
	folder_enter();
	folder_put_trees();
	assert_true(fence_folder("c", "the content folder"));
}

/* What the file says; "(none)" where there is none. */
static inline struct str said_by(const char *path, struct arena *arena)
{
	struct str text;

	return file_read(path, &text, arena) ? text : STR("(none)");
}

/* The names of all that is there, and sums of what is in it. */
static inline struct str all_of(const char *dir, struct arena *arena)
{
	const char *command = arena_printf(arena,
					   "find %s | sort >../all.%d; "
					   "find %s -type f -exec cksum {} + | "
					   "sort >>../all.%d",
					   dir, getpid(), dir, getpid())
				      .ptr;
	const char *path = arena_printf(arena, "../all.%d", getpid()).ptr;
	struct str text;

	assert_int_equal(system(command), 0);
	text = said_by(path, arena);
	unlink(path);
	return text;
}

#define RUN_LINE(...) \
	line_run(*state, (const char *const[]){ __VA_ARGS__, NULL })

#endif
