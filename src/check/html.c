#include "check/html.h"

#include <strings.h>

#include <libxml/HTMLparser.h>

#include "base/buf.h"

struct reader {
	struct html_page *page;
	struct arena *arena;
	htmlParserCtxtPtr parser;
	struct buf text; /* of the title or heading at hand */
	bool in_title, in_heading, in_svg;
};

static void start(void *context, const xmlChar *name, const xmlChar **pairs);
static void start_meta(struct reader *r, const xmlChar **pairs);
static void start_image(struct reader *r, const xmlChar **pairs);
static void read_common(struct reader *r, const xmlChar **pairs);
static void add_words(struct reader *r, struct html_list *list,
		      struct str words);
static void end(void *context, const xmlChar *name);
static void characters(void *context, const xmlChar *text, int len);
static struct str attribute(const xmlChar **pairs, const char *name);
static void add(struct reader *r, struct html_list *list, struct str text);
static int heading_level(const xmlChar *name);
static bool is(const xmlChar *name, const char *wanted);

void html_read(struct str bytes, struct html_page *page, struct arena *arena)
{
	struct reader r = { .page = page, .arena = arena };
	htmlSAXHandler handler = {
		.startElement = start,
		.endElement = end,
		.characters = characters,
		.cdataBlock = NULL,
	};

	*page = (struct html_page){ 0 };
	if (!bytes.len)
		return;
	r.parser = htmlCreatePushParserCtxt(&handler, &r, NULL, 0, NULL,
					    XML_CHAR_ENCODING_UTF8);
	if (!r.parser)
		return;
	htmlCtxtUseOptions(r.parser, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
					     HTML_PARSE_NONET |
					     HTML_PARSE_NOIMPLIED);
	htmlParseChunk(r.parser, bytes.ptr, (int)bytes.len, 1);
	htmlFreeParserCtxt(r.parser);
	buf_release(&r.text);
}

static void start(void *context, const xmlChar *name, const xmlChar **pairs)
{
	struct reader *r = context;
	int level = heading_level(name);

	read_common(r, pairs);
	r->in_svg |= is(name, "svg");
	if (is(name, "title") && !r->in_svg) {
		r->in_title = true;
		buf_reset(&r->text);
	} else if (level) {
		r->in_heading = true;
		buf_reset(&r->text);
		*arena_push(r->arena, r->page->levels, r->page->level_count) =
			level;
		add(r, &r->page->headings, STR(""));
	} else if (is(name, "html")) {
		r->page->language =
			arena_str(r->arena, attribute(pairs, "lang"));
	} else if (is(name, "meta")) {
		start_meta(r, pairs);
	} else if (is(name, "a")) {
		add(r, &r->page->ways, attribute(pairs, "href"));
	} else if (is(name, "img")) {
		start_image(r, pairs);
	} else if (is(name, "link")) {
		add(r, &r->page->files, attribute(pairs, "href"));
	} else if (is(name, "script") || is(name, "iframe") ||
		   is(name, "source") || is(name, "video") ||
		   is(name, "audio") || is(name, "object")) {
		add(r, &r->page->files, attribute(pairs, "src"));
		add(r, &r->page->files, attribute(pairs, "data"));
	}
}

static void start_meta(struct reader *r, const xmlChar **pairs)
{
	struct str name = attribute(pairs, "name");
	struct str property = attribute(pairs, "property");
	struct str content = attribute(pairs, "content");

	if (str_is(name, "description"))
		r->page->description = arena_str(r->arena, str_trim(content));
	else if (str_is(name, "robots"))
		r->page->no_index =
			str_find_str(content, STR("noindex")) < content.len;
	else if (str_is(property, "og:image") || str_is(property, "og:url") ||
		 str_is(name, "twitter:image"))
		add(r, &r->page->files, content);
}

static void start_image(struct reader *r, const xmlChar **pairs)
{
	struct str address = attribute(pairs, "src");

	add(r, &r->page->files, address);
	add(r, &r->page->images, address);
	if (!attribute(pairs, "alt").ptr)
		add(r, &r->page->bare, address.ptr ? address : STR("?"));
}

static void read_common(struct reader *r, const xmlChar **pairs)
{
	static const char *const REFS[] = { "aria-labelledby",
					    "aria-describedby", "for",
					    "headers" };

	add(r, &r->page->ids, attribute(pairs, "id"));
	for (size_t k = 0; k < sizeof(REFS) / sizeof(*REFS); k++)
		add_words(r, &r->page->refs, attribute(pairs, REFS[k]));
}

static void add_words(struct reader *r, struct html_list *list,
		      struct str words)
{
	while (words.len)
		add(r, list, str_trim(str_cut(&words, ' ')));
}

static void end(void *context, const xmlChar *name)
{
	struct reader *r = context;
	struct html_list *headings = &r->page->headings;
	struct str text = str_trim(buf_str(&r->text));

	if (is(name, "svg")) {
		r->in_svg = false;
	} else if (is(name, "title") && r->in_title) {
		r->page->title = arena_str(r->arena, text);
		r->in_title = false;
	} else if (heading_level(name) && r->in_heading) {
		headings->items[headings->count - 1].text =
			arena_str(r->arena, text);
		r->in_heading = false;
	}
}

static void characters(void *context, const xmlChar *text, int len)
{
	struct reader *r = context;

	if (r->in_title || r->in_heading)
		buf_raw(&r->text,
			(struct str){ (const char *)text, (size_t)len });
}

/* Its ptr is NULL where there is no such attribute. */
static struct str attribute(const xmlChar **pairs, const char *name)
{
	for (size_t i = 0; pairs && pairs[i]; i += 2)
		if (is(pairs[i], name))
			return str_from((const char *)pairs[i + 1]);
	return (struct str){ NULL, 0 };
}

/* An empty address is one of the page itself. */
static void add(struct reader *r, struct html_list *list, struct str text)
{
	struct html_part *part;

	if (!text.ptr)
		return;
	part = arena_push(r->arena, list->items, list->count);
	part->text = arena_str(r->arena, text);
	part->line = r->parser->input ? (unsigned)r->parser->input->line : 0;
}

static int heading_level(const xmlChar *name)
{
	bool heading = (name[0] | 32) == 'h' && name[1] >= '1' &&
		       name[1] <= '6' && !name[2];

	return heading ? name[1] - '0' : 0;
}

static bool is(const xmlChar *name, const char *wanted)
{
	return !strcasecmp((const char *)name, wanted);
}
