#include <string.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/supervisor.h"

static int run(const struct options *options);
static int (*run_of(const char *command))(const struct options *options);

int main(int count, char **arguments)
{
	struct options options;
	int status;

	output_begin();
	if (!options_parse(count, arguments, &options, &status))
		return output_end(true, status);
	return supervise(run, &options);
}

static int run(const struct options *options)
{
	int status = run_of(options->command)(options);

	return output_end(output_is_product(options), status);
}

static int (*run_of(const char *command))(const struct options *options)
{
	static const struct {
		const char *name;
		int (*run)(const struct options *options);
	} COMMANDS[] = {
		{ "build", command_build },
		{ "chart", command_chart },
		{ "check", command_check },
		{ "completion", command_completion },
		{ "data", command_data },
		{ "import", command_import },
		{ "new", command_new },
		{ "publish", command_publish },
		{ "schema", command_schema },
		{ "serve", command_serve },
	};

	for (size_t k = 1; k < sizeof(COMMANDS) / sizeof(*COMMANDS); k++)
		if (!strcmp(COMMANDS[k].name, command))
			return COMMANDS[k].run;
	return command_build;
}
