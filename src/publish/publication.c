#include "publish/publication.h"

#include <assert.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

static bool publication_place_list(struct publication *p);
static bool is_module(struct str target, size_t at);
static bool refuse_foreign(struct publication *p);
static bool read_parts(struct publication *p, const struct glance *glance);
static bool read_part_list(struct publication *p, const char *dir,
			   struct str name);
static bool is_part_list(struct publication *p, struct str name);
static void add_ours(struct publication *p, const struct manifest_entry *entry);
static enum pass pass_of(struct str path);
static const char *list_of(struct publication *p, const char *name,
			   const struct str *paths, size_t count,
			   const char *before);

void publication_release(struct publication *p)
{
	temporary_end(&p->work);
	manifest_release(&p->now);
	manifest_release(&p->ours);
	manifest_release(&p->own);
}

bool publication_look(struct publication *p, const struct glance *glance)
{
	bool there, empty;

	if (!publication_place_list(p) ||
	    !glance->at_folder(p, &there, &empty) || !glance->at_list(p) ||
	    !read_parts(p, glance))
		return false;
	if (!p->found && !empty)
		return refuse_foreign(p);
	p->there = arena_array(p->arena, bool, p->ours.count + 1);
	return !there || glance->at_files(p);
}

/* What any list has is ours. */
static bool read_parts(struct publication *p, const struct glance *glance)
{
	const char *dir = path_join(p->work.path, STR("parts"), p->arena);
	struct str list = str_from(p->list), *names;
	size_t count;
	bool ok = true;

	p->own_list = p->list;
	if (p->part)
		p->own_list =
			arena_printf(p->arena, "%.*s.%s.paragone",
				     (int)(list.len - strlen(".paragone")),
				     list.ptr, p->part)
				.ptr;
	if (mkdir(dir, 0700) < 0)
		return diag_system(p->diags, dir, "cannot be made");
	if (!glance->at_parts(p, publication_lists_at(p), dir))
		return false;
	if (!file_list_all(dir, &names, &count, p->arena))
		return diag_system(p->diags, dir, "cannot be read");
	for (size_t i = 0; i < count; i++)
		if (is_part_list(p, names[i]))
			ok &= read_part_list(p, dir, names[i]);
	return ok;
}

/* ".site.3-of-8.paragone" beside ".site.paragone". */
static bool is_part_list(struct publication *p, struct str name)
{
	struct str list = str_from_byte(str_from(p->list),
					strlen(publication_lists_at(p)));
	struct str rest;

	list.len -= strlen("paragone");
	if (name.len <= list.len || !str_ends(name, ".paragone") ||
	    !str_equals(str_slice(name, 0, list.len), list))
		return false;
	rest = str_from_byte(name, list.len);
	rest.len -= strlen(".paragone");
	for (size_t i = 0; i < rest.len; i++)
		if (!strchr("0123456789-of", rest.ptr[i]))
			return false;
	return str_find_str(rest, STR("-of-")) < rest.len;
}

static bool read_part_list(struct publication *p, const char *dir,
			   struct str name)
{
	const char *path = path_join(dir, name, p->arena);
	struct place at = { .file = arena_str(p->arena, name).ptr,
			    .line = 1,
			    .column = 1 };
	bool is_own = str_ends(str_from(p->own_list), at.file);
	struct manifest list;
	struct str text;
	bool ok;

	if (!file_read(path, &text, p->arena))
		return diag_system(p->diags, path, "cannot be read");
	manifest_init(&list);
	ok = manifest_parse(p->diags, at, text, &list);
	for (size_t i = 0; ok && i < list.count; i++) {
		add_ours(p, &list.entries[i]);
		if (is_own)
			manifest_add(&p->own, list.entries[i]);
	}
	manifest_release(&list);
	*arena_push(p->arena, p->lists, p->list_count) = name;
	p->found = true;
	return ok;
}

