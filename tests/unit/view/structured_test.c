#include "judged.h"

#include "view/structured.h"

static struct book *book_of(const struct comparison *c, struct arena *arena)
{
	struct subject *s = arena_new(arena, struct subject);
	struct frame *frame = arena_new(arena, struct frame);
	struct book *book = arena_new(arena, struct book);
	struct site *site = arena_new(arena, struct site);

	*s = subject_in(c, arena);
	*site = *s->site;
	site->base_url.str = STR("https://example.org/t/");
	s->site = site;
	*frame = frame_of(site, s->phrases, NULL, 0, arena);
	*book = (struct book){ .frame = frame, .subject = s };
	return book;
}

static void the_options_of_a_ranking_stand_in_the_order_of_their_ranks(
	void **state)
{
	struct comparison *c =
		comparison_from("  a b c\nx 1 2 9 -\ny 1 1 8 -\n", *state);
	const struct value *o;

	c->scoring.missing = MISSING_AVAILABLE;
	o = ranking_json_ld(book_of(c, *state));
	assert_member(o, "itemListElement.0.name", "b");
	assert_member(o, "itemListElement.1.name", "a");
	/* What was not scored has no rank, and no place in the list. */
	assert_int_equal(value_find(o, STR("itemListElement"))->as.list.count,
			 2);
	assert_near(value_find(o, STR("numberOfItems"))->as.number, 2);
}

static void where_no_leader_is_announced_there_is_no_ranking(void **state)
{
	struct comparison *tie =
		comparison_from("  a b\nx 1 8 6\ny 1 6 8\n", *state);
	struct comparison *unscored =
		comparison_from("  a b\nx 1 - -\n", *state);

	assert_null(ranking_json_ld(book_of(tie, *state)));
	assert_null(ranking_json_ld(book_of(unscored, *state)));
}

static void a_dataset_is_made_by_its_authors_or_else_the_site(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 8 6\n", *state);
	struct book *book = book_of(c, *state);
	struct text names[] = { { .str = STR("Ann") }, { .str = STR("Bob") } };
	struct subject subject = *book->subject;
	struct site site = *subject.site;

	assert_null(value_find(dataset_json_ld(book), STR("creator")));
	site.author.str = STR("Foresters");
	subject.site = &site;
	book->subject = &subject;
	assert_member(dataset_json_ld(book), "creator.0.@type", "Organization");
	assert_member(dataset_json_ld(book), "creator.0.name", "Foresters");
	c->authors = names;
	c->author_count = 2;
	assert_member(dataset_json_ld(book), "creator.0.@type", "Person");
	assert_member(dataset_json_ld(book), "creator.1.name", "Bob");
}

static void scores_can_be_downloaded_where_there_are_some(void **state)
{
	for (size_t scored = 0; scored < 2; scored++) {
		struct comparison *c =
			comparison_from("  a b\nx 1 8 6\n", *state);
		const struct value *o;

		c->scored = scored;
		o = dataset_json_ld(book_of(c, *state));
		assert_int_equal(
			value_find(o, STR("distribution"))->as.list.count,
			1 + scored);
		assert_member(o, "distribution.0.encodingFormat",
			      "application/json");
		assert_member(o, "variableMeasured.0", "x");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_options_of_a_ranking_stand_in_the_order_of_their_ranks),
		TEST(where_no_leader_is_announced_there_is_no_ranking),
		TEST(a_dataset_is_made_by_its_authors_or_else_the_site),
		TEST(scores_can_be_downloaded_where_there_are_some),
	};

	return RUN(tests);
}
