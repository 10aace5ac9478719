#include "import/place.h"

#include "import/outline.h"
#include "import/tally_text.h"
#include "import/wording.h"

enum { HIGH_START = 10, VERDICT_LONG = 700 };

struct score {
	bool given;
	double points[NAMES_MOST];
};

struct placer {
	struct draft *draft;
	struct article *article;
	const struct names *names;
	struct outline outline;
	struct score *scores; /* by block */
	double before[NAMES_MOST];
};

static void read_scores(struct placer *p);
static bool read_score(const struct placer *p, struct str text,
		       double points[NAMES_MOST]);
static void place_section(struct placer *p, size_t s, enum role inherited);
static void place_children(struct placer *p, size_t s, enum role inherited);
static bool is_empty(const struct placer *p, size_t s);
static size_t block_after(const struct placer *p, size_t s);
static bool scores_in(const struct placer *p, size_t first, size_t end);
static bool is_part(const struct placer *p, size_t s, size_t head);
static bool is_criterion(const struct placer *p, size_t s);
static bool has_criteria(const struct placer *p, size_t s);
static size_t owners_of(const struct placer *p, size_t first, size_t end);
static size_t mark_sentences(const struct placer *p, struct str text,
			     bool seen[NAMES_MOST]);
static size_t owner_of(const struct placer *p, const struct block *block,
		       size_t last);
static bool has_listed_criteria(const struct placer *p, size_t s);
static struct str item_title(const struct placer *p, const struct block *block,
			     struct str *rest);
static void place_listed(struct placer *p, size_t s);
static void place_item(struct placer *p, size_t *b, size_t end);
static bool split_sentences(struct placer *p, struct draft_criterion *c,
			    const struct block *block);
static bool is_whole(struct str markdown);
static struct sheet *sheet_of(const struct placer *p, struct draft_criterion *c,
			      size_t owner);
static struct draft_criterion *add_criterion(struct placer *p,
					     struct str title);
static bool is_reserved(const struct placer *p, struct str id);
static void place_criterion(struct placer *p, size_t s);
static void place_parts(struct placer *p, struct draft_criterion *c,
			size_t head, size_t s, size_t owner);
static void place_in(struct placer *p, struct draft_criterion *c, size_t b,
		     size_t owner);
static bool is_verdict(const struct placer *p, size_t b);
static void set_points(struct placer *p, struct draft_criterion *c,
		       size_t first, size_t end);
static void place_faq(struct placer *p, size_t s);
static void place_question(struct placer *p, size_t s);
static void place_pros_cons(struct placer *p, size_t s);
static void place_option(struct placer *p, size_t s, size_t option,
			 enum role inherited);
static size_t only_owner(const struct placer *p, size_t s);
static void place_option_blocks(struct placer *p, size_t s, size_t option,
				enum role role, struct str *heading);
static struct list *list_of(struct draft_option *option, enum role role);
static void place_text(struct placer *p, struct sheet *sheet, size_t s,
		       const char *file);
static void place_block(struct placer *p, struct sheet *sheet, size_t b,
			const char *file);
static bool place_table(struct placer *p, struct block *block,
			struct str title);
static bool columns_are_options(const struct placer *p,
				struct draft_table *table);
static struct str heading_words(const struct placer *p, size_t s);
static struct str heading_text(const struct placer *p, size_t s);
static void place_rest(struct placer *p);

void place_blocks(struct draft *draft, size_t title_block)
{
	struct placer p = { .draft = draft,
			    .article = draft->article,
			    .names = &draft->names };

	p.outline = outline_of(draft->article, &draft->names, title_block);
	read_scores(&p);
	if (has_listed_criteria(&p, 0))
		place_listed(&p, 0);
	else
		place_text(&p, &draft->intro, 0, "comparison.md");
	for (size_t s = 1; s < p.outline.count; s = outline_next(&p.outline, s))
		place_section(&p, s, ROLE_NONE);
	place_rest(&p);
}

