#include "import/placer.h"

static void place_option_blocks(struct placer *p, size_t s, size_t option,
				enum role role, struct str *heading);
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
