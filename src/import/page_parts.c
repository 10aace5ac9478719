#include "import/page_parts.h"

#include <libxml/tree.h>

#include "base/wording.h"
#include "import/phrases.h"

static bool holds(const xmlNode *node, const char *names, int depth);
static bool has_class(const xmlNode *node, const char *words,
		      struct arena *arena);

bool page_is(const xmlNode *node, const char *names)
{
	struct str rest = str_from(names);

	while (node->type == XML_ELEMENT_NODE && rest.ptr)
		if (str_is(str_cut(&rest, ' '), (const char *)node->name))
			return true;
	return false;
}

struct str page_attribute(const xmlNode *node, const char *name,
			  struct arena *arena)
{
	xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
	struct str text = page_clean(str_from((const char *)value), arena);

	xmlFree(value);
	return str_trim(text);
}

/* What calls itself a sidebar and holds the title is the page's layout. */
bool page_is_around(const xmlNode *node, struct arena *arena)
{
	if (page_is(node, "nav form footer button select dialog figcaption"))
		return true;
	if (page_is(node, "html body main article h1 h2 h3 h4 h5 h6 table"))
		return false;
	return (has_class(node, PHRASES_COMMENT_CLASS, arena) &&
		!holds(node->children, "article main h1", 0)) ||
	       (has_class(node, PHRASES_AROUND_CLASS, arena) &&
		!holds(node->children, "article main h1 h2", 0));
}

bool page_is_hidden(const xmlNode *node, struct arena *arena)
{
	struct str style = page_attribute(node, "style", arena);
	bool hidden = node->type == XML_ELEMENT_NODE &&
		      xmlHasProp(node, (const xmlChar *)"hidden");

	/* A search of the page finds it, or a click on its tab. */
	if (wording_is_any(page_attribute(node, "hidden", arena),
			   "until-found") ||
	    wording_is_any(page_attribute(node, "role", arena), "tabpanel"))
		return false;
	while (style.ptr) {
		struct str value = str_cut(&style, ';');
		struct str key = str_trim(str_cut(&value, ':'));

		value = str_trim(value);
		hidden |= (wording_is_any(key, "display") &&
			   wording_starts_any(value, "none")) ||
			  (wording_is_any(key, "visibility") &&
			   wording_starts_any(value, "hidden"));
	}
	return hidden && !page_is(node, "html body main article h1") &&
	       !holds(node->children, "article main h1", 0);
}

static bool holds(const xmlNode *node, const char *names, int depth)
{
	for (; node && depth < PAGE_DEPTH; node = node->next)
		if (page_is(node, names) ||
		    (node->type == XML_ELEMENT_NODE &&
		     holds(node->children, names, depth + 1)))
			return true;
	return false;
}

/* Whether a part of the id or of a class is such a word: "site-header". */
static bool has_class(const xmlNode *node, const char *words,
		      struct arena *arena)
{
	static const char *const KEYS[] = { "class", "id", "role" };

	for (size_t k = 0; k < sizeof(KEYS) / sizeof(*KEYS); k++) {
		struct str names = page_attribute(node, KEYS[k], arena);

		while (names.ptr) {
			struct str name = str_cut(&names, ' ');

			if (wording_is_any(name, words))
				return true;
			/* "has-sidebar" is about something else. */
			if (wording_starts_any(name, PHRASES_ABOUT_CLASS))
				continue;
			for (size_t end; name.len;
			     name = str_from_byte(name, end + 1)) {
				end = strcspn(name.ptr, "-_ ");
				if (wording_is_any(str_slice(name, 0, end),
						   words))
					return true;
			}
		}
	}
	return false;
}

struct str page_language(const xmlNode *node, struct arena *arena)
{
	const xmlNode *places[] = { node->children, node, node->parent };

	for (size_t k = 0; k < 3; k++) {
		struct str names = { 0 };

		if (places[k] && page_is(places[k], "code pre div figure"))
			names = page_attribute(places[k], "class", arena);
		while (names.ptr) {
			struct str name = str_cut(&names, ' ');
			size_t front = wording_starts_any(
				name, PHRASES_LANGUAGE_CLASS);

			if (front && front < name.len)
				return str_from_byte(name, front);
		}
	}
	return STR("");
}

/* "fn1", "footnote-2", "cite_note-3": a word for notes and a number. */
bool page_is_note(const xmlNode *node, struct arena *arena)
{
	struct str id = page_attribute(node, "id", arena);
	size_t front = wording_starts_any(id, PHRASES_NOTE_ID);

	return page_is(node, "li p div aside dd") && front && front < id.len &&
	       strspn(id.ptr + front, "-_:.0123456789") == id.len - front;
}

struct str page_clean(struct str text, struct arena *arena)
{
	char *to = arena_array(arena, char, text.len + 1);
	size_t len = 0;

	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		uint32_t c = str_char_next(text, &at);

		if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F ||
		    c == 0xFFFE || c == 0xFFFF)
			continue;
		memcpy(to + len, text.ptr + start, at - start);
		len += at - start;
	}
	return (struct str){ to, len };
}
