#include "base/buf.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct str large(char *room, double number);
static struct str hundredths(uint32_t n, bool negative, char *end);
static void append(struct buf *buf, const char *text, size_t len);
static void escape(struct buf *buf, struct str text, const char *apostrophe);
static bool is_url_char(unsigned char c);

void buf_release(struct buf *buf)
{
	free(buf->ptr);
	*buf = (struct buf){ 0 };
}

struct str buf_copy(const struct buf *buf, struct arena *arena)
{
	return arena_str(arena, buf_str(buf));
}

struct str buf_take(struct buf *buf, struct arena *arena)
{
	struct str text = buf_copy(buf, arena);

	buf_release(buf);
	return text;
}

void buf_reserve(struct buf *buf, size_t more)
{
	size_t room = buf->room ? buf->room : 256;

	if (buf->room - buf->len > more)
		return;
	while (room - buf->len <= more)
		room *= 2;
	buf->ptr = memory_grow(buf->ptr, room);
	buf->room = room;
}

void buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args, again;
	int len;

	va_start(args, format);
	va_copy(again, args);
	buf_reserve(buf, 64);
	len = vsnprintf(buf->ptr + buf->len, buf->room - buf->len, format,
			again);
	va_end(again);
	if (len < 0)
		len = 0;
	if ((size_t)len >= buf->room - buf->len) {
		buf_reserve(buf, (size_t)len);
		vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, args);
	}
	va_end(args);
	buf->len += (size_t)len;
	buf->ptr[buf->len] = '\0';
}

void buf_html(struct buf *buf, struct str text)
{
	escape(buf, text, "&#39;");
}

void buf_xml(struct buf *buf, struct str text)
{
	escape(buf, text, "&apos;");
}

void buf_url(struct buf *buf, struct str text)
{
	size_t from = 0;

	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if (is_url_char(c))
			continue;
		append(buf, text.ptr + from, i - from);
		buf_printf(buf, "%%%02X", c);
		from = i + 1;
	}
	append(buf, str_from_byte(text, from).ptr, text.len - from);
}

/* "<" is written as an escape so that "</script>" cannot end a script. */
void buf_json(struct buf *buf, struct str text)
{
	size_t from = 0;

	buf_char(buf, '"');
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if (c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != 0x7F)
			continue;
		append(buf, text.ptr + from, i - from);
		from = i + 1;
		if (c == '"' || c == '\\')
			buf_printf(buf, "\\%c", c);
		else if (c == '\n')
			buf_text(buf, "\\n");
		else if (c == '\t')
			buf_text(buf, "\\t");
		else
			buf_printf(buf, "\\u%04x", c);
	}
	append(buf, str_from_byte(text, from).ptr, text.len - from);
	buf_char(buf, '"');
}

void buf_csv(struct buf *buf, struct str text, const char *delimiters)
{
	bool plain = true;

	for (size_t i = 0; i < text.len; i++)
		plain &= !text.ptr[i] || (!strchr("\"\r\n", text.ptr[i]) &&
					  !strchr(delimiters, text.ptr[i]));
	if (plain) {
		buf_raw(buf, text);
		return;
	}
	buf_char(buf, '"');
	for (struct str rest = text; rest.ptr;) {
		buf_raw(buf, str_cut(&rest, '"'));
		buf_text(buf, rest.ptr ? "\"\"" : "\"");
	}
}

void buf_utf8(struct buf *buf, uint32_t c)
{
	if (c < 0x80) {
		buf_char(buf, (char)c);
		return;
	}
	if (c < 0x800) {
		buf_char(buf, (char)(0xC0 | c >> 6));
	} else {
		if (c < 0x10000) {
			buf_char(buf, (char)(0xE0 | c >> 12));
		} else {
			buf_char(buf, (char)(0xF0 | c >> 18));
			buf_char(buf, (char)(0x80 | (c >> 12 & 0x3F)));
		}
		buf_char(buf, (char)(0x80 | (c >> 6 & 0x3F)));
	}
	buf_char(buf, (char)(0x80 | (c & 0x3F)));
}

void buf_number(struct buf *buf, double number, int decimals)
{
	char room[NUMBER_ROOM];

	buf_raw(buf, number_text(room, number, decimals));
}

/*
 * Small numbers, which are nearly all, go through integers: a coordinate in
 * a chart is written thousands of times.  Decimals beyond what a double can
 * tell are not shown.
 */
struct str number_text(char *room, double number, int decimals)
{
	static const double POWERS[] = { 1,   1e1, 1e2, 1e3, 1e4,
					 1e5, 1e6, 1e7, 1e8, 1e9 };
	char *end = room + NUMBER_ROOM, *at = end;
	double scaled;
	uint64_t n;

