/*
 * What the readers of a comparison's files share.
 *
 * Sources: criteria.c, decide.c, extras.c, options.c, scores.c.
 */
#ifndef READ_READER_H
#define READ_READER_H

#include "model/site.h"
#include "read/front_matter.h"
#include "read/links.h"
#include "read/markdown.h"
#include "read/name_index.h"
#include "read/quantity.h"
#include "read/schema.h"

/*
 * A page names all options and criteria and shows many of the scores, so the
 * site of a comparison grows faster than the comparison.
 */
enum {
	COMPARISON_OPTIONS = 500,
	COMPARISON_CRITERIA = 1000,
	COMPARISON_SCORES = 12000, /* options times criteria */
	COMPARISON_CELLS = 100000, /* of all tables beside that of the scores */
};

struct reader {
	struct diags *diags;
	struct arena *arena;
	const struct site *site;
	struct comparison *c;
	const char *dir;    /* of the comparison, as opened */
	struct links links; /* knows the folder of the file at hand */
	struct markdown_env env;
	struct markdown_ids *page_ids; /* of the overview */
	size_t table_cells;	       /* of the tables so far */
	/* Told of: nobody knows which there are, or what they call themselves. */
	bool criteria_are_unlisted, criteria_are_untitled, options_are_unnamed;
};

/* A path below the comparison's folder. */
const char *reader_path(const struct reader *r, const char *name);

/*
 * The names in a folder of the comparison, sorted; none where it is missing.
 * False with diagnostics when it cannot be read.
 */
bool reader_list(const struct reader *r, const char *name, struct str **names,
		 size_t *count);

/* Reports an id that is not of lower-case letters, digits and hyphens. */
bool reader_check_id(const struct reader *r, struct str id, struct place at);

/* Links are relative to this folder of the comparison from now on. */
void reader_enter(struct reader *r, const char *subfolder);

/*
 * What a table may call an option, by its id, name or short name, or a
 * criterion, by its id or title; and the nearest of those, as a suggestion.
 */
enum called { CALLED_OPTION, CALLED_CRITERION };

struct name_index *reader_names(const struct reader *r, enum called kind);
void reader_suggest(const struct reader *r, enum called kind, bool ids_only,
		    struct str wrong);

/*
 * Whether what is none that is known may well be one in a broken file: then
 * that file was told of, and this is not missed.  What looks like an id is
 * held against the names of the files.
 */
bool reader_may_be(const struct reader *r, enum called kind, struct str called);

/*
 * "yes", "partial" or "no" in any case, or what the site's language calls
 * them; TRUE and FALSE; a tick or a cross.
 */
bool reader_answer(const struct reader *r, struct str text,
		   enum answer *answer);

/* Source ids separated by ";" to indices. */
bool reader_sources(struct reader *r, struct str ids, struct place at,
		    size_t **sources, size_t *count);

/*
 * Makes a must of `must->as_written`, if any: its bound is in the criterion's
 * own unit or on the scale.
 */
bool reader_must(struct reader *r, const struct criterion *criterion,
		 const struct quantity_style *style, struct must *must);

/* What was decided; after the options. */
bool reader_decision(struct reader *r, const struct yaml_node *node);

/* What an author states as winner or verdict. */
bool reader_claim(struct reader *r, const char *key,
		  const struct yaml_node *node, struct claimed *claimed);

/*
 * Whether something else has that name: beside the pages of criteria, beside
 * comparisons, among the columns of the scoring table.
 */
bool criterion_id_is_taken(const struct comparison *c, struct str id);
bool slug_is_taken(struct str slug);
bool column_is_taken(struct str name);

/* One file of the comparison each; see content.md. */
bool read_sources(struct reader *r);
bool read_options(struct reader *r);
bool read_criteria(struct reader *r);
bool read_scores(struct reader *r);
bool read_profiles(struct reader *r);
bool read_tables(struct reader *r);
bool read_samples(struct reader *r);
bool read_sample_refs(struct reader *r, const struct yaml_node *node,
		      struct sample_ref **refs, size_t *count);

#endif
