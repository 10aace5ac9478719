#include "import/draft.h"

enum { DEEPEST = 8 };

static void part_from_last(struct sheet *sheet, const struct block *block);
static void add_words(struct sheet *sheet, struct str words);
static void add_item(struct sheet *sheet, const struct block *block);
static void add_code(struct sheet *sheet, const struct block *block);
static void add_table(struct sheet *sheet, const struct block *block);
static void add_cell(struct buf *buf, struct str cell);

void sheet_add(struct sheet *sheet, struct block *block, struct str where)
{
	block->where = where;
	if (block->kind == BLOCK_IMAGE) {
		block->where = STR("listed among the images");
		return;
	}
	part_from_last(sheet, block);
	switch (block->kind) {
	case BLOCK_HEADING:
		buf_text(&sheet->text, "### ");
		buf_raw(&sheet->text, block->text);
		break;
	case BLOCK_ITEM:
		add_item(sheet, block);
		break;
	case BLOCK_CODE:
		add_code(sheet, block);
		break;
	case BLOCK_TABLE:
		add_table(sheet, block);
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_IMAGE:
		if (block->quoted)
			buf_text(&sheet->text, "> ");
		add_words(sheet, block->text);
		break;
	}
	buf_char(&sheet->text, '\n');
	sheet->last = block->kind;
	sheet->quoted = block->quoted;
}

void sheet_add_heading(struct sheet *sheet, int level, struct str words)
{
	if (sheet->text.len)
		buf_char(&sheet->text, '\n');
	for (int i = 0; i < level; i++)
		buf_char(&sheet->text, '#');
	buf_char(&sheet->text, ' ');
	buf_raw(&sheet->text, words);
	buf_char(&sheet->text, '\n');
	sheet->last = BLOCK_HEADING;
}

static void part_from_last(struct sheet *sheet, const struct block *block)
{
	bool goes_on = block->kind == BLOCK_ITEM && sheet->last == BLOCK_ITEM;

	if (!goes_on)
		sheet->depth = 0;
	if (sheet->text.len && !goes_on)
		buf_char(&sheet->text, '\n');
}

/* Words that were cut out of others may begin like a block of another kind. */
static void add_words(struct sheet *sheet, struct str words)
{
	if (words.len && strchr("#>+-=", words.ptr[0]))
		buf_char(&sheet->text, '\\');
	buf_raw(&sheet->text, words);
}

/*
 * An item may lie one step deeper than the one before it, no more; what lay
 * above it in the article may stand elsewhere.
 */
static void add_item(struct sheet *sheet, const struct block *block)
{
	int level = block->level < 1 ? 1 : block->level;
	int depth = !sheet->depth ? 1
		    : level > sheet->level
			    ? sheet->depth + 1
			    : sheet->depth + level - sheet->level;

	if (depth < 1)
		depth = 1;
	if (depth > DEEPEST)
		depth = DEEPEST;
	for (int i = 1; i < depth; i++)
		buf_text(&sheet->text, "    ");
	if (block->number)
		buf_printf(&sheet->text, "%d. ", block->number);
	else
		buf_text(&sheet->text, "- ");
	buf_raw(&sheet->text, block->text);
	sheet->depth = depth;
	sheet->level = level;
}

/* The fence is longer than any row of backticks in the code. */
static void add_code(struct sheet *sheet, const struct block *block)
{
	struct str code = block->text;
	size_t longest = 2, row = 0;

	for (size_t i = 0; i < code.len; i++) {
		row = code.ptr[i] == '`' ? row + 1 : 0;
		longest = row > longest ? row : longest;
	}
	for (size_t i = 0; i <= longest; i++)
		buf_char(&sheet->text, '`');
	for (size_t i = 0; i < block->language.len; i++)
		if (block->language.ptr[i] != '`')
			buf_char(&sheet->text, block->language.ptr[i]);
	buf_char(&sheet->text, '\n');
	buf_raw(&sheet->text, code);
	if (!str_ends(code, "\n"))
		buf_char(&sheet->text, '\n');
	for (size_t i = 0; i <= longest; i++)
		buf_char(&sheet->text, '`');
}

static void add_table(struct sheet *sheet, const struct block *block)
{
	for (size_t i = 0; i < block->row_count; i++) {
		for (size_t k = 0; k < block->column_count; k++)
			add_cell(&sheet->text,
				 block->cells[i * block->column_count + k]);
		buf_text(&sheet->text, "|\n");
		for (size_t k = 0; !i && k < block->column_count; k++)
			buf_text(&sheet->text, "| --- ");
		if (!i)
			buf_text(&sheet->text, "|\n");
	}
	sheet->text.len--;
}

static void add_cell(struct buf *buf, struct str cell)
{
	buf_text(buf, "| ");
	for (size_t i = 0; i < cell.len; i++) {
		if (cell.ptr[i] == '|' && !(i && cell.ptr[i - 1] == '\\'))
			buf_char(buf, '\\');
		buf_char(buf, cell.ptr[i]);
	}
	buf_char(buf, ' ');
}
