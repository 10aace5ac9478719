#include "view/page_view.h"

#include <stdlib.h>

#include "view/frame.h"
#include "view/parts.h"
#include "view/picture.h"
#include "view/result_view.h"
#include "view/tags.h"

static int compare_digests(const void *a, const void *b);
static void list_paths(const struct subject *s, struct str **paths,
		       size_t *count, struct arena *arena);
static const struct value *cards_view(const struct frame *frame,
				      const struct digest *const *digests,
				      size_t count, struct arena *arena);
static struct str tag_text(const struct frame *frame, const struct tag *tag,
			   struct arena *arena);
static const struct value *card_view(const struct frame *frame,
				     const struct digest *digest,
				     struct arena *arena);
static const struct value *site_json_ld(const struct frame *frame,
					struct arena *arena);
static struct str *copy_texts(const struct text *texts, size_t count,
			      struct arena *arena);
static const struct value *copy_value(const struct value *value,
				      struct arena *arena);

struct digest digest_of(const struct subject *s, struct str colors,
			struct arena *arena)
{
	struct str *paths = NULL;
	size_t path_count = 0;
	const struct comparison *c = s->c;
	const struct value *bars = bars_view(s, CARD_BARS);

	list_paths(s, &paths, &path_count, arena);
	return (struct digest){
		.slug = arena_str(arena, c->slug),
		.title = arena_str(arena, c->title.str),
		.summary = arena_str(arena, c->summary.str),
		.headline = arena_str(arena, result_headline(s)),
		.date = c->date,
		.updated = c->updated,
		.tags = copy_texts(c->tags, c->tag_count, arena),
		.cover = arena_str(arena, c->cover.str),
		.tag_count = c->tag_count,
		.authors = copy_texts(c->authors, c->author_count, arena),
		.author_count = c->author_count,
		.option_count = c->option_count,
		.criterion_count = c->criterion_count,
		.draft = c->draft,
		.scored = c->scored,
		.colors = arena_str(arena, colors),
		.bars = copy_value(bars, arena),
		.more = arena_str(arena, subject_more(s, CARD_BARS)),
		.paths = paths,
		.path_count = path_count,
		.at = c->at,
	};
}

void digests_sort(struct digest *digests, size_t count)
{
	if (count)
		qsort(digests, count, sizeof(*digests), compare_digests);
}

struct page home_page(const struct frame *frame, const struct digest *digests,
		      size_t count, struct str colors_path, struct arena *arena)
{
	const struct site *site = frame->site;
	const struct site_page *text = site_find_page(site, STR("index"));
	const struct digest **all =
		arena_array(arena, const struct digest *, count + 1);
	struct value *ld = value_list(arena), *home = value_object(arena);
	struct page_head head = {
		.path = "index.html",
		.template = "home",
		.title = site->title.str,
		.description = site->tagline.str,
		.colors_path = colors_path,
		.json_ld = ld,
	};
	struct value *values;

	if (site->base_url.str.len)
		value_append(ld, site_json_ld(frame, arena), arena);
	values = frame_values(frame, &head, arena);
	value_set(home, "text",
		  text ? prose_view(&text->body, arena) : value_null(), arena);
	for (size_t i = 0; i < count; i++)
		all[i] = &digests[i];
	value_set(values, "home", home, arena);
	value_set(values, "cards", cards_view(frame, all, count, arena), arena);
	return (struct page){ .path = head.path,
			      .template = head.template,
			      .title = head.title,
			      .values = values };
}

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
		  cards_view(frame, tag->having, tag->count, arena), arena);
	return (struct page){ .path = head.path,
			      .template = head.template,
			      .title = head.title,
			      .values = values };
}

struct page text_page(const struct frame *frame, const struct site_page *text,
		      struct arena *arena)
{
	struct str path = arena_printf(arena, "%.*s.html", STR_ARG(text->name));
	struct crumb crumbs[] = {
		{ phrase(frame->phrases, WORD_COMPARISONS),
		  site_url(STR("index.html"), arena) },
		{ text->title.str, site_url(path, arena) },
	};
	struct page_head head = {
		.path = path.ptr,
		.template = "page",
		.title = text->title.str,
		.description = text->description.str,
		.crumbs = crumbs,
		.crumb_count = 2,
	};
	struct value *values = frame_values(frame, &head, arena);
	struct value *toc = value_list(arena);

