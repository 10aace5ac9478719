#include "make/kept.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

enum { VERSION = 2 };

static const struct str INDEX = STR_INIT("search/i-");

/* A look at what the site is made of, and the keys that it gives. */
struct look {
	struct inputs inputs;
	int64_t time;
	bool ok;
	struct hash rest;  /* of all that is no comparison's */
	struct hash *keys; /* one a slug; all 0: none */
};

/* As the last build left it. */
struct record {
	struct str slug;
	struct hash key;
	size_t file_count;
	struct str text; /* the rest of it, packed */
};

/* Paths of files. */
struct paths {
	struct str *items;
	size_t count;
};

/* What this build leaves of a comparison. */
struct leaving {
	struct str packed; /* kept_comparison; empty: nothing */
	size_t file_count;
	struct paths foreign; /* below its folder, and another's */
	struct paths extra;   /* its own, elsewhere */
};

struct kept {
	struct arena arena;
	const struct order *order;
	const struct workshop *w;
	struct look then, now;
	struct record *records; /* by slug */
	size_t record_count;
	struct hash all_then; /* what the look at all of it found */
	struct hash finds_then, finds_now; /* all 0: not known */
	size_t index_count;		   /* of files of the index then */
	struct leaving *leaving;	   /* one a slug */
	struct buf text;
};

static void read_text(struct kept *kept, struct str text);
static void make_keys(struct kept *kept, struct look *look);
static struct inputs_folder *folder_of(const struct look *look,
				       struct str name);
static void add(struct hash *sum, struct hash more);
static void subtract(struct hash *sum, struct hash less);
static struct hash print_of(const struct hash *hashes, size_t count);
static bool is_known(struct hash hash);
static const struct record *record_of(const struct kept *kept, size_t slug);
static bool gather(struct tree *tree, const struct record *record,
		   struct unpack *from, const struct manifest_entry ***files,
		   struct arena *arena);
static bool linked_stand(struct tree *tree, const struct kept_comparison *c);
static bool put_linked(const struct kept *kept, struct tree *tree,
		       struct diags *diags, const struct kept_comparison *c,
		       struct arena *arena);
static struct str file_origin(const struct kept *kept, struct str file,
			      struct arena *arena);
static bool uses_others(const struct kept *kept, size_t slug,
			const struct kept_comparison *c);
static size_t slug_at(const struct kept *kept, struct str path);
static bool is_as_good(const struct kept *kept);
static bool leaves(const struct leaving *leaving);
static void sort_files(struct kept *kept, const struct tree *tree,
		       size_t *index_count);
static void add_path(struct kept *kept, struct paths *paths, struct str path);
static struct leaving *leaving_at(struct kept *kept, struct str path);
static struct leaving *leaving_of(struct kept *kept, struct str origin);
static void pack_record(struct kept *kept, size_t slug);
static void pack_comparison(const struct kept_comparison *c, struct buf *to);
static void unpack_comparison(struct unpack *from, struct kept_comparison *c,
			      struct arena *arena);
static void pack_paths(struct buf *to, const struct str *paths, size_t count);
static struct str *unpack_paths(struct unpack *from, size_t *count,
				struct arena *arena);
static bool has_path(const struct str *paths, size_t count, struct str path);

struct kept *kept_new(const struct order *order, const struct tree *tree)
{
	struct kept *kept = memory_alloc(sizeof(*kept));

	*kept = (struct kept){ .order = order };
	if (tree && !order->shard.count)
		read_text(kept, tree_kept(tree));
	if (kept->then.time)
		kept->then.ok = inputs_look(order, kept->then.time,
					    &kept->then.inputs, &kept->arena);
	kept->now.time = inputs_now();
	kept->now.ok = inputs_look(order, kept->now.time, &kept->now.inputs,
				   &kept->arena);
	return kept;
}

void kept_free(struct kept *kept)
{
	if (!kept)
		return;
	buf_release(&kept->text);
	arena_release(&kept->arena);
	free(kept);
}

