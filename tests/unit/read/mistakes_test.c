/*
 * Every mistake that an author can make in the content folder: one file is
 * put wrong, and the message is the one expected.
 */
#include "base/buf.h"
#include "folder.h"

struct mistake {
	const char *path, *text; /* no text: the file is missing */
	const char *message;	 /* with its place */
	const char *hint;	 /* or note; may be NULL */
};

#define HEAD "title: A\nsummary: B\ndate: 2026-11-21\n"
#define TREES(yaml) "c/trees/comparison.md", "---\n" yaml "---\n"
#define TEN "0123456789"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define OAK(yaml) "c/trees/options/oak.md", "---\nname: Oak\n" yaml "---\n"
#define SPEED(yaml, body) \
	"c/trees/criteria/10-speed.md", "---\ntitle: Speed\n" yaml "---\n" body
#define BOTH "## Oak\n\n## Elm\n"
#define SCORES(text) "c/trees/scores.csv", text
#define LONG(rows) SCORES("criterion,option,score,judge,confidence,date\n" rows)

static const struct mistake SITE[] = {
	{ "c/Guides/move.md", "---\ntitle: A\n---\n",
	  "c/Guides: error: the name of a folder of pages must be lower-case "
	  "letters, digits and hyphens, found \"Guides\"",
	  NULL },
	{ "c/tags/move.md", "---\ntitle: A\n---\n",
	  "c/tags: error: a folder of pages cannot be called \"tags\"", NULL },
	{ "c/guides/To_do.md", "---\ntitle: A\n---\n",
	  "c/guides/To_do.md: error: a page cannot be called \"To_do\"", NULL },
	{ "c/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/a.md", "---\ntitle: A\n---\n",
	  "c/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g: error: pages are more than 16 "
	  "folders deep",
	  NULL },
	{ "c/site.yaml", "title: A\npublish: { to: git, host: evil }\n",
	  "c/site.yaml:2:27: error: \"host\" cannot be \"evil\"",
	  "it can be \"github\", \"gitlab\", \"netlify\", \"cloudflare\", "
	  "\"s3\" or \"nginx\"" },
	{ "c/site.yaml", "title: A\npublish: { to: git, host: githob }\n",
	  "c/site.yaml:2:27: error: \"host\" cannot be \"githob\"",
	  "did you mean \"github\"?" },
	{ "c/site.yaml", "title: A\npublish: { to: git, branch: HEAD }\n",
	  "c/site.yaml:2:29: error: \"branch\" is no name of a branch, such as "
	  "gh-pages",
	  NULL },
	{ "c/site.yaml", "title: A\ncsp: { foo: [https://a.example] }\n",
	  "c/site.yaml:2:8: error: csp has no key \"foo\"",
	  "it may have \"style-src\", \"img-src\", \"font-src\", " },
	{ "c/site.yaml", NULL, "c/site.yaml: error: there is no such file",
	  "a site needs site.yaml with a title" },
	{ "c/site.yaml", "", "c/site.yaml:1:1: error: the site needs \"title\"",
	  NULL },
	{ "c/site.yaml", "title: C#: a view\n",
	  "c/site.yaml:1:10: error: this is no YAML: mapping values are not "
	  "allowed in this context",
	  "put the text in quotes: title: \"C#: a view\"" },
	{ "c/site.yaml", "title: a: \"b\"\n",
	  "c/site.yaml:1:9: error: this is no YAML: mapping values are not "
	  "allowed in this context",
	  "put the text in quotes: title: 'a: \"b\"'" },
	{ "c/site.yaml", "title: a: \"b's\"\n",
	  "c/site.yaml:1:9: error: this is no YAML: mapping values are not "
	  "allowed in this context",
	  "put the text in quotes" },
	{ "c/site.yaml", "title: @x\n",
	  "c/site.yaml:1:8: error: this is no YAML: found character that "
	  "cannot start any token",
	  "put the text in quotes: title: \"@x\"" },
	{ "c/site.yaml", "title: %x\n",
	  "c/site.yaml:1:8: error: this is no YAML: found character that "
	  "cannot start any token",
	  "put the text in quotes: title: \"%x\"" },
	{ "c/site.yaml", "title: *x\n",
	  "c/site.yaml:1:8: error: aliases are not allowed",
	  "put the text in quotes: title: \"*x\"" },
	{ "c/site.yaml", "title: &x y\n",
	  "c/site.yaml:1:8: error: anchors are not allowed",
	  "put the text in quotes: title: \"&x y\"" },
	{ "c/site.yaml", "title: !x\n",
	  "c/site.yaml:1:8: error: tags are not allowed",
	  "put the text in quotes: title: \"!x\"" },
	{ "c/site.yaml", "title: [a] b\n",
	  "c/site.yaml:1:12: error: this is no YAML: did not find expected key",
	  "put the text in quotes: title: \"[a] b\"" },
	{ "c/site.yaml", "title: a\ncsp:\n  images:\n    - *x\n",
	  "c/site.yaml:4:7: error: aliases are not allowed",
	  "put the text in quotes: - \"*x\"" },
	{ "c/site.yaml", "title: a\n\tmenu: []\n",
	  "c/site.yaml:2:1: error: this is no YAML: found a tab character that "
	  "violates indentation",
	  "indent with spaces, not with a tab" },
	{ "c/site.yaml", "title: a\ntagline: The #1 choice\n",
	  "c/site.yaml:2:14: warning: \"#1 choice\" is a comment here, not text",
	  "put the whole text in quotes, or a space behind the \"#\"" },
	{ OAK("color: #aa3300\n"),
	  "c/trees/options/oak.md:3:8: warning: \"#aa3300\" is a comment here, "
	  "not text",
	  "put it in quotes: \"#aa3300\"" },
	{ "c/site.yaml", "title: a\nmenus: []\nmenu: []\n",
	  "c/site.yaml:2:1: error: the site has no key \"menus\"", NULL },
	{ "c/site.yaml", "title: ''\n",
	  "c/site.yaml:1:8: error: the site needs \"title\"", NULL },
	{ "c/site.yaml", "- a\n",
	  "c/site.yaml:1:1: error: the site must be a mapping, found a list",
	  NULL },
	{ "c/site.yaml", "title: [a]\n",
	  "c/site.yaml:1:8: error: \"title\" must be text, found a list",
	  NULL },
	{ "c/site.yaml", "title: a\nmenus: []\n",
	  "c/site.yaml:2:1: error: the site has no key \"menus\"",
	  "did you mean \"menu\"?" },
	{ "c/site.yaml", "title: a\nbanner_text: Hello\n",
	  "c/site.yaml:2:1: error: the site has no key \"banner_text\"",
	  "values of your own stand under `params`" },
	{ "c/trees/guide.md", "---\nbanner: Hello\n---\n",
	  "c/trees/guide.md:2:1: error: the guide has no key \"banner\"",
	  "it may have \"title\", \"samples\" or \"params\"; values of your own "
	  "stand under `params`" },
	{ "c/site.yaml", "title: a\nunsafe_html: maybe\n",
	  "c/site.yaml:2:14: error: \"unsafe_html\" must be yes or no, found "
	  "\"maybe\"",
	  NULL },
	{ "c/site.yaml", "title: a\nbase_url: ftp://a.org/\n",
	  "c/site.yaml:2:11: error: \"base_url\" must be an address such as "
	  "https://example.org/trees/, found \"ftp://a.org/\"",
	  "http:// or https://, a host, and a path of letters, digits and "
	  "-._~" },
	{ "c/site.yaml", "title: a\nbase_url: https:///a\n",
	  "c/site.yaml:2:11: error: \"base_url\" must be an address such as "
	  "https://example.org/trees/, found \"https:///a\"",
	  "http:// or https://, a host, and a path of letters, digits and "
	  "-._~" },
	{ "c/site.yaml", "title: a\nbase_url: \"https://a.org/x;\\n}\"\n",
	  "c/site.yaml:2:11: error: \"base_url\" must be an address such as "
	  "https://example.org/trees/, found \"https://a.org/x; }\"",
	  "http:// or https://, a host, and a path of letters, digits and "
	  "-._~" },
	{ "c/site.yaml", "title: a\nbase_url: https://b\xC3\xBC.org/\n",
	  "c/site.yaml:2:11: error: \"base_url\" must be an address such as "
	  "https://example.org/trees/, found \"https://b\xC3\xBC.org/\"",
	  "letters beyond ASCII are written xn--\xE2\x80\xA6 in a host, and not "
	  "at all in a path" },
	{ "c/site.yaml", "title: a\npublish: { domain: a.org/b }\n",
	  "c/site.yaml:2:20: error: \"domain\" must be a host name such as "
	  "www.example.org, found \"a.org/b\"",
	  "the name alone, without https:// and a path" },
	{ "c/site.yaml", "title: a\npublish: { domain: b\xC3\xBC.org }\n",
	  "c/site.yaml:2:20: error: \"domain\" must be a host name such as "
	  "www.example.org, found \"b\xC3\xBC.org\"",
	  "letters beyond ASCII are written xn--\xE2\x80\xA6" },
	{ "c/site.yaml", "title: a\npublish: { domain: 10.0.0.1 }\n",
	  "c/site.yaml:2:20: error: \"domain\" must be a host name such as "
	  "www.example.org, found \"10.0.0.1\"",
	  "the name alone, without https:// and a path" },
	{ "c/site.yaml", "title: a\nbase_url: https://a.org/?b\n",
	  "c/site.yaml:2:11: error: \"base_url\" must be an address such as "
	  "https://example.org/trees/, found \"https://a.org/?b\"",
	  "http:// or https://, a host, and a path of letters, digits and "
	  "-._~" },
	{ "c/site.yaml", "title: a\ncsp: { img-scr: [b] }\n",
	  "c/site.yaml:2:8: error: csp has no key \"img-scr\"",
	  "did you mean \"img-src\"?" },
	{ "c/site.yaml", "title: a\ncsp: { img-src: https://b.org }\n",
	  "c/site.yaml:2:17: error: \"img-src\" must be a list, found text",
	  NULL },
	{ "c/site.yaml", "title: a\ncsp: { img-src: [none] }\n",
	  "c/site.yaml:2:18: error: \"none\" adds nothing to \"img-src\"",
	  "csp only adds to what pages may load: leave it out" },
	{ "c/site.yaml", "title: a\ncsp: { frame-ancestors: [self] }\n",
	  "c/site.yaml:2:26: warning: \"frame-ancestors\" is heard in a header "
	  "only, and none is written for a host that is not named",
	  "headers are written for `publish: { host: \xE2\x80\xA6 }` netlify, "
	  "cloudflare and nginx" },
	{ "c/site.yaml",
	  "title: a\ncsp: { img-src: [\"a.org; script-src *\"] }\n",
	  "c/site.yaml:2:18: error: \"a.org; script-src *\" is no source of a "
	  "Content-Security-Policy",
	  "write a host such as https://img.example.org or *.example.org, a "
	  "scheme such as data:, or self" },
	{ "c/site.yaml", "title: a\ncsp: { img-src: [\"nonce-abc\"] }\n",
	  "c/site.yaml:2:18: error: \"nonce-abc\" is no source of a "
	  "Content-Security-Policy",
	  "write a host such as https://img.example.org or *.example.org, a "
	  "scheme such as data:, or self" },
	{ "c/site.yaml", "title: a\ncsp: { img-src: [\"https://a.org/$b\"] }\n",
	  "c/site.yaml:2:18: error: \"https://a.org/$b\" is no source of a "
	  "Content-Security-Policy",
	  "write a host such as https://img.example.org or *.example.org, a "
	  "scheme such as data:, or self" },
	{ "c/site.yaml", "title: a\ncsp: { img-src: [\"selff\"] }\n",
	  "c/site.yaml:2:18: error: \"selff\" is no source of a "
	  "Content-Security-Policy",
	  "write a host such as https://img.example.org or *.example.org, a "
	  "scheme such as data:, or self" },
	{ "c/site.yaml", "title: a\ncsp: { img-src: [\"data:x\"] }\n",
	  "c/site.yaml:2:18: error: \"data:x\" is no source of a "
	  "Content-Security-Policy",
	  "write a host such as https://img.example.org or *.example.org, a "
	  "scheme such as data:, or self" },
	{ "c/site.yaml", "title: a\ncsp: { img-src: [\"sha256-a\"] }\n",
	  "c/site.yaml:2:18: error: \"sha256-a\" is no source of a "
	  "Content-Security-Policy",
	  "write a host such as https://img.example.org or *.example.org, a "
	  "scheme such as data:, or self" },
	{ "c/site.yaml",
	  "title: a\ncsp: { img-src: [\"https://a.org:80x\"] }\n",
	  "c/site.yaml:2:18: error: \"https://a.org:80x\" is no source of a "
	  "Content-Security-Policy",
	  "write a host such as https://img.example.org or *.example.org, a "
	  "scheme such as data:, or self" },
	{ "c/site.yaml", "title: a\ncheck: { off: [clam] }\n",
	  "c/site.yaml:2:16: error: there is no finding \"clam\" to switch "
	  "off",
	  "did you mean \"claim\"?" },
	{ "c/site.yaml", "title: a\ncheck: { max_age: 2 weeks }\n",
	  "c/site.yaml:2:19: error: \"max_age\" must be an age such as 2 "
	  "years, 18 months or 400 days, found \"2 weeks\"",
	  NULL },
	{ "c/site.yaml", "title: a\nlanguage: ../en\n",
	  "c/site.yaml:2:11: error: \"language\" must be letters, digits and "
	  "hyphens, found \"../en\"",
	  NULL },
	{ "c/site.yaml", "title: a\nmenu: [ { title: b } ]\n",
	  "c/site.yaml:2:9: error: an entry of menu needs either \"page\" or "
	  "\"url\"",
	  NULL },
	{ "c/site.yaml", "title: a\nmenu: [ { title: b, page: abut } ]\n",
	  "c/site.yaml:2:27: error: there is no page abut.md",
	  "did you mean \"about\"?" },
	{ "c/Über.md", "---\ntitle: a\n---\n",
	  "c/Über.md: error: a page cannot be called \"Über\"", NULL },
	{ "c/404.md", "---\ntitle: a\n---\n",
	  "c/404.md: error: a page cannot be called \"404\"", NULL },
	{ "c/about.md", "---\n---\n",
	  "c/about.md:2:1: error: a page needs \"title\"", NULL },
	{ "c/site.yaml", "title: A\npublish: { branch: x }\n",
	  "c/site.yaml:2:20: error: \"branch\" says nothing without \"to\"",
	  "add `to: git`, or leave it out" },
	{ "c/site.yaml", "title: A\npublish: { list: a.paragone, gzip: yes }\n",
	  "c/site.yaml:2:18: error: \"list\" says nothing without \"to\"",
	  "add `to: rsync` or `to: rclone`, or leave it out" },
	{ "c/index.md", "---\nlanguage: fr\n---\n",
	  "c/index.md:2:11: error: the home page is in \"en\", as the site is",
	  NULL },
	{ "c/about.md", "Text.\n",
	  "c/about.md:1:1: error: expected front matter: a line of ---",
	  "begin the file with a line of ---, the keys, and another line of "
	  "---" },
	{ "c/site.yaml", "title: a\npictures: [cards, infographic]\n",
	  "c/site.yaml:2:19: error: there are no pictures \"infographic\"",
	  "did you mean \"infographics\"?" },
	{ "c/site.yaml", "title: a\npictures: [photos]\n",
	  "c/site.yaml:2:12: error: there are no pictures \"photos\"",
	  "there are cards, criterion-cards, option-cards, pair-cards and "
	  "infographics" },
	{ "c/site.yaml", "title: a\npublish: { target: -e }\n",
	  "c/site.yaml:2:20: error: \"target\" cannot begin with \"-\"", NULL },
	{ "c/site.yaml", "title: a\npictures: yes\n",
	  "c/site.yaml:2:11: error: \"pictures\" must be a list", NULL },
	{ "c/about.md", "---\ntitle: a\n",
	  "c/about.md:1:1: error: the front matter is not closed: a second "
	  "line of --- is missing",
	  NULL },
	{ "c/about.md", "---\ntitle: a\n---\n[b](c.md)\n",
	  "c/about.md:4:5: error: there is no file \"c.md\" in c", NULL },
	{ "c/about.md", "---\ntitle: a\xFF\n---\n",
	  "c/about.md:2:9: error: the byte 0xFF is not UTF-8",
	  "save the file as UTF-8" },
	{ "c/about.md", "---\ntitle: a\n---\nb\x01\n",
	  "c/about.md:4:2: error: the control character U+0001 is not text",
	  NULL },
	{ "c/Oak/comparison.md", "---\n---\n",
	  "c/Oak: error: the slug \"Oak\" must be lower-case letters, digits "
	  "and hyphens",
	  NULL },
	{ "c/assets/comparison.md", "---\n---\n",
	  "c/assets: error: a comparison cannot be called \"assets\"", NULL },
	{ "c/search/comparison.md", "---\n---\n",
	  "c/search: error: a comparison cannot be called \"search\"", NULL },
	{ "c/trees/comparison.md", NULL, "c: error: there is no comparison",
	  "a folder with comparison.md is one" },
};

