#include "import/table_shape.h"

#include <math.h>
#include <stdlib.h>

#include "base/wording.h"
#include "import/phrases.h"

enum {
	SIGN = 4, /* what a word at the head of the names tells */
	HINT = 2,
	MOSTLY = 90, /* per cent of names that differ, nearly all */
	ENOUGH = 60,
	LABELLED = 2, /* "Date: | 12 March", above a table of more columns */
};

/* Of an option's columns, that of scores times weights. */
static const char WEIGHTED[] =
	"weighted|gewichtet|gewichtete|gewichteter|gewogen";

static bool find_header(const struct grid *grid, size_t *header);
static bool is_labelled(const struct grid *grid, size_t row);
static bool is_band(const struct grid *grid, size_t row);
static void lift_heads(const struct grid *grid, size_t header);
static bool spans_all(const struct grid *grid, size_t header);
static bool is_parts(const struct grid *grid, size_t header);
static bool tells_directions(const struct grid *grid,
			     const struct layout *layout, size_t column);
static enum role role_of(struct str text);
static bool is_long(const struct grid *grid, struct layout *layout,
		    struct arena *arena);
static bool repeats(const struct grid *grid, const struct layout *layout,
		    size_t column, struct arena *arena);
static int lean(const struct grid *grid, const struct layout *layout);
static int lean_of_names(const struct grid *grid, const struct layout *layout);
static size_t known_heads(const struct grid *grid, size_t header, bool rows);
static int lean_of_cells(const struct grid *grid, const struct layout *layout);
static bool lay_by_option(const struct grid *grid, struct layout *layout,
			  struct arena *arena);
static void drop_roles(const struct grid *grid, struct layout *layout,
		       struct arena *arena);
static bool lay_by_criterion(const struct grid *grid, struct layout *layout);
static size_t names_of(const struct grid *grid, const struct layout *layout);
static void lay_parts(const struct grid *grid, struct layout *layout);
static void lay_notes(const struct grid *grid, struct layout *layout);
static bool are_apart(const struct grid *grid, const struct layout *layout,
		      enum role role);
static size_t option_before(const struct grid *grid,
			    const struct layout *layout, size_t column);
static size_t option_named(const struct grid *grid, const struct layout *layout,
			   size_t column, enum role *role);
static void note_words(const struct grid *grid, struct layout *layout);
static bool is_numbers(const struct grid *grid, const struct layout *layout,
		       size_t column);
static size_t count_of(const struct grid *grid, const struct layout *layout,
		       size_t column, enum cell_kind kind);
static size_t distinct(const struct grid *grid, const struct layout *layout,
		       size_t column, struct arena *arena);
static int compare_texts(const void *a, const void *b);

void layout_find(const struct grid *grid, struct layout *layout,
		 struct arena *arena)
{
	int by_criterion;

	*layout = (struct layout){ .shape = TABLE_NONE };
	if (!find_header(grid, &layout->header))
		return;
	lift_heads(grid, layout->header);
	layout->first = layout->header + 1;
	layout->roles = arena_array(arena, enum role, grid->column_count);
	for (size_t k = 0; k < grid->column_count; k++)
		layout->roles[k] =
			role_of(grid_cell(grid, layout->header, k)->text);
	if (layout_is_answers(grid, layout->header, false) ||
	    is_long(grid, layout, arena))
		return;
	layout->heads = arena_array(arena, size_t, grid->column_count);
	layout->parts = arena_array(arena, enum part, grid->column_count);
	for (size_t k = 0; k < grid->column_count; k++)
		layout->heads[k] = k;
	by_criterion = lean(grid, layout);
	layout->is_sure = by_criterion >= SIGN || by_criterion <= -SIGN;
	if (by_criterion > 0 ? !lay_by_criterion(grid, layout)
			     : !lay_by_option(grid, layout, arena))
		layout->shape = TABLE_NONE;
}

size_t layout_column(const struct grid *grid, const struct layout *layout,
		     enum role role)
{
	size_t k = 0;

	while (k < grid->column_count && layout->roles[k] != role)
		k++;
	return k;
}

