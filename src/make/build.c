#include "make/build.h"

#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "draw/fonts.h"
#include "draw/scene_png.h"
#include "draw/text_measure.h"
#include "make/catalog.h"
#include "make/inputs.h"
#include "make/kept.h"
#include "make/part.h"
#include "model/host_limits.h"
#include "read/report.h"
#include "read/unread.h"
#include "view/finds_view.h"
#include "write/tree.h"

/*
 * Matrix, report and criteria name each source: with very many, these pages
 * are huge, and made one after the other, for the memory's sake.
 */
static const size_t SOURCES_SHARED = 4096;

/* One language's part of the site: the home page and what lists comparisons. */
struct edition {
	const struct workshop *w;
	size_t first;	      /* of its comparisons, which follow each other */
	struct index *index;  /* of what readers search for; or NULL */
	bool index_may_stand; /* nothing is added before it is known */
	struct str
		*finds; /* one a comparison, and its own: as a part has them */
	struct digest *sorted; /* of those that could be made */
	size_t sorted_count;
};

/* Of a manifest's inputs. */
enum { COUNT_COMPARISONS, COUNT_PAGES, COUNT_IMAGES, COUNT_FLAGS };
enum { FLAG_ADDRESS = 1, FLAG_FONTS = 2 /* of the machine */ };

struct build {
	struct workshop w;
	struct manifest_inputs inputs; /* taken before any was read */
	struct kept *kept; /* of the last build, and for the next; or NULL */
	struct edition *editions; /* of the workshop's; NULL: none is made */
	size_t comparisons;	  /* in all of them */
	struct tree *tree;	  /* NULL: nothing can be written, only read */
	struct digest
		*digests;      /* one a comparison; without a slug on failure */
	struct job *jobs;      /* as many as there may be */
	struct unread *unread; /* one a comparison, and one of the site: what
				* links to them is known at the end */
	struct part part;      /* of a shard */
	bool has_prints;       /* it is known what that is made of */
	atomic_size_t next, done, pages, images, pairs_left_out;
	bool terminal;
	pthread_mutex_t merge; /* of diagnostics, and of the part's sums */
	/*
	 * A job that finds no comparison left helps with the parts of
	 * another's, so that one alone keeps all processors busy.
	 */
	pthread_mutex_t help; /* of what follows, and of jobs' likewise */
	pthread_cond_t helped;
	size_t busy; /* jobs that may have parts to share yet */
};

/* What one thread works with. */
struct job {
	struct build *b;
	struct job *owner;  /* whose comparison it works at: mostly itself */
	struct arena kept;  /* for digests, to the end of the build */
	struct arena arena; /* of the comparison at hand */
	struct arena page;  /* of its page at hand */
	struct buf buf;	    /* of the file at hand */
	struct buf twin;    /* of its twin, made of those bytes */
	struct diags *diags;
	struct bench bench;
	atomic_size_t parts;	     /* of its comparison that were claimed */
	atomic_size_t pages, images; /* likewise: that were made */
	atomic_bool has_said;	     /* a helper had to say something of it */
	bool is_open;		     /* there may be more of them */
	bool is_spoilt;		     /* by a helper */
	size_t helpers;
};

static bool is_built(struct build *b, const struct order *order,
		     struct built *built);
static bool look(const struct order *order, struct manifest_inputs was,
		 int64_t time, struct hash *hash, bool *in_doubt);
static void settle(struct build *b, const struct order *order,
		   struct manifest_inputs was);
static void note_inputs(struct build *b, const struct built *built);
static void open_editions(struct build *b);
static void run_jobs(struct build *b);
static void *run_job(void *job);
static void tell(struct job *job);
static void release(struct job *job);
static void do_comparison(struct job *job, size_t number);
static bool take_kept(struct job *job, size_t number);
static void leave_kept(struct job *job, size_t number, struct str finds);
static void list_linked(struct job *job, struct kept_comparison *c);
static bool has_said(struct job *job);
static void count_files(struct job *job);
static bool make_parts(struct job *job);
static void help_others(struct job *job);
static struct job *open_job(struct build *b);
static void help(struct job *job, struct job *owner);
static void add_finds(struct job *job, struct edition *of, struct str *text);
static struct str finds_text(const struct build *b, const struct finds *finds,
			     struct arena *arena);
