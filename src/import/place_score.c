#include "import/placer.h"

#include <math.h>

#include "base/slug.h"
#include "import/amount.h"
#include "import/rating.h"
#include "import/wording.h"

static void drop_late_tally(struct draft *d);
static bool hold(struct placer *p, const struct draft_criterion *c, size_t b,
		 size_t owner);
static bool rate(struct draft_criterion *c, size_t option,
		 struct rating rating);
static void take_rows(struct placer *p, struct options_table *t);
static void take_row(struct placer *p, const struct options_table *t,
		     struct options_row *row);
static struct draft_criterion *criterion_of(const struct placer *p,
					    struct str label);
static double common_scale(const struct placer *p);
static size_t rate_count(const struct placer *p,
			 const struct draft_criterion *c);
static void take_rates(struct placer *p, double most);
static bool take_wins(struct placer *p);
static void take_answers(struct placer *p);
static void take_measures(struct placer *p, const struct options_table *t);
static struct draft_criterion *take_values(struct placer *p,
					   struct options_row *row,
					   struct str title);
static void give_back(struct placer *p);

bool place_rating(struct placer *p, struct draft_criterion *c, size_t b,
		  size_t owner)
{
	const struct block *block = &p->article->blocks[b];
	struct rating given[NAMES_MOST], one;
	size_t count;
	bool alone = false;

	if (p->draft->scored ||
	    (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_ITEM))
		return false;
	count = rating_each(p->names, block->plain, given);
	if (count) {
		for (size_t i = 0; i < p->names->count; i++)
			if (given[i].most > 0 && !rate(c, i, given[i]))
				return false;
		return hold(p, c, b, count > 1 ? p->names->count : owner);
	}
	return owner < p->names->count &&
	       rating_ends(block->plain, &one, &alone) && rate(c, owner, one) &&
	       alone && hold(p, c, b, owner);
}

/*
 * What the article scored itself is of one kind: the running tally, else
 * ratings, else winners.  The answers and measures of its tables are beside it.
 */
void place_scores(struct placer *p)
{
	struct draft *d = p->draft;
	double most;

	drop_late_tally(d);
	for (size_t k = 0; k < p->table_count; k++)
		take_rows(p, &p->tables[k]);
	most = common_scale(p);
	if (!d->scored && most > 0)
		take_rates(p, most);
	else
		give_back(p);
	d->tallied = !d->rated && (d->scored || take_wins(p));
	if (d->most < 1)
		d->most = 1;
	take_answers(p);
	for (size_t k = 0; k < p->table_count; k++)
		take_measures(p, &p->tables[k]);
	if (p->unweighted)
		draft_todo(d, STR("answers and measures beside the article's "
				  "own scores have `weight: 0`: give one to "
				  "those that are to count"));
}

/* A score told at the end alone says nothing of the criteria. */
static void drop_late_tally(struct draft *d)
{
	for (size_t j = 0; j < d->criterion_count; j++)
		if (d->criteria[j].scored)
			return;
	d->scored = false;
	memset(d->tally, 0, sizeof(d->tally));
}

/* What is no more than a rating is left out of the text, if it is taken. */
static bool hold(struct placer *p, const struct draft_criterion *c, size_t b,
		 size_t owner)
{
	*arena_push(p->article->arena, p->held, p->held_count) =
		(struct held){ b, (size_t)(c - p->draft->criteria), owner };
	p->article->blocks[b].where =
		ARENA_JOIN(p->article->arena, STR("scores.csv: "), c->id);
	return true;
}

/* The first rating of an option on a criterion counts. */
static bool rate(struct draft_criterion *c, size_t option, struct rating rating)
{
	if (c->rate_most > rating.most || c->rate_most < rating.most) {
		if (c->rate_most > 0)
			return false;
		c->rate_most = rating.most;
	}
	if (c->rated[option])
		return false;
	c->rated[option] = true;
	c->rates[option] = rating.value;
	return true;
}

