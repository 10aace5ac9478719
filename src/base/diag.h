/*
 * Messages to the author, each with the place it speaks of.
 *
 * They are collected and shown together, in the order of files and lines,
 * so that one run tells of every mistake.  Each thread collects its own, to
 * be merged.  What was collected decides the exit status.
 *
 * A mistake made many times is told once, with its further places; of many
 * mistakes in one file the first are told and the rest are counted.  So what
 * is kept and what is printed is bounded, whatever a file holds.
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

enum {
	DIAG_ALIKE = 4,	      /* the same so many times is told once */
	DIAG_PLACES = 10,     /* further places that are named */
	DIAG_FILE_MOST = 50,  /* told of one file, errors and warnings each */
	DIAG_TEXT_MOST = 500, /* bytes of a message, as it may quote much */
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
	/* Where else the same is: the first DIAG_PLACES of `more_count`. */
	struct place *more;
	size_t more_count;
	bool once;     /* see diag_once() */
	size_t untold; /* it stands for so many further ones of its file */
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

/* Reports what file_doubt() tells; true where there is nothing to report. */
bool diag_doubt(struct diags *diags);

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

/* The message reported last is told once a file, with its further places. */
void diag_once(struct diags *diags);

/* Whether the message reported last is one to tell: else no hint is needed. */
bool diag_is_kept(struct diags *diags);

/* Adds a way out to the message reported last. */
void diag_hint(struct diags *diags, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Adds a line `note: …` with a place of its own to that message. */
void diag_note(struct diags *diags, struct place at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/*
 * diag_hint("did you mean ...?") with the nearest of `count` names, when one
 * is near enough: within a third of its length, two edits at the most.  The
 * names are those that would be accepted; what was written is none of them.
 */
void diag_suggest(struct diags *diags, struct str wrong,
		  const struct str *names, size_t count);

/* The name that it would give, or NULL. */
const struct str *diag_nearest(struct str wrong, const struct str *names,
			       size_t count);

/*
 * From now on, of what is reported, `keep` says whether it is to be kept; it
 * is asked once the message has its name.  So what nobody wants takes no room
 * from the rest.
 */
void diags_set_keep(struct diags *diags,
		    bool (*keep)(void *context, const struct diag *diag),
		    void *context);

/* Forgets the messages that are not to be kept; before they are counted. */
void diags_keep(struct diags *diags,
		bool (*keep)(void *context, const struct diag *diag),
		void *context);

/*
 * The messages to tell, by file, line and column: what was met twice, what
 * was made many times and what is too many of one file once.  The array
 * lasts until the next message is reported.
 */
const struct diag *diags_sorted(struct diags *diags, size_t *count);

/* Whether it counts as an error: not a warning, or strict. */
bool diag_is_error(const struct diags *diags, const struct diag *diag);

/* How many mistakes there are, made once or many times. */
size_t diags_error_count(struct diags *diags);
size_t diags_warning_count(struct diags *diags);

/* 0, or 1 with errors, or 3 when the system failed. */
int diags_status(struct diags *diags);

struct diag_style {
	bool colour; /* on a terminal only */
	bool json;   /* one JSON object per place, for editors */
};

/*
 * Writes all messages, sorted by file, line and column, and forgets them:
 *
 *	file:line:column: error: text
 *	   14 | the line
 *	      |     ^~~~
 *	  hint: a way out
 *	  the same at 15:5, 16:5 and 102 more places
 */
void diags_print(struct diags *diags, FILE *to, struct diag_style style);

#endif
