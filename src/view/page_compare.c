#include "view/page_view.h"

#include "view/judging_view.h"
#include "view/page_parts.h"

struct page compare_page(const struct book *book)
{
	const struct subject *s = book->subject;
	struct page page =
		page_start(book, STR("compare"), "compare",
			   phrase(s->phrases, WORD_COMPARE),
			   PHRASE(s->phrases, WORD_COMPARE_TEXT, s->arena,
				  { "comparison", s->c->title.str }));
	struct value *values = page_values(book, &page, NULL, false);
	struct value *compare = value_object(s->arena);

	value_set(compare, "judging", judging_view(s, true));
	value_set(values, "compare", compare);
	return page;
}
