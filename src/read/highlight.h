/*
 * Code as HTML, its words, comments, strings and numbers marked.
 *
 * One walk over the bytes by the tables of a language (read/syntax_read.h): no
 * grammar is known, so that what is no valid code looks fine, too.  What is
 * written is the code, byte for byte, with spans around parts of it; time is
 * linear in its length, whatever it holds.
 */
#ifndef READ_HIGHLIGHT_H
#define READ_HIGHLIGHT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"

/* What a part of code is; CODE_PREFIX is a string's first letters. */
enum code_class {
	CODE_PLAIN,
	CODE_KEYWORD,
	CODE_TYPE,
	CODE_CONSTANT,
	CODE_BUILTIN,
	CODE_FUNCTION,
	CODE_KEY,
	CODE_VARIABLE,
	CODE_META,
	CODE_COMMENT,
	CODE_STRING,
	CODE_NUMBER,
	CODE_PREFIX,
};

/* A comment or a string: from one mark to the next, or to the line's end. */
struct syntax_span {
	struct str from, to; /* `to` is empty: to the end of the line */
	enum code_class class;
	char escape;  /* takes the meaning from what follows; 0: none */
	bool lines;   /* it may go on over line ends */
	bool nested;  /* one may stand inside another */
	bool apart;   /* it begins behind a space or a bracket only */
	bool single;  /* it holds one character, else it is none */
	bool pattern; /* it stands where a value can, and ends on its line */
	bool here;    /* ends on the line that is the word behind `from` */
};

/* A sign that makes the word behind it one of that class. */
struct syntax_sign {
	struct str sign;
	enum code_class class;
};

struct syntax_word {
	struct str word; /* empty: a free place of the table */
	enum code_class class;
};

/* Names of elements whose inside is of another language. */
struct syntax_embed {
	struct str element;
	const struct syntax *syntax;
};

struct syntax {
	struct str name;
	struct syntax_span *spans; /* of those that fit, the first is meant */
	size_t span_count;
	struct syntax_sign *signs; /* the same */
	size_t sign_count;
	struct syntax_word *words; /* by hash; a power of two of places */
	size_t word_room;
	struct str *calls, *keys; /* what follows a function, a key */
	size_t call_count, key_count;
	struct str numbers;	/* what they hold besides letters and digits */
	struct str open, close; /* code stands only between these, or empty */
	struct syntax_embed *embeds;
	size_t embed_count;
	enum code_class capitals; /* of a word with a capital first */
	bool has_numbers, ignores_case;
	unsigned char kinds[256]; /* of a byte: bits of syntax_byte */
};

enum syntax_byte {
	BYTE_LETTER = 1, /* of words */
	BYTE_JOINT = 2,	 /* of words, before a letter only */
	BYTE_DIGIT = 4,
	BYTE_SPAN = 8, /* one may begin with it */
	BYTE_SIGN = 16,
	BYTE_OPEN = 32, /* what `open` begins with */
};

/* Where a word stands in the table, or the free place for it. */
struct syntax_word *syntax_place(const struct syntax *syntax, struct str word);

/* Appends the code as HTML; without a syntax it is escaped only. */
void highlight(const struct syntax *syntax, struct str code, struct buf *html);

#endif
