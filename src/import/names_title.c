#include "import/names.h"

#include "import/wording.h"

enum { LIST_WORDS = 5, HEAD_WORDS = 4 };

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
static bool has_letter(struct str s);
static size_t count_in(const struct article *article, struct str name,
		       struct arena *arena);

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
	       !has_letter(wording_end(part, fewest, from_front)))
		fewest++;
	least = count_in(article, wording_end(part, fewest, from_front), arena);

	for (size_t keep = words < 5 ? words : 5; keep > fewest; keep--) {
		struct str shorter = wording_end(part, keep, from_front);
		size_t count = count_in(article, shorter, arena);

		if ((count > 1 && 4 * count >= least) ||
		    names_is_label(article, shorter, arena))
			return trim_name(shorter);
	}
	if (!least && words < 4)
		return part;
	return trim_name(wording_end(part, fewest, from_front));
}

static bool has_letter(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (wording_in_word(s, i) &&
		    !(s.ptr[i] >= '0' && s.ptr[i] <= '9'))
			return true;
	return false;
}

static size_t count_in(const struct article *article, struct str name,
		       struct arena *arena)
{
	struct names alone = { 0 };
	size_t counts[NAMES_MOST], sum = 0;

	alone.key[0] = names_key(name, arena);
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
