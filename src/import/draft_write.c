#include <math.h>

#include "base/address.h"
#include "base/file.h"
#include "base/wording.h"
#include "import/draft.h"
#include "read/schema.h"
#include "read/text.h"

const char *const DRAFT_LISTS[LISTS] = { "features", "pros", "cons",
					 "best_for" };

static void put_list(struct made *made, const char *key,
		     const struct str *items, size_t count, size_t most);
static void write_head(const struct draft *d, struct made *made);
static void write_option(const struct draft *d, struct made *made, size_t i);
static void write_criterion(const struct draft *d, struct made *made,
			    const struct draft_criterion *c);
static struct str option_heading(const struct draft *draft, size_t i);
static void write_scores(const struct draft *d, struct made *made);
static void write_score(const struct draft *d, struct made *made,
			const struct draft_criterion *c, size_t i);
static void write_sources(const struct draft *d, struct made *made);
static struct str source_id(struct made *made, struct str url);
static void write_sheet(struct made *made, const struct sheet *sheet,
			const char *head);

void draft_write(const struct draft *d, struct made *made)
{
	write_sources(d, made);
	write_head(d, made);
	for (size_t i = 0; i < d->names.count; i++)
		write_option(d, made, i);
	for (size_t j = 0; j < d->criterion_count; j++)
		write_criterion(d, made, &d->criteria[j]);
	if (d->scored)
		write_scores(d, made);
	for (size_t t = 0; t < d->table_count; t++) {
		buf_text(&made->buf, "---\n");
		made_text(made, "title: ", d->tables[t].title,
			  SCHEMA_NAME_MOST);
		write_sheet(made, &d->tables[t].sheet, "---\n");
	}
	write_sheet(made, &d->guide, "---\n---\n");
	write_sheet(made, &d->faq, "---\n---\n");
	write_sheet(made, &d->unplaced, "");
	draft_report(d, &made->buf);
	made_finish(made, STR("import-report.txt"));
	buf_release(&made->buf);
}

static void put_list(struct made *made, const char *key,
		     const struct str *items, size_t count, size_t most)
{
	if (count)
		buf_printf(&made->buf, "%s:\n", key);
	for (size_t i = 0; i < count; i++)
		made_text(made, "  - ", items[i], most);
}

static void write_head(const struct draft *d, struct made *made)
{
	const struct article *a = d->article;
	struct buf *buf = &made->buf;

	buf_text(buf, "---\n");
	made_text(made, "title: ", d->title, SCHEMA_NAME_MOST);
	made_text(made, "summary: ", d->summary, SCHEMA_TEXT_MOST);
	buf_printf(buf, "date: %.*s\n", STR_ARG(d->date));
	if (a->updated.len && str_compare(a->updated, d->date) > 0)
		buf_printf(buf, "updated: %.*s\n", STR_ARG(a->updated));
	put_list(made, "authors", a->authors, a->author_count,
		 SCHEMA_NAME_MOST);
	put_list(made, "tags", a->tags, a->tag_count, SCHEMA_NAME_MOST);
	made_address(made, "canonical: ", a->canonical);
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
	made_finish(made, d->intro.path);
}

static void write_option(const struct draft *d, struct made *made, size_t i)
{
	const struct draft_option *o = &d->options[i];

	buf_text(&made->buf, "---\n");
	made_text(made, "name: ", d->names.name[i], SCHEMA_NAME_MOST);
	for (size_t k = 0; k < LISTS; k++)
		put_list(made, DRAFT_LISTS[k], o->lists[k].items,
			 o->lists[k].count, TEXT_LIMIT);
	buf_text(&made->buf, "---\n");
	buf_raw(&made->buf, buf_str(&o->body.text));
	made_finish(made, o->body.path);
}

