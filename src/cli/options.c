#include "cli/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/address.h"
#include "base/str.h"

#define AT(member) offsetof(struct options, member)
static const struct flag FLAGS[] = {
	{ "--out", "-o", TEXT_ARGUMENT, AT(order.out),
	  "build chart schema publish import", 0, 0 },
	{ "--theme", "", TEXT_ARGUMENT, AT(order.theme),
	  "build check data chart serve publish", 0, 0 },
	{ "--base-url", "", TEXT_ARGUMENT, AT(order.base_url),
	  "build check data chart serve publish", 0, 0 },
	{ "--jobs", "-j", NUMBER_ARGUMENT, AT(order.jobs),
	  "build check publish", 1, JOBS_MOST },
	{ "--port", "-p", NUMBER_ARGUMENT, AT(port), "serve", 0, 65535 },
	{ "--host", "", TEXT_ARGUMENT, AT(host), "serve", 0, 0 },
	{ "--open", "", NO_ARGUMENT, AT(open), "serve", 0, 0 },
	{ "--width", "", NUMBER_ARGUMENT, AT(width), "chart", 100, 10000 },
	{ "--scale", "", NUMBER_ARGUMENT, AT(scale), "chart", 0.1, 10 },
	{ "--drafts", "", NO_ARGUMENT, AT(order.drafts),
	  "build check data chart publish", 0, 0 },
	{ "--strict", "", NO_ARGUMENT, AT(order.strict),
	  "build check data chart serve publish", 0, 0 },
	{ "--diagnostics", "", TEXT_ARGUMENT, AT(json),
	  "build check data chart publish import", 0, 0 },
	{ "--dry-run", "", NO_ARGUMENT, AT(dry_run), "publish", 0, 0 },
	{ "--force", "", NO_ARGUMENT, AT(force), "publish", 0, 0 },
	{ "--ci", "", TEXT_ARGUMENT, AT(ci), "new", 0, 0 },
	{ "--id", "", TEXT_ARGUMENT, AT(id), "new", 0, 0 },
};

static const char HELP[] =
	"Usage: paragone COMMAND [ARGUMENTS]\n"
	"\n"
	"Turns a folder of comparisons into a site of static pages.\n"
	"\n"
	"  paragone new KIND [NAME]            make a site, a comparison, "
	"an option …\n"
	"  paragone import ARTICLE [-o CONTENT]\n"
	"                                      make a comparison of an article\n"
	"  paragone build [CONTENT] [-o OUT]   write the site\n"
	"  paragone check [CONTENT]            look for what readers would\n"
	"                                      stumble over\n"
	"  paragone serve [CONTENT]            preview it while it is written\n"
	"  paragone data [CONTENT] PAGE        print a page's values as JSON\n"
	"  paragone chart [CONTENT] CHART -o FILE\n"
	"                                      draw one chart or infographic\n"
	"  paragone publish [CONTENT]          send the site where site.yaml "
	"says\n"
	"  paragone schema KIND                print the keys of a file as JSON "
	"Schema\n"
	"  paragone completion SHELL           complete commands: bash, zsh, "
	"fish\n"
	"  paragone help [COMMAND]             explain a command\n"
	"  paragone --version\n"
	"\n"
	"CONTENT is the folder with site.yaml, ./content by default.\n"
	"\n"
	"Example: paragone help build\n";

static const char HELP_IMPORT[] =
	"Usage: paragone import ARTICLE.{md,txt,html} [-o CONTENT]\n"
	"\n"
	"Makes a comparison folder in CONTENT (./content) of a long \"X vs Y\"\n"
	"article, to be edited: options, criteria, a tally turned into points,\n"
	"tables, questions and sources. What it cannot place stays in\n"
	"unplaced.md of that folder, and import-report.txt accounts for every\n"
	"paragraph. A folder that is there already is left as it is.\n"
	"\n"
	"  -o, --out CONTENT      the content folder; with a site.yaml if it\n"
	"                         has none\n"
	"      --diagnostics json one JSON object per message, for editors\n"
	"\n"
	"Example: paragone import nodejs-vs-python.md -o content\n"
	"\n"
	"Exit status: 0 done, 1 no comparison is to be made of the article, 2\n"
	"wrong usage, 3 the system failed.\n";

