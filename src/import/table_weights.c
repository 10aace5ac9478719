#include "import/table_weights.h"

#include <math.h>

#include "base/wording.h"
#include "import/phrases.h"
#include "import/table_value.h"

static const double NEAR = 0.01; /* sums of shares are rounded */

/* A column of groups' weights beside one of the weights in them. */
struct nest {
	struct study *study;
	const struct layout *l;
	size_t group, own;
};

static bool settle_groups(const struct nest *nest);
static void refuse_both(const struct nest *nest);
static bool makes(const struct nest *nest, double total);
static size_t end_of_group(const struct nest *nest, size_t row, double *sum);
static double number_in(const struct nest *nest, size_t row, size_t column);
static void multiply(const struct nest *nest, double total);
static void settle_ranks(struct study *study, const struct layout *l);
static bool tell_ranks(struct study *study, const char *line, struct str head,
		       const struct cell *const *cells, size_t count);
static bool are_ranks(const struct cell *const *cells, size_t count);

void weights_settle(struct study *study, const struct layout *l)
{
	size_t found[2], count = 0;

	if (!l->shape)
		return;
	for (size_t k = 0; k < l->columns; k++)
		if (l->roles[k] == ROLE_WEIGHT)
			found[count++ > 0] = k;
	if (count == 2 && l->shape == TABLE_BY_CRITERION) {
		struct nest nest = { study, l, found[0], found[1] };
		struct nest turned = { study, l, found[1], found[0] };

		if (!settle_groups(&nest) && !settle_groups(&turned))
			refuse_both(&nest);
	}
	settle_ranks(study, l);
}

/* The weights of a group may be parts of its own, or of 100 % or 1 each. */
static bool settle_groups(const struct nest *nest)
{
	struct str head = layout_head(nest->l, nest->group);
	double whole = makes(nest, 100) ? 100 : 1;

	if (makes(nest, 0)) {
		workbook_remark(nest->study->book,
				"the column \"%.*s\" is left out, as it is the "
				"sum of the weights of each group",
				STR_ARG(head));
	} else if (makes(nest, whole)) {
		multiply(nest, whole);
		study_todo(nest->study,
			   "each weight is taken for a part of that of its "
			   "group in \"%.*s\", and multiplied by it: if it is "
			   "not, change `weight` in criteria.csv",
			   STR_ARG(head));
	} else {
		return false;
	}
	nest->l->roles[nest->group] = ROLE_INDEX;
	return true;
}

/* A group's weight and one in it, of which nothing tells how they go together. */
static void refuse_both(const struct nest *nest)
{
	struct str group = layout_head(nest->l, nest->group);
	struct str own = layout_head(nest->l, nest->own);

	if (!wording_has_any(group, PHRASES_GROUP_WEIGHT) &&
	    !wording_has_any(own, PHRASES_GROUP_WEIGHT))
		return;
	study_todo(nest->study,
		   "\"%.*s\" and \"%.*s\" are not taken for weights, as those "
		   "in a group make neither the group's nor 100 %%: give the "
		   "criteria `weight` in criteria.csv",
		   STR_ARG(group), STR_ARG(own));
	nest->l->roles[nest->group] = nest->l->roles[nest->own] = ROLE_INDEX;
	nest->study->is_matrix = true;
}

/* Whether the weights of each group make that, or where it is 0 its own. */
static bool makes(const struct nest *nest, double total)
{
	size_t groups = 0, rows = 0, row = nest->l->first;

	while (row < nest->l->rows) {
		double sum = 0, group = number_in(nest, row, nest->group);
		size_t end = end_of_group(nest, row, &sum);
		double whole = total > 0 ? total : group;

		if (!isnan(group) && !(fabs(sum - whole) <= whole * NEAR))
			return false;
		groups += !isnan(group);
		rows += isnan(group) ? 0 : end - row;
		row = end;
	}
	return groups > 1 && rows > groups;
}

/* The row behind it: the next of another number, or of another group. */
static size_t end_of_group(const struct nest *nest, size_t row, double *sum)
{
	const struct grid *grid = nest->l->grid;
	double group = number_in(nest, row, nest->group);
	size_t k = layout_column(nest->l, ROLE_GROUP);

	do {
		double own = number_in(nest, row, nest->own);

		*sum += isnan(own) ? 0 : own;
		row++;
	} while (row < nest->l->rows && !isnan(group) &&
		 !isnan(number_in(nest, row, nest->own)) &&
		 !(fabs(number_in(nest, row, nest->group) - group) > 0) &&
		 (k == nest->l->columns || !grid_text(grid, row, k).len ||
		  str_is_like(grid_text(grid, row, k),
			      grid_text(grid, row - 1, k))));
	return row;
}

