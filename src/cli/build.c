#include "make/build.h"

#include <stdio.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "draw/scene_png.h"
#include "draw/text_measure.h"
#include "make/single.h"

static int run(const struct options *options);
static int run_single(const struct options *options);
static void make_single(struct workshop *w, struct str name,
			struct arena *arena, struct buf *to);

const struct command COMMAND_BUILD = {
	.name = "build",
	.usage = "[CONTENT] [-o OUT]",
	.does = "write the site",
	.run = run,
	.help = "Usage: paragone build [CONTENT] [-o OUT] [OPTIONS]\n"
		"\n"
		"Writes the site of CONTENT (./content) to OUT (./out). The old site\n"
		"stays as it is until the new one is whole, and for good when the\n"
		"content has errors.\n"
		"\n"
		"  -o, --out OUT          the folder to write\n"
		"      --theme NAME       a theme other than site.yaml's\n"
		"      --base-url URL     an address other than site.yaml's\n"
		"      --drafts           comparisons with `draft: yes` too\n"
		"      --single COMPARISON  one HTML file instead, COMPARISON.html or OUT,\n"
		"                         with the whole comparison, styles, fonts and\n"
		"                         pictures: it opens from a mail\n"
		"      --shard K/N        the K-th of N parts, for `paragone merge`, to\n"
		"                         part-K-of-N; auto: the one of this job (Slurm,\n"
		"                         Kubernetes, GitLab, CircleCI)\n"
		"  -j, --jobs N           work on N comparisons at once (1 to 64)\n"
		"      --strict           take warnings for errors\n"
		"      --diagnostics json one JSON object per message, for editors\n"
		"\n"
		"Example: paragone build content -o public --strict\n"
		"\n"
		"Exit status: 0 done, 1 errors in the content, 2 wrong usage, 3 the\n"
		"system failed.\n",
};

static int run(const struct options *options)
{
	struct order order = options->order;
	struct diags *diags;
	double started = output_seconds();
	struct built built;
	char part[64];
	size_t errors;
	int status;
	bool ok;

	if (options->single && order.shard.count) {
		fputs("paragone: \"--single\" is one file, of which there are "
		      "no shards\n",
		      stderr);
		return 2;
	}
	if (options->single)
		return run_single(options);
	if (order.shard.count)
		snprintf(part, sizeof(part), "part-%u-of-%u",
			 order.shard.number, order.shard.count);
	if (!order.out)
		order.out = order.shard.count ? part : "out";
	diags = diags_new();
	ok = build(&order, BUILD_PUBLISH, diags, &built);
	errors = diags_error_count(diags);
	status = output_diags(diags, options->json);
	if (ok && order.shard.count)
		printf("shard %u of %u: ", order.shard.number,
		       order.shard.count);
	if (ok)
		output_built(&built, output_seconds() - started);
	else if (!options->json)
		fprintf(stderr, "paragone: %zu error%s; nothing was written\n",
			errors, errors == 1 ? "" : "s");
	diags_free(diags);
	return status;
}

/* The file is written where all went well. */
static int run_single(const struct options *options)
{
	struct workshop w;
	struct arena arena = { 0 };
	struct buf page = { 0 };
	const char *out = options->order.out;
	int status;

	if (workshop_open(&w, &options->order) && w.ready)
		make_single(&w, str_from(options->single), &arena, &page);
	if (!out)
		out = arena_printf(&arena, "%s.html", options->single).ptr;
	if (!diags_status(w.diags) && !file_write(out, buf_str(&page)))
		diag_system(w.diags, out, "cannot be written");
	status = output_diags(w.diags, options->json);
	if (!status)
		printf("%s: %zu KB\n", out, (buf_str(&page).len + 1023) / 1024);
	buf_release(&page);
	arena_release(&arena);
	scene_png_end_thread();
	text_measure_end_thread();
	workshop_close(&w);
	return status;
}

static void make_single(struct workshop *w, struct str name,
			struct arena *arena, struct buf *to)
{
	struct bench *bench = arena_new(arena, struct bench);
	size_t slug;

	if (workshop_find(w, name, &slug) &&
	    bench_set_up(bench, w, slug, w->diags, arena))
		single_make(w, bench, w->diags, to);
}
