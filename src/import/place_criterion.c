#include "import/placer.h"

#include <math.h>

#include "base/slug.h"
#include "import/phrases.h"
#include "import/tally_text.h"
#include "import/wording.h"
#include "read/reader.h"

enum { NOBODY = NAMES_MOST };

static size_t shared_owner(const struct placer *p, size_t s);
static void place_share(struct placer *p, struct draft_criterion *c, size_t s);
static void place_item(struct placer *p, size_t *b, size_t end);
static void place_own(struct placer *p, struct draft_criterion *c, size_t first,
		      size_t end);
static void place_below(struct placer *p, struct draft_criterion *c, size_t s,
			size_t owner);
static void place_heading(struct placer *p, struct draft_criterion *c, size_t s,
			  size_t owner);
static bool is_verdict_heading(struct str words);
static void place_verdict(struct placer *p, struct draft_criterion *c,
			  size_t s);
static void add_verdict(struct placer *p, struct draft_criterion *c, size_t b);
static void place_in(struct placer *p, struct draft_criterion *c, size_t b,
		     size_t owner, bool certain);
static struct str place_of(struct placer *p, const struct draft_criterion *c,
			   size_t owner);
static bool is_name(const struct placer *p, const struct block *block);
static bool is_bare_tally(const struct placer *p, const struct block *block);
static struct block without_lead(const struct placer *p,
				 const struct block *block, size_t owner);
static bool split_sentences(struct placer *p, struct draft_criterion *c,
			    const struct block *block);
static bool has_owners(const struct placer *p, struct str text);
static struct sheet *sheet_of(const struct placer *p, struct draft_criterion *c,
			      size_t owner);
static bool is_taken(const struct placer *p, struct str id);

void place_criterion(struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	struct str title =
		section->topic.len ? section->topic : place_heading_words(p, s);
	struct draft_criterion *c = place_new_criterion(p, title);

	p->article->blocks[section->heading].where = arena_printf(
		p->article->arena, "criteria/%.*s: title", STR_ARG(c->file));
	place_own(p, c, section->first, section->end);
	for (size_t t = s + 1; t < outline_next(&p->outline, s);
	     t = outline_next(&p->outline, t))
		place_below(p, c, t, p->names->count);
	place_points(p, c, section->heading, place_block_after(p, s));
}

void place_listed(struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	struct str rest;

	for (size_t b = section->first; b < section->end;) {
		struct block *block = &p->article->blocks[b];

		if (block->kind == BLOCK_ITEM && block->number &&
		    place_item_title(p, block, &rest).len) {
			place_item(p, &b, section->end);
			continue;
		}
		place_block(p,
			    p->draft->criterion_count ? &p->draft->guide
						      : &p->draft->intro,
			    b,
			    p->draft->criterion_count ? "guide.md"
						      : "comparison.md");
		b++;
	}
	if (section->heading != NO_HEADING)
		p->article->blocks[section->heading].where =
			STR("left out: heads what stands in criteria/");
	for (size_t c = s + 1; c < outline_next(&p->outline, s);
	     c = outline_next(&p->outline, c))
		place_section(p, c, ROLE_NONE);
}

/* The first option under which a topic comes makes it a criterion. */
void place_shared(struct placer *p)
{
	for (size_t s = 1; s < p->outline.count; s++) {
		const struct section *section = &p->outline.sections[s];
		size_t owner = shared_owner(p, s);
		struct draft_criterion *c = NULL;

		if (owner == p->names->count ||
		    p->article->blocks[section->heading].where.len)
			continue;
		for (size_t t = s + 1; t < p->outline.count; t++) {
			const struct section *like = &p->outline.sections[t];
			size_t other =
				wording_equals(like->topic, section->topic)
					? shared_owner(p, t)
					: p->names->count;

			if (other == p->names->count || other == owner)
				continue;
			if (!c) {
				c = place_new_criterion(p, section->topic);
				place_share(p, c, s);
			}
			place_share(p, c, t);
		}
	}
}

