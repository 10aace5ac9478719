#include <string.h>
#include <strings.h>

#include "check/report.h"
#include "check/study.h"

enum { NEAR = 4, WORDS_MOST = 200 }; /* words apart; of a sentence */

struct number {
	double value;
	bool is_share; /* % follows */
	size_t word;   /* its place among the words */
	struct str text;
};

static void check_fact(const struct study *s, const struct passage *p,
		       struct str sentence, const struct shared_fact *fact);
static bool refers_to(const struct passage *p, struct str sentence,
		      const struct shared_fact *fact);
static size_t find_numbers(struct str sentence, struct number *numbers,
			   size_t most);
static bool read_number(struct str sentence, size_t *at, struct str word,
			struct number *number);
static bool is_near(struct str sentence, struct str name, size_t word);
static size_t word_index(struct str sentence, struct str part);
static bool has_words(struct str sentence, struct str name);
static bool is_year(const struct number *number);

void check_facts(const struct study *s)
{
	for (size_t k = 0; k < s->passage_count; k++) {
		const struct passage *p = &s->passages[k];
		struct str sentence;
		size_t from = 0;

		while (s->c->fact_count &&
		       passage_sentence(p, &from, &sentence))
			for (size_t f = 0; f < s->c->fact_count; f++)
				check_fact(s, p, sentence, &s->c->facts[f]);
	}
}

/* A sentence that says the value, or refers to it, may hold other numbers. */
static void check_fact(const struct study *s, const struct passage *p,
		       struct str sentence, const struct shared_fact *fact)
{
	struct number known, numbers[16];
	size_t count;

	if (!find_numbers(fact->value.str, &known, 1) ||
	    !has_words(sentence, fact->name.str) ||
	    refers_to(p, sentence, fact))
		return;
	count = find_numbers(sentence, numbers, 16);
	for (size_t i = 0; i < count; i++)
		if (numbers[i].value == known.value)
			return;
	for (size_t i = 0; i < count; i++) {
		if (numbers[i].is_share != known.is_share ||
		    is_year(&numbers[i]) != is_year(&known) ||
		    !is_near(sentence, fact->name.str, numbers[i].word))
			continue;
		report(s->diags, FINDING_FACT,
		       passage_place(p, numbers[i].text),
		       "\"%.*s\" stands beside the fact \"%.*s\", which is "
		       "\"%.*s\"",
		       STR_ARG(numbers[i].text), STR_ARG(fact->name.str),
		       STR_ARG(fact->value.str));
		diag_hint(s->diags, "write [=%.*s] for it",
			  STR_ARG(fact->name.str));
		diag_note(s->diags, fact->value.at, "the fact is here");
		return;
	}
}

static bool refers_to(const struct passage *p, struct str sentence,
		      const struct shared_fact *fact)
{
	size_t at = (size_t)(sentence.ptr - p->text.ptr);
	struct str written = str_slice(p->file, at, sentence.len);

	while (!p->is_note && written.len) {
		size_t open = str_find_str(written, STR("[="));

		written = str_from_byte(written, open + 2);
		if (str_equals(str_slice(written, 0, fact->name.str.len),
			       fact->name.str))
			return true;
	}
	return false;
}

static size_t find_numbers(struct str sentence, struct number *numbers,
			   size_t most)
{
	struct str word;
	size_t at = 0, index = 0, count = 0;

	for (; count < most && word_next(sentence, &at, &word); index++)
		if (read_number(sentence, &at, word, &numbers[count]))
			numbers[count++].word = index;
	return count;
}

/* "1,500,000", "1.5 million", "12 %" */
static bool read_number(struct str sentence, size_t *at, struct str word,
			struct number *number)
{
	static const struct {
		const char *name;
		double times;
	} SCALES[] = { { "thousand", 1e3 },
		       { "million", 1e6 },
		       { "billion", 1e9 } };
	char digits[32];
	size_t len = 0, next = *at;
	struct str scale, rest = str_from_byte(sentence, *at);

	for (size_t i = 0; i < word.len && len < sizeof(digits); i++)
		if (word.ptr[i] != ',')
			digits[len++] = word.ptr[i];
	if (!str_to_number((struct str){ digits, len }, &number->value))
		return false;
	number->text = word;
	number->is_share = str_starts(rest, "%") || str_starts(rest, " %") ||
			   str_starts(rest, " percent");
	if (!word_next(sentence, &next, &scale))
		return true;
	for (size_t k = 0; k < sizeof(SCALES) / sizeof(*SCALES); k++)
		if (str_is(scale, SCALES[k].name)) {
			number->value *= SCALES[k].times;
			number->text.len =
				(size_t)(scale.ptr + scale.len - word.ptr);
		}
	return true;
}

/* Every word of the name, in any order. */
static bool has_words(struct str sentence, struct str name)
{
	while (name.ptr)
		if (word_index(sentence, str_cut(&name, '-')) == WORDS_MOST)
			return false;
	return true;
}

static bool is_near(struct str sentence, struct str name, size_t word)
{
	while (name.ptr) {
		size_t at = word_index(sentence, str_cut(&name, '-'));

		if (at < WORDS_MOST &&
		    (at > word ? at - word : word - at) <= NEAR)
			return true;
	}
	return false;
}

/* Singular and plural are one; WORDS_MOST when it is not there. */
static size_t word_index(struct str sentence, struct str part)
{
	struct str word;
	size_t at = 0;

	if (str_ends(part, "s"))
		part.len--;
	for (size_t i = 0; i < WORDS_MOST && word_next(sentence, &at, &word);
	     i++)
		if (part.len && word.len >= part.len &&
		    word.len <= part.len + 1 &&
		    !strncasecmp(word.ptr, part.ptr, part.len) &&
		    (word.len == part.len || str_ends(word, "s")))
			return i;
	return WORDS_MOST;
}

static bool is_year(const struct number *number)
{
	return number->text.len == 4 && number->value >= 1900 &&
	       number->value <= 2100;
}
