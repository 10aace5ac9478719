/*
 * What `paragone import` makes of articles and sheets that are written oddly,
 * and that nothing of them is lost without a word.  tests/import and
 * tests/spreadsheets have what is usual.
 */
#include "line.h"

/* A part of a file that an import makes. */
struct made {
	const char *file, *text;
};

/* Imports "x.md" or so into "c"; each of those parts is there. */
static void assert_made(const char *path, const char *text,
			const struct made *made, struct arena *arena)
{
	const char *words[] = { "import", path, "-o", "c", NULL };
	struct str said;

	setenv("SOURCE_DATE_EPOCH", "1795219200", 1);
	folder_enter();
	folder_put("c/site.yaml", "title: x\n");
	assert_true(fence_folder("c", "the content folder"));
	folder_put(path, text);
	said = line_run(arena, words);
	if (!str_starts(said, "[0] "))
		fail_msg("%s: %s", path, said.ptr);
	for (; made->file; made++) {
		struct str all = str_is(str_from(made->file), "said")
					 ? said
					 : said_by(made->file, arena);

		if (!strstr(all.ptr, made->text))
			fail_msg("%s is\n%s\nwithout\n%s", made->file, all.ptr,
				 made->text);
	}
	folder_leave();
}

static const char WITH_FRONT_MATTER[] =
	"---\n"
	"title: Ann & Bob's \"Oak\" vs. Elm\n"
	"date: 2026-13-40\n"
	"updated: 2026-11-21\n"
	"description: []\n"
	"author:\n"
	"  - name: Ann\n"
	"  - Bob\n"
	"tags: [trees, \"a b\", 木, Trees]\n"
	"categories: {a: b}\n"
	"canonical: https://www.example.org/x\n"
	"lang: en\n"
	"extra: [1, {a: b}]\n"
	"empty:\n"
	"nothing: []\n"
	"---\n"
	"Oak vs. Elm: which one?\n"
	"\n"
	"![x](a.png) Intro with a [link](https://www.example.org/x) and <br> `code`.\n"
	"\n"
	"Which to choose?\n"
	"================\n"
	"\n"
	"**Winner: Oak**\n"
	"\n"
	"1. **Growth.** Oak grows slowly. Elm grows fast.\n"
	"2. **Wood** Both are good.\n"
	"3. Elm.\n"
	"\n"
	"## Speed\n"
	"\n"
	"Oak: 4/10\n"
	"Elm: 8/10\n"
	"\n"
	"### Oak\n"
	"\n"
	"Slow.\n"
	"\n"
	"### Elm\n"
	"\n"
	"Fast.\n"
	"\n"
	"The winner is Elm.\n"
	"\n"
	"## Price\n"
	"\n"
	"| | Oak | Elm |\n"
	"|---|---|---|\n"
	"| Price | $5 | $6 |\n"
	"| Good | Yes | No |\n"
	"| Rating | 4/5 | 3.5/5 |\n"
	"| Total | 9 | 9.5 |\n"
	"\n"
	"## Pros and cons\n"
	"\n"
	"| Pros | Cons |\n"
	"|---|---|\n"
	"| fast | dear |\n"
	"\n"
	"### Oak pros\n"
	"\n"
	"- fast\n"
	"- cheap\n"
	"\n"
	"### Oak cons\n"
	"\n"
	"- none\n"
	"\n"
	"## FAQ\n"
	"\n"
	"### Is oak good?\n"
	"\n"
	"Yes.\n"
	"\n"
	"**Is elm good?**\n"
	"\n"
	"No.\n"
	"\n"
	"## Who uses them?\n"
	"\n"
	"- Oak: boats\n"
	"- Elm: chairs\n"
	"\n"
	"## Conclusion\n"
	"\n"
	"Oak wins 3-2.\n"
	"\n"
	"## References\n"
	"\n"
	"- [Flora](https://flora.example/a)\n"
	"- https://flora.example/b\n"
	"- Flora, 2020\n";