/* The option right below whose heading a section on some topic lies. */
static size_t shared_owner(const struct placer *p, size_t s)
{
	const struct section *sections = p->outline.sections;
	const struct section *section = &sections[s];
	const struct section *above = &sections[section->parent];
	size_t none = p->names->count;

	if (section->role != ROLE_NONE || !section->topic.len ||
	    section->question || !section->parent || place_is_empty(p, s) ||
	    above->subject == none ||
	    (above->role != ROLE_NONE && above->role != ROLE_OVERVIEW) ||
	    p->criterion[above->parent] ||
	    (section->subject < none && section->subject != above->subject))
		return none;
	return above->subject;
}

static void place_share(struct placer *p, struct draft_criterion *c, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	size_t owner = shared_owner(p, s);

	p->article->blocks[section->heading].where = place_of(p, c, owner);
	for (size_t b = section->first; b < section->end; b++)
		place_in(p, c, b, owner, true);
	for (size_t t = s + 1; t < outline_next(&p->outline, s);
	     t = outline_next(&p->outline, t))
		place_below(p, c, t, owner);
}

static void place_item(struct placer *p, size_t *b, size_t end)
{
	struct block *block = &p->article->blocks[*b];
	size_t start = *b;
	struct str rest;
	struct draft_criterion *c =
		place_new_criterion(p, place_item_title(p, block, &rest));
	struct block piece = *block;

	piece.kind = BLOCK_PARAGRAPH;
	piece.text = rest;
	if (rest.len && !split_sentences(p, c, &piece))
		sheet_add(&c->body, &piece, STR(""));
	block->where = place_of(p, c, p->names->count);
	if (p->scores[start].given)
		block->where = ARENA_JOIN(p->article->arena, block->where,
					  STR(", scores.csv"));
	do
		(*b)++;
	while (*b < end && p->article->blocks[*b].kind == BLOCK_ITEM &&
	       (!p->article->blocks[*b].number ||
		p->article->blocks[*b].level > 1));
	place_own(p, c, start + 1, *b);
	place_points(p, c, start, *b);
}

/* All of it stays whole where it is not certain whom a part is about. */
static void place_own(struct placer *p, struct draft_criterion *c, size_t first,
		      size_t end)
{
	size_t *owners = arena_array(p->article->arena, size_t, end - first);
	bool certain = place_owners(p, first, end, owners);
	bool verdict = false;

	for (size_t b = first; b < end; b++) {
		struct block *block = &p->article->blocks[b];

		if (block->where.len || block->aside)
			continue;
		if (verdict && block->kind != BLOCK_TABLE &&
		    !p->scores[b].given) {
			add_verdict(p, c, b);
			continue;
		}
		verdict |= block->lowered && place_is_verdict(p, b);
		place_in(p, c, b, certain ? owners[b - first] : p->names->count,
			 certain);
	}
	if (!certain)
		draft_todo(p->draft,
			   ARENA_JOIN(p->article->arena, place_of(p, c, NOBODY),
				      STR(" has its text in one piece, for it "
					  "is not certain of whom a part of it "
					  "speaks")));
}

/* What lies below a criterion's heading: an option's part, a verdict, text. */
static void place_below(struct placer *p, struct draft_criterion *c, size_t s,
			size_t owner)
{
	const struct section *section = &p->outline.sections[s];
	size_t none = p->names->count;

	if (place_is_empty(p, s))
		return;
	if (owner == none && section->subject == none &&
	    is_verdict_heading(place_heading_words(p, s))) {
		place_verdict(p, c, s);
	} else {
		if (owner == none)
			owner = section->subject;
		place_heading(p, c, s, owner);
		for (size_t b = section->first; b < section->end; b++)
			place_in(p, c, b, owner, owner < none);
	}
	for (size_t t = s + 1; t < outline_next(&p->outline, s);
	     t = outline_next(&p->outline, t))
		place_below(p, c, t, owner);
}

/* An option's heading stays where it says more than the name. */
static void place_heading(struct placer *p, struct draft_criterion *c, size_t s,
			  size_t owner)
{
	const struct section *section = &p->outline.sections[s];
	struct block *heading = &p->article->blocks[section->heading];

	heading->where = place_of(p, c, owner);
	if (owner < p->names->count && section->subject == owner &&
	    (!section->topic.len || wording_equals(section->topic, c->title)))
		return;
	sheet_add_heading(sheet_of(p, c, owner), 3, place_heading_text(p, s));
}

