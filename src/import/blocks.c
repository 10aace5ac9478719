#include "import/article.h"

#include "base/address.h"
#include "base/wording.h"
#include "import/phrases.h"

void article_add(struct article *article, const struct block *block)
{
	if (article->beyond || (!block->text.len && !block->url.len &&
				!block->row_count && block->kind != BLOCK_CODE))
		return;
	article->last_line = block->line;
	article->cell_count += block->row_count * block->column_count;
	if (article->block_count == ARTICLE_BLOCKS)
		article->beyond = "5000 paragraphs and the like";
	else if (article->cell_count > ARTICLE_CELLS)
		article->beyond = "20000 cells of tables";
	else
		*arena_push(article->arena, article->blocks,
			    article->block_count) = *block;
}

void article_grid(const struct article *article, struct block *table,
		  size_t rows, size_t columns)
{
	table->row_count = rows;
	table->column_count = columns;
	if (rows * columns > ARTICLE_CELLS)
		return;
	table->cells = arena_array(article->arena, struct str, rows * columns);
	table->labels = arena_array(article->arena, struct str, rows * columns);
}

void article_link(struct article *article, struct str url, struct str text)
{
	if (article->muted || article->beyond || !address_is_web(url))
		return;
	for (size_t i = 0; i < article->link_count; i++)
		if (str_equals(article->links[i].url, url))
			return;
	if (article->link_count == ARTICLE_LINKS)
		article->beyond = "2000 links";
	else
		*arena_push(article->arena, article->links,
			    article->link_count) =
			(struct link){ .url = url, .text = text };
}

bool article_say(struct article *article, struct str key, struct str value)
{
	const struct {
		const char *keys;
		struct str *to;
	} KNOWN[] = {
		{ PHRASES_KEYS_TITLE, &article->title },
		{ PHRASES_KEYS_DESCRIPTION, &article->description },
		{ PHRASES_KEYS_CANONICAL, &article->canonical },
		{ PHRASES_KEYS_DATE, &article->date },
		{ PHRASES_KEYS_UPDATED, &article->updated },
	};

	for (size_t k = 0; k < sizeof(KNOWN) / sizeof(*KNOWN); k++)
		if (wording_is_any(key, KNOWN[k].keys) && !KNOWN[k].to->len) {
			*KNOWN[k].to = str_squeeze(value, article->arena);
			return true;
		}
	return false;
}

void block_place(struct block *block, struct str path, struct str part)
{
	block->fate = FATE_PLACED;
	block->path = path;
	block->part = part;
}
