#include "import/names.h"

#include "base/slug.h"
#include "import/wording.h"

static struct str alias_of(struct str name, struct str key,
			   struct arena *arena);
static size_t match_any(const struct names *names, size_t i, struct str text,
			size_t at);
static size_t match(struct str text, size_t at, struct str key);
static bool joins_another(const struct names *names, struct str text,
			  struct mention first);

void names_add(struct names *names, struct str name, struct arena *arena)
{
	struct str key = names_key(name, arena), id = slug_of(name, arena);
	size_t n = names->count;

	if (n == NAMES_MOST || !key.len)
		return;
	for (size_t i = 0; i < n; i++)
		if (wording_is(key, names->key[i].ptr))
			return;
	if (!id.len)
		id = arena_printf(arena, "option-%zu", n + 1);
	for (size_t i = 0; i < n; i++)
		if (str_equals(id, names->id[i]))
			id = arena_printf(arena, "%.*s-%zu", STR_ARG(id),
					  n + 1);
	names->name[n] = name;
	names->id[n] = id;
	names->key[n] = key;
	names->alias[n] = alias_of(name, key, arena);
	names->count++;
}

struct mention names_find(const struct names *names, struct str text,
			  size_t from)
{
	for (size_t at = from; at < text.len; at++) {
		struct mention found = { names->count, at, 0 };

		if (!wording_in_word(text, at) ||
		    (at && wording_in_word(text, at - 1)) ||
		    ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
			continue;
		for (size_t i = 0; i < names->count; i++) {
			size_t len = match_any(names, i, text, at);

			if (len > found.len)
				found = (struct mention){ i, at, len };
		}
		if (found.len)
			return found;
	}
	return (struct mention){ names->count, text.len, 0 };
}

size_t names_count(const struct names *names, struct str text,
		   size_t counts[NAMES_MOST])
{
	size_t sum = 0;
	struct mention m;

	memset(counts, 0, NAMES_MOST * sizeof(*counts));
	for (size_t at = 0; (m = names_find(names, text, at)).len;
	     at = m.at + m.len) {
		counts[m.option]++;
		sum++;
	}
	return sum;
}

size_t names_spread(const struct names *names, struct str text)
{
	size_t counts[NAMES_MOST], spread = 0;

	names_count(names, text, counts);
	for (size_t i = 0; i < names->count; i++)
		spread += counts[i] > 0;
	return spread;
}

/*
 * The one named first, as its subject, unless it is named in one breath
 * with another or clearly less often than another.
 */
size_t names_owner(const struct names *names, struct str text)
{
	size_t counts[NAMES_MOST];
	size_t sum = names_count(names, text, counts);
	struct mention first = names_find(names, text, 0);
	struct str rest = text;

	if (!first.len)
		return names->count;
	if (counts[first.option] == sum)
		return first.option;
	for (size_t i = 0; i < names->count; i++)
		if (counts[i] * 3 > sum * 2)
			return i;
	if (wording_starts(text, "both ") || joins_another(names, text, first))
		return names->count;
	/* A longer text is better taken apart at its sentences. */
	wording_sentence(&rest);
	return counts[first.option] * 2 >= sum && !rest.ptr ? first.option
							    : names->count;
}

struct str names_key(struct str name, struct arena *arena)
{
	char *key = arena_array(arena, char, name.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < name.len; i++)
		if (wording_in_word(name, i))
			key[len++] = name.ptr[i];
	for (size_t i = 0; len > 2 && i < len; i++)
		key[i] = wording_lower(key[i]);
	return (struct str){ key, len };
}

bool names_is_label(const struct article *article, struct str name,
		    struct arena *arena)
{
	struct str key = names_key(name, arena);

	for (size_t b = 0; key.len && b < article->block_count; b++) {
		const struct block *block = &article->blocks[b];
		struct str words = block->plain, rest;
		size_t columns = block->column_count;

		if (wording_number(words, &rest))
			words = rest;
		if (block->kind == BLOCK_HEADING &&
		    str_equals(names_key(words, arena), key))
			return true;
		for (size_t i = 0; i < block->row_count * columns; i++)
			if ((i < columns || i % columns == 0) &&
			    str_equals(names_key(block->cells[i], arena), key))
				return true;
	}
	return false;
}

/* "Node" for Node.js, "Python" for Python 3. */
static struct str alias_of(struct str name, struct str key, struct arena *arena)
{
	struct str alias = key;

	if (wording_count(name) == 1) {
		if (str_ends(key, "js") && str_find(name, '.') < name.len)
			alias.len -= 2;
	} else {
		while (alias.len && alias.ptr[alias.len - 1] >= '0' &&
		       alias.ptr[alias.len - 1] <= '9')
			alias.len--;
	}
	if (alias.len < 4 || alias.len == key.len)
		return (struct str){ "", 0 };
	return arena_str(arena, alias);
}

static size_t match_any(const struct names *names, size_t i, struct str text,
			size_t at)
{
	size_t len = match(text, at, names->key[i]);

	if (!len && names->alias[i].len)
		len = match(text, at, names->alias[i]);
	for (size_t k = 0; !len && k < names->form_count[i]; k++) {
		struct str form = names->form[i][k];

		if (str_starts(str_from_byte(text, at), form.ptr) &&
		    !wording_in_word(text, at + form.len))
			len = form.len;
	}
	return len;
}

static size_t match(struct str text, size_t at, struct str key)
{
	bool exact = key.len <= 2;
	size_t i = at;

	for (size_t k = 0; k < key.len; i++) {
		char c = i < text.len ? text.ptr[i] : '\0';

		if ((exact ? c : wording_lower(c)) == key.ptr[k])
			k++;
		else if (!k || key.len < 4 || !c || !strchr(".- ", c) ||
			 strchr(".- ", text.ptr[i - 1]))
			return 0;
	}
	return key.len && !wording_in_word(text, i) ? i - at : 0;
}

/* "X and Y", "X or Y", "X vs Y", "X, Y". */
static bool joins_another(const struct names *names, struct str text,
			  struct mention first)
{
	struct mention next = names_find(names, text, first.at + first.len);
	struct str between = str_slice(text, first.at + first.len,
				       next.at - first.at - first.len);

	return next.len && next.option != first.option && between.len < 9 &&
	       (wording_has_any(between, "and|or|vs|vs.|versus|nor") ||
		str_is(between, ", "));
}
