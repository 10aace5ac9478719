#include "import/wording.h"

#include <ctype.h>
#include <strings.h>

#include "base/address.h"
#include "import/phrases.h"

enum { DECIMAL_MOST = 5 };

static bool parts_decimals(struct str s, size_t at);
static size_t longest(struct str s, const char *phrases, bool at_end);
static bool ends_sentence(struct str s, size_t at);
static bool is_small_word(struct str s, size_t at);

bool wording_equals(struct str a, struct str b)
{
	return a.len == b.len && (!a.len || !strncasecmp(a.ptr, b.ptr, a.len));
}

size_t wording_find(struct str s, struct str words)
{
	size_t len = words.len;

	for (size_t at = 0; len && at + len <= s.len; at++)
		if (((s.ptr[at] ^ words.ptr[0]) & ~0x20) == 0 &&
		    !strncasecmp(s.ptr + at, words.ptr, len) &&
		    !(at && wording_in_word(s, at - 1) &&
		      wording_in_word(s, at)) &&
		    !(wording_in_word(s, at + len - 1) &&
		      wording_in_word(s, at + len)))
			return at;
	return s.len;
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
	return longest(s, phrases, false);
}

size_t wording_ends_any(struct str s, const char *phrases)
{
	return longest(s, phrases, true);
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

bool wording_is_address(struct str url)
{
	return address_is_web(url) && str_find(url, '`') == url.len;
}

/* Signs such as dashes, quotes and no-break spaces part words. */
bool wording_in_word(struct str s, size_t at)
{
	unsigned char c = at < s.len ? (unsigned char)s.ptr[at] : ' ';

	if (c < 0x80)
		return isalnum(c) || c == '+' || c == '#';
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

	for (size_t i = 1; i <= part.len; i++) {
		size_t at = from_front ? part.len - i : i - 1;

		if (part.ptr[at] == ' ' && ++words == keep)
			return from_front ? str_from_byte(part, at + 1)
					  : str_slice(part, 0, at);
	}
	return part;
}

struct str wording_sentence(struct str *rest)
{
	struct str sentence = str_trim(*rest);
	size_t end = 0;

	while (end < sentence.len && !ends_sentence(sentence, end++))
		;
	*rest = str_trim(str_from_byte(sentence, end));
	if (!rest->len)
		*rest = (struct str){ NULL, 0 };
	return str_slice(sentence, 0, end);
}

bool wording_is_shortened(struct str s, size_t at)
{
	struct str word = wording_end(str_slice(s, 0, at + 1), 1, true);

	return wording_is_any(word, PHRASES_SHORTENED);
}

int wording_number(struct str s, struct str *rest)
{
	size_t front = wording_starts_any(s, PHRASES_NUMBERED);
	double number = 0;
	size_t digits;

	s = str_from_byte(s, front);
	digits = wording_decimal(s, 0, &number);
	if (!digits || digits > 3 || digits + 1 >= s.len ||
	    !strchr(front ? ".):" : ".)", s.ptr[digits]) ||
	    s.ptr[digits + 1] != ' ')
		return 0;
	*rest = str_trim(str_from_byte(s, digits + 2));
	return (int)number;
}

size_t wording_decimal(struct str s, size_t at, double *number)
{
	char digits[DECIMAL_MOST + 1] = "";
	size_t len = 0;

	for (; at + len < s.len && len < DECIMAL_MOST; len++) {
		char c = s.ptr[at + len];

		if (!isdigit((unsigned char)c) &&
		    !(len && parts_decimals(s, at + len)))
			break;
		digits[len] = c == ',' ? '.' : c;
	}
	return str_to_number(str_from(digits), number) ? len : 0;
}

/* "4.5" and "4,5", but not "1,299". */
static bool parts_decimals(struct str s, size_t at)
{
	size_t end = at + 1;

	while (end < s.len && isdigit((unsigned char)s.ptr[end]))
		end++;
	return end > at + 1 &&
	       (s.ptr[at] == '.' || (s.ptr[at] == ',' && end - at <= 3));
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

static size_t longest(struct str s, const char *phrases, bool at_end)
{
	struct str rest = str_from(phrases);
	size_t most = 0;

	while (rest.ptr) {
		struct str phrase = str_cut(&rest, '|');
		size_t from =
			at_end && s.len > phrase.len ? s.len - phrase.len : 0;

		if (phrase.len > most &&
		    wording_equals(str_slice(s, from, phrase.len), phrase))
			most = phrase.len;
	}
	return most;
}

/* A stop, then a blank and no lower-case letter: "Node. js" goes on. */
static bool ends_sentence(struct str s, size_t at)
{
	size_t next = at + 2;

	return strchr(".!?", s.ptr[at]) &&
	       (next > s.len ||
		(next < s.len && s.ptr[at + 1] == ' ' &&
		 !is_small_word(s, next) && !wording_is_shortened(s, at)));
}

/* "openSUSE" may begin a sentence. */
static bool is_small_word(struct str s, size_t at)
{
	bool small = islower((unsigned char)s.ptr[at]);

	for (; small && wording_in_word(s, at); at++)
		small = !isupper((unsigned char)s.ptr[at]);
	return small;
}