static bool is_verdict_heading(struct str words)
{
	while (words.len && strchr(":?", words.ptr[words.len - 1]))
		words.len--;
	return wording_is_any(words, PHRASES_VERDICT);
}

static void place_verdict(struct placer *p, struct draft_criterion *c, size_t s)
{
	const struct section *section = &p->outline.sections[s];

	p->article->blocks[section->heading].where =
		STR("left out: heads a verdict");
	for (size_t b = section->first; b < section->end; b++) {
		struct block *block = &p->article->blocks[b];

		if (!block->where.len && !block->aside && !p->scores[b].given &&
		    block->kind != BLOCK_TABLE)
			add_verdict(p, c, b);
	}
}

static void add_verdict(struct placer *p, struct draft_criterion *c, size_t b)
{
	struct block *block = &p->article->blocks[b];

	if (!c->note.len && block->kind == BLOCK_PARAGRAPH)
		c->note = block->text;
	sheet_add(&c->verdict, block,
		  arena_printf(p->article->arena, "criteria/%.*s: Verdict",
			       STR_ARG(c->file)));
}

static void place_in(struct placer *p, struct draft_criterion *c, size_t b,
		     size_t owner, bool certain)
{
	struct block *block = &p->article->blocks[b];
	struct arena *arena = p->article->arena;
	struct mention front = names_front(p->names, block->plain);
	size_t none = p->names->count;

	if (block->where.len || block->aside || place_is_table(p, block))
		return;
	/* "Elm, though …" below the heading "Oak" is not said of oak. */
	if (owner < none && front.len && front.option != owner &&
	    block->kind == BLOCK_PARAGRAPH &&
	    names_owner(p->names, block->plain) == front.option)
		owner = none;
	if (owner < none && is_name(p, block)) {
		block->where = place_of(p, c, owner);
	} else if (p->scores[b].given && is_bare_tally(p, block)) {
		block->where = ARENA_JOIN(arena, STR("scores.csv: "), c->id);
	} else if (place_is_verdict(p, b) ||
		   (p->scores[b].given && block->kind == BLOCK_PARAGRAPH &&
		    block->plain.len <= WINNER_LONG)) {
		c->note.len = 0;
		add_verdict(p, c, b);
	} else if (place_rating(p, c, b, owner)) {
		return;
	} else if (owner < none) {
		struct block piece = without_lead(p, block, owner);

		sheet_add(&c->parts[owner], &piece, place_of(p, c, owner));
		block->where = piece.where;
	} else if (certain && block->kind == BLOCK_PARAGRAPH &&
		   split_sentences(p, c, block)) {
		block->where = ARENA_JOIN(arena, place_of(p, c, none),
					  STR(": by sentences"));
	} else {
		sheet_add(&c->body, block, place_of(p, c, none));
	}
}

static struct str place_of(struct placer *p, const struct draft_criterion *c,
			   size_t owner)
{
	bool part = owner < p->names->count;

	return ARENA_JOIN(p->article->arena, STR("criteria/"), c->file,
			  part ? STR(": ") : STR(""),
			  part ? p->names->name[owner] : STR(""));
}

/* An item "Oak", above a list of what it has. */
static bool is_name(const struct placer *p, const struct block *block)
{
	struct mention m = names_find(p->names, block->plain, 0);

	return m.len && !m.at && block->kind == BLOCK_ITEM &&
	       block->plain.len <= m.len + str_ends(block->plain, ":");
}

/* "Point to oak. 2–1" says more than the score. */
static bool is_bare_tally(const struct placer *p, const struct block *block)
{
	struct str rest = block->plain;
	bool wins[NAMES_MOST];

	wording_sentence(&rest);
	return block->plain.len <= WINNER_LONG &&
	       !(rest.ptr && tally_text_winner(p->names, block->plain, wins));
}

