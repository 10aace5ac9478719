#include "check/standing.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check/feature.h"

/* Options that one sentence can compare with all others. */
enum { MANY = 20 };

/* A statement against one yardstick: a criterion, or a result. */
struct yard {
	const struct study *s;
	const struct comparison *c;
	const struct result *r;
	const struct names *names;
	const struct subject_matter *page;
	const struct statement *st;
	const struct reading *reading;
	size_t n;	  /* options */
	size_t criterion; /* or the criterion count: `totals` */
	const double *totals;
	const size_t *ranks; /* with the totals; 0: out of the running */
	size_t leader, first;
	bool doubtful; /* the yardstick was guessed */
};

static bool has_others(const struct statement *st);
static enum truth on_criteria(struct yard *y);
static enum truth on_all_but(struct yard *y);
static bool find_yard(struct yard *y);
static bool is_topical(const struct statement *st);
static bool find_topic(struct yard *y);
static int likeness(const struct yard *y, size_t j);
static bool has_word(struct str text, const char *list);
static bool words_alike(struct str text, struct str noun);
static const struct unit *unit_of(const struct yard *y, size_t j);
static enum truth on_yard(const struct yard *y);
static bool is_degree_known(const struct yard *y);
static enum truth of_relation(const struct yard *y);
static enum truth of_stated_lead(const struct yard *y);
static bool is_given(const struct yard *y, enum truth *truth);
static enum truth negate(const struct yard *y, enum truth truth);
static enum truth of_win(const struct yard *y);
static bool is_some_of_none(const struct yard *y);
static enum truth of_none(const struct yard *y);
static enum truth of_overall_win(const struct yard *y);
static bool is_tally(const struct yard *y);
static enum truth of_pairs(const struct yard *y);
static enum truth of_each_pair(const struct yard *y, const struct term *object);
static bool is_against(const struct yard *y, const struct term *object,
		       size_t option);
static bool is_shared(const struct yard *y);
static enum truth of_pair(const struct yard *y, size_t a, size_t b);
static enum truth of_level(const struct yard *y);
static enum truth of_rank(const struct yard *y);
static enum truth of_ratio(const struct yard *y, size_t a, size_t b);
static enum truth of_share(const struct yard *y, size_t a, size_t b);
static enum truth of_difference(const struct yard *y, size_t a, size_t b);
static enum truth of_value(const struct yard *y);
static enum truth of_points(const struct yard *y);
static enum truth of_lead(const struct yard *y, const struct statement *by,
			  int sense);
static bool leads_by(const struct yard *y, const struct statement *by, size_t a,
		     size_t b);
static enum truth of_counts(const struct yard *y);
static struct wins tied_criteria(const struct yard *y);
static enum truth of_more(const struct yard *y, struct wins ours);
static enum truth of_count(const struct yard *y, struct wins found);
static enum truth of_feature(struct yard *y);
static enum truth of_no_other(struct yard *y);
static size_t spoken_of(const struct yard *y);
static enum truth of_having(struct yard *y);
static bool is_denied(const struct yard *y, size_t option, bool *unsure);
static bool is_in(const struct yard *y, const struct term *t, size_t option);
static bool is_other(const struct yard *y, size_t option);
static size_t size_of(const struct yard *y, const struct term *t);
static bool is_top(const struct yard *y, size_t option);
static size_t top_count(const struct yard *y);
static bool has_degree(const struct yard *y);
static double degree_of(const struct yard *y, size_t option);
static double value_of(const struct yard *y, size_t option);
static bool on_criterion(const struct yard *y);
static bool is_out(const struct yard *y, size_t option);
static bool is_measured(const struct yard *y);
static int compare(const struct yard *y, size_t a, size_t b);
static bool agrees(const struct statement *st, double number, double half);

enum truth standing_of(const struct study *s, const struct names *names,
		       const struct subject_matter *page,
		       const struct statement *statement,
		       const struct reading *reading, size_t *criterion)
{
	struct yard y = {
		.s = s,
		.c = s->c,
		.r = s->r,
		.names = names,
		.page = page,
		.st = statement,
		.reading = reading,
		.n = s->c->option_count,
		.criterion = s->c->criterion_count,
	};
	enum truth truth;

	if (statement->subject.quantity == QUANTITY_ANY ||
	    (statement->subject.kind == TERM_GROUP &&
	     statement->subject.quantity == QUANTITY_IT &&
	     page->option == y.n) ||
	    !has_others(statement))
		return TRUTH_UNKNOWN;
	if (statement->relation == RELATION_HAS)
		truth = of_feature(&y);
	else if (statement->relation >= RELATION_CRITERIA)
		truth = of_counts(&y);
	else if (statement->scope.kind == SCOPE_CRITERIA)
		truth = on_criteria(&y);
	else if (statement->scope.kind == SCOPE_ALL_BUT)
		truth = on_all_but(&y);
	else
		truth = find_yard(&y) ? on_yard(&y) : TRUTH_UNKNOWN;
	*criterion = y.criterion;
	return truth == TRUTH_NO && y.doubtful ? TRUTH_DOUBT : truth;
}

