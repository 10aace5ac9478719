#include "read/text.h"

#include <errno.h>

#include "base/file.h"

static bool check_characters(struct diags *diags, const char *path,
			     struct str text);
static size_t first_control(struct str text);

bool text_read(struct diags *diags, const char *path, size_t limit,
	       struct str *text, struct arena *arena)
{
	struct place at = { .file = path };

	if (!file_read(path, text, arena)) {
		if (errno == ENOENT || errno == EISDIR)
			return diag_error(diags, at, "there is no such file");
		return diag_system(diags, path, "cannot be read");
	}
	if (text->len > limit)
		return diag_error(diags, at,
				  "the file has %zu bytes; at most %zu are "
				  "read",
				  text->len, limit);
	if (str_starts(*text, "\xEF\xBB\xBF"))
		*text = str_from_byte(*text, 3);
	return check_characters(diags, path, *text);
}

struct place text_place(struct place start, struct str text, size_t at,
			unsigned width)
{
	size_t line_start = 0;
	struct place place = start;

	for (size_t i = 0; i < at && i < text.len; i++)
		if (text.ptr[i] == '\n') {
			place.line++;
			place.column = 1;
			line_start = i + 1;
		}
	place.column += (unsigned)str_char_count(
		str_slice(text, line_start, at - line_start));
	place.width = width;
	return place;
}

static bool check_characters(struct diags *diags, const char *path,
			     struct str text)
{
	struct place start = { path, 1, 1, 1 };
	size_t bad = str_utf8_error(text), control;

	if (bad < text.len) {
		diag_error(diags, text_place(start, text, bad, 1),
			   "the byte 0x%02X is not UTF-8",
			   (unsigned char)text.ptr[bad]);
		diag_hint(diags, "save the file as UTF-8");
		return false;
	}
	control = first_control(text);
	if (control < text.len)
		return diag_error(diags, text_place(start, text, control, 1),
				  "the control character U+%04X is not text",
				  (unsigned char)text.ptr[control]);
	return true;
}

static size_t first_control(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
		    c == 0x7F)
			return i;
	}
	return text.len;
}
