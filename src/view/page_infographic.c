#include "view/page_view.h"

#include "view/page_parts.h"

struct page infographic_page(const struct book *book, struct str text)
{
	static const struct {
		const char *key, *file;
	} FILES[] = {
		{ "png_url", "infographic-poster.png" },
		{ "svg_url", "infographic-poster.svg" },
		{ "pdf_url", "infographic-a3.pdf" },
		{ "square_url", "infographic-square.png" },
		{ "square_svg_url", "infographic-square.svg" },
		{ "story_url", "infographic-story.png" },
		{ "story_svg_url", "infographic-story.svg" },
	};
	const struct subject *s = book->subject;
	struct arena *arena = s->arena;
	struct page page =
		page_start(book, STR("infographic"), "infographic",
			   phrase(s->phrases, WORD_INFOGRAPHIC),
			   PHRASE(s->phrases, WORD_INFOGRAPHIC_TEXT, arena,
				  { "comparison", s->c->title.str }));
	struct value *values = page_values(book, &page, NULL, false);
	struct value *o = value_object(arena);

	for (size_t i = 0; i < sizeof(FILES) / sizeof(*FILES); i++)
		value_set_text(o, FILES[i].key,
			       subject_file_url(s, FILES[i].file));
	value_set_text(o, "text", text);
	value_set(values, "infographic", o);
	return page;
}