static const char HELP_BUILD[] =
	"Usage: paragone build [CONTENT] [-o OUT] [OPTIONS]\n"
	"\n"
	"Writes the site of CONTENT (./content) to OUT (./out). The old site\n"
	"stays as it is until the new one is whole, and for good when the\n"
	"content has errors.\n"
	"\n"
	"  -o, --out OUT          the folder to write\n"
	"      --theme NAME       a theme other than site.yaml's\n"
	"      --base-url URL     an address other than site.yaml's\n"
	"      --drafts           comparisons with `draft: yes` too\n"
	"  -j, --jobs N           work on N comparisons at once (1 to 64)\n"
	"      --strict           take warnings for errors\n"
	"      --diagnostics json one JSON object per message, for editors\n"
	"\n"
	"Example: paragone build content -o public --strict\n"
	"\n"
	"Exit status: 0 done, 1 errors in the content, 2 wrong usage, 3 the\n"
	"system failed.\n";

static const char HELP_CHECK[] =
	"Usage: paragone check [CONTENT] [OPTIONS]\n"
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
	"failed.\n";

static const char HELP_SERVE[] =
	"Usage: paragone serve [CONTENT] [--port N] [--open] [OPTIONS]\n"
	"\n"
	"Shows the site of CONTENT (./content) in a browser, drafts too, and\n"
	"again whenever a file of the content, a template or the theme is saved.\n"
	"Nothing is written. Mistakes are shown over the page. Ctrl-C ends it.\n"
	"\n"
	"  -p, --port N           the port, 4000 by default; 0: any free one\n"
	"      --host ADDRESS     where others may reach it (0.0.0.0: everywhere);\n"
	"                         by default only this machine may\n"
	"      --open             open a browser\n"
	"      --theme NAME, --base-url URL, --strict  as in build\n"
	"\n"
	"Example: paragone serve content --open\n";

static const char HELP_DATA[] =
	"Usage: paragone data [CONTENT] PAGE [OPTIONS]\n"
	"\n"
	"Prints the values that the template of PAGE gets, as JSON. PAGE is a\n"
	"path of the site; `nodejs-vs-python/matrix` will do.\n"
	"\n"
	"      --theme NAME, --base-url URL, --drafts, --strict  as in build\n"
	"\n"
	"Example: paragone data content nodejs-vs-python/matrix\n";

static const char HELP_CHART[] =
	"Usage: paragone chart [CONTENT] CHART -o FILE.{svg,png,pdf} [OPTIONS]\n"
	"\n"
	"Draws one chart of a comparison into FILE; its ending says as what.\n"
	"CHART is a comparison and a chart, as under charts/ in the site:\n"
	"nodejs-vs-python/tornado, or tornado where there is one comparison.\n"
	"Also card, badge, infographic, infographic-square, -portrait, -story\n"
	"and -print.\n"
	"\n"
	"      --width N          CSS pixels (100 to 10000); the layout for small\n"
	"                         screens below 480\n"
	"      --scale N          of a PNG: pixels to a CSS pixel (0.1 to 10)\n"
	"      --theme NAME, --base-url URL, --drafts, --strict  as in build\n"
	"\n"
	"Example: paragone chart content nodejs-vs-python/heat -o heat.png "
	"--scale 2\n";

static const char HELP_NEW[] =
	"Usage: paragone new site [FOLDER] [--ci github|gitlab]\n"
	"       paragone new comparison \"A vs B\" [CONTENT]\n"
	"       paragone new option|criterion|profile COMPARISON NAME "
	"[CONTENT]\n"
	"       paragone new theme NAME [CONTENT]\n"
	"\n"
	"Makes files that build at once, and says which to edit next. What is\n"
	"there is never overwritten. A new option or criterion gets its "
	"sections,\n"
	"and its cells in scores.csv and the tables.\n"
	"\n"
	"      --id ID            the id, where the name gives none: "
	"lower-case\n"
	"                         letters, digits and hyphens\n"
	"      --ci HOST          add a workflow that builds and publishes the\n"
	"                         site: github or gitlab\n"
	"\n"
	"Example: paragone new comparison \"Tea vs Coffee\"\n";

