#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/slug.h"
#include "base/utf16.h"
#include "cli/commands.h"
#include "judge/result.h"
#include "make/resources.h"
#include "read/content.h"
#include "read/csv.h"
#include "read/lexical.h"
#include "read/reader.h"
#include "read/text.h"
#include "scaffold/content_edit.h"
#include "scaffold/new_text.h"
#include "scaffold/scaffold.h"
#include "scaffold/title.h"

enum { OPTIONS_MOST = 16 }; /* in the title of a new comparison */

struct work {
	const struct options *options;
	struct diags *diags;
	struct arena arena;
	struct scaffold files;
	const char *content;
	struct site site;
	struct comparison c; /* that is added to, and its front matter alone */
	struct comparison head;
	const char *dir;     /* of the comparison */
	struct str edit;     /* what to edit first */
	const char *further; /* more to say, or NULL */
};

static int run(const struct options *options);
static bool make_site(struct work *w);
static bool add_workflow(struct work *w, const char *root);
static bool make_comparison(struct work *w);
static bool add_comparison(struct work *w, struct str title, struct str id);
static bool name_options(struct work *w, struct str title, struct str id,
			 struct named *options, size_t *count);
static bool make_option(struct work *w);
static bool is_called(struct work *w, struct str name);
static bool needs_stand_ins(const struct comparison *c);
static bool add_option_column(struct work *w, struct str id);
static bool add_option_rows(struct work *w, const struct csv *csv,
			    struct str text, struct str id);
static size_t column_of(const struct csv *csv, const char *name);
static size_t last_option_column(const struct work *w, const struct csv *csv);
static struct str stand_in(struct work *w, struct str criterion);
static size_t worst_option(const struct work *w, struct str criterion);
static bool add_to_tables(struct work *w, struct str id);
static bool make_criterion(struct work *w);
static bool add_criterion_rows(struct work *w, struct str id);
static const char *criterion_file(struct work *w, struct str id);
static bool make_profile(struct work *w);
static bool make_theme(struct work *w);
static bool copy_folder(struct work *w, const char *from, const char *to,
			int depth);
static struct str rename_theme(struct work *w, struct str yaml, struct str id);
static bool open_site(struct work *w, const char *content);
static bool open_comparison(struct work *w);
static bool take_name(struct work *w, const char *given, struct named *named);
static bool check_name(struct work *w, struct str name);
static bool read_raw(struct work *w, const char *path, struct str *text);
static bool check_result(struct work *w);
static int finish(struct work *w, bool ok);

static const struct {
	const char *kind;
	bool (*make)(struct work *w);
	int least, most; /* words behind the kind */
	const char *wants;
} KINDS[] = {
	{ "site", make_site, 0, 1, "[FOLDER]" },
	{ "comparison", make_comparison, 1, 2, "\"A vs B\" [CONTENT]" },
	{ "option", make_option, 2, 3, "COMPARISON NAME [CONTENT]" },
	{ "criterion", make_criterion, 2, 3, "COMPARISON NAME [CONTENT]" },
	{ "profile", make_profile, 2, 3, "COMPARISON NAME [CONTENT]" },
	{ "theme", make_theme, 1, 2, "NAME [CONTENT]" },
};

const struct command COMMAND_NEW = {
	.name = "new",
	.usage = "KIND [NAME]",
	.does = "make a site, a comparison, an option …",
	.choices = "site comparison option criterion profile theme",
	.least = 1,
	.run = run,
	.help = "Usage: paragone new site [FOLDER] [--ci github|gitlab]\n"
		"       paragone new comparison \"A vs B\" [CONTENT]\n"
		"       paragone new option|criterion|profile COMPARISON NAME "
		"[CONTENT]\n"
		"       paragone new theme NAME [CONTENT]\n"
		"\n"
		"Makes files that build at once, and says which to edit next. What is\n"
		"there is never overwritten. A new option or criterion gets its "
		"sections,\n"
		"and its cells in scores.csv and the tables.\n"
		"\n"
		"      --id ID            the id, where the name gives none: "
		"lower-case\n"
		"                         letters, digits and hyphens\n"
		"      --ci HOST          add a workflow that builds and publishes the\n"
		"                         site: github or gitlab\n"
		"\n"
		"Example: paragone new comparison \"Tea vs Coffee\"\n",
};

