#include "import/placer.h"

#include "base/slug.h"
#include "import/tally_text.h"
#include "import/wording.h"

static size_t shared_owner(const struct placer *p, size_t s);
static void place_share(struct placer *p, struct draft_criterion *c, size_t s);
static void place_item(struct placer *p, size_t *b, size_t end);
static void place_parts(struct placer *p, struct draft_criterion *c,
			size_t head, size_t s, size_t owner);
static void place_in(struct placer *p, struct draft_criterion *c, size_t b,
		     size_t owner);
static bool is_verdict_heading(struct str words);
static void place_verdict(struct placer *p, struct draft_criterion *c,
			  size_t s);
static void add_verdict(struct placer *p, struct draft_criterion *c, size_t b);
static bool is_name(const struct placer *p, const struct block *block);
static bool is_bare_tally(const struct placer *p, const struct block *block);
static struct block without_lead(const struct placer *p,
				 const struct block *block, size_t owner);
static bool split_sentences(struct placer *p, struct draft_criterion *c,
			    const struct block *block);
static bool is_whole(struct str markdown);
static struct sheet *sheet_of(const struct placer *p, struct draft_criterion *c,
			      size_t owner);
static bool is_shouting(const struct placer *p, struct str title);
static bool is_loud(struct str words);
static struct str calm(struct str title, struct arena *arena);
static bool is_reserved(const struct placer *p, struct str id);

void place_criterion(struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	struct str title =
		section->topic.len ? section->topic : place_heading_words(p, s);
	struct draft_criterion *c = place_new_criterion(p, title);

	p->article->blocks[section->heading].where = arena_printf(
		p->article->arena, "criteria/%.*s: title", STR_ARG(c->file));
	place_parts(p, c, s, s, p->names->count);
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
		for (size_t t = s; t < p->outline.count; t++) {
			const struct section *like = &p->outline.sections[t];

			if (!wording_equals(like->topic, section->topic) ||
			    (t > s && shared_owner(p, t) == owner) ||
			    shared_owner(p, t) == p->names->count)
				continue;
			if (t > s && !c) {
				c = place_new_criterion(p, section->topic);
				place_share(p, c, s);
			}
			if (c && t > s)
				place_share(p, c, t);
		}
	}
}

/* The option below whose heading a section on some topic lies. */
static size_t shared_owner(const struct placer *p, size_t s)
{
	const struct section *sections = p->outline.sections;
	const struct section *section = &sections[s];
	size_t none = p->names->count, above = s;

	if (section->role != ROLE_NONE || !section->topic.len ||
	    section->question || place_is_empty(p, s))
		return none;
	while (above > 1 && sections[above].level >= section->level)
		above--;
	if (sections[above].level >= section->level ||
	    sections[above].subject == none ||
	    (sections[above].topic.len && sections[above].role != ROLE_NONE &&
	     sections[above].role != ROLE_OVERVIEW) ||
	    (section->subject < none &&
	     section->subject != sections[above].subject))
		return none;
	for (size_t head = above; head > 1; head--)
		if (sections[head - 1].level < sections[above].level &&
		    sections[head - 1].last > above &&
		    place_is_criterion(p, head - 1))
			return none;
	return sections[above].subject;
}

static void place_share(struct placer *p, struct draft_criterion *c, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	size_t owner = shared_owner(p, s);

	p->article->blocks[section->heading].where =
		arena_printf(p->article->arena, "criteria/%.*s: %.*s",
			     STR_ARG(c->file), STR_ARG(p->names->name[owner]));
	for (size_t b = section->first; b < place_block_after(p, s); b++)
		if (!p->article->blocks[b].where.len &&
		    !p->article->blocks[b].aside)
			place_in(p, c, b, owner);
}

static void place_item(struct placer *p, size_t *b, size_t end)
{
	struct block *block = &p->article->blocks[*b];
	size_t start = *b, owner = p->names->count;
	struct str rest;
	struct draft_criterion *c =
		place_new_criterion(p, place_item_title(p, block, &rest));
	struct block piece = *block;

	piece.kind = BLOCK_PARAGRAPH;
	piece.text = rest;
	if (!split_sentences(p, c, &piece) && rest.len)
		sheet_add(&c->body, &piece, STR(""));
	block->where = arena_printf(p->article->arena, "criteria/%.*s",
				    STR_ARG(c->file));
	if (p->scores[start].given)
		block->where = ARENA_JOIN(p->article->arena, block->where,
					  STR(", scores.csv"));
	for ((*b)++; *b < end; (*b)++) {
		struct block *next = &p->article->blocks[*b];

		if (next->kind == BLOCK_ITEM && next->number &&
		    next->level <= 1)
			break;
		if (next->where.len || next->aside)
			continue;
		owner = place_owner(p, next, owner);
		place_in(p, c, *b, owner);
	}
	place_points(p, c, start, *b);
}