bool layout_is_answers(const struct grid *grid, size_t header, bool judged)
{
	bool form = false;

	for (size_t k = 0; k < grid->column_count; k++) {
		struct str head = grid_cell(grid, header, k)->text;

		form |= wording_is_any(head, PHRASES_FORM) ||
			(judged && words_are(head, ROLE_JUDGE));
		/* The name is that of a person. */
		if (words_are(head, ROLE_OPTION) &&
		    !str_is_like(head, STR("name")))
			return false;
	}
	return form;
}

bool layout_is_lone(const struct grid *grid, size_t row)
{
	return grid_filled(grid, row) == 1;
}

bool layout_is_option(const struct grid *grid, const struct layout *layout,
		      size_t column)
{
	return column != layout->names && layout->roles[column] == ROLE_NONE &&
	       layout->parts[column] == PART_SCORE &&
	       grid_cell(grid, layout->header, layout->heads[column])->text.len;
}

/* The first row with two cells or more, all texts but for a year or so. */
static bool find_header(const struct grid *grid, size_t *header)
{
	for (size_t i = 0; i + 1 < grid->row_count; i++) {
		size_t texts = 0, filled = grid_filled(grid, i);

		if (filled < 2 || is_band(grid, i) || is_labelled(grid, i))
			continue;
		for (size_t k = 0; k < grid->column_count; k++)
			texts += grid_cell(grid, i, k)->kind == CELL_TEXT;
		*header = i;
		return texts > 0;
	}
	return false;
}

/* "Author: | Jane", while the table has more columns. */
static bool is_labelled(const struct grid *grid, size_t row)
{
	const struct cell *label = grid_cell(grid, row, 0);
	size_t most = 0;
	bool sure;

	if (grid_filled(grid, row) != LABELLED || !label->text.len ||
	    !grid_cell(grid, row, 1)->text.len)
		return false;
	sure = str_ends(label->text, ":") ||
	       grid_cell(grid, row, 1)->kind != CELL_TEXT;
	for (size_t i = row + 1; i < grid->row_count; i++)
		most = grid_filled(grid, i) > most ? grid_filled(grid, i)
						   : most;
	return most > LABELLED + (sure ? 0 : 1);
}

/*
 * Whether the row has a word over several heads each, as of merged cells: few
 * of its cells are filled, not the first, and all below are heads that differ.
 */
static bool is_band(const struct grid *grid, size_t row)
{
	size_t own = 0;

	if (row + 2 >= grid->row_count || grid_cell(grid, row, 0)->text.len)
		return false;
	for (size_t k = 0; k < grid->column_count; k++) {
		const struct cell *cell = grid_cell(grid, row, k);
		const struct cell *below = grid_cell(grid, row + 1, k);

		own += cell->text.len && !cell->is_copy;
		if (below->kind != CELL_TEXT || below->is_copy)
			return false;
		for (size_t n = 0; n < k; n++)
			if (str_is_like(grid_cell(grid, row + 1, n)->text,
					below->text))
				return false;
	}
	return own * 2 <= grid->column_count;
}

/*
 * ", , Oak, , Elm" above "Criterion, Weight, Score, Weighted, Score, Weighted":
 * what stands below no name is a head itself.
 */
static void lift_heads(const struct grid *grid, size_t header)
{
	if (!is_parts(grid, header) ||
	    !(spans_all(grid, header) ||
	      words_are(grid_cell(grid, header + 1, 0)->text, ROLE_CRITERION)))
		return;
	for (size_t k = 0; k < grid->column_count; k++) {
		struct cell *head = grid_cell(grid, header, k);

		if (head->text.len)
			return;
		*head = *grid_cell(grid, header + 1, k);
		*grid_cell(grid, header + 1, k) = (struct cell){ 0 };
	}
}

/* Whether each name is over two columns at least. */
static bool spans_all(const struct grid *grid, size_t header)
{
	struct str name = STR("");
	size_t columns = 2; /* that the last name is over */

	for (size_t k = 0; k < grid->column_count; k++) {
		struct str head = grid_cell(grid, header, k)->text;

		columns++;
		if (!head.len || str_is_like(head, name))
			continue;
		if (columns < 2)
			return false;
		name = head;
		columns = 0;
	}
	return name.len && columns > 0;
}

