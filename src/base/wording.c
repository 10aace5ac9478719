#include "base/wording.h"

#include <ctype.h>
#include <strings.h>

static size_t longest(struct str s, const char *phrases, bool at_end);

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
