#include "import/wording.h"

#include "base/address.h"
#include "base/buf.h"

#include <stdlib.h>
#include <strings.h>

#include "import/phrases.h"
#include "read/schema.h"

static struct str written_date(struct str s, struct arena *arena);
static bool is_blank_at(struct str s, size_t at, size_t *len);
static bool ends_sentence(struct str s, size_t at);
static bool is_small_word(struct str s, size_t at);
static bool is_letter(char c);
static size_t month_of(struct str word);
static int number_of(struct str word, size_t most_digits);

bool wording_is(struct str s, const char *text)
{
	return wording_equals(s, str_from(text));
}

bool wording_equals(struct str a, struct str b)
{
	return a.len == b.len && (!a.len || !strncasecmp(a.ptr, b.ptr, a.len));
}

bool wording_starts(struct str s, const char *prefix)
{
	size_t len = strlen(prefix);

	return s.len >= len && (!len || !strncasecmp(s.ptr, prefix, len));
}

size_t wording_find(struct str s, struct str words)
{
	size_t len = words.len;

	for (size_t at = 0; len && at + len <= s.len; at++)
		if (wording_lower(s.ptr[at]) == wording_lower(words.ptr[0]) &&
		    !strncasecmp(s.ptr + at, words.ptr, len) &&
		    !(at && wording_in_word(s, at - 1) &&
		      wording_in_word(s, at)) &&
		    !(wording_in_word(s, at + len - 1) &&
		      wording_in_word(s, at + len)))
			return at;
	return s.len;
}

bool wording_has(struct str s, struct str words)
{
	return wording_find(s, words) < s.len;
}

bool wording_has_any(struct str s, const char *phrases)
{
	size_t len;

	return wording_find_any(s, phrases, &len) < s.len;
}

bool wording_is_any(struct str s, const char *phrases)
{
	struct str rest = str_from(phrases);

	while (rest.ptr)
		if (wording_equals(str_cut(&rest, '|'), s))
			return true;
	return false;
}

size_t wording_starts_any(struct str s, const char *phrases)
{
	struct str rest = str_from(phrases);
	size_t longest = 0;

	while (rest.ptr) {
		struct str phrase = str_cut(&rest, '|');

		if (phrase.len > longest &&
		    wording_equals(str_slice(s, 0, phrase.len), phrase))
			longest = phrase.len;
	}
	return longest;
}

size_t wording_ends_any(struct str s, const char *phrases)
{
	struct str rest = str_from(phrases);
	size_t longest = 0;

	while (rest.ptr) {
		struct str phrase = str_cut(&rest, '|');

		if (phrase.len > longest && phrase.len <= s.len &&
		    wording_equals(str_from_byte(s, s.len - phrase.len),
				   phrase))
			longest = phrase.len;
	}
	return longest;
}

size_t wording_find_any(struct str s, const char *phrases, size_t *len)
{
	struct str rest = str_from(phrases);
	size_t first = s.len;

	*len = 0;
	while (rest.ptr) {
		struct str phrase = str_cut(&rest, '|');
		size_t at = wording_find(s, phrase);

		if (at < first ||
		    (at == first && at < s.len && phrase.len > *len)) {
			first = at;
			*len = phrase.len;
		}
	}
	return first;
}

struct str wording_squeeze(struct str s, struct arena *arena)
{
	char *to = arena_array(arena, char, s.len + 1);
	size_t len = 0, skip;

	for (size_t at = 0; at < s.len;) {
		if (is_blank_at(s, at, &skip)) {
			if (len && to[len - 1] != ' ')
				to[len++] = ' ';
			at += skip;
		} else {
			to[len++] = s.ptr[at++];
		}
	}
	if (len && to[len - 1] == ' ')
		len--;
	to[len] = '\0';
	return (struct str){ to, len };
}

bool wording_is_address(struct str url)
{
	return address_is_web(url) && str_find(url, '`') == url.len;
}

