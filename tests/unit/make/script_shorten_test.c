#include "unit.h"

#include "make/script_shorten.h"

static struct str shortened(const char *source, struct arena *arena)
{
	struct buf buf = { 0 };
	struct str made = script_shorten(str_from(source), arena, &buf)
				  ? buf_copy(&buf, arena)
				  : STR("as it is");

	buf_release(&buf);
	return made;
}

#define assert_short(source, want) assert_str(shortened(source, *state), want)
#define assert_left(source) assert_short(source, "as it is")
#define assert_same(source) assert_short(source, source)

static void what_is_declared_within_is_short(void **state)
{
	assert_short("f((total)=>total+1);", "f((e)=>e+1)");
	assert_short("f(total=>total?total:0);", "f(e=>e?e:0)");
	assert_short("f(()=>{let first=1,last=first;g(last,last)})",
		     "f(()=>{let t=1,e=t;g(e,e)})");
	assert_short("f(function(first,...rest){g(rest,first,rest)})",
		     "f(function(t,...e){g(e,t,e)})");
	assert_short("{try{f()}catch(error){g(error)}}",
		     "{try{f()}catch(e){g(e)}}");
	assert_short("for(const item of items)f(item)",
		     "for(const e of items)f(e)");
	assert_short("f(()=>{function own(){own()}})",
		     "f(()=>{function e(){e()}})");
	assert_short("f(({key:value=1,other:[first,,last]})=>value+first+last)",
		     "f(({key:a=1,other:[e,,t]})=>a+e+t)");
	assert_short("f((text)=>`text ${text+`${text}`} text`)",
		     "f((e)=>`text ${e+`${e}`} text`)");
	assert_short("f((text)=>a / `${text}` / `b`)",
		     "f((e)=>a/ `${e}` / `b`)");
}

/* What stands where names are declared, in each form that there is. */
static void every_form_of_a_declaration_is_known(void **state)
{
	static const struct {
		const char *source, *want;
	} ROWS[] = {
		{ "f(function*(total){yield total})",
		  "f(function*(e){yield e})" },
		{ "f(()=>{function*total(){}g(total)})",
		  "f(()=>{function*e(){}g(e)})" },
		{ "f(()=>{function total(own){return own}return total})",
		  "f(()=>{function e(e){return e}return e})" },
		{ "(function named(){function total(){}total()})()",
		  "(function named(){function e(){}e()})()" },
		{ "for(let first=0,last=1;first<last;first++)f(first,last)",
		  "for(let e=0,t=1;e<t;e++)f(e,t)" },
		{ "f(()=>{let own,other;own=other})", "f(()=>{let t,e;t=e})" },
		{ "f(()=>{const own=1;let other=2;g(own,other)})",
		  "f(()=>{const t=1;let e=2;g(t,e)})" },
		{ "f(()=>{const{key:own,other}=a;g(own,other)})",
		  "f(()=>{const{key:e,other}=a;g(e,other)})" },
		{ "f(()=>{const[first,[last=2]=[]]=a;g(first,last)})",
		  "f(()=>{const[e,[t=2]=[]]=a;g(e,t)})" },
		{ "f(([,own])=>own)", "f(([,e])=>e)" },
		{ "f(({...rest})=>rest)", "f(({...e})=>e)" },
		{ "f(([...rest])=>rest)", "f(([...e])=>e)" },
		{ "f((first,{key:last}={})=>first+last)",
		  "f((e,{key:t}={})=>e+t)" },
		{ "f(({own:[first]})=>first)", "f(({own:[e]})=>e)" },
		{ "f((own=1,other=own)=>other)", "f((t=1,e=t)=>e)" },
		{ "f(async own=>own)", "f(async e=>e)" },
		{ "f((own)=>({[own]:own,...own}))", "f((e)=>({[e]:e,...e}))" },
	};

	for (size_t i = 0; i < sizeof(ROWS) / sizeof(*ROWS); i++)
		assert_short(ROWS[i].source, ROWS[i].want);
	/* Its key is an expression: what follows is not looked at. */
	assert_same("f(()=>{const{[key]:own}=a;g(own)})");
	assert_same("f(async()=>{for await(const item of b)g(item)})");
	assert_same("f(()=>{if(a)function own(){}own()})");
	assert_same("f(function own(){own()})");
	assert_same("f(a,{\"b\":1,'c':2})");
	assert_left("a={\"b\"(){}};");
	assert_left("try{f()}catch{g()}");
}

