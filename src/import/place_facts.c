#include "import/placer.h"

#include "import/phrases.h"
#include "import/wording.h"

enum { LABEL_WORDS = 4, VALUE_LONG = 100, PART_WORDS = 8, ORGANISATION = 4 };

static bool label_of(const struct block *block, bool plain, struct str *label,
		     struct str *value);
static bool is_row_of_labels(const struct placer *p, size_t b, size_t end);
static bool take_list(struct placer *p, struct list *list, struct str value);
static bool take_fact(struct placer *p, struct draft_option *option,
		      struct str label, struct str value);
static bool is_fact(struct str value);
static void note(struct placer *p, size_t b, size_t option, const char *key);

bool place_fact(struct placer *p, size_t option, size_t b, size_t end,
		bool listed)
{
	struct draft_option *o = &p->draft->options[option];
	const struct block *block = &p->article->blocks[b];
	struct str label, value;
	enum role role;

	if ((block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_ITEM) ||
	    !label_of(block, !listed && is_row_of_labels(p, b, end), &label,
		      &value))
		return false;
	role = role_of(label);
	if (wording_is_any(label, PHRASES_WEBSITE)) {
		struct str url = str_from_byte(block->plain,
					       str_find(block->plain, ':') + 1);

		url = str_trim(url);
		if (o->website.len || !wording_is_address(url))
			return false;
		o->website = arena_str(p->article->arena, url);
		note(p, b, option, "website");
	} else if (role == ROLE_PROS || role == ROLE_CONS) {
		if (!take_list(p, role == ROLE_PROS ? &o->pros : &o->cons,
			       value))
			return false;
		note(p, b, option, role == ROLE_PROS ? "pros" : "cons");
	} else if (role == ROLE_USE_CASES && value.len <= 2 * VALUE_LONG) {
		*arena_push(p->article->arena, o->best_for.items,
			    o->best_for.count) = value;
		note(p, b, option, "best_for");
	} else if (!listed && take_fact(p, o, label, value)) {
		note(p, b, option, "facts");
	} else {
		return false;
	}
	return true;
}

bool place_use(struct placer *p, size_t option, size_t b)
{
	static const char *const SIGNS[] = { " – ", " — ", ": ", " - ", " (" };
	struct draft_option *o = &p->draft->options[option];
	const struct block *block = &p->article->blocks[b];
	struct use_text use = { .organisation = block->plain };

	if (block->kind != BLOCK_ITEM)
		return false;
	for (size_t k = 0; k < sizeof(SIGNS) / sizeof(*SIGNS); k++) {
		size_t at = str_find_str(block->plain, str_from(SIGNS[k]));

		if (at == block->plain.len)
			continue;
		use.organisation = str_slice(block->plain, 0, at);
		use.purpose = str_trim(
			str_from_byte(block->plain, at + strlen(SIGNS[k])));
		if (SIGNS[k][1] == '(' && str_ends(use.purpose, ")"))
			use.purpose.len--;
		break;
	}
	if (!use.organisation.len ||
	    wording_count(use.organisation) > ORGANISATION)
		return false;
	*arena_push(p->article->arena, o->uses, o->use_count) = use;
	note(p, b, option, "used_by");
	return true;
}

bool place_marked(struct placer *p, size_t option, size_t b)
{
	struct draft_option *o = &p->draft->options[option];
	const struct block *block = &p->article->blocks[b];
	size_t good = wording_starts_any(block->text, PHRASES_GOOD_MARK);
	size_t len =
		good ? good : wording_starts_any(block->text, PHRASES_BAD_MARK);
	struct list *list = good ? &o->pros : &o->cons;
	struct str words = str_trim(str_from_byte(block->text, len));

	if (block->kind != BLOCK_ITEM || !len || !words.len)
		return false;
	*arena_push(p->article->arena, list->items, list->count) = words;
	note(p, b, option, good ? "pros" : "cons");
	return true;
}

/*
 * "**Price:** free"; where `plain` may be, "Price: free" too.  The label is
 * without markup, the value is Markdown.
 */
