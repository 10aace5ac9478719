#include "import/table_shape.h"

#include <math.h>
#include <stdlib.h>

#include "base/wording.h"

enum {
	SIGN = 4, /* what a word at the head of the names tells */
	HINT = 2,
	MOSTLY = 90, /* per cent of names that differ, nearly all */
	ENOUGH = 60,
	PRODUCTS = 4, /* that are none by chance */
};

/* Heads of a column of scores times weights, beside those of roles. */
static const char PRODUCT_WORDS[] =
	"weighted|gewichtet|gewichtete|gewichteter|gewogen|punkte|points|"
	"product|produkt|nutzwert|teilnutzwert|teilnutzen|score|total|×|"
	"ergebnis|summe";

static bool find_header(const struct grid *grid, size_t *header);
static bool is_band(const struct grid *grid, size_t row);
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
static bool lay_by_criterion(const struct grid *grid, struct layout *layout);
static bool has_second_header(const struct grid *grid,
			      const struct layout *layout);
static void lay_parts(const struct grid *grid, struct layout *layout);
static void mark_products(const struct grid *grid, struct layout *layout);
static bool is_score(const struct layout *layout, size_t column);
static bool is_product(const struct grid *grid, const struct layout *layout,
		       size_t weight, size_t score, size_t column);
static bool calls_product(const struct grid *grid, const struct layout *layout,
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
	layout->first = layout->header + 1;
	layout->roles = arena_array(arena, enum role, grid->column_count);
	for (size_t k = 0; k < grid->column_count; k++)
		layout->roles[k] =
			role_of(grid_cell(grid, layout->header, k)->text);
	if (is_long(grid, layout, arena))
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

bool layout_is_lone(const struct grid *grid, size_t row)
{
	return grid_filled(grid, row) == 1;
}

/* The first row with two cells or more, all texts but for a year or so. */
static bool find_header(const struct grid *grid, size_t *header)
{
	for (size_t i = 0; i + 1 < grid->row_count; i++) {
		size_t texts = 0, filled = grid_filled(grid, i);

		if (filled < 2 || is_band(grid, i))
			continue;
		for (size_t k = 0; k < grid->column_count; k++)
			texts += grid_cell(grid, i, k)->kind == CELL_TEXT;
		*header = i;
		return texts > 0;
	}
	return false;
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

		if (role == ROLE_GROUP || role == ROLE_INDEX)
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
		worth = is_called && names * 100 >= rows * ENOUGH ? 4
			: names * 100 >= rows * MOSTLY		  ? 3
			: names * 100 >= rows * ENOUGH		  ? 2
								  : 1;
		if (worth > most) {
			most = worth;
			best = k;
		}
	}
	layout->names = best;
	/* Words such as "Value" or "Weight" are but names of measures here. */
	for (size_t k = 0; k < grid->column_count; k++)
		switch (layout->roles[k]) {
		case ROLE_JUDGE:
			if (most > 1)
				layout->roles[k] = ROLE_NONE;
			break;
		case ROLE_GROUP:
		case ROLE_TOTAL:
		case ROLE_INDEX:
			break;
		default:
			layout->roles[k] = ROLE_NONE;
		}
	layout->roles[best] = ROLE_OPTION;
	return most > 0;
}

static bool lay_by_criterion(const struct grid *grid, struct layout *layout)
{
	size_t options = 0, names = 0;

	/* A group may stand before the names, by its word or merged cells. */
	while (names + 1 < grid->column_count &&
	       (layout->roles[names] == ROLE_GROUP ||
		layout->roles[names] == ROLE_INDEX ||
		count_of(grid, layout, names, CELL_TEXT) == 0))
		names++;
	if (names == 0 && layout->roles[0] != ROLE_CRITERION &&
	    layout->roles[1] == ROLE_CRITERION) {
		layout->roles[0] = ROLE_GROUP;
		names = 1;
	}
	layout->names = names;
	layout->shape = TABLE_BY_CRITERION;
	if (has_second_header(grid, layout))
		lay_parts(grid, layout);
	for (size_t k = 0; k < grid->column_count; k++) {
		bool is_named = grid_cell(grid, layout->header, k)->text.len;

		if (layout->roles[k] == ROLE_OPTION ||
		    layout->roles[k] == ROLE_SCORE ||
		    layout->roles[k] == ROLE_CRITERION ||
		    layout->roles[k] == ROLE_DATE)
			layout->roles[k] = ROLE_NONE;
		options +=
			k != names && layout->roles[k] == ROLE_NONE && is_named;
	}
	layout->roles[names] = ROLE_CRITERION;
	mark_products(grid, layout);
	if (!options &&
	    layout_column(grid, layout, ROLE_WEIGHT) < grid->column_count)
		layout->shape = TABLE_WEIGHTS;
	return options > 0 || layout->shape == TABLE_WEIGHTS;
}

