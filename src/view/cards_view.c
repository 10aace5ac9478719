#include "view/cards_view.h"

#include "view/frame.h"
#include "view/tags.h"

static const struct value *card_view(const struct frame *frame,
				     const struct digest *digest,
				     struct arena *arena);

const struct value *cards_view(const struct frame *frame,
			       const struct digest *const *digests,
			       size_t count, struct arena *arena)
{
	struct value *list = value_list(arena);

	for (size_t i = 0; i < count; i++)
		value_append(list, card_view(frame, digests[i], arena), arena);
	return list;
}

static const struct value *card_view(const struct frame *frame,
				     const struct digest *digest,
				     struct arena *arena)
{
	const struct phrases *phrases = frame->phrases;
	struct value *o = value_object(arena);
	struct str date = phrase_date_iso(digest->date, arena);
	struct str updated = phrase_date_iso(digest->updated, arena);
	bool later = !str_equals(date, updated);
	struct str nothing = { "", 0 };

	value_set_text(o, "title", digest->title, arena);
	value_set_text(o, "url",
		       arena_printf(arena, "%c%.*s/index.html", ROOT_MARK,
				    STR_ARG(digest->slug)),
		       arena);
	value_set_text(o, "summary", digest->summary, arena);
	value_set_text(o, "date", phrase_date(phrases, digest->date, arena),
		       arena);
	value_set_text(o, "date_iso", date, arena);
	value_set_text(o, "updated",
		       later ? phrase_date(phrases, digest->updated, arena)
			     : nothing,
		       arena);
	value_set_text(o, "updated_iso", later ? updated : nothing, arena);
	value_set_bool(o, "has_tags", digest->tag_count, arena);
	value_set(o, "tags", tags_view(digest->tags, digest->tag_count, arena),
		  arena);
	value_set_text(o, "cover_url",
		       digest->cover.len ? site_url(digest->cover, arena)
					 : nothing,
		       arena);
	value_set_bool(o, "is_draft", digest->draft, arena);
	value_set_text(o, "option_count",
		       phrase_count(phrases, WORD_OPTIONS_ONE,
				    digest->option_count, arena),
		       arena);
	value_set_text(o, "criterion_count",
		       phrase_count(phrases, WORD_CRITERIA_ONE,
				    digest->criterion_count, arena),
		       arena);
	value_set_text(o, "headline", digest->headline, arena);
	value_set(o, "bars", digest->bars, arena);
	value_set_text(o, "more", digest->more, arena);
	value_set(o, "colors_class", colors_class(digest->slug, arena), arena);
	return o;
}
