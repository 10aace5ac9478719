#include "import/draft.h"

#include "import/byline.h"
#include "import/notes.h"
#include "import/outline.h"
#include "import/phrases.h"
#include "import/place.h"
#include "import/wording.h"

enum {
	EARLY = 12,
	DATE_LONG = 40,
	SUMMARY_SHORT = 25,
	NAME_WORDS = 3,
	TITLE_LONG = 300,
	PROS_NEAR = 40,
	LISTED_MOST = 150,
	NO_LEVEL = 7
};

static void head_with_title(struct article *article);
static bool find_names(struct diags *diags, struct draft *draft,
		       size_t *title_block);
static bool try_title(struct draft *draft, struct str title);
static size_t find_title_block(struct draft *draft);
static bool is_suffix(struct str whole, struct str part);
static void names_of_headings(struct draft *draft);
static bool has_pros(const struct article *article, size_t b);
static void names_of_tables(struct draft *draft);
static bool add_heads(struct draft *draft, const struct block *block,
		      bool rows);
static bool is_listicle(const struct draft *draft);
static void mark_first_heading(struct article *article);
static void mark_title(struct draft *draft, size_t title_block);
static void find_date(struct draft *draft);
static void mark_furniture(struct article *article, size_t b);
static void mark_notes(struct article *article);
static void mark_lost_tables(struct draft *draft);
static bool may_head_columns(const struct block *block);
static void find_disclosure(struct draft *draft);
static void find_summary(struct draft *draft);

bool draft_make(struct diags *diags, struct article *article,
		struct draft *draft)
{
	size_t title_block = NO_HEADING;
	bool titled;

	*draft = (struct draft){ .article = article };
	head_with_title(article);
	if (!find_names(diags, draft, &title_block))
		return false;
	titled = draft->title.len > 0;
	names_settle(&draft->names, article, article->arena);
	for (size_t i = 0; i < draft->names.count && !titled; i++)
		draft->title = ARENA_JOIN(article->arena, draft->title,
					  i ? STR(" vs ") : STR(""),
					  draft->names.name[i]);
	for (size_t b = 0; b < article->block_count; b++)
		mark_furniture(article, b);
	mark_title(draft, title_block);
	mark_notes(article);
	find_date(draft);
	find_disclosure(draft);
	find_summary(draft);
	mark_lost_tables(draft);
	place_blocks(draft, title_block);
	return true;
}

/* The first line of a plain text may be its title whatever it begins with. */
static void head_with_title(struct article *article)
{
	struct block *first = article->blocks;

	if (!article->flat || !article->block_count ||
	    first->kind != BLOCK_PARAGRAPH || first->plain.len > TITLE_LONG ||
	    str_ends(first->plain, "."))
		return;
	first->kind = BLOCK_HEADING;
	if (names_of_title(first->plain, article, article->arena).count > 1)
		first->level = 1;
	else
		first->kind = BLOCK_PARAGRAPH;
}

void draft_release(struct draft *draft)
{
	for (size_t i = 0; i < draft->names.count; i++)
		buf_release(&draft->options[i].body.text);
	for (size_t j = 0; j < draft->criterion_count; j++) {
		struct draft_criterion *c = &draft->criteria[j];

		buf_release(&c->body.text);
		buf_release(&c->verdict.text);
		for (size_t i = 0; i < draft->names.count; i++)
			buf_release(&c->parts[i].text);
	}
	buf_release(&draft->intro.text);
	buf_release(&draft->guide.text);
	buf_release(&draft->faq.text);
	buf_release(&draft->unplaced.text);
}

struct str draft_slug(const struct draft *draft)
{
	struct arena *arena = draft->article->arena;
	struct str slug = draft->names.id[0];

	for (size_t i = 1; i < draft->names.count; i++)
		slug = ARENA_JOIN(arena, slug, STR("-vs-"), draft->names.id[i]);
	return slug;
}

