#include "words/figure.h"

#include <math.h>
#include <stdlib.h>

#include "judge/utility.h"

enum { PLACES_MOST = 9, TOTAL_MOST = 3, MEASURE_PLACES = 3, WEIGHT_PLACES = 3 };

/* In a thousand comparisons as this one, draws mislead us about one. */
static const double DOUBT = 1e-3;

static int total_places(const struct comparison *c, const struct result *r);
static int full_places(const struct comparison *c, const struct result *r,
		       int places);
static int next_places(const struct comparison *c, const struct result *r,
		       int places);
static int lead_places(const struct comparison *c, const struct result *r,
		       int places);
static bool is_share(const struct comparison *c);
static int points_places(const struct result *r);
static int scale_places(const struct scoring *scoring);
static int profile_places(const struct comparison *c, const struct result *r,
			  int total);
static int first_two_places(const struct comparison *c, const struct result *r,
			    const struct profile_result *profile, int places);
static double raw_of(const struct comparison *c, const struct result *r,
		     double total);
static int margin_places(const struct comparison *c, const struct result *r,
			 int total);
static double least_share(const struct result *r);
static int share_places(const struct result *r);
static int weight_places(const struct comparison *c, const struct result *r);
static int switch_places(const struct switch_point *at, int places);
static int shared_places(const struct comparison *c, int places);
static int weight_apart(double share, int places);
static const int *score_places(const struct comparison *c, struct arena *arena);
static int needed_by_all(const struct comparison *c, size_t j, int most);
static int score_most(const struct scoring *scoring);
static int apart_scores(const struct criterion *criterion, size_t count,
			int places, double *room);
static int apart_places(double a, double b, int places);
static int compare_numbers(const void *a, const void *b);
static int needed(double number, int from, int most);
static int near(double number, int from);
static int within(double number, int from, int most, double part);
static int apart(double a, double b, int from, int most);
static int smaller(int a, int b);
static int larger(int a, int b);

struct figures figures_of(const struct comparison *c, const struct result *r,
			  struct arena *arena)
{
	struct figures f = { .scores = score_places(c, arena) };

	return figures_of_two(&f, c, r);
}

struct figures figures_of_two(const struct figures *all,
			      const struct comparison *c,
			      const struct result *r)
{
	struct figures f = { .scores = all->scores };

	f.total = total_places(c, r);
	f.profile = profile_places(c, r, f.total);
	f.margin = margin_places(c, r, f.total);
	f.lead = lead_places(c, r, f.total);
	f.least_share = least_share(r);
	f.share = share_places(r);
	f.weight = weight_places(c, r);
	return f;
}

int figure_value_places(const struct figures *f, const struct comparison *c,
			size_t criterion, double value)
{
	int own = c->criteria[criterion].measure.given
			  ? figure_measure_places(value)
			  : needed(value, 0, score_most(&c->scoring));

	return larger(f->scores[criterion], own);
}

/* As far as there are so many before the point. */
int figure_measure_places(double value)
{
	double size = value == 0 ? 0 : floor(log10(fabs(value)));

	int most = (int)fmin(fmax(5 - size, 0), PLACES_MOST);
	double power = pow(10, most);

	/* What is rounded may end in zeros. */
	return needed(number_round(value * power) / power, 0, most);
}

int figure_apart(double a, double b, int from)
{
	return apart(a, b, from, PLACES_MOST);
}

int figure_alpha_places(double alpha)
{
	const double bounds[] = { ALPHA_TENTATIVE, ALPHA_RELIABLE, 0, 1 };
	int places = 2;

	for (size_t k = 0; k < sizeof(bounds) / sizeof(*bounds); k++)
		places = apart(alpha, bounds[k], places, PLACES_MOST);
	return places;
}

/*
 * The first two are told apart, and all that are next to each other where
 * three places do it: beyond, it is their ranks that tell them apart.  It is
 * looked at anew with each further place, as here and below: 7.05 and 7.0496
 * are 7.1 and 7.0, but with two places both are 7.05.
 */
static int total_places(const struct comparison *c, const struct result *r)
{
	const struct scoring *scoring = &c->scoring;
	bool points = scoring->method == METHOD_POINTS;
	int places = is_share(c) ? 1
		     : points	 ? points_places(r)
				 : score_most(scoring);
	double first, second;
	int before;

	if (!r->judged || !r->ranked)
		return places;
	first = raw_of(c, r, r->totals[r->order[0]]);
	second = raw_of(c, r, r->totals[r->order[r->ranked > 1]]);
	do {
		before = places;
		places = next_places(c, r, places);
		places = apart(first, second, places, PLACES_MOST);
		places = full_places(c, r, places);
		places = points ? places : lead_places(c, r, places);
	} while (places > before);
	return places;
}

/* What is not all there is does not look like it, be it in the running or not. */
static int full_places(const struct comparison *c, const struct result *r,
		       int places)
{
	for (size_t i = 0; i < r->option_count; i++)
		places = apart(raw_of(c, r, r->totals[i]), raw_of(c, r, 1),
			       places, PLACES_MOST);
	return places;
}

