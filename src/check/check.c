#include "check/check.h"

#include "base/arena.h"
#include "base/file.h"
#include "check/contrast.h"
#include "check/pages.h"
#include "check/params.h"
#include "check/study.h"
#include "make/build.h"
#include "make/workshop.h"
#include "read/report.h"
#include "write/temporary.h"

static void check_site(const struct order *order, struct diags *diags,
		       struct checked *checked, struct arena *arena);
static size_t foreign_count(const struct workshop *w);
static void check_content(struct diags *diags, struct workshop *w);
static void check_comparison(struct diags *diags, const struct workshop *w,
			     size_t slug, struct arena *arena);
static void check_texts(struct diags *diags, const struct workshop *w,
			struct arena *arena);

bool check(const struct order *order, struct diags *diags,
	   struct checked *checked)
{
	struct arena arena = { 0 };
	struct order quiet = *order;
	struct temporary folder;
	struct built built;
	bool ok = temporary_make(&folder, diags, &arena);

	*checked = (struct checked){ 0 };
	quiet.strict = false;
	if (ok) {
		quiet.out = path_join(folder.path, STR("site"), &arena);
		ok = build(&quiet, BUILD_PUBLISH, diags, &built);
	}
	/* What its threads gave back would else stay with us, unused. */
	memory_give_back();
	if (ok)
		check_site(&quiet, diags, checked, &arena);
	temporary_end(&folder);
	arena_release(&arena);
	if (order->strict)
		diags_set_strict(diags);
	return diags_status(diags) == 0;
}

bool check_built(const struct order *order, struct diags *diags)
{
	struct arena arena = { 0 };
	struct order quiet = *order;
	struct checked checked;

	quiet.strict = false;
	check_site(&quiet, diags, &checked, &arena);
	arena_release(&arena);
	if (order->strict)
		diags_set_strict(diags);
	return diags_status(diags) == 0;
}

/* What the workshop says was said by the build. */
static void check_site(const struct order *order, struct diags *diags,
		       struct checked *checked, struct arena *arena)
{
	struct workshop w;

	if (workshop_open(&w, order)) {
		struct silence *silence =
			report_silence_begin(diags, &w.site.check);

		check_content(diags, &w);
		check_pages(diags, &w.site, order->out, arena);
		report_silence_end(diags, silence);
		report_silence(diags, &w.site.check);
		checked->comparisons = w.site.slug_count;
		checked->foreign = foreign_count(&w);
		workshop_close(&w);
	}
}

/* What is looked for by its words is known in English only. */
static size_t foreign_count(const struct workshop *w)
{
	size_t count = 0;

	for (size_t i = 0; i < w->site.slug_count; i++) {
		const struct frame *frame =
			workshop_frame(w, w->heads[i].language.str);

		count += !study_is_english(frame->site);
	}
	for (size_t k = 0; k < w->edition_count; k++)
		if (!study_is_english(&w->editions[k].site))
			count += w->editions[k].site.slug_count;
	return count;
}

static void check_content(struct diags *diags, struct workshop *w)
{
	struct arena arena = { 0 };

	for (size_t i = 0; i < w->site.slug_count; i++) {
		check_comparison(diags, w, i, &arena);
		arena_reset(&arena);
	}
	check_texts(diags, w, &arena);
	check_params(diags, w);
	check_contrast(diags, &w->skin.theme);
	arena_release(&arena);
}

static void check_comparison(struct diags *diags, const struct workshop *w,
			     size_t slug, struct arena *arena)
{
	struct bench bench;
	struct study study = {
		.diags = diags,
		.arena = arena,
		.site = &w->site,
		.c = &bench.c,
		.newest = study_newest(w->heads, w->site.slug_count),
	};

	if (!bench_set_up(&bench, w, slug, w->diags, arena))
		return;
	study.site = bench.subject.site;
	study.r = bench.r;
	study_open(&study);
	check_evidence(&study);
	check_balance(&study);
	check_words(&study);
	check_claims(&study);
	check_facts(&study);
	check_placeholders(&study);
	check_params_of(diags, w, &bench.c);
}

/* Pages such as about.md, and the site's own line. */
static void check_texts(struct diags *diags, const struct workshop *w,
			struct arena *arena)
{
	struct date newest = study_newest(w->heads, w->site.slug_count);

	for (size_t i = 0; i < w->site.page_count; i++) {
		struct passage passage;

		if (!passage_read(w->site.pages[i].at.file, &passage, arena))
			continue;
		check_words_of(diags, &w->site, &passage, newest);
		check_placeholders_of(diags, &passage);
	}
	check_tagline(diags, &w->site);
}
