#include <stdio.h>
#include <unistd.h>

#include "cli/options.h"
#include "import/draft.h"

static void say_done(const struct draft *draft, const char *content);

int command_import(const struct options *options)
{
	struct arena arena = { 0 };
	struct diags *diags = diags_new();
	struct article article;
	struct draft draft = { 0 };
	int status;

	if (!article_is_known(options->page)) {
		fprintf(stderr,
			"paragone: an article must end in .md, .txt or .html, "
			"not \"%s\"\n",
			options->page);
		diags_free(diags);
		return 2;
	}
	if (article_read(diags, options->page, &article, &arena) &&
	    draft_make(diags, &article, &draft) &&
	    draft_write(diags, &draft, options->out))
		say_done(&draft, options->out);
	status = diags_status(diags);
	diags_print(diags, stderr,
		    (struct diag_style){ .colour = isatty(STDERR_FILENO),
					 .json = options->json });
	draft_release(&draft);
	diags_free(diags);
	arena_release(&arena);
	return status;
}

static void say_done(const struct draft *draft, const char *content)
{
	struct str slug = draft_slug(draft);

	printf("%s/%.*s: %zu options, %zu criteria", content, STR_ARG(slug),
	       draft->names.count, draft->criterion_count);
	for (size_t i = 0; draft->scored && i < draft->names.count; i++)
		printf("%s%g", i ? "–" : ", tally ", draft->tally[i]);
	printf("\n%zu blocks, %zu not placed: see import-report.txt there\n",
	       draft->article->block_count, draft->unplaced_count);
}