static struct catalog catalog_of(struct job *job);
static bool put(void *job, const struct item *item);
static bool put_bytes(struct job *job, const struct item *item,
		      struct str bytes, bool *already);
static bool leave(struct job *job, const struct item *item);
static void add_listed(struct job *job, const struct item *item, bool made);
static bool has_room(struct job *job, const struct item *item);
static bool put_kept(struct job *job, const struct item *item, struct hash key);
static bool make(struct job *job, const struct item *item, struct str *bytes);
static void show_progress(struct build *b);
static bool put_site(struct build *b);
static bool put_edition(struct job *job, size_t k);
static bool put_host(struct job *job);
static void sort_digests(struct build *b, struct edition *of);
static void add_site_finds(struct job *job, struct edition *of);
static bool keep_index(struct job *job, size_t k);
static void report_unread(struct job *job);
static bool is_published(void *context, struct str path);
static void finish(struct build *b, enum build_end end, struct built *built);
static void warn_of_host(struct build *b);
static bool has_pairs(const struct build *b);
static bool put_part(struct build *b, const struct built *built);
static void compare(struct build *b);

bool build(const struct order *order, enum build_end end, struct diags *diags,
	   struct built *built)
{
	struct build b = { .terminal = isatty(STDERR_FILENO) };
	bool readable;

	assert(order->jobs >= 0 && order->jobs <= JOBS_MOST);
	pthread_mutex_init(&b.merge, NULL);
	pthread_mutex_init(&b.help, NULL);
	pthread_cond_init(&b.helped, NULL);
	*built = (struct built){ 0 };
	if (order->strict)
		diags_set_strict(diags);
	if (end == BUILD_PUBLISH && is_built(&b, order, built)) {
		tree_close(b.tree);
		return true;
	}
	b.has_prints =
		order->shard.count && inputs_prints(order, &b.part.prints);
	readable = workshop_open(&b.w, order);
	if (b.kept && readable)
		kept_know(b.kept, &b.w);
	built->comparisons = b.w.site.slug_count;
	if (!b.w.ready) {
		tree_close(b.tree);
		b.tree = NULL;
	}
	if (readable) {
		open_editions(&b);
		if (b.w.ready && !b.tree)
			b.tree = tree_open(b.w.diags, order->out);
		run_jobs(&b);
		if (b.tree)
			put_site(&b);
	}
	finish(&b, end, built);
	diags_merge(diags, b.w.diags);
	tree_close(b.tree);
	for (size_t k = 0; b.editions && k <= b.w.edition_count; k++)
		index_free(b.editions[k].index);
	kept_free(b.kept);
	for (int i = 0; b.jobs && i < JOBS_MOST; i++)
		arena_release(&b.jobs[i].kept);
	pthread_mutex_destroy(&b.merge);
	pthread_mutex_destroy(&b.help);
	pthread_cond_destroy(&b.helped);
	workshop_close(&b.w);
	return diags_status(diags) == 0;
}

/*
 * Whether what stands there was made of the very same.  What can be opened is
 * kept; why something cannot is told when the content was read.
 */
static bool is_built(struct build *b, const struct order *order,
		     struct built *built)
{
	struct diags *unheard = diags_new();
	struct manifest_inputs was = { 0 };
	struct hash hash;
	bool in_doubt;

