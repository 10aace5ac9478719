#include "import/placer.h"

#include "base/wording.h"
#include "import/phrases.h"

enum { LABEL_WORDS = 5 };

static void place_section(struct placer *p, size_t s, enum aim inherited);
static void place_judged(struct placer *p, size_t s);
static void place_listed(struct placer *p, size_t s);
static void place_option(struct placer *p, size_t s, enum aim inherited);
static void place_option_blocks(struct placer *p, size_t s, size_t option,
				enum aim aim, struct str heading);
static enum list_kind list_of(enum aim aim);
static bool is_of_another(const struct placer *p, const struct block *block,
			  size_t option, bool stray);
static void place_children(struct placer *p, size_t s, enum aim inherited);
static struct sheet *running_text(const struct placer *p);
static void place_rest(struct placer *p);
static bool heads_placed(const struct placer *p, size_t b);

void place_blocks(struct draft *draft, size_t title_block)
{
	struct article *article = draft->article;
	struct outline outline =
		outline_of(article, &draft->names, title_block);
	struct placer p = { .draft = draft,
			    .article = article,
			    .arena = article->arena,
			    .names = &draft->names,
			    .none = draft->names.count,
			    .blocks = article->blocks,
			    .sections = outline.sections,
			    .section_count = outline.count };

	place_read_tallies(&p);
	place_read_tables(&p);
	place_read_kinds(&p);
	place_shared(&p);
	for (size_t s = 0; s < p.section_count; s = p.sections[s].next)
		place_section(&p, s, AIM_NONE);
	place_scores(&p);
	place_tables(&p);
	place_rest(&p);
	place_doubts(&p);
}

/* What is for nothing that is known stays for place_rest(). */
static void place_section(struct placer *p, size_t s, enum aim inherited)
{
	const struct section *section = &p->sections[s];
	enum aim aim = section->aim != AIM_NONE ? section->aim : inherited;
	bool single = section->subject < p->none;
	bool parts = section->next > s + 1;

	if (place_is_empty(p, s) || aim == AIM_SOURCES)
		return;
	if (place_is_listed(p, s))
		place_listed(p, s);
	else if (aim == AIM_FAQ)
		place_faq(p, s);
	else if (p->criterion[s])
		place_judged(p, s);
	else if (aim == AIM_TITLE || aim == AIM_METHOD)
		place_text(p, &p->draft->intro, s, section->after);
	else if (aim == AIM_PROS_CONS && !single && parts)
		place_children(p, s, aim);
	else if (aim == AIM_GUIDE ||
		 (!single && (aim == AIM_USE_CASES || aim == AIM_USERS ||
			      aim == AIM_PROS_CONS)))
		place_text(p, &p->draft->guide, s, section->after);
	else if (section->question && section->aim == AIM_NONE &&
		 section->spread)
		place_question(p, s);
	else if (single)
		place_option(p, s, aim);
	else if (parts)
		place_children(p, s, aim);
	else if (!p->draft->criterion_count || aim == AIM_OVERVIEW)
		place_text(p, &p->draft->intro, s, section->after);
}

/* From the first criterion that lies in another one on, all is its own. */
static void place_judged(struct placer *p, size_t s)
{
	size_t c = place_criterion(p, s);

	for (; c < p->sections[s].next; c = p->sections[c].next)
		place_section(p, c, AIM_NONE);
}

static void place_listed(struct placer *p, size_t s)
{
	const struct section *section = &p->sections[s];
	struct str rest;

	for (size_t b = section->first; b < section->end;) {
		const struct block *block = &p->blocks[b];

		if (block->kind == BLOCK_ITEM && block->number &&
		    place_item_title(p, block, &rest).len)
			b = place_item(p, b, section->end);
		else
			place_block(p, running_text(p), b++);
	}
	if (section->heading != NO_HEADING)
		p->blocks[section->heading].fate = FATE_HEADS;
	for (size_t c = s + 1; c < section->next; c = p->sections[c].next)
		place_section(p, c, AIM_NONE);
}

static void place_option(struct placer *p, size_t s, enum aim inherited)
{
	const struct section *section = &p->sections[s];
	size_t option = section->subject;
	struct sheet *body = &p->draft->options[option].body;

	for (size_t t = s; t < section->next; t++) {
		const struct section *part = &p->sections[t];
		struct block *heading = &p->blocks[part->heading];
		struct str words = p->sections[t].text;

		if (t > s && (p->criterion[t] || (part->subject < p->none &&
						  part->subject != option))) {
			place_section(p, t, AIM_NONE);
			t = part->next - 1;
			continue;
		}
		if (heading->fate)
			continue;
		/* The first heading says no more than the page's title. */
		if (t == s && !body->text.len &&
		    (!part->topic.len || part->aim == AIM_OVERVIEW))
			words.len = 0;
		block_place(heading, body->path, STR(""));
		place_option_blocks(p, t, option,
				    part->aim ? part->aim : inherited, words);
	}
}