static int run(const struct options *options)
{
	struct work w = { .options = options, .diags = diags_new() };
	const char *kind = options->words[0];
	int given = options->word_count - 1;
	size_t k = 0;

	w.files.diags = w.diags;
	w.files.arena = &w.arena;
	while (k < sizeof(KINDS) / sizeof(*KINDS) &&
	       strcmp(KINDS[k].kind, kind))
		k++;
	if (k == sizeof(KINDS) / sizeof(*KINDS) || given < KINDS[k].least ||
	    given > KINDS[k].most ||
	    (options->ci && KINDS[k].make != make_site)) {
		diags_free(w.diags);
		if (k == sizeof(KINDS) / sizeof(*KINDS))
			fprintf(stderr,
				"paragone: there is no new \"%s\"\n"
				"  hint: there is site, comparison, option, "
				"criterion, profile and theme\n",
				kind);
		else
			fprintf(stderr,
				"paragone: expected paragone new %s %s\n"
				"  hint: `paragone help new` explains%s\n",
				kind, KINDS[k].wants,
				options->ci ? "; --ci goes with site" : "");
		return 2;
	}
	return finish(&w, KINDS[k].make(&w));
}

/* A site needs a comparison: it begins with one to be replaced. */
static bool make_site(struct work *w)
{
	const char *folder =
		w->options->word_count > 1 ? w->options->words[1] : "content";
	struct str parent = path_dir(str_from(folder));
	const char *root = parent.len	      ? arena_str(&w->arena, parent).ptr
			   : folder[0] == '/' ? "/"
					      : "";
	const char *yaml = path_join(folder, STR("site.yaml"), &w->arena);

	w->content = folder;
	if (w->options->ci && !add_workflow(w, strcmp(folder, ".") ? root : ""))
		return false;
	if (w->options->ci && file_is_regular(yaml)) {
		w->edit = STR("PARAGONE in the workflow");
		return scaffold_write(&w->files);
	}
	scaffold_make(&w->files, yaml, new_site_yaml(&w->arena));
	scaffold_make(&w->files, path_join(folder, STR("index.md"), &w->arena),
		      new_home(&w->arena));
	if (!add_comparison(w, STR("Tea vs Coffee"), STR("tea-vs-coffee")))
		return false;
	w->edit = str_from(yaml);
	w->further = "tea-vs-coffee is an example: edit it, or remove it once "
		     "there is another";
	if (w->options->ci)
		w->further = "set PARAGONE in the workflow to where Paragone's "
			     "source is; tea-vs-coffee is an example";
	return scaffold_write(&w->files);
}

static bool add_workflow(struct work *w, const char *root)
{
	bool github = !strcmp(w->options->ci, "github");
	struct str name = github ? STR(".github/workflows/site.yml")
				 : STR(".gitlab-ci.yml");
	struct str content = path_base(str_from(w->content));

	if (!content.len)
		content = STR("content");
	for (size_t i = 0; i < content.len; i++)
		if (strchr("\"\\$`\n", content.ptr[i]))
			return diag_error(w->diags,
					  (struct place){ .file = w->content },
					  "a workflow cannot name this folder");
	scaffold_make(&w->files, path_join(root, name, &w->arena),
		      new_workflow(w->options->ci,
				   arena_str(&w->arena, content).ptr,
				   &w->arena));
	return true;
}

static bool make_comparison(struct work *w)
{
	const struct options *o = w->options;
	struct named title;

	return open_site(w, o->word_count > 2 ? o->words[2] : "content") &&
	       take_name(w, o->words[1], &title) &&
	       add_comparison(w, title.name, title.id) &&
	       scaffold_write(&w->files) && check_result(w);
}

