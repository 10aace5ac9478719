#include <errno.h>
#include <math.h>
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
	struct str *ids;   /* that sources have, and what they are made of */
	struct str *bases;
	size_t id_count;
	struct str *files;
	size_t file_count;
	bool ok;
};

const char *const DRAFT_LISTS[LISTS] = { "features", "pros", "cons",
					 "best_for" };

static bool make_dirs(struct diags *diags, const char *path,
		      struct arena *arena);
static void make_dir(struct writer *w, const char *name);
static void remove_all(struct writer *w);
static void finish(struct writer *w, struct str name);
static void put_text(struct writer *w, const char *key, struct str words,
		     size_t most);
static void put_address(struct writer *w, const char *key, struct str url);
static void put_list(struct writer *w, const char *key, const struct str *items,
		     size_t count);
static void write_head(struct writer *w);
static void write_options(struct writer *w);
static void write_criterion(struct writer *w, const struct draft_criterion *c);
static struct str option_heading(const struct draft *draft, size_t i);
static void write_scores(struct writer *w);
static void write_score(struct writer *w, const struct draft_criterion *c,
			size_t i);
static void write_tables(struct writer *w);
static void write_sources(struct writer *w);
static void write_source(struct writer *w, struct str id, struct str title,
			 struct str url);
static struct str source_id(struct writer *w, struct str url);
static bool is_taken(const struct writer *w, struct str id);
static void add_id(struct writer *w, struct str id, struct str base);
static void write_sheet(struct writer *w, const struct sheet *sheet,
			const char *head);
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
	make_dir(&w, "");
	write_sources(&w);
	write_head(&w);
	write_options(&w);
	if (draft->criterion_count)
		make_dir(&w, "criteria");
	for (size_t j = 0; j < draft->criterion_count; j++)
		write_criterion(&w, &draft->criteria[j]);
	write_scores(&w);
	write_tables(&w);
	write_sheet(&w, &draft->guide, "---\n---\n");
	write_sheet(&w, &draft->faq, "---\n---\n");
	write_sheet(&w, &draft->unplaced, "");
	draft_report(draft, &w.buf);
	finish(&w, STR("import-report.txt"));
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
	const char *path = path_join(w->dir, str_from(name), w->arena);

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

/* A text that the reader bounds: so many characters, the last of them "…". */
static void put_text(struct writer *w, const char *key, struct str words,
		     size_t most)
{
	size_t count = 0, end = 0, last = 0;

	while (end < words.len && count++ < most) {
		last = end;
		str_char_next(words, &end);
	}
	if (end < words.len)
		words = ARENA_JOIN(w->arena, str_slice(words, 0, last),
				   STR("…"));
	if (!words.len)
		return;
	buf_text(&w->buf, key);
	buf_json(&w->buf, words);
	buf_char(&w->buf, '\n');
}

/* What is longer than the reader takes leads nowhere when it is cut. */
static void put_address(struct writer *w, const char *key, struct str url)
{
	if (wording_is_address(url) && str_char_count(url) <= SCHEMA_TEXT_MOST)
		put_text(w, key, url, SCHEMA_TEXT_MOST);
}

static void put_list(struct writer *w, const char *key, const struct str *items,
		     size_t count)
{
	if (count)
		buf_printf(&w->buf, "%s:\n", key);
	for (size_t i = 0; i < count && i < SCHEMA_TEXTS_MOST; i++)
		put_text(w, "  - ", items[i], SCHEMA_NAME_MOST);
}

static void write_head(struct writer *w)
{
	const struct draft *d = w->draft;
	const struct article *a = d->article;
	struct buf *buf = &w->buf;

	buf_text(buf, "---\n");
	put_text(w, "title: ", d->title, SCHEMA_NAME_MOST);
	put_text(w, "summary: ", d->summary, SCHEMA_TEXT_MOST);
	buf_printf(buf, "date: %.*s\n", STR_ARG(d->date));
	if (a->updated.len && str_compare(a->updated, d->date) > 0)
		buf_printf(buf, "updated: %.*s\n", STR_ARG(a->updated));
	put_list(w, "authors", a->authors, a->author_count);
	put_list(w, "tags", a->tags, a->tag_count);
	put_address(w, "canonical: ", a->canonical);
	buf_text(buf, "options: [");
	for (size_t i = 0; i < d->names.count; i++)
		buf_printf(buf, "%s\"%.*s\"", i ? ", " : "",
			   STR_ARG(d->names.id[i]));
	buf_text(buf, "]\ndraft: yes\n");
	if (d->scored) {
		buf_printf(buf, "scoring:\n  method: %s\n  scale: [0, ",
			   d->most > 1 ? "weighted-sum" : "points");
		buf_number(buf, d->most, 2);
		buf_text(buf, "]\n");
	}
	buf_text(buf, "---\n");
	buf_raw(buf, buf_str(&d->intro.text));
	finish(w, d->intro.path);
}

