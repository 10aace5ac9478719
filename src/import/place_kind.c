#include "import/placer.h"

#include "import/tally_text.h"
#include "import/wording.h"

enum { VERDICT_LONG = 700 };

static bool has_criteria(const struct placer *p, size_t s);
static bool has_like(const struct placer *p, size_t s);
static bool has_table(const struct placer *p, const struct section *section);
static bool is_row(const struct placer *p, struct str topic);
static size_t owners_of(const struct placer *p, size_t first, size_t end,
			bool by_sentence);

/* "Price" once is a paragraph; with "Speed" beside it, a criterion. */
void place_read_kinds(struct placer *p)
{
	p->tells = arena_array(p->article->arena, bool, p->outline.count);
	for (size_t s = 1; s < p->outline.count; s++) {
		const struct section *section = &p->outline.sections[s];

		p->tells[s] =
			section->role == ROLE_NONE && !section->question &&
			section->subject == p->names->count &&
			owners_of(p, section->first, section->end, true) > 1;
	}
}

bool place_is_criterion(const struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	bool seen[NAMES_MOST] = { false }, wins[NAMES_MOST];
	size_t parts = 0;

	if (has_criteria(p, s))
		return false;
	if (place_tally_in(p,
			   section->heading == NO_HEADING ? section->first
							  : section->heading,
			   place_block_after(p, s)) &&
	    section->role != ROLE_GUIDE && section->role != ROLE_FAQ)
		return true;
	if (section->role != ROLE_NONE || section->subject < p->names->count)
		return false;
	for (size_t c = s + 1; c < outline_next(&p->outline, s);
	     c = outline_next(&p->outline, c)) {
		size_t option = p->outline.sections[c].subject;

		if (!place_is_part(p, c, s) || seen[option])
			continue;
		seen[option] = true;
		parts++;
	}
	if (parts > 1)
		return true;
	if (section->question && outline_next(&p->outline, s) == s + 1 &&
	    section->spread)
		return false;
	parts = owners_of(p, section->first, section->end,
			  p->draft->criterion_count > 0);
	if (parts > 1 || (p->tells[s] && has_like(p, s)) ||
	    (section->spread == 0 && is_row(p, section->topic)))
		return true;
	for (size_t b = section->first; b < section->end; b++)
		if (!p->article->blocks[b].aside &&
		    tally_text_winner(p->names, p->article->blocks[b].plain,
				      wins) &&
		    place_is_verdict(p, b))
			return true;
	if (parts && has_like(p, s) && has_table(p, section))
		return true;
	/* Of a numbered row, one that tells of all of them together. */
	return section->numbered && !section->question &&
	       section->first < section->end &&
	       names_spread(p->names,
			    p->article->blocks[section->first].plain) > 1;
}

/* Whether a section beside it tells of several options too. */
static bool has_like(const struct placer *p, size_t s)
{
	const struct section *sections = p->outline.sections;
	int level = sections[s].level;

	for (size_t t = s + 1; t < p->outline.count; t++) {
		if (sections[t].level < level)
			break;
		if (sections[t].level == level && p->tells[t])
			return true;
	}
	for (size_t t = s; t-- > 1;) {
		if (sections[t].level < level)
			break;
		if (sections[t].level == level && p->tells[t])
			return true;
	}
	return false;
}

static bool has_table(const struct placer *p, const struct section *section)
{
	for (size_t b = section->first; b < section->end; b++) {
		struct draft_table table = { .block = &p->article->blocks[b] };

		if (table.block->kind != BLOCK_TABLE || table.block->aside)
			continue;
		if (place_table_options(p, &table, false))
			return true;
		table = (struct draft_table){ .block = table.block,
					      .turned = true };
		if (place_table_options(p, &table, false))
			return true;
	}
	return false;
}

/* Whether a table of the options has a row of that name. */
static bool is_row(const struct placer *p, struct str topic)
{
	for (size_t b = 0; topic.len && b < p->article->block_count; b++) {
		const struct block *block = &p->article->blocks[b];
		struct draft_table table = { .block = block };
		size_t columns = block->column_count;

		if (block->kind != BLOCK_TABLE || block->aside)
			continue;
		if (place_table_options(p, &table, false)) {
			for (size_t r = 1; r < block->row_count; r++)
				if (wording_equals(topic,
						   block->cells[r * columns]))
					return true;
			continue;
		}
		table = (struct draft_table){ .block = block, .turned = true };
		for (size_t k = 1; k < columns; k++)
			if (wording_equals(topic, block->cells[k]) &&
			    place_table_options(p, &table, false))
				return true;
	}
	return false;
}

