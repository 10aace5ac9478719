#include <math.h>

#include "base/address.h"
#include "base/file.h"
#include "base/slug.h"
#include "base/wording.h"
#include "import/draft.h"
#include "read/schema.h"
#include "read/text.h"

struct writer {
	struct diags *diags;
	const struct draft *draft;
	struct arena *arena;
	struct buf buf;
	struct str source; /* the article's id in sources.yaml */
	struct str *ids;   /* that sources have, and what they are made of */
	struct str *bases;
	size_t id_count;
	struct draft_file *files;
	size_t file_count;
	bool ok;
};

const char *const DRAFT_LISTS[LISTS] = { "features", "pros", "cons",
					 "best_for" };

static void finish(struct writer *w, struct str path);
static void put_text(struct writer *w, const char *key, struct str words,
		     size_t most);
static void put_address(struct writer *w, const char *key, struct str url);
static void put_list(struct writer *w, const char *key, const struct str *items,
		     size_t count, size_t most);
static void write_head(struct writer *w);
static void write_option(struct writer *w, size_t i);
static void write_criterion(struct writer *w, const struct draft_criterion *c);
static struct str option_heading(const struct draft *draft, size_t i);
static void write_scores(struct writer *w);
static void write_score(struct writer *w, const struct draft_criterion *c,
			size_t i);
static void write_sources(struct writer *w);
static void write_source(struct writer *w, struct str id, struct str title,
			 struct str url);
static struct str source_id(struct writer *w, struct str url);
static bool is_taken(const struct writer *w, struct str id);
static void write_sheet(struct writer *w, const struct sheet *sheet,
			const char *head);

bool draft_files(struct diags *diags, const struct draft *draft,
		 struct draft_file **files, size_t *count)
{
	struct writer w = { .diags = diags,
			    .draft = draft,
			    .arena = draft->article->arena,
			    .ok = true };

	write_sources(&w);
	write_head(&w);
	for (size_t i = 0; i < draft->names.count; i++)
		write_option(&w, i);
	for (size_t j = 0; j < draft->criterion_count; j++)
		write_criterion(&w, &draft->criteria[j]);
	write_scores(&w);
	for (size_t t = 0; t < draft->table_count; t++) {
		buf_text(&w.buf, "---\n");
		put_text(&w, "title: ", draft->tables[t].title,
			 SCHEMA_NAME_MOST);
		write_sheet(&w, &draft->tables[t].sheet, "---\n");
	}
	write_sheet(&w, &draft->guide, "---\n---\n");
	write_sheet(&w, &draft->faq, "---\n---\n");
	write_sheet(&w, &draft->unplaced, "");
	draft_report(draft, &w.buf);
	finish(&w, STR("import-report.txt"));
	buf_release(&w.buf);
	*files = w.files;
	*count = w.file_count;
	return w.ok;
}

/* What was built is a file; the next one begins. */
static void finish(struct writer *w, struct str path)
{
	if (w->ok && w->buf.len > TEXT_LIMIT && str_ends(path, ".md")) {
		w->ok = diag_error(
			w->diags,
			(struct place){ .file = w->draft->article->path },
			"%.*s would have %zu bytes; at most %d are read",
			STR_ARG(path), w->buf.len, TEXT_LIMIT);
		diag_hint(w->diags, "import a part of the article");
	}
	*arena_push(w->arena, w->files, w->file_count) =
		(struct draft_file){ path, buf_copy(&w->buf, w->arena) };
	buf_reset(&w->buf);
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
	if (address_is_quotable(url) && str_char_count(url) <= SCHEMA_TEXT_MOST)
		put_text(w, key, url, SCHEMA_TEXT_MOST);
}

static void put_list(struct writer *w, const char *key, const struct str *items,
		     size_t count, size_t most)
{
	if (count)
		buf_printf(&w->buf, "%s:\n", key);
	for (size_t i = 0; i < count; i++)
		put_text(w, "  - ", items[i], most);
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
	put_list(w, "authors", a->authors, a->author_count, SCHEMA_NAME_MOST);
	put_list(w, "tags", a->tags, a->tag_count, SCHEMA_NAME_MOST);
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

static void write_option(struct writer *w, size_t i)
{
	const struct draft_option *o = &w->draft->options[i];

	buf_text(&w->buf, "---\n");
	put_text(w, "name: ", w->draft->names.name[i], SCHEMA_NAME_MOST);
	for (size_t k = 0; k < LISTS; k++)
		put_list(w, DRAFT_LISTS[k], o->lists[k].items,
			 o->lists[k].count, TEXT_LIMIT);
	buf_text(&w->buf, "---\n");
	buf_raw(&w->buf, buf_str(&o->body.text));
	finish(w, o->body.path);
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
		put_text(w, "measure:\n  unit: ", c->unit, SCHEMA_NAME_MOST);
		buf_text(buf, c->lower ? "  better: lower\n" : "");
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

	buf_text(&w->buf, "criterion,option,score,source,note\n");
	for (size_t j = 0; j < d->criterion_count; j++)
		for (size_t i = 0; i < d->names.count; i++)
			if (d->criteria[j].scored &&
			    !isnan(d->criteria[j].points[i]))
				write_score(w, &d->criteria[j], i);
	if (d->scored)
		finish(w, STR("scores.csv"));
	buf_reset(&w->buf);
}

static void write_score(struct writer *w, const struct draft_criterion *c,
			size_t i)
{
	struct buf *buf = &w->buf;
	double points = c->points[i];
	struct str rest = c->note.len ? c->note : STR("");

	buf_printf(buf, "%.*s,%.*s,", STR_ARG(c->id),
		   STR_ARG(w->draft->names.id[i]));
	if (c->answered)
		buf_text(buf, points > 0.75   ? "yes"
			      : points > 0.25 ? "partial"
					      : "no");
	else
		buf_number(buf, points, c->unit.len ? 9 : 2);
	buf_printf(buf, ",%.*s,\"", STR_ARG(w->source));
	while (rest.ptr) {
		buf_raw(buf, str_cut(&rest, '"'));
		buf_text(buf, rest.ptr ? "\"\"" : "\"\n");
	}
}

/* The article first, then what it links to. */
static void write_sources(struct writer *w)
{
	const struct draft *d = w->draft;
	const struct article *a = d->article;
	bool known = address_is_quotable(a->canonical);

	w->source = source_id(w, known ? a->canonical : STR(""));
	write_source(w, w->source, d->title, a->canonical);
	if (a->author_count)
		put_text(w, "  author: ", a->authors[0], SCHEMA_NAME_MOST);
	if (!d->date_is_guess)
		buf_printf(&w->buf, "  date: %.*s\n", STR_ARG(d->date));
	for (size_t i = 0; i < a->link_count; i++) {
		const struct link *link = &a->links[i];

		if (!known || !str_equals(link->url, a->canonical))
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
	size_t number = 1, count = w->id_count;

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
	do
		tried = number > 1 ? arena_printf(w->arena, "%.*s-%zu",
						  STR_ARG(id), number)
				   : id;
	while (number++ && is_taken(w, tried));
	*arena_push(w->arena, w->bases, count) = id;
	*arena_push(w->arena, w->ids, w->id_count) = tried;
	return tried;
}

static bool is_taken(const struct writer *w, struct str id)
{
	for (size_t i = 0; i < w->id_count; i++)
		if (str_equals(w->ids[i], id))
			return true;
	return false;
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
