#include "import/table_gather.h"

#include <math.h>

#include "base/buf.h"

#include "base/wording.h"
#include "import/phrases.h"
#include "import/table_shape.h"
#include "import/table_value.h"
#include "import/table_weights.h"
#include "read/reader.h"

enum { SENTENCE = 40 }; /* bytes of a text that is more than a name */

/* A sheet that is being taken down. */
struct take {
	struct study *study;
	const struct grid *grid;
	const struct layout *layout;
	struct str judge;  /* the sheet's, where sheets are judges */
	size_t *column_of; /* what each column is an index of */
	bool again;	   /* its options may be known from another */
};

static size_t begin(struct study *study, struct workbook *book,
		    struct layout *layouts, struct arena *arena);
static bool no_table(struct diags *diags, const struct workbook *book,
		     const struct layout *layouts);
static bool is_alike(const struct grid *a, const struct layout *la,
		     const struct grid *b, const struct layout *lb);
static size_t heads_like(const struct grid *grid, size_t header,
			 struct str head);
static bool take_sheet(struct diags *diags, const struct take *take);
static void take_other(struct study *study, struct grid *grid,
		       const struct layout *layout);
static bool shares_options(const struct study *study, const struct grid *grid,
			   const struct layout *layout);
static void take_above(const struct take *take);
static void take_by_option(const struct take *take);
static size_t attribute_of(const struct take *take, struct str name);
static size_t option_of(const struct take *take, size_t column,
			struct str name);
static bool take_meta(const struct take *take, size_t row);
static bool is_optima(const struct take *take, size_t row);
static bool is_end(const struct take *take, size_t row);
static void take_property(const struct take *take, size_t row,
			  struct attribute *attribute, enum role role,
			  const struct cell *cell);
static bool is_first(const struct take *take, size_t row,
		     struct attribute *attribute, enum role role,
		     const struct cell *cell);
static struct str place_of(const struct take *take, size_t row);
static void say_weights(struct study *study);
static void take_option(const struct take *take, size_t row);
static void take_by_criterion(const struct take *take);
static void take_criterion(const struct take *take, size_t row,
			   struct str *group);
static struct str name_in(const struct take *take, size_t row);
static const struct cell *sum_in(const struct take *take, size_t row,
				 size_t column);
static bool is_criterion(const struct take *take, size_t row, struct str name,
			 struct str *group);
static bool is_option(const struct take *take, size_t column);
static void add_noted(const struct take *take, struct entry *entry, size_t row,
		      size_t column);
static void note_column(const struct take *take, size_t column,
			struct str name);
static bool calls_product(const struct take *take, size_t column);
static void take_long(const struct take *take);
static void take_weights(struct study *study, const struct grid *grid,
			 const struct layout *layout);
static void take_properties(const struct take *take, size_t row,
			    struct attribute *attribute);
static struct str text_in(const struct take *take, size_t row, enum role role);
static struct str notes_in(const struct take *take, size_t row);
static struct entry *add_entry(const struct take *take, size_t attribute,
			       size_t option, size_t row,
			       const struct cell *cell);
static bool is_sentence(struct str text);
static void note_row(const struct take *take, size_t row, const char *what);
static bool is_too_large(struct diags *diags, const struct study *study);
static bool is_too_small(struct diags *diags, const struct study *study);

bool study_gather(struct diags *diags, struct workbook *book,
		  struct study *study, struct arena *arena)
{
	struct layout *layouts =
		arena_array(arena, struct layout, book->grid_count);
	bool *joins = arena_array(arena, bool, book->grid_count);
	size_t main = begin(study, book, layouts, arena);
	bool judged = false;

	if (main == book->grid_count)
		return no_table(diags, book, layouts);
	/* Other sheets of the shape, the header and the criteria: judges. */
	joins[main] = true;
	for (size_t g = main + 1; g < book->grid_count; g++) {
		joins[g] = is_alike(&book->grids[main], &layouts[main],
				    &book->grids[g], &layouts[g]);
		judged |= joins[g];
	}
	for (size_t g = main; g < book->grid_count; g++) {
		struct take take = { .study = study,
				     .grid = &book->grids[g],
				     .layout = &layouts[g] };

		if (judged)
			take.judge = book->grids[g].name;
		if (joins[g] && !take_sheet(diags, &take))
			return false;
	}
	for (size_t g = 0; g < book->grid_count; g++)
		if (!joins[g])
			take_other(study, &book->grids[g], &layouts[g]);
	for (size_t n = 0; n < study->note_count; n++)
		study->is_reversed |=
			words_scored(study->notes[n]) == DIRECTION_LOWER;
	say_weights(study);
	return !is_too_large(diags, study) && !is_too_small(diags, study);
}

