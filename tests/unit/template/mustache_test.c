#include "unit.h"

#include <pthread.h>

#include "template/mustache.h"

/* The template of a page comes first, then those that it includes. */
struct source {
	const char *name, *text;
};

#define SOURCES(...) ((const struct source[]){ __VA_ARGS__, { NULL, NULL } })

static const struct value *leaf(const void *name, size_t i, struct arena *arena)
{
	return value_text(arena_printf(arena, "%s %zu", (const char *)name, i),
			  arena);
}

/*
 * name      "Oak & Elm"
 * bold      <b>oak</b>, markup
 * lines     "<1\n2>"
 * firm      "Acme Inc."
 * end       ".", which stands once
 * which     "leaf", the name of a template
 * nothing   null
 * yes, no   true, false
 * height    1.21
 * count     20
 * empty     []
 * leaves    [leaf 0, leaf 1, leaf 2], each when it is asked for
 * words     [one, two]
 * trees     [{name: oak, parts: [{part: bark}, {part: root}]},
 *            {name: elm, parts: []}]
 * forest    {name: Black, tree: {name: fir}}
 */
static const struct value *values(struct arena *arena)
{
	struct value *root = value_object(arena);
	struct value *words = value_list(arena), *trees = value_list(arena);
	struct value *oak = value_object(arena), *elm = value_object(arena);
	struct value *parts = value_list(arena), *bark = value_object(arena);
	struct value *end = value_object(arena), *fir = value_object(arena);
	struct value *forest = value_object(arena);

	value_set_text(bark, "part", STR("bark"));
	value_set_text(end, "part", STR("root"));
	value_append(parts, bark);
	value_append(parts, end);
	value_set_text(oak, "name", STR("oak"));
	value_set(oak, "parts", parts);
	value_set_text(elm, "name", STR("elm"));
	value_set(elm, "parts", value_list(arena));
	value_append(trees, oak);
	value_append(trees, elm);
	value_append(words, value_text(STR("one"), arena));
	value_append(words, value_text(STR("two"), arena));
	value_set_text(fir, "name", STR("fir"));
	value_set_text(forest, "name", STR("Black"));
	value_set(forest, "tree", fir);

	value_set_text(root, "name", STR("Oak & Elm"));
	value_set(root, "bold", value_markup(STR("<b>oak</b>"), arena));
	value_set_text(root, "lines", STR("<1\n2>"));
	value_set_text(root, "firm", STR("Acme Inc."));
	value_set(root, "end", value_end(STR("."), arena));
	value_set_text(root, "which", STR("leaf"));
	value_set(root, "nothing", value_null());
	value_set_bool(root, "yes", true);
	value_set_bool(root, "no", false);
	value_set(root, "height", value_number(1.21, arena));
	value_set(root, "count", value_number(20, arena));
	value_set(root, "empty", value_list(arena));
	value_set(root, "words", words);
	value_set(root, "trees", trees);
	value_set(root, "forest", forest);
	value_set(root, "leaves", value_made(leaf, "leaf", 3, arena));
	return root;
}

/* What the templates show, or else the messages. */
static struct str outcome(const struct source *sources, bool lenient,
			  struct arena *arena)
{
	struct diags *diags = diags_new();
	struct templates *templates = templates_new();
	struct render render = { templates, "oak/index.html", lenient };
	struct buf buf = { 0 };
	struct str text;
	bool ok = true;

	for (const struct source *s = sources; s->name; s++)
		ok &= templates_add(diags, templates, str_from(s->name),
				    s->name, str_from(s->text));
	ok = ok && (lenient || templates_check(diags, templates)) &&
	     templates_render(diags, &render, str_from(sources->name),
			      values(arena), &buf);
	assert_int_equal(ok, diags_error_count(diags) == 0);
	text = ok ? buf_copy(&buf, arena) : printed(diags, arena);
	buf_release(&buf);
	templates_free(templates);
	diags_free(diags);
	return text;
}

static struct str shown(const char *template, struct arena *arena)
{
	return outcome(SOURCES({ "page", template }), false, arena);
}

static struct str shown_leniently(const char *template, struct arena *arena)
{
	return outcome(SOURCES({ "page", template }), true, arena);
}

static struct str shown_with(const struct source *sources, struct arena *arena)
{
	return outcome(sources, false, arena);
}

