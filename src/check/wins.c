#include <string.h>
#include <strings.h>

#include "check/report.h"
#include "check/study.h"

/* What is claimed of an option. */
enum standing {
	STANDING_NONE,
	STANDING_BEST,	/* others may be as good */
	STANDING_ALONE, /* none is */
	STANDING_AHEAD, /* none is, be it a close call */
};

static bool find_wins(const struct study *s, const struct passage *p,
		      struct str sentence, size_t option, struct str name);
static enum standing standing_behind(struct str rest, size_t *length);
static bool is_named_winner(struct str before, struct str after);
static bool is_of_all(const struct passage *p, struct str before,
		      struct str after);
static bool is_led_in(struct str before);
static bool is_conditional(struct str before, struct str after);
static bool is_one_of(struct str word, const char *const *words, size_t count);
static bool is_true(const struct study *s, const struct passage *p,
		    size_t option, enum standing claim);
static bool is_best(const struct study *s, size_t j, size_t option,
		    enum standing claim);
static void tell(const struct study *s, const struct passage *p,
		 struct str found);
static struct place scores_of(const struct study *s, size_t j);

#define IS_ONE_OF(word, words) \
	is_one_of(word, words, sizeof(words) / sizeof(*(words)))

void check_wins(const struct study *s, const struct passage *p,
		struct str sentence)
{
	size_t j = p->criterion;

	if (j < s->c->criterion_count ? !s->r->counts[j] : !p->is_overview)
		return;
	for (size_t i = 0; i < s->c->option_count; i++) {
		const struct option *o = &s->c->options[i];

		if (!find_wins(s, p, sentence, i, o->name.str))
			find_wins(s, p, sentence, i, o->short_name.str);
	}
}

static bool find_wins(const struct study *s, const struct passage *p,
		      struct str sentence, size_t option, struct str name)
{
	size_t at = 0;

	while (at < sentence.len) {
		struct str rest = str_from_byte(sentence, at), found, before;
		size_t start = sentence_find(rest, name), verb;
		enum standing claim;

		if (start == rest.len)
			return false;
		found = str_from_byte(rest, start);
		rest = str_from_byte(found, name.len);
		before = str_slice(sentence, 0, at + start);
		at += start + name.len;
		claim = standing_behind(rest, &verb);
		found.len = name.len + verb;
		if (!claim && is_named_winner(before, rest))
			claim = STANDING_ALONE;
		if (!claim ||
		    !is_of_all(p, before, str_from_byte(rest, verb)) ||
		    is_true(s, p, option, claim))
			continue;
		tell(s, p, found);
		return true;
	}
	return false;
}

/* That of " wins" and its like behind a name. */
static enum standing standing_behind(struct str rest, size_t *length)
{
	static const struct {
		const char *words;
		enum standing claim;
	} VERBS[] = {
		{ " wins", STANDING_BEST },
		{ " won", STANDING_BEST },
		{ " takes the point", STANDING_BEST },
		{ " gets the point", STANDING_BEST },
		{ " is the winner", STANDING_ALONE },
		{ " is the clear winner", STANDING_ALONE },
		{ " is the overall winner", STANDING_ALONE },
		{ " is the best", STANDING_ALONE },
		{ " is ahead", STANDING_AHEAD },
		{ " comes out ahead", STANDING_AHEAD },
		{ " comes out on top", STANDING_AHEAD },
		{ " leads", STANDING_AHEAD },
	};

	for (size_t k = 0; k < sizeof(VERBS) / sizeof(*VERBS); k++) {
		struct str verb = str_slice(rest, 0, strlen(VERBS[k].words));
		struct str after = str_from_byte(rest, verb.len);

		*length = verb.len;
		if (str_is(verb, VERBS[k].words) &&
		    (!after.len || strchr(" .,;:!?\n\r)", after.ptr[0])))
			return VERBS[k].claim;
	}
	*length = 0;
	return STANDING_NONE;
}

/* "The winner is X.", "Winner: **X**" */
static bool is_named_winner(struct str before, struct str after)
{
	struct str last = word_last(before), word;
	size_t at = 0, end;

	after = str_trim(after);
	if (!last.len || str_starts(after, "&") ||
	    (word_next(after, &at, &word) && word.ptr == after.ptr))
		return false;
	end = (size_t)(last.ptr + last.len - before.ptr);
	if (str_is(last, "is"))
		last = word_last(str_slice(before, 0, end - last.len));
	else if (!str_starts(str_from_byte(before, end), ":"))
		return false;
	return last.len == strlen("winner") &&
	       !strncasecmp(last.ptr, "winner", last.len);
}

