#include "view/page_view.h"

#include <math.h>

#include "judge/utility.h"
#include "view/answer.h"
#include "view/chart_parts.h"
#include "view/contest_view.h"
#include "view/judging_view.h"
#include "view/lead_view.h"
#include "view/page_parts.h"
#include "view/pair_view.h"
#include "view/parts.h"

enum { NEIGHBOURS = 3 }; /* pairs that each of the two is in besides */

/* Where totals of profiles stand: the axis of their dots. */
struct span {
	double low, high;
};

static const struct value *option_side(const struct pair_subject *p, size_t i);
static struct str side_rank(const struct pair_subject *p, size_t i);
static struct str out_of(const struct pair_subject *p);
static const struct value *rows_view(const struct pair_subject *p);
static size_t *row_order(const struct pair_subject *p, const double *pulls);
static double *pulls_of_two(const struct pair_subject *p, double *most);
static void add_score(const struct pair_subject *p, size_t j, size_t i,
		      struct value *row);
static void add_bar(const struct pair_subject *p, double pull, double most,
		    struct value *row);
static struct str pull_words(const struct pair_subject *p, double pull);
static const struct value *purposes_view(const struct pair_subject *p);
static struct span totals_span(const struct pair_subject *p);
static void add_purpose(const struct pair_subject *p, struct span span,
			struct value *rows, size_t k);
static struct str place_in(const struct subject *s, struct span span,
			   double total);
static struct str span_words(const struct pair_subject *p, struct span span);
static const struct value *neighbours_view(const struct subject *s,
					   struct pair pair);

struct page pair_page(const struct book *book, const struct versus *v)
{
	const struct subject *s = book->subject;
	struct pair_subject p = pair_subject_of(s, v);
	struct str summary = pair_summary(&p);
	struct page page = page_start(book, pair_folder(s, v->pair), "pair",
				      pair_title(s, v->pair), summary);
	struct value *values = page_values(book, &page, NULL, false);
	struct value *o = value_object(s->arena);
	bool both = v->r->ranked == 2;

	value_set_text(o, "question",
		       PHRASE(s->phrases, WORD_PAIR_QUESTION, s->arena,
			      { "pair", page.title }));
	value_set_text(o, "summary", summary);
	value_set(o, "one", option_side(&p, 0));
	value_set(o, "other", option_side(&p, 1));
	value_set_text(o, "out_of", v->r->judged ? out_of(&p) : STR(""));
	value_set_text(o, "note", pair_note(&p));
	value_set_text(o, "why", both ? answer_why(&p.two) : STR(""));
	value_set_bool(o, "adds_up", totals_are_sums(&p.two));
	value_set(o, "rows", rows_view(&p));
	value_set_text(o, "turn", both ? answer_turn(&p.two) : STR(""));
	value_set_text(o, "turn_rest", both ? turn_rest(&p.two) : STR(""));
	value_set_text(o, "sure", both ? lead_robustness(&p.two) : STR(""));
	value_set_text(o, "sure_note",
		       both ? lead_note_of_two(&p.two) : STR(""));
	value_set(o, "purposes", purposes_view(&p));
	value_set(o, "neighbours", neighbours_view(s, v->pair));
	value_set_text(o, "compare_url",
		       judging_is_choice(s->c, s->r)
			       ? subject_url(s, STR("compare"))
			       : STR(""));
	value_set(values, "pair", o);
	return page;
}

static const struct value *option_side(const struct pair_subject *p, size_t i)
{
	const struct subject *s = p->all, *two = &p->two;
	size_t own = i ? p->v->pair.other : p->v->pair.one;
	const struct option *option = &s->c->options[own];
	struct value *o = value_object(s->arena);

	value_set_text(o, "name", option->name.str);
	value_set_text(o, "short", chart_short(s, own));
	value_set_text(o, "class", option_class(own));
	value_set_text(o, "url", subject_option_url(s, own));
	value_set_text(o, "total",
		       two->r->judged ? answer_total(two, i) : STR(""));
	value_set_text(o, "rank", side_rank(p, i));
	value_set_bool(o, "leads", two->r->leader == i);
	value_set_text(o, "reason",
		       s->r->judged ? contest_reason(s, own) : STR(""));
	value_set(o, "best_for", prose_list_view(&option->best_for, s->arena));
	value_set_bool(o, "has_best", option->best_for.count > 0);
	return o;
}

/* Its place among all, where there are more than these two. */
static struct str side_rank(const struct pair_subject *p, size_t i)
{
	const struct subject *s = p->all;
	size_t rank = s->r->ranks[i ? p->v->pair.other : p->v->pair.one];

