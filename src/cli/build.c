#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "check/report.h"
#include "cli/host.h"
#include "cli/options.h"
#include "cli/workshop.h"
#include "read/links.h"
#include "render/card.h"
#include "render/chart.h"
#include "render/feed.h"
#include "render/page.h"
#include "render/poster.h"
#include "render/scene_hash.h"
#include "render/scene_pdf.h"
#include "render/scene_png.h"
#include "render/scene_svg.h"
#include "view/data_view.h"
#include "view/poster_view.h"
#include "write/tree.h"
#include "write/twin.h"

struct build {
	struct workshop w;
	struct tree *tree;	/* NULL: nothing can be written, only read */
	struct digest *digests; /* one a slug; its slug is empty on failure */
	struct arena *digest_arenas; /* one a job */
	atomic_size_t next, done, pages, images;
	bool terminal;
	pthread_mutex_t merge; /* of diagnostics */
};

struct job {
	struct build *b;
	struct arena *kept; /* for digests */
	struct arena arena; /* of the comparison at hand */
	struct buf buf;
	struct diags *diags;
	struct bench bench;
};

static void run_jobs(struct build *b);
static void *run_job(void *build);
static void do_comparison(struct job *job, size_t slug);
static bool put(struct job *job, struct str path, struct str bytes);
static bool put_twins(struct job *job, struct str path, struct str bytes);
static struct str origin_of(const struct job *job);
static bool put_file(struct job *job, const char *name, struct str bytes);
static bool put_png(struct job *job, const char *name,
		    const struct scene *scene);
static bool put_page(struct job *job, const struct page *page);
static bool put_charts(struct job *job, const struct page *page);
static bool put_embed(struct job *job, const struct chart *chart);
static bool put_pages(struct job *job);
static bool put_data(struct job *job);
static bool put_pictures(struct job *job);
static bool put_criterion_cards(struct job *job);
static bool put_infographics(struct job *job);
static bool put_pdf(struct job *job, const struct scene *scene);
static bool put_badge(struct job *job);
static bool put_linked(struct job *job, struct str *files, size_t count);
static void show_progress(struct build *b);
static bool put_site(struct build *b);
static void sort_digests(struct build *b, struct digest *sorted, size_t *count);
static bool put_site_pages(struct job *job, const struct digest *digests,
			   size_t count);
static bool put_assets(struct job *job);
static bool put_feed(struct job *job, const struct digest *digests,
		     size_t count);
static bool put_sitemap(struct job *job, const struct digest *digests,
			size_t count);
static bool put_robots(struct job *job);
static bool put_static(struct job *job);
static bool put_hosting(struct job *job);
static bool collect_redirects(struct job *job, struct redirect **redirects,
			      size_t *count);
static bool add_redirects(struct job *job, const struct text *aliases,
			  size_t alias_count, struct str to,
			  struct redirect **redirects, size_t *count);
static bool put_stub(struct job *job, const struct redirect *redirect);
static struct str root_path(const struct job *job);
static int finish(struct build *b, double started);
static int compare(struct build *b, struct diag_style style);
static double seconds(void);

int command_build(const struct options *options)
{
	struct build b = { .terminal = isatty(STDERR_FILENO) };
	double started = seconds();
	bool readable = workshop_open(&b.w, options);
	size_t slugs = b.w.site.slug_count;
	int status;

	pthread_mutex_init(&b.merge, NULL);
	if (readable) {
		b.digests = arena_array(&b.w.arena, struct digest, slugs);
		b.tree = b.w.ready ? tree_open(b.w.diags, options->out) : NULL;
		run_jobs(&b);
		if (b.tree)
			put_site(&b);
	}
	status = finish(&b, started);
	tree_close(b.tree);
	for (int i = 0; b.digest_arenas && i < JOBS_MOST; i++)
		arena_release(&b.digest_arenas[i]);
	pthread_mutex_destroy(&b.merge);
	workshop_close(&b.w);
	return status;
}

