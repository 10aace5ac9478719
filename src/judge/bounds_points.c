/*
 * Bounds of points.
 *
 * What filled cells make of a criterion is told by who is at its top: those
 * known best, if no filled cell is above them, with any filled cells that are
 * level with them; or any filled cells above them.  Who is alone at the top
 * wins the points, each of several their part.
 *
 * How far a rival is ahead is a sum over criteria, so its extremes are sums of
 * the extremes of each: a rival that is ahead even at the least is surely
 * ahead, one that is ahead at the most may be.  These give bounds of the rank
 * that hold.  They may be a rank too wide, as points that one rival takes
 * another cannot have: to hand them out so that as few as can be are ahead is
 * a packing problem, for which no quick way is known.  So the fillings are
 * searched, with the bounds to cut by, until one is found that attains them
 * or none is left; and after STEPS they are left as they are.
 */
#include "judge/bounds.h"

#include <math.h>
#include <string.h>

#include "judge/utility.h"

/* Options moved by the search of a whole comparison: some tenths of a second. */
static const double STEPS = 3e7;

/* More empty cells than this on one criterion are not searched. */
enum { EMPTY_MOST = 6 };

enum place_in { AT_TOP, EMPTY, BELOW, NOBODY };

/* Heights of a cell: nothing, level with the best known, above. */
enum height { ZERO, LEVEL, ABOVE, HEIGHTS };

struct span {
	double least, most;
};

/* A criterion: who is where, and what a pair of places makes of it. */
struct row {
	double weight, tie;
	size_t top, empty;	 /* how many are best as known, and empty */
	bool is_open;		 /* a filled cell may be above the best known */
	unsigned char *at;	 /* per option: enum place_in */
	struct span ahead[3][4]; /* the first over the second */
};

struct search {
	const struct bounds_basis *b;
	const struct row *rows; /* only those with empty cells */
	size_t row_count;
	const double *known; /* per option: won on all other criteria */
	size_t option;
	bool for_worst;
	double *rest;	/* [row * option_count + option]: how far it may still
			   get ahead of `option` from that row on */
	double *totals; /* so far */
	size_t found, goal;
	double steps;
};

static struct row row_of(const struct bounds_basis *b, size_t k,
			 struct arena *arena);
static struct span span_of(const struct row *row, enum place_in first,
			   enum place_in second);
static size_t heights_of(const struct row *row, enum place_in place,
			 enum height heights[HEIGHTS]);
static double ahead(const struct row *row, const enum place_in places[2],
		    const enum height heights[3], size_t others);
static void bound_ranks(const struct bounds_basis *b, const struct row *rows,
			size_t option, struct bounds *bounds);
static void search_ranks(struct search *s, struct bounds *bounds,
			 struct arena *arena);
static bool is_searchable(const struct search *s);
static size_t searched(struct search *s, bool for_worst, size_t goal);
static void put_rest(struct search *s);
static void visit(struct search *s, size_t r);
static void try_top(struct search *s, size_t r, unsigned set, bool with_known);
static void add_won(struct search *s, const struct row *row, unsigned set,
		    bool with_known, double sign);
static size_t rank_at_best(const struct search *s, size_t r);

void bounds_points(const struct bounds_basis *b, struct bounds *bounds,
		   struct arena *arena)
{
	size_t n = b->option_count, open = 0;
	struct row *rows = arena_array(arena, struct row, b->row_count);
	struct row *empty = arena_array(arena, struct row, b->row_count);
	double *known = arena_array(arena, double, n);
	struct search s = {
		.b = b, .rows = empty, .known = known, .steps = STEPS
	};

	for (size_t k = 0; k < b->row_count; k++) {
		rows[k] = row_of(b, k, arena);
		if (rows[k].empty)
			empty[open++] = rows[k];
		for (size_t i = 0; i < n; i++) {
			struct span own = rows[k].ahead[rows[k].at[i]][NOBODY];

			bounds[i].low += rows[k].weight * own.least;
			bounds[i].high += rows[k].weight * own.most;
			if (!rows[k].empty)
				known[i] += rows[k].weight * own.most;
		}
	}
	for (size_t i = 0; i < n; i++)
		if (b->in[i])
			bound_ranks(b, rows, i, bounds);
	s.row_count = open;
	search_ranks(&s, bounds, arena);
}

