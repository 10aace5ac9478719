#include "read/text.h"

#include <errno.h>

#include "base/file.h"
#include "base/utf16.h"

#define HOW_TO_SAVE                                                   \
	"save the file as UTF-8; in a spreadsheet, save it as \"CSV " \
	"UTF-8\""

enum { OFFENCES_MOST = 10000 };

static struct place text_place(struct place start, struct str text, size_t at,
			       unsigned width);
static bool no_list(struct diags *diags, const char *dir);
static bool refuse_utf16(struct diags *diags, struct place at, struct str text);
static bool refuse_nul(struct diags *diags, struct place at, struct str text);
static bool is_no_text(struct str text, size_t sound);
static size_t offence_len(struct str text);
static size_t next_offence(struct str text, size_t from, size_t end);
static bool is_other_encoding(struct str text);
static bool is_noncharacter(struct str text);
static bool is_c1_control(struct str text);
static void report_byte(struct diags *diags, struct place at, struct str text);
static void report_offence(struct diags *diags, struct place at,
			   struct str text);

bool text_read(struct diags *diags, const char *path, size_t limit,
	       struct str *text, struct arena *arena)
{
	struct place at = { .file = path };
	bool is_utf16;

	if (!file_read(path, text, arena))
		return diag_unread(diags, path);
	if (text->len > limit)
		return diag_error(diags, at,
				  "the file has %zu bytes; at most %zu are "
				  "read",
				  text->len, limit);
	is_utf16 = utf16_is(*text);
	if (is_utf16)
		*text = utf16_decode(*text, arena);
	else if (str_starts(*text, "\xEF\xBB\xBF"))
		*text = str_from_byte(*text, 3);
	at = (struct place){ path, 1, 1, 1 };
	if (is_utf16 && str_find(*text, UTF16_BROKEN) < text->len)
		return refuse_utf16(diags, at, *text);
	if (str_find(*text, '\0') < text->len)
		return refuse_nul(diags, at, *text);
	return text_check(diags, at, *text);
}

/* Cut short, or joined with text of another encoding. */
static bool refuse_utf16(struct diags *diags, struct place at, struct str text)
{
	diag_error(diags, text_place(at, text, str_find(text, UTF16_BROKEN), 1),
		   "the file begins as UTF-16, and what stands here is none");
	diag_hint(diags, HOW_TO_SAVE);
	return false;
}

/* UTF-16 without its mark is full of them: one error tells enough. */
static bool refuse_nul(struct diags *diags, struct place at, struct str text)
{
	diag_error(diags, text_place(at, text, str_find(text, '\0'), 1),
		   "the control character U+0000 is not text");
	diag_hint(diags, HOW_TO_SAVE);
	return false;
}

bool text_is_there(struct diags *diags, const char *path, bool *ok)
{
	if (file_is_there(path))
		return true;
	if (!file_is_absent(errno))
		*ok = diag_unread(diags, path);
	return false;
}

bool folder_list(struct diags *diags, const char *dir, struct str **names,
		 size_t *count, struct arena *arena)
{
	return file_list(dir, names, count, arena) || no_list(diags, dir);
}

bool folder_list_all(struct diags *diags, const char *dir, struct str **names,
		     size_t *count, struct arena *arena)
{
	return file_list_all(dir, names, count, arena) || no_list(diags, dir);
}

/* By errno: true where there is no such folder. */
static bool no_list(struct diags *diags, const char *dir)
{
	int reason = errno;

	if (reason == ENOENT && !file_is_there(dir) && file_is_absent(errno))
		return true;
	if (reason != ENOTDIR)
		return diag_unread(diags, dir);
	if (file_is_regular(dir))
		return diag_error(diags, (struct place){ .file = dir },
				  "this is a file, not a folder");
	if (file_is_there(dir) && !file_is_link(dir))
		errno = ENXIO;
	return diag_unread(diags, dir);
}

