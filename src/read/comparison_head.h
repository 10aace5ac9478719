/*
 * The front matter of comparison.md.
 */
#ifndef READ_COMPARISON_HEAD_H
#define READ_COMPARISON_HEAD_H

#include "read/front_matter.h"
#include "read/schema.h"

/* What stands in the front matter alone; `env` makes its inline prose. */
bool comparison_head_read(const struct markdown_env *env,
			  const struct front_matter *fm, struct comparison *c);

#endif
