#include "import/place.h"

#include "import/phrases.h"
#include "import/placer.h"
#include "import/wording.h"

static void place_sources(struct placer *p, size_t s);
static bool is_link(const struct block *block);
static void place_children(struct placer *p, size_t s, enum role inherited);
static void place_rest(struct placer *p);
static bool heads_placed(const struct placer *p, size_t b);

void place_blocks(struct draft *draft, size_t title_block)
{
	struct placer p = { .draft = draft,
			    .article = draft->article,
			    .names = &draft->names };

	p.outline = outline_of(draft->article, &draft->names, title_block);
	place_read_tallies(&p);
	place_read_tables(&p);
	place_read_kinds(&p);
	place_shared(&p);
	for (size_t s = 0; s < p.outline.count; s = outline_next(&p.outline, s))
		place_section(&p, s, ROLE_NONE);
	place_scores(&p);
	place_tables(&p);
	place_rest(&p);
}

void place_section(struct placer *p, size_t s, enum role inherited)
{
	const struct section *section = &p->outline.sections[s];
	enum role role = section->role != ROLE_NONE ? section->role : inherited;
	bool single = section->subject < p->names->count;
	bool advice = role == ROLE_GUIDE || role == ROLE_USE_CASES ||
		      role == ROLE_USERS;

	if (place_is_empty(p, s))
		return;
	if (place_is_listed(p, s))
		place_listed(p, s);
	else if (role == ROLE_TITLE)
		place_text(p, &p->draft->intro, s, "comparison.md");
	else if (role == ROLE_FAQ)
		place_faq(p, s);
	else if (p->criterion[s])
		place_criterion(p, s);
	else if (section->role == ROLE_PROS_CONS && !single)
		place_pros_cons(p, s);
	else if (inherited == ROLE_PROS_CONS && !single)
		place_text(p, &p->draft->guide, s, "guide.md");
	else if (role == ROLE_METHOD)
		place_text(p, &p->draft->intro, s, "comparison.md");
	else if (role == ROLE_SOURCES)
		place_sources(p, s);
	else if (single &&
		 (role == ROLE_USERS ||
		  (advice && wording_has_any(place_heading_words(p, s),
					     PHRASES_USE_CASES))))
		place_option(p, s, section->subject, role);
	else if (advice)
		place_text(p, &p->draft->guide, s, "guide.md");
	else if (section->question && section->role == ROLE_NONE &&
		 section->spread)
		place_question(p, s);
	else if (single)
		place_option(p, s, section->subject, role);
	else if (outline_next(&p->outline, s) > s + 1)
		place_children(p, s, role);
	else if (!p->draft->criterion_count || role == ROLE_OVERVIEW)
		place_text(p, &p->draft->intro, s, "comparison.md");
}

/* Of a list of links, all that counts is in sources.yaml. */
static void place_sources(struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];

	p->article->blocks[section->heading].where = STR("sources.yaml");
	for (size_t b = section->first; b < place_block_after(p, s); b++) {
		struct block *block = &p->article->blocks[b];

		if (!block->where.len && !block->aside &&
		    (block->kind == BLOCK_HEADING || is_link(block)))
			block->where = STR("sources.yaml");
	}
}

/* Whether a block is one link, or an address. */
static bool is_link(const struct block *block)
{
	struct str text = block->text;

	if (wording_is_address(block->plain))
		return true;
	return (block->kind == BLOCK_ITEM || block->kind == BLOCK_PARAGRAPH) &&
	       ((str_starts(text, "[") && str_ends(text, ")")) ||
		(str_starts(text, "<") && str_ends(text, ">"))) &&
	       str_find_str(text, STR("](")) == str_find(text, ']') &&
	       str_find(text, ')') + 1 == text.len;
}

/* Its own text introduces them. */
static void place_children(struct placer *p, size_t s, enum role inherited)
{
	const struct section *section = &p->outline.sections[s];
	bool early = !p->draft->criterion_count;
	struct block *heading = &p->article->blocks[section->heading];

	for (size_t b = section->first; b < section->end; b++)
		place_block(p, early ? &p->draft->intro : &p->draft->guide, b,
			    early ? "comparison.md" : "guide.md");
	for (size_t c = s + 1; c < outline_next(&p->outline, s);
	     c = outline_next(&p->outline, c))
		place_section(p, c, inherited);
	if (!heading->where.len)
		heading->where = STR("left out: heads what stands elsewhere");
}

static void place_rest(struct placer *p)
{
	struct draft *d = p->draft;

	for (size_t b = 0; b < p->article->block_count; b++) {
		struct block *block = &p->article->blocks[b];

		if (block->where.len)
			continue;
		if (heads_placed(p, b)) {
			block->where =
				STR("left out: heads what stands elsewhere");
			continue;
		}
		sheet_add(&d->unplaced, block, STR("unplaced.md"));
		d->unplaced_count += block->kind != BLOCK_IMAGE;
	}
}

static bool heads_placed(const struct placer *p, size_t b)
{
	const struct block *blocks = p->article->blocks;
	size_t next = b + 1;

	if (blocks[b].kind != BLOCK_HEADING || blocks[b].aside)
		return false;
	for (; next < p->article->block_count &&
	       blocks[next].kind != BLOCK_HEADING;
	     next++)
		if (!blocks[next].where.len)
			return false;
	return next > b + 1;
}
