#include "import/placer.h"

#include "import/tally_text.h"
#include "import/wording.h"

enum { HIGH_START = 10 };

static void drop_falls(struct placer *p);
static bool read_block(const struct placer *p, size_t b,
		       double points[NAMES_MOST]);
static bool follows(const struct placer *p, const double points[NAMES_MOST],
		    const double last[NAMES_MOST]);
static double sum_of(const struct placer *p, const double points[NAMES_MOST]);
static bool read_score(const struct placer *p, struct str text,
		       double points[NAMES_MOST]);

/*
 * One score alone runs nowhere: it is told of at the end.  Scores that do not
 * run on are each their criterion's, and out of nobody knows how many.
 */
void place_read_tallies(struct placer *p)
{
	double last[NAMES_MOST] = { 0 }, points[NAMES_MOST];
	size_t count = 0, falls = 0;

	p->scores = arena_array(p->article->arena, struct running,
				p->article->block_count);
	for (size_t b = 0; b < p->article->block_count; b++) {
		if (!read_block(p, b, points))
			continue;
		count += sum_of(p, points) > 0;
		falls += !follows(p, points, last);
		memcpy(last, points, sizeof(last));
		p->scores[b].given = true;
		memcpy(p->scores[b].points, points, sizeof(points));
	}
	p->draft->scored = count > 1 && falls * 3 < count;
	if (p->draft->scored)
		drop_falls(p);
	else
		memset(p->scores, 0,
		       p->article->block_count * sizeof(*p->scores));
	if (count > 1 && !p->draft->scored)
		draft_todo(p->draft,
			   STR("the scores in the text do not run on: they are "
			       "kept as text, for nothing says out of how many "
			       "they are"));
}

/*
 * A score that falls is none, where most rise: what looked like one was a
 * range or a date.
 */
static void drop_falls(struct placer *p)
{
	double last[NAMES_MOST] = { 0 };

	for (size_t b = 0; b < p->article->block_count; b++) {
		struct running *score = &p->scores[b];

		if (score->given && !follows(p, score->points, last))
			*score = (struct running){ 0 };
		if (score->given)
			memcpy(last, score->points, sizeof(last));
	}
	memcpy(p->draft->tally, last, sizeof(last));
}

static bool read_block(const struct placer *p, size_t b,
		       double points[NAMES_MOST])
{
	const struct block *block = &p->article->blocks[b];

	if (block->kind == BLOCK_HEADING && !block->aside)
		return tally_text_read(p->names,
				       outline_tally(p->names, block->plain),
				       points);
	return !block->aside && !block->where.len &&
	       (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM) &&
	       read_score(p, block->plain, points);
}

static bool follows(const struct placer *p, const double points[NAMES_MOST],
		    const double last[NAMES_MOST])
{
	bool ok = true;

	for (size_t i = 0; i < p->names->count; i++)
		ok = ok && points[i] >= last[i] &&
		     points[i] - last[i] <= HIGH_START;
	return ok;
}

static double sum_of(const struct placer *p, const double points[NAMES_MOST])
{
	double sum = 0;

	for (size_t i = 0; i < p->names->count; i++)
		sum += points[i];
	return sum;
}

bool place_tally_in(const struct placer *p, size_t first, size_t end)
{
	for (size_t b = first; b < end; b++) {
		if (p->scores[b].given && sum_of(p, p->scores[b].points) > 0)
			return true;
	}
	return false;
}

void place_points(struct placer *p, struct draft_criterion *c, size_t first,
		  size_t end)
{
	size_t last = end;

	for (size_t b = first; b < end; b++) {
		if (p->scores[b].given)
			last = b;
		if (!c->judged &&
		    p->article->blocks[b].plain.len <= WINNER_LONG)
			c->judged = tally_text_winner(
				p->names, p->article->blocks[b].plain, c->wins);
	}
	if (last == end)
		return;
	c->scored = true;
	for (size_t i = 0; i < p->names->count; i++) {
		c->points[i] = p->scores[last].points[i] - p->before[i];
		if (c->points[i] < 0)
			c->points[i] = 0;
		p->before[i] = p->scores[last].points[i];
		if (c->points[i] > p->draft->most)
			p->draft->most = c->points[i];
	}
}

/* The text as a whole, or its last sentence. */
static bool read_score(const struct placer *p, struct str text,
		       double points[NAMES_MOST])
{
	struct str rest = text, last = text;

	if (tally_text_read(p->names, text, points))
		return true;
	while (rest.ptr && rest.len)
		last = wording_sentence(&rest);
	return last.len < text.len && tally_text_read(p->names, last, points);
}
