#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <strings.h>

#include "base/file.h"
#include "base/slug.h"
#include "model/finding.h"
#include "read/cells.h"
#include "read/markdown_ids.h"
#include "read/reader.h"
#include "read/schemas.h"

#define AT(member) offsetof(struct criterion, member)
/* Of criteria.csv: numbers, and what makes a measure. */
#define COLUMNS_OF_NUMBERS                                     \
	(COLUMN_BIT(COLUMN_WEIGHT) | COLUMN_BIT(COLUMN_BEST) | \
	 COLUMN_BIT(COLUMN_WORST) | COLUMN_BIT(COLUMN_MUST))
#define COLUMNS_OF_MEASURE                                     \
	(COLUMN_BIT(COLUMN_UNIT) | COLUMN_BIT(COLUMN_BETTER) | \
	 COLUMN_BIT(COLUMN_BEST) | COLUMN_BIT(COLUMN_WORST))
#define MEASURE(member) offsetof(struct measure, member)

static int compare_numbers(const void *a, const void *b);
static size_t number_len(struct str name);
static struct str id_of_file(struct str name);
static bool check_reserved(struct reader *r, struct str id, struct place at);
static bool names_pair(const struct comparison *c, struct str id);
/* One that a row, a file or the scoring table speaks of. */
struct entry {
	struct str id;
	struct place id_at, at;
	struct yaml_node *yaml; /* of a row; or NULL */
	const char *path;	/* of its file; or NULL */
	struct quantity_style style;
	bool weight_is_percent;
};

struct ledger {
	struct reader *r;
	struct entry *entries;
	size_t count;
	struct name_index *ids;
	struct quantity_style style;
	bool failed; /* an entry was refused */
};

static bool add_rows(struct ledger *ledger);
static bool check_headings(struct reader *r, const struct record *header,
			   const enum column *columns);
static bool add_row(struct ledger *ledger, const struct csv *csv,
		    const struct record *row, const enum column *columns);
static void plain_number(struct ledger *ledger, enum column column,
			 struct str unit, struct field *cell);
static bool add_entry(struct ledger *ledger, struct entry entry);
static struct entry *find_entry(const struct ledger *ledger, struct str id);
static bool add_files(struct ledger *ledger);
static void add_named(struct ledger *ledger);
static struct str new_id(const struct ledger *ledger, struct str name);
static bool check_size(struct reader *r, size_t count);
static bool read_criterion(struct reader *r, const struct entry *entry);
static struct criterion *new_criterion(struct reader *r,
				       const struct entry *entry);
static void title_after_id(struct reader *r, struct yaml_node *yaml,
			   const struct entry *entry);
static bool read_values(struct reader *r, const struct yaml_node *yaml,
			const struct entry *entry, struct criterion *criterion);
static bool check_level(const struct reader *r,
			const struct criterion *criterion,
			const struct text *score);
static bool check_level_once(const struct reader *r,
			     const struct criterion *criterion);
static bool is_same_level(const struct reader *r, struct str a, struct str b);
static bool read_measure(struct reader *r, const struct yaml_node *node,
			 struct criterion *criterion);
static bool read_better(struct reader *r, const struct yaml_node *node,
			struct measure *measure);
static void warn_of_sections(struct reader *r,
			     const struct criterion *criterion);
static bool place_section(struct reader *r, struct criterion *criterion,
			  const struct markdown_section *section);

static const char *const DIRECTIONS[] = { "higher", "lower", NULL };

static const struct schema_field MEASURE_FIELDS[] = {
	{ .key = "unit", .kind = FIELD_TEXT, .offset = MEASURE(unit) },
	{ .key = "better", .kind = FIELD_ANY, .choices = DIRECTIONS },
	{ .key = "best", .kind = FIELD_NUMBER, .offset = MEASURE(best) },
	{ .key = "worst", .kind = FIELD_NUMBER, .offset = MEASURE(worst) },
};
static const struct schema MEASURE_SCHEMA = SCHEMA("a measure", MEASURE_FIELDS);

static const struct schema_field LEVEL = { .kind = FIELD_INLINE };
static const struct schema RUBRIC_SCHEMA = { "a rubric", NULL, 0, &LEVEL };