static int next_places(const struct comparison *c, const struct result *r,
		       int places)
{
	int told = places;

	for (size_t k = 1; k < r->ranked; k++)
		told = apart(raw_of(c, r, r->totals[r->order[k - 1]]),
			     raw_of(c, r, r->totals[r->order[k]]), told,
			     TOTAL_MOST + 1);
	return told <= TOTAL_MOST ? told : places;
}

/*
 * So many that the lead is seen, and on which side of the limit it is.  On a
 * scale totals have them, too; whole points stay whole.
 */
static int lead_places(const struct comparison *c, const struct result *r,
		       int places)
{
	double unit = raw_of(c, r, 1) - raw_of(c, r, 0);

	if (!r->judged || r->ranked < 2)
		return places;
	places = apart(r->margin * unit, 0, places, PLACES_MOST);
	return apart(r->margin * unit, c->scoring.close * unit, places,
		     PLACES_MOST);
}

/* Points of what could be won, in per cent: see subject_option_total(). */
static bool is_share(const struct comparison *c)
{
	return c->scoring.method == METHOD_POINTS &&
	       c->scoring.missing == MISSING_AVAILABLE;
}

static int points_places(const struct result *r)
{
	int places = 0;

	for (size_t at = 0; at < r->option_count * r->criterion_count; at++)
		places = needed(r->tally[at], places, 2);
	return places;
}

/* One place on scales of 2 and more; a scale of 1 has two, and so on. */
static int scale_places(const struct scoring *scoring)
{
	double range = scoring->max - scoring->min;
	int places = 1;

	for (; places < PLACES_MOST && range < 2; range *= 10)
		places++;
	return places;
}

/* Points under other weights are no longer whole. */
static int profile_places(const struct comparison *c, const struct result *r,
			  int total)
{
	bool points = c->scoring.method == METHOD_POINTS;
	int places = points && c->profile_count && total < 1 ? 1 : total;
	int before;

	do {
		before = places;
		for (size_t p = 0; p < c->profile_count; p++)
			places =
				first_two_places(c, r, &r->profiles[p], places);
	} while (places > before);
	return places;
}

static int first_two_places(const struct comparison *c, const struct result *r,
			    const struct profile_result *profile, int places)
{
	if (profile->ranked < 2)
		return places;
	return apart(raw_of(c, r, profile->totals[profile->order[0]]),
		     raw_of(c, r, profile->totals[profile->order[1]]), places,
		     PLACES_MOST);
}

/* A total 0..1 as points, or on the scale. */
static double raw_of(const struct comparison *c, const struct result *r,
		     double total)
{
	const struct scoring *s = &c->scoring;

	if (is_share(c))
		return total * 100;
	return s->method == METHOD_POINTS ? total * r->points_available
					  : s->min + total * (s->max - s->min);
}

/* Of what is shown in per cent two places fewer need be told apart. */
static int margin_places(const struct comparison *c, const struct result *r,
			 int total)
{
	bool points = c->scoring.method == METHOD_POINTS && !is_share(c);
	double unit = points ? r->points_available : 100;
	double margin = r->margin * unit;
	int places = points ? total : needed(margin, 0, 1);

	if (!r->judged || r->first == r->option_count || r->ranked < 2)
		return places;
	for (size_t j = 0; !points && j < r->criterion_count; j++) {
		const struct switch_point *at = &r->sensitivity[j];

		places = needed(at->margin_doubled * unit, places, 1);
		places = needed(at->margin_without * unit, places, 1);
	}
	places = near(margin, apart(margin, 0, places, PLACES_MOST));
	return r->close ? apart(margin, c->scoring.close * unit, places,
				PLACES_MOST)
			: places;
}

/*
 * Where none of n draws showed what happens with probability p, that had the
 * probability (1 - p)^n; below DOUBT, p is taken to be less.
 */
static double least_share(const struct result *r)
{
	double told;

	if (!r->judged || !r->robustness_draws)
		return 0.001;
	told = -log(DOUBT) / (double)r->robustness_draws;
	return fmax(ceil(told * 1000) / 1000, 0.001);
}

static int share_places(const struct result *r)
{
	int places = 0;

	for (size_t i = 0; r->judged && i < r->option_count; i++)
		for (size_t k = 0; k < r->option_count; k++)
			places = needed(r->robustness[i].ranks[k] * 100, places,
					1);
	return places;
}

static int weight_places(const struct comparison *c, const struct result *r)
{
	int places = 0, before;

	if (!r->judged)
		return 1;
	for (size_t j = 0; j < r->criterion_count; j++) {
		if (!r->counts[j])
			continue;
		places = needed(r->sensitivity[j].weight * 100, places, 1);
		places = weight_apart(r->sensitivity[j].weight, places);
	}
	places = shared_places(c, places);
	do {
		before = places;
		for (size_t j = 0; j < r->criterion_count; j++)
			places = switch_places(&r->sensitivity[j], places);
	} while (places > before);
	return places;
}