/* Whether the next row has but words, of which one is there for each option. */
static bool is_parts(const struct grid *grid, size_t header)
{
	bool again = false;

	if (header + 2 >= grid->row_count)
		return false;
	for (size_t k = 0; k < grid->column_count; k++) {
		const struct cell *cell = grid_cell(grid, header + 1, k);

		if (!cell->text.len || cell->is_copy)
			continue;
		if (cell->kind != CELL_TEXT)
			return false;
		for (size_t n = 0; n < k; n++)
			again |= str_is_like(
				grid_cell(grid, header + 1, n)->text,
				cell->text);
	}
	return again;
}

/* Of words with several uses, the first that fits is the role. */
static enum role role_of(struct str text)
{
	for (enum role role = ROLE_CRITERION; role <= ROLE_INDEX; role++)
		if (words_are(text, role))
			return role;
	return ROLE_NONE;
}

static bool is_long(const struct grid *grid, struct layout *layout,
		    struct arena *arena)
{
	size_t criterion = layout_column(grid, layout, ROLE_CRITERION);
	size_t option = layout_column(grid, layout, ROLE_OPTION);
	size_t score = layout_column(grid, layout, ROLE_SCORE);

	if (criterion == grid->column_count || option == grid->column_count ||
	    score == grid->column_count ||
	    !(repeats(grid, layout, criterion, arena) ||
	      repeats(grid, layout, option, arena)))
		return false;
	layout->shape = TABLE_LONG;
	layout->is_sure = true;
	layout->names = criterion;
	return true;
}

/* Whether a text stands in the column more than once. */
static bool repeats(const struct grid *grid, const struct layout *layout,
		    size_t column, struct arena *arena)
{
	size_t filled = 0;

	for (size_t i = layout->first; i < grid->row_count; i++)
		filled += grid_cell(grid, i, column)->text.len > 0;
	return distinct(grid, layout, column, arena) < filled;
}

/* Above 0 for a row a criterion, below for a row an option. */
static int lean(const struct grid *grid, const struct layout *layout)
{
	size_t rows = grid->row_count - layout->header - 1;
	size_t of_rows = known_heads(grid, layout->header, true);
	size_t of_columns = known_heads(grid, layout->header, false);
	int points = lean_of_names(grid, layout) + lean_of_cells(grid, layout);

	/* Shares, as there are more rows than columns, or fewer. */
	if (of_rows * grid->column_count > of_columns * rows)
		points += HINT;
	else if (of_columns)
		points -= HINT;
	if (rows > 3 * grid->column_count)
		points--;
	return points;
}

static int lean_of_names(const struct grid *grid, const struct layout *layout)
{
	int points = 0;

	for (size_t k = 0; k < grid->column_count; k++) {
		struct str text = grid_cell(grid, layout->header, k)->text;
		enum role role = layout->roles[k];

		if (role == ROLE_GROUP || role == ROLE_INDEX ||
		    role == ROLE_WEIGHT || is_numbers(grid, layout, k))
			continue;
		if (role == ROLE_CRITERION ||
		    (role == ROLE_NONE && text.len &&
		     wording_has_any(text, "criterion|criteria|kriterium|"
					   "kriterien|merkmal|feature")))
			points += SIGN;
		else if (role == ROLE_OPTION)
			points -= SIGN;
		else if (!text.len)
			points++;
		break;
	}
	for (size_t k = 0; k < grid->column_count; k++)
		if (layout->roles[k] == ROLE_UNIT ||
		    layout->roles[k] == ROLE_BETTER ||
		    (layout->roles[k] == ROLE_WEIGHT && points >= 0))
			points += HINT;
	return points;
}