static void run_jobs(struct build *b)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	int jobs = b->w.options->jobs ? b->w.options->jobs : (int)processors;
	pthread_t threads[JOBS_MOST];
	int started = 0;

	if (jobs > JOBS_MOST)
		jobs = JOBS_MOST;
	if ((size_t)jobs > b->w.site.slug_count)
		jobs = (int)b->w.site.slug_count;
	b->digest_arenas = arena_array(&b->w.arena, struct arena, JOBS_MOST);
	while (started < jobs &&
	       pthread_create(&threads[started], NULL, run_job, b) == 0)
		started++;
	if (!started)
		run_job(b);
	for (int i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
}

static void *run_job(void *build)
{
	static atomic_int count;
	struct build *b = build;
	struct job job = {
		.b = b,
		.kept = &b->digest_arenas[atomic_fetch_add(&count, 1) %
					  JOBS_MOST],
		.diags = diags_new(),
	};
	size_t slug;

	while ((slug = atomic_fetch_add(&b->next, 1)) < b->w.site.slug_count) {
		do_comparison(&job, slug);
		atomic_fetch_add(&b->done, 1);
		show_progress(b);
		pthread_mutex_lock(&b->merge);
		diags_merge(b->w.diags, job.diags);
		pthread_mutex_unlock(&b->merge);
		arena_reset(&job.arena);
	}
	diags_free(job.diags);
	buf_release(&job.buf);
	arena_release(&job.arena);
	scene_png_end_thread();
	text_measure_end_thread();
	return NULL;
}

/* Pages are made only when everything before went well. */
static void do_comparison(struct job *job, size_t slug)
{
	struct build *b = job->b;
	bool ok =
		bench_set_up(&job->bench, &b->w, slug, job->diags, &job->arena);

	if (!ok || !b->tree)
		return;
	ok = put_pages(job);
	ok = ok && put_data(job) && put_pictures(job);
	ok = ok && put_linked(job, job->bench.files, job->bench.file_count);
	if (ok)
		b->digests[slug] = digest_of(&job->bench.subject,
					     job->bench.colors, job->kept);
}

static bool put(struct job *job, struct str path, struct str bytes)
{
	return tree_put(job->b->tree, job->diags, path, bytes,
			origin_of(job)) &&
	       put_twins(job, path, bytes);
}

/* Compressed beforehand, for servers that send those. */
static bool put_twins(struct job *job, struct str path, struct str bytes)
{
	const struct publishing *where = &job->b->w.site.publish;
	struct str origin = origin_of(job);
	bool ok = true;

	for (int kind = 0; kind < TWIN_COUNT; kind++) {
		bool wanted = kind == TWIN_GZIP ? where->gzip : where->brotli;
		struct str name = ARENA_JOIN(&job->arena, path,
					     str_from(twin_ending(kind)));
		struct hash key = hash_of(bytes);
		struct buf twin = { 0 };

		key.low ^= (uint64_t)kind + 1;
		if (!wanted || !twin_pays(path, bytes) ||
		    tree_keep(job->b->tree, name, key, origin))
			continue;
		ok &= twin_make(kind, bytes, &twin) &&
		      tree_put_made(job->b->tree, job->diags, name,
				    buf_str(&twin), key, origin);
		buf_release(&twin);
	}
	return ok;
}

static struct str origin_of(const struct job *job)
{
	return str_from(job->bench.c.at.file ? job->bench.c.at.file
					     : job->b->w.options->content);
}

static bool put_file(struct job *job, const char *name, struct str bytes)
{
	return put(job,
		   arena_printf(&job->arena, "%.*s/%s",
				STR_ARG(job->bench.c.slug), name),
		   bytes);
}

/* Drawn only when it is not there as it would be drawn. */
static bool put_png(struct job *job, const char *name,
		    const struct scene *scene)
{
	const struct palette *palette = &job->bench.palette;
	struct hash key = scene_hash(scene, palette, "png", 1);
	struct str path = arena_printf(&job->arena, "%.*s/%s",
				       STR_ARG(job->bench.c.slug), name);
	struct str origin = origin_of(job);

	atomic_fetch_add(&job->b->images, 1);
	if (tree_keep(job->b->tree, path, key, origin))
		return true;
	buf_reset(&job->buf);
	return scene_png(job->diags, scene, palette, 1, &job->buf) &&
	       tree_put_made(job->b->tree, job->diags, path, buf_str(&job->buf),
			     key, origin);
}

