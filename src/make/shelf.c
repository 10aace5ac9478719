#include "make/shelf.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

static void made_free(struct made *made);

struct shelf *shelf_new(struct str slug)
{
	struct shelf *shelf = memory_alloc(sizeof(*shelf));

	*shelf = (struct shelf){ .freshness = STALE };
	buf_raw(&shelf->slug, slug);
	return shelf;
}

void shelf_free(struct shelf *shelf)
{
	if (!shelf)
		return;
	for (size_t i = 0; i < shelf->made_count; i++)
		made_free(shelf->made[i]);
	free(shelf->made);
	shelf_tell(shelf, 0);
	buf_release(&shelf->slug);
	buf_release(&shelf->complaint.text);
	free(shelf);
}

void shelf_tell(struct shelf *shelf, size_t count)
{
	if (shelf->told_count == count)
		return;
	for (size_t k = 0; k < shelf->told_count; k++)
		arena_release(&shelf->told[k].arena);
	free(shelf->told);
	shelf->told = count ? memory_alloc(count * sizeof(*shelf->told)) : NULL;
	for (size_t k = 0; k < count; k++)
		shelf->told[k] = (struct told){ .is_there = false };
	shelf->told_count = count;
}

struct made *shelf_find(const struct shelf *shelf, struct str path)
{
	for (size_t i = 0; i < shelf->made_count; i++)
		if (str_equals(buf_str(&shelf->made[i]->path), path))
			return shelf->made[i];
	return NULL;
}

struct made *shelf_add(struct shelf *shelf, struct str path)
{
	struct made *made = memory_alloc(sizeof(*made));

	assert(!shelf_find(shelf, path));
	*made = (struct made){ .is_whole = false };
	buf_raw(&made->path, path);
	shelf->made = memory_grow(shelf->made, (shelf->made_count + 1) *
						       sizeof(*shelf->made));
	return shelf->made[shelf->made_count++] = made;
}

void shelf_drop(struct shelf *shelf, struct made *made)
{
	size_t i = 0;

	while (shelf->made[i] != made) {
		i++;
		assert(i < shelf->made_count);
	}
	shelf->made[i] = shelf->made[--shelf->made_count];
	made_free(made);
}

bool complain(struct complaint *complaint, struct diags *diags)
{
	char *text = NULL;
	size_t len = 0;
	FILE *to = open_memstream(&text, &len);

	if (!to)
		abort();
	complaint->is_error = diags_status(diags) != 0;
	diags_print(diags, to, (struct diag_style){ .colour = false });
	fclose(to);
	if (!str_equals(buf_str(&complaint->text), (struct str){ text, len })) {
		buf_reset(&complaint->text);
		buf_raw(&complaint->text, (struct str){ text, len });
		fputs(text, stderr);
	}
	free(text);
	return complaint->is_error;
}

static void made_free(struct made *made)
{
	buf_release(&made->path);
	buf_release(&made->bytes);
	buf_release(&made->complaint.text);
	free(made);
}
