#include "scaffold/join.h"

#include <assert.h>

#include "base/file.h"
#include "read/columns.h"
#include "read/csv.h"
#include "read/edition.h"
#include "read/text.h"
#include "scaffold/content_edit.h"

/* A table of scores, and what its columns are. */
struct sheet_of_scores {
	const char *path;
	struct str text;
	struct span_table table;
	size_t width;
	size_t heads[2], last[2]; /* columns that are options, criteria */
	size_t keys[2];		  /* the column that names them, or `width` */
	size_t *criteria; /* that a column is, or as many as there are */
};

static bool has_files(struct addition *a, const char *folder);
static void fill_weight(struct addition *a, const struct span_table *table,
			struct str text, const char *path, struct str *cells);
static const char *list_path(struct addition *a, enum joiner kind);
static size_t column_of(const struct span_table *table, struct str text,
			enum column column, struct arena *arena);
static struct str cell_of(const struct span_table *table, struct str text,
			  size_t row, size_t k, struct arena *arena);
static bool is_thing(const struct comparison *c, enum joiner kind,
		     struct str text);
static bool join_sheet(struct addition *a, enum joiner kind, const char *path,
		       struct str called,
		       struct str (*stand_in)(struct addition *a, size_t j));
static void study_sheet(struct addition *a, struct sheet_of_scores *sheet);
static void drop_fewer_heads(struct addition *a, struct sheet_of_scores *sheet);
static struct str add_column(struct addition *a,
			     const struct sheet_of_scores *sheet,
			     enum joiner kind, struct str called,
			     struct str (*stand_in)(struct addition *a,
						    size_t j));
static struct str add_row(struct addition *a,
			  const struct sheet_of_scores *sheet, enum joiner kind,
			  struct str called,
			  struct str (*stand_in)(struct addition *a, size_t j));
static struct str add_rows(struct addition *a,
			   const struct sheet_of_scores *sheet,
			   enum joiner kind, struct str called,
			   struct str (*stand_in)(struct addition *a,
						  size_t j));
static bool has_row(struct addition *a, const struct sheet_of_scores *sheet,
		    size_t column, size_t criterion);

bool join_needs_no_file(struct addition *a, enum joiner kind)
{
	const char *folder = path_join(
		a->dir, kind == JOIN_OPTION ? STR("options") : STR("criteria"),
		&a->arena);

	return !has_files(a, folder) && !file_is_regular(list_path(a, kind)) &&
	       a->now.c.scored &&
	       !(kind == JOIN_OPTION && a->now.head.option_count);
}

/* Of its own: translations may stand there alone. */
static bool has_files(struct addition *a, const char *folder)
{
	struct str *names, stem, language;
	size_t count;

	if (!file_list(folder, &names, &count, &a->arena))
		return false;
	for (size_t i = 0; i < count; i++)
		if (str_ends(names[i], ".md") &&
		    !edition_takes(&a->now.site, names[i], &stem, &language))
			return true;
	return false;
}

bool join_list(struct addition *a, enum joiner kind, struct named named,
	       struct str *called)
{
	const char *path = list_path(a, kind);
	size_t id, name, width;
	struct span_table table;
	struct str text, *cells;

	*called = join_needs_no_file(a, kind) ? named.name : named.id;
	if (!file_is_regular(path))
		return true;
	if (!addition_read(a, path, &text))
		return false;
	table = spans_of_csv(text, &a->arena);
	width = table.rows[0].cell_count;
	id = column_of(&table, text, COLUMN_ID, &a->arena);
	name = column_of(&table, text,
			 kind == JOIN_OPTION ? COLUMN_NAME : COLUMN_TITLE,
			 &a->arena);
	/* A list whose head is called otherwise has the names in a column. */
	for (size_t k = 0; k < width && name == width; k++)
		if (k != id &&
		    join_names(&a->now.c, kind, text, &table, k, &a->arena))
			name = k;
	/* It was read: some column names them. */
	assert(id < width || name < width);
	cells = arena_array(&a->arena, struct str, width);
	if (id < width)
		cells[id] = named.id;
	else
		*called = named.name;
	if (name < width)
		cells[name] = named.name;
	if (kind == JOIN_CRITERION)
		fill_weight(a, &table, text, path, cells);
	scaffold_change(&a->files, path,
			edit_csv_row(text, cells, width, &a->arena));
	a->edit = str_from(path);
	return true;
}

bool join_scores(struct addition *a, enum joiner kind, struct str called,
		 struct str (*stand_in)(struct addition *a, size_t j))
{
	const char *table = path_join(a->dir, STR("scores.csv"), &a->arena);
	const char *folder = path_join(a->dir, STR("scores"), &a->arena);
	struct str *names;
	size_t count;

