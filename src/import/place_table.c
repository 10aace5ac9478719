#include "import/placer.h"

#include <math.h>

#include "base/slug.h"
#include "import/amount.h"
#include "import/phrases.h"
#include "import/rating.h"
#include "import/tally_text.h"
#include "import/wording.h"

enum { SUM_WORDS = 4, RATING_WORDS = 3, BY_HEADS = NAMES_MOST + 1 };

/* What a column is for; each at most once, 0 is the row's label. */
struct heads {
	size_t weight, winner, comment;
	size_t unknown; /* how many are for something else */
};

static void read_table(struct placer *p, struct block *block);
static bool find_options(const struct placer *p, struct options_table *t);
static struct heads heads_of(const struct options_table *t);
static struct str cell(const struct options_table *t, size_t row, size_t column,
		       bool label);
static size_t count_of(const struct options_table *t, bool rows);
static void read_row(const struct placer *p, const struct options_table *t,
		     const struct heads *heads, size_t r,
		     struct options_row *row);
static enum row_kind kind_of(const struct placer *p, struct options_row *row,
			     double most);
static double answer_of(struct str text);
static bool read_measures(const struct placer *p, struct options_row *row);
static bool same_unit(struct str a, struct str b);
static double scale_said(struct str text);
static bool is_sum(struct str label);
static size_t pros_cells(struct placer *p, const struct block *block,
			 size_t owner, bool take);
static bool take_cell(struct placer *p, const struct block *block, size_t i,
		      size_t owner, enum role role, bool take);
static void write_table(struct placer *p, const struct options_table *t);
static void say_left(struct placer *p, const struct options_table *t,
		     enum row_kind kind, const char *words);

void place_read_tables(struct placer *p)
{
	for (size_t b = 0; b < p->article->block_count; b++) {
		struct block *block = &p->article->blocks[b];

		if (block->kind == BLOCK_TABLE && !block->aside &&
		    !block->where.len &&
		    !place_pros_table(p, block, p->names->count))
			read_table(p, block);
	}
}

bool place_is_table(const struct placer *p, const struct block *block)
{
	for (size_t t = 0; t < p->table_count; t++)
		if (p->tables[t].block == block)
			return p->tables[t].whole;
	return false;
}

bool place_is_row(const struct placer *p, struct str topic)
{
	for (size_t t = 0; topic.len && t < p->table_count; t++)
		for (size_t r = 0; r < p->tables[t].row_count; r++)
			if (wording_equals(topic, p->tables[t].rows[r].label))
				return true;
	return false;
}

static void read_table(struct placer *p, struct block *block)
{
	struct options_table t = { .block = block, .whole = true };
	struct heads heads;

	if (!find_options(p, &t)) {
		t.turned = true;
		if (!find_options(p, &t))
			return;
	}
	heads = heads_of(&t);
	t.row_count = count_of(&t, true) - 1;
	t.rows = arena_array(p->article->arena, struct options_row,
			     t.row_count + 1);
	t.weighted = heads.weight > 0;
	t.judged = heads.winner > 0;
	for (size_t r = 0; r < t.row_count; r++) {
		struct options_row *row = &t.rows[r];

		read_row(p, &t, &heads, r + 1, row);
		if (!row->sum && isnan(row->weight))
			t.weighted = false;
	}
	/* What a column holds must all find its place, or none of it does. */
	t.whole = !heads.unknown && (!heads.weight || t.weighted);
	for (size_t r = 0; r < t.row_count; r++)
		if (t.rows[r].comment.len && !t.weighted && !t.judged &&
		    t.rows[r].kind != ROW_RATINGS)
			t.whole = false;
	*arena_push(p->article->arena, p->tables, p->table_count) = t;
}

/* A head for each option; where there is a column "Winner", for none too. */
static bool find_options(const struct placer *p, struct options_table *t)
{
	size_t found = 0, count = count_of(t, false), winner = 0;

	memset(t->columns, 0, sizeof(t->columns));
	for (size_t k = 1; k < count; k++) {
		size_t option = names_exact(p->names, cell(t, 0, k, true));

		winner += wording_is_any(cell(t, 0, k, true),
					 PHRASES_COLUMN_WINNER);
		/* "Oak (out of 10)" is oak, "Oak pros" would be more. */
		if (option == p->names->count &&
		    scale_said(cell(t, 0, k, true)) > 0)
			option = names_owner(p->names, cell(t, 0, k, true));
		if (option == p->names->count)
			continue;
		if (t->columns[option])
			return false;
		t->columns[option] = k;
		found++;
	}
	return found == p->names->count ||
	       (!found && winner == 1 && !t->turned);
}

