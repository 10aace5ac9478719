#include "unit.h"

#include "site_folder.h"
#include "write/manifest.h"

static struct manifest_entry entry_at(const char *path, uint64_t size)
{
	return (struct manifest_entry){ .path = str_from(path),
					.hash = { 1, 0xabc },
					.size = size,
					.mtime = 17 };
}

static void the_list_is_sorted_and_has_a_first_and_a_last_line(void **state)
{
	struct manifest manifest;
	struct buf buf = { 0 };

	(void)state;
	manifest_init(&manifest);
	manifest_add(&manifest, entry_at("b", 20));
	manifest_add(&manifest, entry_at("a/c", 5));
	manifest_print(&manifest, &buf);
	assert_str(buf_str(&buf), "paragone manifest 1\n"
				  "00000000000000010000000000000abc 5 17 a/c\n"
				  "00000000000000010000000000000abc 20 17 b\n"
				  "end\n");
	buf_release(&buf);
	manifest_release(&manifest);
}

static void what_was_printed_is_read_again(void **state)
{
	struct site_folder *f = *state;
	struct manifest manifest, again;
	struct buf buf = { 0 };
	bool found;

	manifest_init(&manifest);
	for (unsigned i = 0; i < 3000; i++)
		manifest_add(&manifest,
			     entry_at(arena_printf(&f->arena, " p %u", i).ptr,
				      i));
	manifest.inputs = (struct manifest_inputs){ { 2, 0xdef },
						    INT64_MAX,
						    { 0, UINT64_MAX, 2, 3 } };
	manifest.kept = STR("kept by its writer\nend\n");
	manifest_print(&manifest, &buf);
	hand_written(MANIFEST_NAME, buf_str(&buf).ptr);
	assert_true(manifest_read(f->diags, ".", &again, &found, &f->arena));
	assert_true(found);
	assert_int_equal(again.count, 3000);
	assert_memory_equal(&again.inputs, &manifest.inputs,
			    sizeof(again.inputs));
	assert_str(again.kept, "kept by its writer\nend\n");
	for (unsigned i = 0; i < 3000; i++) {
		const struct manifest_entry *entry =
			manifest_find(&again, manifest.entries[i].path);

		assert_non_null(entry);
		assert_int_equal(entry->size, i);
		assert_int_equal(entry->mtime, 17);
		assert_true(
			hash_equals(entry->hash, (struct hash){ 1, 0xabc }));
	}
	assert_null(manifest_find(&again, STR("other")));
	buf_release(&buf);
	manifest_release(&manifest);
	manifest_release(&again);
}

static void a_folder_without_a_list_is_no_error(void **state)
{
	struct site_folder *f = *state;
	struct manifest manifest;
	bool found;

	assert_true(manifest_read(f->diags, ".", &manifest, &found, &f->arena));
	assert_false(found);
	assert_null(manifest_find(&manifest, STR("a")));
	manifest_release(&manifest);
}

/* Whatever is wrong with it, nothing is taken away by its word. */
static void a_damaged_list_is_an_error(void **state)
{
#define HASH "00000000000000010000000000000abc"
	static const char *const DAMAGED[] = {
		HASH " 5 17 a\n",	     /* cut off */
		HASH " 5 17 a\nend",	     /* at its very end */
		HASH " 5 17 a\nend\nmore\n", /* goes on */
		HASH " 5 17 ../a\nend\n",    /* leads out */
		HASH " 5 17\nend\n",	     /* no path */
		HASH " 5\nend\n",	     /* no time */
		HASH "\nend\n",		     /* no size */
		"0" HASH " 5 17 a\nend\n",   /* too long a hash */
		"x0000000000000010000000000000abc 5 17 a\nend\n",
		"0000000000000001000000000000xabc 5 17 a\nend\n",
		HASH " 5x 17 a\nend\n",
		HASH " 5 1f a\nend\n",
		HASH " 99999999999999999999 17 a\nend\n",
		HASH " 5 9999999999999999999 a\nend\n", /* beyond any date */
		HASH " 5 17 a\n" HASH " 5 17 a\nend\n", /* twice */
		"inputs " HASH " 17 1 2 3\nend\n",	/* a count less */
		"inputs " HASH " 17 1 2 3 4 5\nend\n",	/* and one more */
		"inputs " HASH " 17 1 2 3 \nend\n",
		"inputs " HASH " 9999999999999999999 1 2 3 4\nend\n",
		"inputs 0" HASH " 17 1 2 3 4\nend\n",
		"inputs " HASH "\nend\n",
		"inputs " HASH " x 1 2 3 4\nend\n",
		HASH " 9999999999999999999 17 a\nend\n",
		HASH " 18446744073709551616 17 a\nend\n",
		HASH " 5 17 a\ninputs " HASH " 17 1 2 3 4\nend\n",
	};
#undef HASH
	struct place at = { .file = "list", .line = 1, .column = 1 };

	for (size_t i = 0; i < sizeof(DAMAGED) / sizeof(*DAMAGED); i++) {
		struct diags *diags = diags_new();
		struct manifest manifest;
		struct str text;

		manifest_init(&manifest);
		if (manifest_parse(diags, at,
				   arena_printf(*state,
						"paragone manifest 1\n%s",
						DAMAGED[i]),
				   &manifest))
			fail_msg("this is taken: %s", DAMAGED[i]);
		text = printed(diags, *state);
		if (str_find_str(text, STR("is damaged here")) == text.len)
			fail_msg("%s\ngives %s", DAMAGED[i], text.ptr);
		manifest_release(&manifest);
		diags_free(diags);
	}
}

static void only_paths_below_the_folder_are_taken(void **state)
{
	(void)state;
	assert_true(manifest_takes(STR("a/b.html")));
	assert_true(manifest_takes(STR(".nojekyll")));
	assert_true(manifest_takes(STR("..a/b..")));
	assert_false(manifest_takes(STR("")));
	assert_false(manifest_takes(STR("/a")));
	assert_false(manifest_takes(STR("a/")));
	assert_false(manifest_takes(STR("a/../b")));
	assert_false(manifest_takes(STR("a\nb")));
	assert_false(manifest_takes(STR("a\0b")));
	assert_false(manifest_takes(STR(MANIFEST_NAME)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_list_is_sorted_and_has_a_first_and_a_last_line),
		SITE_TEST(what_was_printed_is_read_again),
		SITE_TEST(a_folder_without_a_list_is_no_error),
		TEST(a_damaged_list_is_an_error),
		TEST(only_paths_below_the_folder_are_taken),
	};

	return RUN(tests);
}
