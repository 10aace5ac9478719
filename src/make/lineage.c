#include "make/lineage.h"

#include <string.h>

#include "base/fence.h"
#include "base/file.h"
#include "read/theme.h"

enum { GENERATIONS_MOST = 16 };

/* The theme asked for first, then the one that it extends, and so on. */
struct line {
	struct diags *diags;
	const char *resources, *content;
	struct theme themes[GENERATIONS_MOST];
	size_t count;
	struct arena *arena;
};

static const char *folder_of(struct line *line, struct str name,
			     struct place at);
static const char *free_folder(const struct line *line, const char *const *dirs,
			       size_t count);
static bool is_taken(const struct line *line, const char *dir);
static void refuse_circle(const struct line *line, struct str name,
			  struct place at);
static void suggest(const struct line *line, struct str wrong);
static const char *beside(const struct line *line, const char *below);

bool lineage_read(struct diags *diags, const char *resources,
		  const char *content, struct str name, struct place at,
		  struct theme *theme, struct arena *arena)
{
	struct line line = { .diags = diags,
			     .resources = resources,
			     .content = content,
			     .arena = arena };
	bool ok = true;

	while (name.len && ok) {
		const char *dir = folder_of(&line, name, at);
		struct theme *next = &line.themes[line.count++];

		ok = dir && theme_read(diags, dir, next, arena);
		name = next->extends.str;
		at = next->extends.at;
		if (ok && name.len && line.count == GENERATIONS_MOST)
			ok = diag_error(diags, at,
					"themes extend each other through more "
					"than %d others",
					GENERATIONS_MOST - 1);
	}
	while (ok && --line.count)
		theme_inherit(&line.themes[line.count - 1],
			      &line.themes[line.count], arena);
	*theme = line.themes[0];
	return ok;
}

/* NULL with diagnostics. */
static const char *folder_of(struct line *line, struct str name,
			     struct place at)
{
	struct str below =
		arena_printf(line->arena, "themes/%.*s", STR_ARG(name));
	const char *dirs[2] = {
		beside(line, below.ptr),
		path_join(line->resources, below, line->arena),
	};
	bool plain = str_find(name, '/') == name.len && !str_starts(name, ".");
	const char *dir = plain ? free_folder(line, dirs, 2) : NULL;

	if (dir && dir == dirs[0])
		/* It comes with the content, from whomever. */
		fence_folder(dir, "the theme");
	if (dir || !diag_doubt(line->diags))
		return dir;
	if (plain && (file_is_dir(dirs[0]) || file_is_dir(dirs[1]))) {
		refuse_circle(line, name, at);
		return NULL;
	}
	diag_error(line->diags, at, "there is no theme \"%.*s\"",
		   STR_ARG(name));
	suggest(line, name);
	return NULL;
}

static const char *free_folder(const struct line *line, const char *const *dirs,
			       size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!is_taken(line, dirs[i]) && file_is_dir(dirs[i]))
			return dirs[i];
	return NULL;
}

static bool is_taken(const struct line *line, const char *dir)
{
	for (size_t i = 0; i < line->count; i++)
		if (!strcmp(line->themes[i].dirs[0], dir))
			return true;
	return false;
}

static void refuse_circle(const struct line *line, struct str name,
			  struct place at)
{
	diag_error(line->diags, at, "the theme \"%.*s\" extends itself%s",
		   STR_ARG(name), line->count > 1 ? " by way of others" : "");
	for (size_t i = 0; i + 1 < line->count; i++)
		diag_note(line->diags, line->themes[i].extends.at,
			  "\"%.*s\" is extended here",
			  STR_ARG(line->themes[i].extends.str));
}

static void suggest(const struct line *line, struct str wrong)
{
	const char *const folders[] = {
		beside(line, "themes"),
		path_join(line->resources, STR("themes"), line->arena),
	};
	struct str *all = NULL;
	size_t all_count = 0;

	for (size_t k = 0; k < 2; k++) {
		struct str *names;
		size_t count = 0;

		if (!file_list(folders[k], &names, &count, line->arena))
			continue;
		for (size_t i = 0; i < count; i++)
			if (!is_taken(line, path_join(folders[k], names[i],
						      line->arena)))
				*arena_push(line->arena, all, all_count) =
					names[i];
	}
	diag_suggest(line->diags, wrong, all, all_count);
}

static const char *beside(const struct line *line, const char *below)
{
	return path_join(line->content,
			 arena_printf(line->arena, "../%s", below),
			 line->arena);
}
