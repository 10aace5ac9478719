/*
 * A slice of text: where it starts and how long it is.
 *
 * A slice owns nothing and is passed by value; it need not end in a NUL.
 * The text is UTF-8, which is checked once, when a file is read.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *ptr;
	size_t len;
};

/* A literal as a slice, and as an initialiser of static data. */
#define STR(literal) ((struct str){ "" literal, sizeof(literal) - 1 })
/* clang-format off */
#define STR_INIT(literal)                       \
	{                                       \
		"" literal, sizeof(literal) - 1 \
	}
/* clang-format on */

/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).len, str_chars(s)

/* What printf() may be given: never NULL, as the empty slice's may be. */
static inline const char *str_chars(struct str s)
{
	return s.ptr ? s.ptr : "";
}

/* The slice of a NUL-terminated text; NULL gives an empty one. */
static inline struct str str_from(const char *text)
{
	return (struct str){ text ? text : "", text ? strlen(text) : 0 };
}

static inline bool str_is_empty(struct str s)
{
	return s.len == 0;
}

static inline bool str_equals(struct str a, struct str b)
{
	return a.len == b.len && (!a.len || (a.ptr[0] == b.ptr[0] &&
					     !memcmp(a.ptr, b.ptr, a.len)));
}

static inline bool str_is(struct str s, const char *text)
{
	return str_equals(s, str_from(text));
}

static inline bool str_starts(struct str s, const char *prefix)
{
	size_t len = strlen(prefix);

	return s.len >= len && !memcmp(s.ptr, prefix, len);
}

static inline bool str_ends(struct str s, const char *suffix)
{
	size_t len = strlen(suffix);

	return s.len >= len && !memcmp(s.ptr + s.len - len, suffix, len);
}

/* Order by bytes, as memcmp's, a prefix first. */
int str_compare(struct str a, struct str b);

/* Without the spaces, tabs, CRs and LFs around it. */
struct str str_trim(struct str s);

/* Without those of `signs` that it ends with. */
struct str str_without(struct str s, const char *signs);

/* From byte `start` on; at most `len` bytes of it; both are cut to fit. */
static inline struct str str_slice(struct str s, size_t start, size_t len)
{
	if (start > s.len)
		start = s.len;
	if (len > s.len - start)
		len = s.len - start;
	return (struct str){ s.ptr ? s.ptr + start : NULL, len };
}

static inline struct str str_from_byte(struct str s, size_t start)
{
	return str_slice(s, start, s.len);
}

/* The first `c`, or s.len when there is none. */
static inline size_t str_find(struct str s, char c)
{
	const char *found =
		s.len ? (const char *)memchr(s.ptr, c, s.len) : NULL;

	return found ? (size_t)(found - s.ptr) : s.len;
}

/* A control, a blank, a soft hyphen, a joiner or a mark of direction. */
bool str_char_is_unseen(uint32_t c);

/* Whether all of it is ASCII. */
bool str_is_ascii(struct str s);

/* Where `needle` first stands in `s`, or s.len. */
size_t str_find_str(struct str s, struct str needle);

/*
 * Cuts the part before the first `separator` off `*rest` and gives it; the
 * separator goes too.  Call while rest->ptr is not NULL: the last part sets
 * it to NULL.
 */
struct str str_cut(struct str *rest, char separator);

/* The whole of `s` as a finite decimal number ("8", "-0.5", "1e3"). */
bool str_to_number(struct str s, double *number);

/* How many characters (code points) `s` has. */
size_t str_char_count(struct str s);

/*
 * The code point at byte `*at`, which moves behind it; bytes that are no
 * UTF-8 give U+FFFD one at a time.  `*at` must be below s.len.
 */
uint32_t str_char_next(struct str s, size_t *at);

/* In lower case: of ASCII, Latin-1, Greek and Cyrillic. */
uint32_t str_char_lower(uint32_t c);

/* Whether they differ in such case at the most. */
bool str_is_like(struct str a, struct str b);

/* The first byte that is not valid UTF-8, or s.len. */
size_t str_utf8_error(struct str s);

/*
 * The number of single-character edits (insert, delete, replace, swap of
 * neighbours) from `a` to `b`, or `limit` + 1 when there are more.
 */
size_t str_distance(struct str a, struct str b, size_t limit);

#endif