/* Where two lists do not agree, it is not known what is there. */
static void add_ours(struct publication *p, const struct manifest_entry *entry)
{
	struct manifest_entry *there = manifest_find(&p->ours, entry->path);

	if (!there)
		manifest_add(&p->ours, *entry);
	else if (!hash_equals(there->hash, entry->hash))
		there->hash = (struct hash){ 0, 0 };
}

static bool refuse_foreign(struct publication *p)
{
	diag_error(p->diags, p->where->target.at,
		   "\"%s\" is not empty, and Paragone did not publish it",
		   p->where->target.str.ptr);
	diag_hint(p->diags, "empty it, or publish to another folder");
	return false;
}

const char *publication_list(struct publication *p, enum pass pass,
			     const char *before)
{
	struct str *paths = NULL;
	size_t count = 0;

	for (size_t i = 0; i < p->added_count; i++)
		if (pass_of(p->added[i]) == pass)
			*arena_push(p->arena, paths, count) = p->added[i];
	for (size_t i = 0; i < p->changed_count; i++)
		if (pass_of(p->changed[i]) == pass)
			*arena_push(p->arena, paths, count) = p->changed[i];
	return list_of(p, "send", paths, count, before);
}

/* What others link to goes before what links to it. */
static enum pass pass_of(struct str path)
{
	if (str_starts(path, "assets/"))
		return PASS_ASSETS;
	if (str_ends(path, ".html") || str_is(path, "feed.xml") ||
	    str_is(path, "sitemap.xml"))
		return PASS_PAGES;
	return PASS_FILES;
}

const char *publication_removed(struct publication *p)
{
	return list_of(p, "remove", p->removed, p->removed_count, "");
}

const char *publication_all(struct publication *p, const char *before)
{
	struct str *paths = arena_array(p->arena, struct str, p->now.count);

	for (size_t i = 0; i < p->now.count; i++)
		paths[i] = p->now.entries[i].path;
	return list_of(p, "all", paths, p->now.count, before);
}

bool publication_is_due(const struct publication *p, size_t entry)
{
	const struct manifest_entry *now = &p->now.entries[entry], *listed;

	assert(entry < p->now.count);
	if (p->all || p->seen[entry] == SEEN_NOT ||
	    p->seen[entry] == SEEN_OTHER)
		return true;
	listed = manifest_find(&p->ours, now->path);
	return p->seen[entry] == SEEN_ALIKE &&
	       (!listed || !hash_equals(listed->hash, now->hash));
}

void publication_see_all(struct publication *p, enum seen seen)
{
	for (size_t i = 0; i < p->now.count; i++)
		p->seen[i] = seen;
}

void publication_see(struct publication *p, struct str path, enum seen seen)
{
	const struct manifest_entry *entry = manifest_find(&p->now, path);

	if (entry)
		p->seen[entry - p->now.entries] = seen;
}

void publication_meet(struct publication *p, struct str path)
{
	const struct manifest_entry *entry = manifest_find(&p->ours, path);

	if (entry && p->there)
		p->there[entry - p->ours.entries] = true;
}

bool publication_has(const struct publication *p, struct str path)
{
	const struct manifest_entry *entry = manifest_find(&p->ours, path);

	return entry && (!p->there || p->there[entry - p->ours.entries]);
}

/* Of "host:/srv/www/site", "host:/srv/www/.site.paragone". */
static bool publication_place_list(struct publication *p)
{
	struct str target = p->where->target.str, name;
	size_t at;

	p->list = p->where->list.str.ptr;
	if (p->where->list.str.len)
		return true;
	while (target.len > 1 && str_ends(target, "/"))
		target.len--;
	at = target.len;
	while (at && target.ptr[at - 1] != '/' && target.ptr[at - 1] != ':')
		at--;
	name = str_from_byte(target, at);
	if (name.len && name.ptr[0] != '.' && !str_is(name, "~") &&
	    !is_module(target, at)) {
		p->list = arena_printf(p->arena, "%.*s.%.*s.paragone", (int)at,
				       target.ptr, STR_ARG(name))
				  .ptr;
		return true;
	}
	diag_error(p->diags, p->where->target.at,
		   "beside this there is no place for the list of what is "
		   "published");
	diag_hint(p->diags, "say where with `list`, which ends in .paragone");
	return false;
}

