#include "import/table_options.h"

#include <math.h>

#include "base/wording.h"
#include "import/phrases.h"
#include "import/rating.h"
#include "import/sentence.h"
#include "import/table_amount.h"
#include "import/table_value.h"
#include "import/table_words.h"
#include "import/tally_text.h"

enum { SUM_WORDS = 4 };

/* What a column is for; each at most once, 0 is the row's label. */
struct heads {
	size_t weight, winner, comment;
	size_t unknown; /* how many are for something else */
};

static bool lay(struct draft *d, struct options_table *t);
static bool is_headed_twice(const struct options_table *t);
static bool tells_winners(const struct options_table *t);
static void turn(struct draft *d, struct block *grid);
static bool find_options(struct draft *d, struct options_table *t);
static size_t option_of(struct draft *d, struct str head);
static bool is_rated(struct draft *d, struct str head);
static bool tells_weights(const struct options_table *t);
static struct heads heads_of(const struct options_table *t);
static struct str label_at(const struct options_table *t, size_t r, size_t k);
static void read_row(struct draft *d, struct options_table *t,
		     const struct heads *heads, size_t r);
static bool is_out_of(const struct draft *d, const struct options_row *row);
static void read_judged(struct draft *d, const struct options_table *t,
			struct options_row *row, struct str winner);
static bool read_weights(struct draft *d, struct options_table *t,
			 size_t column);
static bool is_weight(struct str text, struct cell *cell, struct arena *arena);
static double scale_said(struct str text);
static enum row_kind kind_of(struct draft *d, struct options_row *row,
			     double most);
static bool is_mark(struct str text);
static bool is_measure(struct str text);
static bool read_measures(struct draft *d, struct options_row *row);

bool options_table_read(struct draft *d, struct block *block,
			struct options_table *table)
{
	struct options_table t = { .block = block,
				   .grid = *block,
				   .whole = true };
	struct heads heads;

	if (!lay(d, &t))
		return false;
	heads = heads_of(&t);
	t.row_count = t.grid.row_count - 1;
	t.rows = arena_array(d->article->arena, struct options_row,
			     t.row_count + 1);
	t.judged = heads.winner > 0;
	for (size_t r = 0; r < t.row_count; r++)
		read_row(d, &t, &heads, r + 1);
	t.weighted = heads.weight && read_weights(d, &t, heads.weight);
	/* What a column holds must all find its place, or none of it does. */
	t.whole &= !heads.unknown && (!heads.weight || t.weighted);
	for (size_t r = 0; r < t.row_count; r++) {
		const struct options_row *row = &t.rows[r];

		/* Of ratings and winners, one kind makes the scores. */
		t.whole &= !t.judged || row->kind != ROW_RATINGS;
		t.whole &= (!row->comment.len || t.weighted || t.judged ||
			    row->kind == ROW_RATINGS) &&
			   (!t.judged || row->judged || row->sum);
	}
	*table = t;
	return true;
}

/*
 * A head for each option, whichever way the table lies; else one "Winner",
 * or a weight for each criterion.
 */
static bool lay(struct draft *d, struct options_table *t)
{
	if (find_options(d, t))
		return true;
	if (is_headed_twice(t)) {
		t->grid.cells += t->grid.column_count;
		t->grid.labels += t->grid.column_count;
		t->grid.row_count--;
		/* It stays where it is, with both heads. */
		t->whole = false;
		if (find_options(d, t))
			return true;
		t->grid = *t->block;
		t->whole = true;
	}
	turn(d, &t->grid);
	if (find_options(d, t))
		return true;
	memset(t->columns, 0, sizeof(t->columns));
	if (tells_winners(t))
		return true;
	t->grid = *t->block;
	if (tells_winners(t))
		return true;
	t->whole = false;
	return tells_weights(t);
}

/* A row of groups or a title above that of the heads. */
static bool is_headed_twice(const struct options_table *t)
{
	struct str first = label_at(t, 0, 0);
	bool title = true;

	if (t->grid.row_count < 3)
		return false;
	for (size_t k = 1; k < t->grid.column_count; k++)
		title &= !label_at(t, 0, k).len;
	return title || !first.len || str_equals(first, label_at(t, 1, 0));
}

