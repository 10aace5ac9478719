#include "words/locale.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uclean.h>
#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/udata.h>
#include <unicode/udatpg.h>
#include <unicode/uldnames.h>
#include <unicode/ulistformatter.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>
#include <unistd.h>

#include "base/buf.h"

enum { ROOM = 256, WHOLES = 1000 };

/* What ICU is asked later, kept by its tag as long as the process lives. */
struct locale_icu {
	struct locale_icu *next;
	char tag[ULOC_FULLNAME_CAPACITY], name[ULOC_FULLNAME_CAPACITY];
	UListFormatter *list;
	UPluralRules *rules;
	UCollator *collator;
	unsigned char wholes[WHOLES]; /* the forms of whole numbers */
};

static struct locale_icu *opened;

static const char *const FORMS[] = { "zero", "one",  "two",
				     "few",  "many", "other" };

static bool name_of(struct str tag, char *name);
static struct locale_icu *icu_of(struct str tag, const char *name);
static bool read_numbers(const char *name, struct locale *locale,
			 struct arena *arena);
static size_t least_grouped(UNumberFormat *format, struct str group,
			    struct arena *arena);
static void read_percent(const char *name, struct locale *locale,
			 struct arena *arena);
static void read_dates(const char *name, struct locale *locale,
		       struct arena *arena);
static struct str date_pattern(UDateTimePatternGenerator *generator,
			       const char *skeleton, struct arena *arena);
static void put_field(char letter, size_t count, struct buf *to);
static struct str own_name_of(const char *name, struct arena *arena);
static enum form form_of(const UChar *keyword, int32_t len);
static enum form form_of_fraction(const struct locale_icu *icu, double number,
				  int places);
static struct str symbol(const UNumberFormat *format, UNumberFormatSymbol which,
			 struct arena *arena);
static struct str replaced(struct str text, struct str what, struct str by,
			   struct arena *arena);
static struct str utf8(const UChar *text, int32_t len, struct arena *arena);
static UChar *utf16(struct str text, int32_t *len, struct arena *arena);
static void must(UErrorCode status);

bool locale_open(struct diags *diags, const struct text *tag,
		 struct locale *locale, struct arena *arena)
{
	char name[ULOC_FULLNAME_CAPACITY];
	UErrorCode status = U_ZERO_ERROR;

	/* Nothing of the machine: neither files nor the user's language. */
	udata_setFileAccess(UDATA_NO_FILES, &status);
	*locale = (struct locale){ .tag = tag->str };
	if (!name_of(tag->str, name))
		return diag_error(diags, tag->at,
				  "\"%.*s\" is no locale that is known, such "
				  "as \"en-GB\"",
				  STR_ARG(tag->str));
	if (!read_numbers(name, locale, arena)) {
		diag_error(diags, tag->at,
			   "the digits of the locale \"%.*s\" are not 0 to 9",
			   STR_ARG(tag->str));
		diag_hint(diags, "write \"%.*s-u-nu-latn\"", STR_ARG(tag->str));
		return false;
	}
	read_percent(name, locale, arena);
	read_dates(name, locale, arena);
	locale->icu = icu_of(tag->str, name);
	locale->own_name = own_name_of(name, arena);
	for (size_t i = 0; i < WHOLES; i++)
		locale->forms[locale->icu->wholes[i]] = true;
	locale->forms[locale_plural(locale, 1e6, 0)] = true;
	locale->forms[FORM_OTHER] = true; /* what fractions take */
	return true;
}

const char *form_name(enum form form)
{
	return FORMS[form];
}

enum form locale_plural(const struct locale *locale, double number, int places)
{
	const struct locale_icu *icu = locale->icu;
	UErrorCode status = U_ZERO_ERROR;
	UChar room[ROOM];
	int32_t len;

	number = fabs(number);
	if (places <= 0 && number_round(number) < WHOLES)
		return icu->wholes[(size_t)number_round(number)];
	if (places > 0) {
		enum form form = form_of_fraction(icu, number, places);

		return locale->forms[form] ? form : FORM_OTHER;
	}
	len = uplrules_select(icu->rules, number_round(number), room, ROOM,
			      &status);
	must(status);
	return form_of(room, len);
}

