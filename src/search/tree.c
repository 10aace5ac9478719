#include "search/tree.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "search/index.h"

enum { LEVELS_MOST = 64 };

/* A record that levels keep; it ends with the last of them. */
struct kept {
	size_t uses;
	uint64_t id; /* of title and address */
	struct entry entry;
	size_t size; /* of its JSON and a comma */
	char text[];
};

/* What begins with the first `prefix` bytes of the key at hand. */
struct level {
	size_t prefix;
	struct kept **items; /* the best first */
	size_t count, size;
	bool is_split;	   /* there is more than `items` */
	size_t ends;	   /* entries whose key is the prefix */
	struct buf labels; /* how the keys go on, with a "|" before each */
	size_t label_count;
	struct level *leaves; /* that wait for what this one becomes */
	size_t leaf_count;
	struct buf name; /* of a leaf that waits: its whole prefix */
};

struct search_tree {
	bool (*visit)(void *context, struct str path, struct str bytes);
	void *context;
	struct level levels[LEVELS_MOST];
	size_t depth; /* of levels that are open; at least the root */
	struct buf key, path, bytes;
	bool failed;
};

static size_t shared_len(struct str a, struct str b);
static struct kept *keep(const struct entry *entry);
static void drop(struct kept *kept);
static void level_add(struct search_tree *tree, struct level *level,
		      struct kept *kept);
static bool level_replace(struct level *level, const struct kept *kept);
static void level_insert(struct level *level, struct kept *kept);
static void level_cut(struct level *level, size_t most);
static void level_split(struct search_tree *tree, struct level *level);
static void close_level(struct search_tree *tree);
static void add_label(struct level *parent, struct str prefix);
static void put_file(struct search_tree *tree, struct str prefix,
		     const struct level *level);
static void release_level(struct level *level);
static void release_leaves(struct level *level);

struct search_tree *search_tree_new(bool (*visit)(void *context,
						  struct str path,
						  struct str bytes),
				    void *context)
{
	struct search_tree *tree = memory_alloc(sizeof(*tree));

	*tree = (struct search_tree){ .visit = visit,
				      .context = context,
				      .depth = 1 };
	return tree;
}

void search_tree_add(struct search_tree *tree, const struct entry *entry)
{
	size_t shared = shared_len(buf_str(&tree->key), entry->key);
	struct kept *kept = keep(entry);
	size_t at;

	while (tree->levels[tree->depth - 1].prefix > shared)
		close_level(tree);
	buf_reset(&tree->key);
	buf_raw(&tree->key, entry->key);
	at = tree->levels[tree->depth - 1].prefix;
	while (at < entry->key.len && tree->depth < LEVELS_MOST) {
		str_char_next(entry->key, &at);
		tree->levels[tree->depth++] = (struct level){ .prefix = at };
	}
	tree->levels[tree->depth - 1].ends++;
	for (size_t i = 0; i < tree->depth; i++)
		level_add(tree, &tree->levels[i], kept);
	drop(kept);
}

bool search_tree_end(struct search_tree *tree)
{
	bool ok;

	while (tree->depth > 1)
		close_level(tree);
	put_file(tree, STR(""), &tree->levels[0]);
	release_level(&tree->levels[0]);
	buf_release(&tree->key);
	buf_release(&tree->path);
	buf_release(&tree->bytes);
	ok = !tree->failed;
	free(tree);
	return ok;
}

/* Of whole characters, which two keys may part within. */
static size_t shared_len(struct str a, struct str b)
{
	size_t len = 0;

	while (len < a.len && len < b.len && a.ptr[len] == b.ptr[len])
		len++;
	while (len && len < b.len && (b.ptr[len] & 0xC0) == 0x80)
		len--;
	return len;
}

static struct kept *keep(const struct entry *entry)
{
	struct buf json = { 0 }, text = { 0 };
	struct str rest;
	struct kept *kept = memory_alloc(sizeof(*kept) + entry_size(entry));

	entry_put_json(entry, &json);
	entry_put(entry, &text);
	memcpy(kept->text, text.ptr, text.len);
	rest = (struct str){ kept->text, text.len };
	kept->entry = entry_take(&rest);
	kept->uses = 1;
	kept->size = json.len + 1;
	kept->id = hash_of(buf_str(&json)).low;
	buf_release(&json);
	buf_release(&text);
	return kept;
}

static void drop(struct kept *kept)
{
	if (--kept->uses == 0)
		free(kept);
}

static void level_add(struct search_tree *tree, struct level *level,
		      struct kept *kept)
{
	if (!level_replace(level, kept))
		return;
	if (level->is_split && level->count &&
	    level->size + kept->size > INDEX_BEST &&
	    entry_compare_record(&kept->entry,
				 &level->items[level->count - 1]->entry) > 0)
		return;
	level_insert(level, kept);
	if (!level->is_split && level->size > INDEX_LEAF)
		level_split(tree, level);
	if (level->is_split)
		level_cut(level, INDEX_BEST);
}