/* Of the heads of rows or of columns: how many name a measure. */
static size_t known_heads(const struct grid *grid, size_t header, bool rows)
{
	size_t count = 0;
	struct arena arena = { 0 };

	for (size_t n = rows ? header + 1 : 1;
	     n < (rows ? grid->row_count : grid->column_count); n++) {
		struct str text = rows ? grid_cell(grid, n, 0)->text
				       : grid_cell(grid, header, n)->text;
		struct head head;

		head_read(text, &head, &arena);
		count += head.better != DIRECTION_UNKNOWN || head.unit.len > 0;
	}
	arena_release(&arena);
	return count;
}

/*
 * Columns of one kind, of which there are several, hold measures of options;
 * columns that mix numbers and words hold one option each.
 */
static int lean_of_cells(const struct grid *grid, const struct layout *layout)
{
	size_t mixed = 0, words = 0;

	for (size_t k = 1; k < grid->column_count; k++) {
		size_t texts = count_of(grid, layout, k, CELL_TEXT);
		size_t numbers = count_of(grid, layout, k, CELL_NUMBER);

		if (layout->roles[k] != ROLE_NONE)
			continue;
		mixed += texts && numbers && texts * 10 > numbers;
		words += texts && !numbers;
	}
	if (mixed > 1 && mixed > words)
		return HINT;
	return words && !mixed ? -HINT : 0;
}

static bool lay_by_option(const struct grid *grid, struct layout *layout,
			  struct arena *arena)
{
	size_t rows = grid->row_count - layout->header - 1, most = 0, best = 0;
	bool judged =
		layout_column(grid, layout, ROLE_JUDGE) < grid->column_count;

	layout->shape = TABLE_BY_OPTION;
	for (size_t k = 0; k < grid->column_count; k++) {
		size_t texts = count_of(grid, layout, k, CELL_TEXT);
		size_t names = distinct(grid, layout, k, arena);
		bool is_called = layout->roles[k] == ROLE_OPTION;
		size_t worth;

		if (!is_called && texts * 2 <= rows)
			continue;
		if (layout->roles[k] == ROLE_JUDGE)
			continue;
		/* Several judges may each score the same options. */
		worth = is_called && (judged || names * 100 >= rows * ENOUGH)
				? 4
			: names * 100 >= rows * MOSTLY ? 3
			: names * 100 >= rows * ENOUGH ? 2
						       : 1;
		if (worth > most) {
			most = worth;
			best = k;
		}
	}
	layout->names = best;
	drop_roles(grid, layout, arena);
	layout->roles[best] = ROLE_OPTION;
	return most > 0;
}

/* Words such as "Value" or "Weight" are but names of measures here. */
static void drop_roles(const struct grid *grid, struct layout *layout,
		       struct arena *arena)
{
	size_t rows = grid->row_count - layout->header - 1;

	for (size_t k = 0; k < grid->column_count; k++)
		switch (layout->roles[k]) {
		case ROLE_JUDGE:
			if (distinct(grid, layout, layout->names, arena) *
				    100 >=
			    rows * ENOUGH)
				layout->roles[k] = ROLE_NONE;
			break;
		case ROLE_GROUP:
		case ROLE_TOTAL:
		case ROLE_INDEX:
			break;
		default:
			layout->roles[k] = ROLE_NONE;
		}
}

static bool lay_by_criterion(const struct grid *grid, struct layout *layout)
{
	size_t options = 0, names = names_of(grid, layout);

	for (size_t k = 0; k < names; k++)
		if (layout->roles[k] == ROLE_NONE &&
		    layout->roles[names] == ROLE_CRITERION)
			layout->roles[k] = is_numbers(grid, layout, k)
						   ? ROLE_INDEX
						   : ROLE_GROUP;
	layout->names = names;
	layout->shape = TABLE_BY_CRITERION;
	for (size_t k = 0; k < grid->column_count; k++) {
		struct str head = grid_cell(grid, layout->header, k)->text;
		enum role *role = &layout->roles[k];

		if (*role == ROLE_CRITERION && words_are(head, ROLE_WEIGHT))
			*role = ROLE_WEIGHT;
		else if (*role == ROLE_NONE &&
			 wording_is_any(head, PHRASES_EXTREME
					"|" PHRASES_ENDS "|" PHRASES_NEEDED))
			*role = ROLE_TOTAL;
		else if (tells_directions(grid, layout, k))
			*role = ROLE_BETTER;
		else if (*role == ROLE_OPTION || *role == ROLE_SCORE ||
			 *role == ROLE_CRITERION || *role == ROLE_DATE)
			*role = ROLE_NONE;
		options += k != names && *role == ROLE_NONE && head.len;
	}
	layout->roles[names] = ROLE_CRITERION;
	if (is_parts(grid, layout->header) &&
	    !grid_cell(grid, layout->header + 1, names)->text.len)
		lay_parts(grid, layout);
	lay_notes(grid, layout);
	note_words(grid, layout);
	if (!options &&
	    layout_column(grid, layout, ROLE_WEIGHT) < grid->column_count)
		layout->shape = TABLE_WEIGHTS;
	return options > 0 || layout->shape == TABLE_WEIGHTS;
}

