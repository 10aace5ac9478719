#include "read/unread.h"

#include <strings.h>

#include "base/file.h"
#include "base/site_folder.h"
#include "model/finding.h"
#include "read/edition.h"
#include "read/unread_links.h"

enum { DEEPEST = 16 };

/* The names that are read in a comparison's folder, and beside them all. */
static const struct str IN_COMPARISON[] = {
	STR_INIT("comparison.md"), STR_INIT("scores.csv"),
	STR_INIT("options"),	   STR_INIT("criteria"),
	STR_INIT("tables"),	   STR_INIT("profiles"),
	STR_INIT("samples"),	   STR_INIT("guide.md"),
	STR_INIT("faq.md"),	   STR_INIT("sources.yaml"),
	STR_INIT("options.csv"),   STR_INIT("criteria.csv"),
	STR_INIT("scores"),
};
static const struct str IN_SITE[] = { STR_INIT("site.yaml"), STR_INIT("static"),
				      STR_INIT("syntax") };
enum {
	COMPARISON_COUNT = sizeof(IN_COMPARISON) / sizeof(*IN_COMPARISON),
	SITE_COUNT = sizeof(IN_SITE) / sizeof(*IN_SITE),
};

/* Where a walk is, and what it found. */
struct folder_walk {
	const struct site *site;
	struct str slug; /* of a comparison, or empty */
	struct unread *found;
	struct arena *arena;   /* of what is found */
	struct arena *scratch; /* of all else */
};

/* What is of use, by whichever name. */
struct usage {
	const struct site *site;
	bool (*is_used)(void *context, struct str path);
	void *context;
	struct unread_links links;
	bool has_links; /* they were looked for */
	struct arena *arena;
};

static void report_list(struct diags *diags, struct usage *usage,
			const struct unread *list);
static bool is_linked(struct usage *usage, struct str path);
static bool is_of_use(void *context, struct str slug, struct str path);
static bool is_stray(const struct str *names, size_t count);
static struct str near_comparison(const struct str *names, size_t count);
static void walk(const struct site *site, struct str slug,
		 struct unread *unread, struct arena *arena);
static void walk_folder(struct folder_walk *w, struct str dir, int depth);
static bool is_read(const struct folder_walk *w, struct str path);
static bool is_in_language(const struct site *site, struct str slug,
			   struct str language, struct arena *arena);
static bool is_read_in_comparison(struct str path);
static bool is_read_in_site(const struct site *site, struct str path);
static bool is_foreign(struct str name);
static void report_folder(struct diags *diags, const struct usage *usage,
			  struct str path, struct str second, size_t others);
static void report_file(struct diags *diags, struct place at, struct str second,
			size_t others);
static bool is_beside(const struct usage *usage, struct str path,
		      struct str near);
static struct str near_name(const struct site *site, struct str path);
static struct str nearest(struct str name, const struct str *names,
			  size_t count);

void unread_in_comparison(const struct site *site, struct str slug,
			  struct unread *unread, struct arena *arena)
{
	walk(site, slug, unread, arena);
}

void unread_in_site(const struct site *site, struct unread *unread,
		    struct arena *arena)
{
	walk(site, STR(""), unread, arena);
}

void unread_report(struct diags *diags, const struct site *site,
		   const struct unread *lists, size_t count,
		   bool (*is_used)(void *context, struct str path),
		   void *context, struct arena *arena)
{
	struct usage usage = { .site = site,
			       .is_used = is_used,
			       .context = context,
			       .arena = arena };

	for (size_t i = 0; i < count; i++)
		report_list(diags, &usage, &lists[i]);
}

bool unread_is_stray_comparison(struct diags *diags, const char *dir,
				const struct str *names, size_t count,
				struct arena *arena)
{
	struct str near = near_comparison(names, count);
	struct place at = { .file = dir };

	if (!is_stray(names, count))
		return false;
	if (near.ptr)
		at.file = path_join(dir, near, arena);
	diag_warning(diags, at,
		     near.ptr ? "nothing reads what has this name"
			      : "this is no comparison: it has no "
				"comparison.md");
	diag_name(diags, finding_kind(FINDING_UNREAD)->name);
	if (near.ptr)
		diag_hint(diags, "did you mean \"comparison.md\"?");
	return true;
}

static void report_list(struct diags *diags, struct usage *usage,
			const struct unread *list)
{
	struct str first = { NULL, 0 }, second = first;
	size_t others = 0;

	for (size_t i = 0; i < list->count; i++) {
		struct str path = list->paths[i];

		if (usage->is_used(usage->context, path) ||
		    is_linked(usage, path))
			continue;
		if (first.ptr && str_equals(path_dir(first), path_dir(path))) {
			second = others++ ? second : path;
			continue;
		}
		report_folder(diags, usage, first, second, others);
		first = path;
		others = 0;
	}
	report_folder(diags, usage, first, second, others);
}

