#include "view/page_view.h"

#include "view/page_parts.h"
#include "view/parts.h"

static const struct value *groups_view(const struct book *book);
static const struct value *tables_view(const struct subject *s);
static const struct value *table_rows(const struct subject *s,
				      const struct table *table);

struct page matrix_page(const struct book *book)
{
	const struct subject *s = book->subject;
	struct arena *arena = s->arena;
	struct page page =
		page_start(book, STR("matrix"), "matrix",
			   phrase(s->phrases, WORD_MATRIX),
			   PHRASE(s->phrases, WORD_MATRIX_TEXT, arena,
				  { "comparison", s->c->title.str }));
	struct value *values = page_values(book, &page, NULL, false);
	struct value *matrix = value_object(arena);

	value_set(matrix, "groups", groups_view(book), arena);
	value_set(matrix, "tables", tables_view(s), arena);
	value_set(values, "matrix", matrix, arena);
	return page;
}

/* In the order in which groups first appear; rows keep their order. */
static const struct value *groups_view(const struct book *book)
{
	const struct comparison *c = book->subject->c;
	struct arena *arena = book->subject->arena;
	const struct value *all = value_find(book->shared, STR("criteria"));
	bool *done = arena_array(arena, bool, c->criterion_count + 1);
	struct value *groups = value_list(arena);

	for (size_t j = 0; j < c->criterion_count; j++) {
		struct str name = c->criteria[j].group.str;
		struct value *group, *rows;

		if (done[j])
			continue;
		group = value_object(arena);
		rows = value_list(arena);
		for (size_t k = j; k < c->criterion_count; k++) {
			if (!str_equals(c->criteria[k].group.str, name))
				continue;
			done[k] = true;
			value_append(rows, all->as.list.items[k], arena);
		}
		value_set_text(group, "title", name, arena);
		value_set_text(group, "anchor",
			       arena_printf(arena, "group-%zu",
					    groups->as.list.count + 1),
			       arena);
		value_set(group, "rows", rows, arena);
		value_append(groups, group, arena);
	}
	return groups;
}

static const struct value *tables_view(const struct subject *s)
{
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t t = 0; t < s->c->table_count; t++) {
		const struct table *table = &s->c->tables[t];
		struct value *o = value_object(arena);

		value_set_text(o, "id", table->id, arena);
		value_set_text(o, "title", table->title.str, arena);
		value_set_text(o, "anchor",
			       arena_printf(arena, "table-%.*s",
					    STR_ARG(table->id)),
			       arena);
		value_set(o, "summary", prose_view(&table->summary, arena),
			  arena);
		value_set_text(o, "row_label", table->row_label.str, arena);
		value_set(o, "rows", table_rows(s, table), arena);
		value_append(list, o, arena);
	}
	return list;
}

static const struct value *table_rows(const struct subject *s,
				      const struct table *table)
{
	struct arena *arena = s->arena;
	struct value *rows = value_list(arena);

	for (size_t k = 0; k < table->row_count; k++) {
		const struct table_row *row = &table->rows[k];
		struct value *o = value_object(arena);
		struct value *cells = value_list(arena);

		for (size_t i = 0; i < s->c->option_count; i++) {
			struct value *cell = value_object(arena);

			value_set_text(cell, "option",
				       s->c->options[i].name.str, arena);
			value_set(cell, "values",
				  prose_list_view(&row->cells[i], arena),
				  arena);
			value_set_bool(cell, "is_empty",
				       row->cells[i].count == 0, arena);
			value_append(cells, cell, arena);
		}
		value_set(o, "label", prose_view(&row->label, arena), arena);
		value_set(o, "cells", cells, arena);
		value_append(rows, o, arena);
	}
	return rows;
}
