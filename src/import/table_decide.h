/*
 * Which attributes are criteria, and which are facts.
 *
 * Text is a fact.  In a decision matrix, numbers within a scale are scores on
 * it.  Elsewhere a number is a measure where its name tells which way it is
 * better, which is proposed with a line under "to do", and else a fact, with
 * a line that says how to make it a criterion.
 */
#ifndef IMPORT_TABLE_DECIDE_H
#define IMPORT_TABLE_DECIDE_H

#include "import/table_study.h"

/* Sets kinds, units and the scale; false with a diagnostic: too many scores. */
bool study_decide(struct diags *diags, struct study *study);

#endif
