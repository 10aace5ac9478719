#include "base/diag.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fence.h"
#include "base/file.h"
#include "base/secret.h"

enum { LINE_LIMIT = 400 }; /* bytes of a source line that are worth showing */

struct diags {
	struct arena arena;
	struct diag *items;
	size_t count;
	bool strict;
};

/* The file whose lines were shown last; messages come sorted by file. */
struct excerpt {
	struct arena arena;
	const char *file;
	struct str text;
	struct str rest; /* from this line on */
	unsigned line;
};

static struct str said(struct diags *diags, const char *format, va_list args);
static struct place place_copy(struct arena *arena, struct place at);
static int compare(const void *a, const void *b);
static int compare_places(struct place a, struct place b);
static void print_text(FILE *to, const struct diags *diags,
		       const struct diag *diag, bool colour,
		       struct excerpt *excerpt);
static void print_head(FILE *to, struct place at, const char *kind,
		       struct str text, const char *name, const char *paint);
static void print_line(FILE *to, struct place at, struct excerpt *excerpt);
static void print_plain(FILE *to, struct str text);
static bool is_unfit(uint32_t c);
static struct str source_line(struct place at, struct excerpt *excerpt);
static void print_json(FILE *to, const struct diags *diags,
		       const struct diag *diag);
static void json_place(struct buf *buf, struct place at);

struct diags *diags_new(void)
{
	struct diags *diags = memory_alloc(sizeof(*diags));

	*diags = (struct diags){ 0 };
	return diags;
}

void diags_free(struct diags *diags)
{
	if (!diags)
		return;
	arena_release(&diags->arena);
	free(diags);
}

void diags_set_strict(struct diags *diags)
{
	diags->strict = true;
}

void diags_merge(struct diags *diags, struct diags *from)
{
	struct arena *arena = &diags->arena;

	for (size_t i = 0; i < from->count; i++) {
		const struct diag *old = &from->items[i];
		struct diag *d = arena_push(arena, diags->items, diags->count);

		*d = *old;
		d->at = place_copy(arena, old->at);
		d->text = arena_str(arena, old->text);
		d->hint = arena_str(arena, old->hint);
		d->notes = NULL;
		d->note_count = 0;
		for (size_t k = 0; k < old->note_count; k++) {
			struct diag_note *n =
				arena_push(arena, d->notes, d->note_count);

			n->at = place_copy(arena, old->notes[k].at);
			n->text = arena_str(arena, old->notes[k].text);
		}
	}
	from->items = NULL;
	from->count = 0;
	arena_reset(&from->arena);
}

bool diag_error(struct diags *diags, struct place at, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	diag_report(diags, DIAG_ERROR, at, format, args);
	va_end(args);
	return false;
}

bool diag_warning(struct diags *diags, struct place at, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	diag_report(diags, DIAG_WARNING, at, format, args);
	va_end(args);
	return false;
}

bool diag_report(struct diags *diags, enum diag_kind kind, struct place at,
		 const char *format, va_list args)
{
	struct diag *d = arena_push(&diags->arena, diags->items, diags->count);

	d->kind = kind;
	d->at = place_copy(&diags->arena, at);
	d->text = said(diags, format, args);
	return false;
}

bool diag_system(struct diags *diags, const char *path, const char *format, ...)
{
	struct place at = { .file = NULL };
	const char *reason = strerror(errno);
	struct diag *d;
	va_list args;

	va_start(args, format);
	diag_report(diags, DIAG_SYSTEM, at, format, args);
	va_end(args);
	d = &diags->items[diags->count - 1];
	d->text = arena_printf(&diags->arena, "%s: %.*s: %s", path,
			       STR_ARG(d->text), reason);
	return false;
}

bool diag_failure(struct diags *diags, const char *format, ...)
{
	struct place at = { .file = NULL };
	va_list args;

	va_start(args, format);
	diag_report(diags, DIAG_SYSTEM, at, format, args);
	va_end(args);
	return false;
}

bool diag_unread(struct diags *diags, const char *path)
{
	struct place at = { .file = path };

	switch (errno) {
	case ENOENT:
	case ENOTDIR:
	case ENAMETOOLONG:
		return diag_error(diags, at,
				  file_is_there(path)
					  ? "this link leads nowhere"
					  : "there is no such file");
	case EISDIR:
		return diag_error(diags, at, "this is a folder, not a file");
	case EXDEV:
		return diag_error(diags, at, "this leads out of %s",
				  fence_name(path));
	case ELOOP:
		return diag_error(diags, at, "this link leads to itself");
	case ENXIO:
		return diag_error(diags, at,
				  "this is neither a file nor a folder");
	}
	return diag_system(diags, path, "cannot be read");
}

void diag_name(struct diags *diags, const char *name)
{
	if (diags->count)
		diags->items[diags->count - 1].name = name;
}

void diag_hint(struct diags *diags, const char *format, ...)
{
	va_list args;

	if (!diags->count)
		return;
	va_start(args, format);
	diags->items[diags->count - 1].hint = said(diags, format, args);
	va_end(args);
}

