#include "view/repository.h"

#include <string.h>

#include "base/address.h"
#include "view/catalogue.h"

/*
 * Hosts take addresses of eight thousand bytes and more; beyond that browsers
 * are answered with 414.
 */
enum { ADDRESS_MOST = 8000 };

static const struct forge_form {
	const char *line, *anchor, *edit; /* around the branch and the path */
	const char *issue, *title, *body; /* of a new issue */
} FORMS[] = {
	/* A table is shown as such, without lines, unless it is asked for. */
	[FORGE_GITHUB] = { "/blob/", "?plain=1#L", "/edit/", "/issues/new?",
			   "title", "body" },
	[FORGE_GITLAB] = { "/-/blob/", "?plain=1#L", "/-/edit/",
			   "/-/issues/new?", "issue%5Btitle%5D",
			   "issue%5Bdescription%5D" },
	[FORGE_FORGEJO] = { "/src/branch/", "?display=source#L", "/_edit/",
			    "/issues/new?", "title", "body" },
};

static void add_score(const struct subject *s, size_t j, size_t i,
		      const struct evidence *one, bool issue, struct value *o);
static void put_file(const struct site *site, const char *way, const char *file,
		     struct buf *to);
static struct str below_content(const struct site *site, const char *file);
static struct str issue_body(const struct subject *s, size_t j, size_t i,
			     const struct evidence *one);
static void put_evidence(const struct subject *s, size_t j,
			 const struct evidence *e, struct buf *to);
static void put_rubric(const struct subject *s,
		       const struct criterion *criterion, struct buf *to);
static void put_line(struct str text, struct buf *to);
static void put_query(struct str text, struct buf *to);
static void put_cut(struct str text, size_t room, struct buf *to);
static struct str address_of(struct buf *buf, struct arena *arena);

struct str repository_line(const struct site *site, struct place at,
			   struct arena *arena)
{
	const struct forge_form *form = &FORMS[site->repository.forge];
	struct buf buf = { 0 };

	if (!site->repository.url.str.len || !at.file)
		return STR("");
	put_file(site, form->line, at.file, &buf);
	if (at.line)
		buf_printf(&buf, "%s%u", form->anchor, at.line);
	return address_of(&buf, arena);
}

struct str repository_edit(const struct site *site, const char *file,
			   struct arena *arena)
{
	struct buf buf = { 0 };

	if (!site->repository.url.str.len || !file)
		return STR("");
	put_file(site, FORMS[site->repository.forge].edit, file, &buf);
	return address_of(&buf, arena);
}

struct str repository_dispute(const struct subject *s, size_t j, size_t i,
			      const struct evidence *one)
{
	const struct repository *r = &s->site->repository;
	const struct forge_form *form = &FORMS[r->forge];
	struct buf buf = { 0 }, ask = { 0 };
	struct str title;

	if (!r->url.str.len)
		return STR("");
	title = PHRASE(s->phrases, WORD_DISPUTE_TITLE, s->arena,
		       { "comparison", s->c->title.str },
		       { "criterion", s->c->criteria[j].title.str },
		       { "option", s->c->options[i].name.str },
		       { "score",
			 one ? subject_value(s, j, one->value, one->answer)
			     : subject_score(s, i, j) });
	buf_text(&ask, "%0A");
	put_query(phrase(s->phrases, WORD_DISPUTE_ASK), &ask);
	buf_text(&ask, "%0A%0A");
	buf_printf(&buf, "%.*s%s%s=", STR_ARG(r->url.str), form->issue,
		   form->title);
	put_cut(title, ADDRESS_MOST / 4, &buf);
	buf_printf(&buf, "&%s=", form->body);
	put_cut(issue_body(s, j, i, one),
		ADDRESS_MOST - buf_str(&buf).len - buf_str(&ask).len, &buf);
	buf_raw(&buf, buf_str(&ask));
	buf_release(&ask);
	return address_of(&buf, s->arena);
}

void repository_add_score(const struct subject *s, size_t j, size_t i,
			  const struct evidence *one, struct value *o)
{
	add_score(s, j, i, one, !is_catalogue(s->c), o);
}

void repository_add_own_score(const struct subject *s, size_t j, size_t i,
			      struct value *o)
{
	add_score(s, j, i, NULL, true, o);
}

static void add_score(const struct subject *s, size_t j, size_t i,
		      const struct evidence *one, bool issue, struct value *o)
{
	const struct score *scores = s->c->criteria[j].scores;
	const struct evidence *first = one;
	struct str line;

	if (!one && scores && scores[i].evidence_count)
		first = scores[i].evidence;
	line = first ? repository_line(s->site, first->at, s->arena) : STR("");
	value_set_text(o, "source_line_url", line);
	value_set_text(o, "dispute_url",
		       line.len && issue ? repository_dispute(s, j, i, one)
					 : STR(""));
}

