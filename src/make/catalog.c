#include "make/catalog.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "chart/chart.h"
#include "draw/fonts.h"
#include "draw/scene_pdf.h"
#include "draw/scene_png.h"
#include "draw/scene_svg.h"
#include "make/feed.h"
#include "make/svg_clean.h"
#include "poster/card.h"
#include "poster/poster.h"
#include "view/data_view.h"
#include "view/frame.h"
#include "view/poster_view.h"
#include "view/tags.h"

/*
 * One comparison, or the site, at which the catalog is.  What a page says of
 * all the others grows with their number, so that the pages of a comparison
 * together may need many times what it needs itself: the values of each live
 * in the page's arena, and end with it.
 */
struct lister {
	const struct catalog *catalog;
	const struct workshop *w;
	struct arena *arena, *page;
	const struct bench *bench; /* NULL: the site */
	struct subject subject;	   /* the bench's, its values in `page` */
	struct book book;	   /* likewise */
	const struct digest *digests;
	size_t digest_count;
	struct str origin;
};

static bool read_file(struct diags *diags, const struct item *item,
		      struct str *bytes, struct arena *arena);
static bool list_pages(const struct lister *l);
static bool list_page(const struct lister *l, const struct page *page);
static bool list_with_charts(const struct lister *l, const struct page *page);
static bool list_charts(const struct lister *l, const struct page *page);
static bool list_chart(const struct lister *l, struct str path,
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
static bool list_linked(const struct lister *l, const struct str *files,
			size_t count);
static bool list_home(const struct lister *l);
static bool list_tags(const struct lister *l, struct str colors_path);
static bool list_texts(const struct lister *l);
static bool list_assets(const struct lister *l);
static bool list_static(const struct lister *l);
static bool list_feed(const struct lister *l);
static bool has_address(const struct lister *l);
static bool list_xml(const struct lister *l, const char *path, struct str text);
static struct str feed_text(const struct lister *l);
static bool list_sitemap(const struct lister *l);
static struct str sitemap_text(const struct lister *l);
static bool list_robots(const struct lister *l);
static bool list_bytes(const struct lister *l, struct str path,
		       struct str bytes);
static bool put(const struct lister *l, struct item item);
static bool is_wanted(const struct lister *l, struct str path);
static bool may_want(const struct lister *l, const char *ending);
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
	       list_linked(&l, bench->files, bench->file_count);
}

bool catalog_site(const struct catalog *catalog, const struct digest *digests,
		  size_t count)
{
	const struct workshop *w = catalog->w;
	struct lister l = {
		.catalog = catalog,
		.w = w,
		.arena = catalog->arena,
		.page = catalog->page,
		.digests = digests,
		.digest_count = count,
		.origin = str_from(w->order->content),
	};
	bool ok = list_home(&l);

	ok &= list_texts(&l);
	ok &= list_assets(&l);
	ok &= list_static(&l);
	ok &= list_linked(&l, w->page_files, w->page_file_count);
	ok &= list_feed(&l);
	ok &= list_sitemap(&l);
	ok &= list_robots(&l);
	return ok & list_bytes(&l, STR(".nojekyll"), STR(""));
}

bool catalog_needs_digests(struct str path)
{
	return str_is(path, "index.html") || str_is(path, "feed.xml") ||
	       str_is(path, "sitemap.xml") || str_starts(path, "tags/") ||
	       str_starts(path, "assets/_all.");
}

struct str catalog_slug(struct str path)
{
	struct str rest = path, first = str_cut(&rest, '/');

	return str_is(first, "assets") && rest.ptr ? str_cut(&rest, '.')
						   : first;
}

bool item_make(const struct item *item, const struct workshop *w,
	       struct diags *diags, struct arena *arena, struct buf *buf,
	       struct str *bytes)
{
	const char *name = arena_str(arena, item->path).ptr;
	bool ok = true, wide;

