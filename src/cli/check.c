#include <malloc.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "check/contrast.h"
#include "check/pages.h"
#include "check/report.h"
#include "check/sarif.h"
#include "check/study.h"
#include "cli/options.h"
#include "cli/temporary.h"
#include "cli/workshop.h"

static void check_content(struct diags *diags, struct workshop *w);
static void check_comparison(struct diags *diags, const struct workshop *w,
			     size_t slug, struct arena *arena);
static void check_texts(struct diags *diags, const struct workshop *w,
			struct arena *arena);
static int finish(struct diags *diags, const struct options *options,
		  size_t comparisons);

/* The site is built as ever, into a folder that goes when this ends. */
int command_check(const struct options *options)
{
	struct arena arena = { 0 };
	struct diags *diags = diags_new();
	struct temporary folder;
	bool made = temporary_make(&folder, diags, &arena);
	struct options quiet = *options;
	struct workshop w;
	bool built;
	int status;

	quiet.out = made ? path_join(folder.path, STR("site"), &arena) : NULL;
	quiet.strict = false;
	quiet.said = diags;
	built = made && command_build(&quiet) == 0;
	/* What its threads gave back would else stay with us, unused. */
	malloc_trim(0);
	/* What the workshop says was said by the build. */
	if (built && workshop_open(&w, &quiet)) {
		struct silence *silence =
			report_silence_begin(diags, &w.site.check);

		check_content(diags, &w);
		check_pages(diags, &w.site, quiet.out, &arena);
		report_silence_end(diags, silence);
		report_silence(diags, &w.site.check);
		status = finish(diags, options, w.site.slug_count);
		workshop_close(&w);
	} else {
		status = finish(diags, options, 0);
	}
	temporary_end(&folder);
	diags_free(diags);
	arena_release(&arena);
	return status;
}

static void check_content(struct diags *diags, struct workshop *w)
{
	struct arena arena = { 0 };

	for (size_t i = 0; i < w->site.slug_count; i++) {
		check_comparison(diags, w, i, &arena);
		arena_reset(&arena);
	}
	check_texts(diags, w, &arena);
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
	study.r = bench.r;
	study_open(&study);
	check_evidence(&study);
	check_balance(&study);
	check_words(&study);
	check_claims(&study);
	check_facts(&study);
	check_placeholders(&study);
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

/* SARIF is a document, for a file; what is read by people is said. */
static int finish(struct diags *diags, const struct options *options,
		  size_t comparisons)
{
	struct diag_style style = { .colour = isatty(STDERR_FILENO),
				    .json = options->json };
	size_t errors, warnings, count;
	int status;

	if (options->strict)
		diags_set_strict(diags);
	diags_sorted(diags, &count);
	errors = diags_error_count(diags);
	warnings = diags_warning_count(diags);
	status = diags_status(diags);
	if (options->said) {
		diags_merge(options->said, diags);
		return status;
	}
	if (options->sarif) {
		sarif_print(diags, PARAGONE_VERSION, stdout);
		return status;
	}
	diags_print(diags, stderr, style);
	if (options->json)
		return status;
	if (count)
		printf("%zu error%s and %zu warning%s\n", errors,
		       errors == 1 ? "" : "s", warnings,
		       warnings == 1 ? "" : "s");
	else
		printf("nothing to complain about in %zu comparison%s\n",
		       comparisons, comparisons == 1 ? "" : "s");
	return status;
}
