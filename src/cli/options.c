#include "cli/options.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/address.h"
#include "base/str.h"

#define AT(member) offsetof(struct options, member)
static const struct flag FLAGS[] = {
	{ "--out", "-o", TEXT_ARGUMENT, AT(order.out),
	  "build merge chart export schema publish import", 0, 0 },
	{ "--shard", "", TEXT_ARGUMENT, AT(order.shard), "build", 0, 0 },
	{ "--single", "", TEXT_ARGUMENT, AT(single), "build", 0, 0 },
	{ "--theme", "", TEXT_ARGUMENT, AT(order.theme),
	  "build check data chart serve publish", 0, 0 },
	{ "--base-url", "", TEXT_ARGUMENT, AT(order.base_url),
	  "build check data chart export serve publish", 0, 0 },
	{ "--jobs", "-j", NUMBER_ARGUMENT, AT(order.jobs),
	  "build check publish", 1, JOBS_MOST },
	{ "--port", "-p", NUMBER_ARGUMENT, AT(port), "serve", 0, 65535 },
	{ "--host", "", TEXT_ARGUMENT, AT(host), "serve", 0, 0 },
	{ "--open", "", NO_ARGUMENT, AT(open), "serve", 0, 0 },
	{ "--width", "", NUMBER_ARGUMENT, AT(width), "chart", 100, 10000 },
	{ "--scale", "", NUMBER_ARGUMENT, AT(scale), "chart", 0.1, 10 },
	{ "--drafts", "", NO_ARGUMENT, AT(order.drafts),
	  "build check data chart export publish", 0, 0 },
	{ "--strict", "", NO_ARGUMENT, AT(order.strict),
	  "build check data chart export serve publish", 0, 0 },
	{ "--diagnostics", "", TEXT_ARGUMENT, AT(json),
	  "build merge check data chart export publish import", 0, 0 },
	{ "--dry-run", "", NO_ARGUMENT, AT(dry_run), "publish rename remove", 0,
	  0 },
	{ "--force", "", NO_ARGUMENT, AT(force), "publish", 0, 0 },
	{ "--part", "", TEXT_ARGUMENT, AT(part), "publish", 0, 0 },
	{ "--ci", "", TEXT_ARGUMENT, AT(ci), "new", 0, 0 },
	{ "--extends", "", TEXT_ARGUMENT, AT(extends), "new", 0, 0 },
	{ "--id", "", TEXT_ARGUMENT, AT(id), "new rename", 0, 0 },
	{ "--options", "", TEXT_ARGUMENT, AT(options), "new", 0, 0 },
	{ "--criteria", "", TEXT_ARGUMENT, AT(criteria), "new", 0, 0 },
	{ "--tables", "", NO_ARGUMENT, AT(tables), "new", 0, 0 },
	{ "--markdown", "", NO_ARGUMENT, AT(markdown), "new", 0, 0 },
	{ "--empty", "", NO_ARGUMENT, AT(empty), "new", 0, 0 },
};

/* Flags whose value is one of a few. */
static const struct choice {
	const char *flag, *values;
} CHOICES[] = {
	{ "--ci", "github gitlab" },
	{ "--diagnostics", "text json sarif" },
};

static const char HELP[] =
	"Usage: paragone COMMAND [ARGUMENTS]\n"
	"\n"
	"Turns a folder of comparisons into a site of static pages.\n"
	"\n";

static const char HELP_END[] =
	"  paragone --version\n"
	"\n"
	"CONTENT is the folder with site.yaml, ./content by default.\n"
	"\n"
	"Example: paragone help build\n";

/* Explained by the list of all, and run by nobody. */
const struct command COMMAND_HELP = {
	.name = "help",
	.usage = "[COMMAND]",
	.does = "explain a command",
	.help = HELP,
};

static bool is_help(const char *word);
static const struct command *find_command(const struct command *const *commands,
					  const char *name);
static bool no_command(const struct command *const *commands,
		       const char *given);
static bool say_help(const struct command *const *commands, const char *name,
		     int *status);
static void say_line(const struct command *command);
static void add_word(char **arguments, int at, struct options *options);
static bool read_flag(int count, char **arguments, int *at,
		      struct options *options);
static bool set_flag(const struct flag *flag, const char *value,
		     struct options *options);
static bool set_diagnostics(const char *value, struct options *options);
static bool set_shard(const char *value, struct shard *shard);
static bool is_choice(const struct flag *flag, const char *value);
static bool set_number(const struct flag *flag, const char *value, void *to);
static bool read_words(struct options *options);
static bool wrong(const char *format, const char *what);
static void suggest(const char *given, const struct str *names, size_t count);

bool options_parse(int count, char **arguments,
		   const struct command *const *commands,
		   struct options *options, int *status)
{
	const char *name = count > 1 ? arguments[1] : "";
	bool only_words = false; /* behind "--" */