/* "All others are slower": than what must be said, by its name. */
static bool has_others(const struct statement *st)
{
	return st->subject.kind != TERM_GROUP ||
	       st->subject.quantity != QUANTITY_OTHERS ||
	       (st->relation >= RELATION_OVER &&
		st->relation <= RELATION_DIFFERENCE &&
		st->object.kind == TERM_GROUP &&
		st->object.quantity == QUANTITY_NAMED);
}

static enum truth on_criteria(struct yard *y)
{
	enum truth truth = TRUTH_YES;

	for (size_t k = 0; k < y->st->scope.count; k++) {
		y->criterion = y->st->scope.criteria[k];
		if (!y->r->counts[y->criterion] ||
		    (is_topical(y->st) && !likeness(y, y->criterion)))
			return TRUTH_UNKNOWN;
		truth = on_yard(y);
		if (truth != TRUTH_YES)
			return truth;
	}
	return truth;
}

/* Of those left out nothing is said for sure. */
static enum truth on_all_but(struct yard *y)
{
	for (size_t j = 0; j < y->c->criterion_count; j++) {
		bool left_out = !y->r->counts[j];
		enum truth truth;

		for (size_t k = 0; k < y->st->scope.count; k++)
			left_out |= y->st->scope.criteria[k] == j;
		if (left_out)
			continue;
		y->criterion = j;
		truth = on_yard(y);
		if (truth == TRUTH_NO)
			return truth;
	}
	return TRUTH_YES;
}

/* What the page is about, unless an adjective speaks of something else. */
static bool find_yard(struct yard *y)
{
	const struct study *s = y->s;
	const struct result *r = s->r;

	if (y->st->scope.kind <= SCOPE_ROUND && is_topical(y->st))
		return find_topic(y);
	if (y->page->criterion < y->c->criterion_count) {
		/* "Overall" may be said of this criterion. */
		y->criterion = y->page->criterion;
		y->doubtful = y->st->scope.kind == SCOPE_OVERALL;
		return y->st->relation == RELATION_POINTS ||
		       y->st->relation == RELATION_LEAD ||
		       (r->counts[y->criterion] && !y->doubtful);
	}
	if (y->st->scope.kind == SCOPE_ROUND)
		return false;
	if (y->page->profile < s->c->profile_count) {
		y->totals = r->profiles[y->page->profile].totals;
		y->ranks = r->profiles[y->page->profile].ranks;
		y->leader = r->profiles[y->page->profile].leader;
		y->first = y->n;
		for (size_t i = 0; i < y->n; i++)
			if (r->profiles[y->page->profile].ranks[i] == 1)
				y->first = y->first == y->n ? i : y->n + 1;
		return true;
	}
	y->totals = r->totals;
	y->ranks = r->ranks;
	y->leader = r->leader;
	y->first = r->first;
	return true;
}

/* Whether it says itself of what it is: "faster", "less memory", "30 EUR" */
static bool is_topical(const struct statement *st)
{
	return st->noun.len || st->unit ||
	       (st->adjective && *st->adjective->topics);
}

/* The page's own criterion, or the one that it is most likely to be. */
static bool find_topic(struct yard *y)
{
	const struct comparison *c = y->c;
	const struct adjective *a = y->st->adjective;
	bool on_page = y->page->criterion < c->criterion_count;
	int best = 0;

	if (on_page && likeness(y, y->page->criterion)) {
		y->criterion = y->page->criterion;
		return y->r->counts[y->criterion];
	}
	/* "The better tools": for what the page is about */
	if (on_page && a && a->merit && !*a->topics)
		return false;
	for (size_t j = 0; j < c->criterion_count; j++) {
		int like = likeness(y, j);

		if (like && like >= best)
			y->criterion = like > best ? j : c->criterion_count;
		best = like > best ? like : best;
	}
	y->doubtful = true;
	return y->criterion < c->criterion_count && y->r->counts[y->criterion];
}

/* How sure it is that the criterion is meant: by its name, by its unit; 0. */
static int likeness(const struct yard *y, size_t j)
{
	const struct criterion *c = &y->c->criteria[j];
	const struct statement *st = y->st;
	const struct unit *unit = unit_of(y, j);
	const char *topics = st->unit	    ? ""
			     : st->noun.len ? lexicon_topics(st->noun)
					    : st->adjective->topics;

	if (st->unit && (!unit || unit->dimension != st->unit->dimension))
		return 0;
	if (words_alike(c->title.str, st->noun) || words_alike(c->id, st->noun))
		return 3;
	if (has_word(c->title.str, topics) || has_word(c->id, topics))
		return 2;
	return unit && ((st->unit && !st->noun.len) ||
			lexicon_lists(unit->topics, st->noun) ||
			has_word(str_from(unit->topics), topics));
}

/* Whether a word of the text begins as one of "a|b|c" does. */
static bool has_word(struct str text, const char *list)
{
	for (size_t at = 0; at < text.len; at++)
		if (!(at && isalnum((unsigned char)text.ptr[at - 1])) &&
		    lexicon_begins(list, str_from_byte(text, at)))
			return true;
	return false;
}

