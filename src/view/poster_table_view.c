/* The groups, ranks and shares of many options: view/poster_view.h. */
#include <math.h>

#include "judge/utility.h"
#include "view/parts.h"
#include "view/poster_view.h"

/* From which share of the spread on a criterion is said to decide. */
static const double DECIDES = 0.25;
enum { ENDS = 10 };

static size_t merged(const struct bundles *bundles, size_t bundle);
static void fill_group(const struct subject *s, const size_t *order,
		       size_t count, const struct bundles *bundles,
		       struct poster_group *group, size_t g);
static struct str group_title(const struct subject *s,
			      const struct bundles *bundles, size_t g);
static struct str group_most_words(const struct subject *s, const size_t *order,
				   size_t count, const struct bundles *bundles,
				   size_t g);
static double group_most(const struct subject *s, const struct bundles *bundles,
			 size_t g);
static void whole_total(const struct subject *s, const size_t *order,
			struct poster *poster);
static void sort_columns(struct poster_column *columns, const double *by,
			 size_t count);
static void add_left_out(const struct subject *s, struct poster *poster);
static struct poster_column quilt_column(const struct subject *s, size_t j,
					 const size_t *order, size_t count);
static double spread_share(const struct subject *s, size_t j,
			   const size_t *order, size_t count);
static double mean_total(const struct subject *s, const size_t *order,
			 size_t count);
static struct str share_words(const struct subject *s, double share);
static void say_what_decides(const struct subject *s, size_t j, double share,
			     const size_t *order, struct poster *poster,
			     struct headline *headline);
static double scale_of(const struct subject *s);
static struct str mean_words(const struct subject *s, size_t j,
			     const size_t *options, size_t count);

/* Bundles beyond the fourth are taken together with it. */
void poster_groups_fill(const struct subject *s, const size_t *order,
			struct poster *poster)
{
	struct bundles bundles = bundles_of(s);

	if (!totals_are_sums(s) || !bundles.count) {
		whole_total(s, order, poster);
		return;
	}
	poster->group_count =
		bundles.count < POSTER_GROUPS ? bundles.count : POSTER_GROUPS;
	for (size_t g = 0; g < poster->group_count; g++)
		fill_group(s, order, poster->option_count, &bundles,
			   &poster->groups[g], g);
}

static size_t merged(const struct bundles *bundles, size_t bundle)
{
	if (bundle >= BUNDLES || bundle >= bundles->count)
		return POSTER_GROUPS;
	return bundle < POSTER_GROUPS ? bundle : POSTER_GROUPS - 1;
}

static void fill_group(const struct subject *s, const size_t *order,
		       size_t count, const struct bundles *bundles,
		       struct poster_group *group, size_t g)
{
	double *parts = arena_array(s->arena, double, count);
	double most = 0, least = INFINITY;
	struct str *words = arena_array(s->arena, struct str, count);
	bool *best = arena_array(s->arena, bool, count);

	for (size_t k = 0; k < count; k++) {
		for (size_t b = 0; b < bundles->count; b++)
			if (merged(bundles, b) == g)
				parts[k] +=
					bundle_part(s, bundles, b, order[k]);
		words[k] = answer_number(s, parts[k]);
		most = fmax(most, parts[k]);
		least = fmin(least, parts[k]);
	}
	for (size_t k = 0; k < count; k++)
		best[k] = least < most - UTILITY_EQUAL &&
			  parts[k] >= most - UTILITY_EQUAL;
	*group = (struct poster_group){
		.title = group_title(s, bundles, g),
		.of = group_most_words(s, order, count, bundles, g),
		.parts = parts,
		.words = words,
		.best = best,
	};
}

static struct str group_title(const struct subject *s,
			      const struct bundles *bundles, size_t g)
{
	return bundles->count > POSTER_GROUPS && g == POSTER_GROUPS - 1
		       ? phrase(s->phrases, WORD_ALL_OTHERS)
		       : bundles->titles[g];
}

/* Whoever is judged by what it was scored on has a most of its own. */
static struct str group_most_words(const struct subject *s, const size_t *order,
				   size_t count, const struct bundles *bundles,
				   size_t g)
{
	for (size_t k = 0; k < count; k++)
		if (s->r->available[order[k]] <
		    s->r->points_available * (1 - UTILITY_EQUAL))
			return STR("");
	return PHRASE(s->phrases, WORD_POSTER_OF, s->arena,
		      { "of", answer_number(s, group_most(s, bundles, g)) });
}

