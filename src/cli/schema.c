#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "read/schemas.h"
#include "read/table_schemas.h"
#include "scaffold/scaffold.h"

static int run(const struct options *options);
static int print_one(const char *name);
static bool write_one(const char *name, struct buf *to);
static int write_all(const char *dir);
static void put(struct scaffold *s, const char *path, struct buf *json);

const struct command COMMAND_SCHEMA = {
	.name = "schema",
	.usage = "KIND",
	.does = "print the keys of a file as JSON Schema",
	.choices =
		"site comparison option criterion profile sources theme syntax "
		"options-table criteria-table scores-wide scores-long "
		"scores-by-option",
	.is_product = true,
	.run = run,
	.help = "Usage: paragone schema KIND\n"
		"       paragone schema -o FOLDER\n"
		"\n"
		"Prints the JSON Schema (draft 2020-12) of a YAML file or front "
		"matter,\n"
		"made from the tables that the reader uses, or writes all of them "
		"into\n"
		"FOLDER. Editors complete and check by it. KIND is site, comparison,\n"
		"option, criterion, profile, sources, theme or syntax; or of a table, as Table\n"
		"Schema, options-table, criteria-table, scores-wide, scores-long or\n"
		"scores-by-option.\n"
		"\n"
		"  -o, --out FOLDER       write KIND.schema.json for every kind, and\n"
		"                         KIND.table.json for every table\n"
		"\n"
		"Example: paragone schema -o .vscode/schemas\n",
};

static int run(const struct options *options)
{
	if (options->word_count == 1 && !options->order.out)
		return print_one(options->words[0]);
	if (options->word_count == 0 && options->order.out)
		return write_all(options->order.out);
	fputs("paragone: expected the name of a schema, or -o and a folder\n"
	      "  hint: `paragone help schema` explains\n",
	      stderr);
	return 2;
}

static int print_one(const char *name)
{
	struct buf json = { 0 };

	if (!write_one(name, &json)) {
		fprintf(stderr, "paragone: there is no schema \"%s\"\n", name);
		return 2;
	}
	fwrite(json.ptr, 1, json.len, stdout);
	buf_release(&json);
	return 0;
}

static bool write_one(const char *name, struct buf *to)
{
	size_t count, table_count;
	const struct schema_file *files = schemas_all(&count);
	const struct table_schema *tables = table_schemas_all(&table_count);

	for (size_t k = 0; k < count; k++)
		if (!strcmp(files[k].name, name)) {
			schemas_json(&files[k], to);
			return true;
		}
	for (size_t k = 0; k < table_count; k++)
		if (!strcmp(tables[k].name, name)) {
			table_schema_json(&tables[k], to);
			return true;
		}
	return false;
}

static int write_all(const char *dir)
{
	struct arena arena = { 0 };
	struct scaffold s = { .diags = diags_new(), .arena = &arena };
	struct buf json = { 0 };
	size_t count, table_count;
	const struct schema_file *files = schemas_all(&count);
	const struct table_schema *tables = table_schemas_all(&table_count);
	int status;

	for (size_t k = 0; k < count; k++) {
		schemas_json(&files[k], &json);
		put(&s,
		    path_join(dir,
			      arena_printf(&arena, "%s.schema.json",
					   files[k].name),
			      &arena),
		    &json);
	}
	for (size_t k = 0; k < table_count; k++) {
		table_schema_json(&tables[k], &json);
		put(&s,
		    path_join(dir,
			      arena_printf(&arena, "%s.table.json",
					   tables[k].name),
			      &arena),
		    &json);
	}
	if (scaffold_write(&s)) {
		scaffold_finish(&s);
		scaffold_print(&s, stdout);
	} else {
		scaffold_undo(&s);
	}
	status = output_diags(s.diags, false);
	diags_free(s.diags);
	buf_release(&json);
	arena_release(&arena);
	return status;
}

/* Schemas that are there are exchanged: nobody edits those. */
static void put(struct scaffold *s, const char *path, struct buf *json)
{
	if (file_is_regular(path))
		scaffold_change(s, path, buf_copy(json, s->arena));
	else
		scaffold_make(s, path, buf_copy(json, s->arena));
	buf_reset(json);
}