/* "scalable" and "Scalability", "scales" and the same: how they begin. */
static bool words_alike(struct str text, struct str noun)
{
	char stem[24];
	size_t len = noun.len;

	if (len > 6 || (len == 6 && str_ends(noun, "es")))
		len -= len > 8 ? 3 : 2;
	else if (len > 4)
		len -= 1;
	if (len < 4 && len < noun.len)
		len = noun.len;
	if (!len || len >= sizeof(stem))
		return false;
	memcpy(stem, noun.ptr, len);
	stem[len] = '\0';
	return has_word(text, stem);
}

static const struct unit *unit_of(const struct yard *y, size_t j)
{
	const struct measure *m = &y->c->criteria[j].measure;

	return m->given ? names_unit(y->names, m->unit.str) : NULL;
}

static enum truth on_yard(const struct yard *y)
{
	enum truth truth = TRUTH_UNKNOWN;

	if (!is_degree_known(y) || (!on_criterion(y) && isnan(y->totals[0])))
		return TRUTH_UNKNOWN;
	if (y->st->given && !is_given(y, &truth))
		return truth;
	truth = of_relation(y);
	if (truth == TRUTH_YES && y->st->lead > 0)
		truth = of_stated_lead(y);
	return y->st->negated ? negate(y, truth) : truth;
}

/* Whether it is plain which end of the yardstick the adjective means. */
static bool is_degree_known(const struct yard *y)
{
	const struct adjective *a = y->st->adjective;

	if (on_criterion(y))
		return has_degree(y);
	return !a || !(a->raw || (abs(a->merit) > 1 &&
				  y->st->scope.kind != SCOPE_OVERALL));
}

static enum truth of_relation(const struct yard *y)
{
	enum truth truth;

	switch (y->st->relation) {
	case RELATION_WIN:
	case RELATION_POINT:
	case RELATION_AHEAD:
	case RELATION_LOSE:
		/* "The best", "the lowest total": whether it is close or not */
		truth = on_criterion(y) || y->st->adjective || y->st->sense
				? of_win(y)
				: of_overall_win(y);
		return truth != TRUTH_YES && is_tally(y) ? TRUTH_UNKNOWN
							 : truth;
	case RELATION_OVER:
	case RELATION_UNDER:
	case RELATION_AT_LEAST:
	case RELATION_RATIO:
	case RELATION_SHARE:
	case RELATION_DIFFERENCE:
		return of_pairs(y);
	case RELATION_LEVEL:
		return of_level(y);
	case RELATION_RANK:
		return of_rank(y);
	case RELATION_VALUE:
		return of_value(y);
	case RELATION_POINTS:
		return of_points(y);
	case RELATION_LEAD:
		return of_lead(y, y->st, y->st->sense);
	case RELATION_CRITERIA:
	case RELATION_MORE:
	case RELATION_TIES:
	case RELATION_HAS:
		break;
	}
	return TRUTH_UNKNOWN;
}

/* "Oak wins by 3 points": of one that is true but for the number. */
static enum truth of_stated_lead(const struct yard *y)
{
	const struct statement *st = y->st;
	const struct statement by = { .number = st->lead,
				      .digit = st->lead_digit,
				      .bound = st->lead_bound };
	bool behind =
		st->relation == RELATION_LOSE || st->relation == RELATION_UNDER;

	return of_lead(y, &by, behind ? -1 : 1);
}

/* "At 40 EUR, Oak is …": of a criterion that is measured so. */
static bool is_given(const struct yard *y, enum truth *truth)
{
	const struct statement *st = y->st;
	struct statement value = { .number = st->given_number };
	const struct unit *unit =
		is_measured(y) ? unit_of(y, y->criterion) : NULL;

	*truth = TRUTH_UNKNOWN;
	if (!unit || unit->dimension != st->given->dimension)
		return false;
	for (size_t i = 0; i < y->n; i++) {
		if (!is_in(y, &st->subject, i) ||
		    agrees(&value,
			   value_of(y, i) * unit->factor / st->given->factor,
			   st->given_digit * 0.5 + 1e-9))
			continue;
		*truth = TRUTH_DOUBT;
		return false;
	}
	return true;
}

static enum truth negate(const struct yard *y, enum truth truth)
{
	if (y->st->relation >= RELATION_RATIO || truth == TRUTH_UNKNOWN)
		return TRUTH_UNKNOWN;
	return truth == TRUTH_YES ? TRUTH_NO : TRUTH_YES;
}

static enum truth of_win(const struct yard *y)
{
	const struct statement *st = y->st;
	size_t tops = top_count(y), ours = 0;
	size_t size = size_of(y, &st->subject);

	if (is_some_of_none(y))
		return of_none(y);
	if (st->subject.quantity == QUANTITY_NONE)
		return st->relation == RELATION_POINT
			       ? (tops ? TRUTH_NO : TRUTH_YES)
			       : (tops == 1 ? TRUTH_NO : TRUTH_YES);
	for (size_t i = 0; i < y->n; i++)
		ours += is_in(y, &st->subject, i) && is_top(y, i);
	if (st->relation == RELATION_LOSE)
		return !ours ? TRUTH_YES : tops == 1 ? TRUTH_NO : TRUTH_DOUBT;
	if (ours < size)
		return TRUTH_NO;
	if (tops == size)
		return TRUTH_YES;
	if (st->alone)
		return TRUTH_NO;
	return st->relation == RELATION_POINT || size > 1 ? TRUTH_YES
							  : TRUTH_DOUBT;
}

