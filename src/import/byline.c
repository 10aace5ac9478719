#include "import/byline.h"

#include "import/wording.h"

enum { LONG = 140, NAME_WORDS = 4, SHORT = 5 };

static size_t find_separator(struct str line, size_t *len);
static bool read_part(struct article *article, struct str part);
static bool read_date(struct article *article, struct str part);
static bool starts_with_any(struct str part);
static struct str after(struct str part, const char *const *words,
			size_t count);
static struct str name_at(struct str words);
static bool is_end(struct str word);
static bool is_name(struct str words);

bool byline_read(struct article *article, struct str line)
{
	bool found = false, all = true;
	struct article trial = *article;

	if (line.len > LONG)
		return false;
	while (line.len) {
		size_t len = 0, at = find_separator(line, &len);
		struct str part = str_trim(str_slice(line, 0, at));

		if (part.len && read_part(&trial, part))
			found = true;
		else if (part.len && !wording_has_any(part, "min read|minutes|"
							    "read|minute"))
			all = false;
		line = str_from_byte(line, at + len);
	}
	if (found && all)
		*article = trial;
	return found && all;
}

static size_t find_separator(struct str line, size_t *len)
{
	static const char *const SIGNS[] = { "·",   "•",   " | ",
					     " — ", " – ", " / " };
	size_t best = line.len;

	for (size_t k = 0; k < sizeof(SIGNS) / sizeof(*SIGNS); k++) {
		size_t at = str_find_str(line, str_from(SIGNS[k]));

		if (at < best) {
			best = at;
			*len = strlen(SIGNS[k]);
		}
	}
	return best;
}

static bool read_part(struct article *article, struct str part)
{
	static const char *const BEFORE[] = { "written by ",   "posted by ",
					      "published by ", "author: ",
					      "authors: ",     "by " };
	struct str name = after(part, BEFORE, sizeof(BEFORE) / sizeof(*BEFORE));
	bool dated = read_date(article, part);

	name = name_at(name);
	if (!is_name(name))
		return dated;
	if (!article->author_count)
		*arena_push(article->arena, article->authors,
			    article->author_count) =
			arena_str(article->arena, name);
	return true;
}

static bool read_date(struct article *article, struct str part)
{
	struct str date = wording_date(part, article->arena);
	bool renewed = wording_has_any(part, "updated|modified|edited");

	if (!date.len)
		return false;
	if (wording_count(part) > SHORT && !starts_with_any(part))
		return false;
	if (renewed && !article->updated.len)
		article->updated = date;
	else if (!renewed && !article->date.len)
		article->date = date;
	return true;
}

/* A longer line is about a date only if it begins so. */
static bool starts_with_any(struct str part)
{
	static const char *const STARTS[] = {
		"posted", "published", "updated", "last ", "written",
		"by ",	  "modified",  "date",	  "on "
	};

	for (size_t k = 0; k < sizeof(STARTS) / sizeof(*STARTS); k++)
		if (wording_starts(part, STARTS[k]))
			return true;
	return false;
}

/* What stands behind one of the words, at the start or behind a date. */
static struct str after(struct str part, const char *const *words, size_t count)
{
	for (size_t k = 0; k < count; k++) {
		size_t at = wording_find(part, words[k]);

		if (at < part.len && (!at || wording_starts(part, "posted") ||
				      wording_starts(part, "published") ||
				      wording_starts(part, "updated") ||
				      wording_starts(part, "last ")))
			return str_from_byte(part, at + strlen(words[k]));
	}
	return (struct str){ "", 0 };
}

/* "Jo Lee" of "Jo Lee on May 4" and of "Jo Lee, updated May 4". */
static struct str name_at(struct str words)
{
	size_t end = 0;

	while (end < words.len) {
		size_t next = end;

		while (next < words.len && words.ptr[next] != ' ')
			next++;
		if (is_end(str_slice(words, end, next - end)))
			break;
		end = next;
		if (words.ptr[end - 1] == ',')
			break;
		while (end < words.len && words.ptr[end] == ' ')
			end++;
	}
	words = str_trim(str_slice(words, 0, end));
	while (str_ends(words, ",") || str_ends(words, "."))
		words.len--;
	return words;
}

static bool is_end(struct str word)
{
	return !word.len || wording_is(word, "on") || wording_is(word, "in") ||
	       wording_is(word, "updated") || wording_is(word, "published") ||
	       wording_is(word, "at") || wording_is(word, "last") ||
	       (word.ptr[0] >= '0' && word.ptr[0] <= '9');
}

/* A few words, each with a capital: no "the way, oak is hard". */
static bool is_name(struct str words)
{
	struct str rest = words;

	if (!words.len || wording_count(words) > NAME_WORDS)
		return false;
	while (rest.ptr) {
		struct str word = str_cut(&rest, ' ');

		if (word.len && word.ptr[0] >= 'a' && word.ptr[0] <= 'z' &&
		    !wording_is(word, "and") && !wording_is(word, "van") &&
		    !wording_is(word, "de") && !wording_is(word, "von"))
			return false;
	}
	return true;
}