static struct heads heads_of(const struct options_table *t)
{
	struct heads heads = { 0 };

	for (size_t k = 1; k < count_of(t, false); k++) {
		struct str label = cell(t, 0, k, true);
		bool option = false;

		for (size_t i = 0; i < NAMES_MOST; i++)
			option |= t->columns[i] == k;
		if (option)
			continue;
		if (!heads.winner &&
		    wording_is_any(label, PHRASES_COLUMN_WINNER))
			heads.winner = k;
		else if (!heads.weight &&
			 wording_is_any(label, PHRASES_COLUMN_WEIGHT))
			heads.weight = k;
		else if (!heads.comment &&
			 wording_is_any(label, PHRASES_COLUMN_COMMENT))
			heads.comment = k;
		else
			heads.unknown++;
	}
	return heads;
}

/* Of the table as it is turned: its words (`label`) or its Markdown. */
static struct str cell(const struct options_table *t, size_t row, size_t column,
		       bool label)
{
	size_t at = t->turned ? column * t->block->column_count + row
			      : row * t->block->column_count + column;
	struct str text = label ? t->block->labels[at] : t->block->cells[at];

	while (label && str_ends(text, ":"))
		text.len--;
	return str_trim(text);
}

static size_t count_of(const struct options_table *t, bool rows)
{
	return rows != t->turned ? t->block->row_count : t->block->column_count;
}

static void read_row(const struct placer *p, const struct options_table *t,
		     const struct heads *heads, size_t r,
		     struct options_row *row)
{
	struct str text =
		heads->weight ? cell(t, r, heads->weight, true) : STR("");
	size_t digits;
	double most;

	row->label = cell(t, r, 0, true);
	row->sum = is_sum(row->label);
	row->weight = NAN;
	digits = wording_decimal(text, 0, &row->weight);
	if (!digits || !wording_is_any(str_from_byte(text, digits), "|%| %|x"))
		row->weight = NAN;
	if (heads->comment)
		row->comment = cell(t, r, heads->comment, false);
	if (heads->winner) {
		struct str said = ARENA_JOIN(p->article->arena, STR("Winner: "),
					     cell(t, r, heads->winner, true));

		row->judged = !row->sum &&
			      tally_text_winner(p->names, said, row->wins);
	}
	most = scale_said(row->label);
	for (size_t i = 0; i < p->names->count; i++) {
		if (!t->columns[i])
			continue;
		row->cells[i] = cell(t, r, t->columns[i], true);
		if (!(most > 0))
			most = scale_said(cell(t, 0, t->columns[i], true));
	}
	if (!(most > 0))
		most = scale_said(cell(t, 0, 0, true));
	row->kind = row->label.len ? kind_of(p, row, most) : ROW_OTHER;
	if (row->sum && row->kind != ROW_MEASURES && row->kind != ROW_UNEVEN)
		row->kind = ROW_OTHER;
}

/*
 * All cells that are filled are of one kind, and two are: of a mixed row, a
 * part would say something that the row does not.
 */
static enum row_kind kind_of(const struct placer *p, struct options_row *row,
			     double most)
{
	size_t filled = 0, ratings = 0, answers = 0, numbers = 0, measures = 0,
	       words = 0;
	struct amount amount;

	for (size_t i = 0; i < p->names->count; i++) {
		struct rating rating;
		double answer = answer_of(row->cells[i]);

		row->values[i] = NAN;
		if (!row->cells[i].len)
			continue;
		filled++;
		if (!isnan(answer)) {
			row->values[i] = answer;
			answers++;
		} else if (rating_is(row->cells[i], true, &rating)) {
			bool bare = !(rating.most > 0);

			numbers += bare && !(most >= rating.value);
			if (bare && most >= rating.value)
				rating.most = most;
			ratings +=
				rating.most > 0 && (!(row->most > 0) ||
						    !(row->most < rating.most ||
						      row->most > rating.most));
			row->most = rating.most;
			row->values[i] = rating.value;
		} else if (amount_is(row->cells[i], &amount)) {
			bool bare = !amount.sign.len && !amount.unit.len;

			numbers += bare;
			measures += !bare;
		} else {
			words += wording_is_any(row->cells[i],
						PHRASES_RATED_IN_WORDS);
		}
	}
	return filled < 2	       ? ROW_OTHER
	       : words == filled       ? ROW_WORDS
	       : ratings == filled     ? ROW_RATINGS
	       : answers == filled     ? ROW_ANSWERS
	       : read_measures(p, row) ? ROW_MEASURES
	       : numbers == filled     ? ROW_NUMBERS
	       : measures	       ? ROW_UNEVEN
				       : ROW_OTHER;
}

