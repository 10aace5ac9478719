#include "import/placer.h"

#include "base/slug.h"
#include "import/rating.h"
#include "import/tally_text.h"
#include "import/wording.h"

enum { LABEL_SHORT = 4 };

/* A row of a table: what it is on, and its cells by option. */
struct row {
	struct str label;
	struct str cells[NAMES_MOST];
};

static void drop_late_tally(struct draft *d);
static bool hold(struct placer *p, const struct draft_criterion *c, size_t b,
		 size_t owner);
static bool rate(struct draft_criterion *c, size_t option,
		 struct rating rating);
static void read_table(struct placer *p, const struct block *block);
static size_t rows_of(const struct block *block, bool turned);
static struct row row_of(const struct placer *p, const struct draft_table *t,
			 size_t r);
static struct str without_stars(struct str cell);
static bool is_sum(struct str label);
static double scale_of(const struct placer *p, const struct draft_table *t);
static void rate_row(struct placer *p, const struct row *row, double most);
static struct draft_criterion *criterion_of(const struct placer *p,
					    struct str label);
static bool is_same(struct str title, struct str label, struct arena *arena);
static void read_winners(struct placer *p, struct block *block);
static double common_scale(const struct placer *p);
static size_t rate_count(const struct placer *p,
			 const struct draft_criterion *c);
static void take_separate(struct placer *p);
static void take_rates(struct placer *p, double most);
static void take_wins(struct placer *p);
static void take_ties(struct placer *p);
static bool is_told(const struct placer *p, const double tally[NAMES_MOST]);
static bool is_tie(const struct placer *p, const struct draft_criterion *c);
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

