#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "read/schemas.h"
#include "scaffold/scaffold.h"

static int run(const struct options *options);
static int print_one(const struct schema_file *files, size_t count,
		     const char *name);
static int write_all(const struct schema_file *files, size_t count,
		     const char *dir);

const struct command COMMAND_SCHEMA = {
	.name = "schema",
	.usage = "KIND",
	.does = "print the keys of a file as JSON Schema",
	.choices = "site comparison option criterion profile sources theme",
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
		"option, criterion, profile, sources or theme.\n"
		"\n"
		"  -o, --out FOLDER       write KIND.schema.json for every kind\n"
		"\n"
		"Example: paragone schema -o .vscode/schemas\n",
};

static int run(const struct options *options)
{
	size_t count;
	const struct schema_file *files = schemas_all(&count);

	if (options->word_count == 1 && !options->order.out)
		return print_one(files, count, options->words[0]);
	if (options->word_count == 0 && options->order.out)
		return write_all(files, count, options->order.out);
	fputs("paragone: expected the name of a schema, or -o and a folder\n"
	      "  hint: `paragone help schema` explains\n",
	      stderr);
	return 2;
}

static int print_one(const struct schema_file *files, size_t count,
		     const char *name)
{
	struct buf json = { 0 };
	size_t k = 0;

	while (k < count && strcmp(files[k].name, name))
		k++;
	if (k == count) {
		fprintf(stderr, "paragone: there is no schema \"%s\"\n", name);
		return 2;
	}
	schemas_json(&files[k], &json);
	fwrite(json.ptr, 1, json.len, stdout);
	buf_release(&json);
	return 0;
}

/* Schemas that are there are exchanged: nobody edits those. */
static int write_all(const struct schema_file *files, size_t count,
		     const char *dir)
{
	struct arena arena = { 0 };
	struct scaffold s = { .diags = diags_new(), .arena = &arena };
	struct buf json = { 0 };
	int status;

	for (size_t k = 0; k < count; k++) {
		const char *path = path_join(
			dir,
			arena_printf(&arena, "%s.schema.json", files[k].name),
			&arena);

		buf_reset(&json);
		schemas_json(&files[k], &json);
		if (file_is_regular(path))
			scaffold_change(&s, path, buf_copy(&json, &arena));
		else
			scaffold_make(&s, path, buf_copy(&json, &arena));
	}
	if (scaffold_write(&s))
		scaffold_print(&s, stdout);
	status = output_diags(s.diags, false);
	diags_free(s.diags);
	buf_release(&json);
	arena_release(&arena);
	return status;
}
