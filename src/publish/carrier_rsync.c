#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

#include "publish/process.h"
#include "publish/publication.h"

/* rsync takes a folder's content when its name ends in a slash. */
static bool look(struct publication *p);
static bool look_there(struct publication *p, bool *there, bool *empty);
static bool get_list(struct publication *p);
static bool get_parts(struct publication *p, const char *from, const char *to);
static bool compare(struct publication *p);
static struct str unescaped(struct str path, struct arena *arena);
static bool look_at_removed(struct publication *p);
static bool send(struct publication *p);
static bool send_list(struct publication *p, const char *list);
static bool remove_files(struct publication *p, struct buf *rehearsal);
static void put_patterns(struct str path, struct str before, struct buf *to);
static void put_pattern(struct str path, struct buf *to);
static bool is_wild(struct str path);
static bool remove_part_lists(struct publication *p);
static bool send_manifest(struct publication *p, bool finished);
static const char *folder(struct publication *p, const char *path);

const struct carrier CARRIER_RSYNC = { "rsync", look, look_at_removed, send };

static bool look(struct publication *p)
{
	static const struct glance GLANCE = { look_there, get_list, get_parts,
					      compare };

	return publication_look(p, &GLANCE);
}

/* Statuses 3 and 23: no such folder, or file. */
static bool look_there(struct publication *p, bool *there, bool *empty)
{
	struct buf listing = { 0 };
	struct process process = {
		.arguments = { "rsync", "--list-only", "--",
			       folder(p, p->where->target.str.ptr), NULL },
		.output = &listing,
		.quiet = true,
	};
	int status = process_run(p->diags, &process);
	struct str rest = buf_str(&listing);

	*there = status == 0;
	*empty = true;
	while (*there && rest.ptr) {
		struct str line = str_trim(str_cut(&rest, '\n'));

		*empty &= !line.len || str_ends(line, " .");
	}
	buf_release(&listing);
	return *there || status == 3 || status == 23 ||
	       publication_unreachable(p, "rsync", status);
}

static bool get_list(struct publication *p)
{
	struct process process = {
		.arguments = { "rsync", "--", p->list, publication_got(p),
			       NULL },
		.quiet = true,
	};
	int status = process_run(p->diags, &process);

	if (status == 3 || status == 23)
		return true;
	return status ? publication_unreachable(p, "rsync", status)
		      : publication_read_list(p);
}

static bool get_parts(struct publication *p, const char *from, const char *to)
{
	struct process process = {
		.arguments = { "rsync", "--dirs", "--include=/*-of-*.paragone",
			       "--exclude=*", "--",
			       folder(p, *from ? from : "."), folder(p, to),
			       NULL },
		.quiet = true,
	};
	int status = process_run(p->diags, &process);

	return status == 0 || status == 3 || status == 23 ||
	       publication_unreachable(p, "rsync", status);
}

/* A rehearsal: what rsync would send is not there, or is not the same. */
static bool compare(struct publication *p)
{
	struct buf said = { 0 };
	struct process process = {
		.arguments = { "rsync", "--dry-run", "--checksum",
			       "--out-format=%i %n", "--8-bit-output",
			       "--files-from", publication_all(p, "/"), "--",
			       folder(p, p->out),
			       folder(p, p->where->target.str.ptr), NULL },
		.output = &said,
	};
	bool ok = process.arguments[6] && process_do(p->diags, &process);
	struct str rest = buf_str(&said);

	publication_see_all(p, SEEN_SAME);
	while (ok && rest.ptr) {
		struct str line = str_cut(&rest, '\n');
		struct str changes = str_cut(&line, ' ');

		if (changes.len > 2 && changes.ptr[1] == 'f' && line.ptr)
			publication_see(p, unescaped(line, p->arena),
					changes.ptr[2] == '+' ? SEEN_NOT
							      : SEEN_OTHER);
	}
	buf_release(&said);
	return ok;
}

