#include "import/placer.h"

#include "base/wording.h"
#include "import/phrases.h"
#include "import/sentence.h"

static size_t shared_owner(const struct placer *p, size_t s);
static void place_share(struct placer *p, struct draft_criterion *c, size_t s);
static void place_part(struct placer *p, struct draft_criterion *c,
		       const struct section *section, size_t owner);
static bool is_stray(const struct placer *p, const struct section *section,
		     size_t b, size_t owner, bool stray);
static bool is_of_another(const struct placer *p, const struct block *block,
			  size_t owner);
static void place_own(struct placer *p, struct draft_criterion *c, size_t first,
		      size_t end);
static void place_below(struct placer *p, struct draft_criterion *c, size_t s,
			size_t owner);
static void place_heading(struct placer *p, struct draft_criterion *c, size_t s,
			  size_t owner);
static void place_verdict(struct placer *p, struct draft_criterion *c,
			  size_t b);
static void place_in(struct placer *p, struct draft_criterion *c, size_t b,
		     size_t owner, bool certain);
static bool is_bare_tally(const struct placer *p, size_t b);
static bool split_sentences(struct placer *p, struct draft_criterion *c,
			    struct block *block);
static void place_piece(struct placer *p, struct draft_criterion *c,
			struct block *piece, size_t owner);
static bool has_owners(const struct placer *p, struct str text);
static struct sheet *sheet_of(const struct placer *p, struct draft_criterion *c,
			      size_t owner);

size_t place_criterion(struct placer *p, size_t s)
{
	const struct section *section = &p->sections[s];
	size_t t = s + 1, within = s + 1;
	struct draft_criterion *c = place_new(
		p, section->topic.len ? section->topic : p->sections[s].words);

	block_place(&p->blocks[section->heading], c->body.path, STR("title"));
	place_own(p, c, section->first, section->end);
	while (within < section->next && !p->criterion[within])
		within++;
	for (; t < section->next && p->sections[t].next <= within;
	     t = p->sections[t].next)
		place_below(p, c, t, p->none);
	place_points(p, c, section->heading,
		     t < section->next ? p->sections[t].heading
				       : section->after);
	return t;
}

size_t place_item(struct placer *p, size_t b, size_t end)
{
	struct block *block = &p->blocks[b], piece = *block;
	size_t behind = b + 1;
	struct draft_criterion *c =
		place_new(p, place_item_title(p, block, &piece.text));

	piece.kind = BLOCK_PARAGRAPH;
	if (!split_sentences(p, c, &piece))
		sheet_add(&c->body, &piece);
	block->rated = piece.rated;
	block_place(block, c->body.path, STR(""));
	while (behind < end && p->blocks[behind].kind == BLOCK_ITEM &&
	       (!p->blocks[behind].number || p->blocks[behind].level > 1))
		behind++;
	place_own(p, c, b + 1, behind);
	place_points(p, c, b, behind);
	return behind;
}

/* The first option under which a topic comes makes it a criterion. */
void place_shared(struct placer *p)
{
	for (size_t s = 1; s < p->section_count; s++) {
		struct str topic = p->sections[s].topic;
		size_t owner = shared_owner(p, s);
		struct draft_criterion *c = NULL;

		if (owner == p->none || p->blocks[p->sections[s].heading].fate)
			continue;
		for (size_t t = s + 1; t < p->section_count; t++) {
			size_t other =
				wording_equals(p->sections[t].topic, topic)
					? shared_owner(p, t)
					: p->none;

			if (other == p->none || other == owner)
				continue;
			if (!c) {
				c = place_new(p, topic);
				place_share(p, c, s);
			}
			place_share(p, c, t);
		}
	}
}

/* The option right below whose heading a section on some topic lies. */
static size_t shared_owner(const struct placer *p, size_t s)
{
	const struct section *section = &p->sections[s];
	const struct section *above = &p->sections[section->parent];

	if (section->aim != AIM_NONE || !section->topic.len ||
	    section->question || !section->parent || place_is_empty(p, s) ||
	    (above->aim != AIM_NONE && above->aim != AIM_OVERVIEW) ||
	    p->criterion[section->parent] ||
	    (section->subject < p->none && section->subject != above->subject))
		return p->none;
	return above->subject;
}

