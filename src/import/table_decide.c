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

/* What the cells of an attribute have in common. */
struct common {
	size_t numbers, answers, texts, dates;
	double min, max, most;
	bool are_halves, is_mixed; /* mixed: of more than one unit or scale */
	struct str unit, other;	   /* mixed: two of them */
	struct str stray;	   /* the first text */
};

static bool is_too_large(struct diags *diags, const struct study *study);
static struct common *commons_of(const struct study *study);
static void count_cell(struct common *common, const struct cell *cell);
static bool is_numeric(const struct attribute *attribute,
		       const struct common *common);
static bool is_wanted(const struct attribute *attribute);
static bool is_answered(const struct common *common);
static void find_scale(struct study *study, const struct common *commons);
static bool said_scale(struct study *study);
static bool signed_scale(struct study *study, const struct common *commons);
static void find_grades(struct study *study);
static void try_scale(struct study *study, const struct common *commons,
		      double scale, bool all);
static double shared_most(const struct study *study,
			  const struct common *commons);
static bool fits(const struct study *study, const struct attribute *attribute,
		 const struct common *common, double scale);
static void decide(struct study *study, struct attribute *attribute,
		   const struct common *common);
static void say_fact(struct study *study, const struct attribute *attribute,
		     const struct common *common);
static void say_strays(struct study *study, const struct attribute *attribute,
		       const struct common *common);
static void decide_measure(struct study *study, struct attribute *attribute,
			   const struct common *common);
static void say_mixed(struct study *study, const struct attribute *attribute,
		      const struct common *common);
static void bound(struct study *study, struct attribute *attribute,
		  const struct common *common);
static double scale_least(double most, bool has_less);
static void reverse(const struct study *study, struct attribute *attribute);
static void say_scale(struct study *study);
static void say_unweighted(struct study *study);
static void shorten_years(struct study *study);
static void measure_gaps(struct study *study, struct comparison *c);
static bool has_twins(struct diags *diags, const struct study *study);
static int compare_entries(const void *a, const void *b);
static int compare_scores(const struct entry *a, const struct entry *b);
static bool refuse_twins(struct diags *diags, const struct study *study,
			 const struct entry *first, const struct entry *again);

bool study_decide(struct diags *diags, struct study *study)
{
	struct comparison *c;
	struct common *commons;

	proof_judge(study);
	proof_weigh(study);
	sums_find(study);
	sums_weigh(study);
	commons = commons_of(study);
	find_scale(study, commons);
	find_grades(study);
	for (size_t j = 0; j < study->attribute_count; j++)
		decide(study, &study->attributes[j], &commons[j]);
	say_scale(study);
	say_unweighted(study);
	shorten_years(study);
	if (is_too_large(diags, study) || has_twins(diags, study))
		return false;
	c = study_comparison(study);
	measure_gaps(study, c);
	sums_check(study, c);
	return true;
}

static bool is_too_large(struct diags *diags, const struct study *study)
{
	size_t criteria = 0, scores;

	for (size_t j = 0; j < study->attribute_count; j++)
		criteria += study->attributes[j].kind != ATTRIBUTE_FACT;
	scores = criteria * study->option_count;
	if (scores <= COMPARISON_SCORES)
		return false;
	diag_error(
		diags, (struct place){ .file = study->book->path },
		"%zu options times %zu criteria are %zu scores; a comparison "
		"has at most %d",
		study->option_count, criteria, scores, COMPARISON_SCORES);
	diag_hint(diags, "import a part of it");
	return true;
}

static struct common *commons_of(const struct study *study)
{
	struct common *commons = arena_array(study->arena, struct common,
					     study->attribute_count);

	for (size_t j = 0; j < study->attribute_count; j++)
		commons[j] = (struct common){ .min = INFINITY,
					      .max = -INFINITY,
					      .are_halves = true };
	for (size_t e = 0; e < study->entry_count; e++)
		count_cell(&commons[study->entries[e].attribute],
			   study->entries[e].cell);
	return commons;
}

static void count_cell(struct common *common, const struct cell *cell)
{
	switch (cell->kind) {
	case CELL_EMPTY:
		break;
	case CELL_TEXT:
		if (!common->texts++)
			common->stray = cell->text;
		break;
	case CELL_DATE:
		common->dates++;
		break;
	case CELL_ANSWER:
		common->answers++;
		break;
	case CELL_NUMBER:
		if (!common->numbers++)
			common->unit = cell->unit;
		if (!str_equals(common->unit, cell->unit)) {
			common->is_mixed = true;
			common->other = cell->unit;
		}
		common->min = fmin(common->min, cell->number);
		common->max = fmax(common->max, cell->number);
		common->is_mixed |= common->most && cell->most &&
				    common->most != cell->most;
		common->most = fmax(common->most, cell->most);
		common->are_halves &=
			cell->number * 2 == floor(cell->number * 2);
	}
}

