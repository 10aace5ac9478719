#include "make/preview.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "draw/scene_png.h"
#include "draw/text_measure.h"
#include "make/catalog.h"
#include "make/markdown_twin.h"
#include "make/resources.h"
#include "make/shelf.h"
#include "read/edition.h"
#include "read/report.h"

enum {
	AT_ONCE = 40,	      /* milliseconds for what a change touches */
	ERRORS_MOST = 100000, /* bytes that a page is told */
};

/* What changes touch. */
struct touched {
	bool site; /* the lists of files, front matter or pages */
	bool skin, styles;
	bool all;   /* every comparison */
	bool links; /* a file came or went */
};

struct preview {
	struct order order;
	struct workshop w;
	struct shelf *site;
	struct shelf **shelves; /* as w.site.slugs */
	size_t shelf_count;
	unsigned long round;
	struct touched touched; /* in the round to come */
	struct arena arena;	/* of the comparison that is at hand */
	struct arena page;	/* of the file that is being made */
	struct diags *diags;	/* likewise */
	struct buf buf;		/* likewise */
	struct buf twin;
	struct buf errors;
	struct buf policy;
	const char *content; /* its real path, as changes have it */
	struct arena paths;
};

/* How many comparisons could be judged anew, and how many could not. */
struct checked {
	size_t made, failed;
};

/* The making of a twin. */
struct twin {
	struct preview *p;
	struct str path;
	bool is_made;
};

/* Where a file is: in which language, and of what. */
struct spot {
	size_t language; /* 0: the first */
	struct str path; /* within it */
	struct shelf *shelf;
	size_t index; /* the comparison's in that language, or none's */
};

/* The making of one file. */
struct making {
	struct preview *p;
	struct made *made;
	bool is_listed, is_made;
};

static enum preview_found get(struct preview *p, struct str path,
			      struct str *bytes);
static enum preview_found get_markdown(struct preview *p, struct str path,
				       struct str *bytes);
static enum preview_found get_twin(struct preview *p, struct str path,
				   struct str *bytes);
static bool take_twin(void *twin, const struct item *item);
static void reopen(struct preview *p, bool skin);
static void take_site(struct preview *p);
static void match_shelves(struct preview *p);
static int compare_shelf(const void *slug, const void *shelf);
static struct shelf *find_shelf(struct preview *p, struct str slug);
static size_t find_slug(const struct site *site, struct str folder);
static struct spot find_spot(struct preview *p, struct str path);
static struct shelf *find_old(struct preview *p, struct str path);
static bool check(struct preview *p, struct shelf *shelf);
static bool check_language(struct preview *p, struct shelf *shelf, size_t k);
static struct checked check_stale(struct preview *p, long long until);
static bool say(struct preview *p, struct complaint *complaint,
		struct diags *diags);
static enum preview_found get_from(struct preview *p, const struct spot *spot,
				   struct str path, struct str *bytes);
static bool list(struct preview *p, const struct spot *spot,
		 struct making *making);
static void list_site(struct preview *p, size_t k, struct catalog *catalog);
static struct host_edition gather_digests(struct preview *p, size_t k,
					  bool needed);
static struct index *index_all(struct preview *p, size_t k);
static bool take(void *making, const struct item *item);
static void touch_content(struct preview *p, struct str path, bool moves);
static bool is_head(struct str file);
static void touch_theme(struct str path, struct touched *touched);
static void mark_all(struct preview *p, enum freshness freshness);
static void add_error(struct preview *p, const struct complaint *complaint);
static void add_errors(struct preview *p, const struct shelf *shelf);
static const char *real_path(const char *path, struct arena *arena);
static long long now_ms(void);

struct preview *preview_open(const struct order *order)
{
	struct preview *p = memory_alloc(sizeof(*p));

	*p = (struct preview){ .order = *order, .diags = diags_new() };
	if (order->strict)
		diags_set_strict(p->diags);
	p->site = shelf_new(STR(""));
	p->content = real_path(order->content, &p->paths);
	workshop_open(&p->w, &p->order);
	take_site(p);
	return p;
}

void preview_close(struct preview *p)
{
	for (size_t i = 0; i < p->shelf_count; i++)
		shelf_free(p->shelves[i]);
	free(p->shelves);
	shelf_free(p->site);
	buf_release(&p->buf);
	buf_release(&p->twin);
	buf_release(&p->errors);
	buf_release(&p->policy);
	diags_free(p->diags);
	arena_release(&p->arena);
	arena_release(&p->page);
	arena_release(&p->paths);
	scene_png_end_thread();
	workshop_close(&p->w);
	free(p);
}