/* "max", "min", "cost", whatever the head says. */
static bool tells_directions(const struct grid *grid,
			     const struct layout *layout, size_t column)
{
	bool all = layout->roles[column] == ROLE_NONE;
	size_t told = 0;

	for (size_t i = layout->first; all && i < grid->row_count; i++) {
		struct str text = grid_cell(grid, i, column)->text;

		told += words_are_optimum(text);
		all = !text.len || words_are_optimum(text);
	}
	return all && told > 0;
}

/*
 * The column that is called so and has texts; else a group may stand before
 * the names, by its word or merged cells.
 */
static size_t names_of(const struct grid *grid, const struct layout *layout)
{
	size_t names = 0;

	for (size_t k = 0; k < grid->column_count; k++)
		if (layout->roles[k] == ROLE_CRITERION &&
		    count_of(grid, layout, k, CELL_TEXT))
			return k;
	while (names + 1 < grid->column_count &&
	       (layout->roles[names] == ROLE_GROUP ||
		layout->roles[names] == ROLE_INDEX ||
		count_of(grid, layout, names, CELL_TEXT) == 0))
		names++;
	return names;
}

/* Each column is part of the option whose name stands above, or before that. */
static void lay_parts(const struct grid *grid, struct layout *layout)
{
	size_t row = layout->header + 1;
	struct str head = STR("");
	bool has_score = false;

	layout->first = row + 1;
	for (size_t k = 0; k < grid->column_count; k++) {
		const struct cell *above = grid_cell(grid, layout->header, k);
		struct str part = grid_cell(grid, row, k)->text;
		bool begins = above->text.len && !above->is_copy &&
			      !(k && str_is_like(above->text, head));

		if (begins) {
			head = above->text;
			has_score = false;
		}
		layout->heads[k] = begins || !k ? k : layout->heads[k - 1];
		/* The German "Note" is a mark. */
		layout->parts[k] =
			words_are(part, ROLE_NOTE) &&
					!count_of(grid, layout, k, CELL_NUMBER)
				? PART_NOTE
			: has_score || wording_has_any(part, WEIGHTED)
				? PART_COMPUTED
				: PART_SCORE;
		has_score |= layout->parts[k] == PART_SCORE;
	}
}

/* "Oak | Why | Elm | Why", "Oak | Elm | Oak source | Elm source". */
static void lay_notes(const struct grid *grid, struct layout *layout)
{
	bool notes = are_apart(grid, layout, ROLE_NOTE);
	bool sources = are_apart(grid, layout, ROLE_SOURCE);

	for (size_t k = 0; k < grid->column_count; k++) {
		enum role role = layout->roles[k];
		size_t of = grid->column_count;

		if (role == ROLE_NONE && layout->parts[k] == PART_SCORE)
			of = option_named(grid, layout, k, &role);
		else if ((role == ROLE_NOTE && notes) ||
			 (role == ROLE_SOURCE && sources))
			of = option_before(grid, layout, k);
		if (of == grid->column_count)
			continue;
		layout->roles[k] = role == ROLE_WEIGHT ? role : ROLE_NONE;
		layout->parts[k] = role == ROLE_NOTE	 ? PART_NOTE
				   : role == ROLE_SOURCE ? PART_SOURCE
							 : PART_SCORE;
		layout->heads[k] = layout->heads[of];
	}
}

