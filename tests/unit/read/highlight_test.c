/*
 * Code of the languages that the default theme knows, and code of none.
 */
#include "folder.h"
#include "read/syntax_read.h"

static struct syntaxes *known(struct diags *diags, struct arena *arena);
static struct str told(struct diags *diags, struct arena *arena);
static struct str plain_of(struct str html, struct arena *arena);

/* `want` has {k|…} for a span of the class "hk"; the text is as written. */
static void assert_code(const struct syntaxes *all, const char *language,
			const char *code, const char *want, struct arena *arena)
{
	struct diags *diags = diags_new();
	struct buf html = { 0 }, made = { 0 };
	struct str rest;

	highlight(syntaxes_find(diags, all, str_from(language),
				(struct place){ 0 }, arena),
		  str_from(code), &html);
	assert_int_equal(diags_warning_count(diags), 0);
	rest = buf_str(&html);
	assert_str(plain_of(rest, arena), code);
	while (rest.len) {
		const struct str OPEN = STR("<span class=\"h");
		size_t open = str_find_str(rest, OPEN);
		size_t close = str_find_str(rest, STR("</span>"));

		if (open == rest.len && close == rest.len) {
			buf_raw(&made, rest);
			break;
		}
		buf_raw(&made, str_slice(rest, 0, open < close ? open : close));
		buf_text(&made, open < close ? "{" : "}");
		if (open < close)
			buf_raw(&made, str_slice(rest, open + OPEN.len, 1));
		buf_text(&made, open < close ? "|" : "");
		rest = str_from_byte(rest, open < close ? open + OPEN.len + 3
							: close + 7);
	}
	if (!str_equals(plain_of(buf_str(&made), arena), str_from(want)))
		fail_msg("%s:\n%s\nnot\n%s", language,
			 plain_of(buf_str(&made), arena).ptr, want);
	buf_release(&made);
	buf_release(&html);
	diags_free(diags);
}