struct str locale_list(const struct locale *locale, const struct str *items,
		       size_t count, struct arena *arena)
{
	const UChar **texts;
	int32_t *lengths, len, room = 0;
	UErrorCode status = U_ZERO_ERROR;
	UChar *list;

	if (count < 2)
		return count ? items[0] : STR("");
	texts = arena_array(arena, const UChar *, count);
	lengths = arena_array(arena, int32_t, count);
	for (size_t i = 0; i < count; i++) {
		texts[i] = utf16(items[i], &lengths[i], arena);
		room += lengths[i] + ROOM;
	}
	list = arena_array(arena, UChar, (size_t)room);
	len = ulistfmt_format(locale->icu->list, texts, lengths, (int32_t)count,
			      list, room, &status);
	must(status);
	return utf8(list, len, arena);
}

int locale_compare(const struct locale *locale, struct str a, struct str b)
{
	UErrorCode status = U_ZERO_ERROR;
	UCollationResult order =
		ucol_strcollUTF8(locale->icu->collator, a.len ? a.ptr : "",
				 (int32_t)a.len, b.len ? b.ptr : "",
				 (int32_t)b.len, &status);

	must(status);
	return (int)order;
}

/* ICU's own name of a locale that it has something of. */
static bool name_of(struct str tag, char *name)
{
	enum { MOST = ULOC_FULLNAME_CAPACITY };
	char wanted[MOST], given[MOST], text[MOST];
	UErrorCode status = U_ZERO_ERROR;
	UNumberFormat *format;
	int32_t parsed;

	if (!tag.len || tag.len >= MOST)
		return false;
	memcpy(text, tag.ptr, tag.len);
	text[tag.len] = '\0';
	uloc_forLanguageTag(text, name, MOST, &parsed, &status);
	if (U_FAILURE(status) || (size_t)parsed != tag.len || !*name)
		return false;
	format = unum_open(UNUM_DECIMAL, NULL, 0, name, NULL, &status);
	must(status);
	uloc_getLanguage(name, wanted, MOST, &status);
	uloc_getLanguage(unum_getLocaleByType(format, ULOC_VALID_LOCALE,
					      &status),
			 given, MOST, &status);
	must(status);
	unum_close(format);
	/* What it does not know gets the language of the machine. */
	return !strcmp(wanted, given) ||
	       (!strcmp(wanted, "iw") && !strcmp(given, "he"));
}

static struct locale_icu *icu_of(struct str tag, const char *name)
{
	struct locale_icu *icu = opened;
	UErrorCode status = U_ZERO_ERROR;

	for (; icu; icu = icu->next)
		if (str_is(tag, icu->tag))
			return icu;
	icu = memory_alloc(sizeof(*icu));
	*icu = (struct locale_icu){ .next = opened };
	memcpy(icu->tag, tag.ptr, tag.len);
	icu->list = ulistfmt_openForType(name, ULISTFMT_TYPE_AND,
					 ULISTFMT_WIDTH_WIDE, &status);
	icu->rules = uplrules_openForType(name, UPLURAL_TYPE_CARDINAL, &status);
	icu->collator = ucol_open(name, &status);
	for (size_t i = 0; U_SUCCESS(status) && i < WHOLES; i++) {
		UChar room[ROOM];
		int32_t len = uplrules_select(icu->rules, (double)i, room, ROOM,
					      &status);

		icu->wholes[i] = (unsigned char)form_of(room, len);
	}
	strcpy(icu->name, name);
	must(status);
	opened = icu;
	return icu;
}

static bool read_numbers(const char *name, struct locale *locale,
			 struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	UNumberFormat *format =
		unum_open(UNUM_DECIMAL, NULL, 0, name, NULL, &status);
	int secondary;
	bool latin;

	must(status);
	unum_setAttribute(format, UNUM_MINIMUM_GROUPING_DIGITS,
			  UNUM_MINIMUM_GROUPING_DIGITS_AUTO);
	latin = str_is(symbol(format, UNUM_ZERO_DIGIT_SYMBOL, arena), "0");
	locale->decimal = symbol(format, UNUM_DECIMAL_SEPARATOR_SYMBOL, arena);
	locale->group = symbol(format, UNUM_GROUPING_SEPARATOR_SYMBOL, arena);
	/* It may bring a mark of direction along. */
	locale->minus = replaced(symbol(format, UNUM_MINUS_SIGN_SYMBOL, arena),
				 STR("-"), STR("\u2212"), arena);
	locale->plus = symbol(format, UNUM_PLUS_SIGN_SYMBOL, arena);
	locale->groups[0] =
		(size_t)unum_getAttribute(format, UNUM_GROUPING_SIZE);
	secondary = unum_getAttribute(format, UNUM_SECONDARY_GROUPING_SIZE);
	locale->groups[1] =
		secondary > 0 ? (size_t)secondary : locale->groups[0];
	locale->least_grouped = least_grouped(format, locale->group, arena);
	unum_close(format);
	return latin;
}