void place_scores(struct placer *p)
{
	struct draft *d = p->draft;
	double most;

	drop_late_tally(d);
	if (d->scored && p->separate)
		take_separate(p);
	for (size_t b = 0; !d->scored && b < p->article->block_count; b++)
		if (p->article->blocks[b].kind == BLOCK_TABLE &&
		    !p->article->blocks[b].aside) {
			read_table(p, &p->article->blocks[b]);
			read_winners(p, &p->article->blocks[b]);
		}
	most = common_scale(p);
	if (!d->scored && most > 0)
		take_rates(p, most);
	else
		give_back(p);
	if (!d->scored)
		take_wins(p);
	if (d->most < 1)
		d->most = 1;
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

/* A table whose rows are criteria, and whose cells are ratings. */
static void read_table(struct placer *p, const struct block *block)
{
	struct draft_table t = { .block = block };
	bool none = !p->draft->criterion_count;
	size_t rated = 0;
	double most;

	if (!place_table_options(p, &t, false)) {
		t = (struct draft_table){ .block = block, .turned = true };
		if (!place_table_options(p, &t, false))
			return;
	}
	most = scale_of(p, &t);
	if (!(most > 0))
		return;
	for (size_t r = 1; r < rows_of(block, t.turned); r++) {
		struct row row = row_of(p, &t, r);
		struct rating rating;

		rated += !is_sum(row.label) &&
			 rating_is(row.cells[0], false, &rating);
	}
	for (size_t r = 1; r < rows_of(block, t.turned); r++) {
		struct row row = row_of(p, &t, r);
		struct rating rating;

		if (is_sum(row.label))
			continue;
		/* Where no section tells of criteria, such a table does. */
		if (none && rated > 1 &&
		    rating_is(row.cells[0], false, &rating))
			place_new_criterion(p, row.label);
		rate_row(p, &row, most);
	}
}

static size_t rows_of(const struct block *block, bool turned)
{
	return turned ? block->column_count : block->row_count;
}

static struct row row_of(const struct placer *p, const struct draft_table *t,
			 size_t r)
{
	const struct block *block = t->block;
	size_t across = t->turned ? 1 : block->column_count;
	size_t down = t->turned ? block->column_count : 1;
	struct row row = { .label = without_stars(block->cells[r * across]) };

	for (size_t i = 0; i < p->names->count; i++)
		row.cells[i] = block->cells[r * across + t->columns[i] * down];
	return row;
}

static struct str without_stars(struct str cell)
{
	while (str_starts(cell, "*"))
		cell = str_from_byte(cell, 1);
	while (str_ends(cell, "*") || str_ends(cell, ":"))
		cell.len--;
	return str_trim(cell);
}

static bool is_sum(struct str label)
{
	return wording_count(label) <= LABEL_SHORT &&
	       wording_has_any(label, "total|overall|average|sum|mean|final|"
				      "result|rating|score|points|winner");
}

/*
 * Out of how many a table rates: what its ratings say, or for plain numbers
 * the least of 5, 10 and 100 that holds those of at least two criteria.
 */
static double scale_of(const struct placer *p, const struct draft_table *t)
{
	static const double SCALES[] = { 5, 10, 100 };
	double most = 0, highest = 0;
	size_t plain = 0;

	for (size_t r = 1; r < rows_of(t->block, t->turned); r++) {
		struct row row = row_of(p, t, r);
		bool known = criterion_of(p, row.label) != NULL;

		for (size_t i = 0; i < p->names->count; i++) {
			struct rating rating;

			if (is_sum(row.label) ||
			    !rating_is(row.cells[i], true, &rating))
				continue;
			if (rating.most > 0)
				most = most > 0 ? most : rating.most;
			else if (known && rating.value > highest)
				highest = rating.value;
			plain += known && !(rating.most > 0);
		}
	}
	if (most > 0 || plain < 2 * p->names->count)
		return most;
	for (size_t k = 0; k < sizeof(SCALES) / sizeof(*SCALES); k++)
		if (highest <= SCALES[k])
			return SCALES[k];
	return 0;
}

static void rate_row(struct placer *p, const struct row *row, double most)
{
	struct draft_criterion *c = criterion_of(p, row->label);

	for (size_t i = 0; c && i < p->names->count; i++) {
		struct rating rating;

		if (!rating_is(row->cells[i], true, &rating))
			continue;
		if (!(rating.most > 0))
			rating.most = most;
		if (rating.value <= rating.most)
			rate(c, i, rating);
	}
}

/* The one criterion with that title, or with a longer or shorter one. */
static struct draft_criterion *criterion_of(const struct placer *p,
					    struct str label)
{
	struct draft *d = p->draft;
	struct arena *arena = p->article->arena;
	struct draft_criterion *found = NULL;

	if (!label.len)
		return NULL;
	for (size_t j = 0; j < d->criterion_count; j++)
		if (str_equals(slug_of(d->criteria[j].title, arena),
			       slug_of(label, arena)))
			return &d->criteria[j];
	for (size_t j = 0; j < d->criterion_count; j++) {
		if (!is_same(d->criteria[j].title, label, arena))
			continue;
		if (found)
			return NULL;
		found = &d->criteria[j];
	}
	return found;
}

static bool is_same(struct str title, struct str label, struct arena *arena)
{
	return label.len >= LABEL_SHORT && title.len >= LABEL_SHORT &&
	       (wording_has(title, arena_str(arena, label).ptr) ||
		wording_has(label, arena_str(arena, title).ptr));
}

/* A table with a column "Winner", and in it an option or a tie. */
static void read_winners(struct placer *p, struct block *block)
{
	size_t columns = block->column_count, at = 0, taken = 0;

	for (size_t k = 1; k < columns; k++)
		if (wording_has_any(block->cells[k],
				    "winner|who wins|advantage|edge|better"))
			at = k;
	for (size_t r = 1; at && r < block->row_count; r++) {
		struct str cell = block->cells[r * columns + at];
		struct draft_criterion *c = criterion_of(
			p, without_stars(block->cells[r * columns]));
		size_t counts[NAMES_MOST];
		size_t found = names_count(p->names, cell, counts);
		bool draw = wording_has_any(cell, "tie|draw|both|even|equal");

		if (!c || c->judged || (!found && !draw))
			continue;
		taken++;
		c->judged = true;
		for (size_t i = 0; i < p->names->count; i++)
			c->wins[i] = found ? counts[i] > 0 : draw;
	}
	if (taken && taken + 1 == block->row_count && columns == 2)
		*arena_push(p->article->arena, p->winners, p->winner_count) =
			block;
}

/* The one scale that all ratings of criteria are on, or 0. */
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

/* "Oak 8, elm 6" of each criterion, on the least scale that holds them. */
static void take_separate(struct placer *p)
{
	struct draft *d = p->draft;

	d->most = d->most <= 1	  ? 1
		  : d->most <= 5  ? 5
		  : d->most <= 10 ? 10
				  : 100;
	d->rated = d->most > 1;
	for (size_t j = 0; j < d->criterion_count; j++) {
		struct draft_criterion *c = &d->criteria[j];

		for (size_t i = 0; c->scored && i < p->names->count; i++) {
			c->rated[i] = true;
			d->tally[i] += c->points[i];
		}
	}
}

/* Winners give points where there are two of them at least. */
static void take_wins(struct placer *p)
{
	struct draft *d = p->draft;
	size_t judged = 0;

	for (size_t j = 0; j < d->criterion_count; j++)
		judged += d->criteria[j].judged;
	if (judged < 2)
		return;
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
	take_ties(p);
	for (size_t k = 0; k < p->winner_count; k++)
		if (!p->winners[k]->where.len)
			p->winners[k]->where = STR("scores.csv");
}

/* A tie is a point for each, or, where the article counts so, for none. */
static void take_ties(struct placer *p)
{
	size_t bytes = p->names->count * sizeof(double);
	struct draft *d = p->draft;
	double tally[NAMES_MOST] = { 0 };

	for (size_t j = 0; j < d->criterion_count; j++)
		for (size_t i = 0;
		     !is_tie(p, &d->criteria[j]) && i < p->names->count; i++)
			tally[i] += d->criteria[j].points[i];
	if (!is_told(p, tally) || is_told(p, d->tally))
		return;
	memcpy(d->tally, tally, bytes);
	for (size_t j = 0; j < d->criterion_count; j++)
		if (is_tie(p, &d->criteria[j]))
			memset(d->criteria[j].points, 0, bytes);
}

/* Whether the article gives this as the result. */
static bool is_told(const struct placer *p, const double tally[NAMES_MOST])
{
	size_t bytes = p->names->count * sizeof(double);
	double told[NAMES_MOST];

	if (p->is_told)
		return !memcmp(p->told, tally, bytes);
	for (size_t b = 0; b < p->article->block_count; b++)
		if (!p->article->blocks[b].aside &&
		    tally_text_told(p->names, p->article->blocks[b].plain,
				    told) &&
		    !memcmp(told, tally, bytes))
			return true;
	return false;
}

static bool is_tie(const struct placer *p, const struct draft_criterion *c)
{
	double sum = 0;

	for (size_t i = 0; i < p->names->count; i++)
		sum += c->points[i];
	return sum > 1;
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