static bool tells_winners(const struct options_table *t)
{
	size_t count = 0;

	for (size_t k = 1; k < t->grid.column_count; k++)
		count += wording_is_any(label_at(t, 0, k),
					PHRASES_COLUMN_WINNER);
	return count == 1;
}

static void turn(struct draft *d, struct block *grid)
{
	struct block from = *grid;
	size_t rows = from.column_count, columns = from.row_count;

	article_grid(d->article, grid, rows, columns);
	for (size_t i = 0; i < rows * columns; i++) {
		size_t at = i % columns * rows + i / columns;

		grid->cells[i] = from.cells[at];
		grid->labels[i] = from.labels[at];
	}
}

static bool find_options(struct draft *d, struct options_table *t)
{
	size_t found = 0;

	memset(t->columns, 0, sizeof(t->columns));
	for (size_t k = 1; k < t->grid.column_count; k++) {
		size_t option = option_of(d, label_at(t, 0, k));

		if (option == d->names.count)
			continue;
		if (t->columns[option])
			return false;
		t->columns[option] = k;
		found++;
	}
	return found == d->names.count;
}

/* "Oak (out of 10)" and "Oak score" are oak, "Oak pros" would be more. */
static size_t option_of(struct draft *d, struct str head)
{
	size_t option = names_exact(&d->names, head);
	struct mention m = names_front(&d->names, head);
	struct str rest = str_trim(str_from_byte(head, m.at + m.len));

	if (option == d->names.count && m.len && words_are(rest, ROLE_SCORE))
		return m.option;
	return option == d->names.count && scale_said(head) > 0
		       ? names_owner(&d->names, head)
		       : option;
}

/* "Oak (4.5/5)": the table stays in the text, for nothing else has that. */
static bool is_rated(struct draft *d, struct str head)
{
	struct mention m = names_find(&d->names, head, 0);
	struct str rest = str_from_byte(head, m.at + m.len);
	struct rating rating;

	while (rest.len && strchr(" (:,", rest.ptr[0]))
		rest = str_from_byte(rest, 1);
	return rating_is(str_without(rest, ") "), false, &rating);
}

/* A list of criteria with a weight for each, and no options. */
static bool tells_weights(const struct options_table *t)
{
	return words_are(label_at(t, 0, 0), ROLE_CRITERION) &&
	       heads_of(t).weight;
}

static struct heads heads_of(const struct options_table *t)
{
	struct heads heads = { 0 };

	for (size_t k = 1; k < t->grid.column_count; k++) {
		struct str label = label_at(t, 0, k);
		size_t *to = wording_is_any(label, PHRASES_COLUMN_WINNER)
				     ? &heads.winner
			     : words_are(label, ROLE_WEIGHT) ? &heads.weight
			     : words_are(label, ROLE_NOTE)   ? &heads.comment
							     : NULL;
		bool option = false;

		for (size_t i = 0; i < NAMES_MOST; i++)
			option |= t->columns[i] == k;
		if (!option && to && !*to)
			*to = k;
		else
			heads.unknown += !option;
	}
	return heads;
}

static struct str label_at(const struct options_table *t, size_t r, size_t k)
{
	struct str label = t->grid.labels[r * t->grid.column_count + k];

	return str_trim(str_without(label, ":"));
}

