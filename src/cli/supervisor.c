#include "cli/supervisor.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/leftover.h"
#include "cli/output.h"
#include "write/tree.h"

/* Those that ask a program to end. */
static const int ENDINGS[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

static void collect_signals(sigset_t *watched);
static void begin_child(pid_t parent, const sigset_t *usual);
static int wait_for(pid_t child, const sigset_t *watched);
static void clear_up(void);
static bool is_ending(int signal_number);
static void end_likewise(int signal_number);
static int report(const struct options *options, const char *what,
		  const char *why);

int supervise(int (*work)(const struct options *options),
	      const struct options *options)
{
	sigset_t watched, usual;
	pid_t parent = getpid(), child;
	int status;

	if (getenv("PARAGONE_ALONE"))
		return work(options);
	signal(SIGCHLD, SIG_DFL);
	collect_signals(&watched);
	sigprocmask(SIG_BLOCK, &watched, &usual);
	child = leftovers_open() ? fork() : -1;
	if (child < 0)
		return report(options, "the work cannot be begun",
			      strerror(errno));
	if (child == 0) {
		begin_child(parent, &usual);
		exit(work(options));
	}
	status = wait_for(child, &watched);
	clear_up();
	if (WIFEXITED(status))
		return WEXITSTATUS(status);
	if (is_ending(WTERMSIG(status)))
		end_likewise(WTERMSIG(status));
	return report(options,
		      "the work was ended by a signal, as when memory runs out",
		      strsignal(WTERMSIG(status)));
}

static void collect_signals(sigset_t *watched)
{
	sigemptyset(watched);
	sigaddset(watched, SIGCHLD);
	for (size_t i = 0; i < sizeof(ENDINGS) / sizeof(*ENDINGS); i++)
		sigaddset(watched, ENDINGS[i]);
}

/* What kills the parent, be it SIGKILL, kills the child. */
static void begin_child(pid_t parent, const sigset_t *usual)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(3);
	sigprocmask(SIG_SETMASK, usual, NULL);
}

/* A terminal tells both of us; what was sent to us alone is passed on. */
static int wait_for(pid_t child, const sigset_t *watched)
{
	siginfo_t told;
	int status;

	for (;;) {
		if (waitpid(child, &status, WNOHANG) == child)
			return status;
		if (sigwaitinfo(watched, &told) > 0 &&
		    told.si_signo != SIGCHLD && told.si_code != SI_KERNEL)
			kill(child, told.si_signo);
	}
}

static void clear_up(void)
{
	const char *out;

	while ((out = leftover_take()))
		tree_clear(out);
}

static bool is_ending(int signal_number)
{
	for (size_t i = 0; i < sizeof(ENDINGS) / sizeof(*ENDINGS); i++)
		if (ENDINGS[i] == signal_number)
			return true;
	return false;
}

/* So that a shell sees what happened to the child happen to us. */
static void end_likewise(int signal_number)
{
	sigset_t only;

	signal(signal_number, SIG_DFL);
	sigemptyset(&only);
	sigaddset(&only, signal_number);
	raise(signal_number);
	sigprocmask(SIG_UNBLOCK, &only, NULL);
}

static int report(const struct options *options, const char *what,
		  const char *why)
{
	struct diags *diags = diags_new();

	diag_failure(diags, "%s: %s", what, why);
	output_diags(diags, options->json);
	diags_free(diags);
	return 3;
}
