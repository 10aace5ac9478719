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
	const struct layout *l;
	struct str judge;  /* the sheet's, where sheets are judges */
	size_t *column_of; /* what each column is an index of */
	bool again;	   /* its options may be known from another */
};

static size_t begin(struct study *study, struct layout *layouts);
static bool is_cover(const struct layout *l);
static bool no_table(struct diags *diags, const struct workbook *book,
		     const struct layout *layouts);
static bool is_alike(const struct layout *a, const struct layout *b);
static size_t heads_like(const struct layout *l, struct str head);
static void take_sheet(const struct take *t);
static void take_other(struct study *study, const struct layout *l);
static bool shares_options(const struct study *study, const struct layout *l);
static void take_above(const struct take *t);
static void take_by_option(const struct take *t);
static size_t attribute_of(const struct take *t, struct str name);
static size_t option_of(const struct take *t, size_t column, struct str name);
static bool take_meta(const struct take *t, size_t row);
static bool is_all(const struct layout *l, size_t row,
		   bool (*is)(struct str text));
static bool is_end(const struct layout *l, size_t row);
static bool has_words(const struct layout *l, size_t row);
static void take_property(const struct take *t, size_t row,
			  struct attribute *attribute, enum role role,
			  const struct cell *cell);
static bool is_first(const struct take *t, size_t row,
		     struct attribute *attribute, enum role role,
		     const struct cell *cell);
static struct str place_of(const struct take *t, size_t row);
static void say_weights(struct study *study);
static void take_option(const struct take *t, size_t row);
static bool is_matrix_head(const struct layout *l, size_t column);
static void take_by_criterion(const struct take *t);
static void take_criterion(const struct take *t, size_t row, struct str *group);
static struct str name_in(const struct take *t, size_t row);
static const struct cell *sum_in(const struct take *t, size_t row,
				 size_t column);
static bool is_criterion(const struct take *t, size_t row, struct str name,
			 struct str *group);
static void add_noted(const struct take *t, struct entry *entry, size_t row,
		      size_t column);
static void note_column(const struct take *t, size_t column, struct str name);
static bool calls_product(const struct layout *l, size_t column);
static void take_long(const struct take *t);
static void take_weights(const struct take *t);
static void take_properties(const struct take *t, size_t row,
			    struct attribute *attribute);
static struct str text_in(const struct take *t, size_t row, enum role role);
static struct entry *add_entry(const struct take *t, size_t attribute,
			       size_t option, size_t row,
			       const struct cell *cell);
static bool is_sentence(struct str text);
static void add_note(struct study *study, struct str note);
static void note_row(const struct take *t, size_t row, const char *what);
static bool is_too_large(struct diags *diags, const struct study *study);
static bool is_too_small(struct diags *diags, const struct study *study);

bool study_gather(struct diags *diags, struct workbook *book,
		  struct study *study, struct arena *arena)
{
	struct layout *l = arena_array(arena, struct layout, book->grid_count);
	bool *joins = arena_array(arena, bool, book->grid_count);
	bool judged = false;
	size_t main;

	*study = (struct study){ .book = book,
				 .arena = arena,
				 .title = book->title,
				 .notes = book->notes,
				 .note_count = book->note_count };
	main = begin(study, l);
	if (main == book->grid_count)
		return no_table(diags, book, l);
	/* Other sheets of the shape, the header and the criteria: judges. */
	joins[main] = true;
	for (size_t g = main + 1; g < book->grid_count; g++) {
		joins[g] = is_alike(&l[main], &l[g]);
		judged |= joins[g];
	}
	for (size_t g = main; g < book->grid_count; g++) {
		struct take take = { .study = study, .l = &l[g] };

		if (judged)
			take.judge = book->grids[g].name;
		if (joins[g])
			take_sheet(&take);
		if (is_too_large(diags, study))
			return false;
	}
	for (size_t g = 0; g < book->grid_count; g++)
		if (!joins[g])
			take_other(study, &l[g]);
	for (size_t n = 0; n < study->note_count; n++)
		study->is_reversed |=
			words_scored(study->notes[n]) == DIRECTION_LOWER;
	say_weights(study);
	return !is_too_large(diags, study) && !is_too_small(diags, study);
}