static const struct schema_field FIELDS[] = {
	{ .key = "title",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = AT(title) },
	{ .key = "question",
	  .kind = FIELD_TEXT,
	  .offset = AT(question),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "weight",
	  .kind = FIELD_NUMBER,
	  .offset = AT(weight),
	  .max = DBL_MAX },
	{ .key = "group", .kind = FIELD_TEXT, .offset = AT(group) },
	{ .key = "rubric", .kind = FIELD_ANY, .inner = &RUBRIC_SCHEMA },
	{ .key = "measure", .kind = FIELD_MAPPING, .inner = &MEASURE_SCHEMA },
	{ .key = "winner", .kind = FIELD_ANY },
	{ .key = "must", .kind = FIELD_TEXT, .offset = AT(must.as_written) },
	{ .key = "samples", .kind = FIELD_LIST, .entry = &SAMPLE_ENTRY },
	{ .key = "params", .kind = FIELD_PARAMS, .offset = AT(params) },
};
const struct schema CRITERION_SCHEMA = SCHEMA("a criterion", FIELDS);

bool read_criteria(struct reader *r)
{
	struct ledger ledger = { .r = r };
	bool ok;

	ok = add_rows(&ledger);
	r->criteria_are_unlisted = !ok;
	r->criteria_are_unlisted |= !add_files(&ledger);
	if (r->criteria_are_unlisted)
		return false;
	if (!ledger.count)
		add_named(&ledger);
	r->criteria_are_unlisted = !check_size(r, ledger.count);
	if (r->criteria_are_unlisted)
		return false;
	ok &= !ledger.failed;
	for (size_t k = 0; k < ledger.count; k++)
		ok &= read_criterion(r, &ledger.entries[k]);
	return ok;
}

/* A row of criteria.csv for each criterion, read as if it stood in its file. */
static bool add_rows(struct ledger *ledger)
{
	struct reader *r = ledger->r;
	struct csv csv;
	enum column *columns;
	bool ok = true;

	r->criteria_file = reader_path(r, "criteria.csv");
	if (!reader_table(r, "criteria.csv", &csv))
		return false;
	if (!csv.count) {
		r->criteria_file = reader_path(r, "criteria");
		return true;
	}
	columns = arena_array(r->arena, enum column, csv.records[0].count);
	if (!reader_headings(r, &csv, COLUMNS_OF_CRITERIA, columns) ||
	    !check_headings(r, &csv.records[0], columns))
		return false;
	ledger->style.takes_comma = csv.delimiter != ',';
	for (size_t row = 1; row < csv.count; row++)
		for (size_t k = 0; k < csv.records[0].count; k++)
			if (COLUMN_BIT(columns[k]) & COLUMNS_OF_NUMBERS)
				quantity_note(&ledger->style,
					      csv.records[row].fields[k].text);
	for (size_t row = 1; row < csv.count && row <= COMPARISON_CRITERIA + 1;
	     row++)
		ok &= add_row(ledger, &csv, &csv.records[row], columns);
	return ok;
}

/* Nothing else is known of a criterion: another column would be dropped. */
static bool check_headings(struct reader *r, const struct record *header,
			   const enum column *columns)
{
	struct str names[COLUMN_COUNT];
	size_t count = 0;
	bool ok = true;

	for (enum column k = 0; k < COLUMN_COUNT; k++)
		if (COLUMN_BIT(k) & COLUMNS_OF_CRITERIA)
			names[count++] = column_words(&r->columns, k);
	for (size_t k = 0; k < header->count; k++) {
		if (columns[k] < COLUMN_COUNT)
			continue;
		ok = diag_error(r->diags, header->fields[k].at,
				"a criterion has no column \"%.*s\"",
				STR_ARG(header->fields[k].text));
		diag_hint(r->diags, "it may have %.*s",
			  STR_ARG(schema_choices(names, count, r->arena)));
		diag_suggest(r->diags, header->fields[k].text, names, count);
	}
	return ok;
}

