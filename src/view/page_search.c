#include "view/page_view.h"

#include "view/frame.h"
#include "view/tags.h"

/* Where no script runs, the page is a way to what there is. */
struct page search_page(const struct frame *frame, const struct digest *digests,
			size_t count, const struct tag *tags, size_t tag_count,
			struct arena *arena)
{
	enum { MOST = 200 };
	const char *path = "search/index.html";
	struct str title = phrase(frame->phrases, WORD_SEARCH);
	struct crumb crumbs[] = {
		{ phrase(frame->phrases, WORD_COMPARISONS),
		  site_url(STR("index.html"), arena) },
		{ title, site_url(str_from(path), arena) },
	};
	struct page_head head = {
		.path = path,
		.template = "search",
		.title = title,
		.description = PHRASE(frame->phrases, WORD_SEARCH_TEXT, arena,
				      { "site", frame->site->title.str }),
		.crumbs = crumbs,
		.crumb_count = 2,
	};
	struct value *values = frame_values(frame, &head, arena);
	struct value *list = value_list(arena);
	struct str *names = arena_array(arena, struct str, tag_count + 1);

	for (size_t i = 0; i < count && i < MOST; i++) {
		struct value *o = value_add_object(list);

		value_set_text(o, "title", digests[i].title);
		value_setf(o, "url", "%c%.*s/index.html", ROOT_MARK,
			   STR_ARG(digests[i].slug));
	}
	for (size_t i = 0; i < tag_count; i++)
		names[i] = tags[i].name;
	value_set(values, "comparisons", list);
	value_set_text(
		values, "more",
		count > MOST
			? PHRASE(frame->phrases, WORD_AND_MORE, arena,
				 { "n", phrase_number(frame->phrases,
						      (double)(count - MOST), 0,
						      arena) })
			: STR(""));
	value_set_bool(values, "has_tags", tag_count);
	value_set(values, "tags", tags_view(names, tag_count, arena));
	return (struct page){ .path = head.path,
			      .template = head.template,
			      .title = head.title,
			      .values = values };
}