/* The blocks of section `s`, and of those below it. */
static void place_parts(struct placer *p, struct draft_criterion *c,
			size_t head, size_t s, size_t owner)
{
	const struct section *section = &p->outline.sections[s];
	bool fixed = s != head && owner < p->names->count;
	bool verdict = false;

	for (size_t b = section->first; b < section->end; b++) {
		struct block *block = &p->article->blocks[b];

		if (block->where.len || block->aside)
			continue;
		if (verdict && block->kind != BLOCK_TABLE &&
		    !p->scores[b].given) {
			add_verdict(p, c, b);
			continue;
		}
		verdict |= block->lowered && place_is_verdict(p, b);
		if (!fixed)
			owner = place_owner(p, block, owner);
		place_in(p, c, b, owner);
	}
	for (size_t t = s + 1; t < outline_next(&p->outline, s);
	     t = outline_next(&p->outline, t)) {
		const struct section *child = &p->outline.sections[t];
		struct block *heading = &p->article->blocks[child->heading];
		size_t to = fixed ? owner : p->names->count;

		if (place_is_empty(p, t))
			continue;
		if (!fixed && child->subject < p->names->count)
			to = child->subject;
		if (to < p->names->count && place_is_part(p, t, head))
			heading->where = arena_printf(
				p->article->arena, "criteria/%.*s: %.*s",
				STR_ARG(c->file), STR_ARG(p->names->name[to]));
		else if (is_verdict_heading(heading->plain))
			place_verdict(p, c, t);
		else
			place_in(p, c, child->heading, to);
		place_parts(p, c, head, t, to);
	}
}

static bool is_verdict_heading(struct str words)
{
	static const char *const WORDS[] = {
		"verdict",     "winner",      "result",	       "bottom line",
		"the verdict", "our verdict", "the winner",    "our take",
		"conclusion",  "who wins",    "round verdict", "takeaway"
	};

	while (words.len && strchr(":?", words.ptr[words.len - 1]))
		words.len--;
	for (size_t k = 0; k < sizeof(WORDS) / sizeof(*WORDS); k++)
		if (wording_is(words, WORDS[k]))
			return true;
	return false;
}

static void place_verdict(struct placer *p, struct draft_criterion *c, size_t s)
{
	const struct section *section = &p->outline.sections[s];

	p->article->blocks[section->heading].where =
		STR("left out: heads a verdict");
	for (size_t b = section->first; b < section->end; b++) {
		struct block *block = &p->article->blocks[b];

		if (block->where.len || block->aside || p->scores[b].given ||
		    block->kind == BLOCK_TABLE)
			continue;
		if (!c->note.len && block->kind == BLOCK_PARAGRAPH)
			c->note = block->text;
		add_verdict(p, c, b);
	}
}

static void add_verdict(struct placer *p, struct draft_criterion *c, size_t b)
{
	sheet_add(&c->verdict, &p->article->blocks[b],
		  arena_printf(p->article->arena, "criteria/%.*s: Verdict",
			       STR_ARG(c->file)));
}