/* Where the sheet says that it is judged by, one number is enough. */
static bool is_numeric(const struct attribute *attribute,
		       const struct common *common)
{
	size_t strays = common->texts + common->dates + common->answers;

	return common->numbers && !common->is_mixed &&
	       (strays * STRAYS <= common->numbers || is_wanted(attribute));
}

static bool is_wanted(const struct attribute *attribute)
{
	return attribute->head.said || attribute->weight > 0;
}

static bool is_answered(const struct common *common)
{
	size_t strays = common->texts + common->dates + common->numbers;

	return common->answers && strays * STRAYS <= common->answers;
}

/*
 * The smallest scale that holds the numbers.  A table with weights or judges
 * is a matrix of scores, of which some may be measures; another is one only
 * where all of its numbers, in two columns at least, could be such scores.
 */
static void find_scale(struct study *study, const struct common *commons)
{
	double shared = shared_most(study, commons);
	size_t scales = sizeof(SCALES) / sizeof(*SCALES);

	if (said_scale(study) || signed_scale(study, commons))
		return;

	/* One that holds them all comes before one that holds most. */
	for (size_t s = 0; s < 2 * scales && !study->max; s++) {
		double scale = SCALES[s % scales];

		if (!shared || scale == shared)
			try_scale(study, commons, scale, s < scales);
	}
}

static void try_scale(struct study *study, const struct common *commons,
		      double scale, bool all)
{
	size_t fitting = 0, numeric = 0;
	bool low = false, full = scale < HUNDRED;

	for (size_t j = 0; j < study->attribute_count; j++) {
		const struct attribute *a = &study->attributes[j];
		bool does = fits(study, a, &commons[j], scale);

		if (a->is_fact || !is_numeric(a, &commons[j]))
			continue;
		numeric++;
		fitting += does;
		low |= does && commons[j].min < 1;
		full |= does && commons[j].max > scale / 2;
	}
	if (!fitting || !full || (all && fitting < numeric) ||
	    (study->is_matrix ? fitting * 2 <= numeric
			      : fitting < FEW || fitting < numeric))
		return;
	study->max = scale;
	study->min = scale_least(scale, low);
}

/* A mean of school grades: in Germany and Austria, 1 is the best. */
static void find_grades(struct study *study)
{
	for (size_t j = 0; j < study->attribute_count; j++) {
		const struct attribute *a = &study->attributes[j];

		if (!study->max || study->max > SCALES[1] || !a->is_sum ||
		    !wording_has_any(a->as_written, PHRASES_GRADES))
			continue;
		study->is_reversed = true;
		study_todo(study,
			   "\"%.*s\" is taken for one of grades of which 1 is "
			   "the best: where it is the worst, turn the criteria "
			   "round in criteria.csv",
			   STR_ARG(a->as_written));
	}
}

/* -2 to 2, where a matrix has scores below 0. */
static bool signed_scale(struct study *study, const struct common *commons)
{
	static const double ENDS[] = { 1, 2, 3, 5, 10 };
	double least = 0, most = 0;

	for (size_t j = 0; j < study->attribute_count; j++) {
		const struct attribute *a = &study->attributes[j];

		if (a->is_fact || !is_numeric(a, &commons[j]))
			continue;
		if (commons[j].unit.len || a->head.unit.len)
			return false;
		least = fmin(least, commons[j].min);
		most = fmax(most, commons[j].max);
	}
	for (size_t k = 0; k < sizeof(ENDS) / sizeof(*ENDS); k++)
		if (study->is_matrix && least < 0 && -least <= ENDS[k] &&
		    most <= ENDS[k]) {
			study->min = -ENDS[k];
			study->max = ENDS[k];
			return true;
		}
	return false;
}

/* "Ease (1-5)": where all heads that say it say the same. */
static bool said_scale(struct study *study)
{
	double min = 0, max = 0;

	for (size_t j = 0; j < study->attribute_count; j++) {
		const struct head *head = &study->attributes[j].head;

		if (!head->max || study->attributes[j].is_fact)
			continue;
		if (max && (head->min != min || head->max != max))
			return false;
		min = head->min;
		max = head->max;
	}
	study->min = min;
	study->max = max;
	study->is_matrix |= max > 0;
	return max > 0;
}

