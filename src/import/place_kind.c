#include "import/placer.h"

#include "base/wording.h"
#include "import/phrases.h"
#include "import/rating.h"
#include "import/sentence.h"
#include "import/tally_text.h"

enum { VERDICT_LONG = 700, ITEM_WORDS = 6, TOPIC_WORDS = 8, LABEL_WORDS = 2 };

static bool is_criterion(const struct placer *p, size_t s);
static bool is_between(const struct placer *p, size_t s);
static bool may_be_criterion(const struct placer *p, size_t s);
static bool has_parts(const struct placer *p, size_t s);
static bool judges_itself(const struct placer *p, size_t s, size_t judged);
static bool has_winner(const struct placer *p, size_t first, size_t end);
static size_t owners_in(const struct placer *p, size_t s, bool sentences);
static bool points_at(const struct placer *p, struct str words);

/*
 * "Price" with a sentence on each once is a paragraph; beside "Speed" of the
 * kind, a criterion.  What holds criteria is one only where its own text says
 * who wins; what lies in the parts of one, or heads its score, is none.
 */
void place_read_kinds(struct placer *p)
{
	const struct section *sections = p->sections;
	size_t count = p->section_count;
	size_t *told = arena_array(p->arena, size_t, count);
	bool *tells = arena_array(p->arena, bool, count);
	bool *has = arena_array(p->arena, bool, count);
	bool *shut = arena_array(p->arena, bool, count);
	size_t *judged = arena_array(p->arena, size_t, count);

	p->criterion = arena_array(p->arena, bool, count);
	for (size_t s = 1; s < count; s++) {
		size_t parent = sections[s].parent;

		shut[s] = shut[parent] || sections[s].aim >= AIMS_SHUT ||
			  (parent && (place_is_result(&sections[s]) ||
				      (sections[parent].aim == AIM_NONE &&
				       has_parts(p, parent))));
		tells[s] = may_be_criterion(p, s) && owners_in(p, s, true) > 1;
		told[parent] += tells[s];
	}
	/* What lies in a section comes behind it, so this goes backwards. */
	for (size_t s = count; s-- > 1;) {
		size_t parent = sections[s].parent;

		p->criterion[s] =
			!shut[s] && sections[s].heading != NO_HEADING &&
			(has[s] ? judges_itself(p, s, judged[s])
				: is_criterion(p, s) ||
					  (told[parent] > 1 && tells[s]));
		has[parent] |= has[s] || p->criterion[s];
		judged[parent] +=
			p->criterion[s] &&
			has_winner(p, sections[s].first, sections[s].after);
		judged[parent] += judged[s];
	}
	for (size_t s = 2; s < count; s++)
		p->criterion[s] |= !has[s] && !shut[s] &&
				   may_be_criterion(p, s) && is_between(p, s);
}

/* Between two criteria at its level, one that tells of all options at once. */
static bool is_between(const struct placer *p, size_t s)
{
	const struct section *section = &p->sections[s];
	bool before = false, behind = false, seen[NAMES_MOST];
	size_t named[NAMES_MOST] = { 0 }, count = 0;

	for (size_t k = 1; k < p->section_count; k++)
		if (p->criterion[k] && p->sections[k].parent == section->parent)
			*(k < s ? &before : &behind) = true;
	for (size_t b = section->first; b < section->end; b++) {
		names_seen(p->names, p->blocks[b].plain, seen);
		for (size_t i = 0; i < p->none; i++)
			count += seen[i] && !named[i]++;
	}
	return before && behind && count == p->none;
}

static bool is_criterion(const struct placer *p, size_t s)
{
	const struct section *section = &p->sections[s];

	if (section->subject < p->none)
		return false;
	return place_tally_in(p, section->heading, section->after) ||
	       (section->aim == AIM_NONE && has_parts(p, s)) ||
	       (may_be_criterion(p, s) &&
		(owners_in(p, s, false) > 1 ||
		 (!section->spread && place_is_row(p, section->topic)) ||
		 has_winner(p, section->first, section->end)));
}

/*
 * Beside a criterion within.  Above several of which the article judges each,
 * a winner may be theirs in sum; a score that has risen is not.
 */
static bool judges_itself(const struct placer *p, size_t s, size_t judged)
{
	const struct section *section = &p->sections[s];
	double none[NAMES_MOST] = { 0 };
	const double *last = none;
	bool rises = false;

	for (size_t b = 0; b < section->end; b++) {
		if (!p->scores[b].given)
			continue;
		rises |= b >= section->first &&
			 memcmp(last, p->scores[b].points, sizeof(none)) != 0;
		last = p->scores[b].points;
	}
	return may_be_criterion(p, s) &&
	       (rises ||
		(judged < 2 && has_winner(p, section->first, section->end)));
}

/* A topic of its own, and no question that only has an answer. */
static bool may_be_criterion(const struct placer *p, size_t s)
{
	const struct section *section = &p->sections[s];

	return section->heading != NO_HEADING && section->aim == AIM_NONE &&
	       section->subject == p->none && section->topic.len &&
	       wording_count(section->topic) <= TOPIC_WORDS &&
	       !(section->question && section->next == s + 1);
}

/* A part below it for two options at least. */
static bool has_parts(const struct placer *p, size_t s)
{
	const struct section *section = &p->sections[s];
	size_t first = p->none;

	for (size_t c = s + 1; c < section->next; c = p->sections[c].next) {
		size_t option = p->sections[c].subject;

		if (option == p->none || place_is_empty(p, c))
			continue;
		if (first < p->none && option != first)
			return true;
		first = option;
	}
	return false;
}

