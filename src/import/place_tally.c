#include "import/placer.h"

#include <math.h>

#include "base/wording.h"
#include "import/phrases.h"
#include "import/sentence.h"
#include "import/tally_text.h"

enum { HIGH_START = 10 };

static bool read_block(const struct placer *p, size_t b,
		       double points[NAMES_MOST]);
static bool follows(const struct placer *p, const double points[NAMES_MOST],
		    const double last[NAMES_MOST]);
static void take_points(struct placer *p, struct draft_criterion *c,
			const double *points);
static void share_points(struct placer *p, struct draft_criterion *c);
static bool is_won(const struct placer *p, const struct draft_criterion *c,
		   const double *points);
static void take_draw(const struct placer *p, struct draft_criterion *c,
		      size_t first, size_t end);

/*
 * One score alone runs nowhere: it is told of at the end.  Scores that do not
 * run on are each their criterion's, and out of nobody knows how many.
 */
void place_read_tallies(struct placer *p)
{
	double *last = p->draft->tally, points[NAMES_MOST];
	size_t count = 0, blocks = p->article->block_count;
	bool runs = true;

	p->scores = arena_array(p->arena, struct running, blocks);
	for (size_t b = 0; b < blocks; b++) {
		if (!read_block(p, b, points))
			continue;
		runs = runs && follows(p, points, last);
		p->scores[b].given = true;
		memcpy(p->scores[b].points, points, sizeof(points));
		memcpy(last, points, sizeof(points));
		count += place_tally_in(p, b, b + 1);
	}
	p->draft->scored = runs && count > 1;
	if (p->draft->scored)
		return;
	memset(p->scores, 0, blocks * sizeof(*p->scores));
	if (count > 1)
		draft_todo(p->draft,
			   "the scores in the text do not run on: they are "
			   "kept as text, for nothing says out of how many "
			   "they are");
}

/* The text as a whole, or its last sentence. */
static bool read_block(const struct placer *p, size_t b,
		       double points[NAMES_MOST])
{
	const struct block *block = &p->blocks[b];
	struct str rest = block->plain, last = rest;

	if (block->aside || block->fate)
		return false;
	if (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_ITEM)
		return false;
	if (tally_text_read(p->names, rest, points))
		return true;
	while (rest.len)
		last = sentence_cut(&rest);
	return last.len < block->plain.len &&
	       tally_text_read(p->names, last, points);
}

static bool follows(const struct placer *p, const double points[NAMES_MOST],
		    const double last[NAMES_MOST])
{
	for (size_t i = 0; i < p->none; i++)
		if (points[i] < last[i] || points[i] - last[i] > HIGH_START)
			return false;
	return true;
}

bool place_tally_in(const struct placer *p, size_t first, size_t end)
{
	for (size_t b = first; b < end; b++)
		for (size_t i = 0; p->scores[b].given && i < p->none; i++)
			if (p->scores[b].points[i] > 0)
				return true;
	return false;
}

void place_points(struct placer *p, struct draft_criterion *c, size_t first,
		  size_t end)
{
	const double *points = NULL;
	const struct block *doubt = NULL, *won = NULL;

	for (size_t b = first; b < end; b++) {
		const struct block *block = &p->blocks[b];
		bool doubted, wins[NAMES_MOST];

		if (p->scores[b].given)
			points = p->scores[b].points;
		if (block->aside || block->kind == BLOCK_IMAGE ||
		    block->plain.len > WINNER_LONG)
			continue;
		if (tally_text_winner(p->names, block->plain, wins)) {
			won = won ? won : block;
			place_winner(p, c, wins,
				     (struct draft_words){ block->line,
							   block->plain });
		} else if (tally_text_verdict(p->names, block->plain,
					      &doubted) &&
			   doubted) {
			doubt = block;
		}
	}
	/* The score and its note are of the same words. */
	if (won && !points)
		c->note = won->text;
	c->scored = points != NULL;
	if (!doubt && !won)
		take_draw(p, c, first, end);
	if (doubt && !points && !won)
		draft_doubt(p->draft, doubt->line, doubt->plain);
	if (points)
		take_points(p, c, points);
}

