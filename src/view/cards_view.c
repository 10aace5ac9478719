#include "view/cards_view.h"

#include "view/frame.h"
#include "view/tags.h"

static struct value *card_view(const struct frame *frame,
			       const struct digest *digest,
			       struct arena *arena);

const struct value *cards_view(const struct frame *frame,
			       const struct digest *const *digests,
			       const struct str *filters, size_t count,
			       struct arena *arena)
{
	struct value *list = value_list(arena);

	for (size_t i = 0; i < count; i++) {
		struct value *card = card_view(frame, digests[i], arena);

		value_set_text(card, "filters", filters ? filters[i] : STR(""));
		value_append(list, card);
	}
	return list;
}

size_t cards_page_count(size_t count)
{
	return count ? (count + CARDS_PAGE - 1) / CARDS_PAGE : 1;
}

struct str cards_page_path(struct str base, size_t number, struct arena *arena)
{
	return number == 1 ? ARENA_JOIN(arena, base, STR("index.html"))
			   : arena_printf(arena, "%.*spage/%zu/index.html",
					  STR_ARG(base), number);
}

size_t cards_on_page(size_t count, size_t number, size_t *first)
{
	*first = (number - 1) * CARDS_PAGE;
	return count - *first < CARDS_PAGE ? count - *first : CARDS_PAGE;
}

struct str cards_title(const struct frame *frame, struct str title,
		       const struct value *pager, size_t number,
		       struct arena *arena)
{
	return number == 1
		       ? title
		       : PHRASE(frame->phrases, WORD_PAGE_OF, arena,
				{ "page", title },
				{ "comparison",
				  value_find(pager, STR("text"))->as.text });
}

const struct value *cards_pager(const struct frame *frame, struct str base,
				size_t count, size_t number,
				struct arena *arena)
{
	size_t last = cards_page_count(count);
	struct value *o = value_object(arena);

	if (last == 1)
		return value_null();
	value_set_text(
		o, "previous_url",
		number > 1 ? site_url(cards_page_path(base, number - 1, arena),
				      arena)
			   : STR(""));
	value_set_text(
		o, "next_url",
		number < last
			? site_url(cards_page_path(base, number + 1, arena),
				   arena)
			: STR(""));
	value_set_text(o, "text",
		       PHRASE(frame->phrases, WORD_OF, arena,
			      { "n", phrase_number(frame->phrases,
						   (double)number, 0, arena) },
			      { "of", phrase_number(frame->phrases,
						    (double)last, 0, arena) }));
	return o;
}

static struct value *card_view(const struct frame *frame,
			       const struct digest *digest, struct arena *arena)
{
	const struct phrases *phrases = frame->phrases;
	struct value *o = value_object(arena);
	struct str date = phrase_date_iso(digest->date, arena);
	struct str updated = phrase_date_iso(digest->updated, arena);
	bool later = !str_equals(date, updated);

	value_set_text(o, "title", digest->title);
	value_setf(o, "url", "%c%.*s/index.html", ROOT_MARK,
		   STR_ARG(digest->slug));
	value_set_text(o, "summary", digest->summary);
	value_set_text(o, "date", phrase_date(phrases, digest->date, arena));
	value_set_text(o, "date_iso", date);
	value_set_text(o, "updated",
		       later ? phrase_date(phrases, digest->updated, arena)
			     : STR(""));
	value_set_text(o, "updated_iso", later ? updated : STR(""));
	value_set_bool(o, "has_tags", digest->tag_count);
	value_set(o, "tags", tags_view(digest->tags, digest->tag_count, arena));
	value_set_text(o, "cover_url",
		       digest->cover.len ? site_url(digest->cover, arena)
					 : STR(""));
	value_set_bool(o, "is_draft", digest->draft);
	value_set_text(o, "option_count",
		       phrase_count(phrases, PLURAL_OPTIONS,
				    digest->option_count, arena));
	value_set_text(o, "criterion_count",
		       phrase_count(phrases, PLURAL_CRITERIA,
				    digest->criterion_count, arena));
	value_set_text(o, "headline", digest->headline);
	value_set(o, "bars", digest->bars);
	value_set_text(o, "more", digest->more);
	value_set(o, "colors_class", colors_class(digest->slug, arena));
	return o;
}