/* rsync writes what could confuse a terminal as "\#012". */
static struct str unescaped(struct str path, struct arena *arena)
{
	char *plain = arena_array(arena, char, path.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < path.len; i++) {
		struct str rest = str_from_byte(path, i);
		char digits[4] = { 0 };

		plain[len++] = path.ptr[i];
		if (!str_starts(rest, "\\#") || rest.len < 5)
			continue;
		memcpy(digits, rest.ptr + 2, 3);
		plain[len - 1] = (char)strtol(digits, NULL, 8);
		i += 4;
	}
	return (struct str){ plain, len };
}

/* "deleting path" of a rehearsal. */
static bool look_at_removed(struct publication *p)
{
	struct buf said = { 0 };
	struct str rest;
	bool ok = !p->found || remove_files(p, &said);

	rest = buf_str(&said);
	while (rest.ptr) {
		struct str line = str_cut(&rest, '\n');

		if (str_starts(line, "deleting "))
			publication_meet(p, unescaped(str_from_byte(line, 9),
						      p->arena));
	}
	buf_release(&said);
	return ok;
}

static bool send(struct publication *p)
{
	if (!send_manifest(p, false))
		return publication_unlisted(p);
	for (int pass = 0; pass < PASS_COUNT; pass++) {
		const char *list = publication_list(p, (enum pass)pass, "/");

		if (list && !send_list(p, list))
			return false;
	}
	if (p->removed_count && !remove_files(p, NULL))
		return false;
	return send_manifest(p, true) && remove_part_lists(p);
}

static bool send_list(struct publication *p, const char *list)
{
	struct process process = {
		.arguments = { "rsync", "-t", "--ignore-times", "--mkpath",
			       "--chmod=F644,D755", "--files-from", list, "--",
			       folder(p, p->out),
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
static bool remove_files(struct publication *p, struct buf *rehearsal)
{
	struct process process = {
		.arguments = { "rsync", rehearsal ? "-nv" : "-q", "-r",
			       "--8-bit-output", "--delete", "--existing",
			       "--ignore-existing", "--include-from", NULL,
			       "--exclude=*", "--", folder(p, p->out),
			       folder(p, p->where->target.str.ptr), NULL },
		.output = rehearsal,
	};
	struct buf patterns = { 0 };

	for (size_t i = 0; i < p->removed_count; i++)
		put_patterns(p->removed[i],
			     i ? p->removed[i - 1] : (struct str){ 0 },
			     &patterns);
	process.arguments[8] =
		publication_file(p, "remove", buf_str(&patterns));
	buf_release(&patterns);
	return process.arguments[8] && process_do(p->diags, &process);
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

/* From an empty folder, as in remove_files(). */
static bool remove_part_lists(struct publication *p)
{
	const char *from = publication_lists_at(p);
	const char *empty = path_join(p->work.path, STR("empty"), p->arena);
	struct process process = {
		.arguments = { "rsync", "--dirs", "--delete", "--existing",
			       "--ignore-existing", "--include-from", NULL,
			       "--exclude=*", "--", folder(p, empty),
			       folder(p, *from ? from : "."), NULL },
	};
	struct buf patterns = { 0 };

	if (p->part || !p->list_count)
		return true;
	if (mkdir(empty, 0700) < 0)
		return diag_system(p->diags, empty, "cannot be made");
	for (size_t i = 0; i < p->list_count; i++)
		put_pattern(p->lists[i], &patterns);
	process.arguments[6] = publication_file(p, "drop", buf_str(&patterns));
	buf_release(&patterns);
	return process.arguments[6] && process_do(p->diags, &process);
}

static bool send_manifest(struct publication *p, bool finished)
{
	const char *list = publication_manifest(p, finished);
	struct process process = {
		.arguments = { "rsync", "--ignore-times", "--mkpath",
			       "--chmod=F644,D755", "--", list, p->own_list,
			       NULL },
	};

	return list && process_do(p->diags, &process);
}

static const char *folder(struct publication *p, const char *path)
{
	return str_ends(str_from(path), "/")
		       ? path
		       : arena_printf(p->arena, "%s/", path).ptr;
}
