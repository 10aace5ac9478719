#include "read/schemas.h"

#include <float.h>
#include <string.h>

static void put_mapping(const struct schema *schema, struct buf *to);
static void put_value(const struct schema_field *field, struct buf *to);
static void put_scalar(enum field_kind kind, struct buf *to);
static void put_text(const struct schema_field *field, struct buf *to);
static void put_choices(const char *const *choices, struct buf *to);
static void put_number(const struct schema_field *field, struct buf *to);
static void put_list(const struct schema_field *field, struct buf *to);
static void put_any(const struct schema_field *field, struct buf *to);
static void put_key(const char *key, struct buf *to);

const struct schema_file *schemas_all(size_t *count)
{
	static const struct schema_file FILES[] = {
		{ "site", "site.yaml", &SITE_SCHEMA },
		{ "comparison", "comparison.md", &COMPARISON_SCHEMA },
		{ "option", "options/*.md", &OPTION_SCHEMA },
		{ "criterion", "criteria/*.md", &CRITERION_SCHEMA },
		{ "profile", "profiles/*.md", &PROFILE_SCHEMA },
		{ "sources", "sources.yaml", &SOURCES_SCHEMA },
		{ "theme", "theme.yaml", &THEME_SCHEMA },
		{ "syntax", "syntax/*.yaml", &SYNTAX_SCHEMA },
	};

	*count = sizeof(FILES) / sizeof(*FILES);
	return FILES;
}

void schemas_json(const struct schema_file *file, struct buf *to)
{
	buf_text(to, "{\"$schema\":"
		     "\"https://json-schema.org/draft/2020-12/schema\","
		     "\"title\":");
	buf_json(to, str_from(file->file));
	buf_char(to, ',');
	put_mapping(file->schema, to);
	buf_text(to, "}\n");
}

/* The keywords of an object, without the braces. */
static void put_mapping(const struct schema *schema, struct buf *to)
{
	const char *before = "";

	buf_text(to, "\"type\":\"object\",\"properties\":{");
	for (size_t k = 0; k < schema->count; k++) {
		const struct schema_field *field = &schema->fields[k];

		buf_text(to, k ? ",\n" : "\n");
		put_key(field->key, to);
		if (!field->required)
			buf_text(to, "{\"anyOf\":[");
		put_value(field, to);
		if (!field->required)
			buf_text(to, ",{\"type\":\"null\"}]}");
	}
	buf_text(to, "},\n\"required\":[");
	for (size_t k = 0; k < schema->count; k++) {
		if (!schema->fields[k].required)
			continue;
		buf_text(to, before);
		buf_json(to, str_from(schema->fields[k].key));
		before = ",";
	}
	buf_text(to, "],\"additionalProperties\":");
	if (schema->others)
		put_value(schema->others, to);
	else
		buf_text(to, "false");
}

static void put_value(const struct schema_field *field, struct buf *to)
{
	switch (field->kind) {
	case FIELD_TEXT:
	case FIELD_INLINE:
		put_text(field, to);
		return;
	case FIELD_ID:
	case FIELD_URL:
	case FIELD_FOLDER:
	case FIELD_HOST:
	case FIELD_COLOR:
	case FIELD_BOOL:
	case FIELD_DATE:
	case FIELD_PERIOD:
		put_scalar(field->kind, to);
		return;
	case FIELD_NUMBER:
		put_number(field, to);
		return;
	case FIELD_TEXTS:
	case FIELD_PATHS:
	case FIELD_INLINES:
	case FIELD_LIST:
		put_list(field, to);
		return;
	case FIELD_MAPPING:
		buf_char(to, '{');
		if (field->inner)
			put_mapping(field->inner, to);
		else
			buf_text(to, "\"type\":\"object\"");
		buf_char(to, '}');
		return;
	case FIELD_PARAMS:
		buf_text(to, "{\"type\":\"object\"}");
		return;
	case FIELD_ANY:
		put_any(field, to);
		return;
	}
}

static void put_scalar(enum field_kind kind, struct buf *to)
{
	const char *form =
		kind == FIELD_ID
			? "\"type\":[\"string\",\"number\",\"boolean\"]"
			  ",\"pattern\":\"^[a-z0-9-]+$\""
		: kind == FIELD_URL ? "\"type\":\"string\",\"format\":\"uri\","
				      "\"pattern\":\"^https?://[^\\\\s]+$\""
		: kind == FIELD_FOLDER
			? "\"type\":\"string\",\"format\":\"uri\","
			  "\"pattern\":\"^https?://[^/?#\\\\s]+(/[-._~A-Za-z0-9/]*)?$\""
		: kind == FIELD_HOST
			? "\"type\":\"string\","
			  "\"pattern\":\"^[-A-Za-z0-9]+(\\\\.[-A-Za-z0-9]+)+$\""
		: kind == FIELD_COLOR ? "\"type\":\"string\","
					"\"pattern\":\"^#[0-9a-fA-F]{6}$\""
		: kind == FIELD_PERIOD
			? "\"type\":[\"string\",\"number\"],\"pattern\":"
			  "\"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}([Tt ].*)?)?)?$\""
		: kind == FIELD_DATE
			? "\"type\":\"string\",\"pattern\":"
			  "\"^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ].*)?$\""
			: "\"enum\":[true,false,\"yes\",\"no\"]";

	buf_printf(to, "{%s}", form);
}

static void put_text(const struct schema_field *field, struct buf *to)
{
	if (field->choices) {
		put_choices(field->choices, to);
		return;
	}
	buf_text(to, "{\"type\":[\"string\",\"number\",\"boolean\"]");
	if (field->required)
		buf_text(to, ",\"minLength\":1");
	buf_char(to, '}');
}

static void put_choices(const char *const *choices, struct buf *to)
{
	buf_text(to, "{\"enum\":[");
	for (size_t i = 0; choices[i]; i++) {
		buf_text(to, i ? "," : "");
		buf_json(to, str_from(choices[i]));
	}
	buf_text(to, "]}");
}

static void put_number(const struct schema_field *field, struct buf *to)
{
	buf_text(to, "{\"type\":\"number\"");
	if (field->min < field->max) {
		buf_text(to, ",\"minimum\":");
		buf_number(to, field->min, 9);
		if (field->max < 1e300) {
			buf_text(to, ",\"maximum\":");
			buf_number(to, field->max, 9);
		}
	}
	buf_char(to, '}');
}

static void put_list(const struct schema_field *field, struct buf *to)
{
	buf_text(to, "{\"type\":\"array\"");
	if (field->least)
		buf_printf(to, ",\"minItems\":%zu", field->least);
	if (field->most)
		buf_printf(to, ",\"maxItems\":%zu", field->most);
	buf_text(to, ",\"items\":");
	if (field->entry) {
		put_value(field->entry, to);
	} else if (field->inner) {
		buf_char(to, '{');
		put_mapping(field->inner, to);
		buf_char(to, '}');
	} else {
		put_text(&(struct schema_field){ .choices = field->choices },
			 to);
	}
	buf_char(to, '}');
}

static void put_any(const struct schema_field *field, struct buf *to)
{
	if (!field->inner && !field->entry) {
		put_text(field, to);
		return;
	}
	buf_text(to, "{\"anyOf\":[");
	put_text(field, to);
	if (field->entry) {
		buf_char(to, ',');
		put_list(field, to);
	}
	if (field->inner) {
		buf_text(to, ",{");
		put_mapping(field->inner, to);
		buf_char(to, '}');
	}
	buf_text(to, "]}");
}

static void put_key(const char *key, struct buf *to)
{
	buf_json(to, str_from(key));
	buf_char(to, ':');
}
