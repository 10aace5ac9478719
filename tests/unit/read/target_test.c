#include "read/target.h"

#include "unit.h"

static void is_taken(const char *program, const char *const *targets)
{
	for (; *targets; targets++) {
		const char *fault =
			target_fault(str_from(program), str_from(*targets));

		if (fault)
			print_error("%s: %s %s\n", program, *targets, fault);
		assert_null(fault);
	}
}

static void is_refused(const char *program, const char *const *targets)
{
	for (; *targets; targets++) {
		if (!target_fault(str_from(program), str_from(*targets)))
			print_error("%s took %s\n", program, *targets);
		assert_non_null(
			target_fault(str_from(program), str_from(*targets)));
	}
}

static void a_place_is_taken(void **state)
{
	static const char *const GIT[] = { "https://github.com/ann/site.git",
					   "https://ann:pw%40@host:8443/x",
					   "ssh://git@host:22/~/site.git",
					   "ssh://[::1]:22/x",
					   "git://host/x",
					   "git@github.com:ann/site.git",
					   "my_host:site.git",
					   "[::1]:site.git",
					   "file:///srv/site.git",
					   "/srv/a b/site.git",
					   "../site.git",
					   "origin",
					   NULL };
	static const char *const RSYNC[] = { "host:/srv/www/site",
					     "ann@host.example:www/",
					     "host:~/www",
					     "host:/srv/my site",
					     "host::module/x",
					     "[2001:db8::1]:/srv",
					     "rsync://ann@host:873/module",
					     "/srv/it's (new)",
					     "www",
					     NULL };
	static const char *const RCLONE[] = { "s3:bucket/site", "my remote:x",
					      "a.b+c@d_1:", "gr\xC3\xBCn:x",
					      NULL };

	(void)state;
	is_taken("git", GIT);
	is_taken("rsync", RSYNC);
	is_taken("rclone", RCLONE);
}

static void what_could_run_a_program_is_refused(void **state)
{
	static const char *const GIT[] = { "ext::sh -c 'touch x'",
					   "ext::ssh",
					   "fd::17",
					   "foo://host/x",
					   "ext://host/x",
					   "-u./x",
					   "--upload-pack=touch x",
					   "ssh://-oProxyCommand=x/y",
					   "ssh://ann@-oProxyCommand=x/y",
					   "ssh://-oProxyCommand=x@host/y",
					   "ann@-oProxyCommand=x:y",
					   "-oProxyCommand=x:y",
					   "host:-x",
					   "ssh://host:1;x/y",
					   "https://",
					   "file://host/x",
					   "a\nb",
					   NULL };
	static const char *const RSYNC[] = { "-e touch x",
					     "--rsh=x",
					     "ann@-oProxyCommand=x:/srv",
					     "host:/srv/$(touch x)",
					     "host:/srv/`x`",
					     "host:/srv;x",
					     "host:-x",
					     "host::m/|x",
					     "h$x:/srv",
					     ":/srv",
					     "@host:/srv",
					     "rsync://-x/m",
					     "rsync://host:x/m",
					     "ssh://host/x",
					     NULL };
	static const char *const RCLONE[] = {
		":sftp,ssh='touch x':/srv",
		":local:/srv",
		":webdav,bearer_token_command='touch x':y",
		"s3,env_auth=true:bucket",
		"s3,provider=x:b",
		"/srv/www",
		"www",
		" s3:x",
		"s3 :x",
		"--password-command=x:y",
		"-x:y",
		"a/b:c",
		"a\"b:c",
		"",
		NULL
	};

	(void)state;
	is_refused("git", GIT);
	is_refused("rsync", RSYNC);
	is_refused("rclone", RCLONE);
}

static void a_branch_has_the_name_of_one(void **state)
{
	static const char *const WRONG[] = {
		"",    "a b",	"a:b",	    "/a",	    "a/",  "a//b",
		"-a",  "a..b",	"a.lock",   "a/.b",	    "a^b", "*",
		"a~1", "a@{1}", "HEAD",	    "refs/heads/a", "@",   "a\\b",
		"a?",  "a[b",	"a.lock/b",
	};

	(void)state;
	assert_null(target_branch_fault(STR("gh-pages")));
	assert_null(target_branch_fault(STR("site/v1.2")));
	for (size_t i = 0; i < sizeof(WRONG) / sizeof(*WRONG); i++)
		assert_non_null(target_branch_fault(str_from(WRONG[i])));
}

static void a_folder_is_told_from_a_host(void **state)
{
	(void)state;
	assert_str(target_folder(STR("/srv/a:b")), "/srv/a:b");
	assert_str(target_folder(STR("file:///srv")), "/srv");
	assert_str(target_folder(STR("www")), "www");
	assert_str(target_folder(STR("host:/srv")), "");
	assert_str(target_folder(STR("rsync://host/m")), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_place_is_taken),
		TEST(what_could_run_a_program_is_refused),
		TEST(a_branch_has_the_name_of_one),
		TEST(a_folder_is_told_from_a_host),
	};

	return RUN(tests);
}