void place_doubts(const struct placer *p)
{
	for (size_t b = 0; b < p->article->block_count; b++) {
		const struct block *block = &p->blocks[b];
		struct str words = block->plain;
		size_t overall = wording_starts_any(words, PHRASES_OVERALL);
		bool doubted = false;

		if (block->kind != BLOCK_HEADING && !block->aside &&
		    words.len <= WINNER_LONG &&
		    (overall || !str_starts(block->path, "criteria/")) &&
		    tally_text_verdict(p->names, str_from_byte(words, overall),
				       &doubted) &&
		    doubted)
			draft_doubt(p->draft, block->line, words);
	}
}

/* What the score has risen by since it last stood. */
static void take_points(struct placer *p, struct draft_criterion *c,
			const double *points)
{
	struct draft *d = p->draft;

	for (size_t i = 0; i < p->none; i++) {
		c->points[i] = fmax(points[i] - p->before[i], 0);
		p->before[i] = points[i];
	}
	share_points(p, c);
	p->shared = d->criterion_count;
	for (size_t i = 0; c->scored && i < p->none; i++)
		d->most = fmax(d->most, c->points[i]);
}

/*
 * Of criteria that have a winner and no score of their own, each has the
 * point of it, and `c` what is left.
 */
static void share_points(struct placer *p, struct draft_criterion *c)
{
	struct draft_criterion *first = &p->draft->criteria[p->shared], *o;
	double rest[NAMES_MOST];

	memcpy(rest, c->points, sizeof(rest));
	for (o = first; o < c; o++)
		for (size_t i = 0; o->judged && i < p->none; i++)
			rest[i] -= o->wins[i];
	if (!is_won(p, c, rest)) {
		c->scored = false;
		draft_todo(p->draft,
			   "%.*s: the score has risen otherwise than by the "
			   "winners since it last stood: no score was taken "
			   "from it",
			   STR_ARG(c->title));
		return;
	}
	for (o = first; o < c; o++) {
		o->scored = o->judged;
		for (size_t i = 0; o->judged && i < p->none; i++)
			o->points[i] = o->wins[i];
	}
	memcpy(c->points, rest, sizeof(rest));
}

/* Whether who wins `c` may have won by such points. */
static bool is_won(const struct placer *p, const struct draft_criterion *c,
		   const double *points)
{
	for (size_t i = 0; i < p->none; i++)
		for (size_t k = 0; k < p->none; k++)
			if (points[i] < 0 ||
			    (c->judged && c->wins[i] && !c->wins[k] &&
			     points[i] <= points[k]))
				return false;
	return true;
}

void place_winner(const struct placer *p, struct draft_criterion *c,
		  const bool wins[NAMES_MOST], struct draft_words words)
{
	size_t size = p->none * sizeof(*wins);

	if (!c->won[0].words.len) {
		c->won[0] = words;
		c->judged = true;
		memcpy(c->wins, wins, size);
	} else if (!c->won[1].words.len && memcmp(c->wins, wins, size) != 0) {
		c->won[1] = words;
		c->judged = false;
	}
}

/* A winner that is named in a text of its own comes before that. */
static void take_draw(const struct placer *p, struct draft_criterion *c,
		      size_t first, size_t end)
{
	bool wins[NAMES_MOST];

	memset(wins, true, sizeof(wins));
	for (size_t b = first; b < end; b++) {
		const struct block *block = &p->blocks[b];

		if (block->kind == BLOCK_PARAGRAPH && !block->aside &&
		    tally_text_ends_in_draw(block->plain))
			place_winner(p, c, wins,
				     (struct draft_words){ block->line,
							   block->plain });
	}
}
