#include "import/names.h"

#include "base/buf.h"
#include "import/wording.h"

enum { VARIANTS = 32, LIST_WORDS = 5, HEAD_WORDS = 4 };

static void cut_common(struct str *parts, size_t count);
static struct str segment_with(struct str title, size_t at);
static bool is_hard_stop(struct str title, size_t at, size_t *len);
static size_t find_versus(struct str title, size_t *len);
static bool split_versus(struct str segment, struct str *parts, size_t *count);
static bool split_list(struct str title, const struct article *article,
		       struct str *parts, size_t *count, struct arena *arena);
static size_t cut_list(struct str segment, struct str *parts);
static bool split_words(struct str title, struct str *parts, size_t *count);
static struct str after_opener(struct str segment);
static struct str without_tail(struct str name);
static struct str trim_name(struct str name);
static struct str narrow(struct str part, bool from_front,
			 const struct article *article, struct arena *arena);
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
static bool has_letter(struct str s);
static bool is_label(const struct article *article, struct str name,
		     struct arena *arena);
static struct str drop_words(struct str part, size_t keep, bool from_front);
static size_t count_in(const struct article *article, struct str name,
		       struct arena *arena);
static struct str key_of(struct str name, struct arena *arena);
static struct str alias_of(struct str name, struct str key,
			   struct arena *arena);
static size_t match_any(const struct names *names, size_t i, struct str text,
			size_t at);
static size_t match(struct str text, size_t at, struct str key);
static char lower(char c);
static bool joins_another(const struct names *names, struct str text,
			  struct mention first);

struct names names_of_title(struct str title, const struct article *article,
			    struct arena *arena)
{
	struct names names = { 0 };
	struct str parts[NAMES_MOST];
	size_t count = 0, len, at = find_versus(title, &len);

	if (at < title.len)
		split_versus(segment_with(title, at), parts, &count);
	else if (!split_list(title, article, parts, &count, arena) &&
		 !split_words(title, parts, &count))
		return names;
	cut_common(parts, count);
	for (size_t i = 0; i < count; i++) {
		struct str part = trim_name(parts[i]);

		if (i == 0)
			part = narrow(part, true, article, arena);
		if (i + 1 == count)
			part = narrow(without_tail(part), false, article,
				      arena);
		if (part.len)
			names_add(&names, part, arena);
	}
	return names;
}

