#include "read/yaml.h"

#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "read/lexical.h"
#include "read/text.h"

struct reader {
	struct diags *diags;
	struct arena *arena;
	struct place start;
	yaml_parser_t parser;
	int depth;
	struct str text;
	size_t line, line_at; /* the line looked at last, from 0; its byte */
};

static const struct yaml_node *read_document(struct reader *r);
static bool next_event(struct reader *r, yaml_event_t *event);
static bool hint_quotes(struct reader *r, size_t line);
static bool needs_quotes(struct str value);
static void hint_quoted(struct reader *r, struct str key, struct str value);
static bool is_pair(struct str text);
static struct str line_text(struct reader *r, size_t line);
static void warn_of_comment(struct reader *r, const yaml_mark_t *end);
static const struct yaml_node *read_node(struct reader *r, yaml_event_t *event);
static const struct yaml_node *read_list(struct reader *r,
					 struct yaml_node *node);
static const struct yaml_node *read_mapping(struct reader *r,
					    struct yaml_node *node);
static bool read_pair(struct reader *r, struct yaml_node *node,
		      yaml_event_t *event);
static bool check_twins(struct reader *r, const struct yaml_node *node);
static int compare_keys(const void *a, const void *b);
static bool refuse_anchor(struct reader *r, const yaml_event_t *event);
static const struct written *written_of(struct reader *r,
					const yaml_event_t *event);
static struct str scalar_text(struct reader *r, const yaml_event_t *event);
static struct place place_of(const struct reader *r, const yaml_mark_t *start,
			     const yaml_mark_t *end);

const struct yaml_node *yaml_parse(struct diags *diags, struct str text,
				   struct place at, struct arena *arena)
{
	struct reader r = {
		.diags = diags, .arena = arena, .start = at, .text = text
	};
	const struct yaml_node *node = NULL;

	if (!yaml_parser_initialize(&r.parser))
		memory_exhausted();
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
		&r.parser, (const unsigned char *)(text.len ? text.ptr : ""),
		text.len);
	node = read_document(&r);
	yaml_parser_delete(&r.parser);
	return node;
}

const struct yaml_node *yaml_find(const struct yaml_node *mapping,
				  const char *key)
{
	for (size_t i = 0; i < mapping->pair_count; i++)
		if (str_is(mapping->pairs[i].key, key))
			return mapping->pairs[i].value;
	return NULL;
}

bool yaml_is_null(const struct yaml_node *node)
{
	return node->kind == YAML_SCALAR && !node->quoted && !node->is_cell &&
	       (str_is_empty(node->text) || str_is(node->text, "~") ||
		str_is(node->text, "null"));
}

struct place yaml_words(const struct yaml_node *node)
{
	struct place at = node->at;

	at.column += node->quoted;
	if (node->quoted && at.width > 2)
		at.width -= 2;
	return at;
}

const char *yaml_kind_name(const struct yaml_node *node)
{
	switch (node->kind) {
	case YAML_SCALAR:
		return yaml_is_null(node) ? "nothing" : "text";
	case YAML_LIST:
		return "a list";
	case YAML_MAPPING:
		return "a mapping";
	}
	return "";
}

static const struct yaml_node *read_document(struct reader *r)
{
	const struct yaml_node *node = NULL;
	struct yaml_node *empty;
	yaml_event_t event;

	for (;;) {
		yaml_event_type_t type;

		if (!next_event(r, &event))
			return NULL;
		type = event.type;
		if (type == YAML_STREAM_END_EVENT) {
			yaml_event_delete(&event);
			break;
		}
		if (type == YAML_STREAM_START_EVENT ||
		    type == YAML_DOCUMENT_START_EVENT ||
		    type == YAML_DOCUMENT_END_EVENT) {
			yaml_event_delete(&event);
			continue;
		}
		if (node) {
			diag_error(r->diags,
				   place_of(r, &event.start_mark,
					    &event.start_mark),
				   "expected one document, found a second");
			yaml_event_delete(&event);
			return NULL;
		}
		node = read_node(r, &event);
		if (!node)
			return NULL;
	}
	if (node && !yaml_is_null(node))
		return node;
	empty = arena_new(r->arena, struct yaml_node);
	empty->kind = YAML_MAPPING;
	empty->at = r->start;
	return empty;
}