static int switch_places(const struct switch_point *at, int places)
{
	if (at->kind != SWITCH_OVER)
		return places;
	places = needed(at->switch_weight * 100, places, 1);
	places = weight_apart(at->switch_weight, places);
	return apart(at->switch_weight * 100, at->weight * 100, places,
		     PLACES_MOST);
}

static int shared_places(const struct comparison *c, int places)
{
	for (size_t p = 0; p < c->profile_count; p++) {
		const double *weights = c->profiles[p].weights;
		double sum = 0;

		for (size_t j = 0; j < c->criterion_count; j++)
			sum += weights[j];
		for (size_t j = 0; sum > 0 && j < c->criterion_count; j++) {
			places = needed(weights[j] / sum * 100, places, 1);
			places = weight_apart(weights[j] / sum, places);
		}
	}
	return places;
}

/* Neither nothing nor all, unless it is: further on in words. */
static int weight_apart(double share, int places)
{
	places = apart(share * 100, 0, places, WEIGHT_PLACES);
	return apart(share * 100, 100, places, WEIGHT_PLACES);
}

static const int *score_places(const struct comparison *c, struct arena *arena)
{
	int *places = arena_array(arena, int, c->criterion_count);
	double *room = arena_array(arena, double, c->option_count);
	int most = score_most(&c->scoring), shared = 0;

	for (size_t j = 0; c->scored && j < c->criterion_count; j++)
		if (!c->criteria[j].measure.given)
			shared = larger(shared, needed_by_all(c, j, most));
	for (size_t j = 0; c->scored && j < c->criterion_count; j++) {
		places[j] = c->criteria[j].measure.given
				    ? needed_by_all(c, j, PLACES_MOST)
				    : shared;
		if (c->criteria[j].measure.given && places[j] > MEASURE_PLACES)
			places[j] = FIGURE_AS_GIVEN;
		places[j] = apart_scores(&c->criteria[j], c->option_count,
					 places[j], room);
	}
	return places;
}

/* By the scores of a criterion, and those of each of its judges. */
static int needed_by_all(const struct comparison *c, size_t j, int most)
{
	const struct criterion *criterion = &c->criteria[j];
	bool measured = criterion->measure.given;
	int places = 0;

	for (size_t i = 0; i < c->option_count; i++) {
		const struct score *score = &criterion->scores[i];

		if (score->answer != ANSWER_NONE || isnan(score->value))
			continue;
		places = larger(places,
				measured ? figure_measure_places(score->value)
					 : needed(score->value, places, most));
		for (size_t k = 0; k < score->evidence_count; k++)
			if (score->evidence[k].answer == ANSWER_NONE)
				places = larger(
					places,
					measured ? figure_measure_places(
							   score->evidence[k]
								   .value)
						 : needed(score->evidence[k]
								  .value,
							  places, most));
	}
	return places;
}

static int score_most(const struct scoring *scoring)
{
	return smaller(scale_places(scoring) + 1, PLACES_MOST);
}

/* Two scores that are not the same do not look the same. */
static int apart_scores(const struct criterion *criterion, size_t count,
			int places, double *room)
{
	size_t given = 0;
	int before;

	for (size_t i = 0; i < count; i++)
		if (criterion->scores[i].answer == ANSWER_NONE &&
		    !isnan(criterion->scores[i].value))
			room[given++] = criterion->scores[i].value;
	qsort(room, given, sizeof(*room), compare_numbers);
	do {
		before = places;
		for (size_t k = 1; k < given; k++)
			places = larger(places, apart_places(room[k - 1],
							     room[k], before));
	} while (places > before);
	return places;
}

/* FIGURE_AS_GIVEN if each as it is does. */
static int apart_places(double a, double b, int places)
{
	int own = places != FIGURE_AS_GIVEN ? places
					    : larger(figure_measure_places(a),
						     figure_measure_places(b));
	int need = apart(a, b, own, PLACES_MOST);

	return need > own ? need : places;
}

static int compare_numbers(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

/* The least places, from `from` to `most`, that show the number as it is. */
static int needed(double number, int from, int most)
{
	return within(number, from, most, UTILITY_EQUAL);
}

/* Beside a lead of 0.05 of 100 stands 0.05 %, not twice as much. */
static int near(double number, int from)
{
	return within(number, from, PLACES_MOST, 0.1 + UTILITY_EQUAL);
}

/* Places with which a number is no more than such a part of itself away. */
static int within(double number, int from, int most, double part)
{
	int places = from;

	for (; places < most && isfinite(number); places++) {
		double scaled = fabs(number) * pow(10, places);

		if (fabs(scaled - round(scaled)) <= part * scaled)
			break;
	}
	return isfinite(number) ? places : from;
}

/* What differs by rounding alone may look alike. */
static int apart(double a, double b, int from, int most)
{
	double equal = UTILITY_EQUAL * fmax(1, fmax(fabs(a), fabs(b)));
	int places = from;

	for (; places < most && fabs(a - b) > equal; places++) {
		double power = pow(10, places);

		if (number_round(a * power) != number_round(b * power))
			break;
	}
	return places;
}

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

static int larger(int a, int b)
{
	return a > b ? a : b;
}
