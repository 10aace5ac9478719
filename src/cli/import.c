#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "base/slug.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "import/draft.h"
#include "import/table_book.h"
#include "import/table_decide.h"
#include "import/table_gather.h"
#include "import/table_names.h"
#include "import/table_write.h"
#include "read/lexical.h"
#include "read/text.h"
#include "read/yaml.h"
#include "scaffold/new_text.h"
#include "scaffold/scaffold.h"
#include "write/file_name.h"

/* A comparison's folder that is to be there. */
struct folder {
	const char *content;
	struct str slug;
	struct made made;
};

static int run(const struct options *options);
static struct folder folder_of(struct diags *diags,
			       const struct options *options,
			       struct arena *arena);
static void import_article(struct diags *diags, const struct options *options,
			   struct arena *arena);
static void import_workbook(struct diags *diags, const struct options *options,
			    struct arena *arena);
static struct str free_slug(const char *content, struct str slug,
			    struct arena *arena);
static bool is_language(const char *content, struct str slug,
			struct arena *arena);
static bool write_folder(struct diags *diags, const struct folder *folder,
			 struct arena *arena);
static bool write_site(struct diags *diags, const char *content,
		       struct arena *arena);
static void say_done(const struct draft *draft, const struct folder *folder);
static void say_study(const struct study *study, const struct folder *folder);
static void say_language(void);

const struct command COMMAND_IMPORT = {
	.name = "import",
	.usage = "FILE [-o CONTENT]",
	.does = "make a comparison of an article or a spreadsheet",
	.wants = "a file, such as nodejs-vs-python.md or laptops.xlsx",
	.out = "content",
	.is_alone = true,
	.run = run,
	.help = "Usage: paragone import FILE.{md,txt,html,csv,xlsx,ods} "
		"[-o CONTENT]\n"
		"\n"
		"Makes a comparison folder in CONTENT (./content), to be edited.\n"
		"A folder that is there already is left as it is.\n"
		"\n"
		"Of a long \"X vs Y\" article: options, criteria, a tally turned into\n"
		"points, tables, questions and sources. What it cannot place stays in\n"
		"unplaced.md of that folder, and import-report.txt accounts for every\n"
		"paragraph.\n"
		"\n"
		"Of a spreadsheet: options.csv, criteria.csv and scores.csv. Columns of\n"
		"text are facts; columns of numbers are criteria where it is known\n"
		"which way they are better. What was only guessed is printed as a list\n"
		"of what to do, and stands in import-report.txt.\n"
		"\n"
		"Phrases are known in English only, the names of columns in German too.\n"
		"\n"
		"  -o, --out CONTENT      the content folder; with a site.yaml if it\n"
		"                         has none\n"
		"      --diagnostics json one JSON object per message, for editors\n"
		"\n"
		"Example: paragone import nodejs-vs-python.md -o content\n"
		"\n"
		"Exit status: 0 done, 1 no comparison is to be made of the file, 2\n"
		"wrong usage, 3 the system failed.\n",
};

static int run(const struct options *options)
{
	struct arena arena = { 0 };
	struct diags *diags;
	int status;

	if (!article_is_known(options->page) &&
	    !workbook_is_known(options->page)) {
		fprintf(stderr,
			"paragone: an article must end in .md, .txt or .html, "
			"a spreadsheet in .csv, .xlsx or .ods, not \"%s\"\n",
			options->page);
		return 2;
	}
	diags = diags_new();
	if (workbook_is_known(options->page))
		import_workbook(diags, options, &arena);
	else
		import_article(diags, options, &arena);
	status = output_diags(diags, options->json);
	diags_free(diags);
	arena_release(&arena);
	return status;
}

static struct folder folder_of(struct diags *diags,
			       const struct options *options,
			       struct arena *arena)
{
	return (struct folder){
		.content = options->order.out,
		.made = { .diags = diags, .of = options->page, .arena = arena }
	};
}

static void import_article(struct diags *diags, const struct options *options,
			   struct arena *arena)
{
	struct article article;
	struct draft draft = { 0 };
	struct folder folder = folder_of(diags, options, arena);
	bool ok = article_read(diags, options->page, &article, arena) &&
		  draft_make(diags, &article, &draft);

	if (ok && !draft.date.len)
		draft.date = new_today(arena);
	if (ok) {
		folder.slug =
			free_slug(folder.content, draft_slug(&draft), arena);
		draft_write(&draft, &folder.made);
	}
	if (ok && write_folder(diags, &folder, arena))
		say_done(&draft, &folder);
	draft_release(&draft);
}

