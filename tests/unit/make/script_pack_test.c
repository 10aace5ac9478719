#include "unit.h"

#include "make/script_pack.h"

static struct str packed(const char *source, struct arena *arena)
{
	struct buf buf = { 0 };
	struct str made = script_pack(str_from(source), &buf)
				  ? buf_copy(&buf, arena)
				  : STR("as it is");

	buf_release(&buf);
	return made;
}

#define assert_packed(source, want) assert_str(packed(source, *state), want)
#define assert_left(source) assert_packed(source, "as it is")

static void what_readers_need_is_left_out(void **state)
{
	assert_packed("// why\n\tlet a = 1;\n\n  // how\nb();",
		      "let a=1;\nb();\n");
	assert_packed("/* a\n b */\n'use strict';\r\n\t/* c */ \n",
		      "'use strict';\n");
	assert_packed("if (a < -b) { return [c, d]; }",
		      "if(a<-b){return[c,d];}\n");
	assert_packed("", "");
}

static void what_means_something_stays(void **state)
{
	assert_packed("f('a = b', \"it's = \\\" = c\");",
		      "f('a = b',\"it's = \\\" = c\");\n");
	assert_packed("f(`a = ${ b + `c = ${ { d : 1 } }` } = e`, g);",
		      "f(`a = ${b+`c = ${{d:1}}`} = e`,g);\n");
	assert_packed("a + +b - --c + d", "a+ +b- --c+d\n");
	assert_packed("a / /b = c/.x + e", "a / /b = c/.x+e\n");
	assert_packed("x < !--y", "x< !--y\n");
	assert_packed("a || !b", "a||!b\n");
	assert_packed("f(`http://a  b`)", "f(`http://a  b`)\n");
	assert_packed("a = `$x $`;", "a=`$x $`;\n");
	assert_packed("a =\t b\t;\t", "a=b;\n");
	assert_packed("a = b /\n}", "a=b /\n}\n");
	assert_packed("`${{{}}}` + `\\``;", "`${{{}}}`+`\\``;\n");
}

static void other_forms_are_left(void **state)
{
	assert_left("a(); // why");
	assert_left("a(/* why */);");
	assert_left("/* why */ a();");
	assert_left("/* why");
	assert_left("//# sourceMappingURL=a.map");
	assert_left("/*! (c) me */\na();");
	assert_left("// @license MIT\na();");
	assert_left("/* Copyright me */\na();");
	assert_left("a = `b\n  c`;");
	assert_left("a = 'b\\\n  c';");
	assert_left("a = `${b +\n  c}`;");
	assert_left("a = /[\"]/.test(b);");
	assert_left("a = c / d; e = /[/'] = /.test(b);");
	assert_left("// a\rb()");
	assert_left("/* LICENSE: me */\na();");
	assert_left("// COPYRIGHT me\na();");
	assert_left("/* a \r b */\nb();");
	assert_left("a = '\\';");
	assert_left("a = `${b");
	assert_left("a = `b\xe2\x80\xa9`");
	assert_left("// a\xe2\x80\xa8"
		    "b()");
}

static void what_is_deep_is_left(void **state)
{
	struct str deep = STR("1");

	for (int i = 0; i < 40; i++)
		deep = ARENA_JOIN(*state, STR("`${"), deep, STR("}`"));
	assert_left(deep.ptr);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_readers_need_is_left_out),
		TEST(what_means_something_stays),
		TEST(other_forms_are_left),
		TEST(what_is_deep_is_left),
	};

	return RUN(tests);
}