/* A score that falls is none: what looked like one was a range or a date. */
static void read_scores(struct placer *p)
{
	double last[NAMES_MOST] = { 0 }, points[NAMES_MOST];
	bool any = false;

	p->scores = arena_array(p->article->arena, struct score,
				p->article->block_count);
	for (size_t b = 0; b < p->article->block_count; b++) {
		const struct block *block = &p->article->blocks[b];
		bool ok = !block->aside && !block->where.len &&
			  (block->kind == BLOCK_PARAGRAPH ||
			   block->kind == BLOCK_ITEM) &&
			  read_score(p, block->plain, points);

		for (size_t i = 0; ok && i < p->names->count; i++)
			ok = points[i] >= last[i] &&
			     points[i] - last[i] <= HIGH_START;
		if (!ok)
			continue;
		p->scores[b].given = true;
		memcpy(p->scores[b].points, points, sizeof(points));
		memcpy(last, points, sizeof(points));
		for (size_t i = 0; i < p->names->count; i++)
			any |= points[i] > 0;
	}
	p->draft->scored = any;
	memcpy(p->draft->tally, last, sizeof(last));
}

/* The text as a whole, or its last sentence. */
static bool read_score(const struct placer *p, struct str text,
		       double points[NAMES_MOST])
{
	struct str rest = text, last = text;

	if (tally_text_read(p->names, text, points))
		return true;
	while (rest.ptr && rest.len)
		last = wording_sentence(&rest);
	return last.len < text.len && tally_text_read(p->names, last, points);
}

static void place_section(struct placer *p, size_t s, enum role inherited)
{
	const struct section *section = &p->outline.sections[s];
	enum role role = section->role != ROLE_NONE ? section->role : inherited;
	bool single = section->subject < p->names->count;

	if (is_empty(p, s))
		return;
	if (role == ROLE_FAQ)
		place_faq(p, s);
	else if (inherited == ROLE_PROS_CONS && !single)
		place_pros_cons(p, s);
	else if (has_listed_criteria(p, s))
		place_listed(p, s);
	else if (is_criterion(p, s))
		place_criterion(p, s);
	else if (role == ROLE_PROS_CONS && !single)
		place_pros_cons(p, s);
	else if (role == ROLE_GUIDE || role == ROLE_USE_CASES)
		place_text(p, &p->draft->guide, s, "guide.md");
	else if (section->question && section->spread && role == ROLE_NONE)
		place_question(p, s);
	else if (single)
		place_option(p, s, section->subject, role);
	else if (outline_next(&p->outline, s) > s + 1)
		place_children(p, s, role);
	else if (only_owner(p, s) < p->names->count && role != ROLE_OVERVIEW)
		place_option(p, s, only_owner(p, s), role);
	else if (!p->draft->criterion_count)
		place_text(p, &p->draft->intro, s, "comparison.md");
}

/* Its own text introduces them. */
static void place_children(struct placer *p, size_t s, enum role inherited)
{
	const struct section *section = &p->outline.sections[s];
	bool early = !p->draft->criterion_count;
	bool parts = false;
	struct block *heading = &p->article->blocks[section->heading];

	for (size_t c = s + 1; c < outline_next(&p->outline, s);
	     c = outline_next(&p->outline, c))
		parts |= p->outline.sections[c].subject < p->names->count;
	for (size_t b = section->first; b < section->end; b++)
		place_block(p, early ? &p->draft->intro : &p->draft->guide, b,
			    early ? "comparison.md" : "guide.md");
	for (size_t c = s + 1; c < outline_next(&p->outline, s);
	     c = outline_next(&p->outline, c))
		place_section(p, c, inherited);
	if (!heading->where.len)
		heading->where = parts ? STR("left out: heads what stands in "
					     "options/")
				       : STR("left out: heads what stands "
					     "elsewhere");
}

static bool is_empty(const struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];

	return section->first == section->end &&
	       outline_next(&p->outline, s) == s + 1;
}

/* The block behind all of a section. */
static size_t block_after(const struct placer *p, size_t s)
{
	return p->outline.sections[outline_next(&p->outline, s) - 1].end;
}

