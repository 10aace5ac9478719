#include <string.h>

#include "base/file.h"
#include "base/slug.h"
#include "read/cells.h"
#include "read/lexical.h"
#include "read/markdown_ids.h"
#include "read/reader.h"
#include "read/schemas.h"
#include "read/text.h"

#define AT(member) offsetof(struct option, member)
#define LISTED(member) .kind = FIELD_INLINES, .offset = AT(member)

/* One that a row, a file or the scoring table speaks of. */
struct entry {
	struct text id, name;
	struct str short_name;
	struct yaml_node *yaml; /* of a row; or NULL */
	const char *path;	/* of its file; or NULL */
	struct place at;
	bool is_taken;
};

/* All of those, and what they are called. */
struct roster {
	struct reader *r;
	struct csv csv; /* options.csv; no records: there is none */
	struct entry *entries;
	size_t count;
	struct name_index *names;
	struct entry **taken; /* per option; NULL: there is no such thing */
	bool is_listed;	      /* in comparison.md */
	bool is_broken;	      /* that list: a row may be what was meant */
};

static bool refuse_count(struct reader *r, struct place at);
static bool add_rows(struct roster *roster);
static bool check_named(struct reader *r, const struct record *header,
			const enum column *columns);
static bool add_row(struct roster *roster, const struct record *row,
		    const enum column *columns);
static bool add_entry(struct roster *roster, struct entry entry);
static bool add_files(struct roster *roster);
static void add_file(struct roster *roster, const char *path, struct str id);
static struct str text_at(const struct yaml_node *yaml, const char *key);
static bool take_listed(struct roster *roster, const struct option *listed,
			size_t count);
static void add_listed(struct roster *roster, const struct option *listed,
		       size_t count);
static bool take_named(struct roster *roster);
static bool refuse_few(struct reader *r, size_t count);
static struct str misnamed_scores(struct reader *r);
static bool refuse_open(struct reader *r);
static void add_named(struct roster *roster, struct text name);
static struct str free_id(const struct roster *roster, struct str base);
static void take_rows(struct roster *roster);
static void take(struct roster *roster, size_t i, struct place at);
static bool refuse_order(const struct roster *roster);
static void refuse_twice(const struct roster *roster, size_t i,
			 struct text called);
static void refuse_option(struct roster *roster, struct text called,
			  bool several);
static void hint_entries(const struct roster *roster, struct str wrong);
static bool read_option(struct reader *r, size_t i, struct entry *entry);
static bool read_option_body(struct reader *r, const struct front_matter *fm,
			     struct option *option);
static void name_after_id(struct reader *r, struct yaml_node *yaml,
			  const struct entry *entry);
static bool read_uses(struct reader *r, const struct yaml_node *node,
		      struct option *option);
static struct place place_of_name(const struct option *o, struct text name,
				  const struct option *other);
static bool check_unlisted(const struct roster *roster);

static const struct schema_field USE_FIELDS[] = {
	{ .key = "organisation",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = offsetof(struct use, organisation) },
	{ .key = "for",
	  .kind = FIELD_INLINE,
	  .offset = offsetof(struct use, purpose) },
};
static const struct schema USE_SCHEMA =
	SCHEMA("an entry of used_by", USE_FIELDS);

static const struct schema_field FACT = { .kind = FIELD_INLINE };
static const struct schema FACTS_SCHEMA = { "facts", NULL, 0, &FACT };

