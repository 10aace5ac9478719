#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/process.h"
#include "cli/publication.h"

/*
 * A branch with a history of its own.  All is done in a repository of the
 * program's, made for the occasion: the author's is not touched, only the
 * branch that is pushed to.  A push is all or nothing.
 */
static bool fetch(struct publication *p);
static bool send(struct publication *p);
static bool fill_index(struct publication *p, bool grown);
static bool add_manifest(struct publication *p);
static bool commit(struct publication *p, bool grown);
static bool git(struct publication *p, struct buf *output, const char *input,
		const char *const *arguments);
static const char *repository(struct publication *p);
static const char *target_of(struct publication *p);
static const char *branch_of(struct publication *p);
static const char *line_of(struct publication *p, struct buf *output);

#define GIT(p, output, input, ...) \
	git((p), (output), (input), (const char *const[]){ __VA_ARGS__, NULL })

const struct carrier CARRIER_GIT = { "git", fetch, send };

static bool fetch(struct publication *p)
{
	const char *target = target_of(p), *branch = branch_of(p);
	struct buf out = { 0 };
	struct process init = {
		.arguments = { "git", "init", "-q", "--bare", repository(p),
			       NULL },
	};
	bool ok = process_do(p->diags, &init) &&
		  GIT(p, &out, NULL, "ls-remote", "--", target, branch);
	bool grown = out.len;

	buf_release(&out);
	if (!ok || !grown)
		return ok;
	if (!GIT(p, NULL, NULL, "fetch", "-q", "--depth", "1", "--", target,
		 arena_printf(p->arena, "%s:refs/heads/site", branch).ptr))
		return false;
	ok = GIT(p, &out, NULL, "ls-tree", "--name-only", "refs/heads/site");
	p->found =
		ok && str_find_str(buf_str(&out), STR(MANIFEST_NAME)) < out.len;
	if (ok && !p->found && out.len) {
		diag_error(p->diags, p->where->target.at,
			   "the branch \"%s\" is not empty, and Paragone did "
			   "not publish it",
			   branch + strlen("refs/heads/"));
		diag_hint(p->diags, "give another with `branch`");
		ok = false;
	}
	buf_reset(&out);
	if (ok && p->found)
		ok = GIT(p, &out, NULL, "cat-file", "blob",
			 "refs/heads/site:" MANIFEST_NAME) &&
		     file_write(path_join(p->remote, STR(MANIFEST_NAME),
					  p->arena),
				buf_str(&out));
	buf_release(&out);
	return ok;
}

static bool send(struct publication *p)
{
	struct buf out = { 0 };
	bool grown;

	GIT(p, &out, NULL, "for-each-ref", "refs/heads/site");
	grown = out.len;
	buf_release(&out);
	return fill_index(p, grown) && add_manifest(p) && commit(p, grown);
}

/* What is not ours on the branch stays. */
static bool fill_index(struct publication *p, bool grown)
{
	const char *removed = publication_removed(p);
	struct buf paths = { 0 };
	const char *list;

	for (size_t i = 0; i < p->now.count; i++) {
		buf_raw(&paths, p->now.entries[i].path);
		buf_char(&paths, '\0');
	}
	list = publication_file(p, "paths", buf_str(&paths));
	buf_release(&paths);
	if (grown && !GIT(p, NULL, NULL, "read-tree", "refs/heads/site"))
		return false;
	if (grown && removed &&
	    !GIT(p, NULL, removed, "update-index", "--force-remove", "--stdin"))
		return false;
	return list &&
	       GIT(p, NULL, NULL, "--literal-pathspecs", "add", "-f",
		   "--pathspec-file-nul",
		   arena_printf(p->arena, "--pathspec-from-file=%s", list).ptr);
}

static bool add_manifest(struct publication *p)
{
	const char *list = publication_manifest(p, true);
	struct buf id = { 0 };
	bool ok = list && GIT(p, &id, NULL, "hash-object", "-w", "--no-filters",
			      "--", list);

	ok = ok && GIT(p, NULL, NULL, "update-index", "--add", "--cacheinfo",
		       arena_printf(p->arena, "100644,%s,%s", line_of(p, &id),
				    MANIFEST_NAME)
			       .ptr);
	buf_release(&id);
	return ok;
}

static bool commit(struct publication *p, bool grown)
{
	struct buf tree = { 0 }, id = { 0 };
	const char *message =
		arena_printf(p->arena,
			     "Publish the site: %zu added, %zu changed, %zu "
			     "removed",
			     p->added_count, p->changed_count, p->removed_count)
			.ptr;
	bool ok = GIT(p, &tree, NULL, "write-tree");

	ok = ok &&
	     (grown ? GIT(p, &id, NULL, "commit-tree", "-p", "refs/heads/site",
			  "-m", message, line_of(p, &tree))
		    : GIT(p, &id, NULL, "commit-tree", "-m", message,
			  line_of(p, &tree)));
	ok = ok &&
	     GIT(p, NULL, NULL, "push", "-q", "--", target_of(p),
		 arena_printf(p->arena, "%s:%s", line_of(p, &id), branch_of(p))
			 .ptr);
	buf_release(&tree);
	buf_release(&id);
	return ok;
}

/* Files go in as they are: no line ends are changed, nothing is ignored. */
static bool git(struct publication *p, struct buf *output, const char *input,
		const char *const *arguments)
{
	struct process process = {
		.arguments = { "git", "-C", p->out, "--git-dir", repository(p),
			       "--work-tree", ".", "-c", "core.bare=false",
			       "-c", "core.autocrlf=false", "-c",
			       "core.attributesFile=/dev/null" },
		.input = input,
		.output = output,
	};
	size_t count = 13;
	struct buf email = { 0 };
	struct process who = {
		.arguments = { "git", "config", "user.email", NULL },
		.output = &email,
		.quiet = true,
	};

	if (!strcmp(arguments[0], "commit-tree") &&
	    process_run(p->diags, &who) != 0) {
		process.arguments[count++] = "-c";
		process.arguments[count++] = "user.name=Paragone";
		process.arguments[count++] = "-c";
		process.arguments[count++] = "user.email=paragone@localhost";
	}
	buf_release(&email);
	for (size_t i = 0; arguments[i]; i++)
		process.arguments[count++] = arguments[i];
	return process_do(p->diags, &process);
}

static const char *repository(struct publication *p)
{
	char *real = realpath(p->work, NULL);
	const char *path = path_join(real ? real : p->work,
				     STR("repository.git"), p->arena);

	free(real);
	return path;
}

/* The name of a remote of the content's repository will do. */
static const char *target_of(struct publication *p)
{
	const char *target = p->where->target.str.ptr;
	struct buf url = { 0 };
	struct process ask = {
		.arguments = { "git", "-C", p->where->dir, "remote", "get-url",
			       "--", target, NULL },
		.output = &url,
		.quiet = true,
	};
	char *real = realpath(target, NULL);

	if (real)
		target = arena_str(p->arena, str_from(real)).ptr;
	else if (process_run(p->diags, &ask) == 0)
		target = line_of(p, &url);
	free(real);
	buf_release(&url);
	return target;
}

static const char *branch_of(struct publication *p)
{
	return arena_printf(p->arena, "refs/heads/%.*s",
			    STR_ARG(p->where->branch.str))
		.ptr;
}

static const char *line_of(struct publication *p, struct buf *output)
{
	return arena_str(p->arena, str_trim(buf_str(output))).ptr;
}