static bool put_page(struct job *job, const struct page *page)
{
	bool ok;

	buf_reset(&job->buf);
	ok = workshop_render(&job->b->w, job->diags, page, &job->arena,
			     &job->buf) &&
	     put(job, str_from(page->path), buf_str(&job->buf));
	atomic_fetch_add(&job->b->pages, 1);
	return ok;
}

/* The scoreboard has all charts that the overview has. */
static bool put_charts(struct job *job, const struct page *page)
{
	bool ok = true;

	for (size_t i = 0; i < page->chart_count; i++) {
		const struct chart *chart = page->charts[i];
		struct scene *scene = chart_scene(chart->kind, CHART_WIDE,
						  &chart->data, &job->arena);

		scene->has_ground = true;
		buf_reset(&job->buf);
		scene_svg_file(scene, &job->bench.palette, &job->buf);
		ok &= put_file(job,
			       arena_printf(&job->arena, "charts/%.*s.svg",
					    STR_ARG(chart->id))
				       .ptr,
			       buf_str(&job->buf));
		atomic_fetch_add(&job->b->images, 1);
		ok &= put_embed(job, chart);
	}
	return ok;
}

/* To be framed, a chart needs an address. */
static bool put_embed(struct job *job, const struct chart *chart)
{
	struct page page;

	if (!job->b->w.site.base_url.str.len)
		return true;
	page = embed_page(&job->bench.book, chart);
	return put_page(job, &page);
}

static bool put_pages(struct job *job)
{
	const struct book *book = &job->bench.book;
	const struct comparison *c = &job->bench.c;
	struct page page = overview_page(book);
	bool ok = put_page(job, &page);

	page = matrix_page(book);
	ok = ok & put_page(job, &page);
	if (c->scored) {
		page = scoreboard_page(book);
		ok = ok & put_page(job, &page) && put_charts(job, &page);
	}
	for (size_t j = 0; j < c->criterion_count; j++) {
		page = criterion_page(book, j);
		ok = ok & put_page(job, &page) && put_charts(job, &page);
	}
	for (size_t i = 0; i < c->option_count; i++) {
		page = option_page(book, i);
		ok = ok & put_page(job, &page) && put_charts(job, &page);
	}
	return ok;
}

static bool put_data(struct job *job)
{
	const struct bench *bench = &job->bench;
	bool ok;

	buf_reset(&job->buf);
	value_to_json(data_view(&bench->subject), &job->buf);
	ok = put_file(job, "data.json", buf_str(&job->buf));
	if (bench->c.scored)
		ok &= put_file(job, "scores.csv", bench->c.scores_text);
	if (bench->colors.len)
		ok &= put(job, bench->book.colors_path, bench->colors);
	return ok;
}

static bool put_pictures(struct job *job)
{
	const struct bench *bench = &job->bench;
	unsigned pictures = job->b->w.site.pictures;
	bool ok = true;

	if (pictures & PICTURE_CARDS) {
		struct card card = card_of(&bench->subject);

		ok = put_png(job, "card.png", card_scene(&card, &job->arena));
	}
	if (pictures & PICTURE_CRITERION_CARDS)
		ok = ok && put_criterion_cards(job);
	if (pictures & PICTURE_INFOGRAPHICS)
		ok = ok && put_infographics(job);
	return ok && put_badge(job);
}

static bool put_criterion_cards(struct job *job)
{
	const struct comparison *c = &job->bench.c;
	bool ok = true;

	for (size_t j = 0; ok && j < c->criterion_count; j++) {
		struct card card = criterion_card_of(&job->bench.subject, j);
		const char *name = arena_printf(&job->arena, "%.*s/card.png",
						STR_ARG(c->criteria[j].id))
					   .ptr;

		ok = put_png(job, name, card_scene(&card, &job->arena));
	}
	return ok;
}

