#include "import/draft.h"

#include "base/file.h"
#include "base/wording.h"
#include "import/byline.h"
#include "import/phrases.h"
#include "import/placer.h"
#include "import/sentence.h"
#include "import/table_words.h"

/* How far a title or the pros of a name may be; how long texts are. */
enum { EARLY = 12, PROS_NEAR = 40, NO_LEVEL = 7, LISTED_MOST = 150 };
enum { NAME_WORDS = 3, TITLE_LONG = 300, FURNITURE_LONG = 60 };
enum { SUMMARY_SHORT = 25, SUMMARY_LONG = 240 };

static bool find_names(struct diags *diags, struct draft *draft,
		       size_t *title_block);
static void head_with_title(struct article *article);
static size_t find_title_block(const struct article *article);
static size_t names_in(const struct article *article, struct str title);
static bool try_title(struct draft *draft, struct str title);
static bool is_suffix(struct str whole, struct str part);
static void names_of_headings(struct draft *draft);
static bool has_pros(const struct article *article, size_t b);
static void names_of_tables(struct draft *draft);
static bool add_heads(struct draft *draft, const struct block *block,
		      size_t step, size_t count);
static bool is_listicle(const struct draft *draft);
static void set_options(struct draft *draft);
static void mark_furniture(struct article *article, size_t b);
static void mark_title(struct draft *draft, size_t title_block);
static void find_summary(struct draft *draft);
static size_t intro_of(const struct article *article);
static bool is_below(const struct draft *draft, const struct block *block);
static bool introduces(const struct draft *draft, const struct block *block);

bool draft_make(struct diags *diags, struct article *article,
		struct draft *draft)
{
	size_t title_block = NO_HEADING;

	*draft = (struct draft){ .article = article };
	head_with_title(article);
	if (!find_names(diags, draft, &title_block))
		return false;
	set_options(draft);
	if (!draft->title.len)
		draft->title = draft_slug(draft);
	for (size_t b = 0; b < article->block_count; b++)
		mark_furniture(article, b);
	mark_title(draft, title_block);
	byline_read(article);
	draft->date = article->date.len ? article->date : article->updated;
	draft->date_is_guess = !draft->date.len;
	place_blocks(draft, title_block);
	find_summary(draft);
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
	for (size_t t = 0; t < draft->table_count; t++)
		buf_release(&draft->tables[t].sheet.text);
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
	struct str own = { "", 0 };
	bool html = path_ends(article->path, "html|htm"), listicle;

	*title_block = find_title_block(article);
	if (*title_block != NO_HEADING)
		own = article->blocks[*title_block].plain;
	if ((!html && try_title(draft, article->title)) ||
	    try_title(draft, own) || try_title(draft, article->title))
		return true;
	draft->title =
		article->title.len ? article->title : article->blocks[0].plain;
	names_of_headings(draft);
	if (draft->names.count < 2)
		names_of_tables(draft);
	listicle = is_listicle(draft);
	if (draft->names.count > 1 && !listicle)
		return true;
	diag_error(diags, (struct place){ .file = article->path },
		   listicle ? "this is a list of things, one after the other, "
			      "and no comparison of them"
			    : "there are no two options to compare");
	diag_hint(diags, listicle ? "where it compares some of them, name "
				    "these in the title: \"Oak vs elm\""
				  : "give the article a title such as "
				    "\"Oak vs elm\"");
	return false;
}

/* The first line of a plain text may be its title whatever it begins with. */
static void head_with_title(struct article *article)
{
	struct block *first = article->blocks;

	if (article->flat && first->kind == BLOCK_PARAGRAPH &&
	    first->plain.len <= TITLE_LONG && !str_ends(first->plain, ".") &&
	    names_in(article, first->plain) > 1) {
		first->kind = BLOCK_HEADING;
		first->level = 1;
	}
}

/*
 * The first heading that names two options, or a shorter form of it: pages
 * put their trail before the title.  What lies below another heading is its
 * section.
 */
