/*
 * Which charts a comparison has, with their numbers in words.
 *
 * A chart's object for the template has two places to fill, `wide` and
 * `narrow`: the stage that draws puts its pictures there.
 */
#ifndef VIEW_CHART_VIEW_H
#define VIEW_CHART_VIEW_H

#include "view/series.h"
#include "view/subject.h"
#include "view/value.h"

/* Each in the subject's arena, or NULL when it does not apply. */
struct chart *chart_scoreboard(const struct subject *s); /* totals */
struct chart *chart_tally(const struct subject *s);	 /* points so far */
struct chart *chart_criteria(const struct subject *s);	 /* all scores */
struct chart *chart_criterion(const struct subject *s, size_t criterion);
struct chart *chart_option(const struct subject *s, size_t option);

/* The chart's object, or null for NULL. */
const struct value *chart_value(const struct chart *chart);

#endif
