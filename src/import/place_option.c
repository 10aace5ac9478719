#include "import/placer.h"

#include "import/phrases.h"
#include "import/wording.h"

enum { LABEL_WORDS = 5 };

static void place_option_blocks(struct placer *p, size_t s, size_t option,
				enum role role, struct str *heading);
static bool is_of_another(const struct placer *p, const struct block *block,
			  size_t option, bool stray);
static const char *option_file(const struct placer *p, size_t option);
static void place_heading_best(struct placer *p, struct draft_option *option,
			       struct str topic);
static bool is_label(struct str words);

void place_option(struct placer *p, size_t s, size_t option,
		  enum role inherited)
{
	const struct section *section = &p->outline.sections[s];
	struct draft_option *o = &p->draft->options[option];
	struct block *heading = &p->article->blocks[section->heading];
	struct str words = place_heading_text(p, s);

	heading->where = str_from(option_file(p, option));
	if (section->role == ROLE_OVERVIEW)
		place_heading_best(p, o, section->topic);
	/* The first heading says no more than the page's title. */
	if (!o->body.text.len &&
	    (!section->topic.len || section->role == ROLE_OVERVIEW))
		words.len = 0;
	place_option_blocks(p, s, option,
			    section->role ? section->role : inherited, &words);
	for (size_t t = s + 1; t < outline_next(&p->outline, s); t++) {
		const struct section *child = &p->outline.sections[t];

		if (p->criterion[t] || (child->subject < p->names->count &&
					child->subject != option)) {
			place_section(p, t, ROLE_NONE);
			t = outline_next(&p->outline, t) - 1;
			continue;
		}
		if (p->article->blocks[child->heading].where.len)
			continue;
		words = place_heading_text(p, t);
		p->article->blocks[child->heading].where = heading->where;
		place_option_blocks(p, t, option,
				    child->role ? child->role : section->role,
				    &words);
	}
}

/*
 * A label of one option heads the list below it, as "Oak pros:" does; text
 * that names one goes to its page, and all else to the guide.
 */
void place_pros_cons(struct placer *p, size_t s)
{
	const struct section *section = &p->outline.sections[s];
	struct block *blocks = p->article->blocks;
	size_t none = p->names->count, owner = none;
	enum role role = ROLE_NONE;

	for (size_t b = section->first; b < section->end; b++) {
		struct block *block = &blocks[b];
		bool heads = block->kind == BLOCK_PARAGRAPH &&
			     b + 1 < section->end &&
			     blocks[b + 1].kind == BLOCK_ITEM;

		if (block->where.len || block->aside ||
		    place_is_table(p, block))
			continue;
		if (block->kind != BLOCK_ITEM ||
		    names_front(p->names, block->plain).len) {
			owner = names_owner(p->names, block->plain);
			role = heads ? role_of(block->plain) : ROLE_NONE;
		}
		if (owner < none && heads && is_label(block->plain) &&
		    place_list_of(&p->draft->options[owner], role))
			block->where = STR("left out: heads a list");
		else if (owner == none)
			place_block(p, &p->draft->guide, b, "guide.md");
		else if (!place_in_list(p, owner, b, role))
			place_block(p, &p->draft->options[owner].body, b,
				    option_file(p, owner));
	}
	blocks[section->heading].where =
		STR("left out: heads what stands in options/");
	for (size_t t = s + 1; t < outline_next(&p->outline, s);
	     t = outline_next(&p->outline, t))
		place_section(p, t, ROLE_PROS_CONS);
}

/*
 * Items go to the list that the heading or the line before them names.  What
 * is said of another option below this one's heading has no place.
 */
static void place_option_blocks(struct placer *p, size_t s, size_t option,
				enum role role, struct str *heading)
{
	const struct section *section = &p->outline.sections[s];
	struct draft_option *o = &p->draft->options[option];
	struct block *blocks = p->article->blocks;
	enum role list_role = role;
	bool stray = false;

	for (size_t b = section->first; b < section->end; b++) {
		struct block *block = &blocks[b];
		enum role said;

		if (block->where.len || block->aside ||
		    place_pros_table(p, block, option) ||
		    place_is_table(p, block))
			continue;
		stray = is_of_another(p, block, option, stray);
		if (stray)
			continue;
		if (block->kind == BLOCK_PARAGRAPH && b + 1 < section->end &&
		    blocks[b + 1].kind == BLOCK_ITEM) {
			said = role_of(block->plain);
			list_role = place_list_of(o, said) ? said : role;
			if (list_role == said && is_label(block->plain)) {
				block->where = STR("left out: heads a list");
				continue;
			}
		}
		if (place_marked(p, option, b) ||
		    place_fact(p, option, b, section->end,
			       place_list_of(o, list_role) != NULL &&
				       block->kind == BLOCK_ITEM) ||
		    (list_role == ROLE_USERS && place_use(p, option, b)) ||
		    place_in_list(p, option, b, list_role))
			continue;
		if (heading->len && block->kind != BLOCK_IMAGE) {
			sheet_add_heading(&o->body, 2, *heading);
			heading->len = 0;
		}
		place_block(p, &o->body, b, option_file(p, option));
	}
}

/*
 * From a paragraph that begins with another option, or names only others, up
 * to a block that names this one.
 */
static bool is_of_another(const struct placer *p, const struct block *block,
			  size_t option, bool stray)
{
	struct mention front = names_front(p->names, block->plain);
	bool seen[NAMES_MOST];
	size_t spread = names_seen(p->names, block->plain, seen);

	if (block->kind == BLOCK_PARAGRAPH && spread &&
	    (!seen[option] || (front.len && front.option != option)))
		return true;
	return stray && !seen[option];
}

static const char *option_file(const struct placer *p, size_t option)
{
	return arena_printf(p->article->arena, "options/%.*s.md",
			    STR_ARG(p->names->id[option]))
		.ptr;
}

/* "Best for speed" of the heading "Oak – best for speed". */
static void place_heading_best(struct placer *p, struct draft_option *option,
			       struct str topic)
{
	size_t len = wording_starts_any(topic, PHRASES_BEST_FOR);

	if (len)
		*arena_push(p->article->arena, option->best_for.items,
			    option->best_for.count) =
			wording_escaped(str_from_byte(topic, len),
					p->article->arena);
}

/* "The pros:" */
static bool is_label(struct str words)
{
	return wording_count(words) <= LABEL_WORDS && !str_ends(words, ".");
}

bool place_in_list(struct placer *p, size_t option, size_t b, enum role role)
{
	struct draft_option *o = &p->draft->options[option];
	struct block *block = &p->article->blocks[b];
	struct list *list =
		block->kind == BLOCK_ITEM ? place_list_of(o, role) : NULL;

	if (!list)
		return false;
	*arena_push(p->article->arena, list->items, list->count) = block->text;
	block->where = arena_printf(p->article->arena, "options/%.*s.md: %s",
				    STR_ARG(p->names->id[option]),
				    list == &o->pros	   ? "pros"
				    : list == &o->cons	   ? "cons"
				    : list == &o->best_for ? "best_for"
							   : "features");
	return true;
}

struct list *place_list_of(struct draft_option *option, enum role role)
{
	return role == ROLE_FEATURES	? &option->features
	       : role == ROLE_PROS	? &option->pros
	       : role == ROLE_CONS	? &option->cons
	       : role == ROLE_USE_CASES ? &option->best_for
					: NULL;
}