/* "Neither Yew nor Lime", where there are others. */
static bool is_some_of_none(const struct yard *y)
{
	const struct term *subject = &y->st->subject;

	return subject->quantity == QUANTITY_NONE && size_of(y, subject) < y->n;
}

static enum truth of_none(const struct yard *y)
{
	bool any = false;

	if (y->st->relation == RELATION_LOSE)
		return TRUTH_UNKNOWN;
	for (size_t i = 0; i < y->n; i++)
		any |= is_in(y, &y->st->subject, i) &&
		       (on_criterion(y) ? is_top(y, i) : y->leader == i);
	return any ? TRUTH_NO : TRUTH_YES;
}

static enum truth of_overall_win(const struct yard *y)
{
	const struct statement *st = y->st;
	size_t size = size_of(y, &st->subject), wanted;

	if (st->relation == RELATION_POINT)
		return TRUTH_UNKNOWN;
	if (is_some_of_none(y))
		return of_none(y);
	if (st->subject.quantity == QUANTITY_NONE)
		return y->leader < y->n ? TRUTH_NO : TRUTH_YES;
	wanted = st->relation == RELATION_AHEAD ? y->first : y->leader;
	if (st->relation == RELATION_LOSE)
		return y->first < y->n && is_in(y, &st->subject, y->first)
			       ? TRUTH_NO
			       : TRUTH_YES;
	if (size > 1)
		return y->leader < y->n ? TRUTH_NO : TRUTH_YES;
	return wanted < y->n && is_in(y, &st->subject, wanted) ? TRUTH_YES
							       : TRUTH_NO;
}

/* "Oak leads 2–1" may be said of the points so far, and Oak has more. */
static bool is_tally(const struct yard *y)
{
	const double *tally = y->r->tally;
	const struct statement *st = y->st;

	if (!on_criterion(y) || !tally || !st->has_result || st->negated ||
	    st->relation != RELATION_AHEAD || size_of(y, &st->subject) != 1)
		return false;
	tally += y->criterion * y->n;
	for (size_t i = 0; i < y->n; i++)
		for (size_t k = 0; is_in(y, &st->subject, i) && k < y->n; k++)
			if (k != i && !(tally[i] > tally[k]))
				return false;
	return true;
}

/* Without an object, against the other one. */
static enum truth of_pairs(const struct yard *y)
{
	const struct statement *st = y->st;
	static const struct term OTHERS = { .kind = TERM_GROUP,
					    .quantity = QUANTITY_OTHERS };
	bool has_object = st->object.kind != TERM_END;
	enum truth worst;

	if (size_of(y, &st->subject) > MANY)
		return TRUTH_UNKNOWN;
	if (!has_object && y->n > 2 && st->relation != RELATION_OVER)
		return TRUTH_UNKNOWN;
	worst = of_each_pair(y, has_object ? &st->object : &OTHERS);
	if (worst == TRUTH_NO && !has_object && y->n > 2)
		return TRUTH_DOUBT;
	if (worst == TRUTH_YES && st->sole && is_shared(y))
		return TRUTH_NO;
	return worst;
}

/* The worst of all; unknown where one is, or there is none. */
static enum truth of_each_pair(const struct yard *y, const struct term *object)
{
	bool none = y->st->subject.quantity == QUANTITY_NONE;
	enum truth worst = TRUTH_UNKNOWN;

	for (size_t a = 0; a < y->n; a++)
		for (size_t b = 0; is_in(y, &y->st->subject, a) && b < y->n;
		     b++) {
			enum truth truth;

			if (a == b || !is_against(y, object, b))
				continue;
			truth = of_pair(y, a, b);
			if (none)
				truth = truth == TRUTH_YES ? TRUTH_NO
							   : TRUTH_YES;
			if (truth == TRUTH_UNKNOWN)
				return truth;
			if (truth > worst)
				worst = truth;
		}
	return worst;
}

/* Of the object; "the others" are those that the claim is not of. */
static bool is_against(const struct yard *y, const struct term *object,
		       size_t option)
{
	const struct term *subject = &y->st->subject;

	if (subject->quantity != QUANTITY_NONE &&
	    object->quantity == QUANTITY_OTHERS && is_in(y, subject, option))
		return false;
	return is_in(y, object, option);
}

/* "Only Oak is faster than Elm": whether another one is, too. */
static bool is_shared(const struct yard *y)
{
	const struct statement *st = y->st;

	if (st->subject.quantity != QUANTITY_NAMED || st->negated ||
	    st->relation > RELATION_UNDER ||
	    st->object.quantity != QUANTITY_NAMED ||
	    size_of(y, &st->object) != 1)
		return false;
	for (size_t a = 0; a < y->n; a++)
		for (size_t b = 0; b < y->n; b++)
			if (a != b && is_in(y, &st->object, b) &&
			    !is_in(y, &st->subject, a) &&
			    of_pair(y, a, b) == TRUTH_YES)
				return true;
	return false;
}

