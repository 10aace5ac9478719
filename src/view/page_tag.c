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
	struct str titles[MOST + 1];
	size_t count = 0;

	for (; count < tag->count && count < MOST; count++)
		titles[count] = tag->having[count]->title;
	if (count < tag->count)
		titles[count++] =
			PHRASE(phrases, WORD_N_MORE, arena,
			       { "n", phrase_number(phrases,
						    (double)(tag->count - MOST),
						    0, arena) });
	return PHRASE(phrases, WORD_TAG_TEXT, arena,
		      { "n", phrase_count(phrases, PLURAL_COMPARISONS,
					  tag->count, arena) },
		      { "tag", tag->name },
		      { "titles", phrase_list(phrases, titles, count, arena) });
}
