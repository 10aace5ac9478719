#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/slug.h"
#include "import/draft.h"
#include "import/notes.h"
#include "import/wording.h"
#include "read/schema.h"
#include "read/text.h"

struct writer {
	struct diags *diags;
	const struct draft *draft;
	struct arena *arena;
	const char *dir; /* beside its place, until it is whole */
	struct buf buf;
	struct str source; /* the article's id in sources.yaml */
	struct str *files;
	size_t file_count;
	bool ok;
};

static bool make_dirs(struct diags *diags, const char *path,
		      struct arena *arena);
static void make_dir(struct writer *w, const char *name);
static void finish(struct writer *w, struct str name);
static void remove_all(struct writer *w);
static void yaml_text(struct buf *buf, const char *key, struct str words);
static void yaml_bounded(struct buf *buf, const char *key, struct str words,
			 size_t most);
static void yaml_quoted(struct buf *buf, struct str words);
static void yaml_list(struct buf *buf, const char *key, const struct str *items,
		      size_t count, bool lines);
static void write_head(struct writer *w);
static void write_scoring(struct writer *w);
static void write_options(struct writer *w);
static void write_facts(struct writer *w, const struct draft_option *option);
static void write_uses(struct writer *w, const struct draft_option *option);
static void write_criteria(struct writer *w);
static struct str option_heading(const struct draft *draft, size_t i);
static void write_scores(struct writer *w);
static const char *answer_text(double share);
static void csv_quoted(struct buf *buf, struct str words);
static void write_tables(struct writer *w);
static void table_cell(struct buf *buf, struct str cell);
static void write_sources(struct writer *w);
static void write_notes(struct writer *w);
static void write_source(struct writer *w, struct str id, struct str title,
			 struct str url);
static struct str source_id(struct writer *w, struct str url, struct str *bases,
			    const struct str *taken, size_t taken_count);
static bool is_taken(struct str id, const struct str *taken, size_t count);
static bool is_note(struct writer *w, struct str id);
static void write_sheet(struct writer *w, const char *name,
			const struct sheet *sheet, bool front_matter);
static void write_report(struct writer *w);
static bool write_site(struct writer *w, const char *content);

bool draft_write(struct diags *diags, const struct draft *draft,
		 const char *content)
{
	struct arena *arena = draft->article->arena;
	struct str slug = draft_slug(draft);
	const char *place = path_join(content, slug, arena);
	struct writer w = {
		.diags = diags, .draft = draft, .arena = arena, .ok = true
	};

	if (access(place, F_OK) == 0) {
		diag_error(diags, (struct place){ .file = place },
			   "there is something of that name already: nothing "
			   "was written");
		diag_hint(diags, "import into another folder with -o, or move "
				 "it away");
		return false;
	}
	if (!make_dirs(diags, content, arena))
		return false;
	w.dir = arena_printf(arena, "%s/.%.*s.paragone-%ld", content,
			     STR_ARG(slug), (long)getpid())
			.ptr;
	make_dir(&w, NULL);
	write_sources(&w);
	write_head(&w);
	write_options(&w);
	write_criteria(&w);
	write_scores(&w);
	write_tables(&w);
	write_sheet(&w, "guide.md", &draft->guide, true);
	write_sheet(&w, "faq.md", &draft->faq, true);
	write_sheet(&w, "unplaced.md", &draft->unplaced, false);
	write_report(&w);
	if (w.ok && rename(w.dir, place) != 0)
		w.ok = diag_system(diags, place, "cannot be written");
	if (!w.ok)
		remove_all(&w);
	w.ok = w.ok && write_site(&w, content);
	buf_release(&w.buf);
	return w.ok;
}

static bool make_dirs(struct diags *diags, const char *path,
		      struct arena *arena)
{
	struct str dir = path_dir(str_from(path));

	if (file_is_dir(path))
		return true;
	if (dir.len && dir.len < strlen(path) &&
	    !make_dirs(diags, arena_str(arena, dir).ptr, arena))
		return false;
	return mkdir(path, 0777) == 0 || errno == EEXIST ||
	       diag_system(diags, path, "cannot be made");
}

