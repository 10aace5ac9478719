#include <string.h>

#include "base/file.h"
#include "cli/process.h"
#include "cli/publication.h"

static bool fetch(struct publication *p);
static bool send(struct publication *p);
static bool send_list(struct publication *p, const char *list, bool assets);
static bool remove_list(struct publication *p, const char *list);
static bool send_manifest(struct publication *p, bool finished);
static const char *list_path(struct publication *p);

const struct carrier CARRIER_RCLONE = { "rclone", fetch, send };

/* Status 3: there is no such folder yet. */
static bool fetch(struct publication *p)
{
	const char *target = p->where->target.str.ptr;
	struct buf listing = { 0 };
	struct process look = {
		.arguments = { "rclone", "lsf", "--max-depth", "1", "--",
			       target, NULL },
		.output = &listing,
		.quiet = true,
	};
	struct process get = {
		.arguments = { "rclone", "copyto", "--", list_path(p),
			       path_join(p->remote, STR(MANIFEST_NAME),
					 p->arena),
			       NULL },
	};
	int status = process_run(p->diags, &look);
	bool empty = !listing.len;

	p->found = status == 0 && listing.len &&
		   str_find_str(buf_str(&listing), STR(MANIFEST_NAME)) <
			   listing.len;
	buf_release(&listing);
	if (status == 3)
		return true;
	if (status)
		return publication_unreachable(p, "rclone", status);
	if (p->found)
		return process_do(p->diags, &get);
	return empty || publication_foreign(p);
}

static bool send(struct publication *p)
{
	const char *removed;

	if (!send_manifest(p, false))
		return false;
	for (int pass = 0; pass < PASS_COUNT; pass++) {
		const char *list = publication_list(p, (enum pass)pass, "");

		if (list && !send_list(p, list, pass == PASS_ASSETS))
			return false;
	}
	removed = publication_removed(p);
	if (removed && !remove_list(p, removed))
		return false;
	return send_manifest(p, true);
}

/* Object stores keep a file's headers with it: assets never change. */
static bool send_list(struct publication *p, const char *list, bool assets)
{
	struct process process = {
		.arguments = { "rclone", "copy", "--files-from-raw", list,
			       "--header-upload",
			       assets ? "Cache-Control: public, "
					"max-age=31536000, immutable"
				      : "Cache-Control: public, max-age=300",
			       "--", p->out, p->where->target.str.ptr, NULL },
	};

	return process_do(p->diags, &process);
}

static bool remove_list(struct publication *p, const char *list)
{
	struct process process = {
		.arguments = { "rclone", "delete", "--rmdirs",
			       "--files-from-raw", list, "--",
			       p->where->target.str.ptr, NULL },
	};

	return process_do(p->diags, &process);
}

static bool send_manifest(struct publication *p, bool finished)
{
	const char *list = publication_manifest(p, finished);
	struct process process = {
		.arguments = { "rclone", "copyto", "--ignore-times", "--", list,
			       list_path(p), NULL },
	};

	return list && process_do(p->diags, &process);
}

static const char *list_path(struct publication *p)
{
	const char *target = p->where->target.str.ptr;
	bool bare = str_ends(str_from(target), ":") ||
		    str_ends(str_from(target), "/");

	return arena_printf(p->arena, "%s%s%s", target, bare ? "" : "/",
			    MANIFEST_NAME)
		.ptr;
}
