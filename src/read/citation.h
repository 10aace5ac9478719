/*
 * What a citation stands for: a source of sources.yaml, by its id.
 */
#ifndef READ_CITATION_H
#define READ_CITATION_H

#include "read/markdown.h"

/* The index of the source of that id, or env->source_count. */
size_t markdown_source(const struct markdown_env *env, struct str id);

/*
 * Reports an id that is no source's, unless that follows from another error.
 * `hint` says what else may be meant where no source is near, or is NULL.
 */
bool markdown_refuse_source(const struct markdown_env *env, struct str id,
			    struct place at, const char *hint);

#endif
