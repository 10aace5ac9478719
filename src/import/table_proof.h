/*
 * What the numbers of a sheet prove, whatever its heads say: which column are
 * the weights, which are weights times scores, and which judge is the mean of
 * the others.
 */
#ifndef IMPORT_TABLE_PROOF_H
#define IMPORT_TABLE_PROOF_H

#include "import/table_study.h"

/*
 * Takes weights out of the names of criteria ("Cost (30%)"), and out of what
 * was taken for an option; leaves out what is weights times scores.
 */
void proof_weigh(struct study *study);

/* Leaves out a judge each of whose scores is the mean of the others'. */
void proof_judge(struct study *study);

#endif
