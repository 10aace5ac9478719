#include "cli/changes.h"
#include "cli/commands.h"

static int run(const struct options *options);

const struct command COMMAND_RENAME = {
	.name = "rename",
	.usage = "KIND …",
	.does = "give an option, criterion or comparison\nanother name",
	.choices = "option criterion comparison",
	.least = 1,
	.run = run,
	.help = "Usage: paragone rename option COMPARISON OPTION NEW [CONTENT]\n"
		"       paragone rename criterion COMPARISON CRITERION NEW [CONTENT]\n"
		"       paragone rename comparison COMPARISON NEW [CONTENT]\n"
		"\n"
		"Gives it another name in every file that knows it: front matter, "
		"tables,\n"
		"headings, samples, profiles, translations and links; all of them or, "
		"where\n"
		"the content would have errors then, none. NEW is an id, and the name "
		"stays,\n"
		"or a name, and the id is made of it. A translation's own name stays. "
		"Sentences\n"
		"are yours: where the old name still stands is told. The old addresses "
		"of a\n"
		"comparison lead to the new ones.\n"
		"\n"
		"      --id ID            the id that goes with a new name\n"
		"      --dry-run          show the lines that would change, and "
		"change nothing\n"
		"\n"
		"Example: paragone rename option nodejs-vs-python python "
		"\"CPython\"\n",
};

static int run(const struct options *options)
{
	return changes_run(options, false);
}
