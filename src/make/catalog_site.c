#include "make/lister.h"

#include <errno.h>

#include "base/address.h"
#include "base/file.h"
#include "draw/text_measure.h"
#include "make/feed.h"
#include "make/svg_clean.h"
#include "view/cards_view.h"
#include "view/data_view.h"
#include "view/finds_view.h"
#include "view/frame.h"
#include "view/index_view.h"
#include "view/madr_text.h"
#include "view/tags.h"

/* A sitemap on its way, of so many addresses that one file is not enough. */
struct map {
	const struct lister *l;
	struct sitemap_entry *entries; /* of the part at hand */
	size_t count, most, total;
	struct sitemap_entry *parts;
	size_t parts_made;
	bool ok;
};

static bool list_home(const struct lister *l);
static bool list_tags(const struct lister *l, struct str colors_path);
static bool list_texts(const struct lister *l);
static bool list_assets(const struct lister *l);
static bool list_static(const struct lister *l);
static bool list_feed(const struct lister *l);
static bool list_xml(const struct lister *l, const char *path, struct str text);
static bool has_address(const struct lister *l);
static struct str feed_text(const struct lister *l);
static struct feed_entry entry_of(const struct digest *d, struct str site_url,
				  struct arena *arena);
static bool list_sitemap(const struct lister *l);
static struct str home_date(const struct lister *l);
static struct str tag_address(const struct tag *tag, size_t page,
			      struct arena *arena);
static size_t address_count(const struct lister *l);
static void map_comparison(struct map *map, const struct digest *d);
static void map_add(struct map *map, struct str address, struct str day);
static void map_flush(struct map *map);
static struct str map_text(struct map *map,
			   bool write(const struct sitemap_entry *entries,
				      size_t count, struct buf *to));
static void map_end(struct map *map);
static bool list_index(const struct lister *l);
static bool list_llms(const struct lister *l);
static void put_comparisons(const struct lister *l, struct buf *to);
static void put_own_pages(const struct lister *l, struct buf *to);
static void put_words(struct buf *to, const char *before, struct str words,
		      const char *after);
static struct str page_address(const struct lister *l, struct str path);
static bool list_search(const struct lister *l);
static bool put_index_file(void *lister, struct str path, struct str bytes);
static bool list_robots(const struct lister *l);
static struct lister lister_of(const struct catalog *catalog);
static bool list_hosting(const struct lister *l,
			 const struct host_edition *editions, size_t count);
static bool list_redirects(const struct lister *l,
			   const struct host_edition *editions, size_t count);

bool catalog_site(const struct catalog *catalog, const struct digest *digests,
		  size_t count)
{
	const struct workshop *w = catalog->w;
	struct lister l = lister_of(catalog);
	bool ok;

	l.digests = digests;
	l.digest_count = count;
	text_lines_run(w->skin.tongue.phrases.is_rtl);
	if (!catalog->only.len || catalog_needs_digests(catalog->only))
		l.tags = tags_of(digests, count, &l.tag_count, l.arena);
	ok = list_home(&l);
	ok &= list_texts(&l);
	if (!w->prefix.len) {
		ok &= list_assets(&l);
		ok &= list_static(&l);
	}
	ok &= lister_linked(&l, w->page_files, w->page_file_count);
	ok &= list_feed(&l);
	ok &= list_sitemap(&l);
	ok &= list_index(&l);
	ok &= list_llms(&l);
	ok &= list_search(&l);
	/* The rest is of the site in all its languages. */
	if (w->prefix.len)
		return ok;
	ok &= list_robots(&l);
	return ok & lister_bytes(&l, STR(".nojekyll"), STR(""));
}

bool catalog_host(const struct catalog *catalog,
		  const struct host_edition *editions, size_t count)
{
	struct lister l = lister_of(catalog);
	bool ok = list_hosting(&l, editions, count);

	ok &= list_redirects(&l, editions, count);
	return ok;
}

