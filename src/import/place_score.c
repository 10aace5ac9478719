#include "import/placer.h"

#include <math.h>

#include "base/slug.h"
#include "base/wording.h"
#include "import/phrases.h"
#include "import/rating.h"
#include "import/table_words.h"

static bool rate(struct placer *p, struct draft_criterion *c, size_t option,
		 struct rating rating);
static void drop_late_tally(struct draft *d);
static void take_rows(struct placer *p, const struct options_table *t);
static void take_row(struct placer *p, const struct options_table *t,
		     struct options_row *row);
static struct draft_criterion *criterion_of(struct placer *p, struct str label);
static void say_disputed(const struct placer *p);
static void say_beyond(const struct placer *p);
static void say_unlike(const struct placer *p);
static bool leads(const struct placer *p, const struct draft_criterion *c);
static unsigned reversed_in(const struct placer *p);
static double common_scale(struct placer *p, size_t judged);
static void take_scores(struct placer *p, double most);
static void say_ratings(const struct placer *p);
static bool is_left(const struct placer *p, size_t b);
static void say_single(const struct placer *p);
static void take_values(struct placer *p, enum row_kind kind, size_t least,
			const char *todo);
static void take_value(struct placer *p, struct options_row *row,
		       struct str *said);

bool place_rating(struct placer *p, struct draft_criterion *c,
		  const struct block *block, size_t owner)
{
	struct rating rating, ratings[NAMES_MOST];
	bool alone, taken = true;

	if (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_ITEM)
		return false;
	if (rating_list(p->names, block->plain, ratings)) {
		for (size_t i = 0; i < p->none; i++)
			taken &= !(ratings[i].most > 0) ||
				 rate(p, c, i, ratings[i]);
		return taken;
	}
	return owner < p->none &&
	       rating_ends(p->names, block->plain, &rating, &alone) &&
	       rate(p, c, owner, rating);
}

/* The first rating of an option on a criterion counts. */
static bool rate(struct placer *p, struct draft_criterion *c, size_t option,
		 struct rating rating)
{
	if (c->rate_most > 0 && fabs(c->rate_most - rating.most) > 0) {
		p->mixed = true;
		return false;
	}
	c->rate_most = rating.most;
	if (!isnan(c->rates[option]))
		return !(fabs(c->rates[option] - rating.value) > 0);
	c->rates[option] = rating.value;
	c->rate_count++;
	return true;
}

/*
 * What the article scored itself is of one kind: the running tally, else
 * ratings, else winners.  The answers and measures of its tables are beside it.
 */
