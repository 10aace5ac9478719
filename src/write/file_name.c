#include "write/file_name.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include <glib.h>

static bool is_plain(struct str path);
static bool is_unseen(uint32_t c);
static bool is_figure(struct str text);
static bool is_held_by_windows(struct str part);

/* Case folding may take letters apart, so the form comes last. */
struct str file_name_fold(struct str path, struct arena *arena)
{
	char *folded, *form;
	struct str copy;

	if (is_plain(path) || str_utf8_error(path) < path.len)
		return path;
	folded = g_utf8_casefold(path.ptr, (gssize)path.len);
	form = g_utf8_normalize(folded, -1, G_NORMALIZE_NFC);
	copy = arena_str(arena, str_from(form ? form : folded));
	g_free(folded);
	g_free(form);
	return str_equals(copy, path) ? path : copy;
}

const char *file_name_fault(struct str path)
{
	size_t at = 0;

	if (str_utf8_error(path) < path.len)
		return "it is not UTF-8";
	while (at < path.len)
		if (is_unseen(str_char_next(path, &at)))
			return "it has a sign that is not seen";
	return NULL;
}

struct str file_name_unfit(struct str path)
{
	struct str rest = path;

	while (rest.ptr) {
		struct str part = str_cut(&rest, '/');

		if (!is_held_by_windows(part))
			return str_slice(path, 0,
					 (size_t)(part.ptr - path.ptr) +
						 part.len);
	}
	return (struct str){ "", 0 };
}

/* Of lower-case ASCII, as nearly all are. */
static bool is_plain(struct str path)
{
	for (size_t i = 0; i < path.len; i++)
		if ((unsigned char)path.ptr[i] >= 0x80 ||
		    (path.ptr[i] >= 'A' && path.ptr[i] <= 'Z'))
			return false;
	return true;
}

/*
 * Controls; marks, embeddings and isolates of direction (UAX #9); spaces of
 * no width and the byte order mark.
 */
static bool is_unseen(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C ||
	       c == 0x200B || c == 0x200E || c == 0x200F ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
	       c == 0xFEFF;
}

/* One of 1 to 9, or of those that stand high in Latin 1. */
static bool is_figure(struct str text)
{
	return (text.len == 1 && text.ptr[0] >= '1' && text.ptr[0] <= '9') ||
	       str_is(text, "¹") || str_is(text, "²") || str_is(text, "³");
}

/* Microsoft's "Naming Files, Paths, and Namespaces". */
static bool is_held_by_windows(struct str part)
{
	static const char *const DEVICES[] = { "con", "prn",	"aux",
					       "nul", "conin$", "conout$" };
	static const char *const NUMBERED[] = { "com", "lpt" };
	struct str rest = part, stem = str_trim(str_cut(&rest, '.'));

	for (size_t i = 0; i < part.len; i++)
		if (strchr("<>:\"|?*\\", part.ptr[i]))
			return false;
	for (size_t i = 0; i < sizeof(DEVICES) / sizeof(*DEVICES); i++)
		if (stem.len == strlen(DEVICES[i]) &&
		    !strncasecmp(stem.ptr, DEVICES[i], stem.len))
			return false;
	for (size_t i = 0; i < sizeof(NUMBERED) / sizeof(*NUMBERED); i++)
		if (stem.len > 3 && !strncasecmp(stem.ptr, NUMBERED[i], 3) &&
		    is_figure(str_from_byte(stem, 3)))
			return false;
	return !str_ends(part, ".") && !str_ends(part, " ");
}