static bool put_infographics(struct job *job)
{
	static const struct {
		enum poster_preset preset;
		const char *name;
	} FORMS[] = {
		{ POSTER_SQUARE, "infographic-square.png" },
		{ POSTER_PORTRAIT, "infographic-portrait.png" },
		{ POSTER_STORY, "infographic-story.png" },
	};
	const struct bench *bench = &job->bench;
	struct poster poster = poster_of(&bench->subject, bench_logos(bench));
	struct scene *tall = poster_scene(&poster, POSTER_TALL, &job->arena);
	struct page page = infographic_page(&bench->book, tall->height);
	bool ok = put_page(job, &page) &&
		  put_png(job, "infographic.png", tall) &&
		  put_pdf(job, poster_columns(tall, PDF_A3_WIDTH, PDF_A3_HEIGHT,
					      &job->arena));

	buf_reset(&job->buf);
	scene_svg_file(tall, &bench->palette, &job->buf);
	ok = ok && put_file(job, "infographic.svg", buf_str(&job->buf));
	atomic_fetch_add(&job->b->images, 1);
	for (size_t i = 0; ok && i < sizeof(FORMS) / sizeof(*FORMS); i++)
		ok = put_png(job, FORMS[i].name,
			     poster_scene(&poster, FORMS[i].preset,
					  &job->arena));
	return ok;
}

static bool put_pdf(struct job *job, const struct scene *scene)
{
	const struct palette *palette = &job->bench.palette;
	struct str date = phrase_date_iso(job->bench.c.updated, &job->arena);
	struct hash key = scene_hash(scene, palette, "pdf", 1);
	bool wide = scene->width > scene->height;
	struct str path = arena_printf(&job->arena, "%.*s/infographic.pdf",
				       STR_ARG(job->bench.c.slug));

	atomic_fetch_add(&job->b->images, 1);
	if (tree_keep(job->b->tree, path, key, origin_of(job)))
		return true;
	buf_reset(&job->buf);
	return scene_pdf(job->diags, scene, palette,
			 wide ? PDF_A3_HEIGHT : PDF_A3_WIDTH,
			 wide ? PDF_A3_WIDTH : PDF_A3_HEIGHT, date,
			 &job->buf) &&
	       tree_put_made(job->b->tree, job->diags, path, buf_str(&job->buf),
			     key, origin_of(job));
}

static bool put_badge(struct job *job)
{
	const struct bench *bench = &job->bench;
	struct badge badge;

	if (!bench->r->judged)
		return true;
	badge = badge_of(&bench->subject);
	buf_reset(&job->buf);
	scene_svg_file(badge_scene(&badge, &job->arena), &bench->palette,
		       &job->buf);
	atomic_fetch_add(&job->b->images, 1);
	return put_file(job, "badge.svg", buf_str(&job->buf));
}

/* Files of the content folder that texts link to. */
static bool put_linked(struct job *job, struct str *files, size_t count)
{
	const char *content = job->b->w.site.dir;
	bool ok = true;

	for (size_t i = 0; i < count; i++) {
		const char *file = path_join(content, files[i], &job->arena);
		struct str bytes;

		if (!file_read(file, &bytes, &job->arena))
			ok = diag_system(job->diags, file, "cannot be read");
		else if (!tree_has(job->b->tree, files[i]))
			ok &= tree_put(job->b->tree, job->diags, files[i],
				       bytes, str_from(file));
	}
	return ok;
}

static void show_progress(struct build *b)
{
	if (b->terminal && b->w.site.slug_count > 20)
		fprintf(stderr, "\r%zu of %zu comparisons ",
			atomic_load(&b->done), b->w.site.slug_count);
}

static bool put_site(struct build *b)
{
	size_t count;
	struct digest *sorted =
		arena_array(&b->w.arena, struct digest, b->w.site.slug_count);
	struct job job = { .b = b, .diags = diags_new() };
	bool ok;

	if (b->terminal && b->w.site.slug_count > 20)
		fputs("\r\033[K", stderr);
	sort_digests(b, sorted, &count);
	ok = put_site_pages(&job, sorted, count);
	ok &= put_assets(&job);
	ok &= put_static(&job);
	ok &= put_linked(&job, b->w.page_files, b->w.page_file_count);
	ok &= put_feed(&job, sorted, count);
	ok &= put_sitemap(&job, sorted, count);
	ok &= put_robots(&job);
	ok &= put(&job, STR(".nojekyll"), STR(""));
	ok &= put_hosting(&job);
	diags_merge(b->w.diags, job.diags);
	diags_free(job.diags);
	buf_release(&job.buf);
	arena_release(&job.arena);
	return ok;
}

