#include "judged.h"

#include "view/comparison_view.h"
#include "view/page_view.h"

static void newer_comparisons_come_first(void **state)
{
	struct digest digests[] = {
		{ .slug = STR("b"),
		  .date = { .year = 2026, .month = 3, .day = 1 } },
		{ .slug = STR("c"),
		  .date = { .year = 2026, .month = 3, .day = 2 } },
		{ .slug = STR("a"),
		  .date = { .year = 2026, .month = 3, .day = 1 } },
		{ .slug = STR("d"),
		  .date = { .year = 2025, .month = 12, .day = 31 } },
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
	assert_int_equal(digest.path_count, 5 + 10 + 2);
	assert_str(digest.paths[0], "trees/");
	assert_str(digest.paths[2], "trees/scoreboard/");
	assert_str(digest.paths[3], "trees/weights/");
	assert_str(digest.paths[4], "trees/compare/");
	assert_str(digest.paths[5], "trees/architecture/");
	assert_str(digest.paths[16], "trees/options/b/");
}

/* A part without charts is left out, as of one criterion. */
static void the_scoreboard_has_its_charts_in_parts(void **state)
{
	struct subject s = subject_in(
		comparison_from("   a b\nx 1 1 2\ny 3 4 5\n", *state), *state);
	struct frame frame = frame_of(s.site, s.phrases, NULL, 0, *state);
	struct book book = { .frame = &frame,
			     .subject = &s,
			     .shared = comparison_view(&s) };
	struct page page = scoreboard_page(&book);
	const struct value *parts = value_find(page.values, STR("chart_parts"));

	assert_int_equal(parts->as.list.count, 3);
	assert_member(parts, "0.title", "Results");
	assert_member(parts, "0.anchor", "result");
	assert_member(parts, "0.charts.0.id", "scoreboard");
	assert_member(parts, "1.anchor", "scores");
	assert_member(parts, "1.charts.0.id", "criteria");
	assert_member(parts, "2.title", "How sure it is");
	assert_member(parts, "2.charts.0.id", "verdict-map");
	assert_member(page.values, "charts.0.id", "lead");
	assert_member(page.values, "answers.ahead.id", "lead");
	assert_member(page.values, "answers.why.id", "pulls");

	s = subject_in(points_from("   a b\nx 1 1 0\n", *state), *state);
	book.shared = comparison_view(&s);
	page = scoreboard_page(&book);
	parts = value_find(page.values, STR("chart_parts"));
	assert_int_equal(parts->as.list.count, 2);
	assert_member(parts, "0.anchor", "result");
	assert_member(parts, "1.anchor", "sure");
}

static void a_page_of_text_lists_its_headings(void **state)
{
	struct phrases phrases = english(*state);
	struct frame frame = frame_of(arena_new(*state, struct site), &phrases,
				      NULL, 0, *state);
	struct heading headings[] = {
		{ 2, STR_INIT("bring"), STR_INIT("What to bring") },
		{ 3, STR_INIT("shoes"), STR_INIT("Shoes") },
		{ 4, STR_INIT("laces"), STR_INIT("Laces") },
	};
	struct site_page text = {
		.name = STR_INIT("guides/move"),
		.title.str = STR_INIT("How to move"),
		.body = { .html = STR_INIT("<p>So.</p>"),
			  .headings = headings,
			  .heading_count = 3 },
	};
	struct page page = text_page(&frame, &text, *state);

	assert_str(str_from(page.path), "guides/move.html");
	assert_str(page.title, "How to move");
	assert_int_equal(value_find(page.values, STR("toc"))->as.list.count, 2);
	assert_member(page.values, "toc.0.title", "What to bring");
	assert_member(page.values, "toc.0.url", "#bring");
	assert_member(page.values, "toc.1.title", "Shoes");
	assert_member(page.values, "toc.1.is_sub", "true");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(newer_comparisons_come_first),
		TEST(the_scoreboard_has_its_charts_in_parts),
		TEST(a_page_of_text_lists_its_headings),
		TEST(a_digest_outlives_its_subject),
	};

	return RUN(tests);
}
