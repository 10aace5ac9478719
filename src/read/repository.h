/*
 * `repository` of site.yaml: where the content folder is kept.
 */
#ifndef READ_REPOSITORY_H
#define READ_REPOSITORY_H

#include "model/site.h"
#include "read/schema.h"

extern const struct schema REPOSITORY_SCHEMA;

/* Its address alone, or a mapping; `node` may be NULL. */
bool repository_read(const struct markdown_env *env,
		     const struct yaml_node *node,
		     struct repository *repository);

#endif
