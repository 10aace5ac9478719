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