/* A page's own heading is nearer to the article than its <title>. */
static bool find_names(struct diags *diags, struct draft *draft,
		       size_t *title_block)
{
	struct article *article = draft->article;
	struct str path = str_from(article->path);
	bool html = str_ends(path, ".html") || str_ends(path, ".htm");
	struct str own = { "", 0 };

	*title_block = find_title_block(draft);
	if (*title_block != NO_HEADING)
		own = article->blocks[*title_block].plain;
	draft->title = article->title.len     ? article->title
		       : article->block_count ? article->blocks[0].plain
					      : own;
	if ((!html && try_title(draft, article->title)) ||
	    try_title(draft, own) || try_title(draft, article->title))
		return true;
	names_of_headings(draft);
	if (draft->names.count < 2)
		names_of_tables(draft);
	if (draft->names.count > 1 && !is_listicle(draft))
		return true;
	if (is_listicle(draft)) {
		diag_error(diags, (struct place){ .file = article->path },
			   "this is a list of things, one after the other, "
			   "and no comparison of them");
		diag_hint(diags, "where it compares some of them, name these "
				 "in the title: \"Oak vs elm\"");
		return false;
	}
	diag_error(diags, (struct place){ .file = article->path },
		   "there are no two options to compare");
	diag_hint(diags, "give the article a title such as \"Oak vs elm\"");
	return false;
}

static bool try_title(struct draft *draft, struct str title)
{
	struct names names =
		names_of_title(title, draft->article, draft->article->arena);

	if (names.count < 2)
		return false;
	draft->names = names;
	draft->title = title;
	return true;
}

/*
 * The first heading that names two options, or a shorter form of it: pages
 * put their trail before the title.
 */
static size_t find_title_block(struct draft *draft)
{
	const struct article *article = draft->article;
	size_t found = NO_HEADING, early = 0;
	int level =
		NO_LEVEL; /* what lies below another heading is its section */
	bool shorter, below;

	for (size_t b = 0; b < article->block_count && early < EARLY; b++) {
		const struct block *block = &article->blocks[b];

		if (block->aside)
			continue;
		early++;
		if ((block->kind != BLOCK_HEADING && !block->strong) ||
		    block->plain.len > TITLE_LONG)
			continue;
		shorter = found != NO_HEADING &&
			  is_suffix(article->blocks[found].plain, block->plain);
		below = block->kind == BLOCK_HEADING ? block->level > level
						     : level < NO_LEVEL;
		if (block->kind == BLOCK_HEADING && !below)
			level = block->level;
		if ((shorter || (!below && found == NO_HEADING)) &&
		    names_of_title(block->plain, article, article->arena)
				    .count > 1)
			found = b;
	}
	return found;
}

static bool is_suffix(struct str whole, struct str part)
{
	return part.len < whole.len &&
	       str_equals(str_from_byte(whole, whole.len - part.len), part);
}

/* "What is X?" and "What is Y?"; else headings that pros stand below. */
static void names_of_headings(struct draft *draft)
{
	const struct article *article = draft->article;
	struct names names = { 0 };

	for (size_t b = 0; b < article->block_count; b++) {
		const struct block *block = &article->blocks[b];
		struct str words = block->plain, rest;

		if (block->kind != BLOCK_HEADING || block->aside)
			continue;
		if (wording_starts(words, "what is ")) {
			words = str_from_byte(words, strlen("what is "));
			while (str_ends(words, "?"))
				words.len--;
			if (wording_count(words) <= NAME_WORDS)
				names_add(&draft->names, words, article->arena);
		} else if (has_pros(article, b)) {
			size_t len;

			if (wording_number(words, &rest))
				words = rest;
			words.len = wording_find_any(words, ": | – | - ", &len);
			if (wording_count(words) <= NAME_WORDS &&
			    role_of(words) == ROLE_NONE)
				names_add(&names, words, article->arena);
		}
	}
	if (draft->names.count < 2)
		draft->names = names;
}

/*
 * Whether advantages are told of right below: in the section itself, or in
 * one that lies in it.
 */
static bool has_pros(const struct article *article, size_t b)
{
	int level = article->blocks[b].level;
	size_t end = b + 1 + PROS_NEAR;

	for (size_t k = b + 1; k < article->block_count && k < end; k++) {
		const struct block *block = &article->blocks[k];
		bool heading = block->kind == BLOCK_HEADING;

		if (heading && (block->level <= level ||
				role_of(block->plain) == ROLE_NONE))
			return false;
		if ((heading || block->strong) &&
		    wording_count(block->plain) <= NAME_WORDS &&
		    role_of(block->plain) == ROLE_PROS)
			return true;
		if (block->lead.len && role_of(block->lead) == ROLE_PROS)
			return true;
	}
	return false;
}

