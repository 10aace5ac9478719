#include "import/outline.h"

#include "base/buf.h"
#include "base/wording.h"
#include "import/phrases.h"
#include "import/rating.h"
#include "import/sentence.h"
#include "import/tally_text.h"

enum { BOLD_LONG = 120, AIM_WORDS = 18 };

static void settle_headings(struct article *article, const struct names *names,
			    size_t title_block);
static bool heads_nothing(const struct article *article,
			  const struct names *names, const struct block *block);
static bool is_label(const struct article *article, const struct names *names,
		     const struct block *block);
static bool head_bold(struct article *article, const struct names *names,
		      size_t b, int level);
static bool is_winner(const struct names *names, struct str words);
static bool is_score(const struct names *names, struct str words);
static bool is_bold_line(const struct block *block, const struct names *names);
static void add_section(struct outline *outline, struct article *article,
			const struct names *names, size_t heading);
static enum aim aim_in(const struct section *s, const struct names *names,
		       struct str words);
static struct str topic_of(const struct names *names, struct str heading,
			   struct arena *arena);
static struct str trim_links(struct str topic);
static size_t subject_of(const struct names *names, struct str heading);
static void nest_options(struct outline *outline, const struct names *names);
static void nest_below(struct outline *outline, const struct names *names,
		       size_t head);
static bool is_bare(const struct section *section, const struct names *names);
static void find_ends(struct outline *outline);

struct outline outline_of(struct article *article, const struct names *names,
			  size_t title_block)
{
	struct outline outline = { 0 };
	struct section text = { .heading = NO_HEADING,
				.aim = AIM_TITLE,
				.subject = names->count };

	settle_headings(article, names, title_block);
	outline.sections = arena_array(article->arena, struct section,
				       article->block_count + 2);
	outline.sections[0] = text;
	outline.count = 1;
	for (size_t b = 0; b < article->block_count; b++) {
		const struct block *block = &article->blocks[b];

		if (b == title_block) {
			text.first = text.end = b + 1;
			outline.sections[outline.count++] = text;
		} else if (block->kind == BLOCK_HEADING && !block->aside &&
			   !block->fate) {
			add_section(&outline, article, names, b);
		} else {
			outline.sections[outline.count - 1].end = b + 1;
		}
	}
	nest_options(&outline, names);
	for (size_t s = 1; s + 1 < outline.count; s++)
		nest_below(&outline, names, s);
	find_ends(&outline);
	return outline;
}

/*
 * A score that is set as a heading heads nothing; a paragraph all in bold
 * does, one level below the last heading.
 */
static void settle_headings(struct article *article, const struct names *names,
			    size_t title_block)
{
	bool titled = title_block == NO_HEADING;
	int level = 1;

	for (size_t b = 0; b < article->block_count; b++) {
		struct block *block = &article->blocks[b];
		bool bold = b + 1 < article->block_count &&
			    block[1].kind != BLOCK_HEADING &&
			    is_bold_line(block, names);

		if (block->kind == BLOCK_HEADING &&
		    heads_nothing(article, names, block)) {
			block->kind = BLOCK_PARAGRAPH;
			block->lowered = true;
		} else if (block->kind == BLOCK_HEADING) {
			level = block->level;
			b += titled && outline_split(article, names, b);
		} else if (bold) {
			b += head_bold(article, names, b, level + 1);
		}
		titled |= b == title_block;
	}
}

/*
 * "Winner: Oak", "Score: 8/10"; nor do, of plain text, the row "Parameter Oak
 * Elm" of a table that lost its tabs, and "Oak: 1 byte" with nothing below.
 */
static bool heads_nothing(const struct article *article,
			  const struct names *names, const struct block *block)
{
	struct str words = block->plain;

	return block->number == 0 &&
	       (is_score(names, words) ||
		(wording_starts_any(words, PHRASES_WINNER_HEADING) &&
		 is_winner(names, words)) ||
		(article->flat && block->level > 1 &&
		 names_spread(names, words) == names->count &&
		 !wording_has_any(words, PHRASES_JOINED)) ||
		(article->flat && is_label(article, names, block)));
}

