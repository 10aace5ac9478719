#include "read/markdown_notes.h"

#include <cmark.h>

#include "read/citation.h"
#include "read/markdown_place.h"

/* Stands for the "]" of a definition. */
#define CLOSE '\x07'

static size_t definition(struct str line, size_t *from);
static bool is_name(struct str name);
static char free_bullet(struct str text);
static struct note *note_of(const struct notes *notes, cmark_node *item);
static void restore(cmark_node *node);
static struct str without_indent(struct str text);
static bool add_note(const struct markdown_env *env, struct notes *notes,
		     struct note *note, cmark_node *item);

void markdown_notes_mark(const struct markdown_env *env, struct str text,
			 struct place at, struct notes *notes,
			 struct buf *marked)
{
	struct locator locator = locator_in(text, at, env->written);
	struct str rest = text;
	char bullet = '\0';

	*notes = (struct notes){ .names = NULL };
	if (str_find_str(text, STR("[^")) == text.len ||
	    str_find_str(text, STR("]:")) == text.len)
		return;
	for (size_t n = 0; rest.ptr; n++) {
		struct str line = str_cut(&rest, '\n');
		size_t from, len = definition(line, &from), start;
		struct note *note;

		if (!len)
			continue;
		if (!marked->len) {
			buf_raw(marked, text);
			bullet = free_bullet(text);
		}
		start = (size_t)(line.ptr - text.ptr) + from;
		marked->ptr[start] = bullet;
		marked->ptr[start + 1] = '\t';
		marked->ptr[start + len - 2] = CLOSE;
		note = arena_push(env->arena, notes->notes, notes->count);
		*note = (struct note){
			.name = str_slice(line, from + 2, len - 4),
			.at = locator_find(&locator, n, from,
					   str_slice(line, from, len)),
			.line = n,
			.end = from + len,
		};
	}
}

bool markdown_notes_take(const struct markdown_env *env, cmark_node *root,
			 struct notes *notes)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	bool ok = true;

	notes->names = name_index_new(env->arena);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		struct note *note;

		if (event != CMARK_EVENT_ENTER)
			continue;
		note = cmark_node_get_type(node) == CMARK_NODE_ITEM
			       ? note_of(notes, node)
			       : NULL;
		if (note)
			ok &= add_note(env, notes, note, node);
		else
			restore(node);
	}
	cmark_iter_free(iter);
	for (size_t i = 0; i < notes->count; i++) {
		cmark_node *item = notes->notes[i].item;
		cmark_node *list = item ? cmark_node_parent(item) : NULL;

		if (item)
			cmark_node_unlink(item);
		if (list && !cmark_node_first_child(list))
			cmark_node_unlink(list);
	}
	return ok;
}

struct note *markdown_notes_find(const struct notes *notes, struct str name)
{
	long found =
		notes->names ? name_index_find(notes->names, name) : NAME_NONE;

	return found >= 0 ? &notes->notes[found] : NULL;
}

const struct note *markdown_notes_at(const struct notes *notes, size_t line)
{
	size_t from = 0, to = notes->count;

	while (from < to) {
		size_t middle = (from + to) / 2;

		if (notes->notes[middle].line < line)
			from = middle + 1;
		else
			to = middle;
	}
	return from < notes->count && notes->notes[from].line == line
		       ? &notes->notes[from]
		       : NULL;
}

/* The bytes of "[^name]:" that begin a line behind `from` others, or 0. */
static size_t definition(struct str line, size_t *from)
{
	size_t close;

	*from = 0;
	while (*from < line.len && strchr(" \t>", line.ptr[*from]))
		++*from;
	line = str_from_byte(line, *from);
	if (!str_starts(line, "[^"))
		return 0;
	close = str_find(line, ']');
	return close + 1 < line.len && line.ptr[close + 1] == ':' &&
			       is_name(str_slice(line, 2, close - 2))
		       ? close + 2
		       : 0;
}

