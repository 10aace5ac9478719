/*
 * A comparison made from an article, before it is written.
 *
 * Every block of the article stands in exactly one place of the draft, or
 * among what could not be placed; block->fate says which.  draft.c makes it,
 * draft_report.c says what became of the article, draft_write.c writes it.
 */
#ifndef IMPORT_DRAFT_H
#define IMPORT_DRAFT_H

#include "import/made.h"
#include "import/names.h"
#include "import/sheet.h"

/* The lists that an option has; see DRAFT_LISTS for their keys. */
enum list_kind { LIST_FEATURES, LIST_PROS, LIST_CONS, LIST_BEST_FOR, LISTS };

extern const char *const DRAFT_LISTS[LISTS];

struct list {
	struct str *items; /* inline Markdown */
	size_t count;
};

struct draft_option {
	struct sheet body;
	struct list lists[LISTS];
};

/* Words that name a winner; empty: none do. */
struct draft_words {
	unsigned line;
	struct str words;
};

struct draft_criterion {
	struct str id, title;
	struct sheet body, parts[NAMES_MOST], verdict;
	bool scored;
	double points[NAMES_MOST]; /* where it is scored; NAN: none */
	bool judged;		   /* the article says who wins */
	bool wins[NAMES_MOST];
	struct draft_words won[2]; /* who wins; who else does: nobody, then */
	double rates[NAMES_MOST], rate_most; /* "4 out of 5": 4 and 5 */
	size_t rate_count;		     /* of options that have one */
	bool answered;			     /* the points are yes and no */
	struct str unit; /* where they are measures; or empty */
	bool lower;	 /* the less of it, the better */
	double weight;	 /* NAN: not given */
	struct str note;
};

struct draft_table {
	struct str title;
	struct sheet sheet;
};

struct draft {
	struct article *article;
	struct names names;
	struct str title, summary;
	struct str date; /* empty where the article gives none, until the
			    caller sets it */
	bool date_is_guess, scored, answered;
	bool rated;		  /* the scores are ratings */
	bool tallied;		  /* they are points of a tally or of winners */
	double most;		  /* points of one criterion */
	double tally[NAMES_MOST]; /* the last one read */
	struct draft_option options[NAMES_MOST];
	struct draft_criterion *criteria;
	size_t criterion_count;
	struct draft_table *tables;
	size_t table_count;
	struct sheet intro, guide, faq, unplaced;
	size_t question_count, unplaced_count;
	struct lines todo; /* what is left to do */
};

/* False with diagnostics when no two options can be found. */
bool draft_make(struct diags *diags, struct article *article,
		struct draft *draft);

/* The draft's buffers are not the arena's. */
void draft_release(struct draft *draft);

/* The name of the comparison's folder: nodejs-vs-python. */
struct str draft_slug(const struct draft *draft);

/* The folder as it is to be written; its report is in place there, too. */
void draft_write(const struct draft *draft, struct made *made);

/* Adds a line to what is left to do; as by printf. */
#define draft_todo(draft, ...) \
	lines_add(&(draft)->todo, (draft)->article->arena, __VA_ARGS__)

/* Such a line, of words that name a winner and leave it open. */
void draft_doubt(struct draft *draft, unsigned line, struct str words);

/* "2 options, 1 criterion, tally 8–6": what was found. */
void draft_finding(const struct draft *draft, struct buf *buf);

/* What became of each block, a line each, below what to do next. */
void draft_report(const struct draft *draft, struct buf *report);

#endif
