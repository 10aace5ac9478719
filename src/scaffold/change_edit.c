#include "scaffold/change.h"

#include <string.h>

static struct str id_like(const struct change *change, struct str text);

struct edited *change_file(struct change *change, const char *path)
{
	struct addition *a = change->a;
	const char *real = exchange_file(path, &a->arena);
	struct edited *file;

	for (size_t k = 0; k < change->file_count; k++)
		if (!strcmp(real, change->files[k].real))
			return &change->files[k];
	file = arena_push(&a->arena, change->files, change->file_count);
	file->path = path;
	file->real = real;
	if (addition_read(a, path, &file->text))
		return file;
	change->file_count--;
	return NULL;
}

void change_splice(struct change *change, struct edited *file, struct span span,
		   struct str with)
{
	if (!str_equals(str_slice(file->text, span.at, span.len), with))
		splice(&file->splices, span, with, &change->a->arena);
}

bool change_is_called(const struct change *change, struct str text)
{
	return text.len && (str_is_like(text, change->id) ||
			    str_is_like(text, change->name) ||
			    (change->short_name.len &&
			     str_is_like(text, change->short_name)));
}

struct str change_text(const struct change *change, struct str text)
{
	if (str_equals(text, change->id))
		return change->new_id;
	if (str_is_like(text, change->name))
		return change->new_name;
	return str_is_like(text, change->id) ? id_like(change, text) : text;
}

/* An id that is written as a name, "Oak", stays one. */
static struct str id_like(const struct change *change, struct str text)
{
	struct str id = change->new_id;
	char first = id.len ? id.ptr[0] : '\0';

	if (text.ptr[0] < 'A' || text.ptr[0] > 'Z' || first < 'a' ||
	    first > 'z')
		return id;
	return arena_printf(&change->a->arena, "%c%.*s", first - 'a' + 'A',
			    STR_ARG(str_from_byte(id, 1)));
}

void change_keep(struct change *change, const char *path)
{
	if (!change->removes)
		*arena_push(&change->a->arena, change->kept,
			    change->kept_count) = path;
}