/*
 * The heads of the first table whose corner says that the others are options
 * or that its rows are, unless one of them is more than a name.
 */
static void names_of_tables(struct draft *draft)
{
	const struct article *article = draft->article;

	for (size_t b = 0; b < article->block_count; b++) {
		const struct block *block = &article->blocks[b];
		bool rows;

		if (block->kind != BLOCK_TABLE || block->aside ||
		    block->row_count < 2)
			continue;
		rows = wording_is_any(block->labels[0], PHRASES_COLUMN_OPTION);
		if (!rows && block->labels[0].len &&
		    !wording_is_any(block->labels[0], PHRASES_COLUMN_CRITERION))
			continue;
		draft->names.count = 0;
		if (add_heads(draft, block, rows) && draft->names.count > 1)
			return;
		draft->names.count = 0;
	}
}

static bool add_heads(struct draft *draft, const struct block *block, bool rows)
{
	size_t count = rows ? block->row_count : block->column_count;

	for (size_t k = 1; k < count; k++) {
		struct str head =
			block->labels[rows ? k * block->column_count : k];

		if (wording_is_any(head, PHRASES_COLUMN_WINNER) ||
		    wording_is_any(head, PHRASES_COLUMN_WEIGHT) ||
		    wording_is_any(head, PHRASES_COLUMN_COMMENT))
			continue;
		if (!head.len || wording_count(head) > NAME_WORDS ||
		    role_of(head) != ROLE_NONE || k > NAMES_MOST)
			return false;
		names_add(&draft->names, head, draft->article->arena);
	}
	return true;
}

/*
 * "7 best note apps", "Top 10 …": whose title names no two and counts, or
 * praises, three or more.  Their items are about one thing each, so that
 * whatever was placed would be no comparison.
 */
static bool is_listicle(const struct draft *draft)
{
	const struct article *article = draft->article;
	struct str title = draft->title;
	size_t numbered = 0, at = 0;
	double number = 0;
	struct str rest;

	for (size_t b = 0; b < article->block_count; b++)
		numbered += article->blocks[b].kind == BLOCK_HEADING &&
			    !article->blocks[b].aside &&
			    (article->blocks[b].number ||
			     wording_number(article->blocks[b].plain, &rest));
	while (at < title.len &&
	       !(title.ptr[at] >= '0' && title.ptr[at] <= '9'))
		at++;
	wording_decimal(title, at, &number);
	return wording_has_any(title, PHRASES_LISTICLE) &&
	       ((number > 2 && number <= LISTED_MOST) || numbered > 2 ||
		draft->names.count > 2);
}

/* The one heading of the first level, when it is the first of all. */
static void mark_first_heading(struct article *article)
{
	struct block *first = NULL;

	for (size_t b = 0; b < article->block_count; b++) {
		struct block *block = &article->blocks[b];

		if (block->kind != BLOCK_HEADING || block->aside)
			continue;
		if (first ? block->level == 1 : block->level != 1)
			return;
		if (!first)
			first = block;
	}
	if (first)
		first->where = STR("comparison.md: title");
}

static void mark_title(struct draft *draft, size_t title_block)
{
	struct article *article = draft->article;

	mark_first_heading(article);

	for (size_t b = 0, early = 0; b < article->block_count && early < EARLY;
	     b++) {
		struct block *block = &article->blocks[b];

		early += !block->aside;
		if (b == title_block ||
		    str_equals(block->plain, draft->title) ||
		    ((b < title_block || block->kind != BLOCK_HEADING) &&
		     is_suffix(block->plain, draft->title) &&
		     block->plain.len < 2 * draft->title.len + 40))
			block->where = STR("comparison.md: title");
	}
}

static void find_date(struct draft *draft)
{
	struct article *article = draft->article;
	struct arena *arena = article->arena;
	struct str date = { "", 0 };

	for (size_t b = 0, early = 0; b < article->block_count && early < EARLY;
	     b++) {
		struct block *block = &article->blocks[b];

		early += !block->aside;
		if (block->where.len || block->kind == BLOCK_IMAGE)
			continue;
		if (block->plain.len <= DATE_LONG && !date.len)
			date = wording_date(block->plain, arena);
		if (byline_read(article, block->plain))
			block->where = STR("comparison.md: author and date");
	}
	draft->date = wording_date(article->date, arena);
	if (!draft->date.len)
		draft->date = date;
	if (!draft->date.len)
		draft->date = wording_date(article->updated, arena);
	draft->date_is_guess = !draft->date.len;
}

