#include "import/table_sums.h"

#include <math.h>

#include "base/wording.h"
#include "import/phrases.h"
#include "judge/reckoning.h"
#include "judge/utility.h"

static const double SCORES_MOST = 10;
static const double NEAR = 0.051; /* means are rounded */
static const double EXACT = 0.0051;

/* What is added up of an option, over some attributes. */
struct addends {
	double sum, weighted, weights; /* weighted: NAN where one has none */
	double least, most;
	size_t count;
};

/* What of the others it may be; WAY_PERCENT: weights are hundredths. */
enum way {
	WAY_SUM,
	WAY_MEAN,
	WAY_WEIGHTED,
	WAY_PERCENT,
	WAY_WEIGHTED_MEAN,
};

/* An attribute, and those that it may be computed of. */
struct guess {
	const struct study *study;
	const struct attribute *a;
	const double *numbers, *own; /* of all by option; of this one */
	size_t count;		     /* of options */
	size_t attribute, from;
	double slack;
};

static bool find_sum(struct study *study, const double *numbers, size_t j);
static size_t block_of(const struct study *study, size_t j);
static bool prove(const struct guess *g, bool named);
static bool is_rare(const struct guess *g);
static bool is_called_sum(const struct guess *g);
static bool fits(const struct guess *g, enum way way);
static double made_by(struct addends a, enum way way);
static bool is_beyond(const struct guess *g, bool named);
static bool is_extreme(const struct guess *g);
static bool is_order(const struct guess *g);
static struct addends add_up(const struct guess *g, size_t option);
static struct guess guess_of(const struct study *study, const double *numbers,
			     size_t j, double slack);
static bool lacks_weight(const struct guess *g);
static bool has_numbers(const struct guess *g, size_t j);
static void mark_sum(struct study *study, size_t j);
static bool are_sums(const struct study *study);
static bool are_scores(const struct study *study);
static bool is_of(const struct study *study, enum direction better);
static void drop_sums(struct study *study);
static void say_missing(struct study *study, const struct attribute *total,
			const struct score *sums);
static size_t leader_by(const struct comparison *c, size_t sum, bool lower,
			const size_t *ranks);

void sums_find(struct study *study)
{
	const double *numbers = study_numbers(study);

	for (size_t j = 0; j < study->attribute_count; j++) {
		struct attribute *a = &study->attributes[j];

		a->is_part |= wording_has_any(a->as_written, PHRASES_SUM_PART);
		if (a->is_sum || (!a->is_fact && find_sum(study, numbers, j)))
			mark_sum(study, j);
	}
}

/* Whether it is one; what is one by its numbers or its name alone is told. */
static bool find_sum(struct study *study, const double *numbers, size_t j)
{
	struct attribute *a = &study->attributes[j];
	bool named = wording_has_any(a->as_written, PHRASES_COMPUTED);
	struct guess guess = guess_of(study, numbers, j, named ? NEAR : EXACT);
	bool bare = lacks_weight(&guess);
	bool proof = prove(&guess, named);

	if (!proof) {
		guess.from = block_of(study, j);
		proof = guess.from && prove(&guess, named);
		a->is_part |= proof;
		guess.from = 0;
	}
	if (proof && !named)
		study_todo(study,
			   "\"%.*s\" is taken for computed of those before it, "
			   "and for no criterion: where it is one, give it a "
			   "row in criteria.csv, and its scores",
			   STR_ARG(a->as_written));
	if (!proof && named && !bare &&
	    (fits(&guess, WAY_SUM) || fits(&guess, WAY_MEAN)))
		study_todo(study,
			   "\"%.*s\" may be computed of those before it: where "
			   "it is, take it out of criteria.csv and scores.csv",
			   STR_ARG(a->as_written));
	a->is_fact = !proof && named && bare;
	if (a->is_fact)
		study_todo(
			study,
			"\"%.*s\" has no weight, and is a fact, as it may be "
			"computed of the others: to judge by it, give it a "
			"weight",
			STR_ARG(a->as_written));
	return proof;
}

/* Where those begin that a sum of its group alone is made of; 0: all. */
static size_t block_of(const struct study *study, size_t j)
{
	size_t from = j;

	while (from && !study->attributes[from - 1].is_sum &&
	       str_equals(study->attributes[from - 1].group,
			  study->attributes[j].group))
		from--;
	return from;
}

/*
 * Beyond each of its addends no number is a score.  Among them it may be one
 * by chance, so that its weight or its name must set it apart.
 */
static bool prove(const struct guess *g, bool named)
{
	double weights = add_up(g, 0).weights;
	double weight = g->a->weight;
	bool weighted = !isnan(weights), bare = lacks_weight(g);
	bool beyond = is_beyond(g, is_called_sum(g));
	bool apart = weighted ? bare || fabs(weight - weights) < NEAR
			      : named && is_rare(g);

	for (enum way way = WAY_SUM; way <= WAY_WEIGHTED_MEAN; way++)
		if ((beyond || apart) && fits(g, way))
			return true;
	return named && (apart || !weighted) && (is_extreme(g) || is_order(g));
}

