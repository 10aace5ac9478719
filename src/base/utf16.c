#include "base/utf16.h"

#include <stdint.h>

#include "base/buf.h"

static uint32_t unit(struct str bytes, size_t at, bool little);

bool utf16_is(struct str bytes)
{
	return str_starts(bytes, "\xFF\xFE") || str_starts(bytes, "\xFE\xFF");
}

struct str utf16_decode(struct str bytes, struct arena *arena)
{
	bool little = str_starts(bytes, "\xFF");
	struct buf buf = { 0 };
	struct str text;

	buf_reserve(&buf, bytes.len);
	for (size_t i = 2; i < bytes.len; i += 2) {
		uint32_t c = unit(bytes, i, little), low;

		if (c < 0xD800 || (c > 0xDFFF && c < 0x10000)) {
			buf_utf8(&buf, c);
			continue;
		}
		low = unit(bytes, i + 2, little);
		if (c <= 0xDBFF && low >= 0xDC00 && low <= 0xDFFF) {
			buf_utf8(&buf, 0x10000 + ((c - 0xD800) << 10) +
					       (low - 0xDC00));
			i += 2;
		} else {
			buf_char(&buf, UTF16_BROKEN);
		}
	}
	text = arena_str(arena, buf_str(&buf));
	buf_release(&buf);
	return text;
}

/* Beyond any unit where the bytes end. */
static uint32_t unit(struct str bytes, size_t at, bool little)
{
	uint32_t first, second;

	if (at + 1 >= bytes.len)
		return 0x10000;
	first = (unsigned char)bytes.ptr[at];
	second = (unsigned char)bytes.ptr[at + 1];
	return little ? second << 8 | first : first << 8 | second;
}