static size_t find_title_block(const struct article *article)
{
	size_t found = NO_HEADING, early = 0;
	int level = NO_LEVEL;

	for (size_t b = 0; b < article->block_count && early < EARLY; b++) {
		const struct block *block = &article->blocks[b];
		bool heading = block->kind == BLOCK_HEADING, below;

		early += !block->aside;
		if (block->aside || (!heading && !block->strong) ||
		    block->plain.len > TITLE_LONG)
			continue;
		below = heading ? block->level > level : level < NO_LEVEL;
		if (heading && !below)
			level = block->level;
		if ((found == NO_HEADING
			     ? !below
			     : is_suffix(article->blocks[found].plain,
					 block->plain)) &&
		    names_in(article, block->plain) > 1)
			found = b;
	}
	return found;
}

static size_t names_in(const struct article *article, struct str title)
{
	return names_of_title(title, article, article->arena).count;
}

static bool try_title(struct draft *draft, struct str title)
{
	draft->names =
		names_of_title(title, draft->article, draft->article->arena);
	draft->title = title;
	return draft->names.count > 1;
}

static bool is_suffix(struct str whole, struct str part)
{
	return part.len < whole.len &&
	       str_equals(str_from_byte(whole, whole.len - part.len), part);
}

/* "What is X?" and "What is Y?", and headings that pros stand below. */
static void names_of_headings(struct draft *draft)
{
	const struct article *article = draft->article;

	draft->names.count = 0;
	for (size_t b = 0; b < article->block_count; b++) {
		const struct block *block = &article->blocks[b];
		struct str words = block->plain, rest;
		size_t len = wording_starts_any(words, PHRASES_WHAT_IS);

		if (block->kind != BLOCK_HEADING || block->aside ||
		    (!len && !has_pros(article, b)))
			continue;
		words = str_without(str_from_byte(words, len), "?");
		if (sentence_number(words, &rest))
			words = rest;
		words.len = wording_find_any(words, ": | – | - ", &len);
		if (wording_count(words) <= NAME_WORDS &&
		    aim_of(words) == AIM_NONE)
			names_add(&draft->names, words, article->arena);
	}
}

/* Whether advantages are told of right below, or in a section of it. */
static bool has_pros(const struct article *article, size_t b)
{
	int level = article->blocks[b].level;
	size_t end = b + 1 + PROS_NEAR;

	for (size_t k = b + 1; k < article->block_count && k < end; k++) {
		const struct block *block = &article->blocks[k];
		bool heading = block->kind == BLOCK_HEADING;

		if (heading &&
		    (block->level <= level || aim_of(block->plain) == AIM_NONE))
			return false;
		if (aim_of(heading ? block->plain : block->lead) == AIM_PROS)
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
		size_t columns = block->column_count;
		bool rows;

		if (block->kind != BLOCK_TABLE || block->aside)
			continue;
		rows = wording_is_any(block->labels[0], PHRASES_COLUMN_OPTION);
		draft->names.count = 0;
		if (!rows && block->labels[0].len &&
		    !wording_is_any(block->labels[0], PHRASES_COLUMN_CRITERION))
			continue;
		if (add_heads(draft, block, rows ? columns : 1,
			      rows ? block->row_count : columns) &&
		    draft->names.count > 1)
			return;
	}
	draft->names.count = 0;
}

