#include "make/lister.h"

#include <string.h>

#include "chart/chart.h"
#include "draw/text_measure.h"
#include "make/drawings.h"
#include "make/markdown_twin.h"
#include "poster/card.h"
#include "poster/poster.h"
#include "view/data_view.h"
#include "view/share_view.h"
#include "view/judging_view.h"
#include "view/pair_view.h"
#include "view/poster_view.h"
#include "write/twin.h"

static struct lister lister_of(const struct catalog *catalog,
			       const struct bench *bench);
static bool list_parts(struct lister *l);
static bool list_scoreboard(const struct lister *l, struct drawings *drawings);
static bool may_want_pages(const struct lister *l);
static bool list_report(const struct lister *l,
			const struct drawings *drawings);
static bool list_pages(const struct lister *l);
static bool list_pairs(const struct lister *l);
static bool list_pair(const struct lister *l, const struct versus_basis *basis,
		      struct pair pair);
static bool list_one_pair(const struct lister *l);
static bool list_other_orders(const struct lister *l);
static bool list_other_order(const struct lister *l, struct pair pair);
static bool find_pair(const struct lister *l, struct pair *pair);
static bool list_with_charts(const struct lister *l, const struct page *page,
			     struct drawings *drawings);
static bool list_charts(const struct lister *l, const struct page *page,
			struct drawings *drawings);
static bool list_chart(const struct lister *l, struct str path,
		       const struct chart *chart, struct drawings *drawings);
static bool list_chart_beside(const struct lister *l,
			      const struct chart *chart);
static bool list_data(const struct lister *l);
static bool list_pictures(const struct lister *l);
static bool list_criterion_card(const struct lister *l, size_t criterion);
static bool list_option_card(const struct lister *l, size_t option);
static bool list_pair_card(const struct lister *l,
			   const struct versus_basis *basis, struct pair pair);
static bool list_card(const struct lister *l, struct str path,
		      const struct card *card);
static bool list_infographics(const struct lister *l);
static struct str words_of(const struct scene *scene, struct arena *arena);
static bool list_badge(const struct lister *l);
static bool list_scene(const struct lister *l, enum item_kind kind,
		       struct str path, const struct scene *scene);
static struct str below(const struct lister *l, const char *name);

bool catalog_comparison(const struct catalog *catalog,
			const struct bench *bench)
{
	struct lister l = lister_of(catalog, bench);

	return list_parts(&l) && catalog_linked(catalog, bench);
}

bool catalog_parts(const struct catalog *catalog, const struct bench *bench,
		   atomic_size_t *parts)
{
	struct lister l = lister_of(catalog, bench);
	struct portion portion = { .claimed = parts };

	portion.mine = atomic_fetch_add(parts, 1);
	l.portion = &portion;
	return list_parts(&l);
}

/* A file that is linked to gives way to what the site has at its path. */
bool catalog_linked(const struct catalog *catalog, const struct bench *bench)
{
	struct lister l = lister_of(catalog, bench);

	return lister_linked(&l, bench->files, bench->file_count);
}

bool catalog_needs_digests(struct str path)
{
	return str_is(path, "index.html") || str_starts(path, "page/") ||
	       str_is(path, "feed.xml") || str_starts(path, "sitemap") ||
	       str_starts(path, "tags/") || str_is(path, "data/index.json") ||
	       catalog_needs_editions(path) || str_is(path, "llms.txt") ||
	       str_starts(path, "assets/_all.") || str_starts(path, "search/");
}

bool catalog_needs_editions(struct str path)
{
	return str_is(path, "_redirects") || str_is(path, ".nginx.conf");
}

bool catalog_needs_index(struct str path)
{
	return str_starts(path, "search/i-");
}

struct str catalog_slug(struct str path)
{
	struct str rest = path, first = str_cut(&rest, '/');

	return str_is(first, "assets") && rest.ptr ? str_cut(&rest, '.')
						   : first;
}

bool catalog_twins(const struct catalog *catalog, const struct item *item,
		   struct str bytes)
{
	const struct publishing *where = &catalog->w->site.publish;
	bool ok = true;

	for (int twin = 0; twin < TWIN_COUNT; twin++) {
		bool wanted = twin == TWIN_GZIP ? where->gzip : where->brotli;
		struct item made = {
			.kind = ITEM_TWIN,
			.path = ARENA_JOIN(catalog->page, item->path,
					   str_from(twin_ending(twin))),
			.origin = item->origin,
			.twin = twin,
			.bytes = bytes,
		};

		if (wanted && twin_pays(item->path, bytes))
			ok &= catalog->visit(catalog->context, &made);
	}
	return ok;
}

