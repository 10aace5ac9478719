/*
 * A content file as text that can be relied on.
 */
#ifndef READ_TEXT_H
#define READ_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

enum {
	TEXT_LIMIT = 1024 * 1024,	/* Markdown and YAML */
	TABLE_LIMIT = 16 * 1024 * 1024, /* CSV */
};

/*
 * The file without its byte order mark, terminated, in the arena; UTF-16 with
 * such a mark as UTF-8.  False when it cannot be read, is larger than `limit`
 * bytes or fails text_check().
 */
bool text_read(struct diags *diags, const char *path, size_t limit,
	       struct str *text, struct arena *arena);

/*
 * Whether anything has that name, and be it a link to nowhere.  Where that
 * cannot be known it is reported, and `ok` is made false.
 */
bool text_is_there(struct diags *diags, const char *path, bool *ok);

/*
 * The names in a folder, sorted; none where there is no such folder.  False
 * with diagnostics when it cannot be read.
 */
bool folder_list(struct diags *diags, const char *dir, struct str **names,
		 size_t *count, struct arena *arena);

/* The same with names that begin with a dot: of what is copied as it is. */
bool folder_list_all(struct diags *diags, const char *dir, struct str **names,
		     size_t *count, struct arena *arena);

/*
 * Whether a text that starts at `start` is UTF-8 without U+FFFE, U+FFFF and
 * control characters other than tab, LF and a CR before an LF.  (A CR alone
 * ends a line for some readers and not for others, so that places would be
 * wrong.)  Offences are reported at their places;
 * what is no UTF-8 is reported once, as the whole file is of another encoding,
 * and so is what has thousands of them.
 */
bool text_check(struct diags *diags, struct place start, struct str text);

#endif
