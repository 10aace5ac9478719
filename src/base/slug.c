#include "base/slug.h"

#include "base/buf.h"

static void put_spelling(struct str name, size_t at, struct buf *to);
static void put_unmarked(uint32_t c, struct buf *to);
static bool is_letter(char c);
static bool is_joined(struct str name, size_t at);
static struct str cut(struct str id);

struct str slug_of(struct str name, struct arena *arena)
{
	struct buf id = { 0 }, piece = { 0 };
	bool apart = false;
	struct str slug;

	for (size_t at = 0, next = 0; at < name.len; at = next) {
		str_char_next(name, &next);
		buf_reset(&piece);
		put_spelling(name, at, &piece);
		apart = apart || (piece.len ? name.ptr[at] == '&'
					    : !is_joined(name, at));
		if (!piece.len)
			continue;
		if (apart && id.len)
			buf_char(&id, '-');
		buf_raw(&id, buf_str(&piece));
		apart = name.ptr[at] == '&';
	}
	slug = cut(buf_copy(&id, arena));
	buf_release(&piece);
	buf_release(&id);
	return slug;
}

struct str slug_sign(struct str name, size_t at)
{
	char before = at ? name.ptr[at - 1] : ' ';
	char after = at + 1 < name.len ? name.ptr[at + 1] : ' ';

	if (name.ptr[at] == '#')
		return after >= '0' && after <= '9' ? STR("") : STR("sharp");
	return before == '+' || after == '+' ? STR("p") : STR("plus");
}

/* Of the character at a byte; nothing when it has none. */
static void put_spelling(struct str name, size_t at, struct buf *to)
{
	size_t from = at;
	char c = name.ptr[at];

	if (is_letter(c))
		buf_char(to, (char)(c | 0x20));
	else if (c >= '0' && c <= '9')
		buf_char(to, c);
	else if (c == '+' || c == '#')
		buf_raw(to, slug_sign(name, at));
	else if (c == '&')
		buf_text(to, "and");
	else if ((unsigned char)c >= 0x80)
		put_unmarked(str_char_next(name, &from), to);
}

static void put_unmarked(uint32_t c, struct buf *to)
{
	/* From U+00C0 on; "-" has none, "?" has two letters. */
	static const char LATIN[] =
		"aaaaaa?ceeeeiiiidnooooo-ouuuuy??aaaaaa?ceeeeiiii"
		"dnooooo-ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggg"
		"gggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnnnnnoooo"
		"oo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
	static const struct {
		uint32_t c;
		const char *letters;
	} PAIRS[] = {
		{ 0xC6, "ae" },	 { 0xE6, "ae" },  { 0xDE, "th" },
		{ 0xFE, "th" },	 { 0xDF, "ss" },  { 0x132, "ij" },
		{ 0x133, "ij" }, { 0x152, "oe" }, { 0x153, "oe" },
	};

	for (size_t k = 0; k < sizeof(PAIRS) / sizeof(*PAIRS); k++)
		if (PAIRS[k].c == c)
			buf_text(to, PAIRS[k].letters);
	if (c >= 0xC0 && c < 0xC0 + sizeof(LATIN) - 1 &&
	    is_letter(LATIN[c - 0xC0]))
		buf_char(to, LATIN[c - 0xC0]);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* "Node.js" and "don't" are one word each, "3.12" is two numbers. */
static bool is_joined(struct str name, size_t at)
{
	return (name.ptr[at] == '.' || name.ptr[at] == '\'') && at &&
	       at + 1 < name.len && is_letter(name.ptr[at + 1]);
}

static struct str cut(struct str id)
{
	size_t end = SLUG_MOST;

	if (id.len <= SLUG_MOST)
		return id;
	while (end && id.ptr[end] != '-')
		end--;
	return str_slice(id, 0, end ? end : SLUG_MOST);
}
