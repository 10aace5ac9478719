#include "import/table_proof.h"

#include <math.h>

#include "base/wording.h"
#include "import/phrases.h"

enum {
	NAMED = 2,  /* rows, where the head says it, too */
	ENOUGH = 3, /* that are not so by chance, if all columns are */
	PLENTY = 4, /* nor if it is one column */
	TRIED = 24, /* options among which weights are looked for */
	PERCENT = 100,
};

static const double NEAR = 0.01;     /* of the number: what rounding makes */
static const double ROUNDED = 0.051; /* of a mean, with one place */

/* Weights in the names of criteria. */
struct named {
	size_t told, silent; /* that say one, and that have numbers alone */
	size_t shares;	     /* in per cent */
	double sum;
};

/* What is held against each other: the numbers without those of sums. */
struct figures {
	struct study *study;
	const double *numbers;
	double *weights; /* by attribute; NAN: none */
};

static void weigh_by_names(struct study *study);
static struct named count_named(const struct study *study);
static bool said_weight(struct str name, struct str *rest, double *weight,
			bool *percent);
static void weigh_by_option(struct study *study);
static bool makes_totals(const struct figures *f, size_t option);
static bool makes_total(const struct figures *f, size_t option, size_t total);
static bool makes_products(const struct figures *f, size_t option);
static void take_weights(struct study *study, size_t option,
			 const double *weights);
static void drop_products(struct study *study);
static bool has_weights(const struct study *study);
static size_t find_products(const struct figures *f, size_t rows,
			    size_t *score);
static bool is_product(const struct figures *f, size_t score, size_t product,
		       size_t rows);
static bool is_like(double number, double other);
static bool calls_product(const struct study *study, size_t option);
static void drop_product(struct study *study, size_t option, size_t score);
static double number_at(const struct figures *f, size_t j, size_t option);
static bool is_mean(const struct study *study, struct str judge);
static void drop_judge(struct study *study, struct str judge);

void proof_weigh(struct study *study)
{
	if (!has_weights(study))
		weigh_by_names(study);
	if (!has_weights(study) && study->option_count > 2)
		weigh_by_option(study);
	if (study->has_rows && has_weights(study))
		drop_products(study);
}

static bool has_weights(const struct study *study)
{
	for (size_t j = 0; j < study->attribute_count; j++)
		if (!isnan(study->attributes[j].weight))
			return true;
	return false;
}

/* Where all that have numbers say one, and shares make 100 %. */
static void weigh_by_names(struct study *study)
{
	struct named named = count_named(study);
	struct str rest;
	double weight;
	bool percent, short_of = named.shares && fabs(named.sum - PERCENT) > 1;

	if (named.told < 2 || (named.shares && named.shares < named.told))
		return;
	if (named.silent || short_of) {
		study_todo(study,
			   "the names of %zu criteria may say weights, which "
			   "are not taken, as %s: give the criteria `weight` "
			   "in criteria.csv",
			   named.told,
			   named.silent ? "others say none"
					: "they do not make 100 %");
		return;
	}
	for (size_t j = 0; j < study->attribute_count; j++) {
		struct attribute *a = &study->attributes[j];

		if (a->is_fact ||
		    !said_weight(a->as_written, &rest, &weight, &percent))
			continue;
		head_read(rest, &a->head, study->arena);
		a->weight = weight;
	}
	study->is_matrix = true;
}

static struct named count_named(const struct study *study)
{
	const double *numbers = study_numbers(study);
	struct named named = { 0 };

	for (size_t j = 0; j < study->attribute_count; j++) {
		const struct attribute *a = &study->attributes[j];
		bool filled = false, percent;
		struct str rest;
		double weight;

		for (size_t i = 0; i < study->option_count; i++)
			filled |= !isnan(numbers[j * study->option_count + i]);
		if (a->is_fact || !filled)
			continue;
		if (!said_weight(a->as_written, &rest, &weight, &percent)) {
			named.silent++;
			continue;
		}
		named.told++;
		named.shares += percent;
		named.sum += weight;
	}
	return named;
}

/* "Cost (30%)", "Cost [30 %]", "Cost (weight 3)", "Cost (x3)" */
static bool said_weight(struct str name, struct str *rest, double *weight,
			bool *percent)
{
	size_t open = name.len;
	struct str said, word;
	size_t from = 0, end;

	while (open && !strchr("([", name.ptr[open - 1]))
		open--;
	said = str_trim(str_without(str_from_byte(name, open), ")] "));
	*rest = str_trim(str_slice(name, 0, open ? open - 1 : 0));
	while (from < said.len && !strchr("0123456789", said.ptr[from]))
		from++;
	end = from;
	while (end < said.len && strchr("0123456789.", said.ptr[end]))
		end++;
	word = str_trim(str_slice(said, 0, from));
	if (!word.len)
		word = str_trim(str_from_byte(said, end));
	else if (end < said.len)
		return false;
	*percent = str_is(word, "%");
	return rest->len &&
	       str_to_number(str_slice(said, from, end - from), weight) &&
	       (*percent || wording_is_any(word, "x|×") ||
		words_are(str_trim(str_without(word, "=: ")), ROLE_WEIGHT));
}

