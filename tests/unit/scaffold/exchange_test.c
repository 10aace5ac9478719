/* A file gets another text, and its own back. */
#include "scaffold/exchange.h"

#include "base/file.h"
#include "read/folder.h"

static struct exchange prepared(const char *path, struct arena *arena)
{
	struct diags *diags = diags_new();
	struct exchange exchange;

	assert_true(
		exchange_prepare(diags, &exchange, path, STR("new\n"), arena));
	diags_free(diags);
	return exchange;
}

static void assert_says(const char *path, const char *text, struct arena *arena)
{
	struct str said;

	assert_true(file_read(path, &said, arena));
	assert_str(said, text);
}

static void assert_alone(const char *dir, size_t most, struct arena *arena)
{
	struct str *names;
	size_t count;

	assert_true(file_list_all(dir, &names, &count, arena));
	assert_int_equal(count, most);
}

static void nothing_changes_until_it_is_made(void **state)
{
	struct diags *diags = diags_new();
	struct exchange exchange;

	folder_enter();
	folder_put("a/b.md", "old\n");
	exchange = prepared("a/b.md", *state);
	assert_says("a/b.md", "old\n", *state);
	assert_true(exchange_undo(diags, &exchange));
	assert_says("a/b.md", "old\n", *state);
	assert_alone("a", 1, *state);
	folder_leave();
	diags_free(diags);
}

static void the_file_of_before_comes_back_as_it_was(void **state)
{
	struct diags *diags = diags_new();
	struct stat before, after;
	struct exchange exchange;

	folder_enter();
	folder_put("a/b.md", "old\n");
	assert_int_equal(stat("a/b.md", &before), 0);
	exchange = prepared("a/b.md", *state);
	assert_true(exchange_make(diags, &exchange));
	assert_says("a/b.md", "new\n", *state);
	assert_true(exchange_undo(diags, &exchange));
	assert_says("a/b.md", "old\n", *state);
	assert_int_equal(stat("a/b.md", &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_alone("a", 1, *state);
	folder_leave();
	diags_free(diags);
}

static void mode_and_link_stay(void **state)
{
	struct diags *diags = diags_new();
	struct exchange exchange;
	struct stat st;

	folder_enter();
	folder_put("a/b.md", "old\n");
	folder_put("c/d.md", NULL);
	assert_int_equal(chmod("a/b.md", 0640), 0);
	assert_int_equal(symlink("../a/b.md", "c/d.md"), 0);
	exchange = prepared("c/d.md", *state);
	assert_true(exchange_make(diags, &exchange));
	assert_true(exchange_finish(diags, &exchange));
	assert_true(file_is_link("c/d.md"));
	assert_says("a/b.md", "new\n", *state);
	assert_int_equal(stat("a/b.md", &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	assert_alone("a", 1, *state);
	assert_alone("c", 1, *state);
	folder_leave();
	diags_free(diags);
}

static void what_is_kept_is_found_where_its_folder_went(void **state)
{
	struct diags *diags = diags_new();
	struct exchange exchange;

	folder_enter();
	folder_put("a/b.md", "old\n");
	exchange = prepared("a/b.md", *state);
	assert_true(exchange_make(diags, &exchange));
	assert_int_equal(rename("a", "c"), 0);
	assert_false(exchange_follow(&exchange, "a/b", "x", *state));
	assert_true(exchange_follow(&exchange, "a", "c", *state));
	assert_true(exchange_finish(diags, &exchange));
	assert_says("c/b.md", "new\n", *state);
	assert_alone("c", 1, *state);
	folder_leave();
	diags_free(diags);
}

static void what_a_change_left_half_way_is_not_overwritten(void **state)
{
	static const char *const LEFT[] = { "a/.b.md~new", "a/.b.md~before" };

	for (size_t i = 0; i < sizeof(LEFT) / sizeof(*LEFT); i++) {
		struct diags *diags = diags_new();
		struct exchange exchange;
		struct str said;

		folder_enter();
		folder_put("a/b.md", "old\n");
		folder_put(LEFT[i], "left\n");
		assert_false(exchange_prepare(diags, &exchange, "a/b.md",
					      STR("new\n"), *state));
		assert_true(exchange_undo(diags, &exchange));
		said = printed(diags, *state);
		assert_true(strstr(said.ptr, LEFT[i]) != NULL);
		assert_true(strstr(said.ptr, "ended half way") != NULL);
		assert_says("a/b.md", "old\n", *state);
		assert_says(LEFT[i], "left\n", *state);
		folder_leave();
		diags_free(diags);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_changes_until_it_is_made),
		TEST(the_file_of_before_comes_back_as_it_was),
		TEST(mode_and_link_stay),
		TEST(what_is_kept_is_found_where_its_folder_went),
		TEST(what_a_change_left_half_way_is_not_overwritten),
	};

	return RUN(tests);
}
