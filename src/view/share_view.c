#include "view/share_view.h"

#include <math.h>

#include "base/bidi.h"
#include "judge/utility.h"
#include "view/answer.h"
#include "view/chart_parts.h"
#include "view/criterion_view.h"
#include "view/parts.h"
#include "view/pair_view.h"
#include "view/poster_view.h"
#include "view/result_view.h"

/* Of options and of pairs where nobody asks for more. */
enum { CARDS_MOST = 64 };

/* No row of a pair's card is lower than this part of them all. */
static const double ROW_LEAST = 0.15;

static void add_totals_on(const struct subject *s, struct card *card,
			  const bool *shown);
static void name_all(const struct subject *s, struct card *card,
		     struct card_bar *bars);
static size_t criterion_bars(const struct subject *s, size_t j,
			     struct card_bar *bars);
static bool are_drawn(const struct subject *s, enum picture_kind kind,
		      size_t count);
static size_t telling(const struct subject *s, size_t i, size_t *criteria);
static double gap_of(const struct subject *s, size_t i, size_t j);
static struct str short_score(const struct subject *s, size_t i, size_t j);
static size_t strongest(struct poster_row *rows, size_t count);
static void drop_row(struct poster_row *rows, size_t count, size_t at);
static struct str more_criteria(const struct subject *s, size_t count);
static struct card_side side_of(const struct pair_subject *p, size_t i);
static double raw_share(const struct subject *s, size_t j, size_t i,
			double utility);
static struct str leads_with(const struct subject *s, size_t i);

bool option_cards_are_drawn(const struct subject *s)
{
	return are_drawn(s, PICTURE_OPTION_CARDS, s->c->option_count);
}

bool pair_cards_are_drawn(const struct subject *s)
{
	return are_drawn(s, PICTURE_PAIR_CARDS, s->r->pairs.count);
}

/* There may be hundreds of thousands: then only where they are asked for. */
static bool are_drawn(const struct subject *s, enum picture_kind kind,
		      size_t count)
{
	return s->site->pictures & kind &&
	       (s->site->pictures_listed || count <= CARDS_MOST);
}

struct card card_of(const struct subject *s)
{
	const struct result *r = s->r;
	size_t count = s->c->option_count;
	struct card_bar *bars = arena_array(s->arena, struct card_bar, count);
	bool *shown = arena_array(s->arena, bool, count);
	struct headline *found =
		arena_array(s->arena, struct headline, HEADLINES_MOST);
	struct card card = {
		.eyebrow = s->c->title.str,
		.headline_count = headlines_of(s, found),
		.headlines = found,
		.short_address = subject_shown_address(s, STR("")),
		.address = subject_shown_address(s, STR("")),
		.bars = bars,
		.more = r->judged && r->ranked > CARD_BARS
				? subject_more(s, CARD_BARS)
				: STR(""),
	};

	for (size_t k = 0; r->judged && k < r->ranked && k < CARD_BARS; k++) {
		size_t i = r->order[k];

		shown[i] = true;
		bars[card.bar_count++] = (struct card_bar){
			.name = s->c->options[i].name.str,
			.short_name = s->c->options[i].short_name.str,
			.value = answer_total(s, i),
			.slot = i,
			.share = r->totals[i],
			.is_front = k < headline_front(s),
		};
	}
	add_totals_on(s, &card, shown);
	if (!card.bar_count &&
	    str_equals(str_from(found[0].rule), STR("unscored")))
		name_all(s, &card, bars);
	else if (!card.bar_count) {
		card.eyebrow = s->site->title.str;
		card.detail = s->c->summary.str;
	}
	return card;
}

static void add_totals_on(const struct subject *s, struct card *card,
			  const bool *shown)
{
	card->note = poster_totals_on(s, shown, 1);
	card->short_note = poster_totals_on(s, shown, 0);
}

/* Without scores, in the authors' order; all bars are equal. */
static void name_all(const struct subject *s, struct card *card,
		     struct card_bar *bars)
{
	size_t count = s->c->option_count;
	size_t shown = count < CARD_BARS ? count : CARD_BARS;

	for (size_t i = 0; i < shown; i++)
		bars[i] = (struct card_bar){
			.name = s->c->options[i].name.str,
			.short_name = s->c->options[i].short_name.str,
			.slot = i,
			.share = 1,
		};
	card->bar_count = shown;
	if (shown < count)
		card->more =
			PHRASE(s->phrases, WORD_AND_MORE, s->arena,
			       { "n", phrase_number(s->phrases,
						    (double)(count - shown), 0,
						    s->arena) });
}