/* What it adds where all of it is best. */
static double group_most(const struct subject *s, const struct bundles *bundles,
			 size_t g)
{
	double own = 0, all = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		double weight = s->r->counts[j] ? s->c->criteria[j].weight : 0;

		all += weight;
		if (merged(bundles, bundles->of[j]) == g)
			own += weight;
	}
	return all > 0 ? own / all : 0;
}

/* Products and distances are no sums: a tower is one block. */
static void whole_total(const struct subject *s, const size_t *order,
			struct poster *poster)
{
	size_t count = poster->option_count;
	double *parts = arena_array(s->arena, double, count);

	for (size_t k = 0; k < count; k++)
		parts[k] = s->r->totals[order[k]];
	poster->groups[0] = (struct poster_group){
		.title = poster->word_total,
		.of = STR(""),
		.parts = parts,
		.words = arena_array(s->arena, struct str, count),
		.best = arena_array(s->arena, bool, count),
	};
	poster->group_count = 1;
}

/* The leader's best group first, so that its line falls to the right. */
void poster_field_fill(const struct subject *s, const size_t *order,
		       struct poster *poster)
{
	struct bundles bundles = bundles_of(s);
	size_t n = poster->option_count, count = bundles.count;
	struct poster_column *columns =
		arena_array(s->arena, struct poster_column, count);
	double *by = arena_array(s->arena, double, count);

	for (size_t b = 0; b < count; b++) {
		const double *all = headline_ranks(s, b);
		double *ranks = arena_array(s->arena, double, n);
		double weight = 0;

		for (size_t k = 0; k < n; k++)
			ranks[k] = all[order[k]];
		for (size_t j = 0; j < s->c->criterion_count; j++)
			if (bundles.of[j] == b)
				weight += s->c->criteria[j].weight;
		by[b] = ranks[0];
		columns[b] = (struct poster_column){
			.title = bundles.titles[b],
			.weight = weight,
			.words = PHRASE(s->phrases, WORD_POSTER_TIMES, s->arena,
					{ "n", subject_weight(s, weight) }),
			.values = ranks,
		};
	}
	sort_columns(columns, by, count);
	poster->columns = columns;
	poster->column_count = count;
}

/* The least first; equals in their order. */
static void sort_columns(struct poster_column *columns, const double *by,
			 size_t count)
{
	double keys[BUNDLES];

	for (size_t k = 0; k < count; k++) {
		struct poster_column column = columns[k];
		double key = by[k];
		size_t at = k;

		for (; at && key < keys[at - 1] - UTILITY_EQUAL; at--) {
			keys[at] = keys[at - 1];
			columns[at] = columns[at - 1];
		}
		keys[at] = key;
		columns[at] = column;
	}
}

/*
 * Columns by how much of the spread of the totals they make, the share of a
 * criterion being the covariance of what it adds with the total, over the
 * variance of the total: the shares add up to 1.  Only sums have them.
 */
void poster_quilt_fill(const struct subject *s, const size_t *order,
		       struct poster *poster, struct headline *headline)
{
	size_t count = 0, n = s->c->criterion_count, ranked = s->r->ranked;
	double *shares = arena_array(s->arena, double, n);
	bool sums = totals_are_sums(s);
	struct poster_column *columns =
		arena_array(s->arena, struct poster_column, POSTER_COLUMNS);
	const size_t *by;

	for (size_t j = 0; j < n; j++)
		shares[j] = !s->r->counts[j] || !(s->c->criteria[j].weight > 0)
				    ? -INFINITY
			    : sums ? spread_share(s, j, order, ranked)
				   : s->c->criteria[j].weight;
	by = order_by_value(shares, n, s->arena);
	for (size_t k = 0; k < n && count < POSTER_COLUMNS; k++) {
		size_t j = by[k];

		if (!isfinite(shares[j]))
			continue;
		columns[count] =
			quilt_column(s, j, order, poster->option_count);
		columns[count++].words =
			sums ? share_words(s, shares[j]) : STR("");
	}
	poster->columns = columns;
	poster->column_count = count;
	add_left_out(s, poster);
	if (!sums)
		poster->word_share = STR("");
	else if (count)
		say_what_decides(s, by[0], shares[by[0]], order, poster,
				 headline);
}