/* A name of one letter, or of two where there are no more of those. */
static void seventy_five_names_have_as_many_letters(void **state)
{
	struct buf source = { 0 };
	struct str made, names, rest;
	size_t count = 0, letters = 0;

	buf_text(&source, "f((");
	for (int i = 0; i < 75; i++)
		buf_printf(&source, "%sname%d", i ? "," : "", i);
	buf_text(&source, ")=>0)");
	made = shortened(buf_copy(&source, *state).ptr, *state);
	rest = str_from_byte(made, 3);
	names = str_cut(&rest, ')');
	while (names.ptr && names.len) {
		struct str name = str_cut(&names, ',');

		for (struct str left = names; left.ptr && left.len;)
			assert_false(str_equals(str_cut(&left, ','), name));
		letters += name.len;
		count++;
	}
	assert_int_equal(count, 75);
	assert_int_equal(letters, 53 + 2 * 22);
	buf_release(&source);
}

/* Names of the browser, of other scripts, and what only looks like a name. */
static void other_names_stay(void **state)
{
	assert_same("const total=1;f(total)");
	assert_same("f((name)=>g(name));h(name)");
	assert_same("f(()=>{var own=1;g(own)})");
	assert_same("{function own(){}}");
	assert_same("f(()=>{if(a){function own(){}}own()})");
	assert_same("f(({total})=>total)");
	assert_same("f(({total=1})=>total)");
	assert_same("f((total)=>({total,b:1}))");
	assert_same("f(()=>{total:for(;;)break total})");
	assert_same("f((async)=>async+1)");
	assert_same("f((free=other)=>{const other=free;g(other)});"
		    "h(free,other)");
	assert_short("f((total)=>a.total+b?.total+c({total:total,b:'total'}))",
		     "f((e)=>a.total+b?.total+c({total:e,b:'total'}))");
	assert_short("f((total)=>a?total:/total/.test(total))",
		     "f((e)=>a?e:/total/.test(e))");
	assert_short("f((total)=>b[total]/total/2);", "f((e)=>b[e]/e/2)");
}

/* A name is given twice only where neither is seen from the other. */
static void names_do_not_meet(void **state)
{
	assert_short("f((own)=>e(own));", "f((t)=>e(t))");
	assert_short("f((own)=>own);f((other)=>other)", "f((e)=>e);f((e)=>e)");
	assert_short("f((outer)=>g((inner)=>outer+inner))",
		     "f((t)=>g((e)=>t+e))");
	assert_short("f((outer)=>g(outer,(inner)=>inner))",
		     "f((e)=>g(e,(e)=>e))");
	assert_short("f((outer)=>{const inner=1;g(inner)})",
		     "f((t)=>{const e=1;g(e)})");
	assert_short("try{}catch(error){const own=1;f(own)}",
		     "try{}catch(t){const e=1;f(e)}");
	assert_short("f((own)=>{{const own=1;g(own)}g(own)})",
		     "f((e)=>{{const e=1;g(e)}g(e)})");
	assert_short("f((ab)=>g(ab,e,t,a,n,o,i,s,r,c,l,d,h,p,u,m,f,g,b,v,w,y,"
		     "k,x,j,q,z))",
		     "f((E)=>g(E,e,t,a,n,o,i,s,r,c,l,d,h,p,u,m,f,g,b,v,w,y,"
		     "k,x,j,q,z))");
}

/* Where a scope may end earlier or later, the name stays. */
static void ends_that_are_not_plain_are_safe(void **state)
{
	assert_same("f(()=>{for(const own of a)if(b){g(own)}else g(own)})");
	assert_same("const f=(own)=>own\n(own)");
	assert_short("const f=(own)=>own\n.g(own)", "const f=(e)=>e.g(e)");
	assert_short("const f=(own)=>own\ng()", "const f=(e)=>e\ng()");
	assert_short("f(a?(own)=>own?1:own:b)", "f(a?(e)=>e?1:e:b)");
	assert_same("f(a?(own)=>1:own)");
}

static void lines_are_joined_where_nothing_ends(void **state)
{
	assert_short("f(\na,\nb\n);\ng()\nh()", "f(a,b);g()\nh()");
	assert_short("if(a)\nreturn\nb", "if(a)return\nb");
	assert_short("a\n++b\nc=d+\n+e", "a\n++b\nc=d+\n+e");
	assert_short("a=1\n.b", "a=1\n.b");
	assert_short("a\n[0]\n(b)\n`c`", "a\n[0]\n(b)\n`c`");
	assert_short("{a();b=1;}", "{a();b=1}");
	assert_short("const a=1;\nconst b=2;\nf();const c=3",
		     "const a=1,b=2;f();const c=3");
	assert_short("const f=()=>{const [own]=a;const b=own;}",
		     "const f=()=>{const [e]=a,t=e}");
	assert_same("let a=1;const b=2;let c");
	assert_same("for(const{a}of b);const c=1");
	assert_short("const a=b\nc;const d=1", "const a=b\nc;const d=1");
	assert_same("{for(;;);}");
	assert_same("{if(a);}");
	assert_same("{if(a)b();else;}");
	assert_short("a / (b) / c", "a/(b)/c");
	assert_short("a / /b/", "a/ /b/");
}