	b->tree = tree_open(unheard, order->out);
	diags_free(unheard);
	if (b->tree)
		was = tree_inputs(b->tree);
	if (was.time && look(order, was, was.time, &hash, &in_doubt) &&
	    hash_equals(hash, was.hash) &&
	    tree_stands(b->tree, &built->files.unchanged)) {
		built->comparisons = was.counts[COUNT_COMPARISONS];
		built->pages = was.counts[COUNT_PAGES];
		built->images = was.counts[COUNT_IMAGES];
		built->has_address = was.counts[COUNT_FLAGS] & FLAG_ADDRESS;
		if (in_doubt)
			settle(b, order, was);
		return true;
	}
	built->files.unchanged = 0;
	b->kept = kept_new(order, b->tree);
	b->inputs.time = kept_time(b->kept, &b->inputs.hash);
	return false;
}

/* At what the site is made of, and at the fonts if it asked for some. */
static bool look(const struct order *order, struct manifest_inputs was,
		 int64_t time, struct hash *hash, bool *in_doubt)
{
	bool ok = inputs_hash(order, time, hash, in_doubt);

	if (was.counts[COUNT_FLAGS] & FLAG_FONTS)
		hash_add(hash, fonts_machine_hash());
	return ok;
}

/*
 * What was new when the site was made is so no more: times will do for it from
 * now on, if it is still the same once they were taken.
 */
static void settle(struct build *b, const struct order *order,
		   struct manifest_inputs was)
{
	struct manifest_inputs now = was;
	struct hash again;
	bool in_doubt, ignored;

	now.time = inputs_now();
	if (look(order, was, now.time, &now.hash, &in_doubt) && !in_doubt &&
	    look(order, was, was.time, &again, &ignored) &&
	    hash_equals(again, was.hash))
		tree_note_inputs(b->tree, now);
}

/*
 * A warning must be said again each time, and pairs that are left out, and so
 * the site be made again.
 */
static void note_inputs(struct build *b, const struct built *built)
{
	struct hash fonts;

	if (!b->kept || !kept_fonts(b->kept, &fonts))
		return;
	tree_set_kept(b->tree, kept_text(b->kept, b->tree));
	if (!b->inputs.time || diags_error_count(b->w.diags) ||
	    diags_warning_count(b->w.diags) || built->pairs_left_out)
		return;
	hash_add(&b->inputs.hash, fonts);
	b->inputs.counts[COUNT_COMPARISONS] = built->comparisons;
	b->inputs.counts[COUNT_PAGES] = built->pages;
	b->inputs.counts[COUNT_IMAGES] = built->images;
	b->inputs.counts[COUNT_FLAGS] =
		(built->has_address ? FLAG_ADDRESS : 0) |
		(fonts.high || fonts.low ? FLAG_FONTS : 0);
	tree_set_inputs(b->tree, b->inputs);
}

/* A shard makes no index: merging does. */
static void open_editions(struct build *b)
{
	struct arena *arena = &b->w.arena;

	b->editions =
		arena_array(arena, struct edition, b->w.edition_count + 1);
	for (size_t k = 0; k <= b->w.edition_count; k++) {
		struct edition *of = &b->editions[k];

		of->w = workshop_edition(&b->w, k);
		of->first = b->comparisons;
		of->finds = arena_array(arena, struct str,
					of->w->site.slug_count + 1);
		of->index = b->w.order->shard.count ? NULL : index_new();
		of->index_may_stand = b->kept && kept_has_index(b->kept, k);
		b->comparisons += of->w->site.slug_count;
	}
	b->digests = arena_array(arena, struct digest, b->comparisons);
	b->unread = arena_array(arena, struct unread, b->comparisons + 1);
}

