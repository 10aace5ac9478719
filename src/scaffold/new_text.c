#include "scaffold/new_text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "model/placeholder.h"
#include "scaffold/content_edit.h"

/* What publishes a site; each %s is the folder of its content. */
static const char GITHUB[] =
	"# Builds the site at every push and publishes it on GitHub Pages.\n"
	"# In the settings of the repository, under Pages, choose "
	"\"GitHub Actions\".\n"
	"name: site\n"
	"on:\n"
	"  push:\n"
	"    branches: [main]\n"
	"  workflow_dispatch:\n"
	"permissions:\n"
	"  contents: read\n"
	"  pages: write\n"
	"  id-token: write\n"
	"concurrency: { group: pages }\n"
	"env:\n"
	"  # Where the source of Paragone is cloned from.\n"
	"  PARAGONE: https://example.org/paragone.git\n"
	"jobs:\n"
	"  build:\n"
	"    runs-on: ubuntu-latest\n"
	"    container: debian:12\n"
	"    steps:\n"
	"      - run: apt-get update && apt-get install -y git make "
	"ca-certificates\n"
	"      - uses: actions/checkout@v4\n"
	"      - run: git clone --depth 1 \"$PARAGONE\" /opt/paragone\n"
	"      - run: make -C /opt/paragone packages-build build/paragone\n"
	"      - run: /opt/paragone/build/paragone check \"%s\"\n"
	"      - run: /opt/paragone/build/paragone build \"%s\" -o public\n"
	"      - run: rm public/.paragone-manifest\n"
	"      - uses: actions/upload-pages-artifact@v3\n"
	"        with: { path: public }\n"
	"  publish:\n"
	"    needs: build\n"
	"    runs-on: ubuntu-latest\n"
	"    environment: { name: github-pages }\n"
	"    steps:\n"
	"      - uses: actions/deploy-pages@v4\n";

static const char GITLAB[] =
	"# Builds the site at every push and publishes it on GitLab Pages.\n"
	"variables:\n"
	"  # Where the source of Paragone is cloned from.\n"
	"  PARAGONE: https://example.org/paragone.git\n"
	"pages:\n"
	"  image: debian:12\n"
	"  script:\n"
	"    - apt-get update\n"
	"    - apt-get install -y git make ca-certificates\n"
	"    - git clone --depth 1 \"$PARAGONE\" /opt/paragone\n"
	"    - make -C /opt/paragone packages-build build/paragone\n"
	"    - /opt/paragone/build/paragone check \"%s\"\n"
	"    - /opt/paragone/build/paragone build \"%s\" -o public\n"
	"    - rm public/.paragone-manifest\n"
	"  artifacts:\n"
	"    paths: [public]\n"
	"  rules:\n"
	"    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\n";

static struct str finish(struct buf *buf, struct arena *arena);
static void put_placeholder(struct buf *to, enum placeholder which, bool empty);
static void put_yaml(struct buf *to, struct str text);
static bool is_plain(struct str text);
static void put_section(struct buf *to, struct named option, bool empty);

struct str new_site_yaml(struct arena *arena)
{
	return arena_printf(arena,
			    "title: Comparisons\n"
			    "tagline: %.*s\n"
			    "# base_url: https://example.org/\n"
			    "# author: Your name\n"
			    "# language: en\n"
			    "# theme: default\n",
			    STR_ARG(placeholder_text(PLACEHOLDER_TAGLINE)));
}

struct str new_home(struct arena *arena)
{
	return arena_printf(arena, "---\n---\n%.*s\n",
			    STR_ARG(placeholder_text(PLACEHOLDER_HOME)));
}

struct str new_comparison_md(const struct plan *plan, struct arena *arena)
{
	struct buf buf = { 0 };