static const struct schema_field FIELDS[] = {
	{ .key = "name",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = AT(name) },
	{ .key = "short", .kind = FIELD_TEXT, .offset = AT(short_name) },
	{ .key = "group", .kind = FIELD_TEXT, .offset = AT(group) },
	{ .key = "color", .kind = FIELD_COLOR, .offset = AT(color) },
	{ .key = "logo",
	  .kind = FIELD_TEXT,
	  .offset = AT(logo),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "image",
	  .kind = FIELD_TEXT,
	  .offset = AT(image),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "website", .kind = FIELD_URL, .offset = AT(website) },
	{ .key = "price", .kind = FIELD_TEXT, .offset = AT(price) },
	{ .key = "facts", .kind = FIELD_MAPPING, .inner = &FACTS_SCHEMA },
	{ .key = "features", LISTED(features) },
	{ .key = "pros", LISTED(pros) },
	{ .key = "cons", LISTED(cons) },
	{ .key = "best_for", LISTED(best_for) },
	{ .key = "used_by", .kind = FIELD_LIST, .inner = &USE_SCHEMA },
	{ .key = "params", .kind = FIELD_PARAMS, .offset = AT(params) },
};
const struct schema OPTION_SCHEMA = SCHEMA("an option", FIELDS);

bool read_options(struct reader *r, const struct yaml_node *list)
{
	struct roster roster = { .r = r, .names = name_index_new(r->arena) };
	struct option *listed = r->c->options;
	size_t count = r->c->option_count;
	bool ok = true;

	/* What is wrong with a list of none was told with the head. */
	if (!count && list && !yaml_is_null(list))
		return false;
	if (count > COMPARISON_OPTIONS)
		return refuse_count(r, listed[COMPARISON_OPTIONS].at);
	r->c->options = NULL;
	r->c->option_count = 0;
	if (!add_rows(&roster) || !add_files(&roster))
		return false;
	roster.is_listed = count > 0;
	if (count)
		ok = take_listed(&roster, listed, count);
	else if (roster.csv.count)
		take_rows(&roster);
	else if (roster.count)
		ok = refuse_order(&roster);
	else
		ok = take_named(&roster);
	roster.is_broken = !ok || count == 1;
	if (!r->c->option_count)
		return false;
	if (r->c->option_count > COMPARISON_OPTIONS)
		return refuse_count(r, r->c->options[COMPARISON_OPTIONS].at);
	for (size_t i = 0; i < r->c->option_count; i++)
		ok &= read_option(r, i, roster.taken[i]);
	ok &= read_option_names_differ(r, false);
	return check_unlisted(&roster) && ok;
}

/* What is too large is not read, as all of it would then be looked for. */
static bool refuse_count(struct reader *r, struct place at)
{
	/* Nothing else is to be told of it. */
	r->c->option_count = 0;
	return diag_error(r->diags, at, "a comparison has at most %d options",
			  COMPARISON_OPTIONS);
}

/* A row of options.csv for each option; what it gives is read as if of a file. */
static bool add_rows(struct roster *roster)
{
	struct reader *r = roster->r;
	struct csv *csv = &roster->csv;
	enum column *columns;
	bool ok = true;

	if (!reader_table(r, "options.csv", csv))
		return false;
	if (!csv->count)
		return true;
	columns = arena_array(r->arena, enum column, csv->records[0].count);
	if (!reader_headings(r, csv, COLUMNS_OF_OPTIONS, columns) ||
	    !check_named(r, &csv->records[0], columns))
		return false;
	for (size_t row = 1; row < csv->count && row <= COMPARISON_OPTIONS + 1;
	     row++)
		ok &= add_row(roster, &csv->records[row], columns);
	return ok;
}

/* Else each row would be said to be without a name. */
static bool check_named(struct reader *r, const struct record *header,
			const enum column *columns)
{
	struct str names[] = { column_words(&r->columns, COLUMN_NAME),
			       column_words(&r->columns, COLUMN_ID) };
	const struct field *near = &header->fields[0];

	for (size_t k = 0; k < header->count; k++)
		if (columns[k] == COLUMN_NAME || columns[k] == COLUMN_ID)
			return true;
	for (size_t k = 0; k < header->count; k++)
		if (columns[k] == COLUMN_COUNT &&
		    diag_nearest(header->fields[k].text, names, 2))
			near = &header->fields[k];
	diag_error(r->diags, near->at,
		   "the table has no column \"%.*s\", nor \"%.*s\"",
		   STR_ARG(names[0]), STR_ARG(names[1]));
	if (diag_nearest(near->text, names, 2))
		diag_suggest(r->diags, near->text, names, 2);
	else
		diag_hint(r->diags,
			  "say what it is called in comparison.md: %.*s",
			  STR_ARG(reader_columns_said(r, COLUMN_NAME,
						      near->text)));
	return false;
}

