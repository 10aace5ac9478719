/*
 * What the columns of a comparison's tables are called.
 *
 * Each has a name of ours, which docs/content.md lists.  An author may give
 * another one in `columns` of comparison.md, and a theme may list words of
 * its language as `columns` of i18n/<language>.yaml, parted by commas.  Those
 * of German are known everywhere: a German sheet is often given an English
 * site.  The case of letters says nothing.
 */
#ifndef READ_COLUMNS_H
#define READ_COLUMNS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/prose.h"
#include "model/words.h"

/* clang-format off */
#define COLUMN_LIST(column) \
	column(CRITERION, criterion, "Kriterium, Merkmal") \
	column(OPTION, option, "Produkt, Modell, Alternative, Variante") \
	column(SCORE, score, "Wert, Punkte, Bewertung") \
	column(JUDGE, judge, "Bewerter, Bewerterin, Prüfer, Jury") \
	column(CONFIDENCE, confidence, "Sicherheit") \
	column(SOURCE, source, "Quelle, Quellen") \
	column(DATE, date, "Datum") \
	column(NOTE, note, "Notiz, Anmerkung, Bemerkung, Kommentar") \
	column(WEIGHT, weight, "Gewicht, Gewichtung") \
	column(GROUP, group, "Gruppe") \
	column(ID, id, "Kennung") \
	column(NAME, name, "Bezeichnung") \
	column(SHORT, short, "Kurzname") \
	column(COLOR, color, "Farbe") \
	column(LOGO, logo, "") \
	column(IMAGE, image, "Bild") \
	column(WEBSITE, website, "Webseite") \
	column(PRICE, price, "Preis") \
	column(TITLE, title, "Titel") \
	column(QUESTION, question, "Frage") \
	column(RUBRIC, rubric, "Maßstab") \
	column(UNIT, unit, "Einheit") \
	column(BETTER, better, "Besser") \
	column(BEST, best, "Bester Wert") \
	column(WORST, worst, "Schlechtester Wert") \
	column(MUST, must, "Muss") \
	column(WINNER, winner, "Sieger, Gewinner")

#define COLUMN_ENUMERATOR(name, key, words) COLUMN_##name,
enum column { COLUMN_LIST(COLUMN_ENUMERATOR) COLUMN_COUNT };
#undef COLUMN_ENUMERATOR
/* clang-format on */

/* A language has two more lists: what the column "better" may say. */
enum { COLUMN_HIGHER = COLUMN_COUNT, COLUMN_LOWER, COLUMN_LISTS };

/* Sets of columns. */
#define COLUMN_BIT(column) ((uint32_t)1 << (column))
#define COLUMNS_OF_OPTIONS                                       \
	(COLUMN_BIT(COLUMN_ID) | COLUMN_BIT(COLUMN_NAME) |       \
	 COLUMN_BIT(COLUMN_SHORT) | COLUMN_BIT(COLUMN_GROUP) |   \
	 COLUMN_BIT(COLUMN_COLOR) | COLUMN_BIT(COLUMN_LOGO) |    \
	 COLUMN_BIT(COLUMN_IMAGE) | COLUMN_BIT(COLUMN_WEBSITE) | \
	 COLUMN_BIT(COLUMN_PRICE))
#define COLUMNS_OF_CRITERIA                                        \
	(COLUMN_BIT(COLUMN_ID) | COLUMN_BIT(COLUMN_TITLE) |        \
	 COLUMN_BIT(COLUMN_QUESTION) | COLUMN_BIT(COLUMN_WEIGHT) | \
	 COLUMN_BIT(COLUMN_GROUP) | COLUMN_BIT(COLUMN_RUBRIC) |    \
	 COLUMN_BIT(COLUMN_UNIT) | COLUMN_BIT(COLUMN_BETTER) |     \
	 COLUMN_BIT(COLUMN_BEST) | COLUMN_BIT(COLUMN_WORST) |      \
	 COLUMN_BIT(COLUMN_MUST) | COLUMN_BIT(COLUMN_WINNER))
/* What stands beside the scores of a row, whatever the shape. */
#define COLUMNS_OF_EVIDENCE                                         \
	(COLUMN_BIT(COLUMN_JUDGE) | COLUMN_BIT(COLUMN_CONFIDENCE) | \
	 COLUMN_BIT(COLUMN_SOURCE) | COLUMN_BIT(COLUMN_DATE) |      \
	 COLUMN_BIT(COLUMN_NOTE))
#define COLUMNS_OF_WIDE                                       \
	(COLUMNS_OF_EVIDENCE | COLUMN_BIT(COLUMN_CRITERION) | \
	 COLUMN_BIT(COLUMN_WEIGHT) | COLUMN_BIT(COLUMN_GROUP))
#define COLUMNS_OF_LONG \
	(COLUMNS_OF_WIDE | COLUMN_BIT(COLUMN_OPTION) | COLUMN_BIT(COLUMN_SCORE))
#define COLUMNS_BY_OPTION (COLUMNS_OF_EVIDENCE | COLUMN_BIT(COLUMN_OPTION))

struct columns {
	struct text given[COLUMN_COUNT]; /* of `columns`; empty: as ours */
	const struct str *words; /* of the language, each a list; or NULL */
	uint32_t met;		 /* columns that some table has */
};

/* What `columns` of the language's words says of each; the array is `arena`'s. */
const struct str *columns_words(const struct words *words, struct arena *arena);

/* "criterion"; of a list that is of no column, "higher". */
const char *column_name(size_t list);

/* The column of the set that is called so, or COLUMN_COUNT. */
enum column column_called(const struct columns *columns, uint32_t set,
			  struct str heading);

/* Whether a cell says "higher", or "lower", in a language that is known. */
bool column_says(const struct columns *columns, size_t list, struct str cell);

/* What it is called in the tables of this comparison. */
struct str column_words(const struct columns *columns, enum column column);

#endif
