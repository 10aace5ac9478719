#include "unit.h"

#include <unistd.h>

#include "base/hash.h"

static void a_hash_is_xxh3_of_128_bits(void **state)
{
	assert_str(hash_hex(hash_of(STR("")), 32, *state),
		   "99aa06d3014798d86001c324468d497f");
	assert_str(hash_hex(hash_of((struct str){ NULL, 0 }), 32, *state),
		   "99aa06d3014798d86001c324468d497f");
}

static void equal_bytes_have_equal_hashes(void **state)
{
	(void)state;
	assert_true(hash_equals(hash_of(STR("page")), hash_of(STR("page"))));
	assert_false(hash_equals(hash_of(STR("page")), hash_of(STR("pagf"))));
	assert_false(hash_equals((struct hash){ 1, 2 }, (struct hash){ 2, 2 }));
	assert_false(hash_equals((struct hash){ 1, 2 }, (struct hash){ 1, 1 }));
}

/* Also of one that is read in several pieces, or is as long as one. */
static void a_file_has_the_hash_of_its_bytes(void **state)
{
	static const size_t SIZES[] = { 0, 1, 65535, 65536, 65537, 200000 };
	char *bytes = arena_array(*state, char, 200000);
	char path[SCRATCH_MAX];
	int fd = scratch_file(path);
	struct hash hash;

	for (size_t i = 0; i < 200000; i++)
		bytes[i] = (char)(i * i >> 3);
	for (size_t i = 0; i < sizeof(SIZES) / sizeof(*SIZES); i++) {
		assert_int_equal(ftruncate(fd, 0), 0);
		assert_int_equal(pwrite(fd, bytes, SIZES[i], 0), SIZES[i]);
		assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
		assert_true(hash_of_file(fd, &hash));
		assert_true(hash_equals(
			hash, hash_of((struct str){ bytes, SIZES[i] })));
	}
	close(fd);
	assert_int_equal(unlink(path), 0);
	assert_false(hash_of_file(fd, &hash));
}

static void a_short_name_is_the_beginning_of_the_long(void **state)
{
	struct hash hash = { 0x0123456789abcdef, 0xfedcba9876543210 };

	assert_str(hash_hex(hash, 8, *state), "01234567");
	assert_str(hash_hex(hash, 0, *state), "");
	assert_str(hash_hex(hash, 32, *state),
		   "0123456789abcdeffedcba9876543210");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_hash_is_xxh3_of_128_bits),
		TEST(equal_bytes_have_equal_hashes),
		TEST(a_file_has_the_hash_of_its_bytes),
		TEST(a_short_name_is_the_beginning_of_the_long),
	};

	return RUN(tests);
}