static bool add_row(struct roster *roster, const struct record *row,
		    const enum column *columns)
{
	struct reader *r = roster->r;
	const struct record *header = &roster->csv.records[0];
	struct entry entry = { .at = row->at };
	struct yaml_node *facts = cells_mapping(row->at, r->arena);

	entry.yaml = cells_mapping(row->at, r->arena);
	for (size_t k = 0; k < header->count; k++) {
		const struct field *cell = &row->fields[k];
		struct field key = header->fields[k];

		if (columns[k] == COLUMN_COUNT) {
			cells_put(facts, key, cell, r->arena);
			continue;
		}
		if (columns[k] == COLUMN_ID)
			entry.id = (struct text){ cell->text, cell->at };
		if (columns[k] == COLUMN_NAME)
			entry.name = (struct text){ cell->text, cell->at };
		if (columns[k] == COLUMN_SHORT)
			entry.short_name = cell->text;
		key.text = str_from(column_name(columns[k]));
		if (columns[k] != COLUMN_ID)
			cells_put(entry.yaml, key, cell, r->arena);
	}
	cells_put_mapping(entry.yaml, "facts", facts, r->arena);
	return row_id(r, CALLED_OPTION, &entry.id, &entry.name, row->at) &&
	       add_entry(roster, entry);
}

/* The id of a row: as given, or made of the name. */
bool row_id(const struct reader *r, enum called kind, struct text *id,
	    const struct text *name, struct place at)
{
	if (id->str.len)
		return reader_check_id(r, id->str, id->at);
	if (!name->str.len)
		return diag_error(r->diags, at, "the row has neither %s nor id",
				  kind == CALLED_OPTION ? "name" : "title");
	*id = (struct text){ slug_of(name->str, r->arena), name->at };
	if (id->str.len)
		return true;
	diag_error(r->diags, name->at, "no id can be made of \"%.*s\"",
		   STR_ARG(name->str));
	diag_hint(r->diags, "give the table a column \"id\"");
	return false;
}

static bool add_entry(struct roster *roster, struct entry entry)
{
	struct reader *r = roster->r;
	long twin = name_index_find(roster->names, entry.id.str);
	const struct entry *other = twin >= 0 ? &roster->entries[twin] : NULL;

	if (other && str_equals(other->id.str, entry.id.str)) {
		diag_error(r->diags, entry.id.at,
			   "two rows give the option \"%.*s\"",
			   STR_ARG(entry.id.str));
		diag_note(r->diags, other->id.at, "the other is here");
		diag_hint(r->diags, "tell them apart in a column \"id\"");
		return false;
	}
	name_index_add_id(roster->names, entry.id.str, roster->count);
	name_index_add(roster->names, entry.name.str, roster->count);
	name_index_add(roster->names, entry.short_name, roster->count);
	*arena_push(r->arena, roster->entries, roster->count) = entry;
	return true;
}

/* A file of options/ belongs to the row of its name, or is one of its own. */
static bool add_files(struct roster *roster)
{
	struct reader *r = roster->r;
	const char *dir = reader_path(r, "options");
	struct str *names;
	size_t count, rows = roster->count;

	if (!reader_list(r, "options", &names, &count))
		return false;
	for (size_t k = 0; k < count; k++) {
		const char *path = path_join(dir, names[k], r->arena);
		struct str id = path_stem(names[k]);
		long row = name_index_find(roster->names, id);
		bool has_row = row >= 0 && (size_t)row < rows &&
			       str_equals(roster->entries[row].id.str, id);

		if (!str_ends(names[k], ".md"))
			continue;
		if (roster->count > 2 * COMPARISON_OPTIONS)
			break;
		if (has_row)
			roster->entries[row].path = path;
		else
			add_file(roster, path, id);
	}
	return true;
}