/*
 * Each row that is rated, won or weighted is a criterion: the table says so.
 * The columns that only criteria have, weights and comments, go to them.
 */
static void take_rows(struct placer *p, struct options_table *t)
{
	size_t rated = 0;

	for (size_t r = 0; r < t->row_count; r++)
		rated += t->rows[r].kind == ROW_RATINGS;
	for (size_t r = 0; r < t->row_count; r++) {
		struct options_row *row = &t->rows[r];

		if (!row->sum && row->label.len &&
		    ((row->kind == ROW_RATINGS && rated > 1) || row->judged ||
		     (t->weighted && t->whole)))
			take_row(p, t, row);
	}
}

static void take_row(struct placer *p, const struct options_table *t,
		     struct options_row *row)
{
	struct draft_criterion *c = criterion_of(p, row->label);
	struct block comment = { .kind = BLOCK_PARAGRAPH,
				 .text = row->comment };

	if (!c)
		c = place_new_criterion(p, row->label);
	for (size_t i = 0; row->kind == ROW_RATINGS && i < p->names->count; i++)
		if (!isnan(row->values[i]) && row->cells[i].len)
			row->taken |= rate(c, i,
					   (struct rating){ row->values[i],
							    row->most });
	if (row->judged && !c->judged) {
		c->judged = true;
		memcpy(c->wins, row->wins, sizeof(c->wins));
	}
	if (t->weighted && t->whole && isnan(c->weight))
		c->weight = row->weight;
	if (t->whole && row->comment.len)
		sheet_add(&c->body, &comment, STR(""));
}

/* The criterion of that title: a longer or shorter one is another. */
static struct draft_criterion *criterion_of(const struct placer *p,
					    struct str label)
{
	struct draft *d = p->draft;
	struct arena *arena = p->article->arena;
	struct str id = slug_of(label, arena);

	for (size_t j = 0; j < d->criterion_count; j++)
		if (wording_equals(d->criteria[j].title, label) ||
		    (id.len &&
		     str_equals(slug_of(d->criteria[j].title, arena), id)))
			return &d->criteria[j];
	return NULL;
}

/*
 * The one scale that all ratings of criteria are on, or 0.  A single rating is
 * as likely one of the whole product; and where more criteria have a winner,
 * the ratings leave out some of what the article judged.
 */
static double common_scale(const struct placer *p)
{
	const struct draft *d = p->draft;
	double most = 0;
	size_t rated = 0, judged = 0;

	for (size_t j = 0; j < d->criterion_count; j++) {
		const struct draft_criterion *c = &d->criteria[j];

		judged += c->judged;
		if (rate_count(p, c) < 2)
			continue;
		rated++;
		if (most > 0 && (c->rate_most > most || c->rate_most < most))
			return 0;
		most = c->rate_most;
	}
	return rated > 1 && rated >= judged ? most : 0;
}

static size_t rate_count(const struct placer *p,
			 const struct draft_criterion *c)
{
	size_t count = 0;

	for (size_t i = 0; i < p->names->count; i++)
		count += c->rated[i];
	return count;
}

static void take_rates(struct placer *p, double most)
{
	struct draft *d = p->draft;

	d->scored = d->rated = true;
	d->most = most;
	for (size_t j = 0; j < d->criterion_count; j++) {
		struct draft_criterion *c = &d->criteria[j];

		c->scored = rate_count(p, c) > 1;
		memcpy(c->points, c->rates, sizeof(c->points));
	}
}

/*
 * Winners give points where there are two of them at least: a single one is
 * as likely the article's verdict on the whole.
 */
