#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "publish/process.h"
#include "publish/publication.h"
#include "read/target.h"

/*
 * A branch with a history of its own.  All is done in a repository of the
 * program's, made for the occasion: the author's is not touched, only the
 * branch that is pushed to.  A push is all or nothing.
 *
 * Files go in as objects, never through a work tree: what `.gitattributes`
 * says of line ends and filters is for those who check them out.
 *
 * There is no list on the branch.  A commit of ours says so in its message
 * and names the files that it keeps for others; what others committed since
 * is theirs, too.  All else is ours.
 */
struct git_site {
	const char *repository, *target, *branch;
	bool grown;	  /* the branch is there */
	struct str *ids;  /* of the objects of the new site, in its order */
	struct str kept;  /* what is not ours, as ls-tree has it */
	struct str names; /* the lines of a message that name it */
};

static bool look(struct publication *p);
static bool send(struct publication *p);
static bool open_repository(struct publication *p);
static bool find_target(struct publication *p);
static bool is_of_the_content(struct publication *p, const char *target);
static const char *address_of_remote(struct publication *p);
static bool hash_site(struct publication *p);
static bool get_branch(struct publication *p);
static bool see_tree(struct publication *p);
static bool find_others(struct publication *p, struct manifest *others);
static const char *last_of_ours(struct publication *p);
static bool see_entry(struct publication *p, const struct manifest *others,
		      struct str entry);
static struct str path_of(struct str entry);
static void add_others(struct manifest *others, struct str names, char end,
		       struct str before, struct arena *arena);
static struct str name_in_message(struct str path, struct arena *arena);
static bool fill_index(struct publication *p);
static bool commit(struct publication *p);
static const char *message(struct publication *p);
static bool push(struct publication *p, const char *id);
static bool git(struct publication *p, struct buf *output, const char *input,
		const char *const *arguments);
static bool knows_author(struct publication *p);
static const char *line_of(struct publication *p, struct buf *output);

#define GIT(p, output, input, ...) \
	git((p), (output), (input), (const char *const[]){ __VA_ARGS__, NULL })
#define SITE "refs/heads/site"
#define REGULAR "100644 blob "
#define OURS "Published-by: Paragone"
#define KEEPS "Keeps: "

const struct carrier CARRIER_GIT = { "git", look, NULL, send };

static bool look(struct publication *p)
{
	p->git = arena_new(p->arena, struct git_site);
	return open_repository(p) && find_target(p) && hash_site(p) &&
	       get_branch(p) && (!p->git->grown || see_tree(p));
}

static bool send(struct publication *p)
{
	return fill_index(p) && commit(p);
}

/*
 * What is set where we run, as in a hook of git's, is about another
 * repository.  No protocol but these, whatever is configured at the target.
 */
static bool open_repository(struct publication *p)
{
	static const char *const ABOUT[] = {
		"GIT_DIR",	  "GIT_WORK_TREE",
		"GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
		"GIT_COMMON_DIR", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
		"GIT_NAMESPACE",  "GIT_PREFIX",
	};
	struct process init = {
		.arguments = { "git", "init", "-q", "--bare", "--template=",
			       path_join(p->work.path, STR("repository.git"),
					 p->arena),
			       NULL },
	};

	for (size_t k = 0; k < sizeof(ABOUT) / sizeof(*ABOUT); k++)
		unsetenv(ABOUT[k]);
	setenv("GIT_ALLOW_PROTOCOL", "file:git:http:https:ssh", 1);
	setenv("GIT_NO_LAZY_FETCH", "1", 1);
	p->git->repository = init.arguments[5];
	p->git->branch = arena_printf(p->arena, "refs/heads/%s",
				      p->where->branch.str.ptr)
				 .ptr;
	return process_do(p->diags, &init);
}

