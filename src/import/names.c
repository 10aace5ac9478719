#include "import/names.h"

#include <ctype.h>

#include "base/slug.h"
#include "base/wording.h"
#include "import/phrases.h"
#include "import/sentence.h"

enum { SHORT = 2, SKIPS = 4, NAME_LONG = 200 };

static size_t match(struct str text, size_t at, struct str name);
static size_t letters_of(struct str name);
static bool is_joiner(char c);
static size_t quote_at(struct str s, size_t at);
static bool is_against(struct str text, size_t at);

void names_add(struct names *names, struct str name, struct arena *arena)
{
	struct str id = slug_of(name, arena);
	size_t n = names->count;

	if (n == NAMES_MOST || !letters_of(name))
		return;
	for (size_t i = 0; i < n; i++)
		if (match(name, 0, names->name[i]) == name.len)
			return;
	if (!id.len)
		id = arena_printf(arena, "option-%zu", n + 1);
	for (size_t i = 0; i < n; i++)
		if (str_equals(id, names->id[i])) {
			id = arena_printf(arena, "%.*s-%zu", STR_ARG(id),
					  n + 1);
			i = (size_t)-1;
		}
	names->name[n] = arena_str(arena, name);
	names->id[n] = id;
	names->count++;
}

struct mention names_find(const struct names *names, struct str text,
			  size_t from)
{
	for (size_t at = from; at < text.len; at++) {
		struct mention found = { names->count, at, 0 };

		if (((unsigned char)text.ptr[at] & 0xC0) == 0x80 ||
		    (at && wording_in_word(text, at - 1)))
			continue;
		for (size_t i = 0; i < names->count; i++) {
			size_t len = match(text, at, names->name[i]);

			if (len > found.len)
				found = (struct mention){ i, at, len };
		}
		if (found.len)
			return found;
	}
	return (struct mention){ names->count, text.len, 0 };
}

struct mention names_front(const struct names *names, struct str text)
{
	size_t from = wording_starts_any(text, PHRASES_OPEN_SENTENCE);
	struct mention m;

	from += wording_starts_any(str_from_byte(text, from), PHRASES_THE);
	while (from < text.len && text.ptr[from] == '*')
		from++;
	m = names_find(names, str_slice(text, 0, from + NAME_LONG), from);
	return m.at == from ? m : (struct mention){ names->count, text.len, 0 };
}

size_t names_exact(const struct names *names, struct str text)
{
	struct mention m;

	text = str_trim(str_without(text, ":"));
	m = names_front(names, text);
	return m.len && m.at + m.len == text.len ? m.option : names->count;
}

size_t names_seen(const struct names *names, struct str text,
		  bool seen[NAMES_MOST])
{
	size_t spread = 0;
	struct mention m;

	memset(seen, 0, NAMES_MOST * sizeof(*seen));
	for (size_t at = 0; (m = names_find(names, text, at)).len;
	     at = m.at + m.len) {
		spread += !seen[m.option];
		seen[m.option] = true;
	}
	return spread;
}

size_t names_spread(const struct names *names, struct str text)
{
	return names_seen(names, text, (bool[NAMES_MOST]){ false });
}

size_t names_owner(const struct names *names, struct str text)
{
	size_t none = names->count, owner;
	struct mention m = names_front(names, text);

	if (names_spread(names, text) == 1 &&
	    !wording_starts_any(text, PHRASES_BOTH))
		return names_find(names, text, 0).option;
	owner = m.option;
	for (size_t at = 0; owner < none && at < text.len; at = m.at + m.len) {
		m = names_find(names, text, at);
		if (m.len && m.option != owner && !is_against(text, m.at))
			return none;
	}
	return owner;
}

/* "Oak is harder than elm", "unlike elm": what is said is said of oak. */
static bool is_against(struct str text, size_t at)
{
	struct str before = str_trim(str_slice(text, 0, at));

	before.len -= wording_ends_any(before, PHRASES_THE_END);
	return wording_ends_any(before, PHRASES_AGAINST_NAME) > 0;
}

bool names_is_label(const struct article *article, struct str name)
{
	struct names alone = { .count = 1, .name = { name } };

	for (size_t b = 0; b < article->block_count; b++) {
		const struct block *block = &article->blocks[b];
		size_t columns = block->column_count;
		struct str words = block->plain, rest;

		if (sentence_number(words, &rest))
			words = rest;
		if (block->kind == BLOCK_HEADING && words.len < 100 &&
		    !names_exact(&alone, words))
			return true;
		for (size_t i = 0; i < block->row_count * columns; i++)
			if ((i < columns || i % columns == 0) &&
			    !names_exact(&alone, block->labels[i]))
				return true;
	}
	return false;
}

/* How many bytes of the text are the name, from byte `at` on. */
static size_t match(struct str text, size_t at, struct str name)
{
	bool exact = letters_of(name) <= SHORT;
	size_t i = at, k = 0, last = name.len;

	while (last && !wording_in_word(name, last - 1))
		last--;
	while (k < name.len) {
		char n = name.ptr[k], c = i < text.len ? text.ptr[i] : '\0';

		if (n == c || (!exact && tolower((unsigned char)n) ==
						 tolower((unsigned char)c))) {
			k++;
			i++;
		} else if (quote_at(name, k) && quote_at(text, i)) {
			k += quote_at(name, k);
			i += quote_at(text, i);
		} else if (k && k < last && is_joiner(n)) {
			k++;
		} else if (k && name.len >= SKIPS && is_joiner(c) &&
			   !is_joiner(text.ptr[i - 1])) {
			i++;
		} else {
			return 0;
		}
	}
	return wording_in_word(name, name.len - 1) && wording_in_word(text, i)
		       ? 0
		       : i - at;
}

static size_t letters_of(struct str name)
{
	size_t count = 0;

	for (size_t i = 0; i < name.len; i++)
		count += wording_in_word(name, i);
	return count;
}

static bool is_joiner(char c)
{
	return c == '.' || c == '-' || c == ' ';
}

/* The length of an apostrophe, straight or curved, or 0. */
static size_t quote_at(struct str s, size_t at)
{
	struct str rest = str_from_byte(s, at);

	return str_starts(rest, "'") ? 1 : str_starts(rest, "’") ? 3 : 0;
}

/* "Hybrid cars" begins a sentence somewhere, "npm" never does as "Npm". */
void names_capitalise(struct str name, const struct article *article)
{
	struct names alone = { .count = 1, .name = { name } };
	struct mention m;

	for (size_t b = 0; b < article->block_count; b++) {
		struct str text = article->blocks[b].plain;

		for (size_t at = 0; (m = names_find(&alone, text, at)).len;
		     at = m.at + m.len)
			if (m.len == name.len &&
			    tolower((unsigned char)text.ptr[m.at]) ==
				    name.ptr[0] &&
			    !memcmp(text.ptr + m.at + 1, name.ptr + 1,
				    name.len - 1))
				((char *)name.ptr)[0] &= text.ptr[m.at];
	}
}