/*
 * Whether the columns of that role are behind an option each; what is behind
 * all options, or before them, is said of the row.
 */
static bool are_apart(const struct grid *grid, const struct layout *layout,
		      enum role role)
{
	size_t count = 0, last = grid->column_count;
	bool goes_on = false;

	for (size_t k = 0; k < grid->column_count; k++) {
		size_t of = option_before(grid, layout, k);

		goes_on |= count && layout_is_option(grid, layout, k);
		if (layout->roles[k] != role)
			continue;
		if (of == last || of == grid->column_count)
			return false;
		last = of;
		count++;
	}
	return goes_on;
}

/* The last column of an option's scores before that one, or their count. */
static size_t option_before(const struct grid *grid,
			    const struct layout *layout, size_t column)
{
	for (size_t k = column; k-- > 0;)
		if (layout_is_option(grid, layout, k))
			return k;
	return grid->column_count;
}

/* The option whose name the head has beside "notes", "source" or "weight". */
static size_t option_named(const struct grid *grid, const struct layout *layout,
			   size_t column, enum role *role)
{
	struct str head = grid_cell(grid, layout->header, column)->text;

	for (size_t k = 0; k < grid->column_count; k++) {
		struct str name = grid_cell(grid, layout->header, k)->text;
		size_t at = k == column ? head.len : wording_find(head, name);
		struct str words = str_slice(head, 0, at);
		struct str behind = str_from_byte(head, at + name.len);

		if (at == head.len || !layout_is_option(grid, layout, k))
			continue;
		if (!words.len)
			words = behind;
		else if (str_without(behind, ") ").len)
			continue;
		words = str_trim(str_without(words, " -:()"));
		while (words.len && strchr("-:( ", words.ptr[0]))
			words = str_from_byte(words, 1);
		*role = words_are(words, ROLE_NOTE)	? ROLE_NOTE
			: words_are(words, ROLE_SOURCE) ? ROLE_SOURCE
							: ROLE_WEIGHT;
		if (words_are(words, *role))
			return k;
	}
	return grid->column_count;
}

/* A column of words alone is no option, where two others have but numbers. */
static void note_words(const struct grid *grid, struct layout *layout)
{
	size_t numbers = 0;

	for (size_t k = 0; k < grid->column_count; k++)
		numbers += layout_is_option(grid, layout, k) &&
			   is_numbers(grid, layout, k);
	for (size_t k = 0; numbers > 1 && k < grid->column_count; k++)
		if (layout_is_option(grid, layout, k) &&
		    count_of(grid, layout, k, CELL_TEXT) &&
		    !count_of(grid, layout, k, CELL_NUMBER) &&
		    !count_of(grid, layout, k, CELL_ANSWER))
			layout->roles[k] = ROLE_NOTE;
}

static bool is_numbers(const struct grid *grid, const struct layout *layout,
		       size_t column)
{
	return count_of(grid, layout, column, CELL_NUMBER) &&
	       !count_of(grid, layout, column, CELL_TEXT);
}

static size_t count_of(const struct grid *grid, const struct layout *layout,
		       size_t column, enum cell_kind kind)
{
	size_t count = 0;

	for (size_t i = layout->first; i < grid->row_count; i++)
		count += grid_cell(grid, i, column)->kind == kind;
	return count;
}

static size_t distinct(const struct grid *grid, const struct layout *layout,
		       size_t column, struct arena *arena)
{
	size_t rows = grid->row_count - layout->header - 1, count = 0;
	struct str *texts = arena_array(arena, struct str, rows);

	for (size_t i = 0; i < rows; i++)
		texts[i] = grid_cell(grid, layout->first + i, column)->text;
	qsort(texts, rows, sizeof(*texts), compare_texts);
	for (size_t i = 0; i < rows; i++)
		count += texts[i].len &&
			 (!i || !str_equals(texts[i], texts[i - 1]));
	return count;
}

static int compare_texts(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}
