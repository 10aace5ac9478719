#include "view/analysis_view.h"
#include "view/page_view.h"

#include "view/page_parts.h"
#include "view/result_view.h"

static void add_charts(const struct subject *s, struct page *page,
		       struct value *values);

struct page scoreboard_page(const struct book *book)
{
	const struct subject *s = book->subject;
	struct arena *arena = s->arena;
	struct page page =
		page_start(book, STR("scoreboard"), "scoreboard",
			   phrase(s->phrases, WORD_SCOREBOARD),
			   PHRASE(s->phrases, WORD_SCOREBOARD_TEXT, arena,
				  { "comparison", s->c->title.str },
				  { "headline", result_headline(s) }));
	struct value *values = page_values(book, &page, NULL, false);

	add_charts(s, &page, values);
	value_set(values, "analysis", analysis_view(s));
	return page;
}

/* All in one list, and once more in their parts. */
static void add_charts(const struct subject *s, struct page *page,
		       struct value *values)
{
	static const struct {
		enum word_id title;
		const char *anchor;
	} PARTS[PART_COUNT] = {
		{ WORD_CHARTS_RESULT, "result" },
		{ WORD_CHARTS_SCORES, "scores" },
		{ WORD_CHARTS_SURE, "sure" },
	};
	struct arena *arena = s->arena;
	struct value *charts = value_list(arena), *parts = value_list(arena);
	struct value *lists[PART_COUNT] = { NULL };
	struct chart *all[CHARTS_MOST];
	size_t count = charts_all(s, all);

	for (size_t k = 0; k < count; k++) {
		const struct value *chart = page_add_chart(page, all[k]);
		enum chart_part at = all[k]->part;

		if (!lists[at]) {
			struct value *part = value_add_object(parts);

			lists[at] = value_list(arena);
			value_set_text(part, "title",
				       phrase(s->phrases, PARTS[at].title));
			value_set_text(part, "anchor",
				       str_from(PARTS[at].anchor));
			value_set(part, "charts", lists[at]);
		}
		value_append(lists[at], chart);
		value_append(charts, chart);
	}
	value_set(values, "charts", charts);
	value_set(values, "chart_parts", parts);
}
