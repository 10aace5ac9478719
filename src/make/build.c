#include "make/build.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/bidi.h"
#include "base/file.h"
#include "draw/scene_hash.h"
#include "draw/scene_png.h"
#include "draw/text_measure.h"
#include "make/catalog.h"
#include "make/host.h"
#include "make/page.h"
#include "read/report.h"
#include "read/unread.h"
#include "write/tree.h"
#include "write/twin.h"

/* Files that nothing reads; what links to them is known at the end. */
struct unread {
	struct str *paths;
	size_t count;
};

struct build {
	struct workshop w;
	struct tree *tree;	/* NULL: nothing can be written, only read */
	struct digest *digests; /* one a slug; its slug is empty on failure */
	struct arena *digest_arenas; /* one a job */
	struct unread *unread;	     /* one a slug, and one of the site */
	atomic_size_t next, done, pages, images;
	bool terminal;
	pthread_mutex_t merge; /* of diagnostics */
};

struct job {
	struct build *b;
	struct arena *kept; /* for digests */
	struct arena arena; /* of the comparison at hand */
	struct arena page;  /* of its page at hand */
	struct buf buf;
	struct diags *diags;
	struct bench bench;
};

static void run_jobs(struct build *b);
static void *run_job(void *build);
static void do_comparison(struct job *job, size_t slug);
static struct catalog catalog_of(struct job *job);
static bool put(void *job, const struct item *item);
static bool put_bytes(struct job *job, struct str path, struct str bytes);
static bool put_twins(struct job *job, const struct item *item,
		      struct str bytes);
static bool put_picture(struct job *job, const struct item *item);
static bool make(struct job *job, const struct item *item, struct str *bytes);
static void show_progress(struct build *b);
static bool put_site(struct build *b);
static void sort_digests(struct build *b, struct digest *sorted, size_t *count);
static void report_unread(struct job *job);
static bool is_published(void *context, struct str path);
static bool put_hosting(struct job *job);
static void collect_redirects(struct job *job, struct redirect **redirects,
			      size_t *count);
static void add_redirects(struct job *job, const struct text *aliases,
			  size_t alias_count, struct str to,
			  struct redirect **redirects, size_t *count);
static bool check_redirects(struct job *job, const struct redirect *redirects,
			    size_t count);
static bool has_room(struct job *job, const struct redirect *redirect);
static int compare_redirects(const void *one, const void *other);
static bool put_stub(struct job *job, const struct redirect *redirect);
static void finish(struct build *b, enum build_end end, struct built *built);
static void compare(struct build *b);

bool build(const struct order *order, enum build_end end, struct diags *diags,
	   struct built *built)
{
	struct build b = { .terminal = isatty(STDERR_FILENO) };
	bool readable = workshop_open(&b.w, order);
	size_t slugs = b.w.site.slug_count;

	pthread_mutex_init(&b.merge, NULL);
	*built = (struct built){ .comparisons = slugs };
	if (readable) {
		b.digests = arena_array(&b.w.arena, struct digest, slugs);
		b.unread = arena_array(&b.w.arena, struct unread, slugs + 1);
		b.tree = b.w.ready ? tree_open(b.w.diags, order->out) : NULL;
		run_jobs(&b);
		if (b.tree)
			put_site(&b);
	}
	finish(&b, end, built);
	diags_merge(diags, b.w.diags);
	tree_close(b.tree);
	for (int i = 0; b.digest_arenas && i < JOBS_MOST; i++)
		arena_release(&b.digest_arenas[i]);
	pthread_mutex_destroy(&b.merge);
	workshop_close(&b.w);
	return diags_status(diags) == 0;
}

static void run_jobs(struct build *b)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	int jobs = b->w.order->jobs ? b->w.order->jobs : (int)processors;
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
	arena_release(&job.page);
	scene_png_end_thread();
	text_measure_end_thread();
	return NULL;
}

/* Pages are made only when everything before went well. */
static void do_comparison(struct job *job, size_t slug)
{
	struct build *b = job->b;
	struct catalog catalog = catalog_of(job);
	bool ok =
		bench_set_up(&job->bench, &b->w, slug, job->diags, &job->arena);

	if (!ok || !b->tree)
		return;
	ok = catalog_comparison(&catalog, &job->bench);
	if (!ok)
		return;
	b->digests[slug] =
		digest_of(&job->bench.subject, job->bench.colors, job->kept);
	unread_in_comparison(&b->w.site, b->w.site.slugs[slug],
			     &b->unread[slug].paths, &b->unread[slug].count,
			     job->kept);
}

static struct catalog catalog_of(struct job *job)
{
	return (struct catalog){
		.w = &job->b->w,
		.arena = &job->arena,
		.page = &job->page,
		.visit = put,
		.context = job,
	};
}

