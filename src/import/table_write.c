#include "import/table_write.h"

#include <math.h>

#include "base/address.h"
#include "base/slug.h"
#include "base/wording.h"
#include "import/table_value.h"
#include "read/lexical.h"

/* Columns of options.csv that are no facts. */
static const char OPTION_COLUMNS[] = "id|name|short|group|color|colour|logo|"
				     "image|website|price|option|farbe|bild|"
				     "preis|gruppe|kurz|kurzname|kennung|"
				     "bezeichnung|webseite";

enum { OPTION_HEADS = 3, CRITERIA_HEADS = 9, SCORE_HEADS = 8 };

/* A table as it is to be written. */
struct rows {
	struct str *cells; /* the heads first */
	bool *kept;	   /* of each column: though it has no cells */
	size_t count, columns;
};

struct writer {
	struct study *study;
	struct arena *arena;
	struct made *made;
	const struct entry **first; /* of each option and attribute, or NULL */
	const struct entry **next;  /* of each entry: of the same, or NULL */
	struct str *sources;	    /* as written; their ids are made's */
	size_t source_count;
};

static void index_entries(struct writer *w);
static const struct entry *entry_of(const struct writer *w, size_t option,
				    size_t attribute);
static void write_head(struct writer *w, struct str title, struct str date);
static void write_prose(struct buf *buf, struct str text);
static struct rows rows_of(const struct writer *w, size_t most, size_t columns);
static struct str *add_row(struct rows *rows);
static void write_rows(const struct writer *w, const struct rows *rows,
		       struct str path);
static void write_options(struct writer *w);
static bool is_website(const struct study *study, size_t attribute);
static struct str fact_label(const struct attribute *attribute,
			     struct arena *arena);
static struct str fact_of(const struct writer *w, size_t option,
			  size_t attribute);
static void write_criteria(struct writer *w);
static struct str cell_of(const struct writer *w, double number);
static bool is_plain(const struct writer *w);
static void write_by_option(struct writer *w);
static void write_long(struct writer *w);
static struct str score_text(const struct writer *w, const struct entry *entry);
static struct str confidence_of(struct str text);
static bool is_day(struct str text);
static struct str note_of(struct writer *w, const struct entry *entry);
static struct str source_id(struct writer *w, struct str source);
static void write_sources(struct writer *w);
static void write_rest(struct writer *w);
static bool write_table(struct writer *w, const struct grid *grid);
static struct str value_of(struct str text, struct arena *arena);
static void write_markdown(struct writer *w, const struct grid *grid);
static bool is_criterion(const struct attribute *attribute);

void study_write(struct study *study, struct str title, struct str date,
		 struct made *made)
{
	struct writer w = { .study = study,
			    .arena = study->arena,
			    .made = made };

	index_entries(&w);
	write_head(&w, title, date);
	write_options(&w);
	write_criteria(&w);
	if (is_plain(&w))
		write_by_option(&w);
	else
		write_long(&w);
	write_sources(&w);
	write_rest(&w);
	study_report(study, &made->buf);
	made_finish(made, STR("import-report.txt"));
	buf_release(&made->buf);
}

static void index_entries(struct writer *w)
{
	const struct study *s = w->study;

	w->first = arena_array(w->arena, const struct entry *,
			       s->option_count * s->attribute_count + 1);
	w->next =
		arena_array(w->arena, const struct entry *, s->entry_count + 1);
	for (size_t e = s->entry_count; e-- > 0;) {
		const struct entry **first =
			&w->first[s->entries[e].option * s->attribute_count +
				  s->entries[e].attribute];

		w->next[e] = *first;
		*first = &s->entries[e];
	}
}

static const struct entry *entry_of(const struct writer *w, size_t option,
				    size_t attribute)
{
	return w->first[option * w->study->attribute_count + attribute];
}

static bool is_criterion(const struct attribute *attribute)
{
	return attribute->kind != ATTRIBUTE_FACT;
}

