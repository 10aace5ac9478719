#include "words/japanese.h"

#include <stdbool.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

static bool has_kana(struct str text);
static size_t last_boundary(UText *from, size_t len);

size_t japanese_line_end(struct str text, size_t len)
{
	UErrorCode status = U_ZERO_ERROR;
	UText from = UTEXT_INITIALIZER;
	size_t end = 0;

	if (!has_kana(text))
		return 0;
	utext_openUTF8(&from, text.ptr, (int64_t)text.len, &status);
	if (U_SUCCESS(status))
		end = last_boundary(&from, len);
	utext_close(&from);
	return end;
}

/* Hiragana and katakana: Chinese has neither. */
static bool has_kana(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c = str_char_next(text, &at);

		if (c >= 0x3041 && c <= 0x30FF)
			return true;
	}
	return false;
}

static size_t last_boundary(UText *from, size_t len)
{
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *breaks =
		ubrk_open(UBRK_LINE, "ja@lw=phrase", NULL, 0, &status);
	int32_t at = (int32_t)len;

	ubrk_setUText(breaks, from, &status);
	if (U_FAILURE(status))
		at = 0;
	else if (!ubrk_isBoundary(breaks, at))
		at = ubrk_preceding(breaks, at);
	ubrk_close(breaks);
	return at > 0 ? (size_t)at : 0;
}