	*options = (struct options){ .commands = commands,
				     .order.content = "content",
				     .host = "127.0.0.1",
				     .port = 4000,
				     .parts = (const char *const *)arguments };
	*status = 2;
	if (count < 2)
		return wrong("expected a command%s", "");
	if (!strcmp(name, "--version")) {
		puts("paragone " PARAGONE_VERSION);
		*status = 0;
		return false;
	}
	if (is_help(name) || !strcmp(name, COMMAND_HELP.name))
		return say_help(commands, count > 2 ? arguments[2] : "",
				status);
	options->command = find_command(commands, name);
	if (!options->command)
		return no_command(commands, name);
	for (int i = 2; i < count; i++) {
		if (!only_words && is_help(arguments[i]))
			return say_help(commands, name, status);
		if (only_words || arguments[i][0] != '-')
			add_word(arguments, i, options);
		else if (!strcmp(arguments[i], "--"))
			only_words = true;
		else if (!read_flag(count, arguments, &i, options))
			return false;
	}
	return read_words(options);
}

const struct flag *options_flags(size_t *count)
{
	*count = sizeof(FLAGS) / sizeof(*FLAGS);
	return FLAGS;
}

bool options_takes(const struct command *command, const struct flag *flag)
{
	struct str rest = str_from(flag->commands);

	while (rest.ptr)
		if (str_is(str_cut(&rest, ' '), command->name))
			return true;
	return false;
}

const char *options_values(const struct flag *flag)
{
	for (size_t k = 0; k < sizeof(CHOICES) / sizeof(*CHOICES); k++)
		if (!strcmp(CHOICES[k].flag, flag->name))
			return CHOICES[k].values;
	return NULL;
}

static bool is_help(const char *word)
{
	return !strcmp(word, "--help") || !strcmp(word, "-h");
}

static const struct command *find_command(const struct command *const *commands,
					  const char *name)
{
	for (; *commands; commands++)
		if (!strcmp((*commands)->name, name))
			return *commands;
	return NULL;
}

static bool no_command(const struct command *const *commands, const char *given)
{
	struct str names[COMMANDS_MOST];
	size_t count = 0;

	for (; commands[count]; count++) {
		assert(count < COMMANDS_MOST);
		names[count] = str_from(commands[count]->name);
	}
	wrong("there is no command \"%s\"", given);
	suggest(given, names, count);
	return false;
}

/* Of one command, or the list of all. */
static bool say_help(const struct command *const *commands, const char *name,
		     int *status)
{
	const struct command *known = find_command(commands, name);

	if (*name && !known && !is_help(name))
		return no_command(commands, name);
	*status = 0;
	if (known && known != &COMMAND_HELP) {
		fputs(known->help, stdout);
		return false;
	}
	fputs(HELP, stdout);
	for (; *commands; commands++)
		say_line(*commands);
	fputs(HELP_END, stdout);
	return false;
}

/* What it does stands beside its usage, or below one that is too long. */
static void say_line(const struct command *command)
{
	enum { COLUMN = 38 };
	struct str rest = str_from(command->does);
	int len = printf("  paragone %s %s", command->name, command->usage);

	if (len >= COLUMN) {
		putchar('\n');
		len = 0;
	}
	while (rest.ptr) {
		struct str line = str_cut(&rest, '\n');

		printf("%*s%.*s\n", COLUMN - len, "", STR_ARG(line));
		len = 0;
	}
}

static void add_word(char **arguments, int at, struct options *options)
{
	if (options->command->is_plural)
		arguments[options->part_count++] = arguments[at];
	else if (options->word_count < WORDS_MOST)
		options->words[options->word_count++] = arguments[at];
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
		if (!options_takes(options->command, flag))
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
	wrong("there is no option \"%s\"; a name that begins so goes behind "
	      "\"--\"",
	      arguments[*at]);
	suggest(arguments[*at], names, sizeof(FLAGS) / sizeof(*FLAGS));
	return false;
}

static bool set_flag(const struct flag *flag, const char *value,
		     struct options *options)
{
	char *to = (char *)options + flag->offset;

	if (flag->offset == offsetof(struct options, json))
		return set_diagnostics(value, options);
	if (flag->offset == AT(order.shard))
		return set_shard(value, &options->order.shard);
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
	bool check = !strcmp(options->command->name, "check");

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

/* Only where it is asked for: a job beside others may be for all of a site. */
static bool set_shard(const char *value, struct shard *shard)
{
	struct arena arena = { 0 };
	struct str fault;
	bool ok;

	if (strcmp(value, "auto"))
		return shard_read(str_from(value), shard) ||
		       wrong("\"--shard\" must be auto, or K/N with K from 1 to "
			     "N, such as 3/8, not \"%s\"",
			     value);
	ok = shard_of_job(shard, &fault, &arena);
	if (!ok)
		wrong("\"--shard auto\" does not know which: %s",
		      arena_str(&arena, fault).ptr);
	arena_release(&arena);
	return ok;
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

static bool read_words(struct options *options)
{
	const struct command *command = options->command;
	const char **words = options->words;
	int count = options->word_count;
	int wanted = command->wants != NULL;
	int most = command->is_alone ? wanted : wanted + 1;

	if (!options->order.out)
		options->order.out = command->out;
	if (command->is_plural)
		return options->part_count ||
		       wrong("expected %s", command->wants);
	if (command->choices)
		return count >= command->least ||
		       wrong("expected %s", command->choices);
	if (count > most)
		return wrong("what is \"%s\" for?", words[most]);
	if (wanted && !count)
		return wrong("expected %s", command->wants);
	if (wanted)
		options->page = words[count - 1];
	if (count > wanted)
		options->order.content = words[0];
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