static void two_braces_escape_text(void **state)
{
	assert_str(shown("{{name}}, {{ name }}", *state),
		   "Oak &amp; Elm, Oak &amp; Elm");
	assert_str(shown("{{lines}}", *state), "&lt;1\n2&gt;");
}

static void a_sentence_ends_once(void **state)
{
	assert_str(shown("{{name}}{{end}}", *state), "Oak &amp; Elm.");
	assert_str(shown("{{firm}}{{end}}", *state), "Acme Inc.");
	assert_str(shown("<b><i>{{firm}}</i></b>{{end}}", *state),
		   "<b><i>Acme Inc.</i></b>");
	assert_str(shown("<b>{{name}}</b>{{end}}", *state),
		   "<b>Oak &amp; Elm</b>.");
	assert_str(shown("{{end}}", *state), ".");
}

static void three_braces_and_an_ampersand_place_markup(void **state)
{
	assert_str(shown("{{{bold}}} {{{ bold }}} {{&bold}} {{& bold }}",
			 *state),
		   "<b>oak</b> <b>oak</b> <b>oak</b> <b>oak</b>");
}

static void numbers_and_truths_are_shown_as_written(void **state)
{
	assert_str(shown("{{height}} {{{height}}} {{count}} {{yes}} {{no}}",
			 *state),
		   "1.21 1.21 20 true false");
}

static void null_is_empty(void **state)
{
	assert_str(shown("[{{nothing}}{{{nothing}}}{{nothing.at.all}}]",
			 *state),
		   "[]");
}

static void a_dotted_name_looks_into_an_object(void **state)
{
	assert_str(shown("{{forest.name}} {{forest.tree.name}}", *state),
		   "Black fir");
	assert_str(shown("{{#forest.tree}}{{name}}{{/forest.tree}}", *state),
		   "fir");
}

static void a_section_shows_each_item_of_a_list(void **state)
{
	assert_str(shown("{{#trees}}<{{name}}>{{/trees}}", *state),
		   "<oak><elm>");
	assert_str(shown("{{#words}}<{{.}}>{{/words}}", *state), "<one><two>");
	assert_str(shown("[{{#empty}}x{{/empty}}]", *state), "[]");
	assert_str(shown("{{#leaves}}<{{.}}>{{/leaves}}", *state),
		   "<leaf 0><leaf 1><leaf 2>");
}

static void a_section_is_shown_once_for_what_is_true(void **state)
{
	assert_str(shown("{{#yes}}a{{/yes}}{{#no}}b{{/no}}", *state), "a");
	assert_str(shown("{{#nothing}}a{{/nothing}}", *state), "");
	assert_str(shown("{{#name}}{{.}}{{/name}}", *state), "Oak &amp; Elm");
	assert_str(shown("{{#forest}}{{name}}{{/forest}}", *state), "Black");
}

static void an_inverted_section_is_shown_for_what_is_not(void **state)
{
	assert_str(shown("{{^yes}}a{{/yes}}{{^no}}b{{/no}}", *state), "b");
	assert_str(shown("{{^empty}}a{{/empty}}{{^words}}b{{/words}}", *state),
		   "a");
	assert_str(shown("{{^nothing}}a{{/nothing}}", *state), "a");
}

static void names_are_looked_up_from_the_innermost_section_out(void **state)
{
	assert_str(shown("{{#trees}}{{#parts}}{{name}}:{{part}}:{{count}} "
			 "{{/parts}}{{/trees}}",
			 *state),
		   "oak:bark:20 oak:root:20 ");
	assert_str(shown("{{#yes}}{{name}}{{/yes}}", *state), "Oak &amp; Elm");
}

static void the_first_part_of_a_dotted_name_decides_where_to_look(void **state)
{
	assert_str(shown_leniently("{{#forest}}[{{tree.part}}]{{/forest}}",
				   *state),
		   "[]");
}

static void comments_are_not_shown(void **state)
{
	assert_str(shown("a{{! no }}b{{!\nno {{name\n}}c", *state), "abc");
	assert_str(shown("a\n  {{! no }}\nb\n", *state), "a\nb\n");
}

static void delimiters_can_be_set(void **state)
{
	assert_str(shown("{{=<% %>=}}<%height%> {{height}} <%={{ }}=%>"
			 "{{height}}",
			 *state),
		   "1.21 {{height}} 1.21");
	assert_str(shown("{{= | | =}}\n|#yes|\n|&bold|\n|/yes|\n", *state),
		   "<b>oak</b>\n");
}