/* Gives the first sheet that is a table of options, or their count. */
static size_t begin(struct study *study, struct workbook *book,
		    struct layout *layouts, struct arena *arena)
{
	size_t main = book->grid_count;

	*study = (struct study){ .book = book,
				 .arena = arena,
				 .title = book->title,
				 .notes = book->notes,
				 .note_count = book->note_count };
	if (is_sentence(book->title)) {
		study->title = STR("");
		*arena_push(arena, study->notes, study->note_count) =
			book->title;
	}
	for (size_t g = 0; g < book->grid_count; g++) {
		table_values_read(book, &book->grids[g]);
		layout_find(&book->grids[g], &layouts[g], arena);
		weights_settle(study, &book->grids[g], &layouts[g]);
		if (main == book->grid_count && layouts[g].shape &&
		    layouts[g].shape != TABLE_WEIGHTS)
			main = g;
	}
	return main;
}

static bool no_table(struct diags *diags, const struct workbook *book,
		     const struct layout *layouts)
{
	bool answers = false;

	for (size_t g = 0; g < book->grid_count; g++)
		answers |= layouts[g].roles &&
			   layout_is_answers(&book->grids[g], layouts[g].header,
					     true);
	diag_error(diags, (struct place){ .file = book->path },
		   answers ? "each row is what somebody answered, and none is "
			     "an option"
			   : "there is no table with a header, a name in each "
			     "row and a column to compare");
	diag_hint(
		diags,
		answers ? "make the means of all, a row for each option and a "
			  "column for each criterion; or a row for each "
			  "answer: \"Criterion, Option, Score, Judge\""
			: "put a row of names above the table: a row for "
			  "each option and a column for each measure, or the "
			  "other way round");
	return false;
}

/* Its columns and rows may be in another order, and one row be missing. */
static bool is_alike(const struct grid *a, const struct layout *la,
		     const struct grid *b, const struct layout *lb)
{
	size_t shared = 0, rows = 0;

	if (la->shape != lb->shape || a->column_count != b->column_count ||
	    words_are(b->name, ROLE_TOTAL))
		return false;
	for (size_t k = 0; k < a->column_count; k++) {
		struct str head = grid_cell(a, la->header, k)->text;

		if (heads_like(a, la->header, head) !=
		    heads_like(b, lb->header, head))
			return false;
	}
	for (size_t i = lb->first; i < b->row_count; i++) {
		struct str name = grid_cell(b, i, lb->names)->text;

		rows++;
		for (size_t n = la->first; n < a->row_count; n++)
			if (str_is_like(grid_cell(a, n, la->names)->text,
					name)) {
				shared++;
				break;
			}
	}
	return shared * 2 > rows;
}

static size_t heads_like(const struct grid *grid, size_t header,
			 struct str head)
{
	size_t count = 0;

	for (size_t k = 0; k < grid->column_count; k++)
		count += str_is_like(grid_cell(grid, header, k)->text, head);
	return count;
}

static bool take_sheet(struct diags *diags, const struct take *take)
{
	struct take full = *take;

	full.column_of = arena_array(take->study->arena, size_t,
				     take->grid->column_count);
	full.again = take->study->option_count > 0;
	take->study->is_matrix |= take->grid->has_signs;
	take_above(&full);
	switch (take->layout->shape) {
	case TABLE_BY_OPTION:
		take_by_option(&full);
		break;
	case TABLE_BY_CRITERION:
		take_by_criterion(&full);
		break;
	case TABLE_LONG:
		take_long(&full);
		break;
	case TABLE_NONE:
	case TABLE_WEIGHTS:
		break;
	}
	return !is_too_large(diags, take->study);
}