static void run_jobs(struct build *b)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	int count = b->w.order->jobs ? b->w.order->jobs : (int)processors;
	pthread_t threads[JOBS_MOST];
	int started = 0;

	if (count > JOBS_MOST)
		count = JOBS_MOST;
	b->jobs = arena_array(&b->w.arena, struct job, JOBS_MOST);
	for (int i = 0; i < JOBS_MOST; i++)
		b->jobs[i] = (struct job){ .b = b, .owner = &b->jobs[i] };
	b->busy = (size_t)count;
	while (started < count &&
	       pthread_create(&threads[started], NULL, run_job,
			      &b->jobs[started]) == 0)
		started++;
	pthread_mutex_lock(&b->help);
	b->busy -= (size_t)(count - (started ? started : 1));
	pthread_cond_broadcast(&b->helped);
	pthread_mutex_unlock(&b->help);
	if (!started)
		run_job(&b->jobs[0]);
	for (int i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
}

static void *run_job(void *context)
{
	struct job *job = context;
	struct build *b = job->b;
	size_t number;

	job->diags = diags_new();
	while ((number = atomic_fetch_add(&b->next, 1)) < b->comparisons) {
		do_comparison(job, number);
		atomic_fetch_add(&b->done, 1);
		show_progress(b);
		tell(job);
		arena_reset(&job->arena);
	}
	help_others(job);
	release(job);
	scene_png_end_thread();
	text_measure_end_thread();
	return NULL;
}

static void release(struct job *job)
{
	diags_free(job->diags);
	buf_release(&job->buf);
	buf_release(&job->twin);
	arena_release(&job->arena);
	arena_release(&job->page);
}

static void tell(struct job *job)
{
	pthread_mutex_lock(&job->b->merge);
	diags_merge(job->b->w.diags, job->diags);
	pthread_mutex_unlock(&job->b->merge);
}

/* Pages are made only when everything before went well. */
static void do_comparison(struct job *job, size_t number)
{
	struct build *b = job->b;
	struct catalog catalog = catalog_of(job);
	size_t slug = number, k = workshop_edition_of(&b->w, &slug);
	struct edition *of = &b->editions[k];
	bool ok;

	if (take_kept(job, number))
		return;
	ok = bench_set_up(&job->bench, of->w, slug, job->diags, &job->arena);
	atomic_store(&job->has_said, false);
	if (!ok || !b->tree || !make_parts(job) ||
	    !catalog_linked(&catalog, &job->bench))
		return;
	add_finds(job, of, &of->finds[slug]);
	b->digests[number] =
		digest_of(&job->bench.subject, job->bench.colors, &job->kept);
	/* The editions share pairs and files. */
	if (!k) {
		atomic_fetch_add(&b->pairs_left_out, job->bench.r->pairs.thin);
		unread_in_comparison(&b->w.site, b->w.site.slugs[slug],
				     &b->unread[slug], &job->kept);
	}
	if (b->kept && !has_said(job))
		leave_kept(job, number, of->finds[slug]);
	count_files(job);
}

/* One that has not changed is not read. */
static bool take_kept(struct job *job, size_t number)
{
	struct build *b = job->b;
	size_t slug = number, k = workshop_edition_of(&b->w, &slug);
	struct kept_comparison c;
	bool ok;

	if (!b->kept || !b->tree ||
	    !kept_take(b->kept, number, b->tree, job->diags, &c, &job->kept,
		       &ok))
		return false;
	b->digests[number] = c.digest;
	b->unread[number] = (struct unread){ c.unread, c.unread_count };
	b->editions[k].finds[slug] = c.finds;
	atomic_fetch_add(&b->pages, c.pages);
	atomic_fetch_add(&b->images, c.images);
	return true;
}

/* What was said must be said again, and so its comparison be made. */
static bool has_said(struct job *job)
{
	return atomic_load(&job->has_said) || diags_error_count(job->diags) ||
	       diags_warning_count(job->diags) || job->bench.r->pairs.thin;
}

static void leave_kept(struct job *job, size_t number, struct str finds)
{
	struct build *b = job->b;
	struct kept_comparison c = {
		.pages = atomic_load(&job->pages),
		.images = atomic_load(&job->images),
		.unread = b->unread[number].paths,
		.unread_count = b->unread[number].count,
		.finds = finds,
		.digest = b->digests[number],
	};

	list_linked(job, &c);
	kept_leave(b->kept, number, &c, &job->kept);
}

