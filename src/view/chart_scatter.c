#include <math.h>

#include "judge/front.h"
#include "judge/reckoning.h"
#include "view/chart_parts.h"
#include "view/parts.h"
#include "view/price.h"
#include "words/unit.h"

/* Two options have one place each; a line needs three to say something. */
enum { ASKED_LEAST = 2, SHOWN_LEAST = 3 };

enum side_kind { SIDE_NONE, SIDE_TOTAL, SIDE_PRICE, SIDE_CRITERION };

/* What the options are held against each other by, across or up. */
struct side {
	enum side_kind kind;
	size_t criterion;
	size_t without; /* of a total: a criterion that it leaves out */
	struct str title, unit;
	double *values; /* per option, as given; NAN: not known */
	bool lower;	/* is better */
	bool is_price;
	double half;	    /* where its fields meet; NAN: it has none */
	double least, most; /* beyond which no value can lie; or infinite */
	struct place at;
	const char *refusal; /* why it cannot be, or NULL */
};

struct scatter {
	struct side sides[2]; /* across and up */
	bool *in;	      /* per option: drawn */
	bool *out;	      /* and those that are not */
	size_t count, out_count;
	const char *refusal;
	struct place at;
};

static struct scatter scatter_of(const struct subject *s,
				 const struct asked_chart *asked);
static bool is_one(const struct side *sides);
static bool offers_itself(const struct scatter *scatter);
static struct side side_of(const struct subject *s, const struct text *called,
			   bool across);
static bool has_price_criterion(const struct comparison *c);
static struct side price_side(const struct subject *s);
static struct price *option_prices(const struct subject *s);
static const char *price_refusal(const struct subject *s, size_t option,
				 const struct price *price,
				 const struct str *unit);
static struct side criterion_side(const struct subject *s, size_t j);
static struct side total_side(const struct subject *s);
static void leave_out(const struct subject *s, struct side *total,
		      const struct side *other);
static const double *totals_without(const struct subject *s, size_t j);
static bool is_price(const struct criterion *criterion);
static void pick(const struct subject *s, struct scatter *scatter);
static struct chart *scatter_chart(const struct subject *s,
				   const struct scatter *scatter,
				   const char *id, const struct front *front);
static struct series *dots_of(const struct subject *s,
			      const struct scatter *scatter,
			      const struct front *front);
static struct front front_over(const struct subject *s,
			       const struct scatter *scatter);
static double half_of(const struct subject *s, const struct scatter *scatter,
		      size_t which);
static struct str quadrant_finding(const struct subject *s,
				   const struct chart_data *data);
static void set_side(const struct subject *s, const struct scatter *scatter,
		     struct chart_data *data, size_t which);
static struct axis side_axis(const struct scatter *scatter,
			     const struct side *side);
static double place_on(const struct side *side, const struct axis *axis,
		       double value);
static struct str side_value(const struct subject *s, const struct side *side,
			     size_t i);
static struct str price_text(const struct subject *s, const struct side *side,
			     size_t i);
static struct str value_finding(const struct subject *s,
				const struct scatter *scatter,
				const struct front *front);
static struct str left_out(const struct subject *s,
			   const struct scatter *scatter);

struct chart *value_chart(const struct subject *s)
{
	const struct asked_chart *asked = comparison_asked(s->c, "value");
	struct scatter scatter = scatter_of(s, asked);
	struct front front;
	struct chart *chart;

	if (scatter.refusal || (!asked && !offers_itself(&scatter)))
		return NULL;
	front = front_over(s, &scatter);
	chart = scatter_chart(s, &scatter, "value", &front);
	chart->data.has_line = true;
	chart->data.description =
		phrase_join(s->phrases,
			    phrase(s->phrases, WORD_CHART_VALUE_TEXT),
			    left_out(s, &scatter), s->arena);
	chart_finding(chart, value_finding(s, &scatter, &front));
	chart_finish(s, chart, (struct series *)chart->data.series,
		     WORD_COLUMN_OPTION);
	return chart;
}

/* The fields meet halfway between the worst and the best of either side. */
struct chart *quadrant_chart(const struct subject *s)
{
	const struct asked_chart *asked = comparison_asked(s->c, "quadrant");
	struct scatter scatter;
	struct front front;
	struct chart *chart;