/* "Related articles", with the list below it. */
static void mark_furniture(struct article *article, size_t b)
{
	struct block *block = &article->blocks[b];

	if (!wording_is_furniture(block->plain))
		return;
	block->aside = true;
	while (block->kind == BLOCK_HEADING && ++b < article->block_count &&
	       article->blocks[b].kind == BLOCK_ITEM)
		article->blocks[b].aside = true;
}

/* They are sources, wherever they stand. */
static void mark_notes(struct article *article)
{
	for (size_t b = 0; b < article->block_count; b++) {
		struct block *block = &article->blocks[b];

		if (block->note.len)
			block->where = ARENA_JOIN(
				article->arena, STR("sources.yaml: "),
				notes_id(block->note, article->arena));
	}
}

/*
 * Lines below one that names all options, as a table leaves them when it
 * is copied without tabs: nobody can tell where a cell ends.
 */
static void mark_lost_tables(struct draft *draft)
{
	struct article *article = draft->article;

	for (size_t b = 0; b + 2 < article->block_count; b++) {
		struct block *head = &article->blocks[b];
		size_t end = b + 1;

		if (!may_head_columns(head) || head->joined ||
		    head->plain.len > 80 || str_ends(head->plain, ".") ||
		    str_ends(head->plain, ":") ||
		    names_spread(&draft->names, head->plain) !=
			    draft->names.count)
			continue;
		while (end < article->block_count &&
		       article->blocks[end].joined)
			end++;
		if (end - b > 2)
			head->kind = BLOCK_PARAGRAPH;
		for (size_t k = b; end - b > 2 && k < end; k++) {
			sheet_add(&draft->unplaced, &article->blocks[k],
				  STR("unplaced.md: a table without its "
				      "columns"));
			draft->unplaced_count++;
		}
	}
}

/* "Parameter Oak Elm", and not "Oak or elm?" */
static bool may_head_columns(const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH ||
	       (block->kind == BLOCK_HEADING &&
		!wording_has_any(block->plain, PHRASES_COMPARES) &&
		!wording_has_any(block->plain, "vs|versus|or|and|than") &&
		str_find(block->plain, '?') == block->plain.len &&
		str_find(block->plain, ':') == block->plain.len);
}

/* "Disclosure: I sell oak." */
static void find_disclosure(struct draft *draft)
{
	for (size_t b = 0; b < draft->article->block_count; b++) {
		struct block *block = &draft->article->blocks[b];
		struct str words = block->plain;
		size_t at = str_find(words, ':');

		if (!wording_starts_any(words, PHRASES_DISCLOSURE) ||
		    block->kind == BLOCK_HEADING || block->aside ||
		    block->where.len || at + 2 >= words.len)
			continue;
		draft->disclosure = str_trim(str_from_byte(words, at + 1));
		block->where = STR("comparison.md: disclosure");
		return;
	}
}

static void find_summary(struct draft *draft)
{
	struct article *article = draft->article;
	struct str rest;

	draft->summary = article->description;
	for (size_t b = 0; b < article->block_count && !draft->summary.len;
	     b++) {
		const struct block *block = &article->blocks[b];

		if (block->kind == BLOCK_PARAGRAPH && !block->aside &&
		    !block->where.len && !block->quoted &&
		    block->plain.len >= SUMMARY_SHORT)
			draft->summary = block->plain;
	}
	if (!draft->summary.len)
		draft->summary = draft->title;
	rest = draft->summary;
	if (rest.len > 240) {
		struct str first = wording_sentence(&rest);
		struct str second =
			rest.ptr ? wording_sentence(&rest) : STR("");

		draft->summary.len = first.len;
		if (second.len &&
		    second.ptr + second.len <= draft->summary.ptr + 240)
			draft->summary.len = (size_t)(second.ptr + second.len -
						      draft->summary.ptr);
	}
}
