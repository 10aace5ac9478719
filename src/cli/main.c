#include "base/arena.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/supervisor.h"

/* In the order in which one needs them. */
static const struct command *const COMMANDS[] = {
	&COMMAND_NEW,	 &COMMAND_RENAME,     &COMMAND_REMOVE, &COMMAND_IMPORT,
	&COMMAND_BUILD,	 &COMMAND_MERGE,      &COMMAND_CHECK,  &COMMAND_SERVE,
	&COMMAND_DATA,	 &COMMAND_CHART,      &COMMAND_EXPORT, &COMMAND_PUBLISH,
	&COMMAND_SCHEMA, &COMMAND_COMPLETION, &COMMAND_HELP,   NULL,
};

static int run(const struct options *options);

int main(int count, char **arguments)
{
	struct options options;
	int status;

	memory_set_up();
	output_begin();
	if (!options_parse(count, arguments, COMMANDS, &options, &status))
		return output_end(true, status);
	return supervise(run, &options);
}

static int run(const struct options *options)
{
	int status = options->command->run(options);

	return output_end(output_is_product(options), status);
}
