/*
 * The tables of keys by which the YAML files are read, for those who want to
 * know them without a file: as JSON Schema, editors complete and check by
 * them.
 */
#ifndef READ_SCHEMAS_H
#define READ_SCHEMAS_H

#include "base/buf.h"
#include "read/schema.h"

extern const struct schema SITE_SCHEMA, COMPARISON_SCHEMA, OPTION_SCHEMA,
	CRITERION_SCHEMA, PROFILE_SCHEMA, SOURCES_SCHEMA, THEME_SCHEMA,
	SYNTAX_SCHEMA, DECISION_SCHEMA, COLUMNS_SCHEMA;

/* The texts that `pairs` may be, its mapping, and an entry of its list. */
extern const char *const PAIRS_CHOICES[];
extern const struct schema PAIRS_SCHEMA;
extern const struct schema_field PAIR_ENTRY;

/* An entry of `samples`: an id, or a mapping. */
extern const struct schema_field SAMPLE_ENTRY;

/* The charts that can be asked for, and an entry of `charts`. */
extern const char *const CHART_CHOICES[];
extern const struct schema_field CHART_ENTRY;

struct schema_file {
	const char *name; /* "site" */
	const char *file; /* "site.yaml": where such YAML stands */
	const struct schema *schema;
};

const struct schema_file *schemas_all(size_t *count);

/*
 * As a JSON Schema of draft 2020-12.  A scalar is what its reader takes it
 * for, so a text may be written as a number, and an optional key be empty.
 */
void schemas_json(const struct schema_file *file, struct buf *to);

#endif