	if (!asked)
		return NULL;
	scatter = scatter_of(s, asked);
	if (scatter.refusal)
		return NULL;
	front = front_over(s, &scatter);
	for (size_t k = 0; k < 2; k++)
		scatter.sides[k].half = half_of(s, &scatter, k);
	chart = scatter_chart(s, &scatter, "quadrant", &front);
	for (size_t k = 0; k < CHART_FIELDS; k++)
		chart->data.fields[k] = asked->fields[k].str;
	for (size_t k = 0; k < 2; k++) {
		struct axis axis = side_axis(&scatter, &scatter.sides[k]);

		chart->data.split[k] = place_on(&scatter.sides[k], &axis,
						scatter.sides[k].half);
	}
	chart->data.description =
		phrase_join(s->phrases, phrase(s->phrases, WORD_QUADRANT_TEXT),
			    left_out(s, &scatter), s->arena);
	chart_finding(chart, quadrant_finding(s, &chart->data));
	chart_finish(s, chart, (struct series *)chart->data.series,
		     WORD_COLUMN_OPTION);
	return chart;
}

/* Of a price, which has no worst, between the lowest and the highest. */
static double half_of(const struct subject *s, const struct scatter *scatter,
		      size_t which)
{
	const struct side *side = &scatter->sides[which];
	double low = INFINITY, high = -INFINITY;
	struct ends ends;

	if (side->kind == SIDE_TOTAL)
		return 0.5;
	if (side->kind == SIDE_CRITERION) {
		ends = subject_ends(s, side->criterion);
		return (ends.worst + ends.best) / 2;
	}
	for (size_t i = 0; i < s->c->option_count; i++) {
		if (!scatter->in[i])
			continue;
		low = fmin(low, side->values[i]);
		high = fmax(high, side->values[i]);
	}
	return (low + high) / 2;
}

/* Who is in the better half of both; what lies on a border is in it. */
static struct str quadrant_finding(const struct subject *s,
				   const struct chart_data *data)
{
	size_t count = 0, last = 0;

	for (size_t i = 0; i < data->series_count; i++) {
		const double *at = data->series[i].values;

		if (at[0] < data->split[0] - UTILITY_EQUAL ||
		    at[1] < data->split[1] - UTILITY_EQUAL)
			continue;
		count++;
		last = i;
	}
	return PHRASE(
		s->phrases,
		!count	     ? WORD_QUADRANT_NONE
		: count == 1 ? WORD_QUADRANT_ONE
			     : WORD_QUADRANT_SOME,
		s->arena, { "name", data->series[last].name },
		{ "n", phrase_number(s->phrases, (double)count, 0, s->arena) },
		{ "of", phrase_number(s->phrases, (double)data->series_count, 0,
				      s->arena) },
		{ "field", data->fields[1] });
}

const char *value_refusal(const struct subject *s,
			  const struct asked_chart *asked, struct place *at)
{
	struct scatter scatter = scatter_of(s, asked);

	*at = scatter.at;
	return scatter.refusal;
}

void prices_check(struct diags *diags, const struct subject *s)
{
	size_t given = 0;
	const struct price *prices = option_prices(s);

	for (size_t i = 0; i < s->c->option_count; i++)
		given += s->c->options[i].price.str.len > 0;
	if (given < SHOWN_LEAST || has_price_criterion(s->c))
		return;
	for (size_t i = 0; i < s->c->option_count; i++) {
		const struct price *price = &prices[i];
		const struct text *text = &s->c->options[i].price;

		if (!price->whole.len)
			continue;
		diag_warning(diags, text->at,
			     "the price \"%.*s\" may be %.*s or %.*s, so no "
			     "chart has it",
			     STR_ARG(text->str), STR_ARG(price->whole),
			     STR_ARG(price->fraction));
		diag_hint(diags, "write %.*s or %.*s, whichever is meant",
			  STR_ARG(price->whole), STR_ARG(price->fraction));
	}
}

static bool has_price_criterion(const struct comparison *c)
{
	bool has = false;

	for (size_t j = 0; j < c->criterion_count; j++)
		has |= is_price(&c->criteria[j]);
	return has;
}