/* Gives the first sheet that is a table of options, or their count. */
static size_t begin(struct study *study, struct layout *layouts)
{
	struct workbook *book = study->book;
	size_t main = book->grid_count;

	if (is_sentence(study->title)) {
		study->title = STR("");
		add_note(study, book->title);
	}
	for (size_t g = 0; g < book->grid_count; g++) {
		table_values_read(book, &book->grids[g]);
		layout_find(&book->grids[g], &layouts[g], study->arena);
		weights_settle(study, &layouts[g]);
		if (!layouts[g].shape || layouts[g].shape == TABLE_WEIGHTS)
			continue;
		if (main == book->grid_count ||
		    (is_cover(&layouts[main]) && !is_cover(&layouts[g])))
			main = g;
	}
	return main;
}

/* "Winner: | Oak": one option, or a column of labels beside one of words. */
static bool is_cover(const struct layout *l)
{
	size_t labels = 0, rows = l->rows - l->header;

	for (size_t i = l->header; i < l->rows; i++)
		labels += str_ends(grid_text(l->grid, i, 0), ":");
	return l->shape == TABLE_BY_OPTION && l->columns == 2 &&
	       (rows <= 2 || labels * 2 > rows);
}

static bool no_table(struct diags *diags, const struct workbook *book,
		     const struct layout *layouts)
{
	bool answers = false;

	for (size_t g = 0; g < book->grid_count; g++)
		answers |= layouts[g].roles &&
			   layout_is_answers(&layouts[g], true);
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
static bool is_alike(const struct layout *a, const struct layout *b)
{
	size_t shared = 0;

	if (a->shape != b->shape || a->columns != b->columns ||
	    words_are(b->grid->name, ROLE_TOTAL))
		return false;
	for (size_t k = 0; k < a->columns; k++)
		if (heads_like(a, layout_head(a, k)) !=
		    heads_like(b, layout_head(a, k)))
			return false;
	for (size_t i = b->first; i < b->rows; i++) {
		size_t n = a->first;

		while (n < a->rows &&
		       !str_is_like(layout_name(a, n), layout_name(b, i)))
			n++;
		shared += n < a->rows;
	}
	return shared * 2 > b->rows - b->first;
}

static size_t heads_like(const struct layout *l, struct str head)
{
	size_t count = 0;

	for (size_t k = 0; k < l->columns; k++)
		count += str_is_like(layout_head(l, k), head);
	return count;
}

static void take_sheet(const struct take *t)
{
	struct take full = *t;

	full.column_of = arena_array(t->study->arena, size_t, t->l->columns);
	full.again = t->study->option_count > 0;
	t->study->is_matrix |= t->l->grid->has_signs;
	take_above(&full);
	if (t->l->shape == TABLE_BY_OPTION)
		take_by_option(&full);
	else if (t->l->shape == TABLE_BY_CRITERION)
		take_by_criterion(&full);
	else
		take_long(&full);
}

/* Weights, more of the same options, or what has no place. */
static void take_other(struct study *study, const struct layout *l)
{
	struct take take = { .study = study, .l = l, .again = true };

	if (!l->rows)
		return;
	if (l->shape == TABLE_WEIGHTS) {
		take_weights(&take);
	} else if (l->shape == TABLE_BY_OPTION && shares_options(study, l)) {
		take.column_of = arena_array(study->arena, size_t, l->columns);
		take_by_option(&take);
		workbook_remark(study->book,
				"the sheet \"%.*s\" has more of the same "
				"options: its columns are taken, too",
				STR_ARG(l->grid->name));
	} else {
		*arena_push(study->arena, study->rest, study->rest_count) =
			l->grid;
	}
}

static bool shares_options(const struct study *study, const struct layout *l)
{
	size_t known = 0;

	for (size_t i = l->first; i < l->rows; i++) {
		struct str name = layout_name(l, i);

		if (!name.len)
			continue;
		if (study_option_find(study, name) == study->option_count)
			return false;
		known++;
	}
	return known > 1;
}

/* What stands above the table: its title, and notes. */
static void take_above(const struct take *t)
{
	struct study *study = t->study;

	for (size_t i = 0; i < t->l->header; i++)
		for (size_t k = 0; k < t->l->columns; k++) {
			const struct cell *cell = grid_cell(t->l->grid, i, k);

			if (!cell->text.len || cell->is_copy)
				continue;
			if (!study->title.len && !is_sentence(cell->text) &&
			    cell->kind == CELL_TEXT && i == 0 &&
			    (k == 0 || grid_filled(t->l->grid, i) == 1))
				study->title = cell->text;
			else
				add_note(study, cell->text);
		}
}

static void take_by_option(const struct take *t)
{
	const struct layout *l = t->l;
	struct study *study = t->study;
	size_t last = l->rows;

	for (size_t k = 0; k < l->columns; k++) {
		struct cell *head = grid_cell(l->grid, l->header, k);
		enum role role = l->roles[k];
		struct attribute *a;

		if (role == ROLE_OPTION || role == ROLE_JUDGE ||
		    role == ROLE_GROUP)
			continue;
		t->column_of[k] = attribute_of(
			t, head->text.len ? head->text
					  : arena_printf(study->arena,
							 "Column %zu", k + 1));
		a = &study->attributes[t->column_of[k]];
		a->is_fact = role == ROLE_INDEX || role == ROLE_TOTAL;
		a->is_sum = role == ROLE_TOTAL;
		a->note = head->note.len ? head->note : a->note;
	}
	/* What stands below the table, alone in its row. */
	while (last > l->first && grid_filled(l->grid, last - 1) == 1 &&
	       is_sentence(layout_name(l, last - 1)))
		last--;
	for (size_t i = last; i < l->rows; i++)
		note_row(t, i, NULL);
	for (size_t i = l->first; i < last; i++)
		if (!take_meta(t, i))
			take_option(t, i);
}

/* The attribute of that name; a second one of a sheet is another. */
static size_t attribute_of(const struct take *t, struct str name)
{
	struct study *study = t->study;
	size_t j = study_attribute_named(study, name);
	struct attribute *first = &study->attributes[j];

	if (first->taken_from == t->l->grid &&
	    layout_column(t->l, ROLE_JUDGE) == t->l->columns)
		j = study_attribute_named(
			study, arena_printf(study->arena, "%.*s (%zu)",
					    STR_ARG(name), ++first->twins + 1));
	else
		first->twins = 0;
	study->attributes[j].taken_from = t->l->grid;
	return j;
}

/* The same of an option at the head of a column. */
static size_t option_of(const struct take *t, size_t column, struct str name)
{
	const struct layout *l = t->l;
	struct str tried = name;

	for (size_t number = 2;; number++) {
		size_t i = study_option_named(t->study, tried,
					      l->grid->lines[l->header]);
		bool twice = false;

		for (size_t k = 0; k < column; k++)
			twice |= layout_is_option(l, k) && t->column_of[k] == i;
		if (!twice)
			return i;
		tried = arena_printf(l->arena, "%.*s (%zu)", STR_ARG(name),
				     number);
	}
}

/* A row of weights, units or directions, or a sum: not an option. */
static bool take_meta(const struct take *t, size_t row)
{
	struct str name = layout_name(t->l, row);
	enum role role =
		words_are(name, ROLE_WEIGHT) ? ROLE_WEIGHT
		: words_are(name, ROLE_UNIT) ||
				(!name.len && is_all(t->l, row, words_are_unit))
			? ROLE_UNIT
		: words_are(name, ROLE_BETTER) ||
				is_all(t->l, row, words_are_optimum)
			? ROLE_BETTER
			: ROLE_NONE;

	if (role == ROLE_WEIGHT && weights_are_ranks(t->study, t->l, row))
		return t->study->is_matrix = true;
	if ((words_are(name, ROLE_TOTAL) && !has_words(t->l, row)) ||
	    is_end(t->l, row)) {
		note_row(t, row, "is computed of the others, and no option");
		if (wording_is_any(name, PHRASES_ENDS))
			study_todo(t->study,
				   "the row \"%.*s\" is taken for the best or "
				   "worst of each column, and left out: where "
				   "it is an option, call it otherwise",
				   STR_ARG(name));
		return true;
	}
	for (size_t k = 0; role && k < t->l->columns; k++) {
		const struct cell *cell = grid_cell(t->l->grid, row, k);

		if (t->l->roles[k] == ROLE_NONE && cell->text.len)
			take_property(t, row,
				      &t->study->attributes[t->column_of[k]],
				      role, cell);
	}
	t->study->is_matrix |= role == ROLE_WEIGHT;
	if (role == ROLE_WEIGHT)
		study_todo(t->study,
			   "the row \"%.*s\" is taken for the weights of the "
			   "columns: where it is an option, call it otherwise",
			   STR_ARG(name));
	return role;
}

/* "cost, benefit, benefit", whatever the row is called; "kg, €". */
static bool is_all(const struct layout *l, size_t row,
		   bool (*is)(struct str text))
{
	size_t told = 0;

	for (size_t k = 0; k < l->columns; k++) {
		struct str text = grid_text(l->grid, row, k);

		if (k == l->names || !text.len)
			continue;
		if (!is(text))
			return false;
		told++;
	}
	return told > 0;
}

/* Whether it has an answer or a text, and no number: nothing is computed so. */
static bool has_words(const struct layout *l, size_t row)
{
	bool words = false;

	for (size_t k = 0; k < l->columns; k++) {
		enum cell_kind kind = grid_cell(l->grid, row, k)->kind;

		if (kind == CELL_NUMBER)
			return false;
		words |= k != l->names &&
			 (kind == CELL_TEXT || kind == CELL_ANSWER);
	}
	return words;
}

/* "Max", where no other row has more of anything; "Max possible" by its name. */
static bool is_end(const struct layout *l, size_t row)
{
	struct str name = layout_name(l, row);

	if (!wording_is_any(name, PHRASES_ENDS))
		return wording_is_any(name, PHRASES_EXTREME);
	for (size_t k = 0; k < l->columns; k++) {
		const struct cell *own = grid_cell(l->grid, row, k);
		bool most = true, least = true;

		for (size_t i = l->first; i < l->rows; i++) {
			const struct cell *other = grid_cell(l->grid, i, k);

			if (other->kind != CELL_NUMBER ||
			    words_are(layout_name(l, i), ROLE_WEIGHT))
				continue;
			most &= own->number >= other->number;
			least &= own->number <= other->number;
		}
		if (own->kind == CELL_NUMBER && !most && !least)
			return false;
	}
	return true;
}

static void take_option(const struct take *t, size_t row)
{
	const struct layout *l = t->l;
	struct study *study = t->study;
	struct str name = layout_name(l, row);
	bool again = t->again || layout_column(l, ROLE_JUDGE) < l->columns;
	unsigned line = l->grid->lines[row];
	size_t option;

	if (!name.len) {
		note_row(t, row, "has no name, and is no option");
		study_todo(study,
			   "row %u has no name, and is no option: what it says "
			   "is in import-report.txt alone",
			   line);
		return;
	}
	/* In one sheet two rows of a name are two options. */
	option = again ? study_option_named(study, name, line)
		       : study_option_add(study, name, line);
	if (study->option_count > COMPARISON_OPTIONS)
		return;
	for (size_t k = 0; k < l->columns; k++) {
		const struct cell *cell = grid_cell(l->grid, row, k);

		if (!cell->text.len && !cell->note.len)
			continue;
		if (l->roles[k] == ROLE_GROUP)
			study->options[option].group = cell->text;
		else if (l->roles[k] != ROLE_OPTION &&
			 l->roles[k] != ROLE_JUDGE)
			add_entry(t, t->column_of[k], option, row, cell);
	}
}

static bool is_matrix_head(const struct layout *l, size_t column)
{
	return wording_has_any(layout_head(l, column), PHRASES_CRITERION);
}

static void take_by_criterion(const struct take *t)
{
	const struct layout *l = t->l;
	struct study *study = t->study;
	struct str group = STR("");

	study->has_rows = true;
	/* A table of features or of measures may stand so, too. */
	study->is_matrix |= is_matrix_head(l, l->names);
	for (size_t k = 0; k < l->columns; k++) {
		struct str name = layout_head(l, l->heads[k]);
		enum role role = l->roles[k];

		study->is_matrix |= role == ROLE_WEIGHT;
		study->is_reversed |= words_scored(name) == DIRECTION_LOWER;
		if (layout_is_option(l, k))
			t->column_of[k] = option_of(t, k, name);
		else if (role == ROLE_NOTE && !words_are(name, ROLE_NOTE))
			study_todo(study,
				   "the column \"%.*s\" has no numbers: it is "
				   "taken for notes of each score beside it, "
				   "and for no option",
				   STR_ARG(name));
		else if (role == ROLE_TOTAL ||
			 (role == ROLE_NONE &&
			  (!name.len || l->parts[k] == PART_COMPUTED)))
			note_column(t, k, name);
	}
	for (size_t i = l->first; i < l->rows; i++)
		take_criterion(t, i, &group);
}

static void take_criterion(const struct take *t, size_t row, struct str *group)
{
	const struct layout *l = t->l;
	struct study *study = t->study;
	struct str name = name_in(t, row), note;
	struct attribute *a;
	size_t j;

	if (!is_criterion(t, row, name, group) ||
	    study->attribute_count > COMPARISON_CRITERIA)
		return;
	j = attribute_of(t, name);
	a = &study->attributes[j];
	a->is_sum = a->is_fact = words_are(name, ROLE_TOTAL);
	a->line = l->grid->lines[row];
	a->group = a->group.len ? a->group : *group;
	note = grid_cell(l->grid, row, l->names)->note;
	a->note = note.len ? note : a->note;
	take_properties(t, row, a);
	for (size_t k = 0; k < l->columns; k++) {
		const struct cell *cell = a->is_sum
						  ? sum_in(t, row, k)
						  : grid_cell(l->grid, row, k);

		if (layout_is_option(l, k) &&
		    (cell->text.len || cell->note.len))
			add_noted(t,
				  add_entry(t, j, t->column_of[k], row, cell),
				  row, k);
	}
}

/* "Total" may stand in a column of groups, before those of names. */
static struct str name_in(const struct take *t, size_t row)
{
	struct str name = layout_name(t->l, row);

	for (size_t k = t->l->names; !name.len && k-- > 0;)
		if (words_are(grid_text(t->l->grid, row, k), ROLE_TOTAL))
			name = grid_text(t->l->grid, row, k);
	return name;
}

/* A sum may stand below what was computed of the scores, not below them. */
static const struct cell *sum_in(const struct take *t, size_t row,
				 size_t column)
{
	const struct layout *l = t->l;
	const struct cell *sum = grid_cell(l->grid, row, column);

	for (size_t k = 0; k < l->columns; k++) {
		const struct cell *cell = grid_cell(l->grid, row, k);

		if (l->heads[k] == l->heads[column] &&
		    l->parts[k] == PART_COMPUTED && cell->kind == CELL_NUMBER)
			sum = cell;
	}
	return sum;
}

/* Whether the row is one; else what it is has its place already. */
static bool is_criterion(const struct take *t, size_t row, struct str name,
			 struct str *group)
{
	const struct grid *grid = t->l->grid;
	bool heads = row + 1 < t->l->rows && grid_filled(grid, row + 1) != 1;

	if (grid_filled(grid, row) != 1) {
		if (!name.len)
			note_row(t, row, "has no name, and is no criterion");
		return name.len > 0;
	}
	/* "Performance", alone in its row, heads those below it. */
	if (name.len && heads && !is_sentence(name))
		*group = name;
	else
		note_row(t, row, NULL);
	return false;
}

/* What the columns of notes and sources of an option say of its score. */
static void add_noted(const struct take *t, struct entry *entry, size_t row,
		      size_t column)
{
	const struct layout *l = t->l;

	for (size_t k = 0; k < l->columns; k++) {
		struct str *to = l->parts[k] == PART_NOTE     ? &entry->note
				 : l->parts[k] == PART_SOURCE ? &entry->source
							      : NULL;

		if (to && l->heads[k] == l->heads[column])
			*to = str_listed(*to, "; ", grid_text(l->grid, row, k),
					 l->arena);
	}
}

/* Keeps the cells of a column that is none of an option's in the report. */
static void note_column(const struct take *t, size_t column, struct str name)
{
	const struct layout *l = t->l;
	struct buf buf = { 0 };

	for (size_t i = l->header + 1; i < l->rows; i++)
		buf_listed(&buf, "; ", grid_text(l->grid, i, column));
	if (buf.len && wording_is_any(name, PHRASES_EXTREME "|" PHRASES_ENDS
							    "|" PHRASES_NEEDED))
		study_todo(
			t->study,
			"column %zu, of \"%.*s\", is left out: %.*s; where "
			"options must have that, give the criteria `must` in "
			"criteria.csv",
			column + 1, STR_ARG(name), STR_ARG(buf_str(&buf)));
	else if (buf.len &&
		 (l->roles[column] == ROLE_TOTAL || calls_product(l, column)))
		workbook_remark(t->study->book,
				"column %zu, of \"%.*s\", is left out: %.*s",
				column + 1, STR_ARG(name),
				STR_ARG(buf_str(&buf)));
	else if (buf.len)
		study_todo(t->study, "column %zu %s%.*s%s is left out: %.*s",
			   column + 1,
			   name.len ? "is beside the scores of \""
				    : "has no name",
			   STR_ARG(name), name.len ? "\", and" : ", and",
			   STR_ARG(buf_str(&buf)));
	buf_release(&buf);
}

/* Whether it is said to be computed, below the name of an option. */
static bool calls_product(const struct layout *l, size_t column)
{
	return l->parts[column] == PART_COMPUTED &&
	       wording_has_any(grid_text(l->grid, l->first - 1, column),
			       PHRASES_PRODUCT);
}

/* What a row says of its criterion, beside the scores. */
static void take_properties(const struct take *t, size_t row,
			    struct attribute *attribute)
{
	for (size_t k = 0; k < t->l->columns; k++) {
		const struct cell *cell = grid_cell(t->l->grid, row, k);

		if (cell->text.len)
			take_property(t, row, attribute, t->l->roles[k], cell);
	}
}

/* The first that is said of each counts. */
static void take_property(const struct take *t, size_t row, struct attribute *a,
			  enum role role, const struct cell *cell)
{
	bool is_weight = cell->kind == CELL_NUMBER && cell->number >= 0;

	if ((role == ROLE_WEIGHT && !is_weight) ||
	    (role == ROLE_BETTER && !words_direction(cell->text))) {
		if (role == ROLE_WEIGHT && !t->study->no_weight.len)
			t->study->no_weight = cell->text;
		if (cell->kind != CELL_EMPTY)
			workbook_remark(
				t->study->book,
				"\"%.*s\" in %.*s is no %s, and left "
				"out",
				STR_ARG(cell->text), STR_ARG(place_of(t, row)),
				role == ROLE_WEIGHT ? "weight" : "direction");
		return;
	}
	if ((role != ROLE_WEIGHT && role != ROLE_UNIT && role != ROLE_BETTER &&
	     role != ROLE_GROUP && role != ROLE_QUESTION) ||
	    !is_first(t, row, a, role, cell))
		return;
	if (role == ROLE_WEIGHT) {
		a->weight = cell->number;
	} else if (role == ROLE_BETTER) {
		a->head.better = words_direction(cell->text);
		a->head.said = true;
	} else {
		*(role == ROLE_UNIT    ? &a->head.unit
		  : role == ROLE_GROUP ? &a->group
				       : &a->question) = cell->text;
	}
}

/* Another place that says otherwise is told of, once. */
static bool is_first(const struct take *t, size_t row,
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
				       .at = place_of(t, row),
				       .is_percent = is_percent };
		return true;
	}
	if (said->is_told || str_is_like(said->text, cell->text) ||
	    (role == ROLE_WEIGHT && said->is_percent == is_percent &&
	     !(fabs(attribute->weight - cell->number) > 0)))
		return false;
	said->is_told = true;
	study_todo(t->study,
		   "\"%.*s\" has the %s \"%.*s\" in %.*s and \"%.*s\" in "
		   "%.*s: the first is taken; settle on one, and correct it in "
		   "criteria.csv",
		   STR_ARG(attribute->as_written), WHATS[role],
		   STR_ARG(said->text), STR_ARG(said->at), STR_ARG(cell->text),
		   STR_ARG(place_of(t, row)));
	return false;
}

