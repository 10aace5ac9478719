#include "scaffold/addition.h"

#include <string.h>

#include "base/file.h"
#include "make/lineage.h"
#include "make/resources.h"

static const char *folder_of(struct addition *a, struct str id);
static void put(struct addition *a, const char *dir, const char *name,
		struct str text);
static struct str tokens(struct addition *a, const struct theme *parent,
			 struct str id);
static struct str colour(const struct theme_mode *mode);

/* Three files that stand on another theme, each with something to change. */
bool add_theme(struct addition *a)
{
	const char *resources = resources_find(a->diags, &a->arena), *dir;
	struct str extends = str_from(a->extends ? a->extends : "default");
	struct theme parent;
	struct named theme;

	if (!resources || !addition_open_site(a) || !addition_name(a, &theme))
		return false;
	dir = folder_of(a, theme.id);
	if (file_is_dir(dir))
		return diag_error(a->diags, (struct place){ .file = dir },
				  "this is there already");
	if (!lineage_read(a->diags, resources, a->content, extends,
			  (struct place){ 0 }, &parent, &a->arena))
		return false;
	parent.name.str = extends;
	put(a, dir, "theme.yaml", tokens(a, &parent, theme.id));
	put(a, dir, "assets/style.css",
	    arena_printf(&a->arena,
			 "/* These rules come after those of \"%.*s\". */\n"
			 ".brand { color: var(--accent); }\n",
			 STR_ARG(extends)));
	put(a, dir, "templates/base.mustache",
	    arena_printf(&a->arena,
			 "{{<base}}\n"
			 "{{$head}}\n"
			 "<meta name=\"theme-color\" content=\"%.*s\">\n"
			 "{{/head}}\n"
			 "{{/base}}\n",
			 STR_ARG(colour(&parent.light))));
	a->edit = str_from(path_join(dir, STR("theme.yaml"), &a->arena));
	a->further = arena_printf(&a->arena,
				  "write `theme: %.*s` in site.yaml, or build "
				  "with --theme %.*s",
				  STR_ARG(theme.id), STR_ARG(theme.id))
			     .ptr;
	return scaffold_write(&a->files);
}

/* Beside the content folder. */
static const char *folder_of(struct addition *a, struct str id)
{
	struct str parent = path_dir(str_from(a->content));
	const char *above = parent.len ? arena_str(&a->arena, parent).ptr : "";

	if (strcmp(a->content, ".") == 0)
		above = "..";
	return path_join(above,
			 arena_printf(&a->arena, "themes/%.*s", STR_ARG(id)),
			 &a->arena);
}

static void put(struct addition *a, const char *dir, const char *name,
		struct str text)
{
	scaffold_make(&a->files, path_join(dir, str_from(name), &a->arena),
		      text);
}

static struct str tokens(struct addition *a, const struct theme *parent,
			 struct str id)
{
	return arena_printf(&a->arena,
			    "# What differs from \"%.*s\"; docs/themes.md "
			    "lists all there is.\n"
			    "name: %.*s\n"
			    "extends: %.*s\n"
			    "colors:\n"
			    "  light:\n"
			    "    accent: \"%.*s\"\n"
			    "  dark:\n"
			    "    accent: \"%.*s\"\n",
			    STR_ARG(parent->name.str), STR_ARG(id),
			    STR_ARG(parent->name.str),
			    STR_ARG(colour(&parent->light)),
			    STR_ARG(colour(&parent->dark)));
}

static struct str colour(const struct theme_mode *mode)
{
	return theme_find(mode, "accent")->text.str;
}