static void write_head(struct writer *w, struct str title, struct str date)
{
	const struct study *s = w->study;
	struct buf *buf = &w->made->buf;

	buf_text(buf, "---\ntitle: ");
	buf_json(buf, title);
	buf_text(buf, "\nsummary: \"");
	study_finding(s, buf);
	buf_printf(buf, ".\"\ndate: %.*s\nscoring:\n  method: weighted-sum\n",
		   STR_ARG(date));
	if (s->max)
		buf_printf(buf, "  scale: [%g, %g]\n", s->min, s->max);
	if (s->is_partial)
		buf_text(buf, "  missing: available\n");
	buf_text(buf, "---\n");
	for (size_t i = 0; i < s->note_count; i++) {
		buf_text(buf, i ? "\n" : "");
		write_prose(buf, s->notes[i]);
		buf_char(buf, '\n');
	}
	made_finish(w->made, STR("comparison.md"));
}

/* Text that Markdown shows as it is; an address stays a link. */
static void write_prose(struct buf *buf, struct str text)
{
	bool is_address = address_is_quotable(text);

	for (size_t i = 0; i < text.len; i++) {
		if (!is_address && strchr("\\`*_[]<>&~^#|=$", text.ptr[i]))
			buf_char(buf, '\\');
		/* A list begins a line only. */
		else if (!i && strchr("+-", text.ptr[i]) &&
			 (text.len == 1 || text.ptr[1] == ' '))
			buf_char(buf, '\\');
		buf_char(buf, text.ptr[i]);
	}
}

/* Room for so many rows below the heads. */
static struct rows rows_of(const struct writer *w, size_t most, size_t columns)
{
	return (struct rows){
		.cells =
			arena_array(w->arena, struct str, (most + 1) * columns),
		.kept = arena_array(w->arena, bool, columns),
		.columns = columns,
	};
}

static struct str *add_row(struct rows *rows)
{
	return &rows->cells[rows->count++ * rows->columns];
}

/* No file where there is nothing below the heads. */
static void write_rows(const struct writer *w, const struct rows *rows,
		       struct str path)
{
	struct buf *buf = &w->made->buf;

	for (size_t i = rows->columns; i < rows->count * rows->columns; i++)
		rows->kept[i % rows->columns] |= rows->cells[i].len > 0;
	for (size_t i = 0; rows->count > 1 && i < rows->count * rows->columns;
	     i++) {
		size_t k = i % rows->columns;

		buf_text(buf, !k ? "" : rows->kept[k] ? "," : "");
		if (rows->kept[k])
			buf_csv(buf, rows->cells[i], ",;\t");
		buf_text(buf, k + 1 == rows->columns ? "\n" : "");
	}
	made_finish(w->made, path);
}

static void write_options(struct writer *w)
{
	const struct study *s = w->study;
	struct rows rows =
		rows_of(w, s->option_count, OPTION_HEADS + s->attribute_count);
	struct str *heads = add_row(&rows);

	memcpy(heads, (struct str[]){ STR("id"), STR("name"), STR("group") },
	       OPTION_HEADS * sizeof(*heads));
	for (size_t j = 0; j < s->attribute_count; j++) {
		if (is_criterion(&s->attributes[j]))
			continue;
		rows.kept[OPTION_HEADS + j] = true;
		heads[OPTION_HEADS + j] =
			is_website(s, j)
				? STR("website")
				: fact_label(&s->attributes[j], w->arena);
	}
	for (size_t i = 0; i < s->option_count; i++) {
		struct str *row = add_row(&rows);

		row[0] = s->options[i].id;
		row[1] = s->options[i].name;
		row[2] = s->options[i].group;
		for (size_t j = 0; j < s->attribute_count; j++)
			if (!is_criterion(&s->attributes[j]))
				row[OPTION_HEADS + j] = fact_of(w, i, j);
	}
	write_rows(w, &rows, STR("options.csv"));
}