/* "4/5", "3 of 5": where all that say it say the same; else 0. */
static double shared_most(const struct study *study,
			  const struct common *commons)
{
	double most = 0;

	for (size_t j = 0; j < study->attribute_count; j++) {
		if (!commons[j].most)
			continue;
		if (most && most != commons[j].most)
			return 0;
		most = commons[j].most;
	}
	return most;
}

static bool fits(const struct study *study, const struct attribute *attribute,
		 const struct common *common, double scale)
{
	bool whole = common->are_halves || study->is_matrix;

	if (!is_numeric(attribute, common) || common->unit.len ||
	    (attribute->head.said &&
	     attribute->head.better == DIRECTION_LOWER) ||
	    (common->most && common->most != scale) ||
	    attribute->head.unit.len || common->min < fmin(0, study->min) ||
	    common->max > scale || !whole)
		return false;
	if (study->is_matrix)
		return scale < HUNDRED || common->max > scale / 10;
	/* "Price", 3: a catalogue's.  Percentages must fill their scale. */
	return attribute->head.better != DIRECTION_LOWER &&
	       (scale < HUNDRED || common->max > scale / 2);
}

static void decide(struct study *study, struct attribute *attribute,
		   const struct common *common)
{
	struct str name = attribute->as_written;

	if (common->unit.len && !common->is_mixed && !attribute->head.unit.len)
		attribute->head.unit = common->unit;
	attribute->kind = ATTRIBUTE_FACT;
	if (attribute->is_fact)
		return;
	if (study->max && common->min >= study->min &&
	    fits(study, attribute, common, study->max)) {
		attribute->kind = ATTRIBUTE_JUDGED;
		if (study->is_reversed)
			reverse(study, attribute);
		else if (attribute->head.better == DIRECTION_LOWER)
			study_todo(study,
				   "\"%.*s\" is taken for a score, more being "
				   "better: turn the numbers round where they "
				   "are meant the other way",
				   STR_ARG(name));
	} else if (is_answered(common)) {
		attribute->kind = ATTRIBUTE_ANSWER;
		study_todo(study,
			   "\"%.*s\" is a criterion, yes being better than no: "
			   "if it is not, make it a column of options.csv",
			   STR_ARG(name));
	} else if (is_numeric(attribute, common)) {
		decide_measure(study, attribute, common);
	} else {
		say_fact(study, attribute, common);
	}
	if (attribute->kind != ATTRIBUTE_FACT)
		say_strays(study, attribute, common);
}

/* Why it is none, where a third of its cells could be judged by. */
static void say_fact(struct study *study, const struct attribute *attribute,
		     const struct common *common)
{
	size_t told = common->numbers + common->answers;
	size_t filled = told + common->texts + common->dates;
	struct str name = attribute->as_written, stray = common->stray;

	if (common->is_mixed)
		say_mixed(study, attribute, common);
	else if (is_wanted(attribute))
		study_todo(study,
			   "\"%.*s\" has %s and no numbers%s%.*s%s: it is a "
			   "fact of the options",
			   STR_ARG(name),
			   attribute->head.said ? "a direction" : "a weight",
			   stray.len ? " (\"" : "", STR_ARG(stray),
			   stray.len ? "\")" : "");
	else if (told && told * THIRD >= filled && stray.len)
		study_todo(study,
			   "\"%.*s\" is a fact, as \"%.*s\" is no %s: to judge "
			   "by it, write all of its cells so",
			   STR_ARG(name), STR_ARG(stray),
			   common->numbers ? "number" : "answer");
	else if (common->numbers && common->answers)
		study_todo(study,
			   "\"%.*s\" is a fact, as it has numbers and answers: "
			   "to judge by it, write it in one way",
			   STR_ARG(name));
}

/* Where they are more than a few among numbers. */
static void say_strays(struct study *study, const struct attribute *attribute,
		       const struct common *common)
{
	size_t strays = common->texts + common->dates;

	if (common->numbers && strays * STRAYS > common->numbers)
		study_todo(study,
			   "\"%.*s\": \"%.*s\" is no number%s, so that it is a "
			   "note, and there is no score: give one, or leave it "
			   "empty",
			   STR_ARG(attribute->as_written),
			   STR_ARG(common->stray),
			   strays > 1 ? ", nor are others" : "");
}