static void write_criterion(const struct draft *d, struct made *made,
			    const struct draft_criterion *c)
{
	struct buf *buf = &made->buf;

	buf_text(buf, "---\n");
	made_text(made, "title: ", c->title, SCHEMA_NAME_MOST);
	if (!isnan(c->weight)) {
		buf_text(buf, "weight: ");
		buf_number(buf, c->weight, 4);
		buf_char(buf, '\n');
	}
	if (c->unit.len) {
		made_text(made, "measure:\n  unit: ", c->unit,
			  SCHEMA_NAME_MOST);
		buf_text(buf, c->lower ? "  better: lower\n" : "");
	}
	buf_text(buf, "---\n");
	buf_raw(buf, buf_str(&c->body.text));
	for (size_t i = 0; i < d->names.count; i++) {
		if (!c->parts[i].text.len)
			continue;
		buf_printf(buf, "\n## %.*s\n", STR_ARG(option_heading(d, i)));
		buf_raw(buf, buf_str(&c->parts[i].text));
	}
	if (c->verdict.text.len) {
		buf_text(buf, "\n## Verdict\n\n");
		buf_raw(buf, buf_str(&c->verdict.text));
	}
	made_finish(made, c->body.path);
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

static void write_scores(const struct draft *d, struct made *made)
{
	buf_text(&made->buf, "criterion,option,score,source,note\n");
	for (size_t j = 0; j < d->criterion_count; j++)
		for (size_t i = 0; i < d->names.count; i++)
			if (d->criteria[j].scored &&
			    !isnan(d->criteria[j].points[i]))
				write_score(d, made, &d->criteria[j], i);
	made_finish(made, STR("scores.csv"));
}

static void write_score(const struct draft *d, struct made *made,
			const struct draft_criterion *c, size_t i)
{
	struct buf *buf = &made->buf;
	double points = c->points[i];
	struct str rest = c->note.len ? c->note : STR("");

	buf_printf(buf, "%.*s,%.*s,", STR_ARG(c->id), STR_ARG(d->names.id[i]));
	if (c->answered)
		buf_text(buf, points > 0.75   ? "yes"
			      : points > 0.25 ? "partial"
					      : "no");
	else
		buf_number(buf, points, c->unit.len ? 9 : 2);
	/* The article is the first source. */
	buf_printf(buf, ",%.*s,\"", STR_ARG(made->sources[0]));
	while (rest.ptr) {
		buf_raw(buf, str_cut(&rest, '"'));
		buf_text(buf, rest.ptr ? "\"\"" : "\"\n");
	}
}

/* The article first, then what it links to. */
static void write_sources(const struct draft *d, struct made *made)
{
	const struct article *a = d->article;
	bool known = address_is_quotable(a->canonical);
	struct str file = path_stem(path_base(str_from(a->path)));

	made_source(made,
		    known ? source_id(made, a->canonical)
			  : made_source_id(made, file),
		    d->title, a->canonical);
	if (a->author_count)
		made_text(made, "  author: ", a->authors[0], SCHEMA_NAME_MOST);
	if (!d->date_is_guess)
		buf_printf(&made->buf, "  date: %.*s\n", STR_ARG(d->date));
	for (size_t i = 0; i < a->link_count; i++) {
		const struct link *link = &a->links[i];

		if (!known || !str_equals(link->url, a->canonical))
			made_source(made, source_id(made, link->url),
				    link->text.len ? link->text : link->url,
				    link->url);
	}
	made_finish(made, STR("sources.yaml"));
}

/* The host's name. */
static struct str source_id(struct made *made, struct str url)
{
	struct str host = str_from_byte(url, str_find(url, ':') + 3);

	host.len = str_find(host, '/');
	if (str_starts(host, "www."))
		host = str_from_byte(host, 4);
	return made_source_id(made, path_stem(host));
}

static void write_sheet(struct made *made, const struct sheet *sheet,
			const char *head)
{
	if (!sheet->text.len)
		return;
	buf_text(&made->buf, head);
	buf_raw(&made->buf, buf_str(&sheet->text));
	made_finish(made, sheet->path);
}
