#include "unit.h"

#include <time.h>

#include "make/svg_clean.h"

#define TEN "xxxxxxxxxx"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define LONG HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED
#define OPEN "<svg xmlns=\"http://www.w3.org/2000/svg\""

/* The picture, and what is said of it. */
static struct str cleaned(const char *text, struct str *said,
			  struct arena *arena)
{
	struct diags *diags = diags_new();
	struct buf buf = { 0 };
	struct str made = STR("");

	if (svg_clean(diags, "a.svg", str_from(text), &buf))
		made = str_trim(buf_copy(&buf, arena));
	*said = printed(diags, arena);
	buf_release(&buf);
	diags_free(diags);
	return made;
}

#define assert_cleaned(text, want, want_said)                    \
	do {                                                     \
		struct str said_;                                \
		assert_str(cleaned(text, &said_, *state), want); \
		assert_str(said_, want_said);                    \
	} while (0)

static void what_draws_stays(void **state)
{
	assert_cleaned(
		"<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"a\" \"b\">\n" OPEN
		" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
		"viewBox=\"0 0 9 9\"><!-- a --><title>A &amp; b</title>"
		"<defs><linearGradient id=\"g\"><stop offset=\"1\" "
		"stop-color=\"red\"/></linearGradient></defs>"
		"<path d=\"M0 0\" fill=\"url(#g)\" stroke='url(\"#g\")'/>"
		"<use xlink:href=\"#p\"/><a href=\"https://a.org/\">"
		"<text x=\"1\" xml:space=\"preserve\">a<![CDATA[<b>]]>"
		"</text></a></svg>",
		OPEN " viewBox=\"0 0 9 9\"><title>A &amp; b</title><defs>"
		     "<linearGradient id=\"g\"><stop offset=\"1\" "
		     "stop-color=\"red\"/></linearGradient></defs>"
		     "<path d=\"M0 0\" fill=\"url(#g)\" "
		     "stroke=\"url(&quot;#g&quot;)\"/><use href=\"#p\"/>"
		     "<a href=\"https://a.org/\"><text x=\"1\" "
		     "xml:space=\"preserve\">a&lt;b&gt;</text></a></svg>",
		"");
}

static void an_editors_notes_are_nothing(void **state)
{
	assert_cleaned(OPEN
		       " xmlns:i=\"http://www.inkscape.org/\" i:v=\"1\" "
		       "enable-background=\"new\"><metadata><a/></metadata>"
		       "<i:view a=\"b\"/><g i:label=\"c\" data-d=\"e\"/></svg>",
		       OPEN "><g/></svg>", "");
}

