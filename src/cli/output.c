#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool reader_has_left(void);

/* Opened the wrong way round, so that using it is still an error. */
void output_begin(void)
{
	signal(SIGPIPE, SIG_IGN);
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
			(void)!open("/dev/null",
				    fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

bool output_is_product(const struct options *options)
{
	return (options->command->is_product && !options->order.out) ||
	       options->sarif;
}

int output_diags(struct diags *diags, bool json)
{
	int status = diags_status(diags);

	diags_print(diags, stderr,
		    (struct diag_style){ .colour = isatty(STDERR_FILENO),
					 .json = json });
	return status;
}

/* An earlier write may have failed where the last one does not. */
int output_end(bool product, int status)
{
	bool failed = fflush(stdout) != 0;
	int reason = failed ? errno : EIO;

	if ((!failed && !ferror(stdout)) || reader_has_left())
		return status;
	fprintf(stderr, "paragone: standard output: %s\n", strerror(reason));
	return product ? 3 : status;
}

static bool reader_has_left(void)
{
	struct pollfd output = { .fd = STDOUT_FILENO, .events = POLLOUT };

	return poll(&output, 1, 0) == 1 && output.revents & (POLLERR | POLLHUP);
}