static bool is_label(const struct article *article, const struct names *names,
		     const struct block *block)
{
	struct str label = str_slice(block->plain, 0,
				     str_find_str(block->plain, STR(": ")));

	return label.len < block->plain.len &&
	       names_exact(names, label) < names->count &&
	       (block + 1 == article->blocks + article->block_count ||
		block[1].kind == BLOCK_HEADING);
}

/* Tells whether it is two blocks now. */
static bool head_bold(struct article *article, const struct names *names,
		      size_t b, int level)
{
	struct block *block = &article->blocks[b], whole = *block;

	if (str_starts(block->text, "**") && str_ends(block->text, "**"))
		block->text = str_slice(block->text, 2, block->text.len - 4);
	block->kind = BLOCK_HEADING;
	block->level = level;
	if (outline_split(article, names, b))
		return true;
	if (is_score(names, block->plain) || is_winner(names, block->plain))
		*block = whole;
	return false;
}

static bool is_winner(const struct names *names, struct str words)
{
	bool doubted;

	return tally_text_verdict(names, words, &doubted);
}

/* A running score, or a rating. */
static bool is_score(const struct names *names, struct str words)
{
	double points[NAMES_MOST];
	struct rating rating;
	bool alone;

	return tally_text_read(names, words, points) ||
	       (!names_spread(names, words) &&
		rating_ends(names, words, &rating, &alone));
}

static bool is_bold_line(const struct block *block, const struct names *names)
{
	return block->kind == BLOCK_PARAGRAPH && block->strong &&
	       !block->quoted && block->plain.len <= BOLD_LONG &&
	       ((!str_ends(block->plain, ".") &&
		 !str_ends(block->plain, "!")) ||
		names_exact(names, block->plain) < names->count);
}

static void add_section(struct outline *outline, struct article *article,
			const struct names *names, size_t heading)
{
	struct block *block = &article->blocks[heading];
	struct section *s = &outline->sections[outline->count++];
	struct str words = block->plain, text = block->text, rest;
	bool numbered = sentence_number(words, &rest);

	for (size_t n = numbered ? wording_count(words) - wording_count(rest)
				 : 0;
	     n; n--)
		text = str_from_byte(text, str_find(text, ' ') + 1);
	if (numbered)
		words = rest;
	*s = (struct section){ .heading = heading,
			       .first = heading + 1,
			       .end = heading + 1,
			       .level = block->level,
			       .subject = subject_of(names, words),
			       .spread = names_spread(names, words),
			       .words = words,
			       .text = text,
			       .topic = topic_of(names, words, article->arena),
			       .question = str_ends(words, "?") };
	s->aim = aim_in(s, names, words);
}

/* What a heading is for, unless it is long for a label. */
static enum aim aim_in(const struct section *s, const struct names *names,
		       struct str words)
{
	enum aim aim =
		wording_count(words) <= AIM_WORDS ? aim_of(words) : AIM_NONE;

	/* "Oak – best for benches" tells of oak, and whom it is for. */
	if (aim == AIM_USE_CASES && s->subject < names->count &&
	    names_front(names, words).len && wording_count(s->topic) > 2)
		return AIM_OVERVIEW;
	/* "Key features", and no "Security features", which is a criterion. */
	if (aim == AIM_FEATURES && wording_count(s->topic) > 1 &&
	    !wording_has_any(s->topic, PHRASES_KEY_FEATURES))
		return AIM_NONE;
	return aim;
}

/* The words beside the names, without what linked them. */
static struct str topic_of(const struct names *names, struct str heading,
			   struct arena *arena)
{
	struct buf buf = { 0 };
	struct mention m;
	struct str topic;
	size_t at = 0;

