/*
 * Names and ids that differ.
 *
 * Two rows of one name are two options; what tells them apart best, a year
 * say, goes behind the name, and where nothing does a count.
 */
#ifndef IMPORT_TABLE_NAMES_H
#define IMPORT_TABLE_NAMES_H

#include "import/table_study.h"

void study_name(struct study *study);

#endif
