#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "scaffold/addition.h"

struct kind {
	const char *name;
	bool (*add)(struct addition *a);
	int least, most; /* words behind the kind; CONTENT is the last */
	const char *wants;
};

static int run(const struct options *options);
static const struct kind *find_kind(const struct options *options);
static const struct kind *refuse(const struct kind *kind, const char *reason);
static int finish(struct addition *a, bool ok);

static const struct kind KINDS[] = {
	{ "site", add_site, 0, 1, "[FOLDER]" },
	{ "comparison", add_comparison, 1, 2, "\"A vs B\" [CONTENT]" },
	{ "page", add_page, 1, 2, "TITLE [CONTENT]" },
	{ "option", add_option, 2, 3, "COMPARISON NAME [CONTENT]" },
	{ "criterion", add_criterion, 2, 3, "COMPARISON NAME [CONTENT]" },
	{ "profile", add_profile, 2, 3, "COMPARISON NAME [CONTENT]" },
	{ "theme", add_theme, 1, 2, "NAME [CONTENT]" },
};
enum { KIND_COUNT = sizeof(KINDS) / sizeof(*KINDS) };

const struct command COMMAND_NEW = {
	.name = "new",
	.usage = "KIND [NAME]",
	.does = "make a site, a comparison, an option …",
	.choices = "site comparison page option criterion profile theme",
	.least = 1,
	.run = run,
	.help = "Usage: paragone new site [FOLDER] [--ci github|gitlab]\n"
		"       paragone new comparison \"A vs B\" [CONTENT] [--options A,B,C]\n"
		"               [--criteria X,Y] [--tables|--markdown] [--empty]\n"
		"       paragone new page TITLE [CONTENT]\n"
		"       paragone new option|criterion|profile COMPARISON NAME "
		"[CONTENT]\n"
		"       paragone new theme NAME [CONTENT] [--extends THEME]\n"
		"\n"
		"Makes files that build at once, and says which to edit next. What is\n"
		"there is never overwritten. A new option or criterion gets its "
		"sections,\n"
		"and its cells in scores.csv and the tables.\n"
		"\n"
		"      --id ID            the id, where the name gives none: "
		"lower-case\n"
		"                         letters, digits and hyphens\n"
		"      --options LIST     its options, between commas, in place of those "
		"in the\n"
		"                         title; --criteria its criteria\n"
		"      --tables           options.csv and criteria.csv in place of a "
		"Markdown\n"
		"                         file for each, which --markdown makes\n"
		"      --empty            no scores and no words in your place\n"
		"      --extends THEME    the theme that a new one stands on: default,\n"
		"                         almanac, bench, broadside or one of yours\n"
		"      --ci HOST          add a workflow that builds and publishes the\n"
		"                         site: github or gitlab\n"
		"\n"
		"Example: paragone new comparison \"Tea vs Coffee\"\n",
};

static int run(const struct options *options)
{
	const struct kind *kind = find_kind(options);
	const char *const *words = options->words;
	struct addition a = { .content = "content",
			      .id = options->id,
			      .ci = options->ci,
			      .extends = options->extends,
			      .options = options->options,
			      .criteria = options->criteria,
			      .tables = options->tables,
			      .empty = options->empty,
			      .diags = diags_new() };

	if (!kind) {
		diags_free(a.diags);
		return 2;
	}
	if (options->word_count > kind->most)
		a.content = words[kind->most];
	if (kind->least)
		a.name = words[kind->least];
	if (kind->least > 1)
		a.comparison = words[1];
	a.files.diags = a.diags;
	a.files.arena = &a.arena;
	return finish(&a, kind->add(&a));
}

/* NULL where the words are not those of a kind, which is told. */
static const struct kind *find_kind(const struct options *options)
{
	int given = options->word_count - 1;
	const char *name = options->words[0];
	const struct kind *kind = KINDS, *end = &KINDS[KIND_COUNT];

	while (kind < end && strcmp(kind->name, name))
		kind++;
	if (kind == end) {
		fprintf(stderr,
			"paragone: there is no new \"%s\"\n"
			"  hint: there is site, comparison, page, option, "
			"criterion, profile and theme\n",
			name);
		return NULL;
	}
	if (given < kind->least || given > kind->most)
		return refuse(kind, "");
	if (options->ci && kind->add != add_site)
		return refuse(kind, "; --ci goes with site");
	if (options->extends && kind->add != add_theme)
		return refuse(kind, "; --extends goes with theme");
	if (kind->add != add_comparison &&
	    (options->options || options->criteria || options->tables ||
	     options->markdown || options->empty))
		return refuse(kind, "; --options, --criteria, --tables, "
				    "--markdown and --empty go with "
				    "comparison");
	if (options->tables && options->markdown)
		return refuse(kind, "; --tables and --markdown exclude each "
				    "other");
	return kind;
}

static const struct kind *refuse(const struct kind *kind, const char *reason)
{
	fprintf(stderr,
		"paragone: expected paragone new %s %s\n"
		"  hint: `paragone help new` explains%s\n",
		kind->name, kind->wants, reason);
	return NULL;
}

static int finish(struct addition *a, bool ok)
{
	int status;

	if (ok)
		scaffold_finish(&a->files);
	else
		scaffold_undo(&a->files);
	status = output_diags(a->diags, false);
	if (!ok) {
		scaffold_say_undone(&a->files, "made", stderr);
	} else {
		scaffold_print(&a->files, stdout);
		printf("\nNext: edit %.*s\n", STR_ARG(a->edit));
		if (a->further)
			printf("      %s\n", a->further);
		printf("      then `paragone build%s%s`\n",
		       strcmp(a->content, "content") ? " " : "",
		       strcmp(a->content, "content") ? a->content : "");
	}
	diags_free(a->diags);
	arena_release(&a->arena);
	return status;
}