/* 1, 0.5 and 0 of yes, partial and no; NAN: none of them. */
static double answer_of(struct str text)
{
	return wording_is_any(text, PHRASES_YES)       ? 1
	       : wording_is_any(text, PHRASES_PARTIAL) ? 0.5
	       : wording_is_any(text, PHRASES_NO)      ? 0
						       : NAN;
}

/*
 * Whether each option has one, all in one unit, which the label may say for
 * all: "Weight (g)".  Then the row has it, and the values.
 */
static bool read_measures(const struct placer *p, struct options_row *row)
{
	struct str unit = amount_unit_said(row->label, &row->title), sign;
	double values[NAMES_MOST];
	bool said = unit.len > 0;
	char group = 0, point = 0;

	for (size_t i = 0; i < p->names->count; i++) {
		struct amount amount;

		if (!amount_is(row->cells[i], &amount) || amount.about)
			return false;
		if (!i && !said) {
			sign = amount.sign;
			unit = amount.unit;
		}
		if (said ? amount.sign.len || amount.unit.len
			 : !str_equals(sign, amount.sign) ||
				    !same_unit(unit, amount.unit))
			return false;
		if (!said && amount.unit.len > unit.len)
			unit = amount.unit;
		values[i] = amount.value;
		/* "4,5 kg" beside "1,299 kg": one comma is not as the other. */
		group = amount.group ? amount.group : group;
		point = amount.point ? amount.point : point;
	}
	if (group && group == point)
		return false;
	row->unit = said ? unit
			 : ARENA_JOIN(p->article->arena, sign,
				      sign.len && wording_starts(unit, "per ")
					      ? STR(" ")
					      : STR(""),
				      unit);
	if (row->unit.len)
		memcpy(row->values, values, sizeof(values));
	return row->unit.len > 0;
}

/* "1 hour" and "2 hours" are of one unit; "Mb" and "MB" are not. */
static bool same_unit(struct str a, struct str b)
{
	struct str longer = a.len > b.len ? a : b,
		   shorter = a.len > b.len ? b : a;

	return str_equals(a, b) ||
	       (shorter.len > 2 && longer.len == shorter.len + 1 &&
		str_ends(longer, "s") &&
		str_equals(str_slice(longer, 0, shorter.len), shorter));
}

/* 10 of "Score (out of 10)", "Rating /10" and "Oak (1-10)"; 0: nothing said. */
static double scale_said(struct str text)
{
	size_t len, at = wording_find_any(text, "out of |/", &len);
	double most, least;

	if (at == text.len) {
		at = str_find(text, '(') + 1;
		at += wording_decimal(text, at, &least);
		len = wording_starts_any(str_from_byte(text, at), "-|–");
		if (!len || !str_ends(text, ")"))
			return 0;
	}
	return wording_decimal(text, at + len, &most) && most > 1 ? most : 0;
}

static bool is_sum(struct str label)
{
	return wording_count(label) <= SUM_WORDS &&
	       wording_has_any(label, PHRASES_SUM);
}

/*
 * Options by pros and cons, in any of the ways to set them out: a row or a
 * column for each, "Oak pros" and "Oak cons", or below an option's heading.
 */
bool place_pros_table(struct placer *p, struct block *block, size_t owner)
{
	const size_t modes[] = { owner, p->names->count, BY_HEADS };

	if (block->kind != BLOCK_TABLE || block->row_count < 2 ||
	    block->column_count < 2)
		return false;
	for (size_t k = 0; k < sizeof(modes) / sizeof(*modes); k++) {
		size_t columns =
			block->column_count - (modes[k] == p->names->count);

		if ((modes[k] < p->names->count && columns != 2) ||
		    pros_cells(p, block, modes[k], false) !=
			    (block->row_count - 1) * columns)
			continue;
		pros_cells(p, block, modes[k], true);
		block->where = STR("options/: pros and cons");
		return true;
	}
	return false;
}

