#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/secret.h"
#include "check/check.h"
#include "cli/commands.h"
#include "make/build.h"
#include "publish/limits.h"
#include "publish/publication.h"
#include "read/content.h"

static int run(const struct options *options);
static bool send(struct publication *p, const struct options *options);
static bool read_site(struct publication *p, const char *content,
		      struct site *site);
static bool is_sound(struct publication *p, const struct order *order);
static bool needs_target(struct publication *p, const struct site *site);
static bool read_out(struct publication *p, const char *out);
static void make_plan(struct publication *p);
static void print_plan(const struct publication *p);
static const struct carrier *carrier_of(const struct publishing *where);

const struct command COMMAND_PUBLISH = {
	.name = "publish",
	.usage = "[CONTENT]",
	.does = "send the site where site.yaml says",
	.out = "out",
	.run = run,
	.help = "Usage: paragone publish [CONTENT] [-o OUT] [--dry-run] [--force]\n"
		"\n"
		"Sends the site in OUT (./out) where `publish` of site.yaml says: to a\n"
		"git branch, by rsync or to an rclone remote. What is added, changed\n"
		"and removed is listed first. Refused when OUT is not what CONTENT "
		"gives,\n"
		"when `paragone check` finds errors, and where there are files that\n"
		"Paragone did not publish. When it is stopped on the way, run it "
		"again.\n"
		"\n"
		"      --dry-run          list the changes, and send nothing\n"
		"      --force            send what is there already, too\n"
		"  -o, --out OUT          the folder that was built\n"
		"      --theme NAME, --base-url URL, --drafts, --strict  as in build\n"
		"\n"
		"Example: paragone publish --dry-run\n",
};

static int run(const struct options *options)
{
	struct arena arena = { 0 };
	struct site site;
	struct built built;
	struct publication p = { .diags = diags_new(), .arena = &arena };
	struct diag_style style = { .colour = isatty(STDERR_FILENO),
				    .json = options->json };
	int status;

	if (read_site(&p, options->order.content, &site) &&
	    needs_target(&p, &site) &&
	    build(&options->order, BUILD_COMPARE, p.diags, &built) &&
	    is_sound(&p, &options->order))
		send(&p, options);
	status = diags_status(p.diags);
	diags_print(p.diags, stderr, style);
	temporary_end(&p.work);
	manifest_release(&p.now);
	manifest_release(&p.ours);
	diags_free(p.diags);
	arena_release(&arena);
	return status;
}

/* What is wrong with it is told by the build, unless it is never begun. */
static bool read_site(struct publication *p, const char *content,
		      struct site *site)
{
	struct diags *said = diags_new();
	bool ok = content_read_site(said, content, site, p->arena);

	if (!ok)
		diags_merge(p->diags, said);
	diags_free(said);
	return ok;
}

/* What `check` calls an error is not published; its warnings are its own. */
static bool is_sound(struct publication *p, const struct order *order)
{
	struct diags *said = diags_new();
	size_t comparisons;
	bool sound = check(order, said, &comparisons);

	if (!sound) {
		diags_merge(p->diags, said);
		diag_error(p->diags, (struct place){ .file = NULL },
			   "this is not published: `paragone check` finds "
			   "errors");
	}
	diags_free(said);
	return sound;
}

static bool send(struct publication *p, const struct options *options)
{
	const struct carrier *carrier = carrier_of(p->where);

	p->all = options->force;
	if (!read_out(p, options->order.out) ||
	    !limits_check(p->diags, p->where, &p->now) ||
	    !temporary_make(&p->work, p->diags, p->arena) || !carrier->look(p))
		return false;
	make_plan(p);
	print_plan(p);
	if (options->dry_run)
		return true;
	if (!p->all && !p->added_count && !p->changed_count &&
	    !p->removed_count && p->found) {
		puts("nothing to publish: it is there already");
		return true;
	}
	fflush(stdout);
	if (!carrier->send(p))
		return false;
	printf("published %zu files to %.*s\n", p->now.count,
	       STR_ARG(secret_hidden(p->where->target.str, p->arena)));
	return true;
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

static void make_plan(struct publication *p)
{
	for (size_t i = 0; i < p->now.count; i++) {
		struct str path = p->now.entries[i].path;

		if (p->seen[i] == SEEN_NOT)
			*arena_push(p->arena, p->added, p->added_count) = path;
		else if (publication_is_due(p, i))
			*arena_push(p->arena, p->changed, p->changed_count) =
				path;
	}
	for (size_t i = 0; i < p->ours.count; i++)
		if (!manifest_find(&p->now, p->ours.entries[i].path))
			*arena_push(p->arena, p->removed, p->removed_count) =
				p->ours.entries[i].path;
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
