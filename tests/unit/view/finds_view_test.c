#include "judged.h"

#include "view/finds_view.h"

/* Of the addresses that have "-vs-" in them, each on a line with its title. */
static struct str pairs_found(struct comparison *c, struct arena *arena)
{
	struct subject s = subject_in(c, arena);
	struct finds finds = finds_of(&s, arena);
	struct buf buf = { 0 };
	struct str text;

	for (size_t i = 0; i < finds.count; i++) {
		struct find *find = &finds.items[i];

		if (str_find_str(find->url, STR("-vs-")) < find->url.len)
			buf_printf(&buf, "%.*s: %.*s\n", STR_ARG(find->title),
				   STR_ARG(find->url));
	}
	text = buf_copy(&buf, arena);
	buf_release(&buf);
	return text;
}

static void each_pair_that_has_a_page_is_found(void **state)
{
	struct comparison *c =
		comparison_from("  a b d\nx 1 9 6 2\ny 1 5 8 1\n", *state);

	assert_str(pairs_found(c, *state), "");
	c->pairs.kind = PAIRS_ALL;
	assert_str(pairs_found(c, *state), "a or b: trees/a-vs-b/\n"
					   "a or d: trees/a-vs-d/\n"
					   "b or d: trees/b-vs-d/\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_pair_that_has_a_page_is_found),
	};

	return RUN(tests);
}