/*
 * How many cells are an option's pro or con.  `owner`: the one all are of;
 * names->count: the row's label or the head says it; BY_HEADS: the head does.
 */
static size_t pros_cells(struct placer *p, const struct block *block,
			 size_t owner, bool take)
{
	size_t columns = block->column_count, count = 0;
	size_t none = p->names->count, from = owner == none ? 1 : 0;

	for (size_t i = columns; i < block->row_count * columns; i++) {
		struct str head = block->labels[i % columns];
		struct str label = block->labels[i - i % columns];
		size_t whose = owner;
		enum role role = role_of(head);

		if (i % columns < from)
			continue;
		if (owner == BY_HEADS) {
			whose = names_owner(p->names, head);
		} else if (owner == none) {
			whose = names_exact(p->names, label);
			if (whose == none) {
				whose = names_exact(p->names, head);
				role = role_of(label);
			}
		}
		count += whose < none &&
			 take_cell(p, block, i, whose, role, take);
	}
	return count;
}

static bool take_cell(struct placer *p, const struct block *block, size_t i,
		      size_t owner, enum role role, bool take)
{
	struct draft_option *o = &p->draft->options[owner];
	struct list *list = role == ROLE_PROS || role == ROLE_CONS
				    ? place_list_of(o, role)
				    : NULL;

	if (list && take && block->labels[i].len)
		*arena_push(p->article->arena, list->items, list->count) =
			block->cells[i];
	return list != NULL;
}

void place_tables(struct placer *p)
{
	for (size_t k = 0; k < p->table_count; k++) {
		const struct options_table *t = &p->tables[k];
		bool options = false;

		for (size_t i = 0; i < p->names->count; i++)
			options |= t->columns[i] > 0;
		if (t->whole && options && !t->block->where.len)
			write_table(p, t);
		say_left(
			p, t, ROW_NUMBERS,
			"numbers, and nothing says out of how many: where they "
			"are scores, write scores.csv and the scale");
		say_left(p, t, ROW_MEASURES,
			 "measures: to judge by one, give a criterion "
			 "`measure` with its unit, and which way is better");
		say_left(p, t, ROW_UNEVEN,
			 "measures, but not one for each option in one unit: "
			 "to judge by one, write it so in scores.csv, and give "
			 "the criterion `measure`");
		say_left(p, t, ROW_ANSWERS,
			 "yes or no: to judge by one, score a criterion "
			 "with them, where yes is better");
		say_left(p, t, ROW_WORDS,
			 "words: to judge by them, write scores.csv");
	}
}

static void write_table(struct placer *p, const struct options_table *t)
{
	struct draft *d = p->draft;
	struct arena *arena = p->article->arena;
	struct draft_table *table =
		arena_push(arena, d->tables, d->table_count);
	struct str id, rest;

	*table = (struct draft_table){ .block = t->block,
				       .turned = t->turned,
				       .title = d->title };
	memcpy(table->columns, t->columns, sizeof(table->columns));
	for (const struct block *b = t->block; b-- > p->article->blocks;)
		if (b->kind == BLOCK_HEADING) {
			table->title = wording_number(b->plain, &rest)
					       ? rest
					       : b->plain;
			break;
		}
	id = slug_of(table->title, arena);
	table->id = arena_printf(arena, "%.*s%s%zu", STR_ARG(id),
				 id.len ? "-" : "table-", d->table_count);
	t->block->where =
		arena_printf(arena, "tables/%.*s.md", STR_ARG(table->id));
}

/* The rows of a kind that no score was made of, named in one line. */
static void say_left(struct placer *p, const struct options_table *t,
		     enum row_kind kind, const char *words)
{
	struct arena *arena = p->article->arena;
	struct str labels = { "", 0 };

	for (size_t r = 0; r < t->row_count; r++)
		if (t->rows[r].kind == kind && !t->rows[r].taken)
			labels = ARENA_JOIN(arena, labels,
					    labels.len ? STR(", ") : STR(""),
					    t->rows[r].label);
	if (labels.len)
		draft_todo(p->draft, arena_printf(arena, "line %u, %.*s: %s",
						  t->block->line,
						  STR_ARG(labels), words));
}
