#include "search/index.h"

#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "search/entry.h"
#include "search/fold.h"
#include "search/tree.h"

enum {
	FIRST_WORDS = 24, /* of a title that are keys */
	NEXT_WORDS = 5,	  /* that one goes on with */
	FIRST_MOST = 14,  /* characters of each */
	NEXT_MOST = 6,
	READ_LEAST = 4 << 10, /* of each run at a time */
	READ_MOST = 32 << 10,
	READ_ALL = 16 << 20, /* of all of them */
};

/* A sorted run in the file, and what was read of it. */
struct run {
	off_t at, end;
	struct buf ahead;
	size_t used; /* of `ahead` */
};

struct index {
	pthread_mutex_t lock;
	struct buf entries; /* since the last run */
	size_t count;
	FILE *file; /* of runs; NULL until there is one */
	off_t size;
	struct run *runs;
	size_t run_count;
	int failure; /* a reason of errno, or 0 */
};

static void add_key(struct index *index, const struct find *find,
		    struct str first, struct str next, bool begins);
static size_t put_steps(struct str word, char *to);
static struct str cut(struct str text, size_t most);
static bool is_worth(struct str word, struct str first);
static void end_run(struct index *index);
static void sort_entries(struct index *index, struct buf *to);
static bool merge(struct index *index, struct search_tree *tree);
static struct entry run_first(const struct run *run);
static size_t read_ahead(const struct index *index);
static bool run_fill(struct index *index, struct run *run);
static void sink(struct run **heap, size_t count, size_t at);
static void release_runs(struct index *index);

struct index *index_new(void)
{
	struct index *index = memory_alloc(sizeof(*index));

	*index = (struct index){ .count = 0 };
	pthread_mutex_init(&index->lock, NULL);
	return index;
}

void index_free(struct index *index)
{
	if (!index)
		return;
	release_runs(index);
	if (index->file)
		fclose(index->file);
	buf_release(&index->entries);
	pthread_mutex_destroy(&index->lock);
	free(index);
}

void index_add(struct index *index, const struct find *find,
	       struct arena *arena)
{
	struct fold_words first = fold_words(find->title, arena);
	struct fold_words next =
		find->context.len ? fold_words(find->context, arena) : first;

	pthread_mutex_lock(&index->lock);
	for (size_t i = 0; i < first.count && i < FIRST_WORDS; i++) {
		struct str word = first.items[i];
		size_t given = 0;

		for (size_t k = 0; k < next.count && given < NEXT_WORDS; k++)
			if (is_worth(next.items[k], word)) {
				add_key(index, find, word, next.items[k], !i);
				given++;
			}
		if (!given)
			add_key(index, find, word, STR(""), !i);
	}
	if (index->entries.len >= INDEX_RUN)
		end_run(index);
	pthread_mutex_unlock(&index->lock);
}

static void add_key(struct index *index, const struct find *find,
		    struct str first, struct str next, bool begins)
{
	struct entry entry = {
		.order = (uint8_t)((find->kind == FIND_HEADING ? 2 : 0) +
				   !begins),
		.kind = (uint8_t)find->kind,
		.title = entry_fit(find->title),
		.url = find->url,
		.context = entry_fit(find->context),
	};
	char key[(FIRST_MOST + NEXT_MOST) * 6 + 1];

	first = cut(first, FIRST_MOST);
	next = cut(next, NEXT_MOST);
	entry.key = (struct str){ key, put_steps(first, key) };
	if (next.len) {
		key[entry.key.len++] = ' ';
		entry.key.len += put_steps(next, key + entry.key.len);
	}
	entry_put(&entry, &index->entries);
	index->count++;
}

/*
 * Kana and Han are so many that a file would be full of how its keys go on:
 * before each of them stands the first of the 64 that it is one of.
 */
static size_t put_steps(struct str word, char *to)
{
	size_t len = 0;

	for (size_t at = 0, next = 0; at < word.len; at = next) {
		uint32_t c = str_char_next(word, &next);

		if (c >= 0x3040 && c <= 0x9FFF) {
			memcpy(to + len, word.ptr + at, 2);
			to[len + 2] = '\x80';
			len += 3;
		}
		memcpy(to + len, word.ptr + at, next - at);
		len += next - at;
	}
	return len;
}

/* In units of UTF-16, as the script counts. */
static struct str cut(struct str text, size_t most)
{
	size_t at = 0, end = 0, units = 0;

	while (end < text.len) {
		units += str_char_next(text, &end) > 0xFFFF ? 2 : 1;
		if (units > most)
			break;
		at = end;
	}
	return str_slice(text, 0, at);
}

/* "a" and "x" tell little, and a word need not follow itself. */
static bool is_worth(struct str word, struct str first)
{
	return word.len > 1 && !str_equals(word, first);
}