	assert(decimals >= 0 && decimals <= 9);
	while (decimals && fabs(number) * POWERS[decimals] >= 9e15)
		decimals--;
	scaled = fabs(number) * POWERS[decimals];
	if (scaled >= 9e15 && isfinite(scaled))
		return large(room, number);
	/* A caller may reckon one that it does not show. */
	if (!isfinite(scaled))
		return (struct str){ room, (size_t)snprintf(room, NUMBER_ROOM,
							    "%f", number) };
	n = (uint64_t)number_round(scaled);
	number = n ? number : 0;
	if (decimals == 2 && n < UINT32_MAX)
		return hundredths((uint32_t)n, number < 0, end);
	while (decimals && n % 10 == 0) {
		n /= 10;
		decimals--;
	}
	for (; decimals; decimals--, n /= 10) {
		*--at = (char)('0' + n % 10);
		if (decimals == 1)
			*--at = '.';
	}
	do {
		*--at = (char)('0' + n % 10);
		n /= 10;
	} while (n);
	if (number < 0)
		*--at = '-';
	return (struct str){ at, (size_t)(end - at) };
}

/* Zeros behind the digits that tell it from all others: they are not known. */
static struct str large(char *room, double number)
{
	char *end;
	long zeros;

	for (int digits = 15; digits <= 17; digits++) {
		snprintf(room, NUMBER_ROOM, "%.*e", digits - 1, number);
		if (strtod(room, NULL) == number)
			break;
	}
	end = strchr(room, 'e');
	zeros = strtol(end + 1, NULL, 10);
	for (char *point = strchr(room, '.'); point + 1 < end; point++) {
		*point = point[1];
		zeros--;
	}
	for (end--; zeros > 0; zeros--)
		*end++ = '0';
	return (struct str){ room, (size_t)(end - room) };
}

/* What is too large to have decimals is as it is. */
double number_round(double number)
{
	double size = fabs(number), whole, noise;

	if (!(size < 9e15))
		return number;
	whole = (double)(int64_t)size; /* exact; floor() may be a call */
	noise = size < 1e6 ? size * 1e-12 : 1e-6;
	whole += size - whole + noise >= 0.5;
	return number < 0 ? -whole : whole;
}

/* The commonest: a coordinate of a chart. */
static struct str hundredths(uint32_t n, bool negative, char *end)
{
	uint32_t whole = n / 100, part = n % 100;
	char *at = end;

	if (part % 10)
		*--at = (char)('0' + part % 10);
	if (part) {
		*--at = (char)('0' + part / 10);
		*--at = '.';
	}
	do {
		*--at = (char)('0' + whole % 10);
		whole /= 10;
	} while (whole);
	if (negative)
		*--at = '-';
	return (struct str){ at, (size_t)(end - at) };
}

static void append(struct buf *buf, const char *text, size_t len)
{
	buf_raw(buf, (struct str){ text, len });
}

/*
 * Copies the runs between characters that need escaping whole.  A control
 * character, which neither HTML nor XML may hold, becomes U+FFFD.
 */
static void escape(struct buf *buf, struct str text, const char *apostrophe)
{
	static const char UNKNOWN[] = "\xEF\xBF\xBD";
	static const char *const REFERENCES['>' + 1] = {
		[0] = UNKNOWN,	  [1] = UNKNOWN,  [2] = UNKNOWN,
		[3] = UNKNOWN,	  [4] = UNKNOWN,  [5] = UNKNOWN,
		[6] = UNKNOWN,	  [7] = UNKNOWN,  [8] = UNKNOWN,
		[11] = UNKNOWN,	  [12] = UNKNOWN, [14] = UNKNOWN,
		[15] = UNKNOWN,	  [16] = UNKNOWN, [17] = UNKNOWN,
		[18] = UNKNOWN,	  [19] = UNKNOWN, [20] = UNKNOWN,
		[21] = UNKNOWN,	  [22] = UNKNOWN, [23] = UNKNOWN,
		[24] = UNKNOWN,	  [25] = UNKNOWN, [26] = UNKNOWN,
		[27] = UNKNOWN,	  [28] = UNKNOWN, [29] = UNKNOWN,
		[30] = UNKNOWN,	  [31] = UNKNOWN, ['&'] = "&amp;",
		['<'] = "&lt;",	  ['>'] = "&gt;", ['"'] = "&quot;",
		['\''] = UNKNOWN,
	};
	size_t from = 0;

	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if (c > '>' || !REFERENCES[c]) /* nearly all */
			continue;
		append(buf, text.ptr + from, i - from);
		buf_text(buf, c == '\'' ? apostrophe : REFERENCES[c]);
		from = i + 1;
	}
	append(buf, str_from_byte(text, from).ptr, text.len - from);
}

static bool is_url_char(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') ||
	       (c && strchr("-._~!$&'()*+,;=:@/?#%", c));
}
