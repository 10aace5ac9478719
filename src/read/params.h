/*
 * `params` of a YAML mapping, as a tree with places.
 */
#ifndef READ_PARAMS_H
#define READ_PARAMS_H

#include <stdbool.h>

#include "model/params.h"
#include "read/yaml.h"

/* What the mapping holds; anything else than a mapping is reported. */
bool params_read(struct diags *diags, const struct yaml_node *node,
		 struct params *params, struct arena *arena);

#endif