	if (file_is_regular(table) &&
	    !join_sheet(a, kind, table, called, stand_in))
		return false;
	if (!folder_list(a->diags, folder, &names, &count, &a->arena))
		return false;
	for (size_t i = 0; i < count; i++)
		if (str_ends(names[i], ".csv") &&
		    !join_sheet(a, kind, path_join(folder, names[i], &a->arena),
				called, stand_in))
			return false;
	return true;
}

/* A note of one word is a word, whatever else is called so. */
bool join_names(const struct comparison *c, enum joiner kind, struct str text,
		const struct span_table *table, size_t k, struct arena *arena)
{
	struct columns ours = { .words = NULL };
	struct str head = cell_of(table, text, 0, k, arena);
	size_t named = 0;

	if (column_called(&ours, COLUMNS_OF_EVIDENCE, head) < COLUMN_COUNT)
		return false;
	for (size_t r = 1; r < table->row_count; r++) {
		struct str cell = cell_of(table, text, r, k, arena);

		if (cell.len && !is_thing(c, kind, cell))
			return false;
		named += cell.len > 0;
	}
	return named > 0;
}

/* Beside weights in per cent each has one: 0% until the author says more. */
static void fill_weight(struct addition *a, const struct span_table *table,
			struct str text, const char *path, struct str *cells)
{
	const struct comparison *c = &a->now.c;
	size_t weight = column_of(table, text, COLUMN_WEIGHT, &a->arena);

	for (size_t j = 0; j < c->criterion_count; j++)
		if (c->criteria[j].weight_is_percent &&
		    weight < table->rows[0].cell_count &&
		    str_is(str_from(c->criteria[j].weight_at.file), path))
			cells[weight] = STR("0%");
}

static const char *list_path(struct addition *a, enum joiner kind)
{
	return path_join(a->dir,
			 kind == JOIN_OPTION ? STR("options.csv")
					     : STR("criteria.csv"),
			 &a->arena);
}

/* The column that is called so, by us or in German; or the width. */
static size_t column_of(const struct span_table *table, struct str text,
			enum column column, struct arena *arena)
{
	struct columns ours = { .words = NULL };
	size_t k = 0;

	while (k < table->rows[0].cell_count &&
	       column_called(&ours, COLUMN_BIT(column),
			     cell_of(table, text, 0, k, arena)) != column)
		k++;
	return k;
}

static struct str cell_of(const struct span_table *table, struct str text,
			  size_t row, size_t k, struct arena *arena)
{
	return k < table->rows[row].cell_count
		       ? span_cell(text, table->rows[row].cells[k], arena)
		       : STR("");
}

static bool is_thing(const struct comparison *c, enum joiner kind,
		     struct str text)
{
	if (kind == JOIN_CRITERION)
		return comparison_find_titled(c, text) < c->criterion_count;
	return comparison_find_called(c, text) < c->option_count ||
	       str_is(text, "tie") || str_is(text, "none") ||
	       str_is(text, "both");
}

static bool join_sheet(struct addition *a, enum joiner kind, const char *path,
		       struct str called,
		       struct str (*stand_in)(struct addition *a, size_t j))
{
	struct sheet_of_scores sheet = { .path = path };
	enum joiner other = kind == JOIN_OPTION ? JOIN_CRITERION : JOIN_OPTION;
	struct str text;

	if (!addition_read(a, path, &sheet.text))
		return false;
	study_sheet(a, &sheet);
	if (!sheet.table.row_count)
		return true;
	if (sheet.heads[kind])
		text = add_column(a, &sheet, kind, called, stand_in);
	else if (sheet.heads[other])
		text = add_row(a, &sheet, kind, called, stand_in);
	else if (sheet.keys[0] < sheet.width && sheet.keys[1] < sheet.width)
		text = add_rows(a, &sheet, kind, called, stand_in);
	else
		return true; /* a head of a long table, and no rows */
	scaffold_change(&a->files, path, text);
	return true;
}

static void study_sheet(struct addition *a, struct sheet_of_scores *sheet)
{
	const struct comparison *c = &a->now.c;

	sheet->table = spans_of_csv(sheet->text, &a->arena);
	if (!sheet->table.row_count)
		return;
	sheet->width = sheet->table.rows[0].cell_count;
	sheet->keys[0] = sheet->keys[1] = sheet->width;
	sheet->criteria = arena_array(&a->arena, size_t, sheet->width);
	for (size_t k = sheet->width; k-- > 0;) {
		struct str head =
			cell_of(&sheet->table, sheet->text, 0, k, &a->arena);

		sheet->criteria[k] = comparison_find_titled(c, head);
		for (int kind = 0; kind < 2; kind++) {
			bool is = kind == JOIN_OPTION
					  ? comparison_find_called(c, head) <
						    c->option_count
					  : sheet->criteria[k] <
						    c->criterion_count;

			if (is && !sheet->heads[kind]++)
				sheet->last[kind] = k;
			if (join_names(c, (enum joiner)kind, sheet->text,
				       &sheet->table, k, &a->arena))
				sheet->keys[kind] = k;
		}
	}
	drop_fewer_heads(a, sheet);
	/* Where there is no row yet, the names will stand in the first. */
	for (int kind = 0; kind < 2 && sheet->table.row_count == 1; kind++)
		if (sheet->heads[!kind])
			sheet->keys[kind] = 0;
}