/* A folder, or an address, or the name of a remote of the content's. */
static bool find_target(struct publication *p)
{
	const char *target = p->where->target.str.ptr, *address;
	struct str folder = target_folder(p->where->target.str);
	char *real = folder.len ? realpath(folder.ptr, NULL) : NULL;
	const char *fault = NULL;

	p->git->target = target;
	if (real) {
		p->git->target = arena_str(p->arena, str_from(real)).ptr;
		free(real);
		return !is_of_the_content(p, p->git->target);
	}
	address = address_of_remote(p);
	if (address)
		fault = target_fault(STR("git"), str_from(address));
	if (fault)
		return diag_error(p->diags, p->where->target.at,
				  "the address of the remote \"%s\" %s", target,
				  fault);
	if (address)
		p->git->target = address;
	return true;
}

/* A repository that comes with the content may bring programs along. */
static bool is_of_the_content(struct publication *p, const char *target)
{
	char *dir = realpath(p->where->dir, NULL);
	size_t len = dir ? strlen(dir) : 0;
	bool inside = dir && !strncmp(target, dir, len) &&
		      (target[len] == '/' || !target[len]);

	free(dir);
	if (inside)
		diag_error(p->diags, p->where->target.at,
			   "a repository in the content folder is not "
			   "published to");
	return inside;
}

static const char *address_of_remote(struct publication *p)
{
	struct buf url = { 0 };
	struct process ask = {
		.arguments = { "git", "-c", "safe.bareRepository=explicit",
			       "-C", p->where->dir, "remote", "get-url", "--",
			       p->where->target.str.ptr, NULL },
		.output = &url,
		.quiet = true,
	};
	const char *address =
		process_run(p->diags, &ask) == 0 ? line_of(p, &url) : NULL;

	buf_release(&url);
	return address;
}

/* Absolute paths: git takes a leading quote for quoting. */
static bool hash_site(struct publication *p)
{
	const char *list =
		publication_all(p, arena_printf(p->arena, "%s/", p->out).ptr);
	struct buf ids = { 0 };
	struct str rest;
	bool ok = list && GIT(p, &ids, list, "hash-object", "-w",
			      "--no-filters", "--stdin-paths");

	p->git->ids = arena_array(p->arena, struct str, p->now.count);
	rest = arena_str(p->arena, buf_str(&ids));
	for (size_t i = 0; ok && i < p->now.count; i++) {
		p->git->ids[i] = rest.ptr ? str_cut(&rest, '\n') : rest;
		ok = p->git->ids[i].len > 0 ||
		     diag_error(p->diags, (struct place){ .file = NULL },
				"git has made no object of \"%.*s\"",
				STR_ARG(p->now.entries[i].path));
	}
	buf_release(&ids);
	return ok;
}

static bool get_branch(struct publication *p)
{
	struct buf found = { 0 };
	bool ok = GIT(p, &found, NULL, "ls-remote", "--", p->git->target,
		      p->git->branch);

	p->git->grown = found.len;
	buf_release(&found);
	if (!ok || !p->git->grown)
		return ok;
	return GIT(p, NULL, NULL, "fetch", "-q", "--depth", "1", "--",
		   p->git->target,
		   arena_printf(p->arena, "%s:" SITE, p->git->branch).ptr);
}

static bool see_tree(struct publication *p)
{
	struct manifest others;
	struct buf tree = { 0 }, kept = { 0 }, names = { 0 };
	struct str rest;
	bool ok;

	manifest_init(&others);
	ok = GIT(p, &tree, NULL, "ls-tree", "-r", "-z", "--full-tree", SITE);
	rest = arena_str(p->arena, buf_str(&tree));
	ok = ok && (!rest.len || find_others(p, &others));
	while (ok && rest.len) {
		struct str entry = str_cut(&rest, '\0');

		if (see_entry(p, &others, entry))
			continue;
		buf_raw(&kept, entry);
		buf_char(&kept, '\0');
		buf_printf(&names, KEEPS "%.*s\n",
			   STR_ARG(name_in_message(path_of(entry), p->arena)));
	}
	p->git->kept = arena_str(p->arena, buf_str(&kept));
	p->git->names = arena_str(p->arena, buf_str(&names));
	p->found = ok;
	buf_release(&kept);
	buf_release(&names);
	manifest_release(&others);
	buf_release(&tree);
	return ok;
}

