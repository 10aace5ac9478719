#include "make/vocabulary.h"

#include <string.h>

#include "read/columns.h"
#include "words/phrase.h"

static bool check_there(struct diags *diags, const struct words *words,
			const struct word *english);
static bool check_said(struct diags *diags, const struct word *word,
		       const struct words *english,
		       const struct templates *templates, struct arena *arena);
static bool is_column(struct str key);
static const struct word *counterpart(const struct words *english,
				      struct str key, struct arena *arena);
static bool check_fills(struct diags *diags, const struct word *word,
			const struct word *english, struct arena *arena);
static struct str next_fill(struct str *rest);
static bool has_fill(struct str text, struct str fill);

#define COLUMNS "columns."
#define UNITS "units." /* what the author calls them is in the site alone */

bool vocabulary_check(struct diags *diags, const struct words *words,
		      const struct words *english,
		      const struct templates *templates, struct arena *arena)
{
	bool ok = true;

	for (size_t i = 0; i < english->count; i++)
		ok &= check_there(diags, words, &english->items[i]);
	for (size_t i = 0; i < words->count; i++)
		ok &= check_said(diags, &words->items[i], english, templates,
				 arena);
	return ok;
}

/* What sentences need is reported by words/phrase. */
static bool check_there(struct diags *diags, const struct words *words,
			const struct word *english)
{
	if (words_find(words, english->key) || phrase_knows(english->key) ||
	    str_starts(english->key, COLUMNS) ||
	    str_starts(english->key, UNITS))
		return true;
	diag_error(diags, words->at, "the word \"%.*s\" is missing",
		   STR_ARG(english->key));
	diag_hint(diags, "in English it is \"%.*s\"",
		  STR_ARG(english->text.str));
	return false;
}

static bool check_said(struct diags *diags, const struct word *word,
		       const struct words *english,
		       const struct templates *templates, struct arena *arena)
{
	const struct word *same = counterpart(english, word->key, arena);
	struct str *names;

	if (same)
		return check_fills(diags, word, same, arena);
	if (is_column(word->key) || str_starts(word->key, UNITS) ||
	    phrase_knows(word->key) ||
	    templates_ask(templates, "t",
			  str_slice(word->key, 0, str_find(word->key, '.'))))
		return true;
	diag_error(diags, word->text.at, "nothing says the word \"%.*s\"",
		   STR_ARG(word->key));
	names = arena_array(arena, struct str, english->count);
	for (size_t i = 0; i < english->count; i++)
		names[i] = english->items[i].key;
	diag_suggest(diags, word->key, names, english->count);
	return false;
}

static bool is_column(struct str key)
{
	if (!str_starts(key, COLUMNS))
		return false;
	for (size_t k = 0; k < COLUMN_LISTS; k++)
		if (str_is(str_from_byte(key, strlen(COLUMNS)), column_name(k)))
			return true;
	return false;
}

/* The English word; of a form the one for all other numbers. */
static const struct word *counterpart(const struct words *english,
				      struct str key, struct arena *arena)
{
	struct str other = phrase_form_other(key, arena);

	for (size_t i = 0; i < english->count; i++)
		if (str_equals(english->items[i].key, other))
			return &english->items[i];
	return NULL;
}

/* A form for one number alone may do without it: "both". */
static bool check_fills(struct diags *diags, const struct word *word,
			const struct word *english, struct arena *arena)
{
	struct str rest = word->text.str, fill, known = STR("");
	bool ok = true;

	for (fill = next_fill(&rest); fill.len; fill = next_fill(&rest)) {
		struct str has = english->text.str, name;

		if (has_fill(has, fill))
			continue;
		ok = diag_error(diags, word->text.at,
				"nothing fills in {%.*s} of \"%.*s\"",
				STR_ARG(fill), STR_ARG(word->key));
		for (name = next_fill(&has); name.len; name = next_fill(&has))
			known = arena_printf(arena, "%.*s%s{%.*s}",
					     STR_ARG(known),
					     known.len ? ", " : "",
					     STR_ARG(name));
		if (known.len)
			diag_hint(diags, "there is %.*s", STR_ARG(known));
	}
	return ok;
}

/* The next name in braces; empty when there is none. */
static struct str next_fill(struct str *rest)
{
	while (rest->len) {
		struct str name;
		size_t len = 0;

		*rest = str_from_byte(*rest, str_find(*rest, '{') + 1);
		while (len < rest->len &&
		       (rest->ptr[len] == '_' ||
			(rest->ptr[len] >= 'a' && rest->ptr[len] <= 'z')))
			len++;
		name = str_slice(*rest, 0, len);
		if (len && len < rest->len && rest->ptr[len] == '}')
			return name;
	}
	return STR("");
}

static bool has_fill(struct str text, struct str fill)
{
	struct str name;

	for (name = next_fill(&text); name.len; name = next_fill(&text))
		if (str_equals(name, fill))
			return true;
	return false;
}
