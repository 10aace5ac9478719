/*
 * Markdown to prose: CommonMark by cmark, with GFM tables, citations, facts
 * and heading ids added over its tree.
 *
 * The HTML is ours, written in one walk over the tree, and safe: raw HTML is
 * left out with a warning unless the site allows it, links have one of a few
 * schemes, and everything else is escaped.  Inputs on which cmark takes more
 * than linear time are refused before it sees them.
 */
#ifndef READ_MARKDOWN_H
#define READ_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/image_size.h"
#include "model/comparison.h"
#include "model/policy.h"
#include "model/prose.h"
#include "read/name_index.h"

enum {
	MARKDOWN_BYTES = 1024 * 1024, /* of a text */
	MARKDOWN_NESTING = 32,	      /* of lists and quotes */
	MARKDOWN_COLUMNS = 64,	      /* of a table */
	MARKDOWN_CELLS = 20000, /* of the tables of a text, padding included */
};

struct markdown_ids; /* read/markdown_ids.h */
struct syntaxes;     /* read/syntax.h */

/* What a link is that has a paragraph to itself. */
enum sample_link { SAMPLE_LINK_OTHER, SAMPLE_LINK_PLACED, SAMPLE_LINK_WRONG };

struct markdown_env {
	struct diags *diags;
	struct arena *arena; /* what is made lives here */
	bool unsafe_html;
	const struct policy *policy;	 /* which images are shown; NULL: all */
	const struct syntaxes *syntaxes; /* of code; NULL: it stays plain */
	struct str code_label, note_label; /* for who does not see it */
	const struct source *sources;	   /* what [^id] may cite */
	size_t source_count;
	const struct name_index
		*source_names;		 /* of them; NULL: there are none */
	bool sources_are_unknown;	 /* their file is broken, as was told */
	const struct shared_fact *facts; /* what [=name] may stand for */
	size_t fact_count;
	bool facts_are_unknown; /* they are no mapping, as was told */
	struct str sources_url; /* of their list: "slug/index.html" */
	/*
	 * Resolves a path of the content folder to one of the site, which
	 * follows ROOT_MARK, and gives the size of an image; or reports and
	 * returns false.  `size` is NULL for a link.
	 */
	bool (*resolve)(void *context, struct str href, struct image_size *size,
			struct place at, struct str *url);
	/*
	 * Whether a path is that of a sample, which then stands here under
	 * these words, by its number; NULL: there are none.
	 */
	enum sample_link (*place_sample)(void *context, struct text href,
					 struct str words, size_t *index);
	void *context;
	const struct written
		*written; /* the text at hand; see schema_inline() */
};

/* A document; `at` is where `text` starts in its file. */
bool markdown_block(const struct markdown_env *env, struct markdown_ids *ids,
		    struct str text, struct place at, struct prose *prose);

/* Inline Markdown, with no block around it. */
bool markdown_inline(const struct markdown_env *env, struct str text,
		     struct place at, struct prose *prose);

/* What stands below one level-2 heading. */
struct markdown_section {
	struct text heading; /* empty for what stands before the first */
	struct str id;
	struct prose prose;
};

/* A document cut at its level-2 headings; there is always a first section. */
bool markdown_sections(const struct markdown_env *env, struct markdown_ids *ids,
		       struct str text, struct place at,
		       struct markdown_section **sections, size_t *count);

/*
 * The cells of a table, each with its place: text as written but for the
 * backslash before a pipe, not prose.
 */
struct markdown_table {
	struct text *cells; /* the header's first; row_count rows in all */
	size_t row_count, column_count;
};

/* The one table that the document consists of. */
bool markdown_table(const struct markdown_env *env, struct str text,
		    struct place at, struct markdown_table *table);

#endif
