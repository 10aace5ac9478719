#include "base/hash.h"

#include <assert.h>
#include <inttypes.h>

#include <xxhash.h>

struct hash hash_of(struct str bytes)
{
	XXH128_hash_t h = XXH3_128bits(bytes.len ? bytes.ptr : "", bytes.len);

	return (struct hash){ h.high64, h.low64 };
}

bool hash_equals(struct hash a, struct hash b)
{
	return a.high == b.high && a.low == b.low;
}

struct hash hash_of_all(const struct hash *hashes, size_t count)
{
	return hash_of(
		(struct str){ (const char *)hashes, count * sizeof(*hashes) });
}

void hash_add(struct hash *sum, struct hash more)
{
	sum->high += more.high;
	sum->low += more.low;
}

void hash_subtract(struct hash *sum, struct hash less)
{
	sum->high -= less.high;
	sum->low -= less.low;
}

void hash_put(struct hash hash, struct buf *to)
{
	buf_printf(to, "%016" PRIx64 "%016" PRIx64, hash.high, hash.low);
}

struct str hash_hex(struct hash hash, int digits, struct arena *arena)
{
	struct buf hex = { 0 };
	struct str text;

	assert(digits >= 0 && digits <= 32);
	hash_put(hash, &hex);
	text = arena_str(arena, str_slice(buf_str(&hex), 0, (size_t)digits));
	buf_release(&hex);
	return text;
}

bool hash_read(struct str digits, struct hash *hash)
{
	*hash = (struct hash){ 0, 0 };
	for (size_t i = 0; i < digits.len; i++) {
		char c = digits.ptr[i];
		bool letter = c >= 'a' && c <= 'f';
		uint64_t *half = i < 16 ? &hash->high : &hash->low;

		if (!letter && (c < '0' || c > '9'))
			return false;
		*half = *half << 4 |
			(uint64_t)(letter ? c - 'a' + 10 : c - '0');
	}
	return digits.len == 32;
}