static struct lister lister_of(const struct catalog *catalog)
{
	return (struct lister){
		.catalog = catalog,
		.w = catalog->w,
		.arena = catalog->arena,
		.page = catalog->page,
		.origin = str_from(catalog->w->order->content),
	};
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
	ok = !css.len || lister_bytes(l, path, css);
	ok &= list_tags(l, path);
	for (size_t number = 1; number <= cards_page_count(l->digest_count);
	     number++) {
		page = home_page(&l->w->frame, l->digests, l->digest_count,
				 number, path, l->page);
		ok &= lister_page(l, &page);
	}
	return ok;
}

static bool list_tags(const struct lister *l, struct str colors_path)
{
	bool ok = true;

	if (!lister_may_want(l, ".html"))
		return true;
	for (size_t i = 0; i < l->tag_count; i++) {
		size_t last = cards_page_count(l->tags[i].count);

		for (size_t number = 1; number <= last; number++) {
			struct page page =
				tag_page(&l->w->frame, &l->tags[i], number,
					 colors_path, l->page);

			ok &= lister_page(l, &page);
		}
	}
	return ok;
}

static bool list_texts(const struct lister *l)
{
	const struct site *site = &l->w->site;
	struct page page;
	bool ok = true;

	if (!lister_may_want(l, ".html"))
		return true;
	for (size_t i = 0; i < site->page_count; i++) {
		if (str_is(site->pages[i].name, "index"))
			continue;
		page = text_page(workshop_frame(l->w,
						site->pages[i].language.str),
				 &site->pages[i], l->page);
		ok &= lister_page(l, &page);
	}
	if (l->w->prefix.len)
		return ok;
	page = missing_page(&l->w->frame, l->page);
	return ok & lister_page(l, &page);
}

