#include "view/catalogue.h"

bool is_catalogue(const struct comparison *c)
{
	return c->option_count > CATALOGUE_OVER;
}

const size_t *catalogue_order(const struct subject *s)
{
	size_t *order;

	if (s->r->judged)
		return s->r->order;
	order = arena_array(s->arena, size_t, s->c->option_count);
	for (size_t i = 0; i < s->c->option_count; i++)
		order[i] = i;
	return order;
}

struct str catalogue_lead_sentence(const struct subject *s)
{
	if (s->c->option_count <= CATALOGUE_LEAD)
		return STR("");
	return PHRASE(
		s->phrases,
		catalogue_are_best(s, CATALOGUE_LEAD) ? WORD_DRAWN_BEST
						      : WORD_DRAWN_FIRST,
		s->arena,
		{ "n", phrase_number(s->phrases, CATALOGUE_LEAD, 0, s->arena) },
		{ "options", phrase_count(s->phrases, PLURAL_OPTIONS,
					  s->c->option_count, s->arena) });
}

bool catalogue_are_best(const struct subject *s, size_t count)
{
	const struct result *r = s->r;

	if (!r->judged || r->ranked < count)
		return false;
	return r->ranked == count ||
	       r->ranks[r->order[count - 1]] != r->ranks[r->order[count]];
}
