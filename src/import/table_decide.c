#include "import/table_decide.h"

#include <math.h>
#include <stdlib.h>

#include "base/wording.h"
#include "import/phrases.h"
#include "import/table_judged.h"
#include "import/table_proof.h"
#include "import/table_sums.h"
#include "import/table_value.h"
#include "judge/gaps.h"
#include "judge/reckoning.h"
#include "read/reader.h"

enum {
	STRAYS = 5, /* one cell in so many may be none of the others' kind */
	FEW = 2,
	THIRD = 3,
	TWINS_TOLD = 10,
};

static const double SCALES[] = { 1, 5, 10, 100 };
static const double HUNDRED = 100;

static bool is_too_large(struct diags *diags, const struct study *s);
static void count_cells(struct study *s);
static void count_cell(struct cells *cells, const struct cell *cell);
static bool is_numeric(const struct attribute *a);
static bool is_wanted(const struct attribute *a);
static bool is_answered(const struct attribute *a);
static void find_scale(struct study *s);
static bool said_scale(struct study *s);
static bool signed_scale(struct study *s);
static void find_grades(struct study *s);
static void try_scale(struct study *s, double scale, bool all);
static double shared_most(const struct study *s);
static bool fits(const struct study *s, const struct attribute *a,
		 double scale);
static void decide(struct study *s, struct attribute *a);
static void say_fact(struct study *s, const struct attribute *a);
static void say_strays(struct study *s, const struct attribute *a);
static void decide_measure(struct study *s, struct attribute *a);
static void say_mixed(struct study *s, const struct attribute *a);
static void bound(struct study *s, struct attribute *a);
static double scale_least(double most, bool has_less);
static void reverse(const struct study *s, struct attribute *a);
static void say_scale(struct study *s);
static void say_unweighted(struct study *s);
static void shorten_years(struct study *s);
static void measure_gaps(struct study *s, struct comparison *c);
static bool has_twins(struct diags *diags, const struct study *s);
static int compare_entries(const void *a, const void *b);
static int compare_scores(const struct entry *a, const struct entry *b);
static bool refuse_twins(struct diags *diags, const struct study *s,
			 const struct entry *first, const struct entry *again);

bool study_decide(struct diags *diags, struct study *s)
{
	struct comparison *c;

	proof_judge(s);
	proof_weigh(s);
	sums_find(s);
	sums_weigh(s);
	count_cells(s);
	find_scale(s);
	find_grades(s);
	for (size_t j = 0; j < s->attribute_count; j++)
		decide(s, &s->attributes[j]);
	say_scale(s);
	say_unweighted(s);
	shorten_years(s);
	if (is_too_large(diags, s) || has_twins(diags, s))
		return false;
	c = study_comparison(s);
	measure_gaps(s, c);
	sums_check(s, c);
	return true;
}

static bool is_too_large(struct diags *diags, const struct study *s)
{
	size_t criteria = 0, scores;

	for (size_t j = 0; j < s->attribute_count; j++)
		criteria += s->attributes[j].kind != ATTRIBUTE_FACT;
	scores = criteria * s->option_count;
	if (scores <= COMPARISON_SCORES)
		return false;
	diag_error(
		diags, (struct place){ .file = s->book->path },
		"%zu options times %zu criteria are %zu scores; a comparison "
		"has at most %d",
		s->option_count, criteria, scores, COMPARISON_SCORES);
	diag_hint(diags, "import a part of it");
	return true;
}

static void count_cells(struct study *s)
{
	for (size_t j = 0; j < s->attribute_count; j++)
		s->attributes[j].cells = (struct cells){ .min = INFINITY,
							 .max = -INFINITY,
							 .are_halves = true };
	for (size_t e = 0; e < s->entry_count; e++)
		count_cell(&s->attributes[s->entries[e].attribute].cells,
			   s->entries[e].cell);
}

static void count_cell(struct cells *cells, const struct cell *cell)
{
	switch (cell->kind) {
	case CELL_EMPTY:
		break;
	case CELL_TEXT:
		if (!cells->texts++)
			cells->stray = cell->text;
		break;
	case CELL_DATE:
		cells->dates++;
		break;
	case CELL_ANSWER:
		cells->answers++;
		break;
	case CELL_NUMBER:
		if (!cells->numbers++)
			cells->unit = cell->unit;
		if (!str_equals(cells->unit, cell->unit)) {
			cells->is_mixed = true;
			cells->other = cell->unit;
		}
		cells->min = fmin(cells->min, cell->number);
		cells->max = fmax(cells->max, cell->number);
		cells->is_mixed |=
			cells->most && cell->most && cells->most != cell->most;
		cells->most = fmax(cells->most, cell->most);
		cells->are_halves &=
			cell->number * 2 == floor(cell->number * 2);
	}
}

