#include "import/names.h"

#include "base/wording.h"
#include "import/phrases.h"
#include "import/sentence.h"

/*
 * How a title names its options, from the surest way to the least sure.  Only
 * "X vs Y" is taken at its word; of all others the names must come again in
 * the article, for "Salt, pepper and other stories" compares nothing.
 */
enum { NAME_WORDS = 5, TITLE_WORDS = 3, OFTEN = 2 };

struct parts {
	struct str title, part[NAMES_MOST];
	size_t count;
	size_t least; /* how often the article must name each */
};

static bool split_moved(struct parts *parts, const struct article *article);
static bool split_listed(struct parts *parts, const struct article *article);
static void split(struct parts *parts, struct str segment, const char *joints);
static bool settle(struct parts *parts, const struct article *article);
static struct str segment_at(struct str title, size_t at, size_t len,
			     const struct article *article);
static size_t label_end(struct str title, size_t from,
			const struct article *article);
static size_t stop_at(struct str title, size_t at);
static bool is_in_name(struct str title, size_t from, size_t stop,
		       const struct article *article);
static size_t dash_at(struct str name);
static struct str trim_name(struct str name, const struct article *article);
static struct str narrow(const struct parts *parts, struct str part,
			 bool from_front, const struct article *article);
static bool may_be_name(struct str words);
static size_t times_in(const struct parts *parts, struct str name,
		       const struct article *article);

struct names names_of_title(struct str title, const struct article *article,
			    struct arena *arena)
{
	struct names names = { 0 };
	struct parts parts = { .title = title };
	size_t len, at = wording_find_any(title, PHRASES_VERSUS, &len);

	if (at < title.len)
		split(&parts, segment_at(title, at, len, article),
		      PHRASES_VERSUS);
	if (at < title.len || split_moved(&parts, article)
		    ? settle(&parts, article)
		    : split_listed(&parts, article))
		for (size_t i = 0; i < parts.count; i++)
			names_add(&names, parts.part[i], arena);
	return names;
}

/* "Why we moved from X to Y". */
static bool split_moved(struct parts *parts, const struct article *article)
{
	size_t len, at = wording_find_any(parts->title, PHRASES_MOVES, &len);
	struct str both = str_from_byte(parts->title, at + len);

	split(parts, segment_at(both, 0, 0, article), " to ");
	parts->least = 1;
	return at < parts->title.len && parts->count == 2;
}

/*
 * "X or Y?", "The best of 2024: X, Y, or Z", and with a word of comparing
 * also "X and Y": one stretch of the title between its stops.
 */
static bool split_listed(struct parts *parts, const struct article *article)
{
	static const char *const JOINTS[] = { PHRASES_LISTS, PHRASES_LINKS };
	struct str title = parts->title;

	if (!wording_has_any(title, PHRASES_COMPARES))
		return false;
	while (title.len) {
		size_t end = 0;

		while (end < title.len &&
		       (!stop_at(title, end) || title.ptr[end] == ','))
			end++;
		for (size_t k = 0; k < 2; k++) {
			split(parts, str_slice(title, 0, end), JOINTS[k]);
			parts->least = parts->count > 2 ? 1 : OFTEN;
			if (parts->count > 1 && settle(parts, article))
				return true;
		}
		title = str_from_byte(title, end + 1);
	}
	return false;
}

static void split(struct parts *parts, struct str segment, const char *joints)
{
	size_t at = 0, len = 0;

	parts->count = 0;
	while (parts->count < NAMES_MOST && segment.len) {
		at = wording_find_any(segment, joints, &len);
		parts->part[parts->count++] = str_slice(segment, 0, at);
		segment = str_from_byte(segment, at + len);
	}
}

/* What is a name of each part; false where one of them has none for sure. */
static bool settle(struct parts *parts, const struct article *article)
{
	for (size_t i = 0; i < parts->count; i++) {
		struct str *part = &parts->part[i];
		struct str whole = trim_name(*part, article);
		bool last = i + 1 == parts->count;
		size_t len, tail = wording_find_any(whole, PHRASES_TAILS, &len);

		if (last && tail)
			whole.len = tail;
		*part = i && !last ? whole : narrow(parts, whole, !i, article);
		if (!parts->least && !part->len &&
		    wording_count(whole) <= TITLE_WORDS)
			*part = whole;
		if (!part->len || wording_count(*part) > NAME_WORDS ||
		    (times_in(parts, *part, article) < parts->least &&
		     !names_is_label(article, *part)))
			return false;
	}
	return true;
}

/*
 * What stands around a versus, up to a stop that is not in brackets, nor in
 * what the article writes as a name: "Elm, slippery".
 */
static struct str segment_at(struct str title, size_t at, size_t len,
			     const struct article *article)
{
	size_t start = 0, end = title.len, from = at + len;

	for (size_t i = 0; i < at; i++) {
		size_t stop = stop_at(title, i), close;

		close = i + str_find(str_from_byte(title, i), ')');
		/* "Yahoo! vs …": the stop is the name's. */
		if (str_starts(str_from_byte(title, i), " (") && close < at)
			i = close;
		else if (stop && i + stop <= at &&
			 label_end(title, start, article) < at)
			start = i + stop;
	}
	for (size_t i = from; i < end; i++) {
		size_t joint = wording_starts_any(str_from_byte(title, i),
						  PHRASES_VERSUS);

		if (joint)
			from = i + joint;
		else if (stop_at(title, i) &&
			 label_end(title, from, article) <= i &&
			 !is_in_name(title, from, i, article))
			end = i;
	}
	/* "… vs K8s (self-hosted)" may be a name: narrow() decides. */
	if (end < title.len && str_starts(str_from_byte(title, end), " (")) {
		size_t close = str_find(str_from_byte(title, end), ')');

		if (end + close + 1 <= title.len)
			end += close + 1;
	}
	return str_slice(title, start, end - start);
}