void names_add(struct names *names, struct str name, struct arena *arena)
{
	struct str key = key_of(name, arena), id = wording_id(name, arena);
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
			if (lower(variants[v].ptr[0]) != variants[v].ptr[0] ||
			    lower(names->name[i].ptr[0]) ==
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
	       lower(form.ptr[0]) == name.ptr[0] &&
	       str_equals(str_from_byte(form, 1), str_from_byte(name, 1));
}

static void learn_forms(struct names *names, size_t option,
			const struct article *article, struct arena *arena)
{
	struct str name = names->name[option], initials;
	size_t words = wording_count(name);
	struct str last = arena_str(arena, drop_words(name, 1, true));

	if (words < 2)
		return;
	initials = initials_of(name, words, arena);
	learn(names, option, initials, 1, article);
	learn(names, option, arena_str(arena, drop_words(name, 1, false)), 2,
	      article);
	learn(names, option, last, 2, article);
	if (words < 3)
		return;
	learn(names, option, arena_str(arena, drop_words(name, 2, true)), 2,
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
	    is_label(article, form, article->arena))
		names->form[option][(*count)++] = form;
}

/* With a capital, and no bare number. */
static bool is_proper(struct str form)
{
	bool letter = false;

	for (size_t i = 0; i < form.len; i++) {
		letter |= lower(form.ptr[i]) != form.ptr[i];
		if ((unsigned char)form.ptr[i] >= 0x80 && !i)
			return true;
	}
	return letter && (lower(form.ptr[0]) != form.ptr[0] ||
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

/* "Living in Berlin" and "living in Lisbon" are about Berlin and Lisbon. */
static void cut_common(struct str *parts, size_t count)
{
	static const char *const LINKS[] = { " in ",   " with ", " for ",
					     " of ",   " to ",	 " on ",
					     " from ", " using " };

	for (size_t k = 0; k < sizeof(LINKS) / sizeof(*LINKS); k++) {
		size_t at = str_find_str(parts[0], str_from(LINKS[k]));
		size_t len = at + strlen(LINKS[k]);
		bool all = at < parts[0].len;

		for (size_t i = 1; i < count; i++)
			all = all && parts[i].len > len &&
			      wording_equals(str_slice(parts[i], 0, len),
					     str_slice(parts[0], 0, len));
		for (size_t i = 0; all && i < count; i++)
			parts[i] = str_from_byte(parts[i], len);
	}
}

/* What stands between full stops around byte `at`. */
static struct str segment_with(struct str title, size_t at)
{
	size_t start = 0, end = title.len, len;

	for (size_t i = 0; i < title.len; i++) {
		if (!is_hard_stop(title, i, &len))
			continue;
		if (i < at) {
			start = i + len;
		} else {
			end = i;
			break;
		}
	}
	return str_slice(title, start, end - start);
}

static bool is_hard_stop(struct str title, size_t at, size_t *len)
{
	static const char *const STOPS[] = { ": ",  " – ", " — ", " - ",
					     " | ", "? ",  "! ",  " (",
					     "; ",  "…",   "...", "?" };
	struct str rest = str_from_byte(title, at);

	for (size_t k = 0; k < sizeof(STOPS) / sizeof(*STOPS); k++)
		if (str_starts(rest, STOPS[k])) {
			*len = strlen(STOPS[k]);
			return true;
		}
	*len = 2;
	if (str_starts(rest, ". ") &&
	    !wording_is(str_slice(title, at < 2 ? 0 : at - 2, 2), "vs"))
		return !(at && title.ptr[at - 1] == 'v');
	return str_starts(rest, ", ") &&
	       !wording_starts(str_from_byte(rest, 2), "vs");
}

static size_t find_versus(struct str title, size_t *len)
{
	static const char *const WORDS[] = { " vs. ", " vs ", " versus ",
					     " v. ", " v/s " };
	size_t best = title.len;

	*len = 0;
	for (size_t k = 0; k < sizeof(WORDS) / sizeof(*WORDS); k++)
		for (size_t at = 0; at < best; at++)
			if (wording_starts(str_from_byte(title, at),
					   WORDS[k])) {
				best = at;
				*len = strlen(WORDS[k]);
			}
	return best;
}

static bool split_versus(struct str segment, struct str *parts, size_t *count)
{
	while (*count < NAMES_MOST) {
		size_t len, at = find_versus(segment, &len);

		parts[(*count)++] = str_slice(segment, 0, at);
		if (at == segment.len)
			break;
		segment = str_from_byte(segment, at + len);
	}
	return *count > 1;
}

/*
 * "X, Y and Z compared", "The best of 2024: X, Y, or Z": three names or more
 * that the article goes on to use.
 */
static bool split_list(struct str title, const struct article *article,
		       struct str *parts, size_t *count, struct arena *arena)
{
	struct str rest = title;

	while (rest.len) {
		size_t end = 0, len = 0, found, named = 0;

		while (end < rest.len &&
		       (!is_hard_stop(rest, end, &len) || rest.ptr[end] == ','))
			end++;
		found = cut_list(after_opener(str_slice(rest, 0, end)), parts);
		for (size_t i = 0; i < found; i++) {
			struct str part = trim_name(parts[i]);

			if (i == 0)
				part = narrow(part, true, article, arena);
			if (i + 1 == found)
				part = narrow(without_tail(part), false,
					      article, arena);
			named += wording_count(part) <= LIST_WORDS &&
				 count_in(article, part, arena) > 0;
		}
		*count = found;
		if (found > 2 && named == found)
			return true;
		rest = str_from_byte(rest, end + (len ? len : 1));
	}
	*count = 0;
	return false;
}

/* The parts of "X, Y, and Z"; none unless the last one is joined so. */
static size_t cut_list(struct str segment, struct str *parts)
{
	static const char *const LINKS[] = { ", and ", ", or ", " and ",
					     " or ",   " & ",	" vs " };
	size_t count = 0, at;

	while (count + 2 < NAMES_MOST &&
	       (at = str_find_str(segment, STR(", "))) < segment.len) {
		parts[count++] = str_slice(segment, 0, at);
		segment = str_from_byte(segment, at + 2);
	}
	for (size_t k = 0; count && k < sizeof(LINKS) / sizeof(*LINKS); k++) {
		at = str_find_str(segment, str_from(LINKS[k]));
		if (at == segment.len)
			continue;
		if (at)
			parts[count++] = str_slice(segment, 0, at);
		parts[count++] = str_from_byte(segment, at + strlen(LINKS[k]));
		return count;
	}
	for (size_t k = 0; count && k < sizeof(LINKS) / sizeof(*LINKS); k++)
		if (wording_starts(segment, LINKS[k] + 1)) {
			parts[count++] =
				str_from_byte(segment, strlen(LINKS[k] + 1));
			return count;
		}
	return 0;
}

/* "X or Y", "between X and Y", "comparing X, Y and Z". */
static bool split_words(struct str title, struct str *parts, size_t *count)
{
	static const char *const LINKS[] = { " or ", " compared to ",
					     " compared with ", " and " };
	size_t joined = title.len, k = 0;
	bool compares =
		wording_has_any(title,
				"compare|compared|comparing|comparison|between|"
				"difference|differences");
	struct str segment;

	for (; k < 4 && joined == title.len; k++)
		if (k < 3 || compares)
			for (joined = 0; joined < title.len; joined++)
				if (wording_starts(str_from_byte(title, joined),
						   LINKS[k]))
					break;
	if (joined == title.len)
		return false;
	segment = after_opener(segment_with(title, joined));
	for (k = 0; k < 4; k++) {
		size_t len = strlen(LINKS[k]), at = 0;

		while (at < segment.len &&
		       !wording_starts(str_from_byte(segment, at), LINKS[k]))
			at++;
		if (at == segment.len)
			continue;
		parts[(*count)++] = str_slice(segment, 0, at);
		parts[(*count)++] = str_from_byte(segment, at + len);
		return true;
	}
	return false;
}

static struct str after_opener(struct str segment)
{
	static const char *const OPENERS[] = {
		"between ",   "comparing ",	"compare ",
		"compared ",  "comparison of ", "comparison between ",
		"review of ", "reviewing ",	"tested "
	};
	size_t start = 0;

	for (size_t k = 0; k < sizeof(OPENERS) / sizeof(*OPENERS); k++) {
		size_t at =
			wording_find(segment, OPENERS[k]) + strlen(OPENERS[k]);

		if (at < segment.len && at > start)
			start = at;
	}
	return str_from_byte(segment, start);
}

/* "Podman compared" is Podman. */
static struct str without_tail(struct str name)
{
	static const char *const TAILS[] = {
		" compared",	 " comparison", " reviewed",	 " review",
		" explained",	 " face-off",	" comparisons",	 " showdown",
		" head to head", " tested",	" side by side",
	};

	for (size_t k = 0; k < sizeof(TAILS) / sizeof(*TAILS); k++) {
		size_t at = wording_find(name, TAILS[k]);

		if (at)
			name.len = at;
	}
	return name;
}

static struct str trim_name(struct str name)
{
	static const char *const AROUND[] = { "“", "”", "‘", "’", "\"",
					      "'", ",", ":", "*", "?" };
	static const char *const ARTICLES[] = { "the ", "The ", "an ", "a " };
	bool again = true;

	name = str_trim(name);
	while (again) {
		again = false;
		for (size_t k = 0; k < sizeof(AROUND) / sizeof(*AROUND); k++) {
			size_t len = strlen(AROUND[k]);

			if (str_starts(name, AROUND[k])) {
				name = str_from_byte(name, len);
				again = true;
			} else if (str_ends(name, AROUND[k])) {
				name.len -= len;
				again = true;
			}
		}
	}
	name = str_trim(name);
	for (size_t k = 0; k < sizeof(ARTICLES) / sizeof(*ARTICLES); k++)
		if (str_starts(name, ARTICLES[k]))
			name = str_from_byte(name, strlen(ARTICLES[k]));
	return name;
}

/*
 * The longest part that the article names at least a quarter as often as
 * its shortest: of "Python for Backend", Python; of "Ruby on Rails", all.
 */
static struct str narrow(struct str part, bool from_front,
			 const struct article *article, struct arena *arena)
{
	size_t words = wording_count(part), fewest = 1;
	size_t least;

	/* "7" of "Fenix 7" is no name. */
	while (fewest < words &&
	       !has_letter(drop_words(part, fewest, from_front)))
		fewest++;
	least = count_in(article, drop_words(part, fewest, from_front), arena);

	for (size_t keep = words < 5 ? words : 5; keep > fewest; keep--) {
		struct str shorter = drop_words(part, keep, from_front);
		size_t count = count_in(article, shorter, arena);

		if ((count > 1 && 4 * count >= least) ||
		    is_label(article, shorter, arena))
			return trim_name(shorter);
	}
	if (!least && words < 4)
		return part;
	return trim_name(drop_words(part, fewest, from_front));
}

static bool has_letter(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (wording_in_word(s, i) &&
		    !(s.ptr[i] >= '0' && s.ptr[i] <= '9'))
			return true;
	return false;
}

/* Whether a heading or a table's first row or column is just that. */
static bool is_label(const struct article *article, struct str name,
		     struct arena *arena)
{
	struct str key = key_of(name, arena);

	for (size_t b = 0; key.len && b < article->block_count; b++) {
		const struct block *block = &article->blocks[b];
		struct str words = block->plain, rest;
		size_t columns = block->column_count;

		if (wording_number(words, &rest))
			words = rest;
		if (block->kind == BLOCK_HEADING &&
		    str_equals(key_of(words, arena), key))
			return true;
		for (size_t i = 0; i < block->row_count * columns; i++)
			if ((i < columns || i % columns == 0) &&
			    str_equals(key_of(block->cells[i], arena), key))
				return true;
	}
	return false;
}

/* The last words of a part, or the first of it. */
static struct str drop_words(struct str part, size_t keep, bool from_front)
{
	size_t words = 0;

	if (from_front) {
		for (size_t i = part.len; i-- > 0;)
			if (part.ptr[i] == ' ' && ++words == keep)
				return str_from_byte(part, i + 1);
		return part;
	}
	for (size_t i = 0; i < part.len; i++)
		if (part.ptr[i] == ' ' && ++words == keep)
			return str_slice(part, 0, i);
	return part;
}

static size_t count_in(const struct article *article, struct str name,
		       struct arena *arena)
{
	struct names alone = { 0 };
	size_t counts[NAMES_MOST], sum = 0;

	alone.key[0] = key_of(name, arena);
	alone.count = alone.key[0].len > 0;
	for (size_t b = 0; b < article->block_count; b++)
		if (article->blocks[b].kind != BLOCK_HEADING ||
		    (wording_count(article->blocks[b].plain) <= HEAD_WORDS &&
		     str_find(article->blocks[b].plain, ',') ==
			     article->blocks[b].plain.len))
			sum += names_count(&alone, article->blocks[b].plain,
					   counts);
	return sum;
}

/* Short names keep their case. */
static struct str key_of(struct str name, struct arena *arena)
{
	char *key = arena_array(arena, char, name.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < name.len; i++)
		if (wording_in_word(name, i))
			key[len++] = name.ptr[i];
	for (size_t i = 0; len > 2 && i < len; i++)
		key[i] = lower(key[i]);
	return (struct str){ key, len };
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

		if ((exact ? c : lower(c)) == key.ptr[k])
			k++;
		else if (!k || key.len < 4 || !c || !strchr(".- ", c) ||
			 strchr(".- ", text.ptr[i - 1]))
			return 0;
	}
	return key.len && !wording_in_word(text, i) ? i - at : 0;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
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
