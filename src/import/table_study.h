/*
 * What a spreadsheet tells, whatever shape it has: options, attributes of
 * them, and an entry for each cell that says something of an option.
 *
 * table_shape finds out which cell is what, table_gather takes them down
 * here, table_decide says which attributes are criteria and which are facts,
 * and table_write writes the folder.
 */
#ifndef IMPORT_TABLE_STUDY_H
#define IMPORT_TABLE_STUDY_H

#include "import/table_grid.h"
#include "import/table_words.h"

struct study_option {
	struct str name, id, group, website;
	unsigned line; /* of its first row */
	size_t twins;  /* more of that name, so far */
};

/* What a sheet says of an attribute, beside its cells. */
struct said {
	struct str text, at; /* at: "row 2 of the sheet \"Ann\"" */
	bool is_percent;     /* of a weight: "40 %" */
	bool is_told;	     /* that another place says otherwise */
};

enum attribute_kind {
	ATTRIBUTE_FACT,
	ATTRIBUTE_MEASURE,
	ATTRIBUTE_JUDGED, /* scores on the scale */
	ATTRIBUTE_ANSWER, /* yes and no */
};

/* What the cells of an attribute have in common. */
struct cells {
	size_t numbers, answers, texts, dates;
	double min, max, most;
	bool are_halves, is_mixed; /* mixed: of more than one unit or scale */
	struct str unit, other;	   /* mixed: two of them */
	struct str stray;	   /* the first text */
};

struct attribute {
	struct head head;
	struct str as_written; /* its name in the sheet */
	struct str id;	       /* of a criterion */
	unsigned line;	       /* of the row that it is, or 0 */
	struct str group, question, note;
	double best, worst; /* of a measure with a scale; else both are 0 */
	double weight;	    /* NAN: not given */
	struct said
		said[ROLE_COUNT]; /* by what it is for: the first one counts */
	struct cells cells;	  /* once table_decide has looked at them */
	enum attribute_kind kind;
	bool is_fact; /* whatever its cells hold: a total, a number of rows */
	bool is_sum;  /* the sheet computed it of the others */
	bool is_part; /* of those of its group alone */
	bool is_doubtful; /* its direction, whatever its name says */
	size_t twins;	  /* more of that name in the sheet */
	const struct grid *taken_from; /* the sheet that had it last */
};

struct entry {
	size_t attribute, option;
	const struct cell *cell;
	struct str judge, note, source, date, confidence;
	unsigned line;
};

struct study {
	struct workbook *book;
	struct arena *arena;
	struct str title; /* what stands above the table; or empty */
	struct study_option *options;
	size_t option_count;
	struct attribute *attributes;
	size_t attribute_count;
	struct entry *entries;
	size_t entry_count;
	bool has_rows;	/* a row is a criterion, not an option */
	bool is_matrix; /* scores rather than measures: weights, judges */
	bool has_judges;
	double min, max;      /* the scale, where anything is judged; else 0 */
	struct str no_weight; /* the first that stands for one, and is none */
	bool is_reversed;     /* 1 is the best score of it */
	bool is_partial;      /* `missing: available` is needed */
	struct str *notes;    /* what stands beside the tables */
	size_t note_count;
	const struct grid **rest; /* sheets with a place in no table */
	size_t rest_count;
};

/* The option or attribute of that name, or a new one. */
size_t study_option_named(struct study *study, struct str name, unsigned line);
size_t study_attribute_named(struct study *study, struct str name);

size_t study_option_add(struct study *study, struct str name, unsigned line);

/* The option or attribute of that name; or their count. */
size_t study_option_find(const struct study *study, struct str name);
size_t study_attribute_find(const struct study *study, struct str name);

/*
 * The numbers, by attribute and then by option, of the first judge; NAN where
 * there is none.  The array is the study's arena's.
 */
double *study_numbers(const struct study *study);

/* Whether the entry is a score of its criterion: else it is a note. */
bool entry_is_score(const struct study *study, const struct entry *entry);

/* Leaves out what is no option or attribute, with all that is said of it. */
void study_drop_option(struct study *study, size_t option);
void study_drop_attribute(struct study *study, size_t attribute);

/* The cells of it, parted by semicolons; of an attribute its name first. */
struct str study_option_cells(const struct study *study, size_t option);
struct str study_attribute_cells(const struct study *study, size_t attribute);

/* What stands above the table, or the file's name as words. */
struct str study_title(struct study *study);

/* A line of what is left to do; as by printf. */
#define study_todo(study, ...) workbook_todo((study)->book, __VA_ARGS__)

#endif
