#include "make/resources.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"

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