static bool add_row(struct ledger *ledger, const struct csv *csv,
		    const struct record *row, const enum column *columns)
{
	struct reader *r = ledger->r;
	struct text id = { 0 }, title = { 0 };
	struct entry entry = { .at = row->at, .style = ledger->style };
	struct yaml_node *measure = cells_mapping(row->at, r->arena);
	struct str unit = STR("");

	entry.yaml = cells_mapping(row->at, r->arena);
	for (size_t k = 0; k < row->count; k++)
		if (columns[k] == COLUMN_UNIT)
			unit = row->fields[k].text;
	for (size_t k = 0; k < row->count; k++) {
		uint32_t bit = COLUMN_BIT(columns[k]);
		struct field cell = row->fields[k];
		struct field key = csv->records[0].fields[k];

		key.text = str_from(column_name(columns[k]));
		if (columns[k] == COLUMN_ID)
			id = (struct text){ cell.text, cell.at };
		if (columns[k] == COLUMN_TITLE)
			title = (struct text){ cell.text, cell.at };
		if (columns[k] == COLUMN_WEIGHT)
			entry.weight_is_percent =
				str_find(cell.text, '%') < cell.text.len;
		if (bit & COLUMNS_OF_NUMBERS && columns[k] != COLUMN_MUST)
			plain_number(ledger, columns[k], unit, &cell);
		if (bit & COLUMNS_OF_MEASURE)
			cells_put(measure, key, &cell, r->arena);
		else if (columns[k] != COLUMN_ID)
			cells_put(entry.yaml, key, &cell, r->arena);
	}
	cells_put_mapping(entry.yaml, "measure", measure, r->arena);
	if (!row_id(r, CALLED_CRITERION, &id, &title, row->at))
		return false;
	entry.id = id.str;
	entry.id_at = id.at;
	return add_entry(ledger, entry);
}

/*
 * "8,5 kg" as YAML has it, "8.5"; what is no number is left for its reader.
 * What may be either is told here, and nothing follows from it.
 */
static void plain_number(struct ledger *ledger, enum column column,
			 struct str unit, struct field *cell)
{
	struct reader *r = ledger->r;
	double number;

	cell->lines = NULL;
	if (column == COLUMN_WEIGHT)
		unit = STR("%");
	if (quantity_is_doubtful(
		    r->diags, cell->at,
		    arena_printf(r->arena, "\"%s\"", column_name(column)).ptr,
		    &ledger->style, unit, cell->text)) {
		ledger->failed = true;
		r->weights_are_broken |= column == COLUMN_WEIGHT;
		cell->text = STR("");
	}
	if (!quantity_read(&ledger->style, unit, cell->text, &number))
		return;
	cell->text = quantity_bare(unit, cell->text);
	if (str_find(cell->text, ',') == cell->text.len)
		return;
	cell->text = arena_str(r->arena, cell->text);
	((char *)cell->text.ptr)[str_find(cell->text, ',')] = '.';
}

static bool add_entry(struct ledger *ledger, struct entry entry)
{
	struct reader *r = ledger->r;
	const struct entry *twin = find_entry(ledger, entry.id);

	if (twin) {
		diag_error(r->diags, entry.id_at,
			   "two %s give the criterion \"%.*s\"",
			   entry.yaml ? "rows" : "files", STR_ARG(entry.id));
		diag_note(r->diags, twin->id_at, "the other is this one");
		if (entry.yaml)
			diag_hint(r->diags,
				  "tell them apart in a column \"id\"");
		return false;
	}
	if (!ledger->ids)
		ledger->ids = name_index_new(r->arena);
	name_index_add_id(ledger->ids, entry.id, ledger->count);
	*arena_push(r->arena, ledger->entries, ledger->count) = entry;
	return true;
}

static struct entry *find_entry(const struct ledger *ledger, struct str id)
{
	long found = ledger->ids ? name_index_find(ledger->ids, id) : -1;

	return found >= 0 && str_equals(ledger->entries[found].id, id)
		       ? &ledger->entries[found]
		       : NULL;
}