	if (!s->r->judged || !rank || s->r->option_count < 3)
		return STR("");
	return PHRASE(s->phrases, WORD_PAIR_RANK, s->arena,
		      { "n", subject_count(s, rank) },
		      { "of", subject_count(s, s->r->ranked) });
}

static struct str out_of(const struct pair_subject *p)
{
	const struct subject *s = &p->two;
	const struct scoring *scoring = &s->c->scoring;
	bool points = scoring->method == METHOD_POINTS;

	if (subject_totals_are_shares(s))
		return phrase(s->phrases, WORD_PAIR_SHARES);
	return PHRASE(s->phrases,
		      points		  ? WORD_PAIR_POINTS
		      : scoring->min == 0 ? WORD_PAIR_OUT_OF
					  : WORD_PAIR_ON_SCALE,
		      s->arena, { "min", subject_given(s, scoring->min) },
		      { "max",
			points ? subject_weight(s, s->r->points_available)
			       : subject_given(s, scoring->max) });
}

/* All criteria, from what pulls most to one side to what does to the other. */
static const struct value *rows_view(const struct pair_subject *p)
{
	const struct subject *s = p->all;
	struct value *rows = value_list(s->arena);
	double most, *pulls = pulls_of_two(p, &most);
	size_t *order = row_order(p, pulls);
	double all = p->two.r->points_available;
	bool alone = subject_weighs_alone(&p->two, NULL);

	for (size_t k = 0; k < s->c->criterion_count; k++) {
		size_t j = order[k];
		const struct criterion *criterion = &s->c->criteria[j];
		struct value *row = value_add_object(rows);
		bool counts = p->two.r->judged && p->two.r->counts[j];

		value_set_text(row, "title", criterion->title.str);
		value_set_text(row, "url", subject_url(s, criterion->id));
		value_set_text(row, "weight",
			       counts ? subject_weight_share(
						&p->two,
						criterion->weight / all, alone)
				      : STR(""));
		value_set_text(row, "unit",
			       criterion->measure.given
				       ? criterion->measure.unit.str
				       : STR(""));
		add_score(p, j, 0, row);
		add_score(p, j, 1, row);
		add_bar(p, counts ? pulls[j] : NAN, most, row);
		value_set_text(row, "by",
			       s->c->scored ? pair_by(p, j) : STR(""));
	}
	return rows;
}

/* What pulls to the leader comes first; what does not count, last. */
static size_t *row_order(const struct pair_subject *p, const double *pulls)
{
	size_t n = p->two.c->criterion_count;
	double *by = arena_array(p->two.arena, double, n);
	double sign = p->two.r->first == 0 ? -1 : 1;

	for (size_t j = 0; j < n; j++)
		by[j] = isnan(pulls[j]) ? -INFINITY : sign * pulls[j];
	return order_by_value(by, n, p->two.arena);
}

/* Towards the second option, below 0 towards the first; NAN: no count. */
static double *pulls_of_two(const struct pair_subject *p, double *most)
{
	const struct subject *s = &p->two;
	double *pulls = arena_array(s->arena, double, s->c->criterion_count);

	*most = 0;
	for (size_t j = 0; j < s->c->criterion_count; j++) {
		const double *worth = s->r->utilities + 2 * j;
		double weight = s->c->criteria[j].weight;

		pulls[j] = NAN;
		if (!s->r->judged || !s->r->counts[j])
			continue;
		pulls[j] = totals_are_sums(&p->two)
				   ? pull_part(s, j, 1) - pull_part(s, j, 0)
				   : weight * (worth[1] - worth[0]) /
					     s->r->points_available;
		if (fabs(pulls[j]) < UTILITY_EQUAL)
			pulls[j] = 0;
		*most = fmax(*most, isnan(pulls[j]) ? 0 : fabs(pulls[j]));
	}
	return pulls;
}

static void add_score(const struct pair_subject *p, size_t j, size_t i,
		      struct value *row)
{
	static const char *const NAMES[2][2] = {
		{ "one", "one_is_better" }, { "other", "other_is_better" }
	};
	const struct subject *s = p->all;
	size_t own = i ? p->v->pair.other : p->v->pair.one;
	const double *worth = p->two.r->utilities + 2 * j;

	value_set_text(
		row, NAMES[i][0],
		s->c->scored
			? subject_number(s, own, j)
			: first_words(s->c->criteria[j].sections[own].plain,
				      s->arena));
	value_set_bool(row, NAMES[i][1], worth[i] > worth[!i] + UTILITY_EQUAL);
}

