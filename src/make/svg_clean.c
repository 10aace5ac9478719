#include "make/svg_clean.h"

#include <string.h>
#include <strings.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/address.h"
#include "base/file.h"
#include "make/svg_style.h"

#define SVG_SPACE "http://www.w3.org/2000/svg"
#define XLINK_SPACE "http://www.w3.org/1999/xlink"
#define XML_SPACE "http://www.w3.org/XML/1998/namespace"
#define XHTML_SPACE "http://www.w3.org/1999/xhtml"

enum {
	TOLD_MOST = 10,	       /* of what is left out */
	ATTRIBUTES_MOST = 500, /* of an element */
	MADE_MOST = 2 * SVG_BYTES,
};

struct cleaner {
	struct diags *diags;
	const char *file;
	struct buf *to;
	struct arena arena;
	struct svg_sheet sheet;
	size_t elements;
	size_t told;
	bool as_is; /* what is active is an error */
	bool ok;
};

/* What draws, or holds and names what draws. */
static const char *const ELEMENTS[] = {
	"svg",
	"g",
	"defs",
	"symbol",
	"use",
	"title",
	"desc",
	"switch",
	"path",
	"rect",
	"circle",
	"ellipse",
	"line",
	"polyline",
	"polygon",
	"text",
	"tspan",
	"textPath",
	"image",
	"marker",
	"linearGradient",
	"radialGradient",
	"stop",
	"pattern",
	"clipPath",
	"mask",
	"filter",
	"a",
	"view",
	"animate",
	"animateMotion",
	"animateTransform",
	"set",
	"mpath",
	"feBlend",
	"feColorMatrix",
	"feComponentTransfer",
	"feComposite",
	"feConvolveMatrix",
	"feDiffuseLighting",
	"feDisplacementMap",
	"feDistantLight",
	"feDropShadow",
	"feFlood",
	"feFuncA",
	"feFuncB",
	"feFuncG",
	"feFuncR",
	"feGaussianBlur",
	"feImage",
	"feMerge",
	"feMergeNode",
	"feMorphology",
	"feOffset",
	"fePointLight",
	"feSpecularLighting",
	"feSpotLight",
	"feTile",
	"feTurbulence",
};

/* Besides properties and references. */
static const char *const ATTRIBUTES[] = {
	"id",
	"class",
	"lang",
	"role",
	"aria-label",
	"aria-labelledby",
	"aria-describedby",
	"aria-hidden",
	"focusable",
	"tabindex",
	"x",
	"y",
	"x1",
	"y1",
	"x2",
	"y2",
	"cx",
	"cy",
	"r",
	"rx",
	"ry",
	"fx",
	"fy",
	"fr",
	"width",
	"height",
	"d",
	"points",
	"viewBox",
	"preserveAspectRatio",
	"transform",
	"pathLength",
	"version",
	"dx",
	"dy",
	"rotate",
	"textLength",
	"lengthAdjust",
	"startOffset",
	"method",
	"spacing",
	"side",
	"gradientUnits",
	"gradientTransform",
	"spreadMethod",
	"offset",
	"patternUnits",
	"patternContentUnits",
	"patternTransform",
	"markerUnits",
	"markerWidth",
	"markerHeight",
	"refX",
	"refY",
	"orient",
	"clipPathUnits",
	"maskUnits",
	"maskContentUnits",
	"filterUnits",
	"primitiveUnits",
	"in",
	"in2",
	"result",
	"stdDeviation",
	"values",
	"type",
	"mode",
	"operator",
	"k1",
	"k2",
	"k3",
	"k4",
	"order",
	"kernelMatrix",
	"divisor",
	"bias",
	"targetX",
	"targetY",
	"edgeMode",
	"preserveAlpha",
	"surfaceScale",
	"specularConstant",
	"specularExponent",
	"diffuseConstant",
	"kernelUnitLength",
	"azimuth",
	"elevation",
	"z",
	"pointsAtX",
	"pointsAtY",
	"pointsAtZ",
	"limitingConeAngle",
	"baseFrequency",
	"numOctaves",
	"seed",
	"stitchTiles",
	"scale",
	"xChannelSelector",
	"yChannelSelector",
	"radius",
	"tableValues",
	"slope",
	"intercept",
	"amplitude",
	"exponent",
	"attributeName",
	"attributeType",
	"from",
	"to",
	"by",
	"keyTimes",
	"keySplines",
	"keyPoints",
	"calcMode",
	"begin",
	"dur",
	"end",
	"repeatCount",
	"repeatDur",
	"restart",
	"min",
	"max",
	"additive",
	"accumulate",
	"path",
	"origin",
	"systemLanguage",
};

