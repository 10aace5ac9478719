#include <stdio.h>
#include <unistd.h>

#include "cli/options.h"
#include "import/draft.h"
#include "scaffold/new_text.h"

static void say_done(const struct draft *draft, const char *content);

int command_import(const struct options *options)
{
	struct arena arena = { 0 };
	struct diags *diags = diags_new();
	struct article article;
	struct draft draft = { 0 };
	int status;
	bool ok;

	if (!article_is_known(options->page)) {
		fprintf(stderr,
			"paragone: an article must end in .md, .txt or .html, "
			"not \"%s\"\n",
			options->page);
		diags_free(diags);
		return 2;
	}
	ok = article_read(diags, options->page, &article, &arena) &&
	     draft_make(diags, &article, &draft);
	if (ok && !draft.date.len)
		draft.date = new_today(&arena);
	if (ok && draft_write(diags, &draft, options->order.out))
		say_done(&draft, options->order.out);
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
	size_t blocks = draft->article->block_count;
	struct buf found = { 0 };

	draft_finding(draft, &found);
	printf("%s/%.*s: %.*s\n", content, STR_ARG(slug),
	       STR_ARG(buf_str(&found)));
	printf("%zu block%s, %zu not placed: see import-report.txt there\n",
	       blocks, blocks == 1 ? "" : "s", draft->unplaced_count);
	buf_release(&found);
}
