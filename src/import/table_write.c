#include "import/table_write.h"

#include <math.h>

#include "base/address.h"
#include "base/slug.h"
#include "base/wording.h"
#include "import/table_names.h"
#include "import/table_value.h"
#include "read/lexical.h"
#include "read/schema.h"

/* Columns of options.csv that are no facts. */
static const char OPTION_COLUMNS[] = "id|name|short|group|color|colour|logo|"
				     "image|website|price|option|farbe|bild|"
				     "preis|gruppe|kurz|kurzname|kennung|"
				     "bezeichnung|webseite";

/* What a row of a long table has behind its score. */
enum row_part {
	ROW_JUDGE,
	ROW_CONFIDENCE,
	ROW_SOURCE,
	ROW_DATE,
	ROW_NOTE,
	ROW_PARTS,
};

static const char *const ROW_COLUMNS[] = { "judge", "confidence", "source",
					   "date", "note" };

/* What criteria.csv has beside the id and the title. */
struct criteria_columns {
	bool groups, weights, units, measures, bounds, questions;
};

struct row {
	bool is_told; /* there is a score, or a note */
	struct str parts[ROW_PARTS];
};

struct writer {
	struct study *study;
	struct arena *arena;
	struct buf buf;
	struct study_files *files;
	const struct entry **first; /* of each option and attribute, or NULL */
	const struct entry **next;  /* of each entry: of the same, or NULL */
	struct str *sources;	    /* as written; their ids beside */
	struct str *source_ids;
	size_t source_count;
};

static void finish(struct writer *w, struct str path);
static void index_entries(struct writer *w);
static void write_head(struct writer *w, struct str title, struct str date);
static void write_prose(struct buf *buf, struct str text);
static void write_options(struct writer *w);
static bool is_website(const struct study *study, size_t attribute);
static struct str fact_label(const struct attribute *attribute,
			     struct arena *arena);
static void put_fact(struct writer *w, size_t option, size_t attribute);
static void write_criteria(struct writer *w);
static bool find_columns(const struct study *s, struct criteria_columns *has);
static void write_criterion(struct writer *w, const struct attribute *a,
			    const struct criteria_columns *has);
static void put_cell(struct buf *to, struct str text);
static bool is_plain(const struct writer *w);
static void write_by_option(struct writer *w);
static void write_long(struct writer *w);
static struct row row_of(struct writer *w, const struct entry *entry);
static void write_row(struct writer *w, const struct entry *entry,
		      const struct row *row, const bool *has);
static void put_score(struct buf *buf, const struct writer *w,
		      const struct entry *entry);
static struct str score_text(const struct writer *w, const struct entry *entry);
static struct str confidence_of(struct str text);
static bool is_day(struct str text);
static struct str note_of(struct writer *w, const struct entry *entry);
static struct str source_id(struct writer *w, struct str source);
static struct str source_words(struct str source, struct arena *arena);
static void write_sources(struct writer *w);
static void write_rest(struct writer *w);
static bool write_table(struct writer *w, const struct grid *grid);
static void write_value(struct buf *buf, struct str text);
static void write_markdown(struct writer *w, const struct grid *grid);
static bool is_criterion(const struct attribute *attribute);

void study_write(struct study *study, struct str title, struct str date,
		 struct study_files *files)
{
	struct writer w = { .study = study,
			    .arena = study->arena,
			    .files = files };

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
	study_report(study, &w.buf);
	finish(&w, STR("import-report.txt"));
	buf_release(&w.buf);
}

