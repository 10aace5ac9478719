#include "make/kept.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "draw/fonts.h"
#include "make/rendition.h"
#include "read/edition.h"

enum { VERSION = 4 };

static const struct str INDEX = STR_INIT("search/i-");

/* A look at what the site is made of, and the keys that it gives. */
struct look {
	struct inputs inputs;
	int64_t time;
	bool ok;
	struct rendition_keys keys;
};

/* A rendition as the last build left it. */
struct record {
	struct str name; /* its folder in the site */
	struct hash key;
	size_t file_count;
	struct str text; /* the rest of it, packed */
};

/* Paths of files. */
struct paths {
	struct str *items;
	size_t count;
};

/* What this build leaves of a rendition. */
struct leaving {
	struct str packed; /* kept_comparison; empty: nothing */
	size_t file_count;
	struct paths foreign; /* below its folder, and another's */
	struct paths extra;   /* its own, elsewhere */
};

/* The search index of an edition. */
struct search {
	struct str prefix; /* of its files' paths */
	struct hash finds; /* that it is of; all 0: not known */
	size_t file_count;
};

struct kept {
	struct arena arena;
	const struct order *order;
	const struct workshop *w;
	struct renditions all;
	struct look then, now;
	struct record *records; /* by name */
	size_t record_count;
	struct hash fonts_then;	      /* of the machine; all 0: not asked for */
	struct hash all_then;	      /* what the look at all of it found */
	struct search *searches_then; /* one an edition there was */
	size_t search_count;
	struct search *searches; /* one an edition there is */
	struct leaving *leaving; /* one a rendition */
	struct buf text;
};

static void read_text(struct kept *kept, struct str text);
static bool has_fonts(const struct kept *kept);
static void look_out(struct kept *kept, struct look *look);
static bool is_known(struct hash hash);
static const struct record *record_of(const struct kept *kept, size_t number);
static bool gather(struct tree *tree, const struct record *record,
		   struct unpack *from, const struct manifest_entry ***files,
		   struct arena *arena);
static bool linked_stand(struct tree *tree, const struct kept_comparison *c);
static bool put_linked(const struct kept *kept, struct tree *tree,
		       struct diags *diags, const struct kept_comparison *c,
		       struct arena *arena);
static struct str file_origin(const struct kept *kept, struct str file,
			      struct arena *arena);
static bool uses_others(const struct kept *kept, size_t number,
			const struct kept_comparison *c);
static bool is_translation(struct str file);
static const struct search *search_then(const struct kept *kept, size_t k);
static bool is_as_good(const struct kept *kept);
static bool leaves(const struct leaving *leaving);
static void sort_files(struct kept *kept, const struct tree *tree);
static void note_search(struct kept *kept, const struct tree *tree,
			const struct manifest_entry *file);
static void add_path(struct kept *kept, struct paths *paths, struct str path);
static struct leaving *leaving_at(struct kept *kept, struct str path);
static struct leaving *leaving_of(struct kept *kept, struct str origin);
static void pack_record(struct kept *kept, size_t number);
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
	kept->fonts_then = unpack_hash(&from);
	kept->all_then = unpack_hash(&from);
	kept->search_count = unpack_count(&from);
	kept->searches_then =
		arena_array(&kept->arena, struct search, kept->search_count);
	for (size_t k = 0; k < kept->search_count; k++) {
		kept->searches_then[k].finds = unpack_hash(&from);
		kept->searches_then[k].file_count = unpack_number(&from);
	}
	count = unpack_count(&from);
	kept->records = arena_array(&kept->arena, struct record, count);
	for (size_t i = 0; i < count; i++) {
		struct record *record = &kept->records[i];

		record->name = unpack_text(&from);
		record->key = unpack_hash(&from);
		record->file_count = unpack_number(&from);
		record->text = unpack_text(&from);
	}
	kept->record_count = count;
	if (!from.ok || kept->then.time <= 0 || !has_fonts(kept)) {
		kept->then.time = 0;
		kept->record_count = kept->search_count = 0;
		kept->fonts_then = (struct hash){ 0 };
	}
}

/* Looking for them takes a while. */
static bool has_fonts(const struct kept *kept)
{
	return !is_known(kept->fonts_then) ||
	       hash_equals(kept->fonts_then, fonts_machine_hash());
}

