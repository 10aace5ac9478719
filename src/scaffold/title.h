/*
 * The title of a comparison, read for what is compared.
 */
#ifndef SCAFFOLD_TITLE_H
#define SCAFFOLD_TITLE_H

#include "base/str.h"

/*
 * What a title compares: "Tea vs Coffee" in "Drinks: Tea vs Coffee (2026)".
 * The whole title where no " vs " is in it.
 */
struct str title_subject(struct str title);

/*
 * The names in such a subject, "Tea vs Coffee": apart at " vs ", " vs. " or
 * " versus ", whatever their case.  One name where there is no such word.
 */
size_t title_split(struct str title, struct str *names, size_t most);

#endif
