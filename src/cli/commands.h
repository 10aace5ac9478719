/*
 * The commands, each in the file of its name: new.c, rename.c, remove.c,
 * import.c, build.c, merge.c, check.c, serve.c, data.c, chart.c, export.c, publish.c, schema.c, completion.c.
 * main.c lists them.  They print what they have to say, and their run()
 * returns the exit status.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/options.h"

extern const struct command COMMAND_NEW, COMMAND_RENAME, COMMAND_REMOVE,
	COMMAND_IMPORT, COMMAND_BUILD, COMMAND_CHECK, COMMAND_SERVE,
	COMMAND_DATA, COMMAND_CHART, COMMAND_EXPORT, COMMAND_PUBLISH,
	COMMAND_SCHEMA, COMMAND_COMPLETION, COMMAND_MERGE;

#endif