/* A file belongs to the row of its id, or is a criterion behind the rows. */
static bool add_files(struct ledger *ledger)
{
	struct reader *r = ledger->r;
	struct str *names;
	size_t count;

	if (!reader_list(r, "criteria", &names, &count))
		return false;
	if (count)
		qsort(names, count, sizeof(*names), compare_numbers);
	for (size_t i = 0; i < count; i++) {
		struct str id = id_of_file(names[i]);
		struct entry *row = find_entry(ledger, id);
		const char *path = path_join(reader_path(r, "criteria"),
					     names[i], r->arena);

		if (!str_ends(names[i], ".md"))
			continue;
		if (row && row->yaml && !row->path)
			row->path = path;
		else
			ledger->failed |= !add_entry(
				ledger,
				(struct entry){ .id = id,
						.id_at = { .file = path },
						.at = { .file = path },
						.path = path });
	}
	return true;
}

/* Where no file or row lists them, they are what the scoring tables name. */
static void add_named(struct ledger *ledger)
{
	struct reader *r = ledger->r;
	size_t count;
	struct text *names = sheets_names(r, CALLED_CRITERION, &count);

	r->criteria_file = r->c->scores_at.file;
	for (size_t k = 0; k < count; k++) {
		struct entry entry = { .id = new_id(ledger, names[k].str),
				       .id_at = names[k].at,
				       .at = names[k].at };

		sheets_warn_of_name(r, CALLED_CRITERION, names[k]);
		entry.yaml = cells_mapping(names[k].at, r->arena);
		cells_put_text(entry.yaml, "title", names[k], r->arena);
		add_entry(ledger, entry);
	}
}

/* "data" is a page's, and so the criterion Data is "data-2". */
static struct str new_id(const struct ledger *ledger, struct str name)
{
	struct arena *arena = ledger->r->arena;
	struct str base = slug_of(name, arena), id;

	if (!base.len)
		base = arena_printf(arena, "criterion-%zu", ledger->count + 1);
	id = base;
	for (size_t n = 2;
	     find_entry(ledger, id) || criterion_id_is_taken(ledger->r->c, id);
	     n++)
		id = arena_printf(arena, "%.*s-%zu", STR_ARG(base), n);
	return id;
}

/* What is too large is not read, as all of it would then be looked for. */
static bool check_size(struct reader *r, size_t count)
{
	size_t options = r->c->option_count, most = COMPARISON_SCORES / options;
	const char *file = r->criteria_file;

	if (most > COMPARISON_CRITERIA)
		most = COMPARISON_CRITERIA;
	return count <= most ||
	       diag_error(r->diags, (struct place){ .file = file },
			  "a comparison of %zu options has at most %zu "
			  "criteria, found %zu",
			  options, most, count);
}

/* What else stands beside the criteria's pages in the site. */
bool criterion_id_is_taken(const struct comparison *c, struct str id)
{
	static const char *const RESERVED[] = {
		"matrix", "scoreboard",	 "weights", "compare", "options",
		"report", "infographic", "charts",  "data",    "card",
		"badge",  "index",	 "scores",  "assets",
	};
	bool taken = names_pair(c, id);

	for (size_t k = 0; k < sizeof(RESERVED) / sizeof(*RESERVED); k++)
		taken |= str_is(id, RESERVED[k]);
	return taken;
}

/* As numbers: "20-a.md" stands before "100-b.md"; then by bytes. */
static int compare_numbers(const void *a, const void *b)
{
	struct str left = *(const struct str *)a,
		   right = *(const struct str *)b;
	double x = 0, y = 0;
	bool has_x = str_to_number(str_slice(left, 0, number_len(left)), &x);
	bool has_y = str_to_number(str_slice(right, 0, number_len(right)), &y);

	if (has_x != has_y)
		return has_x ? -1 : 1;
	return x != y ? (x > y) - (x < y) : str_compare(left, right);
}

static size_t number_len(struct str name)
{
	size_t digits = 0;

	while (digits < name.len && name.ptr[digits] >= '0' &&
	       name.ptr[digits] <= '9')
		digits++;
	return digits;
}

/* "10-speed.md" is `speed`: the number only orders. */
static struct str id_of_file(struct str name)
{
	return criterion_id_of(path_stem(name));
}

struct str criterion_id_of(struct str stem)
{
	size_t digits = number_len(stem);

	if (digits && digits + 1 < stem.len && stem.ptr[digits] == '-')
		stem = str_from_byte(stem, digits + 1);
	return stem;
}

