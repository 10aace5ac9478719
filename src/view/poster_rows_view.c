/* The rows of two options: view/poster_view.h. */
#include <math.h>

#include "judge/utility.h"
#include "view/parts.h"
#include "view/poster_view.h"

static size_t fill_rows(const struct subject *s, struct poster_row *rows,
			size_t *criteria);
static struct poster_row row_of(const struct subject *s, size_t j);
static struct str score_of(const struct subject *s, size_t i, size_t j);
static void sort_rows(struct poster_row *rows, size_t count);
static bool is_before(const struct poster_row *a, const struct poster_row *b);
static void add_pulls(const struct subject *s, struct poster *poster);
static void add_rests(const struct subject *s, struct poster *poster);
static struct str rest_words(const struct subject *s, size_t count, double sum);
static void add_purposes(const struct subject *s, struct poster *poster);
static struct str purpose_words(const struct subject *s,
				const struct profile_result *profile);

size_t poster_rows_by_lead(const struct subject *s, struct poster_row *rows)
{
	size_t *criteria = arena_array(s->arena, size_t, s->c->criterion_count);
	size_t count = fill_rows(s, rows, criteria);

	sort_rows(rows, count);
	return count;
}

void poster_rows_fill(const struct subject *s, struct poster *poster)
{
	size_t all = s->c->criterion_count;
	struct poster_row *rows = arena_array(s->arena, struct poster_row, all);
	size_t *criteria = arena_array(s->arena, size_t, all);

	poster->row_count = fill_rows(s, rows, criteria);
	poster->rows = rows;
	if (poster->kind != POSTER_STEPS)
		sort_rows(rows, poster->row_count);
	for (size_t j = 0; j < poster->row_count; j++)
		poster->tally_most =
			fmax(poster->tally_most,
			     fmax(rows[j].tally[0], rows[j].tally[1]));
	add_pulls(s, poster);
	add_rests(s, poster);
	add_purposes(s, poster);
}

/* Those that count and on which both have a score. */
static size_t fill_rows(const struct subject *s, struct poster_row *rows,
			size_t *criteria)
{
	size_t count = 0;
	double weight = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		const double *utilities = s->r->utilities + j * 2;

		if (!s->r->counts[j] || !(s->c->criteria[j].weight > 0) ||
		    isnan(utilities[0]) || isnan(utilities[1]))
			continue;
		criteria[count] = j;
		rows[count++] = row_of(s, j);
		weight += s->c->criteria[j].weight;
	}
	for (size_t k = 0; k < count; k++)
		rows[k].weight /= weight;
	return count;
}

static struct poster_row row_of(const struct subject *s, size_t j)
{
	const size_t *order = s->r->order;
	const double *utilities = s->r->utilities + j * 2;
	bool points = s->c->scoring.method == METHOD_POINTS;
	double weight = s->c->criteria[j].weight;
	struct poster_row row = { .title = s->c->criteria[j].title.str,
				  .weight = weight };

	for (size_t k = 0; k < 2; k++) {
		size_t i = order[k];

		row.scores[k] = score_of(s, i, j);
		row.won[k] = points ? s->r->points[j * 2 + i] / weight
				    : utilities[i];
		row.tally[k] = points ? s->r->tally[j * 2 + i] : 0;
	}
	row.lead = row.won[0] - row.won[1];
	if (fabs(row.lead) <= UTILITY_EQUAL)
		row.lead = 0;
	if (points)
		row.words =
			ARENA_JOIN(s->arena, subject_total(s, row.tally[0]),
				   STR(" : "), subject_total(s, row.tally[1]));
	return row;
}

/* As given; a unit that is too long stands on the page. */
static struct str score_of(const struct subject *s, size_t i, size_t j)
{
	return subject_unit_is_long(s, j) ? subject_number(s, i, j)
					  : subject_score(s, i, j);
}

/* By insertion: equals stay in their order. */
static void sort_rows(struct poster_row *rows, size_t count)
{
	for (size_t k = 1; k < count; k++) {
		struct poster_row row = rows[k];
		size_t at = k;

		for (; at && is_before(&row, &rows[at - 1]); at--)
			rows[at] = rows[at - 1];
		rows[at] = row;
	}
}

static bool is_before(const struct poster_row *a, const struct poster_row *b)
{
	if (fabs(a->lead - b->lead) > UTILITY_EQUAL)
		return a->lead > b->lead;
	return a->weight > b->weight + UTILITY_EQUAL;
}