void diag_note(struct diags *diags, struct place at, const char *format, ...)
{
	struct diag *d;
	struct diag_note *note;
	va_list args;

	if (!diags->count)
		return;
	d = &diags->items[diags->count - 1];
	note = arena_push(&diags->arena, d->notes, d->note_count);
	note->at = place_copy(&diags->arena, at);
	va_start(args, format);
	note->text = said(diags, format, args);
	va_end(args);
}

void diag_suggest(struct diags *diags, struct str wrong,
		  const struct str *names, size_t count)
{
	size_t limit = wrong.len < 3 ? 1 : wrong.len < 6 ? 1 : 2;
	const struct str *nearest = NULL;

	for (size_t i = 0; i < count; i++) {
		size_t distance = str_distance(wrong, names[i], limit);

		if (distance > limit || distance >= names[i].len)
			continue;
		nearest = &names[i];
		limit = distance ? distance - 1 : 0;
		if (!distance)
			break;
	}
	if (nearest)
		diag_hint(diags, "did you mean \"%.*s\"?", STR_ARG(*nearest));
}

void diags_keep(struct diags *diags,
		bool (*keep)(void *context, const struct diag *diag),
		void *context)
{
	size_t kept = 0;

	for (size_t i = 0; i < diags->count; i++)
		if (keep(context, &diags->items[i]))
			diags->items[kept++] = diags->items[i];
	diags->count = kept;
}

/* The same mistake may be met twice, as when two pages show one text. */
const struct diag *diags_sorted(struct diags *diags, size_t *count)
{
	size_t kept = 0;

	if (diags->count)
		qsort(diags->items, diags->count, sizeof(*diags->items),
		      compare);
	for (size_t i = 0; i < diags->count; i++)
		if (!kept || compare(&diags->items[kept - 1], &diags->items[i]))
			diags->items[kept++] = diags->items[i];
	*count = diags->count = kept;
	return diags->items;
}

bool diag_is_error(const struct diags *diags, const struct diag *diag)
{
	return diag->kind != DIAG_WARNING || diags->strict;
}

size_t diags_error_count(const struct diags *diags)
{
	size_t count = 0;

	for (size_t i = 0; i < diags->count; i++)
		count += diag_is_error(diags, &diags->items[i]);
	return count;
}

size_t diags_warning_count(const struct diags *diags)
{
	return diags->count - diags_error_count(diags);
}

int diags_status(const struct diags *diags)
{
	for (size_t i = 0; i < diags->count; i++)
		if (diags->items[i].kind == DIAG_SYSTEM)
			return 3;
	return diags_error_count(diags) ? 1 : 0;
}

void diags_print(struct diags *diags, FILE *to, struct diag_style style)
{
	struct excerpt excerpt = { .file = NULL };
	char *text = NULL;
	size_t count, len = 0;
	const struct diag *items = diags_sorted(diags, &count);
	FILE *all = open_memstream(&text, &len);

	if (!all)
		memory_exhausted();
	for (size_t i = 0; i < count; i++)
		if (style.json)
			print_json(all, diags, &items[i]);
		else
			print_text(all, diags, &items[i], style.colour,
				   &excerpt);
	/* At once, as standard error has no buffer. */
	if (fclose(all) != 0)
		memory_exhausted();
	fwrite(text, 1, len, to);
	free(text);
	arena_release(&excerpt.arena);
	diags->items = NULL;
	diags->count = 0;
	arena_reset(&diags->arena);
}

static struct str said(struct diags *diags, const char *format, va_list args)
{
	return secret_hidden(arena_vprintf(&diags->arena, format, args),
			     &diags->arena);
}

/* The name of the file may lie in an arena that ends before we do. */
static struct place place_copy(struct arena *arena, struct place at)
{
	if (at.file)
		at.file = arena_str(arena, str_from(at.file)).ptr;
	return at;
}

static int compare(const void *a, const void *b)
{
	const struct diag *left = a, *right = b;
	int order = compare_places(left->at, right->at);

	if (!order)
		order = (left->kind > right->kind) - (left->kind < right->kind);
	return order ? order : str_compare(left->text, right->text);
}

static int compare_places(struct place a, struct place b)
{
	int order = strcmp(a.file ? a.file : "", b.file ? b.file : "");

	if (!order)
		order = (a.line > b.line) - (a.line < b.line);
	if (!order)
		order = (a.column > b.column) - (a.column < b.column);
	return order;
}

static void print_text(FILE *to, const struct diags *diags,
		       const struct diag *diag, bool colour,
		       struct excerpt *excerpt)
{
	const char *kind = diag_is_error(diags, diag) ? "error" : "warning";
	const char *paint = !colour		    ? NULL
			    : strcmp(kind, "error") ? "\033[1;33m"
						    : "\033[1;31m";

	print_head(to, diag->at, kind, diag->text, diag->name, paint);
	print_line(to, diag->at, excerpt);
	for (size_t i = 0; i < diag->note_count; i++) {
		print_head(to, diag->notes[i].at, "note", diag->notes[i].text,
			   NULL, NULL);
		print_line(to, diag->notes[i].at, excerpt);
	}
	if (!diag->hint.len)
		return;
	fputs("  hint: ", to);
	print_plain(to, diag->hint);
	fputc('\n', to);
}