bool text_check(struct diags *diags, struct place start, struct str text)
{
	size_t from = 0, bad, sound = str_utf8_error(text);
	bool told = false;

	while ((bad = next_offence(text, from, sound)) < text.len) {
		struct str rest = str_from_byte(text, bad);

		start = text_place(start, str_from_byte(text, from), bad - from,
				   1);
		if (!told && is_no_text(rest, sound - bad))
			return diag_error(diags, start,
					  "this is no text: it has more than "
					  "%d control characters",
					  OFFENCES_MOST);
		told = true;
		report_offence(diags, start, rest);
		if (is_other_encoding(rest))
			return false;
		from = bad + offence_len(rest);
		start.column++;
		if (from > sound)
			sound = from +
				str_utf8_error(str_from_byte(text, from));
	}
	return !told;
}

/* One error tells enough of it, and to count on would take seconds. */
static bool is_no_text(struct str text, size_t sound)
{
	size_t from = 0, count = 0, bad;

	while ((bad = next_offence(text, from, sound)) < sound) {
		from = bad + offence_len(str_from_byte(text, bad));
		if (++count > OFFENCES_MOST)
			return true;
	}
	return false;
}

static size_t offence_len(struct str text)
{
	return is_noncharacter(text) ? 3 : is_c1_control(text) ? 2 : 1;
}

static struct place text_place(struct place start, struct str text, size_t at,
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

/* `end` is where the text ceases to be UTF-8. */
static size_t next_offence(struct str text, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if (c >= 0x20 && c < 0x7F) /* nearly all */
			continue;
		if (c == '\r' && i + 1 < text.len && text.ptr[i + 1] == '\n')
			continue;
		if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7F ||
		    (c == 0xEF && is_noncharacter(str_from_byte(text, i))) ||
		    (c == 0xC2 && is_c1_control(str_from_byte(text, i))))
			return i;
	}
	return end;
}

static bool is_other_encoding(struct str text)
{
	return (unsigned char)text.ptr[0] >= 0x80 && !is_noncharacter(text) &&
	       !is_c1_control(text);
}

/* U+FFFE or U+FFFF: they are UTF-8, but no XML can hold them. */
static bool is_noncharacter(struct str text)
{
	return str_starts(text, "\xEF\xBF\xBE") ||
	       str_starts(text, "\xEF\xBF\xBF");
}

/* U+0080 to U+009F: no HTML may hold them, and some readers break lines. */
static bool is_c1_control(struct str text)
{
	return text.len > 1 && (unsigned char)text.ptr[0] == 0xC2 &&
	       (unsigned char)text.ptr[1] <= 0x9F;
}

/* A letter with a mark, as Windows writes it; no UTF-8 goes on like that. */
static void report_byte(struct diags *diags, struct place at, struct str text)
{
	unsigned char byte = (unsigned char)text.ptr[0];
	unsigned char next = text.len > 1 ? (unsigned char)text.ptr[1] : ' ';

	if (byte >= 0xC0 && byte < 0xFE && (next & 0xC0) != 0x80)
		diag_error(diags, at,
			   "the byte 0x%02X is not UTF-8: the file seems to be "
			   "Windows-1252, where it is \"%c%c\"",
			   byte, 0xC3, byte - 0x40);
	else
		diag_error(diags, at, "the byte 0x%02X is not UTF-8", byte);
}

static void report_offence(struct diags *diags, struct place at,
			   struct str text)
{
	unsigned char byte = (unsigned char)text.ptr[0];

	if (is_noncharacter(text)) {
		diag_error(diags, at, "U+FFF%c is not a character",
			   text.ptr[2] == '\xBE' ? 'E' : 'F');
	} else if (is_c1_control(text)) {
		diag_error(diags, at,
			   "the control character U+%04X is not text",
			   (unsigned char)text.ptr[1]);
	} else if (byte >= 0x80) {
		report_byte(diags, at, text);
		diag_hint(diags, HOW_TO_SAVE);
	} else if (byte == '\r') {
		diag_error(diags, at,
			   "a carriage return alone does not end a line");
		diag_hint(diags, "save the file with LF or CRLF line ends");
	} else {
		diag_error(diags, at,
			   "the control character U+%04X is not text", byte);
	}
}
