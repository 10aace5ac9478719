/*
 * The tokens of a script, for make/script_shorten.
 */
#ifndef MAKE_SCRIPT_TOKENS_H
#define MAKE_SCRIPT_TOKENS_H

#include "base/arena.h"
#include "base/str.h"

enum script_kind {
	SCRIPT_WORD, /* a name or a keyword */
	SCRIPT_VALUE, /* a number, string, regular expression, part of a template */
	SCRIPT_MARK, /* punctuation; a bracket is one */
};

struct script_token {
	struct str text;
	enum script_kind kind;
	bool starts_line;
	bool is_block;	/* a brace around statements, not of a literal */
	size_t partner; /* of a bracket */
	size_t parent;	/* the bracket around it; 0: none */
};

/* The first token is of no kind, so that each has one before it; the last, too. */
struct script_tokens {
	struct script_token *items;
	size_t count;
};

/* False when a form is not known: see script_shorten(). */
bool script_tokens(struct str source, struct arena *arena,
		   struct script_tokens *tokens);

static inline bool script_is(const struct script_token *token, const char *text)
{
	return token->kind != SCRIPT_VALUE && str_is(token->text, text);
}

/* Whether the text is one of a list " a b ", each with a blank on both sides. */
bool script_is_of(const struct script_token *token, const char *list);

#endif
