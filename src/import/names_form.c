#include "import/names.h"

#include "import/wording.h"

enum { VARIANTS = 32 };

static bool is_capitalised(struct str form, struct str name);
static void learn_forms(struct names *names, size_t option,
			const struct article *article, struct arena *arena);
static struct str initials_of(struct str name, size_t words,
			      struct arena *arena);
static void learn(struct names *names, size_t option, struct str form,
		  size_t least, const struct article *article);
static bool is_proper(struct str form);
static void count_alone(const struct names *names, struct str text,
			struct str form, size_t *exact, size_t *small);

void names_settle(struct names *names, const struct article *article,
		  struct arena *arena)
{
	for (size_t i = 0; i < names->count; i++) {
		struct names alone = { .count = 1 };
		struct str variants[VARIANTS];
		size_t seen[VARIANTS] = { 0 }, count = 0, best = VARIANTS;

		alone.key[0] = names->key[i];
		for (size_t b = 0; b < article->block_count; b++) {
			struct str text = article->blocks[b].plain;
			struct mention m = names_find(&alone, text, 0);

			for (; !m.option;
			     m = names_find(&alone, text, m.at + m.len)) {
				struct str form = str_slice(text, m.at, m.len);
				size_t v = 0;

				while (v < count &&
				       !str_equals(variants[v], form))
					v++;
				if (v == VARIANTS)
					continue;
				if (v == count)
					variants[count++] = form;
				seen[v]++;
			}
		}
		for (size_t v = 0; v < count; v++)
			if (wording_lower(variants[v].ptr[0]) !=
				    variants[v].ptr[0] ||
			    wording_lower(names->name[i].ptr[0]) ==
				    names->name[i].ptr[0])
				if (best == VARIANTS || seen[v] > seen[best])
					best = v;
		if (best < VARIANTS && seen[best] > 1)
			names->name[i] = arena_str(arena, variants[best]);
		for (size_t v = 0; v < count; v++)
			if (is_capitalised(variants[v], names->name[i]))
				names->name[i] = arena_str(arena, variants[v]);
	}
	for (size_t i = 0; i < names->count; i++)
		learn_forms(names, i, article, arena);
}

/* "Hybrid cars" begins a sentence somewhere, "npm" never does as "Npm". */
static bool is_capitalised(struct str form, struct str name)
{
	return form.len == name.len && form.ptr[0] != name.ptr[0] &&
	       wording_lower(form.ptr[0]) == name.ptr[0] &&
	       str_equals(str_from_byte(form, 1), str_from_byte(name, 1));
}

static void learn_forms(struct names *names, size_t option,
			const struct article *article, struct arena *arena)
{
	struct str name = names->name[option], initials;
	size_t words = wording_count(name);
	struct str last = arena_str(arena, wording_end(name, 1, true));

	if (words < 2)
		return;
	initials = initials_of(name, words, arena);
	learn(names, option, initials, 1, article);
	learn(names, option, arena_str(arena, wording_end(name, 1, false)), 2,
	      article);
	learn(names, option, last, 2, article);
	if (words < 3)
		return;
	learn(names, option, arena_str(arena, wording_end(name, 2, true)), 2,
	      article);
	initials = initials_of(name, words - 1, arena);
	learn(names, option,
	      arena_printf(arena, "%.*s %.*s", STR_ARG(initials),
			   STR_ARG(last)),
	      1, article);
}

static struct str initials_of(struct str name, size_t words,
			      struct arena *arena)
{
	char *initials = arena_array(arena, char, words + 1);
	size_t count = 0;

	for (size_t i = 0; i < name.len && count < words; i++)
		if (name.ptr[i] != ' ' && (!i || name.ptr[i - 1] == ' '))
			initials[count++] = name.ptr[i];
	return (struct str){ initials, count };
}

/*
 * A form counts when it stands alone often enough, and is a word of no
 * other option: of "Google Cloud Storage" not "Storage", which the text
 * rather writes small.
 */
static void learn(struct names *names, size_t option, struct str form,
		  size_t least, const struct article *article)
{
	size_t exact = 0, small = 0;
	size_t *count = &names->form_count[option];

	if (form.len < 2 || *count == NAMES_FORMS || !is_proper(form))
		return;
	for (size_t i = 0; i < names->count; i++)
		if (i != option && wording_has(names->name[i], form.ptr))
			return;
	for (size_t b = 0; b < article->block_count; b++)
		count_alone(names, article->blocks[b].plain, form, &exact,
			    &small);
	if ((exact >= least && exact > 2 * small) ||
	    names_is_label(article, form, article->arena))
		names->form[option][(*count)++] = form;
}

/* With a capital, and no bare number. */
static bool is_proper(struct str form)
{
	bool letter = false;

	for (size_t i = 0; i < form.len; i++) {
		letter |= wording_lower(form.ptr[i]) != form.ptr[i];
		if ((unsigned char)form.ptr[i] >= 0x80 && !i)
			return true;
	}
	return letter && (wording_lower(form.ptr[0]) != form.ptr[0] ||
			  (form.ptr[0] >= '0' && form.ptr[0] <= '9'));
}

/* How often a form stands outside of the names, as it is or in small. */
static void count_alone(const struct names *names, struct str text,
			struct str form, size_t *exact, size_t *small)
{
	for (size_t at = 0; at + form.len <= text.len;) {
		struct mention m = names_find(names, text, at);
		struct str gap = str_slice(text, at, m.at - at);

		while (gap.len) {
			size_t found = wording_find(gap, form.ptr);

			if (found == gap.len)
				break;
			if (str_starts(str_from_byte(gap, found), form.ptr))
				(*exact)++;
			else
				(*small)++;
			gap = str_from_byte(gap, found + form.len);
		}
		at = m.len ? m.at + m.len : text.len;
	}
}