/* What was built is a file; the next one begins. */
static void finish(struct writer *w, struct str path)
{
	if (w->buf.len)
		*arena_push(w->arena, w->files->files, w->files->count) =
			(struct draft_file){ path,
					     buf_copy(&w->buf, w->arena) };
	buf_reset(&w->buf);
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

static bool is_criterion(const struct attribute *attribute)
{
	return attribute->kind != ATTRIBUTE_FACT;
}

static void write_head(struct writer *w, struct str title, struct str date)
{
	const struct study *s = w->study;
	struct buf *buf = &w->buf;

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
	finish(w, STR("comparison.md"));
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

static void write_options(struct writer *w)
{
	const struct study *s = w->study;
	struct buf *buf = &w->buf;
	bool groups = false;

	for (size_t i = 0; i < s->option_count; i++)
		groups |= s->options[i].group.len > 0;
	buf_printf(buf, "id,name%s", groups ? ",group" : "");
	for (size_t j = 0; j < s->attribute_count; j++) {
		if (is_criterion(&s->attributes[j]))
			continue;
		buf_char(buf, ',');
		if (is_website(s, j))
			buf_text(buf, "website");
		else
			buf_csv(buf, fact_label(&s->attributes[j], w->arena),
				",;\t");
	}
	buf_char(buf, '\n');
	for (size_t i = 0; i < s->option_count; i++) {
		buf_printf(buf, "%.*s,", STR_ARG(s->options[i].id));
		buf_csv(buf, s->options[i].name, ",;\t");
		if (groups) {
			buf_char(buf, ',');
			buf_csv(buf, s->options[i].group, ",;\t");
		}
		for (size_t j = 0; j < s->attribute_count; j++)
			if (!is_criterion(&s->attributes[j]))
				put_fact(w, i, j);
		buf_char(buf, '\n');
	}
	finish(w, STR("options.csv"));
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
static void put_fact(struct writer *w, size_t option, size_t attribute)
{
	const struct study *s = w->study;
	const struct entry *e =
		w->first[option * s->attribute_count + attribute];
	struct buf fact = { 0 };

	for (; e; e = w->next[e - s->entries]) {
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
	buf_char(&w->buf, ',');
	buf_csv(&w->buf, buf_str(&fact), ",;\t");
	buf_release(&fact);
}

static void write_criteria(struct writer *w)
{
	const struct study *s = w->study;
	struct criteria_columns has;

	if (!find_columns(s, &has))
		return;
	buf_printf(&w->buf, "id,title%s%s%s%s%s%s\n",
		   has.groups ? ",group" : "", has.weights ? ",weight" : "",
		   has.units ? ",unit" : "", has.measures ? ",better" : "",
		   has.bounds ? ",best,worst" : "",
		   has.questions ? ",question" : "");
	for (size_t j = 0; j < s->attribute_count; j++)
		if (is_criterion(&s->attributes[j]))
			write_criterion(w, &s->attributes[j], &has);
	finish(w, STR("criteria.csv"));
}

/* False: there are no criteria. */
static bool find_columns(const struct study *s, struct criteria_columns *has)
{
	bool any = false;

	*has = (struct criteria_columns){ 0 };
	for (size_t j = 0; j < s->attribute_count; j++) {
		const struct attribute *a = &s->attributes[j];

		if (!is_criterion(a))
			continue;
		any = true;
		has->weights |= !isnan(a->weight);
		has->groups |= a->group.len > 0;
		has->questions |= a->question.len || a->note.len;
		has->measures |= a->kind == ATTRIBUTE_MEASURE;
		has->bounds |= a->best != a->worst;
		has->units |= a->kind == ATTRIBUTE_MEASURE && a->head.unit.len;
	}
	return any;
}

static void write_criterion(struct writer *w, const struct attribute *a,
			    const struct criteria_columns *has)
{
	struct buf *buf = &w->buf;
	bool measured = a->kind == ATTRIBUTE_MEASURE;

	buf_raw(buf, a->id);
	put_cell(buf, a->head.title);
	if (has->groups)
		put_cell(buf, a->group);
	if (has->weights)
		put_cell(buf, isnan(a->weight)
				      ? STR("")
				      : table_number_text(a->weight, w->arena));
	if (has->units)
		put_cell(buf, measured ? a->head.unit : STR(""));
	if (has->measures)
		buf_text(buf, !measured				  ? ","
			      : a->head.better == DIRECTION_LOWER ? ",lower"
								  : ",higher");
	if (has->bounds && a->best != a->worst)
		buf_printf(buf, ",%g,%g", a->best, a->worst);
	else if (has->bounds)
		buf_text(buf, ",,");
	if (has->questions)
		put_cell(buf, a->question.len ? a->question : a->note);
	buf_char(buf, '\n');
}

/* Not the first of its row. */
static void put_cell(struct buf *to, struct str text)
{
	buf_char(to, ',');
	buf_csv(to, text, ",;\t");
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
		    w->first[entry->option * s->attribute_count +
			     entry->attribute] != entry ||
		    (entry->cell->kind != CELL_EMPTY &&
		     !entry_is_score(s, entry)))
			return false;
	}
	return true;
}

static void write_by_option(struct writer *w)
{
	const struct study *s = w->study;
	struct buf *buf = &w->buf;
	bool any = false;

	buf_text(buf, "option");
	for (size_t j = 0; j < s->attribute_count; j++)
		if (is_criterion(&s->attributes[j])) {
			any = true;
			buf_printf(buf, ",%.*s", STR_ARG(s->attributes[j].id));
		}
	buf_char(buf, '\n');
	for (size_t i = 0; i < s->option_count; i++) {
		buf_raw(buf, s->options[i].id);
		for (size_t j = 0; j < s->attribute_count; j++) {
			const struct entry *entry =
				w->first[i * s->attribute_count + j];

			if (!is_criterion(&s->attributes[j]))
				continue;
			buf_char(buf, ',');
			if (entry)
				put_score(buf, w, entry);
		}
		buf_char(buf, '\n');
	}
	if (!any)
		buf_reset(buf);
	finish(w, STR("scores.csv"));
}

/* A row a score, with the columns that any of them needs. */
static void write_long(struct writer *w)
{
	const struct study *s = w->study;
	struct row *rows = arena_array(w->arena, struct row, s->entry_count);
	bool has[ROW_PARTS] = { false };

	for (size_t e = 0; e < s->entry_count; e++) {
		rows[e] = row_of(w, &s->entries[e]);
		for (size_t k = 0; k < ROW_PARTS; k++)
			has[k] |= rows[e].parts[k].len > 0;
	}
	buf_text(&w->buf, "criterion,option,score");
	for (size_t k = 0; k < ROW_PARTS; k++)
		if (has[k])
			buf_printf(&w->buf, ",%s", ROW_COLUMNS[k]);
	buf_char(&w->buf, '\n');
	for (size_t e = 0; e < s->entry_count; e++)
		if (rows[e].is_told)
			write_row(w, &s->entries[e], &rows[e], has);
	finish(w, STR("scores.csv"));
}

/* What stands behind a score; nothing of what is but a fact. */
static struct row row_of(struct writer *w, const struct entry *entry)
{
	struct row row = { 0 };
	bool is_score = entry_is_score(w->study, entry);

	if (!is_criterion(&w->study->attributes[entry->attribute]))
		return row;
	row.parts[ROW_NOTE] = note_of(w, entry);
	row.is_told = is_score || row.parts[ROW_NOTE].len;
	if (!row.is_told)
		return row;
	row.parts[ROW_JUDGE] = entry->judge;
	row.parts[ROW_CONFIDENCE] = confidence_of(entry->confidence);
	row.parts[ROW_SOURCE] = source_id(w, entry->source);
	if (is_day(entry->date))
		row.parts[ROW_DATE] = entry->date;
	return row;
}

static void write_row(struct writer *w, const struct entry *entry,
		      const struct row *row, const bool *has)
{
	const struct study *s = w->study;

	buf_printf(&w->buf, "%.*s,%.*s,",
		   STR_ARG(s->attributes[entry->attribute].id),
		   STR_ARG(s->options[entry->option].id));
	put_score(&w->buf, w, entry);
	for (size_t k = 0; k < ROW_PARTS; k++) {
		if (!has[k])
			continue;
		buf_char(&w->buf, ',');
		buf_csv(&w->buf, row->parts[k], ",;\t");
	}
	buf_char(&w->buf, '\n');
}

static void put_score(struct buf *buf, const struct writer *w,
		      const struct entry *entry)
{
	if (entry_is_score(w->study, entry))
		buf_csv(buf, score_text(w, entry), ",;\t");
}

static struct str score_text(const struct writer *w, const struct entry *entry)
{
	const struct cell *cell = entry->cell;

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

static struct str source_id(struct writer *w, struct str source)
{
	struct str id, tried;
	size_t number = 2, count = w->source_count;

	if (!source.len)
		return STR("");
	for (size_t i = 0; i < w->source_count; i++)
		if (str_equals(w->sources[i], source))
			return w->source_ids[i];
	id = slug_of(source_words(source, w->arena), w->arena);
	if (!id.len)
		id = STR("source");
	tried = id;
	for (size_t i = 0; i < w->source_count; i++)
		if (str_equals(w->source_ids[i], tried)) {
			tried = arena_printf(w->arena, "%.*s-%zu", STR_ARG(id),
					     number++);
			i = (size_t)-1;
		}
	*arena_push(w->arena, w->sources, count) = source;
	*arena_push(w->arena, w->source_ids, w->source_count) = tried;
	return tried;
}

/* Of an address the host, its points parting words; else the text. */
static struct str source_words(struct str source, struct arena *arena)
{
	struct str host = source;
	char *words;

	if (!address_is_quotable(source))
		return source;
	host = str_from_byte(host, str_find_str(host, STR("://")) + 3);
	host = str_slice(host, 0, str_find(host, '/'));
	words = (char *)arena_str(arena, host).ptr;
	for (size_t i = 0; i < host.len; i++)
		if (words[i] == '.')
			words[i] = '-';
	return (struct str){ words, host.len };
}

static void write_sources(struct writer *w)
{
	for (size_t i = 0; i < w->source_count; i++) {
		struct str source = w->sources[i];

		buf_json(&w->buf, w->source_ids[i]);
		buf_text(&w->buf, ":\n  title: ");
		buf_json(&w->buf, name_cut(source, w->arena));
		if (address_is_quotable(source) &&
		    str_char_count(source) <= SCHEMA_TEXT_MOST) {
			buf_text(&w->buf, "\n  url: ");
			buf_json(&w->buf, source);
		}
		buf_char(&w->buf, '\n');
	}
	finish(w, STR("sources.yaml"));
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
	if (w->buf.len)
		study_todo(w->study,
			   "unplaced.md is not part of the site: move "
			   "what matters");
	finish(w, STR("unplaced.md"));
}

/* Where its columns are the options: tables/NAME.csv. */
static bool write_table(struct writer *w, const struct grid *grid)
{
	const struct study *s = w->study;
	struct str id = slug_of(grid->name, w->arena);
	size_t found = 0;

	if (grid->row_count < 2 || grid->column_count != s->option_count + 1)
		return false;
	for (size_t k = 1; k < grid->column_count; k++)
		found += study_option_find(s, grid_cell(grid, 0, k)->text) <
			 s->option_count;
	if (found < s->option_count)
		return false;
	for (size_t i = 0; i < grid->row_count; i++) {
		buf_csv(&w->buf, grid_cell(grid, i, 0)->text, ",;\t");
		for (size_t k = 1; k < grid->column_count; k++) {
			struct str text = grid_cell(grid, i, k)->text;
			struct buf prose = { 0 };

			buf_char(&w->buf, ',');
			if (i)
				write_value(&prose, text);
			else
				buf_raw(&prose,
					s->options[study_option_find(s, text)]
						.id);
			buf_csv(&w->buf, buf_str(&prose), ",;\t");
			buf_release(&prose);
		}
		buf_char(&w->buf, '\n');
	}
	workbook_remark(s->book, "the sheet \"%.*s\" is tables/%.*s.csv",
			STR_ARG(grid->name), STR_ARG(id));
	finish(w, arena_printf(w->arena, "tables/%.*s.csv", STR_ARG(id)));
	return true;
}

/* A `;` would part two values of a cell. */
static void write_value(struct buf *buf, struct str text)
{
	while (text.ptr) {
		write_prose(buf, str_cut(&text, ';'));
		buf_text(buf, text.ptr ? "\\;" : "");
	}
}

static void write_markdown(struct writer *w, const struct grid *grid)
{
	struct buf *buf = &w->buf;

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
			write_prose(buf, grid_cell(grid, i, k)->text);
		}
		buf_text(buf, " |\n");
		for (size_t k = 0; !i && k < grid->column_count; k++)
			buf_text(buf, k + 1 == grid->column_count ? "| --- |\n"
								  : "| --- ");
	}
}
