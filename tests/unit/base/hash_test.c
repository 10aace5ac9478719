#include "unit.h"

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
		TEST(a_short_name_is_the_beginning_of_the_long),
	};

	return RUN(tests);
}