static bool check_reserved(struct reader *r, struct str id, struct place at)
{
	if (!criterion_id_is_taken(r->c, id))
		return true;
	diag_error(r->diags, at,
		   "the id \"%.*s\" is taken by the page %.*s/%.*s",
		   STR_ARG(id), STR_ARG(r->c->slug), STR_ARG(id));
	diag_hint(r->diags, at.line ? "give the row another id, in a column "
				      "\"id\""
				    : "give the file another name");
	return false;
}

/* "oak-vs-elm" is the page of these two options. */
static bool names_pair(const struct comparison *c, struct str id)
{
	for (size_t i = 0; i < c->option_count; i++) {
		struct str first = c->options[i].id;
		struct str rest = str_from_byte(id, first.len);

		if (str_equals(str_slice(id, 0, first.len), first) &&
		    str_starts(rest, "-vs-") &&
		    comparison_find_option(c, str_from_byte(rest, 4)) <
			    c->option_count)
			return true;
	}
	return false;
}

static bool read_criterion(struct reader *r, const struct entry *entry)
{
	struct criterion *criterion = new_criterion(r, entry);
	bool ok = reader_check_id(r, entry->id, entry->id_at);
	struct yaml_node *yaml = entry->yaml;
	struct front_matter fm = { 0 };

	ok &= check_reserved(r, entry->id, entry->id_at);
	if (entry->path &&
	    !front_matter_read(r->diags, entry->path, &fm, r->arena)) {
		r->criteria_are_untitled = r->weights_are_broken = true;
		return false;
	}
	if (!yaml)
		yaml = cells_mapping(fm.yaml->at, r->arena);
	if (fm.yaml)
		ok &= cells_join(r->diags, yaml, fm.yaml, r->arena);
	if (entry->yaml && !yaml_find(yaml, "title"))
		title_after_id(r, yaml, entry);
	if (!schema_read(&r->env, &CRITERION_SCHEMA, yaml, criterion)) {
		r->weights_are_broken = true;
		ok = false;
	}
	r->criteria_are_untitled |= !criterion->title.str.len;
	ok &= read_values(r, yaml, entry, criterion);
	return ok & (!entry->path || read_criterion_body(r, &fm, criterion));
}

/* It stands in the list even if it is broken: others speak of it. */
static struct criterion *new_criterion(struct reader *r,
				       const struct entry *entry)
{
	struct criterion *criterion =
		arena_push(r->arena, r->c->criteria, r->c->criterion_count);

	criterion->id = entry->id;
	criterion->at =
		entry->path ? (struct place){ .file = entry->path } : entry->at;
	criterion->weight = 1;
	criterion->weight_at = criterion->at;
	criterion->weight_is_percent = entry->weight_is_percent;
	criterion->measure.best = criterion->measure.worst = NAN;
	criterion->sections =
		arena_array(r->arena, struct prose, r->c->option_count);
	return criterion;
}

static void title_after_id(struct reader *r, struct yaml_node *yaml,
			   const struct entry *entry)
{
	struct text title = { reader_title_of(entry->id, r->arena),
			      entry->id_at };

	cells_put_text(yaml, "title", title, r->arena);
}

/* What the schema alone cannot read. */
static bool read_values(struct reader *r, const struct yaml_node *yaml,
			const struct entry *entry, struct criterion *criterion)
{
	const struct yaml_node *weight = yaml_find(yaml, "weight");
	bool ok;

	if (weight && !yaml_is_null(weight)) {
		criterion->weight_at = weight->at;
		criterion->weight_is_given = true;
	}
	ok = read_measure(r, yaml_find(yaml, "measure"), criterion);
	ok &= reader_must(r, criterion, &entry->style, &criterion->must);
	ok &= read_criterion_rubric(r, yaml_find(yaml, "rubric"), criterion);
	ok &= reader_claim(r, "winner", yaml_find(yaml, "winner"),
			   &criterion->winner);
	return ok & read_sample_refs(r, yaml_find(yaml, "samples"),
				     &criterion->samples,
				     &criterion->sample_count);
}

