#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "read/reader.h"
#include "read/schemas.h"
#include "read/text.h"

enum { HEADS_LISTED = 16 };

struct heads {
	struct str *names;
	size_t count;
};

static struct heads heads_of(const struct reader *r, struct arena *arena);
static void add_heads(struct heads *heads, const struct csv *csv,
		      struct arena *arena);
static bool heads_have(const struct heads *heads, struct str name);
static void refuse_given(struct reader *r, enum column column,
			 const struct heads *heads);
static bool is_plain(struct str text);

bool reader_columns(struct reader *r, const struct yaml_node *node)
{
	r->columns.words = r->site->columns;
	return !node || node->kind != YAML_MAPPING ||
	       schema_read(&r->env, &COLUMNS_SCHEMA, node, r->columns.given);
}

bool reader_find_columns(struct reader *r)
{
	struct heads heads = { 0 };
	struct arena arena = { 0 };
	bool ok = true;

	for (enum column k = 0; k < COLUMN_COUNT; k++) {
		struct text *given = &r->columns.given[k];

		if (!given->str.len)
			continue;
		if (!heads.count)
			heads = heads_of(r, &arena);
		if (!heads.count || heads_have(&heads, given->str))
			continue;
		ok = false;
		refuse_given(r, k, &heads);
	}
	for (size_t k = 0; !ok && k < r->sheet_count; k++)
		sheet_find_shape(r, &r->sheets[k]);
	arena_release(&arena);
	return ok;
}

/* Of all tables that have columns of ours; what is wrong in them is not heard. */
static struct heads heads_of(const struct reader *r, struct arena *arena)
{
	static const char *const TABLES[] = { "options.csv", "criteria.csv" };
	struct diags *unheard = diags_new();
	struct heads heads = { 0 };

	for (size_t k = 0; k < r->sheet_count; k++)
		add_heads(&heads, &r->sheets[k].csv, arena);
	for (size_t k = 0; k < 2; k++) {
		const char *path = reader_path(r, TABLES[k]);
		struct str text;
		struct csv csv;

		if (!text_read(unheard, path, TABLE_LIMIT, &text, arena))
			continue;
		csv_parse(unheard, path, text, &csv, arena, arena);
		add_heads(&heads, &csv, arena);
	}
	diags_free(unheard);
	return heads;
}

static void add_heads(struct heads *heads, const struct csv *csv,
		      struct arena *arena)
{
	for (size_t k = 0; csv->count && k < csv->records[0].count; k++)
		if (csv->records[0].fields[k].text.len)
			*arena_push(arena, heads->names, heads->count) =
				csv->records[0].fields[k].text;
}

static bool heads_have(const struct heads *heads, struct str name)
{
	for (size_t k = 0; k < heads->count; k++)
		if (str_is_like(heads->names[k], name))
			return true;
	return false;
}

/* What is near it was meant; or else the column may be called as ours is. */
static void refuse_given(struct reader *r, enum column column,
			 const struct heads *heads)
{
	struct text *given = &r->columns.given[column];
	const struct str *meant =
		diag_nearest(given->str, heads->names, heads->count);
	struct str named = given->str;

	diag_error(r->diags, given->at,
		   "no table has a column \"%.*s\" for \"%s\"", STR_ARG(named),
		   column_name(column));
	given->str = meant ? arena_str(r->arena, *meant) : STR("");
	if (meant)
		diag_suggest(r->diags, named, heads->names, heads->count);
	else if (heads_have(heads, str_from(column_name(column))))
		diag_hint(r->diags,
			  "take it away: a column is called \"%s\" already",
			  column_name(column));
	else
		diag_hint(r->diags, "there is %.*s",
			  STR_ARG(schema_choices(heads->names,
						 heads->count < HEADS_LISTED
							 ? heads->count
							 : HEADS_LISTED,
						 r->arena)));
}

struct str reader_columns_said(const struct reader *r, enum column column,
			       struct str heading)
{
	struct buf said = { 0 };
	struct str made;
	bool plain = is_plain(heading);

	buf_printf(&said, "`columns: { %s: %s", column_name(column),
		   plain ? "" : "\"");
	for (size_t i = 0; i < heading.len; i++) {
		if (strchr("\"\\", heading.ptr[i]))
			buf_char(&said, '\\');
		buf_char(&said, heading.ptr[i]);
	}
	buf_text(&said, plain ? " }`" : "\" }`");
	made = buf_copy(&said, r->arena);
	buf_release(&said);
	return made;
}

/* Whether YAML reads it as one text; nearly all are words. */
static bool is_plain(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!isalpha((unsigned char)text.ptr[i]) &&
		    !((unsigned char)text.ptr[i] >= 0x80 ||
		      (i && strchr(" -_0123456789", text.ptr[i]))))
			return false;
	return text.len && text.ptr[text.len - 1] != ' ';
}

bool reader_check_columns(const struct reader *r)
{
	bool ok = true;

	for (enum column k = 0; k < COLUMN_COUNT; k++) {
		const struct text *given = &r->columns.given[k];

		if (given->str.len && !(r->columns.met & COLUMN_BIT(k)))
			ok = diag_error(r->diags, given->at,
					"no table has a column \"%.*s\" for "
					"\"%s\"",
					STR_ARG(given->str), column_name(k));
	}
	return ok;
}
