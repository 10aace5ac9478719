#include <stdlib.h>

#include "publish/process.h"
#include "publish/publication.h"

static bool look(struct publication *p);
static bool look_there(struct publication *p, bool *there, bool *empty);
static bool get_list(struct publication *p);
static bool get_parts(struct publication *p, const char *from, const char *to);
static bool compare(struct publication *p);
static bool send(struct publication *p);
static bool send_list(struct publication *p, const char *list, bool assets);
static bool remove_list(struct publication *p, const char *list);
static bool remove_part_lists(struct publication *p);
static bool send_manifest(struct publication *p, bool finished);

const struct carrier CARRIER_RCLONE = { "rclone", look, NULL, send };

static bool look(struct publication *p)
{
	static const struct glance GLANCE = { look_there, get_list, get_parts,
					      compare };

	return publication_look(p, &GLANCE);
}

/* Statuses 3 and 4: there is no such folder, or file, yet. */
static bool look_there(struct publication *p, bool *there, bool *empty)
{
	struct buf listing = { 0 };
	struct process process = {
		.arguments = { "rclone", "lsf", "--max-depth", "1", "--",
			       p->where->target.str.ptr, NULL },
		.output = &listing,
		.quiet = true,
	};
	int status = process_run(p->diags, &process);

	*there = status == 0;
	*empty = !listing.len;
	buf_release(&listing);
	return *there || status == 3 ||
	       publication_unreachable(p, "rclone", status);
}

static bool get_list(struct publication *p)
{
	struct process process = {
		.arguments = { "rclone", "copyto", "--", p->list,
			       publication_got(p), NULL },
		.quiet = true,
	};
	int status = process_run(p->diags, &process);

	if (status == 3 || status == 4)
		return true;
	return status ? publication_unreachable(p, "rclone", status)
		      : publication_read_list(p);
}

/* Where there is no such folder, there are none. */
static bool get_parts(struct publication *p, const char *from, const char *to)
{
	struct process process = {
		.arguments = { "rclone", "copy", "--max-depth", "1",
			       "--include", "/*-of-*.paragone", "--",
			       *from ? from : ".", to, NULL },
		.quiet = true,
	};
	int status = process_run(p->diags, &process);

	return status == 0 || status == 3 || status == 4 ||
	       publication_unreachable(p, "rclone", status);
}

/*
 * "= path" is the same by a hash that both sides know, and where they know
 * none by its size.  What is told of by no line is sent.  "- path" is there
 * alone.
 */
static bool compare(struct publication *p)
{
	struct buf said = { 0 };
	struct process process = {
		.arguments = { "rclone", "check", "--combined", "-",
			       "--exclude", "/" MANIFEST_NAME, "--exclude",
			       "/" PART_NAME, "--", p->out,
			       p->where->target.str.ptr, NULL },
		.output = &said,
		.quiet = true,
	};
	int status = process_run(p->diags, &process);
	struct str rest = buf_str(&said);

	publication_see_all(p, SEEN_OTHER);
	while (rest.ptr) {
		struct str path = str_cut(&rest, '\n');
		struct str mark = str_cut(&path, ' ');

		if (path.ptr && str_is(mark, "="))
			publication_see(p, path, SEEN_ALIKE);
		if (path.ptr && str_is(mark, "+"))
			publication_see(p, path, SEEN_NOT);
		if (path.ptr && str_is(mark, "-"))
			publication_meet(p, path);
	}
	buf_release(&said);
	return status == 0 || status == 1 ||
	       publication_unreachable(p, "rclone", status);
}

static bool send(struct publication *p)
{
	const char *removed;

	if (!send_manifest(p, false))
		return publication_unlisted(p);
	for (int pass = 0; pass < PASS_COUNT; pass++) {
		const char *list = publication_list(p, (enum pass)pass, "");

		if (list && !send_list(p, list, pass == PASS_ASSETS))
			return false;
	}
	removed = publication_removed(p);
	if (removed && !remove_list(p, removed))
		return false;
	return send_manifest(p, true) && remove_part_lists(p);
}

/*
 * Object stores keep a file's headers with it: assets never change.  What is
 * there was looked at already, so rclone need not ask about each file again.
 */
static bool send_list(struct publication *p, const char *list, bool assets)
{
	const char *transfers = getenv("RCLONE_TRANSFERS");
	struct process process = {
		.arguments = { "rclone", "copy", "--no-traverse",
			       "--no-check-dest", "--transfers",
			       transfers ? transfers : "64", "--files-from-raw",
			       list, "--header-upload",
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

static bool remove_part_lists(struct publication *p)
{
	const char *list = publication_part_lists(p);
	const char *from = publication_lists_at(p);
	struct process process = {
		.arguments = { "rclone", "delete", "--files-from-raw", list,
			       "--", *from ? from : ".", NULL },
	};

	return !list || process_do(p->diags, &process);
}

static bool send_manifest(struct publication *p, bool finished)
{
	const char *list = publication_manifest(p, finished);
	struct process process = {
		.arguments = { "rclone", "copyto", "--ignore-times", "--", list,
			       p->own_list, NULL },
	};

	return list && process_do(p->diags, &process);
}
