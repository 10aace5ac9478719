/*
 * A comparison under study: what the checks of its content share, and those
 * checks.  Ages count from the newest date of the content, never from today,
 * so that the same content gives the same answer.
 *
 * Sources: balance.c, claims.c, evidence.c, facts.c, placeholders.c,
 * words.c.
 */
#ifndef CHECK_STUDY_H
#define CHECK_STUDY_H

#include "base/arena.h"
#include "check/passage.h"
#include "judge/result.h"
#include "model/site.h"

struct study {
	struct diags *diags;
	struct arena *arena;
	const struct site *site;
	const struct comparison *c;
	const struct result *r;
	struct date newest;	  /* of the site, as far as it is known */
	struct passage *passages; /* its Markdown, and the notes of scores */
	size_t passage_count;
};

/* Reads the passages, and lets `newest` be at least the comparison's own. */
void study_open(struct study *study);

/* The newest date that the front matter of the comparisons gives. */
struct date study_newest(const struct comparison *heads, size_t count);

/* Whether its prose is English, as it is where no language is given. */
bool study_is_english(const struct site *site);

/* no-score, no-source, no-rubric, old-score */
void check_evidence(const struct study *study);

/* uneven: length, sources, pros and cons */
void check_balance(const struct study *study);

/* stale-words, past-year, missing-alt; the first two in English only */
void check_words(const struct study *study);
void check_words_of(struct diags *diags, const struct site *site,
		    const struct passage *passage, struct date newest);

/* claim: "8-6", "X wins", "X costs 30 EUR"; in English only */
void check_claims(const struct study *study);

/* placeholder: what `paragone new` wrote, in any language */
void check_placeholders(const struct study *study);
void check_placeholders_of(struct diags *diags, const struct passage *passage);
void check_tagline(struct diags *diags, const struct site *site);

/* fact: another number beside the name of a fact */
void check_facts(const struct study *study);

#endif