bool read_criterion_rubric(struct reader *r, const struct yaml_node *node,
			   struct criterion *criterion)
{
	bool ok = true;

	if (!node || yaml_is_null(node))
		return true;
	if (node->kind == YAML_SCALAR) {
		struct level *level = arena_push(r->arena, criterion->rubric,
						 criterion->rubric_count);

		return schema_inline(&r->env, node, node->text, &level->text);
	}
	if (node->kind == YAML_LIST)
		return diag_error(r->diags, node->at,
				  "\"rubric\" must be text or a mapping from "
				  "scores, found a list");
	for (size_t i = 0; i < node->pair_count; i++) {
		const struct yaml_pair *pair = &node->pairs[i];
		struct level *level = arena_push(r->arena, criterion->rubric,
						 criterion->rubric_count);
		struct text text;

		level->score = (struct text){ pair->key, pair->at };
		ok &= check_level(r, criterion, &level->score) &&
		      check_level_once(r, criterion);
		if (!schema_entry(r->diags, "rubric", pair->value, &text)) {
			ok = false;
			continue;
		}
		ok &= schema_inline(&r->env, pair->value, text.str,
				    &level->text);
	}
	return ok;
}

/* A measure may go past its ends; a score does not. */
static bool check_level(const struct reader *r,
			const struct criterion *criterion,
			const struct text *score)
{
	const struct scoring *s = &r->c->scoring;
	enum answer answer;
	double number;

	if (reader_answer(r, score->str, &answer))
		return true;
	if (!str_to_number(score->str, &number))
		return diag_error(r->diags, score->at,
				  "a rubric says what scores mean, and "
				  "\"%.*s\" is none",
				  STR_ARG(score->str));
	return criterion->measure.given ||
	       (number >= s->min && number <= s->max) ||
	       diag_error(r->diags, score->at,
			  "score %g is outside the scale, %g to %g", number,
			  s->min, s->max);
}

/* The last level against those before it: 5.0 is 5, and "yes" is "true". */
static bool check_level_once(const struct reader *r,
			     const struct criterion *criterion)
{
	size_t last = criterion->rubric_count - 1;
	const struct text *score = &criterion->rubric[last].score;

	for (size_t k = 0; k < last; k++) {
		const struct text *before = &criterion->rubric[k].score;

		if (!is_same_level(r, before->str, score->str))
			continue;
		diag_error(r->diags, score->at,
			   "\"%.*s\" is the score \"%.*s\" once more",
			   STR_ARG(score->str), STR_ARG(before->str));
		diag_note(r->diags, before->at, "it was first here");
		return false;
	}
	return true;
}

static bool is_same_level(const struct reader *r, struct str a, struct str b)
{
	enum answer answers[2];
	double numbers[2];

	if (reader_answer(r, a, &answers[0]))
		return reader_answer(r, b, &answers[1]) &&
		       answers[0] == answers[1];
	return str_to_number(a, &numbers[0]) && str_to_number(b, &numbers[1]) &&
	       numbers[0] == numbers[1];
}

static bool read_measure(struct reader *r, const struct yaml_node *node,
			 struct criterion *criterion)
{
	struct measure *m = &criterion->measure;
	bool ok;

	if (!node || node->kind != YAML_MAPPING)
		return true;
	m->given = true;
	ok = schema_read(&r->env, &MEASURE_SCHEMA, node, m);
	ok &= read_better(r, yaml_find(node, "better"), m);
	if (isnan(m->best) || isnan(m->worst))
		return ok;
	if (m->best == m->worst)
		return diag_error(r->diags, node->at,
				  "\"best\" and \"worst\" are both %g",
				  m->best);
	if (!ok || m->lower_is_better == (m->best < m->worst))
		return ok;
	diag_error(r->diags, node->at,
		   "%s is better, but \"best\" is %g and \"worst\" is %g",
		   m->lower_is_better ? "lower" : "higher", m->best, m->worst);
	diag_hint(r->diags, "swap them, or set better: %s",
		  m->lower_is_better ? "higher" : "lower");
	return false;
}

static bool read_better(struct reader *r, const struct yaml_node *node,
			struct measure *measure)
{
	const struct str choices[] = { str_from(DIRECTIONS[0]),
				       str_from(DIRECTIONS[1]) };
	struct text text;