static void a_language_has_its_words_comments_strings_and_numbers(void **state)
{
	static const struct {
		const char *language, *code, *want;
	} CASES[] = {
		{ "js", "const x = new Map(); // \"a\"\nx.get('b', 1e-5)",
		  "{k|const} x = {k|new} {f|Map}(); {c|// \"a\"}\n"
		  "x.{k|get}({s|'b'}, {n|1e-5})" },
		{ "js", "a = b / 2 / c; s.split(/[\"/]/g, `x\n${y}`)",
		  "a = b / {n|2} / c; s.{f|split}({s|/[\"/]/g}, {s|`x\n${y}`})" },
		{ "js", "/* a\n b */ if (a < b) return null;",
		  "{c|/* a\n b */} {k|if} (a < b) {k|return} {n|null};" },
		{ "ts", "let a: string = f(x as Foo) @Input",
		  "{k|let} a: {t|string} = {f|f}(x {k|as} {t|Foo}) {m|@Input}" },
		{ "py", "@app\ndef f(a=None): # b\n  return rb'\\'' + f\"{a}\"",
		  "{m|@app}\n{k|def} {f|f}(a={n|None}): {c|# b}\n"
		  "  {k|return} {s|rb'\\''} + {s|f\"{a}\"}" },
		{ "python", "'''a\n\"b''' \"c\nd",
		  "{s|'''a\n\"b'''} {s|\"c}\nd" },
		{ "c",
		  "#include <a.h>\nint x = 0x1F, y = 'a'; /* \"b */ f(NULL)",
		  "{m|#include} <a.h>\n{t|int} x = {n|0x1F}, y = {s|'a'}; "
		  "{c|/* \"b */} {f|f}({n|NULL})" },
		{ "C++", "auto n = 1'000'000; std::string s = R\"(a\"b)\";",
		  "{k|auto} n = {n|1'000'000}; {f|std}::{t|string} s = "
		  "{s|R\"(a\"b)\"};" },
		{ "golang", "x := `a\\` + \"b\" // c\nfmt.Println(x)",
		  "x := {s|`a\\`} + {s|\"b\"} {c|// c}\nfmt.{f|Println}(x)" },
		{ "rs", "fn f<'a>(x: &'a str) { println!(\"a\", '\\n', 'b') }",
		  "{k|fn} f<{v|'a}>(x: &{v|'a} {t|str}) "
		  "{ {f|println}!({s|\"a\"}, {s|'\\n'}, {s|'b'}) }" },
		{ "rust",
		  "#[derive(Debug)] /* a /* b */ c */ let x = r#\"a\"b\"#;",
		  "{m|#[derive}({t|Debug})] {c|/* a /* b */ c */} "
		  "{k|let} x = {s|r#\"a\"b\"#};" },
		{ "java",
		  "@Override public void run() { var s = \"\"\"\n\"a\"\n\"\"\"; }",
		  "{m|@Override} {k|public} {t|void} {f|run}() "
		  "{ {k|var} s = {s|\"\"\"\n\"a\"\n\"\"\"}; }" },
		{ "c#", "var p = @\"C:\\\"; Console.WriteLine($\"{p}\");",
		  "{t|var} p = {s|@\"C:\\\"}; {t|Console}.{f|WriteLine}"
		  "({s|$\"{p}\"});" },
		{ "SQL",
		  "SELECT Count(*) FROM t WHERE a = 'it''s' -- b\nlimit 5",
		  "{k|SELECT} {f|Count}(*) {k|FROM} t {k|WHERE} a = "
		  "{s|'it'}{s|'s'} {c|-- b}\n{k|limit} {n|5}" },
		{ "sh", "for f in \"$a\"; do echo ${f} $# x#y; done # z",
		  "{k|for} f {k|in} {s|\"$a\"}; {k|do} {f|echo} {v|${f}} $# "
		  "x#y; {k|done} {c|# z}" },
		{ "bash", "cat <<'END' | sort\ndon't\nEND\nls -l",
		  "{f|cat} {s|<<'END'} | {f|sort}\n{s|don't\nEND}\n{f|ls} -l" },
		{ "json", "{\"a\": [1, true, \"b\"], \"c\" : null}",
		  "{{y|\"a\"}: [{n|1}, {n|true}, {s|\"b\"}], {y|\"c\"} : "
		  "{n|null}}" },
		{ "yml",
		  "runs-on: \"a\" # b\nt: it's c#d\ndate: 2024-01-02\nx: yes",
		  "{y|runs-on}: {s|\"a\"} {c|# b}\n{y|t}: it's c#d\n"
		  "{y|date}: {n|2024-01-02}\n{y|x}: {n|yes}" },
		{ "html",
		  "<a href=\"x\">it's a < b</a><!-- c --><script>if (1) "
		  "{}</script>&amp;",
		  "<{k|a} {y|href}={s|\"x\"}>it's a < b</{k|a}>{c|<!-- c -->}"
		  "<{k|script}>{k|if} ({n|1}) {}</{k|script}>{n|&amp};" },
		{ "css", "@media print { .a #b { color: red; --x: 1.5em } }",
		  "{m|@media} print { {t|.a} {n|#b} { {y|color}: red; "
		  "{v|--x}: {n|1.5em} } }" },
		{ "rb", "def f; puts :a, @b if x =~ /\"/; end # c",
		  "{k|def} f; {f|puts} {n|:a}, {v|@b} {k|if} x =~ {s|/\"/}; "
		  "{k|end} {c|# c}" },
		{ "php", "<?php echo \"a\" . f($b->c); # d\n#[Attr]",
		  "<?{k|php} {k|echo} {s|\"a\"} . {f|f}({v|$b}->c); {c|# d}\n"
		  "{m|#[Attr]}" },
		{ "kt", "val x: Int = \"\"\"a\"b\"\"\" @Test fun f() = null",
		  "{k|val} x: {t|Int} = {s|\"\"\"a\"b\"\"\"} {m|@Test} "
		  "{k|fun} {f|f}() = {n|null}" },
		{ "swift", "@main struct A { let x = \"\\\"\" /* /* */ */ }",
		  "{m|@main} {k|struct} {t|A} { {k|let} x = {s|\"\\\"\"} "
		  "{c|/* /* */ */} }" },
		{ "Dockerfile", "FROM node:20 AS a # b\nENV X=\"1\" Y=$X",
		  "{k|FROM} node:20 {k|AS} a {c|# b}\n{k|ENV} {y|X}={s|\"1\"} "
		  "{y|Y}={v|$X}" },
		{ "toml", "[a.b]\nx-y = \"z\" # c\nd = 1979-05-27",
		  "{t|[a.b]}\n{y|x-y} = {s|\"z\"} {c|# c}\n"
		  "{y|d} = {n|1979-05-27}" },
		{ "text", "if \"a\" # 1", "if \"a\" # 1" },
	};
	struct diags *diags = diags_new();
	const struct syntaxes *all = known(diags, *state);

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_code(all, CASES[i].language, CASES[i].code,
			    CASES[i].want, *state);
	diags_free(diags);
}

