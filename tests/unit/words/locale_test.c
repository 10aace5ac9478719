#include "words/locale.h"

#include "unit.h"

static struct locale opened(const char *tag, struct arena *arena)
{
	struct diags *diags = diags_new();
	struct text text = { .str = str_from(tag) };
	struct locale locale;

	assert_true(locale_open(diags, &text, &locale, arena));
	diags_free(diags);
	return locale;
}

static void a_language_has_the_forms_of_whole_numbers_and_other(void **state)
{
	static const struct {
		const char *tag, *forms;
	} CASES[] = {
		{ "en-GB", "one other " },
		{ "de-DE", "one other " },
		{ "fr-FR", "one many other " },
		{ "es-ES", "one many other " },
		{ "ja-JP", "other " },
		{ "ar-u-nu-latn", "zero one two few many other " },
		/* Those of fractions alone are none of them. */
		{ "cs-CZ", "one few other " },
		{ "pl-PL", "one few many other " },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct locale locale = opened(CASES[i].tag, *state);
		struct str forms = STR("");

		for (enum form form = 0; form < FORM_COUNT; form++)
			if (locale.forms[form])
				forms = arena_printf(*state, "%.*s%s ",
						     STR_ARG(forms),
						     form_name(form));
		assert_str(forms, CASES[i].forms);
	}
}

static void a_number_has_the_form_of_its_language(void **state)
{
	static const struct {
		const char *tag;
		double number;
		int places;
		enum form form;
	} CASES[] = {
		{ "en-GB", 0, 0, FORM_OTHER },
		{ "en-GB", 1, 0, FORM_ONE },
		{ "en-GB", -1, 0, FORM_ONE },
		{ "en-GB", 1, 1, FORM_OTHER },
		{ "en-GB", 1000001, 0, FORM_OTHER },
		{ "fr-FR", 0, 0, FORM_ONE },
		{ "fr-FR", 1.5, 1, FORM_ONE },
		{ "fr-FR", 2, 0, FORM_OTHER },
		{ "fr-FR", 1000000, 0, FORM_MANY },
		{ "ja-JP", 1, 0, FORM_OTHER },
		{ "ar-u-nu-latn", 0, 0, FORM_ZERO },
		{ "ar-u-nu-latn", 2, 0, FORM_TWO },
		{ "ar-u-nu-latn", 103, 0, FORM_FEW },
		{ "ar-u-nu-latn", 1011, 0, FORM_MANY },
		{ "ar-u-nu-latn", 100, 0, FORM_OTHER },
		{ "ar-u-nu-latn", 2.5, 1, FORM_OTHER },
		{ "cs-CZ", 2, 0, FORM_FEW },
		{ "cs-CZ", 2.5, 1, FORM_OTHER },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct locale locale = opened(CASES[i].tag, *state);

		assert_int_equal(locale_plural(&locale, CASES[i].number,
					       CASES[i].places),
				 CASES[i].form);
	}
}

static void a_language_is_named_in_itself(void **state)
{
	static const char *const CASES[][2] = {
		{ "en-GB", "English" },
		{ "de-DE", "Deutsch" },
		{ "fr-FR", "Fran\u00E7ais" },
		{ "es-ES", "Espa\u00F1ol" },
		{ "ja-JP", "\u65E5\u672C\u8A9E" },
		{ "ar-u-nu-latn",
		  "\u0627\u0644\u0639\u0631\u0628\u064A\u0629" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_str(opened(CASES[i][0], *state).own_name, CASES[i][1]);
}

static void names_are_sorted_as_the_language_does(void **state)
{
	struct locale german = opened("de-DE", *state);
	struct locale swedish = opened("sv-SE", *state);

	assert_true(locale_compare(&german, STR("\u00C4pfel"), STR("Zebra")) <
		    0);
	assert_true(locale_compare(&swedish, STR("\u00C4pfel"), STR("Zebra")) >
		    0);
	assert_true(locale_compare(&german, STR("apfel"), STR("Birne")) < 0);
	assert_int_equal(locale_compare(&german, STR("a"), STR("a")), 0);
	assert_true(locale_compare(&german, STR(""), STR("a")) < 0);
}

/* What the machine is set to has no say. */
static void the_languages_of_the_machine_do_not_matter(void **state)
{
	struct locale first = opened("en-GB", *state), second;

	setenv("LC_ALL", "de_DE.UTF-8", 1);
	setenv("TZ", "Asia/Tokyo", 1);
	second = opened("en-GB", *state);
	assert_str(second.date, first.date.ptr);
	assert_str(second.percent, "{n}%");
	unsetenv("LC_ALL");
	unsetenv("TZ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_language_has_the_forms_of_whole_numbers_and_other),
		TEST(a_number_has_the_form_of_its_language),
		TEST(a_language_is_named_in_itself),
		TEST(names_are_sorted_as_the_language_does),
		TEST(the_languages_of_the_machine_do_not_matter),
	};

	return RUN(tests);
}
