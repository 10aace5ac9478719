#include "import/placer.h"

#include "base/slug.h"
#include "base/wording.h"
#include "import/sentence.h"

static size_t pros_cells(struct placer *p, const struct block *block,
			 size_t owner, bool take);
static void write_table(struct placer *p, const struct options_table *t);
static void say_left(struct placer *p, const struct options_table *t,
		     enum row_kind kind);
static void say_sums(struct placer *p, const struct options_table *t);
static const char *words_of(enum row_kind kind, bool scored);

void place_read_tables(struct placer *p)
{
	for (size_t b = 0; b < p->article->block_count; b++) {
		struct block *block = &p->article->blocks[b];
		struct options_table table;

		if (block->kind == BLOCK_TABLE && !block->aside &&
		    !block->fate && !place_pros_table(p, block, p->none) &&
		    options_table_read(p->draft, block, &table))
			*arena_push(p->arena, p->tables, p->table_count) =
				table;
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

/*
 * Options by pros and cons: a row or a column for each, or, below an option's
 * heading, its own in two columns.
 */
bool place_pros_table(struct placer *p, struct block *block, size_t owner)
{
	size_t columns = block->column_count - (owner == p->none);

	if (block->kind != BLOCK_TABLE || block->row_count < 2 || !columns ||
	    (owner < p->none && columns != 2) ||
	    pros_cells(p, block, owner, false) !=
		    (block->row_count - 1) * columns)
		return false;
	pros_cells(p, block, owner, true);
	block_place(block, STR("options/"), STR("pros and cons"));
	return true;
}

/* How many cells are an option's pro or con. */
static size_t pros_cells(struct placer *p, const struct block *block,
			 size_t owner, bool take)
{
	size_t columns = block->column_count, count = 0;

	for (size_t i = columns; i < block->row_count * columns; i++) {
		struct str head = block->labels[i % columns];
		struct str label = block->labels[i - i % columns];
		size_t whose = owner;
		enum aim aim = aim_of(head);
		struct list *list;

		if (owner == p->none && i % columns == 0)
			continue;
		if (owner == p->none)
			whose = names_exact(p->names, label);
		if (whose == p->none) {
			whose = names_exact(p->names, head);
			aim = aim_of(label);
		}
		if (whose == p->none || (aim != AIM_PROS && aim != AIM_CONS))
			continue;
		list = &p->draft->options[whose]
				.lists[aim == AIM_PROS ? LIST_PROS : LIST_CONS];
		count++;
		if (take && block->labels[i].len)
			*arena_push(p->arena, list->items, list->count) =
				block->cells[i];
	}
	return count;
}

void place_tables(struct placer *p)
{
	for (size_t k = 0; k < p->table_count; k++) {
		const struct options_table *t = &p->tables[k];
		bool options = false;

		for (size_t i = 0; i < p->none; i++)
			options |= t->columns[i] > 0;
		if (t->whole && options && !t->block->fate)
			write_table(p, t);
		for (size_t kind = 0; kind < ROW_KINDS; kind++)
			say_left(p, t, (enum row_kind)kind);
		say_sums(p, t);
	}
}

/* A row for each criterion, a column for each option, whichever way it was. */
static void write_table(struct placer *p, const struct options_table *t)
{
	struct draft *d = p->draft;
	struct draft_table *table =
		arena_push(p->arena, d->tables, d->table_count);
	struct block piece = { .kind = BLOCK_TABLE };
	struct str title = d->title, rest, id;

	for (const struct block *b = t->block; b-- > p->blocks;)
		if (b->kind == BLOCK_HEADING) {
			title = sentence_number(b->plain, &rest) ? rest
								 : b->plain;
			break;
		}
	article_grid(p->article, &piece, t->row_count + 1, p->none + 1);
	for (size_t r = 0; r <= t->row_count; r++) {
		struct str *to = &piece.cells[r * piece.column_count];
		struct str *from = &t->grid.cells[r * t->grid.column_count];

		to[0] = from[0];
		for (size_t i = 0; i < p->none; i++)
			to[i + 1] = r ? from[t->columns[i]] : p->names->id[i];
	}
	id = slug_of(title, p->arena);
	table->title = title;
	table->sheet.path =
		arena_printf(p->arena, "tables/%.*s%s%zu.md", STR_ARG(id),
			     id.len ? "-" : "table-", d->table_count);
	sheet_add(&table->sheet, &piece);
	block_place(t->block, table->sheet.path, STR(""));
}

/* The rows of a kind that no score was made of, named in one line. */
static void say_left(struct placer *p, const struct options_table *t,
		     enum row_kind kind)
{
	const char *words = words_of(kind, p->draft->scored);
	struct str labels = { "", 0 };

	for (size_t r = 0; r < t->row_count; r++)
		if (t->rows[r].kind == kind && !t->rows[r].taken)
			labels = str_listed(labels, ", ", t->rows[r].label,
					    p->arena);
	if (words && labels.len)
		draft_todo(p->draft, "line %u, %.*s: %s", t->block->line,
			   STR_ARG(labels), words);
}

/* "Total" and "Average", which are no criteria. */
static void say_sums(struct placer *p, const struct options_table *t)
{
	struct str labels = { "", 0 };

	for (size_t r = 0; r < t->row_count; r++)
		if (t->rows[r].sum && t->rows[r].filled &&
		    t->rows[r].kind == ROW_OTHER)
			labels = str_listed(labels, ", ", t->rows[r].label,
					    p->arena);
	if (labels.len)
		draft_todo(p->draft,
			   "line %u, %.*s: taken for a result of the others, "
			   "and no criterion",
			   t->block->line, STR_ARG(labels));
}

/* What may be done with them; scores.csv is made, or is not. */
static const char *words_of(enum row_kind kind, bool scored)
{
	static const char *const WORDS[ROW_KINDS][2] = {
		[ROW_MIXED] = { PLACE_MIXED, PLACE_MIXED },
		[ROW_RATINGS] = { PLACE_RATED_ALONE, PLACE_RATED_BESIDE },
		[ROW_ANSWERS] = { "yes or no: to judge by one, score a "
				  "criterion with them, where yes is better",
				  "yes or no: to judge by one, score a "
				  "criterion with them, where yes is better" },
		[ROW_NUMBERS] = { "numbers, and nothing says out of how many: "
				  "where they are scores, write scores.csv and "
				  "the scale",
				  "numbers, and nothing says out of how many: "
				  "where they are scores, add them to "
				  "scores.csv, on the scale of comparison.md" },
		[ROW_MEASURES] = { "measures: to judge by one, write it for "
				   "each option in one unit in scores.csv, and "
				   "give the criterion `measure`",
				   "measures: to judge by one, add it for each "
				   "option in one unit to scores.csv, and give "
				   "the criterion `measure`" },
		[ROW_WORDS] = { "words: to judge by them, write scores.csv",
				"words: to judge by them, add scores to "
				"scores.csv" },
	};

	return WORDS[kind][scored];
}
