#include "import/table_shape.h"

#include "base/wording.h"
#include "import/phrases.h"

enum {
	SIGN = 4, /* what a word at the head of the names tells */
	HINT = 2,
	MOSTLY = 90, /* per cent of names that differ, nearly all */
	ENOUGH = 60,
	LABELLED = 2, /* "Date: | 12 March", above a table of more columns */
};

static bool find_header(struct layout *l);
static bool is_labelled(const struct grid *grid, size_t row);
static bool is_band(const struct grid *grid, size_t row);
static void lift_heads(const struct layout *l);
static bool spans_all(const struct layout *l);
static bool is_parts(const struct layout *l);
static bool tells_directions(const struct layout *l, size_t column);
static enum role role_of(struct str text);
static bool is_long(struct layout *l);
static bool repeats(const struct layout *l, size_t column);
static int lean(const struct layout *l);
static bool tells_winners(const struct layout *l, size_t column);
static int lean_of_names(const struct layout *l);
static size_t known_heads(const struct layout *l, bool rows);
static int lean_of_cells(const struct layout *l);
static bool lay_by_option(struct layout *l);
static void drop_roles(struct layout *l);
static void cut_scores(const struct layout *l);
static bool lay_by_criterion(struct layout *l);
static size_t names_of(const struct layout *l);
static void lay_parts(struct layout *l);
static void lay_notes(struct layout *l);
static bool are_apart(const struct layout *l, enum role role);
static size_t option_before(const struct layout *l, size_t column);
static size_t option_named(const struct layout *l, size_t column,
			   enum role *role);
static void note_words(struct layout *l);
static bool is_numbers(const struct layout *l, size_t column);
static size_t count_of(const struct layout *l, size_t column,
		       enum cell_kind kind);
static size_t distinct(const struct layout *l, size_t column);

void layout_find(const struct grid *grid, struct layout *l, struct arena *arena)
{
	*l = (struct layout){ .grid = grid,
			      .arena = arena,
			      .shape = TABLE_NONE,
			      .rows = grid->row_count,
			      .columns = grid->column_count };
	if (!find_header(l))
		return;
	lift_heads(l);
	l->first = l->header + 1;
	l->roles = arena_array(arena, enum role, l->columns);
	l->heads = arena_array(arena, size_t, l->columns);
	l->parts = arena_array(arena, enum part, l->columns);
	for (size_t k = 0; k < l->columns; k++) {
		l->roles[k] = role_of(layout_head(l, k));
		l->heads[k] = k;
	}
	if (layout_is_answers(l, false) || is_long(l))
		return;
	if (lean(l) > 0 ? !lay_by_criterion(l) : !lay_by_option(l))
		l->shape = TABLE_NONE;
}

size_t layout_column(const struct layout *l, enum role role)
{
	size_t k = 0;

	while (k < l->columns && l->roles[k] != role)
		k++;
	return k;
}

bool layout_is_answers(const struct layout *l, bool judged)
{
	bool form = false;

	for (size_t k = 0; k < l->columns; k++) {
		struct str head = layout_head(l, k);

		form |= wording_is_any(head, PHRASES_FORM) ||
			(judged && words_are(head, ROLE_JUDGE));
		/* The name is that of a person. */
		if (words_are(head, ROLE_OPTION) &&
		    !str_is_like(head, STR("name")))
			return false;
	}
	return form;
}

struct str layout_name(const struct layout *l, size_t row)
{
	return grid_text(l->grid, row, l->names);
}

struct str layout_head(const struct layout *l, size_t column)
{
	return grid_text(l->grid, l->header, column);
}

bool layout_is_option(const struct layout *l, size_t column)
{
	return column != l->names && l->roles[column] == ROLE_NONE &&
	       l->parts[column] == PART_SCORE &&
	       layout_head(l, l->heads[column]).len;
}

/* The first row with two cells or more, all texts but for a year or so. */
static bool find_header(struct layout *l)
{
	const struct grid *grid = l->grid;

	for (size_t i = 0; i + 1 < l->rows; i++) {
		size_t texts = 0, filled = grid_filled(grid, i);

		if (filled < 2 || is_band(grid, i) || is_labelled(grid, i))
			continue;
		for (size_t k = 0; k < l->columns; k++)
			texts += grid_cell(grid, i, k)->kind == CELL_TEXT;
		l->header = i;
		return texts > 0;
	}
	return false;
}

