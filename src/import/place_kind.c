#include "import/placer.h"

#include "import/phrases.h"
#include "import/rating.h"
#include "import/tally_text.h"
#include "import/wording.h"

enum { VERDICT_LONG = 700, ITEM_WORDS = 6, TOPIC_WORDS = 8 };

static bool is_shut(enum role role);
static bool is_criterion(const struct placer *p, size_t s);
static bool may_be_criterion(const struct placer *p, size_t s);
static bool has_parts(const struct placer *p, size_t s);
static bool has_winner(const struct placer *p, const struct section *section);
static size_t owners_in(const struct placer *p, size_t first, size_t end,
			bool sentences);
static bool names_all(const struct placer *p, const struct section *section);

void place_read_kinds(struct placer *p)
{
	const struct section *sections = p->outline.sections;
	size_t count = p->outline.count;
	struct arena *arena = p->article->arena;
	size_t *tells = arena_array(arena, size_t, count);
	size_t *like = arena_array(arena, size_t, count);
	bool *has = arena_array(arena, bool, count);
	bool *parts = arena_array(arena, bool, count);
	bool *shut = arena_array(arena, bool, count);

	p->criterion = arena_array(arena, bool, count);
	for (size_t s = 1; s < count; s++) {
		parts[s] = has_parts(p, s);
		shut[s] = shut[sections[s].parent] || is_shut(sections[s].role);
	}
	for (size_t s = 1; s < count; s++)
		tells[sections[s].parent] +=
			may_be_criterion(p, s) &&
			owners_in(p, sections[s].first, sections[s].end, true) >
				1;
	/* What lies in a section comes behind it, so this goes backwards. */
	for (size_t s = count; s-- > 1;) {
		size_t parent = sections[s].parent;

		/* "Price" once is a paragraph; beside "Speed", a criterion. */
		p->criterion[s] =
			!has[s] && !shut[s] &&
			sections[s].heading != NO_HEADING &&
			!(parent && parts[parent] &&
			  sections[parent].role == ROLE_NONE) &&
			(is_criterion(p, s) ||
			 (tells[parent] > 1 && may_be_criterion(p, s) &&
			  owners_in(p, sections[s].first, sections[s].end,
				    true) > 1));
		has[parent] |= has[s] || p->criterion[s];
		like[parent] += p->criterion[s];
	}
	memset(tells, 0, count * sizeof(*tells));
	/* Between two others, one that tells of all of them together. */
	for (size_t s = 1; s < count; s++) {
		size_t *before = &tells[sections[s].parent];

		if (!like[sections[s].parent])
			continue;
		if (p->criterion[s]) {
			(*before)++;
			like[sections[s].parent]--;
		} else if (*before && !has[s] && !shut[s] &&
			   may_be_criterion(p, s) &&
			   names_all(p, &sections[s])) {
			p->criterion[s] = true;
		}
	}
}

/* What stands below such a heading is text, or is for something else. */
static bool is_shut(enum role role)
{
	return role == ROLE_PROS_CONS || role == ROLE_FAQ ||
	       role == ROLE_GUIDE || role == ROLE_METHOD ||
	       role == ROLE_SOURCES || role == ROLE_USERS ||
	       role == ROLE_USE_CASES;
}

static bool is_criterion(const struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];

	if (section->subject < p->names->count)
		return false;
	if (place_tally_in(p, section->heading, place_block_after(p, s)))
		return true;
	if (section->role != ROLE_NONE)
		return false;
	if (has_parts(p, s))
		return true;
	return may_be_criterion(p, s) &&
	       (owners_in(p, section->first, section->end, false) > 1 ||
		(!section->spread && place_is_row(p, section->topic)) ||
		has_winner(p, section));
}

/* A topic of its own, and no question that only has an answer. */
static bool may_be_criterion(const struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];

	return section->heading != NO_HEADING && section->role == ROLE_NONE &&
	       section->subject == p->names->count && section->topic.len &&
	       wording_count(section->topic) <= TOPIC_WORDS &&
	       !(section->question && outline_next(&p->outline, s) == s + 1);
}

/* A part below it for two options at least. */
static bool has_parts(const struct placer *p, size_t s)
{
	size_t first = p->names->count;

	for (size_t c = s + 1; c < outline_next(&p->outline, s);
	     c = outline_next(&p->outline, c)) {
		size_t option = p->outline.sections[c].subject;

		if (option == p->names->count || place_is_empty(p, c))
			continue;
		if (first < p->names->count && option != first)
			return true;
		first = option;
	}
	return false;
}

static bool has_winner(const struct placer *p, const struct section *section)
{
	bool wins[NAMES_MOST];

	for (size_t b = section->first; b < section->end; b++)
		if (!p->article->blocks[b].aside &&
		    tally_text_winner(p->names, p->article->blocks[b].plain,
				      wins) &&
		    place_is_verdict(p, b))
			return true;
	return false;
}

/* How many options have blocks, or sentences, of their own. */
static size_t owners_in(const struct placer *p, size_t first, size_t end,
			bool sentences)
{
	bool seen[NAMES_MOST] = { false };
	size_t count = 0;

	for (size_t b = first; b < end; b++) {
		const struct block *block = &p->article->blocks[b];
		struct str rest = block->plain;

		if (block->aside || block->where.len ||
		    place_is_verdict(p, b) ||
		    (block->kind != BLOCK_PARAGRAPH &&
		     block->kind != BLOCK_ITEM))
			continue;
		while (rest.ptr && rest.len) {
			struct str part =
				sentences ? wording_sentence(&rest) : rest;
			size_t owner = names_owner(p->names, part);

			if (!sentences)
				rest.ptr = NULL;
			if (owner == p->names->count)
				continue;
			count += !seen[owner];
			seen[owner] = true;
		}
	}
	return count;
}

