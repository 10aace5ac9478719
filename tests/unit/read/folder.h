/*
 * A content folder made for a test, and what it takes to read it.
 *
 * The test's program works inside a temporary folder, so that messages name
 * files as "c/site.yaml".
 */
#ifndef FOLDER_H
#define FOLDER_H

#include <sys/stat.h>
#include <unistd.h>

#include "read/content.h"
#include "unit.h"

/* Enters a new temporary folder. */
static inline void folder_enter(void)
{
	char dir[SCRATCH_MAX];

	scratch_folder(dir);
	if (chdir(dir))
		fail_msg("%s cannot be entered", dir);
}

/* Removes it with all it holds. */
static inline void folder_leave(void)
{
	char dir[256], command[300];

	if (!getcwd(dir, sizeof(dir)) || chdir("/"))
		fail_msg("the temporary folder is lost");
	snprintf(command, sizeof(command), "rm -rf %s", dir);
	if (system(command))
		fail_msg("%s stays", dir);
}

/* Writes a file and the folders above it; no text removes it. */
static inline void folder_put(const char *path, const char *text)
{
	char dir[256];
	FILE *to;

	snprintf(dir, sizeof(dir), "%s", path);
	for (char *c = dir; (c = strchr(c, '/')); *c++ = '/') {
		*c = '\0';
		mkdir(dir, 0777);
	}
	if (!text) {
		unlink(path);
		return;
	}
	to = fopen(path, "w");
	if (!to || fputs(text, to) < 0 || fclose(to))
		fail_msg("%s cannot be written", path);
}

/* A site, "c", with one comparison, "trees", that has nothing wrong. */
static inline void folder_put_trees(void)
{
	static const struct {
		const char *path, *text;
	} FILES[] = {
		{ "c/site.yaml", "title: Trees\n" },
		{ "c/about.md", "---\ntitle: About\n---\nWho we are.\n" },
		{ "c/trees/comparison.md",
		  "---\ntitle: Oak or elm\nsummary: Which tree?\n"
		  "date: 2026-11-21\noptions: [oak, elm]\n---\nA question.\n" },
		{ "c/trees/options/oak.md",
		  "---\nname: Oak tree\nshort: Oak\n---\n" },
		{ "c/trees/options/elm.md", "---\nname: Elm\n---\n" },
		{ "c/trees/criteria/10-speed.md",
		  "---\ntitle: Speed\nsamples: [saw]\n---\n## Oak\nSlow.\n\n## Elm\nFast.\n" },
		{ "c/trees/criteria/20-height.md",
		  "---\ntitle: Height\nmeasure: { unit: m }\n---\n"
		  "## Oak\nHigh.\n\n## Elm\nHigh.\n" },
		{ "c/trees/scores.csv",
		  "criterion,oak,elm,source\nspeed,4,8,flora\nheight,20,30,\n" },
		{ "c/trees/sources.yaml", "flora: { title: Flora }\n" },
		{ "c/trees/profiles/avenue.md",
		  "---\ntitle: Avenue\nweights: { speed: 2 }\n---\n" },
		{ "c/trees/tables/uses.csv",
		  "Use,oak,elm\nBoats,keel,rudder\n" },
		{ "c/trees/samples/saw/oak.py", "saw()\n" },
		{ "c/trees/samples/saw/elm.js", "saw();\n" },
	};

	for (size_t i = 0; i < sizeof(FILES) / sizeof(*FILES); i++)
		folder_put(FILES[i].path, FILES[i].text);
}

struct folder {
	struct diags *diags;
	struct site site;
	struct comparison c;
	struct str *files;
	size_t file_count;
	bool ok;
};

/* Reads all of "c"; the comparison is the last of several. */
static inline void folder_read(struct folder *f, struct arena *arena)
{
	*f = (struct folder){ .diags = diags_new() };
	f->ok = content_read_site(f->diags, "c", &f->site, arena);
	if (f->ok)
		f->ok = content_read_pages(f->diags, &f->site, &f->files,
					   &f->file_count, arena);
	for (size_t i = 0; i < f->site.slug_count; i++)
		f->ok &= content_read_comparison(f->diags, &f->site,
						 f->site.slugs[i], &f->c,
						 &f->files, &f->file_count,
						 arena);
}

#endif
