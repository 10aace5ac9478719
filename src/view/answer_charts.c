#include "view/answer.h"

#include "view/criterion_view.h"
#include "view/parts.h"

/* Titles of criteria in a finding, before they are counted. */
enum { TITLES_MOST = 3 };

static struct str criteria_words(const struct subject *s, size_t n);

struct str answer_wins(const struct subject *s)
{
	size_t won[2] = { 0, 0 }, more, less;
	bool both[2] = { true, true };

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		size_t winner = criterion_winner(s, j);

		if (winner < 2)
			won[winner]++;
	}
	more = won[1] > won[0];
	less = 1 - more;
	if (!won[more])
		return STR("");
	if (won[0] == won[1])
		return PHRASE(s->phrases, WORD_WINS_EACH, s->arena,
			      { "names", option_names(s, both) },
			      { "criteria", criteria_words(s, won[0]) });
	return PHRASE(s->phrases, won[less] ? WORD_WINS_MORE : WORD_WINS_ALL,
		      s->arena, { "name", s->c->options[more].name.str },
		      { "criteria", criteria_words(s, won[more]) },
		      { "second", s->c->options[less].name.str },
		      { "n", phrase_number(s->phrases, (double)won[less], 0,
					   s->arena) });
}

struct str answer_weights(const struct subject *s, const size_t *order,
			  size_t count)
{
	return PHRASE(s->phrases,
		      count == 1 ? WORD_WEIGHS_MOST : WORD_WEIGH_MOST, s->arena,
		      { "criterion",
			count > TITLES_MOST ? criteria_words(s, count)
					    : criterion_list(s, order, count) },
		      { "share", subject_weight_share(
					 s, s->r->sensitivity[order[0]].weight,
					 false) });
}

static struct str criteria_words(const struct subject *s, size_t n)
{
	return phrase_count(s->phrases, PLURAL_CRITERIA, n, s->arena);
}