int64_t kept_time(const struct kept *kept, struct hash *hash)
{
	*hash = kept->now.inputs.hash;
	return kept->now.ok ? kept->now.time : 0;
}

/* What is damaged is as nothing. */
static void read_text(struct kept *kept, struct str text)
{
	struct unpack from =
		unpack_from(str_from_byte(text, strlen(MANIFEST_KEPT)));
	size_t count;

	if (!text.len || unpack_number(&from) != VERSION)
		return;
	kept->then.time = (int64_t)unpack_number(&from);
	kept->all_then = unpack_hash(&from);
	kept->finds_then = unpack_hash(&from);
	kept->index_count = unpack_number(&from);
	count = unpack_count(&from);
	kept->records = arena_array(&kept->arena, struct record, count);
	for (size_t i = 0; i < count; i++) {
		struct record *record = &kept->records[i];

		record->slug = unpack_text(&from);
		record->key = unpack_hash(&from);
		record->file_count = unpack_number(&from);
		record->text = unpack_text(&from);
	}
	kept->record_count = count;
	if (!from.ok || kept->then.time <= 0) {
		kept->then.time = 0;
		kept->record_count = 0;
		kept->finds_then = (struct hash){ 0 };
	}
}

void kept_know(struct kept *kept, const struct workshop *w)
{
	kept->w = w;
	/* They are looked up by their order. */
	for (size_t i = 1; i < w->site.slug_count; i++)
		if (str_compare(w->site.slugs[i - 1], w->site.slugs[i]) >= 0)
			kept->then.ok = kept->now.ok = false;
	kept->leaving =
		arena_array(&kept->arena, struct leaving, w->site.slug_count);
	make_keys(kept, &kept->then);
	make_keys(kept, &kept->now);
}

/* Links may lead into a comparison, whose changes are none of the rest's. */
static void make_keys(struct kept *kept, struct look *look)
{
	const struct site *site = &kept->w->site;
	struct hash parts[3] = { { 0 } };
	struct hash *heads =
		arena_array(&kept->arena, struct hash, site->slug_count);
	bool has_links = look->inputs.has_links;

	look->keys = arena_array(&kept->arena, struct hash, site->slug_count);
	if (!look->ok || kept->order->shard.count)
		return;
	for (size_t i = 0; i < look->inputs.folder_count; i++)
		has_links |= look->inputs.folders[i].has_links &&
			     slug_at(kept, look->inputs.folders[i].name) ==
				     site->slug_count;
	parts[0] = look->inputs.hash;
	for (size_t i = 0; i < site->slug_count; i++) {
		struct inputs_folder *folder = folder_of(look, site->slugs[i]);

		heads[i] = kept->w->heads[i].head;
		if (!folder)
			continue;
		subtract(&parts[0], folder->sum);
		add(&parts[1], folder->names);
	}
	parts[2] = print_of(heads, site->slug_count);
	look->rest = print_of(parts, 3);
	for (size_t i = 0; i < site->slug_count && !has_links; i++) {
		struct inputs_folder *folder = folder_of(look, site->slugs[i]);

		if (!folder || folder->has_links)
			continue;
		look->keys[i] =
			print_of((struct hash[]){ look->rest, folder->sum }, 2);
	}
}

static struct inputs_folder *folder_of(const struct look *look, struct str name)
{
	struct inputs_folder *folders = look->inputs.folders;
	size_t from = 0, to = look->inputs.folder_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = str_compare(folders[middle].name, name);

		if (!order)
			return &folders[middle];
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

static void add(struct hash *sum, struct hash more)
{
	sum->high += more.high;
	sum->low += more.low;
}

static void subtract(struct hash *sum, struct hash less)
{
	sum->high -= less.high;
	sum->low -= less.low;
}

static struct hash print_of(const struct hash *hashes, size_t count)
{
	return hash_of(
		(struct str){ (const char *)hashes, count * sizeof(*hashes) });
}

static bool is_known(struct hash hash)
{
	return hash.high || hash.low;
}

bool kept_take(struct kept *kept, size_t slug, struct tree *tree,
	       struct diags *diags, struct kept_comparison *c,
	       struct arena *arena, bool *ok)
{
	const struct record *record = record_of(kept, slug);
	const struct manifest_entry **files;
	struct str taken;
	struct unpack from;

