#include "read/target.h"

#include <ctype.h>

static const char *git_fault(struct str target);
static bool names_helper(struct str target);
static const char *rsync_fault(struct str target);
static const char *rclone_fault(struct str target);
static const char *host_fault(struct str where, bool is_address);
static bool is_user(struct str user);
static bool is_host(struct str host);
static bool is_number(struct str text);
static bool holds_only(struct str text, const char *marks);
static bool has_control(struct str text);

static const char NO_HOST[] = "has no name of a host where one belongs";

const char *target_fault(struct str program, struct str target)
{
	if (str_starts(target, "-"))
		return "cannot begin with \"-\"";
	if (has_control(target))
		return "cannot hold control characters";
	if (str_is(program, "git"))
		return git_fault(target);
	if (str_is(program, "rsync"))
		return rsync_fault(target);
	return str_is(program, "rclone") ? rclone_fault(target) : NULL;
}

/*
 * As git-check-ref-format has it, and no more than most names need.  What
 * `HEAD` is the target says by itself; "refs/heads/x" would become
 * "refs/heads/refs/heads/x".
 */
const char *target_branch_fault(struct str branch)
{
	struct str rest = branch;

	if (str_is(branch, "HEAD") || str_starts(branch, "refs/"))
		return "is no name of a branch, such as gh-pages";
	while (rest.ptr) {
		struct str part = str_cut(&rest, '/');

		if (!part.len || part.ptr[0] == '.' || part.ptr[0] == '-' ||
		    str_ends(part, ".") || str_ends(part, ".lock") ||
		    str_find_str(part, STR("..")) < part.len ||
		    !holds_only(part, "._-+#"))
			return "is no name of a branch";
	}
	return NULL;
}

struct str target_folder(struct str target)
{
	size_t colon = str_find(target, ':');

	if (str_starts(target, "file://"))
		return str_from_byte(target, strlen("file://"));
	if (colon < str_find(target, '/') && colon < target.len)
		return str_slice(target, 0, 0);
	return target;
}

static const char *git_fault(struct str target)
{
	static const char *const SCHEMES[] = { "https://", "http://", "ssh://",
					       "git://" };

	for (size_t k = 0; k < sizeof(SCHEMES) / sizeof(*SCHEMES); k++)
		if (str_starts(target, SCHEMES[k]))
			return host_fault(str_from_byte(target,
							strlen(SCHEMES[k])),
					  true);
	if (str_starts(target, "file://") && !str_starts(target, "file:///"))
		return "must begin with file:///, and a folder";
	if (target_folder(target).len)
		return NULL;
	if (str_find_str(target, STR("://")) < target.len ||
	    names_helper(target))
		return "must be an address with https, http, ssh, git or "
		       "file, host:path, a folder or the name of a remote; "
		       "others run programs";
	return host_fault(target, false);
}

/* "ext::", and whatever else git-remote-… there is. */
static bool names_helper(struct str target)
{
	size_t colons = str_find_str(target, STR("::"));

	return colons < target.len &&
	       holds_only(str_slice(target, 0, colons), "+-._");
}

/* Older releases let the shell of the host have a look at the path. */
static const char *rsync_fault(struct str target)
{
	size_t colon = str_find(target, ':');
	struct str path = str_from_byte(target, colon + 1);

	if (!str_starts(target, "rsync://") &&
	    str_find_str(target, STR("://")) < target.len)
		return "must be host:path, rsync://host/module or a folder";
	if (target_folder(target).len)
		return NULL;
	if (!holds_only(path, "/._-~+,=@%: []"))
		return "has a character in its path that a shell could take "
		       "for its own";
	if (str_starts(target, "rsync://"))
		return host_fault(str_from_byte(target, strlen("rsync://")),
				  true);
	return host_fault(target, false);
}

/*
 * The name of a remote as rclone takes it.  Before the colon a comma begins
 * parameters; an empty name, a backend made up on the spot.
 */
static const char *rclone_fault(struct str target)
{
	size_t colon = str_find(target, ':');
	struct str name = str_slice(target, 0, colon);

	if (colon == target.len || !name.len || name.ptr[0] == ' ' ||
	    str_ends(name, " ") || !holds_only(name, "_-.+@ "))
		return "must be remote:path, with the name of a remote that "
		       "`rclone config` knows; parameters are given there";
	return NULL;
}

/* "user:password@host:port/path", or with a path after the host's colon. */
static const char *host_fault(struct str where, bool is_address)
{
	struct str host = str_slice(where, 0, str_find(where, '/'));
	size_t at = host.len, bracket, colon;

	while (at && host.ptr[at - 1] != '@')
		at--;
	if (at && !is_user(str_slice(host, 0, at - 1)))
		return "has no name of a user before its \"@\"";
	host = str_from_byte(host, at);
	bracket = str_find(host, ']');
	colon = bracket < host.len ? bracket + 1 : str_find(host, ':');
	if (!is_host(str_slice(host, 0, colon)))
		return NO_HOST;
	if (is_address)
		return colon >= host.len || (host.ptr[colon] == ':' &&
					     is_number(str_from_byte(
						     host, colon + 1)))
			       ? NULL
			       : NO_HOST;
	host = str_from_byte(where, at + colon);
	return str_starts(host, ":") && !str_starts(host, ":-") ? NULL
								: NO_HOST;
}

/* A password may follow its colon. */
static bool is_user(struct str user)
{
	struct str name = str_slice(user, 0, str_find(user, ':'));

	return name.len && name.ptr[0] != '-' && holds_only(name, "._-+%~!$&=");
}

/* A name, or an address of IPv6 in brackets. */
static bool is_host(struct str host)
{
	if (str_starts(host, "[") && str_ends(host, "]"))
		return host.len > 2 &&
		       holds_only(str_slice(host, 1, host.len - 2), ".:%");
	return host.len && host.ptr[0] != '-' && host.ptr[0] != '.' &&
	       holds_only(host, "._-");
}

static bool is_number(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!isdigit((unsigned char)text.ptr[i]))
			return false;
	return text.len > 0;
}

/* Letters of any script, digits and these. */
static bool holds_only(struct str text, const char *marks)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if (c < 0x80 && !isalnum(c) && (!c || !strchr(marks, c)))
			return false;
	}
	return true;
}

static bool has_control(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.ptr[i] < 0x20 || text.ptr[i] == 0x7F)
			return true;
	return false;
}