size_t preview_folders(struct preview *p, struct diags *diags,
		       const char *folders[PREVIEW_FOLDERS])
{
	const char *resources = resources_find(diags, &p->paths);
	const char *beside =
		path_join(p->order.content, STR("../themes"), &p->paths);
	size_t count = 0;

	if (!resources)
		return 0;
	folders[count++] = p->content;
	folders[count++] = path_join(resources, STR("templates"), &p->paths);
	folders[count++] = path_join(resources, STR("themes"), &p->paths);
	if (file_is_dir(beside))
		folders[count++] = real_path(beside, &p->paths);
	return count;
}

enum preview_found preview_get(struct preview *p, struct str path,
			       struct str *bytes)
{
	enum preview_found found = get(p, path, bytes);

	if (found == PREVIEW_MISSING && str_ends(path, ".md"))
		found = get_markdown(p, path, bytes);
	return found == PREVIEW_MISSING ? get_twin(p, path, bytes) : found;
}

const char *preview_policy(struct preview *p)
{
	buf_reset(&p->policy);
	policy_put(&p->w.site.policy, true, &p->policy);
	return p->policy.ptr;
}

void preview_touch(struct preview *p, const char *changed, bool comes_or_goes)
{
	struct str path = str_from(changed);
	size_t len = strlen(p->content);

	if (!strncmp(path.ptr, p->content, len) &&
	    (path.len == len || path.ptr[len] == '/'))
		touch_content(p, str_from_byte(path, len + 1), comes_or_goes);
	else
		touch_theme(path, &p->touched);
}

enum preview_news preview_follow(struct preview *p)
{
	struct touched touched = p->touched;
	bool was_ready = p->w.ready;
	struct checked checked;

	p->touched = (struct touched){ .site = false };
	p->round++;
	if (touched.site || touched.skin || touched.styles || !was_ready)
		reopen(p, touched.skin || touched.styles);
	if (touched.links)
		mark_all(p, DOUBTFUL);
	if (touched.all || (!was_ready && p->w.ready))
		mark_all(p, STALE);
	checked = check_stale(p, now_ms() + AT_ONCE);
	if (!p->w.ready || (checked.failed && !checked.made && !touched.skin))
		return PREVIEW_SAME;
	if (touched.site || touched.skin || checked.made)
		return PREVIEW_PAGES;
	return touched.styles ? PREVIEW_STYLES : PREVIEW_SAME;
}

bool preview_work(struct preview *p)
{
	for (size_t i = 0; i < p->shelf_count; i++)
		if (p->shelves[i]->freshness != FRESH) {
			check(p, p->shelves[i]);
			return true;
		}
	return false;
}

struct str preview_errors(struct preview *p)
{
	buf_reset(&p->errors);
	add_error(p, &p->site->complaint);
	add_errors(p, p->site);
	for (size_t i = 0; i < p->shelf_count; i++) {
		add_error(p, &p->shelves[i]->complaint);
		add_errors(p, p->shelves[i]);
	}
	return str_trim(buf_str(&p->errors));
}

/* A path below a comparison may be the site's still: a file of static/. */
static enum preview_found get(struct preview *p, struct str path,
			      struct str *bytes)
{
	struct spot spot = find_spot(p, path);
	enum preview_found found = PREVIEW_MISSING;

	if (spot.shelf != p->site)
		found = get_from(p, &spot, path, bytes);
	spot.shelf = p->site;
	if (found == PREVIEW_MISSING)
		found = get_from(p, &spot, path, bytes);
	return found;
}

/* `index.md` of index.html; its name must outlive the arena of the page. */
static enum preview_found get_markdown(struct preview *p, struct str path,
				       struct str *bytes)
{
	struct buf page = { 0 };
	enum preview_found found;
	struct str html;

	buf_raw(&page, str_slice(path, 0, path.len - strlen(".md")));
	buf_text(&page, ".html");
	found = get(p, buf_str(&page), &html);
	buf_release(&page);
	if (found == PREVIEW_FOUND) {
		buf_reset(&p->twin);
		markdown_twin(html, &p->twin);
		*bytes = buf_str(&p->twin);
	}
	return found == PREVIEW_FOUND ? found : PREVIEW_MISSING;
}

