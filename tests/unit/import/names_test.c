#include "import/names.h"
#include "unit.h"

/* An article whose paragraphs are the lines of `text`. */
static struct article article_of(const char *text, struct arena *arena)
{
	struct article article = { .arena = arena };

	article_read_plain(&article, str_from(text), 1);
	return article;
}

static void a_title_is_split_at_its_versus(void **state)
{
	static const struct {
		const char *title, *text, *names;
	} TITLES[] = {
		{ "Oak vs Elm", "", "Oak|Elm" },
		{ "NodeJS vs Python: How to Choose", "", "NodeJS|Python" },
		{ "Oak vs. Elm vs. Ash, compared", "", "Oak|Elm|Ash" },
		{ "Oak versus Elm for benches",
		  "Oak is hard, says he.\n\nElm is tough, says she.",
		  "Oak|Elm" },
		{ "The long story of Rust vs Go in 2024",
		  "Rust is strict, it says.\n\nGo is small, it says.",
		  "Rust|Go" },
		{ "Ruby on Rails vs Django",
		  "Ruby on Rails is old.\n\nRuby on Rails is red.\n\nDjango is "
		  "green, it says.",
		  "Ruby on Rails|Django" },
		{ "Should you drink Tea or Coffee?",
		  "Tea is older, and coffee is louder.\n\nTea it is; coffee "
		  "may wait.",
		  "Tea|Coffee" },
		{ "Comparing tea and coffee: a guide",
		  "We like tea and coffee, both.\n\nOur tea is black, our "
		  "coffee too.",
		  "tea|coffee" },
		{ "Yahoo! vs Google", "", "Yahoo!|Google" },
		{ "Oak vs Elm!", "Elm is tough.", "Oak|Elm" },
		{ "Dr. Oetker vs Dr. Pepper", "", "Dr. Oetker|Dr. Pepper" },
		{ "Trees. Oak vs Elm, slippery vs Ash: which?", "Elm, slippery",
		  "Oak|Elm, slippery|Ash" },
		{ "Trees. Oak vs Elm, slippery as it is", "Elm", "Oak|Elm" },
		{ "A* vs B-", "A*", "A*|B-" },
		{ "A* vs B-", "A", "A|B-" },
		{ "K8s (self-hosted) vs EKS (2024)", "EKS is fine.",
		  "K8s (self-hosted)|EKS" },
		{ "Why we moved from Oak to Elm", "Oak is hard.\n\nElm is not.",
		  "Oak|Elm" },
		{ "Vue, React and more", "We tell more of Vue and React.", "" },
		{ "Sink or swim", "You sink or you swim.", "" },
		{ "Oak, Elm and Ash compared",
		  "Oak is hard, ash is light.\n\nElm is tough.",
		  "Oak|Elm|Ash" },
		{ "Best woods of 2024: Oak, Elm, or Ash?",
		  "Oak is hard, ash is light.\n\nElm is tough.",
		  "Oak|Elm|Ash" },
		{ "Salt, pepper and other stories", "We tell stories.", "" },
		{ "A walk in the woods", "", "" },
		{ "Oak vs Elm (", "", "Oak|Elm" },
		{ "Trees (of 2024): Oak vs Elm", "", "Oak|Elm" },
		{ "Oak (hard) vs Elm", "", "Oak (hard)|Elm" },
		{ "So. Oak, vs Elm…", "", "Oak|Elm" },
		{ "News | Oak vs Elm | Trees", "", "Oak|Elm" },
		{ "Oak vs Elm; Ash vs Fir", "", "Oak|Elm" },
		{ "Oak vs Elm - the long duel of two trees", "", "Oak|Elm" },
		{ " vs ", "", "" },
		{ "We moved from Oak to Elm to Ash",
		  "Oak is hard.\n\nElm is not.\n\nAsh is.", "" },
		{ "Comparing Oak, and Elm: which?",
		  "Oak is it.\n\nElm is it. Oak and Elm.", "Oak|Elm" },
		{ "The very old and really tall Oak of our town vs Elm",
		  "Oak is it, we say.\n\nElm is it.", "" },
		{ "a vs b vs c vs d vs e vs f vs g vs h vs i vs j vs k vs l "
		  "vs m vs n",
		  "", "a|b|c|d|e|f|g|h|i|j|k|l" },
		{ "Tea and coffee", "", "" },
	};

	for (size_t i = 0; i < sizeof(TITLES) / sizeof(*TITLES); i++) {
		struct article article = article_of(TITLES[i].text, *state);
		struct names names = names_of_title(str_from(TITLES[i].title),
						    &article, *state);
		struct str all = { "", 0 };

		for (size_t k = 0; k < names.count; k++)
			all = ARENA_JOIN((struct arena *)*state, all,
					 k ? STR("|") : STR(""), names.name[k]);
		assert_str(all, TITLES[i].names);
	}
}