static bool add_comparison(struct work *w, struct str title, struct str id)
{
	struct arena *arena = &w->arena;
	const char *dir = path_join(w->content, id, arena);
	struct named options[OPTIONS_MOST];
	size_t count;

	if (slug_is_taken(id))
		return diag_error(w->diags, (struct place){ .file = dir },
				  "a comparison cannot be called \"%.*s\"",
				  STR_ARG(id));
	if (file_is_dir(dir))
		return diag_error(w->diags, (struct place){ .file = dir },
				  "this is there already");
	if (!name_options(w, title, id, options, &count))
		return false;
	w->edit = str_from(path_join(dir, STR("comparison.md"), arena));
	scaffold_make(&w->files, w->edit.ptr,
		      new_comparison_md(title, options, count, arena));
	for (size_t i = 0; i < count; i++)
		scaffold_make(&w->files,
			      path_join(dir,
					arena_printf(arena, "options/%.*s.md",
						     STR_ARG(options[i].id)),
					arena),
			      new_option_md(options[i].name, arena));
	scaffold_make(&w->files,
		      path_join(dir, STR("criteria/10-ease-of-use.md"), arena),
		      new_criterion_md(STR("Ease of use"), options, count,
				       arena));
	scaffold_make(&w->files, path_join(dir, STR("scores.csv"), arena),
		      new_scores_csv(STR("ease-of-use"), options, count,
				     arena));
	scaffold_make(&w->files, path_join(dir, STR("sources.yaml"), arena),
		      new_sources_yaml(arena));
	w->dir = dir;
	w->head.slug = id;
	return true;
}

/* Of "Tea vs Coffee"; the id may say what the names do not: `tee-vs-tee2`. */
static bool name_options(struct work *w, struct str title, struct str id,
			 struct named *options, size_t *count)
{
	struct str names[OPTIONS_MOST];
	struct comparison before = {
		.options = arena_array(&w->arena, struct option, OPTIONS_MOST)
	};
	struct str rest = id;
	bool ok = true;

	*count = title_split(title_subject(title), names, OPTIONS_MOST);
	if (*count < 2) {
		*count = 2;
		options[0] = (struct named){ STR("a"), STR("Option A") };
		options[1] = (struct named){ STR("b"), STR("Option B") };
		return true;
	}
	for (size_t i = 0; i < *count; i++) {
		size_t end = str_find_str(rest, STR("-vs-"));

		options[i] = (struct named){ slug_of(names[i], &w->arena),
					     names[i] };
		if (w->options->id)
			options[i].id = str_slice(rest, 0, end);
		rest = str_from_byte(rest, end + strlen("-vs-"));
		ok &= options[i].id.len && id_is_valid(options[i].id) &&
		      !column_is_taken(options[i].id) && names[i].len;
		ok &= comparison_find_called(&before, options[i].id) == i &&
		      comparison_find_called(&before, names[i]) == i;
		before.options[i].id = options[i].id;
		before.options[i].name.str = names[i];
		before.option_count++;
	}
	if (ok)
		return true;
	diag_error(w->diags, (struct place){ .file = NULL },
		   "\"%.*s\" does not give each option an id of its own",
		   STR_ARG(title));
	diag_hint(w->diags, "name them with --id FIRST-vs-SECOND, in "
			    "lower-case letters, digits and hyphens");
	return false;
}

static bool make_option(struct work *w)
{
	struct arena *arena = &w->arena;
	struct named option;
	const char *path;
	struct str text;

	if (!open_comparison(w) || !take_name(w, w->options->words[2], &option))
		return false;
	if (column_is_taken(option.id))
		return diag_error(w->diags, (struct place){ .file = NULL },
				  "the id \"%.*s\" is a column of scores.csv",
				  STR_ARG(option.id));
	if (is_called(w, option.id) || is_called(w, option.name))
		return false;
	path = path_join(w->dir, STR("comparison.md"), arena);
	if (!read_raw(w, path, &text))
		return false;
	scaffold_change(
		&w->files, path,
		edit_yaml_list(text,
			       w->head.options[w->head.option_count - 1].at,
			       option.id, arena));
	w->edit = str_from(path_join(w->dir,
				     arena_printf(arena, "options/%.*s.md",
						  STR_ARG(option.id)),
				     arena));
	scaffold_make(&w->files, w->edit.ptr,
		      new_option_md(option.name, arena));
	for (size_t j = 0; j < w->c.criterion_count; j++) {
		const char *file = w->c.criteria[j].at.file;

		if (!read_raw(w, file, &text))
			return false;
		scaffold_change(&w->files, file,
				edit_append(text, new_section(option, arena),
					    arena));
	}
	if (w->c.scored && !add_option_column(w, option.id))
		return false;
	if (w->c.scored)
		w->further =
			needs_stand_ins(&w->c)
				? "its scores in scores.csv are stand-ins, "
				  "the worst of each criterion: the "
				  "comparison states a result or allows "
				  "no gap"
				: "its scores in scores.csv are empty: a "
				  "criterion counts when all have one";
	return add_to_tables(w, option.id) && scaffold_write(&w->files) &&
	       check_result(w);
}

