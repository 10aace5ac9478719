#include "base/diag.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fence.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/secret.h"
#include "base/utf16.h"

enum {
	LINE_LIMIT = 400, /* bytes of a source line that are worth showing */
	KEPT_LIMIT = 200, /* of one file and kind: the rest are counted */
	LOOK_BACK = 32,	  /* kept ones that a further one is held against */
};

/* What was reported of one file. */
struct account {
	const char *file; /* the copy that places point at; NULL is one, too */
	size_t kept[DIAG_SYSTEM];   /* errors, warnings */
	size_t untold[DIAG_SYSTEM]; /* likewise: not kept */
	bool used;
};

/*
 * Reports come file by file, so the account looked at last is at hand; the
 * others are found by hash, in a table open to the next place.
 */
struct diags {
	struct arena arena;
	struct diag *items;
	size_t count;
	/* What was reported last: it may get a name, a hint and notes still. */
	struct diag draft;
	struct arena draft_arena;
	bool has_draft;
	bool (*keep)(void *context, const struct diag *diag); /* or NULL */
	void *keep_context;
	struct account *accounts;
	size_t account_count, account_size;
	struct account *account;
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

static void diags_reset(struct diags *diags);
static void settle(struct diags *diags);
static bool is_full(struct diags *diags, const struct diag *d);
static struct diag *add(struct diags *diags, struct diag given);
static void adopt(struct diags *diags, const struct diag *old);
static struct account *account_of(struct diags *diags, const char *file);
static struct account *find_account(const struct diags *diags,
				    const char *file);
static void grow_accounts(struct diags *diags);
static bool is_like_kept(struct diags *diags, const struct diag *given);
static void add_more(struct diags *diags, struct diag *d, struct place at);
static struct str bounded(struct str text, struct arena *arena);
static struct place place_copy(struct diags *diags, struct place at);
static void tell_of_untold(struct diags *diags);
static void drop_twins(struct diags *diags);
static void fold_alike(struct diags *diags);
static void fold_by_file(struct diags *diags, struct diag **alike,
			 size_t count);
static bool is_alike(const struct diag *a, const struct diag *b);
static void fold_into(struct diags *diags, struct diag *first, struct diag *d);
static void drop_folded(struct diags *diags);
static void fold_files(struct diags *diags);
static void fold_rest(struct diags *diags, enum diag_kind kind, size_t from,
		      size_t to);
static int compare(const void *a, const void *b);
static int compare_places(struct place a, struct place b);
static int compare_alike(const void *a, const void *b);
static void print_text(FILE *to, const struct diags *diags,
		       const struct diag *diag, bool colour,
		       struct excerpt *excerpt);
static void print_more(FILE *to, const struct diag *diag);
static void print_head(FILE *to, struct place at, const char *kind,
		       struct str text, const char *name, const char *paint);
static void print_line(FILE *to, struct place at, struct excerpt *excerpt);
static int cells_of(uint32_t c);
static void print_plain(FILE *to, struct str text);
static bool is_unfit(uint32_t c);
static struct str source_line(struct place at, struct excerpt *excerpt);
static void print_json(FILE *to, const struct diags *diags,
		       const struct diag *diag);
static void print_json_at(FILE *to, const struct diags *diags,
			  const struct diag *diag, struct place at);
static void json_notes(struct json *json, const struct diag *diag);
static void json_place(struct json *json, struct place at);

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
	arena_release(&diags->draft_arena);
	arena_release(&diags->arena);
	free(diags);
}

void diags_set_strict(struct diags *diags)
{
	diags->strict = true;
}

void diags_set_keep(struct diags *diags,
		    bool (*keep)(void *context, const struct diag *diag),
		    void *context)
{
	settle(diags);
	diags->keep = keep;
	diags->keep_context = context;
}

