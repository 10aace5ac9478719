#include "import/placer.h"

#include "import/phrases.h"
#include "import/wording.h"

/* A section as it is, with its heading and all below it. */
void place_text(struct placer *p, struct sheet *sheet, size_t s)
{
	const struct section *section = &p->sections[s];
	struct sheet before = *sheet;
	size_t len = sheet->text.len, headed;

	if (section->heading != NO_HEADING) {
		sheet_add_heading(sheet, 2, place_heading_text(p, s));
		block_place(&p->blocks[section->heading], sheet->path, STR(""));
	}
	headed = sheet->text.len;
	for (size_t b = section->first; b < section->after; b++)
		place_block(p, sheet, b);
	if (section->heading == NO_HEADING || sheet->text.len > headed)
		return;
	/* Nothing stands below it: its table went to tables/. */
	sheet->text.len = len;
	sheet->last = before.last;
	p->blocks[section->heading].fate = FATE_HEADS;
}

/* Questions in no headings stay for the author to sort out. */
void place_faq(struct placer *p, size_t s)
{
	const struct section *section = &p->sections[s];

	if (section->question &&
	    !wording_has_any(place_heading_words(p, s), PHRASES_FAQ)) {
		place_question(p, s);
		return;
	}
	for (size_t t = s + 1; t < section->next; t = p->sections[t].next)
		if (!place_is_empty(p, t))
			place_question(p, t);
	if (section->next > s + 1)
		p->blocks[section->heading].fate = FATE_HEADS;
}

void place_block(struct placer *p, struct sheet *sheet, size_t b)
{
	struct block *block = &p->blocks[b];

	if (block->fate || block->aside || place_is_table(p, block))
		return;
	if (p->scores[b].given && !place_tally_in(p, b, b + 1))
		block->fate = FATE_START;
	else
		sheet_add(sheet, block);
}

struct str place_heading_words(const struct placer *p, size_t s)
{
	struct str words = p->blocks[p->sections[s].heading].plain, rest;

	return wording_number(words, &rest) ? rest : words;
}

/* The same as Markdown: its number reads "3\\. " there. */
struct str place_heading_text(const struct placer *p, size_t s)
{
	const struct block *block = &p->blocks[p->sections[s].heading];
	size_t words = wording_count(block->plain) -
		       wording_count(place_heading_words(p, s));
	struct str text = block->text;

	for (; words; words--)
		text = str_from_byte(text, str_find(text, ' ') + 1);
	return text;
}

void place_question(struct placer *p, size_t s)
{
	const struct section *section = &p->sections[s];
	struct sheet *faq = &p->draft->faq;

	sheet_add_heading(faq, 2, place_heading_text(p, s));
	block_place(&p->blocks[section->heading], faq->path, STR("question"));
	p->draft->question_count++;
	for (size_t b = section->first; b < section->after; b++)
		place_block(p, faq, b);
}
