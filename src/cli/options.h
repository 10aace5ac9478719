/*
 * What was asked for on the command line.
 *
 * A command is a row of the table that main() has, and each is defined in the
 * file of its name.  Help, completion and the parser know commands by that
 * table alone.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "make/order.h"

#define PARAGONE_VERSION "0.1.0"

enum { WORDS_MOST = 8, COMMANDS_MOST = 16 };

struct options;

struct command {
	const char *name;
	const char *usage, *does; /* its line in the list of all */
	const char *help;
	const char *wants;   /* an argument besides CONTENT, or NULL */
	const char *choices; /* of the first word, where it reads its own */
	const char *out;     /* where `--out` is not given, or NULL */
	int least;	     /* words, of one that reads its own */
	bool is_plural;	     /* it wants any number of them, and no CONTENT */
	bool is_alone;	     /* what it wants is all, without CONTENT */
	bool is_product;     /* of what it prints: see cli/output.h */
	/* The exit status; NULL for `help`. */
	int (*run)(const struct options *options);
};

struct options {
	const struct command *command;
	const struct command *const *commands; /* all, and NULL */
	struct order order;		       /* "content" by default */
	const char *page; /* of `data`; the chart of `chart` */
	const char *host; /* that `serve` listens on */
	bool json, sarif;
	const char *single; /* of `build`: the comparison for one file */
	bool open;	    /* a browser */
	int port;	    /* of `serve` */
	double width;	    /* of a chart, CSS pixels; 0: its own */
	double scale;	    /* of a PNG: pixels to a CSS pixel; 0: not given */
	const char *words[WORDS_MOST]; /* of `new`, `schema`, `completion` */
	int word_count;
	const char *const *parts; /* of `merge` */
	size_t part_count;
	const char *ci, *id, *extends; /* of `new`, or NULL */
	const char *options, *criteria;
	bool tables, markdown, empty;
	const char *part;    /* of `publish`: the folder of one, or NULL */
	bool dry_run, force; /* of `publish`; dry_run: of `rename`, too */
};

/*
 * Fills the options from the arguments.  When there is nothing left to do,
 * because help was asked for or the usage is wrong, it says so itself,
 * returns false and sets the exit status.
 */
bool options_parse(int count, char **arguments,
		   const struct command *const *commands,
		   struct options *options, int *status);

/*
 * The table of flags, for those who tell shells about them.
 */
enum argument { NO_ARGUMENT, TEXT_ARGUMENT, NUMBER_ARGUMENT };

struct flag {
	const char *name, *short_name;
	enum argument argument;
	size_t offset;
	const char *commands; /* that take it */
	double least, most;   /* of a number */
};

const struct flag *options_flags(size_t *count);
bool options_takes(const struct command *command, const struct flag *flag);

/* What the value of a flag can be, or NULL. */
const char *options_values(const struct flag *flag);

extern const struct command COMMAND_HELP;

#endif
