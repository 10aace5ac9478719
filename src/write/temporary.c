#include "write/temporary.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "write/folder.h"

static void start_keeper(struct temporary *temporary);
static void keep(const char *path, int alive);

bool temporary_make(struct temporary *temporary, struct diags *diags,
		    struct arena *arena)
{
	const char *base = getenv("TMPDIR");
	char *real = realpath(base && *base ? base : "/tmp", NULL);
	char *path =
		(char *)(uintptr_t)arena_printf(arena, "%s/paragone-XXXXXX",
						real		? real
						: base && *base ? base
								: "/tmp")
			.ptr;

	free(real);
	*temporary = (struct temporary){ .alive = -1 };
	if (!mkdtemp(path))
		return diag_system(diags, path, "cannot be made");
	temporary->path = path;
	start_keeper(temporary);
	return true;
}

void temporary_end(struct temporary *temporary)
{
	if (!temporary->path)
		return;
	folder_remove(AT_FDCWD, temporary->path);
	if (temporary->keeper) {
		kill(temporary->keeper, SIGKILL);
		waitpid(temporary->keeper, NULL, 0);
	}
	if (temporary->alive >= 0)
		close(temporary->alive);
	*temporary = (struct temporary){ .alive = -1 };
}

/*
 * Without one, the folder goes at a normal end only.  The programs that we
 * run inherit what the keeper waits for: one that outlives us could make the
 * folder anew.
 */
static void start_keeper(struct temporary *temporary)
{
	int ends[2];
	pid_t keeper;

	if (pipe2(ends, O_CLOEXEC) < 0)
		return;
	keeper = fork();
	if (keeper == 0) {
		close(ends[1]);
		keep(temporary->path, ends[0]);
	}
	close(ends[0]);
	fcntl(ends[1], F_SETFD, 0);
	temporary->alive = ends[1];
	temporary->keeper = keeper < 0 ? 0 : keeper;
}

/* Holds nothing open that anybody else waits for. */
static void keep(const char *path, int alive)
{
	char byte;

	setsid();
	for (int number = 1; number < NSIG; number++)
		signal(number, SIG_IGN);
	dup2(alive, STDIN_FILENO);
	close_range(STDIN_FILENO + 1, ~0U, 0);
	(void)!chdir("/");
	while (read(STDIN_FILENO, &byte, 1) < 0)
		;
	folder_remove(AT_FDCWD, path);
	_exit(0);
}
