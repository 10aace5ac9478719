#include "import/placer.h"

#include "base/slug.h"
#include "import/wording.h"

/* One with a column, or a row, for each option goes to tables/. */
bool place_table(struct placer *p, struct block *block, struct str title)
{
	struct draft *d = p->draft;
	struct arena *arena = p->article->arena;
	struct draft_table table = { .block = block };
	size_t number = d->table_count + 1;

	if (!place_table_options(p, &table, true)) {
		table = (struct draft_table){ .block = block, .turned = true };
		if (!place_table_options(p, &table, true))
			return false;
	}
	table.title = title;
	if (!title.len)
		for (const struct block *before = block;
		     before-- > p->article->blocks && !table.title.len;)
			if (before->kind == BLOCK_HEADING)
				table.title = before->plain;
	if (!table.title.len)
		table.title = d->title;
	table.id = slug_of(table.title, arena);
	table.id = arena_printf(arena, "%.*s%s%zu", STR_ARG(table.id),
				table.id.len ? "-" : "table-", number);
	*arena_push(arena, d->tables, d->table_count) = table;
	block->where = arena_printf(arena, "tables/%.*s.md", STR_ARG(table.id));
	return true;
}

bool place_table_options(const struct placer *p, struct draft_table *table,
			 bool whole)
{
	const struct block *block = table->block;
	size_t n = p->names->count, found = 0;
	size_t count = table->turned ? block->row_count : block->column_count;

	if (count < n + 1 || (whole && count > n + 1))
		return false;
	for (size_t k = 1; k < count; k++) {
		struct str cell =
			table->turned ? block->cells[k * block->column_count]
				      : block->cells[k];
		size_t option = names_find(p->names, cell, 0).option;

		if (names_spread(p->names, cell) != 1 ||
		    wording_count(cell) > 4) {
			if (whole)
				return false;
			continue;
		}
		for (size_t i = 0; i < n; i++)
			found += i == option && !table->columns[i];
		table->columns[option] = k;
	}
	return found == n;
}
