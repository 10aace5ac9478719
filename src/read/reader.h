/*
 * What the readers of a comparison's files share.
 *
 * Sources: criteria.c, decide.c, extras.c, named_columns.c, options.c,
 * pairs.c, scores.c, sheets.c, sources.c, translation.c.
 */
#ifndef READ_READER_H
#define READ_READER_H

#include "model/site.h"
#include "read/front_matter.h"
#include "read/links.h"
#include "read/markdown.h"
#include "read/name_index.h"
#include "read/quantity.h"
#include "read/samples.h"
#include "read/schema.h"
#include "read/sheets.h"

/*
 * A page names all options and criteria and shows many of the scores, so the
 * site of a comparison grows faster than the comparison.
 */
enum {
	COMPARISON_OPTIONS = 1000,
	COMPARISON_CRITERIA = 3000,
	COMPARISON_SCORES = 60000, /* options times criteria */
	COMPARISON_CELLS = 100000, /* of all tables beside that of the scores */
};

struct reader {
	struct diags *diags;
	struct arena *arena;
	struct arena rows; /* of the tables, until all is read */
	const struct site *site;
	struct comparison *c;
	const char *dir;   /* of the comparison, as opened */
	struct str folder; /* the same, below the content folder */
	struct links links;
	struct sample_shelf samples; /* knows the page of the text at hand */
	struct markdown_env env;
	struct markdown_ids *page_ids; /* of the overview */
	size_t table_cells;	       /* of the tables so far */
	struct columns columns;
	struct score_sheet *sheets; /* of scores */
	size_t sheet_count;
	bool has_judges_sheets, sheets_are_broken;
	bool has_strange_languages;  /* told of, at each file */
	bool weights_are_broken;     /* one was refused, and told of */
	struct name_index *names[2]; /* per enum called, once they are known */
	const char *criteria_file;   /* that lists most of the criteria */
	/* Told of: nobody knows which there are, or what they call themselves. */
	bool criteria_are_unlisted, criteria_are_untitled, options_are_unnamed;
	bool options_are_misspelt; /* the key is, in comparison.md; told of */
};

/* A path below the comparison's folder. */
const char *reader_path(const struct reader *r, const char *name);

/*
 * The names in a folder of the comparison, sorted, but for translations; none
 * where it is missing.  False with diagnostics when it cannot be read.
 */
bool reader_list(struct reader *r, const char *name, struct str **names,
		 size_t *count);

/* Reports an id that is not of lower-case letters, digits and hyphens. */
bool reader_check_id(const struct reader *r, struct str id, struct place at);

/*
 * What a table may call an option, by its id, name or short name, or a
 * criterion, by its id or title; and the nearest of those, as a suggestion.
 */
enum called { CALLED_OPTION, CALLED_CRITERION };

struct name_index *reader_names(const struct reader *r, enum called kind);

/*
 * Which one the author calls so; what none or several are called is reported
 * with what there is.
 */
bool reader_find(struct reader *r, enum called kind, struct text called,
		 size_t *index);

/*
 * Which one a key of a mapping calls so.  `seen` has room for a key of each
 * that there is, at first NULL: one that two keys call is reported, too.
 */
bool reader_find_key(struct reader *r, enum called kind,
		     const struct yaml_pair *key, const struct yaml_pair **seen,
		     size_t *index);
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

/* Which pairs of options have a page; after the options. */
bool reader_pairs(struct reader *r, const struct yaml_node *node);

/* `columns` of comparison.md: what the tables call their columns. */
bool reader_columns(struct reader *r, const struct yaml_node *node);
/*
 * Reports a column that is named there and that no table has, once the scoring
 * tables are open.  What was meant by it is taken in its place, so that nothing
 * follows from it.
 */
bool reader_find_columns(struct reader *r);
/* What says so there: "`columns: { score: Grade }`", quoted as need be. */
struct str reader_columns_said(const struct reader *r, enum column column,
			       struct str heading);
/* Reports one that a table has, but not where such a column is read. */
bool reader_check_columns(const struct reader *r);

/* Opens the scoring tables; false with diagnostics. */
bool sheets_open(struct reader *r);

/* What the shape of the sheet is, by its header. */
void sheet_find_shape(struct reader *r, struct score_sheet *sheet);

/* What they call options or criteria, each once, in the order written. */
struct text *sheets_names(struct reader *r, enum called kind, size_t *count);

/* What is known from no other place, and is called as weights or sums are. */
void sheets_warn_of_name(struct reader *r, enum called kind, struct text name);

/* A column that has words only is no score, but a fact of the options. */
bool sheet_is_text(const struct reader *r, const struct score_sheet *sheet,
		   size_t column);

/* An optional table of that name; no records where there is none. */
bool reader_table(struct reader *r, const char *name, struct csv *csv);

/*
 * Which column of the set each heading of the table is, or COLUMN_COUNT for
 * one of the author's own; a heading that is empty or there twice is reported.
 */
bool reader_headings(struct reader *r, const struct csv *csv, uint32_t set,
		     enum column *columns);

/* The id of a row: as given, or made of the name; false with diagnostics. */
bool row_id(const struct reader *r, enum called kind, struct text *id,
	    const struct text *name, struct place at);

/* "http-clients" is "Http clients". */
struct str reader_title_of(struct str stem, struct arena *arena);

/* What an author states as winner or verdict. */
bool reader_claim(struct reader *r, const char *key,
		  const struct yaml_node *node, struct claimed *claimed);

/*
 * Whether something else has that name: beside the pages of criteria, among
 * the columns of the scoring table.
 */
bool criterion_id_is_taken(const struct comparison *c, struct str id);
bool column_is_taken(struct str name);

/*
 * Lays a translation over the comparison as it was read, in the language that
 * the site is the edition in; of a head, over what cards and links show.
 */
bool translate_comparison(struct reader *r);
bool translate_title(struct reader *r);

/* What a translation reads as the first text was read. */
struct str criterion_id_of(struct str stem);
bool read_criterion_body(struct reader *r, const struct front_matter *fm,
			 struct criterion *criterion);
bool read_criterion_rubric(struct reader *r, const struct yaml_node *node,
			   struct criterion *criterion);
/*
 * A section or a reader could not tell two of one name apart.  In a translation
 * nobody is called by an id.
 */
bool read_option_names_differ(struct reader *r, bool translated);

bool read_option_facts(struct reader *r, const struct yaml_node *node,
		       struct option *option);

/* One file of the comparison each; see content.md. */
bool read_sources(struct reader *r);
bool read_options(struct reader *r, const struct yaml_node *list); /* or NULL */
bool read_criteria(struct reader *r);
bool read_scores(struct reader *r);
bool read_profiles(struct reader *r);
bool read_tables(struct reader *r);
bool read_samples(struct reader *r);
void reserve_samples(const struct reader *r, struct markdown_ids *ids);
bool read_sample_refs(struct reader *r, const struct yaml_node *node,
		      struct sample_ref **refs, size_t *count);

/*
 * Once all are read: whether the weights are in per cent, or none is, wherever
 * they stand; the 1 of a criterion without a weight is not.  0 is both.
 */
bool reader_weights_agree(const struct reader *r);

#endif