static void a_name_is_one_wherever_it_stands(void **state)
{
	assert_short("f((a,b=a)=>b)", "f((e,t=e)=>t)");
	assert_same("f(({own})=>own)");
	assert_short("f(([a,b])=>a+b)", "f(([e,t])=>e+t)");
	assert_short("f(({a,...rest})=>rest)", "f(({a,...e})=>e)");
	assert_short("f(function(own=1,other){return own})",
		     "f(function(e=1,t){return e})");
	assert_same("{try{f()}catch({message}){g(message)}}");
	assert_short("f(async own=>own)", "f(async e=>e)");
	assert_short("f(async function(own){await own})",
		     "f(async function(e){await e})");
	assert_short("a=>a", "e=>e");
	assert_same("f(()=>{var own=1;g(own)})");
	assert_same("f((own)=>({own}))");
	assert_short("f((own)=>({own:1}))", "f((e)=>({own:1}))");
	assert_short("f((own)=>a.own+a?.own+own)", "f((e)=>a.own+a?.own+e)");
	assert_short("f((own)=>own?.[0])", "f((e)=>e?.[0])");
	assert_short("f((own)=>a?.5:own)", "f((e)=>a?.5:e)");
	assert_same("f(({})=>1)");
	assert_same("f(([])=>1)");
	assert_short("f((...[a])=>a)", "f((...[e])=>e)");
	assert_same("f(({[key]:own})=>own)");
	assert_short("for(let own in a)f(own)", "for(let e in a)f(e)");
	assert_short("for(;;){let own;own()}", "for(;;){let e;e()}");
	assert_short("if(a){let own=1;f(own)}else{let own=2;g(own)}",
		     "if(a){let e=1;f(e)}else{let e=2;g(e)}");
	assert_short("f((a)=>/[/]/.test(a))", "f((e)=>/[/]/.test(e))");
	assert_same("f(function(){return/a/})");
	assert_short("f((a)=>a?/b/:/c/)", "f((e)=>e?/b/:/c/)");
	assert_same("a=1_000;f(.5,0x1f,1e5)");
	assert_short("f((a)=>a**2)", "f((e)=>e**2)");
	assert_short("f((own)=>`${own}`.length)", "f((e)=>`${e}`.length)");
	assert_short("f(()=>{const{own,b:[c]}=a;g(own,c)})",
		     "f(()=>{const{own,b:[e]}=a;g(own,e)})");
	assert_same("f((own)=>{own:for(;;)break own})");
	assert_short("f((own)=>delete own.a)", "f((e)=>delete e.a)");
}

static void forms_that_are_not_known_are_left(void **state)
{
	assert_left("{try{f()}catch{g()}}");
	assert_left("f(()=>{class Own{}new Own()})");
	assert_left("f((own)=>eval('own'));");
	assert_left("with(a){f((own)=>own)}");
	assert_left("class A{own=1}");
	assert_left("import('a');");
	assert_left("export const a=1;");
	assert_left("switch(a){case b:c()}");
	assert_left("a={own(){}};");
	assert_left("a={get own(){}};");
	assert_left("a={*own(){}};");
	assert_left("a={async own(){}};");
	assert_left("own:{f(own)}");
	assert_left("a={}/b/c");
	assert_left("a++/b/c");
	assert_left("of/b/c");
	assert_left("a=/b\n/");
	assert_left("a=`b\nc`");
	assert_left("a='b");
	assert_left("a='b\\");
	assert_left("a=`b${c");
	assert_left("f(a]");
	assert_left("f(a");
	assert_left("f)a");
	assert_left("a//b");
	assert_left("a/*b*/");
	assert_left("a<!--b");
	assert_left("\\u0061=1");
	assert_left("\xc3\xa4=1");
	assert_left("a.#b");
	assert_left("@a");
}

static void what_is_deep_or_long_is_left(void **state)
{
	char deep[130] = "", *large = memory_alloc(200 * 1024);

	memset(deep, '(', 64);
	memset(deep + 64, ')', 64);
	assert_left(deep);
	memset(large, ';', 200 * 1024 - 1);
	large[200 * 1024 - 1] = '\0';
	assert_left(large);
	free(large);
	assert_short("", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_declared_within_is_short),
		TEST(every_form_of_a_declaration_is_known),
		TEST(seventy_five_names_have_as_many_letters),
		TEST(other_names_stay),
		TEST(names_do_not_meet),
		TEST(ends_that_are_not_plain_are_safe),
		TEST(lines_are_joined_where_nothing_ends),
		TEST(a_name_is_one_wherever_it_stands),
		TEST(forms_that_are_not_known_are_left),
		TEST(what_is_deep_or_long_is_left),
	};

	return RUN(tests);
}
