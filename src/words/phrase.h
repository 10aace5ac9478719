/*
 * Sentences, numbers and dates in the language of the site.
 *
 * Every word comes from the theme's `i18n/<language>.yaml`; the program
 * knows keys only.  They are looked up once, so that a page costs no search.
 */
#ifndef WORDS_PHRASE_H
#define WORDS_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/comparison.h"
#include "model/words.h"
#include "words/word_list.h"

#define WORD_ENUMERATOR(name, key) WORD_##name,
enum word_id { WORD_LIST(WORD_ENUMERATOR) WORD_COUNT };
#undef WORD_ENUMERATOR

struct phrases {
	const struct words *words;
	bool is_rtl; /* sentences run from right to left */
	struct str texts[WORD_COUNT];
};

/* Fills `phrases`; each key that the file lacks is an error. */
bool phrases_init(struct diags *diags, struct phrases *phrases,
		  const struct words *words);

/* What a {name} in a phrase stands for. */
struct fill {
	const char *name;
	struct str text;
};

/*
 * The phrase with every {name} filled in; what runs against the sentence's
 * direction is isolated (base/bidi.h).
 */
#define PHRASE(phrases, id, arena, ...)                                  \
	phrase_of((phrases), (id),                                       \
		  (struct fill[]){ __VA_ARGS__, { NULL, { NULL, 0 } } }, \
		  (arena))
struct str phrase_of(const struct phrases *phrases, enum word_id id,
		     const struct fill *fills, struct arena *arena);

/* A phrase with nothing to fill in. */
struct str phrase(const struct phrases *phrases, enum word_id id);

/*
 * "1 point", "3 points": `one` is followed by the enumerator for all other
 * numbers; {n} is the number.
 */
struct str phrase_count(const struct phrases *phrases, enum word_id one,
			size_t n, struct arena *arena);

/* For machines: "1080.5". */
struct str phrase_plain_number(double number, struct arena *arena);

/*
 * A number with at most `decimals` places, in groups of three from five
 * digits on: "7.4", "1250", "12,500".
 */
struct str phrase_number(const struct phrases *phrases, double number,
			 int decimals, struct arena *arena);

/* A number with exactly `decimals` places, so that columns line up. */
struct str phrase_fixed(const struct phrases *phrases, double number,
			int decimals, struct arena *arena);

/* A number with exactly `places` places, and its unit. */
struct str phrase_measure(const struct phrases *phrases, double number,
			  int places, struct str unit, struct arena *arena);

/* A share of 1 in per cent, with exactly `decimals` places: "87.5%". */
struct str phrase_percent(const struct phrases *phrases, double share,
			  int decimals, struct arena *arena);

/* "21 November 2026", and "2026-11-21"; empty when not given. */
struct str phrase_date(const struct phrases *phrases, struct date date,
		       struct arena *arena);
struct str phrase_date_iso(struct date date, struct arena *arena);

/* RFC 3339, as the feed and JSON-LD want it: "2026-11-21T00:00:00Z". */
struct str phrase_timestamp(struct date date, struct arena *arena);

/* The same, or the day alone where no time is given: what a sitemap takes. */
struct str phrase_instant(struct date date, struct arena *arena);

/* "A", "A and B", "A, B and C". */
struct str phrase_list(const struct phrases *phrases, const struct str *items,
		       size_t count, struct arena *arena);

#endif