static bool add_heads(struct draft *draft, const struct block *block,
		      size_t step, size_t count)
{
	for (size_t k = 1; k < count; k++) {
		struct str head = block->labels[k * step];

		if (wording_is_any(head, PHRASES_COLUMN_WINNER) ||
		    words_are(head, ROLE_TOTAL) ||
		    words_are(head, ROLE_WEIGHT) || words_are(head, ROLE_NOTE))
			continue;
		if (!head.len || wording_count(head) > NAME_WORDS ||
		    aim_of(head) != AIM_NONE || k > NAMES_MOST)
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
	struct str title = draft->title;
	double number = 0;
	size_t at = 0;

	while (at < title.len && !sentence_decimal(title, at, &number))
		at++;
	return wording_has_any(title, PHRASES_LISTICLE) &&
	       ((number > 2 && number <= LISTED_MOST) ||
		draft->names.count > 2);
}

static void set_options(struct draft *draft)
{
	draft->intro.path = STR("comparison.md");
	draft->guide.path = STR("guide.md");
	draft->faq.path = STR("faq.md");
	draft->unplaced.path = STR("unplaced.md");
	for (size_t i = 0; i < draft->names.count; i++) {
		names_capitalise(draft->names.name[i], draft->article);
		draft->options[i].body.path =
			ARENA_JOIN(draft->article->arena, STR("options/"),
				   draft->names.id[i], STR(".md"));
	}
}

/* "Related articles", with the list below it. */
static void mark_furniture(struct article *article, size_t b)
{
	struct block *block = &article->blocks[b];
	struct str words = block->plain;

	if (words.len > FURNITURE_LONG ||
	    (!wording_starts_any(words, PHRASES_FURNITURE) &&
	     !wording_is_any(words, PHRASES_FURNITURE_ALONE)))
		return;
	block->aside = true;
	while (block->kind == BLOCK_HEADING && ++b < article->block_count &&
	       article->blocks[b].kind == BLOCK_ITEM)
		article->blocks[b].aside = true;
}

/* The title may come again, or at the end of a page's trail; or be the one
 * heading of the first level. */
static void mark_title(struct draft *draft, size_t title_block)
{
	struct article *article = draft->article;
	struct str title = draft->title;
	struct block *top = NULL;
	size_t tops = 0, heads = 0;

	for (size_t b = 0, early = 0; b < article->block_count; b++) {
		struct block *block = &article->blocks[b];
		bool heading = block->kind == BLOCK_HEADING && !block->aside;

		early += !block->aside;
		if (heading && block->level == 1 && !tops++ && !heads)
			top = block;
		heads += heading;
		if (b == title_block ||
		    (early <= EARLY &&
		     (str_equals(block->plain, title) ||
		      ((b < title_block || !heading) &&
		       is_suffix(block->plain, title) &&
		       block->plain.len < 2 * title.len + 40))))
			block_place(block, draft->intro.path, STR("title"));
	}
	if (top && tops == 1)
		block_place(top, draft->intro.path, STR("title"));
}

/* Of the introduction; what is said of one criterion is no sum of all. */
static void find_summary(struct draft *draft)
{
	const struct article *article = draft->article;

	draft->summary = article->description;
	for (size_t b = intro_of(article);
	     b < article->block_count && !draft->summary.len &&
	     !is_below(draft, &article->blocks[b]);
	     b++) {
		struct str rest = article->blocks[b].plain;

		if (introduces(draft, &article->blocks[b]))
			draft->summary = rest.len > SUMMARY_LONG
						 ? sentence_cut(&rest)
						 : rest;
	}
	if (draft->summary.len)
		return;
	draft->summary = draft->title;
	draft_todo(draft, "the summary in comparison.md is the title, for the "
			  "article has no introduction: say there what is "
			  "compared");
}

/* It follows the title where other headings of the page stand above that. */
static size_t intro_of(const struct article *article)
{
	size_t first = 0, headings = 0;

	for (size_t b = 0; b < article->block_count; b++) {
		if (article->blocks[b].kind != BLOCK_HEADING)
			continue;
		if (headings && str_is(article->blocks[b].part, "title") &&
		    str_is(article->blocks[b].path, "comparison.md"))
			first = b + 1;
		headings++;
	}
	return first;
}

/* Whether the introduction ends before it. */
static bool is_below(const struct draft *draft, const struct block *block)
{
	bool kept = block->fate == FATE_PLACED &&
		    !str_equals(block->path, draft->unplaced.path);

	if (block->kind == BLOCK_HEADING)
		return !block->aside && !byline_is(draft->article, block) &&
		       !str_is(block->part, "title") &&
		       !wording_is_any(block->plain, PHRASES_INTRODUCTION);
	return block->fate == FATE_START ||
	       (kept && block->kind != BLOCK_TABLE &&
		!str_equals(block->path, draft->intro.path));
}

static bool introduces(const struct draft *draft, const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH && !block->quoted &&
	       block->fate == FATE_PLACED && !block->part.len &&
	       str_equals(block->path, draft->intro.path) &&
	       !byline_is(draft->article, block) &&
	       block->plain.len >= SUMMARY_SHORT;
}