bool catalog_markdown(const struct catalog *catalog, const struct item *item,
		      struct str bytes)
{
	struct item made = {
		.kind = ITEM_MARKDOWN,
		.path = catalog_markdown_path(item->path, catalog->page),
		.origin = item->origin,
	};
	struct buf text = { 0 };
	bool ok = true;

	if (item->kind == ITEM_PAGE && made.path.len) {
		markdown_twin(bytes, &text);
		made.bytes = buf_str(&text);
		ok = catalog->visit(catalog->context, &made);
		buf_release(&text);
	}
	return ok;
}

struct str catalog_markdown_path(struct str path, struct arena *arena)
{
	size_t stem = path.len - strlen(".html");

	if (!str_ends(path, ".html") || str_is(path, "404.html"))
		return STR("");
	return ARENA_JOIN(arena, str_slice(path, 0, stem), STR(".md"));
}

/* Whoever has it sets `book.subject`, which is inside. */
static struct lister lister_of(const struct catalog *catalog,
			       const struct bench *bench)
{
	struct lister l = {
		.catalog = catalog,
		.w = bench->w,
		.arena = catalog->arena,
		.page = catalog->page,
		.bench = bench,
		.subject = bench->subject,
		.book = bench->book,
		.origin = str_from(bench->source),
	};

	l.subject.arena = l.page;
	text_lines_run(bench->subject.phrases->is_rtl);
	return l;
}

/*
 * The report and data.json hold all there is, so one thread makes them, one
 * after the other; and first, as they take the longest.  The scoreboard has
 * the report's charts.
 */
static bool list_parts(struct lister *l)
{
	bool ok = true;

	l->book.subject = &l->subject;
	if (lister_takes(l)) {
		struct drawings drawings = { .count = 0 };

		ok &= list_scoreboard(l, &drawings);
		ok &= list_report(l, &drawings);
		drawings_release(&drawings);
		ok &= list_data(l);
	}
	ok &= list_pages(l);
	return list_pictures(l) && ok;
}

static bool list_scoreboard(const struct lister *l, struct drawings *drawings)
{
	struct page page;

	if (!l->bench->c.scored || !may_want_pages(l))
		return true;
	page = scoreboard_page(&l->book);
	page.drawings = drawings;
	return list_with_charts(l, &page, drawings);
}

static bool may_want_pages(const struct lister *l)
{
	return lister_may_want(l, ".html") || lister_may_want(l, ".svg") ||
	       lister_may_want(l, ".csv") || lister_may_want(l, ".png");
}

static bool list_report(const struct lister *l, const struct drawings *drawings)
{
	struct str path = below(l, "report/index.html");
	struct page page;
	bool ok = true;

	if (!lister_wants(l, path) || lister_leaves(l, path, &ok))
		return ok;
	page = report_page(&l->book);
	page.drawings = drawings;
	return lister_page(l, &page);
}

static bool list_pages(const struct lister *l)
{
	const struct book *book = &l->book;
	const struct comparison *c = &l->bench->c;
	struct page page;
	bool ok = true;

	if (!may_want_pages(l))
		return true;
	if (lister_takes(l)) {
		page = overview_page(book);
		ok = lister_page(l, &page);
	}
	if (lister_takes(l)) {
		page = matrix_page(book);
		ok &= lister_page(l, &page);
	}
	if (judging_is_possible(c, l->bench->r) && lister_takes(l)) {
		page = weights_page(book);
		ok = lister_page(l, &page) && ok;
	}
	if (judging_is_choice(c, l->bench->r) && lister_takes(l)) {
		page = compare_page(book);
		ok = lister_page(l, &page) && ok;
	}
	for (size_t j = 0; j < c->criterion_count; j++) {
		if (!lister_takes(l))
			continue;
		page = criterion_page(book, j);
		ok &= list_with_charts(l, &page, NULL);
	}
	for (size_t i = 0; i < c->option_count; i++) {
		if (!lister_takes(l))
			continue;
		page = option_page(book, i);
		ok &= list_with_charts(l, &page, NULL);
	}
	return list_pairs(l) && ok;
}