/* Where the longest name ends that stands there and is a label, or 0. */
static size_t label_end(struct str title, size_t from,
			const struct article *article)
{
	size_t end = title.len;

	while (end > from &&
	       ((end < title.len && !stop_at(title, end) &&
		 !wording_starts_any(str_from_byte(title, end),
				     PHRASES_VERSUS)) ||
		!names_is_label(article,
				str_trim(str_slice(title, from, end - from)))))
		end--;
	return end > from ? end : 0;
}

/* "Oak - red" is a name where the article never says "Oak" without the rest. */
static bool is_in_name(struct str title, size_t from, size_t stop,
		       const struct article *article)
{
	struct parts parts = { .title = title };
	size_t end = stop + 1, times;

	if (!dash_at(str_from_byte(title, stop)))
		return false;
	while (end < title.len && !stop_at(title, end))
		end++;
	times = times_in(&parts, str_trim(str_slice(title, from, end - from)),
			 article);
	return times &&
	       times == times_in(&parts,
				 str_trim(str_slice(title, from, stop - from)),
				 article);
}

/* The length of the dash that the words begin with, or 0. */
static size_t dash_at(struct str words)
{
	return wording_starts_any(words, " - | – | — ");
}

/* The length of a stop at byte `at`, or 0. */
static size_t stop_at(struct str title, size_t at)
{
	struct str rest = str_from_byte(title, at);
	size_t len =
		wording_starts_any(rest, ": | – | — | - |? |! | (|; |…|...|?");

	/* "vs." goes on, and so does "Oak, vs elm". */
	if (!len &&
	    ((str_starts(rest, ". ") && !sentence_is_shortened(title, at)) ||
	     (str_starts(rest, ", ") && !str_starts(rest, ", vs"))))
		len = 2;
	return len ? len : str_starts(rest, " | ") ? 3 : 0;
}

/* What the article writes with its signs keeps them: A*, "Oak". */
static struct str trim_name(struct str name, const struct article *article)
{
	struct str whole = str_trim(name);
	size_t len;

	do {
		len = name.len;
		name = str_trim(name);
		/* "A - B" is no "- B". */
		if (!dash_at(str_from_byte(name, 1)))
			name = str_from_byte(
				name,
				wording_starts_any(name, PHRASES_NAME_FRONT));
		name.len -= wording_ends_any(name, PHRASES_NAME_BACK);
	} while (name.len < len);
	return name.len < whole.len && !names_is_label(article, name) &&
			       names_is_label(article, whole)
		       ? whole
		       : name;
}

/*
 * The longest part that the article names at least a quarter as often as the
 * shortest that may be a name: of "Python for Backend", Python; of "Ruby on
 * Rails", all.  Empty where the article names none.
 */
static struct str narrow(const struct parts *parts, struct str part,
			 bool from_front, const struct article *article)
{
	size_t words = wording_count(part), least = 0, count;
	struct str found = { "", 0 };

	if (words > NAME_WORDS)
		part = wording_end(part, words = NAME_WORDS, from_front);
	for (size_t keep = 1; keep <= words; keep++) {
		struct str some =
			trim_name(wording_end(part, keep, from_front), article);

		/* "Oak vs Elm!" shouts; "Google vs Yahoo!" does not. */
		if (str_ends(some, "!") && !names_is_label(article, some))
			some.len--;
		if (!may_be_name(some))
			continue;
		if (names_is_label(article, some)) {
			found = some;
			continue;
		}
		count = times_in(parts, some, article);
		if (count && 4 * count >= least && (count > 1 || !found.len)) {
			least = found.len ? least : count;
			found = some;
		}
	}
	return found;
}

/* No "7" of "Fenix 7", and no "Oak in" of "Oak in your garden". */
static bool may_be_name(struct str words)
{
	bool letter = false;

	for (size_t i = 0; i < words.len; i++)
		letter |= wording_in_word(words, i) &&
			  !strchr("0123456789", words.ptr[i]);
	for (int end = 0; letter && end < 2; end++)
		letter = (!end && dash_at(str_from_byte(words, 1))) ||
			 !wording_is_any(wording_end(words, 1, end),
					 PHRASES_SMALL_WORDS);
	return letter;
}

/* A heading may say the title again: only text and short ones count. */
static size_t times_in(const struct parts *parts, struct str name,
		       const struct article *article)
{
	struct names alone = { .count = 1, .name = { name } };
	size_t sum = 0;
	struct mention m;

	for (size_t b = 0; b < article->block_count; b++) {
		struct str text = article->blocks[b].plain;

		if (article->blocks[b].kind != BLOCK_HEADING &&
		    !str_equals(text, parts->title))
			for (size_t at = 0;
			     (m = names_find(&alone, text, at)).len;
			     at = m.at + m.len)
				sum++;
	}
	return sum;
}
