#include "import/table_part.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/xmlreader.h>

#include "base/wording.h"
#include "import/sentence.h"

struct part {
	const struct archive *archive;
	const char *name;
	const struct styles *styles;
	struct arena *arena;
	struct buf bytes; /* that are read */
	xmlTextReaderPtr reader;
	bool ok;
};

/* Words as they come; depths of what goes on until it ends, or -1. */
struct gathering {
	struct buf words, out; /* out: those that are struck */
	bool parted;	       /* these are told apart */
	int skipped, raised, struck;
};

static void say_nothing(void *context, xmlErrorPtr error);
static const char *local_name(const struct part *part);
static void end_element(struct gathering *g, int at);
static void begin_element(const struct part *part, struct gathering *g, int at,
			  const char *but);
static int raised_up_to(const struct part *part, int depth);
static int struck_up_to(const struct part *part, int depth);
static int styled_up_to(const struct part *part, enum style_flag flag,
			int depth);
static void add_words(const struct part *part, struct gathering *g);

struct part *part_open(struct archive *archive, const char *name, bool optional,
		       const struct styles *styles, struct arena *arena)
{
	struct part *part = memory_alloc(sizeof(*part));

	*part = (struct part){ .archive = archive,
			       .name = name,
			       .styles = styles,
			       .arena = arena,
			       .ok = true };
	if (optional && !archive_has(archive, name))
		return part;
	part->ok = archive_read(archive, name, &part->bytes);
	if (!part->ok)
		return part;
	part->reader = xmlReaderForMemory(
		buf_str(&part->bytes).ptr, (int)part->bytes.len, NULL, NULL,
		XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
			XML_PARSE_COMPACT);
	if (!part->reader)
		memory_exhausted();
	xmlTextReaderSetStructuredErrorHandler(part->reader, say_nothing, NULL);
	return part;
}

/* What is wrong is told by part_next(), in words of ours. */
static void say_nothing(void *context, xmlErrorPtr error)
{
	(void)context;
	(void)error;
}

bool part_next(struct part *part)
{
	struct place at = { .file = part->archive->path };
	struct diags *diags = part->archive->diags;
	int more =
		part->ok && part->reader ? xmlTextReaderRead(part->reader) : 0;

	if (more < 0)
		part->ok = diag_error(diags, at,
				      "the workbook's part \"%s\" is no sound "
				      "XML",
				      part->name);
	else if (more && xmlTextReaderNodeType(part->reader) ==
				 XML_READER_TYPE_DOCUMENT_TYPE)
		part->ok = diag_error(diags, at,
				      "the workbook's part \"%s\" has a "
				      "document type, which no workbook needs",
				      part->name);
	return part->ok && more > 0;
}

bool part_starts(const struct part *part, const char *name)
{
	return xmlTextReaderNodeType(part->reader) == XML_READER_TYPE_ELEMENT &&
	       !strcmp(local_name(part), name);
}

bool part_ends(const struct part *part, const char *name)
{
	return xmlTextReaderNodeType(part->reader) ==
		       XML_READER_TYPE_END_ELEMENT &&
	       !strcmp(local_name(part), name);
}

static const char *local_name(const struct part *part)
{
	const xmlChar *name = xmlTextReaderConstLocalName(part->reader);

	return name ? (const char *)name : "";
}

bool part_is_empty(const struct part *part)
{
	return xmlTextReaderIsEmptyElement(part->reader) == 1;
}

struct str part_attribute(const struct part *part, const char *name)
{
	struct str value = STR("");

	while (xmlTextReaderMoveToNextAttribute(part->reader) == 1)
		if (!strcmp(local_name(part), name)) {
			const xmlChar *text =
				xmlTextReaderConstValue(part->reader);

			value = arena_str(part->arena,
					  str_from((const char *)text));
			break;
		}
	xmlTextReaderMoveToElement(part->reader);
	return value;
}

struct str part_text(struct part *part, const char *but)
{
	return part_words(part, but, NULL);
}