/* libyaml counts lines and columns from 0, columns in characters. */
static bool next_event(struct reader *r, yaml_event_t *event)
{
	const yaml_parser_t *p = &r->parser;
	struct place at = r->start;

	if (yaml_parser_parse(&r->parser, event))
		return true;
	if (!p->problem)
		memory_exhausted();
	at.line += (unsigned)p->problem_mark.line;
	at.column = (unsigned)p->problem_mark.column + 1;
	at.width = 1;
	diag_error(r->diags, at, "this is no YAML: %s", p->problem);
	if (!hint_quotes(r, (size_t)p->problem_mark.line) && p->context)
		diag_hint(r->diags, "%s", p->context);
	return false;
}

/* Hints at the quotes that the value of that line needs, if it does. */
static bool hint_quotes(struct reader *r, size_t line)
{
	struct str text = line_text(r, line), key = text, value;
	size_t colon = str_find_str(text, STR(": "));

	if (str_find(text, '\t') < text.len && str_trim(text).len &&
	    str_trim(text).ptr > text.ptr + str_find(text, '\t')) {
		diag_hint(r->diags, "indent with spaces, not with a tab");
		return true;
	}
	key.len = colon;
	value = str_trim(str_from_byte(text, colon + 1));
	if (colon == text.len && str_starts(str_trim(text), "- ")) {
		key = STR("-");
		value = str_trim(str_from_byte(str_trim(text), 2));
	} else if (colon == text.len) {
		return false;
	}
	if (!needs_quotes(value))
		return false;
	hint_quoted(r, str_trim(key), value);
	return true;
}

/* What begins or holds a sign of YAML's, and is one text nevertheless. */
static bool needs_quotes(struct str value)
{
	char first = value.len ? *value.ptr : ' ';
	char close = first == '[' ? ']' : first == '{' ? '}' : first;
	struct str rest = str_from_byte(value, 1);

	if (strchr("[{\"'", first)) {
		size_t end = str_find(rest, close);

		return end + 1 < rest.len;
	}
	return strchr("@`%*&!|>?-", first) ||
	       str_find_str(value, STR(": ")) < value.len ||
	       str_ends(value, ":");
}

static void hint_quoted(struct reader *r, struct str key, struct str value)
{
	char quote = str_find(value, '"') < value.len ? '\'' : '"';
	bool item = str_is(key, "-");

	if (str_find(value, quote) < value.len || value.len > 100)
		diag_hint(r->diags, "put the text in quotes");
	else if (!item && is_pair(value))
		diag_hint(r->diags,
			  "put what is a text in quotes, %.*s: \"%.*s\", and a "
			  "key of its own in braces, %.*s: { %.*s }",
			  STR_ARG(key), STR_ARG(value), STR_ARG(key),
			  STR_ARG(value));
	else
		diag_hint(r->diags, "put the text in quotes: %.*s%s %c%.*s%c",
			  STR_ARG(key), item ? "" : ":", quote, STR_ARG(value),
			  quote);
}

/* "top: 2": a key as files have them, and one word. */
static bool is_pair(struct str text)
{
	struct str rest = text, key = str_cut(&rest, ':');

	for (size_t i = 0; i < key.len; i++)
		if (!strchr("abcdefghijklmnopqrstuvwxyz_", key.ptr[i]))
			return false;
	rest = str_trim(rest);
	for (size_t i = 0; i < rest.len; i++)
		if (strchr(" ,:#{}[]\"'", rest.ptr[i]))
			return false;
	return key.len && rest.len;
}

/* Lines are asked for nearly in their order. */
static struct str line_text(struct reader *r, size_t line)
{
	struct str rest;

	if (line < r->line)
		r->line = r->line_at = 0;
	rest = str_from_byte(r->text, r->line_at);
	for (; r->line < line && rest.ptr; r->line++) {
		str_cut(&rest, '\n');
		if (rest.ptr)
			r->line_at = (size_t)(rest.ptr - r->text.ptr);
	}
	return rest.ptr ? str_cut(&rest, '\n') : STR("");
}

