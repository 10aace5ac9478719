#include <stdio.h>
#include <string.h>

#include "cli/options.h"

int main(int count, char **arguments)
{
	struct options options;
	int status;

	if (!options_parse(count, arguments, &options, &status))
		return status;
	status = !strcmp(options.command, "data")    ? command_data(&options)
		 : !strcmp(options.command, "chart") ? command_chart(&options)
		 : !strcmp(options.command, "check") ? command_check(&options)
		 : !strcmp(options.command, "serve") ? command_serve(&options)
						     : command_build(&options);
	if (fflush(stdout) != 0) {
		perror("paragone: standard output");
		return 3;
	}
	return status;
}