static struct scatter scatter_of(const struct subject *s,
				 const struct asked_chart *asked)
{
	static const struct text NOTHING;
	size_t n = s->c->option_count;
	struct scatter scatter = {
		.in = arena_array(s->arena, bool, n),
		.out = arena_array(s->arena, bool, n),
	};

	for (size_t k = 0; k < 2; k++) {
		struct side *side = &scatter.sides[k];

		*side = side_of(s,
				!asked ? &NOTHING
				: k    ? &asked->y
				       : &asked->x,
				!k);
		scatter.at = side->at.line ? side->at
			     : asked	   ? asked->at
					   : scatter.at;
		scatter.refusal = side->refusal;
		if (scatter.refusal)
			return scatter;
	}
	if (is_one(scatter.sides)) {
		scatter.refusal = "both sides are one count";
		return scatter;
	}
	for (size_t k = 0; k < 2; k++) {
		leave_out(s, &scatter.sides[k], &scatter.sides[1 - k]);
		if (scatter.sides[k].refusal) {
			scatter.refusal = scatter.sides[k].refusal;
			return scatter;
		}
	}
	pick(s, &scatter);
	if (scatter.count < ASKED_LEAST)
		scatter.refusal = "fewer than two options in the running have "
				  "both values";
	return scatter;
}

/* A criterion may be called by id and by title, and as the price. */
static bool is_one(const struct side *sides)
{
	return sides[0].kind == sides[1].kind &&
	       (sides[0].kind != SIDE_CRITERION ||
		sides[0].criterion == sides[1].criterion);
}

/* Unasked where it tells what more money buys. */
static bool offers_itself(const struct scatter *scatter)
{
	return scatter->sides[0].is_price && scatter->count >= SHOWN_LEAST;
}

/* As it is called; else the price across and the total up. */
static struct side side_of(const struct subject *s, const struct text *called,
			   bool across)
{
	size_t j = comparison_find_criterion(s->c, called->str);
	struct side side;

	if (j == s->c->criterion_count)
		j = comparison_find_titled(s->c, called->str);
	if (called->str.len && j < s->c->criterion_count)
		side = criterion_side(s, j);
	else if (!called->str.len ? across : str_is(called->str, "price"))
		side = price_side(s);
	else if (!called->str.len || str_is(called->str, "total"))
		side = total_side(s);
	else
		side = (struct side){
			.refusal = arena_printf(s->arena,
						"there is no criterion "
						"\"%.*s\"",
						STR_ARG(called->str))
					   .ptr
		};
	side.at = called->at;
	side.half = NAN;
	return side;
}

/* A criterion that is one, or what the options say of theirs. */
static struct side price_side(const struct subject *s)
{
	size_t n = s->c->option_count, known = 0;
	struct side side = { .kind = SIDE_PRICE,
			     .title = phrase(s->phrases, WORD_AXIS_PRICE),
			     .values = arena_array(s->arena, double, n),
			     .lower = true,
			     .is_price = true,
			     .least = 0,
			     .most = INFINITY };
	const struct price *prices;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		if (is_price(&s->c->criteria[j]))
			return criterion_side(s, j);
	prices = option_prices(s);
	for (size_t i = 0; i < n && !side.refusal; i++) {
		side.values[i] = prices[i].amount;
		if (!s->c->options[i].price.str.len)
			continue;
		side.refusal =
			price_refusal(s, i, &prices[i],
				      known++ ? &side.unit : &prices[i].unit);
		side.unit = prices[i].unit;
	}
	if (!known)
		side.refusal = "no option has a price, and no criterion is one";
	return side;
}

static struct price *option_prices(const struct subject *s)
{
	size_t n = s->c->option_count;
	struct str *texts = arena_array(s->arena, struct str, n);

	for (size_t i = 0; i < n; i++)
		texts[i] = s->c->options[i].price.str;
	return prices_of(&s->phrases->locale, texts, n, s->arena);
}