static void read_row(struct draft *d, struct options_table *t,
		     const struct heads *heads, size_t r)
{
	struct options_row *row = &t->rows[r - 1];
	double most;

	row->label = label_at(t, r, 0);
	row->sum = words_are(row->label, ROLE_TOTAL) ||
		   (wording_count(row->label) <= SUM_WORDS &&
		    wording_has_any(row->label, PHRASES_SUM));
	row->weight = NAN;
	if (heads->comment)
		row->comment = t->grid.cells[r * t->grid.column_count +
					     heads->comment];
	if (heads->winner && !row->sum)
		read_judged(d, t, row, label_at(t, r, heads->winner));
	most = fmax(scale_said(row->label), scale_said(label_at(t, 0, 0)));
	for (size_t i = 0; i < d->names.count; i++)
		if (t->columns[i]) {
			row->cells[i] = label_at(t, r, t->columns[i]);
			row->filled |= row->cells[i].len > 0;
			t->whole &= !is_rated(d, label_at(t, 0, t->columns[i]));
			most = fmax(most,
				    scale_said(label_at(t, 0, t->columns[i])));
		}
	row->kind = row->label.len ? kind_of(d, row, most) : ROW_OTHER;
	if (row->kind == ROW_RATINGS &&
	    (words_say_less(row->label, d->article->arena) ||
	     words_say_less(label_at(t, 0, 0), d->article->arena)))
		row->kind = ROW_MEASURES;
	/* "22/30" is no measure. */
	if (row->sum && (row->kind != ROW_MEASURES || is_out_of(d, row)))
		row->kind = ROW_OTHER;
}

static bool is_out_of(const struct draft *d, const struct options_row *row)
{
	for (size_t i = 0; i < d->names.count; i++)
		if (row->cells[i].len && !(scale_said(row->cells[i]) > 0))
			return false;
	return true;
}

static void read_judged(struct draft *d, const struct options_table *t,
			struct options_row *row, struct str winner)
{
	struct arena *arena = d->article->arena;
	struct str words = ARENA_JOIN(arena, STR("Winner: "), winner);
	bool doubted;

	row->judged = tally_text_winner(&d->names, words, row->wins);
	row->verdict = ARENA_JOIN(arena, row->label, STR(": "), winner);
	if (tally_text_verdict(&d->names, words, &doubted) && doubted)
		draft_doubt(d, t->block->line, row->verdict);
}

/* All of them, and all are shares or none is; else they are told of. */
static bool read_weights(struct draft *d, struct options_table *t,
			 size_t column)
{
	size_t count = 0, weights = 0, shares = 0;
	struct str other = { "", 0 };
	struct cell cell;

	for (size_t r = 0; r < t->row_count; r++) {
		struct options_row *row = &t->rows[r];
		struct str text = label_at(t, r + 1, column);

		if (row->sum || !row->label.len || (!text.len && !row->filled))
			continue;
		count++;
		if (is_weight(text, &cell, d->article->arena)) {
			row->weight = cell.number;
			weights++;
			shares += cell.unit.len > 0;
		} else if (!other.len) {
			other = text.len ? ARENA_JOIN(d->article->arena,
						      STR("one is \""), text,
						      STR("\""))
					 : STR("one is missing");
		}
	}
	if (!other.len && shares && shares < count)
		other = STR("some are shares, in per cent");
	else if (!other.len && !shares &&
		 wording_is_any(label_at(t, 0, column), PHRASES_COLUMN_RANK))
		other = STR("1 may stand for the first or for the least");
	if (other.len)
		draft_todo(d,
			   "line %u: the weights are not taken, for %.*s: give "
			   "the criteria `weight`",
			   t->block->line, STR_ARG(other));
	return weights && !other.len;
}

/* "25%", "3", "2x" */
static bool is_weight(struct str text, struct cell *cell, struct arena *arena)
{
	*cell = (struct cell){ .text = str_without(text, "x"),
			       .unit = STR("") };
	table_value_read(cell, '.', arena);
	return cell->kind == CELL_NUMBER && cell->number >= 0 &&
	       (!cell->unit.len || str_is(cell->unit, "%"));
}

/* 10 of "Score (out of 10)", "Rating /10" and "Oak (1-10)"; 0: nothing said. */
static double scale_said(struct str text)
{
	size_t len, at = wording_find_any(text, PHRASES_SCALE_SAID, &len);
	double most, least;

	if (at == text.len) {
		at = str_find(text, '(') + 1;
		at += sentence_decimal(text, at, &least);
		len = wording_starts_any(str_from_byte(text, at), "-|–");
		if (!len || !str_ends(text, ")"))
			return 0;
	}
	return sentence_decimal(text, at + len, &most) && most > 1 ? most : 0;
}