/* Its names are looked up by a list that stands elsewhere. */
static void add_file(struct roster *roster, const char *path, struct str id)
{
	struct reader *r = roster->r;
	struct entry entry = { .id = { .str = id, .at = { .file = path } },
			       .path = path,
			       .at = { .file = path } };
	struct diags *unheard = diags_new();
	struct front_matter fm;

	/* What is wrong in it is told when it is read as an option. */
	if (front_matter_read(unheard, path, &fm, r->arena)) {
		entry.name.str = text_at(fm.yaml, "name");
		entry.short_name = text_at(fm.yaml, "short");
	}
	diags_free(unheard);
	name_index_add_id(roster->names, id, roster->count);
	name_index_add(roster->names, entry.name.str, roster->count);
	name_index_add(roster->names, entry.short_name, roster->count);
	*arena_push(r->arena, roster->entries, roster->count) = entry;
}

static struct str text_at(const struct yaml_node *yaml, const char *key)
{
	const struct yaml_node *node = yaml_find(yaml, key);

	return node && node->kind == YAML_SCALAR ? node->name : STR("");
}

static bool take_listed(struct roster *roster, const struct option *listed,
			size_t count)
{
	bool ok = true;

	/* Neither a table nor a file says what they are: the scores may. */
	if (!roster->count)
		add_listed(roster, listed, count);
	for (size_t i = 0; i < count; i++) {
		struct text called = listed[i].name;
		long found = name_index_find(roster->names, called.str);

		if (found >= 0 && !roster->entries[found].is_taken) {
			take(roster, (size_t)found, called.at);
			continue;
		}
		ok = false;
		if (found >= 0)
			refuse_twice(roster, (size_t)found, called);
		else
			refuse_option(roster, called, found == NAME_SEVERAL);
	}
	return ok;
}

/* Those of the list that the scoring tables name need nothing else. */
static void add_listed(struct roster *roster, const struct option *listed,
		       size_t count)
{
	struct reader *r = roster->r;
	size_t named;
	struct text *names = sheets_names(r, CALLED_OPTION, &named);
	struct name_index *known = name_index_new(r->arena);

	for (size_t i = 0; i < named; i++)
		name_index_add(known, names[i].str, i);
	for (size_t i = 0; i < count; i++)
		if (name_index_find(known, listed[i].name.str) >= 0 &&
		    name_index_find(roster->names, listed[i].name.str) < 0)
			add_named(roster, listed[i].name);
}

/* What the scoring tables name, in their order. */
static bool take_named(struct roster *roster)
{
	struct reader *r = roster->r;
	size_t count;
	struct text *names = sheets_names(r, CALLED_OPTION, &count);

	if (count > COMPARISON_OPTIONS)
		count = COMPARISON_OPTIONS + 1;
	if (!count && r->sheet_count && r->sheets[0].shape == SHEET_OPEN &&
	    !r->sheets_are_broken)
		return refuse_open(r);
	if (count < 2)
		return !r->sheets_are_broken && refuse_few(r, count);
	for (size_t i = 0; i < count; i++) {
		sheets_warn_of_name(r, CALLED_OPTION, names[i]);
		add_named(roster, names[i]);
	}
	for (size_t i = 0; i < count; i++)
		take(roster, i, names[i].at);
	return true;
}

static bool refuse_few(struct reader *r, size_t count)
{
	const struct score_sheet *sheet = r->sheet_count ? r->sheets : NULL;
	struct str other = sheet ? STR("") : misnamed_scores(r);

	if (sheet && sheet->shape == SHEET_LONG &&
	    sheet->columns[COLUMN_OPTION] == NO_COLUMN) {
		diag_error(r->diags, sheet->csv.records[0].fields[0].at,
			   "the table has a column for scores, and none that "
			   "names options");
		diag_hint(r->diags, "call it \"option\"; or give each option a "
				    "column of its name, and none \"score\"");
		return false;
	}
	diag_error(r->diags,
		   sheet ? sheet->csv.records[0].fields[0].at : r->c->at,
		   "a comparison needs at least two options, found %zu", count);
	if (other.len)
		diag_hint(r->diags,
			  "\"%.*s\" is not read: the scoring table is a CSV "
			  "file, scores.csv",
			  STR_ARG(other));
	else
		diag_hint(r->diags,
			  "list them as \"options\", in options.csv, or in "
			  "the scoring table");
	return false;
}