/* Reports an option that is called so already. */
static bool is_called(struct work *w, struct str name)
{
	return comparison_find_called(&w->c, name) < w->c.option_count &&
	       !diag_error(w->diags, w->c.at,
			   "there is an option \"%.*s\" already",
			   STR_ARG(name));
}

/* Where gaps would make what the author states an error. */
static bool needs_stand_ins(const struct comparison *c)
{
	bool needs = c->scoring.missing == MISSING_ERROR ||
		     c->verdict.claim != CLAIM_NONE_MADE;

	for (size_t j = 0; j < c->criterion_count; j++)
		needs |= c->criteria[j].winner.claim != CLAIM_NONE_MADE;
	return needs;
}

static bool add_option_column(struct work *w, struct str id)
{
	const char *path = path_join(w->dir, STR("scores.csv"), &w->arena);
	struct str text, *cells;
	size_t criterion;
	struct csv csv;

	if (!read_raw(w, path, &text) ||
	    !csv_parse(w->diags, path, w->c.scores_text, &csv, &w->arena))
		return false;
	if (column_of(&csv, "score") < csv.records[0].count)
		return add_option_rows(w, &csv, text, id);
	criterion = column_of(&csv, "criterion");
	cells = arena_array(&w->arena, struct str, csv.count);
	cells[0] = id;
	for (size_t row = 1; row < csv.count; row++)
		cells[row] =
			stand_in(w, csv.records[row].fields[criterion].text);
	scaffold_change(&w->files, path,
			edit_csv_column(text, last_option_column(w, &csv),
					cells, csv.count, &w->arena));
	return true;
}

/* A row for every criterion that has one. */
static bool add_option_rows(struct work *w, const struct csv *csv,
			    struct str text, struct str id)
{
	size_t width = csv->records[0].count;
	size_t criterion = column_of(csv, "criterion");
	size_t option = column_of(csv, "option");
	size_t score = column_of(csv, "score");
	struct str *cells = arena_array(&w->arena, struct str, width);

	for (size_t j = 0; j < w->c.criterion_count; j++) {
		struct str name = w->c.criteria[j].id;
		size_t row = 1;

		while (row < csv->count &&
		       !str_equals(csv->records[row].fields[criterion].text,
				   name))
			row++;
		if (row == csv->count)
			continue;
		cells[criterion] = name;
		cells[option] = id;
		cells[score] = stand_in(w, name);
		text = edit_csv_row(text, cells, width, &w->arena);
	}
	scaffold_change(&w->files,
			path_join(w->dir, STR("scores.csv"), &w->arena), text);
	return true;
}

static size_t column_of(const struct csv *csv, const char *name)
{
	const struct record *header = &csv->records[0];
	size_t k = 0;

	while (k < header->count && !str_is(header->fields[k].text, name))
		k++;
	return k;
}

static size_t last_option_column(const struct work *w, const struct csv *csv)
{
	const struct record *header = &csv->records[0];
	size_t last = 0;

	for (size_t k = 0; k < header->count; k++)
		if (comparison_find_option(&w->c, header->fields[k].text) <
		    w->c.option_count)
			last = k;
	return last;
}

/* The score of the option that does worst, or nothing. */
static struct str stand_in(struct work *w, struct str criterion)
{
	size_t j = comparison_find_criterion(&w->c, criterion);
	size_t worst = worst_option(w, criterion);

	if (worst == w->c.option_count || !needs_stand_ins(&w->c))
		return STR("");
	return arena_printf(&w->arena, "%.15g",
			    w->c.criteria[j].scores[worst].value);
}