/* Weights, more of the same options, or what has no place. */
static void take_other(struct study *study, struct grid *grid,
		       const struct layout *layout)
{
	struct take take = {
		.study = study, .grid = grid, .layout = layout, .again = true
	};

	if (!grid->row_count)
		return;
	if (layout->shape == TABLE_WEIGHTS) {
		take_weights(study, grid, layout);
		return;
	}
	if (layout->shape == TABLE_BY_OPTION &&
	    shares_options(study, grid, layout)) {
		take.column_of =
			arena_array(study->arena, size_t, grid->column_count);
		take_by_option(&take);
		workbook_remark(study->book,
				"the sheet \"%.*s\" has more of the same "
				"options: its columns are taken, too",
				STR_ARG(grid->name));
		return;
	}
	*arena_push(study->arena, study->rest, study->rest_count) = grid;
}

static bool shares_options(const struct study *study, const struct grid *grid,
			   const struct layout *layout)
{
	size_t known = 0, rows = 0;

	for (size_t i = layout->first; i < grid->row_count; i++) {
		struct str name = grid_cell(grid, i, layout->names)->text;

		rows += name.len > 0;
		known += name.len &&
			 study_option_find(study, name) < study->option_count;
	}
	return known == rows && known > 1;
}

/* What stands above the table: its title, and notes. */
static void take_above(const struct take *take)
{
	struct study *study = take->study;

	for (size_t i = 0; i < take->layout->header; i++)
		for (size_t k = 0; k < take->grid->column_count; k++) {
			const struct cell *cell = grid_cell(take->grid, i, k);

			if (!cell->text.len || cell->is_copy)
				continue;
			if (!study->title.len && !is_sentence(cell->text) &&
			    cell->kind == CELL_TEXT && i == 0 &&
			    (k == 0 || layout_is_lone(take->grid, i)))
				study->title = cell->text;
			else
				*arena_push(study->arena, study->notes,
					    study->note_count) = cell->text;
		}
}

static void take_by_option(const struct take *take)
{
	const struct grid *grid = take->grid;
	struct study *study = take->study;
	size_t last = grid->row_count, row = take->layout->first;

	for (size_t k = 0; k < grid->column_count; k++) {
		struct cell *head = grid_cell(grid, take->layout->header, k);
		enum role role = take->layout->roles[k];
		struct attribute *attribute;

		if (role == ROLE_OPTION || role == ROLE_JUDGE ||
		    role == ROLE_GROUP)
			continue;
		take->column_of[k] = attribute_of(
			take, head->text.len
				      ? head->text
				      : arena_printf(study->arena, "Column %zu",
						     k + 1));
		attribute = &study->attributes[take->column_of[k]];
		attribute->is_fact = role == ROLE_INDEX || role == ROLE_TOTAL;
		attribute->is_sum = role == ROLE_TOTAL;
		if (head->note.len)
			attribute->note = head->note;
	}
	/* What stands below the table, alone in its row. */
	while (last > row && layout_is_lone(grid, last - 1) &&
	       is_sentence(
		       grid_cell(grid, last - 1, take->layout->names)->text))
		last--;
	for (size_t i = last; i < grid->row_count; i++)
		note_row(take, i, NULL);
	for (; row < last; row++)
		if (!take_meta(take, row))
			take_option(take, row);
}

/* The attribute of that name; a second one of a sheet is another. */
static size_t attribute_of(const struct take *take, struct str name)
{
	struct study *study = take->study;
	size_t j = study_attribute_named(study, name);
	struct attribute *first = &study->attributes[j];

	if (first->taken_from == take->grid &&
	    layout_column(take->grid, take->layout, ROLE_JUDGE) ==
		    take->grid->column_count)
		j = study_attribute_named(
			study, arena_printf(study->arena, "%.*s (%zu)",
					    STR_ARG(name), ++first->twins + 1));
	else
		first->twins = 0;
	study->attributes[j].taken_from = take->grid;
	return j;
}

/* The same of an option at the head of a column. */
static size_t option_of(const struct take *take, size_t column, struct str name)
{
	struct study *study = take->study;
	struct str tried = name;

	for (size_t number = 2;; number++) {
		size_t i = study_option_named(
			study, tried, take->grid->lines[take->layout->header]);
		bool twice = false;

		for (size_t k = 0; k < column; k++)
			twice |= is_option(take, k) && take->column_of[k] == i;
		if (!twice)
			return i;
		tried = arena_printf(study->arena, "%.*s (%zu)", STR_ARG(name),
				     number);
	}
}

