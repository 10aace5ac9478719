#include "import/placer.h"

#include "base/wording.h"
#include "import/phrases.h"

/* A section as it is, with its heading and all below it before `end`. */
void place_text(struct placer *p, struct sheet *sheet, size_t s, size_t end)
{
	const struct section *section = &p->sections[s];
	struct sheet before = *sheet;
	size_t headed;

	if (section->heading != NO_HEADING) {
		sheet_add_heading(sheet, 2, section->text);
		block_place(&p->blocks[section->heading], sheet->path, STR(""));
	}
	headed = sheet->text.len;
	for (size_t b = section->first; b < end; b++)
		place_block(p, sheet, b);
	if (section->heading == NO_HEADING || sheet->text.len > headed)
		return;
	/* Nothing stands below it: its table went to tables/. */
	sheet->text.len = before.text.len;
	sheet->last = before.last;
	p->blocks[section->heading].fate = FATE_HEADS;
}

/* Questions in no headings stay for the author to sort out. */
void place_faq(struct placer *p, size_t s)
{
	const struct section *section = &p->sections[s];

	if (section->question &&
	    !wording_has_any(p->sections[s].words, PHRASES_FAQ)) {
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

void place_question(struct placer *p, size_t s)
{
	const struct section *section = &p->sections[s];
	struct sheet *faq = &p->draft->faq;

	sheet_add_heading(faq, 2, p->sections[s].text);
	block_place(&p->blocks[section->heading], faq->path, STR("question"));
	p->draft->question_count++;
	for (size_t b = section->first; b < section->after; b++)
		place_block(p, faq, b);
}
