#include "read/markdown.h"

#include <string.h>

#include <cmark.h>

#include "base/buf.h"
#include "base/hash.h"
#include "read/markdown_html.h"

/* A table of hashes, open to the next place; its size is a power of two. */
struct markdown_ids {
	struct taken *items;
	size_t count, size;
	struct arena *arena;
};

struct taken {
	struct str id;
	size_t next; /* the number that a further one of that name gets */
};

static struct taken *find_id(const struct markdown_ids *ids, struct str id);
static void grow_ids(struct markdown_ids *ids);
static struct str id_base(struct markdown_ids *ids, struct str text);
static uint32_t lower(uint32_t c);
static bool is_word_char(uint32_t c);
static int level_shift(const struct markdown_tree *tree);
static bool is_heading(const struct markdown_tree *tree, cmark_node *node,
		       int level);
static cmark_node *next_section(const struct markdown_tree *tree,
				cmark_node *node);
static bool is_plain(struct str text);
static bool check_single(const struct markdown_env *env, cmark_node *root,
			 struct place at);

struct markdown_ids *markdown_ids_new(struct arena *arena)
{
	struct markdown_ids *ids = arena_new(arena, struct markdown_ids);

	ids->arena = arena;
	ids->size = 16;
	ids->items = arena_array(arena, struct taken, ids->size);
	return ids;
}

void markdown_ids_reserve(struct markdown_ids *ids, struct str id)
{
	struct taken *taken = find_id(ids, id);

	if (taken->id.ptr)
		return;
	*taken = (struct taken){ id, 2 };
	if (++ids->count * 2 > ids->size)
		grow_ids(ids);
}

struct str markdown_ids_make(struct markdown_ids *ids, struct str text)
{
	struct str base = id_base(ids, text), id = base;
	struct taken *taken = find_id(ids, base);

	if (taken->id.ptr) {
		size_t n = taken->next;

		do
			id = arena_printf(ids->arena, "%.*s-%zu", STR_ARG(base),
					  n++);
		while (find_id(ids, id)->id.ptr);
		taken->next = n;
	}
	markdown_ids_reserve(ids, id);
	return id;
}

size_t markdown_source(const struct markdown_env *env, struct str id)
{
	long found = env->source_names ? name_index_find(env->source_names, id)
				       : NAME_NONE;

	/* Ids are lower case; the index takes either. */
	return found >= 0 && str_equals(env->sources[found].id, id)
		       ? (size_t)found
		       : env->source_count;
}

bool markdown_refuse_source(const struct markdown_env *env, struct str id,
			    struct place at, const char *hint)
{
	struct str *ids;

	if (env->sources_are_unknown)
		return false;
	diag_error(env->diags, at, "the source \"%.*s\" is not in sources.yaml",
		   STR_ARG(id));
	if (hint)
		diag_hint(env->diags, "%s", hint);
	if (!diag_is_kept(env->diags))
		return false;
	ids = arena_array(env->arena, struct str, env->source_count);
	for (size_t k = 0; k < env->source_count; k++)
		ids[k] = env->sources[k].id;
	diag_suggest(env->diags, id, ids, env->source_count);
	return false;
}

bool markdown_block(const struct markdown_env *env, struct markdown_ids *ids,
		    struct str text, struct place at, struct prose *prose)
{
	struct markdown_tree tree;
	bool ok = false;

	*prose = (struct prose){ .at = at };
	if (markdown_tree_make(env, text, at, &tree)) {
		struct part part = { .env = env,
				     .ids = ids,
				     .tree = &tree,
				     .locator = locator_of(text, at),
				     .level_shift = level_shift(&tree) };

		ok = markdown_html(&part, cmark_node_first_child(tree.root),
				   NULL, false, prose);
	}
	return ok;
}

bool markdown_inline(const struct markdown_env *env, struct str text,
		     struct place at, struct prose *prose)
{
	struct markdown_tree tree;
	struct part part = { .env = env,
			     .tree = &tree,
			     .locator = locator_of(str_trim(text), at) };
	bool ok;

	text = str_trim(text);
	if (is_plain(text)) {
		markdown_plain(text, env->arena, prose);
		prose->at = at;
		return true;
	}
	*prose = (struct prose){ .at = at };
	ok = markdown_tree_make_line(env, text, at, &tree) &&
	     check_single(env, tree.root, at) &&
	     markdown_html(&part, cmark_node_first_child(tree.root), NULL, true,
			   prose);
	return ok;
}

bool markdown_sections(const struct markdown_env *env, struct markdown_ids *ids,
		       struct str text, struct place at,
		       struct markdown_section **sections, size_t *count)
{
	struct markdown_tree tree;
	struct markdown_section *section;
	cmark_node *from, *stop;
	struct part part = { .env = env,
			     .ids = ids,
			     .tree = &tree,
			     .locator = locator_of(text, at) };
	bool ok;