/*
 * Items go to the list that the heading or the line before them names.  What
 * is said of another option below this one's heading has no place.
 */
static void place_option_blocks(struct placer *p, size_t s, size_t option,
				enum aim aim, struct str heading)
{
	const struct section *section = &p->sections[s];
	struct draft_option *o = &p->draft->options[option];
	enum list_kind list = list_of(aim);
	bool stray = false;

	for (size_t b = section->first; b < section->end; b++) {
		struct block *block = &p->blocks[b];
		enum list_kind said = list_of(aim_of(block->plain));

		if (block->fate || block->aside ||
		    place_pros_table(p, block, option) ||
		    place_is_table(p, block))
			continue;
		stray = is_of_another(p, block, option, stray);
		if (stray)
			continue;
		if (block->kind == BLOCK_PARAGRAPH && b + 1 < section->end &&
		    block[1].kind == BLOCK_ITEM) {
			list = said < LISTS ? said : list_of(aim);
			/* "The pros:" */
			if (said < LISTS && !str_ends(block->plain, ".") &&
			    wording_count(block->plain) <= LABEL_WORDS) {
				block->fate = FATE_HEADS;
				continue;
			}
		}
		if (block->kind == BLOCK_ITEM && list < LISTS) {
			*arena_push(p->arena, o->lists[list].items,
				    o->lists[list].count) = block->text;
			block_place(block, o->body.path,
				    str_from(DRAFT_LISTS[list]));
			continue;
		}
		if (heading.len && block->kind != BLOCK_IMAGE) {
			sheet_add_heading(&o->body, 2, heading);
			heading.len = 0;
		}
		place_block(p, &o->body, b);
	}
}

static enum list_kind list_of(enum aim aim)
{
	return aim == AIM_FEATURES    ? LIST_FEATURES
	       : aim == AIM_PROS      ? LIST_PROS
	       : aim == AIM_CONS      ? LIST_CONS
	       : aim == AIM_USE_CASES ? LIST_BEST_FOR
				      : LISTS;
}

/*
 * From a paragraph that begins with another option, or names only others, up
 * to a block that names this one.
 */
static bool is_of_another(const struct placer *p, const struct block *block,
			  size_t option, bool stray)
{
	struct mention front = names_front(p->names, block->plain);
	bool seen[NAMES_MOST];
	size_t spread = names_seen(p->names, block->plain, seen);

	if (block->kind == BLOCK_PARAGRAPH && spread &&
	    (!seen[option] || (front.len && front.option != option)))
		return true;
	return stray && !seen[option];
}

/* Its own text introduces them. */
static void place_children(struct placer *p, size_t s, enum aim inherited)
{
	const struct section *section = &p->sections[s];

	for (size_t b = section->first; b < section->end; b++)
		if (place_is_winner(p, b))
			draft_todo(p->draft,
				   "line %u, \"%.*s\", stands above other "
				   "sections: no score was taken from it",
				   p->blocks[b].line,
				   STR_ARG(p->blocks[b].plain));
	place_text(p, running_text(p), s, section->end);
	for (size_t c = s + 1; c < section->next; c = p->sections[c].next)
		place_section(p, c, inherited);
}

/* Before the first criterion a text introduces, behind it it concludes. */
static struct sheet *running_text(const struct placer *p)
{
	return p->draft->criterion_count ? &p->draft->guide : &p->draft->intro;
}

static void place_rest(struct placer *p)
{
	struct draft *d = p->draft;

	for (size_t b = 0; b < p->article->block_count; b++) {
		struct block *block = &p->blocks[b];

		if (block->fate)
			continue;
		if (heads_placed(p, b)) {
			block->fate = FATE_HEADS;
			continue;
		}
		sheet_add(&d->unplaced, block);
		if (block->hidden && block->fate == FATE_PLACED)
			block->part = STR("not shown on the page");
		d->unplaced_count += block->kind != BLOCK_IMAGE;
	}
}

static bool heads_placed(const struct placer *p, size_t b)
{
	bool heads = false;

	if (p->blocks[b].kind != BLOCK_HEADING || p->blocks[b].aside)
		return false;
	for (size_t next = b + 1; next < p->article->block_count &&
				  p->blocks[next].kind != BLOCK_HEADING;
	     next++) {
		if (p->blocks[next].hidden)
			continue;
		if (!p->blocks[next].fate)
			return false;
		heads = true;
	}
	return heads;
}