/* What is said of columns that have no room, by how many they are. */
static void add_left_out(const struct subject *s, struct poster *poster)
{
	size_t all = 0;
	struct str *rests;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		all += s->r->counts[j] && s->c->criteria[j].weight > 0;
	rests = arena_array(s->arena, struct str, all + 1);
	for (size_t k = 1; k <= all; k++)
		rests[k] = PHRASE(s->phrases, WORD_POSTER_REST, s->arena,
				  { "criteria",
				    phrase_count(s->phrases, PLURAL_CRITERIA, k,
						 s->arena) });
	poster->row_count = all;
	poster->rests = rests;
}

static struct poster_column quilt_column(const struct subject *s, size_t j,
					 const size_t *order, size_t count)
{
	double *values = arena_array(s->arena, double, count);

	for (size_t k = 0; k < count; k++)
		values[k] = s->r->utilities[j * s->c->option_count + order[k]];
	return (struct poster_column){
		.title = s->c->criteria[j].title.str,
		.weight = s->c->criteria[j].weight,
		.values = values,
	};
}

/* 0 where all totals are the same. */
static double spread_share(const struct subject *s, size_t j,
			   const size_t *order, size_t count)
{
	double total = mean_total(s, order, count), part = 0;
	double covariance = 0, variance = 0;

	for (size_t k = 0; k < count; k++)
		part += pull_part(s, j, order[k]) / (double)count;
	for (size_t k = 0; k < count; k++) {
		double off = s->r->totals[order[k]] - total;

		variance += off * off;
		covariance += off * (pull_part(s, j, order[k]) - part);
	}
	return variance > UTILITY_EQUAL * UTILITY_EQUAL ? covariance / variance
							: 0;
}

static double mean_total(const struct subject *s, const size_t *order,
			 size_t count)
{
	double sum = 0;

	for (size_t k = 0; k < count; k++)
		sum += s->r->totals[order[k]];
	return sum / (double)count;
}

/* A criterion may work against the order; what is not nothing is not 0. */
static struct str share_words(const struct subject *s, double share)
{
	if (share > 0 && share < 0.005)
		return subject_part(s, share);
	return phrase_percent(s->phrases, share, 0, s->arena);
}

static void say_what_decides(const struct subject *s, size_t j, double share,
			     const size_t *order, struct poster *poster,
			     struct headline *headline)
{
	size_t ranked = s->r->ranked, ends = ranked / 3;
	struct str title = s->c->criteria[j].title.str;

	ends = ends < ENDS ? ends : ENDS;
	if (ends > 1 && share > 0)
		poster->deciding =
			PHRASE(s->phrases, WORD_POSTER_ENDS, s->arena,
			       { "criterion", title },
			       { "n", headline_number(s, ends) },
			       { "first", mean_words(s, j, order, ends) },
			       { "last", mean_words(s, j, order + ranked - ends,
						    ends) },
			       { "of", subject_given(s, scale_of(s)) });
	if (share < DECIDES)
		return;
	*headline =
		(struct headline){ "deciding",
				   PHRASE(s->phrases, WORD_FINDING_DECIDING,
					  s->arena, { "criterion", title },
					  { "share", share_words(s, share) }),
				   STR("") };
}

/* Of scores, also where the total is points. */
static double scale_of(const struct subject *s)
{
	return s->c->scoring.max - s->c->scoring.min;
}

/* Of those that have a score, on the scale. */
static struct str mean_words(const struct subject *s, size_t j,
			     const size_t *options, size_t count)
{
	double sum = 0, known = 0;

	for (size_t k = 0; k < count; k++) {
		double u = s->r->utilities[j * s->c->option_count + options[k]];

		sum += isnan(u) ? 0 : u;
		known += !isnan(u);
	}
	return known > 0 ? phrase_fixed(s->phrases, sum / known * scale_of(s),
					1, s->arena)
			 : phrase(s->phrases, WORD_NOT_SCORED);
}