/* Nothing in it that Markdown could mean anything by. */
static bool is_name(struct str name)
{
	for (size_t i = 0; i < name.len; i++) {
		unsigned char c = (unsigned char)name.ptr[i];

		if (!((c | 32) >= 'a' && (c | 32) <= 'z') &&
		    !(c >= '0' && c <= '9') && c < 0x80 && c != '-' &&
		    !(c == '_' && i && i + 1 < name.len))
			return false;
	}
	return name.len && name.len < NAME_BYTES;
}

/* One that begins no line, lest an item joins a list of the author's. */
static char free_bullet(struct str text)
{
	bool used[3] = { false, false, false };

	while (text.ptr) {
		struct str line = str_cut(&text, '\n');

		while (line.len && strchr(" \t>", *line.ptr))
			line = str_from_byte(line, 1);
		for (size_t k = 0; k < 3 && line.len; k++)
			used[k] |= *line.ptr == "+*-"[k];
	}
	return used[0] && !used[1] ? '*' : used[0] && !used[2] ? '-' : '+';
}

/* Which note's the item is, by its line and what it begins with. */
static struct note *note_of(const struct notes *notes, cmark_node *item)
{
	size_t line = (size_t)cmark_node_get_start_line(item) - 1;
	struct note *note = (struct note *)markdown_notes_at(notes, line);
	cmark_node *paragraph = cmark_node_first_child(item);
	cmark_node *text = paragraph ? cmark_node_first_child(paragraph) : NULL;
	struct str literal;

	if (!note || !text || cmark_node_get_type(text) != CMARK_NODE_TEXT)
		return NULL;
	literal = str_from(cmark_node_get_literal(text));
	return literal.len > note->name.len + 1 &&
			       str_equals(str_slice(literal, 0, note->name.len),
					  note->name) &&
			       literal.ptr[note->name.len] == CLOSE
		       ? note
		       : NULL;
}

/* Code that shows a footnote, say, is as it was. */
static void restore(cmark_node *node)
{
	struct str text = str_from(cmark_node_get_literal(node)), rest = text;
	struct buf made = { 0 };

	if (str_find(text, CLOSE) == text.len)
		return;
	while (rest.ptr) {
		struct str part = str_cut(&rest, CLOSE);
		size_t tab = part.len;

		while (tab && part.ptr[tab - 1] != '\t')
			tab--;
		if (rest.ptr && tab > 1) {
			buf_raw(&made, str_slice(part, 0, tab - 2));
			buf_text(&made, "[^");
			part = str_from_byte(part, tab);
		}
		buf_raw(&made, part);
		if (rest.ptr)
			buf_char(&made, ']');
	}
	cmark_node_set_literal(node, made.len ? made.ptr : "");
	buf_release(&made);
}

static struct str without_indent(struct str text)
{
	while (str_starts(text, " ") || str_starts(text, "\t"))
		text = str_from_byte(text, 1);
	return text;
}

/* A name that stands for two things would be read as either. */
static bool add_note(const struct markdown_env *env, struct notes *notes,
		     struct note *note, cmark_node *item)
{
	cmark_node *text = cmark_node_first_child(cmark_node_first_child(item));
	struct str said = str_from(cmark_node_get_literal(text));
	const struct note *other = markdown_notes_find(notes, note->name);
	size_t source = markdown_source(env, note->name);
	struct str rest = arena_str(
		env->arena,
		without_indent(str_from_byte(said, note->name.len + 2)));

	note->item = item;
	cmark_node_set_literal(text, rest.ptr);
	if (!rest.len && cmark_node_next(text) &&
	    cmark_node_get_type(cmark_node_next(text)) == CMARK_NODE_SOFTBREAK)
		cmark_node_unlink(cmark_node_next(text));
	if (other) {
		diag_error(env->diags, note->at,
			   "the footnote \"%.*s\" is defined twice",
			   STR_ARG(note->name));
		diag_note(env->diags, other->at, "the first time is here");
		return false;
	}
	name_index_add_id(notes->names, note->name,
			  (size_t)(note - notes->notes));
	if (source == env->source_count)
		return true;
	diag_error(env->diags, note->at,
		   "the footnote \"%.*s\" has the name of a source",
		   STR_ARG(note->name));
	diag_note(env->diags, env->sources[source].at, "the source is here");
	diag_hint(env->diags, "give the footnote another name");
	return false;
}
