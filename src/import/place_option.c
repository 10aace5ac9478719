#include "import/placer.h"

#include "import/wording.h"

enum { BEST_LONG = 200, LABEL_WORDS = 5 };

static void place_option_blocks(struct placer *p, size_t s, size_t option,
				enum role role, struct str *heading);
static void place_heading_best(struct placer *p, struct draft_option *option,
			       struct str topic);
static bool is_label(struct str words);
static bool place_in_list(struct placer *p, size_t option, size_t b,
			  enum role role);
static bool place_best(struct placer *p, size_t option, size_t b);
static struct list *list_of(struct draft_option *option, enum role role);

void place_option(struct placer *p, size_t s, size_t option,
		  enum role inherited)
{
	const struct section *section = &p->outline.sections[s];
	struct draft_option *o = &p->draft->options[option];
	struct block *heading = &p->article->blocks[section->heading];
	struct str words = place_heading_text(p, s);

	heading->where = arena_printf(p->article->arena, "options/%.*s.md",
				      STR_ARG(p->names->id[option]));
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

		words = place_heading_text(p, t);
		p->article->blocks[child->heading].where = heading->where;
		place_option_blocks(p, t, option,
				    child->role ? child->role : section->role,
				    &words);
	}
}

void place_pros_cons(struct placer *p, size_t s)
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
		owner = place_owner(p, block, owner);
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
		bool leads = block->kind == BLOCK_PARAGRAPH &&
			     b + 1 < section->end &&
			     p->article->blocks[b + 1].kind == BLOCK_ITEM;

		if (block->where.len || block->aside)
			continue;
		if (leads) {
			enum role said = role_of(block->plain);

			list_role = list_of(o, said) ? said : role;
			if (list_role == said && is_label(block->plain)) {
				block->where = STR("left out: heads a list");
				continue;
			}
		}
		if (place_marked(p, option, b) ||
		    place_fact(p, option, b, section->end,
			       list_of(o, list_role) != NULL &&
				       block->kind == BLOCK_ITEM) ||
		    place_pros_table(p, option, b) ||
		    (list_role == ROLE_USERS && place_use(p, option, b)) ||
		    place_in_list(p, option, b, list_role) ||
		    (role == ROLE_USE_CASES &&
		     section->end == section->first + 1 &&
		     block->plain.len <= BEST_LONG && place_best(p, option, b)))
			continue;
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

/* "Best for speed" of the heading "Oak – best for speed". */
static void place_heading_best(struct placer *p, struct draft_option *option,
			       struct str topic)
{
	static const char *const STARTS[] = { "best for ", "ideal for ",
					      "perfect for ", "great for " };

	for (size_t k = 0; k < sizeof(STARTS) / sizeof(*STARTS); k++)
		if (wording_starts(topic, STARTS[k]))
			*arena_push(p->article->arena, option->best_for.items,
				    option->best_for.count) =
				str_from_byte(topic, strlen(STARTS[k]));
}

/* "The pros:" */
static bool is_label(struct str words)
{
	return wording_count(words) <= LABEL_WORDS && !str_ends(words, ".");
}

static bool place_in_list(struct placer *p, size_t option, size_t b,
			  enum role role)
{
	struct draft_option *o = &p->draft->options[option];
	struct block *block = &p->article->blocks[b];
	struct list *list = block->kind == BLOCK_ITEM ? list_of(o, role) : NULL;

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

static bool place_best(struct placer *p, size_t option, size_t b)
{
	struct block *block = &p->article->blocks[b];
	struct list *list = &p->draft->options[option].best_for;

	if (block->kind != BLOCK_PARAGRAPH)
		return false;
	*arena_push(p->article->arena, list->items, list->count) = block->text;
	block->where =
		arena_printf(p->article->arena, "options/%.*s.md: best_for",
			     STR_ARG(p->names->id[option]));
	return true;
}

static struct list *list_of(struct draft_option *option, enum role role)
{
	return role == ROLE_FEATURES	? &option->features
	       : role == ROLE_PROS	? &option->pros
	       : role == ROLE_CONS	? &option->cons
	       : role == ROLE_USE_CASES ? &option->best_for
					: NULL;
}