/* Signs such as dashes, quotes and no-break spaces part words. */
bool wording_in_word(struct str s, size_t at)
{
	unsigned char c = at < s.len ? (unsigned char)s.ptr[at] : ' ';

	if (c < 0x80)
		return is_letter((char)c) || (c >= '0' && c <= '9') ||
		       c == '+' || c == '#';
	while (at && ((unsigned char)s.ptr[at] & 0xC0) == 0x80)
		at--;
	return (unsigned char)s.ptr[at] != 0xE2 &&
	       (unsigned char)s.ptr[at] != 0xC2;
}

size_t wording_count(struct str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += s.ptr[i] != ' ' && (!i || s.ptr[i - 1] == ' ');
	return count;
}

struct str wording_end(struct str part, size_t keep, bool from_front)
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

char wording_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

struct str wording_sentence(struct str *rest)
{
	struct str sentence = *rest;

	for (size_t i = 0; i < rest->len; i++)
		if (ends_sentence(*rest, i)) {
			sentence.len = i + 1;
			*rest = str_trim(str_from_byte(*rest, i + 1));
			if (!rest->len)
				*rest = (struct str){ NULL, 0 };
			return sentence;
		}
	*rest = (struct str){ NULL, 0 };
	return str_trim(sentence);
}

int wording_number(struct str s, struct str *rest)
{
	size_t digits = 0, front = wording_starts_any(s, PHRASES_NUMBERED);
	bool named = front > 0;
	int number = 0;

	s = str_from_byte(s, front);
	while (digits < s.len && digits < 3 && s.ptr[digits] >= '0' &&
	       s.ptr[digits] <= '9')
		number = number * 10 + (s.ptr[digits++] - '0');
	if (!digits || digits + 1 >= s.len ||
	    !strchr(named ? ".):" : ".)", s.ptr[digits]) ||
	    s.ptr[digits + 1] != ' ')
		return 0;
	*rest = str_trim(str_from_byte(s, digits + 2));
	return number;
}

size_t wording_decimal(struct str s, size_t at, double *number)
{
	size_t end = at;

	while (end < s.len && end - at < 5 &&
	       ((s.ptr[end] >= '0' && s.ptr[end] <= '9') ||
		(end > at && s.ptr[end] == '.' && end + 1 < s.len &&
		 s.ptr[end + 1] >= '0' && s.ptr[end + 1] <= '9')))
		end++;
	if (end == at || !str_to_number(str_slice(s, at, end - at), number))
		return 0;
	return end - at;
}

/* "31 June 2024" and "2024-05-99" are no dates. */
struct str wording_date(struct str s, struct arena *arena)
{
	struct str written = written_date(s, arena);
	struct date date;

	return date_parse(written, &date) ? written : (struct str){ "", 0 };
}

static struct str written_date(struct str s, struct arena *arena)
{
	int year = 0, day = 0;
	size_t month = 0;
	struct str rest = s;

	if (s.len >= 10 && s.ptr[4] == '-' && s.ptr[7] == '-' &&
	    number_of(str_slice(s, 0, 4), 4) > 0 &&
	    number_of(str_slice(s, 5, 2), 2) > 0 &&
	    number_of(str_slice(s, 8, 2), 2) > 0)
		return arena_str(arena, str_slice(s, 0, 10));
	while (rest.ptr) {
		struct str word = str_cut(&rest, ' ');

		while (word.len && strchr(",.", word.ptr[word.len - 1]))
			word.len--;
		if (word.len > 2 && word.ptr[0] <= '9' &&
		    (str_ends(word, "th") || str_ends(word, "st") ||
		     str_ends(word, "nd") || str_ends(word, "rd")))
			word.len -= 2;
		if (month_of(word))
			month = month_of(word);
		else if (word.len == 4 && number_of(word, 4) > 1900)
			year = number_of(word, 4);
		else if (number_of(word, 2) > 0 && number_of(word, 2) <= 31)
			day = number_of(word, 2);
	}
	if (!year || !month || !day)
		return (struct str){ "", 0 };
	return arena_printf(arena, "%04d-%02zu-%02d", year, month, day);
}