static bool names_all(const struct placer *p, const struct section *section)
{
	bool all[NAMES_MOST] = { false }, seen[NAMES_MOST];
	size_t count = 0;

	for (size_t b = section->first; b < section->end; b++) {
		names_seen(p->names, p->article->blocks[b].plain, seen);
		for (size_t i = 0; i < p->names->count; i++) {
			count += seen[i] && !all[i];
			all[i] |= seen[i];
		}
	}
	return count == p->names->count;
}

bool place_is_verdict(const struct placer *p, size_t b)
{
	const struct block *block = &p->article->blocks[b];
	bool wins[NAMES_MOST];
	size_t next = b + 1;

	if (block->kind != BLOCK_PARAGRAPH || block->plain.len > VERDICT_LONG)
		return false;
	if (wording_starts(block->plain, "verdict:") ||
	    wording_starts(block->plain, "winner:") ||
	    (block->plain.len <= WINNER_LONG &&
	     tally_text_winner(p->names, block->plain, wins)))
		return true;
	while (next < p->article->block_count &&
	       p->article->blocks[next].kind == BLOCK_IMAGE)
		next++;
	return next < p->article->block_count && p->scores[next].given &&
	       (wording_has_any(block->plain, PHRASES_BEFORE_SCORE) ||
		wording_has_any(block->plain, PHRASES_WINNING));
}

bool place_is_listed(const struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	size_t items = 0;
	struct str rest;

	if (section->role != ROLE_NONE && section->role != ROLE_TITLE)
		return false;
	for (size_t b = section->first; b < section->end; b++) {
		const struct block *block = &p->article->blocks[b];

		if (block->kind != BLOCK_ITEM || !block->number ||
		    block->level > 1 || block->aside)
			continue;
		if (!place_item_title(p, block, &rest).len ||
		    names_spread(p->names, block->plain) < 2)
			return false;
		items++;
	}
	return items > 1;
}

struct str place_item_title(const struct placer *p, const struct block *block,
			    struct str *rest)
{
	static const char *const MARKS = ": | – | — | - |. ";
	struct str title = { "", 0 }, behind;
	size_t len, at;

	*rest = block->text;
	if (block->lead.len && str_starts(block->text, "**")) {
		behind = str_from_byte(block->text, 2);
		at = str_find_str(behind, STR("**"));
		title = block->lead;
		*rest = str_trim(str_from_byte(behind, at + 2));
		while (rest->len && strchr(":.- ", rest->ptr[0]))
			*rest = str_from_byte(*rest, 1);
	} else {
		at = wording_find_any(block->text, MARKS, &len);
		if (at == block->text.len ||
		    !wording_is_whole(str_slice(block->text, 0, at)))
			return title;
		*rest = str_from_byte(block->text, at + len);
		at = wording_find_any(block->plain, MARKS, &len);
		title = str_slice(block->plain, 0, at);
	}
	while (title.len && strchr(":. ", title.ptr[title.len - 1]))
		title.len--;
	if (wording_count(title) > ITEM_WORDS || names_spread(p->names, title))
		title.len = 0;
	return title;
}

/*
 * A block that names nobody goes on about whom the last one was about only
 * where it says so: as a list or code below it, or with "It …".
 */
bool place_owners(const struct placer *p, size_t first, size_t end,
		  size_t *owners)
{
	size_t none = p->names->count, last = none;
	bool certain = true, begun = false, verdict = false;

	for (size_t b = first; b < end; b++) {
		const struct block *block = &p->article->blocks[b];
		size_t *owner = &owners[b - first];
		struct rating rating;
		bool alone = false;

		*owner = none;
		/* All below a heading "Winner: Oak" is a verdict. */
		verdict |= block->lowered && place_is_verdict(p, b);
		if (block->where.len || block->aside || verdict ||
		    block->kind == BLOCK_IMAGE || block->kind == BLOCK_TABLE ||
		    p->scores[b].given || place_is_verdict(p, b))
			continue;
		if (names_spread(p->names, block->plain)) {
			*owner = last = names_owner(p->names, block->plain);
		} else if (block->kind != BLOCK_PARAGRAPH ||
			   wording_starts_any(block->plain, PHRASES_GOES_ON) ||
			   (rating_ends(block->plain, &rating, &alone) &&
			    alone)) {
			*owner = last;
		} else {
			/* Words above a table are its caption. */
			certain =
				certain && (!begun ||
					    (b + 1 < end &&
					     block[1].kind == BLOCK_TABLE) ||
					    wording_starts_any(block->plain,
							       PHRASES_OF_ALL));
			last = none;
		}
		begun |= *owner < none;
	}
	return certain;
}

bool place_is_empty(const struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];

	return section->first == section->end &&
	       outline_next(&p->outline, s) == s + 1;
}

size_t place_block_after(const struct placer *p, size_t s)
{
	return p->outline.sections[outline_next(&p->outline, s) - 1].end;
}
