#include "cli/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static void set_attributes(posix_spawnattr_t *attributes);
static void read_all(int fd, struct buf *to);

int process_run(struct diags *diags, const struct process *process)
{
	const char *program = process->arguments[0];
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	int pipe_fds[2] = { -1, -1 }, reason, status = -1;
	pid_t child;

	if (process->output && pipe2(pipe_fds, O_CLOEXEC) < 0) {
		diag_system(diags, program, "cannot be run");
		return -1;
	}
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(
		&actions, STDIN_FILENO,
		process->input ? process->input : "/dev/null", O_RDONLY, 0);
	if (process->output)
		posix_spawn_file_actions_adddup2(&actions, pipe_fds[1],
						 STDOUT_FILENO);
	else
		posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO,
						 "/dev/null", O_WRONLY, 0);
	if (process->quiet)
		posix_spawn_file_actions_addopen(&actions, STDERR_FILENO,
						 "/dev/null", O_WRONLY, 0);
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
	errno = reason;
	if (reason) {
		diag_system(diags, program, "cannot be run");
		diag_hint(diags, "install %s", program);
		return -1;
	}
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
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