	toc_add(toc, &text->body, arena);
	value_set(values, "text", prose_view(&text->body, arena), arena);
	value_set(values, "toc", toc, arena);
	return (struct page){ .path = head.path,
			      .template = head.template,
			      .title = head.title,
			      .values = values };
}

struct page missing_page(const struct frame *frame, struct arena *arena)
{
	struct page_head head = {
		.path = "404.html",
		.template = "404",
		.title = phrase(frame->phrases, WORD_NOT_FOUND),
	};

	return (struct page){
		.path = head.path,
		.template = head.template,
		.title = head.title,
		.values = frame_values(frame, &head, arena),
	};
}

static int compare_digests(const void *a, const void *b)
{
	const struct digest *left = a, *right = b;
	int order = date_compare(right->date, left->date);

	return order ? order : str_compare(left->slug, right->slug);
}

/* As addresses: a folder's index.html goes without its name. */
static void list_paths(const struct subject *s, struct str **paths,
		       size_t *count, struct arena *arena)
{
	const struct comparison *c = s->c;
	struct str slug = c->slug;

	*arena_push(arena, *paths, *count) =
		arena_printf(arena, "%.*s/", STR_ARG(slug));
	*arena_push(arena, *paths, *count) =
		arena_printf(arena, "%.*s/matrix/", STR_ARG(slug));
	if (c->scored)
		*arena_push(arena, *paths, *count) =
			arena_printf(arena, "%.*s/scoreboard/", STR_ARG(slug));
	if (s->site->pictures & PICTURE_INFOGRAPHICS)
		*arena_push(arena, *paths, *count) =
			arena_printf(arena, "%.*s/infographic/", STR_ARG(slug));
	for (size_t j = 0; j < c->criterion_count; j++)
		*arena_push(arena, *paths, *count) =
			arena_printf(arena, "%.*s/%.*s/", STR_ARG(slug),
				     STR_ARG(c->criteria[j].id));
	for (size_t i = 0; i < c->option_count; i++)
		*arena_push(arena, *paths, *count) =
			arena_printf(arena, "%.*s/options/%.*s/", STR_ARG(slug),
				     STR_ARG(c->options[i].id));
}

static const struct value *cards_view(const struct frame *frame,
				      const struct digest *const *digests,
				      size_t count, struct arena *arena)
{
	struct value *list = value_list(arena);

	for (size_t i = 0; i < count; i++)
		value_append(list, card_view(frame, digests[i], arena), arena);
	return list;
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

static const struct value *site_json_ld(const struct frame *frame,
					struct arena *arena)
{
	struct value *o = value_object(arena);

	value_set_text(o, "@context", STR("https://schema.org"), arena);
	value_set_text(o, "@type", STR("WebSite"), arena);
	value_set_text(o, "name", frame->site->title.str, arena);
	if (frame->site->tagline.str.len)
		value_set_text(o, "description", frame->site->tagline.str,
			       arena);
	value_set_text(o, "url", frame->site->base_url.str, arena);
	value_set_text(o, "inLanguage", frame->site->language.str, arena);
	return o;
}

static struct str *copy_texts(const struct text *texts, size_t count,
			      struct arena *arena)
{
	struct str *copies = arena_array(arena, struct str, count);

	for (size_t i = 0; i < count; i++)
		copies[i] = arena_str(arena, texts[i].str);
	return copies;
}

/* The whole tree, so that it can outlive the arena it was made in. */
static const struct value *copy_value(const struct value *value,
				      struct arena *arena)
{
	struct value *copy;

	switch (value->kind) {
	case VALUE_NULL:
		return value_null();
	case VALUE_BOOL:
		return value_bool(value->as.truth);
	case VALUE_NUMBER:
		return value_number(value->as.number, arena);
	case VALUE_TEXT:
		return value_text(arena_str(arena, value->as.text), arena);
	case VALUE_MARKUP:
		return value_markup(arena_str(arena, value->as.text), arena);
	case VALUE_LIST:
		copy = value_list(arena);
		for (size_t i = 0; i < value->as.list.count; i++)
			value_append(copy,
				     copy_value(value->as.list.items[i], arena),
				     arena);
		return copy;
	case VALUE_OBJECT:
		copy = value_object(arena);
		for (size_t i = 0; i < value->as.object.count; i++)
			value_set(copy, value->as.object.members[i].name.ptr,
				  copy_value(value->as.object.members[i].value,
					     arena),
				  arena);
		return copy;
	}
	return value_null();
}
