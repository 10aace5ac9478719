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
#include "words/locale.h"
#include "words/word_list.h"

#define WORD_ENUMERATOR(name, key) WORD_##name,
enum word_id { WORD_LIST(WORD_ENUMERATOR) WORD_COUNT };
#undef WORD_ENUMERATOR

#define PLURAL_ENUMERATOR(name, key) PLURAL_##name,
enum plural_id { PLURAL_LIST(PLURAL_ENUMERATOR) PLURAL_COUNT };
#undef PLURAL_ENUMERATOR

struct phrases {
	const struct words *words;
	struct locale locale;
	bool is_rtl; /* sentences run from right to left */
	struct str texts[WORD_COUNT];
	struct str plurals[PLURAL_COUNT][FORM_COUNT];
};

/*
 * Fills `phrases`.  It is an error where the file has no locale that is
 * known, lacks a word or a form of one, or has a form that its language has
 * not.
 */
bool phrases_init(struct diags *diags, struct phrases *phrases,
		  const struct words *words, struct arena *arena);

/* Whether sentences need the word: phrases_init() sees to it. */
bool phrase_knows(struct str key);

/* "options_other" of "options_few"; what is no form of a plural as it is. */
struct str phrase_form_other(struct str key, struct arena *arena);

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

/* "1 point", "3 points": in the form for the number, which is {n}. */
struct str phrase_count(const struct phrases *phrases, enum plural_id id,
			size_t n, struct arena *arena);

/* The same of a number as it is shown: "4.5 points". */
struct str phrase_count_shown(const struct phrases *phrases, enum plural_id id,
			      struct str n, struct arena *arena);

/* A phrase in the form for `n`, which is its {n}. */
#define PLURAL(phrases, id, n, arena, ...)                                    \
	plural_of(                                                            \
		(phrases), (id), (n),                                         \
		(struct fill[]){ { "n", phrase_number((phrases), (double)(n), \
						      0, (arena)) },          \
				 __VA_ARGS__,                                 \
				 { NULL, { NULL, 0 } } },                     \
		(arena))
struct str plural_of(const struct phrases *phrases, enum plural_id id, size_t n,
		     const struct fill *fills, struct arena *arena);

/* For machines: "1080.5". */
struct str phrase_plain_number(double number, struct arena *arena);

/* A number with at most `decimals` places: "7.4", "12,500". */
struct str phrase_number(const struct phrases *phrases, double number,
			 int decimals, struct arena *arena);

/* A number with exactly `decimals` places, so that columns line up. */
struct str phrase_fixed(const struct phrases *phrases, double number,
			int decimals, struct arena *arena);

/* The same with a sign in front: "+5.4", "−4.2". */
struct str phrase_signed(const struct phrases *phrases, double number,
			 int decimals, struct arena *arena);

/* A number with exactly `places` places, and its unit. */
struct str phrase_measure(const struct phrases *phrases, double number,
			  int places, struct str unit, struct arena *arena);

/* A number that is written already, and its unit: "1 hour" of "hours". */
struct str phrase_in_unit(const struct phrases *phrases, struct str n,
			  struct str unit, struct arena *arena);

/* What `units` of the language has for a single one; empty where it has none. */
struct str phrase_unit_one(const struct phrases *phrases, struct str unit,
			   struct arena *arena);

/* A share of 1 in per cent, with exactly `decimals` places: "87.5%". */
struct str phrase_percent(const struct phrases *phrases, double share,
			  int decimals, struct arena *arena);

/* A number in per cent that is written already. */
struct str phrase_percent_of(const struct phrases *phrases, struct str n,
			     struct arena *arena);

/* "21 November 2026", and "2026-11-21"; empty when not given. */
struct str phrase_date(const struct phrases *phrases, struct date date,
		       struct arena *arena);
struct str phrase_date_iso(struct date date, struct arena *arena);

/* RFC 3339, as the feed and JSON-LD want it: "2026-11-21T00:00:00Z". */
struct str phrase_timestamp(struct date date, struct arena *arena);

/* The same, or the day alone where no time is given: what a sitemap takes. */
struct str phrase_instant(struct date date, struct arena *arena);

/* The same sentence without its full stop, and with one. */
struct str phrase_clause(const struct phrases *phrases, struct str sentence);
struct str phrase_sentence(const struct phrases *phrases, struct str clause,
			   struct arena *arena);

/* Two sentences, parted as the language parts them; either may be empty. */
struct str phrase_join(const struct phrases *phrases, struct str sentence,
		       struct str next, struct arena *arena);

/* "A", "A and B", "A, B and C". */
struct str phrase_list(const struct phrases *phrases, const struct str *items,
		       size_t count, struct arena *arena);

#endif
