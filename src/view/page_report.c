#include "view/page_view.h"

#include "view/analysis_view.h"
#include "view/catalogue.h"
#include "view/page_parts.h"
#include "view/parts.h"

/* Columns of a sheet of paper: upright, and on its side. */
enum { UPRIGHT_MOST = 4, SHEET_MOST = 8 };

static const struct value *charts_view(const struct subject *s,
				       struct page *page);
static const struct value *criterion_at(const void *book, size_t j,
					struct arena *arena);
static const struct value *matrix_sheets(const struct book *book);
static const struct value *turned_sheets(const struct book *book);
static struct value *add_sheet(struct value *list, size_t columns);
static const struct value *slice(const struct value *list, size_t from,
				 size_t count, struct arena *arena);
static const struct value *table_sheets(const struct book *book);
static const struct value *rows_from(const struct value *rows, size_t from,
				     size_t count, struct arena *arena);

struct page report_page(const struct book *book)
{
	const struct subject *s = book->subject;
	const struct comparison *c = s->c;
	struct value *values, *report = value_object(s->arena);
	struct page page =
		page_start(book, STR("report"), "report",
			   phrase(s->phrases, WORD_REPORT),
			   PHRASE(s->phrases, WORD_REPORT_TEXT, s->arena,
				  { "comparison", c->title.str }));

	page.is_joined = true;
	values = page_values(book, &page, NULL, false);
	value_set(report, "charts", charts_view(s, &page));
	value_set(report, "intro", prose_view(&c->body, s->arena));
	value_set(report, "criteria",
		  value_made(criterion_at, book, c->criterion_count, s->arena));
	value_set(report, "matrix",
		  is_catalogue(c) ? value_null() : matrix_sheets(book));
	value_set(report, "turned",
		  is_catalogue(c) ? turned_sheets(book) : value_null());
	value_set(report, "tables", table_sheets(book));
	value_set(report, "guide", guide_view(s));
	value_set(report, "faq", faq_view(s));
	value_set(report, "analysis", analysis_view(s));
	value_set(values, "report", report);
	return page;
}

static const struct value *charts_view(const struct subject *s,
				       struct page *page)
{
	struct value *list = value_list(s->arena);
	struct chart *all[CHARTS_MOST];
	size_t count = charts_all(s, all);

	for (size_t k = 0; k < count; k++)
		value_append(list, page_add_chart(page, all[k]));
	return list;
}

/* Of many criteria these are most of the page: none stays behind the next. */
static const struct value *criterion_at(const void *context, size_t j,
					struct arena *arena)
{
	const struct book *book = context;
	struct subject subject = *book->subject;
	struct book own = *book;

	subject.arena = arena;
	own.subject = &subject;
	return criterion_detail(&own, j, NULL);
}

/* A row for each criterion; as many options as a sheet has room for. */
static const struct value *matrix_sheets(const struct book *book)
{
	const struct subject *s = book->subject;
	const struct value *options = value_find(book->shared, STR("options"));
	const struct value *criteria =
		value_find(book->shared, STR("criteria"));
	size_t total = s->c->option_count;
	struct value *list = value_list(s->arena);

	for (size_t from = 0; from < total; from += SHEET_MOST) {
		struct value *sheet = add_sheet(list, total - from);
		struct value *rows = value_list(s->arena);

		value_set(sheet, "options",
			  slice(options, from, SHEET_MOST, s->arena));
		for (size_t j = 0; j < criteria->as.list.count; j++) {
			const struct value *criterion =
				criteria->as.list.items[j];
			struct value *row = value_add_object(rows);

			value_set(row, "criterion", criterion);
			value_set(row, "cells",
				  slice(value_find(criterion, STR("scores")),
					from, SHEET_MOST, s->arena));
		}
		value_set(sheet, "rows", rows);
	}
	return list;
}

/* Of many options: a row for each, the best first. */
static const struct value *turned_sheets(const struct book *book)
{
	const struct subject *s = book->subject;
	const struct value *options = value_find(book->shared, STR("options"));
	const struct value *criteria =
		value_find(book->shared, STR("criteria"));
	const size_t *order = catalogue_order(s);
	size_t total = criteria->as.list.count;
	struct value *list = value_list(s->arena);

	for (size_t from = 0; from < total; from += SHEET_MOST) {
		struct value *sheet = add_sheet(list, total - from);
		struct value *rows = value_list(s->arena);

		value_set(sheet, "columns",
			  slice(criteria, from, SHEET_MOST, s->arena));
		value_set_bool(sheet, "is_first", from == 0);
		for (size_t i = 0; i < s->c->option_count; i++) {
			struct value *row = value_add_object(rows);
			struct value *cells = value_list(s->arena);

			for (size_t j = from;
			     j < total && j < from + SHEET_MOST; j++)
				value_append(
					cells,
					value_find(criteria->as.list.items[j],
						   STR("scores"))
						->as.list.items[order[i]]);
			value_set(row, "option",
				  options->as.list.items[order[i]]);
			value_set(row, "cells", cells);
		}
		value_set(sheet, "rows", rows);
	}
	return list;
}

static struct value *add_sheet(struct value *list, size_t columns)
{
	struct value *sheet = value_add_object(list);

	value_set_bool(sheet, "is_wide",
		       columns > UPRIGHT_MOST || list->as.list.count > 1);
	return sheet;
}

static const struct value *slice(const struct value *list, size_t from,
				 size_t count, struct arena *arena)
{
	struct value *part = value_list(arena);

	for (size_t i = from; i < list->as.list.count && i < from + count; i++)
		value_append(part, list->as.list.items[i]);
	return part;
}

/* The further tables, cut alike: `tables[]` of `title`, `sheets[]`. */
static const struct value *table_sheets(const struct book *book)
{
	const struct subject *s = book->subject;
	const struct value *options = value_find(book->shared, STR("options"));
	const struct value *tables = tables_view(s);
	struct value *list = value_list(s->arena);

	for (size_t t = 0; t < tables->as.list.count; t++) {
		const struct value *table = tables->as.list.items[t];
		struct value *o = value_add_object(list);
		struct value *sheets = value_list(s->arena);
		size_t total = options->as.list.count;

		value_set(o, "table", table);
		for (size_t from = 0; from < total; from += SHEET_MOST) {
			struct value *sheet = add_sheet(sheets, total - from);

			value_set(sheet, "options",
				  slice(options, from, SHEET_MOST, s->arena));
			value_set(sheet, "rows",
				  rows_from(value_find(table, STR("rows")),
					    from, SHEET_MOST, s->arena));
		}
		value_set(o, "sheets", sheets);
	}
	return list;
}

static const struct value *rows_from(const struct value *rows, size_t from,
				     size_t count, struct arena *arena)
{
	struct value *list = value_list(arena);

	for (size_t k = 0; k < rows->as.list.count; k++) {
		const struct value *row = rows->as.list.items[k];
		struct value *o = value_add_object(list);

		value_set(o, "label", value_find(row, STR("label")));
		value_set(o, "cells",
			  slice(value_find(row, STR("cells")), from, count,
				arena));
	}
	return list;
}
