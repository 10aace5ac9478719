#include "cli/changes.h"

#include <stdio.h>
#include <string.h>

#include "cli/output.h"
#include "scaffold/change.h"

/* Words behind the kind, without the new name and CONTENT. */
static const struct {
	const char *name;
	enum thing thing;
	int words;
	const char *wants;
} KINDS[] = {
	{ "option", THING_OPTION, 2, "COMPARISON OPTION" },
	{ "criterion", THING_CRITERION, 2, "COMPARISON CRITERION" },
	{ "comparison", THING_COMPARISON, 1, "COMPARISON" },
};
enum { KIND_COUNT = sizeof(KINDS) / sizeof(*KINDS) };

static int find_kind(const struct options *options, bool removes);

int changes_run(const struct options *options, bool removes)
{
	int kind = find_kind(options, removes), words, status;
	struct addition a = { .content = "content",
			      .id = options->id,
			      .diags = diags_new() };
	struct change change = { .a = &a,
				 .removes = removes,
				 .dry_run = options->dry_run };
	bool made;

	if (kind < 0) {
		diags_free(a.diags);
		return 2;
	}
	words = KINDS[kind].words;
	change.thing = KINDS[kind].thing;
	a.comparison = options->words[1];
	a.name = options->words[words];
	if (!removes)
		change.to = options->words[words + 1];
	if (options->word_count > words + !removes + 1)
		a.content = options->words[words + !removes + 1];
	a.files.diags = a.diags;
	a.files.arena = &a.arena;
	made = change_make(&change);
	status = output_diags(a.diags, false);
	if (made)
		change_print(&change, stdout);
	else if (!options->dry_run)
		scaffold_say_undone(&a.files, "changed", stderr);
	diags_free(a.diags);
	arena_release(&a.arena);
	return status;
}

/* -1 where the words are not those of a kind, which is told. */
static int find_kind(const struct options *options, bool removes)
{
	const char *command = options->command->name;
	int kind = 0, given = options->word_count - 1, least;

	while (kind < KIND_COUNT && strcmp(KINDS[kind].name, options->words[0]))
		kind++;
	if (kind == KIND_COUNT) {
		fprintf(stderr,
			"paragone: \"%s\" is nothing to %s\n"
			"  hint: there is option, criterion and comparison\n",
			options->words[0], command);
		return -1;
	}
	least = KINDS[kind].words + !removes;
	if (given >= least && given <= least + 1)
		return kind;
	fprintf(stderr,
		"paragone: expected paragone %s %s %s%s [CONTENT]\n"
		"  hint: `paragone help %s` explains\n",
		command, KINDS[kind].name, KINDS[kind].wants,
		removes ? "" : " NEW", command);
	return -1;
}