static void import_workbook(struct diags *diags, const struct options *options,
			    struct arena *arena)
{
	struct folder folder = folder_of(diags, options, arena);
	struct workbook book;
	struct study study;
	struct str title;

	if (!workbook_read(diags, options->page, &book, arena) ||
	    !study_gather(diags, &book, &study, arena) ||
	    !study_decide(diags, &study))
		return;
	study_name(&study);
	title = study_title(&study);
	folder.slug = free_slug(folder.content, slug_of(title, arena), arena);
	study_write(&study, title, new_today(arena), &folder.made);
	if (write_folder(diags, &folder, arena))
		say_study(&study, &folder);
}

/* One that nothing else of a site is called, and Windows holds: "tags-2". */
static struct str free_slug(const char *content, struct str slug,
			    struct arena *arena)
{
	if (!slug.len)
		return STR("comparison");
	if (slug_is_taken(slug) || file_name_unfit(slug).len ||
	    is_language(content, slug, arena))
		return ARENA_JOIN(arena, slug, STR("-2"));
	return slug;
}

/* What is wrong with the site is for its build to say. */
static bool is_language(const char *content, struct str slug,
			struct arena *arena)
{
	const char *path = path_join(content, STR("site.yaml"), arena);
	struct diags *unheard = diags_new();
	const struct yaml_node *languages = NULL, *site = NULL;
	struct str text;

	if (text_read(unheard, path, TEXT_LIMIT, &text, arena))
		site = yaml_parse(unheard, text,
				  (struct place){ path, 1, 1, 1 }, arena);
	if (site && site->kind == YAML_MAPPING)
		languages = yaml_find(site, "languages");
	diags_free(unheard);
	return languages && languages->kind == YAML_MAPPING &&
	       yaml_find(languages, arena_str(arena, slug).ptr);
}

/* The folder is made beside its place, so that it is there whole or not. */
static bool write_folder(struct diags *diags, const struct folder *folder,
			 struct arena *arena)
{
	struct scaffold s = { .diags = diags, .arena = arena };
	const char *place = path_join(folder->content, folder->slug, arena);
	const char *dir =
		arena_printf(arena, "%s/.%.*s.paragone-%ld", folder->content,
			     STR_ARG(folder->slug), (long)getpid())
			.ptr;
	bool ok;

	if (folder->made.failed)
		return false;
	if (file_is_there(place)) {
		diag_error(diags, (struct place){ .file = place },
			   "there is something of that name already: nothing "
			   "was written");
		diag_hint(diags, "import into another folder with -o, or move "
				 "it away");
		return false;
	}
	if (file_is_dir(folder->content) && access(folder->content, W_OK))
		return diag_system(diags, folder->content,
				   "nothing can be made in it");
	for (size_t i = 0; i < folder->made.file_count; i++)
		scaffold_make(&s,
			      path_join(dir, folder->made.files[i].path, arena),
			      folder->made.files[i].text);
	ok = scaffold_write(&s);
	if (ok && rename(dir, place) != 0)
		ok = diag_system(diags, place, "cannot be written");
	if (ok)
		scaffold_finish(&s);
	else
		scaffold_undo(&s);
	return ok && write_site(diags, folder->content, arena);
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
	if (scaffold_write(&s)) {
		scaffold_finish(&s);
		return true;
	}
	scaffold_undo(&s);
	return false;
}

static void say_done(const struct draft *draft, const struct folder *folder)
{
	size_t blocks = draft->article->block_count;
	struct buf found = { 0 };

	draft_finding(draft, &found);
	printf("%s/%.*s: %.*s\n", folder->content, STR_ARG(folder->slug),
	       STR_ARG(buf_str(&found)));
	printf("%zu block%s, %zu not placed: see import-report.txt there\n",
	       blocks, blocks == 1 ? "" : "s", draft->unplaced_count);
	say_language();
	buf_release(&found);
}

static void say_study(const struct study *study, const struct folder *folder)
{
	struct buf said = { 0 };

	study_finding(study, &said);
	buf_text(&said, "\n");
	lines_write(&study->book->todo, "- TODO: ", &said);
	printf("%s/%.*s: %.*s", folder->content, STR_ARG(folder->slug),
	       STR_ARG(buf_str(&said)));
	printf("what became of each row and column: see import-report.txt "
	       "there\n");
	say_language();
	buf_release(&said);
}

/* Else what it found of a text in another language would look like all. */
static void say_language(void)
{
	printf("phrases are known in English only, the names of columns in German too\n");
}