static struct str place_of(const struct take *t, size_t row)
{
	struct str sheet = t->l->grid->name;

	return arena_printf(t->l->arena, "row %u%s%.*s%s",
			    t->l->grid->lines[row],
			    sheet.len ? " of the sheet \"" : "", STR_ARG(sheet),
			    sheet.len ? "\"" : "");
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

static void take_long(const struct take *t)
{
	const struct layout *l = t->l;
	struct study *study = t->study;
	size_t score = layout_column(l, ROLE_SCORE);

	study->has_rows = true;
	study->is_matrix |=
		is_matrix_head(l, l->names) ||
		!wording_is_any(layout_head(l, score), "value|wert");
	for (size_t i = l->first; i < l->rows; i++) {
		struct str criterion = layout_name(l, i);
		struct str option = text_in(t, i, ROLE_OPTION);
		struct attribute *a;
		size_t j, o;

		if (study->option_count > COMPARISON_OPTIONS ||
		    study->attribute_count > COMPARISON_CRITERIA)
			return;
		if (!criterion.len || !option.len) {
			note_row(t, i, "lacks a criterion or an option");
			continue;
		}
		j = study_attribute_named(study, criterion);
		a = &study->attributes[j];
		a->is_sum = a->is_fact = words_are(criterion, ROLE_TOTAL);
		a->line = l->grid->lines[i];
		o = study_option_named(study, option, a->line);
		take_properties(t, i, a);
		add_entry(t, j, o, i, grid_cell(l->grid, i, score));
	}
}

static void take_weights(const struct take *t)
{
	struct study *study = t->study;
	size_t known = 0;

	for (size_t i = t->l->first; i < t->l->rows; i++) {
		struct str name = layout_name(t->l, i);
		size_t j = study_attribute_find(study, name);

		if (!name.len)
			continue;
		if (j < study->attribute_count) {
			take_properties(t, i, &study->attributes[j]);
			known++;
		} else {
			note_row(t, i, "weighs what no other sheet has");
		}
	}
	study->is_matrix |= known > 0;
	workbook_remark(study->book,
			"the sheet \"%.*s\" gives the weights of %zu %s",
			STR_ARG(t->l->grid->name), known,
			known == 1 ? "criterion" : "criteria");
}

/* Of notes what all columns say. */
static struct str text_in(const struct take *t, size_t row, enum role role)
{
	struct str text = STR("");