/* "Author: | Jane", while the table has more columns. */
static bool is_labelled(const struct grid *grid, size_t row)
{
	struct str label = grid_text(grid, row, 0);
	size_t most = 0;
	bool sure;

	if (grid_filled(grid, row) != LABELLED || !label.len ||
	    !grid_text(grid, row, 1).len)
		return false;
	sure = str_ends(label, ":") ||
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

	if (row + 2 >= grid->row_count || grid_text(grid, row, 0).len)
		return false;
	for (size_t k = 0; k < grid->column_count; k++) {
		const struct cell *cell = grid_cell(grid, row, k);
		const struct cell *below = grid_cell(grid, row + 1, k);

		own += cell->text.len && !cell->is_copy;
		if (below->kind != CELL_TEXT || below->is_copy)
			return false;
		for (size_t n = 0; n < k; n++)
			if (str_is_like(grid_text(grid, row + 1, n),
					below->text))
				return false;
	}
	return own * 2 <= grid->column_count;
}

/*
 * ", , Oak, , Elm" above "Criterion, Weight, Score, Weighted, Score, Weighted":
 * what stands below no name is a head itself.
 */
static void lift_heads(const struct layout *l)
{
	if (!is_parts(l) ||
	    !(spans_all(l) ||
	      words_are(grid_text(l->grid, l->header + 1, 0), ROLE_CRITERION)))
		return;
	for (size_t k = 0; k < l->columns; k++) {
		struct cell *below = grid_cell(l->grid, l->header + 1, k);

		if (layout_head(l, k).len)
			return;
		*grid_cell(l->grid, l->header, k) = *below;
		*below = (struct cell){ 0 };
	}
}

