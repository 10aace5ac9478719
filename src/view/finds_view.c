#include "view/finds_view.h"

#include "view/pair_view.h"

/* Of more pairs their options are found, which lead to them. */
enum { PAIRS_MOST = 1000 };

/* Where headings are: the page, and what it is called. */
struct finds_page {
	struct str url, title;
};

static void add(struct finds *finds, enum find_kind kind, struct str title,
		struct str url, struct str context, struct arena *arena);
static void add_headings(struct finds *finds, const struct finds_page *page,
			 const struct prose *prose, struct arena *arena);
static void add_overview(struct finds *finds, const struct comparison *c,
			 const struct finds_page *page, struct arena *arena);
static void add_criterion(struct finds *finds, const struct comparison *c,
			  size_t j, struct arena *arena);
static void add_option(struct finds *finds, const struct comparison *c,
		       size_t i, struct arena *arena);
static void add_pairs(struct finds *finds, const struct subject *s,
		      struct arena *arena);

struct finds finds_of(const struct subject *s, struct arena *arena)
{
	const struct comparison *c = s->c;
	struct finds finds = { NULL, 0 };
	struct finds_page overview = {
		arena_printf(arena, "%.*s/", STR_ARG(c->slug)),
		arena_str(arena, c->title.str),
	};

	add(&finds, FIND_COMPARISON, c->title.str, overview.url, STR(""),
	    arena);
	add_overview(&finds, c, &overview, arena);
	for (size_t i = 0; i < c->option_count; i++)
		add_option(&finds, c, i, arena);
	for (size_t j = 0; j < c->criterion_count; j++)
		add_criterion(&finds, c, j, arena);
	add_pairs(&finds, s, arena);
	return finds;
}

struct finds finds_of_site(const struct site *site, const struct tag *tags,
			   size_t tag_count, struct arena *arena)
{
	struct finds finds = { NULL, 0 };

	for (size_t i = 0; i < site->page_count; i++) {
		const struct site_page *page = &site->pages[i];
		bool home = str_is(page->name, "index");
		struct finds_page at = {
			home ? STR("")
			     : arena_printf(arena, "%.*s.html",
					    STR_ARG(page->name)),
			home ? site_home_title(site) : page->title.str,
		};

		if (!home)
			add(&finds, FIND_PAGE, page->title.str, at.url, STR(""),
			    arena);
		add_headings(&finds, &at, &page->body, arena);
	}
	for (size_t i = 0; i < tag_count; i++)
		add(&finds, FIND_TAG, tags[i].name,
		    arena_printf(arena, "tags/%.*s/", STR_ARG(tags[i].id)),
		    STR(""), arena);
	return finds;
}

static void add(struct finds *finds, enum find_kind kind, struct str title,
		struct str url, struct str context, struct arena *arena)
{
	*arena_push(arena, finds->items, finds->count) =
		(struct find){ .kind = kind,
			       .title = arena_str(arena, title),
			       .url = url,
			       .context = context };
}

static void add_headings(struct finds *finds, const struct finds_page *page,
			 const struct prose *prose, struct arena *arena)
{
	for (size_t i = 0; i < prose->heading_count; i++)
		add(finds, FIND_HEADING, prose->headings[i].text,
		    arena_printf(arena, "%.*s#%.*s", STR_ARG(page->url),
				 STR_ARG(prose->headings[i].id)),
		    page->title, arena);
}

static void add_overview(struct finds *finds, const struct comparison *c,
			 const struct finds_page *page, struct arena *arena)
{
	add_headings(finds, page, &c->body, arena);
	add_headings(finds, page, &c->guide, arena);
	for (size_t i = 0; i < c->question_count; i++) {
		const struct question *q = &c->questions[i];

		add(finds, FIND_HEADING, q->question.str,
		    arena_printf(arena, "%.*s#%.*s", STR_ARG(page->url),
				 STR_ARG(q->anchor)),
		    page->title, arena);
		add_headings(finds, page, &q->answer, arena);
	}
}

static void add_criterion(struct finds *finds, const struct comparison *c,
			  size_t j, struct arena *arena)
{
	const struct criterion *criterion = &c->criteria[j];
	struct str title = arena_str(arena, c->title.str);
	struct finds_page page = {
		arena_printf(arena, "%.*s/%.*s/", STR_ARG(c->slug),
			     STR_ARG(criterion->id)),
		arena_printf(arena, "%.*s · %.*s",
			     STR_ARG(criterion->title.str), STR_ARG(title)),
	};

	add(finds, FIND_CRITERION, criterion->title.str, page.url, title,
	    arena);
	add_headings(finds, &page, &criterion->body, arena);
	for (size_t i = 0; i < c->option_count; i++)
		add_headings(finds, &page, &criterion->sections[i], arena);
	add_headings(finds, &page, &criterion->verdict, arena);
}

static void add_option(struct finds *finds, const struct comparison *c,
		       size_t i, struct arena *arena)
{
	const struct option *option = &c->options[i];
	struct str title = arena_str(arena, c->title.str);
	struct finds_page page = {
		arena_printf(arena, "%.*s/options/%.*s/", STR_ARG(c->slug),
			     STR_ARG(option->id)),
		arena_printf(arena, "%.*s · %.*s", STR_ARG(option->name.str),
			     STR_ARG(title)),
	};

	add(finds, FIND_OPTION, option->name.str, page.url, title, arena);
	add_headings(finds, &page, &option->body, arena);
}

static void add_pairs(struct finds *finds, const struct subject *s,
		      struct arena *arena)
{
	const struct comparison *c = s->c;
	struct str title = arena_str(arena, c->title.str);
	struct pair pair = { 0, 0 };

	if (s->r->pairs.count > PAIRS_MOST)
		return;
	while (pairs_next(&s->r->pairs, &pair))
		add(finds, FIND_PAGE, pair_title(s, pair),
		    arena_printf(arena, "%.*s/%.*s/", STR_ARG(c->slug),
				 STR_ARG(pair_folder(s, pair))),
		    title, arena);
}
