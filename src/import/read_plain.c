#include "base/wording.h"
#include "import/article.h"
#include "import/byline.h"
#include "import/inline.h"
#include "import/phrases.h"
#include "import/sentence.h"

enum { HEADING_WORDS = 8, CODE_WORDS = 12 };

/*
 * Plain text as it is copied from a page: paragraphs and headings on lines
 * of their own, "•" before a list's items, tabs between a table's cells.
 */
struct run {
	struct str *lines; /* until the next empty one */
	size_t count;
	unsigned line;
	bool is_headed; /* by the line before it */
};

static void add_run(struct article *article, const struct run *run);
static bool is_rule(struct str line);
static void add_heading(struct article *article, const struct run *run);
static bool is_headed(const struct run *run);
static bool is_labelled(struct str line);
static bool is_code(const struct run *run);
static bool looks_like_code(struct str line);
static void add_code(struct article *article, const struct run *run);
static bool is_tabbed(const struct run *run);
static size_t tab_count(struct str line);
static void add_table(struct article *article, const struct run *run);
static bool is_wrapped(const struct run *run);
static void add_wrapped(struct article *article, const struct run *run);
static void add_line(struct article *article, const struct run *run, size_t i);
static bool is_label(struct str line);
static bool is_heading(struct str line);
static size_t bullet_len(struct str line);

void article_read_plain(struct article *article, struct str text, unsigned line)
{
	struct run run = { 0 };

	article->flat = true;
	for (; text.ptr; line++) {
		struct str words = str_without(str_cut(&text, '\n'), "\r \t");

		if (words.len) {
			run.line = run.count ? run.line : line;
			*arena_push(article->arena, run.lines, run.count) =
				words;
		}
		if (run.count && (!text.ptr || !words.len)) {
			add_run(article, &run);
			run = (struct run){ 0 };
		}
	}
}

static void add_run(struct article *article, const struct run *run)
{
	struct run head = { run->lines, 1, run->line, false };
	struct run rest = { run->lines + 1, run->count - 1, run->line + 1,
			    false };

	if (is_rule(run->lines[0])) {
		if (rest.count)
			add_run(article, &rest);
	} else if (run->count > 1 && is_rule(run->lines[1])) {
		add_heading(article, run);
		rest = (struct run){ run->lines + 2, run->count - 2,
				     run->line + 2, true };
		if (rest.count)
			add_run(article, &rest);
	} else if (is_code(run)) {
		add_code(article, run);
	} else if (is_headed(run)) {
		add_line(article, &head, 0);
		add_run(article, &rest);
	} else if (is_tabbed(run)) {
		add_table(article, run);
	} else if (is_wrapped(run)) {
		add_wrapped(article, run);
	} else {
		for (size_t i = 0; i < run->count; i++)
			add_line(article, run, i);
	}
}

/* "-----", "=====": below a heading, or between two parts. */
static bool is_rule(struct str line)
{
	struct str words = str_trim(line);

	return words.len > 2 && strchr("-=~_*", words.ptr[0]) &&
	       strspn(words.ptr, (char[]){ words.ptr[0], '\0' }) >= words.len;
}

static void add_heading(struct article *article, const struct run *run)
{
	struct block block = { .kind = BLOCK_HEADING,
			       .level = 2,
			       .line = run->line };

	inline_plain(article, str_squeeze(run->lines[0], article->arena),
		     &block);
	article_add(article, &block);
}

/* Whether its first line heads the others, with no empty line between. */
static bool is_headed(const struct run *run)
{
	struct str words = str_trim(run->lines[0]), next, rest;

	if (run->count < 2 || bullet_len(words))
		return false;
	next = str_trim(run->lines[1]);
	if (sentence_number(words, &rest))
		words = rest;
	if (!words.len || !is_heading(words) || str_ends(words, ":") ||
	    wording_count(words) > HEADING_WORDS ||
	    (is_labelled(words) && is_labelled(next)))
		return false;
	return str_ends(words, "?") || str_ends(next, ":") ||
	       (next.len > words.len &&
		(strchr(".!?", next.ptr[next.len - 1]) || is_labelled(next)));
}

/* "Oak: 1 byte", as is the line below it */
static bool is_labelled(struct str line)
{
	return str_find_str(line, STR(": ")) < line.len;
}

static bool is_code(const struct run *run)
{
	size_t count = 0;

	for (size_t i = 0; i < run->count; i++)
		count += looks_like_code(run->lines[i]);
	return 2 * count > run->count;
}

static bool looks_like_code(struct str line)
{
	struct str words = str_trim(line);
	size_t count = wording_count(words);

	return !bullet_len(line) && words.len <= 120 &&
	       (strchr(" \t", line.ptr[0]) ||
		(wording_starts_any(words, PHRASES_CODE_START) &&
		 words.ptr[0] >= 'a' && !str_ends(words, ".")) ||
		(count < CODE_WORDS && wording_ends_any(words, ";|{|}")) ||
		(count == 1 && str_ends(words, ")")));
}