/* Numbers that no one scale holds. */
static void say_mixed(struct study *study, const struct attribute *attribute,
		      const struct common *common)
{
	bool by_unit = !str_equals(common->unit, common->other);

	study_todo(
		study,
		"\"%.*s\" is a fact, as its numbers are in several %s%s%.*s%s"
		"%.*s%s: to judge by it, write all of them in one",
		STR_ARG(attribute->as_written), by_unit ? "units (" : "scales",
		by_unit && !common->unit.len ? "none" : "",
		STR_ARG(common->unit), by_unit ? " and " : "",
		STR_ARG(common->other),
		!by_unit	    ? ""
		: common->other.len ? ")"
				    : "none)");
}

/* Of cells that say out of how much they are, the scale is theirs. */
static void bound(struct study *study, struct attribute *attribute,
		  const struct common *common)
{
	double least = scale_least(common->most, common->min < 1);
	bool lower = attribute->head.said &&
		     attribute->head.better == DIRECTION_LOWER;

	attribute->kind = ATTRIBUTE_MEASURE;
	attribute->head.better = lower ? DIRECTION_LOWER : DIRECTION_HIGHER;
	attribute->best = lower ? least : common->most;
	attribute->worst = lower ? common->most : least;
	study_todo(study,
		   "\"%.*s\" goes from %g to %g, %s being better, as its cells "
		   "say out of how much they are: if it does not, change "
		   "\"best\" and \"worst\" in criteria.csv",
		   STR_ARG(attribute->as_written), least, common->most,
		   lower ? "less" : "more");
}

static double scale_least(double most, bool has_less)
{
	return has_less || most > 5 || most <= 1 ? 0 : 1;
}

static void decide_measure(struct study *study, struct attribute *attribute,
			   const struct common *common)
{
	struct str name = attribute->as_written;
	bool weighs = attribute->weight > 0;
	const char *better =
		attribute->head.better == DIRECTION_LOWER ? "lower" : "higher";

	if (common->most && common->min >= 0 && common->max <= common->most) {
		bound(study, attribute, common);
		return;
	}
	if ((attribute->head.better == DIRECTION_UNKNOWN ||
	     attribute->is_doubtful) &&
	    !weighs) {
		study_todo(study,
			   "\"%.*s\" is a fact, as nothing says which way it "
			   "is better: to judge by it, write \"%.*s ↑\" (more "
			   "is better) or \"%.*s ↓\" in the sheet and import "
			   "it again",
			   STR_ARG(name), STR_ARG(name), STR_ARG(name));
		return;
	}
	if (head_is_disputed(&attribute->head)) {
		study_todo(study,
			   "\"%.*s\" is a fact, as its name and its unit "
			   "(%.*s) say different ways to be better: to judge "
			   "by it, write \"%.*s ↑\" or \"%.*s ↓\" in the sheet "
			   "and import it again",
			   STR_ARG(name), STR_ARG(attribute->head.unit),
			   STR_ARG(name), STR_ARG(name));
		return;
	}
	attribute->kind = ATTRIBUTE_MEASURE;
	if (!attribute->head.said)
		study_todo(study,
			   "\"%.*s\": %s is taken for better; if it is not, "
			   "change \"better\" in criteria.csv",
			   STR_ARG(name), better);
	if (attribute->head.better == DIRECTION_UNKNOWN)
		attribute->head.better = DIRECTION_HIGHER;
}

/* "1 = best, 5 = poor": a comparison has the best score above. */
static void reverse(const struct study *study, struct attribute *attribute)
{
	attribute->kind = ATTRIBUTE_MEASURE;
	attribute->head.better = DIRECTION_LOWER;
	attribute->best = study->min;
	attribute->worst = study->max;
}

static void say_scale(struct study *study)
{
	size_t judged = 0, criteria = 0;

	for (size_t j = 0; j < study->attribute_count; j++) {
		judged += study->attributes[j].kind == ATTRIBUTE_JUDGED;
		criteria += study->attributes[j].kind != ATTRIBUTE_FACT;
	}
	if (!criteria)
		study_todo(study,
			   "there is no criterion, so nothing is judged: say "
			   "which way a column of numbers is better, as "
			   "\"Speed ↑\" or \"Price ↓\"");
	if (study->max && study->is_reversed)
		study_todo(
			study,
			"the scores are taken to go from %g, the best, to "
			"%g: if they do not, change \"best\" and \"worst\" in "
			"criteria.csv",
			study->min, study->max);
	else if (judged)
		study_todo(study,
			   "the scores are taken to be on a scale from %g to "
			   "%g, more being better: if they are not, change "
			   "\"scale\" in comparison.md",
			   study->min, study->max);
	if (!judged)
		study->max = 0;
}