/* `index.html.gz` of index.html, where the site has such. */
static enum preview_found get_twin(struct preview *p, struct str path,
				   struct str *bytes)
{
	const struct publishing *where = &p->w.site.publish;
	struct twin twin = { .p = p, .path = path };
	struct item item = { .path = path };
	struct catalog catalog = {
		.w = &p->w,
		.page = &p->page,
		.visit = take_twin,
		.context = &twin,
	};
	enum preview_found found;
	struct str plain;

	while (item.path.len && !str_ends(item.path, "."))
		item.path.len--;
	if (!item.path.len || (!where->gzip && !where->brotli))
		return PREVIEW_MISSING;
	item.path.len--;
	found = get(p, item.path, &plain);
	if (found == PREVIEW_FOUND || found == PREVIEW_LASTING)
		catalog_twins(&catalog, &item, plain);
	arena_reset(&p->page);
	*bytes = buf_str(&p->twin);
	return twin.is_made ? found : PREVIEW_MISSING;
}

static bool take_twin(void *context, const struct item *item)
{
	struct twin *twin = context;
	struct preview *p = twin->p;
	struct str bytes;

	if (str_equals(item->path, twin->path))
		twin->is_made = item_make(item, &p->w, p->diags, &p->page,
					  &p->twin, &bytes);
	return true;
}

static void reopen(struct preview *p, bool skin)
{
	if (skin)
		scene_png_end_thread();
	workshop_reopen(&p->w, skin);
	take_site(p);
}

static void take_site(struct preview *p)
{
	redirects_check(p->w.diags, p->w.redirects, p->w.redirect_count);
	say(p, &p->site->complaint, p->w.diags);
	match_shelves(p);
}

/* Shelves of comparisons that are still there stay; both lists are sorted. */
static void match_shelves(struct preview *p)
{
	const struct site *site = &p->w.site;
	struct shelf **now =
		memory_alloc((site->slug_count + 1) * sizeof(struct shelf *));
	size_t old = 0;

	for (size_t i = 0; i < site->slug_count; i++) {
		int order = 1;

		while (old < p->shelf_count &&
		       (order = compare_shelf(&site->slugs[i],
					      &p->shelves[old])) > 0)
			shelf_free(p->shelves[old++]);
		now[i] = order == 0 && old < p->shelf_count
				 ? p->shelves[old++]
				 : shelf_new(site->slugs[i]);
	}
	while (old < p->shelf_count)
		shelf_free(p->shelves[old++]);
	free(p->shelves);
	p->shelves = now;
	p->shelf_count = site->slug_count;
}

static int compare_shelf(const void *slug, const void *shelf)
{
	return str_compare(*(const struct str *)slug,
			   buf_str(&(*(struct shelf *const *)shelf)->slug));
}

static struct shelf *find_shelf(struct preview *p, struct str slug)
{
	struct shelf **found =
		p->shelf_count ? bsearch(&slug, p->shelves, p->shelf_count,
					 sizeof(*p->shelves), compare_shelf)
			       : NULL;

	return found ? *found : NULL;
}

/* The comparison of that folder; as many as there are where it is not there. */
static size_t find_slug(const struct site *site, struct str folder)
{
	size_t i = 0;

	while (i < site->slug_count &&
	       !str_equals(site_folder(site, site->slugs[i]), folder))
		i++;
	return i;
}

/* An edition is a folder of the site, and may call comparisons otherwise. */
static struct spot find_spot(struct preview *p, struct str path)
{
	struct spot spot = { .path = path };
	const struct site *site;
	struct str slug;

	spot.language = workshop_edition_at(&p->w, &spot.path);
	site = &workshop_edition(&p->w, spot.language)->site;
	slug = catalog_slug(spot.path);
	spot.index = find_slug(site, site_folder(site, slug));
	if (spot.index < site->slug_count &&
	    str_equals(site->slugs[spot.index], slug))
		spot.shelf = find_shelf(p, site_folder(site, slug));
	if (!spot.shelf && !p->w.ready)
		spot.shelf = find_old(p, path);
	if (!spot.shelf)
		spot.shelf = p->site;
	return spot;
}

/* A mistake may hide what languages there are: what was made stays. */
static struct shelf *find_old(struct preview *p, struct str path)
{
	for (size_t i = 0; i < p->shelf_count; i++)
		if (shelf_find(p->shelves[i], path))
			return p->shelves[i];
	return NULL;
}

