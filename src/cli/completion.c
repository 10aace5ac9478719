#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "cli/commands.h"

/*
 * What shells are told comes from the tables of commands and flags, and the
 * words to it from the help texts: there is no second list to keep.
 */
static int run(const struct options *options);
static void print_bash(const struct command *const *all);
static void print_bash_flags(const struct command *const *all,
			     const struct command *command);
static void print_zsh(const struct command *const *all);
static void print_zsh_command(const struct command *const *all,
			      const struct command *command);
static void print_zsh_flag(const struct command *command,
			   const struct flag *flag);
static void print_fish(const struct command *const *all);
static void print_fish_flag(const struct command *command,
			    const struct flag *flag);
static bool has_first_words(const struct command *command);
static void print_first_words(const struct command *const *all,
			      const struct command *command);
static struct str command_summary(const struct command *command);
static struct str flag_summary(const struct command *command,
			       const struct flag *flag);
static struct str flag_line(const char *help, const struct flag *flag);
static size_t continued(struct str rest);
static void print_words(struct str text, const char *escaped);

const struct command COMMAND_COMPLETION = {
	.name = "completion",
	.usage = "SHELL",
	.does = "complete commands: bash, zsh, fish",
	.choices = "bash zsh fish",
	.least = 1,
	.is_product = true,
	.run = run,
	.help = "Usage: paragone completion bash|zsh|fish\n"
		"\n"
		"Prints what makes a shell complete paragone's commands and options.\n"
		"`make install` puts it where the shells look for it.\n"
		"\n"
		"Example: paragone completion bash >> ~/.bashrc\n",
};

static int run(const struct options *options)
{
	static const struct {
		const char *shell;
		void (*print)(const struct command *const *all);
	} SHELLS[] = { { "bash", print_bash },
		       { "zsh", print_zsh },
		       { "fish", print_fish } };

	if (options->word_count > 1) {
		fprintf(stderr,
			"paragone: what is \"%s\" for?\n"
			"  hint: one shell at a time is told\n",
			options->words[1]);
		return 2;
	}
	for (size_t k = 0; k < sizeof(SHELLS) / sizeof(*SHELLS); k++)
		if (!strcmp(SHELLS[k].shell, options->words[0])) {
			SHELLS[k].print(options->commands);
			return 0;
		}
	fprintf(stderr,
		"paragone: there is no completion for \"%s\"\n"
		"  hint: there is bash, zsh and fish\n",
		options->words[0]);
	return 2;
}

/* Where nothing is offered, readline completes files. */
static void print_bash(const struct command *const *all)
{
	size_t flag_count;
	const struct flag *flags = options_flags(&flag_count);

	puts("_paragone() {\n"
	     "\tlocal word=${COMP_WORDS[COMP_CWORD]}\n"
	     "\tlocal before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
	     "\tCOMPREPLY=()\n"
	     "\tif [ \"$COMP_CWORD\" = 1 ]; then");
	printf("\t\twords='");
	for (size_t k = 0; all[k]; k++)
		printf("%s ", all[k]->name);
	puts("--help --version'\n"
	     "\telse\n"
	     "\t\tcase $before in");
	for (size_t k = 0; k < flag_count; k++)
		if (flags[k].argument != NO_ARGUMENT)
			printf("\t\t%s%s%s) words='%s' ;;\n", flags[k].name,
			       flags[k].short_name[0] ? "|" : "",
			       flags[k].short_name,
			       options_values(&flags[k])
				       ? options_values(&flags[k])
				       : "");
	puts("\t\t*)\n"
	     "\t\t\tcase ${COMP_WORDS[1]}:$COMP_CWORD:$word in");
	for (size_t k = 0; all[k]; k++)
		print_bash_flags(all, all[k]);
	puts("\t\t\tesac ;;\n"
	     "\t\tesac\n"
	     "\tfi\n"
	     "\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
	     "}\n"
	     "complete -o default -F _paragone paragone");
}

static void print_bash_flags(const struct command *const *all,
			     const struct command *command)
{
	size_t count;
	const struct flag *flags = options_flags(&count);

	printf("\t\t\t%s:*:-*) words='", command->name);
	for (size_t k = 0; k < count; k++)
		if (options_takes(command, &flags[k]))
			printf("%s ", flags[k].name);
	puts("--help' ;;");
	if (has_first_words(command)) {
		printf("\t\t\t%s:2:*) words='", command->name);
		print_first_words(all, command);
		puts("' ;;");
	}
}

static void print_zsh(const struct command *const *all)
{
	puts("#compdef paragone\n"
	     "_paragone() {\n"
	     "\tlocal -a commands\n"
	     "\tcommands=(");
	for (size_t k = 0; all[k]; k++) {
		printf("\t\t'%s:", all[k]->name);
		print_words(command_summary(all[k]), "':");
		puts("'");
	}
	puts("\t)\n"
	     "\tif (( CURRENT == 2 )); then\n"
	     "\t\t_describe command commands\n"
	     "\t\treturn\n"
	     "\tfi\n"
	     "\tshift words\n"
	     "\t(( CURRENT-- ))\n"
	     "\tcase $words[1] in");
	for (size_t k = 0; all[k]; k++)
		print_zsh_command(all, all[k]);
	puts("\tesac\n"
	     "}\n"
	     "if [ \"$funcstack[1]\" = _paragone ]; then\n"
	     "\t_paragone \"$@\"\n"
	     "else\n"
	     "\tcompdef _paragone paragone\n"
	     "fi");
}