	buf_reset(buf);
	switch (item->kind) {
	case ITEM_PAGE:
		ok = workshop_render(w, diags, item->page, arena, buf);
		break;
	case ITEM_SVG:
		scene_svg_file(item->scene, item->narrow, item->palette, buf);
		break;
	case ITEM_PNG:
		ok = scene_png(diags, name, item->scene, item->palette, 1, buf);
		break;
	case ITEM_PDF:
		wide = item->scene->width > item->scene->height;
		ok = scene_pdf(diags, name, item->scene, item->palette,
			       wide ? PDF_A3_HEIGHT : PDF_A3_WIDTH,
			       wide ? PDF_A3_WIDTH : PDF_A3_HEIGHT, item->date,
			       buf);
		break;
	case ITEM_JSON:
		value_to_json(item->value, buf);
		break;
	case ITEM_BYTES:
		*bytes = item->bytes;
		return true;
	case ITEM_FILE:
		return read_file(diags, item, bytes, arena);
	case ITEM_SAFE:
		return read_file(diags, item, bytes, arena) &&
		       svg_check(diags, item->file, *bytes);
	case ITEM_CLEAN:
		ok = read_file(diags, item, bytes, arena) &&
		     svg_clean(diags, item->file, *bytes, buf);
		break;
	}
	*bytes = buf_str(buf);
	return ok && !fonts_failed(diags);
}

static bool read_file(struct diags *diags, const struct item *item,
		      struct str *bytes, struct arena *arena)
{
	return file_read(item->file, bytes, arena) ||
	       diag_unread(diags, item->file);
}

