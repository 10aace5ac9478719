#include "scaffold/addition.h"

#include <string.h>

#include "base/file.h"
#include "make/resources.h"

static bool copy_folder(struct addition *a, const char *from, const char *to,
			int depth);
static struct str rename_theme(struct addition *a, struct str yaml,
			       struct str id);

/* The default theme once more, to be changed. */
bool add_theme(struct addition *a)
{
	const char *content = a->content;
	const char *resources = resources_find(a->diags, &a->arena);
	struct str parent = path_dir(str_from(content)), below;
	const char *from, *to;
	struct named theme;

	if (!resources || !addition_open_site(a) || !addition_name(a, &theme))
		return false;
	below = arena_printf(&a->arena, "themes/%.*s", STR_ARG(theme.id));
	from = path_join(resources, STR("themes/default"), &a->arena);
	to = path_join(strcmp(content, ".") == 0 ? ".."
		       : parent.len ? arena_str(&a->arena, parent).ptr
				    : "",
		       below, &a->arena);
	if (file_is_dir(to))
		return diag_error(a->diags, (struct place){ .file = to },
				  "this is there already");
	if (!copy_folder(a, from, to, 0))
		return false;
	for (size_t i = 0; i < a->files.count; i++)
		if (str_ends(str_from(a->files.files[i].path), "/theme.yaml"))
			a->files.files[i].text = rename_theme(
				a, a->files.files[i].text, theme.id);
	a->edit = str_from(path_join(to, STR("theme.yaml"), &a->arena));
	a->further = arena_printf(&a->arena,
				  "write `theme: %.*s` in site.yaml, or build "
				  "with --theme %.*s",
				  STR_ARG(theme.id), STR_ARG(theme.id))
			     .ptr;
	return scaffold_write(&a->files);
}

static bool copy_folder(struct addition *a, const char *from, const char *to,
			int depth)
{
	struct str *names, text;
	size_t count;
	bool ok = true;

	if (depth > 8 || !file_list(from, &names, &count, &a->arena))
		return diag_system(a->diags, from, "cannot be read");
	for (size_t i = 0; i < count && ok; i++) {
		const char *source = path_join(from, names[i], &a->arena);
		const char *target = path_join(to, names[i], &a->arena);

		if (file_is_dir(source))
			ok = copy_folder(a, source, target, depth + 1);
		else if (!file_read(source, &text, &a->arena))
			ok = diag_system(a->diags, source, "cannot be read");
		else
			scaffold_make(&a->files, target, text);
	}
	return ok;
}

/* "name: default" in its first line. */
static struct str rename_theme(struct addition *a, struct str yaml,
			       struct str id)
{
	size_t end = str_find(yaml, '\n');

	if (!str_starts(yaml, "name:"))
		return yaml;
	return ARENA_JOIN(&a->arena, STR("name: "), id,
			  str_from_byte(yaml, end));
}
