#include "import/place.h"

#include "import/placer.h"

static void place_children(struct placer *p, size_t s, enum role inherited);
static void place_rest(struct placer *p);

void place_blocks(struct draft *draft, size_t title_block)
{
	struct placer p = { .draft = draft,
			    .article = draft->article,
			    .names = &draft->names };

	p.outline = outline_of(draft->article, &draft->names, title_block);
	place_read_tallies(&p);
	if (place_is_listed(&p, 0))
		place_listed(&p, 0);
	else
		place_text(&p, &draft->intro, 0, "comparison.md");
	for (size_t s = 1; s < p.outline.count; s = outline_next(&p.outline, s))
		place_section(&p, s, ROLE_NONE);
	place_scores(&p);
	place_rest(&p);
}

void place_section(struct placer *p, size_t s, enum role inherited)
{
	const struct section *section = &p->outline.sections[s];
	enum role role = section->role != ROLE_NONE ? section->role : inherited;
	bool single = section->subject < p->names->count;

	if (place_is_empty(p, s))
		return;
	if (role == ROLE_FAQ)
		place_faq(p, s);
	else if (inherited == ROLE_PROS_CONS && !single)
		place_pros_cons(p, s);
	else if (place_is_listed(p, s))
		place_listed(p, s);
	else if (place_is_criterion(p, s))
		place_criterion(p, s);
	else if (role == ROLE_PROS_CONS && !single)
		place_pros_cons(p, s);
	else if (role == ROLE_GUIDE || role == ROLE_USE_CASES)
		place_text(p, &p->draft->guide, s, "guide.md");
	else if (section->question && section->spread && role == ROLE_NONE)
		place_question(p, s);
	else if (single)
		place_option(p, s, section->subject, role);
	else if (outline_next(&p->outline, s) > s + 1)
		place_children(p, s, role);
	else if (place_only_owner(p, s) < p->names->count &&
		 role != ROLE_OVERVIEW)
		place_option(p, s, place_only_owner(p, s), role);
	else if (!p->draft->criterion_count)
		place_text(p, &p->draft->intro, s, "comparison.md");
}

/* Its own text introduces them. */
static void place_children(struct placer *p, size_t s, enum role inherited)
{
	const struct section *section = &p->outline.sections[s];
	bool early = !p->draft->criterion_count;
	bool parts = false;
	struct block *heading = &p->article->blocks[section->heading];

	for (size_t c = s + 1; c < outline_next(&p->outline, s);
	     c = outline_next(&p->outline, c))
		parts |= p->outline.sections[c].subject < p->names->count;
	for (size_t b = section->first; b < section->end; b++)
		place_block(p, early ? &p->draft->intro : &p->draft->guide, b,
			    early ? "comparison.md" : "guide.md");
	for (size_t c = s + 1; c < outline_next(&p->outline, s);
	     c = outline_next(&p->outline, c))
		place_section(p, c, inherited);
	if (!heading->where.len)
		heading->where = parts ? STR("left out: heads what stands in "
					     "options/")
				       : STR("left out: heads what stands "
					     "elsewhere");
}

static void place_rest(struct placer *p)
{
	struct draft *d = p->draft;

	for (size_t b = 0; b < p->article->block_count; b++) {
		struct block *block = &p->article->blocks[b];

		if (block->where.len)
			continue;
		sheet_add(&d->unplaced, block, STR("unplaced.md"));
		d->unplaced_count += block->kind != BLOCK_IMAGE;
	}
}