/* The best first; of measures the bars are as long as what was measured. */
struct card criterion_card_of(const struct subject *s, size_t j)
{
	const struct criterion *criterion = &s->c->criteria[j];
	struct card_bar *bars =
		arena_array(s->arena, struct card_bar, CARD_BARS);
	size_t shown = criterion_bars(s, j, bars);
	struct headline *found = arena_new(s->arena, struct headline);

	*found = criterion_headline(s, j);
	if (!shown)
		found->text = criterion->question.str.len
				      ? criterion->question.str
				      : criterion->title.str;
	return (struct card){
		.subject = criterion->title.str,
		.eyebrow = s->c->title.str,
		.headlines = found,
		.headline_count = 1,
		.detail = criterion->measure.given &&
					  criterion->measure.lower_is_better
				  ? phrase(s->phrases, WORD_LOWER_IS_BETTER)
				  : STR(""),
		.short_address = subject_shown_address(s, STR("")),
		.address = subject_shown_address(s, criterion->id),
		.bars = bars,
		.bar_count = shown,
		.more = shown ? subject_more(s, shown) : STR(""),
		.is_wide = true,
	};
}

/* Of those that have a score, CARD_BARS at the most; how many. */
static size_t criterion_bars(const struct subject *s, size_t j,
			     struct card_bar *bars)
{
	size_t count = s->c->option_count, shown = 0;
	double *utilities = arena_array(s->arena, double, count);
	const size_t *order;

	for (size_t i = 0; i < count; i++) {
		utilities[i] = chart_utility(s, j, i);
		if (isnan(utilities[i]))
			utilities[i] = -1;
	}
	order = order_by_value(utilities, count, s->arena);
	for (size_t k = 0; k < count && shown < CARD_BARS; k++) {
		size_t i = order[k];

		if (utilities[i] < 0)
			break;
		bars[shown++] = (struct card_bar){
			.name = s->c->options[i].name.str,
			.short_name = s->c->options[i].short_name.str,
			.value = subject_score(s, i, j),
			.slot = i,
			.share = raw_share(s, j, i, utilities[i]),
			.is_front = s->r->wins[j * count + i],
		};
	}
	return shown;
}

/* What it is furthest ahead on, and furthest behind. */
struct card option_card_of(const struct subject *s, size_t i)
{
	size_t *criteria =
		arena_array(s->arena, size_t, s->c->criterion_count + 1);
	size_t count = telling(s, i, criteria), shown = 0;
	struct card_bar *bars =
		arena_array(s->arena, struct card_bar, CARD_BARS);
	struct headline *found =
		arena_array(s->arena, struct headline, HEADLINES_MOST);
	bool *told = arena_array(s->arena, bool, s->c->option_count);
	struct card card;

	told[i] = true;
	for (size_t k = 0; k < count && shown < CARD_BARS; k++) {
		size_t half = CARD_BARS / 2, j;

		j = count > CARD_BARS && k >= half
			    ? criteria[count - CARD_BARS + k]
			    : criteria[k];
		bars[shown++] = (struct card_bar){
			.name = s->c->criteria[j].title.str,
			.short_name = s->c->criteria[j].title.str,
			.value = short_score(s, i, j),
			.slot = i,
			.share = chart_utility(s, j, i),
			.is_front = criterion_winner(s, j) == i,
		};
	}
	card = (struct card){
		.subject = s->c->options[i].name.str,
		.eyebrow = s->c->title.str,
		.headline_count = option_headlines(s, i, found),
		.headlines = found,
		.short_address = subject_shown_address(s, STR("")),
		.address = subject_shown_address(
			s, ARENA_JOIN(s->arena, STR("options/"),
				      s->c->options[i].id)),
		.bars = bars,
		.bar_count = shown,
		.full = 1,
		.more = shown ? phrase(s->phrases, WORD_CARD_WORTH) : STR(""),
	};
	add_totals_on(s, &card, told);
	return card;
}

/* The criteria on which it and another are scored, by what it is ahead. */
static size_t telling(const struct subject *s, size_t i, size_t *criteria)
{
	size_t all = s->c->criterion_count, count = 0;
	double *gaps = arena_array(s->arena, double, all);
	const size_t *order;

	for (size_t j = 0; j < all; j++) {
		double gap = s->c->scored ? gap_of(s, i, j) : NAN;

		gaps[j] =
			isnan(gap) ? -INFINITY : gap * s->c->criteria[j].weight;
	}
	order = order_by_value(gaps, all, s->arena);
	for (size_t k = 0; k < all && isfinite(gaps[order[k]]); k++)
		if (s->c->criteria[order[k]].weight > 0)
			criteria[count++] = order[k];
	return count;
}

/* To the best of the others; NAN where there is nothing to be told. */
static double gap_of(const struct subject *s, size_t i, size_t j)
{
	double best = NAN, own = chart_utility(s, j, i);

	for (size_t k = 0; k < s->c->option_count; k++)
		if (k != i)
			best = fmax(best, chart_utility(s, j, k));
	return own - best;
}

