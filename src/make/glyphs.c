#include "make/glyphs.h"

#include "draw/fonts.h"
#include "model/finding.h"

enum { SHOWN = 8 }; /* of the characters that lack */

struct search {
	struct diags *diags;
	struct buf known; /* what was told */
	struct arena *arena;
};

static void look_at_words(struct search *search, const struct words *words);
static void look_at_options(struct search *search, const struct comparison *c);
static void look_at_criteria(struct search *search, const struct comparison *c);
static void look_at(struct search *search, const struct text *text);
static void look_at_prose(struct search *search, const struct prose *prose);
static void look(struct search *search, struct str text, struct place at);
static struct str first_characters(struct str text, struct arena *arena);
static struct str code_points(struct str text, struct arena *arena);

void glyphs_check(struct diags *diags, const struct subject *s,
		  struct arena *arena)
{
	const struct comparison *c = s->c;
	struct search search = { .diags = diags, .arena = arena };

	if (!s->site->pictures)
		return;
	if (str_equals(c->slug, s->site->slugs[0])) {
		look_at(&search, &s->site->title);
		look_at_words(&search, s->phrases->words);
	}
	look_at(&search, &c->title);
	look_at(&search, &c->summary);
	look_at_options(&search, c);
	look_at_criteria(&search, c);
	for (size_t i = 0; i < c->profile_count; i++)
		look_at(&search, &c->profiles[i].title);
	for (size_t i = 0; i < c->source_count; i++) {
		look_at(&search, &c->sources[i].title);
		look_at(&search, &c->sources[i].publisher);
	}
	buf_release(&search.known);
}

/* All at once: nearly each would have a character of its own. */
static void look_at_words(struct search *search, const struct words *words)
{
	struct buf all = { 0 };

	for (size_t i = 0; i < words->count; i++)
		if (!str_starts(words->items[i].key, "columns."))
			buf_raw(&all, words->items[i].text.str);
	look(search, buf_str(&all), words->at);
	buf_release(&all);
}

static void look_at_options(struct search *search, const struct comparison *c)
{
	for (size_t i = 0; i < c->option_count; i++) {
		const struct option *option = &c->options[i];

		look_at(search, &option->name);
		look_at(search, &option->short_name);
		for (size_t k = 0; k < option->fact_count; k++) {
			look_at(search, &option->facts[k].label);
			look_at_prose(search, &option->facts[k].text);
		}
		for (size_t k = 0; k < option->best_for.count; k++)
			look_at_prose(search, &option->best_for.items[k]);
	}
}

static void look_at_criteria(struct search *search, const struct comparison *c)
{
	for (size_t j = 0; j < c->criterion_count; j++) {
		const struct criterion *criterion = &c->criteria[j];

		look_at(search, &criterion->title);
		look_at(search, &criterion->question);
		look_at(search, &criterion->group);
		look_at(search, &criterion->measure.unit);
	}
}

static void look_at(struct search *search, const struct text *text)
{
	look(search, text->str, text->at);
}

static void look_at_prose(struct search *search, const struct prose *prose)
{
	look(search, prose->plain, prose->at);
}

static void look(struct search *search, struct str text, struct place at)
{
	size_t told = search->known.len;
	struct str lacking;

	fonts_lacking(text, &search->known);
	lacking = str_from_byte(buf_str(&search->known), told);
	if (!lacking.len)
		return;
	diag_warning(search->diags, at,
		     "no font of this machine has \"%.*s\" (%.*s), so pictures "
		     "show boxes",
		     STR_ARG(first_characters(lacking, search->arena)),
		     STR_ARG(code_points(lacking, search->arena)));
	diag_name(search->diags, finding_kind(FINDING_GLYPH)->name);
	diag_hint(search->diags,
		  "install a font that has it, as Noto's for its script");
}

static struct str first_characters(struct str text, struct arena *arena)
{
	size_t at = 0;

	for (size_t count = 0; at < text.len && count < SHOWN; count++)
		str_char_next(text, &at);
	if (at == text.len)
		return text;
	return ARENA_JOIN(arena, str_slice(text, 0, at), STR("\xE2\x80\xA6"));
}

/* "U+6F22, U+5B57": what cannot be drawn may not be seen either. */
static struct str code_points(struct str text, struct arena *arena)
{
	struct buf buf = { 0 };
	struct str made;
	size_t count = 0, at = 0;

	while (at < text.len && count < SHOWN)
		buf_printf(&buf, "%sU+%04X", count++ ? ", " : "",
			   str_char_next(text, &at));
	if (at < text.len)
		buf_text(&buf, ", \xE2\x80\xA6");
	made = buf_copy(&buf, arena);
	buf_release(&buf);
	return made;
}