static void add_bar(const struct pair_subject *p, double pull, double most,
		    struct value *row)
{
	bool is_there = most > 0 && !isnan(pull) && pull != 0;

	value_set_bool(row, "to_one", is_there && pull < 0);
	value_set_bool(row, "to_other", is_there && pull > 0);
	value_set_text(row, "bar",
		       is_there ? bar_class(fabs(pull) / most, p->two.arena)
				: STR(""));
	value_set_text(row, "pull",
		       is_there ? pull_words(p, fabs(pull)) : STR(""));
}

/* Where totals are no sums it is a part of the weights, of worth 0 to 1. */
static struct str pull_words(const struct pair_subject *p, double pull)
{
	return answer_number(&p->two, pull);
}

static const struct value *purposes_view(const struct pair_subject *p)
{
	const struct subject *s = &p->two;
	struct value *o, *rows;
	struct span span;

	if (!s->c->profile_count || !s->r->judged)
		return value_null();
	span = totals_span(p);
	o = value_object(s->arena);
	rows = value_list(s->arena);
	add_purpose(p, span, rows, s->c->profile_count);
	for (size_t k = 0; k < s->c->profile_count; k++)
		add_purpose(p, span, rows, k);
	value_set_text(o, "finding", pair_purposes(p));
	value_set_text(o, "axis", span_words(p, span));
	value_set_bool(o, "has_more", p->all->r->option_count > 2);
	value_set(o, "rows", rows);
	return o;
}

/* All totals that are drawn, with room at the ends. */
static struct span totals_span(const struct pair_subject *p)
{
	const struct result *r = p->two.r;
	struct span span = { INFINITY, -INFINITY };

	for (size_t k = 0; k <= p->two.c->profile_count; k++) {
		const double *totals = k < p->two.c->profile_count
					       ? r->profiles[k].totals
					       : r->totals;

		for (size_t i = 0; i < 2; i++) {
			span.low = fmin(span.low, totals[i]);
			span.high = fmax(span.high, totals[i]);
		}
	}
	span.low = fmax(floor(span.low * 10 - 0.2) / 10, 0);
	span.high = fmin(ceil(span.high * 10 + 0.2) / 10, 1);
	return span;
}

/* Profile `k`, or behind the last the author's weights. */
static void add_purpose(const struct pair_subject *p, struct span span,
			struct value *rows, size_t k)
{
	const struct subject *s = &p->two;
	bool own = k == s->c->profile_count;
	const struct profile_result *profile = own ? NULL : &s->r->profiles[k];
	const double *totals = own ? s->r->totals : profile->totals;
	size_t leader = own			    ? s->r->leader
			: profile_is_known(profile) ? profile->leader
						    : s->c->option_count;
	struct value *row = value_add_object(rows);

	value_set_text(row, "title",
		       own ? phrase(s->phrases, WORD_BY_AUTHOR)
			   : s->c->profiles[k].title.str);
	for (size_t i = 0; i < 2; i++) {
		bool ranked = (own ? s->r->ranks : profile->ranks)[i] > 0;

		value_set_text(row, i ? "other" : "one",
			       own ? subject_option_total(s, i)
				   : subject_total_under(s, profile, i));
		value_set_text(row, i ? "other_at" : "one_at",
			       ranked ? place_in(s, span, totals[i]) : STR(""));
	}
	value_set_bool(row, "one_leads", leader == 0);
	value_set_bool(row, "other_leads", leader == 1);
	value_set_text(row, "of_all",
		       pair_of_all(p, own ? NULL : &p->all->r->profiles[k]));
}

static struct str place_in(const struct subject *s, struct span span,
			   double total)
{
	return span.high > span.low
		       ? percent_whole((total - span.low) /
					       (span.high - span.low),
				       s->arena)
		       : STR("");
}

/* Empty where neither ever has a total. */
static struct str span_words(const struct pair_subject *p, struct span span)
{
	const struct subject *s = &p->two;

	if (!(span.high > span.low))
		return STR("");
	return PHRASE(s->phrases, WORD_PAIR_AXIS, s->arena,
		      { "from", subject_share_total(s, span.low) },
		      { "to", subject_share_total(s, span.high) });
}

/* For each of the two, the pairs with those that rank nearest to the other. */
static const struct value *neighbours_view(const struct subject *s,
					   struct pair pair)
{
	struct value *list = value_list(s->arena);

	pairs_add_near(s, pair.one, pairs_place(s, pair.other), NEIGHBOURS,
		       pair, list);
	pairs_add_near(s, pair.other, pairs_place(s, pair.one), NEIGHBOURS,
		       pair, list);
	return list;
}
