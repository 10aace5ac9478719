#include "scaffold/change.h"

#include <string.h>

static void print_left(const struct change *change, FILE *to);
static struct str place_then(const struct change *change, struct str place);
static void print_lines(const struct change *change, struct edited *file,
			FILE *to);
static void print_each(FILE *to, unsigned line, char sign, struct str lines);
static struct str new_lines(const struct change *change, struct edited *file,
			    size_t first, size_t count, struct span lines);

void change_print(const struct change *change, FILE *to)
{
	bool dry = change->dry_run;

	for (size_t k = 0; k < change->file_count; k++) {
		if (!change->files[k].splices.count)
			continue;
		fprintf(to, "%s %s\n", dry ? "would change" : "changed",
			change->files[k].path);
		if (dry)
			print_lines(change, &change->files[k], to);
	}
	for (size_t k = 0; k < change->move_count; k++) {
		const struct move *move = &change->moves[k];

		if (move->to)
			fprintf(to, "%s %s to %s\n",
				dry ? "would move" : "moved", move->from,
				move->to);
		else
			fprintf(to, "%s %s\n", dry ? "would remove" : "removed",
				move->from);
	}
	if (change->kept_count)
		fputs("\nTranslations keep names of their own:\n", to);
	for (size_t k = 0; k < change->kept_count; k++)
		fprintf(to, "  %.*s\n",
			STR_ARG(place_then(change, str_from(change->kept[k]))));
	print_left(change, to);
}

/* What is for the author to change. */
static void print_left(const struct change *change, FILE *to)
{
	enum { NAMED = 10 };

	if (change->loose_count)
		fputs("\nLinks to what goes, which could not become words:\n",
		      to);
	for (size_t k = 0; k < change->loose_count; k++)
		fprintf(to, "  %.*s\n",
			STR_ARG(place_then(change, change->loose[k])));
	if (change->left_count)
		fprintf(to, "\nProse still says \"%.*s\":\n",
			STR_ARG(change->name));
	for (size_t k = 0; k < change->left_count && k < NAMED; k++)
		fprintf(to, "  %.*s\n",
			STR_ARG(place_then(change, change->left[k])));
	if (change->left_count > NAMED)
		fprintf(to, "  and %zu more lines\n",
			change->left_count - NAMED);
}

/* A file, or a line of it, where it is when all is done. */
static struct str place_then(const struct change *change, struct str place)
{
	for (size_t k = 0; k < change->move_count && !change->dry_run; k++) {
		const struct move *move = &change->moves[k];
		struct str rest = str_from_byte(place, strlen(move->from));

		if (move->to && str_starts(place, move->from) &&
		    (!rest.len || strchr("/:", rest.ptr[0])))
			return ARENA_JOIN(&change->a->arena, str_from(move->to),
					  rest);
	}
	return place;
}

/* The lines that are touched, as they are and as they would be. */
static void print_lines(const struct change *change, struct edited *file,
			FILE *to)
{
	struct splice *items = file->splices.items;
	unsigned line = 1;
	size_t at = 0;

	splices_sort(&file->splices);
	for (size_t k = 0; k < file->splices.count;) {
		struct span lines = span_line(file->text, items[k].span.at);
		size_t first = k, end = lines.at + lines.len;

		for (; k < file->splices.count && items[k].span.at < end; k++) {
			size_t last = items[k].span.at + items[k].span.len;

			if (last > end)
				end = span_line(file->text, last - 1).at +
				      span_line(file->text, last - 1).len;
		}
		k += k == first; /* at the very end of the file */
		lines.len = end - lines.at;
		for (; at < lines.at; at++)
			line += file->text.ptr[at] == '\n';
		print_each(to, line, '-',
			   str_slice(file->text, lines.at, lines.len));
		print_each(to, line, '+',
			   new_lines(change, file, first, k - first, lines));
	}
}

static void print_each(FILE *to, unsigned line, char sign, struct str lines)
{
	for (; lines.len; line++) {
		struct str text = str_trim(str_cut(&lines, '\n'));

		fprintf(to, "  %u %c %.*s\n", line, sign, STR_ARG(text));
	}
}

static struct str new_lines(const struct change *change, struct edited *file,
			    size_t first, size_t count, struct span lines)
{
	struct arena *arena = &change->a->arena;
	struct splices part = { 0 };

	for (size_t k = first; k < first + count; k++) {
		struct splice item = file->splices.items[k];

		item.span.at -= lines.at;
		splice(&part, item.span, item.with, arena);
	}
	return splices_apply(&part, str_slice(file->text, lines.at, lines.len),
			     arena);
}