/*
 * "color: #aa3300" is empty, and "The #1 choice" ends before the sign: what
 * stands behind it is a comment to YAML and hardly to the author, who writes
 * comments with a space.
 */
static void warn_of_comment(struct reader *r, const yaml_mark_t *end)
{
	struct str text = line_text(r, end->line), rest;
	struct place at = r->start;
	size_t byte = 0, column = end->column;

	for (size_t i = 0; i < end->column && byte < text.len; i++)
		str_char_next(text, &byte);
	rest = str_trim(str_from_byte(text, byte));
	if (rest.len < 2 || rest.ptr[0] != '#' || strchr(" \t#!", rest.ptr[1]))
		return;
	column += str_char_count(
		str_slice(text, byte, (size_t)(rest.ptr - text.ptr) - byte));
	at.line += (unsigned)end->line;
	at.column = (unsigned)column + 1;
	at.width = (unsigned)str_char_count(rest);
	diag_warning(r->diags, at, "\"%.*s\" is a comment here, not text",
		     STR_ARG(rest));
	if (str_ends(str_trim(str_slice(text, 0, byte)), ":"))
		diag_hint(r->diags, "put it in quotes: \"%.*s\"",
			  STR_ARG(rest));
	else
		diag_hint(r->diags, "put the whole text in quotes, or a space "
				    "behind the \"#\"");
}

/* Takes the event over. */
static const struct yaml_node *read_node(struct reader *r, yaml_event_t *event)
{
	struct yaml_node *node = arena_new(r->arena, struct yaml_node);
	const struct yaml_node *made = NULL;
	yaml_event_type_t type = event->type;

	node->at = place_of(r, &event->start_mark, &event->end_mark);
	if (type == YAML_ALIAS_EVENT) {
		diag_error(r->diags, node->at, "aliases are not allowed");
		hint_quotes(r, event->start_mark.line);
	} else if (refuse_anchor(r, event))
		made = NULL;
	else if (type == YAML_SCALAR_EVENT) {
		node->kind = YAML_SCALAR;
		node->text = scalar_text(r, event);
		node->name = str_trim(name_on_line(node->text, r->arena));
		node->quoted =
			event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
		node->written = written_of(r, event);
		if (!node->quoted)
			warn_of_comment(r, &event->end_mark);
		/* An escape such as "\x01" gets past the check of the file. */
		if (text_check(r->diags, node->at, node->text))
			made = node;
	} else if (++r->depth > YAML_DEPTH)
		diag_error(r->diags, node->at,
			   "more than %d levels of lists and mappings",
			   YAML_DEPTH);
	else
		made = node;
	yaml_event_delete(event);
	if (!made || type == YAML_SCALAR_EVENT)
		return made;
	made = type == YAML_SEQUENCE_START_EVENT ? read_list(r, node)
						 : read_mapping(r, node);
	r->depth--;
	return made;
}

static const struct yaml_node *read_list(struct reader *r,
					 struct yaml_node *node)
{
	yaml_event_t event;

	node->kind = YAML_LIST;
	node->at.width = 1;
	for (;;) {
		const struct yaml_node *item;

		if (!next_event(r, &event))
			return NULL;
		if (event.type == YAML_SEQUENCE_END_EVENT) {
			yaml_event_delete(&event);
			return node;
		}
		item = read_node(r, &event);
		if (!item)
			return NULL;
		*arena_push(r->arena, node->items, node->item_count) = item;
	}
}

static const struct yaml_node *read_mapping(struct reader *r,
					    struct yaml_node *node)
{
	yaml_event_t event;

	node->kind = YAML_MAPPING;
	node->at.width = 1;
	for (;;) {
		if (!next_event(r, &event))
			return NULL;
		if (event.type == YAML_MAPPING_END_EVENT) {
			yaml_event_delete(&event);
			return check_twins(r, node) ? node : NULL;
		}
		if (event.type != YAML_SCALAR_EVENT) {
			diag_error(r->diags,
				   place_of(r, &event.start_mark,
					    &event.start_mark),
				   "a key must be text");
			yaml_event_delete(&event);
			return NULL;
		}
		if (!read_pair(r, node, &event))
			return NULL;
	}
}