static const char IN_ROUNDS[] =
	"# Oak vs Elm\n"
	"\n"
	"Intro about trees.\n"
	"\n"
	"## Speed: Oak vs Elm\n"
	"\n"
	"**Oak**\n"
	"\n"
	"Slow: 3/10\n"
	"\n"
	"**Elm**\n"
	"\n"
	"Fast: 7/10\n"
	"\n"
	"Elm wins this round.\n"
	"\n"
	"## Strength\n"
	"\n"
	"1. **Bending.** Oak bends.\n"
	"2. **Load:** Elm bears more.\n"
	"\n"
	"- Oak: 4 stars\n"
	"- Elm: ★★★☆☆\n"
	"\n"
	"## Oak\n"
	"\n"
	"### What is Oak?\n"
	"\n"
	"A tree.\n"
	"\n"
	"### Price\n"
	"\n"
	"$5\n"
	"\n"
	"### Pros\n"
	"\n"
	"* long-lived\n"
	"* hard.\n"
	"\n"
	"### Cons\n"
	"\n"
	"* slow\n"
	"\n"
	"## Elm\n"
	"\n"
	"### What is Elm?\n"
	"\n"
	"Another tree.\n"
	"\n"
	"### Price\n"
	"\n"
	"$6\n"
	"\n"
	"### Best for\n"
	"\n"
	"Streets.\n"
	"\n"
	"## Comparison table\n"
	"\n"
	"| Feature | Weight | Oak | Elm | Winner | Notes |\n"
	"|---|---|---|---|---|---|\n"
	"| Growth | 20% | 7/10 | 8/10 | Elm | fast |\n"
	"| Shade | 30% | 9/10 | 6/10 | Oak | |\n"
	"| Cost | 50% | 5/10 | 5/10 | Tie | same |\n"
	"| Total | 100% | 6.5 | 6 | Oak | |\n"
	"\n"
	"## Which one should you choose?\n"
	"\n"
	"Choose Oak if you have time.\n"
	"\n"
	"Choose Elm if you do not.\n"
	"\n"
	"## FAQ\n"
	"\n"
	"**Q: Is oak hard?**\n"
	"\n"
	"A: Yes.\n"
	"\n"
	"**Q: Is elm soft?**\n"
	"\n"
	"A: No.\n"
	"\n"
	"## Verdict\n"
	"\n"
	"Oak: 9, Elm: 7. Oak is the winner.\n";

static const char PLAIN[] = "Oak vs Elm\n"
			    "\n"
			    "Which tree is better? We looked at both\n"
			    "for a year.\n"
			    "\n"
			    "SPEED\n"
			    "\n"
			    "Oak is slow.\n"
			    "Elm is fast.\n"
			    "\n"
			    "- Oak: 3/10\n"
			    "- Elm: 8/10\n"
			    "\n"
			    "Name\tOak\tElm\n"
			    "Height\t30\t25\n"
			    "Width\t10\t12\n"
			    "\n"
			    "Price:\n"
			    "1) Oak costs 5\n"
			    "2) Elm costs 6\n"
			    "\n"
			    "Pros of Oak:\n"
			    "* lives long\n"
			    "* hard wood\n"
			    "\n"
			    "Final verdict\n"
			    "\n"
			    "Oak wins (2-1).\n"
			    "\n"
			    "Sources\n"
			    "\n"
			    "https://flora.example/a\n";