/* Adds an item to the tree; a picture only when it has changed. */
static bool put(void *context, const struct item *item)
{
	struct job *job = context;
	struct tree *tree = job->b->tree;
	struct str bytes;

	if (item->is_spare && tree_has(tree, item->path))
		return true;
	if (item->kind == ITEM_PAGE)
		atomic_fetch_add(&job->b->pages, 1);
	if (item->scene)
		atomic_fetch_add(&job->b->images, 1);
	if (item->kind == ITEM_PNG || item->kind == ITEM_PDF)
		return put_picture(job, item);
	return make(job, item, &bytes) &&
	       tree_put(tree, job->diags, item->path, bytes, item->origin) &&
	       put_twins(job, item, bytes);
}

/* Bytes that may lie in the job's buffer, which is emptied for each item. */
static bool put_bytes(struct job *job, struct str path, struct str bytes)
{
	struct item item = {
		.kind = ITEM_BYTES,
		.path = path,
		.origin = str_from(job->b->w.order->content),
		.bytes = arena_str(&job->arena, bytes),
	};

	return put(job, &item);
}

/* Compressed beforehand, for servers that send those. */
static bool put_twins(struct job *job, const struct item *item,
		      struct str bytes)
{
	const struct publishing *where = &job->b->w.site.publish;
	struct str path = item->path, origin = item->origin;
	bool ok = true;

