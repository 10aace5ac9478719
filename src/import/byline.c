#include "import/byline.h"

#include "import/phrases.h"
#include "import/wording.h"

static const char SEPARATORS[] = "·|•| — | – | / ";

enum { LONG = 140, NAME_WORDS = 4, SHORT = 5 };

static bool read_part(struct article *article, struct str part);
static bool read_date(struct article *article, struct str part);
static struct str after(struct str part);
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
		size_t len = 0, at = wording_find_any(line, SEPARATORS, &len);
		size_t bar = str_find_str(line, STR(" | "));
		struct str part;

		if (bar < at) {
			at = bar;
			len = strlen(" | ");
		}
		part = str_trim(str_slice(line, 0, at));

		if (part.len && read_part(&trial, part))
			found = true;
		else if (part.len &&
			 !wording_has_any(part, PHRASES_READING_TIME))
			all = false;
		line = str_from_byte(line, at + len);
	}
	if (found && all)
		*article = trial;
	return found && all;
}

static bool read_part(struct article *article, struct str part)
{
	struct str name = name_at(after(part));
	bool dated = read_date(article, part);

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
	bool renewed = wording_has_any(part, PHRASES_RENEWED);

	if (!date.len)
		return false;
	/* A longer line is about a date only if it begins so. */
	if (wording_count(part) > SHORT &&
	    !wording_starts_any(part, PHRASES_DATED))
		return false;
	if (renewed && !article->updated.len)
		article->updated = date;
	else if (!renewed && !article->date.len)
		article->date = date;
	return true;
}

/* What stands behind "by", at the start or behind a date. */
static struct str after(struct str part)
{
	size_t len, at = wording_find_any(part, PHRASES_BY, &len);

	return at && !wording_starts_any(part, PHRASES_BY_MIDDLE)
		       ? (struct str){ "", 0 }
		       : str_from_byte(part, at + len);
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
	return !word.len || wording_is_any(word, PHRASES_BY_END) ||
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
		    !wording_is_any(word, PHRASES_NAME_PARTICLES))
			return false;
	}
	return true;
}
