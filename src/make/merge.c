#include "make/merge.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "make/part.h"

/* The site on its way. */
struct merging {
	struct diags *diags;
	struct arena arena; /* of the parts' heads */
	struct arena page;  /* of the file at hand */
	struct part *parts;
	size_t count;
	const struct part **by_number; /* those of the shards; or NULL */
	struct tree *tree;
	struct search *searches;
	size_t search_count;
	struct str prefix; /* of the index that is written */
	struct buf twin;
};

/* What is to be found in one language. */
struct search {
	struct str prefix;
	struct index *index;
};

static bool read_parts(struct merging *m, const char *const *dirs);
static bool check_parts(struct merging *m);
static bool check_same(struct merging *m, const struct part *part);
static bool check_numbers(struct merging *m);
static bool report_missing(struct merging *m);
static bool check_sums(struct merging *m);
static bool is_outside(struct merging *m, const char *out);
static bool is_same_folder(const char *a, const char *b);
static bool take_part(struct merging *m, const struct part *part);
static bool take_files(struct merging *m, const struct part *part,
		       const struct manifest *files);
static bool make_search(struct merging *m);
static bool add_finds(struct merging *m, const struct part *part);
static struct index *index_at(struct merging *m, struct str prefix);
static bool put_file(void *merging, struct str name, struct str bytes);
static bool put_twin(struct merging *m, int kind, struct str path,
		     struct str bytes);
static void add_up(const struct merging *m, struct built *built);

bool merge(const char *const *dirs, size_t count, const char *out,
	   struct diags *diags, struct built *built)
{
	struct merging m = { .diags = diags, .count = count };
	bool ok =
		read_parts(&m, dirs) && check_parts(&m) && is_outside(&m, out);

	*built = (struct built){ 0 };
	if (ok)
		m.tree = tree_open(diags, out);
	ok = m.tree != NULL;
	for (size_t i = 0; ok && i < count; i++)
		ok = take_part(&m, &m.parts[i]);
	ok = ok && make_search(&m) &&
	     tree_publish(m.tree, diags, &built->files);
	if (ok)
		add_up(&m, built);
	tree_close(m.tree);
	buf_release(&m.twin);
	arena_release(&m.page);
	arena_release(&m.arena);
	return ok;
}

/* Without the finds, which are read again when it is their turn. */
static bool read_parts(struct merging *m, const char *const *dirs)
{
	bool ok = true;

	m->parts = arena_array(&m->arena, struct part, m->count);
	for (size_t i = 0; i < m->count; i++) {
		ok &= part_read(m->diags, dirs[i], &m->parts[i], &m->page);
		arena_reset(&m->page);
	}
	return ok;
}

static bool check_parts(struct merging *m)
{
	bool ok = true;

	for (size_t i = 1; i < m->count; i++)
		ok &= check_same(m, &m->parts[i]);
	return ok && check_numbers(m) && check_sums(m);
}

/* One of them, the first, says what the others are to be of. */
static bool check_same(struct merging *m, const struct part *part)
{
	const struct part *first = &m->parts[0];
	const struct prints *a = &first->prints, *b = &part->prints;
	const char *what = !hash_equals(a->program, b->program)	  ? "program"
			   : !hash_equals(a->content, b->content) ? "content"
			   : !hash_equals(a->theme, b->theme)	  ? "theme"
			   : !hash_equals(a->options, b->options) ? "options"
								  : NULL;
	struct place at = { .file = part->dir };

	if (part->shard.count != first->shard.count)
		return diag_error(m->diags, at,
				  "this is shard %u of %u, but %s is one of %u",
				  part->shard.number, part->shard.count,
				  first->dir, first->shard.count);
	if (!what)
		return true;
	diag_error(m->diags, at, "this was not made of the same %s as %s", what,
		   first->dir);
	diag_hint(m->diags, "build all parts anew, of the same content by the "
			    "same program with the same options");
	return false;
}

static bool check_numbers(struct merging *m)
{
	unsigned all = m->parts[0].shard.count;
	bool ok = true;

	m->by_number = arena_array(&m->arena, const struct part *, all + 1);
	for (size_t i = 0; i < m->count; i++) {
		const struct part *part = &m->parts[i];
		const struct part **slot = &m->by_number[part->shard.number];

		if (*slot)
			ok = diag_error(m->diags,
					(struct place){ .file = part->dir },
					"shard %u of %u is here twice: %s is "
					"it, too",
					part->shard.number, all, (*slot)->dir);
		*slot = part;
	}
	return (m->count >= all || report_missing(m)) && ok;
}

/* The first of them: there may be thousands. */
static bool report_missing(struct merging *m)
{
	enum { MOST = 20 };
	unsigned all = m->parts[0].shard.count, missing = 0;
	struct buf list = { 0 };

	for (unsigned k = 1; k <= all; k++) {
		if (m->by_number[k])
			continue;
		if (missing++ < MOST)
			buf_printf(&list, "%s%u", list.len ? ", " : "", k);
	}
	diag_error(m->diags, (struct place){ .file = NULL },
		   "%u of %u shards %s missing: %s%s", missing, all,
		   missing == 1 ? "is" : "are", list.ptr,
		   missing > MOST ? " and more" : "");
	buf_release(&list);
	return false;
}

