#include "base/pack.h"

#include <string.h>

void pack_text(struct buf *to, struct str text)
{
	pack_number(to, text.len);
	buf_raw(to, text);
}

void pack_number(struct buf *to, uint64_t number)
{
	char room[NUMBER_ROOM], *at = room + sizeof(room);

	*--at = ' ';
	do {
		*--at = (char)('0' + number % 10);
		number /= 10;
	} while (number);
	buf_raw(to, (struct str){ at, (size_t)(room + sizeof(room) - at) });
}

void pack_real(struct buf *to, double number)
{
	uint64_t bits;

	memcpy(&bits, &number, sizeof(bits));
	pack_number(to, bits);
}

void pack_hash(struct buf *to, struct hash hash)
{
	pack_number(to, hash.high);
	pack_number(to, hash.low);
}

struct unpack unpack_from(struct str packed)
{
	return (struct unpack){ .rest = packed, .ok = true };
}

struct str unpack_text(struct unpack *from)
{
	size_t len = unpack_count(from);
	struct str text = str_slice(from->rest, 0, len);

	from->rest = str_from_byte(from->rest, len);
	return text;
}

uint64_t unpack_number(struct unpack *from)
{
	size_t len = str_find(from->rest, ' ');
	uint64_t number = 0;

	from->ok = from->ok && len && len < from->rest.len;
	for (size_t i = 0; from->ok && i < len; i++) {
		unsigned digit = (unsigned char)from->rest.ptr[i] - '0';

		from->ok = digit <= 9 &&
			   !__builtin_mul_overflow(number, 10, &number) &&
			   !__builtin_add_overflow(number, digit, &number);
	}
	if (!from->ok) {
		from->rest = STR("");
		return 0;
	}
	from->rest = str_from_byte(from->rest, len + 1);
	return number;
}

double unpack_real(struct unpack *from)
{
	uint64_t bits = unpack_number(from);
	double number;

	memcpy(&number, &bits, sizeof(number));
	return number;
}

struct hash unpack_hash(struct unpack *from)
{
	uint64_t high = unpack_number(from);

	return (struct hash){ .high = high, .low = unpack_number(from) };
}

size_t unpack_count(struct unpack *from)
{
	uint64_t count = unpack_number(from);

	if (count <= from->rest.len)
		return (size_t)count;
	from->ok = false;
	from->rest = STR("");
	return 0;
}
