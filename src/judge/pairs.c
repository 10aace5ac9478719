#include "judge/pairs.h"

#include <math.h>

static bool is_wanted(const struct comparison *c, const size_t *ranks,
		      struct pair pair);
static void add(const struct comparison *c, struct pairs *pairs,
		struct pair pair);

struct pairs pairs_of(const struct comparison *c, const size_t *ranks,
		      struct arena *arena)
{
	size_t n = c->option_count;
	const struct pairs_wanted *wanted = &c->pairs;
	struct pairs pairs = { .option_count = n };

	if (wanted->kind == PAIRS_NONE)
		return pairs;
	pairs.bits = arena_array(arena, unsigned char, (n * n + 7) / 8);
	for (size_t k = 0; k < wanted->list_count; k++)
		add(c, &pairs, wanted->list[k]);
	for (size_t i = 0; wanted->kind == PAIRS_ALL && i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			if (is_wanted(c, ranks, (struct pair){ i, k }))
				add(c, &pairs, (struct pair){ i, k });
	return pairs;
}

bool pairs_has(const struct pairs *pairs, struct pair pair)
{
	size_t at = pair.one * pairs->option_count + pair.other;

	return pairs->bits && pairs->bits[at / 8] >> at % 8 & 1;
}

struct pair pair_of(size_t a, size_t b)
{
	return a < b ? (struct pair){ a, b } : (struct pair){ b, a };
}

bool pairs_next(const struct pairs *pairs, struct pair *pair)
{
	size_t n = pairs->option_count;

	while (pairs->count && pair->one < n) {
		if (++pair->other >= n) {
			pair->one++;
			pair->other = pair->one;
		} else if (pairs_has(pairs, *pair)) {
			return true;
		}
	}
	return false;
}

void pairs_tell(struct diags *diags, const struct comparison *c,
		const struct pairs *pairs)
{
	if (c->pairs.kind == PAIRS_NONE || pairs->count)
		return;
	diag_warning(diags, c->pairs.at, "no pair of options has a page");
	if (pairs->thin == 1)
		diag_hint(diags,
			  "the only one shares fewer than %zu scored criteria, "
			  "which \"min_shared\" asks for",
			  c->pairs.min_shared);
	else if (pairs->thin)
		diag_hint(diags,
			  "none of the %zu shares %zu scored criteria, which "
			  "\"min_shared\" asks for",
			  pairs->thin, c->pairs.min_shared);
	else if (c->pairs.within_group && c->pairs.top)
		diag_hint(diags, "no two of the first %zu stand in one group",
			  c->pairs.top);
	else
		diag_hint(diags, "\"top\" takes options that have a rank, and "
				 "fewer than two do");
}

size_t pairs_shared(const struct comparison *c, struct pair pair)
{
	size_t count = 0;

	for (size_t j = 0; c->scored && j < c->criterion_count; j++) {
		const struct score *scores = c->criteria[j].scores;

		count += !isnan(scores[pair.one].value) &&
			 !isnan(scores[pair.other].value);
	}
	return count;
}

static bool is_wanted(const struct comparison *c, const size_t *ranks,
		      struct pair pair)
{
	const struct pairs_wanted *wanted = &c->pairs;
	size_t one = ranks[pair.one], other = ranks[pair.other];
	struct str group = c->options[pair.one].group.str;

	if (wanted->top &&
	    (!one || !other || one > wanted->top || other > wanted->top))
		return false;
	return !wanted->within_group ||
	       (group.len &&
		str_equals(group, c->options[pair.other].group.str));
}

static void add(const struct comparison *c, struct pairs *pairs,
		struct pair pair)
{
	size_t at = pair.one * pairs->option_count + pair.other;

	if (c->pairs.min_shared &&
	    pairs_shared(c, pair) < c->pairs.min_shared) {
		pairs->thin++;
		return;
	}
	pairs->bits[at / 8] |= (unsigned char)(1u << at % 8);
	pairs->count++;
}