static const char *const NAMES[] = {
	"javascript", "typescript", "python", "c",    "cpp",   "go",
	"rust",	      "java",	    "csharp", "sql",  "shell", "json",
	"yaml",	      "html",	    "css",    "ruby", "php",   "kotlin",
	"swift",      "dockerfile", "ini",    "text",
};

/* Bytes of all kinds, and marks in every order. */
static void the_text_comes_out_byte_for_byte(void **state)
{
	static const char *const PARTS[] = {
		"\"",  "'",    "`",	 "/*",	     "*/",	  "//",
		"#",   "<<E",  "\n",	 "\\",	     "<!--",	  "-->",
		"<a ", ">",    "</a>",	 "<script>", "</script>", "R\"(",
		")\"", "r#\"", "\"#",	 "'''",	     "\"\"\"",	  "/",
		"[",   "]",    "$",	 "${",	     "}",	  "@",
		":",   "=",    " ",	 "E",	     "if",	  "x",
		"0x",  "1e",   "-",	 ".",	     "9",	  "\xC3\xA9",
		"&",   "<",    "=begin", "_",	     "(",	  "--",
	};
	enum { PART_COUNT = sizeof(PARTS) / sizeof(*PARTS) };
	struct diags *diags = diags_new();
	const struct syntaxes *all = known(diags, *state);
	struct buf code = { 0 }, html = { 0 };
	uint32_t random = 1;

	for (size_t i = 0; i < sizeof(NAMES) / sizeof(*NAMES) * 200; i++) {
		buf_reset(&code);
		buf_reset(&html);
		for (int k = 0; k < 60; k++) {
			unsigned byte = random >> 20 & 0xFF;

			random = random * 1664525 + 1013904223;
			if (i % 2)
				buf_char(&code, byte < ' ' ? '\n' : (char)byte);
			else
				buf_text(&code,
					 PARTS[(random >> 16) % PART_COUNT]);
		}
		highlight(syntaxes_find(diags, all, str_from(NAMES[i / 200]),
					(struct place){ 0 }, *state),
			  buf_str(&code), &html);
		if (!str_equals(plain_of(buf_str(&html), *state),
				buf_str(&code)))
			fail_msg("%s: %s", NAMES[i / 200], code.ptr);
	}
	buf_release(&code);
	buf_release(&html);
	diags_free(diags);
}

/* Quadratic would be minutes. */
static void hostile_code_takes_linear_time(void **state)
{
	static const char *const PARTS[] = {
		"<<A\n", "<<A \"\n", "=/[",    "(/(",	   "/*",      "'",
		"'a",	 "\"\\",     "<a ",    "<script>", "<script", "&",
		"x ",	 "x:",	     "\"a\" ", "r#\"",	   "=begin",  "${a",
		"@",	 "1e-",	     "1.",     "<!--",	   "\"\"\"",  "/* /*",
	};
	struct diags *diags = diags_new();
	const struct syntaxes *all = known(diags, *state);
	struct buf code = { 0 }, html = { 0 };

	for (size_t k = 0; k < sizeof(PARTS) / sizeof(*PARTS); k++) {
		buf_reset(&code);
		while (code.len < 50000)
			buf_text(&code, PARTS[k]);
		for (size_t n = 0; n < sizeof(NAMES) / sizeof(*NAMES); n++) {
			buf_reset(&html);
			highlight(syntaxes_find(diags, all, str_from(NAMES[n]),
						(struct place){ 0 }, *state),
				  buf_str(&code), &html);
		}
	}
	buf_release(&code);
	buf_release(&html);
	diags_free(diags);
}

static void a_language_nobody_knows_is_told_of(void **state)
{
	struct diags *diags = diags_new();
	const struct syntaxes *all = known(diags, *state);
	const struct place at = { "a.md", 3, 4, 7 };

	assert_null(syntaxes_find(diags, all, STR("pyhton"), at, *state));
	assert_str(printed(diags, *state),
		   "a.md:3:4: warning: no language is called \"pyhton\": the "
		   "code is shown plain\n"
		   "  hint: did you mean \"python\"?\n");
	diags_free(diags);
	diags = diags_new();
	assert_null(syntaxes_find(diags, all, STR("cobol"), at, *state));
	assert_str(printed(diags, *state),
		   "a.md:3:4: warning: no language is called \"cobol\": the "
		   "code is shown plain\n"
		   "  hint: write `text` for what is none, or describe it in "
		   "syntax/cobol.yaml\n");
	diags_free(diags);
}