static void delimiters_hold_for_their_own_template_only(void **state)
{
	assert_str(shown_with(SOURCES({ "page", "{{=| |=}}|>p| |height|" },
				      { "p", "{{height}} |height|" }),
			      *state),
		   "1.21 |height| 1.21");
}

static void a_line_of_one_tag_alone_leaves_nothing(void **state)
{
	assert_str(shown("a\n{{#yes}}\nb\n{{/yes}}\nc", *state), "a\nb\nc");
	assert_str(shown("a\n \t{{#yes}} \nb\n  {{/yes}}", *state), "a\nb\n");
	assert_str(shown("{{^no}}\nb\n{{/no}}\n", *state), "b\n");
}

static void a_line_may_end_in_cr_and_lf(void **state)
{
	assert_str(shown("a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\nc\r\n", *state),
		   "a\r\nb\r\nc\r\n");
	assert_str(shown_with(SOURCES({ "page", "a\r\n  {{>p}}\r\nc" },
				      { "p", "1\r\n2\r\n" }),
			      *state),
		   "a\r\n  1\r\n  2\r\nc");
}

static void a_line_with_more_than_a_tag_stays(void **state)
{
	assert_str(shown(" {{#yes}}a{{/yes}} \n", *state), " a \n");
	assert_str(shown("{{nothing}}\n", *state), "\n");
	assert_str(shown("{{#yes}}{{^no}}\na\n{{/no}}{{/yes}}\n", *state),
		   "\na\n\n");
}

static void a_partial_is_shown_in_its_place(void **state)
{
	assert_str(
		shown_with(SOURCES({ "page", "{{#words}}[{{>p}}]{{/words}}" },
				   { "p", "{{.}} {{count}}" }),
			   *state),
		"[one 20][two 20]");
}

static void a_partial_alone_on_its_line_is_indented(void **state)
{
	assert_str(shown_with(SOURCES({ "page", "a\n  {{>p}}\nb\n" },
				      { "p", "1\n{{name}}\n\n2\n" }),
			      *state),
		   "a\n  1\n  Oak &amp; Elm\n  \n  2\nb\n");
	assert_str(shown_with(SOURCES({ "page", " {{>p}}" },
				      { "p", "1\n {{>q}}\n" }, { "q", "2\n" }),
			      *state),
		   " 1\n  2\n");
}

static void the_lines_of_a_value_are_not_indented(void **state)
{
	assert_str(shown_with(SOURCES({ "page", "  {{>p}}\n" },
				      { "p", "{{lines}}\n" }),
			      *state),
		   "  &lt;1\n2&gt;\n");
}

static void a_partial_among_text_is_not_indented(void **state)
{
	assert_str(
		shown_with(SOURCES({ "page", "a  {{>p}}\n" }, { "p", "1\n2" }),
			   *state),
		"a  1\n2\n");
	assert_str(shown_with(SOURCES({ "page", "  {{>p}}\n" },
				      { "p", "{{>q}}x{{>q}}y\n" },
				      { "q", "1\n2\n" }),
			      *state),
		   "  1\n2\nx1\n2\ny\n");
}

static void a_partial_may_include_itself(void **state)
{
	assert_str(shown_with(SOURCES({ "page", "{{#trees}}{{>p}}{{/trees}}" },
				      { "p", "{{name}}({{#parts}}{{#part}}"
					     "{{>q}}{{/part}}{{/parts}})" },
				      { "q", "{{.}};" }),
			      *state),
		   "oak(bark;root;)elm()");
}

static void a_star_looks_the_name_of_a_partial_up(void **state)
{
	const struct source *sources =
		SOURCES({ "page", "{{>*which}} {{> * which }} {{>*nothing}}" },
			{ "leaf", "green" }, { "which", "wrong" });

	assert_str(shown_with(sources, *state), "green green ");
	assert_str(shown_with(SOURCES({ "page",
					"{{<*which}}{{$a}}x{{/a}}{{/*which}}" },
				      { "leaf", "[{{$a}}{{/a}}]" }),
			      *state),
		   "[x]");
}

static void a_block_shows_its_own_content(void **state)
{
	assert_str(shown("{{$a}}{{height}}{{/a}}", *state), "1.21");
	assert_str(shown_with(SOURCES({ "page", "{{>p}} {{<p}}{{/p}}" },
				      { "p", "[{{$a}}a{{/a}}]" }),
			      *state),
		   "[a] [a]");
}