/* Where the sheet says that it is judged by, one number is enough. */
static bool is_numeric(const struct attribute *a)
{
	size_t strays = a->cells.texts + a->cells.dates + a->cells.answers;

	return a->cells.numbers && !a->cells.is_mixed &&
	       (strays * STRAYS <= a->cells.numbers || is_wanted(a));
}

static bool is_wanted(const struct attribute *a)
{
	return a->head.said || a->weight > 0;
}

static bool is_answered(const struct attribute *a)
{
	size_t strays = a->cells.texts + a->cells.dates + a->cells.numbers;

	return a->cells.answers && strays * STRAYS <= a->cells.answers;
}

/*
 * The smallest scale that holds the numbers.  A table with weights or judges
 * is a matrix of scores, of which some may be measures; another is one only
 * where all of its numbers, in two columns at least, could be such scores.
 */
static void find_scale(struct study *s)
{
	double shared = shared_most(s);
	size_t scales = sizeof(SCALES) / sizeof(*SCALES);

	if (said_scale(s) || signed_scale(s))
		return;

	/* One that holds them all comes before one that holds most. */
	for (size_t k = 0; k < 2 * scales && !s->max; k++) {
		double scale = SCALES[k % scales];

		if (!shared || scale == shared)
			try_scale(s, scale, k < scales);
	}
}

static void try_scale(struct study *s, double scale, bool all)
{
	size_t fitting = 0, numeric = 0;
	bool low = false, full = scale < HUNDRED;

	for (size_t j = 0; j < s->attribute_count; j++) {
		const struct attribute *a = &s->attributes[j];
		bool does = fits(s, a, scale);

		if (a->is_fact || !is_numeric(a))
			continue;
		numeric++;
		fitting += does;
		low |= does && a->cells.min < 1;
		full |= does && a->cells.max > scale / 2;
	}
	if (!fitting || !full || (all && fitting < numeric) ||
	    (s->is_matrix ? fitting * 2 <= numeric
			  : fitting < FEW || fitting < numeric))
		return;
	s->max = scale;
	s->min = scale_least(scale, low);
}

/* A mean of school grades: in Germany and Austria, 1 is the best. */
static void find_grades(struct study *s)
{
	for (size_t j = 0; j < s->attribute_count; j++) {
		const struct attribute *a = &s->attributes[j];

		if (!s->max || s->max > SCALES[1] || !a->is_sum ||
		    !wording_has_any(a->as_written, PHRASES_GRADES))
			continue;
		s->is_reversed = true;
		study_todo(s,
			   "\"%.*s\" is taken for one of grades of which 1 is "
			   "the best: where it is the worst, turn the criteria "
			   "round in criteria.csv",
			   STR_ARG(a->as_written));
	}
}

/* -2 to 2, where a matrix has scores below 0. */
static bool signed_scale(struct study *s)
{
	static const double ENDS[] = { 1, 2, 3, 5, 10 };
	double least = 0, most = 0;

	for (size_t j = 0; j < s->attribute_count; j++) {
		const struct attribute *a = &s->attributes[j];

		if (a->is_fact || !is_numeric(a))
			continue;
		if (a->cells.unit.len || a->head.unit.len)
			return false;
		least = fmin(least, a->cells.min);
		most = fmax(most, a->cells.max);
	}
	for (size_t k = 0; k < sizeof(ENDS) / sizeof(*ENDS); k++)
		if (s->is_matrix && least < 0 && -least <= ENDS[k] &&
		    most <= ENDS[k]) {
			s->min = -ENDS[k];
			s->max = ENDS[k];
			return true;
		}
	return false;
}

/* "Ease (1-5)": where all heads that say it say the same. */
static bool said_scale(struct study *s)
{
	double min = 0, max = 0;

	for (size_t j = 0; j < s->attribute_count; j++) {
		const struct head *head = &s->attributes[j].head;

		if (!head->max || s->attributes[j].is_fact)
			continue;
		if (max && (head->min != min || head->max != max))
			return false;
		min = head->min;
		max = head->max;
	}
	s->min = min;
	s->max = max;
	s->is_matrix |= max > 0;
	return max > 0;
}