static size_t worst_option(const struct work *w, struct str criterion)
{
	size_t j = comparison_find_criterion(&w->c, criterion);
	size_t worst = w->c.option_count;
	const struct criterion *at;

	if (j == w->c.criterion_count)
		return worst;
	at = &w->c.criteria[j];
	for (size_t i = 0; i < w->c.option_count; i++) {
		double sign = at->measure.lower_is_better ? -1 : 1;

		if (isnan(at->scores[i].value))
			return w->c.option_count;
		if (worst == w->c.option_count ||
		    sign * at->scores[i].value < sign * at->scores[worst].value)
			worst = i;
	}
	return worst;
}

/* Further tables have a column for every option. */
static bool add_to_tables(struct work *w, struct str id)
{
	for (size_t t = 0; t < w->c.table_count; t++) {
		const char *path = w->c.tables[t].at.file;
		struct str text;

		if (!read_raw(w, path, &text))
			return false;
		if (str_ends(str_from(path), ".csv")) {
			struct diags *unheard = diags_new();
			struct csv csv;

			csv_parse(unheard, path, text, &csv, &w->arena);
			diags_free(unheard);
			text = edit_csv_column(text, csv.records[0].count - 1,
					       &id, 1, &w->arena);
		} else {
			text = edit_markdown_column(text, id, &w->arena);
		}
		scaffold_change(&w->files, path, text);
	}
	return true;
}

static bool make_criterion(struct work *w)
{
	struct arena *arena = &w->arena;
	struct named criterion, *options;

	if (!open_comparison(w) ||
	    !take_name(w, w->options->words[2], &criterion))
		return false;
	if (criterion_id_is_taken(&w->c, criterion.id)) {
		diag_error(w->diags, (struct place){ .file = w->dir },
			   "a page has the id \"%.*s\" already",
			   STR_ARG(criterion.id));
		diag_hint(w->diags, "give another with --id");
		return false;
	}
	if (comparison_find_criterion(&w->c, criterion.id) <
	    w->c.criterion_count)
		return diag_error(w->diags, w->c.at,
				  "there is a criterion \"%.*s\" already",
				  STR_ARG(criterion.id));
	options = arena_array(arena, struct named, w->c.option_count);
	for (size_t i = 0; i < w->c.option_count; i++)
		options[i] = (struct named){ w->c.options[i].id,
					     w->c.options[i].name.str };
	w->edit = str_from(criterion_file(w, criterion.id));
	scaffold_make(&w->files, w->edit.ptr,
		      new_criterion_md(criterion.name, options,
				       w->c.option_count, arena));
	if (w->c.scored && !add_criterion_rows(w, criterion.id))
		return false;
	return scaffold_write(&w->files) && check_result(w);
}

/* Empty, or the least of the scale where no gap is allowed. */
static bool add_criterion_rows(struct work *w, struct str id)
{
	const char *path = path_join(w->dir, STR("scores.csv"), &w->arena);
	bool fill = w->c.scoring.missing == MISSING_ERROR;
	struct str text, *cells, score = { "", 0 };
	struct csv csv;
	size_t width, option;

	if (!read_raw(w, path, &text) ||
	    !csv_parse(w->diags, path, w->c.scores_text, &csv, &w->arena))
		return false;
	if (fill)
		score = arena_printf(&w->arena, "%.15g", w->c.scoring.min);
	w->further = fill ? "its scores in scores.csv are stand-ins: the least "
			    "of the scale"
			  : "its scores in scores.csv are empty: it counts "
			    "when every option has one";
	width = csv.records[0].count;
	option = column_of(&csv, "option");
	cells = arena_array(&w->arena, struct str, width);
	cells[column_of(&csv, "criterion")] = id;
	for (size_t i = 0; i < w->c.option_count; i++) {
		if (option == width) {
			cells[column_of(&csv, w->c.options[i].id.ptr)] = score;
			continue;
		}
		cells[option] = w->c.options[i].id;
		cells[column_of(&csv, "score")] = score;
		text = edit_csv_row(text, cells, width, &w->arena);
	}
	if (option == width)
		text = edit_csv_row(text, cells, width, &w->arena);
	scaffold_change(&w->files, path, text);
	return true;
}