#define LONG_NAME HUNDRED HUNDRED "x"
#define TIMES_10(x) x x x x x x x x x x
#define TIMES_101(x) TIMES_10(TIMES_10(x)) x

static const struct mistake LENGTHS[] = {
	{ "c/site.yaml", "title: " LONG_NAME "\n",
	  "c/site.yaml:1:8: error: \"title\" has 201 characters; it may have "
	  "200 at most",
	  NULL },
	{ OAK("short: " LONG_NAME "\n"),
	  "c/trees/options/oak.md:3:8: error: \"short\" has 201 characters; it "
	  "may have 200 at most",
	  NULL },
	{ OAK("facts: { " LONG_NAME ": a }\n"),
	  "c/trees/options/oak.md:3:10: error: \"facts\" has 201 characters; it "
	  "may have 200 at most",
	  NULL },
	{ "c/trees/sources.yaml", HUNDRED "x: { title: A }\n",
	  "c/trees/sources.yaml:1:1: error: the id has 101 characters; it may "
	  "have 100 at most",
	  NULL },
	{ SCORES("criterion,option,score,judge\nspeed,oak,1," LONG_NAME "\n"),
	  "c/trees/scores.csv:2:13: error: \"judge\" has 201 characters; it may "
	  "have 200 at most",
	  NULL },
	{ SCORES("criterion,oak,elm,source\nspeed,1,2," TIMES_101(
		  "flora;") "\n"),
	  "c/trees/scores.csv:2:11: error: a score cites 100 sources at most",
	  NULL },
	{ TREES("title: A\nsummary: B\ndate: 2026-01-01\noptions: [oak, "
		"elm]\ntags: [" LONG_NAME "]\n"),
	  "c/trees/comparison.md:6:8: error: \"tags\" has 201 characters; it "
	  "may have 200 at most",
	  NULL },
};

static const struct mistake HEADS[] = {
	{ TREES(HEAD "options: [oak, elm]\nscoring: { close: 5% }\n"),
	  "c/trees/comparison.md:6:19: error: \"close\" must be a number, found "
	  "\"5%\"",
	  "write it as a share of 1: 0.05" },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { judges: none }\n"),
	  "c/trees/comparison.md:6:20: error: \"judges\" cannot be \"none\"",
	  "it is \"all\" or \"common\"" },
	{ TREES(HEAD "options: [oak, elm]\n"
		     "scoring: { missing: available, min_coverage: 50 }\n"),
	  "c/trees/comparison.md:6:46: error: \"min_coverage\" must be 0 to "
	  "1, found 50",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { min_coverage: 0.5 }\n"),
	  "c/trees/comparison.md:6:26: error: \"min_coverage\" says nothing "
	  "without \"missing: available\"",
	  "add `missing: available`, or leave it out" },
	{ TREES(HEAD "options: [oak, elm]\ndecision: { chosen: ash }\n"),
	  "c/trees/comparison.md:6:21: error: \"chosen\" must be an option, "
	  "found \"ash\"",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ndecision: { chosen: oka }\n"),
	  "c/trees/comparison.md:6:21: error: \"chosen\" must be an option, "
	  "found \"oka\"",
	  "did you mean \"oak\"?" },
	{ TREES(HEAD "options: [oak, elm]\ndecision: oak\n"),
	  "c/trees/comparison.md:6:11: error: \"decision\" must be a mapping, "
	  "found text",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ndecision: { choice: oak }\n"),
	  "c/trees/comparison.md:6:13: error: decision has no key \"choice\"",
	  "it may have \"status\", \"date\", \"deciders\", \"chosen\" or "
	  "\"because\"" },
	{ TREES(HEAD "options: [oak, elm]\nparams: [a]\n"),
	  "c/trees/comparison.md:6:9: error: \"params\" must be a mapping, "
	  "found a list",
	  NULL },
	{ TREES("title: A\nsummary: B\ndate: 2026-01-01\noptions: [oak, "
		"elm]\ncharts: [rader]\n"),
	  "c/trees/comparison.md:6:10: error: there is no chart \"rader\" to "
	  "ask for",
	  "did you mean \"radar\"?" },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { scale: [-1e308, 1e308] "
		     "}\n"),
	  "c/trees/comparison.md:6:19: error: \"scale\" is wider than a number "
	  "can be",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nrelated: [trees]\n"),
	  "c/trees/comparison.md:6:11: error: this is the comparison itself",
	  NULL },
	{ "c/trees/options/elm.md", "---\nname: oak Tree\n---\n",
	  "c/trees/options/elm.md:2:7: error: \"oak Tree\" is what the option "
	  "\"oak\" is called, too",
	  NULL },
	{ "c/trees/options/elm.md", "---\nname: Elm\nshort: OAK\n---\n",
	  "c/trees/options/elm.md:3:8: error: \"OAK\" is what the option "
	  "\"oak\" is called, too",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ncharts: [pie]\n"),
	  "c/trees/comparison.md:6:10: error: there is no chart \"pie\" to "
	  "ask for",
	  "or \"slope\"; all others are drawn where they say something" },
	{ TREES(HEAD "options: [oak, elm]\ncharts: [value, value: { x: a }]\n"),
	  "c/trees/comparison.md:6:17: error: \"charts\" asks for \"value\" "
	  "twice",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ncharts: [{ value: {}, radar: {} "
		     "}]\n"),
	  "c/trees/comparison.md:6:10: error: an entry of \"charts\" names one "
	  "chart, found 2",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ncharts: [value: { z: a }]\n"),
	  "c/trees/comparison.md:6:19: error: value has no key \"z\"", NULL },
	{ TREES(HEAD "options: [oak, elm]\ncharts: [quadrant: { fields: [a, b] "
		     "}]\n"),
	  "c/trees/comparison.md:6:10: error: a quadrant has four \"fields\", "
	  "found 2",
	  "name them from the top left: [top left, top right, bottom left, "
	  "bottom right]" },
	{ TREES(HEAD "options: [oak, elm]\ncharts: [quadrant]\n"),
	  "c/trees/comparison.md:6:10: error: a quadrant has four \"fields\", "
	  "found 0",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ncharts: [quadrant: { fields: [a, "
		     "b, \"\", c] }]\n"),
	  "c/trees/comparison.md:6:37: error: an entry of \"fields\" has no "
	  "text",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ncharts: [radar, criteria]\n"),
	  "c/trees/comparison.md:6:17: error: there is no chart \"criteria\" "
	  "to ask for",
	  "did you mean \"criterion\"?" },
	{ TREES(HEAD "options: [oak, elm]\nfacts: { age: " HUNDRED HUNDRED
		     "! }\n"),
	  "c/trees/comparison.md:6:15: error: a fact has 200 bytes at most, "
	  "found 201",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\n---\n[=age] years\n"),
	  "c/trees/comparison.md:7:1: error: the fact \"age\" is not in "
	  "comparison.md",
	  "write `facts: { age: … }` there" },
	{ TREES("title: A\nsummary: B\ndate: 2026-01-01\noptions: [oak, "
		"elm]\ncharts: [radar]\n"),
	  "c/trees/comparison.md:6:10: error: the radar does not apply here: "
	  "it needs at least four criteria",
	  NULL },
	{ TREES("title: A\noptions: [oak, elm]\n"),
	  "c/trees/comparison.md:2:1: error: a comparison needs \"summary\"",
	  NULL },
	{ TREES(HEAD "options: [oak]\n"),
	  "c/trees/comparison.md:5:10: error: a comparison needs at least two "
	  "options, found 1",
	  NULL },
	{ TREES(HEAD "options: [oak, elm, oak]\n"),
	  "c/trees/comparison.md:5:21: error: the option \"oak\" is there twice",
	  "c/trees/comparison.md:5:11: note: it was first here" },
	{ TREES(HEAD "options: [oak, Lime tree]\n"),
	  "c/trees/comparison.md:5:16: error: there is no option \"Lime tree\"",
	  NULL },
	{ TREES(HEAD "options: [oak, elm, ash]\n"),
	  "c/trees/comparison.md:5:21: error: there is no file "
	  "c/trees/options/ash.md",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nupdated: 2026-02-29\n"),
	  "c/trees/comparison.md:6:10: error: \"updated\" must be a date such "
	  "as 2026-11-21, found \"2026-02-29\"",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nupdated: 2026-11-20\n"),
	  "c/trees/comparison.md:6:10: error: \"updated\" is before \"date\"",
	  NULL },
	{ TREES("title: A\nsummary: B\n"
		"date: 2026-11-21T12:00+02:00\noptions: [oak, elm]\n"
		"updated: 9999-12-31T23:00:00Z\n"),
	  "c/trees/comparison.md:6:10: error: \"updated\" is after the year "
	  "9999 in the zone of \"date\"",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nverdict: oaks\n"),
	  "c/trees/comparison.md:6:10: error: \"verdict\" must be an option, "
	  "both or none, found \"oaks\"",
	  "did you mean \"oak\"?" },
	{ TREES(HEAD "options: [oak, elm]\ncover: ../about.md\n"),
	  "c/trees/comparison.md:6:8: error: \"about.md\" is no picture",
	  "it is a PNG, JPEG, GIF, WebP, AVIF or SVG, and its name ends so" },
	{ OAK("logo: ../sources.yaml\n"),
	  "c/trees/options/oak.md:3:7: error: \"trees/sources.yaml\" is no picture",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ncover: no.png\n"),
	  "c/trees/comparison.md:6:8: error: there is no file "
	  "\"trees/no.png\" in c",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nrelated: [tree]\n"),
	  "c/trees/comparison.md:6:11: error: there is no comparison \"tree\"",
	  NULL }, /* "trees" is itself */
	{ TREES(HEAD "options: [oak, elm]\npairs: some\n"),
	  "c/trees/comparison.md:6:8: error: \"pairs\" cannot be \"some\"",
	  "it is none, all, { top: 10 }, { within: group }, or a list such as [[oak, elm]]" },
	/* What each hint says can be written, the other does not refuse. */
	{ TREES(HEAD "options: [oak, elm]\npairs: top: 2\n"),
	  "c/trees/comparison.md:6:11: error: this is no YAML: mapping values "
	  "are not allowed in this context",
	  "put what is a text in quotes, pairs: \"top: 2\", and a key of its "
	  "own in braces, pairs: { top: 2 }" },
	{ TREES(HEAD "options: [oak, elm]\npairs: \"top: 2\"\n"),
	  "c/trees/comparison.md:6:8: error: \"pairs\" cannot be \"top: 2\"",
	  "it is none, all, { top: 10 }" },
	{ TREES(HEAD "options: [oak, elm]\ntags: [a, \"\"]\n"),
	  "c/trees/comparison.md:6:11: error: an entry of \"tags\" has no text",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ntags:\n  -\n  - a\n"),
	  "c/trees/comparison.md:7:4: error: an entry of \"tags\" has no text",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ntags: [\"\u00A0\u200B\"]\n"),
	  "c/trees/comparison.md:6:8: error: an entry of \"tags\" has no text",
	  NULL },
	{ TREES("title: \"\u00A0\"\nsummary: B\ndate: 2026-11-21\n"),
	  "error: a comparison needs \"title\"", NULL },
	{ OAK("pros: [\" \"]\n"),
	  "c/trees/options/oak.md:3:8: error: an entry of \"pros\" has no text",
	  NULL },
	{ OAK("facts: { \"\": x }\n"),
	  "c/trees/options/oak.md:3:10: error: a fact has no name", NULL },
	{ TREES(HEAD "options: [oak, elm]\npairs: al\n"),
	  "c/trees/comparison.md:6:8: error: \"pairs\" cannot be \"al\"",
	  "did you mean \"all\"?" },
	{ TREES(HEAD "options: [oak, elm]\npairs: []\n"),
	  "c/trees/comparison.md:6:8: error: \"pairs\" has no pair in its list",
	  "write [[oak, elm]], or none" },
	{ TREES(HEAD "options: [oak, elm]\npairs: { list: [] }\n"),
	  "c/trees/comparison.md:6:16: error: \"pairs\" has no pair in its list",
	  "write [[oak, elm]], or none" },
	{ TREES(HEAD "options: [oak, elm]\npairs: { top: 1 }\n"),
	  "c/trees/comparison.md:6:15: error: \"top\" must be 2 to 10000, found 1",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\npairs: { top: 2.5 }\n"),
	  "c/trees/comparison.md:6:15: error: \"top\" must be a whole number, found 2.5",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\npairs: { top: best }\n"),
	  "c/trees/comparison.md:6:15: error: \"top\" must be a number, found \"best\"",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\npairs: { min_shared: 0 }\n"),
	  "c/trees/comparison.md:6:22: error: \"min_shared\" must be 1 to 10000, found 0",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\npairs: { min_shared: 1.5 }\n"),
	  "c/trees/comparison.md:6:22: error: \"min_shared\" must be a whole number, found 1.5",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\npairs: { within: brand }\n"),
	  "c/trees/comparison.md:6:18: error: \"within\" cannot be \"brand\"",
	  "it can be \"group\"" },
	{ TREES(HEAD "options: [oak, elm]\npairs: { within: group }\n"),
	  "c/trees/comparison.md:6:18: error: no two options have one \"group\"",
	  "write `group: …` in the options, or `pairs: all`" },
	{ TREES(HEAD "options: [oak, elm]\npairs: { upto: 3 }\n"),
	  "c/trees/comparison.md:6:10: error: pairs has no key \"upto\"",
	  "it may have \"top\", \"within\", \"list\" or \"min_shared\"" },
	{ TREES(HEAD "options: [oak, elm]\npairs: [oak]\n"),
	  "c/trees/comparison.md:6:9: error: a pair must be two options, found text",
	  "write [oak, elm]" },
	{ TREES(HEAD "options: [oak, elm]\npairs: [[oak]]\n"),
	  "c/trees/comparison.md:6:9: error: a pair must be two options, found 1",
	  "write [oak, elm]" },
	{ TREES(HEAD "options: [oak, elm]\npairs: [[oak, ash]]\n"),
	  "c/trees/comparison.md:6:15: error: there is no option \"ash\"",
	  "there are \"oak\" or \"elm\"" },
	{ TREES(HEAD "options: [oak, elm]\npairs: [[oak, oak]]\n"),
	  "c/trees/comparison.md:6:9: error: \"oak\" stands against itself",
	  NULL },
	{ TREES(HEAD
		"options: [oak, elm]\npairs:\n  - [oak, elm]\n  - [Elm, Oak]\n"),
	  "c/trees/comparison.md:8:5: error: the pair of \"oak\" and \"elm\" stands here a second time",
	  "it is in line 7, and one page serves both orders" },
	{ TREES(HEAD
		"options: [oak, elm]\npairs: { top: 2, list: [[oak, elm]] }\n"),
	  "c/trees/comparison.md:6:24: error: \"list\" stands beside \"top\"",
	  "leave one of them out: a list names its pairs" },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { method: point }\n"),
	  "c/trees/comparison.md:6:20: error: \"method\" cannot be \"point\"",
	  "did you mean \"points\"?" },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { missing: never }\n"),
	  "c/trees/comparison.md:6:21: error: \"missing\" cannot be \"never\"",
	  "it is \"skip\", \"worst\", \"error\" or \"available\"" },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { scale: [1] }\n"),
	  "c/trees/comparison.md:6:19: error: \"scale\" must be two numbers "
	  "such as [0, 10], found 1",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { scale: 0-10 }\n"),
	  "c/trees/comparison.md:6:19: error: \"scale\" must be a list, found "
	  "text",
	  "write both numbers, the smaller one first: [0, 10]" },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { scale: [9, 1] }\n"),
	  "c/trees/comparison.md:6:19: error: \"scale\" must begin with the "
	  "smaller number, found 9 and 1",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { tie: 2 }\n"),
	  "c/trees/comparison.md:6:17: error: \"tie\" must be 0 to 1, found 2",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { tie: 0.5 }\n"),
	  "c/trees/comparison.md:6:17: warning: \"tie\" says nothing without "
	  "\"method: points\"",
	  "add `method: points`, or leave it out" },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { close: -1 }\n"),
	  "c/trees/comparison.md:6:19: error: \"close\" must be 0 to 1, found "
	  "-1",
	  NULL },
};

