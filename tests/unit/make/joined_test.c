#include "unit.h"

#include "make/joined.h"

/* The mark of the root is "\xFF" in what is given. */
static void becomes(const char *page, const char *expected)
{
	struct buf buf = { 0 };

	joined_put(str_from(page), &buf);
	assert_str(buf_str(&buf), expected);
	buf_release(&buf);
}

static void ids_of_a_part_get_its_own_before_them(void **state)
{
	(void)state;
	becomes("<main id=\"r\" data-part=\"o\"><h1 id=\"a\">A</h1>"
		"<section id=\"p\" data-part=\"x\"><section><h2 id=\"a\">B</h2>"
		"</section><p id=\"b\"></section><p id=\"c\"></main>",
		"<main id=\"r\"><h1 id=\"a\">A</h1>"
		"<section id=\"p\"><section><h2 id=\"p--a\">B</h2>"
		"</section><p id=\"p--b\"></section><p id=\"c\"></main>");
}

static void links_to_parts_stay_on_the_page(void **state)
{
	(void)state;
	becomes("<a href=\"x\">way</a><main id=\"r\" data-part=\"o\">"
		"<i id=\"source-a\"></i>"
		"<div id=\"p\" data-part=\"x\"><b id=\"q\"></b>"
		"<a href=\"#q\">1</a><a href=\"#source-a\">2</a>"
		"<a href=\"o#source-a\">3</a><a href=\"x#gone\">4</a>"
		"<a href=\"y#q\">5</a><a href=\"o\">6</a></div>"
		"<a-card href=\"x#q\"></a-card>"
		"<a href=\"x#q\">7</a><a href=\"x\">8</a><a>9</a></main>",
		"<a href=\"x\">way</a><main id=\"r\">"
		"<i id=\"source-a\"></i>"
		"<div id=\"p\"><b id=\"p--q\"></b>"
		"<a href=\"#p--q\">1</a><a href=\"#source-a\">2</a>"
		"<a href=\"#source-a\">3</a><a href=\"#p\">4</a>"
		"<a href=\"y#q\">5</a><a href=\"#r\">6</a></div>"
		"<a-card href=\"#p--q\"></a-card>"
		"<a href=\"#p--q\">7</a><a href=\"#p\">8</a><a>9</a></main>");
}

static void what_names_an_id_follows_it(void **state)
{
	(void)state;
	becomes("<main id=\"r\" data-part=\"o\">"
		"<div id=\"p\" data-part=\"x\">"
		"<svg aria-labelledby=\"t d\"><title id=\"t\">&gt;</title>"
		"<desc id='d'/><g clip-path=\"url(#t)\"/></svg>"
		"<label for=q title=\"a > b\">"
		"<input id=q disabled></label></div></main>",
		"<main id=\"r\"><div id=\"p\">"
		"<svg aria-labelledby=\"p--t p--d\">"
		"<title id=\"p--t\">&gt;</title>"
		"<desc id=\"p--d\"/><g clip-path=\"url(#p--t)\"/></svg>"
		"<label for=\"p--q\" title=\"a > b\">"
		"<input id=\"p--q\" disabled></label></div></main>");
}

/* They are copied at once, but where one has an id or names one. */
static void marks_of_a_chart_are_looked_at_where_they_must(void **state)
{
	(void)state;
	becomes("<main id=\"r\" data-part=\"o\"><div id=\"p\" data-part=\"x\">"
		"<svg><desc id=\"d\">D</desc><g  class='m'><text>1</text></g>"
		"</svg><b id=\"e\"></b>"
		"<svg><desc>D</desc><a href=\"#e\"><text>1</text></a></svg>"
		"<svg><desc>D</desc><g aria-labelledby=\"e\"/></svg>"
		"<svg><desc>D</desc><g id=\"f\"/></svg>"
		"<svg><desc>D</desc><g clip-path=\"url(#f)\"/></svg>"
		"<svg><desc>D</desc><g/></div></main>",
		"<main id=\"r\"><div id=\"p\">"
		"<svg><desc id=\"p--d\">D</desc><g  class='m'><text>1</text></g>"
		"</svg><b id=\"p--e\"></b>"
		"<svg><desc>D</desc><a href=\"#p--e\"><text>1</text></a></svg>"
		"<svg><desc>D</desc><g aria-labelledby=\"p--e\"/></svg>"
		"<svg><desc>D</desc><g id=\"p--f\"/></svg>"
		"<svg><desc>D</desc><g clip-path=\"url(#p--f)\"/></svg>"
		"<svg><desc>D</desc><g/></div></main>");
}

static void scripts_and_comments_are_left_alone(void **state)
{
	const char *page = "<script>'<p id=\"a\">'</script><!-- <p id=\"a\"> "
			   "--><style>p{}</style>a < b";

	(void)state;
	becomes(page, page);
}

static void places_are_found_as_they_are_encoded(void **state)
{
	(void)state;
	becomes("<main id=\"r\" data-part=\"o\">"
		"<div id=\"p\" data-part=\"x\"><b id=\"é\"></b></div>"
		"<a href=\"x#%C3%A9\">1</a></main>",
		"<main id=\"r\"><div id=\"p\"><b id=\"p--é\"></b></div>"
		"<a href=\"#p--%C3%A9\">1</a></main>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(ids_of_a_part_get_its_own_before_them),
		TEST(links_to_parts_stay_on_the_page),
		TEST(what_names_an_id_follows_it),
		TEST(marks_of_a_chart_are_looked_at_where_they_must),
		TEST(scripts_and_comments_are_left_alone),
		TEST(places_are_found_as_they_are_encoded),
	};

	return RUN(tests);
}
