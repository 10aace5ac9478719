#include <sys/stat.h>

#include "read/front_matter.h"
#include "read/text.h"
#include "unit.h"

static const struct yaml_node *parse(const char *text, struct diags *diags,
				     struct arena *arena)
{
	return yaml_parse(diags, str_from(text), (struct place){ "f", 1, 1, 1 },
			  arena);
}

/* One mistake: what is printed, without the line, as there is no file. */
static void refuses(const char *text, const char *message, struct arena *arena)
{
	struct diags *diags = diags_new();

	if (parse(text, diags, arena))
		fail_msg("\"%s\" passes", text);
	assert_str(printed(diags, arena), message);
	diags_free(diags);
}

static void values_keep_their_places(void **state)
{
	struct diags *diags = diags_new();
	const struct yaml_node *n =
		parse("titlé: Oak\nlist:\n  - a\n  - 'b c'\n", diags, *state);
	const struct yaml_node *list = yaml_find(n, "list");

	assert_non_null(n);
	assert_int_equal(n->pair_count, 2);
	assert_int_equal(n->pairs[0].at.width, 5);
	assert_int_equal(n->pairs[0].value->at.column, 8);
	assert_int_equal(n->pairs[0].value->at.width, 3);
	assert_int_equal(list->item_count, 2);
	assert_int_equal(list->items[1]->at.line, 4);
	assert_int_equal(list->items[1]->at.column, 5);
	assert_str(list->items[1]->text, "b c");
	assert_true(list->items[1]->quoted);
	assert_null(yaml_find(n, "lists"));
	diags_free(diags);
}

static void an_empty_document_is_an_empty_mapping(void **state)
{
	static const char *const EMPTY[] = { "", "\n", "# no more\n", "---\n",
					     "~\n" };
	struct diags *diags = diags_new();

	for (size_t i = 0; i < sizeof(EMPTY) / sizeof(*EMPTY); i++) {
		const struct yaml_node *n = parse(EMPTY[i], diags, *state);

		assert_non_null(n);
		assert_int_equal(n->kind, YAML_MAPPING);
		assert_int_equal(n->pair_count, 0);
	}
	diags_free(diags);
}

static void what_could_grow_or_hide_is_refused(void **state)
{
	refuses("a: &x 1\n",
		"f:1:4: error: anchors are not allowed\n"
		"  hint: put the text in quotes: a: \"&x 1\"\n",
		*state);
	refuses("a: *x\n",
		"f:1:4: error: aliases are not allowed\n"
		"  hint: put the text in quotes: a: \"*x\"\n",
		*state);
	refuses("a: !x y\n",
		"f:1:4: error: tags are not allowed\n"
		"  hint: put the text in quotes: a: \"!x y\"\n",
		*state);
	refuses("a: 1\nb: 2\na: 3\n",
		"f:3:1: error: the key \"a\" is there twice\n"
		"f:1:1: note: it was first here\n",
		*state);
	refuses("? [a]\n: b\n", "f:1:3: error: a key must be text\n", *state);
	refuses("--- a\n--- b\n",
		"f:2:5: error: expected one document, found a second\n",
		*state);
	refuses("a: \"b\\x01\"\n",
		"f:1:5: error: the control character U+0001 is not text\n",
		*state);
	refuses("\"a\\0\": b\n",
		"f:1:2: error: the control character U+0000 is not text\n",
		*state);
	refuses("[[[[[[[[[[[[[[[[[[[[",
		"f:1:17: error: more than 16 levels of "
		"lists and mappings\n",
		*state);
}

static void what_is_no_yaml_is_an_error_where_it_stops(void **state)
{
	refuses("a: [1\nb: 2\n",
		"f:2:2: error: this is no YAML: did not find expected ',' or "
		"']'\n  hint: while parsing a flow sequence\n",
		*state);
	refuses("a: b: c\n",
		"f:1:5: error: this is no YAML: mapping values are not allowed "
		"in this context\n  hint: put what is a text in quotes, a: "
		"\"b: c\", and a key of its own in braces, a: { b: c }\n",
		*state);
}

static void twins_are_found_fast_among_very_many_keys(void **state)
{
	enum { COUNT = 150000 };
	struct arena *arena = *state;
	struct diags *diags = diags_new();
	char *text = arena_array(arena, char, COUNT * 8 + 16), *to = text;

	for (int i = 0; i < COUNT; i++)
		to += sprintf(to, "%d:\n", i);
	sprintf(to, "7:\n");
	assert_null(parse(text, diags, arena));
	assert_int_equal(diags_error_count(diags), 1);
	diags_free(diags);
}

/* As article exports have it: folded quotes, '', lists of mappings. */
static void real_front_matter_parses(void **state)
{
	struct diags *diags = diags_new();
	const struct yaml_node *n = parse("title: 'Oak or Elm: what to plant "
					  "in your town''s\n  long avenue'\n"
					  "subtitle: ''\nco_authors: []\n"
					  "series: null\n"
					  "date: '2020-01-14T16:00:00.000Z'\n"
					  "tags:\n- name: oak\n  slug: oak\n"
					  "- name: Elm\n  slug: elm\n"
					  "desc: 'One.\n\n  Two'\n",
					  diags, *state);

	assert_non_null(n);
	assert_str(yaml_find(n, "title")->text,
		   "Oak or Elm: what to plant in your town's long avenue");
	assert_str(yaml_find(n, "subtitle")->text, "");
	assert_false(yaml_is_null(yaml_find(n, "subtitle")));
	assert_true(yaml_is_null(yaml_find(n, "series")));
	assert_int_equal(yaml_find(n, "co_authors")->item_count, 0);
	assert_int_equal(yaml_find(n, "tags")->item_count, 2);
	assert_str(yaml_find(yaml_find(n, "tags")->items[1], "name")->text,
		   "Elm");
	assert_str(yaml_find(n, "desc")->text, "One.\nTwo");
	diags_free(diags);
}

static void the_front_matter_of_a_published_article_parses(void **state)
{
	static const char PATH[] = "../shared/sources/freecodecamp.txt";
	struct diags *diags;
	struct front_matter fm;
	struct stat st;

	if (stat(PATH, &st))
		skip();
	diags = diags_new();
	assert_true(front_matter_read(diags, PATH, &fm, *state));
	assert_int_equal(yaml_find(fm.yaml, "tags")->item_count, 3);
	assert_int_equal(fm.body_at.line, 26);
	diags_free(diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(values_keep_their_places),
		TEST(an_empty_document_is_an_empty_mapping),
		TEST(what_could_grow_or_hide_is_refused),
		TEST(what_is_no_yaml_is_an_error_where_it_stops),
		TEST(twins_are_found_fast_among_very_many_keys),
		TEST(real_front_matter_parses),
		TEST(the_front_matter_of_a_published_article_parses),
	};

	return RUN(tests);
}