static void write_options(struct writer *w)
{
	const struct draft *d = w->draft;

	make_dir(w, "options");
	for (size_t i = 0; i < d->names.count; i++) {
		const struct draft_option *o = &d->options[i];

		buf_text(&w->buf, "---\n");
		put_text(w, "name: ", d->names.name[i], SCHEMA_NAME_MOST);
		for (size_t k = 0; k < LISTS; k++) {
			const struct list *list = &o->lists[k];

			if (list->count)
				buf_printf(&w->buf, "%s:\n", DRAFT_LISTS[k]);
			for (size_t n = 0; n < list->count; n++)
				put_text(w, "  - ", list->items[n],
					 list->items[n].len);
		}
		buf_text(&w->buf, "---\n");
		buf_raw(&w->buf, buf_str(&o->body.text));
		finish(w, o->body.path);
	}
}

static void write_criterion(struct writer *w, const struct draft_criterion *c)
{
	struct buf *buf = &w->buf;

	buf_text(buf, "---\n");
	put_text(w, "title: ", c->title, SCHEMA_NAME_MOST);
	if (!isnan(c->weight)) {
		buf_text(buf, "weight: ");
		buf_number(buf, c->weight, 4);
		buf_char(buf, '\n');
	}
	if (c->unit.len) {
		buf_text(buf, "measure:\n");
		put_text(w, "  unit: ", c->unit, SCHEMA_NAME_MOST);
		buf_printf(buf, "  better: %s\n",
			   c->lower ? "lower" : "higher");
	}
	buf_text(buf, "---\n");
	buf_raw(buf, buf_str(&c->body.text));
	for (size_t i = 0; i < w->draft->names.count; i++) {
		if (!c->parts[i].text.len)
			continue;
		buf_printf(buf, "\n## %.*s\n",
			   STR_ARG(option_heading(w->draft, i)));
		buf_raw(buf, buf_str(&c->parts[i].text));
	}
	if (c->verdict.text.len) {
		buf_text(buf, "\n## Verdict\n\n");
		buf_raw(buf, buf_str(&c->verdict.text));
	}
	finish(w, c->body.path);
}

/* Its name, or its id where Markdown might take the name for more. */
static struct str option_heading(const struct draft *draft, size_t i)
{
	struct str name = draft->names.name[i];
	bool plain = str_char_count(name) <= SCHEMA_NAME_MOST &&
		     str_find(name, '#') == name.len;

	for (size_t k = 0; k < name.len; k++)
		plain &= wording_in_word(name, k) ||
			 strchr(" .-", name.ptr[k]) != NULL;
	return plain ? name : draft->names.id[i];
}

static void write_scores(struct writer *w)
{
	const struct draft *d = w->draft;

	if (!d->scored)
		return;
	buf_text(&w->buf, "criterion,option,score,source,note\n");
	for (size_t j = 0; j < d->criterion_count; j++)
		for (size_t i = 0; i < d->names.count; i++)
			if (d->criteria[j].scored &&
			    !isnan(d->criteria[j].points[i]))
				write_score(w, &d->criteria[j], i);
	finish(w, STR("scores.csv"));
}

static void write_score(struct writer *w, const struct draft_criterion *c,
			size_t i)
{
	struct buf *buf = &w->buf;
	double points = c->points[i];

	buf_printf(buf, "%.*s,%.*s,", STR_ARG(c->id),
		   STR_ARG(w->draft->names.id[i]));
	if (c->answered)
		buf_text(buf, points > 0.75   ? "yes"
			      : points > 0.25 ? "partial"
					      : "no");
	else
		buf_number(buf, points, c->unit.len ? 9 : 2);
	buf_printf(buf, ",%.*s,\"", STR_ARG(w->source));
	for (size_t k = 0; k < c->note.len; k++) {
		if (c->note.ptr[k] == '"')
			buf_char(buf, '"');
		buf_char(buf, c->note.ptr[k]);
	}
	buf_text(buf, "\"\n");
}

