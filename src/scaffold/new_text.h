/*
 * The words of new files: short, true to the format, and to be replaced.
 */
#ifndef SCAFFOLD_NEW_TEXT_H
#define SCAFFOLD_NEW_TEXT_H

#include "base/arena.h"
#include "base/buf.h"
#include "model/comparison.h"

/* A name with the id made of it. */
struct named {
	struct str id, name;
};

/* What a new comparison consists of. */
struct plan {
	struct str title, id;
	struct named *options, *criteria;
	size_t option_count, criterion_count;
	bool tables, empty;
};

struct str new_site_yaml(struct arena *arena);
struct str new_home(struct arena *arena);

struct str new_comparison_md(const struct plan *plan, struct arena *arena);
struct str new_options_csv(const struct plan *plan, struct arena *arena);
struct str new_criteria_csv(const struct plan *plan, struct arena *arena);
struct str new_scores_csv(const struct plan *plan, struct arena *arena);

/* `empty`: without the words that stand in for the author's. */
struct str new_option_md(struct str name, bool empty, struct arena *arena);
struct str new_criterion_md(struct str title, const struct named *options,
			    size_t count, bool empty, struct arena *arena);
struct str new_page_md(struct str title, struct arena *arena);
struct str new_sources_yaml(struct arena *arena);
struct str new_profile_md(struct str title, const struct comparison *c,
			  struct arena *arena);

/* The section of an option in a criterion's file. */
struct str new_section(struct named option, struct arena *arena);

/* A workflow that builds and publishes: "github" or "gitlab". */
struct str new_workflow(const char *host, const char *content,
			struct arena *arena);

/* A YAML scalar: as it is where that is safe, else in double quotes. */
struct str yaml_scalar(struct str text, struct arena *arena);

/* Today, or the day of SOURCE_DATE_EPOCH: "2026-11-21". */
struct str new_today(struct arena *arena);

#endif