/* An option may be called as a criterion is: the columns are of one kind. */
static void drop_fewer_heads(struct addition *a, struct sheet_of_scores *sheet)
{
	size_t *heads = sheet->heads;
	bool rows_are_criteria =
		column_of(&sheet->table, sheet->text, COLUMN_CRITERION,
			  &a->arena) < sheet->width;
	bool options = heads[JOIN_OPTION] == heads[JOIN_CRITERION]
			       ? rows_are_criteria
			       : heads[JOIN_OPTION] > heads[JOIN_CRITERION];

	if (heads[JOIN_OPTION] && heads[JOIN_CRITERION])
		heads[options ? JOIN_CRITERION : JOIN_OPTION] = 0;
}

/* Behind the last of its kind. */
static struct str add_column(struct addition *a,
			     const struct sheet_of_scores *sheet,
			     enum joiner kind, struct str called,
			     struct str (*stand_in)(struct addition *a,
						    size_t j))
{
	const struct span_table *table = &sheet->table;
	struct str *cells =
		arena_array(&a->arena, struct str, table->row_count);

	cells[0] = called;
	for (size_t r = 1; r < table->row_count; r++)
		cells[r] = stand_in(
			a,
			kind == JOIN_OPTION
				? comparison_find_titled(
					  &a->now.c,
					  cell_of(table, sheet->text, r,
						  sheet->keys[JOIN_CRITERION],
						  &a->arena))
				: a->now.c.criterion_count);
	return edit_csv_column(sheet->text, sheet->last[kind], cells,
			       table->row_count, &a->arena);
}

static struct str add_row(struct addition *a,
			  const struct sheet_of_scores *sheet, enum joiner kind,
			  struct str called,
			  struct str (*stand_in)(struct addition *a, size_t j))
{
	struct str *cells = arena_array(&a->arena, struct str, sheet->width);

	for (size_t k = 0; k < sheet->width; k++) {
		struct str head =
			cell_of(&sheet->table, sheet->text, 0, k, &a->arena);

		if (kind == JOIN_CRITERION
			    ? comparison_find_called(&a->now.c, head) <
				      a->now.c.option_count
			    : sheet->criteria[k] < a->now.c.criterion_count)
			cells[k] =
				stand_in(a, kind == JOIN_CRITERION
						    ? a->now.c.criterion_count
						    : sheet->criteria[k]);
	}
	cells[sheet->keys[kind]] = called;
	if (kind == JOIN_CRITERION)
		fill_weight(a, &sheet->table, sheet->text, sheet->path, cells);
	return edit_csv_row(sheet->text, cells, sheet->width, &a->arena);
}

/* One for each of the others that the table has rows of. */
static struct str add_rows(struct addition *a,
			   const struct sheet_of_scores *sheet,
			   enum joiner kind, struct str called,
			   struct str (*stand_in)(struct addition *a, size_t j))
{
	struct str text = sheet->text;
	size_t score = column_of(&sheet->table, text, COLUMN_SCORE, &a->arena);
	size_t count = kind == JOIN_OPTION ? a->now.c.criterion_count
					   : a->now.c.option_count;
	enum joiner other = kind == JOIN_OPTION ? JOIN_CRITERION : JOIN_OPTION;

	for (size_t i = 0; i < count; i++) {
		struct str *cells =
			arena_array(&a->arena, struct str, sheet->width);

		if (kind == JOIN_OPTION &&
		    !has_row(a, sheet, sheet->keys[JOIN_CRITERION], i))
			continue;
		cells[sheet->keys[kind]] = called;
		cells[sheet->keys[other]] = kind == JOIN_OPTION
						    ? a->now.c.criteria[i].id
						    : a->now.c.options[i].id;
		if (kind == JOIN_CRITERION)
			fill_weight(a, &sheet->table, sheet->text, sheet->path,
				    cells);
		if (score < sheet->width)
			cells[score] =
				stand_in(a, kind == JOIN_OPTION
						    ? i
						    : a->now.c.criterion_count);
		text = edit_csv_row(text, cells, sheet->width, &a->arena);
	}
	return text;
}

static bool has_row(struct addition *a, const struct sheet_of_scores *sheet,
		    size_t column, size_t criterion)
{
	for (size_t r = 1; r < sheet->table.row_count; r++)
		if (comparison_find_titled(
			    &a->now.c, cell_of(&sheet->table, sheet->text, r,
					       column, &a->arena)) == criterion)
			return true;
	return false;
}
