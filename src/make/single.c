#include "make/single.h"

#include <string.h>

#include "base/file.h"
#include "base/media.h"
#include "base/root_mark.h"
#include "draw/data_url.h"
#include "make/catalog.h"
#include "make/markup.h"
#include "make/page.h"

/* What becomes of a page. */
struct single {
	const struct workshop *w;
	const struct bench *bench;
	struct diags *diags;
	struct arena arena;
	struct str style; /* all style sheets of the page */
	struct buf *to;
	bool ok;
};

/* A file of the site that is wanted within. */
struct wanted {
	struct single *single;
	struct str path, bytes;
	bool is_found;
};

static void put_tag(struct single *s, const struct markup *tag);
static bool is_left_out(const struct markup *tag);
static bool is_sheet(const struct markup *tag);
static void put_head(struct single *s);
static void put_image(struct single *s, const struct markup *tag);
static void put_link(struct single *s, const struct markup *tag);
static void put_others(struct single *s, const struct markup *tag,
		       const char *name);
static struct str inlined(struct single *s, struct str css);
static bool find_file(struct single *s, struct str path, struct str *bytes);
static bool take(void *context, const struct item *item);
static struct str data_url(struct single *s, struct str path, struct str bytes);

bool single_make(const struct workshop *w, const struct bench *bench,
		 struct diags *diags, struct buf *to)
{
	struct buf marked = { 0 };
	struct single s = { .w = w,
			    .bench = bench,
			    .diags = diags,
			    .to = &marked,
			    .ok = true };
	struct page page = report_page(&bench->book);
	struct buf html = { 0 };
	struct markup tag;
	struct str rest;

	s.ok = workshop_render_marked(w, diags, &page, &s.arena, &html);
	rest = buf_str(&html);
	while (markup_next(&rest, &tag))
		if (is_sheet(&tag))
			s.style = ARENA_JOIN(
				&s.arena, s.style,
				inlined(&s, markup_value(&tag, "href")));
	rest = buf_str(&html);
	while (markup_next(&rest, &tag)) {
		buf_raw(&marked, tag.before);
		put_tag(&s, &tag);
	}
	buf_raw(&marked, tag.before);
	/* What scripts would have been told of the site. */
	page_fill_root(buf_str(&marked), w->site.base_url.str, to);
	buf_release(&marked);
	buf_release(&html);
	arena_release(&s.arena);
	return s.ok;
}

static void put_tag(struct single *s, const struct markup *tag)
{
	if (is_left_out(tag))
		return;
	if (str_is(tag->name, "meta") &&
	    str_is(markup_value(tag, "http-equiv"), "Content-Security-Policy"))
		put_head(s);
	else if (tag->is_end)
		buf_raw(s->to, tag->text);
	else if (str_is(tag->name, "img"))
		put_image(s, tag);
	else if (markup_value(tag, "href").len && str_is(tag->name, "a"))
		put_link(s, tag);
	else
		buf_raw(s->to, tag->text);
}

/* Scripts, and links of the head but for the page's own address. */
static bool is_left_out(const struct markup *tag)
{
	return str_is(tag->name, "script") ||
	       (str_is(tag->name, "link") &&
		!str_is(markup_value(tag, "rel"), "canonical"));
}

static bool is_sheet(const struct markup *tag)
{
	return str_is(tag->name, "link") &&
	       str_is(markup_value(tag, "rel"), "stylesheet");
}

/* Nothing is let in but what stands here. */
static void put_head(struct single *s)
{
	buf_text(s->to, "<meta http-equiv=\"Content-Security-Policy\" "
			"content=\"default-src 'none'; style-src '");
	data_url_hash(s->style, s->to);
	buf_text(s->to, "'; img-src data:; font-src data:; base-uri 'none'; "
			"form-action 'none'\">\n<style>");
	buf_raw(s->to, s->style);
	buf_text(s->to, "</style>\n<link rel=\"icon\" href=\"data:,\">");
}

