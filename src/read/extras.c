#include "read/markdown_ids.h"
#include "read/reader.h"

#include <float.h>

#include "base/file.h"
#include "read/csv.h"
#include "read/schemas.h"
#include "read/syntax.h"
#include "read/text.h"
#include "read/values.h"

static bool check_once(struct reader *r, const struct sample_ref *refs,
		       size_t last);
static bool read_profile(struct reader *r, struct str name,
			 struct markdown_ids *ids);
static bool read_weights(struct reader *r, const struct yaml_node *node,
			 struct profile *profile);
static bool read_musts(struct reader *r, const struct yaml_node *node,
		       struct profile *profile);
static bool read_table(struct reader *r, struct str name);
static bool read_csv_table(struct reader *r, const char *path,
			   struct table *table);
static bool read_md_table(struct reader *r, const char *path,
			  struct table *table);
static bool fill_table(struct reader *r, struct table *table,
		       const struct text *cells, size_t rows, size_t columns);
static bool read_columns(struct reader *r, const struct text *header,
			 size_t columns, size_t *options);
static bool read_values(struct reader *r, struct text cell,
			struct prose_list *list);
static bool read_sample(struct reader *r, struct str id);
static bool read_sample_file(struct reader *r, struct sample *sample,
			     struct str name);
static struct str highlight_sample(struct reader *r, struct str code,
				   struct str ending, struct place at);

#define PROFILE(member) offsetof(struct profile, member)
static const struct schema_field WEIGHT = { .kind = FIELD_NUMBER,
					    .max = DBL_MAX };
static const struct schema WEIGHTS_SCHEMA = { "weights", NULL, 0, &WEIGHT };
static const struct schema_field MUST = { .kind = FIELD_TEXT };
static const struct schema MUSTS_SCHEMA = { "must", NULL, 0, &MUST };

static const struct schema_field PROFILE_FIELDS[] = {
	{ .key = "title",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = PROFILE(title) },
	{ .key = "summary",
	  .kind = FIELD_TEXT,
	  .offset = PROFILE(summary),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "weights",
	  .kind = FIELD_MAPPING,
	  .required = true,
	  .inner = &WEIGHTS_SCHEMA },
	{ .key = "must", .kind = FIELD_MAPPING, .inner = &MUSTS_SCHEMA },
	{ .key = "params", .kind = FIELD_PARAMS, .offset = PROFILE(params) },
};
const struct schema PROFILE_SCHEMA = SCHEMA("a profile", PROFILE_FIELDS);

#define TABLE(member) offsetof(struct table, member)
static const struct schema_field TABLE_FIELDS[] = {
	{ .key = "title",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = TABLE(title) },
	{ .key = "summary", .kind = FIELD_INLINE, .offset = TABLE(summary) },
	{ .key = "params", .kind = FIELD_PARAMS, .offset = TABLE(params) },
};
static const struct schema TABLE_SCHEMA = SCHEMA("a table", TABLE_FIELDS);

#define SAMPLE(member) offsetof(struct sample_ref, member)
static const struct schema_field SAMPLE_FIELDS[] = {
	{ .key = "id",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = SAMPLE(id) },
	{ .key = "title", .kind = FIELD_TEXT, .offset = SAMPLE(title) },
};
static const struct schema SAMPLE_SCHEMA = SCHEMA("a sample", SAMPLE_FIELDS);

const struct schema_field SAMPLE_ENTRY = { .kind = FIELD_ANY,
					   .inner = &SAMPLE_SCHEMA };

bool read_profiles(struct reader *r)
{
	struct markdown_ids *ids = markdown_ids_new(r->arena);
	struct str *names;
	size_t count;
	bool ok = true;

	markdown_ids_reserve(ids, STR("main"));
	if (!reader_list(r, "profiles", &names, &count))
		return false;
	for (size_t i = 0; i < count; i++)
		if (str_ends(names[i], ".md"))
			ok &= read_profile(r, names[i], ids);
	return ok;
}

bool read_tables(struct reader *r)
{
	struct str *names;
	size_t count;
	bool ok = true;

	if (!reader_list(r, "tables", &names, &count))
		return false;
	for (size_t i = 0; i < count && r->table_cells <= COMPARISON_CELLS; i++)
		if (str_ends(names[i], ".csv") || str_ends(names[i], ".md"))
			ok &= read_table(r, names[i]);
	return ok;
}

