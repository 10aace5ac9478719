#include "judged.h"

#include "view/page_view.h"

static void newer_comparisons_come_first(void **state)
{
	struct digest digests[] = {
		{ .slug = STR("b"), .date = { 2026, 3, 1, 0, { 0 } } },
		{ .slug = STR("c"), .date = { 2026, 3, 2, 0, { 0 } } },
		{ .slug = STR("a"), .date = { 2026, 3, 1, 0, { 0 } } },
		{ .slug = STR("d"), .date = { 2025, 12, 31, 0, { 0 } } },
	};

	(void)state;
	digests_sort(digests, 4);
	assert_str(digests[0].slug, "c");
	assert_str(digests[1].slug, "a");
	assert_str(digests[2].slug, "b");
	assert_str(digests[3].slug, "d");
	digests_sort(NULL, 0);
}

static void a_digest_outlives_its_subject(void **state)
{
	struct arena page = { 0 };
	struct comparison *c = points_from(TALLY_TABLE, &page);
	struct subject s = subject_in(c, &page);
	struct digest digest;

	c->title.str = arena_printf(&page, "A %s", "tally");
	digest = digest_of(&s, STR(".x{}"), *state);
	arena_release(&page);
	assert_str(digest.slug, "trees");
	assert_str(digest.title, "A tally");
	assert_str(digest.headline, "a leads with 8 of 10 points");
	assert_str(digest.colors, ".x{}");
	assert_str(digest.more, "");
	assert_member(digest.bars, "0.name", "a");
	assert_member(digest.bars, "1.value", "6");
	assert_int_equal(digest.path_count, 3 + 10 + 2);
	assert_str(digest.paths[0], "trees/");
	assert_str(digest.paths[2], "trees/scoreboard/");
	assert_str(digest.paths[3], "trees/architecture/");
	assert_str(digest.paths[14], "trees/options/b/");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(newer_comparisons_come_first),
		TEST(a_digest_outlives_its_subject),
	};

	return RUN(tests);
}
