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

struct str hash_hex(struct hash hash, int digits, struct arena *arena)
{
	struct str hex = arena_printf(arena, "%016" PRIx64 "%016" PRIx64,
				      hash.high, hash.low);

	assert(digits >= 0 && digits <= 32);
	return str_slice(hex, 0, (size_t)digits);
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