static void print_zsh_command(const struct command *const *all,
			      const struct command *command)
{
	size_t count;
	const struct flag *flags = options_flags(&count);

	printf("\t%s)\n\t\t_arguments", command->name);
	for (size_t k = 0; k < count; k++)
		if (options_takes(command, &flags[k]))
			print_zsh_flag(command, &flags[k]);
	printf(" \\\n\t\t\t'--help[explain the command]'");
	if (has_first_words(command)) {
		printf(" \\\n\t\t\t'1:kind:(");
		print_first_words(all, command);
		printf(")'");
	}
	puts(" \\\n\t\t\t'*:file:_files' ;;");
}

static void print_zsh_flag(const struct command *command,
			   const struct flag *flag)
{
	const char *values = options_values(flag);

	if (flag->short_name[0])
		printf(" \\\n\t\t\t'(%s %s)'{%s,%s}'[", flag->short_name,
		       flag->name, flag->short_name, flag->name);
	else
		printf(" \\\n\t\t\t'%s[", flag->name);
	print_words(flag_summary(command, flag), "'[]:");
	putchar(']');
	if (values)
		printf(":value:(%s)", values);
	else if (flag->argument == TEXT_ARGUMENT)
		printf(":value:_files");
	else if (flag->argument == NUMBER_ARGUMENT)
		printf(":number:");
	putchar('\'');
}

static void print_fish(const struct command *const *all)
{
	size_t flag_count;
	const struct flag *flags = options_flags(&flag_count);

	for (size_t k = 0; all[k]; k++) {
		printf("complete -c paragone -f -n __fish_use_subcommand -a %s "
		       "-d '",
		       all[k]->name);
		print_words(command_summary(all[k]), "'\\");
		puts("'");
		if (has_first_words(all[k])) {
			printf("complete -c paragone -f -n "
			       "'__fish_seen_subcommand_from %s; and test "
			       "(count (commandline -opc)) = 2' -a '",
			       all[k]->name);
			print_first_words(all, all[k]);
			puts("'");
		}
		for (size_t i = 0; i < flag_count; i++)
			if (options_takes(all[k], &flags[i]))
				print_fish_flag(all[k], &flags[i]);
	}
	puts("complete -c paragone -l help -d 'explain the command'");
}

static void print_fish_flag(const struct command *command,
			    const struct flag *flag)
{
	const char *values = options_values(flag);

	printf("complete -c paragone -n '__fish_seen_subcommand_from %s' -l "
	       "%s",
	       command->name, flag->name + strlen("--"));
	if (flag->short_name[0])
		printf(" -s %s", flag->short_name + 1);
	if (values)
		printf(" -x -a '%s'", values);
	else if (flag->argument == NUMBER_ARGUMENT)
		printf(" -x");
	else if (flag->argument == TEXT_ARGUMENT)
		printf(" -r");
	printf(" -d '");
	print_words(flag_summary(command, flag), "'\\");
	puts("'");
}

static bool has_first_words(const struct command *command)
{
	return command->choices || command == &COMMAND_HELP;
}

/* `help` wants a command. */
static void print_first_words(const struct command *const *all,
			      const struct command *command)
{
	if (command->choices)
		fputs(command->choices, stdout);
	for (size_t k = 0; !command->choices && all[k]; k++)
		printf("%s%s", k ? " " : "", all[k]->name);
}

/* The first sentence of its help, behind the usage. */
static struct str command_summary(const struct command *command)
{
	struct str help = str_from(command->help);
	struct str text = str_from_byte(help, str_find_str(help, STR("\n\n")));
	size_t end = 0;

	text = str_trim(text);
	while (end < text.len &&
	       !(text.ptr[end] == '.' &&
		 (end + 1 == text.len || strchr(" \n", text.ptr[end + 1]))))
		end++;
	return str_slice(text, 0, end);
}

/* What stands beside the flag in the help, or in that of build. */
static struct str flag_summary(const struct command *command,
			       const struct flag *flag)
{
	struct str line = flag_line(command->help, flag);

	if (!line.len || str_starts(line, "as in build"))
		line = flag_line(COMMAND_BUILD.help, flag);
	return line;
}

/* "  -o, --out OUT          the folder": what follows the two blanks. */
static struct str flag_line(const char *help, const struct flag *flag)
{
	struct str rest = str_from(help);

	while (rest.ptr) {
		struct str line = str_trim(str_cut(&rest, '\n'));

		if (flag->short_name[0] && str_starts(line, flag->short_name))
			line = str_from_byte(line, strlen("-o, "));
		else if (line.len && !str_starts(line, "--"))
			continue;
		if (!str_starts(line, flag->name) ||
		    !strchr(" ,", line.ptr[strlen(flag->name)]))
			continue;
		if (line.ptr[strlen(flag->name)] == ',')
			return STR("as in build");
		line.len += continued(rest);
		return str_trim(
			str_from_byte(line, str_find_str(line, STR("  "))));
	}
	return (struct str){ "", 0 };
}

/* How long the lines are that go on below a description. */
static size_t continued(struct str rest)
{
	struct str all = rest;

	while (rest.ptr && str_starts(rest, "                "))
		str_cut(&rest, '\n');
	return rest.ptr ? (size_t)(rest.ptr - all.ptr) : all.len;
}

/* On one line; what the shell would take for its own is left out. */
static void print_words(struct str text, const char *escaped)
{
	bool blank = false;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == ' ' || c == '\n') {
			blank = true;
			continue;
		}
		if (blank)
			putchar(' ');
		blank = false;
		if (c == '\'')
			fputs("\xE2\x80\x99", stdout);
		else if (!strchr(escaped, c))
			putchar(c);
	}
}