/* A row of weights, units or directions, or a sum: not an option. */
static bool take_meta(const struct take *take, size_t row)
{
	const struct grid *grid = take->grid;
	struct str name = grid_cell(grid, row, take->layout->names)->text;
	bool weights = words_are(name, ROLE_WEIGHT);
	bool units = words_are(name, ROLE_UNIT);
	bool better = words_are(name, ROLE_BETTER) || is_optima(take, row);

	if (weights && weights_are_ranks(take->study, grid, take->layout, row))
		return take->study->is_matrix = true;
	if (words_are(name, ROLE_TOTAL) || is_end(take, row)) {
		note_row(take, row, "is computed of the others, and no option");
		if (wording_is_any(name, PHRASES_ENDS))
			study_todo(take->study,
				   "the row \"%.*s\" is taken for the best or "
				   "worst of each column, and left out: where "
				   "it is an option, call it otherwise",
				   STR_ARG(name));
		return true;
	}
	for (size_t k = 0; k < grid->column_count; k++) {
		const struct cell *cell = grid_cell(grid, row, k);
		struct attribute *attribute;

		if (take->layout->roles[k] != ROLE_NONE)
			continue;
		attribute = &take->study->attributes[take->column_of[k]];
		if (cell->text.len && (weights || units || better))
			take_property(take, row, attribute,
				      weights ? ROLE_WEIGHT
				      : units ? ROLE_UNIT
					      : ROLE_BETTER,
				      cell);
	}
	take->study->is_matrix |= weights;
	if (weights)
		study_todo(take->study,
			   "the row \"%.*s\" is taken for the weights of the "
			   "columns: where it is an option, call it otherwise",
			   STR_ARG(name));
	return weights || units || better;
}

/* "cost, benefit, benefit", whatever the row is called. */
static bool is_optima(const struct take *take, size_t row)
{
	size_t told = 0;

	for (size_t k = 0; k < take->grid->column_count; k++) {
		struct str text = grid_cell(take->grid, row, k)->text;

		if (k == take->layout->names || !text.len)
			continue;
		if (!words_are_optimum(text))
			return false;
		told++;
	}
	return told > 0;
}

/* "Max", where no other row has more of anything; "Max possible" by its name. */
static bool is_end(const struct take *take, size_t row)
{
	const struct grid *grid = take->grid;
	size_t names = take->layout->names;
	struct str name = grid_cell(grid, row, names)->text;

	if (!wording_is_any(name, PHRASES_ENDS))
		return wording_is_any(name, PHRASES_EXTREME);
	for (size_t k = 0; k < grid->column_count; k++) {
		const struct cell *own = grid_cell(grid, row, k);
		bool most = true, least = true;

		for (size_t i = take->layout->first; i < grid->row_count; i++) {
			const struct cell *other = grid_cell(grid, i, k);

			if (other->kind != CELL_NUMBER ||
			    words_are(grid_cell(grid, i, names)->text,
				      ROLE_WEIGHT))
				continue;
			most &= own->number >= other->number;
			least &= own->number <= other->number;
		}
		if (own->kind == CELL_NUMBER && !most && !least)
			return false;
	}
	return true;
}

static void take_option(const struct take *take, size_t row)
{
	const struct grid *grid = take->grid;
	const struct layout *layout = take->layout;
	struct study *study = take->study;
	struct str name = grid_cell(grid, row, layout->names)->text;
	size_t judges = layout_column(grid, layout, ROLE_JUDGE);
	bool again = take->again || judges < grid->column_count;
	size_t option;

	if (!name.len) {
		note_row(take, row, "has no name, and is no option");
		return;
	}
	/* In one sheet two rows of a name are two options. */
	option = again ? study_option_named(study, name, grid->lines[row])
		       : study_option_add(study, name, grid->lines[row]);
	if (study->option_count > COMPARISON_OPTIONS)
		return;
	for (size_t k = 0; k < grid->column_count; k++) {
		const struct cell *cell = grid_cell(grid, row, k);

		if (!cell->text.len && !cell->note.len)
			continue;
		if (layout->roles[k] == ROLE_GROUP)
			study->options[option].group = cell->text;
		else if (layout->roles[k] != ROLE_OPTION &&
			 layout->roles[k] != ROLE_JUDGE)
			add_entry(take, take->column_of[k], option, row, cell);
	}
}