static const struct mistake OPTIONS[] = {
	{ OAK("color: '#0x1234'\n"),
	  "c/trees/options/oak.md:3:8: error: \"color\" must be a colour such "
	  "as \"#2b5f9e\", found \"#0x1234\"",
	  NULL },
	{ OAK("pros: good\n"),
	  "c/trees/options/oak.md:3:7: error: \"pros\" must be a list, found "
	  "text",
	  NULL },
	{ OAK("facts: [a]\n"),
	  "c/trees/options/oak.md:3:8: error: \"facts\" must be a mapping, "
	  "found a list",
	  NULL },
	{ OAK("facts: { Age: [1] }\n"),
	  "c/trees/options/oak.md:3:15: error: a fact must be text, found a "
	  "list",
	  NULL },
	{ OAK("used_by: [ { for: boats } ]\n"),
	  "c/trees/options/oak.md:3:12: error: an entry of used_by needs "
	  "\"organisation\"",
	  NULL },
	{ OAK("logo: ../../../x.svg\n"),
	  "c/trees/options/oak.md:3:7: error: \"../../../x.svg\" leads out of "
	  "the content folder",
	  NULL },
	{ OAK("pros: ['old[^flor]']\n"),
	  "c/trees/options/oak.md:3:12: error: the source \"flor\" is not in "
	  "sources.yaml",
	  "did you mean \"flora\"?" },
	{ "c/trees/options/ash.md", "---\nname: Ash\n---\n",
	  "c/trees/options/ash.md: error: the option \"ash\" is not listed in "
	  "comparison.md",
	  "add it to `options`, or remove the file" },
	{ "c/trees/sources.yaml", "x: { title: A, date: 2026-13 }\n",
	  "c/trees/sources.yaml:1:22: error: \"date\" must be a day, month or "
	  "year such as 2026-11-21, 2026-11 or 2026, found \"2026-13\"",
	  NULL },
	{ "c/trees/sources.yaml", "[]\n",
	  "c/trees/sources.yaml:1:1: error: sources.yaml must be a mapping "
	  "from ids, found a list",
	  NULL },
	{ "c/trees/sources.yaml", "flora: { title: F }\nA b: { title: G }\n",
	  "c/trees/sources.yaml:2:1: error: the id \"A b\" must be lower-case "
	  "letters, digits and hyphens",
	  NULL },
	{ "c/trees/sources.yaml", "flora: { title: F, url: 'file:///a' }\n",
	  "c/trees/sources.yaml:1:25: error: \"url\" must be an address with "
	  "http:// or https://, found \"file:///a\"",
	  NULL },
	{ "c/trees/sources.yaml", "flora:\n",
	  "c/trees/sources.yaml:1:7: error: a source must be a mapping, found "
	  "nothing",
	  NULL },
};

