/*
 * Where a site may be sent: a place, and never a program, an option or a
 * configuration.
 *
 * git, rsync and rclone run programs for some forms of a place: a helper for
 * `ext::…`, a shell for a host that begins with a hyphen, whatever a
 * connection string of rclone says.  So only the forms that name a place are
 * taken, by what may stand in them and not by what may not.
 */
#ifndef READ_TARGET_H
#define READ_TARGET_H

#include "base/str.h"

/*
 * Why the program ("git", "rsync" or "rclone") is not given this target, as
 * the rest of a sentence that begins with its name; NULL: it is fine.
 */
const char *target_fault(struct str program, struct str target);

/* The same of the name of a branch. */
const char *target_branch_fault(struct str branch);

/*
 * The folder on this machine that the target of git or rsync is, or empty
 * where it is elsewhere.  For git it may be the name of a remote instead.
 */
struct str target_folder(struct str target);

#endif