static void what_runs_is_left_out(void **state)
{
	static const struct {
		const char *inside, *kept, *told;
	} CASES[] = {
		{ "<script>x</script>", "", "<script>" },
		{ "<script href=\"https://a.org\"/>", "", "<script>" },
		{ "<script xmlns=\"http://www.w3.org/1999/xhtml\">x</script>",
		  "", "<script>" },
		{ "<foreignObject><b/></foreignObject>", "",
		  "<foreignObject>" },
		{ "<iframe xmlns=\"http://www.w3.org/1999/xhtml\" srcdoc=\"\"/>",
		  "", "<iframe>" },
		{ "<g onclick=\"x\"/>", "<g/>", "onclick" },
		{ "<g ONload=\"x\"/>", "<g/>", "ONload" },
		{ "<a href=\"javascript:x\"/>", "<a/>",
		  "the address javascript:x" },
		{ "<a href=\" java&#10;script:x\"/>", "<a/>",
		  "the address java\xEF\xBF\xBDscript:x" },
		{ "<a xmlns:l=\"http://www.w3.org/1999/xlink\" "
		  "l:href=\"javascript:x\"/>",
		  "<a/>", "the address javascript:x" },
		{ "<use href=\"b.svg#a\"/>", "<use/>", "the address b.svg#a" },
		{ "<use href=\"data:image/svg+xml,x#a\"/>", "<use/>",
		  "the address data:image/svg+xml,x#a" },
		{ "<image href=\"https://a.org/b.png\"/>", "<image/>",
		  "the address https://a.org/b.png" },
		{ "<image href=\"data:image/svg+xml;base64,x\"/>", "<image/>",
		  "the address data:image/svg+xml;base64,x" },
		{ "<set attributeName=\"href\" to=\"javascript:x\"/>", "",
		  "<set>" },
		{ "<animate attributeName=\" xlink:href\" values=\"x\"/>", "",
		  "<animate>" },
		{ "<animate attributeName=\"onclick\" to=\"x\"/>", "",
		  "<animate>" },
		{ "<animate attributeName=\"fill\" to=\"url(//a.org)\"/>",
		  "<animate attributeName=\"fill\"/>", "to" },
		{ "<g fill=\"url(https://a.org/#a)\"/>", "<g/>", "fill" },
		{ "<g mask=\"u\\72l(//a.org)\"/>", "<g/>", "mask" },
		{ "<g cursor=\"image-set('a.png' 1x)\"/>", "<g/>", "cursor" },
		{ "<?xml-stylesheet href=\"a.xsl\"?>", "",
		  "the instruction xml-stylesheet" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_cleaned(
			arena_printf(*state, OPEN ">\n%s</svg>",
				     CASES[i].inside)
				.ptr,
			arena_printf(*state, OPEN ">\n%s</svg>", CASES[i].kept)
				.ptr,
			arena_printf(*state,
				     "a.svg:2:1: warning: left out of the "
				     "picture: %s\n",
				     CASES[i].told)
				.ptr);
}

static void pictures_within_stay(void **state)
{
	assert_cleaned(
		OPEN "><image href=\"data:image/png;base64,AA==\"/></svg>",
		OPEN "><image href=\"data:image/png;base64,AA==\"/></svg>", "");
}

/* The policy lets no style sheet in but ours. */
static void styles_become_attributes(void **state)
{
	assert_cleaned(
		OPEN
		"><style>/* a */ .a, rect { fill: red; stroke: none } "
		"#b{fill:blue !important}\n.c{font-family:'A;b'}</style>"
		"<rect fill=\"green\" class=\"x a\"/><rect id=\"b\"/>"
		"<text class=\"c\" style=\"fill:#fff;-a:b;line-height:y\"/></svg>",
		OPEN "><rect class=\"x a\" fill=\"red\" stroke=\"none\"/>"
		     "<rect id=\"b\" fill=\"blue\" stroke=\"none\"/>"
		     "<text class=\"c\" fill=\"#fff\" "
		     "font-family=\"&apos;A;b&apos;\"/></svg>",
		"");
	assert_cleaned(
		OPEN "><style>@import 'a.css'; @media print{ .a{fill:red} }\n"
		     "g .b{fill:red} .c{fill:url(b.svg#a)}</style>"
		     "<g class=\"a b c\"/></svg>",
		OPEN "><g class=\"a b c\"/></svg>",
		"a.svg:1:1: warning: left out of the picture: 4 rules of "
		"the style sheet\n");
}

static void a_style_that_no_attribute_says_is_told(void **state)
{
	assert_cleaned(
		OPEN
		" style=\"background:#fff;fill:red;-a:b\"><g "
		"style=\"line-height:1;isolation:auto;mask:url(//a.org)\"/></svg>",
		OPEN " fill=\"red\"><g/></svg>",
		"a.svg:1:1: warning: left out of the picture: the "
		"style background\n"
		"a.svg:1:1: warning: left out of the picture: the "
		"style mask\n");
}

static void what_is_written_oddly_is_read(void **state)
{
	assert_cleaned("<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:g/>"
		       "</s:svg>",
		       OPEN "><g/></svg>", "");
	assert_cleaned("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" OPEN
		       ">\xE4</svg>",
		       OPEN ">\xC3\xA4</svg>", "");
	assert_cleaned(OPEN " xml:lang=\"en\"/>", OPEN " xml:lang=\"en\"/>",
		       "");
	assert_cleaned(OPEN "><g xmlns=\"urn:x\">t</g></svg>", OPEN "></svg>",
		       "");
	assert_cleaned(OPEN "><set attributeName=\"fill\" to=\"red\"/>"
			    "<animateTransform attributeName=\"transform\" "
			    "from=\"0\" to=\"9\"/><feImage href=\"#a\"/></svg>",
		       OPEN "><set attributeName=\"fill\" to=\"red\"/>"
			    "<animateTransform attributeName=\"transform\" "
			    "from=\"0\" to=\"9\"/><feImage href=\"#a\"/></svg>",
		       "");
	assert_cleaned("<?x y?>" OPEN "/>", OPEN "/>",
		       "a.svg:1:1: warning: left out of the picture: the "
		       "instruction x\n");
	assert_cleaned(OPEN
		       "><animate attributeName=\"fill\" from=\"url(//a)\" "
		       "by=\"url(//a)\" values=\"url(//a)\"/></svg>",
		       OPEN "><animate attributeName=\"fill\"/></svg>",
		       "a.svg:1:1: warning: left out of the picture: by\n"
		       "a.svg:1:1: warning: left out of the picture: from\n"
		       "a.svg:1:1: warning: left out of the picture: values\n");
}

static void a_style_may_be_written_in_any_form(void **state)
{
	assert_cleaned(OPEN "><style>*{fill:red}</style><g/></svg>",
		       OPEN " fill=\"red\"><g fill=\"red\"/></svg>", "");
	assert_cleaned(OPEN "><style>.b_-1{fill:blue} 1a{fill:red}</style>"
			    "<g class=\"a b_-1\"/></svg>",
		       OPEN "><g class=\"a b_-1\" fill=\"blue\"/></svg>", "");
	assert_cleaned(OPEN "><g style=\"-webkit-mask:url('#a');mask:url( "
			    "&quot;#b&quot; );fill:rgb(1;2);stroke:red;;:x\"/>"
			    "</svg>",
		       OPEN
		       "><g fill=\"rgb(1;2)\" mask=\"url( &quot;#b&quot; )\" "
		       "stroke=\"red\"/></svg>",
		       "");
	assert_cleaned(OPEN "><g style=\"font:normal;stroke\"/></svg>",
		       OPEN "><g font=\"normal\"/></svg>", "");
	assert_cleaned(OPEN "><g id=\"a\"><g style=\"fill:red\"/></g>"
			    "<style>#a{fill:blue}</style></svg>",
		       OPEN "><g id=\"a\" fill=\"blue\"><g fill=\"red\"/></g>"
			    "</svg>",
		       "");
}

static void what_is_no_svg_is_refused(void **state)
{
	assert_cleaned("<svg><script>x</script></svg>", "",
		       "a.svg:1:1: error: this is no SVG: its first element "
		       "is not <svg> of the namespace "
		       "http://www.w3.org/2000/svg\n");
	assert_cleaned(OPEN ">\n<g></svg>", "",
		       "a.svg:2:1: error: this is no SVG that can be read: "
		       "Premature end of data in tag svg line 1\n");
	assert_cleaned("", "",
		       "a.svg:1:1: error: this is no SVG that can be read: "
		       "Document is empty\n");
	assert_cleaned(
		"<!DOCTYPE svg [\n<!ENTITY a \"b\">]>" OPEN ">&a;</svg>", "",
		"a.svg:2:1: error: an SVG that declares \"a\" for itself "
		"is not taken\n"
		"  hint: save it without a list of entities and "
		"attributes: as plain or optimised SVG\n");
	assert_cleaned("<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"x\">]>" OPEN
		       "/>",
		       "",
		       "a.svg:1:1: error: an SVG that declares \"onload\" for "
		       "itself is not taken\n"
		       "  hint: save it without a list of entities and "
		       "attributes: as plain or optimised SVG\n");
	assert_cleaned("\xFF\xFE<", "",
		       "a.svg:1:1: error: this is no SVG that can be read: "
		       "Start tag expected, '<' not found\n");
}

static struct str checked(const char *text, struct arena *arena)
{
	struct diags *diags = diags_new();
	bool ok = svg_check(diags, "a.svg", str_from(text));
	struct str said = printed(diags, arena);

	assert_int_equal(ok, said.len == 0);
	diags_free(diags);
	return said;
}

static void a_file_that_is_copied_may_hold_what_does_not_run(void **state)
{
	assert_str(checked(OPEN "><style>.a .b{fill:red}</style><font>"
				"<glyph/></font><image href=\"a.png\"/></svg>",
			   *state),
		   "");
	assert_non_null(strstr(
		checked(OPEN "><font><script/></font></svg>", *state).ptr,
		"a.svg:1:1: error: <script> has no place in a "
		"picture"));
	assert_non_null(strstr(checked(OPEN " onload=\"x\"/>", *state).ptr,
			       "onload has no place"));
	assert_non_null(strstr(checked("<?xml version=\"1.0\" "
				       "encoding=\"iso-2022-jp\"?>" OPEN "/>",
				       *state)
				       .ptr,
			       "must be of UTF-8, found iso-2022-jp"));
}

/* Each is of the greatest size: it becomes a picture or an error. */
static void hostile_sizes_end(void **state)
{
	static const struct {
		const char *start, *repeated, *end;
	} CASES[] = {
		{ OPEN ">", "<g/>", "</svg>" },
		{ OPEN ">", "<g>", "" },
		{ OPEN "><g ", "a%x='' ", "/></svg>" },
		{ OPEN "><!--'--><g ", "xmlns:a%x='b' ", "/></svg>" },
		{ OPEN ">", "<g a='' b='' c='' d='' e='' id='%x'/>", "</svg>" },
		{ OPEN "><style>", ".a{fill:red}", "</style></svg>" },
		{ OPEN "><style>.a{font-family:" LONG "}</style>",
		  "<g class='a'/>", "</svg>" },
		{ OPEN "><style>", "{", "</style></svg>" },
		{ OPEN "><style>", "/*", "</style></svg>" },
		{ OPEN "><style>", "@;", "</style></svg>" },
		{ OPEN "><style>", "}", "</style></svg>" },
		{ OPEN "><style>", "a,", "{fill:red}</style></svg>" },
		{ OPEN "><g style=\"", "(", "\"/></svg>" },
		{ OPEN "><g class=\"", "a ", "\"/></svg>" },
		{ OPEN ">", "<script/>", "</svg>" },
		{ "<!DOCTYPE svg [<!ENTITY a \"", "&#38;b;", "\">]><svg/>" },
	};
	struct buf text = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct diags *diags = diags_new();
		struct buf to = { 0 };
		clock_t before = clock();
		bool ok;

		buf_reset(&text);
		buf_text(&text, CASES[i].start);
		for (unsigned k = 0; text.len < SVG_BYTES - 64; k++)
			buf_printf(&text, CASES[i].repeated, k);
		buf_text(&text, CASES[i].end);
		ok = svg_clean(diags, "a.svg", buf_str(&text), &to);
		assert_int_equal(ok, diags_error_count(diags) == 0);
		assert_true(to.len < 3 * SVG_BYTES);
		printf("%s: %.2f s\n", CASES[i].repeated,
		       (double)(clock() - before) / CLOCKS_PER_SEC);
		buf_release(&to);
		diags_free(diags);
	}
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_draws_stays),
		TEST(an_editors_notes_are_nothing),
		TEST(what_runs_is_left_out),
		TEST(pictures_within_stay),
		TEST(styles_become_attributes),
		TEST(a_style_that_no_attribute_says_is_told),
		TEST(what_is_written_oddly_is_read),
		TEST(a_style_may_be_written_in_any_form),
		TEST(what_is_no_svg_is_refused),
		TEST(a_file_that_is_copied_may_hold_what_does_not_run),
		TEST(hostile_sizes_end),
	};

	return RUN(tests);
}