/* Whether it is no mean by chance, where nothing else sets it apart. */
static bool is_rare(const struct guess *g)
{
	bool whole = true;

	for (size_t i = 0; i < g->count; i++)
		whole &= !(fabs(g->own[i] - floor(g->own[i])) > 0);
	return !whole || g->count > 2 || is_called_sum(g);
}

static bool is_called_sum(const struct guess *g)
{
	return wording_has_any(g->a->as_written, PHRASES_SUM_SURE);
}

/* Whether each number, of two options at least, is what is made so. */
static bool fits(const struct guess *g, enum way way)
{
	size_t told = 0;

	for (size_t i = 0; i < g->count; i++) {
		struct addends a = add_up(g, i);
		double number = g->own[i];

		if (isnan(number))
			continue;
		if (a.count < 2 || !(fabs(number - made_by(a, way)) < g->slack))
			return false;
		told++;
	}
	return told > 1;
}

static double made_by(struct addends a, enum way way)
{
	switch (way) {
	case WAY_SUM:
		return a.sum;
	case WAY_MEAN:
		return a.sum / (double)a.count;
	case WAY_WEIGHTED:
		return a.weighted;
	case WAY_PERCENT:
		return a.weighted / 100;
	case WAY_WEIGHTED_MEAN:
		return a.weighted / a.weights;
	}
	return NAN;
}

/* Above each of its addends; where no name says it, above all other numbers. */
static bool is_beyond(const struct guess *g, bool named)
{
	double most = -INFINITY;

	for (size_t j = 0; !named && j < g->study->attribute_count; j++)
		for (size_t i = 0; i < g->count; i++)
			if (j != g->attribute &&
			    !g->study->attributes[j].is_fact)
				most = fmax(most, g->numbers[j * g->count + i]);
	for (size_t i = 0; i < g->count; i++)
		if (g->own[i] <= fmax(most, add_up(g, i).most))
			return false;
	return true;
}

/* "Max", "Min"; a longer name may be that of a measure, as "Max. load". */
static bool is_extreme(const struct guess *g)
{
	bool most = wording_is_any(g->a->as_written, PHRASES_MOST);
	bool least = wording_is_any(g->a->as_written, PHRASES_LEAST);

	for (size_t i = 0; i < g->count; i++) {
		struct addends a = add_up(g, i);

		most &= a.count > 1 && fabs(g->own[i] - a.most) < EXACT;
		least &= a.count > 1 && fabs(g->own[i] - a.least) < EXACT;
	}
	return most || least;
}

/* "Position": 1, 2 and 3 of three. */
static bool is_order(const struct guess *g)
{
	for (size_t i = 0; i < g->count; i++)
		if (!(g->own[i] >= 1 && g->own[i] <= (double)g->count) ||
		    fabs(g->own[i] - floor(g->own[i])) > 0)
			return false;
	return wording_is_any(g->a->as_written, PHRASES_ORDER);
}

static struct addends add_up(const struct guess *g, size_t option)
{
	const struct study *study = g->study;
	struct addends a = { .least = INFINITY, .most = -INFINITY };

	for (size_t j = g->from; j < g->attribute; j++) {
		double weight = study->attributes[j].weight;
		double number = g->numbers[j * study->option_count + option];

		if (study->attributes[j].is_fact || isnan(number))
			continue;
		a.sum += number;
		a.weighted += weight * number;
		a.weights += weight;
		a.least = fmin(a.least, number);
		a.most = fmax(a.most, number);
		a.count++;
	}
	return a;
}

/* Where each of numbers before it has one. */
static bool lacks_weight(const struct guess *g)
{
	size_t weighted = 0;

	if (!isnan(g->a->weight) || !has_numbers(g, g->attribute))
		return false;
	for (size_t k = 0; k < g->attribute; k++) {
		const struct attribute *a = &g->study->attributes[k];

		if (a->is_fact || !has_numbers(g, k))
			continue;
		if (isnan(a->weight))
			return false;
		weighted++;
	}
	return weighted > 1;
}

static bool has_numbers(const struct guess *g, size_t j)
{
	for (size_t i = 0; i < g->count; i++)
		if (!isnan(g->numbers[j * g->count + i]))
			return true;
	return false;
}

static void mark_sum(struct study *study, size_t j)
{
	struct attribute *a = &study->attributes[j];

	a->is_sum = a->is_fact = true;
	if (study->has_rows)
		workbook_remark(study->book,
				"row %u is computed of the others: %.*s",
				a->line,
				STR_ARG(study_attribute_cells(study, j)));
}