static void print_head(FILE *to, struct place at, const char *kind,
		       struct str text, const char *name, const char *paint)
{
	print_plain(to, str_from(at.file ? at.file : "paragone"));
	if (at.file && at.line)
		fprintf(to, ":%u:%u", at.line, at.column);
	fprintf(to, ": %s%s:%s ", paint ? paint : "", kind,
		paint ? "\033[0m" : "");
	print_plain(to, text);
	if (name)
		fprintf(to, " [%s]", name);
	fputc('\n', to);
}

/* Tabs stand in both lines, so that the caret keeps its column. */
static void print_line(FILE *to, struct place at, struct excerpt *excerpt)
{
	struct str line;
	unsigned column = 1, width = at.width ? at.width : 1;
	size_t i = 0;

	if (!at.file || !at.line)
		return;
	line = source_line(at, excerpt);
	if (!line.ptr)
		return;
	fprintf(to, "%5u | ", at.line);
	print_plain(to, line);
	fputs("\n      | ", to);
	for (; i < line.len && column < at.column; column++)
		fputc(str_char_next(line, &i) == '\t' ? '\t' : ' ', to);
	for (; column < at.column; column++)
		fputc(' ', to);
	fputc('^', to);
	for (column = 1; column < width && i < line.len; column++) {
		str_char_next(line, &i);
		if (i < line.len)
			fputc('~', to);
	}
	fputc('\n', to);
}

/*
 * What was found is quoted as it stands, but a stranger's text must not send
 * the terminal escape sequences: what cannot be shown is shown as U+FFFD.
 */
static void print_plain(FILE *to, struct str text)
{
	size_t shown = 0, at = 0;

	while (at < text.len) {
		size_t start = at;

		if (!is_unfit(str_char_next(text, &at)))
			continue;
		fwrite(text.ptr + shown, 1, start - shown, to);
		fputs("\xEF\xBF\xBD", to);
		shown = at;
	}
	if (shown < at)
		fwrite(text.ptr + shown, 1, at - shown, to);
}

/*
 * C0 but for the tab, DEL, C1, what is no UTF-8, and what turns round the
 * text that follows.
 */
static bool is_unfit(uint32_t c)
{
	return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
	       c == 0xFFFD;
}

/* The line as it stands in the file; its ptr is NULL if it cannot be had. */
static struct str source_line(struct place at, struct excerpt *excerpt)
{
	struct str rest, line;
	unsigned n;

	if (!excerpt->file || strcmp(excerpt->file, at.file)) {
		arena_reset(&excerpt->arena);
		excerpt->file = at.file;
		excerpt->text = (struct str){ NULL, 0 };
		file_read(at.file, &excerpt->text, &excerpt->arena);
		excerpt->rest = excerpt->text;
		excerpt->line = 1;
	}
	/* Messages come in the order of lines; a note points back. */
	rest = at.line < excerpt->line ? excerpt->text : excerpt->rest;
	n = at.line < excerpt->line ? 1 : excerpt->line;
	for (; n < at.line && rest.ptr; n++)
		str_cut(&rest, '\n');
	if (n >= excerpt->line) {
		excerpt->rest = rest;
		excerpt->line = n;
	}
	line = rest.ptr ? str_cut(&rest, '\n') : rest;
	if (line.ptr && at.line == 1 && str_starts(line, "\xEF\xBB\xBF"))
		line = str_from_byte(line, 3);
	while (line.len && line.ptr[line.len - 1] == '\r')
		line.len--;
	if (line.len > LINE_LIMIT || str_utf8_error(line) < line.len)
		return (struct str){ NULL, 0 };
	return secret_hidden(line, &excerpt->arena);
}

static void print_json(FILE *to, const struct diags *diags,
		       const struct diag *diag)
{
	struct buf buf = { 0 };

	buf_char(&buf, '{');
	json_place(&buf, diag->at);
	buf_printf(&buf, ",\"severity\":\"%s\",\"message\":",
		   diag_is_error(diags, diag) ? "error" : "warning");
	buf_json(&buf, diag->text);
	if (diag->name)
		buf_printf(&buf, ",\"name\":\"%s\"", diag->name);
	if (diag->hint.len) {
		buf_text(&buf, ",\"hint\":");
		buf_json(&buf, diag->hint);
	}
	for (size_t i = 0; i < diag->note_count; i++) {
		buf_text(&buf, i ? ",{" : ",\"notes\":[{");
		json_place(&buf, diag->notes[i].at);
		buf_text(&buf, ",\"message\":");
		buf_json(&buf, diag->notes[i].text);
		buf_text(&buf, i + 1 < diag->note_count ? "}" : "}]");
	}
	buf_text(&buf, "}\n");
	fwrite(buf.ptr, 1, buf.len, to);
	buf_release(&buf);
}

static void json_place(struct buf *buf, struct place at)
{
	buf_text(buf, "\"file\":");
	buf_json(buf, str_from(at.file));
	buf_printf(buf, ",\"line\":%u,\"column\":%u,\"width\":%u", at.line,
		   at.column, at.width);
}
