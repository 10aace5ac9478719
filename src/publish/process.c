#include "publish/process.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/secret.h"

extern char **environ;

static void set_actions(posix_spawn_file_actions_t *actions,
			const struct process *process, int said, int output);
static void set_attributes(posix_spawnattr_t *attributes);
static void pass_on(int said);
static void read_all(int fd, struct buf *to);

int process_run(struct diags *diags, const struct process *process)
{
	const char *program = process->arguments[0];
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	int pipe_fds[2] = { -1, -1 }, reason, status = -1;
	int said = memfd_create("said", MFD_CLOEXEC);
	pid_t child;

	assert(program && !process->arguments[ARGUMENTS_MOST - 1]);
	if (said < 0 || (process->output && pipe2(pipe_fds, O_CLOEXEC) < 0)) {
		diag_system(diags, program, "cannot be run");
		close(said);
		return -1;
	}
	set_actions(&actions, process, said, pipe_fds[1]);
	set_attributes(&attributes);
	reason = posix_spawnp(&child, program, &actions, &attributes,
			      (char *const *)process->arguments, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	if (process->output) {
		close(pipe_fds[1]);
		if (!reason)
			read_all(pipe_fds[0], process->output);
		close(pipe_fds[0]);
	}
	if (reason) {
		close(said);
		errno = reason;
		diag_system(diags, program, "cannot be run");
		diag_hint(diags, "install %s", program);
		return -1;
	}
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (!process->quiet)
		pass_on(said);
	close(said);
	if (WIFEXITED(status))
		return WEXITSTATUS(status);
	diag_error(diags, (struct place){ .file = NULL }, "%s was killed",
		   program);
	return -1;
}

bool process_do(struct diags *diags, const struct process *process)
{
	int status = process_run(diags, process);

	if (status > 0)
		diag_error(diags, (struct place){ .file = NULL },
			   "%s failed with status %d", process->arguments[0],
			   status);
	return status == 0;
}

static void set_actions(posix_spawn_file_actions_t *actions,
			const struct process *process, int said, int output)
{
	posix_spawn_file_actions_init(actions);
	posix_spawn_file_actions_addopen(
		actions, STDIN_FILENO,
		process->input ? process->input : "/dev/null", O_RDONLY, 0);
	if (process->output)
		posix_spawn_file_actions_adddup2(actions, output,
						 STDOUT_FILENO);
	else
		posix_spawn_file_actions_addopen(actions, STDOUT_FILENO,
						 "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_adddup2(actions, said, STDERR_FILENO);
}

/* What we ignore would be ignored by the programs, too. */
static void set_attributes(posix_spawnattr_t *attributes)
{
	sigset_t usual;

	sigemptyset(&usual);
	sigaddset(&usual, SIGPIPE);
	posix_spawnattr_init(attributes);
	posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF);
	posix_spawnattr_setsigdefault(attributes, &usual);
}

/* What it said, but no credential that it may have quoted. */
static void pass_on(int said)
{
	struct arena arena = { 0 };
	struct buf text = { 0 };
	struct str shown;

	lseek(said, 0, SEEK_SET);
	read_all(said, &text);
	shown = secret_hidden(buf_str(&text), &arena);
	fwrite(shown.ptr, 1, shown.len, stderr);
	buf_release(&text);
	arena_release(&arena);
}

static void read_all(int fd, struct buf *to)
{
	ssize_t got;

	do {
		char bytes[4096];

		got = read(fd, bytes, sizeof(bytes));
		if (got > 0)
			buf_raw(to, (struct str){ bytes, (size_t)got });
	} while (got > 0 || (got < 0 && errno == EINTR));
}
