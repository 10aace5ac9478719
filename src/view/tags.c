#include "view/tags.h"

#include <stdlib.h>
#include <strings.h>

#include "base/hash.h"
#include "base/slug.h"

/* One tag as one comparison has it; `order` makes sorting stable. */
struct tagging {
	struct str id, name;
	struct place at;
	const struct comparison *head;
	const struct digest *digest;
	size_t order;
};

/* A tag, and how names are sorted. */
struct named {
	struct tag tag;
	const struct locale *locale;
};

static int compare_named(const void *a, const void *b);
static struct str tag_id(struct str name, struct arena *arena);
static bool check_next(struct diags *diags, const struct tagging *first,
		       const struct tagging *second);
static bool is_same(struct str a, struct str b);
static void sort_taggings(struct tagging *taggings, size_t count);
static int compare_taggings(const void *a, const void *b);

bool tags_check(struct diags *diags, const struct comparison *heads,
		size_t count, struct arena *arena)
{
	struct tagging *taggings = NULL;
	size_t tagging_count = 0;
	bool ok = true;

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < heads[i].tag_count; k++) {
			const struct text *tag = &heads[i].tags[k];
			size_t order = tagging_count;

			*arena_push(arena, taggings, tagging_count) =
				(struct tagging){ .id = tag_id(tag->str, arena),
						  .name = tag->str,
						  .at = tag->at,
						  .head = &heads[i],
						  .order = order };
		}
	sort_taggings(taggings, tagging_count);
	for (size_t k = 1; k < tagging_count; k++)
		ok &= check_next(diags, &taggings[k - 1], &taggings[k]);
	return ok;
}

struct tag *tags_of(const struct digest *digests, size_t digest_count,
		    size_t *count, struct arena *arena)
{
	struct tag *tags = NULL;
	struct tagging *taggings = NULL;
	size_t tagging_count = 0;

	*count = 0;
	for (size_t i = 0; i < digest_count; i++)
		for (size_t k = 0; k < digests[i].tag_count; k++) {
			struct str name = digests[i].tags[k];
			size_t order = tagging_count;

			*arena_push(arena, taggings, tagging_count) =
				(struct tagging){ .id = tag_id(name, arena),
						  .name = name,
						  .digest = &digests[i],
						  .order = order };
		}
	sort_taggings(taggings, tagging_count);
	for (size_t k = 0; k < tagging_count; k++) {
		struct tag *tag;

		if (!k || !str_equals(taggings[k - 1].id, taggings[k].id))
			*arena_push(arena, tags, *count) =
				(struct tag){ taggings[k].id, taggings[k].name,
					      NULL, 0 };
		tag = &tags[*count - 1];
		*arena_push(arena, tag->having, tag->count) =
			taggings[k].digest;
	}
	return tags;
}

void tags_sort(struct tag *tags, size_t count, const struct locale *locale,
	       struct arena *arena)
{
	struct named *named = arena_array(arena, struct named, count);

	if (!count)
		return;
	for (size_t i = 0; i < count; i++)
		named[i] = (struct named){ tags[i], locale };
	qsort(named, count, sizeof(*named), compare_named);
	for (size_t i = 0; i < count; i++)
		tags[i] = named[i].tag;
}

static int compare_named(const void *a, const void *b)
{
	const struct named *left = a, *right = b;
	int order =
		locale_compare(left->locale, left->tag.name, right->tag.name);

	return order ? order : str_compare(left->tag.id, right->tag.id);
}

struct str tag_path(struct str name, struct arena *arena)
{
	return arena_printf(arena, "tags/%.*s/index.html",
			    STR_ARG(tag_id(name, arena)));
}

const struct value *tags_view(const struct str *names, size_t count,
			      struct arena *arena)
{
	struct value *list = value_list(arena);

	for (size_t i = 0; i < count; i++) {
		struct value *o = value_add_object(list);

		value_set_text(o, "title", names[i]);
		value_set_text(o, "url",
			       site_url(tag_path(names[i], arena), arena));
	}
	return list;
}

/* A name in another script has no letters for an id: its hash has. */
static struct str tag_id(struct str name, struct arena *arena)
{
	struct str id = slug_of(name, arena);

	return id.len ? id
		      : ARENA_JOIN(arena, STR("tag-"),
				   hash_hex(hash_of(name), 8, arena));
}

/* Taggings of one id stand next to each other, in the order of the files. */
static bool check_next(struct diags *diags, const struct tagging *first,
		       const struct tagging *second)
{
	if (!str_equals(first->id, second->id))
		return true;
	if (!is_same(first->name, second->name))
		diag_error(diags, second->at,
			   "the tags \"%.*s\" and \"%.*s\" would both have the "
			   "page tags/%.*s",
			   STR_ARG(first->name), STR_ARG(second->name),
			   STR_ARG(second->id));
	else if (first->head == second->head)
		diag_error(diags, second->at, "the tag \"%.*s\" is there twice",
			   STR_ARG(second->name));
	else
		return true;
	diag_note(diags, first->at, "the first is here");
	return false;
}

static bool is_same(struct str a, struct str b)
{
	return a.len == b.len && !strncasecmp(a.ptr, b.ptr, a.len);
}

static void sort_taggings(struct tagging *taggings, size_t count)
{
	if (count)
		qsort(taggings, count, sizeof(*taggings), compare_taggings);
}

static int compare_taggings(const void *a, const void *b)
{
	const struct tagging *left = a, *right = b;
	int order = str_compare(left->id, right->id);

	return order ? order
		     : (left->order > right->order) -
			       (left->order < right->order);
}
