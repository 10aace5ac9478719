#include "import/outline.h"

#include "base/buf.h"
#include "import/tally_text.h"
#include "import/wording.h"

static void raise_bold_lines(struct article *article,
			     const struct names *names);
static bool is_bold_heading(const struct block *block,
			    const struct names *names);
static void lower_tallies(struct article *article, const struct names *names);
static void lower(struct block *block);
static void add_section(struct outline *outline, struct article *article,
			const struct names *names, size_t heading);
static bool is_features(struct str topic);
static struct str topic_of(const struct names *names, struct str heading,
			   struct arena *arena);
static struct str trim_links(struct str topic);
static bool is_sentence_role(struct str words);
static size_t subject_of(const struct names *names, struct str heading);
static void nest_options(struct outline *outline, const struct names *names);
static size_t parent_of(const struct outline *outline, size_t s);
static bool is_bare(const struct names *names, const struct outline *outline,
		    size_t s);
static void nest_topics(struct outline *outline, const struct names *names);
static void nest_questions(struct outline *outline);
static void push_down(struct outline *outline, size_t s, int level);
static void find_ends(struct outline *outline);

struct outline outline_of(struct article *article, const struct names *names,
			  size_t title_block)
{
	struct outline outline = { 0 };

	lower_tallies(article, names);
	raise_bold_lines(article, names);
	outline.sections = arena_array(article->arena, struct section,
				       article->block_count + 1);
	outline.sections[0] = (struct section){ .heading = NO_HEADING,
						.role = ROLE_TITLE,
						.subject = names->count };
	outline.count = 1;
	for (size_t b = 0; b < article->block_count; b++) {
		const struct block *block = &article->blocks[b];

		if (block->kind == BLOCK_HEADING && !block->aside &&
		    !block->where.len && b != title_block)
			add_section(&outline, article, names, b);
		else
			outline.sections[outline.count - 1].end = b + 1;
	}
	nest_options(&outline, names);
	nest_topics(&outline, names);
	nest_questions(&outline);
	find_ends(&outline);
	return outline;
}

struct str outline_tally(const struct names *names, struct str heading)
{
	struct str none = { "", 0 }, inner;
	double points[NAMES_MOST];
	size_t open = str_find(heading, '(');

	if (!open || !str_ends(heading, ")") || open == heading.len)
		return none;
	inner = str_slice(heading, open + 1, heading.len - open - 2);
	return tally_text_read(names, inner, points) ? inner : none;
}

/* A score that is set as a heading heads nothing. */
static void lower_tallies(struct article *article, const struct names *names)
{
	double points[NAMES_MOST];
	bool wins[NAMES_MOST];

	for (size_t b = 0; b < article->block_count; b++) {
		struct block *block = &article->blocks[b];

		if (block->kind == BLOCK_HEADING && block->number == 0 &&
		    !outline_tally(names, block->plain).len &&
		    (tally_text_read(names, block->plain, points) ||
		     (wording_starts(block->plain, "winner") &&
		      tally_text_winner(names, block->plain, wins))))
			lower(block);
	}
}

static void lower(struct block *block)
{
	block->kind = BLOCK_PARAGRAPH;
	block->lowered = true;
}

/* A paragraph all in bold is a heading, one level below the last one. */
static void raise_bold_lines(struct article *article, const struct names *names)
{
	int level = 1;

	for (size_t b = 0; b < article->block_count; b++) {
		struct block *block = &article->blocks[b];

		if (block->kind == BLOCK_HEADING) {
			level = block->level;
		} else if (is_bold_heading(block, names) &&
			   b + 1 < article->block_count &&
			   article->blocks[b + 1].kind != BLOCK_HEADING) {
			block->kind = BLOCK_HEADING;
			block->level = level + 1;
			block->text = block->plain;
		}
	}
}

