/*
 * The folder of a comparison made from a spreadsheet: comparison.md,
 * options.csv, criteria.csv, scores.csv, sources.yaml, tables/, and beside
 * them unplaced.md and import-report.txt, which are no part of the site.
 *
 * Scores stand by option where there is but a number for each; with judges,
 * notes or sources they have a row each.
 *
 * Sources: table_write.c, table_report.c.
 */
#ifndef IMPORT_TABLE_WRITE_H
#define IMPORT_TABLE_WRITE_H

#include "import/table_study.h"

/* All files; `date` is the comparison's. */
void study_write(struct study *study, struct str title, struct str date,
		 struct made *made);

/* "60 options, 22 criteria, 3 facts": what was found. */
void study_finding(const struct study *study, struct buf *buf);

/* What became of each row or column, below what to do next. */
void study_report(const struct study *study, struct buf *report);

#endif
