#include "import/table_page.h"

#include <libxml/tree.h>

#include "import/article.h"
#include "import/page_parts.h"

enum { COLUMNS = 64 };

struct rows {
	xmlNode **items;
	size_t count;
};

/* What stands in a column. */
struct span {
	xmlNode *cell;
	size_t rows; /* that it reaches over, from this one on; 0: nothing */
};

static void find_rows(xmlNode *node, struct rows *rows, struct arena *arena);
static size_t lay_row(struct span *spans, const struct rows *rows, size_t row,
		      struct arena *arena);
static size_t reach(xmlNode *cell, const char *name, struct arena *arena);

bool page_grid_of(xmlNode *table, struct page_grid *grid, struct arena *arena)
{
	struct span spans[COLUMNS] = { 0 };
	struct rows rows = { 0 };

	*grid = (struct page_grid){ 0 };
	find_rows(table->children, &rows, arena);
	for (size_t i = 0; i < rows.count; i++) {
		size_t count = lay_row(spans, &rows, i, arena);

		grid->columns = count > grid->columns ? count : grid->columns;
	}
	grid->rows = rows.count;
	if (grid->columns < 2 || grid->columns > COLUMNS || grid->rows < 2)
		return false;
	if (grid->rows > ARTICLE_CELLS)
		return true;
	grid->cells = arena_array(arena, xmlNode *, grid->rows * grid->columns);
	for (size_t i = 0; i < grid->rows; i++) {
		lay_row(spans, &rows, i, arena);
		for (size_t k = 0; k < grid->columns; k++)
			if (spans[k].rows &&
			    !(k && spans[k].cell == spans[0].cell))
				grid->cells[i * grid->columns + k] =
					spans[k].cell;
	}
	return true;
}

size_t page_grid_first(const struct page_grid *grid, size_t place)
{
	xmlNode *cell = grid->cells[place];

	while (cell && place % grid->columns && grid->cells[place - 1] == cell)
		place--;
	while (cell && place >= grid->columns &&
	       grid->cells[place - grid->columns] == cell)
		place -= grid->columns;
	return place;
}

static void find_rows(xmlNode *node, struct rows *rows, struct arena *arena)
{
	for (; node; node = node->next)
		if (page_is(node, "tr"))
			*arena_push(arena, rows->items, rows->count) = node;
		else if (page_is(node, "thead tbody tfoot"))
			find_rows(node->children, rows, arena);
}

/*
 * Goes on to the cells of that row; gives the columns up to the last one that
 * a cell begins in, for "colspan=100" means all of them.  No cell reaches
 * beyond its part of the table (HTML, 4.9.12).
 */
static size_t lay_row(struct span *spans, const struct rows *rows, size_t row,
		      struct arena *arena)
{
	bool begins = !row ||
		      rows->items[row]->parent != rows->items[row - 1]->parent;
	size_t at = 0, count = 0;

	for (size_t k = 0; k < COLUMNS; k++)
		spans[k].rows = begins		? 0
				: spans[k].rows ? spans[k].rows - 1
						: 0;
	for (xmlNode *cell = rows->items[row]->children; cell;
	     cell = cell->next) {
		size_t end, down;

		if (!page_is(cell, "td th"))
			continue;
		while (at < COLUMNS && spans[at].rows)
			at++;
		count = at + 1;
		down = reach(cell, "rowspan", arena);
		end = at + reach(cell, "colspan", arena);
		for (; at < end && at < COLUMNS && !spans[at].rows; at++)
			spans[at] = (struct span){ cell, down };
	}
	return count;
}

/* As HTML reads it: 0 rows are all that follow, 0 columns are one. */
static size_t reach(xmlNode *cell, const char *name, struct arena *arena)
{
	double count;

	if (!str_to_number(page_attribute(cell, name, arena), &count) ||
	    !(count >= 0))
		return 1;
	if (count >= 1)
		return count < ARTICLE_CELLS ? (size_t)count : ARTICLE_CELLS;
	return name[0] == 'r' ? ARTICLE_CELLS : 1;
}