/* "scores.tsv", "Scores.csv", "score.csv" */
static struct str misnamed_scores(struct reader *r)
{
	static const char START[] = "score";
	struct str *names, found = { "", 0 };
	size_t count;

	if (!folder_list(r->diags, r->dir, &names, &count, r->arena))
		return found;
	for (size_t k = 0; k < count; k++)
		if (names[k].len > strlen(START) &&
		    !strncasecmp(names[k].ptr, START, strlen(START)))
			found = names[k];
	return found;
}

/* A table of which nothing says what its rows and columns are. */
static bool refuse_open(struct reader *r)
{
	const struct record *header = &r->sheets[0].csv.records[0];
	struct str first = header->fields[0].text;
	const struct str names[] = { column_words(&r->columns,
						  COLUMN_CRITERION),
				     column_words(&r->columns, COLUMN_OPTION) };
	size_t filled = 0;

	for (size_t k = 0; k < header->count; k++)
		filled += header->fields[k].text.len > 0;
	diag_error(r->diags, header->fields[0].at,
		   "the header names neither a column \"criterion\" nor "
		   "\"option\"");
	if (str_find(first, '|') < first.len)
		diag_hint(r->diags, "cells are parted by commas, semicolons or "
				    "tabs, not by \"|\"");
	else if (first.len && filled == 1)
		diag_hint(r->diags, "take out what stands above the names of "
				    "the columns");
	else if (diag_nearest(first, names, 2))
		diag_suggest(r->diags, first, names, 2);
	else if (first.len)
		diag_hint(
			r->diags,
			"say in comparison.md what \"%.*s\" is: %.*s if each "
			"row is a criterion, %.*s if each is an option",
			STR_ARG(first),
			STR_ARG(reader_columns_said(r, COLUMN_CRITERION,
						    first)),
			STR_ARG(reader_columns_said(r, COLUMN_OPTION, first)));
	else
		diag_hint(r->diags,
			  "write over the first column \"criterion\" if each "
			  "row is a criterion, \"option\" if each is an "
			  "option");
	return false;
}

/* An option of which nothing but its name is known. */
static void add_named(struct roster *roster, struct text name)
{
	struct reader *r = roster->r;
	struct entry entry = { .name = name, .at = name.at };

	entry.yaml = cells_mapping(name.at, r->arena);
	cells_put_text(entry.yaml, "name", name, r->arena);
	/* The ids so far are those of the entries. */
	entry.id.str = slug_of(name.str, r->arena);
	entry.id.at = name.at;
	if (!entry.id.str.len)
		entry.id.str =
			arena_printf(r->arena, "option-%zu", roster->count + 1);
	entry.id.str = free_id(roster, entry.id.str);
	name_index_add_id(roster->names, entry.id.str, roster->count);
	name_index_add(roster->names, name.str, roster->count);
	*arena_push(r->arena, roster->entries, roster->count) = entry;
}

static struct str free_id(const struct roster *roster, struct str base)
{
	struct str id = base;
	long found;

	for (size_t n = 2; (found = name_index_find(roster->names, id)) >= 0 &&
			   str_equals(roster->entries[found].id.str, id);
	     n++)
		id = arena_printf(roster->r->arena, "%.*s-%zu", STR_ARG(base),
				  n);
	return id;
}

static void take_rows(struct roster *roster)
{
	for (size_t i = 0; i < roster->count; i++)
		if (roster->entries[i].yaml)
			take(roster, i, roster->entries[i].at);
}

static void take(struct roster *roster, size_t i, struct place at)
{
	struct reader *r = roster->r;
	struct entry *entry = &roster->entries[i];
	size_t taken = r->c->option_count;
	struct option *option =
		arena_push(r->arena, r->c->options, r->c->option_count);

	option->id = entry->id.str;
	option->at = at;
	entry->is_taken = true;
	*arena_push(r->arena, roster->taken, taken) = entry;
}