bool read_samples(struct reader *r)
{
	struct str *names;
	size_t count;
	bool ok = true;

	/* What is there are folders: no name is of a language. */
	if (!folder_list(r->diags, reader_path(r, "samples"), &names, &count,
			 r->arena))
		return false;
	for (size_t i = 0; i < count; i++)
		ok &= read_sample(r, names[i]);
	return ok;
}

/* Each may have its place on the page. */
void reserve_samples(const struct reader *r, struct markdown_ids *ids)
{
	for (size_t k = 0; k < r->c->sample_count; k++)
		markdown_ids_reserve(
			ids, arena_printf(r->arena, "sample-%.*s",
					  STR_ARG(r->c->samples[k].id)));
}

bool read_sample_refs(struct reader *r, const struct yaml_node *node,
		      struct sample_ref **refs, size_t *count)
{
	bool ok = true;

	for (size_t i = 0; node && i < node->item_count; i++) {
		const struct yaml_node *item = node->items[i];
		struct sample_ref *ref = arena_push(r->arena, *refs, *count);

		if (item->kind == YAML_MAPPING)
			ok &= schema_read(&r->env, &SAMPLE_SCHEMA, item, ref);
		else
			ok &= schema_entry(r->diags, "samples", item, &ref->id);
		if (!ref->title.str.len)
			ref->title.str = reader_title_of(ref->id.str, r->arena);
		if (ref->id.str.len)
			ok &= samples_check(&r->samples, ref->id) &&
			      check_once(r, *refs, *count - 1);
	}
	return ok;
}

/* The last against those before it. */
static bool check_once(struct reader *r, const struct sample_ref *refs,
		       size_t last)
{
	for (size_t k = 0; k < last; k++) {
		if (!str_equals(refs[k].id.str, refs[last].id.str))
			continue;
		diag_error(r->diags, refs[last].id.at,
			   "the sample \"%.*s\" is there twice",
			   STR_ARG(refs[k].id.str));
		diag_note(r->diags, refs[k].id.at, "it was first here");
		return false;
	}
	return true;
}

static bool read_profile(struct reader *r, struct str name,
			 struct markdown_ids *ids)
{
	const char *path =
		path_join(reader_path(r, "profiles"), name, r->arena);
	struct front_matter fm;
	struct profile *profile;
	bool ok;

	if (!front_matter_read(r->diags, path, &fm, r->arena))
		return false;
	profile = arena_push(r->arena, r->c->profiles, r->c->profile_count);
	profile->id = path_stem(name);
	markdown_ids_reserve(ids, arena_printf(r->arena, "profile-%.*s",
					       STR_ARG(profile->id)));
	profile->at = (struct place){ .file = path };
	profile->weights_at = fm.yaml->at;
	profile->weights = arena_array(r->arena, double, r->c->criterion_count);
	ok = schema_read(&r->env, &PROFILE_SCHEMA, fm.yaml, profile);
	ok &= reader_check_id(r, profile->id, profile->at);
	ok &= read_weights(r, yaml_find(fm.yaml, "weights"), profile);
	ok &= read_musts(r, yaml_find(fm.yaml, "must"), profile);
	ok &= markdown_block(&r->env, ids, fm.body, fm.body_at, &profile->body);
	return ok;
}

static bool read_weights(struct reader *r, const struct yaml_node *node,
			 struct profile *profile)
{
	const struct yaml_pair **seen = arena_array(
		r->arena, const struct yaml_pair *, r->c->criterion_count);
	bool ok = true;

	if (node)
		profile->weights_at = node->at;
	for (size_t i = 0; node && i < node->pair_count; i++) {
		const struct yaml_pair *pair = &node->pairs[i];
		double weight = 0;
		size_t j;

		if (!reader_find_key(r, CALLED_CRITERION, pair, seen, &j) ||
		    !schema_number(r->diags, "weights", pair->value, &weight))
			ok = false;
		else if (weight < 0)
			ok = diag_error(r->diags, pair->value->at,
					"a weight must be at least 0, found %g",
					weight);
		else
			profile->weights[j] = weight;
	}
	return ok;
}

static bool read_musts(struct reader *r, const struct yaml_node *node,
		       struct profile *profile)
{
	const struct quantity_style style = { 0 };
	const struct yaml_pair **seen;
	bool ok = true;