void place_scores(struct placer *p)
{
	struct draft *d = p->draft;
	size_t judged = 0;
	unsigned reversed;
	double most;

	drop_late_tally(d);
	for (size_t k = 0; k < p->table_count; k++)
		take_rows(p, &p->tables[k]);
	for (size_t j = 0; j < d->criterion_count; j++)
		judged += d->criteria[j].judged;
	say_disputed(p);
	reversed = reversed_in(p);
	most = reversed ? 0 : common_scale(p, judged);
	if (reversed)
		draft_todo(d,
			   "line %u: 1 is the best score, so that ratings are "
			   "no scores: to judge by them, write scores.csv, and "
			   "give each criterion `measure: { better: lower }`",
			   reversed);
	d->tallied = d->scored;
	if (!d->scored && (most > 0 || judged > 1))
		take_scores(p, most);
	say_beyond(p);
	say_unlike(p);
	d->most = fmax(d->most, 1);
	take_values(p, ROW_ANSWERS, 2,
		    "yes counts as good and no as bad: turn the scores round "
		    "where it is the other way");
	take_values(p, ROW_MEASURES, 1,
		    "check `better` of each `measure`: higher is taken where "
		    "it is not set");
	if (d->rated)
		say_single(p);
	if (p->mixed)
		draft_todo(d, PLACE_MIXED);
	else
		say_ratings(p);
	if (p->unweighted)
		draft_todo(d, "answers and measures beside the article's own "
			      "scores have `weight: 0`: give one to those that "
			      "are to count");
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

/*
 * Each row that is rated, won or weighted is a criterion: the table says so.
 * One rating alone is as likely of the whole product.
 */
static void take_rows(struct placer *p, const struct options_table *t)
{
	size_t rated = 0;

	for (size_t r = 0; r < t->row_count; r++)
		rated += t->rows[r].kind == ROW_RATINGS;
	for (size_t r = 0; r < t->row_count; r++) {
		struct options_row *row = &t->rows[r];

		if (!row->sum && row->label.len &&
		    ((row->kind == ROW_RATINGS && rated > 1) || row->judged ||
		     (t->weighted && !isnan(row->weight))))
			take_row(p, t, row);
	}
}

/* The columns that only criteria have, weights and comments, go to them. */
static void take_row(struct placer *p, const struct options_table *t,
		     struct options_row *row)
{
	struct draft_criterion *c = criterion_of(p, row->label);
	struct block comment = { .kind = BLOCK_PARAGRAPH,
				 .text = row->comment };

	row->taken |= row->kind == ROW_RATINGS;
	for (size_t i = 0; row->kind == ROW_RATINGS && i < p->none; i++)
		if (!isnan(row->values[i]))
			rate(p, c, i,
			     (struct rating){ row->values[i], row->most });
	if (row->judged)
		place_winner(p, c, row->wins,
			     (struct draft_words){ t->block->line,
						   row->verdict });
	if (t->weighted && isnan(c->weight))
		c->weight = row->weight;
	if (t->whole && row->comment.len)
		sheet_add(&c->body, &comment);
}

/* The criterion of that title: a longer or shorter one is another. */
static struct draft_criterion *criterion_of(struct placer *p, struct str label)
{
	struct draft *d = p->draft;
	struct str id = slug_of(label, p->arena);

	for (size_t j = 0; j < d->criterion_count; j++) {
		struct str title = d->criteria[j].title;

		if (wording_equals(title, label) ||
		    (id.len && str_equals(slug_of(title, p->arena), id)))
			return &d->criteria[j];
	}
	return place_new(p, label);
}

/* Where a running score gives the points, they stand whoever is named. */
static void say_disputed(const struct placer *p)
{
	for (size_t j = 0; j < p->draft->criterion_count; j++) {
		const struct draft_criterion *c = &p->draft->criteria[j];

		if (c->won[1].words.len && !c->scored)
			draft_todo(p->draft,
				   "%.*s: line %u, \"%.*s\", and line %u, "
				   "\"%.*s\", name different winners: no "
				   "score was taken from them",
				   STR_ARG(c->title), c->won[0].line,
				   STR_ARG(c->won[0].words), c->won[1].line,
				   STR_ARG(c->won[1].words));
	}
}

/* Winners beside ratings, or behind the last of a running score. */
static void say_beyond(const struct placer *p)
{
	const struct draft *d = p->draft;
	struct str titles = { "", 0 };

	for (size_t j = 0; d->scored && j < d->criterion_count; j++)
		if (d->criteria[j].judged && !d->criteria[j].scored)
			titles = str_listed(titles, ", ", d->criteria[j].title,
					    p->arena);
	if (titles.len)
		draft_todo(p->draft,
			   "%.*s: a winner is named, and no %s: give it its "
			   "scores in scores.csv",
			   STR_ARG(titles),
			   d->rated ? "rating of two options"
				    : "running score behind it");
}

/* The line that says "1 (best) to 6 (worst)", or 0. */
static unsigned reversed_in(const struct placer *p)
{
	for (size_t b = 0; b < p->article->block_count; b++) {
		const struct block *block = &p->blocks[b];
		size_t cells = block->row_count * block->column_count;

		for (size_t i = 0; block->labels && i < cells; i++)
			if (words_scored(block->labels[i]) == DIRECTION_LOWER)
				return block->line;
		if (words_scored(block->plain) == DIRECTION_LOWER &&
		    wording_has_any(block->plain, PHRASES_WORST))
			return block->line;
	}
	return 0;
}

/* Where the best rating is not that of the winner, or is shared. */
static void say_unlike(const struct placer *p)
{
	const struct draft *d = p->draft;
	struct str titles = { "", 0 };

	for (size_t j = 0; d->rated && j < d->criterion_count; j++)
		if (d->criteria[j].judged && d->criteria[j].scored &&
		    !leads(p, &d->criteria[j]))
			titles = str_listed(titles, ", ", d->criteria[j].title,
					    p->arena);
	if (titles.len)
		draft_todo(p->draft,
			   "%.*s: the winner that is named has not the best "
			   "rating: the scores are the ratings",
			   STR_ARG(titles));
}

/* Whether the best ratings are those of the winners. */
static bool leads(const struct placer *p, const struct draft_criterion *c)
{
	double best = -1;

	for (size_t i = 0; i < p->none; i++)
		best = fmax(best, c->rates[i]);
	for (size_t i = 0; i < p->none; i++)
		if (c->wins[i] != (c->rates[i] >= best))
			return false;
	return true;
}

/*
 * The one scale that all ratings of criteria are on, or 0.  A single rating is
 * as likely one of the whole product; and where more criteria have a winner,
 * the ratings leave out some of what the article judged.
 */
static double common_scale(struct placer *p, size_t judged)
{
	const struct draft *d = p->draft;
	double most = 0;
	size_t rated = 0;

	for (size_t j = 0; j < d->criterion_count; j++) {
		const struct draft_criterion *c = &d->criteria[j];

		if (c->rate_count < 2)
			continue;
		p->mixed |= rated++ && fabs(c->rate_most - most) > 0;
		most = c->rate_most;
	}
	return rated > 1 && rated >= judged && !p->mixed ? most : 0;
}

/*
 * Ratings, or else a point for each winner: of two criteria at least, for a
 * single winner is as likely the article's verdict on the whole.
 */
static void take_scores(struct placer *p, double most)
{
	struct draft *d = p->draft;

	d->scored = true;
	d->rated = most > 0;
	d->tallied = !d->rated;
	d->most = most;
	for (size_t j = 0; j < d->criterion_count; j++) {
		struct draft_criterion *c = &d->criteria[j];

		c->scored = d->rated ? c->rate_count > 1 : c->judged;
		for (size_t i = 0; c->scored && i < p->none; i++) {
			c->points[i] = d->rated ? c->rates[i] : c->wins[i];
			d->tally[i] += c->points[i];
		}
	}
	for (size_t k = 0; d->tallied && k < p->table_count; k++) {
		const struct options_table *t = &p->tables[k];

		if (t->judged && t->whole && !t->columns[0] && !t->block->fate)
			block_place(t->block, STR("scores.csv"), STR(""));
	}
}

/* Ratings that made no scores: place_tables() names the rows of tables. */
static void say_ratings(const struct placer *p)
{
	size_t count = 0, first = 0;

	for (size_t k = 0; k < p->table_count && !p->draft->rated; k++)
		for (size_t r = 0; r < p->tables[k].row_count; r++)
			if (p->tables[k].rows[r].kind == ROW_RATINGS)
				p->tables[k].rows[r].taken = false;
	for (size_t b = 0; b < p->article->block_count; b++)
		if (is_left(p, b))
			first = count++ ? first : b;
	if (count)
		draft_todo(p->draft, "line %u%s: %s", p->blocks[first].line,
			   count > 1 ? " and others" : "",
			   p->draft->rated    ? PLACE_RATED_MORE
			   : p->draft->scored ? PLACE_RATED_BESIDE
					      : PLACE_RATED_ALONE);
}

/* Whether a block has ratings of which no scores were made. */
static bool is_left(const struct placer *p, size_t b)
{
	const struct block *block = &p->blocks[b];
	struct rating rating;
	bool alone;

	return !block->aside && !p->scores[b].given &&
	       !(block->rated && p->draft->rated) &&
	       block->kind != BLOCK_TABLE && block->kind != BLOCK_CODE &&
	       block->kind != BLOCK_IMAGE &&
	       (rating_beside(p->names, block->plain) ||
		rating_ends(p->names, block->plain, &rating, &alone));
}

/* A criterion on which one option alone has a rating. */
static void say_single(const struct placer *p)
{
	for (size_t j = 0; j < p->draft->criterion_count; j++)
		if (p->draft->criteria[j].rate_count == 1)
			draft_todo(p->draft,
				   "%.*s: a rating of one option alone makes "
				   "no score: add it to scores.csv with those "
				   "of the others",
				   STR_ARG(p->draft->criteria[j].title));
}

/*
 * "✅" and "no" are answers, which count as yes and no do in scores.csv.  One
 * row of them alone is as likely a remark in a table of something else.
 */
static void take_values(struct placer *p, enum row_kind kind, size_t least,
			const char *todo)
{
	struct str said = { "", 0 };
	size_t count = 0;

	for (size_t k = 0; k < p->table_count; k++)
		for (size_t r = 0; r < p->tables[k].row_count; r++)
			count += p->tables[k].rows[r].kind == kind;
	for (size_t k = 0; k < p->table_count && count >= least; k++)
		for (size_t r = 0; r < p->tables[k].row_count; r++)
			if (p->tables[k].rows[r].kind == kind)
				take_value(p, &p->tables[k].rows[r], &said);
	if (said.len)
		draft_todo(p->draft, "%.*s: %s", STR_ARG(said), todo);
}

/*
 * What the article scored itself says who wins: beside it, answers and
 * measures count nothing until the author gives them a weight.  Which way a
 * measure is better is only taken from a plain name: "weight" is one thing,
 * "weight limit" another.
 */
static void take_value(struct placer *p, struct options_row *row,
		       struct str *said)
{
	struct draft *d = p->draft;
	bool measured = row->kind == ROW_MEASURES;
	struct draft_criterion *c;

	if (measured && (row->sum || !row->unit.len))
		return;
	c = criterion_of(p, row->label);
	if (c->scored)
		return;
	if ((d->rated || d->tallied) && isnan(c->weight)) {
		c->weight = 0;
		p->unweighted = true;
	}
	row->taken = c->scored = d->scored = true;
	c->answered = !measured;
	d->answered |= c->answered;
	c->unit = row->unit;
	c->lower = measured && (wording_is_any(row->label, PHRASES_LESS) ||
				words_say_less(row->label, p->arena));
	memcpy(c->points, row->values, sizeof(c->points));
	*said = str_listed(*said, ", ",
			   ARENA_JOIN(p->arena, row->label,
				      c->lower	 ? STR(" (lower)")
				      : measured ? STR(" (not set)")
						 : STR("")),
			   p->arena);
}