void kept_know(struct kept *kept, const struct workshop *w)
{
	kept->w = w;
	kept->all = renditions_of(w, &kept->arena);
	kept->leaving =
		arena_array(&kept->arena, struct leaving, kept->all.count);
	kept->searches =
		arena_array(&kept->arena, struct search, w->edition_count + 1);
	for (size_t k = 0; k <= w->edition_count; k++)
		kept->searches[k].prefix = ARENA_JOIN(
			&kept->arena, workshop_edition(w, k)->prefix, INDEX);
	look_out(kept, &kept->then);
	look_out(kept, &kept->now);
}

/* No key is known of what could not be looked at. */
static void look_out(struct kept *kept, struct look *look)
{
	static const struct inputs NOTHING = { .folders = NULL };
	bool ok = look->ok && !kept->order->shard.count;

	look->keys =
		renditions_keys(&kept->all, kept->w,
				ok ? &look->inputs : &NOTHING, &kept->arena);
}

static bool is_known(struct hash hash)
{
	return hash.high || hash.low;
}

bool kept_take(struct kept *kept, size_t number, struct tree *tree,
	       struct diags *diags, struct kept_comparison *c,
	       struct arena *arena, bool *ok)
{
	const struct record *record = record_of(kept, number);
	const struct manifest_entry **files;
	struct str taken, source;
	struct unpack from;

	*ok = true;
	if (!record || !is_known(kept->now.keys.keys[number]))
		return false;
	from = unpack_from(record->text);
	if (!gather(tree, record, &from, &files, arena))
		return false;
	taken = from.rest;
	unpack_comparison(&from, c, arena);
	if (!from.ok || !linked_stand(tree, c))
		return false;
	kept->leaving[number].packed = taken;
	source = file_origin(kept, kept->all.items[number].source, arena);
	*ok = tree_keep_all(tree, diags, files, record->file_count, source) &&
	      put_linked(kept, tree, diags, c, arena);
	return true;
}

