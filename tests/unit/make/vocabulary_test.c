#include "make/vocabulary.h"

#include <dirent.h>

#include "read/folder.h"
#include "read/theme.h"
#include "unit.h"
#include "words/phrase.h"

static struct words words_of(const char *dir, const char *language,
			     struct diags *diags, struct arena *arena)
{
	struct words words;

	assert_true(
		words_read(diags, &dir, 1, str_from(language), &words, arena));
	return words;
}

static void what_nothing_says_and_nothing_fills_in_is_an_error(void **state)
{
	struct diags *diags = diags_new();
	struct templates *templates = templates_new();
	struct words english, german;

	folder_enter();
	folder_put("t/i18n/en.yaml",
		   "locale: en-GB\ncolumns:\n  note: x\nmenu: Main\n"
		   "copy: Copy\nof: '{n} of {of}'\noptions_one: '{n} option'\n"
		   "options_other: '{n} options'\n");
	folder_put("t/i18n/de.yaml",
		   "locale: de-DE\ncolumns:\n  source: x\n  nota: y\n"
		   "menue: Menü\nof: '{n} von {off}'\nmine: Meins\n"
		   "options_one: 'eine {Option} für {m}'\n"
		   "options_other: '{n} Optionen'\nless_than: 'unter {n}'\n");
	assert_true(templates_add(diags, templates, STR("a"), "a",
				  STR("{{t.mine}}")));
	english = words_of("t", "en", diags, *state);
	german = words_of("t", "de", diags, *state);
	assert_false(
		vocabulary_check(diags, &german, &english, templates, *state));
	assert_str(
		printed(diags, *state),
		"t/i18n/de.yaml: error: the word \"copy\" is missing\n"
		"  hint: in English it is \"Copy\"\n"
		"t/i18n/de.yaml: error: the word \"menu\" is missing\n"
		"  hint: in English it is \"Main\"\n"
		"t/i18n/de.yaml:4:9: error: nothing says the word "
		"\"columns.nota\"\n"
		"    4 |   nota: y\n"
		"      |         ^\n"
		"  hint: did you mean \"columns.note\"?\n"
		"t/i18n/de.yaml:5:8: error: nothing says the word \"menue\"\n"
		"    5 | menue: Menü\n"
		"      |        ^~~~\n"
		"  hint: did you mean \"menu\"?\n"
		"t/i18n/de.yaml:6:5: error: nothing fills in {off} of \"of\"\n"
		"    6 | of: '{n} von {off}'\n"
		"      |     ^~~~~~~~~~~~~~~\n"
		"  hint: there is {n}, {of}\n"
		"t/i18n/de.yaml:8:14: error: nothing fills in {m} of "
		"\"options_one\"\n"
		"    8 | options_one: 'eine {Option} für {m}'\n"
		"      |              ^~~~~~~~~~~~~~~~~~~~~~~\n"
		"  hint: there is {n}\n");
	templates_free(templates);
	diags_free(diags);
	folder_leave();
}

/* A {name} of `text` that `other` lacks; empty when it lacks none. */
static struct str lacking(struct str text, struct str other)
{
	while (text.len) {
		struct str fill;
		size_t open = str_find(text, '{');

		text = str_from_byte(text, open);
		fill = str_slice(text, 0, str_find(text, '}') + 1);
		if (fill.len > 2 && str_find_str(other, fill) == other.len)
			return fill;
		text = str_from_byte(text, fill.len);
	}
	return STR("");
}

/*
 * The program refuses a {name} that nothing fills in; what a translation
 * leaves out would be left unsaid, which no language of ours may do.  A form
 * for one number needs no numeral: "both".
 */
static bool says_the_same(const struct words *words,
			  const struct words *english, struct arena *arena)
{
	bool same = true;

	for (size_t i = 0; i < words->count; i++) {
		struct str key = words->items[i].key;
		struct str said = words->items[i].text.str, fill;
		struct str other = phrase_form_other(key, arena);
		const struct text *text = words_find(english, other);

		if (!text)
			continue;
		fill = lacking(text->str, said);
		if (str_is(fill, "{n}") && !str_equals(key, other))
			fill = STR("");
		if (!fill.len)
			fill = lacking(said, text->str);
		if (!fill.len)
			continue;
		print_error("%.*s: %.*s: %.*s of \"%.*s\"\n",
			    STR_ARG(words->language), STR_ARG(key),
			    STR_ARG(fill), STR_ARG(said));
		same = false;
	}
	return same;
}

static void every_language_of_ours_says_what_english_does(void **state)
{
	struct diags *diags = diags_new();
	struct templates *none = templates_new();
	struct words english = words_of("themes/default", "en", diags, *state);
	DIR *dir = opendir("themes/default/i18n");
	struct dirent *entry;
	bool ok = true;

	assert_non_null(dir);
	while ((entry = readdir(dir))) {
		struct str file = str_from(entry->d_name);
		struct phrases phrases;
		struct words words;

		if (!str_ends(file, ".yaml"))
			continue;
		file = arena_str(*state, str_slice(file, 0, file.len - 5));
		words = words_of("themes/default", file.ptr, diags, *state);
		ok &= phrases_init(diags, &phrases, &words, *state);
		ok &= vocabulary_check(diags, &words, &english, none, *state);
		ok &= says_the_same(&words, &english, *state);
	}
	closedir(dir);
	print_message("%s", printed(diags, *state).ptr);
	assert_true(ok);
	templates_free(none);
	diags_free(diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_language_of_ours_says_what_english_does),
		TEST(what_nothing_says_and_nothing_fills_in_is_an_error),
	};

	return RUN(tests);
}