static bool refuse_order(const struct roster *roster)
{
	struct reader *r = roster->r;

	if (r->options_are_misspelt)
		return false;
	diag_error(r->diags, r->c->at, "a comparison needs \"options\"");
	diag_hint(r->diags, "list them in the order of their columns, here or "
			    "in options.csv");
	return false;
}

static void refuse_twice(const struct roster *roster, size_t i,
			 struct text called)
{
	struct reader *r = roster->r;
	size_t first = 0;

	while (roster->taken[first] != &roster->entries[i])
		first++;
	diag_error(r->diags, called.at, "the option \"%.*s\" is there twice",
		   STR_ARG(called.str));
	diag_note(r->diags, r->c->options[first].at, "it was first here");
}

/* What is listed and not there is an option all the same: others speak of it. */
static void refuse_option(struct roster *roster, struct text called,
			  bool several)
{
	struct reader *r = roster->r;
	struct option *option;
	struct str file =
		arena_printf(r->arena, "options/%.*s.md", STR_ARG(called.str));
	size_t taken = r->c->option_count;

	if (several)
		diag_error(r->diags, called.at,
			   "several options are called \"%.*s\"",
			   STR_ARG(called.str));
	else if (roster->csv.count || !id_is_valid(called.str))
		diag_error(r->diags, called.at, "there is no option \"%.*s\"",
			   STR_ARG(called.str));
	else
		diag_error(r->diags, called.at, "there is no file %s",
			   reader_path(r, file.ptr));
	hint_entries(roster, called.str);
	r->options_are_unnamed = true;
	option = arena_push(r->arena, r->c->options, r->c->option_count);
	option->id = option->name.str = option->short_name.str = called.str;
	option->at = called.at;
	*arena_push(r->arena, roster->taken, taken) = NULL;
}

static void hint_entries(const struct roster *roster, struct str wrong)
{
	struct reader *r = roster->r;
	struct str *names;
	size_t count = 0;

	if (!diag_is_kept(r->diags))
		return;
	names = arena_array(r->arena, struct str, 3 * roster->count + 1);
	for (size_t i = 0; i < roster->count; i++) {
		if (roster->entries[i].is_taken)
			continue;
		names[count++] = roster->entries[i].id.str;
		names[count++] = roster->entries[i].name.str;
		names[count++] = roster->entries[i].short_name;
	}
	diag_suggest(r->diags, wrong, names, count);
}

/* Reads what the row and the file of an option say. */
static bool read_option(struct reader *r, size_t i, struct entry *entry)
{
	struct option *option = &r->c->options[i];
	struct front_matter fm = { 0 };
	struct yaml_node *yaml;
	bool ok = true;

	if (!entry)
		return false;
	if (entry->path) {
		ok = front_matter_read(r->diags, entry->path, &fm, r->arena);
		option->at = (struct place){ entry->path, 1, 1, 3 };
	}
	yaml = entry->yaml ? entry->yaml : cells_mapping(entry->at, r->arena);
	if (fm.yaml && !entry->yaml)
		yaml->at = fm.yaml->at;
	if (fm.yaml)
		ok &= cells_join(r->diags, yaml, fm.yaml, r->arena);
	if (ok && entry->yaml && !yaml_find(yaml, "name"))
		name_after_id(r, yaml, entry);
	if (ok)
		ok = schema_read(&r->env, &OPTION_SCHEMA, yaml, option);
	r->options_are_unnamed |= !option->name.str.len;
	if (!option->name.str.len)
		option->name.str = option->id;
	if (!option->short_name.str.len)
		option->short_name = option->name;
	if (entry->path && !fm.yaml)
		return false;
	ok &= read_option_facts(r, yaml_find(yaml, "facts"), option);
	ok &= read_uses(r, yaml_find(yaml, "used_by"), option);
	ok &= links_file(&r->links, &option->logo, &option->logo_size);
	ok &= links_file(&r->links, &option->image, &option->image_size);
	return ok & (!entry->path || read_option_body(r, &fm, option));
}