static const char PAGE[] =
	"<!DOCTYPE html><html lang=en><head><title>Oak vs Elm | Trees</title>\n"
	"<meta name=author content=\"Ann\"><meta property=\"article:published_time\" content=\"2026-01-02T10:00:00Z\">\n"
	"<link rel=canonical href=\"https://www.trees.example/oak-vs-elm\"><meta name=description content=\"Trees &amp; more\">\n"
	"<script type=\"application/ld+json\">{\"@type\":\"Article\"}</script></head><body>\n"
	"<nav><a href=/>Home</a></nav><main><article>\n"
	"<h1>Oak vs Elm</h1><p>By Ann</p>\n"
	"<div>Some bare words <b>bold</b> and <i>i</i><br>next line</div>\n"
	"<p>A <a href=\"javascript:x\">bad</a> <a href=\"https://a.example/\">good</a> <code>x`y</code> <img src=a.png alt=pic></p>\n"
	"<pre><code class=\"language-c\">int a;\n"
	"</code></pre>\n"
	"<blockquote><p>Said <q>someone</q></p></blockquote>\n"
	"<h2>Speed</h2><ul><li>Oak: 4/10<ul><li>deep</li></ul></li><li><p>Elm: 8/10</p></li></ul>\n"
	"<h2>Price</h2>\n"
	"<table><caption>Prices</caption><thead><tr><th></th><th>Oak</th><th>Elm</th></tr></thead>\n"
	"<tbody><tr><td>Price</td><td>$5</td><td>$6</td></tr><tr><td colspan=2>Shade</td><td>x</td></tr><tr><th>Height</th><td rowspan=2>30 m</td><td>25 m</td></tr><tr><td>Age</td><td>90</td></tr></tbody></table>\n"
	"<table><tr><td>lone</td></tr></table>\n"
	"<dl><dt>Wood</dt><dd>hard</dd></dl>\n"
	"<details><summary>Is oak good?</summary>Yes.</details>\n"
	"<figure><img src=b.png alt=\"\"><figcaption>Fig</figcaption></figure>\n"
	"<h2>Verdict</h2><p>Oak wins.</p><hr><ol start=3><li>one<li>two</ol>\n"
	"<aside><p>Related posts</p></aside><p hidden>secret</p><form><input></form>\n"
	"</article></main><footer>(c)</footer></body></html>\n";

#define REPORT "c/oak-vs-elm/import-report.txt"
#define MADE(path, text, ...)                                             \
	assert_made(path, text,                                           \
		    (const struct made[]){ __VA_ARGS__, { NULL, NULL } }, \
		    *state)

static void what_front_matter_says_is_kept_or_reported(void **state)
{
	MADE("x.md", WITH_FRONT_MATTER,
	     { "c/oak-vs-elm/comparison.md",
	       "---\n"
	       "title: \"Ann & Bob's \\\"Oak\\\" vs. Elm\"\n"
	       "summary: \"Intro with a link and code.\"\n"
	       "date: 2026-11-21\n"
	       "authors:\n  - \"Ann\"\n  - \"Bob\"\n"
	       "tags:\n  - \"trees\"\n  - \"a b\"\n  - \"木\"\n"
	       "canonical: \"https://www.example.org/x\"\n" },
	     { REPORT, "- front matter left out: date: 2026-13-40\n"
		       "- front matter left out: categories: (a mapping)\n"
		       "- front matter left out: lang: en\n"
		       "- front matter left out: extra: (a list)\n"
		       "- front matter left out: Trees\n" },
	     { REPORT, "\n- a.png (x)\n" },
	     { "c/oak-vs-elm/sources.yaml",
	       "\"flora-2\":\n  title: \"https://flora.example/b\"\n" },
	     { "c/oak-vs-elm/faq.md",
	       "## Is oak good?\n\nYes.\n\n### Is elm good?\n\nNo.\n" },
	     { "c/oak-vs-elm/unplaced.md", "- Flora, 2020\n" });
	MADE("x.md", "---\n- a\n---\n# Oak vs Elm\n\nText.\n",
	     { "said", "x.md:1:1: warning: the front matter is not YAML: it is "
		       "kept as text\n" });
}

static void rounds_and_tables_become_points(void **state)
{
	MADE("x.md", IN_ROUNDS,
	     { "said", "c/oak-vs-elm: 2 options, 5 criteria, tally 2–3\n" },
	     { "c/oak-vs-elm/scores.csv",
	       "speed,oak,0,x,\"Elm wins this round.\"\n"
	       "speed,elm,1,x,\"Elm wins this round.\"\n"
	       "growth,oak,0,x,\"\"\ngrowth,elm,1,x,\"\"\n"
	       "shade,oak,1,x,\"\"\nshade,elm,0,x,\"\"\n" },
	     { "c/oak-vs-elm/criteria/50-cost.md",
	       "---\ntitle: \"Cost\"\nweight: 50\n---\n" },
	     { "c/oak-vs-elm/guide.md",
	       "Choose Oak if you have time.\n\nChoose Elm if you do not.\n" });
}