static void a_language_nobody_knows_is_told_of_once_a_file(void **state)
{
	struct diags *diags = diags_new();
	const struct syntaxes *all = known(diags, *state);
	const struct place places[] = { { "a.md", 3, 4, 7 },
					{ "a.md", 9, 4, 7 },
					{ "b.md", 2, 4, 7 } };

	for (size_t i = 0; i < 3; i++)
		syntaxes_find(diags, all, STR("pyhton"), places[i], *state);
	syntaxes_find(diags, all, STR("rubi"), places[1], *state);
	assert_str(printed(diags, *state),
		   "a.md:3:4: warning: no language is called \"pyhton\": the "
		   "code is shown plain\n"
		   "  hint: did you mean \"python\"?\n"
		   "  the same at 9:4\n"
		   "a.md:9:4: warning: no language is called \"rubi\": the "
		   "code is shown plain\n"
		   "  hint: did you mean \"ruby\"?\n"
		   "b.md:2:4: warning: no language is called \"pyhton\": the "
		   "code is shown plain\n"
		   "  hint: did you mean \"python\"?\n");
	diags_free(diags);
}

/* In a folder read later: by its name, and an alias of another. */
static void a_later_folder_adds_and_replaces(void **state)
{
	struct diags *diags = diags_new();
	struct syntaxes *all = known(diags, *state);

	folder_enter();
	folder_put("s/python.yaml", "comments: ['%']\n");
	folder_put("s/mine.yaml",
		   "aliases: js\nwords: { keyword: Foo-bar, type: foo-bar }\n"
		   "joints: '-'\nignore_case: yes\n"
		   "strings: [{ from: <<, to: '>>', escape: '' }]\n");
	assert_true(syntaxes_read(diags, "s", all, *state));
	assert_true(syntaxes_read(diags, "none", all, *state));
	assert_true(syntaxes_join(diags, all));
	assert_code(all, "python", "if 1: # a % b", "if 1: # a {c|% b}",
		    *state);
	assert_code(all, "js", "FOO-BAR << if \\>>",
		    "{k|FOO-BAR} {s|<< if \\>>}", *state);
	assert_code(all, "javascript", "if", "{k|if}", *state);
	/* What was an alias of the replaced one is one no more. */
	assert_null(syntaxes_find(diags, all, STR("py"), (struct place){ 0 },
				  *state));
	diags_free(diags);
	folder_leave();
}