static void a_block_is_overridden_by_who_uses_the_parent(void **state)
{
	assert_str(
		shown_with(SOURCES({ "page", "{{<p}}text {{$b}}B{{/b}}{{/p}}" },
				   { "p", "{{$a}}a{{/a}}{{$b}}b{{/b}}"
					  "{{$b}}c{{/b}}" }),
			   *state),
		"aBB");
}

static void an_override_sees_the_values_where_the_block_is(void **state)
{
	assert_str(shown_with(SOURCES({ "page",
					"{{<p}}{{$a}}{{name}}{{/a}}{{/p}}" },
				      { "p", "{{#forest}}{{$a}}{{/a}}"
					     "{{/forest}}" }),
			      *state),
		   "Black");
}

static void the_outermost_user_of_a_parent_has_the_last_word(void **state)
{
	const struct source *three =
		SOURCES({ "page", "{{<q}}{{$a}}page{{/a}}{{/q}}" },
			{ "q", "{{<p}}{{$a}}q{{/a}}{{$b}}q{{/b}}{{/p}}" },
			{ "p", "{{$a}}p{{/a}} {{$b}}p{{/b}} {{$c}}p{{/c}}" });

	assert_str(shown_with(three, *state), "page q p");
	assert_str(shown_with(three + 1, *state), "q q p");
}

static void a_block_in_an_override_can_be_overridden(void **state)
{
	assert_str(shown_with(SOURCES({ "page", "{{<q}}{{$b}}x{{/b}}{{/q}}" },
				      { "q", "{{<p}}{{$a}}[{{$b}}{{/b}}]{{/a}}"
					     "{{/p}}" },
				      { "p", "{{$a}}{{/a}}" }),
			      *state),
		   "[x]");
}

static void a_block_in_its_own_override_shows_its_own_content(void **state)
{
	assert_str(shown_with(SOURCES({ "page",
					"{{<p}}{{$a}}[{{$a}}in{{/a}}]{{/a}}"
					"{{/p}}" },
				      { "p", "{{$a}}out{{/a}}" }),
			      *state),
		   "[in]");
}

static void a_parent_alone_on_its_lines_leaves_no_line(void **state)
{
	assert_str(shown_with(SOURCES({ "page", "{{<p}}\n{{$a}}\nx\n{{/a}}\n"
						"{{/p}}\n" },
				      { "p", "<\n{{$a}}\n{{/a}}\n>\n" }),
			      *state),
		   "<\nx\n>\n");
	assert_str(shown_with(SOURCES({ "page", "a\n  {{<p}}{{/p}}\nb\n" },
				      { "p", "1\n2\n" }),
			      *state),
		   "a\n  1\n  2\nb\n");
}

static void an_override_is_indented_as_its_block_is(void **state)
{
	assert_str(shown_with(SOURCES({ "page", "{{<p}}{{$a}}\n    1\n      2\n"
						"{{/a}}{{/p}}\n" },
				      { "p", "<\n  {{$a}}\n  {{/a}}\n>\n" }),
			      *state),
		   "<\n  1\n    2\n>\n");
	assert_str(
		shown_with(SOURCES({ "page", "{{<p}}{{$a}}\n1\n2\n"
					     "{{/a}}{{/p}}\n" },
				   { "p", "<\n{{$a}}\n   own\n{{/a}}\n>\n" }),
			   *state),
		"<\n   1\n   2\n>\n");
	assert_str(shown_with(SOURCES({ "page", "{{<p}}{{$a}}\n   {{height}}"
						"{{/a}}{{/p}}" },
				      { "p", "<{{$a}}{{/a}}>" }),
			      *state),
		   "<1.21>");
}

static void a_template_added_again_replaces_the_first(void **state)
{
	assert_str(shown_with(SOURCES({ "page", "{{>p}}" }, { "p", "base" },
				      { "p", "theme" }),
			      *state),
		   "theme");
}

static void lenient_shows_what_mustache_shows(void **state)
{
	assert_str(shown_leniently("[{{missing}}{{name.missing}}{{>missing}}"
				   "{{#missing}}x{{/missing}}{{trees}}"
				   "{{>*trees}}]",
				   *state),
		   "[]");
	assert_str(shown_leniently("{{{name}}} {{bold}}", *state),
		   "Oak & Elm <b>oak</b>");
}