/* "**Oak:** it is hard." below the heading "Oak" is "It is hard." */
static struct block without_lead(const struct placer *p,
				 const struct block *block, size_t owner)
{
	struct block piece = *block;
	struct str rest = str_from_byte(block->text, 2);
	struct mention m = names_find(p->names, block->lead, 0);
	bool label = str_ends(block->lead, ":");

	if (!str_starts(block->text, "**") || m.option != owner || m.at ||
	    block->lead.len > m.len + label)
		return piece;
	rest = str_trim(str_from_byte(rest, str_find_str(rest, STR("**")) + 2));
	while (rest.len && strchr(":-", rest.ptr[0])) {
		rest = str_trim(str_from_byte(rest, 1));
		label = true;
	}
	if (str_starts(rest, "–") || str_starts(rest, "—")) {
		rest = str_trim(str_from_byte(rest, strlen("–")));
		label = true;
	}
	if (!label || !rest.len)
		return piece;
	rest = arena_str(p->article->arena, rest);
	if (rest.ptr[0] >= 'a' && rest.ptr[0] <= 'z' &&
	    !names_find(p->names, rest, 0).len)
		((char *)rest.ptr)[0] -= 'a' - 'A';
	piece.text = rest;
	piece.kind = block->level <= 1 ? BLOCK_PARAGRAPH : block->kind;
	return piece;
}

/*
 * The sentences of a paragraph about several options go to those they are
 * about; false where that is not certain of one of them.
 */
static bool split_sentences(struct placer *p, struct draft_criterion *c,
			    const struct block *block)
{
	size_t owner = p->names->count;
	struct str rest = block->text;
	struct block piece = *block;

	if (!has_owners(p, rest))
		return false;
	piece.text.len = 0;
	while (rest.ptr && rest.len) {
		struct str sentence = wording_sentence(&rest);
		size_t next = names_owner(p->names, sentence);

		if (next < p->names->count && next != owner) {
			if (piece.text.len)
				sheet_add(&c->parts[owner], &piece, STR(""));
			piece.text = sentence;
			owner = next;
		}
		piece.text.len =
			(size_t)(sentence.ptr + sentence.len - piece.text.ptr);
	}
	sheet_add(&c->parts[owner], &piece, STR(""));
	return true;
}

/* Whether each sentence has one, and two options have sentences. */
static bool has_owners(const struct placer *p, struct str text)
{
	size_t none = p->names->count, first = none;
	bool several = false;

	while (text.ptr && text.len) {
		struct str sentence = wording_sentence(&text);
		size_t owner = names_owner(p->names, sentence);

		if (!wording_is_whole(sentence))
			return false;
		if (owner == none &&
		    (first == none || names_spread(p->names, sentence) ||
		     !wording_starts_any(sentence, PHRASES_GOES_ON)))
			return false;
		several |= owner < none && first < none && owner != first;
		first = first == none ? owner : first;
	}
	return several;
}

static struct sheet *sheet_of(const struct placer *p, struct draft_criterion *c,
			      size_t owner)
{
	return owner < p->names->count ? &c->parts[owner] : &c->body;
}

struct draft_criterion *place_new_criterion(struct placer *p, struct str title)
{
	struct draft *d = p->draft;
	struct arena *arena = p->article->arena;
	struct draft_criterion *c =
		arena_push(arena, d->criteria, d->criterion_count);
	size_t number = d->criterion_count;
	struct str id = slug_of(title, arena), tried = id;

	/* A number in front would be taken for the order. */
	if (!id.len || (id.ptr[0] >= '0' && id.ptr[0] <= '9'))
		tried = id = ARENA_JOIN(arena, STR("criterion-"),
					id.len ? id : STR("x"));
	for (size_t n = number; is_taken(p, tried); n++)
		tried = arena_printf(arena, "%.*s-%zu", STR_ARG(id), n);
	c->id = tried;
	c->weight = NAN;
	c->title = title;
	c->file =
		arena_printf(arena, "%zu-%.*s.md", number * 10, STR_ARG(c->id));
	return c;
}

/* By another criterion, or by a page beside the criteria's. */
static bool is_taken(const struct placer *p, struct str id)
{
	struct option options[NAMES_MOST] = { 0 };
	struct comparison c = { .options = options,
				.option_count = p->names->count };

	for (size_t j = 0; j + 1 < p->draft->criterion_count; j++)
		if (str_equals(p->draft->criteria[j].id, id))
			return true;
	for (size_t i = 0; i < p->names->count; i++)
		options[i].id = p->names->id[i];
	return criterion_id_is_taken(&c, id);
}