static void place_share(struct placer *p, struct draft_criterion *c, size_t s)
{
	const struct section *section = &p->sections[s];
	size_t owner = shared_owner(p, s);
	struct sheet *sheet = sheet_of(p, c, owner);

	block_place(&p->blocks[section->heading], sheet->path, sheet->part);
	place_part(p, c, section, owner);
	for (size_t t = s + 1; t < section->next; t = p->sections[t].next)
		place_below(p, c, t, owner);
}

/*
 * What lies below an option's heading.  From what is said of another up to
 * what names this one it is not certain whom a block is about: it stays in
 * one piece, before the parts.
 */
static void place_part(struct placer *p, struct draft_criterion *c,
		       const struct section *section, size_t owner)
{
	bool stray = false, moved = false;

	for (size_t b = section->first; b < section->end; b++) {
		bool placed = p->blocks[b].fate != FATE_NONE;

		stray = is_stray(p, section, b, owner, stray);
		place_in(p, c, b, stray ? p->none : owner, true);
		moved |= !placed && stray && !p->blocks[b].part.len &&
			 str_equals(p->blocks[b].path, c->body.path);
	}
	if (moved)
		draft_todo(p->draft,
			   "%.*s begins with what stood below the heading "
			   "\"%.*s\" and is not of it alone: put it where it "
			   "belongs",
			   STR_ARG(c->body.path), STR_ARG(section->text));
}

/* A list is not taken apart. */
static bool is_stray(const struct placer *p, const struct section *section,
		     size_t b, size_t owner, bool stray)
{
	bool seen[NAMES_MOST];

	if (b > section->first && p->blocks[b].kind == BLOCK_ITEM &&
	    p->blocks[b - 1].kind == BLOCK_ITEM)
		return stray;
	if (p->blocks[b].kind == BLOCK_PARAGRAPH &&
	    is_of_another(p, &p->blocks[b], owner))
		return true;
	for (size_t i = b; i < section->end && p->blocks[i].kind == BLOCK_ITEM;
	     i++)
		if (is_of_another(p, &p->blocks[i], owner))
			return true;
	names_seen(p->names, p->blocks[b].plain, seen);
	return stray && !seen[owner];
}

/* "Elm, though …" below the heading "Oak" is not said of oak. */
static bool is_of_another(const struct placer *p, const struct block *block,
			  size_t owner)
{
	struct mention front = names_front(p->names, block->plain);

	return front.len && front.option != owner &&
	       names_owner(p->names, block->plain) == front.option;
}

/* All of it stays whole where it is not certain whom a part is about. */
static void place_own(struct placer *p, struct draft_criterion *c, size_t first,
		      size_t end)
{
	size_t *owners = arena_array(p->arena, size_t, end - first);
	bool certain = place_owners(p, first, end, owners);
	bool verdict = false;

	for (size_t b = first; b < end; b++) {
		bool text =
			p->blocks[b].kind != BLOCK_TABLE && !p->scores[b].given;

		if (verdict && text)
			place_verdict(p, c, b);
		verdict |= p->blocks[b].lowered && place_is_verdict(p, b);
		place_in(p, c, b, certain ? owners[b - first] : p->none,
			 certain);
	}
	if (!certain)
		draft_todo(p->draft,
			   "%.*s has its text in one piece, for it is not "
			   "certain of whom a part of it speaks",
			   STR_ARG(c->body.path));
}

/* What lies below a criterion's heading: an option's part, a verdict, text. */
static void place_below(struct placer *p, struct draft_criterion *c, size_t s,
			size_t owner)
{
	const struct section *section = &p->sections[s];
	bool verdict = owner == p->none && place_is_result(section);

	if (place_is_empty(p, s))
		return;
	/* A heading that is but another's name tells of that one. */
	if (owner == p->none ||
	    (section->subject < p->none && !section->topic.len))
		owner = section->subject;
	if (verdict)
		p->blocks[section->heading].fate = FATE_HEADS;
	else
		place_heading(p, c, s, owner);
	if (!verdict && owner < p->none)
		place_part(p, c, section, owner);
	for (size_t b = section->first; b < section->end; b++)
		if (verdict && p->blocks[b].kind != BLOCK_TABLE &&
		    !p->scores[b].given)
			place_verdict(p, c, b);
		else
			place_in(p, c, b, p->none, false);
	for (size_t t = s + 1; t < section->next; t = p->sections[t].next)
		place_below(p, c, t, owner);
}

