#include "unit.h"

#include "make/shard.h"

static const char *const PATHS[] = {
	"index.html",
	"a/index.html",
	"a/matrix/index.html",
	"a/one-vs-two/index.html",
	"assets/style.1f2e.css",
	".nojekyll",
	"a/charts/total.svg",
	"v1.2-vs-v1.3/index.html",
	"feed.xml",
};
enum { PATH_COUNT = sizeof(PATHS) / sizeof(*PATHS) };

static unsigned shard_of(const char *path, unsigned count)
{
	unsigned found = 0;

	for (unsigned k = 1; k <= count; k++)
		if (shard_has((struct shard){ k, count }, str_from(path))) {
			assert_int_equal(found, 0);
			found = k;
		}
	assert_int_not_equal(found, 0);
	return found;
}

static void a_path_is_in_one_shard(void **state)
{
	static const unsigned COUNTS[] = { 1, 2, 3, 8, 1000 };

	(void)state;
	for (size_t i = 0; i < PATH_COUNT; i++)
		for (size_t k = 0; k < 5; k++)
			shard_of(PATHS[i], COUNTS[k]);
}

static void the_whole_site_has_every_path(void **state)
{
	(void)state;
	for (size_t i = 0; i < PATH_COUNT; i++)
		assert_true(
			shard_has((struct shard){ 0, 0 }, str_from(PATHS[i])));
}

/* A part that was made yesterday must have today's pages, too. */
static void shards_stay_what_they_are(void **state)
{
	(void)state;
	assert_int_equal(shard_of("index.html", 1000), 242);
	assert_int_equal(shard_of("a/matrix/index.html", 1000), 930);
}

static void twins_go_with_their_page(void **state)
{
	(void)state;
	for (unsigned count = 2; count < 50; count++) {
		unsigned page = shard_of("a/b/index.html", count);

		assert_int_equal(shard_of("a/b/index.html.gz", count), page);
		assert_int_equal(shard_of("a/b/index.html.br", count), page);
		assert_int_equal(shard_of("a/b/index.md", count), page);
		assert_int_equal(shard_of("assets/style.1.css", count),
				 shard_of("assets/style.2.css", count));
	}
}

static void a_dot_in_a_folder_counts(void **state)
{
	unsigned apart = 0;

	(void)state;
	for (unsigned count = 2; count < 50; count++)
		apart += shard_of("v1.2/index.html", count) !=
			 shard_of("v1.3/index.html", count);
	assert_true(apart > 20);
}

static void shares_are_alike(void **state)
{
	enum { SHARDS = 8, PAGES = 8000 };
	size_t shares[SHARDS + 1] = { 0 };
	char path[64];

	(void)state;
	for (int i = 0; i < PAGES; i++) {
		snprintf(path, sizeof(path), "boats/%d-vs-%d/index.html", i,
			 i * 7);
		shares[shard_of(path, SHARDS)]++;
	}
	for (int k = 1; k <= SHARDS; k++)
		assert_in_range(shares[k], 850, 1150);
}

static void a_shard_is_read(void **state)
{
	struct shard shard;

	(void)state;
	assert_true(shard_read(STR("3/8"), &shard));
	assert_int_equal(shard.number, 3);
	assert_int_equal(shard.count, 8);
	assert_true(shard_read(STR("100000/100000"), &shard));
}

static void what_is_no_shard_is_not(void **state)
{
	static const char *const WRONG[] = { "",
					     "3",
					     "0/8",
					     "9/8",
					     "/8",
					     "3/",
					     "3/8/",
					     "a/8",
					     "3/b",
					     "+3/8",
					     " 3/8",
					     "1/100001",
					     "99999999999999999999/1" };
	struct shard shard;

	(void)state;
	for (size_t i = 0; i < sizeof(WRONG) / sizeof(*WRONG); i++)
		assert_false(shard_read(str_from(WRONG[i]), &shard));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_path_is_in_one_shard),
		cmocka_unit_test(the_whole_site_has_every_path),
		cmocka_unit_test(shards_stay_what_they_are),
		cmocka_unit_test(twins_go_with_their_page),
		cmocka_unit_test(a_dot_in_a_folder_counts),
		cmocka_unit_test(shares_are_alike),
		cmocka_unit_test(a_shard_is_read),
		cmocka_unit_test(what_is_no_shard_is_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