static enum truth of_pair(const struct yard *y, size_t a, size_t b)
{
	int order = compare(y, a, b);

	if (is_out(y, a) || is_out(y, b))
		return TRUTH_UNKNOWN;
	switch (y->st->relation) {
	case RELATION_RATIO:
		return of_ratio(y, a, b);
	case RELATION_SHARE:
		return of_share(y, a, b);
	case RELATION_DIFFERENCE:
		return of_difference(y, a, b);
	case RELATION_AT_LEAST:
		return order < 0 ? TRUTH_NO : TRUTH_YES;
	case RELATION_LEVEL:
		return order && (on_criterion(y) ||
				 fabs(y->totals[a] - y->totals[b]) >=
					 y->c->scoring.close)
			       ? TRUTH_NO
			       : TRUTH_YES;
	case RELATION_UNDER:
		order = -order;
		break;
	default:
		break;
	}
	if (order > 0)
		return TRUTH_YES;
	return !order && y->st->adjective ? TRUTH_DOUBT : TRUTH_NO;
}

static enum truth of_level(const struct yard *y)
{
	const struct statement *st = y->st;
	bool has_object = st->object.kind != TERM_END;
	size_t size = size_of(y, &st->subject);

	if (st->subject.quantity == QUANTITY_NONE || size > MANY)
		return TRUTH_UNKNOWN;
	if (size > 1 || has_object)
		return of_each_pair(y, has_object ? &st->object : &st->subject);
	if (!on_criterion(y) && !size)
		return y->leader < y->n ? TRUTH_NO : TRUTH_YES;
	return top_count(y) == 1 ? TRUTH_NO : TRUTH_YES;
}

static enum truth of_rank(const struct yard *y)
{
	const struct statement *st = y->st;

	if (size_of(y, &st->subject) != 1)
		return TRUTH_UNKNOWN;
	for (size_t i = 0; i < y->n; i++) {
		size_t better = 0, worse = 0, equal = 0;

		if (!is_in(y, &st->subject, i))
			continue;
		/* Last, and out: both may be meant. */
		if (is_out(y, i))
			return st->number < 1 ? TRUTH_UNKNOWN : TRUTH_NO;
		for (size_t k = 0; k < y->n; k++) {
			int order = is_out(y, k) ? -2 : compare(y, k, i);

			better += order == 1;
			equal += order == 0;
			worse += order == -1;
		}
		if (st->number < 1)
			return worse ? TRUTH_NO : TRUTH_YES;
		return st->number > (double)better &&
				       st->number <= (double)(better + equal) &&
				       !(st->alone && equal > 1)
			       ? TRUTH_YES
			       : TRUTH_NO;
	}
	return TRUTH_UNKNOWN;
}

/* "twice as fast as": of scores, as of "twice as fast", only who is better. */
static enum truth of_ratio(const struct yard *y, size_t a, size_t b)
{
	const struct statement *st = y->st;
	double more = value_of(y, a), less = value_of(y, b), ratio;
	double up = degree_of(y, a) - degree_of(y, b);
	double half = fmin(st->digit * 0.5, st->number * 0.2);
	int order = compare(y, a, b);

	if (order && (order > 0) != (st->number > 1))
		return TRUTH_NO;
	if (!is_measured(y) || st->object.kind == TERM_END)
		return order ? TRUTH_YES : TRUTH_DOUBT;
	if ((up > 0) != (more > less)) {
		more = value_of(y, b);
		less = value_of(y, a);
	}
	if (!(less > 0) || !(more > 0))
		return TRUTH_UNKNOWN;
	ratio = more / less;
	if (st->bound == BOUND_ABOUT)
		half = st->number * 0.3;
	if (agrees(st, ratio, half + 1e-9) ||
	    (st->number < 1 && agrees(st, ratio, 0.1 + 1e-9)) ||
	    (st->other > 0 && agrees(st, ratio - 1, half + 1e-9)))
		return TRUTH_YES;
	return TRUTH_DOUBT;
}

/* "30 % lighter": of the other one's, or for what is fast of one's own. */
static enum truth of_share(const struct yard *y, size_t a, size_t b)
{
	const struct statement *st = y->st;
	double own = value_of(y, a), other = value_of(y, b);
	double half = fmax(st->digit * 0.5, 0.005) + 1e-9;

	if (compare(y, a, b) < 0)
		return TRUTH_NO;
	if (!is_measured(y))
		return compare(y, a, b) ? TRUTH_YES : TRUTH_DOUBT;
	if (!(own > 0) || !(other > 0))
		return TRUTH_UNKNOWN;
	if (agrees(st, fabs(own - other) / other, half) ||
	    (!st->adjective || st->adjective->raw == 0
		     ? agrees(st, fabs(own - other) / own, half)
		     : false))
		return TRUTH_YES;
	return TRUTH_DOUBT;
}

static enum truth of_difference(const struct yard *y, size_t a, size_t b)
{
	const struct statement *st = y->st;
	const struct unit *unit = unit_of(y, y->criterion);
	double difference = fabs(value_of(y, a) - value_of(y, b));

