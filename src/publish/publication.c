#include "publish/publication.h"

#include <assert.h>
#include <string.h>

#include "base/file.h"

static bool is_module(struct str target, size_t at);
static bool refuse_foreign(struct publication *p);
static enum pass pass_of(struct str path);
static const char *list_of(struct publication *p, const char *name,
			   const struct str *paths, size_t count,
			   const char *before);

void publication_release(struct publication *p)
{
	temporary_end(&p->work);
	manifest_release(&p->now);
	manifest_release(&p->ours);
}

bool publication_look(struct publication *p, const struct glance *glance)
{
	bool there, empty;

	if (!publication_place_list(p) ||
	    !glance->at_folder(p, &there, &empty) || !glance->at_list(p))
		return false;
	if (!p->found && !empty)
		return refuse_foreign(p);
	return !there || glance->at_files(p);
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

/* Of "host:/srv/www/site", "host:/srv/www/.site.paragone". */
bool publication_place_list(struct publication *p)
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
	struct manifest both;
	struct buf text = { 0 };
	const char *path;

	if (finished) {
		manifest_print(&p->now, &text);
		path = publication_file(p, "list", buf_str(&text));
		buf_release(&text);
		return path;
	}
	manifest_init(&both);
	for (size_t i = 0; i < p->now.count; i++) {
		struct manifest_entry entry = p->now.entries[i];

		if (publication_is_due(p, i))
			entry.hash = (struct hash){ 0, 0 };
		manifest_add(&both, entry);
	}
	for (size_t i = 0; i < p->ours.count; i++)
		if (!manifest_find(&both, p->ours.entries[i].path))
			manifest_add(&both, p->ours.entries[i]);
	manifest_print(&both, &text);
	path = publication_file(p, "begun", buf_str(&text));
	buf_release(&text);
	manifest_release(&both);
	return path;
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
