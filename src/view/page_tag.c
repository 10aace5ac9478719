#include "view/page_view.h"

#include "view/frame.h"
#include "view/cards_view.h"
#include "view/tags.h"

static struct str tag_text(const struct frame *frame, const struct tag *tag,
			   struct arena *arena);

struct page tag_page(const struct frame *frame, const struct tag *tag,
		     struct str colors_path, struct arena *arena)
{
	struct str path = tag_path(tag->name, arena);
	struct str title = PHRASE(frame->phrases, WORD_TAG_TITLE, arena,
				  { "tag", tag->name });
	struct crumb crumbs[] = {
		{ phrase(frame->phrases, WORD_COMPARISONS),
		  site_url(STR("index.html"), arena) },
		{ tag->name, site_url(path, arena) },
	};
	struct page_head head = {
		.path = path.ptr,
		.template = "tag",
		.title = title,
		.description = tag_text(frame, tag, arena),
		.crumbs = crumbs,
		.crumb_count = 2,
		.colors_path = colors_path,
	};
	struct value *values = frame_values(frame, &head, arena);

	value_set(values, "cards",
		  cards_view(frame, tag->having, tag->count, arena));
	return (struct page){ .path = head.path,
			      .template = head.template,
			      .title = head.title,
			      .values = values };
}

/* Search results show some 160 characters: a few titles say what it is. */
static struct str tag_text(const struct frame *frame, const struct tag *tag,
			   struct arena *arena)
{
	enum { MOST = 4 };
	const struct phrases *phrases = frame->phrases;
	struct str titles = tag->having[0]->title;

	for (size_t i = 1; i < tag->count && i < MOST; i++)
		titles = PHRASE(phrases, WORD_LIST_MORE, arena, { "a", titles },
				{ "b", tag->having[i]->title });
	return PHRASE(phrases, WORD_TAG_TEXT, arena,
		      { "n", phrase_count(phrases, WORD_COMPARISONS_ONE,
					  tag->count, arena) },
		      { "tag", tag->name },
		      { "titles", tag->count > MOST ? ARENA_JOIN(arena, titles,
								 STR(", …"))
						    : titles });
}
