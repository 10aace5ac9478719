#include "folder.h"

#include "read/repository.h"

static void is_read_as(struct site *site, const char *lines,
		       struct arena *arena)
{
	struct diags *diags = diags_new();

	folder_put("c/site.yaml",
		   arena_printf(arena, "title: Trees\n%s", lines).ptr);
	if (!content_read_site(diags, "c", site, arena))
		fail_msg("%s", printed(diags, arena).ptr);
	diags_free(diags);
}

static void is_refused(const char *lines, const char *expected,
		       struct arena *arena)
{
	struct diags *diags = diags_new();
	struct site site;

	folder_put("c/site.yaml",
		   arena_printf(arena, "title: Trees\n%s", lines).ptr);
	assert_false(content_read_site(diags, "c", &site, arena));
	assert_str(printed(diags, arena), expected);
	diags_free(diags);
}

static void an_address_is_enough(void **state)
{
	static const struct {
		const char *url, *kept;
		enum forge forge;
	} KNOWN[] = {
		{ "https://github.com/you/site", "https://github.com/you/site",
		  FORGE_GITHUB },
		{ "https://gitlab.com/a/b/site.git/",
		  "https://gitlab.com/a/b/site", FORGE_GITLAB },
		{ "https://codeberg.org/you/site.git",
		  "https://codeberg.org/you/site", FORGE_FORGEJO },
	};
	struct site site;

	folder_enter();
	folder_put_trees();
	for (size_t i = 0; i < sizeof(KNOWN) / sizeof(*KNOWN); i++) {
		is_read_as(&site,
			   arena_printf(*state, "repository: %s\n",
					KNOWN[i].url)
				   .ptr,
			   *state);
		assert_str(site.repository.url.str, KNOWN[i].kept);
		assert_int_equal(site.repository.forge, KNOWN[i].forge);
		assert_str(site.repository.branch.str, "main");
		assert_str(site.repository.path.str, "content");
	}
	folder_leave();
}

static void a_mapping_says_where_in_it(void **state)
{
	struct site site;

	folder_enter();
	folder_put_trees();
	is_read_as(&site,
		   "repository:\n  url: https://git.a.org/you/site\n"
		   "  branch: trunk\n  path: ./docs/content/\n"
		   "  host: forgejo\n",
		   *state);
	assert_int_equal(site.repository.forge, FORGE_FORGEJO);
	assert_str(site.repository.branch.str, "trunk");
	assert_str(site.repository.path.str, "docs/content");
	is_read_as(&site,
		   "repository: { url: https://github.com/a/b, path: . }\n",
		   *state);
	assert_str(site.repository.path.str, "");
	folder_leave();
}

static void what_is_no_repository_is_an_error(void **state)
{
	folder_enter();
	folder_put_trees();
	is_refused("repository: https://git.a.org/you/site\n",
		   "c/site.yaml:2:13: error: how https://git.a.org addresses "
		   "a file is not known\n"
		   "    2 | repository: https://git.a.org/you/site\n"
		   "      |             ^~~~~~~~~~~~~~~~~~~~~~~~~~\n"
		   "  hint: say what runs there: `repository: { url: …, host: "
		   "gitlab }`; it can be github, gitlab or forgejo\n",
		   *state);
	is_refused("repository: https://github.com/you/site/tree/main\n",
		   "c/site.yaml:2:13: error: \"repository\" must be the "
		   "address of a repository, found "
		   "\"https://github.com/you/site/tree/main\"\n"
		   "    2 | repository: https://github.com/you/site/tree/main\n"
		   "      |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
		   "  hint: it has an owner and a name, and no more: "
		   "https://github.com/you/site; a folder within is its "
		   "\"path\", a branch its \"branch\"\n",
		   *state);
	is_refused(
		"repository: git@github.com:you/site\n",
		"c/site.yaml:2:13: error: \"repository\" must be an address "
		"such as https://example.org/trees/, found "
		"\"git@github.com:you/site\"\n"
		"    2 | repository: git@github.com:you/site\n"
		"      |             ^~~~~~~~~~~~~~~~~~~~~~~\n"
		"  hint: http:// or https://, a host, and a path of letters, "
		"digits and -._~\n",
		*state);
	is_refused("repository: [a]\n",
		   "c/site.yaml:2:13: error: \"repository\" must be text, "
		   "found a list\n"
		   "    2 | repository: [a]\n"
		   "      |             ^\n",
		   *state);
	is_refused("repository: { url: https://github.com/a/b, path: ../c }\n",
		   "c/site.yaml:2:50: error: \"path\" must be the way from the "
		   "repository to the content folder, such as docs/content, "
		   "found \"../c\"\n"
		   "    2 | repository: { url: https://github.com/a/b, path: "
		   "../c }\n"
		   "      |                                                  "
		   "^~~~\n",
		   *state);
	is_refused(
		"repository: { url: https://github.com/a/b, branch: a b }\n",
		"c/site.yaml:2:52: error: \"branch\" is no name of a branch\n"
		"    2 | repository: { url: https://github.com/a/b, branch: "
		"a b }\n"
		"      |                                                    "
		"^~~\n",
		*state);
	folder_leave();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_address_is_enough),
		TEST(a_mapping_says_where_in_it),
		TEST(what_is_no_repository_is_an_error),
	};

	return RUN(tests);
}