	if (!node || yaml_is_null(node))
		return true;
	if (!schema_text(r->diags, "better", node, &text))
		return false;
	measure->lower_is_better =
		column_says(&r->columns, COLUMN_LOWER, text.str);
	if (measure->lower_is_better ||
	    column_says(&r->columns, COLUMN_HIGHER, text.str))
		return true;
	diag_error(r->diags, text.at,
		   "\"better\" must be higher or lower, found \"%.*s\"",
		   STR_ARG(text.str));
	diag_suggest(r->diags, text.str, choices, 2);
	return false;
}

/* The ids that the template gives to the parts of the page are taken. */
bool read_criterion_body(struct reader *r, const struct front_matter *fm,
			 struct criterion *criterion)
{
	static const char *const TAKEN[] = { "main",	 "verdict", "evidence",
					     "chart",	 "rubric",  "samples",
					     "toc-title" };
	struct markdown_ids *ids = markdown_ids_new(r->arena);
	struct markdown_section *sections;
	size_t count;
	bool ok;

	for (size_t i = 0; i < r->c->option_count; i++)
		markdown_ids_reserve(ids, r->c->options[i].id);
	for (size_t k = 0; k < sizeof(TAKEN) / sizeof(*TAKEN); k++)
		markdown_ids_reserve(ids, str_from(TAKEN[k]));
	reserve_samples(r, ids);
	samples_open(&r->samples,
		     arena_printf(r->arena, "%.*s/%.*s/index.html",
				  STR_ARG(r->c->slug), STR_ARG(criterion->id)));
	ok = markdown_sections(&r->env, ids, fm->body, fm->body_at, &sections,
			       &count);
	ok &= samples_close(&r->samples, criterion->samples,
			    &criterion->sample_count);
	criterion->body = sections[0].prose;
	for (size_t k = 1; k < count; k++)
		ok &= place_section(r, criterion, &sections[k]);
	if (ok)
		warn_of_sections(r, criterion);
	return ok;
}

/* One message a criterion: a catalogue of 50 options may have no prose. */
static void warn_of_sections(struct reader *r,
			     const struct criterion *criterion)
{
	size_t count = r->c->option_count, missing = 0, first = count;

	for (size_t i = 0; i < count; i++)
		if (!criterion->sections[i].at.line)
			first = missing++ ? first : i;
	if (!missing)
		return;
	if (missing == 1)
		diag_warning(r->diags, criterion->at,
			     "there is no section for %.*s",
			     STR_ARG(r->c->options[first].name.str));
	else if (missing == count)
		diag_warning(r->diags, criterion->at,
			     "there is no section for any option");
	else
		diag_warning(r->diags, criterion->at,
			     "there is no section for %.*s and %zu other "
			     "option%s",
			     STR_ARG(r->c->options[first].name.str),
			     missing - 1, missing == 2 ? "" : "s");
	diag_name(r->diags, finding_kind(FINDING_NO_SECTION)->name);
	diag_hint(r->diags, "add `## %.*s`",
		  STR_ARG(r->c->options[first].name.str));
}

static bool place_section(struct reader *r, struct criterion *criterion,
			  const struct markdown_section *section)
{
	size_t option = comparison_find_called(r->c, section->heading.str);
	struct prose *prose = &criterion->verdict;

	if (option < r->c->option_count)
		prose = &criterion->sections[option];
	else if (!str_is_like(section->heading.str, STR("verdict")) &&
		 !str_is_like(section->heading.str, r->site->verdict)) {
		if (reader_may_be(r, CALLED_OPTION, section->heading.str))
			return false;
		diag_error(r->diags, section->heading.at,
			   "the heading \"%.*s\" names no option",
			   STR_ARG(section->heading.str));
		reader_suggest(r, CALLED_OPTION, false, section->heading.str);
		return false;
	}
	if (prose->at.line) {
		diag_error(r->diags, section->heading.at,
			   "there are two sections \"%.*s\"",
			   STR_ARG(section->heading.str));
		diag_note(r->diags, prose->at, "the first is here");
		return false;
	}
	*prose = section->prose;
	return true;
}