static bool read_pair(struct reader *r, struct yaml_node *node,
		      yaml_event_t *event)
{
	struct yaml_pair pair = {
		.key = name_on_line(scalar_text(r, event), r->arena),
		.at = place_of(r, &event->start_mark, &event->end_mark),
	};
	bool refused = refuse_anchor(r, event) ||
		       !text_check(r->diags, pair.at, pair.key);

	yaml_event_delete(event);
	if (refused || !next_event(r, event))
		return false;
	pair.value = read_node(r, event);
	if (!pair.value)
		return false;
	*arena_push(r->arena, node->pairs, node->pair_count) = pair;
	return true;
}

/* Sorted, as comparing each key with each would take a hostile file hours. */
static bool check_twins(struct reader *r, const struct yaml_node *node)
{
	size_t count = node->pair_count;
	const struct yaml_pair **sorted =
		arena_array(r->arena, const struct yaml_pair *, count);
	bool ok = true;

	for (size_t i = 0; i < count; i++)
		sorted[i] = &node->pairs[i];
	if (count)
		qsort(sorted, count, sizeof(*sorted), compare_keys);
	for (size_t i = 1; i < count; i++) {
		if (!str_equals(sorted[i - 1]->key, sorted[i]->key))
			continue;
		ok = diag_error(r->diags, sorted[i]->at,
				"the key \"%.*s\" is there twice",
				STR_ARG(sorted[i]->key));
		diag_note(r->diags, sorted[i - 1]->at, "it was first here");
	}
	return ok;
}

/* By key, then in the order written. */
static int compare_keys(const void *a, const void *b)
{
	const struct yaml_pair *left = *(const struct yaml_pair *const *)a;
	const struct yaml_pair *right = *(const struct yaml_pair *const *)b;
	int order = str_compare(left->key, right->key);

	return order ? order : (left > right) - (left < right);
}

/* A tag would take the word that it is out of the text. */
static bool refuse_anchor(struct reader *r, const yaml_event_t *event)
{
	const yaml_char_t *anchor = NULL, *tag = NULL;

	if (event->type == YAML_SCALAR_EVENT) {
		anchor = event->data.scalar.anchor;
		tag = event->data.scalar.tag;
	} else if (event->type == YAML_SEQUENCE_START_EVENT) {
		anchor = event->data.sequence_start.anchor;
		tag = event->data.sequence_start.tag;
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		anchor = event->data.mapping_start.anchor;
		tag = event->data.mapping_start.tag;
	}
	if (!anchor && !tag)
		return false;
	diag_error(r->diags,
		   place_of(r, &event->start_mark, &event->start_mark),
		   anchor ? "anchors are not allowed" : "tags are not allowed");
	hint_quotes(r, event->start_mark.line);
	return true;
}

static struct str scalar_text(struct reader *r, const yaml_event_t *event)
{
	return arena_str(r->arena,
			 (struct str){ (const char *)event->data.scalar.value,
				       event->data.scalar.length });
}

/* NULL for one on one line and without escapes, which stands as it is. */
static const struct written *written_of(struct reader *r,
					const yaml_event_t *event)
{
	const yaml_mark_t *start = &event->start_mark;
	struct str line = line_text(r, start->line);
	struct written *written;
	size_t byte = 0;

	for (size_t k = 0; k < start->column && byte < line.len; k++)
		str_char_next(line, &byte);
	line = str_from_byte(line, byte);
	if (start->line == event->end_mark.line &&
	    (event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE ||
	     str_find(line, '\\') == line.len))
		return NULL;
	written = arena_new(r->arena, struct written);
	written->source =
		str_from_byte(r->text, (size_t)(line.ptr - r->text.ptr));
	written->at = place_of(r, start, start);
	return written;
}

static struct place place_of(const struct reader *r, const yaml_mark_t *start,
			     const yaml_mark_t *end)
{
	struct place at = r->start;

	at.line += (unsigned)start->line;
	at.column = (unsigned)start->column + 1;
	at.width = end->line == start->line && end->column > start->column
			   ? (unsigned)(end->column - start->column)
			   : 1;
	return at;
}
