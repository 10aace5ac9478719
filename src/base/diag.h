/*
 * Messages to the author, each with the place it speaks of.
 *
 * They are collected and shown together, in the order of files and lines,
 * so that one run tells of every mistake.  Each thread collects its own, to
 * be merged.  What was collected decides the exit status.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/str.h"

/* Where a value was read: line and column from 1, columns in characters. */
struct place {
	const char *file;      /* or NULL; a report keeps a copy */
	unsigned line, column; /* 0: the file as a whole */
	unsigned width;	       /* characters to underline; 0 counts as 1 */
};

enum diag_kind {
	DIAG_ERROR,   /* the author's text is wrong: status 1 */
	DIAG_WARNING, /* with --strict, as an error */
	DIAG_SYSTEM,  /* the machine failed: status 3 */
};

struct diag_note {
	struct place at;
	struct str text;
};

struct diag {
	enum diag_kind kind;
	const char *name; /* static: what can be switched off, or NULL */
	struct place at;
	struct str text, hint;
	struct diag_note *notes;
	size_t note_count;
};

struct diags;

struct diags *diags_new(void);
void diags_free(struct diags *diags);

/* Warnings count as errors from now on. */
void diags_set_strict(struct diags *diags);

/* Moves all messages of `from` into `diags`; `from` is empty afterwards. */
void diags_merge(struct diags *diags, struct diags *from);

/*
 * Reports; the text is lower case, quotes what was found and says what was
 * expected.  Returns false, so that a reader can return it.
 */
bool diag_error(struct diags *diags, struct place at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
bool diag_warning(struct diags *diags, struct place at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The same of that kind, for what takes a format of its own. */
bool diag_report(struct diags *diags, enum diag_kind kind, struct place at,
		 const char *format, va_list args)
	__attribute__((format(printf, 4, 0)));

/* The machine failed at `path`: adds errno's reason. */
bool diag_system(struct diags *diags, const char *path, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The machine failed, for a reason that the text gives. */
bool diag_failure(struct diags *diags, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/*
 * What stands at `path` could not be read, for errno's reason: the author's
 * mistake where there is no such thing, or where it is none to be read (a
 * folder, a device, a link that leads out), else the machine's failure.
 */
bool diag_unread(struct diags *diags, const char *path);

/*
 * Gives the message reported last a name, which is kept, not copied: it is
 * shown in brackets, and what is named can be dropped.
 */
void diag_name(struct diags *diags, const char *name);

/* Adds a way out to the message reported last. */
void diag_hint(struct diags *diags, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Adds a line `note: …` with a place of its own to that message. */
void diag_note(struct diags *diags, struct place at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/*
 * diag_hint("did you mean ...?") with the nearest of `count` names, when one
 * is near enough: within a third of its length, two edits at the most.
 */
void diag_suggest(struct diags *diags, struct str wrong,
		  const struct str *names, size_t count);

/* Forgets the messages that are not to be kept. */
void diags_keep(struct diags *diags,
		bool (*keep)(void *context, const struct diag *diag),
		void *context);

/*
 * The messages by file, line and column, what was met twice once; until the
 * next one is reported.
 */
const struct diag *diags_sorted(struct diags *diags, size_t *count);

/* Whether it counts as an error: not a warning, or strict. */
bool diag_is_error(const struct diags *diags, const struct diag *diag);

size_t diags_error_count(const struct diags *diags);
size_t diags_warning_count(const struct diags *diags);

/* 0, or 1 with errors, or 3 when the system failed. */
int diags_status(const struct diags *diags);

struct diag_style {
	bool colour; /* on a terminal only */
	bool json;   /* one JSON object per message, for editors */
};

/*
 * Writes all messages, sorted by file, line and column, and forgets them:
 *
 *	file:line:column: error: text
 *	   14 | the line
 *	      |     ^~~~
 *	  hint: a way out
 */
void diags_print(struct diags *diags, FILE *to, struct diag_style style);

#endif
