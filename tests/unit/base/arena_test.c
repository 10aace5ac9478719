/* As in the program, also under the address sanitiser. */
#define ARENA_IN_BLOCKS
#include "base/arena.c"

#include "unit.h"

#include <sys/wait.h>
#include <unistd.h>

static bool all_zero(const char *bytes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (bytes[i])
			return false;
	return true;
}

static void memory_is_zeroed_and_aligned(void **state)
{
	static const size_t SIZES[] = { 1, 3, 0, 17, 4096, 65536, 65537, 5 };

	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < sizeof(SIZES) / sizeof(*SIZES); i++) {
			char *p = arena_array(*state, char, SIZES[i]);

			assert_non_null(p);
			assert_int_equal((uintptr_t)p % _Alignof(max_align_t),
					 0);
			assert_true(all_zero(p, SIZES[i]));
			memset(p, 0xFF, SIZES[i]);
		}
		arena_reset(*state);
	}
}

static void a_large_need_leaves_the_room_of_the_block(void **state)
{
	char *before = arena_array(*state, char, 16);
	char *large = arena_array(*state, char, 1000000);
	char *after = arena_array(*state, char, 16);

	large[999999] = 'x';
	assert_ptr_equal(after, before + 16);
}

static void a_reset_arena_uses_its_block_again(void **state)
{
	char *before = arena_array(*state, char, 16);

	arena_array(*state, char, 1000000);
	arena_reset(*state);
	assert_ptr_equal(arena_array(*state, char, 16), before);
	arena_release(*state);
	arena_reset(*state);
	assert_non_null(arena_array(*state, char, 16));
}

/* Many blocks, and what was handed out before is zero once more. */
static void a_reset_arena_hands_out_the_same_memory_zeroed(void **state)
{
	enum { COUNT = 40, SIZE = 10000 };
	char *before[COUNT];
	size_t found = 0;

	for (size_t i = 0; i < COUNT; i++) {
		before[i] = arena_array(*state, char, SIZE);
		memset(before[i], 0xFF, SIZE);
	}
	arena_reset(*state);
	for (size_t i = 0; i < COUNT; i++) {
		char *p = arena_array(*state, char, SIZE);

		assert_true(all_zero(p, SIZE));
		for (size_t k = 0; k < COUNT; k++)
			found += p == before[k];
	}
	assert_int_equal(found, COUNT);
}

/* 16 blocks of 64 KiB. */
static void a_reset_arena_keeps_one_megabyte(void **state)
{
	struct arena *arena = *state;

	for (size_t i = 0; i < 100; i++)
		arena_array(arena, char, 65536);
	arena_array(arena, char, 65537);
	arena_reset(arena);
	assert_int_equal(arena->spare_count, 16);
	arena_reset(arena);
	assert_int_equal(arena->spare_count, 16);
	for (size_t i = 0; i < 17; i++)
		arena_array(arena, char, 65536);
	assert_int_equal(arena->spare_count, 0);
}

static void a_text_printed_leaves_what_follows_aligned_and_zeroed(void **state)
{
	for (int len = 0; len < 70; len++) {
		struct str text = arena_printf(*state, "%*s", len, "");
		char *p = arena_array(*state, char, 16);

		assert_int_equal(text.len, len);
		assert_true(p > text.ptr + len || p + 16 <= text.ptr);
		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		assert_true(all_zero(p, 16));
		memset(p, 0xFF, 16);
		assert_int_equal(text.ptr[len], '\0');
	}
}

static void joined_texts_stand_one_behind_the_other(void **state)
{
	const struct str parts[] = {
		STR("oak"), { NULL, 0 }, STR(" or "), STR(""), STR("elm")
	};
	struct str text = arena_join(*state, parts, 5);

	assert_str(text, "oak or elm");
	assert_int_equal(text.ptr[text.len], '\0');
	assert_str(arena_join(*state, parts, 1), "oak");
	text = arena_join(*state, NULL, 0);
	assert_int_equal(text.len, 0);
	assert_string_equal(text.ptr, "");
	text = ARENA_JOIN((struct arena *)*state, str_slice(STR("oaks"), 0, 3),
			  STR("/"), STR("index.html"));
	assert_str(text, "oak/index.html");
	assert_int_equal(text.ptr[text.len], '\0');
	text = ARENA_JOIN((struct arena *)*state, STR("a\0b"), STR("c"));
	assert_int_equal(text.len, 4);
	assert_memory_equal(text.ptr, "a\0bc", 5);
}

static void a_joined_text_is_a_copy(void **state)
{
	char from[] = "oak";
	struct str text = ARENA_JOIN((struct arena *)*state, str_from(from),
				     str_from(from));

	from[0] = 'O';
	assert_str(text, "oakoak");
}

static void joined_texts_may_be_larger_than_a_block(void **state)
{
	struct str half = arena_printf(*state, "%050000d", 0), text;

	text = ARENA_JOIN((struct arena *)*state, half, STR("|"), half);
	assert_int_equal(text.len, 100001);
	assert_int_equal(text.ptr[50000], '|');
	assert_int_equal(text.ptr[100001], '\0');
}

static void a_copy_is_terminated(void **state)
{
	struct str copy = arena_str(*state, str_slice(STR("abcdef"), 1, 3));

	assert_str(copy, "bcd");
	assert_int_equal(copy.ptr[3], '\0');
	copy = arena_str(*state, (struct str){ NULL, 0 });
	assert_string_equal(copy.ptr, "");
}

static void printed_text_has_any_length(void **state)
{
	struct str text = arena_printf(*state, "%0200000d|%s", 1, "end");

	assert_int_equal(text.len, 200004);
	assert_true(str_ends(text, "1|end"));
	assert_int_equal(text.ptr[text.len], '\0');
}

static void an_array_grows_and_keeps_its_elements(void **state)
{
	int *items = NULL;
	size_t count = 0;

	for (int i = 0; i < 1000; i++) {
		int *item = arena_push((struct arena *)*state, items, count);

		assert_int_equal(*item, 0);
		*item = i;
	}
	assert_int_equal(count, 1000);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(items[i], i);
}

static void too_much_memory_ends_the_program_with_3(void **state)
{
	static const size_t COUNTS[] = { SIZE_MAX / 4, SIZE_MAX / 8 - 100 };

	for (size_t i = 0; i < sizeof(COUNTS) / sizeof(*COUNTS); i++) {
		pid_t child = fork();
		int status;

		if (child == 0) {
			fclose(stderr);
			arena_alloc(*state, COUNTS[i], 8);
			_exit(0);
		}
		waitpid(child, &status, 0);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 3);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(memory_is_zeroed_and_aligned),
		TEST(a_large_need_leaves_the_room_of_the_block),
		TEST(a_reset_arena_uses_its_block_again),
		TEST(a_reset_arena_hands_out_the_same_memory_zeroed),
		TEST(a_reset_arena_keeps_one_megabyte),
		TEST(a_text_printed_leaves_what_follows_aligned_and_zeroed),
		TEST(joined_texts_stand_one_behind_the_other),
		TEST(a_joined_text_is_a_copy),
		TEST(joined_texts_may_be_larger_than_a_block),
		TEST(a_copy_is_terminated),
		TEST(printed_text_has_any_length),
		TEST(an_array_grows_and_keeps_its_elements),
		TEST(too_much_memory_ends_the_program_with_3),
	};

	return RUN(tests);
}
