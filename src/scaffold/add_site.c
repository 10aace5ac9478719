#include "scaffold/addition.h"

#include <string.h>

#include "base/file.h"
#include "base/slug.h"
#include "read/lexical.h"
#include "read/reader.h"
#include "scaffold/title.h"

enum { OPTIONS_MOST = 16 }; /* in the title of a new comparison */

static bool add_workflow(struct addition *a, const char *root);
static bool put_comparison(struct addition *a, struct str title, struct str id);
static bool name_options(struct addition *a, struct str title, struct str id,
			 struct named *options, size_t *count);

/* A site needs a comparison: it begins with one to be replaced. */
bool add_site(struct addition *a)
{
	const char *folder = a->content;
	struct str parent = path_dir(str_from(folder));
	const char *root = parent.len	      ? arena_str(&a->arena, parent).ptr
			   : folder[0] == '/' ? "/"
					      : "";
	const char *yaml = path_join(folder, STR("site.yaml"), &a->arena);

	if (a->ci && !add_workflow(a, strcmp(folder, ".") ? root : ""))
		return false;
	if (a->ci && file_is_regular(yaml)) {
		a->edit = STR("PARAGONE in the workflow");
		return scaffold_write(&a->files);
	}
	scaffold_make(&a->files, yaml, new_site_yaml(&a->arena));
	scaffold_make(&a->files, path_join(folder, STR("index.md"), &a->arena),
		      new_home(&a->arena));
	if (!put_comparison(a, STR("Tea vs Coffee"), STR("tea-vs-coffee")))
		return false;
	a->edit = str_from(yaml);
	a->further = "tea-vs-coffee is an example: edit it, or remove it once "
		     "there is another";
	if (a->ci)
		a->further = "set PARAGONE in the workflow to where Paragone's "
			     "source is; tea-vs-coffee is an example";
	return scaffold_write(&a->files);
}

bool add_comparison(struct addition *a)
{
	struct named title;

	return addition_open_site(a) && addition_name(a, &title) &&
	       put_comparison(a, title.name, title.id) &&
	       scaffold_write(&a->files) && addition_check(a);
}

static bool add_workflow(struct addition *a, const char *root)
{
	bool github = !strcmp(a->ci, "github");
	struct str name = github ? STR(".github/workflows/site.yml")
				 : STR(".gitlab-ci.yml");
	struct str content = path_base(str_from(a->content));

	if (!content.len)
		content = STR("content");
	for (size_t i = 0; i < content.len; i++)
		if (strchr("\"\\$`\n", content.ptr[i]))
			return diag_error(a->diags,
					  (struct place){ .file = a->content },
					  "a workflow cannot name this folder");
	scaffold_make(&a->files, path_join(root, name, &a->arena),
		      new_workflow(a->ci, arena_str(&a->arena, content).ptr,
				   &a->arena));
	return true;
}

static bool put_comparison(struct addition *a, struct str title, struct str id)
{
	struct arena *arena = &a->arena;
	const char *dir = path_join(a->content, id, arena);
	struct named options[OPTIONS_MOST];
	size_t count;

	if (slug_is_taken(id))
		return diag_error(a->diags, (struct place){ .file = dir },
				  "a comparison cannot be called \"%.*s\"",
				  STR_ARG(id));
	if (file_is_dir(dir))
		return diag_error(a->diags, (struct place){ .file = dir },
				  "this is there already");
	if (!name_options(a, title, id, options, &count))
		return false;
	a->edit = str_from(path_join(dir, STR("comparison.md"), arena));
	scaffold_make(&a->files, a->edit.ptr,
		      new_comparison_md(title, options, count, arena));
	for (size_t i = 0; i < count; i++)
		scaffold_make(&a->files,
			      path_join(dir,
					arena_printf(arena, "options/%.*s.md",
						     STR_ARG(options[i].id)),
					arena),
			      new_option_md(options[i].name, arena));
	scaffold_make(&a->files,
		      path_join(dir, STR("criteria/10-ease-of-use.md"), arena),
		      new_criterion_md(STR("Ease of use"), options, count,
				       arena));
	scaffold_make(&a->files, path_join(dir, STR("scores.csv"), arena),
		      new_scores_csv(STR("ease-of-use"), options, count,
				     arena));
	scaffold_make(&a->files, path_join(dir, STR("sources.yaml"), arena),
		      new_sources_yaml(arena));
	a->dir = dir;
	a->head.slug = id;
	return true;
}

/* Of "Tea vs Coffee"; the id may say what the names do not: `tee-vs-tee2`. */
static bool name_options(struct addition *a, struct str title, struct str id,
			 struct named *options, size_t *count)
{
	struct str names[OPTIONS_MOST];
	struct comparison before = {
		.options = arena_array(&a->arena, struct option, OPTIONS_MOST)
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

		options[i] = (struct named){ slug_of(names[i], &a->arena),
					     names[i] };
		if (a->id)
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
	diag_error(a->diags, (struct place){ .file = NULL },
		   "\"%.*s\" does not give each option an id of its own",
		   STR_ARG(title));
	diag_hint(a->diags, "name them with --id FIRST-vs-SECOND, in "
			    "lower-case letters, digits and hyphens");
	return false;
}