/* Of a server of rsync, modules are all there is at the top. */
static bool is_module(struct str target, size_t at)
{
	struct str before = str_slice(target, 0, at);

	if (str_starts(before, "rsync://"))
		return str_find(str_from_byte(before, strlen("rsync://")),
				'/') +
			       strlen("rsync:///") ==
		       before.len;
	return str_ends(before, "::");
}

const char *publication_got(struct publication *p)
{
	return path_join(p->work.path, STR("got"), p->arena);
}

bool publication_read_list(struct publication *p)
{
	struct str text;
	const char *path = publication_got(p);
	struct place at = { .file = p->list, .line = 1, .column = 1 };

	if (!file_read(path, &text, p->arena))
		return diag_system(p->diags, path, "cannot be read");
	p->found = true;
	return manifest_parse(p->diags, at, text, &p->ours);
}

const char *publication_manifest(struct publication *p, bool finished)
{
	const struct manifest *before = p->part ? &p->own : &p->ours;
	struct manifest both;
	struct buf text = { 0 };
	const char *path;

	if (finished && !p->part) {
		manifest_print(&p->now, &text);
		path = publication_file(p, "list", buf_str(&text));
		buf_release(&text);
		return path;
	}
	manifest_init(&both);
	for (size_t i = 0; i < p->now.count; i++) {
		struct manifest_entry entry = p->now.entries[i];

		if (!finished && publication_is_due(p, i))
			entry.hash = (struct hash){ 0, 0 };
		manifest_add(&both, entry);
	}
	for (size_t i = 0; i < before->count; i++)
		if (!manifest_find(&both, before->entries[i].path))
			manifest_add(&both, before->entries[i]);
	manifest_print(&both, &text);
	path = publication_file(p, "begun", buf_str(&text));
	buf_release(&text);
	manifest_release(&both);
	return path;
}

const char *publication_lists_at(struct publication *p)
{
	size_t at = strlen(p->list);

	while (at && p->list[at - 1] != '/' && p->list[at - 1] != ':')
		at--;
	return arena_printf(p->arena, "%.*s", (int)at, p->list).ptr;
}

const char *publication_part_lists(struct publication *p)
{
	return p->part ? NULL
		       : list_of(p, "parts.txt", p->lists, p->list_count, "");
}

bool publication_unlisted(struct publication *p)
{
	diag_hint(p->diags,
		  "the list of what is published is kept in %s; `list` of "
		  "site.yaml says where else",
		  p->list);
	return false;
}

bool publication_unreachable(struct publication *p, const char *program,
			     int status)
{
	if (status < 0)
		return false;
	return diag_error(p->diags, p->where->target.at,
			  "%s cannot reach \"%s\" (status %d)", program,
			  p->where->target.str.ptr, status);
}

const char *publication_file(struct publication *p, const char *name,
			     struct str text)
{
	const char *path = path_join(p->work.path, str_from(name), p->arena);

	if (file_write(path, text))
		return path;
	diag_system(p->diags, path, "cannot be written");
	return NULL;
}

static const char *list_of(struct publication *p, const char *name,
			   const struct str *paths, size_t count,
			   const char *before)
{
	struct buf text = { 0 };
	const char *path = NULL;

	for (size_t i = 0; i < count; i++) {
		buf_text(&text, before);
		buf_raw(&text, paths[i]);
		buf_char(&text, '\n');
	}
	if (text.len)
		path = publication_file(p, name, buf_str(&text));
	buf_release(&text);
	return path;
}