/* "4/5", "3 of 5": where all that say it say the same; else 0. */
static double shared_most(const struct study *s)
{
	double most = 0;

	for (size_t j = 0; j < s->attribute_count; j++) {
		double own = s->attributes[j].cells.most;

		if (own && most && most != own)
			return 0;
		most = own ? own : most;
	}
	return most;
}

static bool fits(const struct study *s, const struct attribute *a, double scale)
{
	bool whole = a->cells.are_halves || s->is_matrix;

	if (!is_numeric(a) || a->cells.unit.len ||
	    (a->head.said && a->head.better == DIRECTION_LOWER) ||
	    (a->cells.most && a->cells.most != scale) || a->head.unit.len ||
	    a->cells.min < fmin(0, s->min) || a->cells.max > scale || !whole)
		return false;
	if (s->is_matrix)
		return scale < HUNDRED || a->cells.max > scale / 10;
	/* "Price", 3: a catalogue's.  Percentages must fill their scale. */
	return a->head.better != DIRECTION_LOWER &&
	       (scale < HUNDRED || a->cells.max > scale / 2);
}

static void decide(struct study *s, struct attribute *a)
{
	struct str name = a->as_written;

	if (a->cells.unit.len && !a->cells.is_mixed && !a->head.unit.len)
		a->head.unit = a->cells.unit;
	a->kind = ATTRIBUTE_FACT;
	if (a->is_fact)
		return;
	if (s->max && a->cells.min >= s->min && fits(s, a, s->max)) {
		a->kind = ATTRIBUTE_JUDGED;
		if (s->is_reversed)
			reverse(s, a);
		else if (a->head.better == DIRECTION_LOWER)
			study_todo(s,
				   "\"%.*s\" is taken for a score, more being "
				   "better: turn the numbers round where they "
				   "are meant the other way",
				   STR_ARG(name));
	} else if (is_answered(a)) {
		a->kind = ATTRIBUTE_ANSWER;
		study_todo(s,
			   "\"%.*s\" is a criterion, yes being better than no: "
			   "if it is not, make it a column of options.csv",
			   STR_ARG(name));
	} else if (is_numeric(a)) {
		decide_measure(s, a);
	} else {
		say_fact(s, a);
	}
	if (a->kind != ATTRIBUTE_FACT)
		say_strays(s, a);
}

/* Why it is none, where a third of its cells could be judged by. */
static void say_fact(struct study *s, const struct attribute *a)
{
	size_t told = a->cells.numbers + a->cells.answers;
	size_t filled = told + a->cells.texts + a->cells.dates;
	struct str name = a->as_written, stray = a->cells.stray;

	if (a->cells.is_mixed)
		say_mixed(s, a);
	else if (is_wanted(a))
		study_todo(s,
			   "\"%.*s\" has %s and no numbers%s%.*s%s: it is a "
			   "fact of the options",
			   STR_ARG(name),
			   a->head.said ? "a direction" : "a weight",
			   stray.len ? " (\"" : "", STR_ARG(stray),
			   stray.len ? "\")" : "");
	else if (told && told * THIRD >= filled && stray.len)
		study_todo(s,
			   "\"%.*s\" is a fact, as \"%.*s\" is no %s: to judge "
			   "by it, write all of its cells so",
			   STR_ARG(name), STR_ARG(stray),
			   a->cells.numbers ? "number" : "answer");
	else if (a->cells.numbers && a->cells.answers)
		study_todo(s,
			   "\"%.*s\" is a fact, as it has numbers and answers: "
			   "to judge by it, write it in one way",
			   STR_ARG(name));
}

/* Where they are more than a few among numbers. */
static void say_strays(struct study *s, const struct attribute *a)
{
	size_t strays = a->cells.texts + a->cells.dates;

	if (a->cells.numbers && strays * STRAYS > a->cells.numbers)
		study_todo(s,
			   "\"%.*s\": \"%.*s\" is no number%s, so that it is a "
			   "note, and there is no score: give one, or leave it "
			   "empty",
			   STR_ARG(a->as_written), STR_ARG(a->cells.stray),
			   strays > 1 ? ", nor are others" : "");
}

/* Numbers that no one scale holds. */
static void say_mixed(struct study *s, const struct attribute *a)
{
	bool by_unit = !str_equals(a->cells.unit, a->cells.other);

	study_todo(
		s,
		"\"%.*s\" is a fact, as its numbers are in several %s%s%.*s%s"
		"%.*s%s: to judge by it, write all of them in one",
		STR_ARG(a->as_written), by_unit ? "units (" : "scales",
		by_unit && !a->cells.unit.len ? "none" : "",
		STR_ARG(a->cells.unit), by_unit ? " and " : "",
		STR_ARG(a->cells.other),
		!by_unit	     ? ""
		: a->cells.other.len ? ")"
				     : "none)");
}