static void sort_digests(struct build *b, struct digest *sorted, size_t *count)
{
	*count = 0;
	for (size_t i = 0; i < b->w.site.slug_count; i++)
		if (b->digests[i].slug.len)
			sorted[(*count)++] = b->digests[i];
	digests_sort(sorted, *count);
}

static bool put_site_pages(struct job *job, const struct digest *digests,
			   size_t count)
{
	const struct workshop *w = &job->b->w;
	struct str css = all_colors_css(digests, count, &job->arena);
	struct str path = colors_path(STR("_all"), css, &job->arena);
	struct page page =
		home_page(&w->frame, digests, count, path, &job->arena);
	bool ok = put_page(job, &page) && (!css.len || put(job, path, css));

	for (size_t i = 0; i < w->site.page_count; i++) {
		if (str_is(w->site.pages[i].name, "index"))
			continue;
		page = text_page(&w->frame, &w->site.pages[i], &job->arena);
		ok &= put_page(job, &page);
	}
	page = missing_page(&w->frame, &job->arena);
	return ok & put_page(job, &page);
}

static bool put_assets(struct job *job)
{
	const struct skin *skin = &job->b->w.skin;
	bool ok = true;

	for (size_t i = 0; i < skin->asset_count; i++)
		ok &= tree_put(job->b->tree, job->diags,
			       skin->assets[i].name.path, skin->assets[i].bytes,
			       str_from(skin->assets[i].file)) &&
		      put_twins(job, skin->assets[i].name.path,
				skin->assets[i].bytes);
	return ok;
}

/* Entries of a feed have addresses: without base_url there is no feed. */
static bool put_feed(struct job *job, const struct digest *digests,
		     size_t count)
{
	enum { MOST = 50 };
	const struct frame *frame = &job->b->w.frame;
	const struct site *site = frame->site;
	struct arena *arena = &job->arena;
	struct feed_entry *entries =
		arena_array(arena, struct feed_entry, count);
	struct date newest = { 0 };
	struct feed feed = {
		.title = site->title.str,
		.subtitle = site->tagline.str,
		.author = site->author.str.len ? site->author.str
					       : site->title.str,
		.url = workshop_absolute_root(&job->b->w),
		.language = site->language.str,
		.entries = entries,
		.count = count < MOST ? count : MOST,
	};

	for (size_t i = 0; i < feed.count; i++) {
		const struct digest *d = &digests[i];

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
		};
		if (date_compare(d->updated, newest) > 0)
			newest = d->updated;
	}
	feed.updated = phrase_timestamp(newest, arena);
	feed.self = arena_printf(arena, "%.*sfeed.xml", STR_ARG(feed.url));
	buf_reset(&job->buf);
	feed_write(&feed, &job->buf);
	return put(job, STR("feed.xml"), buf_str(&job->buf));
}

static bool put_sitemap(struct job *job, const struct digest *digests,
			size_t count)
{
	const struct workshop *w = &job->b->w;
	struct str root = workshop_absolute_root(w);
	struct sitemap_entry *entries = NULL;
	struct arena *arena = &job->arena;
	size_t total = 0;

	*arena_push(arena, entries, total) =
		(struct sitemap_entry){ root, { "", 0 } };
	for (size_t i = 0; i < w->site.page_count; i++)
		if (!str_is(w->site.pages[i].name, "index"))
			*arena_push(arena, entries,
				    total) = (struct sitemap_entry){
				arena_printf(arena, "%.*s%.*s.html",
					     STR_ARG(root),
					     STR_ARG(w->site.pages[i].name)),
				{ "", 0 }
			};
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < digests[i].path_count; k++)
			*arena_push(arena, entries,
				    total) = (struct sitemap_entry){
				arena_printf(arena, "%.*s%.*s", STR_ARG(root),
					     STR_ARG(digests[i].paths[k])),
				phrase_date_iso(digests[i].updated, arena)
			};
	buf_reset(&job->buf);
	sitemap_write(entries, total, &job->buf);
	return put(job, STR("sitemap.xml"), buf_str(&job->buf));
}

