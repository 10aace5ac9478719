#include "base/bidi.h"

#include <string.h>
#include <strings.h>

/* From right to left, or as the first letter runs. */
#define ISOLATE_RTL "\xE2\x81\xA7"
#define ISOLATE_OPEN "\xE2\x81\xA8"
#define ISOLATE_CLOSE "\xE2\x81\xA9"

/* A walk through the characters of a text that stand outside of isolates. */
struct outside {
	struct str text;
	size_t at;
	int depth;
	uint32_t c; /* the one that was found */
};

static struct str opening(struct str text, bool rtl);
static bool next_outside(struct outside *o);
static bool is_one_of(struct str tag, const char *const *list, size_t count);
static bool runs_against(uint32_t c, bool rtl);
static bool is_rtl_letter(uint32_t c);
static bool is_ltr_letter(uint32_t c);

bool bidi_is_rtl(struct str language)
{
	static const char *const LANGUAGES[] = {
		"ar",  "arc", "ckb", "dv", "fa", "glk", "he", "iw", "ks",
		"mzn", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi",
	};
	static const char *const SCRIPTS[] = { "Arab", "Hebr", "Syrc", "Thaa",
					       "Nkoo" };
	struct str rest = language, first = str_cut(&rest, '-');
	struct str script = rest.ptr ? str_cut(&rest, '-') : rest;

	if (script.ptr && script.len == 4)
		return is_one_of(script, SCRIPTS,
				 sizeof(SCRIPTS) / sizeof(*SCRIPTS));
	return is_one_of(first, LANGUAGES,
			 sizeof(LANGUAGES) / sizeof(*LANGUAGES));
}

struct str bidi_isolate(struct str text, bool rtl, struct arena *arena)
{
	struct outside at = { .text = text };

	if (!rtl && str_is_ascii(text)) /* nearly all */
		return text;
	while (next_outside(&at))
		if (runs_against(at.c, rtl))
			return ARENA_JOIN(arena, opening(text, rtl), text,
					  STR(ISOLATE_CLOSE));
	return text;
}

/* "Node.js" may begin a title in Arabic, which runs as Arabic does. */
static struct str opening(struct str text, bool rtl)
{
	struct outside at = { .text = text };

	if (rtl && bidi_line_is_rtl(text, true))
		while (next_outside(&at) && !is_rtl_letter(at.c))
			if (is_ltr_letter(at.c))
				return STR(ISOLATE_RTL);
	return STR(ISOLATE_OPEN);
}

bool bidi_line_is_rtl(struct str line, bool rtl)
{
	struct outside at = { .text = line };
	bool against = false;

	if (!rtl && str_is_ascii(line))
		return false;
	while (next_outside(&at)) {
		if (runs_against(at.c, !rtl))
			return rtl;
		against |= runs_against(at.c, rtl);
	}
	return rtl != against;
}

static bool next_outside(struct outside *o)
{
	while (o->at < o->text.len) {
		o->c = str_char_next(o->text, &o->at);
		if (o->c >= 0x2066 && o->c <= 0x2068)
			o->depth++;
		else if (o->c == 0x2069)
			o->depth -= o->depth > 0;
		else if (!o->depth)
			return true;
	}
	return false;
}

static bool is_one_of(struct str tag, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(list[i]) == tag.len &&
		    !strncasecmp(tag.ptr, list[i], tag.len))
			return true;
	return false;
}

static bool runs_against(uint32_t c, bool rtl)
{
	return rtl ? is_ltr_letter(c) : is_rtl_letter(c);
}

/* The blocks that Unicode keeps for such scripts (DerivedBidiClass.txt). */
static bool is_rtl_letter(uint32_t c)
{
	return (c >= 0x590 && c < 0x900) || c == 0x200F ||
	       (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFEFF) ||
	       (c >= 0x10800 && c < 0x11000) || (c >= 0x1E800 && c < 0x1F000);
}

/* Punctuation and signs above U+2000 take no side. */
static bool is_ltr_letter(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7 &&
		!is_rtl_letter(c)) ||
	       (c >= 0x2C00 && c < 0xFB00 && !(c >= 0x2E00 && c < 0x3040));
}