/* Writes what was added since the last run, sorted, behind it. */
static void end_run(struct index *index)
{
	struct buf sorted = { 0 };
	struct run *run;

	sort_entries(index, &sorted);
	if (!index->file && !index->failure) {
		index->file = tmpfile();
		index->failure = index->file ? 0 : errno;
	}
	if (index->file && !index->failure &&
	    (fwrite(sorted.ptr, 1, sorted.len, index->file) != sorted.len ||
	     fflush(index->file) != 0))
		index->failure = errno ? errno : EIO;
	index->runs = memory_grow(index->runs, (index->run_count + 1) *
						       sizeof(*index->runs));
	run = &index->runs[index->run_count++];
	*run = (struct run){ .at = index->size,
			     .end = index->size + (off_t)sorted.len };
	index->size = run->end;
	buf_release(&sorted);
	buf_reset(&index->entries);
	index->count = 0;
}

static void sort_entries(struct index *index, struct buf *to)
{
	struct entry *entries =
		memory_alloc((index->count + 1) * sizeof(*entries));
	struct str rest = buf_str(&index->entries);

	for (size_t i = 0; i < index->count; i++)
		entries[i] = entry_take(&rest);
	if (index->count)
		qsort(entries, index->count, sizeof(*entries), entry_compare);
	for (size_t i = 0; i < index->count; i++)
		entry_put(&entries[i], to);
	free(entries);
}

bool index_write(struct index *index, struct diags *diags,
		 bool (*visit)(void *context, struct str path,
			       struct str bytes),
		 void *context)
{
	struct search_tree *tree = search_tree_new(visit, context);
	struct run last = { .at = 0 };
	bool ok;

	/* The last entries need no file. */
	sort_entries(index, &last.ahead);
	index->runs = memory_grow(index->runs, (index->run_count + 1) *
						       sizeof(*index->runs));
	index->runs[index->run_count++] = last;
	ok = !index->failure && merge(index, tree);
	ok = search_tree_end(tree) && ok;
	if (index->failure) {
		errno = index->failure;
		return diag_system(diags, "the search index",
				   "cannot be sorted");
	}
	return ok;
}

/* By a heap of runs, the one with the least entry first. */
static bool merge(struct index *index, struct search_tree *tree)
{
	struct run **heap =
		memory_alloc(index->run_count * sizeof(struct run *));
	size_t count = 0;

	for (size_t i = 0; i < index->run_count; i++)
		if (run_fill(index, &index->runs[i]))
			heap[count++] = &index->runs[i];
	for (size_t i = count; i-- > 0;)
		sink(heap, count, i);
	while (count && !index->failure) {
		struct run *run = heap[0];
		struct entry entry = run_first(run);

		search_tree_add(tree, &entry);
		run->used += entry_size(&entry);
		if (!run_fill(index, run))
			heap[0] = heap[--count];
		sink(heap, count, 0);
	}
	free(heap);
	return !index->failure;
}

static struct entry run_first(const struct run *run)
{
	struct str rest = str_from_byte(buf_str(&run->ahead), run->used);

	return entry_take(&rest);
}

/* The more runs, the less of each: what is in memory does not grow. */
static size_t read_ahead(const struct index *index)
{
	size_t each = READ_ALL / index->run_count;

	return each > READ_MOST	   ? READ_MOST
	       : each < READ_LEAST ? READ_LEAST
				   : each;
}

/* Reads on until there is a whole entry; false at the end of the run. */
static bool run_fill(struct index *index, struct run *run)
{
	struct str rest = str_from_byte(buf_str(&run->ahead), run->used);
	struct buf more = { 0 };
	size_t wanted = (size_t)(run->end - run->at);
	ssize_t got;

	if (entry_is_whole(rest) || index->failure)
		return entry_is_whole(rest);
	if (!wanted)
		return false;
	if (wanted > read_ahead(index))
		wanted = read_ahead(index);
	buf_raw(&more, rest);
	buf_reserve(&more, wanted);
	got = pread(fileno(index->file), more.ptr + more.len, wanted, run->at);
	if (got <= 0) {
		index->failure = got < 0 ? errno : EIO;
		buf_release(&more);
		return false;
	}
	more.len += (size_t)got;
	run->at += got;
	buf_release(&run->ahead);
	run->ahead = more;
	run->used = 0;
	return run_fill(index, run);
}

static void sink(struct run **heap, size_t count, size_t at)
{
	for (size_t child = 2 * at + 1; child < count; child = 2 * at + 1) {
		struct entry here = run_first(heap[at]), below, right;
		struct run *run = heap[at];

		below = run_first(heap[child]);
		if (child + 1 < count) {
			right = run_first(heap[child + 1]);
			if (entry_compare(&right, &below) < 0) {
				below = right;
				child++;
			}
		}
		if (entry_compare(&here, &below) <= 0)
			return;
		heap[at] = heap[child];
		heap[child] = run;
		at = child;
	}
}

static void release_runs(struct index *index)
{
	for (size_t i = 0; i < index->run_count; i++)
		buf_release(&index->runs[i].ahead);
	free(index->runs);
}