static const struct mistake CRITERIA[] = {
	{ SPEED("must: good\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:7: error: \"must\" is a bound such "
	  "as \">= 16\", found \"good\"",
	  "write >=, >, <=, < or = and a number, or yes, partial or no" },
	{ SPEED("must: 5\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:7: error: \"must\" is a bound such "
	  "as \">= 16\", found \"5\"",
	  NULL },
	{ SPEED("must: \">= 11\"\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:7: error: the bound 11 is outside "
	  "the scale, 0 to 10",
	  NULL },
	{ SPEED("must: >= 5\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:8: error: this is no YAML: did not "
	  "find expected comment or line break",
	  "put the text in quotes: must: \">= 5\"" },
	{ SPEED("measure: { unit: kg }\nmust: \"<= 1300 g\"\n", BOTH),
	  "c/trees/criteria/10-speed.md:4:7: error: \"<= 1300 g\" is in g, and "
	  "\"speed\" is measured in kg",
	  "write >=, >, <=, < or = and a number in kg" },
	{ SPEED("measure: { unit: kg }\nmust: yes\n", BOTH),
	  "c/trees/criteria/10-speed.md:4:7: error: \"must\" is a bound such "
	  "as \">= 16\", found \"yes\"",
	  NULL },
	{ SPEED("weight: -1\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:9: error: \"weight\" must be at "
	  "least 0, found -1",
	  NULL },
	{ SPEED("weight: much\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:9: error: \"weight\" must be a "
	  "number, found \"much\"",
	  NULL },
	{ SPEED("winner: both\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:9: error: \"winner\" must be an "
	  "option, tie or none, found \"both\"",
	  NULL },
	{ SPEED("rubric: { fast: a }\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:11: error: a rubric says what scores "
	  "mean, and \"fast\" is none",
	  NULL },
	{ SPEED("rubric: { yes: a, 11: b }\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:19: error: score 11 is outside the "
	  "scale, 0 to 10",
	  NULL },
	{ SPEED("rubric: { 5: a, 7: b, 5.0: c }\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:23: error: \"5.0\" is the score "
	  "\"5\" once more",
	  "c/trees/criteria/10-speed.md:3:11: note: it was first here" },
	{ SPEED("rubric: { no: a, 0: b, yes: c, true: d }\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:32: error: \"true\" is the score "
	  "\"yes\" once more",
	  "c/trees/criteria/10-speed.md:3:24: note: it was first here" },
	{ SPEED("rubric: [a]\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:9: error: \"rubric\" must be text or "
	  "a mapping from scores, found a list",
	  NULL },
	{ SPEED("measure: { better: lowest }\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:20: error: \"better\" must be higher "
	  "or lower, found \"lowest\"",
	  "did you mean \"lower\"?" },
	{ SPEED("measure: { best: 2, worst: 2 }\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:10: error: \"best\" and \"worst\" "
	  "are both 2",
	  NULL },
	{ SPEED("measure: { best: 1, worst: 2 }\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:10: error: higher is better, but "
	  "\"best\" is 1 and \"worst\" is 2",
	  "swap them, or set better: lower" },
	{ SPEED("samples: [sew]\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:11: error: there is no folder "
	  "samples/sew",
	  "did you mean \"saw\"?" },
	{ SPEED("samples: [saw, { id: saw, title: Saws }]\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:22: error: the sample \"saw\" is "
	  "there twice",
	  "c/trees/criteria/10-speed.md:3:11: note: it was first here" },
	{ SPEED("", "[Sawing](../samples/sew)\n\n" BOTH),
	  "c/trees/criteria/10-speed.md:4:10: error: there is no folder "
	  "samples/sew",
	  "did you mean \"saw\"?" },
	{ SPEED("", "A [saw](../samples/sew).\n\n" BOTH),
	  "c/trees/criteria/10-speed.md:4:9: error: there is no folder "
	  "samples/sew",
	  "did you mean \"saw\"?" },
	{ SPEED("", "[One](../samples/saw)\n\n" BOTH "\n[Two](samples/saw)\n"),
	  "c/trees/criteria/10-speed.md:10:7: error: the sample \"saw\" "
	  "stands on this page already",
	  NULL },
	{ SPEED("", "A [saw](../samples/saw).\n\n" BOTH),
	  "c/trees/criteria/10-speed.md:4:9: error: this page does not show "
	  "the sample \"saw\"",
	  "let the link be a paragraph of its own, or write `samples: [saw]` "
	  "at the top" },
	{ "c/trees/options/oak.md",
	  "---\nname: Oak tree\n---\n[Sawing](../samples/saw)\n",
	  "c/trees/options/oak.md:4:10: error: no sample stands on the page of "
	  "this text",
	  "samples are shown by the texts of criteria and the guide: link to "
	  "one of those" },
	{ SPEED("", "## Oak\n\n## Elms\n"),
	  "c/trees/criteria/10-speed.md:6:4: error: the heading \"Elms\" names "
	  "no option",
	  "did you mean \"Elm\"?" },
	{ SPEED("", "## Oak\n\n## Elm\n\n## oak tree\n"),
	  "c/trees/criteria/10-speed.md:8:4: error: there are two sections "
	  "\"oak tree\"",
	  "c/trees/criteria/10-speed.md:4:4: note: the first is here" },
	{ SPEED("", "## Oak\n"),
	  "c/trees/criteria/10-speed.md: warning: there is no section for Elm [no-section]",
	  "add `## Elm`" },
	{ "c/trees/criteria/30-speed.md", "---\ntitle: A\n---\n" BOTH,
	  "c/trees/criteria/30-speed.md: error: two files give the criterion "
	  "\"speed\"",
	  "c/trees/criteria/10-speed.md: note: the other is this one" },
	{ "c/trees/criteria/30-matrix.md", "---\ntitle: A\n---\n" BOTH,
	  "c/trees/criteria/30-matrix.md: error: the id \"matrix\" is taken by "
	  "the page trees/matrix",
	  "give the file another name" },
	{ "c/trees/criteria.csv", "id,title\nmatrix,Matrix\n",
	  "c/trees/criteria.csv:2:1: error: the id \"matrix\" is taken by the "
	  "page trees/matrix",
	  "give the row another id, in a column \"id\"" },
	{ "c/trees/criteria/elm-vs-oak.md", "---\ntitle: A\n---\n" BOTH,
	  "c/trees/criteria/elm-vs-oak.md: error: the id \"elm-vs-oak\" is "
	  "taken by the page trees/elm-vs-oak",
	  "give the file another name" },
	{ "c/trees/criteria/Size.md", "---\ntitle: A\n---\n" BOTH,
	  "c/trees/criteria/Size.md: error: the id \"Size\" must be lower-case "
	  "letters, digits and hyphens",
	  NULL },
};

static const struct mistake SCORED[] = {
	{ SCORES("criterion,oak,elm\nspeed,1,2\nheight,20 ft,30 m\n"),
	  "c/trees/scores.csv:3:8: error: \"20 ft\" is in ft, and \"height\" "
	  "is measured in m",
	  "write the number in m" },
	{ SCORES("criterion,oak,elm\nspeed,1,2\nheight,20,\"1 200 m\"\n"),
	  "c/trees/scores.csv:3:12: error: score \"1 200 m\" is not a number",
	  "write it so: 1200" },
	{ SCORES("criterion,oak,elm\nspeed,8/10,7\n"),
	  "c/trees/scores.csv:2:7: error: score \"8/10\" is not a number",
	  "write the score alone, from 0 to 10: 8" },
	{ SCORES("criterion,oak,elm\nspeed,good,7\n"),
	  "c/trees/scores.csv:2:7: error: score \"good\" is not a number",
	  "a score is a number from 0 to 10, yes, partial, no, or nothing" },
	{ SCORES("criterion,oak,elm\nspeed,4,10.5\n"),
	  "c/trees/scores.csv:2:9: error: score 10.5 is outside the scale, 0 "
	  "to 10",
	  NULL },
	{ SCORES("criterion,oak,elm\nheight,yes,2\n"),
	  "c/trees/scores.csv:2:8: error: \"yes\" is no measure: \"height\" is "
	  "measured in numbers",
	  NULL },
	{ SCORES("criterion,oak,elm\nsped,4,5\n"),
	  "c/trees/scores.csv:2:1: error: there is no criterion \"sped\"",
	  "did you mean \"speed\"?" },
	{ SCORES("criterion,oak,elm,source\nspeed,4,5,flora;fauna\n"),
	  "c/trees/scores.csv:2:11: error: the source \"fauna\" is not in "
	  "sources.yaml",
	  NULL },
	{ SCORES("criterion,oak,elm\nspeed,4,5\n"),
	  "c/trees/criteria/20-height.md: warning: \"height\" has no row in "
	  "scores.csv",
	  NULL },
	{ SCORES("criterion,oak,elm\nspeed,4,5\nspeed,4,5\n"),
	  "c/trees/scores.csv:3:7: error: \"oak\" is scored twice on \"speed\"",
	  "c/trees/scores.csv:2:7: note: first here" },
	{ SCORES("criterion,oak\nspeed,4\n"),
	  "c/trees/scores.csv:1:1: error: the column of option \"elm\" is "
	  "missing",
	  NULL },
	{ SCORES("criteria,oak,fir\n"),
	  "c/trees/scores.csv:1:1: error: there is no column \"criteria\" and "
	  "no such option",
	  NULL },
	{ SCORES("criterion,oak,elm,oak\n"),
	  "c/trees/scores.csv:1:19: error: the column \"oak\" is there twice",
	  NULL },
	{ SCORES("\n"),
	  "c/trees/scores.csv: error: the scoring table has no header", NULL },
	{ LONG("speed,oak,4,ann,sure,\n"),
	  "c/trees/scores.csv:2:17: error: confidence must be high, medium or "
	  "low, found \"sure\"",
	  NULL },
	{ LONG("speed,oak,4,ann,low,2026\n"),
	  "c/trees/scores.csv:2:21: error: \"date\" must be a date such as "
	  "2026-11-21, found \"2026\"",
	  NULL },
	{ LONG("speed,okk,4,ann,low,\n"),
	  "c/trees/scores.csv:2:7: error: there is no option \"okk\"",
	  "did you mean \"oak\"?" },
	{ LONG("speed,oak,4,ann,,\nspeed,oak,4,bob,,\nspeed,oak,5,ann,,\n"),
	  "c/trees/scores.csv:4:11: error: \"oak\" is scored twice on "
	  "\"speed\" by the same judge",
	  "c/trees/scores.csv:2:11: note: first here" },
	{ SCORES("criterion,score\nspeed,4\n"),
	  "c/trees/scores.csv:1:1: error: the column \"option\" is missing",
	  NULL },
	{ SCORES("criterion,oka,elm\nspeed,4,5\n"),
	  "c/trees/scores.csv:1:11: error: there is no column \"oka\" and no "
	  "such option",
	  "did you mean \"oak\"?" },
	{ SCORES("criterion,oak,elm,\nspeed,4,5,x\n"),
	  "c/trees/scores.csv:1:19: error: this column has cells but no name",
	  NULL },
	/* Numbers as typesetters and spreadsheets write them. */
	{ SCORES("criterion,oak,elm\nheight,\"1,200\",5\n"),
	  "c/trees/scores.csv:2:9: error: score \"1,200\" is not a number",
	  "write 1200 or 1.2, whichever is meant" },
	{ SCORES("criterion,oak,elm\nheight,\"1,200.5\",5\n"),
	  "c/trees/scores.csv:2:9: error: score \"1,200.5\" is not a number",
	  "write it so: 1200.5" },
	{ SCORES("criterion,oak,elm\nheight,\xE2\x88\x92"
		 "5,5\n"),
	  "c/trees/scores.csv:2:8: error: score \"\xE2\x88\x92"
	  "5\" is not a "
	  "number",
	  "write it so: -5" },
	{ SCORES("criterion,oak,elm\nheight,1 200,5\n"),
	  "c/trees/scores.csv:2:8: error: score \"1 200\" is not a number",
	  "write it so: 1200" },
	{ SCORES("criterion,oak,elm\nheight,1\xC2\xA0"
		 "200\xC2\xA0"
		 "000,5\n"),
	  "is not a number", "write it so: 1200000" },
	{ SCORES("criterion;oak;elm\nheight;1\xE2\x80\xAF"
		 "200,5;5\n"),
	  "is not a number", "write it so: 1200.5" },
	{ SCORES("criterion,oak,elm\nheight,1'200,5\n"),
	  "score \"1'200\" is not a number", "write it so: 1200" },
	{ SCORES("criterion;oak;elm\nheight;1.200;1.200,5\n"),
	  "c/trees/scores.csv:2:14: error: score \"1.200,5\" is not a number",
	  "write it so: 1200.5" },
	{ SCORES("criterion;oak;elm\nheight;1.200;7,5\n"),
	  "c/trees/scores.csv:2:8: error: score \"1.200\" may be 1200 or 1.2: "
	  "the table has decimal commas and points",
	  "write 1200 or 1.2, whichever is meant" },
	{ SCORES("criterion;oak;elm\nheight;1,200;7.5\n"),
	  "c/trees/scores.csv:2:8: error: score \"1,200\" may be 1200 or 1.2: "
	  "the table has decimal commas and points",
	  "write 1200 or 1.2, whichever is meant" },
	{ SCORES("criterion;oak;elm\nheight;1.200;999\n"),
	  "c/trees/scores.csv:2:8: error: score \"1.200\" may be 1200 or 1.2: "
	  "no other number of the table tells which",
	  "write 1200 or 1.2, whichever is meant" },
	{ SCORES("criterion\toak\telm\nheight\t1,200\t999\n"),
	  "c/trees/scores.csv:2:8: error: score \"1,200\" may be 1200 or 1.2: "
	  "no other number of the table tells which",
	  "write 1200 or 1.2, whichever is meant" },
	{ SCORES("criterion;oak;elm\nheight;1.200 m;999,5 m\n"),
	  "c/trees/scores.csv:2:8: error: score \"1.200 m\" may be 1200 or "
	  "1.2: the table has decimal commas and points",
	  "write 1200 or 1.2, whichever is meant" },
	{ TREES(HEAD "disclosure: |\n  one\n  two [^q]\noptions: [oak, elm]\n"),
	  "c/trees/comparison.md:7:7: error: the source \"q\" is not in",
	  "    7 |   two [^q]\n      |       ^~~~\n" },
	{ TREES(HEAD "disclosure: >-\n    one\n    two\n\n    three [^q]\n"
		     "options: [oak, elm]\n"),
	  "c/trees/comparison.md:9:11: error: the source \"q\" is not in",
	  "          ^~~~\n" },
	{ TREES(HEAD
		"disclosure: one\n  two *three* [^q]\noptions: [oak, elm]\n"),
	  "c/trees/comparison.md:6:15: error: the source \"q\" is not in",
	  NULL },
	{ TREES(HEAD "disclosure: \"\\u00e9\\xe9 \\t\\\"[^q]\"\n"
		     "options: [oak, elm]\n"),
	  "c/trees/comparison.md:5:29: error: the source \"q\" is not in",
	  NULL },
	{ TREES(HEAD "disclosure: \"a\\\n   b\\n[^q]\"\noptions: [oak, elm]\n"),
	  "c/trees/comparison.md:6:7: error: the source \"q\" is not in",
	  NULL },
	{ TREES(HEAD
		"disclosure: 'it''s\n\n  so''[^q]'\noptions: [oak, elm]\n"),
	  "c/trees/comparison.md:7:7: error: the source \"q\" is not in",
	  NULL },
	{ SPEED("rubric:\n  1: a\n    b [^q]\n", BOTH),
	  "c/trees/criteria/10-speed.md:5:7: error: the source \"q\" is not in",
	  NULL },
	{ SCORES("criterion,oak,elm\nheight,9007199254740993,1e23\n"),
	  "c/trees/scores.csv:2:8: error: \"9007199254740993\" has more "
	  "digits than are kept: it would be 9007199254740992",
	  "write 15 digits that count, and zeros behind them" },
	{ SCORES("criterion,oak,elm\nspeed,7.12345678901234567,"
		 "7.12345678901234568\n"),
	  "c/trees/scores.csv:2:27: error: \"7.12345678901234568\" and the "
	  "score of \"oak\" differ in digits that are not kept",
	  "c/trees/scores.csv:2:7: note: it is this one" },
	{ SCORES("criterion,oak,elm\nspeed,7.12345678901234567,"
		 "7.123456789012345\n"),
	  "c/trees/scores.csv:2:7: error: \"7.12345678901234567\" and the "
	  "score of \"elm\" differ in digits that are not kept",
	  "15 digits count: write both with no more" },
	{ SPEED("measure: { best: 12345678901234567890 }\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:18: error: \"12345678901234567890\" "
	  "has more digits than are kept: it would be 12345678901234567000",
	  "write 15 digits that count, and zeros behind them" },
	{ SCORES("criterion;weight;oak;elm\nheight;12,5;1.200;999\n"),
	  "c/trees/scores.csv:2:13: error: score \"1.200\" may be 1200 or 1.2: "
	  "the table has decimal commas and points",
	  NULL },
	{ SCORES("criterion;weight;oak;elm\nspeed;1.200;5;6\n"),
	  "c/trees/scores.csv:2:7: error: \"weight\" \"1.200\" may be 1200 or "
	  "1.2: no other number of the table tells which",
	  NULL },
	{ SCORES("criterion,oak,elm,source\nspeed,4,8,\"a,b\"\n"),
	  "c/trees/scores.csv:2:12: error: the source \"a,b\" is not in "
	  "sources.yaml",
	  "several are parted by \";\"" },
	{ SCORES("criterion,oak,elm\nspeed,9\u200B,5\n"),
	  "c/trees/scores.csv:2:7: error: score \"9\u200B\" is not a number",
	  "a character in it is not seen: delete it, and write it anew" },
	{ SCORES("criterion,oak,elm\nheight,1 20,5\n"),
	  "c/trees/scores.csv:2:8: error: score \"1 20\" is not a number",
	  "\"height\" is measured in numbers: write the number alone" },
	{ SCORES("criterion,oak,elm\nspeed,\"8,5\",5\n"),
	  "c/trees/scores.csv:2:8: error: score \"8,5\" is not a number",
	  "write it so: 8.5" },
	/* U+2019, a thin blank, Arabic separators and digits. */
	{ SCORES("criterion,oak,elm\nheight,1\u2019200,5\n"),
	  "c/trees/scores.csv:2:8: error: score \"1\u2019200\" is not a number",
	  "write it so: 1200" },
	{ SCORES("criterion,oak,elm\nheight,1\u2009200 m,5\n"),
	  "is not a number", "write it so: 1200" },
	{ SCORES("criterion,oak,elm\nheight,1\u066C200\u066B5 m,5\n"),
	  "is not a number", "write it so: 1200.5" },
	{ SCORES("criterion,oak,elm\nspeed,\u0668\u066B\u0665,5\n"),
	  "is not a number", "write it so: 8.5" },
	{ SCORES("criterion,oak,elm\nheight,1\u2019200 ft,5\n"),
	  "\"1\u2019200 ft\" is in ft, and \"height\" is measured in m",
	  "write the number in m" },
	{ SCORES("criterion,oak,elm\nspeed,\"8,5/10\",5\n"),
	  "c/trees/scores.csv:2:8: error: score \"8,5/10\" is not a number",
	  "write the score alone, from 0 to 10: 8.5" },
	{ SCORES("criterion,oak,elm\nheight,8/10,5\n"),
	  "c/trees/scores.csv:2:8: error: score \"8/10\" is not a number",
	  "\"height\" is measured in numbers: write the number alone" },
	{ SCORES("criterion,weight,oak,elm\nspeed,\"2,5\",5,5\n"),
	  "c/trees/scores.csv:2:8: error: \"weight\" must be a number, found "
	  "\"2,5\"",
	  "write it so: 2.5" },
	{ SPEED("weight: 2,5\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:9: error: \"weight\" must be a "
	  "number, found \"2,5\"",
	  "write it so: 2.5" },
	{ SPEED("measure: { unit: kg }\nmust: \"<= 1,5 kg\"\n", BOTH),
	  "c/trees/criteria/10-speed.md:4:7: error: \"must\" is a bound such "
	  "as \">= 16\", found \"<= 1,5 kg\"",
	  "write it so: <= 1.5 kg" },
	{ SPEED("measure: { unit: kg }\nmust: \"<= 1,500\"\n", BOTH),
	  "found \"<= 1,500\"", "write <= 1500 or <= 1.5, whichever is meant" },
	{ SPEED("measure: { unit: kg }\nmust: \"<= 1,5 t\"\n", BOTH),
	  "\"<= 1,5 t\" is in t, and \"speed\" is measured in kg",
	  "write >=, >, <=, < or = and a number in kg" },
	{ SCORES("criterion,oak,elm\nspeed,8 / 10,5\n"),
	  "c/trees/scores.csv:2:7: error: score \"8 / 10\" is not a number",
	  "write the score alone, from 0 to 10: 8" },
	{ LONG("speed,Okk,4,,,\n"),
	  "c/trees/scores.csv:2:7: error: there is no option \"Okk\"",
	  "did you mean \"Oak\"?" },
};

/* What follows from a mistake is not told, and no mistake hides another. */
static const struct {
	const char *path, *text;
	const char *messages; /* all of them, without lines and hints */
} ALONE[] = {
	{ SCORES("criterion,oak,elm\nspeed,N/A,-\n"),
	  "c/trees/scores.csv:2:7: error: score \"N/A\" is not a number\n"
	  "c/trees/scores.csv:2:11: error: score \"-\" is not a number\n" },
	{ SCORES("criterion,oka,elm\nsped,4,55\nspeed,1,x\n"),
	  "c/trees/scores.csv:1:11: error: there is no column \"oka\" and no "
	  "such option\n"
	  "c/trees/scores.csv:2:1: error: there is no criterion \"sped\"\n"
	  "c/trees/scores.csv:3:9: error: score \"x\" is not a number\n" },
	{ SCORES("criterion,option,score\nsped,okk,x\n"),
	  "c/trees/scores.csv:2:1: error: there is no criterion \"sped\"\n"
	  "c/trees/scores.csv:2:6: error: there is no option \"okk\"\n"
	  "c/trees/scores.csv:2:10: error: score \"x\" is not a number\n" },
};

/* The tree of files beside them stays as it is: oak, elm, speed, height. */
static const struct mistake TABLED[] = {
	{ "c/trees/options.csv", "id,name\noak,Oak\nelm,\n",
	  "c/trees/options/oak.md:2:1: error: \"name\" is given in a table, "
	  "too",
	  "c/trees/options.csv:2:5: note: it is given here" },
	{ "c/trees/options.csv", "id,price\noak,1\noak,2\n",
	  "c/trees/options.csv:3:1: error: two rows give the option \"oak\"",
	  "tell them apart in a column \"id\"" },
	{ "c/trees/options.csv", "id,price\n,1\n",
	  "c/trees/options.csv:2:1: error: the row has neither name nor id",
	  NULL },
	{ "c/trees/options.csv", "price,nmae\n1,Oak\n2,Elm\n",
	  "c/trees/options.csv:1:7: error: the table has no column \"name\", nor "
	  "\"id\"",
	  "did you mean \"name\"?" },
	{ "c/trees/options.csv", "Tree,price\nOak,1\n",
	  "c/trees/options.csv:1:1: error: the table has no column \"name\", nor "
	  "\"id\"",
	  "`columns: { name: Tree }`" },
	{ "c/trees/options.csv", "name\n\xE6\x9C\xA8\n",
	  "c/trees/options.csv:2:1: error: no id can be made of "
	  "\"\xE6\x9C\xA8\"",
	  "give the table a column \"id\"" },
	{ "c/trees/options.csv", "id,price,price\noak,1,2\n",
	  "c/trees/options.csv:1:10: error: the column \"price\" is there "
	  "twice",
	  NULL },
	{ "c/trees/options.csv", "id,color\noak,red\nelm,\n",
	  "c/trees/options.csv:2:5: error: \"color\" must be a colour such as "
	  "\"#2b5f9e\", found \"red\"",
	  NULL },
	{ "c/trees/options.csv", "id,price\noak,1\nelm,2\nash,3\n",
	  "c/trees/options.csv:4:1: error: the option \"ash\" is not listed in "
	  "comparison.md",
	  "add it to `options`, or remove the row" },
	{ "c/trees/criteria.csv", "id,wieght\nspeed,1\n",
	  "c/trees/criteria.csv:1:4: error: a criterion has no column "
	  "\"wieght\"",
	  "did you mean \"weight\"?" },
	{ "c/trees/criteria.csv", "id,weight\nspeed,-1\n",
	  "c/trees/criteria.csv:2:7: error: \"weight\" must be at least 0, "
	  "found -1",
	  NULL },
	{ "c/trees/criteria.csv", "id;must\nspeed;>= 5,5 s\n",
	  "c/trees/criteria.csv:2:7: error: \"must\" is a bound such as "
	  "\">= 16\", found \">= 5,5 s\"",
	  NULL },
	/* A quote in quotes is two in the file. */
	{ "c/trees/options.csv", "id,Note\noak,\"say \"\"[^q]\"\" hi\"\nelm,\n",
	  "c/trees/options.csv:2:12: error: the source \"q\" is not in "
	  "sources.yaml\n"
	  "    2 | oak,\"say \"\"[^q]\"\" hi\"\n"
	  "      |            ^~~~\n",
	  NULL },
	{ "c/trees/options.csv", "id,Note\noak,\"x\ny \"\"z\"\" [^q]\"\nelm,\n",
	  "c/trees/options.csv:3:9: error: the source \"q\"", NULL },
	{ "c/trees/options.csv", "id,Note\noak,y \"z\" [^q]\nelm,\n",
	  "c/trees/options.csv:2:11: error: the source \"q\"", NULL },
	{ OAK("facts: { Note: 'it''s [^q]' }\n"),
	  "c/trees/options/oak.md:3:23: error: the source \"q\"", NULL },
	{ OAK("facts: { Note: 'a \"z\" [^q]' }\n"),
	  "c/trees/options/oak.md:3:23: error: the source \"q\"", NULL },
	{ OAK("facts: { Note: \"a \\\"z\\\" [^q]\" }\n"),
	  "c/trees/options/oak.md:3:25: error: the source \"q\"", NULL },
	{ "c/trees/criteria.csv",
	  "title;unit;better;best;worst\nPrice;€;lower;1.200 €;2000\n",
	  "c/trees/criteria.csv:2:15: error: \"best\" \"1.200 €\" may be 1200 "
	  "or 1.2: no other number of the table tells which",
	  "write 1200 or 1.2, whichever is meant" },
	{ "c/trees/criteria.csv", "title,weight\n,1\n",
	  "c/trees/criteria.csv:2:1: error: the row has neither title nor id",
	  NULL },
	{ "c/trees/scores/ann.csv", "criterion,oak,elm\nspeed,1,2\n",
	  "c/trees/scores.csv: error: there are scores in this file and in the "
	  "folder scores/",
	  "give a sheet for each judge, or one table" },
	{ TREES(HEAD "options: [oak, elm]\ncolumns: { score: Grade }\n"),
	  "c/trees/comparison.md:6:19: error: no table has a column \"Grade\" "
	  "for \"score\"",
	  "there is \"criterion\", \"oak\", \"elm\" or \"source\"" },
	{ TREES(HEAD "options: [oak, elm]\ncolumns: { criterion: Foo }\n"),
	  "c/trees/comparison.md:6:23: error: no table has a column \"Foo\" "
	  "for \"criterion\"",
	  "take it away: a column is called \"criterion\" already" },
	{ TREES(HEAD "options: [oak, elm]\ncolumns: { source: Sources }\n"),
	  "c/trees/comparison.md:6:20: error: no table has a column \"Sources\" "
	  "for \"source\"",
	  "did you mean \"source\"?" },
	{ SCORES("option,speed,size\noak,1,2\nelm,1,3\n"),
	  "c/trees/scores.csv:1:14: error: there is no column \"size\" and no "
	  "such criterion",
	  "give it a row in criteria.csv, or put it into options.csv as a "
	  "fact" },
	{ SCORES("criterion,weight,oak,elm\nspeed,x,1,2\n"),
	  "c/trees/scores.csv:2:7: error: \"weight\" must be a number, found "
	  "\"x\"",
	  NULL },
	{ SCORES("criterion,weight,oak,elm\nspeed,-2,1,2\n"),
	  "c/trees/scores.csv:2:7: error: \"weight\" must be at least 0, found "
	  "-2",
	  NULL },
	{ "c/trees/criteria.csv", "title,weight\nFun,\nUse,% 50\n",
	  "c/trees/criteria.csv:3:5: error: the weight of \"use\" is in per cent, and that of \"fun\" is not",
	  "c/trees/criteria.csv:2:1: note: no weight is given, so it is 1" },
	{ "c/trees/criteria.csv", "title,weight\nFun,50%\n",
	  "c/trees/criteria.csv:2:5: error: the weight of \"fun\" is in per cent, and that of \"speed\" is not",
	  "c/trees/criteria/10-speed.md: note: no weight is given, so it is 1" },
	{ SCORES("criterion,weight,Oak tree,elm\nSpeed,50%,4,8\nHeight,0.5,1,2\n"),
	  "c/trees/scores.csv:2:7: error: the weight of \"speed\" is in per cent, and that of \"height\" is not",
	  "write all with %, or none" },
	{ SCORES("criterion,weight,Oak tree,elm\nSpeed,50%,4,8\nHeight,,1,2\n"),
	  "c/trees/scores.csv:2:7: error: the weight of \"speed\" is in per cent, and that of \"height\" is not",
	  "c/trees/criteria/20-height.md: note: no weight is given, so it is 1" },
	{ SCORES("criterion,weight,judge,oak,elm\nspeed,2%,a,1,2\n"
		 "speed,2,b,1,2\nheight,2%,a,1,2\n"),
	  "c/trees/scores.csv:3:7: error: \"weight\" of \"speed\" is not what another row says",
	  "c/trees/scores.csv:2:7: note: it is given here" },
	{ "c/trees/profiles/a.md",
	  "---\ntitle: A\nweights: { speed: 30% }\n---\n",
	  "c/trees/profiles/a.md:3:19: error: \"weights\" must be a number, found \"30%\"",
	  NULL },
	{ SCORES("criterion,weight,judge,oak,elm\nspeed,2,a,1,2\n"
		 "speed,3,b,1,2\n"),
	  "c/trees/scores.csv:3:7: error: \"weight\" of \"speed\" is not what "
	  "another row says",
	  "c/trees/scores.csv:2:7: note: it is given here" },
};

static const struct mistake EXTRAS[] = {
	{ "c/trees/profiles/a.md",
	  "---\ntitle: A\nweights: { speed: 1 }\nmust: { sped: yes }\n---\n",
	  "c/trees/profiles/a.md:4:9: error: there is no criterion \"sped\"",
	  "did you mean \"speed\"?" },
	{ "c/trees/profiles/a.md",
	  "---\ntitle: A\nweights: { speed: 1 }\nmust: { speed: 3 }\n---\n",
	  "c/trees/profiles/a.md:4:16: error: \"must\" is a bound such as "
	  "\">= 16\", found \"3\"",
	  NULL },
	{ "c/trees/profiles/a.md", "---\ntitle: A\nweights: { sped: 1 }\n---\n",
	  "c/trees/profiles/a.md:3:12: error: there is no criterion \"sped\"",
	  "did you mean \"speed\"?" },
	{ "c/trees/profiles/a.md",
	  "---\ntitle: A\nweights: { speed: -1 }\n---\n",
	  "c/trees/profiles/a.md:3:19: error: a weight must be at least 0, "
	  "found -1",
	  NULL },
	{ "c/trees/profiles/A.md",
	  "---\ntitle: A\nweights: { speed: 1 }\n---\n",
	  "c/trees/profiles/A.md: error: the id \"A\" must be lower-case "
	  "letters, digits and hyphens",
	  NULL },
	{ "c/trees/tables/uses.md",
	  "---\ntitle: A\n---\n| a | oak | elm |\n|---|---|---|\n",
	  "c/trees/tables/uses.md: error: two files give the table \"uses\"",
	  "c/trees/tables/uses.csv: note: the other is this one" },
	{ "c/trees/tables/a.csv", "Use,oak,ash\n",
	  "c/trees/tables/a.csv:1:9: error: there is no option \"ash\"", NULL },
	{ "c/trees/tables/a.csv", "Use,oak\n",
	  "c/trees/tables/a.csv:1:1: error: the column of option \"elm\" is "
	  "missing",
	  NULL },
	{ "c/trees/tables/a.csv", "Use,oak,elm,Oak\n",
	  "c/trees/tables/a.csv:1:13: error: the column \"Oak\" is there twice",
	  NULL },
	{ "c/trees/tables/a.csv", "",
	  "c/trees/tables/a.csv: error: the table has no header", NULL },
	{ "c/trees/tables/a.md", "---\ntitle: A\n---\nNo table.\n",
	  "c/trees/tables/a.md:4:1: error: expected one table and nothing else",
	  NULL },
	{ "c/trees/samples/saw/ash.py", "saw\n",
	  "c/trees/samples/saw/ash.py: error: the file names no option", NULL },
	{ "c/trees/samples/saw/oak.rb", "saw\n",
	  "c/trees/samples/saw/oak.rb: error: there are two files for \"oak\"",
	  NULL },
	{ "c/trees/samples/A b/oak.py", "saw\n",
	  "c/trees/samples/A b: error: the id \"A b\" must be lower-case "
	  "letters, digits and hyphens",
	  NULL },
	{ "c/trees/samples/README", "saw\n",
	  "c/trees/samples/README: error: samples/ holds folders, one for each "
	  "sample",
	  NULL },
	{ "c/trees/guide.md", "---\nsample: []\n---\n",
	  "c/trees/guide.md:2:1: error: the guide has no key \"sample\"",
	  "did you mean \"samples\"?" },
	{ "c/trees/guide.md", "---\nsamples: [{ id: sow }]\n---\n",
	  "c/trees/guide.md:2:17: error: there is no folder samples/sow",
	  "did you mean \"saw\"?" },
	{ "c/trees/faq.md", "---\n---\nNothing asked.\n",
	  "c/trees/faq.md: warning: there is no question: write `## Question`",
	  NULL },
	{ "c/trees/guide.md", "---\n---\n[a](README.md)\n",
	  "c/trees/guide.md:3:5: error: there is no file \"trees/README.md\" "
	  "in c",
	  NULL },
	{ "c/trees/guide.md", "---\n---\n[a](options/oaks.md)\n",
	  "c/trees/guide.md:3:5: error: there is no file "
	  "\"trees/options/oaks.md\" in c",
	  "did you mean \"oak.md\"?" },
	{ "c/trees/samples/axe/oak.c", "x",
	  "c/trees/samples/axe: warning: no page shows this sample [unshown]",
	  "name it in a criterion or the guide: `samples: [axe]`" },
	{ "c/trees/guide.md", "---\n---\n![a](../../b.png)\n",
	  "c/trees/guide.md:3:6: error: \"../../b.png\" leads out of the "
	  "content folder",
	  NULL },
	{ "c/trees/profiles/a.md",
	  "---\ntitle: A\nweights: { speed: 1 }\nmust: { height: 3, "
	  "Height: 4 }\n---\n",
	  "c/trees/profiles/a.md:4:20: error: \"Height\" is the criterion "
	  "\"height\" once more",
	  "c/trees/profiles/a.md:4:9: note: it was first here" },
	{ "c/trees/profiles/a.md",
	  "---\ntitle: A\nweights: { speed: 1, height: 2, Speed: 3 }\n---\n",
	  "c/trees/profiles/a.md:3:33: error: \"Speed\" is the criterion "
	  "\"speed\" once more",
	  "c/trees/profiles/a.md:3:12: note: it was first here" },
	{ "c/trees/guide.md", "---\nsamples: [saw, saw]\n---\n",
	  "c/trees/guide.md:2:16: error: the sample \"saw\" is there twice",
	  "c/trees/guide.md:2:11: note: it was first here" },
};

/* What has another kind than is asked for, and what else is no value of its key. */
static const struct mistake VALUES[] = {
	{ TREES(HEAD "options: [oak, elm]\npairs: [[oak]]\n"),
	  "c/trees/comparison.md:6:9: error: a pair must be two options, found 1",
	  "write [oak, elm]" },
	{ TREES(HEAD "options: [oak, elm]\npairs: [oak]\n"),
	  "c/trees/comparison.md:6:9: error: a pair must be two options, found text",
	  "write [oak, elm]" },
	{ TREES(HEAD
		"options: [oak, elm]\npairs: { within: group, list: [[oak, elm]] }\n"),
	  "c/trees/comparison.md:6:31: error: \"list\" stands beside \"within\"",
	  "leave one of them out: a list names its pairs" },
	{ SCORES(""),
	  "c/trees/scores.csv: error: the scoring table has no header", NULL },
	{ SCORES("criterion,,elm\nspeed,1,2\n"),
	  "c/trees/scores.csv:1:11: error: this column has cells but no name",
	  NULL },
	{ SCORES("criterion,oak,elm,source\nspeed,4,8,flora;;fauna\n"),
	  "c/trees/scores.csv:2:11: error: the source \"fauna\" is not in sources.yaml",
	  NULL },
	{ SCORES("criterion;oak;elm\nspeed;4,5;8\nheight;1.000,5;2\n"),
	  "c/trees/scores.csv:3:8: error: score \"1.000,5\" is not a number",
	  "write it so: 1000.5" },
	{ "c/trees/options.csv", "id,name\noak,Oak\nelm,Elm\nyew,Yew\n",
	  "c/trees/options.csv:4:1: error: the option \"yew\" is not listed in comparison.md",
	  "add it to `options`, or remove the row" },
	{ "c/trees/options.csv", "",
	  "c/trees/options.csv: error: the table has no header", NULL },
	{ "c/trees/criteria.csv", "",
	  "c/trees/criteria.csv: error: the table has no header", NULL },
	{ "c/trees/criteria.csv", "id,title,better\nfun,Fun,up\n",
	  "c/trees/criteria.csv:2:9: error: \"better\" must be higher or lower, found \"up\"",
	  NULL },
	{ "c/trees/tables/b.csv", "",
	  "c/trees/tables/b.csv: error: the table has no header", NULL },
	{ "c/trees/tables/b.csv", "Use\na\n",
	  "c/trees/tables/b.csv:1:1: error: the column of option \"oak\" is missing",
	  NULL },
	{ "c/trees/sources.yaml", "a: b\n",
	  "c/trees/sources.yaml:1:4: error: a source must be a mapping, found text",
	  NULL },
	{ "c/site.yaml", "title: a\n%YAML\n",
	  "c/site.yaml:2:6: error: this is no YAML: did not find expected version number",
	  NULL },
	{ "c/site.yaml", "title: \"a\" b\n",
	  "c/site.yaml:1:12: error: this is no YAML: did not find expected key",
	  "put the text in quotes: title: '\"a\" b'" },
	{ "c/site.yaml", "title: a\nmenu: [{ title: x }]\n",
	  "c/site.yaml:2:8: error: an entry of menu needs either \"page\" or \"url\"",
	  NULL },
	{ "c/site.yaml",
	  "title: a\nrepository: { url: https://github.com/a/b, branch: 'a b' }\n",
	  "c/site.yaml:2:52: error: \"branch\" is no name of a branch", NULL },
	{ TREES(HEAD
		"options: [oak, elm]\n") "[c](javascript:x) ![[d](e)](f.png)\n",
	  "c/trees/comparison.md:7:5: error: links to \"javascript:\" are not allowed",
	  "use https, http, mailto, tel or a path" },
	{ TREES(HEAD "options: [oak, elm]\ncharts: radr\n"),
	  "c/trees/comparison.md:6:9: error: there is no chart \"radr\" to ask for",
	  "did you mean \"radar\"?" },
	{ TREES(HEAD "options: [oak, elm]\ncharts: [[a]]\n"),
	  "c/trees/comparison.md:6:10: error: an entry of \"charts\" must be text, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ncharts: [{ value: [a] }]\n"),
	  "c/trees/comparison.md:6:19: error: \"value\" must be a mapping, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ncharts: [pulls, pulls]\n"),
	  "c/trees/comparison.md:6:10: error: there is no chart \"pulls\" to ask for",
	  "it is \"radar\", \"criterion\", \"value\", \"quadrant\", \"verdict-map\", \"intervals\", \"ranked\", \"panels\", \"features\" or \"slope\"; all others are drawn where they say something" },
	{ TREES(HEAD "options: [[a], elm]\n"),
	  "c/trees/comparison.md:5:11: error: an entry of \"options\" must be text, found a list",
	  NULL },
	{ TREES(HEAD ""),
	  "c/trees/comparison.md:1:1: error: a comparison needs \"options\"",
	  "list them in the order of their columns, here or in options.csv" },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { scale: [a, 1] }\n"),
	  "c/trees/comparison.md:6:20: error: \"scale\" must be a number, found \"a\"",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { scale: 5 }\n"),
	  "c/trees/comparison.md:6:19: error: \"scale\" must be a list, found text",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nscoring: 5\n"),
	  "c/trees/comparison.md:6:10: error: \"scoring\" must be a mapping, found text",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { method: [a] }\n"),
	  "c/trees/comparison.md:6:20: error: \"method\" must be text, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { close: 2 }\n"),
	  "c/trees/comparison.md:6:19: error: \"close\" must be 0 to 1, found 2",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nscoring: { min_coverage: [a] }\n"),
	  "c/trees/comparison.md:6:26: error: \"min_coverage\" must be a number, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ninfographic: [a]\n"),
	  "c/trees/comparison.md:6:14: error: \"infographic\" must be text, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ninfographic: dull\n"),
	  "c/trees/comparison.md:6:14: error: \"infographic\" cannot be \"dull\"",
	  "did you mean \"duel\"?" },
	{ "c/trees/comparison.md",
	  "---\ntitle: A\nsummary: B\ndate: [a]\noptions: [oak, elm]\n---\n",
	  "c/trees/comparison.md:4:7: error: \"date\" must be a date, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nupdated: { a: b }\n"),
	  "c/trees/comparison.md:6:10: error: \"updated\" must be a date, found a mapping",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ndecision: { chosen: [a] }\n"),
	  "c/trees/comparison.md:6:21: error: \"chosen\" must be text, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nverdict: [a]\n"),
	  "c/trees/comparison.md:6:10: error: \"verdict\" must be text, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ndecision: { date: [a] }\n"),
	  "c/trees/comparison.md:6:19: error: \"date\" must be a date, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\npairs: { top: x }\n"),
	  "c/trees/comparison.md:6:15: error: \"top\" must be a number, found \"x\"",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\npairs: { within: a }\n"),
	  "c/trees/comparison.md:6:18: error: \"within\" cannot be \"a\"",
	  "it can be \"group\"" },
	{ TREES(HEAD "options: [oak, elm]\naliases: [/]\n"),
	  "c/trees/comparison.md:6:11: error: an entry of \"aliases\" must be a path such as old/page.html, found \"/\"",
	  "it has letters, digits and -._~ between slashes" },
	{ TREES(HEAD "options: [oak, elm]\naliases: ['/a b/']\n"),
	  "c/trees/comparison.md:6:11: error: an entry of \"aliases\" must be a path such as old/page.html, found \"/a b/\"",
	  "it has letters, digits and -._~ between slashes" },
	{ TREES(HEAD "options: [oak, elm]\naliases: [[a]]\n"),
	  "c/trees/comparison.md:6:11: error: an entry of \"aliases\" must be text, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\naliases: ['a//b']\n"),
	  "c/trees/comparison.md:6:11: error: an entry of \"aliases\" must be a path such as old/page.html, found \"a//b\"",
	  "it has letters, digits and -._~ between slashes" },
	{ TREES(HEAD "options: [oak, elm]\naliases: ['../b']\n"),
	  "c/trees/comparison.md:6:11: error: an entry of \"aliases\" must be a path such as old/page.html, found \"../b\"",
	  "it has letters, digits and -._~ between slashes" },
	{ TREES(HEAD "options: [oak, elm]\ndraft: [a]\n"),
	  "c/trees/comparison.md:6:8: error: \"draft\" must be yes or no, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nrelated: [x]\n"),
	  "c/trees/comparison.md:6:11: error: there is no comparison \"x\"",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nfacts: { a: [b] }\n"),
	  "c/trees/comparison.md:6:13: error: an entry of \"facts\" must be text, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nfacts: { a: b }\n") "[=b]\n",
	  "c/trees/comparison.md:8:1: error: the fact \"b\" is not in comparison.md",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\nfacts: [b]\n") "[=b]\n",
	  "c/trees/comparison.md:6:8: error: \"facts\" must be a mapping, found a list",
	  NULL },
	{ "c/trees/options/oak.md", "---\nname: Oak\npros: [a, [b]]\n---\n",
	  "c/trees/options/oak.md:3:11: error: an entry of \"pros\" must be text, found a list",
	  NULL },
	{ "c/trees/profiles/avenue.md",
	  "---\ntitle: A\nweights: { speed: 1 }\nmust: { speed: [a] }\n---\n",
	  "c/trees/profiles/avenue.md:4:16: error: an entry of \"must\" must be text, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\npairs: [[oak, [elm]]]\n"),
	  "c/trees/comparison.md:6:15: error: an entry of \"pairs\" must be text, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ncanonical: x\n"),
	  "c/trees/comparison.md:6:12: error: \"canonical\" must be an address with http:// or https://, found \"x\"",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ncover: none.png\n"),
	  "c/trees/comparison.md:6:8: error: there is no file \"trees/none.png\" in c",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ncolumns: { score: [a] }\n"),
	  "c/trees/comparison.md:6:19: error: \"score\" must be text, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ncolumns: [a]\n"),
	  "c/trees/comparison.md:6:10: error: \"columns\" must be a mapping, found a list",
	  NULL },
	{ TREES(HEAD "options: [oak, elm]\ncolumns: { scoer: a }\n"),
	  "c/trees/comparison.md:6:12: error: columns has no key \"scoer\"",
	  "did you mean \"score\"?" },
	{ "c/site.yaml", "title: a\npictures: [[a]]\n",
	  "c/site.yaml:2:12: error: an entry of \"pictures\" must be text, found a list",
	  NULL },
	{ "c/site.yaml", "title: a\nlanguages: { en: }\n",
	  "c/site.yaml:2:14: error: \"en\" is the language of the site", NULL },
	{ "c/site.yaml", "title: a\nlanguages: { e n: }\n",
	  "c/site.yaml:2:14: error: \"languages\" must be letters, digits and hyphens, found \"e n\"",
	  NULL },
	{ "c/site.yaml", "title: a\nlanguages: [de]\n",
	  "c/site.yaml:2:12: error: \"languages\" must be a mapping, found a list",
	  NULL },
	{ "c/site.yaml", "title: a\nlanguages: { de: x }\n",
	  "c/site.yaml:2:18: error: an entry of languages must be a mapping, found text",
	  NULL },
	{ "c/site.yaml", "title: a\npublish: { to: git, list: a.paragone }\n",
	  "c/site.yaml:2:27: error: \"list\" is for rsync and rclone: git keeps none",
	  NULL },
	{ "c/site.yaml", "title: a\npublish: { to: rsync, branch: b }\n",
	  "c/site.yaml:2:31: error: \"branch\" is for git: rsync has none",
	  "leave it out, or write `to: git`" },
	{ "c/site.yaml",
	  "title: a\npublish: { to: rsync, target: h:/a, list: a.txt }\n",
	  "c/site.yaml:2:43: error: \"list\" must end in .paragone", NULL },
	{ "c/site.yaml", "title: a\npublish: { to: rclone, target: a }\n",
	  "c/site.yaml:2:32: error: \"target\" must be remote:path, with the name of a remote that `rclone config` knows; parameters are given there",
	  NULL },
	{ "c/site.yaml", "title: a\npublish: { to: [git] }\n",
	  "c/site.yaml:2:16: error: \"to\" must be text, found a list", NULL },
	{ "c/site.yaml", "title: a\ncheck: { max_age: 0 days }\n",
	  "c/site.yaml:2:19: error: \"max_age\" must be an age such as 2 years, 18 months or 400 days, found \"0 days\"",
	  NULL },
	{ "c/site.yaml", "title: a\ncheck: { max_age: x days }\n",
	  "c/site.yaml:2:19: error: \"max_age\" must be an age such as 2 years, 18 months or 400 days, found \"x days\"",
	  NULL },
	{ "c/site.yaml", "title: a\ncheck: { max_age: 200000 days }\n",
	  "c/site.yaml:2:19: error: \"max_age\" must be an age such as 2 years, 18 months or 400 days, found \"200000 days\"",
	  NULL },
	{ "c/site.yaml", "title: a\ncheck: { max_age: 5days }\n",
	  "c/site.yaml:2:19: error: \"max_age\" must be an age such as 2 years, 18 months or 400 days, found \"5days\"",
	  NULL },
	{ "c/site.yaml", "title: a\ncheck: [a]\n",
	  "c/site.yaml:2:8: error: \"check\" must be a mapping, found a list",
	  NULL },
	{ "c/site.yaml", "title: a\nlanguage: a b\n",
	  "c/site.yaml:2:11: error: \"language\" must be letters, digits and hyphens, found \"a b\"",
	  NULL },
	{ "c/site.yaml", "title: a\nrepository: { url: x }\n",
	  "c/site.yaml:2:20: error: \"url\" must be an address such as https://example.org/trees/, found \"x\"",
	  "http:// or https://, a host, and a path of letters, digits and -._~" },
	{ "c/site.yaml",
	  "title: a\nrepository: { url: https://github.com/a }\n",
	  "c/site.yaml:2:20: error: \"repository\" must be the address of a repository, found \"https://github.com/a\"",
	  "it has an owner and a name, and no more: https://github.com/you/site; a folder within is its \"path\", a branch its \"branch\"" },
	{ "c/site.yaml",
	  "title: a\nrepository: { url: https://gitlab.com/a/b/c/-/tree }\n",
	  "c/site.yaml:2:20: error: \"repository\" must be the address of a repository, found \"https://gitlab.com/a/b/c/-/tree\"",
	  "it has an owner and a name, and no more: https://gitlab.com/you/site; a folder within is its \"path\", a branch its \"branch\"" },
	{ "c/site.yaml",
	  "title: a\nrepository: { url: https://github.com/a/b, path: ../x }\n",
	  "c/site.yaml:2:50: error: \"path\" must be the way from the repository to the content folder, such as docs/content, found \"../x\"",
	  NULL },
	{ "c/site.yaml",
	  "title: a\nrepository: { url: https://github.com/a/b, path: a//b }\n",
	  "c/site.yaml:2:50: error: \"path\" must be the way from the repository to the content folder, such as docs/content, found \"a//b\"",
	  NULL },
	{ "c/site.yaml",
	  "title: a\nrepository: { url: https://git.example.org/a/b }\n",
	  "c/site.yaml:2:20: error: how https://git.example.org addresses a file is not known",
	  "say what runs there: `repository: { url: …, host: gitlab }`; it can be github, gitlab or forgejo" },
	{ "c/site.yaml", "title: a\nmenu: [a]\n",
	  "c/site.yaml:2:8: error: an entry of menu must be a mapping, found text",
	  NULL },
	{ "c/site.yaml", "title: a\nmenu: { a: b }\n",
	  "c/site.yaml:2:7: error: \"menu\" must be a list, found a mapping",
	  NULL },
	{ "c/site.yaml", "title: a\n? [b]\n: c\n",
	  "c/site.yaml:2:3: error: a key must be text", NULL },
	{ "c/site.yaml", "title: a\n---\nb: c\n",
	  "c/site.yaml:3:1: error: expected one document, found a second",
	  NULL },
	{ "c/site.yaml", "title: a\ntitle: b\n",
	  "c/site.yaml:2:1: error: the key \"title\" is there twice",
	  "c/site.yaml:1:1: note: it was first here" },
	{ "c/site.yaml", "title: 'a\n",
	  "c/site.yaml:2:1: error: this is no YAML: found unexpected end of stream",
	  "while scanning a quoted scalar" },
	{ "c/site.yaml", "title: {a b\n",
	  "c/site.yaml:2:1: error: this is no YAML: did not find expected ',' or '}'",
	  "while parsing a flow mapping" },
	{ "c/trees/samples/saw/oak/b.py", "x\n",
	  "c/trees/samples/saw/oak: error: this is a folder, not a file",
	  NULL },
	{ "c/trees/options.csv", "id,short,Age\noak,O,5\nelm,E,6\n",
	  "c/trees/options/oak.md:3:1: error: \"short\" is given in a table, too",
	  "c/trees/options.csv:2:5: note: it is given here" },
	{ "c/trees/options.csv", "name,name\noak,O\n",
	  "c/trees/options.csv:1:6: error: the column \"name\" is there twice",
	  NULL },
	{ "c/trees/options.csv", "id\nOAK\n",
	  "c/trees/options.csv:2:1: error: the id \"OAK\" must be lower-case letters, digits and hyphens",
	  NULL },
	{ "c/trees/criteria.csv", "id,title\nspeed,A\nspeed,B\n",
	  "c/trees/criteria.csv:3:1: error: two rows give the criterion \"speed\"",
	  "c/trees/criteria.csv:2:1: note: the other is this one" },
	{ "c/trees/criteria.csv", "title\nFun\nfun\n",
	  "c/trees/criteria.csv:3:1: error: two rows give the criterion \"fun\"",
	  "c/trees/criteria.csv:2:1: note: the other is this one" },
	{ "c/trees/criteria.csv", "id,title,weight\nfun,Fun,\"1,5\"\n",
	  "c/trees/criteria.csv:2:10: error: \"weight\" must be a number, found \"1,5\"",
	  NULL },
	{ "c/trees/criteria.csv", "title\n木\n",
	  "c/trees/criteria.csv:2:1: error: no id can be made of \"木\"",
	  "give the table a column \"id\"" },
	{ "c/trees/criteria.csv", "title,weight\nFun,50%\nCare,0\nUse,0.5\n",
	  "c/trees/criteria.csv:2:5: error: the weight of \"fun\" is in per cent, and that of \"use\" is not",
	  "c/trees/criteria.csv:4:5: note: it is 0.5 here" },
	{ "c/trees/criteria.csv", "id,title,best,worst\nfun,Fun,1,1\n",
	  "c/trees/criteria.csv:2:1: error: \"best\" and \"worst\" are both 1",
	  NULL },
	{ SPEED("rubric: { 1: [a] }\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:14: error: an entry of \"rubric\" must be text, found a list",
	  NULL },
	{ SPEED("rubric: { x: a }\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:11: error: a rubric says what scores mean, and \"x\" is none",
	  NULL },
	{ SPEED("measure: 5\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:10: error: \"measure\" must be a mapping, found text",
	  NULL },
	{ SPEED("measure: { better: [a] }\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:20: error: \"better\" must be text, found a list",
	  NULL },
	{ SPEED("measure: { better: lower, best: 5, worst: 1 }\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:10: error: lower is better, but \"best\" is 5 and \"worst\" is 1",
	  "swap them, or set better: higher" },
	{ SPEED("measure: { better: higher, best: 1, worst: 5 }\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:10: error: higher is better, but \"best\" is 1 and \"worst\" is 5",
	  "swap them, or set better: lower" },
	{ SPEED("must: [a]\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:7: error: \"must\" must be text, found a list",
	  NULL },
	{ SPEED("winner: [a]\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:9: error: \"winner\" must be text, found a list",
	  NULL },
	{ SPEED("samples: [[a]]\n", BOTH),
	  "c/trees/criteria/10-speed.md:3:11: error: an entry of \"samples\" must be text, found a list",
	  NULL },
	{ SPEED("", "## Oak\nA.\n\n## Oak\nB.\n\n## Elm\nC.\n"),
	  "c/trees/criteria/10-speed.md:7:4: error: there are two sections \"Oak\"",
	  "c/trees/criteria/10-speed.md:4:4: note: the first is here" },
	{ SPEED("",
		"## Oak\nA.\n\n## Elm\nB.\n\n## Verdict\nC.\n\n## Verdict\nD.\n"),
	  "c/trees/criteria/10-speed.md:13:4: error: there are two sections \"Verdict\"",
	  "c/trees/criteria/10-speed.md:10:4: note: the first is here" },
	{ SCORES("criterion,option,score,score\nspeed,oak,1,2\n"),
	  "c/trees/scores.csv:1:24: error: the column \"score\" is there twice",
	  NULL },
	{ SCORES("criterion,group,judge,oak,elm\nspeed,Fast,a,1,2\nspeed,Slow,b,1,2\n"),
	  "c/trees/scores.csv:3:7: error: \"group\" of \"speed\" is not what another row says",
	  "c/trees/scores.csv:2:7: note: it is given here" },
	{ SCORES("criterion,option,score\nspeed,oak,yes\nspeed,elm,maybe\n"),
	  "c/trees/scores.csv:3:11: error: score \"maybe\" is not a number",
	  "a score is a number from 0 to 10, yes, partial, no, or nothing" },
	{ SCORES("criterion,option,score,date\nspeed,oak,1,yesterday\n"),
	  "c/trees/scores.csv:2:13: error: \"date\" must be a date such as 2026-11-21, found \"yesterday\"",
	  NULL },
	{ SCORES("option,speed,speed\noak,1,2\n"),
	  "c/trees/scores.csv:1:14: error: the column \"speed\" is there twice",
	  NULL },
	{ SCORES("a,b\n1,2\n"),
	  "c/trees/scores.csv:1:1: error: there is no column \"a\" and no such option",
	  NULL },
	{ SCORES("criterion,oak,elm\nspeed,1\n"),
	  "c/trees/scores.csv:2:1: error: expected 3 cells, found 2",
	  "the last cell is that of \"oak\": an empty one behind it takes a \",\", too" },
	{ SCORES("criterion,oak,elm\nspeed,1,2,3\n"),
	  "c/trees/scores.csv:2:11: error: expected 3 cells, found 4",
	  "it is behind the last column, \"elm\": quote a cell that has a \",\" in it, as in \"a, b\"" },
	{ SCORES("criterion,oak,elm\n\"speed,1,2\n"),
	  "c/trees/scores.csv:2:1: error: the quote is not closed", NULL },
	{ SCORES("criterion,oak,elm\nspeed,\"1\"x,2\n"),
	  "c/trees/scores.csv:2:10: error: text behind a closing quote",
	  "write a quote inside quotes twice: \"\"" },
	{ SCORES("criterion,oak,elm\nheight,20 kg,2\n"),
	  "c/trees/scores.csv:2:8: error: \"20 kg\" is in kg, and \"height\" is measured in m",
	  "write the number in m" },
	{ "c/trees/sources.yaml", "flora: { title: a, date: [a] }\n",
	  "c/trees/sources.yaml:1:26: error: \"date\" must be a date, found a list",
	  NULL },
	{ "c/trees/profiles/a.md",
	  "---\ntitle: A\nweights: { speed: x }\n---\n",
	  "c/trees/profiles/a.md:3:19: error: \"weights\" must be a number, found \"x\"",
	  NULL },
	{ "c/trees/profiles/a.md", "---\ntitle: A\nweights: [a]\n---\n",
	  "c/trees/profiles/a.md:3:10: error: \"weights\" must be a mapping, found a list",
	  NULL },
	{ "c/trees/profiles/a.md",
	  "---\ntitle: A\nweights: { speed: 1 }\nmust: [a]\n---\n",
	  "c/trees/profiles/a.md:4:7: error: \"must\" must be a mapping, found a list",
	  NULL },
	{ "c/trees/tables/a.md",
	  "---\ntitle: A\nsamples: [a]\n---\n| a | oak | elm |\n|---|---|---|\n",
	  "c/trees/tables/a.md:3:1: error: a table has no key \"samples\"",
	  "it may have \"summary\" or \"params\"; values of your own stand under `params`" },
	{ "c/trees/tables/a_B.csv", "Use,oak,elm\n",
	  "c/trees/tables/a_B.csv: error: the id \"a_B\" must be lower-case letters, digits and hyphens",
	  NULL },
	{ "c/trees/guide.md", "---\nsamples: [{ id: saw, titel: x }]\n---\n",
	  "c/trees/guide.md:2:22: error: a sample has no key \"titel\"",
	  "did you mean \"title\"?" },
	{ "c/trees/guide.md", "---\nsamples: [{ title: x }]\n---\n",
	  "c/trees/guide.md:2:11: error: a sample needs \"id\"", NULL },
	{ "c/trees/guide.md", "---\n---\n[^x]\n",
	  "c/trees/guide.md:3:1: error: the source \"x\" is not in sources.yaml",
	  "list it there, define a footnote with [^x]: and its text, or write \\[^x] for the brackets themselves" },
	{ "c/trees/guide.md",
	  "---\n---\n[a](/trees/)\n[b](/x/)\n[c](../elms/)\n",
	  "c/trees/guide.md:4:5: error: there is no file \"x\" in c", NULL },
	{ "c/about.de.md", "---\ntitle: x\n---\n",
	  "c/about.de.md: error: a page cannot be called \"about.de\"",
	  "for a page in another language: `languages: { de: }` in site.yaml" },
	{ "c/about.DE.md", "---\ntitle: x\n---\n",
	  "c/about.DE.md: error: a page cannot be called \"about.DE\"",
	  "for a page in another language: `languages: { de: }` in site.yaml, and \"de\" in the name of the file" },
	{ "c/about.PT-br.md",
	  "---\ntitle: x\n---\n", "c/about.PT-br.md: error: a page cannot be called \"about.PT-br\"", "for a page in another language: `languages: { pt-BR: }` in site.yaml, and \"pt-BR\" in the name of the file" },
	{ "c/about.EN.md", "---\ntitle: x\n---\n",
	  "c/about.EN.md: error: a page cannot be called \"about.EN\"",
	  "the site's own texts stand in files without a language in their names" },
};

static void check(const struct mistake *m, struct arena *arena)
{
	struct folder f;
	struct str text;

	folder_enter();
	folder_put_trees();
	folder_put(m->path, m->text);
	folder_read(&f, arena);
	text = printed(f.diags, arena);
	diags_free(f.diags);
	folder_leave();
	if (!strstr(text.ptr, m->message))
		fail_msg("%s gives\n%s\nnot\n%s", m->path, text.ptr,
			 m->message);
	if (m->hint && !strstr(text.ptr, m->hint))
		fail_msg("%s gives\n%s\nwithout\n%s", m->path, text.ptr,
			 m->hint);
	if (f.ok == (strstr(text.ptr, "error: ") != NULL))
		fail_msg("%s: the return value belies\n%s", m->path, text.ptr);
}

static struct str read_errors(struct arena *arena)
{
	struct folder f;
	struct str said;

	folder_read(&f, arena);
	said = printed(f.diags, arena);
	diags_free(f.diags);
	return said;
}

#define CHECK_ALL(table)                                              \
	for (size_t i = 0; i < sizeof(table) / sizeof(*(table)); i++) \
	check(&(table)[i], *state)

static void a_mistake_of_the_site_is_shown_at_its_place(void **state)
{
	CHECK_ALL(SITE);
}

static void a_mistake_of_a_head_is_shown_at_its_place(void **state)
{
	CHECK_ALL(HEADS);
}

static void a_name_that_is_too_long_is_shown_at_its_place(void **state)
{
	CHECK_ALL(LENGTHS);
}

static void a_mistake_of_an_option_is_shown_at_its_place(void **state)
{
	CHECK_ALL(OPTIONS);
}

static void a_mistake_of_a_criterion_is_shown_at_its_place(void **state)
{
	CHECK_ALL(CRITERIA);
}

static void a_mistake_of_a_score_is_shown_at_its_place(void **state)
{
	CHECK_ALL(SCORED);
}

static void a_mistake_of_a_table_is_shown_at_its_place(void **state)
{
	CHECK_ALL(TABLED);
}

static void a_value_of_another_kind_is_shown_at_its_place(void **state)
{
	CHECK_ALL(VALUES);
}

static void a_mistake_of_another_file_is_shown_at_its_place(void **state)
{
	CHECK_ALL(EXTRAS);
}

/* The first lines of the messages. */
static struct str heads_of(struct str said, struct arena *arena)
{
	struct buf heads = { 0 };
	struct str all;

	while (said.len) {
		struct str line = str_cut(&said, '\n');

		if (!str_starts(line, "c/"))
			continue;
		buf_raw(&heads, line);
		buf_char(&heads, '\n');
	}
	all = arena_str(arena, buf_str(&heads));
	buf_release(&heads);
	return all;
}

static void a_bad_table_tells_of_each_mistake_alone(void **state)
{
	for (size_t i = 0; i < sizeof(ALONE) / sizeof(*ALONE); i++) {
		struct folder f;

		folder_enter();
		folder_put_trees();
		folder_put(ALONE[i].path, ALONE[i].text);
		folder_read(&f, *state);
		assert_false(f.ok);
		assert_str(heads_of(printed(f.diags, *state), *state),
			   ALONE[i].messages);
		diags_free(f.diags);
		folder_leave();
	}
}

static void the_names_in_a_broken_file_are_not_missed(void **state)
{
	static const struct {
		const char *path, *text, *messages;
	} BROKEN[] = {
		{ "c/trees/criteria/10-speed.md",
		  "---\nsamples: [saw]\n---\n## Oak\n\n## Elm\n",
		  "c/trees/criteria/10-speed.md:2:1: error: a criterion needs "
		  "\"title\"\n" },
		{ "c/trees/criteria/10-speed.md", "---\ntitle: Speed\n",
		  "c/trees/criteria/10-speed.md:1:1: error: the front matter "
		  "is not closed: a second line of --- is missing\n" },
		{ "c/trees/options/oak.md", "---\nshort: Oak\n---\n",
		  "c/trees/options/oak.md:2:1: error: an option needs "
		  "\"name\"\n" },
		{ "c/trees/options/oak.md", "---\nname: Oak\n",
		  "c/trees/options/oak.md:1:1: error: the front matter is "
		  "not closed: a second line of --- is missing\n" },
		{ "c/trees/options/oak.md", NULL,
		  "c/trees/comparison.md:5:11: error: there is no file "
		  "c/trees/options/oak.md\n" },
	};

	for (size_t i = 0; i < sizeof(BROKEN) / sizeof(*BROKEN); i++) {
		struct folder f;

		folder_enter();
		folder_put_trees();
		folder_put("c/trees/scores.csv",
			   "criterion,Oak tree,elm\nSpeed,4,8\nHeight,1,2\n");
		folder_put("c/trees/tables/uses.csv",
			   "Use,Oak tree,elm\nBoats,keel,rudder\n");
		folder_put("c/trees/profiles/avenue.md",
			   "---\ntitle: Avenue\nweights: { speed: 2 }\n---\n");
		folder_put("c/trees/criteria/20-height.md",
			   "---\ntitle: Height\n---\n## Oak tree\n\n## Elm\n");
		folder_put(BROKEN[i].path, BROKEN[i].text);
		folder_read(&f, *state);
		assert_false(f.ok);
		assert_str(heads_of(printed(f.diags, *state), *state),
			   BROKEN[i].messages);
		diags_free(f.diags);
		folder_leave();
	}
}

static void all_mistakes_are_shown_in_one_run(void **state)
{
	static const struct mistake *const TABLES[] = {
		&OPTIONS[0], &CRITERIA[3], &SCORED[0],	&EXTRAS[0],
		&EXTRAS[4],  &EXTRAS[9],   &EXTRAS[13],
	};
	enum { COUNT = sizeof(TABLES) / sizeof(*TABLES) };
	struct folder f;
	struct str text;

	folder_enter();
	folder_put_trees();
	for (size_t i = 0; i < COUNT; i++)
		folder_put(TABLES[i]->path, TABLES[i]->text);
	folder_read(&f, *state);
	assert_int_equal(diags_error_count(f.diags), COUNT);
	assert_int_equal(diags_status(f.diags), 1);
	text = printed(f.diags, *state);
	for (size_t i = 0; i < COUNT; i++)
		if (!strstr(text.ptr, TABLES[i]->message))
			fail_msg("%s is not in\n%s", TABLES[i]->message,
				 text.ptr);
	diags_free(f.diags);
	folder_leave();
}

/*
 * A date that cannot be read is before or after none, and a list of options
 * with a mistake is a list.
 */
static void what_follows_from_a_mistake_is_not_told(void **state)
{
	static const struct {
		const char *path, *text;
	} FILES[] = {
		{ TREES(HEAD "options: [oak, elm]\nupdated: 2026\n") },
		{ TREES(HEAD "options: [oak, elm]\nupdated: 2025-1-1\n") },
		{ TREES(HEAD "options: [oak, elm]\nupdated: 01.02.2025\n") },
		{ TREES(HEAD "options: [oak, elm]\nupdated: 2025-13-01\n") },
		{ TREES(HEAD "options: []\n") },
		{ TREES(HEAD "options: [oak, elm, ash]\n") },
		{ TREES(HEAD "options: oak\n") },
		{ TREES(HEAD "options: { oak: elm }\n") },
		{ TREES(HEAD "options: [[oak, elm]]\n") },
		{ TREES(HEAD "options: [oak, elm]\naliases: [[]]\n") },
		{ TREES(HEAD "options: [oak, elm]\nrelated: [[]]\n") },
		{ TREES("title: A\nsummary: B\ndate: ''\n"
			"options: [oak, elm]\n") },
		{ SPEED("measure: { best: 0, worst: 9, better: 1 }\n", BOTH) },
		{ SPEED("measure: { best: 1, worst: 1e400 }\n", BOTH) },
		{ "c/site.yaml", "title: A\ncheck: { off: [[]] }\n" },
		{ "c/site.yaml", "title: A\ncsp: { img-src: [[]] }\n" },
		{ "c/site.yaml", "title: A\nrepository: ''\n" },
		{ "c/site.yaml", "title: A\nrepository: { url: '' }\n" },
		{ "c/site.yaml", "title: A\nmenu: [{ title: B, url: [] }]\n" },
		{ "c/site.yaml", "title: A\nmenu: [{ title: B, page: {} }]\n" },
		{ "c/site.yaml",
		  "title: A\npublish: { to: rsync, target: h:/a, list: -1 }\n" },
		{ "c/site.yaml", "title: A\npublish: { to: git, list: -1 }\n" },
		{ "c/trees/comparison.md",
		  "---\n" HEAD "options: [oak, elm]\nfacts: [a]\n---\n[=a]\n" },
		{ "c/trees/comparison.md",
		  "---\n" HEAD "options: [oak, elm]\nfacts: a\n---\n[=a]\n" },
		{ "c/trees/profiles/avenue.md",
		  "---\ntitle: A\nweights: { speed: {} }\n---\n" },
		{ "c/trees/profiles/avenue.md",
		  "---\ntitle: A\nweights: { spede: {} }\n---\n" },
		{ "c/about.md", "---\ntitle: []\n---\n" },
		{ "c/about.md", "---\ntitle: ''\n---\n" },
		/* A key that was to be another, which is needed. */
		{ "c/site.yaml", "titel: A\n" },
		{ "c/site.yaml",
		  "title: A\nmenu: [{ titel: B, page: about }]\n" },
		{ "c/site.yaml", "title: A\npublish: { too: git }\n" },
		{ "c/about.md", "---\ntitel: A\n---\n" },
		{ TREES("titel: A\nsummary: B\ndate: 2026-11-21\n"
			"options: [oak, elm]\n") },
		{ TREES("title: A\nsumary: B\ndate: 2026-11-21\n"
			"options: [oak, elm]\n") },
		{ TREES("title: A\nsummary: B\ndaet: 2026-11-21\n"
			"options: [oak, elm]\nupdated: 2026-11-22\n") },
		{ TREES(HEAD "optoins: [oak, elm]\n") },
		{ "c/trees/options/oak.md", "---\nnmae: Oak\n---\n" },
		{ "c/trees/criteria/10-speed.md",
		  "---\ntilte: Speed\nsamples: [saw]\n---\n" BOTH },
		{ SPEED("samples: [{ idd: saw }]\n", BOTH) },
		{ "c/trees/profiles/avenue.md",
		  "---\nTitle: A\nweights: { speed: 1 }\n---\n" },
		{ "c/trees/profiles/avenue.md",
		  "---\ntitle: A\nweight: { speed: 1 }\n---\n" },
		{ "c/trees/tables/more.md",
		  "---\ntite: A\n---\n| a | oak | elm |\n|--|--|--|\n" },
		{ "c/trees/sources.yaml", "flora: { titel: Flora }\n" },
		{ "c/trees/criteria.csv", "titel,wieght\nSpeed,1\n" },
		{ SCORES("criterio,option,score\nspeed,oak,1\n") },
		{ SCORES("criterion,optoin,score\nspeed,oak,1\n") },
	};

	for (size_t i = 0; i < sizeof(FILES) / sizeof(*FILES); i++) {
		struct folder f;

		folder_enter();
		folder_put_trees();
		folder_put(FILES[i].path, FILES[i].text);
		folder_read(&f, *state);
		if (diags_error_count(f.diags) != 1)
			fail_msg("%s: %zu errors of %s", FILES[i].path,
				 (size_t)diags_error_count(f.diags),
				 FILES[i].text);
		diags_free(f.diags);
		folder_leave();
	}
}

/* What is said of the scores 4 and 8, under a measure. */
static struct str said_of_measure(const char *measure, struct arena *arena)
{
	struct str said;

	folder_enter();
	folder_put_trees();
	folder_put(
		"c/trees/criteria/10-speed.md",
		arena_printf(arena,
			     "---\ntitle: Speed\nmeasure: { %s }\n---\n" BOTH,
			     measure)
			.ptr);
	folder_put("c/trees/scores.csv", "criterion,Oak tree,elm\nSpeed,4,8\n");
	said = read_errors(arena);
	folder_leave();
	return str_from_byte(said, str_find_str(said, STR("no score of")));
}

/* What is found cannot stand in where it would turn the measure round. */
static void scores_beyond_the_one_end_that_is_given_are_told(void **state)
{
	static const char *const HOLD[] = {
		"better: lower, worst: 8",
		"worst: 4",
		"best: 8",
		"better: lower, best: 4",
		"worst: 7",
		"better: lower, best: 7",
		"best: 20",
		"better: lower, worst: 20",
		"best: 3, worst: 1",
	};

	for (size_t i = 0; i < sizeof(HOLD) / sizeof(*HOLD); i++)
		assert_str(said_of_measure(HOLD[i], *state), "");
	assert_true(str_starts(
		said_of_measure("better: lower, worst: 4", *state),
		"no score of \"speed\" is better than \"worst\", 4, so none can stand in for "
		"\"best\"\n"
		"  hint: write \"best\", too, or leave out \"worst\"\n"));
	assert_true(str_starts(
		said_of_measure("best: 4", *state),
		"no score of \"speed\" is worse than \"best\", 4, so none can stand in for "
		"\"worst\"\n"
		"  hint: write \"worst\", too, or leave out \"best\"\n"));
}

static void a_comparison_is_related_once(void **state)
{
	folder_enter();
	folder_put_trees();
	folder_put("c/woods/comparison.md",
		   "---\n" HEAD "related: [trees, trees]\n"
		   "options: [ash, fir]\n---\n");
	folder_put("c/woods/options/ash.md", "---\nname: Ash\n---\n");
	folder_put("c/woods/options/fir.md", "---\nname: Fir\n---\n");
	assert_str(read_errors(*state),
		   "c/woods/comparison.md:5:18: error: the comparison "
		   "\"trees\" is there twice\n"
		   "    5 | related: [trees, trees]\n"
		   "      |                  ^~~~~\n");
	folder_leave();
}

static void an_entry_that_is_no_mapping_is_one_mistake(void **state)
{
	folder_enter();
	folder_put_trees();
	folder_put("c/site.yaml", "title: a\nmenu: [a]\n");
	assert_str(read_errors(*state),
		   "c/site.yaml:2:8: error: an entry of menu must be a "
		   "mapping, found text\n"
		   "    2 | menu: [a]\n"
		   "      |        ^\n");
	folder_leave();
}

static void a_list_has_a_hundred_texts_at_most(void **state)
{
	for (size_t count = 100; count <= 101; count++) {
		struct buf head = { 0 };
		struct folder f;
		struct str text;

		buf_text(&head, "---\n" HEAD "options: [oak, elm]\ntags:\n");
		for (size_t i = 0; i < count; i++)
			buf_printf(&head, "- t%zu\n", i);
		buf_text(&head, "---\n");
		folder_enter();
		folder_put_trees();
		folder_put("c/trees/comparison.md",
			   arena_str(*state, buf_str(&head)).ptr);
		folder_read(&f, *state);
		text = printed(f.diags, *state);
		assert_true(f.ok == (count == 100));
		assert_true(f.ok ||
			    strstr(text.ptr, "\"tags\" has 101 entries; "
					     "it may have 100 at most"));
		diags_free(f.diags);
		folder_leave();
		buf_release(&head);
	}
}

static void a_missing_folder_is_an_error_with_a_way_out(void **state)
{
	struct folder f;

	folder_enter();
	folder_read(&f, *state);
	assert_false(f.ok);
	assert_str(printed(f.diags, *state),
		   "c: error: there is no content folder\n"
		   "  hint: name the folder that holds site.yaml\n");
	diags_free(f.diags);
	folder_put("site.yaml", "title: A\n");
	folder_read(&f, *state);
	assert_str(printed(f.diags, *state),
		   "c: error: there is no content folder\n"
		   "  hint: site.yaml is in this folder: name it \".\"\n");
	diags_free(f.diags);
	folder_leave();
}

static void a_link_out_of_the_folder_is_refused_also_by_symlink(void **state)
{
	struct folder f;
	struct str text;

	folder_enter();
	folder_put_trees();
	folder_put("secret.png", "x");
	assert_int_equal(symlink("../../secret.png", "c/trees/a.png"), 0);
	folder_put("c/trees/guide.md", "---\n---\n![a](a.png)\n");
	mkdir("c/static", 0777);
	assert_int_equal(symlink("../../secret.png", "c/static/b.png"), 0);
	folder_read(&f, *state);
	assert_false(f.ok);
	text = printed(f.diags, *state);
	assert_non_null(strstr(text.ptr, "c/trees/guide.md:3:6: error: "
					 "\"a.png\" leads out of the content "
					 "folder"));
	assert_non_null(strstr(text.ptr, "c/static/b.png: error: this leads "
					 "out of the content folder"));
	diags_free(f.diags);
	folder_leave();
}

/* What stands where a text is read, and is none. */
static void what_is_no_file_is_told_so(void **state)
{
	static const struct {
		const char *link, *said;
	} ROWS[] = {
		{ "guide.md", "this link leads to itself" },
		{ "nothing.md", "this link leads nowhere" },
		{ "options", "this is a folder, not a file" },
		{ "../../out.md", "this leads out of the content folder" },
		{ NULL, "this is neither a file nor a folder" },
	};

	for (size_t i = 0; i < sizeof(ROWS) / sizeof(*ROWS); i++) {
		static const char GUIDE[] = "c/trees/guide.md";

		folder_enter();
		folder_put_trees();
		folder_put("out.md", "---\n---\na\n");
		assert_int_equal(ROWS[i].link ? symlink(ROWS[i].link, GUIDE)
					      : mkfifo(GUIDE, 0666),
				 0);
		assert_str(read_errors(*state),
			   arena_printf(*state, "%s: error: %s\n", GUIDE,
					ROWS[i].said)
				   .ptr);
		folder_leave();
	}
}

static void a_link_to_a_file_that_makes_no_page_is_an_error(void **state)
{
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_put("c/trees/pines/guide.md", "---\n---\n");
	folder_put("c/trees/guide.md", "---\n---\n[a](pines/guide.md)\n");
	folder_read(&f, *state);
	assert_false(f.ok);
	assert_non_null(strstr(
		printed(f.diags, *state).ptr,
		"c/trees/guide.md:3:5: error: \"trees/pines/guide.md\" becomes no "
		"page\n    3 | [a](pines/guide.md)\n      |     "
		"^~~~~~~~~~~~~~\n  hint: is it part of a draft?\n"));
	diags_free(f.diags);
	folder_leave();
}

static void static_files_lie_sixteen_folders_deep_at_most(void **state)
{
	struct folder f;
	struct buf path = { 0 };

	folder_enter();
	folder_put_trees();
	buf_text(&path, "c/static/");
	for (int depth = 1; depth <= 16; depth++)
		buf_text(&path, "d/");
	buf_text(&path, "a.txt");
	folder_put(buf_str(&path).ptr, "a");
	folder_read(&f, *state);
	assert_true(f.ok);
	diags_free(f.diags);
	path.len -= strlen("a.txt");
	buf_text(&path, "d/a.txt");
	folder_put(buf_str(&path).ptr, "a");
	folder_read(&f, *state);
	assert_false(f.ok);
	assert_non_null(strstr(printed(f.diags, *state).ptr,
			       "/d/d/d: error: static/ is more than 16 folders "
			       "deep\n"));
	buf_release(&path);
	diags_free(f.diags);
	folder_leave();
}

static void a_table_of_scores_has_4096_columns_at_most(void **state)
{
	struct folder f;
	struct buf text = { 0 };

	folder_enter();
	folder_put_trees();
	buf_text(&text, "criterion,oak,elm");
	for (int column = 3; column < 4097; column++)
		buf_text(&text, ",x");
	buf_text(&text, "\n");
	folder_put("c/trees/scores.csv", buf_str(&text).ptr);
	folder_read(&f, *state);
	assert_false(f.ok);
	assert_non_null(strstr(printed(f.diags, *state).ptr,
			       "c/trees/scores.csv:1:1: error: the table has "
			       "more than 4096 columns\n"));
	buf_release(&text);
	diags_free(f.diags);
	folder_leave();
}

static void put_sheet(const char *path, int rows)
{
	struct buf text = { 0 };

	buf_text(&text, "what,oak,elm\n");
	for (int row = 1; row < rows; row++)
		buf_text(&text, "row,a,b\n");
	folder_put(path, buf_str(&text).ptr);
	buf_release(&text);
}

static void what_a_comparison_holds_is_bounded(void **state)
{
	struct buf head = { 0 };
	char path[64];

	folder_enter();
	folder_put_trees();
	for (int j = 0; j < 2999; j++) {
		snprintf(path, sizeof(path), "c/trees/criteria/c%d.md", j);
		folder_put(path, "");
	}
	assert_str(read_errors(*state),
		   "c/trees/criteria: error: a comparison of 2 options has at "
		   "most 3000 criteria, found 3001\n");
	buf_text(&head, "---\ntitle: T\nsummary: S\ndate: 2026-11-21\n"
			"options:\n");
	for (int i = 0; i < 1100; i++)
		buf_printf(&head, "- o%d\n", i);
	buf_text(&head, "---\n");
	folder_put("c/trees/comparison.md", buf_str(&head).ptr);
	assert_str(read_errors(*state),
		   "c/trees/comparison.md:1006:3: error: a comparison has at "
		   "most 1000 options\n"
		   " 1006 | - o1000\n"
		   "      |   ^~~~~\n");
	buf_release(&head);
	folder_leave();
}

static void the_tables_of_a_comparison_are_bounded(void **state)
{
	folder_enter();
	folder_put_trees();
	put_sheet("c/trees/tables/big.csv", 33000);
	assert_str(read_errors(*state), "");
	put_sheet("c/trees/tables/more.csv", 1000);
	assert_str(read_errors(*state),
		   "c/trees/tables/more.csv:1:1: error: with this table the "
		   "comparison has more than 100000 cells in tables/\n"
		   "    1 | what,oak,elm\n"
		   "      | ^~~~\n");
	folder_leave();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_mistake_of_the_site_is_shown_at_its_place),
		TEST(a_mistake_of_a_head_is_shown_at_its_place),
		TEST(a_name_that_is_too_long_is_shown_at_its_place),
		TEST(a_mistake_of_an_option_is_shown_at_its_place),
		TEST(a_mistake_of_a_criterion_is_shown_at_its_place),
		TEST(a_mistake_of_a_score_is_shown_at_its_place),
		TEST(a_mistake_of_a_table_is_shown_at_its_place),
		TEST(a_value_of_another_kind_is_shown_at_its_place),
		TEST(a_mistake_of_another_file_is_shown_at_its_place),
		TEST(a_bad_table_tells_of_each_mistake_alone),
		TEST(the_names_in_a_broken_file_are_not_missed),
		TEST(all_mistakes_are_shown_in_one_run),
		TEST(what_follows_from_a_mistake_is_not_told),
		TEST(scores_beyond_the_one_end_that_is_given_are_told),
		TEST(a_comparison_is_related_once),
		TEST(an_entry_that_is_no_mapping_is_one_mistake),
		TEST(a_list_has_a_hundred_texts_at_most),
		TEST(a_missing_folder_is_an_error_with_a_way_out),
		TEST(a_link_out_of_the_folder_is_refused_also_by_symlink),
		TEST(what_is_no_file_is_told_so),
		TEST(a_link_to_a_file_that_makes_no_page_is_an_error),
		TEST(static_files_lie_sixteen_folders_deep_at_most),
		TEST(a_table_of_scores_has_4096_columns_at_most),
		TEST(what_a_comparison_holds_is_bounded),
		TEST(the_tables_of_a_comparison_are_bounded),
	};

	return RUN(tests);
}