/* A record by a word of its beginning takes the place of one by another. */
static bool level_replace(struct level *level, const struct kept *kept)
{
	size_t i = 0;

	while (i < level->count && level->items[i]->id != kept->id)
		i++;
	if (i == level->count)
		return true;
	if (level->items[i]->entry.order <= kept->entry.order)
		return false;
	level->size -= level->items[i]->size;
	drop(level->items[i]);
	memmove(level->items + i, level->items + i + 1,
		(level->count - i - 1) * sizeof(*level->items));
	level->count--;
	return true;
}

static void level_insert(struct level *level, struct kept *kept)
{
	size_t low = 0, high = level->count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (entry_compare_record(&level->items[middle]->entry,
					 &kept->entry) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if ((level->count & (level->count - 1)) == 0)
		level->items = memory_grow(level->items,
					   (2 * level->count + 1) *
						   sizeof(*level->items));
	memmove(level->items + low + 1, level->items + low,
		(level->count - low) * sizeof(*level->items));
	level->items[low] = kept;
	level->count++;
	level->size += kept->size;
	kept->uses++;
}

static void level_cut(struct level *level, size_t most)
{
	while (level->size > most && level->count > 1) {
		struct kept *last = level->items[--level->count];

		level->size -= last->size;
		drop(last);
	}
}

/* What is below it needs files, and so do the leaves that waited. */
static void level_split(struct search_tree *tree, struct level *level)
{
	level->is_split = true;
	for (size_t i = 0; i < level->leaf_count; i++) {
		struct level *leaf = &level->leaves[i];

		put_file(tree, buf_str(&leaf->name), leaf);
		add_label(level, buf_str(&leaf->name));
	}
	release_leaves(level);
}

/* With one way on and no end here, its child says all that it would. */
static void close_level(struct search_tree *tree)
{
	struct level *level = &tree->levels[--tree->depth];
	struct level *parent = &tree->levels[tree->depth - 1];
	struct str prefix = str_slice(buf_str(&tree->key), 0, level->prefix);

	if (!parent->is_split) {
		release_leaves(level);
		buf_raw(&level->name, prefix);
		parent->leaves = memory_grow(parent->leaves,
					     (parent->leaf_count + 1) *
						     sizeof(*parent->leaves));
		parent->leaves[parent->leaf_count++] = *level;
		return;
	}
	if (level->is_split && level->label_count == 1 && !level->ends) {
		buf_raw(&level->name, prefix);
		buf_raw(&level->name,
			str_from_byte(buf_str(&level->labels), 1));
		add_label(parent, buf_str(&level->name));
	} else {
		put_file(tree, prefix, level);
		add_label(parent, prefix);
	}
	release_level(level);
}

static void add_label(struct level *parent, struct str prefix)
{
	buf_char(&parent->labels, '|');
	buf_raw(&parent->labels, str_from_byte(prefix, parent->prefix));
	parent->label_count++;
}

/* Its name is the prefix, with all but small letters and digits escaped. */
static void put_file(struct search_tree *tree, struct str prefix,
		     const struct level *level)
{
	struct buf *path = &tree->path, *bytes = &tree->bytes;

	buf_reset(path);
	buf_reset(bytes);
	buf_text(path, "search/i-");
	for (size_t i = 0; i < prefix.len; i++) {
		char c = prefix.ptr[i];

		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			buf_char(path, c);
		else
			buf_printf(path, "~%02X", (unsigned char)c);
	}
	buf_text(path, ".json");
	buf_text(bytes, "{\"r\":[");
	for (size_t i = 0; i < level->count; i++) {
		if (i)
			buf_text(bytes, ",\n");
		entry_put_json(&level->items[i]->entry, bytes);
	}
	buf_char(bytes, ']');
	if (level->is_split) {
		buf_text(bytes, ",\n\"n\":");
		buf_json(bytes, str_from_byte(buf_str(&level->labels), 1));
	}
	buf_text(bytes, "}\n");
	if (!tree->visit(tree->context, buf_str(path), buf_str(bytes)))
		tree->failed = true;
}

static void release_level(struct level *level)
{
	for (size_t i = 0; i < level->count; i++)
		drop(level->items[i]);
	release_leaves(level);
	free(level->items);
	buf_release(&level->labels);
	buf_release(&level->name);
	*level = (struct level){ .prefix = 0 };
}

static void release_leaves(struct level *level)
{
	for (size_t i = 0; i < level->leaf_count; i++)
		release_level(&level->leaves[i]);
	free(level->leaves);
	level->leaves = NULL;
	level->leaf_count = 0;
}