static void plain_text_has_headings_lists_and_tables(void **state)
{
	MADE("x.txt", PLAIN, { "said", "19 blocks, 2 not placed" },
	     { REPORT, "line 14: table -> tables/speed-1.md | \n" },
	     { REPORT, "- TODO: line 14, Height, Width: numbers, and nothing "
		       "says out of how many: where they are scores, write "
		       "scores.csv and the scale\n" },
	     { "c/oak-vs-elm/options/oak.md",
	       "pros:\n  - \"lives long\"\n  - \"hard wood\"\n" },
	     { "c/oak-vs-elm/tables/speed-1.md", "| Width | 10 | 12 |" });
}

static void a_page_becomes_what_it_says(void **state)
{
	MADE("x.html", PAGE,
	     { "c/oak-vs-elm/comparison.md",
	       "date: 2026-01-02\nauthors:\n  - \"Ann\"\n"
	       "canonical: \"https://www.trees.example/oak-vs-elm\"\n" },
	     { "c/oak-vs-elm/comparison.md",
	       "Some bare words **bold** and *i* next line\n\n"
	       "A bad [good](https://a.example/) ``x`y``\n\n"
	       "```c\nint a;\n```\n\n> Said someone\n" },
	     { "c/oak-vs-elm/criteria/10-speed.md",
	       "## Oak\n- Oak: 4/10\n    - deep\n" },
	     { REPORT, "Images, none of them copied\n\n- a.png (pic)\n"
		       "- b.png ()\n" },
	     { "c/oak-vs-elm/unplaced.md", "Related posts" });
}

static void a_sheet_with_remarks_and_gaps_is_read(void **state)
{
	MADE("a.csv",
	     "Best laptops of 2026,,,,,,,,\n"
	     "All prices are in euro.,,,,,,,,\n"
	     "Model,Price (EUR),Price (EUR),Weight,Rating,Website,Good,Notes,Stars\n"
	     "Oak 1,\"1.299,00\",1299,1.2 kg,4/5,https://oak.example/,yes,fine,****\n"
	     "Elm 2,899 €,899,1.5 kg,3.5/5,https://elm.example/,no,\"n/a\",***\n"
	     "Ash (3),#N/A,,-,5/5,none,partial,\"* see below\",★★★★☆\n"
	     "\"Yew, 4\",~700,700,1,300 g,4/5,,?,5 stars\n"
	     "Average,966,,,,,,,\n"
	     "* prices may differ,,,,,,,,\n",
	     { "c/best-laptops-of-2026/options.csv",
	       "id,name,Price (EUR),Weight,Rating,Website (given),Notes\n"
	       "oak-1,Oak 1,\"1.299,00\",1.2 kg,4/5,https://oak.example/,fine\n"
	       "elm-2,Elm 2,899 €,1.5 kg,3.5/5,https://elm.example/,n/a\n"
	       "ash-3,Ash (3),\\#N/A,\\-,5/5,none,\\* see below\n"
	       "yew-4,\"Yew, 4\",\\~700,1,300 g,4/5,?\n" },
	     { "c/best-laptops-of-2026/scores.csv",
	       "option,price-eur-2,good,stars\n"
	       "oak-1,1299,yes,4\n"
	       "elm-2,899,no,3\n"
	       "ash-3,,partial,4\n"
	       "yew-4,700,,5\n" },
	     { "c/best-laptops-of-2026/criteria.csv",
	       "id,title,better,best,worst\n"
	       "price-eur-2,Price (EUR) (2),lower,,\n"
	       "good,Good,,,\n"
	       "stars,Stars,higher,5,1\n" },
	     { "c/best-laptops-of-2026/import-report.txt",
	       "\n"
	       "Remarks\n"
	       "\n"
	       "- 1 cell could not be computed by the spreadsheet and is empty here: \"#N/A\" in row 6\n"
	       "- 3 cells are taken for empty: \"n/a\" in row 5 and others; where a column is a fact, they stay\n"
	       "- row 8 is computed of the others, and no option: Average; 966\n" });
}

