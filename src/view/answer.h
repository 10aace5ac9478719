/*
 * The four questions of a scoreboard, each answered by one chart whose title
 * is the finding: who is ahead, why, what would turn it, how sure it is.
 *
 * A finding is a sentence of what was judged, chosen by a rule that proves it;
 * where none holds, it is empty and the chart has its plain name.
 *
 * Sources: answer_charts.c, answer_why.c, chart_answer.c.
 */
#ifndef VIEW_ANSWER_H
#define VIEW_ANSWER_H

#include "view/chart_view.h"

struct str answer_ahead(const struct subject *s);
struct str answer_why(const struct subject *s);
struct str answer_turn(const struct subject *s);
struct str answer_sure(const struct subject *s);
/* The same as a title: empty where it takes two sentences. */
struct str answer_sure_title(const struct subject *s);

/* What each criterion alone does to the lead; for chart_tornado, too. */
struct str answer_hangs(const struct subject *s);

/* Which of two options alone is best on more criteria; for gaps_chart. */
struct str answer_wins(const struct subject *s);

/* The first `count` criteria of `order`, equally the heaviest of all. */
struct str answer_weights(const struct subject *s, const size_t *order,
			  size_t count);

/* The criterion that adds most to the total of who is ranked first. */
struct str answer_largest(const struct subject *s);

/* The criterion of the widest gap, `order` beginning with it. */
struct str answer_widest(const struct subject *s, const size_t *order);

/* Who has the best score most often, alone or with others. */
struct str answer_bests(const struct subject *s);

/* "0.44", "2 points": a lead as the scoreboard has it; and the limit. */
struct str answer_lead(const struct subject *s, double margin);
struct str answer_limit(const struct subject *s);

/* A lead with the digits that tell it from another, where they differ. */
struct str answer_lead_beside(const struct subject *s, double margin,
			      double other);

/* A total, with the digits of a lead. */
struct str answer_total(const struct subject *s, size_t option);

/* What a total or lead of 1 is: the scale, the points, 100 per cent. */
double answer_unit(const struct subject *s);

/* The number of a lead alone; of 0..1 parts of totals likewise. */
struct str answer_number(const struct subject *s, double part);

/* What is multiplied, or a distance, has no parts that add up. */
bool totals_are_sums(const struct subject *s);

/*
 * Pulls: what each criterion adds to the lead of one option over another.
 * They add up to the lead.  So they are there with weighted sums and points
 * only, whose totals are sums.
 */
struct pulls {
	size_t one, other; /* options; the pulls are towards `one` */
	double gained, lost;
	size_t count; /* criteria that count */
};

/* Of the first and the second; false where there are none. */
bool pulls_of(const struct subject *s, struct pulls *pulls);

/* That of criterion `j`; NAN: it does not count. */
double pull_at(const struct subject *s, const struct pulls *pulls, size_t j);

/* Whether both were scored on the same: else a pull is no gap of two scores. */
bool pulls_are_gaps(const struct subject *s, size_t one, size_t other);

/* What criterion `j` adds to the total of option `i`; 0: nothing. */
double pull_part(const struct subject *s, size_t j, size_t i);

/*
 * Bundles of criteria: their groups, or themselves where there are no two
 * groups; at most BUNDLES, the lightest then taken together.
 */
enum { BUNDLES = 6 };
struct bundles {
	struct str titles[BUNDLES];
	size_t count;
	size_t *of;  /* per criterion */
	bool single; /* each is a criterion */
};
struct bundles bundles_of(const struct subject *s);
/* The same, `most` of them at the most, which is not more than BUNDLES. */
struct bundles bundles_at_most(const struct subject *s, size_t most);
double bundle_part(const struct subject *s, const struct bundles *bundles,
		   size_t bundle, size_t option);

/*
 * Of a criterion whose weight alone can put another option ahead: the weight
 * from which it does.
 */
double turn_weight(const struct switch_point *at);
/* Those that do, the nearest first; the array is the subject's arena's. */
size_t *turn_order(const struct subject *s, size_t *count);
/* "No weight of the other 8 criteria does so alone."; or empty. */
struct str turn_rest(const struct subject *s);

/* What is left out: one kind of it, each judge or source named once. */
const struct omission **sure_omissions(const struct subject *s, size_t *count);

/* Whether what is left out there has a row in sure_chart(). */
bool sure_shows(const struct subject *s, const struct omission *o);

/* Each in the subject's arena, or NULL. */
struct chart *lead_chart(const struct subject *s);
struct chart *why_chart(const struct subject *s); /* pulls, parts; NULL */
struct chart *turn_chart(const struct subject *s);
struct chart *sure_chart(const struct subject *s);

#endif
