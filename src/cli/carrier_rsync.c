#include <string.h>

#include "cli/process.h"
#include "cli/publication.h"

/* rsync takes a folder's content when its name ends in a slash. */
static bool fetch(struct publication *p);
static bool send(struct publication *p);
static bool send_list(struct publication *p, const char *list);
static bool remove_files(struct publication *p);
static void put_patterns(struct str path, struct str before, struct buf *to);
static void put_pattern(struct str path, struct buf *to);
static bool is_wild(struct str path);
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
	if (!send_manifest(p, false))
		return false;
	for (int pass = 0; pass < PASS_COUNT; pass++) {
		const char *list = publication_list(p, (enum pass)pass, "/");

		if (list && !send_list(p, list))
			return false;
	}
	if (p->removed_count && !remove_files(p))
		return false;
	return send_manifest(p, true);
}

static bool send_list(struct publication *p, const char *list)
{
	struct process process = {
		.arguments = { "rsync", "-t", "--checksum", "--chmod=F644,D755",
			       "--files-from", list, "--", folder(p, p->out),
			       folder(p, p->where->target.str.ptr), NULL },
	};

	return process_do(p->diags, &process);
}

/*
 * Excluding all but the files to remove protects the rest, also what others
 * put there.  Not with --delete-missing-args: since a security fix of 2026,
 * releases of rsync, Debian 12's among them, fail on it
 * (https://github.com/RsyncProject/rsync/issues/910).
 */
static bool remove_files(struct publication *p)
{
	struct process process = {
		.arguments = { "rsync", "-r", "--delete", "--existing",
			       "--ignore-existing", "--include-from", NULL,
			       "--exclude=*", "--", folder(p, p->out),
			       folder(p, p->where->target.str.ptr), NULL },
	};
	struct buf patterns = { 0 };

	for (size_t i = 0; i < p->removed_count; i++)
		put_patterns(p->removed[i],
			     i ? p->removed[i - 1] : (struct str){ 0 },
			     &patterns);
	process.arguments[6] =
		publication_file(p, "remove", buf_str(&patterns));
	buf_release(&patterns);
	return process.arguments[6] && process_do(p->diags, &process);
}

/* The path, and the folders on the way that the one before has not named. */
static void put_patterns(struct str path, struct str before, struct buf *to)
{
	bool same = true;

	for (size_t i = 0; i < path.len; i++) {
		same = same && i < before.len && path.ptr[i] == before.ptr[i];
		if (path.ptr[i] == '/' && !same)
			put_pattern(str_slice(path, 0, i + 1), to);
	}
	put_pattern(path, to);
}

/* A backslash stands for itself where a pattern has no wildcard. */
static void put_pattern(struct str path, struct buf *to)
{
	bool wild = is_wild(path);

	buf_char(to, '/');
	for (size_t i = 0; i < path.len; i++) {
		if (wild && strchr("*?[\\", path.ptr[i]))
			buf_char(to, '\\');
		buf_char(to, path.ptr[i]);
	}
	buf_char(to, '\n');
}

static bool is_wild(struct str path)
{
	return str_find(path, '*') < path.len ||
	       str_find(path, '?') < path.len || str_find(path, '[') < path.len;
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