static void take_by_criterion(const struct take *take)
{
	const struct grid *grid = take->grid;
	struct study *study = take->study;
	struct str group = STR("");

	study->has_rows = true;
	/* A table of features or of measures may stand so, too. */
	study->is_matrix |= wording_is_any(
		grid_cell(grid, take->layout->header, take->layout->names)
			->text,
		"criterion|criteria|kriterium|kriterien");
	for (size_t k = 0; k < grid->column_count; k++) {
		struct str name = grid_cell(grid, take->layout->header,
					    take->layout->heads[k])
					  ->text;

		study->is_matrix |= take->layout->roles[k] == ROLE_WEIGHT;
		study->is_reversed |= words_scored(name) == DIRECTION_LOWER;
		if (is_option(take, k))
			take->column_of[k] = option_of(take, k, name);
		else if (take->layout->roles[k] == ROLE_NOTE &&
			 !words_are(name, ROLE_NOTE))
			study_todo(study,
				   "the column \"%.*s\" has no numbers: it is "
				   "taken for notes of each score beside it, "
				   "and for no option",
				   STR_ARG(name));
		else if (take->layout->roles[k] == ROLE_TOTAL ||
			 (take->layout->roles[k] == ROLE_NONE &&
			  (!name.len ||
			   take->layout->parts[k] == PART_COMPUTED)))
			note_column(take, k, name);
	}
	for (size_t i = take->layout->first; i < grid->row_count; i++)
		take_criterion(take, i, &group);
}

static void take_criterion(const struct take *take, size_t row,
			   struct str *group)
{
	const struct grid *grid = take->grid;
	struct study *study = take->study;
	struct str name = name_in(take, row);
	struct attribute *attribute;
	size_t j;

	if (!is_criterion(take, row, name, group) ||
	    study->attribute_count > COMPARISON_CRITERIA)
		return;
	j = attribute_of(take, name);
	attribute = &study->attributes[j];
	attribute->is_sum = attribute->is_fact = words_are(name, ROLE_TOTAL);
	attribute->line = grid->lines[row];
	if (!attribute->group.len)
		attribute->group = *group;
	if (grid_cell(grid, row, take->layout->names)->note.len)
		attribute->note =
			grid_cell(grid, row, take->layout->names)->note;
	take_properties(take, row, attribute);
	for (size_t k = 0; k < grid->column_count; k++) {
		const struct cell *cell = attribute->is_sum
						  ? sum_in(take, row, k)
						  : grid_cell(grid, row, k);

		if (is_option(take, k) && (cell->text.len || cell->note.len))
			add_noted(take,
				  add_entry(take, j, take->column_of[k], row,
					    cell),
				  row, k);
	}
}

/* "Total" may stand in a column of groups, before those of names. */
static struct str name_in(const struct take *take, size_t row)
{
	for (size_t k = take->layout->names; k < take->grid->column_count;
	     k--) {
		struct str name = grid_cell(take->grid, row, k)->text;

		if (k == take->layout->names ? name.len > 0
					     : words_are(name, ROLE_TOTAL))
			return name;
	}
	return STR("");
}

/* A sum may stand below what was computed of the scores, not below them. */
static const struct cell *sum_in(const struct take *take, size_t row,
				 size_t column)
{
	const struct layout *layout = take->layout;
	const struct cell *sum = grid_cell(take->grid, row, column);

	for (size_t k = 0; k < take->grid->column_count; k++) {
		const struct cell *cell = grid_cell(take->grid, row, k);

		if (layout->heads[k] == layout->heads[column] &&
		    layout->parts[k] == PART_COMPUTED &&
		    cell->kind == CELL_NUMBER)
			sum = cell;
	}
	return sum;
}

/* Whether the row is one; else what it is has its place already. */
static bool is_criterion(const struct take *take, size_t row, struct str name,
			 struct str *group)
{
	bool heads = row + 1 < take->grid->row_count &&
		     !layout_is_lone(take->grid, row + 1);

	if (!layout_is_lone(take->grid, row)) {
		if (!name.len)
			note_row(take, row, "has no name, and is no criterion");
		return name.len > 0;
	}
	/* "Performance", alone in its row, heads those below it. */
	if (name.len && heads && !is_sentence(name))
		*group = name;
	else
		note_row(take, row, NULL);
	return false;
}

/* Whether the column holds an option's scores. */
static bool is_option(const struct take *take, size_t column)
{
	return layout_is_option(take->grid, take->layout, column);
}

