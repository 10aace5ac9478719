/*
 * Which charts a comparison has, with their numbers in words.
 *
 * A chart's object for the template has two places to fill, `wide` and
 * `narrow`: the stage that draws puts its pictures there.
 *
 * Sources: chart_asked.c, chart_cells.c, chart_criterion.c,
 * chart_intervals.c, chart_judge.c, chart_map.c, chart_panels.c,
 * chart_scatter.c, chart_slope.c.
 */
#ifndef VIEW_CHART_VIEW_H
#define VIEW_CHART_VIEW_H

#include "view/series.h"
#include "view/subject.h"
#include "view/value.h"

/* Each in the subject's arena, or NULL when it does not apply. */
struct chart *scoreboard_chart(const struct subject *s); /* totals */
struct chart *tally_chart(const struct subject *s);	 /* points so far */
struct chart *criteria_chart(const struct subject *s);	 /* all scores */
struct chart *criterion_chart(const struct subject *s, size_t criterion);
struct chart *option_chart(const struct subject *s, size_t option);
/* What the totals are made of: weight times utility. */
struct chart *contributions_chart(const struct subject *s);
/* Two options: who is ahead on each criterion, and by how much. */
struct chart *gaps_chart(const struct subject *s);
/* All scores as a table in shades. */
struct chart *heat_chart(const struct subject *s);
/* Groups of criteria, each with the options' means. */
struct chart *groups_chart(const struct subject *s);
/* All criteria around a centre; only when the author asks for it. */
struct chart *radar_chart(const struct subject *s);
struct chart *weights_chart(const struct subject *s);
struct chart *profiles_chart(const struct subject *s);
/* The lead without each criterion, and with its weight doubled. */
struct chart *tornado_chart(const struct subject *s);
/* How often each option takes each rank, over all weightings. */
struct chart *ranks_chart(const struct subject *s);
/* How far the judges are apart. */
struct chart *judges_chart(const struct subject *s);

/* Two counts, price and total where nothing else is asked for. */
struct chart *value_chart(const struct subject *s);
/* The same with four fields; only when the author asks for it. */
struct chart *quadrant_chart(const struct subject *s);
/* Who is first under which weights of two or three groups. */
struct chart *map_chart(const struct subject *s);
/* Totals by each judge, and once nothing is missing. */
struct chart *intervals_chart(const struct subject *s);
/* Options by rank, a dot a criterion. */
struct chart *ranked_chart(const struct subject *s);
/* A panel an option, the others grey. */
struct chart *panels_chart(const struct subject *s);
/* What is answered by yes or no. */
struct chart *features_chart(const struct subject *s);
/* Totals under two profiles. */
struct chart *slope_chart(const struct subject *s);

/*
 * All charts of the comparison but those of single criteria and options, in
 * the order of the scoreboard; returns how many of at most CHARTS_MOST.
 */
enum { CHARTS_MOST = 30 };
size_t charts_all(const struct subject *s, struct chart **charts);

/* The chart of that id, also of a criterion or an option; or NULL. */
struct chart *chart_find(const struct subject *s, struct str id);

/* A chart can be asked for only where it applies: else why it does not. */
bool charts_check(struct diags *diags, const struct subject *s);

/* Its numbers as a table; and whether it is a PNG as well. */
struct str chart_csv(const struct chart *chart, struct arena *arena);
bool chart_has_png(const struct chart *chart);

/* The chart's object, or null for NULL. */
const struct value *chart_value(const struct chart *chart);

#endif
