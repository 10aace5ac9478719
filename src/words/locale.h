/*
 * How a language writes numbers, dates, lists and plurals, and how it sorts:
 * what ICU knows of it.
 *
 * ICU is asked once, when the locale is opened; what comes of it are texts
 * and tables that numbers and dates are put together by.  Only lists, names to
 * be compared and plurals of large numbers ask ICU later.
 *
 * Three things are not as ICU has them.  A narrow no-break space is a plain
 * one: releases of ICU differ in where they have it, and few fonts do.  A
 * minus is U+2212 in every language, as wide as a digit.  Dates are of the
 * Gregorian calendar, as those of the content are.
 */
#ifndef WORDS_LOCALE_H
#define WORDS_LOCALE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/prose.h"

/* CLDR's categories of numbers that take one form of a word. */
enum form {
	FORM_ZERO,
	FORM_ONE,
	FORM_TWO,
	FORM_FEW,
	FORM_MANY,
	FORM_OTHER,
	FORM_COUNT
};

struct locale {
	struct str tag;	     /* "en-GB", as BCP 47 has it */
	struct str own_name; /* of its language, in itself: "Deutsch" */
	struct str decimal, group, minus, plus;
	struct str percent; /* "{n}%" */
	size_t groups[2];   /* the last group has so many digits, and others */
	size_t least_grouped; /* digits from which on there are groups */
	/* Of {day}, {day2}, {month}, {month_alone}, {month_number} and others. */
	struct str date, date_month, date_year;
	struct str months[12], months_alone[12];
	bool forms[FORM_COUNT]; /* those that a word has */
	const struct locale_icu *icu;
};

/*
 * The locale of that tag, such as "de-DE" or "ar-u-nu-latn"; an error where
 * ICU does not know it, or its digits are not 0 to 9.  What it holds stands
 * until the process ends.  Not to be called by two threads at once.
 */
bool locale_open(struct diags *diags, const struct text *tag,
		 struct locale *locale, struct arena *arena);

/* "few" */
const char *form_name(enum form form);

/*
 * The form for a number that is shown with so many places.  A fraction whose
 * form no whole number has takes that for all others.
 */
enum form locale_plural(const struct locale *locale, double number, int places);

/* "A", "A and B", "A, B and C". */
struct str locale_list(const struct locale *locale, const struct str *items,
		       size_t count, struct arena *arena);

/* In the order of the language: below 0, 0 or above. */
int locale_compare(const struct locale *locale, struct str a, struct str b);

#endif
