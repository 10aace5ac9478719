#include "view/page_view.h"

#include "view/page_parts.h"
#include "view/poster_view.h"

static struct str words_of(const struct subject *s);

struct page infographic_page(const struct book *book)
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
	value_set_text(o, "text", words_of(s));
	value_set(values, "infographic", o);
	return page;
}

/* What stands on it; a title may end with a mark of its own. */
static struct str words_of(const struct subject *s)
{
	struct poster poster = poster_of(s, NULL);
	const struct headline *said = poster.headlines;

	while (headline_is_of_purposes(said) &&
	       said + 1 < poster.headlines + poster.headline_count)
		said++;
	if (str_equals(said->text, poster.title))
		return said->text;
	return ARENA_JOIN(s->arena, said->text, STR(". "), poster.title);
}
