#include "cli/changes.h"
#include "cli/commands.h"

static int run(const struct options *options);

const struct command COMMAND_REMOVE = {
	.name = "remove",
	.usage = "KIND …",
	.does = "take out an option, criterion or\ncomparison",
	.choices = "option criterion comparison",
	.least = 1,
	.run = run,
	.help = "Usage: paragone remove option COMPARISON OPTION [CONTENT]\n"
		"       paragone remove criterion COMPARISON CRITERION [CONTENT]\n"
		"       paragone remove comparison COMPARISON [CONTENT]\n"
		"\n"
		"Takes it out of every file that knows it: its own file, its columns "
		"and\n"
		"rows of tables, its sections, its samples, its weights in profiles, "
		"what the\n"
		"author claimed of it, and what translates any of that; a link to it "
		"becomes\n"
		"its words. All of that or, where the content would have errors then, "
		"nothing.\n"
		"\n"
		"      --dry-run          show the lines that would change, and "
		"change nothing\n"
		"\n"
		"Example: paragone remove option nodejs-vs-python python --dry-run\n",
};

static int run(const struct options *options)
{
	return changes_run(options, true);
}