static void make_dir(struct writer *w, const char *name)
{
	const char *path =
		name ? path_join(w->dir, str_from(name), w->arena) : w->dir;

	if (w->ok && mkdir(path, 0777) != 0)
		w->ok = diag_system(w->diags, path, "cannot be made");
}

/* Writes what was built to the file, and begins anew. */
static void finish(struct writer *w, struct str name)
{
	const char *path = path_join(w->dir, name, w->arena);

	if (w->ok && w->buf.len > TEXT_LIMIT && str_ends(name, ".md")) {
		w->ok = diag_error(
			w->diags,
			(struct place){ .file = w->draft->article->path },
			"%.*s would have %zu bytes; at most %d are "
			"read",
			STR_ARG(name), w->buf.len, TEXT_LIMIT);
		diag_hint(w->diags, "import a part of the article");
	}
	if (w->ok) {
		*arena_push(w->arena, w->files, w->file_count) = str_from(path);
		if (!file_write(path, buf_str(&w->buf)))
			w->ok = diag_system(w->diags, path,
					    "cannot be written");
	}
	buf_reset(&w->buf);
}

static void remove_all(struct writer *w)
{
	static const char *const DIRS[] = { "options", "criteria", "tables" };

	for (size_t i = 0; i < w->file_count; i++)
		unlink(w->files[i].ptr);
	for (size_t i = 0; i < sizeof(DIRS) / sizeof(*DIRS); i++)
		rmdir(path_join(w->dir, str_from(DIRS[i]), w->arena));
	rmdir(w->dir);
}

static void yaml_text(struct buf *buf, const char *key, struct str words)
{
	if (!words.len)
		return;
	buf_printf(buf, "%s: ", key);
	yaml_quoted(buf, words);
	buf_char(buf, '\n');
}

/* A text that the reader bounds: so many characters, the last of them "…". */
static void yaml_bounded(struct buf *buf, const char *key, struct str words,
			 size_t most)
{
	size_t count = 0, end = 0, last = 0;
	struct buf cut = { 0 };

	while (end < words.len && count < most) {
		last = end;
		str_char_next(words, &end);
		count++;
	}
	if (end < words.len) {
		buf_raw(&cut, str_slice(words, 0, last));
		buf_text(&cut, "\u2026");
		words = buf_str(&cut);
	}
	yaml_text(buf, key, words);
	buf_release(&cut);
}

/* What was squeezed to one line needs no escapes but these. */
static void yaml_quoted(struct buf *buf, struct str words)
{
	buf_char(buf, '"');
	for (size_t i = 0; i < words.len; i++) {
		char c = words.ptr[i];

		if (c == '"' || c == '\\')
			buf_char(buf, '\\');
		buf_char(buf, c == '\n' || c == '\t' || c == '\r' ? ' ' : c);
	}
	buf_char(buf, '"');
}

static void yaml_list(struct buf *buf, const char *key, const struct str *items,
		      size_t count, bool lines)
{
	if (!count)
		return;
	buf_printf(buf, lines ? "%s:\n" : "%s: [", key);
	for (size_t i = 0; i < count; i++) {
		buf_text(buf, lines ? "  - " : i ? ", " : "");
		yaml_quoted(buf, items[i]);
		if (lines)
			buf_char(buf, '\n');
	}
	if (!lines)
		buf_text(buf, "]\n");
}

static void write_head(struct writer *w)
{
	const struct draft *d = w->draft;
	const struct article *a = d->article;
	struct str updated = wording_date(a->updated, w->arena);

	buf_text(&w->buf, "---\n");
	yaml_bounded(&w->buf, "title", d->title, SCHEMA_NAME_MOST);
	yaml_bounded(&w->buf, "summary", d->summary, SCHEMA_TEXT_MOST);
	buf_printf(&w->buf, "date: %.*s\n", STR_ARG(d->date));
	if (updated.len && str_compare(updated, d->date) > 0)
		buf_printf(&w->buf, "updated: %.*s\n", STR_ARG(updated));
	yaml_list(&w->buf, "authors", a->authors, a->author_count, false);
	yaml_list(&w->buf, "tags", a->tags, a->tag_count, false);
	if (wording_is_address(a->canonical))
		yaml_text(&w->buf, "canonical", a->canonical);
	yaml_text(&w->buf, "disclosure",
		  wording_escaped(d->disclosure, w->arena));
	yaml_list(&w->buf, "options", d->names.id, d->names.count, false);
	buf_text(&w->buf, "draft: yes\n");
	if (d->scored)
		write_scoring(w);
	buf_text(&w->buf, "---\n");
	buf_raw(&w->buf, buf_str(&d->intro.text));
	finish(w, STR("comparison.md"));
}