static bool parse(struct cleaner *c, struct str bytes);
static bool has_few_attributes(struct str text);
static size_t aside_len(struct str text);
static void refuse_entity(void *context, const xmlChar *name, int type,
			  const xmlChar *public_id, const xmlChar *system_id,
			  xmlChar *content);
static void refuse_attribute(void *context, const xmlChar *element,
			     const xmlChar *name, int type, int kind,
			     const xmlChar *value, xmlEnumerationPtr choices);
static void refuse_declaration(xmlParserCtxtPtr parser, const xmlChar *name);
static bool refuse_text(struct cleaner *c, const xmlParserCtxtPtr parser);
static bool clean_tree(struct cleaner *c, xmlDocPtr tree);
static void read_styles(struct cleaner *c, const xmlNode *node);
static void put_node(struct cleaner *c, const xmlNode *node);
static void put_element(struct cleaner *c, const xmlNode *node);
static bool is_element(const xmlNode *node);
static bool is_for_editors(const xmlNode *node);
static bool is_active(const xmlNode *node);
static void put_attributes(struct cleaner *c, const xmlNode *node);
static void put_attribute(struct cleaner *c, const xmlNode *node,
			  const xmlAttr *attribute, struct svg_values *values);
static void put_reference(struct cleaner *c, const xmlNode *node,
			  struct str value);
static bool is_reference(struct str element, struct str value);
static bool is_picture(struct str value);
static bool is_value(struct str attribute);
static bool is_animated(struct str attribute);
static void put_pair(struct cleaner *c, const char *name, struct str value);
static void leave_out(struct cleaner *c, const xmlNode *node, bool active,
		      const char *before, struct str what);
static struct str value_of(struct cleaner *c, const xmlAttr *attribute);
static struct str named(struct cleaner *c, const xmlNode *node,
			const char *name);
static const xmlAttr *find(const xmlNode *node, const char *name);
static struct str text_of(const xmlChar *text);
static bool is_in(const xmlNs *space, const char *address);
static bool is_one_of(struct str name, const char *const *list, size_t count);

bool svg_clean(struct diags *diags, const char *file, struct str bytes,
	       struct buf *to)
{
	struct cleaner c = { .diags = diags, .file = file, .to = to };

	return parse(&c, bytes);
}

bool svg_check(struct diags *diags, const char *file, struct str bytes)
{
	struct buf nowhere = { 0 };
	struct cleaner c = {
		.diags = diags, .file = file, .to = &nowhere, .as_is = true
	};
	bool ok = parse(&c, bytes);

	buf_release(&nowhere);
	return ok;
}

bool svg_is_named(struct str path)
{
	struct str ending = path_extension(path);

	return ending.len == 3 && !strncasecmp(ending.ptr, "svg", 3);
}

static bool parse(struct cleaner *c, struct str bytes)
{
	struct place at = { .file = c->file };
	xmlParserCtxtPtr parser;
	xmlDocPtr tree;

	if (bytes.len > SVG_BYTES)
		return diag_error(c->diags, at,
				  "an SVG has at most %d KiB, found %zu",
				  SVG_BYTES / 1024, bytes.len / 1024);
	if (str_find(bytes, '\0') < bytes.len)
		return diag_error(c->diags, at, "an SVG must be of UTF-8");
	if (!has_few_attributes(bytes))
		return diag_error(c->diags, at,
				  "an element of an SVG has at most %d "
				  "attributes",
				  ATTRIBUTES_MOST);
	parser = xmlNewParserCtxt();
	if (!parser)
		return diag_system(c->diags, c->file, "cannot be read");
	c->ok = true;
	parser->_private = c;
	parser->sax->entityDecl = refuse_entity;
	parser->sax->attributeDecl = refuse_attribute;
	tree = xmlCtxtReadMemory(parser, bytes.ptr, (int)bytes.len, NULL, NULL,
				 XML_PARSE_NONET | XML_PARSE_NOERROR |
					 XML_PARSE_NOWARNING |
					 XML_PARSE_NOCDATA);
	if (c->ok)
		c->ok = tree ? clean_tree(c, tree) : refuse_text(c, parser);
	xmlFreeDoc(tree);
	xmlFreeParserCtxt(parser);
	arena_release(&c->arena);
	return c->ok;
}

/*
 * libxml2 compares each attribute of an element with those before it, so
 * their number is looked at first.  A "=" within quotes is none of them.
 */
