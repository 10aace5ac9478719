#include "unit.h"

#include "view/tags.h"

#include "judged.h"

static struct text *texts(struct arena *arena, const char *file, size_t count,
			  const char *const *names)
{
	struct text *made = arena_array(arena, struct text, count + 1);

	for (size_t i = 0; i < count; i++)
		made[i] = (struct text){
			str_from(names[i]),
			{ file, 1, (unsigned)i + 1, 1 },
		};
	return made;
}

/* What is said of two comparisons with these tags. */
static struct str said(struct arena *arena, size_t first, const char *const *a,
		       size_t second, const char *const *b)
{
	struct comparison heads[2] = {
		{ .tags = texts(arena, "a.md", first, a), .tag_count = first },
		{ .tags = texts(arena, "b.md", second, b),
		  .tag_count = second },
	};
	struct diags *diags = diags_new();
	bool ok = tags_check(diags, heads, 2, arena);
	struct str text;

	assert_int_equal(ok, !diags_error_count(diags));
	text = printed(diags, arena);
	diags_free(diags);
	return text;
}

static void tags_may_be_shared_in_any_case(void **state)
{
	static const char *const A[] = { "Databases", "C++" };
	static const char *const B[] = { "databases", "C", "C#" };

	assert_str(said(*state, 2, A, 3, B), "");
}

static void two_tags_with_one_address_are_an_error(void **state)
{
	static const char *const A[] = { "Back end" };
	static const char *const B[] = { "back-end" };

	assert_str(said(*state, 1, A, 1, B),
		   "b.md:1:1: error: the tags \"Back end\" and \"back-end\" "
		   "would both have the page tags/back-end\n"
		   "a.md:1:1: note: the first is here\n");
}

static void a_tag_that_is_there_twice_is_an_error(void **state)
{
	static const char *const A[] = { "Tools", "tools" };

	assert_str(said(*state, 2, A, 0, NULL),
		   "a.md:1:2: error: the tag \"tools\" is there twice\n"
		   "a.md:1:1: note: the first is here\n");
}

static void tags_are_sorted_as_the_language_sorts(void **state)
{
	static const char *const CASES[][2] = {
		{ "de-DE", "\u00C4pfel" },
		{ "sv-SE", "Zebra" },
	};

	for (size_t k = 0; k < 2; k++) {
		struct text text = { .str = str_from(CASES[k][0]) };
		struct tag tags[] = {
			{ .id = STR("1"), .name = STR("Zebra") },
			{ .id = STR("2"), .name = STR("\u00C4pfel") },
		};
		struct diags *diags = diags_new();
		struct locale locale;

		assert_true(locale_open(diags, &text, &locale, *state));
		tags_sort(tags, 2, &locale, *state);
		assert_str(tags[0].name, CASES[k][1]);
		diags_free(diags);
	}
}

static void a_tag_lists_the_digests_that_have_it(void **state)
{
	struct str both[] = { STR("Tools"), STR("Back end") };
	struct str one[] = { STR("tools") };
	struct digest digests[] = {
		{ .slug = STR("new"), .tags = both, .tag_count = 2 },
		{ .slug = STR("bare") },
		{ .slug = STR("old"), .tags = one, .tag_count = 1 },
	};
	struct tag *tags;
	size_t count;

	tags = tags_of(digests, 3, &count, *state);
	assert_int_equal(count, 2);
	assert_str(tags[0].id, "back-end");
	assert_int_equal(tags[0].count, 1);
	assert_str(tags[1].id, "tools");
	assert_str(tags[1].name, "Tools");
	assert_int_equal(tags[1].count, 2);
	assert_str(tags[1].having[0]->slug, "new");
	assert_str(tags[1].having[1]->slug, "old");
	tags_of(digests + 1, 1, &count, *state);
	assert_int_equal(count, 0);
}

/* No letters of another script are lost: each name has its own address. */
static void a_tag_in_any_script_has_an_address(void **state)
{
	struct str names[] = { STR("Back end"), STR("\u6bd4\u8f03") };
	const struct value *list = tags_view(names, 2, *state);
	struct str path = tag_path(names[1], *state);

	assert_member(list, "0.title", "Back end");
	assert_member(list, "0.url", "\xFFtags/back-end/index.html");
	assert_member(list, "1.title", "\u6bd4\u8f03");
	assert_true(str_starts(path, "tags/tag-"));
	assert_int_equal(path.len, strlen("tags/tag-12345678/index.html"));
	assert_false(str_equals(path, tag_path(STR("\u5bfe"), *state)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(tags_are_sorted_as_the_language_sorts),
		TEST(tags_may_be_shared_in_any_case),
		TEST(two_tags_with_one_address_are_an_error),
		TEST(a_tag_that_is_there_twice_is_an_error),
		TEST(a_tag_lists_the_digests_that_have_it),
		TEST(a_tag_in_any_script_has_an_address),
	};

	return RUN(tests);
}