static void write_scoring(struct writer *w)
{
	buf_text(&w->buf, "scoring:\n  method: ");
	buf_text(&w->buf, w->draft->most > 1 ? "weighted-sum" : "points");
	buf_text(&w->buf, "\n  scale: [0, ");
	buf_number(&w->buf, w->draft->most, 2);
	buf_text(&w->buf, "]\n");
}

static void write_options(struct writer *w)
{
	const struct draft *d = w->draft;

	make_dir(w, "options");
	for (size_t i = 0; i < d->names.count; i++) {
		const struct draft_option *o = &d->options[i];

		buf_text(&w->buf, "---\n");
		yaml_text(&w->buf, "name", d->names.name[i]);
		yaml_text(&w->buf, "website", o->website);
		write_facts(w, o);
		yaml_list(&w->buf, "features", o->features.items,
			  o->features.count, true);
		yaml_list(&w->buf, "pros", o->pros.items, o->pros.count, true);
		yaml_list(&w->buf, "cons", o->cons.items, o->cons.count, true);
		yaml_list(&w->buf, "best_for", o->best_for.items,
			  o->best_for.count, true);
		write_uses(w, o);
		buf_text(&w->buf, "---\n");
		buf_raw(&w->buf, buf_str(&o->body.text));
		finish(w, arena_printf(w->arena, "options/%.*s.md",
				       STR_ARG(d->names.id[i])));
	}
}

static void write_facts(struct writer *w, const struct draft_option *option)
{
	if (option->fact_count)
		buf_text(&w->buf, "facts:\n");
	for (size_t i = 0; i < option->fact_count; i++) {
		buf_text(&w->buf, "  ");
		yaml_quoted(&w->buf, option->facts[i].label);
		buf_text(&w->buf, ": ");
		yaml_quoted(&w->buf, option->facts[i].value);
		buf_char(&w->buf, '\n');
	}
}

/* What for is plain words: a mark in them is no Markdown. */
static void write_uses(struct writer *w, const struct draft_option *option)
{
	if (option->use_count)
		buf_text(&w->buf, "used_by:\n");
	for (size_t i = 0; i < option->use_count; i++) {
		const struct use_text *use = &option->uses[i];

		yaml_bounded(&w->buf, "  - organisation", use->organisation,
			     SCHEMA_NAME_MOST);
		yaml_text(&w->buf, "    for",
			  wording_escaped(use->purpose, w->arena));
	}
}

static void write_criteria(struct writer *w)
{
	const struct draft *d = w->draft;

	if (d->criterion_count)
		make_dir(w, "criteria");
	for (size_t j = 0; j < d->criterion_count; j++) {
		const struct draft_criterion *c = &d->criteria[j];

		buf_text(&w->buf, "---\n");
		yaml_bounded(&w->buf, "title", c->title, SCHEMA_NAME_MOST);
		if (!isnan(c->weight)) {
			buf_text(&w->buf, "weight: ");
			buf_number(&w->buf, c->weight, 4);
			buf_char(&w->buf, '\n');
		}
		if (c->unit.len) {
			buf_text(&w->buf, "measure:\n");
			yaml_text(&w->buf, "  unit", c->unit);
			buf_printf(&w->buf, "  better: %s\n",
				   c->lower ? "lower" : "higher");
		}
		buf_text(&w->buf, "---\n");
		buf_raw(&w->buf, buf_str(&c->body.text));
		for (size_t i = 0; i < d->names.count; i++) {
			if (!c->parts[i].text.len)
				continue;
			buf_printf(&w->buf, "\n## %.*s\n",
				   STR_ARG(option_heading(d, i)));
			buf_raw(&w->buf, buf_str(&c->parts[i].text));
		}
		if (c->verdict.text.len) {
			buf_text(&w->buf, "\n## Verdict\n\n");
			buf_raw(&w->buf, buf_str(&c->verdict.text));
		}
		finish(w, ARENA_JOIN(w->arena, STR("criteria/"), c->file));
	}
}