static bool read_option_body(struct reader *r, const struct front_matter *fm,
			     struct option *option)
{
	struct markdown_ids *ids = markdown_ids_new(r->arena);

	markdown_ids_reserve(ids, STR("main"));
	markdown_ids_reserve(ids, STR("facts-title"));
	return markdown_block(&r->env, ids, fm->body, fm->body_at,
			      &option->body);
}

/* A row with an id alone is called so. */
static void name_after_id(struct reader *r, struct yaml_node *yaml,
			  const struct entry *entry)
{
	cells_put_text(yaml, "name", entry->id, r->arena);
}

bool read_option_facts(struct reader *r, const struct yaml_node *node,
		       struct option *option)
{
	bool ok = true;

	for (size_t i = 0; node && i < node->pair_count; i++) {
		const struct yaml_pair *pair = &node->pairs[i];
		struct fact *fact =
			arena_push(r->arena, option->facts, option->fact_count);

		fact->label = (struct text){ pair->key, pair->at };
		ok &= name_check(r->diags, "facts", pair->key, pair->at);
		if (text_is_unseen(pair->key))
			ok = diag_error(r->diags, pair->at,
					"a fact has no name");
		if (pair->value->kind == YAML_SCALAR) {
			ok &= schema_inline(&r->env, pair->value,
					    pair->value->text, &fact->text);
		} else {
			ok = diag_error(r->diags, pair->value->at,
					"a fact must be text, found %s",
					yaml_kind_name(pair->value));
		}
	}
	return ok;
}

static bool read_uses(struct reader *r, const struct yaml_node *node,
		      struct option *option)
{
	bool ok = true;

	for (size_t i = 0; node && i < node->item_count; i++)
		ok &= schema_read(&r->env, &USE_SCHEMA, node->items[i],
				  arena_push(r->arena, option->uses,
					     option->use_count));
	return ok;
}

bool read_option_names_differ(struct reader *r, bool translated)
{
	bool ok = true;

	for (size_t i = 1; i < r->c->option_count; i++) {
		const struct option *o = &r->c->options[i];
		const struct text names[] = { { o->id, o->at },
					      o->name,
					      o->short_name };

		for (size_t k = translated; k < 3; k++) {
			size_t other = translated ? comparison_find_shown(
							    r->c, names[k].str)
						  : comparison_find_called(
							    r->c, names[k].str);
			const struct option *first = &r->c->options[other];

			if (other == i)
				continue;
			ok = diag_error(r->diags,
					place_of_name(o, names[k], first),
					"\"%.*s\" is what the option \"%.*s\" "
					"is called, too",
					STR_ARG(names[k].str),
					STR_ARG(first->id));
			break;
		}
	}
	return ok;
}

/* The mistake is in a translation, where one of the two has its name from it. */
static struct place place_of_name(const struct option *o, struct text name,
				  const struct option *other)
{
	const struct place *at = name.at.file ? &name.at : &o->at;
	const struct place *beside = &other->name.at;

	return at->file == o->at.file && beside->file &&
			       beside->file != other->at.file
		       ? *beside
		       : *at;
}

/* What nobody listed would silently be left out. */
static bool check_unlisted(const struct roster *roster)
{
	struct reader *r = roster->r;
	bool ok = true;

	for (size_t i = 0; i < roster->count; i++) {
		const struct entry *entry = &roster->entries[i];
		bool table = roster->csv.count && !entry->yaml;

		if (entry->is_taken || (entry->yaml && roster->is_broken))
			continue;
		ok = diag_error(r->diags, entry->at,
				"the option \"%.*s\" is not listed in %s",
				STR_ARG(entry->id.str),
				table && !roster->is_listed ? "options.csv"
							    : "comparison.md");
		diag_hint(r->diags, "add it%s, or remove the %s",
			  table && !roster->is_listed ? "" : " to `options`",
			  entry->yaml ? "row" : "file");
	}
	return ok;
}