static void put_file(const struct site *site, const char *way, const char *file,
		     struct buf *to)
{
	const struct repository *r = &site->repository;

	buf_printf(to, "%.*s%s", STR_ARG(r->url.str), way);
	address_put_path(r->branch.str, to);
	buf_char(to, '/');
	if (r->path.str.len) {
		address_put_path(r->path.str, to);
		buf_char(to, '/');
	}
	address_put_path(below_content(site, file), to);
}

static struct str below_content(const struct site *site, const char *file)
{
	size_t dir = strlen(site->dir);

	if (!strncmp(file, site->dir, dir))
		file += dir;
	while (*file == '/')
		file++;
	return str_from(file);
}

/* What matters most first: the end may be cut off. */
static struct str issue_body(const struct subject *s, size_t j, size_t i,
			     const struct evidence *one)
{
	const struct criterion *criterion = &s->c->criteria[j];
	const struct score *score = &criterion->scores[i];
	struct str base = s->site->base_url.str, made;
	struct buf buf = { 0 };

	for (size_t k = 0; !one && k < score->evidence_count; k++)
		put_evidence(s, j, &score->evidence[k], &buf);
	if (one)
		put_evidence(s, j, one, &buf);
	if (base.len)
		buf_printf(&buf, "%.*s%.*s/%.*s/\n", STR_ARG(base),
			   STR_ARG(s->c->slug), STR_ARG(criterion->id));
	put_rubric(s, criterion, &buf);
	made = buf_copy(&buf, s->arena);
	buf_release(&buf);
	return made;
}

/* "- 9 (Ann). The note. https://the.source https://the.line" */
static void put_evidence(const struct subject *s, size_t j,
			 const struct evidence *e, struct buf *to)
{
	buf_text(to, "- ");
	put_line(subject_value(s, j, e->value, e->answer), to);
	if (e->judge.len) {
		buf_text(to, " (");
		put_line(judge_name(s, e->judge), to);
		buf_char(to, ')');
	}
	if (e->note.plain.len) {
		buf_text(to, ". ");
		put_line(e->note.plain, to);
	}
	for (size_t k = 0; k < e->source_count; k++) {
		const struct source *source = &s->c->sources[e->sources[k]];

		buf_char(to, ' ');
		put_line(source->url.str.len ? source->url.str
					     : source->title.str,
			 to);
	}
	buf_char(to, ' ');
	put_line(repository_line(s->site, e->at, s->arena), to);
	buf_char(to, '\n');
}

/* "What the scores mean. 9: ahead. 5: fair." */
static void put_rubric(const struct subject *s,
		       const struct criterion *criterion, struct buf *to)
{
	for (size_t k = 0; k < criterion->rubric_count; k++) {
		const struct level *level = &criterion->rubric[k];

		if (!k)
			put_line(phrase(s->phrases, WORD_RUBRIC), to);
		buf_text(to, k ? "; " : ": ");
		put_line(level->score.str, to);
		if (level->score.str.len)
			buf_text(to, ": ");
		put_line(level->text.plain, to);
	}
	buf_text(to, criterion->rubric_count ? "\n" : "");
}

/* Without the ends of lines that it may have. */
static void put_line(struct str text, struct buf *to)
{
	for (size_t i = 0; i < text.len; i++)
		buf_char(to, text.ptr[i] == '\n' ? ' ' : text.ptr[i]);
}

/* Percent-encoded; what does not fit is cut between characters. */
static void put_cut(struct str text, size_t room, struct buf *to)
{
	const struct str more = STR("%E2%80%A6");
	struct buf buf = { 0 };
	size_t fits = 0;

	for (size_t i = 0; i < text.len; i++) {
		bool begins = (text.ptr[i] & 0xC0) != 0x80;

		if (begins && buf.len + more.len <= room)
			fits = buf.len;
		put_query(str_slice(text, i, 1), &buf);
	}
	if (buf.len <= room)
		fits = buf.len;
	buf_raw(to, str_slice(buf_str(&buf), 0, fits));
	if (fits < buf.len)
		buf_raw(to, more);
	buf_release(&buf);
}

/* As a form has it: its letters and digits, and "+" for a blank. */
static void put_query(struct str text, struct buf *to)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || (c && strchr("-._~/:,()", c)))
			buf_char(to, (char)c);
		else if (c == ' ')
			buf_char(to, '+');
		else
			buf_printf(to, "%%%02X", c);
	}
}

static struct str address_of(struct buf *buf, struct arena *arena)
{
	struct str made = buf_copy(buf, arena);

	buf_release(buf);
	return made;
}