/* Of cells that say out of how much they are, the scale is theirs. */
static void bound(struct study *s, struct attribute *a)
{
	double least = scale_least(a->cells.most, a->cells.min < 1);
	bool lower = a->head.said && a->head.better == DIRECTION_LOWER;

	a->kind = ATTRIBUTE_MEASURE;
	a->head.better = lower ? DIRECTION_LOWER : DIRECTION_HIGHER;
	a->best = lower ? least : a->cells.most;
	a->worst = lower ? a->cells.most : least;
	study_todo(s,
		   "\"%.*s\" goes from %g to %g, %s being better, as its cells "
		   "say out of how much they are: if it does not, change "
		   "\"best\" and \"worst\" in criteria.csv",
		   STR_ARG(a->as_written), least, a->cells.most,
		   lower ? "less" : "more");
}

static double scale_least(double most, bool has_less)
{
	return has_less || most > 5 || most <= 1 ? 0 : 1;
}

static void decide_measure(struct study *s, struct attribute *a)
{
	struct str name = a->as_written;
	bool weighs = a->weight > 0;
	const char *better =
		a->head.better == DIRECTION_LOWER ? "lower" : "higher";

	if (a->cells.most && a->cells.min >= 0 &&
	    a->cells.max <= a->cells.most) {
		bound(s, a);
		return;
	}
	if ((a->head.better == DIRECTION_UNKNOWN || a->is_doubtful) &&
	    !weighs) {
		study_todo(s,
			   "\"%.*s\" is a fact, as nothing says which way it "
			   "is better: to judge by it, write \"%.*s ↑\" (more "
			   "is better) or \"%.*s ↓\" in the sheet and import "
			   "it again",
			   STR_ARG(name), STR_ARG(name), STR_ARG(name));
		return;
	}
	if (head_is_disputed(&a->head)) {
		study_todo(s,
			   "\"%.*s\" is a fact, as its name and its unit "
			   "(%.*s) say different ways to be better: to judge "
			   "by it, write \"%.*s ↑\" or \"%.*s ↓\" in the sheet "
			   "and import it again",
			   STR_ARG(name), STR_ARG(a->head.unit), STR_ARG(name),
			   STR_ARG(name));
		return;
	}
	a->kind = ATTRIBUTE_MEASURE;
	if (!a->head.said)
		study_todo(s,
			   "\"%.*s\": %s is taken for better; if it is not, "
			   "change \"better\" in criteria.csv",
			   STR_ARG(name), better);
	if (a->head.better == DIRECTION_UNKNOWN)
		a->head.better = DIRECTION_HIGHER;
}

/* "1 = best, 5 = poor": a comparison has the best score above. */
static void reverse(const struct study *s, struct attribute *a)
{
	a->kind = ATTRIBUTE_MEASURE;
	a->head.better = DIRECTION_LOWER;
	a->best = s->min;
	a->worst = s->max;
}

static void say_scale(struct study *s)
{
	size_t judged = 0, criteria = 0;

	for (size_t j = 0; j < s->attribute_count; j++) {
		judged += s->attributes[j].kind == ATTRIBUTE_JUDGED;
		criteria += s->attributes[j].kind != ATTRIBUTE_FACT;
	}
	if (!criteria)
		study_todo(s,
			   "there is no criterion, so nothing is judged: say "
			   "which way a column of numbers is better, as "
			   "\"Speed ↑\" or \"Price ↓\"");
	if (s->max && s->is_reversed)
		study_todo(
			s,
			"the scores are taken to go from %g, the best, to "
			"%g: if they do not, change \"best\" and \"worst\" in "
			"criteria.csv",
			s->min, s->max);
	else if (judged)
		study_todo(s,
			   "the scores are taken to be on a scale from %g to "
			   "%g, more being better: if they are not, change "
			   "\"scale\" in comparison.md",
			   s->min, s->max);
	if (!judged)
		s->max = 0;
}