static const char HELP_PUBLISH[] =
	"Usage: paragone publish [CONTENT] [-o OUT] [--dry-run] [--force]\n"
	"\n"
	"Sends the site in OUT (./out) where `publish` of site.yaml says: to a\n"
	"git branch, by rsync or to an rclone remote. What is added, changed\n"
	"and removed is listed first. Refused when OUT is not what CONTENT "
	"gives,\n"
	"when `paragone check` finds errors, and where there are files that\n"
	"Paragone did not publish. When it is stopped on the way, run it "
	"again.\n"
	"\n"
	"      --dry-run          list the changes, and send nothing\n"
	"      --force            send what is there already, too\n"
	"  -o, --out OUT          the folder that was built\n"
	"      --theme NAME, --base-url URL, --drafts, --strict  as in build\n"
	"\n"
	"Example: paragone publish --dry-run\n";

static const char HELP_SCHEMA[] =
	"Usage: paragone schema KIND\n"
	"       paragone schema -o FOLDER\n"
	"\n"
	"Prints the JSON Schema (draft 2020-12) of a YAML file or front "
	"matter,\n"
	"made from the tables that the reader uses, or writes all of them "
	"into\n"
	"FOLDER. Editors complete and check by it. KIND is site, comparison,\n"
	"option, criterion, profile, sources or theme.\n"
	"\n"
	"  -o, --out FOLDER       write KIND.schema.json for every kind\n"
	"\n"
	"Example: paragone schema -o .vscode/schemas\n";

static const char HELP_COMPLETION[] =
	"Usage: paragone completion bash|zsh|fish\n"
	"\n"
	"Prints what makes a shell complete paragone's commands and options.\n"
	"`make install` puts it where the shells look for it.\n"
	"\n"
	"Example: paragone completion bash >> ~/.bashrc\n";

/* Commands that read their words themselves. */
static const struct free_words {
	const char *command;
	int least;
	const char *choices; /* of the first word */
} FREE_WORDS[] = {
	{ "completion", 1, "bash zsh fish" },
	{ "new", 1, "site comparison option criterion profile theme" },
	{ "schema", 0,
	  "site comparison option criterion profile sources theme" },
};

/* Flags whose value is one of a few. */
static const struct choice {
	const char *flag, *values;
} CHOICES[] = {
	{ "--ci", "github gitlab" },
	{ "--diagnostics", "text json sarif" },
};

static const struct command COMMANDS[] = {
	{ "build", HELP_BUILD, NULL },
	{ "check", HELP_CHECK, NULL },
	{ "serve", HELP_SERVE, NULL },
	{ "import", HELP_IMPORT, "an article, such as nodejs-vs-python.md" },
	{ "data", HELP_DATA, "a page, such as index.html" },
	{ "chart", HELP_CHART, "a chart, such as nodejs-vs-python/heat" },
	{ "publish", HELP_PUBLISH, NULL },
	{ "new", HELP_NEW, NULL },
	{ "schema", HELP_SCHEMA, NULL },
	{ "completion", HELP_COMPLETION, NULL },
	{ "help", HELP, NULL },
};
enum { COMMAND_COUNT = sizeof(COMMANDS) / sizeof(*COMMANDS) };

static const struct free_words *find_free_words(const char *command);
static const struct command *find_command(const char *name);
static bool say_help(const char *command, int *status);
static bool read_flag(int count, char **arguments, int *at,
		      struct options *options);
static bool set_flag(const struct flag *flag, const char *value,
		     struct options *options);
static bool set_diagnostics(const char *value, struct options *options);
static bool is_choice(const struct flag *flag, const char *value);
static bool set_number(const struct flag *flag, const char *value, void *to);
static bool read_words(const char **words, int count, struct options *options);
static bool wrong(const char *format, const char *what);
static void suggest(const char *given, const struct str *names, size_t count);

