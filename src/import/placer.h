/*
 * The parts of placing, which import/place.c joins: each takes sections or
 * blocks of the outline and puts them into the draft.
 *
 * A block is placed once: block->where says so, and every part leaves alone
 * what has one.  What none of them takes is left to place_blocks.
 */
#ifndef IMPORT_PLACER_H
#define IMPORT_PLACER_H

#include "import/draft.h"
#include "import/outline.h"

enum { WINNER_LONG = 120 }; /* bytes of what names a winner, and no more */

/* The running score as block `b` tells it. */
struct score {
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
	struct score *scores; /* by block */
	bool *tells;	      /* by section: of several, each by itself */
	double before[NAMES_MOST];
	bool is_told; /* a score that stands once, as a result does */
	double told[NAMES_MOST];
	bool separate; /* each score is its criterion's alone */
	struct held *held;
	size_t held_count;
	struct block **winners; /* tables of nothing but winners */
	size_t winner_count;
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
bool place_is_criterion(const struct placer *p, size_t s);
bool place_is_empty(const struct placer *p, size_t s);
/* The block behind all of a section. */
size_t place_block_after(const struct placer *p, size_t s);
/* Whether section `s` tells of one option what its head is about. */
bool place_is_part(const struct placer *p, size_t s, size_t head);
/* What names a winner, or stands before a score and speaks of points. */
bool place_is_verdict(const struct placer *p, size_t b);
/* Three numbered items or more, most of them "Title: of both". */
bool place_is_listed(const struct placer *p, size_t s);
/* "Price" of "Price: …", "**Price.** …" or "Price – …"; empty: none. */
struct str place_item_title(const struct placer *p, const struct block *block,
			    struct str *rest);
/* A block that names nobody goes on about whom the last one was about. */
size_t place_owner(const struct placer *p, const struct block *block,
		   size_t last);
/* Marks the options that have sentences of their own; tells how many. */
size_t place_sentence_owners(const struct placer *p, struct str text,
			     bool seen[NAMES_MOST]);
/* The option that all of a section is about, or names->count. */
size_t place_only_owner(const struct placer *p, size_t s);

/* place_criterion.c: what options are judged by. */
void place_criterion(struct placer *p, size_t s);
void place_listed(struct placer *p, size_t s);
/* What lies below several options alike: "Oak" with "Price", "Elm" too. */
void place_shared(struct placer *p);
struct draft_criterion *place_new_criterion(struct placer *p, struct str title);

/* place_option.c: what tells of one option. */
void place_option(struct placer *p, size_t s, size_t option,
		  enum role inherited);
/* "Oak: cheap, but heavy." goes to oak's overview, with what it is on. */
void place_pros_cons(struct placer *p, size_t s);

/* place_facts.c: what stands in an option's front matter; true if placed. */
/* "**Price:** free", "Best for: families"; `listed`: among pros or cons. */
bool place_fact(struct placer *p, size_t option, size_t b, size_t end,
		bool listed);
/* "Netflix – streaming". */
bool place_use(struct placer *p, size_t option, size_t b);
/* Items such as "Netflix uses oak for streaming". */
void place_users(struct placer *p, size_t s);
/* "✅ Cheap". */
bool place_marked(struct placer *p, size_t option, size_t b);
/* A table with the columns "Pros" and "Cons". */
bool place_pros_table(struct placer *p, size_t option, size_t b);

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

/* place_table.c: one with a column, or a row, for each option. */
bool place_table(struct placer *p, struct block *block, struct str title);
/* Finds its columns, or rows where it is turned; `whole`: it has no others. */
bool place_table_options(const struct placer *p, struct draft_table *table,
			 bool whole);

#endif
