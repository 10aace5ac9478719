#include "view/digest.h"

static void pack_texts(struct buf *to, const struct str *texts, size_t count);
static void pack_date(struct buf *to, struct date d);
static void pack_place(struct buf *to, struct place at);
static void pack_pairs(struct buf *to, const struct digest *d);
static void pack_value(struct buf *to, const struct value *value);
static struct str text(struct unpack *from, struct arena *arena);
static struct str *texts(struct unpack *from, size_t *count,
			 struct arena *arena);
static struct date date(struct unpack *from, struct arena *arena);
static struct place place(struct unpack *from, struct arena *arena);
static size_t bytes_of(const struct pairs *pairs);
static void unpack_pairs(struct unpack *from, struct digest *d,
			 struct arena *arena);
static const struct value *value_of(struct unpack *from, struct arena *arena);

/* Whoever gives a digest one thing more has to pack it, too. */
enum { SIZE_KNOWN = 384 };
_Static_assert(sizeof(void *) != 8 || sizeof(struct digest) == SIZE_KNOWN,
	       "digest_pack() and digest_unpack() know all of a digest");

void digest_pack(const struct digest *d, struct buf *to)
{
	pack_text(to, d->slug);
	pack_text(to, d->title);
	pack_text(to, d->summary);
	pack_text(to, d->headline);
	pack_date(to, d->date);
	pack_date(to, d->updated);
	pack_texts(to, d->tags, d->tag_count);
	pack_texts(to, d->authors, d->author_count);
	pack_text(to, d->cover);
	pack_number(to, d->option_count);
	pack_number(to, d->criterion_count);
	pack_number(to, d->draft);
	pack_number(to, d->scored);
	pack_number(to, d->outcome.judged);
	pack_number(to, d->outcome.close);
	pack_text(to, d->outcome.leader);
	pack_real(to, d->outcome.margin);
	pack_text(to, d->colors);
	pack_value(to, d->bars);
	pack_text(to, d->more);
	pack_texts(to, d->paths, d->path_count);
	pack_pairs(to, d);
	pack_place(to, d->at);
}

bool digest_unpack(struct unpack *from, struct digest *d, struct arena *arena)
{
	*d = (struct digest){ .slug = text(from, arena) };
	d->title = text(from, arena);
	d->summary = text(from, arena);
	d->headline = text(from, arena);
	d->date = date(from, arena);
	d->updated = date(from, arena);
	d->tags = texts(from, &d->tag_count, arena);
	d->authors = texts(from, &d->author_count, arena);
	d->cover = text(from, arena);
	d->option_count = unpack_number(from);
	d->criterion_count = unpack_number(from);
	d->draft = unpack_number(from);
	d->scored = unpack_number(from);
	d->outcome.judged = unpack_number(from);
	d->outcome.close = unpack_number(from);
	d->outcome.leader = text(from, arena);
	d->outcome.margin = unpack_real(from);
	d->colors = text(from, arena);
	d->bars = value_of(from, arena);
	d->more = text(from, arena);
	d->paths = texts(from, &d->path_count, arena);
	unpack_pairs(from, d, arena);
	d->at = place(from, arena);
	return from->ok;
}

static void pack_texts(struct buf *to, const struct str *list, size_t count)
{
	pack_number(to, count);
	for (size_t i = 0; i < count; i++)
		pack_text(to, list[i]);
}

static void pack_date(struct buf *to, struct date d)
{
	pack_number(to, (uint64_t)d.year);
	pack_number(to, (uint64_t)d.month);
	pack_number(to, (uint64_t)d.day);
	pack_number(to, (uint64_t)d.second);
	pack_number(to, (uint64_t)d.offset);
	pack_number(to, d.timed);
	pack_place(to, d.at);
}

static void pack_place(struct buf *to, struct place at)
{
	pack_text(to, str_from(at.file));
	pack_number(to, at.line);
	pack_number(to, at.column);
	pack_number(to, at.width);
}

/* The ids are there where the pairs are. */
static void pack_pairs(struct buf *to, const struct digest *d)
{
	const struct pairs *pairs = &d->pairs;
	size_t size = pairs->bits ? bytes_of(pairs) : 0;

	pack_number(to, pairs->option_count);
	pack_number(to, pairs->count);
	pack_number(to, pairs->thin);
	pack_number(to, size);
	for (size_t i = 0; i < size; i++)
		pack_number(to, pairs->bits[i]);
	pack_texts(to, d->option_ids, d->option_ids ? d->option_count : 0);
}