/* 1,000 but 1000 in Spanish, where groups begin with 10.000. */
static size_t least_grouped(UNumberFormat *format, struct str group,
			    struct arena *arena)
{
	double number = 1;

	for (size_t digits = 1; digits < 9; digits++, number *= 10) {
		UErrorCode status = U_ZERO_ERROR;
		UChar room[ROOM];
		int32_t len = unum_formatDouble(format, number, room, ROOM,
						NULL, &status);
		struct str text = utf8(room, len, arena);

		must(status);
		if (group.len && str_find_str(text, group) < text.len)
			return digits;
	}
	return SIZE_MAX;
}

/* "{n}%", with what stands between. */
static void read_percent(const char *name, struct locale *locale,
			 struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	UNumberFormat *format =
		unum_open(UNUM_PERCENT, NULL, 0, name, NULL, &status);
	UChar room[ROOM];
	int32_t len =
		unum_formatDouble(format, 0.01, room, ROOM, NULL, &status);

	must(status);
	locale->percent =
		replaced(utf8(room, len, arena), STR("1"), STR("{n}"), arena);
	unum_close(format);
}

/*
 * UTC, as ICU would look at the machine's time zone else; no time is ever
 * formatted.
 */
static void read_dates(const char *name, struct locale *locale,
		       struct arena *arena)
{
	static const UChar UTC[] = { 'U', 'T', 'C', 0 };
	UErrorCode status = U_ZERO_ERROR;
	char gregorian[ULOC_FULLNAME_CAPACITY + 32];
	UDateTimePatternGenerator *generator;
	UDateFormat *format;

	strcpy(gregorian, name);
	uloc_setKeywordValue("calendar", "gregorian", gregorian,
			     sizeof(gregorian), &status);
	generator = udatpg_open(gregorian, &status);
	format = udat_open(UDAT_NONE, UDAT_LONG, gregorian, UTC, -1, NULL, 0,
			   &status);
	must(status);
	locale->date = date_pattern(generator, "yMMMMd", arena);
	locale->date_month = date_pattern(generator, "yMMMM", arena);
	locale->date_year = date_pattern(generator, "y", arena);
	for (int32_t i = 0; i < 12; i++) {
		UChar room[ROOM];
		int32_t len = udat_getSymbols(format, UDAT_MONTHS, i, room,
					      ROOM, &status);

		locale->months[i] = utf8(room, len, arena);
		len = udat_getSymbols(format, UDAT_STANDALONE_MONTHS, i, room,
				      ROOM, &status);
		locale->months_alone[i] = utf8(room, len, arena);
	}
	must(status);
	udat_close(format);
	udatpg_close(generator);
}

/* "d 'de' MMMM 'de' y" as "{day} de {month} de {year}". */
static struct str date_pattern(UDateTimePatternGenerator *generator,
			       const char *skeleton, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar room[ROOM], wanted[16];
	int32_t len;
	struct buf buf = { 0 };
	struct str pattern, made;
	bool quoted = false;

	u_uastrcpy(wanted, skeleton);
	len = udatpg_getBestPattern(generator, wanted, -1, room, ROOM, &status);
	must(status);
	pattern = utf8(room, len, arena);
	for (size_t i = 0; i < pattern.len;) {
		char c = pattern.ptr[i];
		size_t count = 1;

		while (c != '\'' && i + count < pattern.len &&
		       pattern.ptr[i + count] == c)
			count++;
		if (c == '\'')
			quoted = !quoted;
		else if (!quoted && ((c | 32) >= 'a' && (c | 32) <= 'z'))
			put_field(c, count, &buf);
		else
			buf_raw(&buf, str_slice(pattern, i, count));
		i += count;
	}
	made = buf_copy(&buf, arena);
	buf_release(&buf);
	return made;
}