/* Why it cannot stand beside the one before it, which is in `unit`. */
static const char *price_refusal(const struct subject *s, size_t option,
				 const struct price *price,
				 const struct str *unit)
{
	struct str text = s->c->options[option].price.str;

	if (price->whole.len)
		return arena_printf(s->arena,
				    "the price \"%.*s\" may be %.*s or %.*s",
				    STR_ARG(text), STR_ARG(price->whole),
				    STR_ARG(price->fraction))
			.ptr;
	if (isnan(price->amount))
		return arena_printf(s->arena, "the price \"%.*s\" is no number",
				    STR_ARG(text))
			.ptr;
	if (str_equals(price->unit, *unit))
		return NULL;
	return arena_printf(s->arena, "prices are in \"%.*s\" and in \"%.*s\"",
			    STR_ARG(*unit), STR_ARG(price->unit))
		.ptr;
}

static bool is_price(const struct criterion *criterion)
{
	return criterion->measure.given && criterion->measure.lower_is_better &&
	       (str_is(criterion->id, "price") ||
		unit_kind_of(criterion->measure.unit.str) == UNIT_PRICE);
}

static struct side criterion_side(const struct subject *s, size_t j)
{
	const struct criterion *criterion = &s->c->criteria[j];
	bool measured = criterion->measure.given;
	struct side side = {
		.kind = SIDE_CRITERION,
		.criterion = j,
		.title = criterion->title.str,
		.unit = measured ? criterion->measure.unit.str : STR(""),
		.values = arena_array(s->arena, double, s->c->option_count),
		.lower = measured && criterion->measure.lower_is_better,
		.is_price = is_price(criterion),
		.least = measured ? -INFINITY : s->c->scoring.min,
		.most = measured ? INFINITY : s->c->scoring.max,
	};

	for (size_t i = 0; !criterion->scores && i < s->c->option_count; i++)
		side.values[i] = NAN;
	if (criterion->scores)
		utility_values(s->c, j, side.values);
	return side;
}

static struct side total_side(const struct subject *s)
{
	size_t n = s->c->option_count;
	struct side side = { .kind = SIDE_TOTAL,
			     .without = s->c->criterion_count,
			     .title = phrase(s->phrases, WORD_COLUMN_TOTAL),
			     .values = arena_array(s->arena, double, n),
			     .least = 0,
			     .most = 1 };

	if (!s->r->judged)
		side.refusal = "there are no totals";
	for (size_t i = 0; i < n && s->r->judged; i++)
		side.values[i] = s->r->ranks[i] ? s->r->totals[i] : NAN;
	return side;
}

/* A criterion on the other side is no part of the total on this. */
static void leave_out(const struct subject *s, struct side *total,
		      const struct side *other)
{
	const double *totals;

	if (total->kind != SIDE_TOTAL || other->kind != SIDE_CRITERION ||
	    !s->r->counts[other->criterion])
		return;
	totals = totals_without(s, other->criterion);
	if (!totals) {
		total->refusal = "nothing is left of the total without the "
				 "other side";
		return;
	}
	total->without = other->criterion;
	total->title = PHRASE(s->phrases, WORD_AXIS_TOTAL_WITHOUT, s->arena,
			      { "criterion", other->title });
	for (size_t i = 0; i < s->c->option_count; i++)
		total->values[i] = s->r->ranks[i] ? totals[i] : NAN;
}

/* NULL where no other criterion has a weight. */
static const double *totals_without(const struct subject *s, size_t j)
{
	struct reckoning k = reckoning_of(s->c, s->arena);
	double *weights = arena_array(s->arena, double, k.matrix.row_count);

	for (size_t row = 0; row < k.matrix.row_count; row++)
		weights[row] =
			k.matrix.criteria[row] == j ? 0 : k.matrix.weights[row];
	return total_is_possible(total_weight(&k.matrix, weights))
		       ? total_all(&k.matrix, weights, s->arena)
		       : NULL;
}

/* Those in the running that have both values. */
static void pick(const struct subject *s, struct scatter *scatter)
{
	for (size_t i = 0; i < s->c->option_count; i++) {
		scatter->in[i] = !s->r->contest.ruled_out[i] &&
				 !isnan(scatter->sides[0].values[i]) &&
				 !isnan(scatter->sides[1].values[i]);
		scatter->out[i] = !scatter->in[i];
		scatter->count += scatter->in[i];
	}
	scatter->out_count = s->c->option_count - scatter->count;
}