static void write_tables(struct writer *w)
{
	const struct draft *d = w->draft;

	if (d->table_count)
		make_dir(w, "tables");
	for (size_t t = 0; t < d->table_count; t++) {
		buf_text(&w->buf, "---\n");
		put_text(w, "title: ", d->tables[t].title, SCHEMA_NAME_MOST);
		write_sheet(w, &d->tables[t].sheet, "---\n");
	}
}

/* The article first, then its notes, then what it links to. */
static void write_sources(struct writer *w)
{
	const struct draft *d = w->draft;
	const struct article *a = d->article;
	bool known = wording_is_address(a->canonical);

	for (size_t b = 0; b < a->block_count; b++)
		if (a->blocks[b].note.len)
			add_id(w, notes_id(a->blocks[b].note, w->arena),
			       STR(""));
	w->source = source_id(w, known ? a->canonical : STR(""));
	write_source(w, w->source, d->title, a->canonical);
	if (a->author_count)
		put_text(w, "  author: ", a->authors[0], SCHEMA_NAME_MOST);
	if (!d->date_is_guess)
		buf_printf(&w->buf, "  date: %.*s\n", STR_ARG(d->date));
	for (size_t b = 0; b < a->block_count; b++)
		if (a->blocks[b].note.len)
			write_source(w, notes_id(a->blocks[b].note, w->arena),
				     a->blocks[b].plain, a->blocks[b].url);
	for (size_t i = 0; i < a->link_count; i++) {
		const struct link *link = &a->links[i];

		if (!link->noted &&
		    !(known && str_equals(link->url, a->canonical)))
			write_source(w, source_id(w, link->url),
				     link->text.len ? link->text : link->url,
				     link->url);
	}
	finish(w, STR("sources.yaml"));
}

static void write_source(struct writer *w, struct str id, struct str title,
			 struct str url)
{
	/* Quoted: an id such as 404 or no is text. */
	buf_json(&w->buf, id);
	buf_text(&w->buf, ":\n");
	put_text(w, "  title: ", title, SCHEMA_NAME_MOST);
	put_address(w, "  url: ", url);
}

/* The host's name; of the article, its file's where it has no address. */
static struct str source_id(struct writer *w, struct str url)
{
	struct str host = str_from_byte(url, str_find(url, ':') + 3), id, tried;
	size_t number = 1;

	host.len = str_find(host, '/');
	if (str_starts(host, "www."))
		host = str_from_byte(host, 4);
	host = url.len ? path_stem(host)
		       : path_stem(
				 path_base(str_from(w->draft->article->path)));
	host = arena_str(w->arena, host);
	for (size_t i = 0; i < host.len; i++)
		if (host.ptr[i] == '.')
			((char *)host.ptr)[i] = '-';
	id = slug_of(host, w->arena);
	if (!id.len)
		id = STR("source");
	for (size_t i = 0; i < w->id_count; i++)
		number += str_equals(w->bases[i], id);
	tried = id;
	for (; number > 1 || is_taken(w, tried); number++) {
		tried = arena_printf(w->arena, "%.*s-%zu", STR_ARG(id), number);
		if (number > 1 && !is_taken(w, tried))
			break;
	}
	add_id(w, tried, id);
	return tried;
}

static bool is_taken(const struct writer *w, struct str id)
{
	for (size_t i = 0; i < w->id_count; i++)
		if (str_equals(w->ids[i], id))
			return true;
	return false;
}

static void add_id(struct writer *w, struct str id, struct str base)
{
	size_t count = w->id_count;

	*arena_push(w->arena, w->bases, count) = base;
	*arena_push(w->arena, w->ids, w->id_count) = id;
}

static void write_sheet(struct writer *w, const struct sheet *sheet,
			const char *head)
{
	if (!sheet->text.len)
		return;
	buf_text(&w->buf, head);
	buf_raw(&w->buf, buf_str(&sheet->text));
	finish(w, sheet->path);
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
