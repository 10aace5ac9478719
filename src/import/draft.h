/*
 * A comparison made from an article, before it is written.
 *
 * Every block of the article stands in exactly one place of the draft, or
 * among what could not be placed; block->where says which.
 */
#ifndef IMPORT_DRAFT_H
#define IMPORT_DRAFT_H

#include "base/buf.h"
#include "import/names.h"

/* Markdown being collected for one place. */
struct sheet {
	struct buf text;
	enum block_kind last;
	int depth, level; /* of the last item: here, and in the article */
	bool quoted;
};

struct list {
	struct str *items; /* inline Markdown */
	size_t count;
};

struct fact_text {
	struct str label, value;
};

struct use_text {
	struct str organisation, purpose; /* plain words */
};

struct draft_option {
	struct sheet body;
	struct list features, pros, cons, best_for;
	struct str website;
	struct fact_text *facts;
	struct use_text *uses;
	size_t fact_count, use_count;
};

struct draft_criterion {
	struct str id, title, file;
	struct sheet body, parts[NAMES_MOST], verdict;
	bool scored, judged; /* by a tally; by a sentence on its winner */
	double points[NAMES_MOST];
	bool wins[NAMES_MOST];
	bool rated[NAMES_MOST];
	double rates[NAMES_MOST], rate_most; /* "4 out of 5": 4 and 5 */
	bool answered;			     /* the points are yes and no */
	struct str unit; /* of measures, which the points are; or empty */
	bool lower;	 /* the less of it, the better */
	double weight;	 /* NAN: not given */
	struct str note;
};

struct draft_table {
	struct str id, title;
	const struct block *block;
	size_t columns[NAMES_MOST]; /* of the block, by option */
	bool turned;		    /* its rows are the options */
};

struct draft {
	struct article *article;
	struct names names;
	struct str title, summary, disclosure;
	struct str date; /* empty where the article gives none, until the
			    caller sets it */
	bool date_is_guess, scored, answered;
	struct str *todo; /* what is left to do, a line each */
	size_t todo_count;
	bool rated;   /* the scores are ratings */
	bool tallied; /* they are points of a tally or of winners */
	size_t measured_count;
	double most;		  /* points of one criterion */
	double tally[NAMES_MOST]; /* the last one read */
	struct draft_option options[NAMES_MOST];
	struct draft_criterion *criteria;
	size_t criterion_count;
	struct draft_table *tables;
	size_t table_count;
	struct sheet intro, guide, faq, unplaced;
	size_t question_count, unplaced_count;
};

/* False with diagnostics when no two options can be found. */
bool draft_make(struct diags *diags, struct article *article,
		struct draft *draft);

/* The draft's buffers are not the arena's. */
void draft_release(struct draft *draft);

/* The name of the comparison's folder: nodejs-vs-python. */
struct str draft_slug(const struct draft *draft);

/*
 * Writes the folder content/slug, and a site.yaml where content has none.
 * A folder that is there already is an error, and stays as it is.
 */
bool draft_write(struct diags *diags, const struct draft *draft,
		 const char *content);

void draft_todo(struct draft *draft, struct str line);

/* "2 options, 1 criterion, tally 8–6": what was found. */
void draft_finding(const struct draft *draft, struct buf *buf);

/* What became of each block, a line each, below what to do next. */
void draft_report(const struct draft *draft, struct buf *report);

/* Appends a block to a sheet, and notes where it went. */
void sheet_add(struct sheet *sheet, struct block *block, struct str where);
void sheet_add_heading(struct sheet *sheet, int level, struct str words);

#endif