/* In all languages; false where it could be made anew in none. */
static bool check(struct preview *p, struct shelf *shelf)
{
	bool made = false;

	shelf->freshness = FRESH;
	if (p->w.ready)
		shelf_tell(shelf, p->w.edition_count + 1);
	for (size_t k = 0; k <= p->w.edition_count; k++)
		made |= check_language(p, shelf, k);
	say(p, &shelf->complaint, p->diags);
	return made;
}

/* A mistake of another language is none of this one. */
static bool check_language(struct preview *p, struct shelf *shelf, size_t k)
{
	const struct workshop *w = workshop_edition(&p->w, k);
	size_t index = find_slug(&w->site, buf_str(&shelf->slug));
	struct diags *diags = diags_new();
	struct bench bench;
	bool made = false;

	if (p->order.strict)
		diags_set_strict(diags);
	if (index < w->site.slug_count &&
	    bench_set_up(&bench, w, index, diags, &p->arena)) {
		struct told *told = &shelf->told[k];

		arena_reset(&told->arena);
		told->digest =
			digest_of(&bench.subject, bench.colors, &told->arena);
		told->finds = finds_of(&bench.subject, &told->arena);
		told->is_there = made = true;
	} else if (k < shelf->told_count && index == w->site.slug_count) {
		shelf->told[k].is_there = false;
	}
	made &= diags_status(diags) == 0;
	diags_merge(p->diags, diags);
	diags_free(diags);
	arena_reset(&p->arena);
	return made;
}

static struct checked check_stale(struct preview *p, long long until)
{
	struct checked checked = { 0, 0 };

	for (size_t i = 0; i < p->shelf_count && now_ms() <= until; i++) {
		if (p->shelves[i]->freshness != STALE)
			continue;
		if (check(p, p->shelves[i]))
			checked.made++;
		else
			checked.failed++;
	}
	return checked;
}

static bool say(struct preview *p, struct complaint *complaint,
		struct diags *diags)
{
	report_silence(diags, &p->w.site.check);
	return complain(complaint, diags);
}

/*
 * The file as it is now, or where it cannot be made as it last was; a page
 * that was never made is broken rather than missing.
 */
static enum preview_found get_from(struct preview *p, const struct spot *spot,
				   struct str path, struct str *bytes)
{
	struct shelf *shelf = spot->shelf;
	struct made *made = shelf_find(shelf, path);
	struct making making = { .p = p, .made = made };
	bool listed;

	if (!made || made->round != p->round) {
		if (catalog_needs_digests(spot->path))
			check_stale(p, LLONG_MAX);
		making.made = made ? made : shelf_add(shelf, path);
		listed = p->w.ready && list(p, spot, &making);
		arena_reset(&p->arena);
		arena_reset(&p->page);
		made = making.made;
		made->round = p->round;
		if (listed && !making.is_listed) {
			shelf_drop(shelf, made);
			return PREVIEW_MISSING;
		}
	}
	*bytes = buf_str(&made->bytes);
	if (made->is_whole)
		return made->is_lasting ? PREVIEW_LASTING : PREVIEW_FOUND;
	return str_ends(path, ".html") ? PREVIEW_BROKEN : PREVIEW_MISSING;
}

/* False when what there is cannot be known: the comparison has mistakes. */
static bool list(struct preview *p, const struct spot *spot,
		 struct making *making)
{
	const struct workshop *w = workshop_edition(&p->w, spot->language);
	struct bench bench;
	struct diags *unheard;
	bool ok;
	struct catalog catalog = {
		.w = w,
		.arena = &p->arena,
		.page = &p->page,
		.only = spot->path,
		.visit = take,
		.context = making,
	};

	if (spot->shelf == p->site) {
		list_site(p, spot->language, &catalog);
		return true;
	}
	if (spot->shelf->freshness != FRESH)
		check(p, spot->shelf);
	unheard = diags_new();
	/* check() has said it, of all languages together. */
	ok = bench_set_up(&bench, w, spot->index, unheard, &p->arena);
	if (ok)
		catalog_comparison(&catalog, &bench);
	diags_free(unheard);
	return ok;
}

static void list_site(struct preview *p, size_t k, struct catalog *catalog)
{
	struct catalog whole = *catalog;
	size_t count = p->w.edition_count + 1;
	struct host_edition *editions =
		arena_array(&p->arena, struct host_edition, count);

	for (size_t i = 0; i < count; i++)
		editions[i] = gather_digests(
			p, i,
			i == k ? catalog_needs_digests(catalog->only)
			       : catalog_needs_editions(catalog->only));
	if (catalog_needs_index(catalog->only))
		catalog->index = index_all(p, k);
	catalog_site(catalog, editions[k].digests, editions[k].digest_count);
	index_free(catalog->index);
	whole.w = &p->w;
	whole.only = ARENA_JOIN(&p->arena, editions[k].prefix, catalog->only);
	catalog_host(&whole, editions, count);
}

