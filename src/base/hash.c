#include "base/hash.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <unistd.h>

#include <xxhash.h>

static ssize_t read_up_to(int fd, char *to, size_t size);

struct hash hash_of(struct str bytes)
{
	XXH128_hash_t h = XXH3_128bits(bytes.len ? bytes.ptr : "", bytes.len);

	return (struct hash){ h.high64, h.low64 };
}

/* Most files of a site are read at once, which needs no state. */
bool hash_of_file(int fd, struct hash *hash)
{
	char chunk[1 << 16];
	XXH3_state_t *state = NULL;
	XXH128_hash_t h;
	ssize_t got, more;

	got = read_up_to(fd, chunk, sizeof(chunk));
	if (got < (ssize_t)sizeof(chunk)) {
		*hash = hash_of(
			(struct str){ chunk, got < 0 ? 0 : (size_t)got });
		return got >= 0;
	}
	state = XXH3_createState();
	XXH3_128bits_reset(state);
	for (more = got; more > 0; more = read_up_to(fd, chunk, sizeof(chunk)))
		XXH3_128bits_update(state, chunk, (size_t)more);
	h = XXH3_128bits_digest(state);
	XXH3_freeState(state);
	*hash = (struct hash){ h.high64, h.low64 };
	return more == 0;
}

/* Less than asked for at the end only; -1 where it fails. */
static ssize_t read_up_to(int fd, char *to, size_t size)
{
	size_t len = 0;

	while (len < size) {
		ssize_t got = read(fd, to + len, size - len);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (!got)
			break;
		len += (size_t)got;
	}
	return (ssize_t)len;
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