static struct row row_of(const struct bounds_basis *b, size_t k,
			 struct arena *arena)
{
	size_t n = b->option_count;
	const double *u = b->utilities + k * n;
	struct row row = { .weight = b->weights[k],
			   .tie = b->c->scoring.tie,
			   .at = arena_array(arena, unsigned char, n) };
	double best = 0;

	for (size_t i = 0; i < n; i++)
		best = fmax(best, u[i]);
	row.is_open = best < 1 - UTILITY_EQUAL;
	for (size_t i = 0; i < n; i++) {
		bool top = best > UTILITY_EQUAL && u[i] >= best - UTILITY_EQUAL;

		row.at[i] = isnan(u[i]) ? EMPTY : top ? AT_TOP : BELOW;
		row.top += row.at[i] == AT_TOP;
		row.empty += row.at[i] == EMPTY;
	}
	for (int first = 0; first < 3; first++)
		for (int second = 0; second < 4; second++)
			row.ahead[first][second] =
				span_of(&row, (enum place_in)first,
					(enum place_in)second);
	return row;
}

/* Over all heights of the two and of all others that are empty. */
static struct span span_of(const struct row *row, enum place_in first,
			   enum place_in second)
{
	enum place_in places[2] = { first, second };
	size_t mine = (first == EMPTY) + (second == EMPTY);
	size_t others = row->empty > mine ? row->empty - mine : 0;
	enum height of[3][HEIGHTS], at[3];
	size_t counts[3] = { heights_of(row, first, of[0]),
			     heights_of(row, second, of[1]),
			     heights_of(row, others ? EMPTY : BELOW, of[2]) };
	struct span span = { INFINITY, -INFINITY };

	for (size_t a = 0; a < counts[0]; a++)
		for (size_t b = 0; b < counts[1]; b++)
			for (size_t o = 0; o < counts[2]; o++) {
				double by;

				at[0] = of[0][a];
				at[1] = of[1][b];
				at[2] = of[2][o];
				by = ahead(row, places, at, others);
				span.least = fmin(span.least, by);
				span.most = fmax(span.most, by);
			}
	return span;
}

static size_t heights_of(const struct row *row, enum place_in place,
			 enum height heights[HEIGHTS])
{
	size_t count = 0;

	if (place == AT_TOP) {
		heights[0] = LEVEL;
		return 1;
	}
	heights[count++] = ZERO;
	if (place == EMPTY && row->top)
		heights[count++] = LEVEL;
	if (place == EMPTY && row->is_open)
		heights[count++] = ABOVE;
	return count;
}

/* What the first of the two wins, less what the second does. */
static double ahead(const struct row *row, const enum place_in places[2],
		    const enum height heights[3], size_t others)
{
	size_t winners[HEIGHTS] = { 0, row->top, 0 };
	enum height top;
	double each;

	for (size_t side = 0; side < 2; side++)
		if (places[side] == EMPTY)
			winners[heights[side]]++;
	winners[heights[2]] += others;
	top = winners[ABOVE] ? ABOVE : winners[LEVEL] ? LEVEL : ZERO;
	if (top == ZERO)
		return 0;
	each = winners[top] == 1 ? 1 : row->tie;
	return each * ((heights[0] == top) - (heights[1] == top));
}

static void bound_ranks(const struct bounds_basis *b, const struct row *rows,
			size_t option, struct bounds *bounds)
{
	bounds[option].best = bounds[option].worst = 1;
	for (size_t i = 0; i < b->option_count; i++) {
		struct span by = { 0, 0 };

		if (i == option || !b->in[i])
			continue;
		for (size_t k = 0; k < b->row_count; k++) {
			const struct row *row = &rows[k];
			struct span part =
				row->ahead[row->at[i]][row->at[option]];

			by.least += row->weight * part.least;
			by.most += row->weight * part.most;
		}
		bounds[option].best +=
			!b->may_leave[i] && by.least > UTILITY_EQUAL;
		bounds[option].worst += by.most > UTILITY_EQUAL;
	}
}

