#include "import/table_weights.h"

#include <math.h>

#include "base/wording.h"
#include "import/phrases.h"
#include "import/table_value.h"

static const double NEAR = 0.01; /* sums of shares are rounded */

/* A column of groups' weights beside one of the weights in them. */
struct nest {
	struct study *study;
	const struct grid *grid;
	struct layout *layout;
	size_t group, own;
};

static bool settle_groups(struct nest *nest);
static void refuse_both(const struct nest *nest);
static bool makes(const struct nest *nest, double total);
static size_t end_of_group(const struct nest *nest, size_t row, double *sum);
static double number_in(const struct nest *nest, size_t row, size_t column);
static void multiply(const struct nest *nest, double total);
static void settle_ranks(struct study *study, const struct grid *grid,
			 struct layout *layout);
static bool tell_ranks(struct study *study, const char *line, struct str head,
		       const struct cell *const *cells, size_t count);
static bool are_ranks(const struct cell *const *cells, size_t count);

void weights_settle(struct study *study, const struct grid *grid,
		    struct layout *layout)
{
	struct nest nest = { study, grid, layout, 0, 0 };
	size_t count = 0;

	if (!layout->shape)
		return;
	for (size_t k = 0; k < grid->column_count; k++) {
		if (layout->roles[k] != ROLE_WEIGHT)
			continue;
		*(count ? &nest.own : &nest.group) = k;
		count++;
	}
	if (count == 2 && layout->shape == TABLE_BY_CRITERION &&
	    !settle_groups(&nest)) {
		nest = (struct nest){ study, grid, layout, nest.own,
				      nest.group };
		if (!settle_groups(&nest))
			refuse_both(&nest);
	}
	settle_ranks(study, grid, layout);
}

/* The weights of a group may be parts of its own, or of 100 % or 1 each. */
static bool settle_groups(struct nest *nest)
{
	struct str head =
		grid_cell(nest->grid, nest->layout->header, nest->group)->text;
	static const double WHOLES[] = { 100, 1 };

	if (makes(nest, 0)) {
		workbook_remark(nest->study->book,
				"the column \"%.*s\" is left out, as it is the "
				"sum of the weights of each group",
				STR_ARG(head));
		nest->layout->roles[nest->group] = ROLE_INDEX;
		return true;
	}
	for (size_t k = 0; k < 2; k++)
		if (makes(nest, WHOLES[k])) {
			multiply(nest, WHOLES[k]);
			study_todo(nest->study,
				   "each weight is taken for a part of that of "
				   "its group in \"%.*s\", and multiplied by "
				   "it: if it is not, change `weight` in "
				   "criteria.csv",
				   STR_ARG(head));
			nest->layout->roles[nest->group] = ROLE_INDEX;
			return true;
		}
	return false;
}

/* A group's weight and one in it, of which nothing tells how they go together. */
static void refuse_both(const struct nest *nest)
{
	size_t header = nest->layout->header;
	struct str group = grid_cell(nest->grid, header, nest->group)->text;
	struct str own = grid_cell(nest->grid, header, nest->own)->text;

	if (!wording_has_any(group, PHRASES_GROUP_WEIGHT) &&
	    !wording_has_any(own, PHRASES_GROUP_WEIGHT))
		return;
	study_todo(nest->study,
		   "\"%.*s\" and \"%.*s\" are not taken for weights, as those "
		   "in a group make neither the group's nor 100 %%: give the "
		   "criteria `weight` in criteria.csv",
		   STR_ARG(own), STR_ARG(group));
	nest->layout->roles[nest->group] = ROLE_INDEX;
	nest->layout->roles[nest->own] = ROLE_INDEX;
	nest->study->is_matrix = true;
}