static struct front front_over(const struct subject *s,
			       const struct scatter *scatter)
{
	size_t n = s->c->option_count;
	double *better[2];

	for (size_t k = 0; k < 2; k++) {
		const struct side *side = &scatter->sides[k];

		better[k] = arena_array(s->arena, double, n);
		for (size_t i = 0; i < n; i++)
			better[k][i] = side->lower ? -side->values[i]
						   : side->values[i];
	}
	return front_of(better[0], better[1], scatter->in, n, s->arena);
}

/* Its axes and dots; what it says of them is the caller's. */
static struct chart *scatter_chart(const struct subject *s,
				   const struct scatter *scatter,
				   const char *id, const struct front *front)
{
	struct chart *chart =
		chart_new(s, CHART_SCATTER, str_from(id), WORD_CHART_VALUE);
	struct str *titles = arena_array(s->arena, struct str, 2);
	const struct side *sides = scatter->sides;

	for (size_t k = 0; k < 2; k++) {
		set_side(s, scatter, &chart->data, k);
		titles[k] = (k ? &chart->data.up : &chart->data.across)->title;
	}
	chart->name = chart->data.title =
		PHRASE(s->phrases, WORD_CHART_VALUE, s->arena,
		       { "x", sides[0].title }, { "y", sides[1].title });
	chart->data.by_series = true;
	chart->data.categories = titles;
	chart->data.category_count = 2;
	chart->data.series = dots_of(s, scatter, front);
	chart->data.series_count = scatter->count;
	chart->data.max = 1;
	chart->data.unnamed = phrase(s->phrases, WORD_CHART_UNNAMED);
	return chart;
}

/* One series for each option that is drawn. */
static struct series *dots_of(const struct subject *s,
			      const struct scatter *scatter,
			      const struct front *front)
{
	struct series *all = chart_series(s, 2);
	struct series *drawn =
		arena_array(s->arena, struct series, scatter->count);
	const struct side *sides = scatter->sides;
	struct axis axes[] = { side_axis(scatter, &sides[0]),
			       side_axis(scatter, &sides[1]) };
	size_t count = 0;

	for (size_t i = 0; i < s->c->option_count; i++) {
		struct series *dot;

		if (!scatter->in[i])
			continue;
		dot = &drawn[count++];
		*dot = all[i];
		for (size_t k = 0; k < 2; k++)
			chart_set(dot, k,
				  place_on(&sides[k], &axes[k],
					   sides[k].values[i]),
				  side_value(s, &sides[k], i));
		dot->best[0] = front->on[i];
		dot->note =
			sides[0].is_price && sides[1].kind == SIDE_TOTAL
				? PHRASE(s->phrases, WORD_CHART_VALUE_FOR,
					 s->arena, { "y", dot->labels[1] },
					 { "x", price_text(s, &sides[0], i) })
				: ARENA_JOIN(s->arena, dot->labels[0],
					     STR(" \xC2\xB7 "), dot->labels[1]);
	}
	return drawn;
}

static void set_side(const struct subject *s, const struct scatter *scatter,
		     struct chart_data *data, size_t which)
{
	const struct side *side = &scatter->sides[which];
	struct chart_axis *to = which ? &data->up : &data->across;
	struct axis axis = side_axis(scatter, side);
	double first = ceil(axis.min / axis.step - 1e-9);
	size_t most = (size_t)(floor(axis.max / axis.step + 1e-9) - first) + 1;
	struct tick *ticks = arena_array(s->arena, struct tick, most);

	for (size_t k = 0; k < most; k++) {
		double at = (first + (double)k) * axis.step;
		bool total = side->kind == SIDE_TOTAL;
		struct tick *tick;
		double value = total ? s->c->scoring.min * (1 - at) +
					       s->c->scoring.max * at
				     : at;

		if (fabs(value) < axis.step / 2)
			value = 0;
		if (total && s->c->scoring.method == METHOD_POINTS)
			value = at * 100;
		tick = &ticks[side->lower ? most - 1 - k : k];
		tick->at = place_on(side, &axis, at);
		tick->label =
			total && s->c->scoring.method == METHOD_POINTS
				? phrase_percent(s->phrases, at, 0, s->arena)
				: phrase_number(s->phrases, value, 9, s->arena);
	}
	to->ticks = ticks;
	to->tick_count = most;
	to->title = side->unit.len ? PHRASE(s->phrases, WORD_IN_UNIT, s->arena,
					    { "name", side->title },
					    { "unit", side->unit })
				   : side->title;
	to->better = phrase(s->phrases,
			    side->is_price ? which ? WORD_CHEAPER_UP
						   : WORD_CHEAPER_ACROSS
			    : side->lower  ? which ? WORD_BETTER_LOWER_UP
						   : WORD_CHART_BETTER_LOWER
			    : which	   ? WORD_BETTER_UP
					   : WORD_CHART_BETTER);
}