/* Whether a score stands there other than the one at the start. */
static bool scores_in(const struct placer *p, size_t first, size_t end)
{
	for (size_t b = first; b < end; b++) {
		double sum = 0;

		for (size_t i = 0; i < p->names->count; i++)
			sum += p->scores[b].points[i];
		if (p->scores[b].given && sum > 0)
			return true;
	}
	return false;
}

/* Whether section `s` tells of one option what its head is about. */
static bool is_part(const struct placer *p, size_t s, size_t head)
{
	const struct section *part = &p->outline.sections[s];

	return part->subject < p->names->count &&
	       (!part->topic.len ||
		wording_is(part->topic, p->outline.sections[head].topic.ptr) ||
		wording_count(part->topic) <= 3);
}

static bool is_criterion(const struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	bool seen[NAMES_MOST] = { false };
	size_t parts = 0;

	if (has_criteria(p, s))
		return false;
	if (scores_in(p, section->first, block_after(p, s)) &&
	    section->role != ROLE_GUIDE && section->role != ROLE_FAQ)
		return true;
	if (section->role != ROLE_NONE || section->subject < p->names->count)
		return false;
	for (size_t c = s + 1; c < outline_next(&p->outline, s);
	     c = outline_next(&p->outline, c)) {
		size_t option = p->outline.sections[c].subject;

		if (!is_part(p, c, s) || seen[option])
			continue;
		seen[option] = true;
		parts++;
	}
	if (parts > 1)
		return true;
	if (section->question && outline_next(&p->outline, s) == s + 1 &&
	    section->spread)
		return false;
	parts = owners_of(p, section->first, section->end);
	if (parts > 1)
		return true;
	for (size_t b = section->first; b < section->end; b++)
		if (wording_starts(p->article->blocks[b].plain, "winner") &&
		    is_verdict(p, b))
			return true;
	/* Of a numbered row, one that tells of all of them together. */
	return section->numbered && !section->question &&
	       section->first < section->end &&
	       names_spread(p->names,
			    p->article->blocks[section->first].plain) > 1;
}

static bool has_criteria(const struct placer *p, size_t s)
{
	for (size_t c = s + 1; c < outline_next(&p->outline, s);
	     c = outline_next(&p->outline, c))
		if (p->outline.sections[c].subject == p->names->count &&
		    p->outline.sections[c].role != ROLE_VERDICT &&
		    is_criterion(p, c))
			return true;
	return false;
}

/* How many options have words of their own among these blocks. */
static size_t owners_of(const struct placer *p, size_t first, size_t end)
{
	bool seen[NAMES_MOST] = { false };
	size_t last = p->names->count, count = 0;

	for (size_t b = first; b < end; b++) {
		const struct block *block = &p->article->blocks[b];

		last = owner_of(p, block, last);
		if (last < p->names->count)
			seen[last] = true;
		else if (p->draft->criterion_count)
			mark_sentences(p, block->plain, seen);
	}
	for (size_t i = 0; i < p->names->count; i++)
		count += seen[i];
	return count;
}

/* Marks the options that have sentences of their own; tells how many. */
static size_t mark_sentences(const struct placer *p, struct str text,
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

/* A block that names nobody goes on about whom the last one was about. */
static size_t owner_of(const struct placer *p, const struct block *block,
		       size_t last)
{
	if (block->kind == BLOCK_IMAGE || block->where.len || block->aside)
		return last;
	if (!names_spread(p->names, block->plain))
		return last;
	return names_owner(p->names, block->plain);
}

/* Three numbered items or more, most of them "Title: of both". */
static bool has_listed_criteria(const struct placer *p, size_t s)
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
		criteria += item_title(p, block, &rest).len &&
			    names_spread(p->names, block->plain) > 1;
	}
	return criteria >= 3 && criteria * 5 >= items * 3;
}