bool place_is_verdict(const struct placer *p, size_t b)
{
	const struct block *block = &p->article->blocks[b];
	bool wins[NAMES_MOST];
	size_t next = b + 1;

	if (block->kind != BLOCK_PARAGRAPH || block->plain.len > VERDICT_LONG)
		return false;
	if (wording_starts(block->plain, "verdict:") ||
	    (block->plain.len <= WINNER_LONG &&
	     tally_text_winner(p->names, block->plain, wins)))
		return true;
	while (next < p->article->block_count &&
	       p->article->blocks[next].kind == BLOCK_IMAGE)
		next++;
	return next < p->article->block_count && p->scores[next].given &&
	       wording_has_any(block->plain,
			       "point|points|win|wins|winner|lose|loses|tie|"
			       "draw|ahead|score|lead|leads|round|gets this|"
			       "takes this|goes to");
}

bool place_is_listed(const struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	size_t items = 0, criteria = 0;
	struct str rest;

	if (section->role != ROLE_NONE && section->role != ROLE_TITLE)
		return false;
	for (size_t b = section->first; b < section->end; b++) {
		const struct block *block = &p->article->blocks[b];

		if (block->kind != BLOCK_ITEM || !block->number ||
		    block->level > 1)
			continue;
		items++;
		criteria += place_item_title(p, block, &rest).len &&
			    names_spread(p->names, block->plain) > 1;
	}
	return criteria >= 3 && criteria * 5 >= items * 3;
}

struct str place_item_title(const struct placer *p, const struct block *block,
			    struct str *rest)
{
	static const char *const MARKS[] = { ": ", " – ", " — ", " - ", ". " };
	struct str title = { "", 0 };

	*rest = block->text;
	if (block->lead.len && str_starts(block->text, "**")) {
		struct str behind = str_from_byte(block->text, 2);
		size_t end = str_find_str(behind, STR("**"));

		title = block->lead;
		*rest = str_trim(str_from_byte(behind, end + 2));
		while (rest->len && strchr(":.- ", rest->ptr[0]))
			*rest = str_from_byte(*rest, 1);
	} else {
		size_t best = block->text.len, len = 0;

		for (size_t k = 0; k < sizeof(MARKS) / sizeof(*MARKS); k++) {
			size_t at =
				str_find_str(block->text, str_from(MARKS[k]));

			if (at < best) {
				best = at;
				len = strlen(MARKS[k]);
			}
		}
		if (best < block->text.len) {
			title = str_slice(block->text, 0, best);
			*rest = str_from_byte(block->text, best + len);
		}
	}
	while (title.len && strchr(":. ", title.ptr[title.len - 1]))
		title.len--;
	if (wording_count(title) > 6 || names_spread(p->names, title))
		title.len = 0;
	return title;
}

size_t place_owner(const struct placer *p, const struct block *block,
		   size_t last)
{
	if (block->kind == BLOCK_IMAGE || block->where.len || block->aside)
		return last;
	if (!names_spread(p->names, block->plain))
		return last;
	return names_owner(p->names, block->plain);
}

size_t place_sentence_owners(const struct placer *p, struct str text,
			     bool seen[NAMES_MOST])
{
	bool here[NAMES_MOST] = { false };
	size_t count = 0;

	while (text.ptr && text.len) {
		size_t owner = names_owner(p->names, wording_sentence(&text));

		if (owner == p->names->count)
			continue;
		count += !here[owner];
		here[owner] = seen[owner] = true;
	}
	return count;
}

size_t place_only_owner(const struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	size_t last = p->names->count;

	if (owners_of(p, section->first, section->end,
		      p->draft->criterion_count > 0) != 1)
		return last;
	for (size_t b = section->first;
	     b < section->end && last == p->names->count; b++)
		last = place_owner(p, &p->article->blocks[b], last);
	return last;
}

bool place_is_part(const struct placer *p, size_t s, size_t head)
{
	const struct section *part = &p->outline.sections[s];

	return part->subject < p->names->count &&
	       (!part->topic.len ||
		wording_is(part->topic, p->outline.sections[head].topic.ptr) ||
		wording_count(part->topic) <= 3);
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

static bool has_criteria(const struct placer *p, size_t s)
{
	for (size_t c = s + 1; c < outline_next(&p->outline, s);
	     c = outline_next(&p->outline, c))
		if (p->outline.sections[c].subject == p->names->count &&
		    place_is_criterion(p, c))
			return true;
	return false;
}

/*
 * How many options have words of their own among these blocks, or also in
 * the sentences of one about several.
 */
static size_t owners_of(const struct placer *p, size_t first, size_t end,
			bool by_sentence)
{
	bool seen[NAMES_MOST] = { false };
	size_t last = p->names->count, count = 0;

	for (size_t b = first; b < end; b++) {
		const struct block *block = &p->article->blocks[b];

		if (block->aside || block->where.len)
			continue;
		last = place_owner(p, block, last);
		if (last < p->names->count)
			seen[last] = true;
		else if (by_sentence)
			place_sentence_owners(p, block->plain, seen);
	}
	for (size_t i = 0; i < p->names->count; i++)
		count += seen[i];
	return count;
}