/* Where others' files stood at their paths, they are not in the site. */
static void list_linked(struct job *job, struct kept_comparison *c)
{
	struct build *b = job->b;
	struct arena *arena = &job->arena;

	for (size_t i = 0; i < job->bench.file_count; i++) {
		struct str file = job->bench.files[i];
		struct str origin =
			str_from(path_join(b->w.site.dir, file, arena));

		for (int twin = -1; twin < TWIN_COUNT; twin++) {
			struct str ending =
				twin < 0 ? STR("")
					 : str_from(twin_ending(twin));
			struct str path = ARENA_JOIN(
				arena, job->bench.w->prefix, file, ending);

			if (tree_has_from(b->tree, path, origin))
				*arena_push(arena, c->linked, c->linked_count) =
					(struct kept_file){ path, file };
		}
	}
}

static void count_files(struct job *job)
{
	atomic_fetch_add(&job->b->pages, atomic_exchange(&job->pages, 0));
	atomic_fetch_add(&job->b->images, atomic_exchange(&job->images, 0));
}

/* What comes behind the parts needs all of them: it waits for helpers. */
static bool make_parts(struct job *job)
{
	struct build *b = job->b;
	struct catalog catalog = catalog_of(job);
	bool ok;

	pthread_mutex_lock(&b->help);
	atomic_store(&job->parts, 0);
	job->is_open = job->bench.c.source_count <= SOURCES_SHARED;
	job->is_spoilt = false;
	pthread_cond_broadcast(&b->helped);
	pthread_mutex_unlock(&b->help);
	ok = catalog_parts(&catalog, &job->bench, &job->parts);
	pthread_mutex_lock(&b->help);
	job->is_open = false;
	while (job->helpers)
		pthread_cond_wait(&b->helped, &b->help);
	ok &= !job->is_spoilt;
	pthread_mutex_unlock(&b->help);
	return ok;
}

/* Until none has anything left to share. */
static void help_others(struct job *job)
{
	struct build *b = job->b;
	struct job *owner;

	pthread_mutex_lock(&b->help);
	b->busy--;
	while (b->busy) {
		owner = open_job(b);
		if (owner)
			help(job, owner);
		else
			pthread_cond_wait(&b->helped, &b->help);
	}
	pthread_cond_broadcast(&b->helped);
	pthread_mutex_unlock(&b->help);
}

static struct job *open_job(struct build *b)
{
	for (size_t i = 0; i < JOBS_MOST; i++)
		if (b->jobs[i].is_open)
			return &b->jobs[i];
	return NULL;
}

/* With the lock held, which is let go meanwhile. */
static void help(struct job *job, struct job *owner)
{
	struct build *b = job->b;
	struct catalog catalog = catalog_of(job);
	bool ok;

	owner->helpers++;
	job->owner = owner;
	pthread_mutex_unlock(&b->help);
	ok = catalog_parts(&catalog, &owner->bench, &owner->parts);
	if (diags_error_count(job->diags) || diags_warning_count(job->diags))
		atomic_store(&owner->has_said, true);
	tell(job);
	arena_reset(&job->arena);
	pthread_mutex_lock(&b->help);
	owner->is_open = false; /* all parts are claimed */
	owner->is_spoilt |= !ok;
	owner->helpers--;
	pthread_cond_broadcast(&b->helped);
}

static void add_finds(struct job *job, struct edition *of, struct str *text)
{
	struct finds finds = finds_of(&job->bench.subject, &job->page);
	size_t count = of->index_may_stand ? 0 : finds.count;

	for (size_t i = 0; of->index && i < count; i++)
		index_add(of->index, &finds.items[i], &job->page);
	*text = finds_text(job->b, &finds, &job->kept);
	arena_reset(&job->page);
}

