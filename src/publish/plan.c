#include "publish/plan.h"

#include <assert.h>
#include <stdlib.h>

#include "base/file.h"
#include "publish/limits.h"

static const struct carrier *carrier_of(const struct publishing *where);
static bool read_out(struct publication *p, const char *out);
static void sort(struct publication *p);

bool plan_make(struct publication *p, const char *out)
{
	assert(p->where->target.str.len);
	p->carrier = carrier_of(p->where);
	if (!read_out(p, out) || !limits_check(p->diags, p->where, &p->now) ||
	    !temporary_make(&p->work, p->diags, p->arena) ||
	    !p->carrier->look(p))
		return false;
	sort(p);
	return !p->removed_count || !p->carrier->look_at_removed ||
	       p->carrier->look_at_removed(p);
}

void plan_print(const struct publication *p, FILE *to)
{
	size_t removed = 0;

	for (size_t i = 0; i < p->added_count; i++)
		fprintf(to, "added    %.*s\n", STR_ARG(p->added[i]));
	for (size_t i = 0; i < p->changed_count; i++)
		fprintf(to, "changed  %.*s\n", STR_ARG(p->changed[i]));
	for (size_t i = 0; i < p->removed_count; i++) {
		bool there = publication_has(p, p->removed[i]);

		removed += there;
		if (there)
			fprintf(to, "removed  %.*s\n", STR_ARG(p->removed[i]));
	}
	fprintf(to, "%zu added, %zu changed, %zu removed\n", p->added_count,
		p->changed_count, removed);
}

bool plan_is_done(const struct publication *p)
{
	return !p->all && !p->added_count && !p->changed_count &&
	       !p->removed_count && p->found &&
	       (p->part ? p->own.count : !p->list_count);
}

static const struct carrier *carrier_of(const struct publishing *where)
{
	static const struct carrier *const CARRIERS[] = {
		&CARRIER_GIT,
		&CARRIER_RSYNC,
		&CARRIER_RCLONE,
	};
	size_t k = 0;

	while (k + 1 < sizeof(CARRIERS) / sizeof(*CARRIERS) &&
	       !str_is(where->to.str, CARRIERS[k]->name))
		k++;
	return CARRIERS[k];
}

/*
 * The list of our files, with hashes of their bytes and without times.  A
 * folder with a colon in its name must not be taken for a host.
 */
static bool read_out(struct publication *p, const char *out)
{
	struct manifest written;
	struct arena arena = { 0 };
	char *real = realpath(out, NULL);
	bool found, ok;

	p->out = arena_str(p->arena, str_from(real ? real : out)).ptr;
	free(real);
	ok = manifest_read(p->diags, p->out, &written, &found, p->arena);
	for (size_t i = 0; ok && i < written.count; i++) {
		struct manifest_entry entry = written.entries[i];
		const char *path = path_join(p->out, entry.path, &arena);
		struct str bytes;

		if (str_is(entry.path, PART_NAME))
			continue;
		ok = file_read(path, &bytes, &arena) ||
		     diag_system(p->diags, path, "cannot be read");
		if (ok) {
			entry.hash = hash_of(bytes);
			entry.size = bytes.len;
			entry.mtime = 0;
			manifest_add(&p->now, entry);
		}
		arena_reset(&arena);
	}
	arena_release(&arena);
	manifest_release(&written);
	p->seen = arena_array(p->arena, enum seen, p->now.count + 1);
	if (ok && !p->now.count)
		ok = diag_error(p->diags, (struct place){ .file = p->out },
				"there is no site here");
	return ok;
}

static void sort(struct publication *p)
{
	for (size_t i = 0; i < p->now.count; i++) {
		struct str path = p->now.entries[i].path;

		if (p->seen[i] == SEEN_NOT)
			*arena_push(p->arena, p->added, p->added_count) = path;
		else if (publication_is_due(p, i))
			*arena_push(p->arena, p->changed, p->changed_count) =
				path;
	}
	for (size_t i = 0; i < p->ours.count && !p->part; i++)
		if (!manifest_find(&p->now, p->ours.entries[i].path))
			*arena_push(p->arena, p->removed, p->removed_count) =
				p->ours.entries[i].path;
}