/* An option whose numbers times the others' make the sheet's own totals. */
static void weigh_by_option(struct study *study)
{
	struct figures f = { study, study_numbers(study),
			     arena_array(study->arena, double,
					 study->attribute_count + 1) };

	for (size_t i = 0; i < study->option_count && i < TRIED; i++) {
		for (size_t j = 0; j < study->attribute_count; j++)
			f.weights[j] = study->attributes[j].is_fact
					       ? NAN
					       : number_at(&f, j, i);
		if (makes_totals(&f, i) || makes_products(&f, i)) {
			take_weights(study, i, f.weights);
			return;
		}
	}
}

/* Those that are called so, and what stands last. */
static bool makes_totals(const struct figures *f, size_t option)
{
	for (size_t j = 2; j < f->study->attribute_count; j++)
		if ((f->study->attributes[j].is_sum ||
		     j + 1 == f->study->attribute_count) &&
		    makes_total(f, option, j))
			return true;
	return false;
}

/*
 * Not of one option alone, nor where weights are alike, as in any sum.  0 of
 * nothing but 0 proves nothing.
 */
static bool makes_total(const struct figures *f, size_t option, size_t total)
{
	size_t told = 0;
	bool by[3] = { true, true, true }, differ = false, ones = true;

	for (size_t i = 0; i < f->study->option_count; i++) {
		double number = number_at(f, total, i), sum = 0, weights = 0;
		double slack = fabs(number) * NEAR / 10 + 1e-9;

		if (i == option || isnan(number))
			continue;
		for (size_t j = 0; j < total; j++) {
			double weight = f->weights[j];
			double score = number_at(f, j, i);

			if (isnan(weight) || isnan(score))
				continue;
			if (weight < 0)
				return false;
			differ |= fabs(weight - f->weights[0]) > 0;
			ones &= !(fabs(weight - 1) > 0);
			sum += weight * score;
			weights += weight;
		}
		by[0] &= fabs(number - sum) <= slack;
		by[1] &= fabs(number - sum / PERCENT) <= slack;
		by[2] &= weights > 0 && fabs(number - sum / weights) <= slack;
		told += fabs(sum) > 0;
	}
	return told > 1 && ((by[0] && !ones) || (differ && (by[1] || by[2])));
}

/* Each other option is a product, or has one. */
static bool makes_products(const struct figures *f, size_t option)
{
	size_t count = f->study->option_count, found;
	size_t *score = arena_array(f->study->arena, size_t, count);

	found = find_products(f, NAMED, score);
	if (!found)
		found = find_products(f, ENOUGH, score);
	return f->study->has_rows && found > 1 && 2 * found + 1 == count &&
	       score[option] == count;
}

static void take_weights(struct study *study, size_t option,
			 const double *weights)
{
	for (size_t j = 0; j < study->attribute_count; j++)
		if (weights[j] >= 0)
			study->attributes[j].weight = weights[j];
	for (size_t e = 0; e < study->entry_count; e++) {
		const struct entry *entry = &study->entries[e];

		if (entry->option == option)
			study->attributes[entry->attribute]
				.said[ROLE_WEIGHT]
				.text = entry->cell->text;
	}
	workbook_remark(study->book,
			"\"%.*s\" has the weights, as its numbers times the "
			"others make what the sheet computes",
			STR_ARG(study->options[option].name));
	study->is_matrix = true;
	study_drop_option(study, option);
}

static void drop_products(struct study *study)
{
	struct figures f = { .study = study };
	size_t count = study->option_count, found = 0;
	size_t *score = arena_array(study->arena, size_t, count);

	f.numbers = study_numbers(study);
	f.weights =
		arena_array(study->arena, double, study->attribute_count + 1);
	for (size_t j = 0; j < study->attribute_count; j++)
		f.weights[j] = study->attributes[j].is_fact
				       ? NAN
				       : study->attributes[j].weight;
	found = find_products(&f, NAMED, score);
	/* Where each score has one, they are none by chance. */
	if (!found) {
		found = find_products(&f, ENOUGH, score);
		if (found < 2 || 2 * found != count)
			find_products(&f, PLENTY, score);
	}
	for (size_t k = count; k-- > 0;) {
		size_t before = score[k];

		for (size_t d = k + 1; d < count; d++)
			before -= score[d] < count && d < score[k];
		if (score[k] < count)
			drop_product(study, k, before);
	}
}

/*
 * Of each option the one that it is the weighted scores of, or their count;
 * gives how many are such.  `rows`: how many it takes, NAMED of what is called
 * so, which goes before all others.
 */
