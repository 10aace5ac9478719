#include "view/price.h"

#include <math.h>

#include "unit.h"

#define EURO " \xE2\x82\xAC"
#define NO_BREAK "\xC2\xA0"

static const struct locale ENGLISH = { .decimal = STR_INIT("."),
				       .group = STR_INIT(",") };
static const struct locale GERMAN = { .decimal = STR_INIT(","),
				      .group = STR_INIT(".") };
static const struct locale FRENCH = { .decimal = STR_INIT(","),
				      .group = STR_INIT(NO_BREAK) };

/* Beside another, which may tell how such a one is written. */
static struct price price_of(const struct locale *locale, const char *text,
			     const char *beside, struct arena *arena)
{
	struct str texts[] = { str_from(text), str_from(beside) };

	return prices_of(locale, texts, 2, arena)[0];
}

static void assert_price(const struct locale *locale, const char *text,
			 double amount, const char *unit, struct arena *arena)
{
	struct price price = price_of(locale, text, "", arena);

	assert_near(price.amount, amount);
	assert_true(str_is(price.unit, unit));
}

static void assert_none(const char *text, struct arena *arena)
{
	struct price price = price_of(&ENGLISH, text, "", arena);

	if (!isnan(price.amount) || price.whole.len)
		fail_msg("\"%s\" was read as a price", text);
}

static void assert_doubt(const struct locale *locale, const char *text,
			 const char *beside, const char *whole,
			 const char *fraction, struct arena *arena)
{
	struct price price = price_of(locale, text, beside, arena);

	assert_true(isnan(price.amount));
	assert_str(price.whole, whole);
	assert_str(price.fraction, fraction);
}

static void a_number_has_what_stands_around_it_for_its_unit(void **state)
{
	assert_price(&ENGLISH, "12" EURO, 12, "\xE2\x82\xAC", *state);
	assert_price(&ENGLISH, "$9.50", 9.5, "$", *state);
	assert_price(&ENGLISH, "US$ 9 a month", 9, "US$ a month", *state);
	assert_price(&ENGLISH, "1200", 1200, "", *state);
	assert_price(&GERMAN, "9,99" EURO, 9.99, "\xE2\x82\xAC", *state);
	assert_price(&ENGLISH, "9,99" EURO, 9.99, "\xE2\x82\xAC", *state);
	assert_price(&GERMAN, "0,125" EURO, 0.125, "\xE2\x82\xAC", *state);
	assert_price(&GERMAN, "12.", 12, ".", *state);
}

static void thousands_are_parted_as_the_language_parts_them(void **state)
{
	assert_price(&ENGLISH, "$1,299", 1299, "$", *state);
	assert_price(&GERMAN, "1.299" EURO, 1299, "\xE2\x82\xAC", *state);
	assert_price(&GERMAN, "1.299.000,50", 1299000.5, "", *state);
	assert_price(&ENGLISH, "1.299.000,50", 1299000.5, "", *state);
	assert_price(&ENGLISH, "1.200.000", 1200000, "", *state);
	assert_price(&ENGLISH, "CHF 1'299.50", 1299.5, "CHF", *state);
	assert_price(&ENGLISH,
		     "CHF 1\xE2\x80\x99"
		     "299",
		     1299, "CHF", *state);
	assert_price(&ENGLISH,
		     "1\xE2\x80\xAF"
		     "299" EURO,
		     1299, "\xE2\x82\xAC", *state);
	assert_price(&FRENCH, "1 299,50" EURO, 1299.5, "\xE2\x82\xAC", *state);
}

static void what_may_be_two_numbers_is_in_doubt(void **state)
{
	assert_doubt(&ENGLISH, "1.299" EURO, "999", "1299", "1.2990", *state);
	assert_doubt(&GERMAN, "1,299" EURO, "999", "1299", "1,2990", *state);
	assert_doubt(&FRENCH, "1.299" EURO, "", "1299", "1,2990", *state);
	/* Its language parts thousands so, but the other decimals. */
	assert_doubt(&ENGLISH, "1,299", "9,99", "1299", "1.2990", *state);
}

static void another_price_tells_which_it_is(void **state)
{
	assert_near(price_of(&GERMAN, "1,299", "9,99", *state).amount, 1.299);
	assert_near(price_of(&ENGLISH, "1.299", "999.50", *state).amount,
		    1.299);
	assert_near(price_of(&ENGLISH, "1.299", "1.299,50", *state).amount,
		    1299);
	assert_near(price_of(&FRENCH, "1.299", "1.299.000", *state).amount,
		    1299);
}

static void other_texts_are_no_numbers(void **state)
{
	assert_none("1 299" EURO, *state);
	assert_none("1,29,900", *state);
	assert_none("1,299,00", *state);
	assert_none("12 to 15", *state);
	assert_none("-5", *state);
	assert_none("\xE2\x88\x92"
		    "5",
		    *state);
	assert_none("free", *state);
	assert_none("", *state);
	assert_none("123456789012345678901234567890123", *state);
	assert_none("1.1.1.1.1.1.1.1.1.1.1", *state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_number_has_what_stands_around_it_for_its_unit),
		TEST(thousands_are_parted_as_the_language_parts_them),
		TEST(what_may_be_two_numbers_is_in_doubt),
		TEST(another_price_tells_which_it_is),
		TEST(other_texts_are_no_numbers),
	};

	return RUN(tests);
}