/* NAN where there is none, or in a row of sums. */
static double number_in(const struct nest *nest, size_t row, size_t column)
{
	const struct cell *cell = grid_cell(nest->l->grid, row, column);

	return cell->kind == CELL_NUMBER &&
			       !words_are(layout_name(nest->l, row), ROLE_TOTAL)
		       ? cell->number
		       : NAN;
}

static void multiply(const struct nest *nest, double total)
{
	struct arena *arena = nest->study->arena;
	double group = NAN;

	for (size_t i = nest->l->first; i < nest->l->rows; i++) {
		struct cell *cell = grid_cell(nest->l->grid, i, nest->own);
		double said = number_in(nest, i, nest->group);

		group = isnan(said) ? group : said;
		if (isnan(group) || isnan(number_in(nest, i, nest->own)))
			continue;
		cell->number = group * cell->number / total;
		cell->text = ARENA_JOIN(arena,
					table_number_text(cell->number, arena),
					cell->unit);
	}
}

/* "Priority": of the first, or of the most?  Its column is none of weights. */
static void settle_ranks(struct study *study, const struct layout *l)
{
	const struct cell **cells =
		arena_array(study->arena, const struct cell *, l->rows);
	size_t column = layout_column(l, ROLE_WEIGHT), count = 0;

	if (column == l->columns)
		return;
	for (size_t i = l->first; i < l->rows; i++)
		if (!words_are(layout_name(l, i), ROLE_TOTAL))
			cells[count++] = grid_cell(l->grid, i, column);
	if (!tell_ranks(study, "column", layout_head(l, column), cells, count))
		return;
	l->roles[column] = ROLE_INDEX;
	study->is_matrix = true;
}

bool weights_are_ranks(struct study *study, const struct layout *l, size_t row)
{
	const struct cell **cells =
		arena_array(study->arena, const struct cell *, l->columns);
	size_t count = 0;

	for (size_t k = 0; k < l->columns; k++)
		if (l->roles[k] == ROLE_NONE)
			cells[count++] = grid_cell(l->grid, row, k);
	return tell_ranks(study, "row", layout_name(l, row), cells, count);
}

/* Whether they are no weights; a doubt is told where they may be. */
static bool tell_ranks(struct study *study, const char *line, struct str head,
		       const struct cell *const *cells, size_t count)
{
	struct str word = STR(""), why;
	bool shares = false, ranks;

	if (!wording_has_any(head, PHRASES_COLUMN_RANK))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!word.len && cells[i]->kind != CELL_NUMBER)
			word = cells[i]->text;
		shares |= cells[i]->unit.len > 0;
	}
	why = word.len ? arena_printf(study->arena, "\"%.*s\" is no number",
				      STR_ARG(word))
		       : STR("1 may stand for the first or for the least");
	ranks = word.len || (!shares && are_ranks(cells, count));
	if (ranks)
		study_todo(study,
			   "the %s \"%.*s\" is not taken for weights, for "
			   "%.*s: give the criteria `weight` in criteria.csv",
			   line, STR_ARG(head), STR_ARG(why));
	else if (!shares)
		study_todo(study,
			   "the %s \"%.*s\" is taken for weights, more being "
			   "more important: where it is the other way, give "
			   "the criteria another `weight` in criteria.csv",
			   line, STR_ARG(head));
	return ranks;
}

/* 1 to n, each at least once. */
static bool are_ranks(const struct cell *const *cells, size_t count)
{
	size_t most = 0, found = 0;

	for (size_t i = 0; i < count; i++) {
		double number = cells[i]->number;
		bool again = false;

		if (!cells[i]->text.len)
			continue;
		if (!(number >= 1 && number <= (double)count) ||
		    fabs(number - floor(number)) > 0)
			return false;
		for (size_t n = 0; n < i; n++)
			again |= cells[n]->text.len &&
				 !(fabs(cells[n]->number - number) > 0);
		most = number > (double)most ? (size_t)number : most;
		found += !again;
	}
	return most > 1 && found == most;
}