static void add_code(struct article *article, const struct run *run)
{
	struct block block = { .kind = BLOCK_CODE, .line = run->line };
	struct block *last =
		article->block_count
			? &article->blocks[article->block_count - 1]
			: NULL;
	struct str end = run->lines[run->count - 1];

	/* An empty line within code parts runs, not code. */
	block.text =
		last && last->kind == BLOCK_CODE ? last->text : run->lines[0];
	block.text.len = (size_t)(end.ptr + end.len - block.text.ptr);
	if (last && last->kind == BLOCK_CODE)
		last->text = block.text;
	else
		article_add(article, &block);
}

static bool is_tabbed(const struct run *run)
{
	size_t tabs = tab_count(run->lines[0]);

	for (size_t i = 1; i < run->count; i++)
		if (tab_count(run->lines[i]) != tabs)
			return false;
	return tabs && run->count > 1;
}

static size_t tab_count(struct str line)
{
	size_t count = 0;

	for (size_t i = 0; i < line.len; i++)
		count += line.ptr[i] == '\t';
	return count;
}

static void add_table(struct article *article, const struct run *run)
{
	size_t columns = tab_count(run->lines[0]) + 1;
	struct block block = { .kind = BLOCK_TABLE, .line = run->line };

	article_grid(article, &block, run->count, columns);
	for (size_t i = 0; block.cells && i < run->count * columns; i++) {
		struct block cell = { .line = run->line };

		inline_plain(article, str_cut(&run->lines[i / columns], '\t'),
			     &cell);
		block.cells[i] = cell.text;
		block.labels[i] = cell.plain;
	}
	article_add(article, &block);
}

/*
 * Lines of about one width, the last one apart, are one paragraph; but not
 * where each is a sentence.
 */
static bool is_wrapped(const struct run *run)
{
	bool goes_on = false;

	for (size_t i = 0; i < run->count; i++) {
		struct str line = run->lines[i], rest;
		size_t len = str_char_count(line);
		bool last = i + 1 == run->count;

		if ((i && (bullet_len(line) ||
			   sentence_number(str_trim(line), &rest))) ||
		    len > 110 || (!last && len < 50))
			return false;
		goes_on |= !last && !strchr(".!?:", line.ptr[line.len - 1]);
	}
	return goes_on;
}

static void add_wrapped(struct article *article, const struct run *run)
{
	struct str words = run->lines[0];
	struct str last = run->lines[run->count - 1];
	struct run joined = { &words, 1, run->line, run->is_headed };

	/* add_line() makes one blank of a line's end. */
	words.len = (size_t)(last.ptr + last.len - words.ptr);
	add_line(article, &joined, 0);
}

static void add_line(struct article *article, const struct run *run, size_t i)
{
	struct str words = str_squeeze(run->lines[i], article->arena);
	struct str rest = words;
	struct block block = { .kind = BLOCK_PARAGRAPH,
			       .line = run->line + (unsigned)i };
	size_t bullet = bullet_len(run->lines[i]);
	bool alone = i == 0 && run->count == 1 && !run->is_headed;
	bool byline = byline_day(words, article->arena).len > 0;
	bool heads_list = i + 1 < run->count && bullet_len(run->lines[i + 1]);

	if (bullet) {
		block.kind = BLOCK_ITEM;
		block.level = 1;
		words = str_from_byte(words, bullet);
	} else if ((block.number = sentence_number(words, &rest)) > 0) {
		bool heading = alone && is_heading(rest);

		block.kind = heading ? BLOCK_HEADING : BLOCK_ITEM;
		block.level = heading ? 3 : 1;
		words = rest;
	} else if (is_heading(words) && !byline &&
		   (alone ||
		    (heads_list && (i == 0 || str_ends(words, ":"))))) {
		block.kind = BLOCK_HEADING;
		block.level = is_label(words) ? 3 : 2;
	}
	inline_plain(article, words, &block);
	article_add(article, &block);
}

/* "Pros:", which says nothing without the heading above. */
static bool is_label(struct str line)
{
	struct str words = str_slice(line, 0, line.len - str_ends(line, ":"));

	return wording_is_any(words, PHRASES_PROS "|" PHRASES_CONS
						  "|" PHRASES_FEATURES);
}

/* Short, begun with a capital or digit, and no sentence. */
static bool is_heading(struct str line)
{
	unsigned char first = (unsigned char)line.ptr[0];
	char last = line.ptr[line.len - 1];

	if (str_char_count(line) > 100 || wording_count(line) > 16)
		return false;
	if (first < 0x80 && !(first >= 'A' && first <= 'Z') &&
	    !(first >= '0' && first <= '9'))
		return false;
	if (last == ':')
		return wording_count(line) <= 4;
	return !strchr(".,;!)", last) || str_ends(line, "...");
}

/* The length of "• " and its like after the blanks, or 0. */
static size_t bullet_len(struct str line)
{
	struct str words = str_trim(line);
	size_t len = wording_starts_any(words, PHRASES_BULLETS);

	return len && len + 1 < words.len && strchr(" \t", words.ptr[len])
		       ? len + 1
		       : 0;
}
