/*
 * A line of Markdown, put together so that CommonMark reads from it the very
 * text, marks, code and links that were put there.
 *
 * Texts and addresses come as they stand in HTML, with references.  White
 * space is one space; before what opens it stands outside.  An opening mark is
 * written with the first thing that it holds, so an empty one leaves nothing.
 * Where a mark beside a letter would be read as text (CommonMark 0.30, 6.2), an
 * empty comment, which is no letter, parts the two.
 */
#ifndef MAKE_MARKDOWN_LINE_H
#define MAKE_MARKDOWN_LINE_H

#include "base/buf.h"

struct markdown_line {
	struct buf text;
	struct buf opening; /* marks that nothing has followed yet */
	struct buf code;    /* of the span that is open */
	bool is_code;
	bool in_table; /* where "|" ends a cell, also in code */
	bool needs_space;
	size_t mark_end; /* behind the last mark that closed */
	size_t code_end; /* behind the last code */
};

void markdown_line_text(struct markdown_line *l, struct str html);

/* "**", "*", "~~" or "[". */
void markdown_line_open(struct markdown_line *l, const char *mark);
void markdown_line_close(struct markdown_line *l, const char *mark);

void markdown_line_code(struct markdown_line *l, bool closes);
void markdown_line_link_end(struct markdown_line *l, struct str href);
void markdown_line_image(struct markdown_line *l, struct str alt,
			 struct str src);

/* Takes the line as a paragraph, or what follows the "#" of a heading. */
void markdown_line_end(struct markdown_line *l, bool is_heading,
		       struct buf *to);

/* Leaves it empty, as it is at first. */
void markdown_line_reset(struct markdown_line *l);
void markdown_line_release(struct markdown_line *l);

/* What a text of HTML says, as it is: for blocks of code. */
void markdown_line_plain(struct str html, struct buf *to);

/* The longest run of "`": what stands around code is longer. */
size_t markdown_line_ticks(struct str code);
void markdown_line_put_ticks(struct buf *to, size_t count);

#endif