	if (!node || node->kind != YAML_MAPPING)
		return true;
	seen = arena_array(r->arena, const struct yaml_pair *,
			   r->c->criterion_count);
	profile->musts =
		arena_array(r->arena, struct must, r->c->criterion_count);
	for (size_t i = 0; i < node->pair_count; i++) {
		const struct yaml_pair *pair = &node->pairs[i];
		struct must *must;
		size_t j;

		if (!reader_find_key(r, CALLED_CRITERION, pair, seen, &j)) {
			ok = false;
			continue;
		}
		must = &profile->musts[j];
		ok &= schema_entry(r->diags, "must", pair->value,
				   &must->as_written) &&
		      reader_must(r, &r->c->criteria[j], &style, must);
	}
	return ok;
}

static bool read_table(struct reader *r, struct str name)
{
	const char *path = path_join(reader_path(r, "tables"), name, r->arena);
	struct place at = { .file = path };
	struct str id = path_stem(name);
	struct table *table;
	bool ok = reader_check_id(r, id, at);

	for (size_t t = 0; t < r->c->table_count; t++)
		if (str_equals(r->c->tables[t].id, id)) {
			diag_error(r->diags, at,
				   "two files give the table \"%.*s\"",
				   STR_ARG(id));
			diag_note(r->diags, r->c->tables[t].at,
				  "the other is this one");
			return false;
		}
	table = arena_push(r->arena, r->c->tables, r->c->table_count);
	table->id = id;
	table->at = at;
	return (str_ends(name, ".md") ? read_md_table(r, path, table)
				      : read_csv_table(r, path, table)) &&
	       ok;
}

static bool read_csv_table(struct reader *r, const char *path,
			   struct table *table)
{
	struct text *cells;
	struct csv csv;
	struct str text;
	size_t columns;

	table->title.str = reader_title_of(table->id, r->arena);
	if (!text_read(r->diags, path, TABLE_LIMIT, &text, r->arena) ||
	    !csv_parse(r->diags, path, text, &csv, &r->rows, r->arena))
		return false;
	if (!csv.count)
		return diag_error(r->diags, table->at,
				  "the table has no header");
	columns = csv.records[0].count;
	cells = arena_array(r->arena, struct text, csv.count * columns);
	for (size_t row = 0; row < csv.count; row++)
		for (size_t k = 0; k < columns; k++) {
			const struct field *f = &csv.records[row].fields[k];

			cells[row * columns + k] =
				(struct text){ row ? field_prose(f) : f->text,
					       f->at };
		}
	return fill_table(r, table, cells, csv.count, columns);
}

static bool read_md_table(struct reader *r, const char *path,
			  struct table *table)
{
	struct front_matter fm;
	struct markdown_table grid;

	if (!front_matter_read(r->diags, path, &fm, r->arena) ||
	    !schema_read(&r->env, &TABLE_SCHEMA, fm.yaml, table) ||
	    !markdown_table(&r->env, fm.body, fm.body_at, &grid))
		return false;
	return fill_table(r, table, grid.cells, grid.row_count,
			  grid.column_count);
}

static bool fill_table(struct reader *r, struct table *table,
		       const struct text *cells, size_t rows, size_t columns)
{
	size_t *options = arena_array(r->arena, size_t, columns);
	bool ok = read_columns(r, cells, columns, options);

	r->table_cells += rows * columns;
	if (r->table_cells > COMPARISON_CELLS)
		return diag_error(r->diags, cells[0].at,
				  "with this table the comparison has more "
				  "than %d cells in tables/",
				  COMPARISON_CELLS);
	table->row_label = cells[0];
	for (size_t i = 1; ok && i < rows; i++) {
		const struct text *from = cells + i * columns;
		struct table_row *row =
			arena_push(r->arena, table->rows, table->row_count);

		row->cells = arena_array(r->arena, struct prose_list,
					 r->c->option_count);
		ok = markdown_inline(&r->env, from[0].str, from[0].at,
				     &row->label);
		for (size_t k = 1; k < columns; k++)
			ok &= read_values(r, from[k], &row->cells[options[k]]);
	}
	return ok;
}