/* Around what is drawn, and not beyond what can be. */
static struct axis side_axis(const struct scatter *scatter,
			     const struct side *side)
{
	bool across = side == scatter->sides;
	double low = INFINITY, high = -INFINITY, pad;
	struct axis axis;

	for (size_t i = 0; i < scatter->count + scatter->out_count; i++) {
		if (!scatter->in[i])
			continue;
		low = fmin(low, side->values[i]);
		high = fmax(high, side->values[i]);
	}
	/* Between their names, and with the place where they meet. */
	if (!isnan(side->half)) {
		low = fmin(low, side->half);
		high = fmax(high, side->half);
	}
	pad = high > low ? (high - low) * (isnan(side->half) ? 0.07 : 0.14)
			 : fmax(fabs(high) * 0.1, side->most < 2 ? 0.1 : 1);
	axis = axis_of(low, high > low ? high : high + 2 * pad);
	axis.min = fmax(low - pad, side->least);
	axis.max = fmin(high + pad, side->most);
	/* At an end of the scale a dot would be cut by the frame. */
	axis.min = fmin(axis.min, low - pad * 0.6);
	axis.max = fmax(axis.max, high + pad * 0.6);
	/* What is best has its name beside it. */
	if (across && side->lower)
		axis.min -= pad;
	else if (across)
		axis.max += pad;
	return axis;
}

static double place_on(const struct side *side, const struct axis *axis,
		       double value)
{
	double share = (value - axis->min) / (axis->max - axis->min);

	return side->lower ? 1 - share : share;
}

static struct str side_value(const struct subject *s, const struct side *side,
			     size_t i)
{
	switch (side->kind) {
	case SIDE_CRITERION:
		return chart_score(s, side->criterion, i);
	case SIDE_PRICE:
		return price_text(s, side, i);
	case SIDE_TOTAL:
		if (side->without == s->c->criterion_count)
			return subject_option_total(s, i);
		if (s->c->scoring.method == METHOD_POINTS)
			return phrase_percent(s->phrases, side->values[i], 1,
					      s->arena);
		return phrase_fixed(s->phrases,
				    s->c->scoring.min * (1 - side->values[i]) +
					    s->c->scoring.max * side->values[i],
				    s->figures.total < 2 ? s->figures.total : 2,
				    s->arena);
	case SIDE_NONE:
		break;
	}
	return STR("");
}

static struct str price_text(const struct subject *s, const struct side *side,
			     size_t i)
{
	return side->kind == SIDE_PRICE ? s->c->options[i].price.str
					: chart_score(s, side->criterion, i);
}

/* Not of one that is beaten on one count and matched on the other. */
static struct str value_finding(const struct subject *s,
				const struct scatter *scatter,
				const struct front *front)
{
	const struct side *sides = scatter->sides;
	bool price = sides[0].is_price && sides[1].kind == SIDE_TOTAL;
	enum word_id id = front->best < s->c->option_count ? WORD_VALUE_BEST
			  : !front->beaten_count	   ? WORD_VALUE_NONE
			  : price			   ? WORD_VALUE_CHEAPER
							   : WORD_VALUE_BOTH;

	return PHRASE(s->phrases, id, s->arena,
		      { "name", front->best < s->c->option_count
					? s->c->options[front->best].name.str
					: STR("") },
		      { "n",
			phrase_number(s->phrases, (double)front->beaten_count,
				      0, s->arena) },
		      { "of", phrase_number(s->phrases, (double)front->count, 0,
					    s->arena) },
		      { "x", sides[0].title }, { "y", sides[1].title });
}

static struct str left_out(const struct subject *s,
			   const struct scatter *scatter)
{
	if (!scatter->out_count)
		return STR("");
	return PHRASE(s->phrases, WORD_CHART_LEFT_OUT, s->arena,
		      { "names", option_names(s, scatter->out) });
}
