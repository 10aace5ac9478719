/*
 * What was asked for on the command line.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>

#define PARAGONE_VERSION "0.1.0"

enum { JOBS_MOST = 64, WORDS_MOST = 8 };

struct diags;

struct options {
	const char *command;
	const char *content;  /* "content" by default */
	const char *out;      /* "out" */
	const char *theme;    /* NULL: site.yaml's */
	const char *base_url; /* NULL: site.yaml's */
	const char *page;     /* of `data`; the chart of `chart` */
	bool drafts, strict, json, sarif;
	int jobs;	    /* 0: as many as there are processors */
	double width;	    /* of a chart, CSS pixels; 0: its own */
	struct diags *said; /* takes the messages of a build; or NULL */
	double scale;	    /* of a PNG: device pixels to a CSS pixel */
	const char *words[WORDS_MOST]; /* of `new`, `schema`, `completion` */
	int word_count;
	const char *ci, *id; /* of `new`, or NULL */
};

/*
 * Fills the options from the arguments.  When there is nothing left to do,
 * because help was asked for or the usage is wrong, it says so itself,
 * returns false and sets the exit status.
 */
bool options_parse(int count, char **arguments, struct options *options,
		   int *status);

/* The commands: each returns the exit status. */
int command_build(const struct options *options);
int command_check(const struct options *options);
int command_data(const struct options *options);
int command_chart(const struct options *options);
int command_new(const struct options *options);
int command_schema(const struct options *options);

#endif
