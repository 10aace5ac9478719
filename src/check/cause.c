#include "check/cause.h"

#include <string.h>

#include "base/file.h"

static bool find_in_file(const char *path, struct str token, struct place *at,
			 struct arena *arena);
static bool find_below(const char *dir, struct str token, bool deep,
		       struct place *at, struct arena *arena);

struct place cause_find(const struct site *site, struct str page, unsigned line,
			const struct str *tokens, size_t count,
			struct arena *arena)
{
	struct place at = { arena_str(arena, page).ptr, line, line > 0, 1 };
	const char *copied = cause_copied(site, page, arena), *dir;
	struct str folder = str_slice(page, 0, str_find(page, '/'));

	for (size_t k = 0; copied && k < count; k++)
		if (find_in_file(copied, tokens[k], &at, arena))
			return at;
	if (copied) {
		at.file = copied;
		return at;
	}
	if (folder.len == page.len)
		folder.len = 0;
	dir = folder.len ? path_join(site->dir, folder, arena) : site->dir;
	for (size_t k = 0; k < count; k++)
		if (find_below(dir, tokens[k], folder.len > 0, &at, arena))
			return at;
	return at;
}

const char *cause_copied(const struct site *site, struct str path,
			 struct arena *arena)
{
	const char *fixed = path_join(
		path_join(site->dir, STR("static"), arena), path, arena);
	const char *linked = path_join(site->dir, path, arena);

	if (file_is_regular(fixed))
		return fixed;
	return file_is_regular(linked) ? linked : NULL;
}

static bool find_below(const char *dir, struct str token, bool deep,
		       struct place *at, struct arena *arena)
{
	struct str *names;
	size_t count;

	if (!file_list(dir, &names, &count, arena))
		return false;
	for (size_t i = 0; i < count; i++) {
		const char *path = path_join(dir, names[i], arena);

		if (str_ends(names[i], ".md")
			    ? find_in_file(path, token, at, arena)
			    : deep && file_is_dir(path) &&
				      find_below(path, token, false, at, arena))
			return true;
	}
	return false;
}

static bool find_in_file(const char *path, struct str token, struct place *at,
			 struct arena *arena)
{
	struct str text, rest, line;

	if (!token.len || !file_read(path, &text, arena))
		return false;
	rest = text;
	for (unsigned n = 1; rest.ptr; n++) {
		size_t found;

		line = str_cut(&rest, '\n');
		found = str_find_str(line, token);
		if (found == line.len)
			continue;
		*at = (struct place){
			path, n,
			(unsigned)str_char_count(str_slice(line, 0, found)) + 1,
			(unsigned)str_char_count(token)
		};
		return true;
	}
	return false;
}