static void search_ranks(struct search *s, struct bounds *bounds,
			 struct arena *arena)
{
	size_t n = s->b->option_count;

	if (!is_searchable(s))
		return;
	s->rest = arena_array(arena, double, (s->row_count + 1) * n);
	s->totals = arena_array(arena, double, n);
	for (s->option = 0; s->option < n; s->option++) {
		struct bounds *own = &bounds[s->option];

		if (!s->b->in[s->option])
			continue;
		own->best = searched(s, false, own->best);
		own->worst = searched(s, true, own->worst);
	}
}

static bool is_searchable(const struct search *s)
{
	for (size_t r = 0; r < s->row_count; r++)
		if (s->rows[r].empty > EMPTY_MOST)
			return false;
	return true;
}

/* The best rank that some filling attains, or the goal where steps run out. */
static size_t searched(struct search *s, bool for_worst, size_t goal)
{
	s->for_worst = for_worst;
	s->goal = goal;
	s->found = for_worst ? 0 : s->b->option_count + 1;
	put_rest(s);
	memcpy(s->totals, s->known, s->b->option_count * sizeof(*s->totals));
	visit(s, 0);
	return s->steps > 0 ? s->found : goal;
}

/* The least, or the most, that others are ahead from each row on. */
static void put_rest(struct search *s)
{
	size_t n = s->b->option_count;

	memset(s->rest + s->row_count * n, 0, n * sizeof(*s->rest));
	for (size_t r = s->row_count; r-- > 0;)
		for (size_t i = 0; i < n; i++) {
			const struct row *row = &s->rows[r];
			struct span by =
				row->ahead[row->at[i]][row->at[s->option]];

			s->rest[r * n + i] =
				s->rest[(r + 1) * n + i] +
				row->weight *
					(s->for_worst ? by.most : by.least);
		}
}

static void visit(struct search *s, size_t r)
{
	size_t bound = rank_at_best(s, r);

	s->steps -= (double)s->b->option_count;
	if (s->found == s->goal || s->steps <= 0 ||
	    (s->for_worst ? bound <= s->found : bound >= s->found))
		return;
	if (r == s->row_count) {
		s->found = bound;
		return;
	}
	for (unsigned set = 0; set < 1U << s->rows[r].empty; set++) {
		if (s->rows[r].top || !set)
			try_top(s, r, set, true);
		if (set && s->rows[r].is_open)
			try_top(s, r, set, false);
	}
}

/* At the top: these of the empty cells, and those known best or not. */
static void try_top(struct search *s, size_t r, unsigned set, bool with_known)
{
	add_won(s, &s->rows[r], set, with_known, 1);
	visit(s, r + 1);
	add_won(s, &s->rows[r], set, with_known, -1);
}

static void add_won(struct search *s, const struct row *row, unsigned set,
		    bool with_known, double sign)
{
	size_t winners = with_known ? row->top : 0, next = 0;
	double each;

	for (unsigned rest = set; rest; rest &= rest - 1)
		winners++;
	each = sign * row->weight * (winners == 1 ? 1 : row->tie);
	for (size_t i = 0; i < s->b->option_count; i++) {
		bool wins = with_known && row->at[i] == AT_TOP;

		if (row->at[i] == EMPTY)
			wins = set >> next++ & 1U;
		if (wins)
			s->totals[i] += each;
	}
}

/* The rank, if each rival went on as is best (or worst) for the option. */
static size_t rank_at_best(const struct search *s, size_t r)
{
	size_t n = s->b->option_count, rank = 1;
	double own = s->totals[s->option];

	for (size_t i = 0; i < n; i++)
		rank += i != s->option && s->b->in[i] &&
			(s->for_worst || !s->b->may_leave[i]) &&
			s->totals[i] - own + s->rest[r * n + i] > UTILITY_EQUAL;
	return rank;
}