	for (size_t k = 0; k < t->l->columns; k++)
		if (t->l->roles[k] == role && (!text.len || role == ROLE_NOTE))
			text = str_listed(text, "; ",
					  grid_text(t->l->grid, row, k),
					  t->l->arena);
	return text;
}

static struct entry *add_entry(const struct take *t, size_t attribute,
			       size_t option, size_t row,
			       const struct cell *cell)
{
	struct study *study = t->study;
	struct entry *entry =
		arena_push(study->arena, study->entries, study->entry_count);
	struct str judge = text_in(t, row, ROLE_JUDGE);

	*entry = (struct entry){
		.attribute = attribute,
		.option = option,
		.cell = cell,
		.judge = judge.len ? judge : t->judge,
		.note = str_listed(text_in(t, row, ROLE_NOTE), "; ", cell->note,
				   study->arena),
		.source = text_in(t, row, ROLE_SOURCE),
		.confidence = text_in(t, row, ROLE_CONFIDENCE),
		.date = text_in(t, row, ROLE_DATE),
		.line = t->l->grid->lines[row],
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

static void add_note(struct study *study, struct str note)
{
	*arena_push(study->arena, study->notes, study->note_count) = note;
}

/* Keeps the cells of a row as a note; `what` says why it is one. */
static void note_row(const struct take *t, size_t row, const char *what)
{
	const struct grid *grid = t->l->grid;
	struct buf buf = { 0 };

	for (size_t k = 0; k < t->l->columns; k++)
		if (!grid_cell(grid, row, k)->is_copy)
			buf_listed(&buf, "; ", grid_text(grid, row, k));
	if (buf.len && what)
		workbook_remark(t->study->book, "row %u %s: %.*s",
				grid->lines[row], what, STR_ARG(buf_str(&buf)));
	else if (buf.len)
		add_note(t->study, buf_copy(&buf, t->study->arena));
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
