#include "import/page_parts.h"

#include <string.h>

#include <libxml/HTMLparser.h>

#include "import/phrases.h"
#include "import/wording.h"

enum { DEPTH = 200, NOTES = 500, MARK_LONG = 5 };

static bool has_class(xmlNode *node, const char *words);
static bool holds(const xmlNode *node, const char *names, int depth);
static size_t text_len(const xmlNode *node, int depth);
static bool has_only_jumps(const xmlNode *node, size_t *links, int depth);
static struct str property(const xmlNode *node, const char *name,
			   struct arena *arena);
static struct str language_of_class(struct str classes);
static bool is_language(struct str word);
static bool is_mark(struct str words);
static void find_notes(xmlNode *node, struct page_notes *marks,
		       struct page_notes *targets, struct arena *arena,
		       int depth);

bool page_is(const xmlNode *node, const char *names)
{
	struct str rest = str_from(names);
	struct str name = str_from((const char *)node->name);

	while (rest.ptr)
		if (str_equals(str_cut(&rest, ' '), name))
			return true;
	return false;
}

/* A page that calls all of itself "with-sidebar" is no sidebar. */
size_t page_text_len(const xmlNode *root)
{
	return text_len(root->children, 0);
}

bool page_is_around(xmlNode *node, size_t page_len)
{
	bool comments = has_class(node, PHRASES_COMMENT_CLASS);

	if (!comments && !has_class(node, PHRASES_AROUND_CLASS))
		return false;
	if (page_is(node, "html body main article h1 h2 h3 h4 h5 h6 table") ||
	    holds(node->children, "article main h1", 0))
		return false;
	if (comments)
		return true;
	return 2 * text_len(node->children, 0) < page_len;
}

bool page_is_article(xmlNode *node)
{
	return page_is(node, "article") ||
	       (page_is(node, "main") && !holds(node->children, "article", 0));
}

bool page_is_contents(xmlNode *node)
{
	size_t links = 0;

	return page_is(node, "ul ol") &&
	       has_only_jumps(node->children, &links, 0) && links > 1;
}

bool page_is_caption(xmlNode *node)
{
	return page_is(node, "figcaption") ||
	       (page_is(node, "p div") &&
		has_class(node, "caption|wp-caption-text"));
}

bool page_is_label(xmlNode *node)
{
	xmlChar *words;
	bool label;

	while (node && node->type == XML_TEXT_NODE &&
	       !str_trim(str_from((const char *)node->content)).len)
		node = node->next;
	if (!node || node->type != XML_ELEMENT_NODE ||
	    !page_is(node, "b strong"))
		return false;
	words = xmlNodeGetContent(node);
	label = words && str_ends(str_trim(str_from((char *)words)), ":");
	xmlFree(words);
	return label || (node->next && node->next->type == XML_TEXT_NODE &&
			 node->next->content[0] == ':');
}

struct str page_language(xmlNode *node, struct arena *arena)
{
	static const char *const KEYS[] = { "data-lang", "data-language",
					    "data-code-block-lang", "lang" };
	xmlNode *place = node->parent && page_is(node->parent, "div figure")
				 ? node->parent
				 : node;
	xmlNode *inner = node->children;

	while (inner && inner->type != XML_ELEMENT_NODE)
		inner = inner->next;
	if (inner && !page_is(inner, "code"))
		inner = NULL;
	for (xmlNode *at = inner ? inner : node; at; at = at == place  ? NULL
							  : at == node ? place
								       : node) {
		struct str language =
			language_of_class(property(at, "class", arena));

		for (size_t k = 0; k < sizeof(KEYS) / sizeof(*KEYS); k++)
			if (!language.len)
				language = property(at, KEYS[k], arena);
		if (is_language(language))
			return language;
	}
	return (struct str){ "", 0 };
}

struct str page_note_mark(xmlNode *link, struct arena *arena)
{
	struct str url = property(link, "href", arena), none = { "", 0 };
	xmlChar *words = xmlNodeGetContent(link);
	bool mark = words && is_mark(str_trim(str_from((char *)words)));

	xmlFree(words);
	return mark && url.len > 1 && url.ptr[0] == '#' ? str_from_byte(url, 1)
							: none;
}

struct page_notes page_notes_of(xmlNode *root, struct arena *arena)
{
	struct page_notes marks = { 0 }, targets = { 0 }, notes = { 0 };

	find_notes(root, &marks, &targets, arena, 0);
	for (size_t i = 0; i < targets.count && notes.count < NOTES; i++)
		if (page_notes_have(&marks, targets.ids[i]))
			*arena_push(arena, notes.ids, notes.count) =
				targets.ids[i];
	return notes;
}