static bool list_pages(const struct lister *l)
{
	const struct book *book = &l->book;
	const struct comparison *c = &l->bench->c;
	struct page page;
	bool ok;

	if (!may_want(l, ".html") && !may_want(l, ".svg"))
		return true;
	page = overview_page(book);
	ok = list_page(l, &page);
	page = matrix_page(book);
	ok &= list_page(l, &page);
	if (c->scored) {
		page = scoreboard_page(book);
		ok = ok & list_with_charts(l, &page);
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

/* The last that is listed of what the page's arena holds. */
static bool list_page(const struct lister *l, const struct page *page)
{
	bool ok = put(l, (struct item){ .kind = ITEM_PAGE,
					.path = str_from(page->path),
					.page = page });

	arena_reset(l->page);
	return ok;
}

static bool list_with_charts(const struct lister *l, const struct page *page)
{
	bool ok = list_charts(l, page);

	return list_page(l, page) && ok;
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

		if (is_wanted(l, path))
			ok &= list_chart(l, path, chart);
	}
	return ok;
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
	ok = put(l, (struct item){ .kind = ITEM_SVG,
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

	if (is_wanted(l, path))
		ok = put(l, (struct item){ .kind = ITEM_JSON,
					   .path = path,
					   .value = data_view(&l->subject) });
	arena_reset(l->page);
	if (bench->c.scored)
		ok &= list_bytes(l, below(l, "scores.csv"),
				 bench->c.scores_text);
	if (bench->colors.len)
		ok &= list_bytes(l, bench->book.colors_path, bench->colors);
	return ok;
}

static bool list_pictures(const struct lister *l)
{
	const struct subject *s = &l->subject;
	unsigned pictures = l->w->site.pictures;
	bool ok = true;

	if (pictures & PICTURE_CARDS && may_want(l, "card.png")) {
		struct card card = card_of(s);

		ok = list_card(l, below(l, "card.png"), &card);
	}
	if (pictures & PICTURE_CRITERION_CARDS && may_want(l, "card.png"))
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
	bool ok = !is_wanted(l, path) ||
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

		ok = !is_wanted(l, path) ||
		     list_scene(l, ITEM_PNG, path,
				poster_scene(&poster, FORMS[i].preset,
					     l->page));
	}
	return list_page(l, &page) && ok;
}

static bool list_print(const struct lister *l, const struct scene *tall)
{
	struct str path = below(l, "infographic.pdf");

	return !is_wanted(l, path) ||
	       list_scene(l, ITEM_PDF, path,
			  poster_columns(tall, PDF_A3_WIDTH, PDF_A3_HEIGHT,
					 l->page));
}

static bool list_badge(const struct lister *l)
{
	struct str path = below(l, "badge.svg");
	struct badge badge;
	bool ok;

	if (!l->bench->r->judged || !is_wanted(l, path))
		return true;
	badge = badge_of(&l->subject);
	ok = list_scene(l, ITEM_SVG, path, badge_scene(&badge, l->page));
	arena_reset(l->page);
	return ok;
}

static bool list_scene(const struct lister *l, enum item_kind kind,
		       struct str path, const struct scene *scene)
{
	return put(l, (struct item){
			      .kind = kind,
			      .path = path,
			      .scene = scene,
			      .palette = &l->bench->palette,
			      .date = phrase_date_iso(l->bench->c.updated,
						      l->page),
		      });
}

/* Files of the content folder that texts link to. */
static bool list_linked(const struct lister *l, const struct str *files,
			size_t count)
{
	bool ok = true;

	for (size_t i = 0; i < count; i++) {
		const char *file = path_join(l->w->site.dir, files[i], l->page);

		ok &= put(l, (struct item){ .kind = svg_is_named(files[i])
							    ? ITEM_CLEAN
							    : ITEM_FILE,
					    .path = files[i],
					    .origin = str_from(file),
					    .is_spare = true,
					    .file = file });
		arena_reset(l->page);
	}
	return ok;
}

static bool list_home(const struct lister *l)
{
	struct str css, path;
	struct page page;
	bool ok;

	if (l->catalog->only.len && !catalog_needs_digests(l->catalog->only))
		return true;
	css = all_colors_css(l->digests, l->digest_count, l->arena);
	path = colors_path(STR("_all"), css, l->arena);
	ok = !css.len || list_bytes(l, path, css);
	ok &= list_tags(l, path);
	if (!is_wanted(l, STR("index.html")))
		return ok;
	page = home_page(&l->w->frame, l->digests, l->digest_count, path,
			 l->page);
	return ok & list_page(l, &page);
}

static bool list_tags(const struct lister *l, struct str colors_path)
{
	struct tag *tags;
	size_t count;
	bool ok = true;

	if (!may_want(l, ".html"))
		return true;
	tags = tags_of(l->digests, l->digest_count, &count, l->arena);
	for (size_t i = 0; i < count; i++) {
		struct page page =
			tag_page(&l->w->frame, &tags[i], colors_path, l->page);

		ok &= list_page(l, &page);
	}
	return ok;
}

static bool list_texts(const struct lister *l)
{
	const struct site *site = &l->w->site;
	struct page page;
	bool ok = true;

	if (!may_want(l, ".html"))
		return true;
	for (size_t i = 0; i < site->page_count; i++) {
		if (str_is(site->pages[i].name, "index"))
			continue;
		page = text_page(&l->w->frame, &site->pages[i], l->page);
		ok &= list_page(l, &page);
	}
	page = missing_page(&l->w->frame, l->page);
	return ok & list_page(l, &page);
}

static bool list_assets(const struct lister *l)
{
	const struct skin *skin = &l->w->skin;
	bool ok = true;

	for (size_t i = 0; i < skin->asset_count; i++)
		ok &= put(l, (struct item){
				     .kind = ITEM_BYTES,
				     .path = skin->assets[i].name.path,
				     .origin = str_from(skin->assets[i].file),
				     .bytes = skin->assets[i].bytes });
	return ok;
}

static bool list_static(const struct lister *l)
{
	const struct site *site = &l->w->site;
	const char *dir = path_join(site->dir, STR("static"), l->arena);
	bool ok = true;

	for (size_t i = 0; i < site->static_file_count; i++) {
		struct str path = site->static_files[i];
		const char *file = path_join(dir, path, l->page);

		ok &= put(l, (struct item){
				     .kind = svg_is_named(path) &&
							     !site->unsafe_html
						     ? ITEM_SAFE
						     : ITEM_FILE,
				     .path = path,
				     .origin = str_from(file),
				     .file = file });
		arena_reset(l->page);
	}
	return ok;
}

static bool list_feed(const struct lister *l)
{
	struct str path = STR("feed.xml");

	return !has_address(l) || !is_wanted(l, path) ||
	       list_xml(l, path.ptr, feed_text(l));
}

/* `text` is NULL where something of it is missing: then it is no file. */
static bool list_xml(const struct lister *l, const char *path, struct str text)
{
	if (text.ptr)
		return list_bytes(l, str_from(path), text);
	errno = ENOMEM;
	return diag_system(l->w->diags, path, "cannot be written");
}

/* Feeds and sitemaps hold full addresses (RFC 4287, 4.2.6; sitemaps.org). */
static bool has_address(const struct lister *l)
{
	return l->w->site.base_url.str.len > 0;
}

static struct str feed_text(const struct lister *l)
{
	enum { MOST = 50 };
	const struct site *site = l->w->frame.site;
	struct arena *arena = l->arena;
	struct feed_entry *entries =
		arena_array(arena, struct feed_entry, l->digest_count);
	struct date newest = { 0 };
	struct buf buf = { 0 };
	struct str text;
	struct feed feed = {
		.title = site->title.str,
		.subtitle = site->tagline.str,
		.author = site->author.str.len ? site->author.str
					       : site->title.str,
		.url = workshop_absolute_root(l->w),
		.language = site->language.str,
		.entries = entries,
		.count = l->digest_count < MOST ? l->digest_count : MOST,
	};

	for (size_t i = 0; i < feed.count; i++) {
		const struct digest *d = &l->digests[i];

		entries[i] = (struct feed_entry){
			.title = d->title,
			.url = arena_printf(arena, "%.*s%.*s/",
					    STR_ARG(feed.url),
					    STR_ARG(d->slug)),
			.summary = d->summary,
			.published = phrase_timestamp(d->date, arena),
			.updated = phrase_timestamp(d->updated, arena),
			.authors = d->authors,
			.author_count = d->author_count,
			.categories = d->tags,
			.category_count = d->tag_count,
		};
		if (date_compare(d->updated, newest) > 0)
			newest = d->updated;
	}
	feed.updated = phrase_timestamp(newest, arena);
	feed.self = arena_printf(arena, "%.*sfeed.xml", STR_ARG(feed.url));
	text = feed_write(&feed, &buf) ? buf_copy(&buf, arena)
				       : (struct str){ NULL, 0 };
	buf_release(&buf);
	return text;
}

static bool list_sitemap(const struct lister *l)
{
	struct str path = STR("sitemap.xml");

	return !has_address(l) || !is_wanted(l, path) ||
	       list_xml(l, path.ptr, sitemap_text(l));
}

static struct str sitemap_text(const struct lister *l)
{
	const struct site *site = &l->w->site;
	struct str root = workshop_absolute_root(l->w), text;
	struct sitemap_entry *entries = NULL;
	struct arena *arena = l->arena;
	struct buf buf = { 0 };
	size_t total = 0, tag_count;
	struct tag *tags;

	*arena_push(arena, entries, total) =
		(struct sitemap_entry){ root, { "", 0 } };
	for (size_t i = 0; i < site->page_count; i++)
		if (!str_is(site->pages[i].name, "index"))
			*arena_push(arena, entries,
				    total) = (struct sitemap_entry){
				frame_absolute(
					&l->w->frame,
					arena_printf(
						arena, "%.*s.html",
						STR_ARG(site->pages[i].name)),
					arena),
				{ "", 0 }
			};
	tags = tags_of(l->digests, l->digest_count, &tag_count, arena);
	for (size_t i = 0; i < tag_count; i++)
		*arena_push(arena, entries, total) = (struct sitemap_entry){
			arena_printf(arena, "%.*stags/%.*s/", STR_ARG(root),
				     STR_ARG(tags[i].id)),
			{ "", 0 }
		};
	for (size_t i = 0; i < l->digest_count; i++)
		for (size_t k = 0; k < l->digests[i].path_count; k++)
			*arena_push(arena, entries,
				    total) = (struct sitemap_entry){
				arena_printf(arena, "%.*s%.*s", STR_ARG(root),
					     STR_ARG(l->digests[i].paths[k])),
				phrase_instant(l->digests[i].updated, arena)
			};
	text = sitemap_write(entries, total, &buf) ? buf_copy(&buf, arena)
						   : (struct str){ NULL, 0 };
	buf_release(&buf);
	return text;
}

/* Unless static/ has its own. */
static bool list_robots(const struct lister *l)
{
	struct str text = STR("User-agent: *\nAllow: /\n");

	if (has_address(l))
		text = arena_printf(l->arena, "%.*sSitemap: %.*ssitemap.xml\n",
				    STR_ARG(text),
				    STR_ARG(workshop_absolute_root(l->w)));
	return put(l, (struct item){ .kind = ITEM_BYTES,
				     .path = STR("robots.txt"),
				     .is_spare = true,
				     .bytes = text });
}

static bool list_bytes(const struct lister *l, struct str path,
		       struct str bytes)
{
	return put(l, (struct item){ .kind = ITEM_BYTES,
				     .path = path,
				     .bytes = bytes });
}

static bool put(const struct lister *l, struct item item)
{
	if (!is_wanted(l, item.path))
		return true;
	if (!item.origin.len)
		item.origin = l->origin;
	return l->catalog->visit(l->catalog->context, &item);
}

static bool is_wanted(const struct lister *l, struct str path)
{
	return !l->catalog->only.len || str_equals(l->catalog->only, path);
}

/* Whether a path of that ending is asked for: else it need not be listed. */
static bool may_want(const struct lister *l, const char *ending)
{
	return !l->catalog->only.len || str_ends(l->catalog->only, ending);
}

static struct str below(const struct lister *l, const char *name)
{
	return arena_printf(l->arena, "%.*s/%s", STR_ARG(l->bench->c.slug),
			    name);
}