static void a_name_is_found_however_it_is_joined(void **state)
{
	static const char *const TEXTS[] = {
		"I use Node.js here",	"I use NodeJS here",
		"I use Node JS here",	"I use node-js here",
		"I use Node.js’s here",
	};
	struct names names = { 0 };

	names_add(&names, STR("Node.js"), *state);
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++) {
		struct mention m = names_find(&names, str_from(TEXTS[i]), 0);

		assert_int_equal(m.option, 0);
		assert_int_equal(m.at, 6);
	}
	assert_int_equal(names_find(&names, STR("a nodejsx"), 0).len, 0);
	names_add(&names, STR("C--"), *state);
	assert_int_equal(names_find(&names, STR("Cheap C."), 0).len, 0);
	assert_int_equal(names_find(&names, STR("Cheap C--."), 0).at, 6);
}

static void ids_are_unique_and_of_letters(void **state)
{
	struct names names = { 0 };

	names_add(&names, STR("C++"), *state);
	names_add(&names, STR("C#"), *state);
	names_add(&names, STR("Node.js"), *state);
	names_add(&names, STR("C sharp"), *state);
	assert_str(names.id[0], "cpp");
	assert_str(names.id[1], "csharp");
	assert_str(names.id[2], "nodejs");
	assert_str(names.id[3], "c-sharp");
}

static void an_id_has_letters_without_marks(void **state)
{
	struct names names = { 0 };

	names_add(&names, STR("Zürich"), *state);
	names_add(&names, STR("Łódź – Øst"), *state);
	assert_str(names.id[0], "zurich");
	assert_str(names.id[1], "lodz-ost");
}

static void a_name_has_its_capital_where_a_sentence_gives_it(void **state)
{
	struct names names = { 0 };
	struct article article =
		article_of("We like hybrid cars and npm, and hybrid cars "
			   "again.\n\nHybrid cars roll. npm installs.\n",
			   *state);

	names_add(&names, STR("hybrid cars"), *state);
	names_add(&names, STR("npm"), *state);
	names_capitalise(names.name[0], &article);
	names_capitalise(names.name[1], &article);
	assert_str(names.name[0], "Hybrid cars");
	assert_str(names.name[1], "npm");
}

static void a_short_name_keeps_its_capital(void **state)
{
	struct names names = { 0 };

	names_add(&names, STR("Go"), *state);
	assert_int_equal(names_spread(&names, STR("we go home")), 0);
	assert_int_equal(names_spread(&names, STR("we write Go")), 1);
}

static void a_name_keeps_its_punctuation(void **state)
{
	static const struct {
		const char *name, *text;
		bool found;
	} NAMES[] = {
		{ "AT&T", "so AT&T says", true },
		{ "AT&T", "so ATT says", false },
		{ "TCP/IP", "over TCP/IP", true },
		{ "TCP/IP", "over TCP", false },
		{ ".NET", "in .NET code", true },
		{ ".NET", "in ASP.NET code", false },
		{ ".NET", "in the net", false },
		{ "O'Reilly", "by O’Reilly", true },
		{ "C", "in C++ and C#", false },
		{ "C++", "in C++ and C#", true },
		{ "@angular/core", "the @angular/core module", true },
	};

	for (size_t i = 0; i < sizeof(NAMES) / sizeof(*NAMES); i++) {
		struct names names = { 0 };

		names_add(&names, str_from(NAMES[i].name), *state);
		if ((names_find(&names, str_from(NAMES[i].text), 0).len > 0) !=
		    NAMES[i].found)
			fail_msg("%s in \"%s\"", NAMES[i].name, NAMES[i].text);
	}
}

static void a_text_is_about_whom_it_begins_with(void **state)
{
	static const struct {
		const char *text;
		size_t owner;
	} TEXTS[] = {
		{ "Oak beats elm.", 0 },
		{ "The elm, unlike oak, bends.", 1 },
		{ "In 2024 elm was dear.", 1 },
		{ "Oak and elm burn.", 2 },
		{ "Oak is hard, and elm is soft.", 2 },
		{ "Oak costs 5 while elm costs 3.", 2 },
		{ "Wood burns.", 2 },
	};
	struct names names = { 0 };

	names_add(&names, STR("Oak"), *state);
	names_add(&names, STR("Elm"), *state);
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++)
		if (names_owner(&names, str_from(TEXTS[i].text)) !=
		    TEXTS[i].owner)
			fail_msg("%s", TEXTS[i].text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_title_is_split_at_its_versus),
		TEST(a_name_is_found_however_it_is_joined),
		TEST(ids_are_unique_and_of_letters),
		TEST(an_id_has_letters_without_marks),
		TEST(a_name_has_its_capital_where_a_sentence_gives_it),
		TEST(a_short_name_keeps_its_capital),
		TEST(a_name_keeps_its_punctuation),
		TEST(a_text_is_about_whom_it_begins_with),
	};

	return RUN(tests);
}