/* Unless static/ has its own. */
static bool put_robots(struct job *job)
{
	struct str root = workshop_absolute_root(&job->b->w);

	if (tree_has(job->b->tree, STR("robots.txt")))
		return true;
	buf_reset(&job->buf);
	buf_text(&job->buf, "User-agent: *\nAllow: /\n");
	if (job->b->w.site.base_url.str.len)
		buf_printf(&job->buf, "Sitemap: %.*ssitemap.xml\n",
			   STR_ARG(root));
	return put(job, STR("robots.txt"), buf_str(&job->buf));
}

static bool put_static(struct job *job)
{
	const struct site *site = &job->b->w.site;
	bool ok = true;

	for (size_t i = 0; i < site->static_file_count; i++) {
		struct str path = site->static_files[i], bytes;
		const char *file = path_join(path_join(site->dir, STR("static"),
						       &job->arena),
					     path, &job->arena);

		if (!file_read(file, &bytes, &job->arena))
			ok = diag_system(job->diags, file, "cannot be read");
		else
			ok &= tree_put(job->b->tree, job->diags, path, bytes,
				       str_from(file));
	}
	return ok;
}

/* What the host of the site wants besides, unless static/ has its own. */
static bool put_hosting(struct job *job)
{
	const struct publishing *where = &job->b->w.site.publish;
	struct redirect *redirects = NULL;
	size_t count = 0;
	bool ok = collect_redirects(job, &redirects, &count);

	if (where->domain.str.len && !tree_has(job->b->tree, STR("CNAME")))
		ok = put(job, STR("CNAME"),
			 arena_printf(&job->arena, "%.*s\n",
				      STR_ARG(where->domain.str)));
	if (str_is(where->host.str, "nginx")) {
		buf_reset(&job->buf);
		host_nginx(redirects, count, root_path(job), &job->buf);
		return ok & put(job, STR(".nginx.conf"), buf_str(&job->buf));
	}
	if (!host_reads_files(where)) {
		for (size_t i = 0; i < count; i++)
			ok &= put_stub(job, &redirects[i]);
		return ok;
	}
	buf_reset(&job->buf);
	host_headers(&job->buf);
	if (!tree_has(job->b->tree, STR("_headers")))
		ok &= put(job, STR("_headers"), buf_str(&job->buf));
	buf_reset(&job->buf);
	host_redirects(redirects, count, root_path(job), &job->buf);
	if (count && !tree_has(job->b->tree, STR("_redirects")))
		ok &= put(job, STR("_redirects"), buf_str(&job->buf));
	return ok;
}

static bool collect_redirects(struct job *job, struct redirect **redirects,
			      size_t *count)
{
	const struct workshop *w = &job->b->w;
	bool ok = true;

	for (size_t i = 0; i < w->site.page_count; i++)
		ok &= add_redirects(
			job, w->site.pages[i].aliases,
			w->site.pages[i].alias_count,
			arena_printf(&job->arena, "%.*s.html",
				     STR_ARG(w->site.pages[i].name)),
			redirects, count);
	for (size_t i = 0; i < w->site.slug_count; i++)
		ok &= add_redirects(job, w->heads[i].aliases,
				    w->heads[i].alias_count,
				    arena_printf(&job->arena, "%.*s/",
						 STR_ARG(w->site.slugs[i])),
				    redirects, count);
	return ok;
}

/* They end up in configurations: nothing but plain paths will do. */
static bool add_redirects(struct job *job, const struct text *aliases,
			  size_t alias_count, struct str to,
			  struct redirect **redirects, size_t *count)
{
	bool ok = true;

	for (size_t i = 0; i < alias_count; i++) {
		struct str from = aliases[i].str;
		bool plain = from.len;

		while (str_starts(from, "/"))
			from = str_from_byte(from, 1);
		for (size_t k = 0; k < from.len; k++)
			plain &= strchr("abcdefghijklmnopqrstuvwxyz"
					"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
					"0123456789-_./",
					from.ptr[k]) != NULL;
		if (!plain || !from.len || !path_clean(from, &job->arena).ptr) {
			ok = diag_error(job->diags, aliases[i].at,
					"an alias is a path of letters, digits "
					"and -_./, found \"%.*s\"",
					STR_ARG(aliases[i].str));
			continue;
		}
		*arena_push(&job->arena, *redirects, *count) =
			(struct redirect){ from, to };
	}
	return ok;
}

