#include "import/sheet.h"

enum { DEEPEST = 8 };

static void add_item(struct sheet *sheet, const struct block *block);
static void add_code(struct sheet *sheet, const struct block *block);
static void add_table(struct sheet *sheet, const struct block *block);

void sheet_add(struct sheet *sheet, struct block *block)
{
	struct buf *text = &sheet->text;
	bool goes_on = block->kind == BLOCK_ITEM && sheet->last == BLOCK_ITEM;

	block_place(block, sheet->path, sheet->part);
	if (block->kind == BLOCK_IMAGE) {
		block->fate = FATE_LISTED;
		return;
	}
	if (!goes_on)
		sheet->depth = 0;
	if (text->len && !goes_on)
		buf_char(text, '\n');
	if (block->kind == BLOCK_ITEM) {
		add_item(sheet, block);
	} else if (block->kind == BLOCK_CODE) {
		add_code(sheet, block);
	} else if (block->kind == BLOCK_TABLE) {
		add_table(sheet, block);
	} else if (block->kind == BLOCK_HEADING) {
		buf_text(text, "### ");
		buf_raw(text, block->text);
	} else {
		buf_text(text, block->quoted ? "> " : "");
		/* Words that were cut out of others may begin like a list. */
		if (block->text.len && strchr("#>+-=", block->text.ptr[0]))
			buf_char(text, '\\');
		buf_raw(text, block->text);
	}
	buf_char(text, '\n');
	sheet->last = block->kind;
}

void sheet_add_heading(struct sheet *sheet, int level, struct str words)
{
	buf_printf(&sheet->text, "%s%.*s %.*s\n", sheet->text.len ? "\n" : "",
		   level, "######", STR_ARG(words));
	sheet->last = BLOCK_HEADING;
}

/*
 * An item may lie one step deeper than the one before it, no more; what lay
 * above it in the article may stand elsewhere.
 */
static void add_item(struct sheet *sheet, const struct block *block)
{
	int level = block->level < 1 ? 1 : block->level;
	int depth = sheet->depth + level - sheet->level;

	if (!sheet->depth || depth < 1)
		depth = 1;
	else if (depth > sheet->depth + 1)
		depth = sheet->depth + 1;
	if (depth > DEEPEST)
		depth = DEEPEST;
	buf_printf(&sheet->text, "%*s", 4 * (depth - 1), "");
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
	struct buf *text = &sheet->text;
	size_t longest = 2, row = 0;

	for (size_t i = 0; i < code.len; i++) {
		row = code.ptr[i] == '`' ? row + 1 : 0;
		longest = row > longest ? row : longest;
	}
	for (size_t i = 0; i <= longest; i++)
		buf_char(text, '`');
	buf_raw(text,
		str_slice(block->language, 0, str_find(block->language, '`')));
	buf_char(text, '\n');
	buf_raw(text, code);
	if (!str_ends(code, "\n"))
		buf_char(text, '\n');
	for (size_t i = 0; i <= longest; i++)
		buf_char(text, '`');
}

/* A "|" would part cells, and ";" the values of one. */
static void add_table(struct sheet *sheet, const struct block *block)
{
	struct buf *text = &sheet->text;
	size_t columns = block->column_count;

	for (size_t i = 0; i < block->row_count * columns; i++) {
		struct str cell = block->cells[i];

		for (size_t k = 0; i == columns && k < columns; k++)
			buf_text(text,
				 k + 1 < columns ? "| --- " : "| --- |\n");
		buf_text(text, "| ");
		for (size_t k = 0; k < cell.len; k++) {
			if (strchr("|;", cell.ptr[k]) &&
			    !(k && cell.ptr[k - 1] == '\\'))
				buf_char(text, '\\');
			buf_char(text, cell.ptr[k]);
		}
		buf_text(text, (i + 1) % columns ? " " : " |\n");
	}
	text->len--;
}
