#include "base/str.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool is_space(char c);
static bool is_number_char(char c);
static size_t utf8_len(struct str s, size_t at);
static size_t min3(size_t a, size_t b, size_t c);

int str_compare(struct str a, struct str b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len ? memcmp(a.ptr, b.ptr, len) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

struct str str_trim(struct str s)
{
	while (s.len && is_space(s.ptr[0]))
		s = str_from_byte(s, 1);
	while (s.len && is_space(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

struct str str_without(struct str s, const char *signs)
{
	while (s.len && strchr(signs, s.ptr[s.len - 1]))
		s.len--;
	return s;
}

bool str_char_is_unseen(uint32_t c)
{
	return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD ||
	       c == 0x61C || (c >= 0x2000 && c <= 0x200F) ||
	       (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) ||
	       c == 0x3000 || c == 0xFEFF;
}

bool str_is_ascii(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.ptr[i] >= 0x80)
			return false;
	return true;
}

size_t str_find_str(struct str s, struct str needle)
{
	const char *found = NULL;

	if (!needle.len)
		return 0;
	if (s.len)
		found = memmem(s.ptr, s.len, needle.ptr, needle.len);
	return found ? (size_t)(found - s.ptr) : s.len;
}

struct str str_cut(struct str *rest, char separator)
{
	size_t at = str_find(*rest, separator);
	struct str part = str_slice(*rest, 0, at);

	if (at < rest->len)
		*rest = str_from_byte(*rest, at + 1);
	else
		*rest = (struct str){ NULL, 0 };
	return part;
}

/* strtod also takes hexadecimal, "inf" and "nan": those are no scores. */
bool str_to_number(struct str s, double *number)
{
	char text[64], *end;

	if (s.len == 0 || s.len >= sizeof(text))
		return false;
	for (size_t i = 0; i < s.len; i++)
		if (!is_number_char(s.ptr[i]))
			return false;
	memcpy(text, s.ptr, s.len);
	text[s.len] = '\0';
	*number = strtod(text, &end);
	return end == text + s.len && isfinite(*number);
}

size_t str_char_count(struct str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
	return count;
}

uint32_t str_char_next(struct str s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.ptr + *at;
	size_t len;

	assert(*at < s.len);
	len = utf8_len(s, *at);
	*at += len ? len : 1;
	switch (len) {
	case 1:
		return p[0];
	case 2:
		return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
	case 3:
		return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 |
		       (p[2] & 0x3Fu);
	case 4:
		return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 |
		       (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
	default:
		return 0xFFFD;
	}
}

/* Eight bytes of ASCII at a time, as nearly all text is. */
uint32_t str_char_lower(uint32_t c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
	    (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
		return c + 0x20;
	return c;
}

bool str_is_like(struct str a, struct str b)
{
	size_t i = 0, k = 0;

	while (i < a.len && k < b.len)
		if (str_char_lower(str_char_next(a, &i)) !=
		    str_char_lower(str_char_next(b, &k)))
			return false;
	return i == a.len && k == b.len;
}

size_t str_utf8_error(struct str s)
{
	size_t at = 0;

	while (at < s.len) {
		uint64_t word;
		size_t len;

		if (s.len - at >= sizeof(word)) {
			memcpy(&word, s.ptr + at, sizeof(word));
			if (!(word & UINT64_C(0x8080808080808080))) {
				at += sizeof(word);
				continue;
			}
		}
		len = utf8_len(s, at);
		if (!len)
			return at;
		at += len;
	}
	return s.len;
}

/*
 * Optimal string alignment, three rows at a time.  Names longer than the
 * rows are not worth a guess.
 */
size_t str_distance(struct str a, struct str b, size_t limit)
{
	enum { MOST = 64 };
	size_t rows[3][MOST + 1];
	size_t *before = rows[0], *above = rows[1], *row = rows[2];

	if (a.len > MOST || b.len > MOST || a.len > b.len + limit ||
	    b.len > a.len + limit)
		return limit + 1;
	for (size_t j = 0; j <= b.len; j++)
		above[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t *oldest = before;

		row[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			bool same = a.ptr[i - 1] == b.ptr[j - 1];

			row[j] = min3(above[j] + 1, row[j - 1] + 1,
				      above[j - 1] + !same);
			if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] &&
			    a.ptr[i - 2] == b.ptr[j - 1] &&
			    before[j - 2] + 1 < row[j])
				row[j] = before[j - 2] + 1;
		}
		before = above;
		above = row;
		row = oldest;
	}
	return above[b.len] > limit ? limit + 1 : above[b.len];
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_number_char(char c)
{
	return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' ||
	       c == 'e' || c == 'E';
}

/*
 * How many bytes the character at `at` has, or 0 where there is none: too
 * long a form, a surrogate, above U+10FFFF or cut short (Unicode 15, table
 * 3-7).
 */
static size_t utf8_len(struct str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.ptr + at;
	size_t left = s.len - at, len;
	unsigned char low = 0x80, high = 0xBF;

	if (p[0] < 0x80)
		return 1;
	if (p[0] >= 0xC2 && p[0] <= 0xDF)
		len = 2;
	else if (p[0] >= 0xE0 && p[0] <= 0xEF)
		len = 3;
	else if (p[0] >= 0xF0 && p[0] <= 0xF4)
		len = 4;
	else
		return 0;
	if (p[0] == 0xE0)
		low = 0xA0;
	else if (p[0] == 0xED)
		high = 0x9F;
	else if (p[0] == 0xF0)
		low = 0x90;
	else if (p[0] == 0xF4)
		high = 0x8F;
	if (left < len || p[1] < low || p[1] > high)
		return 0;
	for (size_t i = 2; i < len; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	return len;
}

static size_t min3(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}