/* Its name, or its id where Markdown might take the name for more. */
static struct str option_heading(const struct draft *draft, size_t i)
{
	struct str name = draft->names.name[i];

	for (size_t k = 0; k < name.len; k++)
		if (!wording_in_word(name, k) && !strchr(" .-", name.ptr[k]))
			return draft->names.id[i];
	return str_find(name, '#') < name.len ? draft->names.id[i] : name;
}

static void write_scores(struct writer *w)
{
	const struct draft *d = w->draft;

	if (!d->scored)
		return;
	buf_text(&w->buf, "criterion,option,score,source,note\n");
	for (size_t j = 0; j < d->criterion_count; j++) {
		const struct draft_criterion *c = &d->criteria[j];

		for (size_t i = 0; c->scored && i < d->names.count; i++) {
			if ((!d->tallied || c->answered || c->unit.len) &&
			    !c->rated[i])
				continue;
			buf_printf(&w->buf, "%.*s,%.*s,", STR_ARG(c->id),
				   STR_ARG(d->names.id[i]));
			if (c->answered)
				buf_text(&w->buf, answer_text(c->points[i]));
			else
				buf_number(&w->buf, c->points[i],
					   c->unit.len ? 9 : 2);
			buf_printf(&w->buf, ",%.*s,", STR_ARG(w->source));
			csv_quoted(&w->buf, c->note);
			buf_char(&w->buf, '\n');
		}
	}
	finish(w, STR("scores.csv"));
}

static const char *answer_text(double share)
{
	return share > 0.75 ? "yes" : share > 0.25 ? "partial" : "no";
}

static void csv_quoted(struct buf *buf, struct str words)
{
	buf_char(buf, '"');
	for (size_t i = 0; i < words.len; i++) {
		if (words.ptr[i] == '"')
			buf_char(buf, '"');
		buf_char(buf, words.ptr[i]);
	}
	buf_char(buf, '"');
}

static void write_tables(struct writer *w)
{
	const struct draft *d = w->draft;

	if (d->table_count)
		make_dir(w, "tables");
	for (size_t t = 0; t < d->table_count; t++) {
		const struct draft_table *table = &d->tables[t];
		const struct block *b = table->block;
		size_t rows = table->turned ? b->column_count : b->row_count;
		size_t across = table->turned ? 1 : b->column_count;
		size_t down = table->turned ? b->column_count : 1;

		buf_text(&w->buf, "---\n");
		yaml_bounded(&w->buf, "title", table->title, SCHEMA_NAME_MOST);
		buf_text(&w->buf, "---\n");
		for (size_t r = 0; r < rows; r++) {
			table_cell(&w->buf, b->cells[r * across]);
			for (size_t i = 0; i < d->names.count; i++)
				if (r)
					table_cell(&w->buf,
						   b->cells[r * across +
							    table->columns[i] *
								    down]);
				else
					table_cell(&w->buf, d->names.id[i]);
			buf_text(&w->buf, "|\n");
			for (size_t i = 0; !r && i <= d->names.count; i++)
				buf_text(&w->buf, "| --- ");
			if (!r)
				buf_text(&w->buf, "|\n");
		}
		finish(w, arena_printf(w->arena, "tables/%.*s.md",
				       STR_ARG(table->id)));
	}
}

/* A ";" would part values, and "|" cells. */
static void table_cell(struct buf *buf, struct str cell)
{
	buf_text(buf, "| ");
	for (size_t i = 0; i < cell.len; i++) {
		bool escaped = i && cell.ptr[i - 1] == '\\';

		if ((cell.ptr[i] == '|' || cell.ptr[i] == ';') && !escaped)
			buf_char(buf, '\\');
		buf_char(buf, cell.ptr[i]);
	}
	buf_char(buf, ' ');
}