	if (!unit || unit->dimension != st->unit->dimension)
		return TRUTH_UNKNOWN;
	if (compare(y, a, b) < 0)
		return TRUTH_NO;
	difference *= unit->factor / st->unit->factor;
	return agrees(st, difference, st->digit * 0.5 + 1e-9) ? TRUTH_YES
							      : TRUTH_DOUBT;
}

static enum truth of_value(const struct yard *y)
{
	const struct statement *st = y->st;
	const struct unit *unit;
	bool any = false;

	if (!on_criterion(y) || !is_measured(y) ||
	    st->subject.quantity == QUANTITY_NONE)
		return TRUTH_UNKNOWN;
	unit = unit_of(y, y->criterion);
	if (!unit || !st->unit || unit->dimension != st->unit->dimension)
		return TRUTH_UNKNOWN;
	for (size_t i = 0; i < y->n; i++) {
		double value = value_of(y, i) * unit->factor / st->unit->factor;

		if (!is_in(y, &st->subject, i))
			continue;
		any = true;
		if (!agrees(st, value, st->digit * 0.5 + value * 1e-9))
			return TRUTH_DOUBT;
	}
	return any ? TRUTH_YES : TRUTH_UNKNOWN;
}

/* On a criterion its score and the tally so far are points, too. */
static enum truth of_points(const struct yard *y)
{
	const struct statement *st = y->st;
	const struct result *r = y->r;
	double half = st->digit * 0.5 - 1e-9;

	if (size_of(y, &st->subject) == 0 ||
	    (st->doubtful && st->number > standing_most_points(y->s)))
		return TRUTH_UNKNOWN;
	for (size_t i = 0; i < y->n; i++) {
		bool fits;

		if (!is_in(y, &st->subject, i))
			continue;
		fits = agrees(st, r->raw_totals[i], half + 2e-9) ||
		       (double)standing_wins(y->s, i).shared == st->number;
		if (on_criterion(y)) {
			size_t cell = y->criterion * y->n + i;

			fits |= agrees(st,
				       y->c->criteria[y->criterion]
					       .scores[i]
					       .value,
				       half) ||
				(r->tally && agrees(st, r->tally[cell], half));
		}
		if (!fits)
			return on_criterion(y) || y->c->scoring.method !=
							  METHOD_POINTS
				       ? TRUTH_DOUBT
				       : TRUTH_NO;
	}
	if (st->other > 0 && !on_criterion(y) &&
	    fabs(st->other - r->points_available) > 1e-9 &&
	    fabs(st->other - (double)y->c->criterion_count) > 1e-9 &&
	    fabs(st->other - y->c->scoring.max) > 1e-9)
		return TRUTH_DOUBT;
	return TRUTH_YES;
}

/* Ahead of the object, or of somebody, by so many points. */
static enum truth of_lead(const struct yard *y, const struct statement *by,
			  int sense)
{
	const struct statement *st = y->st;
	bool of_any = st->object.kind != TERM_GROUP && y->n > 2;
	enum truth truth = TRUTH_UNKNOWN;

	for (size_t a = 0; a < y->n; a++)
		for (size_t b = 0; b < y->n; b++) {
			size_t ahead = sense > 0 ? a : b, other = a + b - ahead;

			if (a == b ||
			    (st->object.kind == TERM_GROUP &&
			     !is_in(y, &st->object, b)) ||
			    !(st->subject.kind == TERM_END
				      ? a == y->r->order[0]
				      : is_in(y, &st->subject, a)))
				continue;
			if (leads_by(y, by, ahead, other)) {
				if (of_any)
					return TRUTH_YES;
				truth = truth ? truth : TRUTH_YES;
			} else if (of_any || on_criterion(y) ||
				   compare(y, ahead, other) > 0) {
				truth = TRUTH_DOUBT;
			} else {
				return TRUTH_NO;
			}
		}
	return truth;
}

/*
 * As written, by the totals on the author's scale; on a criterion also by its
 * scores, and by what these are worth on that scale.
 */
static bool leads_by(const struct yard *y, const struct statement *by, size_t a,
		     size_t b)
{
	const struct scoring *s = &y->c->scoring;
	const double *raw = y->r->raw_totals;
	/* Points are whole, unless a half is said. */
	double half =
		by->digit * 0.5 + (s->method == METHOD_POINTS ? -1e-9 : 1e-9);
	double range = s->max - s->min, given;
	const double *worth;

	if (agrees(by, raw[a] - raw[b], half))
		return true;
	if (!on_criterion(y))
		return s->method != METHOD_POINTS &&
		       agrees(by, range * (y->totals[a] - y->totals[b]), half);
	worth = y->r->utilities + y->criterion * y->n;
	given = fabs(value_of(y, a) - value_of(y, b));
	return agrees(by, worth[a] < worth[b] ? -given : given, half) ||
	       agrees(by, range * (worth[a] - worth[b]), half);
}

/* How many criteria are won, or tied. */
static enum truth of_counts(const struct yard *y)
{
	const struct statement *st = y->st;
	size_t size = size_of(y, &st->subject);
	bool ties = st->relation == RELATION_TIES;
	struct wins count = { 0 };

