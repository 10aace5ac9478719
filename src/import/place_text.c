#include "import/placer.h"

#include "import/phrases.h"
#include "import/wording.h"

static void place_answer(struct placer *p, size_t b);

/* A section as it is, with its heading and all below it. */
void place_text(struct placer *p, struct sheet *sheet, size_t s,
		const char *file)
{
	const struct section *section = &p->outline.sections[s];

	struct sheet before = *sheet;
	size_t len = sheet->text.len, headed;

	if (section->heading != NO_HEADING) {
		sheet_add_heading(sheet, 2, place_heading_text(p, s));
		p->article->blocks[section->heading].where = str_from(file);
	}
	headed = sheet->text.len;
	for (size_t b = section->first; b < place_block_after(p, s); b++)
		place_block(p, sheet, b, file);
	if (section->heading == NO_HEADING || sheet->text.len > headed)
		return;
	/* Nothing stands below it: its table went to tables/. */
	sheet->text.len = len;
	sheet->last = before.last;
	p->article->blocks[section->heading].where =
		STR("left out: heads what stands elsewhere");
}

void place_faq(struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	struct block *heading = &p->article->blocks[section->heading];

	if (section->question &&
	    !wording_has_any(heading->plain, PHRASES_FAQ)) {
		place_question(p, s);
		return;
	}
	heading->where = STR("faq.md: title");
	for (size_t b = section->first; b < section->end; b++)
		place_answer(p, b);
	for (size_t t = s + 1; t < outline_next(&p->outline, s);
	     t = outline_next(&p->outline, t))
		if (!place_is_empty(p, t))
			place_question(p, t);
	if (p->draft->question_count)
		return;
	/* Questions in no headings stay for the author to sort out. */
	heading->where = (struct str){ "", 0 };
}

void place_block(struct placer *p, struct sheet *sheet, size_t b,
		 const char *file)
{
	struct block *block = &p->article->blocks[b];

	if (block->where.len || block->aside || place_is_table(p, block))
		return;
	if (p->scores[b].given && !place_tally_in(p, b, b + 1))
		block->where = STR("left out: the score before the first "
				   "criterion");
	else
		sheet_add(sheet, block, str_from(file));
}

struct str place_heading_words(const struct placer *p, size_t s)
{
	struct str words = p->article->blocks[p->outline.sections[s].heading]
				   .plain,
		   rest;

	return wording_number(words, &rest) ? rest : words;
}

/* The same as Markdown: its number reads "3\\. " there. */
struct str place_heading_text(const struct placer *p, size_t s)
{
	const struct block *block =
		&p->article->blocks[p->outline.sections[s].heading];
	struct str rest, text = block->text;

	if (!wording_number(block->plain, &rest))
		return text;
	for (size_t words = wording_count(block->plain) - wording_count(rest);
	     words; words--)
		text = str_from_byte(text, str_find(text, ' ') + 1);
	return text;
}

void place_question(struct placer *p, size_t s)
{
	struct draft *d = p->draft;
	const struct section *section = &p->outline.sections[s];

	sheet_add_heading(&d->faq, 2, place_heading_text(p, s));
	p->article->blocks[section->heading].where = STR("faq.md: question");
	d->question_count++;
	for (size_t b = section->first; b < place_block_after(p, s); b++)
		place_answer(p, b);
}

/* "**Is oak hard?** It is.", and what follows it. */
static void place_answer(struct placer *p, size_t b)
{
	struct draft *d = p->draft;
	struct block *block = &p->article->blocks[b];
	struct str rest = str_from_byte(block->text, 2);
	size_t end = str_find_str(rest, STR("**"));

	if (block->where.len || block->aside)
		return;
	if (!str_ends(block->lead, "?") || !str_starts(block->text, "**")) {
		if (d->question_count)
			place_block(p, &d->faq, b, "faq.md");
		return;
	}
	sheet_add_heading(&d->faq, 2, str_slice(rest, 0, end));
	rest = str_trim(str_from_byte(rest, end + 2));
	if (rest.len) {
		struct block piece = *block;

		piece.kind = BLOCK_PARAGRAPH;
		piece.text = rest;
		sheet_add(&d->faq, &piece, STR(""));
	}
	block->where = STR("faq.md: question");
	d->question_count++;
}