static void an_unknown_name_is_an_error(void **state)
{
	assert_str(shown("a\n  é {{nmae}}", *state),
		   "page:2:5: error: there is no \"nmae\" here\n"
		   "oak/index.html: note: while this page was rendered\n"
		   "  hint: did you mean \"name\"?\n");
	assert_str(shown("{{#thing}}{{/thing}}{{^thing2}}{{/thing2}}", *state),
		   "page:1:1: error: there is no \"thing\" here\n"
		   "oak/index.html: note: while this page was rendered\n"
		   "page:1:21: error: there is no \"thing2\" here\n"
		   "oak/index.html: note: while this page was rendered\n");
}

static void an_unknown_part_of_a_name_is_an_error(void **state)
{
	assert_str(shown("{{forest.tree.nam}}", *state),
		   "page:1:1: error: there is no \"forest.tree.nam\" here\n"
		   "oak/index.html: note: while this page was rendered\n"
		   "  hint: did you mean \"name\"?\n");
	assert_str(shown("{{words.first}}", *state),
		   "page:1:1: error: \"words.first\" names a part of what has "
		   "none\n"
		   "oak/index.html: note: while this page was rendered\n");
}

static void the_names_of_every_section_around_are_suggested(void **state)
{
	assert_str(shown("{{#trees}}{{#parts}}{{heigth}}{{/parts}}{{/trees}}",
			 *state),
		   "page:1:21: error: there is no \"heigth\" here\n"
		   "oak/index.html: note: while this page was rendered\n"
		   "  hint: did you mean \"height\"?\n");
}

static void an_error_tells_how_its_template_was_reached(void **state)
{
	assert_str(shown_with(SOURCES({ "page", "\n{{>p}}" },
				      { "p", "<{{<q}}{{/q}}" },
				      { "q", "{{missing}}" }),
			      *state),
		   "q:1:1: error: there is no \"missing\" here\n"
		   "p:1:2: note: included from here\n"
		   "page:2:1: note: included from here\n"
		   "oak/index.html: note: while this page was rendered\n");
}

static void text_is_not_placed_as_markup_nor_markup_as_text(void **state)
{
	assert_str(shown("{{{name}}}\n{{bold}}", *state),
		   "page:1:1: error: \"name\" is plain text: write it with two "
		   "braces\n"
		   "oak/index.html: note: while this page was rendered\n"
		   "page:2:1: error: \"bold\" is markup: write it with three "
		   "braces\n"
		   "oak/index.html: note: while this page was rendered\n");
}

static void a_list_or_object_is_not_shown_whole(void **state)
{
	assert_str(shown("{{words}}\n{{{forest}}}", *state),
		   "page:1:1: error: \"words\" has parts and cannot be shown "
		   "whole\n"
		   "oak/index.html: note: while this page was rendered\n"
		   "page:2:1: error: \"forest\" has parts and cannot be shown "
		   "whole\n"
		   "oak/index.html: note: while this page was rendered\n");
}

static void a_template_that_is_named_must_be_there(void **state)
{
	assert_str(shown_with(SOURCES({ "page", "{{>foter}}\n{{<bse}}{{/bse}}"
						"{{>*missing}}" },
				      { "footer", "" }, { "base", "" }),
			      *state),
		   "page:1:1: error: there is no template \"foter\"\n"
		   "  hint: did you mean \"footer\"?\n"
		   "page:2:1: error: there is no template \"bse\"\n"
		   "  hint: did you mean \"base\"?\n");
}

static void a_template_that_is_looked_up_must_be_there(void **state)
{
	assert_str(
		shown_with(SOURCES({ "page", "{{>*which}}" }, { "leaf2", "" }),
			   *state),
		"page:1:1: error: there is no template \"leaf\"\n"
		"oak/index.html: note: while this page was rendered\n"
		"  hint: did you mean \"leaf2\"?\n");
	assert_str(shown("{{>*words}}", *state),
		   "page:1:1: error: \"words\" is not the name of a template\n"
		   "oak/index.html: note: while this page was rendered\n");
}

static void the_template_of_a_page_must_be_there(void **state)
{
	struct diags *diags = diags_new();
	struct templates *templates = templates_new();
	struct render render = { templates, "oak/index.html", false };
	struct buf buf = { 0 };

	assert_false(templates_render(diags, &render, STR("home"),
				      values(*state), &buf));
	assert_str(printed(diags, *state),
		   "paragone: error: there is no template \"home\" for "
		   "oak/index.html\n");
	buf_release(&buf);
	templates_free(templates);
	diags_free(diags);
}

