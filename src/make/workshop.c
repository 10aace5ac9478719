#include "make/workshop.h"

#include <assert.h>

#include "base/address.h"
#include "base/file.h"
#include "base/root_mark.h"

#include <string.h>

#include "base/hash.h"
#include "make/glyphs.h"
#include "make/page.h"
#include "make/svg_clean.h"
#include "read/columns.h"
#include "read/content.h"
#include "view/comparison_view.h"
#include "view/data_view.h"
#include "view/poster_view.h"
#include "view/tags.h"

static struct page_job job_of(const struct workshop *w,
			      const struct page *page);
static struct str root_path(const struct workshop *w);
static struct str read_logo(const struct bench *bench, struct str path,
			    struct arena *arena);
static bool read_heads(struct workshop *w);
static void dress(struct workshop *w);
static void override_base_url(struct workshop *w);

bool workshop_open(struct workshop *w, const struct order *order)
{
	*w = (struct workshop){ .order = order, .diags = diags_new() };
	if (order->strict)
		diags_set_strict(w->diags);
	return workshop_reopen(w, true);
}

bool workshop_reopen(struct workshop *w, bool skin)
{
	struct arena *arena = &w->arena;
	bool ok;

	arena_reset(arena);
	w->site = (struct site){ 0 };
	w->heads = NULL;
	w->page_files = NULL;
	w->page_file_count = 0;
	w->redirect_count = 0;
	w->ready = false;
	ok = content_read_site(w->diags, w->order->content, &w->site, arena);
	w->site.with_drafts = w->order->drafts;
	override_base_url(w);
	if (!read_heads(w))
		return false;
	ok &= tags_check(w->diags, w->heads, w->site.slug_count, arena);
	if (skin || !w->dressed)
		dress(w);
	w->site.syntaxes = w->skin.syntaxes;
	w->site.code_label = w->skin.phrases.texts[WORD_CODE];
	w->site.note_label = w->skin.phrases.texts[WORD_NOTE];
	ok &= content_read_pages(w->diags, &w->site, &w->page_files,
				 &w->page_file_count, arena);
	if (w->dressed)
		ok &= skin_check_pages(w->diags, &w->skin, &w->site, arena);
	w->redirects =
		redirects_of(&w->site, w->heads, &w->redirect_count, arena);
	w->site.answers[0] = w->skin.phrases.texts[WORD_YES];
	w->site.answers[1] = w->skin.phrases.texts[WORD_PARTIAL];
	w->site.answers[2] = w->skin.phrases.texts[WORD_NO];
	w->site.columns = columns_words(&w->skin.words, arena);
	w->site.policy.style = w->skin.style_hash;
	w->site.policy.nonce = str_from(w->order->nonce);
	w->ready = ok && w->dressed;
	if (w->ready) {
		w->frame = frame_of(&w->site, &w->skin.phrases,
				    skin_asset_names(&w->skin, arena),
				    w->skin.asset_count, arena);
		w->frame.theme_params = &w->skin.theme.params;
		w->frame.preloads = w->skin.preloads;
		w->frame.preload_count = w->skin.theme.preload_count;
		w->frame.is_dark_first = w->skin.palette.dark_first;
	}
	return true;
}

void workshop_close(struct workshop *w)
{
	skin_release(&w->skin);
	diags_free(w->diags);
	arena_release(&w->skin_arena);
	arena_release(&w->arena);
}

bool bench_set_up(struct bench *bench, const struct workshop *w, size_t slug,
		  struct diags *diags, struct arena *arena)
{
	bool ok;

	assert(slug < w->site.slug_count);
	*bench = (struct bench){ .diags = diags, .arena = arena };
	ok = content_read_comparison(diags, &w->site, w->site.slugs[slug],
				     &bench->c, &bench->files,
				     &bench->file_count, arena);
	if (!ok)
		return false;
	bench->r = result_of(&bench->c, arena);
	if (!result_check(diags, &bench->c, bench->r) || !w->ready)
		return false;
	bench->subject = subject_of(&w->site, &w->skin.phrases, &bench->c,
				    bench->r, arena);
	bench->book = (struct book){
		.frame = &w->frame,
		.subject = &bench->subject,
		.shared = comparison_view(&bench->subject),
		.heads = w->heads,
		.head_count = w->site.slug_count,
	};
	if (!poster_check(diags, &bench->subject) ||
	    !charts_check(diags, &bench->subject))
		return false;
	palette_check_options(diags, &bench->subject, &w->skin.palette);
	glyphs_check(diags, &bench->subject, arena);
	if (palette_with_options(&bench->subject, &w->skin.palette,
				 &bench->palette)) {
		bench->colors = colors_css(&bench->palette, &bench->c, arena);
		bench->book.colors_path =
			colors_path(bench->c.slug, bench->colors, arena);
	}
	return true;
}

