/*
 * The folder of a comparison that is made of a file: its own files as they are
 * to be written, and what is left to do.
 */
#ifndef IMPORT_MADE_H
#define IMPORT_MADE_H

#include "base/buf.h"
#include "base/diag.h"

/* Lines of a report, or of what is left to do. */
struct lines {
	struct str *items;
	size_t count;
};

/* One more, as by printf. */
void lines_add(struct lines *lines, struct arena *arena, const char *format,
	       ...) __attribute__((format(printf, 3, 4)));

/* Each behind that mark. */
void lines_write(const struct lines *lines, const char *mark, struct buf *buf);

struct made_file {
	struct str path, text;
};

struct made {
	struct diags *diags;
	const char *of; /* the file that it is made of */
	struct arena *arena;
	struct made_file *files;
	size_t file_count;
	struct buf buf;	     /* of the file that is being written */
	struct str *sources; /* ids of them so far */
	size_t source_count;
	bool failed; /* a file would be too long, which is told */
};

/* What was written is a file, unless it is empty; the next one begins. */
void made_finish(struct made *made, struct str path);

/*
 * A key and its text in quotes, of so many characters at the most, the last of
 * them "…"; nothing where there is no text.
 */
void made_text(struct made *made, const char *key, struct str words,
	       size_t most);

/* The same of an address, where it can be quoted whole. */
void made_address(struct made *made, const char *key, struct str url);

/* A source of sources.yaml. */
void made_source(struct made *made, struct str id, struct str title,
		 struct str url);

/*
 * The id of another source, of a name whose points part words: "oak-example",
 * or "oak-example-2" where that is taken.
 */
struct str made_source_id(struct made *made, struct str name);

/* "1 option", "2 options". */
void buf_count(struct buf *buf, size_t count, const char *one,
	       const char *many);

#endif