bool page_notes_have(const struct page_notes *notes, struct str id)
{
	for (size_t i = 0; id.len && i < notes->count; i++)
		if (str_equals(notes->ids[i], id))
			return true;
	return false;
}

/* Whether a part of the id or of a class is such a word: "site-header". */
static bool has_class(xmlNode *node, const char *words)
{
	static const char *const KEYS[] = { "class", "id", "role" };
	bool found = false;

	for (size_t k = 0; k < sizeof(KEYS) / sizeof(*KEYS) && !found; k++) {
		xmlChar *value = xmlGetProp(node, (const xmlChar *)KEYS[k]);
		struct str names = value ? str_from((char *)value) : STR("");

		while (names.ptr && !found) {
			struct str name = str_cut(&names, ' '), part = name;
			size_t len = 0;

			/* "has-sidebar" is about something else. */
			if (wording_starts(name, "has-") ||
			    wording_starts(name, "with-") ||
			    wording_starts(name, "no-") ||
			    wording_starts(name, "is-"))
				continue;
			found = wording_is_any(name, words);
			for (size_t i = 0; i <= name.len && !found; i++) {
				if (i < name.len && !strchr("-_", name.ptr[i]))
					continue;
				part = str_slice(name, len, i - len);
				found = wording_is_any(part, words);
				len = i + 1;
			}
		}
		xmlFree(value);
	}
	return found;
}

static bool holds(const xmlNode *node, const char *names, int depth)
{
	for (; node && depth < DEPTH; node = node->next)
		if (node->type == XML_ELEMENT_NODE &&
		    (page_is(node, names) ||
		     holds(node->children, names, depth + 1)))
			return true;
	return false;
}

static size_t text_len(const xmlNode *node, int depth)
{
	size_t len = 0;

	for (; node && depth < DEPTH; node = node->next)
		if (node->type == XML_TEXT_NODE)
			len += strlen((const char *)node->content);
		else if (node->type == XML_ELEMENT_NODE &&
			 !page_is(node, "script style"))
			len += text_len(node->children, depth + 1);
	return len;
}

static bool has_only_jumps(const xmlNode *node, size_t *links, int depth)
{
	for (; node && depth < DEPTH; node = node->next) {
		if (node->type == XML_TEXT_NODE &&
		    str_trim(str_from((const char *)node->content)).len)
			return false;
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (page_is(node, "a")) {
			xmlChar *url =
				xmlGetProp(node, (const xmlChar *)"href");
			bool jump = url && url[0] == '#';

			xmlFree(url);
			if (!jump)
				return false;
			(*links)++;
		} else if (!has_only_jumps(node->children, links, depth + 1)) {
			return false;
		}
	}
	return true;
}

static struct str property(const xmlNode *node, const char *name,
			   struct arena *arena)
{
	xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
	struct str text =
		value ? arena_str(arena, str_from((char *)value)) : STR("");

	xmlFree(value);
	return str_trim(text);
}

static struct str language_of_class(struct str classes)
{
	static const char *const BEFORE[] = { "language-", "lang-",
					      "highlight-source-" };

	while (classes.ptr) {
		struct str name = str_cut(&classes, ' ');

		for (size_t k = 0; k < sizeof(BEFORE) / sizeof(*BEFORE); k++)
			if (wording_starts(name, BEFORE[k]))
				return str_from_byte(name, strlen(BEFORE[k]));
	}
	return (struct str){ "", 0 };
}

static bool is_language(struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!wording_in_word(word, i) && word.ptr[i] != '-')
			return false;
	return word.len && word.len <= 20;
}

/* "1", "[2]", "*": no words. */
static bool is_mark(struct str words)
{
	for (size_t i = 0; i < words.len; i++)
		if ((words.ptr[i] >= 'a' && words.ptr[i] <= 'z') ||
		    (words.ptr[i] >= 'A' && words.ptr[i] <= 'Z'))
			return false;
	return words.len && words.len <= MARK_LONG;
}

static void find_notes(xmlNode *node, struct page_notes *marks,
		       struct page_notes *targets, struct arena *arena,
		       int depth)
{
	for (; node && depth < DEPTH; node = node->next) {
		struct str id;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (page_is(node, "a")) {
			id = page_note_mark(node, arena);
			if (id.len && marks->count < NOTES)
				*arena_push(arena, marks->ids, marks->count) =
					id;
		} else if (page_is(node, "li p div aside dd")) {
			id = property(node, "id", arena);
			if (id.len)
				*arena_push(arena, targets->ids,
					    targets->count) = id;
		}
		find_notes(node->children, marks, targets, arena, depth + 1);
	}
}