/* Which option each column after the first is of; all must be there. */
static bool read_columns(struct reader *r, const struct text *header,
			 size_t columns, size_t *options)
{
	bool *seen = arena_array(r->arena, bool, r->c->option_count);
	bool ok = true;

	for (size_t k = 1; k < columns; k++) {
		options[k] = comparison_find_called(r->c, header[k].str);
		if (options[k] == r->c->option_count) {
			ok = false;
			if (reader_may_be(r, CALLED_OPTION, header[k].str))
				continue;
			diag_error(r->diags, header[k].at,
				   "there is no option \"%.*s\"",
				   STR_ARG(header[k].str));
			reader_suggest(r, CALLED_OPTION, false, header[k].str);
			continue;
		}
		if (seen[options[k]])
			ok = diag_error(r->diags, header[k].at,
					"the column \"%.*s\" is there twice",
					STR_ARG(header[k].str));
		seen[options[k]] = true;
	}
	/* Which options there are, or how they are called, may be wrong. */
	ok &= !r->options_are_unnamed;
	for (size_t i = 0; ok && i < r->c->option_count; i++)
		if (!seen[i])
			ok = diag_error(r->diags, header[0].at,
					"the column of option \"%.*s\" is "
					"missing",
					STR_ARG(r->c->options[i].id));
	return ok;
}

static bool read_values(struct reader *r, struct text cell,
			struct prose_list *list)
{
	size_t count;
	struct str *values = values_of(cell.str, &count, r->arena);
	bool ok = true;

	for (size_t k = 0; k < count; k++)
		ok &= markdown_inline(&r->env, values[k], cell.at,
				      arena_push(r->arena, list->items,
						 list->count));
	return ok;
}

struct str reader_title_of(struct str stem, struct arena *arena)
{
	struct str title = arena_str(arena, stem);
	char *c = (char *)title.ptr;

	for (size_t i = 0; i < title.len; i++)
		if (c[i] == '-' || c[i] == '_')
			c[i] = ' ';
	if (title.len && c[0] >= 'a' && c[0] <= 'z')
		c[0] = (char)(c[0] - 'a' + 'A');
	return title;
}

static bool read_sample(struct reader *r, struct str id)
{
	const char *dir = path_join(reader_path(r, "samples"), id, r->arena);
	struct sample *sample;
	struct str *names;
	size_t count;
	bool ok;

	if (file_is_regular(dir))
		return diag_error(
			r->diags, (struct place){ .file = dir },
			"samples/ holds folders, one for each sample");
	if (!folder_list(r->diags, dir, &names, &count, r->arena))
		return false;
	sample = arena_push(r->arena, r->c->samples, r->c->sample_count);
	sample->id = id;
	sample->at = (struct place){ .file = dir };
	sample->code = arena_array(r->arena, struct str, r->c->option_count);
	sample->html = arena_array(r->arena, struct str, r->c->option_count);
	sample->file = arena_array(r->arena, struct str, r->c->option_count);
	ok = reader_check_id(r, id, sample->at);
	for (size_t k = 0; k < count; k++)
		ok &= read_sample_file(r, sample, names[k]);
	return ok;
}

/* Of the option that it is named for. */
static bool read_sample_file(struct reader *r, struct sample *sample,
			     struct str name)
{
	const char *path = path_join(sample->at.file, name, r->arena);
	struct place at = { .file = path };
	struct str stem = path_stem(name);
	size_t option = comparison_find_option(r->c, stem);
	bool ok;

	if (option == r->c->option_count) {
		diag_error(r->diags, at, "the file names no option");
		reader_suggest(r, CALLED_OPTION, true, stem);
		return false;
	}
	if (sample->code[option].ptr)
		return diag_error(r->diags, at,
				  "there are two files for \"%.*s\"",
				  STR_ARG(stem));
	sample->file[option] = name;
	ok = text_read(r->diags, path, TEXT_LIMIT, &sample->code[option],
		       r->arena);
	sample->html[option] = highlight_sample(r, sample->code[option],
						path_extension(name), at);
	return ok;
}

/* A language that the file's ending does not name stays plain. */
static struct str highlight_sample(struct reader *r, struct str code,
				   struct str ending, struct place at)
{
	const struct syntaxes *all = r->env.syntaxes;
	const struct syntax *syntax = NULL;
	struct buf html = { 0 };
	struct str made;

	if (all && ending.len)
		syntax = syntaxes_find(r->diags, all, ending, at, r->arena);
	highlight(syntax, code, &html);
	made = buf_copy(&html, r->arena);
	buf_release(&html);
	return made;
}
