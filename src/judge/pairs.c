#include "judge/pairs.h"

#include <math.h>

static const struct str VS = STR_INIT("-vs-");

static size_t pairs_shared(const struct comparison *c, struct pair pair);
static bool check_begun(struct diags *diags, const struct comparison *c,
			const struct pairs *pairs, size_t one, size_t longer);
static bool take_off(struct str *text, struct str start);
static bool has_both(const struct pairs *pairs, struct pair a, struct pair b);
static bool report_both(struct diags *diags, const struct comparison *c,
			struct pair a, struct pair b);
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

/* "a-vs-b-vs-c" is of a and b-vs-c, and of a-vs-b and c. */
bool pairs_check(struct diags *diags, const struct comparison *c,
		 const struct pairs *pairs)
{
	bool ok = true;

	for (size_t i = 0; pairs->bits && i < c->option_count; i++) {
		struct str id = c->options[i].id;

		if (str_find_str(id, STR("-vs")) == id.len)
			continue;
		for (size_t k = 0; k < c->option_count; k++)
			ok &= check_begun(diags, c, pairs, k, i);
	}
	return ok;
}

/*
 * Of two pairs that have one name, the first option of one begins with that of
 * the other, and `rest` is what is left of it.
 */
static bool check_begun(struct diags *diags, const struct comparison *c,
			const struct pairs *pairs, size_t one, size_t longer)
{
	struct str rest = c->options[longer].id;
	bool ok = true, overlap;

	if (!take_off(&rest, c->options[one].id))
		return true;
	overlap = str_is(rest, "-vs");
	if (!overlap && !take_off(&rest, VS))
		return true;
	for (size_t k = 0; k < c->option_count; k++) {
		struct str last = c->options[k].id;
		struct pair a = pair_of(one, k), b;

		if (overlap ? !take_off(&last, STR("vs-"))
			    : !take_off(&last, rest) || !take_off(&last, VS))
			continue;
		b = pair_of(longer, comparison_find_option(c, last));
		if (has_both(pairs, a, b))
			ok = report_both(diags, c, a, b);
	}
	return ok;
}

static bool take_off(struct str *text, struct str start)
{
	if (!str_equals(str_slice(*text, 0, start.len), start))
		return false;
	*text = str_from_byte(*text, start.len);
	return true;
}

static bool has_both(const struct pairs *pairs, struct pair a, struct pair b)
{
	return b.other < pairs->option_count && a.one != a.other &&
	       b.one != b.other && (a.one != b.one || a.other != b.other) &&
	       pairs_has(pairs, a) && pairs_has(pairs, b);
}

static bool report_both(struct diags *diags, const struct comparison *c,
			struct pair a, struct pair b)
{
	const struct option *o = c->options;

	return diag_error(diags, c->pairs.at,
			  "the pair of \"%.*s\" and \"%.*s\" has the address "
			  "of that of \"%.*s\" and \"%.*s\"",
			  STR_ARG(o[a.one].id), STR_ARG(o[a.other].id),
			  STR_ARG(o[b.one].id), STR_ARG(o[b.other].id));
}

/* On how many criteria both are scored. */
static size_t pairs_shared(const struct comparison *c, struct pair pair)
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
