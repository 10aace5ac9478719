#include "search/index.h"

#include "base/buf.h"
#include "unit.h"

struct told {
	size_t files, largest;
};

static bool tell(void *context, struct str path, struct str bytes)
{
	struct told *told = context;

	(void)path;
	told->files++;
	if (bytes.len > told->largest)
		told->largest = bytes.len;
	return true;
}

/* Each of them begins with another character, and is found by each of six. */
static void a_file_is_small_whatever_the_script(void **state)
{
	enum { TITLES = 4000, HAN = 0x4E00 };
	struct diags *diags = diags_new();
	struct index *index = index_new();
	struct told told = { 0, 0 };

	for (unsigned i = 0; i < TITLES; i++) {
		struct buf title = { 0 }, url = { 0 };

		for (unsigned k = 0; k < 6; k++)
			buf_utf8(&title, HAN + (i * 5 + k * 3191) % 20900);
		buf_printf(&url, "a/%u/", i);
		index_add(index,
			  &(struct find){ FIND_OPTION, buf_str(&title),
					  buf_str(&url), STR("") },
			  *state);
		buf_release(&title);
		buf_release(&url);
	}
	assert_true(index_write(index, diags, tell, &told));
	assert_true(told.files > 100);
	assert_true(told.largest < 2 * INDEX_LEAF);
	index_free(index);
	diags_free(diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_file_is_small_whatever_the_script),
	};

	return RUN(tests);
}