/* A logo that cannot be read is left out here: putting its file reports it. */
const struct str *bench_logos(const struct bench *bench, struct arena *arena)
{
	const struct comparison *c = &bench->c;
	struct str *logos = arena_array(arena, struct str, c->option_count);

	for (size_t i = 0; i < c->option_count; i++)
		if (c->options[i].logo.str.len)
			logos[i] =
				read_logo(bench, c->options[i].logo.str, arena);
	return logos;
}

/* It may lie below static/, which is no part of its path in the site. */
static struct str read_logo(const struct bench *bench, struct str path,
			    struct arena *arena)
{
	enum { MOST = 1 << 20 };
	const char *dir = bench->subject.site->dir;
	struct diags *unheard;
	struct buf clean = { 0 };
	struct str logo;

	if (!file_read(path_join(dir, path, arena), &logo, arena) &&
	    !file_read(path_join(dir, ARENA_JOIN(arena, STR("static/"), path),
				 arena),
		       &logo, arena))
		return STR("");
	if (svg_is_named(path)) {
		unheard = diags_new();
		if (!svg_clean(unheard, dir, logo, &clean))
			buf_reset(&clean);
		diags_free(unheard);
		logo = buf_copy(&clean, arena);
		buf_release(&clean);
	}
	return logo.len <= MOST ? logo : STR("");
}

bool workshop_render(const struct workshop *w, struct diags *diags,
		     const struct page *page, struct arena *arena,
		     struct buf *to)
{
	struct page_job job = job_of(w, page);

	if (!strcmp(page->template, "404"))
		job.root = root_path(w);
	return page_render(diags, w->skin.templates, &job, arena, to);
}

bool workshop_render_marked(const struct workshop *w, struct diags *diags,
			    const struct page *page, struct arena *arena,
			    struct buf *to)
{
	static const char MARK[] = { ROOT_MARK };
	struct page_job job = job_of(w, page);

	job.root = (struct str){ MARK, 1 };
	return page_render(diags, w->skin.templates, &job, arena, to);
}

static struct page_job job_of(const struct workshop *w, const struct page *page)
{
	assert(w->ready);
	return (struct page_job){
		.path = page->path,
		.template = page->template,
		.values = page->values,
		.charts = page->charts,
		.chart_count = page->chart_count,
		.drawings = page->drawings,
		.samples = page->samples,
		.is_joined = page->is_joined,
		.policy = w->frame.policy,
	};
}

bool workshop_find(const struct workshop *w, struct str name, size_t *slug)
{
	const struct site *site = &w->site;

	for (*slug = 0; *slug < site->slug_count; ++*slug)
		if (str_equals(site->slugs[*slug], name))
			return true;
	diag_error(w->diags, (struct place){ .file = NULL },
		   "there is no comparison \"%.*s\"", STR_ARG(name));
	diag_suggest(w->diags, name, site->slugs, site->slug_count);
	return false;
}

struct hosting workshop_hosting(const struct workshop *w)
{
	return (struct hosting){
		.site = &w->site,
		.redirects = w->redirects,
		.redirect_count = w->redirect_count,
		.root = root_path(w),
	};
}

struct str workshop_absolute_root(const struct workshop *w)
{
	return w->site.base_url.str.len ? w->site.base_url.str : STR("/");
}

/*
 * "/some/where/" of base_url, or "/": what links on 404.html begin with.  It may be served at any depth, so its links must not be relative; nor
 * must they name the host, for a preview of the site has another one, from
 * which the policy takes no style sheet.
 */
static struct str root_path(const struct workshop *w)
{
	struct str url = w->site.base_url.str;

	return url.len ? address_path(url) : STR("/");
}

/* Drafts leave the list here, so that nothing can link to them. */
static bool read_heads(struct workshop *w)
{
	struct site *site = &w->site;
	size_t kept = 0;

	if (!site->slug_count)
		return false;
	w->heads = arena_array(&w->arena, struct comparison, site->slug_count);
	site->drafts = arena_array(&w->arena, struct str, site->slug_count);
	for (size_t i = 0; i < site->slug_count; i++) {
		struct comparison *head = &w->heads[kept];

		/* One that cannot be read is kept, to be reported. */
		content_read_head(w->diags, site, site->slugs[i], head,
				  &w->arena);
		if (head->draft && !w->order->drafts)
			site->drafts[site->draft_count++] = site->slugs[i];
		else
			site->slugs[kept++] = site->slugs[i];
	}
	site->slug_count = kept;
	return true;
}

static void dress(struct workshop *w)
{
	skin_release(&w->skin);
	arena_reset(&w->skin_arena);
	w->skin = (struct skin){ 0 };
	w->dressed = w->site.theme.str.len &&
		     skin_load(w->diags, &w->site, w->order->theme, &w->skin,
			       &w->skin_arena);
}

/* A preview of a site with an address has one of its own. */
static void override_base_url(struct workshop *w)
{
	const char *url = w->order->base_url;

	if (!url && w->site.base_url.str.len)
		url = w->order->served_at;
	if (url)
		w->site.base_url.str =
			arena_printf(&w->arena, "%s%s", url,
				     str_ends(str_from(url), "/") ? "" : "/");
}