static bool list_assets(const struct lister *l)
{
	const struct skin *skin = &l->w->skin;
	bool ok = true;

	for (size_t i = 0; i < skin->asset_count; i++)
		ok &= lister_put(
			l,
			(struct item){ .kind = ITEM_BYTES,
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

		ok &= lister_put(
			l,
			(struct item){
				.kind = svg_is_named(path) && !site->unsafe_html
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

	return !has_address(l) || !lister_wants(l, path) ||
	       list_xml(l, path.ptr, feed_text(l));
}

/* `text` is NULL where something of it is missing: then it is no file. */
static bool list_xml(const struct lister *l, const char *path, struct str text)
{
	if (text.ptr)
		return lister_bytes(l, str_from(path), text);
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

		entries[i] = entry_of(d, feed.url, arena);
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

static struct feed_entry entry_of(const struct digest *d, struct str site_url,
				  struct arena *arena)
{
	return (struct feed_entry){
		.title = d->title,
		.url = arena_printf(arena, "%.*s%.*s/", STR_ARG(site_url),
				    STR_ARG(d->slug)),
		.summary = d->summary,
		.published = phrase_timestamp(d->date, arena),
		.updated = phrase_timestamp(d->updated, arena),
		.authors = d->authors,
		.author_count = d->author_count,
		.categories = d->tags,
		.category_count = d->tag_count,
	};
}

/* One that is too long for the protocol is cut, and a list of its parts. */
static bool list_sitemap(const struct lister *l)
{
	struct map map = { .l = l, .total = address_count(l) };
	const struct site *site = &l->w->site;
	bool asked = !l->catalog->only.len ||
		     str_starts(l->catalog->only, "sitemap");

	if (!has_address(l) || !asked)
		return true;
	/* With their links to other languages, addresses are as much longer. */
	map.most = SITEMAP_MOST / (l->w->frame.edition_count + 1);
	map.entries = arena_array(l->arena, struct sitemap_entry,
				  map.total < map.most ? map.total : map.most);
	map.ok = true;
	map_add(&map, STR(""), home_date(l));
	for (size_t k = 2; k <= cards_page_count(l->digest_count); k++)
		map_add(&map, arena_printf(l->page, "page/%zu/", k), STR(""));
	for (size_t i = 0; i < site->page_count; i++)
		if (!str_is(site->pages[i].name, "index"))
			map_add(&map,
				arena_printf(l->page, "%.*s.html",
					     STR_ARG(site->pages[i].name)),
				phrase_date_iso(site->pages[i].date, l->page));
	for (size_t i = 0; i < l->tag_count; i++)
		for (size_t k = 1; k <= cards_page_count(l->tags[i].count); k++)
			map_add(&map, tag_address(&l->tags[i], k, l->page),
				STR(""));
	for (size_t i = 0; i < l->digest_count; i++)
		map_comparison(&map, &l->digests[i]);
	map_end(&map);
	return map.ok;
}

/* Where index.md has one: its own, or that of a newer comparison listed there. */
static struct str home_date(const struct lister *l)
{
	const struct site_page *text =
		site_find_page(&l->w->site, STR("index"));
	struct date date = { 0 };

	if (!text || !text->date.year)
		return STR("");
	date = text->date;
	for (size_t i = 0; i < l->digest_count; i++)
		if (date_compare(l->digests[i].updated, date) > 0)
			date = l->digests[i].updated;
	return phrase_instant(date, l->arena);
}

/* "tags/web/", or a later page of it. */
static struct str tag_address(const struct tag *tag, size_t page,
			      struct arena *arena)
{
	struct str first = arena_printf(arena, "tags/%.*s/", STR_ARG(tag->id));

	return page == 1 ? first
			 : arena_printf(arena, "%.*spage/%zu/", STR_ARG(first),
					page);
}

static size_t address_count(const struct lister *l)
{
	const struct site *site = &l->w->site;
	size_t count = cards_page_count(l->digest_count);

	for (size_t i = 0; i < site->page_count; i++)
		count += !str_is(site->pages[i].name, "index");
	for (size_t i = 0; i < l->tag_count; i++)
		count += cards_page_count(l->tags[i].count);
	for (size_t i = 0; i < l->digest_count; i++)
		count += l->digests[i].path_count + l->digests[i].pairs.count;
	return count;
}

static void map_comparison(struct map *map, const struct digest *d)
{
	struct arena *page = map->l->page;
	struct str day = phrase_instant(d->updated, map->l->arena);
	struct pair pair = { 0, 0 };

	for (size_t k = 0; k < d->path_count; k++)
		map_add(map, d->paths[k], day);
	while (pairs_next(&d->pairs, &pair))
		map_add(map,
			arena_printf(page, "%.*s/%.*s-vs-%.*s/",
				     STR_ARG(d->slug),
				     STR_ARG(d->option_ids[pair.one]),
				     STR_ARG(d->option_ids[pair.other])),
			day);
}

/* An address below the root: a folder's is that of its page. */
static void map_add(struct map *map, struct str address, struct str day)
{
	const struct lister *l = map->l;
	bool is_folder = !address.len || str_ends(address, "/");
	struct str path =
		is_folder ? ARENA_JOIN(l->page, address, STR("index.html"))
			  : address;
	struct sitemap_entry *entry = &map->entries[map->count++];
	struct alternate *alternates;

	*entry = (struct sitemap_entry){
		.url = ARENA_JOIN(l->page, workshop_absolute_root(l->w),
				  address),
		.updated = day,
	};
	entry->alternate_count =
		frame_alternates(&l->w->frame, path, &alternates, l->page);
	entry->alternates = alternates;
	if (map->count == map->most)
		map_flush(map);
}

/* The addresses so far are a file: alone, or the next part. */
static void map_flush(struct map *map)
{
	const struct lister *l = map->l;
	bool alone = map->total <= map->most;
	struct str path = STR("sitemap.xml");

	if (!map->count)
		return;
	if (!alone) {
		path = arena_printf(l->arena, "sitemap-%zu.xml",
				    map->parts_made + 1);
		*arena_push(l->arena, map->parts,
			    map->parts_made) = (struct sitemap_entry){
			.url = ARENA_JOIN(l->arena,
					  workshop_absolute_root(l->w), path),
		};
	}
	if (lister_wants(l, path))
		map->ok &= list_xml(l, path.ptr, map_text(map, sitemap_write));
	map->count = 0;
	arena_reset(l->page);
}

static struct str map_text(struct map *map,
			   bool write(const struct sitemap_entry *entries,
				      size_t count, struct buf *to))
{
	bool index = write == sitemap_index_write;
	struct buf buf = { 0 };
	struct str text = { NULL, 0 };

	if (write(index ? map->parts : map->entries,
		  index ? map->parts_made : map->count, &buf))
		text = buf_copy(&buf, map->l->page);
	buf_release(&buf);
	return text;
}

static void map_end(struct map *map)
{
	struct str path = STR("sitemap.xml");

	map_flush(map);
	if (map->parts_made && lister_wants(map->l, path))
		map->ok &= list_xml(map->l, path.ptr,
				    map_text(map, sitemap_index_write));
	arena_reset(map->l->page);
}

/* The list of all data.json, and what forms they have. */
static bool list_index(const struct lister *l)
{
	const struct skin *skin = &l->w->skin;
	struct str path = STR("data/index.json");
	bool ok = lister_bytes(l, STR("data/data.schema.json"),
			       skin->data_schema);

	ok &= lister_bytes(l, STR("data/index.schema.json"),
			   skin->index_schema);
	if (!lister_wants(l, path))
		return ok;
	ok &= lister_put(l, (struct item){ .kind = ITEM_JSON,
					   .path = path,
					   .value = index_view(
						   &l->w->frame, l->digests,
						   l->digest_count, l->page) });
	arena_reset(l->page);
	return ok;
}

/*
 * What language models are to read (llmstxt.org): a title, a summary and lists
 * of links, to the pages' twins in Markdown.  data/index.json has the rest of
 * a long list.
 */
static bool list_llms(const struct lister *l)
{
	const struct site *site = &l->w->site;
	struct buf buf = { 0 };
	bool ok;

	if (!lister_wants(l, STR("llms.txt")))
		return true;
	put_words(&buf, "# ", site->title.str, "\n\n");
	if (site->tagline.str.len)
		put_words(&buf, "> ", site->tagline.str, "\n\n");
	put_comparisons(l, &buf);
	put_own_pages(l, &buf);
	ok = lister_put(l, (struct item){ .kind = ITEM_BYTES,
					  .path = STR("llms.txt"),
					  .is_spare = true,
					  .bytes = buf_str(&buf) });
	buf_release(&buf);
	arena_reset(l->page);
	return ok;
}

static void put_comparisons(const struct lister *l, struct buf *to)
{
	enum { MOST = 1000 };

	buf_printf(
		to, "## %.*s\n\n",
		STR_ARG(phrase(&l->w->skin.tongue.phrases, WORD_COMPARISONS)));
	for (size_t i = 0; i < l->digest_count && i < MOST; i++) {
		const struct digest *d = &l->digests[i];
		struct str at = arena_printf(l->page, "%.*s/index.md",
					     STR_ARG(d->slug));

		put_words(to, "- [", d->title, "](");
		buf_raw(to, page_address(l, at));
		put_words(to, "): ", d->summary, d->headline.len ? " " : "");
		put_words(to, "", d->headline, "\n");
	}
	buf_printf(to, "- [data/index.json](%.*s)\n",
		   STR_ARG(page_address(l, STR("data/index.json"))));
}

/* Those of the site that are about no comparison. */
static void put_own_pages(const struct lister *l, struct buf *to)
{
	const struct site *site = &l->w->site;

	for (size_t i = 0, shown = 0; i < site->page_count; i++) {
		const struct site_page *page = &site->pages[i];
		struct str at =
			arena_printf(l->page, "%.*s.md", STR_ARG(page->name));

		if (str_is(page->name, "index"))
			continue;
		buf_text(to, shown++ ? "" : "\n## Optional\n\n");
		put_words(to, "- [", page->title.str, "](");
		buf_raw(to, page_address(l, at));
		put_words(to, page->description.str.len ? "): " : ")",
			  page->description.str, "\n");
	}
}

/* Nothing of the words is Markdown. */
static void put_words(struct buf *to, const char *before, struct str words,
		      const char *after)
{
	buf_text(to, before);
	madr_plain(to, words);
	buf_text(to, after);
}

/* Absolute where the site has an address; else from the root. */
static struct str page_address(const struct lister *l, struct str path)
{
	struct buf made = { 0 };
	struct str address;

	buf_raw(&made, l->w->site.base_url.str);
	address_put_path(path, &made);
	address = buf_copy(&made, l->page);
	buf_release(&made);
	return address;
}

/* The index, once what the site as a whole has is in it, too. */
static bool list_search(const struct lister *l)
{
	struct index *index = l->catalog->index;
	struct finds finds;
	struct page page;
	bool ok = true;

	if (lister_wants(l, STR("search/index.html"))) {
		page = search_page(&l->w->frame, l->digests, l->digest_count,
				   l->tags, l->tag_count, l->page);
		ok = lister_page(l, &page);
	}
	if (!index ||
	    (l->catalog->only.len && !catalog_needs_index(l->catalog->only)))
		return ok;
	finds = finds_of_site(&l->w->site, l->tags, l->tag_count, l->page);
	for (size_t i = 0; i < finds.count; i++)
		index_add(index, &finds.items[i], l->page);
	arena_reset(l->page);
	return index_write(index, l->w->diags, put_index_file, (void *)l) && ok;
}

static bool put_index_file(void *lister, struct str path, struct str bytes)
{
	const struct lister *l = lister;
	bool ok = lister_bytes(l, path, bytes);

	arena_reset(l->page);
	return ok;
}

/* Unless static/ has its own. */
static bool list_robots(const struct lister *l)
{
	struct str text = STR("User-agent: *\nAllow: /\n");

	if (has_address(l))
		text = arena_printf(l->arena, "%.*sSitemap: %.*ssitemap.xml\n",
				    STR_ARG(text),
				    STR_ARG(workshop_absolute_root(l->w)));
	for (size_t k = 0; has_address(l) && k < l->w->edition_count; k++)
		text = arena_printf(
			l->arena, "%.*sSitemap: %.*ssitemap.xml\n",
			STR_ARG(text),
			STR_ARG(l->w->editions[k].site.base_url.str));
	return lister_put(l, (struct item){ .kind = ITEM_BYTES,
					    .path = STR("robots.txt"),
					    .is_spare = true,
					    .bytes = text });
}

static bool list_hosting(const struct lister *l,
			 const struct host_edition *editions, size_t count)
{
	struct hosting hosting = workshop_hosting(l->w);
	bool ok = true;

	hosting.editions = editions;
	hosting.edition_count = count;
	for (enum host_file file = 0; file < HOST_FILE_COUNT; file++) {
		struct str path = host_file_path(&hosting, file);

		if (path.len)
			ok &= lister_put(
				l, (struct item){
					   .kind = ITEM_HOST,
					   .path = path,
					   .is_spare = host_file_is_spare(file),
					   .host_file = file,
					   .hosting = &hosting });
	}
	return ok;
}

static bool list_redirects(const struct lister *l,
			   const struct host_edition *editions, size_t count)
{
	bool ok = true;

	for (size_t i = 0; i < l->w->redirect_count; i++) {
		const struct redirect *redirect = &l->w->redirects[i];

		/* What is asked for alone has no mistakes to tell. */
		if (!l->catalog->only.len &&
		    host_has_pair(editions, count, redirect->path))
			ok = diag_error(l->w->diags, redirect->at,
					"the alias \"%.*s\" is the other order "
					"of a pair, and leads there",
					STR_ARG(redirect->from));
		else if (!redirect->before)
			ok &= lister_put(l,
					 (struct item){ .kind = ITEM_REDIRECT,
							.path = redirect->path,
							.redirect = redirect });
		arena_reset(l->page);
	}
	return ok;
}