/* A column of that name that holds addresses, one for an option at most. */
static bool is_website(const struct study *study, size_t attribute)
{
	const struct attribute *a = &study->attributes[attribute];
	size_t count = 0;

	if (study->has_judges || !wording_is_any(a->head.title, "website"))
		return false;
	for (size_t e = 0; e < study->entry_count; e++) {
		const struct entry *entry = &study->entries[e];

		if (entry->attribute != attribute || !entry->cell->text.len)
			continue;
		if (!address_is_quotable(entry->cell->text) || entry->note.len)
			return false;
		count++;
	}
	return count > 0;
}

/*
 * The title with the unit of its head, which no cell has; not the name of a
 * column with a use of its own, but a price that tells of its currency itself.
 */
static struct str fact_label(const struct attribute *attribute,
			     struct arena *arena)
{
	const struct head *head = &attribute->head;
	bool has_unit = head->unit.len &&
			!str_is_like(head->unit, head->title) &&
			!str_equals(head->title, attribute->as_written);

	if (str_is(attribute->id, "price") && !has_unit)
		return STR("price");
	if (wording_is_any(head->title, OPTION_COLUMNS))
		return ARENA_JOIN(arena, head->title, STR(" ("),
				  has_unit ? head->unit : STR("given"),
				  STR(")"));
	return has_unit ? ARENA_JOIN(arena, head->title, STR(" ("), head->unit,
				     STR(")"))
			: head->title;
}

/* All that is said of it: by several judges, parted by semicolons. */
static struct str fact_of(const struct writer *w, size_t option,
			  size_t attribute)
{
	const struct entry *e = entry_of(w, option, attribute);
	struct buf fact = { 0 };

	for (; e; e = w->next[e - w->study->entries]) {
		if (fact.len && e->cell->text.len)
			buf_text(&fact, "; ");
		write_prose(&fact, e->cell->text);
		/* The mark of a note stands in the text already. */
		if (e->note.len &&
		    str_find_str(e->cell->text, e->note) == e->cell->text.len) {
			buf_text(&fact, fact.len ? " (" : "(");
			write_prose(&fact, e->note);
			buf_char(&fact, ')');
		}
	}
	return buf_take(&fact, w->arena);
}

static void write_criteria(struct writer *w)
{
	const struct study *s = w->study;
	struct rows rows = rows_of(w, s->attribute_count, CRITERIA_HEADS);

	memcpy(add_row(&rows),
	       (struct str[]){ STR("id"), STR("title"), STR("group"),
			       STR("weight"), STR("unit"), STR("better"),
			       STR("best"), STR("worst"), STR("question") },
	       CRITERIA_HEADS * sizeof(struct str));
	rows.kept[0] = rows.kept[1] = true;
	for (size_t j = 0; j < s->attribute_count; j++) {
		const struct attribute *a = &s->attributes[j];
		bool measured = a->kind == ATTRIBUTE_MEASURE;
		bool bounded = a->best != a->worst;

		if (!is_criterion(a))
			continue;
		memcpy(add_row(&rows),
		       (struct str[]){ a->id, a->head.title, a->group,
				       cell_of(w, a->weight),
				       measured ? a->head.unit : STR(""),
				       !measured ? STR("")
				       : a->head.better == DIRECTION_LOWER
					       ? STR("lower")
					       : STR("higher"),
				       cell_of(w, bounded ? a->best : NAN),
				       cell_of(w, bounded ? a->worst : NAN),
				       a->question.len ? a->question
						       : a->note },
		       CRITERIA_HEADS * sizeof(struct str));
	}
	write_rows(w, &rows, STR("criteria.csv"));
}

/* Empty of NAN. */
static struct str cell_of(const struct writer *w, double number)
{
	return isnan(number) ? STR("") : table_number_text(number, w->arena);
}

/* Whether each score is but a number, and each option has one at most. */
static bool is_plain(const struct writer *w)
{
	const struct study *s = w->study;

	if (s->has_judges)
		return false;
	for (size_t e = 0; e < s->entry_count; e++) {
		const struct entry *entry = &s->entries[e];

		if (!is_criterion(&s->attributes[entry->attribute]))
			continue;
		if (entry->note.len || entry->source.len || entry->date.len ||
		    entry->confidence.len ||
		    entry_of(w, entry->option, entry->attribute) != entry ||
		    (entry->cell->kind != CELL_EMPTY &&
		     !entry_is_score(s, entry)))
			return false;
	}
	return true;
}

