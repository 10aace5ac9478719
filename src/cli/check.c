#include "check/check.h"

#include <stdio.h>
#include <unistd.h>

#include "check/sarif.h"
#include "cli/options.h"

static void say_count(struct diags *diags, size_t comparisons);

/* SARIF is a document, for a file; what is read by people is said. */
int command_check(const struct options *options)
{
	struct diag_style style = { .colour = isatty(STDERR_FILENO),
				    .json = options->json };
	struct diags *diags = diags_new();
	size_t comparisons;
	int status;

	check(&options->order, diags, &comparisons);
	status = diags_status(diags);
	if (options->sarif)
		sarif_print(diags, PARAGONE_VERSION, stdout);
	else
		diags_print(diags, stderr, style);
	if (!options->sarif && !options->json)
		say_count(diags, comparisons);
	diags_free(diags);
	return status;
}

static void say_count(struct diags *diags, size_t comparisons)
{
	size_t errors = diags_error_count(diags);
	size_t warnings = diags_warning_count(diags);

	if (errors + warnings)
		printf("%zu error%s and %zu warning%s\n", errors,
		       errors == 1 ? "" : "s", warnings,
		       warnings == 1 ? "" : "s");
	else
		printf("nothing to complain about in %zu comparison%s\n",
		       comparisons, comparisons == 1 ? "" : "s");
}