static void put_field(char letter, size_t count, struct buf *to)
{
	if (letter == 'y')
		buf_text(to, "{year}");
	if (letter == 'd')
		buf_text(to, count > 1 ? "{day2}" : "{day}");
	if (letter == 'M' || letter == 'L')
		buf_text(to, count < 2	     ? "{month_number}"
			     : count == 2    ? "{month_number2}"
			     : letter == 'M' ? "{month}"
					     : "{month_alone}");
}

/* As a list of languages has it: "Deutsch", "Français". */
static struct str own_name_of(const char *name, struct arena *arena)
{
	UDisplayContext contexts[] = {
		UDISPCTX_STANDARD_NAMES,
		UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU
	};
	char language[ULOC_FULLNAME_CAPACITY];
	UErrorCode status = U_ZERO_ERROR;
	ULocaleDisplayNames *names =
		uldn_openForContext(name, contexts, 2, &status);
	UChar room[ROOM];
	int32_t len;

	uloc_getLanguage(name, language, sizeof(language), &status);
	must(status);
	len = uldn_languageDisplayName(names, language, room, ROOM, &status);
	must(status);
	uldn_close(names);
	return utf8(room, len, arena);
}

static enum form form_of(const UChar *keyword, int32_t len)
{
	char text[16] = { 0 };

	if (len < (int32_t)sizeof(text))
		u_UCharsToChars(keyword, text, len);
	for (enum form form = 0; form < FORM_OTHER; form++)
		if (!strcmp(text, FORMS[form]))
			return form;
	return FORM_OTHER;
}

/* The zeros that are shown count: "1.0 points". */
static enum form form_of_fraction(const struct locale_icu *icu, double number,
				  int places)
{
	UErrorCode status = U_ZERO_ERROR;
	char skeleton[32] = ".";
	UChar wide[32], room[ROOM];
	UNumberFormatter *formatter;
	UFormattedNumber *formatted;
	int32_t len;

	memset(skeleton + 1, '0', (size_t)(places < 15 ? places : 15));
	u_uastrcpy(wide, skeleton);
	formatter =
		unumf_openForSkeletonAndLocale(wide, -1, icu->name, &status);
	formatted = unumf_openResult(&status);
	unumf_formatDouble(formatter, number, formatted, &status);
	len = uplrules_selectFormatted(icu->rules, formatted, room, ROOM,
				       &status);
	must(status);
	unumf_closeResult(formatted);
	unumf_close(formatter);
	return form_of(room, len);
}

static struct str symbol(const UNumberFormat *format, UNumberFormatSymbol which,
			 struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar room[ROOM];
	int32_t len = unum_getSymbol(format, which, room, ROOM, &status);

	must(status);
	return utf8(room, len, arena);
}

/* The first of them. */
static struct str replaced(struct str text, struct str what, struct str by,
			   struct arena *arena)
{
	size_t at = str_find_str(text, what);

	if (at == text.len)
		return text;
	return ARENA_JOIN(arena, str_slice(text, 0, at), by,
			  str_from_byte(text, at + what.len));
}

/* With plain no-break spaces. */
static struct str utf8(const UChar *text, int32_t len, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	size_t room = (size_t)len * 3 + 1;
	char *to = arena_array(arena, char, room);
	UChar *plain = arena_array(arena, UChar, (size_t)len + 1);
	int32_t made;

	for (int32_t i = 0; i < len; i++)
		plain[i] = text[i] == 0x202F ? 0x00A0 : text[i];
	u_strToUTF8(to, (int32_t)room, &made, plain, len, &status);
	must(status);
	return (struct str){ to, (size_t)made };
}

static UChar *utf16(struct str text, int32_t *len, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar *to = arena_array(arena, UChar, text.len + 1);

	u_strFromUTF8(to, (int32_t)text.len + 1, len, text.len ? text.ptr : "",
		      (int32_t)text.len, &status);
	must(status);
	return to;
}

/* Memory ends the process by itself: what fails here is an ICU without data. */
static void must(UErrorCode status)
{
	if (U_SUCCESS(status))
		return;
	fprintf(stderr, "paragone: ICU fails: %s\n", u_errorName(status));
	_exit(3);
}
