#include "base/wording.h"
#include "check/study.h"
#include "read/report.h"

static void check_stale(struct diags *diags, const struct passage *p,
			struct str sentence);
static void check_year(struct diags *diags, const struct passage *p,
		       struct str sentence, int newest);
static bool tells_of_the_past(struct str sentence);
static bool has_year(struct str sentence);
static bool year_of(struct str word, int *year);
static void check_alt(struct diags *diags, const struct passage *p);

void check_words(const struct study *s)
{
	for (size_t i = 0; i < s->passage_count; i++)
		check_words_of(s->diags, s->site, &s->passages[i], s->newest);
}

void check_words_of(struct diags *diags, const struct site *site,
		    const struct passage *p, struct date newest)
{
	struct str sentence;
	size_t from = 0;

	check_alt(diags, p);
	while (study_is_english(site) &&
	       passage_sentence(p, &from, &sentence)) {
		check_stale(diags, p, sentence);
		if (newest.year)
			check_year(diags, p, sentence, newest.year);
	}
}

/* Words that mean another day to every reader; a year says when. */
static void check_stale(struct diags *diags, const struct passage *p,
			struct str sentence)
{
	struct str words = STR("latest|recently|currently|nowadays|lately|"
			       "these days|at the moment|right now|this year|"
			       "last year|next year|up to date");

	if (has_year(sentence))
		return;
	while (words.ptr) {
		struct str word = str_cut(&words, '|');
		struct str found = str_slice(
			sentence, wording_find(sentence, word), word.len);

		if (!found.len)
			continue;
		report(diags, FINDING_STALE_WORDS, passage_place(p, found),
		       "\"%.*s\" means another day to every reader",
		       STR_ARG(found));
		diag_hint(diags, "say when, or which version");
	}
}

/* "in 2022", as of the present. */
static void check_year(struct diags *diags, const struct passage *p,
		       struct str sentence, int newest)
{
	struct str word, before = { "", 0 };
	size_t at = 0;
	int year;

	if (tells_of_the_past(sentence))
		return;
	while (word_next(sentence, &at, &word)) {
		if ((str_is(before, "in") || str_is(before, "In")) &&
		    year_of(word, &year) && year < newest) {
			report(diags, FINDING_PAST_YEAR, passage_place(p, word),
			       "\"in %d\" reads as the present, and the "
			       "content is of %d",
			       year, newest);
			diag_hint(diags, "check that it still holds, or tell "
					 "it as the past");
		}
		before = word;
	}
}

/* Some word of it is a past tense, as far as words show it. */
static bool tells_of_the_past(struct str sentence)
{
	struct str word;
	size_t at = 0;

	while (word_next(sentence, &at, &word))
		if (word.len > 3 && str_ends(word, "ed") &&
		    !str_is(word, "need"))
			return true;
	return wording_has_any(
		sentence, "was|were|had|did|began|came|became|wrote|made|took|"
			  "gave|went|said|set|found|left|grew|chose|born|"
			  "written|since|built|rose|fell|told|kept");
}

static bool has_year(struct str sentence)
{
	struct str word;
	size_t at = 0;
	int year;

	while (word_next(sentence, &at, &word))
		if (year_of(word, &year))
			return true;
	return false;
}

static bool year_of(struct str word, int *year)
{
	double number;

	if (word.len != 4 || !str_to_number(word, &number) || number < 1900 ||
	    number > 2100)
		return false;
	*year = (int)number;
	return true;
}

/* Of the file, as the prose has no addresses; but not in code. */
static void check_alt(struct diags *diags, const struct passage *p)
{
	const struct str OPEN = STR("![](");
	size_t at = 0;

	while (!p->is_note && at < p->file.len) {
		struct str rest = str_from_byte(p->file, at);
		size_t found = str_find_str(rest, OPEN);
		struct str image = str_slice(p->text, at + found, 2);

		if (found == rest.len)
			return;
		at += found + OPEN.len;
		if (str_starts(image, "!"))
			report(diags, FINDING_MISSING_ALT,
			       passage_place(p, image),
			       "the image has no alternative text");
	}
}