/* Ten behind the last number, with as many digits: "020-speed.md". */
static const char *criterion_file(struct work *w, struct str id)
{
	const char *dir = path_join(w->dir, STR("criteria"), &w->arena);
	unsigned long last = 0;
	int digits = 1;
	struct str *names;
	size_t count;

	if (!file_list(dir, &names, &count, &w->arena))
		count = 0;
	for (size_t i = 0; i < count; i++) {
		int len = 0;
		unsigned long number = 0;

		while ((size_t)len < names[i].len && len < 9 &&
		       names[i].ptr[len] >= '0' && names[i].ptr[len] <= '9')
			number = number * 10 +
				 (unsigned long)(names[i].ptr[len++] - '0');
		if (number > last)
			last = number;
		if (len > digits)
			digits = len;
	}
	return path_join(dir,
			 arena_printf(&w->arena, "%0*lu-%.*s.md", digits,
				      last / 10 * 10 + 10, STR_ARG(id)),
			 &w->arena);
}

static bool make_profile(struct work *w)
{
	struct named profile;

	if (!open_comparison(w) ||
	    !take_name(w, w->options->words[2], &profile))
		return false;
	w->edit = str_from(path_join(w->dir,
				     arena_printf(&w->arena, "profiles/%.*s.md",
						  STR_ARG(profile.id)),
				     &w->arena));
	scaffold_make(&w->files, w->edit.ptr,
		      new_profile_md(profile.name, &w->c, &w->arena));
	return scaffold_write(&w->files) && check_result(w);
}

/* The default theme once more, to be changed. */
static bool make_theme(struct work *w)
{
	const struct options *o = w->options;
	const char *content = o->word_count > 2 ? o->words[2] : "content";
	const char *resources = resources_find(w->diags, &w->arena);
	struct str parent = path_dir(str_from(content)), below;
	const char *from, *to;
	struct named theme;

	if (!resources || !open_site(w, content) ||
	    !take_name(w, o->words[1], &theme))
		return false;
	below = arena_printf(&w->arena, "themes/%.*s", STR_ARG(theme.id));
	from = path_join(resources, STR("themes/default"), &w->arena);
	to = path_join(strcmp(content, ".") == 0 ? ".."
		       : parent.len ? arena_str(&w->arena, parent).ptr
				    : "",
		       below, &w->arena);
	if (file_is_dir(to))
		return diag_error(w->diags, (struct place){ .file = to },
				  "this is there already");
	if (!copy_folder(w, from, to, 0))
		return false;
	for (size_t i = 0; i < w->files.count; i++)
		if (str_ends(str_from(w->files.files[i].path), "/theme.yaml"))
			w->files.files[i].text = rename_theme(
				w, w->files.files[i].text, theme.id);
	w->edit = str_from(path_join(to, STR("theme.yaml"), &w->arena));
	w->further = arena_printf(&w->arena,
				  "write `theme: %.*s` in site.yaml, or build "
				  "with --theme %.*s",
				  STR_ARG(theme.id), STR_ARG(theme.id))
			     .ptr;
	return scaffold_write(&w->files);
}

static bool copy_folder(struct work *w, const char *from, const char *to,
			int depth)
{
	struct str *names, text;
	size_t count;
	bool ok = true;

	if (depth > 8 || !file_list(from, &names, &count, &w->arena))
		return diag_system(w->diags, from, "cannot be read");
	for (size_t i = 0; i < count && ok; i++) {
		const char *source = path_join(from, names[i], &w->arena);
		const char *target = path_join(to, names[i], &w->arena);

		if (file_is_dir(source))
			ok = copy_folder(w, source, target, depth + 1);
		else if (!file_read(source, &text, &w->arena))
			ok = diag_system(w->diags, source, "cannot be read");
		else
			scaffold_make(&w->files, target, text);
	}
	return ok;
}

/* "name: default" in its first line. */
static struct str rename_theme(struct work *w, struct str yaml, struct str id)
{
	size_t end = str_find(yaml, '\n');

	if (!str_starts(yaml, "name:"))
		return yaml;
	return ARENA_JOIN(&w->arena, STR("name: "), id,
			  str_from_byte(yaml, end));
}