/* By the names that our last commit keeps, and by what came after it. */
static bool find_others(struct publication *p, struct manifest *others)
{
	const char *ours = last_of_ours(p);
	struct buf said = { 0 }, since = { 0 };
	bool ok;

	if (!*ours) {
		diag_error(p->diags, p->where->target.at,
			   "the branch \"%s\" is not empty, and Paragone did "
			   "not publish it",
			   p->where->branch.str.ptr);
		diag_hint(p->diags, "give another with `branch`");
		return false;
	}
	ok = GIT(p, &said, NULL, "log", "-1", "--format=%B", ours) &&
	     GIT(p, &since, NULL, "diff-tree", "-r", "-z", "--no-renames",
		 "--name-only", "--diff-filter=A", ours, SITE);
	add_others(others, buf_str(&said), '\n', STR(KEEPS), p->arena);
	add_others(others, buf_str(&since), '\0', STR(""), p->arena);
	buf_release(&said);
	buf_release(&since);
	return ok;
}

/* Mostly the last of all; where others committed, the whole history is got. */
static const char *last_of_ours(struct publication *p)
{
	struct buf id = { 0 };
	const char *ours = "";

	for (int round = 0; round < 2 && !*ours; round++) {
		buf_reset(&id);
		if (round &&
		    !GIT(p, NULL, NULL, "fetch", "-q", "--depth", "2147483647",
			 "--", p->git->target,
			 arena_printf(p->arena, "%s:" SITE, p->git->branch)
				 .ptr))
			break;
		if (GIT(p, &id, NULL, "log", "-1", "--first-parent",
			"--format=%H", "--grep=^" OURS "$", SITE))
			ours = line_of(p, &id);
	}
	buf_release(&id);
	return ours;
}

/* Whether it is ours: "100644 blob <id>\t<path>", or of another kind. */
static bool see_entry(struct publication *p, const struct manifest *others,
		      struct str entry)
{
	struct str path = path_of(entry);
	struct str about = str_slice(entry, 0, entry.len - path.len - 1);
	struct manifest_entry *now = manifest_find(&p->now, path);

	if (now) {
		size_t i = (size_t)(now - p->now.entries);
		bool same = str_starts(about, REGULAR) &&
			    str_equals(str_from_byte(about, strlen(REGULAR)),
				       p->git->ids[i]);

		p->seen[i] = same ? SEEN_SAME : SEEN_OTHER;
		return true;
	}
	if (manifest_find(others, name_in_message(path, p->arena)) ||
	    !manifest_takes(path))
		return false;
	manifest_add(&p->ours, (struct manifest_entry){ .path = path });
	return true;
}

static struct str path_of(struct str entry)
{
	return str_from_byte(entry, str_find(entry, '\t') + 1);
}

/* Names after `before`, each up to `end`. */
static void add_others(struct manifest *others, struct str names, char end,
		       struct str before, struct arena *arena)
{
	struct str rest = names;

	while (rest.ptr) {
		struct str name = str_cut(&rest, end);

		if (!name.len || !str_starts(name, before.ptr))
			continue;
		name = before.len ? arena_str(arena,
					      str_from_byte(name, before.len))
				  : name_in_message(name, arena);
		if (!manifest_find(others, name))
			manifest_add(others,
				     (struct manifest_entry){ .path = name });
	}
}

/* On one line, whatever is in it, and without spaces that git would trim. */
static struct str name_in_message(struct str path, struct arena *arena)
{
	struct buf name = { 0 };
	struct str copy;

	for (size_t i = 0; i < path.len; i++)
		if ((unsigned char)path.ptr[i] <= ' ' || path.ptr[i] == '%')
			buf_printf(&name, "%%%02X", path.ptr[i]);
		else
			buf_char(&name, path.ptr[i]);
	copy = arena_str(arena, buf_str(&name));
	buf_release(&name);
	return copy;
}

