#include "search/fold.h"

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "base/buf.h"

static struct str fold(struct str text, struct arena *arena);
static void put_folded(uint32_t c, struct buf *to);
static bool is_joined(uint32_t c);
static bool is_letter(uint32_t c);
static size_t word_end(struct str text, size_t at, bool joined);
static void add_word(struct fold_words *words, struct str word, bool each,
		     struct arena *arena);

struct fold_words fold_words(struct str text, struct arena *arena)
{
	struct fold_words words = { NULL, 0 };
	struct str folded = fold(text, arena);

	for (size_t at = 0; at < folded.len;) {
		size_t next = at, end;
		uint32_t c = str_char_next(folded, &next);

		if (!is_joined(c) && !is_letter(c)) {
			at = next;
			continue;
		}
		end = word_end(folded, next, is_joined(c));
		add_word(&words, str_slice(folded, at, end - at), is_joined(c),
			 arena);
		at = end;
	}
	return words;
}

static struct str fold(struct str text, struct arena *arena)
{
	char *apart = g_utf8_normalize(arena_str(arena, text).ptr,
				       (gssize)text.len, G_NORMALIZE_NFKD);
	struct str rest = apart ? str_from(apart) : text, folded;
	struct buf buf = { 0 };

	for (size_t at = 0; at < rest.len;)
		put_folded(str_char_next(rest, &at), &buf);
	folded = buf_copy(&buf, arena);
	buf_release(&buf);
	g_free(apart);
	return folded;
}

static void put_folded(uint32_t c, struct buf *to)
{
	enum { TATWEEL = 0x640 };
	static const struct {
		uint32_t c;
		const char *letters;
	} ALSO[] = {
		{ 0xDF, "ss" }, { 0xE6, "ae" }, { 0x153, "oe" }, { 0xF8, "o" },
		{ 0x111, "d" }, { 0x142, "l" }, { 0x131, "i" },	 { 0x3C2, "σ" },
		{ 0x629, "ه" }, { 0x649, "ي" },
	};

	if (c < 0x80) {
		buf_char(to, (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c));
		return;
	}
	if (g_unichar_ismark(c) || c == TATWEEL)
		return;
	c = g_unichar_tolower(c);
	for (size_t i = 0; i < sizeof(ALSO) / sizeof(*ALSO); i++)
		if (ALSO[i].c == c) {
			buf_text(to, ALSO[i].letters);
			return;
		}
	buf_utf8(to, c);
}

/* Thai and Lao, Burmese, Khmer; kana and Han. */
static bool is_joined(uint32_t c)
{
	return (c >= 0xE00 && c <= 0xEFF) || (c >= 0x1000 && c <= 0x109F) ||
	       (c >= 0x1780 && c <= 0x17FF) || (c >= 0x3040 && c <= 0x9FFF);
}

static bool is_letter(uint32_t c)
{
	return !is_joined(c) && g_unichar_isalnum(c);
}

/* Where a word whose next character is at `at` ends. */
static size_t word_end(struct str text, size_t at, bool joined)
{
	size_t next = at;

	while (at < text.len) {
		uint32_t c = str_char_next(text, &next);

		if (joined ? !is_joined(c) : !is_letter(c))
			break;
		at = next;
	}
	while (!joined && at < text.len &&
	       (text.ptr[at] == '+' || text.ptr[at] == '#'))
		at++;
	return at;
}

static void add_word(struct fold_words *words, struct str word, bool each,
		     struct arena *arena)
{
	for (size_t at = 0; at < word.len; str_char_next(word, &at)) {
		*arena_push(arena, words->items, words->count) =
			str_from_byte(word, at);
		if (!each)
			return;
	}
}