static void place_in(struct placer *p, struct draft_criterion *c, size_t b,
		     size_t owner)
{
	struct block *block = &p->article->blocks[b];
	struct arena *arena = p->article->arena;
	struct str file = ARENA_JOIN(arena, STR("criteria/"), c->file);

	if (block->kind == BLOCK_TABLE && place_table(p, block, c->title))
		return;
	if (owner < p->names->count && is_name(p, block)) {
		block->where = ARENA_JOIN(arena, file, STR(": "),
					  p->names->name[owner]);
		return;
	}
	if (p->scores[b].given && is_bare_tally(p, block)) {
		block->where = ARENA_JOIN(arena, STR("scores.csv: "), c->id);
	} else if (place_is_verdict(p, b) ||
		   (p->scores[b].given && block->kind == BLOCK_PARAGRAPH &&
		    block->plain.len <= WINNER_LONG)) {
		c->note = block->text;
		sheet_add(&c->verdict, block,
			  ARENA_JOIN(arena, file, STR(": Verdict")));
	} else if (place_rating(p, c, b, owner)) {
		return;
	} else if (owner < p->names->count) {
		struct block piece = without_lead(p, block, owner);

		block->where = ARENA_JOIN(arena, file, STR(": "),
					  p->names->name[owner]);
		sheet_add(&c->parts[owner], &piece, block->where);
		block->where = piece.where;
	} else if (block->kind == BLOCK_PARAGRAPH &&
		   split_sentences(p, c, block)) {
		block->where = ARENA_JOIN(arena, file, STR(": by sentences"));
	} else {
		sheet_add(&c->body, block, file);
	}
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
 * about; false where one of them has none of its own.
 */
static bool split_sentences(struct placer *p, struct draft_criterion *c,
			    const struct block *block)
{
	bool seen[NAMES_MOST] = { false };
	size_t owner = p->names->count, last = owner;
	struct str rest = block->text, run = { rest.ptr, 0 };
	struct block piece = *block;

	if (place_sentence_owners(p, rest, seen) <
		    names_spread(p->names, rest) ||
	    names_spread(p->names, rest) < 2)
		return false;
	for (struct str all = rest; all.ptr && all.len;)
		if (!is_whole(wording_sentence(&all)))
			return false;
	while (rest.ptr && rest.len) {
		struct str sentence = wording_sentence(&rest);

		if (names_spread(p->names, sentence))
			owner = names_owner(p->names, sentence);
		if (run.len && owner != last) {
			piece.text = str_trim(run);
			sheet_add(sheet_of(p, c, last), &piece, STR(""));
			run = (struct str){ sentence.ptr, 0 };
		}
		run.len = (size_t)(sentence.ptr + sentence.len - run.ptr);
		last = owner;
	}
	piece.text = str_trim(run);
	sheet_add(sheet_of(p, c, last), &piece, STR(""));
	return true;
}

/* Whether no emphasis, code or link is cut by a sentence's end. */
static bool is_whole(struct str markdown)
{
	size_t stars = 0, ticks = 0;
	long brackets = 0;

	for (size_t i = 0; i < markdown.len; i++) {
		if (markdown.ptr[i] == '\\')
			i++;
		else if (markdown.ptr[i] == '*')
			stars++;
		else if (markdown.ptr[i] == '`')
			ticks++;
		else if (markdown.ptr[i] == '[' || markdown.ptr[i] == ']')
			brackets += markdown.ptr[i] == '[' ? 1 : -1;
	}
	return stars % 2 == 0 && ticks % 2 == 0 && brackets == 0;
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
	struct str id = slug_of(title, arena);

	if (!id.len)
		id = arena_printf(arena, "criterion-%zu", number);
	if (is_reserved(p, id))
		id = arena_printf(arena, "%.*s-%zu", STR_ARG(id), number);
	c->id = id;
	c->title = is_shouting(p, title) ? calm(title, arena) : title;
	c->file = arena_printf(arena, "%zu-%.*s.md", number * 10, STR_ARG(id));
	return c;
}

/* In capitals, as most headings here: "COST", and no "REST". */
static bool is_shouting(const struct placer *p, struct str title)
{
	size_t loud = 0, all = 0;

	if (!is_loud(title))
		return false;
	for (size_t s = 1; s < p->outline.count; s++) {
		all++;
		loud += is_loud(place_heading_words(p, s));
	}
	return 2 * loud > all;
}

static bool is_loud(struct str words)
{
	size_t letters = 0;

	for (size_t i = 0; i < words.len; i++) {
		if (words.ptr[i] >= 'a' && words.ptr[i] <= 'z')
			return false;
		letters += words.ptr[i] >= 'A' && words.ptr[i] <= 'Z';
	}
	return letters > 3;
}

static struct str calm(struct str title, struct arena *arena)
{
	struct str calmed = arena_str(arena, title);

	for (size_t i = 1; i < calmed.len; i++)
		if (calmed.ptr[i] >= 'A' && calmed.ptr[i] <= 'Z')
			((char *)calmed.ptr)[i] += 'a' - 'A';
	return calmed;
}

/* Taken by another criterion, or by a page beside the criteria's. */
static bool is_reserved(const struct placer *p, struct str id)
{
	static const char *const RESERVED[] = {
		"matrix", "scoreboard", "options", "infographic",
		"report", "charts",	"data",	   "card",
		"badge",  "index",	"scores",  "assets",
	};

	for (size_t j = 0; j + 1 < p->draft->criterion_count; j++)
		if (str_equals(p->draft->criteria[j].id, id))
			return true;
	for (size_t k = 0; k < sizeof(RESERVED) / sizeof(*RESERVED); k++)
		if (str_is(id, RESERVED[k]))
			return true;
	return str_find_str(id, STR("-vs-")) < id.len ||
	       (id.ptr[0] >= '0' && id.ptr[0] <= '9');
}
