#include "read/markdown_ids.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/slug.h"
#include "base/str.h"

/* A table of hashes, open to the next place; its size is a power of two. */
struct markdown_ids {
	struct taken *items;
	size_t count, size;
	struct arena *arena;
};

struct taken {
	struct str id;
	size_t next; /* the number that a further one of that name gets */
};

static struct taken *find_id(const struct markdown_ids *ids, struct str id);
static void grow_ids(struct markdown_ids *ids);
static struct str id_base(struct markdown_ids *ids, struct str text);
static bool is_word_char(uint32_t c);
static struct str word_sign(struct str text, size_t at);
static bool is_word_byte(char c);

struct markdown_ids *markdown_ids_new(struct arena *arena)
{
	struct markdown_ids *ids = arena_new(arena, struct markdown_ids);

	ids->arena = arena;
	ids->size = 16;
	ids->items = arena_array(arena, struct taken, ids->size);
	return ids;
}

void markdown_ids_reserve(struct markdown_ids *ids, struct str id)
{
	struct taken *taken = find_id(ids, id);

	if (taken->id.ptr)
		return;
	*taken = (struct taken){ id, 2 };
	if (++ids->count * 2 > ids->size)
		grow_ids(ids);
}

struct str markdown_ids_make(struct markdown_ids *ids, struct str text)
{
	struct str base = id_base(ids, text), id = base;
	struct taken *taken = find_id(ids, base);

	if (taken->id.ptr) {
		size_t n = taken->next;

		do
			id = arena_printf(ids->arena, "%.*s-%zu", STR_ARG(base),
					  n++);
		while (find_id(ids, id)->id.ptr);
		taken->next = n;
	}
	markdown_ids_reserve(ids, id);
	return id;
}

/* Where the id is, or would be: that entry has no id. */
static struct taken *find_id(const struct markdown_ids *ids, struct str id)
{
	size_t i = (size_t)hash_of(id).low & (ids->size - 1);

	while (ids->items[i].id.ptr && !str_equals(ids->items[i].id, id))
		i = (i + 1) & (ids->size - 1);
	return &ids->items[i];
}

static void grow_ids(struct markdown_ids *ids)
{
	struct taken *old = ids->items;
	size_t size = ids->size;

	ids->size *= 2;
	ids->items = arena_array(ids->arena, struct taken, ids->size);
	for (size_t i = 0; i < size; i++)
		if (old[i].id.ptr)
			*find_id(ids, old[i].id) = old[i];
}

static struct str id_base(struct markdown_ids *ids, struct str text)
{
	struct buf buf = { 0 };
	struct str base;

	for (size_t i = 0; i < text.len;) {
		struct str sign = word_sign(text, i);
		uint32_t c = str_char_lower(str_char_next(text, &i));

		if (is_word_char(c))
			buf_utf8(&buf, c);
		else if (sign.len)
			buf_raw(&buf, sign);
		else if (buf.len && buf.ptr[buf.len - 1] != '-' && c != '\'' &&
			 c != 0x2019)
			buf_char(&buf, '-');
	}
	base = buf_str(&buf);
	while (str_ends(base, "-"))
		base.len--;
	base = arena_str(ids->arena, base.len ? base : STR("section"));
	buf_release(&buf);
	return base;
}

/* Beyond ASCII all but spaces, punctuation and symbols of the common kinds. */
static bool is_word_char(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
		       c == '_';
	if (c < 0xC0)
		return c == 0xAA || c == 0xB5 || c == 0xBA;
	return c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) &&
	       !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFE10 && c <= 0xFE6F) &&
	       !(c >= 0xFF00 && c <= 0xFF0F) && c < 0x1F000;
}

/* Of a "+" or "#" that ends a word; or nothing. */
static struct str word_sign(struct str text, size_t at)
{
	size_t from = at, to = at + 1;
	char c = text.ptr[at];

	if (c != '+' && c != '#')
		return STR("");
	while (from && text.ptr[from - 1] == c)
		from--;
	while (to < text.len && text.ptr[to] == c)
		to++;
	if (!from || !is_word_byte(text.ptr[from - 1]) ||
	    (to < text.len && is_word_byte(text.ptr[to])))
		return STR("");
	return slug_sign(text, at);
}

/* Beyond ASCII all are. */
static bool is_word_byte(char c)
{
	return (unsigned char)c >= 0x80 ||
	       is_word_char(str_char_lower((unsigned char)c));
}
