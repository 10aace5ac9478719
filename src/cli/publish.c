#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/host.h"
#include "cli/options.h"
#include "cli/publication.h"
#include "read/content.h"
#include "write/folder.h"

static int run(struct publication *p, const struct options *options,
	       const char *out);
static bool is_sound(struct publication *p, const struct options *options);
static bool needs_target(struct publication *p, const struct site *site);
static bool read_out(struct publication *p);
static bool make_work(struct publication *p);
static void make_plan(struct publication *p);
static void print_plan(const struct publication *p);
static const struct carrier *carrier_of(const struct publishing *where);

int command_publish(const struct options *options)
{
	struct options check = *options;
	struct arena arena = { 0 };
	struct site site;
	struct publication p = { .diags = diags_new(), .arena = &arena };
	struct diag_style style = { .colour = isatty(STDERR_FILENO),
				    .json = options->json };
	int status;

	check.command = "build";
	check.compare = true;
	if (content_read_site(p.diags, options->content, &site, &arena) &&
	    needs_target(&p, &site)) {
		status = command_build(&check);
		if (status) {
			diags_free(p.diags);
			arena_release(&arena);
			return status;
		}
		if (is_sound(&p, options))
			run(&p, options, options->out);
	}
	status = diags_status(p.diags);
	diags_print(p.diags, stderr, style);
	if (p.work)
		folder_remove(AT_FDCWD, p.work);
	manifest_release(&p.now);
	manifest_release(&p.old);
	diags_free(p.diags);
	arena_release(&arena);
	return status;
}

/* What `check` calls an error is not published; its warnings are its own. */
static bool is_sound(struct publication *p, const struct options *options)
{
	struct options check = *options;
	struct diags *said = diags_new();
	bool sound;

	check.said = said;
	sound = command_check(&check) == 0;
	if (!sound) {
		diags_merge(p->diags, said);
		diag_error(p->diags, (struct place){ .file = NULL },
			   "this is not published: `paragone check` finds "
			   "errors");
	}
	diags_free(said);
	return sound;
}

static int run(struct publication *p, const struct options *options,
	       const char *out)
{
	const struct carrier *carrier = carrier_of(p->where);
	bool found;

	p->out = out;
	if (!read_out(p) || !host_check(p->diags, p->where, &p->now) ||
	    !make_work(p) || !carrier->fetch(p) ||
	    !manifest_read(p->diags, p->remote, &p->old, &found, p->arena))
		return 1;
	make_plan(p);
	print_plan(p);
	if (options->dry_run)
		return 0;
	if (!p->added_count && !p->changed_count && !p->removed_count &&
	    found) {
		puts("nothing to publish: it is there already");
		return 0;
	}
	fflush(stdout);
	if (!carrier->send(p))
		return 1;
	printf("published %zu files to %.*s\n", p->now.count,
	       STR_ARG(p->where->target.str));
	return 0;
}

static bool needs_target(struct publication *p, const struct site *site)
{
	p->where = &site->publish;
	if (p->where->to.str.len && p->where->target.str.len)
		return true;
	diag_error(p->diags, site->at, "there is nowhere to publish to");
	diag_hint(p->diags,
		  "add `publish: { to: rsync, target: host:/srv/www/site }`; "
		  "`to` is git, rsync or rclone");
	return false;
}

/* The list of our files, with hashes of their bytes and without times. */
static bool read_out(struct publication *p)
{
	struct manifest written;
	struct arena arena = { 0 };
	bool found, ok;

	manifest_init(&p->now);
	manifest_init(&p->old);
	ok = manifest_read(p->diags, p->out, &written, &found, p->arena);
	for (size_t i = 0; ok && i < written.count; i++) {
		struct manifest_entry entry = written.entries[i];
		const char *path = path_join(p->out, entry.path, &arena);
		struct str bytes;

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
	return ok;
}

static bool make_work(struct publication *p)
{
	const char *base = getenv("TMPDIR");
	char *path = (char *)arena_printf(p->arena, "%s/paragone-XXXXXX",
					  base && *base ? base : "/tmp")
			     .ptr;

	if (!mkdtemp(path))
		return diag_system(p->diags, path, "cannot be made");
	p->work = path;
	p->remote = path_join(path, STR("remote"), p->arena);
	return mkdir(p->remote, 0700) == 0 ||
	       diag_system(p->diags, p->remote, "cannot be made");
}

static void make_plan(struct publication *p)
{
	for (size_t i = 0; i < p->now.count; i++) {
		const struct manifest_entry *entry = &p->now.entries[i];
		const struct manifest_entry *old =
			manifest_find(&p->old, entry->path);

		if (!old)
			*arena_push(p->arena, p->added, p->added_count) =
				entry->path;
		else if (!hash_equals(old->hash, entry->hash))
			*arena_push(p->arena, p->changed, p->changed_count) =
				entry->path;
	}
	for (size_t i = 0; i < p->old.count; i++)
		if (!manifest_find(&p->now, p->old.entries[i].path))
			*arena_push(p->arena, p->removed, p->removed_count) =
				p->old.entries[i].path;
}

static void print_plan(const struct publication *p)
{
	for (size_t i = 0; i < p->added_count; i++)
		printf("added    %.*s\n", STR_ARG(p->added[i]));
	for (size_t i = 0; i < p->changed_count; i++)
		printf("changed  %.*s\n", STR_ARG(p->changed[i]));
	for (size_t i = 0; i < p->removed_count; i++)
		printf("removed  %.*s\n", STR_ARG(p->removed[i]));
	printf("%zu added, %zu changed, %zu removed\n", p->added_count,
	       p->changed_count, p->removed_count);
}

static const struct carrier *carrier_of(const struct publishing *where)
{
	if (str_is(where->to.str, "git"))
		return &CARRIER_GIT;
	return str_is(where->to.str, "rsync") ? &CARRIER_RSYNC
					      : &CARRIER_RCLONE;
}