	if (!names_spread(names, heading)) {
		return str_trim(str_without(heading, ":"));
	}
	for (; (m = names_find(names, heading, at)).len; at = m.at + m.len) {
		struct str between = str_slice(heading, at, m.at - at);

		buf_raw(&buf, trim_links(between));
		buf_char(&buf, ' ');
	}
	buf_raw(&buf, trim_links(str_from_byte(heading, at)));
	topic = trim_links(str_squeeze(buf_take(&buf, arena), arena));
	if (topic.len && topic.ptr[0] >= 'a' && topic.ptr[0] <= 'z')
		((char *)topic.ptr)[0] -= 'a' - 'A';
	return topic;
}

static struct str trim_links(struct str topic)
{
	size_t len;

	do {
		struct str word;

		len = topic.len;
		topic = str_trim(str_from_byte(
			topic, wording_starts_any(topic, PHRASES_TOPIC_SIGNS)));
		topic.len -= wording_ends_any(topic, PHRASES_TOPIC_SIGNS);
		word = wording_end(topic, 1, false);
		if (wording_is_any(word, PHRASES_TOPIC_LINKS))
			topic = str_from_byte(topic, word.len);
		topic = str_trim(topic);
		word = wording_end(topic, 1, true);
		if (wording_is_any(word, PHRASES_TOPIC_LINKS))
			topic.len -= word.len;
	} while (topic.len < len);
	return topic;
}

/* "Oak compared to elm" is about oak. */
static size_t subject_of(const struct names *names, struct str heading)
{
	size_t len;

	heading.len = wording_find_any(heading, PHRASES_AGAINST, &len);
	return names_spread(names, heading) == 1
		       ? names_find(names, heading, 0).option
		       : names->count;
}

/*
 * Headings that are no more than an option's name come again and again at
 * the level of what they are part of: they lie below it.
 */
static void nest_options(struct outline *outline, const struct names *names)
{
	size_t bare[NAMES_MOST] = { 0 }, most = 0;
	int level = 0, above = 0;

	for (size_t s = 1; s < outline->count; s++) {
		const struct section *section = &outline->sections[s];

		if (is_bare(section, names) && ++bare[section->subject] > most)
			most = bare[section->subject];
	}
	if (most < 2)
		return;
	for (size_t s = 1; s < outline->count; s++) {
		struct section *section = &outline->sections[s];

		/* What lies below a bare name is no topic of both. */
		if (!is_bare(section, names))
			level = above && section->level > above
					? 0
					: section->level;
		else if (section->level <= level)
			section->level = level + 1;
		if (is_bare(section, names) || section->level <= above)
			above = is_bare(section, names) ? section->level : 0;
	}
}

static bool is_bare(const struct section *section, const struct names *names)
{
	return section->subject < names->count && !section->topic.len;
}

/*
 * What follows at a heading's own level, with all below it: questions below
 * "FAQ", "Oak price" and "Elm price" below "Oak vs elm: price".
 */
static void nest_below(struct outline *outline, const struct names *names,
		       size_t head)
{
	const struct section *above = &outline->sections[head];
	bool faq = above->aim == AIM_FAQ && !above->question;
	bool topic = above->aim == AIM_NONE && above->topic.len &&
		     above->subject == names->count;

	for (size_t t = head + 1; (faq || topic) && t < outline->count; t++) {
		struct section *part = &outline->sections[t];

		if (part->level < above->level ||
		    (part->level == above->level &&
		     !(faq ? part->question
			   : part->spread == 1 &&
				       wording_equals(part->topic,
						      above->topic))))
			return;
		part->level++;
	}
}

/* Each section is looked at twice: when it opens and when it is closed. */
static void find_ends(struct outline *outline)
{
	struct section *sections = outline->sections;
	size_t open = 0;

	for (size_t s = 1; s <= outline->count; s++) {
		int level = s < outline->count ? sections[s].level : 0;

		for (; open && sections[open].level >= level;
		     open = sections[open].parent) {
			sections[open].next = s;
			sections[open].after = sections[s - 1].end;
		}
		if (s == outline->count)
			break;
		sections[s].parent = open;
		sections[s].next = s + 1;
		sections[s].after = sections[s].end;
		open = sections[s].heading == NO_HEADING ? 0 : s;
	}
	sections[0].next = 1;
	sections[0].after = sections[0].end;
}