/* Of the criterion, or the comparison, and not of a part of it. */
static bool is_of_all(const struct passage *p, struct str before,
		      struct str after)
{
	static const char *const TAILS[] = {
		"overall", "in the end", "in total",	   "in all",
		"by",	   "on points",	 "hands down",	   "clearly",
		"and",	   "narrowly",	 "the comparison", "this comparison",
	};
	struct str word;
	size_t at = 0;

	if (!p->is_overview)
		return !is_conditional(before, after);
	if (!is_led_in(before))
		return false;
	after = str_trim(after);
	for (size_t k = 0; k < sizeof(TAILS) / sizeof(*TAILS); k++)
		if (!sentence_find(after, str_from(TAILS[k])))
			return true;
	return !word_next(after, &at, &word) ||
	       (word.ptr > after.ptr && !is_conditional(before, after));
}

/* Only by words that make no difference: "Overall, ", "So in the end ". */
static bool is_led_in(struct str before)
{
	static const char *const WORDS[] = {
		"overall", "in",   "the",   "end",   "total",	   "all",
		"so",	   "thus", "hence", "then",  "therefore",  "and",
		"but",	   "yet",  "still", "on",    "points",	   "verdict",
		"result",  "our",  "final", "short", "conclusion", "summary",
		"winner",  "is",   "clear", "here",  "comparison", "of",
		"this",	   "a",	   "as",    "whole", "however",	   "by"
	};
	struct str word;
	size_t at = 0;

	while (word_next(before, &at, &word))
		if (!IS_ONE_OF(word, WORDS))
			return false;
	return true;
}

/* "If X wins", "X wins where": no claim of the criterion as a whole. */
static bool is_conditional(struct str before, struct str after)
{
	static const char *const BEFORE[] = { "if",	 "when",   "where",
					      "whether", "unless", "that",
					      "whenever" };
	static const char *const AFTER[] = {
		"if",	   "when", "where", "only", "on", "at",	  "for",
		"against", "over", "in",    "by",   "as", "back", "among",
		"choice",  "most", "many",  "some", "to", "of",	  "unless",
	};
	struct str next = { "", 0 };
	size_t at = 0;

	word_next(after, &at, &next);
	return IS_ONE_OF(word_last(before), BEFORE) || IS_ONE_OF(next, AFTER);
}

static bool is_one_of(struct str word, const char *const *words, size_t count)
{
	for (size_t k = 0; k < count; k++)
		if (word.len == strlen(words[k]) &&
		    !strncasecmp(word.ptr, words[k], word.len))
			return true;
	return false;
}

static bool is_true(const struct study *s, const struct passage *p,
		    size_t option, enum standing claim)
{
	if (p->criterion < s->c->criterion_count)
		return is_best(s, p->criterion, option, claim);
	return option == (claim == STANDING_AHEAD ? s->r->first : s->r->leader);
}

static bool is_best(const struct study *s, size_t j, size_t option,
		    enum standing claim)
{
	const bool *wins = s->r->wins + j * s->c->option_count;
	size_t count = 0;

	for (size_t i = 0; i < s->c->option_count; i++)
		count += wins[i];
	return wins[option] && (claim == STANDING_BEST || count == 1);
}

static void tell(const struct study *s, const struct passage *p,
		 struct str found)
{
	struct place at = passage_place(p, found);
	size_t j = p->criterion, first = s->r->first;

	if (j < s->c->criterion_count) {
		report(s->diags, FINDING_CLAIM, at,
		       "\"%.*s\" contradicts the scores of \"%.*s\"",
		       STR_ARG(found), STR_ARG(s->c->criteria[j].id));
		diag_note(s->diags, scores_of(s, j), "the scores are here");
		return;
	}
	report(s->diags, FINDING_CLAIM, at, "\"%.*s\" contradicts the result",
	       STR_ARG(found));
	if (first == s->c->option_count)
		diag_hint(s->diags, "it is a tie");
	else
		diag_hint(s->diags,
			  s->r->leader == first ? "%.*s leads"
						: "it is a close call, with "
						  "%.*s ahead",
			  STR_ARG(s->c->options[first].name.str));
}

static struct place scores_of(const struct study *s, size_t j)
{
	for (size_t i = 0; i < s->c->option_count; i++)
		if (s->c->criteria[j].scores[i].evidence_count)
			return s->c->criteria[j].scores[i].evidence[0].at;
	return s->c->scores_at;
}
