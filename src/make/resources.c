#include "make/resources.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/fence.h"
#include "base/file.h"

static void suggest_theme(struct diags *diags, const char *themes,
			  struct str wrong, struct arena *arena);

const char *resources_find(struct diags *diags, struct arena *arena)
{
	static const char *const PLACES[] = { "../share/paragone", "..",
					      "../.." };
	char *real = realpath("/proc/self/exe", NULL);
	struct str dir = path_dir(str_from(real ? real : ""));

	if (!real) {
		diag_system(diags, "/proc/self/exe", "cannot be found");
		return NULL;
	}

	for (size_t i = 0; i < sizeof(PLACES) / sizeof(*PLACES); i++) {
		const char *place =
			arena_printf(arena, "%.*s/%s", STR_ARG(dir), PLACES[i])
				.ptr;

		if (file_is_dir(path_join(place, STR("templates"), arena)) &&
		    file_is_dir(path_join(place, STR("themes"), arena))) {
			char *clean = realpath(place, NULL);

			place = clean ? arena_str(arena, str_from(clean)).ptr
				      : NULL;
			if (!clean)
				diag_system(diags, "the program's folder",
					    "cannot be found");
			free(clean);
			free(real);
			return place;
		}
	}
	if (!diag_doubt(diags)) {
		free(real);
		return NULL;
	}
	diag_error(diags, (struct place){ .file = NULL },
		   "the folders templates and themes are not beside %s", real);
	diag_hint(diags, "install paragone with `make install`");
	free(real);
	return NULL;
}

const char *resources_theme(struct diags *diags, const char *resources,
			    const char *content, struct str name,
			    struct place at, struct arena *arena)
{
	struct str below = arena_printf(arena, "themes/%.*s", STR_ARG(name));
	const char *beside = path_join(
		content, arena_printf(arena, "../%.*s", STR_ARG(below)), arena);
	const char *brought = path_join(resources, below, arena);

	if (str_find(name, '/') == name.len && !str_starts(name, ".")) {
		if (file_is_dir(beside)) {
			/* It comes with the content, from whomever. */
			fence_folder(beside, "the theme");
			return beside;
		}
		if (file_is_dir(brought))
			return brought;
	}
	if (!diag_doubt(diags))
		return NULL;
	diag_error(diags, at, "there is no theme \"%.*s\"", STR_ARG(name));
	suggest_theme(diags, path_join(resources, STR("themes"), arena), name,
		      arena);
	return NULL;
}

static void suggest_theme(struct diags *diags, const char *themes,
			  struct str wrong, struct arena *arena)
{
	struct str *names;
	size_t count;

	if (file_list(themes, &names, &count, arena))
		diag_suggest(diags, wrong, names, count);
}