/* Each is judged, written and forgotten before the next: there may be many. */
static bool list_pairs(const struct lister *l)
{
	const struct pairs *pairs = &l->bench->r->pairs;
	struct pair pair = { 0, 0 };
	struct versus_basis basis;
	bool ok = true;

	if (!pairs->count)
		return true;
	if (l->catalog->only.len)
		return list_one_pair(l);
	memory_give_back(); /* of the report and the data */
	basis = versus_basis_of(&l->bench->c, l->bench->r, l->arena);
	while (pairs_next(pairs, &pair))
		if (lister_takes(l))
			ok &= list_pair(l, &basis, pair);
	return ok & list_other_orders(l);
}

static bool list_pair(const struct lister *l, const struct versus_basis *basis,
		      struct pair pair)
{
	bool ok = list_pair_card(l, basis, pair);
	struct str folder = pair_folder(&l->subject, pair);
	struct str path = ARENA_JOIN(l->page, l->bench->c.slug, STR("/"),
				     folder, STR("/index.html"));
	struct versus versus;
	struct page page;

	if (lister_leaves(l, path, &ok)) {
		arena_reset(l->page);
		return ok;
	}
	versus = versus_of(basis, pair, l->page);
	page = pair_page(&l->book, &versus);
	return lister_page(l, &page) && ok;
}

/* The one that is asked for, in either order. */
static bool list_one_pair(const struct lister *l)
{
	struct versus_basis basis;
	struct pair pair;

	if (!find_pair(l, &pair))
		return true;
	if (pair.one > pair.other)
		return list_other_order(l, pair_of(pair.one, pair.other));
	basis = versus_basis_of(&l->bench->c, l->bench->r, l->arena);
	return list_pair(l, &basis, pair);
}

/*
 * Pages that lead from the other order to a pair's: for hosts that cannot do
 * so themselves, and not where there would be thousands of them.
 */
static bool list_other_orders(const struct lister *l)
{
	const struct pairs *pairs = &l->bench->r->pairs;
	struct pair pair = { 0, 0 };
	bool ok = true;

	if (pairs->count > HOST_STUBS_MOST)
		return true;
	while (pairs_next(pairs, &pair))
		if (lister_takes(l))
			ok &= list_other_order(l, pair);
	return ok;
}

static bool list_other_order(const struct lister *l, struct pair pair)
{
	const struct subject *s = &l->subject;
	struct pair turned = { pair.other, pair.one };
	struct str slug = ARENA_JOIN(l->page, s->c->slug, STR("/"));
	struct str from =
		ARENA_JOIN(l->page, slug, pair_folder(s, turned), STR("/"));
	struct redirect redirect = {
		.from = from,
		.to = ARENA_JOIN(l->page, slug, pair_folder(s, pair), STR("/")),
		.path = ARENA_JOIN(l->page, from, STR("index.html")),
		.at = s->c->pairs.at,
	};
	bool ok = lister_put(l, (struct item){ .kind = ITEM_REDIRECT,
					       .path = redirect.path,
					       .redirect = &redirect });

	arena_reset(l->page);
	return ok;
}

/* Whose page is asked for, as it is written; an id may have "-vs-" in it. */
static bool find_pair(const struct lister *l, struct pair *pair)
{
	const struct comparison *c = &l->bench->c;
	struct str path = l->catalog->only;
	struct str name = str_from_byte(path, c->slug.len + 1);

	if ((!str_ends(path, "/index.html") && !str_ends(path, "/card.png")) ||
	    path.len <= c->slug.len)
		return false;
	name.len = str_find(name, '/');
	for (size_t i = 0; i < c->option_count; i++) {
		struct str id = c->options[i].id;
		struct str rest = str_from_byte(name, id.len);

		if (!str_equals(str_slice(name, 0, id.len), id) ||
		    !str_starts(rest, "-vs-"))
			continue;
		pair->one = i;
		pair->other = comparison_find_option(c, str_from_byte(rest, 4));
		if (pair->other < c->option_count &&
		    pairs_has(&l->bench->r->pairs, pair_of(i, pair->other)))
			return true;
	}
	return false;
}

static bool list_with_charts(const struct lister *l, const struct page *page,
			     struct drawings *drawings)
{
	bool ok = list_charts(l, page, drawings);

	return lister_page(l, page) && ok;
}

/* The scoreboard has all charts that the overview has. */
static bool list_charts(const struct lister *l, const struct page *page,
			struct drawings *drawings)
{
	bool ok = true;