static void a_template_extends_the_one_of_its_name_that_it_replaces(
	void **state)
{
	assert_str(shown_with(SOURCES({ "page", "{{<base}}{{$main}}page"
						"{{/main}}{{/base}}" },
				      { "base", "[{{$head}}{{/head}}"
						"{{$main}}{{/main}}]" },
				      { "base", "{{<base}}{{$head}}one "
						"{{/head}}{{/base}}" },
				      { "base", "{{<base}}{{$head}}two "
						"{{/head}}{{/base}}!" }),
			      *state),
		   "[two page]!");
	assert_str(shown_with(SOURCES({ "page", "{{name}}" },
				      { "page", "{{name}}{{name}}" },
				      { "page", "<{{<page}}{{/page}}>" }),
			      *state),
		   "<Oak &amp; ElmOak &amp; Elm>");
	assert_str(shown_with(SOURCES({ "page", "x\n{{<page}}{{/page}}" }),
			      *state),
		   "page:2:1: error: \"page\" is its own parent, and there is "
		   "none of that name that it replaces\n");
}

static void recursion_without_end_is_an_error(void **state)
{
	struct str text = shown_with(SOURCES({ "page", "{{>p}}" },
					     { "p", "x\n {{>page}}" }),
				     *state);

	assert_true(str_starts(
		text, "page:1:1: error: recursion too deep: \"p\" seems to "
		      "include itself without end\n"
		      "p:2:2: note: included from here\n"
		      "page:1:1: note: included from here\n"));
}

static void a_page_that_doubles_at_each_level_comes_to_an_end(void **state)
{
	struct buf buf = { 0 };
	struct str text;

	for (int i = 0; i < 40; i++)
		buf_text(&buf, "{{#words}}");
	for (int i = 0; i < 40; i++)
		buf_text(&buf, "{{/words}}");
	text = shown(buf.ptr, *state);
	buf_release(&buf);
	assert_true(str_starts(text, "page:1:"));
	assert_true(str_ends(
		text, ": error: the page gets too long here\n"
		      "oak/index.html: note: while this page was rendered\n"));
}

static void a_page_tells_of_many_errors_but_not_of_all(void **state)
{
	struct buf buf = { 0 };
	struct str text;
	size_t errors = 0, at;

	for (int i = 0; i < 200; i++)
		buf_printf(&buf, "{{x%d}}\n", i);
	text = shown(buf.ptr, *state);
	buf_release(&buf);
	while ((at = str_find_str(text, STR("error:"))) < text.len) {
		text = str_from_byte(text, at + 1);
		errors++;
	}
	assert_int_equal(errors, 50);
}

static void what_is_opened_must_be_closed(void **state)
{
	assert_str(shown("{{#yes}}\n {{<p}}", *state),
		   "page:1:1: error: \"yes\" is not closed\n"
		   "  hint: close it with {{/yes}}\n"
		   "page:2:2: error: \"p\" is not closed\n"
		   "  hint: close it with {{/p}}\n");
	assert_str(shown("{{<*which}}", *state),
		   "page:1:1: error: \"which\" is not closed\n"
		   "  hint: close it with {{/*which}}\n");
}

static void what_is_closed_must_be_open(void **state)
{
	assert_str(shown("a{{/yes}}", *state),
		   "page:1:2: error: \"yes\" is closed but was not opened\n");
	assert_str(shown("{{#yes}}\n{{/yse}}", *state),
		   "page:2:1: error: \"yse\" is closed, but \"yes\" is open\n"
		   "page:1:1: note: it was opened here\n");
}

static void one_closing_tag_too_few_is_one_error(void **state)
{
	assert_str(shown("{{#yes}}{{#no}}\n{{/yes}}", *state),
		   "page:2:1: error: \"yes\" is closed, but \"no\" is open\n"
		   "page:1:9: note: it was opened here\n");
}

static void a_tag_must_end(void **state)
{
	assert_str(
		shown("{{#yes}}{{name", *state),
		"page:1:9: error: the tag is not closed: \"}}\" is missing\n");
	assert_str(shown("{{{name}}", *state),
		   "page:1:1: error: the tag is not closed: \"}}}\" is "
		   "missing\n");
	assert_str(shown("{{=| |}}", *state),
		   "page:1:1: error: the tag is not closed: \"=}}\" is "
		   "missing\n");
}