static void a_sheet_by_criterion_is_read(void **state)
{
	MADE("b.csv",
	     "Criterion;Weight;Unit;Better;Oak;Elm;Source;Question\n"
	     "Growth;20%;cm;higher;30;40;Flora;How fast?\n"
	     "Price;30%;€;lower;5;6;https://f.example/a;\n"
	     "Shade;50%;;;yes;no;Flora;\n"
	     ";;;;1;2;;\n"
	     "Total;100%;;;9;8;;\n",
	     { "c/b/criteria.csv", "id,title,weight,unit,better,question\n"
				   "growth,Growth,20,cm,higher,How fast?\n"
				   "price,Price,30,€,lower,\n"
				   "shade,Shade,50,,,\n" },
	     { "c/b/scores.csv", "criterion,option,score,source\n"
				 "growth,oak,30,flora\n"
				 "growth,elm,40,flora\n"
				 "price,oak,5,f-example\n"
				 "price,elm,6,f-example\n"
				 "shade,oak,yes,flora\n"
				 "shade,elm,no,flora\n" },
	     { "c/b/options.csv", "id,name\n"
				  "oak,Oak\n"
				  "elm,Elm\n" },
	     { "c/b/sources.yaml", "\"flora\":\n"
				   "  title: \"Flora\"\n"
				   "\"f-example\":\n"
				   "  title: \"https://f.example/a\"\n"
				   "  url: \"https://f.example/a\"\n" },
	     { "c/b/import-report.txt",
	       "\n"
	       "Remarks\n"
	       "\n"
	       "- row 5 has no name, and is no criterion: 1; 2\n" });
}

static void a_long_sheet_of_judges_is_read(void **state)
{
	MADE("c.csv",
	     "criterion,option,score,judge,confidence,date,source,note\n"
	     "Growth,Oak,4,Ann,high,2026-01-02,Flora,\"fast, they say\"\n"
	     "Growth,Elm,5,Ann,h,21.11.2026,Flora,\n"
	     "Growth,Oak,3,Bo,mittel,,,\n"
	     "Growth,Elm,4,Bo,low,,https://f.example/,\n"
	     "Price,Oak,2,Ann,?,,,\n"
	     "Price,Elm,3,Ann,,,,\n"
	     ",Elm,3,Ann,,,,\n"
	     "Price,,3,Ann,,,,\n",
	     { "c/c/scores.csv",
	       "criterion,option,score,judge,confidence,source,date,note\n"
	       "growth,oak,4,Ann,high,flora,2026-01-02,\"fast, they say\"\n"
	       "growth,elm,5,Ann,high,flora,,21.11.2026\n"
	       "growth,oak,3,Bo,medium,,,\n"
	       "growth,elm,4,Bo,low,f-example,,\n"
	       "price,oak,2,Ann,,,,confidence: ?\n"
	       "price,elm,3,Ann,,,,\n" },
	     { "c/c/import-report.txt",
	       "\n"
	       "Remarks\n"
	       "\n"
	       "- 1 cell is taken for empty: \"?\" in row 6; where a column is a fact, they stay\n"
	       "- row 8 lacks a criterion or an option: Elm; 3; Ann\n"
	       "- row 9 lacks a criterion or an option: Price; 3; Ann\n" });
}

static void a_sheet_with_two_rows_of_heads_is_read(void **state)
{
	MADE("d.csv",
	     "Criterion,Oak,,Elm,\n"
	     ",Score,Note,Score,Note\n"
	     "Growth,4,slow,5,fast\n"
	     "Price,3,,2,dear\n"
	     "Source,1,,2,\n"
	     "木,5,,5,\n"
	     "木,4,,3,\n",
	     { "c/d/criteria.csv", "id,title\n"
				   "growth,Growth\n"
				   "price,Price\n"
				   "source-value,Source\n"
				   "criterion-4,木\n"
				   "2,木 (2)\n" },
	     { "c/d/scores.csv", "criterion,option,score,note\n"
				 "growth,oak,4,slow\n"
				 "growth,elm,5,fast\n"
				 "price,oak,3,\n"
				 "price,elm,2,dear\n"
				 "source-value,oak,1,\n"
				 "source-value,elm,2,\n"
				 "criterion-4,oak,5,\n"
				 "criterion-4,elm,5,\n"
				 "2,oak,4,\n"
				 "2,elm,3,\n" },
	     { "c/d/import-report.txt", "\n"
					"Remarks\n"
					"\n"
					"- none\n" });
}