	/* "Two of three against Elm": who wins them may be another one. */
	if (st->scope.kind == SCOPE_CRITERIA || st->negated ||
	    (st->relation == RELATION_CRITERIA &&
	     st->object.kind == TERM_GROUP) ||
	    (ties ? size && size < y->n : size != 1))
		return TRUTH_UNKNOWN;
	if (ties)
		return of_count(y, tied_criteria(y));
	for (size_t i = 0; i < y->n; i++)
		if (is_in(y, &st->subject, i))
			count = standing_wins(y->s, i);
	return st->relation == RELATION_MORE ? of_more(y, count)
					     : of_count(y, count);
}

/* Those that several win; or, read otherwise, those that nobody wins, too. */
static struct wins tied_criteria(const struct yard *y)
{
	struct wins tied = { 0 };

	for (size_t j = 0; j < y->c->criterion_count; j++) {
		size_t winners = 0;

		for (size_t i = 0; i < y->n; i++)
			winners += y->r->wins[j * y->n + i];
		tied.shared += y->r->counts[j] && winners > 1;
		tied.alone += y->r->counts[j] && winners != 1;
	}
	return tied;
}

/* "wins more criteria than Elm" */
static enum truth of_more(const struct yard *y, struct wins ours)
{
	for (size_t i = 0; i < y->n; i++) {
		struct wins other = standing_wins(y->s, i);

		if (is_in(y, &y->st->object, i) &&
		    other.shared >= ours.shared && other.alone >= ours.alone)
			return TRUTH_NO;
	}
	return TRUTH_YES;
}

/* "3 of 5 criteria", "half of the criteria" */
static enum truth of_count(const struct yard *y, struct wins found)
{
	const struct statement *st = y->st;
	struct statement of = *st;
	double all = (double)y->c->criterion_count, counted = 0;

	for (size_t j = 0; j < y->c->criterion_count; j++)
		counted += y->r->counts[j];
	if (st->is_share)
		of.number *= st->number < 1 ? counted : all;
	if (st->is_share && st->bound == BOUND_OVER)
		of.number += 0.5;
	if (!agrees(&of, (double)found.alone, 0.5 - 1e-9) &&
	    (st->alone || !agrees(&of, (double)found.shared, 0.5 - 1e-9)) &&
	    !(st->is_share && (double)found.shared >= counted &&
	      st->number == 1))
		return st->other > 0 && st->other < counted - 1e-9 ? TRUTH_DOUBT
								   : TRUTH_NO;
	if (st->other > 0 && st->other != all && st->other != counted)
		return TRUTH_DOUBT;
	return TRUTH_YES;
}

static enum truth of_feature(struct yard *y)
{
	struct str subject = y->st->subject.text;

	return y->st->subject.quantity == QUANTITY_NONE &&
			       str_find_str(subject, STR("other")) < subject.len
		       ? of_no_other(y)
		       : of_having(y);
}

/* "No other program has it": only the one spoken of does. */
static enum truth of_no_other(struct yard *y)
{
	struct statement only = *y->st;
	struct subject_matter about = *y->page;
	struct yard of_it = *y;
	enum truth truth;

	about.option = spoken_of(y);
	if (about.option == y->n || only.negated)
		return TRUTH_UNKNOWN;
	only.alone = true;
	only.subject.quantity = QUANTITY_IT;
	of_it.page = &about;
	of_it.st = &only;
	truth = of_having(&of_it);
	y->criterion = of_it.criterion;
	y->doubtful = true;
	return truth;
}

/* The one that is named before in the sentence, else that of the text. */
static size_t spoken_of(const struct yard *y)
{
	const struct term *named = NULL;
	size_t groups = 0;

	for (size_t i = 0; i < y->reading->count; i++) {
		const struct term *t = &y->reading->terms[i];

		if (t->kind != TERM_GROUP || t->quantity == QUANTITY_IT ||
		    t->text.ptr >= y->st->subject.text.ptr)
			continue;
		named = t;
		groups++;
	}
	if (!groups)
		return y->page->option;
	return groups == 1 && named->quantity == QUANTITY_NAMED &&
			       named->member_count == 1
		       ? y->reading->members[named->member]
		       : y->n;
}

/* "Only Oak has it": those who have it must, and the others must not. */
static enum truth of_having(struct yard *y)
{
	const struct statement *st = y->st;
	enum feature_sense sense;
	bool denied = false, unsure = false;

	y->criterion = st->scope.criteria[0];
	sense = feature_sense(&y->c->criteria[y->criterion], y->n);
	if (sense == FEATURE_UNKNOWN || !size_of(y, &st->subject) ||
	    st->subject.quantity == QUANTITY_OTHERS ||
	    (st->subject.quantity == QUANTITY_NONE && st->negated))
		return TRUTH_UNKNOWN;
	for (size_t i = 0; i < y->n; i++)
		denied |= is_denied(y, i, &unsure);
	y->doubtful = sense != FEATURE_SURE;
	if (denied)
		return TRUTH_NO;
	return unsure ? TRUTH_UNKNOWN : TRUTH_YES;
}