bool options_parse(int count, char **arguments, struct options *options,
		   int *status)
{
	*options = (struct options){ .order.content = "content",
				     .host = "127.0.0.1",
				     .port = 4000,
				     .scale = 1 };
	*status = 2;
	if (count < 2)
		return wrong("expected a command%s", "");
	options->command = arguments[1];
	if (!strcmp(arguments[1], "--version")) {
		puts("paragone " PARAGONE_VERSION);
		*status = 0;
		return false;
	}
	if (!strcmp(arguments[1], "--help") || !strcmp(arguments[1], "-h") ||
	    !strcmp(arguments[1], "help"))
		return say_help(count > 2 ? arguments[2] : "help", status);
	if (!find_command(arguments[1])) {
		struct str names[COMMAND_COUNT];

		for (size_t k = 0; k < COMMAND_COUNT; k++)
			names[k] = str_from(COMMANDS[k].name);
		wrong("there is no command \"%s\"", arguments[1]);
		suggest(arguments[1], names, COMMAND_COUNT);
		return false;
	}
	for (int i = 2; i < count; i++) {
		if (!strcmp(arguments[i], "--help") ||
		    !strcmp(arguments[i], "-h"))
			return say_help(arguments[1], status);
		if (arguments[i][0] == '-') {
			if (!read_flag(count, arguments, &i, options))
				return false;
		} else if (options->word_count < WORDS_MOST) {
			options->words[options->word_count++] = arguments[i];
		}
	}
	return read_words(options->words, options->word_count, options);
}

const struct flag *options_flags(size_t *count)
{
	*count = sizeof(FLAGS) / sizeof(*FLAGS);
	return FLAGS;
}

const struct command *options_commands(size_t *count)
{
	*count = COMMAND_COUNT;
	return COMMANDS;
}

const char *options_values(const struct flag *flag)
{
	for (size_t k = 0; k < sizeof(CHOICES) / sizeof(*CHOICES); k++)
		if (!strcmp(CHOICES[k].flag, flag->name))
			return CHOICES[k].values;
	return NULL;
}

const char *options_first_words(const struct command *command)
{
	const struct free_words *words = find_free_words(command->name);

	return words ? words->choices : NULL;
}

static const struct free_words *find_free_words(const char *command)
{
	for (size_t k = 0; k < sizeof(FREE_WORDS) / sizeof(*FREE_WORDS); k++)
		if (!strcmp(FREE_WORDS[k].command, command))
			return &FREE_WORDS[k];
	return NULL;
}

static const struct command *find_command(const char *name)
{
	for (size_t k = 0; k < COMMAND_COUNT; k++)
		if (!strcmp(COMMANDS[k].name, name))
			return &COMMANDS[k];
	return NULL;
}

static bool say_help(const char *command, int *status)
{
	const struct command *known = find_command(command);

	*status = 0;
	fputs(known ? known->help : HELP, stdout);
	return false;
}

/* "--out X" or "--out=X"; the next argument is taken when it is needed. */
static bool read_flag(int count, char **arguments, int *at,
		      struct options *options)
{
	struct str names[sizeof(FLAGS) / sizeof(*FLAGS)];
	struct str given = str_from(arguments[*at]), name = given;
	const char *value = NULL;

	name.len = str_find(given, '=');
	if (name.len < given.len)
		value = given.ptr + name.len + 1;
	for (size_t k = 0; k < sizeof(FLAGS) / sizeof(*FLAGS); k++) {
		const struct flag *flag = &FLAGS[k];

		names[k] = str_from(flag->name);
		if (!str_is(name, flag->name) &&
		    !(flag->short_name[0] && str_is(name, flag->short_name)))
			continue;
		if (!strstr(flag->commands, options->command))
			return wrong("\"%s\" is not for this command",
				     arguments[*at]);
		if (flag->argument == NO_ARGUMENT) {
			if (value)
				return wrong("\"%s\" takes no value",
					     flag->name);
			*((bool *)((char *)options + flag->offset)) = true;
			return true;
		}
		if (!value && *at + 1 < count)
			value = arguments[++*at];
		if (!value)
			return wrong("\"%s\" needs a value", flag->name);
		return set_flag(flag, value, options);
	}
	wrong("there is no option \"%s\"", arguments[*at]);
	suggest(arguments[*at], names, sizeof(FLAGS) / sizeof(*FLAGS));
	return false;
}

