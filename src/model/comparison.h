/*
 * A comparison: options judged by criteria, with scores, evidence and prose.
 *
 * These are the author's facts as read; nothing in here is computed.  All of
 * it lives in the arena of the comparison.  `docs/content.md` says what each
 * key means.
 */
#ifndef MODEL_COMPARISON_H
#define MODEL_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/hash.h"
#include "base/image_size.h"
#include "model/params.h"
#include "model/prose.h"

/* How totals are made; see docs/judging.md. */
enum method {
	METHOD_POINTS,
	METHOD_WEIGHTED_SUM,
	METHOD_WEIGHTED_PRODUCT,
	METHOD_TOPSIS,
};
enum { METHOD_COUNT = METHOD_TOPSIS + 1 };

/*
 * What a missing score does to its criterion; with AVAILABLE, to its option
 * alone, which is judged by what it was scored on.
 */
enum missing_policy {
	MISSING_SKIP,
	MISSING_WORST,
	MISSING_ERROR,
	MISSING_AVAILABLE,
};

/* Whose scores count: all of them, or of judges who scored everything. */
enum judges_policy { JUDGES_ALL, JUDGES_COMMON };

struct scoring {
	enum method method;
	double min, max; /* the scale; min < max */
	enum missing_policy missing;
	double min_coverage; /* share of the weights needed for a rank, 0..1 */
	enum judges_policy judges;
	double tie;   /* share of a criterion's points for each equal winner */
	double close; /* lead below which no winner is announced, 0..1 */
	struct place missing_at, judges_at; /* where given: line is not 0 */
};

/* A calendar day; year 0 means not given. */
/*
 * The day and time as written, in a zone so many minutes ahead of UTC.  Of a
 * source the month and the year may be all that is known: day 0, month 0.
 */
struct date {
	int year, month, day;
	int second; /* of the day */
	int offset;
	bool timed; /* a time was given: else the whole day is meant */
	struct place at;
};

struct source {
	struct str id;
	struct text title, author, publisher, url;
	struct date date;
	struct place at;
};

/* One value of the scale in words: "yes" is shown as written. */
enum answer { ANSWER_NONE, ANSWER_NO, ANSWER_PARTIAL, ANSWER_YES };

enum confidence {
	CONFIDENCE_NONE,
	CONFIDENCE_LOW,
	CONFIDENCE_MEDIUM,
	CONFIDENCE_HIGH,
};

/* One row of the scoring table: what one judge gave. */
struct evidence {
	double value;	   /* on the scale or a measure; NAN: not scored */
	struct str digits; /* as written, where `value` has not all; or empty */
	enum answer answer;
	struct str judge; /* empty: the author */
	enum confidence confidence;
	size_t *sources; /* indices into the comparison's sources */
	size_t source_count;
	struct date date;
	struct prose note;
	bool left_out; /* JUDGES_COMMON, and the judge did not score all here */
	struct place at;
};

/* What an option was given on a criterion. */
struct score {
	double value;	    /* mean over the judges that count; NAN: missing */
	enum answer answer; /* only when every judge answered the same */
	struct evidence *evidence;
	size_t evidence_count;
};

/* A criterion that is measured has raw values for scores. */
struct measure {
	bool given;
	struct text unit;
	bool lower_is_better;
	double best, worst; /* worth 1 and 0; NAN: the data's own */
};

/*
 * What an option has to fulfil, or it is ruled out.  The bound is a value of
 * the criterion, a measure or a score: "yes" is one at the scale's upper end.
 */
enum must_kind {
	MUST_NONE,
	MUST_AT_LEAST, /* ">= 16", "yes", "partial" */
	MUST_ABOVE,
	MUST_AT_MOST, /* "<= 1500", "no" */
	MUST_BELOW,
	MUST_EQUAL,
};

struct must {
	enum must_kind kind;
	double bound;
	enum answer answer; /* where the bound was written as one */
	struct text as_written;
};