/* One from elsewhere is not fetched: its words stand for it. */
static void put_image(struct single *s, const struct markup *tag)
{
	struct str src = markup_value(tag, "src"), bytes;

	if (str_starts(src, "data:")) {
		buf_raw(s->to, tag->text);
		return;
	}
	put_others(s, tag, "src");
	if (src.len && src.ptr[0] == ROOT_MARK &&
	    find_file(s, str_from_byte(src, 1), &bytes)) {
		buf_text(s->to, " src=\"");
		buf_raw(s->to, data_url(s, src, bytes));
		buf_char(s->to, '"');
	} else if (src.len) {
		diag_warning(s->diags, (struct place){ .file = NULL },
			     "the picture \"%.*s\" is not in the file",
			     STR_ARG(src));
	}
	buf_char(s->to, '>');
}

static void put_link(struct single *s, const struct markup *tag)
{
	struct str href = markup_value(tag, "href");
	struct str base = s->w->site.base_url.str;

	if (href.ptr[0] != ROOT_MARK) {
		buf_raw(s->to, tag->text);
		return;
	}
	put_others(s, tag, "href");
	if (base.len) {
		buf_text(s->to, " href=\"");
		buf_html(s->to, base);
		buf_raw(s->to, str_from_byte(href, 1));
		buf_char(s->to, '"');
	}
	buf_char(s->to, '>');
}

/* The tag without its end and the attribute of that name. */
static void put_others(struct single *s, const struct markup *tag,
		       const char *name)
{
	struct str rest = tag->attributes;
	struct markup_attribute a;

	buf_char(s->to, '<');
	buf_raw(s->to, tag->name);
	while (markup_attribute(&rest, &a)) {
		if (str_is(a.name, name) || str_is(a.name, "srcset"))
			continue;
		buf_char(s->to, ' ');
		buf_raw(s->to, a.text);
	}
}

/* A style sheet with its fonts and pictures, whose url() are seen from it. */
static struct str inlined(struct single *s, struct str href)
{
	const struct str OPEN = STR("url(\"");
	struct buf buf = { 0 };
	struct str css, made, folder;

	if (!href.len || href.ptr[0] != ROOT_MARK ||
	    !find_file(s, str_from_byte(href, 1), &css))
		return STR("");
	folder = str_from_byte(href, 1);
	folder.len -= path_base(folder).len;
	while (css.len) {
		size_t at = str_find_str(css, OPEN), end;
		struct str name, bytes, path;

		buf_raw(&buf, str_slice(css, 0, at));
		if (at == css.len)
			break;
		css = str_from_byte(css, at + OPEN.len);
		end = str_find(css, '"');
		name = str_slice(css, 0, end);
		css = str_from_byte(css, end);
		path = ARENA_JOIN(&s->arena, folder, name);
		buf_raw(&buf, OPEN);
		buf_raw(&buf, find_file(s, path, &bytes)
				      ? data_url(s, path, bytes)
				      : name);
	}
	made = buf_copy(&buf, &s->arena);
	buf_release(&buf);
	return made;
}

/* A file of the comparison, or of the site. */
static bool find_file(struct single *s, struct str path, struct str *bytes)
{
	struct wanted wanted = { .single = s, .path = path };
	struct arena page = { 0 };
	struct catalog catalog = {
		.w = s->w,
		.arena = &s->arena,
		.page = &page,
		.only = path,
		.visit = take,
		.context = &wanted,
	};

	s->ok &= catalog_comparison(&catalog, s->bench);
	if (!wanted.is_found && !catalog_needs_digests(path))
		s->ok &= catalog_site(&catalog, NULL, 0);
	arena_release(&page);
	*bytes = wanted.bytes;
	return wanted.is_found;
}

static bool take(void *context, const struct item *item)
{
	struct wanted *wanted = context;
	struct single *s = wanted->single;
	struct buf buf = { 0 };
	bool ok;

	if (wanted->is_found)
		return true;
	ok = item_make(item, s->w, s->diags, &s->arena, &buf, &wanted->bytes);
	wanted->bytes = arena_str(&s->arena, wanted->bytes);
	wanted->is_found = ok;
	buf_release(&buf);
	return ok;
}

static struct str data_url(struct single *s, struct str path, struct str bytes)
{
	struct buf buf = { 0 };
	struct str made;

	data_url_put(media_type(path), bytes, &buf);
	made = buf_copy(&buf, &s->arena);
	buf_release(&buf);
	return made;
}