/* Beside others that have a weight, or what cannot be read as one. */
static void say_unweighted(struct study *s)
{
	const struct attribute *first = NULL;
	bool weighs = s->no_weight.len > 0;
	size_t count = 0;

	for (size_t j = 0; j < s->attribute_count; j++) {
		const struct attribute *a = &s->attributes[j];

		weighs |= a->weight > 0;
		if (a->kind == ATTRIBUTE_FACT || !isnan(a->weight))
			continue;
		first = count++ ? first : a;
	}
	if (weighs && count)
		study_todo(s,
			   "\"%.*s\"%s no weight%s%.*s%s, which is 1: give "
			   "one in criteria.csv",
			   STR_ARG(first->as_written),
			   count > 1 ? " and others have" : " has",
			   s->no_weight.len ? " (\"" : "",
			   STR_ARG(s->no_weight),
			   s->no_weight.len ? "\" is none)" : "");
}

/* A column of years that the sheet has as first days of January. */
static void shorten_years(struct study *s)
{
	bool *years = arena_array(s->arena, bool, s->attribute_count);

	for (size_t j = 0; j < s->attribute_count; j++)
		years[j] = true;
	for (size_t e = 0; e < s->entry_count; e++) {
		const struct entry *entry = &s->entries[e];

		years[entry->attribute] &=
			entry->cell->kind == CELL_DATE &&
			str_ends(entry->cell->text, "-01-01");
	}
	for (size_t e = 0; e < s->entry_count; e++) {
		struct entry *entry = &s->entries[e];
		struct cell *year;

		if (!years[entry->attribute])
			continue;
		year = arena_new(s->arena, struct cell);
		*year = *entry->cell;
		year->text = str_slice(year->text, 0, strlen("2026"));
		entry->cell = year;
	}
}

/* Where `skip` would lose much, each option counts by what it has. */
static void measure_gaps(struct study *s, struct comparison *c)
{
	const struct reckoning k = reckoning_of(c, s->arena);
	struct gaps gaps = gaps_of(c, k.counts, s->arena);

	if (gaps.weight < GAPS_TOLD)
		return;
	s->is_partial = true;
	c->scoring.missing = MISSING_AVAILABLE;
	study_todo(
		s,
		"%.0f %% of the weights are of criteria with empty cells: "
		"comparison.md has \"missing: available\", so that each "
		"option counts by the scores it has; fill the cells, or take "
		"\"skip\"",
		gaps.weight * 100);
}

/* A judge scores an option on a criterion once; which of two counts? */
static bool has_twins(struct diags *diags, const struct study *s)
{
	const struct entry **sorted =
		arena_array(s->arena, const struct entry *, s->entry_count + 1);
	size_t count = 0, told = 0;

	for (size_t e = 0; e < s->entry_count; e++) {
		const struct entry *entry = &s->entries[e];

		if (s->attributes[entry->attribute].kind != ATTRIBUTE_FACT &&
		    (entry->cell->kind != CELL_EMPTY || entry->note.len))
			sorted[count++] = entry;
	}
	if (count)
		qsort(sorted, count, sizeof(*sorted), compare_entries);
	for (size_t e = 1; e < count && told < TWINS_TOLD; e++)
		if (!compare_scores(sorted[e - 1], sorted[e]))
			told += refuse_twins(diags, s, sorted[e - 1],
					     sorted[e]);
	if (told)
		diag_hint(diags, "leave one of them, or give each the judge "
				 "whose score it is");
	return told > 0;
}

/* Of the same, as the sheets have them. */
static int compare_entries(const void *a, const void *b)
{
	const struct entry *x = *(const struct entry *const *)a;
	const struct entry *y = *(const struct entry *const *)b;
	int order = compare_scores(x, y);

	return order ? order : (x > y) - (x < y);
}

/* By criterion, option and judge. */
static int compare_scores(const struct entry *a, const struct entry *b)
{
	if (a->attribute != b->attribute)
		return a->attribute < b->attribute ? -1 : 1;
	if (a->option != b->option)
		return a->option < b->option ? -1 : 1;
	return str_compare(a->judge, b->judge);
}

static bool refuse_twins(struct diags *diags, const struct study *s,
			 const struct entry *first, const struct entry *again)
{
	bool is_csv = s->book->grids[0].delimiter != 0;

	diag_error(diags,
		   (struct place){ s->book->path, is_csv ? again->line : 0,
				   is_csv, is_csv },
		   "\"%.*s\" has \"%.*s\" in row %u and \"%.*s\" in row %u "
		   "on \"%.*s\"%s%.*s%s",
		   STR_ARG(s->options[first->option].name),
		   STR_ARG(first->cell->text), first->line,
		   STR_ARG(again->cell->text), again->line,
		   STR_ARG(s->attributes[first->attribute].as_written),
		   first->judge.len ? ", both by \"" : "",
		   STR_ARG(first->judge), first->judge.len ? "\"" : "");
	return true;
}