static bool take_wins(struct placer *p)
{
	struct draft *d = p->draft;
	size_t judged = 0;

	for (size_t j = 0; j < d->criterion_count; j++)
		judged += d->criteria[j].judged;
	if (judged < 2)
		return false;
	d->scored = true;
	d->most = 1;
	for (size_t j = 0; j < d->criterion_count; j++) {
		struct draft_criterion *c = &d->criteria[j];

		c->scored = c->judged;
		for (size_t i = 0; c->judged && i < p->names->count; i++) {
			c->points[i] = c->wins[i];
			d->tally[i] += c->wins[i];
		}
	}
	for (size_t k = 0; k < p->table_count; k++)
		if (p->tables[k].judged && p->tables[k].whole &&
		    !p->tables[k].columns[0] && !p->tables[k].block->where.len)
			p->tables[k].block->where = STR("scores.csv");
	return true;
}

/*
 * "✅" and "no" are answers, which count as yes and no do in scores.csv.  One
 * row of them alone is as likely a remark in a table of something else.
 */
static void take_answers(struct placer *p)
{
	size_t count = 0;

	for (size_t k = 0; k < p->table_count; k++)
		for (size_t r = 0; r < p->tables[k].row_count; r++)
			count += p->tables[k].rows[r].kind == ROW_ANSWERS;
	for (size_t k = 0; k < p->table_count && count > 1; k++)
		for (size_t r = 0; r < p->tables[k].row_count; r++) {
			struct options_row *row = &p->tables[k].rows[r];
			struct draft_criterion *c;

			if (row->kind != ROW_ANSWERS)
				continue;
			c = take_values(p, row, row->label);
			if (c)
				c->answered = p->draft->answered = true;
		}
	if (p->draft->answered)
		draft_todo(p->draft,
			   STR("yes counts as good and no as bad: turn the "
			       "scores round where it is the other way"));
}

/* Which way is better is a guess, and the report asks to confirm it. */
static void take_measures(struct placer *p, const struct options_table *t)
{
	struct arena *arena = p->article->arena;
	struct str said = { "", 0 };

	for (size_t r = 0; r < t->row_count; r++) {
		struct options_row *row = &t->rows[r];
		struct draft_criterion *c;

		if (row->kind != ROW_MEASURES || row->sum)
			continue;
		c = take_values(p, row, row->title);
		if (!c)
			continue;
		p->draft->measured_count++;
		c->unit = row->unit;
		c->lower = amount_is_cost(row->title, row->unit);
		said = ARENA_JOIN(
			arena, said, said.len ? STR(", ") : STR(""), c->title,
			c->lower ? STR(" (lower)") : STR(" (higher)"));
	}
	if (said.len)
		draft_todo(p->draft,
			   arena_printf(arena,
					"line %u, which way is better is a "
					"guess, confirm `better` of each "
					"`measure`: %.*s",
					t->block->line, STR_ARG(said)));
}

/*
 * Makes a row's values the scores of its criterion; NULL where that has some.
 * What the article scored itself says who wins: beside it, they count nothing
 * until the author gives them a weight.
 */
static struct draft_criterion *take_values(struct placer *p,
					   struct options_row *row,
					   struct str title)
{
	struct draft *d = p->draft;
	struct draft_criterion *c = criterion_of(p, title);

	if (c && c->scored)
		return NULL;
	if (!c)
		c = place_new_criterion(p, title);
	if ((d->rated || d->tallied) && isnan(c->weight)) {
		c->weight = 0;
		p->unweighted = true;
	}
	row->taken = c->scored = d->scored = true;
	for (size_t i = 0; i < p->names->count; i++) {
		c->points[i] = row->values[i];
		c->rated[i] = !isnan(row->values[i]);
	}
	return c;
}

/* Ratings that are not taken stay in the text. */
static void give_back(struct placer *p)
{
	struct arena *arena = p->article->arena;

	for (size_t k = 0; k < p->held_count; k++) {
		const struct held *h = &p->held[k];
		struct draft_criterion *c = &p->draft->criteria[h->criterion];

		sheet_add(h->owner < p->names->count ? &c->parts[h->owner]
						     : &c->body,
			  &p->article->blocks[h->block],
			  ARENA_JOIN(arena, STR("criteria/"), c->file));
	}
}
