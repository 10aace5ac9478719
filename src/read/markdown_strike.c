#include "read/markdown_strike.h"

#include <stdbool.h>
#include <string.h>

#include <cmark.h>

#include "base/buf.h"

enum { OPEN_MOST = 16 }; /* open at once: more are text */

/* The runs of one parent that may open, in their order. */
struct openers {
	struct {
		cmark_node *text; /* it consists of the run alone */
		size_t len;
	} runs[OPEN_MOST];
	size_t count;
	struct cmark_mem *memory;
};

static void strike_children(cmark_node *parent, struct cmark_mem *memory);
static void part_runs(cmark_node *text, struct cmark_mem *memory);
static cmark_node *put_piece(cmark_node *text, struct str piece,
			     struct cmark_mem *memory);
static void set_piece(cmark_node *text, struct str piece);
static bool is_escaped_at_end(cmark_node *text, struct str literal);
static size_t run_at(struct str text, size_t *at);
static void take_run(struct openers *open, cmark_node *run);
static bool is_blank_before(cmark_node *text);
static bool is_blank_after(cmark_node *text);
static bool is_blank(cmark_node *beside, bool last);
static bool close_run(struct openers *open, cmark_node *text, size_t len);

void markdown_strike(cmark_node *root, struct cmark_mem *memory)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	/* On leaving, so that what is moved is not walked again. */
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		if (event == CMARK_EVENT_EXIT)
			strike_children(cmark_iter_get_node(iter), memory);
	cmark_iter_free(iter);
}

static void strike_children(cmark_node *parent, struct cmark_mem *memory)
{
	struct openers open = { .memory = memory };
	cmark_node *child = cmark_node_first_child(parent), *next;

	for (; child; child = next) {
		next = cmark_node_next(child);
		if (cmark_node_get_type(child) == CMARK_NODE_TEXT)
			part_runs(child, memory);
	}
	for (child = cmark_node_first_child(parent); child; child = next) {
		next = cmark_node_next(child);
		if (cmark_node_get_type(child) == CMARK_NODE_TEXT)
			take_run(&open, child);
	}
}

/*
 * Makes a node of its own of every run of one or two, but not of what a
 * backslash escaped.  Each piece is copied once: a text may be all runs.
 */
static void part_runs(cmark_node *text, struct cmark_mem *memory)
{
	struct buf literal = { 0 };
	struct str rest;
	size_t at, len;

	buf_text(&literal, cmark_node_get_literal(text));
	rest = buf_str(&literal);
	rest.len -= is_escaped_at_end(text, rest);
	len = run_at(rest, &at);
	while (len) {
		struct str before = str_slice(rest, 0, at);

		if (before.len)
			text = put_piece(text, before, memory);
		text = put_piece(text, str_slice(rest, at, len), memory);
		rest = str_from_byte(rest, at + len);
		len = run_at(rest, &at);
	}
	/* With the escaped one that was left out; an empty text is none. */
	if (*rest.ptr || !cmark_node_previous(text))
		set_piece(text, str_from(rest.ptr));
	else
		cmark_node_unlink(text);
	buf_release(&literal);
}

/* The piece goes into `text`; what follows goes into the node given back. */
static cmark_node *put_piece(cmark_node *text, struct str piece,
			     struct cmark_mem *memory)
{
	cmark_node *next = cmark_node_new_with_mem(CMARK_NODE_TEXT, memory);

	set_piece(text, piece);
	cmark_node_insert_after(text, next);
	return next;
}

static void set_piece(cmark_node *text, struct str piece)
{
	struct buf copy = { 0 };

	buf_raw(&copy, piece);
	cmark_node_set_literal(text, copy.len ? copy.ptr : "");
	buf_release(&copy);
}

/* A gap stands behind what a backslash escaped. */
static bool is_escaped_at_end(cmark_node *text, struct str literal)
{
	cmark_node *next = cmark_node_next(text);

	return str_ends(literal, "~") && next &&
	       cmark_node_get_type(next) == CMARK_NODE_CUSTOM_INLINE &&
	       str_is_empty(str_from(cmark_node_get_on_enter(next)));
}

/* The length of the first run of one or two, and where it is; or 0. */
static size_t run_at(struct str text, size_t *at)
{
	for (size_t i = 0; i < text.len; i++) {
		size_t len = 0;

		while (i + len < text.len && text.ptr[i + len] == '~')
			len++;
		*at = i;
		if (len == 1 || len == 2)
			return len;
		i += len;
	}
	return 0;
}

static void take_run(struct openers *open, cmark_node *run)
{
	struct str literal = str_from(cmark_node_get_literal(run));

	if ((!str_is(literal, "~") && !str_is(literal, "~~")) ||
	    is_escaped_at_end(run, literal))
		return;
	if (!is_blank_before(run) && close_run(open, run, literal.len))
		return;
	if (is_blank_after(run) || open->count == OPEN_MOST)
		return;
	open->runs[open->count].text = run;
	open->runs[open->count++].len = literal.len;
}

static bool is_blank_before(cmark_node *text)
{
	return is_blank(cmark_node_previous(text), true);
}

static bool is_blank_after(cmark_node *text)
{
	return is_blank(cmark_node_next(text), false);
}

/* The edge of the paragraph, a break or a space. */
static bool is_blank(cmark_node *beside, bool last)
{
	cmark_node_type type =
		beside ? cmark_node_get_type(beside) : CMARK_NODE_SOFTBREAK;
	struct str text;

	if (type != CMARK_NODE_TEXT)
		return type == CMARK_NODE_SOFTBREAK ||
		       type == CMARK_NODE_LINEBREAK;
	text = str_from(cmark_node_get_literal(beside));
	return !text.len || strchr(" \t\n", text.ptr[last ? text.len - 1 : 0]);
}

/* With the nearest opener of its length, what is between them is struck. */
static bool close_run(struct openers *open, cmark_node *text, size_t len)
{
	size_t k = open->count;
	cmark_node *struck, *from, *next;

	while (k && open->runs[k - 1].len != len)
		k--;
	if (!k || cmark_node_next(open->runs[k - 1].text) == text)
		return false;
	from = open->runs[k - 1].text;
	open->count = k - 1;
	struck =
		cmark_node_new_with_mem(CMARK_NODE_CUSTOM_INLINE, open->memory);
	cmark_node_set_on_enter(struck, MARKDOWN_STRIKE);
	cmark_node_insert_before(from, struck);
	for (cmark_node *node = cmark_node_next(from); node != text;
	     node = next) {
		next = cmark_node_next(node);
		cmark_node_append_child(struck, node);
	}
	cmark_node_unlink(from);
	cmark_node_unlink(text);
	return true;
}
