#include <stdio.h>
#include <string.h>

#include "base/secret.h"
#include "check/check.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "make/build.h"
#include "make/part.h"
#include "publish/plan.h"
#include "read/content.h"

static int run(const struct options *options);
static bool send(struct publication *p, const char *out, bool dry_run);
static bool read_site(struct publication *p, const char *content,
		      struct site *site);
static bool is_sound(struct publication *p, const struct order *order);
static bool is_part(struct publication *p, const struct order *order,
		    const char *dir);
static bool needs_target(struct publication *p, const struct site *site);

const struct command COMMAND_PUBLISH = {
	.name = "publish",
	.usage = "[CONTENT]",
	.does = "send the site where site.yaml says",
	.out = "out",
	.run = run,
	.help = "Usage: paragone publish [CONTENT] [-o OUT | --part PART] [--dry-run] [--force]\n"
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
		"      --part PART        send that part of the site only, as `build --shard`\n"
		"                         wrote it, and remove nothing\n"
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
	struct publication p = { .diags = diags_new(),
				 .arena = &arena,
				 .all = options->force };
	const char *out = options->part ? options->part : options->order.out;
	int status;

	if (read_site(&p, options->order.content, &site) &&
	    needs_target(&p, &site) &&
	    (options->part
		     ? is_part(&p, &options->order, options->part)
		     : build(&options->order, BUILD_COMPARE, p.diags, &built) &&
			       is_sound(&p, &options->order)))
		send(&p, out, options->dry_run);
	status = output_diags(p.diags, options->json);
	publication_release(&p);
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

/*
 * What `check` calls an error is not published; its warnings are its own.  The
 * site is the one that was compared, so it is not built again.
 */
static bool is_sound(struct publication *p, const struct order *order)
{
	struct diags *said = diags_new();
	bool sound = check_built(order, said);

	if (!sound) {
		diags_merge(p->diags, said);
		diag_error(p->diags, (struct place){ .file = NULL },
			   "this is not published: `paragone check` finds "
			   "errors");
	}
	diags_free(said);
	return sound;
}

/*
 * A part is known by what it says that it was made of: to make it again would
 * take as long as it took.  What `check` finds, it finds in the whole site.
 */
static bool is_part(struct publication *p, const struct order *order,
		    const char *dir)
{
	struct part part;
	struct prints now;

	if (str_is(p->where->to.str, "git"))
		return diag_error(p->diags, p->where->to.at,
				  "git takes a site whole: `paragone merge` "
				  "the parts, and publish that");
	if (!part_read(p->diags, dir, &part, p->arena))
		return false;
	p->part = arena_printf(p->arena, "%u-of-%u", part.shard.number,
			       part.shard.count)
			  .ptr;
	if (inputs_prints(order, &now) &&
	    !memcmp(&now, &part.prints, sizeof(now)))
		return true;
	diag_error(p->diags, (struct place){ .file = dir },
		   "this is no part of the site of %s", order->content);
	diag_hint(p->diags,
		  "`paragone build %s --shard %u/%u -o %s`, with the same "
		  "options, makes it so",
		  order->content, part.shard.number, part.shard.count, dir);
	return false;
}

static bool send(struct publication *p, const char *out, bool dry_run)
{
	if (!plan_make(p, out))
		return false;
	plan_print(p, stdout);
	if (dry_run)
		return true;
	if (plan_is_done(p)) {
		puts("nothing to publish: it is there already");
		return true;
	}
	fflush(stdout);
	if (!p->carrier->send(p))
		return false;
	printf("published %zu files to %.*s\n", p->now.count,
	       STR_ARG(secret_hidden(p->where->target.str, p->arena)));
	return true;
}

static bool needs_target(struct publication *p, const struct site *site)
{
	const struct text *to = &site->publish.to;
	const struct text *target = &site->publish.target;

	p->where = &site->publish;
	if (to->str.len && target->str.len)
		return true;
	if (to->str.len) {
		diag_error(p->diags, to->at, "\"publish\" has no \"target\"");
		diag_hint(p->diags,
			  "add `target: host:/srv/www/site`, or "
			  "whatever %.*s takes",
			  STR_ARG(to->str));
		return false;
	}
	if (target->str.len) {
		diag_error(p->diags, target->at, "\"publish\" has no \"to\"");
		diag_hint(p->diags, "add `to: rsync`, or git or rclone");
		return false;
	}
	diag_error(p->diags, site->at, "there is nowhere to publish to");
	diag_hint(p->diags,
		  "add `publish: { to: rsync, target: host:/srv/www/site }`; "
		  "`to` is git, rsync or rclone");
	return false;
}
