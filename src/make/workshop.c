#include "make/workshop.h"

#include <assert.h>

#include "base/address.h"
#include "base/file.h"
#include "base/root_mark.h"

#include <string.h>

#include "base/hash.h"
#include "draw/text_measure.h"
#include "make/glyphs.h"
#include "make/page.h"
#include "make/svg_clean.h"
#include "read/content.h"
#include "read/edition.h"
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
static void speak(struct site *site, const struct skin *skin,
		  const struct tongue *tongue, const struct order *order,
		  struct arena *arena);
static bool open_voices(struct workshop *w);
static bool add_voice(struct workshop *w, const struct text *language);
static bool open_editions(struct workshop *w);
static bool open_edition(struct workshop *w, size_t k);
static void find_redirects(struct workshop *w);
static struct frame bare_frame(const struct site *site,
			       const struct tongue *tongue);
static void frame_all(struct workshop *w);
static void finish_frame(struct workshop *w, struct frame *frame,
			 const struct edition_link *links);
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
	w->editions = NULL;
	w->edition_count = w->voice_count = 0;
	w->ready = false;
	ok = content_read_site(w->diags, w->order->content, &w->site, arena);
	w->site.with_drafts = w->order->drafts;
	/* A preview exchanges style sheets by their names. */
	w->site.stable_style &= !w->order->served_at;
	override_base_url(w);
	if (!read_heads(w))
		return false;
	ok &= tags_check(w->diags, w->heads, w->site.slug_count, arena);
	if (skin || !w->dressed)
		dress(w);
	w->frame = bare_frame(&w->site, &w->skin.tongue);
	speak(&w->site, &w->skin, &w->skin.tongue, w->order, arena);
	ok &= content_read_pages(w->diags, &w->site, &w->page_files,
				 &w->page_file_count, arena);
	if (w->dressed)
		ok &= skin_check_pages(w->diags, &w->skin, &w->site, arena);
	ok &= !w->dressed || open_voices(w);
	ok &= !w->dressed || open_editions(w);
	find_redirects(w);
	w->ready = ok && w->dressed;
	if (w->ready)
		frame_all(w);
	return true;
}

const struct workshop *workshop_edition(const struct workshop *w, size_t k)
{
	assert(k <= w->edition_count);
	return k ? &w->editions[k - 1] : w;
}

size_t workshop_edition_at(const struct workshop *w, struct str *path)
{
	for (size_t k = 1; k <= w->edition_count; k++) {
		struct str prefix = workshop_edition(w, k)->prefix;

		if (!str_equals(str_slice(*path, 0, prefix.len), prefix))
			continue;
		*path = str_from_byte(*path, prefix.len);
		return k;
	}
	return 0;
}

size_t workshop_comparisons(const struct workshop *w)
{
	size_t count = 0;

	for (size_t k = 0; k <= w->edition_count; k++)
		count += workshop_edition(w, k)->site.slug_count;
	return count;
}

size_t workshop_edition_of(const struct workshop *w, size_t *slug)
{
	size_t k = 0;

	for (; *slug >= workshop_edition(w, k)->site.slug_count; k++)
		*slug -= workshop_edition(w, k)->site.slug_count;
	return k;
}

/* What the language of the site calls what is read, and what pages allow. */
static void speak(struct site *site, const struct skin *skin,
		  const struct tongue *tongue, const struct order *order,
		  struct arena *arena)
{
	tongue_speak(tongue, site, arena);
	site->syntaxes = skin->syntaxes;
	site->policy.style = skin->style_hash;
	site->policy.is_stable = site->stable_style;
	site->policy.nonce = str_from(order->nonce);
}

const struct frame *workshop_frame(const struct workshop *w,
				   struct str language)
{
	for (size_t k = 0; language.len && k < w->voice_count; k++)
		if (str_equals(w->voices[k].site.language.str, language))
			return &w->voices[k].frame;
	return &w->frame;
}

static bool open_voices(struct workshop *w)
{
	size_t most = w->site.slug_count + w->site.page_count;
	bool ok = true;

	w->voices = arena_array(&w->arena, struct voice, most);
	w->voice_count = 0;
	for (size_t i = 0; i < w->site.slug_count; i++)
		ok &= add_voice(w, &w->heads[i].language);
	for (size_t i = 0; i < w->site.page_count; i++)
		ok &= add_voice(w, &w->site.pages[i].language);
	return ok;
}

static bool add_voice(struct workshop *w, const struct text *language)
{
	struct voice *voice = &w->voices[w->voice_count];

	if (!language->str.len ||
	    str_equals(language->str, w->site.language.str))
		return true;
	for (size_t k = 0; k < w->voice_count; k++)
		if (str_equals(w->voices[k].site.language.str, language->str))
			return true;
	if (!skin_tongue(w->diags, &w->skin, language, &voice->tongue,
			 &w->arena))
		return false;
	voice->tongue.phrases.words = &voice->tongue.words;
	voice->site = w->site;
	voice->site.language = *language;
	voice->frame = bare_frame(&voice->site, &voice->tongue);
	speak(&voice->site, &w->skin, &voice->tongue, w->order, &w->arena);
	w->voice_count++;
	return true;
}