	buf_text(&buf, "---\ntitle: ");
	put_yaml(&buf, plan->title);
	buf_printf(&buf, "\nsummary: %.*s\ndate: %.*s\n",
		   STR_ARG(placeholder_text(PLACEHOLDER_SUMMARY)),
		   STR_ARG(new_today(arena)));
	for (size_t i = 0; !plan->tables && i < plan->option_count; i++) {
		buf_text(&buf, i ? ", " : "options: [");
		put_yaml(&buf, plan->options[i].id);
	}
	buf_text(&buf, plan->tables ? "---\n" : "]\n---\n");
	put_placeholder(&buf, PLACEHOLDER_INTRODUCTION, plan->empty);
	return finish(&buf, arena);
}

struct str new_options_csv(const struct plan *plan, struct arena *arena)
{
	struct buf buf = { 0 };

	buf_text(&buf, "id,name,website,price\n");
	for (size_t i = 0; i < plan->option_count; i++)
		buf_printf(&buf, "%.*s,%.*s,,\n", STR_ARG(plan->options[i].id),
			   STR_ARG(edit_csv_cell(plan->options[i].name, ',',
						 arena)));
	return finish(&buf, arena);
}

struct str new_criteria_csv(const struct plan *plan, struct arena *arena)
{
	struct buf buf = { 0 };

	buf_text(&buf, "id,title,question,weight,group\n");
	for (size_t j = 0; j < plan->criterion_count; j++)
		buf_printf(&buf, "%.*s,%.*s,,1,\n",
			   STR_ARG(plan->criteria[j].id),
			   STR_ARG(edit_csv_cell(plan->criteria[j].name, ',',
						 arena)));
	return finish(&buf, arena);
}

/* A score in the middle of the scale for each, or none. */
struct str new_scores_csv(const struct plan *plan, struct arena *arena)
{
	struct buf buf = { 0 };

	buf_text(&buf, "criterion");
	for (size_t i = 0; i < plan->option_count; i++)
		buf_printf(&buf, ",%.*s", STR_ARG(plan->options[i].id));
	buf_text(&buf, ",source,note\n");
	for (size_t j = 0; j < plan->criterion_count; j++) {
		buf_raw(&buf, plan->criteria[j].id);
		for (size_t i = 0; i < plan->option_count; i++)
			buf_text(&buf, plan->empty ? "," : ",5");
		if (plan->empty)
			buf_text(&buf, ",,\n");
		else
			buf_printf(&buf, ",example,\"%.*s\"\n",
				   STR_ARG(placeholder_text(PLACEHOLDER_NOTE)));
	}
	return finish(&buf, arena);
}

struct str new_option_md(struct str name, bool empty, struct arena *arena)
{
	struct buf buf = { 0 };

	buf_text(&buf, "---\nname: ");
	put_yaml(&buf, name);
	buf_text(&buf, "\n# website: https://example.org/\n"
		       "# facts:\n#   Released: 2009\n"
		       "# pros:\n#   - what speaks for it\n"
		       "# cons:\n#   - what speaks against it\n"
		       "# best_for:\n#   - whom it suits best\n"
		       "---\n");
	put_placeholder(&buf, PLACEHOLDER_OPTION, empty);
	return finish(&buf, arena);
}

struct str new_criterion_md(struct str title, const struct named *options,
			    size_t count, bool empty, struct arena *arena)
{
	struct buf buf = { 0 };

	buf_text(&buf, "---\ntitle: ");
	put_yaml(&buf, title);
	buf_text(&buf, "\n# question: Which one is better at this?\n"
		       "weight: 1\n---\n");
	put_placeholder(&buf, PLACEHOLDER_CRITERION, empty);
	for (size_t i = 0; i < count; i++) {
		if (!empty || i)
			buf_char(&buf, '\n');
		put_section(&buf, options[i], empty);
	}
	return finish(&buf, arena);
}

struct str new_page_md(struct str title, struct arena *arena)
{
	struct buf buf = { 0 };

	buf_text(&buf, "---\ntitle: ");
	put_yaml(&buf, title);
	buf_text(&buf, "\n---\n");
	put_placeholder(&buf, PLACEHOLDER_PAGE, false);
	return finish(&buf, arena);
}

