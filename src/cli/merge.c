#include "make/merge.h"

#include <stdio.h>

#include "cli/commands.h"
#include "cli/output.h"

static int run(const struct options *options);

const struct command COMMAND_MERGE = {
	.name = "merge",
	.usage = "PART... [-o OUT]",
	.does = "put the parts of a site together",
	.wants = "the parts that `build --shard` wrote",
	.is_plural = true,
	.out = "out",
	.run = run,
	.help = "Usage: paragone merge PART... [-o OUT]\n"
		"\n"
		"Puts the parts that `paragone build --shard` wrote together to the site\n"
		"that one machine would have written. Refused unless they are all parts\n"
		"of one site, each of them once, made of the same content, theme and\n"
		"options by the same program. Files are linked where that can be, and\n"
		"else copied; the parts stay as they are.\n"
		"\n"
		"  -o, --out OUT          the folder to write (./out)\n"
		"      --diagnostics json one JSON object per message, for editors\n"
		"\n"
		"Example: paragone merge part-*-of-8 -o public\n"
		"\n"
		"Exit status: 0 done, 1 these are not all parts of one site, 2 wrong\n"
		"usage, 3 the system failed. The old site stands unless it is 0.\n",
};

static int run(const struct options *options)
{
	struct diags *diags = diags_new();
	double started = output_seconds();
	struct built built;
	bool ok = merge(options->parts, options->part_count, options->order.out,
			diags, &built);
	int status = output_diags(diags, options->json);

	if (ok)
		output_built(&built, output_seconds() - started);
	diags_free(diags);
	return status;
}
