#include "import/draft.h"

enum { WORDS_SHOWN = 50 };

static void add_todo(const struct draft *draft, struct buf *report);
static void add_block(const struct block *block, struct buf *report);

void draft_doubt(struct draft *draft, unsigned line, struct str words)
{
	draft_todo(draft,
		   "line %u, \"%.*s\", denies, doubts or asks who wins, or "
		   "names several: no score was taken from it",
		   line, STR_ARG(words));
}

void draft_finding(const struct draft *draft, struct buf *buf)
{
	buf_count(buf, draft->names.count, "option, ", "options, ");
	buf_count(buf, draft->criterion_count, "criterion", "criteria");
	if (draft->rated) {
		buf_text(buf, ", scores out of ");
		buf_number(buf, draft->most, 2);
	}
	if (draft->answered)
		buf_text(buf, ", scored by answers");
	for (size_t i = 0; draft->tallied && i < draft->names.count; i++) {
		buf_text(buf, i ? "–" : ", tally ");
		buf_number(buf, draft->tally[i], 2);
	}
}

void draft_report(const struct draft *draft, struct buf *report)
{
	const struct article *article = draft->article;

	buf_printf(report, "Import of %s\n\n", article->path);
	buf_count(report, article->block_count, "block", "blocks");
	buf_printf(report, ", %zu of them not placed; ", draft->unplaced_count);
	draft_finding(draft, report);
	buf_text(report, ", ");
	buf_count(report, draft->question_count, "question, ", "questions, ");
	buf_count(report, draft->table_count, "table", "tables");
	buf_text(report, "\n\nTo do\n\n");
	add_todo(draft, report);
	buf_text(report, "\nImages, none of them copied\n\n");
	for (size_t b = 0; b < article->block_count; b++)
		if (article->blocks[b].kind == BLOCK_IMAGE)
			buf_printf(report, "- %.*s (%.*s)\n",
				   STR_ARG(article->blocks[b].url),
				   STR_ARG(article->blocks[b].text));
	buf_text(report, "\nBlocks\n\n");
	for (size_t b = 0; b < article->block_count; b++)
		add_block(&article->blocks[b], report);
}

static void add_todo(const struct draft *draft, struct buf *report)
{
	const struct article *article = draft->article;

	if (draft->date_is_guess)
		buf_printf(report,
			   "- TODO: comparison.md has the date %.*s, for the "
			   "article gives none\n",
			   STR_ARG(draft->date));
	if (draft->unplaced_count)
		buf_text(report, "- TODO: unplaced.md is not part of the "
				 "site: move what matters\n");
	if (!draft->criterion_count)
		buf_text(report, "- TODO: no criteria were found: add them to "
				 "criteria/\n");
	lines_write(&draft->todo, "- TODO: ", report);
	for (size_t i = 0; i < article->other_key_count; i++)
		buf_printf(report, "- front matter left out: %.*s\n",
			   STR_ARG(article->other_keys[i]));
	buf_text(report, "- read what stands where, set the weights, take "
			 "`draft: yes` out of comparison.md, and remove this "
			 "file\n");
}

/* The one place that words what became of a block. */
static void add_block(const struct block *block, struct buf *report)
{
	static const char *const KINDS[] = { "heading", "paragraph", "item",
					     "table",	"code",	     "image" };
	static const char *const FATES[] = {
		[FATE_HEADS] = "left out: heads what stands elsewhere",
		[FATE_START] = "left out: the score before the first criterion",
		[FATE_LISTED] = "listed among the images",
	};
	struct str words = block->plain.len ? block->plain : block->text;
	size_t end = 0;

	buf_printf(report, "line %u: %s -> ", block->line, KINDS[block->kind]);
	if (block->fate == FATE_PLACED)
		buf_printf(report, "%.*s%s%.*s", STR_ARG(block->path),
			   block->part.len ? ": " : "", STR_ARG(block->part));
	else
		buf_text(report, FATES[block->fate]);
	while (end < words.len && words.ptr[end] != '\n' &&
	       (end < WORDS_SHOWN ||
		((unsigned char)words.ptr[end] & 0xC0) == 0x80))
		end++;
	buf_printf(report, " | %.*s%s\n", (int)end, words.len ? words.ptr : "",
		   end < words.len ? "…" : "");
}