/* The article first, then what it links to. */
static void write_sources(struct writer *w)
{
	const struct draft *d = w->draft;
	const struct article *a = d->article;
	struct str *taken =
		arena_array(w->arena, struct str, a->link_count + 1);
	struct str *bases =
		arena_array(w->arena, struct str, a->link_count + 1);
	size_t count = 0;
	bool known = wording_is_address(a->canonical);

	w->source =
		source_id(w, known ? a->canonical : STR(""), bases, taken, 0);
	taken[count++] = w->source;
	write_source(w, w->source, d->title, known ? a->canonical : STR(""));
	if (a->author_count)
		yaml_bounded(&w->buf, "  author", a->authors[0],
			     SCHEMA_NAME_MOST);
	if (!d->date_is_guess)
		buf_printf(&w->buf, "  date: %.*s\n", STR_ARG(d->date));
	write_notes(w);
	for (size_t i = 0; i < a->link_count; i++) {
		const struct link *link = &a->links[i];

		if ((known && str_equals(link->url, a->canonical)) ||
		    link->noted)
			continue;
		taken[count] = source_id(w, link->url, bases, taken, count);
		write_source(w, taken[count],
			     link->text.len ? link->text : link->url,
			     link->url);
		count++;
	}
	finish(w, STR("sources.yaml"));
}

static void write_notes(struct writer *w)
{
	const struct article *a = w->draft->article;

	for (size_t b = 0; b < a->block_count; b++) {
		const struct block *block = &a->blocks[b];

		if (block->note.len)
			write_source(w, notes_id(block->note, w->arena),
				     block->plain, block->url);
	}
}

static void write_source(struct writer *w, struct str id, struct str title,
			 struct str url)
{
	/* Quoted: an id such as 404 or no is text. */
	yaml_quoted(&w->buf, id);
	buf_text(&w->buf, ":\n");
	yaml_bounded(&w->buf, "  title", title, SCHEMA_NAME_MOST);
	yaml_text(&w->buf, "  url", url);
}

/* The host's name; of the article, its file's where it has no address. */
static struct str source_id(struct writer *w, struct str url, struct str *bases,
			    const struct str *taken, size_t taken_count)
{
	struct str host = str_from_byte(url, str_find(url, ':') + 3), id;
	size_t number = 1;

	host.len = str_find(host, '/');
	if (str_starts(host, "www."))
		host = str_from_byte(host, 4);
	for (size_t i = host.len; i-- > 0;)
		if (host.ptr[i] == '.') {
			host.len = i;
			break;
		}
	if (!url.len)
		host = path_stem(path_base(str_from(w->draft->article->path)));
	host = arena_str(w->arena, host);
	for (size_t i = 0; i < host.len; i++)
		if (host.ptr[i] == '.')
			((char *)host.ptr)[i] = '-';
	id = slug_of(host, w->arena);
	if (!id.len)
		id = STR("source");
	for (size_t i = 0; i < taken_count; i++)
		number += str_equals(bases[i], id);
	bases[taken_count] = id;
	while (number > 1 || is_taken(id, taken, taken_count) ||
	       is_note(w, id)) {
		struct str numbered =
			arena_printf(w->arena, "%.*s-%zu", STR_ARG(id), number);

		if (number > 1 && !is_taken(numbered, taken, taken_count) &&
		    !is_note(w, numbered))
			return numbered;
		number++;
	}
	return id;
}

static bool is_taken(struct str id, const struct str *taken, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equals(taken[i], id))
			return true;
	return false;
}

static bool is_note(struct writer *w, struct str id)
{
	const struct article *a = w->draft->article;

	for (size_t b = 0; b < a->block_count; b++)
		if (a->blocks[b].note.len &&
		    str_equals(notes_id(a->blocks[b].note, w->arena), id))
			return true;
	return false;
}

static void write_sheet(struct writer *w, const char *name,
			const struct sheet *sheet, bool front_matter)
{
	if (!sheet->text.len)
		return;
	if (front_matter)
		buf_text(&w->buf, "---\n---\n");
	buf_raw(&w->buf, buf_str(&sheet->text));
	finish(w, str_from(name));
}

static void write_report(struct writer *w)
{
	draft_report(w->draft, &w->buf);
	finish(w, STR("import-report.txt"));
}

static bool write_site(struct writer *w, const char *content)
{
	const char *path = path_join(content, STR("site.yaml"), w->arena);

	if (access(path, F_OK) == 0)
		return true;
	return file_write(
		       path,
		       STR("title: Comparisons\ntagline: Options, criterion by "
			   "criterion.\n")) ||
	       diag_system(w->diags, path, "cannot be written");
}
