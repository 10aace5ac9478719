/*
 * The parts of placing, which place.c joins: place_kind.c, place_criterion.c,
 * place_tally.c, place_score.c, place_table.c, place_text.c, place_new.c.
 *
 * A wrong place is worse than none, so each rule asks for a sign that the
 * author set (a heading, a label, a table's head, a name that begins a
 * sentence), and what has none stays whole, in its order, where it stood.  A
 * block is placed once: block->fate says so, and every part leaves alone
 * what has one.  Only place.c walks down the sections.
 */
#ifndef IMPORT_PLACER_H
#define IMPORT_PLACER_H

#include "import/draft.h"
#include "import/outline.h"
#include "import/table_options.h"

enum { WINNER_LONG = 120 }; /* bytes of what names a winner, and no more */

/* What is left to do with ratings out of different numbers. */
#define PLACE_MIXED                                                       \
	"ratings out of different numbers: to judge by them, bring them " \
	"to one scale in scores.csv"

/* The same with ratings that made no scores, beside others and without. */
#define PLACE_RATED_BESIDE                                              \
	"ratings beside other scores: to judge by them, put them into " \
	"scores.csv instead, and their scale into comparison.md"
#define PLACE_RATED_MORE \
	"ratings that are no scores: add those of criteria to scores.csv"
#define PLACE_RATED_ALONE                                                \
	"ratings of which no scores were made: to judge by them, write " \
	"scores.csv, and the scale in comparison.md"

/* The running score as block `b` tells it. */
struct running {
	bool given;
	double points[NAMES_MOST];
};

struct placer {
	struct draft *draft;
	struct article *article;
	struct arena *arena;
	const struct names *names;
	size_t none;	      /* names->count: no option, or several */
	struct block *blocks; /* the article's */
	const struct section *sections;
	size_t section_count;
	struct running *scores; /* by block */
	bool *criterion;	/* by section: whether it is one */
	double before[NAMES_MOST];
	size_t shared; /* criteria up to where the score last stood */
	struct options_table *tables;
	size_t table_count;
	bool unweighted; /* a criterion got the weight 0 */
	bool mixed;	 /* ratings are out of different numbers */
};

/* place.c: gives each block of the article its place. */
void place_blocks(struct draft *draft, size_t title_block);

/* place_tally.c: the running score. */
void place_read_tallies(struct placer *p);
/* Whether a score stands there other than the one at the start. */
bool place_tally_in(const struct placer *p, size_t first, size_t end);
/* Tells of the winners outside of criteria that are left open, or split. */
void place_doubts(const struct placer *p);
/* The points are what the score has risen by since the criterion before. */
void place_points(struct placer *p, struct draft_criterion *c, size_t first,
		  size_t end);
/* Notes who wins by these words; where others named another, nobody does. */
void place_winner(const struct placer *p, struct draft_criterion *c,
		  const bool wins[NAMES_MOST], struct draft_words words);

/* place_score.c: ratings and winners of criteria. */
/* Notes the ratings in a block, whose words stay; false: of none or not all. */
bool place_rating(struct placer *p, struct draft_criterion *c,
		  const struct block *block, size_t owner);
/* Settles what the scores are, once all criteria are known. */
void place_scores(struct placer *p);

/* place_kind.c: what a section or a block is about. */
void place_read_kinds(struct placer *p);
bool place_is_empty(const struct placer *p, size_t s);
/* What names a winner, or stands before a score and speaks of points. */
bool place_is_verdict(const struct placer *p, size_t b);
/* The words alone name a winner. */
bool place_is_winner(const struct placer *p, size_t b);
/* "Verdict", "Score": what a heading below a criterion's may be called. */
bool place_is_result(const struct section *section);
/* Two numbered items or more, all of them "Title: of both". */
bool place_is_listed(const struct placer *p, size_t s);
/* "Price" of "Price: …" or "**Price.** …"; empty: none. */
struct str place_item_title(const struct placer *p, const struct block *block,
			    struct str *rest);
/*
 * Whom each block from `first` to before `end` is about, names->count for
 * several; false where it is not certain of one of them.
 */
bool place_owners(const struct placer *p, size_t first, size_t end,
		  size_t *owners);

/* place_criterion.c: what options are judged by. */
/* Gives the section where another criterion within begins, or its end. */
size_t place_criterion(struct placer *p, size_t s);
/* A numbered item and what lies below it; gives the block behind it. */
size_t place_item(struct placer *p, size_t b, size_t end);
/* What lies below several options alike: "Oak" with "Price", "Elm" too. */
void place_shared(struct placer *p);

/* place_new.c: a criterion of that title, with an id of its own. */
struct draft_criterion *place_new(struct placer *p, struct str title);

/* place_text.c: what stays as it is. */
void place_text(struct placer *p, struct sheet *sheet, size_t s, size_t end);
void place_block(struct placer *p, struct sheet *sheet, size_t b);
void place_faq(struct placer *p, size_t s);
void place_question(struct placer *p, size_t s);
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