	for (int kind = 0; kind < TWIN_COUNT; kind++) {
		bool wanted = kind == TWIN_GZIP ? where->gzip : where->brotli;
		struct str name = ARENA_JOIN(&job->page, path,
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

/* Drawn only when it is not there as it would be drawn. */
static bool put_picture(struct job *job, const struct item *item)
{
	struct tree *tree = job->b->tree;
	struct hash key = scene_hash(item->scene, item->palette,
				     item->kind == ITEM_PNG ? "png" : "pdf", 1);
	struct str bytes;

	return tree_keep(tree, item->path, key, item->origin) ||
	       (make(job, item, &bytes) &&
		tree_put_made(tree, job->diags, item->path, bytes, key,
			      item->origin));
}

static bool make(struct job *job, const struct item *item, struct str *bytes)
{
	return item_make(item, &job->b->w, job->diags, &job->page, &job->buf,
			 bytes);
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
	struct catalog catalog = catalog_of(&job);
	bool ok;

	if (b->terminal && b->w.site.slug_count > 20)
		fputs("\r\033[K", stderr);
	sort_digests(b, sorted, &count);
	ok = catalog_site(&catalog, sorted, count);
	ok &= put_hosting(&job);
	if (ok)
		report_unread(&job);
	diags_merge(b->w.diags, job.diags);
	diags_free(job.diags);
	buf_release(&job.buf);
	arena_release(&job.arena);
	arena_release(&job.page);
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

/* A file may be linked to from any page, so only now this can be said. */
static void report_unread(struct job *job)
{
	struct build *b = job->b;
	size_t count = b->w.site.slug_count;

	unread_in_site(&b->w.site, &b->unread[count].paths,
		       &b->unread[count].count, &job->arena);
	for (size_t i = 0; i <= count; i++)
		unread_report(job->diags, &b->w.site, b->unread[i].paths,
			      b->unread[i].count, is_published, job,
			      &job->arena);
}

/* The site may have a page of its own where the file would be. */
static bool is_published(void *context, struct str path)
{
	struct job *job = context;
	const char *file = path_join(job->b->w.site.dir, path, &job->arena);

	return tree_has_from(job->b->tree, path, str_from(file));
}

/* What the host of the site wants besides, unless static/ has its own. */
static bool put_hosting(struct job *job)
{
	const struct publishing *where = &job->b->w.site.publish;
	struct redirect *redirects = NULL;
	size_t count = 0;
	bool ok = true;

	if (where->domain.str.len && !tree_has(job->b->tree, STR("CNAME")))
		ok = put_bytes(job, STR("CNAME"),
			       arena_printf(&job->arena, "%.*s\n",
					    STR_ARG(where->domain.str)));
	collect_redirects(job, &redirects, &count);
	if (!check_redirects(job, redirects, count))
		return false;
	if (str_is(where->host.str, "nginx")) {
		buf_reset(&job->buf);
		host_nginx(&job->b->w.site, redirects, count,
			   workshop_root_path(&job->b->w), &job->buf);
		return ok &
		       put_bytes(job, STR(".nginx.conf"), buf_str(&job->buf));
	}
	if (!host_reads_files(where)) {
		for (size_t i = 0; i < count; i++)
			ok &= has_room(job, &redirects[i]) &&
			      put_stub(job, &redirects[i]);
		return ok;
	}
	buf_reset(&job->buf);
	host_headers(&job->b->w.site.policy, &job->buf);
	if (!tree_has(job->b->tree, STR("_headers")))
		ok &= put_bytes(job, STR("_headers"), buf_str(&job->buf));
	buf_reset(&job->buf);
	host_redirects(redirects, count, workshop_root_path(&job->b->w),
		       &job->buf);
	if (count && !tree_has(job->b->tree, STR("_redirects")))
		ok &= put_bytes(job, STR("_redirects"), buf_str(&job->buf));
	return ok;
}

static void collect_redirects(struct job *job, struct redirect **redirects,
			      size_t *count)
{
	const struct workshop *w = &job->b->w;

	for (size_t i = 0; i < w->site.page_count; i++)
		add_redirects(job, w->site.pages[i].aliases,
			      w->site.pages[i].alias_count,
			      arena_printf(&job->arena, "%.*s.html",
					   STR_ARG(w->site.pages[i].name)),
			      redirects, count);
	for (size_t i = 0; i < w->site.slug_count; i++)
		add_redirects(job, w->heads[i].aliases, w->heads[i].alias_count,
			      arena_printf(&job->arena, "%.*s/",
					   STR_ARG(w->site.slugs[i])),
			      redirects, count);
}

static void add_redirects(struct job *job, const struct text *aliases,
			  size_t alias_count, struct str to,
			  struct redirect **redirects, size_t *count)
{
	for (size_t i = 0; i < alias_count; i++) {
		struct str from = aliases[i].str;
		const char *file;

		if (str_starts(from, "/"))
			from = str_from_byte(from, 1);
		file = str_ends(from, ".html") ? ""
		       : str_ends(from, "/")   ? "index.html"
					       : "/index.html";
		*arena_push(&job->arena, *redirects, *count) =
			(struct redirect){
				.from = from,
				.to = to,
				.path = arena_printf(&job->arena, "%.*s%s",
						     STR_ARG(from), file),
				.at = aliases[i].at,
			};
	}
}

/* An address of old leads to one page, and hides none of today's. */
static bool check_redirects(struct job *job, const struct redirect *redirects,
			    size_t count)
{
	const struct redirect **sorted =
		arena_array(&job->arena, const struct redirect *, count);
	bool ok = true;

	for (size_t i = 0; i < count; i++) {
		sorted[i] = &redirects[i];
		ok &= has_room(job, &redirects[i]);
	}
	if (count)
		qsort(sorted, count, sizeof(*sorted), compare_redirects);
	for (size_t i = 1; i < count; i++)
		if (str_equals(sorted[i - 1]->path, sorted[i]->path))
			ok = diag_error(job->diags, sorted[i]->at,
					"\"%.*s\" is an alias already, in %s",
					STR_ARG(sorted[i]->from),
					sorted[i - 1]->at.file);
	return ok;
}

static bool has_room(struct job *job, const struct redirect *redirect)
{
	struct str other = tree_obstacle(job->b->tree, redirect->path);

	if (!other.len)
		return true;
	if (str_equals(other, redirect->path))
		return diag_error(job->diags, redirect->at,
				  "there is a page at \"%.*s\" today",
				  STR_ARG(redirect->from));
	return diag_error(job->diags, redirect->at,
			  "the alias \"%.*s\" would stand where the site has "
			  "\"%.*s\"",
			  STR_ARG(redirect->from), STR_ARG(other));
}

/* Equals stay in the order of their places, so that the same one is told. */
static int compare_redirects(const void *one, const void *other)
{
	const struct redirect *a = *(const struct redirect *const *)one;
	const struct redirect *b = *(const struct redirect *const *)other;
	int order = str_compare(a->path, b->path);

	return order ? order : a < b ? -1 : a > b;
}

/* A page that sends the reader on, for hosts that cannot. */
static bool put_stub(struct job *job, const struct redirect *redirect)
{
	struct str path = redirect->path;
	struct str to = ARENA_JOIN(
		&job->arena, page_root(path.ptr, &job->arena), redirect->to,
		str_ends(redirect->to, "/") ? STR("index.html") : STR(""));

	buf_reset(&job->buf);
	buf_text(&job->buf, "<!DOCTYPE html>\n<html lang=\"");
	buf_html(&job->buf, job->b->w.site.language.str);
	buf_text(&job->buf, bidi_is_rtl(job->b->w.site.language.str)
				    ? "\" dir=\"rtl\">\n"
				    : "\">\n");
	buf_text(&job->buf, "<meta charset=\"utf-8\">\n<meta "
			    "http-equiv=\"Content-Security-Policy\" "
			    "content=\"");
	buf_html(&job->buf, job->b->w.frame.policy);
	buf_text(&job->buf, "\">\n<title>");
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
	return put_bytes(job, path, buf_str(&job->buf));
}

static void finish(struct build *b, enum build_end end, struct built *built)
{
	struct diags *diags = b->w.diags;

	report_silence(diags, &b->w.site.check);
	if (diags_status(diags) != 3)
		diag_doubt(diags);
	built->pages = atomic_load(&b->pages);
	built->images = atomic_load(&b->images);
	built->has_address = b->w.site.base_url.str.len > 0;
	if (diags_status(diags) || !b->tree)
		return;
	if (end == BUILD_PUBLISH)
		tree_publish(b->tree, diags, &built->files);
	else
		compare(b);
}

/* Nothing is written: is the site there the one of this content? */
static void compare(struct build *b)
{
	const struct order *order = b->w.order;

	if (tree_is_published(b->tree))
		return;
	diag_error(b->w.diags, (struct place){ .file = order->out },
		   "this is not the site of %s", order->content);
	diag_hint(b->w.diags, "`paragone build %s -o %s` makes it so",
		  order->content, order->out);
}