static bool has_winner(const struct placer *p, size_t first, size_t end)
{
	for (size_t b = first; b < end; b++)
		if (place_is_winner(p, b))
			return true;
	return false;
}

/* How many options have blocks, or sentences, of their own. */
static size_t owners_in(const struct placer *p, size_t s, bool sentences)
{
	bool seen[NAMES_MOST + 1] = { false };
	size_t count = 0;

	for (size_t b = p->sections[s].first; b < p->sections[s].end; b++) {
		const struct block *block = &p->blocks[b];
		struct str rest = block->plain;

		if (block->aside || block->fate || place_is_verdict(p, b) ||
		    (block->kind != BLOCK_PARAGRAPH &&
		     block->kind != BLOCK_ITEM))
			continue;
		while (rest.len) {
			struct str part =
				sentences ? sentence_cut(&rest) : rest;
			size_t owner = names_owner(p->names, part);

			count += owner < p->none && !seen[owner];
			seen[owner] = true;
			rest = sentences ? rest : (struct str){ 0 };
		}
	}
	return count;
}

bool place_is_verdict(const struct placer *p, size_t b)
{
	const struct block *block = &p->blocks[b];
	bool doubted;
	size_t next = b + 1;

	if (block->kind != BLOCK_PARAGRAPH || block->plain.len > VERDICT_LONG)
		return false;
	if (wording_starts_any(block->plain, PHRASES_VERDICT_START) ||
	    points_at(p, block->plain) ||
	    (block->plain.len <= WINNER_LONG &&
	     tally_text_verdict(p->names, block->plain, &doubted)))
		return true;
	while (next < p->article->block_count &&
	       p->blocks[next].kind == BLOCK_IMAGE)
		next++;
	return next < p->article->block_count && p->scores[next].given &&
	       (wording_has_any(block->plain, PHRASES_BEFORE_SCORE) ||
		wording_has_any(block->plain, PHRASES_WINNING));
}

bool place_is_winner(const struct placer *p, size_t b)
{
	bool doubted;

	return !p->blocks[b].aside && place_is_verdict(p, b) &&
	       tally_text_verdict(p->names, p->blocks[b].plain, &doubted);
}

bool place_is_result(const struct section *section)
{
	return !section->spread &&
	       wording_is_any(str_without(section->words, ":?"),
			      PHRASES_VERDICT "|" PHRASES_POINTS);
}

/* "Gagnant : Oak", whatever its language: it says something of both. */
static bool points_at(const struct placer *p, struct str words)
{
	size_t colon = str_find(words, ':');
	struct str label = str_slice(words, 0, colon);
	struct str rest = str_without(str_from_byte(words, colon + 1), ".!");

	return colon < words.len && !names_spread(p->names, label) &&
	       wording_count(label) <= LABEL_WORDS &&
	       names_exact(p->names, rest) < p->none;
}

bool place_is_listed(const struct placer *p, size_t s)
{
	const struct section *section = &p->sections[s];
	size_t items = 0;
	struct str rest;

	if (section->aim != AIM_NONE && section->aim != AIM_TITLE)
		return false;
	for (size_t b = section->first; b < section->end; b++) {
		const struct block *block = &p->blocks[b];

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
	struct str title = block->lead;
	size_t at = str_find_str(block->text, STR(": "));

	if (title.len && str_starts(block->text, "**")) {
		*rest = str_from_byte(block->text, 2);
		*rest = str_from_byte(*rest,
				      str_find_str(*rest, STR("**")) + 2);
		*rest = str_from_byte(*rest, strspn(rest->ptr, ":.- "));
	} else {
		title = str_slice(block->plain, 0,
				  str_find_str(block->plain, STR(": ")));
		*rest = str_from_byte(block->text, at + 2);
		if (!sentence_is_whole(str_slice(block->text, 0, at)))
			title.len = 0;
	}
	title = str_without(title, ":. ");
	if (wording_count(title) > ITEM_WORDS || !rest->len ||
	    names_spread(p->names, title))
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
	size_t last = p->none;
	bool certain = true, begun = false, verdict = false;

	for (size_t b = first; b < end; b++) {
		const struct block *block = &p->blocks[b];
		struct str words = block->plain;
		size_t *owner = &owners[b - first];
		struct rating rating;
		bool alone = false;

		*owner = p->none;
		/* All below a heading "Winner: Oak" is a verdict. */
		verdict |= block->lowered && place_is_verdict(p, b);
		if (block->fate || block->aside || verdict ||
		    block->kind == BLOCK_IMAGE || block->kind == BLOCK_TABLE ||
		    p->scores[b].given || place_is_verdict(p, b))
			continue;
		if (names_spread(p->names, words)) {
			*owner = last = names_owner(p->names, words);
		} else if (block->kind != BLOCK_PARAGRAPH ||
			   wording_starts_any(words, PHRASES_GOES_ON) ||
			   (rating_ends(p->names, words, &rating, &alone) &&
			    alone)) {
			*owner = last;
		} else {
			/* Words above a table are its caption. */
			certain &=
				!begun ||
				(b + 1 < end && block[1].kind == BLOCK_TABLE) ||
				wording_starts_any(words, PHRASES_OF_ALL);
			last = p->none;
		}
		begun |= *owner < p->none;
	}
	return certain;
}

bool place_is_empty(const struct placer *p, size_t s)
{
	return p->sections[s].first == p->sections[s].after;
}