/* Beside others that have a weight, or what cannot be read as one. */
static void say_unweighted(struct study *study)
{
	const struct attribute *first = NULL;
	bool weighs = study->no_weight.len > 0;
	size_t count = 0;

	for (size_t j = 0; j < study->attribute_count; j++) {
		const struct attribute *a = &study->attributes[j];

		weighs |= a->weight > 0;
		if (a->kind == ATTRIBUTE_FACT || !isnan(a->weight))
			continue;
		first = count++ ? first : a;
	}
	if (weighs && count)
		study_todo(study,
			   "\"%.*s\"%s no weight%s%.*s%s, which is 1: give "
			   "one in criteria.csv",
			   STR_ARG(first->as_written),
			   count > 1 ? " and others have" : " has",
			   study->no_weight.len ? " (\"" : "",
			   STR_ARG(study->no_weight),
			   study->no_weight.len ? "\" is none)" : "");
}

/* A column of years that the sheet has as first days of January. */
static void shorten_years(struct study *study)
{
	bool *years = arena_array(study->arena, bool, study->attribute_count);

	for (size_t j = 0; j < study->attribute_count; j++)
		years[j] = true;
	for (size_t e = 0; e < study->entry_count; e++) {
		const struct entry *entry = &study->entries[e];

		years[entry->attribute] &=
			entry->cell->kind == CELL_DATE &&
			str_ends(entry->cell->text, "-01-01");
	}
	for (size_t e = 0; e < study->entry_count; e++) {
		struct entry *entry = &study->entries[e];
		struct cell *year;

		if (!years[entry->attribute])
			continue;
		year = arena_new(study->arena, struct cell);
		*year = *entry->cell;
		year->text = str_slice(year->text, 0, strlen("2026"));
		entry->cell = year;
	}
}

/* Where `skip` would lose much, each option counts by what it has. */
static void measure_gaps(struct study *study, struct comparison *c)
{
	const struct reckoning k = reckoning_of(c, study->arena);
	struct gaps gaps = gaps_of(c, k.counts, study->arena);

	if (gaps.weight < GAPS_TOLD)
		return;
	study->is_partial = true;
	c->scoring.missing = MISSING_AVAILABLE;
	study_todo(
		study,
		"%.0f %% of the weights are of criteria with empty cells: "
		"comparison.md has \"missing: available\", so that each "
		"option counts by the scores it has; fill the cells, or take "
		"\"skip\"",
		gaps.weight * 100);
}

/* A judge scores an option on a criterion once; which of two counts? */
static bool has_twins(struct diags *diags, const struct study *study)
{
	const struct entry **sorted = arena_array(
		study->arena, const struct entry *, study->entry_count + 1);
	size_t count = 0, told = 0;

	for (size_t e = 0; e < study->entry_count; e++) {
		const struct entry *entry = &study->entries[e];

		if (study->attributes[entry->attribute].kind !=
			    ATTRIBUTE_FACT &&
		    (entry->cell->kind != CELL_EMPTY || entry->note.len))
			sorted[count++] = entry;
	}
	if (count)
		qsort(sorted, count, sizeof(*sorted), compare_entries);
	for (size_t e = 1; e < count && told < TWINS_TOLD; e++)
		if (!compare_scores(sorted[e - 1], sorted[e]))
			told += refuse_twins(diags, study, sorted[e - 1],
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

static bool refuse_twins(struct diags *diags, const struct study *study,
			 const struct entry *first, const struct entry *again)
{
	bool is_csv = study->book->grids[0].delimiter != 0;

	diag_error(diags,
		   (struct place){ study->book->path, is_csv ? again->line : 0,
				   is_csv, is_csv },
		   "\"%.*s\" has \"%.*s\" in row %u and \"%.*s\" in row %u "
		   "on \"%.*s\"%s%.*s%s",
		   STR_ARG(study->options[first->option].name),
		   STR_ARG(first->cell->text), first->line,
		   STR_ARG(again->cell->text), again->line,
		   STR_ARG(study->attributes[first->attribute].as_written),
		   first->judge.len ? ", both by \"" : "",
		   STR_ARG(first->judge), first->judge.len ? "\"" : "");
	return true;
}
