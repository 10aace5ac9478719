#include "read/table_schemas.h"

#include "base/json.h"
#include "read/columns.h"

static void put_field(struct json *to, const struct table_schema *table,
		      enum column column);
static const char *type_of(enum column column);
static const char *choices_of(enum column column);
static void put_text(struct json *to, const char *key, const char *text);

const struct table_schema *table_schemas_all(size_t *count)
{
	static const struct table_schema TABLES[] = {
		{ "options-table", "options.csv", COLUMNS_OF_OPTIONS, 0,
		  "Any further column is a fact of each option." },
		{ "criteria-table", "criteria.csv", COLUMNS_OF_CRITERIA, 0,
		  "There is no further column." },
		{ "scores-wide", "scores.csv: a row per criterion",
		  COLUMNS_OF_WIDE, COLUMN_BIT(COLUMN_CRITERION),
		  "Any further column is called by an option's id, name or "
		  "short name and has its scores." },
		{ "scores-long", "scores.csv: a row per score", COLUMNS_OF_LONG,
		  COLUMN_BIT(COLUMN_CRITERION) | COLUMN_BIT(COLUMN_OPTION),
		  "There is no further column." },
		{ "scores-by-option", "scores.csv: a row per option",
		  COLUMNS_BY_OPTION, 0,
		  "Any further column is called by a criterion's id or title "
		  "and has the scores on it." },
	};

	*count = sizeof(TABLES) / sizeof(*TABLES);
	return TABLES;
}

void table_schema_json(const struct table_schema *table, struct buf *to)
{
	struct json json = { .to = to };

	json_open(&json, '{');
	put_text(&json, "title", table->file);
	put_text(&json, "description", table->others);
	put_text(&json, "fieldsMatch", "partial");
	json_key(&json, "missingValues");
	json_open(&json, '[');
	json_text(&json, STR(""));
	json_close(&json, ']');
	json_key(&json, "fields");
	json_open(&json, '[');
	for (int k = 0; k < COLUMN_COUNT; k++)
		if (table->columns & COLUMN_BIT(k))
			put_field(&json, table, (enum column)k);
	json_close(&json, ']');
	json_close(&json, '}');
	buf_char(to, '\n');
}

static void put_field(struct json *to, const struct table_schema *table,
		      enum column column)
{
	bool required = table->required & COLUMN_BIT(column);
	struct str choices = str_from(choices_of(column));

	json_line(to);
	json_open(to, '{');
	put_text(to, "name", column_name(column));
	put_text(to, "type", type_of(column));
	if (required || choices.len) {
		json_key(to, "constraints");
		json_open(to, '{');
		if (required) {
			json_key(to, "required");
			json_truth(to, true);
		}
		if (choices.len) {
			json_key(to, "enum");
			json_open(to, '[');
			while (choices.ptr)
				json_text(to, str_cut(&choices, ' '));
			json_close(to, ']');
		}
		json_close(to, '}');
	}
	json_close(to, '}');
}

/* A score may be a word, and a number have a comma or a unit behind it. */
static const char *type_of(enum column column)
{
	return column == COLUMN_DATE	? "date"
	       : column == COLUMN_SCORE ? "any"
					: "string";
}

static const char *choices_of(enum column column)
{
	return column == COLUMN_CONFIDENCE ? "low medium high"
	       : column == COLUMN_BETTER   ? "higher lower"
					   : "";
}

static void put_text(struct json *to, const char *key, const char *text)
{
	json_key(to, key);
	json_text(to, str_from(text));
}