static bool set_flag(const struct flag *flag, const char *value,
		     struct options *options)
{
	char *to = (char *)options + flag->offset;

	if (flag->offset == offsetof(struct options, json))
		return set_diagnostics(value, options);
	if (!is_choice(flag, value))
		return false;
	if (flag->argument == NUMBER_ARGUMENT)
		return set_number(flag, value, to);
	if (flag->offset == AT(order.base_url) &&
	    !address_is_folder(str_from(value)))
		return wrong("\"--base-url\" must be an address such as "
			     "https://example.org/trees/, not \"%s\"",
			     value);
	memcpy(to, &value, sizeof(value));
	return true;
}

/* SARIF is a form of what was found, which only `check` looks for. */
static bool set_diagnostics(const char *value, struct options *options)
{
	bool check = !strcmp(options->command, "check");

	options->json = !strcmp(value, "json");
	options->sarif = check && !strcmp(value, "sarif");
	if (options->json || options->sarif || !strcmp(value, "text"))
		return true;
	return wrong(check ? "\"--diagnostics\" can be text, json or sarif, "
			     "not \"%s\""
			   : "\"--diagnostics\" can be json or text, not "
			     "\"%s\"",
		     value);
}

static bool is_choice(const struct flag *flag, const char *value)
{
	const char *values = options_values(flag);
	struct str rest = str_from(values);

	while (values && rest.ptr)
		if (str_is(str_cut(&rest, ' '), value))
			return true;
	if (!values)
		return true;
	fprintf(stderr, "paragone: \"%s\" can be ", flag->name);
	rest = str_from(values);
	while (rest.ptr) {
		struct str name = str_cut(&rest, ' ');

		fprintf(stderr, "%.*s%s", STR_ARG(name),
			rest.ptr ? " or " : "");
	}
	fprintf(stderr, ", not \"%s\"\n", value);
	return false;
}

static bool set_number(const struct flag *flag, const char *value, void *to)
{
	bool whole = flag->offset == AT(order.jobs) || flag->offset == AT(port);
	double number;

	if (!str_to_number(str_from(value), &number) || number < flag->least ||
	    number > flag->most || (whole && number != (int)number)) {
		fprintf(stderr,
			"paragone: \"%s\" must be %g to %g, not \"%s\"\n",
			flag->name, flag->least, flag->most, value);
		return false;
	}
	if (whole)
		*(int *)to = (int)number;
	else
		*(double *)to = number;
	return true;
}

static bool read_words(const char **words, int count, struct options *options)
{
	const struct command *command = find_command(options->command);
	int wanted = command->wants != NULL;
	bool importing = !strcmp(options->command, "import");

	if (find_free_words(options->command)) {
		const struct free_words *free_words =
			find_free_words(options->command);

		return count >= free_words->least ||
		       wrong("expected %s", free_words->choices);
	}
	if (count > 1 + wanted - importing)
		return wrong("what is \"%s\" for?",
			     words[1 + wanted - importing]);
	if (wanted && !count)
		return wrong("expected %s", command->wants);
	if (wanted)
		options->page = words[count - 1];
	if (count > wanted)
		options->order.content = words[0];
	if (!strcmp(options->command, "chart") && !options->order.out)
		return wrong("expected -o and a file%s", "");
	if (!options->order.out)
		options->order.out = importing ? "content" : "out";
	return true;
}

static bool wrong(const char *format, const char *what)
{
	fputs("paragone: ", stderr);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	fprintf(stderr, format, what);
#pragma GCC diagnostic pop
	fputs("\n  hint: `paragone help` explains\n", stderr);
	return false;
}

static void suggest(const char *given, const struct str *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_distance(str_from(given), names[i], 2) <= 2) {
			fprintf(stderr, "  did you mean \"%.*s\"?\n",
				STR_ARG(names[i]));
			return;
		}
}
