#include "scaffold/addition.h"

#include <string.h>

#include "base/file.h"
#include "read/content.h"

static bool add_workflow(struct addition *a, const char *root);

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
	if (!addition_put_comparison(a, STR("Tea vs Coffee"),
				     STR("tea-vs-coffee")))
		return false;
	a->edit = str_from(yaml);
	a->further = "tea-vs-coffee is an example: edit it, or remove it once "
		     "there is another";
	if (a->ci)
		a->further = "set PARAGONE in the workflow to where Paragone's "
			     "source is; tea-vs-coffee is an example";
	return scaffold_write(&a->files);
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

/* A page of its own, such as about.md. */
bool add_page(struct addition *a)
{
	struct named page;

	if (!addition_open_site(a) || !addition_name(a, &page))
		return false;
	a->edit = str_from(
		path_join(a->content,
			  arena_printf(&a->arena, "%.*s.md", STR_ARG(page.id)),
			  &a->arena));
	scaffold_make(&a->files, a->edit.ptr,
		      new_page_md(page.name, &a->arena));
	a->further = "link to it, or name it in `menu` of site.yaml";
	return scaffold_write(&a->files) &&
	       content_read_site(a->diags, a->content, &a->now.site, &a->arena);
}