bool wording_is_furniture(struct str s)
{
	return s.len <= 60 && (wording_starts_any(s, PHRASES_FURNITURE) ||
			       wording_is_any(s, PHRASES_FURNITURE_ALONE));
}

struct str wording_escaped(struct str words, struct arena *arena)
{
	char *to = arena_array(arena, char, 2 * words.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < words.len; i++) {
		if (strchr("\\`*_[]<>&|!#~", words.ptr[i]))
			to[len++] = '\\';
		to[len++] = words.ptr[i];
	}
	return wording_unfact((struct str){ to, len }, arena);
}

/* A fact is found in the text that a backslash leaves; a comment parts it. */
struct str wording_unfact(struct str markdown, struct arena *arena)
{
	struct buf buf = { 0 };
	struct str text;
	size_t at;

	while ((at = str_find_str(markdown, STR("\\[="))) < markdown.len) {
		buf_raw(&buf, str_slice(markdown, 0, at));
		buf_text(&buf, "\\[<!-- -->=");
		markdown = str_from_byte(markdown, at + 3);
	}
	buf_raw(&buf, markdown);
	text = buf_copy(&buf, arena);
	buf_release(&buf);
	return text;
}

bool wording_is_whole(struct str markdown)
{
	size_t stars = 0, ticks = 0;
	long brackets = 0;

	for (size_t i = 0; i < markdown.len; i++) {
		char c = markdown.ptr[i];

		if (c == '\\')
			i++;
		stars += c == '*';
		ticks += c == '`';
		brackets += (c == '[') - (c == ']');
	}
	return stars % 2 == 0 && ticks % 2 == 0 && brackets == 0;
}

static bool is_blank_at(struct str s, size_t at, size_t *len)
{
	*len = 1;
	if (strchr(" \t\r\n", s.ptr[at]))
		return true;
	*len = 2;
	return at + 1 < s.len && s.ptr[at] == '\xC2' && s.ptr[at + 1] == '\xA0';
}

/* A stop, then a blank and no lower-case letter: "Node. js" goes on. */
static bool ends_sentence(struct str s, size_t at)
{
	size_t next = at + 1;

	if (!strchr(".!?", s.ptr[at]))
		return false;
	if (next >= s.len)
		return true;
	if (s.ptr[next] != ' ')
		return false;
	next++;
	return next < s.len && !is_small_word(s, next) &&
	       !(at >= 2 && wording_is(str_slice(s, at - 2, 3), "vs."));
}

/* "openSUSE" may begin a sentence. */
static bool is_small_word(struct str s, size_t at)
{
	if (!(s.ptr[at] >= 'a' && s.ptr[at] <= 'z'))
		return false;
	for (; wording_in_word(s, at); at++)
		if (s.ptr[at] >= 'A' && s.ptr[at] <= 'Z')
			return false;
	return true;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t month_of(struct str word)
{
	static const char *const MONTHS[] = {
		"january",   "february", "march",    "april",
		"may",	     "june",	 "july",     "august",
		"september", "october",	 "november", "december"
	};

	for (size_t m = 0; m < 12; m++)
		if (wording_is(word, MONTHS[m]) ||
		    (word.len == 3 && !strncasecmp(word.ptr, MONTHS[m], 3)))
			return m + 1;
	return 0;
}

static int number_of(struct str word, size_t most_digits)
{
	int number = 0;

	if (!word.len || word.len > most_digits)
		return -1;
	for (size_t i = 0; i < word.len; i++) {
		if (word.ptr[i] < '0' || word.ptr[i] > '9')
			return -1;
		number = number * 10 + (word.ptr[i] - '0');
	}
	return number;
}