	for (size_t i = 0; i < page->chart_count; i++) {
		const struct chart *chart = page->charts[i];
		struct str path;

		if (chart->home.len)
			continue;
		path = below(l, arena_printf(l->page, "charts/%.*s.svg",
					     STR_ARG(chart->id))
					.ptr);
		if (lister_wants(l, path))
			ok &= list_chart(l, path, chart, drawings);
		ok &= list_chart_beside(l, chart);
	}
	return ok;
}

/* Its numbers, and the picture for programs that show no SVG. */
static bool list_chart_beside(const struct lister *l, const struct chart *chart)
{
	struct str id = chart->id;
	struct str csv = below(
		l, arena_printf(l->page, "charts/%.*s.csv", STR_ARG(id)).ptr);
	struct str png = below(
		l, arena_printf(l->page, "charts/%.*s.png", STR_ARG(id)).ptr);
	bool ok = true;
	struct scene *scene;

	if (lister_wants(l, csv))
		ok = lister_bytes(l, csv, chart_csv(chart, l->page));
	if (!(l->w->site.pictures & PICTURE_INFOGRAPHICS) ||
	    !chart_has_png(chart) || !lister_wants(l, png))
		return ok;
	scene = chart_scene(chart->kind, CHART_WIDE, &chart->data, l->page);
	scene->has_ground = true;
	return list_scene(l, ITEM_PNG, png, scene) && ok;
}

/* A page may have many charts, and each as many marks as there are scores. */
static bool list_chart(const struct lister *l, struct str path,
		       const struct chart *chart, struct drawings *drawings)
{
	struct arena arena = { 0 };
	struct scene *wide =
		chart_scene(chart->kind, CHART_WIDE, &chart->data, &arena);
	bool ok;

	if (drawings)
		drawings_add(drawings, chart, wide,
			     chart_scene(chart->kind, CHART_NARROW,
					 &chart->data, &arena));
	wide->has_ground = true;
	ok = lister_put(l, (struct item){ .kind = ITEM_SVG,
					  .path = path,
					  .scene = wide,
					  .palette = &l->bench->palette });
	arena_release(&arena);
	return ok;
}

static bool list_data(const struct lister *l)
{
	const struct bench *bench = l->bench;
	struct str path = below(l, "data.json");
	bool ok = true;

	if (lister_wants(l, path))
		ok = lister_put(
			l, (struct item){ .kind = ITEM_JSON,
					  .path = path,
					  .value = data_view(&l->subject) });
	arena_reset(l->page);
	if (bench->c.scored)
		ok &= lister_bytes(l, below(l, "scores.csv"),
				   bench->c.scores_text);
	if (bench->colors.len)
		ok &= lister_bytes(l, bench->book.colors_path, bench->colors);
	return ok;
}

static bool list_pictures(const struct lister *l)
{
	const struct subject *s = &l->subject;
	unsigned pictures = l->w->site.pictures;
	bool ok = true;

	if (pictures & PICTURE_CARDS && lister_may_want(l, "card.png") &&
	    lister_takes(l)) {
		struct card card = card_of(s);

		ok = list_card(l, below(l, "card.png"), &card);
	}
	if (pictures & PICTURE_CRITERION_CARDS &&
	    lister_may_want(l, "card.png"))
		for (size_t j = 0; j < s->c->criterion_count; j++)
			ok &= !lister_takes(l) || list_criterion_card(l, j);
	if (option_cards_are_drawn(s) && lister_may_want(l, "card.png"))
		for (size_t i = 0; i < s->c->option_count; i++)
			ok &= !lister_takes(l) || list_option_card(l, i);
	if (pictures & PICTURE_INFOGRAPHICS && lister_takes(l))
		ok &= list_infographics(l);
	return (!lister_takes(l) || list_badge(l)) && ok;
}

static bool list_criterion_card(const struct lister *l, size_t criterion)
{
	struct card card = criterion_card_of(&l->subject, criterion);
	struct str id = l->bench->c.criteria[criterion].id;
	struct str name = arena_printf(l->page, "%.*s/card.png", STR_ARG(id));

	return list_card(l, below(l, name.ptr), &card);
}

static bool list_option_card(const struct lister *l, size_t option)
{
	struct card card = option_card_of(&l->subject, option);
	struct str id = l->bench->c.options[option].id;
	struct str name =
		arena_printf(l->page, "options/%.*s/card.png", STR_ARG(id));

	return list_card(l, below(l, name.ptr), &card);
}