/* Whether its answer is not what the statement has it to be. */
static bool is_denied(const struct yard *y, size_t option, bool *unsure)
{
	const struct statement *st = y->st;
	enum answer answer = y->c->criteria[y->criterion].scores[option].answer;
	bool has = !st->negated;

	if (!is_in(y, &st->subject, option)) {
		if (!st->alone || (st->object.kind == TERM_GROUP &&
				   !is_in(y, &st->object, option)))
			return false;
		has = !has;
	} else if (st->subject.quantity == QUANTITY_NONE) {
		has = false;
	}
	*unsure |= answer != ANSWER_YES && answer != ANSWER_NO;
	return answer == (has ? ANSWER_NO : ANSWER_YES);
}

/* Whether the option is one of the group. */
static bool is_in(const struct yard *y, const struct term *t, size_t option)
{
	if (t->kind != TERM_GROUP)
		return false;
	switch (t->quantity) {
	case QUANTITY_ALL:
	case QUANTITY_NONE:
		if (!t->member_count)
			return true;
		break;
	case QUANTITY_OTHERS:
		return is_other(y, option);
	case QUANTITY_IT:
		return option == y->page->option;
	case QUANTITY_ANY:
		return false;
	case QUANTITY_NAMED:
		break;
	}
	for (size_t k = 0; k < t->member_count; k++)
		if (y->reading->members[t->member + k] == option)
			return true;
	return false;
}

/* Others than the subject; where that is the others, than the object. */
static bool is_other(const struct yard *y, size_t option)
{
	const struct term *subject = &y->st->subject;
	const struct term *named =
		subject->quantity == QUANTITY_OTHERS ? &y->st->object : subject;

	return !is_in(y, named, option) || named->quantity == QUANTITY_NONE;
}

static size_t size_of(const struct yard *y, const struct term *t)
{
	size_t size = 0;

	for (size_t i = 0; i < y->n; i++)
		size += is_in(y, t, i);
	return size;
}

static bool is_top(const struct yard *y, size_t option)
{
	if (!y->st->adjective && y->st->sense >= 0 && on_criterion(y))
		return y->r->wins[y->criterion * y->n + option];
	for (size_t k = 0; k < y->n; k++)
		if (!is_out(y, k) && compare(y, k, option) > 0)
			return false;
	return !is_out(y, option);
}

static size_t top_count(const struct yard *y)
{
	size_t count = 0;

	for (size_t i = 0; i < y->n; i++)
		count += is_top(y, i);
	return count;
}

/* Whether every option has a place on the yardstick. */
static bool has_degree(const struct yard *y)
{
	const struct adjective *a = y->st->adjective;

	for (size_t i = 0; i < y->n; i++)
		if (isnan(value_of(y, i)))
			return false;
	return !a || a->merit || (a->raw && is_measured(y));
}

/* The more, the more the adjective fits. */
static double degree_of(const struct yard *y, size_t option)
{
	const struct adjective *a = y->st->adjective;
	int sense = y->st->sense < 0 ? -1 : 1;
	double value;

	if (!on_criterion(y))
		return y->totals[option] * sense * (a && a->merit < 0 ? -1 : 1);
	value = value_of(y, option);
	if (a && a->raw && is_measured(y))
		return value * a->raw * sense;
	if (is_measured(y) &&
	    y->c->criteria[y->criterion].measure.lower_is_better)
		value = -value;
	return value * (a ? a->merit : 1) * sense;
}

static double value_of(const struct yard *y, size_t option)
{
	return on_criterion(y)
		       ? y->c->criteria[y->criterion].scores[option].value
		       : y->totals[option];
}

static bool on_criterion(const struct yard *y)
{
	return y->criterion < y->c->criterion_count;
}

/* What a must rules out keeps its total and is in no order with others. */
static bool is_out(const struct yard *y, size_t option)
{
	return !on_criterion(y) && y->ranks && !y->ranks[option];
}

static bool is_measured(const struct yard *y)
{
	return on_criterion(y) && y->c->criteria[y->criterion].measure.given;
}

/* Above 0 where `a` is before `b`. */
static int compare(const struct yard *y, size_t a, size_t b)
{
	double left = degree_of(y, a), right = degree_of(y, b);
	double same = 1e-9 * fmax(1, fmax(fabs(left), fabs(right)));

	return (left > right + same) - (left < right - same);
}

/* The stated number is that one, as far as it is written out or meant. */
static bool agrees(const struct statement *st, double number, double half)
{
	return bound_allows(st->bound, st->number, number, half);
}

struct wins standing_wins(const struct study *s, size_t option)
{
	size_t n = s->c->option_count;
	struct wins won = { 0 };

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		const bool *wins = s->r->wins + j * n;
		size_t winners = 0;

		for (size_t i = 0; i < n; i++)
			winners += wins[i];
		won.shared += s->r->counts[j] && wins[option];
		won.alone += s->r->counts[j] && wins[option] && winners == 1;
	}
	return won;
}

double standing_most_points(const struct study *s)
{
	return fmax(fmax(s->r->points_available, s->c->scoring.max),
		    (double)s->c->criterion_count);
}