/* Links are looked for when there is something that they may lead to. */
static bool is_linked(struct usage *usage, struct str path)
{
	if (!usage->has_links)
		unread_links_find(&usage->links, usage->site, is_of_use, usage,
				  usage->arena);
	usage->has_links = true;
	return unread_links_lead_to(
		&usage->links, path_join(usage->site->dir, path, usage->arena));
}

/* What is in samples/ and static/ is read if they are. */
static bool is_of_use(void *context, struct str slug, struct str path)
{
	struct usage *usage = context;
	struct folder_walk w = { .site = usage->site,
				 .slug = slug,
				 .scratch = usage->arena };
	size_t from = slug.len ? slug.len + 1 : 0;
	struct str top = str_slice(
		path, 0, from + str_find(str_from_byte(path, from), '/'));

	return is_read(&w, path) || is_read(&w, top) ||
	       usage->is_used(usage->context, path);
}

/* It has what only comparisons have, or all but the right name. */
static bool is_stray(const struct str *names, size_t count)
{
	bool stray = near_comparison(names, count).ptr != NULL;

	for (size_t k = 0; k < count; k++) {
		if (str_is(names[k], "comparison.md"))
			return false;
		stray |= str_is(names[k], "scores.csv") ||
			 str_is(names[k], "options.csv") ||
			 str_is(names[k], "criteria.csv") ||
			 str_is(names[k], "criteria") ||
			 str_is(names[k], "options");
	}
	return stray;
}

static struct str near_comparison(const struct str *names, size_t count)
{
	for (size_t k = 0; k < count; k++)
		if (nearest(names[k], IN_COMPARISON, 1).ptr)
			return names[k];
	return (struct str){ NULL, 0 };
}

/* What is found is kept, mostly nothing; not the names of all that is read. */
static void walk(const struct site *site, struct str slug,
		 struct unread *unread, struct arena *arena)
{
	struct arena scratch = { 0 };
	struct folder_walk w = { site, slug, unread, arena, &scratch };

	walk_folder(&w, slug, 0);
	arena_release(&scratch);
}

/* A link to a folder leads to what has a place of its own, or in a circle. */
static void walk_folder(struct folder_walk *w, struct str dir, int depth)
{
	const char *path = dir.len ? path_join(w->site->dir, dir, w->scratch)
				   : w->site->dir;
	struct str *names;
	size_t count;

	if (depth > DEEPEST || !file_list(path, &names, &count, w->scratch) ||
	    (!w->slug.len && depth && is_stray(names, count)) ||
	    file_is_there(path_join(path, STR(MANIFEST_NAME), w->scratch)))
		return;
	for (size_t k = 0; k < count; k++) {
		struct str below = dir.len ? ARENA_JOIN(w->scratch, dir,
							STR("/"), names[k])
					   : names[k];
		const char *file = path_join(w->site->dir, below, w->scratch);

		if (is_foreign(names[k]) || is_read(w, below))
			continue;
		if (!file_is_dir(file))
			*arena_push(w->arena, w->found->paths,
				    w->found->count) =
				arena_str(w->arena, below);
		else if (!file_is_link(file))
			walk_folder(w, below, depth + 1);
	}
}

static bool is_read(const struct folder_walk *w, struct str path)
{
	struct str stem, language, own;

	if (!w->slug.len)
		return is_read_in_site(w->site, path);
	own = str_from_byte(path, w->slug.len + 1);
	/* What translates them is read as they are, if the comparison is. */
	if (edition_takes(w->site, own, &stem, &language)) {
		if (!is_in_language(w->site, w->slug, language, w->scratch))
			return false;
		if (str_find(own, '/') == own.len)
			own = ARENA_JOIN(w->scratch, stem, STR(".md"));
	}
	return is_read_in_comparison(own);
}

/* Whether the comparison is part of that edition. */
static bool is_in_language(const struct site *site, struct str slug,
			   struct str language, struct arena *arena)
{
	const char *dir = path_join(site->dir, slug, arena);
	struct str head =
		ARENA_JOIN(arena, STR("comparison."), language, STR(".md"));

	return file_is_regular(path_join(dir, head, arena));
}

