#include "check/check.h"

#include <stdio.h>

#include "check/sarif.h"
#include "cli/commands.h"
#include "cli/output.h"

static int run(const struct options *options);
static void say_count(size_t errors, size_t warnings,
		      const struct checked *checked);

const struct command COMMAND_CHECK = {
	.name = "check",
	.usage = "[CONTENT]",
	.does = "look for what readers would\nstumble over",
	.run = run,
	.help = "Usage: paragone check [CONTENT] [OPTIONS]\n"
		"\n"
		"Builds the site in a temporary folder and looks for what readers would\n"
		"stumble over: broken links, anchors and images; criteria without\n"
		"scores, sources or rubric; prose that contradicts the scores; options\n"
		"treated unevenly; words and years that age. Each finding has a name in\n"
		"brackets, by which site.yaml or a comment switches it off.\n"
		"\n"
		"      --strict           take warnings for errors\n"
		"      --diagnostics FORM text, or json: one JSON object per message, or\n"
		"                         sarif: a SARIF file on standard output\n"
		"      --theme NAME, --base-url URL, --drafts, --jobs N  as in build\n"
		"\n"
		"Example: paragone check content --strict\n"
		"\n"
		"Exit status: 0 no errors found, 1 errors, 2 wrong usage, 3 the system\n"
		"failed.\n",
};

/* SARIF is a document, for a file; what is read by people is said. */
static int run(const struct options *options)
{
	struct diags *diags = diags_new();
	struct checked checked = { 0 };
	size_t errors, warnings;
	int status;

	check(&options->order, diags, &checked);
	errors = diags_error_count(diags);
	warnings = diags_warning_count(diags);
	status = options->sarif ? diags_status(diags)
				: output_diags(diags, options->json);
	if (options->sarif)
		sarif_print(diags, PARAGONE_VERSION, stdout);
	else if (!options->json)
		say_count(errors, warnings, &checked);
	diags_free(diags);
	return status;
}

static void say_count(size_t errors, size_t warnings,
		      const struct checked *checked)
{
	if (errors + warnings)
		printf("%zu error%s and %zu warning%s\n", errors,
		       errors == 1 ? "" : "s", warnings,
		       warnings == 1 ? "" : "s");
	else
		printf("nothing to complain about in %zu comparison%s\n",
		       checked->comparisons,
		       checked->comparisons == 1 ? "" : "s");
	if (checked->foreign)
		printf("claims, facts and stale words are known in English "
		       "only: %zu comparison%s or translation%s in another "
		       "language %s not looked at for them\n",
		       checked->foreign, checked->foreign == 1 ? "" : "s",
		       checked->foreign == 1 ? "" : "s",
		       checked->foreign == 1 ? "was" : "were");
}