static bool has_few_attributes(struct str text)
{
	size_t count = 0;
	char quote = 0;
	bool tag = false;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (!tag && c == '<') {
			i += aside_len(str_from_byte(text, i));
			tag = i < text.len && text.ptr[i] == '<';
			count = 0;
		} else if (quote) {
			quote = c == quote ? 0 : quote;
		} else if (tag && (c == '"' || c == '\'')) {
			quote = c;
		} else if (tag && c == '>') {
			tag = false;
		} else if (tag && c == '=' && ++count > ATTRIBUTES_MOST) {
			return false;
		}
	}
	return true;
}

/* How far a comment or the like reaches, which has no attributes; or 0. */
static size_t aside_len(struct str text)
{
	static const struct {
		const char *open, *close;
	} ASIDES[] = { { "<!--", "-->" },
		       { "<![CDATA[", "]]>" },
		       { "<?", "?>" } };

	for (size_t i = 0; i < sizeof(ASIDES) / sizeof(*ASIDES); i++)
		if (str_starts(text, ASIDES[i].open))
			return str_find_str(text, str_from(ASIDES[i].close)) +
			       strlen(ASIDES[i].close) - 1;
	return 0;
}

/* A few lines of entities stand for gigabytes of text, or for other files. */
static void refuse_entity(void *context, const xmlChar *name, int type,
			  const xmlChar *public_id, const xmlChar *system_id,
			  xmlChar *content)
{
	(void)type;
	(void)public_id;
	(void)system_id;
	(void)content;
	refuse_declaration(context, name);
}

/* An attribute with a default stands at elements that do not show it. */
static void refuse_attribute(void *context, const xmlChar *element,
			     const xmlChar *name, int type, int kind,
			     const xmlChar *value, xmlEnumerationPtr choices)
{
	(void)element;
	(void)type;
	(void)kind;
	(void)value;
	xmlFreeEnumeration(choices);
	refuse_declaration(context, name);
}

static void refuse_declaration(xmlParserCtxtPtr parser, const xmlChar *name)
{
	struct cleaner *c = parser->_private;

	if (c->ok) {
		diag_error(c->diags,
			   (struct place){ .file = c->file,
					   .line = (unsigned)
						   xmlSAX2GetLineNumber(parser),
					   .column = 1 },
			   "an SVG that declares \"%s\" for itself is not "
			   "taken",
			   (const char *)name);
		diag_hint(c->diags, "save it without a list of entities and "
				    "attributes: as plain or optimised SVG");
	}
	c->ok = false;
	xmlStopParser(parser);
}

static bool refuse_text(struct cleaner *c, const xmlParserCtxtPtr parser)
{
	const xmlError *error = xmlCtxtGetLastError(parser);
	struct str why = str_trim(
		str_from(error && error->message ? error->message : ""));

	return diag_error(
		c->diags,
		(struct place){ .file = c->file,
				.line = error && error->line > 0
						? (unsigned)error->line
						: 1,
				.column = 1 },
		"this is no SVG that can be read: %.*s", STR_ARG(why));
}

static bool clean_tree(struct cleaner *c, xmlDocPtr tree)
{
	const xmlNode *root = xmlDocGetRootElement(tree);

	if (!root || !is_in(root->ns, SVG_SPACE) ||
	    strcmp((const char *)root->name, "svg") != 0) {
		diag_error(c->diags,
			   (struct place){
				   .file = c->file, .line = 1, .column = 1 },
			   "this is no SVG: its first element is not <svg> of "
			   "the namespace " SVG_SPACE);
		return false;
	}
	if (c->as_is && tree->encoding &&
	    strcasecmp((const char *)tree->encoding, "utf-8") != 0)
		return diag_error(c->diags, (struct place){ .file = c->file },
				  "an SVG of static/ must be of UTF-8, found "
				  "%s",
				  (const char *)tree->encoding);
	c->sheet.arena = &c->arena;
	for (const xmlNode *n = tree->children; n; n = n->next)
		if (n->type == XML_PI_NODE)
			leave_out(c, n, true, "the instruction ",
				  text_of(n->name));
	read_styles(c, root);
	put_node(c, root);
	buf_char(c->to, '\n');
	if (c->elements > SVG_ELEMENTS)
		return diag_error(c->diags, (struct place){ .file = c->file },
				  "an SVG has at most %d elements",
				  SVG_ELEMENTS);
	if (c->to->len > MADE_MOST)
		return diag_error(c->diags, (struct place){ .file = c->file },
				  "the style sheet of this SVG makes it larger "
				  "than %d KiB",
				  MADE_MOST / 1024);
	return c->ok;
}