/*
 * The two add up to the lead where both were scored on the same criteria; so
 * else nothing is said of them, nor where all pulls to one side.
 */
static void add_pulls(const struct subject *s, struct poster *poster)
{
	const struct result *r = s->r;
	struct pulls pulls;

	if (!pulls_of(s, &pulls) || r->ranked < 2 || !pulls_are_gaps(s, 0, 1) ||
	    !(pulls.gained > 0) || !(pulls.lost > 0) ||
	    s->c->scoring.method == METHOD_POINTS)
		return;
	poster->pulls[0] = PHRASE(s->phrases, WORD_POSTER_PULLS, s->arena,
				  { "n", answer_number(s, pulls.gained) });
	poster->pulls[1] = PHRASE(s->phrases, WORD_POSTER_PULLS, s->arena,
				  { "n", answer_number(s, pulls.lost) });
	poster->equation =
		PHRASE(s->phrases,
		       r->close && s->c->scoring.close > 0
			       ? WORD_POSTER_EQUATION_CLOSE
			       : WORD_POSTER_EQUATION,
		       s->arena, { "gained", answer_number(s, pulls.gained) },
		       { "lost", answer_number(s, pulls.lost) },
		       { "lead", answer_lead(s, r->margin) },
		       { "of", subject_given(s, answer_unit(s)) },
		       { "close", answer_limit(s) });
}

/*
 * For each number of rows that may be left out, what these add up to: the
 * lightest go first, as they have the lowest rows; of equals the one that
 * pulls least.
 */
static void add_rests(const struct subject *s, struct poster *poster)
{
	size_t count = poster->row_count;
	double *keep = arena_array(s->arena, double, count + 1), sum = 0;
	size_t *least = arena_array(s->arena, size_t, count + 1);
	struct str *rests = arena_array(s->arena, struct str, count + 1);
	const size_t *order;

	for (size_t k = 0; k < count; k++)
		keep[k] = poster->rows[k].weight +
			  fabs(poster->rows[k].lead) * UTILITY_EQUAL;
	order = order_by_value(keep, count, s->arena);
	for (size_t k = 0; k < count; k++) {
		const struct poster_row *row =
			&poster->rows[order[count - 1 - k]];

		least[k] = order[count - 1 - k];
		sum += row->lead * row->weight;
		rests[k + 1] = rest_words(s, k + 1, sum);
	}
	poster->least = least;
	poster->rests = rests;
}

static struct str rest_words(const struct subject *s, size_t count, double sum)
{
	size_t to = s->r->order[sum < 0];
	bool sums = s->c->scoring.method == METHOD_WEIGHTED_SUM &&
		    pulls_are_gaps(s, 0, 1);
	enum word_id id = !sums			       ? WORD_POSTER_REST
			  : fabs(sum) <= UTILITY_EQUAL ? WORD_POSTER_REST_LEVEL
						       : WORD_POSTER_REST_SUM;

	return PHRASE(s->phrases, id, s->arena,
		      { "criteria", phrase_count(s->phrases, PLURAL_CRITERIA,
						 count, s->arena) },
		      { "n", answer_number(s, fabs(sum)) },
		      { "name", s->c->options[to].name.str });
}

static void add_purposes(const struct subject *s, struct poster *poster)
{
	size_t count = 0;
	struct poster_row *rows =
		arena_array(s->arena, struct poster_row, s->c->profile_count);

	for (size_t p = 0; p < s->c->profile_count; p++) {
		const struct profile_result *profile = &s->r->profiles[p];
		const size_t *order = s->r->order;

		if (!profile->judged || profile->ranked < 2 ||
		    !profile_is_known(profile))
			continue;
		rows[count++] = (struct poster_row){
			.title = s->c->profiles[p].title.str,
			.weight = 1,
			.lead = profile->totals[order[0]] -
				profile->totals[order[1]],
			.words = purpose_words(s, profile),
		};
	}
	sort_rows(rows, count);
	poster->purposes = rows;
	poster->purpose_count = count;
}

static struct str purpose_words(const struct subject *s,
				const struct profile_result *profile)
{
	size_t n = s->c->option_count;

	if (profile->first >= n)
		return phrase(s->phrases, WORD_POSTER_LEVEL);
	return PHRASE(
		s->phrases,
		profile->leader < n ? WORD_POSTER_BY : WORD_POSTER_BY_CLOSE,
		s->arena, { "name", s->c->options[profile->first].name.str },
		{ "lead", answer_lead(s, profile->margin) });
}
