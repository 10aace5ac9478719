#include "make/lister.h"

#include <string.h>

#include "chart/chart.h"
#include "draw/scene_pdf.h"
#include "make/markdown_twin.h"
#include "poster/card.h"
#include "poster/poster.h"
#include "view/data_view.h"
#include "view/judging_view.h"
#include "view/poster_view.h"
#include "write/twin.h"

static bool list_pages(const struct lister *l);
static bool list_with_charts(const struct lister *l, const struct page *page);
static bool list_charts(const struct lister *l, const struct page *page);
static bool list_chart(const struct lister *l, struct str path,
		       const struct chart *chart);
static bool list_chart_beside(const struct lister *l,
			      const struct chart *chart);
static bool list_data(const struct lister *l);
static bool list_pictures(const struct lister *l);
static bool list_card(const struct lister *l, struct str path,
		      const struct card *card);
static bool list_infographics(const struct lister *l);
static bool list_print(const struct lister *l, const struct scene *tall);
static bool list_badge(const struct lister *l);
static bool list_scene(const struct lister *l, enum item_kind kind,
		       struct str path, const struct scene *scene);
static struct str below(const struct lister *l, const char *name);

bool catalog_comparison(const struct catalog *catalog,
			const struct bench *bench)
{
	struct lister l = {
		.catalog = catalog,
		.w = catalog->w,
		.arena = catalog->arena,
		.page = catalog->page,
		.bench = bench,
		.subject = bench->subject,
		.book = bench->book,
		.origin = str_from(bench->c.at.file),
	};

	l.subject.arena = l.page;
	l.book.subject = &l.subject;
	return list_pages(&l) && list_data(&l) && list_pictures(&l) &&
	       lister_linked(&l, bench->files, bench->file_count);
}

bool catalog_needs_digests(struct str path)
{
	return str_is(path, "index.html") || str_starts(path, "page/") ||
	       str_is(path, "feed.xml") || str_is(path, "sitemap.xml") ||
	       str_starts(path, "tags/") || str_is(path, "data/index.json") ||
	       str_is(path, "llms.txt") || str_starts(path, "assets/_all.") ||
	       str_starts(path, "search/");
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
		.kind = ITEM_BYTES,
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

static bool list_pages(const struct lister *l)
{
	const struct book *book = &l->book;
	const struct comparison *c = &l->bench->c;
	struct page page;
	bool ok;

	if (!lister_may_want(l, ".html") && !lister_may_want(l, ".svg") &&
	    !lister_may_want(l, ".csv") && !lister_may_want(l, ".png"))
		return true;
	page = overview_page(book);
	ok = lister_page(l, &page);
	page = matrix_page(book);
	ok &= lister_page(l, &page);
	if (lister_wants(l, below(l, "report/index.html"))) {
		page = report_page(book);
		ok &= lister_page(l, &page);
	}
	if (c->scored) {
		page = scoreboard_page(book);
		ok = ok & list_with_charts(l, &page);
	}
	if (judging_is_possible(c, l->bench->r)) {
		page = weights_page(book);
		ok = lister_page(l, &page) && ok;
	}
	if (judging_is_choice(c, l->bench->r)) {
		page = compare_page(book);
		ok = lister_page(l, &page) && ok;
	}
	for (size_t j = 0; j < c->criterion_count; j++) {
		page = criterion_page(book, j);
		ok = ok & list_with_charts(l, &page);
	}
	for (size_t i = 0; i < c->option_count; i++) {
		page = option_page(book, i);
		ok = ok & list_with_charts(l, &page);
	}
	return ok;
}

static bool list_with_charts(const struct lister *l, const struct page *page)
{
	bool ok = list_charts(l, page);

	return lister_page(l, page) && ok;
}

/* The scoreboard has all charts that the overview has. */
static bool list_charts(const struct lister *l, const struct page *page)
{
	bool ok = true;

	for (size_t i = 0; i < page->chart_count; i++) {
		const struct chart *chart = page->charts[i];
		struct str path =
			below(l, arena_printf(l->page, "charts/%.*s.svg",
					      STR_ARG(chart->id))
					 .ptr);

		if (lister_wants(l, path))
			ok &= list_chart(l, path, chart);
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
		       const struct chart *chart)
{
	struct arena arena = { 0 };
	struct scene *wide =
		chart_scene(chart->kind, CHART_WIDE, &chart->data, &arena);
	struct scene *narrow =
		chart_scene(chart->kind, CHART_NARROW, &chart->data, &arena);
	bool ok;

	wide->has_ground = true;
	ok = lister_put(l, (struct item){ .kind = ITEM_SVG,
					  .path = path,
					  .scene = wide,
					  .narrow = narrow,
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

	if (pictures & PICTURE_CARDS && lister_may_want(l, "card.png")) {
		struct card card = card_of(s);

		ok = list_card(l, below(l, "card.png"), &card);
	}
	if (pictures & PICTURE_CRITERION_CARDS &&
	    lister_may_want(l, "card.png"))
		for (size_t j = 0; ok && j < s->c->criterion_count; j++) {
			struct card card = criterion_card_of(s, j);
			struct str name =
				arena_printf(l->page, "%.*s/card.png",
					     STR_ARG(s->c->criteria[j].id));

			ok = list_card(l, below(l, name.ptr), &card);
		}
	if (pictures & PICTURE_INFOGRAPHICS)
		ok = ok && list_infographics(l);
	return ok && list_badge(l);
}

static bool list_card(const struct lister *l, struct str path,
		      const struct card *card)
{
	bool ok = !lister_wants(l, path) ||
		  list_scene(l, ITEM_PNG, path, card_scene(card, l->page));

	arena_reset(l->page);
	return ok;
}

static bool list_infographics(const struct lister *l)
{
	static const struct {
		enum poster_preset preset;
		const char *name;
	} FORMS[] = {
		{ POSTER_SQUARE, "infographic-square.png" },
		{ POSTER_PORTRAIT, "infographic-portrait.png" },
		{ POSTER_STORY, "infographic-story.png" },
	};
	struct poster poster;
	struct scene *tall;
	struct page page;
	bool ok;

	if (l->catalog->only.len &&
	    !str_starts(l->catalog->only, below(l, "infographic").ptr))
		return true;
	poster = poster_of(&l->subject, bench_logos(l->bench));
	tall = poster_scene(&poster, POSTER_TALL, l->page);
	page = infographic_page(&l->book, tall->height);
	ok = list_scene(l, ITEM_PNG, below(l, "infographic.png"), tall) &&
	     list_print(l, tall) &&
	     list_scene(l, ITEM_SVG, below(l, "infographic.svg"), tall);
	for (size_t i = 0; ok && i < sizeof(FORMS) / sizeof(*FORMS); i++) {
		struct str path = below(l, FORMS[i].name);

		ok = !lister_wants(l, path) ||
		     list_scene(l, ITEM_PNG, path,
				poster_scene(&poster, FORMS[i].preset,
					     l->page));
	}
	return lister_page(l, &page) && ok;
}

static bool list_print(const struct lister *l, const struct scene *tall)
{
	struct str path = below(l, "infographic.pdf");

	return !lister_wants(l, path) ||
	       list_scene(l, ITEM_PDF, path,
			  poster_columns(tall, PDF_A3_WIDTH, PDF_A3_HEIGHT,
					 l->page));
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