/* Whether the weights of each group make that, or where it is 0 its own. */
static bool makes(const struct nest *nest, double total)
{
	size_t groups = 0, rows = 0, row = nest->layout->first;

	while (row < nest->grid->row_count) {
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
	double group = number_in(nest, row, nest->group);
	size_t k = layout_column(nest->grid, nest->layout, ROLE_GROUP);

	do {
		double own = number_in(nest, row, nest->own);

		*sum += isnan(own) ? 0 : own;
		row++;
	} while (row < nest->grid->row_count && !isnan(group) &&
		 !isnan(number_in(nest, row, nest->own)) &&
		 !(fabs(number_in(nest, row, nest->group) - group) > 0) &&
		 (k == nest->grid->column_count ||
		  !grid_cell(nest->grid, row, k)->text.len ||
		  str_is_like(grid_cell(nest->grid, row, k)->text,
			      grid_cell(nest->grid, row - 1, k)->text)));
	return row;
}

/* NAN where there is none, or in a row of sums. */
static double number_in(const struct nest *nest, size_t row, size_t column)
{
	const struct cell *cell = grid_cell(nest->grid, row, column);

	return cell->kind == CELL_NUMBER &&
			       !words_are(grid_cell(nest->grid, row,
						    nest->layout->names)
						  ->text,
					  ROLE_TOTAL)
		       ? cell->number
		       : NAN;
}

static void multiply(const struct nest *nest, double total)
{
	double group = NAN;

	for (size_t i = nest->layout->first; i < nest->grid->row_count; i++) {
		struct cell *cell = grid_cell(nest->grid, i, nest->own);
		double said = number_in(nest, i, nest->group);

		group = isnan(said) ? group : said;
		if (isnan(group) || isnan(number_in(nest, i, nest->own)))
			continue;
		cell->number = group * cell->number / total;
		cell->text = ARENA_JOIN(nest->study->arena,
					table_number_text(cell->number,
							  nest->study->arena),
					cell->unit);
	}
}

/* "Priority": of the first, or of the most?  Its column is none of weights. */
static void settle_ranks(struct study *study, const struct grid *grid,
			 struct layout *layout)
{
	const struct cell **cells =
		arena_array(study->arena, const struct cell *, grid->row_count);
	size_t column = layout->shape ? layout_column(grid, layout, ROLE_WEIGHT)
				      : grid->column_count;
	size_t count = 0;

	if (column == grid->column_count)
		return;
	for (size_t i = layout->first; i < grid->row_count; i++)
		if (!words_are(grid_cell(grid, i, layout->names)->text,
			       ROLE_TOTAL))
			cells[count++] = grid_cell(grid, i, column);
	if (!tell_ranks(study, "column",
			grid_cell(grid, layout->header, column)->text, cells,
			count))
		return;
	layout->roles[column] = ROLE_INDEX;
	study->is_matrix = true;
}

bool weights_are_ranks(struct study *study, const struct grid *grid,
		       const struct layout *layout, size_t row)
{
	const struct cell **cells = arena_array(
		study->arena, const struct cell *, grid->column_count);
	size_t count = 0;

	for (size_t k = 0; k < grid->column_count; k++)
		if (layout->roles[k] == ROLE_NONE)
			cells[count++] = grid_cell(grid, row, k);
	return tell_ranks(study, "row",
			  grid_cell(grid, row, layout->names)->text, cells,
			  count);
}

/* Whether they are no weights; a doubt is told where they may be. */
static bool tell_ranks(struct study *study, const char *line, struct str head,
		       const struct cell *const *cells, size_t count)
{
	struct str word = { "", 0 }, why;
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
	ranks = !word.len && !shares && are_ranks(cells, count);
	if (word.len || ranks)
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
	return word.len || ranks;
}

/* 1 to n, each at least once. */
static bool are_ranks(const struct cell *const *cells, size_t count)
{
	size_t most = 0;

	for (size_t i = 0; i < count; i++) {
		double number = cells[i]->number;

		if (!cells[i]->text.len)
			continue;
		if (!(number >= 1 && number <= (double)count) ||
		    fabs(number - floor(number)) > 0)
			return false;
		most = number > (double)most ? (size_t)number : most;
	}
	for (size_t rank = 1; rank <= most; rank++) {
		bool found = false;

		for (size_t i = 0; i < count; i++)
			found |= cells[i]->text.len &&
				 (size_t)cells[i]->number == rank;
		if (!found)
			return false;
	}
	return most > 1;
}