static void pack_value(struct buf *to, const struct value *value)
{
	pack_number(to, value->kind);
	switch (value->kind) {
	case VALUE_NULL:
	case VALUE_MADE: /* of a page, and no digest's */
		break;
	case VALUE_BOOL:
		pack_number(to, value->as.truth);
		break;
	case VALUE_NUMBER:
		pack_real(to, value->as.number);
		break;
	case VALUE_TEXT:
	case VALUE_END:
	case VALUE_MARKUP:
		pack_text(to, value->as.text);
		break;
	case VALUE_LIST:
		pack_number(to, value->as.list.count);
		for (size_t i = 0; i < value->as.list.count; i++)
			pack_value(to, value->as.list.items[i]);
		break;
	case VALUE_OBJECT:
		pack_number(to, value->as.object.count);
		for (size_t i = 0; i < value->as.object.count; i++) {
			pack_text(to, value->as.object.members[i].name);
			pack_value(to, value->as.object.members[i].value);
		}
		break;
	}
}

static struct str text(struct unpack *from, struct arena *arena)
{
	return arena_str(arena, unpack_text(from));
}

static struct str *texts(struct unpack *from, size_t *count,
			 struct arena *arena)
{
	struct str *list;

	*count = unpack_count(from);
	list = arena_array(arena, struct str, *count);
	for (size_t i = 0; i < *count; i++)
		list[i] = text(from, arena);
	return list;
}

static struct date date(struct unpack *from, struct arena *arena)
{
	struct date d = { .year = (int)unpack_number(from) };

	d.month = (int)unpack_number(from);
	d.day = (int)unpack_number(from);
	d.second = (int)unpack_number(from);
	d.offset = (int)unpack_number(from);
	d.timed = unpack_number(from);
	d.at = place(from, arena);
	return d;
}

static struct place place(struct unpack *from, struct arena *arena)
{
	struct str file = text(from, arena);
	struct place at = { .file = file.len ? file.ptr : NULL };

	at.line = (unsigned)unpack_number(from);
	at.column = (unsigned)unpack_number(from);
	at.width = (unsigned)unpack_number(from);
	return at;
}

static size_t bytes_of(const struct pairs *pairs)
{
	return (pairs->option_count * pairs->option_count + 7) / 8;
}

static void unpack_pairs(struct unpack *from, struct digest *d,
			 struct arena *arena)
{
	struct pairs *pairs = &d->pairs;
	size_t size, ids;

	pairs->option_count = unpack_number(from);
	pairs->count = unpack_number(from);
	pairs->thin = unpack_number(from);
	size = unpack_count(from);
	pairs->bits = size ? arena_array(arena, unsigned char, size) : NULL;
	for (size_t i = 0; i < size; i++)
		pairs->bits[i] = (unsigned char)unpack_number(from);
	from->ok = from->ok && (!size || size == bytes_of(pairs));
	d->option_ids = texts(from, &ids, arena);
	if (!ids)
		d->option_ids = NULL;
}

static const struct value *value_of(struct unpack *from, struct arena *arena)
{
	enum value_kind kind = (enum value_kind)unpack_number(from);
	struct value *value;
	size_t count;

	switch (kind) {
	case VALUE_BOOL:
		return value_bool(unpack_number(from));
	case VALUE_NUMBER:
		return value_number(unpack_real(from), arena);
	case VALUE_TEXT:
		return value_text(text(from, arena), arena);
	case VALUE_END:
		return value_end(text(from, arena), arena);
	case VALUE_MARKUP:
		return value_markup(text(from, arena), arena);
	case VALUE_LIST:
		value = value_list(arena);
		count = unpack_count(from);
		for (size_t i = 0; i < count; i++)
			value_append(value, value_of(from, arena));
		return value;
	case VALUE_OBJECT:
		value = value_object(arena);
		count = unpack_count(from);
		for (size_t i = 0; i < count; i++) {
			struct str name = text(from, arena);

			value_set_member(value, name, value_of(from, arena));
		}
		return value;
	case VALUE_NULL:
	case VALUE_MADE:
		break;
	}
	return value_null();
}