static bool is_bold_heading(const struct block *block,
			    const struct names *names)
{
	double points[NAMES_MOST];
	bool wins[NAMES_MOST];

	return block->kind == BLOCK_PARAGRAPH && block->strong &&
	       !block->quoted && block->plain.len <= 120 &&
	       !str_ends(block->plain, ".") && !str_ends(block->plain, "!") &&
	       !tally_text_read(names, block->plain, points) &&
	       !tally_text_winner(names, block->plain, wins);
}

static void add_section(struct outline *outline, struct article *article,
			const struct names *names, size_t heading)
{
	struct block *block = &article->blocks[heading];
	struct section *s = &outline->sections[outline->count++];
	struct str words = block->plain, rest;
	struct str tally = outline_tally(names, words);

	*s = (struct section){ .heading = heading,
			       .first = heading + 1,
			       .end = heading + 1,
			       .level = block->level,
			       .subject = subject_of(names, block->plain),
			       .spread = names_spread(names, block->plain) };
	s->numbered = block->number > 0;
	if (wording_number(words, &rest)) {
		s->numbered = true;
		words = rest;
	}
	if (tally.len) {
		words.len = (size_t)(tally.ptr - 1 - words.ptr);
		words = str_trim(words);
		s->subject = subject_of(names, words);
		s->spread = names_spread(names, words);
	}
	s->topic = topic_of(names, words, article->arena);
	s->question = str_ends(words, "?");
	s->role = is_sentence_role(words) ? role_of(words) : ROLE_NONE;
	/* "Oak – best for benches" tells of oak, and whom it is for. */
	if (s->role == ROLE_USE_CASES && s->subject < names->count &&
	    names_find(names, words, 0).at == 0 && wording_count(s->topic) > 2)
		s->role = ROLE_OVERVIEW;
	if (s->role == ROLE_FEATURES && !is_features(s->topic))
		s->role = ROLE_NONE;
}

/* "1. Best for teams that …" is long for a label. */
static bool is_sentence_role(struct str words)
{
	return wording_count(words) <= 18;
}

/* "Key features", and no "Security features", which is a criterion. */
static bool is_features(struct str topic)
{
	return wording_count(topic) < 2 ||
	       wording_has_any(topic, "key|main|core|top|notable|standout|best|"
				      "unique|characteristics|list|of|the|"
				      "important|features and|major");
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
		while (str_ends(heading, ":"))
			heading.len--;
		return str_trim(heading);
	}
	for (; (m = names_find(names, heading, at)).len; at = m.at + m.len) {
		struct str between = str_slice(heading, at, m.at - at);

		buf_raw(&buf, trim_links(between));
		buf_char(&buf, ' ');
	}
	buf_raw(&buf, trim_links(str_from_byte(heading, at)));
	topic = wording_squeeze(buf_str(&buf), arena);
	buf_release(&buf);
	topic = trim_links(topic);
	if (topic.len && topic.ptr[0] >= 'a' && topic.ptr[0] <= 'z')
		((char *)topic.ptr)[0] -= 'a' - 'A';
	return topic;
}

static struct str trim_links(struct str topic)
{
	static const char *const FRONT[] = { "vs. ",  "vs ", "versus ", "and ",
					     "or ",   "in ", "of ",	"for ",
					     "with ", "'s ", "’s ",	": ",
					     "- ",    "– ",  "— ",	", ",
					     ") ",    "to " };
	static const char *const BACK[] = { " vs.",  " vs", " versus", " and",
					    " or",   " in", " of",     " for",
					    " with", ":",   " -",      " –",
					    " —",    ",",   " (",      " to",
					    "." };
	bool again = true;