struct str part_words(struct part *part, const char *but, struct str *struck)
{
	struct gathering g = {
		.parted = struck, .skipped = -1, .raised = -1, .struck = -1
	};
	int depth = xmlTextReaderDepth(part->reader);
	bool is_empty = part_is_empty(part);

	while (!is_empty && part_next(part)) {
		int at = xmlTextReaderDepth(part->reader);
		int type = xmlTextReaderNodeType(part->reader);

		if (type == XML_READER_TYPE_END_ELEMENT) {
			if (at == depth)
				break;
			end_element(&g, at);
		} else if (g.skipped >= 0) {
			continue;
		} else if (type == XML_READER_TYPE_ELEMENT) {
			begin_element(part, &g, at, but);
		} else if (type == XML_READER_TYPE_TEXT ||
			   type == XML_READER_TYPE_CDATA ||
			   type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE) {
			add_words(part, &g);
		}
	}
	if (struck)
		*struck =
			str_squeeze(buf_take(&g.out, part->arena), part->arena);
	return str_squeeze(buf_take(&g.words, part->arena), part->arena);
}

static void end_element(struct gathering *g, int at)
{
	int *ends[] = { &g->skipped, &g->raised, &g->struck };

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (*ends[i] == at)
			*ends[i] = -1;
}

static void begin_element(const struct part *part, struct gathering *g, int at,
			  const char *but)
{
	struct str name = str_from(local_name(part));

	if (g->raised < 0)
		g->raised = raised_up_to(part, at);
	if (g->parted && g->struck < 0)
		g->struck = struck_up_to(part, at);
	if (wording_is_any(name, but) && !part_is_empty(part))
		g->skipped = at;
	else if (wording_is_any(name, "s|tab|line-break") ||
		 (str_is(name, "p") && g->words.len))
		buf_char(&g->words, ' ');
}

/* How deep the element lies at whose end raised words end; -1: none begin. */
static int raised_up_to(const struct part *part, int depth)
{
	if (part_starts(part, "vertAlign") &&
	    str_is(part_attribute(part, "val"), "superscript"))
		return depth - 2; /* of a run, whose properties have it */
	return styled_up_to(part, STYLE_RAISED, depth);
}

/* The same of words that are struck out. */
static int struck_up_to(const struct part *part, int depth)
{
	struct str value;

	if (part_starts(part, "strike")) {
		value = part_attribute(part, "val");
		return str_is(value, "0") || str_is(value, "false") ? -1
								    : depth - 2;
	}
	return styled_up_to(part, STYLE_STRUCK, depth);
}

static int styled_up_to(const struct part *part, enum style_flag flag,
			int depth)
{
	return part->styles && part_starts(part, "span") &&
			       !part_is_empty(part) &&
			       styles_have(part->styles, "text",
					   part_attribute(part, "style-name"),
					   flag)
		       ? depth
		       : -1;
}

/* Raised: "²", "[a]", "th", as shown, and no digits of what is before. */
static void add_words(const struct part *part, struct gathering *g)
{
	struct str words =
		str_from((const char *)xmlTextReaderConstValue(part->reader));
	bool raised = g->raised >= 0;
	bool alone =
		raised && words.len == 1 && !strchr("0123456789 ", *words.ptr);
	struct buf *buf = g->struck < 0 ? &g->words : &g->out;

	if (g->struck < 0 && g->out.len)
		buf_char(&g->out, ' ');
	buf_text(buf, alone ? "[" : "");
	for (size_t i = 0; i < words.len; i++) {
		const char *sign =
			raised ? sentence_raised(words.ptr[i]) : NULL;

		if (sign)
			buf_text(buf, sign);
		else
			buf_char(buf, words.ptr[i]);
	}
	buf_text(buf, alone ? "]" : "");
}

bool part_close(struct part *part)
{
	bool ok = part->ok;

	if (part->reader)
		xmlFreeTextReader(part->reader);
	buf_release(&part->bytes);
	free(part);
	return ok;
}