static size_t find_products(const struct figures *f, size_t rows, size_t *score)
{
	size_t count = f->study->option_count, found = 0;

	for (size_t k = 0; k < count; k++) {
		bool named = calls_product(f->study, k);

		score[k] = count;
		for (size_t p = 0; p < count && score[k] == count; p++)
			if (p != k && named == (rows == NAMED) &&
			    is_product(f, p, k, rows))
				score[k] = p;
	}
	for (size_t k = 0; k < count; k++) {
		if (score[k] < count && score[score[k]] < count)
			score[k] = count;
		found += score[k] < count;
	}
	return found;
}

/*
 * Whether it is weight times score in all rows, or a share of it, as of per
 * cent.  The last one may be a sum.
 */
static bool is_product(const struct figures *f, size_t score, size_t product,
		       size_t rows)
{
	double share = 0, first = NAN, weights = 0;
	bool differ = rows == NAMED;
	size_t count = 0;

	for (size_t j = 0; j < f->study->attribute_count; j++) {
		double of = number_at(f, j, product), weight = f->weights[j];
		double by = weight * number_at(f, j, score);

		if (isnan(by))
			continue;
		if (!(share > 0) && by > 0)
			share = of / by;
		if (!(fabs(of - share * by) <= fabs(of) * NEAR)) {
			if (count < 2 || j + 1 < f->study->attribute_count)
				return false;
			continue;
		}
		differ |= count && fabs(weight - first) > 0;
		first = weight;
		weights += weight;
		count++;
	}
	return share > 0 && count >= rows && differ &&
	       (rows == NAMED || is_like(share, 1) ||
		is_like(share * PERCENT, 1) || is_like(share * weights, 1));
}

static bool is_like(double number, double other)
{
	return fabs(number - other) <= other * NEAR;
}

/* Its name says so, or is that of another one, too: "A", "A (2)". */
static bool calls_product(const struct study *study, size_t option)
{
	struct str name = study->options[option].name;
	struct str plain = str_slice(name, 0, str_find_str(name, STR(" (")));

	return wording_has_any(name, PHRASES_PRODUCT) ||
	       (plain.len < name.len &&
		study_option_find(study, plain) < study->option_count);
}

/* A sum of it is the score's own. */
static void drop_product(struct study *study, size_t option, size_t score)
{
	const double *numbers = study_numbers(study);

	workbook_remark(study->book,
			"the column \"%.*s\" is left out, as it is the weight "
			"times the score: %.*s",
			STR_ARG(study->options[option].name),
			STR_ARG(study_option_cells(study, option)));
	for (size_t e = 0; e < study->entry_count; e++) {
		struct entry *entry = &study->entries[e];
		size_t at = entry->attribute * study->option_count;
		bool summed = study->attributes[entry->attribute].is_sum ||
			      isnan(numbers[at + score]);

		if (summed && entry->option == score &&
		    !isnan(numbers[at + option]))
			entry->option = option;
		else if (summed && entry->option == option)
			entry->option = score;
	}
	study_drop_option(study, option);
}

static double number_at(const struct figures *f, size_t j, size_t option)
{
	return f->numbers[j * f->study->option_count + option];
}

void proof_judge(struct study *study)
{
	struct str found = STR("");
	size_t judges = 0;

	for (size_t e = 0; e < study->entry_count; e++) {
		struct str judge = study->entries[e].judge;

		/* Those of a sheet stand together. */
		if (!judge.len ||
		    (e && str_equals(judge, study->entries[e - 1].judge)))
			continue;
		if (++judges > TRIED)
			return;
		if (is_mean(study, judge)) {
			if (found.len)
				return;
			found = judge;
		}
	}
	if (judges > 2 && found.len)
		drop_judge(study, found);
}

static bool is_mean(const struct study *study, struct str judge)
{
	size_t count = study->attribute_count * study->option_count;
	double *sums = arena_array(study->arena, double, count + 1);
	size_t *others = arena_array(study->arena, size_t, count + 1);
	size_t scores = 0;

	for (size_t e = 0; e < study->entry_count; e++) {
		const struct entry *entry = &study->entries[e];
		size_t at =
			entry->attribute * study->option_count + entry->option;

		if (entry->cell->kind != CELL_NUMBER ||
		    str_equals(entry->judge, judge))
			continue;
		sums[at] += entry->cell->number;
		others[at]++;
	}
	for (size_t e = 0; e < study->entry_count; e++) {
		const struct entry *entry = &study->entries[e];
		size_t at =
			entry->attribute * study->option_count + entry->option;
		double mean = sums[at] / (double)others[at];

		if (entry->cell->kind != CELL_NUMBER ||
		    !str_equals(entry->judge, judge))
			continue;
		if (others[at] < 2 ||
		    !(fabs(entry->cell->number - mean) < ROUNDED))
			return false;
		scores++;
	}
	return scores >= PLENTY;
}

static void drop_judge(struct study *study, struct str judge)
{
	size_t kept = 0;

	for (size_t e = 0; e < study->entry_count; e++)
		if (!str_equals(study->entries[e].judge, judge))
			study->entries[kept++] = study->entries[e];
	study->entry_count = kept;
	workbook_remark(study->book,
			"\"%.*s\" is no judge, as each of its numbers is the "
			"mean of the others'",
			STR_ARG(judge));
}
