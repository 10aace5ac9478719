#include "make/rendition.h"

#include <stdlib.h>

#include "read/edition.h"

static void sort(struct rendition_name *names, size_t count);
static int compare_names(const void *a, const void *b);
static size_t find(const struct rendition_name *names, size_t count,
		   struct str text);
static bool has_loose_links(const struct renditions *all,
			    const struct inputs *inputs);
static struct hash shared_of(const struct renditions *all,
			     const struct workshop *w,
			     const struct inputs *inputs, struct arena *arena);
static struct hash heads_of(const struct workshop *w, struct arena *arena);
static struct hash folders_of(const struct renditions *all);
static const struct inputs_folder *folder_of(const struct inputs *inputs,
					     struct str name);
static struct hash share_of(const struct inputs_folder *folder,
			    const struct site *site, struct str language);

struct renditions renditions_of(const struct workshop *w, struct arena *arena)
{
	size_t count = workshop_comparisons(w);
	struct renditions all = {
		.items = arena_array(arena, struct rendition, count),
		.by_folder = arena_array(arena, struct rendition_name, count),
		.by_source = arena_array(arena, struct rendition_name, count),
		.count = count,
	};

	for (size_t i = 0; i < count; i++) {
		struct rendition *one = &all.items[i];
		const struct workshop *own;
		size_t slug = i;

		one->edition = workshop_edition_of(w, &slug);
		own = workshop_edition(w, one->edition);
		one->content = own->site.folders ? own->site.folders[slug]
						 : own->site.slugs[slug];
		one->folder =
			ARENA_JOIN(arena, own->prefix, own->site.slugs[slug]);
		one->source = site_source(&own->site, slug, arena);
		all.by_folder[i] = (struct rendition_name){ one->folder, i };
		all.by_source[i] = (struct rendition_name){ one->source, i };
	}
	sort(all.by_folder, count);
	sort(all.by_source, count);
	return all;
}

static void sort(struct rendition_name *names, size_t count)
{
	if (count)
		qsort(names, count, sizeof(*names), compare_names);
}

static int compare_names(const void *a, const void *b)
{
	const struct rendition_name *left = a, *right = b;

	return str_compare(left->text, right->text);
}

/* The first part of the path, or the first two: "cakes", "de/kuchen". */
size_t rendition_at(const struct renditions *all, struct str path)
{
	size_t first = str_find(path, '/'), second;
	size_t number =
		find(all->by_folder, all->count, str_slice(path, 0, first));

	if (number < all->count || first == path.len)
		return number;
	second = first + 1 + str_find(str_from_byte(path, first + 1), '/');
	return find(all->by_folder, all->count, str_slice(path, 0, second));
}

size_t rendition_from(const struct renditions *all, struct str source)
{
	return find(all->by_source, all->count, source);
}

static size_t find(const struct rendition_name *names, size_t count,
		   struct str text)
{
	size_t from = 0, to = count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = str_compare(names[middle].text, text);

		if (!order)
			return names[middle].number;
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return count;
}

struct rendition_keys renditions_keys(const struct renditions *all,
				      const struct workshop *w,
				      const struct inputs *inputs,
				      struct arena *arena)
{
	struct rendition_keys keys = {
		.keys = arena_array(arena, struct hash, all->count),
		.rest = arena_array(arena, struct hash, w->edition_count + 1),
	};
	struct hash parts[2] = { shared_of(all, w, inputs, arena) };
	bool is_loose = has_loose_links(all, inputs);

	for (size_t k = 0; k <= w->edition_count; k++) {
		parts[1] = heads_of(workshop_edition(w, k), arena);
		keys.rest[k] = hash_of_all(parts, 2);
	}
	for (size_t i = 0; i < all->count && !is_loose; i++) {
		const struct rendition *one = &all->items[i];
		const struct site *own =
			&workshop_edition(w, one->edition)->site;
		const struct inputs_folder *folder =
			folder_of(inputs, one->content);

		if (!folder || folder->has_links)
			continue;
		parts[0] = keys.rest[one->edition];
		parts[1] = share_of(folder, &w->site, own->edition);
		keys.keys[i] = hash_of_all(parts, 2);
	}
	return keys;
}

/* Some lead into a comparison, maybe, whose changes are none of the rest's. */
static bool has_loose_links(const struct renditions *all,
			    const struct inputs *inputs)
{
	bool has = inputs->has_links;

	for (size_t i = 0; i < inputs->folder_count; i++)
		has |= inputs->folders[i].has_links &&
		       rendition_at(all, inputs->folders[i].name) == all->count;
	return has;
}

/* All that is no comparison's, and what each page may say of any other. */
static struct hash shared_of(const struct renditions *all,
			     const struct workshop *w,
			     const struct inputs *inputs, struct arena *arena)
{
	struct hash parts[4] = { inputs->hash };

	for (size_t i = 0; i < w->site.slug_count; i++) {
		const struct inputs_folder *folder =
			folder_of(inputs, w->site.slugs[i]);

		if (!folder)
			continue;
		hash_subtract(&parts[0], folder->sum);
		hash_add(&parts[1], folder->names);
	}
	parts[2] = folders_of(all);
	parts[3] = heads_of(w, arena);
	return hash_of_all(parts, 4);
}

/* A page names its translations, whatever they are called. */
static struct hash folders_of(const struct renditions *all)
{
	struct buf text = { 0 };
	struct hash hash;

	for (size_t i = 0; i < all->count; i++) {
		buf_raw(&text, all->items[i].folder);
		buf_char(&text, '\n');
	}
	hash = hash_of(buf_str(&text));
	buf_release(&text);
	return hash;
}

static struct hash heads_of(const struct workshop *w, struct arena *arena)
{
	struct hash *heads =
		arena_array(arena, struct hash, w->site.slug_count);

	for (size_t i = 0; i < w->site.slug_count; i++)
		heads[i] = w->heads[i].head;
	return hash_of_all(heads, w->site.slug_count);
}

static const struct inputs_folder *folder_of(const struct inputs *inputs,
					     struct str name)
{
	size_t from = 0, to = inputs->folder_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = str_compare(inputs->folders[middle].name, name);

		if (!order)
			return &inputs->folders[middle];
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

/* Without the translations into the site's other languages, unread for it. */
static struct hash share_of(const struct inputs_folder *folder,
			    const struct site *site, struct str language)
{
	struct hash share = folder->sum;

	for (size_t k = 0; k < folder->language_count; k++) {
		const struct inputs_language *of = &folder->languages[k];

		if (!str_equals(of->tag, language) &&
		    edition_is_known(site, of->tag))
			hash_subtract(&share, of->sum);
	}
	return share;
}