	*sections = NULL;
	*count = 0;
	section = arena_push(env->arena, *sections, *count);
	section->prose.at = at;
	if (!markdown_tree_make(env, text, at, &tree))
		return false;
	from = cmark_node_first_child(tree.root);
	stop = next_section(&tree, from);
	ok = markdown_html(&part, from, stop, false, &section->prose);
	while (stop) {
		struct place heading;

		section = arena_push(env->arena, *sections, *count);
		section->heading.str = markdown_words(env, stop);
		heading = locator_find(&part.locator,
				       (size_t)cmark_node_get_start_line(stop) -
					       1,
				       0, section->heading.str);
		section->heading.at = heading;
		section->id = markdown_ids_make(ids, section->heading.str);
		from = cmark_node_next(stop);
		stop = next_section(&tree, from);
		ok &= markdown_html(&part, from, stop, false, &section->prose);
		section->prose.at = heading;
	}
	return ok;
}

bool markdown_table(const struct markdown_env *env, struct str text,
		    struct place at, struct markdown_table *table)
{
	struct markdown_tree tree;
	cmark_node *only;
	bool ok;

	*table = (struct markdown_table){ 0 };
	ok = markdown_tree_make(env, text, at, &tree);
	if (ok) {
		only = cmark_node_first_child(tree.root);
		ok = tree.grid_count == 1 && only && !cmark_node_next(only) &&
		     markdown_tree_grid(&tree, only) && !tree.grids[0].lead &&
		     !tree.grids[0].rule;
		if (!ok)
			diag_error(env->diags, at,
				   "expected one table and nothing else");
	}
	if (ok)
		*table = (struct markdown_table){
			.cells = tree.grids[0].sources,
			.row_count = tree.grids[0].row_count,
			.column_count = tree.grids[0].column_count,
		};
	return ok;
}

/* Where the id is, or would be: that entry has no id. */
static struct taken *find_id(const struct markdown_ids *ids, struct str id)
{
	size_t i = (size_t)hash_of(id).low & (ids->size - 1);

	while (ids->items[i].id.ptr && !str_equals(ids->items[i].id, id))
		i = (i + 1) & (ids->size - 1);
	return &ids->items[i];
}

static void grow_ids(struct markdown_ids *ids)
{
	struct taken *old = ids->items;
	size_t size = ids->size;

	ids->size *= 2;
	ids->items = arena_array(ids->arena, struct taken, ids->size);
	for (size_t i = 0; i < size; i++)
		if (old[i].id.ptr)
			*find_id(ids, old[i].id) = old[i];
}

static struct str id_base(struct markdown_ids *ids, struct str text)
{
	struct buf buf = { 0 };
	struct str base;

	for (size_t i = 0; i < text.len;) {
		uint32_t c = lower(str_char_next(text, &i));

		if (is_word_char(c))
			buf_utf8(&buf, c);
		else if (buf.len && buf.ptr[buf.len - 1] != '-' && c != '\'' &&
			 c != 0x2019)
			buf_char(&buf, '-');
	}
	base = buf_str(&buf);
	while (str_ends(base, "-"))
		base.len--;
	base = arena_str(ids->arena, base.len ? base : STR("section"));
	buf_release(&buf);
	return base;
}

/* Of ASCII, Latin-1, Greek and Cyrillic: enough for one id of a letter. */
static uint32_t lower(uint32_t c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
	    (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
		return c + 0x20;
	return c;
}

/* Beyond ASCII all but spaces, punctuation and symbols of the common kinds. */
static bool is_word_char(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
		       c == '_';
	if (c < 0xC0)
		return c == 0xAA || c == 0xB5 || c == 0xBA;
	return c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) &&
	       !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFE10 && c <= 0xFE6F) &&
	       !(c >= 0xFF00 && c <= 0xFF0F) && c < 0x1F000;
}

/* The title of the page is its h1, so that "#" becomes h2 where it is used. */
static int level_shift(const struct markdown_tree *tree)
{
	cmark_node *node = cmark_node_first_child(tree->root);

	for (; node; node = cmark_node_next(node))
		if (is_heading(tree, node, 1))
			return 1;
	return 0;
}

static bool is_heading(const struct markdown_tree *tree, cmark_node *node,
		       int level)
{
	return cmark_node_get_type(node) == CMARK_NODE_HEADING &&
	       cmark_node_get_heading_level(node) == level &&
	       !markdown_tree_grid(tree, node);
}

static cmark_node *next_section(const struct markdown_tree *tree,
				cmark_node *node)
{
	while (node && !is_heading(tree, node, 2))
		node = cmark_node_next(node);
	return node;
}

/* Nothing in it that Markdown could mean anything by. */
static bool is_plain(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (strchr("*_[]<>&`!\\\n", text.ptr[i]))
			return false;
	return true;
}

static bool check_single(const struct markdown_env *env, cmark_node *root,
			 struct place at)
{
	cmark_node *first = cmark_node_first_child(root);

	if (first && !cmark_node_next(first))
		return true;
	return diag_error(env->diags, at, "expected one paragraph of text");
}