static struct host_edition gather_digests(struct preview *p, size_t k,
					  bool needed)
{
	struct digest *digests =
		arena_array(&p->arena, struct digest, p->shelf_count);
	struct host_edition edition = { workshop_edition(&p->w, k)->prefix,
					digests, 0 };

	for (size_t i = 0; needed && i < p->shelf_count; i++)
		if (k < p->shelves[i]->told_count &&
		    p->shelves[i]->told[k].is_there)
			digests[edition.digest_count++] =
				p->shelves[i]->told[k].digest;
	digests_sort(digests, edition.digest_count);
	return edition;
}

static struct index *index_all(struct preview *p, size_t k)
{
	struct index *index = index_new();

	for (size_t i = 0; i < p->shelf_count; i++) {
		const struct shelf *shelf = p->shelves[i];

		if (k >= shelf->told_count || !shelf->told[k].is_there)
			continue;
		for (size_t n = 0; n < shelf->told[k].finds.count; n++) {
			index_add(index, &shelf->told[k].finds.items[n],
				  &p->page);
			arena_reset(&p->page);
		}
	}
	return index;
}

/* The first of a path is the one: a spare one comes after. */
static bool take(void *context, const struct item *item)
{
	struct making *making = context;
	struct preview *p = making->p;
	struct made *made = making->made;
	struct str bytes;

	if (making->is_listed)
		return true;
	making->is_listed = true;
	making->is_made =
		item_make(item, item->w, p->diags, &p->page, &p->buf, &bytes);
	say(p, &made->complaint, p->diags);
	if (!making->is_made || made->complaint.is_error)
		return true;
	buf_reset(&made->bytes);
	buf_raw(&made->bytes, bytes);
	made->is_whole = true;
	made->is_lasting =
		item->kind == ITEM_BYTES &&
		str_starts(str_from_byte(item->path, item->w->prefix.len),
			   "assets/");
	return true;
}

/* A comparison's front matter is known to others, its other files are not. */
static void touch_content(struct preview *p, struct str path, bool moves)
{
	struct touched *touched = &p->touched;
	struct str rest = path, slug = str_cut(&rest, '/');
	struct shelf *shelf;

	touched->links |= moves;
	if (!path.len || str_is(path, "site.yaml") || str_is(slug, "syntax")) {
		touched->site = touched->skin = touched->all = true;
		return;
	}
	shelf = find_shelf(p, slug);
	touched->site |= moves || !shelf || !rest.ptr || is_head(rest);
	if (shelf)
		shelf->freshness = STALE;
}

/* Whether it is comparison.md, or that in another language. */
static bool is_head(struct str file)
{
	struct str stem, tag;

	return str_is(file, "comparison.md") ||
	       (edition_is_translation(file, &stem, &tag) &&
		str_is(stem, "comparison"));
}

/* A style sheet is in no page, and words are in what is judged, too. */
static void touch_theme(struct str path, struct touched *touched)
{
	if (str_ends(path, ".css")) {
		touched->styles = true;
		return;
	}
	touched->skin = true;
	touched->all |= !str_ends(path, ".mustache");
}

static void mark_all(struct preview *p, enum freshness freshness)
{
	for (size_t i = 0; i < p->shelf_count; i++)
		if (p->shelves[i]->freshness < freshness)
			p->shelves[i]->freshness = freshness;
}

static void add_error(struct preview *p, const struct complaint *complaint)
{
	if (complaint->is_error && p->errors.len < ERRORS_MOST)
		buf_raw(&p->errors, buf_str(&complaint->text));
}

/* Files that could not be made in this round. */
static void add_errors(struct preview *p, const struct shelf *shelf)
{
	for (size_t i = 0; i < shelf->made_count; i++)
		if (shelf->made[i]->round == p->round)
			add_error(p, &shelf->made[i]->complaint);
}

static const char *real_path(const char *path, struct arena *arena)
{
	char *real = realpath(path, NULL);
	struct str copy = arena_str(arena, str_from(real ? real : path));

	free(real);
	return copy.ptr;
}

static long long now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