void sums_weigh(struct study *study)
{
	if (!are_scores(study) || !are_sums(study))
		return;
	if (is_of(study, DIRECTION_HIGHER)) {
		study->is_matrix = true;
		return;
	}
	/* Scores, or "Price" and "Shipping", which make a price? */
	for (size_t j = 0;
	     is_of(study, DIRECTION_UNKNOWN) && j < study->attribute_count; j++)
		study->attributes[j].is_doubtful =
			!study->attributes[j].head.said;
}

static bool are_sums(const struct study *study)
{
	const double *numbers = study_numbers(study);

	for (size_t j = 0; j < study->attribute_count; j++) {
		struct guess guess = guess_of(study, numbers, j, NEAR);

		if (guess.a->is_sum &&
		    (fits(&guess, WAY_SUM) || fits(&guess, WAY_MEAN)))
			return true;
	}
	return false;
}

static struct guess guess_of(const struct study *study, const double *numbers,
			     size_t j, double slack)
{
	return (struct guess){ .study = study,
			       .a = &study->attributes[j],
			       .numbers = numbers,
			       .own = numbers + j * study->option_count,
			       .count = study->option_count,
			       .attribute = j,
			       .slack = slack };
}

/* False where a number is none. */
static bool are_scores(const struct study *study)
{
	for (size_t e = 0; e < study->entry_count; e++) {
		const struct cell *cell = study->entries[e].cell;
		const struct attribute *a =
			&study->attributes[study->entries[e].attribute];

		if (!a->is_fact && cell->kind == CELL_NUMBER &&
		    (cell->unit.len || a->head.unit.len ||
		     fabs(cell->number) > SCORES_MOST))
			return false;
	}
	return true;
}

static bool is_of(const struct study *study, enum direction better)
{
	for (size_t j = 0; j < study->attribute_count; j++)
		if (!study->attributes[j].is_fact &&
		    study->attributes[j].head.better == better)
			return true;
	return false;
}

void sums_check(struct study *study, const struct comparison *c)
{
	const struct reckoning k = reckoning_of(c, study->arena);
	const struct attribute *last = NULL;
	/* What prices make together is better the less it is. */
	bool costs = !study->is_matrix && is_of(study, DIRECTION_LOWER) &&
		     !is_of(study, DIRECTION_HIGHER);
	size_t first = 0;

	for (size_t j = 0; j < study->attribute_count; j++) {
		const struct attribute *a = &study->attributes[j];
		bool lower = costs || study->is_reversed ||
			     wording_has_any(a->as_written, PHRASES_ORDER);
		size_t leader;

		if (!a->is_sum || a->is_part)
			continue;
		leader = leader_by(c, j, lower, k.basis.own.ranks);
		if (leader == c->option_count)
			continue;
		last = a;
		first = leader;
		if (k.basis.own.ranks[leader] == 1)
			break;
	}
	if (last && k.basis.own.ranks[first] != 1)
		study_todo(study,
			   "\"%.*s\" of the sheet has \"%.*s\" first, and this "
			   "comparison has not: look which weights, scores or "
			   "directions are taken otherwise",
			   STR_ARG(last->as_written),
			   STR_ARG(study->options[first].name));
	if (last && study->has_rows)
		say_missing(study, last,
			    c->criteria[last - study->attributes].scores);
	drop_sums(study);
}

/* Rows of them; a column of them is a fact. */
static void drop_sums(struct study *study)
{
	for (size_t j = study->attribute_count; study->has_rows && j-- > 0;)
		if (study->attributes[j].is_sum)
			study_drop_attribute(study, j);
}

/* A column of weights that nothing tells has no total of its own. */
static void say_missing(struct study *study, const struct attribute *total,
			const struct score *sums)
{
	size_t missing = 0, which = 0;

	for (size_t i = 0; i < study->option_count; i++)
		if (isnan(sums[i].value)) {
			missing++;
			which = i;
		}
	if (missing == 1 && study->option_count > 2)
		study_todo(study,
			   "\"%.*s\" has no number in \"%.*s\", as all others "
			   "have: where it is no option, but the weights, call "
			   "it \"Weight\" in the sheet and import it again",
			   STR_ARG(study->options[which].name),
			   STR_ARG(total->as_written));
}

/*
 * Who is first by the sheet, of equals one with the rank 1; the option count
 * where it tells of one alone.
 */
static size_t leader_by(const struct comparison *c, size_t sum, bool lower,
			const size_t *ranks)
{
	size_t told = 0, leader = c->option_count;
	double best = -INFINITY;

	for (size_t i = 0; i < c->option_count; i++) {
		double value =
			c->criteria[sum].scores[i].value * (lower ? -1 : 1);
		bool equal = fabs(value - best) <= UTILITY_EQUAL;

		told += !isnan(value);
		if (equal ? ranks[i] != 1 : !(value > best))
			continue;
		best = fmax(value, best);
		leader = i;
	}
	return told > 1 ? leader : c->option_count;
}