/* A shard has its share of them, by their addresses. */
static struct str finds_text(const struct build *b, const struct finds *finds,
			     struct arena *arena)
{
	struct buf buf = { 0 };
	struct str text;

	for (size_t i = 0; i < finds->count; i++)
		if (shard_has(b->w.order->shard, finds->items[i].url))
			part_put_find(&finds->items[i], &buf);
	text = buf_copy(&buf, arena);
	buf_release(&buf);
	return text;
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

/* Adds an item to the tree, and then its twins. */
static bool put(void *context, const struct item *item)
{
	struct job *job = context;
	struct build *b = job->b;
	struct catalog catalog = catalog_of(job);
	struct hash key;
	struct str bytes;
	bool already;

	if (item->is_spare && tree_has(b->tree, item->path))
		return true;
	if (item->redirect && !has_room(job, item))
		return false;
	if (item->redirect && host_redirects(&b->w.site.publish))
		return true;
	if (!shard_has(b->w.order->shard, item->path))
		return leave(job, item);
	add_listed(job, item, true);
	if (item->kind == ITEM_PAGE)
		atomic_fetch_add(&job->owner->pages, 1);
	if (item->scene)
		atomic_fetch_add(&job->owner->images, 1);
	if (item_key(item, &key))
		return put_kept(job, item, key);
	return make(job, item, &bytes) &&
	       put_bytes(job, item, bytes, &already) &&
	       (already || (catalog_twins(&catalog, item, bytes) &&
			    catalog_markdown(&catalog, item, bytes)));
}

/* Several comparisons may link to one file: the first of them puts it. */
static bool put_bytes(struct job *job, const struct item *item,
		      struct str bytes, bool *already)
{
	struct tree *tree = job->b->tree;