static bool open_site(struct work *w, const char *content)
{
	const char *yaml = path_join(content, STR("site.yaml"), &w->arena);

	w->content = content;
	if (file_is_regular(yaml))
		return true;
	diag_error(w->diags, (struct place){ .file = yaml },
		   "there is no such file");
	if (file_is_regular("site.yaml"))
		diag_hint(w->diags,
			  "site.yaml is in this folder: name it \".\"");
	else
		diag_hint(w->diags, "`paragone new site %s` makes one",
			  content);
	return false;
}

/* One that has errors is left alone. */
static bool open_comparison(struct work *w)
{
	const struct options *o = w->options;
	struct str slug = str_from(o->words[1]), *files;
	const char *content = o->word_count > 3 ? o->words[3] : "content";
	bool found = false;
	size_t count;

	if (!open_site(w, content) ||
	    !content_read_site(w->diags, content, &w->site, &w->arena))
		return false;
	for (size_t i = 0; i < w->site.slug_count; i++)
		found |= str_equals(w->site.slugs[i], slug);
	if (!found) {
		diag_error(w->diags, (struct place){ .file = content },
			   "there is no comparison \"%.*s\"", STR_ARG(slug));
		diag_suggest(w->diags, slug, w->site.slugs, w->site.slug_count);
		return false;
	}
	w->dir = path_join(content, slug, &w->arena);
	/* What the head alone cannot know, the whole reading judges. */
	content_read_head(w->diags, &w->site, slug, &w->head, &w->arena);
	return content_read_comparison(w->diags, &w->site, slug, &w->c, &files,
				       &count, &w->arena);
}

static bool take_name(struct work *w, const char *given, struct named *named)
{
	const char *id = w->options->id;

	named->name = str_trim(str_from(given));
	if (!check_name(w, named->name))
		return false;
	named->id = id ? str_from(id)
		       : slug_of(title_subject(named->name), &w->arena);
	if (named->id.len && id_is_valid(named->id))
		return true;
	if (id)
		return diag_error(w->diags, (struct place){ .file = NULL },
				  "the id \"%s\" must be lower-case letters, "
				  "digits and hyphens",
				  id);
	diag_error(w->diags, (struct place){ .file = NULL },
		   "no id can be made of the name \"%.*s\"",
		   STR_ARG(named->name));
	diag_hint(w->diags, "add --id and an id of lower-case letters, digits "
			    "and hyphens");
	return false;
}

static bool check_name(struct work *w, struct str name)
{
	struct place at = { .file = NULL };

	if (!name.len)
		return diag_error(w->diags, at, "the name is empty");
	for (size_t i = 0; i < name.len; i++)
		if ((unsigned char)name.ptr[i] < ' ')
			return diag_error(w->diags, at,
					  "a name has no control characters");
	return text_check(w->diags, (struct place){ "the name", 1, 1, 1 },
			  name);
}

/* As it is, with its byte order mark: it is written again. */
/* UTF-16 becomes UTF-8: what is added to it is that. */
static bool read_raw(struct work *w, const char *path, struct str *text)
{
	if (!file_read(path, text, &w->arena))
		return diag_system(w->diags, path, "cannot be read");
	if (utf16_is(*text))
		*text = utf16_decode(*text, &w->arena);
	return true;
}

/* What is stated may not stand any more; then it is said at once. */
static bool check_result(struct work *w)
{
	struct comparison c;
	struct str *files;
	size_t count;

	return content_read_site(w->diags, w->content, &w->site, &w->arena) &&
	       content_read_comparison(w->diags, &w->site, w->head.slug, &c,
				       &files, &count, &w->arena) &&
	       result_check(w->diags, &c, result_of(&c, &w->arena));
}

static int finish(struct work *w, bool ok)
{
	struct diag_style style = { .colour = isatty(STDERR_FILENO) };
	int status = diags_status(w->diags);

	diags_print(w->diags, stderr, style);
	if (ok) {
		scaffold_print(&w->files, stdout);
		printf("\nNext: edit %.*s\n", STR_ARG(w->edit));
		if (w->further)
			printf("      %s\n", w->further);
		printf("      then `paragone build%s%s`\n",
		       strcmp(w->content, "content") ? " " : "",
		       strcmp(w->content, "content") ? w->content : "");
	}
	diags_free(w->diags);
	arena_release(&w->arena);
	return status;
}