/* libxml2 takes no tree of more than 256 levels. */
static void read_styles(struct cleaner *c, const xmlNode *node)
{
	size_t before = c->sheet.left_out;
	xmlChar *css;

	for (; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (!is_in(node->ns, SVG_SPACE) ||
		    strcmp((const char *)node->name, "style") != 0) {
			read_styles(c, node->children);
			continue;
		}
		css = xmlNodeGetContent(node);
		svg_style_read(&c->sheet, text_of(css));
		xmlFree(css);
		if (c->sheet.left_out > before && !c->as_is)
			leave_out(c, node, false, "",
				  arena_printf(&c->arena,
					       "%zu rule%s of the style sheet",
					       c->sheet.left_out - before,
					       c->sheet.left_out - before == 1
						       ? ""
						       : "s"));
		before = c->sheet.left_out;
	}
}

static void put_node(struct cleaner *c, const xmlNode *node)
{
	switch (node->type) {
	case XML_ELEMENT_NODE:
		if (++c->elements <= SVG_ELEMENTS && c->to->len <= MADE_MOST)
			put_element(c, node);
		break;
	case XML_TEXT_NODE:
	case XML_CDATA_SECTION_NODE:
		buf_xml(c->to, text_of(node->content));
		break;
	case XML_PI_NODE:
		leave_out(c, node, true, "the instruction ",
			  text_of(node->name));
		break;
	default: /* comments */
		break;
	}
}

static void put_element(struct cleaner *c, const xmlNode *node)
{
	struct str name = text_of(node->name);

	if (!is_element(node)) {
		if (!is_for_editors(node))
			leave_out(c, node, is_active(node), "",
				  arena_printf(&c->arena, "<%.*s>",
					       STR_ARG(name)));
		if (!c->as_is)
			return;
	}
	buf_printf(c->to, "<%.*s", STR_ARG(name));
	if (!node->parent || node->parent->type != XML_ELEMENT_NODE)
		buf_text(c->to, " xmlns=\"" SVG_SPACE "\"");
	put_attributes(c, node);
	if (!node->children) {
		buf_text(c->to, "/>");
		return;
	}
	buf_char(c->to, '>');
	for (const xmlNode *n = node->children; n; n = n->next)
		put_node(c, n);
	buf_printf(c->to, "</%.*s>", STR_ARG(name));
}

/* An animation is one only of what it names and may change. */
static bool is_element(const xmlNode *node)
{
	struct str name = text_of(node->name);
	const xmlAttr *animated = find(node, "attributeName");

	if (!is_in(node->ns, SVG_SPACE) ||
	    !is_one_of(name, ELEMENTS, sizeof(ELEMENTS) / sizeof(*ELEMENTS)))
		return false;
	if (!str_is(name, "set") && !str_starts(name, "animate"))
		return true;
	return !animated || !animated->children ||
	       is_animated(str_trim(text_of(animated->children->content)));
}

/* What an editor notes for itself draws nothing. */
static bool is_for_editors(const xmlNode *node)
{
	struct str name = text_of(node->name);

	if (is_in(node->ns, SVG_SPACE))
		return str_is(name, "metadata") || str_is(name, "style");
	return !is_active(node);
}

/* What can run: scripts, HTML, and animations of what no list has. */
static bool is_active(const xmlNode *node)
{
	static const char *const NAMES[] = {
		"script",  "handler",	    "listener",		"foreignObject",
		"animate", "animateMotion", "animateTransform", "set",
		"iframe",  "embed",	    "object",
	};

	return is_in(node->ns, XHTML_SPACE) ||
	       is_one_of(text_of(node->name), NAMES,
			 sizeof(NAMES) / sizeof(*NAMES));
}

static void put_attributes(struct cleaner *c, const xmlNode *node)
{
	struct svg_values values = { 0 };
	struct str style = named(c, node, "style"), lost;

	for (const xmlAttr *a = node->properties; a; a = a->next)
		put_attribute(c, node, a, &values);
	svg_style_apply(&c->sheet, text_of(node->name), named(c, node, "class"),
			named(c, node, "id"), &values);
	lost = svg_style_declare(style, &values);
	if (lost.len)
		leave_out(c, node, false, "the style ", lost);
	for (int p = 0; p < SVG_PROPERTIES; p++)
		if (values.of[p].len)
			put_pair(c, svg_property_name(p), values.of[p]);
}

