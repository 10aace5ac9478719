#include "cli/publication.h"

#include "base/file.h"

static const char *list_of(struct publication *p, const char *name,
			   const struct str *paths, size_t count,
			   const char *before);

/* What others link to goes before what links to it. */
enum pass publication_pass(struct str path)
{
	if (str_starts(path, "assets/"))
		return PASS_ASSETS;
	if (str_ends(path, ".html") || str_is(path, "feed.xml") ||
	    str_is(path, "sitemap.xml"))
		return PASS_PAGES;
	return PASS_FILES;
}

const char *publication_list(struct publication *p, enum pass pass,
			     const char *before)
{
	struct str *paths = NULL;
	size_t count = 0;

	for (size_t i = 0; i < p->added_count; i++)
		if (publication_pass(p->added[i]) == pass)
			*arena_push(p->arena, paths, count) = p->added[i];
	for (size_t i = 0; i < p->changed_count; i++)
		if (publication_pass(p->changed[i]) == pass)
			*arena_push(p->arena, paths, count) = p->changed[i];
	return list_of(p, "send", paths, count, before);
}

const char *publication_removed(struct publication *p)
{
	return list_of(p, "remove", p->removed, p->removed_count, "");
}

const char *publication_manifest(struct publication *p, bool finished)
{
	struct manifest both;
	struct buf text = { 0 };
	const char *path;

	if (finished) {
		manifest_print(&p->now, &text);
		path = publication_file(p, MANIFEST_NAME, buf_str(&text));
		buf_release(&text);
		return path;
	}
	manifest_init(&both);
	for (size_t i = 0; i < p->now.count; i++) {
		struct manifest_entry entry = p->now.entries[i];
		const struct manifest_entry *old =
			manifest_find(&p->old, entry.path);

		if (!old || !hash_equals(old->hash, entry.hash))
			entry.hash = (struct hash){ 0, 0 };
		manifest_add(&both, entry);
	}
	for (size_t i = 0; i < p->old.count; i++)
		if (!manifest_find(&both, p->old.entries[i].path))
			manifest_add(&both, p->old.entries[i]);
	manifest_print(&both, &text);
	path = publication_file(p, "begun", buf_str(&text));
	buf_release(&text);
	manifest_release(&both);
	return path;
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

bool publication_foreign(struct publication *p)
{
	diag_error(p->diags, p->where->target.at,
		   "\"%s\" is not empty, and Paragone did not publish it",
		   p->where->target.str.ptr);
	diag_hint(p->diags, "empty it, or publish to another folder");
	return false;
}

const char *publication_file(struct publication *p, const char *name,
			     struct str text)
{
	const char *path = path_join(p->work, str_from(name), p->arena);

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