/* A page that sends the reader on, for hosts that cannot. */
static bool put_stub(struct job *job, const struct redirect *redirect)
{
	bool file = str_ends(redirect->from, ".html");
	bool slash = str_ends(redirect->from, "/");
	struct str path =
		arena_printf(&job->arena, "%.*s%s", STR_ARG(redirect->from),
			     file    ? ""
			     : slash ? "index.html"
				     : "/index.html");
	struct str to = ARENA_JOIN(
		&job->arena, page_root(path.ptr, &job->arena), redirect->to,
		str_ends(redirect->to, "/") ? STR("index.html") : STR(""));

	buf_reset(&job->buf);
	buf_text(&job->buf, "<!DOCTYPE html>\n<html lang=\"");
	buf_html(&job->buf, job->b->w.site.language.str);
	buf_text(&job->buf, "\">\n<meta charset=\"utf-8\">\n<title>");
	buf_html(&job->buf, redirect->to);
	buf_text(&job->buf, "</title>\n<meta name=\"robots\" "
			    "content=\"noindex\">\n<meta "
			    "http-equiv=\"refresh\" content=\"0; url=");
	buf_html(&job->buf, to);
	buf_text(&job->buf, "\">\n<p><a href=\"");
	buf_html(&job->buf, to);
	buf_text(&job->buf, "\">");
	buf_html(&job->buf, redirect->to);
	buf_text(&job->buf, "</a></p>\n</html>\n");
	return put(job, path, buf_str(&job->buf));
}

/* "/some/where/" of base_url, or "/". */
static struct str root_path(const struct job *job)
{
	struct str url = job->b->w.site.base_url.str;
	struct str host = str_from_byte(url, str_find_str(url, STR("://")) +
						     strlen("://"));

	return str_find(host, '/') < host.len
		       ? str_from_byte(host, str_find(host, '/'))
		       : STR("/");
}

static int finish(struct build *b, double started)
{
	struct diag_style style = { .colour = isatty(STDERR_FILENO),
				    .json = b->w.options->json };
	struct diags *diags = b->w.diags;
	struct tree_summary summary = { 0 };
	int status;

	report_silence(diags, &b->w.site.check);
	status = diags_status(diags);
	if (b->w.options->compare)
		return compare(b, style);
	if (!status && b->tree && !tree_publish(b->tree, diags, &summary))
		status = diags_status(diags);
	if (b->w.options->said) {
		diags_merge(b->w.options->said, diags);
		return status;
	}
	if (status && !style.json) {
		size_t errors = diags_error_count(diags);

		diags_print(diags, stderr, style);
		fprintf(stderr, "paragone: %zu error%s; nothing was written\n",
			errors, errors == 1 ? "" : "s");
		return status;
	}
	diags_print(diags, stderr, style);
	if (!status)
		printf("%zu pages and %zu images of %zu comparison%s in %.2f "
		       "s: %zu files written, %zu unchanged, %zu removed\n",
		       atomic_load(&b->pages), atomic_load(&b->images),
		       b->w.site.slug_count,
		       b->w.site.slug_count == 1 ? "" : "s",
		       seconds() - started, summary.written, summary.unchanged,
		       summary.removed);
	return status;
}

/* Nothing is written: is the site there the one of this content? */
static int compare(struct build *b, struct diag_style style)
{
	struct diags *diags = b->w.diags;
	const char *out = b->w.options->out;
	int status;

	if (!diags_status(diags) && b->tree && !tree_is_published(b->tree)) {
		diag_error(diags, (struct place){ .file = out },
			   "this is not the site of %s", b->w.options->content);
		diag_hint(diags, "`paragone build %s -o %s` makes it so",
			  b->w.options->content, out);
	}
	status = diags_status(diags);
	diags_print(diags, stderr, style);
	return status;
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}