/*
 * All cells that are filled are of one kind, and two are: of a mixed row, a
 * part would say something that the row does not.
 */
static enum row_kind kind_of(struct draft *d, struct options_row *row,
			     double most)
{
	size_t filled = 0, ratings = 0, answers = 0, numbers = 0, measures = 0,
	       words = 0, nothing = 0;
	bool mixed = false;

	for (size_t i = 0; i < d->names.count; i++) {
		struct str text = row->cells[i];
		struct rating rating;

		row->values[i] = words_answer(text);
		if (row->values[i] < 0)
			row->values[i] = NAN;
		filled += text.len > 0;
		answers += !isnan(row->values[i]);
		words += wording_is_any(text, PHRASES_RATED_IN_WORDS) ||
			 is_mark(text);
		nothing += words_are_nothing(text);
		measures += is_measure(text);
		numbers += text.len &&
			   strspn(text.ptr, "0123456789.,") >= text.len;
		if (!isnan(row->values[i]) || !rating_is(text, true, &rating))
			continue;
		row->values[i] = rating.value;
		if (!(rating.most > 0) && most >= rating.value)
			rating.most = most;
		mixed |= ratings && fabs(row->most - rating.most) > 0;
		ratings += rating.most > 0;
		row->most = rating.most;
	}
	return filled < 2			     ? ROW_OTHER
	       : words == filled && nothing < filled ? ROW_WORDS
	       : ratings == filled ? (mixed ? ROW_MIXED : ROW_RATINGS)
	       : answers == filled ? ROW_ANSWERS
	       : read_measures(d, row) || (measures && numbers < filled)
		       ? ROW_MEASURES
	       : numbers == filled ? ROW_NUMBERS
				   : ROW_OTHER;
}

/* "A+", "B", "++", "-": a grade, or better or worse than another. */
static bool is_mark(struct str text)
{
	size_t at = text.len && strchr("ABCDEF", text.ptr[0]);
	size_t most = at + 2;

	while (at < text.len && strchr("+-", text.ptr[at]))
		at++;
	return text.len && at == text.len && at <= most;
}

/* "about 5 km", "$20": whatever it is, it begins with a number. */
static bool is_measure(struct str text)
{
	double number;
	size_t digits;

	text = str_from_byte(text, wording_starts_any(text, PHRASES_ABOUT));
	text = str_from_byte(text, wording_starts_any(text, PHRASES_MONEY));
	digits = sentence_decimal(text, 0, &number);
	text = str_trim(str_from_byte(text, digits));
	return digits && !(text.len && wording_is_any(text, PHRASES_NO_UNIT));
}

/* Whether each option has one, all in one unit, which the label may say. */
static bool read_measures(struct draft *d, struct options_row *row)
{
	struct str unit = { "", 0 }, label = row->label, said, one, first;
	double values[NAMES_MOST];
	struct amount amount;

	for (size_t i = 0; i < d->names.count; i++) {
		if (!amount_is(row->cells[i], &amount, d->article->arena))
			return false;
		/* "1 hour" and "2 hours" are of one, "m" and "ms" are not. */
		one = str_without(amount.unit, amount.unit.len > 2 ? "s" : "");
		first = i ? first : one;
		if (!str_equals(one, first))
			return false;
		unit = amount.unit.len > unit.len ? amount.unit : unit;
		values[i] = amount.value;
	}
	label.len = str_find(label, '(');
	said = str_without(str_from_byte(row->label, label.len + 1), ")");
	if (!unit.len &&
	    (words_are_unit(said) || wording_is_any(said, PHRASES_MONEY))) {
		unit = said;
		row->label = str_trim(label);
	}
	row->unit = unit;
	if (unit.len)
		memcpy(row->values, values, d->names.count * sizeof(*values));
	return unit.len > 0;
}