static void a_sheet_of_mixed_values_is_read(void **state)
{
	MADE("e.tsv",
	     "\tOak\tElm\n"
	     "Speed\t4 km/h\t5 km/h\n"
	     "Speed\t8\tmixed\n"
	     "Mass\t5 kg\t6 lb\n"
	     "Date\t2026-01-02\t3 Jan 2025\n"
	     "Ok\t✓\t✗\n"
	     "Rank\t#1\t2.\n"
	     "Share\t50%\t0.5\n"
	     "Long\ta very long text that says quite a lot about this tree and goes on\tanother\n",
	     { "c/e/options.csv",
	       "id,name,Speed (2),Mass,Date,Share,Long\n"
	       "oak,Oak,8,5 kg,2026-01-02,50%,a very long text that says quite a lot about this tree and goes on\n"
	       "elm,Elm,mixed,6 lb,3 Jan 2025,0.5,another\n" },
	     { "c/e/criteria.csv", "id,title,unit,better\n"
				   "speed,Speed,km/h,higher\n"
				   "ok,Ok,,\n" },
	     { "c/e/scores.csv", "option,speed,ok\n"
				 "oak,4,yes\n"
				 "elm,5,no\n" },
	     { "c/e/import-report.txt",
	       "\n"
	       "Remarks\n"
	       "\n"
	       "- row 7 is computed of the others: Rank; #1; 2.\n" });
}

static void a_sheet_with_names_twice_is_read(void **state)
{
	MADE("h.csv",
	     "Name,Size\n"
	     "Oak,1\n"
	     "Oak,2\n"
	     "ELM,3\n"
	     "elm,4\n",
	     { "c/h/options.csv", "id,name,Size\n"
				  "oak-1,Oak (1),1\n"
				  "oak-2,Oak (2),2\n"
				  "elm-3,ELM (3),3\n"
				  "elm-4,elm (4),4\n" },
	     { "c/h/import-report.txt", "\n"
					"Remarks\n"
					"\n"
					"- none\n" });
}

static void a_sheet_with_numbers_and_groups_is_read(void **state)
{
	MADE("i.csv",
	     "Nr,Group,Name,Size,Total\n"
	     "1,A,Oak,1,5\n"
	     "2,A,Elm,2,4\n"
	     "3,B,Ash,x,3\n",
	     { "c/i/options.csv", "id,name,group,Nr,Size,Total\n"
				  "oak,Oak,A,1,1,5\n"
				  "elm,Elm,A,2,2,4\n"
				  "ash,Ash,B,3,x,3\n" },
	     { "c/i/import-report.txt", "\n"
					"Remarks\n"
					"\n"
					"- none\n" });
}

static void a_sheet_without_ids_is_read(void **state)
{
	MADE("j.csv",
	     "Name,木,source\n"
	     "Oak,1,2\n"
	     "樹,3,4\n"
	     ",5,6\n",
	     { "c/j/criteria.csv", "id,title\n"
				   "criterion-1,木\n"
				   "source-value,Source\n" },
	     { "c/j/options.csv", "id,name\n"
				  "oak,Oak\n"
				  "option-2,樹\n" },
	     { "c/j/scores.csv", "option,criterion-1,source-value\n"
				 "oak,1,2\n"
				 "option-2,3,4\n" },
	     { "c/j/import-report.txt",
	       "\n"
	       "Remarks\n"
	       "\n"
	       "- row 4 has no name, and is no option: 5; 6\n" });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_front_matter_says_is_kept_or_reported),
		TEST(rounds_and_tables_become_points),
		TEST(plain_text_has_headings_lists_and_tables),
		TEST(a_page_becomes_what_it_says),
		TEST(a_sheet_with_remarks_and_gaps_is_read),
		TEST(a_sheet_by_criterion_is_read),
		TEST(a_long_sheet_of_judges_is_read),
		TEST(a_sheet_with_two_rows_of_heads_is_read),
		TEST(a_sheet_of_mixed_values_is_read),
		TEST(a_sheet_with_names_twice_is_read),
		TEST(a_sheet_with_numbers_and_groups_is_read),
		TEST(a_sheet_without_ids_is_read),
	};

	return RUN(tests);
}