static bool label_of(const struct block *block, bool plain, struct str *label,
		     struct str *value)
{
	struct str rest = block->text;
	bool said;

	if (block->lead.len && str_starts(rest, "**")) {
		rest = str_from_byte(rest, 2);
		*value = str_from_byte(rest, str_find_str(rest, STR("**")) + 2);
		said = str_ends(block->lead, ":") || str_starts(*value, ":");
		*label = block->lead;
		if (str_starts(*value, ":"))
			*value = str_from_byte(*value, 1);
	} else {
		size_t at = str_find_str(rest, STR(": "));

		*label = str_slice(rest, 0, at);
		*value = str_from_byte(rest, at + 1);
		said = plain && at < rest.len && !strpbrk(label->ptr, "[") &&
		       label->len;
	}
	while (str_ends(*label, ":") || str_ends(*label, " "))
		label->len--;
	*value = str_trim(*value);
	return said && label->len && value->len &&
	       wording_count(*label) <= LABEL_WORDS;
}

/* Whether each item beside this one is such as "License: MIT". */
static bool is_row_of_labels(const struct placer *p, size_t b, size_t end)
{
	const struct block *blocks = p->article->blocks;
	size_t count = 0;

	if (blocks[b].kind != BLOCK_ITEM)
		return wording_count(blocks[b].plain) <= PART_WORDS &&
		       role_of(str_slice(blocks[b].plain, 0,
					 str_find(blocks[b].plain, ':'))) ==
			       ROLE_USE_CASES;
	while (b && blocks[b - 1].kind == BLOCK_ITEM)
		b--;
	for (; b < end && blocks[b].kind == BLOCK_ITEM; b++) {
		size_t at = str_find_str(blocks[b].plain, STR(": "));

		if (at == blocks[b].plain.len ||
		    wording_count(str_slice(blocks[b].plain, 0, at)) >
			    LABEL_WORDS ||
		    blocks[b].plain.len - at > VALUE_LONG)
			return false;
		count++;
	}
	return count > 1;
}

/*
 * "Cheap, small and quick" is taken apart where its parts are short: the
 * commas of a longer one are as likely those of a sentence.
 */
static bool take_list(struct placer *p, struct list *list, struct str value)
{
	struct str rest = value;
	bool apart = is_fact(value);
	char sign = str_find(value, ';') < value.len ? ';' : ',';

	for (struct str all = value; all.ptr;)
		apart &= wording_count(str_cut(&all, sign)) <= PART_WORDS;
	for (size_t i = 0; i < value.len; i++)
		apart = apart && !strchr("([*`", value.ptr[i]);
	while (rest.ptr) {
		struct str part = apart ? str_cut(&rest, sign) : rest;

		if (!apart)
			rest.ptr = NULL;
		part = str_trim(part);
		if (wording_starts(part, "and "))
			part = str_from_byte(part, 4);
		while (apart && str_ends(part, "."))
			part.len--;
		if (part.len)
			*arena_push(p->article->arena, list->items,
				    list->count) = part;
	}
	return true;
}

/*
 * A label that comes twice is no fact's name, nor is one with an option in
 * it, which may be said of the other.
 */
static bool take_fact(struct placer *p, struct draft_option *option,
		      struct str label, struct str value)
{
	if (!is_fact(value) || names_spread(p->names, label))
		return false;
	for (size_t i = 0; i < option->fact_count; i++)
		if (wording_equals(option->facts[i].label, label))
			return false;
	*arena_push(p->article->arena, option->facts, option->fact_count) =
		(struct fact_text){ label, value };
	return true;
}

/* Short, and no more than one sentence: two are prose with a bold start. */
static bool is_fact(struct str value)
{
	struct str rest = value;

	wording_sentence(&rest);
	return value.len <= VALUE_LONG && !rest.ptr;
}

static void note(struct placer *p, size_t b, size_t option, const char *key)
{
	p->article->blocks[b].where =
		arena_printf(p->article->arena, "options/%.*s.md: %s",
			     STR_ARG(p->names->id[option]), key);
}
