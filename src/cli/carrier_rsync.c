#include <string.h>

#include "cli/process.h"
#include "cli/publication.h"

/* rsync takes a folder's content when its name ends in a slash. */
static bool fetch(struct publication *p);
static bool send(struct publication *p);
static bool send_list(struct publication *p, const char *list, bool remove);
static bool send_manifest(struct publication *p, bool finished);
static const char *folder(struct publication *p, const char *path);

const struct carrier CARRIER_RSYNC = { "rsync", fetch, send };

/* Statuses 3 and 23: no such folder, or file. */
static bool fetch(struct publication *p)
{
	const char *target = folder(p, p->where->target.str.ptr);
	struct buf listing = { 0 };
	struct process look = {
		.arguments = { "rsync", "--list-only", "--", target, NULL },
		.output = &listing,
		.quiet = true,
	};
	struct process get = {
		.arguments = { "rsync", "--",
			       arena_printf(p->arena, "%s%s", target,
					    MANIFEST_NAME)
				       .ptr,
			       folder(p, p->remote), NULL },
		.quiet = true,
	};
	int status = process_run(p->diags, &look);
	struct str rest = buf_str(&listing);
	bool empty = true;

	while (status == 0 && rest.ptr) {
		struct str line = str_trim(str_cut(&rest, '\n'));

		empty &= !line.len || str_ends(line, " .");
	}
	p->found = status == 0 &&
		   str_find_str(buf_str(&listing), STR(MANIFEST_NAME)) <
			   listing.len;
	buf_release(&listing);
	if (status == 3 || status == 23)
		return true;
	if (status)
		return publication_unreachable(p, "rsync", status);
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
		const char *list = publication_list(p, (enum pass)pass);

		if (list && !send_list(p, list, false))
			return false;
	}
	removed = publication_removed(p);
	if (removed && !send_list(p, removed, true))
		return false;
	return send_manifest(p, true);
}

/* What is in the list and no more in the site is removed there. */
static bool send_list(struct publication *p, const char *list, bool remove)
{
	const char *from = arena_printf(p->arena, "--files-from=%s", list).ptr;
	const char *target = folder(p, p->where->target.str.ptr);
	struct process sending = {
		.arguments = { "rsync", "-t", "--checksum", "--chmod=F644,D755",
			       from, "--", folder(p, p->out), target, NULL },
	};
	/* Folders are not named, so that what others put there stays. */
	struct process removing = {
		.arguments = { "rsync", "--no-implied-dirs",
			       "--delete-missing-args", from, "--",
			       folder(p, p->out), target, NULL },
		.quiet = true,
	};

	int status;

	if (!remove)
		return process_do(p->diags, &sending);
	/* That the files are not here, status 24, is what they are named for. */
	status = process_run(p->diags, &removing);
	return status == 0 || status == 24 ||
	       (status > 0 &&
		diag_error(p->diags, p->where->target.at,
			   "rsync cannot remove files (status %d)", status));
}

static bool send_manifest(struct publication *p, bool finished)
{
	const char *list = publication_manifest(p, finished);
	const char *target =
		arena_printf(p->arena, "%s%s",
			     folder(p, p->where->target.str.ptr), MANIFEST_NAME)
			.ptr;
	struct process process = {
		.arguments = { "rsync", "--ignore-times", "--mkpath",
			       "--chmod=F644,D755", "--", list, target, NULL },
	};

	return list && process_do(p->diags, &process);
}

static const char *folder(struct publication *p, const char *path)
{
	return str_ends(str_from(path), "/")
		       ? path
		       : arena_printf(p->arena, "%s/", path).ptr;
}
