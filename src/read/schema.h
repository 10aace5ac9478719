/*
 * What keys a YAML mapping may have, and where their values go: one table a
 * kind of file, the only place that knows them.
 */
#ifndef READ_SCHEMA_H
#define READ_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "model/comparison.h"
#include "read/markdown.h"
#include "read/yaml.h"

enum {
	SCHEMA_NAME_MOST = 200,	 /* characters of a text, where no max is */
	SCHEMA_TEXT_MOST = 2000, /* of one that is more than a name */
	SCHEMA_TEXTS_MOST = 100, /* of the entries of a list of texts */
	SCHEMA_ID_MOST = 100,
};

enum field_kind {
	FIELD_TEXT,    /* struct text */
	FIELD_ID,      /* struct text: a-z, digits, hyphens */
	FIELD_URL,     /* struct text: http(s) */
	FIELD_FOLDER,  /* struct text: http(s), a host and a plain path */
	FIELD_HOST,    /* struct text: a host name */
	FIELD_COLOR,   /* struct text: "#rrggbb" */
	FIELD_NUMBER,  /* double */
	FIELD_BOOL,    /* bool */
	FIELD_DATE,    /* struct date */
	FIELD_PERIOD,  /* the same, or a month or year alone */
	FIELD_INLINE,  /* struct prose */
	FIELD_TEXTS,   /* struct text *, and a count */
	FIELD_PATHS,   /* the same: plain paths below the site */
	FIELD_INLINES, /* struct prose_list */
	FIELD_LIST,    /* read by its own function: a list, a mapping, any */
	FIELD_MAPPING,
	FIELD_PARAMS, /* struct params: a mapping of anything */
	FIELD_ANY,    /* text, or a mapping where the form has `inner`, or a
			 list where it has `entry` */
};

struct schema;

struct schema_field {
	const char *key;
	enum field_kind kind;
	bool required;
	bool as_written; /* a text with its line breaks, which no path has */
	size_t offset, count_offset; /* in the struct to fill */
	/* of a number, when min < max; max: characters of a text */
	double min, max;
	/* What it looks like beyond its kind; the reader's function checks. */
	const char *const *choices; /* the texts it can be; NULL ends them */
	const struct schema *inner; /* of a mapping; of each entry of a list */
	const struct schema_field *entry; /* or what else an entry is */
	size_t least, most;		  /* entries of a list; 0: any number */
};

struct schema {
	const char *name; /* "an option": for messages */
	const struct schema_field *fields;
	size_t count;
	const struct schema_field *others; /* of any other key, or NULL */
};

/* The schema of an array of fields. */
/* Versions of clang-format differ on braces in a macro. */
/* clang-format off */
#define SCHEMA(name, fields) \
	{ (name), (fields), sizeof(fields) / sizeof(*(fields)), NULL }
/* clang-format on */

/*
 * Fills the struct at `into` from the mapping; unknown keys, wrong kinds and
 * missing keys are all reported.  `env` makes inline prose.
 */
bool schema_read(const struct markdown_env *env, const struct schema *schema,
		 const struct yaml_node *node, void *into);

/*
 * Whether schema_read() suggests that key, which is not there, for one that is
 * unknown: then nobody need be told that it is missing.
 */
bool schema_is_misspelt(const struct schema *schema,
			const struct yaml_node *node, const char *key);

/* One value: reported with the key it stands under. */
bool schema_text(struct diags *diags, const char *key,
		 const struct yaml_node *node, struct text *text);
/* The same of an entry of the list or mapping under that key. */
bool schema_entry(struct diags *diags, const char *key,
		  const struct yaml_node *node, struct text *text);
bool schema_number(struct diags *diags, const char *key,
		   const struct yaml_node *node, double *number);

/*
 * Inline Markdown of a scalar, or of its text on one line, with places as they
 * are in its file.
 */
bool schema_inline(const struct markdown_env *env, const struct yaml_node *node,
		   struct str text, struct prose *prose);

/* For a hint: `"a", "b" or "c"`. */
struct str schema_choices(const struct str *names, size_t count,
			  struct arena *arena);

/* Reports a name that is too long, with what it stands under. */
bool name_check(struct diags *diags, const char *key, struct str name,
		struct place at);

/* Reports an id that is not valid, or too long. */
bool id_check(struct diags *diags, struct str id, struct place at);

#endif