/* What the columns of notes and sources of an option say of its score. */
static void add_noted(const struct take *take, struct entry *entry, size_t row,
		      size_t column)
{
	const struct layout *layout = take->layout;

	for (size_t k = 0; k < take->grid->column_count; k++) {
		struct str text = grid_cell(take->grid, row, k)->text;
		struct str *to = layout->parts[k] == PART_NOTE ? &entry->note
							       : &entry->source;

		if (layout->heads[k] != layout->heads[column] || !text.len ||
		    (layout->parts[k] != PART_NOTE &&
		     layout->parts[k] != PART_SOURCE))
			continue;
		*to = to->len ? ARENA_JOIN(take->study->arena, *to, STR("; "),
					   text)
			      : text;
	}
}

/* Keeps the cells of a column that is none of an option's in the report. */
static void note_column(const struct take *take, size_t column, struct str name)
{
	const struct grid *grid = take->grid;
	struct buf buf = { 0 };

	for (size_t i = take->layout->header + 1; i < grid->row_count; i++) {
		struct str text = grid_cell(grid, i, column)->text;

		if (text.len) {
			buf_text(&buf, buf.len ? "; " : "");
			buf_raw(&buf, text);
		}
	}
	if (buf.len && wording_is_any(name, PHRASES_EXTREME "|" PHRASES_ENDS
							    "|" PHRASES_NEEDED))
		study_todo(
			take->study,
			"column %zu, of \"%.*s\", is left out: %.*s; where "
			"options must have that, give the criteria `must` in "
			"criteria.csv",
			column + 1, STR_ARG(name), STR_ARG(buf_str(&buf)));
	else if (buf.len && (take->layout->roles[column] == ROLE_TOTAL ||
			     calls_product(take, column)))
		workbook_remark(take->study->book,
				"column %zu, of \"%.*s\", is left out: %.*s",
				column + 1, STR_ARG(name),
				STR_ARG(buf_str(&buf)));
	else if (buf.len)
		study_todo(take->study, "column %zu %s%.*s%s is left out: %.*s",
			   column + 1,
			   name.len ? "is beside the scores of \""
				    : "has no name",
			   STR_ARG(name), name.len ? "\", and" : ", and",
			   STR_ARG(buf_str(&buf)));
	buf_release(&buf);
}

/* Whether it is said to be computed, below the name of an option. */
static bool calls_product(const struct take *take, size_t column)
{
	const struct layout *layout = take->layout;

	return layout->parts[column] == PART_COMPUTED &&
	       wording_has_any(
		       grid_cell(take->grid, layout->first - 1, column)->text,
		       PHRASES_PRODUCT);
}

/* What a row says of its criterion, beside the scores. */
static void take_properties(const struct take *take, size_t row,
			    struct attribute *attribute)
{
	const struct grid *grid = take->grid;

	for (size_t k = 0; k < grid->column_count; k++) {
		const struct cell *cell = grid_cell(grid, row, k);

		if (cell->text.len)
			take_property(take, row, attribute,
				      take->layout->roles[k], cell);
	}
}

/* The first that is said of each counts. */
static void take_property(const struct take *take, size_t row,
			  struct attribute *attribute, enum role role,
			  const struct cell *cell)
{
	bool is_weight = cell->kind == CELL_NUMBER && cell->number >= 0;

	if ((role == ROLE_WEIGHT && !is_weight) ||
	    (role == ROLE_BETTER && !words_direction(cell->text))) {
		if (role == ROLE_WEIGHT && !take->study->no_weight.len)
			take->study->no_weight = cell->text;
		if (cell->kind != CELL_EMPTY)
			workbook_remark(take->study->book,
					"\"%.*s\" in %.*s is no %s, and left "
					"out",
					STR_ARG(cell->text),
					STR_ARG(place_of(take, row)),
					role == ROLE_WEIGHT ? "weight"
							    : "direction");
		return;
	}
	if (role != ROLE_WEIGHT && role != ROLE_UNIT && role != ROLE_BETTER &&
	    role != ROLE_GROUP && role != ROLE_QUESTION)
		return;
	if (!is_first(take, row, attribute, role, cell))
		return;
	if (role == ROLE_WEIGHT) {
		attribute->weight = cell->number;
	} else if (role == ROLE_BETTER) {
		attribute->head.better = words_direction(cell->text);
		attribute->head.said = true;
	} else {
		*(role == ROLE_UNIT    ? &attribute->head.unit
		  : role == ROLE_GROUP ? &attribute->group
				       : &attribute->question) = cell->text;
	}
}