struct level {		   /* of a rubric */
	struct text score; /* empty: the whole rubric is one text */
	struct prose text;
};

struct sample_ref {
	struct text id, title;
};

enum claim { CLAIM_NONE_MADE, CLAIM_OPTION, CLAIM_TIE, CLAIM_NOBODY };

/* A winner or verdict that the author states, to be checked. */
struct claimed {
	enum claim claim;
	size_t option; /* with CLAIM_OPTION */
	struct text as_written;
};

struct criterion {
	struct str id;
	struct text title, question, group;
	double weight;
	struct place weight_at;
	bool weight_is_given, weight_is_percent;
	struct level *rubric;
	size_t rubric_count;
	struct measure measure;
	struct params params;
	struct must must;
	struct claimed winner;
	struct sample_ref *samples; /* those at the page's end */
	size_t sample_count;
	struct prose body, verdict;
	struct prose *sections; /* one per option; may be empty */
	struct score *scores;	/* one per option; NULL when unscored */
	struct place at;
};

struct fact {
	struct text label;
	struct prose text;
};

struct use {
	struct text organisation;
	struct prose purpose;
};

struct prose_list {
	struct prose *items;
	size_t count;
};

struct option {
	struct str id;
	struct text name, short_name; /* short_name: the name by default */
	struct text group;
	struct text color;	 /* "#rrggbb" or empty */
	struct text logo, image; /* paths under the content folder */
	struct image_size logo_size, image_size;
	struct text website;
	struct text price; /* as written, with its currency */
	struct fact *facts;
	size_t fact_count;
	struct prose_list features, pros, cons, best_for;
	struct use *uses;
	size_t use_count;
	struct params params;
	struct prose body;
	struct place at;
};

struct profile {
	struct str id;
	struct text title, summary;
	double *weights;    /* one per criterion; 0 for those not named */
	struct must *musts; /* one per criterion, beside its own; or NULL */
	struct params params;
	struct prose body;
	struct place at, weights_at;
};

struct table_row {
	struct prose label;
	struct prose_list *cells; /* one per option */
};

struct table {
	struct str id;
	struct text title;
	struct prose summary;
	struct text row_label; /* the heading of the first column */
	struct table_row *rows;
	size_t row_count;
	struct params params;
	struct place at;
};

struct sample {
	struct str id;
	struct str *code; /* one per option; empty where there is none */
	struct str *html; /* the same, highlighted */
	struct str *file; /* its name, whose ending is the language */
	struct place at;
};

struct question {
	struct text question;
	struct str anchor; /* id of its heading */
	struct prose answer;
};

/* Which picture the infographic is; see docs/pictures.md. */
enum infographic {
	INFOGRAPHIC_AUTO,
	INFOGRAPHIC_DUEL,
	INFOGRAPHIC_STEPS,
	INFOGRAPHIC_TOWERS,
	INFOGRAPHIC_FIELD,
	INFOGRAPHIC_QUILT,
};

/* Two options by their indices, the one that stands first in their order. */
struct pair {
	size_t one, other;
};

/* Which pairs of options have a page of their own. */
enum pairs_kind { PAIRS_NONE, PAIRS_ALL, PAIRS_LIST };
struct pairs_wanted {
	enum pairs_kind kind;
	size_t top;	   /* of so many of the best only; 0: of all */
	bool within_group; /* of one group only */
	size_t min_shared; /* criteria on which both are scored, at the least */
	struct pair *list; /* with PAIRS_LIST */
	size_t list_count;
	struct place at;
};

/* A chart that `charts` asks for, with what it is to show. */
struct asked_chart {
	struct text name;
	struct text x, y;     /* of value and quadrant, as written; or empty */
	struct text from, to; /* profiles, of slope; likewise */
	struct text *fields;  /* of quadrant: four names, from the top left */
	size_t field_count;
	struct place at; /* the mapping, or the name */
};