struct str new_sources_yaml(struct arena *arena)
{
	return arena_printf(arena,
			    "example:\n  title: %.*s\n"
			    "  url: https://example.org/\n",
			    STR_ARG(placeholder_text(PLACEHOLDER_SOURCE)));
}

struct str new_profile_md(struct str title, const struct comparison *c,
			  struct arena *arena)
{
	struct buf buf = { 0 };

	buf_text(&buf, "---\ntitle: ");
	put_yaml(&buf, title);
	buf_text(&buf, "\nweights:");
	if (!c->criterion_count)
		buf_text(&buf, " {}");
	buf_char(&buf, '\n');
	for (size_t j = 0; j < c->criterion_count; j++) {
		buf_text(&buf, "  ");
		put_yaml(&buf, c->criteria[j].id);
		buf_text(&buf, ": ");
		buf_number(&buf, c->criteria[j].weight, 9);
		buf_char(&buf, '\n');
	}
	buf_printf(&buf, "---\n%.*s\n",
		   STR_ARG(placeholder_text(PLACEHOLDER_PROFILE)));
	return finish(&buf, arena);
}

struct str new_section(struct named option, struct arena *arena)
{
	struct buf buf = { 0 };

	put_section(&buf, option, false);
	return finish(&buf, arena);
}

struct str new_workflow(const char *host, const char *content,
			struct arena *arena)
{
	assert(!strcmp(host, "github") || !strcmp(host, "gitlab"));
	if (!strcmp(host, "github"))
		return arena_printf(arena, GITHUB, content, content);
	return arena_printf(arena, GITLAB, content, content);
}

static void put_placeholder(struct buf *to, enum placeholder which, bool empty)
{
	if (!empty)
		buf_printf(to, "%.*s\n", STR_ARG(placeholder_text(which)));
}

/* A YAML scalar: as it is where that is safe, else in double quotes. */
static void put_yaml(struct buf *to, struct str text)
{
	if (is_plain(text))
		buf_raw(to, text);
	else
		buf_json(to, text);
}

static struct str finish(struct buf *buf, struct arena *arena)
{
	struct str text = buf_copy(buf, arena);

	buf_release(buf);
	return text;
}

struct str yaml_scalar(struct str text, struct arena *arena)
{
	struct buf buf = { 0 };

	put_yaml(&buf, text);
	return finish(&buf, arena);
}

struct str new_today(struct arena *arena)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	time_t now =
		epoch && *epoch ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
	struct tm day = { 0 };

	gmtime_r(&now, &day);
	return arena_printf(arena, "%04d-%02d-%02d", day.tm_year + 1900,
			    day.tm_mon + 1, day.tm_mday);
}

/* Letters first, nothing that YAML reads as a sign, and no word of its own. */
static bool is_plain(struct str text)
{
	static const char *const WORDS[] = { "yes",   "no",   "true",
					     "false", "null", "on",
					     "off",   "y",    "n" };

	for (size_t k = 0; k < sizeof(WORDS) / sizeof(*WORDS); k++)
		if (text.len == strlen(WORDS[k]) &&
		    !strncasecmp(text.ptr, WORDS[k], text.len))
			return false;
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];
		bool letter = (c >= 'a' && c <= 'z') ||
			      (c >= 'A' && c <= 'Z') || c >= 0x80;

		if (!letter && !(i && ((c >= '0' && c <= '9') ||
				       strchr(" -+.()/", (char)c))))
			return false;
	}
	return text.len && text.ptr[text.len - 1] != ' ';
}

/* Under its name, or where that may be Markdown, under its id. */
static void put_section(struct buf *to, struct named option, bool empty)
{
	bool plain = true;

	for (size_t i = 0; i < option.name.len; i++)
		plain &= !strchr("*_`[]<>&#\\!~|$", option.name.ptr[i]);
	buf_printf(to, empty ? "## %.*s\n" : "## %.*s\n\n",
		   STR_ARG(plain ? option.name : option.id));
	put_placeholder(to, PLACEHOLDER_SECTION, empty);
}