static void a_tag_has_one_name(void **state)
{
	assert_str(shown("{{}}\n{{# }}\n{{>*}}", *state),
		   "page:1:1: error: the tag has no name\n"
		   "page:2:1: error: the tag has no name\n"
		   "page:3:1: error: the tag has no name\n");
	assert_str(shown("{{name}\n{{height}}", *state),
		   "page:1:1: error: expected \"}}\" after \"name}\"\n");
	assert_str(shown("{{{tall trees}}}", *state),
		   "page:1:1: error: expected \"}}}\" after \"tall\"\n");
	assert_str(shown("{{a..b}}\n{{.a}}\n{{a.}}", *state),
		   "page:1:1: error: \"a..b\" has a dot too many\n"
		   "page:2:1: error: \".a\" has a dot too many\n"
		   "page:3:1: error: \"a.\" has a dot too many\n");
}

static void delimiters_are_two_short_words(void **state)
{
	static const char *const WRONG[] = {
		"{{=|=}}",
		"{{= =}}",
		"{{=| | |=}}",
		"{{==| |=}}",
		"{{=12345678901234567 |=}}",
	};

	for (size_t i = 0; i < sizeof(WRONG) / sizeof(*WRONG); i++)
		assert_str(shown(WRONG[i], *state),
			   "page:1:1: error: expected two delimiters, as in "
			   "{{=<% %>=}}\n");
}

static void tags_are_nested_to_a_limit(void **state)
{
	struct buf buf = { 0 };
	struct str text;

	for (int i = 0; i < 64; i++)
		buf_text(&buf, "{{#yes}}");
	buf_text(&buf, "\n{{#yes}}x{{/yes}}");
	for (int i = 0; i < 64; i++)
		buf_text(&buf, "{{/yes}}");
	text = shown(buf.ptr, *state);
	buf_release(&buf);
	assert_str(text, "page:2:1: error: more than 64 tags are open here\n");
}

static void every_mistake_of_a_template_is_told(void **state)
{
	assert_str(shown("{{}}\n{{/a}}\n{{b c}}\n{{#yes}}", *state),
		   "page:1:1: error: the tag has no name\n"
		   "page:2:1: error: \"a\" is closed but was not opened\n"
		   "page:3:1: error: expected \"}}\" after \"b\"\n"
		   "page:4:1: error: \"yes\" is not closed\n"
		   "  hint: close it with {{/yes}}\n");
}

static void a_template_is_used_where_another_names_it(void **state)
{
	struct templates *templates = templates_new();
	struct diags *diags = diags_new();

	(void)state;
	templates_add(diags, templates, STR("a"), "a", STR("{{>b}}{{>a}}"));
	templates_add(diags, templates, STR("b"), "b", STR("{{<c}}{{/c}}"));
	assert_false(templates_use(templates, STR("a")));
	assert_true(templates_use(templates, STR("b")));
	assert_true(templates_use(templates, STR("c")));
	templates_add(diags, templates, STR("c"), "c", STR("{{>*x}}"));
	assert_true(templates_use(templates, STR("a")));
	diags_free(diags);
	templates_free(templates);
}

static void a_param_is_asked_for_by_its_name_behind_params(void **state)
{
	struct templates *templates = templates_new();
	struct diags *diags = diags_new();

	(void)state;
	templates_add(diags, templates, STR("a"), "a",
		      STR("{{x}}{{params.y.z}}{{#a.params.s}}{{/a.params.s}}"));
	assert_true(templates_ask(templates, "params", STR("y")));
	assert_true(templates_ask(templates, "params", STR("s")));
	assert_false(templates_ask(templates, "params", STR("x")));
	assert_false(templates_ask(templates, "params", STR("z")));
	assert_false(templates_ask(templates, "params", STR("params")));
	templates_add(diags, templates, STR("b"), "b",
		      STR("{{#params}}{{t}}{{/params}}"));
	assert_true(templates_ask(templates, "params", STR("t")));
	assert_false(templates_ask(templates, "params", STR("u")));
	diags_free(diags);
	templates_free(templates);
}

/* One of the threads below. */
struct job {
	const struct render *render;
	const struct value *root;
	bool ok;
};

static void *render_often(void *data)
{
	struct job *job = data;
	struct diags *diags = diags_new();
	struct buf buf = { 0 };

	job->ok = true;
	for (int i = 0; i < 200; i++) {
		buf_reset(&buf);
		job->ok &= templates_render(diags, job->render, STR("page"),
					    job->root, &buf) &&
			   str_is(buf_str(&buf), "  oak1.21\n  elm1.21\n");
	}
	buf_release(&buf);
	diags_free(diags);
	return NULL;
}

