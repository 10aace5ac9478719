/*
 * `charts` of a comparison's front matter: what is drawn only where it is
 * asked for, by its name or with what it is to show.
 */
#ifndef READ_CHARTS_H
#define READ_CHARTS_H

#include "read/markdown.h"
#include "read/yaml.h"

/* `node` may be NULL.  Whether a chart applies is known when all is judged. */
bool charts_read(const struct markdown_env *env, const struct yaml_node *node,
		 struct comparison *c);

#endif