/* Listed by its path alone where it is another shard's. */
static bool list_pair_card(const struct lister *l,
			   const struct versus_basis *basis, struct pair pair)
{
	struct str folder = pair_folder(&l->subject, pair);
	struct str path = ARENA_JOIN(l->page, l->bench->c.slug, STR("/"),
				     folder, STR("/card.png"));
	struct versus versus;
	struct pair_subject p;
	struct card card;
	bool ok = true;

	if (!pair_cards_are_drawn(&l->subject) || !lister_wants(l, path) ||
	    lister_leaves(l, path, &ok)) {
		arena_reset(l->page);
		return ok;
	}
	versus = versus_of(basis, pair, l->page);
	p = pair_subject_of(&l->subject, &versus);
	card = pair_card_of(&p);
	return list_card(l, path, &card);
}

static bool list_card(const struct lister *l, struct str path,
		      const struct card *card)
{
	bool ok = !lister_wants(l, path) ||
		  list_scene(l, ITEM_PNG, path,
			     card_scene(card, &l->bench->palette, l->page));

	arena_reset(l->page);
	return ok;
}

static bool list_infographics(const struct lister *l)
{
	static const struct {
		enum poster_form form;
		enum item_kind kind;
		const char *name;
	} FILES[] = {
		{ POSTER_PORTRAIT, ITEM_PNG, "infographic-poster.png" },
		{ POSTER_PORTRAIT, ITEM_SVG, "infographic-poster.svg" },
		{ POSTER_SQUARE, ITEM_PNG, "infographic-square.png" },
		{ POSTER_SQUARE, ITEM_SVG, "infographic-square.svg" },
		{ POSTER_STORY, ITEM_PNG, "infographic-story.png" },
		{ POSTER_STORY, ITEM_SVG, "infographic-story.svg" },
		{ POSTER_PRINT, ITEM_PDF, "infographic-a3.pdf" },
	};
	struct str page = below(l, "infographic/index.html");
	const struct poster *poster = NULL;
	struct poster made;
	struct str text = STR("");
	struct scene *scene = NULL;
	struct page made_page;
	bool ok = true;

	if (l->catalog->only.len &&
	    !str_starts(l->catalog->only, below(l, "infographic").ptr))
		return true;
	for (size_t i = 0; ok && i < sizeof(FILES) / sizeof(*FILES); i++) {
		struct str path = below(l, FILES[i].name);

		/* The page says what is written on the first. */
		if (!lister_wants(l, path) && (i || !lister_wants(l, page))) {
			scene = NULL;
			continue;
		}
		if (!poster) {
			made = poster_of(&l->subject,
					 bench_logos(l->bench, l->page));
			poster = &made;
		}
		if (!scene || FILES[i].form != FILES[i - 1].form)
			scene = poster_scene(poster, FILES[i].form,
					     &l->bench->palette, l->page);
		if (!i)
			text = words_of(scene, l->page);
		ok = list_scene(l, FILES[i].kind, path, scene);
	}
	made_page = infographic_page(&l->book, text);
	return lister_page(l, &made_page) && ok;
}

/* The finding, what stands under it, and of which comparison it is. */
static struct str words_of(const struct scene *scene, struct arena *arena)
{
	if (str_starts(scene->description, scene->title.ptr))
		return scene->description;
	return ARENA_JOIN(arena, scene->description, STR(" "), scene->title);
}

static bool list_badge(const struct lister *l)
{
	struct str path = below(l, "badge.svg");
	struct badge badge;
	bool ok;

	if (!l->bench->r->judged || !lister_wants(l, path))
		return true;
	badge = badge_of(&l->subject);
	ok = list_scene(l, ITEM_SVG, path, badge_scene(&badge, l->page));
	arena_reset(l->page);
	return ok;
}

static bool list_scene(const struct lister *l, enum item_kind kind,
		       struct str path, const struct scene *scene)
{
	return lister_put(l, (struct item){
				     .kind = kind,
				     .path = path,
				     .scene = scene,
				     .palette = &l->bench->palette,
				     .date = phrase_date_iso(
					     l->bench->c.updated, l->page),
			     });
}

static struct str below(const struct lister *l, const char *name)
{
	return arena_printf(l->arena, "%.*s/%s", STR_ARG(l->bench->c.slug),
			    name);
}