static void several_threads_render_at_once(void **state)
{
	struct diags *diags = diags_new();
	struct templates *templates = templates_new();
	struct render render = { templates, "oak/index.html", false };
	struct job jobs[4];
	pthread_t threads[4];

	templates_add(diags, templates, STR("page"), "page",
		      STR("{{#trees}}\n  {{>p}}\n{{/trees}}\n"));
	templates_add(diags, templates, STR("p"), "p",
		      STR("{{name}}{{height}}\n"));
	for (int i = 0; i < 4; i++) {
		jobs[i] = (struct job){ &render, values(*state), false };
		pthread_create(&threads[i], NULL, render_often, &jobs[i]);
	}
	for (int i = 0; i < 4; i++) {
		pthread_join(threads[i], NULL);
		assert_true(jobs[i].ok);
	}
	templates_free(templates);
	diags_free(diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(two_braces_escape_text),
		TEST(a_sentence_ends_once),
		TEST(three_braces_and_an_ampersand_place_markup),
		TEST(numbers_and_truths_are_shown_as_written),
		TEST(null_is_empty),
		TEST(a_dotted_name_looks_into_an_object),
		TEST(a_section_shows_each_item_of_a_list),
		TEST(a_section_is_shown_once_for_what_is_true),
		TEST(an_inverted_section_is_shown_for_what_is_not),
		TEST(names_are_looked_up_from_the_innermost_section_out),
		TEST(the_first_part_of_a_dotted_name_decides_where_to_look),
		TEST(comments_are_not_shown),
		TEST(delimiters_can_be_set),
		TEST(delimiters_hold_for_their_own_template_only),
		TEST(a_line_of_one_tag_alone_leaves_nothing),
		TEST(a_line_may_end_in_cr_and_lf),
		TEST(a_line_with_more_than_a_tag_stays),
		TEST(a_partial_is_shown_in_its_place),
		TEST(a_partial_alone_on_its_line_is_indented),
		TEST(the_lines_of_a_value_are_not_indented),
		TEST(a_partial_among_text_is_not_indented),
		TEST(a_partial_may_include_itself),
		TEST(a_star_looks_the_name_of_a_partial_up),
		TEST(a_block_shows_its_own_content),
		TEST(a_block_is_overridden_by_who_uses_the_parent),
		TEST(an_override_sees_the_values_where_the_block_is),
		TEST(the_outermost_user_of_a_parent_has_the_last_word),
		TEST(a_block_in_an_override_can_be_overridden),
		TEST(a_block_in_its_own_override_shows_its_own_content),
		TEST(a_parent_alone_on_its_lines_leaves_no_line),
		TEST(an_override_is_indented_as_its_block_is),
		TEST(a_template_added_again_replaces_the_first),
		TEST(lenient_shows_what_mustache_shows),
		TEST(an_unknown_name_is_an_error),
		TEST(an_unknown_part_of_a_name_is_an_error),
		TEST(the_names_of_every_section_around_are_suggested),
		TEST(an_error_tells_how_its_template_was_reached),
		TEST(text_is_not_placed_as_markup_nor_markup_as_text),
		TEST(a_list_or_object_is_not_shown_whole),
		TEST(a_template_that_is_named_must_be_there),
		TEST(a_template_that_is_looked_up_must_be_there),
		TEST(the_template_of_a_page_must_be_there),
		TEST(a_template_extends_the_one_of_its_name_that_it_replaces),
		TEST(recursion_without_end_is_an_error),
		TEST(a_page_that_doubles_at_each_level_comes_to_an_end),
		TEST(a_page_tells_of_many_errors_but_not_of_all),
		TEST(what_is_opened_must_be_closed),
		TEST(what_is_closed_must_be_open),
		TEST(one_closing_tag_too_few_is_one_error),
		TEST(a_tag_must_end),
		TEST(a_tag_has_one_name),
		TEST(delimiters_are_two_short_words),
		TEST(tags_are_nested_to_a_limit),
		TEST(every_mistake_of_a_template_is_told),
		TEST(a_template_is_used_where_another_names_it),
		TEST(a_param_is_asked_for_by_its_name_behind_params),
		TEST(several_threads_render_at_once),
	};

	return RUN(tests);
}