/* A unit that is too long stands on the page. */
static struct str short_score(const struct subject *s, size_t i, size_t j)
{
	return subject_unit_is_long(s, j) ? subject_number(s, i, j)
					  : subject_score(s, i, j);
}

struct card pair_card_of(const struct pair_subject *p)
{
	const struct subject *s = &p->two;
	struct poster_row *rows = arena_array(s->arena, struct poster_row,
					      s->c->criterion_count + 1);
	struct headline *found = arena_new(s->arena, struct headline);
	size_t all = s->r->judged ? poster_rows_by_lead(s, rows) : 0;
	size_t shown = strongest(rows, all);
	struct card card = {
		.subject = pair_title(p->all, p->v->pair),
		.eyebrow = s->c->title.str,
		.headlines = found,
		.headline_count = 1,
		.short_address = subject_shown_address(s, STR("")),
		.address = subject_shown_address(s, pair_folder(p->all,
								p->v->pair)),
		.rows = rows,
		.row_count = shown,
		.more = more_criteria(s, all - shown),
		.word_level = phrase(s->phrases, WORD_POSTER_LEVEL),
	};

	*found = pair_headline(p);
	if (s->r->ranked == 2)
		add_totals_on(s, &card, (const bool[]){ true, true });
	for (size_t k = 0; k < 2; k++)
		card.sides[k] = side_of(p, s->r->order[k]);
	return card;
}

/* Those that pull most; a row that would have no room for words goes, too. */
static size_t strongest(struct poster_row *rows, size_t count)
{
	for (;;) {
		size_t weakest = 0, lightest = 0;
		double sum = 0;

		for (size_t k = 0; k < count; k++) {
			sum += rows[k].weight;
			if (rows[k].weight < rows[lightest].weight)
				lightest = k;
			if (fabs(rows[k].lead) * rows[k].weight <
			    fabs(rows[weakest].lead) * rows[weakest].weight)
				weakest = k;
		}
		if (count > CARD_ROWS)
			drop_row(rows, count--, weakest);
		else if (count > 1 && rows[lightest].weight < ROW_LEAST * sum)
			drop_row(rows, count--, lightest);
		else
			return count;
	}
}

static void drop_row(struct poster_row *rows, size_t count, size_t at)
{
	for (; at + 1 < count; at++)
		rows[at] = rows[at + 1];
}

static struct str more_criteria(const struct subject *s, size_t count)
{
	return count ? PHRASE(s->phrases, WORD_CARD_MORE_CRITERIA, s->arena,
			      { "criteria",
				phrase_count(s->phrases, PLURAL_CRITERIA, count,
					     s->arena) })
		     : STR("");
}

static struct card_side side_of(const struct pair_subject *p, size_t i)
{
	const struct subject *s = &p->two;

	return (struct card_side){
		.name = s->c->options[i].name.str,
		.short_name = s->c->options[i].short_name.str,
		.total = s->r->ranked == 2 ? answer_total(s, i) : STR(""),
		.slot = i ? p->v->pair.other : p->v->pair.one,
	};
}

/* Of a measure that has no value below 0 its part of the largest. */
static double raw_share(const struct subject *s, size_t j, size_t i,
			double utility)
{
	const struct criterion *criterion = &s->c->criteria[j];
	double most = 0;

	if (!criterion->measure.given)
		return utility;
	for (size_t k = 0; k < s->c->option_count; k++) {
		double value = criterion->scores[k].value;

		if (value < 0)
			return utility;
		most = fmax(most, value);
	}
	return most > 0 ? criterion->scores[i].value / most : utility;
}

struct badge badge_of(const struct subject *s)
{
	const struct result *r = s->r;
	size_t first = r->order[0];
	bool leads = r->leader < r->option_count;

	return (struct badge){
		.label = s->c->title.str,
		.result = leads	       ? leads_with(s, first)
			  : !r->ranked ? phrase(s->phrases, WORD_HEADLINE_NONE)
				       : phrase(s->phrases,
						r->first < r->option_count
							? WORD_CLOSE_CALL
							: WORD_TIE),
		.slot = first,
		.has_leader = leads,
	};
}

/* "Elm 8.00 of 10", and on how many criteria where that is not all. */
static struct str leads_with(const struct subject *s, size_t i)
{
	struct str name = bidi_isolate(s->c->options[i].short_name.str,
				       s->phrases->is_rtl, s->arena);
	struct str on = subject_total_on(s, i);

	return ARENA_JOIN(s->arena, name, STR(" "), total_sentence(s, i),
			  on.len ? STR(" ") : STR(""), on);
}