/* What is in samples/ and of no use was reported where samples are read. */
static bool is_read_in_comparison(struct str path)
{
	struct str rest = path, dir = str_cut(&rest, '/');

	if (!rest.ptr) {
		for (size_t k = 0; k < COMPARISON_COUNT; k++)
			if (str_equals(IN_COMPARISON[k], path))
				return str_find(path, '.') < path.len ||
				       str_is(path, "samples");
		return false;
	}
	if (str_find(rest, '/') < rest.len)
		return false;
	if (str_is(dir, "tables"))
		return str_ends(rest, ".md") || str_ends(rest, ".csv");
	if (str_is(dir, "scores"))
		return str_ends(rest, ".csv");
	return (str_is(dir, "options") || str_is(dir, "criteria") ||
		str_is(dir, "profiles")) &&
	       str_ends(rest, ".md");
}

/* A comparison that is not listed is a draft: nothing is said of it. */
static bool is_read_in_site(const struct site *site, struct str path)
{
	struct arena arena = { 0 };
	const char *inner;
	bool read;

	for (size_t k = 0; k < SITE_COUNT; k++)
		if (str_equals(IN_SITE[k], path))
			return !str_is(path, "syntax");
	if (str_ends(path, ".md") ||
	    (str_starts(path, "syntax/") && str_ends(path, ".yaml")))
		return true;
	inner = path_join(path_join(site->dir, path, &arena),
			  STR("comparison.md"), &arena);
	read = file_is_regular(inner);
	arena_release(&arena);
	return read;
}

/* Nor is what an import leaves for the author to go through. */
static bool is_foreign(struct str name)
{
	return str_starts(name, ".") || str_ends(name, "~") ||
	       str_is(name, "import-report.txt") || str_is(name, "unplaced.md");
}

static void report_folder(struct diags *diags, const struct usage *usage,
			  struct str path, struct str second, size_t others)
{
	const struct site *site = usage->site;
	struct place at = { .file = path_join(site->dir, path, usage->arena) };
	struct str near, stem, language, rest = path;
	struct str slug = str_cut(&rest, '/');

	if (!path.ptr)
		return;
	report_file(diags, at, path_base(second), others);
	near = near_name(site, path);
	if (near.ptr && is_beside(usage, path, near))
		diag_hint(diags,
			  "\"%.*s\" stands beside it: one of the two will do",
			  STR_ARG(near));
	else if (near.ptr)
		diag_hint(diags, "did you mean \"%.*s\"?", STR_ARG(near));
	else if (rest.ptr && edition_takes(site, path, &stem, &language) &&
		 !is_in_language(site, slug, language, usage->arena))
		diag_hint(diags,
			  "translations are read where the comparison has "
			  "\"comparison.%.*s.md\"",
			  STR_ARG(language));
	else if (rest.ptr && str_ends(path, ".md") &&
		 edition_is_translation(path_base(path), &stem, &language) &&
		 !edition_is_known(site, language))
		edition_hint(diags, site, language);
}

static void report_file(struct diags *diags, struct place at, struct str second,
			size_t others)
{
	static const char WORDS[] =
		"nothing on the site reads or links to this file";

	if (!others)
		diag_warning(diags, at, "%s", WORDS);
	else if (others == 1)
		diag_warning(diags, at, "%s, nor to \"%.*s\" of its folder",
			     WORDS, STR_ARG(second));
	else
		diag_warning(diags, at,
			     "%s, nor to \"%.*s\" and %zu other%s of its "
			     "folder",
			     WORDS, STR_ARG(second), others - 1,
			     others == 2 ? "" : "s");
	diag_name(diags, finding_kind(FINDING_UNREAD)->name);
}

/* Whether what it was to be called is there, too: "Guide.md", "guide.md". */
static bool is_beside(const struct usage *usage, struct str path,
		      struct str near)
{
	struct str dir = path_dir(path);
	struct str beside =
		dir.len ? ARENA_JOIN(usage->arena, dir, STR("/"), near) : near;

	return file_is_there(path_join(usage->site->dir, beside, usage->arena));
}

/* What the first part that is not as it should be was to be called. */
static struct str near_name(const struct site *site, struct str path)
{
	struct str rest = path, first = str_cut(&rest, '/');

	for (size_t i = 0; i < site->slug_count; i++)
		if (str_equals(site->slugs[i], first) && rest.ptr)
			return nearest(str_cut(&rest, '/'), IN_COMPARISON,
				       COMPARISON_COUNT);
	return nearest(first, IN_SITE, SITE_COUNT);
}

/* In other capitals, or within a third of its length, two edits at most. */
static struct str nearest(struct str name, const struct str *names,
			  size_t count)
{
	size_t most = name.len < 6 ? name.len / 3 : 2;
	struct str near = { NULL, 0 };

	for (size_t k = 0; k < count; k++) {
		if (str_equals(name, names[k]))
			return (struct str){ NULL, 0 };
		if ((name.len == names[k].len &&
		     !strncasecmp(name.ptr, names[k].ptr, name.len)) ||
		    str_distance(name, names[k], most) <= most)
			near = names[k];
	}
	return near;
}
