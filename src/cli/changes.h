/*
 * What `paragone rename` and `paragone remove` have in common.
 */
#ifndef CLI_CHANGES_H
#define CLI_CHANGES_H

#include "cli/options.h"

/* Reads the words, makes the change and says what came of it. */
int changes_run(const struct options *options, bool removes);

#endif
