#include "publish/limits.h"

#include "unit.h"

enum { MIB = 1024 * 1024 };

/* What a host says of that many files of that many MiB each. */
static struct str said(const char *host, size_t count, uint64_t size,
		       struct arena *arena)
{
	const struct publishing where = {
		.host = { str_from(host), { "site.yaml", 3, 9, 1 } },
	};
	struct diags *diags = diags_new();
	struct manifest files;
	struct str all = { "", 0 };
	const struct diag *items;
	bool ok;

	manifest_init(&files);
	for (size_t i = 0; i < count; i++)
		manifest_add(&files,
			     (struct manifest_entry){
				     .path = arena_printf(arena, "%zu", i),
				     .size = size * MIB });
	ok = limits_check(diags, &where, &files);
	assert_int_equal(ok, diags_error_count(diags) == 0);
	items = diags_sorted(diags, &count);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(items[i].at.line, 3);
		all = arena_printf(arena, "%.*s%.*s\n", STR_ARG(all),
				   STR_ARG(items[i].text));
	}
	manifest_release(&files);
	diags_free(diags);
	return all;
}

static void a_site_keeps_within_what_its_host_takes(void **state)
{
	assert_str(said("github", 10, 100, *state), "");
	assert_str(said("github", 1, 101, *state),
		   "github takes files of 100 MiB, and 0 is larger\n");
	assert_str(said("github", 103, 10, *state),
		   "github takes sites of 1024 MiB, and this one is larger\n");
	assert_str(said("gitlab", 2, 512, *state), "");
	assert_str(said("gitlab", 3, 512, *state),
		   "gitlab takes sites of 1024 MiB, and this one is larger\n");
	assert_str(said("cloudflare", 20000, 0, *state), "");
	assert_str(said("cloudflare", 20001, 0, *state),
		   "cloudflare takes 20000 files, and the site has 20001\n");
	assert_str(said("nginx", 20001, 900, *state), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_site_keeps_within_what_its_host_takes),
	};

	return RUN(tests);
}
