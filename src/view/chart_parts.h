/*
 * What all charts of a comparison are made with.
 */
#ifndef VIEW_CHART_PARTS_H
#define VIEW_CHART_PARTS_H

#include "view/chart_view.h"

/* An axis of about five steps of 1, 2 or 5, which has `places` decimals. */
struct axis {
	double min, max, step;
	int places;
};

/* Wide enough for both. */
struct axis axis_of(double low, double high);

/*
 * A chart still without series: one category without a name, one series for
 * each option.
 */
struct chart *chart_new(const struct subject *s, enum chart_kind kind,
			struct str id, enum word_id title);

/* One for each option, their arrays of so many categories to be filled. */
struct series *chart_series(const struct subject *s, size_t categories);

/* So many, without names and slots. */
struct series *chart_plain_series(const struct subject *s, size_t count,
				  size_t categories);

/* "criterion-speed", of "criterion" and the criterion's id. */
struct str chart_id(const struct subject *s, const char *kind, struct str id);

void chart_set(struct series *series, size_t category, double value,
	       struct str label);

/*
 * The utility of option `i` on criterion `j`, so that measures of any unit
 * and scales that begin anywhere stand on one scale, the better the longer;
 * the score in words; and whether it is the best.
 */
void chart_set_score(const struct subject *s, struct series *series,
		     size_t category, size_t j, size_t i);

/* Beside a total: what it is a mean over, where that is not everything. */
void chart_set_coverage(const struct subject *s, struct chart_data *data,
			struct series *series, size_t i);

/*
 * Why an option has no mean of a group: it is not scored there, or what it is
 * scored on does not count.
 */
struct str chart_no_mean(const struct subject *s, struct str group, size_t i);

/* Says what the ends of the domain are where the scale does not begin at 0. */
void chart_scale_ends(const struct subject *s, struct chart_data *data);

/*
 * What is worth nothing and what is worth all, and which way is better.  With
 * one value only there is no range to speak of.
 */
void chart_measure_ends(const struct subject *s, size_t j,
			struct chart_data *data);

/*
 * What the chart shows, as its title: one sentence without its full stop; what
 * it is stays its name.  Empty: its title is its name.
 */
void chart_finding(struct chart *chart, struct str finding);

/* Where only so many of those with a rank are shown, the description says so. */
void chart_says_which(const struct subject *s, struct chart *chart,
		      size_t shown);

/* An option's short name, or its name. */
struct str chart_short(const struct subject *s, size_t option);

/* Makes the object for templates; the data are complete but for `series`. */
void chart_finish(const struct subject *s, struct chart *chart,
		  struct series *series, enum word_id first_column);

/* The criteria's titles, in the order of `order` or their own (NULL). */
struct str *chart_criterion_titles(const struct subject *s, const size_t *order,
				   size_t count);

/* Beside scores: with the units that the labels leave out. */
struct str *chart_score_titles(const struct subject *s, const size_t *order,
			       size_t count);

/* The score in words, without a unit that is too long for a chart. */
struct str chart_score(const struct subject *s, size_t j, size_t i);

/* The utility 0..1 of option `i` on criterion `j`; NAN: not scored. */
double chart_utility(const struct subject *s, size_t j, size_t i);

/* The criteria by the gap between best and worst, the widest first. */
size_t *chart_gap_order(const struct subject *s);

/*
 * Why a chart that is asked for does not apply, or NULL; `at` is what the
 * author wrote of it.
 */
const char *criterion_refusal(const struct subject *s);
const char *value_refusal(const struct subject *s,
			  const struct asked_chart *asked, struct place *at);
const char *slope_refusal(const struct subject *s,
			  const struct asked_chart *asked, struct place *at);
const char *map_refusal(const struct subject *s);
const char *intervals_refusal(const struct subject *s);
const char *ranked_refusal(const struct subject *s);
const char *panels_refusal(const struct subject *s);
const char *features_refusal(const struct subject *s);

/* Warns of a price that may be two numbers, where a chart would have it. */
void prices_check(struct diags *diags, const struct subject *s);

/* Whether all that is scored there is a yes, a no or between. */
bool criterion_is_answered(const struct subject *s, size_t j);

/* Whether some option has a score: else a chart of scores is empty. */
bool chart_any_score(const struct subject *s);

#endif