/* What was decided, whatever the scores say. */
struct decision {
	bool given; /* any of it */
	struct text status;
	struct str status_written; /* in the first language */
	struct date date;
	struct text *deciders;
	size_t decider_count;
	struct claimed chosen; /* CLAIM_OPTION, or none made */
	struct prose because;
	struct place at;
};

/* A value that the prose refers to by name, so that it is written once. */
struct shared_fact {
	struct text name, value;
};

struct comparison {
	struct str slug;
	struct hash
		head; /* of the front matter as written, and its translation's */
	struct text language; /* that it is written in; empty: the site's */
	struct text title, summary;
	struct date date, updated; /* updated: the date by default */
	struct text *authors, *tags;
	size_t author_count, tag_count;
	struct text cover; /* path under the content folder */
	struct image_size cover_size;
	struct text canonical;
	struct scoring scoring;
	struct claimed verdict;
	struct decision decision;
	struct params params;
	struct pairs_wanted pairs;
	enum infographic infographic;
	struct place infographic_at;
	struct text *related;
	size_t related_count;
	struct asked_chart *charts; /* besides those that are drawn anyway */
	size_t chart_count;
	struct shared_fact *facts;
	size_t fact_count;
	struct text *aliases; /* addresses it had before */
	size_t alias_count;
	bool draft;
	struct prose disclosure, body;

	struct option *options;
	size_t option_count;
	struct criterion *criteria;
	size_t criterion_count;
	struct profile *profiles;
	size_t profile_count;
	struct table *tables;
	size_t table_count;
	struct sample *samples;
	size_t sample_count;
	struct source *sources;
	size_t source_count;
	const struct source **sources_by_id; /* sorted; NULL: they are not */

	struct prose guide;
	struct text guide_title;
	struct sample_ref *placed; /* those in texts, by SAMPLE_MARK */
	size_t placed_count;
	struct sample_ref *guide_samples; /* those at its end */
	size_t guide_sample_count;
	struct params guide_params, faq_params;
	struct prose faq_intro;
	struct text faq_title;
	struct question *questions;
	size_t question_count;

	bool scored;		/* scores.csv is there */
	struct str scores_text; /* scores.csv as given */
	struct place scores_at;
	struct place at;
};

/*
 * Below, at or above 0 as `a` is before, at or after `b`, as instants; a day
 * without a time begins at midnight, UTC.  Of a month or year its last day
 * counts.
 */
int date_compare(struct date a, struct date b);

/* Where its day is not known, the first or the last that it may be. */
struct date date_first(struct date date);
struct date date_last(struct date date);

/* The same instant in UTC, and as it is written in a zone so many minutes ahead. */
struct date date_utc(struct date date);
struct date date_in_zone(struct date date, int offset);

/* How many days the month has. */
int date_month_days(int year, int month);

/* Where the id stands in the array, or the array's count. */
size_t comparison_find_option(const struct comparison *c, struct str id);
size_t comparison_find_criterion(const struct comparison *c, struct str id);
size_t comparison_find_source(const struct comparison *c, struct str id);

/* For qsort() of pointers to sources. */
int source_compare(const void *a, const void *b);

/* The criterion of that id or title, whatever its case; or count. */
size_t comparison_find_titled(const struct comparison *c, struct str title);

/* The option of that id, name or short name, whatever its case; or count. */
size_t comparison_find_called(const struct comparison *c, struct str name);

/* The same by name and short name alone. */
size_t comparison_find_shown(const struct comparison *c, struct str name);

/* Where `charts` asks for what is drawn only then; NULL: it does not. */
const struct asked_chart *comparison_asked(const struct comparison *c,
					   const char *chart);

/* Whether it is a value that the score is made of. */
bool evidence_counts(const struct evidence *e);

/* The sample of that id, or NULL. */
const struct sample *comparison_find_sample(const struct comparison *c,
					    struct str id);

#endif
