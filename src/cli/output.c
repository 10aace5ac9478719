#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
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

void output_built(const struct built *built, double took)
{
	if (!built->has_address)
		puts("no feed and no sitemap: they need \"base_url\" in "
		     "site.yaml, the address of the site");
	if (built->pairs_left_out)
		printf("%zu pair%s of options without a page: fewer scored "
		       "criteria are shared than \"min_shared\" asks for\n",
		       built->pairs_left_out,
		       built->pairs_left_out == 1 ? "" : "s");
	printf("%zu pages and %zu images of %zu comparison%s in %.2f "
	       "s: %zu files written, %zu unchanged, %zu removed\n",
	       built->pages, built->images, built->comparisons,
	       built->comparisons == 1 ? "" : "s", took, built->files.written,
	       built->files.unchanged, built->files.removed);
}

double output_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}
