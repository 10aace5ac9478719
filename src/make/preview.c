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
static struct shelf *find_shelf(struct preview *p, struct str slug,
				size_t *index);
static void check(struct preview *p, size_t index);
static struct checked check_stale(struct preview *p, long long until);
static bool say(struct preview *p, struct complaint *complaint,
		struct diags *diags);
static enum preview_found get_from(struct preview *p, struct shelf *shelf,
				   size_t index, struct str path,
				   struct str *bytes);
static bool list(struct preview *p, size_t index, struct str path,
		 struct making *making);
static bool list_site(struct preview *p, struct catalog *catalog);
static struct index *index_all(struct preview *p);
static bool take(void *making, const struct item *item);
static void touch_content(struct preview *p, struct str path, bool moves);
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
			check(p, i);
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
	size_t index;
	struct shelf *shelf = find_shelf(p, catalog_slug(path), &index);
	enum preview_found found = PREVIEW_MISSING;

	if (shelf)
		found = get_from(p, shelf, index, path, bytes);
	if (found == PREVIEW_MISSING)
		found = get_from(p, p->site, p->shelf_count, path, bytes);
	return found;
}

/* `index.md` of index.html. */
static enum preview_found get_markdown(struct preview *p, struct str path,
				       struct str *bytes)
{
	struct str page = ARENA_JOIN(&p->page, str_slice(path, 0, path.len - 3),
				     STR(".html")),
		   html;
	enum preview_found found = get(p, page, &html);

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

static struct shelf *find_shelf(struct preview *p, struct str slug,
				size_t *index)
{
	struct shelf **found =
		p->shelf_count ? bsearch(&slug, p->shelves, p->shelf_count,
					 sizeof(*p->shelves), compare_shelf)
			       : NULL;

	*index = found ? (size_t)(found - p->shelves) : p->shelf_count;
	return found ? *found : NULL;
}

static void check(struct preview *p, size_t index)
{
	struct shelf *shelf = p->shelves[index];
	struct bench bench;

	shelf->freshness = FRESH;
	if (bench_set_up(&bench, &p->w, index, p->diags, &p->arena)) {
		arena_reset(&shelf->arena);
		shelf->digest =
			digest_of(&bench.subject, bench.colors, &shelf->arena);
		shelf->finds = finds_of(&bench.subject, &shelf->arena);
		shelf->has_digest = true;
	}
	say(p, &shelf->complaint, p->diags);
	arena_reset(&p->arena);
}

static struct checked check_stale(struct preview *p, long long until)
{
	struct checked checked = { 0, 0 };

	for (size_t i = 0; i < p->shelf_count && now_ms() <= until; i++) {
		if (p->shelves[i]->freshness != STALE)
			continue;
		check(p, i);
		if (p->shelves[i]->complaint.is_error)
			checked.failed++;
		else
			checked.made++;
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
static enum preview_found get_from(struct preview *p, struct shelf *shelf,
				   size_t index, struct str path,
				   struct str *bytes)
{
	struct made *made = shelf_find(shelf, path);
	struct making making = { .p = p, .made = made };
	bool listed;

	if (!made || made->round != p->round) {
		if (catalog_needs_digests(path))
			check_stale(p, LLONG_MAX);
		making.made = made ? made : shelf_add(shelf, path);
		listed = p->w.ready && list(p, index, path, &making);
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
static bool list(struct preview *p, size_t index, struct str path,
		 struct making *making)
{
	struct bench bench;
	struct catalog catalog = {
		.w = &p->w,
		.arena = &p->arena,
		.page = &p->page,
		.only = path,
		.visit = take,
		.context = making,
	};

	if (index == p->shelf_count)
		return list_site(p, &catalog);
	if (!bench_set_up(&bench, &p->w, index, p->diags, &p->arena)) {
		say(p, &p->shelves[index]->complaint, p->diags);
		return false;
	}
	say(p, &p->shelves[index]->complaint, p->diags);
	catalog_comparison(&catalog, &bench);
	return true;
}

static bool list_site(struct preview *p, struct catalog *catalog)
{
	struct digest *digests =
		arena_array(&p->arena, struct digest, p->shelf_count);
	size_t count = 0;

	if (catalog_needs_digests(catalog->only)) {
		for (size_t i = 0; i < p->shelf_count; i++)
			if (p->shelves[i]->has_digest)
				digests[count++] = p->shelves[i]->digest;
		digests_sort(digests, count);
	}
	if (catalog_needs_index(catalog->only))
		catalog->index = index_all(p);
	catalog_site(catalog, digests, count);
	index_free(catalog->index);
	return true;
}

static struct index *index_all(struct preview *p)
{
	struct index *index = index_new();

	for (size_t i = 0; i < p->shelf_count; i++)
		for (size_t k = 0; k < p->shelves[i]->finds.count; k++) {
			index_add(index, &p->shelves[i]->finds.items[k],
				  &p->page);
			arena_reset(&p->page);
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
		item_make(item, &p->w, p->diags, &p->page, &p->buf, &bytes);
	say(p, &made->complaint, p->diags);
	if (!making->is_made || made->complaint.is_error)
		return true;
	buf_reset(&made->bytes);
	buf_raw(&made->bytes, bytes);
	made->is_whole = true;
	made->is_lasting =
		item->kind == ITEM_BYTES && str_starts(item->path, "assets/");
	return true;
}

/* A comparison's front matter is known to others, its other files are not. */
static void touch_content(struct preview *p, struct str path, bool moves)
{
	struct touched *touched = &p->touched;
	struct str rest = path, slug = str_cut(&rest, '/');
	struct shelf *shelf;
	size_t index;

	touched->links |= moves;
	if (!path.len || str_is(path, "site.yaml") || str_is(slug, "syntax")) {
		touched->site = touched->skin = touched->all = true;
		return;
	}
	shelf = find_shelf(p, slug, &index);
	touched->site |=
		moves || !shelf || !rest.ptr || str_is(rest, "comparison.md");
	if (shelf)
		shelf->freshness = STALE;
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
