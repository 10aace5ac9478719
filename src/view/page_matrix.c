#include "view/page_view.h"

#include "view/catalogue_view.h"
#include "view/matrix_view.h"
#include "view/page_parts.h"
#include "view/params_view.h"
#include "view/parts.h"

static const char *scores_file(const struct comparison *c);
static const struct value *table_rows(const struct subject *s,
				      const struct table *table);

struct page matrix_page(const struct book *book)
{
	const struct subject *s = book->subject;
	struct arena *arena = s->arena;
	struct page page = page_start(
		book, STR("matrix"), "matrix", phrase(s->phrases, WORD_MATRIX),
		s->c->scored
			? PHRASE(s->phrases, WORD_MATRIX_TEXT, arena,
				 { "comparison", s->c->title.str })
			: page_unscored(s, phrase(s->phrases, WORD_MATRIX)));
	struct value *values, *matrix = value_object(arena);
	const struct value *criteria =
		value_find(book->shared, STR("criteria"));
	const struct value *options = value_find(book->shared, STR("options"));

	page.source = scores_file(s->c);
	values = page_values(book, &page, NULL, false);
	value_set(matrix, "turned", catalogue_matrix(s, criteria, options));
	matrix_add(s, criteria, options, matrix);
	value_set(matrix, "tables", tables_view(s));
	value_set(values, "matrix", matrix);
	return page;
}

/* The table itself; sheets of several judges have no one file. */
static const char *scores_file(const struct comparison *c)
{
	const char *file = c->scores_at.file;

	return file && str_ends(str_from(file), ".csv") ? file : c->at.file;
}

const struct value *tables_view(const struct subject *s)
{
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t t = 0; t < s->c->table_count; t++) {
		const struct table *table = &s->c->tables[t];
		struct value *o = value_add_object(list);

		value_set_text(o, "id", table->id);
		value_set_text(o, "title", table->title.str);
		value_setf(o, "anchor", "table-%.*s", STR_ARG(table->id));
		value_set(o, "summary", prose_view(&table->summary, arena));
		value_set_text(o, "row_label", table->row_label.str);
		value_set(o, "params", own_params(&table->params, arena));
		value_set(o, "rows", table_rows(s, table));
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
		struct value *o = value_add_object(rows);
		struct value *cells = value_list(arena);

		for (size_t i = 0; i < s->c->option_count; i++) {
			struct value *cell = value_add_object(cells);

			value_set_text(cell, "option",
				       s->c->options[i].name.str);
			value_set(cell, "values",
				  prose_list_view(&row->cells[i], arena));
			value_set_bool(cell, "is_empty",
				       row->cells[i].count == 0);
		}
		value_set(o, "label", prose_view(&row->label, arena));
		value_set(o, "cells", cells);
	}
	return rows;
}