/* Where its key is the one of before. */
static const struct record *record_of(const struct kept *kept, size_t number)
{
	struct str name = kept->all.items[number].folder;
	size_t from = 0, to = kept->record_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		const struct record *record = &kept->records[middle];
		int order = str_compare(record->name, name);

		if (!order)
			return is_known(record->key) &&
					       hash_equals(
						       record->key,
						       kept->then.keys
							       .keys[number])
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
	struct str folder = ARENA_JOIN(arena, record->name, STR("/"));
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

void kept_leave(struct kept *kept, size_t number,
		const struct kept_comparison *c, struct arena *arena)
{
	struct buf packed = { 0 };

	if (!is_known(kept->now.keys.keys[number]) ||
	    uses_others(kept, number, c))
		return;
	pack_comparison(c, &packed);
	kept->leaving[number].packed = buf_copy(&packed, arena);
	buf_release(&packed);
}

/* What it is made of it reads from its own folder, but for translations. */
static bool uses_others(const struct kept *kept, size_t number,
			const struct kept_comparison *c)
{
	struct str own = kept->all.items[number].content;

	for (size_t i = 0; i < c->linked_count; i++) {
		struct str file = c->linked[i].file;
		size_t other = rendition_at(&kept->all, file);

		if (is_translation(file) ||
		    (other < kept->all.count &&
		     !str_equals(kept->all.items[other].content, own)))
			return true;
	}
	return false;
}

static bool is_translation(struct str file)
{
	struct str stem, language;

	return str_ends(file, ".md") &&
	       edition_is_translation(path_base(file), &stem, &language);
}

bool kept_has_index(const struct kept *kept, size_t k)
{
	return kept->then.ok && is_known(search_then(kept, k)->finds);
}

static const struct search *search_then(const struct kept *kept, size_t k)
{
	static const struct search NONE = { .file_count = 0 };

	return k < kept->search_count ? &kept->searches_then[k] : &NONE;
}

bool kept_take_index(struct kept *kept, size_t k, const struct str *finds,
		     size_t count, struct tree *tree, struct diags *diags,
		     bool *ok)
{
	const struct search *then = search_then(kept, k);
	const struct manifest_entry **files, *old;
	struct hash *prints = arena_array(&kept->arena, struct hash, count + 1);
	struct hash finds_then;
	size_t file_count;

	*ok = true;
	for (size_t i = 0; i < count; i++)
		prints[i] = hash_of(finds[i]);
	prints[count] = kept->now.keys.rest[k];
	kept->searches[k].finds = hash_of_all(prints, count + 1);
	prints[count] = kept->then.keys.rest[k];
	finds_then = hash_of_all(prints, count + 1);
	old = tree_old_files(tree, kept->searches[k].prefix, &file_count);
	if (!kept_has_index(kept, k) || !hash_equals(finds_then, then->finds) ||
	    file_count != then->file_count)
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

bool kept_fonts(const struct kept *kept, struct hash *hash)
{
	*hash = kept->fonts_then;
	if (!fonts_machine_was_used())
		return true;
	*hash = fonts_machine_hash();
	return is_known(*hash) && (!is_known(kept->fonts_then) ||
				   hash_equals(*hash, kept->fonts_then));
}

struct str kept_text(struct kept *kept, const struct tree *tree)
{
	const struct rendition_name *names = kept->all.by_folder;
	struct buf *to = &kept->text;
	struct hash fonts;
	size_t count = 0;

	if (!kept->now.ok || !kept->leaving || !kept_fonts(kept, &fonts))
		return STR("");
	if (is_as_good(kept) && hash_equals(fonts, kept->fonts_then))
		return tree_kept(tree);
	sort_files(kept, tree);
	buf_text(to, MANIFEST_KEPT);
	pack_number(to, VERSION);
	pack_number(to, (uint64_t)kept->now.time);
	pack_hash(to, fonts);
	pack_hash(to, kept->now.inputs.hash);
	pack_number(to, kept->w->edition_count + 1);
	for (size_t k = 0; k <= kept->w->edition_count; k++) {
		pack_hash(to, kept->searches[k].finds);
		pack_number(to, kept->searches[k].file_count);
	}
	for (size_t i = 0; i < kept->all.count; i++)
		count += leaves(&kept->leaving[i]);
	pack_number(to, count);
	for (size_t i = 0; i < kept->all.count; i++)
		if (leaves(&kept->leaving[names[i].number]))
			pack_record(kept, names[i].number);
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

/* Which are whose; and how many a search index has. */
static void sort_files(struct kept *kept, const struct tree *tree)
{
	const struct manifest *files = tree_files(tree);

	for (size_t i = 0; i < files->count; i++) {
		const struct manifest_entry *file = &files->entries[i];
		struct leaving *at = leaving_at(kept, file->path);
		struct leaving *of =
			leaving_of(kept, str_from(tree_origin(tree, file)));

		note_search(kept, tree, file);
		if (of)
			of->file_count++;
		if (of && of != at)
			add_path(kept, &of->extra, file->path);
		if (at && of != at)
			add_path(kept, &at->foreign, file->path);
	}
}

/* Where an author's file lies there, it is not known what it is of. */
static void note_search(struct kept *kept, const struct tree *tree,
			const struct manifest_entry *file)
{
	struct str site = str_from(kept->order->content);

	for (size_t k = 0; k <= kept->w->edition_count; k++) {
		struct search *search = &kept->searches[k];
		size_t len = search->prefix.len;

		if (!str_equals(str_slice(file->path, 0, len), search->prefix))
			continue;
		search->file_count++;
		if (!str_is(site, tree_origin(tree, file)))
			search->finds = (struct hash){ 0 };
	}
}

static void add_path(struct kept *kept, struct paths *paths, struct str path)
{
	*arena_push(&kept->arena, paths->items, paths->count) = path;
}

static struct leaving *leaving_at(struct kept *kept, struct str path)
{
	size_t number = rendition_at(&kept->all, path);

	return number < kept->all.count ? &kept->leaving[number] : NULL;
}

static struct leaving *leaving_of(struct kept *kept, struct str origin)
{
	struct str dir = str_from(kept->w->site.dir);
	size_t number;

	if (!str_equals(str_slice(origin, 0, dir.len), dir))
		return NULL;
	origin = str_from_byte(origin, dir.len);
	while (origin.len && origin.ptr[0] == '/')
		origin = str_from_byte(origin, 1);
	number = rendition_from(&kept->all, origin);
	return number < kept->all.count ? &kept->leaving[number] : NULL;
}

static void pack_record(struct kept *kept, size_t number)
{
	const struct leaving *leaving = &kept->leaving[number];
	struct buf *to = &kept->text;
	struct buf record = { 0 };

	pack_paths(&record, leaving->foreign.items, leaving->foreign.count);
	pack_paths(&record, leaving->extra.items, leaving->extra.count);
	buf_raw(&record, leaving->packed);
	pack_text(to, kept->all.items[number].folder);
	pack_hash(to, kept->now.keys.keys[number]);
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