/* Whether the next row has but words, of which one is there for each option. */
static bool has_second_header(const struct grid *grid,
			      const struct layout *layout)
{
	size_t row = layout->header + 1;
	bool again = false;

	if (row + 1 >= grid->row_count)
		return false;
	for (size_t k = 0; k < grid->column_count; k++) {
		const struct cell *cell = grid_cell(grid, row, k);

		if (!cell->text.len || cell->is_copy)
			continue;
		if (k == layout->names || cell->kind != CELL_TEXT)
			return false;
		for (size_t n = 0; n < k; n++)
			again |= str_is_like(grid_cell(grid, row, n)->text,
					     cell->text);
	}
	return again;
}

/* Each column is part of the option whose name stands above, or before that. */
static void lay_parts(const struct grid *grid, struct layout *layout)
{
	size_t head = 0, row = layout->header + 1;
	bool has_score = false;

	layout->first = row + 1;
	for (size_t k = 0; k < grid->column_count; k++) {
		const struct cell *above = grid_cell(grid, layout->header, k);
		struct str part = grid_cell(grid, row, k)->text;

		if (above->text.len && !above->is_copy) {
			head = k;
			has_score = false;
		}
		layout->heads[k] = head;
		layout->parts[k] = words_are(part, ROLE_NOTE) ? PART_NOTE
				   : has_score		      ? PART_COMPUTED
							      : PART_SCORE;
		has_score |= layout->parts[k] == PART_SCORE;
	}
}

/* Weighted scores beside the scores themselves: "A", "Points", "B", "Points". */
static void mark_products(const struct grid *grid, struct layout *layout)
{
	size_t weight = layout_column(grid, layout, ROLE_WEIGHT);

	for (size_t k = 0; weight < grid->column_count; k++) {
		if (k == grid->column_count)
			break;
		for (size_t p = k; is_score(layout, k) && p-- > 0;)
			if (is_score(layout, p) &&
			    is_product(grid, layout, weight, p, k)) {
				layout->parts[k] = PART_COMPUTED;
				layout->heads[k] = p;
			}
	}
}

static bool is_score(const struct layout *layout, size_t column)
{
	return column != layout->names && layout->roles[column] == ROLE_NONE &&
	       layout->parts[column] == PART_SCORE;
}

/*
 * Whether the column has weight times score in all of its rows, or the same
 * share of it, as of per cent.  Two options may be so by chance where there
 * are few rows, so that the head must say it, too.
 */
static bool is_product(const struct grid *grid, const struct layout *layout,
		       size_t weight, size_t score, size_t column)
{
	size_t count = 0;
	double factor = 0, first = NAN;
	bool differ = false;

	for (size_t i = layout->first; i < grid->row_count; i++) {
		const struct cell *of = grid_cell(grid, i, column);
		const struct cell *by = grid_cell(grid, i, weight);
		double product = by->number * grid_cell(grid, i, score)->number;

		if (!of->text.len ||
		    words_are(grid_cell(grid, i, layout->names)->text,
			      ROLE_TOTAL))
			continue;
		if (of->kind != CELL_NUMBER || by->kind != CELL_NUMBER ||
		    grid_cell(grid, i, score)->kind != CELL_NUMBER)
			return false;
		if (!factor && product > 0)
			factor = of->number / product;
		if (fabs(of->number - factor * product) >
		    fabs(of->number) / 100)
			return false;
		differ |= count && fabs(by->number - first) > 0;
		first = by->number;
		count++;
	}
	return factor > 0 &&
	       ((count > 1 && calls_product(grid, layout, column)) ||
		(count >= PRODUCTS && differ));
}

/* Its head says so, or is that of another column, too. */
static bool calls_product(const struct grid *grid, const struct layout *layout,
			  size_t column)
{
	struct str head = grid_cell(grid, layout->header, column)->text;
	size_t same = 0;

	for (size_t k = 0; k < grid->column_count; k++)
		same += str_is_like(grid_cell(grid, layout->header, k)->text,
				    head);
	return same > 1 || !head.len || wording_has_any(head, PRODUCT_WORDS);
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
