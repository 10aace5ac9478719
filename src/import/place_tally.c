#include "import/placer.h"

#include "import/tally_text.h"
#include "import/wording.h"

enum { HIGH_START = 10 };

static bool read_score(const struct placer *p, struct str text,
		       double points[NAMES_MOST]);

/* A score that falls is none: what looked like one was a range or a date. */
void place_read_tallies(struct placer *p)
{
	double last[NAMES_MOST] = { 0 }, points[NAMES_MOST];
	bool any = false;

	p->scores = arena_array(p->article->arena, struct score,
				p->article->block_count);
	for (size_t b = 0; b < p->article->block_count; b++) {
		const struct block *block = &p->article->blocks[b];
		bool ok = !block->aside && !block->where.len &&
			  (block->kind == BLOCK_PARAGRAPH ||
			   block->kind == BLOCK_ITEM) &&
			  read_score(p, block->plain, points);

		for (size_t i = 0; ok && i < p->names->count; i++)
			ok = points[i] >= last[i] &&
			     points[i] - last[i] <= HIGH_START;
		if (!ok)
			continue;
		p->scores[b].given = true;
		memcpy(p->scores[b].points, points, sizeof(points));
		memcpy(last, points, sizeof(points));
		for (size_t i = 0; i < p->names->count; i++)
			any |= points[i] > 0;
	}
	p->draft->scored = any;
	memcpy(p->draft->tally, last, sizeof(last));
}

bool place_tally_in(const struct placer *p, size_t first, size_t end)
{
	for (size_t b = first; b < end; b++) {
		double sum = 0;

		for (size_t i = 0; i < p->names->count; i++)
			sum += p->scores[b].points[i];
		if (p->scores[b].given && sum > 0)
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
		if (!c->judged && p->article->blocks[b].plain.len <= 120)
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
