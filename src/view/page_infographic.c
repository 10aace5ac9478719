#include "view/page_view.h"

#include <math.h>

#include "view/page_parts.h"

struct page infographic_page(const struct book *book, double height)
{
	const struct subject *s = book->subject;
	struct arena *arena = s->arena;
	struct page page =
		page_start(book, STR("infographic"), "infographic",
			   phrase(s->phrases, WORD_INFOGRAPHIC),
			   PHRASE(s->phrases, WORD_INFOGRAPHIC_TEXT, arena,
				  { "comparison", s->c->title.str }));
	struct value *values = page_values(book, &page, NULL, false);
	struct value *o = value_object(arena);

	value_set_text(o, "svg_url", subject_file_url(s, "infographic.svg"));
	value_set_text(o, "png_url", subject_file_url(s, "infographic.png"));
	value_set_text(o, "pdf_url", subject_file_url(s, "infographic.pdf"));
	value_set_text(o, "square_url",
		       subject_file_url(s, "infographic-square.png"));
	value_set_text(o, "portrait_url",
		       subject_file_url(s, "infographic-portrait.png"));
	value_set_text(o, "story_url",
		       subject_file_url(s, "infographic-story.png"));
	value_set_text(o, "height", phrase_plain_number(ceil(height), arena));
	value_set(values, "infographic", o);
	return page;
}
