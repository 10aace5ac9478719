#include "view/page_view.h"

#include "view/frame.h"
#include "view/cards_view.h"
#include "view/tags.h"

static struct str tag_text(const struct frame *frame, const struct tag *tag,
			   struct arena *arena);

struct page tag_page(const struct frame *frame, const struct tag *tag,
		     size_t number, struct str colors_path, struct arena *arena)
{
	struct str base = arena_printf(arena, "tags/%.*s/", STR_ARG(tag->id));
	struct str path = cards_page_path(base, number, arena);
	size_t first, most = cards_on_page(tag->count, number, &first);
	const struct value *pager =
		cards_pager(frame, base, tag->count, number, arena);
	struct str title = cards_title(frame,
				       PHRASE(frame->phrases, WORD_TAG_TITLE,
					      arena, { "tag", tag->name }),
				       pager, number, arena);
	struct crumb crumbs[] = {
		{ phrase(frame->phrases, WORD_COMPARISONS),
		  site_url(STR("index.html"), arena) },
		{ tag->name, site_url(path, arena) },
	};
	struct page_head head = {
		.path = path.ptr,
		.template = "tag",
		.title = title,
		.description =
			number == 1 ? tag_text(frame, tag, arena) : title,
		.pager = pager,
		.crumbs = crumbs,
		.crumb_count = 2,
		.colors_path = colors_path,
	};
	struct value *values = frame_values(frame, &head, arena);

	value_set(values, "cards",
		  cards_view(frame, tag->having + first, NULL, most, arena));
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