static void put_attribute(struct cleaner *c, const xmlNode *node,
			  const xmlAttr *attribute, struct svg_values *values)
{
	struct str name = text_of(attribute->name);
	struct str value = value_of(c, attribute);
	int property = attribute->ns ? -1 : svg_property(name);

	if (str_is(name, "href") &&
	    (!attribute->ns || is_in(attribute->ns, XLINK_SPACE))) {
		if (!attribute->ns || !find(node, "href"))
			put_reference(c, node, value);
	} else if (is_in(attribute->ns, XML_SPACE)) {
		if (str_is(name, "lang") || str_is(name, "space"))
			put_pair(c,
				 str_is(name, "lang") ? "xml:lang"
						      : "xml:space",
				 value);
	} else if (attribute->ns || str_is(name, "style")) {
		return; /* an editor's; and what became attributes */
	} else if (property >= 0) {
		if (svg_value_is_safe(value))
			values->of[property] = value;
		else
			leave_out(c, node, false, "", name);
	} else if (is_one_of(name, ATTRIBUTES,
			     sizeof(ATTRIBUTES) / sizeof(*ATTRIBUTES))) {
		if (!is_value(name) || svg_value_is_safe(value))
			put_pair(c, name.ptr, value);
		else
			leave_out(c, node, false, "", name);
	} else if (name.len > 2 && !strncasecmp(name.ptr, "on", 2)) {
		leave_out(c, node, true, "", name);
	}
}

static void put_reference(struct cleaner *c, const xmlNode *node,
			  struct str value)
{
	struct str element = text_of(node->name);

	value = str_trim(value);
	if (is_reference(element, value))
		put_pair(c, "href", value);
	else
		leave_out(c, node, address_kind(value) > ADDRESS_OTHER,
			  "the address ",
			  str_slice(value, 0, value.len < 40 ? value.len : 40));
}

/* Within the file, a picture in it, or a link to the web. */
static bool is_reference(struct str element, struct str value)
{
	if (str_starts(value, "#"))
		return true;
	if (str_is(element, "image") || str_is(element, "feImage"))
		return is_picture(value);
	return str_is(element, "a") && address_is_web(value);
}

static bool is_picture(struct str value)
{
	static const char *const KINDS[] = {
		"data:image/png;base64,",  "data:image/jpeg;base64,",
		"data:image/jpg;base64,",  "data:image/gif;base64,",
		"data:image/webp;base64,",
	};

	for (size_t i = 0; i < sizeof(KINDS) / sizeof(*KINDS); i++)
		if (str_starts(value, KINDS[i]))
			return true;
	return false;
}

/* Of an animation: a property takes it. */
static bool is_value(struct str attribute)
{
	return str_is(attribute, "from") || str_is(attribute, "to") ||
	       str_is(attribute, "by") || str_is(attribute, "values");
}

static bool is_animated(struct str attribute)
{
	return svg_property(attribute) >= 0 ||
	       is_one_of(attribute, ATTRIBUTES,
			 sizeof(ATTRIBUTES) / sizeof(*ATTRIBUTES));
}

static void put_pair(struct cleaner *c, const char *name, struct str value)
{
	buf_printf(c->to, " %s=\"", name);
	buf_xml(c->to, value);
	buf_char(c->to, '"');
}

/* What is copied as it is may hold anything that does not run. */
static void leave_out(struct cleaner *c, const xmlNode *node, bool active,
		      const char *before, struct str what)
{
	struct place at = { .file = c->file,
			    .line = (unsigned)xmlGetLineNo(node),
			    .column = 1 };

	if (c->as_is && !active)
		return;
	c->ok &= !c->as_is;
	if (c->told++ >= TOLD_MOST)
		return;
	if (!c->as_is) {
		diag_warning(c->diags, at, "left out of the picture: %s%.*s",
			     before, STR_ARG(what));
		return;
	}
	diag_error(c->diags, at, "%s%.*s has no place in a picture", before,
		   STR_ARG(what));
	diag_hint(c->diags, "a file of static/ is copied as it is: take it "
			    "out, or set unsafe_html in site.yaml");
}

static struct str value_of(struct cleaner *c, const xmlAttr *attribute)
{
	xmlChar *text =
		xmlNodeListGetString(attribute->doc, attribute->children, 1);
	struct str value = arena_str(&c->arena, text_of(text));

	xmlFree(text);
	return value;
}

static struct str named(struct cleaner *c, const xmlNode *node,
			const char *name)
{
	const xmlAttr *attribute = find(node, name);

	return attribute ? value_of(c, attribute) : STR("");
}

/* The attribute of no namespace, or NULL. */
static const xmlAttr *find(const xmlNode *node, const char *name)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (!a->ns && !strcmp((const char *)a->name, name))
			return a;
	return NULL;
}

static struct str text_of(const xmlChar *text)
{
	return str_from((const char *)text);
}

static bool is_in(const xmlNs *space, const char *address)
{
	return space && space->href &&
	       !strcmp((const char *)space->href, address);
}

static bool is_one_of(struct str name, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_is(name, list[i]))
			return true;
	return false;
}