	*already = false;
	return item->is_spare ? tree_put_spare(tree, job->diags, item->path,
					       bytes, item->origin, already)
			      : tree_put(tree, job->diags, item->path, bytes,
					 item->origin);
}

/* What another shard makes has its place all the same. */
static bool leave(struct job *job, const struct item *item)
{
	struct tree *tree = job->b->tree;
	struct str twin = STR("");

	if (item->kind == ITEM_PAGE)
		twin = catalog_markdown_path(item->path, &job->page);
	add_listed(job, item, false);
	return tree_leave(tree, job->diags, item->path, item->origin) &&
	       (!twin.len || tree_leave(tree, job->diags, twin, item->origin));
}

/* A page's twin in Markdown comes with it. */
static void add_listed(struct job *job, const struct item *item, bool made)
{
	struct build *b = job->b;
	bool is_twin = item->kind == ITEM_TWIN || item->kind == ITEM_MARKDOWN;

	if (!b->w.order->shard.count || is_twin)
		return;
	pthread_mutex_lock(&b->merge);
	path_sum_add(&b->part.listed, item->path);
	if (made)
		path_sum_add(&b->part.made, item->path);
	pthread_mutex_unlock(&b->merge);
}

/* An address of old hides none of today's. */
static bool has_room(struct job *job, const struct item *item)
{
	const struct redirect *redirect = item->redirect;
	struct str other = tree_obstacle(job->b->tree, item->path);

	if (!other.len)
		return true;
	if (str_equals(other, item->path))
		return diag_error(job->diags, redirect->at,
				  "there is a page at \"%.*s\" today",
				  STR_ARG(redirect->from));
	return diag_error(job->diags, redirect->at,
			  "the alias \"%.*s\" would stand where the site has "
			  "\"%.*s\"",
			  STR_ARG(redirect->from), STR_ARG(other));
}

/* Taken from the old site when it is there as it would be made. */
static bool put_kept(struct job *job, const struct item *item, struct hash key)
{
	struct tree *tree = job->b->tree;
	struct str bytes;

	return tree_keep(tree, job->diags, item->path, key, item->origin) ||
	       (make(job, item, &bytes) &&
		tree_put_made(tree, job->diags, item->path, bytes, key,
			      item->origin));
}

static bool make(struct job *job, const struct item *item, struct str *bytes)
{
	struct buf *buf = item->kind == ITEM_TWIN ? &job->twin : &job->buf;

	return item_make(item, item->w, job->diags, &job->page, buf, bytes);
}

static void show_progress(struct build *b)
{
	if (b->terminal && b->w.site.slug_count > 20)
		fprintf(stderr, "\r%zu of %zu comparisons ",
			atomic_load(&b->done), b->w.site.slug_count);
}

static bool put_site(struct build *b)
{
	struct job job = { .b = b, .owner = &job, .diags = diags_new() };
	bool ok = true;

	memory_give_back(); /* of the comparisons: lists of pages are long, too */
	if (b->terminal && b->w.site.slug_count > 20)
		fputs("\r\033[K", stderr);
	for (size_t k = 0; k <= b->w.edition_count; k++)
		ok &= put_edition(&job, k);
	ok &= put_host(&job);
	count_files(&job);
	ok &= redirects_check(job.diags, b->w.redirects, b->w.redirect_count);
	if (ok)
		report_unread(&job);
	diags_merge(b->w.diags, job.diags);
	release(&job);
	return ok;
}

static bool put_edition(struct job *job, size_t k)
{
	struct build *b = job->b;
	struct edition *of = &b->editions[k];
	struct catalog catalog = catalog_of(job);
	bool ok;

	sort_digests(b, of);
	add_site_finds(job, of);
	ok = keep_index(job, k);
	catalog.w = of->w;
	catalog.index = of->index;
	return catalog_site(&catalog, of->sorted, of->sorted_count) && ok;
}

static bool put_host(struct job *job)
{
	struct build *b = job->b;
	struct catalog catalog = catalog_of(job);
	size_t count = b->w.edition_count + 1;
	struct host_edition *editions =
		arena_array(&job->arena, struct host_edition, count);

	for (size_t k = 0; k < count; k++)
		editions[k] = (struct host_edition){
			b->editions[k].w->prefix,
			b->editions[k].sorted,
			b->editions[k].sorted_count,
		};
	return catalog_host(&catalog, editions, count);
}

static void sort_digests(struct build *b, struct edition *of)
{
	size_t most = of->w->site.slug_count;

	of->sorted = arena_array(&b->w.arena, struct digest, most);
	for (size_t i = of->first; i < of->first + most; i++)
		if (b->digests[i].slug.len)
			of->sorted[of->sorted_count++] = b->digests[i];
	digests_sort(of->sorted, of->sorted_count);
}

static void add_site_finds(struct job *job, struct edition *of)
{
	struct build *b = job->b;
	const struct site *site = &of->w->site;
	size_t count;
	struct tag *tags =
		tags_of(of->sorted, of->sorted_count, &count, &job->arena);
	struct finds finds = finds_of_site(site, tags, count, &job->arena);

	of->finds[site->slug_count] = finds_text(b, &finds, &b->w.arena);
}

/* Where there is nothing else to find, the index is the one of before. */
static bool keep_index(struct job *job, size_t k)
{
	struct build *b = job->b;
	struct edition *of = &b->editions[k];
	size_t count = of->w->site.slug_count;
	bool ok = true;

	if (!b->kept || !of->index)
		return true;
	if (kept_take_index(b->kept, k, of->finds, count + 1, b->tree,
			    job->diags, &ok)) {
		index_free(of->index);
		of->index = NULL;
		return ok;
	}
	for (size_t i = 0; of->index_may_stand && i < count; i++) {
		struct str rest = of->finds[i];
		struct find find;

		while (part_next_find(&rest, &find, &job->page))
			index_add(of->index, &find, &job->page);
		arena_reset(&job->page);
	}
	return ok;
}

/* A file may be linked to from any page, so only now this can be said. */
static void report_unread(struct job *job)
{
	struct build *b = job->b;
	size_t count = b->comparisons;

	unread_in_site(&b->w.site, &b->unread[count], &job->arena);
	unread_report(job->diags, &b->w.site, b->unread, count + 1,
		      is_published, job, &job->arena);
}

/* The site may have a page of its own where the file would be. */
static bool is_published(void *context, struct str path)
{
	struct job *job = context;
	struct build *b = job->b;
	const char *file = path_join(b->w.site.dir, path, &job->arena);
	bool is = false;

	for (size_t k = 0; k <= b->w.edition_count && !is; k++)
		is = tree_has_from(b->tree,
				   ARENA_JOIN(&job->arena,
					      b->editions[k].w->prefix, path),
				   str_from(file));
	return is;
}

static void finish(struct build *b, enum build_end end, struct built *built)
{
	struct diags *diags = b->w.diags;

	if (b->tree && !diags_status(diags))
		warn_of_host(b);
	report_silence(diags, &b->w.site.check);
	if (diags_status(diags) != 3)
		diag_doubt(diags);
	built->pages = atomic_load(&b->pages);
	built->images = atomic_load(&b->images);
	built->pairs_left_out = atomic_load(&b->pairs_left_out);
	built->has_address = b->w.site.base_url.str.len > 0;
	if (diags_status(diags) || !b->tree)
		return;
	if (end == BUILD_COMPARE) {
		compare(b);
		return;
	}
	note_inputs(b, built);
	if (b->w.order->shard.count && !put_part(b, built))
		return;
	tree_publish(b->tree, diags, &built->files);
}

/* Publishing would be refused: better to know before. */
static void warn_of_host(struct build *b)
{
	const struct publishing *where = &b->w.site.publish;
	const struct host_limits *limits = host_limits_of(where);
	size_t count = tree_files(b->tree)->count;

	if (!limits || !limits->files || count <= limits->files)
		return;
	diag_warning(b->w.diags, where->host.at,
		     "%s takes %zu files, and the site has %zu", limits->host,
		     limits->files, count);
	if (has_pairs(b))
		diag_hint(b->w.diags,
			  "compare/ sets any options side by side without a "
			  "page for each pair: ask for fewer, as `pairs: "
			  "{top: 10}` does");
}

static bool has_pairs(const struct build *b)
{
	for (size_t i = 0; i < b->w.site.slug_count; i++)
		if (b->digests[i].pairs.count)
			return true;
	return false;
}

/* What the merging of all parts wants to know of this one. */
static bool put_part(struct build *b, const struct built *built)
{
	const struct publishing *where = &b->w.site.publish;
	struct part *part = &b->part;
	struct buf buf = { 0 };
	bool ok;

	if (!b->has_prints)
		return diag_failure(b->w.diags,
				    "%s: not all that the site is made of can "
				    "be read",
				    b->w.order->content);
	part->shard = b->w.order->shard;
	part->comparisons = built->comparisons;
	part->pages = built->pages;
	part->images = built->images;
	part->pairs_left_out = built->pairs_left_out;
	part->has_address = built->has_address;
	part->twins[TWIN_GZIP] = where->gzip;
	part->twins[TWIN_BROTLI] = where->brotli;
	part->index_count = b->w.edition_count + 1;
	part->indexes =
		arena_array(&b->w.arena, struct part_index, part->index_count);
	for (size_t k = 0; k < part->index_count; k++) {
		const struct edition *of = &b->editions[k];

		part->indexes[k] = (struct part_index){
			of->w->prefix,
			arena_join(&b->w.arena, of->finds,
				   of->w->site.slug_count + 1),
		};
	}
	part_print(part, &buf);
	ok = tree_put(b->tree, b->w.diags, STR(PART_NAME), buf_str(&buf),
		      str_from(b->w.order->content));
	buf_release(&buf);
	return ok;
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