/* An option's heading stays where it says more than the name. */
static void place_heading(struct placer *p, struct draft_criterion *c, size_t s,
			  size_t owner)
{
	const struct section *section = &p->sections[s];
	struct sheet *sheet = sheet_of(p, c, owner);

	block_place(&p->blocks[section->heading], sheet->path, sheet->part);
	if (owner == p->none || section->subject != owner ||
	    (section->topic.len && !wording_equals(section->topic, c->title)))
		sheet_add_heading(sheet, 3, p->sections[s].text);
}

static void place_verdict(struct placer *p, struct draft_criterion *c, size_t b)
{
	struct block *block = &p->blocks[b];

	if (block->fate || block->aside)
		return;
	if (!c->note.len && block->kind == BLOCK_PARAGRAPH)
		c->note = block->text;
	sheet_add(&c->verdict, block);
}

static void place_in(struct placer *p, struct draft_criterion *c, size_t b,
		     size_t owner, bool certain)
{
	struct block *block = &p->blocks[b];
	bool paragraph = block->kind == BLOCK_PARAGRAPH;
	bool score = p->scores[b].given;

	if (block->fate || block->aside || place_is_table(p, block))
		return;
	if (score && is_bare_tally(p, b)) {
		block_place(block, STR("scores.csv"), c->id);
	} else if (place_is_verdict(p, b) ||
		   (score && paragraph && block->plain.len <= WINNER_LONG)) {
		c->note.len = 0;
		place_verdict(p, c, b);
	} else if (owner == p->none && certain && paragraph &&
		   split_sentences(p, c, block)) {
		block_place(block, c->body.path, STR("by sentences"));
	} else {
		block->rated = place_rating(p, c, block, owner);
		sheet_add(sheet_of(p, c, owner), block);
	}
}

/* "Point to oak. 2–1" says more than the score. */
static bool is_bare_tally(const struct placer *p, size_t b)
{
	struct str rest = p->blocks[b].plain;

	sentence_cut(&rest);
	return !rest.ptr;
}

/*
 * The sentences of a paragraph about several options go to those they are
 * about; false where that is not certain of one of them.
 */
static bool split_sentences(struct placer *p, struct draft_criterion *c,
			    struct block *block)
{
	size_t owner = p->none;
	struct str rest = block->text;
	struct block piece = *block;

	if (!has_owners(p, rest))
		return false;
	while (rest.len) {
		struct str sentence = sentence_cut(&rest);
		size_t next = names_owner(p->names, sentence);

		if (next < p->none && next != owner) {
			if (owner < p->none)
				place_piece(p, c, &piece, owner);
			piece.text = sentence;
			owner = next;
		}
		piece.text.len =
			(size_t)(sentence.ptr + sentence.len - piece.text.ptr);
	}
	place_piece(p, c, &piece, owner);
	block->rated = piece.rated;
	return true;
}

static void place_piece(struct placer *p, struct draft_criterion *c,
			struct block *piece, size_t owner)
{
	piece->plain = piece->text;
	piece->rated |= place_rating(p, c, piece, owner);
	sheet_add(&c->parts[owner], piece);
}

/* Whether each sentence has one, and two options have sentences. */
static bool has_owners(const struct placer *p, struct str text)
{
	size_t first = p->none;
	bool several = false;

	while (text.len) {
		struct str sentence = sentence_cut(&text);
		size_t owner = names_owner(p->names, sentence);

		if (!sentence_is_whole(sentence) ||
		    (owner == p->none &&
		     (first == p->none || names_spread(p->names, sentence) ||
		      !wording_starts_any(sentence, PHRASES_GOES_ON))))
			return false;
		several |= owner < p->none && first < p->none && owner != first;
		first = first == p->none ? owner : first;
	}
	return several;
}

static struct sheet *sheet_of(const struct placer *p, struct draft_criterion *c,
			      size_t owner)
{
	return owner < p->none ? &c->parts[owner] : &c->body;
}