/* From nothing; a file of ours takes the place of a folder of that name. */
static bool fill_index(struct publication *p)
{
	struct buf entries = { 0 };
	const char *path;

	buf_raw(&entries, p->git->kept);
	for (size_t i = 0; i < p->now.count; i++) {
		buf_printf(&entries, "100644 %.*s\t%.*s",
			   STR_ARG(p->git->ids[i]),
			   STR_ARG(p->now.entries[i].path));
		buf_char(&entries, '\0');
	}
	path = publication_file(p, "entries", buf_str(&entries));
	buf_release(&entries);
	return path && GIT(p, NULL, path, "update-index", "-z", "--index-info");
}

static bool commit(struct publication *p)
{
	struct buf tree = { 0 }, id = { 0 };
	const char *text = message(p);
	bool ok = text && GIT(p, &tree, NULL, "write-tree");

	ok = ok && (p->git->grown ? GIT(p, &id, NULL, "commit-tree", "-p", SITE,
					"-F", text, line_of(p, &tree))
				  : GIT(p, &id, NULL, "commit-tree", "-F", text,
					line_of(p, &tree)));
	ok = ok && push(p, line_of(p, &id));
	buf_release(&tree);
	buf_release(&id);
	return ok;
}

static const char *message(struct publication *p)
{
	struct buf text = { 0 };
	const char *path;

	buf_printf(&text,
		   "Publish the site: %zu added, %zu changed, %zu removed\n\n"
		   "%.*s" OURS "\n",
		   p->added_count, p->changed_count, p->removed_count,
		   STR_ARG(p->git->names));
	path = publication_file(p, "message", buf_str(&text));
	buf_release(&text);
	return path;
}

/*
 * A repository on this machine would run its hooks and what its settings
 * name, here and as us; one that is elsewhere knows what it does.
 */
static bool push(struct publication *p, const char *id)
{
	const char *what =
		arena_printf(p->arena, "%s:%s", id, p->git->branch).ptr;

	if (!target_folder(str_from(p->git->target)).len)
		return GIT(p, NULL, NULL, "push", "-q", "--", p->git->target,
			   what);
	return GIT(p, NULL, NULL, "push", "-q",
		   "--receive-pack=git -c core.hooksPath=/dev/null "
		   "-c core.alternateRefsCommand=true -c core.fsmonitor=false "
		   "-c receive.autogc=false "
		   "-c receive.denyCurrentBranch=refuse receive-pack",
		   "--", p->git->target, what);
}

static bool git(struct publication *p, struct buf *output, const char *input,
		const char *const *arguments)
{
	struct process process = {
		.arguments = { "git", "--git-dir", p->git->repository, "-c",
			       "core.hooksPath=/dev/null", "-c", "gc.auto=0",
			       "-c", "maintenance.auto=false" },
		.input = input,
		.output = output,
	};
	size_t count = 9;

	if (!strcmp(arguments[0], "commit-tree") && !knows_author(p)) {
		process.arguments[count++] = "-c";
		process.arguments[count++] = "user.name=Paragone";
		process.arguments[count++] = "-c";
		process.arguments[count++] = "user.email=paragone@localhost";
	}
	for (size_t i = 0; arguments[i]; i++)
		process.arguments[count++] = arguments[i];
	return process_do(p->diags, &process);
}

static bool knows_author(struct publication *p)
{
	struct buf email = { 0 };
	struct process ask = {
		.arguments = { "git", "--git-dir", p->git->repository, "config",
			       "user.email", NULL },
		.output = &email,
		.quiet = true,
	};
	bool known = process_run(p->diags, &ask) == 0;

	buf_release(&email);
	return known;
}

static const char *line_of(struct publication *p, struct buf *output)
{
	return arena_str(p->arena, str_trim(buf_str(output))).ptr;
}
