/*
 * What was asked for on the command line.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "make/order.h"

#define PARAGONE_VERSION "0.1.0"

enum { WORDS_MOST = 8 };

struct options {
	const char *command;
	struct order order; /* "content" and "out" by default */
	const char *page;   /* of `data`; the chart of `chart` */
	const char *host;   /* that `serve` listens on */
	bool json, sarif;
	bool open;    /* a browser */
	int port;     /* of `serve` */
	double width; /* of a chart, CSS pixels; 0: its own */
	double scale; /* of a PNG: device pixels to a CSS pixel */
	const char *words[WORDS_MOST]; /* of `new`, `schema`, `completion` */
	int word_count;
	const char *ci, *id; /* of `new`, or NULL */
	bool dry_run, force; /* of `publish` */
};

/*
 * Fills the options from the arguments.  When there is nothing left to do,
 * because help was asked for or the usage is wrong, it says so itself,
 * returns false and sets the exit status.
 */
bool options_parse(int count, char **arguments, struct options *options,
		   int *status);

/*
 * The tables of commands and flags, for those who tell shells about them.
 */
enum argument { NO_ARGUMENT, TEXT_ARGUMENT, NUMBER_ARGUMENT };

struct flag {
	const char *name, *short_name;
	enum argument argument;
	size_t offset;
	const char *commands; /* that take it */
	double least, most;   /* of a number */
};

struct command {
	const char *name, *help;
	const char *wants; /* an argument besides CONTENT, or NULL */
};

const struct flag *options_flags(size_t *count);
const struct command *options_commands(size_t *count);

/* What the value of a flag, or a command's first word, can be, or NULL. */
const char *options_values(const struct flag *flag);
const char *options_first_words(const struct command *command);

/* The commands: each returns the exit status. */
int command_build(const struct options *options);
int command_check(const struct options *options);
int command_import(const struct options *options);
int command_data(const struct options *options);
int command_chart(const struct options *options);
int command_serve(const struct options *options);
int command_publish(const struct options *options);
int command_new(const struct options *options);
int command_schema(const struct options *options);
int command_completion(const struct options *options);

#endif
