/*
 * The columns of a comparison's tables, as the reader knows them, for those who
 * want to know them without a file: as Table Schema (Frictionless Data), editors
 * and other programs complete and check CSV by it.
 */
#ifndef READ_TABLE_SCHEMAS_H
#define READ_TABLE_SCHEMAS_H

#include <stdint.h>

#include "base/buf.h"

struct table_schema {
	const char *name;   /* "options-table" */
	const char *file;   /* "options.csv" */
	uint32_t columns;   /* a set of enum column */
	uint32_t required;  /* of those; an empty score is none */
	const char *others; /* what any further column is */
};

const struct table_schema *table_schemas_all(size_t *count);

void table_schema_json(const struct table_schema *table, struct buf *to);

#endif
