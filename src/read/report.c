#include "read/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"

/* Messages come nearly sorted by file, so the last one is at hand. */
struct silence {
	const struct check_rules *rules;
	struct arena arena;
	const char *path;
	struct str text;
	bool has_any;		       /* comments that switch something off */
	struct str rest, line, before; /* of the text: behind, at, before `n` */
	unsigned n;
};

static bool is_wanted(void *context, const struct diag *diag);
static bool is_off_anywhere(struct str text, struct str name);
static void go_to_line(struct silence *silence, unsigned line);
static void open_file(struct silence *silence, const char *path);
static bool is_off_in(struct str line, struct str name);
static bool lists(struct str list, struct str name);
static bool is_alone(struct str line);

void report(struct diags *diags, enum finding finding, struct place at,
	    const char *format, ...)
{
	const struct finding_kind *kind = finding_kind(finding);
	va_list args;

	va_start(args, format);
	diag_report(diags, kind->is_error ? DIAG_ERROR : DIAG_WARNING, at,
		    format, args);
	va_end(args);
	diag_name(diags, kind->name);
}

void report_as(struct diags *diags, enum finding finding,
	       enum finding_certainty certainty, struct place at,
	       const char *format, ...)
{
	const struct finding_kind *kind = finding_kind(finding);
	bool error = kind->is_error && certainty == FINDING_CERTAIN;
	va_list args;

	va_start(args, format);
	diag_report(diags, error ? DIAG_ERROR : DIAG_WARNING, at, format, args);
	va_end(args);
	diag_name(diags, kind->name);
}

void report_silence(struct diags *diags, const struct check_rules *rules)
{
	struct silence silence = { .rules = rules };

	diags_keep(diags, is_wanted, &silence);
	arena_release(&silence.arena);
}

struct silence *report_silence_begin(struct diags *diags,
				     const struct check_rules *rules)
{
	struct silence *silence = memory_alloc(sizeof(*silence));

	*silence = (struct silence){ .rules = rules };
	diags_set_keep(diags, is_wanted, silence);
	return silence;
}

void report_silence_end(struct diags *diags, struct silence *silence)
{
	diags_set_keep(diags, NULL, NULL);
	arena_release(&silence->arena);
	free(silence);
}

static bool is_wanted(void *context, const struct diag *diag)
{
	struct silence *silence = context;
	const struct check_rules *rules = silence->rules;
	struct str name;

	if (!diag->name)
		return true;
	name = str_from(diag->name);
	for (size_t i = 0; i < rules->off_count; i++)
		if (str_equals(rules->off[i].str, name))
			return false;
	if (!diag->at.file)
		return true;
	open_file(silence, diag->at.file);
	if (!silence->has_any)
		return true;
	if (!diag->at.line)
		return !is_off_anywhere(silence->text, name);
	go_to_line(silence, diag->at.line);
	return !is_off_in(silence->line, name) &&
	       !(is_alone(silence->before) && is_off_in(silence->before, name));
}

static bool is_off_anywhere(struct str text, struct str name)
{
	while (text.ptr)
		if (is_off_in(str_cut(&text, '\n'), name))
			return true;
	return false;
}

/* Mostly on from the line before, so that all messages take one reading. */
static void go_to_line(struct silence *silence, unsigned line)
{
	if (line < silence->n) {
		silence->rest = silence->text;
		silence->n = 0;
		silence->line = silence->before = STR("");
	}
	while (silence->n < line && silence->rest.ptr) {
		silence->before = silence->line;
		silence->line = str_cut(&silence->rest, '\n');
		silence->n++;
	}
	if (silence->n < line)
		silence->line = silence->before = STR("");
}

/* A page of the site has no file: there is nothing in it then. */
static void open_file(struct silence *silence, const char *path)
{
	if (silence->path && !strcmp(silence->path, path))
		return;
	arena_reset(&silence->arena);
	silence->path = arena_str(&silence->arena, str_from(path)).ptr;
	silence->text = (struct str){ NULL, 0 };
	file_read(path, &silence->text, &silence->arena);
	silence->rest = silence->text;
	silence->n = 0;
	silence->line = silence->before = STR("");
	silence->has_any = str_find_str(silence->text, STR("check: off ")) <
			   silence->text.len;
}

static bool is_off_in(struct str line, struct str name)
{
	static const struct {
		struct str open, close;
	} FORMS[] = {
		{ STR_INIT("<!-- check: off "), STR_INIT("-->") },
		{ STR_INIT("# check: off "), STR_INIT("\n") },
	};

	for (size_t k = 0; k < sizeof(FORMS) / sizeof(*FORMS); k++) {
		size_t at = str_find_str(line, FORMS[k].open);
		struct str list = str_from_byte(line, at + FORMS[k].open.len);

		if (at == line.len)
			continue;
		list.len = str_find_str(list, FORMS[k].close);
		if (lists(list, name))
			return true;
	}
	return false;
}

static bool lists(struct str list, struct str name)
{
	while (list.ptr)
		if (str_equals(str_trim(str_cut(&list, ',')), name))
			return true;
	return false;
}

/* A comment at the end of a line speaks of that line only. */
static bool is_alone(struct str line)
{
	struct str words = str_trim(line);

	return str_starts(words, "<!--") || str_starts(words, "#");
}