	*ok = true;
	if (!record || !is_known(kept->now.keys[slug]))
		return false;
	from = unpack_from(record->text);
	if (!gather(tree, record, &from, &files, arena))
		return false;
	taken = from.rest;
	unpack_comparison(&from, c, arena);
	if (!from.ok || !linked_stand(tree, c))
		return false;
	kept->leaving[slug].packed = taken;
	*ok = tree_keep_all(tree, diags, files, record->file_count,
			    str_from(c->digest.at.file)) &&
	      put_linked(kept, tree, diags, c, arena);
	return true;
}

/* Where its key is the one of before. */
static const struct record *record_of(const struct kept *kept, size_t slug)
{
	struct str name = kept->w->site.slugs[slug];
	size_t from = 0, to = kept->record_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		const struct record *record = &kept->records[middle];
		int order = str_compare(record->slug, name);

		if (!order)
			return is_known(record->key) &&
					       hash_equals(
						       record->key,
						       kept->then.keys[slug])
				       ? record
				       : NULL;
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

/* The files that are the comparison's own; false where one is not as it was. */
static bool gather(struct tree *tree, const struct record *record,
		   struct unpack *from, const struct manifest_entry ***files,
		   struct arena *arena)
{
	struct str folder = ARENA_JOIN(arena, record->slug, STR("/"));
	size_t foreign_count, extra_count, below_count, count = 0;
	struct str *foreign = unpack_paths(from, &foreign_count, arena);
	struct str *extra = unpack_paths(from, &extra_count, arena);
	const struct manifest_entry *below =
		tree_old_files(tree, folder, &below_count);

	*files = arena_array(arena, const struct manifest_entry *,
			     below_count + extra_count);
	for (size_t i = 0; i < below_count; i++)
		if (!has_path(foreign, foreign_count, below[i].path))
			(*files)[count++] = &below[i];
	for (size_t i = 0; i < extra_count; i++) {
		(*files)[count] = tree_old_file(tree, extra[i]);
		count += (*files)[count] != NULL;
	}
	if (!from->ok || count != record->file_count)
		return false;
	for (size_t i = 0; i < count; i++)
		if (!tree_stands_file(tree, (*files)[i]))
			return false;
	return true;
}

static bool linked_stand(struct tree *tree, const struct kept_comparison *c)
{
	for (size_t i = 0; i < c->linked_count; i++) {
		const struct manifest_entry *old =
			tree_old_file(tree, c->linked[i].path);

		if (!old || !tree_stands_file(tree, old))
			return false;
	}
	return true;
}

/* They give way to what is there already. */
static bool put_linked(const struct kept *kept, struct tree *tree,
		       struct diags *diags, const struct kept_comparison *c,
		       struct arena *arena)
{
	bool ok = true;

	for (size_t i = 0; i < c->linked_count && ok; i++) {
		struct str path = c->linked[i].path;
		struct str origin = file_origin(kept, c->linked[i].file, arena);

		ok = tree_keep_spare(tree, diags, tree_old_file(tree, path),
				     origin);
	}
	return ok;
}

static struct str file_origin(const struct kept *kept, struct str file,
			      struct arena *arena)
{
	return str_from(path_join(kept->w->site.dir, file, arena));
}

void kept_leave(struct kept *kept, size_t slug, const struct kept_comparison *c,
		struct arena *arena)
{
	struct buf packed = { 0 };

	if (!is_known(kept->now.keys[slug]) || uses_others(kept, slug, c))
		return;
	pack_comparison(c, &packed);
	kept->leaving[slug].packed = buf_copy(&packed, arena);
	buf_release(&packed);
}

static bool uses_others(const struct kept *kept, size_t slug,
			const struct kept_comparison *c)
{
	for (size_t i = 0; i < c->linked_count; i++) {
		size_t other = slug_at(kept, c->linked[i].file);

		if (other != slug && other < kept->w->site.slug_count)
			return true;
	}
	return false;
}

/* Whose folder a path lies in, or is; the number of slugs for none. */
static size_t slug_at(const struct kept *kept, struct str path)
{
	const struct site *site = &kept->w->site;
	struct str name = str_slice(path, 0, str_find(path, '/'));
	size_t from = 0, to = site->slug_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = str_compare(site->slugs[middle], name);

		if (!order)
			return middle;
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return site->slug_count;
}

bool kept_has_index(const struct kept *kept)
{
	return kept->then.ok && is_known(kept->finds_then);
}

bool kept_take_index(struct kept *kept, const struct str *finds, size_t count,
		     struct tree *tree, struct diags *diags, bool *ok)
{
	const struct manifest_entry **files, *old;
	struct hash *prints = arena_array(&kept->arena, struct hash, count + 1);
	struct hash finds_then;
	size_t file_count;

	*ok = true;
	for (size_t i = 0; i < count; i++)
		prints[i] = hash_of(finds[i]);
	prints[count] = kept->now.rest;
	kept->finds_now = print_of(prints, count + 1);
	prints[count] = kept->then.rest;
	finds_then = print_of(prints, count + 1);
	old = tree_old_files(tree, INDEX, &file_count);
	if (!kept_has_index(kept) ||
	    !hash_equals(finds_then, kept->finds_then) ||
	    file_count != kept->index_count)
		return false;
	files = arena_array(&kept->arena, const struct manifest_entry *,
			    file_count);
	for (size_t i = 0; i < file_count; i++) {
		files[i] = &old[i];
		if (!tree_stands_file(tree, files[i]))
			return false;
	}
	*ok = tree_keep_all(tree, diags, files, file_count,
			    str_from(kept->order->content));
	return true;
}

struct str kept_text(struct kept *kept, const struct tree *tree)
{
	struct buf *to = &kept->text;
	size_t count = 0, index_count = 0;

	if (!kept->now.ok || !kept->leaving)
		return STR("");
	if (is_as_good(kept))
		return tree_kept(tree);
	sort_files(kept, tree, &index_count);
	buf_text(to, MANIFEST_KEPT);
	pack_number(to, VERSION);
	pack_number(to, (uint64_t)kept->now.time);
	pack_hash(to, kept->now.inputs.hash);
	pack_hash(to, kept->finds_now);
	pack_number(to, index_count);
	for (size_t i = 0; i < kept->w->site.slug_count; i++)
		count += leaves(&kept->leaving[i]);
	pack_number(to, count);
	for (size_t i = 0; i < kept->w->site.slug_count; i++)
		if (leaves(&kept->leaving[i]))
			pack_record(kept, i);
	buf_char(to, '\n');
	return buf_str(to);
}

/*
 * Where nothing has changed the old text says the same, and no list need be
 * written for its sake: unless it goes by bytes where times would do by now.
 */
static bool is_as_good(const struct kept *kept)
{
	return kept->then.ok &&
	       hash_equals(kept->then.inputs.hash, kept->all_then) &&
	       (kept->now.inputs.in_doubt || !kept->then.inputs.in_doubt);
}

static bool leaves(const struct leaving *leaving)
{
	return leaving->packed.len > 0;
}

/* Which are whose; and how many the search index has. */
static void sort_files(struct kept *kept, const struct tree *tree,
		       size_t *index_count)
{
	const struct manifest *files = tree_files(tree);
	struct str site = str_from(kept->order->content);

	for (size_t i = 0; i < files->count; i++) {
		const struct manifest_entry *file = &files->entries[i];
		struct leaving *at = leaving_at(kept, file->path);
		struct leaving *of = leaving_of(kept, file->origin);

		if (str_equals(str_slice(file->path, 0, INDEX.len), INDEX)) {
			++*index_count;
			if (!str_equals(file->origin, site))
				kept->finds_now = (struct hash){ 0 };
		}
		if (of)
			of->file_count++;
		if (of && of != at)
			add_path(kept, &of->extra, file->path);
		if (at && of != at)
			add_path(kept, &at->foreign, file->path);
	}
}

static void add_path(struct kept *kept, struct paths *paths, struct str path)
{
	*arena_push(&kept->arena, paths->items, paths->count) = path;
}

static struct leaving *leaving_at(struct kept *kept, struct str path)
{
	size_t slug = str_find(path, '/') < path.len ? slug_at(kept, path)
						     : kept->w->site.slug_count;

	return slug < kept->w->site.slug_count ? &kept->leaving[slug] : NULL;
}

static struct leaving *leaving_of(struct kept *kept, struct str origin)
{
	struct str dir = str_from(kept->w->site.dir);
	struct leaving *of;

	if (!str_equals(str_slice(origin, 0, dir.len), dir))
		return NULL;
	origin = str_from_byte(origin, dir.len);
	while (origin.len && origin.ptr[0] == '/')
		origin = str_from_byte(origin, 1);
	of = leaving_at(kept, origin);
	return of && str_is(str_from_byte(origin, str_find(origin, '/')),
			    "/comparison.md")
		       ? of
		       : NULL;
}

static void pack_record(struct kept *kept, size_t slug)
{
	const struct leaving *leaving = &kept->leaving[slug];
	struct buf *to = &kept->text;
	struct buf record = { 0 };

	pack_paths(&record, leaving->foreign.items, leaving->foreign.count);
	pack_paths(&record, leaving->extra.items, leaving->extra.count);
	buf_raw(&record, leaving->packed);
	pack_text(to, kept->w->site.slugs[slug]);
	pack_hash(to, kept->now.keys[slug]);
	pack_number(to, leaving->file_count);
	pack_text(to, buf_str(&record));
	buf_release(&record);
}

static void pack_comparison(const struct kept_comparison *c, struct buf *to)
{
	pack_number(to, c->pages);
	pack_number(to, c->images);
	pack_number(to, c->linked_count);
	for (size_t i = 0; i < c->linked_count; i++) {
		pack_text(to, c->linked[i].path);
		pack_text(to, c->linked[i].file);
	}
	pack_paths(to, c->unread, c->unread_count);
	pack_text(to, c->finds);
	digest_pack(&c->digest, to);
}

static void unpack_comparison(struct unpack *from, struct kept_comparison *c,
			      struct arena *arena)
{
	*c = (struct kept_comparison){ .pages = unpack_number(from) };
	c->images = unpack_number(from);
	c->linked_count = unpack_count(from);
	c->linked = arena_array(arena, struct kept_file, c->linked_count);
	for (size_t i = 0; i < c->linked_count; i++) {
		c->linked[i].path = arena_str(arena, unpack_text(from));
		c->linked[i].file = arena_str(arena, unpack_text(from));
	}
	c->unread = unpack_paths(from, &c->unread_count, arena);
	c->finds = unpack_text(from);
	digest_unpack(from, &c->digest, arena);
}

static void pack_paths(struct buf *to, const struct str *paths, size_t count)
{
	pack_number(to, count);
	for (size_t i = 0; i < count; i++)
		pack_text(to, paths[i]);
}

static struct str *unpack_paths(struct unpack *from, size_t *count,
				struct arena *arena)
{
	struct str *paths;

	*count = unpack_count(from);
	paths = arena_array(arena, struct str, *count);
	for (size_t i = 0; i < *count; i++)
		paths[i] = arena_str(arena, unpack_text(from));
	return paths;
}

static bool has_path(const struct str *paths, size_t count, struct str path)
{
	for (size_t i = 0; i < count; i++)
		if (str_equals(paths[i], path))
			return true;
	return false;
}
