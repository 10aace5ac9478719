#include "search/entry.h"

#include <string.h>

enum { TEXT_MOST = 200, PARTS = 4 };

/* What stands before its texts. */
struct head {
	uint8_t order, kind;
	uint16_t len[PARTS];
};

static int compare_numbers(size_t a, size_t b);
static size_t units(struct str text);

struct str entry_fit(struct str text)
{
	size_t len = TEXT_MOST;

	if (text.len <= TEXT_MOST)
		return text;
	while ((text.ptr[len] & 0xC0) == 0x80)
		len--;
	return str_slice(text, 0, len);
}

void entry_put(const struct entry *entry, struct buf *to)
{
	struct head head = {
		.order = entry->order,
		.kind = entry->kind,
		.len = { (uint16_t)entry->key.len, (uint16_t)entry->title.len,
			 (uint16_t)entry->url.len,
			 (uint16_t)entry->context.len },
	};

	buf_raw(to, (struct str){ (const char *)&head, sizeof(head) });
	buf_raw(to, entry->key);
	buf_raw(to, entry->title);
	buf_raw(to, entry->url);
	buf_raw(to, entry->context);
}

struct entry entry_take(struct str *rest)
{
	struct entry entry;
	struct str *parts[PARTS] = { &entry.key, &entry.title, &entry.url,
				     &entry.context };
	struct head head;
	size_t at = sizeof(head);

	memcpy(&head, rest->ptr, sizeof(head));
	entry.order = head.order;
	entry.kind = head.kind;
	for (size_t i = 0; i < PARTS; i++) {
		*parts[i] = str_slice(*rest, at, head.len[i]);
		at += head.len[i];
	}
	*rest = str_from_byte(*rest, at);
	return entry;
}

bool entry_is_whole(struct str rest)
{
	struct head head;
	size_t size = sizeof(head);

	if (rest.len < size)
		return false;
	memcpy(&head, rest.ptr, sizeof(head));
	for (size_t i = 0; i < PARTS; i++)
		size += head.len[i];
	return rest.len >= size;
}

size_t entry_size(const struct entry *entry)
{
	return sizeof(struct head) + entry->key.len + entry->title.len +
	       entry->url.len + entry->context.len;
}

int entry_compare(const void *a, const void *b)
{
	const struct entry *left = a, *right = b;
	int order = str_compare(left->key, right->key);

	return order ? order : entry_compare_record(left, right);
}

int entry_compare_record(const struct entry *a, const struct entry *b)
{
	int order = compare_numbers(a->order, b->order);

	if (!order)
		order = compare_numbers(a->kind, b->kind);
	if (!order)
		order = compare_numbers(units(a->title), units(b->title));
	if (!order)
		order = str_compare(a->title, b->title);
	return order ? order : str_compare(a->url, b->url);
}

/* The length in units of UTF-16, as the script counts. */
static size_t units(struct str text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += ((text.ptr[i] & 0xC0) != 0x80) +
			 ((unsigned char)text.ptr[i] >= 0xF0);
	return count;
}

void entry_put_json(const struct entry *entry, struct buf *to)
{
	buf_char(to, '[');
	buf_number(to, entry->kind, 0);
	buf_char(to, ',');
	buf_json(to, entry->title);
	buf_char(to, ',');
	buf_json(to, entry->url);
	if (entry->context.len) {
		buf_char(to, ',');
		buf_json(to, entry->context);
	}
	buf_char(to, ']');
}

static int compare_numbers(size_t a, size_t b)
{
	return (a > b) - (a < b);
}