/* Whether each name is over two columns at least. */
static bool spans_all(const struct layout *l)
{
	struct str name = STR("");
	size_t columns = 2; /* that the last name is over */

	for (size_t k = 0; k < l->columns; k++) {
		struct str head = layout_head(l, k);

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
static bool is_parts(const struct layout *l)
{
	size_t row = l->header + 1;
	bool again = false;

	if (row + 1 >= l->rows)
		return false;
	for (size_t k = 0; k < l->columns; k++) {
		const struct cell *cell = grid_cell(l->grid, row, k);

		if (!cell->text.len || cell->is_copy)
			continue;
		if (cell->kind != CELL_TEXT)
			return false;
		for (size_t n = 0; n < k; n++)
			again |= str_is_like(grid_text(l->grid, row, n),
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

static bool is_long(struct layout *l)
{
	size_t criterion = layout_column(l, ROLE_CRITERION);
	size_t option = layout_column(l, ROLE_OPTION);

	if (criterion == l->columns || option == l->columns ||
	    layout_column(l, ROLE_SCORE) == l->columns ||
	    !(repeats(l, criterion) || repeats(l, option)))
		return false;
	l->shape = TABLE_LONG;
	l->names = criterion;
	return true;
}

/* Whether a text stands in the column more than once. */
static bool repeats(const struct layout *l, size_t column)
{
	size_t filled = 0;

	for (size_t i = l->first; i < l->rows; i++)
		filled += grid_text(l->grid, i, column).len > 0;
	return distinct(l, column) < filled;
}

/* Above 0 for a row a criterion, below for a row an option. */
static int lean(const struct layout *l)
{
	size_t rows = l->rows - l->first;
	size_t of_rows = known_heads(l, true);
	size_t of_columns = known_heads(l, false);
	int points = lean_of_names(l) + lean_of_cells(l);

	for (size_t k = 1; k < l->columns; k++)
		points += tells_winners(l, k) ? SIGN : 0;
	/* Shares, as there are more rows than columns, or fewer. */
	if (of_rows * l->columns > of_columns * rows)
		points += HINT;
	else if (of_columns)
		points -= HINT;
	if (rows > 3 * l->columns)
		points--;
	return points;
}

/* A column of the heads of others: "Winner", which is Oak or Elm. */
static bool tells_winners(const struct layout *l, size_t column)
{
	size_t named = 0;

	for (size_t i = l->first; i < l->rows; i++) {
		struct str text = grid_text(l->grid, i, column);
		size_t n = 1;

		while (n < l->columns && !str_is_like(text, layout_head(l, n)))
			n++;
		if (text.len && n == l->columns &&
		    !wording_is_any(text, PHRASES_DRAW))
			return false;
		named += text.len && n < l->columns;
	}
	return named > 1;
}

static int lean_of_names(const struct layout *l)
{
	int points = 0;

	for (size_t k = 0; k < l->columns; k++) {
		struct str text = layout_head(l, k);
		enum role role = l->roles[k];

		if (role == ROLE_GROUP || role == ROLE_INDEX ||
		    role == ROLE_WEIGHT || is_numbers(l, k))
			continue;
		if (role == ROLE_CRITERION ||
		    (role == ROLE_NONE && text.len &&
		     wording_has_any(text, PHRASES_CRITERION
				     "|merkmal|feature|must-have|must-haves|"
				     "requirements")))
			points += SIGN;
		else if (role == ROLE_OPTION)
			points -= SIGN;
		else if (!text.len)
			points++;
		break;
	}
	for (size_t k = 0; k < l->columns; k++)
		if (l->roles[k] == ROLE_UNIT || l->roles[k] == ROLE_BETTER ||
		    (l->roles[k] == ROLE_WEIGHT && points >= 0))
			points += HINT;
	return points;
}

/* Of the heads of rows or of columns: how many name a measure. */
static size_t known_heads(const struct layout *l, bool rows)
{
	size_t count = 0;

	for (size_t n = rows ? l->first : 1; n < (rows ? l->rows : l->columns);
	     n++) {
		struct head head;

		head_read(rows ? grid_text(l->grid, n, 0) : layout_head(l, n),
			  &head, l->arena);
		count += head.better != DIRECTION_UNKNOWN || head.unit.len > 0;
	}
	return count;
}

/*
 * Columns of one kind, of which there are several, hold measures of options;
 * columns that mix numbers and words hold one option each.
 */
static int lean_of_cells(const struct layout *l)
{
	size_t mixed = 0, words = 0;

	for (size_t k = 1; k < l->columns; k++) {
		size_t texts = count_of(l, k, CELL_TEXT);
		size_t numbers = count_of(l, k, CELL_NUMBER);

		if (l->roles[k] != ROLE_NONE)
			continue;
		mixed += texts && numbers && texts * 10 > numbers;
		words += texts && !numbers;
	}
	if (mixed > 1 && mixed > words)
		return HINT;
	return words && !mixed ? -HINT : 0;
}

static bool lay_by_option(struct layout *l)
{
	size_t rows = l->rows - l->first, most = 0;
	bool judged = layout_column(l, ROLE_JUDGE) < l->columns;

	l->shape = TABLE_BY_OPTION;
	for (size_t k = 0; k < l->columns; k++) {
		size_t names = distinct(l, k) * 100;
		bool is_called = l->roles[k] == ROLE_OPTION;
		size_t worth;

		if (l->roles[k] == ROLE_JUDGE ||
		    (!is_called && count_of(l, k, CELL_TEXT) * 2 <= rows))
			continue;
		/* Several judges may each score the same options. */
		worth = is_called && (judged || names >= rows * ENOUGH) ? 4
			: names >= rows * MOSTLY			? 3
			: names >= rows * ENOUGH			? 2
									: 1;
		if (worth > most) {
			most = worth;
			l->names = k;
		}
	}
	drop_roles(l);
	l->roles[l->names] = ROLE_OPTION;
	return most > 0;
}

/* Words such as "Value" or "Weight" are but names of measures here. */
static void drop_roles(struct layout *l)
{
	size_t names = distinct(l, l->names) * 100;

	for (size_t k = 0; k < l->columns; k++) {
		enum role role = l->roles[k];

		if (role == ROLE_JUDGE
			    ? names >= (l->rows - l->first) * ENOUGH
			    : role != ROLE_GROUP && role != ROLE_TOTAL &&
				      role != ROLE_INDEX)
			l->roles[k] = ROLE_NONE;
	}
}

/* "Oak (score) | Oak (comment)": the name is Oak, where others are so. */
static void cut_scores(const struct layout *l)
{
	size_t found = 0;

	for (int pass = 0; pass < 2 && (!pass || found > 1); pass++)
		for (size_t k = 0; k < l->columns; k++) {
			struct str *head =
				&grid_cell(l->grid, l->header, k)->text;
			size_t open = str_find(*head, '(');
			struct str inner = str_from_byte(*head, open + 1);

			if (!open ||
			    !words_are(str_without(inner, ")"), ROLE_SCORE))
				continue;
			found++;
			if (pass)
				*head = str_trim(str_slice(*head, 0, open));
		}
}

static bool lay_by_criterion(struct layout *l)
{
	size_t options = 0;

	cut_scores(l);
	l->names = names_of(l);
	for (size_t k = 0; k < l->names; k++)
		if (l->roles[k] == ROLE_NONE &&
		    l->roles[l->names] == ROLE_CRITERION)
			l->roles[k] =
				is_numbers(l, k) ? ROLE_INDEX : ROLE_GROUP;
	l->shape = TABLE_BY_CRITERION;
	for (size_t k = 0; k < l->columns; k++) {
		struct str head = layout_head(l, k);
		enum role *role = &l->roles[k];

		if (*role == ROLE_CRITERION && words_are(head, ROLE_WEIGHT))
			*role = ROLE_WEIGHT;
		else if (*role == ROLE_NONE &&
			 wording_is_any(head, PHRASES_EXTREME
					"|" PHRASES_ENDS "|" PHRASES_NEEDED))
			*role = ROLE_TOTAL;
		else if (tells_directions(l, k))
			*role = ROLE_BETTER;
		else if (*role == ROLE_OPTION || *role == ROLE_SCORE ||
			 *role == ROLE_CRITERION || *role == ROLE_DATE)
			*role = ROLE_NONE;
		options += k != l->names && *role == ROLE_NONE && head.len;
	}
	l->roles[l->names] = ROLE_CRITERION;
	if (is_parts(l) && !grid_text(l->grid, l->first, l->names).len)
		lay_parts(l);
	lay_notes(l);
	note_words(l);
	if (!options && layout_column(l, ROLE_WEIGHT) < l->columns)
		l->shape = TABLE_WEIGHTS;
	return options > 0 || l->shape == TABLE_WEIGHTS;
}

/* "max", "min", "cost", whatever the head says. */
static bool tells_directions(const struct layout *l, size_t column)
{
	bool all = l->roles[column] == ROLE_NONE;
	size_t told = 0;

	for (size_t i = l->first; all && i < l->rows; i++) {
		struct str text = grid_text(l->grid, i, column);

		told += words_are_optimum(text);
		all = !text.len || words_are_optimum(text);
	}
	return all && told > 0;
}

/*
 * The column that is called so and has texts; else a group may stand before
 * the names, by its word or merged cells.
 */
static size_t names_of(const struct layout *l)
{
	size_t names = 0;

	for (size_t k = 0; k < l->columns; k++)
		if (l->roles[k] == ROLE_CRITERION && count_of(l, k, CELL_TEXT))
			return k;
	while (names + 1 < l->columns && (l->roles[names] == ROLE_GROUP ||
					  l->roles[names] == ROLE_INDEX ||
					  !count_of(l, names, CELL_TEXT)))
		names++;
	/* A category is the name where no other column has names. */
	return tells_winners(l, names) || !count_of(l, names, CELL_TEXT)
		       ? 0
		       : names;
}

/* Each column is part of the option whose name stands above, or before that. */
static void lay_parts(struct layout *l)
{
	struct str head = STR("");
	bool has_score = false;

	l->first++;
	for (size_t k = 0; k < l->columns; k++) {
		const struct cell *above = grid_cell(l->grid, l->header, k);
		struct str part = grid_text(l->grid, l->header + 1, k);
		bool begins = above->text.len && !above->is_copy &&
			      !(k && str_is_like(above->text, head));

		if (begins) {
			head = above->text;
			has_score = false;
		}
		l->heads[k] = begins || !k ? k : l->heads[k - 1];
		/* The German "Note" is a mark. */
		l->parts[k] =
			words_are(part, ROLE_NOTE) &&
					!count_of(l, k, CELL_NUMBER)
				? PART_NOTE
			: has_score || wording_has_any(part, PHRASES_WEIGHTED)
				? PART_COMPUTED
				: PART_SCORE;
		has_score |= l->parts[k] == PART_SCORE;
	}
}

/* "Oak | Why | Elm | Why", "Oak | Elm | Oak source | Elm source". */
static void lay_notes(struct layout *l)
{
	bool notes = are_apart(l, ROLE_NOTE);
	bool sources = are_apart(l, ROLE_SOURCE);

	for (size_t k = 0; k < l->columns; k++) {
		enum role role = l->roles[k];
		size_t of = l->columns;

		if (role == ROLE_NONE && l->parts[k] == PART_SCORE)
			of = option_named(l, k, &role);
		else if ((role == ROLE_NOTE && notes) ||
			 (role == ROLE_SOURCE && sources))
			of = option_before(l, k);
		if (of == l->columns)
			continue;
		l->roles[k] = role == ROLE_WEIGHT ? role : ROLE_NONE;
		l->parts[k] = role == ROLE_NOTE	    ? PART_NOTE
			      : role == ROLE_SOURCE ? PART_SOURCE
						    : PART_SCORE;
		l->heads[k] = l->heads[of];
	}
}

/*
 * Whether the columns of that role are behind an option each; what is behind
 * all options, or before them, is said of the row.
 */
static bool are_apart(const struct layout *l, enum role role)
{
	size_t count = 0, last = l->columns;
	bool goes_on = false;

	for (size_t k = 0; k < l->columns; k++) {
		size_t of = option_before(l, k);

		goes_on |= count && layout_is_option(l, k);
		if (l->roles[k] != role)
			continue;
		if (of == last || of == l->columns)
			return false;
		last = of;
		count++;
	}
	return goes_on;
}

/* The last column of an option's scores before that one, or their count. */
static size_t option_before(const struct layout *l, size_t column)
{
	for (size_t k = column; k-- > 0;)
		if (layout_is_option(l, k))
			return k;
	return l->columns;
}

/* The option whose name the head has beside "notes", "source" or "weight". */
static size_t option_named(const struct layout *l, size_t column,
			   enum role *role)
{
	struct str head = layout_head(l, column);

	for (size_t k = 0; k < l->columns; k++) {
		struct str name = layout_head(l, k);
		size_t at = k == column ? head.len : wording_find(head, name);
		struct str words = str_slice(head, 0, at);
		struct str behind = str_from_byte(head, at + name.len);

		if (at == head.len || !layout_is_option(l, k))
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
	return l->columns;
}

/* A column of words alone is no option, where two others have but numbers. */
static void note_words(struct layout *l)
{
	size_t numbers = 0;

	for (size_t k = 0; k < l->columns; k++)
		numbers += layout_is_option(l, k) && is_numbers(l, k);
	for (size_t k = 0; numbers > 1 && k < l->columns; k++)
		if (layout_is_option(l, k) && count_of(l, k, CELL_TEXT) &&
		    !count_of(l, k, CELL_NUMBER) &&
		    !count_of(l, k, CELL_ANSWER))
			l->roles[k] = ROLE_NOTE;
}

static bool is_numbers(const struct layout *l, size_t column)
{
	return count_of(l, column, CELL_NUMBER) &&
	       !count_of(l, column, CELL_TEXT);
}

static size_t count_of(const struct layout *l, size_t column,
		       enum cell_kind kind)
{
	size_t count = 0;

	for (size_t i = l->first; i < l->rows; i++)
		count += grid_cell(l->grid, i, column)->kind == kind;
	return count;
}

static size_t distinct(const struct layout *l, size_t column)
{
	size_t count = l->rows - l->first;
	struct str *texts = arena_array(l->arena, struct str, count);

	for (size_t i = 0; i < count; i++)
		texts[i] = grid_text(l->grid, l->first + i, column);
	return texts_distinct(texts, count);
}