/* Another place that says otherwise is told of, once. */
static bool is_first(const struct take *take, size_t row,
		     struct attribute *attribute, enum role role,
		     const struct cell *cell)
{
	static const char *const WHATS[ROLE_COUNT] = {
		[ROLE_WEIGHT] = "weight",     [ROLE_UNIT] = "unit",
		[ROLE_BETTER] = "direction",  [ROLE_GROUP] = "group",
		[ROLE_QUESTION] = "question",
	};
	struct said *said = &attribute->said[role];
	bool is_percent = str_is(cell->unit, "%");

	if (!said->at.len) {
		*said = (struct said){ .text = cell->text,
				       .at = place_of(take, row),
				       .is_percent = is_percent };
		return true;
	}
	if (said->is_told || str_is_like(said->text, cell->text) ||
	    (role == ROLE_WEIGHT && said->is_percent == is_percent &&
	     !(fabs(attribute->weight - cell->number) > 0)))
		return false;
	said->is_told = true;
	study_todo(take->study,
		   "\"%.*s\" has the %s \"%.*s\" in %.*s and \"%.*s\" in "
		   "%.*s: the first is taken; settle on one, and correct it in "
		   "criteria.csv",
		   STR_ARG(attribute->as_written), WHATS[role],
		   STR_ARG(said->text), STR_ARG(said->at), STR_ARG(cell->text),
		   STR_ARG(place_of(take, row)));
	return false;
}

static struct str place_of(const struct take *take, size_t row)
{
	unsigned line = take->grid->lines[row];
	struct str sheet = take->grid->name;

	return sheet.len ? arena_printf(take->study->arena,
					"row %u of the sheet \"%.*s\"", line,
					STR_ARG(sheet))
			 : arena_printf(take->study->arena, "row %u", line);
}

/* "40 %" beside "0.4" or "20": nobody knows whether both are shares. */
static void say_weights(struct study *study)
{
	const struct attribute *kinds[2] = { NULL, NULL };

	for (size_t j = 0; j < study->attribute_count; j++) {
		const struct attribute *a = &study->attributes[j];
		const struct said *said = &a->said[ROLE_WEIGHT];

		if (said->at.len && !a->is_fact && !kinds[said->is_percent])
			kinds[said->is_percent] = a;
	}
	if (!kinds[0] || !kinds[1])
		return;
	study_todo(study,
		   "some weights are shares (\"%.*s\" of \"%.*s\") and some "
		   "are not (\"%.*s\" of \"%.*s\"): they are taken for %g and "
		   "%g; write all of them in one way",
		   STR_ARG(kinds[1]->said[ROLE_WEIGHT].text),
		   STR_ARG(kinds[1]->as_written),
		   STR_ARG(kinds[0]->said[ROLE_WEIGHT].text),
		   STR_ARG(kinds[0]->as_written), kinds[1]->weight,
		   kinds[0]->weight);
}

static void take_long(const struct take *take)
{
	const struct grid *grid = take->grid;
	const struct layout *layout = take->layout;
	struct study *study = take->study;
	size_t score = layout_column(grid, layout, ROLE_SCORE);
	size_t named = layout_column(grid, layout, ROLE_OPTION);

	study->is_matrix = study->has_rows = true;
	for (size_t i = layout->first; i < grid->row_count; i++) {
		struct str criterion = grid_cell(grid, i, layout->names)->text;
		struct str option = grid_cell(grid, i, named)->text;
		size_t j, o;

		if (study->option_count > COMPARISON_OPTIONS ||
		    study->attribute_count > COMPARISON_CRITERIA)
			return;
		if (!criterion.len || !option.len) {
			note_row(take, i, "lacks a criterion or an option");
			continue;
		}
		j = study_attribute_named(study, criterion);
		study->attributes[j].is_sum = study->attributes[j].is_fact =
			words_are(criterion, ROLE_TOTAL);
		study->attributes[j].line = grid->lines[i];
		o = study_option_named(study, option, grid->lines[i]);
		take_properties(take, i, &study->attributes[j]);
		add_entry(take, j, o, i, grid_cell(grid, i, score));
	}
}

