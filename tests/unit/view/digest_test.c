#include "unit.h"

#include <math.h>

#include "view/digest.h"

static struct digest sample(struct arena *arena)
{
	static struct str tags[] = { STR_INIT("trees"), STR_INIT("roads") };
	static struct str authors[] = { STR_INIT("Ann") };
	static struct str paths[] = { STR_INIT("a/"), STR_INIT("a/matrix/") };
	static struct str ids[] = { STR_INIT("oak"), STR_INIT("elm") };
	static unsigned char bits[] = { 4 };
	struct value *bars = value_list(arena);
	struct value *bar = value_add_object(bars);

	value_set_text(bar, "name", STR("Oak"));
	value_set(bar, "width", value_number(12.5, arena));
	value_set(bar, "html", value_markup(STR("<b>"), arena));
	value_set_bool(bar, "best", true);
	value_set(bar, "rank", value_null());
	return (struct digest){
		.slug = STR("a"),
		.title = STR("Oak vs elm"),
		.summary = STR("Which one?"),
		.headline = STR("Oak leads."),
		.date = { .year = 2026,
			  .month = 3,
			  .day = 1,
			  .offset = -90,
			  .at = { "a.md", 4, 7, 10 } },
		.updated = { .year = 2026,
			     .month = 4,
			     .second = 61,
			     .timed = true },
		.tags = tags,
		.tag_count = 2,
		.authors = authors,
		.author_count = 1,
		.cover = STR("a/oak.png"),
		.option_count = 2,
		.criterion_count = 9,
		.draft = true,
		.scored = true,
		.outcome = { true, true, STR("oak"), NAN },
		.colors = STR("a{}"),
		.bars = bars,
		.more = STR("and 2 more"),
		.paths = paths,
		.path_count = 2,
		.option_ids = ids,
		.pairs = { 2, bits, 1, 3 },
		.at = { "content/a/comparison.md", 1, 1, 3 },
	};
}

static void a_digest_comes_back_as_it_was_packed(void **state)
{
	struct digest d = sample(*state), again;
	struct buf once = { 0 }, twice = { 0 };
	struct unpack from;

	digest_pack(&d, &once);
	from = unpack_from(buf_str(&once));
	assert_true(digest_unpack(&from, &again, *state));
	assert_int_equal(from.rest.len, 0);
	digest_pack(&again, &twice);
	assert_str(buf_str(&twice), buf_str(&once).ptr);
	assert_str(again.headline, "Oak leads.");
	assert_int_equal(again.date.offset, -90);
	assert_int_equal(again.updated.second, 61);
	assert_true(again.updated.timed);
	assert_string_equal(again.date.at.file, "a.md");
	assert_string_equal(again.at.file, "content/a/comparison.md");
	assert_str(again.tags[1], "roads");
	assert_str(again.authors[0], "Ann");
	assert_str(again.paths[1], "a/matrix/");
	assert_str(again.option_ids[1], "elm");
	assert_true(pairs_has(&again.pairs, (struct pair){ 0, 1 }) ==
		    pairs_has(&d.pairs, (struct pair){ 0, 1 }));
	assert_int_equal(again.pairs.thin, 3);
	assert_true(isnan(again.outcome.margin));
	assert_str(again.outcome.leader, "oak");
	buf_release(&once);
	buf_release(&twice);
}

static void what_is_cut_short_is_no_digest(void **state)
{
	struct digest d = sample(*state), again;
	struct buf whole = { 0 };

	digest_pack(&d, &whole);
	for (size_t len = 0; len < whole.len; len++) {
		struct unpack from =
			unpack_from(str_slice(buf_str(&whole), 0, len));

		assert_false(digest_unpack(&from, &again, *state));
	}
	buf_release(&whole);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_digest_comes_back_as_it_was_packed),
		TEST(what_is_cut_short_is_no_digest),
	};

	return RUN(tests);
}