/* Each has listed the whole site, and what it made of it. */
static bool check_sums(struct merging *m)
{
	struct path_sum made = { 0 };

	for (size_t i = 0; i < m->count; i++)
		path_sum_add_all(&made, m->parts[i].made);
	for (size_t i = 0; i < m->count; i++)
		if (!path_sum_equals(made, m->parts[i].listed))
			return diag_error(
				m->diags,
				(struct place){ .file = m->parts[i].dir },
				"the parts do not make up the site that this "
				"one is of");
	return true;
}

/* A part would be gone when the site takes its place. */
static bool is_outside(struct merging *m, const char *out)
{
	bool ok = true;

	for (size_t i = 0; i < m->count; i++)
		if (is_same_folder(m->parts[i].dir, out)) {
			ok = diag_error(m->diags, (struct place){ .file = out },
					"this is one of the parts");
			diag_hint(m->diags,
				  "merge into another folder with -o");
		}
	return ok;
}

static bool is_same_folder(const char *a, const char *b)
{
	struct stat one, other;

	return stat(a, &one) == 0 && stat(b, &other) == 0 &&
	       one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

static bool take_part(struct merging *m, const struct part *part)
{
	struct arena arena = { 0 };
	struct manifest files;
	bool found;
	bool ok = manifest_read(m->diags, part->dir, &files, &found, &arena);

	if (ok && !found)
		ok = diag_error(m->diags, (struct place){ .file = part->dir },
				"the list of its files is missing");
	ok = ok && take_files(m, part, &files);
	manifest_release(&files);
	arena_release(&arena);
	return ok;
}

static bool take_files(struct merging *m, const struct part *part,
		       const struct manifest *files)
{
	int dir = open(part->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = dir >= 0 ||
		  diag_system(m->diags, part->dir, "cannot be opened");

	for (size_t i = 0; ok && i < files->count; i++)
		if (!str_is(files->entries[i].path, PART_NAME))
			ok = tree_take(m->tree, m->diags, dir,
				       &files->entries[i], str_from(part->dir));
	if (dir >= 0)
		close(dir);
	return ok;
}

static bool make_search(struct merging *m)
{
	bool ok = true;

	for (size_t i = 0; ok && i < m->count; i++)
		ok = add_finds(m, &m->parts[i]);
	for (size_t k = 0; k < m->search_count; k++) {
		m->prefix = m->searches[k].prefix;
		ok = ok &&
		     index_write(m->searches[k].index, m->diags, put_file, m);
		index_free(m->searches[k].index);
	}
	return ok;
}

static bool add_finds(struct merging *m, const struct part *part)
{
	struct arena arena = { 0 };
	struct part again;
	bool ok = part_read(m->diags, part->dir, &again, &arena);
	struct find find;

	for (size_t k = 0; ok && k < again.index_count; k++) {
		struct part_index *of = &again.indexes[k];
		struct index *index = index_at(m, of->prefix);

		while (part_next_find(&of->finds, &find, &m->page)) {
			index_add(index, &find, &m->page);
			arena_reset(&m->page);
		}
	}
	arena_release(&arena);
	return ok;
}

/* Each part has some of what is found in a language. */
static struct index *index_at(struct merging *m, struct str prefix)
{
	struct search *search;

	for (size_t k = 0; k < m->search_count; k++)
		if (str_equals(m->searches[k].prefix, prefix))
			return m->searches[k].index;
	search = arena_push(&m->arena, m->searches, m->search_count);
	*search = (struct search){ arena_str(&m->arena, prefix), index_new() };
	return search->index;
}

static bool put_file(void *merging, struct str name, struct str bytes)
{
	struct merging *m = merging;
	struct str path = ARENA_JOIN(&m->page, m->prefix, name);
	bool ok = tree_put(m->tree, m->diags, path, bytes,
			   STR("the search index"));

	for (int kind = 0; ok && kind < TWIN_COUNT; kind++)
		if (m->parts[0].twins[kind] && twin_pays(path, bytes))
			ok = put_twin(m, kind, path, bytes);
	arena_reset(&m->page);
	return ok;
}

static bool put_twin(struct merging *m, int kind, struct str path,
		     struct str bytes)
{
	struct str twin =
		ARENA_JOIN(&m->page, path, str_from(twin_ending(kind)));
	struct str origin = STR("the search index");
	struct hash key = twin_key(kind, bytes);

	buf_reset(&m->twin);
	return tree_keep(m->tree, m->diags, twin, key, origin) ||
	       (twin_make(kind, bytes, &m->twin) &&
		tree_put_made(m->tree, m->diags, twin, buf_str(&m->twin), key,
			      origin));
}

static void add_up(const struct merging *m, struct built *built)
{
	built->comparisons = m->parts[0].comparisons;
	built->pairs_left_out = m->parts[0].pairs_left_out;
	built->has_address = m->parts[0].has_address;
	for (size_t i = 0; i < m->count; i++) {
		built->pages += m->parts[i].pages;
		built->images += m->parts[i].images;
	}
}