static void take_weights(struct study *study, const struct grid *grid,
			 const struct layout *layout)
{
	struct take take = { .study = study, .grid = grid, .layout = layout };
	size_t known = 0;

	for (size_t i = layout->first; i < grid->row_count; i++) {
		struct str name = grid_cell(grid, i, layout->names)->text;
		size_t j = study_attribute_find(study, name);

		if (!name.len)
			continue;
		if (j < study->attribute_count) {
			take_properties(&take, i, &study->attributes[j]);
			known++;
		} else {
			note_row(&take, i, "weighs what no other sheet has");
		}
	}
	study->is_matrix |= known > 0;
	workbook_remark(study->book,
			"the sheet \"%.*s\" gives the weights of %zu %s",
			STR_ARG(grid->name), known,
			known == 1 ? "criterion" : "criteria");
}

static struct str text_in(const struct take *take, size_t row, enum role role)
{
	size_t k = layout_column(take->grid, take->layout, role);

	return k < take->grid->column_count
		       ? grid_cell(take->grid, row, k)->text
		       : STR("");
}

/* Of all columns of notes on the row. */
static struct str notes_in(const struct take *take, size_t row)
{
	struct str notes = STR("");

	for (size_t k = 0; k < take->grid->column_count; k++) {
		struct str note = grid_cell(take->grid, row, k)->text;

		if (take->layout->roles[k] == ROLE_NOTE && note.len)
			notes = notes.len ? ARENA_JOIN(take->study->arena,
						       notes, STR("; "), note)
					  : note;
	}
	return notes;
}

static struct entry *add_entry(const struct take *take, size_t attribute,
			       size_t option, size_t row,
			       const struct cell *cell)
{
	struct study *study = take->study;
	struct entry *entry =
		arena_push(study->arena, study->entries, study->entry_count);
	struct str judge = text_in(take, row, ROLE_JUDGE);
	struct str note = notes_in(take, row);

	*entry = (struct entry){
		.attribute = attribute,
		.option = option,
		.cell = cell,
		.judge = judge.len ? judge : take->judge,
		.note = note.len && cell->note.len
				? ARENA_JOIN(study->arena, note, STR("; "),
					     cell->note)
			: note.len ? note
				   : cell->note,
		.source = text_in(take, row, ROLE_SOURCE),
		.confidence = text_in(take, row, ROLE_CONFIDENCE),
		.date = text_in(take, row, ROLE_DATE),
		.line = take->grid->lines[row],
	};
	study->has_judges |= entry->judge.len > 0;
	study->is_matrix |= entry->judge.len > 0;
	return entry;
}

static bool is_sentence(struct str text)
{
	return text.len > SENTENCE || str_ends(text, ".") ||
	       str_find(text, ':') < text.len || str_starts(text, "*");
}

/* Keeps the cells of a row as a note; `what` says why it is one. */
static void note_row(const struct take *take, size_t row, const char *what)
{
	struct study *study = take->study;
	struct buf buf = { 0 };

	for (size_t k = 0; k < take->grid->column_count; k++) {
		const struct cell *cell = grid_cell(take->grid, row, k);

		if (!cell->text.len || cell->is_copy)
			continue;
		buf_text(&buf, buf.len ? "; " : "");
		buf_raw(&buf, cell->text);
	}
	if (!buf.len)
		return;
	if (what)
		workbook_remark(study->book, "row %u %s: %.*s",
				take->grid->lines[row], what,
				STR_ARG(buf_str(&buf)));
	else
		*arena_push(study->arena, study->notes, study->note_count) =
			buf_copy(&buf, study->arena);
	buf_release(&buf);
}

static bool is_too_large(struct diags *diags, const struct study *study)
{
	static const char *const WHATS[] = { "options", "rows or columns" };
	size_t counts[] = { study->option_count, study->attribute_count };
	size_t mosts[] = { COMPARISON_OPTIONS, COMPARISON_CRITERIA };

	for (size_t k = 0; k < 2; k++) {
		if (counts[k] <= mosts[k])
			continue;
		diag_error(
			diags, (struct place){ .file = study->book->path },
			"the table has more than %zu %s; a comparison has at "
			"most that many",
			mosts[k], WHATS[k]);
		diag_hint(diags, "import a part of it");
		return true;
	}
	return false;
}

static bool is_too_small(struct diags *diags, const struct study *study)
{
	if (study->option_count > 1)
		return false;
	diag_error(diags, (struct place){ .file = study->book->path },
		   "there are no two options to compare");
	diag_hint(diags, "a table has a row for each option, or a column for "
			 "each beside a column of criteria");
	return true;
}
