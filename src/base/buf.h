/*
 * Text that grows.
 *
 * The one way to build text; always terminated by a NUL.  The name of an
 * appender says what it escapes; buf_raw escapes nothing.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"

struct buf {
	char *ptr;
	size_t len, room;
};

/* Frees the memory; the buffer is empty and can be used again. */
void buf_release(struct buf *buf);

/* Empties the buffer and keeps its memory, up to 1 MB. */
enum { BUF_KEPT = 1 << 20 };

static inline void buf_reset(struct buf *buf)
{
	if (buf->room > BUF_KEPT)
		buf_release(buf);
	buf->len = 0;
	if (buf->ptr)
		buf->ptr[0] = '\0';
}

/* What was built so far: valid until the next append. */
static inline struct str buf_str(const struct buf *buf)
{
	return (struct str){ buf->ptr ? buf->ptr : "", buf->len };
}

/* A copy of what was built, in the arena. */
struct str buf_copy(const struct buf *buf, struct arena *arena);

/* The same, and the buffer is released. */
struct str buf_take(struct buf *buf, struct arena *arena);

/* Room for `more` bytes and a NUL behind what was built. */
void buf_reserve(struct buf *buf, size_t more);

static inline void buf_char(struct buf *buf, char c)
{
	if (buf->room - buf->len < 2)
		buf_reserve(buf, 1);
	buf->ptr[buf->len++] = c;
	buf->ptr[buf->len] = '\0';
}

static inline void buf_raw(struct buf *buf, struct str text)
{
	if (buf->room - buf->len <= text.len)
		buf_reserve(buf, text.len);
	if (text.len)
		memcpy(buf->ptr + buf->len, text.ptr, text.len);
	buf->len += text.len;
	buf->ptr[buf->len] = '\0';
}

void buf_printf(struct buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* As buf_raw; the length of a literal is known when this is compiled. */
static inline void buf_text(struct buf *buf, const char *text)
{
	buf_raw(buf, str_from(text));
}

/* Another item of a list that is all the buffer has; an empty one is none. */
static inline void buf_listed(struct buf *buf, const char *mark,
			      struct str item)
{
	buf_text(buf, buf->len && item.len ? mark : "");
	buf_raw(buf, item);
}

/* `& < > " '` as HTML character references, as Mustache wants them. */
void buf_html(struct buf *buf, struct str text);

/* The same for XML 1.0. */
void buf_xml(struct buf *buf, struct str text);

/* Percent-encodes what RFC 3986 does not allow in a path or query. */
void buf_url(struct buf *buf, struct str text);

/* A JSON string with its quotes (RFC 8259); also safe inside <script>. */
void buf_json(struct buf *buf, struct str text);

/*
 * A cell of a CSV (RFC 4180): in quotes where it has one of the delimiters, a
 * quote or a line end.
 */
void buf_csv(struct buf *buf, struct str text, const char *delimiters);

/*
 * The nearest whole number; a half is rounded away from 0, and so is what is
 * below a half by less than reckoning in doubles is off (a part in 10^12): the
 * mean of 7 and 8.5 is 7.749999999999999, and 7.8 with one place.  All numbers
 * that are shown are rounded here.
 */
double number_round(double number);

/* A code point as UTF-8. */
void buf_utf8(struct buf *buf, uint32_t code_point);

/*
 * The number as buf_number() writes it, in `room` of at least NUMBER_ROOM
 * bytes.
 */
enum { NUMBER_ROOM = 352 };
struct str number_text(char *room, double number, int decimals);

/*
 * A number with at most `decimals` (0 to 9) places after the point, trailing
 * zeros left out; -0 is 0.  Not for NAN or infinities.
 */
void buf_number(struct buf *buf, double number, int decimals);

#endif
