#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "import/draft.h"
#include "scaffold/new_text.h"
#include "scaffold/scaffold.h"

static int run(const struct options *options);
static bool write_draft(struct diags *diags, const struct draft *draft,
			const char *content, struct arena *arena);
static void remove_all(const struct scaffold *s, const char *dir);
static bool write_site(struct diags *diags, const char *content,
		       struct arena *arena);
static void say_done(const struct draft *draft, const char *content);

const struct command COMMAND_IMPORT = {
	.name = "import",
	.usage = "ARTICLE [-o CONTENT]",
	.does = "make a comparison of an article",
	.wants = "an article, such as nodejs-vs-python.md",
	.out = "content",
	.is_alone = true,
	.run = run,
	.help = "Usage: paragone import ARTICLE.{md,txt,html} [-o CONTENT]\n"
		"\n"
		"Makes a comparison folder in CONTENT (./content) of a long \"X vs Y\"\n"
		"article, to be edited: options, criteria, a tally turned into points,\n"
		"tables, questions and sources. What it cannot place stays in\n"
		"unplaced.md of that folder, and import-report.txt accounts for every\n"
		"paragraph. A folder that is there already is left as it is.\n"
		"\n"
		"  -o, --out CONTENT      the content folder; with a site.yaml if it\n"
		"                         has none\n"
		"      --diagnostics json one JSON object per message, for editors\n"
		"\n"
		"Example: paragone import nodejs-vs-python.md -o content\n"
		"\n"
		"Exit status: 0 done, 1 no comparison is to be made of the article, 2\n"
		"wrong usage, 3 the system failed.\n",
};

static int run(const struct options *options)
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
	if (ok && write_draft(diags, &draft, options->order.out, &arena))
		say_done(&draft, options->order.out);
	status = output_diags(diags, options->json);
	draft_release(&draft);
	diags_free(diags);
	arena_release(&arena);
	return status;
}

/* The folder is made beside its place, so that it is there whole or not. */
static bool write_draft(struct diags *diags, const struct draft *draft,
			const char *content, struct arena *arena)
{
	struct scaffold s = { .diags = diags, .arena = arena };
	struct str slug = draft_slug(draft);
	const char *place = path_join(content, slug, arena);
	const char *dir = arena_printf(arena, "%s/.%.*s.paragone-%ld", content,
				       STR_ARG(slug), (long)getpid())
				  .ptr;
	struct draft_file *files;
	size_t count;
	bool ok;

	if (file_is_there(place)) {
		diag_error(diags, (struct place){ .file = place },
			   "there is something of that name already: nothing "
			   "was written");
		diag_hint(diags, "import into another folder with -o, or move "
				 "it away");
		return false;
	}
	if (!draft_files(diags, draft, &files, &count))
		return false;
	for (size_t i = 0; i < count; i++)
		scaffold_make(&s, path_join(dir, files[i].path, arena),
			      files[i].text);
	ok = scaffold_write(&s);
	if (ok && rename(dir, place) != 0)
		ok = diag_system(diags, place, "cannot be written");
	if (!ok)
		remove_all(&s, dir);
	return ok && write_site(diags, content, arena);
}

static void remove_all(const struct scaffold *s, const char *dir)
{
	static const char *const DIRS[] = { "options", "criteria", "tables" };

	for (size_t i = 0; i < s->count; i++)
		unlink(s->files[i].path);
	for (size_t i = 0; i < sizeof(DIRS) / sizeof(*DIRS); i++)
		rmdir(path_join(dir, str_from(DIRS[i]), s->arena));
	rmdir(dir);
}

static bool write_site(struct diags *diags, const char *content,
		       struct arena *arena)
{
	struct scaffold s = { .diags = diags, .arena = arena };
	const char *path = path_join(content, STR("site.yaml"), arena);

	if (file_is_there(path))
		return true;
	scaffold_make(&s, path,
		      STR("title: Comparisons\n"
			  "tagline: Options, criterion by criterion.\n"));
	return scaffold_write(&s);
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