static void write_by_option(struct writer *w)
{
	const struct study *s = w->study;
	struct rows rows = rows_of(w, s->option_count, s->attribute_count + 1);
	bool any = false;

	add_row(&rows)[0] = STR("option");
	rows.kept[0] = true;
	for (size_t j = 0; j < s->attribute_count; j++) {
		rows.kept[j + 1] = is_criterion(&s->attributes[j]);
		rows.cells[j + 1] = s->attributes[j].id;
		any |= rows.kept[j + 1];
	}
	for (size_t i = 0; any && i < s->option_count; i++) {
		struct str *row = add_row(&rows);

		row[0] = s->options[i].id;
		for (size_t j = 0; j < s->attribute_count; j++)
			if (entry_of(w, i, j))
				row[j + 1] = score_text(w, entry_of(w, i, j));
	}
	write_rows(w, &rows, STR("scores.csv"));
}

/* A row a score, with the columns that any of them needs. */
static void write_long(struct writer *w)
{
	const struct study *s = w->study;
	struct rows rows = rows_of(w, s->entry_count, SCORE_HEADS);

	memcpy(add_row(&rows),
	       (struct str[]){ STR("criterion"), STR("option"), STR("score"),
			       STR("judge"), STR("confidence"), STR("source"),
			       STR("date"), STR("note") },
	       SCORE_HEADS * sizeof(struct str));
	rows.kept[0] = rows.kept[1] = rows.kept[2] = true;
	for (size_t e = 0; e < s->entry_count; e++) {
		const struct entry *entry = &s->entries[e];
		const struct attribute *a = &s->attributes[entry->attribute];
		struct str score = score_text(w, entry);
		struct str note = note_of(w, entry);

		if (!is_criterion(a) || (!score.len && !note.len))
			continue;
		memcpy(add_row(&rows),
		       (struct str[]){
			       a->id, s->options[entry->option].id, score,
			       entry->judge, confidence_of(entry->confidence),
			       source_id(w, entry->source),
			       is_day(entry->date) ? entry->date : STR(""),
			       note },
		       SCORE_HEADS * sizeof(struct str));
	}
	write_rows(w, &rows, STR("scores.csv"));
}

/* Empty of what is no score. */
static struct str score_text(const struct writer *w, const struct entry *entry)
{
	const struct cell *cell = entry->cell;

	if (!entry_is_score(w->study, entry))
		return STR("");
	if (cell->kind == CELL_ANSWER)
		return cell->number > 0.75   ? STR("yes")
		       : cell->number > 0.25 ? STR("partial")
					     : STR("no");
	return table_number_text(cell->number, w->arena);
}

/* What Paragone knows, of three words; what is none stays in the note. */
static struct str confidence_of(struct str text)
{
	return wording_is_any(text, "low|niedrig|gering|l") ? STR("low")
	       : wording_is_any(text, "medium|mittel|m")    ? STR("medium")
	       : wording_is_any(text, "high|hoch|h")	    ? STR("high")
							    : STR("");
}

static bool is_day(struct str text)
{
	struct date date;

	return date_parse(text, &date);
}

/* The note, and what has no column: nothing of the sheet is lost. */
static struct str note_of(struct writer *w, const struct entry *entry)
{
	struct buf buf = { 0 };
	const struct cell *cell = entry->cell;

	if (cell->text.len && cell->kind != CELL_EMPTY &&
	    !entry_is_score(w->study, entry))
		write_prose(&buf, cell->text);
	if (entry->note.len) {
		buf_text(&buf, buf.len ? "; " : "");
		write_prose(&buf, entry->note);
	}
	if (entry->confidence.len && !confidence_of(entry->confidence).len) {
		buf_text(&buf, buf.len ? "; confidence: " : "confidence: ");
		write_prose(&buf, entry->confidence);
	}
	if (entry->date.len && !is_day(entry->date)) {
		buf_text(&buf, buf.len ? "; " : "");
		write_prose(&buf, entry->date);
	}
	return buf_take(&buf, w->arena);
}

