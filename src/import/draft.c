#include "import/draft.h"

#include "import/byline.h"
#include "import/notes.h"
#include "import/outline.h"
#include "import/place.h"
#include "import/wording.h"

enum {
	EARLY = 12,
	DATE_LONG = 40,
	SUMMARY_SHORT = 25,
	NAME_WORDS = 3,
	SEARCHED = 1000
};

static bool find_names(struct diags *diags, struct draft *draft,
		       size_t *title_block);
static bool try_title(struct draft *draft, struct str title);
static size_t find_title_block(struct draft *draft);
static bool is_suffix(struct str whole, struct str part);
static void names_of_headings(struct draft *draft);
static void names_with_pros(struct draft *draft);
static bool has_pros(const struct article *article, size_t b);
static size_t times_of(const struct article *article, size_t b);
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

	*draft = (struct draft){ .article = article };
	if (!find_names(diags, draft, &title_block))
		return false;
	names_settle(&draft->names, article, article->arena);
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

	*title_block = find_title_block(draft);
	if (!(article->title.len && !html &&
	      try_title(draft, article->title)) &&
	    !(*title_block != NO_HEADING &&
	      try_title(draft, article->blocks[*title_block].plain)) &&
	    !(article->title.len && try_title(draft, article->title)))
		names_of_headings(draft);
	if (!draft->title.len && article->title.len)
		draft->title = article->title;
	if (!draft->title.len && article->block_count)
		draft->title = article->blocks[0].plain;
	if (draft->names.count > 1)
		return true;
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

	for (size_t b = 0; b < article->block_count && early < EARLY; b++) {
		const struct block *block = &article->blocks[b];

		if (block->aside)
			continue;
		early++;
		if (block->kind != BLOCK_HEADING && !block->strong)
			continue;
		if (names_of_title(block->plain, article, article->arena)
			    .count < 2)
			continue;
		if (found == NO_HEADING ||
		    is_suffix(article->blocks[found].plain, block->plain))
			found = b;
	}
	return found;
}

static bool is_suffix(struct str whole, struct str part)
{
	return part.len < whole.len &&
	       str_equals(str_from_byte(whole, whole.len - part.len), part);
}

/* "What is X?" and "What is Y?"; else headings that come again and again. */
static void names_of_headings(struct draft *draft)
{
	const struct article *article = draft->article;
	size_t most = 0;

	for (size_t b = 0; b < article->block_count; b++) {
		struct str words = article->blocks[b].plain;

		if (article->blocks[b].kind != BLOCK_HEADING ||
		    !wording_starts(words, "what is "))
			continue;
		words = str_from_byte(words, strlen("what is "));
		if (str_ends(words, "?"))
			words.len--;
		if (wording_count(words) <= NAME_WORDS)
			names_add(&draft->names, words, article->arena);
	}
	if (draft->names.count > 1)
		return;
	names_with_pros(draft);
	if (draft->names.count > 1)
		return;
	draft->names.count = 0;
	for (size_t b = 0; b < article->block_count && b < SEARCHED; b++)
		if (times_of(article, b) > most)
			most = times_of(article, b);
	for (size_t b = 0; most > 1 && b < article->block_count && b < SEARCHED;
	     b++)
		if (times_of(article, b) == most)
			names_add(&draft->names, article->blocks[b].plain,
				  article->arena);
}

/* "1. Oak – the hard one" with its pros below it, and others like it. */
static void names_with_pros(struct draft *draft)
{
	const struct article *article = draft->article;

	draft->names.count = 0;
	for (size_t b = 0; b < article->block_count; b++) {
		const struct block *block = &article->blocks[b];
		struct str words = block->plain, rest;
		size_t at;

		if (block->kind != BLOCK_HEADING || !has_pros(article, b))
			continue;
		if (wording_number(words, &rest))
			words = rest;
		at = str_find(words, ':');
		words.len = at < words.len ? at : words.len;
		at = str_find_str(words, STR(" – "));
		words.len = at < words.len ? at : words.len;
		at = str_find_str(words, STR(" - "));
		words.len = at < words.len ? at : words.len;
		if (wording_count(words) <= NAME_WORDS &&
		    role_of(words) == ROLE_NONE)
			names_add(&draft->names, words, article->arena);
	}
}

/* Whether advantages are told of before the next heading of its level. */
static bool has_pros(const struct article *article, size_t b)
{
	int level = article->blocks[b].level;

	for (size_t k = b + 1; k < article->block_count; k++) {
		const struct block *block = &article->blocks[k];
		bool label = block->kind == BLOCK_HEADING || block->strong ||
			     block->lead.len;

		if (block->kind == BLOCK_HEADING && block->level <= level)
			return false;
		if (label && wording_count(block->plain) <= NAME_WORDS &&
		    role_of(block->plain) == ROLE_PROS)
			return true;
		if (label && role_of(block->lead) == ROLE_PROS)
			return true;
	}
	return false;
}

/* How often a heading that may be a name comes among the first blocks. */
static size_t times_of(const struct article *article, size_t b)
{
	const struct block *block = &article->blocks[b];
	size_t times = 0;

	if (block->kind != BLOCK_HEADING ||
	    wording_count(block->plain) > NAME_WORDS ||
	    role_of(block->plain) != ROLE_NONE)
		return 0;
	for (size_t k = 0; k < article->block_count && k < SEARCHED; k++)
		times += article->blocks[k].kind == BLOCK_HEADING &&
			 str_equals(article->blocks[k].plain, block->plain);
	return times;
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
		!wording_has_any(block->plain,
				 "vs|versus|or|and|between|compared|than") &&
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

		if ((!wording_starts(words, "disclosure:") &&
		     !wording_starts(words, "disclaimer:")) ||
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
