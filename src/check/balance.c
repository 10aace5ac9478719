#include "check/study.h"
#include "read/report.h"

struct part {
	const char *what;
	size_t slack; /* so many more are nothing in any case */
	size_t (*count)(const struct study *s, size_t option);
};

static size_t words_on(const struct study *s, size_t option);
static size_t sources_on(const struct study *s, size_t option);
static void mark(bool *cited, const struct prose *prose);
static size_t pros_of(const struct study *s, size_t option);
static size_t cons_of(const struct study *s, size_t option);
static void check_part(const struct study *s, const struct part *part);

/* Twice as much is uneven. */
static const struct part PARTS[] = {
	{ "words", 150, words_on },
	{ "sources", 3, sources_on },
	{ "pros", 2, pros_of },
	{ "cons", 2, cons_of },
};

void check_balance(const struct study *s)
{
	for (size_t k = 0; k < sizeof(PARTS) / sizeof(*PARTS); k++)
		check_part(s, &PARTS[k]);
}

static void check_part(const struct study *s, const struct part *part)
{
	size_t least = 0, most = 0, low, high;

	for (size_t i = 1; i < s->c->option_count; i++) {
		if (part->count(s, i) < part->count(s, least))
			least = i;
		if (part->count(s, i) > part->count(s, most))
			most = i;
	}
	low = part->count(s, least);
	high = part->count(s, most);
	if (high <= 2 * low || high - low <= part->slack)
		return;
	report(s->diags, FINDING_UNEVEN, s->c->options[least].at,
	       "unevenly many %s: %.*s has %zu, %.*s has %zu", part->what,
	       STR_ARG(s->c->options[least].name.str), low,
	       STR_ARG(s->c->options[most].name.str), high);
}

static size_t words_on(const struct study *s, size_t option)
{
	size_t words = s->c->options[option].body.word_count;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		words += s->c->criteria[j].sections[option].word_count;
	return words;
}

/* In its sections, on its page and beside its scores; each source once. */
static size_t sources_on(const struct study *s, size_t option)
{
	const struct comparison *c = s->c;
	bool *cited = arena_array(s->arena, bool, c->source_count);
	size_t count = 0;

	mark(cited, &c->options[option].body);
	for (size_t j = 0; j < c->criterion_count; j++) {
		const struct score *score =
			c->criteria[j].scores ? c->criteria[j].scores + option
					      : NULL;

		mark(cited, &c->criteria[j].sections[option]);
		for (size_t k = 0; score && k < score->evidence_count; k++)
			for (size_t n = 0; n < score->evidence[k].source_count;
			     n++)
				cited[score->evidence[k].sources[n]] = true;
	}
	for (size_t k = 0; k < c->source_count; k++)
		count += cited[k];
	return count;
}

static void mark(bool *cited, const struct prose *prose)
{
	for (size_t k = 0; k < prose->source_count; k++)
		cited[prose->sources[k]] = true;
}

static size_t pros_of(const struct study *s, size_t option)
{
	return s->c->options[option].pros.count;
}

static size_t cons_of(const struct study *s, size_t option)
{
	return s->c->options[option].cons.count;
}