/* Of an address the host gives it, else the text. */
static struct str source_id(struct writer *w, struct str source)
{
	size_t count = w->source_count;
	struct str host = source;

	if (!source.len)
		return STR("");
	for (size_t i = 0; i < count; i++)
		if (str_equals(w->sources[i], source))
			return w->made->sources[i];
	if (address_is_quotable(source)) {
		host = str_from_byte(host, str_find_str(host, STR("://")) + 3);
		host = str_slice(host, 0, str_find(host, '/'));
	}
	*arena_push(w->arena, w->sources, w->source_count) = source;
	return made_source_id(w->made, host);
}

static void write_sources(struct writer *w)
{
	for (size_t i = 0; i < w->source_count; i++)
		made_source(w->made, w->made->sources[i], w->sources[i],
			    w->sources[i]);
	made_finish(w->made, STR("sources.yaml"));
}

/* Sheets beside the table: as tables of the options, or in unplaced.md. */
static void write_rest(struct writer *w)
{
	const struct study *s = w->study;

	for (size_t g = 0; g < s->rest_count; g++)
		if (write_table(w, s->rest[g]))
			s->rest[g] = NULL;
	for (size_t g = 0; g < s->rest_count; g++)
		if (s->rest[g])
			write_markdown(w, s->rest[g]);
	if (w->made->buf.len)
		study_todo(w->study,
			   "unplaced.md is not part of the site: move "
			   "what matters");
	made_finish(w->made, STR("unplaced.md"));
}

/* Where its columns are the options: tables/NAME.csv. */
static bool write_table(struct writer *w, const struct grid *grid)
{
	const struct study *s = w->study;
	struct rows rows = rows_of(w, grid->row_count, grid->column_count);
	struct str id = slug_of(grid->name, w->arena);

	if (grid->row_count < 2 || grid->column_count != s->option_count + 1)
		return false;
	for (size_t i = 0; i < grid->row_count; i++) {
		struct str *row = add_row(&rows);

		row[0] = grid_text(grid, i, 0);
		for (size_t k = 1; k < grid->column_count; k++) {
			struct str text = grid_text(grid, i, k);
			size_t option = i ? 0 : study_option_find(s, text);

			if (option == s->option_count)
				return false;
			row[k] = i ? value_of(text, w->arena)
				   : s->options[option].id;
			rows.kept[k] = true;
		}
	}
	rows.kept[0] = true;
	workbook_remark(s->book, "the sheet \"%.*s\" is tables/%.*s.csv",
			STR_ARG(grid->name), STR_ARG(id));
	write_rows(w, &rows,
		   arena_printf(w->arena, "tables/%.*s.csv", STR_ARG(id)));
	return true;
}

/* A `;` would part two values of a cell. */
static struct str value_of(struct str text, struct arena *arena)
{
	struct buf buf = { 0 };

	while (text.ptr) {
		write_prose(&buf, str_cut(&text, ';'));
		buf_text(&buf, text.ptr ? "\\;" : "");
	}
	return buf_take(&buf, arena);
}

static void write_markdown(struct writer *w, const struct grid *grid)
{
	struct buf *buf = &w->made->buf;

	workbook_remark(w->study->book,
			"the sheet \"%.*s\" is no part of the table, and "
			"stands in unplaced.md",
			STR_ARG(grid->name));
	buf_text(buf, buf->len ? "\n## " : "## ");
	write_prose(buf, grid->name);
	buf_text(buf, "\n\n");
	for (size_t i = 0; i < grid->row_count; i++) {
		for (size_t k = 0; k < grid->column_count; k++) {
			buf_text(buf, k ? " | " : "| ");
			write_prose(buf, grid_text(grid, i, k));
		}
		buf_text(buf, " |\n");
		for (size_t k = 0; !i && k < grid->column_count; k++)
			buf_text(buf, k + 1 == grid->column_count ? "| --- |\n"
								  : "| --- ");
	}
}
