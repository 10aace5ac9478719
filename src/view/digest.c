#include "view/digest.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "view/judging_view.h"
#include "view/picture.h"
#include "view/result_view.h"

static struct digest_result result_kept(const struct subject *s,
					struct arena *arena);
static struct str *copy_ids(const struct subject *s, struct arena *arena);
static struct pairs copy_pairs(const struct pairs *pairs, struct arena *arena);
static int compare_digests(const void *a, const void *b);
static void list_paths(const struct subject *s, struct str **paths,
		       size_t *count, struct arena *arena);
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
		.outcome = result_kept(s, arena),
		.colors = arena_str(arena, colors),
		.bars = copy_value(bars, arena),
		.more = arena_str(arena, subject_more(s, CARD_BARS)),
		.paths = paths,
		.path_count = path_count,
		.option_ids = copy_ids(s, arena),
		.pairs = copy_pairs(&s->r->pairs, arena),
		.at = c->at,
	};
}

static struct str *copy_ids(const struct subject *s, struct arena *arena)
{
	const struct comparison *c = s->c;
	struct str *ids;

	if (!s->r->pairs.count)
		return NULL;
	ids = arena_array(arena, struct str, c->option_count);
	for (size_t i = 0; i < c->option_count; i++)
		ids[i] = arena_str(arena, c->options[i].id);
	return ids;
}

static struct pairs copy_pairs(const struct pairs *pairs, struct arena *arena)
{
	size_t size = (pairs->option_count * pairs->option_count + 7) / 8;
	struct pairs copy = *pairs;

	if (!pairs->bits)
		return copy;
	copy.bits = arena_array(arena, unsigned char, size);
	memcpy(copy.bits, pairs->bits, size);
	return copy;
}

static struct digest_result result_kept(const struct subject *s,
					struct arena *arena)
{
	const struct result *r = s->r;
	bool leads = r->judged && r->leader < r->option_count;

	return (struct digest_result){
		.judged = r->judged,
		.close = r->judged && r->close,
		.leader = leads ? arena_str(arena, s->c->options[r->leader].id)
				: STR(""),
		.margin = r->judged && r->ranked > 1 ? r->margin : NAN,
	};
}

void digests_sort(struct digest *digests, size_t count)
{
	if (count)
		qsort(digests, count, sizeof(*digests), compare_digests);
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
	if (judging_is_possible(c, s->r))
		*arena_push(arena, *paths, *count) =
			arena_printf(arena, "%.*s/weights/", STR_ARG(slug));
	if (judging_is_choice(c, s->r))
		*arena_push(arena, *paths, *count) =
			arena_printf(arena, "%.*s/compare/", STR_ARG(slug));
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
	case VALUE_END:
		return value_end(arena_str(arena, value->as.text), arena);
	case VALUE_MARKUP:
		return value_markup(arena_str(arena, value->as.text), arena);
	case VALUE_LIST:
		copy = value_list(arena);
		for (size_t i = 0; i < value->as.list.count; i++)
			value_append(copy, copy_value(value->as.list.items[i],
						      arena));
		return copy;
	case VALUE_OBJECT:
		copy = value_object(arena);
		for (size_t i = 0; i < value->as.object.count; i++)
			value_set(copy, value->as.object.members[i].name.ptr,
				  copy_value(value->as.object.members[i].value,
					     arena));
		return copy;
	case VALUE_MADE: /* of a page, and no digest's */
		break;
	}
	return value_null();
}