/* "Price" of "Price: …", "**Price.** …" or "Price – …"; empty: none. */
static struct str item_title(const struct placer *p, const struct block *block,
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

static void place_listed(struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	struct str rest;

	for (size_t b = section->first; b < section->end;) {
		struct block *block = &p->article->blocks[b];

		if (block->kind == BLOCK_ITEM && block->number &&
		    item_title(p, block, &rest).len) {
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

static void place_item(struct placer *p, size_t *b, size_t end)
{
	struct block *block = &p->article->blocks[*b];
	size_t start = *b, owner = p->names->count;
	struct str rest;
	struct draft_criterion *c =
		add_criterion(p, item_title(p, block, &rest));
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
		owner = owner_of(p, next, owner);
		place_in(p, c, *b, owner);
	}
	set_points(p, c, start, *b);
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

	if (mark_sentences(p, rest, seen) < p->names->count)
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

static struct draft_criterion *add_criterion(struct placer *p, struct str title)
{
	struct draft *d = p->draft;
	struct arena *arena = p->article->arena;
	struct draft_criterion *c =
		arena_push(arena, d->criteria, d->criterion_count);
	size_t number = d->criterion_count;
	struct str id = wording_id(title, arena);

	if (!id.len)
		id = arena_printf(arena, "criterion-%zu", number);
	if (is_reserved(p, id))
		id = arena_printf(arena, "%.*s-%zu", STR_ARG(id), number);
	c->id = id;
	c->title = title;
	c->file = arena_printf(arena, "%zu-%.*s.md", number * 10, STR_ARG(id));
	return c;
}

/* Taken by another criterion, or by a page beside the criteria's. */
static bool is_reserved(const struct placer *p, struct str id)
{
	static const char *const RESERVED[] = {
		"matrix", "scoreboard", "options", "infographic", "embed",
		"report", "charts",	"data",	   "card",	  "badge",
		"index",  "scores",	"assets",
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

static void place_criterion(struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	struct str title =
		section->topic.len ? section->topic : heading_words(p, s);
	struct draft_criterion *c = add_criterion(p, title);

	p->article->blocks[section->heading].where = arena_printf(
		p->article->arena, "criteria/%.*s: title", STR_ARG(c->file));
	place_parts(p, c, s, s, p->names->count);
	set_points(p, c, section->first, block_after(p, s));
}

/* The blocks of section `s`, and of those below it. */
static void place_parts(struct placer *p, struct draft_criterion *c,
			size_t head, size_t s, size_t owner)
{
	const struct section *section = &p->outline.sections[s];
	bool fixed = s != head && owner < p->names->count;

	for (size_t b = section->first; b < section->end; b++) {
		struct block *block = &p->article->blocks[b];

		if (block->where.len || block->aside)
			continue;
		if (!fixed)
			owner = owner_of(p, block, owner);
		place_in(p, c, b, owner);
	}
	for (size_t t = s + 1; t < outline_next(&p->outline, s);
	     t = outline_next(&p->outline, t)) {
		const struct section *child = &p->outline.sections[t];
		struct block *heading = &p->article->blocks[child->heading];
		size_t to = fixed ? owner : p->names->count;

		if (is_empty(p, t))
			continue;
		if (!fixed && child->subject < p->names->count)
			to = child->subject;
		if (to < p->names->count && is_part(p, t, head))
			heading->where = arena_printf(
				p->article->arena, "criteria/%.*s: %.*s",
				STR_ARG(c->file), STR_ARG(p->names->name[to]));
		else if (!wording_is(heading->plain, "verdict"))
			place_in(p, c, child->heading, to);
		else
			heading->where = STR("left out: heads a verdict");
		place_parts(p, c, head, t, to);
	}
}

static void place_in(struct placer *p, struct draft_criterion *c, size_t b,
		     size_t owner)
{
	struct block *block = &p->article->blocks[b];
	struct arena *arena = p->article->arena;
	struct str file = ARENA_JOIN(arena, STR("criteria/"), c->file);

	if (block->kind == BLOCK_TABLE && place_table(p, block, c->title))
		return;
	if (p->scores[b].given && block->plain.len <= 120) {
		block->where = ARENA_JOIN(arena, STR("scores.csv: "), c->id);
	} else if (is_verdict(p, b)) {
		c->note = block->text;
		sheet_add(&c->verdict, block,
			  ARENA_JOIN(arena, file, STR(": Verdict")));
	} else if (owner < p->names->count) {
		sheet_add(&c->parts[owner], block,
			  ARENA_JOIN(arena, file, STR(": "),
				     p->names->name[owner]));
	} else if (block->kind == BLOCK_PARAGRAPH &&
		   split_sentences(p, c, block)) {
		block->where = ARENA_JOIN(arena, file, STR(": by sentences"));
	} else {
		sheet_add(&c->body, block, file);
	}
}

/* What names a winner, or stands before a score and speaks of points. */
static bool is_verdict(const struct placer *p, size_t b)
{
	const struct block *block = &p->article->blocks[b];
	bool wins[NAMES_MOST];
	size_t next = b + 1;

	if (block->kind != BLOCK_PARAGRAPH || block->plain.len > VERDICT_LONG)
		return false;
	if (wording_starts(block->plain, "verdict:") ||
	    (wording_starts(block->plain, "winner") &&
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

/* The points are what the score has risen by since the criterion before. */
static void set_points(struct placer *p, struct draft_criterion *c,
		       size_t first, size_t end)
{
	size_t last = end;

	for (size_t b = first; b < end; b++) {
		if (p->scores[b].given)
			last = b;
		if (!c->judged && p->article->blocks[b].plain.len <= 120)
			c->judged = tally_text_winner(
				p->names, p->article->blocks[b].plain, c->wins);
	}
	if (last == end)
		return;
	c->scored = true;
	for (size_t i = 0; i < p->names->count; i++) {
		c->points[i] = p->scores[last].points[i] - p->before[i];
		if (c->points[i] < 0)
			c->points[i] = 0;
		p->before[i] = p->scores[last].points[i];
		if (c->points[i] > p->draft->most)
			p->draft->most = c->points[i];
	}
}

static void place_faq(struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	struct block *heading = &p->article->blocks[section->heading];

	if (section->question &&
	    !wording_has_any(heading->plain, "faq|faqs|frequently asked")) {
		place_question(p, s);
		return;
	}
	heading->where = STR("faq.md: title");
	for (size_t t = s + 1; t < outline_next(&p->outline, s);
	     t = outline_next(&p->outline, t))
		if (!is_empty(p, t))
			place_question(p, t);
	if (p->draft->question_count)
		return;
	/* Questions in no headings stay for the author to sort out. */
	heading->where = (struct str){ "", 0 };
}

static void place_question(struct placer *p, size_t s)
{
	struct draft *d = p->draft;
	const struct section *section = &p->outline.sections[s];

	sheet_add_heading(&d->faq, 2, heading_text(p, s));
	p->article->blocks[section->heading].where = STR("faq.md: question");
	for (size_t b = section->first; b < block_after(p, s); b++)
		place_block(p, &d->faq, b, "faq.md");
	d->question_count++;
}

/* "Oak: cheap, but heavy." goes to oak's overview, with what it is on. */
static void place_pros_cons(struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	struct block *heading = &p->article->blocks[section->heading];
	bool topical = section->role != ROLE_PROS_CONS && section->topic.len;
	size_t owner = p->names->count;

	for (size_t b = section->first; b < section->end; b++) {
		struct block *block = &p->article->blocks[b];
		struct mention m = names_find(p->names, block->plain, 0);
		struct block piece = *block;

		if (block->where.len || block->aside)
			continue;
		owner = owner_of(p, block, owner);
		if (m.len && m.at < 3)
			owner = m.option;
		if (owner == p->names->count || block->kind == BLOCK_IMAGE) {
			place_block(p, &p->draft->guide, b, "guide.md");
			continue;
		}
		if (topical && piece.kind == BLOCK_ITEM)
			piece.text = ARENA_JOIN(p->article->arena, STR("**"),
						section->topic, STR("** – "),
						piece.text);
		sheet_add(&p->draft->options[owner].body, &piece, STR(""));
		block->where =
			arena_printf(p->article->arena, "options/%.*s.md",
				     STR_ARG(p->names->id[owner]));
	}
	heading->where = STR("left out: heads what stands in options/");
	for (size_t t = s + 1; t < outline_next(&p->outline, s);
	     t = outline_next(&p->outline, t))
		place_section(p, t, ROLE_PROS_CONS);
}

static void place_option(struct placer *p, size_t s, size_t option,
			 enum role inherited)
{
	const struct section *section = &p->outline.sections[s];
	struct draft_option *o = &p->draft->options[option];
	struct block *heading = &p->article->blocks[section->heading];
	struct str words = heading_text(p, s);

	heading->where = arena_printf(p->article->arena, "options/%.*s.md",
				      STR_ARG(p->names->id[option]));
	/* The first heading says no more than the page's title. */
	if (!o->body.text.len &&
	    (!section->topic.len || section->role == ROLE_OVERVIEW))
		words.len = 0;
	place_option_blocks(p, s, option,
			    section->role ? section->role : inherited, &words);
	for (size_t t = s + 1; t < outline_next(&p->outline, s); t++) {
		const struct section *child = &p->outline.sections[t];

		words = heading_text(p, t);
		p->article->blocks[child->heading].where = heading->where;
		place_option_blocks(p, t, option,
				    child->role ? child->role : section->role,
				    &words);
	}
}

/* The option that all of a section is about, or names->count. */
static size_t only_owner(const struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	size_t last = p->names->count;

	if (owners_of(p, section->first, section->end) != 1)
		return last;
	for (size_t b = section->first;
	     b < section->end && last == p->names->count; b++)
		last = owner_of(p, &p->article->blocks[b], last);
	return last;
}

/* Items go to the list that the heading or the line before them names. */
static void place_option_blocks(struct placer *p, size_t s, size_t option,
				enum role role, struct str *heading)
{
	const struct section *section = &p->outline.sections[s];
	struct draft_option *o = &p->draft->options[option];
	struct str id = p->names->id[option];
	enum role list_role = role;

	for (size_t b = section->first; b < section->end; b++) {
		struct block *block = &p->article->blocks[b];
		bool leads = b + 1 < section->end &&
			     p->article->blocks[b + 1].kind == BLOCK_ITEM;
		struct list *list = NULL;

		if (block->where.len || block->aside)
			continue;
		if (block->kind == BLOCK_PARAGRAPH && leads) {
			enum role said = outline_role(block->plain);

			list_role = said == ROLE_PROS || said == ROLE_CONS ||
						    said == ROLE_FEATURES
					    ? said
					    : role;
		}
		if (block->kind == BLOCK_ITEM)
			list = list_of(o, list_role);
		if (list) {
			*arena_push(p->article->arena, list->items,
				    list->count) = block->text;
			block->where =
				arena_printf(p->article->arena,
					     "options/%.*s.md: %s", STR_ARG(id),
					     list == &o->pros	? "pros"
					     : list == &o->cons ? "cons"
								: "features");
			continue;
		}
		if (heading->len && block->kind != BLOCK_IMAGE) {
			sheet_add_heading(&o->body, 2, *heading);
			heading->len = 0;
		}
		place_block(p, &o->body, b,
			    arena_printf(p->article->arena, "options/%.*s.md",
					 STR_ARG(id))
				    .ptr);
	}
}

static struct list *list_of(struct draft_option *option, enum role role)
{
	return role == ROLE_FEATURES ? &option->features
	       : role == ROLE_PROS   ? &option->pros
	       : role == ROLE_CONS   ? &option->cons
				     : NULL;
}

/* A section as it is, with its heading and all below it. */
static void place_text(struct placer *p, struct sheet *sheet, size_t s,
		       const char *file)
{
	const struct section *section = &p->outline.sections[s];

	if (section->heading != NO_HEADING) {
		sheet_add_heading(sheet, 2, heading_text(p, s));
		p->article->blocks[section->heading].where = str_from(file);
	}
	for (size_t b = section->first; b < block_after(p, s); b++)
		place_block(p, sheet, b, file);
}

static void place_block(struct placer *p, struct sheet *sheet, size_t b,
			const char *file)
{
	struct block *block = &p->article->blocks[b];

	if (block->where.len || block->aside)
		return;
	if (block->kind == BLOCK_TABLE &&
	    place_table(p, block, (struct str){ "", 0 }))
		return;
	if (p->scores[b].given && !scores_in(p, b, b + 1))
		block->where = STR("left out: the score before the first "
				   "criterion");
	else
		sheet_add(sheet, block, str_from(file));
}

/* One with a column, or a row, for each option goes to tables/. */
static bool place_table(struct placer *p, struct block *block, struct str title)
{
	struct draft *d = p->draft;
	struct arena *arena = p->article->arena;
	struct draft_table table = { .block = block };
	size_t number = d->table_count + 1;

	if (!columns_are_options(p, &table)) {
		table = (struct draft_table){ .block = block, .turned = true };
		if (!columns_are_options(p, &table))
			return false;
	}
	table.title = title;
	if (!title.len)
		for (const struct block *before = block;
		     before-- > p->article->blocks && !table.title.len;)
			if (before->kind == BLOCK_HEADING)
				table.title = before->plain;
	if (!table.title.len)
		table.title = d->title;
	table.id = wording_id(table.title, arena);
	table.id = arena_printf(arena, "%.*s%s%zu", STR_ARG(table.id),
				table.id.len ? "-" : "table-", number);
	*arena_push(arena, d->tables, d->table_count) = table;
	block->where = arena_printf(arena, "tables/%.*s.md", STR_ARG(table.id));
	return true;
}

static bool columns_are_options(const struct placer *p,
				struct draft_table *table)
{
	const struct block *block = table->block;
	size_t n = p->names->count, found = 0;
	size_t count = table->turned ? block->row_count : block->column_count;

	if (count != n + 1)
		return false;
	for (size_t k = 1; k < count; k++) {
		struct str cell =
			table->turned ? block->cells[k * block->column_count]
				      : block->cells[k];
		size_t option = names_find(p->names, cell, 0).option;

		if (names_spread(p->names, cell) != 1 ||
		    wording_count(cell) > 4)
			return false;
		for (size_t i = 0; i < n; i++)
			found += i == option && !table->columns[i];
		table->columns[option] = k;
	}
	return found == n;
}

/* Without its number. */
static struct str heading_words(const struct placer *p, size_t s)
{
	struct str words = p->article->blocks[p->outline.sections[s].heading]
				   .plain,
		   rest;

	return wording_number(words, &rest) ? rest : words;
}

/* The same as Markdown: its number reads "3\\. " there. */
static struct str heading_text(const struct placer *p, size_t s)
{
	const struct block *block =
		&p->article->blocks[p->outline.sections[s].heading];
	struct str rest, text = block->text;

	if (!wording_number(block->plain, &rest))
		return text;
	for (size_t words = wording_count(block->plain) - wording_count(rest);
	     words; words--)
		text = str_from_byte(text, str_find(text, ' ') + 1);
	return text;
}

static void place_rest(struct placer *p)
{
	struct draft *d = p->draft;

	for (size_t b = 0; b < p->article->block_count; b++) {
		struct block *block = &p->article->blocks[b];

		if (block->where.len)
			continue;
		sheet_add(&d->unplaced, block, STR("unplaced.md"));
		d->unplaced_count += block->kind != BLOCK_IMAGE;
	}
	for (size_t j = 0; !d->scored && j < d->criterion_count; j++)
		d->most += d->criteria[j].judged;
	for (size_t j = 0; !d->scored && d->most >= 2 && j < d->criterion_count;
	     j++) {
		struct draft_criterion *c = &d->criteria[j];

		c->scored = c->judged;
		for (size_t i = 0; c->judged && i < p->names->count; i++) {
			c->points[i] = c->wins[i];
			d->tally[i] += c->wins[i];
		}
	}
	if (!d->scored && d->most >= 2) {
		d->scored = true;
		d->most = 1;
	}
	if (d->most < 1)
		d->most = 1;
}