static bool open_editions(struct workshop *w)
{
	bool ok = true;

	w->edition_count = w->site.language_count;
	w->editions = arena_array(&w->arena, struct workshop, w->edition_count);
	for (size_t k = 0; k < w->edition_count; k++)
		ok &= open_edition(w, k);
	return ok;
}

static bool open_edition(struct workshop *w, size_t k)
{
	struct workshop *own = &w->editions[k];
	struct arena *arena = &w->arena;
	struct tongue *tongue = arena_new(arena, struct tongue);
	bool ok;

	*own = *w;
	own->edition_count = 0;
	own->heads = NULL;
	own->redirects = NULL;
	own->redirect_count = 0;
	own->arena = own->skin_arena = (struct arena){ 0 };
	own->prefix = ARENA_JOIN(arena, w->site.languages[k].tag, STR("/"));
	ok = edition_of(w->diags, &w->site, k, &own->site, arena);
	if (!skin_tongue(w->diags, &w->skin, &own->site.language, tongue,
			 arena)) {
		/* Without its words nothing of it can be read. */
		own->site.slug_count = own->site.page_count = 0;
		return false;
	}
	own->skin.tongue = *tongue;
	own->skin.tongue.phrases.words = &own->skin.tongue.words;
	own->frame = bare_frame(&own->site, &own->skin.tongue);
	own->voices = NULL;
	own->voice_count = 0;
	speak(&own->site, &w->skin, tongue, w->order, arena);
	ok &= content_read_pages(w->diags, &own->site, &own->page_files,
				 &own->page_file_count, arena);
	own->heads =
		arena_array(arena, struct comparison, own->site.slug_count);
	for (size_t i = 0; i < own->site.slug_count; i++)
		content_read_head(w->diags, &own->site, own->site.slugs[i],
				  &own->heads[i], arena);
	return ok &
	       tags_check(w->diags, own->heads, own->site.slug_count, arena);
}

/* Of all editions, as the host of the site is that of all. */
static void find_redirects(struct workshop *w)
{
	size_t count = w->edition_count + 1;
	const struct site **sites =
		arena_array(&w->arena, const struct site *, count);

	for (size_t k = 0; k < count; k++)
		sites[k] = &workshop_edition(w, k)->site;
	w->redirects = redirects_of(sites, count, w->heads, &w->redirect_count,
				    &w->arena);
}

/* Enough to read by, also where no page can be made. */
static struct frame bare_frame(const struct site *site,
			       const struct tongue *tongue)
{
	return (struct frame){ .site = site, .phrases = &tongue->phrases };
}

/* Each knows the others, so that a page can name its translations. */
static void frame_all(struct workshop *w)
{
	size_t count = w->edition_count + 1;
	struct edition_link *links =
		arena_array(&w->arena, struct edition_link, count);

	for (size_t k = 0; k < count; k++) {
		struct workshop *own = k ? &w->editions[k - 1] : w;

		links[k] = (struct edition_link){
			.site = &own->site,
			.name = own->skin.tongue.phrases.locale.own_name,
			.prefix = own->prefix,
		};
		own->ready = true;
		finish_frame(w, &own->frame, links);
	}
	for (size_t k = 0; k < w->voice_count; k++)
		finish_frame(w, &w->voices[k].frame, links);
}

static void finish_frame(struct workshop *w, struct frame *frame,
			 const struct edition_link *links)
{
	const struct skin *skin = &w->skin;

	*frame = frame_of(frame->site, frame->phrases,
			  skin_asset_names(skin, &w->arena), skin->asset_count,
			  &w->arena);
	frame->theme_params = &skin->theme.params;
	frame->preloads = skin->preloads;
	frame->preload_count = skin->theme.preload_count;
	frame->is_dark_first = skin->palette.dark_first;
	frame->editions = links;
	frame->edition_count = w->edition_count ? w->edition_count + 1 : 0;
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
	const struct frame *frame;
	bool ok;

	assert(slug < w->site.slug_count);
	*bench = (struct bench){ .w = w, .diags = diags, .arena = arena };
	bench->source = path_join(w->site.dir,
				  site_source(&w->site, slug, arena), arena);
	frame = workshop_frame(w, w->heads[slug].language.str);
	text_lines_run(frame->phrases->is_rtl);
	ok = content_read_comparison(diags, frame->site, w->site.slugs[slug],
				     &bench->c, &bench->files,
				     &bench->file_count, arena);
	if (!ok)
		return false;
	bench->r = result_of(&bench->c, arena);
	if (!result_check(diags, &bench->c, bench->r) || !w->ready)
		return false;
	bench->subject = subject_of(frame->site, frame->phrases, &bench->c,
				    bench->r, arena);
	bench->book = (struct book){
		.frame = frame,
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
