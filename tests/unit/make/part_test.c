#include <unistd.h>

#include "base/file.h"
#include "make/part.h"
#include "unit.h"

static void finds_come_back(void **state)
{
	static const struct find FINDS[] = {
		{ FIND_OPTION, STR_INIT("A\tB\\t\nC"), STR_INIT("a/b/"),
		  STR_INIT("") },
		{ FIND_HEADING, STR_INIT("Why \xC3\xBC"), STR_INIT("a/#why"),
		  STR_INIT("A vs \\") },
	};
	struct arena arena = { 0 };
	struct buf buf = { 0 };
	struct str rest;
	struct find find;

	(void)state;
	for (size_t i = 0; i < 2; i++)
		part_put_find(&FINDS[i], &buf);
	rest = buf_str(&buf);
	for (size_t i = 0; i < 2; i++) {
		assert_true(part_next_find(&rest, &find, &arena));
		assert_int_equal(find.kind, FINDS[i].kind);
		assert_true(str_equals(find.title, FINDS[i].title));
		assert_true(str_equals(find.url, FINDS[i].url));
		assert_true(str_equals(find.context, FINDS[i].context));
	}
	assert_false(part_next_find(&rest, &find, &arena));
	buf_release(&buf);
	arena_release(&arena);
}

static void sums_know_no_order(void **state)
{
	struct path_sum one = { 0 }, other = { 0 };

	(void)state;
	path_sum_add(&one, STR("a"));
	path_sum_add(&one, STR("b"));
	path_sum_add(&other, STR("b"));
	assert_false(path_sum_equals(one, other));
	path_sum_add(&other, STR("a"));
	assert_true(path_sum_equals(one, other));
	path_sum_add(&one, STR("c"));
	path_sum_add(&other, STR("d"));
	assert_false(path_sum_equals(one, other));
}

static struct str written_part(struct arena *arena)
{
	static const struct find FINDS[] = {
		{ FIND_COMPARISON, STR_INIT("Trees"), STR_INIT("trees/"),
		  STR_INIT("") },
		{ FIND_HEADING, STR_INIT("Why"), STR_INIT("a/#why"),
		  STR_INIT("Trees") },
	};
	struct part_index index = { .prefix = STR_INIT("de/") };
	struct part part = {
		.shard = { 2, 3 },
		.prints = { .content = { 1, 2 }, .theme = { 3, 4 } },
		.listed = { 7, { 5, 6 } },
		.made = { 4, { 7, 8 } },
		.comparisons = 10,
		.pages = 11,
		.images = 12,
		.pairs_left_out = 13,
		.has_address = true,
		.twins = { [TWIN_BROTLI] = true },
		.indexes = &index,
		.index_count = 1,
	};
	struct buf finds = { 0 }, buf = { 0 };
	struct str text;

	for (size_t i = 0; i < 2; i++)
		part_put_find(&FINDS[i], &finds);
	index.finds = buf_str(&finds);
	part_print(&part, &buf);
	text = buf_copy(&buf, arena);
	buf_release(&finds);
	buf_release(&buf);
	return text;
}

/* What reading a text as a part says, or "". */
static struct str said_of(const char *dir, struct str text, struct part *part,
			  struct arena *arena)
{
	struct diags *diags = diags_new();
	struct str said;
	bool ok;

	assert_true(file_write(path_join(dir, STR(PART_NAME), arena), text));
	ok = part_read(diags, dir, part, arena);
	assert_int_equal(diags_error_count(diags), !ok);
	said = printed(diags, arena);
	diags_free(diags);
	return said;
}

static void a_part_comes_back(void **state)
{
	char dir[SCRATCH_MAX];
	struct str text = written_part(*state);
	struct buf again = { 0 };
	struct part part;

	scratch_folder(dir);
	assert_str(said_of(dir, text, &part, *state), "");
	assert_int_equal(part.shard.number, 2);
	assert_int_equal(part.pairs_left_out, 13);
	assert_true(part.has_address);
	assert_false(part.twins[TWIN_GZIP]);
	part_print(&part, &again);
	assert_true(str_equals(buf_str(&again), text));
	buf_release(&again);
	unlink(path_join(dir, STR(PART_NAME), *state));
	rmdir(dir);
}

/* Each line of a part made another: the line is what is told. */
static void a_damaged_part_is_refused_at_its_line(void **state)
{
	static const struct {
		const char *from, *to;
		int line;
	} ROWS[] = {
		{ "shard 2/3", "shard 4/3", 2 },
		{ "shard 2/3", "shard", 2 },
		{ "content ", "contents ", 3 },
		{ "content 0", "content x", 3 },
		{ "theme 0", "theme 00", 5 },
		{ "listed 7 ", "listed 7", 7 },
		{ "listed 7 ", "listed x ", 7 },
		{ "made 4 0", "made 4 x", 8 },
		{ "made 4 0", "made 1234567890123456789 0", 8 },
		{ "counts 10 11 12 13", "counts 10 11 12", 9 },
		{ "counts 10 11 12 13", "counts 10 11 12 13 14", 9 },
		{ "counts 10 11 12 13", "counts 10 11 -12 13", 9 },
		{ "counts 10 11 12 13", "counts 10 11 : 13", 9 },
		{ "flags 1 0 1", "flags 1 0 ", 10 },
		{ "index de/\n", "", 11 },
		{ "index de/", "indices de/", 11 },
		{ "find 0\t", "find 0 ", 12 },
		{ "find 0\t", "find /\t", 12 },
		{ "find 0\t", "find 9\t", 12 },
		{ "find 0\t", "found 0\t", 12 },
		{ "#why\tTrees", "#why\tTrees\tOaks", 13 },
		{ "#why\tTrees", "#why", 13 },
		{ "end", "ends", 14 },
		{ "end", "end\n", 14 },
	};
	char dir[SCRATCH_MAX];
	struct str text = written_part(*state);
	struct part part;

	scratch_folder(dir);
	for (size_t i = 0; i < sizeof(ROWS) / sizeof(*ROWS); i++) {
		struct str from = str_from(ROWS[i].from);
		size_t at = str_find_str(text, from);
		struct str damaged, said;

		assert_true(at < text.len);
		damaged = arena_printf(
			*state, "%.*s%s%.*s", (int)at, text.ptr, ROWS[i].to,
			STR_ARG(str_from_byte(text, at + from.len)));
		said = said_of(dir, damaged, &part, *state);
		if (!strstr(said.ptr,
			    arena_printf(*state,
					 ":%d:1: error: what is said of this "
					 "part of a site is damaged here",
					 ROWS[i].line)
				    .ptr))
			fail_msg("%s to %s: %s", ROWS[i].from, ROWS[i].to,
				 said.ptr);
	}
	unlink(path_join(dir, STR(PART_NAME), *state));
	rmdir(dir);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(finds_come_back),
		TEST(sums_know_no_order),
		TEST(a_part_comes_back),
		TEST(a_damaged_part_is_refused_at_its_line),
	};

	return RUN(tests);
}
