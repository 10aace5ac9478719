/*
 * The parts of placing, which import/place.c joins: each takes sections or
 * blocks of the outline and puts them into the draft.
 *
 * A wrong place is worse than none, so each rule asks for a sign that the
 * author set (a heading, a label, a table's head, a name that begins a
 * sentence), and what has none stays whole, in its order, where it stood.  A
 * block is placed once: block->where says so, and every part leaves alone
 * what has one.
 */
#ifndef IMPORT_PLACER_H
#define IMPORT_PLACER_H

#include "import/draft.h"
#include "import/outline.h"

enum { WINNER_LONG = 120 }; /* bytes of what names a winner, and no more */

/* The running score as block `b` tells it. */
struct running {
	bool given;
	double points[NAMES_MOST];
};

/* A block that was no more than a rating. */
struct held {
	size_t block, criterion, owner;
};

struct placer {
	struct draft *draft;
	struct article *article;
	const struct names *names;
	struct outline outline;
	struct running *scores; /* by block */
	bool *criterion;	/* by section: whether it is one */
	double before[NAMES_MOST];
	struct held *held;
	size_t held_count;
	struct options_table *tables;
	size_t table_count;
	bool unweighted; /* a criterion got the weight 0 */
};

/* What the cells of a row say of the options. */
enum row_kind {
	ROW_OTHER,
	ROW_RATINGS,  /* "9/10": out of a known number */
	ROW_ANSWERS,  /* yes, no, partial */
	ROW_NUMBERS,  /* out of nobody knows what */
	ROW_MEASURES, /* "450 g" and "380 g": in one unit, one for each */
	ROW_UNEVEN,   /* "$10" and "free", "4 GB" and "512 MB" */
	ROW_WORDS,    /* "excellent" */
};

struct options_row {
	struct str label, comment;
	struct str cells[NAMES_MOST]; /* without markup */
	enum row_kind kind;
	double values[NAMES_MOST], most; /* of ratings; NAN: none */
	struct str title, unit; /* of measures: the label without the unit */
	double weight;		/* NAN: none */
	bool sum, judged, wins[NAMES_MOST];
	bool taken; /* its cells are scores now */
};

/* A table that tells of the options, turned so that they head its columns. */
struct options_table {
	struct block *block;
	bool turned,
		whole; /* whole: every column is known to be for something */
	bool weighted, judged;
	size_t columns
		[NAMES_MOST]; /* of the block, by option; 0: none has one */
	struct options_row *rows;
	size_t row_count;
};

/* Whatever a section turns out to be, with what lies in it. */
void place_section(struct placer *p, size_t s, enum role inherited);

/* place_tally.c: the running score. */
void place_read_tallies(struct placer *p);
/* Whether a score stands there other than the one at the start. */
bool place_tally_in(const struct placer *p, size_t first, size_t end);
/* The points are what the score has risen by since the criterion before. */
void place_points(struct placer *p, struct draft_criterion *c, size_t first,
		  size_t end);

/* place_score.c: ratings and winners of criteria. */
/* Notes the rating in a block; true where it is no more than one. */
bool place_rating(struct placer *p, struct draft_criterion *c, size_t b,
		  size_t owner);
/* Settles what the scores are, once all criteria are known. */
void place_scores(struct placer *p);

/* place_kind.c: what a section or a block is about. */
void place_read_kinds(struct placer *p);
bool place_is_empty(const struct placer *p, size_t s);
/* The block behind all of a section. */
size_t place_block_after(const struct placer *p, size_t s);
/* What names a winner, or stands before a score and speaks of points. */
bool place_is_verdict(const struct placer *p, size_t b);
/* Two numbered items or more, all of them "Title: of both". */
bool place_is_listed(const struct placer *p, size_t s);
/* "Price" of "Price: …", "**Price.** …" or "Price – …"; empty: none. */
struct str place_item_title(const struct placer *p, const struct block *block,
			    struct str *rest);
/*
 * Whom each block from `first` to before `end` is about, names->count for
 * several; false where it is not certain of one of them.
 */
bool place_owners(const struct placer *p, size_t first, size_t end,
		  size_t *owners);

/* place_criterion.c: what options are judged by. */
void place_criterion(struct placer *p, size_t s);
void place_listed(struct placer *p, size_t s);
/* What lies below several options alike: "Oak" with "Price", "Elm" too. */
void place_shared(struct placer *p);
struct draft_criterion *place_new_criterion(struct placer *p, struct str title);

/* place_option.c: what tells of one option. */
void place_option(struct placer *p, size_t s, size_t option,
		  enum role inherited);
/* "Oak pros:" and a list; "Oak: cheap, but heavy." */
void place_pros_cons(struct placer *p, size_t s);

/* place_facts.c: what stands in an option's front matter; true if placed. */
/* "**Price:** free", "Best for: families"; `listed`: among pros or cons. */
bool place_fact(struct placer *p, size_t option, size_t b, size_t end,
		bool listed);
/* "Netflix – streaming". */
bool place_use(struct placer *p, size_t option, size_t b);
/* "✅ Cheap". */
bool place_marked(struct placer *p, size_t option, size_t b);
/* An item of a list of that role: pros, cons, features or best_for. */
bool place_in_list(struct placer *p, size_t option, size_t b, enum role role);
struct list *place_list_of(struct draft_option *option, enum role role);

/* place_text.c: what stays as it is. */
void place_text(struct placer *p, struct sheet *sheet, size_t s,
		const char *file);
void place_block(struct placer *p, struct sheet *sheet, size_t b,
		 const char *file);
void place_faq(struct placer *p, size_t s);
void place_question(struct placer *p, size_t s);
/* A heading without its number; the same as Markdown. */
struct str place_heading_words(const struct placer *p, size_t s);
struct str place_heading_text(const struct placer *p, size_t s);

/* place_table.c: tables that tell of the options. */
void place_read_tables(struct placer *p);
/* Whether a block is one that goes to tables/, or holds pros and cons. */
bool place_is_table(const struct placer *p, const struct block *block);
/* Whether a table of the options has a row of that name. */
bool place_is_row(const struct placer *p, struct str topic);
/* Takes pros and cons; `owner`: the option it stands below, or none. */
bool place_pros_table(struct placer *p, struct block *block, size_t owner);
/* Gives the tables their places, once the scores are known. */
void place_tables(struct placer *p);

#endif