void diags_merge(struct diags *diags, struct diags *from)
{
	settle(diags);
	settle(from);
	for (size_t i = 0; i < from->count; i++)
		adopt(diags, &from->items[i]);
	for (size_t i = 0; i < from->account_size; i++) {
		const struct account *old = &from->accounts[i];
		struct account *account =
			old->used ? account_of(diags, old->file) : NULL;

		for (int kind = 0; old->used && kind < DIAG_SYSTEM; kind++)
			account->untold[kind] += old->untold[kind];
	}
	diags_reset(from);
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
	struct arena *arena = &diags->draft_arena;

	settle(diags);
	diags->draft = (struct diag){ .kind = kind, .at = at };
	diags->draft.at = place_copy(diags, at);
	diags->draft.text = bounded(arena_vprintf(arena, format, args), arena);
	diags->has_draft = true;
	return false;
}

bool diag_system(struct diags *diags, const char *path, const char *format, ...)
{
	struct place at = { .file = NULL };
	const char *reason = strerror(errno);
	struct diag *d = &diags->draft;
	va_list args;

	va_start(args, format);
	diag_report(diags, DIAG_SYSTEM, at, format, args);
	va_end(args);
	d->text = arena_printf(&diags->draft_arena, "%s: %.*s: %s", path,
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

bool diag_doubt(struct diags *diags)
{
	const char *path = file_doubt();

	return !path || diag_system(diags, path, "cannot be looked at");
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
	if (diags->has_draft)
		diags->draft.name = name;
}

void diag_once(struct diags *diags)
{
	if (diags->has_draft)
		diags->draft.once = true;
}

void diag_hint(struct diags *diags, const char *format, ...)
{
	struct arena *arena = &diags->draft_arena;
	va_list args;

	if (!diag_is_kept(diags))
		return;
	va_start(args, format);
	diags->draft.hint = bounded(arena_vprintf(arena, format, args), arena);
	va_end(args);
}

void diag_note(struct diags *diags, struct place at, const char *format, ...)
{
	struct arena *arena = &diags->draft_arena;
	struct diag *d = &diags->draft;
	struct diag_note *note;
	va_list args;

	if (!diag_is_kept(diags))
		return;
	note = arena_push(arena, d->notes, d->note_count);
	note->at = place_copy(diags, at);
	va_start(args, format);
	note->text = secret_hidden(arena_vprintf(arena, format, args), arena);
	va_end(args);
}

bool diag_is_kept(struct diags *diags)
{
	return diags->has_draft && !is_full(diags, &diags->draft);
}

void diag_suggest(struct diags *diags, struct str wrong,
		  const struct str *names, size_t count)
{
	const struct str *nearest =
		diag_is_kept(diags) ? diag_nearest(wrong, names, count) : NULL;

	if (nearest)
		diag_hint(diags, "did you mean \"%.*s\"?", STR_ARG(*nearest));
}

const struct str *diag_nearest(struct str wrong, const struct str *names,
			       size_t count)
{
	size_t limit = wrong.len < 6 ? 1 : 2;
	const struct str *nearest = NULL;

	for (size_t i = 0; i < count; i++) {
		size_t distance = str_distance(wrong, names[i], limit);

		if (!distance || distance > limit || distance >= names[i].len)
			continue;
		nearest = &names[i];
		limit = distance - 1;
		if (!limit)
			break;
	}
	return nearest;
}

void diags_keep(struct diags *diags,
		bool (*keep)(void *context, const struct diag *diag),
		void *context)
{
	size_t kept = 0;

	settle(diags);
	for (size_t i = 0; i < diags->count; i++)
		if (keep(context, &diags->items[i]))
			diags->items[kept++] = diags->items[i];
	diags->count = kept;
}

const struct diag *diags_sorted(struct diags *diags, size_t *count)
{
	settle(diags);
	tell_of_untold(diags);
	if (diags->count)
		qsort(diags->items, diags->count, sizeof(*diags->items),
		      compare);
	drop_twins(diags);
	fold_alike(diags);
	fold_files(diags);
	*count = diags->count;
	return diags->items;
}

bool diag_is_error(const struct diags *diags, const struct diag *diag)
{
	return diag->kind != DIAG_WARNING || diags->strict;
}

size_t diags_error_count(struct diags *diags)
{
	size_t count, errors = 0;
	const struct diag *items = diags_sorted(diags, &count);

	for (size_t i = 0; i < count; i++)
		if (diag_is_error(diags, &items[i]))
			errors += items[i].untold ? items[i].untold : 1;
	return errors;
}

size_t diags_warning_count(struct diags *diags)
{
	size_t count, warnings = 0;
	const struct diag *items = diags_sorted(diags, &count);

	for (size_t i = 0; i < count; i++)
		if (!diag_is_error(diags, &items[i]))
			warnings += items[i].untold ? items[i].untold : 1;
	return warnings;
}

int diags_status(struct diags *diags)
{
	settle(diags);
	for (size_t i = 0; i < diags->count; i++)
		if (diags->items[i].kind == DIAG_SYSTEM)
			return 3;
	for (size_t i = 0; i < diags->count; i++)
		if (diag_is_error(diags, &diags->items[i]))
			return 1;
	return 0;
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
	diags_reset(diags);
}

static void diags_reset(struct diags *diags)
{
	diags->items = NULL;
	diags->count = 0;
	diags->accounts = NULL;
	diags->account = NULL;
	diags->account_count = diags->account_size = 0;
	arena_reset(&diags->arena);
}

/*
 * What was reported last is complete: it is kept, or beyond the limit only
 * counted, so that nothing grows.
 */
static void settle(struct diags *diags)
{
	const struct diag *d = &diags->draft;

	if (!diags->has_draft)
		return;
	if (diags->keep && !diags->keep(diags->keep_context, d)) {
		/* Nobody asked for it. */
	} else if (!is_full(diags, d)) {
		if (d->kind < DIAG_SYSTEM)
			account_of(diags, d->at.file)->kept[d->kind]++;
		adopt(diags, d);
	} else if (!is_like_kept(diags, d)) {
		account_of(diags, d->at.file)->untold[d->kind]++;
	}
	diags->has_draft = false;
	arena_reset(&diags->draft_arena);
}

static bool is_full(struct diags *diags, const struct diag *d)
{
	return d->kind < DIAG_SYSTEM &&
	       account_of(diags, d->at.file)->kept[d->kind] >= KEPT_LIMIT;
}

/* Adds a copy of a message that lives elsewhere. */
static void adopt(struct diags *diags, const struct diag *old)
{
	struct arena *arena = &diags->arena;
	struct diag *d = add(diags, *old);

	d->text = arena_str(arena, old->text);
	d->hint = arena_str(arena, old->hint);
	d->notes = NULL;
	d->note_count = 0;
	for (size_t k = 0; k < old->note_count; k++) {
		struct diag_note *n =
			arena_push(arena, d->notes, d->note_count);

		n->at = place_copy(diags, old->notes[k].at);
		n->text = arena_str(arena, old->notes[k].text);
	}
	d->more = NULL;
	d->more_count = 0;
	for (size_t k = 0; k < old->more_count && k < DIAG_PLACES; k++)
		add_more(diags, d, old->more[k]);
	d->more_count = old->more_count;
}

/* Its text lives as long as `diags`. */
static struct diag *add(struct diags *diags, struct diag given)
{
	struct diag *d = arena_push(&diags->arena, diags->items, diags->count);

	*d = given;
	d->at = place_copy(diags, given.at);
	return d;
}

static struct account *account_of(struct diags *diags, const char *file)
{
	struct account *account = diags->account;

	if (account &&
	    (account->file == file ||
	     (file && account->file && !strcmp(account->file, file))))
		return account;
	if (2 * diags->account_count >= diags->account_size)
		grow_accounts(diags);
	account = find_account(diags, file);
	if (!account->used) {
		account->used = true;
		diags->account_count++;
		if (file)
			account->file =
				arena_str(&diags->arena, str_from(file)).ptr;
	}
	diags->account = account;
	return account;
}

/* Where the file's account is, or would be. */
static struct account *find_account(const struct diags *diags, const char *file)
{
	struct str name = str_from(file);
	size_t i = (size_t)hash_of(name).low & (diags->account_size - 1);

	while (diags->accounts[i].used &&
	       (!file != !diags->accounts[i].file ||
		!str_equals(str_from(diags->accounts[i].file), name)))
		i = (i + 1) & (diags->account_size - 1);
	return &diags->accounts[i];
}

static void grow_accounts(struct diags *diags)
{
	struct account *old = diags->accounts;
	size_t size = diags->account_size;

	diags->account_size = size ? 2 * size : 8;
	diags->accounts =
		arena_array(&diags->arena, struct account, diags->account_size);
	for (size_t i = 0; i < size; i++)
		if (old[i].used)
			*find_account(diags, old[i].file) = old[i];
}

/*
 * Whether it is one more of what was told of its file already: of the last
 * few, as one mistake made all down a table is.
 */
static bool is_like_kept(struct diags *diags, const struct diag *given)
{
	size_t most = diags->count, looked = 0;

	if (most > 2 * KEPT_LIMIT) /* errors and warnings of one file */
		most = 2 * KEPT_LIMIT;
	for (size_t back = 1; back <= most && looked < LOOK_BACK; back++) {
		struct diag *kept = &diags->items[diags->count - back];

		if (kept->kind != given->kind)
			continue;
		looked++;
		if (kept->name != given->name ||
		    kept->at.file != given->at.file || kept->untold ||
		    !str_equals(kept->text, given->text))
			continue;
		add_more(diags, kept, given->at);
		return true;
	}
	return false;
}

static void add_more(struct diags *diags, struct diag *d, struct place at)
{
	if (!d->more)
		d->more = arena_array(&diags->arena, struct place, DIAG_PLACES);
	if (d->more_count < DIAG_PLACES)
		d->more[d->more_count] = place_copy(diags, at);
	d->more_count++;
}

/* Cut between characters. */
static struct str bounded(struct str text, struct arena *arena)
{
	size_t len = DIAG_TEXT_MOST;

	text = secret_hidden(text, arena);
	if (text.len <= DIAG_TEXT_MOST)
		return arena_str(arena, text);
	while (len && ((unsigned char)text.ptr[len] & 0xC0) == 0x80)
		len--;
	return arena_printf(arena, "%.*s…", (int)len, text.ptr);
}

/* The name of the file may lie in an arena that ends before we do. */
static struct place place_copy(struct diags *diags, struct place at)
{
	if (at.file)
		at.file = account_of(diags, at.file)->file;
	return at;
}

/* The same mistake may be met twice, as when two pages show one text. */
static void drop_twins(struct diags *diags)
{
	size_t kept = 0;

	for (size_t i = 0; i < diags->count; i++)
		if (!kept || compare(&diags->items[kept - 1], &diags->items[i]))
			diags->items[kept++] = diags->items[i];
	diags->count = kept;
}

/* Those alike come to stand together, each run in the order of places. */
static void fold_alike(struct diags *diags)
{
	struct diag **sorted =
		arena_array(&diags->arena, struct diag *, diags->count);
	size_t from = 0;

	for (size_t i = 0; i < diags->count; i++)
		sorted[i] = &diags->items[i];
	if (diags->count)
		qsort(sorted, diags->count, sizeof(*sorted), compare_alike);
	for (size_t to = 1; to <= diags->count; to++) {
		if (to < diags->count && is_alike(sorted[from], sorted[to]))
			continue;
		if (to - from >= DIAG_ALIKE || sorted[from]->more_count)
			for (size_t i = from + 1; i < to; i++)
				fold_into(diags, sorted[from], sorted[i]);
		else if (sorted[from]->once)
			fold_by_file(diags, sorted + from, to - from);
		from = to;
	}
	drop_folded(diags);
}

/* Those of one file stand next to each other. */
static void fold_by_file(struct diags *diags, struct diag **alike, size_t count)
{
	struct diag *first = alike[0];

	for (size_t i = 1; i < count; i++)
		if (str_equals(str_from(first->at.file),
			       str_from(alike[i]->at.file)))
			fold_into(diags, first, alike[i]);
		else
			first = alike[i];
}

static bool is_alike(const struct diag *a, const struct diag *b)
{
	return a->kind == b->kind && a->kind != DIAG_SYSTEM &&
	       a->name == b->name && !a->untold && !b->untold &&
	       str_equals(a->text, b->text) && str_equals(a->hint, b->hint);
}

static void fold_into(struct diags *diags, struct diag *first, struct diag *d)
{
	size_t named =
		d->more_count < DIAG_PLACES ? d->more_count : DIAG_PLACES;

	add_more(diags, first, d->at);
	for (size_t k = 0; k < named; k++)
		add_more(diags, first, d->more[k]);
	first->more_count += d->more_count - named;
	d->text.ptr = NULL;
}

/* What has no text was folded into another, or is only counted. */
static void drop_folded(struct diags *diags)
{
	size_t kept = 0;

	for (size_t i = 0; i < diags->count; i++)
		if (diags->items[i].text.ptr)
			diags->items[kept++] = diags->items[i];
	diags->count = kept;
}

/* What was not kept is told of, too, at the end of its file. */
static void tell_of_untold(struct diags *diags)
{
	for (size_t i = 0; i < diags->account_size; i++)
		for (int kind = 0; kind < DIAG_SYSTEM; kind++) {
			struct account *account = &diags->accounts[i];
			struct diag *d;

			if (!account->untold[kind])
				continue;
			d = add(diags,
				(struct diag){
					.kind = (enum diag_kind)kind,
					.at = { .file = account->file } });
			d->text = STR("more");
			d->untold = account->untold[kind];
			account->untold[kind] = 0;
		}
}

/* The items are sorted by file, and in each what stands for more is last. */
static void fold_files(struct diags *diags)
{
	size_t to;

	for (size_t from = 0; from < diags->count; from = to) {
		const char *file = diags->items[from].at.file;

		for (to = from;
		     to < diags->count && diags->items[to].at.file == file;
		     to++)
			;
		if (!file)
			continue;
		fold_rest(diags, DIAG_ERROR, from, to);
		fold_rest(diags, DIAG_WARNING, from, to);
	}
	drop_folded(diags);
}

static void fold_rest(struct diags *diags, enum diag_kind kind, size_t from,
		      size_t to)
{
	struct diag *rest = NULL;
	size_t told = 0, untold = 0;

	for (size_t i = from; i < to; i++) {
		struct diag *d = &diags->items[i];

		if (d->kind != kind || (!d->untold && told++ < DIAG_FILE_MOST))
			continue;
		untold += d->untold ? d->untold : 1;
		d->text.ptr = NULL;
		rest = d;
	}
	if (!rest)
		return;
	*rest = (struct diag){ .kind = kind,
			       .at = { .file = rest->at.file },
			       .untold = untold };
	rest->text =
		arena_printf(&diags->arena, "%zu more %s%s in this file",
			     untold, kind == DIAG_ERROR ? "error" : "warning",
			     untold == 1 ? "" : "s");
}

static int compare(const void *a, const void *b)
{
	const struct diag *left = a, *right = b;
	int order = strcmp(left->at.file ? left->at.file : "",
			   right->at.file ? right->at.file : "");

	if (!order)
		order = (left->untold > 0) - (right->untold > 0);
	if (!order)
		order = compare_places(left->at, right->at);
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

/* Those alike side by side, and each run in the order of places. */
static int compare_alike(const void *a, const void *b)
{
	const struct diag *left = *(const struct diag *const *)a;
	const struct diag *right = *(const struct diag *const *)b;
	int order = str_compare(left->text, right->text);

	if (!order)
		order = str_compare(left->hint, right->hint);
	if (!order)
		order = str_compare(str_from(left->name),
				    str_from(right->name));
	if (!order)
		order = (left->kind > right->kind) - (left->kind < right->kind);
	/* They lie in one array, sorted by place. */
	return order ? order : (left > right) - (left < right);
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
	if (diag->hint.len) {
		fputs("  hint: ", to);
		print_plain(to, diag->hint);
		fputc('\n', to);
	}
	print_more(to, diag);
}

/* A further place of the same file is its line and column. */
static void print_more(FILE *to, const struct diag *diag)
{
	size_t named =
		diag->more_count < DIAG_PLACES ? diag->more_count : DIAG_PLACES;

	for (size_t k = 0; k < named; k++) {
		struct place at = diag->more[k];
		bool same = at.file && diag->at.file &&
			    !strcmp(at.file, diag->at.file);

		fputs(k ? ", " : "  the same at ", to);
		if (!same || !at.line)
			print_plain(to,
				    str_from(at.file ? at.file : "paragone"));
		if (at.line)
			fprintf(to, same ? "%u:%u" : ":%u:%u", at.line,
				at.column);
	}
	if (diag->more_count > named)
		fprintf(to, " and %zu more place%s", diag->more_count - named,
			diag->more_count - named == 1 ? "" : "s");
	if (named)
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
	unsigned column = 1, width = at.width ? at.width : 1, marked = 0;
	size_t i = 0;

	if (!at.file || !at.line)
		return;
	line = source_line(at, excerpt);
	if (!line.ptr)
		return;
	fprintf(to, "%5u | ", at.line);
	print_plain(to, line);
	fputs("\n      | ", to);
	for (; i < line.len && column < at.column; column++) {
		uint32_t c = str_char_next(line, &i);

		if (c == '\t')
			fputc('\t', to);
		else
			fprintf(to, "%*s", cells_of(c), "");
	}
	fprintf(to, "%*s^", (int)(at.column - column), "");
	for (; width && i < line.len; width--)
		marked += (unsigned)cells_of(str_char_next(line, &i));
	for (; marked > 1; marked--)
		fputc('~', to);
	fputc('\n', to);
}

/* How wide a terminal shows it: a mark on a letter, one letter, or a square. */
static int cells_of(uint32_t c)
{
	if (is_unfit(c))
		return 1;
	return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
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
		if (utf16_is(excerpt->text))
			excerpt->text =
				utf16_decode(excerpt->text, &excerpt->arena);
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

/* An editor marks every place. */
static void print_json(FILE *to, const struct diags *diags,
		       const struct diag *diag)
{
	print_json_at(to, diags, diag, diag->at);
	for (size_t k = 0; k < diag->more_count && k < DIAG_PLACES; k++)
		print_json_at(to, diags, diag, diag->more[k]);
}

static void print_json_at(FILE *to, const struct diags *diags,
			  const struct diag *diag, struct place at)
{
	struct buf buf = { 0 };
	struct json json = { .to = &buf };

	json_open(&json, '{');
	json_place(&json, at);
	json_key(&json, "severity");
	json_text(&json,
		  str_from(diag_is_error(diags, diag) ? "error" : "warning"));
	json_key(&json, "message");
	json_text(&json, diag->text);
	if (diag->name) {
		json_key(&json, "name");
		json_text(&json, str_from(diag->name));
	}
	if (diag->hint.len) {
		json_key(&json, "hint");
		json_text(&json, diag->hint);
	}
	if (diag->note_count)
		json_notes(&json, diag);
	json_close(&json, '}');
	buf_char(&buf, '\n');
	fwrite(buf.ptr, 1, buf.len, to);
	buf_release(&buf);
}

static void json_notes(struct json *json, const struct diag *diag)
{
	json_key(json, "notes");
	json_open(json, '[');
	for (size_t i = 0; i < diag->note_count; i++) {
		json_open(json, '{');
		json_place(json, diag->notes[i].at);
		json_key(json, "message");
		json_text(json, diag->notes[i].text);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void json_place(struct json *json, struct place at)
{
	json_key(json, "file");
	json_text(json, str_from(at.file));
	json_key(json, "line");
	json_number(json, at.line);
	json_key(json, "column");
	json_number(json, at.column);
	json_key(json, "width");
	json_number(json, at.width);
}
