#include "judge/lead.h"

#include <math.h>

#include "judge/utility.h"

/* How one option stands to another over all rows. */
struct standing {
	bool never_better; /* on no row */
	bool always_worse; /* on every row */
	bool same;
};

static struct standing standing_of(const struct matrix *m, size_t option,
				   size_t other);
static struct lead lead_of(const struct matrix *m, size_t option);
static struct standing standing_partial(const struct matrix *m, size_t option,
					size_t other);
static bool is_complete(const struct matrix *m, size_t option);
static double form(const struct matrix *m, size_t k, size_t l, size_t a,
		   size_t b);
static double ahead_by(const struct matrix *m, size_t row, size_t a, size_t b);
static enum lead_chance vetoed(const struct matrix *m, size_t option);
static bool has_zero(const struct matrix *m, size_t option);

struct lead *lead_all(const struct matrix *m, struct arena *arena)
{
	struct lead *leads = arena_array(arena, struct lead, m->option_count);

	for (size_t i = 0; i < m->option_count; i++)
		leads[i] = lead_of(m, i);
	return leads;
}

struct upset lead_upset(const struct matrix *m, size_t option)
{
	size_t n = m->option_count;

	for (size_t k = 0; k < m->row_count; k++) {
		const double *row = m->cells + k * n;
		size_t best = option;

		for (size_t i = 0; i < n; i++)
			if (row[i] > row[best])
				best = i;
		if (row[best] > row[option] + UTILITY_EQUAL)
			return (struct upset){ m->criteria[k], best };
	}
	return (struct upset){ 0, n };
}

static struct lead lead_of(const struct matrix *m, size_t option)
{
	struct lead lead = { .alike = option };
	bool ahead = true, level = true, below = false, beaten = false;

	for (size_t other = 0; other < m->option_count; other++) {
		struct standing mine, its;

		if (other == option)
			continue;
		mine = standing_of(m, option, other);
		its = standing_of(m, other, option);
		if (mine.same && other < lead.alike)
			lead.alike = other;
		lead.above += mine.never_better && !mine.same;
		lead.below += its.never_better && !its.same;
		ahead &= its.always_worse;
		level &= its.never_better;
		below |= mine.never_better;
		beaten |= mine.always_worse;
	}
	lead.chance = vetoed(m, option);
	if (lead.chance == LEAD_LEVEL)
		return lead;
	lead.chance = beaten  ? LEAD_NEVER
		      : ahead ? LEAD_ALWAYS
		      : level ? LEAD_NEVER_BEHIND
		      : below ? LEAD_NEVER_ALONE
			      : lead.chance;
	return lead;
}

static struct standing standing_of(const struct matrix *m, size_t option,
				   size_t other)
{
	struct standing s = { true, true, true };

	if (m->partial)
		return standing_partial(m, option, other);
	for (size_t k = 0; k < m->row_count; k++) {
		double by = ahead_by(m, k, other, option);

		s.never_better &= by >= -UTILITY_EQUAL;
		s.always_worse &= by > UTILITY_EQUAL;
		s.same &= fabs(by) <= UTILITY_EQUAL;
		if (!s.never_better)
			return (struct standing){ false, false, false };
	}
	return s;
}

/*
 * Nothing is proved of one that has no total where a row alone weighs, or (in
 * a product) a veto.
 */
static struct standing standing_partial(const struct matrix *m, size_t option,
					size_t other)
{
	struct standing s = { true, true, true };

	for (size_t k = 0; k < m->row_count; k++) {
		const double *row = m->cells + k * m->option_count;
		bool there = !isnan(row[option]);

		s.same &= there == !isnan(row[other]) &&
			  (!there ||
			   fabs(row[option] - row[other]) <= UTILITY_EQUAL);
	}
	if (!is_complete(m, other))
		return (struct standing){ s.same, false, s.same };
	for (size_t k = 0; k < m->row_count && s.never_better; k++) {
		bool there = !isnan(m->cells[k * m->option_count + option]);

		for (size_t l = 0; l <= k && s.never_better; l++)
			s.never_better &=
				form(m, k, l, other, option) >= -UTILITY_EQUAL;
		s.always_worse &=
			!there || form(m, k, k, other, option) > UTILITY_EQUAL;
	}
	s.always_worse &= s.never_better;
	return s;
}

static bool is_complete(const struct matrix *m, size_t option)
{
	for (size_t k = 0; k < m->row_count; k++)
		if (isnan(m->cells[k * m->option_count + option]))
			return false;
	return true;
}

/*
 * The coefficient of w(k) w(l) in N(a) D(b) - N(b) D(a); not a number, which
 * proves nothing, beside the logarithm of 0.
 */
static double form(const struct matrix *m, size_t k, size_t l, size_t a,
		   size_t b)
{
	size_t n = m->option_count, width = matrix_width(m);
	bool topsis = m->method == METHOD_TOPSIS;
	size_t over = topsis ? n : 0, under = topsis ? 0 : n;
	const double *tk = m->terms + k * width, *tl = m->terms + l * width;
	double form =
		tk[over + a] * tl[under + b] - tk[over + b] * tl[under + a];

	return k == l ? form
		      : form + tl[over + a] * tk[under + b] -
				tl[over + b] * tk[under + a];
}

/* In a product small cells are as far apart as their logarithms. */
static double ahead_by(const struct matrix *m, size_t row, size_t a, size_t b)
{
	const double *of =
		m->method == METHOD_WEIGHTED_PRODUCT ? m->terms : m->cells;
	double by;

	of += row * m->option_count;
	by = of[a] - of[b];
	return isnan(by) ? 0 : by; /* both without a logarithm */
}

static enum lead_chance vetoed(const struct matrix *m, size_t option)
{
	size_t free = 0;
	bool own;

	if (m->method != METHOD_WEIGHTED_PRODUCT)
		return LEAD_SOMETIMES;
	own = has_zero(m, option);
	for (size_t i = 0; i < m->option_count; i++)
		free += i != option && !has_zero(m, i);
	if (free)
		return own ? LEAD_NOT_WEIGHED : LEAD_SOMETIMES;
	return own ? LEAD_LEVEL : LEAD_ALL_WEIGHED;
}

static bool has_zero(const struct matrix *m, size_t option)
{
	for (size_t k = 0; k < m->row_count; k++)
		if (m->cells[k * m->option_count + option] == 0)
			return true;
	return false;
}
