#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "draw/text_measure.h"
#include "make/workshop.h"
#include "view/madr.h"

static int run(const struct options *options);
static void export_madr(struct workshop *w, struct str name,
			struct arena *arena, struct buf *to);
static int put(struct workshop *w, const struct options *options,
	       struct str record);

const struct command COMMAND_EXPORT = {
	.name = "export",
	.usage = "madr COMPARISON [CONTENT] [-o FILE]",
	.does = "write the decision as a record in MADR's form",
	.choices = "madr",
	.least = 1,
	.is_product = true,
	.run = run,
	.help = "Usage: paragone export madr COMPARISON [CONTENT] [-o FILE] [OPTIONS]\n"
		"\n"
		"Prints the record of a decision in the form of MADR 4, Markdown that is\n"
		"kept beside code. Without a `decision` in comparison.md it is a proposal:\n"
		"the leader of the scores, where there is one.\n"
		"\n"
		"  -o, --out FILE         write it into FILE\n"
		"      --base-url URL, --drafts, --strict  as in build\n"
		"\n"
		"Example: paragone export madr nodejs-vs-python -o "
		"docs/decisions/0007-runtime.md\n",
};

static int run(const struct options *options)
{
	struct options asked = *options;
	const char *const *words = options->words;
	struct workshop w;
	struct arena arena = { 0 };
	struct buf record = { 0 };
	int status;

	if (strcmp(words[0], "madr") || options->word_count < 2 ||
	    options->word_count > 3) {
		fputs("paragone: expected madr and a comparison\n"
		      "  hint: `paragone help export` explains\n",
		      stderr);
		return 2;
	}
	if (options->word_count > 2)
		asked.order.content = words[2];
	asked.order.out = NULL;
	if (workshop_open(&w, &asked.order) && w.ready)
		export_madr(&w, str_from(words[1]), &arena, &record);
	status = put(&w, options, buf_str(&record));
	buf_release(&record);
	arena_release(&arena);
	text_measure_end_thread();
	workshop_close(&w);
	return status;
}

static void export_madr(struct workshop *w, struct str name,
			struct arena *arena, struct buf *to)
{
	struct bench *bench = arena_new(arena, struct bench);
	size_t slug;

	if (workshop_find(w, name, &slug) &&
	    bench_set_up(bench, w, slug, w->diags, arena))
		madr_record(&bench->subject, to);
}

/* Nothing where the content has errors. */
static int put(struct workshop *w, const struct options *options,
	       struct str record)
{
	const char *out = options->order.out;

	if (!diags_status(w->diags) && record.len && out &&
	    !file_write(out, record))
		diag_system(w->diags, out, "cannot be written");
	if (!diags_status(w->diags) && !out)
		fwrite(record.ptr, 1, record.len, stdout);
	return output_diags(w->diags, options->json);
}