	topic = str_trim(topic);
	while (again) {
		again = false;
		for (size_t k = 0; k < sizeof(FRONT) / sizeof(*FRONT); k++) {
			struct str mark = str_trim(str_from(FRONT[k]));

			if (wording_starts(topic, FRONT[k]) ||
			    (wording_starts(topic, FRONT[k] + 0) &&
			     topic.len == mark.len) ||
			    (topic.len == mark.len &&
			     !strncmp(topic.ptr, mark.ptr, mark.len))) {
				topic = str_trim(
					str_from_byte(topic, mark.len));
				again = true;
			}
		}
		for (size_t k = 0; k < sizeof(BACK) / sizeof(*BACK); k++) {
			size_t len = strlen(BACK[k]);

			if (topic.len >= len &&
			    wording_is(str_from_byte(topic, topic.len - len),
				       BACK[k])) {
				topic.len -= len;
				topic = str_trim(topic);
				again = true;
			}
		}
	}
	return topic;
}

/* "Oak compared to elm" is about oak. */
static size_t subject_of(const struct names *names, struct str heading)
{
	static const char *const LIMITS[] = { "compared to", "compared with",
					      "than",	     "over",
					      "instead of",  "rather than" };
	for (size_t k = 0; k < sizeof(LIMITS) / sizeof(*LIMITS); k++)
		heading.len = wording_find(heading, LIMITS[k]);
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
	int level = 0;

	for (size_t s = 1; s < outline->count; s++) {
		const struct section *section = &outline->sections[s];

		if (section->subject < names->count && !section->topic.len &&
		    ++bare[section->subject] > most)
			most = bare[section->subject];
	}
	if (most < 2)
		return;
	for (size_t s = 1; s < outline->count; s++) {
		struct section *section = &outline->sections[s];

		if (section->subject == names->count || section->topic.len)
			level = is_bare(names, outline, parent_of(outline, s))
					? 0
					: section->level;
		else if (section->level <= level)
			section->level = level + 1;
	}
}

/* The section above, or 0. */
static size_t parent_of(const struct outline *outline, size_t s)
{
	size_t t = s;

	while (--t > 0)
		if (outline->sections[t].level < outline->sections[s].level)
			return t;
	return 0;
}

static bool is_bare(const struct names *names, const struct outline *outline,
		    size_t s)
{
	const struct section *section = &outline->sections[s];

	return s && section->subject < names->count && !section->topic.len;
}

/* "Oak price" and "Elm price" lie below "Oak vs elm: price". */
static void nest_topics(struct outline *outline, const struct names *names)
{
	for (size_t s = 1; s + 1 < outline->count; s++) {
		const struct section *head = &outline->sections[s];

		if (!head->topic.len || head->subject < names->count ||
		    head->role != ROLE_NONE)
			continue;
		for (size_t t = s + 1; t < outline->count; t++) {
			const struct section *part = &outline->sections[t];

			if (part->level > head->level)
				continue;
			if (part->level < head->level ||
			    part->subject == names->count ||
			    !wording_is(part->topic, head->topic.ptr) ||
			    part->topic.len != head->topic.len)
				break;
			push_down(outline, t, head->level + 1);
		}
	}
}

static void nest_questions(struct outline *outline)
{
	for (size_t s = 1; s < outline->count; s++) {
		int level = outline->sections[s].level;

		if (outline->sections[s].role != ROLE_FAQ ||
		    outline->sections[s].question)
			continue;
		for (size_t t = s + 1; t < outline->count; t++) {
			if (outline->sections[t].level > level)
				continue;
			if (outline->sections[t].level < level ||
			    !outline->sections[t].question)
				break;
			push_down(outline, t, level + 1);
		}
	}
}

static void push_down(struct outline *outline, size_t s, int level)
{
	int from = outline->sections[s].level, by = level - from;

	outline->sections[s].level = level;
	for (size_t t = s + 1;
	     t < outline->count && outline->sections[t].level > from; t++)
		outline->sections[t].level += by;
}

static void find_ends(struct outline *outline)
{
	for (size_t s = 0; s < outline->count; s++) {
		size_t t = s + 1;

		while (s && t < outline->count &&
		       outline->sections[t].level > outline->sections[s].level)
			t++;
		outline->sections[s].last = t;
	}
}
