#include "make/build.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "cli/options.h"

static void say_built(const struct built *built, double took);
static double seconds(void);

int command_build(const struct options *options)
{
	struct diag_style style = { .colour = isatty(STDERR_FILENO),
				    .json = options->json };
	struct diags *diags = diags_new();
	double started = seconds();
	struct built built;
	bool ok = build(&options->order, BUILD_PUBLISH, diags, &built);
	size_t errors = diags_error_count(diags);
	int status = diags_status(diags);

	diags_print(diags, stderr, style);
	if (ok)
		say_built(&built, seconds() - started);
	else if (!style.json)
		fprintf(stderr, "paragone: %zu error%s; nothing was written\n",
			errors, errors == 1 ? "" : "s");
	diags_free(diags);
	return status;
}

static void say_built(const struct built *built, double took)
{
	if (!built->has_address)
		puts("no feed and no sitemap: they need \"base_url\" in "
		     "site.yaml, the address of the site");
	printf("%zu pages and %zu images of %zu comparison%s in %.2f "
	       "s: %zu files written, %zu unchanged, %zu removed\n",
	       built->pages, built->images, built->comparisons,
	       built->comparisons == 1 ? "" : "s", took, built->files.written,
	       built->files.unchanged, built->files.removed);
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}