static void a_mistake_in_a_language_is_told_with_its_place(void **state)
{
	static const struct {
		const char *text, *message;
	} CASES[] = {
		{ "word: {}\n",
		  "s/a.yaml:1:1: error: a language has no key \"word\"\n"
		  "  hint: did you mean \"words\"?\n" },
		{ "words: { keywords: a }\n",
		  "s/a.yaml:1:10: error: \"words\" has no key \"keywords\"\n"
		  "  hint: did you mean \"keyword\"?\n" },
		{ "words: { keyword: 'a b-c' }\n",
		  "s/a.yaml:1:19: error: \"b-c\" is no word of this language\n"
		  "  hint: `letters` says which signs are letters, too, and "
		  "`joints` which join them\n" },
		{ "comments: '//'\n",
		  "s/a.yaml:1:11: error: \"comments\" must be a list, found "
		  "text\n" },
		{ "comments: ['']\n",
		  "s/a.yaml:1:12: error: what it begins with cannot be "
		  "nothing\n" },
		{ "strings: [{ to: x }]\n",
		  "s/a.yaml:1:11: error: it needs \"from\"\n" },
		{ "strings: [{ from: x, escape: ab }]\n",
		  "s/a.yaml:1:30: error: \"escape\" must be one character, "
		  "found \"ab\"\n" },
		{ "signs: { '@': metta }\n",
		  "s/a.yaml:1:15: error: \"metta\" is no class of words\n"
		  "  hint: did you mean \"meta\"?\n" },
		{ "between: [a]\n",
		  "s/a.yaml:1:10: error: \"between\" must be a list of two "
		  "marks\n" },
		{ "between: ['', b]\n",
		  "s/a.yaml:1:11: error: an entry of \"between\" cannot be "
		  "nothing\n" },
		{ "calls: [a, '  ']\n",
		  "s/a.yaml:1:12: error: an entry of \"calls\" cannot be "
		  "nothing\n" },
		{ "keys: [[a]]\n",
		  "s/a.yaml:1:8: error: an entry of \"keys\" must be text, "
		  "found a list\n" },
		{ "signs: { '': meta }\n",
		  "s/a.yaml:1:10: error: a sign cannot be nothing\n" },
		{ "signs: { '@': [meta] }\n",
		  "s/a.yaml:1:15: error: an entry of \"signs\" must be text, "
		  "found a list\n" },
		{ "strings: [[a]]\n",
		  "s/a.yaml:1:11: error: an entry of \"strings\" must be "
		  "text, found a list\n" },
		{ "inside: { x: javascritp }\n",
		  "s/a.yaml:1:14: error: there is no language "
		  "\"javascritp\"\n"
		  "  hint: did you mean \"javascript\"?\n" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct diags *diags = diags_new();
		struct syntaxes *all = known(diags, *state);
		bool ok;

		folder_enter();
		folder_put("s/a.yaml", CASES[i].text);
		ok = syntaxes_read(diags, "s", all, *state) &&
		     syntaxes_join(diags, all);
		assert_false(ok);
		assert_str(told(diags, *state), CASES[i].message);
		diags_free(diags);
		folder_leave();
	}
}

static void two_languages_of_a_folder_have_two_names(void **state)
{
	struct diags *diags = diags_new();
	struct syntaxes *all = syntaxes_new(*state);

	folder_enter();
	folder_put("s/a.yaml", "aliases: x\n");
	folder_put("s/b.yaml", "aliases: X\n");
	assert_false(syntaxes_read(diags, "s", all, *state));
	assert_str(told(diags, *state),
		   "s/b.yaml:1:1: error: two languages are called \"X\"\n"
		   "s/a.yaml:1:1: note: the other one is here\n");
	diags_free(diags);
	folder_leave();
}

/* What is printed, without the lines shown from the file. */
static struct str told(struct diags *diags, struct arena *arena)
{
	struct str rest = printed(diags, arena), made;
	struct buf kept = { 0 };

	while (rest.len) {
		struct str line = str_cut(&rest, '\n');

		if (str_starts(line, "    "))
			continue;
		buf_raw(&kept, line);
		buf_char(&kept, '\n');
	}
	made = buf_copy(&kept, arena);
	buf_release(&kept);
	return made;
}

/* Read once from where the program of the tests was started. */
static struct syntaxes *known(struct diags *diags, struct arena *arena)
{
	static char dir[512];
	struct syntaxes *all = syntaxes_new(arena);

	if (!*dir && !realpath("themes/default/syntax", dir))
		fail_msg("the default theme is not here");
	if (!syntaxes_read(diags, dir, all, arena) ||
	    !syntaxes_join(diags, all))
		fail_msg("%s", printed(diags, arena).ptr);
	return all;
}

/* Without tags, and what stands for signs as those. */
static struct str plain_of(struct str html, struct arena *arena)
{
	static const struct {
		struct str entity;
		char sign;
	} SIGNS[] = { { STR_INIT("&amp;"), '&' },
		      { STR_INIT("&lt;"), '<' },
		      { STR_INIT("&gt;"), '>' },
		      { STR_INIT("&quot;"), '"' },
		      { STR_INIT("&#39;"), '\'' } };
	struct buf plain = { 0 };
	struct str made;

	for (size_t i = 0; i < html.len;) {
		size_t k = 0;

		while (k < 5 &&
		       !str_starts(str_from_byte(html, i), SIGNS[k].entity.ptr))
			k++;
		if (k < 5) {
			buf_char(&plain, SIGNS[k].sign);
			i += SIGNS[k].entity.len;
		} else if (html.ptr[i] == '<') {
			i += str_find(str_from_byte(html, i), '>') + 1;
		} else {
			buf_char(&plain, html.ptr[i++]);
		}
	}
	made = buf_copy(&plain, arena);
	buf_release(&plain);
	return made;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_language_has_its_words_comments_strings_and_numbers),
		TEST(the_text_comes_out_byte_for_byte),
		TEST(hostile_code_takes_linear_time),
		TEST(a_language_nobody_knows_is_told_of),
		TEST(a_language_nobody_knows_is_told_of_once_a_file),
		TEST(a_later_folder_adds_and_replaces),
		TEST(a_mistake_in_a_language_is_told_with_its_place),
		TEST(two_languages_of_a_folder_have_two_names),
	};

	return RUN(tests);
}
