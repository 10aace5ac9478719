#include "read/repository.h"

#include <string.h>

#include "base/address.h"
#include "read/target.h"

static const char *const FORGES[] = {
	[FORGE_GITHUB] = "github",
	[FORGE_GITLAB] = "gitlab",
	[FORGE_FORGEJO] = "forgejo",
	NULL,
};

static void shorten(struct str *url);
static bool find_forge(struct diags *diags, struct repository *r);
static bool check_url(struct diags *diags, const struct repository *r);
static bool check_path(struct diags *diags, struct repository *r);

#define AT(member) offsetof(struct repository, member)
static const struct schema_field FIELDS[] = {
	{ .key = "url",
	  .kind = FIELD_FOLDER,
	  .required = true,
	  .offset = AT(url) },
	{ .key = "branch", .kind = FIELD_TEXT, .offset = AT(branch) },
	{ .key = "path", .kind = FIELD_TEXT, .offset = AT(path) },
	{ .key = "host",
	  .kind = FIELD_TEXT,
	  .offset = AT(host),
	  .choices = FORGES },
};
const struct schema REPOSITORY_SCHEMA = SCHEMA("repository", FIELDS);

/* The address under the name that stands before it. */
static const struct schema_field ALONE[] = {
	{ .key = "repository", .kind = FIELD_FOLDER, .offset = AT(url) },
};
static const struct schema ALONE_SCHEMA = SCHEMA("the site", ALONE);

bool repository_read(const struct markdown_env *env,
		     const struct yaml_node *node, struct repository *r)
{
	struct yaml_pair pair = { .key = STR("repository"), .value = node };
	struct yaml_node alone = { .kind = YAML_MAPPING,
				   .pairs = &pair,
				   .pair_count = 1 };
	const char *fault;
	bool ok;

	if (!node)
		return true;
	alone.at = pair.at = node->at;
	ok = node->kind == YAML_MAPPING
		     ? schema_read(env, &REPOSITORY_SCHEMA, node, r)
		     : schema_read(env, &ALONE_SCHEMA, &alone, r);
	if (!r->branch.str.len)
		r->branch.str = STR("main");
	fault = target_branch_fault(r->branch.str);
	if (fault)
		ok = diag_error(env->diags, r->branch.at, "\"branch\" %s",
				fault);
	ok &= check_path(env->diags, r);
	if (!ok || !r->url.str.len)
		return ok;
	shorten(&r->url.str);
	return find_forge(env->diags, r) && check_url(env->diags, r);
}

/* What browsers show and what git is given are the same repository. */
static void shorten(struct str *url)
{
	while (str_ends(*url, "/"))
		url->len--;
	if (str_ends(*url, ".git"))
		url->len -= strlen(".git");
}

/* Known by the name of its host, where site.yaml does not say. */
static bool find_forge(struct diags *diags, struct repository *r)
{
	static const struct {
		const char *part;
		enum forge forge;
	} NAMES[] = {
		{ "github", FORGE_GITHUB },    { "gitlab", FORGE_GITLAB },
		{ "codeberg", FORGE_FORGEJO }, { "forgejo", FORGE_FORGEJO },
		{ "gitea", FORGE_FORGEJO },
	};
	struct str origin = address_origin(r->url.str);

	for (int k = 0; FORGES[k]; k++)
		if (str_is(r->host.str, FORGES[k])) {
			r->forge = (enum forge)k;
			return true;
		}
	for (size_t k = 0; k < sizeof(NAMES) / sizeof(*NAMES); k++)
		if (str_find_str(origin, str_from(NAMES[k].part)) <
		    origin.len) {
			r->forge = NAMES[k].forge;
			return true;
		}
	diag_error(diags, r->url.at, "how %.*s addresses a file is not known",
		   STR_ARG(origin));
	diag_hint(diags, "say what runs there: `repository: { url: …, host: "
			 "gitlab }`; it can be github, gitlab or forgejo");
	return false;
}

/* An owner and a name; GitLab has groups within groups. */
static bool check_url(struct diags *diags, const struct repository *r)
{
	struct str path = address_path(r->url.str);
	size_t parts = 0;

	for (size_t i = 0; i + 1 < path.len; i++)
		parts += path.ptr[i] == '/';
	if (parts == 2 || (parts > 2 && r->forge == FORGE_GITLAB &&
			   str_find_str(path, STR("/-/")) == path.len))
		return true;
	diag_error(diags, r->url.at,
		   "\"repository\" must be the address of a repository, "
		   "found \"%.*s\"",
		   STR_ARG(r->url.str));
	diag_hint(diags,
		  "it has an owner and a name, and no more: %.*s/you/site; a "
		  "folder within is its \"path\", a branch its \"branch\"",
		  STR_ARG(address_origin(r->url.str)));
	return false;
}

/* `.` is the repository itself. */
static bool check_path(struct diags *diags, struct repository *r)
{
	struct str path = r->path.str, rest;

	if (!path.len) {
		r->path.str = STR("content");
		return true;
	}
	if (str_starts(path, "./"))
		path = str_from_byte(path, 2);
	while (str_ends(path, "/") && path.len > 1)
		path.len--;
	if (str_is(path, "."))
		path.len = 0;
	r->path.str = rest = path;
	while (rest.ptr && path.len) {
		struct str part = str_cut(&rest, '/');

		if (!part.len || str_is(part, ".") || str_is(part, ".."))
			return diag_error(diags, r->path.at,
					  "\"path\" must be the way from the "
					  "repository to the content folder, "
					  "such as docs/content, found "
					  "\"%.*s\"",
					  STR_ARG(path));
	}
	return true;
}
